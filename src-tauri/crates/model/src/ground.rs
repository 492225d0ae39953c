//! Where a claim comes from. No claim is without one.

use serde::Serialize;

use crate::{ArticleId, Span};

/// Where a claim comes from. Every entity, event and relation has one, and the interface shows which.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "by", rename_all = "camelCase")]
pub enum Ground {
    /// Read from a text by the machine.
    Text {
        /// The sentences that say so.
        evidence: Evidence,
    },
    /// Said by the reader.
    Reader {
        /// Position of the edit in the command log.
        edit: u32,
        /// Sentences the reader pointed at; may be empty.
        cites: Vec<Cite>,
    },
    /// Came in with a file.
    Import {
        /// The file's name.
        file: String,
        /// Row, from 1.
        row: u32,
    },
    /// Taken from a table of knowledge, never from the article.
    Knowledge {
        /// The table's name.
        table: String,
        /// Its date or version.
        version: String,
    },
}

impl Ground {
    /// The sentences that can be shown for it; empty for knowledge and imports.
    pub fn cites(&self) -> &[Cite] {
        match self {
            Self::Text { evidence } => evidence.cites(),
            Self::Reader { cites, .. } => cites,
            Self::Import { .. } | Self::Knowledge { .. } => &[],
        }
    }
}

/// One quote: `text[span]` of that article is the sentence, and `rule` is the rule that read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cite {
    /// The article that is quoted.
    pub article: ArticleId,
    /// The quoted sentence or sentences.
    pub span: Span,
    /// Name of the rule or model that read the claim here, for example `id.verb.active`.
    pub rule: &'static str,
}

/// One or more quotes, in the order of the text. Never empty.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Evidence(Vec<Cite>);

impl Evidence {
    /// A single quote.
    pub fn one(cite: Cite) -> Self {
        Self(vec![cite])
    }

    /// All of them in text order, repeated spans told once; `None` if there is none.
    pub fn new(mut cites: Vec<Cite>) -> Option<Self> {
        cites.sort_by_key(|cite| (cite.article, cite.span));
        cites.dedup_by_key(|cite| (cite.article, cite.span));
        (!cites.is_empty()).then_some(Self(cites))
    }

    /// The quotes, at least one.
    pub fn cites(&self) -> &[Cite] {
        &self.0
    }

    /// The first quote.
    pub fn first(&self) -> &Cite {
        &self.0[0]
    }
}
