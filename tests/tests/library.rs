//! The reading as a library: it builds for a browser, and nothing that cannot is in it.

use std::path::Path;
use std::process::Command;

use wartagraf_tests::{cargo, files, root, text};

const TARGET: &str = "wasm32-unknown-unknown";

/// Whether this toolchain can build for it: then its standard library lies in the compiler's folder.
fn is_installed() -> bool {
    let output = Command::new("rustc").args(["--print", "sysroot"]).current_dir(root()).output();
    output.is_ok_and(|output| {
        let sysroot = String::from_utf8_lossy(&output.stdout).trim().to_owned();
        Path::new(&sysroot).join("lib/rustlib").join(TARGET).join("lib").is_dir()
    })
}

#[test]
fn the_reading_builds_for_a_browser() {
    if !is_installed() {
        println!("skipped: this toolchain has no {TARGET} (rustup target add {TARGET})");
        return;
    }
    cargo(&["check", "--quiet", "--package", "wartagraf-extract", "--target", TARGET]);
}

#[test]
fn nothing_under_the_reading_asks_for_more_than_memory() {
    // A browser gives no file, no clock, no thread, no process and no socket.
    const FORBIDDEN: [&str; 7] =
        ["std::fs", "std::time", "std::thread", "std::process", "std::net", "std::env", "std::io"];
    const ROOMS: [&str; 3] = ["model", "lang", "extract"];
    let mut seen = 0;
    for path in files() {
        let in_a_room = ROOMS.iter().any(|room| path.starts_with(format!("src-tauri/crates/{room}/src")));
        if !in_a_room || path.extension().is_none_or(|end| end != "rs") {
            continue;
        }
        seen += 1;
        let source = text(&path);
        for word in FORBIDDEN {
            assert!(!source.contains(word), "{} uses {word}", path.display());
        }
    }
    assert!(seen > 40, "{seen} files were looked at");
}

#[test]
fn the_reading_stands_on_few_crates_and_each_is_known_to_build_for_a_browser() {
    // In alphabetical order. A new one is looked at before it is added here: does it open files, ask a clock, link C?
    const KNOWN: &[&str] = &[
        "block-buffer",
        "cfg-if",
        "const-oid",
        "cpufeatures",
        "crypto-common",
        "digest",
        "hybrid-array",
        "jiff",
        "jiff-core",
        "libm",
        "serde",
        "serde_core",
        "sha2",
        "typenum",
        "wartagraf-extract",
        "wartagraf-lang",
        "wartagraf-model",
    ];
    let tree = cargo(&[
        "tree",
        "--package",
        "wartagraf-extract",
        "--edges",
        "normal,no-proc-macro",
        "--prefix",
        "none",
    ]);
    for line in tree.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        assert!(KNOWN.contains(&name), "{name} came in under the reading");
    }
}
