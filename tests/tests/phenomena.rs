//! The phenomenon suite: every phenomenon keeps what it has reached, and ever fewer traps are told as fact.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use model::Language;
use wartagraf_tests::phenomena::{self, Counts};
use wartagraf_tests::{root, text};

/// Floors are written with three digits and cut off, so that what is measured now holds.
fn cut(f1: f64) -> f64 {
    (f1 * 1000.0).floor() / 1000.0
}

#[test]
fn no_phenomenon_falls_below_its_floor() {
    let cases = phenomena::all();
    let now = phenomena::counts(&cases);
    let mut floors = phenomena::floors();
    if std::env::var_os("WARTAGRAF_BLESS").is_some() {
        for ((language, phenomenon), counts) in &now {
            let floor = floors.entry(((*language).to_owned(), phenomenon.clone())).or_insert(0.0);
            *floor = floor.max(cut(counts.f1()));
        }
        let mut table = "# F1 that each phenomenon of the suite has reached; a floor only rises.\n# Source: measured on the cases beside this file; `WARTAGRAF_BLESS=1` raises the floors. Licence: MIT. Sorted.\n#language\tphenomenon\tF1\n".to_owned();
        for ((language, phenomenon), floor) in &floors {
            let _ = writeln!(table, "{language}\t{phenomenon}\t{floor:.3}");
        }
        std::fs::write(root().join("tests/phenomena/floors.tsv"), table).expect("a writable repository");
    }
    let mut broken = Vec::new();
    for ((language, phenomenon), counts) in &now {
        let floor = floors.get(&((*language).to_owned(), phenomenon.clone()));
        println!("{language} {phenomenon}: {:.3} (floor {floor:?})", counts.f1());
        match floor {
            Some(floor) if counts.f1() >= *floor => {}
            Some(floor) => broken.push(format!("{language} {phenomenon}: {:.3}, floor {floor}", counts.f1())),
            None => broken.push(format!("{language} {phenomenon}: no floor is written")),
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
    let stale: Vec<_> = floors
        .keys()
        .filter(|(language, phenomenon)| !now.contains_key(&(language.as_str(), phenomenon.clone())))
        .collect();
    assert!(stale.is_empty(), "floors of phenomena that are not there: {stale:?}");
}

#[test]
fn every_phenomenon_has_five_texts_of_its_own() {
    let cases = phenomena::all();
    for ((language, phenomenon), Counts { cases, .. }) in phenomena::counts(&cases) {
        assert!(cases >= 5, "{language} {phenomenon}: {cases}");
    }
    let mut seen = BTreeSet::new();
    for case in &cases {
        assert!(!case.expected.is_empty(), "{}: nothing is expected", case.place);
        assert!(seen.insert(case.text.clone()), "{}: the text stands twice", case.place);
    }
}

/// How many traps of each language may still be told as fact.
fn ceilings() -> BTreeMap<String, usize> {
    let table = text(CEILINGS);
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let (language, most) = line.split_once('\t').unwrap_or_else(|| panic!("two columns: {line}"));
            (language.to_owned(), most.parse().unwrap_or_else(|_| panic!("a number is wanted: {line}")))
        })
        .collect()
}

const CEILINGS: &str = "tests/phenomena/traps/open.tsv";

#[test]
fn what_is_negated_or_merely_possible_is_never_told_as_plain_fact_anew() {
    let mut ceilings = ceilings();
    let mut broken = Vec::new();
    for language in [Language::Indonesian, Language::English] {
        let traps = phenomena::cases("traps", language);
        assert!(traps.len() >= 30, "{}", traps.len());
        let told: Vec<String> = traps.iter().flat_map(phenomena::traps).collect();
        let most = ceilings.entry(language.code().to_owned()).or_insert(0);
        println!(
            "{} of {} {} traps told as fact:\n{}",
            told.len(),
            traps.len(),
            language.code(),
            told.join("\n")
        );
        if told.len() > *most {
            broken.push(format!(
                "{}: {} told as fact, {most} before\n{}",
                language.code(),
                told.len(),
                told.join("\n")
            ));
        }
        *most = told.len().min(*most);
    }
    if std::env::var_os("WARTAGRAF_BLESS").is_some() {
        let old = text(CEILINGS);
        let mut table: String =
            old.lines().filter(|line| line.starts_with('#')).flat_map(|line| [line, "\n"]).collect();
        for (language, most) in &ceilings {
            let _ = writeln!(table, "{language}\t{most}");
        }
        std::fs::write(root().join(CEILINGS), table).expect("a writable repository");
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
