//! What the reading knows about the world: countries, places, people, organisations, sites and weapons, given names.
//!
//! Sorted tables, part of the program, read once on first use. Knowledge only ever proposes: the article's own words come
//! first, and an office is known only between the dates that its table gives.

mod countries;
mod given;
pub(crate) mod lines;
mod offices;
mod organizations;
mod people;
mod places;
mod regions;
mod sites;

pub use countries::{Countries, CountryRow, countries};
pub use given::{gender, given_name};
pub use offices::{office_in_indonesian, office_of, office_with_capitals};
pub use organizations::{Organization, organization, organizations};
pub use people::{Office, offices, offices_by_surname};
pub use places::{Place, place};
pub use regions::in_region;
pub use sites::{Site, site};

#[cfg(test)]
mod tests {
    /// What every committed table must be: header with source and licence, lines sorted and unique.
    fn check(name: &str, table: &str) {
        assert!(table.starts_with("# "), "{name} has no header");
        let head: Vec<&str> = table.lines().take_while(|line| line.starts_with('#')).collect();
        for word in ["Source:", "icence", "Columns:"] {
            assert!(head.iter().any(|line| line.contains(word)), "{name}: no {word}");
        }
        let lines: Vec<&str> = table.lines().skip(head.len()).collect();
        for pair in lines.windows(2) {
            assert!(pair[0] < pair[1], "{name}: {:?} before {:?}", pair[0], pair[1]);
        }
    }

    #[test]
    fn every_table_has_a_header_and_is_sorted_and_unique() {
        check("countries", include_str!("countries.tsv"));
        check("genders", include_str!("genders.tsv"));
        check("given", include_str!("given.tsv"));
        check("offices", include_str!("offices.tsv"));
        check("organizations", include_str!("organizations.tsv"));
        check("people", include_str!("people.tsv"));
        check("places", include_str!("places.tsv"));
        check("regions", include_str!("regions.tsv"));
        check("sites", include_str!("sites.tsv"));
    }

    #[test]
    fn country_codes_of_all_tables_are_countries() {
        for (table, column) in [
            (include_str!("organizations.tsv"), 3),
            (include_str!("people.tsv"), 3),
            (include_str!("places.tsv"), 3),
            (include_str!("sites.tsv"), 3),
        ] {
            for line in table.lines().filter(|line| !line.starts_with('#')) {
                let code = line.split('\t').nth(column).unwrap_or("");
                assert!(code == "-" || super::countries().by_iso3(code).is_some(), "{line}");
            }
        }
    }
}
