//! The command log: what the reader changed, in order, and what was taken back.
//!
//! The state of an article is the fold of its log over the reading; nothing is ever edited in place.

use std::collections::{BTreeMap, BTreeSet};

use crate::wire::Command;

/// Longest name, in characters.
pub(crate) const NAME_LIMIT: usize = 200;

/// What was done, and what was undone last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Log {
    done: Vec<Command>,
    undone: Vec<Command>,
}

impl Log {
    pub(crate) fn push(&mut self, command: Command) {
        self.undone.clear();
        self.done.push(command);
    }

    /// Takes the last command back; false if there is none.
    pub(crate) fn undo(&mut self) -> bool {
        let last = self.done.pop();
        let any = last.is_some();
        self.undone.extend(last);
        any
    }

    /// Does the last undone command again; false if there is none.
    pub(crate) fn redo(&mut self) -> bool {
        let last = self.undone.pop();
        let any = last.is_some();
        self.done.extend(last);
        any
    }

    pub(crate) fn done(&self) -> &[Command] {
        &self.done
    }

    pub(crate) fn last_done(&self) -> Option<&Command> {
        self.done.last()
    }

    pub(crate) fn last_undone(&self) -> Option<&Command> {
        self.undone.last()
    }
}

/// What a log comes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Edits {
    pub(crate) description: Description,
    /// Nodes and claims that the reader took out.
    pub(crate) deleted: BTreeSet<String>,
    /// Node to name.
    pub(crate) renamed: BTreeMap<String, String>,
    /// Node to place, since the last [`Command::Arrange`].
    pub(crate) pinned: BTreeMap<String, (f64, f64)>,
}

/// What the reader said about the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Description {
    pub(crate) published: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) source: Option<String>,
}

impl Edits {
    pub(crate) fn of(commands: &[Command]) -> Self {
        let mut edits = Self::default();
        for command in commands {
            edits.apply(command);
        }
        edits
    }

    fn apply(&mut self, command: &Command) {
        match command {
            Command::Move { node, x, y } => {
                self.pinned.insert(node.clone(), (*x, *y));
            }
            Command::Unpin { node } => {
                self.pinned.remove(node);
            }
            Command::Rename { node, name } => {
                self.renamed.insert(node.clone(), name.trim().to_owned());
            }
            Command::Delete { claim } => {
                self.deleted.insert(claim.clone());
            }
            Command::Describe { published, language, source } => {
                self.description = Description {
                    published: published.clone(),
                    language: language.clone(),
                    source: source.clone(),
                };
            }
            Command::Arrange => self.pinned.clear(),
        }
    }
}

impl Command {
    /// The name in the log, as on the wire.
    pub(crate) fn verb(&self) -> &'static str {
        match self {
            Self::Move { .. } => "move",
            Self::Unpin { .. } => "unpin",
            Self::Rename { .. } => "rename",
            Self::Delete { .. } => "delete",
            Self::Describe { .. } => "describe",
            Self::Arrange => "arrange",
        }
    }

    /// The node or claim that it is about.
    pub(crate) fn subject(&self) -> Option<&str> {
        match self {
            Self::Move { node, .. } | Self::Unpin { node } | Self::Rename { node, .. } => Some(node),
            Self::Delete { claim } => Some(claim),
            Self::Describe { .. } | Self::Arrange => None,
        }
    }
}
