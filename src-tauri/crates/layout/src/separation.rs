//! Overlap removal: boxes grow from small to full size while pairs are pushed apart along the shorter way, inside the
//! area. When they cannot fit, the area grows evenly. Fixed bodies push and are never pushed.

use crate::space::Space;

/// Ends with no overlap among boxes of which at least one is free.
pub(crate) fn part(space: &mut Space, at: &mut [(f64, f64)]) {
    let by = 1.04;
    let held = space.any_fixed();
    for attempt in 0..90 {
        if press(space, at, 1.0) || (held || attempt > 1) && seat(space, at) {
            return;
        }
        space.grow(by);
        // Among fixed bodies the others stay too: only room is added.
        if !held {
            let (cx, cy) = space.centre();
            for place in at.iter_mut() {
                *place = (cx + (place.0 - cx) * by, cy + (place.1 - cy) * by);
            }
        }
    }
}

/// Puts every body that overlaps into the nearest free place; whether all found one.
fn seat(space: &Space, at: &mut [(f64, f64)]) -> bool {
    let step = 9.0;
    let rings = ((space.width + space.height) / step) as i64;
    let mut all = true;
    for i in 0..at.len() {
        if space.fixed[i].is_some() || vacant(space, at, i, at[i]) {
            continue;
        }
        let here = space.kept(i, at[i]);
        let spot = (0..=rings).find_map(|ring| {
            let around = (-ring..=ring).flat_map(|k| [(k, -ring), (k, ring), (-ring, k), (ring, k)]);
            around
                .map(|(x, y)| (here.0 + x as f64 * step, here.1 + y as f64 * step))
                .find(|&p| space.kept(i, p) == p && vacant(space, at, i, p))
        });
        match spot {
            Some(p) => at[i] = p,
            None => all = false,
        }
    }
    all
}

/// Whether the box of `i` at `p` meets no other and no reserved corner, and is inside the area.
fn vacant(space: &Space, at: &[(f64, f64)], i: usize, p: (f64, f64)) -> bool {
    let a = &space.reach[i];
    let (left, top, right, bottom) = (p.0 - a.left, p.1 - a.top, p.0 + a.right, p.1 + a.bottom);
    let free = |x0: f64, y0: f64, x1: f64, y1: f64| right <= x0 || left >= x1 || bottom <= y0 || top >= y1;
    let kept = space.kept(i, p);
    (kept.0 - p.0).abs() + (kept.1 - p.1).abs() < 1e-9
        && space.blocks.iter().all(|b| free(b.x, b.y, b.x + b.w, b.y + b.h))
        && at
            .iter()
            .zip(&space.reach)
            .enumerate()
            .all(|(j, (q, b))| j == i || free(q.0 - b.left, q.1 - b.top, q.0 + b.right, q.1 + b.bottom))
}

/// Whether all pairs came apart.
fn press(space: &Space, at: &mut [(f64, f64)], from: f64) -> bool {
    let steps = 60;
    for step in 0..=steps + 120 {
        let size = (from + (1.0 - from) * step as f64 / steps as f64).min(1.0);
        let clean = push(space, at, size);
        if clean && size >= 1.0 {
            return true;
        }
    }
    false
}

/// One pass over all pairs; whether none overlapped.
fn push(space: &Space, at: &mut [(f64, f64)], size: f64) -> bool {
    let n = at.len();
    let mut clean = true;
    for i in 0..n {
        for j in i + 1..n {
            let (a, b) = (&space.reach[i], &space.reach[j]);
            let right = at[i].0 + a.right * size - (at[j].0 - b.left * size);
            let left = at[j].0 + b.right * size - (at[i].0 - a.left * size);
            let down = at[i].1 + a.bottom * size - (at[j].1 - b.top * size);
            let up = at[j].1 + b.bottom * size - (at[i].1 - a.top * size);
            if right <= 0.0 || left <= 0.0 || down <= 0.0 || up <= 0.0 {
                continue;
            }
            let (mi, mj) = match (space.fixed[i].is_some(), space.fixed[j].is_some()) {
                (true, true) => continue,
                (true, false) => (0.0, 1.0),
                (false, true) => (1.0, 0.0),
                (false, false) => (0.5, 0.5),
            };
            clean = false;
            // The way apart: j to the right or left of i, below or above it.
            let x = if right < left { right } else { -left };
            let y = if down < up { down } else { -up };
            if x.abs() <= y.abs() {
                let x = x + x.signum() * 0.01;
                at[i].0 -= x * mi;
                at[j].0 += x * mj;
            } else {
                let y = y + y.signum() * 0.01;
                at[i].1 -= y * mi;
                at[j].1 += y * mj;
            }
        }
    }
    // No short cut: the walls must be kept in every pass.
    free_of_walls(space, at, size) && clean
}

/// Pushes boxes out of reserved corners and into the area; whether none had to move.
fn free_of_walls(space: &Space, at: &mut [(f64, f64)], size: f64) -> bool {
    let mut clean = true;
    for (i, place) in at.iter_mut().enumerate() {
        if space.fixed[i].is_some() {
            continue;
        }
        let reach = &space.reach[i];
        for block in &space.blocks {
            let right = block.x + block.w - (place.0 - reach.left * size);
            let left = place.0 + reach.right * size - block.x;
            let down = block.y + block.h - (place.1 - reach.top * size);
            let up = place.1 + reach.bottom * size - block.y;
            if right <= 0.0 || left <= 0.0 || down <= 0.0 || up <= 0.0 {
                continue;
            }
            clean = false;
            // Of the four ways out the shortest that does not lead out of the area as well.
            let ways = [(right + 0.01, 0.0), (-left - 0.01, 0.0), (0.0, down + 0.01), (0.0, -up - 0.01)];
            let cost = |way: &(f64, f64)| {
                let there = (place.0 + way.0, place.1 + way.1);
                let kept = space.kept(i, there);
                way.0.abs() + way.1.abs() + 1e6 * ((there.0 - kept.0).abs() + (there.1 - kept.1).abs())
            };
            let best =
                ways.iter().fold(ways[0], |best, way| if cost(way) < cost(&best) { *way } else { best });
            *place = (place.0 + best.0, place.1 + best.1);
        }
        let kept = space.kept(i, *place);
        if (kept.0 - place.0).abs() > 1e-9 || (kept.1 - place.1).abs() > 1e-9 {
            clean = false;
        }
        *place = kept;
    }
    clean
}
