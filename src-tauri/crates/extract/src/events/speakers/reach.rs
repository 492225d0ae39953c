//! How far somebody's words reach in a sentence.

use lang::{Form, Order, Tag};

use super::{CITED, TITLE};
use crate::events::reading::Reading;
use crate::events::subject::subject;

/// Whether a word of speaking behind a comma has its subject behind it: "..., said Ana Reis." In "The mayor, Ana Reis, said police had
/// left" and "..., told reporters that" it goes on with the subject before.
pub(super) fn turns(reading: &Reading<'_>, at: usize, stop: usize) -> bool {
    if reading.context.pack.order == Order::HeadFirst {
        return true;
    }
    let Some(nth) = (at + 1..stop.min(at + 1 + TITLE)).find_map(|next| reading.phrase_at[next]) else {
        return true;
    };
    let end = reading.phrases[nth].end;
    let tells = |at: usize| {
        reading.token(at).form.is_some_and(Form::finite)
            || reading.token(at).tag == Tag::Aux
            || reading.cues[at].comp
    };
    let mut clause = (end..stop).take_while(|at| !reading.comma(*at) && !reading.wall(*at));
    end >= stop || !reading.verb(end) && !tells(end) && !clause.any(tells)
}

/// "Lawyers say that men are held, and Peru has called for talks", "said food had reached Chad, whose government opened the border": where
/// the writer goes on himself, behind a comma with a clause that has a subject of its own or with a relative one.
pub(super) fn goes_on(reading: &Reading<'_>, say: usize, comma: usize, stop: usize) -> bool {
    if reading.context.pack.order == Order::HeadFirst || comma + 2 >= stop {
        return false;
    }
    if reading.cues[comma].coord && acts_too(reading, say, comma, stop) {
        return true;
    }
    if !reading.comma(comma) {
        return false;
    }
    let next = comma + 1;
    if reading.cues[next].rel {
        return true;
    }
    let opens = reading.cues[next].coord && !reading.cues[next + 1].comp;
    let Some(nth) = (next + 1..stop.min(next + 6)).find_map(|at| reading.phrase_at[at]).filter(|_| opens)
    else {
        return false;
    };
    let phrase = &reading.phrases[nth];
    let verb = (phrase.end..stop.min(phrase.end + CITED)).find(|at| reading.verb(*at));
    let plain = phrase.prep.is_none() && (next + 1..phrase.first).all(|at| !reading.verb(at));
    // "said the government had failed, and the people would suffer": the words of the speaker go on.
    let own = match verb.and_then(|verb| reading.token(verb).form) {
        Some(Form::Past) => true,
        Some(Form::Present | Form::Compound) => reading.token(say).form != Some(Form::Past),
        _ => false,
    };
    plain && own
}

/// "Ana Reis said the plan had failed and left": behind a conjunction a verb with the subject of the word of speaking.
fn acts_too(reading: &Reading<'_>, say: usize, coord: usize, stop: usize) -> bool {
    let Some(verb) = (coord + 1..stop).find(|at| !reading.transparent(*at)).filter(|at| reading.verb(*at))
    else {
        return false;
    };
    let who = subject(reading, verb).phrase();
    who.is_some() && who == subject(reading, say).phrase()
}

/// Whether the speaker named behind this word of speaking stands between commas.
pub(super) fn inserted(reading: &Reading<'_>, at: usize, stop: usize) -> bool {
    let Some(nth) = (at + 1..stop.min(at + 1 + TITLE)).find_map(|next| reading.phrase_at[next]) else {
        return false;
    };
    let end = reading.phrases[nth].end;
    end + 1 < stop && reading.comma(end) && reading.comma(at - 1)
}

/// "X mengatakan A, sementara Y menolak B": where what is said ends.
pub(super) fn leaves(reading: &Reading<'_>, at: usize) -> bool {
    reading.lower(at) == ";"
        || reading.comma(at) && reading.cues.get(at + 1).is_some_and(|cues| cues.contrast)
}
