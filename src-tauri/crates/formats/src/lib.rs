//! Graph data out: the annotation format that scorers read, and Wartagraf's own JSON.
//!
//! Offsets are bytes in both. Nothing here touches a file: a caller gets text and writes it.

mod annotations;

pub use annotations::{annotations, annotations_line};

use model::Extraction;

/// Wartagraf's own JSON: the nouns of `model` as they are, stable ids, byte offsets. One line feed at the end.
pub fn json(extraction: &Extraction) -> String {
    pretty(&serde_json::to_value(extraction).unwrap_or_default())
}

fn pretty(value: &serde_json::Value) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
