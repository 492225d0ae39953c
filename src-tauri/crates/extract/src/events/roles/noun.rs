//! The roles of an event noun: its owner, the light verb over it, the clause it stands in.

use lang::happen::{Light, Part, Slot};
use lang::{Order, Tag, Voice};
use model::{MentionKind, Plover};

use super::right::{opinion, placed_word, possessor, to_the_right};
use super::verb::{first_person, says_i};
use super::{Roles, push};
use crate::analysis::Referent;
use crate::events::reading::Reading;
use crate::events::subject::{Subject, light_before, subject, verb_before};
use crate::events::trigger::Trigger;

pub(super) fn of_noun(reading: &Reading<'_>, trigger: &Trigger, speaker: Option<Referent>) -> Roles {
    let mut roles = Roles { sure: 0.75, ..Roles::default() };
    let (start, _) = reading.bounds(trigger.first);
    if reading.context.pack.order == Order::HeadLast {
        before(reading, trigger, start, &mut roles);
    }
    if let Some((thanked, thanks)) = thanked_for(reading, trigger) {
        roles.add(reading, Slot::Source, thanked);
        if let Some(nth) = subject(reading, thanks).phrase() {
            roles.add(reading, Slot::Target, nth);
        }
        return roles;
    }
    to_the_right(reading, trigger, false, &mut roles);
    if let Some(nth) = answers_for(reading, trigger).filter(|_| roles.sources.is_empty()) {
        roles.add(reading, Slot::Source, nth);
        roles.sure -= 0.05;
    }
    // "pertemuan saya dengan Presiden", in a quotation.
    if let Some(speaker) = speaker.filter(|_| {
        roles.sources.is_empty()
            && trigger.sense.frame.subject == Slot::Source
            && says_i(reading, trigger.end)
    }) {
        push(&mut roles.sources, speaker);
    }
    if let Some(at) = light_before(reading, trigger.first, start) {
        lend(reading, trigger, at, &mut roles);
        // "Kami menyampaikan terima kasih": in a quotation whoever speaks.
        if let Some(speaker) = speaker.filter(|_| {
            roles.sources.is_empty()
                && trigger.sense.frame.subject == Slot::Source
                && first_person(reading, at)
                && reading.happen.light(reading.lower(at)).is_some_and(|(light, _)| light == Light::Do)
        }) {
            push(&mut roles.sources, speaker);
        }
    } else if let Some(verb) = governing_verb(reading, trigger.first, start)
        && matches!(trigger.sense.frame.name, "with" | "join")
        && roles.sources.len() + roles.targets.len() == 1
        && reading.trigger_at[verb].is_some()
    {
        // "Chad menyerukan gencatan senjata dengan Sudan": the caller is the other side.
        if let Some(nth) = subject(reading, verb).phrase() {
            let slot = if trigger.sense.frame.name == "with" && !roles.sources.is_empty() {
                Slot::Target
            } else {
                Slot::Source
            };
            roles.add(reading, slot, nth);
            roles.sure -= 0.15;
        }
    } else if trigger.sense.frame.name == "with" && roles.sources.is_empty() && !roles.targets.is_empty() {
        // "Prabowo berbicara seusai pertemuan dengan Putin": who met is who acts.
        let free = |nth: &usize| {
            reading.phrases[*nth].members.iter().all(|member| !roles.targets.contains(&member.referent))
        };
        if let Some(nth) = holder(reading, trigger.first, start)
            .or_else(|| occasion(reading, trigger.first))
            .or_else(|| opening(reading, trigger))
            .or_else(|| doer(reading, trigger.first))
            .or_else(|| main_subject(reading, trigger.first))
            .filter(free)
        {
            roles.add(reading, Slot::Source, nth);
            roles.sure -= 0.1;
        }
    } else if roles.sources.is_empty()
        && trigger.sense.frame.subject == Slot::Source
        && !matches!(trigger.sense.kind, Plover::Assault | Plover::Coerce | Plover::Sanction)
        && let Some(nth) = occasion(reading, trigger.first)
    {
        roles.add(reading, Slot::Source, nth);
        roles.sure -= 0.15;
    }
    // Thanks that nobody else gives are the speaker's.
    if let Some(speaker) = speaker.filter(|_| roles.sources.is_empty() && greets(reading, trigger, start)) {
        push(&mut roles.sources, speaker);
    }
    roles
}

/// "Jadi terima kasih Presiden": a greeting or thanks with nobody who says it.
fn greets(reading: &Reading<'_>, trigger: &Trigger, start: usize) -> bool {
    reading.context.pack.order == Order::HeadFirst
        && trigger.sense.patient
        && trigger.sense.kind == Plover::Support
        && governing_verb(reading, trigger.first, start)
            .is_none_or(|verb| subject(reading, verb) == Subject::Nobody)
}

