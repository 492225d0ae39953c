//! The article: its text as it was given, and what is known about it. The text is never changed.

use serde::Serialize;

use crate::{ArticleId, PartialDate, Span};

/// The language of an article. Only the languages with a pack are told apart by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Language {
    /// Indonesian (ISO 639-1 `id`). Malay is read with the same pack, and a note says so.
    #[serde(rename = "id")]
    Indonesian,
    /// English (`en`).
    #[serde(rename = "en")]
    English,
    /// Any other language: names and countries are read by form, nothing else.
    #[serde(rename = "und")]
    Other,
}

impl Language {
    /// BCP 47 code: `id`, `en` or `und`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
            Self::Other => "und",
        }
    }
}

/// A text as it was given, and what is known about it. The text is never normalised.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Article {
    /// Hash of the text.
    pub id: ArticleId,
    /// The headline, where the text has one.
    pub title: Option<Span>,
    /// The text, byte for byte.
    pub text: Box<str>,
    /// The day it was published, as the reader said or as the dateline states.
    pub published: Option<PartialDate>,
    /// The language it was read in.
    pub language: Language,
    /// Publisher or file, as the reader said.
    pub source: Option<String>,
}
