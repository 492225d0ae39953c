//! What the reading knows about the world: countries, places, people, organisations, given names.
//!
//! Sorted tables, part of the program, read once on first use. Knowledge only ever proposes: the article's own words come
//! first, and an office is known only between the dates that its table gives.

mod countries;

pub use countries::{Countries, CountryRow, countries};
