//! What a reading comes to, with notes on what it was unsure of. It never fails.

use serde::Serialize;

use crate::{Article, Country, Entity, EntityId, Event, Relation, Span};

/// Everything that was read from one article. Where the reading and the graph meet.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Extraction {
    /// The text and what is known about it.
    pub article: Article,
    /// Sentences in text order, disjoint.
    pub sentences: Vec<Span>,
    /// In the order of their first mentions.
    pub entities: Vec<Entity>,
    /// In the order of their triggers.
    pub events: Vec<Event>,
    /// In the order of their evidence.
    pub relations: Vec<Relation>,
    /// What the reading was unsure of.
    pub notes: Vec<Note>,
}

/// Something the reader of the graph should know. The interface writes the sentence, in the reader's language.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "note", rename_all = "camelCase")]
pub enum Note {
    /// No pack for this language: only names and countries were read.
    UnknownLanguage,
    /// Malay, read with the Indonesian pack.
    Malay,
    /// More than one language; read in the one named in the article.
    MixedLanguages,
    /// The text is too short to be sure of its language.
    ShortText,
    /// A weekday or "kemarin" cannot be placed because the article has no date.
    UndatedWords {
        /// The words.
        span: Span,
    },
    /// A table names this country for the entity, outside the dates it covers.
    CountryCandidate {
        /// For whom.
        entity: EntityId,
        /// The candidate.
        country: Country,
        /// Name of the table.
        table: String,
    },
    /// The words could mean several things.
    Ambiguous {
        /// The words.
        span: Span,
    },
    /// Nothing that happened was found.
    NoEvents,
}
