//! WebKitWebDriver and one window: started together, ended together.
//!
//! Every window gets fresh folders for what it remembers, so that no run sees another, nor the reader's own.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use fantoccini::wd::Capabilities;
use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use crate::Outcome;
use crate::page::Page;

/// The driver's process; ended when this goes.
struct Driver(Child);

impl Drop for Driver {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A window under the driver's hands.
pub(crate) struct Window {
    pub(crate) page: Page,
    client: Client,
    program: PathBuf,
    _driver: Driver,
}

impl Window {
    /// Starts driver and program. `home` is emptied first; `exchange` is the folder of the dialog seam.
    pub(crate) async fn open(program: &Path, args: &[&str], home: &Path, exchange: &Path) -> Outcome<Self> {
        let _ = fs::remove_dir_all(home);
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
        let driver = Driver(child);
        let client = connect(port, program, args).await?;
        let page = Page::new(client.clone());
        Ok(Self { page, client, program: program.to_owned(), _driver: driver })
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

    /// When the program was started, in Unix milliseconds, as the kernel tells it (to 10 ms).
    pub(crate) fn started(&self) -> Outcome<f64> {
        let wanted = fs::canonicalize(&self.program).map_err(|error| error.to_string())?;
        let process = fs::read_dir("/proc")
            .map_err(|error| error.to_string())?
            .flatten()
            .map(|entry| entry.path())
            .find(|path| fs::read_link(path.join("exe")).is_ok_and(|exe| exe == wanted))
            .ok_or("the program is not running")?;
        let stat = fs::read_to_string(process.join("stat")).map_err(|error| error.to_string())?;
        // Field 22, counted behind the name in brackets: hundredths of a second since the machine started.
        let behind = stat.rsplit(')').next().unwrap_or_default();
        let ticks: f64 =
            behind.split_whitespace().nth(19).and_then(|t| t.parse().ok()).ok_or("no start time")?;
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
