//! `warta batch`: a file with an article a line in, a file with their annotations a line out.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, IsTerminal as _, Write};
use std::path::Path;
use std::time::{Duration, Instant};

use desk::wire::{Fault, WriteFailure};
use desk::{BadLine, LINE_LIMIT, Passed, Stopped, Tally, Whole};

use crate::args::Batch;
use crate::extract::shown;
use crate::faults::{Problem, Tongue, quoted, sentence};

/// Runs it; what was skipped is told by the code that it ends with.
pub(crate) fn run(task: &Batch) -> Result<Tally, Problem> {
    let refused = |subject: String| move |fault| Problem::Refused { subject, fault, tongue: task.tongue };
    let unreadable = || {
        refused(named(&task.input, task.tongue))(Fault::Unreadable { path: task.input.display().to_string() })
    };
    let (input, size): (Box<dyn BufRead + Send>, Option<u64>) = if is_standard(&task.input) {
        (Box::new(BufReader::new(io::stdin())), None)
    } else {
        let file = File::open(&task.input).map_err(|_| unreadable())?;
        let meta = file.metadata().map_err(|_| unreadable())?;
        if meta.is_dir() {
            return Err(unreadable());
        }
        (Box::new(BufReader::with_capacity(1 << 16, file)), meta.is_file().then_some(meta.len()))
    };
    let mut report = Report::new(task, size);
    let mut watch = |passed: &Passed<'_>| report.line(passed);
    let ended = if is_standard(&task.output) {
        let mut output = BufWriter::new(io::stdout().lock());
        match desk::batch(input, &mut output, task.jobs, &mut watch) {
            // A reader that closes early (`| head`) is no failure.
            Err(Stopped::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Tally::default()),
            Err(Stopped::Output(_)) => {
                let path = "standard output".to_owned();
                Err(refused("output".to_owned())(Fault::Unwritable { path, reason: WriteFailure::Failed }))
            }
            Err(Stopped::Input(_)) => Err(unreadable()),
            Ok(tally) => Ok(tally),
        }
    } else {
        let output = || "output".to_owned();
        let mut whole = Whole::create(&task.output).map_err(refused(output()))?;
        match desk::batch(input, &mut whole, task.jobs, &mut watch) {
            Err(Stopped::Output(error)) => Err(refused(output())(whole.fault(&error))),
            Err(Stopped::Input(_)) => Err(unreadable()),
            Ok(tally) => whole.finish().map(|_| tally).map_err(refused(output())),
        }
    };
    report.end(ended.as_ref().ok());
    ended
}

fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

fn named(input: &Path, tongue: Tongue) -> String {
    if is_standard(input) && tongue == Tongue::Indonesian {
        "masukan standar".to_owned()
    } else {
        shown(input)
    }
}

/// What is said on standard error: bad lines always, progress to a terminal only.
struct Report {
    input: String,
    tongue: Tongue,
    progress: bool,
    /// Bytes of the input, where it is a file.
    size: Option<u64>,
    start: Instant,
    shown: Option<Instant>,
    skipped: u64,
}

impl Report {
    fn new(task: &Batch, size: Option<u64>) -> Self {
        Self {
            input: named(&task.input, task.tongue),
            tongue: task.tongue,
            progress: io::stderr().is_terminal(),
            size,
            start: Instant::now(),
            shown: None,
            skipped: 0,
        }
    }

    fn line(&mut self, passed: &Passed<'_>) {
        if let Some(bad) = passed.skipped {
            self.skipped += 1;
            self.clear();
            let sentence = Sentence { bad, tongue: self.tongue };
            let line = match self.tongue {
                Tongue::Indonesian => "baris",
                Tongue::English => "line",
            };
            say(format_args!("warta: {}: {line} {}: {sentence}\n", self.input, passed.line));
        }
        if self.progress && self.shown.is_none_or(|last| last.elapsed() >= Duration::from_millis(200)) {
            self.shown = Some(Instant::now());
            self.progress(passed);
        }
    }

