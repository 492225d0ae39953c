//! Names and letters of countries, from the tables of `lang`.

use model::{Country, Language};

/// ISO 3166-1 alpha-2 letters.
pub(crate) fn iso2(country: Country) -> Option<&'static str> {
    lang::know::countries().by_country(country).map(|row| row.iso2)
}

/// The name in the interface's language.
pub(crate) fn name(country: Country, language: Language) -> Option<&'static str> {
    let row = lang::know::countries().by_country(country)?;
    Some(if language == Language::Indonesian { row.id } else { row.en })
}
