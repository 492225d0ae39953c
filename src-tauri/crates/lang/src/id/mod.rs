//! Indonesian. Malay is read with the same pack.

#[cfg(test)]
mod conformance;
mod happen;
pub mod verbs;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use model::Language;

use crate::lexicon::{self, Around};
use crate::numbers::Numbers;
use crate::{Order, Pack, Tag, Terms, Voice};

/// The Indonesian pack.
pub static PACK: Pack = Pack {
    language: Language::Indonesian,
    order: Order::HeadFirst,
    markers: || {
        static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
        SET.get_or_init(|| around().set("marker"))
    },
    relative: || {
        static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
        SET.get_or_init(|| around().set("relative"))
    },
    abbreviations: || {
        static SET: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
        SET.get_or_init(|| around().set("abbreviation"))
    },
    clitics,
    tag,
    common,
    verb,
    singular,
    refine: |_| (),
    terms,
    happen: happen::happen,
    numbers: || {
        static NUMBERS: OnceLock<Numbers> = OnceLock::new();
        NUMBERS.get_or_init(|| Numbers::new(include_str!("numbers.tsv"), ','))
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

/// "dukungannya" is cut before "nya", "inilah" not at all: only -nya, -lah, -kah, -pun, and -ku, -mu where the host is
/// a word and the whole is not.
fn clitics(word: &str) -> Vec<usize> {
    static WHOLE: OnceLock<BTreeSet<&'static str>> = OnceLock::new();
    let whole = WHOLE.get_or_init(|| around().set("whole"));
    let lower = crate::tokenize::fold(word);
    if lower.len() != word.len() || whole.contains(&*lower) || terms().pronouns.exact(&lower).is_some() {
        return Vec::new();
    }
    let known = |stem: &str| words().contains_key(stem);
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    let mut cuts = Vec::new();
    let mut end = lower.len();
    // "itupun", "bagaimanakah", "dialah": the particle comes last, after any -nya.
    for particle in ["lah", "kah", "pun"] {
        if let Some(stem) = lower.strip_suffix(particle)
            && stem.len() >= 3
            && !known(&lower)
            && (known(stem)
                || stem.strip_suffix("nya").is_some_and(known)
                || capital && is_named(&word[..stem.len()]))
        {
            end = stem.len();
            cuts.push(end);
            break;
        }
    }
    // "China-nya", "NATO-nya", "Rusia-lah"
    let written_apart =
        ["-nya", "-lah", "-kah", "-pun"].iter().find_map(|part| lower[..end].strip_suffix(part));
    if let Some(host) = written_apart.filter(|host| host.len() >= 2) {
        return vec![host.len(), host.len() + 1];
    }
    if let Some(stem) = lower[..end].strip_suffix("nya") {
        // "Kenya", "Sonya": a capitalised word is only cut when its host is known.
        let named = capital && is_named(&word[..stem.len()]);
        if stem.len() >= 3
            && (known(stem) || named || singular(stem).is_some() || !capital && stem.len() >= 4)
        {
            cuts.push(stem.len());
        }
    } else if cuts.is_empty() && !capital {
        for clitic in ["ku", "mu"] {
            if let Some(stem) = lower.strip_suffix(clitic)
                && stem.len() >= 4
                && !known(&lower)
                && words().get(stem) == Some(&Tag::Noun)
            {
                cuts.push(stem.len());
            }
        }
    }
    cuts.sort_unstable();
    cuts
}

/// "Eropanya", "Indonesianya": whether the host is a country or a place that the tables know well.
fn is_named(host: &str) -> bool {
    crate::know::countries().by_name(host).is_some()
        || crate::know::place(host).is_some_and(|place| place.known)
}

/// The tag of a folded word: as the tables say, else by its affixes ("pengeboman", "dievakuasi", "diplomasi").
fn tag(word: &str) -> Option<Tag> {
    if matches!(word, "nya" | "ku" | "mu") {
        return Some(Tag::Pron);
    }
    words()
        .get(word)
        .copied()
        .or_else(|| singular(word).and_then(|one| words().get(one).copied()))
        .or_else(|| affixes(word))
}

fn affixes(word: &str) -> Option<Tag> {
    // "seruan", "kecaman"; "itulah", "apakah"
    if word.strip_suffix("an").is_some_and(|stem| stem.len() >= 4 && words().contains_key(stem)) {
        return Some(Tag::Noun);
    }
    if let Some(tag) =
        ["lah", "kah", "pun"].into_iter().find_map(|end| words().get(word.strip_suffix(end)?).copied())
    {
        return Some(tag);
    }
    let verb = ["mem", "men", "meng", "meny", "mel", "mer", "mew", "mey", "ber", "di", "ter"];
    let noun = ["pem", "pen", "peng", "per", "pel", "ke", "se"];
    let long = word.len() >= 6;
    if !long || word.chars().any(|c| !c.is_ascii_lowercase() && c != '-') {
        return None;
    }
    if noun.iter().any(|p| word.starts_with(p)) && word.ends_with("an") && !word.ends_with("kan") {
        return Some(Tag::Noun);
    }
    if verb.iter().any(|p| word.starts_with(p)) {
        return Some(Tag::Verb);
    }
    None
}

/// Whether it is an ordinary word. Names that are also words ("Mega", "Surya") are not in the table unless they are
/// mostly written small.
fn common(word: &str) -> bool {
    words().contains_key(word)
        || singular(word).is_some_and(|one| words().contains_key(one))
        || hosts(word)
        || stem(word)
}

/// Whether it is the stem of a verb for happenings, which headlines write without its prefix and with a capital: "Kenya
/// Kecam Uganda".
fn stem(word: &str) -> bool {
    happen::happen().entries(word).iter().any(|entry| entry.bare)
}

/// "menyerangnya", "dikatakannya"
fn hosts(word: &str) -> bool {
    word.strip_suffix("nya").is_some_and(|stem| words().contains_key(stem))
}

fn verb(word: &str) -> (Box<str>, Voice) {
    let passive = word.starts_with("di")
        || word.starts_with("ter") && !word.starts_with("terus")
        || word.starts_with("ke") && word.ends_with("an");
    (word.into(), if passive { Voice::Passive } else { Voice::Active })
}

/// "negara-negara" is "negara".
fn singular(word: &str) -> Option<&str> {
    let (left, right) = word.split_once('-')?;
    (left == right && left.len() >= 2).then_some(left)
}
