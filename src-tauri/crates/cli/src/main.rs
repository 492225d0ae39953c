//! `warta`, the headless face: reads articles and writes graphs and pictures, one at a time or a file of them. Never a window, never the network.

mod args;
mod batch;
mod extract;
mod faults;
mod layout;
mod render;

use std::process::ExitCode;

/// The code that a batch ends with when it was written, but lines were skipped.
const SKIPPED: u8 = 3;

fn main() -> ExitCode {
    let outcome = args::parse(std::env::args_os().skip(1)).and_then(|task| match task {
        args::Task::Help(text) => {
            print!("{text}");
            Ok(ExitCode::SUCCESS)
        }
        args::Task::Extract(task) => extract::run(&task).map(|()| ExitCode::SUCCESS),
        args::Task::Render(task) => render::run(*task).map(|()| ExitCode::SUCCESS),
        args::Task::Layout(task) => layout::run(&task).map(|()| ExitCode::SUCCESS),
        args::Task::Batch(task) => batch::run(&task).map(|tally| match tally.skipped {
            0 => ExitCode::SUCCESS,
            _ => ExitCode::from(SKIPPED),
        }),
    });
    match outcome {
        Ok(code) => code,
        Err(problem) => {
            eprintln!("warta: {problem}");
            ExitCode::from(problem.exit())
        }
    }
}
