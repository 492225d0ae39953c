//! What stands around a verb or noun on the way back to a subject: what governs it, what it is a complement of, what a walk
//! passes over.

use lang::happen::{Part, Turn};
use lang::{Form, Order, Tag, Voice};
use model::{EntityKind, Plover};

use crate::events::apposition::calls_person;
use crate::events::phrase::Phrase;
use crate::events::reading::Reading;

/// How many words may say what somebody is, between the copula and a name: "menjadi ketua umum Partai Lada".
const COMPLEMENT: usize = 5;

/// How far before its event noun a light verb may stand.
const LIGHT: usize = 7;

/// Whether a phrase is the bare agent of a passive in a relative clause that ended before this verb: "yang didukung Iran mengancam".
pub(in crate::events) fn acts_before(reading: &Reading<'_>, phrase: &Phrase, verb: usize) -> bool {
    let (start, _) = reading.bounds(verb);
    reading.context.pack.order == Order::HeadFirst
        && phrase.prep.is_none()
        && phrase.first >= start
        && (phrase.end..verb).all(|at| reading.transparent(at))
        && phrase.end <= verb
        && relative_over(reading, phrase, start).is_some()
}

/// For the bare agent of a passive right behind "yang": that "yang". An object may act itself: "yang membantu Chad menyerang".
pub(super) fn relative_over(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> Option<usize> {
    let verb = verb_before(reading, phrase, start)?;
    let voice = match reading.trigger_at[verb] {
        Some(event) => Some(reading.triggers[event].voice),
        None => reading.token(verb).voice,
    };
    if voice != Some(Voice::Passive) || reading.cues[verb].say {
        return None;
    }
    // "Laporan yang dirilis PBB menyebut": whoever made a thing speaks in it.
    let rel = (start..verb).rev().find(|at| !reading.transparent(*at)).filter(|at| reading.cues[*at].rel)?;
    let head = rel.checked_sub(1).filter(|head| *head >= start)?;
    let actor = reading.phrase_at[head].is_some() || {
        let terms = (reading.context.pack.terms)();
        terms.heads.exact(reading.lower(head)).is_some_and(|head| {
            matches!(head.kind, EntityKind::Person | EntityKind::Group | EntityKind::Organization)
        })
    };
    actor.then_some(rel)
}

/// "Rina menjadi ketua Partai Lada menggantikan Budi": for words that end there and only say what somebody is, the copula before them.
pub(super) fn complement_of(reading: &Reading<'_>, end: usize, start: usize) -> Option<usize> {
    let copulas = &(reading.context.pack.terms)().copulas;
    let modifier = |at: &usize| {
        matches!(reading.token(*at).tag, Tag::Noun | Tag::Adj | Tag::Propn)
            && reading.trigger_at[*at].is_none()
            && reading.phrase_at[*at].is_none()
    };
    let first = (start..end).rev().take(COMPLEMENT).take_while(modifier).last()?;
    let copula = first.checked_sub(1).filter(|at| *at > start && copulas.contains(reading.lower(*at)))?;
    (reading.context.pack.order == Order::HeadFirst && calls_person(reading, first)).then_some(copula)
}

/// The phrase that stands before a noun as its modifier or owner, over other modifiers.
pub(super) fn modifier(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
    let between = |at: &usize| {
        reading.phrase_at[*at].is_some()
            || !matches!(reading.token(*at).tag, Tag::Noun | Tag::Adj | Tag::Part)
            || reading.trigger_at[*at].is_some()
    };
    reading.phrase_at[(start.max(noun.saturating_sub(4))..noun).rev().find(between)?]
}

/// Whether a noun says what its owner means to do: "rencana", "upaya", "keinginan".
pub(super) fn intends(reading: &Reading<'_>, noun: usize) -> bool {
    let cues = reading.cues[noun];
    cues.plan || cues.hyp || cues.call || reading.trigger_at[noun].is_some()
}

/// The preposition that governs the noun at this token, over other nouns and their modifiers.
pub(super) fn governed(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
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

pub(super) fn head_of_preposition(reading: &Reading<'_>, head: usize, start: usize) -> bool {
    governed(reading, head, start).is_some()
}

/// The verb whose object this phrase is.
pub(in crate::events) fn verb_before(reading: &Reading<'_>, phrase: &Phrase, start: usize) -> Option<usize> {
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
        // "telephoned her counterpart": whose it is stands between.
        if let Some(owner) = reading.phrase_at[at].filter(|owner| reading.owns_next(&reading.phrases[*owner]))
        {
            at = reading.phrases[owner].first;
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
pub(super) fn takes_object_as_subject(reading: &Reading<'_>, verb: usize) -> bool {
    reading.trigger_at[verb].is_some_and(|trigger| {
        matches!(reading.triggers[trigger].sense.turn, Some(Turn::Called | Turn::Claimed))
    })
}

/// "persuaded Chad to attack", "forced the rebels to withdraw": whose infinitive has the verb's object for its subject.
pub(super) fn controls(reading: &Reading<'_>, before: usize, verb: usize) -> bool {
    reading.context.pack.order == Order::HeadLast
        && reading.token(verb).form == Some(Form::Infinitive)
        && (reading.context.pack.terms)().controls.contains(&*reading.token(before).lemma)
}

/// "with Reis defeating Silva", "a petition by lawyers challenging the law": who stands behind a preposition and right before a verb in
/// "-ing". Not "an attack on soldiers killing ten".
pub(super) fn acts_alone(reading: &Reading<'_>, nth: usize, verb: usize) -> bool {
    let phrase = &reading.phrases[nth];
    let (start, _) = reading.bounds(verb);
    let Some(prep) = phrase.prep.filter(|_| reading.token(verb).form == Some(Form::Ing)) else {
        return false;
    };
    let deed = prep > start && !reading.cues[prep].agent && reading.trigger_at[prep - 1].is_some();
    let people = phrase.members.iter().all(|member| {
        matches!(
            reading.kind(member.referent),
            EntityKind::Person | EntityKind::Group | EntityKind::Organization
        )
    });
    people && !deed && (phrase.end..verb).all(|at| reading.transparent(at))
}

/// "Police arrested a man, accused of killing two": the person before the comma whom a participle of blame or punishment is said of.
pub(super) fn accused_before(reading: &Reading<'_>, comma: usize, verb: usize) -> Option<usize> {
    let blames = reading.trigger_at[verb].is_some_and(|event| {
        matches!(reading.triggers[event].sense.kind, Plover::Accuse | Plover::Sanction | Plover::Coerce)
    });
    let participle = reading.token(verb).form == Some(Form::Participle)
        && (comma + 1..verb).all(|at| reading.transparent(at));
    let nth = reading.phrase_at[comma.checked_sub(1)?]?;
    let person = reading.phrases[nth].members.iter().all(|member| {
        matches!(reading.kind(member.referent), EntityKind::Person | EntityKind::Group | EntityKind::Other)
    });
    (blames && participle && person && reading.phrases[nth].end == comma).then_some(nth)
}

/// A verb that asks or accuses without naming whom: its complement's subject is not its own.
pub(super) fn passes_on_object(reading: &Reading<'_>, verb: usize) -> bool {
    reading.trigger_at[verb].is_some_and(|trigger| reading.triggers[trigger].sense.turn == Some(Turn::Called))
}

/// A light verb right before an event noun.
pub(in crate::events) fn light_before(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
    for at in (start.max(noun.saturating_sub(LIGHT))..noun).rev() {
        // "dapat dukungan": right before a noun the auxiliary is the verb that it also is.
        let full = reading.token(at).tag == Tag::Aux && at + 1 == noun;
        if reading.happen.light(reading.lower(at)).is_some()
            && !reading.named[at]
            && (reading.token(at).tag == Tag::Verb || full || reading.headline(at))
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

pub(super) fn from_here_only_small(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|at| reading.transparent(at))
}

pub(super) fn left_has_actor(reading: &Reading<'_>, at: usize, start: usize) -> bool {
    let here = reading.phrases.partition_point(|phrase| phrase.first < at);
    reading.phrases[..here]
        .iter()
        .rev()
        .take_while(|phrase| phrase.first >= start)
        .any(|phrase| phrase.prep.is_none_or(|prep| reading.cues[prep].agent))
}
