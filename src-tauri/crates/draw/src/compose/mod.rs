//! Sketch -> Scene: sizes, text, layout, label places, lines and legend, in one pure pass.

mod bend;
mod edges;
mod geometry;
mod glyphs;
mod labels;
mod legend;
mod path;
mod place;
mod status;

use std::collections::BTreeMap;

use layout::{Area, Block, Body, Extent, Spring};

use crate::scene::{EdgeGlyph, EdgePart, Label, NodeGlyph, Rect, Scene};
use crate::sketch::{Sketch, SketchNode, What};
use geometry::{Point, bounds_of};
use labels::{Side, Text};

/// Clear room around a label, in pixels.
const CLEAR: f64 = 2.5;
/// Clear room around a glyph, in pixels: lines that end there need some.
const GAP: f64 = 3.0;
/// The zoom buttons stand in this corner of the pane.
const CONTROLS: (f64, f64) = (52.0, 116.0);

/// Composes the figure. Nodes with a place keep it to the bit; the others find theirs.
///
/// Layout: stress and local improvement over glyphs and labels (crate `layout`), springs shorter for a claim's own halves
/// than for its place or voucher. Labels: eight sides, chosen by cost. Lines: bent away from what is not theirs. Labels
/// and lines depend on the places alone, so that composing a composed figure again changes nothing.
pub fn compose(sketch: &Sketch) -> Scene {
    let index: BTreeMap<&str, usize> =
        sketch.nodes.iter().enumerate().map(|(at, node)| (node.id.as_str(), at)).collect();
    let links: Vec<Wire> = sketch
        .links
        .iter()
        .enumerate()
        .filter_map(|(at, link)| {
            let (from, to) = (*index.get(link.from.as_str())?, *index.get(link.to.as_str())?);
            (from != to).then_some(Wire { link: at, from, to })
        })
        .collect();
    let mut degree = vec![0_usize; sketch.nodes.len()];
    for wire in &links {
        degree[wire.from] += 1;
        degree[wire.to] += 1;
    }
    let figures: Vec<Figured> =
        sketch.nodes.iter().zip(&degree).map(|(node, degree)| Figured::of(node, *degree, sketch)).collect();
    let mut places = arrange(sketch, &figures, &links);
    let (labels, curves) = place::settle(sketch, &figures, &links, &mut places);

    let edges = edges::draw(sketch, &figures, &links, &curves);
    let mut nodes: Vec<NodeGlyph> = sketch
        .nodes
        .iter()
        .enumerate()
        .map(|(at, node)| glyphs::node(node, &figures[at], places[at], &labels[at]))
        .collect();
    // Painted by importance, events last: stable, so that the order of the reading decides among equals.
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|at| (nodes[*at].event, usize::MAX - degree[*at]));
    let mut sorted: Vec<Option<NodeGlyph>> = nodes.drain(..).map(Some).collect();
    let nodes: Vec<NodeGlyph> = order.into_iter().filter_map(|at| sorted[at].take()).collect();
    Scene { bounds: bounds(&nodes, &edges), legend: legend::of(sketch), edges, nodes }
}

/// A link whose ends are known.
pub(crate) struct Wire {
    /// Index into the sketch's links.
    pub(crate) link: usize,
    pub(crate) from: usize,
    pub(crate) to: usize,
}

/// A node with its size and its measured label.
pub(crate) struct Figured {
    pub(crate) radius: f64,
    pub(crate) event: bool,
    pub(crate) text: Text,
    pub(crate) badges: Vec<status::Badge>,
    pub(crate) degree: usize,
}

impl Figured {
    fn of(node: &SketchNode, degree: usize, sketch: &Sketch) -> Self {
        let event = matches!(node.what, What::Event { .. });
        Self {
            radius: glyphs::radius(node.what, degree),
            event,
            text: labels::text(node, degree, sketch.language),
            badges: status::badges(node),
            degree,
        }
    }

    /// The glyph with its badges.
    fn glyph_box(&self, (x, y): Point) -> Rect {
        let r = self.radius * 1.1 + 1.0;
        let (mut right, mut up) = (r, r);
        if !self.badges.is_empty() {
            right = self.radius * 0.95 + 9.0 * (self.badges.len() - 1) as f64 + 5.5;
            up = self.radius * 0.95 + 5.5;
        }
        Rect { x: x - r, y: y - up, w: r + right, h: r + up }
    }

    /// The label on this side with its clear room.
    fn name_box(&self, side: Side, (x, y): Point) -> Rect {
        let b = labels::bounds(&self.text, side, self.radius, self.event, self.badges.len());
        Rect { x: x + b.x - CLEAR, y: y + b.y - CLEAR / 2.0, w: b.w + CLEAR * 2.0, h: b.h + CLEAR }
    }

    fn label(&self, side: Side, shown: bool) -> Label {
        labels::placed(&self.text, side, self.radius, self.event, self.badges.len(), shown)
    }
}

fn arrange(sketch: &Sketch, figures: &[Figured], links: &[Wire]) -> Vec<Point> {
    // The usual case after the first figure: everything stands already.
    if let Some(places) = sketch.nodes.iter().map(|node| node.at).collect() {
        return places;
    }
    let bodies: Vec<Body> = sketch
        .nodes
        .iter()
        .zip(figures)
        .map(|(node, figure)| {
            let g = figure.glyph_box((0.0, 0.0));
            let glyph =
                Extent { left: GAP - g.x, top: GAP - g.y, right: g.x + g.w + GAP, bottom: g.y + g.h + GAP };
            let name = |side| {
                let Rect { x, y, w, h } = figure.name_box(side, (0.0, 0.0));
                Block { x, y, w, h }
            };
            Body { glyph, names: Side::ALL.map(name).to_vec(), at: node.at }
        })
        .collect();
    let springs: Vec<Spring> = links
        .iter()
        .map(|wire| {
            let (length, weight) = match sketch.links[wire.link].part {
                EdgePart::Source | EdgePart::Target => (70.0, 1.0),
                EdgePart::Place | EdgePart::Participant => (84.0, 0.5),
                EdgePart::Attribution => (110.0, 0.25),
                EdgePart::Relation => (120.0, 0.5),
            };
            Spring { a: wire.from, b: wire.to, length, weight }
        })
        .collect();
    let (width, height) = sketch.canvas;
    let reserved =
        vec![Block { x: width - CONTROLS.0, y: height - CONTROLS.1, w: CONTROLS.0, h: CONTROLS.1 }];
    let seats = layout::arrange(&bodies, &springs, &Area { width, height, reserved });
    seats.into_iter().map(|seat| seat.at).collect()
}

/// The box of everything that is drawn.
fn bounds(nodes: &[NodeGlyph], edges: &[EdgeGlyph]) -> Rect {
    let glyphs = nodes.iter().flat_map(|node| {
        let reach = node.r + 8.0;
        let label = node.label.bounds;
        [
            Rect { x: node.x - reach, y: node.y - reach, w: reach * 2.0, h: reach * 2.0 },
            Rect { x: node.x + label.x, y: node.y + label.y, w: label.w, h: label.h },
        ]
    });
    let lines = edges.iter().map(|edge| geometry::curve_bounds(&edge.curve));
    bounds_of(glyphs.chain(lines))
}
