//! What stands between a subject and its verb without being either: speakers between commas, descriptions, clauses.

use lang::{Form, Order, Tag};
use model::EntityKind;

use super::apposition::{calls_person, person_before};
use super::phrase::Phrase;
use super::reading::Reading;

/// How many words may stand between a comma and the name of the place that somebody is from.
const ORIGIN: usize = 4;

/// How many tokens an insertion may have.
const INSERTED: usize = 30;

/// "Rusia, kata Zelenskyy, menyerang": the comma before a speaker who stands between two.
pub(super) fn inserted_speaker(reading: &Reading<'_>, closing: usize, start: usize) -> Option<usize> {
    // "Rebels, police said, killed": the speaker before the verb.
    let says = closing.checked_sub(1).filter(|word| reading.cues[*word].say && reading.cues[*word].quote);
    if let Some(word) = says
        && let Some(nth) = word.checked_sub(1).and_then(|at| reading.phrase_at[at])
    {
        let comma = reading.phrases[nth].first.checked_sub(1)?;
        return Some(comma).filter(|opening| *opening > start && reading.comma(*opening));
    }
    let speaker = &reading.phrases[reading.phrase_at[closing.checked_sub(1)?]?];
    let word = speaker.first.checked_sub(1).filter(|word| reading.cues[*word].quote)?;
    word.checked_sub(1).filter(|opening| *opening > start && reading.comma(*opening))
}

/// "Organisasi relawan, yakni Barisan Lada, menetapkan": for a comma right before a verb, the actors named between it and the comma before.
pub(super) fn named_between(reading: &Reading<'_>, closing: usize, start: usize) -> Option<usize> {
    let end = reading.opened(closing.checked_sub(1)?).unwrap_or(closing);
    let nth = end.checked_sub(1).and_then(|at| reading.phrase_at[at])?;
    let phrase = &reading.phrases[nth];
    let opener = phrase.first.checked_sub(1).filter(|at| *at > start)?;
    let examples = &(reading.context.pack.terms)().examples;
    let names = reading.cues[opener].stop && examples.exact(reading.lower(opener)).is_some();
    (names && phrase.prep.is_none() && reading.comma(opener - 1)).then_some(nth)
}

/// "warga, khususnya di Merica, yang mendukung": for a comma that closes a part of what stands before it, the comma that opens it.
pub(super) fn part_between(reading: &Reading<'_>, closing: usize, start: usize) -> Option<usize> {
    let open = (start..closing).rev().take(INSERTED).find(|at| reading.comma(*at))?;
    let including = &(reading.context.pack.terms)().including;
    let part = including.contains(reading.lower(open + 1)) && !(open + 1..closing).any(|at| reading.verb(at));
    (part && open > start).then_some(open)
}

/// For a comma right before a verb that closes an insertion (", yang juga ketua partai,"): the comma that opened it.
pub(super) fn opening_comma(reading: &Reading<'_>, closing: usize, start: usize) -> Option<usize> {
    let open = (start..closing).rev().take(30).find(|at| reading.comma(*at))?;
    // "Menurut kantor berita pada Rabu, petani Peru, khususnya di Cusco, menuntut": a time is no actor to be described.
    let before = open.checked_sub(1).map_or(open, |before| reading.opened(before).unwrap_or(before + 1));
    if before > start && reading.timed[before - 1] {
        return None;
    }
    let next = reading.cues.get(open + 1)?;
    let apposition = next.rel
        || next.coord && reading.cues.get(open + 2).is_some_and(|cues| cues.rel)
        || next.stop
        || calling(reading, open, closing)
        || reading.token(open + 1).tag == Tag::Det && !(open + 1..closing).any(|at| reading.verb(at))
        || reading.phrase_at[open + 1].is_some() && !(open + 1..closing).any(|at| reading.verb(at));
    if apposition && open > start {
        return Some(open);
    }
    if reading.context.pack.order == Order::HeadLast { clause_between(reading, closing, start) } else { None }
}

/// "Survivors of the raid, a village where militias killed many, welcomed", "Leaders, joined by Peru, praised", "Reis, after visiting Lima,
/// asked": for the comma right before a verb the one that opened the insertion, whose own verbs are no verbs of the sentence.
fn clause_between(reading: &Reading<'_>, closing: usize, start: usize) -> Option<usize> {
    let (_, stop) = reading.bounds(closing);
    let next = (closing + 1..stop).find(|at| !reading.transparent(*at))?;
    let finite = reading.token(next).form.is_some_and(Form::finite);
    if !reading.verb(next) || !finite {
        return None;
    }
    // A comma between two actors parts nothing, one between a name and its description does: "Al-Shabab, an Islamist group".
    let one = |nth: usize| reading.phrases[nth].members.len() == 1;
    let from = start.max(closing.saturating_sub(INSERTED));
    (from + 1..closing).rev().filter(|at| reading.comma(*at) && reading.phrase_at[*at].is_none_or(one)).find(
        |open| {
            let first = open + 1;
            let before = open - 1;
            let noun = reading.phrase_at[before].is_some()
                || reading.token(before).tag == Tag::Noun
                || reading.opened(before).is_some();
            // "Peru, which, according to Ana Reis, accused"
            if reading.cues[first].according && (noun || reading.cues[before].rel) {
                return true;
            }
            let opener = reading.token(first);
            let participle = opener.tag == Tag::Verb
                && (opener.form == Some(Form::Ing) || opener.form == Some(Form::Participle));
            // "an Islamist group fighting the government"
            let described = (opener.tag == Tag::Det || reading.phrase_at[first].is_some())
                && (first..closing)
                    .filter(|at| reading.verb(*at))
                    .all(|at| matches!(reading.token(at).form, Some(Form::Ing | Form::Participle)))
                && (first..closing).any(|at| reading.verb(at));
            let open_clause = (first..closing)
                .take_while(|at| !reading.verb(*at))
                .any(|at| reading.cues[at].rel || reading.cues[at].sub);
            noun && (participle || open_clause || described) && !reading.cues[first].coord
        },
    )
}

/// "Rina Sari, putra mendiang raja Norwegia, menyerukan": a person's calling between commas.
fn calling(reading: &Reading<'_>, open: usize, closing: usize) -> bool {
    person_before(reading, open).is_some()
        && calls_person(reading, open + 1)
        && !(open + 1..closing).any(|at| reading.verb(at))
}

/// "Rina Sari (40), warga Desa Lada, Kabupaten Merica, ditemukan": for the places and people that say where somebody is from, the comma
/// behind him.
pub(super) fn behind_person(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> Option<usize> {
    let origin = phrase.members.iter().all(|member| {
        matches!(reading.kind(member.referent), EntityKind::Place | EntityKind::Country | EntityKind::Group)
            && member.acts_as.is_none()
    });
    let comma = (start.max(phrase.first.saturating_sub(ORIGIN))..phrase.first)
        .rev()
        .find(|at| reading.punct(*at) || reading.verb(*at) || reading.phrase_at[*at].is_some())
        .filter(|at| origin && reading.comma(*at) && *at > start)?;
    let before = reading.opened(comma - 1).unwrap_or(comma).checked_sub(1)?;
    let nth = reading.phrase_at[before].filter(|_| before >= start)?;
    reading.phrases[nth]
        .members
        .iter()
        .all(|member| reading.kind(member.referent) == EntityKind::Person)
        .then_some(comma)
}
