//! Numbers that belong to an event: the dead, the hurt, money, and how many were taken, sent or hit.
//!
//! A number counts what stands behind it, so a date, a share or a distance counts nobody. It belongs to the event word whose
//! clause it stands in; the nearest takes it.

use lang::happen::{Part, Slot, Time};
use lang::numbers::Sort;
use lang::{Tag, Voice};
use model::{Plover, Quantity, QuantityKind, Span};

use super::reading::Reading;
use super::trigger::Trigger;

/// How far from the word of victims the number may stand, and how far behind its event word an amount of money.
const REACH: usize = 10;
const MONEY: usize = 14;
/// How many words may stand between a number with its noun and the passive verb behind it.
const SUBJECT: usize = 3;

/// What the numbers around an event word say of it, at most one of a kind.
pub(super) fn quantities(reading: &Reading<'_>, trigger: &Trigger) -> Vec<Quantity> {
    let mut out = Vec::new();
    if let Some(kind) = trigger.sense.victims {
        out.extend(victims(reading, trigger, kind));
    } else {
        out.extend(counted(reading, trigger));
    }
    out.extend(money(reading, trigger));
    out
}

/// A number on the page.
struct Amount {
    first: usize,
    end: usize,
    value: f64,
    of: Of,
}

/// What a number is a number of.
#[derive(PartialEq)]
enum Of {
    Money,
    /// Persons or things: the word behind it says which.
    Things,
    /// A share, a time, a distance.
    Measure,
}

/// "menewaskan sedikitnya 12 orang", "tiga tentara tewas": the victims before or behind their word, in its clause.
fn victims(reading: &Reading<'_>, trigger: &Trigger, kind: QuantityKind) -> Option<Quantity> {
    let behind = || {
        let (_, stop) = reading.bounds(trigger.first);
        let mut at = trigger.end;
        while at < stop.min(trigger.end + REACH) && !ends(reading, at) {
            if let Some(amount) = amount(reading, at) {
                if counts(reading, &amount) && followed(reading, &amount) {
                    return Some(quantity(reading, &amount, kind));
                }
                at = amount.end;
            } else {
                at += 1;
            }
        }
        None
    };
    let before = || before(reading, trigger, REACH).map(|amount| quantity(reading, &amount, kind));
    // Who kills has the victims behind the verb; who dies stands before it.
    if trigger.voice == Voice::Active && trigger.sense.frame.subject == Slot::Source {
        behind().or_else(before)
    } else {
        before().or_else(behind)
    }
}

/// "menangkap 12 orang", "30 rudal ditembakkan": how many there are of the event's object.
fn counted(reading: &Reading<'_>, trigger: &Trigger) -> Option<Quantity> {
    let apt = matches!(
        trigger.sense.kind,
        Plover::Assault | Plover::Coerce | Plover::Mobilize | Plover::Aid | Plover::Retreat | Plover::Concede
    );
    if !apt || trigger.part != Part::Verb {
        return None;
    }
    let amount = if trigger.voice == Voice::Passive {
        before(reading, trigger, SUBJECT)?
    } else {
        let (_, stop) = reading.bounds(trigger.first);
        let mut at = trigger.end;
        while at < stop
            && let Some(length) = about(reading, at)
        {
            at += length;
        }
        if at >= stop {
            return None;
        }
        amount(reading, at).filter(|amount| counts(reading, amount) && followed(reading, amount))?
    };
    Some(quantity(reading, &amount, QuantityKind::Count))
}

/// "bantuan senilai US$ 2 juta", "mendenda perusahaan itu Rp 500 juta": money behind the event word, before the next one.
fn money(reading: &Reading<'_>, trigger: &Trigger) -> Option<Quantity> {
    if trigger.sense.kind == Plover::Consult {
        return None;
    }
    let (_, stop) = reading.bounds(trigger.first);
    let mut at = trigger.end;
    while at < stop.min(trigger.end + MONEY) {
        // "won", "pound": a verb is no currency.
        if reading.trigger_at[at].is_some() || reading.verb(at) && about(reading, at).is_none() {
            return None;
        }
        if let Some(amount) = amount(reading, at) {
            if amount.of == Of::Money {
                return Some(Quantity {
                    span: span(reading, amount.first, amount.end),
                    kind: QuantityKind::Money,
                    value: amount.value,
                });
            }
            at = amount.end;
        } else if ends(reading, at) {
            return None;
        } else {
            at += 1;
        }
    }
    None
}

