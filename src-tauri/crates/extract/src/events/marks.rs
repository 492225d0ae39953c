//! What else speaks for and against an event, learnt word by word: its own word, what stands around it, who takes part.
//!
//! Each mark is a category or a word, named so that the table of weights can be read; no name stands in them, and the table keeps only
//! words of several events. They add to the signs of [`super::confidence`].

use lang::happen::Part;

use super::arguments::{Say, form, sort};
use super::merge::Told;
use super::reading::Reading;
use super::stance::{clause, modality};
use super::subject::subject;
use super::words::{above, around, beside, of_sentence, rest, say_beside, small};
use crate::analysis::{Referent, SentenceKind};

/// Says every mark of an event to whoever takes it.
pub(super) fn marks(reading: &Reading<'_>, told: &Told, say: &mut Say<'_>) {
    let nth = told.trigger;
    let trigger = &reading.triggers[nth];
    let sense = &trigger.sense;
    let (kind, stem, form, frame) = (sense.kind.code(), sense.stem, form(trigger), sense.frame.name);
    let (start, stop) = reading.bounds(trigger.first);
    say(&["stem", stem, kind]);
    say(&["stem", stem, kind, form]);
    let rest = rest(reading, nth);
    say(&["word", stem, kind, &rest]);
    say(&["kind", kind]);
    say(&["kind", kind, form]);
    if reading.is_faint(nth) {
        say(&["faint", kind]);
        say(&["faint", form]);
    }
    say(&["frame", frame, form]);
    say(&["frame", frame, kind]);

    let (before, behind) = beside(reading, nth);
    say_beside(reading, nth, (before, behind), say);
    say(&["around", before, behind, form]);
    if trigger.first > start
        && let Some(word) = small(reading, trigger.first - 1)
    {
        say(&["before word", word, form]);
    }
    if trigger.end < stop
        && let Some(word) = small(reading, trigger.end)
    {
        say(&["behind word", word, form]);
        say(&["behind word", word, "stem", stem]);
    }

    // What it hangs on.
    let above = above(reading, nth);
    say(&["under", above, form]);
    say(&["under", above, kind]);
    let clause = clause(reading, start, trigger.first);
    say(&["clause", clause, form]);
    say(&["clause", clause, kind]);
    let what = if trigger.part == Part::Noun { "noun" } else { subject(reading, trigger.first).name() };
    say(&["subject", what, form]);
    say(&["subject", what, kind]);
    say(&["subject", what, "stem", stem]);

    // Whether it is said to have happened, and by whom.
    let modality = modality(told.status.modality);
    let said = if told.status.attributed_to.is_some() { "said" } else { "told" };
    say(&["status", modality, said]);
    say(&["status", modality, kind]);
    say(&["status", said, kind]);
    say(&["status", modality, "stem", stem]);

    // Who takes part.
    let sort = |list: &[Referent]| list.first().map_or("nobody", |who| sort(reading, *who));
    let (source, target) = (sort(&told.roles.sources), sort(&told.roles.targets));
    say(&["source", source, kind]);
    say(&["target", target, kind]);
    say(&["sides", source, target]);
    say(&["source", source, "stem", stem]);
    say(&["target", target, "stem", stem]);
    if told.roles.guessed.is_some() {
        say(&["guessed", kind]);
    }
    if told.roles.place.is_some() {
        say(&["placed", kind]);
    }
    if told.date.is_some() || told.words.is_some() {
        say(&["dated", kind]);
    }
    if !told.others.is_empty() {
        say(&["retold", kind]);
        say(&["retold", "stem", stem]);
    }
    for other in &told.others {
        say(&["also", reading.triggers[*other].sense.stem, kind]);
    }

    // Where it stands.
    let sentence = trigger.sentence(reading) as usize;
    let place = match reading.tagged.sentences[sentence].kind {
        SentenceKind::Headline => "headline",
        _ if sentence <= 4 => "early",
        _ if sentence <= 12 => "later",
        _ => "late",
    };
    say(&["at", place, kind]);
    say(&["at", place, form]);
    let often = match reading.often[nth] {
        0 | 1 => "1",
        2 => "2",
        3 => "3",
        _ => "4",
    };
    say(&["often", often, kind]);

    around(reading, trigger, &mut |place, word| {
        say(&[place, word]);
        if matches!(place, "left 1" | "right 1") {
            say(&[place, word, "stem", stem]);
        }
    });
    let mut words: Vec<&str> = of_sentence(reading, trigger.first).collect();
    words.sort_unstable();
    words.dedup();
    for word in words {
        say(&["sentence", word]);
    }
}
