//! Whom "the man", "the ministry" and "the country" mean where modifiers stand before their noun: somebody whom the text has told of
//! before in other words.

use lang::{Number, Order};
use model::EntityKind;

use super::Work;
use super::descriptions::canonical;
use super::pronouns::REACH;
use crate::analysis::{Found, Referent, SentenceKind};
use crate::mentions::Description;

/// In how many sentences behind a headline somebody is introduced whom the headline tells of.
const LEAD: usize = 2;
/// How many sentences back the same noun means the same.
const SAME: usize = 6;

impl Work<'_> {
    /// Whom a bare description with an article means, or one that tells in full of somebody in the headline.
    pub(super) fn told_before(&self, d: &Description) -> Option<Referent> {
        if self.material.context.pack.order != Order::HeadLast {
            return None;
        }
        let bare =
            d.complements.is_empty() && d.owner.is_none() && d.place.is_none() && d.modifiers.is_empty();
        if !bare || !d.definite || d.fresh {
            return self.of_headline(d);
        }
        let word = d.lemma.rsplit(' ').next().unwrap_or_default();
        let many = d.number == Number::Many;
        match d.head.kind {
            EntityKind::Organization | EntityKind::Facility | EntityKind::Agreement => {
                self.same_head(d).or_else(|| self.index.tail(word, d.first))
            }
            EntityKind::Country if !many => self.country_again(d),
            EntityKind::Person | EntityKind::Group if many => {
                self.same_head(d).or_else(|| self.people_again(d, word))
            }
            EntityKind::Person => self.same_head(d).or_else(|| self.person_again(d, word)),
            _ => None,
        }
    }

    /// "Soldier defects to the South. A soldier from the North has ...", "At least 41 killed. At least 41 people were ...".
    fn of_headline(&self, d: &Description) -> Option<Referent> {
        let tagged = self.material.tagged;
        let here = self.sentence_of(d.first);
        let headline = tagged.sentences[..here].iter().rposition(|s| s.kind == SentenceKind::Headline)?;
        let between = tagged.sentences[headline + 1..here].iter();
        let lead = between.filter(|s| s.kind != SentenceKind::Furniture).count() < LEAD;
        let people = matches!(d.head.kind, EntityKind::Person | EntityKind::Group);
        if !lead || !people || d.owner.is_some() {
            return None;
        }
        let many = d.number == Number::Many;
        let counted = |key: &str| {
            let (_, count) = key.split_once(" #")?;
            count.split(' ').next().map(str::to_owned)
        };
        let told = |f: &&Found| {
            let cluster = &self.clusters[f.referent];
            let Some(key) = cluster.lemma.as_deref().filter(|_| !cluster.named) else { return false };
            let alike = key.split(' ').next() == canonical(d).split(' ').next();
            let one = cluster.many == many && counted(key) == d.count;
            one && (d.count.is_some() || alike && !many)
        };
        self.found_in(headline).find(told).map(|f| f.referent)
    }

    /// "His country", "her party": the state somebody is of, the one body that he belongs to or speaks for.
    pub(super) fn of_owner(&self, d: &Description, owner: Referent) -> Option<Referent> {
        let person = self.is_person(owner);
        if self.material.context.pack.order != Order::HeadLast || !person || !d.modifiers.is_empty() {
            return None;
        }
        if d.head.kind == EntityKind::Country && d.number != Number::Many {
            return self.clusters[owner].country.and_then(|country| self.country_referent(country));
        }
        if d.head.kind != EntityKind::Organization {
            return None;
        }
        if d.head.alone && d.head.body {
            let state = self.clusters[owner].country.and_then(|country| self.country_referent(country))?;
            return self.index.described(&format!("{} +{state}", canonical(d)));
        }
        let body = |who: &&Referent| {
            self.clusters[**who].named && self.clusters[**who].kind == Some(EntityKind::Organization)
        };
        match self.standings.objects(owner).iter().filter(body).collect::<Vec<_>>()[..] {
            [one] => Some(*one),
            _ => None,
        }
    }

    /// The country that the article is about, unless others stand nearer and it does not.
    fn country_again(&self, d: &Description) -> Option<Referent> {
        let home = self.home.and_then(|home| self.country_referent(home))?;
        let here = self.sentence_of(d.first);
        let mut near = (here.saturating_sub(1)..=here)
            .flat_map(|sentence| self.found_in(sentence))
            .filter(|f| f.end <= d.first && self.clusters[f.referent].kind == Some(EntityKind::Country))
            .map(|f| f.referent)
            .peekable();
        (near.peek().is_none() || near.any(|country| country == home)).then_some(home)
    }

    /// "The man", "the defector": the person most in the mind of the reader who holds no office.
    fn person_again(&self, d: &Description, word: &str) -> Option<Referent> {
        let terms = self.material.context.pack.words();
        if !terms.again.contains(word) || self.restricted(d) {
            return None;
        }
        let gender = terms.genders.get(word).copied();
        self.weightiest(d.first, |f, near| {
            let cluster = &self.clusters[f.referent];
            let other = cluster.gender.zip(gender).is_some_and(|(theirs, own)| theirs != own);
            let calling = |key: &str| !terms.again.contains(key.split([' ', '@']).next().unwrap_or_default());
            // "A lawyer ... the defector": somebody else, where neither word fits all.
            let apart = !cluster.named && gender.is_none() && cluster.lemma.as_deref().is_some_and(calling);
            self.is_person(f.referent)
                && cluster.role.is_none()
                && !other
                && !apart
                && !(near && self.same_clause(f.end, d.first) && !self.oblique(f.first))
        })
    }

    /// "The men", "the pair", "the prisoners": the last people told of who are several.
    fn people_again(&self, d: &Description, word: &str) -> Option<Referent> {
        let terms = self.material.context.pack.words();
        if !terms.again.contains(word) || self.restricted(d) {
            return None;
        }
        let here = self.sentence_of(d.first);
        (here.saturating_sub(REACH)..=here)
            .flat_map(|sentence| self.found_in(sentence))
            .filter(|f| {
                let cluster = &self.clusters[f.referent];
                let people = cluster.many && !cluster.named && cluster.kind == Some(EntityKind::Group);
                people && f.end <= d.first && !self.same_clause(f.end, d.first)
            })
            .max_by_key(|f| f.first)
            .map(|f| f.referent)
    }

    /// Whom the same noun described last in the sentences before: "the ministry" behind "the foreign ministry of Peru".
    fn same_head(&self, d: &Description) -> Option<Referent> {
        let lemma = canonical(d);
        let word = lemma.rsplit(' ').next().unwrap_or_default();
        let many = d.number == Number::Many;
        let alike = |key: &str| {
            key.split(' ').take_while(|part| !part.starts_with(['+', '#', '@'])).any(|part| part == word)
        };
        let here = self.sentence_of(d.first);
        (here.saturating_sub(SAME)..=here)
            .flat_map(|sentence| self.found_in(sentence))
            .filter(|f| {
                let cluster = &self.clusters[f.referent];
                // "An army spokesman" is not the army.
                let person = self.is_person(f.referent) && d.head.kind != EntityKind::Person;
                f.end <= d.first
                    && cluster.many == many
                    && !person
                    && cluster.lemma.as_deref().is_some_and(alike)
            })
            .max_by_key(|f| f.first)
            .map(|f| f.referent)
    }

    /// "The man who": a relative clause says who is meant.
    fn restricted(&self, d: &Description) -> bool {
        let pack = self.material.context.pack;
        let next = self.material.tagged.tokens.get(d.end);
        next.is_some_and(|token| (pack.happen)().cues.exact(&token.lower).is_some_and(|cues| cues.rel))
    }
}
