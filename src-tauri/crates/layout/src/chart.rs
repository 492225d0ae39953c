//! A drawing of named nodes in the making, and the price of every place and side in it. It chooses no moves.

use crate::Link;
use crate::labelled::{Named, Spot};
use crate::packing::Part;

/// Weights of one cost, in the unit of one crossing.
#[derive(Clone, Copy)]
pub(crate) struct Prices {
    overlap: f64,
    through: f64,
    own: f64,
    crossing: f64,
    stress: f64,
}

impl Prices {
    /// Overlaps may be passed through at first.
    pub(crate) fn at(gone: f64) -> Self {
        Self { overlap: 4.0 + 60.0 * gone, through: 1.5, own: 0.05, crossing: 1.0, stress: 2.5 }
    }
}

/// Half the sides of the room to fill, about the origin.
#[derive(Clone, Copy)]
pub(crate) struct Frame {
    half: (f64, f64),
}

impl Frame {
    /// Room by the boxes: a larger graph is drawn denser, or none of its names could be read at a glance.
    pub(crate) fn of(nodes: &[Named], (w, h): (f64, f64)) -> Self {
        let boxes: f64 =
            nodes.iter().map(|n| n.width.max(2.0 * n.radius) * (2.0 * n.radius + n.height + 2.0)).sum();
        let share = (0.0285 * libm::pow(nodes.len().max(1) as f64, 0.36)).min(0.3);
        let ratio = if w > 0.0 && h > 0.0 { (w / h).clamp(0.05, 20.0) } else { 1.0 };
        let area = (boxes / share).max(1.0);
        Self { half: ((area * ratio).sqrt() / 2.0, (area / ratio).sqrt() / 2.0) }
    }
}

/// Places, sides and what they depend on.
pub(crate) struct Chart {
    nodes: Vec<Named>,
    edges: Vec<(usize, usize)>,
    around: Vec<Vec<usize>>,
    /// `1 / wished distance` in steps, row by row; 0 between parts.
    near: Vec<f64>,
    frame: Frame,
    prices: Prices,
    at: Vec<(f64, f64)>,
    side: Vec<usize>,
    names: Vec<[f64; 4]>,
    /// One step of distance in pixels, at which the stress is least.
    step: f64,
}

/// Clear room around a name, in pixels.
const CLEAR: f64 = 2.0;
/// Below, above, right, left, then the corners.
const SIDES: usize = 8;

impl Chart {
    /// `at` in any unit, fitted into the frame.
    pub(crate) fn new(
        nodes: &[Named],
        links: &[Link],
        parts: &[Part],
        at: Vec<(f64, f64)>,
        frame: Frame,
    ) -> Self {
        let n = nodes.len();
        let mut edges: Vec<(usize, usize)> = links
            .iter()
            .filter(|l| l.a != l.b && l.a < n && l.b < n)
            .map(|l| (l.a.min(l.b), l.a.max(l.b)))
            .collect();
        edges.sort_unstable();
        edges.dedup();
        let mut around = vec![Vec::new(); n];
        for (k, &(a, b)) in edges.iter().enumerate() {
            around[a].push(k);
            around[b].push(k);
        }
        let mut near = vec![0.0; n * n];
        for part in parts {
            let m = part.bodies.len();
            for (a, &i) in part.bodies.iter().enumerate() {
                for (b, &j) in part.bodies.iter().enumerate() {
                    near[i * n + j] = if a == b { 0.0 } else { 1.0 / f64::from(part.distance[a * m + b]) };
                }
            }
        }
        let mut chart = Self {
            nodes: nodes.to_vec(),
            edges,
            around,
            near,
            frame,
            prices: Prices::at(0.0),
            at,
            side: vec![0; n],
            names: vec![[0.0; 4]; n],
            step: 1.0,
        };
        chart.fill();
        chart
    }

