//! Where things are: the repository, the ui, cargo's target folder.

use std::path::PathBuf;

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    // What cargo says now, before what it said at the build: two clones may share one target folder.
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    // src-tauri/xtask is two folders down.
    here.ancestors().nth(2).map(PathBuf::from).unwrap_or(here)
}

/// The interface.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's target folder, wherever the environment or a config file has put it: this program was built into it.
pub(crate) fn target() -> PathBuf {
    let built = std::env::current_exe().ok();
    built.and_then(|exe| exe.ancestors().nth(2).map(PathBuf::from)).unwrap_or_else(|| root().join("target"))
}

/// The window's program, as built by `cargo build` in this profile.
pub(crate) fn program(profile: &str) -> PathBuf {
    target().join(profile).join(format!("wartagraf{}", std::env::consts::EXE_SUFFIX))
}
