//! The main job, from the start of the program to the pictures on the disk.
//!
//! Each step is a sentence and is printed with its time; the first that fails ends the run, with a screenshot.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::driver::Window;
use crate::page::{Page, key};
use crate::{Outcome, Run, screens, times};

/// An article of our own making, for the paste.
const SECOND: &str = include_str!("../second.txt");

/// All of it.
pub(crate) async fn travel(run: &Run) -> Outcome {
    let exchange = fresh(&run.out.join("exchange"))?;
    if run.offline {
        step("there is no network", async { no_network() }).await?;
        step("the command line reads the sample without a network", async { command_line(run) }).await?;
    }
    let window = Window::open(&run.program, &[], &run.out.join("home"), &exchange).await?;
    let page = &window.page;
    let outcome = main_job(run, &window, &exchange).await;
    if outcome.is_err() {
        failed(page, run).await;
    }
    let closed = window.close().await;
    outcome.and(closed)?;
    step("a name changed in the text is the name in the window", changed_name(run, &exchange)).await
}

async fn main_job(run: &Run, window: &Window, exchange: &Path) -> Outcome {
    let page = &window.page;
    step("the sample is on screen as a graph", sample_shown(page)).await?;
    println!("         {}", times::sentence(window).await?);
    page.resize(1280, 800).await?;
    step("a click on a person selects it everywhere", select_person(page)).await?;
    step("a click on a claim flashes its quote in the article", flash(page)).await?;
    step("a neighbour, and Back", neighbour_and_back(page)).await?;
    step("a dragged node stays, and undo brings it back", drag_and_undo(page)).await?;
    step("a pasted address is refused in a sentence and the graph kept", refuse_address(page)).await?;
    step("a pasted article becomes the graph", paste_second(page)).await?;
    step("a file opens through the dialog", open_file(page, exchange)).await?;
    step("SVG and PNG are exported", export_both(page, exchange)).await?;
    step("both pictures open again", reopen_both(page, exchange)).await?;
    step("nothing leads out of the page", guarded(page)).await?;
    step("two themes, two languages", screens::all_faces(page, &run.out)).await?;
    step("no security policy was violated, no script failed", quiet(page)).await
}

/// Runs one step under its name.
async fn step(name: &str, work: impl Future<Output = Outcome>) -> Outcome {
    let start = Instant::now();
    let outcome = tokio::time::timeout(Duration::from_secs(60), work).await;
    let outcome = outcome.unwrap_or_else(|_| Err("did not end within a minute".to_owned()));
    let word = if outcome.is_ok() { "ok    " } else { "FAILED" };
    println!("  {word} {:>5.1} s  {name}", start.elapsed().as_secs_f64());
    outcome.map_err(|error| format!("{name}: {error}"))
}

/// What the graph, the article and the errors say, for whoever reads a failure.
async fn failed(page: &Page, run: &Run) {
    let shot = run.out.join("failed.png");
    if screens::shot(&shot, 1280, 800).is_ok() {
        eprintln!("See {}.", shot.display());
    }
    if let Ok(heard) = page.ask("window.__heard").await {
        eprintln!("The page said: {heard}");
    }
}

fn fresh(folder: &Path) -> Outcome<PathBuf> {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    Ok(folder.to_owned())
}

/// In an empty namespace no address can be reached: the kernel says so at once. (The address is TEST-NET-1, RFC 5737.)
fn no_network() -> Outcome {
    let elsewhere = std::net::SocketAddr::from(([192, 0, 2, 1], 80));
    match std::net::TcpStream::connect_timeout(&elsewhere, Duration::from_secs(2)) {
        Err(error) if error.kind() == std::io::ErrorKind::NetworkUnreachable => Ok(()),
        Err(error) => Err(format!("there may be a network: {error}")),
        Ok(_) => Err("there is a network".to_owned()),
    }
}

