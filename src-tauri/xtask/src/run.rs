//! Running other programs: named when they fail, ended when they hang.

use std::ffi::OsStr;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::{Outcome, place};

/// `cargo`, the one that runs this task, at the root.
pub(crate) fn cargo<S: AsRef<OsStr>>(args: impl IntoIterator<Item = S>) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.args(args).current_dir(place::root());
    // The build must go where this task looks for it, and must not inherit what cargo told this task about itself.
    command.env("CARGO_TARGET_DIR", place::target());
    for (name, _) in std::env::vars_os() {
        let name_text = name.to_string_lossy();
        if name_text.starts_with("CARGO_PKG_") || name_text.starts_with("CARGO_MANIFEST_") {
            command.env_remove(&name);
        }
    }
    command
}

/// Runs to the end with its output on view.
pub(crate) fn shown(command: &mut Command) -> Outcome {
    let name = words(command);
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`{name}` ended with {status}.")),
        Err(error) => Err(format!("`{name}` cannot be started: {error}.")),
    }
}

/// Runs to the end with its output on view, for at most this long.
pub(crate) fn bounded(command: &mut Command, limit: Duration) -> Outcome {
    let name = words(command);
    let mut guard = Guard::start(command)?;
    let until = Instant::now() + limit;
    loop {
        match guard.0.try_wait() {
            Ok(Some(status)) if status.success() => return Ok(()),
            Ok(Some(status)) => return Err(format!("`{name}` ended with {status}.")),
            Ok(None) if Instant::now() < until => sleep(Duration::from_millis(50)),
            Ok(None) => return Err(format!("`{name}` did not end within {} seconds.", limit.as_secs())),
            Err(error) => return Err(format!("`{name}` was lost: {error}.")),
        }
    }
}

/// What it prints, if it ends well.
pub(crate) fn answer(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Whether a program is on the path.
pub(crate) fn is_there(program: &str) -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// A program that is ended when the guard goes, by its own number and no other.
pub(crate) struct Guard(pub(crate) Child);

impl Guard {
    /// Starts it.
    pub(crate) fn start(command: &mut Command) -> Result<Self, String> {
        let name = words(command);
        command.spawn().map(Self).map_err(|error| format!("`{name}` cannot be started: {error}."))
    }

    /// Whether it is still running.
    pub(crate) fn is_running(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if self.is_running() {
            // Asked politely first: WebKit and Xvfb tidy up after themselves.
            let _ = Command::new("kill").arg(self.0.id().to_string()).stderr(Stdio::null()).status();
            let until = Instant::now() + Duration::from_secs(2);
            while self.is_running() && Instant::now() < until {
                sleep(Duration::from_millis(20));
            }
            let _ = self.0.kill();
        }
        let _ = self.0.wait();
    }
}

/// A command as one would type it.
fn words(command: &Command) -> String {
    let program = std::path::Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str()).to_string_lossy().into_owned();
    command.get_args().fold(name, |line, word| line + " " + &word.to_string_lossy())
}
