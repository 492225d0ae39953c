//! The names that a run of capitals is cut into.

use lang::{Head, Shape, Tag};
use model::EntityKind;

use super::{LISTED, Reader};
use crate::mentions::is_caplike;
use crate::mentions::names::{Name, is_given};
use crate::world::{self, Known};

impl Reader<'_> {
    /// Names in `at..end`; answers where to read on.
    pub(super) fn segment(&mut self, at: usize, end: usize, titled: bool) -> usize {
        // "Pan-democrat Gary Fan", "Activist Wong": an unknown first word of the sentence before a given name.
        if self.opens(at)
            && end > at + 1
            && !is_given(&self.tokens[at])
            && is_given(&self.tokens[at + 1])
            && self.known(at, end).is_none_or(|(_, known)| known.kind != EntityKind::Person)
            && (self.common(at) || self.tokens[at].lower.contains('-'))
        {
            return at + 1;
        }
        if let Some((length, known)) = self.opening_place(at, end) {
            return self.push_known(at, at + length, known, false);
        }
        if self.sentence.title_case
            && self.known(at, end).is_none()
            && !self.book.parts.contains(&*self.tokens[at].lower)
            && !self.book.seen.is_empty()
        {
            return at + 1;
        }
        if let Some((length, known)) = self.known(at, end) {
            let whole = at + length == end;
            let demonym = length == 1
                && known.kind == EntityKind::Country
                && lang::know::countries().by_name(self.tokens[at].span.of(self.context.text)).is_none();
            let acronym = self.tokens[at].shape == Shape::Upper;
            // "Chad Walker" is nobody's body.
            let rest_head = (!whole)
                .then(|| self.head(at + length, end))
                .flatten()
                .filter(|head| demonym || length > 1 || head.kind != EntityKind::Person);
            let official =
                end > at && self.word(end - 1).is_some_and(|w| self.pack().words().official.contains(w));
            let body = official
                || self.head(at, end).is_some_and(|head| head.body && head.kind == EntityKind::Organization);
            if whole
                && length > 1
                && body
                && known.kind == EntityKind::Organization
                && let Some((inner, state)) = (1..length)
                    .rev()
                    .find_map(|n| self.known(at, at + n))
                    .filter(|(_, state)| state.kind == EntityKind::Country)
            {
                self.out.push(Name::inside(at, at + inner, state));
            }
            if whole || known.kind == EntityKind::Person {
                return self.push_known(at, at + length, known, titled);
            }
            if known.kind == EntityKind::Country {
                if let Some(head) = rest_head {
                    // "Indonesian Navy", "US State Department"; not "Korean War".
                    let body = official || head.body && head.kind == EntityKind::Organization;
                    let next = self.push(at, end, Some(Self::kind_of(&head)), 0.85, "name.head");
                    if body {
                        self.out.push(Name::inside(at, at + length, known));
                    }
                    return next;
                }
                if demonym
                    || acronym
                    || length > 1 && !self.common(at + length)
                    || is_given(&self.tokens[at + length]) && length > 1
                {
                    return self.push_known(at, at + length, known, titled);
                }
            } else if matches!(known.kind, EntityKind::Organization | EntityKind::Group)
                && (acronym || length > 1)
                || known.capital && is_given(&self.tokens[at + length])
                // "In Baghdad Kadhim Talal Husain was killed"
                || known.kind == EntityKind::Place
                    && at == self.sentence.first + 1
                    && self.tokens[at - 1].tag == Tag::Adp
                    && end >= at + length + 2
                    && (at + length..end).all(|i| !self.common(i))
            {
                return self.push_known(at, at + length, known, titled);
            }
        }
        // A demonym inside the run begins a name of its own: "Former Malaysian", "South Korean".
        let cut = (at + 1..end).find(|&i| {
            self.known(i, end).is_some_and(|(length, known)| {
                known.kind == EntityKind::Country
                    && (length > 1
                        || self.common(i - 1)
                            && lang::know::countries()
                                .by_demonym(self.tokens[i].span.of(self.context.text))
                                .is_some())
            }) && self.common(i - 1)
                && self.word(i - 1) != Some("of")
                && self.word(i - 1) != Some("the")
                && self.opens(at)
        });
        if let Some(cut) = cut {
            return cut;
        }
        self.plain(at, end, titled)
    }

    /// "LIMA Peruvian police said", "THE HAGUE Former leader": a place in capitals before a sentence in small letters, as agencies open
    /// their reports.
    fn opening_place(&self, at: usize, end: usize) -> Option<(usize, Known)> {
        if at != self.sentence.first {
            return None;
        }
        let upper = (at..end).take_while(|i| self.tokens[*i].shape == Shape::Upper).count();
        let (length, known) = self.known(at, end).filter(|(length, _)| *length == upper)?;
        let place = matches!(known.kind, EntityKind::Place | EntityKind::Country);
        let letters = self.tokens[at].lower.len() >= 4 || upper > 1;
        (place && letters && at + length < end).then_some((length, known))
    }

    pub(super) fn kind_of(head: &Head) -> EntityKind {
        match head.kind {
            EntityKind::Country => EntityKind::Place,
            EntityKind::Person | EntityKind::Group => EntityKind::Organization,
            kind => kind,
        }
    }

    pub(super) fn push_known(&mut self, at: usize, end: usize, known: Known, titled: bool) -> usize {
        let single = end == at + 1;
        // "Nice" and "Reading" open sentences as words.
        if single
            && known.kind == EntityKind::Place
            && !known.capital
            && (known.doubtful && !self.place_before(at) || self.opens(at) && self.common(at))
        {
            return self.plain(at, end, titled);
        }
        self.out.push(Name::of_table(at, end, known, titled));
        end
    }

    pub(super) fn push(
        &mut self,
        at: usize,
        end: usize,
        guess: Option<EntityKind>,
        sure: f32,
        rule: &'static str,
    ) -> usize {
        let known = world::known(self.tokens[at].span.cover(self.tokens[end - 1].span).of(self.context.text));
        self.out.push(Name::new(at, end, guess, sure, rule).with(known));
        end
    }

    /// Any other run: a person, a firm, a place that no table has.
    pub(super) fn plain(&mut self, at: usize, end: usize, titled: bool) -> usize {
        let terms = self.pack().words();
        let seen = self.book.seen.contains_key(&*self.tokens[at].lower)
            || !self.common(at) && self.book.parts.contains(&*self.tokens[at].lower);
        let words = (at..end).filter(|&i| is_caplike(&self.tokens[i])).count();
        let common = (at..end).filter(|&i| is_caplike(&self.tokens[i]) && self.common(i)).count();
        if words == 1
            && !titled
            && !seen
            && (common == 1 || self.opens(at) && (self.pack().tag)(&self.tokens[at].lower).is_some())
        {
            return end;
        }
        // "Foolhardy provocation": an unknown word that opens a sentence before a noun.
        if words == 1
            && !titled
            && !seen
            && self.opens(at)
            && self.tokens[at].shape == Shape::Capital
            && self.tokens.get(end).is_some_and(|t| t.shape == Shape::Lower && t.tag == Tag::Noun)
            && self.head_behind(end).is_none()
        {
            return end;
        }
        if self.tokens[at].lower.chars().count() == 1 && words == 1 {
            return end;
        }
        // "Turnout was high": an unknown word that opens a sentence before "to be" is mostly a noun.
        if words == 1
            && !titled
            && !seen
            && !given(self, at)
            && self.opens(at)
            && self.tokens[at].shape == Shape::Capital
            && known_nowhere(self, at)
            && self.tokens.get(end).is_some_and(|t| t.tag == Tag::Aux)
        {
            return end;
        }
        // "Monday morning Police": what opens the sentence and is common goes, unless a head closes the run.
        let of = (at + 1..end).find(|&i| self.word(i) == Some("of"));
        let head = self.head(at, end).filter(|_| words > 1).or_else(|| of.and_then(|of| self.head(at, of)));
        // "Chad Walker", against "Civil Guard"
        let head = head.filter(|head| head.kind != EntityKind::Person || self.common(at));
        let upper = words == 1 && self.tokens[at].shape == Shape::Upper;
        let given = is_given(&self.tokens[at]);
        let speech = |i: usize| self.word(i).is_some_and(|w| terms.speech.contains(w));
        let (guess, sure) = if let Some(head) = self.begins(at).filter(|_| words > 1) {
            (Some(head.kind), 0.8)
        } else if self.classified(at) {
            (Some(EntityKind::Place), 0.85)
        } else if titled && !upper && (head.is_none() || common < words) {
            (Some(EntityKind::Person), 0.9)
        } else if let Some(head) = head {
            (Some(Self::kind_of(&head)), 0.8)
        } else if let Some(kind) = self.class_before(at).filter(|_| !titled) {
            (Some(kind), 0.85)
        } else if (at..end).any(|i| {
            self.tokens[i].shape == Shape::Mixed && self.tokens[i].lower.chars().any(|c| c.is_ascii_digit())
        }) {
            // "Airbus A320", "MH370": things with numbers are no people.
            (Some(EntityKind::Other), 0.6)
        } else if self.tokens[at].lower.contains('.') && !upper && words == 1 {
            (Some(EntityKind::Organization), 0.8)
        } else if given && common < words && !upper {
            (Some(EntityKind::Person), if words > 1 { 0.9 } else { 0.6 })
        } else if upper && self.opens(at) && self.dateline(end) {
            (Some(EntityKind::Place), 0.7)
        } else if upper {
            (Some(EntityKind::Organization), 0.6)
        } else if let Some(kind) = self.head_behind(end) {
            (Some(kind), 0.8)
        } else if (speech(end) || at > self.sentence.first && speech(at - 1)) && common < words {
            (Some(EntityKind::Person), 0.7)
        } else if self.place_before(at) && common < words && words <= 2 {
            (Some(EntityKind::Place), LISTED)
        } else if common == words || words > 3 || of.is_some() {
            (Some(EntityKind::Organization), 0.45)
        } else if let Some(kind) = self.class_between_commas(at, end) {
            (Some(kind), 0.7)
        } else if words == 1 && common < words && self.among_places(at) {
            (Some(EntityKind::Place), LISTED)
        } else if let Some(kind) = self.articled(at, end) {
            (Some(kind), 0.55)
        } else {
            (None, 0.5)
        };
        let known = world::known(self.tokens[at].span.cover(self.tokens[end - 1].span).of(self.context.text));
        self.out.push(Name { titled, ..Name::new(at, end, guess, sure, "name.shape").with(known) });
        end
    }
}

fn given(reader: &Reader<'_>, at: usize) -> bool {
    is_given(&reader.tokens[at])
}

fn known_nowhere(reader: &Reader<'_>, at: usize) -> bool {
    reader.known(at, at + 1).is_none()
}
