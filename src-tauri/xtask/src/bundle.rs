//! `cargo xtask bundle`: the Debian package. `cargo xtask icons`: its icons.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::run::{answer, cargo, shown};
use crate::{Outcome, place, setup, ui};

/// Builds the package and says where it is.
pub(crate) fn build() -> Outcome {
    setup::packages(setup::WINDOW)?;
    ui::build()?;
    // The command-line face goes into the package too.
    shown(&mut cargo(["build", "--release", "--package", "wartagraf-cli"]))?;
    let warta = place::target().join("release/warta");
    // The ui is built already; and cargo is asked for the same features as by `cargo xtask app`, so that a program
    // that is there is not compiled again.
    let root = place::root();
    let files = [
        ("/usr/bin/warta", warta),
        ("/usr/share/doc/wartagraf/copyright", root.join("LICENSE")),
        ("/usr/share/doc/wartagraf/LICENSES", root.join("LICENSES")),
    ];
    let files = files.map(|(to, from)| format!("{to:?}:{:?}", from.display().to_string())).join(",");
    let extra = format!(
        r#"{{"build":{{"beforeBuildCommand":null}},"bundle":{{"linux":{{"deb":{{"files":{{{files}}}}}}}}}}}"#
    );
    let mut tauri = tauri();
    tauri.args(["build", "--bundles", "deb", "--features", "custom-protocol", "--config", &extra]);
    shown(&mut tauri)?;
    println!("The package: {}", newest()?.display());
    Ok(())
}

/// Builds the package and looks into it.
pub(crate) fn check() -> Outcome {
    build()?;
    let package = newest()?;
    let Some(list) = answer(Command::new("dpkg-deb").arg("--contents").arg(&package)) else {
        return Err(format!("dpkg-deb cannot read {}.", package.display()));
    };
    for wanted in [
        "usr/bin/wartagraf",
        "usr/bin/warta",
        "usr/share/doc/wartagraf/copyright",
        "usr/share/doc/wartagraf/LICENSES/README.md",
        "usr/share/applications/Wartagraf.desktop",
        "usr/share/icons/hicolor/32x32/apps/wartagraf.png",
        "usr/share/icons/hicolor/128x128/apps/wartagraf.png",
    ] {
        if !list.lines().any(|line| line.ends_with(wanted)) {
            return Err(format!("The package lacks {wanted}:\n{list}"));
        }
    }
    Ok(())
}

/// PNG and ICO from the one drawing.
pub(crate) fn icons() -> Outcome {
    ui::packages()?;
    let made = place::target().join("icons");
    let icons = place::root().join("src-tauri/icons");
    shown(tauri().arg("icon").arg(icons.join("icon.svg")).arg("--output").arg(&made))?;
    for name in ["32x32.png", "128x128.png", "128x128@2x.png", "icon.png", "icon.ico"] {
        fs::copy(made.join(name), icons.join(name)).map_err(|error| format!("{name}: {error}."))?;
    }
    Ok(())
}

/// Tauri's own command line, as the ui's lock pins it.
fn tauri() -> Command {
    let name = if cfg!(windows) { "tauri.cmd" } else { "tauri" };
    let mut command = Command::new(place::ui().join("node_modules/.bin").join(name));
    command
        .current_dir(place::root().join("src-tauri"))
        .env("CARGO_TARGET_DIR", place::target())
        .env("CI", "true");
    command
}

/// The package that was made last.
fn newest() -> Result<PathBuf, String> {
    let folder = place::target().join("release/bundle/deb");
    let age = |path: &Path| fs::metadata(path).and_then(|meta| meta.modified()).ok();
    let entries = fs::read_dir(&folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
    let packages = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|e| e == "deb"));
    packages.max_by_key(|path| age(path)).ok_or_else(|| format!("No package in {}.", folder.display()))
}
