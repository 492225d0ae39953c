//! Label sides: eight to a glyph, chosen together by cost; free nodes step aside where no choice helps.
//!
//! Method: iterated conditional modes over the sides (Besag 1986), then a tabu search (Glover 1989) over the labels that
//! still meet something. The choice depends on the places and the lines alone, so that a figure whose nodes all stand
//! already is labelled as it was.

use crate::scene::{Label, Rect};
use crate::sketch::Sketch;

use super::geometry::{Curve, Point, Polyline, bounds_of, shared};
use super::labels::Side;
use super::{Figured, Wire, bend, controls, rooms};

/// Label meets glyph, or glyph meets glyph.
const ON_GLYPH: f64 = 300.0;
/// Label meets label.
const ON_LABEL: f64 = 200.0;
/// A foreign line through a label, and a line of the label's own node.
const FOREIGN_LINE: f64 = 9.0;
const OWN_LINE: f64 = 4.0;
/// A label that leaves the pane, or lies under its buttons.
const OUTSIDE: f64 = 60.0;
/// Changes that the search may make.
const CHANGES: usize = 160;
/// For so many changes a label does not go back to a side that it left.
const TENURE: usize = 9;

/// Chooses a side for every label and a way for every line; if nodes `may_step` aside, those without a place of their own
/// move by a little where that frees a label.
pub(crate) fn settle(
    sketch: &Sketch,
    figures: &[Figured],
    wires: &[Wire],
    places: &mut [Point],
    may_step: bool,
) -> (Vec<Label>, Vec<Curve>) {
    let ties = bend::Ties::of(sketch, wires);
    let mut curves = ties.plain(places);
    let mut sides = choose(sketch, figures, wires, places, &curves, None);
    for _ in 0..3 {
        if !may_step || !step_aside(sketch, figures, places, &sides) {
            break;
        }
        curves = ties.plain(places);
        sides = choose(sketch, figures, wires, places, &curves, None);
    }
    for _ in 0..2 {
        ties.bend_away(figures, places, &sides, &mut curves);
        sides = choose(sketch, figures, wires, places, &curves, Some(&sides));
    }
    (labels(figures, places, &sides), curves)
}

/// The sides with the least cost that the search finds.
fn choose(
    sketch: &Sketch,
    figures: &[Figured],
    wires: &[Wire],
    places: &[Point],
    curves: &[Curve],
    from: Option<&[Side]>,
) -> Vec<Side> {
    let lines: Vec<Polyline> =
        wires.iter().zip(curves).map(|(wire, curve)| Polyline::of(wire, curve)).collect();
    let mut board = Board::new(sketch, figures, places, &lines);
    for (node, side) in from.unwrap_or_default().iter().enumerate() {
        board.turn(node, *side as usize);
    }
    board.descend();
    board.search();
    board.sides.iter().map(|side| Side::ALL[*side]).collect()
}

const SIDES: usize = Side::ALL.len();

/// What every side costs by itself, and which sides of which labels meet.
struct Board {
    alone: Vec<[f64; SIDES]>,
    /// Whether a label on a side meets a glyph or leaves the drawing.
    barred: Vec<[bool; SIDES]>,
    names: Vec<[Rect; SIDES]>,
    /// Labels that can meet on some sides.
    around: Vec<Vec<usize>>,
    sides: Vec<usize>,
    /// How many labels, as they are turned now, a label meets on a side.
    met: Vec<[usize; SIDES]>,
}

impl Board {
    fn new(sketch: &Sketch, figures: &[Figured], places: &[Point], lines: &[Polyline]) -> Self {
        let names: Vec<[Rect; SIDES]> = figures
            .iter()
            .zip(places)
            .map(|(figure, at)| Side::ALL.map(|side| figure.name_box(side, *at)))
            .collect();
        let glyphs: Vec<Rect> =
            figures.iter().zip(places).map(|(figure, at)| figure.glyph_box(*at)).collect();
        let frame = Frame::of(sketch, &glyphs);
        let rooms = rooms::of(sketch, &glyphs);
        let reach: Vec<Rect> = names.iter().map(|boxes| bounds_of(boxes.iter().copied())).collect();
        let mut alone = vec![[0.0; SIDES]; names.len()];
        let mut barred = vec![[false; SIDES]; names.len()];
        for (node, boxes) in names.iter().enumerate() {
            let room = reach[node];
            let others = glyphs.iter().enumerate().filter(|(other, _)| *other != node);
            let glyphs: Vec<Rect> =
                others.map(|(_, glyph)| *glyph).filter(|glyph| shared(room, *glyph) > 0.0).collect();
            let lines: Vec<&Polyline> =
                lines.iter().filter(|line| shared(room, line.bounds) > 0.0 && line.passes(room)).collect();
            for (side, name) in boxes.iter().enumerate() {
                let on = glyphs.iter().filter(|glyph| shared(*name, **glyph) > 0.0).count() as f64;
                let hard = on * ON_GLYPH + frame.fault(*name);
                let through: f64 = lines
                    .iter()
                    .filter(|line| line.passes(*name))
                    .map(|line| if line.ends_at(node) { OWN_LINE } else { FOREIGN_LINE })
                    .sum();
                let astray = rooms.get(node).map_or(0.0, |room| outside(*room, *name));
                alone[node][side] = liking(side) + hard + through + astray;
                barred[node][side] = hard > 0.0;
            }
        }
        let near = |a: usize| {
            (0..reach.len()).filter(|&b| a != b && shared(reach[a], reach[b]) > 0.0).collect::<Vec<_>>()
        };
        let around: Vec<Vec<usize>> = (0..reach.len()).map(near).collect();
        let sides = vec![0; names.len()];
        let met = met(&names, &around, &sides);
        Self { alone, barred, names, around, sides, met }
    }

