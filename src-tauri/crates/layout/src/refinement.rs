//! Local improvement of a drawing: nudges, swaps and jumps, taken when they make it cheaper (or hardly dearer, at first:
//! threshold accepting, Dueck and Scheuer 1990). Fixed bodies stay.

use crate::board::Board;
use crate::chance::Chance;

/// Tries `tries` moves.
pub(crate) fn refine(board: &mut Board<'_>, free: &[usize], tries: usize, heat: f64, seed: u64) {
    if free.is_empty() {
        return;
    }
    let mut chance = Chance::new(seed);
    let span = board.space.width.min(board.space.height);
    for step in 0..tries {
        let left = 1.0 - step as f64 / tries as f64;
        let threshold = heat * left * left * chance.unit();
        let i = free[chance.index(free.len())];
        let here = board.at[i];
        let kind = chance.unit();
        if kind < 0.15 && free.len() > 1 {
            swap(board, i, free[chance.index(free.len())], threshold);
            continue;
        }
        let reach = span * (0.02 + 0.25 * left * left);
        let centre = if kind < 0.40 { middle(board, i).unwrap_or(here) } else { here };
        let wide = if kind > 0.93 { span * 0.6 } else { reach };
        let there = (centre.0 + chance.bell() * wide, centre.1 + chance.bell() * wide);
        let there = board.space.inside(i, there);
        let change = board.toll(i, there) - board.toll(i, here);
        if change < threshold {
            board.at[i] = there;
        }
    }
}

/// Bodies change places if that is cheaper.
fn swap(board: &mut Board<'_>, i: usize, j: usize, threshold: f64) {
    if i == j {
        return;
    }
    let (p, q) = (board.at[i], board.at[j]);
    let before = board.total();
    let (to_i, to_j) = (board.space.inside(i, q), board.space.inside(j, p));
    let mut change = board.toll(i, to_i) - board.toll(i, p);
    board.at[i] = to_i;
    change += board.toll(j, to_j) - board.toll(j, q);
    board.at[j] = to_j;
    if change >= threshold {
        board.at[i] = p;
        board.at[j] = q;
    } else { let after = board.total(); if after > before + 10.0 { eprintln!("odd {i} {j} {p:?} {q:?} to {to_i:?} {to_j:?} change {change} {before} {after} {} {}", board.toll(i,to_i), board.toll(j,to_j)); } }
}

/// The mean of the neighbours' places.
fn middle(board: &Board<'_>, i: usize) -> Option<(f64, f64)> {
    let n = board.net.around[i].len() as f64;
    if n == 0.0 {
        return None;
    }
    Some(board.net.neighbours(i).fold((0.0, 0.0), |m, j| (m.0 + board.at[j].0 / n, m.1 + board.at[j].1 / n)))
}
