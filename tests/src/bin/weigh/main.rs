//! `cargo xtask weigh`: fits the weights by which events are read: of their types, of sources and targets, of modality and voucher, of confidence.
//!
//! Rows are events of the annotated articles that may be read, and of others that nobody developed on, kept as numbers by `weigh keep`:
//! who might be source and target in `tests/gold/arguments-*.tsv.gz`, what may be said of their status in `stances-*.tsv.gz`, what speaks for
//! them in `judged-*.tsv.gz`, and who stands to whom in `relations-*.tsv.gz`. Each is fitted on what the one before makes of articles that it was not fitted on. Same rows, same bytes.

mod choices;
mod confidence;
mod descent;
mod kept;
mod names;
mod ranking;
mod relations;
mod retold;
mod stances;
mod typing;
mod verdicts;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use choices::Event;
use confidence::Row;
use lang::happen::Learnt;
use wartagraf_tests::{gold, root};

/// How much an event of an article counts that the rules were developed on: it flatters them.
const READ: f64 = 0.5;
/// In how many parts the articles are cut, each of which is read by weights fitted on the others.
const FOLDS: usize = 5;
const LANGUAGES: [&str; 2] = ["en", "id"];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let Some(gold) = gold::folder() else {
        eprintln!("weigh: the annotated articles are not on this machine");
        return ExitCode::FAILURE;
    };
    match arguments[..] {
        ["keep", folder, language] if LANGUAGES.contains(&language) => {
            keep(&gold, Path::new(folder), language);
        }
        ["keep-relations", folder, language] if LANGUAGES.contains(&language) => {
            keep_relations(&gold, Path::new(folder), language);
        }
        ["fit"] => each(|language| fit(&gold, language)),
        ["fit-relations"] => each(|language| fit_relations(&gold, language)),
        _ => {
            eprintln!("usage: weigh fit[-relations] | weigh keep[-relations] FOLDER en|id");
            return ExitCode::from(2);
        }
    }
    ExitCode::SUCCESS
}

/// Neither language knows of the other.
fn each(fit: impl Fn(&str) + Sync) {
    std::thread::scope(|scope| {
        for language in LANGUAGES {
            let fit = &fit;
            scope.spawn(move || fit(language));
        }
    });
}

/// Keeps the pairs of a folder of annotated articles; what is learnt of events does not ask for them.
fn keep_relations(gold: &Path, folder: &Path, language: &str) {
    let mut known = relations::Known::kept(language);
    known.add(gold, folder, "", 1.0);
    kept::write("relations", language, &known.rows());
}

fn fit_relations(gold: &Path, language: &str) {
    let mut known = relations::Known::kept(language);
    known.add(gold, &gold.join("look"), language, READ);
    write(language, "relations", RELATIONS, &known.fitted());
    known.report(language);
}

/// Keeps the events of a folder of annotated articles as numbers, in the place of older ones of the same articles.
fn keep(gold: &Path, folder: &Path, language: &str) {
    let rows = |name: &str, lines: String| kept::write(name, language, &lines);
    let own = typing::events(folder, "", 1.0);
    rows("kinds", typing::rows(language, &choices::renewed(typing::kept(language), own)));
    let words = words_of(gold, language);
    let kinds = Folds::of(&words, typing::fitted);
    let own = ranking::events(gold, folder, "", 1.0, &kinds);
    rows("arguments", ranking::rows(language, &choices::renewed(ranking::kept(language), own)));
    let mut known = ranking::events(gold, &gold.join("look"), language, READ, &kinds);
    known.extend(ranking::kept(language));
    let folds = Folds::of(&known, ranking::fitted);
    let own = stances::events(gold, folder, "", 1.0, [&kinds, &folds]);
    rows("stances", stances::rows(language, &choices::renewed(stances::kept(language), own)));
    let told = stances::kept(language);
    let folds = [&kinds, &folds, &Folds::of(&told, stances::fitted)];
    let own = retold::events(folder, "", 1.0, folds);
    rows("retold", retold::rows(language, &choices::renewed(retold::kept(language), own)));
    let pairs = retold::kept(language);
    let folds = [folds[0], folds[1], folds[2], &Folds::of(&pairs, retold::fitted)];
    rows("judged", confidence::written(language, confidence::rows(gold, folder, "", 1.0, folds)));
    keep_relations(gold, folder, language);
}

