//! Whose deed a verb tells: the way back from a verb to its subject.
//!
//! Indonesian leaves subjects out freely, so the walk goes over prepositional phrases, resumes the head of a relative
//! clause at "yang", and inherits the subject of the verb that governs or precedes where there is none.

mod around;
mod relative;

use super::apposition::calls_person;
use super::clause;
use super::insertion::{behind_person, inserted_speaker, named_between, opening_comma};
use super::reading::Reading;
use super::roles::says_i;
use around::{
    accused_before, acts_alone, complement_of, controls, from_here_only_small, governed, head_of_preposition,
    intends, left_has_actor, modifier, passes_on_object, relative_over, takes_object_as_subject,
};
use lang::happen::{Part, Turn};
use lang::{Order, Tag, Voice};
use relative::head_of_relative;

pub(super) use around::{acts_before, light_before, verb_before};
pub(super) use relative::relative_head;

/// How deep subjects may be inherited.
const DEPTH: usize = 5;

/// How many tokens a bracket may hold that stands behind a subject.
const BRACKET: usize = 8;

/// What stands in the subject's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// An actor phrase.
    Actor(usize),
    /// Something that belongs to an actor phrase: "kebijakan China".
    Owned(usize),
    /// An event word: "serangan itu menewaskan".
    Event(usize),
    /// Whoever speaks: "kami" in a quotation.
    Speaker,
    /// Something that is no actor.
    Thing,
    /// Nothing was found.
    Nobody,
}

impl Subject {
    /// Its name in signs.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Actor(_) => "actor",
            Self::Owned(_) => "owned",
            Self::Event(_) => "event",
            Self::Thing => "thing",
            Self::Speaker => "speaker",
            Self::Nobody => "nobody",
        }
    }

    pub(super) fn phrase(self) -> Option<usize> {
        match self {
            Self::Actor(phrase) | Self::Owned(phrase) => Some(phrase),
            _ => None,
        }
    }
}

/// The subject of the verb at this token.
pub(super) fn subject(reading: &Reading<'_>, verb: usize) -> Subject {
    walk(reading, verb, 0)
}

