//! Whose deed a verb tells: the way back from a verb to its subject.
//!
//! Indonesian leaves subjects out freely, so the walk goes over prepositional phrases, resumes the head of a relative
//! clause at "yang", and inherits the subject of the verb that governs or precedes where there is none.

use lang::happen::{Part, Turn};
use lang::{Order, Tag, Voice};
use model::EntityKind;

use super::apposition::{calls_person, described, person, person_before};
use super::phrase::Phrase;
use super::reading::Reading;
use super::roles::says_i;

/// How deep subjects may be inherited.
const DEPTH: usize = 5;
/// How far back a relative clause's head may stand from its "yang".
const HEAD: usize = 7;

/// How many tokens a bracket may hold that stands behind a subject.
const BRACKET: usize = 8;

/// How many words may stand between a comma and the name of the place that somebody is from.
const ORIGIN: usize = 4;

/// How far before its event noun a light verb may stand.
const LIGHT: usize = 7;

/// What stands in the subject's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// An actor phrase.
    Actor(usize),
    /// Something that belongs to an actor phrase: "kebijakan China".
    Owned(usize),
    /// An event word: "serangan itu menewaskan".
    Event(usize),
    /// Whoever speaks: "kami" in a quotation.
    Speaker,
    /// Something that is no actor.
    Thing,
    /// Nothing was found.
    Nobody,
}

impl Subject {
    pub(super) fn phrase(self) -> Option<usize> {
        match self {
            Self::Actor(phrase) | Self::Owned(phrase) => Some(phrase),
            _ => None,
        }
    }
}

/// The subject of the verb at this token.
pub(super) fn subject(reading: &Reading<'_>, verb: usize) -> Subject {
    walk(reading, verb, 0)
}

fn walk(reading: &Reading<'_>, verb: usize, depth: usize) -> Subject {
    if depth > DEPTH {
        return Subject::Nobody;
    }
    let (start, _) = reading.bounds(verb);
    let mut at = verb;
    // After "dan" or a comma the subject is that of the verb before, not that verb's object.
    let mut coordinated = false;
    // The complement of "bahwa" or "untuk" has its matrix to the left.
    let mut zero = false;
    // Where "untuk" stands, if it was passed over.
    let mut purpose = None;
    // "dibuka oleh Rina dan dihadiri Budi": what is opened is attended, not she.
    let suffers = reading.context.pack.order == Order::HeadFirst
        && reading.trigger_at[verb]
            .map_or(reading.token(verb).voice, |event| Some(reading.triggers[event].voice))
            == Some(Voice::Passive);
    // Whether an insertion between commas was passed over.
    let mut apposed = false;
    while at > start {
        at -= 1;
        if let Some(open) = reading.opened(at) {
            at = open;
            continue;
        }
        if reading.timed[at] {
            continue;
        }
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            if let Some(prep) = phrase.prep {
                // "disampaikan oleh X, saat menghadiri": the agent goes on acting.
                if (zero || coordinated && !suffers) && reading.cues[prep].agent {
                    return Subject::Actor(nth);
                }
                at = prep.min(phrase.first);
                continue;
            }
            // "rencana Peru untuk menyerang": whose plan it is acts.
            if zero && purpose == Some(phrase.end) && phrase.head.is_some_and(|head| intends(reading, head)) {
                return Subject::Owned(nth);
            }
            if zero || coordinated {
                // "bertemu Putin dan mengatakan": Putin is what was met.
                if let Some(before) = verb_before(reading, phrase, start)
                    .filter(|before| coordinated || !takes_object_as_subject(reading, *before))
                {
                    return walk(reading, before, depth + 1);
                }
            }
            if apposed && let Some(comma) = behind_person(reading, phrase, start) {
                at = comma;
                continue;
            }
            return match phrase.head {
                Some(head) => match reading.trigger_at[head] {
                    Some(event) if reading.triggers[event].part == Part::Noun => Subject::Event(event),
                    _ if head_of_preposition(reading, head, start) => {
                        at = head;
                        continue;
                    }
                    _ => Subject::Owned(nth),
                },
                None if reading.owns_next(phrase) => Subject::Owned(nth),
                None => Subject::Actor(nth),
            };
        }
        let cues = reading.cues[at];
        if says_i(reading, at) && reading.context.pack.order == Order::HeadFirst {
            // "Kedua negara kami mendukung": whose they are.
            if at > start && matches!(reading.token(at - 1).tag, Tag::Noun | Tag::Adj) {
                continue;
            }
            return Subject::Speaker;
        }
        if let Some(event) = reading.trigger_at[at] {
            let event_word = &reading.triggers[event];
            if event_word.part == Part::Verb {
                return walk(reading, event_word.first, depth + 1);
            }
            at = event_word.first;
            if governed(reading, at, start).is_some() || coordinated {
                at = governed(reading, at, start).unwrap_or(at);
                continue;
            }
            if let Some(light) = light_before(reading, at, start) {
                return walk(reading, light, depth + 1);
            }
            return if zero { continue } else { Subject::Event(event) };
        }
        if cues.rel {
            return head_of_relative(reading, at, start, depth);
        }
        if reading.comma(at) {
            if let Some(opening) = inserted_speaker(reading, at, start) {
                at = opening;
                continue;
            }
            if let Some(opening) = opening_comma(reading, at, start) {
                apposed = true;
                at = opening;
                continue;
            }
            coordinated = true;
            continue;
        }
        // "militer Israel (IDF) mengumumkan": what stands in brackets is passed over.
        if reading.lower(at) == ")"
            && let Some(open) =
                (start.max(at.saturating_sub(BRACKET))..at).rev().find(|open| reading.lower(*open) == "(")
        {
            at = open;
            continue;
        }
        if reading.wall(at) {
            break;
        }
        if cues.comp || cues.purpose && from_here_only_small(reading, at + 1, verb) || cues.sub {
            zero = true;
            purpose = cues.purpose.then_some(at);
            if cues.sub && !left_has_actor(reading, at, start) {
                break;
            }
            continue;
        }
        if cues.coord && !cues.prep {
            coordinated = true;
            continue;
        }
        if reading.verb(at) {
            if passes_on_object(reading, at) && !coordinated {
                return Subject::Nobody;
            }
            return walk(reading, at, depth + 1);
        }
        if reading.transparent(at) || cues.prep {
            continue;
        }
        if matches!(reading.token(at).tag, Tag::Noun | Tag::Propn | Tag::Num) && !coordinated && !zero {
            match governed(reading, at, start) {
                Some(prep) => at = prep,
                None => return Subject::Thing,
            }
        }
    }
    // "Tiba di Lima, Mirza Temui Ketua Parlemen": headlines leave the conjunction out too.
    if zero || coordinated || reading.headline(verb) { forward(reading, verb) } else { Subject::Nobody }
}

