//! When it happened: the words of time near an event word and what they come to, given the day of publication.
//!
//! Without that day "hari Minggu" stays words; a written date is always read.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use lang::happen::Time;
use lang::{Shape, Tag};
use model::{Modality, PartialDate, Span};

use super::reading::Reading;

/// A time in the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Moment {
    /// Its first token, and one past its last.
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) words: Span,
    date: Reckoned,
}

/// What a time comes to; some depend on whether the event is past or planned.
#[derive(Clone, Copy, Debug)]
enum Reckoned {
    Exact(PartialDate),
    Weekday(i8),
    DayOf(i8, Option<i8>),
    Words,
}

/// All times of the text, in order.
pub(super) fn moments(reading: &Reading<'_>) -> Vec<Moment> {
    let mut out = Vec::new();
    for sentence in &reading.tagged.sentences {
        let mut at = sentence.first;
        while at < sentence.end {
            match moment(reading, at, sentence.end) {
                Some(moment) => {
                    at = moment.end;
                    out.push(moment);
                }
                None => at += 1,
            }
        }
    }
    out
}

/// The day of publication, or the month of the first day that is written out with its weekday, "Jumat (25/7/2025)": news
/// names the day it reports. Enough for "Juni lalu" and "20 Juni", not for "kemarin".
pub(super) fn anchor(reading: &Reading<'_>) -> Option<PartialDate> {
    if reading.context.published.is_some() {
        return reading.context.published;
    }
    reading.tagged.sentences.iter().find_map(|sentence| {
        (sentence.first..sentence.end).find_map(|at| {
            let (length, Time::Weekday(_)) = time(reading, at, sentence.end)? else { return None };
            let from = at + length;
            let skip = usize::from(from < sentence.end && matches!(reading.lower(from), "(" | ","));
            match dated_number(reading, from + skip, sentence.end)?.1 {
                Reckoned::Exact(PartialDate::Day(day)) => Some(PartialDate::Month(day.year(), day.month())),
                _ => None,
            }
        })
    })
}

fn moment(reading: &Reading<'_>, at: usize, stop: usize) -> Option<Moment> {
    let mut from = at;
    while from < stop && time(reading, from, stop).is_some_and(|(_, time)| time == Time::Open) {
        from += 1;
    }
    let (end, date) = dated(reading, from, stop, from > at)?;
    let words = reading.token(at).span.cover(reading.token(end - 1).span);
    Some(Moment { first: at, end, words, date })
}

fn time(reading: &Reading<'_>, at: usize, stop: usize) -> Option<(usize, Time)> {
    let word = |i: usize| (at + i < stop).then(|| reading.lower(at + i));
    reading.happen.times.longest(word).map(|(length, time)| (length, *time))
}

fn dated(reading: &Reading<'_>, at: usize, stop: usize, opened: bool) -> Option<(usize, Reckoned)> {
    let today = reading.today;
    if at >= stop {
        return None;
    }
    if let Some(date) = numeric(reading.lower(at), today) {
        return Some((at + 1, Reckoned::Exact(date)));
    }
    if let Some((month, used)) = day_and_month(reading, at, stop) {
        return Some((at + used, month));
    }
    if opened && let Some(year) = year(reading, at) {
        return Some((at + 1, Reckoned::Exact(PartialDate::Year(year))));
    }
    let (length, found) = time(reading, at, stop)?;
    let day = today.and_then(PartialDate::day);
    let end = at + length;
    Some(match found {
        Time::Weekday(weekday) => {
            // "Minggu" is Sunday, "minggu" a week.
            if reading.token(at).shape == Shape::Lower
                && !(at > 0 && reading.happen.times.exact(reading.lower(at - 1)) == Some(&Time::Open))
            {
                return None;
            }
            // "Jumat (25/7/2025)", "Jumat, 20 Juni 2025"
            let skip = usize::from(end < stop && matches!(reading.lower(end), "(" | ","));
            if skip > 0
                && let Some((after, exact @ (Reckoned::Exact(_) | Reckoned::DayOf(..)))) =
                    dated_number(reading, end + skip, stop)
            {
                let close =
                    usize::from(after < stop && reading.lower(end) == "(" && reading.lower(after) == ")");
                return Some((after + close, exact));
            }
            (end, Reckoned::Weekday(weekday))
        }
        Time::Month(month) => {
            if reading.token(at).shape == Shape::Lower {
                return None;
            }
            if end < stop
                && let Some(year) = year(reading, end)
            {
                (end + 1, Reckoned::Exact(PartialDate::Month(year, month)))
            } else {
                let turn =
                    time(reading, end, stop).filter(|(_, turn)| matches!(turn, Time::Past | Time::Future));
                let used = turn.map_or(0, |(length, _)| length);
                (end + used, whole_month(today, month, turn.map(|(_, turn)| turn)))
            }
        }
        Time::Day(days) => (
            end,
            day.and_then(|day| day.checked_add(days.days()).ok())
                .map_or(Reckoned::Words, |day| Reckoned::Exact(PartialDate::Day(day))),
        ),
        Time::Months(months) => (
            end,
            month_of(today)
                .and_then(|day| day.checked_add(months.months()).ok())
                .map_or(Reckoned::Words, |day| Reckoned::Exact(PartialDate::Month(day.year(), day.month()))),
        ),
        Time::Years(years) => (
            end,
            year_of(today).map_or(Reckoned::Words, |year| {
                Reckoned::Exact(PartialDate::Year(year.saturating_add(i16::try_from(years).unwrap_or(0))))
            }),
        ),
        Time::Year => {
            let year = (end < stop).then(|| year(reading, end)).flatten()?;
            (end + 1, Reckoned::Exact(PartialDate::Year(year)))
        }
        Time::Words => (end, Reckoned::Words),
        Time::Past | Time::Future | Time::Open => return None,
    })
}

