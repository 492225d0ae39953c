//! A table as it is committed: comments on top, then sorted, unique, tab-separated lines.

use std::collections::BTreeSet;
use std::path::Path;

use crate::source::Trouble;

/// A table to be written.
#[derive(Debug)]
pub(crate) struct Table {
    /// What it is, its source, licence and columns: lines without the `# `.
    pub(crate) head: Vec<&'static str>,
    /// Its lines.
    pub(crate) lines: BTreeSet<String>,
}

impl Table {
    /// Writes it, with the command that makes it again.
    pub(crate) fn write(&self, path: &Path) -> Result<(), Trouble> {
        let mut text = String::new();
        for line in self.head.iter().chain(&["Made by: cargo xtask tables --data DIR. Do not edit."]) {
            text.push_str("# ");
            text.push_str(line);
            text.push('\n');
        }
        for line in &self.lines {
            text.push_str(line);
            text.push('\n');
        }
        std::fs::write(path, text).map_err(|error| Trouble::File(path.into(), error))
    }
}
