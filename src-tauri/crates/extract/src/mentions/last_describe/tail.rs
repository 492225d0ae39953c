//! What stands behind the head of a description: whose it is and where, "of the region", "in South Korea", "from Bangladesh".

use lang::{Number, Shape, Tag};
use model::EntityKind;

use super::{LONGEST, Scan};
use crate::mentions::Description;

impl Scan<'_> {
    /// "of the region", "in South Korea", "from Bangladesh" behind the head.
    pub(super) fn tail(&self, found: &mut Description) {
        let Some(link) = self.word(found.end).map(str::to_owned) else { return };
        // "the governments of the region"
        if link == "of"
            && found.complements.is_empty()
            && found.head.number == Number::Many
            && let Some(inner) =
                self.word(found.end + 1).filter(|w| *w == "the").and_then(|_| self.description(found.end + 1))
            && matches!(inner.head.kind, EntityKind::Place | EntityKind::Country | EntityKind::Organization)
        {
            found.end = inner.end;
            return;
        }
        // "a lawyer for Mr Reis"
        let small = self.word(found.end + 1).is_some_and(|word| {
            word == "the"
                || self.context.pack.words().honorifics.contains(word.trim_end_matches('.'))
                    && self.cover.get(found.end + 2).is_some_and(Option::is_some)
        });
        let next = found.end + 1 + usize::from(small);
        if matches!(&*link, "in" | "at" | "near")
            && found.head.kind != EntityKind::Group
            && let Some(name) = self.town(next)
        {
            found.place = Some(name);
            found.end = self.names[name].end;
            return;
        }
        let Some(name) = self
            .cover
            .get(next)
            .copied()
            .flatten()
            .filter(|n| next < self.sentence.end && self.names[*n].first == next)
        else {
            return;
        };
        let state = matches!(
            self.names[name].guess,
            Some(EntityKind::Country | EntityKind::Place | EntityKind::Organization | EntityKind::Group)
        );
        // "the governments of South East Asia", "the military of Myanmar"
        // "the brother of Ana Reis"
        let terms = self.context.pack.words();
        let last = found.lemma.rsplit(' ').next().unwrap_or_default();
        let counsel = terms.counsels.contains(last);
        let of_somebody = (link == "of" && (terms.kin.contains(last) || counsel) || link == "for" && counsel)
            && found.complements.is_empty()
            && matches!(self.names[name].guess, Some(EntityKind::Person) | None);
        if of_somebody {
            found.complements.push(name);
            found.end = self.names[name].end;
            return;
        }
        // "two men of Indian origin"
        let end = self.names[name].end;
        let colours = self.names[name].guess == Some(EntityKind::Country)
            && self.word(end).is_some()
            && self.tokens[end].shape == Shape::Lower
            && matches!(self.tokens[end].tag, Tag::Noun | Tag::Adj);
        if colours && link == "of" {
            return;
        }
        if link == "of" && state && found.complements.is_empty() {
            found.complements.push(name);
            found.end = self.names[name].end;
            // "the leaders of Ethiopia and Somalia"
            let second = found.end + 1;
            if found.head.number == Number::Many
                && self.word(found.end) == Some("and")
                && let Some(other) = self.cover.get(second).copied().flatten().filter(|n| {
                    second < self.sentence.end
                        && self.names[*n].first == second
                        && self.names[*n].guess == self.names[name].guess
                })
            {
                found.complements.push(other);
                found.end = self.names[other].end;
            }
        } else if matches!(&*link, "in" | "at" | "near")
            && (found.head.kind == EntityKind::Facility
                || found.head.kind == EntityKind::Organization && (found.head.sited || found.head.body))
            && matches!(self.names[name].guess, Some(EntityKind::Country | EntityKind::Place))
        {
            found.place = Some(name);
            found.end = self.names[name].end;
        }
    }

    /// "northern city of Mosul", "Belarusian capital Minsk": the town that is named behind its sort.
    fn town(&self, from: usize) -> Option<usize> {
        let heads = &self.context.pack.words().heads;
        let mut sort = false;
        let mut at = from;
        while at < self.sentence.end && at < from + LONGEST {
            if let Some(name) = self.cover[at] {
                let found = &self.names[name];
                if sort {
                    let place = matches!(found.guess, Some(EntityKind::Place) | None) && found.first == at;
                    return place.then_some(name);
                }
                if found.guess != Some(EntityKind::Country) || found.first != at {
                    return None;
                }
                at = found.end;
                continue;
            }
            let word = self.word(at)?;
            let head =
                heads.exact(word).is_some_and(|head| head.kind == EntityKind::Place && head.classifier);
            let small = matches!(self.tokens[at].tag, Tag::Adj | Tag::Noun)
                || sort && matches!(word, "of" | ",")
                || self.context.pack.words().directions.contains(word);
            if !head && !small {
                return None;
            }
            sort |= head || self.context.pack.words().capitals.exact(word).is_some();
            at += 1;
        }
        None
    }
}
