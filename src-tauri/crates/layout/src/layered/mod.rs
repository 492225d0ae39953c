//! Who acts on whom, in layers from left to right (Sugiyama, Tagawa and Toda 1981): few lines against the direction, no
//! layer too full, few crossings, lines as straight as they go.

mod crossings;
mod cycles;
mod layers;
mod straight;

use crate::rail::Rail;
use crate::skeleton::Bones;
use crate::space::Reach;

/// A line with a direction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Arc {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) weight: f64,
}

/// Clear room between two layers, for the lines to be seen, and between two boxes of one layer, in pixels.
const BETWEEN: f64 = 26.0;
const APART: f64 = 8.0;
/// Share of the boxes' breadth that two layers keep: the widest names rarely stand side by side.
const CLOSE: f64 = 0.75;

/// One connected part in columns; `ratio`: width to height that is wished.
pub(crate) fn columns(arcs: &[Arc], reach: &[Reach], ratio: f64) -> Bones {
    let n = reach.len();
    let mean = |of: fn(&Reach) -> f64| reach.iter().map(of).sum::<f64>() / n.max(1) as f64;
    let (w, h) = (mean(Reach::width) + BETWEEN, mean(Reach::height) + APART);
    // As many rows as make the whole about the wished proportions.
    let most = libm::ceil((n as f64 * w / (h * ratio.max(0.05))).sqrt()).max(2.0) as usize;
    let sizes: Vec<(f64, f64)> =
        reach.iter().map(|r| (r.top + APART / 2.0, r.bottom + APART / 2.0)).collect();
    let (layer, across) = layered(arcs, &sizes, most);
    let count = layer.iter().copied().max().unwrap_or(0) + 1;
    let (mut left, mut right) = (vec![0.0_f64; count], vec![0.0_f64; count]);
    for (r, &k) in reach.iter().zip(&layer) {
        left[k] = left[k].max(r.left);
        right[k] = right[k].max(r.right);
    }
    let mut x = vec![0.0; count];
    for k in 1..count {
        x[k] = x[k - 1] + (right[k - 1] + left[k]) * CLOSE + BETWEEN;
    }
    Bones {
        at: layer.iter().zip(&across).map(|(&k, &y)| (x[k], y)).collect(),
        rails: layer.iter().map(|&k| Rail::Column(x[k])).collect(),
    }
}

/// For each body its layer and its place across, in the unit of the sizes (room before and after the centre). A layer
/// holds about `most` bodies if the lines let it.
pub(crate) fn layered(arcs: &[Arc], sizes: &[(f64, f64)], most: usize) -> (Vec<usize>, Vec<f64>) {
    let n = sizes.len();
    let forward = cycles::forward(n, arcs);
    let layer = layers::assign(n, &forward, most);
    let mut ranks = crossings::Ranks::of(&layer, &forward, sizes);
    ranks.reduce();
    let across = straight::places(&ranks, n);
    (layer, across)
}
