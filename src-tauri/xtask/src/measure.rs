//! The real window, driven: its end-to-end run, its times, its screenshots.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use crate::app::{self, Build};
use crate::display::Virtual;
use crate::run::{bounded, cargo, shown};
use crate::{Outcome, place, setup, suite, ui};

/// Drives the window through its main job, in an empty network namespace where the machine allows one.
pub(crate) fn window_run() -> Outcome {
    prepare_driver()?;
    build_under_test(false)?;
    let out = place::target().join("e2e-shell");
    drive(&place::program("debug"), &out, &[])
}

/// The window's tree as a screen reader has it, on a session bus of its own.
pub(crate) fn window_tree() -> Outcome {
    prepare_driver()?;
    setup::packages(setup::EARS)?;
    build_under_test(false)?;
    let display = Virtual::start(1280, 800)?;
    let mut command = Command::new("dbus-run-session");
    // Not the first python3 on the path: the bindings belong to the system's.
    command.args(["--", "/usr/bin/python3"]).arg(place::root().join("tests/e2e/shell/tree.py"));
    command.arg(place::program("debug")).arg(place::target().join("e2e-shell/tree.txt"));
    fs::create_dir_all(place::target().join("e2e-shell")).map_err(|error| error.to_string())?;
    bounded(display.lend(&mut command), Duration::from_secs(3 * 60))
}

/// Times: reading and drawing in release on one core, the start of the window, its frames, and those in Chromium.
pub(crate) fn bench() -> Outcome {
    // The speed bench starts this one and measures it.
    shown(&mut cargo(["build", "--quiet", "--release", "--package", "wartagraf-cli"]))?;
    let mut bench = cargo(["bench", "--quiet", "--package", "wartagraf-benches"]);
    if let Some(folder) = setup::figure_peers(false)? {
        bench.env("WARTAGRAF_PEERS", folder);
    }
    if let Some(python) = setup::peer() {
        bench.env("WARTAGRAF_PEER_PYTHON", python);
    }
    shown(&mut bench)?;
    prepare_driver()?;
    app::prepare(Build::Release)?;
    let out = place::target().join("bench-shell");
    drive(&place::program("release"), &out, &["--times"])?;
    drive(&place::program("release"), &out, &["--frames"])?;
    frames_in_chromium()
}

/// The window's frames alone, in the engine it runs in and in Chromium. The page is the same whatever the profile.
pub(crate) fn frames() -> Outcome {
    prepare_driver()?;
    build_under_test(false)?;
    drive(&place::program("debug"), &place::target().join("bench-shell"), &["--frames"])?;
    frames_in_chromium()
}

fn frames_in_chromium() -> Outcome {
    setup::packages(&["chromium"])?;
    bounded(&mut ui::npm(&["run", "--silent", "frames"]), Duration::from_secs(10 * 60))
}

/// Times of files of figures beside Graphviz and cytoscape.js, which are installed if `install`.
pub(crate) fn figures(install: bool) -> Outcome {
    let mut bench = cargo(["bench", "--quiet", "--package", "wartagraf-benches", "--bench", "figures"]);
    if let Some(folder) = setup::figure_peers(install)? {
        bench.env("WARTAGRAF_PEERS", folder);
    }
    shown(&mut bench)
}

/// The screenshots of the repository: two sizes, two themes.
pub(crate) fn screens() -> Outcome {
    prepare_driver()?;
    build_under_test(true)?;
    drive(&place::program("release"), &place::root().join(".github/screens"), &["--screens"])
}

/// The label rule over the boxes in the real window: the sample, the gallery, and the articles of `data` or, without it,
/// those that lie beside the repository and may be read.
pub(crate) fn labels(data: Option<&Path>) -> Outcome {
    prepare_driver()?;
    build_under_test(false)?;
    let root = place::root();
    let beside = root.parent().map(|above| above.join("shared/gold/look")).filter(|folder| folder.is_dir());
    let mut folders = vec![root.join("src-tauri/sample"), root.join("ui/src/panels/gallery/articles")];
    match data.map(Path::to_owned).or(beside) {
        Some(folder) => folders.push(folder),
        None => println!("skipped in part: the annotated articles are not on this machine"),
    }
    let folders: Vec<String> = folders.iter().map(|folder| folder.display().to_string()).collect();
    let mut mode = vec!["--labels"];
    for folder in &folders {
        mode.extend(["--articles", folder]);
    }
    drive(&place::program("debug"), &place::target().join("labels-shell"), &mode)
}

fn prepare_driver() -> Outcome {
    setup::packages(setup::WINDOW)?;
    setup::packages(setup::DISPLAY)?;
    setup::packages(setup::DRIVERS)
}

/// The window with the seam for dialogs, the command line that it is compared with, and the driver's program.
fn build_under_test(release: bool) -> Outcome {
    ui::build()?;
    let profile: &[&str] = if release { &["--release"] } else { &[] };
    shown(
        cargo(["build", "--quiet", "--package", "wartagraf", "--features", suite::UNDER_TEST]).args(profile),
    )?;
    shown(cargo(["build", "--quiet", "--package", "wartagraf-cli"]).args(profile))
}

fn drive(program: &Path, out: &Path, mode: &[&str]) -> Outcome {
    shown(&mut cargo(["build", "--quiet", "--package", "wartagraf-e2e-shell"]))?;
    fs::create_dir_all(out).map_err(|error| format!("{}: {error}.", out.display()))?;
    let display = Virtual::start(1920, 1080)?;
    let driver = place::target().join("debug/wartagraf-e2e-shell");
    let mut command = offline(&driver);
    command.arg("--program").arg(program).arg("--out").arg(out);
    command.arg("--sample").arg(place::root().join("src-tauri/sample/article-id.txt")).args(mode);
    bounded(display.lend(&mut command), Duration::from_secs(10 * 60))
}

/// A command in a network namespace with nothing in it but its own loopback, which the driver needs to speak to the
/// window. Where the machine forbids that, the command as it is, and a line that says so.
fn offline(program: &Path) -> Command {
    const SCRIPT: &str = "ip link set lo up && exec \"$@\"";
    for flags in [&["--net"][..], &["--net", "--map-root-user"]] {
        let mut trial = Command::new("unshare");
        trial
            .args(flags)
            .args(["sh", "-c", SCRIPT, "sh", "true"])
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        if trial.status().is_ok_and(|status| status.success()) {
            println!("In an empty network namespace.");
            let mut command = Command::new("unshare");
            command.args(flags).args(["sh", "-c", SCRIPT, "sh"]).arg(program).arg("--offline");
            return command;
        }
    }
    println!("This machine allows no empty network namespace: running without one.");
    Command::new(program)
}
