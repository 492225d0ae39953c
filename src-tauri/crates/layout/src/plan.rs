//! The order of the work: starts, rooms, separation, refinement, and the choice of the best. It computes no geometry.

use crate::board::{Board, Prices};
use crate::net::Net;
use crate::refinement::refine;
use crate::rooms;
use crate::separation;
use crate::space::Space;
use crate::stress::Ideal;

/// Places in the coordinates of `space`, which may have grown.
pub(crate) fn best(space: &mut Space, net: &Net) -> Vec<(f64, f64)> {
    let n = net.count;
    let parts = net.parts();
    let ideals: Vec<Ideal> = parts.iter().map(|part| Ideal::new(part.len(), net.distances(part))).collect();
    let distance = spread(n, &parts, &ideals);
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
        eprintln!("start {start} rooms {:?}", &at[..3]);
        let ok = separation::press(space, &mut at, 0.3);
        let mut board = Board { space, net, distance: &distance, prices: Prices::new(n), at, scale: 1.0 };
        board.fit_scale();
        eprintln!("ok {ok} total {} scale {}", board.total(), board.scale);
        refine(&mut board, &free, effort.sketch, 1.0, start as u64 + 11);
        eprintln!("sketched {}", board.total());
        drafts.push((board.total(), board.scale, board.at));
    }
    drafts.sort_by(|a, b| a.0.total_cmp(&b.0));
    drafts.truncate(effort.finals);
    let mut finals = Vec::new();
    for (_, scale, at) in drafts {
        let mut board = Board { space, net, distance: &distance, prices: Prices::new(n), at, scale };
        board.fit_scale();
        refine(&mut board, &free, effort.tries, 2.0, 7);
        eprintln!("final {}", board.total());
        finals.push((board.total(), board.at));
    }
    finals.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut at = finals.swap_remove(0).1;
    separation::part(space, &mut at);
    at
}

/// How much work a drawing of some size is worth.
struct Effort {
    starts: usize,
    finals: usize,
    sweeps: usize,
    sketch: usize,
    tries: usize,
}

impl Effort {
    fn of(n: usize) -> Self {
        match n {
            0..=80 => Self { starts: 6, finals: 2, sweeps: 80, sketch: n * 4, tries: n * 40 },
            81..=250 => Self { starts: 4, finals: 1, sweeps: 60, sketch: n * 2, tries: n * 30 },
            _ => Self { starts: 1, finals: 1, sweeps: 60, sketch: 0, tries: 20_000 },
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

/// Distances of all pairs, infinite between parts.
fn spread(n: usize, parts: &[Vec<usize>], ideals: &[Ideal]) -> Vec<f64> {
    let mut table = vec![f64::INFINITY; n * n];
    for (part, ideal) in parts.iter().zip(ideals) {
        for (a, &i) in part.iter().enumerate() {
            for (b, &j) in part.iter().enumerate() {
                table[i * n + j] = ideal.distance[a * part.len() + b];
            }
        }
    }
    table
}
