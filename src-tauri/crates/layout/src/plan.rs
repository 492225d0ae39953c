//! The order of the work: starts, rooms, refinement while the boxes grow, separation, and the choice of the best. It
//! computes no geometry.

use crate::board::Board;
use crate::net::Net;
use crate::refinement::{Course, refine, rescue};
use crate::rooms;
use crate::separation;
use crate::space::Space;
use crate::stress::Ideal;

/// Places in the coordinates of `space`, which may have grown.
pub(crate) fn best(space: &mut Space, net: &Net) -> Vec<(f64, f64)> {
    let n = net.count;
    let parts = net.parts();
    let ideals: Vec<Ideal> = parts.iter().map(|part| Ideal::new(part.len(), net.distances(part))).collect();
    let near = nearness(n, &parts, &ideals);
    let free: Vec<usize> = (0..n).filter(|&i| space.fixed[i].is_none()).collect();
    let effort = Effort::of(n);
    make_room(space);
    let rooms = rooms::divide(space, &parts);

    let mut drafts = Vec::new();
    for start in 0..effort.starts {
        let mut at = vec![(0.0, 0.0); n];
        for ((part, ideal), room) in parts.iter().zip(&ideals).zip(&rooms) {
            let mut local = if start == 0 { ideal.pivots() } else { ideal.scattered(start as u64) };
            ideal.settle(&mut local, effort.sweeps, &[]);
            rooms::furnish(space, part, &local, *room, &mut at);
        }
        for (place, fixed) in at.iter_mut().zip(&space.fixed) {
            *place = fixed.unwrap_or(*place);
        }
        let mut board = Board::new(space, net, &near, at);
        grow(&mut board, &free, 0.3, 0.6, effort.sketch, start as u64);
        drafts.push((board.total(), board.into_places()));
    }
    drafts.sort_by(|a, b| a.0.total_cmp(&b.0));
    drafts.truncate(effort.finals);
    let mut finals = Vec::new();
    for (_, at) in drafts {
        let mut board = Board::new(space, net, &near, at);
        grow(&mut board, &free, 0.6, 1.0, effort.tries, 77);
        for round in 0..effort.rescues {
            board.rearrange(|at| separation::loosen(space, at, 1.0, 30));
            if !rescue(&mut board, &free, round as u64) {
                break;
            }
        }
        finals.push((board.total(), board.into_places()));
    }
    finals.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut at = finals.swap_remove(0).1;
    separation::part(space, &mut at);
    let mut board = Board::new(space, net, &near, at);
    refine(&mut board, &free, Course { tries: effort.tries / 4, heat: (0.0, 0.0), stride: (30.0, 4.0), seed: 5 });
    board.into_places()
}

/// Refines in steps while the boxes grow from one size to another.
fn grow(board: &mut Board<'_>, free: &[usize], from: f64, to: f64, tries: usize, seed: u64) {
    let steps = libm::ceil((to - from) * 20.0) as usize;
    for step in 0..steps {
        let gone = (step + 1) as f64 / steps as f64;
        let size = from + (to - from) * gone;
        // Overlaps may be passed through at first and must be gone at last.
        board.resize(size, 2.0 + 58.0 * size * size * size * size);
        let space = board.space;
        board.rearrange(|at| separation::loosen(space, at, size, 20));
        board.fit_scale();
        let cool = 1.0 - size * 0.95;
        let course = Course {
            tries: tries / steps,
            heat: (cool * 1.2, cool * 0.5),
            stride: (16.0 + 120.0 * cool, 8.0 + 60.0 * cool),
            seed: seed * 64 + step as u64,
        };
        refine(board, free, course);
    }
}

/// How much work a drawing of some size is worth.
struct Effort {
    starts: usize,
    finals: usize,
    sweeps: usize,
    sketch: usize,
    tries: usize,
    rescues: usize,
}

impl Effort {
    fn of(n: usize) -> Self {
        match n {
            0..=80 => Self { starts: 6, finals: 2, sweeps: 60, sketch: n * 20, tries: n * 60, rescues: 12 },
            81..=250 => Self { starts: 3, finals: 1, sweeps: 60, sketch: n * 20, tries: n * 50, rescues: 12 },
            _ => Self { starts: 1, finals: 1, sweeps: 60, sketch: 10_000, tries: 20_000, rescues: 4 },
        }
    }
}

/// Grows the area at once when the boxes alone would fill nearly all of it.
fn make_room(space: &mut Space) {
    let boxes: f64 = space.reach.iter().map(|r| r.width() * r.height()).sum();
    let blocked: f64 = space.blocks.iter().map(|b| b.w * b.h).sum();
    let ratio = boxes / (space.width * space.height - blocked).max(1.0);
    if ratio > 0.72 {
        space.grow((ratio / 0.72).sqrt());
    }
}

/// `1 / wished distance` of all pairs, 0 between parts.
fn nearness(n: usize, parts: &[Vec<usize>], ideals: &[Ideal]) -> Vec<f64> {
    let mut table = vec![0.0; n * n];
    for (part, ideal) in parts.iter().zip(ideals) {
        for (a, &i) in part.iter().enumerate() {
            for (b, &j) in part.iter().enumerate() {
                if a != b {
                    table[i * n + j] = 1.0 / ideal.distance[a * part.len() + b].max(1.0);
                }
            }
        }
    }
    table
}