fn command_line(run: &Run) -> Outcome {
    let warta = run.program.with_file_name("warta");
    let output = Command::new(&warta).arg("extract").arg(&run.sample).output();
    let output = output.map_err(|error| format!("{}: {error}", warta.display()))?;
    let read: Value = serde_json::from_slice(&output.stdout).map_err(|error| format!("no JSON: {error}"))?;
    if output.status.success() && read.to_string().contains("Zelenskyy") {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).into_owned())
    }
}

/// The graph is there when the page says so.
pub(crate) async fn sample_shown(page: &Page) -> Outcome {
    page.until("the first graph is drawn", "document.documentElement.dataset.ready === 'graph'").await?;
    let nodes = page.number("document.querySelectorAll('[data-node]').length").await?;
    let mentions = page.number("document.querySelectorAll('[data-entity]').length").await?;
    let article = page.text("document.querySelector('[data-pane=article]').textContent").await?;
    if nodes < 15.0 || mentions < 30.0 || !article.contains("Koalisi yang Bersedia") {
        return Err(format!("{nodes} nodes, {mentions} mentions"));
    }
    Ok(())
}

/// Id of a node whose accessible name begins so.
async fn node_named(page: &Page, name: &str) -> Outcome<String> {
    let name = Value::String(name.to_owned());
    let id = page
        .text(&format!(
            "[...document.querySelectorAll('[data-node]')]\
             .find(n => (n.getAttribute('aria-label') ?? n.textContent).includes({name}))?.dataset.node"
        ))
        .await?;
    if id.is_empty() { Err(format!("no node is named {name}")) } else { Ok(id) }
}

async fn select_person(page: &Page) -> Outcome {
    let id = node_named(page, "Carney").await?;
    page.click(&format!("[data-node={id:?}]")).await?;
    page.until(
        "the node is selected",
        &format!("document.querySelector('[data-node={id:?}][data-selected]')"),
    )
    .await?;
    page.until(
        "the inspector names it",
        "document.querySelector('[data-pane=inspector]').textContent.includes('Carney')",
    )
    .await?;
    page.until("a mention of it is in view", &in_view(&format!("[data-entity={id:?}]"))).await
}

/// Whether any element that matches lies within the article's pane.
fn in_view(selector: &str) -> String {
    format!(
        "[...document.querySelectorAll('[data-pane=article] {}')].some(e => {{ \
         const r = e.getBoundingClientRect(), p = document.querySelector('[data-pane=article]').getBoundingClientRect(); \
         return r.top >= p.top - 1 && r.bottom <= p.bottom + 1 && r.height > 0; }})",
        selector.replace('\'', "\"")
    )
}

async fn flash(page: &Page) -> Outcome {
    page.click("[data-pane=inspector] [data-go]").await?;
    page.until("a quote flashes", "document.querySelector('[data-pane=article] [data-flash]')").await?;
    page.until("the quote is in view", &in_view("[data-flash]")).await
}

/// Id of what is selected in the graph.
const SELECTED: &str =
    "(e => e?.dataset.node ?? e?.dataset.claim ?? '')(document.querySelector('[data-selected]'))";

async fn neighbour_and_back(page: &Page) -> Outcome {
    let before = page.text(SELECTED).await?;
    let next = format!(
        "document.querySelector('[data-pane=inspector] [data-go]:not([data-go={before:?}])')?.dataset.go"
    );
    let neighbour = page.text(&next).await?;
    if neighbour.is_empty() {
        return Err("the inspector leads nowhere".to_owned());
    }
    page.click(&format!("[data-pane=inspector] [data-go={neighbour:?}]")).await?;
    page.until("the neighbour is selected", &format!("{SELECTED} !== {before:?}")).await?;
    page.click("[data-action=back]").await?;
    page.until("Back leads back", &format!("{SELECTED} === {before:?}")).await?;
    page.press(&[key::ALT], key::LEFT).await?;
    page.until("Alt+Left leads further back", &format!("{SELECTED} !== {before:?}")).await
}

