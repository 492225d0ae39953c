//! Edits onto a reading: a thing is known again by its id, or else by the words where it stood when the edit was made.

use std::collections::{BTreeMap, BTreeSet};

use model::{Entity, EntityId, Event, Extraction, MentionKind, Relation, Span};

use crate::edits::{Edits, Fitted};
use crate::log::{Anchor, Entry, Place};
use crate::offsets::Offsets;
use crate::wire::{Command, Range};

/// The entries as they stand in this reading, and those that do not fit it any more.
pub(crate) fn fit<'a>(reading: &Extraction, entries: &'a [Entry]) -> (Vec<Fitted>, Vec<&'a Entry>) {
    let index = Index::of(reading);
    let (mut fitting, mut unfit) = (Vec::new(), Vec::new());
    let mut made: BTreeSet<&str> = BTreeSet::new();
    for (edit, entry) in entries.iter().enumerate() {
        match index.command(entry, &made) {
            Some(command) => {
                made.extend(entry.made.as_deref());
                fitting.push(Fitted { edit: edit as u32, made: entry.made.clone(), command });
            }
            None => unfit.push(entry),
        }
    }
    (fitting, unfit)
}

/// What these entries come to on this reading.
pub(crate) fn edits(reading: &Extraction, entries: &[Entry]) -> Edits {
    Edits::of(fit(reading, entries).0)
}

/// Where the things that a command names stand in this reading, under the names in `names`.
pub(crate) fn anchors(
    reading: &Extraction,
    command: &Command,
    names: &BTreeMap<String, String>,
) -> BTreeMap<String, Anchor> {
    let index = Index::of(reading);
    command
        .ids()
        .into_iter()
        .filter_map(|id| {
            let name = names.get(&id)?.clone();
            let (class, places) = index.places(&id).unwrap_or_default();
            Some((id, Anchor { class, name, places }))
        })
        .collect()
}

/// Everything of a reading by its id.
struct Index<'a> {
    reading: &'a Extraction,
    entities: BTreeMap<String, &'a Entity>,
    events: BTreeMap<String, &'a Event>,
    relations: BTreeMap<String, &'a Relation>,
}

impl<'a> Index<'a> {
    fn of(reading: &'a Extraction) -> Self {
        Self {
            reading,
            entities: reading.entities.iter().map(|entity| (entity.id.to_string(), entity)).collect(),
            events: reading.events.iter().map(|event| (event.id.to_string(), event)).collect(),
            relations: reading.relations.iter().map(|relation| (relation.id.to_string(), relation)).collect(),
        }
    }

    fn command(&self, entry: &Entry, made: &BTreeSet<&str>) -> Option<Command> {
        let mut command = entry.command.clone();
        for id in command.ids_mut() {
            let known = self.entities.contains_key(id)
                || self.events.contains_key(id)
                || self.relations.contains_key(id)
                || made.contains(id.as_str());
            if !known {
                *id = self.again(entry.anchors.get(id)?)?;
            }
        }
        if let (Some(range), Some(words)) = (command.range_mut(), &entry.words) {
            *range = self.range(*range, words)?;
        }
        Some(command)
    }

    /// The id under which the thing stands now.
    fn again(&self, anchor: &Anchor) -> Option<String> {
        match (anchor.class.as_str(), anchor.places.as_slice()) {
            (_, []) => None,
            ("event", [place, ..]) => self.event(place).map(|event| event.id.to_string()),
            (class, [place]) => self.entity(class, place).map(|entity| entity.id.to_string()),
            (kind, [subject, object, ..]) => {
                let ends = (self.entity("", subject)?.id, self.entity("", object)?.id);
                let found = self.reading.relations.iter().find(|relation| {
                    relation.kind.code() == kind && (relation.subject, relation.object) == ends
                });
                found.map(|relation| relation.id.to_string())
            }
        }
    }

    /// Who is named there; or, in a text that has changed, the only one that is named with these words.
    fn entity(&self, class: &str, place: &Place) -> Option<&'a Entity> {
        let of_class = |entity: &&Entity| class.is_empty() || entity.kind.class() == class;
        let there = |entity: &&Entity| {
            let mut spans = entity.mentions.iter().map(|mention| mention.span);
            self.stands(place).is_some_and(|span| spans.any(|other| other == span))
        };
        let all = || self.reading.entities.iter();
        if let Some(found) =
            all().find(|entity| there(entity) && of_class(entity)).or_else(|| all().find(there))
        {
            return Some(found);
        }
        let text = &self.reading.article.text;
        let mut named = all().filter(of_class).filter(|entity| {
            let mut names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
            names.any(|mention| mention.span.of(text) == place.words)
        });
        named.next().filter(|_| named.next().is_none())
    }

    fn event(&self, place: &Place) -> Option<&'a Event> {
        let span = self.stands(place)?;
        self.reading.events.iter().find(|event| event.trigger == span || event.other_triggers.contains(&span))
    }

    /// The place as a span, if its words still stand there.
    fn stands(&self, place: &Place) -> Option<Span> {
        let text = &self.reading.article.text;
        let span = Span::within(text, place.start as usize..place.end as usize)?;
        (span.of(text) == place.words).then_some(span)
    }

    /// The range of these words: where it was, or the only other place that has them.
    fn range(&self, range: Range, words: &str) -> Option<Range> {
        let text = &self.reading.article.text;
        let offsets = Offsets::of(text);
        if offsets.span(text, range).is_some_and(|span| span.of(text) == words) {
            return Some(range);
        }
        let mut found = text.match_indices(words);
        let (start, _) = found.next()?;
        let span = Span::within(text, start..start + words.len())?;
        found.next().is_none().then(|| offsets.range(span))
    }

    fn places(&self, id: &str) -> Option<(String, Vec<Place>)> {
        let first = |entity: &Entity| {
            let names = entity.mentions.iter().find(|mention| mention.kind == MentionKind::Name);
            names.or(entity.mentions.first()).map(|mention| self.place(mention.span))
        };
        if let Some(entity) = self.entities.get(id) {
            return Some((entity.kind.class().to_owned(), vec![first(entity)?]));
        }
        if let Some(event) = self.events.get(id) {
            return Some(("event".to_owned(), vec![self.place(event.trigger)]));
        }
        let relation = self.relations.get(id)?;
        let end = |id: EntityId| self.entities.get(&id.to_string()).and_then(|entity| first(entity));
        Some((relation.kind.code().to_owned(), vec![end(relation.subject)?, end(relation.object)?]))
    }

    fn place(&self, span: Span) -> Place {
        let words = span.of(&self.reading.article.text).to_owned();
        Place { start: span.start() as u32, end: span.end() as u32, words }
    }
}
