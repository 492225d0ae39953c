//! What a light verb in a relative clause lends its event noun: "serangan yang dilakukan Chad".

use lang::Voice;
use lang::happen::{Light, Slot};

use super::right::{by_preposition, placed_word};
use super::{REACH, Roles};
use crate::events::reading::Reading;
use crate::events::trigger::Trigger;

/// "serangan yang dilakukan tentara Chad": the passive light verb in the relative clause of an event noun.
pub(super) fn performer(reading: &Reading<'_>, rel: usize, stop: usize) -> Option<usize> {
    let at = if reading.cues[rel].rel { rel + 1 } else { rel };
    let at = (at..stop.min(at + 3)).find(|at| !reading.transparent(*at))?;
    let (light, form) = reading.happen.light(reading.lower(at))?;
    let passive = form.voice.or(reading.token(at).voice) == Some(Voice::Passive);
    (passive && light == Light::Do).then_some(at)
}

/// "serangan yang dilakukan tentara Chad terhadap Sudan": the agent of the light verb, and whom the deed reaches.
pub(super) fn by_performer(reading: &Reading<'_>, trigger: &Trigger, at: usize, roles: &mut Roles) {
    let frame = trigger.sense.frame;
    if !roles.sources.is_empty() {
        return;
    }
    let (_, stop) = reading.bounds(at);
    let mut next = at + 1;
    while next < stop.min(at + REACH) {
        if let Some(nth) = reading.phrase_at[next] {
            let phrase = &reading.phrases[nth];
            if roles.phrases.contains(&nth) {
                return;
            }
            let prep = phrase.prep.filter(|prep| *prep > at);
            let reaches = prep
                .map(|prep| reading.lower(prep))
                .is_some_and(|word| frame.to.contains(&word) && !placed_word(reading, word));
            if reaches && roles.targets.is_empty() && frame.object != Slot::None {
                roles.add(reading, frame.object, nth);
                return;
            }
            if !roles.sources.is_empty() || prep.is_some_and(|prep| !reading.cues[prep].agent) {
                return;
            }
            let agent = if frame.subject == Slot::Both { Slot::Both } else { Slot::Source };
            roles.add(reading, agent, nth);
            next = phrase.end;
            // "oleh direkturnya, Rina, kepada": a comma closes the name.
            next += usize::from(next < stop && reading.comma(next));
            continue;
        }
        // "Tuntutan itu disampaikan usai Fadli menyebut": another clause.
        if ends(reading, next) || reading.cues[next].sub {
            return;
        }
        next += 1;
    }
}

/// "Sanctions were imposed on Peru by Chile", "talks were held between Peru and Chile": all that stands behind the light verb of an event
/// noun belongs to the noun.
pub(super) fn performed(reading: &Reading<'_>, trigger: &Trigger, at: usize, roles: &mut Roles) {
    let (_, stop) = reading.bounds(at);
    let mut next = at + 1;
    while next < stop.min(at + REACH) {
        if let Some(nth) = reading.phrase_at[next] {
            let phrase = &reading.phrases[nth];
            let word = phrase.prep.filter(|prep| *prep > at).map(|prep| reading.lower(prep).to_owned());
            let Some(word) = word else { return };
            by_preposition(reading, trigger, &word, nth, roles);
            next = phrase.end;
            continue;
        }
        if ends(reading, next) || reading.cues[next].sub && !reading.cues[next].prep {
            return;
        }
        next += 1;
    }
}

/// Whether what belongs to the light verb ends here.
fn ends(reading: &Reading<'_>, at: usize) -> bool {
    reading.verb(at) || reading.comma(at) || reading.wall(at)
}
