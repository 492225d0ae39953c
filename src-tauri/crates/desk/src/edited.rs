//! The machine's reading under the reader's edits: a new reading, made anew from both each time.
//!
//! Fields first, then marks, then merging, then deletion, so that what comes out of a merge again is as it was.

use std::collections::BTreeSet;
use std::str::FromStr;

use model::{
    ArticleId, Cite, Country, Entity, EntityId, EntityKind, Event, EventId, Evidence, Extraction, Ground,
    Mention, MentionKind, Names, PartialDate, Plover, Relation, RelationId, RelationKind, Role, RoleFiller,
    Span, When,
};

use crate::edits::{Added, Edits, PartEdit};
use crate::merging::{self, Joined};
use crate::offsets::Offsets;
use crate::wire::{CheckMark, ClaimPart, Command, Modality, Range};

/// The rule of a quote that the reader pointed at.
const BY_READER: &str = "reader";

/// A reading as the reader has it.
pub(crate) struct Edited {
    /// Without what was deleted or has gone into another node.
    pub(crate) reading: Extraction,
    pub(crate) joined: Joined,
}

/// The reading as the reader has it.
pub(crate) fn edited(reading: &Extraction, edits: &Edits) -> Edited {
    let mut out = reading.clone();
    let page = Page::of(reading);
    for added in &edits.added {
        page.add(&mut out, added);
    }
    for entity in &mut out.entities {
        of_entity(entity, edits);
    }
    for event in &mut out.events {
        page.of_event(event, edits);
    }
    for relation in &mut out.relations {
        page.of_relation(relation, edits);
    }
    let joined = merging::joined(&out, edits);
    let new = !edits.added.is_empty() || !joined.pairs.is_empty();
    merging::merge(&mut out, &joined.pairs);
    delete(&mut out, edits, &joined.never);
    if new {
        out.entities
            .sort_by_key(|entity| entity.first_mention().map_or(usize::MAX, |first| first.span.start()));
        out.events.sort_by_key(|event| event.trigger.start());
    }
    Edited { reading: out, joined }
}

/// Takes out what was deleted and what hangs on it.
fn delete(out: &mut Extraction, edits: &Edits, never: &BTreeSet<EntityId>) {
    let gone = |id: &dyn std::fmt::Display| edits.deleted.contains(&id.to_string());
    let gone_entity = |id: &EntityId| never.contains(id) || gone(id);
    if edits.deleted.is_empty() && never.is_empty() {
        return;
    }
    out.entities.retain(|entity| !gone_entity(&entity.id));
    for event in &mut out.events {
        event.roles.retain(|filler| !gone_entity(&filler.entity));
        event.place = event.place.filter(|place| !gone_entity(place));
        // The voucher stays in the claim even when its node is gone: alleged never becomes asserted.
    }
    out.events.retain(|event| !gone(&event.id));
    out.relations.retain(|relation| {
        !gone(&relation.id) && !gone_entity(&relation.subject) && !gone_entity(&relation.object)
    });
}

fn of_entity(entity: &mut Entity, edits: &Edits) {
    let id = entity.id.to_string();
    if let Some(kind) = edits.kinds.get(&id).and_then(|code| EntityKind::from_code(code)) {
        entity.kind = kind;
    }
    if let Some(country) = edits.countries.get(&id) {
        entity.country = country.as_deref().and_then(Country::new);
    }
    if let Some(office) = edits.offices.get(&id) {
        entity.role = office.clone().map(model::Names::same);
    }
    if let Some(aliases) = edits.aliases.get(&id) {
        entity.aliases.retain(|alias| aliases.get(alias) != Some(&false));
        entity.aliases.extend(aliases.iter().filter(|(_, there)| **there).map(|(alias, _)| alias.clone()));
        entity.aliases.sort_unstable();
        entity.aliases.dedup();
    }
    entity.confidence = marked(entity.confidence, edits.marks.get(&id));
}

