//! The weights by which the type of an event word is chosen.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use model::Plover;
use wartagraf_tests::gold;

use crate::choices::{self, Contender, Event};
use crate::names::{joined, numbered};

/// The penalty of every weight.
const PENALTY: f64 = 2.5;
/// Weights below this are not written: there are seventeen for every sign.
const SMALL: f64 = 0.1;
/// In how many parts the articles are cut for the report.
const PARTS: usize = 5;

const HEADER: &str = "\
# Which type words have that tell an event of annotated articles: numbers and names of signs only.
# Source: annotated for Wartagraf. Licence: MIT. Made by: weigh keep FOLDER LANGUAGE.
# Lines: sign, name (numbered from 0 in order); event, language, article; type, the right one, signs by number.
";

/// The words of a folder of annotated articles that tell an annotated event.
pub(crate) fn events(folder: &Path, language: &str, count: f64) -> Vec<Event> {
    let set = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut out = Vec::new();
    for path in gold::articles(folder.parent().unwrap_or(folder), &set, language) {
        let text = std::fs::read_to_string(&path).expect("a readable article");
        let article = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let told = gold::triggers(&path.with_extension("json"));
        for (trigger, signs) in extract::words(&text, &extract::Options::default()) {
            let touches =
                |words: &&(usize, usize, String)| words.0 < trigger.end() && trigger.start() < words.1;
            let types: Vec<&str> = told.iter().filter(touches).map(|(_, _, kind)| &**kind).collect();
            let ruled = signs.iter().find_map(|sign| sign.strip_prefix("ruled|")).unwrap_or_default();
            if let Some(right) = types.iter().find(|kind| **kind == ruled).or(types.first()) {
                out.push(Event { count, ..event(&article, right, &signs) });
            }
        }
    }
    out
}

/// A word with this type among all.
fn event(article: &str, right: &str, signs: &[String]) -> Event {
    let one = |kind: Plover| Contender {
        right: kind.code() == right,
        signs: signs
            .iter()
            .map(
                |sign| {
                    if sign.is_empty() { kind.code().to_owned() } else { format!("{}|{sign}", kind.code()) }
                },
            )
            .collect(),
    };
    Event { sides: [Plover::ALL.map(one).into(), Vec::new()], ..Event::of(article) }
}

/// The words as rows of `tests/gold/kinds-*.tsv.gz`. The types have the same signs, each with its own name before them: they are written once.
pub(crate) fn rows(language: &str, events: &[Event]) -> String {
    let tail = |sign: &String| sign.split_once('|').map_or("", |(_, tail)| tail).to_owned();
    let shared = |event: &Event| -> Vec<String> { event.sides[0][0].signs.iter().map(tail).collect() };
    let shared: Vec<Vec<String>> = events.iter().map(shared).collect();
    let (names, numbers) = numbered(shared.iter().flatten().map(String::as_str));
    let mut out = format!("{HEADER}{names}");
    for (event, shared) in events.iter().zip(&shared) {
        let right = event.sides[0].iter().position(|one| one.right).map_or("", |at| Plover::ALL[at].code());
        let _ = writeln!(out, "event\t{language}\t{}", event.article);
        let _ = writeln!(out, "type\t{right}\t{}", joined(shared, &numbers));
    }
    out
}

/// The committed words of one language.
pub(crate) fn kept(language: &str) -> Vec<Event> {
    choices::kept("kinds", language, |known, _, right, signs| {
        known.sides = event("", right, &signs).sides;
    })
}

/// How often the type is right on articles that the weights were not fitted on, and the lexicon's.
pub(crate) fn report(language: &str, events: &[Event]) {
    let likely = choices::left_out(events, 0, PENALTY, PARTS);
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (event, likely) in events.iter().zip(&likely) {
        let runners = &event.sides[0];
        let is = |sign: &String, kind: Plover| *sign == format!("{0}|ruled|{0}", kind.code());
        let ruled = Plover::ALL
            .iter()
            .zip(runners)
            .position(|(kind, one)| one.signs.iter().any(|sign| is(sign, *kind)));
        let best = (0..likely.len()).max_by(|a, b| likely[*a].total_cmp(&likely[*b]).then(b.cmp(a)));
        for (name, at) in [("by the lexicon", ruled), ("by the weights", best)] {
            *counts.entry(name).or_default() += usize::from(at.is_some_and(|at| runners[at].right));
        }
    }
    println!("{language} types: of {} words right {counts:?}", events.len());
}

/// The table of weights that these words give, one a sign.
pub(crate) fn fitted(events: &[&Event]) -> String {
    let mut out = String::new();
    for line in choices::fitted(events, PENALTY).lines() {
        let mut cells = line.split('\t');
        if let (Some(sign), Some(weight)) = (cells.next(), cells.next())
            && weight.parse::<f64>().is_ok_and(|weight| weight.abs() >= SMALL)
        {
            let _ = writeln!(out, "{sign}\t{weight}");
        }
    }
    out
}
