//! The day of publication, where the text begins with a line that says only that, "Friday, August 21, 2015", or with a
//! dateline that does, "Jakarta, 3 September 2025 - ".

use lang::happen::Time;
use lang::{Pack, Shape, Token};
use model::PartialDate;

use lang::tokenize::tokenize;

/// Lines from the top that are looked at.
const LINES: usize = 5;
/// A dateline with its date ends within so many tokens: "JAKARTA, KOMPAS.com (Rabu, 3 September 2025) - ".
const LONGEST: usize = 14;

/// The date of the first such line.
pub(crate) fn published(text: &str, pack: &Pack) -> Option<PartialDate> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).take(LINES).find_map(|line| {
        let tokens = tokenize(line, 0..line.len(), 0, pack);
        date(&tokens, pack).or_else(|| dateline(&tokens, pack))
    })
}

/// A line that is only a date.
fn date(tokens: &[Token], pack: &Pack) -> Option<PartialDate> {
    let mut told = Told::default();
    let words = || tokens.iter().filter(|token| token.shape != Shape::Punct);
    if words().count() > 4 {
        return None;
    }
    words().all(|token| told.take(token, pack)).then(|| told.date()).flatten()
}

/// Words with capitals, a comma or bracket and one whole date before a dash, and something behind it. "Tragedi 11
/// September 2001 - Kilas Balik" is a headline.
fn dateline(tokens: &[Token], pack: &Pack) -> Option<PartialDate> {
    let dash = tokens
        .iter()
        .take(LONGEST)
        .position(|token| matches!(&*token.lower, "-" | "--" | "---" | "–" | "—"))?;
    let head = &tokens[..dash];
    let number = head.iter().position(|token| token.shape == Shape::Number)?;
    if !head[..number].iter().any(|token| token.shape == Shape::Punct) {
        return None;
    }
    let mut told = Told::default();
    let quiet = head.iter().filter(|token| token.shape != Shape::Punct).all(|token| {
        told.take(token, pack) || matches!(token.shape, Shape::Upper | Shape::Capital | Shape::Mixed)
    });
    (quiet && dash + 1 < tokens.len()).then(|| told.date()).flatten()
}

/// What the words of a line have told of a date.
#[derive(Default)]
struct Told {
    day: Option<u16>,
    month: Option<i8>,
    year: Option<u16>,
}

impl Told {
    /// Whether a word is part of a date: a number, a month, a day of the week.
    fn take(&mut self, token: &Token, pack: &Pack) -> bool {
        if token.shape == Shape::Number {
            let Ok(number) = token.lower.parse::<u16>() else { return false };
            if number > 31 {
                self.year = Some(number).filter(|year| (1800..=2100).contains(year));
            } else {
                self.day = Some(number);
            }
            return true;
        }
        match (pack.happen)().times.exact(&token.lower) {
            Some(Time::Month(number)) => {
                self.month = Some(*number);
                true
            }
            Some(Time::Weekday(_)) => true,
            _ => false,
        }
    }

    fn date(&self) -> Option<PartialDate> {
        PartialDate::parse(&format!("{:04}-{:02}-{:02}", self.year?, self.month?, self.day?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_only_a_date_is_the_day_of_publication() {
        let at = |text: &str, pack| published(text, pack).map(|date| date.to_string());
        assert_eq!(
            at("Headline here\n\nFriday, August 21, 2015\n\nText.", &lang::en::PACK).as_deref(),
            Some("2015-08-21")
        );
        assert_eq!(at("Judul\nJumat, 25 Juli 2025\nIsi.", &lang::id::PACK).as_deref(), Some("2025-07-25"));
        assert_eq!(at("On August 21, 2015 it rained.", &lang::en::PACK), None);
    }
    #[test]
    fn a_dateline_with_a_whole_date_says_the_day_of_publication() {
        let at = |text: &str, pack| published(text, pack).map(|date| date.to_string());
        for text in [
            "Judul berita\n\nJakarta, 3 September 2025 - Gubernur menunjuk wakilnya.",
            "Judul\nJAKARTA, WARTA.com (Rabu, 3 September 2025) – Gubernur menunjuk wakilnya.",
        ] {
            assert_eq!(at(text, &lang::id::PACK).as_deref(), Some("2025-09-03"), "{text}");
        }
        assert_eq!(
            at("Title\nNAIROBI, March 12, 2025 (Own) - Kenya signed.", &lang::en::PACK).as_deref(),
            Some("2025-03-12")
        );
        // No year, no date; a sentence is no dateline.
        assert_eq!(at("NAIROBI, March 12 - Kenya signed.", &lang::en::PACK), None);
        assert_eq!(at("Tragedi 11 September 2001 - Kilas Balik\nIsi.", &lang::id::PACK), None);
        assert_eq!(at("Pada 3 September 2025 gubernur - yang baru - pergi.", &lang::id::PACK), None);
    }
}
