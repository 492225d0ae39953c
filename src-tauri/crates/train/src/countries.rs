//! `know/countries.tsv`: names from CLDR, the rest authored.

use std::collections::BTreeMap;
use std::path::Path;

use crate::source::{Trouble, json, list, rows as lines, text};
use crate::table::Table;

/// A row of the table.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) iso2: String,
    pub(crate) iso3: String,
    pub(crate) qid: String,
    pub(crate) en: String,
    pub(crate) id: String,
    pub(crate) names: Vec<String>,
    pub(crate) demonyms: String,
    pub(crate) capitals: String,
    pub(crate) seats: String,
}

/// All rows.
pub(crate) fn rows(data: &Path) -> Result<Vec<Row>, Trouble> {
    let names = |language: &str| -> Result<BTreeMap<String, String>, Trouble> {
        let path = data.join("cldr").join(language).join("territories.json");
        let value = json(&path)?;
        let map = value["main"][language]["localeDisplayNames"]["territories"].as_object().cloned();
        let map = map.ok_or_else(|| Trouble::Form(path, "no territories".into()))?;
        Ok(map.into_iter().filter_map(|(key, name)| Some((key, name.as_str()?.to_owned()))).collect())
    };
    let (en, id) = (names("en")?, names("id")?);
    let qids = qids(data)?;
    let mut out = Vec::new();
    for cells in lines(include_str!("../authored/countries.tsv")) {
        let [iso2, iso3, others, demonyms, capitals, seats, name_en, name_id, qid] = cells[..] else {
            continue;
        };
        let plain = |given: &str, table: &BTreeMap<String, String>| -> String {
            if given.is_empty() { table.get(iso2).cloned().unwrap_or_default() } else { given.to_owned() }
        };
        let mut row = Row {
            iso2: iso2.into(),
            iso3: iso3.into(),
            qid: qid.into(),
            en: plain(name_en, &en),
            id: plain(name_id, &id),
            names: Vec::new(),
            demonyms: demonyms.into(),
            capitals: capitals.into(),
            seats: seats.into(),
        };
        let variants = [&en, &id].into_iter().flat_map(|table| {
            ["", "-alt-short", "-alt-variant"]
                .into_iter()
                .filter_map(move |kind| table.get(&format!("{iso2}{kind}")))
        });
        // CLDR's explained forms ("Congo (DRC)", "Hong Kong SAR China") are never written in news.
        let variants = variants
            .map(String::as_str)
            .filter(|name| !name.contains(['(', '-']) && !name.contains(" SAR ") && !name.contains(" DAK "));
        for name in [&*row.en, &*row.id].into_iter().chain(list(others)).chain(variants) {
            if !row.names.iter().any(|known| known == name) {
                row.names.push(name.to_owned());
            }
        }
        if row.qid.is_empty() {
            row.qid = row.names.iter().find_map(|name| qids.get(name)).cloned().unwrap_or_default();
        }
        out.push(row);
    }
    Ok(out)
}

/// Wikidata ids by the names that the table of offices gives to countries.
fn qids(data: &Path) -> Result<BTreeMap<String, String>, Trouble> {
    let csv = text(&data.join("world-leaders/everypolitician-wikidata-2022.csv"))?;
    Ok(csv
        .lines()
        .skip(1)
        .filter_map(|line| {
            let mut cells = line.split(',');
            let (qid, name) = (cells.next()?, cells.next()?);
            Some((name.trim_matches('"').to_owned(), qid.to_owned()))
        })
        .collect())
}

/// The table of the rows.
pub(crate) fn table(rows: &[Row]) -> Table {
    Table {
        head: vec![
            "Countries, and the territories that the news names like countries.",
            "Source: names from Unicode CLDR 48, Wikidata ids from Wikidata, the rest written for Wartagraf. Licence: Unicode-3.0 (LICENSES/unicode-cldr.txt), CC0, MIT.",
            "Columns: ISO 3166 alpha-3, alpha-2, Wikidata id, English name, Indonesian name, all names, English adjectives and people, capital (English, then other spellings; with \"~\" another city that stands for the government), seats that stand for the government. Lists are separated by \";\".",
        ],
        lines: rows
            .iter()
            .map(|row| {
                [
                    &row.iso3,
                    &row.iso2,
                    &row.qid,
                    &row.en,
                    &row.id,
                    &row.names.join(";"),
                    &row.demonyms,
                    &row.capitals,
                    &row.seats,
                ]
                .map(String::as_str)
                .join("\t")
            })
            .collect(),
    }
}