/// "Rina berterima kasih kepada Chad atas dukungannya": whose deed it is, and the verb that thanks for it.
fn thanked_for(reading: &Reading<'_>, trigger: &Trigger) -> Option<(usize, usize)> {
    let (start, _) = reading.bounds(trigger.first);
    let prep = trigger.first.checked_sub(1).filter(|at| *at > start && reading.cues[*at].prep)?;
    if !reading.clitic(trigger.end) || trigger.sense.frame.subject != Slot::Source {
        return None;
    }
    let nth = reading.phrase_at[prep - 1]?;
    let thanked = &reading.phrases[nth];
    let to = thanked.prep?;
    let thanks = (start..to).rev().find(|at| reading.verb(*at))?;
    let opinion = |event: usize| {
        opinion(reading.triggers[event].sense.kind)
            && reading.triggers[event].sense.frame.to.contains(&reading.lower(to))
            && !reading.triggers[event].sense.frame.by.contains(&reading.lower(prep))
    };
    let tells = (thanks..to).filter_map(|at| reading.trigger_at[at]).any(opinion);
    tells.then_some((nth, thanks))
}

/// "Peru criticised Chile for the expulsions", "praised her for the talks": who is blamed or praised for a deed did it.
fn answers_for(reading: &Reading<'_>, trigger: &Trigger) -> Option<usize> {
    let (start, _) = reading.bounds(trigger.first);
    let small = |at: &usize| {
        matches!(reading.token(*at).tag, Tag::Det | Tag::Adj | Tag::Num | Tag::Noun)
            && !reading.cues[*at].prep
    };
    let prep = (start..trigger.first).rev().find(|at| !small(at))?;
    let last = prep.checked_sub(1).filter(|at| *at >= start && reading.cues[prep].prep)?;
    let nth = reading.phrase_at[last].filter(|nth| reading.phrases[*nth].prep.is_none())?;
    let verb = verb_before(reading, &reading.phrases[nth], start)?;
    let blames = &reading.triggers[reading.trigger_at[verb]?];
    (reading.context.pack.order == Order::HeadLast
        && trigger.sense.frame.subject == Slot::Source
        && matches!(blames.sense.kind, Plover::Accuse | Plover::Support)
        && blames.voice == Voice::Active
        && blames.part == Part::Verb
        && reading.cues[prep].reason)
        .then_some(nth)
}

/// "Dalam wawancara dengan Kompas, Rina menyatakan": the subject behind the comma, where the event noun opens its clause.
fn opening(reading: &Reading<'_>, trigger: &Trigger) -> Option<usize> {
    let (start, stop) = reading.bounds(trigger.first);
    let opens = (start..trigger.first)
        .rev()
        .find(|at| !matches!(reading.token(*at).tag, Tag::Noun | Tag::Det | Tag::Num | Tag::Adj))?;
    let first = opens == start || reading.cues[opens - 1].sub || reading.comma(opens - 1);
    if !reading.cues[opens].prep || !first {
        return None;
    }
    let comma =
        (trigger.end..stop).take_while(|at| !reading.verb(*at)).filter(|at| reading.comma(*at)).last()?;
    let nth = (comma + 1..stop.min(comma + 4)).find_map(|at| reading.phrase_at[at])?;
    (reading.phrases[nth].prep.is_none() && reading.phrases[nth].head.is_none()).then_some(nth)
}

/// "kata Rina dalam konferensi pers", "disampaikan Rina saat peresmian jembatan": who speaks on the occasion that an event noun names.
fn occasion(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let (start, _) = reading.bounds(noun);
    // "seusai pertemuan": what opens a clause may open a noun.
    let opens = |at: usize| reading.cues[at].prep || reading.cues[at].sub;
    let prep = (start.max(noun.saturating_sub(4))..noun)
        .rev()
        .take_while(|at| opens(*at) || matches!(reading.token(*at).tag, Tag::Noun | Tag::Det))
        .filter(|at| opens(*at))
        .last()?;
    // "dalam pernyataan pers seusai pertemuan": one occasion after another.
    let open = |at: &usize| {
        !reading.comma(*at)
            && !reading.timed[*at]
            && (reading.phrase_at[*at].is_some()
                || !reading.cues[*at].prep && reading.token(*at).tag != Tag::Noun)
    };
    let end = (start.max(prep.saturating_sub(8))..prep).rev().find(open)?;
    let end = reading.opened(end).unwrap_or(end + 1).checked_sub(1)?;
    let nth = reading.phrase_at[end]?;
    let phrase = &reading.phrases[nth];
    let (start, _) = reading.bounds(phrase.first);
    let before = (start..phrase.first).rev().take(6).find(|at| {
        reading.cues[*at].quote || reading.cues[*at].relays || reading.verb(*at) || reading.punct(*at)
    })?;
    (reading.cues[before].quote || reading.cues[before].relays).then_some(nth)
}

