//! The interface: its packages, its build. Does again only what has changed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::shown;
use crate::{Outcome, place, setup};

/// `npm` in the ui's folder.
pub(crate) fn npm(args: &[&str]) -> Command {
    let mut command = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    command.args(args).current_dir(place::ui()).env("NO_UPDATE_NOTIFIER", "1");
    command
}

/// `npm ci`, when the lock is not the one that was last installed.
pub(crate) fn packages() -> Outcome {
    setup::node()?;
    let lock = fs::read(place::ui().join("package-lock.json"))
        .map_err(|error| format!("ui/package-lock.json: {error}."))?;
    let stamp = place::ui().join("node_modules/.wartagraf-lock");
    if fs::read(&stamp).is_ok_and(|installed| installed == lock) {
        return Ok(());
    }
    shown(&mut npm(&["ci", "--no-audit", "--no-fund"]))?;
    fs::write(&stamp, &lock).map_err(|error| format!("{}: {error}.", stamp.display()))
}

/// `ui/dist`, when a source has changed since it was made.
pub(crate) fn build() -> Outcome {
    packages()?;
    let stamp = place::ui().join("node_modules/.wartagraf-built");
    let print = fingerprint();
    let made = place::ui().join("dist/index.html").is_file();
    if made && fs::read_to_string(&stamp).is_ok_and(|last| last == print) {
        return Ok(());
    }
    shown(&mut npm(&["run", "build"]))?;
    fs::write(&stamp, print).map_err(|error| format!("{}: {error}.", stamp.display()))
}

/// One number for all that `npm run build` reads (FNV-1a over names and bytes, in the order of names).
fn fingerprint() -> String {
    let mut files = Vec::new();
    for start in [place::ui(), place::root().join("src-tauri/crates/draw/fonts")] {
        collect(&start, &mut files);
    }
    files.sort();
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for file in files {
        let bytes = fs::read(&file).unwrap_or_default();
        for byte in file.to_string_lossy().bytes().chain([0]).chain(bytes) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    format!("{hash:016x}")
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_file() {
            files.push(path);
        } else if name != "node_modules" && name != "dist" {
            collect(&path, files);
        }
    }
}
