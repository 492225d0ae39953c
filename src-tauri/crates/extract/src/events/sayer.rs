//! Who speaks: the subject of a verb of speaking, and which verbs open what is said.

use std::ops::Range;

use lang::{Order, Voice};
use model::EntityKind;

use super::phrase::Member;
use super::reading::Reading;
use super::subject::{Subject, subject};

/// How many tokens behind a verb "bahwa" may stand.
const THAT: usize = 3;
/// How far before a verb of speaking the relative clause of its subject may open.
const RELATIVE: usize = 16;

/// Whether what the verb tells follows behind "bahwa": "memperingatkan bahwa", "membantah tuduhan bahwa". It need be no verb of speaking.
pub(super) fn tells_that(reading: &Reading<'_>, verb: usize, stop: usize) -> bool {
    if reading.context.pack.order != Order::HeadFirst
        || !reading.verb(verb)
        || reading.token(verb).voice == Some(Voice::Passive)
    {
        return false;
    }
    let end = reading.trigger_at[verb].map_or(verb + 1, |event| reading.triggers[event].end);
    let goes_on = |at: &usize| !reading.punct(*at) && reading.phrase_at[*at].is_none() && !reading.verb(*at);
    let cues = |at: usize| reading.cues[at];
    (end..stop.min(end + THAT)).take_while(goes_on).any(|at| cues(at).comp && !cues(at).prep && !cues(at).neg)
}

/// The subject of a verb of speaking; of "tuduhan Thailand yang menyebut" whoever accuses.
pub(super) fn sayer<'r>(reading: &'r Reading<'_>, verb: usize) -> Option<&'r Member> {
    let nth = match subject(reading, verb) {
        Subject::Actor(nth) | Subject::Owned(nth) => nth,
        Subject::Event(event) => {
            let from = reading.triggers[event].end;
            (from..verb.min(from + 3)).find_map(|at| reading.phrase_at[at])?
        }
        Subject::Speaker => return None,
        Subject::Thing | Subject::Nobody => beside(reading, verb)?,
    };
    reading.phrases[nth].members.first()
}

/// A person whom the way back from the verb did not reach: "Wakil Menteri Luar Negeri, Ana Reis, mengatakan", "Ana Reis yang membacakan
/// putusan mengatakan".
fn beside(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    if reading.context.pack.order != Order::HeadFirst {
        return None;
    }
    let (start, _) = reading.bounds(verb);
    let ending = |at: usize| {
        let nth = reading.phrase_at[at.checked_sub(1).filter(|at| *at >= start)?]?;
        let phrase = &reading.phrases[nth];
        let person =
            phrase.members.first().is_some_and(|who| reading.kind(who.referent) == EntityKind::Person);
        (person && phrase.prep.is_none() && phrase.end == at).then_some((nth, phrase.first))
    };
    let before = (start..verb).rev().find(|at| !reading.transparent(*at))?;
    if reading.comma(before) {
        let (nth, first) = ending(before)?;
        return (first > start && reading.comma(first - 1)).then_some(nth);
    }
    let clause: Range<usize> = start.max(verb.saturating_sub(RELATIVE))..verb;
    let opener = clause.rev().take_while(|at| !reading.punct(*at)).find(|at| reading.cues[*at].rel)?;
    let verbs = (opener..verb).filter(|at| reading.verb(*at)).count();
    ending(opener).filter(|_| verbs == 1).map(|(nth, _)| nth)
}
