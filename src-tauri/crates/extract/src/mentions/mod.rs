//! Finding who and what a text speaks of: names, descriptions, pronouns. Who is whom is for `resolve` to say.

mod bodies;
mod callings;
mod describe;
mod heard;
mod last_describe;
mod last_names;
mod last_offices;
mod names;
mod offices;
mod plain;
mod reader;

pub(crate) use describe::{Description, descriptions};
pub(crate) use heard::{entity, evidence, heard, unsure};
pub(crate) use names::{Name, folded, names};
pub(crate) use offices::{Office, Seat, offices};

use lang::{Pack, Shape, Tag, Terms, Token};
use model::EntityKind;

/// Whether a token is written as names are.
pub(crate) fn is_caplike(token: &Token) -> bool {
    match token.shape {
        Shape::Capital | Shape::Upper => true,
        Shape::Mixed => token.capital && !token.lower.starts_with(['@', '#', '$']),
        _ => false,
    }
}

/// "ke-7": a number behind a preposition that a hyphen ties to it.
pub(crate) fn is_ordinal(token: &Token, pack: &Pack) -> bool {
    token.shape == Shape::Mixed
        && token.lower.split_once('-').is_some_and(|(before, number)| {
            (pack.tag)(before) == Some(Tag::Adp)
                && !number.is_empty()
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
}

/// Where the longest title begins, from `first` on, whose last word stands at `at`; `word` tells the folded words.
pub(crate) fn title_ending<'w>(
    terms: &Terms,
    first: usize,
    at: usize,
    word: impl Fn(usize) -> Option<&'w str>,
) -> Option<usize> {
    let ends = |from: usize| {
        terms.titles.longest(|i| word(from + i)).is_some_and(|(length, _)| from + length == at + 1)
    };
    (first.max(at.saturating_sub(3))..=at).find(|from| ends(*from))
}

/// "Rina Sari (35), dosen": where the name ends, for what ends at `end` and may be its age in brackets. Nothing before `first` is looked at.
pub(crate) fn before_age(tokens: &[Token], first: usize, end: usize) -> usize {
    let age = |at: &usize| {
        *at > first
            && &*tokens[*at].lower == "("
            && tokens[at + 1].shape == Shape::Number
            && &*tokens[at + 2].lower == ")"
    };
    end.checked_sub(3).filter(age).unwrap_or(end)
}

/// Whether an office may be held in such a thing.
pub(crate) fn holds_offices(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Country
            | EntityKind::Organization
            | EntityKind::Place
            | EntityKind::Group
            | EntityKind::Facility
    )
}

/// The folded word at `at`, inside `end`.
pub(crate) fn word(tokens: &[Token], at: usize, end: usize) -> Option<&str> {
    (at < end).then(|| tokens.get(at)).flatten().map(|token| &*token.lower)
}
