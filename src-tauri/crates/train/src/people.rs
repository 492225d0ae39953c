//! `know/people.tsv`: who held which office when.
//!
//! Four sources, newest first: the authored list, the leaders' snapshot, Wikidata's offices of 2022, and the actor
//! dictionary of CAMEO, which ends in 2014. A blank end means unknown after the source's date, never "still in office".

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::countries::Row;
use crate::source::{Trouble, files, json, rows, text};
use crate::table::Table;

/// CAMEO's offices that ended before are of no use to a reader of news.
const SINCE: u32 = 1998;

/// One office of one person.
#[expect(clippy::struct_field_names, reason = "an office has a holder, a country and a name of its own")]
#[derive(Debug, Default, Clone)]
struct Office {
    name: String,
    others: String,
    office: String,
    country: String,
    qid: String,
    from: String,
    to: String,
    /// Date after which the source knows nothing.
    known: &'static str,
    /// Who says so.
    source: &'static str,
}

/// The table.
pub(crate) fn table(data: &Path, countries: &[Row]) -> Result<Table, Trouble> {
    let mut offices: Vec<Office> = rows(include_str!("../authored/people.tsv"))
        .filter_map(|cells| {
            let [name, others, office, country, from, to] = cells[..] else { return None };
            Some(Office {
                name: name.into(),
                others: others.into(),
                office: office.into(),
                country: country.into(),
                from: from.into(),
                to: to.into(),
                known: "2025-12",
                source: "authored",
                ..Office::default()
            })
        })
        .collect();
    offices.extend(snapshot(data, countries)?);
    offices.extend(wikidata(data, countries)?);
    offices.extend(cameo(data, countries)?);

    let mut qids: BTreeMap<String, String> = BTreeMap::new();
    for office in offices.iter().filter(|office| !office.qid.is_empty()) {
        qids.entry(office.name.clone()).or_insert_with(|| office.qid.clone());
    }
    // One row for an office that two sources know: the earlier source's word stands.
    let mut seen: BTreeMap<(String, String), Vec<(String, String)>> = BTreeMap::new();
    let mut lines = BTreeSet::new();
    for mut office in offices {
        let spans = seen.entry((office.name.clone(), office.country.clone())).or_default();
        let year = |date: &str, blank: &str| date.get(..4).unwrap_or(blank).to_owned();
        let (from, to) = (year(&office.from, "0000"), year(&office.to, "9999"));
        let covered =
            spans.iter().any(|(f, t)| from.as_str() < t.as_str() && f.as_str() < to.as_str() || *f == from);
        if covered {
            continue;
        }
        spans.push((from, to));
        if office.qid.is_empty() {
            office.qid = qids.get(&office.name).cloned().unwrap_or_default();
        }
        lines.insert(
            [
                &*office.name,
                &office.others,
                &office.office,
                &office.country,
                &office.qid,
                &office.from,
                &office.to,
                office.known,
                office.source,
            ]
            .join("\t"),
        );
    }
    Ok(Table {
        head: vec![
            "Holders of offices.",
            "Source: written for Wartagraf (MIT; known until 2025-12), world-leaders-current by open-data-archive (CC BY-SA 4.0; 2026-08-22), Wikidata (CC0; 2022), actor dictionary of CAMEO/PETRARCH (MIT; 2014). Licence of this table: CC BY-SA 4.0 (LICENSES/world-leaders.txt).",
            "Columns: name, other names separated by \";\", office, country (ISO 3166 alpha-3, or -), Wikidata id, from, to (a blank end is unknown after the next column's date), date up to which the source knows, source (authored leaders wikidata cameo).",
        ],
        lines,
    })
}

/// Full names of persons, once each, for counting given names.
pub(crate) fn full_names(data: &Path) -> Result<BTreeSet<String>, Trouble> {
    let mut out: BTreeSet<String> =
        rows(include_str!("../authored/people.tsv")).map(|cells| cells[0].to_owned()).collect();
    let csv = text(&data.join("world-leaders/everypolitician-wikidata-2022.csv"))?;
    out.extend(csv.lines().skip(1).filter_map(|line| csv_cells(line).get(5).cloned()));
    out.extend(cameo_people(data)?.into_iter().map(|(name, ..)| name));
    Ok(out)
}

