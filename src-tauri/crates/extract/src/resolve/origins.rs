//! Where somebody comes from, in the text's own words: "pelukis asal Peru, Jorge Quispe", "Ana Reis (Portugal)",
//! "perusahaan Jepang Nintendo". Said of people and bodies only; what a table or the text has settled stays.

use lang::{Shape, Tag};
use model::EntityKind;

use super::Work;
use crate::analysis::Referent;

/// How many tokens may stand between a name and the word that tells its origin.
const REACH: usize = 4;

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
                        between.len() <= REACH
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
        for (whom, from) in told {
            let country = self.clusters[from].country;
            let cluster = &mut self.clusters[whom];
            if matches!(cluster.kind, Some(EntityKind::Person | EntityKind::Organization))
                && cluster.country.is_none()
            {
                cluster.country = country;
            }
        }
    }
}
