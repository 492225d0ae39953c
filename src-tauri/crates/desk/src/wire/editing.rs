//! What the reader's edits look like from the window: what was touched, the history, suggestions, rules.

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

use super::{CheckMark, Fault, Range};

/// What the reader has said about one node or claim, apart from the machine's reading.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Touched {
    /// Entity, event or relation id.
    pub id: String,
    /// What is the reader's and no longer the machine's.
    pub fields: Vec<Field>,
    /// A note.
    pub note: Option<String>,
    /// Checked or doubtful.
    pub mark: Option<CheckMark>,
    /// What was merged into it, in the order of merging.
    pub merged: Vec<Merged>,
}

/// A node that has gone into another.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Merged {
    /// Its id.
    pub id: String,
    /// What it was called.
    pub name: String,
    /// Whether a rule did it.
    pub by_rule: bool,
}

/// Something about a node or claim that the reader can set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum Field {
    /// The whole thing was added.
    Added,
    /// Name or verb.
    Name,
    /// Kind or type.
    Kind,
    /// Country.
    Country,
    /// Office.
    Office,
    /// Other names.
    Aliases,
    /// Status.
    Modality,
    /// Who vouches.
    Attribution,
    /// Date.
    Date,
    /// Who plays which part.
    Parts,
    /// Evidence.
    Quotes,
}

/// What can be undone and redone.
#[derive(Clone, Debug, Default, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// The last command, or none.
    pub undo: Option<Done>,
    /// The command that was undone last, or none.
    pub redo: Option<Done>,
    /// Edits about things that the present reading does not have. Kept in the log, never dropped.
    pub unfit: Vec<Done>,
    /// Every command, first to last, those that were undone at the end.
    pub steps: Vec<Done>,
    /// How many of them are done.
    pub at: u32,
    /// Why the edits are not safe, or none: the log could not be written, or was damaged when it was read.
    pub trouble: Option<Fault>,
}

/// A command that is in the log, in words that the interface makes a sentence of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Done {
    /// The command's name: `move`, `rename`, `setKind` ...
    pub command: String,
    /// Name of what it touched.
    pub subject: Option<String>,
    /// Name of the other thing in it: what was merged, who got the part.
    pub object: Option<String>,
    /// What was set: a name, a code, a date.
    pub value: Option<String>,
}

/// Two nodes that may be one.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Suggestion {
    /// Entity id of the one that would stay.
    pub into: String,
    /// Entity id of the one that would go.
    pub from: String,
    /// Why.
    pub reason: Reason,
    /// A sentence that names the one, and one that names the other.
    pub quotes: (Range, Range),
}

/// Why two nodes may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum Reason {
    /// They share a name.
    SameName,
    /// The letters of one are the initials of the other.
    Initials,
    /// The name of one is part of the other's.
    PartOfName,
    /// One letter or two apart.
    Spelling,
    /// They hold the same office.
    SameOffice,
}
