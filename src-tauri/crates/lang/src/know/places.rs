//! Cities, regions, seas, islands and provinces.

use std::sync::OnceLock;

use model::Country;

use super::lines::Lines;

/// A place, found by one of its names.
#[derive(Clone, Debug, PartialEq)]
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
    /// Latitude and longitude in degrees, to a hundredth; of a region or a sea a point near its middle. `None` if unknown.
    pub point: Option<(f32, f32)>,
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
    let (en, id, country, population, geonames) = (next(), next(), next(), next(), next());
    let (flags, point) = (next(), next());
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
        point: degrees(point),
    })
}

/// "-6.21 106.85".
fn degrees(cell: &str) -> Option<(f32, f32)> {
    let (latitude, longitude) = cell.split_once(' ')?;
    Some((latitude.parse().ok()?, longitude.parse().ok()?))
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

    #[test]
    fn places_lie_where_they_lie() {
        assert_eq!(place("Moskow").unwrap().point, place("Moscow").unwrap().point);
        let (latitude, longitude) = place("Jakarta").unwrap().point.unwrap();
        assert!((-7.0..-6.0).contains(&latitude) && (106.0..108.0).contains(&longitude));
        assert!(place("Laut China Selatan").unwrap().point.is_some());
        assert_eq!(place("Amerika Latin").unwrap().point, None);
    }

    /// The parts of the world have no point, nor has what is in two countries or is the name of two places.
    #[test]
    fn every_region_of_a_country_has_a_point() {
        let open = ["Grogol Petamburan", "Kivu", "Manggarai", "Puncak", "Upper Egypt"];
        let mut regions = 0;
        for line in include_str!("places.tsv").lines().filter(|line| !line.starts_with('#')) {
            let row = place(line.split('\t').next().unwrap()).unwrap();
            if row.known && row.country.is_some() {
                regions += 1;
                assert!(row.point.is_some() || open.contains(&row.en), "{line}");
            }
        }
        assert!(regions > 1000);
        let (latitude, longitude) = place("Papua Pegunungan").unwrap().point.unwrap();
        assert!((-5.0..-3.0).contains(&latitude) && (138.0..141.0).contains(&longitude));
    }

    #[test]
    fn every_point_is_on_the_globe_and_is_there_for_every_row_of_geonames() {
        for line in include_str!("places.tsv").lines().filter(|line| !line.starts_with('#')) {
            let cells: Vec<&str> = line.split('\t').collect();
            let point = degrees(cells[7]);
            assert_eq!(point.is_some(), !cells[7].is_empty(), "{line}");
            assert!(cells[5].is_empty() || point.is_some(), "{line}");
            assert!(point.is_none_or(|(lat, lon)| lat.abs() <= 90.0 && lon.abs() <= 180.0), "{line}");
        }
    }
}
