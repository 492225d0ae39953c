//! The roles of a verb: its subject by voice, then what stands behind it.

use lang::happen::Slot;
use lang::{Form, Order, Tag, Voice};
use model::Plover;

use super::right::{opinion, to_the_right};
use super::{Roles, push};
use crate::analysis::Referent;
use crate::events::clause::object_relative;
use crate::events::reading::Reading;
use crate::events::subject::{Subject, relative_head, subject};
use crate::events::trigger::Trigger;

/// How far before "yang" the verb may stand that sent what the relative clause is about.
const SENT: usize = 12;

pub(super) fn of_verb(reading: &Reading<'_>, trigger: &Trigger, speaker: Option<Referent>) -> Roles {
    let mut roles = Roles { sure: 0.85, ..Roles::default() };
    let frame = trigger.sense.frame;
    let passive = trigger.voice == Voice::Passive;
    let slot = if passive { frame.object } else { frame.subject };
    if let Some(agent) = trigger.agent {
        return of_bare_passive(reading, trigger, agent, speaker, roles);
    }
    match commenting(reading, trigger).unwrap_or_else(|| subject(reading, trigger.first)) {
        Subject::Actor(nth) => roles.add(reading, slot, nth),
        Subject::Owned(nth) => {
            roles.add(reading, slot, nth);
            roles.sure -= 0.15;
        }
        Subject::Event(event) => {
            roles.events.push(event);
            roles.sure -= 0.2;
        }
        Subject::Thing
            if !passive
                && slot == Slot::Source
                && (trigger.sense.kind == Plover::Assault || opinion(trigger.sense.kind))
                && let Some(nth) = sender(reading, trigger) =>
        {
            roles.add(reading, slot, nth);
            roles.sure -= 0.2;
        }
        Subject::Speaker => {
            roles.sure -= 0.15;
            if let Some(speaker) = speaker.filter(|_| slot == Slot::Source) {
                push(&mut roles.sources, speaker);
            }
        }
        Subject::Thing | Subject::Nobody => {
            roles.sure -= 0.15;
            // In a quotation "kami" and "saya" are whoever speaks.
            if let Some(speaker) =
                speaker.filter(|_| first_person(reading, trigger.first) && slot == Slot::Source)
            {
                push(&mut roles.sources, speaker);
            }
        }
    }
    // "menuntut dicopotnya Menteri X": the passive is a noun, and what it strikes stands behind it.
    if passive && reading.clitic(trigger.end) {
        roles = Roles { sure: 0.75, ..Roles::default() };
        to_the_right(reading, trigger, false, &mut roles);
        return roles;
    }
    to_the_right(reading, trigger, passive, &mut roles);
    if passive && roles.sources.is_empty() && frame.subject == Slot::Source {
        shared_agent(reading, trigger, &mut roles);
    }
    if !passive && roles.targets.is_empty() && frame.object == Slot::Target {
        relative_object(reading, trigger, &mut roles);
    }
    roles
}

/// "Reis said that her house had been hit, denouncing the army": behind what is said a comment in "-ing" is the speaker's.
fn commenting(reading: &Reading<'_>, trigger: &Trigger) -> Option<Subject> {
    let (start, _) = reading.bounds(trigger.first);
    let comments = reading.token(trigger.first).form == Some(Form::Ing) && opinion(trigger.sense.kind);
    if reading.context.pack.order != Order::HeadLast || !comments {
        return None;
    }
    let comma = (start..trigger.first)
        .rev()
        .find(|at| !reading.transparent(*at) || reading.comma(*at))
        .filter(|at| reading.comma(*at))?;
    let finite = |at: &usize| reading.verb(*at) && reading.token(*at).form.is_some_and(Form::finite);
    let says = (start..comma).rev().find(|at| finite(at) && reading.cues[*at].say)?;
    (says + 1..comma).find(finite)?;
    Some(subject(reading, says)).filter(|who| matches!(who, Subject::Actor(_)))
}

/// "was shot and wounded by soldiers": both verbs have the agent that stands behind the second.
fn shared_agent(reading: &Reading<'_>, trigger: &Trigger, roles: &mut Roles) {
    let (_, stop) = reading.bounds(trigger.first);
    let second = trigger.end + 1;
    if reading.context.pack.order != Order::HeadLast
        || second >= stop
        || !reading.cues[trigger.end].coord
        || !reading.verb(second)
        || reading.token(second).voice != Some(Voice::Passive)
    {
        return;
    }
    let clause =
        (second + 1..stop.min(second + SENT)).take_while(|at| !reading.verb(*at) && !reading.punct(*at));
    let agent = clause
        .filter_map(|at| reading.phrase_at[at])
        .find(|nth| reading.phrases[*nth].prep.is_some_and(|prep| prep > second && reading.cues[prep].agent));
    if let Some(nth) = agent {
        roles.add(reading, Slot::Source, nth);
    }
}

