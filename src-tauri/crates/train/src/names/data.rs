//! The annotated sentences, cut into the tokens that the app cuts: text, tokens, labels.

use std::collections::BTreeSet;
use std::path::Path;

use lang::names::{Kind, Label, labels_of, spans};
use lang::tokenize::tokenize;
use lang::{Pack, Token};

use crate::source::{Trouble, files, text};

/// Sentences that share so many words in a row with a scored article are left out.
const SHARED: usize = 8;

/// An annotated sentence.
#[derive(Debug)]
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) tokens: Vec<Token>,
    pub(crate) labels: Vec<Label>,
    /// The names as annotated: their first and last word among the words that the source cuts, and their kind.
    pub(crate) names: Vec<(usize, usize, Kind)>,
    /// Where each word of the source ends in the text, in bytes.
    ends: Vec<usize>,
}

impl Sentence {
    /// The names that labels of the tokens spell, by the first and the last word of the source that they touch. Names
    /// are scored on these words: a bracket that the source leaves at a word is part of no other name.
    pub(crate) fn spelt(&self, labels: &[Label]) -> Vec<(usize, usize, Kind)> {
        let word = |byte: usize| self.ends.partition_point(|end| *end <= byte);
        spans(labels)
            .into_iter()
            .map(|(first, end, kind)| {
                (word(self.tokens[first].span.start()), word(self.tokens[end - 1].span.end() - 1), kind)
            })
            .collect()
    }
}

/// Sequences of words of the scored articles: nothing that holds one is learnt from.
#[derive(Debug, Default)]
pub(crate) struct Scored(BTreeSet<u64>);

impl Scored {
    /// Of the articles beside the data folder.
    pub(crate) fn read(data: &Path, pack: &Pack) -> Result<Self, Trouble> {
        let mut out = Self::default();
        let above = data.parent().unwrap_or(data);
        for folder in ["gold/look", "gold/check", "sample"] {
            for path in files(&above.join(folder), ".txt")? {
                let text = text(&path)?;
                out.0.extend(sequences(&tokenize(&text, 0..text.len(), 0, pack)));
            }
        }
        Ok(out)
    }

    /// Whether these tokens repeat a scored article.
    pub(crate) fn shares(&self, tokens: &[Token]) -> bool {
        sequences(tokens).any(|sequence| self.0.contains(&sequence))
    }
}

fn sequences(tokens: &[Token]) -> impl Iterator<Item = u64> {
    let words: Vec<&str> =
        tokens.iter().map(|t| &*t.lower).filter(|w| w.chars().any(char::is_alphanumeric)).collect();
    let hash = |window: &[&str]| {
        window
            .iter()
            .flat_map(|word| word.bytes().chain([b' ']))
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
                (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
            })
    };
    let hashes: Vec<u64> = words.windows(SHARED).map(hash).collect();
    hashes.into_iter()
}

/// The sentences of a file in columns: the word first, the label last.
pub(crate) fn sentences(path: &Path, pack: &Pack, scored: &Scored) -> Result<Vec<Sentence>, Trouble> {
    let mut out = Vec::new();
    let text = text(path)?;
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    for block in lines.split(|line| line.is_empty()) {
        let rows: Vec<(&str, &str)> = block
            .iter()
            .filter_map(|line| {
                let mut cells = line.split([' ', '\t']);
                let word = cells.next().filter(|word| !word.is_empty())?;
                Some((word, cells.next_back().unwrap_or("O")))
            })
            .collect();
        let sentence = sentence(&rows, pack);
        if !sentence.tokens.is_empty() && !scored.shares(&sentence.tokens) {
            out.push(sentence);
        }
    }
    Ok(out)
}

fn sentence(rows: &[(&str, &str)], pack: &Pack) -> Sentence {
    let mut text = String::new();
    let mut names: Vec<(usize, usize, Kind)> = Vec::new();
    let mut words: Vec<(usize, usize, Kind)> = Vec::new();
    let mut ends = Vec::with_capacity(rows.len());
    for (at, (word, label)) in rows.iter().enumerate() {
        // One of the sources cuts at every mark: "sumber - sumber", "menit )".
        let joins = matches!(*word, "." | "," | ";" | ":" | "!" | "?" | ")")
            || at > 0 && matches!(rows[at - 1].0, "(")
            || at > 0 && at + 1 < rows.len() && *word == "-" && rows[at - 1].0 == rows[at + 1].0
            || at > 1 && rows[at - 1].0 == "-" && rows[at - 2].0 == *word;
        if at > 0 && !joins {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        ends.push(text.len());
        let kind = match label.get(..3) {
            Some("B-P" | "I-P") if label.contains("PL") => Kind::Place,
            Some("B-P" | "I-P") => Kind::Person,
            Some("B-O" | "I-O") => Kind::Organization,
            Some("B-L" | "I-L") => Kind::Place,
            _ => continue,
        };
        match names.last_mut() {
            Some((_, end, last)) if label.starts_with('I') && *last == kind && *end + 1 >= start => {
                *end = text.len();
                if let Some((_, last, _)) = words.last_mut() {
                    *last = at;
                }
            }
            _ => {
                names.push((start, text.len(), kind));
                words.push((at, at, kind));
            }
        }
    }
    let tokens = tokenize(&text, 0..text.len(), 0, pack);
    let mut labels = vec![0; tokens.len()];
    for (start, end, kind) in names {
        let inside: Vec<usize> = (0..tokens.len())
            .filter(|&at| tokens[at].span.start() < end && tokens[at].span.end() > start)
            .collect();
        for (at, label) in inside.iter().zip(labels_of(kind, inside.len())) {
            labels[*at] = label;
        }
    }
    Sentence { text, tokens, labels, names: words, ends }
}

/// The words of unlabelled news, document by document, as written.
pub(crate) fn news(data: &Path, pack: &Pack, scored: &Scored) -> Result<Vec<Vec<String>>, Trouble> {
    let mut out = Vec::new();
    let path = data.join("news-id-raw/articles.jsonl");
    for line in text(&path)?.lines() {
        let value: serde_json::Value =
            serde_json::from_str(line).map_err(|error| Trouble::Form(path.clone(), error.to_string()))?;
        let text = value["text"].as_str().unwrap_or_default();
        let tokens = tokenize(text, 0..text.len(), 0, pack);
        if !scored.shares(&tokens) {
            out.push(tokens.iter().map(|token| token.span.of(text).to_owned()).collect());
        }
    }
    let tagged = text(&data.join("nlp-id-pos/dataset_postag.txt"))?;
    let words =
        tagged.lines().filter_map(|line| line.split_once('\t')).map(|(word, _)| word.trim().to_owned());
    out.push(words.collect());
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_scored_on_the_words_of_the_source() {
        let rows =
            [("Ketua", "O"), ("Partai", "B-ORG"), ("Lada", "I-ORG"), ("(PL)", "I-ORG"), ("Rina", "B-PER")];
        let sentence = sentence(&rows, lang::PACKS[0]);
        assert_eq!(sentence.names, [(1, 3, Kind::Organization), (4, 4, Kind::Person)]);
        assert_eq!(sentence.spelt(&sentence.labels), sentence.names);
        // "(PL" without its bracket is still the word "(PL)".
        let mut labels = sentence.labels.clone();
        let bracket = sentence.tokens.iter().position(|token| &*token.lower == ")").unwrap();
        labels[bracket] = 0;
        labels[bracket - 1] = labels_of(Kind::Organization, 2).last().unwrap();
        assert_eq!(sentence.spelt(&labels), sentence.names);
    }
}
