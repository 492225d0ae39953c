//! Rings about a middle. Each body stands on the ring of its steps from the middle, in a wedge as wide as what hangs on
//! it needs (Eades 1992; weighted by need as Yee, Fisher, Dhamija and Hearst 2001); children of one body are sorted by
//! where their other neighbours are.

use std::collections::VecDeque;

use crate::rail::Rail;
use crate::skeleton::Bones;
use crate::space::Reach;

use std::f64::consts::TAU;

/// Least distance of two rings, in pixels.
const STEP: f64 = 78.0;
/// Times that children are sorted anew.
const SORTS: usize = 6;

/// One connected part about its body `middle`; `around` are neighbours, all by their index in the part.
pub(crate) fn rings(around: &[Vec<usize>], reach: &[Reach], middle: usize) -> Bones {
    let n = around.len();
    let tree = Tree::grown(around, middle);
    let sizes: Vec<f64> = reach.iter().map(|r| f64::midpoint(r.width(), r.height()) + 8.0).collect();
    let radii = radii(&tree, &sizes);
    let mut children = tree.children.clone();
    let mut best = tree.angles(&children, &sizes, &radii);
    let mut least = turns(around, &best);
    for _ in 0..SORTS {
        for (i, children) in children.iter_mut().enumerate() {
            let angle = &best;
            let wish = |c: usize| -> f64 {
                let others = around[c].iter().filter(|&&j| j != i && j != middle);
                let (mut sum, mut count) = (0.0, 0.0);
                for &j in others {
                    sum += turn(angle[j] - angle[i]);
                    count += 1.0;
                }
                if count > 0.0 { sum / count } else { turn(angle[c] - angle[i]) }
            };
            let wishes: Vec<(f64, usize)> = children.iter().map(|&c| (wish(c), c)).collect();
            let mut sorted = wishes;
            sorted.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
            *children = sorted.into_iter().map(|(_, c)| c).collect();
        }
        let angles = tree.angles(&children, &sizes, &radii);
        let cost = turns(around, &angles);
        if cost < least - 1e-9 {
            (least, best) = (cost, angles);
        }
    }
    let at = (0..n).map(|i| {
        let (sin, cos) = libm::sincos(best[i]);
        (cos * radii[tree.depth[i]], sin * radii[tree.depth[i]])
    });
    let rails = (0..n).map(|i| Rail::Ring { centre: (0.0, 0.0), radius: radii[tree.depth[i]] });
    Bones { at: at.collect(), rails: rails.collect() }
}

/// The body with the shortest way to its farthest, among those the one with the most neighbours, then the first.
pub(crate) fn middle(around: &[Vec<usize>]) -> usize {
    let far = |i: usize| Tree::grown(around, i).depth.iter().copied().max().unwrap_or(0);
    (0..around.len()).min_by_key(|&i| (far(i), usize::MAX - around[i].len(), i)).unwrap_or(0)
}

/// Breadth first from the middle.
struct Tree {
    middle: usize,
    depth: Vec<usize>,
    children: Vec<Vec<usize>>,
    /// The middle first, then ring by ring.
    order: Vec<usize>,
}

impl Tree {
    fn grown(around: &[Vec<usize>], middle: usize) -> Self {
        let mut depth = vec![usize::MAX; around.len()];
        let mut children = vec![Vec::new(); around.len()];
        let mut order = Vec::new();
        let mut queue = VecDeque::from([middle]);
        depth[middle] = 0;
        while let Some(i) = queue.pop_front() {
            order.push(i);
            for &j in &around[i] {
                if depth[j] == usize::MAX {
                    depth[j] = depth[i] + 1;
                    children[i].push(j);
                    queue.push_back(j);
                }
            }
        }
        Self { middle, depth, children, order }
    }

    /// Wedges from the middle outwards.
    fn angles(&self, children: &[Vec<usize>], sizes: &[f64], radii: &[f64]) -> Vec<f64> {
        let n = self.depth.len();
        // The angle that a body needs on its ring, or that what hangs on it needs further out.
        let mut need = vec![0.0; n];
        for &i in self.order.iter().rev() {
            let own = sizes[i] / radii[self.depth[i]].max(1.0);
            let below: f64 = children[i].iter().map(|&c| need[c]).sum();
            need[i] = own.max(below);
        }
        let mut angle = vec![0.0; n];
        let mut wedge = vec![(0.0, 0.0); n];
        wedge[self.middle] = (-TAU / 4.0, TAU);
        for &i in &self.order {
            let (start, width) = wedge[i];
            let total: f64 = children[i].iter().map(|&c| need[c]).sum();
            let mut from = start;
            for &c in &children[i] {
                let share = width * need[c] / total.max(1e-12);
                wedge[c] = (from, share);
                angle[c] = from + share / 2.0;
                from += share;
            }
        }
        angle
    }
}

/// A ring is as large as its bodies need, and clear of the one within.
fn radii(tree: &Tree, sizes: &[f64]) -> Vec<f64> {
    let rings = tree.depth.iter().copied().max().unwrap_or(0) + 1;
    let mut round = vec![0.0; rings];
    for (size, &depth) in sizes.iter().zip(&tree.depth) {
        round[depth] += size;
    }
    let mut radii = vec![0.0; rings];
    for k in 1..rings {
        radii[k] = (radii[k - 1] + STEP).max(round[k] * 1.05 / TAU);
    }
    radii
}

/// How far around the lines go, the square of it: lines that go far around cross many.
fn turns(around: &[Vec<usize>], angle: &[f64]) -> f64 {
    let mut sum = 0.0;
    for (i, others) in around.iter().enumerate() {
        for &j in others.iter().filter(|&&j| i < j) {
            let by = turn(angle[i] - angle[j]);
            sum += by * by;
        }
    }
    sum
}

/// The same angle from `-PI` to `PI`.
fn turn(angle: f64) -> f64 {
    angle - TAU * libm::floor(angle / TAU + 0.5)
}
