//! `id/words.tsv` and `en/words.tsv`: ordinary words with their main tag, counted in tagged news and web text.

use std::collections::BTreeMap;
use std::path::Path;

use crate::source::{Trouble, files, text};
use crate::table::Table;

/// Words seen less often say more about typing errors than about the language.
const LEAST: u32 = 3;

/// Counts of one lower-cased word.
#[derive(Debug, Default)]
struct Word {
    /// Seen in lower case, by tag.
    tags: BTreeMap<&'static str, u32>,
    /// Seen in lower case, by lemma (English).
    lemmas: BTreeMap<String, u32>,
    /// Seen with a capital where none is due, as a name.
    names: u32,
}

impl Word {
    fn seen(&self) -> u32 {
        self.tags.values().sum()
    }

    /// An ordinary word: often enough in lower case, and not overwhelmingly a name.
    fn ordinary(&self) -> bool {
        self.seen() >= LEAST && (self.seen() * 5 >= self.names || self.seen() >= 12)
    }
}

/// The words of a language.
#[expect(clippy::struct_field_names, reason = "they are the words")]
#[derive(Debug)]
pub(crate) struct Words {
    words: BTreeMap<String, Word>,
    head: Vec<&'static str>,
    lemmas: bool,
}

impl Words {
    /// Whether it is an ordinary word, in lower case.
    pub(crate) fn has(&self, word: &str) -> bool {
        self.words.get(word).is_some_and(Word::ordinary)
    }

    /// The table.
    pub(crate) fn table(&self) -> Table {
        let lines = self.words.iter().filter(|(_, word)| word.ordinary()).filter_map(|(form, word)| {
            let (tag, count) = word.tags.iter().max_by_key(|(_, count)| **count)?;
            if *tag == "PROPN" {
                return None;
            }
            let share = f64::from(*count) / f64::from(word.seen());
            let mut line = format!("{form}\t{tag}\t{share:.2}");
            if self.lemmas {
                let lemma =
                    word.lemmas.iter().max_by_key(|(_, count)| **count).map_or("", |(lemma, _)| lemma);
                line.push('\t');
                line.push_str(if lemma == form { "" } else { lemma });
            }
            Some(line.trim_end().to_owned())
        });
        Table { head: self.head.clone(), lines: lines.collect() }
    }

    fn count(&mut self, form: &str, tag: &'static str, lemma: Option<&str>) {
        let lower = form.to_lowercase();
        let letters = lower.chars().all(|c| c.is_alphabetic() || c == '-' || c == '\'');
        if lower.is_empty() || !letters || lower.starts_with('-') {
            return;
        }
        let word = self.words.entry(lower.clone()).or_default();
        if form == lower {
            *word.tags.entry(tag).or_default() += 1;
            if let Some(lemma) = lemma {
                *word.lemmas.entry(lemma.to_lowercase()).or_default() += 1;
            }
        } else if tag == "PROPN" {
            word.names += 1;
        }
    }
}

/// Indonesian words, from the tagged news of nlp-id.
pub(crate) fn indonesian(data: &Path) -> Result<Words, Trouble> {
    let mut words = Words {
        words: BTreeMap::new(),
        head: vec![
            "Ordinary Indonesian words with their main tag.",
            "Source: counted in the part-of-speech data of nlp-id 0.1.23, (c) 2025 kumparan.com. Licence: MIT (LICENSES/nlp-id.txt).",
            "Columns: word, tag (Universal Dependencies), share of that tag among the word's occurrences in lower case.",
        ],
        lemmas: false,
    };
    for line in text(&data.join("nlp-id-pos/dataset_postag.txt"))?.lines() {
        let Some((form, tag)) = line.split_once('\t') else { continue };
        let (form, tag) = (form.trim(), tag.trim());
        if matches!(tag, "FW" | "SYM") {
            continue;
        }
        words.count(form, universal(tag, &form.to_lowercase()), None);
    }
    Ok(words)
}

/// The nearest Universal Dependencies tag.
fn universal(tag: &str, lower: &str) -> &'static str {
    match tag {
        "NNP" => "PROPN",
        "VB" | "vb" => match lower {
            "akan" | "bisa" | "dapat" | "harus" | "telah" | "sudah" | "sedang" | "boleh" | "mampu"
            | "adalah" | "ialah" | "merupakan" => "AUX",
            _ => "VERB",
        },
        "IN" => "ADP",
        "PR" => match lower {
            "yang" => "SCONJ",
            "ini" | "itu" => "DET",
            _ => "PRON",
        },
        "ADV" => match lower {
            "akan" | "telah" | "sudah" | "sedang" | "bisa" | "dapat" | "harus" | "masih" | "boleh"
            | "mesti" | "perlu" => "AUX",
            _ => "ADV",
        },
        "JJ" => "ADJ",
        "SC" => "SCONJ",
        "DT" => {
            if lower == "nya" {
                "PRON"
            } else {
                "DET"
            }
        }
        "NUM" => "NUM",
        "CC" => "CCONJ",
        "NEG" | "RP" | "UH" => "PART",
        _ => "NOUN",
    }
}

/// English words, from the training parts of two treebanks.
pub(crate) fn english(data: &Path) -> Result<Words, Trouble> {
    let mut words = Words {
        words: BTreeMap::new(),
        head: vec![
            "Ordinary English words with their main tag and lemma.",
            "Source: counted in UD English-EWT (training part) and in GUM (training part; annotations CC BY 4.0). Licence of this table: CC BY-SA 4.0 (LICENSES/ud-english-ewt.txt, LICENSES/gum.txt).",
            "Columns: word, tag (Universal Dependencies), share of that tag among the word's occurrences in lower case, lemma if another.",
        ],
        lemmas: true,
    };
    let mut paths = files(&data.join("ud-en-ewt"), "-train.conllu")?;
    paths.extend(
        files(&data.join("gum-en"), ".conllu")?
            .into_iter()
            .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("train."))),
    );
    for path in paths {
        for line in text(&path)?.lines() {
            let cells: Vec<&str> = line.split('\t').collect();
            let [number, form, lemma, tag, ..] = cells[..] else { continue };
            if !number.bytes().all(|b| b.is_ascii_digit()) {
                continue;
            }
            let tag = [
                "NOUN", "PROPN", "PRON", "VERB", "AUX", "ADJ", "ADV", "ADP", "CCONJ", "SCONJ", "DET", "NUM",
                "PART", "INTJ",
            ]
            .into_iter()
            .find(|known| *known == tag);
            if let Some(tag) = tag {
                words.count(form, tag, Some(lemma));
            }
        }
    }
    Ok(words)
}
