//! Benches only: `cargo xtask bench`. What they share.

pub mod made;

use std::time::{Duration, Instant};

/// One measured figure, and what was promised.
pub struct Row {
    /// What was measured.
    pub name: String,
    /// How much.
    pub found: f64,
    /// Of what.
    pub unit: &'static str,
    /// What was promised, and whether more is better.
    pub goal: Option<(f64, bool)>,
}

impl Row {
    /// Without a promise.
    pub fn new(name: impl Into<String>, found: f64, unit: &'static str) -> Self {
        Self { name: name.into(), found, unit, goal: None }
    }

    /// Promised: no less.
    #[must_use]
    pub fn at_least(mut self, goal: f64) -> Self {
        self.goal = Some((goal, true));
        self
    }

    /// Promised: no more.
    #[must_use]
    pub fn at_most(mut self, goal: f64) -> Self {
        self.goal = Some((goal, false));
        self
    }

    fn holds(&self) -> bool {
        self.goal.is_none_or(|(goal, more)| if more { self.found >= goal } else { self.found <= goal })
    }
}

/// Prints the table; whether every promise is kept.
pub fn told(rows: &[Row]) -> bool {
    println!();
    for row in rows {
        let goal = row.goal.map_or(String::new(), |(goal, more)| {
            let missed = if row.holds() { "" } else { ": MISSED" };
            format!("  ({} {goal}{missed})", if more { ">=" } else { "<=" })
        });
        println!("{:<58} {:>9.1} {}{goal}", row.name, row.found, row.unit);
    }
    rows.iter().all(Row::holds)
}

/// Seconds of CPU time of this thread, or of wall time where the system does not tell.
pub fn clock() -> f64 {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let told = told.and_then(|line| line.split(' ').next()?.parse().ok()).map(Duration::from_nanos);
    let told = told.unwrap_or_else(|| {
        static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
        START.get_or_init(Instant::now).elapsed()
    });
    told.as_secs_f64()
}

/// The one in the middle.
pub fn median(times: &mut [f64]) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
