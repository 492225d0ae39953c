//! What the tagger says of an article: for each token how likely it is (part of) a person, an organisation, a place.

use super::features::shares;
use super::{Classes, Elsewhere, Kind, Label, Marginals, Model, Seen, best, classes, marginals, tagger};
use crate::{Pack, Token};

/// What the tagger says of the tokens of an article. Empty for a language without a tagger.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    odds: Vec<[f32; 4]>,
    labels: Vec<Label>,
}

/// What the tagger says of a name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hint {
    /// The likeliest kind, were it a name.
    pub kind: Kind,
    /// How sure the kind is, were it a name.
    pub sure: f32,
    /// How likely it is that all of it is part of some name.
    pub name: f32,
}

impl Evidence {
    /// Reads an article: `sentences` are ranges of `tokens`. Looks twice: the second look knows what the first one said
    /// of the same words in other sentences.
    pub fn of(
        text: &str,
        tokens: &[Token],
        sentences: impl Iterator<Item = (usize, usize)>,
        pack: &Pack,
    ) -> Self {
        let Some(model) = tagger(pack.language) else { return Self::default() };
        let ranges: Vec<(usize, usize)> =
            sentences.filter(|(first, end)| tokens.get(*first..*end).is_some()).collect();
        let sentences: Vec<(&str, &[Token])> =
            ranges.iter().map(|(first, end)| (text, &tokens[*first..*end])).collect();
        let read = look(model, &sentences, pack, classes(pack.language));
        let mut out = Self { odds: vec![[0.0; 4]; tokens.len()], labels: vec![0; tokens.len()] };
        for ((first, _), [_, (labels, odds)]) in ranges.iter().zip(read) {
            for (nth, (label, row)) in labels.into_iter().zip(&odds).enumerate() {
                out.labels[first + nth] = label;
                out.odds[first + nth] = shares(row);
            }
        }
        out
    }

    /// What it says of the tokens `first..end`; `None` where it did not look.
    pub fn hint(&self, first: usize, end: usize) -> Option<Hint> {
        let rows = self.odds.get(first..end).filter(|rows| !rows.is_empty())?;
        let mut sums = [0.0; 3];
        let mut name = 1.0_f32;
        for row in rows {
            if row.iter().sum::<f32>() < 0.5 {
                return None;
            }
            for (sum, share) in sums.iter_mut().zip(row) {
                *sum += share;
            }
            name = name.min(1.0 - row[3]);
        }
        let all: f32 = sums.iter().sum();
        let top = (0..3).fold(0, |top, at| if sums[at] > sums[top] { at } else { top });
        Some(Hint { kind: Kind::ALL[top], sure: if all > 0.0 { sums[top] / all } else { 0.0 }, name })
    }

    /// The names that it finds by itself: tokens and kind.
    pub fn names(&self) -> Vec<(usize, usize, Kind)> {
        super::spans(&self.labels)
    }
}

/// The labels and probabilities of a sentence.
pub fn label(model: &Model, seen: &Seen) -> (Vec<Label>, Marginals) {
    let scores: Vec<_> = seen.features().iter().map(|keys| model.scores(keys)).collect();
    let (odds, _) = marginals(&scores, model.transitions(), |_, _, _| ());
    (best(&scores, model.transitions()), odds)
}

/// The labels and probabilities of each sentence of a document after a first look, and after a second one that knows what
/// the first one said of the same words in other sentences.
pub fn look(
    model: &Model,
    sentences: &[(&str, &[Token])],
    pack: &Pack,
    classes: &Classes,
) -> Vec<[(Vec<Label>, Marginals); 2]> {
    let mut elsewhere = Elsewhere::default();
    let first: Vec<(Seen, Vec<Label>, Marginals)> = sentences
        .iter()
        .map(|(text, tokens)| {
            let seen = Seen::of(text, tokens, pack, classes);
            let (labels, odds) = label(model, &seen);
            elsewhere.add(text, tokens, &odds);
            (seen, labels, odds)
        })
        .collect();
    let mut out = Vec::with_capacity(sentences.len());
    for ((text, tokens), (mut seen, labels, odds)) in sentences.iter().zip(first) {
        elsewhere.take(text, tokens, &odds);
        let again = seen.hear(text, tokens, &elsewhere).then(|| label(model, &seen));
        elsewhere.add(text, tokens, &odds);
        let again = again.unwrap_or_else(|| (labels.clone(), odds.clone()));
        out.push([(labels, odds), again]);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokenize::tokenize;

    #[test]
    fn a_speaker_that_no_table_has_is_a_person() {
        let text = "Rapat itu ditunda, kata Wirdan Sumarjo di Jakarta, Senin.";
        let tokens = tokenize(text, 0..text.len(), 0, &crate::id::PACK);
        let at = tokens.iter().position(|token| &*token.lower == "wirdan").unwrap();
        let evidence = Evidence::of(text, &tokens, [(0, tokens.len())].into_iter(), &crate::id::PACK);
        assert_eq!(evidence.hint(at, at + 2).map(|hint| hint.kind), Some(Kind::Person));
        let none = Evidence::of(text, &tokens, [(0, tokens.len())].into_iter(), &crate::en::PACK);
        assert_eq!(none.hint(at, at + 2), None);
    }
}
