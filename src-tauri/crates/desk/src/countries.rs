//! Names and letters of countries, from the tables of `lang`.

use model::{Country, Language};

use crate::wire;

/// ISO 3166-1 alpha-2 letters.
pub(crate) fn iso2(country: Country) -> Option<&'static str> {
    lang::know::countries().by_country(country).map(|row| row.iso2)
}

/// Every country with its name in the interface's language, in the order of names.
pub fn countries(language: &str) -> Vec<wire::Country> {
    let language = crate::open::language_of(language).unwrap_or(Language::Indonesian);
    let mut all: Vec<wire::Country> = lang::know::countries()
        .rows()
        .iter()
        .filter_map(|row| {
            Some(wire::Country {
                code: row.country.to_string(),
                name: name(row.country, language)?.to_owned(),
            })
        })
        .collect();
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all
}

/// The name in the interface's language.
pub(crate) fn name(country: Country, language: Language) -> Option<&'static str> {
    let row = lang::know::countries().by_country(country)?;
    Some(if language == Language::Indonesian { row.id } else { row.en })
}
