//! `cargo xtask weigh`: fits the weights that source and target of an event are ranked by, and those of its confidence.
//!
//! Rows are events of the annotated articles that may be read, and of others that nobody developed on, kept as numbers: who
//! might be source and target in `tests/gold/arguments-*.tsv` (made by `weigh keep`), what speaks for an event in
//! `tests/gold/judged.tsv` (made by `weigh judge`). The ranking is fitted first ([`ranking`]); the confidence then sees each
//! article ranked by weights that were fitted without it. Two logistic regressions with an L2 penalty a language (Cox 1958;
//! Newton's method), reported by leaving out one article at a time. Same rows, same bytes.

mod ranking;
mod verdicts;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use lang::happen::Arguments;
use ranking::Event;
use verdicts::Verdict;
use wartagraf_tests::{gold, root, text};

/// The penalty of every weight but the first, for worth and for sure. English has few real articles: with the lower penalty
/// the events that it was surest of were right as seldom as others; this one makes the left-out real articles likeliest.
fn penalties(language: &str) -> [f64; 2] {
    if language == "en" { [6.0, 20.0] } else { [6.0, 6.0] }
}
/// How much a row of an article counts that was composed for this: it is easier than what is printed.
const COMPOSED: f64 = 0.25;
/// How the names of such articles begin.
const COMPOSED_NAME: &str = "syn_";
/// How much a row of an article counts that the rules were developed on: it flatters them.
const READ: f64 = 0.5;
/// The languages whose sources and targets are ranked by learnt weights.
const LEARNT: [&str; 2] = ["en", "id"];
/// In how many parts the articles are cut, each of which is ranked by weights fitted on the others.
const FOLDS: usize = 5;

