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

/// What signs are worth for each of several choices (`relations.tsv`), all found by one look-up.
#[derive(Clone, Debug, Default)]
pub struct Graded {
    /// Sorted by key, each with where its weights end; they begin where those of the row before end.
    rows: Vec<(u64, usize)>,
    weights: Vec<(usize, f32)>,
    choices: Vec<Box<str>>,
}

impl Graded {
    /// Nothing.
    pub const NONE: Self = Self { rows: Vec::new(), weights: Vec::new(), choices: Vec::new() };

    /// Reads a table of choice and sign, a bar between them, and a number. A broken line is left out.
    #[must_use]
    pub fn new(table: &str) -> Self {
        let lines = table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let (name, weight) = line.split_once('\t')?;
            let (choice, sign) = name.split_once('|')?;
            Some((key(&[sign]), choice, weight.parse::<f32>().ok()?))
        });
        let mut lines: Vec<(u64, &str, f32)> = lines.collect();
        lines.sort_unstable_by_key(|(key, choice, _)| (*key, *choice));
        let mut out = Self::NONE;
        for (key, choice, weight) in lines {
            let at = out.choices.iter().position(|known| **known == *choice).unwrap_or_else(|| {
                out.choices.push(choice.into());
                out.choices.len() - 1
            });
            out.weights.push((at, weight));
            match out.rows.last_mut() {
                Some(last) if last.0 == key => last.1 = out.weights.len(),
                _ => out.rows.push((key, out.weights.len())),
            }
        }
        out
    }

    /// Whether nothing was learnt for the language: its rules have the last word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The names of the choices, by their number.
    #[must_use]
    pub fn choices(&self) -> &[Box<str>] {
        &self.choices
    }

    /// The row of a sign, if the table has it. Its words are those between the bars of the table.
    #[must_use]
    pub fn row(&self, sign: &[&str]) -> Option<usize> {
        let key = key(sign);
        self.rows.binary_search_by_key(&key, |(key, _)| *key).ok()
    }

    /// What a row is worth, for each choice by its number.
    #[must_use]
    pub fn weights(&self, row: usize) -> &[(usize, f32)] {
        let start = row.checked_sub(1).map_or(0, |before| self.rows[before].1);
        &self.weights[start..self.rows[row].1]
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_look_up_finds_every_choice_of_a_sign() {
        let graded = Graded::new("#\nany|pair|x|y\t0.5\nleads|pair|x|y\t-1\nleads|role|z\t2\nbroken\n");
        let worth = |sign: &[&str]| -> Vec<(&str, f32)> {
            let row = graded.row(sign).map_or(&[][..], |row| graded.weights(row));
            row.iter().map(|(at, weight)| (&*graded.choices()[*at], *weight)).collect()
        };
        assert_eq!(worth(&["pair", "x", "y"]), [("any", 0.5), ("leads", -1.0)]);
        assert_eq!(worth(&["role", "z"]), [("leads", 2.0)]);
        assert_eq!(worth(&["role", "y"]), []);
    }
}
