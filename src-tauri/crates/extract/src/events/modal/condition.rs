//! Conditions: what stands in one, what hangs on one.

use lang::happen::Part;

use super::AHEAD;
use crate::events::reading::Reading;
use crate::events::subject::light_before;
use crate::events::trigger::Trigger;

/// How far from a plan the condition may stand that it hangs on; keeps long sentences linear.
const CONDITION: usize = 40;

/// Whether a conditional clause holds the event word: "jika X mundur dan Y menyerang, maka".
pub(in crate::events) fn supposed(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, _) = reading.bounds(trigger.first);
    let mut relative = false;
    for at in (start..trigger.first).rev() {
        let cues = reading.cues[at];
        if cues.hyp && cues.sub {
            // "jika serangan itu berlanjut": the attack is known, its going on is not.
            return !relative
                && (trigger.part == Part::Verb
                    || light_before(reading, trigger.first, start).is_some_and(|light| light > at)
                    || (at..trigger.first).any(|at| reading.cues[at].occurs)
                    || breaks_out(reading, trigger.first));
        }
        if reading.comma(at) || reading.wall(at) || cues.sub || cues.comp {
            return false;
        }
        relative |= cues.rel;
    }
    false
}

/// "jika perang pecah": whether what is said of an event noun is that it begins.
pub(super) fn breaks_out(reading: &Reading<'_>, noun: usize) -> bool {
    let (_, stop) = reading.bounds(noun);
    (noun + 1..stop)
        .take(AHEAD)
        .take_while(|at| !reading.comma(*at) && !reading.wall(*at))
        .any(|at| reading.cues[at].occurs)
}

/// "akan menyerang jika", "jika X menyerang, Y akan membalas": whether a plan hangs on a condition of the same sentence.
pub(in crate::events) fn provided(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, stop) = reading.bounds(trigger.first);
    let condition = |at: usize| reading.cues[at].hyp && reading.cues[at].sub;
    let behind = (trigger.end..stop)
        .take(CONDITION)
        .take_while(|at| !reading.wall(*at) && !reading.cues[*at].contrast)
        .any(condition);
    let walls = |at: &usize| reading.comma(*at) || reading.wall(*at);
    let Some(comma) =
        (start..trigger.first).rev().take(CONDITION).find(walls).filter(|at| reading.comma(*at))
    else {
        return behind;
    };
    let opens = |at: usize| at == start || walls(&(at - 1)) || reading.cues[at - 1].comp;
    behind
        || (start..comma)
            .rev()
            .take(CONDITION)
            .take_while(|at| !reading.wall(*at))
            .any(|at| condition(at) && opens(at))
}
