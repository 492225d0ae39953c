//! The order of the work: starts, rooms, refinement while overlaps grow dearer, more room where it does not do, and the
//! choice of the best. It computes no geometry.

use std::cmp::Reverse;

use crate::board::Board;
use crate::lanes::{self, Lanes};
use crate::net::Net;
use crate::progress::Watch;
use crate::refinement::{Course, refine, rescue};
use crate::rooms;
use crate::separation;
use crate::sgd;
use crate::space::Space;
use crate::{Block, Seat};

/// A drawing put aside.
struct Draft {
    cost: f32,
    at: Vec<(f64, f64)>,
    side: Vec<usize>,
}

/// Seats in the coordinates of `space`, which may have grown.
pub(crate) fn best(space: &mut Space, net: &Net) -> Vec<Seat> {
    let n = net.count;
    let parts = net.parts();
    let distances: Vec<Vec<f32>> = parts.iter().map(|part| net.distances(part)).collect();
    let near = nearness(n, &parts, &distances);
    let length = net.usual_length();
    if space.any_fixed() {
        return join(space, net, &near, length);
    }
    make_room(space);
    let rooms = rooms::divide(space, &parts);
    space.homes = vec![Block { x: 0.0, y: 0.0, w: 0.0, h: 0.0 }; n];
    for (part, room) in parts.iter().zip(&rooms) {
        for &i in part {
            space.homes[i] = *room;
        }
    }
    let effort = Effort::of(n);
    let mut drafts = Vec::new();
    for start in 0..effort.starts {
        let mut at = vec![(0.0, 0.0); n];
        for ((part, distance), room) in parts.iter().zip(&distances).zip(&rooms) {
            let mut go_on = |_| true;
            let local = sgd::settle(part.len(), distance, start, &mut Watch::new(&mut go_on));
            rooms::furnish(space, part, &local.unwrap_or_default(), *room, &mut at);
        }
        let mut board = Board::new(space, net, &near, &at, &vec![0; n]);
        let visits = effort.sketch * n;
        let course = Course { visits, heat: 1.0, stride: (0.6, 0.3), gone: (0.0, 0.6), seed: start };
        refine(&mut board, length, course);
        drafts.push(draft(&mut board));
    }
    choose(&mut drafts, effort.finals);
    for draft in &mut drafts {
        let mut board = Board::new(space, net, &near, &draft.at, &draft.side);
        let visits = effort.polish * n;
        let course = Course { visits, heat: 0.4, stride: (0.5, 0.05), gone: (0.5, 1.0), seed: 77 };
        refine(&mut board, length, course);
        for round in 0..effort.rescues {
            if !rescue(&mut board, round) {
                break;
            }
        }
        *draft = self::draft(&mut board);
    }
    choose(&mut drafts, 1);
    let last = drafts.pop();
    last.map_or_else(Vec::new, |draft| apart(space, net, &near, draft, length))
}

/// Free bodies find places near their neighbours, among fixed ones.
fn join(space: &mut Space, net: &Net, near: &[Vec<Lanes>], length: f32) -> Vec<Seat> {
    let n = net.count;
    let free: Vec<usize> = (0..n).filter(|&i| space.fixed[i].is_none()).collect();
    space.hold_fixed();
    let mut known: Vec<Option<(f64, f64)>> = space.fixed.clone();
    // Outwards from the fixed ones; a body without any way to them starts in the middle.
    while let Some(i) = next(net, &known, &free) {
        let places: Vec<(f64, f64)> = net.neighbours(i).filter_map(|j| known[j]).collect();
        let count = places.len() as f64;
        let turn = i as f64 * 2.399_963;
        let (dx, dy) = (libm::cos(turn) * 12.0, libm::sin(turn) * 12.0);
        let mean = places.iter().fold((dx, dy), |m, p| (m.0 + p.0 / count, m.1 + p.1 / count));
        let middle = space.centre();
        let place = if places.is_empty() { (middle.0 + dx, middle.1 + dy) } else { mean };
        known[i] = Some(space.kept(i, place));
    }
    let at: Vec<(f64, f64)> = known.into_iter().map(Option::unwrap_or_default).collect();
    let mut board = Board::new(space, net, near, &at, &vec![0; n]);
    // Everybody is visited, for the labels of fixed bodies turn.
    let visits = n * (6 + (400 * free.len() / n).min(40));
    let course = Course { visits, heat: 0.4, stride: (1.2, 0.1), gone: (0.3, 1.0), seed: 3 };
    refine(&mut board, length, course);
    for round in 0..8 {
        if !rescue(&mut board, round) {
            break;
        }
    }
    let draft = draft(&mut board);
    apart(space, net, near, draft, length)
}

