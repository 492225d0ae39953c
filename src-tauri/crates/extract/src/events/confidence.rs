//! How sure the reading is of an event: two logistic models over a few signs.
//!
//! `worth` is the probability that the event is there and of this type; `sure`, that its source and target are right too.
//! What is not worth a place is left out, what is not sure is drawn faint. The weights stand in the language pack
//! (`weights.tsv`), fitted with an L2 penalty on judged events (logistic regression, Cox 1958). Nothing here reads a word.

use lang::Voice;
use lang::happen::Part;
use model::{EntityKind, Modality, Plover};

use super::marks::marks;
use super::merge::Told;
use super::reading::Reading;
use super::roles::Guessed;
use super::subject::{Subject, light_before, subject};
use crate::analysis::SentenceKind;

/// Below this `worth` an event has no place in the graph, not even faintly: about half of the F1 that types reach, where F1 is highest
/// (Lipton, Elkan, Naryanaswamy 2014).
const WORTH: f32 = 0.28;
/// Nor one whose sides are right less often than this: nobody would look for the truth there.
const LEAST: f32 = 0.07;
/// Nor one whose sides the ranking alone has found, where an attack may be laid at anybody's door.
const ALONE: f32 = 0.15;
/// Nothing is certain, and nothing that is shown is hopeless.
const BOUNDS: (f32, f32) = (0.02, 0.98);

/// The signs, in the order of [`signs`]. Their weights have these names in the packs' tables.
pub(crate) const SIGNS: [&str; 30] = [
    "bias",
    "source and target",
    "source only",
    "target only",
    "one side is enough",
    "attachment",
    "noun",
    "passive",
    "light verb",
    "weak word",
    "retold",
    "not actual",
    "attributed",
    "headline",
    "early",
    "crowded sentence",
    "many fillers",
    "named source",
    "named target",
    "person or state acts",
    "dated",
    "placed",
    "symmetric type",
    "conflict in words",
    "request or support",
    "attack",
    "force",
    "other type",
    "odds of its sides",
    "log odds of its sides",
];

/// One number a sign, mostly 0 or 1.
pub(crate) type Signs = [f32; SIGNS.len()];

/// What speaks for and against an event.
pub(super) fn signs(reading: &Reading<'_>, told: &Told) -> Signs {
    let trigger = &reading.triggers[told.trigger];
    let sense = &trigger.sense;
    let roles = &told.roles;
    let sentence = trigger.sentence(reading) as usize;
    let noun = trigger.part == Part::Noun;
    let (start, stop) = reading.bounds(trigger.first);
    let plain = reading.plain();
    let before = |token: usize| plain.partition_point(|other| other.first < token);
    // A word that says little crowds no sentence.
    let crowd = plain[before(start)..before(stop)].iter().filter(|other| !other.sense.vague).count();
    // A guessed side says nothing about the event.
    let (sources, targets): (&[usize], &[usize]) = match roles.guessed {
        Some(Guessed::Source) => (&[], &roles.targets),
        Some(Guessed::Target) => (&roles.sources, &[]),
        None => (&roles.sources, &roles.targets),
    };
    let (source, target) = (!sources.is_empty(), !targets.is_empty());
    let named = |list: &[usize]| list.iter().any(|who| reading.actors.referents[*who].named);
    let acts =
        sources.iter().any(|who| matches!(reading.kind(*who), EntityKind::Person | EntityKind::Country));
    let one = |yes: bool| f32::from(u8::from(yes));
    let ranked = one(!reading.context.arguments.is_empty());
    [
        1.0,
        one(source && target),
        one(source && !target),
        one(!source && target),
        one(source != target && matches!(sense.frame.name, "join" | "self" | "both" | "hit" | "kill")),
        roles.sure - 0.7,
        one(noun),
        one(trigger.voice == Voice::Passive && !noun),
        one(noun && light_before(reading, trigger.first, start).is_some()),
        one(sense.weak),
        libm::log1pf(told.others.len() as f32),
        one(told.status.modality != Modality::Actual),
        one(told.status.attributed_to.is_some()),
        one(reading.tagged.sentences[sentence].kind == SentenceKind::Headline),
        one(sentence <= 4),
        libm::log1pf(crowd.saturating_sub(1) as f32),
        one(sources.len() + targets.len() > 3),
        one(named(sources)),
        one(named(targets)),
        one(acts),
        one(told.date.is_some() || told.words.is_some()),
        one(roles.place.is_some()),
        one(sense.kind.is_symmetric()),
        one(matches!(sense.kind, Plover::Accuse | Plover::Reject | Plover::Threaten)),
        one(matches!(sense.kind, Plover::Request | Plover::Support)),
        one(sense.kind == Plover::Assault),
        one(matches!(sense.kind, Plover::Coerce | Plover::Mobilize | Plover::Sanction | Plover::Protest)),
        one(sense.kind == Plover::Other),
        ranked * (roles.odds - 0.3),
        ranked * (libm::logf(roles.odds.max(1e-3)) + 1.0),
    ]
}

/// Whether the event has a place in the graph, and how sure it is that type, source and target are right.
pub(super) fn weighed(reading: &Reading<'_>, told: &Told, signs: &Signs) -> Option<f32> {
    if hopeless(reading, told, false) {
        return None;
    }
    let weights = reading.happen.weights();
    let sum = |pick: fn(&lang::happen::Weight) -> f32| -> f32 {
        SIGNS.iter().zip(signs).map(|(name, value)| weights.get(name).map_or(0.0, pick) * value).sum()
    };
    let learnt = reading.happen.marks();
    let mut marked = [0.0; 2];
    marks(reading, told, &mut |mark| {
        let [worth, sure] = learnt.worth(mark);
        marked[0] += worth;
        marked[1] += sure;
    });
    let worth = logistic(sum(|weight| weight.worth) + marked[0]);
    let sure = logistic(sum(|weight| weight.sure) + marked[1]);
    let least = if told.roles.sought { ALONE } else { LEAST };
    (worth >= WORTH && sure >= least).then(|| sure.clamp(BOUNDS.0, BOUNDS.1))
}

/// What is no event whatever the signs say. That a word is one only between two is the rules' guess; what is learnt knows better.
pub(super) fn hopeless(reading: &Reading<'_>, told: &Told, by_rules: bool) -> bool {
    let trigger = &reading.triggers[told.trigger];
    let sense = &trigger.sense;
    let roles = &told.roles;
    if by_rules && sense.two && (roles.guessed.is_some() || roles.sources.len() + roles.targets.len() < 2) {
        return true;
    }
    // "An earthquake struck Java": the disaster is the event, not an attack.
    let disaster = |event: usize| reading.triggers[event].sense.kind == Plover::Other;
    sense.kind == Plover::Assault
        && trigger.part == Part::Verb
        && roles.sources.is_empty()
        && matches!(subject(reading, trigger.first), Subject::Event(event) if disaster(event))
}

fn logistic(x: f32) -> f32 {
    1.0 / (1.0 + libm::expf(-x))
}
