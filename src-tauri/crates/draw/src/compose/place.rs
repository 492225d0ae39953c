//! Label places: four sides a glyph, chosen together by cost; free nodes step aside where no choice helps.
//!
//! Method: iterated conditional modes over the sides (Besag 1986), each label choosing its cheapest side given all the
//! others until none changes, then a small search of positions around nodes whose label still meets something.

use crate::scene::{Label, Rect};
use crate::sketch::Sketch;

use super::edges;
use super::geometry::{Point, crosses, points, shared};
use super::labels::{Side, placed};
use super::{Figured, Wire};

/// Label meets glyph, or glyph meets glyph.
const ON_GLYPH: f64 = 300.0;
/// Label meets label.
const ON_LABEL: f64 = 200.0;
/// A foreign line through a label, and a line of the label's own node.
const FOREIGN_LINE: f64 = 9.0;
const OWN_LINE: f64 = 4.0;
/// A label that leaves the pane.
const OUTSIDE: f64 = 60.0;
/// Clear room around a label, in pixels.
const CLEAR: f64 = 2.5;

/// Chooses a side for every label; moves nodes without a place of their own by a little where that frees a label.
pub(crate) fn settle(
    sketch: &Sketch,
    figures: &[Figured],
    wires: &[Wire],
    places: &mut [Point],
) -> Vec<Label> {
    let mut board = Board::new(sketch, figures, wires, places);
    board.choose(8);
    for _ in 0..3 {
        if !board.repair(places) {
            break;
        }
        board.lines = lines(sketch, wires, places);
        board.choose(4);
    }
    board.labels()
}

/// A line as its points, with its two ends.
struct Polyline {
    ends: (usize, usize),
    points: Vec<Point>,
    bounds: Rect,
}

struct Board<'a> {
    sketch: &'a Sketch,
    figures: &'a [Figured],
    places: Vec<Point>,
    sides: Vec<Side>,
    lines: Vec<Polyline>,
}

impl<'a> Board<'a> {
    fn new(sketch: &'a Sketch, figures: &'a [Figured], wires: &[Wire], places: &[Point]) -> Self {
        Self {
            sketch,
            figures,
            places: places.to_vec(),
            sides: vec![Side::Below; figures.len()],
            lines: lines(sketch, wires, places),
        }
    }

    /// Every label takes its cheapest side, again and again, until nothing changes or the rounds are over.
    fn choose(&mut self, rounds: usize) {
        for _ in 0..rounds {
            let mut changed = false;
            for node in 0..self.figures.len() {
                let best = Side::ALL
                    .into_iter()
                    .map(|side| (self.cost(node, side, self.places[node]), side))
                    .min_by(|a, b| a.0.total_cmp(&b.0))
                    .map_or(Side::Below, |(_, side)| side);
                changed |= best != self.sides[node];
                self.sides[node] = best;
            }
            if !changed {
                break;
            }
        }
    }

    /// Moves free nodes whose label still meets something to the cheapest place near by. Whether any moved.
    fn repair(&mut self, places: &mut [Point]) -> bool {
        let mut moved = false;
        for (node, place) in places.iter_mut().enumerate() {
            if self.sketch.nodes[node].at.is_some() {
                continue;
            }
            let here = self.places[node];
            let cost = self.cost(node, self.sides[node], here) + self.crowding(node, here);
            if cost < ON_LABEL.min(OUTSIDE) {
                continue;
            }
            let mut best = (cost - 5.0, here, self.sides[node]);
            for (dx, dy) in OFFSETS {
                let there = (here.0 + dx, here.1 + dy);
                if !self.inside(there, node) {
                    continue;
                }
                let crowding = self.crowding(node, there) + libm::hypot(dx, dy) * 0.15;
                if crowding >= best.0 {
                    continue;
                }
                for side in Side::ALL {
                    let cost = self.cost(node, side, there) + crowding;
                    if cost < best.0 {
                        best = (cost, there, side);
                    }
                }
            }
            if best.1 != here {
                self.places[node] = best.1;
                *place = best.1;
                self.sides[node] = best.2;
                moved = true;
            }
        }
        moved
    }

    /// What it costs to write the label of this node on this side, were the node there.
    fn cost(&self, node: usize, side: Side, there: Point) -> f64 {
        let bounds = self.label_box(node, side, there);
        let liking = match side {
            Side::Below => 0.0,
            Side::Right => 1.0,
            Side::Left => 1.5,
            Side::Above => 2.0,
        };
        let mut cost = liking + self.outside(bounds);
        for other in 0..self.figures.len() {
            if other == node {
                continue;
            }
            let at = self.places[other];
            // Most are far away.
            if (at.0 - there.0).abs() > 420.0 || (at.1 - there.1).abs() > 160.0 {
                continue;
            }
            if shared(bounds, self.glyph_box(other, at)) > 0.0 {
                cost += ON_GLYPH;
            }
            let label = self.label_box(other, self.sides[other], at);
            if shared(bounds, label) > 0.0 {
                cost += ON_LABEL;
            }
        }
        for line in &self.lines {
            if shared(bounds, line.bounds) <= 0.0
                || !line.points.windows(2).any(|pair| crosses(pair[0], pair[1], bounds))
            {
                continue;
            }
            let own = line.ends.0 == node || line.ends.1 == node;
            cost += if own { OWN_LINE } else { FOREIGN_LINE };
        }
        cost
    }

