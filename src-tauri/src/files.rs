//! Dialogs, files and the clipboard: the shell's only way to the outside.
//!
//! Reads only a file that the reader chose, writes only where the reader said, whole or not at all.

use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use desk::TEXT_LIMIT;
use desk::wire::{Fault, PictureFormat, WriteFailure, Written};
use tauri::AppHandle;
use tauri::image::Image;
use tauri_plugin_clipboard_manager::ClipboardExt as _;

/// The file that the reader picks, or none when the dialog is cancelled.
pub(crate) fn pick(app: &AppHandle) -> Option<PathBuf> {
    ask::open(app)
}

/// The bytes of an article's file. More than the limit is never read into memory.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Fault> {
    let unreadable = || Fault::Unreadable { path: path.display().to_string() };
    let file = File::open(path).map_err(|_| unreadable())?;
    let size = file.metadata().map_err(|_| unreadable())?.len();
    let mut bytes = Vec::new();
    // A pipe or a device has no size: the reading itself is bounded too.
    file.take(TEXT_LIMIT as u64 + 1).read_to_end(&mut bytes).map_err(|_| unreadable())?;
    if bytes.len() > TEXT_LIMIT {
        return Err(Fault::TooLarge { limit: TEXT_LIMIT as u32, size: size.max(bytes.len() as u64) as f64 });
    }
    Ok(bytes)
}

/// Writes a picture where the reader says; none when the dialog is cancelled.
pub(crate) fn save(
    app: &AppHandle,
    name: &str,
    format: PictureFormat,
    bytes: &[u8],
) -> Result<Option<Written>, Fault> {
    let (ending, kind) = match format {
        PictureFormat::Svg => ("svg", "SVG"),
        PictureFormat::Png => ("png", "PNG"),
        PictureFormat::Pdf => ("pdf", "PDF"),
    };
    let suggested = format!("{}.{ending}", file_name(name));
    let Some(mut path) = ask::save(app, &suggested, kind, ending) else { return Ok(None) };
    if path.extension().is_none() {
        path.set_extension(ending);
    }
    desk::write_whole(&path, bytes).map(Some)
}

/// Puts a text on the clipboard.
pub(crate) fn copy(app: &AppHandle, text: String) -> Result<(), Fault> {
    app.clipboard().write_text(text).map_err(|_| refused("clipboard"))
}

/// Puts a picture on the clipboard.
pub(crate) fn copy_picture(app: &AppHandle, picture: &Image<'_>) -> Result<(), Fault> {
    app.clipboard().write_image(picture).map_err(|_| refused("clipboard"))
}

/// Writes a PDF into the folder for passing files and opens it with the program that the reader has for those.
pub(crate) fn print(name: &str, bytes: &[u8]) -> Result<(), Fault> {
    let path = std::env::temp_dir().join(format!("{}-{}.pdf", file_name(name), std::process::id()));
    let written = desk::write_whole(&path, bytes)?;
    ask::show(&path).map_err(|_| refused(&written.path))
}

fn refused(path: &str) -> Fault {
    Fault::Unwritable { path: path.to_owned(), reason: WriteFailure::Failed }
}

/// A name that every file system takes: letters, digits and single hyphens, at most 60 characters.
fn file_name(name: &str) -> String {
    let mut out = String::new();
    for c in name.chars() {
        if c.is_alphanumeric() {
            out.extend(c.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    let mut short: String = out.chars().take(60).collect();
    if out.chars().count() > 60
        && let Some(cut) = short.rfind('-')
    {
        short.truncate(cut);
    }
    let short = short.trim_matches('-');
    if short.is_empty() { "wartagraf".to_owned() } else { short.to_owned() }
}

/// The native dialogs.
#[cfg(not(feature = "e2e"))]
mod ask {
    use super::{AppHandle, Path, PathBuf};
    use tauri_plugin_dialog::DialogExt as _;

    pub(super) fn open(app: &AppHandle) -> Option<PathBuf> {
        let dialog = app.dialog().file().add_filter("Text", &["txt", "text", "md"]).add_filter("*", &["*"]);
        dialog.blocking_pick_file()?.into_path().ok()
    }

    pub(super) fn save(app: &AppHandle, suggested: &str, kind: &str, ending: &str) -> Option<PathBuf> {
        let dialog = app.dialog().file().set_file_name(suggested).add_filter(kind, &[ending]);
        dialog.blocking_save_file()?.into_path().ok()
    }

    pub(super) fn show(path: &Path) -> std::io::Result<()> {
        ::open::that_detached(path)
    }
}

/// The seam of the end-to-end run, since no driver can press a native dialog: `WARTAGRAF_E2E_PATH` names a folder;
/// its `open.txt` is what is opened, and what is saved goes into it under the suggested name. Unset: cancelled.
#[cfg(feature = "e2e")]
mod ask {
    use super::{AppHandle, Path, PathBuf};

    fn folder() -> Option<PathBuf> {
        std::env::var_os("WARTAGRAF_E2E_PATH").map(PathBuf::from)
    }

    pub(super) fn open(_: &AppHandle) -> Option<PathBuf> {
        Some(folder()?.join("open.txt"))
    }

    pub(super) fn save(_: &AppHandle, suggested: &str, _: &str, _: &str) -> Option<PathBuf> {
        Some(folder()?.join(suggested))
    }

    /// No program is started in a test.
    #[expect(clippy::unnecessary_wraps, reason = "the signature of the real one")]
    pub(super) fn show(_: &Path) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_headline_becomes_a_plain_file_name() {
        assert_eq!(file_name("PM Kanada: ‘pasukan’ / Ukraina"), "pm-kanada-pasukan-ukraina");
        assert_eq!(file_name("../../etc/passwd"), "etc-passwd");
        assert_eq!(file_name("…"), "wartagraf");
        let long = file_name(&"kata panjang ".repeat(20));
        assert!(long.len() <= 60 && long.ends_with("kata") | long.ends_with("panjang"), "{long}");
    }

    #[test]
    fn a_file_that_is_not_there_is_a_typed_error() {
        let missing = Path::new("tidak-ada/berita.txt");
        assert_eq!(read(missing), Err(Fault::Unreadable { path: "tidak-ada/berita.txt".to_owned() }));
    }

    #[test]
    fn a_folder_is_a_typed_error() {
        assert!(matches!(read(&std::env::temp_dir()), Err(Fault::Unreadable { .. })));
    }
}
