//! Lines: a claim reads source, diamond, target as one smooth curve; the rest is straight and quiet.

use model::{Modality, Plover, Quad};

use crate::measure;
use crate::scene::{Anchor, EdgeGlyph, EdgePart, Head, Label, Line, Mark, Rect, Stroke, Token};
use crate::sketch::{Sketch, SketchLink};

use super::geometry::{Curve, Point, at, direction, distance, flat, trim};
use super::path::moved;
use super::{Figured, Wire, glyphs, status};

/// All lines along their curves (centre to centre, in the order of the wires), quiet ones first.
pub(crate) fn draw(sketch: &Sketch, figures: &[Figured], wires: &[Wire], curves: &[Curve]) -> Vec<EdgeGlyph> {
    let mut out: Vec<(bool, EdgeGlyph)> = wires
        .iter()
        .zip(curves)
        .map(|(wire, curve)| {
            let link = &sketch.links[wire.link];
            (is_main(link.part), edge(link, wire, curve, sketch, figures))
        })
        .collect();
    out.sort_by_key(|(main, _)| *main);
    out.into_iter().map(|(_, edge)| edge).collect()
}

fn is_main(part: EdgePart) -> bool {
    matches!(part, EdgePart::Source | EdgePart::Target)
}

fn edge(link: &SketchLink, wire: &Wire, curve: &Curve, sketch: &Sketch, figures: &[Figured]) -> EdgeGlyph {
    let reach = |node: usize| glyphs::reach(sketch.nodes[node].what, figures[node].radius);
    let gap = |node: usize, head: bool| {
        reach(node)
            + if head {
                3.0
            } else if figures[node].event {
                1.0
            } else {
                2.0
            }
    };
    let pen = Pen::of(link);
    let head_at_end = link.part == EdgePart::Target && !link.headless;
    // A mutual act needs nothing more: both of its halves are target lines, each with its own head.
    let cut = trim(curve, gap(wire.from, false), gap(wire.to, head_at_end));
    let mut heads = Vec::new();
    let mut body = cut;
    if head_at_end {
        let size = if pen.material { 8.0 } else { 7.0 };
        let tip = cut[3];
        let share = 1.0 - size / distance(cut[0], cut[3]).max(size);
        let back = at(&cut, share.max(0.0));
        heads.push(head(tip, back, size, &pen));
        body = trim(&cut, 0.0, if pen.conflict { size * 0.6 } else { size * 0.85 });
    }
    EdgeGlyph {
        id: link.id.clone(),
        claim: link.claim.clone(),
        from: link.from.clone(),
        to: link.to.clone(),
        part: link.part,
        curve: flat(&body),
        stroke: pen.stroke,
        heads,
        label: link.label.as_deref().map(|words| relation_label(words, at(&cut, 0.5))),
        opacity: if link.uncertain { 0.7 } else { 1.0 },
    }
}

struct Pen {
    stroke: Stroke,
    material: bool,
    conflict: bool,
    color: Token,
}

impl Pen {
    fn of(link: &SketchLink) -> Self {
        if link.part == EdgePart::Relation {
            let dash = if link.knowledge { vec![4.0, 2.0] } else { vec![] };
            return Self::quiet("rel-mark", dash);
        }
        if !is_main(link.part) {
            return Self::quiet("minor-mark", vec![1.0, 4.5]);
        }
        let plover = link.plover.unwrap_or(Plover::Other);
        let material = matches!(plover.quad(), Some(Quad::MaterialCooperation | Quad::MaterialConflict));
        let conflict = status::is_conflict(plover);
        let color = match plover.quad() {
            None => "none-mark",
            Some(_) if conflict => "conf-mark",
            Some(_) => "coop-mark",
        };
        let width = if material { 2.25 } else { 1.35 };
        let unreal = !matches!(link.modality, Modality::Actual | Modality::Negated);
        let (width, dash) = if unreal {
            (width + 0.35, if material { vec![0.1, 4.6] } else { vec![0.1, 3.9] })
        } else if link.alleged && conflict {
            (width, vec![8.0, 3.0, 1.5, 3.0])
        } else if material {
            (width, vec![])
        } else {
            (width, vec![5.0, 3.0])
        };
        Self { stroke: Stroke { color, width, dash, round: unreal }, material, conflict, color }
    }

    fn quiet(color: Token, dash: Vec<f64>) -> Self {
        Self {
            stroke: Stroke { color, width: 0.9, dash, round: false },
            material: false,
            conflict: false,
            color,
        }
    }
}

/// Filled triangle for cooperation, barbed for conflict.
fn head(tip: Point, back: Point, size: f64, pen: &Pen) -> Head {
    let heading = direction(back, tip);
    let angle = libm::atan2(heading.1, heading.0) * 180.0 / std::f64::consts::PI;
    let half = if pen.material { 4.3 } else { 3.6 };
    let round = |v: f64| libm::round(v * 100.0) / 100.0;
    Head {
        at_end: true,
        x: round(tip.0),
        y: round(tip.1),
        angle: round(angle),
        mark: head_mark(size, half, pen.conflict, pen.color),
    }
}

/// A head whose tip is at the origin.
pub(crate) fn head_mark(size: f64, half: f64, conflict: bool, color: Token) -> Mark {
    let n = super::path::number;
    let d = if conflict {
        let (far, wide) = (n(-size - 2.5), half + 0.9);
        format!("M0 0L{far} {}L{} 0L{far} {}Z", n(wide), n(-size * 0.55), n(-wide))
    } else {
        format!("M0 0L{} {}L{} {}Z", n(-size), n(half), n(-size), n(-half))
    };
    Mark {
        d: moved(&d, 1.0, 0.0, 0.0),
        fill: Some(color),
        stroke: Some(Stroke { color, width: 0.4, dash: vec![], round: false }),
    }
}

fn relation_label(words: &str, (x, y): Point) -> Label {
    let width = measure::width(words, 10.0, 500);
    let round = |v: f64| libm::round(v * 100.0) / 100.0;
    Label {
        lines: vec![Line { text: words.to_owned(), x: round(x), y: round(y + 3.5) }],
        anchor: Anchor::Middle,
        size: 10.0,
        weight: 500,
        color: "ink-3",
        bounds: Rect { x: round(x - width / 2.0), y: round(y - 6.0), w: round(width), h: 12.0 },
        shown: false,
    }
}
