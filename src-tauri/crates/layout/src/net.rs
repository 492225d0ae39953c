//! The springs as a graph: parallel ones merged, loops dropped, parts and distances. It knows no coordinates.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::Spring;

/// One edge of the simple graph; `a < b`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Edge {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// Wished length in pixels.
    pub(crate) length: f64,
    pub(crate) weight: f64,
}

impl Edge {
    /// The end that is not `i`.
    pub(crate) fn other(&self, i: usize) -> usize {
        if self.a == i { self.b } else { self.a }
    }
}

/// A simple undirected graph over `0..count`.
pub(crate) struct Net {
    pub(crate) count: usize,
    pub(crate) edges: Vec<Edge>,
    /// For each body the indices of its edges, ascending.
    pub(crate) around: Vec<Vec<usize>>,
    /// For each body its two neighbours by main edges, if it has just two: the line reads on through it.
    pub(crate) through: Vec<Option<(usize, usize)>>,
}

/// An edge that weighs as much is a main one.
const MAIN: f64 = 1.0;

impl Net {
    /// Loops, springs to nowhere and lengths that are no numbers are dropped or mended.
    pub(crate) fn new(count: usize, springs: &[Spring]) -> Self {
        let mut merged: BTreeMap<(usize, usize), (f64, f64)> = BTreeMap::new();
        for spring in springs {
            if spring.a == spring.b || spring.a >= count || spring.b >= count {
                continue;
            }
            let key = (spring.a.min(spring.b), spring.a.max(spring.b));
            let length = if spring.length.is_finite() { spring.length.clamp(1.0, 1e5) } else { 100.0 };
            let weight = if spring.weight.is_finite() { spring.weight.clamp(0.01, 100.0) } else { 1.0 };
            merged
                .entry(key)
                .and_modify(|(l, w)| {
                    *l = l.min(length);
                    *w = (*w + weight).min(100.0);
                })
                .or_insert((length, weight));
        }
        let edges: Vec<Edge> =
            merged.into_iter().map(|((a, b), (length, weight))| Edge { a, b, length, weight }).collect();
        let mut around = vec![Vec::new(); count];
        for (k, edge) in edges.iter().enumerate() {
            around[edge.a].push(k);
            around[edge.b].push(k);
        }
        let through = (0..count)
            .map(|i| {
                let mut main = around[i].iter().filter(|&&k| edges[k].weight >= MAIN);
                let (a, b) = (*main.next()?, *main.next()?);
                main.next().is_none().then(|| (edges[a].other(i), edges[b].other(i)))
            })
            .collect();
        Self { count, edges, around, through }
    }

    /// Mean of the wished lengths in pixels.
    pub(crate) fn usual_length(&self) -> f32 {
        let total: f64 = self.edges.iter().map(|edge| edge.length).sum();
        if self.edges.is_empty() { 100.0 } else { (total / self.edges.len() as f64) as f32 }
    }

    pub(crate) fn neighbours(&self, i: usize) -> impl Iterator<Item = usize> + '_ {
        self.around[i].iter().map(move |&k| self.edges[k].other(i))
    }

    /// Connected parts, the largest first, ties by their smallest body; bodies ascend within a part.
    pub(crate) fn parts(&self) -> Vec<Vec<usize>> {
        let mut seen = vec![false; self.count];
        let mut parts = Vec::new();
        for root in 0..self.count {
            if seen[root] {
                continue;
            }
            seen[root] = true;
            let mut part = vec![root];
            let mut next = 0;
            while next < part.len() {
                let here = part[next];
                next += 1;
                for there in self.neighbours(here) {
                    if !seen[there] {
                        seen[there] = true;
                        part.push(there);
                    }
                }
            }
            part.sort_unstable();
            parts.push(part);
        }
        parts.sort_by_key(|part| (Reverse(part.len()), part[0]));
        parts
    }

    /// All shortest ways within `part` (sorted, connected) in pixels, row by row.
    pub(crate) fn distances(&self, part: &[usize]) -> Vec<f32> {
        let m = part.len();
        let mut local = vec![usize::MAX; self.count];
        for (k, &i) in part.iter().enumerate() {
            local[i] = k;
        }
        let mut table = vec![f32::INFINITY; m * m];
        // Lengths as whole 1/1024 px, so that the heap has a total order.
        let mut heap: BinaryHeap<Reverse<(u64, usize)>> = BinaryHeap::new();
        for from in 0..m {
            let row = &mut table[from * m..(from + 1) * m];
            row[from] = 0.0;
            heap.push(Reverse((0, from)));
            while let Some(Reverse((way, here))) = heap.pop() {
                if way as f32 / 1024.0 > row[here] {
                    continue;
                }
                for &k in &self.around[part[here]] {
                    let edge = &self.edges[k];
                    let there = local[edge.other(part[here])];
                    let step = way + libm::round(edge.length * 1024.0) as u64;
                    let pixels = step as f32 / 1024.0;
                    if pixels < row[there] {
                        row[there] = pixels;
                        heap.push(Reverse((step, there)));
                    }
                }
            }
        }
        table
    }
}
