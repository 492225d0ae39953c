//! Phenomena of the two languages, each tried on sentences of our own: literate Markdown in `tests/phenomena`.
//!
//! A heading is a phenomenon, a block quotation is a text, and the list under it says what a careful reader finds in
//! it, and nothing more: an event that is not listed counts against the reading. `tests/phenomena/README.md` explains
//! the lines.

mod judge;
mod read;

use std::collections::BTreeMap;
use std::path::Path;

use model::{Country, EntityKind, Language, Modality, Plover};

pub use judge::{Verdict, judge, traps};

/// One text with what is to be found in it.
#[derive(Debug)]
pub struct Case {
    /// In which language it is read.
    pub language: Language,
    /// The heading it stands under.
    pub phenomenon: String,
    /// File and line, for messages.
    pub place: String,
    /// The text.
    pub text: String,
    /// What is to be found.
    pub expected: Vec<Expected>,
}

/// One line under a text.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// `ASSAULT Israel -> Gaza, planned, by Hamas`
    Event(Wanted),
    /// `person Siti Rahma`, `country Georgia = GEO`
    Entity {
        /// What it is.
        kind: EntityKind,
        /// Any of its names.
        name: String,
        /// Its state, where that is asked.
        country: Option<Country>,
    },
    /// `"Ia" = Siti Rahma`: this word, at its nth place, means that entity.
    Same {
        /// The word as written; `-nya` for the clitic.
        word: String,
        /// Counted from 1.
        nth: usize,
        /// Any name of the entity.
        name: String,
    },
    /// `no name Baca`: nobody is called so.
    NoName(String),
    /// `no event`: said for the reader of the file; any event counts against the reading anyway.
    NoEvent,
    /// `never ASSAULT`, `never`: no event (of this type) may be told as plain fact. For the trap set.
    Never(Option<Plover>),
}

/// An event to be found.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// PLOVER type, or several of which any will do.
    pub kinds: Vec<Plover>,
    /// Who acts.
    pub sources: Vec<Filler>,
    /// Who is acted on.
    pub targets: Vec<Filler>,
    /// Whether it happened.
    pub modality: Modality,
    /// Who vouches for it; in brackets, `(by Hamas)`: this one or the writer.
    pub by: Option<Filler>,
    /// Where, if that is asked.
    pub at: Option<String>,
    /// `maybe`: readers may differ; neither its presence nor its absence counts.
    pub optional: bool,
}

/// Somebody in a role. In brackets: may be there or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Filler {
    /// Any name, or a description in lower case; `A|B` for either.
    pub name: String,
    /// Whether it may be left out.
    pub optional: bool,
}

/// Counts of one phenomenon.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Texts.
    pub cases: usize,
    /// Texts in which all is as expected.
    pub clean: usize,
    /// Expected and found.
    pub right: usize,
    /// Found and not expected.
    pub wrong: usize,
    /// Expected and not found.
    pub missed: usize,
}

impl Counts {
    /// Share of what is found that is right; 1 when nothing is found.
    pub fn precision(self) -> f64 {
        share(self.right, self.right + self.wrong)
    }

    /// Share of what is expected that is found.
    pub fn recall(self) -> f64 {
        share(self.right, self.right + self.missed)
    }

    /// Their harmonic mean.
    pub fn f1(self) -> f64 {
        share(2 * self.right, 2 * self.right + self.wrong + self.missed)
    }

    /// Takes one text's verdict in.
    pub fn add(&mut self, verdict: &Verdict) {
        self.cases += 1;
        self.clean += usize::from(verdict.is_clean());
        self.right += verdict.right;
        self.wrong += verdict.wrong.len();
        self.missed += verdict.missed.len();
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// Every case of a folder of `tests/phenomena`, in the order of the files and in them.
///
/// # Panics
/// On a line that is none of the kinds above: then the suite does not say what it means.
pub fn cases(folder: &str, language: Language) -> Vec<Case> {
    let folder = Path::new("tests/phenomena").join(folder);
    let files = crate::files();
    let wanted = files.iter().filter(|file| {
        file.parent() == Some(&folder)
            && file.extension().is_some_and(|end| end == "md")
            && (folder.file_name().is_some_and(|name| name != "traps")
                || file.file_stem().is_some_and(|name| name.to_string_lossy() == language.code()))
    });
    wanted.flat_map(|file| read::cases(&crate::text(file), &file.display().to_string(), language)).collect()
}

/// All cases of both languages.
pub fn all() -> Vec<Case> {
    let mut out = cases("id", Language::Indonesian);
    out.extend(cases("en", Language::English));
    out
}

/// Counts by language and phenomenon.
pub fn counts(cases: &[Case]) -> BTreeMap<(&'static str, String), Counts> {
    let mut out: BTreeMap<(&'static str, String), Counts> = BTreeMap::new();
    for case in cases {
        out.entry((case.language.code(), case.phenomenon.clone())).or_default().add(&judge(case));
    }
    out
}

/// The committed floors: F1 by language and phenomenon.
///
/// # Panics
/// On a broken line.
pub fn floors() -> BTreeMap<(String, String), f64> {
    let table = crate::text("tests/phenomena/floors.tsv");
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [language, phenomenon, floor] = cells[..] else { panic!("three columns are wanted: {line}") };
            let floor = floor.parse().unwrap_or_else(|_| panic!("a number is wanted: {line}"));
            ((language.to_owned(), phenomenon.to_owned()), floor)
        })
        .collect()
}
