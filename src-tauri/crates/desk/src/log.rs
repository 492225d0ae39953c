//! The command log: what the reader changed, in order, and what was taken back.
//!
//! The state of an article is the fold of its log over the reading; nothing is ever edited in place.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::wire::Command;

/// A command with what it takes to know its things again in another reading.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Entry {
    #[serde(rename = "do")]
    pub(crate) command: Command,
    /// Id of what it added.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) made: Option<String>,
    /// The words that its range stands for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) words: Option<String>,
    /// Where the things it names stand in the text.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub(crate) anchors: BTreeMap<String, Anchor>,
    /// The pane that it composed for; none where it composes nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) pane: Option<Pane>,
}

/// Width and height in pixels.
pub(crate) type Pane = (f64, f64);

/// Where a thing stood in the text when an edit was made about it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Anchor {
    /// An entity's kind class, `event`, or a relation's kind.
    pub(crate) class: String,
    /// What it was called.
    pub(crate) name: String,
    /// First name or trigger; of a relation, those of its two ends. Empty for what the reader added.
    pub(crate) places: Vec<Place>,
}

/// Words of the text: bytes, end exclusive, and the words themselves.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) words: String,
}

/// What was done, and what was undone last.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Log {
    /// The pane that the article was first composed for; none: not yet.
    pub(crate) pane: Option<Pane>,
    done: Vec<Entry>,
    /// The one to be done again next stands last.
    undone: Vec<Entry>,
}

impl Log {
    /// A log with these commands, of which the first `at` are done.
    pub(crate) fn of(mut entries: Vec<Entry>, at: usize) -> Self {
        let mut undone = entries.split_off(at.min(entries.len()));
        undone.reverse();
        Self { pane: None, done: entries, undone }
    }

    pub(crate) fn push(&mut self, entry: Entry) {
        self.undone.clear();
        self.done.push(entry);
    }

    /// Takes commands back or does them again until `at` are done, or as near to that as there are.
    pub(crate) fn go(&mut self, at: usize) {
        while self.done.len() > at {
            self.undone.extend(self.done.pop());
        }
        while self.done.len() < at
            && let Some(next) = self.undone.pop()
        {
            self.done.push(next);
        }
    }

    pub(crate) fn done(&self) -> &[Entry] {
        &self.done
    }

    /// Those that were taken back, the next to be done again first.
    pub(crate) fn undone(&self) -> impl Iterator<Item = &Entry> {
        self.undone.iter().rev()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.done.is_empty() && self.undone.is_empty()
    }
}
