//! Faint lines that say how a figure is put in order: rings, regions, columns of time. They follow from where the nodes
//! stand, so that a figure composed again from its places has the same ones.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use model::{Language, PartialDate};

use crate::measure;
use crate::scene::{Anchor, EdgeGlyph, Guide, Label, Line, Mark, NodeGlyph, Rect, Stroke, Token};
use crate::sketch::{Arrangement, Sketch, SketchNode};

use super::geometry::bounds_of;
use super::order;
use super::path::{self, number};
use super::rooms::{self, HEAD};

/// Words of a guide.
const SIZE: f64 = 11.0;
/// Room between what stands in a region and its edge.
const AIR: f64 = 9.0;

/// The guides of the sketch's arrangement.
pub(crate) fn of(sketch: &Sketch, nodes: &[NodeGlyph], edges: &[EdgeGlyph]) -> Vec<Guide> {
    let placed: BTreeMap<&str, &NodeGlyph> = nodes.iter().map(|node| (node.id.as_str(), node)).collect();
    let all: Vec<(&SketchNode, &NodeGlyph)> = sketch
        .nodes
        .iter()
        .filter_map(|node| placed.get(node.id.as_str()).map(|glyph| (node, *glyph)))
        .collect();
    match &sketch.arrangement {
        Arrangement::Radial { .. } => sketch
            .focus()
            .and_then(|id| placed.get(id).copied())
            .map_or_else(Vec::new, |focus| rings(focus, &placed, edges)),
        Arrangement::Kind => regions(sketch, &all),
        Arrangement::Timeline => {
            let zones = order::zones(sketch).unwrap_or_default();
            let lower = |node: &&NodeGlyph| {
                let at = sketch.nodes.iter().position(|other| other.id == node.id);
                at.is_some_and(|at| zones[at] == 1)
            };
            let (below, above): (Vec<&NodeGlyph>, Vec<&NodeGlyph>) = nodes.iter().partition(lower);
            columns(&all, (&above, &below), sketch.language)
        }
        Arrangement::Stress | Arrangement::Layered | Arrangement::Circular => Vec::new(),
    }
}

/// A circle for each number of steps from the focus, at the middle distance of those that are so far.
fn rings(focus: &NodeGlyph, placed: &BTreeMap<&str, &NodeGlyph>, edges: &[EdgeGlyph]) -> Vec<Guide> {
    let mut seen: Vec<&str> = vec![&focus.id];
    let mut ring = vec![focus.id.as_str()];
    let mut radii = Vec::new();
    loop {
        let mut next: Vec<&str> = Vec::new();
        for edge in edges {
            for (here, there) in [(&edge.from, &edge.to), (&edge.to, &edge.from)] {
                let (here, there) = (here.as_str(), there.as_str());
                if ring.contains(&here) && !seen.contains(&there) {
                    seen.push(there);
                    next.push(there);
                }
            }
        }
        if next.is_empty() {
            break;
        }
        let mut far: Vec<f64> = next
            .iter()
            .filter_map(|id| placed.get(id))
            .map(|node| libm::hypot(node.x - focus.x, node.y - focus.y))
            .collect();
        far.sort_by(f64::total_cmp);
        radii.push(far.get(far.len() / 2).copied().unwrap_or_default());
        ring = next;
    }
    // Other parts are on no ring: the circles end where those that are on one end.
    let own = around(seen.iter().filter_map(|id| placed.get(id).copied()));
    let guide = |r| Guide { mark: drawn(arcs((focus.x, focus.y), r, own)), label: None };
    radii.into_iter().map(guide).collect()
}