    fn cost(&self, node: usize, side: usize) -> f64 {
        self.alone[node][side] + ON_LABEL * self.met[node][side] as f64
    }

    fn bad(&self, node: usize) -> bool {
        let side = self.sides[node];
        self.barred[node][side] || self.met[node][side] > 0
    }

    fn turn(&mut self, node: usize, side: usize) {
        let (old, new) = (self.names[node][self.sides[node]], self.names[node][side]);
        self.sides[node] = side;
        for &other in &self.around[node] {
            for (name, met) in self.names[other].iter().zip(&mut self.met[other]) {
                *met -= usize::from(shared(*name, old) > 0.0);
                *met += usize::from(shared(*name, new) > 0.0);
            }
        }
    }

    /// Every label takes its cheapest side, again and again, until nothing changes.
    fn descend(&mut self) {
        for _ in 0..12 {
            let mut changed = false;
            for node in 0..self.sides.len() {
                let now = self.cost(node, self.sides[node]);
                let best = (0..SIDES)
                    .map(|side| (self.cost(node, side), side))
                    .min_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
                if let Some((_, side)) = best.filter(|best| best.0 < now - 1e-9) {
                    self.turn(node, side);
                    changed = true;
                }
            }
            if !changed {
                return;
            }
        }
    }

    /// Turns the labels that meet something, even to dearer sides for a while; the best of all choices stays.
    fn search(&mut self) {
        let total = |board: &Self| {
            // A meeting is counted by both of its labels, which changes nothing of which choice is best.
            (0..board.sides.len()).map(|node| board.cost(node, board.sides[node])).sum::<f64>()
        };
        let mut best = (total(self), self.sides.clone());
        let mut kept: Vec<[usize; SIDES]> = vec![[0; SIDES]; self.sides.len()];
        for change in 1..=CHANGES {
            let bad: Vec<bool> = (0..self.sides.len()).map(|node| self.bad(node)).collect();
            // The neighbours of a label that has no free side must make room.
            let concerned = |node: &usize| bad[*node] || self.around[*node].iter().any(|other| bad[*other]);
            let turn = (0..self.sides.len())
                .filter(concerned)
                .flat_map(|node| (0..SIDES).map(move |side| (node, side)))
                .filter(|&(node, side)| side != self.sides[node] && kept[node][side] < change)
                .map(|(node, side)| (self.cost(node, side) - self.cost(node, self.sides[node]), node, side))
                .min_by(|a, b| a.0.total_cmp(&b.0).then((a.1, a.2).cmp(&(b.1, b.2))));
            let Some((_, node, side)) = turn else { break };
            kept[node][self.sides[node]] = change + TENURE;
            self.turn(node, side);
            let cost = total(self);
            if cost < best.0 - 1e-9 {
                best = (cost, self.sides.clone());
            }
        }
        for (node, side) in best.1.into_iter().enumerate() {
            self.turn(node, side);
        }
        self.descend();
    }
}

/// For every label and side the number of labels met there.
fn met(names: &[[Rect; SIDES]], around: &[Vec<usize>], sides: &[usize]) -> Vec<[usize; SIDES]> {
    let meets = |name: Rect, other: usize| shared(name, names[other][sides[other]]) > 0.0;
    let each = names.iter().zip(around);
    each.map(|(boxes, around)| boxes.map(|name| around.iter().filter(|other| meets(name, **other)).count()))
        .collect()
}

fn liking(side: usize) -> f64 {
    [0.0, 1.0, 1.5, 2.0, 2.5, 2.6, 2.8, 2.9][side]
}

/// Where labels may stand.
struct Frame {
    /// The pane, or more where the drawing had to exceed it.
    pane: Rect,
    /// The buttons over it; a drawing that exceeds its pane is shown smaller, and they lie elsewhere then.
    buttons: Option<Rect>,
}

