//! The order of the work: starts, rooms, refinement while the boxes grow, separation, and the choice of the best. It
//! computes no geometry.

use std::cmp::Reverse;

use crate::board::Board;
use crate::net::Net;
use crate::refinement::{Course, refine, rescue};
use crate::rooms;
use crate::separation;
use crate::space::Space;
use crate::stress::Ideal;

/// Price of an overlap once there are none: no gain in lines may bring one back.
const NEVER: f64 = 1e9;

/// Places in the coordinates of `space`, which may have grown.
pub(crate) fn best(space: &mut Space, net: &Net) -> Vec<(f64, f64)> {
    let n = net.count;
    let parts = net.parts();
    let ideals: Vec<Ideal> = parts.iter().map(|part| Ideal::new(part.len(), net.distances(part))).collect();
    let near = nearness(n, &parts, &ideals);
    let free: Vec<usize> = (0..n).filter(|&i| space.fixed[i].is_none()).collect();
    if free.is_empty() {
        return space.fixed.iter().map(|at| at.unwrap_or_default()).collect();
    }
    let effort = Effort::of(n);
    if space.any_fixed() {
        return join(space, net, &near, &free);
    }
    make_room(space);
    let rooms = rooms::divide(space, &parts);

    let mut drafts = Vec::new();
    for start in 0..effort.starts {
        let mut at = vec![(0.0, 0.0); n];
        for ((part, ideal), room) in parts.iter().zip(&ideals).zip(&rooms) {
            let mut local = if start == 0 { ideal.pivots() } else { ideal.scattered(start as u64) };
            ideal.settle(&mut local, effort.sweeps);
            rooms::furnish(space, part, &local, *room, &mut at);
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
    board.resize(1.0, NEVER);
    refine(
        &mut board,
        &free,
        Course { tries: effort.tries / 3, heat: (0.3, 0.0), stride: (30.0, 4.0), seed: 5 },
    );
    board.into_places()
}

/// Free bodies find places near their neighbours, among fixed ones.
fn join(space: &mut Space, net: &Net, near: &[f64], free: &[usize]) -> Vec<(f64, f64)> {
    let mut known: Vec<Option<(f64, f64)>> = space.fixed.clone();
    // Outwards from the fixed ones; a body without any way to them starts in the middle.
    while let Some(i) = next(net, &known, free) {
        let places: Vec<(f64, f64)> = net.neighbours(i).filter_map(|j| known[j]).collect();
        let count = places.len() as f64;
        let turn = i as f64 * 2.399_963;
        let (dx, dy) = (libm::cos(turn) * 12.0, libm::sin(turn) * 12.0);
        let mean = places.iter().fold((dx, dy), |m, p| (m.0 + p.0 / count, m.1 + p.1 / count));
        let middle = space.centre();
        let place = if places.is_empty() { (middle.0 + dx, middle.1 + dy) } else { mean };
        known[i] = Some(space.inside(i, place));
    }
    let at = known.into_iter().map(Option::unwrap_or_default).collect();
    let mut board = Board::new(space, net, near, at);
    let tries = (free.len() * 120).min(20_000);
    let course = Course { tries, heat: (0.5, 0.0), stride: (140.0, 10.0), seed: 3 };
    refine(&mut board, free, course);
    for round in 0..6 {
        board.rearrange(|at| separation::loosen(space, at, 1.0, 10));
        if !rescue(&mut board, free, round) {
            break;
        }
    }
    let mut at = board.into_places();
    separation::part(space, &mut at);
    let mut board = Board::new(space, net, near, at);
    board.resize(1.0, NEVER);
    refine(&mut board, free, Course { tries: tries / 2, heat: (0.0, 0.0), stride: (60.0, 5.0), seed: 4 });
    board.into_places()
}

/// The free body of no known place with the most neighbours that have one.
fn next(net: &Net, known: &[Option<(f64, f64)>], free: &[usize]) -> Option<usize> {
    let ready = |i: usize| net.neighbours(i).filter(|&j| known[j].is_some()).count();
    free.iter().copied().filter(|&i| known[i].is_none()).max_by_key(|&i| (ready(i), Reverse(i)))
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
            // From a text to its figure within 50 ms on one core: the numbers are what that leaves for the layout.
            0..=36 => Self { starts: 6, finals: 2, sweeps: 60, sketch: n * 20, tries: n * 60, rescues: 12 },
            37..=80 => Self { starts: 3, finals: 1, sweeps: 32, sketch: n * 6, tries: n * 19, rescues: 8 },
            81..=250 => Self { starts: 3, finals: 1, sweeps: 60, sketch: n * 20, tries: n * 50, rescues: 12 },
            _ => Self { starts: 1, finals: 1, sweeps: 60, sketch: 10_000, tries: 20_000, rescues: 4 },
        }
    }
}

/// Grows the area at once when the boxes would fill too much of it. A large graph is zoomed anyway: its lines get more
/// air.
fn make_room(space: &mut Space) {
    let boxes: f64 = space.reach.iter().map(|r| r.width() * r.height()).sum();
    let blocked: f64 = space.blocks.iter().map(|b| b.w * b.h).sum();
    let ratio = boxes / (space.width * space.height - blocked).max(1.0);
    let n = space.reach.len() as f64;
    let most = (0.66 - (n - 80.0) * 0.003).min(0.66).max(0.34 - n * 0.0002).max(0.12);
    if ratio > most {
        space.grow((ratio / most).sqrt());
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
