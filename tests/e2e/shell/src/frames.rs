//! Script a frame while the graph is panned, zoomed, hovered over and dragged in, at about 200 nodes, in the engine that
//! the window runs in. Told, never asserted: the machine is not ours.

use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::driver::Window;
use crate::{Outcome, Run};

/// Frames of a gesture in a round, and rounds. Each frame does the same in every round; the least of them counts, for the
/// clock of a page goes on while others have the machine.
const FRAMES: usize = 60;
const ROUNDS: usize = 5;

const SCRIPT: &str = include_str!("frames.js");

/// Every gesture in rounds; median, 95 of 100, and mean of its frames.
pub(crate) async fn take(run: &Run) -> Outcome {
    let article = run.out.join("two-hundred.txt");
    fs::create_dir_all(&run.out)
        .and_then(|()| fs::write(&article, text()))
        .map_err(|error| format!("{}: {error}", article.display()))?;
    let window =
        Window::open(&run.program, &[&article.display().to_string()], &run.out.join("home"), &run.out)
            .await?;
    let told = gestures(&window).await;
    window.close().await?;
    told
}

async fn gestures(window: &Window) -> Outcome {
    let page = &window.page;
    page.resize(1280, 800).await?;
    page.until("the article is a graph", "document.querySelectorAll('[data-node]').length > 150").await?;
    tokio::time::sleep(std::time::Duration::from_millis(1500)).await;
    for gesture in ["pan", "zoom", "hover", "drag"] {
        let mut spent = vec![f64::INFINITY; FRAMES];
        let mut cpu = 0.0;
        let mut nodes = Value::Null;
        for _ in 0..ROUNDS {
            let before = window.page_cpu();
            let answer = page.ask_later(&format!("({SCRIPT})({gesture:?}, {FRAMES})")).await?;
            let changed = answer["changed"].as_u64().unwrap_or_default();
            if changed < FRAMES as u64 / 2 {
                return Err(format!("{gesture}: only {changed} of {FRAMES} frames changed the figure"));
            }
            cpu += window.page_cpu() - before;
            let found = answer["spent"].as_array().ok_or(format!("{gesture}: {answer}"))?;
            for (least, now) in spent.iter_mut().zip(found.iter().filter_map(Value::as_f64)) {
                *least = least.min(now);
            }
            nodes = answer["nodes"].clone();
        }
        spent.sort_by(f64::total_cmp);
        let at = |share: f64| spent[((spent.len() as f64 * share).ceil() as usize).clamp(1, spent.len()) - 1];
        let mean = spent.iter().sum::<f64>() / spent.len() as f64;
        println!(
            "{gesture}, {nodes} nodes: script a frame {:.0} ms, 95 of 100 {:.0} ms, mean {mean:.2} ms; all of the page's main thread {:.1} ms of CPU",
            at(0.5),
            at(0.95),
            cpu / (FRAMES * ROUNDS) as f64
        );
    }
    Ok(())
}

/// A hundred people who meet one another in turn: about as many nodes again are what they do.
fn text() -> String {
    let first = ["Bayu", "Citra", "Dimas", "Endah", "Fajar", "Gita", "Hendra", "Intan", "Joko", "Kirana"];
    let last = [
        "Pratama", "Wijaya", "Kusuma", "Lestari", "Nugroho", "Maharani", "Saputra", "Handoko", "Setiawan",
        "Utami",
    ];
    let verbs = ["bertemu", "memuji", "mengecam", "mendukung"];
    let name = |i: usize| format!("{} {}", first[i % 10], last[(i / 10 + i) % 10]);
    let mut out = String::from("Seratus orang bertemu\n\n");
    for i in 0..100 {
        let _ = write!(out, "{} {} {}. ", name(i), verbs[i % verbs.len()], name((i * 3 + 1) % 100));
        if i % 10 == 9 {
            out.push_str("\n\n");
        }
    }
    out
}
