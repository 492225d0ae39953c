//! The ways of lines: a claim reads source, diamond, target as one smooth curve, the rest is straight, lines of one pair
//! stand apart, and what would pass a foreign glyph or label bends away from it where that costs less.

use std::collections::BTreeMap;

use crate::scene::{EdgePart, Rect};
use crate::sketch::Sketch;

use super::geometry::{Curve, Point, Polyline, at, direction, distance, straight, towards};
use super::labels::Side;
use super::{Figured, Wire};

/// Of a line on a foreign glyph, on a foreign label, on the label of its own end, and across another line.
const ON_GLYPH: f64 = 3.0;
const ON_LABEL: f64 = 2.0;
const ON_OWN_LABEL: f64 = 0.5;
const ACROSS: f64 = 1.0;
/// Of two lines of one pair that cannot be told apart.
const TOGETHER: f64 = 4.0;
/// Of a pixel that the line is drawn aside, and of a radian that a claim is turned at its diamond.
const ASIDE: f64 = 0.012;
const TURN: f64 = 0.5;
/// Between two lines of one pair, at their middles, in pixels.
const APART: f64 = 8.0;
/// A line that costs less stays as it is, and so does one that would gain less.
const TROUBLE: f64 = 1.5;
const LEAST: f64 = 0.05;

/// The wires and what their ways depend on besides the places.
pub(crate) struct Ties<'a> {
    wires: &'a [Wire],
    ways: Vec<Way>,
    /// Events that are read through: sources, targets, and the wires of both.
    events: BTreeMap<usize, Event>,
    /// For each wire the others of its pair.
    mates: Vec<Vec<usize>>,
    /// For each wire its place among those of its pair: 0, 1, -1, 2, -2 and so on, from the lower node's point of view.
    lanes: Vec<f64>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// From an actor into an event.
    Into,
    /// From an event to an actor.
    Out,
    Straight,
}

#[derive(Default)]
struct Event {
    sources: Vec<usize>,
    targets: Vec<usize>,
    wires: Vec<usize>,
}

impl<'a> Ties<'a> {
    pub(crate) fn of(sketch: &Sketch, wires: &'a [Wire]) -> Self {
        let part = |wire: &Wire| sketch.links[wire.link].part;
        let mut events: BTreeMap<usize, Event> = BTreeMap::new();
        for (k, wire) in wires.iter().enumerate() {
            match part(wire) {
                EdgePart::Source => {
                    let event = events.entry(wire.to).or_default();
                    event.sources.push(wire.from);
                    event.wires.push(k);
                }
                EdgePart::Target => {
                    let event = events.entry(wire.from).or_default();
                    event.targets.push(wire.to);
                    event.wires.push(k);
                }
                _ => {}
            }
        }
        events.retain(|_, event| !event.sources.is_empty() && !event.targets.is_empty());
        let ways = wires
            .iter()
            .map(|wire| match part(wire) {
                EdgePart::Source if events.contains_key(&wire.to) => Way::Into,
                EdgePart::Target if events.contains_key(&wire.from) => Way::Out,
                _ => Way::Straight,
            })
            .collect();
        let mut pairs: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
        for (k, wire) in wires.iter().enumerate() {
            pairs.entry((wire.from.min(wire.to), wire.from.max(wire.to))).or_default().push(k);
        }
        let mut mates = vec![Vec::new(); wires.len()];
        let mut lanes = vec![0.0; wires.len()];
        for pair in pairs.values() {
            for (twin, &k) in pair.iter().enumerate() {
                mates[k] = pair.iter().copied().filter(|other| *other != k).collect();
                let side = if twin % 2 == 1 { 1.0 } else { -1.0 };
                // Seen from the lower node, or a line there and one back would bow to the same side.
                let seen = if wires[k].from < wires[k].to { 1.0 } else { -1.0 };
                lanes[k] = side * seen * twin.div_ceil(2) as f64;
            }
        }
        Self { wires, ways, events, mates, lanes }
    }

