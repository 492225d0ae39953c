//! One circle for each part, in an order with few crossings: bodies are appended where they cross least and then sifted,
//! each tried at every place of the circle (Baur and Brandes 2004).

use std::f64::consts::TAU;

use crate::rail::Rail;
use crate::skeleton::Bones;
use crate::space::Reach;

/// The order around the circle, by index in the part.
pub(crate) fn order(around: &[Vec<usize>]) -> Vec<usize> {
    let mut order = appended(around);
    let ends: usize = around.iter().map(Vec::len).sum();
    // A round tries every body at every place.
    let rounds = (40_000_000 / (order.len() * (ends + 1)).max(1)).min(10);
    for _ in 0..rounds {
        if !sift(around, &mut order) {
            break;
        }
    }
    order
}

/// Always the body with the fewest neighbours that do not stand yet (then the most that do), at that end where the open
/// lines of what stands cross its own least.
fn appended(around: &[Vec<usize>]) -> Vec<usize> {
    let n = around.len();
    let mut open: Vec<usize> = around.iter().map(Vec::len).collect();
    let mut stands = vec![false; n];
    let mut row = std::collections::VecDeque::new();
    for _ in 0..n {
        let rest = (0..n).filter(|&i| !stands[i]);
        // What hangs on the row comes first: the row stays in one piece.
        let next = rest.min_by_key(|&i| {
            (open[i] == around[i].len() && !row.is_empty(), open[i], usize::MAX - around[i].len(), i)
        });
        let Some(i) = next else { break };
        // Open lines between it and its neighbours, from either end.
        let (mut left, mut right, mut passed) = (0, 0, 0);
        for &j in &row {
            if around[i].contains(&j) {
                left += passed;
            }
            passed += open[j] - usize::from(around[i].contains(&j));
        }
        passed = 0;
        for &j in row.iter().rev() {
            if around[i].contains(&j) {
                right += passed;
            }
            passed += open[j] - usize::from(around[i].contains(&j));
        }
        if left < right {
            row.push_front(i);
        } else {
            row.push_back(i);
        }
        stands[i] = true;
        for &j in &around[i] {
            open[j] -= 1;
        }
    }
    row.into()
}

/// Takes each body around the whole circle and leaves it where the lines cross least; whether any went.
fn sift(around: &[Vec<usize>], order: &mut [usize]) -> bool {
    let n = order.len();
    let mut seat = vec![0; n];
    for (k, &i) in order.iter().enumerate() {
        seat[i] = k;
    }
    let mut any = false;
    for u in 0..n {
        let start = seat[u];
        let (mut gain, mut best, mut best_step) = (0_i64, 0_i64, 0);
        for step in 1..n {
            let here = seat[u];
            let next = (here + 1) % n;
            let v = order[next];
            gain += swapped(around, &seat, u, v, here);
            order.swap(here, next);
            (seat[u], seat[v]) = (next, here);
            if gain < best {
                (best, best_step) = (gain, step);
            }
        }
        // It has gone almost all the way; the others are as they were, but for the turn of the circle.
        let back = n - 1 - best_step;
        for _ in 0..back {
            let here = seat[u];
            let next = (here + n - 1) % n;
            let v = order[next];
            order.swap(here, next);
            (seat[u], seat[v]) = (next, here);
        }
        any |= best < 0;
        debug_assert!(best < 0 || seat[u] == start, "it went back to where it stood");
    }
    any
}

/// How the crossings change when `u` at `here` and the next one `v` change places.
fn swapped(around: &[Vec<usize>], seat: &[usize], u: usize, v: usize, here: usize) -> i64 {
    let n = seat.len();
    let from_here = |list: &[usize]| {
        let mut seats: Vec<usize> =
            list.iter().filter(|&&j| j != u && j != v).map(|&j| (seat[j] + n - here) % n).collect();
        seats.sort_unstable();
        seats
    };
    let (own, other) = (from_here(&around[u]), from_here(&around[v]));
    // Lines cross now where the end of `u`'s is nearer, and would where that of `v`'s is.
    let (mut now, mut then) = (0, 0);
    let (mut below, mut up_to) = (0, 0);
    for &x in &own {
        while below < other.len() && other[below] < x {
            below += 1;
        }
        while up_to < other.len() && other[up_to] <= x {
            up_to += 1;
        }
        now += (other.len() - up_to) as i64;
        then += below as i64;
    }
    then - now
}

/// A circle with room for every box, by what it needs at its angle.
pub(crate) fn circle(around: &[Vec<usize>], reach: &[Reach]) -> Bones {
    let n = around.len();
    let order = order(around);
    if n < 2 {
        return Bones { at: vec![(0.0, 0.0); n], rails: vec![Rail::Free; n] };
    }
    let mut angle: Vec<f64> = (0..n).map(|k| TAU * k as f64 / n as f64).collect();
    let mut round = 0.0;
    for _ in 0..12 {
        // Beside one another at top and bottom, above one another at the sides. Names may stand on both sides of the line.
        let need: Vec<f64> = order
            .iter()
            .zip(&angle)
            .map(|(&i, &a)| {
                let (sin, cos) = libm::sincos(a - TAU / 4.0);
                let (w, h) = (reach[i].width() * 0.5, reach[i].height() * 0.62);
                w * sin.abs() + h * cos.abs() + 6.0
            })
            .collect();
        round = need.iter().sum();
        let mut before = 0.0;
        for (angle, need) in angle.iter_mut().zip(&need) {
            *angle = TAU * (before + need / 2.0) / round;
            before += need;
        }
    }
    let radius = (round / TAU).max(46.0);
    let (mut at, mut rails) = (vec![(0.0, 0.0); n], vec![Rail::Free; n]);
    for (&i, &a) in order.iter().zip(&angle) {
        let (sin, cos) = libm::sincos(a - TAU / 4.0);
        at[i] = (cos * radius, sin * radius);
        rails[i] = Rail::Ring { centre: (0.0, 0.0), radius };
    }
    Bones { at, rails }
}
