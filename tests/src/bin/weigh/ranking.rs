//! The weights that source and target of an event are ranked by.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use crate::Folds;
use crate::choices::{self, Contender, Event};
use crate::names::{joined, numbered};
use crate::verdicts::{Verdict, verdicts};

/// The penalty of every weight.
const PENALTY: f64 = 8.0;
/// In how many parts the articles are cut for the report.
const PARTS: usize = 5;

const HEADER: &str = "\
# Who might be source and target of events of annotated articles: numbers and names of signs only.
# Source: annotated for Wartagraf. Licence: MIT. Made by: weigh keep FOLDER LANGUAGE.
# Lines: sign, name (numbered from 0 in order); event, language, article; source or target, right, signs by number.
";

/// The events of a folder of annotated articles whose type the rules read rightly.
pub(crate) fn events(
    gold: &Path,
    folder: &Path,
    language: &str,
    count: f64,
    kinds: &Folds<'_>,
) -> Vec<Event> {
    let mut found = BTreeMap::new();
    let read = |stem: &str, text: &str| {
        let (reading, contenders) =
            extract::contenders(text, &extract::Options::default(), kinds.without(stem));
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
    for Verdict { article, start, truth, .. } in verdicts {
        let (Some(truth), Some(contenders)) = (truth, found.remove(&(article.clone(), start))) else {
            continue;
        };
        let mut sides = [Vec::new(), Vec::new()];
        for (target, who, signs) in contenders {
            let side = &truth.sides[usize::from(target)];
            let right = if signs.first().is_some_and(|sign| sign == "nobody") {
                side.nobody
            } else {
                who.iter().flatten().any(|who| side.who.contains(who))
            };
            sides[usize::from(target)].push(Contender { right, signs });
        }
        if !sides[0].is_empty() {
            out.push(Event { article, sides, count });
        }
    }
    out
}

/// The events as rows of `tests/gold/arguments-*.tsv.gz`.
pub(crate) fn rows(language: &str, events: &[Event]) -> String {
    let all = events.iter().flat_map(|event| &event.sides).flatten().flat_map(|one| &one.signs);
    let (names, numbers) = numbered(all.map(String::as_str));
    let mut out = format!("{HEADER}{names}");
    for event in events {
        let _ = writeln!(out, "event\t{language}\t{}", event.article);
        for (side, name) in event.sides.iter().zip(["source", "target"]) {
            for one in side {
                let _ = writeln!(out, "{name}\t{}\t{}", u8::from(one.right), joined(&one.signs, &numbers));
            }
        }
    }
    out
}

/// How often the likeliest of all in reach is right on articles that the weights were not fitted on.
pub(crate) fn report(language: &str, events: &[Event]) {
    let mut right = vec![true; events.len()];
    let mut each = [0, 0];
    let mut reach = vec![true; events.len()];
    for side in [0, 1] {
        let likely = choices::left_out(events, side, PENALTY, PARTS);
        for (nth, (event, likely)) in events.iter().zip(&likely).enumerate() {
            let best = (0..likely.len()).max_by(|a, b| likely[*a].total_cmp(&likely[*b]));
            let hit = best.is_some_and(|best| event.sides[side][best].right);
            each[side] += usize::from(hit);
            right[nth] &= hit;
            reach[nth] &= event.sides[side].iter().any(|one| one.right);
        }
    }
    let both = right.iter().filter(|right| **right).count();
    let reach = reach.iter().filter(|right| **right).count();
    println!(
        "{language} sides: {} events, source right of {}, target of {}, both of {both}, in reach of {reach}",
        events.len(),
        each[0],
        each[1]
    );
}

/// The committed events of one language.
pub(crate) fn kept(language: &str) -> Vec<Event> {
    choices::kept("arguments", language, |event, side, right, signs| {
        event.sides[usize::from(side == "target")].push(Contender { right: right == "1", signs });
    })
}

/// The table of weights that these events give.
pub(crate) fn fitted(events: &[&Event]) -> String {
    choices::fitted(events, PENALTY)
}
