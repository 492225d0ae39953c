//! `cargo xtask weigh`: fits the weights that an event's confidence is made of.
//!
//! Rows are events of the annotated articles that may be read, and the judged events of `tests/gold/judged.tsv` (numbers
//! only). Two logistic regressions with an L2 penalty a language (Cox 1958; Newton's method), reported by leaving out one
//! article at a time. Same rows, same bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode};

use wartagraf_tests::{gold, root, scratch, text};

/// The penalty of every weight but the first.
const PENALTY: f64 = 6.0;
/// How much a row of the other language counts where a language has few of its own.
const LENT: f64 = 0.5;
/// How much a row of an article counts that the rules were developed on: it flatters them.
const READ: f64 = 0.5;

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
        ["judge", folder, language] => print!("{}", judged(&gold, Path::new(folder), language)),
        ["fit"] => fit_all(&gold),
        _ => {
            eprintln!("usage: weigh fit | weigh judge FOLDER LANGUAGE");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// The judged events of a folder of annotated articles as lines of `judged.tsv`.
fn judged(gold: &Path, folder: &Path, language: &str) -> String {
    let mut out = String::new();
    for row in rows(gold, folder, "") {
        let signs: Vec<String> = row.signs.iter().map(|sign| format!("{sign:.3}")).collect();
        let [kind, roles] = row.right.map(u8::from);
        let _ = writeln!(out, "{language}\t{}\t{kind}\t{roles}\t{}", row.article, signs.join(" "));
    }
    out
}

fn fit_all(gold: &Path) {
    let mut all: BTreeMap<&str, Vec<Row>> = BTreeMap::new();
    for language in ["en", "id"] {
        let mut own = rows(gold, &gold.join("look"), language);
        own.extend(kept(language));
        all.insert(language, own);
    }
    for (language, other) in [("en", Some("id")), ("id", None)] {
        let lent = other.and_then(|other| all.get(other)).map_or(&[][..], Vec::as_slice);
        let own = &all[language];
        let mut table = String::from(HEADER);
        let weights = [0, 1].map(|which| fit(own, lent, which, None));
        let mut lines: Vec<String> = extract::SIGNS
            .iter()
            .enumerate()
            .map(|(at, sign)| format!("{sign}\t{:.3}\t{:.3}\n", weights[0][at], weights[1][at]))
            .collect();
        lines.sort();
        table.extend(lines);
        let path = root().join(format!("src-tauri/crates/lang/src/{language}/weights.tsv"));
        std::fs::write(&path, table).expect("a writable table");
        for (which, name) in ["worth", "sure"].into_iter().enumerate() {
            report(language, name, own, lent, which);
        }
    }
}

const HEADER: &str = "\
# What each sign of an event adds to its log odds: worth (it is there and of this type), sure (source and target are right too).
# Source: logistic regression with an L2 penalty on judged events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/events/confidence.rs`.
#sign\tworth\tsure
";

/// How well the weights do on articles that were not used to fit them.
fn report(language: &str, name: &str, own: &[Row], lent: &[Row], which: usize) {
    let mut told: Vec<(f64, bool)> = Vec::new();
    let mut articles: Vec<&str> = own.iter().map(|row| &*row.article).collect();
    articles.dedup();
    for article in articles {
        let weights = fit(own, lent, which, Some(article));
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
fn fit(own: &[Row], lent: &[Row], which: usize, without: Option<&str>) -> Vec<f64> {
    let size = extract::SIGNS.len();
    let rows: Vec<(&Row, f64)> = own
        .iter()
        .filter(|row| without.is_none_or(|article| row.article != article))
        .map(|row| (row, row.count))
        .chain(lent.iter().map(|row| (row, row.count * LENT)))
        .collect();
    let mut weights = vec![0.0; size];
    for _ in 0..40 {
        let mut slope = vec![0.0; size];
        let mut curve = vec![vec![0.0; size]; size];
        for at in 0..size {
            let penalty = if at == 0 { 0.01 } else { PENALTY };
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
                count: 1.0,
            })
        })
        .collect()
}

/// Every event that can be read in the folder's articles of one language, judged against their annotations.
fn rows(gold: &Path, folder: &Path, language: &str) -> Vec<Row> {
    let out = scratch(&format!("weigh-{language}"));
    let mut signs: BTreeMap<(String, usize), Vec<f64>> = BTreeMap::new();
    let set = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for path in gold::articles(folder.parent().unwrap_or(folder), &set, language) {
        let (stem, read, found) = candidates(&path);
        std::fs::write(out.join(format!("{stem}.json")), formats::annotations(&read, &stem))
            .expect("a writable folder");
        for (trigger, values) in found {
            signs.insert((stem.clone(), trigger.start()), values.into_iter().map(f64::from).collect());
        }
    }
    let mut script = Command::new("python3");
    script.arg(root().join("tests/gold/verdicts.py")).arg(gold.join("score.py"));
    let answer = script.arg(folder).arg(&out).output().expect("python3 runs");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let _ = std::fs::remove_dir_all(&out);
    let told = String::from_utf8_lossy(&answer.stdout).into_owned();
    told.lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [article, start, kind, roles] = cells[..] else { return None };
            let signs = signs.remove(&(article.to_owned(), start.parse().ok()?))?;
            let right = [kind == "1", roles == "1"];
            Some(Row { article: article.to_owned(), signs, right, count: READ })
        })
        .collect()
}

/// A file's name, its reading and the signs of its events.
fn candidates(path: &Path) -> (String, model::Extraction, Vec<(model::Span, Vec<f32>)>) {
    let text = std::fs::read_to_string(path).expect("a readable article");
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (read, found) = extract::candidates(&text, &extract::Options::default());
    (stem, read, found)
}
