//! The weights of an event's confidence: two logistic regressions a language, over the signs of every event and its marks.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use crate::Folds;
use crate::descent::{Race, descend, score};
use crate::kept;
use crate::names::{joined, numbered, parted, seen, table};
use crate::verdicts::{Verdict, verdicts};

/// The penalty of a sign, of a mark and of the bias.
const SIGN: f64 = 3.0;
const MARK: f64 = 10.0;
const BIAS: f64 = 0.005;
/// In how many events a mark must be.
const SEEN: usize = 5;
/// Weights of marks below this are not written.
const SMALL: f64 = 0.02;
/// In how many parts the articles are cut for the report.
const PARTS: usize = 10;

const HEADER: &str = "\
# Events as the reading found them in annotated articles, judged by the annotations: numbers and names of marks only.
# Source: annotated for Wartagraf. Licence: MIT. Made by: weigh keep FOLDER LANGUAGE.
# Lines: sign, name (numbered from 0 in order); then language, article, type right, source and target right, signs in the order of
# `extract::SIGNS`, marks by number.
";

/// One event: its article, what speaks for it, whether its type is right, whether source and target are right too.
pub(crate) struct Row {
    article: String,
    signs: Vec<f64>,
    marks: Vec<String>,
    right: [bool; 2],
    count: f64,
}

/// Every event that can be read in the folder's articles of one language, judged against their annotations. Sources, targets and status
/// are read by weights that were fitted without the article.
pub(crate) fn rows(
    gold: &Path,
    folder: &Path,
    language: &str,
    count: f64,
    [kinds, arguments, stances, retold]: [&Folds<'_>; 4],
) -> Vec<Row> {
    let mut seen: BTreeMap<(String, usize), (Vec<f64>, Vec<String>)> = BTreeMap::new();
    let read = |stem: &str, text: &str| {
        let fitted = extract::Fitted {
            kinds: kinds.without(stem),
            arguments: arguments.without(stem),
            stances: stances.without(stem),
            retold: retold.without(stem),
            ..extract::Fitted::NONE
        };
        let (reading, found) = extract::candidates(text, &extract::Options::default(), Some(fitted));
        for one in found {
            let signs = one.signs.into_iter().map(f64::from).collect();
            seen.insert((stem.to_owned(), one.trigger.start()), (signs, one.marks));
        }
        reading
    };
    let verdicts = verdicts(gold, folder, language, read);
    let row = |verdict: Verdict| {
        let Verdict { article, start, right, .. } = verdict;
        let (signs, marks) = seen.remove(&(article.clone(), start))?;
        Some(Row { article, signs, marks, right, count })
    };
    verdicts.into_iter().filter_map(row).collect()
}

/// The events as rows of `tests/gold/judged-*.tsv.gz`, those of a folder in the place of older ones of the same articles.
pub(crate) fn written(language: &str, mut rows: Vec<Row>) -> String {
    let mut old = kept(language);
    old.retain(|row| !rows.iter().any(|new| new.article == row.article));
    rows.splice(..0, old);
    let (names, numbers) = numbered(rows.iter().flat_map(|row| &row.marks).map(String::as_str));
    let mut out = format!("{HEADER}{names}");
    for row in &rows {
        let signs: Vec<String> = row.signs.iter().map(|sign| short(*sign)).collect();
        let [kind, sides] = row.right.map(u8::from);
        let (signs, marks) = (signs.join(" "), joined(&row.marks, &numbers));
        let _ = writeln!(out, "{language}\t{}\t{kind}\t{sides}\t{signs}\t{marks}", row.article);
    }
    out
}

/// Three digits, none where it is whole.
fn short(number: f64) -> String {
    if number.fract() == 0.0 { format!("{number:.0}") } else { format!("{number:.3}") }
}

/// The committed rows of one language.
pub(crate) fn kept(language: &str) -> Vec<Row> {
    let table = kept::read("judged", language);
    let mut names: Vec<&str> = Vec::new();
    let mut out = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = line.split('\t').collect();
        match cells[..] {
            ["sign", name] => names.push(name),
            [_, article, kind, sides, signs, marks] => out.push(Row {
                article: article.to_owned(),
                signs: signs.split(' ').filter_map(|sign| sign.parse().ok()).collect(),
                marks: parted(marks, &names),
                right: [kind == "1", sides == "1"],
                count: 1.0,
            }),
            _ => {}
        }
    }
    out
}

