//! What a batch promises: numbers, order, a bounded window, an end.

use std::io::{BufReader, Read};
use std::sync::atomic::{AtomicUsize, Ordering};

use super::*;

const ARTICLE: &str = r#"{"id":"a","text":"Perdana Menteri Duarte Figueira tiba di Lisbon."}"#;

fn run(input: &'static [u8], jobs: usize) -> (String, Vec<(u64, BadLine)>, Tally) {
    let (mut out, mut bad) = (Vec::new(), Vec::new());
    let tally = batch(input, &mut out, jobs, &mut |passed: &Passed<'_>| {
        bad.extend(passed.skipped.map(|why| (passed.line, why.clone())));
    });
    (String::from_utf8(out).expect("UTF-8"), bad, tally.expect("memory does not fail"))
}

#[test]
fn bad_and_blank_lines_keep_their_numbers() {
    let (out, bad, tally) = run(b"\n{\"id\":1,\"text\":\"Kapal itu tiba.\"}\r\n \nno\n[]", 3);
    assert_eq!(out.lines().count(), 1);
    assert_eq!(bad, [(4, BadLine::NotJson { column: 2 }), (5, BadLine::NotAnObject)]);
    assert_eq!(tally, Tally { articles: 1, skipped: 2 });
}

#[test]
fn nothing_in_is_nothing_out() {
    assert_eq!(run(b"", 2), (String::new(), Vec::new(), Tally::default()));
}

#[test]
fn a_line_over_the_limit_is_skipped_without_being_kept() {
    let endless = std::io::repeat(b'x').take(LINE_LIMIT as u64 * 2);
    let input = BufReader::new(endless.chain(b"\n".as_slice()).chain(ARTICLE.as_bytes()));
    let (mut out, mut bad) = (Vec::new(), Vec::new());
    let tally = batch(input, &mut out, 1, &mut |passed: &Passed<'_>| {
        bad.extend(passed.skipped.map(|why| (passed.line, why.clone())));
    });
    assert_eq!(bad, [(1, BadLine::TooLong)]);
    assert_eq!(tally.ok(), Some(Tally { articles: 1, skipped: 1 }));
}

/// Says how much was taken from it.
struct Counted<R> {
    inner: R,
    taken: Arc<AtomicUsize>,
}

impl<R: Read> Read for Counted<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.taken.fetch_add(read, Ordering::SeqCst);
        Ok(read)
    }
}

#[test]
fn reading_never_runs_far_ahead_of_writing() {
    const LINES: usize = 2_000;
    const JOBS: usize = 2;
    let taken = Arc::new(AtomicUsize::new(0));
    let text = format!("{ARTICLE}\n").repeat(LINES).into_bytes();
    let line = text.len() / LINES;
    let input = Counted { inner: io::Cursor::new(text), taken: Arc::clone(&taken) };
    // A buffer of one line, so that what is taken is what is read.
    let input = BufReader::with_capacity(line, input);
    let (mut out, mut most) = (io::sink(), 0);
    let tally = batch(input, &mut out, JOBS, &mut |passed: &Passed<'_>| {
        most = most.max((taken.load(Ordering::SeqCst) / line).saturating_sub(passed.line as usize));
    });
    assert_eq!(tally.ok().map(|tally| tally.articles), Some(LINES as u64));
    // The window, the line that waits at the gate, and the one just written.
    assert!(most <= JOBS * AHEAD + 2, "{most} lines ahead");
}

struct Full;

impl Write for Full {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(io::ErrorKind::StorageFull.into())
    }
    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_full_disk_stops_the_batch_even_if_the_input_never_ends() {
    let endless = BufReader::new(Endless(0));
    let stopped = batch(endless, &mut Full, 2, &mut |_: &Passed<'_>| {});
    assert!(matches!(stopped, Err(Stopped::Output(error)) if error.kind() == io::ErrorKind::StorageFull));
}

/// The same line for ever.
struct Endless(usize);

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let line = format!("{ARTICLE}\n");
        let rest = &line.as_bytes()[self.0..];
        let count = rest.len().min(buffer.len());
        buffer[..count].copy_from_slice(&rest[..count]);
        self.0 = (self.0 + count) % line.len();
        Ok(count)
    }
}
