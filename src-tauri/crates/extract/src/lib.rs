//! Text -> Extraction, by pure stages.

use model::{Article, ArticleId, Extraction, Language, PartialDate};

/// What the reader said about the article; all of it may be left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Read it in this language instead of detecting one.
    pub language: Option<Language>,
    /// The day of publication; else the dateline's.
    pub published: Option<PartialDate>,
    /// Publisher or file.
    pub source: Option<String>,
}

/// Reads an article. Never fails: what it is unsure of stands in the notes.
pub fn extract(text: &str, options: &Options) -> Extraction {
    Extraction {
        article: Article {
            id: ArticleId::of(text),
            title: None,
            text: text.into(),
            published: options.published,
            language: options.language.unwrap_or(Language::Other),
            source: options.source.clone(),
        },
        sentences: Vec::new(),
        entities: Vec::new(),
        events: Vec::new(),
        relations: Vec::new(),
        notes: Vec::new(),
    }
}
