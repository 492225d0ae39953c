//! One actor in several mentions side by side, and the examples of a group: what belongs to the phrase that stands before.

use lang::{Number, Order, Tag};
use model::{EntityKind, MentionKind};

use super::phrase::Phrase;
use super::reading::Reading;
use crate::analysis::Found;

/// How many words a description may have before the name that it owns: "putra mendiang raja Norwegia".
const DESCRIPTION: usize = 4;

/// What a mention is to the phrase before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It says more of the same actor.
    Same,
    /// It is the name of whom the words from this token on only describe.
    Named(usize),
    /// It is an example of the group before it.
    Example,
}

/// How a mention hangs on the phrase before it, if it does.
pub(super) fn side(reading: &Reading<'_>, last: &Phrase, found: &Found) -> Option<Side> {
    if describes(reading, last, found)
        || inside(reading, last, found)
        || owner(reading, last, found)
        || of_state(reading, last, found)
    {
        Some(Side::Same)
    } else if let Some(opens) = named_behind(reading, last, found) {
        Some(Side::Named(opens))
    } else if exemplifies(reading, last, found) {
        Some(Side::Example)
    } else {
        None
    }
}

/// Whether a person's calling, kinship or office begins at this token: "putra", "Direktur Aset".
pub(super) fn calls_person(reading: &Reading<'_>, at: usize) -> bool {
    let terms = (reading.context.pack.terms)();
    let (_, stop) = reading.bounds(at);
    let word = |i: usize| (at + i < stop).then(|| reading.lower(at + i));
    let one = |head: &lang::Head| {
        head.kind == EntityKind::Person || head.kind == EntityKind::Group && head.number != Number::Many
    };
    terms.heads.longest(word).is_some_and(|(_, head)| one(head))
        || terms.titles.longest(word).is_some()
        || terms.kin.contains(reading.lower(at))
}

/// For a phrase whose noun calls a person who stands before a comma ("Rina, putra raja Norwegia"): the phrase before the comma.
pub(super) fn described(reading: &Reading<'_>, phrase: &Phrase) -> Option<usize> {
    let (start, _) = reading.bounds(phrase.first);
    let from = start.max(phrase.first.saturating_sub(DESCRIPTION));
    let opens = (from..phrase.first)
        .rev()
        .take_while(|at| {
            // "jurnalis ternama Chad": a word that only may be a verb.
            !reading.punct(*at) && reading.trigger_at[*at].is_none() && reading.phrase_at[*at].is_none()
        })
        .last()?;
    let comma = opens.checked_sub(1).filter(|at| *at > start && reading.comma(*at))?;
    if !calls_person(reading, opens) {
        return None;
    }
    person_before(reading, comma)
}

/// The person right before a comma, over an age or a short form in brackets.
pub(super) fn person_before(reading: &Reading<'_>, comma: usize) -> Option<usize> {
    let (start, _) = reading.bounds(comma);
    let at = reading.opened(comma.checked_sub(1)?).unwrap_or(comma).checked_sub(1)?;
    reading.phrase_at[at].filter(|nth| at >= start && person(reading, &reading.phrases[*nth]))
}

/// Whether the phrase means one person.
pub(super) fn person(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    matches!(phrase.members[..], [one] if reading.kind(one.referent) == EntityKind::Person)
}

/// A description in apposition to a person: set off by a comma, closed by a comma or a relative clause.
fn describes(reading: &Reading<'_>, last: &Phrase, found: &Found) -> bool {
    let (_, stop) = reading.bounds(found.first);
    person(reading, last)
        && found.mention.kind == MentionKind::Nominal
        && last.end + 1 == found.first
        && reading.comma(last.end)
        && (found.end < stop && (reading.comma(found.end) || reading.cues[found.end].rel))
}

/// "Baku, Azerbaijan": the second only says where the first lies; so of a body, where a comma closes: "Universitas Lada, Jawa Timur,".
fn inside(reading: &Reading<'_>, last: &Phrase, found: &Found) -> bool {
    let (_, stop) = reading.bounds(found.first);
    let [one] = last.members[..] else { return false };
    let sits = match reading.kind(one.referent) {
        EntityKind::Place => true,
        EntityKind::Organization | EntityKind::Facility => {
            reading.kind(found.referent) == EntityKind::Place
                && found.end < stop
                && reading.comma(found.end)
                && !reading.cues.get(found.end + 1).is_some_and(|cues| cues.coord)
        }
        _ => false,
    };
    sits && last.end + 1 == found.first
        && (reading.comma(last.end) || reading.lower(last.end) == "(")
        && lies(reading.kind(found.referent))
}

