//! A drawing in the making and what every place in it costs: overlaps far above lines through boxes, these above
//! crossings, these above stress and bends. It chooses no moves.

use crate::lanes::{self, Cell, Cells, Lanes, Segments};
use crate::net::Net;
use crate::space::Space;

/// Weights of one cost, in the unit of one crossing.
#[derive(Clone, Copy)]
pub(crate) struct Prices {
    /// Of a box on a box.
    pub(crate) overlap: f32,
    /// Of a line through a foreign glyph or label.
    pub(crate) through: f32,
    /// Of a line through the label of its own end.
    pub(crate) own: f32,
    /// Of the stress of one body with all others.
    pub(crate) stress: f32,
    /// Of two main lines of one body that turn back; straight on is free.
    pub(crate) bend: f32,
    /// Of a pixel outside the room of its part: parts stand side by side, and may use what another leaves.
    pub(crate) astray: f32,
    /// Of a pixel of a label outside the rectangle of its body.
    pub(crate) spill: f32,
}

impl Prices {
    /// At the share of the work that is done: overlaps may be passed through at first.
    pub(crate) fn at(gone: f32, count: usize) -> Self {
        // Stress grows with the square of the count, crossings about linearly.
        let stress = 14.0 / count.max(8) as f32;
        Self {
            overlap: 3.0 + 60.0 * gone * gone,
            through: 1.6,
            own: 0.5,
            stress,
            bend: 0.2,
            astray: 0.005,
            spill: 0.08,
        }
    }
}

/// A place and a side that a body may take.
#[derive(Clone, Copy)]
pub(crate) struct Stand {
    pub(crate) at: (f32, f32),
    pub(crate) side: usize,
    pub(crate) cost: f32,
}

/// Most sides of a label.
pub(crate) const SIDES: usize = 8;

/// Places and label sides of all bodies and what is needed to price them.
#[derive(Clone)]
pub(crate) struct Board<'a> {
    pub(crate) space: &'a Space,
    pub(crate) net: &'a Net,
    /// `1 / wished distance` of all pairs in a row of lanes for each body; 0 between parts.
    near: &'a [Vec<Lanes>],
    pub(crate) prices: Prices,
    x: Vec<Lanes>,
    y: Vec<Lanes>,
    side: Vec<usize>,
    glyphs: Cells,
    names: Cells,
    lines: Segments,
    /// A neighbourhood, and the boxes in it: most of the stands that are tried are near one another.
    room: Cell,
    inmates: Cells,
    /// `1 / (pixels of the drawing to a pixel of the wished distances)`.
    shrink: f32,
}

impl<'a> Board<'a> {
    pub(crate) fn new(
        space: &'a Space,
        net: &'a Net,
        near: &'a [Vec<Lanes>],
        at: &[(f64, f64)],
        side: &[usize],
    ) -> Self {
        let n = net.count;
        let mut board = Self {
            space,
            net,
            near,
            prices: Prices::at(1.0, n),
            x: lanes::lanes(n, 0.0),
            y: lanes::lanes(n, 0.0),
            side: side.to_vec(),
            glyphs: Cells::new(n),
            names: Cells::new(n),
            lines: Segments::new(net.edges.len()),
            room: Cell::NONE,
            inmates: Cells::new(0),
            shrink: 1.0,
        };
        for (i, at) in at.iter().enumerate() {
            board.drop(i, (at.0 as f32, at.1 as f32), side[i]);
        }
        board.fit_scale();
        board
    }

    pub(crate) fn at(&self, i: usize) -> (f32, f32) {
        (lanes::get(&self.x, i), lanes::get(&self.y, i))
    }

    pub(crate) fn places(&self) -> Vec<(f64, f64)> {
        (0..self.net.count).map(|i| self.at(i)).map(|p| (f64::from(p.0), f64::from(p.1))).collect()
    }

    pub(crate) fn sides(&self) -> &[usize] {
        &self.side
    }