impl Frame {
    fn of(sketch: &Sketch, glyphs: &[Rect]) -> Self {
        let canvas = Rect { x: 0.0, y: 0.0, w: sketch.canvas.0, h: sketch.canvas.1 };
        let pane = bounds_of(std::iter::once(canvas).chain(glyphs.iter().copied()));
        Self { pane, buttons: (pane == canvas).then(|| controls(sketch.canvas)) }
    }

    fn fault(&self, b: Rect) -> f64 {
        let under = self.buttons.is_some_and(|buttons| shared(buttons, b) > 0.0);
        outside(self.pane, b) + if under { OUTSIDE } else { 0.0 }
    }
}

fn outside(pane: Rect, b: Rect) -> f64 {
    let over = (pane.x - b.x).max(b.x + b.w - pane.x - pane.w);
    let over = over.max(pane.y - b.y).max(b.y + b.h - pane.y - pane.h);
    if over > 0.0 { OUTSIDE + over * 0.2 } else { 0.0 }
}

/// Moves free nodes whose label still meets something to the nearest place where nothing does. Whether any moved.
fn step_aside(sketch: &Sketch, figures: &[Figured], places: &mut [Point], sides: &[Side]) -> bool {
    let boxes =
        |node: usize, side: Side, at: Point| [figures[node].glyph_box(at), figures[node].name_box(side, at)];
    let mut sides = sides.to_vec();
    let mut moved = false;
    for node in 0..places.len() {
        let others: Vec<[Rect; 2]> =
            (0..places.len()).filter(|o| *o != node).map(|o| boxes(o, sides[o], places[o])).collect();
        let glyphs: Vec<Rect> = others.iter().map(|other| other[0]).collect();
        let frame = Frame::of(sketch, &glyphs);
        let free = |own: &[Rect; 2]| {
            own.iter()
                .all(|a| frame.fault(*a) <= 0.0 && others.iter().flatten().all(|b| shared(*a, *b) <= 0.0))
        };
        if sketch.nodes[node].at.is_some() || free(&boxes(node, sides[node], places[node])) {
            continue;
        }
        let here = places[node];
        let found = OFFSETS
            .iter()
            .map(|(dx, dy)| (here.0 + dx, here.1 + dy))
            .flat_map(|there| Side::ALL.map(|side| (there, side)))
            .find(|(there, side)| free(&boxes(node, *side, *there)));
        if let Some((there, side)) = found {
            places[node] = there;
            sides[node] = side;
            moved = true;
        }
    }
    moved
}

/// The labels as chosen; of two that still meet, the less important one waits for a closer look.
fn labels(figures: &[Figured], places: &[Point], sides: &[Side]) -> Vec<Label> {
    let mut order: Vec<usize> = (0..figures.len()).collect();
    order.sort_by_key(|node| (figures[*node].event, usize::MAX - figures[*node].degree, *node));
    let glyphs: Vec<Rect> = figures.iter().zip(places).map(|(figure, at)| figure.glyph_box(*at)).collect();
    let mut taken: Vec<Rect> = Vec::new();
    let mut labels: Vec<Option<Label>> = vec![None; figures.len()];
    for node in order {
        let figure = &figures[node];
        let name = figure.name_box(sides[node], places[node]);
        let on = |(other, glyph): (usize, &Rect)| other != node && shared(name, *glyph) > 0.0;
        let shown =
            !glyphs.iter().enumerate().any(on) && taken.iter().all(|other| shared(name, *other) <= 0.0);
        if shown {
            taken.push(name);
        }
        labels[node] = Some(figure.label(sides[node], shown));
    }
    labels.into_iter().flatten().collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_met_is_kept_count_of_as_labels_turn() {
        let count = 30;
        // In a heap, so that most meet.
        let name = |node: usize, side: usize| {
            let (x, y) = ((node * 37 % 101) as f64, (node * 53 % 89) as f64);
            Rect { x: x + (side % 3) as f64 * 9.0, y: y + (side / 3) as f64 * 9.0, w: 14.0, h: 8.0 }
        };
        let names: Vec<[Rect; SIDES]> =
            (0..count).map(|node| std::array::from_fn(|side| name(node, side))).collect();
        let around: Vec<Vec<usize>> =
            (0..count).map(|node| (0..count).filter(|other| *other != node).collect()).collect();
        let sides = vec![0; count];
        let mut board = Board {
            alone: vec![[0.0; SIDES]; count],
            barred: vec![[false; SIDES]; count],
            met: met(&names, &around, &sides),
            names,
            around,
            sides,
        };
        for step in 0..200 {
            board.turn(step * 7 % count, step * 5 % SIDES);
            assert_eq!(board.met, met(&board.names, &board.around, &board.sides), "after {step}");
        }
        assert!(board.met.iter().flatten().any(|met| *met > 1));
    }
}
