//! Countries: their names in both languages, the words for their people, their capitals and seats.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use model::Country;

use crate::table::rows;

/// A country as the table has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CountryRow {
    /// ISO 3166 alpha-3.
    pub country: Country,
    /// ISO 3166 alpha-2.
    pub iso2: &'static str,
    /// Wikidata id, or nothing.
    pub qid: Option<&'static str>,
    /// English name.
    pub en: &'static str,
    /// Indonesian name, as newspapers write it.
    pub id: &'static str,
    /// All names in both languages.
    pub names: Vec<&'static str>,
    /// English adjectives and words for the people: "Russian", "Russians".
    pub demonyms: Vec<&'static str>,
    /// Spellings of the capital, the English one first. Empty for city states.
    pub capital: Vec<&'static str>,
    /// Seats that stand for the government: "Kremlin", "White House".
    pub seats: Vec<&'static str>,
}

/// The table of countries.
#[derive(Debug)]
pub struct Countries {
    rows: Vec<CountryRow>,
    names: BTreeMap<&'static str, usize>,
    demonyms: BTreeMap<&'static str, usize>,
    capitals: BTreeMap<&'static str, usize>,
    /// Capitals, and other cities that stand for a government: "Tel Aviv".
    metonyms: BTreeMap<&'static str, usize>,
    seats: BTreeMap<&'static str, usize>,
    /// Everything above in capitals, for headlines: "AMERIKA SERIKAT".
    capitalised: BTreeMap<String, usize>,
}

/// The table, read once.
pub fn countries() -> &'static Countries {
    static TABLE: OnceLock<Countries> = OnceLock::new();
    TABLE.get_or_init(|| Countries::read(include_str!("countries.tsv")))
}

impl Countries {
    fn read(table: &'static str) -> Self {
        let mut out = Self {
            rows: Vec::new(),
            names: BTreeMap::new(),
            demonyms: BTreeMap::new(),
            capitals: BTreeMap::new(),
            metonyms: BTreeMap::new(),
            seats: BTreeMap::new(),
            capitalised: BTreeMap::new(),
        };
        for cells in rows(table) {
            let [iso3, iso2, qid, en, id, names, demonyms, capital, seats] = cells[..] else { continue };
            let Some(country) = Country::new(iso3) else { continue };
            let list = |cell: &'static str| -> Vec<&'static str> {
                cell.split(';').filter(|part| !part.is_empty()).collect()
            };
            let row = CountryRow {
                country,
                iso2,
                qid: (!qid.is_empty()).then_some(qid),
                en,
                id,
                names: list(names),
                demonyms: list(demonyms),
                capital: list(capital).into_iter().filter(|name| !name.starts_with('~')).collect(),
                seats: list(seats),
            };
            let at = out.rows.len();
            for name in list(capital) {
                out.metonyms.entry(name.trim_start_matches('~')).or_insert(at);
            }
            for (map, list) in [
                (&mut out.names, &row.names),
                (&mut out.demonyms, &row.demonyms),
                (&mut out.capitals, &row.capital),
                (&mut out.seats, &row.seats),
            ] {
                for name in list {
                    map.entry(*name).or_insert(at);
                }
            }
            for name in row.names.iter().chain(&row.demonyms) {
                out.capitalised.entry(name.to_uppercase()).or_insert(at);
            }
            out.rows.push(row);
        }
        out
    }

    /// All rows, by code.
    pub fn rows(&self) -> &[CountryRow] {
        &self.rows
    }

    /// The country with this name in either language, as written ("Rusia", "AS", "U.S."); words in capitals match any
    /// name ("RUSIA").
    pub fn by_name(&self, name: &str) -> Option<&CountryRow> {
        let at = self.names.get(name).copied().or_else(|| self.shouted(name))?;
        let row = &self.rows[at];
        (self.names.contains_key(name) || row.names.iter().any(|known| known.to_uppercase() == name))
            .then_some(row)
    }

    /// The country of an English adjective or word for its people: "Israeli", "Russians".
    pub fn by_demonym(&self, word: &str) -> Option<&CountryRow> {
        let at = self.demonyms.get(word).copied().or_else(|| self.shouted(word))?;
        let row = &self.rows[at];
        (self.demonyms.contains_key(word) || row.demonyms.iter().any(|known| known.to_uppercase() == word))
            .then_some(row)
    }

    /// The row of a country.
    pub fn by_country(&self, country: Country) -> Option<&CountryRow> {
        self.by_iso3(country.code())
    }

    /// The row of an ISO 3166 alpha-3 code.
    pub fn by_iso3(&self, code: &str) -> Option<&CountryRow> {
        self.rows.binary_search_by(|row| row.country.code().cmp(code)).ok().map(|at| &self.rows[at])
    }

    /// The country whose capital has this name in either language: "Kyiv", "Moskwa".
    pub fn capital_of(&self, name: &str) -> Option<Country> {
        self.capitals.get(name).map(|at| self.rows[*at].country)
    }

    /// The country whose government is meant by this city: a capital, or "Tel Aviv".
    pub fn stood_for_by(&self, name: &str) -> Option<Country> {
        self.metonyms.get(name).map(|at| self.rows[*at].country)
    }

    /// The country whose government sits there: "Kremlin", "Gedung Putih".
    pub fn seat_of(&self, name: &str) -> Option<Country> {
        self.seats.get(name).map(|at| self.rows[*at].country)
    }

    fn shouted(&self, name: &str) -> Option<usize> {
        let loud = name.chars().count() >= 4 && !name.chars().any(char::is_lowercase);
        if loud { self.capitalised.get(name).copied() } else { None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(row: Option<&CountryRow>) -> Option<&str> {
        row.map(|row| row.country.code())
    }

    #[test]
    fn countries_are_found_by_their_names_in_both_languages() {
        for (name, iso3) in [
            ("Rusia", "RUS"),
            ("Russia", "RUS"),
            ("AS", "USA"),
            ("U.S.", "USA"),
            ("Amerika Serikat", "USA"),
            ("Inggris", "GBR"),
            ("Korsel", "KOR"),
            ("Tiongkok", "CHN"),
            ("China", "CHN"),
            ("Palestina", "PSE"),
            ("Kosovo", "XKX"),
            ("RUSIA", "RUS"),
        ] {
            assert_eq!(code(countries().by_name(name)), Some(iso3), "{name}");
        }
        assert_eq!(code(countries().by_name("as")), None);
        assert_eq!(code(countries().by_name("RUSSIAN")), None);
    }

    #[test]
    fn people_and_capitals_lead_to_their_country() {
        assert_eq!(code(countries().by_demonym("Israelis")), Some("ISR"));
        assert_eq!(countries().capital_of("Moskwa").map(|c| c.code().to_owned()).as_deref(), Some("RUS"));
        assert_eq!(countries().seat_of("Gedung Putih").map(|c| c.code().to_owned()).as_deref(), Some("USA"));
        assert_eq!(countries().capital_of("Bandung"), None);
    }
}
