//! A drawing in the making and what every place in it costs: overlaps far above lines through boxes, these above
//! crossings, these above stress and uneven lines. It moves nothing on its own.

use crate::net::Net;
use crate::space::Space;

/// Weights of one cost, in the unit of one crossing.
#[derive(Clone, Copy)]
pub(crate) struct Prices {
    pub(crate) overlap: f64,
    pub(crate) through: f64,
    pub(crate) crossing: f64,
    pub(crate) stress: f64,
    pub(crate) length: f64,
    pub(crate) bend: f64,
}

impl Prices {
    pub(crate) fn new(count: usize) -> Self {
        Self {
            overlap: 40.0,
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
    /// Wished distances of all pairs, row by row; infinite between parts.
    pub(crate) distance: &'a [f64],
    pub(crate) prices: Prices,
    pub(crate) at: Vec<(f64, f64)>,
    /// Of the drawing to the wished distances.
    pub(crate) scale: f64,
}

impl Board<'_> {
    /// What depends on body `i`, were it at `p`.
    pub(crate) fn toll(&self, i: usize, p: (f64, f64)) -> f64 {
        let n = self.at.len();
        let mut crowd = self.walls(i, p);
        let mut strain = 0.0;
        let row = &self.distance[i * n..(i + 1) * n];
        for j in 0..n {
            if j == i {
                continue;
            }
            let q = self.at[j];
            let (x, y) = self.space.depth(i, p, j, q);
            if x > 0.0 && y > 0.0 {
                crowd += 1.0 + x.min(y) * 0.25;
            }
            let wished = row[j] * self.scale;
            if wished < 1e12 {
                let (dx, dy) = (p.0 - q.0, p.1 - q.1);
                let off = (dx * dx + dy * dy).sqrt() / wished - 1.0;
                strain += off * off;
            }
        }
        crowd * self.prices.overlap + strain * self.prices.stress + self.lines(i, p)
    }

    /// Outside the area and on reserved corners.
    fn walls(&self, i: usize, p: (f64, f64)) -> f64 {
        let kept = self.space.inside(i, p);
        let out = (kept.0 - p.0).abs() + (kept.1 - p.1).abs();
        let mut crowd = if out > 1e-9 { 1.0 + out * 0.25 } else { 0.0 };
        let reach = &self.space.reach[i];
        for block in &self.space.blocks {
            let x = (p.0 + reach.right).min(block.x + block.w) - (p.0 - reach.left).max(block.x);
            let y = (p.1 + reach.bottom).min(block.y + block.h) - (p.1 - reach.top).max(block.y);
            if x > 0.0 && y > 0.0 {
                crowd += 1.0 + x.min(y) * 0.25;
            }
        }
        crowd
    }

    /// Crossings, boxes on lines, lengths and bends.
    fn lines(&self, i: usize, p: (f64, f64)) -> f64 {
        let edges = &self.net.edges;
        let (mut crossings, mut through, mut uneven, mut bends) = (0.0, 0.0, 0.0, 0.0);
        for &k in &self.net.around[i] {
            let end = edges[k].other(i);
            let q = self.at[end];
            let (x0, x1) = (p.0.min(q.0), p.0.max(q.0));
            let (y0, y1) = (p.1.min(q.1), p.1.max(q.1));
            for (other, edge) in edges.iter().enumerate() {
                let (r, s) = (self.at[edge.a], self.at[edge.b]);
                if r.0.max(s.0) < x0 || r.0.min(s.0) > x1 || r.1.max(s.1) < y0 || r.1.min(s.1) > y1 {
                    continue;
                }
                if other == k || edge.a == i || edge.b == i || edge.a == end || edge.b == end {
                    continue;
                }
                if cross(p, q, r, s) {
                    crossings += 1.0;
                }
            }
            for (j, at) in self.at.iter().enumerate() {
                let reach = &self.space.reach[j];
                if at.0 + reach.right < x0 || at.0 - reach.left > x1 || at.1 + reach.bottom < y0 || at.1 - reach.top > y1
                {
                    continue;
                }
                if j != i && j != end {
                    through += self.chord(p, q, j, *at);
                }
            }
            let wished = edges[k].length * self.scale;
            let off = libm::sqrt((p.0 - q.0) * (p.0 - q.0) + (p.1 - q.1) * (p.1 - q.1)) / wished - 1.0;
            uneven += edges[k].weight.min(3.0) * if off > 0.0 { off * off } else { off * off * 2.0 };
            if self.net.around[end].len() == 2 {
                bends += self.bend(end, q, i, p);
            }
        }
        if self.net.around[i].len() == 2 {
            let (a, b) = (edges[self.net.around[i][0]].other(i), edges[self.net.around[i][1]].other(i));
            bends += 1.0 + cosine(p, self.at[a], self.at[b]);
        }
        let reach = &self.space.reach[i];
        let (left, right, top, bottom) = (p.0 - reach.left, p.0 + reach.right, p.1 - reach.top, p.1 + reach.bottom);
        for edge in edges {
            let (r, s) = (self.at[edge.a], self.at[edge.b]);
            if r.0.max(s.0) < left || r.0.min(s.0) > right || r.1.max(s.1) < top || r.1.min(s.1) > bottom {
                continue;
            }
            if edge.a != i && edge.b != i {
                through += self.chord(r, s, i, p);
            }
        }
        crossings * self.prices.crossing
            + through * self.prices.through
            + uneven * self.prices.length
            + bends * self.prices.bend
    }

    /// The bend at `middle` (of two lines) were its neighbour `i` at `p`.
    fn bend(&self, middle: usize, at: (f64, f64), i: usize, p: (f64, f64)) -> f64 {
        let around = &self.net.around[middle];
        let (a, b) = (self.net.edges[around[0]].other(middle), self.net.edges[around[1]].other(middle));
        let far = if a == i { b } else { a };
        1.0 + cosine(at, p, self.at[far])
    }

    /// 0 if the line misses the box of `j`, else 0.5 to 1.5 by how much of it lies within.
    fn chord(&self, p: (f64, f64), q: (f64, f64), j: usize, at: (f64, f64)) -> f64 {
        let reach = &self.space.reach[j];
        let (dx, dy) = (q.0 - p.0, q.1 - p.1);
        let (mut t0, mut t1) = (0.0f64, 1.0f64);
        for (step, start, low, high) in [
            (dx, p.0, at.0 - reach.left, at.0 + reach.right),
            (dy, p.1, at.1 - reach.top, at.1 + reach.bottom),
        ] {
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

    /// The whole drawing's cost.
    pub(crate) fn total(&self) -> f64 {
        // Every pairwise term is counted from both of its ends, a term of two lines from all four: near enough to
        // choose by, since all starts are counted alike.
        (0..self.at.len()).map(|i| self.toll(i, self.at[i])).sum()
    }

    /// The scale at which the wished distances fit the drawing best, stress-wise.
    pub(crate) fn fit_scale(&mut self) {
        let n = self.at.len();
        let (mut cross, mut square) = (0.0, 0.0);
        for i in 0..n {
            for j in i + 1..n {
                let d = self.distance[i * n + j];
                if d < 1e12 && d > 0.0 {
                    let e = libm::hypot(self.at[i].0 - self.at[j].0, self.at[i].1 - self.at[j].1) / d;
                    cross += e;
                    square += e * e;
                }
            }
        }
        self.scale = if cross > 0.0 { (square / cross).clamp(0.05, 20.0) } else { 1.0 };
    }
}

/// Whether the open segments `p q` and `r s` cross.
pub(crate) fn cross(p: (f64, f64), q: (f64, f64), r: (f64, f64), s: (f64, f64)) -> bool {
    let side = |a: (f64, f64), b: (f64, f64), c: (f64, f64)| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    side(p, q, r) * side(p, q, s) < 0.0 && side(r, s, p) * side(r, s, q) < 0.0
}

/// Of the angle at `p` between the ways to `a` and `b`; -1 is a straight line.
fn cosine(p: (f64, f64), a: (f64, f64), b: (f64, f64)) -> f64 {
    let (ax, ay, bx, by) = (a.0 - p.0, a.1 - p.1, b.0 - p.0, b.1 - p.1);
    let size = ((ax * ax + ay * ay) * (bx * bx + by * by)).sqrt();
    if size < 1e-9 { 1.0 } else { (ax * bx + ay * by) / size }
}
