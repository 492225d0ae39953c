//! The label rule, measured from the boxes in the real window: at fit, in a window of 1280 by 800 pixels, no name lies on
//! another or on a node, and enough nodes bear theirs; at twice the zoom all do.
//!
//! Nothing of a text is told but counts; an article goes into the window by way of a copy in the folder of this run.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::driver::Window;
use crate::page::Page;
use crate::screens::face;
use crate::{Outcome, Run};

const SCRIPT: &str = include_str!("labels.js");

/// Every article of the folders, in both themes and languages.
pub(crate) async fn take(run: &Run) -> Outcome {
    let mut broken = Vec::new();
    let mut all = 0;
    for article in articles(&run.articles)? {
        let (name, found) = measured(run, &article).await?;
        for (look, told) in found {
            all += 1;
            println!("{name}, {look}: {told}");
            if let Some(why) = told.fault() {
                broken.push(format!("{name}, {look}: {why}"));
            }
        }
    }
    println!("{all} looks, {} of them against the rule", broken.len());
    if all > 0 && broken.is_empty() { Ok(()) } else { Err(broken.join("\n")) }
}

/// The texts of the folders, in order.
fn articles(folders: &[PathBuf]) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for folder in folders {
        let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let texts = entries.flatten().map(|entry| entry.path());
        let mut texts: Vec<PathBuf> =
            texts.filter(|path| path.extension().is_some_and(|end| end == "txt")).collect();
        texts.sort();
        found.extend(texts);
    }
    Ok(found)
}

/// What one article looks like in every face.
async fn measured(run: &Run, article: &Path) -> Outcome<(String, Vec<(String, Told)>)> {
    let name = article.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let copy = run.out.join("measured.txt");
    let failed = |error: std::io::Error| format!("{}: {error}", article.display());
    fs::create_dir_all(&run.out).map_err(failed)?;
    fs::copy(article, &copy).map_err(failed)?;
    let path = copy.display().to_string();
    let window = Window::open(&run.program, &[&path], &run.out.join("home"), &run.out).await?;
    let page = &window.page;
    let looks = async {
        page.resize(1280, 800).await?;
        page.until("the article is a graph", "document.documentElement.dataset.ready === 'graph'").await?;
        page.until("its nodes stand", "document.querySelectorAll('[data-node]').length > 3").await?;
        let mut looks = Vec::new();
        for theme in ["light", "dark"] {
            for language in ["id", "en"] {
                face(page, theme, language).await?;
                looks.push((format!("{theme}, {language}"), look(page).await?));
            }
        }
        Ok(looks)
    };
    let outcome: Outcome<_> = looks.await;
    let closed = window.close().await;
    fs::remove_file(&copy).map_err(failed)?;
    let looks = outcome?;
    closed.map(|()| (name, looks))
}

/// At fit, then at twice its zoom.
async fn look(page: &Page) -> Outcome<Told> {
    page.press(&[], 'f').await?;
    tokio::time::sleep(Duration::from_millis(400)).await;
    let fit = counts(page).await?;
    let from = zoom(page).await?;
    for _ in 0..20 {
        if zoom(page).await? >= from * 2.0 {
            break;
        }
        page.press(&[], '+').await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    let near = counts(page).await?;
    let reached = zoom(page).await?;
    page.press(&[], 'f').await?;
    Ok(Told { zoom: from, fit, times: reached / from, near })
}

/// Pixels of the screen to a pixel of the figure.
async fn zoom(page: &Page) -> Outcome<f64> {
    page.number("document.querySelector('[data-node]').parentNode.getScreenCTM().a").await
}

async fn counts(page: &Page) -> Outcome<Counts> {
    let told = page.ask(SCRIPT).await?;
    let number = |name: &str| told[name].as_u64().ok_or_else(|| format!("no {name}: {told}"));
    Ok(Counts {
        nodes: number("nodes")?,
        labels: number("labels")?,
        on_label: number("onLabel")?,
        on_node: number("onNode")?,
        outside: number("outside")?,
    })
}

/// Of names and nodes on view.
struct Counts {
    nodes: u64,
    labels: u64,
    on_label: u64,
    on_node: u64,
    outside: u64,
}

/// One look at one article.
struct Told {
    zoom: f64,
    fit: Counts,
    times: f64,
    near: Counts,
}

impl Told {
    /// In what the rule is broken.
    fn fault(&self) -> Option<String> {
        let Counts { nodes, labels, on_label, on_node, outside } = self.fit;
        let share = labels as f64 / nodes.max(1) as f64;
        let least = match nodes {
            0..=60 => 0.85,
            61..=130 => 0.60,
            _ => 0.0,
        };
        if on_label + on_node + outside > 0 {
            Some(format!("{on_label} names on names, {on_node} on nodes, {outside} beyond the pane"))
        } else if share < least {
            Some(format!("{labels} of {nodes} nodes bear a name"))
        } else if self.times >= 2.0 && self.near.labels < self.near.nodes {
            Some(format!("at twice the zoom {} of {} nodes bear a name", self.near.labels, self.near.nodes))
        } else {
            None
        }
    }
}

impl std::fmt::Display for Told {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Counts { nodes, labels, on_label, on_node, outside } = &self.fit;
        write!(
            out,
            "{labels} of {nodes} named at {:.2}, {on_label} on names, {on_node} on nodes, {outside} outside; {} of {} at {:.1} times that",
            self.zoom, self.near.labels, self.near.nodes, self.times
        )
    }
}
