//! Points, boxes and cubic curves.

use crate::scene::Rect;

use super::Wire;

/// x, y.
pub(crate) type Point = (f64, f64);

/// A cubic Bezier curve by its four points.
pub(crate) type Curve = [Point; 4];

pub(crate) fn distance(a: Point, b: Point) -> f64 {
    libm::hypot(a.0 - b.0, a.1 - b.1)
}

pub(crate) fn towards(a: Point, b: Point, t: f64) -> Point {
    (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t)
}

/// The unit vector from a to b; right if they are one.
pub(crate) fn direction(a: Point, b: Point) -> Point {
    let length = distance(a, b);
    if length < 1e-9 { (1.0, 0.0) } else { ((b.0 - a.0) / length, (b.1 - a.1) / length) }
}

/// The straight curve.
pub(crate) fn straight(a: Point, b: Point) -> Curve {
    [a, towards(a, b, 1.0 / 3.0), towards(a, b, 2.0 / 3.0), b]
}

pub(crate) fn at(curve: &Curve, t: f64) -> Point {
    let u = 1.0 - t;
    let w = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
    let sum = |f: fn(&Point) -> f64| w.iter().zip(curve).map(|(w, p)| w * f(p)).sum();
    (sum(|p| p.0), sum(|p| p.1))
}

/// De Casteljau: the parts before and after t.
fn split(curve: &Curve, t: f64) -> (Curve, Curve) {
    let [p0, p1, p2, p3] = *curve;
    let (a, b, c) = (towards(p0, p1, t), towards(p1, p2, t), towards(p2, p3, t));
    let (d, e) = (towards(a, b, t), towards(b, c, t));
    let f = towards(d, e, t);
    ([p0, a, d, f], [f, e, c, p3])
}

/// Cuts the curve where it leaves the circle around its start and enters the one around its end.
pub(crate) fn trim(curve: &Curve, start: f64, end: f64) -> Curve {
    let mut low = 0.0;
    for step in 0..=60 {
        let t = f64::from(step) / 100.0;
        if distance(at(curve, t), curve[0]) >= start {
            break;
        }
        low = t;
    }
    let mut high = 1.0;
    for step in 0..=60 {
        let t = 1.0 - f64::from(step) / 100.0;
        if distance(at(curve, t), curve[3]) >= end {
            break;
        }
        high = t;
    }
    let high = high.max(low + 0.01).min(1.0);
    let (head, _) = split(curve, high);
    split(&head, (low / high).min(0.99)).1
}

pub(crate) fn flat(curve: &Curve) -> [f64; 8] {
    let round = |v: f64| libm::round(v * 100.0) / 100.0;
    let mut out = [0.0; 8];
    for (at, p) in curve.iter().enumerate() {
        out[at * 2] = round(p.0);
        out[at * 2 + 1] = round(p.1);
    }
    out
}

/// The curve as points, ends included.
pub(crate) fn points(curve: &Curve, steps: u32) -> Vec<Point> {
    (0..=steps).map(|step| at(curve, f64::from(step) / f64::from(steps))).collect()
}

pub(crate) fn curve_bounds(curve: &[f64; 8]) -> Rect {
    let as_points: Curve = std::array::from_fn(|i| (curve[i * 2], curve[i * 2 + 1]));
    bounds_of(points(&as_points, 12).into_iter().map(|p| Rect { x: p.0 - 2.0, y: p.1 - 2.0, w: 4.0, h: 4.0 }))
}

/// The smallest box around all; empty for none.
pub(crate) fn bounds_of(boxes: impl Iterator<Item = Rect>) -> Rect {
    boxes
        .reduce(|a, b| {
            let (x, y) = (a.x.min(b.x), a.y.min(b.y));
            Rect { x, y, w: (a.x + a.w).max(b.x + b.w) - x, h: (a.y + a.h).max(b.y + b.h) - y }
        })
        .unwrap_or_default()
}

/// Area that two boxes share.
pub(crate) fn shared(a: Rect, b: Rect) -> f64 {
    let w = (a.x + a.w).min(b.x + b.w) - a.x.max(b.x);
    let h = (a.y + a.h).min(b.y + b.h) - a.y.max(b.y);
    if w <= 0.0 || h <= 0.0 { 0.0 } else { w * h }
}

