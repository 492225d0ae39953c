//! Language packs: what the reading knows about Indonesian and English, and about the world.
//!
//! A pack is data (sorted TSV tables with source and licence on top) and a few functions. The crate never sees an
//! article as a whole and never decides what an event is: that is `extract`.

pub mod token;

pub use token::{Shape, Tag, Token, Voice};
