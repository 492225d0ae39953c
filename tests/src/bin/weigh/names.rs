//! Signs by number: in the committed rows, the most frequent first, and in a fit.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// How often a sign must be there to be kept at all.
const KEPT: usize = 5;

/// The names of signs as lines of a table of rows, and the number of each.
pub(crate) fn numbered<'a>(signs: impl Iterator<Item = &'a str>) -> (String, BTreeMap<&'a str, usize>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for sign in signs {
        *counts.entry(sign).or_default() += 1;
    }
    let mut names: Vec<&str> =
        counts.iter().filter(|(_, count)| **count >= KEPT).map(|(name, _)| *name).collect();
    names.sort_by_key(|name| (std::cmp::Reverse(counts[name]), *name));
    let mut lines = String::new();
    for name in &names {
        let _ = writeln!(lines, "sign\t{name}");
    }
    (lines, names.into_iter().enumerate().map(|(at, name)| (name, at)).collect())
}

/// Signs as numbers with blanks between.
pub(crate) fn joined(signs: &[String], numbers: &BTreeMap<&str, usize>) -> String {
    signs
        .iter()
        .filter_map(|sign| numbers.get(&**sign))
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Numbers with blanks between as signs.
pub(crate) fn parted(cell: &str, names: &[&str]) -> Vec<String> {
    cell.split(' ')
        .filter_map(|at| names.get(at.parse::<usize>().ok()?))
        .map(|name| (*name).to_owned())
        .collect()
}

/// The signs that this many events have at least, in order; others say nothing about the next article.
pub(crate) fn seen<'a>(
    events: impl Iterator<Item = BTreeSet<&'a str>>,
    least: usize,
) -> (Vec<&'a str>, BTreeMap<&'a str, usize>) {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for own in events {
        for sign in own {
            *counts.entry(sign).or_default() += 1;
        }
    }
    let names: Vec<&str> =
        counts.iter().filter(|(_, count)| **count >= least).map(|(name, _)| *name).collect();
    let numbers = names.iter().enumerate().map(|(at, name)| (*name, at)).collect();
    (names, numbers)
}

/// A table of weights: sign and two numbers, sorted, without those that are next to nothing.
pub(crate) fn table(names: &[&str], weights: &[Vec<f64>; 2], small: f64) -> String {
    let mut lines: Vec<String> = names
        .iter()
        .enumerate()
        .filter(|(at, _)| weights.iter().any(|side| side[*at].abs() >= small))
        .map(|(at, name)| format!("{name}\t{:.3}\t{:.3}\n", weights[0][at], weights[1][at]))
        .collect();
    lines.sort();
    lines.concat()
}