    /// What it costs to put the glyph itself there.
    fn crowding(&self, node: usize, there: Point) -> f64 {
        let glyph = self.glyph_box(node, there);
        let mut cost = self.outside(glyph);
        for other in 0..self.figures.len() {
            if other == node {
                continue;
            }
            let at = self.places[other];
            if shared(glyph, self.glyph_box(other, at)) > 0.0 {
                cost += ON_GLYPH;
            }
            if shared(glyph, self.label_box(other, self.sides[other], at)) > 0.0 {
                cost += ON_GLYPH;
            }
        }
        for line in &self.lines {
            let own = line.ends.0 == node || line.ends.1 == node;
            if !own
                && shared(glyph, line.bounds) > 0.0
                && line.points.windows(2).any(|pair| crosses(pair[0], pair[1], glyph))
            {
                cost += FOREIGN_LINE;
            }
        }
        cost
    }

    fn outside(&self, bounds: Rect) -> f64 {
        let (width, height) = self.sketch.canvas;
        let over =
            (-bounds.x).max(bounds.x + bounds.w - width).max(-bounds.y).max(bounds.y + bounds.h - height);
        if over > 0.0 { OUTSIDE + over * 0.2 } else { 0.0 }
    }

    fn inside(&self, there: Point, node: usize) -> bool {
        let (width, height) = self.sketch.canvas;
        let r = self.figures[node].radius;
        there.0 >= r && there.0 <= width - r && there.1 >= r && there.1 <= height - r
    }

    fn label_box(&self, node: usize, side: Side, (x, y): Point) -> Rect {
        let label = self.label(node, side, true);
        let b = label.bounds;
        Rect { x: x + b.x - CLEAR, y: y + b.y - CLEAR / 2.0, w: b.w + CLEAR * 2.0, h: b.h + CLEAR }
    }

    /// The glyph with its badges.
    fn glyph_box(&self, node: usize, (x, y): Point) -> Rect {
        let figure = &self.figures[node];
        let r = figure.radius * 1.1 + 1.0;
        let (mut right, mut up) = (r, r);
        if !figure.badges.is_empty() {
            right = figure.radius * 0.95 + 9.0 * (figure.badges.len() - 1) as f64 + 5.5;
            up = figure.radius * 0.95 + 5.5;
        }
        Rect { x: x - r, y: y - up, w: r + right, h: r + up }
    }

    fn label(&self, node: usize, side: Side, shown: bool) -> Label {
        let figure = &self.figures[node];
        placed(&figure.text, side, figure.radius, figure.event, figure.badges.len(), shown)
    }

    /// The labels as chosen; of two that still meet, the less important one waits for a closer look.
    fn labels(&self) -> Vec<Label> {
        let mut order: Vec<usize> = (0..self.figures.len()).collect();
        order.sort_by_key(|node| (self.figures[*node].event, usize::MAX - self.figures[*node].degree, *node));
        let glyphs: Vec<Rect> =
            (0..self.figures.len()).map(|node| self.glyph_box(node, self.places[node])).collect();
        let mut shown: Vec<Rect> = Vec::new();
        let mut labels: Vec<Option<Label>> = vec![None; self.figures.len()];
        for node in order {
            // The chosen side first, then any that is free.
            let sides = std::iter::once(self.sides[node]).chain(Side::ALL);
            let free = sides.into_iter().find(|side| {
                let bounds = self.label_box(node, *side, self.places[node]);
                let on_glyph = glyphs
                    .iter()
                    .enumerate()
                    .any(|(other, glyph)| other != node && shared(bounds, *glyph) > 0.0);
                !on_glyph && shown.iter().all(|other| shared(bounds, *other) <= 0.0)
            });
            if let Some(side) = free {
                shown.push(self.label_box(node, side, self.places[node]));
            }
            labels[node] = Some(self.label(node, free.unwrap_or(self.sides[node]), free.is_some()));
        }
        labels.into_iter().flatten().collect()
    }
}

fn lines(sketch: &Sketch, wires: &[Wire], places: &[Point]) -> Vec<Polyline> {
    wires
        .iter()
        .zip(edges::curves(sketch, wires, places))
        .map(|(wire, curve)| {
            let points = points(&curve, 8);
            let boxes = points.iter().map(|p| Rect { x: p.0 - 0.5, y: p.1 - 0.5, w: 1.0, h: 1.0 });
            let bounds = super::geometry::bounds_of(boxes);
            Polyline { ends: (wire.from, wire.to), points, bounds }
        })
        .collect()
}

/// Steps to try, nearest first: twelve directions at seven distances.
const OFFSETS: [Point; 84] = offsets();

const fn offsets() -> [Point; 84] {
    // Cosines and sines of multiples of 30 degrees, written out: no trigonometry in constants.
    const HALF_ROOT_3: f64 = 0.866_025_403_784_438_6;
    const TURN: [Point; 12] = [
        (1.0, 0.0),
        (HALF_ROOT_3, 0.5),
        (0.5, HALF_ROOT_3),
        (0.0, 1.0),
        (-0.5, HALF_ROOT_3),
        (-HALF_ROOT_3, 0.5),
        (-1.0, 0.0),
        (-HALF_ROOT_3, -0.5),
        (-0.5, -HALF_ROOT_3),
        (0.0, -1.0),
        (0.5, -HALF_ROOT_3),
        (HALF_ROOT_3, -0.5),
    ];
    const REACH: [f64; 7] = [6.0, 12.0, 20.0, 30.0, 44.0, 60.0, 80.0];
    let mut out = [(0.0, 0.0); 84];
    let mut at = 0;
    while at < 84 {
        let (turn, reach) = (TURN[at % 12], REACH[at / 12]);
        out[at] = (turn.0 * reach, turn.1 * reach);
        at += 1;
    }
    out
}
