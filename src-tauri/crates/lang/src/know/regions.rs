//! Regions of the world: which states lie in them.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::table::rows;

static REGIONS: OnceLock<BTreeMap<&'static str, &'static str>> = OnceLock::new();

/// Whether a state (ISO 3166 alpha-3) lies in a region, by the region's English name: `in_region("Southeast Asia", "IDN")`. Regions
/// that the table lacks hold nobody.
pub fn in_region(region: &str, state: &str) -> bool {
    let table = || rows(include_str!("regions.tsv")).filter_map(|row| Some((*row.first()?, *row.get(1)?)));
    let regions = REGIONS.get_or_init(|| table().collect());
    regions.get(region).is_some_and(|states| states.split(' ').any(|other| other == state))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_lie_in_their_regions() {
        assert!(in_region("Southeast Asia", "IDN") && in_region("Europe", "DEU"));
        assert!(!in_region("Europe", "ISR") && !in_region("Atlantis", "IDN"));
    }

    #[test]
    fn every_state_of_the_table_is_a_country() {
        for row in rows(include_str!("regions.tsv")) {
            for state in row[1].split(' ') {
                assert!(crate::know::countries().by_iso3(state).is_some(), "{state}");
            }
        }
    }
}
