//! Stress majorisation of one connected part (Gansner, Koren and North 2004, in its local form) from a pivot start
//! (Brandes and Pich 2007) or a seeded one. It knows neither boxes nor the area.

use crate::chance::Chance;

/// Distances of one part and what the solver derives from them once.
pub(crate) struct Ideal {
    pub(crate) count: usize,
    /// Wished distance in pixels, row by row.
    pub(crate) distance: Vec<f64>,
    /// `1 / distance^2`, 0 on the diagonal.
    pub(crate) weight: Vec<f64>,
}

impl Ideal {
    pub(crate) fn new(count: usize, distance: Vec<f64>) -> Self {
        let weight = distance.iter().map(|d| if *d > 0.0 { 1.0 / (d * d) } else { 0.0 }).collect();
        Self { count, distance, weight }
    }

    /// One sweep over all bodies; the largest move in pixels. `scale` stretches all wished distances.
    pub(crate) fn sweep(&self, at: &mut [(f64, f64)], scale: f64) -> f64 {
        let mut largest: f64 = 0.0;
        for i in 0..self.count {
            let (tx, ty) = self.target(at, i, scale);
            let (dx, dy) = (tx - at[i].0, ty - at[i].1);
            largest = largest.max(dx.abs()).max(dy.abs());
            at[i] = (tx, ty);
        }
        largest
    }

    /// Where the majorant of body `i` has its minimum.
    pub(crate) fn target(&self, at: &[(f64, f64)], i: usize, scale: f64) -> (f64, f64) {
        let row = i * self.count;
        let distance = &self.distance[row..row + self.count];
        let weight = &self.weight[row..row + self.count];
        let (px, py) = at[i];
        let (mut sx, mut sy, mut sum) = (0.0, 0.0, 0.0);
        for j in 0..self.count {
            let w = weight[j];
            let (qx, qy) = at[j];
            let (dx, dy) = (px - qx, py - qy);
            let square = dx * dx + dy * dy;
            let pull = if square > 1e-12 { scale * distance[j] / square.sqrt() } else { 0.0 };
            sx += w * (qx + dx * pull);
            sy += w * (qy + dy * pull);
            sum += w;
        }
        if sum > 0.0 { (sx / sum, sy / sum) } else { (px, py) }
    }

    /// Sweeps until nothing moves by more than half a percent of a step, at most `rounds` times.
    pub(crate) fn settle(&self, at: &mut [(f64, f64)], rounds: usize) {
        for _ in 0..rounds {
            if self.sweep(at, 1.0) < 0.5 {
                break;
            }
        }
    }

    /// Pivot start: the two leading directions of the double-centred squared distances to a few far-apart pivots.
    pub(crate) fn pivots(&self) -> Vec<(f64, f64)> {
        let n = self.count;
        if n < 3 {
            return (0..n).map(|i| (self.distance.get(i).copied().unwrap_or(0.0), 0.0)).collect();
        }
        let k = n.min(40);
        let mut chosen = vec![0];
        let mut nearest = self.distance[..n].to_vec();
        while chosen.len() < k {
            let far = (0..n).fold(0, |best, i| if nearest[i] > nearest[best] { i } else { best });
            chosen.push(far);
            for (near, way) in nearest.iter_mut().zip(&self.distance[far * n..]) {
                *near = near.min(*way);
            }
        }
        let mut table: Vec<Vec<f64>> = chosen
            .iter()
            .map(|&p| (0..n).map(|i| self.distance[p * n + i] * self.distance[p * n + i]).collect())
            .collect();
        for row in &mut table {
            let mean = row.iter().sum::<f64>() / n as f64;
            for value in row.iter_mut() {
                *value -= mean;
            }
        }
        for i in 0..n {
            let mean = table.iter().map(|row| row[i]).sum::<f64>() / k as f64;
            for row in &mut table {
                row[i] -= mean;
            }
        }
        let first = direction(&table, None);
        let second = direction(&table, Some(&first));
        let x = project(&table, &first);
        let y = project(&table, &second);
        let size = self.distance.iter().copied().fold(0.0, f64::max);
        let reach = x.iter().chain(&y).fold(1e-9f64, |m, v| m.max(v.abs()));
        let mut chance = Chance::new(n as u64);
        // A breath of chance parts bodies that the pivots see alike.
        (0..n)
            .map(|i| {
                (
                    x[i] / reach * size * 0.5 + chance.bell() * 3.0,
                    y[i] / reach * size * 0.5 + chance.bell() * 3.0,
                )
            })
            .collect()
    }

    /// A seeded start in a square of about the right size.
    pub(crate) fn scattered(&self, seed: u64) -> Vec<(f64, f64)> {
        let mut chance = Chance::new(seed);
        let size = self.distance.iter().copied().fold(1.0, f64::max);
        (0..self.count).map(|_| (chance.unit() * size, chance.unit() * size)).collect()
    }
}

/// Power iteration on `table * table^T`, orthogonal to `not`.
fn direction(table: &[Vec<f64>], not: Option<&[f64]>) -> Vec<f64> {
    let k = table.len();
    let mut v: Vec<f64> = (0..k).map(|i| 1.0 + ((i * 7 + 3) % 11) as f64).collect();
    for _ in 0..40 {
        if let Some(other) = not {
            let dot: f64 = v.iter().zip(other).map(|(a, b)| a * b).sum();
            v.iter_mut().zip(other).for_each(|(a, b)| *a -= dot * b);
        }
        let spread = project(table, &v);
        let mut next: Vec<f64> =
            table.iter().map(|row| row.iter().zip(&spread).map(|(a, b)| a * b).sum()).collect();
        let norm = next.iter().map(|a: &f64| a * a).sum::<f64>().sqrt();
        if norm < 1e-12 {
            break;
        }
        for value in &mut next {
            *value /= norm;
        }
        v = next;
    }
    v
}

fn project(table: &[Vec<f64>], v: &[f64]) -> Vec<f64> {
    let n = table.first().map_or(0, Vec::len);
    let mut out = vec![0.0; n];
    for (row, factor) in table.iter().zip(v) {
        for (o, value) in out.iter_mut().zip(row) {
            *o += factor * value;
        }
    }
    out
}
