//! What the tables of the world know of a name: one answer for countries, organisations, places and people.
//!
//! Never decides by itself: a name may belong to something else in this article, and people are candidates only.

use lang::know;
use model::{Country, EntityKind, Link, Names};

/// What a table knows.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Known {
    pub(crate) kind: EntityKind,
    pub(crate) country: Option<Country>,
    pub(crate) names: Names,
    pub(crate) links: Vec<Link>,
    /// Whether it is the seat of a government that it may stand for.
    pub(crate) capital: bool,
    /// Whether the words are also an ordinary word or a given name, or several places bear it.
    pub(crate) doubtful: bool,
}

/// A country, capital, seat, organisation or place of this name.
pub(crate) fn known(surface: &str) -> Option<Known> {
    let surface = &*tidy(surface);
    country(surface).or_else(|| capital(surface))
}

/// A person of this full name.
pub(crate) fn person(_surface: &str) -> Option<Known> {
    None
}

/// Whether people are called so; the word is folded.
pub(crate) fn given(_word: &str) -> bool {
    false
}

/// One space between words, whatever the text has.
fn tidy(surface: &str) -> std::borrow::Cow<'_, str> {
    if surface.split(' ').any(|word| word.is_empty() || word.contains(char::is_whitespace)) {
        surface.split_whitespace().collect::<Vec<_>>().join(" ").into()
    } else {
        surface.into()
    }
}

fn country(surface: &str) -> Option<Known> {
    let row = know::countries().by_name(surface).or_else(|| know::countries().by_demonym(surface))?;
    Some(Known {
        kind: EntityKind::Country,
        country: Some(row.country),
        names: Names { id: row.id.into(), en: row.en.into() },
        links: row.qid.map(|qid| Link::Wikidata(qid.into())).into_iter().collect(),
        capital: false,
        doubtful: false,
    })
}

fn capital(surface: &str) -> Option<Known> {
    let table = know::countries();
    let title = titled(surface);
    let country = table.capital_of(surface).or_else(|| table.capital_of(&title))?;
    let row = table.by_country(country)?;
    let en = row.capital.first().copied().unwrap_or(surface);
    Some(Known { kind: EntityKind::Place, country: Some(country), names: Names { id: title, en: en.into() }, links: Vec::new(), capital: true, doubtful: false })
}

/// "JAKARTA" as "Jakarta": datelines shout.
fn titled(surface: &str) -> String {
    if surface.chars().any(char::is_lowercase) || surface.chars().count() < 4 {
        return surface.into();
    }
    surface
        .split(' ')
        .map(|word| {
            let mut chars = word.chars();
            chars.next().map(|first| first.to_string() + &chars.as_str().to_lowercase()).unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join(" ")
}
