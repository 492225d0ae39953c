//! Given names, to recognise persons by.

use std::sync::OnceLock;

use super::lines::Lines;
use crate::Gender;

/// How sure it is that this word, as written, is a given name: 0 not known, 1 to 99 times counted, 100 and more listed.
pub fn given_name(word: &str) -> u32 {
    static TABLE: OnceLock<Lines> = OnceLock::new();
    let line = TABLE.get_or_init(|| Lines::new(include_str!("given.tsv"))).find(word);
    line.and_then(|mut cells| cells.nth(1)).and_then(|weight| weight.parse().ok()).unwrap_or(0)
}

/// Whether this word, as written, is a given name of women or of men alone.
pub fn gender(word: &str) -> Option<Gender> {
    static TABLE: OnceLock<Lines> = OnceLock::new();
    let line = TABLE.get_or_init(|| Lines::new(include_str!("genders.tsv"))).find(word);
    line.and_then(|mut cells| Gender::of(cells.nth(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn given_names_of_many_lands_are_known() {
        for name in ["Joko", "Siti", "Vladimir", "Muhammad", "Emmanuel"] {
            assert!(given_name(name) >= 100, "{name}");
        }
        assert_eq!(given_name("Kementerian"), 0);
    }

    #[test]
    fn names_of_women_and_of_men_are_told_apart() {
        assert_eq!(gender("Angela"), Some(Gender::Female));
        assert_eq!(gender("Vladimir"), Some(Gender::Male));
        assert_eq!(gender("Kim"), None);
        for line in include_str!("genders.tsv").lines().filter(|line| !line.starts_with('#')) {
            assert!(line.split('\t').nth(1).is_some_and(|code| Gender::of(code).is_some()), "{line}");
        }
    }
}