fn dated_number(reading: &Reading<'_>, at: usize, stop: usize) -> Option<(usize, Reckoned)> {
    if at >= stop {
        return None;
    }
    if let Some(date) = numeric(reading.lower(at), reading.today) {
        return Some((at + 1, Reckoned::Exact(date)));
    }
    day_and_month(reading, at, stop).map(|(date, used)| (at + used, date))
}

/// "25/7/2025", "25/7"
fn numeric(word: &str, today: Option<PartialDate>) -> Option<PartialDate> {
    let mut parts = word.split('/').map(str::parse::<i16>);
    let (day, month) = (parts.next()?.ok()?, parts.next()?.ok()?);
    let year = match parts.next() {
        Some(year) => year.ok()?,
        None => year_of(today)?,
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(PartialDate::Day)
}

/// "20 Juni 2025", "17 Januari"; "August 24, 2025". The date and how many tokens it took.
fn day_and_month(reading: &Reading<'_>, at: usize, stop: usize) -> Option<(Reckoned, usize)> {
    let month_at = |at: usize| match time(reading, at, stop) {
        Some((length, Time::Month(month))) if at < stop && reading.token(at).shape != Shape::Lower => {
            Some((length, month))
        }
        _ => None,
    };
    let (day, month, mut used) = if let Some(day) = day_number(reading, at) {
        let (length, month) = month_at(at + 1)?;
        (day, month, 1 + length)
    } else {
        let (length, month) = month_at(at)?;
        (day_number(reading, (at + length < stop).then_some(at + length)?)?, month, 1 + length)
    };
    let comma = usize::from(at + used < stop && reading.comma(at + used));
    let date = match (at + used + comma < stop).then(|| year(reading, at + used + comma)).flatten() {
        Some(year) => {
            used += 1 + comma;
            Reckoned::Exact(Date::new(year, month, day).ok().map(PartialDate::Day)?)
        }
        None => Reckoned::DayOf(month, Some(day)),
    };
    Some((date, used))
}

fn day_number(reading: &Reading<'_>, at: usize) -> Option<i8> {
    let token = reading.token(at);
    (token.shape == Shape::Number || token.tag == Tag::Num)
        .then(|| token.lower.parse::<i8>().ok())
        .flatten()
        .filter(|day| (1..=31).contains(day))
}

fn year(reading: &Reading<'_>, at: usize) -> Option<i16> {
    let token = reading.token(at);
    (token.lower.len() == 4)
        .then(|| token.lower.parse::<i16>().ok())
        .flatten()
        .filter(|year| (1800..=2100).contains(year))
}

fn year_of(date: Option<PartialDate>) -> Option<i16> {
    Some(match date? {
        PartialDate::Year(year) | PartialDate::Month(year, _) => year,
        PartialDate::Day(day) => day.year(),
    })
}

fn month_of(date: Option<PartialDate>) -> Option<Date> {
    match date? {
        PartialDate::Year(_) => None,
        PartialDate::Month(year, month) => Date::new(year, month, 1).ok(),
        PartialDate::Day(day) => Some(day),
    }
}

/// "Juni lalu" is the last June that is over or on; "Juni mendatang" the next one.
fn whole_month(today: Option<PartialDate>, month: i8, turn: Option<Time>) -> Reckoned {
    let Some(now) = month_of(today) else { return Reckoned::Words };
    let year = match turn {
        Some(Time::Past) => now.year() - i16::from(month > now.month()),
        Some(Time::Future) => now.year() + i16::from(month < now.month()),
        _ => return Reckoned::DayOf(month, None),
    };
    Reckoned::Exact(PartialDate::Month(year, month))
}

impl Moment {
    /// "tahun 2010"
    pub(super) fn is_year(&self) -> bool {
        matches!(self.date, Reckoned::Exact(PartialDate::Year(_)))
    }

    /// The date it comes to for an event of this modality: weekdays and days without a year lie behind, or ahead of what is planned.
    pub(super) fn date(&self, today: Option<PartialDate>, modality: Modality) -> Option<PartialDate> {
        let ahead = matches!(modality, Modality::Planned | Modality::CalledFor);
        match self.date {
            Reckoned::Exact(date) => Some(date),
            Reckoned::Words => None,
            Reckoned::Weekday(number) => {
                let day = today?.day()?;
                let weekday = Weekday::from_monday_one_offset(number).ok()?;
                if day.weekday() == weekday {
                    return Some(PartialDate::Day(day));
                }
                day.nth_weekday(if ahead { 1 } else { -1 }, weekday).ok().map(PartialDate::Day)
            }
            Reckoned::DayOf(month, number) => {
                let now = month_of(today)?;
                let year = if ahead {
                    now.year() + i16::from(month < now.month())
                } else {
                    now.year() - i16::from(month > now.month())
                };
                match number {
                    Some(number) => Date::new(year, month, number).ok().map(PartialDate::Day),
                    None => Some(PartialDate::Month(year, month)),
                }
            }
        }
    }
}
