//! What the suites share: where the repository is, what is in it, and the command line to try.
//!
//! The suites know the product from outside. They never reach into a crate's private parts, and skip with a message
//! what needs a folder that only the project's own machines have.

pub mod drawing;
pub mod gold;
pub mod laws;
pub mod phenomena;

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

/// The repository's root.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_owned()
}

/// The folder beside the repository that holds articles which may be measured but not shipped; none elsewhere.
pub fn shared() -> Option<PathBuf> {
    let folder = root().parent()?.join("shared");
    folder.is_dir().then_some(folder)
}

/// Every file of the repository that is not built or fetched, relative to the root, in order.
pub fn files() -> Vec<PathBuf> {
    const MADE: [&str; 7] = ["target", "node_modules", "dist", ".git", "schemas", "__pycache__", "artifacts"];
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        let Ok(entries) = std::fs::read_dir(folder) else { return };
        for path in entries.flatten().map(|entry| entry.path()) {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_file() {
                out.push(path);
            } else if !MADE.contains(&name.as_str()) {
                walk(&path, out);
            }
        }
    }
    let mut out = Vec::new();
    walk(&root(), &mut out);
    let mut out: Vec<PathBuf> =
        out.iter().filter_map(|path| path.strip_prefix(root()).ok()).map(Path::to_owned).collect();
    out.sort();
    out
}

/// The text of a file of the repository.
///
/// # Panics
/// When it is not there or not UTF-8: then the suite has nothing to say.
pub fn text(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What `cargo metadata` or `cargo tree` answers, without a network.
///
/// # Panics
/// When cargo fails.
pub fn cargo(args: &[&str]) -> String {
    try_cargo(args).unwrap_or_else(|error| panic!("{error}"))
}

fn try_cargo(args: &[&str]) -> Result<String, String> {
    let output = Command::new(env!("CARGO")).args(args).arg("--offline").current_dir(root()).output();
    let output = output.map_err(|error| format!("cargo: {error}"))?;
    if output.status.success() {
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    } else {
        Err(format!("cargo {args:?}: {}", String::from_utf8_lossy(&output.stderr)))
    }
}

/// The program `warta`, built once by this run from the sources as they are.
///
/// # Panics
/// When it does not build.
pub fn warta() -> &'static Path {
    static BUILT: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let built = BUILT.get_or_init(|| {
        let messages =
            try_cargo(&["build", "--quiet", "--package", "wartagraf-cli", "--message-format", "json"])?;
        messages
            .lines()
            .filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok())
            .filter(|message| message["target"]["name"] == "warta")
            .find_map(|message| message["executable"].as_str().map(PathBuf::from))
            .ok_or_else(|| "cargo does not name the program that it has built".to_owned())
    });
    built.as_ref().unwrap_or_else(|error| panic!("{error}"))
}

/// Runs `warta` in `folder` with this on its standard input.
///
/// # Panics
/// When it cannot be started.
pub fn run_warta(folder: &Path, args: &[&str], input: &[u8]) -> Output {
    use std::io::Write as _;
    let mut child = Command::new(warta())
        .args(args)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("warta starts");
    if let Some(mut pipe) = child.stdin.take() {
        // A program that has seen enough closes its end; what it says then is what counts.
        let _ = pipe.write_all(input);
    }
    child.wait_with_output().expect("warta ends")
}

/// An empty folder of this name, for one test.
///
/// # Panics
/// When the temporary folder cannot be written.
pub fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("wartagraf-{}-{name}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("a writable temporary folder");
    folder
}
