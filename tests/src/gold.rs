//! Annotated articles beside the repository, scored. Only figures leave this module, never a text.

use std::path::{Path, PathBuf};
use std::process::Command;

use lang::tokenize::{fold, tokenize};
use model::Language;
use serde_json::Value;

use crate::{root, run_warta, scratch, shared};

/// The folder with the annotated articles and their scorer; none on other machines.
pub fn folder() -> Option<PathBuf> {
    shared().map(|folder| folder.join("gold")).filter(|folder| folder.is_dir())
}

/// The texts of one set in one language, in order.
///
/// # Panics
/// When the folder cannot be read.
pub fn articles(gold: &Path, set: &str, language: &str) -> Vec<PathBuf> {
    let mut articles: Vec<PathBuf> = std::fs::read_dir(gold.join(set))
        .expect("a readable folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(language)))
        .collect();
    articles.sort();
    articles
}

/// The words that tell the events of an annotated article: first byte, end, type of the event.
///
/// # Panics
/// When the file cannot be read.
pub fn triggers(path: &Path) -> Vec<(usize, usize, String)> {
    let text = std::fs::read_to_string(path).expect("a readable annotation");
    let article: Value = serde_json::from_str(&text).expect("an annotation");
    let mut out = Vec::new();
    for event in article["events"].as_array().into_iter().flatten() {
        let kind = event["plover"].as_str().unwrap_or_default();
        for words in
            std::iter::once(&event["trigger"]).chain(event["alt_triggers"].as_array().into_iter().flatten())
        {
            if let (Some(start), Some(end)) = (words["start"].as_u64(), words["end"].as_u64()) {
                out.push((start as usize, end as usize, kind.to_owned()));
            }
        }
    }
    out
}

/// The words of every event of an article's annotation: first byte, and one past the last.
pub fn events(path: &Path) -> Vec<Vec<(usize, usize)>> {
    let text = std::fs::read_to_string(path).expect("a readable annotation");
    let article: Value = serde_json::from_str(&text).expect("an annotation");
    let span = |words: &Value| Some((words["start"].as_u64()? as usize, words["end"].as_u64()? as usize));
    let words = |event: &Value| {
        let others = event["alt_triggers"].as_array().into_iter().flatten();
        std::iter::once(&event["trigger"]).chain(others).filter_map(span).collect()
    };
    article["events"].as_array().into_iter().flatten().map(words).collect()
}

/// What one scoring gives: the scorer's own figures and, where asked for, those that it does not have.
#[derive(Debug)]
pub struct Scored {
    /// The scorer's figures over all articles.
    pub micro: Value,
    /// Event coreference and calibration, by `tests/gold/more.py`.
    pub more: Value,
}

/// The figures over all articles of one set in one language.
///
/// # Panics
/// When the reading or the scorer fails.
pub fn figures(gold: &Path, set: &str, language: &str, more: bool) -> Scored {
    let folder = gold.join(set);
    let articles: Vec<String> =
        articles(gold, set, language).iter().map(|path| path.display().to_string()).collect();
    let out = scratch(&format!("scores-{set}-{language}"));
    let out_name = out.display().to_string();
    let mut args = vec!["extract", "--format", "annotations", "-o", &out_name];
    args.extend(articles.iter().map(String::as_str));
    let read = run_warta(&out, &args, b"");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));

    let scorer = gold.join("score.py");
    let mut score = Command::new("python3");
    score.arg(&scorer).arg(&folder).arg(&out).args(["--skip-missing", "--json"]);
    let micro = answer(&mut score)["MICRO"].clone();
    let more = if more {
        let mut score = Command::new("python3");
        score.arg(root().join("tests/gold/more.py")).arg(&scorer).arg(&folder).arg(&out);
        answer(&mut score)
    } else {
        Value::Null
    };
    let _ = std::fs::remove_dir_all(&out);
    Scored { micro, more }
}

fn answer(command: &mut Command) -> Value {
    let scored = command.output().expect("python3 runs");
    assert!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stderr));
    serde_json::from_slice(&scored.stdout).expect("the scorer writes JSON")
}

/// F1 where there is one, else the share.
pub fn figure(micro: &Value, name: &str) -> Option<f64> {
    let entry = micro.get(name)?;
    entry.get("F").or_else(|| entry.get("acc")).and_then(Value::as_f64)
}

/// How many of the annotated triggers stand in the event lexicon of their language, and how many there are: main
/// triggers first, then with all other mentions of the same happenings.
///
/// # Panics
/// When an annotation cannot be read.
pub fn coverage(gold: &Path, set: &str, language: Language) -> [(usize, usize); 2] {
    let mut counts = [(0, 0); 2];
    for article in articles(gold, set, language.code()) {
        let annotations = std::fs::read(article.with_extension("json")).expect("an annotation");
        let annotations: Value = serde_json::from_slice(&annotations).expect("JSON");
        for event in annotations["events"].as_array().into_iter().flatten() {
            let known = |trigger: &Value| {
                trigger["text"].as_str().map(|words| usize::from(in_lexicon(words, language)))
            };
            let main = known(&event["trigger"]);
            let others = event["alt_triggers"].as_array().into_iter().flatten().filter_map(known);
            if let Some(known) = main {
                counts[0] = (counts[0].0 + known, counts[0].1 + 1);
            }
            for known in main.into_iter().chain(others) {
                counts[1] = (counts[1].0 + known, counts[1].1 + 1);
            }
        }
    }
    counts
}

/// Whether an entry of the lexicon stands in these words. What may stand between the words of an entry may stand here.
fn in_lexicon(words: &str, language: Language) -> bool {
    let pack = lang::pack(language);
    let tokens = tokenize(words, 0..words.len(), 0, pack);
    let lower: Vec<Box<str>> = tokens.iter().map(|token| fold(token.span.of(words))).collect();
    lower.iter().enumerate().any(|(at, word)| {
        let happen = (pack.happen)();
        happen.entries(word).iter().chain(happen.faint(word)).any(|entry| {
            let mut from = at + 1;
            entry.rest.iter().all(|wanted| {
                let found = lower[from..].iter().take(entry.gap + 1).position(|word| **word == **wanted);
                from += found.map_or(0, |skipped| skipped + 1);
                found.is_some()
            })
        })
    })
}
