//! How far reading may run ahead of writing: so many lines, so many bytes.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

/// Counts what was read and not yet written, and lets the reader wait.
pub(super) struct Gate {
    most_lines: usize,
    most_bytes: usize,
    held: Mutex<Held>,
    changed: Condvar,
}

#[derive(Default)]
struct Held {
    lines: usize,
    bytes: usize,
    closed: bool,
}

impl Gate {
    pub(super) fn new(most_lines: usize, most_bytes: usize) -> Self {
        Self { most_lines, most_bytes, held: Mutex::default(), changed: Condvar::new() }
    }

    /// Waits until a line of this size may go in; false if nobody wants lines any more. A line over the limit of
    /// bytes goes in alone.
    pub(super) fn enter(&self, bytes: usize) -> bool {
        let mut held = self.lock();
        while !held.closed
            && held.lines > 0
            && (held.lines >= self.most_lines || held.bytes + bytes > self.most_bytes)
        {
            held = self.changed.wait(held).unwrap_or_else(PoisonError::into_inner);
        }
        held.lines += 1;
        held.bytes += bytes;
        !held.closed
    }

    /// A line of this size has been written or skipped.
    pub(super) fn leave(&self, bytes: usize) {
        let mut held = self.lock();
        held.lines = held.lines.saturating_sub(1);
        held.bytes = held.bytes.saturating_sub(bytes);
        self.changed.notify_all();
    }

    /// Nothing is wanted any more.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.changed.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
