//! The weights of a tagger, as they lie in the file.
//!
//! File: `WGN1`, number of features (u32, little endian), the scale of all weights (f32), the weights of the transitions
//! (label by label, i16), then the keys of the features (u32, rising) and their weights (label by label, i8).

/// Labels of a token: outside, and begin, inside, last, alone for each kind.
pub const LABELS: usize = 13;

const MAGIC: &[u8] = b"WGN1";

/// A trained tagger.
#[derive(Debug)]
pub struct Model {
    scale: f32,
    transitions: [[f32; LABELS]; LABELS],
    /// Position of the first key of each beginning (upper bits), so that a look-up compares few keys.
    starts: Vec<u32>,
    keys: Vec<u32>,
    weights: &'static [u8],
}

/// Upper bits of a key that `starts` is indexed by.
const BITS: u32 = 16;

impl Model {
    /// Of a file's bytes; `None` if they are no such file.
    pub fn read(bytes: &'static [u8]) -> Option<Self> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (count, rest) = rest.split_first_chunk::<4>()?;
        let (scale, rest) = rest.split_first_chunk::<4>()?;
        let (count, scale) = (u32::from_le_bytes(*count) as usize, f32::from_le_bytes(*scale));
        let (arcs, rest) = rest.split_at_checked(LABELS * LABELS * 2)?;
        let (keys, weights) = rest.split_at_checked(count.checked_mul(4)?)?;
        if weights.len() != count.checked_mul(LABELS)? {
            return None;
        }
        let mut transitions = [[0.0; LABELS]; LABELS];
        for (at, cell) in arcs.as_chunks::<2>().0.iter().enumerate() {
            transitions[at / LABELS][at % LABELS] = f32::from(i16::from_le_bytes(*cell)) * scale;
        }
        let keys: Vec<u32> = keys.as_chunks::<4>().0.iter().map(|cell| u32::from_le_bytes(*cell)).collect();
        let starts = (0..=1u64 << BITS)
            .scan(0, |at, upper| {
                while *at < keys.len() && u64::from(keys[*at]) < upper << (32 - BITS) {
                    *at += 1;
                }
                Some(*at as u32)
            })
            .collect();
        Some(Self { scale, transitions, starts, keys, weights })
    }

    /// The file's bytes for rising keys with a row of weights each, all in units of `scale`.
    pub fn write(scale: f32, transitions: &[[i16; LABELS]; LABELS], rows: &[(u32, [i8; LABELS])]) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.extend((rows.len() as u32).to_le_bytes());
        out.extend(scale.to_le_bytes());
        out.extend(transitions.iter().flatten().flat_map(|cell| cell.to_le_bytes()));
        out.extend(rows.iter().flat_map(|(key, _)| key.to_le_bytes()));
        out.extend(rows.iter().flat_map(|(_, row)| row.iter().map(|cell| *cell as u8)));
        out
    }

    /// What speaks for each label of a token with these features.
    pub fn scores(&self, features: &[u32]) -> [f32; LABELS] {
        let mut sums = [0i32; LABELS];
        for &key in features {
            let upper = (key >> (32 - BITS)) as usize;
            let (from, to) = (self.starts[upper] as usize, self.starts[upper + 1] as usize);
            let Some(at) = self.keys[from..to].iter().position(|known| *known == key) else { continue };
            let row = &self.weights[(from + at) * LABELS..][..LABELS];
            for (sum, weight) in sums.iter_mut().zip(row) {
                *sum += i32::from(*weight as i8);
            }
        }
        sums.map(|sum| sum as f32 * self.scale)
    }

    /// What speaks for a label behind a label.
    pub fn transitions(&self) -> &[[f32; LABELS]; LABELS] {
        &self.transitions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let mut arcs = [[0; LABELS]; LABELS];
        arcs[1][2] = 4;
        let mut row = [0; LABELS];
        row[3] = -8;
        let bytes = Model::write(0.5, &arcs, &[(7, row), (9, row), (0xffff_ffff, row)]).leak();
        let model = Model::read(bytes).unwrap();
        assert_eq!(model.transitions()[1][2], 2.0);
        assert_eq!(model.scores(&[7, 8, 0xffff_ffff])[3], -8.0);
        assert!(Model::read(&bytes[..bytes.len() - 1]).is_none());
    }
}
