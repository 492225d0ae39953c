//! `cargo xtask`: everything that a person or a machine does with this repository, in one place.
//!
//! It depends on nothing but the standard library, so that it builds in seconds, and sets up what it needs by itself.
//! It never asks for a thing that is already there, and never installs anything without root rights or a yes.

mod app;
mod bundle;
mod display;
mod eval;
mod measure;
mod place;
mod run;
mod setup;
mod suite;
mod tables;
mod ui;

use std::process::ExitCode;

/// A task that did not end well, as a sentence for the person who started it.
type Outcome = Result<(), String>;

const USAGE: &str = "\
cargo xtask app [--debug]        set up, build and open Wartagraf
cargo xtask test [--quick|--long]  every check; --quick: without the window and the browser (for every commit)
cargo xtask bundle               the .deb, without a network once set up
cargo xtask bench [frames]       times of reading, drawing and start; or of the frames alone
cargo xtask bench figures [--peers]  files of figures beside Graphviz and cytoscape.js; --peers: installs those first
cargo xtask screens              the screenshots in .github/screens
cargo xtask labels [--data DIR]  names and nodes in the real window, over the boxes: the sample, the gallery, articles of DIR
cargo xtask eval [--misses|--write]  the figures of the reading; --misses: of the phenomena; --write: to be kept
cargo xtask eval --coref         coreference on COIN and GUM: MUC, B3, CEAF-e, CoNLL F1
cargo xtask tables --data DIR    the tables of `lang`, made again from their sources
cargo xtask weigh                the weights of sources, targets, status and confidence, fitted again where the annotated articles are
cargo xtask train --data DIR     the weights of its trained taggers, made again (about 4 minutes)
cargo xtask icons                PNG and ICO from src-tauri/icons/icon.svg";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["app"] => app::open(app::Build::Release),
        ["app", "--debug"] => app::open(app::Build::Debug),
        ["test"] => suite::run(suite::Reach::Usual),
        ["test", "--quick"] => suite::run(suite::Reach::Quick),
        ["test", "--long"] => suite::run(suite::Reach::Long),
        ["bundle"] => bundle::build(),
        ["bench"] => measure::bench(),
        ["bench", "frames"] => measure::frames(),
        ["bench", "figures"] => measure::figures(false),
        ["bench", "figures", "--peers"] => measure::figures(true),
        ["screens"] => measure::screens(),
        ["labels"] => measure::labels(None),
        ["labels", "--data", folder] => measure::labels(Some(std::path::Path::new(folder))),
        ["eval"] => eval::print(false, false),
        ["eval", "--misses"] => eval::print(false, true),
        ["eval", "--write"] => eval::print(true, false),
        ["eval", "--coref"] => eval::coreference(),
        ["weigh"] => eval::weigh(),
        ["tables", "--data", folder] => tables::write("tables", folder),
        ["train", "--data", folder] => tables::write("weights", folder),
        ["icons"] => bundle::icons(),
        [] | ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        _ => Err(format!("There is no such task.\n{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\n{sentence}");
            ExitCode::FAILURE
        }
    }
}
