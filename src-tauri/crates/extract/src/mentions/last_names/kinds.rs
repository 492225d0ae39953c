//! What a name is that no table has, by the words around it.

use lang::{BodyLink, Head, Shape, Tag};
use model::EntityKind;

use super::{LISTED, Reader};

impl Reader<'_> {
    /// "PEMBA, Mozambique — ", "JUBA (Reuters) - ": whether a capitalised name that opens the line is the place that it was written in.
    pub(super) fn dateline(&self, end: usize) -> bool {
        let dash = |at: usize| self.word(at).is_some_and(|w| matches!(w, "—" | "–" | "-" | "("));
        let state = || self.known(end + 1, (end + 4).min(self.sentence.end));
        dash(end) || self.word(end) == Some(",") && end + 1 < self.sentence.end && state().is_some()
    }

    /// "in Mosul, Baiji and Tuz": behind a comma or "and" behind a place.
    pub(super) fn among_places(&self, at: usize) -> bool {
        let joins = |i: usize| {
            self.word(i)
                .is_some_and(|w| w == "," || self.pack().words().body_links.get(w) == Some(&BodyLink::List))
        };
        let Some(last) = self.out.iter().rev().find(|name| !name.nested) else { return false };
        let governed = || last.rule == "name.place" && self.place_before(last.first) || last.sure == LISTED;
        last.guess == Some(EntityKind::Place)
            && last.end >= self.sentence.first
            && (1..=2).contains(&at.saturating_sub(last.end))
            && (last.end..at).all(joins)
            && governed()
    }

    /// "Cyclone Oma": a noun that names begin with.
    pub(super) fn begins(&self, at: usize) -> Option<Head> {
        self.pack().words().heads.exact(self.word(at)?).filter(|head| head.inner).copied()
    }

    /// "the Sadrists", "the Toronto Star": people bear no article.
    pub(super) fn articled(&self, at: usize, end: usize) -> Option<EntityKind> {
        let article = at.checked_sub(1).filter(|i| *i >= self.sentence.first && self.word(*i) == Some("the"));
        // "the South Pacific"
        if article.is_some() && self.pack().words().directions.contains(&*self.tokens[at].lower) {
            return Some(EntityKind::Place);
        }
        // "the Bush administration"
        let modifies = self
            .tokens
            .get(end)
            .is_some_and(|t| t.shape == Shape::Lower && matches!(t.tag, Tag::Noun | Tag::Adj));
        let many = end == at + 1
            && ["ists", "ites", "crats"].iter().any(|plural| self.tokens[at].lower.ends_with(plural));
        if many {
            Some(EntityKind::Group)
        } else {
            article.filter(|_| !modifies).map(|_| EntityKind::Organization)
        }
    }

    /// "the town of Tamar", "on the island of Jolo"
    pub(super) fn classified(&self, at: usize) -> bool {
        let Some(of) = at.checked_sub(1).filter(|i| *i > self.sentence.first && self.word(*i) == Some("of"))
        else {
            return false;
        };
        self.pack()
            .words()
            .heads
            .longest(|i| (i == 0).then(|| self.word(of - 1)).flatten())
            .is_some_and(|(_, head)| head.classifier)
    }

    /// "the airline Voepass", "the militant group Jundallah": what the noun right before says.
    pub(super) fn class_before(&self, at: usize) -> Option<EntityKind> {
        let last = at.checked_sub(1).filter(|i| *i >= self.sentence.first)?;
        if self.tokens[last].shape != Shape::Lower {
            return None;
        }
        let terms = self.pack().words();
        let (_, head) = (1..=3)
            .rev()
            .filter_map(|n| at.checked_sub(n).filter(|first| *first >= self.sentence.first))
            .find_map(|first| {
                terms
                    .heads
                    .longest(|i| (first + i < at).then(|| self.word(first + i)).flatten())
                    .filter(|(length, _)| first + length == at)
            })?;
        match head.kind {
            EntityKind::Organization if !head.body => Some(EntityKind::Organization),
            EntityKind::Group if head.number != lang::Number::Many => Some(EntityKind::Organization),
            EntityKind::Facility => Some(EntityKind::Facility),
            _ => None,
        }
    }

    /// "Renamo, the main opposition party,", "the state mining enterprise, Eniminas,": what stands in apposition says.
    pub(super) fn class_between_commas(&self, at: usize, end: usize) -> Option<EntityKind> {
        let kind = |first: usize, stop: usize| {
            let words = |at: usize| (first..stop).contains(&at).then(|| self.word(at)).flatten();
            let (_, head) = (first..stop).rev().find_map(|at| {
                self.pack().words().heads.longest(|i| words(at + i)).filter(|(length, _)| at + length == stop)
            })?;
            match head.kind {
                EntityKind::Organization | EntityKind::Facility | EntityKind::Person => Some(head.kind),
                EntityKind::Group if head.number != lang::Number::Many => Some(EntityKind::Organization),
                EntityKind::Place if head.classifier => Some(EntityKind::Place),
                _ => None,
            }
        };
        let noun = |at: &usize| {
            let token = &self.tokens[*at];
            token.shape == Shape::Lower && matches!(token.tag, Tag::Noun | Tag::Adj | Tag::Num)
        };
        let stop = self.sentence.end;
        // "Renamo, the main opposition party"
        let behind = (end + 2 < stop && self.word(end) == Some(",") && self.tokens[end + 1].tag == Tag::Det)
            .then(|| (end + 2..stop).take_while(noun).count())
            .and_then(|count| kind(end + 2, end + 2 + count));
        // "the state mining enterprise, Eniminas,"
        let closed = self.word(end).is_none_or(|word| matches!(word, "," | "."));
        let comma = at
            .checked_sub(1)
            .filter(|comma| closed && *comma > self.sentence.first && self.word(*comma) == Some(","));
        let before = comma.and_then(|comma| {
            let count = (self.sentence.first..comma).rev().take_while(noun).count();
            let first = comma - count;
            let opened = first > self.sentence.first
                && (self.tokens[first - 1].tag == Tag::Det || self.tokens[first - 1].shape == Shape::Clitic);
            kind(first, comma).filter(|_| opened)
        });
        behind.or(before)
    }

    /// "Qusaya province", "Yonhap news agency", "Youngspiration party": what the noun behind says.
    pub(super) fn head_behind(&self, end: usize) -> Option<EntityKind> {
        let token = self.tokens.get(end).filter(|_| end < self.sentence.end)?;
        if token.shape != Shape::Lower {
            return None;
        }
        let (_, head) = self.pack().words().heads.longest(|i| self.word(end + i))?;
        match head.kind {
            EntityKind::Place | EntityKind::Country => Some(EntityKind::Place),
            EntityKind::Organization if !head.body => Some(EntityKind::Organization),
            EntityKind::Facility => Some(EntityKind::Facility),
            _ => None,
        }
    }
}
