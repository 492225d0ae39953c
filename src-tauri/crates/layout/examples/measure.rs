//! Measures drawings of labelled graphs: overlaps, lines through labels, crossings, stress, zoom that fits, time.
//!
//!     cargo run --release -p wartagraf-layout --example measure -- GRAPH.json... [--svg DIR] [--area WxH] [--news N]
//!
//! The scores are those of the common peer measurement. `--news N` adds made-up news graphs of N bodies.

use std::fmt::Write as _;
use std::time::Instant;

use layout::{Area, Block, Body, Extent, Spring, arrange};
use serde_json::Value;

struct Sheet {
    name: String,
    bodies: Vec<Body>,
    edges: Vec<(usize, usize)>,
    labels: Vec<[f64; 4]>,
    length: f64,
}

fn main() {
    let mut files = Vec::new();
    let (mut svg, mut area, mut news) = (None, (1100.0, 760.0), Vec::new());
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--svg" => svg = args.next(),
            "--area" => {
                let text = args.next().unwrap_or_default();
                if let Some((w, h)) = text.split_once('x') {
                    area = (w.parse().unwrap_or(1100.0), h.parse().unwrap_or(760.0));
                }
            }
            "--news" => news.push(args.next().and_then(|v| v.parse().ok()).unwrap_or(60)),
            _ => files.push(arg),
        }
    }
    let mut sheets: Vec<Sheet> = files.iter().filter_map(|file| read(file)).collect();
    for n in news {
        sheets.extend((1..=5).map(|seed| made_up(n, seed)));
    }
    println!("graph            LL  LN   EL    X   stress   zoom   edge cv  bend     ms");
    let mut sums = [0.0; 9];
    for sheet in &sheets {
        let scores = measure(sheet, area, svg.as_deref());
        print_row(&sheet.name, &scores);
        sums.iter_mut().zip(scores).for_each(|(s, v)| *s += v / sheets.len() as f64);
    }
    print_row("mean", &sums);
}

fn print_row(name: &str, s: &[f64; 9]) {
    println!(
        "{name:<14} {:>4.1} {:>3.1} {:>5.1} {:>5.1}   {:.3}   {:.2}   {:>5.2}   {:>5.2} {:>7.1}",
        s[0], s[1], s[2], s[3], s[4], s[5], s[6], s[7], s[8]
    );
}

fn measure(sheet: &Sheet, size: (f64, f64), svg: Option<&str>) -> [f64; 9] {
    let springs: Vec<Spring> =
        sheet.edges.iter().map(|&(a, b)| Spring { a, b, length: sheet.length, weight: 1.0 }).collect();
    let reserved = vec![Block { x: size.0 - 132.0, y: size.1 - 92.0, w: 132.0, h: 92.0 }];
    let area = Area { width: size.0, height: size.1, reserved };
    let clock = Instant::now();
    let cpu = cpu_ms();
    let at = arrange(&sheet.bodies, &springs, &area);
    let ms = cpu.zip(cpu_ms()).map_or(clock.elapsed().as_secs_f64() * 1000.0, |(from, to)| to - from);
    let n = at.len();
    let labels: Vec<[f64; 4]> =
        at.iter().zip(&sheet.labels).map(|(p, l)| [p.0 + l[0], p.1 + l[1], p.0 + l[2], p.1 + l[3]]).collect();
    let (mut ll, mut ln) = (0.0, 0.0);
    for i in 0..n {
        for j in 0..n {
            let (a, b) = (labels[i], labels[j]);
            if i < j && a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3] {
                ll += 1.0;
            }
            if i != j {
                let (x, y) = (at[j].0.clamp(a[0], a[2]), at[j].1.clamp(a[1], a[3]));
                if (x - at[j].0).hypot(y - at[j].1) < sheet.bodies[j].radius {
                    ln += 1.0;
                }
            }
        }
    }
    let side = |a: usize, b: usize, c: usize| {
        (at[b].0 - at[a].0) * (at[c].1 - at[a].1) - (at[b].1 - at[a].1) * (at[c].0 - at[a].0)
    };
    let (mut crossings, mut through) = (0.0, 0.0);
    for (k, &(a, b)) in sheet.edges.iter().enumerate() {
        for &(c, d) in &sheet.edges[k + 1..] {
            if a != c
                && a != d
                && b != c
                && b != d
                && side(a, b, c) * side(a, b, d) < 0.0
                && side(c, d, a) * side(c, d, b) < 0.0
            {
                crossings += 1.0;
            }
        }
        for (i, label) in labels.iter().enumerate() {
            if i != a && i != b && hits(at[a], at[b], *label) {
                through += 1.0;
            }
        }
    }
    let lengths: Vec<f64> =
        sheet.edges.iter().map(|&(a, b)| (at[a].0 - at[b].0).hypot(at[a].1 - at[b].1)).collect();
    let mean = lengths.iter().sum::<f64>() / lengths.len().max(1) as f64;
    let cv =
        (lengths.iter().map(|l| (l - mean).powi(2)).sum::<f64>() / lengths.len().max(1) as f64).sqrt() / mean;
    let low = (0..n).fold((f64::MAX, f64::MAX), |m, i| {
        (
            m.0.min(labels[i][0]).min(at[i].0 - sheet.bodies[i].radius),
            m.1.min(labels[i][1]).min(at[i].1 - sheet.bodies[i].radius),
        )
    });
    let high = (0..n).fold((f64::MIN, f64::MIN), |m, i| {
        (
            m.0.max(labels[i][2]).max(at[i].0 + sheet.bodies[i].radius),
            m.1.max(labels[i][3]).max(at[i].1 + sheet.bodies[i].radius),
        )
    });
    let zoom = (1100.0 / (high.0 - low.0)).min(760.0 / (high.1 - low.1)).min(1.0);
    if let Some(dir) = svg {
        let _ = std::fs::write(format!("{dir}/{}.svg", sheet.name), picture(sheet, &at, &labels, &area));
    }
    [ll, ln, through, crossings, stress(sheet, &at), zoom, cv, bends(sheet, &at), ms]
}

