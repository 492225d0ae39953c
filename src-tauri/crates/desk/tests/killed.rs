//! A desk whose process is killed (SIGKILL) at any moment: every edit that it had answered is there again, and nothing is
//! half there.

#[allow(dead_code)]
mod shared;

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use desk::Desk;
use desk::wire::{CheckMark, Command, Snapshot};
use shared::{Dice, OWN, bytes, folder, same};

/// Where the process that is to be killed keeps its edits; it is this test's own program, started again.
const FOLDER: &str = "WARTAGRAF_KILLED_FOLDER";
/// How often it is killed.
const KILLS: usize = 12;

fn opened(folder: &Path) -> (Desk, Snapshot) {
    let mut desk = Desk::new();
    desk.keep_in(folder.join("app"));
    let snapshot = desk.open_file(&folder.join("berita.txt"), OWN.as_bytes()).unwrap();
    (desk, snapshot)
}

/// The edit with this number: the same in every process, and always possible.
fn edit(step: usize, start: &Snapshot) -> Command {
    let mut dice = Dice(step as u64);
    dice.roll(2);
    let node = dice.one(&start.entities).id.clone();
    match dice.roll(5) {
        0 => Command::Rename { node, name: format!("nama {step}") },
        1 => Command::Annotate {
            thing: node,
            text: Some(format!("catatan {step} {}", "panjang ".repeat(200))),
        },
        2 => Command::SetOffice { node, office: Some(format!("jabatan {step}")) },
        3 => Command::AddAlias { node, alias: format!("alias {step}") },
        _ => Command::SetMark { thing: node, mark: Some(CheckMark::Doubtful) },
    }
}

#[test]
#[ignore = "not a test: it edits until the test below kills it"]
fn edits_until_it_is_killed() {
    let Some(folder) = std::env::var_os(FOLDER).map(PathBuf::from) else { return };
    let (mut desk, shown) = opened(&folder);
    let mut step = shown.history.at as usize;
    eprintln!("{step}");
    loop {
        let after = desk.perform(edit(step, &shown)).unwrap();
        step += 1;
        assert_eq!(after.history.at as usize, step);
        assert!(after.history.trouble.is_none());
        // The answer has been given.
        eprintln!("{step}");
    }
}

/// Starts the process, kills it a while after it has answered so many edits, and tells how many it has answered.
fn killed_after(edits: usize, while_: Duration, folder: &Path) -> usize {
    let mut child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "edits_until_it_is_killed", "--ignored", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    let mut told = None;
    for _ in 0..=edits {
        let line = lines.next().expect("it edits for ever").unwrap();
        told = Some(line.parse::<usize>().unwrap_or_else(|_| panic!("it said: {line}")));
    }
    std::thread::sleep(while_);
    child.kill().unwrap();
    child.wait().unwrap();
    // What it had said before it died, and nobody had heard yet; a line cut short was never said.
    for line in lines.map_while(Result::ok) {
        told = line.parse().ok().filter(|step| told.is_none_or(|told| *step == told + 1)).or(told);
    }
    told.unwrap()
}

#[test]
fn edits_that_were_answered_survive_a_kill_at_any_moment() {
    let folder = folder("killed");
    let log = folder.join("berita.txt.wartagraf.jsonl");
    let mut fresh = Desk::new();
    let start = fresh.open_text(OWN, None).unwrap();
    let mut dice = Dice(9);
    let mut done = 0;
    for kill in 0..KILLS {
        let told = killed_after(dice.roll(7), Duration::from_micros(dice.roll(20_000) as u64), &folder);
        let (_, again) = opened(&folder);
        assert!(again.history.trouble.is_none(), "kill {kill}: {:?}", again.history.trouble);
        let there = again.history.at as usize;
        // The last edit may be on disk with its answer never given.
        assert!(
            there == told || there == told + 1,
            "kill {kill}: {told} edits were answered, {there} are there"
        );
        for step in std::mem::replace(&mut done, there)..there {
            fresh.perform(edit(step, &start)).unwrap();
        }
        same(&without_source(&again), &without_source(&fresh.show("id", (704.0, 625.0)).unwrap()));
        let text = std::fs::read_to_string(&log).unwrap_or_default();
        assert!(text.is_empty() && there == 0 || text.ends_with('\n') && text.lines().count() == there + 1);
    }
    assert!(done > KILLS, "it was killed before it had done anything");
    let aside = std::fs::read_dir(&folder).unwrap().filter_map(Result::ok).map(|one| one.file_name());
    assert!(aside.into_iter().all(|name| !name.to_string_lossy().contains("damaged")));
    std::fs::remove_dir_all(&folder).unwrap();
}

/// Everything but where the article came from: one was pasted.
fn without_source(snapshot: &Snapshot) -> String {
    let mut value: serde_json::Value = serde_json::from_str(&bytes(snapshot)).unwrap();
    value["article"]["source"] = serde_json::Value::Null;
    value.to_string()
}
