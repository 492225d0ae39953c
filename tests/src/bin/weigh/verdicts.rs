//! What the scorer beside the annotated articles says of each event of a reading.

use std::path::Path;
use std::process::Command;

use wartagraf_tests::{gold, root, scratch};

/// One event of a reading.
pub(crate) struct Verdict {
    pub(crate) article: String,
    /// First byte of its trigger.
    pub(crate) start: usize,
    /// Whether its type is right, whether source and target are right too.
    pub(crate) right: [bool; 2],
    /// For source and target: which of the reading's entities, by number, are right, and whether nobody is; nothing where the type is wrong.
    pub(crate) right_sides: Option<[(Vec<usize>, bool); 2]>,
}

/// Reads every article of a folder in one language and asks the scorer about it.
pub(crate) fn verdicts(
    gold: &Path,
    folder: &Path,
    language: &str,
    mut read: impl FnMut(&str, &str) -> model::Extraction,
) -> Vec<Verdict> {
    let out = scratch(&format!("weigh-{language}"));
    let set = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for path in gold::articles(folder.parent().unwrap_or(folder), &set, language) {
        let text = std::fs::read_to_string(&path).expect("a readable article");
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let reading = read(&stem, &text);
        std::fs::write(out.join(format!("{stem}.json")), formats::annotations(&reading, &stem))
            .expect("a writable folder");
    }
    let mut script = Command::new("python3");
    script.arg(root().join("tests/gold/verdicts.py")).arg(gold.join("score.py"));
    let answer = script.arg(folder).arg(&out).output().expect("python3 runs");
    assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
    let _ = std::fs::remove_dir_all(&out);
    String::from_utf8_lossy(&answer.stdout).lines().filter_map(verdict).collect()
}

fn verdict(line: &str) -> Option<Verdict> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [article, start, kind, roles, source, no_source, target, no_target] = cells[..] else { return None };
    let side = |list: &str, nobody: &str| {
        (list.split(',').filter_map(|at| at.parse().ok()).collect::<Vec<usize>>(), nobody == "1")
    };
    Some(Verdict {
        article: article.to_owned(),
        start: start.parse().ok()?,
        right: [kind == "1", roles == "1"],
        right_sides: (kind == "1").then(|| [side(source, no_source), side(target, no_target)]),
    })
}
