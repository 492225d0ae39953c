//! Reading the packs' tables: tab-separated lines, sorted and unique by their first column, `#` for comments.
//!
//! Tables are part of the program (`include_str!`), so a broken line is a bug that the conformance test finds; reading
//! one never fails and never panics.

use std::collections::BTreeMap;

/// The rows of a table: comments and blank lines left out, cells not trimmed.
pub fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('\t').collect())
}

/// Phrases of one or more words, found by longest match. Words are in lower case, separated by one space.
#[derive(Debug)]
pub struct Phrases<T> {
    by_first: BTreeMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T> Phrases<T> {
    /// Of phrases and what they mean.
    pub fn new(entries: impl IntoIterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: BTreeMap<&'static str, Vec<(Vec<&'static str>, T)>> = BTreeMap::new();
        for (phrase, value) in entries {
            let words: Vec<&'static str> = phrase.split(' ').collect();
            if let Some(&first) = words.first() {
                by_first.entry(first).or_default().push((words, value));
            }
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that the words begin with: how many words, and what it means.
    pub fn longest<'w, W: Fn(usize) -> Option<&'w str>>(&self, word: W) -> Option<(usize, &T)> {
        let list = self.by_first.get(word(0)?)?;
        list.iter()
            .find(|(words, _)| words.iter().enumerate().all(|(i, w)| word(i) == Some(*w)))
            .map(|(words, value)| (words.len(), value))
    }

    /// The meaning of exactly this single word or phrase.
    pub fn exact(&self, phrase: &str) -> Option<&T> {
        let mut words = phrase.split(' ');
        let list = self.by_first.get(words.next()?)?;
        list.iter().find(|(entry, _)| entry.iter().copied().eq(phrase.split(' '))).map(|(_, value)| value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins() {
        let phrases = Phrases::new([("menteri", 1), ("menteri luar negeri", 3)]);
        let words = ["menteri", "luar", "negeri", "rusia"];
        assert_eq!(phrases.longest(|i| words.get(i).copied()), Some((3, &3)));
        assert_eq!(phrases.longest(|i| words.get(i + 1).copied()), None);
        assert_eq!(phrases.exact("menteri"), Some(&1));
    }
}
