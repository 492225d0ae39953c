//! The weights that source and target of an event are ranked by: a softmax over all who might be them, with an L2 penalty.
//!
//! Where several are right, one of them is enough: the marginal likelihood is fitted (as in Denis, Baldridge 2008), by L-BFGS
//! (Liu, Nocedal 1989). A side of which nobody in reach is right teaches nothing and is left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use wartagraf_tests::text;

use crate::verdicts::{Verdict, verdicts};

/// The penalty of every weight.
const PENALTY: f64 = 8.0;
/// A sign that fewer events have says nothing about the next article.
const SEEN: usize = 3;
/// Weights below this are not written.
const SMALL: f64 = 0.02;
/// How often the direction of descent is chosen anew at most, and how many steps it remembers.
const STEPS: usize = 200;
const MEMORY: usize = 10;

/// One event: who might be its source (0) and target (1).
pub(crate) struct Event {
    pub(crate) article: String,
    pub(crate) sides: [Vec<Contender>; 2],
    /// How much it counts.
    pub(crate) count: f64,
}

/// Whether it is right, and its signs.
pub(crate) struct Contender {
    right: bool,
    signs: Vec<String>,
}

/// The events of a folder of annotated articles whose type the rules read rightly.
pub(crate) fn events(gold: &Path, folder: &Path, language: &str, count: f64) -> Vec<Event> {
    let mut found = BTreeMap::new();
    let read = |stem: &str, text: &str| {
        let (reading, contenders) = extract::contenders(text, &extract::Options::default());
        for (trigger, contenders) in contenders {
            let who = |span: &model::Span| {
                reading.entities.iter().position(|entity| entity.mentions.iter().any(|m| m.span == *span))
            };
            let known: Vec<(bool, Vec<Option<usize>>, Vec<String>)> = contenders
                .into_iter()
                .map(|one| (one.target, one.who.iter().map(who).collect(), one.signs))
                .collect();
            found.insert((stem.to_owned(), trigger.start()), known);
        }
        reading
    };
    let verdicts = verdicts(gold, folder, language, read);
    let mut out = Vec::new();
    for Verdict { article, start, right_sides, .. } in verdicts {
        let (Some(right), Some(contenders)) = (right_sides, found.remove(&(article.clone(), start))) else {
            continue;
        };
        let mut sides = [Vec::new(), Vec::new()];
        for (target, who, signs) in contenders {
            let (entities, nobody) = &right[usize::from(target)];
            let is_right = if signs.first().is_some_and(|sign| sign == "nobody") {
                *nobody
            } else {
                who.iter().flatten().any(|who| entities.contains(who))
            };
            sides[usize::from(target)].push(Contender { right: is_right, signs });
        }
        if !sides[0].is_empty() {
            out.push(Event { article, sides, count });
        }
    }
    out
}

/// The events as rows of `tests/gold/arguments.tsv`: signs by number, the most frequent first.
pub(crate) fn rows(language: &str, events: &[Event]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sign in events.iter().flat_map(|event| &event.sides).flatten().flat_map(|one| &one.signs) {
        *counts.entry(sign).or_default() += 1;
    }
    let mut names: Vec<&str> = counts.keys().copied().collect();
    names.sort_by_key(|name| (std::cmp::Reverse(counts[name]), *name));
    let mut out = String::new();
    for name in &names {
        let _ = writeln!(out, "sign\t{name}");
    }
    let numbers: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    for event in events {
        let _ = writeln!(out, "event\t{language}\t{}", event.article);
        for (side, name) in event.sides.iter().zip(["source", "target"]) {
            for one in side {
                let signs: Vec<String> = one.signs.iter().map(|sign| numbers[&**sign].to_string()).collect();
                let _ = writeln!(out, "{name}\t{}\t{}", u8::from(one.right), signs.join(" "));
            }
        }
    }
    out
}

/// The committed events of one language.
pub(crate) fn kept(language: &str) -> Vec<Event> {
    let table = text(format!("tests/gold/arguments-{language}.tsv"));
    let mut names: Vec<&str> = Vec::new();
    let mut out: Vec<Event> = Vec::new();
    for line in table.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        match cells[..] {
            ["sign", name] => names.push(name),
            ["event", _, article] => {
                out.push(Event { article: article.to_owned(), sides: [Vec::new(), Vec::new()], count: 1.0 });
            }
            [side @ ("source" | "target"), right, signs] => {
                let signs = signs.split(' ').filter_map(|at| names.get(at.parse::<usize>().ok()?));
                let one = Contender { right: right == "1", signs: signs.map(|s| (*s).to_owned()).collect() };
                if let Some(event) = out.last_mut() {
                    event.sides[usize::from(side == "target")].push(one);
                }
            }
            _ => {}
        }
    }
    out
}

