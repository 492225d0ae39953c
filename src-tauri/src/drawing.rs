//! One quirk of WebKitGTK: its DMA-BUF renderer needs a graphics card, and draws slowly or not at all without one.
//!
//! Never touches the variables of a machine that has a card, nor a choice that the reader has made.

/// Chooses the renderer. `WARTAGRAF_DMABUF=on` or `off` decides it by hand.
#[cfg(target_os = "linux")]
pub(crate) fn settle() {
    use std::os::unix::process::CommandExt as _;

    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let by_hand = std::env::var("WARTAGRAF_DMABUF").ok();
    let off = match by_hand.as_deref() {
        Some("on") => false,
        Some("off") => true,
        _ => !has_card(),
    };
    if !off || std::env::var_os(SWITCH).is_some() {
        return;
    }
    // The variable must stand before GTK starts a thread; a program that starts itself again needs no unsafe code.
    // The process keeps its number, so whoever waits for it still does.
    let Ok(program) = std::env::current_exe() else { return };
    let error = std::process::Command::new(program).args(std::env::args_os().skip(1)).env(SWITCH, "1").exec();
    eprintln!("wartagraf: going on with the DMA-BUF renderer: {error}");
}

/// Nothing to settle elsewhere.
#[cfg(not(target_os = "linux"))]
pub(crate) fn settle() {}

/// Whether there is a render node such as `/dev/dri/renderD128`.
#[cfg(target_os = "linux")]
fn has_card() -> bool {
    std::fs::read_dir("/dev/dri").is_ok_and(|entries| {
        entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("renderD"))
    })
}