/// A frame for each region that has anybody.
fn regions(sketch: &Sketch, all: &[(&SketchNode, &NodeGlyph)]) -> Vec<Guide> {
    let glyphs: Vec<Rect> = all.iter().map(|(_, glyph)| round(glyph)).collect();
    // A label that reaches into another region does not take the frame there.
    let rooms = rooms::of(sketch, &glyphs);
    let mut frames: BTreeMap<usize, Rect> = BTreeMap::new();
    for ((node, glyph), room) in all.iter().zip(&rooms) {
        let own = within(around(std::iter::once(*glyph)), *room);
        let frame = frames.entry(order::region(node.what)).or_insert(own);
        *frame = bounds_of([*frame, own].into_iter());
    }
    let name = |region: usize| {
        let (id, en) = [
            ("Tokoh", "People"),
            ("Negara dan tempat", "Countries and places"),
            ("Organisasi dan kelompok", "Organisations and groups"),
            ("Lainnya", "Other"),
            ("Peristiwa", "Events"),
        ][region.min(4)];
        if sketch.language == Language::Indonesian { id } else { en }
    };
    let framed = |(region, b): (usize, Rect)| {
        let words = name(region);
        let wide = (b.w + AIR).max(measure::width(words, SIZE, 600) + AIR * 2.0);
        let (x, y) = (b.x - AIR / 2.0, b.y - HEAD);
        let frame = Rect { x, y, w: wide, h: b.h + AIR / 2.0 + HEAD };
        Guide { mark: boxed(frame), label: Some(label(words, x + AIR, y + 14.0, Anchor::Start)) }
    };
    frames.into_iter().map(framed).collect()
}

fn within(b: Rect, room: Rect) -> Rect {
    let (left, top) = (b.x.max(room.x), b.y.max(room.y));
    let (right, bottom) = ((b.x + b.w).min(room.x + room.w), (b.y + b.h).min(room.y + room.h));
    Rect { x: left, y: top, w: (right - left).max(0.0), h: (bottom - top).max(0.0) }
}

/// The date over each column and a line between two; a line over the lane of what has no date.
fn columns(
    all: &[(&SketchNode, &NodeGlyph)],
    (above, below): (&[&NodeGlyph], &[&NodeGlyph]),
    language: Language,
) -> Vec<Guide> {
    let mut dated: BTreeMap<String, (PartialDate, Vec<&NodeGlyph>)> = BTreeMap::new();
    for (node, glyph) in all {
        if let Some(when) = node.when {
            dated.entry(when.to_string()).or_insert_with(|| (when, Vec::new())).1.push(glyph);
        }
    }
    let whole = around(all.iter().map(|(_, glyph)| *glyph));
    let (time, lane) = (around(above.iter().copied()), around(below.iter().copied()));
    // Where the reader has moved one among the others there is no line between them.
    let lowest = above.iter().map(|node| node.y + node.r).fold(f64::MIN, f64::max);
    let highest = below.iter().map(|node| node.y - node.r).fold(f64::MAX, f64::min);
    // Where nothing has a date the words stand over all of it.
    let halfway = if above.is_empty() {
        lane.y - HEAD
    } else {
        f64::midpoint((time.y + time.h).min(highest), (lane.y - HEAD).max(lowest))
    };
    let split = (!below.is_empty() && lowest < highest).then_some(halfway);
    let (top, bottom) = (whole.y - HEAD - AIR, split.unwrap_or(whole.y + whole.h));
    let mut guides = Vec::new();
    let mut last: Option<f64> = None;
    for (when, glyphs) in dated.values() {
        let xs = || glyphs.iter().map(|node| node.x);
        let (left, right) = (xs().fold(f64::MAX, f64::min), xs().fold(f64::MIN, f64::max));
        let x = last.filter(|last| *last < left).map(|last| f64::midpoint(last, left));
        let mark = x.map_or_else(|| line([left, top, left, top]), |x| line([x, top, x, bottom]));
        let words = date(*when, language);
        let label = label(&words, f64::midpoint(left, right), top + 12.0, Anchor::Middle);
        guides.push(Guide { mark, label: Some(label) });
        last = Some(last.map_or(right, |last: f64| last.max(right)));
    }
    if let Some(y) = split {
        let words = if language == Language::Indonesian { "Tanpa tanggal" } else { "Undated" };
        let mark = line([whole.x, y, whole.x + whole.w, y]);
        guides.push(Guide { mark, label: Some(label(words, whole.x, y + 14.0, Anchor::Start)) });
    }
    guides
}