    /// The full curves, centre to centre, in the order of the wires, whatever they pass.
    pub(crate) fn plain(&self, places: &[Point]) -> Vec<Curve> {
        (0..self.wires.len())
            .map(|k| self.curve(k, places, self.flow(k, places), self.lane(k), 1.0))
            .collect()
    }

    /// Bends lines that pass what is not theirs, one after the other, where a bend is cheaper.
    pub(crate) fn bend_away(
        &self,
        figures: &[Figured],
        places: &[Point],
        sides: &[Side],
        curves: &mut [Curve],
    ) {
        let lines = |curves: &[Curve]| {
            self.wires.iter().zip(curves).map(|(wire, curve)| Polyline::of(wire, curve)).collect()
        };
        let mut board = Board {
            glyphs: figures.iter().zip(places).map(|(figure, at)| figure.glyph_box(*at)).collect(),
            names: figures.iter().zip(places).zip(sides).map(|((f, at), s)| f.name_box(*s, *at)).collect(),
            lines: lines(curves),
            middles: curves.iter().map(|curve| at(curve, 0.5)).collect(),
        };
        for (&event, halves) in &self.events {
            self.turn(event, halves, places, &mut board, curves);
        }
        for k in (0..self.wires.len()).filter(|&k| self.ways[k] == Way::Straight) {
            self.bow(k, places, &mut board, curves);
        }
    }

    /// A straight line finds the cheapest bow.
    fn bow(&self, k: usize, places: &[Point], board: &mut Board, curves: &mut [Curve]) {
        let around = self.around(k, places, board);
        let now = board.cost(&board.lines[k], &around, board.middles[k], f64::MAX);
        if now < TROUBLE {
            return;
        }
        let ways = BOWS.iter().map(|&bow| self.curve(k, places, (0.0, 0.0), self.lane(k) + bow, 1.0));
        let limit = now + ASIDE * aside(&curves[k]) - LEAST;
        if let Some((_, curve)) = self.best(k, ways, board, &around, limit) {
            board.take(k, &self.wires[k], &curve);
            curves[k] = curve;
        }
    }

    /// A claim turns at its diamond and draws its halves aside, if one of them passes something.
    fn turn(&self, event: usize, halves: &Event, places: &[Point], board: &mut Board, curves: &mut [Curve]) {
        let around: Vec<Around> = halves.wires.iter().map(|&k| self.around(k, places, board)).collect();
        let each = halves.wires.iter().zip(&around);
        let costs: Vec<f64> = each
            .clone()
            .map(|(&k, around)| board.cost(&board.lines[k], around, board.middles[k], f64::MAX))
            .collect();
        if costs.iter().all(|cost| *cost < TROUBLE) {
            return;
        }
        let flow = self.flow_of(event, places);
        let turned = halves.wires.first().map_or(0.0, |&k| angle(self.ways[k], &curves[k], flow));
        let drawn: f64 = halves.wires.iter().map(|&k| ASIDE * aside(&curves[k])).sum();
        let mut limit = costs.iter().sum::<f64>() + drawn + TURN * turned - LEAST;
        let mut best = None;
        for turn in [0.0, 0.35, -0.35, 0.75, -0.75] {
            let (sin, cos) = libm::sincos(turn);
            let turned = (flow.0 * cos - flow.1 * sin, flow.0 * sin + flow.1 * cos);
            let mut total = TURN * libm::fabs(turn);
            let mut chosen = Vec::new();
            for (&k, around) in each.clone() {
                let ways = SHIFTS
                    .iter()
                    .map(|&(shift, handle)| self.curve(k, places, turned, self.lane(k) + shift, handle));
                let Some((cost, curve)) = self.best(k, ways, board, around, limit - total) else { break };
                total += cost;
                chosen.push(curve);
            }
            if chosen.len() == halves.wires.len() && total < limit {
                limit = total;
                best = Some(chosen);
            }
        }
        for (&k, curve) in halves.wires.iter().zip(best.unwrap_or_default()) {
            board.take(k, &self.wires[k], &curve);
            curves[k] = curve;
        }
    }

