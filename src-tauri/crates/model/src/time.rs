//! Dates as far as they are known: year, month or day. No clock here.

use serde::{Serialize, Serializer};
use std::fmt;

use jiff::civil::Date;

/// A day, a month or a year of the Gregorian calendar, as exactly as the words allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PartialDate {
    /// `2025`
    Year(i16),
    /// `2025-08`; the month is 1 to 12.
    Month(i16, i8),
    /// `2025-08-24`
    Day(Date),
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; `None` for a date that does not exist.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = |part: &str, n: usize| {
            (part.len() == n && part.bytes().all(|b| b.is_ascii_digit()))
                .then(|| part.parse::<i16>().ok())
                .flatten()
        };
        let mut parts = text.split('-');
        let year = digits(parts.next()?, 4)?;
        let Some(month) = parts.next() else { return Some(Self::Year(year)) };
        let month = i8::try_from(digits(month, 2)?).ok().filter(|m| (1..=12).contains(m))?;
        let Some(day) = parts.next() else { return Some(Self::Month(year, month)) };
        let day = i8::try_from(digits(day, 2)?).ok()?;
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, month, day).ok().map(Self::Day)
    }

    /// The exact day, if it is one.
    pub fn day(self) -> Option<Date> {
        if let Self::Day(date) = self { Some(date) } else { None }
    }

    /// Whether all of it lies behind all of the other: March 2026 behind 2025, not behind 2026.
    pub fn is_after(self, other: Self) -> bool {
        let parts = |date: Self| match date {
            Self::Year(year) => (year, None, None),
            Self::Month(year, month) => (year, Some(month), None),
            Self::Day(day) => (day.year(), Some(day.month()), Some(day.day())),
        };
        let (a, b) = (parts(self), parts(other));
        let known = |a: Option<i8>, b: Option<i8>| a.zip(b).map(|(a, b)| a.cmp(&b));
        a.0.cmp(&b.0)
            .then_with(|| known(a.1, b.1).unwrap_or(std::cmp::Ordering::Equal))
            .then_with(|| known(a.2, b.2).unwrap_or(std::cmp::Ordering::Equal))
            .is_gt()
    }
}

impl std::str::FromStr for PartialDate {
    type Err = NoDate;

    fn from_str(text: &str) -> Result<Self, NoDate> {
        Self::parse(text).ok_or(NoDate)
    }
}

/// The words are no date, or one that does not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoDate;

impl fmt::Display for NoDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date; write YYYY-MM-DD, YYYY-MM or YYYY")
    }
}

impl std::error::Error for NoDate {}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Year(year) => write!(f, "{year:04}"),
            Self::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            Self::Day(date) => write!(f, "{:04}-{:02}-{:02}", date.year(), date.month(), date.day()),
        }
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_exactly_as_they_are_written() {
        for text in ["2025", "2025-08", "2025-08-24"] {
            assert_eq!(PartialDate::parse(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for text in ["", "25", "2025-13", "2025-02-30", "2025-08-24-1", "2025-8-4", "+025"] {
            assert_eq!(PartialDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_is_after_another_where_no_part_of_it_lies_in_the_other() {
        let after =
            |a, b| PartialDate::parse(a).zip(PartialDate::parse(b)).is_some_and(|(a, b)| a.is_after(b));
        assert!(after("2026", "2025-12-31"));
        assert!(after("2025-08-02", "2025-08-01"));
        assert!(!after("2025-08", "2025-08-01"));
        assert!(!after("2025-08-01", "2025"));
        assert!(!after("2024-09", "2025-08"));
    }
}