fn snapshot(data: &Path, countries: &[Row]) -> Result<Vec<Office>, Trouble> {
    let mut out = Vec::new();
    for folder in files(&data.join("world-leaders/data/countries"), "")? {
        let path = folder.join("current.json");
        if !path.is_file() {
            continue;
        }
        let value = json(&path)?;
        let iso2 = value["country"]["iso_code"].as_str().unwrap_or("");
        let Some(country) = countries.iter().find(|row| row.iso2 == iso2) else { continue };
        for position in ["head_of_government", "head_of_state"] {
            let place = &value["positions"][position];
            let holder = &place["current_holder"];
            let cell = |key: &str| holder[key].as_str().unwrap_or("").to_owned();
            if !cell("name_en").is_empty() {
                out.push(Office {
                    name: cell("name_en"),
                    office: place["title_en"].as_str().unwrap_or("").to_owned(),
                    country: country.iso3.clone(),
                    qid: cell("wikidata_id"),
                    from: cell("since"),
                    known: "2026-08",
                    source: "leaders",
                    ..Office::default()
                });
            }
        }
    }
    Ok(out)
}

fn wikidata(data: &Path, countries: &[Row]) -> Result<Vec<Office>, Trouble> {
    let csv = text(&data.join("world-leaders/everypolitician-wikidata-2022.csv"))?;
    Ok(csv
        .lines()
        .skip(1)
        .filter_map(|line| {
            let cells = csv_cells(line);
            let [country, name, _, title, qid, holder, from, to] = &cells[..] else { return None };
            let row = countries.iter().find(|row| row.qid == *country || row.names.contains(name))?;
            // "President of Albania" is the office "President" in Albania.
            let office = title.split(" of ").next().unwrap_or(title);
            (!holder.starts_with('Q')).then(|| Office {
                name: holder.clone(),
                office: office.to_owned(),
                country: row.iso3.clone(),
                qid: qid.clone(),
                from: from.clone(),
                to: to.clone(),
                known: "2022",
                source: "wikidata",
                ..Office::default()
            })
        })
        .collect())
}

fn csv_cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().expect("there is always a cell").push(c),
        }
    }
    cells
}

fn cameo(data: &Path, countries: &[Row]) -> Result<Vec<Office>, Trouble> {
    let mut out = Vec::new();
    for (name, code, from, to) in cameo_people(data)? {
        let Some(country) = countries.iter().find(|row| row.iso3 == code) else { continue };
        let end = if to.is_empty() { 9999 } else { to[..4].parse().unwrap_or(0) };
        let start: u32 = from.get(..4).and_then(|year| year.parse().ok()).unwrap_or(0);
        if end >= SINCE && start >= 1970 {
            out.push(Office {
                name,
                country: country.iso3.clone(),
                from,
                to,
                known: "2014",
                source: "cameo",
                ..Office::default()
            });
        }
    }
    Ok(out)
}

/// Persons of the actor dictionary with their time in government: name, country code, from, to.
fn cameo_people(data: &Path) -> Result<Vec<(String, String, String, String)>, Trouble> {
    let path = data.join("cameo/Phoenix.Countries.actors.txt");
    let bytes = std::fs::read(&path).map_err(|error| Trouble::File(path, error))?;
    let mut out = Vec::new();
    let mut name: Option<String> = None;
    for line in String::from_utf8_lossy(&bytes).lines() {
        if let Some(rest) = line.trim().strip_prefix('[').filter(|_| line.starts_with(['\t', ' '])) {
            let (Some(name), Some((code, span))) =
                (&name, rest.split(']').next().unwrap_or("").split_once(' '))
            else {
                continue;
            };
            if code.len() != 6 || !code.ends_with("GOV") {
                continue;
            }
            let (from, to) = match (span.strip_prefix('>'), span.split_once('-')) {
                (Some(from), _) => (day(from), String::new()),
                (None, Some((from, to))) => (day(from), day(to)),
                _ => continue,
            };
            if !from.is_empty() {
                out.push((name.clone(), code[..3].to_owned(), from, to));
            }
        } else if !line.starts_with(['+', '#', '\t', ' ', '-']) {
            let written = line.split([';', '#', '[']).next().unwrap_or("").trim().trim_end_matches('_');
            let plain = written.contains('_')
                && written.chars().all(|c| c.is_ascii_uppercase() || matches!(c, '_' | '-' | '\''));
            name = plain.then(|| capitals(written));
        }
    }
    Ok(out)
}

/// "971231" and "19971231" are 1997-12-31.
fn day(digits: &str) -> String {
    let digits = digits.trim();
    if !digits.bytes().all(|b| b.is_ascii_digit()) {
        return String::new();
    }
    let full = match digits.len() {
        6 => format!("{}{digits}", if digits < "30" { "20" } else { "19" }),
        8 => digits.to_owned(),
        _ => return String::new(),
    };
    format!("{}-{}-{}", &full[..4], &full[4..6], &full[6..])
}

/// "HAMID_KARZAI" is "Hamid Karzai".
fn capitals(written: &str) -> String {
    let mut out = String::new();
    let mut start = true;
    for c in written.chars() {
        let c = if c == '_' { ' ' } else { c };
        out.push(if start { c } else { c.to_ascii_lowercase() });
        start = c == ' ' || c == '-';
    }
    out
}