    /// The cheapest of some ways for a line, if it is cheaper than `limit`.
    fn best(
        &self,
        k: usize,
        ways: impl Iterator<Item = Curve>,
        board: &Board,
        around: &Around,
        mut limit: f64,
    ) -> Option<(f64, Curve)> {
        let mut best = None;
        for curve in ways {
            let off = aside(&curve);
            let away = ASIDE * off;
            // Never a bow rounder than half a circle.
            if away >= limit || off > distance(curve[0], curve[3]).max(20.0) * 0.65 {
                continue;
            }
            let line = Polyline::of(&self.wires[k], &curve);
            let cost = away + board.cost(&line, around, at(&curve, 0.5), limit - away);
            if cost < limit {
                limit = cost;
                best = Some((cost, curve));
            }
        }
        best
    }

    /// How far a line is drawn aside to stand apart from others of its pair.
    fn lane(&self, k: usize) -> f64 {
        self.lanes[k] * 14.0
    }

    /// What is near enough to a line to be passed by a bow of it.
    fn around(&self, k: usize, places: &[Point], board: &Board) -> Around {
        const REACH: f64 = 84.0;
        let (a, b) = (places[self.wires[k].from], places[self.wires[k].to]);
        let low = (a.0.min(b.0) - REACH, a.1.min(b.1) - REACH);
        let high = (a.0.max(b.0) + REACH, a.1.max(b.1) + REACH);
        let near = |b: Rect| b.x < high.0 && b.x + b.w > low.0 && b.y < high.1 && b.y + b.h > low.1;
        // By the strip along the line too, which leaves out most of what is near a long slanting one.
        let (u, length) = (direction(a, b), distance(a, b));
        let strip = |b: Rect| {
            let (x, y) = (b.x + b.w / 2.0 - a.0, b.y + b.h / 2.0 - a.1);
            let off = libm::fabs(x * u.1 - y * u.0);
            length < 1e-6 || off < REACH + f64::midpoint(b.w * libm::fabs(u.1), b.h * libm::fabs(u.0))
        };
        let own = |i: usize| i == self.wires[k].from || i == self.wires[k].to;
        let (mut boxes, mut lines) = (Vec::new(), Vec::new());
        for i in 0..board.names.len() {
            if near(board.names[i]) && strip(board.names[i]) {
                boxes.push((board.names[i], if own(i) { ON_OWN_LABEL } else { ON_LABEL }));
            }
            if !own(i) && near(board.glyphs[i]) && strip(board.glyphs[i]) {
                boxes.push((board.glyphs[i], ON_GLYPH));
            }
        }
        for (l, line) in board.lines.iter().enumerate() {
            if l != k && near(line.bounds) && strip(line.bounds) && !self.tied(k, l) {
                lines.push(l);
            }
        }
        Around { boxes, lines, mates: self.mates[k].clone() }
    }

    /// Whether two lines have a common end.
    fn tied(&self, k: usize, l: usize) -> bool {
        let (a, b) = (&self.wires[k], &self.wires[l]);
        a.from == b.from || a.from == b.to || a.to == b.from || a.to == b.to
    }

    /// A curve by the direction at its event, how far it is drawn aside at its actor, and how far it keeps the direction.
    fn curve(&self, k: usize, places: &[Point], flow: Point, shift: f64, handle: f64) -> Curve {
        let (a, b) = (places[self.wires[k].from], places[self.wires[k].to]);
        match self.ways[k] {
            Way::Into => into(a, b, flow, shift, handle),
            Way::Out => {
                let mut curve = into(b, a, (-flow.0, -flow.1), -shift, handle);
                curve.reverse();
                curve
            }
            Way::Straight => {
                let mut curve = straight(a, b);
                let u = direction(a, b);
                for p in &mut curve[1..3] {
                    *p = (p.0 - u.1 * shift, p.1 + u.0 * shift);
                }
                curve
            }
        }
    }

    /// The direction in which the event of a wire is read; none for a line that is no half of a claim.
    fn flow(&self, k: usize, places: &[Point]) -> Point {
        match self.ways[k] {
            Way::Into => self.flow_of(self.wires[k].to, places),
            Way::Out => self.flow_of(self.wires[k].from, places),
            Way::Straight => (0.0, 0.0),
        }
    }

