//! `id/classes.tsv`, `id/names.crf` and its card `id/names.md`: the tagger of Indonesian names.

mod classes;
mod crf;
mod data;

use std::fmt::Write as _;
use std::path::Path;

use lang::Pack;
use lang::names::{Classes, Elsewhere, Kind, LABELS, Marginals, Model, Seen, label, look};

use crate::source::Trouble;
use crf::{Example, Fitted, fit};
use data::{Scored, Sentence};

/// Data sets: a name, the part to learn from, the part to score, and the penalty under which its development part is
/// read best.
const SETS: [(&str, &str, &str, f64); 2] = [
    ("IDNER-News-2k", "idner-news-2k/train.txt", "idner-news-2k/dev.txt", 0.5),
    ("NERGrit", "nergrit/train_preprocess.txt", "nergrit/valid_preprocess.txt", 4.0),
];
/// The set that the app's texts are most like: its tagger is shipped. The other is learnt and scored apart: learnt
/// together, with shared weights, each scored lower.
const SHIPPED: usize = 0;
const FOLDS: usize = 3;
const LEAST: u32 = 2;
/// Weights below are left out.
const FAINT: f32 = 0.02;

/// Makes the classes, the weights and the card.
pub(crate) fn make(data: &Path, lang: &Path) -> Result<(), Trouble> {
    let pack = lang::PACKS[0];
    let scored = Scored::read(data, pack)?;
    let table = classes::table(&data::news(data, pack, &scored)?);
    let path = lang.join("id/classes.tsv");
    table.write(&path)?;
    let classes = Classes::read(crate::source::text(&path)?.leak());
    let mut train = Vec::new();
    let mut held = Vec::new();
    for (_, learn, score, _) in SETS {
        train.push(data::sentences(&data.join(learn), pack, &scored)?);
        held.push(data::sentences(&data.join(score), pack, &scored)?);
    }
    let tagger = Tagger { pack, classes: &classes };
    let mut lines = String::new();
    for (set, sentences) in held.iter().enumerate() {
        let bytes: &'static [u8] = file(&tagger.fit(&train[set], SETS[set].3)).leak();
        let model = Model::read(bytes).ok_or_else(|| Trouble::Form(lang.into(), "no model".into()))?;
        let (once, twice) = tagger.score(&model, sentences);
        let _ = writeln!(lines, "| {} | {} | {once} | {twice} |", SETS[set].0, sentences.len());
        if set == SHIPPED {
            let path = lang.join("id/names.crf");
            std::fs::write(&path, bytes).map_err(|error| Trouble::File(path, error))?;
        }
    }
    eprint!("{lines}");
    let card = include_str!("card.md").replace("{scores}\n", &lines);
    let path = lang.join("id/names.md");
    std::fs::write(&path, card).map_err(|error| Trouble::File(path, error))
}

struct Tagger<'a> {
    pack: &'static Pack,
    classes: &'a Classes,
}

impl Tagger<'_> {
    fn seen(&self, sentence: &Sentence) -> Seen {
        Seen::of(&sentence.text, &sentence.tokens, self.pack, self.classes)
    }

    /// Fits the weights. Each sentence is learnt twice: by itself, and knowing what the others say of its words, as
    /// a tagger says it that has not seen the sentence.
    fn fit(&self, sentences: &[Sentence], penalty: f64) -> Fitted {
        let example = |seen: &Seen, sentence: &Sentence| Example {
            keys: seen.features(),
            labels: sentence.labels.clone(),
        };
        let mut odds: Vec<Marginals> = vec![Vec::new(); sentences.len()];
        for fold in 0..FOLDS {
            let examples: Vec<Example> = sentences
                .iter()
                .enumerate()
                .filter(|(at, _)| at % FOLDS != fold)
                .map(|(_, sentence)| example(&self.seen(sentence), sentence))
                .collect();
            let Some(model) = Model::read(file(&fit(&examples, LEAST, penalty, 25)).leak()) else { continue };
            for (at, sentence) in sentences.iter().enumerate().filter(|(at, _)| at % FOLDS == fold) {
                odds[at] = label(&model, &self.seen(sentence)).1;
            }
        }
        let mut examples = Vec::new();
        let mut elsewhere = Elsewhere::default();
        for (sentence, odds) in sentences.iter().zip(&odds) {
            elsewhere.add(&sentence.text, &sentence.tokens, odds);
        }
        for (sentence, odds) in sentences.iter().zip(&odds) {
            elsewhere.take(&sentence.text, &sentence.tokens, odds);
            let mut seen = self.seen(sentence);
            examples.push(example(&seen, sentence));
            seen.hear(&sentence.text, &sentence.tokens, &elsewhere);
            examples.push(example(&seen, sentence));
            elsewhere.add(&sentence.text, &sentence.tokens, odds);
        }
        fit(&examples, LEAST, penalty * 2.0, 90)
    }

    /// Scores of a first and a second look at a set, its sentences taken for one document.
    fn score(&self, model: &Model, sentences: &[Sentence]) -> (Score, Score) {
        let (mut once, mut twice) = (Score::default(), Score::default());
        let document: Vec<_> = sentences.iter().map(|s| (s.text.as_str(), s.tokens.as_slice())).collect();
        let read = look(model, &document, self.pack, self.classes);
        for (sentence, [(first, _), (second, _)]) in sentences.iter().zip(read) {
            once.count(&sentence.names, &sentence.spelt(&first));
            twice.count(&sentence.names, &sentence.spelt(&second));
        }
        (once, twice)
    }
}

/// The file of the weights.
fn file(fitted: &Fitted) -> Vec<u8> {
    let rows: Vec<(u32, [f32; LABELS])> = (0..fitted.keys.len())
        .map(|at| (fitted.keys[at], fitted.row(at)))
        .filter(|(_, row)| row.iter().any(|weight| weight.abs() >= FAINT))
        .collect();
    let largest = rows.iter().flat_map(|(_, row)| row).fold(0.0_f32, |top, weight| top.max(weight.abs()));
    let scale = (largest / 127.0).max(1e-6);
    let small = |weight: f32| (weight / scale).round() as i8;
    let rows: Vec<(u32, [i8; LABELS])> = rows.into_iter().map(|(key, row)| (key, row.map(small))).collect();
    let transitions = fitted.transitions().map(|row| row.map(|weight| (weight / scale).round() as i16));
    Model::write(scale, &transitions, &rows)
}

/// Counts of names: found and right, found, to be found; by kind.
#[derive(Debug, Default)]
struct Score([[u32; 3]; 3]);

impl Score {
    fn count(&mut self, gold: &[(usize, usize, Kind)], found: &[(usize, usize, Kind)]) {
        for (list, column) in [(found, 1), (gold, 2)] {
            for (_, _, kind) in list {
                self.0[*kind as usize][column] += 1;
            }
        }
        for name in found.iter().filter(|name| gold.contains(name)) {
            self.0[name.2 as usize][0] += 1;
        }
    }
}

impl std::fmt::Display for Score {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let value =
            |[right, found, gold]: [u32; 3]| 200.0 * f64::from(right) / f64::from((found + gold).max(1));
        let sum = |column: usize| self.0.iter().map(|row| row[column]).sum();
        write!(f, "{:.1}", value([sum(0), sum(1), sum(2)]))?;
        let parts: Vec<String> = Kind::ALL
            .iter()
            .map(|kind| format!("{kind:?} {:.1}", value(self.0[*kind as usize]).clamp(0.0, 100.0)))
            .collect();
        write!(f, " ({})", parts.join(", ").to_lowercase())
    }
}
