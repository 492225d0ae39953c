//! `know/given.tsv`: given names, authored and counted among the first words of names of persons.

use std::collections::BTreeMap;
use std::path::Path;

use crate::people;
use crate::source::{Trouble, rows, text};
use crate::table::Table;

/// Names of one person alone prove little: a name counts from here.
const LEAST: u32 = 2;
/// What the authored list says, says it for sure.
const AUTHORED: u32 = 100;

/// Given names with how often they were met.
pub(crate) fn names(data: &Path) -> Result<BTreeMap<String, u32>, Trouble> {
    let mut counts: BTreeMap<String, u32> = BTreeMap::new();
    for file in ["idner-news-2k/train.txt", "nergrit/train_preprocess.txt"] {
        let text = text(&data.join(file))?;
        let tokens: Vec<(&str, &str)> = text
            .lines()
            .map(|line| {
                (line.split([' ', '\t']).next().unwrap_or(""), line.rsplit([' ', '\t']).next().unwrap_or(""))
            })
            .collect();
        for pair in tokens.windows(2) {
            let [(word, label), (_, next)] = pair else { continue };
            if label.starts_with("B-PE") && next.starts_with("I-PE") {
                count(&mut counts, word, 1);
            }
        }
    }
    for name in people::full_names(data)? {
        let mut words = name.split(' ');
        if let (Some(first), Some(_)) = (words.next(), words.next()) {
            count(&mut counts, first, 1);
        }
    }
    counts.retain(|_, count| *count >= LEAST);
    for row in rows(include_str!("../authored/given.tsv")) {
        count(&mut counts, row[0], AUTHORED);
    }
    Ok(counts)
}

fn count(counts: &mut BTreeMap<String, u32>, word: &str, by: u32) {
    let capital =
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().skip(1).any(char::is_lowercase);
    let title = [
        "Al",
        "El",
        "Von",
        "Van",
        "De",
        "Da",
        "Du",
        "The",
        "Mr",
        "Sir",
        "King",
        "Queen",
        "Sheikh",
        "Prince",
        "Princess",
        "Lord",
        "General",
        "President",
        "Raja",
        "Pangeran",
        "Sultan",
        "Grand",
        "Emperor",
        "Presiden",
        "Bin",
        "Bint",
        "Paus",
        "Pope",
    ];
    if capital
        && word.chars().count() >= 3
        && word.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'')
        && !title.contains(&word)
    {
        *counts.entry(word.to_owned()).or_default() += by;
    }
}

/// The table.
pub(crate) fn table(names: &BTreeMap<String, u32>) -> Table {
    Table {
        head: vec![
            "Given names.",
            "Source: written for Wartagraf; counted among the first words of persons in IDNER-News-2k, NERGrit, the actor dictionaries of CAMEO/PETRARCH and Wikidata. Licence: MIT, Apache-2.0, CC0 (see LICENSES).",
            "Columns: name, weight (100 and more: from the authored list).",
        ],
        lines: names.iter().map(|(name, count)| format!("{name}\t{count}")).collect(),
    }
}
