//! Writes the access-control list (the page may call these commands and no others) and the list of libraries that About
//! shows.

use std::fmt::Write as _;
use std::path::PathBuf;
use std::process::Command;

/// Every command of the shell, as `commands.rs` names them.
const COMMANDS: &[&str] = &[
    "start",
    "open_text",
    "open_bytes",
    "open_file",
    "choose",
    "perform",
    "undo",
    "redo",
    "jump",
    "show",
    "stop",
    "countries",
    "export_picture",
    "preview_picture",
    "copy_picture",
    "print_picture",
    "copy_text",
    "about",
];

fn main() {
    list_libraries();
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}

/// Every library that is compiled in, with version and licence, as cargo has it: `libraries.rs` in the build's folder, a
/// slice of triples. Where cargo does not answer it is empty; a test of the shell sees that.
fn list_libraries() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../Cargo.lock");
    let variable = |name: &str| std::env::var(name).unwrap_or_default();
    let tree = Command::new(variable("CARGO"))
        .args(["tree", "--frozen", "--package", &variable("CARGO_PKG_NAME"), "--target", &variable("TARGET")])
        .args(["--edges", "normal,no-proc-macro", "--prefix", "none", "--format", "{p}\t{l}"])
        .output();
    let told = match tree {
        Ok(output) if output.status.success() => String::from_utf8_lossy(&output.stdout).into_owned(),
        Ok(output) => {
            println!("cargo::warning=no list of libraries: {}", String::from_utf8_lossy(&output.stderr));
            String::new()
        }
        Err(error) => {
            println!("cargo::warning=no list of libraries: {error}");
            String::new()
        }
    };
    let mut rows: Vec<(&str, &str, &str)> = told.lines().filter_map(library).collect();
    rows.sort_unstable();
    rows.dedup();
    let mut list = String::from("&[\n");
    for (name, version, licence) in rows {
        let _ = writeln!(list, "    ({name:?}, {version:?}, {licence:?}),");
    }
    list.push_str("]\n");
    let path = PathBuf::from(variable("OUT_DIR")).join("libraries.rs");
    if let Err(error) = std::fs::write(path, list) {
        println!("cargo::error={error}");
    }
}

/// "serde v1.0.228\tMIT OR Apache-2.0" in its parts; none for a crate of ours, which has a path, and for macros.
fn library(line: &str) -> Option<(&str, &str, &str)> {
    let (package, licence) = line.split_once('\t')?;
    let mut words = package.split(' ');
    let (name, version) = (words.next()?, words.next()?.strip_prefix('v')?);
    // "(*)" stands behind what has been told before.
    let licence = licence.trim_end_matches("(*)").trim();
    words.next().is_none().then_some((name, version, licence))
}
