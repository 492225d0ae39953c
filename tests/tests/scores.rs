//! The reading's figures on annotated articles, against `floors.tsv`. Only figures leave this test, never a text.

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use wartagraf_tests::{run_warta, scratch, shared, text};

/// One line of `floors.tsv`.
struct Bound {
    set: String,
    language: String,
    figure: String,
    is_floor: bool,
    value: f64,
}

fn bounds() -> Vec<Bound> {
    let table = text("tests/floors.tsv");
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [set, language, figure, side, value] = cells[..] else {
                panic!("five columns are wanted: {line}")
            };
            assert!(matches!(side, "floor" | "ceiling"), "{line}");
            Bound {
                set: set.to_owned(),
                language: language.to_owned(),
                figure: figure.to_owned(),
                is_floor: side == "floor",
                value: value.parse().unwrap_or_else(|_| panic!("a number is wanted: {line}")),
            }
        })
        .collect()
}

/// The scorer's figures over all articles of one set in one language.
fn figures(gold: &Path, set: &str, language: &str) -> Value {
    let folder = gold.join(set);
    let mut articles: Vec<String> = std::fs::read_dir(&folder)
        .expect("a readable folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(language)))
        .map(|path| path.display().to_string())
        .collect();
    articles.sort();
    let out = scratch(&format!("scores-{set}-{language}"));
    let out_name = out.display().to_string();
    let mut args = vec!["extract", "--format", "annotations", "-o", &out_name];
    args.extend(articles.iter().map(String::as_str));
    let read = run_warta(&out, &args, b"");
    assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));

    let mut score = Command::new("python3");
    score.arg(gold.join("score.py")).arg(&folder).arg(&out).args(["--skip-missing", "--json"]);
    let scored = score.output().expect("python3 runs");
    assert!(scored.status.success(), "{}", String::from_utf8_lossy(&scored.stderr));
    let all: Value = serde_json::from_slice(&scored.stdout).expect("the scorer writes JSON");
    let _ = std::fs::remove_dir_all(&out);
    all["MICRO"].clone()
}

/// F1 where there is one, else the share.
fn figure(micro: &Value, name: &str) -> Option<f64> {
    let entry = micro.get(name)?;
    entry.get("F").or_else(|| entry.get("acc")).and_then(Value::as_f64)
}

#[test]
fn the_reading_never_falls_below_what_it_has_reached() {
    let Some(gold) = shared().map(|folder| folder.join("gold")).filter(|folder| folder.is_dir()) else {
        println!("skipped: the annotated articles are not on this machine");
        return;
    };
    let bounds = bounds();
    let mut sets: Vec<(&str, &str)> = bounds.iter().map(|b| (b.set.as_str(), b.language.as_str())).collect();
    sets.sort_unstable();
    sets.dedup();
    let mut broken = Vec::new();
    for (set, language) in sets {
        let micro = figures(&gold, set, language);
        for bound in bounds.iter().filter(|bound| bound.set == set && bound.language == language) {
            let now = figure(&micro, &bound.figure).unwrap_or(f64::NAN);
            let holds = if bound.is_floor { now >= bound.value } else { now <= bound.value };
            println!("{set} {language} {}: {now:.3} (bound {})", bound.figure, bound.value);
            if !holds {
                broken.push(format!("{set} {language} {}: {now:.3}, bound {}", bound.figure, bound.value));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
