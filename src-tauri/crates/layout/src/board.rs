//! A drawing in the making and what every place in it costs: overlaps far above lines through boxes, these above
//! crossings, these above stress and uneven lines. It chooses no moves.

use crate::net::Net;
use crate::space::{Reach, Space};

/// Weights of one cost, in the unit of one crossing.
#[derive(Clone, Copy)]
pub(crate) struct Prices {
    overlap: f64,
    through: f64,
    crossing: f64,
    stress: f64,
    length: f64,
    bend: f64,
}

impl Prices {
    pub(crate) fn new(count: usize) -> Self {
        Self {
            overlap: 60.0,
            through: 1.6,
            crossing: 1.0,
            // Stress grows with the square of the count, crossings about linearly.
            stress: 12.0 / count.max(4) as f64,
            length: 0.5,
            bend: 0.25,
        }
    }
}

/// Places of all bodies and what is needed to price them.
pub(crate) struct Board<'a> {
    pub(crate) space: &'a Space,
    pub(crate) net: &'a Net,
    /// `1 / wished distance` of all pairs, row by row; 0 between parts.
    near: &'a [f64],
    prices: Prices,
    at: Vec<(f64, f64)>,
    /// Boxes at the present size.
    reach: Vec<Reach>,
    /// Left, top, right, bottom of each line.
    bounds: Vec<[f64; 4]>,
    /// Of the drawing to the wished distances.
    scale: f64,
}

impl<'a> Board<'a> {
    pub(crate) fn new(space: &'a Space, net: &'a Net, near: &'a [f64], at: Vec<(f64, f64)>) -> Self {
        let bounds = net.edges.iter().map(|edge| bound(at[edge.a], at[edge.b])).collect();
        let reach = space.reach.clone();
        let mut board =
            Self { space, net, near, prices: Prices::new(at.len()), at, reach, bounds, scale: 1.0 };
        board.fit_scale();
        board
    }

    pub(crate) fn at(&self, i: usize) -> (f64, f64) {
        self.at[i]
    }

    pub(crate) fn into_places(self) -> Vec<(f64, f64)> {
        self.at
    }

    /// Boxes at `size` times their full extent from now on, an overlap at `price`.
    pub(crate) fn resize(&mut self, size: f64, price: f64) {
        self.prices.overlap = price;
        for (reach, full) in self.reach.iter_mut().zip(&self.space.reach) {
            *reach = full.times(size);
        }
    }

    /// All places anew, through `change`.
    pub(crate) fn rearrange(&mut self, change: impl FnOnce(&mut [(f64, f64)])) {
        change(&mut self.at);
        for (bounds, edge) in self.bounds.iter_mut().zip(&self.net.edges) {
            *bounds = bound(self.at[edge.a], self.at[edge.b]);
        }
    }

    pub(crate) fn place(&mut self, i: usize, p: (f64, f64)) {
        self.at[i] = p;
        for &k in &self.net.around[i] {
            let edge = &self.net.edges[k];
            self.bounds[k] = bound(self.at[edge.a], self.at[edge.b]);
        }
    }

    /// What depends on body `i`, were it at `p`.
    pub(crate) fn toll(&self, i: usize, p: (f64, f64)) -> f64 {
        self.crowd(i, p) + self.strain(i, p) + self.lines(i, p)
    }

    /// Whether body `i` gets cheaper at `p`, or dearer by less than `slack`; the change if so.
    pub(crate) fn gain(&self, i: usize, p: (f64, f64), slack: f64) -> Option<f64> {
        let here = self.at[i];
        // Most tries end on a box: the cheap terms first.
        let crowd = self.crowd(i, p);
        let now = if crowd > 0.0 { self.crowd(i, here) } else { 0.0 };
        if crowd > now + self.prices.overlap * 0.9 {
            return None;
        }
        let now =
            if crowd > 0.0 { now } else { self.crowd(i, here) } + self.strain(i, here) + self.lines(i, here);
        let then = crowd + self.strain(i, p);
        if then >= now + slack {
            return None;
        }
        let change = then + self.lines(i, p) - now;
        (change < slack).then_some(change)
    }