/// Whether a noun says what its owner means to do: "rencana", "upaya", "keinginan".
fn intends(reading: &Reading<'_>, noun: usize) -> bool {
    let cues = reading.cues[noun];
    cues.plan || cues.hyp || cues.call || reading.trigger_at[noun].is_some()
}

/// The preposition that governs the noun at this token, over other nouns and their modifiers.
fn governed(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
    for at in (start.max(noun.saturating_sub(6))..noun).rev() {
        if reading.timed[at] {
            continue;
        }
        if reading.cues[at].prep {
            return Some(at);
        }
        let plain = matches!(reading.token(at).tag, Tag::Noun | Tag::Adj | Tag::Num | Tag::Det | Tag::Propn)
            && reading.phrase_at[at].is_none()
            && !reading.verb(at);
        if !plain || reading.punct(at) {
            return None;
        }
    }
    None
}

fn head_of_preposition(reading: &Reading<'_>, head: usize, start: usize) -> bool {
    governed(reading, head, start).is_some()
}

/// The verb whose object this phrase is.
pub(super) fn verb_before(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> Option<usize> {
    let mut at = phrase.prep.unwrap_or(phrase.first).min(phrase.first);
    for _ in 0..6 {
        if at == start {
            return None;
        }
        at -= 1;
        if let Some(open) = reading.opened(at) {
            at = open;
            continue;
        }
        if let Some(trigger) = reading.trigger_at[at] {
            let trigger = &reading.triggers[trigger];
            if trigger.part == Part::Verb {
                return Some(trigger.first);
            }
            // "memuji perundingan Peru dan ...": the noun's possessor, and the noun the verb's object.
            at = trigger.first;
            continue;
        }
        // "warga memilih Rina": what may stand before a verb ("memilih mundur") is one itself before its object.
        let full = reading.token(at).tag == Tag::Verb && reading.cues[at].skip && at + 1 == phrase.first;
        if reading.verb(at) || full {
            return Some(at);
        }
        if reading.punct(at)
            || reading.phrase_at[at].is_some()
            || reading.cues[at].sub
            || reading.cues[at].rel
            || reading.cues[at].comp
        {
            return None;
        }
    }
    None
}

/// "meminta Xi melibatkan", "menuduh Ukraina menyerang": the object acts in the complement.
fn takes_object_as_subject(reading: &Reading<'_>, verb: usize) -> bool {
    reading.trigger_at[verb].is_some_and(|trigger| {
        matches!(reading.triggers[trigger].sense.turn, Some(Turn::Called | Turn::Claimed))
    })
}

/// A verb that asks or accuses without naming whom: its complement's subject is not its own.
fn passes_on_object(reading: &Reading<'_>, verb: usize) -> bool {
    reading.trigger_at[verb].is_some_and(|trigger| reading.triggers[trigger].sense.turn == Some(Turn::Called))
}

/// A light verb right before an event noun.
pub(super) fn light_before(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
    for at in (start.max(noun.saturating_sub(LIGHT))..noun).rev() {
        if reading.happen.light(reading.lower(at)).is_some()
            && !reading.named[at]
            && (reading.token(at).tag == Tag::Verb || reading.headline(at))
        {
            return Some(at);
        }
        // "menghadiri jamuan dan pertemuan": both nouns have the verb.
        let joined = reading.trigger_at[at].is_some_and(|event| reading.triggers[event].part == Part::Noun)
            || reading.cues[at].coord;
        let plain = joined
            || matches!(reading.token(at).tag, Tag::Noun | Tag::Adj | Tag::Num | Tag::Det | Tag::Adv)
                && !reading.cues[at].prep;
        if !plain
            || reading.phrase_at[at].is_some()
            || reading.trigger_at[at].is_some() && !joined
            || reading.punct(at)
        {
            return None;
        }
    }
    None
}

/// The noun before "yang", which the relative clause is about.
fn head_of_relative(reading: &Reading<'_>, rel: usize, start: usize, depth: usize) -> Subject {
    let mut at = rel;
    for _ in 0..HEAD {
        if at == start {
            return Subject::Nobody;
        }
        at -= 1;
        if let Some(open) = reading.opened(at) {
            at = open;
            continue;
        }
        if reading.timed[at] {
            continue;
        }
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            if let Some(event) = phrase
                .head
                .and_then(|head| reading.trigger_at[head])
                .filter(|event| reading.triggers[*event].part == Part::Noun)
            {
                return Subject::Event(event);
            }
            // "Diana, jurnalis Kolombia yang tewas": who is described, not her country.
            if let Some(who) = described(reading, phrase) {
                return Subject::Actor(who);
            }
            if let Some(before) = of_whom(reading, nth, rel) {
                return Subject::Actor(before);
            }
            return if phrase.head.is_some() { Subject::Owned(nth) } else { Subject::Actor(nth) };
        }
        if let Some(event) = reading.trigger_at[at] {
            let trigger = &reading.triggers[event];
            return if trigger.part == Part::Noun { Subject::Event(event) } else { Subject::Thing };
        }
        if reading.cues[at].coord {
            // "pasukannya mundur, serta tanah yang direbut": the head is the noun between.
            if (at + 1..rel).any(|between| reading.token(between).tag == Tag::Noun) {
                return Subject::Thing;
            }
            // "... dan yang": a second relative clause on the same head.
            return walk(reading, at, depth + 1);
        }
        if reading.verb(at) || reading.wall(at) {
            return Subject::Thing;
        }
    }
    Subject::Thing
}