/// What the reader has checked is certain; what the reader doubts is not, and is drawn so.
fn marked(confidence: f32, mark: Option<&CheckMark>) -> f32 {
    match mark {
        None => confidence,
        Some(CheckMark::Checked) => 1.0,
        Some(CheckMark::Doubtful) => confidence.min(0.25),
    }
}

/// The text that edits point into.
struct Page<'a> {
    article: ArticleId,
    text: &'a str,
    sentences: &'a [Span],
    offsets: Offsets,
}

impl<'a> Page<'a> {
    fn of(reading: &'a Extraction) -> Self {
        let article = &reading.article;
        Self {
            article: article.id,
            text: &article.text,
            sentences: &reading.sentences,
            offsets: Offsets::of(&article.text),
        }
    }

    fn span(&self, range: Range) -> Option<Span> {
        self.offsets.span(self.text, range)
    }

    /// The sentences that hold a stretch of the text; the stretch itself where there is none.
    fn cite(&self, span: Span) -> Cite {
        let around = self.sentences.iter().filter(|sentence| sentence.overlaps(span));
        let span = around.fold(span, |all, sentence| all.cover(*sentence));
        Cite { article: self.article, span, rule: BY_READER }
    }

    fn add(&self, out: &mut Extraction, added: &Added) {
        let ground = |span: Option<Span>| Ground::Reader {
            edit: added.edit,
            cites: span.map(|span| self.cite(span)).into_iter().collect(),
        };
        match &added.command {
            Command::AddNode { name, kind, mention } => {
                let (Ok(id), Some(kind)) = (added.id.parse(), EntityKind::from_code(kind)) else { return };
                let span = mention.and_then(|range| self.span(range));
                out.entities.push(Entity {
                    id,
                    kind,
                    names: Names::same(name.trim()),
                    aliases: Vec::new(),
                    country: None,
                    role: None,
                    links: Vec::new(),
                    mentions: span
                        .into_iter()
                        .map(|span| Mention { span, head: span, kind: MentionKind::Name })
                        .collect(),
                    confidence: 1.0,
                    ground: ground(span),
                });
            }
            Command::AddEvent { kind, label, trigger, sources, targets, modality } => {
                let (Ok(id), Some(kind)) = (added.id.parse::<EventId>(), Plover::from_code(kind)) else {
                    return;
                };
                let Some(trigger) = self.span(*trigger) else { return };
                let fill = |role, ids: &[String]| -> Vec<RoleFiller> {
                    let known = ids.iter().filter_map(|id| id.parse().ok());
                    known.map(|entity| RoleFiller { role, entity }).collect()
                };
                let mut roles = fill(Role::Source, sources);
                roles.extend(fill(Role::Target, targets));
                out.events.push(Event {
                    id,
                    kind,
                    mode: None,
                    trigger,
                    other_triggers: Vec::new(),
                    label: label.as_deref().unwrap_or_default().trim().to_owned(),
                    roles,
                    when: None,
                    place: None,
                    modality: of_modality(*modality),
                    attributed_to: None,
                    quantities: Vec::new(),
                    confidence: 1.0,
                    ground: ground(Some(trigger)),
                });
            }
            Command::AddRelation { kind, subject, object, quote } => {
                let (Ok(id), Some(kind)) = (added.id.parse::<RelationId>(), RelationKind::from_code(kind))
                else {
                    return;
                };
                let (Ok(subject), Ok(object)) = (subject.parse(), object.parse()) else { return };
                let ground = ground(quote.and_then(|range| self.span(range)));
                out.relations.push(Relation { id, kind, subject, object, confidence: 1.0, ground });
            }
            _ => {}
        }
    }

    fn of_event(&self, event: &mut Event, edits: &Edits) {
        let id = event.id.to_string();
        if let Some(kind) = edits.kinds.get(&id).and_then(|code| Plover::from_code(code)) {
            if kind != event.kind {
                event.mode = None;
            }
            event.kind = kind;
        }
        if let Some(modality) = edits.modalities.get(&id) {
            event.modality = of_modality(*modality);
        }
        if let Some(by) = edits.attributions.get(&id) {
            event.attributed_to = by.as_deref().and_then(|by| by.parse().ok());
        }
        if let Some(date) = edits.dates.get(&id) {
            let date = date.as_deref().and_then(PartialDate::parse);
            let words = event.when.and_then(|when| when.words);
            event.when = (date.is_some() || words.is_some()).then_some(When { words, date });
        }
        for part in edits.parts.get(&id).into_iter().flatten() {
            give(event, part);
        }
        self.point(&mut event.ground, edits.cites.get(&id));
        event.confidence = marked(event.confidence, edits.marks.get(&id));
    }

