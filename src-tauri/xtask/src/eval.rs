//! `cargo xtask eval` and `weigh`: the figures of the reading and the weights of its confidence, by the tests' own programs.

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

/// Prints coreference on the annotated corpora, where they are.
pub(crate) fn coreference() -> Outcome {
    shown(&mut cargo(["run", "--quiet", "--package", "wartagraf-tests", "--bin", "eval", "--", "--coref"]))
}

/// Fits the weights of confidence again, from the annotated articles and the judged events.
pub(crate) fn weigh() -> Outcome {
    shown(&mut cargo(["run", "--quiet", "--package", "wartagraf-tests", "--bin", "weigh", "--", "fit"]))
}