/// One event: its article, its signs, whether its type is right, whether source and target are right too.
struct Row {
    article: String,
    signs: Vec<f64>,
    right: [bool; 2],
    count: f64,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some(gold) = gold::folder() else {
        eprintln!("weigh: the annotated articles are not on this machine");
        return ExitCode::FAILURE;
    };
    match arguments[..] {
        ["keep", folder, language] => {
            let events = ranking::events(&gold, Path::new(folder), "", 1.0);
            print!("{}", ranking::rows(language, &events));
        }
        ["judge", folder, language] => print!("{}", judged(&gold, Path::new(folder), language)),
        ["fit"] => fit_all(&gold),
        _ => {
            eprintln!("usage: weigh fit | weigh keep FOLDER LANGUAGE | weigh judge FOLDER LANGUAGE");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// The judged events of a folder of annotated articles as lines of `judged.tsv`.
fn judged(gold: &Path, folder: &Path, language: &str) -> String {
    let mut out = String::new();
    for row in rows(gold, folder, "", &known(gold, language)) {
        let signs: Vec<String> = row.signs.iter().map(|sign| format!("{sign:.3}")).collect();
        let [kind, roles] = row.right.map(u8::from);
        let _ = writeln!(out, "{language}\t{}\t{kind}\t{roles}\t{}", row.article, signs.join(" "));
    }
    out
}

fn fit_all(gold: &Path) {
    let mut all: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for language in ["en", "id"] {
        let known = known(gold, language);
        if !known.is_empty() {
            let table = format!("{RANKED}{}", ranking::fitted(&known.iter().collect::<Vec<_>>()));
            std::fs::write(table_path(language, "arguments"), table).expect("a writable table");
            println!("{language} arguments: {} events", known.len());
        }
        let mut own = rows(gold, &gold.join("look"), language, &known);
        own.extend(kept(language));
        all.insert(language, own);
    }
    for (language, own) in &all {
        let mut table = String::from(HEADER);
        let penalties = penalties(language);
        let weights = [0, 1].map(|which| fit(own, which, penalties[which], None));
        let mut lines: Vec<String> = extract::SIGNS
            .iter()
            .enumerate()
            .map(|(at, sign)| format!("{sign}\t{:.3}\t{:.3}\n", weights[0][at], weights[1][at]))
            .collect();
        lines.sort();
        table.extend(lines);
        std::fs::write(table_path(language, "weights"), table).expect("a writable table");
        for (which, name) in ["worth", "sure"].into_iter().enumerate() {
            report(language, name, own, which, penalties[which]);
        }
    }
}

fn table_path(language: &str, name: &str) -> PathBuf {
    root().join(format!("src-tauri/crates/lang/src/{language}/{name}.tsv"))
}

const RANKED: &str = "\
# What each sign of a candidate adds to its score as source and as target of an event.
# Source: log-linear ranking with an L2 penalty on annotated events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/events/arguments/signs.rs`.
#sign\tsource\ttarget
";

const HEADER: &str = "\
# What each sign of an event adds to its log odds: worth (it is there and of this type), sure (source and target are right too).
# Source: logistic regression with an L2 penalty on judged events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/events/confidence.rs`.
#sign\tworth\tsure
";

/// How well the weights do on articles that were not used to fit them and that nobody composed for this.
fn report(language: &str, name: &str, own: &[Row], which: usize, penalty: f64) {
    let mut told: Vec<(f64, bool)> = Vec::new();
    let mut articles: Vec<&str> = own.iter().map(|row| &*row.article).collect();
    articles.dedup();
    articles.retain(|article| !article.starts_with(COMPOSED_NAME));
    for article in articles {
        let weights = fit(own, which, penalty, Some(article));
        let left = own.iter().filter(|row| row.article == article);
        told.extend(left.map(|row| (logistic(dot(&weights, &row.signs)), row.right[which])));
    }
    let solid: Vec<bool> = told.iter().filter(|(sure, _)| *sure >= 0.5).map(|(_, right)| *right).collect();
    let share = |list: &[bool]| list.iter().filter(|right| **right).count() as f64 / list.len().max(1) as f64;
    println!(
        "{language} {name}: {} events, expected calibration error {:.3}, {} at least even, of them {:.3} right",
        told.len(),
        calibration(&told),
        solid.len(),
        share(&solid)
    );
}

/// Expected calibration error in ten bins (Naeini, Cooper and Hauskrecht 2015).
fn calibration(told: &[(f64, bool)]) -> f64 {
    let mut bins = [(0.0, 0.0, 0.0); 10];
    for (sure, right) in told {
        let bin = &mut bins[((sure * 10.0) as usize).min(9)];
        *bin = (bin.0 + 1.0, bin.1 + sure, bin.2 + f64::from(u8::from(*right)));
    }
    bins.iter().map(|(_, sure, right)| (sure - right).abs()).sum::<f64>() / told.len().max(1) as f64
}

/// Newton's method on the penalised likelihood.
fn fit(own: &[Row], which: usize, ridge: f64, without: Option<&str>) -> Vec<f64> {
    let size = extract::SIGNS.len();
    let rows: Vec<(&Row, f64)> = own
        .iter()
        .filter(|row| without.is_none_or(|article| row.article != article))
        .map(|row| (row, row.count))
        .collect();
    let mut weights = vec![0.0; size];
    for _ in 0..40 {
        let mut slope = vec![0.0; size];
        let mut curve = vec![vec![0.0; size]; size];
        for at in 0..size {
            let penalty = if at == 0 { 0.01 } else { ridge };
            slope[at] = penalty * weights[at];
            curve[at][at] = penalty;
        }
        for (row, count) in &rows {
            let sure = logistic(dot(&weights, &row.signs));
            let miss = (sure - f64::from(u8::from(row.right[which]))) * count;
            let bend = sure * (1.0 - sure) * count;
            for (a, x) in row.signs.iter().enumerate().filter(|(_, x)| **x != 0.0) {
                slope[a] += miss * x;
                for (b, y) in row.signs.iter().enumerate() {
                    curve[a][b] += bend * x * y;
                }
            }
        }
        let step = solve(curve, slope);
        for (weight, step) in weights.iter_mut().zip(&step) {
            *weight -= step;
        }
        if step.iter().all(|step| step.abs() < 1e-9) {
            break;
        }
    }
    weights
}

/// Gaussian elimination with partial pivoting.
fn solve(mut a: Vec<Vec<f64>>, mut b: Vec<f64>) -> Vec<f64> {
    let n = b.len();
    for k in 0..n {
        let pivot = (k..n).max_by(|i, j| a[*i][k].abs().total_cmp(&a[*j][k].abs())).unwrap_or(k);
        a.swap(k, pivot);
        b.swap(k, pivot);
        for i in k + 1..n {
            let share = a[i][k] / a[k][k];
            let top = a[k].clone();
            for (cell, above) in a[i].iter_mut().zip(&top).skip(k) {
                *cell -= share * above;
            }
            b[i] -= share * b[k];
        }
    }
    for k in (0..n).rev() {
        let known: f64 = (k + 1..n).map(|j| a[k][j] * b[j]).sum();
        b[k] = (b[k] - known) / a[k][k];
    }
    b
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + libm::exp(-x))
}

/// The committed rows of one language.
fn kept(language: &str) -> Vec<Row> {
    let table = text("tests/gold/judged.tsv");
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [lang, article, kind, roles, signs] = cells[..] else { return None };
            let signs: Vec<f64> = signs.split(' ').filter_map(|sign| sign.parse().ok()).collect();
            (lang == language && signs.len() == extract::SIGNS.len()).then(|| Row {
                article: article.to_owned(),
                signs,
                right: [kind == "1", roles == "1"],
                count: if article.starts_with(COMPOSED_NAME) { COMPOSED } else { 1.0 },
            })
        })
        .collect()
}

