//! Whom a demand, a warning or a promise concerns.

use lang::happen::{Slot, Turn};
use lang::{Order, Voice};

use super::{REACH, Roles, push};
use crate::analysis::Referent;
use crate::events::phrase::Phrase;
use crate::events::reading::Reading;
use crate::events::subject::{Subject, subject};
use crate::events::trigger::Trigger;

/// "Chad harus mundur," kata Silva: who says so asks whoever must act. What nobody says, or must only be suffered, is no demand.
pub(super) fn of_demand(reading: &Reading<'_>, trigger: &Trigger, speaker: Option<Referent>) -> Roles {
    let mut roles = Roles { sure: 0.7, ..Roles::default() };
    // "menilai Chad harus mundur": one demand in two words.
    let part =
        |other: &Trigger| other.apart.is_some_and(|(first, end)| (first..end).contains(&trigger.first));
    let before = reading.plain().partition_point(|other| other.first < trigger.first);
    if reading.plain()[..before].iter().rev().take(2).any(part) {
        return roles;
    }
    let (start, stop) = reading.bounds(trigger.first);
    let before = trigger.first.checked_sub(1).filter(|at| *at >= start).map(|at| reading.cues[at]);
    let verb = (trigger.end..stop).find(|at| reading.verb(*at));
    let suffers = verb.is_some_and(|verb| {
        let voice = reading.trigger_at[verb].map(|event| reading.triggers[event].voice);
        voice.or(reading.token(verb).voice) == Some(Voice::Passive)
    });
    if suffers || before.is_none_or(|cues| cues.rel || cues.neg) {
        return roles;
    }
    let Some(speaker) = speaker else { return roles };
    if let Subject::Actor(nth) = subject(reading, trigger.first) {
        roles.add(reading, Slot::Target, nth);
        if roles.targets.contains(&speaker) {
            return Roles::default();
        }
        push(&mut roles.sources, speaker);
    }
    roles
}

/// Who is asked or warned, where it is only said in the complement: "menyerukan agar Israel mundur", "menawarkan pertemuan dengan Kim".
pub(super) fn from_complement(reading: &Reading<'_>, trigger: &Trigger, promise: bool, roles: &mut Roles) {
    let (_, stop) = reading.bounds(trigger.first);
    let verb = (trigger.end..stop).find(|at| !reading.transparent(*at)).filter(|at| reading.verb(*at));
    if promise && verb.is_none() {
        return;
    }
    for at in trigger.end..stop.min(trigger.end + REACH) {
        let cues = reading.cues[at];
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            let place = phrase.prep.is_some_and(|prep| reading.cues[prep].at);
            // "Prabowo meminta agar perjanjian antara Indonesia dan Jepang segera disahkan": his own state is not asked.
            let own = phrase.members.iter().any(|member| {
                roles
                    .sources
                    .iter()
                    .any(|who| *who == member.referent || reading.state_of(*who) == Some(member.referent))
            });
            // "permintaan untuk memulangkan WNI": what the deed is done to is not asked.
            if !promise && phrase.prep.is_none() && of_purpose(reading, trigger, at) {
                continue;
            }
            // "demanded that Reis be released": what befalls somebody is not asked of him.
            if befallen(reading, trigger, phrase) {
                continue;
            }
            // What is promised or refused is the object; whom it concerns stands behind a preposition.
            if promise && phrase.prep.is_none() {
                continue;
            }
            if !place && !own {
                roles.add(reading, Slot::Target, nth);
                roles.sure -= 0.15;
                return;
            }
        } else if reading.comma(at) && at > trigger.end
            || reading.lower(at) == "."
            || cues.quote
            || cues.sub && !cues.call && !cues.hyp
        {
            return;
        }
    }
}

/// Whether a phrase only suffers what is asked for behind "that": "demanded that Reis be released". Where modifiers stand first.
pub(in crate::events) fn befallen(reading: &Reading<'_>, trigger: &Trigger, phrase: &Phrase) -> bool {
    let (_, stop) = reading.bounds(trigger.first);
    let said = phrase.first >= trigger.end
        && (trigger.first + 1..phrase.first).any(|at| reading.cues[at].comp)
        && phrase.prep.is_none();
    if reading.context.pack.order != Order::HeadLast || trigger.sense.turn != Some(Turn::Called) || !said {
        return false;
    }
    let verb = (phrase.end..stop).find(|at| !reading.transparent(*at)).filter(|at| reading.verb(*at));
    verb.is_some_and(|verb| {
        let voice = reading.trigger_at[verb].map(|event| reading.triggers[event].voice);
        voice.or(reading.token(verb).voice) == Some(Voice::Passive)
    })
}

/// Whether a token stands behind the verb of a purpose that an event word opens: "untuk memulangkan".
fn of_purpose(reading: &Reading<'_>, trigger: &Trigger, at: usize) -> bool {
    let opens = (trigger.end..at).find(|before| reading.cues[*before].purpose || reading.verb(*before));
    opens.is_some_and(|opens| {
        reading.cues[opens].purpose && (opens + 1..at).any(|before| reading.verb(before))
    })
}
