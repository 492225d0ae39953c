//! Every English table is sorted, unique, and says where it comes from; every event word analyses to itself.

use crate::table::rows;

/// Checks one table: a header with source and licence, sorted and unique by its first `keys` columns.
fn check(name: &str, table: &'static str, keys: usize) {
    let header: String = table.lines().take_while(|line| line.starts_with('#')).collect();
    assert!(header.contains("Source") && header.contains("icence"), "{name}: no source or licence");
    let all: Vec<Vec<&str>> = rows(table).map(|row| row.into_iter().take(keys).collect()).collect();
    for pair in all.windows(2) {
        assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
    }
}

#[test]
fn the_tables_are_sorted_and_say_their_source() {
    check("titles", include_str!("titles.tsv"), 1);
    check("heads", include_str!("heads.tsv"), 1);
    check("around", include_str!("around.tsv"), 2);
    check("closed", include_str!("closed.tsv"), 1);
    check("words", include_str!("words.tsv"), 1);
    check("numbers", include_str!("numbers.tsv"), 1);
    check("weights", include_str!("weights.tsv"), 1);
    check("kinds", include_str!("kinds.tsv"), 1);
    check("arguments", include_str!("arguments.tsv"), 1);
    check("marks", include_str!("marks.tsv"), 1);
    check("stances", include_str!("stances.tsv"), 1);
    check("retold", include_str!("retold.tsv"), 1);
    check("faint", include_str!("faint.tsv"), 2);
    check("relations", include_str!("relations.tsv"), 1);
    check("irregular", include_str!("irregular.tsv"), 1);
    check("frames", include_str!("frames.tsv"), 1);
    check("cues", include_str!("cues.tsv"), 1);
    check("lights", include_str!("lights.tsv"), 1);
    check("times", include_str!("times.tsv"), 1);
    check("triggers", include_str!("triggers.tsv"), 2);
}

#[test]
fn every_event_word_is_found_by_its_own_form() {
    let happen = super::happen::happen();
    for row in rows(super::happen::TABLES.triggers) {
        let first = row[0].split(' ').next().unwrap_or("");
        let forms = super::verbs::inflect(first);
        let found = !happen.entries(first).is_empty()
            || forms.iter().any(|made| !happen.entries(&made.form).is_empty());
        assert!(found, "{row:?} is lost");
    }
}
