//! `warta layout`: a graph in, places out; for measuring the layout against others.

use std::fmt::Write as _;
use std::io::Read as _;
use std::path::Path;

use desk::layout::{Link, MOST_CONNECTED, Method, Named, draw_named_by, places_by};
use serde_json::{Value, json};

use crate::args::Layout;
use crate::extract::shown;
use crate::faults::{Problem, quoted};

/// The most bytes of a graph's file.
const MOST_BYTES: u64 = 64 << 20;
/// The most nodes of a graph.
const MOST_NODES: usize = 200_000;
/// The most nodes of a graph with names: every move is priced against all of them.
const MOST_NAMED: usize = 2_000;
/// Of the sheet that a drawing is to fill.
const PROPORTIONS: (f64, f64) = (1100.0, 760.0);

pub(crate) fn run(task: &Layout) -> Result<(), Problem> {
    let bad = |what: String| Problem::Graph { subject: shown(&task.input), what };
    let text = text(&task.input).map_err(bad)?;
    let answer = if task.drawing { drawing(&text, &task.method) } else { positions(&text, &task.method) }
        .map_err(bad)?;
    desk::write_whole(&task.output, answer.as_bytes()).map(|_| ()).map_err(Problem::refused("output"))
}

fn text(input: &Path) -> Result<String, String> {
    let mut bytes = Vec::new();
    let most = MOST_BYTES + 1;
    let read = if input.as_os_str() == "-" {
        std::io::stdin().take(most).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(input).and_then(|file| file.take(most).read_to_end(&mut bytes))
    };
    read.map_err(|_| "it cannot be read; check the name and the permissions".to_owned())?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(format!("it is over the limit of {} MB", MOST_BYTES >> 20));
    }
    String::from_utf8(bytes).map_err(|_| "it is not UTF-8 text".to_owned())
}

/// A line `x y` for each node from 0 to the highest that an edge names.
fn positions(text: &str, method: &Method) -> Result<String, String> {
    let mut links = Vec::new();
    for (k, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let ends: Vec<Option<usize>> =
            line.split_whitespace().map(|word| word.parse().ok().filter(|end| *end < MOST_NODES)).collect();
        let [Some(a), Some(b)] = ends[..] else {
            return Err(format!(
                "line {} is {}; an edge is two node numbers from 0 to {}",
                k + 1,
                quoted(line),
                MOST_NODES - 1
            ));
        };
        links.push(Link { a, b });
    }
    let count = links.iter().map(|link| link.a.max(link.b) + 1).max();
    let count = count.ok_or_else(|| "there is no edge in it".to_owned())?;
    let places = places_by(method, count, &links, PROPORTIONS, &mut |_| true).ok_or_else(too_large)?;
    Ok(places.iter().fold(String::new(), |mut text, (x, y)| {
        // Writing to a string does not fail.
        let _ = writeln!(text, "{x:.5} {y:.5}");
        text
    }))
}

fn too_large() -> String {
    format!("a connected part of it has more than {MOST_CONNECTED} nodes, which is too large")
}

/// `{"nodes": [{"r", "lw", "lh"}], "edges": [[a, b]]}` to `{"nodes": [{"x", "y", "r"}], "labels": [{"x0", "y0", "x1",
/// "y1"}]}`, both in the order of the nodes, in pixels.
fn drawing(text: &str, method: &Method) -> Result<String, String> {
    let graph: Value = serde_json::from_str(text)
        .map_err(|error| format!("it is not JSON: see line {}, column {}", error.line(), error.column()))?;
    let list = |name: &str| graph[name].as_array().ok_or_else(|| format!("it has no list \"{name}\""));
    let nodes: Vec<Named> =
        list("nodes")?.iter().enumerate().map(|(k, node)| named(k, node)).collect::<Result<_, _>>()?;
    if nodes.len() > MOST_NAMED {
        return Err(format!("it has {} nodes, and {MOST_NAMED} is the limit", nodes.len()));
    }
    let links: Vec<Link> = list("edges")?
        .iter()
        .enumerate()
        .map(|(k, edge)| link(k, edge, nodes.len()))
        .collect::<Result<_, _>>()?;
    let spots = draw_named_by(method, &nodes, &links, PROPORTIONS, &mut |_| true).ok_or_else(too_large)?;
    let places: Vec<Value> = spots
        .iter()
        .zip(&nodes)
        .map(|(spot, node)| json!({"x": spot.at.0, "y": spot.at.1, "r": node.radius}))
        .collect();
    let labels: Vec<Value> = spots
        .iter()
        .map(|spot| {
            let [x0, y0, x1, y1] = spot.name;
            json!({"x0": x0, "y0": y0, "x1": x1, "y1": y1})
        })
        .collect();
    Ok(format!("{}\n", json!({"nodes": places, "labels": labels})))
}

fn named(k: usize, node: &Value) -> Result<Named, String> {
    let size = |name: &str| {
        let size = node[name].as_f64().filter(|size| (0.0..=10_000.0).contains(size));
        size.ok_or_else(|| format!("node {k} needs \"{name}\", a number of pixels from 0 to 10000"))
    };
    // Half a pixel is the least that can be seen, and the least that keeps two nodes apart.
    Ok(Named { radius: size("r")?.max(0.5), width: size("lw")?, height: size("lh")? })
}

fn link(k: usize, edge: &Value, count: usize) -> Result<Link, String> {
    let end =
        |i: usize| edge[i].as_u64().and_then(|end| usize::try_from(end).ok()).filter(|end| *end < count);
    match (end(0), end(1)) {
        (Some(a), Some(b)) => Ok(Link { a, b }),
        _ => Err(format!("edge {k} is not a pair of node numbers below {count}")),
    }
}
