//! Places across the layers: near the neighbours, in the given order, with room for every box.

use super::crossings::Ranks;

/// Bodies and stand-ins that are looked at, over all sweeps.
const MOST: usize = 2_000_000;

/// The place of each of the `n` bodies. Layer by layer the places with the least weighted squares to the neighbours' that
/// keep order and room: isotonic regression by pooling adjacent violators (Barlow, Bartholomew, Bremner and Brunk 1972),
/// towards the layer before, the one after, and both for the second half.
pub(super) fn places(ranks: &Ranks, n: usize) -> Vec<f64> {
    let mut at = vec![0.0; ranks.sizes.len()];
    for layer in &ranks.layers {
        let room: f64 = layer.iter().map(|&i| ranks.sizes[i].0 + ranks.sizes[i].1).sum();
        let mut from = -room / 2.0;
        for &i in layer {
            at[i] = from + ranks.sizes[i].0;
            from = at[i] + ranks.sizes[i].1;
        }
    }
    // A long line gives way by and by, the more its stand-ins.
    let sweeps = (MOST / at.len().max(1)).clamp(12, 160);
    for sweep in 0..sweeps {
        let forth = sweep % 2 == 0;
        let sides: &[&Ties] = match (sweep * 2 >= sweeps, forth) {
            (true, _) => &[&ranks.before, &ranks.after],
            (false, true) => &[&ranks.before],
            (false, false) => &[&ranks.after],
        };
        for step in 0..ranks.layers.len() {
            let k = if forth { step } else { ranks.layers.len() - 1 - step };
            settle(&ranks.layers[k], &ranks.sizes, sides, &mut at);
        }
    }
    at.truncate(n);
    at
}

/// For each its neighbours with their weights.
type Ties = Vec<Vec<(usize, f64)>>;

fn settle(layer: &[usize], sizes: &[(f64, f64)], sides: &[&Ties], at: &mut [f64]) {
    // Without the room that the others need before it, a place only has to be no less than the one before.
    let mut blocks: Vec<(f64, f64, usize)> = Vec::new();
    let mut before = 0.0;
    let mut offsets = Vec::with_capacity(layer.len());
    for (k, &i) in layer.iter().enumerate() {
        if k > 0 {
            before += sizes[layer[k - 1]].1 + sizes[i].0;
        }
        offsets.push(before);
        let (mut sum, mut weight) = (0.0, 0.0);
        for (j, w) in sides.iter().flat_map(|side| &side[i]) {
            sum += at[*j] * w;
            weight += w;
        }
        // Who has no neighbours there hardly wants anything but to stay.
        let (wish, weight) = if weight > 0.0 { (sum / weight, weight) } else { (at[i], 0.01) };
        let mut block = (wish - before, weight, 1);
        while let Some(last) = blocks.last().copied().filter(|last| last.0 > block.0) {
            blocks.pop();
            let weight = last.1 + block.1;
            block = ((last.0 * last.1 + block.0 * block.1) / weight, weight, last.2 + block.2);
        }
        blocks.push(block);
    }
    let values = blocks.iter().flat_map(|(value, _, count)| std::iter::repeat_n(*value, *count));
    for ((&i, offset), value) in layer.iter().zip(&offsets).zip(values) {
        at[i] = value + offset;
    }
}
