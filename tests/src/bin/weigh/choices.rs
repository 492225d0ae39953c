//! Events with two choices each, among runners of whom some are right, and the weights of the runners' signs.

use std::collections::{BTreeMap, BTreeSet};

use lang::happen::Learnt;

use crate::descent::{Race, descend};
use crate::kept;
use crate::names::{parted, seen, table};

/// In how many events a sign must be.
const SEEN: usize = 5;
/// Weights below this are not written.
const SMALL: f64 = 0.02;

/// One event: who might be its source and target, or its modality and voucher.
pub(crate) struct Event {
    pub(crate) article: String,
    pub(crate) sides: [Vec<Contender>; 2],
    /// How much it counts.
    pub(crate) count: f64,
}

impl Event {
    /// An event of which nothing is known yet.
    pub(crate) fn of(article: &str) -> Self {
        Self { article: article.to_owned(), sides: [Vec::new(), Vec::new()], count: 1.0 }
    }
}

/// Whether it is right, and its signs.
pub(crate) struct Contender {
    pub(crate) right: bool,
    pub(crate) signs: Vec<String>,
}

/// The committed events of a table of rows. Each line of an event says which of its choices it is for, a second cell, and signs.
pub(crate) fn kept(
    name: &str,
    language: &str,
    mut read: impl FnMut(&mut Event, &str, &str, Vec<String>),
) -> Vec<Event> {
    let table = kept::read(name, language);
    let mut names: Vec<&str> = Vec::new();
    let mut out: Vec<Event> = Vec::new();
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        match (&cells[..], out.last_mut()) {
            (["sign", name], _) => names.push(name),
            (["event", _, article], _) => out.push(Event::of(article)),
            ([choice, right, signs], Some(event)) => read(event, choice, right, parted(signs, &names)),
            _ => {}
        }
    }
    out
}

/// The new events in the place of the old ones of the same articles.
pub(crate) fn renewed(mut old: Vec<Event>, new: Vec<Event>) -> Vec<Event> {
    let articles: BTreeSet<&str> = new.iter().map(|event| &*event.article).collect();
    old.retain(|event| !articles.contains(&*event.article));
    old.extend(new);
    old
}

/// The table of weights that these events give.
pub(crate) fn fitted(events: &[&Event], penalty: f64) -> String {
    let own = |event: &&Event| -> BTreeSet<String> {
        event.sides.iter().flatten().flat_map(|one| one.signs.iter().cloned()).collect()
    };
    let owned: Vec<BTreeSet<String>> = events.iter().map(own).collect();
    let (names, numbers) = seen(owned.iter().map(|own| own.iter().map(String::as_str).collect()), SEEN);
    let weights = [0, 1].map(|side| {
        let races: Vec<Race> = events.iter().filter_map(|event| race(event, side, &numbers)).collect();
        descend(&races, &vec![penalty; names.len()])
    });
    table(&names, &weights, SMALL)
}

/// The probability of each runner of one choice of every event, by weights that were fitted without its article's part.
pub(crate) fn left_out(events: &[Event], side: usize, penalty: f64, parts: usize) -> Vec<Vec<f64>> {
    let articles: BTreeSet<&str> = events.iter().map(|event| &*event.article).collect();
    let part: BTreeMap<&str, usize> =
        articles.into_iter().enumerate().map(|(nth, name)| (name, nth % parts)).collect();
    let mut out: Vec<Vec<f64>> = events.iter().map(|_| Vec::new()).collect();
    for left in 0..parts {
        let others: Vec<&Event> = events.iter().filter(|event| part[&*event.article] != left).collect();
        let weights = Learnt::new(&fitted(&others, penalty));
        for (event, out) in events.iter().zip(&mut out).filter(|(event, _)| part[&*event.article] == left) {
            let score = |one: &Contender| {
                let worth = |sign: &String| f64::from(weights.worth(&[sign.as_str()])[side]);
                libm::exp(one.signs.iter().map(worth).sum::<f64>())
            };
            let powers: Vec<f64> = event.sides[side].iter().map(score).collect();
            let all: f64 = powers.iter().sum();
            *out = powers.iter().map(|power| power / all).collect();
        }
    }
    out
}

/// A choice of which nobody in reach is right teaches nothing.
fn race(event: &Event, side: usize, numbers: &BTreeMap<&str, usize>) -> Option<Race> {
    let by_number = |one: &Contender| {
        let signs = one.signs.iter().filter_map(|sign| Some((*numbers.get(&**sign)?, 1.0))).collect();
        (one.right, signs)
    };
    let runners: Vec<(bool, Vec<(usize, f64)>)> = event.sides[side].iter().map(by_number).collect();
    runners.iter().any(|(right, _)| *right).then_some(Race { runners, count: event.count })
}