/// Every event that can be read in the folder's articles of one language, judged against their annotations. Sources and targets are
/// ranked by weights that were fitted without the article.
fn rows(gold: &Path, folder: &Path, language: &str, known: &[Event]) -> Vec<Row> {
    let folds = Folds::of(known);
    let mut signs: BTreeMap<(String, usize), Vec<f64>> = BTreeMap::new();
    let read = |stem: &str, text: &str| {
        let weights = folds.without(stem);
        let (reading, found) = extract::candidates(text, &extract::Options::default(), Some(weights));
        for (trigger, values) in found {
            signs.insert((stem.to_owned(), trigger.start()), values.into_iter().map(f64::from).collect());
        }
        reading
    };
    let verdicts = verdicts::verdicts(gold, folder, language, read);
    let row = |verdict: Verdict| {
        let Verdict { article, start, right, .. } = verdict;
        Some(Row { signs: signs.remove(&(article.clone(), start))?, article, right, count: READ })
    };
    verdicts.into_iter().filter_map(row).collect()
}

/// Weights of arguments, each fitted without one part of the articles.
struct Folds<'a> {
    /// The part that an article is in, by its place among all.
    parts: BTreeMap<&'a str, usize>,
    weights: Vec<Arguments>,
}

impl<'a> Folds<'a> {
    fn of(known: &'a [Event]) -> Self {
        let articles: BTreeSet<&str> = known.iter().map(|event| &*event.article).collect();
        let parts: BTreeMap<&str, usize> =
            articles.into_iter().enumerate().map(|(nth, name)| (name, nth % FOLDS)).collect();
        let weights = (0..FOLDS).map(|part| {
            let others: Vec<&Event> = known.iter().filter(|event| parts[&*event.article] != part).collect();
            Arguments::new(&ranking::fitted(&others))
        });
        Self { weights: weights.collect(), parts }
    }

    /// Weights that this article had no part in; of one that nothing was learnt from, any are.
    fn without(&self, article: &str) -> &Arguments {
        &self.weights[self.parts.get(article).copied().unwrap_or(0)]
    }
}

/// All events of one language that sources and targets are learnt from; none for a language that is not ranked.
fn known(gold: &Path, language: &str) -> Vec<Event> {
    if !LEARNT.contains(&language) {
        return Vec::new();
    }
    let mut out = ranking::events(gold, &gold.join("look"), language, READ);
    out.extend(ranking::kept(language));
    out
}
