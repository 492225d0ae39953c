//! Writes the access-control list: the page may call these commands and no others.

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
    "countries",
    "export_picture",
    "preview_picture",
    "copy_picture",
    "print_picture",
    "copy_text",
    "about",
];

fn main() {
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    let attributes = tauri_build::Attributes::new().app_manifest(manifest);
    if let Err(error) = tauri_build::try_build(attributes) {
        println!("cargo::error={error:#}");
    }
}
