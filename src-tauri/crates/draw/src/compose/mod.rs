//! Sketch -> Scene: sizes, text, layout, label places, lines and legend, in one pure pass.

mod bend;
mod edges;
mod geometry;
mod glyphs;
mod guides;
mod halos;
mod labels;
mod legend;
mod order;
pub(crate) mod path;
mod place;
mod rooms;
mod status;

use std::collections::BTreeMap;

use layout::{Area, Block, Body, Extent, Method, Progress};

use crate::scene::{EdgeGlyph, Guide, Label, NodeGlyph, Rect, Scene};
use crate::sketch::{Sketch, SketchNode, What};
use geometry::{Curve, Point, bounds_of};
use labels::{Side, Text};

/// Clear room around a label, in pixels.
const CLEAR: f64 = 2.5;
/// Clear room around a glyph, in pixels: lines that end there need some.
const GAP: f64 = 3.0;
/// The zoom buttons stand in this corner of the pane.
const CONTROLS: (f64, f64) = (52.0, 116.0);

/// Composes the figure. Nodes with a place keep it to the bit; the others find theirs.
///
/// Layout: crate `layout`, by the sketch's arrangement, springs shorter for a claim's own halves than for its place or
/// voucher. Labels: eight sides, chosen by cost. Lines: bent away from what is not theirs. Labels
/// and lines depend on the places alone, so that composing a composed figure again changes nothing.
pub fn compose(sketch: &Sketch) -> Scene {
    compose_watched(sketch, &mut |_| true).expect("nobody says stop")
}

/// The same, telling as it goes the share that is done. `None`: `progress` said stop.
pub fn compose_watched(sketch: &Sketch, progress: &mut Progress<'_>) -> Option<Scene> {
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
    let (places, labels, curves) = stand(sketch, &figures, &links, progress)?;

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
    let guides = guides::of(sketch, &nodes, &edges);
    let bounds = bounds(&nodes, &edges, &guides);
    let halos = halos::of(sketch, &nodes, &edges, &guides, bounds);
    Some(Scene { bounds, halos, guides, legend: legend::of(sketch), edges, nodes })
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

/// A figure that is put in order some other way than by stress is made larger by so much, and so often at most, as long as
/// that gives more labels a place: no node may step aside there.
const WIDER: f64 = 1.06;
const TIMES: usize = 10;

/// Places, labels and lines.
type Drawn = (Vec<Point>, Vec<Label>, Vec<Curve>);

/// Places, labels and lines. The layout is nine tenths of the work.
fn stand(sketch: &Sketch, figures: &[Figured], links: &[Wire], progress: &mut Progress<'_>) -> Option<Drawn> {
    // The usual case after the first figure: everything stands already.
    if let Some(mut places) = sketch.nodes.iter().map(|node| node.at).collect::<Option<Vec<Point>>>() {
        let (labels, curves) = place::settle(sketch, figures, links, &mut places, false);
        return Some((places, labels, curves));
    }
    let method = order::method(sketch);
    let mut places = arrange(sketch, figures, links, &method, &mut |share| progress(share * 0.9))?;
    let by_stress = method == Method::Stress;
    let (labels, curves) = place::settle(sketch, figures, links, &mut places, by_stress);
    let first = (places, labels, curves);
    // About somebody who stands still there is no wider order.
    if by_stress || sketch.nodes.iter().any(|node| node.at.is_some()) {
        return Some(first);
    }
    let hidden = |drawn: &Drawn| drawn.1.iter().filter(|label| !label.shown).count();
    improved(first, hidden, |time, drawn| {
        let mut places = wider(&drawn.0);
        progress(0.9 + 0.1 * time as f64 / TIMES as f64).then(|| {
            let (labels, curves) = place::settle(sketch, figures, links, &mut places, false);
            (places, labels, curves)
        })
    })
}

/// Tries again as long as that leaves fewer faults, and keeps the one with the fewest. `None`: a try was called off.
fn improved<T>(
    first: T,
    faults: impl Fn(&T) -> usize,
    mut again: impl FnMut(usize, &T) -> Option<T>,
) -> Option<T> {
    let mut best = first;
    for time in 0..TIMES {
        let left = faults(&best);
        if left == 0 {
            break;
        }
        let next = again(time, &best)?;
        if faults(&next) >= left {
            break;
        }
        best = next;
    }
    Some(best)
}

/// About the middle of all.
fn wider(places: &[Point]) -> Vec<Point> {
    let n = places.len().max(1) as f64;
    let middle = places.iter().fold((0.0, 0.0), |m, p| (m.0 + p.0 / n, m.1 + p.1 / n));
    let away = |p: &Point| (middle.0 + (p.0 - middle.0) * WIDER, middle.1 + (p.1 - middle.1) * WIDER);
    places.iter().map(away).collect()
}

fn arrange(
    sketch: &Sketch,
    figures: &[Figured],
    links: &[Wire],
    method: &Method,
    progress: &mut Progress<'_>,
) -> Option<Vec<Point>> {
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
    let springs = order::springs(sketch, links);
    let (width, height) = sketch.canvas;
    let Rect { x, y, w, h } = controls(sketch.canvas);
    let reserved = vec![Block { x, y, w, h }];
    let area = Area { width, height, reserved };
    let seats = layout::arrange_by(method, &bodies, &springs, &area, progress)?;
    Some(seats.into_iter().map(|seat| seat.at).collect())
}

/// The corner of a pane that its zoom buttons cover.
fn controls((width, height): (f64, f64)) -> Rect {
    Rect { x: width - CONTROLS.0, y: height - CONTROLS.1, w: CONTROLS.0, h: CONTROLS.1 }
}

/// The box of everything that is drawn.
fn bounds(nodes: &[NodeGlyph], edges: &[EdgeGlyph], guides: &[Guide]) -> Rect {
    let glyphs = nodes.iter().flat_map(|node| {
        let reach = node.r + 8.0;
        let label = node.label.bounds;
        [
            Rect { x: node.x - reach, y: node.y - reach, w: reach * 2.0, h: reach * 2.0 },
            Rect { x: node.x + label.x, y: node.y + label.y, w: label.w, h: label.h },
        ]
    });
    let lines = edges.iter().map(|edge| geometry::curve_bounds(&edge.curve));
    let words = guides.iter().filter_map(|guide| guide.label.as_ref()).map(|label| label.bounds);
    bounds_of(glyphs.chain(lines).chain(words))
}

#[cfg(test)]
mod tests {
    use super::improved;

    #[test]
    fn the_try_with_the_fewest_faults_is_kept_and_nothing_is_tried_in_vain() {
        for (faults, kept, tried) in
            [(vec![0], 0, 0), (vec![3, 2, 0, 0], 2, 2), (vec![3, 2, 2, 0], 1, 2), (vec![2, 4, 0], 0, 1)]
        {
            let mut tries = 0;
            let best = improved(
                0,
                |at: &usize| faults[*at],
                |_, at| {
                    tries += 1;
                    Some(at + 1)
                },
            );
            assert_eq!((best, tries), (Some(kept), tried), "{faults:?}");
        }
        assert_eq!(improved(0, |_| 1, |_, _| None), None);
    }
}
