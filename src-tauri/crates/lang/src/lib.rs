//! Language packs: what the reading knows about Indonesian and English, and about the world.
//!
//! A pack is data (sorted TSV tables with source and licence on top) and a few functions. The crate never sees an
//! article as a whole and never decides what an event is: that is `extract`.

pub mod en;
pub mod happen;
pub mod id;
pub mod know;
mod lexicon;
pub mod names;
pub mod numbers;
pub mod pack;
pub mod table;
pub mod tagger;
pub mod token;
pub mod tokenize;

pub use pack::{BodyLink, Closer, Gender, Head, Number, Opener, Order, Pack, Pronoun, Scope, Terms, Title};
pub use token::{Form, Shape, Tag, Token, Voice};

use model::Language;

/// Every language there is a pack for, in order of preference.
pub static PACKS: [&Pack; 2] = [&id::PACK, &en::PACK];

/// The pack of this language; the first one for a language without a pack.
pub fn pack(language: Language) -> &'static Pack {
    PACKS.into_iter().find(|pack| pack.language == language).unwrap_or(PACKS[0])
}
