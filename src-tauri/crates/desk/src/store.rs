//! Logs and rules on disk: JSON, a line each, written whole or not at all.
//!
//! An article's log stands beside its file, or, for a pasted text and where the folder cannot be written to, in the
//! app's own folder under the hash of the text. What cannot be read is kept under another name, never written over.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::log::{Entry, Log, Pane};
use crate::output::write_whole;
use crate::wire::{Fault, Rule, WriteFailure};

/// Version of the format.
const VERSION: u32 = 1;
/// Largest log that is read, in bytes; a thousand times what a long day of editing makes.
const LIMIT: u64 = 64 * 1024 * 1024;

/// Where an article's log is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Home {
    path: PathBuf,
    /// Where it goes if the reader may not write there.
    instead: Option<PathBuf>,
}

/// The first line of a log.
#[derive(Debug, Serialize, Deserialize)]
struct Head {
    wartagraf: u32,
    /// SHA-256 of the text, in hexadecimal.
    article: String,
    /// How many lines follow.
    entries: usize,
    /// How many of them are done; the rest were taken back.
    done: usize,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pane: Option<Pane>,
}

/// A log that was read.
#[derive(Debug, PartialEq)]
pub(crate) struct Loaded {
    pub(crate) log: Log,
    /// None: it must not be written to, for what is there cannot be put aside.
    pub(crate) home: Option<Home>,
    pub(crate) trouble: Option<Fault>,
}

impl Home {
    /// The home of the log of `text`, which came from the file at `beside` or by paste.
    pub(crate) fn of(text: &str, beside: Option<&Path>, folder: &Path) -> Self {
        let own = folder.join("edits").join(format!("{}.jsonl", sha256(text)));
        let file = beside.and_then(|path| {
            let mut name = path.file_name()?.to_owned();
            name.push(".wartagraf.jsonl");
            Some(path.with_file_name(name))
        });
        match file {
            Some(path) => Self { path, instead: Some(own) },
            None => Self { path: own, instead: None },
        }
    }

    /// Reads the log that is there; an empty one if there is none.
    pub(crate) fn load(self) -> Loaded {
        let path = [Some(&self.path), self.instead.as_ref()].into_iter().flatten().find(|path| path.exists());
        let Some(path) = path.cloned() else {
            return Loaded { log: Log::default(), home: Some(self), trouble: None };
        };
        let home = if path == self.path { self } else { Self { path: path.clone(), instead: None } };
        let size = std::fs::metadata(&path).map_or(u64::MAX, |there| there.len());
        let bytes = if size > LIMIT { None } else { std::fs::read(&path).ok() };
        let (log, whole) = bytes.as_deref().map_or((Log::default(), false), read);
        if whole {
            return Loaded { log, home: Some(home), trouble: None };
        }
        let kept = log.done().len() as u32;
        let aside = put_aside(&path);
        let damaged = aside.as_ref().unwrap_or(&path).display().to_string();
        Loaded { log, home: aside.map(|_| home), trouble: Some(Fault::DamagedEdits { path: damaged, kept }) }
    }

    /// Writes the log, now.
    pub(crate) fn save(&mut self, text: &str, log: &Log) -> Result<(), Fault> {
        let bytes = written(text, log);
        let first = write(&self.path, &bytes);
        match (&first, self.instead.take()) {
            (
                Err(Fault::Unwritable { reason: WriteFailure::Denied | WriteFailure::NoFolder, .. }),
                Some(own),
            ) => {
                self.path = own;
                write(&self.path, &bytes)
            }
            _ => first,
        }
    }
}

/// The rules that hold everywhere; a damaged file is put aside and its good lines are kept.
pub(crate) fn load_rules(folder: &Path) -> Vec<Rule> {
    let path = rules_path(folder);
    let Ok(bytes) = std::fs::read(&path) else { return Vec::new() };
    let mut rules = Vec::new();
    let mut whole = true;
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        match serde_json::from_slice::<Rule>(line) {
            Ok(rule) if !rules.contains(&rule) => rules.push(rule),
            Ok(_) => {}
            Err(_) => whole = false,
        }
    }
    if !whole {
        put_aside(&path);
    }
    rules
}

/// Writes the rules that hold everywhere, now.
pub(crate) fn save_rules(folder: &Path, rules: &[Rule]) -> Result<(), Fault> {
    write(&rules_path(folder), &lines(rules))
}

fn rules_path(folder: &Path) -> PathBuf {
    folder.join("rules.jsonl")
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    // Where the folder cannot be made the writing itself says why.
    let _ = path.parent().map(std::fs::create_dir_all);
    write_whole(path, bytes).map(drop)
}

/// The bytes of a log.
pub(crate) fn written(text: &str, log: &Log) -> Vec<u8> {
    let entries: Vec<&Entry> = log.done().iter().chain(log.undone()).collect();
    let head = Head {
        wartagraf: VERSION,
        article: sha256(text),
        entries: entries.len(),
        done: log.done().len(),
        pane: log.pane,
    };
    let mut bytes = lines([head]);
    bytes.extend(lines(entries));
    bytes
}

/// The log in these bytes, as far as its lines are whole, and whether all of it is there.
pub(crate) fn read(bytes: &[u8]) -> (Log, bool) {
    let mut lines = bytes.split_inclusive(|byte| *byte == b'\n');
    let head = lines.next().and_then(whole_line::<Head>).filter(|head| head.wartagraf == VERSION);
    let Some(head) = head else { return (Log::default(), false) };
    let mut entries = Vec::new();
    let mut whole = true;
    for line in lines {
        let Some(entry) = whole_line::<Entry>(line) else {
            whole = false;
            break;
        };
        entries.push(entry);
    }
    whole &= entries.len() == head.entries && head.done <= head.entries;
    let mut log = Log::of(entries, head.done);
    log.pane = head.pane;
    (log, whole)
}

/// A line that ends where it should.
fn whole_line<T: serde::de::DeserializeOwned>(line: &[u8]) -> Option<T> {
    serde_json::from_slice(line.strip_suffix(b"\n")?).ok()
}

fn lines<T: Serialize>(items: impl IntoIterator<Item = T>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for item in items {
        // Only a map with keys that are no strings cannot be written, and there is none.
        let value = serde_json::to_value(item).unwrap_or(Value::Null);
        bytes.extend(value.to_string().bytes());
        bytes.push(b'\n');
    }
    bytes
}

/// Gives what is at `path` a name that nothing else has.
fn put_aside(path: &Path) -> Option<PathBuf> {
    let name = path.file_name()?.to_owned();
    (1..1000).find_map(|n| {
        let mut aside = name.clone();
        aside.push(format!(".damaged-{n}"));
        let aside = path.with_file_name(aside);
        (!aside.exists() && std::fs::rename(path, &aside).is_ok()).then_some(aside)
    })
}

/// SHA-256 in hexadecimal.
pub(crate) fn sha256(text: &str) -> String {
    use std::fmt::Write as _;
    Sha256::digest(text).iter().fold(String::with_capacity(64), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}
