//! A display: the real one, or a virtual one that ends with this task.

use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::run::{Guard, answer};

/// Whether there is a display that a window can open on.
pub(crate) fn is_there() -> bool {
    let set = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    if cfg!(not(target_os = "linux")) || set("WAYLAND_DISPLAY").is_some() {
        return true;
    }
    set("DISPLAY").is_some_and(|display| match display.strip_prefix(':') {
        // A local display that nobody serves any more is none.
        Some(number) => {
            let number = number.split('.').next().unwrap_or_default();
            Path::new("/tmp/.X11-unix").join(format!("X{number}")).exists()
        }
        None => true,
    })
}

/// A virtual display.
pub(crate) struct Virtual {
    name: String,
    _server: Guard,
}

impl Virtual {
    /// Starts Xvfb on a free number, as large as this.
    pub(crate) fn start(width: u32, height: u32) -> Result<Self, String> {
        let screen = format!("{width}x{height}x24");
        let mut server = Guard::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp", "-noreset"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let mut number = String::new();
        if let Some(out) = server.0.stdout.take() {
            // Xvfb writes its number when it is ready, or closes the pipe when it fails.
            let _ = BufReader::new(out).read_line(&mut number);
        }
        match number.trim() {
            "" => Err("The virtual display (Xvfb) did not start.".to_owned()),
            number => Ok(Self { name: format!(":{number}"), _server: server }),
        }
    }

    /// Lets a command use this display and no other.
    pub(crate) fn lend<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command.env("DISPLAY", &self.name).env_remove("WAYLAND_DISPLAY").env("GDK_BACKEND", "x11")
    }

    /// Writes what is on it as a PNG.
    pub(crate) fn shoot(&self, file: &Path) -> Result<(), String> {
        let mut import = Command::new("import");
        self.lend(&mut import).args(["-window", "root"]).arg(file).stderr(Stdio::null());
        crate::run::bounded(&mut import, std::time::Duration::from_secs(20))
    }
}

/// Colours in a picture: an empty window has a handful, a drawn one hundreds.
pub(crate) fn colours(file: &Path) -> u32 {
    let counted = answer(Command::new("identify").args(["-format", "%k"]).arg(file));
    counted.and_then(|count| count.parse().ok()).unwrap_or(0)
}
