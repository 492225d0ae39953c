//! Full stress by stochastic gradient descent (Zheng, Pawar and Goodman 2018) in an order that needs no shuffle of all
//! pairs: a round robin gives rounds of disjoint pairs, and only the rounds change places. Same input, same bits. It
//! knows neither boxes nor an area.

use crate::chance::Chance;
use crate::progress::Watch;

/// Rounds over all pairs; the step shrinks from the largest distance to a hundredth of the smallest.
const SWEEPS: usize = 30;

/// Places of one connected part, in the unit of its links' lengths: near the least of `sum of ((|x_i - x_j| - d_ij) /
/// d_ij)^2`. `distance` holds all pairs, row by row. `None`: cancelled.
pub(crate) fn settle(
    count: usize,
    distance: &[f32],
    seed: u64,
    watch: &mut Watch<'_>,
) -> Option<Vec<(f64, f64)>> {
    if count < 2 {
        return Some(vec![(0.0, 0.0); count]);
    }
    let mut chance = Chance::new(seed ^ ((count as u64) << 8));
    let order = chance.permutation(count);
    let rounds = Rounds::new(&order, distance);
    let span = rounds
        .wished
        .iter()
        .copied()
        .filter(|d| *d > 0.0)
        .fold((f32::MAX, 0.0f32), |m, d| (m.0.min(d), m.1.max(d)));
    let mut x: Vec<f32> = (0..rounds.seats).map(|_| chance.unit() as f32 * span.1).collect();
    let mut y: Vec<f32> = (0..rounds.seats).map(|_| chance.unit() as f32 * span.1).collect();
    let (most, least) = (f64::from(span.1 * span.1), 0.01 * f64::from(span.0 * span.0));
    let decay = libm::log(most / least) / (SWEEPS - 1) as f64;
    for sweep in 0..SWEEPS {
        let step = (most * libm::exp(-decay * sweep as f64)) as f32;
        for round in chance.permutation(rounds.seats - 1) {
            rounds.play(round, step, &mut x, &mut y);
        }
        if !watch.reached((sweep + 1) as f64 / SWEEPS as f64) {
            return None;
        }
    }
    let mut at = vec![(0.0, 0.0); count];
    for (seat, &body) in order.iter().enumerate() {
        at[body] = (f64::from(x[seat]), f64::from(y[seat]));
    }
    Some(at)
}

/// The circle method: the last seat stays, the others meet those as far from the round's number on the other side.
struct Rounds {
    /// Even; one more than the bodies if their count is odd, and then nobody meets the last.
    seats: usize,
    /// Wished distances in the order of play, `seats / 2` a round; 0 for a pair that is none.
    wished: Vec<f32>,
}

impl Rounds {
    fn new(order: &[usize], distance: &[f32]) -> Self {
        let count = order.len();
        let seats = count + count % 2;
        let ring = seats - 1;
        let mut wished = Vec::with_capacity(ring * seats / 2);
        let of = |a: usize, b: usize| match (order.get(a), order.get(b)) {
            (Some(&i), Some(&j)) => distance[i * count + j],
            _ => 0.0,
        };
        for round in 0..ring {
            for (a, b) in pairs(round, ring) {
                wished.push(of(a, b));
            }
            wished.push(of(round, ring));
        }
        Self { seats, wished }
    }

    /// Every pair of the round moves towards its wished distance, by at most all of the way. No two share a seat.
    fn play(&self, round: usize, step: f32, x: &mut [f32], y: &mut [f32]) {
        let half = self.seats / 2;
        let wished = &self.wished[round * half..(round + 1) * half];
        let ring = self.seats - 1;
        for ((a, b), &d) in pairs(round, ring).chain([(round, ring)]).zip(wished) {
            if d <= 0.0 {
                continue;
            }
            let (dx, dy) = (x[a] - x[b], y[a] - y[b]);
            let length = (dx * dx + dy * dy).sqrt().max(1e-9);
            let share = (step / (d * d)).min(1.0) * (length - d) * 0.5 / length;
            x[a] -= share * dx;
            y[a] -= share * dy;
            x[b] += share * dx;
            y[b] += share * dy;
        }
    }
}

/// The pairs of a round around a ring of odd length, the one who meets the last seat left out.
fn pairs(round: usize, ring: usize) -> impl Iterator<Item = (usize, usize)> {
    (1..=ring / 2).map(move |k| {
        let a = round + k;
        let b = round + ring - k;
        (if a >= ring { a - ring } else { a }, if b >= ring { b - ring } else { b })
    })
}
