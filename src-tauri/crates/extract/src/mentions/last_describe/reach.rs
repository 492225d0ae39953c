//! How far a description reaches behind its head ("a delegation of Belgian miners", "lawyers in Lima") and whose it is by a noun
//! before it ("the mayor's lawyers").

use lang::happen::Part;
use lang::{Form, Opener, Shape, Tag};
use model::EntityKind;

use super::{Opening, Scan};
use crate::mentions::Description;

/// Words of a noun phrase behind a preposition, at most.
const LONGEST: usize = 8;

/// How far before somebody the verb may stand that "of" belongs to: "accused the two men of".
const CHARGE: usize = 5;

/// What a noun phrase behind a preposition ends with.
struct Inner {
    end: usize,
    name: Option<usize>,
}

impl Scan<'_> {
    /// "the mayor's lawyers": who is described by a noun whose possessor the description `owner` is.
    pub(super) fn possessed(&self, owner: &Description) -> Option<Description> {
        let clitic = owner.end;
        let cut = clitic < self.sentence.end && matches!(&*self.tokens[clitic].lower, "'s" | "'");
        let refers = owner.first < owner.head_at || !owner.complements.is_empty();
        if !cut || !refers || owner.place.is_some() {
            return None;
        }
        let from = clitic + 1;
        let found = self.opened(from, from, Opening { owned: true, ..Opening::default() })?;
        Some(Description { first: owner.first, owner: Some(owner.first), ..found })
    }

    /// Takes in what stands behind the head and says who is meant: "survivors of the siege", not "accused the army of murder"; "lawyers
    /// in Lima said", where a verb follows, not "arrested lawyers in Lima".
    pub(super) fn spread(&self, found: &mut Description) {
        let Some(link) = self.word(found.end).map(str::to_owned) else { return };
        let acts =
            matches!(found.head.kind, EntityKind::Group | EntityKind::Person | EntityKind::Organization);
        let fits = acts || found.head.kind == EntityKind::Facility;
        if found.end != found.head_end || !fits {
            return;
        }
        if link == "of" && !self.charged(found.first) {
            if let Some(inner) = self.noun_phrase(found.end + 1) {
                found.end = inner.end;
            }
            return;
        }
        let at = self.context.pack.words().at.contains(&*link) || link == "from";
        if at
            && acts
            && self.acts_behind(found)
            && let Some(inner) = self.noun_phrase(found.end + 1).filter(|inner| self.verb_follows(inner.end))
        {
            let lies = |name: &usize| {
                matches!(self.names[*name].guess, Some(EntityKind::Country | EntityKind::Place))
            };
            found.end = inner.end;
            found.place = inner.name.filter(lies);
        }
    }

    /// Whether "of" belongs to a verb before: "accused the army of".
    fn charged(&self, first: usize) -> bool {
        let charges = &self.context.pack.words().charges;
        (self.sentence.first..first)
            .rev()
            .take(CHARGE)
            .find(|at| self.tokens[*at].tag == Tag::Verb)
            .is_some_and(|at| charges.contains(&*self.tokens[at].lemma))
    }

    /// Whether somebody may be the subject of what follows: no verb, noun or preposition right before him.
    fn acts_behind(&self, found: &Description) -> bool {
        let before = found.first.checked_sub(1).filter(|at| *at >= self.sentence.first);
        before.is_none_or(|at| {
            let said = self.context.pack.words().speech.contains(&*self.tokens[at].lower);
            said || !matches!(self.tokens[at].tag, Tag::Verb | Tag::Adp | Tag::Noun | Tag::Propn)
        })
    }

    /// Whether a verb that has a subject follows, or a clause about who stands before.
    fn verb_follows(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at).filter(|_| at < self.sentence.end) else { return false };
        let finite = |at: usize| {
            self.tokens.get(at).filter(|_| at < self.sentence.end).is_some_and(|token| {
                token.tag == Tag::Aux
                    || self.context.pack.words().speech.contains(&*token.lower)
                    || token.tag == Tag::Verb
                        && !matches!(token.form, Some(Form::Ing | Form::Participle | Form::Infinitive))
            })
        };
        finite(at)
            || token.tag == Tag::Adv && finite(at + 1)
            || &*token.lower == "," && matches!(self.word(at + 1), Some("who" | "whose"))
    }

    /// Where a noun phrase ends that begins here and names no happening: "the dead", "Belgian miners", "his ministry's directorate".
    fn noun_phrase(&self, from: usize) -> Option<Inner> {
        let terms = self.context.pack.words();
        let happen = (self.context.pack.happen)();
        let mut at = from;
        while let Some(word) = self.word(at) {
            let opener: Option<(usize, &Opener)> = terms.openers.longest(|i| self.word(at + i));
            if let Some((length, _)) = opener {
                at += length;
            } else if terms.pronouns.exact(word).is_some() && at == from
                || self.tokens[at].shape == Shape::Number
                || self.tokens[at].tag == Tag::Det
                || terms.honorifics.contains(word.trim_end_matches('.'))
            {
                at += 1;
            } else {
                break;
            }
        }
        let mut inner = None;
        while at < self.sentence.end && at - from < LONGEST {
            if let Some(name) = self.cover[at] {
                if self.names[name].first != at {
                    break;
                }
                at = self.names[name].end;
                inner = Some(Inner { end: at, name: Some(name) });
            } else {
                let token = &self.tokens[at];
                let event = happen
                    .entries(&token.lower)
                    .iter()
                    .any(|entry| entry.part == Part::Noun && entry.rest.is_empty());
                if event || happen.times.longest(|i| self.word(at + i)).is_some() {
                    return None;
                }
                let small = matches!(token.shape, Shape::Lower | Shape::Mixed);
                let head = terms.heads.exact(&token.lower).is_some();
                match token.tag {
                    // "the disappeared"
                    _ if small && (head || token.tag == Tag::Noun) => {
                        inner = Some(Inner { end: at + 1, name: None });
                    }
                    Tag::Adj | Tag::Num if small => {}
                    Tag::Other if small && token.shape == Shape::Lower => {
                        inner = Some(Inner { end: at + 1, name: None });
                    }
                    _ => break,
                }
                at += 1;
            }
            if at < self.sentence.end && &*self.tokens[at].lower == "'s" {
                inner = None;
                at += 1;
            }
        }
        inner
    }
}
