//! `warta batch` as its users meet it: order, bad lines, whole files, codes, and memory that does not grow.

use std::fmt::Write as _;
use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};
use wartagraf_tests::{run_warta, scratch, warta};

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Articles that differ, some long and some short, so that threads end them out of order.
fn articles(count: usize) -> String {
    let mut out = String::new();
    for number in 1..=count {
        let text = if number % 3 == 0 {
            format!("Ferry {number} reached Lisbon. Norway condemned Russia on Monday. ")
                .repeat(1 + number % 7)
        } else {
            format!("Kapal {number} tiba di Lisbon. Norwegia mengecam Rusia pada hari Senin. ")
                .repeat(1 + number % 5)
        };
        let line = json!({"id": format!("a{number}"), "text": text, "published": "2025-03-04"});
        let _ = writeln!(out, "{line}");
    }
    out
}

fn ids(out: &[u8]) -> Vec<String> {
    String::from_utf8_lossy(out)
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).expect("a JSON object a line"))
        .map(|object| object["id"].as_str().expect("an id").to_owned())
        .collect()
}

#[test]
fn an_article_a_line_becomes_annotations_a_line_in_the_same_order() {
    let folder = scratch("batch-order");
    fs::write(folder.join("in.jsonl"), articles(60)).expect("writable");
    let output = run_warta(&folder, &["batch", "--input", "in.jsonl", "--output", "out.jsonl"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(output.stdout.is_empty() && output.stderr.is_empty(), "no progress without a terminal");
    let out = fs::read(folder.join("out.jsonl")).expect("an output");
    assert_eq!(ids(&out), (1..=60).map(|number| format!("a{number}")).collect::<Vec<_>>());
    assert!(out.ends_with(b"\n"));
}

#[test]
fn a_line_says_what_extract_says_of_its_text() {
    let folder = scratch("batch-same");
    let text =
        "Menteri Perikanan Norwegia Sigrid Halvorsen bertemu dengan Duarte Figueira di Lisbon pada Selasa.";
    fs::write(folder.join("one.txt"), text).expect("writable");
    let args = ["extract", "--format", "annotations", "--published", "2025-03-05", "one.txt"];
    let alone: Value = serde_json::from_slice(&run_warta(&folder, &args, b"").stdout).expect("JSON");
    let line = json!({"id": "one", "text": text, "published": "2025-03-05"}).to_string();
    let output = run_warta(&folder, &["batch"], line.as_bytes());
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(read, alone);
}

#[test]
fn the_bytes_are_the_same_at_any_number_of_jobs() {
    let folder = scratch("batch-jobs");
    let input = articles(40) + "broken\n" + &articles(10);
    let run = |jobs: &str| run_warta(&folder, &["batch", "--jobs", jobs], input.as_bytes());
    let one = run("1");
    assert!(!one.stdout.is_empty());
    for jobs in ["2", "3", "16"] {
        let many = run(jobs);
        assert_eq!(one.stdout, many.stdout, "{jobs} jobs");
        assert_eq!(one.stderr, many.stderr, "{jobs} jobs");
    }
}

#[test]
fn bad_lines_are_told_by_number_and_skipped() {
    let folder = scratch("batch-bad");
    let mut input = Vec::new();
    input.extend_from_slice(b"{\"id\":\"good\",\"text\":\"Norwegia mengecam Rusia.\"}\n"); // 1
    input.extend_from_slice(b"id;text\n"); // 2
    input.extend_from_slice(b"\n"); // 3: blank, no error
    input.extend_from_slice(b"{\"id\":\"x\"}\n"); // 4
    input.extend_from_slice(b"{\"text\":\"Norwegia mengecam Rusia.\"}\n"); // 5
    input.extend_from_slice(b"{\"id\":\"x\",\"text\":\"tiba \xff\"}\n"); // 6
    input.extend_from_slice(b"{\"id\":\"x\",\"text\":\"T.\",\"published\":\"2025-02-30\"}\n"); // 7
    input.extend_from_slice(b"{\"id\":\"x\",\"text\":\"T.\",\"language\":\"fr\"}\n"); // 8
    input.extend_from_slice(b"{\"id\":\"x\",\"text\":\" \"}\n"); // 9
    input.extend_from_slice(b"{\"id\":\"x\",\"text\":\"https://example.org/a\"}\n"); // 10
    input.extend_from_slice(b"{\"id\":\"x\",\"text\":\"a\\u0000b\"}\n"); // 11
    input.extend_from_slice(b"[]\n"); // 12
    input.extend_from_slice(b"{\"id\":\"x\",\"text\":7}\n"); // 13
    let long = format!("{{\"id\":\"x\",\"text\":\"{}\"}}\n", "kata ".repeat(1_100_000));
    input.extend_from_slice(long.as_bytes()); // 14
    input.extend_from_slice(b"{\"id\":\"last\",\"text\":\"Rusia mengecam Norwegia.\"}"); // 15, no line feed
    for (interface, words) in [
        (
            "en",
            [
                "not JSON",
                "\"text\" is missing",
                "\"id\" is missing",
                "byte 23",
                "\"2025-02-30\" is no date",
                "not \"fr\"",
                "no text",
                "web address",
                "not text",
                "no JSON object",
                "\"text\" is not a string",
                "over the limit",
            ],
        ),
        (
            "id",
            [
                "bukan JSON",
                "\"text\" tidak ada",
                "\"id\" tidak ada",
                "bita 23",
                "\"2025-02-30\" bukan tanggal",
                "bukan \"fr\"",
                "tidak ada teks",
                "alamat web",
                "bukan teks",
                "bukan objek JSON",
                "\"text\" bukan untaian",
                "melebihi batas",
            ],
        ),
    ] {
        let output = run_warta(&folder, &["batch", "--interface", interface], &input);
        assert_eq!(output.status.code(), Some(3), "{}", said(&output));
        assert_eq!(ids(&output.stdout), ["good", "last"]);
        let said = said(&output);
        let lines: Vec<&str> = said.lines().collect();
        let line = if interface == "en" { "line" } else { "baris" };
        for ((number, words), told) in [2, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].iter().zip(words).zip(&lines)
        {
            assert!(told.contains(&format!("{line} {number}: ")) && told.contains(words), "{number}: {told}");
        }
        assert_eq!(lines.len(), 13, "one sentence a line and a sum at the end: {said}");
        assert!(lines[12].contains("12"), "{said}");
        assert!(!said.contains('\u{1b}'), "no progress without a terminal");
    }
}

#[test]
fn the_output_is_whole_or_not_there() {
    let folder = scratch("batch-whole");
    fs::write(folder.join("in.jsonl"), articles(3)).expect("writable");
    fs::write(folder.join("out.jsonl"), "what stood here\n").expect("writable");
    fs::create_dir(folder.join("folder")).expect("writable");
    let list = || {
        let entries = fs::read_dir(&folder).expect("a folder");
        let mut names: Vec<_> = entries.flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    let before = list();
    for (args, code, words) in [
        (
            &["batch", "--input", "none.jsonl", "--output", "out.jsonl"][..],
            1,
            "none.jsonl: it cannot be read",
        ),
        (&["batch", "--input", "folder", "--output", "out.jsonl"], 1, "folder: it cannot be read"),
        (&["batch", "--input", "in.jsonl", "--output", "no/where.jsonl"], 1, "the folder does not exist"),
        (&["batch", "--input", "in.jsonl", "--output", "folder"], 1, "it is a folder"),
        (&["batch", "--input", "none.jsonl", "--interface", "id"], 1, "tidak dapat dibaca"),
        (&["batch", "--input", "in.jsonl", "--jobs", "0"], 2, "--jobs"),
        (&["batch", "--input", "in.jsonl", "--jobs", "many"], 2, "--jobs"),
        (&["batch", "in.jsonl"], 2, "--help"),
    ] {
        let output = run_warta(&folder, args, b"");
        assert_eq!(output.status.code(), Some(code), "{args:?}: {}", said(&output));
        assert!(said(&output).contains(words), "{args:?}: {}", said(&output));
        assert!(output.stdout.is_empty(), "{args:?}");
        assert_eq!(list(), before, "{args:?} leaves something behind");
    }
    let kept = fs::read_to_string(folder.join("out.jsonl")).expect("it is still there");
    assert_eq!(kept, "what stood here\n");
    // Over itself: it is read to the end before it is replaced.
    let output = run_warta(&folder, &["batch", "--input", "in.jsonl", "--output", "in.jsonl"], b"");
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert_eq!(ids(&fs::read(folder.join("in.jsonl")).expect("there")), ["a1", "a2", "a3"]);
    assert_eq!(list(), before);
}

#[test]
fn an_answer_comes_as_soon_as_its_line_is_read() {
    let mut child = Command::new(warta())
        .arg("batch")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("warta starts");
    let (mut ask, answers) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let mut answers = BufReader::new(answers);
    for line in articles(3).lines() {
        // The pipe stays open: a batch that waits for its end would never answer.
        writeln!(ask, "{line}").and_then(|()| ask.flush()).expect("it listens");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("it answers");
        assert!(answer.ends_with("}\n"), "{answer}");
    }
    drop(ask);
    assert!(child.wait().expect("warta ends").success());
}

/// The largest memory that a running program has had, in KB; only where the system says so.
fn peak(id: u32) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn memory_does_not_grow_with_the_file() {
    let mut child = Command::new(warta())
        .args(["batch", "--jobs", "2"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("warta starts");
    let (mut ask, answers) = (child.stdin.take().expect("a pipe"), child.stdout.take().expect("a pipe"));
    let mut answers = BufReader::new(answers);
    let mut round = |count: usize| {
        let input = articles(count);
        std::thread::scope(|scope| {
            scope.spawn(|| ask.write_all(input.as_bytes()).expect("it listens"));
            let mut answer = String::new();
            for _ in 0..count {
                answer.clear();
                answers.read_line(&mut answer).expect("it answers");
            }
        });
        peak(child.id())
    };
    let (first, last) = (round(500), round(3_000));
    drop(ask);
    assert!(child.wait().expect("warta ends").success());
    let (Some(first), Some(last)) = (first, last) else {
        println!("skipped: this system does not tell how much memory a program has had");
        return;
    };
    // Six times the lines come to some thousand KB of answers, which nothing may keep.
    assert!(last <= first + 4 * 1024, "{first} KB after 500 lines, {last} KB after 3500");
    assert!(last <= 150 * 1024, "{last} KB");
}
