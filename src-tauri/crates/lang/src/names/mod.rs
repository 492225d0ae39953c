//! The trained name tagger: a linear-chain conditional random field over persons, organisations and places.
//!
//! It proposes what a capitalised word is from its letters, its neighbours, its word class and the tables of the world.
//! `extract` asks it only where a name's own words and neighbours leave its kind open. The features stand here once, for
//! reading and for training; the weights are made by `train` (`names.md` says from what).

mod classes;
mod evidence;
mod features;
mod search;
mod weights;

pub use classes::{Classes, GRAINS};
pub use evidence::{Evidence, Hint, label, look};
pub use features::{Elsewhere, Seen};
pub use search::{Marginals, allowed, best, marginals};
pub use weights::{LABELS, Model};

use std::sync::OnceLock;

use ::model::Language;

/// What the tagger tells apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A person.
    Person,
    /// A body, firm, party, medium.
    Organization,
    /// A state, region, city, building.
    Place,
}

impl Kind {
    /// All kinds, in the order of the labels.
    pub const ALL: [Self; 3] = [Self::Person, Self::Organization, Self::Place];
}

/// The label of a token: 0 outside; then for each kind begin, inside, last, alone.
pub type Label = u8;

/// The kind that a label belongs to.
pub fn kind_of(label: Label) -> Option<Kind> {
    label.checked_sub(1).and_then(|rest| Kind::ALL.get(usize::from(rest / 4)).copied())
}

/// The labels of a name of so many tokens.
pub fn labels_of(kind: Kind, length: usize) -> impl Iterator<Item = Label> {
    let base = 1 + 4 * kind as u8;
    (0..length).map(move |at| match (at, length) {
        (_, 1) => base + 3,
        (0, _) => base,
        (at, _) if at + 1 == length => base + 2,
        _ => base + 1,
    })
}

/// The names that labels spell: first token, end, kind.
pub fn spans(labels: &[Label]) -> Vec<(usize, usize, Kind)> {
    let mut out = Vec::new();
    let mut first = None;
    for (at, &label) in labels.iter().enumerate() {
        let Some(kind) = kind_of(label) else {
            first = None;
            continue;
        };
        match (label - 1) % 4 {
            0 => first = Some((at, kind)),
            1 => {}
            2 => out.extend(first.take().filter(|(_, k)| *k == kind).map(|(from, _)| (from, at + 1, kind))),
            _ => out.push((at, at + 1, kind)),
        }
    }
    out
}

/// The tagger of a language; `None` where none was trained.
pub fn tagger(language: Language) -> Option<&'static Model> {
    static INDONESIAN: OnceLock<Option<Model>> = OnceLock::new();
    match language {
        Language::Indonesian => {
            INDONESIAN.get_or_init(|| Model::read(include_bytes!("../id/names.crf"))).as_ref()
        }
        _ => None,
    }
}

/// The word classes of a language, for training and reading alike.
pub fn classes(language: Language) -> &'static Classes {
    static INDONESIAN: OnceLock<Classes> = OnceLock::new();
    static NONE: OnceLock<Classes> = OnceLock::new();
    match language {
        Language::Indonesian => INDONESIAN.get_or_init(|| Classes::read(include_str!("../id/classes.tsv"))),
        _ => NONE.get_or_init(|| Classes::read("")),
    }
}
