//! Word classes: which words stand in the same company in unlabelled news, at several grains.

use crate::know::lines::Lines;

/// Grains of classes that a table has.
pub const GRAINS: usize = 3;

/// A table of words with their classes.
#[derive(Debug)]
pub struct Classes(Lines);

impl Classes {
    /// Of a committed table: word, then a class for each grain.
    pub fn read(table: &'static str) -> Self {
        Self(Lines::new(table))
    }

    /// The classes of a word as written, or of its folded form; 0 where it is in no class.
    pub fn of(&self, word: &str, folded: &str) -> [u16; GRAINS] {
        let mut out = [0; GRAINS];
        if let Some(cells) = self.0.find(word).or_else(|| self.0.find(folded)) {
            for (place, cell) in out.iter_mut().zip(cells.skip(1)) {
                *place = cell.parse().unwrap_or(0);
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_looked_up_as_written_and_then_in_small_letters() {
        let classes = Classes::read("# words\nKota\t4\t5\t6\nkota\t1\t2\t3\n");
        assert_eq!(classes.of("Kota", "kota"), [4, 5, 6]);
        assert_eq!(classes.of("KOTA", "kota"), [1, 2, 3]);
        assert_eq!(classes.of("Desa", "desa"), [0, 0, 0]);
    }
}