    /// Takes a body and its lines off the board and tells what they cost there. Until it is dropped again, nothing else
    /// may be priced but its stands, best within `reach` of here.
    pub(crate) fn lift(&mut self, i: usize, reach: f32) -> Stand {
        self.glyphs.set(i, Cell::NONE);
        self.names.set(i, Cell::NONE);
        for &k in &self.net.around[i] {
            self.lines.lift(k);
        }
        let (at, side) = (self.at(i), self.side[i]);
        let span = self.space.spans[i];
        self.room = Cell { x: at.0, y: at.1, w: reach + span.0, h: reach + span.1 };
        Cells::near(self.room, [&self.glyphs, &self.names], &mut self.inmates);
        let cost = self.body(i, at)
            + self.lines(i, at, f32::MAX)
            + self.label_crowd(i, at, side)
            + self.label_lines(i, at, side);
        Stand { at, side, cost }
    }

    /// Puts a body down.
    pub(crate) fn drop(&mut self, i: usize, at: (f32, f32), side: usize) {
        lanes::set(&mut self.x, i, at.0);
        lanes::set(&mut self.y, i, at.1);
        self.side[i] = side;
        self.glyphs.set(i, self.space.glyphs[i].moved(at));
        self.names.set(i, self.name(i, at, side));
        for &k in &self.net.around[i] {
            let edge = &self.net.edges[k];
            self.lines.set(k, self.at(edge.a), self.at(edge.b));
        }
    }

    /// The cheapest stand of a lifted body at a place, if it is cheaper than `limit`.
    pub(crate) fn stand(&self, i: usize, at: (f32, f32), limit: f32) -> Option<Stand> {
        // Most tries end on a box: the cheap terms first.
        let mut base = self.body(i, at);
        if base >= limit {
            return None;
        }
        let count = self.space.names[i].len().clamp(1, SIDES);
        let mut crowd = [0.0; SIDES];
        let mut least = f32::MAX;
        for (side, crowd) in crowd.iter_mut().enumerate().take(count) {
            *crowd = self.label_crowd(i, at, side);
            least = least.min(*crowd);
        }
        if base + least >= limit {
            return None;
        }
        base += self.lines(i, at, limit - base - least);
        if base + least >= limit {
            return None;
        }
        let mut best: Option<Stand> = None;
        let mut limit = limit;
        for (side, crowd) in crowd.iter().enumerate().take(count) {
            if base + crowd >= limit {
                continue;
            }
            let cost = base + crowd + self.label_lines(i, at, side);
            if cost < limit {
                limit = cost;
                best = Some(Stand { at, side, cost });
            }
        }
        best
    }

    fn name(&self, i: usize, at: (f32, f32), side: usize) -> Cell {
        self.space.names[i].get(side).map_or(Cell::NONE, |cell| cell.moved(at))
    }

    /// What the glyph meets, the stress, and the way back into the room of its part.
    fn body(&self, i: usize, at: (f32, f32)) -> f32 {
        self.crowd(self.space.glyphs[i].moved(at))
            + self.strain(i, at)
            + self.space.astray(i, at) * self.prices.astray
    }

    /// What the label meets, and how little its side is liked.
    fn label_crowd(&self, i: usize, at: (f32, f32), side: usize) -> f32 {
        let name = self.name(i, at, side);
        if name.w < 0.0 {
            return 0.0;
        }
        self.crowd(name) + 0.03 * side as f32 + self.space.spill(i, name) * self.prices.spill
    }

    fn crowd(&self, cell: Cell) -> f32 {
        let room = &self.room;
        let within = (cell.x - room.x).abs() + cell.w <= room.w && (cell.y - room.y).abs() + cell.h <= room.h;
        let on = if within { self.inmates.on(cell) } else { self.glyphs.on(cell) + self.names.on(cell) };
        (on + self.space.unfit(cell)) * self.prices.overlap
    }

    /// Stress with all others of its part.
    fn strain(&self, i: usize, at: (f32, f32)) -> f32 {
        lanes::strain(&self.near[i], &self.x, &self.y, at, self.shrink)
            * self.prices.stress
            * self.space.tension
    }

