//! What no frame can say: who stands behind a thing, what is no actor, where it was.

use lang::happen::Slot;
use lang::{Order, Voice};
use model::{EntityKind, MentionKind, Plover};

use super::right::place_of;
use super::{Roles, push};
use crate::analysis::Referent;
use crate::events::reading::Reading;
use crate::events::trigger::Trigger;

/// What the frame cannot say: who stands behind a thing, what is no actor, where it was.
pub(in crate::events) fn settle(reading: &Reading<'_>, trigger: &Trigger, roles: &mut Roles) {
    // Nobody acts on himself, save the two sides of a battle.
    if trigger.sense.frame.subject != Slot::Both {
        let sources = roles.sources.clone();
        roles.targets.retain(|referent| !sources.contains(referent));
    }
    // "Peru and Chad agreed": the one with the other.
    if reading.context.pack.order == Order::HeadLast
        && trigger.sense.kind == Plover::Agree
        && trigger.sense.frame.name == "join"
        && roles.targets.is_empty()
        && roles.sources.len() > 1
    {
        roles.targets = roles.sources.split_off(1);
    }
    if roles.place.is_none() {
        roles.place = stated_place(reading, trigger);
    }
    // "Menteri Pertahanan Chad mengancam akan menyerang": what a state does is not its minister's own deed.
    let abroad = |who: Referent| {
        let mut states = roles.sources.iter().filter_map(|source| reading.state_of(*source));
        let own = reading.state_of(who).unwrap_or(who);
        reading.kind(own) == EntityKind::Country && states.all(|state| state != own)
    };
    let sanction = trigger.sense.kind == Plover::Sanction && roles.targets.iter().any(|who| abroad(*who));
    // "Gubernur memperkuat koordinasi dengan para bupati" is no dealing of states.
    let foreign = trigger.sense.kind == Plover::Cooperate
        && states_apart(reading, roles.sources.iter().chain(&roles.targets).copied());
    if sanction || foreign || matches!(trigger.sense.kind, Plover::Assault | Plover::Mobilize) {
        let both = trigger.sense.kind == Plover::Cooperate;
        for (nth, side) in [&mut roles.sources, &mut roles.targets].into_iter().enumerate() {
            if nth == 1 && !both {
                break;
            }
            for who in std::mem::take(side) {
                let office =
                    reading.kind(who) == EntityKind::Person && reading.actors.referents[who].role.is_some();
                // "Presiden Silva mengerahkan pasukan": who sends troops by name sends them himself.
                let acts = office
                    && trigger.sense.kind != Plover::Mobilize
                    && (trigger.sense.kind != Plover::Assault || trigger.voice == Voice::Active);
                push(side, reading.state_of(who).filter(|_| acts).unwrap_or(who));
            }
        }
    }
    // "menyerukan penghentian kekerasan di Sudan": whom it concerns.
    if trigger.sense.kind == Plover::Request
        && trigger.voice == Voice::Active
        && roles.targets.is_empty()
        && let Some(place) = roles.place.filter(|place| abroad_of(reading, &roles.sources, *place))
    {
        roles.targets.push(place);
        roles.sure -= 0.2;
    }
    // "ditahan di Chad", "menjalani hukuman di Chad": states arrest and punish within their borders.
    let suffered = trigger.voice == Voice::Passive || trigger.sense.frame.name == "hit";
    if matches!(trigger.sense.kind, Plover::Coerce | Plover::Sanction)
        && suffered
        && roles.sources.is_empty()
        && let Some(place) = roles
            .place
            .filter(|place| reading.kind(*place) == EntityKind::Country && !roles.targets.contains(place))
        && !roles.targets.is_empty()
    {
        roles.sources.push(place);
        roles.sure -= 0.15;
    }
    if trigger.sense.kind == Plover::Assault && roles.targets.is_empty() && !roles.sources.is_empty() {
        // "serangan Israel di Gaza": whose land is struck.
        let struck = roles.place.and_then(|place| reading.state_of(place));
        if let Some(state) = struck.filter(|state| {
            !roles.sources.iter().any(|who| who == state || reading.state_of(*who) == Some(*state))
        }) {
            roles.targets.push(state);
            roles.sure -= 0.1;
        }
    }
    if matches!(trigger.sense.kind, Plover::Assault | Plover::Coerce) {
        for target in roles.targets.clone() {
            let thing = matches!(
                reading.kind(target),
                EntityKind::Facility | EntityKind::Weapon | EntityKind::Group | EntityKind::Place
            );
            let unnamed =
                reading.kind(target) == EntityKind::Person && !reading.actors.referents[target].named;
            if (thing || unnamed)
                && trigger.sense.kind == Plover::Assault
                && let Some(state) = reading.state_of(target).filter(|state| {
                    !roles.sources.contains(state)
                        && !roles.sources.iter().any(|source| reading.state_of(*source) == Some(*state))
                })
            {
                push(&mut roles.targets, state);
            }
        }
    }
    roles.others.retain(|referent| !roles.sources.contains(referent) && !roles.targets.contains(referent));
    if roles.place.is_none() && matches!(trigger.sense.kind, Plover::Assault) {
        // "menyerang Kyiv": struck where it lies, whoever the target is.
        roles.place = roles
            .phrases
            .iter()
            .flat_map(|nth| &reading.phrases[*nth].members)
            .map(|member| member.referent)
            .find(|who| reading.kind(*who) == EntityKind::Place && !roles.sources.contains(who));
    }
    if roles
        .phrases
        .iter()
        .any(|nth| reading.phrases[*nth].members.iter().any(|member| member.kind == MentionKind::Pronoun))
    {
        roles.sure -= 0.05;
    }
}

/// Whether these belong to two states at least.
fn states_apart(reading: &Reading<'_>, sides: impl Iterator<Item = Referent>) -> bool {
    let mut states = sides.filter_map(|who| {
        let country = reading.kind(who) == EntityKind::Country;
        if country { Some(who) } else { reading.state_of(who) }
    });
    let first = states.next();
    first.is_some_and(|first| states.any(|state| state != first))
}

/// Whether the place is a state that none of these belongs to.
fn abroad_of(reading: &Reading<'_>, sources: &[Referent], place: Referent) -> bool {
    reading.kind(place) == EntityKind::Country
        && !sources.is_empty()
        && sources.iter().all(|source| *source != place && reading.state_of(*source) != Some(place))
}

/// A place phrase before the event word in the same clause: "Di Gaza, pasukan Israel menembak".
fn stated_place(reading: &Reading<'_>, trigger: &Trigger) -> Option<Referent> {
    let (start, _) = reading.bounds(trigger.first);
    let here = reading.phrases.partition_point(|phrase| phrase.first < trigger.first);
    reading.phrases[..here]
        .iter()
        .rev()
        .take_while(|phrase| phrase.first >= start)
        .take(3)
        .find(|phrase| phrase.prep.is_some_and(|prep| reading.cues[prep].at))
        .and_then(|phrase| place_of(reading, phrase))
}