/// "Iran, which Riyadh accuses of it", "a leader on whom Chad imposed sanctions": what the relative clause is about is done to.
fn relative_object(reading: &Reading<'_>, trigger: &Trigger, roles: &mut Roles) {
    if reading.context.pack.order != Order::HeadLast {
        return;
    }
    let Some(rel) = object_relative(reading, trigger.first) else { return };
    let governed = rel.checked_sub(1).filter(|at| reading.cues[*at].prep);
    if governed.is_some_and(|prep| !trigger.sense.frame.to.contains(&reading.lower(prep))) {
        return;
    }
    if let Subject::Actor(nth) | Subject::Owned(nth) = relative_head(reading, governed.unwrap_or(rel)) {
        roles.add(reading, Slot::Target, nth);
        roles.sure -= 0.05;
    }
}

/// "Ketiga pelaku sudah kami amankan", "usul yang Israel tolak": the agent right before the bare stem, whom it struck before
/// the agent, or behind the verb as in "Kami amankan lima orang".
fn of_bare_passive(
    reading: &Reading<'_>,
    trigger: &Trigger,
    agent: usize,
    speaker: Option<Referent>,
    mut roles: Roles,
) -> Roles {
    let frame = trigger.sense.frame;
    if let Some(nth) = reading.phrase_at[agent] {
        roles.add(reading, frame.subject, nth);
    } else if let Some(speaker) =
        speaker.filter(|_| frame.subject == Slot::Source && says_i(reading, trigger.first - 1))
    {
        push(&mut roles.sources, speaker);
    }
    match subject(reading, agent) {
        Subject::Actor(nth) => roles.add(reading, frame.object, nth),
        Subject::Owned(nth) => {
            roles.add(reading, frame.object, nth);
            roles.sure -= 0.15;
        }
        Subject::Event(event) => roles.events.push(event),
        Subject::Thing | Subject::Speaker => {}
        Subject::Nobody => {
            to_the_right(reading, trigger, false, &mut roles);
            return roles;
        }
    }
    to_the_right(reading, trigger, true, &mut roles);
    roles
}

/// "Chad menembakkan roket yang menghantam pasar", "Rina membuat pernyataan yang mengecam Chad": the subject of the verb whose object the relative clause is about.
fn sender(reading: &Reading<'_>, trigger: &Trigger) -> Option<usize> {
    let verb = trigger.first;
    let (start, _) = reading.bounds(verb);
    let rel = (start..verb).rev().find(|at| !reading.transparent(*at)).filter(|at| reading.cues[*at].rel)?;
    let matrix = (start.max(rel.saturating_sub(SENT))..rel)
        .rev()
        .take_while(|at| reading.phrase_at[*at].is_none() && !reading.cues[*at].rel)
        .find(|at| reading.verb(*at))?;
    // What is said stands in what he made: "membuat pernyataan tegas yang mengecam", not "mengaku ada yang mengecam".
    let made = matrix + 1 < rel
        && (matrix + 1..rel).all(|at| matches!(reading.token(at).tag, Tag::Noun | Tag::Adj | Tag::Det));
    if opinion(trigger.sense.kind) && !made {
        return None;
    }
    let voice = match reading.trigger_at[matrix] {
        Some(event) => Some(reading.triggers[event].voice),
        None => reading.token(matrix).voice,
    };
    (voice != Some(Voice::Passive)).then(|| subject(reading, matrix).phrase()).flatten()
}

/// Whether the verb has a first person for its subject.
pub(super) fn first_person(reading: &Reading<'_>, verb: usize) -> bool {
    let (start, _) = reading.bounds(verb);
    let before = (start..verb).rev().find(|at| !reading.transparent(*at));
    before.is_some_and(|at| says_i(reading, at))
}

pub(in crate::events) fn says_i(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.tagged.tokens.get(at).map_or("", |token| &*token.lower);
    (reading.context.pack.terms)().pronouns.exact(word).is_some_and(|pronoun| pronoun.person == 1)
}
