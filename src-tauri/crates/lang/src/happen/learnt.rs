//! Weights that were learnt from annotated articles: two numbers a sign.

/// What signs are worth, each for two questions at once: who is source and target (`arguments.tsv`), whether an event is there and
/// its sides are right (`marks.tsv`), how it is told and by whom (`stances.tsv`); for one only: which type it has (`kinds.tsv`).
#[derive(Clone, Debug, Default)]
pub struct Learnt {
    /// Sorted by key.
    weights: Vec<(u64, [f32; 2])>,
}

impl Learnt {
    /// Nothing.
    pub const NONE: Self = Self { weights: Vec::new() };

    /// Reads a table of sign and one or two numbers. A broken line is left out; the conformance test finds it.
    #[must_use]
    pub fn new(table: &str) -> Self {
        let mut weights: Vec<(u64, [f32; 2])> = table
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(|line| {
                let mut cells = line.split('\t');
                let (sign, one, other) = (cells.next()?, cells.next()?, cells.next().unwrap_or("0"));
                Some((key(&[sign]), [one.parse().ok()?, other.parse().ok()?]))
            })
            .collect();
        weights.sort_unstable_by_key(|(key, _)| *key);
        Self { weights }
    }

    /// Whether nothing was learnt for the language: its rules have the last word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.weights.is_empty()
    }

    /// What a sign is worth, nothing where the table does not have it. Its words are those between the bars of the table.
    #[must_use]
    pub fn worth(&self, sign: &[&str]) -> [f32; 2] {
        self.at(key(sign))
    }

    /// What a sign is worth that begins with the name of a choice.
    #[must_use]
    pub fn worth_of(&self, choice: &str, sign: &[&str]) -> [f32; 2] {
        self.at(sign.iter().fold(key(&[choice]), |key, word| spelt(byte(key, b'|'), word)))
    }

    fn at(&self, key: u64) -> [f32; 2] {
        let at = self.weights.binary_search_by_key(&key, |(key, _)| *key);
        at.map_or([0.0; 2], |at| self.weights[at].1)
    }
}

/// FNV-1a (Fowler, Noll, Vo 1991) over the words of a sign, a bar between them: no sign is put together in memory to be looked up.
fn key(words: &[&str]) -> u64 {
    words.iter().enumerate().fold(0xcbf2_9ce4_8422_2325, |key, (nth, word)| {
        let key = if nth > 0 { byte(key, b'|') } else { key };
        spelt(key, word)
    })
}

fn spelt(key: u64, word: &str) -> u64 {
    word.bytes().fold(key, byte)
}

fn byte(key: u64, byte: u8) -> u64 {
    (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
}
