//! Which type an event word has where it stands, weighed: what the lexicon says is one sign among others.
//!
//! "Membakar" is an attack of soldiers and a protest of demonstrators. A log-linear choice among the types, fitted on annotated events
//! (`kinds.tsv`), as for modality ([`super::stance`]). Only types compete that the word has had in the annotated articles.

use lang::happen::Part;
use model::Plover;

use super::arguments::{Say, form, sort};
use super::reading::Reading;
use super::stance::clause;
use super::subject::subject;
use super::words::{above, beside, rest, say_beside, small};

/// How much likelier another type must be than the lexicon's.
const CLEAR: f32 = 1.0;

/// The type of every event word.
pub(super) fn kinds(reading: &Reading<'_>) -> Vec<Plover> {
    let learnt = reading.context.kinds;
    let chosen = |(nth, trigger): (usize, &super::trigger::Trigger)| {
        let ruled = trigger.sense.kind;
        let met = |kind: &Plover| {
            *kind == ruled || learnt.worth(&[kind.code(), "stem", trigger.sense.stem]) != [0.0; 2]
        };
        let runners: Vec<Plover> = Plover::ALL.into_iter().filter(met).collect();
        if learnt.is_empty() || runners.len() < 2 {
            return ruled;
        }
        let mut scores = vec![0.0; runners.len()];
        signs(reading, nth, &mut |sign| {
            for (score, kind) in scores.iter_mut().zip(&runners) {
                *score += learnt.worth_of(kind.code(), sign)[0];
            }
        });
        let own = runners.iter().position(|kind| *kind == ruled).map_or(f32::MIN, |at| scores[at]);
        let best = (0..runners.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a)));
        best.filter(|best| scores[*best] > own + libm::logf(CLEAR)).map_or(ruled, |best| runners[best])
    };
    reading.triggers.iter().enumerate().map(chosen).collect()
}

/// Says every sign of an event word, without the type that it speaks for. The signs that name the lexicon's type are those of the rules.
pub(super) fn signs(reading: &Reading<'_>, nth: usize, say: &mut Say<'_>) {
    let trigger = &reading.triggers[nth];
    let sense = &trigger.sense;
    let (kind, stem, form, frame) = (sense.kind.code(), sense.stem, form(trigger), sense.frame.name);
    let (start, stop) = reading.bounds(trigger.first);
    say(&[]);
    say(&["stem", stem]);
    say(&["stem", stem, form]);
    say(&["word", stem, &rest(reading, nth)]);
    say(&["ruled", kind]);
    say(&["ruled", kind, form]);
    say(&["ruled", kind, frame]);
    say_beside(reading, nth, beside(reading, nth), say);
    for (side, at) in [("before word", trigger.first.checked_sub(1)), ("behind word", Some(trigger.end))] {
        if let Some(word) = at.filter(|at| (start..stop).contains(at)).and_then(|at| small(reading, at)) {
            say(&[side, word, form]);
            say(&[side, word, "stem", stem]);
        }
    }
    let above = above(reading, nth);
    say(&["under", above, form]);
    say(&["under", above, kind]);
    say(&["clause", clause(reading, start, trigger.first), kind]);
    let what = if trigger.part == Part::Noun { "noun" } else { subject(reading, trigger.first).name() };
    say(&["subject", what, kind]);
    say(&["subject", what, "stem", stem]);

    // Who mostly tells: a state that steps back retreats, a minister resigns.
    let who =
        |phrase: usize| reading.phrases[phrase].members.first().map(|member| sort(reading, member.referent));
    let subject =
        subject(reading, trigger.first).phrase().filter(|_| trigger.part == Part::Verb).and_then(who);
    let object = (trigger.end < stop).then(|| reading.phrase_at[trigger.end]).flatten().and_then(who);
    for (place, sort) in [("acts", subject), ("object", object)] {
        if let Some(sort) = sort {
            say(&[place, sort, form]);
            say(&[place, sort, kind]);
            say(&[place, sort, "stem", stem]);
        }
    }
}