/// The free body of no known place with the most neighbours that have one.
fn next(net: &Net, known: &[Option<(f64, f64)>], free: &[usize]) -> Option<usize> {
    let ready = |i: usize| net.neighbours(i).filter(|&j| known[j].is_some()).count();
    free.iter().copied().filter(|&i| known[i].is_none()).max_by_key(|&i| (ready(i), Reverse(i)))
}

/// Ends with nothing on anything: more room round by round, and at last the boxes are parted by force.
fn apart(space: &mut Space, net: &Net, near: &[Vec<Lanes>], draft: Draft, length: f32) -> Vec<Seat> {
    let Draft { mut at, mut side, .. } = draft;
    let held = space.any_fixed();
    let by = 1.025;
    for round in 0..40 {
        let mut board = Board::new(space, net, near, &at, &side);
        if round > 0 {
            let visits = net.count * 6;
            let course =
                Course { visits, heat: 0.0, stride: (0.4, 0.1), gone: (1.0, 1.0), seed: 100 + round };
            refine(&mut board, length, course);
        }
        let clean = !rescue(&mut board, round) || !rescue(&mut board, round + 1000);
        (at, side) = (board.places(), board.sides().to_vec());
        if clean {
            return seats(space, &at, &side);
        }
        space.grow(by);
        // Among fixed bodies the others stay too: only room is added.
        if !held {
            let (cx, cy) = space.centre();
            for place in &mut at {
                *place = (cx + (place.0 - cx) * by, cy + (place.1 - cy) * by);
            }
        }
    }
    for (i, place) in at.iter_mut().enumerate() {
        *place = space.fixed[i].unwrap_or(*place);
    }
    space.settle_sides(&side);
    separation::part(space, &mut at);
    seats(space, &at, &side)
}

fn seats(space: &Space, at: &[(f64, f64)], side: &[usize]) -> Vec<Seat> {
    let fixed = space.fixed.iter().zip(at).map(|(fixed, at)| fixed.unwrap_or(*at));
    fixed.zip(side).map(|(at, &side)| Seat { at, side }).collect()
}

fn draft(board: &mut Board<'_>) -> Draft {
    let cost = board.total();
    Draft { cost, at: board.places(), side: board.sides().to_vec() }
}

/// Keeps the cheapest.
fn choose(drafts: &mut Vec<Draft>, most: usize) {
    drafts.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    drafts.truncate(most);
}

/// How much work a drawing of some size is worth: visits of every body.
struct Effort {
    starts: u64,
    finals: usize,
    sketch: usize,
    polish: usize,
    rescues: u64,
}

impl Effort {
    fn of(n: usize) -> Self {
        match n {
            // From a text to its figure within 40 ms on one core: the numbers are what that leaves for the layout.
            0..=36 => Self { starts: 6, finals: 2, sketch: 16, polish: 40, rescues: 8 },
            37..=90 => Self { starts: 2, finals: 1, sketch: 8, polish: 2300 / n, rescues: 8 },
            91..=250 => Self { starts: 3, finals: 1, sketch: 8, polish: 30, rescues: 8 },
            _ => Self { starts: 1, finals: 1, sketch: 6, polish: 12, rescues: 4 },
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
fn nearness(n: usize, parts: &[Vec<usize>], distances: &[Vec<f32>]) -> Vec<Vec<Lanes>> {
    let mut table = vec![lanes::lanes(n, 0.0); n];
    for (part, distance) in parts.iter().zip(distances) {
        for (a, &i) in part.iter().enumerate() {
            for (b, &j) in part.iter().enumerate() {
                if a != b {
                    lanes::set(&mut table[i], j, 1.0 / distance[a * part.len() + b].max(1.0));
                }
            }
        }
    }
    table
}