async fn drag_and_undo(page: &Page) -> Outcome {
    page.press(&[], key::ESCAPE).await?;
    let id = node_named(page, "Carney").await?;
    let node = format!("[data-node={id:?}]");
    let place = format!(
        "(r => [Math.round(r.x), Math.round(r.y)].join())(document.querySelector('{node}').getBoundingClientRect())"
    );
    let first = page.text(&place).await?;
    let from = page.middle(&node).await?;
    page.drag(from, (40.0, 30.0)).await?;
    page.until("the node has moved", &format!("{place} !== {first:?}")).await?;
    page.until("the change can be undone", "!document.querySelector('[data-action=undo]').disabled").await?;
    page.press(&[key::CONTROL], 'z').await?;
    page.until("undo brings it back", &format!("{place} === {first:?}")).await
}

async fn paste(page: &Page, text: &str) -> Outcome {
    page.click("[data-action=paste]").await?;
    page.fill("[data-dialog=paste] [data-field=text]", text).await?;
    page.click("[data-dialog=paste] [data-confirm]").await
}

async fn refuse_address(page: &Page) -> Outcome {
    let count = "document.querySelectorAll('[data-node]').length";
    let before = page.number(count).await?;
    paste(page, "https://example.org/berita/1").await?;
    page.until("a sentence says so", "document.querySelector('[data-fault=webAddress]')").await?;
    let after = page.number(count).await?;
    page.press(&[], key::ESCAPE).await?;
    if before == after { Ok(()) } else { Err(format!("{before} nodes before, {after} after")) }
}

async fn paste_second(page: &Page) -> Outcome {
    paste(page, SECOND).await?;
    page.until(
        "the article is the pasted one",
        "document.querySelector('[data-pane=article]').textContent.includes('Halvorsen')",
    )
    .await?;
    page.until("no node of the sample is left", "![...document.querySelectorAll('[data-node]')].some(n => (n.getAttribute('aria-label') ?? n.textContent).includes('Carney'))").await?;
    node_named(page, "Norwegia").await.map(|_| ())
}

async fn open_file(page: &Page, exchange: &Path) -> Outcome {
    fs::write(exchange.join("open.txt"), SECOND.replace("Halvorsen", "Kristoffersen"))
        .map_err(|e| e.to_string())?;
    page.click("[data-action=open]").await?;
    page.until(
        "the article is the opened one",
        "document.querySelector('[data-pane=article]').textContent.includes('Kristoffersen')",
    )
    .await
}

async fn export_both(page: &Page, exchange: &Path) -> Outcome {
    for format in ["svg", "png"] {
        page.click("[data-action=export]").await?;
        page.click(&format!("[data-dialog=export] [data-format={format}]")).await?;
        page.click("[data-dialog=export] [data-confirm]").await?;
        wait_for_file(exchange, format).await?;
        page.until("the dialog closes", "!document.querySelector('[data-dialog=export]')").await?;
    }
    Ok(())
}

