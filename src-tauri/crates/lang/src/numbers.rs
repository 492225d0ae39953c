//! Numbers: digits as a language groups them, numerals in words, amounts of money.

use std::collections::BTreeMap;

use crate::table::{Phrases, rows};

/// How a language writes numbers.
#[derive(Debug)]
pub struct Numbers {
    words: Phrases<Sort>,
    /// What parts the whole from its fraction; the other of comma and full stop groups thousands.
    decimal: char,
}

/// What a word does to a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sort {
    /// "dua", "twenty": adds its value.
    Unit(f64),
    /// "belas": adds to the unit before.
    Teen(f64),
    /// "puluh", "hundred": multiplies the unit before.
    Times(f64),
    /// "ribu", "million": multiplies all before, back to the last scale.
    Scale(f64),
    /// "bn": a scale that is only tied to figures.
    Short(f64),
    /// "Rp", "dolar AS", "€": an ISO 4217 code.
    Currency(&'static str),
    /// "persen", "kali", "days": a number before it counts no persons or things.
    Measure,
    /// "sekitar", "at least": may stand before a number.
    About,
}

impl Numbers {
    /// Reads a table of phrase, sort and value. A broken line is left out; the conformance test finds it.
    #[must_use]
    pub fn new(table: &'static str, decimal: char) -> Self {
        let sorts: BTreeMap<&'static str, Sort> = rows(table).filter_map(|row| sort(&row)).collect();
        Self { words: Phrases::new(sorts), decimal }
    }

    /// What the words begin with: how many words, and what they do.
    pub fn sort<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> Option<(usize, Sort)> {
        self.words.longest(word).map(|(length, sort)| (length, *sort))
    }

