//! `cargo xtask eval`: the figures of the reading, by the tests' own program.

use std::process::Command;

use crate::Outcome;
use crate::run::{cargo, shown};

/// Prints the tables; with `write` they also become the figures that the next run shows beside its own.
pub(crate) fn print(write: bool, misses: bool) -> Outcome {
    let mut eval = cargo(["run", "--quiet", "--package", "wartagraf-tests", "--bin", "eval", "--"]);
    if misses {
        eval.arg("--misses");
    }
    if write {
        let day = Command::new("date").args(["-u", "+%F"]).output();
        let day = day.map_err(|error| format!("`date` cannot be started: {error}."))?;
        eval.arg("--write").arg(String::from_utf8_lossy(&day.stdout).trim());
    }
    shown(&mut eval)
}