/// "24 Agu 2025", "Agu 2025", "2025".
fn date(when: PartialDate, language: Language) -> String {
    const ID: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
    const EN: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let months = if language == Language::Indonesian { ID } else { EN };
    let month = |month: i8| months[(month.clamp(1, 12) - 1) as usize];
    match when {
        PartialDate::Year(year) => year.to_string(),
        PartialDate::Month(year, of_year) => format!("{} {year}", month(of_year)),
        PartialDate::Day(date) => format!("{} {} {}", date.day(), month(date.month()), date.year()),
    }
}

/// Around glyphs and labels.
fn around<'a>(nodes: impl Iterator<Item = &'a NodeGlyph>) -> Rect {
    bounds_of(nodes.flat_map(|node| {
        let b = node.label.bounds;
        [round(node), Rect { x: node.x + b.x, y: node.y + b.y, w: b.w, h: b.h }]
    }))
}

fn round(node: &NodeGlyph) -> Rect {
    Rect { x: node.x - node.r, y: node.y - node.r, w: node.r * 2.0, h: node.r * 2.0 }
}

fn label(words: &str, x: f64, y: f64, anchor: Anchor) -> Label {
    let width = measure::width(words, SIZE, 600);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - width / 2.0,
        Anchor::End => x - width,
    };
    Label {
        lines: vec![Line { text: words.to_owned(), x, y }],
        anchor,
        size: SIZE,
        weight: 600,
        color: INK,
        bounds: Rect { x: left, y: y - SIZE, w: width, h: SIZE + 3.0 },
        shown: true,
    }
}

const INK: Token = "ink-3";

fn drawn(d: String) -> Mark {
    let stroke = Stroke { color: "line", width: 1.0, dash: Vec::new(), round: false };
    Mark { d, fill: None, stroke: Some(stroke) }
}

fn line([x0, y0, x1, y1]: [f64; 4]) -> Mark {
    let [x0, y0, x1, y1] = [x0, y0, x1, y1].map(number);
    drawn(format!("M{x0} {y0}L{x1} {y1}"))
}

/// What of a circle is in the box, to two degrees.
fn arcs((x, y): (f64, f64), r: f64, sheet: Rect) -> String {
    const STEPS: usize = 180;
    let place = |step: usize| {
        let (sin, cos) = libm::sincos(step as f64 * std::f64::consts::TAU / STEPS as f64);
        (x + r * cos, y + r * sin)
    };
    let on = |step: usize| {
        let (px, py) = place(step);
        px >= sheet.x && px <= sheet.x + sheet.w && py >= sheet.y && py <= sheet.y + sheet.h
    };
    let Some(out) = (0..STEPS).find(|&step| !on(step)) else { return path::circle_at(x, y, r) };
    let mut d = String::new();
    let mut from: Option<usize> = None;
    for step in out..=out + STEPS {
        match (from, on(step % STEPS)) {
            (None, true) => from = Some(step),
            (Some(start), false) => {
                let ((x0, y0), (x1, y1)) = (place(start), place(step - 1));
                let large = u8::from((step - 1 - start) * 2 > STEPS);
                let [x0, y0, x1, y1, r] = [x0, y0, x1, y1, r].map(number);
                // Writing to a string does not fail.
                let _ = write!(d, "M{x0} {y0}A{r} {r} 0 {large} 1 {x1} {y1}");
                from = None;
            }
            _ => {}
        }
    }
    d
}

/// With round corners.
fn boxed(Rect { x, y, w, h }: Rect) -> Mark {
    let c = 8.0_f64.min(w / 2.0).min(h / 2.0);
    let [x, y, wide, high, c, back_wide, back_high, minus] =
        [x + c, y, w - c * 2.0, h - c * 2.0, c, c * 2.0 - w, c * 2.0 - h, -c].map(number);
    drawn(format!(
        "M{x} {y}h{wide}a{c} {c} 0 0 1 {c} {c}v{high}a{c} {c} 0 0 1 {minus} {c}h{back_wide}a{c} {c} 0 0 1 {minus} {minus}\
         v{back_high}a{c} {c} 0 0 1 {c} {minus}Z"
    ))
}
