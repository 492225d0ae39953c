//! Every table of every pack is sorted, unique, and says where it comes from.

use crate::table::rows;

/// Checks one table: a header with source and licence, no stray blanks, sorted and unique by its first `keys` columns.
fn check(name: &str, table: &'static str, keys: usize) {
    let header: String = table.lines().take_while(|line| line.starts_with('#')).collect();
    assert!(header.contains("Source") && header.contains("icence"), "{name}: no source or licence");
    let all: Vec<Vec<&str>> = rows(table).map(|row| row.into_iter().take(keys).collect()).collect();
    for pair in all.windows(2) {
        assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
    }
    assert!(all.iter().flatten().all(|cell| cell.trim() == *cell && !cell.is_empty()), "{name}: blanks");
}

#[test]
fn the_tables_of_names_are_sorted_and_say_their_source() {
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
}

#[test]
fn clitics_are_cut_where_the_host_is_a_word() {
    let cut = |word: &str| -> Vec<String> {
        let mut from = 0;
        let mut parts = Vec::new();
        for at in (super::PACK.clitics)(word).into_iter().chain([word.len()]) {
            parts.push(word[from..at].to_string());
            from = at;
        }
        parts
    };
    assert_eq!(cut("dukungannya"), ["dukungan", "nya"]);
    assert_eq!(cut("besarnya"), ["besar", "nya"]);
    assert_eq!(cut("NATO-nya"), ["NATO", "-", "nya"]);
    assert_eq!(cut("Rusia-lah"), ["Rusia", "-", "lah"]);
    assert_eq!(cut("Rusialah"), ["Rusia", "lah"]);
    for whole in ["akhirnya", "Kenya", "adalah", "masalah", "meskipun", "buku", "hanya"] {
        assert_eq!(cut(whole), [whole]);
    }
}

#[test]
fn the_words_of_a_phrase_are_words_of_a_text() {
    let tables = [
        ("triggers", include_str!("triggers.tsv")),
        ("faint", include_str!("faint.tsv")),
        ("cues", include_str!("cues.tsv")),
        ("times", include_str!("times.tsv")),
        ("numbers", include_str!("numbers.tsv")),
    ];
    let mut dead = Vec::new();
    for (name, table) in tables {
        for row in rows(table) {
            let cut = |word: &&str| !(super::PACK.clitics)(word).is_empty();
            dead.extend(row[0].split(' ').filter(cut).map(|word| format!("{name}: {} ({word})", row[0])));
        }
    }
    assert!(
        dead.is_empty(),
        "these never match, for the text is cut before the clitic:\n{}",
        dead.join("\n")
    );
}
