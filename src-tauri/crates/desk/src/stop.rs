//! The reader's word that what was asked for is not wanted any more.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

/// Stops what was asked of a desk, from any thread.
#[derive(Clone, Debug, Default)]
pub struct Stopper {
    /// Number of the last thing that was asked for.
    asked: Arc<AtomicU32>,
    /// The last that is not wanted any more, nor any before it.
    stopped: Arc<AtomicU32>,
}

impl Stopper {
    /// To be called when something is asked for, before the desk is free for it: what is stopped while it waits is not lost.
    pub fn ask(&self) -> Ticket {
        let number = self.asked.fetch_add(1, Ordering::Relaxed) + 1;
        Ticket { number, stopped: Arc::clone(&self.stopped) }
    }

    /// Stops all that has been asked for so far; later things are done.
    pub fn stop(&self) {
        self.stopped.fetch_max(self.asked.load(Ordering::Relaxed), Ordering::Relaxed);
    }
}

/// Something that was asked for. That of [`Default`] cannot be stopped.
#[derive(Clone, Debug)]
pub struct Ticket {
    number: u32,
    stopped: Arc<AtomicU32>,
}

impl Ticket {
    pub(crate) fn stopped(&self) -> bool {
        self.stopped.load(Ordering::Relaxed) >= self.number
    }
}

impl Default for Ticket {
    fn default() -> Self {
        Self { number: u32::MAX, stopped: Arc::default() }
    }
}
