//! Drives the real window through WebKitWebDriver: the main job from end to end, the time of the start, the
//! screenshots, the boxes of labels. Started by `cargo xtask`, which gives it a virtual display and, where it can, an empty network.
//!
//! It never reaches for anything outside the window and the folder it is given, and ends the driver on every path.

mod driver;
mod frames;
mod journey;
mod labels;
mod page;
mod screens;
mod times;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// How a scene ends: well, or with a sentence.
type Outcome<T = ()> = Result<T, String>;

/// What the run is given.
struct Run {
    /// The window's program.
    program: PathBuf,
    /// Where pictures, exports and what else it makes go.
    out: PathBuf,
    /// The sample article's file.
    sample: PathBuf,
    /// Whether the caller has put it into an empty network namespace.
    offline: bool,
    mode: Mode,
    /// Folders of articles, for what looks at many.
    articles: Vec<PathBuf>,
}

#[derive(Clone, Copy)]
enum Mode {
    Journey,
    Times,
    Frames,
    Screens,
    Labels,
}

impl Run {
    fn from_args(args: &[String]) -> Outcome<Self> {
        let after = |flag: &str| {
            let at = args.iter().position(|arg| arg == flag).ok_or(format!("{flag} is missing"))?;
            args.get(at + 1).map(PathBuf::from).ok_or(format!("{flag} wants a path"))
        };
        let has = |flag: &str| args.iter().any(|arg| arg == flag);
        let modes = [
            ("--times", Mode::Times),
            ("--frames", Mode::Frames),
            ("--screens", Mode::Screens),
            ("--labels", Mode::Labels),
        ];
        let mode = modes.into_iter().find(|(flag, _)| has(flag)).map_or(Mode::Journey, |(_, mode)| mode);
        Ok(Self {
            program: after("--program")?,
            out: after("--out")?,
            sample: after("--sample")?,
            offline: has("--offline"),
            mode,
            articles: args
                .windows(2)
                .filter(|pair| pair[0] == "--articles")
                .map(|pair| PathBuf::from(&pair[1]))
                .collect(),
        })
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let start = Instant::now();
    let outcome = Run::from_args(&args).and_then(|run| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.map_err(|error| error.to_string())?.block_on(async {
            match run.mode {
                Mode::Journey => journey::travel(&run).await,
                Mode::Times => times::take(&run).await,
                Mode::Frames => frames::take(&run).await,
                Mode::Screens => screens::shoot(&run).await,
                Mode::Labels => labels::take(&run).await,
            }
        })
    });
    match outcome {
        Ok(()) => {
            println!("The window did it all in {:.1} s.", start.elapsed().as_secs_f64());
            ExitCode::SUCCESS
        }
        Err(sentence) => {
            eprintln!("The window run failed: {sentence}");
            ExitCode::FAILURE
        }
    }
}