    /// Whether something lies on the box of `i`, or it is outside.
    pub(crate) fn crowded(&self, i: usize) -> bool {
        self.crowd(i, self.at[i]) > 0.0
    }

    /// Boxes on the box of `i`, outside the area and on reserved corners.
    fn crowd(&self, i: usize, p: (f64, f64)) -> f64 {
        let a = self.reach[i];
        let (left, top, right, bottom) = (p.0 - a.left, p.1 - a.top, p.0 + a.right, p.1 + a.bottom);
        let mut crowd = 0.0;
        let mut count = |x: f64, y: f64| {
            if x > 0.0 && y > 0.0 {
                crowd += 0.5 + x.min(y) * 0.1;
            }
        };
        for (j, (q, b)) in self.at.iter().zip(&self.reach).enumerate() {
            let x = (right - q.0 + b.left).min(q.0 + b.right - left);
            let y = (bottom - q.1 + b.top).min(q.1 + b.bottom - top);
            if x > 0.0 && y > 0.0 && j != i {
                count(x, y);
            }
        }
        for block in &self.space.blocks {
            count(
                (right - block.x).min(block.x + block.w - left),
                (bottom - block.y).min(block.y + block.h - top),
            );
        }
        let kept = self.space.inside(i, p);
        let out = (kept.0 - p.0).abs() + (kept.1 - p.1).abs();
        if out > 1e-9 {
            count(out, out);
        }
        crowd * self.prices.overlap
    }

    /// Stress of `i` with all others of its part.
    fn strain(&self, i: usize, p: (f64, f64)) -> f64 {
        let n = self.at.len();
        let shrink = 1.0 / self.scale;
        let mut strain = 0.0;
        for (near, q) in self.near[i * n..(i + 1) * n].iter().zip(&self.at) {
            let (dx, dy) = (p.0 - q.0, p.1 - q.1);
            let off = (dx * dx + dy * dy).sqrt() * near * shrink - 1.0;
            strain += if *near > 0.0 { off * off } else { 0.0 };
        }
        strain * self.prices.stress
    }

    /// Crossings, boxes on lines, lengths and bends.
    fn lines(&self, i: usize, p: (f64, f64)) -> f64 {
        let edges = &self.net.edges;
        let (mut crossings, mut through, mut uneven, mut bends) = (0.0, 0.0, 0.0, 0.0);
        for &k in &self.net.around[i] {
            let end = edges[k].other(i);
            let q = self.at[end];
            let [x0, y0, x1, y1] = bound(p, q);
            for (bounds, edge) in self.bounds.iter().zip(edges) {
                if bounds[0] > x1 || bounds[2] < x0 || bounds[1] > y1 || bounds[3] < y0 {
                    continue;
                }
                if edge.a == i || edge.b == i || edge.a == end || edge.b == end {
                    continue;
                }
                if cross(p, q, self.at[edge.a], self.at[edge.b]) {
                    crossings += 1.0;
                }
            }
            for (j, (at, reach)) in self.at.iter().zip(&self.reach).enumerate() {
                if at.0 + reach.right < x0
                    || at.0 - reach.left > x1
                    || at.1 + reach.bottom < y0
                    || at.1 - reach.top > y1
                {
                    continue;
                }
                if j != i && j != end {
                    through += chord(p, q, reach, *at);
                }
            }
            let (dx, dy) = (p.0 - q.0, p.1 - q.1);
            let off = (dx * dx + dy * dy).sqrt() / (edges[k].length * self.scale) - 1.0;
            uneven += edges[k].weight.min(3.0) * if off > 0.0 { off * off } else { off * off * 2.0 };
            if self.net.around[end].len() == 2 {
                let around = &self.net.around[end];
                let far = edges[if around[0] == k { around[1] } else { around[0] }].other(end);
                bends += 1.0 + cosine(q, p, self.at[far]);
            }
        }
        if self.net.around[i].len() == 2 {
            let (a, b) = (edges[self.net.around[i][0]].other(i), edges[self.net.around[i][1]].other(i));
            bends += 1.0 + cosine(p, self.at[a], self.at[b]);
        }
        let reach = &self.reach[i];
        let (left, right, top, bottom) =
            (p.0 - reach.left, p.0 + reach.right, p.1 - reach.top, p.1 + reach.bottom);
        for (bounds, edge) in self.bounds.iter().zip(edges) {
            if bounds[0] > right || bounds[2] < left || bounds[1] > bottom || bounds[3] < top {
                continue;
            }
            if edge.a != i && edge.b != i {
                through += chord(self.at[edge.a], self.at[edge.b], reach, p);
            }
        }
        crossings * self.prices.crossing
            + through * self.prices.through
            + uneven * self.prices.length
            + bends * self.prices.bend
    }