/// Time on the processor where the system tells it: other work on the machine must not count.
fn cpu_ms() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    Some(text.split(' ').next()?.parse::<f64>().ok()? / 1e6)
}

/// Mean bend in degrees at bodies of two lines.
fn bends(sheet: &Sheet, at: &[(f64, f64)]) -> f64 {
    let (mut sum, mut count) = (0.0, 0.0);
    for (i, p) in at.iter().enumerate() {
        let ends: Vec<usize> = sheet
            .edges
            .iter()
            .filter(|e| e.0 == i || e.1 == i)
            .map(|e| if e.0 == i { e.1 } else { e.0 })
            .collect();
        if let [a, b] = ends[..] {
            let (u, v) = ((at[a].0 - p.0, at[a].1 - p.1), (at[b].0 - p.0, at[b].1 - p.1));
            let cos = (u.0 * v.0 + u.1 * v.1) / (u.0.hypot(u.1) * v.0.hypot(v.1)).max(1e-9);
            sum += 180.0 - libm::acos(cos.clamp(-1.0, 1.0)).to_degrees();
            count += 1.0;
        }
    }
    if count > 0.0 { sum / count } else { 0.0 }
}

fn hits(p: (f64, f64), q: (f64, f64), b: [f64; 4]) -> bool {
    let (dx, dy) = (q.0 - p.0, q.1 - p.1);
    let (mut t0, mut t1) = (0.0f64, 1.0f64);
    for (step, room) in [(-dx, p.0 - b[0]), (dx, b[2] - p.0), (-dy, p.1 - b[1]), (dy, b[3] - p.1)] {
        if step == 0.0 {
            if room < 0.0 {
                return false;
            }
        } else if step < 0.0 {
            t0 = t0.max(room / step);
        } else {
            t1 = t1.min(room / step);
        }
    }
    t1 > t0
}

fn stress(sheet: &Sheet, at: &[(f64, f64)]) -> f64 {
    let n = at.len();
    let mut d = vec![vec![f64::INFINITY; n]; n];
    for (from, row) in d.iter_mut().enumerate() {
        row[from] = 0.0;
        let mut queue = vec![from];
        let mut next = 0;
        while next < queue.len() {
            let here = queue[next];
            next += 1;
            for &(a, b) in &sheet.edges {
                for (s, t) in [(a, b), (b, a)] {
                    if s == here && row[t].is_infinite() {
                        row[t] = row[here] + 1.0;
                        queue.push(t);
                    }
                }
            }
        }
    }
    let (mut cross, mut square, mut pairs) = (0.0, 0.0, 0.0);
    for i in 0..n {
        for j in i + 1..n {
            if d[i][j].is_finite() {
                let e = (at[i].0 - at[j].0).hypot(at[i].1 - at[j].1) / d[i][j];
                cross += e;
                square += e * e;
                pairs += 1.0;
            }
        }
    }
    (pairs - cross * cross / square) / pairs
}