    pub(crate) fn count(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn at(&self, i: usize) -> (f64, f64) {
        self.at[i]
    }

    pub(crate) fn set(&mut self, prices: Prices) {
        self.prices = prices;
        self.fit();
    }

    /// Reach of a usual move.
    pub(crate) fn stride(&self) -> f64 {
        self.step.clamp(5.0, 200.0)
    }

    pub(crate) fn spots(&self) -> Vec<Spot> {
        self.at.iter().zip(&self.names).map(|(&at, &name)| Spot { at, name }).collect()
    }

    /// Scales the places so that they fill the frame but for a margin of the names.
    fn fill(&mut self) {
        let (hw, hh) = self.frame.half;
        let most = self.at.iter().fold((1e-9f64, 1e-9f64), |m, p| (m.0.max(p.0.abs()), m.1.max(p.1.abs())));
        let n = self.nodes.len().max(1) as f64;
        let margin = self.nodes.iter().fold((0.0, 0.0), |m, node| {
            (m.0 + node.width / 2.0 / n, m.1 + (node.radius + node.height / 2.0) / n)
        });
        let by = ((hw - margin.0).max(hw * 0.3) / most.0).min((hh - margin.1).max(hh * 0.3) / most.1);
        self.scale(by);
    }

    fn scale(&mut self, by: f64) {
        for p in &mut self.at {
            *p = (p.0 * by, p.1 * by);
        }
        for i in 0..self.at.len() {
            self.names[i] = self.name(i, self.at[i], self.side[i]);
        }
        self.fit();
    }

    /// A larger frame, and the places with it.
    pub(crate) fn grow(&mut self, by: f64) {
        self.frame.half = (self.frame.half.0 * by, self.frame.half.1 * by);
        self.scale(by);
    }

    /// The step at which the wished distances fit the places best.
    fn fit(&mut self) {
        let n = self.at.len();
        let (mut cross, mut square) = (0.0, 0.0);
        for i in 0..n {
            for j in i + 1..n {
                let e = apart(self.at[i], self.at[j]) * self.near[i * n + j];
                cross += e;
                square += e * e;
            }
        }
        self.step = if cross > 0.0 { square / cross } else { 1.0 };
    }

    /// The box of a name on a side of its node.
    fn name(&self, i: usize, p: (f64, f64), side: usize) -> [f64; 4] {
        let Named { radius, width, height } = self.nodes[i];
        let (dx, dy) = [(0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1)][side];
        let (dx, dy) = (f64::from(dx), f64::from(dy));
        // At a corner the box keeps off the circle by its own corner.
        let reach = if dx != 0.0 && dy != 0.0 { radius * 0.7072 } else { radius } + CLEAR;
        let x = p.0 + dx * (reach + width / 2.0);
        let y = p.1 + dy * (reach + height / 2.0);
        [x - width / 2.0, y - height / 2.0, x + width / 2.0, y + height / 2.0]
    }

    /// Takes node `i` to `there`, its name to the cheapest side, if that is cheaper or dearer by less than `slack`.
    pub(crate) fn offer(&mut self, i: usize, there: (f64, f64), slack: f64) {
        let here = self.at[i];
        let now = self.node_cost(i, here) + self.name_cost(i, here, self.names[i], self.side[i]);
        let node = if here == there { self.node_cost(i, here) } else { self.node_cost(i, there) };
        if node >= now + slack {
            return;
        }
        let mut best = (now + slack, self.side[i], self.names[i]);
        for side in 0..SIDES {
            let name = self.name(i, there, side);
            let cost = node + self.name_cost(i, there, name, side);
            if cost < best.0 && (here != there || side != self.side[i]) {
                best = (cost, side, name);
            }
        }
        if best.0 < now + slack {
            self.at[i] = there;
            self.side[i] = best.1;
            self.names[i] = best.2;
        }
    }

    /// What depends on the place of the node alone.
    fn node_cost(&self, i: usize, p: (f64, f64)) -> f64 {
        let n = self.at.len();
        let r = self.nodes[i].radius;
        let (mut crowd, mut strain) = (self.outside([p.0 - r, p.1 - r, p.0 + r, p.1 + r]), 0.0);
        let shrink = 1.0 / self.step;
        for j in 0..n {
            if j == i {
                continue;
            }
            let q = self.at[j];
            let length = apart(p, q);
            let near = self.near[i * n + j];
            if near > 0.0 {
                let off = length * near * shrink - 1.0;
                strain += off * off;
            }
            let gap = length - r - self.nodes[j].radius - 2.0 * CLEAR;
            if gap < 0.0 {
                crowd += 0.5 - gap * 0.1;
            }
            crowd += on_circle(p, r, &self.names[j]);
        }
        let (mut crossings, mut through) = (0.0, 0.0);
        for &k in &self.around[i] {
            let (a, b) = self.edges[k];
            let end = if a == i { b } else { a };
            let q = self.at[end];
            let (x0, y0, x1, y1) = (p.0.min(q.0), p.1.min(q.1), p.0.max(q.0), p.1.max(q.1));
            for &(c, d) in &self.edges {
                if c == i || d == i || c == end || d == end {
                    continue;
                }
                if cross(p, q, self.at[c], self.at[d]) {
                    crossings += 1.0;
                }
            }
            for j in 0..n {
                let b = &self.names[j];
                if j == i {
                    continue;
                }
                if j != end {
                    let c = self.at[j];
                    let r = self.nodes[j].radius;
                    if c.0 + r > x0 && c.0 - r < x1 && c.1 + r > y0 && c.1 - r < y1 && line_near(p, q, c, r) {
                        through += 1.0;
                    }
                }
                if b[2] > x0 && b[0] < x1 && b[3] > y0 && b[1] < y1 && on_line(p, q, b) {
                    through += if j == end { self.prices.own } else { 1.0 };
                }
            }
        }
        crowd * self.prices.overlap
            + strain * self.prices.stress
            + crossings * self.prices.crossing
            + through * self.prices.through
    }

    /// What depends on the box of the name as well.
    fn name_cost(&self, i: usize, p: (f64, f64), name: [f64; 4], side: usize) -> f64 {
        let liking = [0.0, 0.02, 0.01, 0.015, 0.03, 0.03, 0.035, 0.035][side];
        let mut crowd = self.outside(name);
        for j in 0..self.at.len() {
            if j == i {
                continue;
            }
            let other = &self.names[j];
            let x = (name[2] - other[0]).min(other[2] - name[0]) + CLEAR;
            let y = (name[3] - other[1]).min(other[3] - name[1]) + CLEAR / 2.0;
            if x > 0.0 && y > 0.0 {
                crowd += 0.5 + x.min(y) * 0.1;
            }
            crowd += on_circle(self.at[j], self.nodes[j].radius, &name);
        }
        let mut through = 0.0;
        for &(a, b) in &self.edges {
            let own = a == i || b == i;
            let (s, t) = (if a == i { p } else { self.at[a] }, if b == i { p } else { self.at[b] });
            if s.0.max(t.0) > name[0]
                && s.0.min(t.0) < name[2]
                && s.1.max(t.1) > name[1]
                && s.1.min(t.1) < name[3]
                && on_line(s, t, &name)
            {
                through += if own { self.prices.own } else { 1.0 };
            }
        }
        liking + crowd * self.prices.overlap + through * self.prices.through
    }

    fn outside(&self, b: [f64; 4]) -> f64 {
        let (hw, hh) = self.frame.half;
        let over = (b[2] - hw).max(-hw - b[0]).max(b[3] - hh).max(-hh - b[1]);
        if over > 0.0 { over * 0.02 } else { 0.0 }
    }

    /// Whether any two of nodes and names meet.
    pub(crate) fn overlaps(&self) -> bool {
        let n = self.at.len();
        (0..n).any(|i| {
            (0..n).filter(|&j| j != i).any(|j| {
                let (a, b) = (&self.names[i], &self.names[j]);
                (a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3])
                    || on_circle(self.at[j], self.nodes[j].radius - CLEAR, a) > 0.0
                    || apart(self.at[i], self.at[j]) < self.nodes[i].radius + self.nodes[j].radius
            })
        })
    }