    /// The whole drawing's cost, to choose by: a term of several bodies is counted once for each of them.
    pub(crate) fn total(&self) -> f64 {
        (0..self.at.len()).map(|i| self.toll(i, self.at[i])).sum()
    }

    /// The scale at which the wished distances fit the drawing best.
    pub(crate) fn fit_scale(&mut self) {
        let n = self.at.len();
        let (mut cross, mut square) = (0.0, 0.0);
        for i in 0..n {
            for j in i + 1..n {
                let near = self.near[i * n + j];
                let (dx, dy) = (self.at[i].0 - self.at[j].0, self.at[i].1 - self.at[j].1);
                let e = (dx * dx + dy * dy).sqrt() * near;
                cross += e;
                square += e * e;
            }
        }
        self.scale = if cross > 0.0 { (square / cross).clamp(0.05, 20.0) } else { 1.0 };
    }
}

fn bound(p: (f64, f64), q: (f64, f64)) -> [f64; 4] {
    [p.0.min(q.0), p.1.min(q.1), p.0.max(q.0), p.1.max(q.1)]
}

/// 0 if the line misses the box, else 0.5 to 1.5 by how much of it lies within.
fn chord(p: (f64, f64), q: (f64, f64), reach: &Reach, at: (f64, f64)) -> f64 {
    let (dx, dy) = (q.0 - p.0, q.1 - p.1);
    let (mut t0, mut t1) = (0.0f64, 1.0f64);
    for (step, start, low, high) in
        [(dx, p.0, at.0 - reach.left, at.0 + reach.right), (dy, p.1, at.1 - reach.top, at.1 + reach.bottom)]
    {
        if step.abs() < 1e-12 {
            if start < low || start > high {
                return 0.0;
            }
            continue;
        }
        let (a, b) = ((low - start) / step, (high - start) / step);
        t0 = t0.max(a.min(b));
        t1 = t1.min(a.max(b));
    }
    if t1 <= t0 {
        return 0.0;
    }
    let length = (t1 - t0) * (dx * dx + dy * dy).sqrt();
    0.5 + (length / 24.0).min(1.0)
}

/// Whether the open segments `p q` and `r s` cross.
fn cross(p: (f64, f64), q: (f64, f64), r: (f64, f64), s: (f64, f64)) -> bool {
    let side =
        |a: (f64, f64), b: (f64, f64), c: (f64, f64)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    side(p, q, r) * side(p, q, s) < 0.0 && side(r, s, p) * side(r, s, q) < 0.0
}

/// Of the angle at `p` between the ways to `a` and `b`; -1 is a straight line.
fn cosine(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (ax, ay, bx, by) = (a.0 - p.0, a.1 - p.1, b.0 - p.0, b.1 - p.1);
    let size = ((ax * ax + ay * ay) * (bx * bx + by * by)).sqrt();
    if size < 1e-9 { 1.0 } else { (ax * bx + ay * by) / size }
}