/// The tables of weights that these rows give: of signs, of marks.
pub(crate) fn fitted(rows: &[&Row]) -> [String; 2] {
    let (names, numbers) = marks(rows);
    let weights = [0, 1].map(|which| fit(rows, which, &names, &numbers));
    let signs = extract::SIGNS.len();
    let mut lines: Vec<String> = extract::SIGNS
        .iter()
        .enumerate()
        .map(|(at, sign)| format!("{sign}\t{:.3}\t{:.3}\n", weights[0][at], weights[1][at]))
        .collect();
    lines.sort();
    let of_marks = weights.map(|weights| weights[signs..].to_vec());
    [lines.concat(), table(&names, &of_marks, SMALL)]
}

fn marks<'a>(rows: &[&'a Row]) -> (Vec<&'a str>, BTreeMap<&'a str, usize>) {
    seen(rows.iter().map(|row| row.marks.iter().map(String::as_str).collect::<BTreeSet<_>>()), SEEN)
}

fn fit(rows: &[&Row], which: usize, names: &[&str], numbers: &BTreeMap<&str, usize>) -> Vec<f64> {
    let mut penalties = vec![SIGN; extract::SIGNS.len()];
    penalties[0] = BIAS;
    penalties.extend(names.iter().map(|_| MARK));
    let races: Vec<Race> =
        rows.iter().map(|row| Race::yes_or_no(row.right[which], measured(row, numbers), row.count)).collect();
    descend(&races, &penalties)
}

/// Signs and marks by number, the marks behind the signs.
fn measured(row: &Row, numbers: &BTreeMap<&str, usize>) -> Vec<(usize, f64)> {
    let signs = row.signs.iter().copied().enumerate().filter(|(_, value)| *value != 0.0);
    let marks = row.marks.iter().filter_map(|mark| Some((extract::SIGNS.len() + numbers.get(&**mark)?, 1.0)));
    signs.chain(marks).collect()
}

/// How well the weights do on articles that were not used to fit them.
pub(crate) fn report(language: &str, rows: &[Row]) {
    let articles: BTreeSet<&str> = rows.iter().map(|row| &*row.article).collect();
    let part: BTreeMap<&str, usize> =
        articles.into_iter().enumerate().map(|(nth, name)| (name, nth % PARTS)).collect();
    for (which, name) in ["worth", "sure"].into_iter().enumerate() {
        let mut told: Vec<(f64, bool)> = Vec::new();
        for left in 0..PARTS {
            let others: Vec<&Row> = rows.iter().filter(|row| part[&*row.article] != left).collect();
            let (names, numbers) = marks(&others);
            let weights = fit(&others, which, &names, &numbers);
            let own = rows.iter().filter(|row| part[&*row.article] == left);
            told.extend(
                own.map(|row| (logistic(score(&weights, &measured(row, &numbers))), row.right[which])),
            );
        }
        let solid: Vec<bool> =
            told.iter().filter(|(sure, _)| *sure >= 0.5).map(|(_, right)| *right).collect();
        let share =
            |list: &[bool]| list.iter().filter(|right| **right).count() as f64 / list.len().max(1) as f64;
        let likely = |(sure, right): &(f64, bool)| -libm::log(if *right { *sure } else { 1.0 - sure });
        println!(
            "{language} {name}: {} events, mean negative log likelihood {:.4}, expected calibration error {:.3}, {} at least even, of them {:.3} right",
            told.len(),
            told.iter().map(likely).sum::<f64>() / told.len().max(1) as f64,
            calibration(&told),
            solid.len(),
            share(&solid)
        );
    }
}

/// Expected calibration error in ten bins (Naeini, Cooper and Hauskrecht 2015).
fn calibration(told: &[(f64, bool)]) -> f64 {
    let mut bins = [(0.0, 0.0); 10];
    for (sure, right) in told {
        let bin = &mut bins[((sure * 10.0) as usize).min(9)];
        *bin = (bin.0 + sure, bin.1 + f64::from(u8::from(*right)));
    }
    bins.iter().map(|(sure, right): &(f64, f64)| (sure - right).abs()).sum::<f64>() / told.len().max(1) as f64
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}
