//! Cities, regions, seas, islands and provinces.

use std::sync::OnceLock;

use model::Country;

use super::lines::Lines;

/// A place, found by one of its names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// English name.
    pub en: &'static str,
    /// Indonesian name.
    pub id: &'static str,
    /// The country it lies in; `None` for seas, continents and places of several countries.
    pub country: Option<Country>,
    /// People living there (a rough rank, a quarter of it for a rarer spelling); 0 if unknown.
    pub population: u64,
    /// GeoNames id.
    pub geonames: Option<u32>,
    /// Whether it stands in the authored list (capitals, regions, well-known cities): then the name is safe.
    pub known: bool,
    /// Whether the name is an ordinary word in lower case: "Batu".
    pub word: bool,
    /// Whether the name begins with a given name: "Sari".
    pub given: bool,
    /// Whether a city of nearly this size in another country has the name too.
    pub several: bool,
}

impl Place {
    /// Whether the name alone does not settle that this place is meant.
    pub fn ambiguous(&self) -> bool {
        self.word || self.given || self.several
    }
}

/// The place with this name, as written. Of several the most populous one.
pub fn place(name: &str) -> Option<Place> {
    static TABLE: OnceLock<Lines> = OnceLock::new();
    let mut cells = TABLE.get_or_init(|| Lines::new(include_str!("places.tsv"))).find(name)?;
    let surface = cells.next()?;
    let mut next = || cells.next().unwrap_or("");
    let or_surface = |cell: &'static str| if cell.is_empty() { surface } else { cell };
    let (en, id, country, population, geonames, flags) = (next(), next(), next(), next(), next(), next());
    let has = |flag: &str| flags.split(' ').any(|f| f == flag);
    Some(Place {
        en: or_surface(en),
        id: or_surface(id),
        country: Country::new(country),
        population: population.parse().unwrap_or(0),
        geonames: geonames.parse().ok(),
        known: has("authored"),
        word: has("word"),
        given: has("given"),
        several: has("several"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_by_english_and_indonesian_names() {
        let moscow = place("Moskow").unwrap();
        assert_eq!(
            (moscow.en, moscow.country.map(|c| c.code().to_owned()).as_deref()),
            ("Moscow", Some("RUS"))
        );
        assert_eq!(place("Laut China Selatan").unwrap().country, None);
        assert_eq!(place("Jalur Gaza").unwrap().country, Country::new("PSE"));
        assert!(place("Batu").unwrap().ambiguous());
        assert!(place("Takadatempatini").is_none());
    }
}
