//! The best labels of a sentence (Viterbi), and how likely each label is (forward and backward sums).

use super::{LABELS, Label};

type Row = [f32; LABELS];

/// Probabilities of the labels of each token.
pub type Marginals = Vec<[f32; LABELS]>;

/// Whether `next` may follow `label`: names begin at their begin and go on to their end.
pub fn allowed(label: usize, next: usize) -> bool {
    let part = |label: usize| (label + 3) % 4;
    let open = label > 0 && part(label) < 2;
    if open {
        (label - 1) / 4 == (next.max(1) - 1) / 4 && next > 0 && matches!(part(next), 1 | 2)
    } else {
        first(next)
    }
}

/// Whether a sentence may begin with it, and end with its mirror.
fn first(label: usize) -> bool {
    label == 0 || matches!((label + 3) % 4, 0 | 3)
}

fn last(label: usize) -> bool {
    label == 0 || matches!((label + 3) % 4, 2 | 3)
}

/// The best labels.
pub fn best(scores: &[Row], transitions: &[Row; LABELS]) -> Vec<Label> {
    let Some(start) = scores.first() else { return Vec::new() };
    let mut column: Row = std::array::from_fn(|l| if first(l) { start[l] } else { f32::NEG_INFINITY });
    let mut back: Vec<[Label; LABELS]> = Vec::with_capacity(scores.len());
    for row in &scores[1..] {
        let mut from = [0; LABELS];
        let next: Row = std::array::from_fn(|l| {
            let mut top = f32::NEG_INFINITY;
            for k in (0..LABELS).filter(|&k| allowed(k, l)) {
                let score = column[k] + transitions[k][l];
                if score > top {
                    top = score;
                    from[l] = k as Label;
                }
            }
            top + row[l]
        });
        back.push(from);
        column = next;
    }
    let mut label =
        (0..LABELS).filter(|&l| last(l)).fold(0, |top, l| if column[l] > column[top] { l } else { top });
    let mut out = vec![label as Label];
    for from in back.iter().rev() {
        label = usize::from(from[label]);
        out.push(label as Label);
    }
    out.reverse();
    out
}

/// The probabilities of the labels of each token; `pairs` is told those of each pair of neighbours, and the answer holds
/// the logarithm of the sum over all label sequences.
pub fn marginals(
    scores: &[Row],
    transitions: &[Row; LABELS],
    mut pairs: impl FnMut(usize, usize, f64),
) -> (Marginals, f64) {
    if scores.is_empty() {
        return (Vec::new(), 0.0);
    }
    let arcs: [[f64; LABELS]; LABELS] = std::array::from_fn(|k| {
        std::array::from_fn(|l| if allowed(k, l) { libm::exp(f64::from(transitions[k][l])) } else { 0.0 })
    });
    let mut logarithm = 0.0;
    let lift: Vec<[f64; LABELS]> = scores
        .iter()
        .map(|row| {
            let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            logarithm += f64::from(top);
            row.map(|score| libm::exp(f64::from(score - top)))
        })
        .collect();
    let length = scores.len();
    let mut forward = vec![[0.0; LABELS]; length];
    for at in 0..length {
        let mut row: [f64; LABELS] = std::array::from_fn(|l| {
            let reach = if at == 0 {
                f64::from(u8::from(first(l)))
            } else {
                (0..LABELS).map(|k| forward[at - 1][k] * arcs[k][l]).sum()
            };
            reach * lift[at][l]
        });
        if at + 1 == length {
            for (l, cell) in row.iter_mut().enumerate().filter(|(l, _)| !last(*l)) {
                let _ = l;
                *cell = 0.0;
            }
        }
        let sum: f64 = row.iter().sum();
        logarithm += libm::log(sum);
        forward[at] = row.map(|cell| cell / sum);
    }
    let mut out = vec![[0.0; LABELS]; length];
    let mut behind = [1.0; LABELS];
    for at in (0..length).rev() {
        let mut row: [f64; LABELS] = std::array::from_fn(|l| forward[at][l] * behind[l]);
        let sum: f64 = row.iter().sum();
        row = row.map(|cell| cell / sum);
        out[at] = row.map(|cell| cell as f32);
        if at > 0 {
            let ahead: [f64; LABELS] = std::array::from_fn(|l| lift[at][l] * behind[l]);
            let mut before: [f64; LABELS] =
                std::array::from_fn(|k| (0..LABELS).map(|l| arcs[k][l] * ahead[l]).sum());
            let total: f64 = (0..LABELS).map(|k| forward[at - 1][k] * before[k]).sum();
            for k in 0..LABELS {
                for l in 0..LABELS {
                    let share = forward[at - 1][k] * arcs[k][l] * ahead[l];
                    if share > 0.0 {
                        pairs(k, l, share / total);
                    }
                }
            }
            let largest = before.iter().copied().fold(0.0, f64::max);
            before = before.map(|cell| cell / largest);
            behind = before;
        }
    }
    (out, logarithm)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_names_are_spelt() {
        let arcs = [[0.0; LABELS]; LABELS];
        let mut rows = [[0.0; LABELS]; 3];
        rows[0][1] = 2.0;
        rows[1][3] = 2.0;
        rows[2][7] = 1.0;
        assert_eq!(best(&rows, &arcs), [1, 3, 0]);
        let (odds, _) = marginals(&rows, &arcs, |_, _, _| ());
        assert!(odds.iter().all(|row| (row.iter().sum::<f32>() - 1.0).abs() < 1e-5));
        assert!(odds[0][2] == 0.0 && odds[2][1] == 0.0 && odds[0][1] > odds[0][5]);
    }
}
