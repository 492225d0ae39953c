//! The order within the layers. Long arcs are cut: a stand-in without a size in every layer between.

use super::Arc;

/// Sweeps over all layers, there and back.
const SWEEPS: usize = 24;
/// Above so many arcs neighbours are not exchanged one by one: the sweeps must do.
const MANY: usize = 20_000;
/// So many stand-ins are the most; a thousand bodies that are all tied to one another would ask for 166 millions.
const STAND_INS: usize = 500_000;
/// Room that the line of a long arc wants on each side in the layers it passes, in the unit of the sizes.
const LINE: f64 = 2.0;

/// The layers in their order, with all arcs between neighbouring layers.
pub(super) struct Ranks {
    /// Bodies and stand-ins of each layer in their order; stand-ins count on after the bodies.
    pub(super) layers: Vec<Vec<usize>>,
    /// For each its neighbours in the layer before, with the weight of a line that should be straight.
    pub(super) before: Vec<Vec<(usize, f64)>>,
    /// And in the layer after.
    pub(super) after: Vec<Vec<(usize, f64)>>,
    pub(super) sizes: Vec<(f64, f64)>,
    layer: Vec<usize>,
    seat: Vec<usize>,
}

impl Ranks {
    /// In the order of a walk along the arcs.
    pub(super) fn of(layer: &[usize], arcs: &[Arc], sizes: &[(f64, f64)]) -> Self {
        let count = layer.iter().copied().max().map_or(0, |most| most + 1);
        let mut ranks = Self {
            layers: vec![Vec::new(); count],
            before: vec![Vec::new(); layer.len()],
            after: vec![Vec::new(); layer.len()],
            sizes: sizes.to_vec(),
            layer: layer.to_vec(),
            seat: Vec::new(),
        };
        let mut spare = STAND_INS;
        for arc in arcs {
            let mut last = arc.from;
            // A graph so dense has no order to be seen; its longest lines are left out of it before memory is.
            let Some(left) = spare.checked_sub((layer[arc.to] - layer[arc.from]).saturating_sub(1)) else {
                continue;
            };
            spare = left;
            for k in layer[arc.from] + 1..layer[arc.to] {
                let stand_in = ranks.sizes.len();
                ranks.sizes.push((LINE, LINE));
                ranks.layer.push(k);
                ranks.before.push(Vec::new());
                ranks.after.push(Vec::new());
                // Long lines are to be straight first of all (the weights of Gansner, Koutsofios, North and Vo 1993).
                ranks.join(last, stand_in, arc.weight * if last == arc.from { 2.0 } else { 8.0 });
                last = stand_in;
            }
            ranks.join(last, arc.to, arc.weight * if last == arc.from { 1.0 } else { 2.0 });
        }
        ranks.seat = vec![0; ranks.sizes.len()];
        ranks.walk();
        ranks
    }

    fn join(&mut self, a: usize, b: usize, weight: f64) {
        self.after[a].push((b, weight));
        self.before[b].push((a, weight));
    }

    fn walk(&mut self) {
        let mut seen = vec![false; self.layer.len()];
        let mut roots: Vec<usize> = (0..self.layer.len()).collect();
        roots.sort_by_key(|&i| (self.layer[i], i));
        for root in roots {
            let mut stack = vec![root];
            while let Some(i) = stack.pop() {
                if seen[i] {
                    continue;
                }
                seen[i] = true;
                self.layers[self.layer[i]].push(i);
                let next = self.after[i].iter().chain(&self.before[i]);
                stack.extend(next.rev().map(|(j, _)| *j).filter(|&j| !seen[j]));
            }
        }
        for k in 0..self.layers.len() {
            self.reseat(k);
        }
    }

    fn reseat(&mut self, k: usize) {
        for (seat, &i) in self.layers[k].iter().enumerate() {
            self.seat[i] = seat;
        }
    }

