//! Who is rebuffed, where a refusal names only the words or the meeting it is about.

use lang::happen::Part;
use lang::{Order, Tag, Voice};
use model::Plover;

use super::reading::Reading;
use super::roles::{Roles, opinion};
use super::subject::subject;
use super::trigger::Trigger;
use crate::analysis::Referent;

/// How many sentences back the words may stand that somebody rejects.
const ANSWER: u32 = 3;

/// Fills in the target: "membantah tuduhan itu" is aimed at whoever accused.
pub(super) fn answered(reading: &Reading<'_>, mut roles: Vec<Roles>) -> Vec<Roles> {
    let plain = reading.plain();
    for nth in 0..plain.len() {
        let trigger = &plain[nth];
        if let Some(whose) = deed_judged(reading, &roles, nth) {
            roles[nth].targets = whose;
            roles[nth].sure -= 0.1;
            continue;
        }
        if trigger.sense.kind != Plover::Reject
            || !roles[nth].targets.is_empty()
            || roles[nth].sources.is_empty()
        {
            continue;
        }
        if let Some(partners) = spurned(reading, &roles, nth) {
            roles[nth].targets = partners;
            roles[nth].sure -= 0.1;
            continue;
        }
        let Some(kind) = said(reading, trigger, nth) else {
            if let Some(who) = contradicted(reading, trigger, &roles[nth].sources) {
                roles[nth].targets = who;
                roles[nth].sure -= 0.15;
            }
            continue;
        };
        let sentence = reading.token(trigger.first).sentence;
        let from = plain[..nth]
            .iter()
            .rposition(|other| sentence - reading.token(other.first).sentence > ANSWER)
            .map_or(0, |at| at + 1);
        let sources = &roles[nth].sources;
        let asked = (from..nth).rev().chain(nth + 1..(nth + 3).min(plain.len())).find(|other| {
            let word = &plain[*other];
            word.sense.kind == kind
                && !roles[*other].sources.is_empty()
                && !roles[*other].sources.iter().any(|who| sources.contains(who))
        });
        if let Some(asked) = asked {
            let who = roles[asked].sources.clone();
            roles[nth].targets.extend(who);
            roles[nth].sure -= 0.15;
        }
    }
    roles
}

/// "Farmers say the mine poisons the lake, which the firm denies", "Reis said the trial had been unfair, a view the judge rejected": who said
/// in the same sentence what somebody rejects.
fn contradicted(reading: &Reading<'_>, trigger: &Trigger, sources: &[Referent]) -> Option<Vec<Referent>> {
    let (start, _) = reading.bounds(trigger.first);
    if reading.context.pack.order != Order::HeadLast
        || trigger.part != Part::Verb
        || trigger.voice != Voice::Active
    {
        return None;
    }
    let comma = (start..trigger.first).rev().find(|at| reading.comma(*at))?;
    // "which", "a view": what was said is what is rejected.
    let object = reading.cues[comma + 1].rel
        || reading.token(comma + 1).tag == Tag::Det
            && reading.token(comma + 2).tag == Tag::Noun
            && reading.phrase_at[comma + 1].is_none();
    let says =
        (start..comma).rev().find(|at| reading.verb(*at) && reading.cues[*at].say).filter(|_| object)?;
    let nth = subject(reading, says).phrase()?;
    let who: Vec<Referent> = reading.phrases[nth].members.iter().map(|member| member.referent).collect();
    (!who.iter().any(|who| sources.contains(who))).then_some(who)
}

/// "Peru's criticism was rejected by Chad": what is said of a deed is said of its doers.
fn deed_judged(reading: &Reading<'_>, roles: &[Roles], nth: usize) -> Option<Vec<Referent>> {
    let trigger = &reading.triggers[nth];
    let own = &roles[nth];
    let judged = reading.context.pack.order == Order::HeadLast
        && trigger.part == Part::Verb
        && trigger.voice == Voice::Passive
        && opinion(trigger.sense.kind)
        && own.targets.is_empty();
    let deed = *own.events.first().filter(|_| judged)?;
    // "Talks between Peru and Chad were cancelled": both sides are done to.
    if reading.triggers[deed].sense.kind.is_symmetric() {
        return None;
    }
    let deed = &roles[deed];
    let doers: Vec<Referent> =
        deed.sources.iter().copied().filter(|who| !own.sources.contains(who)).collect();
    (!doers.is_empty()).then_some(doers)
}

/// "menolak pertemuan dengan Ukraina": the other side of what is refused.
fn spurned(reading: &Reading<'_>, roles: &[Roles], nth: usize) -> Option<Vec<Referent>> {
    let trigger = &reading.triggers[nth];
    let object = reading.plain().get(nth + 1).filter(|object| {
        object.part == Part::Noun && object.sense.kind.is_symmetric() && object.first <= trigger.end + 3
    })?;
    let own = |who: Referent| {
        roles[nth].sources.iter().any(|source| {
            *source == who || reading.state_of(who) == Some(*source) || reading.state_of(*source) == Some(who)
        })
    };
    let sides = &roles[nth + 1];
    let others: Vec<Referent> =
        sides.sources.iter().chain(&sides.targets).copied().filter(|who| !own(*who)).collect();
    (object.sentence(reading) == trigger.sentence(reading) && !others.is_empty()).then_some(others)
}

/// The type of the speech act that a refusal is about: in its own phrase ("membantah tuduhan") or right behind it.
fn said(reading: &Reading<'_>, trigger: &Trigger, nth: usize) -> Option<Plover> {
    let speech = |kind: Plover| matches!(kind, Plover::Accuse | Plover::Request).then_some(kind);
    let inside = (trigger.first + 1..trigger.end).find_map(|at| {
        let entries = reading.happen.entries(reading.lower(at));
        entries
            .iter()
            .find(|entry| entry.part == Part::Noun && entry.rest.is_empty())
            .and_then(|entry| speech(entry.sense.kind))
    });
    inside.or_else(|| {
        let next = reading.plain().get(nth + 1)?;
        (next.part == Part::Noun && next.first <= trigger.end + 3).then(|| speech(next.sense.kind)).flatten()
    })
}
