//! `cargo xtask app`: from a fresh clone to the open window.

use std::fs;
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::display::{self, Virtual};
use crate::run::{Guard, cargo, shown};
use crate::{Outcome, place, setup, ui};

/// How the program is compiled.
#[derive(Clone, Copy)]
pub(crate) enum Build {
    /// As it ships.
    Release,
    /// Quickly.
    Debug,
}

impl Build {
    /// Cargo's name of the folder.
    fn profile(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Debug => "debug",
        }
    }
}

/// Sets up, builds, opens.
pub(crate) fn open(build: Build) -> Outcome {
    prepare(build)?;
    let program = place::program(build.profile());
    if display::is_there() {
        println!("Opening Wartagraf.");
        return shown(&mut Command::new(program));
    }
    setup::packages(setup::DISPLAY)?;
    let shot = place::target().join("wartagraf-window.png");
    println!("There is no display here: opening Wartagraf on a virtual one.");
    photograph(&program, &shot)?;
    println!("A screenshot of the window: {}", shot.display());
    Ok(())
}

/// Everything up to the program.
pub(crate) fn prepare(build: Build) -> Outcome {
    setup::packages(setup::WINDOW)?;
    ui::build()?;
    let mut args = vec!["build", "--package", "wartagraf", "--features", "custom-protocol"];
    if matches!(build, Build::Release) {
        args.push("--release");
    }
    shown(&mut cargo(args))
}

/// Opens the program on a virtual display until its picture stands still, at most half a minute.
fn photograph(program: &std::path::Path, shot: &std::path::Path) -> Outcome {
    /// Fewer colours than this is an empty window.
    const DRAWN: u32 = 64;
    let display = Virtual::start(1280, 800)?;
    let mut command = Command::new(program);
    let mut window = Guard::start(display.lend(&mut command))?;
    let until = Instant::now() + Duration::from_secs(30);
    let mut last = Vec::new();
    loop {
        sleep(Duration::from_millis(700));
        if !window.is_running() {
            return Err("The window closed by itself.".to_owned());
        }
        display.shoot(shot)?;
        let now = fs::read(shot).unwrap_or_default();
        if now == last && display::colours(shot) >= DRAWN {
            return Ok(());
        }
        if Instant::now() > until {
            return Err(format!("The window stayed empty for half a minute; see {}.", shot.display()));
        }
        last = now;
    }
}