    fn of_relation(&self, relation: &mut Relation, edits: &Edits) {
        let id = relation.id.to_string();
        if let Some(kind) = edits.kinds.get(&id).and_then(|code| RelationKind::from_code(code)) {
            relation.kind = kind;
        }
        for part in edits.parts.get(&id).into_iter().flatten() {
            match part {
                PartEdit::Exchange => std::mem::swap(&mut relation.subject, &mut relation.object),
                PartEdit::Give { part, to, .. } => {
                    let Some(to) = to.as_deref().and_then(|to| to.parse().ok()) else { continue };
                    match part {
                        ClaimPart::Subject => relation.subject = to,
                        ClaimPart::Object => relation.object = to,
                        ClaimPart::Source | ClaimPart::Target | ClaimPart::Participant | ClaimPart::Place => {
                        }
                    }
                }
            }
        }
        self.point(&mut relation.ground, edits.cites.get(&id));
        relation.confidence = marked(relation.confidence, edits.marks.get(&id));
    }

    /// Adds the sentences that the reader pointed at.
    fn point(&self, ground: &mut Ground, ranges: Option<&Vec<Range>>) {
        let pointed = ranges.into_iter().flatten().filter_map(|range| self.span(*range));
        let pointed: Vec<Cite> = pointed.map(|span| self.cite(span)).collect();
        if pointed.is_empty() {
            return;
        }
        let all: Vec<Cite> = ground.cites().iter().cloned().chain(pointed).collect();
        match ground {
            Ground::Text { evidence } => {
                if let Some(more) = Evidence::new(all) {
                    *evidence = more;
                }
            }
            Ground::Reader { cites, .. } => {
                *cites = Evidence::new(all).map(|more| more.cites().to_vec()).unwrap_or_default();
            }
            Ground::Import { .. } | Ground::Knowledge { .. } => {}
        }
    }
}

/// Moves, gives or takes a part of an event.
fn give(event: &mut Event, edit: &PartEdit) {
    match edit {
        PartEdit::Exchange => {
            for filler in &mut event.roles {
                filler.role = match filler.role {
                    Role::Source => Role::Target,
                    Role::Target => Role::Source,
                    Role::Participant => Role::Participant,
                };
            }
            event.roles.sort_by_key(|filler| filler.role);
        }
        PartEdit::Give { part: ClaimPart::Place, to, .. } => {
            event.place = to.as_deref().and_then(|to| to.parse().ok());
        }
        PartEdit::Give { part, from, to } => {
            let role = match part {
                ClaimPart::Source => Role::Source,
                ClaimPart::Target => Role::Target,
                ClaimPart::Participant => Role::Participant,
                ClaimPart::Place | ClaimPart::Subject | ClaimPart::Object => return,
            };
            event.roles.retain(|filler| filler.role != role || !from.contains(&filler.entity.to_string()));
            let entity = to.as_deref().and_then(|to| EntityId::from_str(to).ok());
            let filler = entity.map(|entity| RoleFiller { role, entity });
            event.roles.extend(filler.filter(|filler| !event.roles.contains(filler)));
            // Sources first, as everywhere; the sort keeps the order within a part.
            event.roles.sort_by_key(|filler| filler.role);
        }
    }
}

fn of_modality(modality: Modality) -> model::Modality {
    match modality {
        Modality::Actual => model::Modality::Actual,
        Modality::Planned => model::Modality::Planned,
        Modality::Hypothetical => model::Modality::Hypothetical,
        Modality::CalledFor => model::Modality::CalledFor,
        Modality::Negated => model::Modality::Negated,
    }
}
