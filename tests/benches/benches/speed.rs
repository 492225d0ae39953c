//! How fast and how large the reading is, against what was promised; one core, release.
//!
//! A plain program, so that it can measure other programs too: `warta` from its start to its answer, its memory over a
//! long batch, and, where it is installed, another pipeline on the same texts. Times of the reading are CPU time of this
//! thread: the machine may be busy.
//! Every copy of a text carries a number of its own, so that nothing can be remembered.

use std::fmt::Write as _;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};
use std::time::{Duration, Instant};

use desk::{Options, extract};
use wartagraf_benches::{Row, clock, median, told};

/// Articles of our own: they are invented, and part of the repository.
const INDONESIAN: [&str; 2] =
    [include_str!("../../articles/selat-id.txt"), include_str!("../../../src-tauri/sample/own-id.txt")];
const ENGLISH: [&str; 1] = [include_str!("../../articles/dam-en.txt")];

/// Copies of each article for the throughput.
const COPIES: usize = 120;

fn main() -> ExitCode {
    // `cargo test --benches` only asks whether it runs.
    if std::env::args().any(|arg| arg == "--test") {
        return ExitCode::SUCCESS;
    }
    let mut rows = Vec::new();
    let english = copies(&ENGLISH);
    let ours = throughput(&mut rows, "Indonesian", &copies(&INDONESIAN));
    println!("{ours} sentences of Indonesian read");
    let sentences = throughput(&mut rows, "English", &english);
    words_to_graph(&mut rows);
    match program() {
        Some(warta) => {
            first_answer(&mut rows, &warta);
            memory(&mut rows, &warta);
        }
        None => println!("warta is not built in release: its start and its memory are not measured"),
    }
    peer(&mut rows, &english, sentences);
    if told(&rows) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Many copies, each with numbers of its own at its head and at its end.
fn copies(articles: &[&str]) -> Vec<String> {
    (0..COPIES)
        .flat_map(|copy| articles.iter().map(move |text| format!("{copy}/{COPIES}\n\n{text}\n\nNo. {copy}.")))
        .collect()
}

/// Sentences and words a second through the whole pipeline; answers how many sentences there were.
fn throughput(rows: &mut Vec<Row>, language: &str, texts: &[String]) -> usize {
    // The first reading of all opens the tables: it is measured by the start of `warta`, not here.
    extract(&texts[0], &Options::default());
    let start = clock();
    let sentences: usize = texts.iter().map(|text| extract(text, &Options::default()).sentences.len()).sum();
    let seconds = clock() - start;
    let words: usize = texts.iter().map(|text| text.split_whitespace().count()).sum();
    rows.push(
        Row::new(format!("{language}, text to reading"), sentences as f64 / seconds, "sentences a second")
            .at_least(500.0),
    );
    rows.push(Row::new(format!("{language}, text to reading"), words as f64 / seconds, "words a second"));
    sentences
}

/// An article of 600 words, from text to graph.
fn words_to_graph(rows: &mut Vec<Row>) {
    let source: Vec<&str> =
        INDONESIAN.iter().flat_map(|text| text.split_inclusive(char::is_whitespace)).collect();
    let mut times = Vec::new();
    for copy in 0..50 {
        let mut article = format!("Catatan {copy}\n\n");
        article.extend(source.iter().cycle().take(598).copied());
        let start = clock();
        let reading = extract(&article, &Options::default());
        let graph = graph::Graph::assemble(&reading);
        assert!(graph.nodes().count() > 5);
        times.push((clock() - start) * 1e3);
    }
    rows.push(Row::new("600 words to graph, median", median(&mut times), "ms").at_most(30.0));
}

/// `warta` beside this program's folder, as `cargo xtask bench` has built it.
fn program() -> Option<PathBuf> {
    let name = format!("warta{}", std::env::consts::EXE_SUFFIX);
    let here = std::env::current_exe().ok()?;
    here.ancestors().skip(1).map(|folder| folder.join(&name)).find(|path| path.is_file())
}

/// Wall time, as a person at a terminal has it; the quickest, since other programs only ever add to it.
fn first_answer(rows: &mut Vec<Row>, warta: &Path) {
    for (language, text) in [("Indonesian", INDONESIAN[0]), ("English", ENGLISH[0])] {
        let mut times = Vec::new();
        for copy in 0..20 {
            let text = format!("{copy}\n\n{text}");
            let start = Instant::now();
            let mut child = Command::new(warta)
                .args(["extract", "-"])
                .stdin(Stdio::piped())
                .stdout(Stdio::piped())
                .spawn()
                .expect("warta starts");
            child.stdin.take().expect("a pipe").write_all(text.as_bytes()).expect("it listens");
            let mut answer = String::new();
            BufReader::new(child.stdout.take().expect("a pipe")).read_line(&mut answer).expect("it answers");
            times.push(start.elapsed().as_secs_f64() * 1e3);
            child.wait().expect("it ends");
        }
        let name = format!("{language}, start of warta to its answer, quickest of 20");
        rows.push(Row::new(name, times.iter().copied().fold(f64::INFINITY, f64::min), "ms").at_most(150.0));
    }
}

/// The peak over a batch of 20,000 lines, and how little of it is due to their number.
fn memory(rows: &mut Vec<Row>, warta: &Path) {
    const LINES: usize = 20_000;
    let peak = |lines: usize| -> Option<f64> {
        let mut child = Command::new(warta)
            .args(["batch", "--jobs", "2"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .ok()?;
        let (mut ask, answers) = (child.stdin.take()?, child.stdout.take()?);
        let mut answers = BufReader::new(answers);
        std::thread::scope(|scope| {
            scope.spawn(move || {
                let mut line = String::new();
                for number in 0..lines {
                    let text = if number % 2 == 0 { INDONESIAN[number / 2 % 2] } else { ENGLISH[0] };
                    line.clear();
                    let _ = write!(line, "{{\"id\":{number},\"text\":\"{number} ");
                    for c in text.chars() {
                        match c {
                            '"' => line.push_str("\\\""),
                            c if c.is_control() => line.push_str("\\n"),
                            c => line.push(c),
                        }
                    }
                    line.push_str("\"}\n");
                    if ask.write_all(line.as_bytes()).is_err() {
                        return;
                    }
                }
                // Its end stays open for as long as the last answer is out: the memory of an ended program is not told.
                std::thread::sleep(Duration::from_millis(500));
            });
            let (mut answer, mut peak) = (String::new(), None);
            for number in 0..lines {
                answer.clear();
                answers.read_line(&mut answer).ok()?;
                if number + 1 == lines {
                    peak = high_water(child.id());
                }
            }
            peak
        })
        .inspect(|_| {
            let _ = child.wait();
        })
    };
    let start = Instant::now();
    let few = peak(1_000);
    let many = peak(LINES);
    println!("two batches, {:.0} s", start.elapsed().as_secs_f64());
    let (Some(few), Some(many)) = (few, many) else {
        println!("this system does not tell how much memory a program has had");
        return;
    };
    rows.push(Row::new("batch of 20,000 lines, 2 jobs, peak memory", many, "MB").at_most(150.0));
    rows.push(Row::new("  more than a batch of 1,000 lines", many - few, "MB").at_most(10.0));
}

/// The largest memory a running program has had, in MB.
fn high_water(id: u32) -> Option<f64> {
    let status = std::fs::read_to_string(format!("/proc/{id}/status")).ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kb| kb / 1024.0)
}

/// The small English pipeline of spaCy on the same texts, one thread, CPU time. Its sentences are not ours, so both are
/// told by ours.
fn peer(rows: &mut Vec<Row>, texts: &[String], sentences: usize) {
    let Some(python) = std::env::var_os("WARTAGRAF_PEER_PYTHON") else {
        println!("no peer: WARTAGRAF_PEER_PYTHON names no Python that has spaCy and its small English model");
        return;
    };
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peer.py");
    let child = Command::new(python)
        .arg(script)
        .envs(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"].map(|name| (name, "1")))
        // A kernel forced for older builds would slow this one down.
        .env_remove("OPENBLAS_CORETYPE")
        .env_remove("OPENBLAS_L2_SIZE")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn();
    let Ok(mut child) = child else { return println!("no peer: that Python does not start") };
    // Texts apart by a character that none of them has.
    let written = child.stdin.take().expect("a pipe").write_all(texts.join("\u{1f}").as_bytes());
    let output = child.wait_with_output().expect("it ends");
    let told = String::from_utf8_lossy(&output.stdout);
    let Some((seconds, pipeline)) = told.trim().split_once(' ').filter(|_| written.is_ok()) else {
        return println!("no peer: it said nothing");
    };
    let seconds: f64 = seconds.parse().expect("seconds of CPU time");
    rows.push(Row::new(format!("English, {pipeline}"), sentences as f64 / seconds, "sentences a second"));
}