    fn progress(&self, passed: &Passed<'_>) {
        let speed = passed.line as f64 / self.start.elapsed().as_secs_f64().max(0.001);
        let part = self
            .size
            .filter(|size| *size > 0)
            .map(|size| format!(" ({}%)", passed.bytes * 100 / size))
            .unwrap_or_default();
        let (line, skipped) = (passed.line, self.skipped);
        match self.tongue {
            Tongue::Indonesian => say(format_args!(
                "\r\u{1b}[K{line} baris{part}, {skipped} dilewati, {speed:.0} baris per detik"
            )),
            Tongue::English => {
                say(format_args!(
                    "\r\u{1b}[K{line} lines{part}, {skipped} skipped, {speed:.0} lines a second"
                ));
            }
        }
    }

    /// Takes the progress off the terminal.
    fn clear(&mut self) {
        if self.shown.take().is_some() {
            say(format_args!("\r\u{1b}[K"));
        }
    }

    fn end(&mut self, tally: Option<&Tally>) {
        self.clear();
        let Some(Tally { articles, skipped }) = tally else { return };
        if *skipped > 0 || self.progress {
            match self.tongue {
                Tongue::Indonesian => {
                    say(format_args!("warta: {articles} artikel ditulis, {skipped} baris dilewati\n"));
                }
                Tongue::English => {
                    say(format_args!("warta: {articles} articles written, {skipped} lines skipped\n"));
                }
            }
        }
    }
}

/// Standard error may be closed; then nobody listens.
fn say(text: fmt::Arguments<'_>) {
    let _ = io::stderr().write_fmt(text);
}

/// Why a line was skipped, for a terminal.
struct Sentence<'a> {
    bad: &'a BadLine,
    tongue: Tongue,
}

impl fmt::Display for Sentence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.tongue {
            Tongue::Indonesian => self.indonesian(f),
            Tongue::English => self.english(f),
        }
    }
}

impl Sentence<'_> {
    fn english(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bad {
            BadLine::TooLong => {
                write!(f, "it is longer than {} MB; give one article a line", LINE_LIMIT >> 20)
            }
            BadLine::NotJson { column } => {
                write!(f, "it is not JSON (from byte {column} on); write one object a line")
            }
            BadLine::NotAnObject => {
                write!(f, "it is no JSON object; write {{\"id\": \"...\", \"text\": \"...\"}}")
            }
            BadLine::Missing { field } => write!(f, "\"{field}\" is missing"),
            BadLine::NotAString { field } => write!(f, "\"{field}\" is not a string"),
            BadLine::BadLanguage { text } => {
                write!(f, "\"language\" takes \"id\", \"en\" or \"auto\", not {}", quoted(text))
            }
            BadLine::Fault(fault) => sentence(fault, self.tongue, f),
            _ => write!(f, "it could not be read by a mistake of Wartagraf; please report it"),
        }
    }

    fn indonesian(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bad {
            BadLine::TooLong => {
                write!(f, "lebih panjang dari {} MB; tulis satu artikel per baris", LINE_LIMIT >> 20)
            }
            BadLine::NotJson { column } => {
                write!(f, "bukan JSON (mulai bita {column}); tulis satu objek per baris")
            }
            BadLine::NotAnObject => {
                write!(f, "bukan objek JSON; tulis {{\"id\": \"...\", \"text\": \"...\"}}")
            }
            BadLine::Missing { field } => write!(f, "\"{field}\" tidak ada"),
            BadLine::NotAString { field } => write!(f, "\"{field}\" bukan untaian teks"),
            BadLine::BadLanguage { text } => {
                write!(f, "\"language\" berisi \"id\", \"en\", atau \"auto\", bukan {}", quoted(text))
            }
            BadLine::Fault(fault) => sentence(fault, self.tongue, f),
            _ => write!(f, "tidak terbaca karena kesalahan Wartagraf; mohon laporkan"),
        }
    }
}
