//! One line of a batch: what it must hold, and what can be wrong with it.

use model::{Language, PartialDate};
use serde::Deserialize;
use serde_json::Value;

use crate::wire::Fault;
use crate::{TEXT_LIMIT, check_text};

/// Longest line, in bytes: an article at the limit with every byte escaped (`\u0041`), and its other fields.
pub const LINE_LIMIT: usize = TEXT_LIMIT * 6 + 64 * 1024;

/// Why a line was skipped.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum BadLine {
    /// Over [`LINE_LIMIT`].
    TooLong,
    /// No JSON; the column counts from 1.
    NotJson {
        /// Where the reading of JSON stopped.
        column: usize,
    },
    /// JSON, but no object: a list, a number.
    NotAnObject,
    /// A field that must be there is not.
    Missing {
        /// Its name.
        field: &'static str,
    },
    /// A field that is not a string.
    NotAString {
        /// Its name.
        field: &'static str,
    },
    /// A language that there is no pack for.
    BadLanguage {
        /// As given.
        text: String,
    },
    /// What is wrong with the text or the date.
    Fault(Fault),
    /// The reading broke down: a bug of ours. The other lines go on.
    Broken,
}

/// An article of a batch, checked.
#[derive(Debug, PartialEq)]
pub(super) struct Article {
    pub(super) id: String,
    pub(super) text: String,
    pub(super) published: Option<PartialDate>,
    pub(super) language: Option<Language>,
}

/// Fields as they come; what else is on the line is left alone.
#[derive(Deserialize)]
struct Fields {
    #[serde(default)]
    id: Value,
    #[serde(default)]
    text: Value,
    #[serde(default)]
    published: Value,
    #[serde(default)]
    language: Value,
}

/// The article on a line.
pub(super) fn article(line: &[u8]) -> Result<Article, BadLine> {
    let line = std::str::from_utf8(line)
        .map_err(|error| BadLine::Fault(Fault::InvalidUtf8 { at: error.valid_up_to() as u32 }))?;
    let fields = fields(line)?;
    let text = string("text", fields.text)?.ok_or(BadLine::Missing { field: "text" })?;
    let id = match fields.id {
        // Data sets number their articles.
        Value::Number(number) => number.to_string(),
        other => string("id", other)?.ok_or(BadLine::Missing { field: "id" })?,
    };
    check_text(&text).map_err(BadLine::Fault)?;
    let published = string("published", fields.published)?.filter(|date| !date.is_empty());
    let language = string("language", fields.language)?.filter(|code| !code.is_empty());
    Ok(Article {
        id,
        text,
        published: published.map(date).transpose()?,
        language: language.map(language_of).transpose()?.flatten(),
    })
}

fn fields(line: &str) -> Result<Fields, BadLine> {
    let inner = line.trim_start_matches('\u{feff}').trim_start();
    let before = line.len() - inner.len();
    let not_json = |error: &serde_json::Error| BadLine::NotJson { column: before + error.column() };
    if !inner.starts_with('{') {
        // A list would be taken for the fields in order.
        return Err(match serde_json::from_str::<Value>(inner) {
            Ok(_) => BadLine::NotAnObject,
            Err(error) => not_json(&error),
        });
    }
    serde_json::from_str(inner).map_err(|error| not_json(&error))
}

fn string(field: &'static str, value: Value) -> Result<Option<String>, BadLine> {
    match value {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        _ => Err(BadLine::NotAString { field }),
    }
}

/// A date, or the date of a moment: "2025-07-25T09:30:00+07:00".
fn date(text: String) -> Result<PartialDate, BadLine> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    PartialDate::parse(day).ok_or(BadLine::Fault(Fault::BadDate { text }))
}

fn language_of(text: String) -> Result<Option<Language>, BadLine> {
    match text.as_str() {
        "id" => Ok(Some(Language::Indonesian)),
        "en" => Ok(Some(Language::English)),
        "auto" => Ok(None),
        _ => Err(BadLine::BadLanguage { text }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &[u8], expect: &Result<(&str, &str), BadLine>) {
        let found = article(line).map(|article| (article.id, article.text));
        let found = match &found {
            Ok((id, text)) => Ok((id.as_str(), text.as_str())),
            Err(bad) => Err(bad.clone()),
        };
        assert_eq!(&found, expect, "{}", String::from_utf8_lossy(line));
    }

    #[test]
    fn a_line_is_an_object_with_an_id_and_a_text() {
        check(br#"{"id":"a","text":"Kapal itu tiba."}"#, &Ok(("a", "Kapal itu tiba.")));
        check(br#" {"text":"Tiba.","more":[1,{}],"id":7} "#, &Ok(("7", "Tiba.")));
        check("\u{feff}{\"id\":\"a\",\"text\":\"Tiba.\"}".as_bytes(), &Ok(("a", "Tiba.")));
        check(br#"{"id":"a","text":"T.","published":null,"language":null}"#, &Ok(("a", "T.")));
    }

    #[test]
    fn what_is_wrong_with_a_line_is_named() {
        check(b"{\"id\":", &Err(BadLine::NotJson { column: 6 }));
        check(b"id,text", &Err(BadLine::NotJson { column: 1 }));
        check(br#"["a","Teks."]"#, &Err(BadLine::NotAnObject));
        check(b"12", &Err(BadLine::NotAnObject));
        check(br#"{"text":"Teks."}"#, &Err(BadLine::Missing { field: "id" }));
        check(br#"{"id":"a"}"#, &Err(BadLine::Missing { field: "text" }));
        check(br#"{"id":"a","text":["Teks."]}"#, &Err(BadLine::NotAString { field: "text" }));
        check(br#"{"id":"a","text":""}"#, &Err(BadLine::Fault(Fault::EmptyText)));
        check(b"{\"id\":\"a\",\"text\":\"\xff\"}", &Err(BadLine::Fault(Fault::InvalidUtf8 { at: 18 })));
        check(
            br#"{"id":"a","text":"T.","language":"fr"}"#,
            &Err(BadLine::BadLanguage { text: "fr".to_owned() }),
        );
        check(
            br#"{"id":"a","text":"T.","published":"2025-02-30"}"#,
            &Err(BadLine::Fault(Fault::BadDate { text: "2025-02-30".to_owned() })),
        );
        // Half of a pair is no character.
        assert!(matches!(article(br#"{"id":"a","text":"\ud800"}"#), Err(BadLine::NotJson { .. })));
        // Deep nesting ends in a sentence, not in a full stack.
        let deep = format!("{{\"id\":\"a\",\"text\":{}", "[".repeat(200_000));
        assert!(matches!(article(deep.as_bytes()), Err(BadLine::NotJson { .. })));
    }

    #[test]
    fn a_moment_is_read_as_its_day() {
        let day = |line: &[u8]| article(line).map(|article| article.published.map(|day| day.to_string()));
        let moment = br#"{"id":"a","text":"T.","published":"2025-07-25T09:30:00+07:00"}"#;
        assert_eq!(day(moment), Ok(Some("2025-07-25".to_owned())));
        assert_eq!(day(br#"{"id":"a","text":"T.","published":"2025-07"}"#), Ok(Some("2025-07".to_owned())));
        assert_eq!(day(br#"{"id":"a","text":"T.","published":""}"#), Ok(None));
    }
}
