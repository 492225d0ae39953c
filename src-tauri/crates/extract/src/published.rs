//! The day of publication, where the text begins with a line that says only that: "Friday, August 21, 2015".

use lang::happen::Time;
use lang::{Pack, Shape, Token};
use model::PartialDate;

use lang::tokenize::tokenize;

/// Lines from the top that are looked at.
const LINES: usize = 5;

/// The date of the first such line.
pub(crate) fn published(text: &str, pack: &Pack) -> Option<PartialDate> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .take(LINES)
        .find_map(|line| date(&tokenize(line, 0..line.len(), 0, pack), pack))
}

fn date(tokens: &[Token], pack: &Pack) -> Option<PartialDate> {
    let (mut day, mut month, mut year) = (None, None, None);
    let words = || tokens.iter().filter(|token| token.shape != Shape::Punct);
    if words().count() > 4 {
        return None;
    }
    for token in words() {
        if token.shape == Shape::Number {
            let number: u16 = token.lower.parse().ok()?;
            if number > 31 {
                year = Some(number).filter(|year| (1800..=2100).contains(year));
            } else {
                day = Some(number);
            }
            continue;
        }
        match (pack.happen)().times.exact(&token.lower) {
            Some(Time::Month(number)) => month = Some(*number),
            Some(Time::Weekday(_)) => {}
            _ => return None,
        }
    }
    PartialDate::parse(&format!("{:04}-{:02}-{:02}", year?, month?, day?))
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
}
