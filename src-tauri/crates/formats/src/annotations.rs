//! The annotation format: one object an article, ids numbered in text order, every offset in bytes, plus `confidence`.

use std::collections::BTreeMap;

use model::{Entity, EntityId, Event, Extraction, Ground, Language, Link, MentionKind, Relation, Role, Span};
use serde_json::{Value, json};

/// The extraction as annotations, under this id (an article's file stem). One line feed at the end.
pub fn annotations(extraction: &Extraction, id: &str) -> String {
    super::pretty(&of_article(extraction, id))
}

/// The same on one line, for files with an article a line. One line feed at the end, none inside.
pub fn annotations_line(extraction: &Extraction, id: &str) -> String {
    let mut line = of_article(extraction, id).to_string();
    line.push('\n');
    line
}

fn of_article(extraction: &Extraction, id: &str) -> Value {
    let text = &*extraction.article.text;
    let numbers: BTreeMap<EntityId, String> = extraction
        .entities
        .iter()
        .enumerate()
        .map(|(index, entity)| (entity.id, format!("e{}", index + 1)))
        .collect();
    let article = &extraction.article;
    json!({
        "id": id,
        "language": article.language.code(),
        "source": article.source,
        "title": article.title.map(|span| span.of(text)),
        "published": article.published.map(|date| date.to_string()),
        "sentences": extraction.sentences.iter().map(|span| range(*span)).collect::<Vec<_>>(),
        "entities": extraction.entities.iter().map(|entity| of_entity(entity, text, &numbers)).collect::<Vec<_>>(),
        "events": extraction.events.iter().enumerate().map(|(index, event)| of_event(event, index, text, &numbers)).collect::<Vec<_>>(),
        "relations": extraction.relations.iter().enumerate().map(|(index, relation)| of_relation(relation, index, &numbers)).collect::<Vec<_>>(),
        "notes": extraction.notes,
    })
}

fn of_entity(entity: &Entity, text: &str, numbers: &BTreeMap<EntityId, String>) -> Value {
    let mut aliases = entity.aliases.clone();
    let indonesian = entity.names.in_language(Language::Indonesian);
    if indonesian != entity.names.en && !aliases.iter().any(|alias| alias == indonesian) {
        aliases.insert(0, indonesian.to_owned());
    }
    let wikidata = entity.links.iter().find_map(|link| match link {
        Link::Wikidata(id) => Some(id),
        Link::Geonames(_) => None,
    });
    json!({
        "id": numbers[&entity.id],
        "kind": entity.kind.code(),
        "name": entity.names.en,
        "aliases": aliases,
        "country": entity.country,
        "role": entity.role.as_ref().map(|role| &role.en),
        "wikidata": wikidata,
        "confidence": entity.confidence,
        "mentions": entity.mentions.iter().map(|mention| json!({
            "start": mention.span.start(),
            "end": mention.span.end(),
            "text": mention.span.of(text),
            "type": match mention.kind {
                MentionKind::Name => "name",
                MentionKind::Nominal => "nominal",
                MentionKind::Pronoun => "pronoun",
            },
        })).collect::<Vec<_>>(),
    })
}

fn of_event(event: &Event, index: usize, text: &str, numbers: &BTreeMap<EntityId, String>) -> Value {
    let fillers = |role| event.fillers(role).filter_map(|entity| numbers.get(&entity)).collect::<Vec<_>>();
    json!({
        "id": format!("v{}", index + 1),
        "plover": event.kind.code(),
        "mode": event.mode.map(model::Mode::code),
        "label": event.label,
        "trigger": words(event.trigger, text),
        "alt_triggers": event.other_triggers.iter().map(|span| words(*span, text)).collect::<Vec<_>>(),
        "sources": fillers(Role::Source),
        "targets": fillers(Role::Target),
        "other_participants": fillers(Role::Participant),
        "location": event.place.and_then(|place| numbers.get(&place)),
        "date": event.when.and_then(|when| when.date),
        "date_text": event.when.and_then(|when| when.words).map(|span| span.of(text)),
        "modality": event.modality.code(),
        "attributed_to": event.attributed_to.and_then(|entity| numbers.get(&entity)),
        "evidence": evidence(&event.ground, Some(event.trigger)),
        "confidence": event.confidence,
    })
}

fn of_relation(relation: &Relation, index: usize, numbers: &BTreeMap<EntityId, String>) -> Value {
    json!({
        "id": format!("r{}", index + 1),
        "type": relation.kind.code(),
        "subject": numbers.get(&relation.subject),
        "object": numbers.get(&relation.object),
        "evidence": evidence(&relation.ground, None),
        "confidence": relation.confidence,
    })
}

/// The quote that holds `inside`, else the first one.
fn evidence(ground: &Ground, inside: Option<Span>) -> Value {
    let cites = ground.cites();
    let holds = |span: Span| inside.is_some_and(|inside| span.contains(inside));
    cites.iter().find(|cite| holds(cite.span)).or(cites.first()).map_or(Value::Null, |cite| range(cite.span))
}

fn range(span: Span) -> Value {
    json!({"start": span.start(), "end": span.end()})
}

fn words(span: Span, text: &str) -> Value {
    json!({"start": span.start(), "end": span.end(), "text": span.of(text)})
}