    /// Sorts layer after layer by the mean (Sugiyama, Tagawa and Toda 1981) and by the median (Eades and Wormald 1994) of
    /// the neighbours' places, exchanges neighbours where that crosses less, and keeps the best of all.
    pub(super) fn reduce(&mut self) {
        let arcs: usize = self.after.iter().map(Vec::len).sum();
        let mut best = (self.crossings(), self.layers.clone());
        for sweep in 0..SWEEPS {
            if best.0 == 0 {
                break;
            }
            let forth = sweep % 2 == 0;
            let median = sweep / 2 % 2 == 1;
            let count = self.layers.len();
            for step in 1..count {
                let k = if forth { step } else { count - 1 - step };
                self.sort(k, forth, median);
            }
            if arcs <= MANY {
                for k in 0..count {
                    while self.exchange(k) {}
                }
            }
            let now = self.crossings();
            if now < best.0 {
                best = (now, self.layers.clone());
            }
        }
        self.layers = best.1;
        for k in 0..self.layers.len() {
            self.reseat(k);
        }
    }

    fn sort(&mut self, k: usize, forth: bool, median: bool) {
        let side = if forth { &self.before } else { &self.after };
        let mut keyed: Vec<(f64, usize)> = self.layers[k]
            .iter()
            .map(|&i| {
                let mut seats: Vec<usize> = side[i].iter().map(|(j, _)| self.seat[*j]).collect();
                seats.sort_unstable();
                let key = match seats.len() {
                    // Who has nobody there keeps the place.
                    0 => self.seat[i] as f64,
                    m if median => (seats[(m - 1) / 2] + seats[m / 2]) as f64 / 2.0,
                    m => seats.iter().sum::<usize>() as f64 / m as f64,
                };
                (key, i)
            })
            .collect();
        keyed.sort_by(|a, b| a.0.total_cmp(&b.0));
        self.layers[k] = keyed.into_iter().map(|(_, i)| i).collect();
        self.reseat(k);
    }

    /// One pass over a layer; whether anything was exchanged.
    fn exchange(&mut self, k: usize) -> bool {
        let mut any = false;
        for seat in 1..self.layers[k].len() {
            let (u, v) = (self.layers[k][seat - 1], self.layers[k][seat]);
            let (now, then) = [&self.before, &self.after].iter().fold((0, 0), |sum, side| {
                let (now, then) = self.between(&side[u], &side[v]);
                (sum.0 + now, sum.1 + then)
            });
            if then < now {
                self.layers[k].swap(seat - 1, seat);
                (self.seat[u], self.seat[v]) = (seat, seat - 1);
                any = true;
            }
        }
        any
    }

    /// Crossings of the lines of two neighbours as they stand, and exchanged.
    fn between(&self, u: &[(usize, f64)], v: &[(usize, f64)]) -> (usize, usize) {
        let (mut now, mut then) = (0, 0);
        for (a, _) in u {
            for (b, _) in v {
                now += usize::from(self.seat[*a] > self.seat[*b]);
                then += usize::from(self.seat[*a] < self.seat[*b]);
            }
        }
        (now, then)
    }

    /// Of all layers, by counting inversions (Barth, Mutzel and Juenger 2004).
    pub(super) fn crossings(&self) -> usize {
        let mut all = 0;
        for k in 1..self.layers.len() {
            let mut tree = vec![0_usize; self.layers[k].len() + 1];
            let mut seen = 0;
            for &i in &self.layers[k - 1] {
                let mut seats: Vec<usize> = self.after[i].iter().map(|(j, _)| self.seat[*j]).collect();
                seats.sort_unstable();
                // Lines of one body do not cross: counted before any of them is put in.
                for &seat in &seats {
                    let mut at = seat + 1;
                    let mut up_to = 0;
                    while at > 0 {
                        up_to += tree[at];
                        at &= at - 1;
                    }
                    all += seen - up_to;
                }
                for &seat in &seats {
                    let mut at = seat + 1;
                    while at < tree.len() {
                        tree[at] += 1;
                        at += at & at.wrapping_neg();
                    }
                }
                seen += seats.len();
            }
        }
        all
    }
}
