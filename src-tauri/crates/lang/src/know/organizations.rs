//! International and well-known bodies, parties, armed groups, firms and media.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use model::{Country, EntityKind};

use super::lines::Lines;

/// A well-known organisation or group of states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// English name.
    pub en: &'static str,
    /// Indonesian name.
    pub id: &'static str,
    /// Organisation, or group (G7).
    pub kind: EntityKind,
    /// Whether it publishes news.
    pub media: bool,
    /// The state it is of; `None` for international bodies.
    pub country: Option<Country>,
    /// Wikidata id, where sure.
    pub qid: Option<&'static str>,
    /// All names and acronyms, the English one first.
    pub names: Vec<&'static str>,
}

/// The organisation with this name or acronym, as written; of several the first of the table.
pub fn organization(name: &str) -> Option<&'static Organization> {
    organizations(name).next()
}

/// All organisations with this name or acronym: "Partai Demokrat" is one of Indonesia and one of the United States.
pub fn organizations(name: &str) -> impl Iterator<Item = &'static Organization> {
    static TABLE: OnceLock<Table> = OnceLock::new();
    let (rows, names) = TABLE.get_or_init(read);
    names.get(name).into_iter().flatten().map(|at| &rows[*at])
}

type Table = (Vec<Organization>, BTreeMap<&'static str, Vec<usize>>);

fn read() -> Table {
    let mut rows = Vec::new();
    let mut index: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
    for cells in Lines::new(include_str!("organizations.tsv")).all() {
        let [en, id, kind, country, qid, others] = cells[..] else { continue };
        let mut names = vec![en, id];
        names.extend(others.split(';').filter(|name| !name.is_empty()));
        for name in &names {
            let of = index.entry(*name).or_default();
            if of.last() != Some(&rows.len()) {
                of.push(rows.len());
            }
        }
        rows.push(Organization {
            en,
            id,
            kind: if kind == "group" { EntityKind::Group } else { EntityKind::Organization },
            media: kind == "media",
            country: Country::new(country),
            qid: (!qid.is_empty()).then_some(qid),
            names,
        });
    }
    (rows, index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_found_by_acronym_and_name_in_both_languages() {
        for (name, en) in [
            ("PBB", "United Nations"),
            ("UN", "United Nations"),
            ("Uni Eropa", "European Union"),
            ("Hizbullah", "Hezbollah"),
            ("KPK", "Corruption Eradication Commission"),
        ] {
            assert_eq!(organization(name).map(|body| body.en), Some(en));
        }
        assert!(organization("Reuters").unwrap().media);
        assert_eq!(organization("NATO").unwrap().country, None);
    }
}