    /// From the mean of the sources to the mean of the targets.
    fn flow_of(&self, event: usize, places: &[Point]) -> Point {
        let mean = |nodes: &[usize]| {
            let n = nodes.len() as f64;
            nodes.iter().fold((0.0, 0.0), |m, &i| (m.0 + places[i].0 / n, m.1 + places[i].1 / n))
        };
        self.events.get(&event).map_or((1.0, 0.0), |e| direction(mean(&e.sources), mean(&e.targets)))
    }
}

/// How far a straight line may bow, in pixels.
const BOWS: [f64; 13] = [0.0, 12.0, -12.0, 24.0, -24.0, 38.0, -38.0, 56.0, -56.0, 80.0, -80.0, 110.0, -110.0];
/// How far the first handle of a claim's half stands aside, in pixels, and by how much its second is longer.
const SHIFTS: [(f64, f64); 10] = [
    (0.0, 1.0),
    (0.0, 1.7),
    (14.0, 1.0),
    (-14.0, 1.0),
    (28.0, 1.0),
    (-28.0, 1.0),
    (46.0, 1.3),
    (-46.0, 1.3),
    (70.0, 1.7),
    (-70.0, 1.7),
];

/// What a line can come near to.
struct Around {
    /// Glyphs and labels, and what passing them costs.
    boxes: Vec<(Rect, f64)>,
    lines: Vec<usize>,
    mates: Vec<usize>,
}

/// What lines may pass, and the lines.
struct Board {
    glyphs: Vec<Rect>,
    names: Vec<Rect>,
    lines: Vec<Polyline>,
    middles: Vec<Point>,
}

impl Board {
    fn take(&mut self, k: usize, wire: &Wire, curve: &Curve) {
        self.lines[k] = Polyline::of(wire, curve);
        self.middles[k] = at(curve, 0.5);
    }

    /// What a line costs, or something not below `limit` if it is not cheaper than that.
    fn cost(&self, line: &Polyline, around: &Around, middle: Point, limit: f64) -> f64 {
        let together = around.mates.iter().filter(|mate| distance(self.middles[**mate], middle) < APART);
        let mut cost = TOGETHER * together.count() as f64;
        for (rect, price) in &around.boxes {
            if cost >= limit {
                return cost;
            }
            if line.passes(*rect) {
                cost += price;
            }
        }
        for &other in &around.lines {
            if cost >= limit {
                return cost;
            }
            if line.meets(&self.lines[other]) {
                cost += ACROSS;
            }
        }
        cost
    }
}

/// How far the handles of a curve stand off the straight line, in pixels; what the event's direction asks is included.
fn aside(curve: &Curve) -> f64 {
    let u = direction(curve[0], curve[3]);
    let off = |p: Point| libm::fabs((p.0 - curve[0].0) * u.1 - (p.1 - curve[0].1) * u.0);
    off(curve[1]).max(off(curve[2]))
}

/// By how much a half of a claim is turned at its event from the plain direction.
fn angle(way: Way, curve: &Curve, flow: Point) -> f64 {
    let heading =
        if way == Way::Into { direction(curve[2], curve[3]) } else { direction(curve[0], curve[1]) };
    libm::acos((heading.0 * flow.0 + heading.1 * flow.1).clamp(-1.0, 1.0))
}

/// From an actor into an event, arriving along the flow; the handle shortens where the bend is sharp, so that no loop
/// appears.
fn into(a: Point, event: Point, flow: Point, shift: f64, longer: f64) -> Curve {
    let length = distance(a, event);
    let heading = direction(a, event);
    let along = heading.0 * flow.0 + heading.1 * flow.1;
    let handle = (length * 0.42).min(52.0 * longer) * (0.35 + 0.65 * along).max(0.08);
    let first = towards(a, event, 0.33);
    let first = (first.0 - heading.1 * shift, first.1 + heading.0 * shift);
    [a, first, (event.0 - flow.0 * handle, event.1 - flow.1 * handle), event]
}
