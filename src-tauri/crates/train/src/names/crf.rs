//! Fitting a linear-chain conditional random field: likelihood with a quadratic penalty, by L-BFGS (Nocedal 1980).

use std::collections::{BTreeMap, VecDeque};

use lang::names::{LABELS, Label, allowed, marginals};

/// Steps that L-BFGS remembers.
const MEMORY: usize = 6;

/// A sentence as rows of weights, ready to be learnt from.
#[derive(Debug)]
pub(crate) struct Example {
    /// Keys of the features of each token.
    pub(crate) keys: Vec<Vec<u32>>,
    pub(crate) labels: Vec<Label>,
}

/// Weights of features, rising by key.
#[derive(Debug)]
pub(crate) struct Fitted {
    pub(crate) keys: Vec<u32>,
    weights: Vec<f64>,
}

impl Fitted {
    /// The weights of a feature, label by label.
    pub(crate) fn row(&self, at: usize) -> [f32; LABELS] {
        std::array::from_fn(|l| self.weights[at * LABELS + l] as f32)
    }

    /// The weights of the transitions.
    pub(crate) fn transitions(&self) -> [[f32; LABELS]; LABELS] {
        let base = self.keys.len() * LABELS;
        std::array::from_fn(|k| std::array::from_fn(|l| self.weights[base + k * LABELS + l] as f32))
    }
}

/// Fits weights to examples. Features seen in fewer than `least` tokens are left out.
pub(crate) fn fit(examples: &[Example], least: u32, penalty: f64, rounds: usize) -> Fitted {
    let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
    for key in examples.iter().flat_map(|example| example.keys.iter().flatten()) {
        *counts.entry(*key).or_default() += 1;
    }
    let keys: Vec<u32> =
        counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key).collect();
    let problem = Problem {
        rows: examples
            .iter()
            .map(|example| {
                example
                    .keys
                    .iter()
                    .map(|token| {
                        token
                            .iter()
                            .filter_map(|key| keys.binary_search(key).ok())
                            .map(|at| at as u32)
                            .collect()
                    })
                    .collect()
            })
            .collect(),
        examples,
        size: keys.len(),
        penalty,
    };
    let weights = problem.minimise(rounds);
    Fitted { keys, weights }
}

struct Problem<'a> {
    rows: Vec<Vec<Vec<u32>>>,
    examples: &'a [Example],
    size: usize,
    penalty: f64,
}

impl Problem<'_> {
    fn length(&self) -> usize {
        (self.size + LABELS) * LABELS
    }

    /// The penalised negative logarithm of the likelihood, and its slope.
    fn value(&self, weights: &[f64], slope: &mut [f64]) -> f64 {
        let base = self.size * LABELS;
        let light: Vec<f32> = weights.iter().map(|weight| *weight as f32).collect();
        let mut value = 0.0;
        for (cell, weight) in slope.iter_mut().zip(weights) {
            *cell = weight * self.penalty;
            value += 0.5 * self.penalty * weight * weight;
        }
        let arcs: [[f32; LABELS]; LABELS] =
            std::array::from_fn(|k| std::array::from_fn(|l| weights[base + k * LABELS + l] as f32));
        for (example, rows) in self.examples.iter().zip(&self.rows) {
            let scores: Vec<[f32; LABELS]> = rows
                .iter()
                .map(|token| {
                    let mut sums = [0.0_f32; LABELS];
                    for row in token {
                        for (sum, weight) in sums.iter_mut().zip(&light[*row as usize * LABELS..][..LABELS]) {
                            *sum += weight;
                        }
                    }
                    sums
                })
                .collect();
            let mut expected = [[0.0; LABELS]; LABELS];
            let (odds, total) = marginals(&scores, &arcs, |k, l, share| expected[k][l] += share);
            let mut gold = 0.0;
            for (at, label) in example.labels.iter().enumerate() {
                let label = usize::from(*label);
                gold += f64::from(scores[at][label]);
                if at > 0 {
                    let before = usize::from(example.labels[at - 1]);
                    gold += f64::from(arcs[before][label]);
                    expected[before][label] -= 1.0;
                }
                let mut change = odds[at].map(f64::from);
                change[label] -= 1.0;
                for row in &rows[at] {
                    for (cell, by) in slope[*row as usize * LABELS..][..LABELS].iter_mut().zip(&change) {
                        *cell += by;
                    }
                }
            }
            for k in 0..LABELS {
                for l in (0..LABELS).filter(|&l| allowed(k, l)) {
                    slope[base + k * LABELS + l] += expected[k][l];
                }
            }
            value += total - gold;
        }
        value
    }

    fn minimise(&self, rounds: usize) -> Vec<f64> {
        let mut weights = vec![0.0; self.length()];
        let mut slope = vec![0.0; self.length()];
        let mut value = self.value(&weights, &mut slope);
        let mut past: VecDeque<(Vec<f64>, Vec<f64>, f64)> = VecDeque::new();
        for round in 0..rounds {
            let mut way: Vec<f64> = slope.iter().map(|cell| -cell).collect();
            let mut shares = Vec::new();
            for (step, change, inverse) in past.iter().rev() {
                let share = inverse * dot(step, &way);
                axpy(&mut way, change, -share);
                shares.push(share);
            }
            if let Some((step, change, _)) = past.back() {
                let scale = dot(step, change) / dot(change, change);
                stretch(&mut way, scale);
            } else {
                let scale = 1.0 / dot(&way, &way).sqrt().max(1e-12);
                stretch(&mut way, scale);
            }
            for ((step, change, inverse), share) in past.iter().zip(shares.iter().rev()) {
                let other = inverse * dot(change, &way);
                axpy(&mut way, step, share - other);
            }
            let down = dot(&way, &slope);
            let mut size = 1.0;
            let mut next = vec![0.0; weights.len()];
            let mut next_slope = vec![0.0; weights.len()];
            let mut next_value;
            loop {
                for ((cell, weight), step) in next.iter_mut().zip(&weights).zip(&way) {
                    *cell = weight + size * step;
                }
                next_value = self.value(&next, &mut next_slope);
                if next_value <= value + 1e-4 * size * down || size < 1e-6 {
                    break;
                }
                size *= 0.5;
            }
            let step: Vec<f64> = next.iter().zip(&weights).map(|(a, b)| a - b).collect();
            let change: Vec<f64> = next_slope.iter().zip(&slope).map(|(a, b)| a - b).collect();
            let product = dot(&step, &change);
            let gain = (value - next_value) / value.abs().max(1.0);
            (weights, slope, value) = (next, next_slope, next_value);
            if product > 1e-12 {
                past.push_back((step, change, 1.0 / product));
                if past.len() > MEMORY {
                    past.pop_front();
                }
            }
            if round % 20 == 0 {
                eprintln!("    round {round}: {value:.1}");
            }
            if gain < 2e-5 && round > 20 {
                break;
            }
        }
        weights
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn stretch(way: &mut [f64], by: f64) {
    for cell in way {
        *cell *= by;
    }
}

fn axpy(to: &mut [f64], vector: &[f64], by: f64) {
    for (cell, value) in to.iter_mut().zip(vector) {
        *cell += value * by;
    }
}
