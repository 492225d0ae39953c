//! `cargo xtask test`: every check, each named with its time. One that fails does not stop the next.

use std::fmt::Write as _;
use std::process::Command;
use std::time::{Duration, Instant};

use crate::measure;
use crate::run::{bounded, cargo};
use crate::ui::{self, npm};
use crate::{Outcome, bundle, setup};

/// How far a run goes.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Reach {
    /// For every commit: nothing that opens a window.
    Quick,
    /// All that must be green.
    Usual,
    /// What is slower besides: benches, the package.
    Long,
}

/// One check.
struct Step {
    name: &'static str,
    reach: Reach,
    run: fn(Reach) -> Outcome,
}

/// In this order: what answers soonest comes first.
const STEPS: &[Step] = &[
    Step { name: "format", reach: Reach::Quick, run: |_| format() },
    Step { name: "lint", reach: Reach::Quick, run: |_| lint() },
    Step { name: "Rust tests", reach: Reach::Quick, run: |_| rust_tests() },
    Step { name: "ui packages", reach: Reach::Quick, run: |_| ui::packages() },
    Step { name: "ui types", reach: Reach::Quick, run: |_| script("check") },
    Step { name: "ui unit tests", reach: Reach::Quick, run: |_| script("test") },
    Step { name: "ui build", reach: Reach::Quick, run: |_| ui::build() },
    Step { name: "browser end to end", reach: Reach::Usual, run: browser },
    Step { name: "figures reopened", reach: Reach::Usual, run: reopened },
    Step { name: "window lint", reach: Reach::Usual, run: |_| window_lint() },
    Step { name: "window tests", reach: Reach::Usual, run: |_| window_tests() },
    Step { name: "window end to end", reach: Reach::Usual, run: |_| measure::window_run() },
    Step { name: "window by ear", reach: Reach::Usual, run: |_| measure::window_tree() },
    Step { name: "labels in the window", reach: Reach::Long, run: |_| measure::labels(None) },
    Step { name: "package", reach: Reach::Long, run: |_| bundle::check() },
    Step { name: "bench", reach: Reach::Long, run: |_| measure::bench() },
];

/// Features of the window under test: the page from the binary, dialogs through the seam.
pub(crate) const UNDER_TEST: &str = "custom-protocol,e2e";

/// Runs what is within reach and says how it went.
pub(crate) fn run(reach: Reach) -> Outcome {
    let mut report = String::new();
    let (mut passed, mut failed) = (0, 0);
    for step in STEPS.iter().filter(|step| step.reach <= reach) {
        println!("\n== {}", step.name);
        let start = Instant::now();
        let outcome = (step.run)(reach);
        let seconds = start.elapsed().as_secs_f64();
        let word = if outcome.is_ok() { "ok    " } else { "FAILED" };
        println!("== {} {word} {seconds:.1} s", step.name);
        let _ = writeln!(report, "{word} {seconds:>7.1} s  {}", step.name);
        match outcome {
            Ok(()) => passed += 1,
            Err(sentence) => {
                failed += 1;
                println!("{sentence}");
                let _ = writeln!(report, "                  {sentence}");
            }
        }
    }
    println!("\n{report}");
    println!("{passed} passed, {failed} failed");
    if failed == 0 { Ok(()) } else { Err("Not everything is green.".to_owned()) }
}

/// Long enough for a cold build on two cores, short enough to end a run that hangs.
const BUILD: Duration = Duration::from_secs(40 * 60);
/// For what only runs.
const RUN: Duration = Duration::from_secs(10 * 60);

fn format() -> Outcome {
    bounded(&mut cargo(["fmt", "--all", "--check"]), RUN)
}

fn lint() -> Outcome {
    bounded(&mut cargo(["clippy", "--all-targets", "--quiet", "--", "-D", "warnings"]), BUILD)
}

fn rust_tests() -> Outcome {
    bounded(&mut cargo(["test", "--quiet"]), BUILD)
}

fn script(name: &str) -> Outcome {
    ui::packages()?;
    bounded(&mut npm(&["run", "--silent", name]), RUN)
}

fn browser(reach: Reach) -> Outcome {
    setup::packages(&["chromium"])?;
    ui::build()?;
    bounded(&mut browser_tests(reach), RUN)
}

/// Files of figures in the programs of others, none of which may be missing here; a long run has the poster and whole
/// articles too.
fn reopened(reach: Reach) -> Outcome {
    const POSTER: &str = "a_poster_of_twelve_thousand_pixels_is_the_small_picture_in_large";
    setup::packages(setup::READERS)?;
    let tests = ["test", "--quiet", "--package", "wartagraf-draw", "--test", "reopened"];
    let mut usual = cargo(tests);
    bounded(usual.args(["--", "--include-ignored", "--skip", POSTER]).env("WARTAGRAF_READERS", "1"), BUILD)?;
    if reach < Reach::Long {
        return Ok(());
    }
    bounded(cargo(tests).args(["--release", "--", "--ignored", "--exact", POSTER]), BUILD)?;
    let alike = ["test", "--quiet", "--package", "wartagraf-tests", "--test", "alike", "--", "--ignored"];
    bounded(cargo(alike).env("WARTAGRAF_READERS", "1"), BUILD)
}

/// The tests in Chromium; a long run has every pair of theme and language.
fn browser_tests(reach: Reach) -> Command {
    let mut tests = npm(&["run", "--silent", "e2e"]);
    if reach == Reach::Long {
        tests.env("WARTAGRAF_LONG", "1");
    }
    tests
}

/// The window's crates, with the features of the run, so that their dependencies are compiled once.
const WINDOW: [&str; 6] = [
    "--package",
    "wartagraf",
    "--package",
    "wartagraf-e2e-shell",
    "--features",
    "wartagraf/custom-protocol,wartagraf/e2e",
];

fn window_lint() -> Outcome {
    setup::packages(setup::WINDOW)?;
    let mut clippy = cargo(["clippy", "--all-targets", "--quiet"]);
    bounded(clippy.args(WINDOW).args(["--", "-D", "warnings"]), BUILD)
}

fn window_tests() -> Outcome {
    setup::packages(setup::WINDOW)?;
    ui::build()?;
    bounded(cargo(["test", "--quiet"]).args(WINDOW), BUILD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_long_run_asks_the_browser_tests_for_more() {
        let asks = |reach| browser_tests(reach).get_envs().any(|(name, _)| name == "WARTAGRAF_LONG");
        assert!(asks(Reach::Long));
        assert!(!asks(Reach::Usual));
    }
}
