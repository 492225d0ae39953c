//! Races among runners, one of whom is right: a softmax over the sums of their signs' weights, with an L2 penalty.
//!
//! Where several are right, one of them is enough: the marginal likelihood is fitted (as in Denis, Baldridge 2008), by L-BFGS
//! (Liu, Nocedal 1989). A yes or no is a race of two of whom one has no signs (logistic regression, Cox 1958).

/// How often the direction of descent is chosen anew at most, and how many steps it remembers.
const STEPS: usize = 200;
const MEMORY: usize = 10;

/// Who may be right, each with its signs by number and what they measure.
pub(crate) struct Race {
    pub(crate) runners: Vec<(bool, Vec<(usize, f64)>)>,
    /// How much it counts.
    pub(crate) count: f64,
}

impl Race {
    /// Whether something is so, by these signs.
    pub(crate) fn yes_or_no(yes: bool, signs: Vec<(usize, f64)>, count: f64) -> Self {
        Self { runners: vec![(yes, signs), (!yes, Vec::new())], count }
    }
}

/// The sum of a runner's signs.
pub(crate) fn score(weights: &[f64], signs: &[(usize, f64)]) -> f64 {
    signs.iter().map(|(at, value)| weights[*at] * value).sum()
}

/// The weights that make the races likeliest, less the penalty of each weight's square.
pub(crate) fn descend(races: &[Race], penalties: &[f64]) -> Vec<f64> {
    let mut weights = vec![0.0; penalties.len()];
    let (mut here, mut slope) = loss(races, &weights, penalties);
    let mut memory: Vec<(Vec<f64>, Vec<f64>)> = Vec::new();
    for _ in 0..STEPS {
        let way = direction(&slope, &memory);
        let falls = dot(&way, &slope);
        if falls > -1e-9 {
            break;
        }
        let mut length = if memory.is_empty() { 1.0 / dot(&slope, &slope).sqrt().max(1.0) } else { 1.0 };
        let next = loop {
            let tried: Vec<f64> = weights.iter().zip(&way).map(|(w, d)| w + length * d).collect();
            let (value, new_slope) = loss(races, &tried, penalties);
            if value <= here + 1e-4 * length * falls {
                break Some((tried, value, new_slope));
            }
            length *= 0.5;
            if length < 1e-10 {
                break None;
            }
        };
        let Some((tried, value, new_slope)) = next else { break };
        let step: Vec<f64> = tried.iter().zip(&weights).map(|(a, b)| a - b).collect();
        let bend: Vec<f64> = new_slope.iter().zip(&slope).map(|(a, b)| a - b).collect();
        if dot(&step, &bend) > 1e-12 {
            memory.push((step, bend));
            if memory.len() > MEMORY {
                memory.remove(0);
            }
        }
        (weights, here, slope) = (tried, value, new_slope);
    }
    weights
}

/// Penalised negative log likelihood and its slope.
fn loss(races: &[Race], weights: &[f64], penalties: &[f64]) -> (f64, Vec<f64>) {
    let mut slope: Vec<f64> = weights.iter().zip(penalties).map(|(w, p)| 2.0 * p * w).collect();
    let mut loss: f64 = weights.iter().zip(penalties).map(|(w, p)| p * w * w).sum();
    for Race { runners, count } in races {
        let scores: Vec<f64> = runners.iter().map(|(_, signs)| score(weights, signs)).collect();
        let most = scores.iter().copied().fold(f64::MIN, f64::max);
        let powers: Vec<f64> = scores.iter().map(|score| libm::exp(score - most)).collect();
        let all: f64 = powers.iter().sum();
        let right: f64 = powers.iter().zip(runners).filter(|(_, (right, _))| *right).map(|(p, _)| p).sum();
        let right = right.max(f64::MIN_POSITIVE);
        loss -= count * (libm::log(right) - libm::log(all));
        for (power, (is_right, signs)) in powers.iter().zip(runners) {
            let pull = count * (power / all - if *is_right { power / right } else { 0.0 });
            for (at, value) in signs {
                slope[*at] += pull * value;
            }
        }
    }
    (loss, slope)
}

/// Down the slope, bent by the steps remembered (the two-loop recursion).
fn direction(slope: &[f64], memory: &[(Vec<f64>, Vec<f64>)]) -> Vec<f64> {
    let mut way: Vec<f64> = slope.iter().map(|x| -x).collect();
    let mut shares = Vec::with_capacity(memory.len());
    for (step, bend) in memory.iter().rev() {
        let share = dot(step, &way) / dot(step, bend);
        way.iter_mut().zip(bend).for_each(|(w, b)| *w -= share * b);
        shares.push(share);
    }
    if let Some((step, bend)) = memory.last() {
        let scale = dot(step, bend) / dot(bend, bend);
        for w in &mut way {
            *w *= scale;
        }
    }
    for ((step, bend), share) in memory.iter().zip(shares.iter().rev()) {
        let back = dot(bend, &way) / dot(step, bend);
        way.iter_mut().zip(step).for_each(|(w, s)| *w += (share - back) * s);
    }
    way
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}
