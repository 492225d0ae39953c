//! English: the pack's place in the registry. Its tables follow.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use model::Language;

use crate::lexicon::{self, Around};
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
    tag: |word| words().get(word).copied(),
    common: |word| words().contains_key(word),
    verb: |word| (word.into(), Voice::Active),
    singular: |_| None,
    terms,
    happen: || {
        static NONE: OnceLock<crate::happen::Happen> = OnceLock::new();
        NONE.get_or_init(|| crate::happen::Happen::new(&crate::happen::Tables { triggers: "", frames: "", cues: "", lights: "", times: "", inflect: |_| Vec::new() }))
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
    let cut = ["'s", "'re", "'ve", "'ll", "'d", "'m", "n't"].into_iter().find(|end| lower.ends_with(end) && lower.len() > end.len());
    // The curly apostrophe is longer than the straight one, so the cut is found from the host's characters.
    cut.and_then(|end| word.char_indices().rev().nth(end.chars().count() - 1)).map(|(at, _)| vec![at]).unwrap_or_default()
}
