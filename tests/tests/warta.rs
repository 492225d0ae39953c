//! `warta` as its users meet it: what it writes, and what it says to bad input. Never a panic, never half a file.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use wartagraf_tests::{root, run_warta, scratch};

const ARTICLE: &str = "Menteri Perikanan Norwegia Sigrid Halvorsen bertemu dengan Perdana Menteri Portugal Duarte \
                       Figueira di Lisbon pada Selasa. Norwegia mengecam Rusia.\n";

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// It ends with a code for people, one sentence, no panic, and leaves nothing in the folder but what was there.
fn refuses(folder: &Path, args: &[&str], input: &[u8], code: i32, words: &str) {
    let list = |folder: &Path| {
        let mut names: Vec<_> =
            fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    let before = list(folder);
    let output = run_warta(folder, args, input);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
    assert!(said.contains(words), "{args:?} says: {said}");
    assert!(!said.contains("panicked"), "{args:?}: {said}");
    assert!(output.stdout.is_empty(), "{args:?} writes to standard output although it refuses");
    assert_eq!(list(folder), before, "{args:?} leaves something behind");
}

#[test]
fn the_sample_becomes_json_and_annotations() {
    let folder = scratch("sample");
    let sample = root().join("src-tauri/sample/article-id.txt").display().to_string();
    for format in ["json", "annotations"] {
        let output = run_warta(&folder, &["extract", &sample, "--format", format], b"");
        assert!(output.status.success(), "{}", said(&output));
        let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert!(read["entities"].as_array().is_some_and(|list| list.len() > 10), "{format}");
        assert!(read["events"].as_array().is_some_and(|list| list.len() > 5), "{format}");
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    let folder = scratch("same");
    let read = || run_warta(&folder, &["extract", "-"], ARTICLE.as_bytes()).stdout;
    let first = read();
    assert!(!first.is_empty());
    assert_eq!(first, read());
}

#[test]
fn an_annotated_quote_is_the_text_at_its_bytes() {
    let folder = scratch("bytes");
    let text = format!("\u{feff}{}", ARTICLE.replace('\n', "\r\n"));
    let output = run_warta(&folder, &["extract", "--format", "annotations"], text.as_bytes());
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut seen = 0;
    for mention in read["entities"]
        .as_array()
        .expect("entities")
        .iter()
        .filter_map(|entity| entity["mentions"].as_array())
        .flatten()
    {
        let at = |end: &str| mention[end].as_u64().expect("an offset") as usize;
        assert_eq!(text.get(at("start")..at("end")), mention["text"].as_str());
        seen += 1;
    }
    assert!(seen > 4, "{seen} mentions");
}

#[test]
fn several_files_become_several_files() {
    let folder = scratch("several");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    fs::write(folder.join("b.txt"), ARTICLE).expect("writable");
    let output = run_warta(&folder, &["extract", "a.txt", "b.txt", "-o", "out"], b"");
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.join("out/a.json").is_file() && folder.join("out/b.json").is_file());
}

#[test]
fn two_inputs_of_one_stem_are_refused_before_anything_is_written() {
    let folder = scratch("clash");
    for sub in ["x", "y"] {
        fs::create_dir(folder.join(sub)).expect("writable");
        fs::write(folder.join(sub).join("a.txt"), ARTICLE).expect("writable");
    }
    refuses(&folder, &["extract", "x/a.txt", "y/a.txt", "-o", "out"], b"", 2, "a");
}

#[test]
fn bad_text_gets_a_sentence() {
    let folder = scratch("bad");
    refuses(&folder, &["extract", "-"], b"", 1, "no text");
    refuses(&folder, &["extract", "-"], b" \n\t\r\n", 1, "no text");
    refuses(&folder, &["extract", "-"], b"Carney tiba \xff di Kyiv", 1, "byte 12");
    refuses(&folder, &["extract", "-"], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "not text");
    refuses(&folder, &["extract", "-"], b"https://example.org/berita", 1, "web address");
    let long = "kata ".repeat(1_100_000);
    refuses(&folder, &["extract", "-"], long.as_bytes(), 1, "limit");
}

#[test]
fn bad_files_get_a_sentence() {
    let folder = scratch("files");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    refuses(&folder, &["extract", "tidak-ada.txt"], b"", 1, "cannot be read");
    refuses(&folder, &["extract", "."], b"", 1, "cannot be read");
    refuses(&folder, &["extract", "a.txt", "-o", "tidak/ada/keluar.json"], b"", 1, "cannot be written");
    refuses(&folder, &["render", "a.txt", "-o", "tidak/ada/keluar.svg"], b"", 1, "cannot be written");
}

#[test]
fn a_wrong_command_line_is_told_from_a_wrong_input() {
    let folder = scratch("usage");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    for args in [
        &["baca", "a.txt"][..],
        &["extract", "--format", "xml", "a.txt"],
        &["extract", "--language", "fr", "a.txt"],
        &["render", "a.txt"],
        &["render", "a.txt", "-o", "keluar.jpg"],
        &["render", "a.txt", "-o", "keluar.png", "--scale", "900"],
    ] {
        refuses(&folder, args, b"", 2, "--help");
    }
    let date = run_warta(&folder, &["extract", "--published", "2025-02-30", "a.txt"], b"");
    assert!(!date.status.success() && said(&date).contains("2025-02-30"), "{}", said(&date));
}

#[test]
fn a_language_without_a_pack_is_read_as_far_as_it_goes() {
    let folder = scratch("foreign");
    let text = "Die Außenminister trafen sich am Montag in Berlin und sprachen lange über den Vertrag mit Norwegen.\n";
    let output = run_warta(&folder, &["extract", "-"], text.as_bytes());
    assert!(output.status.success(), "{}", said(&output));
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(
        read.to_string().contains("nknownLanguage") || read.to_string().contains("unknown_language"),
        "{read}"
    );
}

#[test]
fn a_picture_is_written_whole() {
    let folder = scratch("picture");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    for name in ["a.svg", "a.png"] {
        let output = run_warta(&folder, &["render", "a.txt", "-o", name], b"");
        assert!(output.status.success(), "{}", said(&output));
        let bytes = fs::read(folder.join(name)).expect("a picture");
        let whole = if name.ends_with("svg") {
            bytes.trim_ascii_end().ends_with(b"</svg>")
        } else {
            bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.ends_with(b"IEND\xaeB`\x82")
        };
        assert!(whole, "{name}");
    }
}
