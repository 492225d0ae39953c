//! How far a run of capitals goes.

use lang::{BodyLink, Shape, Tag};
use model::EntityKind;

use super::{LONGEST, Reader};
use crate::mentions::names::is_given;

impl Reader<'_> {
    /// Where the run of capitals that begins here ends.
    pub(super) fn run(&self, at: usize) -> usize {
        let terms = self.pack().words();
        // "Gulf of Aden", "Doctors Without Borders": what the tables have whole.
        let whole = self.known(at, (at + 8).min(self.sentence.end)).map_or(1, |(length, _)| length);
        let mut end = at + whole;
        while end < self.sentence.end && end - at < LONGEST {
            let token = &self.tokens[end];
            let cap = |i: usize| self.caplike(i) && self.stop(i).is_none();
            // "MADAYA, Syria An aid convoy entered": the sentence begins behind the place.
            let article = token.shape == Shape::Capital
                && (self.pack().tag)(&token.lower) == Some(Tag::Det)
                && self.tokens.get(end + 1).is_some_and(|next| next.shape == Shape::Lower);
            if article && self.known(at, end).is_some_and(|(length, _)| length == end - at) {
                break;
            }
            if cap(end) {
                if self.title(end).is_some() && self.stop(end).is_none() && !self.inside_body(end) {
                    break;
                }
                end += 1;
            } else if token.shape == Shape::Clitic
                && &*token.lower == "'s"
                && cap(end + 1)
                // "Civic Party's Jeremy Tam" are two.
                && !is_given(&self.tokens[end + 1])
                && self.common(end - 1)
                && self.known(end - 1, end).is_none()
                && !self.book.seen.contains_key(&*self.tokens[end - 1].lower)
                && self.title(end + 1).is_none()
            {
                // "People's Party", against "Malaysia's Navy"
                end += 2;
            } else if terms.person_links.contains(&*token.lower)
                && cap(end + 1)
                && !matches!((self.pack().tag)(&token.lower), Some(Tag::Adp))
            {
                end += 1;
            } else if &*token.lower == "of"
                && self.tokens[end - 1].shape != Shape::Upper
                && self.heads_name(at, end)
            {
                let next = end + 1 + usize::from(self.word(end + 1) == Some("the"));
                if !cap(next) {
                    break;
                }
                end = next;
            } else if terms.body_links.get(&*token.lower) == Some(&BodyLink::Name)
                && &*token.lower != "of"
                && cap(end + 1 + usize::from(self.word(end + 1) == Some("the")))
                && self.serves(at, end)
            {
                // "United Party for Development", "Committee on Foreign Affairs", "Council for the Welfare of Immigrants"
                end += 2 + usize::from(self.word(end + 1) == Some("the"));
            } else if terms.body_links.get(&*token.lower) == Some(&BodyLink::List)
                && cap(end + 1)
                && self.lists(at, end)
                || token.shape == Shape::Number
                    && token.lower.len() <= 4
                    && self.tokens[end - 1].shape != Shape::Upper
                    && !token.lower.starts_with(['1', '2'])
            {
                end += 1;
            } else {
                break;
            }
        }
        end
    }

    /// "Secretary" in "Home Secretary's Office" does not occur; "Representatives" in "House of Representatives" does.
    pub(super) fn inside_body(&self, at: usize) -> bool {
        at > self.sentence.first && self.word(at - 1) == Some("of")
    }

    /// Whether a capitalised noun that heads names stands before "of": "Ministry of", "University of", "Republic of".
    pub(super) fn heads_name(&self, at: usize, of: usize) -> bool {
        let noun = self.common(of - 1) && !is_given(&self.tokens[of - 1]) && !is_given(&self.tokens[at]);
        let holds = self.head(at, of).is_some_and(|head| {
            matches!(
                head.kind,
                EntityKind::Organization
                    | EntityKind::Agreement
                    | EntityKind::Country
                    | EntityKind::Facility
                    | EntityKind::Place
            )
        });
        // "Joint Chiefs of Staff", "National Association of Resident Doctors": two common words in capitals inside a sentence.
        let capitals = of >= at + 2
            && !self.opens(at)
            && (at..of).all(|i| self.common(i) && self.known(i, of).is_none())
            && self.tokens[of + 1..self.sentence.end].first().is_some_and(|t| &*t.lower != "the");
        noun && (holds
            || capitals
            || matches!(
                &*self.tokens[of - 1].lower,
                "republic"
                    | "house"
                    | "front"
                    | "bank"
                    | "university"
                    | "ministry"
                    | "department"
                    | "office"
                    | "institute"
                    | "battle"
                    | "board"
                    | "center"
                    | "centre"
                    | "chamber"
                    | "federation"
                    | "league"
                    | "society"
                    | "order"
                    | "army"
                    | "party"
                    | "community"
                    | "kingdom"
                    | "emirate"
                    | "war"
                    | "treaty"
                    | "union"
                    | "court"
                    | "gulf"
                    | "strait"
                    | "sea"
                    | "bay"
                    | "cape"
                    | "isle"
                    | "state"
                    | "church"
                    | "organization"
                    | "conference"
                    | "congress"
                    | "school"
                    | "museum"
                    | "college"
            ))
    }

    /// Whether a body's name may go on behind "for" or "on": its head stands before, and no place of the world behind.
    pub(super) fn serves(&self, at: usize, link: usize) -> bool {
        let body = link > at + 1
            && self.head(at, link).is_some_and(|head| head.kind == EntityKind::Organization && !head.body);
        let next = link + 1 + usize::from(self.word(link + 1) == Some("the"));
        body && self.common(next) && self.known(next, (next + 1).min(self.sentence.end)).is_none()
    }

    /// "Ministry of Law and Human Rights", "Centers for Disease Control and Prevention": both sides are common words of one body.
    pub(super) fn lists(&self, at: usize, link: usize) -> bool {
        let of = (at..link).any(|i| matches!(&*self.tokens[i].lower, "of" | "for"));
        of && self.common(link - 1)
            && self.common(link + 1)
            && self.known(link + 1, (link + 2).min(self.sentence.end)).is_none()
    }
}