/// "Rina, yang memiliki hubungan dekat dengan Chad": the subject of the active verb whose object the noun is.
fn holder(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
    let verb = noun
        .checked_sub(1)
        .filter(|at| *at > start && reading.verb(*at) && reading.trigger_at[*at].is_none())?;
    if reading.token(verb).voice == Some(Voice::Passive) || reading.context.pack.order == Order::HeadLast {
        return None;
    }
    subject(reading, verb).phrase()
}

/// Who acts in the clause that an event noun is said of: the agent of its passive ("disampaikan oleh Carney dalam percakapan
/// dengan Prabowo"), else its subject, not the object of its verb.
fn doer(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let (start, _) = reading.bounds(noun);
    let here = reading.phrases.partition_point(|phrase| phrase.first < noun);
    for nth in (0..here).rev().take_while(|nth| reading.phrases[*nth].first >= start) {
        let phrase = &reading.phrases[nth];
        if (phrase.end..noun).any(|at| reading.cues[at].comp || reading.cues[at].say) {
            return None;
        }
        if phrase.prep.is_some_and(|prep| reading.cues[prep].agent) {
            return Some(nth);
        }
        if phrase.prep.is_none()
            && phrase.head.is_none()
            && phrase
                .members
                .iter()
                .all(|member| member.kind != MentionKind::Pronoun || !reading.clitic(phrase.first))
            && verb_before(reading, phrase, start).is_none()
        {
            return Some(nth);
        }
    }
    None
}

/// The first actor of the sentence that no preposition governs.
fn main_subject(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let (start, stop) = reading.bounds(at);
    let from = reading.phrases.partition_point(|phrase| phrase.first < start);
    let phrase = reading.phrases[from..]
        .iter()
        .take_while(|phrase| phrase.first < stop)
        .position(|phrase| phrase.prep.is_none() && phrase.head.is_none())?;
    Some(from + phrase)
}

/// English possessors: "Israel's attack", "Israeli strikes".
fn before(reading: &Reading<'_>, trigger: &Trigger, start: usize, roles: &mut Roles) {
    for at in (start.max(trigger.first.saturating_sub(4))..trigger.first).rev() {
        if let Some(nth) = reading.phrase_at[at] {
            if reading.phrases[nth].end <= trigger.first {
                // "Sharon's murder of Ahmed Yassin": whom it struck stands behind.
                let behind = reading.phrases.partition_point(|phrase| phrase.first < trigger.end);
                let names_victim = trigger.sense.patient
                    && reading.phrases.get(behind).is_some_and(|victim| {
                        victim.prep == Some(trigger.end)
                            && trigger.sense.frame.to.contains(&reading.lower(trigger.end))
                            // "his arrest at the airport": only where.
                            && !placed_word(reading, reading.lower(trigger.end))
                    });
                if names_victim {
                    roles.add(reading, Slot::Source, nth);
                } else {
                    possessor(reading, trigger, nth, roles);
                }
            }
            return;
        }
        if !matches!(reading.token(at).tag, Tag::Adj | Tag::Noun | Tag::Part | Tag::Num | Tag::Propn)
            && reading.lower(at) != "'s"
        {
            return;
        }
    }
}

/// A light verb lends its subject: "melancarkan serangan", "menuai kecaman", "menghentikan serangan".
fn lend(reading: &Reading<'_>, trigger: &Trigger, at: usize, roles: &mut Roles) {
    let Some((light, form)) = reading.happen.light(reading.lower(at)) else { return };
    let voice = form.voice.or(reading.token(at).voice).unwrap_or(Voice::Active);
    if voice == Voice::Passive && !form.bare {
        return;
    }
    let Some(nth) = subject(reading, at).phrase() else { return };
    let frame = trigger.sense.frame;
    let slot = match light {
        Light::Do | Light::End if frame.name == "hit" || frame.name == "get" => Slot::Source,
        Light::Do | Light::End if frame.name == "with" && !roles.sources.is_empty() => Slot::Target,
        Light::Do | Light::End => frame.subject,
        Light::Get => Slot::Target,
    };
    if slot == Slot::Source && !roles.sources.is_empty() && frame.name != "join" {
        return;
    }
    let mut lent = Roles::default();
    lent.add(reading, slot, nth);
    // The doer comes first.
    for referent in roles.sources.drain(..) {
        push(&mut lent.sources, referent);
    }
    roles.sources = lent.sources;
    for referent in lent.targets {
        push(&mut roles.targets, referent);
    }
    roles.phrases.push(nth);
    roles.sure += 0.1;
}

/// The verb that an event noun is the object of.
pub(in crate::events) fn governing_verb(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
    for at in (start.max(noun.saturating_sub(5))..noun).rev() {
        if let Some(event) = reading.trigger_at[at] {
            let event = &reading.triggers[event];
            return (event.part == Part::Verb).then_some(event.first);
        }
        if reading.verb(at) {
            return Some(at);
        }
        if reading.punct(at)
            || reading.phrase_at[at].is_some_and(|nth| !reading.owns_next(&reading.phrases[nth]))
            || reading.cues[at].rel
            || reading.cues[at].sub
        {
            return None;
        }
    }
    None
}
