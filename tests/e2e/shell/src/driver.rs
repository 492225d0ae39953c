//! WebKitWebDriver and one window: started together, ended together.
//!
//! Every window gets fresh folders for what it remembers, so that no run sees another, nor the reader's own.

use std::fs;
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::Outcome;
use crate::page::Page;

/// The driver's process and the window's, which is its child; both ended when this goes.
struct Driver {
    process: Child,
    window: Option<u32>,
}

impl Driver {
    /// The number of the window's process, once it is there.
    fn find_window(&mut self) -> Option<u32> {
        let parent = self.process.id().to_string();
        self.window = fs::read_dir("/proc").ok()?.flatten().find_map(|entry| {
            let number: u32 = entry.file_name().to_str()?.parse().ok()?;
            (stat(number)?.get(1)? == &parent).then_some(number)
        });
        self.window
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // A driver that is ended in haste leaves its window behind.
        if let Some(window) = self.window.filter(|&window| is_child(window, self.process.id())) {
            let _ = Command::new("kill").arg(window.to_string()).stderr(Stdio::null()).status();
            let until = Instant::now() + Duration::from_secs(3);
            while is_child(window, self.process.id()) && Instant::now() < until {
                std::thread::sleep(Duration::from_millis(20));
            }
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the kernel tells of a process, behind its name: state, parent, and so on.
fn stat(number: u32) -> Option<Vec<String>> {
    let line = fs::read_to_string(format!("/proc/{number}/stat")).ok()?;
    Some(line.rsplit(')').next()?.split_whitespace().map(ToOwned::to_owned).collect())
}

/// Whether a process comes from that one, by way of at most three others.
fn descends(number: u32, from: u32) -> bool {
    let parent = |number| stat(number)?.get(1)?.parse::<u32>().ok();
    std::iter::successors(parent(number), |&above| parent(above)).take(4).any(|above| above == from)
}

/// Whether a process is alive and this one's child.
fn is_child(number: u32, parent: u32) -> bool {
    stat(number).is_some_and(|told| told[0] != "Z" && told.get(1) == Some(&parent.to_string()))
}

/// A window under the driver's hands.
pub(crate) struct Window {
    pub(crate) page: Page,
    client: Client,
    driver: Driver,
}

impl Window {
    /// Starts driver and program. `home` is emptied first; `exchange` is the folder of the dialog seam.
    pub(crate) async fn open(program: &Path, args: &[&str], home: &Path, exchange: &Path) -> Outcome<Self> {
        let _ = fs::remove_dir_all(home);
        Self::open_again(program, args, home, exchange).await
    }

    /// The same, with the size that a window is said to have had when it was last closed.
    pub(crate) async fn open_sized(
        program: &Path,
        size: (u32, u32),
        home: &Path,
        exchange: &Path,
    ) -> Outcome<Self> {
        let _ = fs::remove_dir_all(home);
        let kept = home.join("config/id.wartagraf.app");
        let state = json!({"main": {
            "width": size.0, "height": size.1, "x": 0, "y": 0, "prev_x": 0, "prev_y": 0,
            "maximized": false, "visible": true, "decorated": true, "fullscreen": false
        }});
        fs::create_dir_all(&kept)
            .and_then(|()| fs::write(kept.join(".window-state.json"), state.to_string()))
            .map_err(|error| format!("{}: {error}", kept.display()))?;
        Self::open_again(program, &[], home, exchange).await
    }

    async fn open_again(program: &Path, args: &[&str], home: &Path, exchange: &Path) -> Outcome<Self> {
        fs::create_dir_all(home).map_err(|error| format!("{}: {error}", home.display()))?;
        let port = free_port()?;
        let child = Command::new("WebKitWebDriver")
            .arg(format!("--port={port}"))
            .env("TAURI_AUTOMATION", "true")
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .env("WARTAGRAF_E2E_PATH", exchange)
            .env("XDG_DATA_HOME", home.join("data"))
            .env("XDG_CONFIG_HOME", home.join("config"))
            .env("XDG_CACHE_HOME", home.join("cache"))
            .env("NO_AT_BRIDGE", "1")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .map_err(|error| format!("WebKitWebDriver cannot be started: {error}"))?;
        let mut driver = Driver { process: child, window: None };
        let client = connect(port, program, args).await?;
        let page = Page::new(client.clone());
        driver.find_window().ok_or("the window's process is not to be found")?;
        Ok(Self { page, client, driver })
    }

    /// Closes the window. The driver goes with `self`, also when this fails.
    pub(crate) async fn close(self) -> Outcome {
        let closed = tokio::time::timeout(Duration::from_secs(10), self.client.clone().close()).await;
        match closed {
            Ok(Ok(())) => Ok(()),
            Ok(Err(error)) => Err(format!("the window does not close: {error}")),
            Err(_) => Err("the window does not close within 10 s".to_owned()),
        }
    }

    /// CPU time that the main thread of the page's process has taken, in milliseconds; not a number where the kernel
    /// does not tell.
    pub(crate) fn page_cpu(&self) -> f64 {
        let page = self.driver.window.and_then(|window| {
            fs::read_dir("/proc").ok()?.flatten().find_map(|entry| {
                let number: u32 = entry.file_name().to_str()?.parse().ok()?;
                let name = fs::read_to_string(format!("/proc/{number}/comm")).ok()?;
                (name.starts_with("WebKitWebProces") && descends(number, window)).then_some(number)
            })
        });
        let told = page.and_then(|page| fs::read_to_string(format!("/proc/{page}/schedstat")).ok());
        let nanoseconds = told.and_then(|told| told.split(' ').next()?.parse::<f64>().ok());
        nanoseconds.map_or(f64::NAN, |nanoseconds| nanoseconds / 1e6)
    }

    /// When the program was started, in Unix milliseconds, as the kernel tells it (to 10 ms).
    pub(crate) fn started(&self) -> Outcome<f64> {
        let told = self.driver.window.and_then(stat).ok_or("the program is not running")?;
        // Field 22 of the whole line: hundredths of a second since the machine started.
        let ticks: f64 = told.get(19).and_then(|ticks| ticks.parse().ok()).ok_or("no start time")?;
        let uptime = fs::read_to_string("/proc/uptime").map_err(|error| error.to_string())?;
        let uptime: f64 = uptime.split(' ').next().and_then(|t| t.parse().ok()).ok_or("no uptime")?;
        let now =
            std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_err(|e| e.to_string())?;
        Ok(now.as_secs_f64() * 1000.0 - (uptime - ticks / 100.0) * 1000.0)
    }
}

async fn connect(port: u16, program: &Path, args: &[&str]) -> Outcome<Client> {
    let mut capabilities = Capabilities::new();
    capabilities.insert("webkitgtk:browserOptions".to_owned(), json!({ "binary": program, "args": args }));
    let mut builder = ClientBuilder::new(HttpConnector::new());
    builder.capabilities(capabilities);
    let address = format!("http://127.0.0.1:{port}");
    let until = Instant::now() + Duration::from_secs(20);
    loop {
        let session = tokio::time::timeout(Duration::from_secs(30), builder.connect(&address)).await;
        match session {
            Ok(Ok(client)) => return Ok(client),
            // The driver needs a moment before it listens.
            Ok(Err(_)) if Instant::now() < until => tokio::time::sleep(Duration::from_millis(100)).await,
            Ok(Err(error)) => return Err(format!("the driver gives no window: {error}")),
            Err(_) => return Err("the driver gives no window within 30 s".to_owned()),
        }
    }
}

fn free_port() -> Outcome<u16> {
    let listener = TcpListener::bind("127.0.0.1:0").map_err(|error| format!("no loopback: {error}"))?;
    listener.local_addr().map(|address| address.port()).map_err(|error| error.to_string())
}
