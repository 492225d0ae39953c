//! Connected parts with the steps between their bodies, each drawn by stress, and the drawings packed side by side into
//! about the wished proportions. It knows no boxes.

use std::collections::VecDeque;

use crate::Link;
use crate::progress::Watch;
use crate::sgd;

/// One connected part.
pub(crate) struct Part {
    /// Ascending.
    pub(crate) bodies: Vec<usize>,
    /// Steps between all pairs, row by row.
    pub(crate) distance: Vec<f32>,
}

/// The most bodies of one part: all pairs are held in memory.
pub const MOST_CONNECTED: usize = 8_000;

/// The parts, the largest first, ties by their first body. `None`: one has more than [`MOST_CONNECTED`] bodies.
pub(crate) fn parts(count: usize, links: &[Link]) -> Option<Vec<Part>> {
    let mut around = vec![Vec::new(); count];
    for link in links {
        if link.a != link.b && link.a < count && link.b < count {
            around[link.a].push(link.b);
            around[link.b].push(link.a);
        }
    }
    for list in &mut around {
        list.sort_unstable();
        list.dedup();
    }
    let mut seat = vec![usize::MAX; count];
    let mut parts = Vec::new();
    for root in 0..count {
        if seat[root] != usize::MAX {
            continue;
        }
        let mut bodies = vec![root];
        seat[root] = 0;
        let mut next = 0;
        while next < bodies.len() {
            for &there in &around[bodies[next]] {
                if seat[there] == usize::MAX {
                    seat[there] = 0;
                    bodies.push(there);
                }
            }
            next += 1;
        }
        if bodies.len() > MOST_CONNECTED {
            return None;
        }
        bodies.sort_unstable();
        for (k, &body) in bodies.iter().enumerate() {
            seat[body] = k;
        }
        let distance = steps(&bodies, &around, &seat);
        parts.push(Part { bodies, distance });
    }
    parts.sort_by_key(|part| (std::cmp::Reverse(part.bodies.len()), part.bodies[0]));
    Some(parts)
}

/// Breadth first from every body.
fn steps(bodies: &[usize], around: &[Vec<usize>], seat: &[usize]) -> Vec<f32> {
    let m = bodies.len();
    let mut table = vec![-1.0f32; m * m];
    let mut queue = VecDeque::new();
    for (from, row) in table.chunks_exact_mut(m).enumerate() {
        row[from] = 0.0;
        queue.push_back(from);
        while let Some(here) = queue.pop_front() {
            for &body in &around[bodies[here]] {
                let there = seat[body];
                if row[there] < 0.0 {
                    row[there] = row[here] + 1.0;
                    queue.push_back(there);
                }
            }
        }
    }
    table
}

/// Every part by stress, turned to the proportions and packed; the middle of all is the origin. `None`: cancelled.
pub(crate) fn stressed(
    parts: &[Part],
    seed: u64,
    proportions: (f64, f64),
    watch: &mut Watch<'_>,
) -> Option<Vec<(f64, f64)>> {
    let ratio = if proportions.0 > 0.0 && proportions.1 > 0.0 { proportions.0 / proportions.1 } else { 1.0 };
    let count: usize = parts.iter().map(|part| part.bodies.len()).sum();
    let mut drawn = Vec::new();
    let mut done = 0;
    for part in parts {
        let share = |bodies: usize| bodies as f64 / count as f64;
        let after = done + part.bodies.len();
        let mut step = watch.stretch(share(done), share(after));
        let local = sgd::settle(part.bodies.len(), &part.distance, seed, &mut step)?;
        done = after;
        drawn.push(turned(&local, ratio));
    }
    let mut at = vec![(0.0, 0.0); count];
    let sizes: Vec<(f64, f64)> = drawn
        .iter()
        .map(|local| {
            let (low, high) = bounds(local);
            (high.0 - low.0 + AIR, high.1 - low.1 + AIR)
        })
        .collect();
    for ((part, local), corner) in parts.iter().zip(&drawn).zip(shelves(&sizes, ratio)) {
        let low = bounds(local).0;
        for (&body, p) in part.bodies.iter().zip(local) {
            at[body] = (corner.0 + p.0 - low.0, corner.1 + p.1 - low.1);
        }
    }
    let (low, high) = bounds(&at);
    let middle = (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1));
    Some(at.into_iter().map(|p| (p.0 - middle.0, p.1 - middle.1)).collect())
}

/// Room between two parts, in steps.
const AIR: f64 = 1.0;

/// Top left corners: rows filled from the left, the highest first, as wide as makes the whole about `ratio`.
pub(crate) fn shelves(sizes: &[(f64, f64)], ratio: f64) -> Vec<(f64, f64)> {
    let area: f64 = sizes.iter().map(|s| s.0 * s.1).sum();
    let widest = sizes.iter().fold(0.0f64, |m, s| m.max(s.0));
    let width = (area * ratio).sqrt().max(widest) * 1.05;
    let mut order: Vec<usize> = (0..sizes.len()).collect();
    order.sort_by(|&a, &b| sizes[b].1.total_cmp(&sizes[a].1).then(a.cmp(&b)));
    let mut corners = vec![(0.0, 0.0); sizes.len()];
    let (mut x, mut y, mut high) = (0.0, 0.0, 0.0);
    for k in order {
        if x > 0.0 && x + sizes[k].0 > width {
            (x, y, high) = (0.0, y + high, 0.0);
        }
        corners[k] = (x, y);
        x += sizes[k].0;
        high = f64::max(high, sizes[k].1);
    }
    corners
}

/// Turned by that one of 36 angles at which it fills a sheet of `ratio` best.
fn turned(local: &[(f64, f64)], ratio: f64) -> Vec<(f64, f64)> {
    let at = |angle: usize| -> Vec<(f64, f64)> {
        let (sin, cos) = libm::sincos(angle as f64 * std::f64::consts::PI / 36.0);
        local.iter().map(|p| (p.0 * cos - p.1 * sin, p.0 * sin + p.1 * cos)).collect()
    };
    let side = |drawn: &[(f64, f64)]| {
        let (low, high) = bounds(drawn);
        (high.0 - low.0).max((high.1 - low.1) * ratio)
    };
    let best = (0..36).map(|angle| (side(&at(angle)), angle)).min_by(|a, b| a.0.total_cmp(&b.0));
    at(best.map_or(0, |best| best.1))
}

/// Top left and bottom right.
fn bounds(at: &[(f64, f64)]) -> ((f64, f64), (f64, f64)) {
    let Some(&first) = at.first() else { return Default::default() };
    at.iter().fold((first, first), |(low, high), p| {
        ((low.0.min(p.0), low.1.min(p.1)), (high.0.max(p.0), high.1.max(p.1)))
    })
}
