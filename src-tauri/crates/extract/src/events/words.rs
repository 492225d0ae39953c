//! The words around an event word, as signs of what is learnt. Names and numbers are none; tables keep only words of several events.

use lang::{Shape, Tag};

use super::arguments::{Say, form, neighbour};
use super::reading::Reading;
use super::trigger::Trigger;

/// How many words before and behind an event word are near it.
const NEAR: usize = 5;

/// What stands right before and behind an event word.
pub(super) fn beside(reading: &Reading<'_>, nth: usize) -> (&'static str, &'static str) {
    let trigger = &reading.triggers[nth];
    let (start, stop) = reading.bounds(trigger.first);
    let before = if trigger.first == start { "start" } else { neighbour(reading, trigger.first - 1, nth) };
    let behind = if trigger.end >= stop { "end" } else { neighbour(reading, trigger.end, nth) };
    (before, behind)
}

/// Says what stands right before and behind an event word.
pub(super) fn say_beside(
    reading: &Reading<'_>,
    nth: usize,
    (before, behind): (&str, &str),
    say: &mut Say<'_>,
) {
    let trigger = &reading.triggers[nth];
    let (kind, stem, form) = (trigger.sense.kind.code(), trigger.sense.stem, form(trigger));
    say(&["before", before, form]);
    say(&["behind", behind, form]);
    say(&["before", before, kind]);
    say(&["behind", behind, kind]);
    say(&["behind", behind, "stem", stem]);
}

/// The type of the event word shortly before another one, on which that may hang.
pub(super) fn above(reading: &Reading<'_>, nth: usize) -> &'static str {
    let first = reading.triggers[nth].first;
    let (start, _) = reading.bounds(first);
    (start.max(first.saturating_sub(NEAR))..first)
        .rev()
        .take_while(|at| !reading.punct(*at))
        .find_map(|at| reading.trigger_at[at].filter(|event| *event != nth))
        .map_or("none", |event| reading.triggers[event].sense.kind.code())
}

/// The words near an event word: where, and the word.
pub(super) fn around(reading: &Reading<'_>, trigger: &Trigger, say: &mut dyn FnMut(&str, &str)) {
    let (start, stop) = reading.bounds(trigger.first);
    let mut tell = |at: usize, places: [&str; 2], distance: usize, side: &str| {
        let word = word(reading, at);
        if distance < places.len() {
            say(places[distance], word.unwrap_or("name"));
        }
        if let Some(word) = word {
            say(side, word);
        }
    };
    for (distance, at) in (start..trigger.first).rev().take(NEAR).enumerate() {
        tell(at, ["left 1", "left 2"], distance, "left");
    }
    for (distance, at) in (trigger.end..stop).take(NEAR).enumerate() {
        tell(at, ["right 1", "right 2"], distance, "right");
    }
}

/// A word, or mark, that names nobody and counts nothing.
pub(super) fn word<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r str> {
    let open = !reading.named[at] && reading.token(at).tag != Tag::Num && reading.token(at).tag != Tag::Propn;
    open.then(|| reading.lower(at))
}

/// The words of a sentence, its marks left out.
pub(super) fn of_sentence<'r>(reading: &'r Reading<'_>, at: usize) -> impl Iterator<Item = &'r str> {
    let (start, stop) = reading.bounds(at);
    (start..stop).filter(|at| reading.token(*at).shape != Shape::Punct).filter_map(|at| word(reading, at))
}

/// The words of the lexicon's entry behind its first.
pub(super) fn rest(reading: &Reading<'_>, nth: usize) -> String {
    let trigger = &reading.triggers[nth];
    let mut words: Vec<&str> = (trigger.first + 1..trigger.end).map(|at| reading.lower(at)).collect();
    if let Some((first, end)) = trigger.apart {
        words.push("+");
        words.extend((first..end).map(|at| reading.lower(at)));
    }
    words.join(" ")
}

/// A word of a closed class.
pub(super) fn small<'r>(reading: &'r Reading<'_>, at: usize) -> Option<&'r str> {
    let closed = matches!(
        reading.token(at).tag,
        Tag::Adp | Tag::Aux | Tag::Sconj | Tag::Cconj | Tag::Part | Tag::Det | Tag::Pron
    );
    (closed && !reading.named[at]).then(|| reading.lower(at))
}