/// The number of persons or things that stands before a word in its clause, at most `reach` words between.
fn before(reading: &Reading<'_>, trigger: &Trigger, reach: usize) -> Option<Amount> {
    let (start, _) = reading.bounds(trigger.first);
    let mut at = (start..trigger.first).rev().find(|at| ends(reading, *at)).map_or(start, |at| at + 1);
    let mut found = None;
    while at < trigger.first {
        let Some(next) = amount(reading, at) else {
            at += 1;
            continue;
        };
        at = next.end;
        if counts(reading, &next) && next.end <= trigger.first && trigger.first - next.end < reach {
            found = Some(next);
        }
    }
    found
}

/// Whether a number counts persons or things that take part: not a date, and not what a preposition governs, "di tiga kota".
fn counts(reading: &Reading<'_>, amount: &Amount) -> bool {
    let (start, _) = reading.bounds(amount.first);
    let mut first = amount.first;
    // "more than 200": the preposition is part of the number.
    while let Some(length) =
        (1..=3).find(|back| first >= start + back && about(reading, first - back) == Some(*back))
    {
        first -= length;
    }
    amount.of == Of::Things
        && !(amount.first..amount.end).any(|at| reading.timed[at])
        && !(first > start && reading.cues[first - 1].prep)
}

/// Whether another clause, another happening or another verb begins here.
fn ends(reading: &Reading<'_>, at: usize) -> bool {
    let cues = reading.cues[at];
    reading.comma(at)
        || reading.wall(at)
        || cues.sub
        || cues.comp
        || cues.rel
        || reading.trigger_at[at].is_some()
        || reading.verb(at) && about(reading, at).is_none()
}

/// Whether a word that is counted follows the number.
fn followed(reading: &Reading<'_>, amount: &Amount) -> bool {
    let (_, stop) = reading.bounds(amount.first);
    amount.end < stop && !reading.punct(amount.end)
}

/// The number that begins here.
fn amount(reading: &Reading<'_>, at: usize) -> Option<Amount> {
    let (_, stop) = reading.bounds(at);
    let numbers = (reading.context.pack.numbers)();
    let word = |from: usize| move |i: usize| (from + i < stop).then(|| reading.lower(from + i));
    if let Some((length, Sort::Currency(_))) = numbers.sort(word(at)) {
        // "$5m", "$3.5bn"
        let short = || word(at + length)(0).and_then(|word| numbers.shortened(word)).map(|value| (1, value));
        let (words, value) = short().or_else(|| numbers.number(word(at + length)))?;
        return Some(Amount { first: at, end: at + length + words, value, of: Of::Money });
    }
    // "Rp5", "US$2": the currency is tied to the figures.
    if let Some(figures) = reading.lower(at).find(|c: char| c.is_ascii_digit()).filter(|figures| *figures > 0)
    {
        let (currency, rest) = reading.lower(at).split_at(figures);
        let tied = |i: usize| if i == 0 { Some(rest) } else { word(at)(i) };
        let known = numbers.sort(|i| (i == 0).then_some(currency));
        if let Some((_, Sort::Currency(_))) = known {
            let short = numbers.shortened(rest).map(|value| (1, value));
            let (words, value) = short.or_else(|| numbers.number(tied))?;
            return Some(Amount { first: at, end: at + words, value, of: Of::Money });
        }
    }
    let (words, value) = numbers.number(word(at))?;
    let end = at + words;
    let (end, of) = match numbers.sort(word(end)) {
        Some((length, Sort::Currency(_))) => (end + length, Of::Money),
        Some((_, Sort::Measure)) => (end, Of::Measure),
        _ if time(reading, end, stop) => (end, Of::Measure),
        _ => (end, Of::Things),
    };
    Some(Amount { first: at, end, value, of })
}

/// Whether a month or another word of time stands here: "12 Juni".
fn time(reading: &Reading<'_>, at: usize, stop: usize) -> bool {
    let word = |i: usize| (at + i < stop).then(|| reading.lower(at + i));
    reading.happen.times.longest(word).is_some_and(|(_, time)| !matches!(time, Time::Open))
}

/// Over how many words a number is approached here: "sekitar", "at least".
fn about(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let (_, stop) = reading.bounds(at);
    let word = |i: usize| (at + i < stop).then(|| reading.lower(at + i));
    match (reading.context.pack.numbers)().sort(word) {
        Some((length, Sort::About)) => Some(length),
        _ => None,
    }
}

/// The number with the noun that it counts.
fn quantity(reading: &Reading<'_>, amount: &Amount, kind: QuantityKind) -> Quantity {
    let (_, stop) = reading.bounds(amount.first);
    let noun = (amount.end < stop && matches!(reading.token(amount.end).tag, Tag::Noun | Tag::Propn))
        .then_some(amount.end + 1);
    Quantity { span: span(reading, amount.first, noun.unwrap_or(amount.end)), kind, value: amount.value }
}

fn span(reading: &Reading<'_>, first: usize, end: usize) -> Span {
    reading.token(first).span.cover(reading.token(end - 1).span)
}