    /// The number that the words begin with: over how many words, and what it comes to. "dua ratus ribu" is 200,000, "1,5
    /// miliar" 1,500,000,000 in Indonesian; "ribu" alone is none, nor is a date, a time or a score in digits.
    pub fn number<'w>(&self, word: impl Fn(usize) -> Option<&'w str>) -> Option<(usize, f64)> {
        let mut sum = Sum::default();
        let mut at = 0;
        while let Some(here) = word(at) {
            let length = if let Some(value) = self.digits(here) {
                // Two figures side by side are two numbers.
                if at > 0 {
                    break;
                }
                sum.last = Some(value);
                sum.figures = true;
                1
            } else if let Some(value) = self.hyphened(here).filter(|value| sum.takes(*value)) {
                sum.unit(value);
                1
            } else if at > 0 && here == "and" && matches!(word(at - 1), Some("hundred" | "thousand")) {
                // "two hundred and fifty"
                let hyphened = word(at + 1).and_then(|next| self.hyphened(next)).map(|value| (1, value));
                let unit = || match self.sort(|i| word(at + 1 + i)) {
                    Some((length, Sort::Unit(value))) => Some((length, value)),
                    _ => None,
                };
                match hyphened.or_else(unit).filter(|(_, value)| sum.takes(*value)) {
                    Some((length, value)) => {
                        sum.unit(value);
                        length + 1
                    }
                    None => break,
                }
            } else {
                let Some((length, sort)) = self.sort(|i| word(at + i)) else { break };
                match (sort, sum.last) {
                    (Sort::Unit(value), _) if sum.takes(value) => sum.unit(value),
                    // "dua setengah juta"
                    (Sort::Unit(half), Some(last)) if half < 1.0 => sum.last = Some(last + half),
                    (Sort::Teen(more), Some(last)) => sum.last = Some(last + more),
                    (Sort::Times(by), Some(last)) => sum.last = Some(last * by),
                    (Sort::Scale(by), Some(last)) => {
                        sum = Sum { total: sum.total + (sum.group + last) * by, ..Sum::default() };
                    }
                    _ => break,
                }
                length
            };
            at += length;
        }
        let value = sum.total + sum.group + sum.last.unwrap_or(0.0);
        (at > 0 && value.is_finite()).then_some((at, value))
    }

    /// "5m", "3.5bn": figures with a scale tied to them, as they stand behind the sign of a currency.
    pub fn shortened(&self, word: &str) -> Option<f64> {
        let figures = word.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (figures, scale) = word.split_at(figures);
        match self.words.exact(scale)? {
            Sort::Short(by) => self.digits(figures).map(|value| value * by),
            _ => None,
        }
    }

    /// "twenty-five"
    fn hyphened(&self, word: &str) -> Option<f64> {
        let (left, right) = word.split_once('-')?;
        match (self.words.exact(left)?, self.words.exact(right)?) {
            (Sort::Unit(tens), Sort::Unit(ones)) if *tens >= 20.0 && *ones < 10.0 => Some(tens + ones),
            _ => None,
        }
    }

    /// "1.200" and "1,5" in Indonesian, "1,200" and "1.5" in English.
    fn digits(&self, word: &str) -> Option<f64> {
        let grouping = if self.decimal == ',' { '.' } else { ',' };
        if !word.starts_with(|c: char| c.is_ascii_digit()) || !word.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let (whole, fraction) = word.split_once(self.decimal).unwrap_or((word, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let mut parts = whole.split(grouping);
        let first = parts.next()?;
        let groups: Vec<&str> = parts.collect();
        if !digits(first) || !digits(fraction) || !groups.iter().all(|part| digits(part)) {
            return None;
        }
        let grouped = groups.iter().all(|part| part.len() == 3) && (groups.is_empty() || first.len() <= 3);
        let plain = match groups[..] {
            _ if grouped => format!("{}.{fraction}0", whole.replace(grouping, "")),
            // "1.5 juta": the other way of writing a fraction.
            [one] if fraction.is_empty() => format!("{first}.{one}"),
            _ => return None,
        };
        plain.parse().ok()
    }
}

/// A numeral on its way.
#[derive(Default)]
struct Sum {
    /// What scales have closed.
    total: f64,
    /// What is below the next scale, without the last unit.
    group: f64,
    last: Option<f64>,
    /// Whether the last unit stands in figures.
    figures: bool,
}

impl Sum {
    /// Whether a unit goes on with what was read: "dua puluh" takes "lima", "dua" does not take "tiga".
    fn takes(&self, value: f64) -> bool {
        let room = |last: f64| {
            let place = [10.0, 100.0, 1000.0].into_iter().find(|place| value < *place);
            place.is_some_and(|place| last > 10.0 && last >= place && last % place == 0.0)
        };
        !self.figures && self.last.is_none_or(room)
    }

    fn unit(&mut self, value: f64) {
        self.group += self.last.replace(value).unwrap_or(0.0);
    }
}

fn sort(row: &[&'static str]) -> Option<(&'static str, Sort)> {
    let [phrase, sort, value] = row[..] else { return None };
    let number = || value.parse::<f64>().ok();
    let sort = match sort {
        "unit" => Sort::Unit(number()?),
        "teen" => Sort::Teen(number()?),
        "times" => Sort::Times(number()?),
        "scale" => Sort::Scale(number()?),
        "short" => Sort::Short(number()?),
        "currency" => Sort::Currency(value),
        "measure" => Sort::Measure,
        "about" => Sort::About,
        _ => return None,
    };
    Some((phrase, sort))
}

#[cfg(test)]
mod tests {
    use model::Language;

    fn read(language: Language, text: &str) -> Option<(usize, f64)> {
        let words: Vec<&str> = text.split(' ').collect();
        (crate::pack(language).numbers)().number(|at| words.get(at).copied())
    }

    #[test]
    fn indonesian_numbers_are_read() {
        let id = |text| read(Language::Indonesian, text);
        assert_eq!(id("dua puluh lima orang"), Some((3, 25.0)));
        assert_eq!(id("seratus dua belas"), Some((3, 112.0)));
        assert_eq!(id("seratus sepuluh juta"), Some((3, 1.1e8)));
        assert_eq!(id("seribu seratus"), Some((2, 1100.0)));
        assert_eq!(id("dua setengah juta"), Some((3, 2.5e6)));
        assert_eq!(id("sepuluh lima"), Some((1, 10.0)), "two numbers");
        assert_eq!(id("dua ratus ribu"), Some((3, 200_000.0)));
        assert_eq!(id("tiga juta empat ratus ribu"), Some((5, 3_400_000.0)));
        assert_eq!(id("1,5 miliar dolar"), Some((2, 1.5e9)));
        assert_eq!(id("1.200 warga"), Some((1, 1200.0)));
        assert_eq!(id("1.5 juta"), Some((2, 1.5e6)));
        assert_eq!(id("500 ribu"), Some((2, 500_000.0)));
        for none in ["ribu warga", "ratusan orang", "24/7/2025", "20:15", "3-2", "1.20.5", "belas"] {
            assert_eq!(id(none), None, "{none}");
        }
        assert_eq!(id("2025 12"), Some((1, 2025.0)), "two figures are two numbers");
    }

    #[test]
    fn english_numbers_are_read() {
        let en = |text| read(Language::English, text);
        assert_eq!(en("1,200 people"), Some((1, 1200.0)));
        assert_eq!(en("1.5 billion"), Some((2, 1.5e9)));
        assert_eq!(en("twenty-five soldiers"), Some((1, 25.0)));
        assert_eq!(en("two hundred and fifty"), Some((4, 250.0)));
        assert_eq!(en("one hundred twenty million"), Some((4, 1.2e8)));
        assert_eq!(en("two hundred and twenty-five"), Some((4, 225.0)));
        assert_eq!(en("500 m"), Some((1, 500.0)));
        assert_eq!((crate::pack(Language::English).numbers)().shortened("3.5bn"), Some(3.5e9));
        assert_eq!(en("two and three"), Some((1, 2.0)));
        assert_eq!(en("three dozen"), Some((2, 36.0)));
        assert_eq!(en("a hundred thousand"), Some((3, 100_000.0)));
        assert_eq!(en("hundreds of people"), None);
    }

    #[test]
    fn currencies_are_known_by_their_code() {
        let numbers = (crate::pack(Language::Indonesian).numbers)();
        let words = ["dolar", "singapura"];
        assert_eq!(numbers.sort(|at| words.get(at).copied()), Some((2, super::Sort::Currency("SGD"))));
    }
}