fn walk(reading: &Reading<'_>, verb: usize, depth: usize) -> Subject {
    if depth > DEPTH {
        return Subject::Nobody;
    }
    let (start, _) = reading.bounds(verb);
    let head_last = reading.context.pack.order == Order::HeadLast;
    let mut at = verb;
    // After "dan" or a comma the subject is that of the verb before, not that verb's object.
    let mut coordinated = false;
    // The complement of "bahwa" or "untuk" has its matrix to the left.
    let mut zero = false;
    // Where "untuk" stands, if it was passed over.
    let mut purpose = None;
    // "dibuka oleh Rina dan dihadiri Budi": what is opened is attended, not she.
    let suffers = reading.context.pack.order == Order::HeadFirst
        && reading.trigger_at[verb]
            .map_or(reading.token(verb).voice, |event| Some(reading.triggers[event].voice))
            == Some(Voice::Passive);
    // Whether an insertion between commas was passed over, and who is named in it.
    let mut apposed = false;
    let mut inserted = None;
    // Whose the noun is that stands in the subject's place.
    let mut owner = None;
    while at > start {
        at -= 1;
        if let Some(over) = reading.passed(at) {
            at = over;
            continue;
        }
        // "The demand that Chad withdraw was rejected": the clause belongs to the noun before it.
        let own = head_last && !zero && !coordinated;
        let said_of = |inner: usize| if own { clause::noun_clause(reading, inner, verb) } else { None };
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            if head_last && at + 1 == phrase.end && acts_alone(reading, nth, verb) {
                return Subject::Actor(nth);
            }
            if let Some(prep) = phrase.prep {
                // "disampaikan oleh X, saat menghadiri": the agent goes on acting.
                if (zero || coordinated && !suffers) && reading.cues[prep].agent && !head_last {
                    return Subject::Actor(nth);
                }
                at = prep.min(phrase.first);
                // "eleven of his men were captured", "homes of activists were raided": the men, and whose homes they are.
                if head_last && !zero && !coordinated && at > start && reading.cues[prep].part {
                    if clause::counts(reading, at - 1) {
                        return Subject::Actor(nth);
                    }
                    // "the mayor of Izmir" is somebody himself.
                    let noun = reading.token(at - 1).tag == Tag::Noun && !calls_person(reading, at - 1);
                    owner = Some(nth).filter(|_| noun && reading.trigger_at[at - 1].is_none());
                }
                continue;
            }
            // "rencana Peru untuk menyerang", "cara Peru dalam menangani": whose plan or manner it is acts.
            if zero
                && purpose == Some(phrase.end)
                && phrase
                    .head
                    .is_some_and(|head| intends(reading, head) || !reading.cues[phrase.end].aim && !head_last)
            {
                return Subject::Owned(nth);
            }
            if let Some(comp) = verb_before(reading, phrase, start).and_then(said_of) {
                at = comp;
                continue;
            }
            if head_last
                && let Some(before) = verb_before(reading, phrase, start).filter(|before| {
                    clause::passed_over(reading, *before, verb, coordinated) && (coordinated || !zero)
                })
            {
                // "its decision to pull out its contingent was criticised": what the infinitive is about acts in nothing.
                at = if coordinated { own_subject(reading, before, depth).unwrap_or(before) } else { before };
                continue;
            }
            if zero || coordinated {
                // "bertemu Putin dan mengatakan": Putin is what was met.
                if let Some(before) = verb_before(reading, phrase, start).filter(|before| {
                    coordinated
                        || !takes_object_as_subject(reading, *before) && !controls(reading, *before, verb)
                }) {
                    return walk(reading, before, depth + 1);
                }
            }
            if apposed && let Some(comma) = behind_person(reading, phrase, start) {
                at = comma;
                continue;
            }
            // "Kelompok yang didukung Iran mengancam": who stands in a relative clause does not act behind it.
            if !head_last
                && !zero
                && !coordinated
                && let Some(rel) = relative_over(reading, phrase, start)
            {
                return head_of_relative(reading, rel, start, depth);
            }
            if !zero && let Some(copula) = complement_of(reading, phrase.first, start) {
                return walk(reading, copula, depth + 1);
            }
            return match phrase.head {
                Some(head) => match reading.trigger_at[head] {
                    Some(event) if reading.triggers[event].part == Part::Noun => Subject::Event(event),
                    _ if head_of_preposition(reading, head, start) => {
                        at = head;
                        continue;
                    }
                    _ => Subject::Owned(nth),
                },
                None if reading.owns_next(phrase) => Subject::Owned(nth),
                None => Subject::Actor(nth),
            };
        }
        let cues = reading.cues[at];
        if says_i(reading, at) && reading.context.pack.order == Order::HeadFirst {
            // "Kedua negara kami mendukung": whose they are.
            if at > start && matches!(reading.token(at - 1).tag, Tag::Noun | Tag::Adj) {
                continue;
            }
            return Subject::Speaker;
        }
        if let Some(event) = reading.trigger_at[at] {
            let event_word = &reading.triggers[event];
            if event_word.part == Part::Verb {
                let first = event_word.first;
                if let Some(comp) = said_of(first) {
                    at = comp;
                    continue;
                }
                if head_last && coordinated && clause::passed_over(reading, first, verb, true) {
                    at = own_subject(reading, first, depth).unwrap_or(first);
                    continue;
                }
                if head_last
                    && !coordinated
                    && matches!(event_word.sense.turn, Some(Turn::Called | Turn::Claimed))
                    && let Some(rel) = clause::object_relative(reading, first)
                {
                    // "Iran, which Riyadh accuses of supplying rebels": who is accused supplies.
                    return head_of_relative(reading, rel, start, depth);
                }
                // "ordered the agency's head, Ana Reis, to resign": who is named between the commas is asked.
                if head_last
                    && zero
                    && event_word.sense.turn == Some(Turn::Called)
                    && let Some(asked) = inserted
                {
                    return Subject::Actor(asked);
                }
                return walk(reading, first, depth + 1);
            }
            at = event_word.first;
            if governed(reading, at, start).is_some() || coordinated {
                at = governed(reading, at, start).unwrap_or(at);
                continue;
            }
            if let Some(light) = light_before(reading, at, start) {
                return walk(reading, light, depth + 1);
            }
            return if zero { continue } else { Subject::Event(event) };
        }
        if cues.rel || head_last && clause::relative_that(reading, at, verb) {
            return head_of_relative(reading, at, start, depth);
        }
        if reading.comma(at) {
            if let Some(named) =
                named_between(reading, at, start).filter(|_| !head_last && !coordinated && !zero)
            {
                return Subject::Actor(named);
            }
            if let Some(opening) = inserted_speaker(reading, at, start) {
                at = opening;
                continue;
            }
            if let Some(opening) = opening_comma(reading, at, start) {
                apposed = true;
                inserted = inserted.or_else(|| {
                    let first = reading.phrases.partition_point(|phrase| phrase.first <= opening);
                    reading.phrases.get(first).filter(|phrase| phrase.end == at && phrase.prep.is_none())?;
                    Some(first)
                });
                at = opening;
                continue;
            }
            if head_last && let Some(nth) = accused_before(reading, at, verb) {
                return Subject::Actor(nth);
            }
            coordinated = true;
            continue;
        }
        // "militer Israel (IDF) mengumumkan": what stands in brackets is passed over.
        if reading.lower(at) == ")"
            && let Some(open) =
                (start.max(at.saturating_sub(BRACKET))..at).rev().find(|open| reading.lower(*open) == "(")
        {
            at = open;
            continue;
        }
        if reading.wall(at) {
            break;
        }
        if cues.comp || cues.purpose && from_here_only_small(reading, at + 1, verb) || cues.sub {
            zero = true;
            purpose = cues.purpose.then_some(at);
            if cues.sub && !left_has_actor(reading, at, start) {
                break;
            }
            continue;
        }
        if cues.coord && !cues.prep {
            coordinated = true;
            continue;
        }
        if reading.verb(at) {
            if let Some(comp) = said_of(at) {
                at = comp;
                continue;
            }
            if head_last && coordinated && clause::passed_over(reading, at, verb, true) {
                at = own_subject(reading, at, depth).unwrap_or(at);
                continue;
            }
            if passes_on_object(reading, at) && !coordinated {
                return Subject::Nobody;
            }
            return walk(reading, at, depth + 1);
        }
        if reading.transparent(at) || cues.prep {
            continue;
        }
        // "Soto, 41, who lives in Lima, was arrested": an age between commas.
        if head_last
            && reading.token(at).shape == lang::Shape::Number
            && at > start + 1
            && reading.comma(at - 1)
            && reading.comma(at + 1)
        {
            at -= 1;
            continue;
        }
        if matches!(reading.token(at).tag, Tag::Noun | Tag::Propn | Tag::Num) && !coordinated && !zero {
            // "on Monday evening"
            if head_last && at > start && reading.timed[at - 1] {
                continue;
            }
            match governed(reading, at, start) {
                Some(prep) => at = prep,
                None if head_last && let Some(before) = modifier(reading, at, start) => {
                    // "two men of Indian origin were held", "Russia's proposal was rejected"
                    let phrase = &reading.phrases[before];
                    match phrase.prep {
                        Some(prep) => at = prep,
                        None if reading.owns_next(phrase) && inserted.is_none() => {
                            return Subject::Owned(before);
                        }
                        None => return inserted.map_or(Subject::Thing, Subject::Actor),
                    }
                }
                // "The company's director, Ana Reis, described"
                None if head_last && inserted.is_some() => {
                    return inserted.map_or(Subject::Thing, Subject::Actor);
                }
                None if let Some(copula) = complement_of(reading, at + 1, start) => {
                    return walk(reading, copula, depth + 1);
                }
                None => return owner.map_or(Subject::Thing, Subject::Owned),
            }
        }
    }
    // "Tiba di Lima, Mirza Temui Ketua Parlemen": headlines leave the conjunction out too.
    if zero || coordinated || reading.headline(verb) { forward(reading, verb) } else { Subject::Nobody }
}

/// Where the subject begins of a verb that a walk steps over.
fn own_subject(reading: &Reading<'_>, verb: usize, depth: usize) -> Option<usize> {
    let nth = walk(reading, verb, depth + 1).phrase()?;
    Some(reading.phrases[nth].first).filter(|first| *first < verb)
}

/// For a clause that comes first ("Setelah menghentikan ekspor, China dituduh"): the subject behind the comma.
fn forward(reading: &Reading<'_>, verb: usize) -> Subject {
    let (_, stop) = reading.bounds(verb);
    let Some(comma) = (verb..stop).find(|at| reading.comma(*at)) else { return Subject::Nobody };
    for at in comma + 1..stop.min(comma + 8) {
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            return if phrase.prep.is_none() && phrase.head.is_none() {
                Subject::Actor(nth)
            } else {
                Subject::Nobody
            };
        }
        if reading.verb(at) || reading.wall(at) {
            return Subject::Nobody;
        }
    }
    Subject::Nobody
}
