//! Modality and voucher, weighed.

use lang::happen::Learnt;
use model::{Extraction, Modality};

use crate::{Candidate, Fitted, Options, candidates};

const TEXT: &str = "Norwegia akan mengecam Rusia dalam sidang PBB pada hari Senin.";

fn read(text: &str, stances: &str) -> (Extraction, Vec<Candidate>) {
    let stances = Learnt::new(stances);
    candidates(text, &Options::default(), Some(Fitted { stances: &stances, ..Fitted::NONE }))
}

fn modality(text: &str, stances: &str) -> Option<Modality> {
    read(text, stances).0.events.first().map(|event| event.modality)
}

#[test]
fn without_weights_the_rules_have_the_last_word() {
    assert_eq!(modality(TEXT, ""), Some(Modality::Planned));
}

#[test]
fn what_is_much_likelier_is_told_instead() {
    assert_eq!(modality(TEXT, "negated|near|akan\t5\t0\n"), Some(Modality::Negated));
    assert_eq!(modality("Norwegia mengecam Rusia.", "hypothetical\t5\t0\n"), Some(Modality::Hypothetical));
}

#[test]
fn a_plan_is_no_fact_by_a_little() {
    assert_eq!(modality(TEXT, "actual\t1.5\t0\n"), Some(Modality::Planned));
    assert_eq!(modality(TEXT, "actual\t9\t0\n"), Some(Modality::Actual));
}

#[test]
fn a_speaker_vouches_where_it_is_likely() {
    let text = "Menteri Luar Negeri Norwegia Sigrid Halvorsen mengatakan Peru mengecam Rusia.";
    let voucher = |weights: &str| {
        let reading = read(text, weights).0;
        let who = reading.events.first().and_then(|event| event.attributed_to);
        reading.entities.iter().find(|entity| Some(entity.id) == who).map(|entity| entity.names.en.clone())
    };
    assert_eq!(voucher("who|kind|ACCUSE|active\t0\t5\n").as_deref(), Some("Sigrid Halvorsen"));
    assert_eq!(voucher("nobody\t0\t9\n"), None);
}

#[test]
fn the_marks_name_word_type_and_sides_and_no_word_of_the_article() {
    let (_, rows) = read("Norwegia mengecam Rusia.", "");
    let marks = &rows[0].marks;
    for mark in ["stem|kecam|ACCUSE", "source|country|ACCUSE", "sides|country|country", "status|actual|told"]
    {
        assert!(marks.iter().any(|other| other == mark), "{mark} not in {marks:?}");
    }
    assert!(!marks.iter().any(|mark| mark.contains("norwegia") || mark.contains("rusia")), "{marks:?}");
}
