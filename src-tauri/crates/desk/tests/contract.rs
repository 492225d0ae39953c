//! The contract files: real snapshots that the interface's tests and its browser run are fed with.
//!
//! `WARTAGRAF_BLESS=1 cargo test -p wartagraf-desk --test contract` writes them again.

use desk::Desk;
use desk::wire::{CheckMark, Command, Modality, Picture, PictureTheme, Range, Rule, Snapshot};
use serde_json::json;

const CANVAS: (f64, f64) = (704.0, 625.0);

fn hold(name: &str, snapshot: &impl serde::Serialize) {
    let mut text = serde_json::to_string(snapshot).unwrap();
    text.push('\n');
    hold_bytes(&format!("{name}.json"), text.as_bytes());
}

fn hold_bytes(name: &str, bytes: &[u8]) {
    let path = format!("{}/../../../tests/contract/{name}", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("WARTAGRAF_BLESS").is_some() {
        std::fs::write(&path, bytes).unwrap();
    }
    let committed = std::fs::read(&path).unwrap_or_default();
    assert!(
        committed == bytes,
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

/// What the dialog for pictures shows of the sample.
#[test]
fn so_are_two_pictures_of_the_sample() {
    let mut desk = Desk::new();
    desk.start("id", CANVAS).unwrap();
    for (name, theme) in [("light", PictureTheme::Light), ("dark", PictureTheme::Dark)] {
        let picture = Picture {
            theme,
            title: Some("PM Kanada singgung kemungkinan pasukan di Ukraina".to_owned()),
            credit: Some("Artikel contoh".to_owned()),
            ..Picture::default()
        };
        hold_bytes(&format!("picture-{name}.png"), &desk.preview(&picture, 600).unwrap().bytes);
    }
}

/// A name in two spellings, to be merged by the keyboard alone.
#[test]
fn so_is_a_merge_without_anything_before_it() {
    let text = "Gubernur Rahmadani bertemu Menteri Ratna Wulandari di Cirebon. Kemudian Gubernur Ramadani menolak \
                rencana pelabuhan. Ratna Wulandari mendukung Koperasi Melati.\n";
    let mut desk = Desk::new();
    let first = desk.open_text(text, None).unwrap();
    let id = |name: &str| first.entities.iter().find(|entity| entity.name == name).unwrap().id.clone();
    let twins = first.suggestions.first().expect("the two spellings are proposed");
    assert_eq!([&twins.into, &twins.from], [&id("Rahmadani"), &id("Ramadani")]);
    let merge = Command::Merge { into: id("Rahmadani"), from: id("Ramadani") };
    hold("edits-keys", &played(&mut desk, &first, [merge]));
}

/// What the window's own run of the edits goes through, step by step: each command and what it comes to.
#[test]
fn so_are_the_edits_of_an_article_one_after_another() {
    let text = "Bupati Hasanudin bertemu Menteri Ratna Wulandari di Garut. Kemudian Hasanuddin menolak rencana pabrik. \
                Menurut warga, Ratna mendukung pabrik itu.\n";
    let mut desk = Desk::new();
    let first = desk.open_text(text, None).unwrap();
    let id = |name: &str| first.entities.iter().find(|entity| entity.name == name).unwrap().id.clone();
    let (one, other, ratna) = (id("Hasanudin"), id("Hasanuddin"), id("Ratna Wulandari"));
    let met = first.events.iter().find(|event| event.code == "CONSULT").unwrap().id.clone();
    let sentence = first.sentences[1];
    let rule = Rule::AlwaysMerge { into: "Hasanudin".to_owned(), from: "Hasanuddin".to_owned() };
    let commands = [
        Command::SetCountry { node: other.clone(), country: Some("IDN".to_owned()) },
        Command::SetOffice { node: other.clone(), office: Some("Bupati".to_owned()) },
        Command::Merge { into: one.clone(), from: other.clone() },
        Command::SetRule { rule: rule.clone(), on: true },
        Command::Split { node: one.clone(), part: other },
        Command::Annotate { thing: met.clone(), text: Some("Tanya humas kabupaten.".to_owned()) },
        Command::SetMark { thing: met.clone(), mark: Some(CheckMark::Checked) },
        Command::Exchange { claim: met.clone() },
        Command::Cite { claim: met, quote: sentence },
        Command::AddEvent {
            kind: "ACCUSE".to_owned(),
            label: Some("menolak".to_owned()),
            trigger: range_of(text, "menolak"),
            sources: vec![ratna],
            targets: vec![one],
            modality: Modality::Actual,
        },
        Command::SetRule { rule, on: false },
        Command::Describe { published: None, language: Some("en".to_owned()), source: None },
    ];
    hold("edits", &played(&mut desk, &first, commands));
}

/// Words for days become days once the article has a date.
#[test]
fn so_are_the_days_of_an_article_that_is_given_its_date() {
    let text = "Menteri Ratna Wulandari bertemu Duta Besar Jepang di Garut kemarin. \
                Pada hari Kamis, polisi menangkap Hasanudin di Bandung. Warga Garut menolak rencana pabrik.\n";
    let mut desk = Desk::new();
    let first = desk.open_text(text, None).unwrap();
    let described =
        Command::Describe { published: Some("2025-08-25".to_owned()), language: None, source: None };
    hold("edits-dated", &played(&mut desk, &first, [described]));
}

/// What is changed in the cells of the table.
#[test]
fn so_are_the_cells_of_the_table() {
    let text =
        "Wali Kota Sari Dewanti bertemu Koperasi Melati di Garut. Koperasi Melati memuji Sari Dewanti.\n";
    let mut desk = Desk::new();
    let first = desk.open_text(text, None).unwrap();
    let melati = first.entities.iter().find(|entity| entity.name.contains("Melati")).unwrap().id.clone();
    let commands = [
        Command::SetKind { claim: melati.clone(), kind: "group".to_owned() },
        Command::SetCountry { node: melati.clone(), country: Some("JPN".to_owned()) },
        Command::SetOffice { node: melati, office: Some("penyalur".to_owned()) },
    ];
    hold("edits-table", &played(&mut desk, &first, commands));
}

/// A text with the commands that are done on it, one after another, and what each comes to.
fn played(
    desk: &mut Desk,
    first: &Snapshot,
    commands: impl IntoIterator<Item = Command>,
) -> serde_json::Value {
    let text = first.article.text.clone();
    let mut steps = vec![json!({ "command": null, "snapshot": first })];
    for command in commands {
        let snapshot = desk.perform(command.clone()).unwrap();
        steps.push(json!({ "command": command, "snapshot": snapshot }));
    }
    json!({ "text": text, "steps": steps })
}

fn range_of(text: &str, words: &str) -> Range {
    let start = text[..text.find(words).unwrap()].encode_utf16().count() as u32;
    Range { start, end: start + words.encode_utf16().count() as u32 }
}
