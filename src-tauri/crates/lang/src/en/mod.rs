//! English, as newspapers write it.

#[cfg(test)]
mod conformance;
pub mod happen;
mod refine;
pub mod verbs;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use model::Language;

use crate::lexicon::{self, Around};
use crate::numbers::Numbers;
use crate::table::rows;
use crate::{Order, Pack, Tag, Terms, Voice};

/// The English pack.
pub static PACK: Pack = Pack {
    language: Language::English,
    order: Order::HeadLast,
    markers: || {
        static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
        SET.get_or_init(|| around().set("marker"))
    },
    relative: || {
        static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
        SET.get_or_init(BTreeSet::new)
    },
    abbreviations: || {
        static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
        SET.get_or_init(|| around().set("abbreviation"))
    },
    clitics,
    tag,
    common,
    verb: |word| (lemma(word).into(), Voice::Active),
    singular: |_| None,
    refine: refine::refine,
    terms,
    happen: happen::happen,
    numbers: || {
        static NUMBERS: OnceLock<Numbers> = OnceLock::new();
        NUMBERS.get_or_init(|| Numbers::new(include_str!("numbers.tsv"), '.'))
    },
};

fn around() -> &'static Around {
    static LISTS: OnceLock<Around> = OnceLock::new();
    LISTS.get_or_init(|| Around::read(include_str!("around.tsv")))
}

fn terms() -> &'static Terms {
    static TERMS: OnceLock<Terms> = OnceLock::new();
    TERMS.get_or_init(|| lexicon::terms(include_str!("titles.tsv"), include_str!("heads.tsv"), around()))
}

fn words() -> &'static BTreeMap<&'static str, Tag> {
    static WORDS: OnceLock<BTreeMap<&'static str, Tag>> = OnceLock::new();
    WORDS.get_or_init(|| lexicon::tags(&[include_str!("closed.tsv"), include_str!("words.tsv")]))
}

/// "Carney's" is cut before "'s".
fn clitics(word: &str) -> Vec<usize> {
    let lower = crate::tokenize::fold(word);
    let cut = ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"]
        .into_iter()
        .find(|end| lower.ends_with(end) && lower.len() > end.len());
    // The curly apostrophe is longer than the straight one, so the cut is found from the host's characters.
    cut.and_then(|end| word.char_indices().rev().nth(end.chars().count() - 1))
        .map(|(at, _)| vec![at])
        .unwrap_or_default()
}

/// The tag of a folded word: as the tables say, else by its ending.
fn tag(word: &str) -> Option<Tag> {
    words()
        .get(word)
        .copied()
        .or_else(|| forms().contains_key(word).then_some(Tag::Verb))
        .or_else(|| ending(word))
        .or_else(|| (terms().heads.exact(word).is_some() || plural(word)).then_some(Tag::Noun))
}

fn ending(word: &str) -> Option<Tag> {
    if word.len() < 5 || !word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-') {
        return None;
    }
    let ends = |list: &[&str]| list.iter().any(|end| word.ends_with(end));
    if ends(&["ly"]) {
        Some(Tag::Adv)
    } else if ends(&[
        "tion", "tions", "ment", "ments", "ness", "ity", "ities", "ism", "ists", "ist", "ance", "ence",
        "ship", "ers", "ors",
    ]) {
        Some(Tag::Noun)
    } else if ends(&["ous", "ful", "ive", "able", "ible", "ical", "less", "ish"]) {
        Some(Tag::Adj)
    } else if ends(&["ed", "ing"]) {
        Some(Tag::Verb)
    } else {
        None
    }
}

/// Whether it is an ordinary word: in the lexicon, a form of a verb we know, or the plural of a word.
fn common(word: &str) -> bool {
    words().contains_key(word) || forms().contains_key(word) || plural(word)
}

/// Whether it is the plural of a noun in the lexicon.
fn plural(word: &str) -> bool {
    let noun = |one: &str| words().get(one) == Some(&Tag::Noun);
    word.strip_suffix("es").or_else(|| word.strip_suffix('s')).is_some_and(noun)
        || word.strip_suffix('s').is_some_and(noun)
}

/// Whether some sentence may use the word as a verb.
fn may_be_verb(word: &str) -> bool {
    forms().contains_key(word)
}

/// The base form of a verb's form; the word itself if it is none.
fn lemma(word: &str) -> &str {
    forms().get(word).map_or(word, |base| base)
}

fn irregular_past(word: &str) -> bool {
    static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    SET.get_or_init(|| {
        verbs::irregulars().values().flat_map(|(past, participle)| [*past, *participle]).collect()
    })
    .contains(word)
}

/// Forms of all verbs that the lexicon and the tables of events know, with their base.
fn forms() -> &'static BTreeMap<Box<str>, &'static str> {
    static FORMS: OnceLock<BTreeMap<Box<str>, &'static str>> = OnceLock::new();
    FORMS.get_or_init(|| {
        let mut out: BTreeMap<Box<str>, &'static str> = BTreeMap::new();
        let lexicon = rows(include_str!("words.tsv"))
            .filter(|row| row.get(1) == Some(&"VERB"))
            .filter_map(|row| row.get(3).or(row.first()).copied());
        let events = rows(happen::TABLES.triggers)
            .filter(|row| row.get(1) == Some(&"verb"))
            .filter_map(|row| row.first()?.split(' ').next());
        let lights = rows(happen::TABLES.lights).filter_map(|row| row.first().copied());
        let listed = ["charge", "control"].into_iter().flat_map(|list| around().set(list));
        let bases = lexicon.chain(events).chain(lights).chain(listed);
        for base in bases.filter(|base| !matches!(*base, "be" | "have" | "do")) {
            for made in verbs::inflect(base) {
                out.entry(made.form).or_insert(base);
            }
        }
        out
    })
}