    /// To choose by: a term of several nodes is counted once for each of them.
    pub(crate) fn total(&self) -> f64 {
        (0..self.at.len())
            .map(|i| {
                self.node_cost(i, self.at[i]) + self.name_cost(i, self.at[i], self.names[i], self.side[i])
            })
            .sum()
    }
}

fn apart(p: (f64, f64), q: (f64, f64)) -> f64 {
    let (dx, dy) = (p.0 - q.0, p.1 - q.1);
    (dx * dx + dy * dy).sqrt()
}

/// 0 if the circle with its clear room misses the box, else by how deep it lies on it.
fn on_circle(c: (f64, f64), r: f64, b: &[f64; 4]) -> f64 {
    let r = r + CLEAR;
    let (dx, dy) = (c.0 - c.0.clamp(b[0], b[2]), c.1 - c.1.clamp(b[1], b[3]));
    let square = dx * dx + dy * dy;
    if square >= r * r { 0.0 } else { 0.5 + (r - square.sqrt()) * 0.1 }
}

/// Whether the segment passes the circle.
fn line_near(p: (f64, f64), q: (f64, f64), c: (f64, f64), r: f64) -> bool {
    let (dx, dy) = (q.0 - p.0, q.1 - p.1);
    let square = (dx * dx + dy * dy).max(1e-12);
    let t = (((c.0 - p.0) * dx + (c.1 - p.1) * dy) / square).clamp(0.0, 1.0);
    apart((p.0 + dx * t, p.1 + dy * t), c) < r
}

/// Whether the segment passes the box.
fn on_line(p: (f64, f64), q: (f64, f64), b: &[f64; 4]) -> bool {
    let (mut t0, mut t1) = (0.0f64, 1.0f64);
    for (step, start, low, high) in [(q.0 - p.0, p.0, b[0], b[2]), (q.1 - p.1, p.1, b[1], b[3])] {
        if step.abs() < 1e-12 {
            if start < low || start > high {
                return false;
            }
            continue;
        }
        let (u, v) = ((low - start) / step, (high - start) / step);
        t0 = t0.max(u.min(v));
        t1 = t1.min(u.max(v));
    }
    t1 > t0
}

/// Whether the open segments `p q` and `r s` cross.
fn cross(p: (f64, f64), q: (f64, f64), r: (f64, f64), s: (f64, f64)) -> bool {
    let side =
        |a: (f64, f64), b: (f64, f64), c: (f64, f64)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    side(p, q, r) * side(p, q, s) < 0.0 && side(r, s, p) * side(r, s, q) < 0.0
}
