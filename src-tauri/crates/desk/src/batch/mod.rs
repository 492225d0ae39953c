//! Many articles, one a line: JSON Lines in, one annotations object a line out, in order and at any number of threads.
//!
//! Memory is bounded: reading runs ahead of writing by a few lines for each thread, whatever the size of the input.

mod gate;
mod line;

use std::collections::BTreeMap;
use std::io::{self, BufRead, Read as _, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use extract::{Options, extract};

use gate::Gate;
pub use line::{BadLine, LINE_LIMIT};

/// Lines for each thread that reading may be ahead of writing: long articles stand beside short ones.
const AHEAD: usize = 8;
/// And bytes of lines.
const AHEAD_BYTES: usize = 32 * 1024 * 1024;
/// As much as a main thread has.
const STACK: usize = 8 * 1024 * 1024;

/// What became of a line, in the order of the lines.
#[derive(Debug)]
pub struct Passed<'a> {
    /// The line's number, from 1.
    pub line: u64,
    /// Bytes of input up to its end.
    pub bytes: u64,
    /// Why it was skipped.
    pub skipped: Option<&'a BadLine>,
}

/// How a batch ended.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles written.
    pub articles: u64,
    /// Lines skipped. Blank lines are not counted.
    pub skipped: u64,
}

/// Why a batch stopped before its end.
#[derive(Debug)]
pub enum Stopped {
    /// The input could not be read on.
    Input(io::Error),
    /// The output could not be written on.
    Output(io::Error),
}

/// Reads every line and writes what its article says. `watch` hears of every line.
///
/// # Errors
/// [`Stopped`]; a bad line is none, it is skipped and told to `watch`.
pub fn batch(
    input: impl BufRead + Send + 'static,
    output: &mut impl Write,
    jobs: usize,
    watch: &mut impl FnMut(&Passed<'_>),
) -> Result<Tally, Stopped> {
    let jobs = jobs.max(1);
    let gate = Arc::new(Gate::new(jobs * AHEAD, AHEAD_BYTES));
    let (to_work, work) = channel::<Job>();
    let (to_end, done) = channel::<Message>();
    let work = Arc::new(Mutex::new(work));
    for _ in 0..jobs {
        let (work, to_end) = (Arc::clone(&work), to_end.clone());
        let worker = move || worker(&work, &to_end);
        thread::Builder::new().stack_size(STACK).spawn(worker).map_err(Stopped::Input)?;
    }
    let reader = {
        let gate = Arc::clone(&gate);
        move || {
            if let Err(error) = lines(input, &gate, &to_work) {
                let _ = to_end.send(Message::Unreadable(error));
            }
        }
    };
    thread::Builder::new().spawn(reader).map_err(Stopped::Input)?;
    let outcome = write_in_order(&done, &gate, output, watch);
    // Whoever still waits is let go. Nobody waits for a reader whose input never ends.
    gate.close();
    outcome
}

/// A line to read.
struct Job {
    number: u64,
    /// Bytes of input up to its end.
    until: u64,
    /// None: it was too long to keep.
    line: Option<Vec<u8>>,
}

/// A line that was read.
struct Answer {
    number: u64,
    until: u64,
    /// What it weighs at the gate.
    weight: usize,
    /// None: a blank line.
    outcome: Option<Result<String, BadLine>>,
}

enum Message {
    Line(Answer),
    Unreadable(io::Error),
}

/// Sends the lines out as they come, as far ahead as the gate allows.
fn lines(mut input: impl BufRead, gate: &Gate, to_work: &Sender<Job>) -> io::Result<()> {
    let (mut number, mut until) = (0, 0);
    loop {
        let mut line = Vec::new();
        // One byte more than the limit, and the line feed.
        let read = (&mut input).take(LINE_LIMIT as u64 + 2).read_until(b'\n', &mut line)?;
        if read == 0 {
            return Ok(());
        }
        number += 1;
        until += read as u64;
        if line.last() == Some(&b'\n') {
            line.pop();
        }
        let line = if line.len() > LINE_LIMIT {
            until += skip_line(&mut input)?;
            None
        } else {
            Some(line)
        };
        if !gate.enter(line.as_ref().map_or(0, Vec::len))
            || to_work.send(Job { number, until, line }).is_err()
        {
            return Ok(());
        }
    }
}

/// Throws away the rest of a line, a buffer at a time.
fn skip_line(input: &mut impl BufRead) -> io::Result<u64> {
    let mut skipped = 0;
    loop {
        let buffer = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            other => other?,
        };
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let used = end.map_or(buffer.len(), |at| at + 1);
        input.consume(used);
        skipped += used as u64;
        if end.is_some() || used == 0 {
            return Ok(skipped);
        }
    }
}

fn worker(work: &Mutex<Receiver<Job>>, to_end: &Sender<Message>) {
    loop {
        // The lock is held while waiting for a job, and let go before the job is done.
        let job = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(Job { number, until, line }) = job else { return };
        let weight = line.as_ref().map_or(0, Vec::len);
        let outcome = match line {
            None => Some(Err(BadLine::TooLong)),
            Some(line) if line.trim_ascii().is_empty() => None,
            // One article that we cannot read must not take the others with it.
            Some(line) => {
                Some(catch_unwind(AssertUnwindSafe(|| answer(&line))).unwrap_or(Err(BadLine::Broken)))
            }
        };
        if to_end.send(Message::Line(Answer { number, until, weight, outcome })).is_err() {
            return;
        }
    }
}

fn answer(line: &[u8]) -> Result<String, BadLine> {
    let article = line::article(line)?;
    let options = Options { language: article.language, published: article.published, source: None };
    Ok(formats::annotations_line(&extract(&article.text, &options), &article.id))
}

fn write_in_order(
    done: &Receiver<Message>,
    gate: &Gate,
    output: &mut impl Write,
    watch: &mut impl FnMut(&Passed<'_>),
) -> Result<Tally, Stopped> {
    let mut tally = Tally::default();
    let mut early = BTreeMap::new();
    let mut next = 1;
    loop {
        // What is written is on its way before anyone waits: a reader at the other end of a pipe sees it at once.
        let message = if let Ok(message) = done.try_recv() {
            message
        } else {
            output.flush().map_err(Stopped::Output)?;
            let Ok(message) = done.recv() else { return Ok(tally) };
            message
        };
        match message {
            Message::Unreadable(error) => return Err(Stopped::Input(error)),
            Message::Line(answer) => early.insert(answer.number, answer),
        };
        while let Some(answer) = early.remove(&next) {
            next += 1;
            match &answer.outcome {
                Some(Ok(text)) => {
                    output.write_all(text.as_bytes()).map_err(Stopped::Output)?;
                    tally.articles += 1;
                }
                Some(Err(_)) => tally.skipped += 1,
                None => {}
            }
            gate.leave(answer.weight);
            let skipped = answer.outcome.as_ref().and_then(|outcome| outcome.as_ref().err());
            watch(&Passed { line: answer.number, bytes: answer.until, skipped });
        }
    }
}

#[cfg(test)]
mod tests;
