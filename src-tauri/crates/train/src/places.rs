//! `know/places.tsv`: cities from GeoNames, and authored regions, seas, islands and provinces.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::countries::Row;
use crate::source::{Trouble, json, list, rows};
use crate::table::Table;

/// Cities below are too seldom in the news for the mistakes that their names would cause; in Indonesia all are kept.
const LEAST: u64 = 40_000;
/// Other spellings are only kept for cities that the news knows by several.
const MANY: u64 = 700_000;

struct Place {
    en: String,
    id: String,
    iso3: String,
    population: u64,
    geonames: u64,
    /// Latitude and longitude in degrees.
    point: Option<(f64, f64)>,
    authored: bool,
    /// Whether a city of this name in another country is a fifth as large.
    rival: bool,
}

/// The table; asks whether a folded word is an ordinary one, and whether a word is a given name.
pub(crate) fn table(
    data: &Path,
    countries: &[Row],
    common: &dyn Fn(&str) -> bool,
    given: &dyn Fn(&str) -> bool,
) -> Result<Table, Trouble> {
    let mut names: BTreeMap<String, Place> = BTreeMap::new();
    let path = data.join("geonames/cities15000.json");
    let value = json(&path)?;
    let cities = value.as_array().ok_or_else(|| Trouble::Form(path, "no list of cities".into()))?;
    let official: BTreeSet<&str> = cities.iter().filter_map(|city| city["n"].as_str()).collect();
    for city in cities {
        let (Some(name), Some(iso2), Some(population), Some(id)) =
            (city["n"].as_str(), city["cc"].as_str(), city["pop"].as_u64(), city["id"].as_u64())
        else {
            continue;
        };
        let Some(country) = countries.iter().find(|row| row.iso2 == iso2) else { continue };
        if population < LEAST && iso2 != "ID" {
            continue;
        }
        let others = city["alt"].as_array().into_iter().flatten().filter_map(|alt| alt.as_str());
        let others =
            others.filter(|alt| population >= MANY && spelling(alt, name) && !official.contains(alt));
        for surface in std::iter::once(name).chain(others) {
            if surface.chars().count() < 3
                || surface.contains(['(', ';', '\t', ','])
                || !surface.starts_with(char::is_uppercase)
            {
                continue;
            }
            let rank = if surface == name { population } else { population / 4 };
            if let Some(known) = names.get_mut(surface) {
                let (small, large) = (rank.min(known.population), rank.max(known.population));
                let rival = known.iso3 != country.iso3 && small * 5 >= large;
                if known.population >= rank {
                    known.rival |= rival;
                    continue;
                }
            }
            let rival = names
                .get(surface)
                .is_some_and(|known| known.iso3 != country.iso3 && known.population * 5 >= rank);
            names.insert(
                surface.to_owned(),
                Place {
                    en: name.into(),
                    id: name.into(),
                    iso3: country.iso3.clone(),
                    population: rank,
                    geonames: id,
                    point: city["lat"].as_f64().zip(city["lon"].as_f64()),
                    authored: false,
                    rival,
                },
            );
        }
    }
    let middles: BTreeMap<&str, (f64, f64)> = rows(include_str!("../authored/points.tsv"))
        .filter_map(|cells| match cells[..] {
            [name, latitude, longitude] => Some((name, (latitude.parse().ok()?, longitude.parse().ok()?))),
            _ => None,
        })
        .collect();
    for cells in rows(include_str!("../authored/places.tsv")) {
        let [en, id, iso3, others] = cells[..] else { continue };
        // What GeoNames knows of the same city, under either name, stays.
        let known = [en, id]
            .into_iter()
            .find_map(|name| names.get(name).filter(|known| known.iso3 == iso3))
            .map_or((0, 0, None), |known| (known.population, known.geonames, known.point));
        let point = known.2.or_else(|| middles.get(en).copied());
        for surface in [en, id].into_iter().chain(list(others)) {
            names.insert(
                surface.to_owned(),
                Place {
                    en: en.into(),
                    id: id.into(),
                    iso3: iso3.into(),
                    population: known.0,
                    geonames: known.1,
                    point,
                    authored: true,
                    rival: false,
                },
            );
        }
    }
    for row in countries {
        let capitals: Vec<&str> = list(&row.capitals).filter(|name| !name.starts_with('~')).collect();
        let Some(&en) = capitals.first() else { continue };
        let known = capitals
            .iter()
            .find_map(|name| names.get(*name).filter(|known| known.iso3 == row.iso3))
            .map_or((0, 0, None), |known| (known.population, known.geonames, known.point));
        let id = names
            .get(en)
            .filter(|known| known.authored)
            .map_or_else(|| indonesian(&capitals), |known| known.id.clone());
        for surface in capitals.iter().chain(std::iter::once(&id.as_str())) {
            names.insert(
                (*surface).to_owned(),
                Place {
                    en: en.into(),
                    id: id.clone(),
                    iso3: row.iso3.clone(),
                    population: known.0,
                    geonames: known.1,
                    point: known.2.or_else(|| middles.get(en).copied()),
                    authored: true,
                    rival: false,
                },
            );
        }
    }
    let lines = names.into_iter().map(|(surface, place)| {
        let mut flags = Vec::new();
        if place.authored {
            flags.push("authored");
        }
        if common(&surface.to_lowercase()) {
            flags.push("word");
        }
        if surface.split(' ').next().is_some_and(given) && !place.authored {
            flags.push("given");
        }
        if place.rival {
            flags.push("several");
        }
        let or_blank = |text: String| if text == surface { String::new() } else { text };
        let number = |n: u64| if n == 0 { String::new() } else { n.to_string() };
        let iso3 = place.iso3;
        let (en, id) = (or_blank(place.en), or_blank(place.id));
        format!(
            "{surface}\t{en}\t{id}\t{iso3}\t{}\t{}\t{}\t{}",
            number(place.population),
            number(place.geonames),
            flags.join(" "),
            place.point.map(rounded).unwrap_or_default()
        )
    });
    Ok(Table {
        head: vec![
            "Cities, regions, seas, islands and provinces by every name.",
            "Source: cities from GeoNames; regions, Indonesian names and capitals written for Wartagraf. Licence: CC BY 4.0 (LICENSES/geonames.txt) and MIT.",
            "Columns: name, English name if another, Indonesian name if another, country (ISO 3166 alpha-3, or -), population, GeoNames id, flags: authored; word (an ordinary word in lower case); given (begins with a given name); several (a city of nearly this size in another country has the name too), latitude and longitude in degrees if known, to a hundredth.",
        ],
        lines: lines.collect(),
    })
}