async fn wait_for_file(folder: &Path, ending: &str) -> Outcome<PathBuf> {
    let until = Instant::now() + Duration::from_secs(15);
    loop {
        let entries = fs::read_dir(folder).map_err(|error| error.to_string())?;
        let found =
            entries.flatten().map(|e| e.path()).find(|path| path.extension().is_some_and(|e| e == ending));
        match found {
            Some(path) => return Ok(path),
            None if Instant::now() > until => return Err(format!("no .{ending} was written")),
            None => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

/// A browser engine opens what was exported: as large as it should be, and the SVG as well-formed XML with its words.
async fn reopen_both(page: &Page, exchange: &Path) -> Outcome {
    for (ending, kind) in [("svg", "image/svg+xml"), ("png", "image/png")] {
        let path = wait_for_file(exchange, ending).await?;
        let bytes = fs::read(&path).map_err(|error| error.to_string())?;
        let size = page
            .ask_later(&format!(
                "(async () => {{ const i = new Image(); i.src = 'data:{kind};base64,{}'; await i.decode(); \
                 return i.naturalWidth * 10000 + i.naturalHeight; }})()",
                base64(&bytes)
            ))
            .await?;
        let size = size.as_u64().ok_or(format!("{}: {size}", path.display()))?;
        if size / 10_000 < 300 || size % 10_000 < 200 {
            return Err(format!("{} is {} x {}", path.display(), size / 10_000, size % 10_000));
        }
        if ending == "png" && !bytes.windows(4).any(|chunk| chunk == b"pHYs") {
            return Err("the PNG does not say its dots per inch".to_owned());
        }
        if ending == "svg" {
            let text =
                Value::String(String::from_utf8(bytes).map_err(|_| "the SVG is not UTF-8".to_owned())?);
            let parsed = page
                .text(&format!(
                    "(d => d.querySelector('parsererror') ? 'broken' : d.documentElement.textContent)\
                     (new DOMParser().parseFromString({text}, 'image/svg+xml'))"
                ))
                .await?;
            if !parsed.contains("Norwegia") {
                return Err("the SVG does not name what it shows".to_owned());
            }
        }
    }
    let left: Vec<_> =
        fs::read_dir(exchange).map_err(|e| e.to_string())?.flatten().map(|e| e.file_name()).collect();
    if left.len() == 3 { Ok(()) } else { Err(format!("something was left behind: {left:?}")) }
}

async fn guarded(page: &Page) -> Outcome {
    page.ask("(location.href = 'https://example.org/', true)").await?;
    tokio::time::sleep(Duration::from_millis(300)).await;
    let place = page.text("location.href").await?;
    if place.contains("example.org") {
        return Err("the page was led away".to_owned());
    }
    page.until("the graph is still there", "document.querySelector('[data-node]')").await?;
    let opened = page.ask("window.open('https://example.org/') === null").await?;
    if opened != Value::Bool(true) {
        return Err("a second window was opened".to_owned());
    }
    // Commands that no capability gives.
    for command in ["plugin:window|close", "plugin:dialog|open", "plugin:clipboard-manager|read_text"] {
        let answer = page.ask_later(&format!("window.__TAURI_INTERNALS__.invoke({command:?})")).await?;
        if !answer.to_string().contains("rejected") {
            return Err(format!("{command} is allowed: {answer}"));
        }
    }
    Ok(())
}

async fn quiet(page: &Page) -> Outcome {
    let heard = page.ask("window.__heard").await?;
    match heard.as_array() {
        Some(heard) if heard.is_empty() => Ok(()),
        _ => Err(heard.to_string()),
    }
}

/// The graph is computed from the text in that run: another name in the text is another name in the window.
async fn changed_name(run: &Run, exchange: &Path) -> Outcome {
    let text = fs::read_to_string(&run.sample).map_err(|error| error.to_string())?;
    let file = run.out.join("changed.txt");
    fs::write(&file, text.replace("Carney", "Tarunegara")).map_err(|error| error.to_string())?;
    let path = file.display().to_string();
    let window = Window::open(&run.program, &[&path], &run.out.join("home"), exchange).await?;
    let page = &window.page;
    let look = async {
        sample_shown(page).await?;
        node_named(page, "Tarunegara").await?;
        match node_named(page, "Carney").await {
            Ok(_) => Err("the old name is still there".to_owned()),
            Err(_) => Ok(()),
        }
    };
    let outcome = look.await;
    if outcome.is_err() {
        failed(page, run).await;
    }
    let closed = window.close().await;
    outcome.and(closed)
}

/// RFC 4648, with padding.
fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let three = [chunk[0], chunk.get(1).copied().unwrap_or(0), chunk.get(2).copied().unwrap_or(0)];
        let bits = u32::from(three[0]) << 16 | u32::from(three[1]) << 8 | u32::from(three[2]);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place)) as usize & 63];
            out.push(if place <= chunk.len() { letter as char } else { '=' });
        }
    }
    out
}
