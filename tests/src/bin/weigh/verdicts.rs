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
    /// What the annotation says; nothing where the type is wrong.
    pub(crate) truth: Option<Truth>,
}

/// What the annotation says of an event.
pub(crate) struct Truth {
    /// Its source and target.
    pub(crate) sides: [Party; 2],
    pub(crate) modality: String,
    pub(crate) voucher: Party,
}

/// Which of the reading's entities, by number, are right, and whether nobody is.
pub(crate) struct Party {
    pub(crate) who: Vec<usize>,
    pub(crate) nobody: bool,
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
    let [article, start, kind, roles, source, no_source, target, no_target, modality, voucher, no_voucher] =
        cells[..]
    else {
        return None;
    };
    let party = |list: &str, nobody: &str| Party {
        who: list.split(',').filter_map(|at| at.parse().ok()).collect(),
        nobody: nobody == "1",
    };
    Some(Verdict {
        article: article.to_owned(),
        start: start.parse().ok()?,
        right: [kind == "1", roles == "1"],
        truth: (kind == "1").then(|| Truth {
            sides: [party(source, no_source), party(target, no_target)],
            modality: modality.to_owned(),
            voucher: party(voucher, no_voucher),
        }),
    })
}
