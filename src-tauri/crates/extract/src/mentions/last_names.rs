//! Proper names where modifiers stand first: "US State Department", "Malaysia's Prime Minister, Najib Razak".
//!
//! A run of capitals is cut at offices, honorifics and demonyms; its last word, or the one before "of", says what it is.
//! The counterpart of `names` for head-last languages; the same promises hold.

mod kinds;
mod parts;
mod run;
mod words;

use std::collections::BTreeMap;

use lang::{Pack, Shape, Token};

use super::names::{Book, Name, folded};
use super::word;
use crate::analysis::{Context, Sentence, SentenceKind, Tagged};

/// How sure a place is that is one by what stands around it.
const LISTED: f32 = 0.55;
/// Longest name, in tokens.
const LONGEST: usize = 10;

/// All names of a text, in order, longer before the shorter inside.
pub(super) fn names(tagged: &Tagged, context: &Context<'_>) -> Vec<Name> {
    let mut book = Book::default();
    for token in tagged.tokens.iter().filter(|t| t.shape == Shape::Lower) {
        book.small.insert(token.lower.to_string());
    }
    let mut out: Vec<Name> = Vec::new();
    let informative = |s: &Sentence| !s.title_case && s.kind != SentenceKind::Furniture;
    for pass in [true, false] {
        for sentence in tagged.sentences.iter().filter(|s| informative(s) == pass) {
            let mut reader =
                Reader { tokens: &tagged.tokens, context, sentence, book: &book, out: Vec::new() };
            reader.read();
            let found = reader.out;
            for name in found.iter().filter(|_| pass) {
                for token in &tagged.tokens[name.first..name.end] {
                    book.parts.insert(token.lower.to_string());
                }
                book.seen.entry(folded(&tagged.tokens[name.first..name.end])).or_insert(name.guess);
            }
            out.extend(found);
        }
    }
    out.sort_by_key(|name| (name.first, std::cmp::Reverse(name.end)));
    acronyms(&tagged.tokens, &mut out);
    out
}

struct Reader<'a> {
    tokens: &'a [Token],
    context: &'a Context<'a>,
    sentence: &'a Sentence,
    book: &'a Book,
    out: Vec<Name>,
}

impl Reader<'_> {
    fn pack(&self) -> &'static Pack {
        self.context.pack
    }

    fn word(&self, at: usize) -> Option<&str> {
        word(self.tokens, at, self.sentence.end)
    }

    fn read(&mut self) {
        let mut at = self.sentence.first;
        let mut titled = false;
        while at < self.sentence.end {
            if !self.caplike(at) {
                let token = &self.tokens[at];
                if token.shape == Shape::Lower {
                    titled = self.small_title(at);
                } else if token.shape == Shape::Punct && &*token.lower != "," {
                    titled = false;
                }
                at += 1;
                continue;
            }
            if let Some(length) = self.stop(at).filter(|_| !self.known_compound(at)) {
                at += length;
                titled = false;
                continue;
            }
            if let Some(known) = self.half_of_a_land(at) {
                at = self.push_known(at, at + 1, known, false);
                titled = false;
                continue;
            }
            if let Some(length) = self.honorific(at) {
                at += length;
                if self.word(at) == Some(".") {
                    at += 1;
                }
                titled = true;
                continue;
            }
            if let Some(length) = self.title(at) {
                at += length;
                titled = true;
                continue;
            }
            if let Some(known) = self.shared_noun(at) {
                self.out.push(Name::new(at, at + 1, Some(known.kind), 0.9, "name.shared").with(known));
                at += 2;
                continue;
            }
            let opener = self.pack().words().title_openers.contains(&*self.tokens[at].lower)
                && self.title(at + 1).is_some();
            let compound =
                self.known(at, (at + 6).min(self.sentence.end)).is_some_and(|(length, _)| length > 1);
            if (self.small_word(at) || opener)
                && !compound
                && !self.book.seen.contains_key(&*self.tokens[at].lower)
            {
                at += 1;
                continue;
            }
            let end = self.run(at);
            at = self.segment(at, end, titled);
            titled = false;
        }
    }
}

/// "Korean Central News Agency (KCNA)": the letters in brackets stand for the name before them.
fn acronyms(tokens: &[Token], names: &mut [Name]) {
    let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.nested && name.first + 1 < name.end) {
        ends.entry(name.end).or_insert(at);
    }
    for at in 0..names.len() {
        let Name { first, end, nested, .. } = names[at];
        let bracketed = first > 0
            && matches!(&*tokens[first - 1].lower, "(" | "[")
            && tokens.get(end).is_some_and(|t| matches!(&*t.lower, ")" | "]" | ","));
        if !bracketed || end != first + 1 || nested {
            continue;
        }
        if let Some(&long) = first.checked_sub(1).and_then(|open| ends.get(&open)) {
            names[at].short_for = Some(long);
            if names[at].known.is_none() {
                names[at].guess = names[long].guess;
                names[at].sure = names[long].sure;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Context;

    fn check(text: &str, expect: &str) {
        let context = Context::of(text, &lang::en::PACK, None);
        let tagged = crate::segment::tagged(text, context.pack);
        let got: Vec<&str> = names(&tagged, &context)
            .iter()
            .map(|name| tagged.tokens[name.first].span.cover(tagged.tokens[name.end - 1].span).of(text))
            .collect();
        assert_eq!(got.join(" | "), expect);
    }

    #[test]
    fn offices_and_demonyms_stand_outside_of_names() {
        check(
            "French President Nicolas Sarkozy met Malaysia's Prime Minister, Najib Razak.",
            "French | Nicolas Sarkozy | Malaysia | Najib Razak",
        );
        check("The former president met Mr. Straw in London on Friday.", "Straw | London");
    }

    #[test]
    fn a_body_of_a_state_holds_the_state() {
        check(
            "The US State Department warned the Indonesian Navy.",
            "US State Department | US | Indonesian Navy | Indonesian",
        );
    }

    #[test]
    fn people_and_links_stay_inside_a_name() {
        check(
            "The Korean People's Army (KPA) and the Bank of England said so.",
            "Korean People's Army | KPA | Bank of England",
        );
    }

    #[test]
    fn two_states_may_share_their_noun() {
        check("Soldiers of North and South Korea fought.", "North | South Korea");
    }
}
