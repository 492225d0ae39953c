//! How fast a figure of 1,000 named nodes is written, beside programs that draw the same graph at the same places.
//!
//! CPU time, user and system, in one run, so that ratios hold whatever the machine is doing. Graphviz is measured as the
//! process that it is; what starting, reading and laying out nothing costs it is told apart (`-Tdot`). cytoscape.js draws
//! in Chromium: the time of all of the browser's processes counts, since all of them work for the picture.
//! Every copy carries a name of its own, so that nothing can be remembered.

use std::fmt::Write as _;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use draw::{Figure, Lettering, Scene};
use wartagraf_benches::made::Made;
use wartagraf_benches::{Row, clock, median, told};

const NODES: usize = 1_000;
const ROUNDS: usize = 15;
/// Pixels of a picture in 4K.
const WIDE: u32 = 3840;

fn main() -> ExitCode {
    // `cargo test --benches` only asks whether it runs.
    if std::env::args().any(|arg| arg == "--test") {
        return ExitCode::SUCCESS;
    }
    let made = Made::of(NODES);
    let scene = made.scene();
    println!("{} nodes, all named, and {} lines", scene.nodes.len(), made.ends.len());
    let mut rows = Vec::new();
    let bare = Figure { legend: false, ..Figure::default() };
    let text = Figure { lettering: Lettering::Text, ..bare.clone() };
    let picture = Figure { width: Some(WIDE), ..bare.clone() };
    let svg = ours(&mut rows, "SVG, words as outlines", &scene, &bare, |s, f| draw::svg(s, f).into_bytes());
    let lettered = ours(&mut rows, "SVG, words as text", &scene, &text, |s, f| draw::svg(s, f).into_bytes());
    let pdf = ours(&mut rows, "PDF, words as text", &scene, &bare, draw::pdf);
    let png =
        ours(&mut rows, "PNG, 3,840 pixels wide", &scene, &picture, |s, f| draw::png(s, f).expect("it fits"));
    println!("our PNG has {} pixels a side", size(&scene, &picture));
    graphviz(&mut rows, &made, [svg, lettered, pdf]);
    cytoscape(&mut rows, &made, png);
    if told(&rows) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn size(scene: &Scene, figure: &Figure) -> String {
    let (width, height) = draw::sides(scene, figure).expect("it fits");
    format!("{width} x {height}")
}

/// Milliseconds that a file takes, the median, each of a graph with another name in it.
fn ours(
    rows: &mut Vec<Row>,
    name: &str,
    scene: &Scene,
    figure: &Figure,
    file: impl Fn(&Scene, &Figure) -> Vec<u8>,
) -> f64 {
    let mut scene = scene.clone();
    let mut times = Vec::new();
    let mut bytes = 0;
    for copy in 0..ROUNDS {
        scene.nodes[0].label.lines[0].text = format!("Salinan {copy}");
        let start = clock();
        bytes = file(&scene, figure).len();
        times.push((clock() - start) * 1e3);
    }
    let found = median(&mut times);
    rows.push(Row::new(format!("ours: {name}, {} kB", bytes / 1000), found, "ms"));
    found
}

/// `neato -n2`, which keeps the places that it is given.
fn graphviz(rows: &mut Vec<Row>, made: &Made, [svg, lettered, pdf]: [f64; 3]) {
    let graph = |copy: usize| dot(made, copy);
    let Some(bare) = process("neato", &["-n2", "-Tdot"], graph) else {
        return println!(
            "no Graphviz to compare with: install it (Debian: graphviz), or run `cargo xtask bench figures --peers`"
        );
    };
    let their_svg = process("neato", &["-n2", "-Tsvg"], graph).expect("it is there");
    let their_pdf = process("neato", &["-n2", "-Tpdf"], graph).expect("it is there");
    rows.push(Row::new("Graphviz: start, reading and places, no picture", bare, "ms"));
    rows.push(Row::new("Graphviz: SVG, words as text", their_svg, "ms"));
    rows.push(Row::new("Graphviz: PDF", their_pdf, "ms"));
    rows.push(Row::new("Graphviz's SVG in ours (outlines)", their_svg / svg, "times").at_least(1.0));
    rows.push(Row::new("Graphviz's SVG in ours (text)", their_svg / lettered, "times").at_least(1.0));
    rows.push(Row::new("Graphviz's PDF in ours", their_pdf / pdf, "times").at_least(1.0));
    rows.push(Row::new(
        "  SVG without start and reading, in ours (text)",
        (their_svg - bare) / lettered,
        "times",
    ));
    rows.push(Row::new("  PDF without start and reading, in ours", (their_pdf - bare) / pdf, "times"));
}

/// The graph with its places in points, names in the nodes.
fn dot(made: &Made, copy: usize) -> String {
    let mut out = String::from(
        "digraph g { node [shape=circle, fixedsize=true, width=0.3, fontsize=9, style=filled, fillcolor=lightblue]; \
         edge [arrowsize=0.6];\n",
    );
    for (at, node) in made.sketch.nodes.iter().enumerate() {
        let (x, y) = node.at.expect("every node is placed");
        let name = if at == 0 { format!("Salinan {copy}") } else { node.label.clone() };
        let _ = writeln!(out, "{at} [label=\"{name}\", pos=\"{:.2},{:.2}\"];", x * 0.75, -y * 0.75);
    }
    for (from, to) in &made.ends {
        let _ = writeln!(out, "{from} -> {to};");
    }
    out.push_str("}\n");
    out
}

/// Milliseconds of CPU time that a program takes over a graph, the mean; none where it is not there.
fn process(program: &str, args: &[&str], graph: impl Fn(usize) -> String) -> Option<f64> {
    let before = children()?;
    for copy in 0..ROUNDS {
        let path = std::env::temp_dir().join(format!("wartagraf-bench-{}.gv", std::process::id()));
        std::fs::write(&path, graph(copy)).expect("a folder for passing files");
        let ended =
            Command::new(program).args(args).arg(&path).stdout(Stdio::null()).stderr(Stdio::null()).status();
        let _ = std::fs::remove_file(&path);
        ended.ok().filter(std::process::ExitStatus::success)?;
    }
    Some((children()? - before) * 1e3 / ROUNDS as f64)
}

/// Seconds of CPU time of the programs that this one has started and that have ended, user and system.
fn children() -> Option<f64> {
    let told = std::fs::read_to_string("/proc/self/stat").ok()?;
    // After the name, which may hold anything: fields 16 and 17 of proc(5), in hundredths of a second.
    let fields: Vec<&str> = told.rsplit_once(')')?.1.split_whitespace().collect();
    Some((fields.get(13)?.parse::<f64>().ok()? + fields.get(14)?.parse::<f64>().ok()?) / 100.0)
}

/// `png()` of cytoscape.js, as wide as ours.
fn cytoscape(rows: &mut Vec<Row>, made: &Made, png: f64) {
    let Some(peers) = std::env::var_os("WARTAGRAF_PEERS") else {
        return println!(
            "no cytoscape.js to compare with: run `cargo xtask bench figures --peers`, which installs it into cargo's \
             target folder"
        );
    };
    let quoted = |text: &str| format!("\"{text}\"");
    let nodes: Vec<String> = made
        .sketch
        .nodes
        .iter()
        .map(|node| {
            let (x, y) = node.at.expect("every node is placed");
            let event = matches!(node.what, draw::What::Event { .. });
            format!("{{\"name\":{},\"x\":{x},\"y\":{y},\"event\":{event}}}", quoted(&node.label))
        })
        .collect();
    let ends: Vec<String> = made.ends.iter().map(|(from, to)| format!("[{from},{to}]")).collect();
    let graph = format!("{{\"nodes\":[{}],\"edges\":[{}]}}", nodes.join(","), ends.join(","));
    let path = std::env::temp_dir().join(format!("wartagraf-bench-{}.json", std::process::id()));
    std::fs::write(&path, graph).expect("a folder for passing files");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("peers/cytoscape.mjs");
    let output = Command::new("node")
        .arg(script)
        .arg(&path)
        .args([WIDE.to_string(), ROUNDS.to_string()])
        .env("WARTAGRAF_PEERS", peers)
        .stderr(Stdio::inherit())
        .output();
    let _ = std::fs::remove_file(&path);
    let Some(output) = output.ok().filter(|output| output.status.success()) else {
        return println!("no cytoscape.js to compare with: Node, Chromium or its packages are missing");
    };
    let mut least = f64::INFINITY;
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let Some((time, what)) = line.split_once(' ') else { continue };
        let time: f64 = time.parse().expect("milliseconds");
        least = least.min(time);
        rows.push(Row::new(format!("cytoscape.js: {what}"), time, "ms"));
    }
    rows.push(Row::new("cytoscape.js's PNG (its quickest) in ours", least / png, "times").at_least(1.5));
}
