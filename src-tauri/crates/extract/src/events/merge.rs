//! One happening told several times is one event: a later word that fits an earlier event joins it.
//!
//! Careful: two bombings on two days are two events. What is told apart by date, place, number of victims or status stays apart.

mod join;
mod same;

use lang::happen::{Part, Sense};
use lang::{Closer, Order};
use model::{PartialDate, Plover, Quantity, Span};

use super::quantity;
use super::reading::Reading;
use super::roles::{Roles, governing_verb};
use super::status::Status;
use super::subject::{Subject, subject};
use super::trigger::Trigger;
use join::join;
pub(super) use join::voucher;
use same::{modalities_fit, same, victims_differ};

/// How many sentences back a description such as "serangan tersebut" may point.
const BACK: u32 = 6;

/// How many events back one may be told again; keeps long texts linear.
const MEMORY: usize = 150;
/// The number of the last sentence that is headline or lead.
const LEAD: u32 = 3;
/// How many sentences apart deaths and the deed may be told.
const DEATHS: u32 = 2;

/// An event word with all that was read of it, and those that tell the same.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) trigger: usize,
    pub(super) others: Vec<usize>,
    pub(super) roles: Roles,
    pub(super) status: Status,
    pub(super) words: Option<Span>,
    pub(super) date: Option<PartialDate>,
    pub(super) quantities: Vec<Quantity>,
    /// "serangan tersebut", "itu": points back.
    anaphoric: bool,
    /// The event whose victims this word tells: "serangan itu menewaskan".
    part_of: Option<usize>,
}

impl Told {
    /// Whether its word is a noun that points back: "serangan tersebut".
    pub(super) fn points_back(&self) -> bool {
        self.anaphoric
    }

    pub(super) fn new(
        reading: &Reading<'_>,
        nth: usize,
        roles: Roles,
        status: Status,
        words: Option<Span>,
        date: Option<PartialDate>,
    ) -> Self {
        let trigger = &reading.triggers[nth];
        let deadly = trigger.part == Part::Verb && trigger.sense.kind == Plover::Assault;
        let part_of = (deadly && !reading.is_faint(nth)).then(|| deed(reading, nth)).flatten();
        let quantities = quantity::quantities(reading, trigger);
        Self {
            trigger: nth,
            others: Vec::new(),
            roles,
            status,
            words,
            date,
            quantities,
            anaphoric: anaphoric(reading, nth),
            part_of,
        }
    }
}

/// The attack that does the killing: "serangan itu menewaskan", "serangan udara di X, yang menewaskan".
fn deed(reading: &Reading<'_>, nth: usize) -> Option<usize> {
    let trigger = &reading.triggers[nth];
    if let Subject::Event(event) = subject(reading, trigger.first) {
        return Some(event);
    }
    let (start, _) = reading.bounds(trigger.first);
    let before = (start..trigger.first).rev().find(|at| !reading.transparent(*at))?;
    if trigger.sense.victims.is_none() || !reading.cues[before].rel {
        return None;
    }
    (0..nth).rev().take_while(|event| reading.triggers[*event].first >= start).find(|event| {
        let other = &reading.triggers[*event];
        other.sense.kind == Plover::Assault && other.sense.victims.is_none()
    })
}

/// Whether a determiner that points back closes the noun phrase.
fn anaphoric(reading: &Reading<'_>, nth: usize) -> bool {
    let trigger = &reading.triggers[nth];
    let (_, stop) = reading.bounds(trigger.first);
    trigger.part == Part::Noun
        && (trigger.end..stop.min(trigger.end + 4))
            .take_while(|at| {
                !reading.punct(*at) && !reading.verb(*at) && !reading.cues[*at].prep && !reading.cues[*at].rel
            })
            .any(|at| (reading.context.pack.terms)().closers.exact(reading.lower(at)) == Some(&Closer::Back))
}

/// The events of the text, each told once.
pub(super) fn merged(reading: &Reading<'_>, told: Vec<Told>) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    // Where each event word went, for words that tell the victims of another.
    let mut home: Vec<Option<usize>> = vec![None; reading.triggers.len()];
    let vague = |told: &Told| reading.triggers[told.trigger].sense.vague;
    for new in told {
        let trigger = &reading.triggers[new.trigger];
        // A word that says little tells nothing again, and is told again by none.
        if trigger.sense.vague {
            home[new.trigger] = Some(out.len());
            out.push(new);
            continue;
        }
        let head_last = reading.context.pack.order == Order::HeadLast;
        // "Gunmen killed 40 farmers" is a deed of its own; "40 died" belongs to a deed.
        let kill = trigger.sense.kill && (!head_last || new.roles.sources.is_empty());
        let target =
            new.part_of.and_then(|event| home[event]).or_else(|| hurt_in(reading, &out, &new)).or_else(
                || {
                    if kill {
                        return victims_of(reading, &out, &new);
                    }
                    object_of(reading, &out, &new).filter(|at| !vague(&out[*at])).or_else(|| {
                        out.iter()
                            .enumerate()
                            .rev()
                            .take(MEMORY)
                            .find(|(_, old)| !vague(old) && same(reading, old, &new))
                            .map(|(at, _)| at)
                    })
                },
            );
        let fits = target.filter(|at| {
            let old = &reading.triggers[out[*at].trigger].sense;
            old.kind == trigger.sense.kind || head_last && trigger.sense.kill && deadly(old)
        });
        let waiting = (head_last && fits.is_none() && !trigger.sense.kill && deadly(&trigger.sense))
            .then(|| waiting_deaths(reading, &out, &new))
            .flatten();
        if let Some(at) = waiting {
            // "At least 62 killed in plane crash": the crash is what happened.
            home[new.trigger] = Some(at);
            let deaths = std::mem::replace(&mut out[at], new);
            join(reading, &mut out[at], deaths);
        } else if let Some(at) = fits {
            home[new.trigger] = Some(at);
            join(reading, &mut out[at], new);
        } else if kill && (!head_last || new.roles.is_empty()) && !foretold(reading, new.trigger, DEATHS) {
            // Deaths without a deed are no event of their own.
        } else {
            home[new.trigger] = Some(out.len());
            out.push(new);
        }
    }
    out
}

