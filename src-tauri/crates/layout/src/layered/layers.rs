//! Layers: every arc goes to a later one, none holds many more bodies than wished.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::Arc;

/// Times that bodies are pulled nearer to their neighbours.
const PULLS: usize = 8;

/// The layer of every body. `arcs` have no cycle.
///
/// Method: list scheduling by the longest way that is still to go (Coffman and Graham 1972, with `most` for the
/// processors), then every body is pulled to the side that weighs more, as far as its neighbours and the room let it.
pub(super) fn assign(n: usize, arcs: &[Arc], most: usize) -> Vec<usize> {
    let (mut outs, mut ins) = (vec![Vec::new(); n], vec![Vec::new(); n]);
    for arc in arcs {
        outs[arc.from].push(*arc);
        ins[arc.to].push(*arc);
    }
    let height = heights(n, &outs, &ins);
    let mut open: Vec<usize> = ins.iter().map(Vec::len).collect();
    let mut layer = vec![0; n];
    let mut held: Vec<usize> = Vec::new();
    let mut ready: BinaryHeap<(usize, Reverse<usize>)> =
        (0..n).filter(|&i| open[i] == 0).map(|i| (height[i], Reverse(i))).collect();
    while let Some((_, Reverse(i))) = ready.pop() {
        let mut k = ins[i].iter().map(|arc| layer[arc.from] + 1).max().unwrap_or(0);
        while held.get(k).is_some_and(|held| *held >= most) {
            k += 1;
        }
        held.resize(held.len().max(k + 1), 0);
        held[k] += 1;
        layer[i] = k;
        for arc in &outs[i] {
            open[arc.to] -= 1;
            if open[arc.to] == 0 {
                ready.push((height[arc.to], Reverse(arc.to)));
            }
        }
    }
    pull(&mut layer, &mut held, &outs, &ins, most);
    close(&mut layer);
    layer
}

/// The longest way from each body to an end.
fn heights(n: usize, outs: &[Vec<Arc>], ins: &[Vec<Arc>]) -> Vec<usize> {
    let mut open: Vec<usize> = outs.iter().map(Vec::len).collect();
    let mut ready: Vec<usize> = (0..n).filter(|&i| open[i] == 0).collect();
    let mut height = vec![0; n];
    while let Some(i) = ready.pop() {
        for arc in &ins[i] {
            height[arc.from] = height[arc.from].max(height[i] + 1);
            open[arc.from] -= 1;
            if open[arc.from] == 0 {
                ready.push(arc.from);
            }
        }
    }
    height
}

fn pull(layer: &mut [usize], held: &mut [usize], outs: &[Vec<Arc>], ins: &[Vec<Arc>], most: usize) {
    for _ in 0..PULLS {
        let mut any = false;
        for i in 0..layer.len() {
            let low = ins[i].iter().map(|arc| layer[arc.from] + 1).max();
            let high = outs[i].iter().map(|arc| layer[arc.to] - 1).min();
            let weight = |arcs: &[Arc]| arcs.iter().map(|arc| arc.weight).sum::<f64>();
            let (back, on) = (weight(&ins[i]), weight(&outs[i]));
            // The room nearest to where it is drawn; every step makes the lines shorter.
            let wished: Vec<usize> = match (on > back, low, high) {
                (true, _, Some(high)) => (layer[i] + 1..=high).rev().collect(),
                (false, Some(low), _) if back > on => (low..layer[i]).collect(),
                _ => continue,
            };
            if let Some(k) = wished.into_iter().find(|&k| held[k] < most) {
                held[layer[i]] -= 1;
                held[k] += 1;
                layer[i] = k;
                any = true;
            }
        }
        if !any {
            return;
        }
    }
}

/// No layer is left empty.
fn close(layer: &mut [usize]) {
    let mut used: Vec<usize> = layer.to_vec();
    used.sort_unstable();
    used.dedup();
    for k in layer {
        *k = used.binary_search(k).unwrap_or(0);
    }
}
