//! `cargo xtask eval`: what the reading reaches, beside what it reached when `tests/figures.tsv` was written.
//!
//! eval [--write DAY] [--misses] [--coref]   --write: the figures become the new previous ones; --misses: every miss of
//! the phenomenon suite, whose sentences are our own; --coref: coreference on annotated corpora instead.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::process::{Command, ExitCode};

use model::Language;
use serde_json::Value;
use wartagraf_tests::{gold, phenomena, root, shared, warta};

/// In this order, as the scorer calls them.
const FIGURES: [&str; 19] = [
    "mention_name_exact",
    "entity_strict_kind",
    "mention_all_overlap_linked",
    "country_of_all",
    "event_L1_type_sentence",
    "event_L1_plover_only",
    "event_L2a_source_target_country",
    "event_L2_source_target",
    "event_L3_all",
    "event_nonactual",
    "event_attribution",
    "event_modality_acc",
    "event_date_acc",
    "event_evidence_acc",
    "relation",
    "harm_swapped",
    "harm_claim_as_fact",
    "event_L2_solid precision",
    "event_L2_solid recall",
];

/// Ours, behind those of the scorer.
const MORE: [&str; 5] = [
    "event_coreference",
    "event_coreference_found",
    "calibration_error",
    "trigger_in_lexicon",
    "trigger_in_lexicon_all",
];

/// set, language, figure -> value
type Table = BTreeMap<(String, String, String), f64>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let (day, misses) = match words.as_slice() {
        [] => (None, false),
        ["--misses"] => (None, true),
        ["--write", day] => (Some(*day), false),
        ["--coref"] => return coreference(),
        _ => {
            eprintln!("eval [--write DAY] [--misses] [--coref]");
            return ExitCode::FAILURE;
        }
    };
    let (before, since) = previous();
    println!("Previous figures (in brackets): {since}\n");
    let mut now = Table::new();
    match gold::folder() {
        Some(folder) => {
            let bins = measure(&folder, &mut now);
            print!("{}", articles(&now, &before));
            println!(
                "\nConfidence of events, ten bins: how many, mean confidence, share right (type, source, target)\n{bins}"
            );
        }
        None => println!("The annotated articles are not on this machine: the phenomena only.\n"),
    }
    let cases = phenomena::all();
    for ((language, phenomenon), counts) in phenomena::counts(&cases) {
        now.insert(("phenomena".to_owned(), language.to_owned(), phenomenon), counts.f1());
    }
    print!("{}", suite(&cases, &before));
    if misses {
        print!("{}", listed(&cases));
    }
    if let Some(day) = day {
        let mut kept = before;
        kept.extend(now);
        if let Err(error) = std::fs::write(root().join("tests/figures.tsv"), written(&kept, day)) {
            eprintln!("tests/figures.tsv: {error}");
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}

/// MUC, B3, CEAF-e and their mean on the corpora annotated for coreference, by `tests/gold/corpora.py`.
fn coreference() -> ExitCode {
    let Some(data) =
        shared().map(|folder| folder.join("data")).filter(|data| data.join("coin-coref").is_dir())
    else {
        println!("The corpora annotated for coreference are not on this machine.");
        return ExitCode::SUCCESS;
    };
    let scored =
        Command::new("python3").arg(root().join("tests/gold/corpora.py")).arg(warta()).arg(data).status();
    match scored {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("`python3` cannot be started: {error}.");
            ExitCode::FAILURE
        }
    }
}

/// The committed figures and what their header says of their date.
fn previous() -> (Table, String) {
    let text = std::fs::read_to_string(root().join("tests/figures.tsv")).unwrap_or_default();
    let since = text.lines().find_map(|line| line.strip_prefix("# Measured: ")).unwrap_or("none").to_owned();
    let rows = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        let key = (cells.next()?.to_owned(), cells.next()?.to_owned(), cells.next()?.to_owned());
        Some((key, cells.next()?.parse().ok()?))
    });
    (rows.collect(), since)
}

fn written(table: &Table, day: &str) -> String {
    let mut out = format!(
        "# What `cargo xtask eval` measured, to be shown beside the next measurement.\n# Source: measured by `cargo xtask eval --write`. Licence: MIT. Sorted.\n# Measured: {day}\n#set\tlanguage\tfigure\tvalue\n"
    );
    for ((set, language, figure), value) in table {
        let _ = writeln!(out, "{set}\t{language}\t{figure}\t{value:.4}");
    }
    out
}