fn fit(gold: &Path, language: &str) {
    let look = gold.join("look");
    let words = words_of(gold, language);
    write(language, "kinds", KINDS, &typing::fitted(&words.iter().collect::<Vec<_>>()));
    typing::report(language, &words);
    let kinds = Folds::of(&words, typing::fitted);
    let mut known = ranking::events(gold, &look, language, READ, &kinds);
    known.extend(ranking::kept(language));
    write(language, "arguments", RANKED, &ranking::fitted(&known.iter().collect::<Vec<_>>()));
    let folds = Folds::of(&known, ranking::fitted);
    let mut told = stances::events(gold, &look, language, READ, [&kinds, &folds]);
    told.extend(stances::kept(language));
    write(language, "stances", STANCES, &stances::fitted(&told.iter().collect::<Vec<_>>()));
    ranking::report(language, &known);
    stances::report(language, &told);
    let folds = [&kinds, &folds, &Folds::of(&told, stances::fitted)];
    let mut pairs = retold::events(&look, language, READ, folds);
    pairs.extend(retold::kept(language));
    write(language, "retold", RETOLD, &retold::fitted(&pairs.iter().collect::<Vec<_>>()));
    retold::report(language, &pairs);
    let folds = [folds[0], folds[1], folds[2], &Folds::of(&pairs, retold::fitted)];
    let mut rows = confidence::rows(gold, &look, language, READ, folds);
    rows.extend(confidence::kept(language));
    let [signs, marks] = confidence::fitted(&rows.iter().collect::<Vec<&Row>>());
    write(language, "weights", WEIGHTS, &signs);
    write(language, "marks", MARKS, &marks);
    confidence::report(language, &rows);
    fit_relations(gold, language);
}

/// All event words of one language that types are learnt from.
fn words_of(gold: &Path, language: &str) -> Vec<Event> {
    let mut out = typing::events(&gold.join("look"), language, READ);
    out.extend(typing::kept(language));
    out
}

fn write(language: &str, name: &str, header: &str, lines: &str) {
    let path: PathBuf = root().join(format!("src-tauri/crates/lang/src/{language}/{name}.tsv"));
    std::fs::write(path, format!("{header}{lines}")).expect("a writable table");
}

const KINDS: &str = "\
# What each sign of an event word adds to the score of the type that it begins with.
# Source: log-linear choice with an L2 penalty on annotated events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/events/kinds.rs`.
#sign\tscore
";

const RANKED: &str = "\
# What each sign of a candidate adds to its score as source and as target of an event.
# Source: log-linear ranking with an L2 penalty on annotated events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/events/arguments/signs.rs`.
#sign\tsource\ttarget
";

const STANCES: &str = "\
# What each sign adds to the score of a modality, and to that of nobody or somebody who may vouch for an event.
# Source: log-linear choices with an L2 penalty on annotated events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/events/stance.rs`.
#sign\tmodality\tvoucher
";

const RETOLD: &str = "\
# What each sign of two events of one type adds to the log odds that they are one.
# Source: logistic regression with an L2 penalty on annotated events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/events/retold.rs`.
#sign\tone\t-
";

const RELATIONS: &str = "\
# What each sign of two adds to the score of a relation of the type that it begins with, or of any.
# Source: log-linear choice with an L2 penalty on annotated articles (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/relations/weighed/signs.rs`.
#sign\tscore
";

const WEIGHTS: &str = "\
# What each sign of an event adds to its log odds: worth (it is there and of this type), sure (source and target are right too).
# Source: logistic regression with an L2 penalty on judged events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by sign. The signs are explained in `extract/src/events/confidence.rs`.
#sign\tworth\tsure
";

const MARKS: &str = "\
# What each mark of an event adds to its log odds: worth (it is there and of this type), sure (source and target are right too).
# Source: logistic regression with an L2 penalty on judged events (cargo xtask weigh). Licence: MIT, like the program.
# Sorted by mark. The marks are explained in `extract/src/events/marks.rs`.
#mark\tworth\tsure
";

/// Weights, each fitted without one part of the articles.
pub(crate) struct Folds<'a> {
    /// The part that an article is in, by its place among all.
    parts: BTreeMap<&'a str, usize>,
    weights: Vec<Learnt>,
}

impl<'a> Folds<'a> {
    fn of(known: &'a [Event], fitted: impl Fn(&[&Event]) -> String) -> Self {
        let articles: BTreeSet<&str> = known.iter().map(|event| &*event.article).collect();
        let parts: BTreeMap<&str, usize> =
            articles.into_iter().enumerate().map(|(nth, name)| (name, nth % FOLDS)).collect();
        let weights = (0..FOLDS).map(|part| {
            let others: Vec<&Event> = known.iter().filter(|event| parts[&*event.article] != part).collect();
            Learnt::new(&fitted(&others))
        });
        Self { weights: weights.collect(), parts }
    }

    /// Weights that this article had no part in; of one that nothing was learnt from, any are.
    pub(crate) fn without(&self, article: &str) -> &Learnt {
        &self.weights[self.parts.get(article).copied().unwrap_or(0)]
    }
}
