//! Word classes from unlabelled news: words by the company they keep.
//!
//! Positive pointwise mutual information of a word with its neighbours (Levy, Goldberg, Dagan 2015), brought to few
//! dimensions by a seeded random projection with power iterations (Halko, Martinsson, Tropp 2011), then spherical
//! k-means at several grains.

use std::collections::BTreeMap;

use crate::table::Table;

/// Words seen less often are in no class.
const LEAST: u32 = 5;
/// Neighbours that are counted: the most frequent words.
const NEIGHBOURS: usize = 3000;
const DIMENSIONS: usize = 96;
const GRAINS: [usize; lang::names::GRAINS] = [40, 200, 1000];
const ROUNDS: usize = 12;

/// A small generator (xorshift64*), so that every run is the same.
struct Seed(u64);

impl Seed {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn unit(&mut self) -> f32 {
        (self.next() >> 40) as f32 / (1_u64 << 23) as f32 - 1.0
    }
}

type Vector = [f32; DIMENSIONS];
/// For each word its neighbours, by number, with their weights.
type Sparse = Vec<Vec<(u32, f32)>>;

/// The table of classes of the words of these documents.
pub(crate) fn table(documents: &[Vec<String>]) -> Table {
    let (words, sparse, width) = company(documents);
    let vectors = project(&sparse, width);
    let mut seed = Seed(20_250_102);
    let grains: Vec<Vec<usize>> = GRAINS.iter().map(|count| cluster(&vectors, *count, &mut seed)).collect();
    Table {
        head: vec![
            "Classes of Indonesian words by the company they keep, at three grains.",
            "Source: learnt without labels from about 1,700 news articles of 2025 (only words seen 5 times or more are kept, no text) and the tagged news of nlp-id 0.1.23, (c) 2025 kumparan.com. Licence: MIT (LICENSES/nlp-id.txt); counts of words are no text.",
            "Columns: word as written, class of 40, class of 200, class of 1000.",
        ],
        lines: words
            .iter()
            .enumerate()
            .map(|(at, word)| {
                let cells: Vec<String> = grains.iter().map(|classes| (classes[at] + 1).to_string()).collect();
                format!("{word}\t{}", cells.join("\t"))
            })
            .collect(),
    }
}

/// Words by falling count, and for each its neighbours with their weight.
fn company(documents: &[Vec<String>]) -> (Vec<&str>, Sparse, usize) {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for word in documents.iter().flatten() {
        *counts.entry(word).or_default() += 1;
    }
    let mut words: Vec<(&str, u32)> = counts
        .into_iter()
        .filter(|(word, count)| {
            *count >= LEAST && !word.contains(char::is_whitespace) && !word.starts_with('#')
        })
        .collect();
    words.sort_by_key(|(word, count)| (std::cmp::Reverse(*count), *word));
    let number: BTreeMap<&str, usize> = words.iter().enumerate().map(|(at, (word, _))| (*word, at)).collect();
    let mut pairs: Vec<BTreeMap<u32, f32>> = vec![BTreeMap::new(); words.len()];
    for document in documents {
        let ids: Vec<Option<usize>> =
            document.iter().map(|word| number.get(word.as_str()).copied()).collect();
        for (at, word) in ids.iter().enumerate() {
            let Some(word) = *word else { continue };
            // The word before, the word behind, and those one step further, each a neighbour of its own sort.
            for (sort, by, weight) in [(0, -1, 1.0), (1, 1, 1.0), (2, -2, 0.5), (3, 2, 0.5)] {
                let near = at.checked_add_signed(by).and_then(|i| ids.get(i).copied().flatten());
                if let Some(near) = near.filter(|near| *near < NEIGHBOURS) {
                    *pairs[word].entry((sort * NEIGHBOURS + near) as u32).or_default() += weight;
                }
            }
        }
    }
    let width = NEIGHBOURS * 4;
    let mut columns = vec![0.0_f64; width];
    for (near, weight) in pairs.iter().flatten() {
        columns[*near as usize] += f64::from(*weight);
    }
    let smooth: Vec<f64> = columns.iter().map(|sum| libm::pow(*sum, 0.75)).collect();
    let all: f64 = smooth.iter().sum();
    let sparse = pairs
        .iter()
        .map(|row| {
            let sum: f64 = row.values().map(|weight| f64::from(*weight)).sum();
            row.iter()
                .filter_map(|(near, weight)| {
                    let information =
                        libm::log(f64::from(*weight) * all / (sum * smooth[*near as usize].max(1e-9)));
                    (information > 0.0).then_some((*near, information as f32))
                })
                .collect()
        })
        .collect();
    (words.into_iter().map(|(word, _)| word).collect(), sparse, width)
}

