//! What a word is among names: written as one, common, an office, an honorific, known to the tables.

use lang::{BodyLink, Head, Shape, Tag, Token};
use model::EntityKind;

use super::Reader;
use crate::mentions::{is_caplike, title_ending};
use crate::world::{self, Known};

impl Reader<'_> {
    /// Written as a name; "pro-Beijing" and "anti-American" only look so.
    pub(super) fn caplike(&self, at: usize) -> bool {
        let articled = |token: &Token| {
            token.shape == Shape::Mixed
                && ["al-", "el-", "as-", "ar-", "an-", "ash-", "ul-"]
                    .iter()
                    .any(|start| token.lower.starts_with(start))
                && token.lower.len() > 4
        };
        at < self.sentence.end && (is_caplike(&self.tokens[at]) || articled(&self.tokens[at])) && {
            let token = &self.tokens[at];
            !self.compound_adjective(at)
                && (token.shape != Shape::Mixed
                    || !["pro-", "anti-", "pan-", "non-", "mid-", "ex-", "post-", "pre-", "then-", "co-"]
                        .iter()
                        .any(|start| token.lower.starts_with(start)))
        }
    }

    /// "French-Italian", "US-led", "Russian-backed": a country in an adjective, no name of its own ("Guinea-Bissau" is).
    pub(super) fn compound_adjective(&self, at: usize) -> bool {
        let written = self.tokens[at].span.of(self.context.text);
        let Some((first, rest)) = written.split_once('-') else { return false };
        let country = |part: &str| world::known(part).is_some_and(|known| known.kind == EntityKind::Country);
        (country(first) || matches!(first, "Franco" | "Anglo" | "Sino" | "Russo" | "Indo" | "Euro"))
            && (rest.chars().next().is_some_and(char::is_lowercase) || country(rest))
            && world::known(written).is_none()
    }

    pub(super) fn opens(&self, at: usize) -> bool {
        let before = &self.tokens[self.sentence.first..at];
        before.iter().all(|t| t.shape == Shape::Punct)
            || before.last().is_some_and(|t| matches!(&*t.lower, "\"" | "“" | "‘" | ":" | "•"))
    }

    pub(super) fn common(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape != Shape::Upper
            && ((self.pack().common)(&token.lower)
                || self.book.small.contains(&*token.lower)
                || self.pack().words().heads.exact(&token.lower).is_some())
    }

    /// A closed word ("The", "In", "He") that only begins a sentence with a capital.
    pub(super) fn small_word(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape == Shape::Capital
            && matches!(
                (self.pack().tag)(&token.lower),
                Some(
                    Tag::Det
                        | Tag::Adp
                        | Tag::Sconj
                        | Tag::Cconj
                        | Tag::Pron
                        | Tag::Aux
                        | Tag::Adv
                        | Tag::Part
                        | Tag::Num
                )
            )
    }

    pub(super) fn stop(&self, at: usize) -> Option<usize> {
        // "Sept. 11"
        let word = |i: usize| {
            self.word(at + i).map(|w| if i == 0 && w.len() > 2 { w.trim_end_matches('.') } else { w })
        };
        self.pack().words().stops.longest(word).map(|(length, ())| length)
    }

    pub(super) fn honorific(&self, at: usize) -> Option<usize> {
        let honorifics = &self.pack().words().honorifics;
        let one = self.word(at)?;
        let bare = one.trim_end_matches('.');
        let two = self.word(at + 1).map(|second| format!("{bare} {second}"));
        if two.is_some_and(|two| honorifics.contains(&*two)) {
            return Some(2);
        }
        (honorifics.contains(bare) && (self.caplike(at + 1) || self.word(at + 1) == Some("."))).then_some(1)
    }

    /// An office in the run: "Foreign Minister", "Secretary of State".
    pub(super) fn title(&self, at: usize) -> Option<usize> {
        let (length, title) = self.pack().words().titles.longest(|i| self.word(at + i))?;
        let loud = self.tokens[at].shape == Shape::Upper
            && self.pack().words().titles.exact(&self.tokens[at].lower).is_none();
        let holds = title.relation.is_some() || title.scope == lang::Scope::None;
        (holds && !loud && (at..at + length).all(|i| self.caplike(i) || self.tokens[i].shape == Shape::Lower))
            .then_some(length)
    }

    pub(super) fn known(&self, at: usize, limit: usize) -> Option<(usize, Known)> {
        let longest = (limit - at).min(8);
        (1..=longest).rev().find_map(|length| {
            let last = &self.tokens[at + length - 1];
            if length > 1 && !is_caplike(last) && last.shape != Shape::Number {
                return None;
            }
            let span = self.tokens[at].span.cover(last.span);
            world::known(span.of(self.context.text)).map(|known| (length, known))
        })
    }

    pub(super) fn head(&self, at: usize, end: usize) -> Option<Head> {
        // The longest phrase of heads that ends the run.
        (at..end).find_map(|first| {
            let (length, head) = self
                .pack()
                .words()
                .heads
                .longest(|i| (first + i < end).then(|| self.word(first + i)).flatten())?;
            (first + length == end).then_some(*head)
        })
    }

    /// "Islamic State", "Christian Aid": whole names that begin with a word that alone names nobody.
    pub(super) fn known_compound(&self, at: usize) -> bool {
        self.known(at, (at + 6).min(self.sentence.end)).is_some_and(|(length, _)| length > 1)
    }

    /// "the North" where the article has spoken of one land that begins so: North Korea.
    pub(super) fn half_of_a_land(&self, at: usize) -> Option<Known> {
        let token = &self.tokens[at];
        let article = at > self.sentence.first && self.tokens[at - 1].tag == Tag::Det;
        if !article
            || token.shape != Shape::Capital
            || !self.pack().words().directions.contains(&*token.lower)
            || self.caplike(at + 1)
        {
            return None;
        }
        let start = format!("{} ", token.lower);
        let mut lands: Vec<Known> = Vec::new();
        for (name, _) in self
            .book
            .seen
            .range(start.clone()..)
            .take_while(|(name, _)| name.starts_with(&start))
            .filter(|(_, guess)| **guess == Some(EntityKind::Country))
        {
            let written: Vec<String> = name.split(' ').map(capitalised).collect();
            if let Some(known) = world::known(&written.join(" "))
                && !lands.iter().any(|land| land.country == known.country)
            {
                lands.push(known);
            }
        }
        if lands.len() == 1 { lands.pop() } else { None }
    }

    /// "North" in "North and South Korea".
    pub(super) fn shared_noun(&self, at: usize) -> Option<Known> {
        let joined =
            self.word(at + 1).is_some_and(|w| self.pack().words().body_links.get(w) == Some(&BodyLink::List));
        if !joined || !self.caplike(at + 2) || !self.caplike(at + 3) {
            return None;
        }
        let text = self.context.text;
        let country = |surface: &str| world::known(surface).filter(|known| known.kind == EntityKind::Country);
        country(self.tokens[at + 2].span.cover(self.tokens[at + 3].span).of(text))?;
        country(&format!("{} {}", self.tokens[at].span.of(text), self.tokens[at + 3].span.of(text)))
    }

    /// "president" in lower case right before a name says that a person follows.
    pub(super) fn small_title(&self, at: usize) -> bool {
        let terms = self.pack().words();
        let title = title_ending(terms, self.sentence.first, at, |at| self.word(at));
        title.is_some() || terms.honorifics.contains(&*self.tokens[at].lower)
    }

    pub(super) fn place_before(&self, at: usize) -> bool {
        at > self.sentence.first && self.pack().words().at.contains(&*self.tokens[at - 1].lower)
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}
