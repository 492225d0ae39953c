//! The order of the work: starts, rooms, refinement while overlaps grow dearer, more room where it does not do, and the
//! choice of the best. It computes no geometry.

use std::cmp::Reverse;

use crate::board::Board;
use crate::lanes::{self, Lanes};
use crate::net::Net;
use crate::progress::Watch;
use crate::rail::Rail;
use crate::refinement::{Course, refine, rescue};
use crate::rooms;
use crate::separation;
use crate::sgd;
use crate::skeleton::Skeleton;
use crate::space::Space;
use crate::{Block, Seat};

/// A drawing put aside.
struct Draft {
    cost: f32,
    at: Vec<(f64, f64)>,
    side: Vec<usize>,
}

/// The parts of a graph, and the wished distances within each.
pub(crate) struct Parted {
    pub(crate) parts: Vec<Vec<usize>>,
    pub(crate) distances: Vec<Vec<f32>>,
    /// `1 / wished distance` of all pairs, 0 between parts.
    pub(crate) near: Vec<Vec<Lanes>>,
}

impl Parted {
    pub(crate) fn of(net: &Net) -> Self {
        let parts = net.parts();
        let distances: Vec<Vec<f32>> = parts.iter().map(|part| net.distances(part)).collect();
        let near = nearness(net.count, &parts, &distances);
        Self { parts, distances, near }
    }

    /// Places by stress alone, each part in its room.
    pub(crate) fn start(
        &self,
        space: &Space,
        rooms: &[Block],
        seed: u64,
        watch: &mut Watch<'_>,
    ) -> Option<Vec<(f64, f64)>> {
        let mut at = vec![(0.0, 0.0); self.near.len()];
        let mut done = 0;
        for ((part, distance), room) in self.parts.iter().zip(&self.distances).zip(rooms) {
            let share = |bodies: usize| bodies as f64 / at.len() as f64;
            let after = done + part.len();
            let local =
                sgd::settle(part.len(), distance, seed, &mut watch.stretch(share(done), share(after)))?;
            done = after;
            rooms::furnish(space, part, &local, *room, &mut at);
        }
        Some(at)
    }
}

/// Seats by stress, in the coordinates of `space`, which may have grown. `None`: cancelled.
pub(crate) fn best(space: &mut Space, net: &Net, watch: &mut Watch<'_>) -> Option<Vec<Seat>> {
    let n = net.count;
    let parted = Parted::of(net);
    let near = &parted.near;
    let length = net.usual_length();
    if space.any_fixed() {
        return join(space, net, near, watch);
    }
    make_room(space);
    let rooms = rooms::divide(space, &parted.parts);
    space.homes = vec![Block { x: 0.0, y: 0.0, w: 0.0, h: 0.0 }; n];
    for (part, room) in parted.parts.iter().zip(&rooms) {
        for &i in part {
            space.homes[i] = *room;
        }
    }
    let effort = Effort::of(n);
    let mut drafts = Vec::new();
    let mut starting = watch.stretch(0.0, 0.5);
    for start in 0..effort.starts {
        let share = |start: u64| start as f64 / effort.starts as f64;
        let mut step = starting.stretch(share(start), share(start + 1));
        let at = parted.start(space, &rooms, start, &mut step.stretch(0.0, 0.3))?;
        let mut board = Board::new(space, net, near, &at, &vec![0; n]);
        let visits = effort.sketch * n;
        let course = Course { visits, heat: 1.0, stride: (0.6, 0.3), gone: (0.0, 0.6), seed: start };
        refine(&mut board, length, course, &mut step.stretch(0.3, 1.0))?;
        drafts.push(draft(&mut board));
    }
    choose(&mut drafts, effort.finals);
    let count = drafts.len();
    let mut polishing = watch.stretch(0.5, 0.95);
    for (k, draft) in drafts.iter_mut().enumerate() {
        let mut board = Board::new(space, net, near, &draft.at, &draft.side);
        let visits = effort.polish * n;
        let course = Course { visits, heat: 0.4, stride: (0.5, 0.05), gone: (0.5, 1.0), seed: 77 };
        let share = |k: usize| k as f64 / count as f64;
        refine(&mut board, length, course, &mut polishing.stretch(share(k), share(k + 1)))?;
        rescued(&mut board, effort.rescues);
        *draft = self::draft(&mut board);
    }
    choose(&mut drafts, 1);
    apart(space, net, near, drafts.pop()?, length, &mut watch.stretch(0.95, 1.0))
}