    /// What the lines of the body meet, and the lines of others on its glyph; or something not below `limit` if it is
    /// not cheaper than that.
    fn lines(&self, i: usize, at: (f32, f32), limit: f32) -> f32 {
        let Prices { through, own, bend, .. } = self.prices;
        let mut cost = self.lines.through(self.space.glyphs[i].moved(at)) * through;
        cost += self.bends(i, at) * bend;
        for &k in &self.net.around[i] {
            if cost >= limit {
                return cost;
            }
            let end = self.net.edges[k].other(i);
            let there = self.at(end);
            let name = lanes::passes(at, there, self.names.get(end));
            // The line ends on the glyph of the other body, which is not foreign to it.
            let met = self.glyphs.passed(at, there) - lanes::passes(at, there, self.glyphs.get(end));
            cost += (met.max(0.0) + (self.names.passed(at, there) - name).max(0.0)) * through;
            cost += name * own + self.lines.crossing(at, there);
        }
        cost
    }

    /// The lines on the label.
    fn label_lines(&self, i: usize, at: (f32, f32), side: usize) -> f32 {
        let name = self.name(i, at, side);
        let own: f32 = self.net.around[i]
            .iter()
            .map(|&k| lanes::passes(at, self.at(self.net.edges[k].other(i)), name))
            .sum();
        self.lines.through(name) * self.prices.through + own * self.prices.own
    }

    /// Of the body and its neighbours, where two main lines meet: 0 for straight on, 2 for turning back.
    fn bends(&self, i: usize, at: (f32, f32)) -> f32 {
        let place = |j: usize| if j == i { at } else { self.at(j) };
        let bend = |j: usize| match self.net.through[j] {
            Some((a, b)) => 1.0 + cosine(place(j), place(a), place(b)),
            None => 0.0,
        };
        let near = |j: &usize| self.net.through[*j].is_some_and(|(a, b)| a == i || b == i);
        bend(i) + self.net.neighbours(i).filter(near).map(bend).sum::<f32>()
    }

    /// Whether something lies on the body or its label, or it is outside. Bodies that are fixed excuse one another.
    pub(crate) fn crowded(&self, i: usize) -> bool {
        let fixed = &self.space.fixed;
        let boxes = |j: usize| [self.glyphs.get(j), self.names.get(j)];
        let [glyph, name] = boxes(i);
        let out = |cell: &Cell| self.space.unfit(*cell) > 0.0;
        (fixed[i].is_none() && (out(&glyph) || out(&name)))
            || (0..self.net.count)
                .filter(|&j| j != i && (fixed[i].is_none() || fixed[j].is_none()))
                .any(|j| boxes(j).iter().any(|b| [glyph, name].iter().any(|a| meet(*a, *b))))
    }

    /// The whole drawing's cost, to choose by: a term of several bodies is counted once for each of them.
    pub(crate) fn total(&mut self) -> f32 {
        let mut total = 0.0;
        for i in 0..self.net.count {
            let stand = self.lift(i, 0.0);
            self.drop(i, stand.at, stand.side);
            total += stand.cost;
        }
        total
    }

    /// The scale at which the wished distances fit the drawing best.
    pub(crate) fn fit_scale(&mut self) {
        let (mut cross, mut square) = (0.0f64, 0.0f64);
        for i in 0..self.net.count {
            let p = self.at(i);
            for j in i + 1..self.net.count {
                let near = lanes::get(&self.near[i], j);
                let (dx, dy) = (p.0 - lanes::get(&self.x, j), p.1 - lanes::get(&self.y, j));
                let e = f64::from((dx * dx + dy * dy).sqrt() * near);
                cross += e;
                square += e * e;
            }
        }
        self.shrink = if cross > 0.0 { (cross / square.max(1e-12)).clamp(0.05, 20.0) as f32 } else { 1.0 };
    }

    /// Length in the drawing of a line of the wished length 1.
    pub(crate) fn scale(&self) -> f32 {
        1.0 / self.shrink
    }
}

fn meet(a: Cell, b: Cell) -> bool {
    a.w + b.w > (a.x - b.x).abs() && a.h + b.h > (a.y - b.y).abs()
}

/// Of the angle at `p` between the ways to `a` and `b`; -1 is a straight line.
fn cosine(p: (f32, f32), a: (f32, f32), b: (f32, f32)) -> f32 {
    let (ax, ay, bx, by) = (a.0 - p.0, a.1 - p.1, b.0 - p.0, b.1 - p.1);
    let size = ((ax * ax + ay * ay) * (bx * bx + by * by)).sqrt();
    if size < 1e-9 { 1.0 } else { (ax * bx + ay * by) / size }
}
