//! Makes the committed tables of `lang` from the data folder. No part of the shipped program, and needed by nobody who
//! builds it: the tables are in the repository.
//!
//! `train tables --data DIR` writes `lang/src/know/*.tsv` and the words of both languages; `train weights --data DIR`
//! the weights of the trained taggers with their cards. Same data, same bytes.

mod countries;
mod given;
mod names;
mod people;
mod places;
mod source;
mod table;
mod words;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use source::Trouble;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let lang = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../lang/src");
    let made = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["tables", "--data", data] => tables(Path::new(data), &lang),
        ["weights", "--data", data] => names::make(Path::new(data), &lang),
        _ => {
            eprintln!("usage: train tables|weights --data DIR");
            return ExitCode::from(2);
        }
    };
    match made {
        Ok(()) => ExitCode::SUCCESS,
        Err(trouble) => {
            eprintln!("{trouble}");
            ExitCode::FAILURE
        }
    }
}

fn tables(data: &Path, lang: &Path) -> Result<(), Trouble> {
    let indonesian = words::indonesian(data)?;
    let countries = countries::rows(data)?;
    countries::table(&countries).write(&lang.join("know/countries.tsv"))?;
    indonesian.table().write(&lang.join("id/words.tsv"))?;
    let english = words::english(data)?;
    english.table().write(&lang.join("en/words.tsv"))?;
    let given = given::names(data)?;
    places::table(data, &countries, &|word| indonesian.has(word) || english.has(word), &|word| {
        given.contains_key(word)
    })?
    .write(&lang.join("know/places.tsv"))?;
    given::table(&given).write(&lang.join("know/given.tsv"))?;
    people::table(data, &countries)?.write(&lang.join("know/people.tsv"))?;
    Ok(())
}