/// Whether the segment touches the box (Liang and Barsky 1984).
pub(crate) fn crosses(a: Point, b: Point, r: Rect) -> bool {
    let (dx, dy) = (b.0 - a.0, b.1 - a.1);
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (p, q) in [(-dx, a.0 - r.x), (dx, r.x + r.w - a.0), (-dy, a.1 - r.y), (dy, r.y + r.h - a.1)] {
        if p.abs() < 1e-12 {
            if q < 0.0 {
                return false;
            }
        } else if p < 0.0 {
            enter = enter.max(q / p);
        } else {
            leave = leave.min(q / p);
        }
    }
    enter <= leave
}

/// Pieces that a curve is cut into where it is asked what it meets.
const STEPS: usize = 10;

/// A curve as a few points, for asking what it meets.
pub(crate) struct Polyline {
    ends: (usize, usize),
    points: [Point; STEPS + 1],
    pub(crate) bounds: Rect,
}

impl Polyline {
    pub(crate) fn of(wire: &Wire, curve: &Curve) -> Self {
        let points: [Point; STEPS + 1] = std::array::from_fn(|step| at(curve, step as f64 / STEPS as f64));
        let (mut low, mut high) = (points[0], points[0]);
        for p in &points {
            low = (low.0.min(p.0), low.1.min(p.1));
            high = (high.0.max(p.0), high.1.max(p.1));
        }
        let bounds =
            Rect { x: low.0 - 0.5, y: low.1 - 0.5, w: high.0 - low.0 + 1.0, h: high.1 - low.1 + 1.0 };
        Self { ends: (wire.from, wire.to), points, bounds }
    }

    pub(crate) fn ends_at(&self, node: usize) -> bool {
        self.ends.0 == node || self.ends.1 == node
    }

    /// Whether it passes the box.
    pub(crate) fn passes(&self, b: Rect) -> bool {
        let near = |pair: &[Point]| {
            let (p, q) = (pair[0], pair[1]);
            p.0.min(q.0) <= b.x + b.w
                && p.0.max(q.0) >= b.x
                && p.1.min(q.1) <= b.y + b.h
                && p.1.max(q.1) >= b.y
                && crosses(p, q, b)
        };
        shared(self.bounds, b) > 0.0 && self.points.windows(2).any(near)
    }

    /// Whether the two cross.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        if shared(self.bounds, other.bounds) <= 0.0 {
            return false;
        }
        let within = |p: &&[Point]| {
            let (x0, x1) = (p[0].0.min(p[1].0), p[0].0.max(p[1].0));
            let (y0, y1) = (p[0].1.min(p[1].1), p[0].1.max(p[1].1));
            let b = other.bounds;
            x1 >= b.x && x0 <= b.x + b.w && y1 >= b.y && y0 <= b.y + b.h
        };
        self.points
            .windows(2)
            .filter(within)
            .any(|a| other.points.windows(2).any(|b| segments_cross(a[0], a[1], b[0], b[1])))
    }
}

/// Whether the open segments `p q` and `r s` cross.
fn segments_cross(p: Point, q: Point, r: Point, s: Point) -> bool {
    let side = |a: Point, b: Point, c: Point| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    side(p, q, r) * side(p, q, s) < 0.0 && side(r, s, p) * side(r, s, q) < 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trimmed_curve_starts_and_ends_outside_the_circles() {
        let curve = [(0.0, 0.0), (30.0, 40.0), (60.0, -40.0), (100.0, 0.0)];
        let cut = trim(&curve, 12.0, 18.0);
        assert!((distance(cut[0], curve[0]) - 12.0).abs() < 2.0);
        assert!((distance(cut[3], curve[3]) - 18.0).abs() < 2.0);
    }

    #[test]
    fn a_segment_through_a_box_is_seen_and_one_beside_it_is_not() {
        let r = Rect { x: 10.0, y: 10.0, w: 20.0, h: 10.0 };
        assert!(crosses((0.0, 15.0), (50.0, 15.0), r));
        assert!(!crosses((0.0, 0.0), (50.0, 5.0), r));
        assert!(!crosses((0.0, 15.0), (5.0, 15.0), r));
    }
}
