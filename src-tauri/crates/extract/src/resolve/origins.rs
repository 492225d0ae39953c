//! Where somebody comes from, in the text's own words: "pelukis asal Peru, Jorge Quispe", "Ana Reis (Portugal)",
//! "perusahaan Jepang Nintendo", "Spain's National Court". Said of people and bodies only; what a table or the text has settled
//! stays.

use lang::{Order, Shape, Tag};
use model::EntityKind;

use super::Work;
use crate::analysis::Referent;

/// How many tokens may stand between a name and the word that tells its origin.
const REACH: usize = 4;
/// How many nouns may stand between a state and whom they describe: "Swedish football captain Ana Holm".
const NOUNS: usize = 3;

impl Work<'_> {
    /// Gives people and bodies the state that the words beside their names say they are from.
    pub(super) fn origins(&mut self) {
        let names = self.material.names;
        let tokens = &self.material.tagged.tokens;
        let terms = self.material.context.pack.words();
        let word = |at: usize| tokens.get(at).map(|t| &*t.lower);
        let top: Vec<usize> = (0..names.len()).filter(|&i| !names[i].nested).collect();
        let mut told: Vec<(Referent, Referent)> = Vec::new();
        for (nth, &state) in top.iter().enumerate() {
            let (first, end) = (names[state].first, names[state].end);
            let from = self.of_name[state];
            let place = matches!(self.clusters[from].kind, Some(EntityKind::Country | EntityKind::Place));
            if !place || self.clusters[from].country.is_none() || first == 0 {
                continue;
            }
            let country = self.clusters[from].kind == Some(EntityKind::Country);
            let sentence = self.sentence_of(first);
            let near = |i: Option<usize>| {
                i.and_then(|i| top.get(i)).copied().filter(|&n| self.sentence_of(names[n].first) == sentence)
            };
            let before = near(nth.checked_sub(1));
            let after = near(Some(nth + 1));
            let beside = after.filter(|&n| names[n].first == end);
            let appended = after.filter(|&n| names[n].first == end + 1 && word(end) == Some(","));
            let whom = if terms.origins.contains(&*tokens[first - 1].lower) {
                before
                    .filter(|&n| {
                        let between = &tokens[names[n].end..first - 1];
                        between.iter().filter(|t| !matches!(t.tag, Tag::Punct | Tag::Num)).count() <= REACH
                            && between.iter().all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux))
                    })
                    .or(beside)
                    .or(appended)
            } else if country && word(first - 1) == Some("(") && word(end) == Some(")") {
                before.filter(|&n| names[n].end + 1 == first)
            } else if country && tokens[first - 1].tag == Tag::Noun && tokens[first - 1].shape == Shape::Lower
            {
                beside
            } else {
                None
            };
            told.extend(whom.map(|n| (self.of_name[n], from)));
        }
        let last = self.material.context.pack.order == Order::HeadLast;
        if last {
            told.extend(self.nationals(&top));
        }
        for (whom, from) in told {
            let country = self.clusters[from].country;
            let cluster = &mut self.clusters[whom];
            let kinds = matches!(cluster.kind, Some(EntityKind::Person | EntityKind::Organization))
                || last && matches!(cluster.kind, Some(EntityKind::Facility | EntityKind::Place));
            if kinds && cluster.country.is_none() {
                cluster.country = country;
            }
        }
    }
    /// Where a state stands first: "Spain's National Court", "Swedish captain Ana Holm", "the Danish company Lada Water", "Ana Holm, a
    /// Swedish painter".
    fn nationals(&self, top: &[usize]) -> Vec<(Referent, Referent)> {
        let names = self.material.names;
        let tokens = &self.material.tagged.tokens;
        let terms = self.material.context.pack.words();
        let mut out = Vec::new();
        for (nth, &state) in top.iter().enumerate() {
            let from = self.of_name[state];
            if self.clusters[from].kind != Some(EntityKind::Country) {
                continue;
            }
            let sentence = tokens[names[state].first].sentence;
            let token = |at: usize| tokens.get(at).filter(|t| t.sentence == sentence);
            let is = |at: usize, word: &str| token(at).is_some_and(|t| &*t.lower == word);
            let start = names[state].end + usize::from(is(names[state].end, "'s"));
            let noun = |at: usize| {
                token(at).is_some_and(|t| t.shape == Shape::Lower && matches!(t.tag, Tag::Noun | Tag::Adj))
            };
            let end = start + (start..start + NOUNS).take_while(|at| noun(*at)).count();
            // What the last noun before somebody calls them.
            let called = end.checked_sub(1).filter(|at| *at >= start).and_then(|at| {
                let word = |i: usize| tokens.get(at + i).filter(|_| i == 0).map(|t| &*t.lower);
                let title = terms.titles.longest(word).map(|_| EntityKind::Person);
                title.or_else(|| terms.heads.longest(word).map(|(_, head)| head.kind))
            });
            let kind = |name: usize| self.clusters[self.of_name[name]].kind;
            let next = top.get(nth + 1).copied();
            let beside = next.filter(|n| names[*n].first == end).filter(|n| match kind(*n) {
                Some(EntityKind::Person) => end == start || called.is_some(),
                Some(EntityKind::Organization) => end == start || called == Some(EntityKind::Organization),
                Some(EntityKind::Facility | EntityKind::Place) => end == start,
                _ => false,
            });
            let appended = next.filter(|n| {
                is(end, ",")
                    && names[*n].first == end + 1
                    && kind(*n) == Some(EntityKind::Person)
                    && called == Some(EntityKind::Person)
            });
            // "Ana Holm, a Swedish painter"
            let first = names[state].first;
            let opened = (1..=3)
                .map_while(|n| first.checked_sub(n))
                .find(|at| !noun(*at))
                .map(|at| at.saturating_sub(usize::from(tokens[at].tag == Tag::Det)));
            let before =
                opened.filter(|at| is(*at, ",") && called == Some(EntityKind::Person)).and_then(|comma| {
                    nth.checked_sub(1)
                        .map(|before| top[before])
                        .filter(|n| names[*n].end == comma && kind(*n) == Some(EntityKind::Person))
                });
            out.extend([beside.or(appended), before].into_iter().flatten().map(|n| (self.of_name[n], from)));
        }
        out
    }
}