/// A hundredth of a degree is about a kilometre: no map of the window shows more.
fn rounded((latitude, longitude): (f64, f64)) -> String {
    format!("{latitude:.2} {longitude:.2}")
}

/// Of a capital's spellings the Indonesian one, where there is one: "Moscow" is "Moskow", the second spelling.
fn indonesian(capitals: &[&str]) -> String {
    let keep_english = ["Kyiv", "Seoul", "Beijing"];
    let first = capitals.first().copied().unwrap_or_default();
    if keep_english.contains(&first) {
        first.to_owned()
    } else {
        capitals.get(1).copied().unwrap_or(first).to_owned()
    }
}

/// Whether an alternate name is a spelling that Latin news might use, and no transliteration noise: capitals and letters
/// only, and alike enough to the name.
fn spelling(alt: &str, name: &str) -> bool {
    let letters = alt.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '\u{2019}'));
    let capital = alt.split([' ', '-']).all(|part| {
        part.starts_with(char::is_uppercase)
            || matches!(part, "al" | "el" | "de" | "la" | "of" | "am" | "an" | "del" | "di")
    });
    let shout = alt.chars().filter(|c| c.is_uppercase()).count() > alt.split([' ', '-']).count();
    let first = |text: &str| text.chars().next().map(|c| c.to_ascii_lowercase());
    letters
        && capital
        && !shout
        && alt.chars().count() >= 4
        && first(alt) == first(name)
        && alt.chars().count() <= name.chars().count() + 6
}