/// Fills the table from the annotated articles; gives the calibration bins as text.
fn measure(folder: &std::path::Path, now: &mut Table) -> String {
    let mut bins = String::new();
    for set in ["look", "check"] {
        for language in [Language::Indonesian, Language::English] {
            let code = language.code();
            let scored = gold::figures(folder, set, code, true);
            let mut put = |figure: &str, value: Option<f64>| {
                if let Some(value) = value {
                    now.insert((set.to_owned(), code.to_owned(), figure.to_owned()), value);
                }
            };
            for name in FIGURES {
                put(name, gold::figure(&scored.micro, name));
            }
            let solid = &scored.micro["event_L2_solid"];
            put("event_L2_solid precision", solid["P"].as_f64());
            put("event_L2_solid recall", solid["R"].as_f64());
            for name in MORE {
                put(name, gold::figure(&scored.more, name));
            }
            for (name, (known, all)) in ["trigger_in_lexicon", "trigger_in_lexicon_all"]
                .into_iter()
                .zip(gold::coverage(folder, set, language))
            {
                put(name, (all > 0).then(|| known as f64 / all as f64));
            }
            let _ = write!(bins, "{set} {code} ");
            for bin in scored.more["bins"].as_array().into_iter().flatten() {
                let cell = |at: usize| bin.get(at).and_then(Value::as_f64).unwrap_or_default();
                if cell(0) > 0.0 {
                    let _ = write!(bins, "  {:.0}: {:.2}/{:.2}", cell(0), cell(1), cell(2));
                }
            }
            bins.push('\n');
        }
    }
    bins
}

fn articles(now: &Table, before: &Table) -> String {
    let columns = [("look", "id"), ("look", "en"), ("check", "id"), ("check", "en")];
    let mut out = format!("{:<34}", "");
    for (set, language) in columns {
        let _ = write!(out, "{:<16}", format!("{set} {language}"));
    }
    out.push('\n');
    for figure in FIGURES.into_iter().chain(MORE) {
        let _ = write!(out, "{figure:<34}");
        for (set, language) in columns {
            let key = (set.to_owned(), language.to_owned(), figure.to_owned());
            let _ = write!(out, "{:<16}", beside(now.get(&key), before.get(&key)));
        }
        out.push('\n');
    }
    out
}

fn beside(now: Option<&f64>, before: Option<&f64>) -> String {
    let show = |value: Option<&f64>| value.map_or("  -  ".to_owned(), |value| format!("{value:.3}"));
    format!("{} ({})", show(now), show(before).trim())
}

/// The phenomenon table.
fn suite(cases: &[phenomena::Case], before: &Table) -> String {
    let mut out = format!(
        "\n{:<46}{:>6}{:>6}{:>7}{:>7}{:>7}  (previous F1)\n",
        "phenomenon", "texts", "clean", "P", "R", "F1"
    );
    for ((language, phenomenon), counts) in phenomena::counts(cases) {
        let key = ("phenomena".to_owned(), language.to_owned(), phenomenon.clone());
        let _ = writeln!(
            out,
            "{:<46}{:>6}{:>6}{:>7.2}{:>7.2}{:>7.2}  ({})",
            format!("{language} {phenomenon}"),
            counts.cases,
            counts.clean,
            counts.precision(),
            counts.recall(),
            counts.f1(),
            before.get(&key).map_or("-".to_owned(), |value| format!("{value:.2}"))
        );
    }
    let mut totals: BTreeMap<&str, phenomena::Counts> = BTreeMap::new();
    for case in cases {
        totals.entry(case.language.code()).or_default().add(&phenomena::judge(case));
    }
    for (language, counts) in totals {
        let _ = writeln!(
            out,
            "{:<46}{:>6}{:>6}{:>7.2}{:>7.2}{:>7.2}",
            format!("{language} all"),
            counts.cases,
            counts.clean,
            counts.precision(),
            counts.recall(),
            counts.f1()
        );
    }
    out
}

/// Every text that is not read as expected.
fn listed(cases: &[phenomena::Case]) -> String {
    let mut out = String::new();
    for case in cases {
        let verdict = phenomena::judge(case);
        if verdict.is_clean() {
            continue;
        }
        let _ = writeln!(out, "\n{} ({})\n  {}", case.place, case.phenomenon, case.text.replace('\n', " / "));
        for line in &verdict.missed {
            let _ = writeln!(out, "  missed  {line}");
        }
        for line in &verdict.wrong {
            let _ = writeln!(out, "  wrong   {line}");
        }
    }
    out
}
