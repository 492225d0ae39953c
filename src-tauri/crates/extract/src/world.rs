//! What the tables of the world know of a name: one answer for countries, organisations, sites, places and people.
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

/// A country, capital, seat, organisation, site or weapon, place or full name of a person.
pub(crate) fn known(surface: &str) -> Option<Known> {
    let surface = &*tidy(surface);
    country(surface)
        .or_else(|| capital(surface))
        .or_else(|| organization(surface))
        .or_else(|| site(surface))
        .or_else(|| place(surface))
        .or_else(|| surface.contains(' ').then(|| person(surface)).flatten())
}

/// A holder of some office by this full or well-known short name. Their country depends on the day: see [`served`].
pub(crate) fn person(surface: &str) -> Option<Known> {
    let surface = &*tidy(surface);
    let office = know::offices(surface).next()?;
    let links = know::offices(surface).find_map(|office| office.qid).map(|qid| Link::Wikidata(qid.into()));
    Some(Known {
        kind: EntityKind::Person,
        country: None,
        names: Names::same(office.name),
        links: links.into_iter().collect(),
        capital: false,
        doubtful: false,
    })
}

/// What the table of offices says of a person at a day (ISO): sure inside its dates, a candidate outside.
pub(crate) enum Served {
    /// The country and the office held at that day.
    Then(Country, Option<&'static str>),
    /// A country served at some other time.
    Once(Country),
}

/// The state that the person of this canonical name served.
pub(crate) fn served(name: &str, day: Option<&str>) -> Option<Served> {
    let held = day.and_then(|day| {
        know::offices(name)
            .filter(|office| office.name == name && office.held(day))
            .find_map(|office| Some((office.country?, office.office)))
    });
    if let Some((country, office)) = held {
        return Some(Served::Then(country, office));
    }
    know::offices(name)
        .filter(|office| office.name == name)
        .find_map(|office| office.country)
        .map(Served::Once)
}

/// Whether people are called so; the word is folded.
pub(crate) fn given(word: &str) -> bool {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return false };
    let written: String = first.to_uppercase().chain(chars).collect();
    know::given_name(&written) >= 2
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
    Some(Known {
        kind: EntityKind::Place,
        country: Some(country),
        names: Names { id: title, en: en.into() },
        links: Vec::new(),
        capital: true,
        doubtful: false,
    })
}

fn organization(surface: &str) -> Option<Known> {
    // Where several bear a name, the resolution may change its mind; Indonesia's is the one that needs no telling.
    let home = Country::new("IDN");
    let row =
        know::organizations(surface).find(|row| row.country == home).or_else(|| know::organization(surface));
    if let Some(row) = row {
        return Some(body(row));
    }
    // "Kremlin", "Gedung Putih": the office that sits there.
    let country = know::countries().seat_of(surface)?;
    Some(Known {
        kind: EntityKind::Organization,
        country: Some(country),
        names: Names::same(surface),
        links: Vec::new(),
        capital: false,
        doubtful: false,
    })
}

fn site(surface: &str) -> Option<Known> {
    let row = know::site(surface)?;
    Some(Known {
        kind: row.kind,
        country: row.country,
        names: Names { id: row.id.into(), en: row.en.into() },
        links: Vec::new(),
        capital: false,
        doubtful: false,
    })
}

fn place(surface: &str) -> Option<Known> {
    let title = titled(surface);
    let row = know::place(surface).or_else(|| know::place(&title))?;
    let doubtful = row.ambiguous() && !row.known || row.word || !row.known && !surface.contains(' ');
    Some(Known {
        kind: EntityKind::Place,
        country: row.country,
        names: Names { id: row.id.into(), en: row.en.into() },
        links: row.geonames.map(Link::Geonames).into_iter().collect(),
        // "Kyev" is Kyiv, and "Tel Aviv" stands for a government too.
        capital: row.country.is_some() && know::countries().stood_for_by(row.en) == row.country,
        doubtful,
    })
}

fn body(row: &know::Organization) -> Known {
    Known {
        kind: row.kind,
        country: row.country,
        names: Names { id: row.id.into(), en: row.en.into() },
        links: row.qid.map(|qid| Link::Wikidata(qid.into())).into_iter().collect(),
        capital: false,
        doubtful: false,
    }
}

/// The bodies of other states that bear this name: "Partai Demokrat".
pub(crate) fn namesakes(surface: &str) -> Vec<Known> {
    know::organizations(&tidy(surface)).map(body).collect()
}

/// Another state, or a well-known place of one, that bears the name of this country: "Kongo" is two states, "Georgia" also
/// a part of the United States.
pub(crate) fn rival(surface: &str, own: Country) -> Option<Known> {
    let surface = &*tidy(surface);
    let state =
        know::countries().rows().iter().find(|row| row.country != own && row.names.contains(&surface));
    if let Some(row) = state {
        return Some(Known {
            kind: EntityKind::Country,
            country: Some(row.country),
            names: Names { id: row.id.into(), en: row.en.into() },
            links: row.qid.map(|qid| Link::Wikidata(qid.into())).into_iter().collect(),
            capital: false,
            doubtful: false,
        });
    }
    let row = know::place(surface).filter(|row| row.known && row.country != Some(own))?;
    Some(Known {
        kind: EntityKind::Place,
        country: Some(row.country?),
        names: Names { id: row.id.into(), en: row.en.into() },
        links: row.geonames.map(Link::Geonames).into_iter().collect(),
        capital: false,
        doubtful: false,
    })
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
            // "WASHINGTON DC"
            let rest = if word.chars().count() <= 2 {
                chars.clone().skip(1).collect()
            } else {
                chars.clone().skip(1).collect::<String>().to_lowercase()
            };
            chars.next().map(|first| first.to_string() + &rest).unwrap_or_default()
        })
        .collect::<Vec<_>>()
        .join(" ")
}
