//! A reading, as edited, to the sketch that `draw` composes.

use std::collections::BTreeMap;

use draw::scene::EdgePart;
use draw::{Arrangement, Sketch, SketchCountry, SketchLink, SketchNode, What};
use graph::{Claim, Graph, NodeId, Part};
use model::{Entity, EntityKind, Event, Extraction, Language, Modality, Relation};

use crate::words;

/// Everything that shapes the figure besides the reading.
pub(crate) struct View<'a> {
    /// Of the interface.
    pub(crate) language: Language,
    pub(crate) canvas: (f64, f64),
    pub(crate) arrangement: Arrangement,
    pub(crate) renamed: &'a BTreeMap<String, String>,
    pub(crate) pinned: &'a BTreeMap<String, (f64, f64)>,
    /// Where nodes stand already.
    pub(crate) placed: &'a BTreeMap<String, (f64, f64)>,
}

/// The sketch of a reading.
pub(crate) fn sketch(reading: &Extraction, graph: &Graph, view: &View<'_>) -> Sketch {
    let entities: BTreeMap<_, &Entity> = reading.entities.iter().map(|entity| (entity.id, entity)).collect();
    let events: BTreeMap<_, &Event> = reading.events.iter().map(|event| (event.id, event)).collect();
    let relations: BTreeMap<_, &Relation> =
        reading.relations.iter().map(|relation| (relation.id, relation)).collect();
    let nodes = graph
        .nodes()
        .filter_map(|node| match node {
            NodeId::Entity(id) => entities.get(&id).map(|entity| of_entity(entity, view)),
            NodeId::Event(id) => events.get(&id).map(|event| of_event(event, reading.article.language, view)),
        })
        .collect();
    let links = graph
        .edges()
        .enumerate()
        .filter_map(|(index, edge)| {
            let id = format!("l{index}");
            let (from, to) = (node_name(edge.from), node_name(edge.to));
            match edge.claim {
                Claim::Event(event) => {
                    events.get(&event).map(|event| of_role(id, from, to, edge.part, event))
                }
                Claim::Relation(relation) => relations
                    .get(&relation)
                    .map(|relation| of_relation(id, from, to, relation, view.language)),
            }
        })
        .collect();
    let arrangement = view.arrangement.clone();
    Sketch { language: view.language, canvas: view.canvas, arrangement, nodes, links }
}

/// The wire's name of a node.
pub(crate) fn node_name(node: NodeId) -> String {
    match node {
        NodeId::Entity(id) => id.to_string(),
        NodeId::Event(id) => id.to_string(),
    }
}

/// The name of an entity for this reader: renamed, else in the interface's language.
pub(crate) fn entity_name(entity: &Entity, renamed: &BTreeMap<String, String>, language: Language) -> String {
    renamed
        .get(&entity.id.to_string())
        .cloned()
        .unwrap_or_else(|| entity.names.in_language(language).to_owned())
}

/// What an event is called: renamed, else the article's own words, else (in another language) the plain name of its type.
pub(crate) fn event_name(
    event: &Event,
    article: Language,
    renamed: &BTreeMap<String, String>,
    language: Language,
) -> String {
    let own = || {
        if article == language && !event.label.is_empty() {
            event.label.clone()
        } else {
            words::plover(event.kind, language).to_owned()
        }
    };
    renamed.get(&event.id.to_string()).cloned().unwrap_or_else(own)
}

fn of_entity(entity: &Entity, view: &View<'_>) -> SketchNode {
    let id = entity.id.to_string();
    let letters = (entity.kind == EntityKind::Country)
        .then(|| entity.country.and_then(crate::countries::iso2).map(str::to_owned))
        .flatten();
    SketchNode {
        what: What::Entity(entity.kind),
        label: entity_name(entity, view.renamed, view.language),
        letters,
        country: entity.country.and_then(|country| {
            let name = crate::countries::name(country, view.language)?.to_owned();
            Some(SketchCountry {
                code: country.to_string(),
                name,
                itself: entity.kind == EntityKind::Country,
            })
        }),
        when: None,
        uncertain: entity.confidence < 0.5,
        at: place(&id, view),
        pinned: view.pinned.contains_key(&id),
        id,
    }
}

fn of_event(event: &Event, article: Language, view: &View<'_>) -> SketchNode {
    let id = event.id.to_string();
    SketchNode {
        what: What::Event {
            plover: event.kind,
            modality: event.modality,
            alleged: event.attributed_to.is_some(),
        },
        label: event_name(event, article, view.renamed, view.language),
        letters: None,
        country: None,
        when: event.when.and_then(|when| when.date),
        uncertain: event.confidence < 0.5,
        at: place(&id, view),
        pinned: view.pinned.contains_key(&id),
        id,
    }
}

fn place(id: &str, view: &View<'_>) -> Option<(f64, f64)> {
    view.pinned.get(id).or_else(|| view.placed.get(id)).copied()
}

fn of_role(id: String, from: String, to: String, part: Part, event: &Event) -> SketchLink {
    use model::Role::{Source, Target};
    let joint = event.kind.is_symmetric()
        && event.fillers(Source).count() > 1
        && event.fillers(Target).next().is_none();
    SketchLink {
        id,
        claim: event.id.to_string(),
        from,
        to,
        part: match part {
            Part::Source => EdgePart::Source,
            Part::Target | Part::Mutual => EdgePart::Target,
            Part::Participant => EdgePart::Participant,
            Part::Place => EdgePart::Place,
            Part::Attribution => EdgePart::Attribution,
            Part::Relation => EdgePart::Relation,
        },
        plover: Some(event.kind),
        modality: event.modality,
        alleged: event.attributed_to.is_some(),
        uncertain: event.confidence < 0.5,
        mutual: part == Part::Mutual,
        headless: joint,
        knowledge: false,
        label: None,
    }
}

fn of_relation(id: String, from: String, to: String, relation: &Relation, language: Language) -> SketchLink {
    SketchLink {
        id,
        claim: relation.id.to_string(),
        from,
        to,
        part: EdgePart::Relation,
        plover: None,
        modality: Modality::Actual,
        alleged: false,
        uncertain: relation.confidence < 0.5,
        mutual: relation.kind.is_symmetric(),
        headless: true,
        knowledge: matches!(relation.ground, model::Ground::Knowledge { .. }),
        label: Some(words::relation(relation.kind, language).to_owned()),
    }
}
