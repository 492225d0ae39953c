//! Local improvement of a drawing: nudges, swaps and jumps, taken when they make it cheaper (or hardly dearer, at first:
//! threshold accepting, Dueck and Scheuer 1990). Fixed bodies stay.

use crate::board::Board;
use crate::chance::Chance;

/// How hard to try.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    pub(crate) tries: usize,
    /// How much dearer a move may be, at first and at last.
    pub(crate) heat: (f64, f64),
    /// Reach of a nudge in pixels, at first and at last.
    pub(crate) stride: (f64, f64),
    pub(crate) seed: u64,
}

/// Tries that many moves.
pub(crate) fn refine(board: &mut Board<'_>, free: &[usize], course: Course) {
    if free.is_empty() {
        return;
    }
    let mut chance = Chance::new(course.seed);
    let span = board.space.width.min(board.space.height);
    for step in 0..course.tries {
        let gone = step as f64 / course.tries as f64;
        let slack = (course.heat.0 + (course.heat.1 - course.heat.0) * gone) * chance.unit();
        let i = free[chance.index(free.len())];
        let kind = chance.unit();
        if kind < 0.12 && free.len() > 1 {
            swap(board, i, free[chance.index(free.len())], slack);
            continue;
        }
        let here = board.at(i);
        let centre = if kind < 0.32 { middle(board, i).unwrap_or(here) } else { here };
        let stride = if kind > 0.95 {
            span * 0.6
        } else {
            course.stride.0 + (course.stride.1 - course.stride.0) * gone
        };
        let there =
            board.space.inside(i, (centre.0 + chance.bell() * stride, centre.1 + chance.bell() * stride));
        if board.gain(i, there, slack).is_some() {
            board.place(i, there);
        }
    }
}

/// Looks for a better place, near first and then far, for every body that something lies on; whether any was such.
pub(crate) fn rescue(board: &mut Board<'_>, free: &[usize], seed: u64) -> bool {
    let mut chance = Chance::new(seed + 99);
    let span = board.space.width.max(board.space.height);
    let mut any = false;
    for &i in free {
        if !board.crowded(i) {
            continue;
        }
        any = true;
        for step in 0..40 {
            let stride = span * 0.4 * (step + 1) as f64 / 40.0;
            let here = board.at(i);
            let there = (
                here.0 + (chance.unit() * 2.0 - 1.0) * stride,
                here.1 + (chance.unit() * 2.0 - 1.0) * stride,
            );
            let there = board.space.inside(i, there);
            if board.gain(i, there, 0.0).is_some() {
                board.place(i, there);
                if !board.crowded(i) {
                    break;
                }
            }
        }
    }
    any
}

/// Bodies change places if that is cheaper.
fn swap(board: &mut Board<'_>, i: usize, j: usize, slack: f64) {
    if i == j {
        return;
    }
    let (p, q) = (board.at(i), board.at(j));
    let (to_i, to_j) = (board.space.inside(i, q), board.space.inside(j, p));
    let mut change = board.toll(i, to_i) - board.toll(i, p);
    board.place(i, to_i);
    change += board.toll(j, to_j) - board.toll(j, q);
    board.place(j, to_j);
    if change >= slack {
        board.place(i, p);
        board.place(j, q);
    }
}

/// The mean of the neighbours' places.
fn middle(board: &Board<'_>, i: usize) -> Option<(f64, f64)> {
    let n = board.net.around[i].len() as f64;
    if n == 0.0 {
        return None;
    }
    Some(board.net.neighbours(i).fold((0.0, 0.0), |m, j| (m.0 + board.at(j).0 / n, m.1 + board.at(j).1 / n)))
}
