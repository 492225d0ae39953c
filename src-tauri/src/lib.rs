//! The desktop shell: a window around the use cases of `desk`.
//!
//! It holds no knowledge of its own: `commands` has one line a command, `files` is the only place that touches a
//! file or a dialog, `libraries` lists what is compiled in, `drawing` knows one quirk of the drawing library. The page is
//! read from the binary, may call the commands of `build.rs` and nothing else, and can go nowhere but to itself.

mod commands;
mod drawing;
mod files;
mod libraries;

use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::AtomicU32;
use std::sync::{Mutex, MutexGuard, PoisonError};

use desk::{Desk, Stopper};
use tauri::webview::NewWindowResponse;
use tauri::{AppHandle, Manager as _, RunEvent, Url, WebviewWindowBuilder};

/// What is on the desk, and the file that the command line named until the page has asked for it.
struct Room {
    desk: Mutex<Desk>,
    /// Ends what the desk was asked for; not behind its lock, which is held meanwhile.
    stop: Stopper,
    named: Mutex<Option<PathBuf>>,
    /// The last preview that was asked for.
    previewed: AtomicU32,
}

impl Room {
    /// The desk, for one thing that is asked for now. Every change of `desk` is whole or not at all, so a poisoned lock is
    /// still a good desk.
    fn desk(&self) -> MutexGuard<'_, Desk> {
        let ticket = self.stop.ask();
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        desk.serve(ticket);
        desk
    }

    /// The file that the command line named, once.
    fn take_named(&self) -> Option<PathBuf> {
        self.named.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Opens the window and serves it until it is closed.
///
/// `wartagraf FILE.txt` opens that file beside the sample.
pub fn run() -> ExitCode {
    drawing::settle();
    let named = named_file(std::env::args().skip(1), &std::env::current_dir().unwrap_or_default());
    let desk = Desk::new();
    let room = Room {
        stop: desk.stopper(),
        desk: Mutex::new(desk),
        named: Mutex::new(named),
        previewed: AtomicU32::new(0),
    };

    let built = single(tauri::Builder::default())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_clipboard_manager::init())
        .plugin(tauri_plugin_window_state::Builder::default().build())
        .manage(room)
        .invoke_handler(tauri::generate_handler![
            commands::start,
            commands::open_text,
            commands::open_bytes,
            commands::open_file,
            commands::choose,
            commands::perform,
            commands::undo,
            commands::redo,
            commands::jump,
            commands::show,
            commands::stop,
            commands::countries,
            commands::export_picture,
            commands::preview_picture,
            commands::copy_picture,
            commands::print_picture,
            commands::copy_text,
            commands::about,
        ])
        .setup(|app| {
            // Without a folder of its own the app reads all the same; only edits of pasted texts are not kept.
            if let Ok(folder) = app.path().app_data_dir() {
                app.state::<Room>().desk().keep_in(folder);
            }
            Ok(open_window(app.handle())?)
        })
        .build(tauri::generate_context!());
    match built {
        Ok(app) => ExitCode::from(app.run_return(|_: &AppHandle, _: RunEvent| {}) as u8),
        Err(error) => {
            eprintln!("wartagraf: the window cannot be opened: {error}");
            ExitCode::FAILURE
        }
    }
}

/// The one window of `tauri.conf.json`, with the guard that neither CSP nor capabilities give: whatever the page
/// tries, it stays the page.
fn open_window(app: &AppHandle) -> tauri::Result<()> {
    let Some(config) = app.config().app.windows.first().cloned() else {
        return Err(tauri::Error::WindowNotFound);
    };
    let window = WebviewWindowBuilder::from_config(app, &config)?
        .on_navigation(is_ours)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_download(|_, _| false);
    #[cfg(feature = "e2e")]
    let window = window.initialization_script(LISTEN);
    window.build()?;
    Ok(())
}

/// Keeps what the page complains of from its first line on, for the end-to-end run to ask.
#[cfg(feature = "e2e")]
const LISTEN: &str = "window.__heard = [];
addEventListener('securitypolicyviolation', e => __heard.push('policy: ' + e.violatedDirective + ' ' + e.blockedURI));
addEventListener('error', e => __heard.push('error: ' + e.message), true);
addEventListener('unhandledrejection', e => __heard.push('rejected: ' + (e.reason?.message ?? JSON.stringify(e.reason))));";

/// Whether an address is the app's own page.
fn is_ours(url: &Url) -> bool {
    match (url.scheme(), url.host_str()) {
        ("tauri", Some("localhost")) | ("http" | "https", Some("tauri.localhost")) => true,
        ("about", _) => url.path() == "blank",
        // The development server of `tauri dev`.
        ("http", Some("localhost")) => tauri::is_dev() && url.port() == Some(5173),
        _ => false,
    }
}

/// The first argument that is not an option, against the folder the program was called in.
fn named_file(mut args: impl Iterator<Item = String>, folder: &std::path::Path) -> Option<PathBuf> {
    args.find(|arg| !arg.starts_with('-') && !arg.is_empty()).map(|arg| folder.join(arg))
}

/// A second `wartagraf FILE` opens FILE in the window that is there.
#[cfg(not(feature = "e2e"))]
fn single(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder.plugin(tauri_plugin_single_instance::init(|app, args, folder| {
        if let Some(window) = app.get_webview_window("main") {
            // A window manager may refuse; the file is opened all the same.
            let _ = window.unminimize();
            let _ = window.set_focus();
        }
        if let Some(path) = named_file(args.into_iter().skip(1), folder.as_ref()) {
            let app = app.clone();
            tauri::async_runtime::spawn_blocking(move || commands::open_beside(&app, &path));
        }
    }))
}

/// The end-to-end run opens several windows, each its own program.
#[cfg(feature = "e2e")]
fn single(builder: tauri::Builder<tauri::Wry>) -> tauri::Builder<tauri::Wry> {
    builder
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_can_go_nowhere_but_to_itself() {
        let ours = |address: &str| is_ours(&Url::parse(address).expect("an address"));
        assert!(ours("tauri://localhost/index.html"));
        assert!(ours("https://tauri.localhost/"));
        for elsewhere in [
            "https://example.org/",
            "http://localhost:8080/",
            "https://tauri.localhost.example.org/",
            "file:///etc/passwd",
            "data:text/html,<p>",
            "javascript:alert(1)",
            "about:config",
        ] {
            assert!(!ours(elsewhere), "{elsewhere}");
        }
    }

    #[test]
    fn the_first_plain_argument_is_the_file() {
        let find = |args: &[&str]| named_file(args.iter().map(ToString::to_string), "/berita".as_ref());
        assert_eq!(find(&[]), None);
        assert_eq!(find(&["--hidden"]), None);
        assert_eq!(find(&["a.txt", "b.txt"]), Some("/berita/a.txt".into()));
        assert_eq!(find(&["-x", "/lain/a.txt"]), Some("/lain/a.txt".into()));
    }
}