/// "Rina dari Partai Nasional, yang didukung": behind a comma the clause is about the person, not about where he is from.
fn of_whom(reading: &Reading<'_>, nth: usize, rel: usize) -> Option<usize> {
    let phrase = &reading.phrases[nth];
    let prep = phrase.prep.filter(|_| phrase.end < rel && reading.comma(rel - 1))?;
    let before = nth.checked_sub(1).filter(|before| reading.phrases[*before].end == prep)?;
    (person(reading, &reading.phrases[before]) && !person(reading, phrase)).then_some(before)
}

/// "Rusia, kata Zelenskyy, menyerang": the comma before a speaker who stands between two.
fn inserted_speaker(reading: &Reading<'_>, closing: usize, start: usize) -> Option<usize> {
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

/// For a comma right before a verb that closes an insertion (", yang juga ketua partai,"): the comma that opened it.
fn opening_comma(reading: &Reading<'_>, closing: usize, start: usize) -> Option<usize> {
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
    (apposition && open > start).then_some(open)
}

/// "Rina Sari, putra mendiang raja Norwegia, menyerukan": a person's calling between commas.
fn calling(reading: &Reading<'_>, open: usize, closing: usize) -> bool {
    person_before(reading, open).is_some()
        && calls_person(reading, open + 1)
        && !(open + 1..closing).any(|at| reading.verb(at))
}

/// "Rina Sari (40), warga Desa Lada, Kabupaten Merica, ditemukan": for the places and people that say where somebody is from, the comma
/// behind him.
fn behind_person(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> Option<usize> {
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

fn from_here_only_small(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|at| reading.transparent(at))
}

fn left_has_actor(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    let here = reading.phrases.partition_point(|phrase| phrase.first < at);
    reading.phrases[..here]
        .iter()
        .rev()
        .take_while(|phrase| phrase.first >= start)
        .any(|phrase| phrase.prep.is_none_or(|prep| reading.cues[prep].agent))
}

/// For a clause that comes first ("Setelah menghentikan ekspor, China dituduh"): the subject behind the comma.
fn forward(reading: &Reading<'_>, verb: usize) -> Subject {
    let (_, stop) = reading.bounds(verb);
    let Some(comma) = (verb..stop).find(|at| reading.comma(*at)) else { return Subject::Nobody };
    for at in comma + 1..stop.min(comma + 8) {
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            return if phrase.prep.is_none() && phrase.head.is_none() {
                Subject::Actor(nth)
            } else {
                Subject::Nobody
            };
        }
        if reading.verb(at) || reading.wall(at) {
            return Subject::Nobody;
        }
    }
    Subject::Nobody
}
