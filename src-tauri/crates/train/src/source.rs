//! Reading the data folder, and what can be wrong with it. Never writes.

use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// Why a table could not be made.
#[derive(Debug)]
pub(crate) enum Trouble {
    /// A file could not be read or written.
    File(PathBuf, std::io::Error),
    /// A file is not what it should be.
    Form(PathBuf, String),
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Form(path, what) => write!(f, "{}: {what}", path.display()),
        }
    }
}

/// A file of the data folder, whole.
pub(crate) fn text(path: &Path) -> Result<String, Trouble> {
    std::fs::read_to_string(path).map_err(|error| Trouble::File(path.into(), error))
}

/// A JSON file of the data folder.
pub(crate) fn json(path: &Path) -> Result<Value, Trouble> {
    serde_json::from_str(&text(path)?).map_err(|error| Trouble::Form(path.into(), error.to_string()))
}

/// The files of a folder whose names end so, in the order of their names.
pub(crate) fn files(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, Trouble> {
    let trouble = |error| Trouble::File(folder.into(), error);
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(trouble)? {
        let path = entry.map_err(trouble)?.path();
        if path.to_string_lossy().ends_with(ending) {
            out.push(path);
        }
    }
    out.sort();
    Ok(out)
}

/// The rows of a tab-separated text without its comments.
pub(crate) fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').collect())
}

/// The parts of a cell that is a list.
pub(crate) fn list(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}
