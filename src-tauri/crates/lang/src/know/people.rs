//! Who held which office when. Dated knowledge: it proposes candidates, the article's own words decide.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use model::{Country, PartialDate};

use super::lines::Lines;

/// One office of one person.
#[expect(clippy::struct_field_names, reason = "an office has a holder, a country and a name of its own")]
#[derive(Clone, Debug, PartialEq)]
pub struct Office {
    /// Full name.
    pub name: &'static str,
    /// The office in English; `None` if only known to be in government.
    pub office: Option<&'static str>,
    /// The state served; `None` for international bodies.
    pub country: Option<Country>,
    /// Wikidata id of the person.
    pub qid: Option<&'static str>,
    /// First day, or year.
    pub from: Option<PartialDate>,
    /// Last day, or year; `None` is unknown after [`Office::known`], never "still in office".
    pub to: Option<PartialDate>,
    /// Date up to which the source knows: "2025-12".
    pub known: &'static str,
    /// Whether it was written for this table from general knowledge.
    pub authored: bool,
}

impl Office {
    /// Whether the office was held at that day: as sure as the table can say. Dates are compared as ISO text, a year
    /// holding for all its days.
    pub fn held(&self, day: &str) -> bool {
        let after = self.from.as_ref().is_none_or(|from| from.to_string().as_str() <= day);
        let limit = self.to.as_ref().map_or_else(|| self.known.to_owned(), ToString::to_string);
        after && (day <= limit.as_str() || day.starts_with(&limit))
    }
}

#[derive(Debug)]
struct People {
    offices: Vec<Office>,
    names: BTreeMap<&'static str, Vec<usize>>,
    surnames: BTreeMap<&'static str, Vec<usize>>,
}

/// The offices of the persons with this full name or well-known short name ("Zelensky", "SBY"), as written.
pub fn offices(name: &str) -> impl Iterator<Item = &'static Office> {
    let people = people();
    people.names.get(name).into_iter().flatten().map(|at| &people.offices[*at])
}

/// The offices of the persons whose last name this is: candidates only.
pub fn offices_by_surname(surname: &str) -> impl Iterator<Item = &'static Office> {
    let people = people();
    people.surnames.get(surname).into_iter().flatten().map(|at| &people.offices[*at])
}

fn people() -> &'static People {
    static TABLE: OnceLock<People> = OnceLock::new();
    TABLE.get_or_init(read)
}

fn read() -> People {
    let mut out = People { offices: Vec::new(), names: BTreeMap::new(), surnames: BTreeMap::new() };
    for cells in Lines::new(include_str!("people.tsv")).all() {
        let [name, others, office, country, qid, from, to, known, source] = cells[..] else { continue };
        let at = out.offices.len();
        for name in std::iter::once(name).chain(others.split(';')).filter(|name| !name.is_empty()) {
            out.names.entry(name).or_default().push(at);
        }
        if let Some((_, surname)) = name.rsplit_once(' ') {
            out.surnames.entry(surname).or_default().push(at);
        }
        out.offices.push(Office {
            name,
            office: (!office.is_empty()).then_some(office),
            country: Country::new(country),
            qid: (!qid.is_empty()).then_some(qid),
            from: PartialDate::parse(from),
            to: PartialDate::parse(to),
            known,
            authored: source == "authored",
        });
    }
    // The president of France is a prince of Andorra too, and one king reigns in fifteen states: the office that was written down
    // for being in the news comes first.
    let People { offices, names, surnames } = &mut out;
    for list in names.values_mut().chain(surnames.values_mut()) {
        list.sort_by_key(|at| !offices[*at].authored);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_are_dated() {
        let at = |day: &str| offices("Donald Trump").filter(|office| office.held(day)).count();
        assert_eq!((at("2018-05-01"), at("2022-05-01"), at("2025-06-01"), at("2031-01-01")), (1, 0, 1, 0));
        assert_eq!(offices("Zelensky").next().and_then(|office| office.country), Country::new("UKR"));
        assert_eq!(offices("Emmanuel Macron").next().and_then(|office| office.country), Country::new("FRA"));
        assert!(offices_by_surname("Trump").any(|office| office.name == "Donald Trump"));
    }
}
