//! Cycle removal: which arcs run against the direction.

use std::collections::BTreeMap;

use super::Arc;

/// The arcs, those turned round that the order of the bodies puts against the direction; loops left out, one for each
/// pair of bodies. Never more are turned round than the order of the indices would.
///
/// Method: greedy feedback arc set (Eades, Lin and Smyth 1993), by weight and by count, beside the given order; the one
/// that turns fewest, then the lightest.
pub(super) fn forward(n: usize, arcs: &[Arc]) -> Vec<Arc> {
    let given: Vec<usize> = (0..n).collect();
    let orders = [greedy(n, arcs, |arc| arc.weight), greedy(n, arcs, |_| 1.0), given];
    let cost = |seat: &Vec<usize>| {
        let back = arcs.iter().filter(|arc| seat[arc.from] > seat[arc.to]);
        back.fold((0, 0.0), |(count, weight), arc| (count + 1, weight + arc.weight))
    };
    let seats = orders.map(|order| {
        let mut seat = vec![0; n];
        for (k, &i) in order.iter().enumerate() {
            seat[i] = k;
        }
        seat
    });
    let best = seats.iter().min_by(|a, b| {
        let (a, b) = (cost(a), cost(b));
        a.0.cmp(&b.0).then(a.1.total_cmp(&b.1))
    });
    let Some(seat) = best else { return Vec::new() };
    let mut merged: BTreeMap<(usize, usize), f64> = BTreeMap::new();
    for arc in arcs.iter().filter(|arc| arc.from != arc.to) {
        let ends = if seat[arc.from] < seat[arc.to] { (arc.from, arc.to) } else { (arc.to, arc.from) };
        *merged.entry(ends).or_default() += arc.weight;
    }
    merged.into_iter().map(|((from, to), weight)| Arc { from, to, weight }).collect()
}

/// Sinks go to the end, sources to the front, and else the body with most out and least in.
fn greedy(n: usize, arcs: &[Arc], price: impl Fn(&Arc) -> f64) -> Vec<usize> {
    let mut around: Vec<Vec<&Arc>> = vec![Vec::new(); n];
    let (mut ins, mut outs) = (vec![0_usize; n], vec![0_usize; n]);
    let mut lead = vec![0.0; n];
    for arc in arcs.iter().filter(|arc| arc.from != arc.to) {
        around[arc.from].push(arc);
        around[arc.to].push(arc);
        outs[arc.from] += 1;
        ins[arc.to] += 1;
        lead[arc.from] += price(arc);
        lead[arc.to] -= price(arc);
    }
    let mut rest: Vec<usize> = (0..n).collect();
    let mut gone = vec![false; n];
    let (mut front, mut back) = (Vec::new(), Vec::new());
    while !rest.is_empty() {
        let sink = rest.iter().position(|&i| outs[i] == 0);
        let end = sink.or_else(|| rest.iter().position(|&i| ins[i] == 0)).or_else(|| {
            (0..rest.len()).max_by(|&a, &b| lead[rest[a]].total_cmp(&lead[rest[b]]).then(b.cmp(&a)))
        });
        let Some(k) = end else { break };
        let i = rest.remove(k);
        if sink.is_some() {
            back.push(i);
        } else {
            front.push(i);
        }
        gone[i] = true;
        for arc in around[i].iter().filter(|arc| !gone[arc.from] || !gone[arc.to]) {
            if arc.from == i {
                ins[arc.to] -= 1;
                lead[arc.to] += price(arc);
            } else {
                outs[arc.from] -= 1;
                lead[arc.from] -= price(arc);
            }
        }
    }
    front.extend(back.into_iter().rev());
    front
}
