//! Who is told again between commas: "The public defender, Giorgi Lomidze, condemned", "the governing party, Georgian Dream,", "Ana
//! Reis, a lawyer,", "Al-Shabab, an Islamist group fighting the government,".

use lang::{BodyLink, Number, Order, Shape, Tag};
use model::{EntityKind, MentionKind};

use super::Work;
use crate::analysis::{Found, Referent};
use crate::mentions::{Description, before_age};

/// How many nouns may stand behind a description that is an apposition: "warga Chad terpidana mati".
const NOUNS: usize = 4;

impl Work<'_> {
    /// Whom the name beside the description means; where the description comes back alone, it means him too.
    pub(super) fn apposed(&mut self, d: &Description, key: &str) -> Option<Referent> {
        let one = d.number != Number::Many && d.count.is_none();
        if self.material.context.pack.order != Order::HeadLast || !one {
            return None;
        }
        let referent = self.named_behind(d).or_else(|| self.named_before(d))?;
        let cluster = &mut self.clusters[referent];
        if cluster.lemma.is_none() {
            cluster.lemma = Some(key.to_owned());
            let cluster = cluster.clone();
            self.index.add(referent, &cluster);
        }
        Some(referent)
    }

    /// "Rina Sari (68), warga Chad terpidana mati,", "Rina Sari, seorang petani yang": whom the words behind the comma tell of. In
    /// "Bersama Rina Sari, warga Chad menolak" they begin a clause, in "Rina Sari, warga, dan polisi" they are others.
    pub(super) fn of_the_name_before(&mut self, d: &Description) -> Option<Referent> {
        let people = matches!(d.head.kind, EntityKind::Person | EntityKind::Group);
        let one = d.count.is_none() && d.closer.is_none() && (d.fresh || d.first == d.head_at);
        if self.material.context.pack.order != Order::HeadFirst || !people || !one {
            return None;
        }
        let tokens = &self.material.tagged.tokens;
        let comma = d.first.checked_sub(1).filter(|at| self.reads(d, *at, ","))?;
        let first = self.material.tagged.sentences[self.sentence_of(d.first)].first;
        let end = before_age(tokens, first, comma);
        let aged = end < comma;
        let links = &self.material.context.pack.words().body_links;
        // Behind an age nothing else can begin: "Rina Sari (68), warga Chad terpidana mati,".
        let noun = |at: &usize| {
            tokens.get(*at).is_some_and(|token| {
                let noun = matches!(token.tag, Tag::Noun | Tag::Adj) || aged;
                noun && token.shape == Shape::Lower && !links.contains_key(&*token.lower)
            })
        };
        let behind = d.end + (d.end..tokens.len()).take(NOUNS).take_while(noun).count();
        let clause =
            tokens.get(behind).is_some_and(|token| links.get(&*token.lower) == Some(&BodyLink::Clause));
        let closed = self.reads(d, behind, ",") && (aged || d.fresh || !self.list_goes_on(behind));
        if !clause && !closed && !self.reads(d, behind, ".") {
            return None;
        }
        let named = |found: &&Found| {
            found.mention.kind == MentionKind::Name
                && found.end == end
                && self.clusters[found.referent].kind == Some(EntityKind::Person)
        };
        let person = self.found_in(self.sentence_of(d.first)).find(named)?.referent;
        let country = d.complements.iter().find_map(|name| self.clusters[self.of_name[*name]].country);
        let cluster = &mut self.clusters[person];
        cluster.country = cluster.country.or(country);
        Some(person)
    }

    /// "The public defender, Giorgi Lomidze, condemned". In "Asked by a reporter, Ana Reis, the mayor, said" somebody new is not whose
    /// name follows.
    fn named_behind(&self, d: &Description) -> Option<Referent> {
        let known = !d.fresh || !d.complements.is_empty();
        if !known || !self.reads(d, d.end, ",") {
            return None;
        }
        let honorifics = &self.material.context.pack.words().honorifics;
        let tokens = &self.material.tagged.tokens;
        let title = |at: &usize| {
            tokens.get(*at).is_some_and(|token| honorifics.contains(token.lower.trim_end_matches('.')))
                || self.reads(d, *at, ".")
        };
        let from = d.end + 1 + (d.end + 1..tokens.len()).take_while(title).count();
        self.names_beside(d)
            .filter(|name| name.first == from)
            .max_by_key(|name| name.end)
            .filter(|name| self.reads(d, name.end, ",") || self.reads(d, name.end, "."))
            .filter(|name| !self.list_goes_on(name.end))
            .map(|name| name.referent)
    }

    /// "Ana Reis, a lawyer, said", "Al-Shabab, an Islamist group fighting the government,".
    fn named_before(&self, d: &Description) -> Option<Referent> {
        let comma = d.first.checked_sub(1).filter(|at| self.reads(d, *at, ",") && !self.list_goes_on(*at))?;
        let tokens = &self.material.tagged.tokens;
        let open = d.fresh && tokens.get(d.end).is_some_and(|token| token.tag != Tag::Cconj);
        let closed = [",", ".", "who"].iter().any(|word| self.reads(d, d.end, word));
        self.names_beside(d)
            .filter(|name| name.end == comma && (open || closed) && !self.list_goes_on(d.end))
            .min_by_key(|name| name.first)
            .map(|name| name.referent)
    }

    /// The names of the description's sentence that it may be said of.
    fn names_beside(&self, d: &Description) -> impl Iterator<Item = &Found> {
        let fits: &[EntityKind] = match d.head.kind {
            EntityKind::Person => &[EntityKind::Person],
            EntityKind::Organization => &[EntityKind::Organization],
            EntityKind::Group => &[EntityKind::Organization, EntityKind::Group],
            _ => &[],
        };
        self.found_in(self.sentence_of(d.first)).filter(move |found| {
            found.mention.kind == MentionKind::Name
                && self.clusters[found.referent].kind.is_some_and(|kind| fits.contains(&kind))
        })
    }

    /// Whether this word stands at the token, in the description's sentence.
    fn reads(&self, d: &Description, at: usize, word: &str) -> bool {
        let tokens = &self.material.tagged.tokens;
        tokens.get(at).is_some_and(|t| &*t.lower == word && t.sentence == tokens[d.first].sentence)
    }

    /// Whether "and" stands behind this comma.
    fn list_goes_on(&self, comma: usize) -> bool {
        self.material.tagged.tokens.get(comma + 1).is_some_and(|token| token.tag == Tag::Cconj)
    }
}
