//! What a relative clause is about: the noun before "yang" or "which".

use lang::happen::Part;
use lang::{Order, Tag};

use super::around::governed;
use super::{Subject, walk};
use crate::events::apposition::{described, person};
use crate::events::clause;
use crate::events::insertion::part_between;
use crate::events::reading::Reading;

/// How far back the head of a relative clause may stand from its "yang".
const HEAD: usize = 7;

/// What a relative clause is about.
pub(in crate::events) fn relative_head(reading: &Reading<'_>, rel: usize) -> Subject {
    head_of_relative(reading, rel, reading.bounds(rel).0, 0)
}

/// The noun before "yang", which the relative clause is about.
pub(super) fn head_of_relative(reading: &Reading<'_>, rel: usize, start: usize, depth: usize) -> Subject {
    let mut at = rel;
    for _ in 0..HEAD {
        if at == start {
            return Subject::Nobody;
        }
        at -= 1;
        if let Some(over) = reading.passed(at) {
            at = over;
            continue;
        }
        if reading.comma(at)
            && at + 1 == rel
            && let Some(open) = part_between(reading, at, start)
        {
            at = open;
            continue;
        }
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            if let Some(event) = phrase
                .head
                .and_then(|head| reading.trigger_at[head])
                .filter(|event| reading.triggers[*event].part == Part::Noun)
            {
                return Subject::Event(event);
            }
            // "Diana, jurnalis Kolombia yang tewas": who is described, not her country.
            if let Some(who) = described(reading, phrase) {
                return Subject::Actor(who);
            }
            if let Some(before) = of_whom(reading, nth, rel) {
                return Subject::Actor(before);
            }
            return if phrase.head.is_some() { Subject::Owned(nth) } else { Subject::Actor(nth) };
        }
        if let Some(event) = reading.trigger_at[at] {
            let trigger = &reading.triggers[event];
            return if trigger.part == Part::Noun { Subject::Event(event) } else { Subject::Thing };
        }
        if reading.cues[at].coord {
            // "pasukannya mundur, serta tanah yang direbut": the head is the noun between.
            if (at + 1..rel).any(|between| reading.token(between).tag == Tag::Noun) {
                return Subject::Thing;
            }
            // "... dan yang": a second relative clause on the same head.
            return walk(reading, at, depth + 1);
        }
        // "an offer for which Peru thanked Chad", "two members of parliament who"
        if reading.context.pack.order == Order::HeadLast && reading.token(at).tag == Tag::Noun {
            match governed(reading, at, start) {
                Some(prep) => at = prep,
                None => return Subject::Thing,
            }
            continue;
        }
        // "eleven men were held, nine of whom"
        let part = rel > start + 1 && clause::counts(reading, rel - 2) && reading.cues[rel - 1].prep;
        if part && reading.context.pack.order == Order::HeadLast && reading.verb(at) {
            return walk(reading, at, depth + 1);
        }
        if reading.verb(at) || reading.wall(at) {
            return Subject::Thing;
        }
    }
    Subject::Thing
}

/// "Rina dari Partai Nasional, yang didukung": behind a comma the clause is about the person, not about where he is from.
fn of_whom(reading: &Reading<'_>, nth: usize, rel: usize) -> Option<usize> {
    let phrase = &reading.phrases[nth];
    let prep = phrase.prep.filter(|_| phrase.end < rel && reading.comma(rel - 1))?;
    let before = nth.checked_sub(1).filter(|before| reading.phrases[*before].end == prep)?;
    (person(reading, &reading.phrases[before]) && !person(reading, phrase)).then_some(before)
}
