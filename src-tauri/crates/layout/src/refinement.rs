//! Local improvement of a drawing: nudges and jumps of a body with its label, taken when they make it cheaper (or hardly
//! dearer, at first: threshold accepting, Dueck and Scheuer 1990). Fixed bodies stay, their labels may turn.

use crate::board::{Board, Prices};
use crate::chance::Chance;
use crate::progress::Watch;

/// How hard to try.
#[derive(Clone, Copy)]
pub(crate) struct Course {
    /// Bodies picked up; each is tried at [`TRIES`] places.
    pub(crate) visits: usize,
    /// How much dearer a move may be at first; nothing at last.
    pub(crate) heat: f32,
    /// Reach of a nudge in wished lengths, at first and at last.
    pub(crate) stride: (f32, f32),
    /// How far the whole work has come, at first and at last: what overlaps cost.
    pub(crate) gone: (f32, f32),
    pub(crate) seed: u64,
}

/// Places tried for a body that was picked up.
const TRIES: usize = 4;
/// Some nudges reach so many times farther.
const FAR: f32 = 2.5;

/// Makes that many visits; `length` is the usual length of a line in pixels. `None`: cancelled.
pub(crate) fn refine(
    board: &mut Board<'_>,
    length: f32,
    course: Course,
    watch: &mut Watch<'_>,
) -> Option<()> {
    let n = board.net.count;
    let mut chance = Chance::new(course.seed ^ 0x5EED);
    let span = (board.space.width.min(board.space.height) * 0.6) as f32;
    let mut order: Vec<usize> = Vec::new();
    for step in 0..course.visits {
        let gone = step as f32 / course.visits as f32;
        if step % n == 0 {
            board.prices = Prices::at(course.gone.0 + (course.gone.1 - course.gone.0) * gone, n);
            board.fit_scale();
            if !watch.reached(f64::from(gone)) {
                return None;
            }
        }
        // Everybody in turn, in an order that changes.
        let i = order.pop().unwrap_or_else(|| {
            order = chance.permutation(n);
            order.pop().unwrap_or(0)
        });
        let reach = length * board.scale() * (course.stride.0 + (course.stride.1 - course.stride.0) * gone);
        let slack = course.heat * (1.0 - gone);
        let mut here = board.lift(i, reach * FAR);
        if board.space.fixed[i].is_some() {
            here = board.stand(i, here.at, f32::MAX).unwrap_or(here);
            board.drop(i, here.at, here.side);
            continue;
        }
        for _ in 0..TRIES {
            let kind = chance.unit();
            let (centre, reach) = match kind {
                0.0..0.1 => (middle(board, i).unwrap_or(here.at), reach),
                0.96..1.0 => (here.at, span),
                _ if kind > 0.85 => (here.at, reach * FAR),
                _ => (here.at, reach),
            };
            let there = (centre.0 + chance.bell() as f32 * reach, centre.1 + chance.bell() as f32 * reach);
            let there = board.space.inside(i, there);
            if let Some(stand) = board.stand(i, there, here.cost + slack * chance.unit() as f32) {
                here = stand;
            }
        }
        board.drop(i, here.at, here.side);
    }
    board.prices = Prices::at(course.gone.1, n);
    Some(())
}

/// Looks for a better place, near first and then far, for every body that something lies on; whether any was such.
pub(crate) fn rescue(board: &mut Board<'_>, seed: u64) -> bool {
    let mut chance = Chance::new(seed + 99);
    let span = board.space.width.max(board.space.height) as f32;
    let mut any = false;
    for i in 0..board.net.count {
        if !board.crowded(i) {
            continue;
        }
        any = true;
        let mut here = board.lift(i, 0.0);
        if board.space.fixed[i].is_some() {
            here = board.stand(i, here.at, here.cost).unwrap_or(here);
        } else {
            let from = here.at;
            for step in 0..40 {
                let reach = span * 0.4 * (step + 1) as f32 / 40.0;
                let there = (
                    from.0 + (chance.unit() * 2.0 - 1.0) as f32 * reach,
                    from.1 + (chance.unit() * 2.0 - 1.0) as f32 * reach,
                );
                if let Some(stand) = board.stand(i, board.space.inside(i, there), here.cost) {
                    here = stand;
                }
            }
        }
        board.drop(i, here.at, here.side);
    }
    any
}

/// The mean of the neighbours' places.
fn middle(board: &Board<'_>, i: usize) -> Option<(f32, f32)> {
    let n = board.net.around[i].len() as f32;
    if n == 0.0 {
        return None;
    }
    let sum = |m: (f32, f32), j: usize| (m.0 + board.at(j).0 / n, m.1 + board.at(j).1 / n);
    Some(board.net.neighbours(i).fold((0.0, 0.0), sum))
}
