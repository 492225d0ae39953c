//! The weights by which two events are told to be one.

use std::fmt::Write as _;
use std::path::Path;

use wartagraf_tests::gold;

use crate::Folds;
use crate::choices::{self, Contender, Event};
use crate::names::{joined, numbered};

/// The penalty of every weight.
const PENALTY: f64 = 4.0;
/// In how many parts the articles are cut for the report.
const PARTS: usize = 5;

const HEADER: &str = "\
# Which two events of one type are one in annotated articles: numbers and names of signs only.
# Source: annotated for Wartagraf. Licence: MIT. Made by: weigh keep FOLDER LANGUAGE.
# Lines: sign, name (numbered from 0 in order); event, language, article; pair, whether they are one, signs by number.
";

/// Pairs of events of a folder of annotated articles, one of which at least is an annotated event, as read by weights that were fitted
/// without the article.
pub(crate) fn events(
    folder: &Path,
    language: &str,
    count: f64,
    [kinds, arguments, stances]: [&Folds<'_>; 3],
) -> Vec<Event> {
    let set = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut out = Vec::new();
    for path in gold::articles(folder.parent().unwrap_or(folder), &set, language) {
        let text = std::fs::read_to_string(&path).expect("a readable article");
        let article = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let told = gold::events(&path.with_extension("json"));
        // Which annotated events these words touch.
        let meant = |words: &[model::Span]| -> Vec<usize> {
            let touches =
                |(start, end): &(usize, usize)| words.iter().any(|w| w.start() < *end && *start < w.end());
            (0..told.len()).filter(|at| told[*at].iter().any(touches)).collect()
        };
        let fitted = extract::Fitted {
            kinds: kinds.without(&article),
            arguments: arguments.without(&article),
            stances: stances.without(&article),
            ..extract::Fitted::NONE
        };
        let found = extract::pairs(&text, &extract::Options::default(), fitted);
        for (words, pairs) in &found {
            let own = meant(words);
            for pair in pairs {
                let earlier = found.iter().find(|(words, _)| words.first() == Some(&pair.earlier));
                let other = earlier.map_or_else(Vec::new, |(words, _)| meant(words));
                if !own.is_empty() || !other.is_empty() {
                    let same = own.iter().any(|at| other.contains(at));
                    out.push(Event { count, ..event(&article, same, pair.signs.clone()) });
                }
            }
        }
    }
    out
}

/// A yes or no as a choice of two of whom one has no signs.
fn event(article: &str, same: bool, signs: Vec<String>) -> Event {
    let yes = Contender { right: same, signs };
    let no = Contender { right: !same, signs: Vec::new() };
    Event { sides: [vec![yes, no], Vec::new()], ..Event::of(article) }
}

/// The pairs as rows of `tests/gold/retold-*.tsv.gz`.
pub(crate) fn rows(language: &str, events: &[Event]) -> String {
    let signs = |event: &'_ Event| event.sides[0][0].signs.clone();
    let all: Vec<Vec<String>> = events.iter().map(signs).collect();
    let (names, numbers) = numbered(all.iter().flatten().map(String::as_str));
    let mut out = format!("{HEADER}{names}");
    for (event, signs) in events.iter().zip(&all) {
        let _ = writeln!(out, "event\t{language}\t{}", event.article);
        let _ = writeln!(out, "pair\t{}\t{}", u8::from(event.sides[0][0].right), joined(signs, &numbers));
    }
    out
}

/// How many pairs are rightly told to be one on articles that the weights were not fitted on.
pub(crate) fn report(language: &str, events: &[Event]) {
    let likely = choices::left_out(events, 0, PENALTY, PARTS);
    let right = |event: &Event| event.sides[0][0].right;
    let all = events.iter().filter(|event| right(event)).count();
    for even in [0.3, 0.4, 0.5, 0.6] {
        let told: Vec<bool> =
            events.iter().zip(&likely).filter(|(_, p)| p[0] >= even).map(|(event, _)| right(event)).collect();
        let hits = told.iter().filter(|right| **right).count();
        println!(
            "{language} told again at {even}: {hits} right of {} told, {all} there, of {}",
            told.len(),
            events.len()
        );
    }
}

/// The committed pairs of one language.
pub(crate) fn kept(language: &str) -> Vec<Event> {
    choices::kept("retold", language, |event, _, right, signs| {
        let same = right == "1";
        event.sides[0].push(Contender { right: same, signs });
        event.sides[0].push(Contender { right: !same, signs: Vec::new() });
    })
}

/// The table of weights that these pairs give.
pub(crate) fn fitted(events: &[&Event]) -> String {
    choices::fitted(events, PENALTY)
}