/// The table of weights that these events give.
pub(crate) fn fitted(events: &[&Event]) -> String {
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for event in events {
        let own: BTreeSet<&str> =
            event.sides.iter().flatten().flat_map(|one| &one.signs).map(String::as_str).collect();
        for sign in own {
            *seen.entry(sign).or_default() += 1;
        }
    }
    let names: Vec<&str> = seen.iter().filter(|(_, count)| **count >= SEEN).map(|(name, _)| *name).collect();
    let numbers: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    let weights = [0, 1].map(|side| {
        let races: Vec<Race> = events.iter().filter_map(|event| race(event, side, &numbers)).collect();
        descend(&races, names.len())
    });
    let mut lines: Vec<String> = names
        .iter()
        .enumerate()
        .filter(|(at, _)| weights.iter().any(|side| side[*at].abs() >= SMALL))
        .map(|(at, name)| format!("{name}\t{:.3}\t{:.3}\n", weights[0][at], weights[1][at]))
        .collect();
    lines.sort();
    lines.concat()
}

/// One side of an event with its contenders' signs by number.
struct Race {
    runners: Vec<(bool, Vec<usize>)>,
    count: f64,
}

fn race(event: &Event, side: usize, numbers: &BTreeMap<&str, usize>) -> Option<Race> {
    let runners: Vec<(bool, Vec<usize>)> = event.sides[side]
        .iter()
        .map(|one| (one.right, one.signs.iter().filter_map(|s| numbers.get(&**s).copied()).collect()))
        .collect();
    runners.iter().any(|(right, _)| *right).then_some(Race { runners, count: event.count })
}

/// Penalised negative log likelihood and its slope.
fn loss(races: &[Race], weights: &[f64]) -> (f64, Vec<f64>) {
    let mut slope: Vec<f64> = weights.iter().map(|weight| 2.0 * PENALTY * weight).collect();
    let mut loss = PENALTY * weights.iter().map(|weight| weight * weight).sum::<f64>();
    for Race { runners, count } in races {
        let scores: Vec<f64> =
            runners.iter().map(|(_, signs)| signs.iter().map(|at| weights[*at]).sum()).collect();
        let most = scores.iter().copied().fold(f64::MIN, f64::max);
        let powers: Vec<f64> = scores.iter().map(|score| libm::exp(score - most)).collect();
        let all: f64 = powers.iter().sum();
        let right: f64 = powers.iter().zip(runners).filter(|(_, (right, _))| *right).map(|(p, _)| p).sum();
        let right = right.max(f64::MIN_POSITIVE);
        loss -= count * (libm::log(right) - libm::log(all));
        for (power, (is_right, signs)) in powers.iter().zip(runners) {
            let pull = count * (power / all - if *is_right { power / right } else { 0.0 });
            for at in signs {
                slope[*at] += pull;
            }
        }
    }
    (loss, slope)
}

/// L-BFGS with step halving.
fn descend(races: &[Race], size: usize) -> Vec<f64> {
    let mut weights = vec![0.0; size];
    let (mut here, mut slope) = loss(races, &weights);
    let mut memory: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
    for _ in 0..STEPS {
        let way = direction(&slope, &memory);
        let falls = dot(&way, &slope);
        if falls > -1e-9 {
            break;
        }
        let mut length = if memory.is_empty() { 1.0 / dot(&slope, &slope).sqrt().max(1.0) } else { 1.0 };
        let next = loop {
            let tried: Vec<f64> = weights.iter().zip(&way).map(|(w, d)| w + length * d).collect();
            let (value, new_slope) = loss(races, &tried);
            if value <= here + 1e-4 * length * falls {
                break Some((tried, value, new_slope));
            }
            length *= 0.5;
            if length < 1e-10 {
                break None;
            }
        };
        let Some((tried, value, new_slope)) = next else { break };
        let step: Vec<f64> = tried.iter().zip(&weights).map(|(a, b)| a - b).collect();
        let bend: Vec<f64> = new_slope.iter().zip(&slope).map(|(a, b)| a - b).collect();
        if dot(&step, &bend) > 1e-12 {
            memory.push((step, bend));
            if memory.len() > MEMORY {
                memory.remove(0);
            }
        }
        (weights, here, slope) = (tried, value, new_slope);
    }
    weights
}

/// Down the slope, bent by the steps remembered (the two-loop recursion).
fn direction(slope: &[f64], memory: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let mut way: Vec<f64> = slope.iter().map(|x| -x).collect();
    let mut shares = Vec::with_capacity(memory.len());
    for (step, bend) in memory.iter().rev() {
        let share = dot(step, &way) / dot(step, bend);
        way.iter_mut().zip(bend).for_each(|(w, b)| *w -= share * b);
        shares.push(share);
    }
    if let Some((step, bend)) = memory.last() {
        let scale = dot(step, bend) / dot(bend, bend);
        for w in &mut way {
            *w *= scale;
        }
    }
    for ((step, bend), share) in memory.iter().zip(shares.iter().rev()) {
        let back = dot(bend, &way) / dot(step, bend);
        way.iter_mut().zip(step).for_each(|(w, s)| *w += (share - back) * s);
    }
    way
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