/// "Mahkamah Kehormatan Dewan (MKD) DPR", "Konsulat Jenderal Peru (KJP) Osaka": behind its short form stands whose or where a body is.
fn owner(reading: &Reading<'_>, last: &Phrase, found: &Found) -> bool {
    let body = matches!(last.members[..], [.., one] if reading.kind(one.referent) == EntityKind::Organization && one.kind == MentionKind::Name);
    body && bracketed(reading, last, found)
        && found.mention.kind == MentionKind::Name
        && (lies(reading.kind(found.referent)) || reading.kind(found.referent) == EntityKind::Organization)
}

/// "kelompok Hizbullah Lebanon", "Kota Lima Peru": right behind a body or place its state. Modifiers stand behind their noun.
fn of_state(reading: &Reading<'_>, last: &Phrase, found: &Found) -> bool {
    let stands = |kind| {
        lies(kind) && kind != EntityKind::Country
            || matches!(kind, EntityKind::Organization | EntityKind::Group)
    };
    reading.context.pack.order == Order::HeadFirst
        && last.end == found.first
        && found.mention.kind == MentionKind::Name
        && reading.kind(found.referent) == EntityKind::Country
        && last.members.last().is_some_and(|member| stands(reading.kind(member.referent)))
}

/// Whether a short form in brackets stands between, or at the end of the phrase.
fn bracketed(reading: &Reading<'_>, last: &Phrase, found: &Found) -> bool {
    last.end == found.first && reading.lower(last.end - 1) == ")"
        || reading.closed(last.end).is_some_and(|close| close + 1 == found.first)
}

fn lies(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Place | EntityKind::Country | EntityKind::Facility)
}

/// "Ayah Dewi Lestari, Budi Lestari, mendesak", "Direktur Aset KPK, Rina Sari,": the name behind the comma is the one described.
fn named_behind(reading: &Reading<'_>, last: &Phrase, found: &Found) -> Option<usize> {
    let (start, stop) = reading.bounds(found.first);
    let name = found.mention.kind == MentionKind::Name && reading.kind(found.referent) == EntityKind::Person;
    if body_behind(reading, last, found) {
        return Some(last.first);
    }
    let comma = last.end + 1 == found.first && reading.comma(last.end);
    let bracket = bracketed(reading, last, found);
    let closed = found.end >= stop || reading.punct(found.end) || bracket;
    if !name || !(comma || bracket) || !closed || last.members.len() != 1 {
        return None;
    }
    let unnamed = last.members[0].kind == MentionKind::Nominal
        && matches!(reading.kind(last.members[0].referent), EntityKind::Person | EntityKind::Other);
    let opens = (start.max(last.first.saturating_sub(DESCRIPTION))..last.first)
        .rev()
        .take_while(|at| matches!(reading.token(*at).tag, Tag::Noun | Tag::Propn | Tag::Adj))
        .filter(|at| calls_person(reading, *at))
        .last();
    opens.or(unnamed.then_some(last.first))
}

/// "perusahaan minyak Norwegia, Equinor, mengumumkan": the name behind the comma is the body described.
fn body_behind(reading: &Reading<'_>, last: &Phrase, found: &Found) -> bool {
    let (_, stop) = reading.bounds(found.first);
    let body = |kind| matches!(kind, EntityKind::Organization | EntityKind::Group);
    let one = matches!(last.members[..], [one] if one.kind == MentionKind::Nominal && body(reading.kind(one.referent)));
    one && found.mention.kind == MentionKind::Name
        && body(reading.kind(found.referent))
        && last.end + 1 == found.first
        && reading.comma(last.end)
        && (found.end >= stop || reading.punct(found.end))
        && !reading.cues.get(found.end + 1).is_some_and(|cues| reading.comma(found.end) && cues.coord)
}

/// "negara tetangga seperti Peru", "banyak pihak, termasuk Uni Eropa".
fn exemplifies(reading: &Reading<'_>, last: &Phrase, found: &Found) -> bool {
    let examples = &(reading.context.pack.terms)().examples;
    let from = last.end + usize::from(last.end < found.first && reading.comma(last.end));
    let opens = examples.longest(|i| (from + i < found.first).then(|| reading.lower(from + i)));
    let between = opens.map_or(from, |(length, ())| from + length);
    opens.is_some()
        && found.mention.kind == MentionKind::Name
        && (between..found.first).all(|at| {
            matches!(reading.token(at).tag, Tag::Noun | Tag::Det | Tag::Num)
                && reading.trigger_at[at].is_none()
        })
        && between + 3 > found.first
        && matches!(last.members[..], [one] if one.kind == MentionKind::Nominal && group(reading.kind(one.referent)))
}

fn group(kind: EntityKind) -> bool {
    matches!(
        kind,
        EntityKind::Group
            | EntityKind::Country
            | EntityKind::Organization
            | EntityKind::Other
            | EntityKind::Person
    )
}
