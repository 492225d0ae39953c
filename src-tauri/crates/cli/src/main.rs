//! `warta`, the headless face: reads articles and writes graphs and pictures. Never a window, never the network.

mod args;
mod extract;
mod faults;
mod render;

use std::process::ExitCode;

fn main() -> ExitCode {
    let outcome = args::parse(std::env::args_os().skip(1)).and_then(|task| match task {
        args::Task::Help(text) => {
            print!("{text}");
            Ok(())
        }
        args::Task::Extract(task) => extract::run(&task),
        args::Task::Render(task) => render::run(task),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("warta: {problem}");
            ExitCode::from(problem.exit())
        }
    }
}
