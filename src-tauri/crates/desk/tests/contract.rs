//! The contract files: real snapshots that the interface's tests and its browser run are fed with.
//!
//! `WARTAGRAF_BLESS=1 cargo test -p wartagraf-desk --test contract` writes them again.

use desk::Desk;

const CANVAS: (f64, f64) = (704.0, 625.0);

fn hold(name: &str, snapshot: &desk::wire::Snapshot) {
    let path = format!("{}/../../../tests/contract/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let mut text = serde_json::to_string(snapshot).unwrap();
    text.push('\n');
    if std::env::var_os("WARTAGRAF_BLESS").is_some() {
        std::fs::write(&path, &text).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == text,
        "{name} has drifted: run with WARTAGRAF_BLESS=1 to write it again, and look at the difference"
    );
}

#[test]
fn the_sample_is_what_the_interface_is_tested_with() {
    let mut desk = Desk::new();
    hold("sample-id", &desk.start("id", CANVAS).unwrap());
    hold("sample-in-english", &desk.show("en", CANVAS).unwrap());
}

#[test]
fn so_is_a_short_article_of_our_own() {
    let mut desk = Desk::new();
    hold("own-id", &desk.open_text(include_str!("../../../sample/own-id.txt"), None).unwrap());
}

#[test]
fn so_is_a_text_in_which_nothing_happens() {
    let mut desk = Desk::new();
    hold("no-events", &desk.open_text("Gunung itu tinggi. Udaranya dingin.", None).unwrap());
}
