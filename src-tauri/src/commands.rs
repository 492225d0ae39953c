//! What the page may ask for, one line each: the page speaks, `desk` answers.
//!
//! Every command runs off the window's own thread (`async`), so that a long reading never freezes it. No rule of the
//! product lives here.

// The macro hands every argument over by value.
#![allow(clippy::needless_pass_by_value)]

use std::path::Path;
use std::sync::atomic::Ordering;

use desk::wire::{About, Command, Country, Fault, Picture, PictureFormat, Snapshot, Written};
use tauri::image::Image;
use tauri::ipc::Response;
use tauri::{AppHandle, Emitter as _, Manager as _, State};

use crate::{Room, files, libraries};

type Answer = Result<Snapshot, Fault>;

/// The sample, read now; or the file that the command line named.
#[tauri::command(async)]
pub(crate) fn start(app: AppHandle, room: State<'_, Room>, language: &str, canvas: (f64, f64)) -> Answer {
    // A page that starts again counts its previews from the beginning.
    room.previewed.store(0, Ordering::Relaxed);
    let sample = room.desk().start(language, canvas)?;
    let Some(path) = room.take_named() else { return Ok(sample) };
    open(&room, &path).or_else(|fault| tell(&app, fault).map(|()| sample))
}

/// Pasted text.
#[tauri::command(async)]
pub(crate) fn open_text(room: State<'_, Room>, text: &str, name: Option<&str>) -> Answer {
    room.desk().open_text(text, name)
}

/// The bytes of a dropped file.
#[tauri::command(async)]
pub(crate) fn open_bytes(room: State<'_, Room>, name: &str, bytes: Vec<u8>) -> Answer {
    room.desk().open_bytes(name, &bytes)
}

/// A file from the dialog; none when it is cancelled.
#[tauri::command(async)]
pub(crate) fn open_file(app: AppHandle, room: State<'_, Room>) -> Result<Option<Snapshot>, Fault> {
    files::pick(&app).map(|path| open(&room, &path)).transpose()
}

/// Another open article.
#[tauri::command(async)]
pub(crate) fn choose(room: State<'_, Room>, article: &str) -> Answer {
    room.desk().choose(article)
}

/// A change that can be undone.
#[tauri::command(async)]
pub(crate) fn perform(room: State<'_, Room>, command: Command) -> Answer {
    room.desk().perform(command)
}

/// Takes the last change back.
#[tauri::command(async)]
pub(crate) fn undo(room: State<'_, Room>) -> Answer {
    room.desk().undo()
}

/// Makes the change that was taken back again.
#[tauri::command(async)]
pub(crate) fn redo(room: State<'_, Room>) -> Answer {
    room.desk().redo()
}

/// Any point of the history.
#[tauri::command(async)]
pub(crate) fn jump(room: State<'_, Room>, at: u32) -> Answer {
    room.desk().jump(at)
}

/// Another interface language or size of the pane.
#[tauri::command(async)]
pub(crate) fn show(room: State<'_, Room>, language: &str, canvas: (f64, f64)) -> Answer {
    room.desk().show(language, canvas)
}

/// Ends the composing of a figure that is under way or waits.
#[tauri::command(async)]
pub(crate) fn stop(room: State<'_, Room>) {
    room.stop.stop();
}

/// Every country, for the forms that ask for one.
#[tauri::command(async)]
pub(crate) fn countries(language: &str) -> Vec<Country> {
    desk::countries(language)
}

/// A picture into a file that the dialog names; none when it is cancelled.
#[tauri::command(async)]
pub(crate) fn export_picture(
    app: AppHandle,
    room: State<'_, Room>,
    picture: Picture,
) -> Result<Option<Written>, Fault> {
    let (name, bytes) = {
        let desk = room.desk();
        (desk.name(), desk.picture(&picture)?)
    };
    files::save(&app, &name, picture.format, &bytes)
}

/// What the picture will be: its width and height in pixels (two big-endian u32), then the bytes of an SVG, or of a PNG
/// no wider than asked. Empty when a later one has been asked for (`ticket` counts up).
#[tauri::command(async)]
pub(crate) fn preview_picture(
    room: State<'_, Room>,
    picture: Picture,
    widest: u32,
    ticket: u32,
) -> Result<Response, Fault> {
    room.previewed.fetch_max(ticket, Ordering::Relaxed);
    let desk = room.desk();
    // While this one waited for the desk, the reader went on.
    if room.previewed.load(Ordering::Relaxed) > ticket {
        return Ok(Response::new(Vec::new()));
    }
    let preview = desk.preview(&picture, widest)?;
    let mut bytes = Vec::with_capacity(preview.bytes.len() + 8);
    bytes.extend(preview.width.to_be_bytes());
    bytes.extend(preview.height.to_be_bytes());
    bytes.extend(preview.bytes);
    Ok(Response::new(bytes))
}

/// A picture onto the clipboard.
#[tauri::command(async)]
pub(crate) fn copy_picture(app: AppHandle, room: State<'_, Room>, picture: Picture) -> Result<(), Fault> {
    let (width, height, pixels) = room.desk().pixels(&picture)?;
    files::copy_picture(&app, &Image::new_owned(pixels, width, height))
}

/// A picture as a PDF to the program that opens those here, to be printed from there.
#[tauri::command(async)]
pub(crate) fn print_picture(room: State<'_, Room>, picture: Picture) -> Result<(), Fault> {
    let (name, bytes) = {
        let desk = room.desk();
        (desk.name(), desk.picture(&Picture { format: PictureFormat::Pdf, ..picture })?)
    };
    files::print(&name, &bytes)
}

/// A quote onto the clipboard.
#[tauri::command(async)]
pub(crate) fn copy_text(app: AppHandle, text: String) -> Result<(), Fault> {
    files::copy(&app, text)
}

/// Version, credits and libraries.
#[tauri::command(async)]
pub(crate) fn about() -> About {
    desk::about(libraries::all())
}

/// Opens the file of a second call in this window, and tells the page.
#[cfg_attr(feature = "e2e", allow(dead_code))]
pub(crate) fn open_beside(app: &AppHandle, path: &Path) {
    // A page that has gone hears nothing; there is nobody else to tell.
    let _ = match open(&app.state::<Room>(), path) {
        Ok(snapshot) => app.emit("snapshot", snapshot),
        Err(fault) => app.emit("fault", fault),
    };
}

fn open(room: &Room, path: &Path) -> Answer {
    let bytes = files::read(path)?;
    room.desk().open_file(path, &bytes)
}

/// Says what went wrong beside an answer that is good all the same.
fn tell(app: &AppHandle, fault: Fault) -> Result<(), Fault> {
    app.emit("fault", fault.clone()).map_err(|_| fault)
}