/// "Fifteen people were also hurt in the attack": the attack or disaster told before in whose course somebody is hurt by nobody.
fn hurt_in(reading: &Reading<'_>, out: &[Told], new: &Told) -> Option<usize> {
    let trigger = &reading.triggers[new.trigger];
    let suffers =
        trigger.part == Part::Verb && trigger.sense.victims.is_some() && new.roles.sources.is_empty();
    if !suffers || reading.context.pack.order == Order::HeadFirst {
        return None;
    }
    let (_, stop) = reading.bounds(trigger.first);
    let here = reading.plain()[new.trigger + 1..].iter().take_while(|other| other.first < stop);
    let known = |noun: &&Trigger| {
        let article = noun.first.checked_sub(1).filter(|at| *at >= trigger.end);
        let openers = &(reading.context.pack.terms)().openers;
        noun.part == Part::Noun
            && deadly(&noun.sense)
            && article.is_some_and(|at| {
                openers.exact(reading.lower(at)).is_some_and(|opener| !opener.fresh)
                    && at > trigger.first
                    && reading.cues[at - 1].prep
            })
            && (trigger.end..noun.first).all(|at| !reading.verb(at) && !reading.wall(at))
    };
    here.clone().find(known)?;
    let sentence = trigger.sentence(reading);
    let from = out.len().saturating_sub(MEMORY);
    out[from..]
        .iter()
        .rposition(|old| {
            let told = &reading.triggers[old.trigger];
            deadly(&told.sense)
                && told.sentence(reading) < sentence
                && told.sentence(reading) + BACK >= sentence
        })
        .map(|at| from + at)
}

/// "menyepakati gencatan senjata": a verb and the event noun it governs are one event when they are of one type.
fn object_of(reading: &Reading<'_>, out: &[Told], new: &Told) -> Option<usize> {
    let trigger = &reading.triggers[new.trigger];
    let (start, _) = reading.bounds(trigger.first);
    let verb = governing_verb(reading, trigger.first, start).filter(|_| trigger.part == Part::Noun)?;
    let from = out.len().saturating_sub(MEMORY);
    let old = from
        + out[from..].iter().rposition(|old| {
            reading.triggers[old.trigger].first == verb
                || old.others.iter().any(|other| reading.triggers[*other].first == verb)
        })?;
    let own = new.roles.sources.is_empty()
        || new.roles.sources.iter().any(|who| out[old].roles.sources.contains(who));
    (own && reading.triggers[out[old].trigger].sense.kind == trigger.sense.kind).then_some(old)
}

/// What people die of: an attack or a disaster.
fn deadly(sense: &Sense) -> bool {
    sense.kind == Plover::Assault || sense.kind == Plover::Other && sense.frame.name == "hit"
}

/// The same; where verbs of dying come before their cause, only attacks count.
fn deadly_here(reading: &Reading<'_>, sense: &Sense) -> bool {
    sense.kind == Plover::Assault || reading.context.pack.order == Order::HeadLast && deadly(sense)
}

/// Deaths told before their cause in the same sentence or the one before, with no doer of their own.
fn waiting_deaths(reading: &Reading<'_>, out: &[Told], new: &Told) -> Option<usize> {
    let sentence = reading.token(reading.triggers[new.trigger].first).sentence;
    out.iter().rposition(|old| {
        let trigger = &reading.triggers[old.trigger];
        trigger.sense.kill
            && old.others.is_empty()
            && old.roles.sources.is_empty()
            && reading.token(trigger.first).sentence == sentence
            && modalities_fit(old.status.modality, new.status.modality)
    })
}

/// The attack that a word of victims belongs to: in its own sentence, else the last one told of not long before.
fn victims_of(reading: &Reading<'_>, out: &[Told], new: &Told) -> Option<usize> {
    let sentence = reading.token(reading.triggers[new.trigger].first).sentence;
    let attack = |reach: u32| {
        let from = out.len().saturating_sub(MEMORY);
        out[from..]
            .iter()
            .rposition(|old| {
                let trigger = &reading.triggers[old.trigger];
                let last = old
                    .others
                    .iter()
                    .map(|other| reading.token(reading.triggers[*other].first).sentence)
                    .max()
                    .unwrap_or_default();
                deadly_here(reading, &trigger.sense)
                    && sentence - reading.token(trigger.first).sentence.max(last).min(sentence) <= reach
            })
            .map(|at| from + at)
    };
    let later = foretold(reading, new.trigger, 0);
    attack(0).or_else(|| attack(DEATHS).filter(|at| !later && !victims_differ(reading, &out[*at], new)))
}

/// Deaths told before the deed, as headlines do: an attack is named in the same or the next sentences.
fn foretold(reading: &Reading<'_>, nth: usize, reach: u32) -> bool {
    let sentence = reading.token(reading.triggers[nth].first).sentence;
    reading.plain()[nth + 1..]
        .iter()
        .take_while(|other| reading.token(other.first).sentence - sentence <= reach)
        .any(|other| other.sense.kind == Plover::Assault && !other.sense.kill)
}