/// Finishes what a method made: sides and places on the rails by the one cost. `None`: cancelled.
pub(crate) fn follow(
    space: &mut Space,
    net: &Net,
    near: &[Vec<Lanes>],
    skeleton: Skeleton,
    heat: f32,
    watch: &mut Watch<'_>,
) -> Option<Vec<Seat>> {
    let n = net.count;
    // The method's own place is what a body comes back to.
    space.homes = skeleton.at.iter().map(|p| Block { x: p.0, y: p.1, w: 0.0, h: 0.0 }).collect();
    space.rails = skeleton.rails;
    let place = |(i, p): (usize, &(f64, f64))| space.fixed[i].unwrap_or(*p);
    let at: Vec<(f64, f64)> = skeleton.at.iter().enumerate().map(place).collect();
    let visits = n * (3_000 / n.max(1)).clamp(12, 60);
    let course = Course { visits, heat, stride: (0.7, 0.05), gone: (0.3, 1.0), seed: 5 };
    finish(space, net, near, &at, course, watch)
}

/// Free bodies find places near their neighbours, among fixed ones.
fn join(space: &mut Space, net: &Net, near: &[Vec<Lanes>], watch: &mut Watch<'_>) -> Option<Vec<Seat>> {
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
    // Everybody is visited, for the labels of fixed bodies turn.
    let visits = n * (6 + (400 * free.len() / n).min(40));
    let course = Course { visits, heat: 0.4, stride: (1.2, 0.1), gone: (0.3, 1.0), seed: 3 };
    finish(space, net, near, &at, course, watch)
}

/// From a place for every body to the seats: one course of refinement, and nothing on anything.
fn finish(
    space: &mut Space,
    net: &Net,
    near: &[Vec<Lanes>],
    at: &[(f64, f64)],
    course: Course,
    watch: &mut Watch<'_>,
) -> Option<Vec<Seat>> {
    let length = net.usual_length();
    let mut board = Board::new(space, net, near, at, &vec![0; net.count]);
    refine(&mut board, length, course, &mut watch.stretch(0.0, 0.9))?;
    rescued(&mut board, 8);
    let draft = draft(&mut board);
    apart(space, net, near, draft, length, &mut watch.stretch(0.9, 1.0))
}

/// Round by round until nothing lies on anything.
fn rescued(board: &mut Board<'_>, rounds: u64) {
    for round in 0..rounds {
        if !rescue(board, round) {
            break;
        }
    }
}

/// The free body of no known place with the most neighbours that have one.
fn next(net: &Net, known: &[Option<(f64, f64)>], free: &[usize]) -> Option<usize> {
    let ready = |i: usize| net.neighbours(i).filter(|&j| known[j].is_some()).count();
    free.iter().copied().filter(|&i| known[i].is_none()).max_by_key(|&i| (ready(i), Reverse(i)))
}

/// So many rounds a body keeps to its rail whoever is pinned on it.
const STEADY: u64 = 10;

/// Ends with nothing on anything: more room round by round, and at last the boxes are parted by force.
fn apart(
    space: &mut Space,
    net: &Net,
    near: &[Vec<Lanes>],
    draft: Draft,
    length: f32,
    watch: &mut Watch<'_>,
) -> Option<Vec<Seat>> {
    let Draft { mut at, mut side, .. } = draft;
    let railed = !space.rails.is_empty();
    // On rails the others grow with their rails, whoever is fixed.
    let held = space.any_fixed() && !railed;
    let by = 1.025;
    for round in 0..if railed { 120 } else { 40 } {
        let mut board = Board::new(space, net, near, &at, &side);
        if round > 0 {
            let visits = net.count * 6;
            let course =
                Course { visits, heat: 0.0, stride: (0.4, 0.1), gone: (1.0, 1.0), seed: 100 + round };
            refine(&mut board, length, course, &mut watch.stretch(0.0, 0.0))?;
        }
        let clean = !rescue(&mut board, round) || !rescue(&mut board, round + 1000);
        (at, side) = (board.places(), board.sides().to_vec());
        if clean {
            return Some(seats(space, &at, &side));
        }
        // A pin may stand where a body has to stand by its method: that one steps aside.
        if railed && space.any_fixed() && round >= STEADY {
            let crowded: Vec<usize> = (0..net.count).filter(|&i| board.crowded(i)).collect();
            for i in crowded {
                space.rails[i] = Rail::Free;
            }
        }
        space.grow(by);
        // Among fixed bodies the others stay too: only room is added.
        if !held {
            let (cx, cy) = space.centre();
            for (place, fixed) in at.iter_mut().zip(&space.fixed) {
                *place = fixed.unwrap_or((cx + (place.0 - cx) * by, cy + (place.1 - cy) * by));
            }
        }
    }
    for (i, place) in at.iter_mut().enumerate() {
        *place = space.fixed[i].unwrap_or(*place);
    }
    space.settle_sides(&side);
    separation::part(space, &mut at);
    Some(seats(space, &at, &side))
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
pub(crate) fn make_room(space: &mut Space) {
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