/// Few dimensions for each word, of length one.
fn project(sparse: &[Vec<(u32, f32)>], width: usize) -> Vec<Vector> {
    let mut seed = Seed(7);
    let mut basis: Vec<Vector> = (0..width).map(|_| std::array::from_fn(|_| seed.unit())).collect();
    for _ in 0..4 {
        let rows = forward(sparse, &basis);
        basis = vec![[0.0; DIMENSIONS]; width];
        for (row, vector) in sparse.iter().zip(&rows) {
            for (near, weight) in row {
                add(&mut basis[*near as usize], vector, *weight);
            }
        }
        orthogonal(&mut basis);
    }
    let mut out = forward(sparse, &basis);
    out.iter_mut().for_each(unit);
    out
}

fn forward(sparse: &[Vec<(u32, f32)>], basis: &[Vector]) -> Vec<Vector> {
    sparse
        .iter()
        .map(|row| {
            let mut out = [0.0; DIMENSIONS];
            for (near, weight) in row {
                add(&mut out, &basis[*near as usize], *weight);
            }
            out
        })
        .collect()
}

/// Makes the columns orthogonal and of length one (Gram and Schmidt).
fn orthogonal(rows: &mut [Vector]) {
    for column in 0..DIMENSIONS {
        for before in 0..column {
            let dot: f64 = rows.iter().map(|row| f64::from(row[column]) * f64::from(row[before])).sum();
            for row in rows.iter_mut() {
                row[column] -= dot as f32 * row[before];
            }
        }
        let norm: f64 = rows.iter().map(|row| f64::from(row[column]).powi(2)).sum::<f64>().sqrt();
        for row in rows.iter_mut() {
            row[column] /= norm.max(1e-12) as f32;
        }
    }
}

fn add(to: &mut Vector, vector: &Vector, weight: f32) {
    for (cell, value) in to.iter_mut().zip(vector) {
        *cell += value * weight;
    }
}

fn dot(a: &Vector, b: &Vector) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn unit(vector: &mut Vector) {
    let norm = dot(vector, vector).sqrt().max(1e-12);
    for cell in vector.iter_mut() {
        *cell /= norm;
    }
}

/// The class of each vector.
fn cluster(vectors: &[Vector], count: usize, seed: &mut Seed) -> Vec<usize> {
    let count = count.min(vectors.len());
    let mut centres: Vec<Vector> =
        (0..count).map(|_| vectors[(seed.next() % vectors.len() as u64) as usize]).collect();
    let mut out = vec![0; vectors.len()];
    for _ in 0..ROUNDS {
        for (class, vector) in out.iter_mut().zip(vectors) {
            let mut top = f32::NEG_INFINITY;
            for (at, centre) in centres.iter().enumerate() {
                let near = dot(vector, centre);
                if near > top {
                    (top, *class) = (near, at);
                }
            }
        }
        centres = vec![[0.0; DIMENSIONS]; count];
        for (class, vector) in out.iter().zip(vectors) {
            add(&mut centres[*class], vector, 1.0);
        }
        centres.iter_mut().for_each(unit);
    }
    out
}