fn picture(sheet: &Sheet, at: &[(f64, f64)], labels: &[[f64; 4]], area: &Area) -> String {
    let mut out = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='-60 -60 {} {}' width='{}'><rect x='-60' y='-60' width='100%' height='100%' fill='white'/><rect width='{}' height='{}' fill='#fafaf7' stroke='#ccc'/>",
        area.width + 120.0,
        area.height + 120.0,
        area.width + 120.0,
        area.width,
        area.height
    );
    for b in &area.reserved {
        let _ = write!(out, "<rect x='{}' y='{}' width='{}' height='{}' fill='#eee'/>", b.x, b.y, b.w, b.h);
    }
    for &(a, b) in &sheet.edges {
        let _ = write!(
            out,
            "<line x1='{:.1}' y1='{:.1}' x2='{:.1}' y2='{:.1}' stroke='#69c' stroke-width='1.4'/>",
            at[a].0, at[a].1, at[b].0, at[b].1
        );
    }
    for (i, p) in at.iter().enumerate() {
        let (r, l, e) = (sheet.bodies[i].radius, labels[i], sheet.bodies[i].extent);
        let _ = write!(
            out,
            "<rect x='{:.1}' y='{:.1}' width='{:.1}' height='{:.1}' fill='none' stroke='#ddd' stroke-width='.5'/><rect x='{:.1}' y='{:.1}' width='{:.1}' height='{:.1}' fill='#e8c' fill-opacity='.25'/><circle cx='{:.1}' cy='{:.1}' r='{r:.1}' fill='{}'/>",
            p.0 - e.left,
            p.1 - e.top,
            e.left + e.right,
            e.top + e.bottom,
            l[0],
            l[1],
            l[2] - l[0],
            l[3] - l[1],
            p.0,
            p.1,
            if r < 8.0 { "#e80" } else { "#357" }
        );
    }
    out + "</svg>"
}

fn read(file: &str) -> Option<Sheet> {
    let value: Value = serde_json::from_str(&std::fs::read_to_string(file).ok()?).ok()?;
    let (mut bodies, mut labels) = (Vec::new(), Vec::new());
    for node in value["nodes"].as_array()? {
        let (r, lw, lh) = (node["r"].as_f64()?, node["lw"].as_f64()?, node["lh"].as_f64()?);
        let half = lw.max(2.0 * r) / 2.0 + 2.0;
        bodies.push(Body {
            radius: r,
            extent: Extent { left: half, top: r + 2.0, right: half, bottom: r + lh + 4.0 },
            at: None,
        });
        labels.push([-lw / 2.0, r + 2.0, lw / 2.0, r + 2.0 + lh]);
    }
    let edges = value["edges"]
        .as_array()?
        .iter()
        .filter_map(|e| Some((e[0].as_u64()? as usize, e[1].as_u64()? as usize)))
        .collect();
    let name = std::path::Path::new(file).file_stem()?.to_string_lossy().into_owned();
    Some(Sheet { name, bodies, edges, labels, length: 100.0 })
}

/// A news graph as the window draws it: half events of two or three roles, half actors, some parts apart.
fn made_up(n: usize, seed: u64) -> Sheet {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    let mut unit = move || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (state ^ (state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    };
    let events = n / 2;
    let mut edges = Vec::new();
    let mut degree = vec![1.0; n];
    for event in 0..events {
        let roles = if unit() < 0.7 { 2 } else { 3 };
        for _ in 0..roles {
            let total: f64 = degree[events..].iter().sum();
            let mut left = unit() * total;
            let mut actor = events;
            while actor + 1 < n && left > degree[actor] {
                left -= degree[actor];
                actor += 1;
            }
            if !edges.contains(&(event, actor)) {
                edges.push((event, actor));
                degree[actor] += 0.8;
            }
        }
    }
    let (mut bodies, mut labels) = (Vec::new(), Vec::new());
    for (i, weight) in degree.iter().enumerate() {
        let (radius, w, h) = if i < events {
            (6.5, 56.0 + unit() * 34.0, if unit() < 0.3 { 28.0 } else { 14.0 })
        } else {
            (10.0 + weight.min(7.0), 40.0 + unit() * 80.0, if unit() < 0.3 { 32.0 } else { 16.0 })
        };
        let half = f64::max(w / 2.0, radius) + 3.0;
        bodies.push(Body {
            radius,
            extent: Extent { left: half, top: radius + 3.0, right: half, bottom: radius + 3.0 + h },
            at: None,
        });
        labels.push([-w / 2.0, radius + 2.0, w / 2.0, radius + 2.0 + h]);
    }
    Sheet { name: format!("news{n}_{seed}"), bodies, edges, labels, length: 62.0 }
}
