//! Who did it and to whom: from an event word and its frame to its fillers.

mod asked;
mod noun;
mod performed;
mod right;
mod settled;
mod verb;

use lang::Voice;
use lang::happen::{Part, Slot, Turn};
use model::{EntityKind, MentionKind, Plover};

use crate::analysis::Referent;
use crate::events::phrase::Member;
use crate::events::reading::{Reading, of_speaker};
use crate::events::trigger::Trigger;
pub(super) use asked::befallen;
use asked::{from_complement, of_demand};
use noun::of_noun;
use verb::of_verb;

pub(super) use noun::governing_verb;
pub(super) use right::opinion;
pub(super) use settled::settle;
pub(super) use verb::says_i;

/// How far to the right a role may stand.
const REACH: usize = 28;

/// Which side of an event is not told with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guessed {
    Source,
    Target,
}

/// The fillers of an event, each list without repetition.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    pub(super) sources: Vec<Referent>,
    pub(super) targets: Vec<Referent>,
    pub(super) others: Vec<Referent>,
    pub(super) place: Option<Referent>,
    /// Sentences of the antecedents are looked up for these.
    pub(super) phrases: Vec<usize>,
    /// Event words that stand where its subject would.
    pub(super) events: Vec<usize>,
    /// Whether a side is only guessed from what is told nearby.
    pub(super) guessed: Option<Guessed>,
    /// How sure the attachment is, 0 to 1.
    pub(super) sure: f32,
    /// How likely source and target are right, by the ranking of arguments, 0 to 1.
    pub(super) odds: f32,
    /// Whether the rules found nobody and the ranking alone says who takes part.
    pub(super) sought: bool,
}

impl Roles {
    fn add(&mut self, reading: &Reading<'_>, slot: Slot, nth: usize) {
        self.add_those(reading, slot, nth, |_| true);
    }

    /// The members of a phrase that stand there by name.
    fn add_named(&mut self, reading: &Reading<'_>, slot: Slot, nth: usize) {
        self.add_those(reading, slot, nth, |member| member.kind == MentionKind::Name);
    }

    fn add_those(&mut self, reading: &Reading<'_>, slot: Slot, nth: usize, these: impl Fn(&Member) -> bool) {
        let phrase = &reading.phrases[nth];
        for member in phrase.members.iter().filter(|member| these(member)) {
            let place = reading.kind(member.referent) == EntityKind::Place;
            let who = member.acts_as.filter(|_| place).unwrap_or(member.referent);
            match slot {
                Slot::Source => push(&mut self.sources, who),
                Slot::Target => push(&mut self.targets, who),
                Slot::Both => {
                    push(&mut self.sources, who);
                    push(&mut self.targets, who);
                }
                Slot::None => {}
            }
        }
        if slot != Slot::None {
            self.phrases.push(nth);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.targets.is_empty()
    }
}
pub(super) fn push(list: &mut Vec<Referent>, referent: Referent) {
    if !list.contains(&referent) {
        list.push(referent);
    }
}
/// The roles of an event word.
pub(super) fn roles(reading: &Reading<'_>, trigger: &Trigger, speaker: Option<Referent>) -> Roles {
    if of_speaker(&trigger.sense) {
        return of_demand(reading, trigger, speaker);
    }
    let mut roles = match trigger.part {
        Part::Verb => of_verb(reading, trigger, speaker),
        Part::Noun => of_noun(reading, trigger, speaker),
    };
    // "mengancam akan menyerang Chad": whom the threatened deed would strike.
    let threat = trigger.sense.kind == Plover::Threaten && trigger.sense.turn == Some(Turn::Planned);
    // "menolak memberi bantuan kepada Chad", "berjanji mengirim dokter ke Chad": whom it concerns.
    let promise = matches!(trigger.sense.kind, Plover::Reject | Plover::Agree)
        && matches!(trigger.sense.turn, Some(Turn::Planned | Turn::Possible));
    if roles.targets.is_empty()
        && (matches!(trigger.sense.turn, Some(Turn::Called | Turn::Claimed)) || threat || promise)
        && trigger.voice == Voice::Active
    {
        from_complement(reading, trigger, promise, &mut roles);
    }
    settle(reading, trigger, &mut roles);
    roles
}
