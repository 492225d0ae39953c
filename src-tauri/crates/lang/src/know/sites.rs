//! Well-known sites and weapon systems: airports, bases, prisons, plants; missiles, aircraft, ships.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use model::{Country, EntityKind};

use super::lines::Lines;

/// A well-known site or weapon system.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    /// English name.
    pub en: &'static str,
    /// Indonesian name.
    pub id: &'static str,
    /// Facility or weapon.
    pub kind: EntityKind,
    /// The state that a site stands in or a weapon was made in; `None` where several share it.
    pub country: Option<Country>,
}

/// The site or weapon system with this name, as written.
pub fn site(name: &str) -> Option<&'static Site> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let (rows, names) = TABLE.get_or_init(read);
    names.get(name).map(|at| &rows[*at])
}

type Table = (Vec<Site>, BTreeMap<&'static str, usize>);

fn read() -> Table {
    let mut rows = Vec::new();
    let mut index = BTreeMap::new();
    for cells in Lines::new(include_str!("sites.tsv")).all() {
        let [en, id, kind, country, others] = cells[..] else { continue };
        for name in [en, id].into_iter().chain(others.split(';').filter(|name| !name.is_empty())) {
            index.entry(name).or_insert(rows.len());
        }
        rows.push(Site {
            en,
            id,
            kind: if kind == "weapon" { EntityKind::Weapon } else { EntityKind::Facility },
            country: Country::new(country),
        });
    }
    (rows, index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_and_weapons_are_found_in_both_languages_with_kind_and_country() {
        for (name, en, kind, country) in [
            ("Bandara Soekarno-Hatta", "Soekarno-Hatta International Airport", EntityKind::Facility, "IDN"),
            ("PLTN Zaporizhzhia", "Zaporizhzhia Nuclear Power Plant", EntityKind::Facility, "UKR"),
            ("Kubah Besi", "Iron Dome", EntityKind::Weapon, "ISR"),
            ("F-16s", "F-16", EntityKind::Weapon, "USA"),
        ] {
            let site = site(name).unwrap();
            assert_eq!((site.en, site.kind, site.country), (en, kind, Country::new(country)));
        }
        assert_eq!(site("Stasiun Luar Angkasa Internasional").unwrap().country, None);
        assert!(site("Bandara").is_none());
    }

    /// One name says one site, and none that is an organisation's.
    #[test]
    fn no_name_is_two_sites_or_a_body() {
        let mut seen = BTreeMap::new();
        for cells in Lines::new(include_str!("sites.tsv")).all() {
            assert!(matches!(cells[2], "facility" | "weapon"), "{cells:?}");
            let names = [cells[0], cells[1]].into_iter().chain(cells[4].split(';').filter(|n| !n.is_empty()));
            for name in names {
                assert!(super::super::organization(name).is_none(), "{name} is a body too");
                let first = *seen.entry(name).or_insert(cells[0]);
                assert_eq!(first, cells[0], "{name}");
            }
        }
    }
}
