//! Assembling a graph from a reading.

use graph::{Claim, Graph, NodeId, Part};
use model::*;

const TEXT: &str = "Rusia dan Ukraina bertukar tembak di Kursk.";

fn span(words: &str) -> Span {
    let start = TEXT.find(words).unwrap();
    Span::within(TEXT, start..start + words.len()).unwrap()
}

fn ground() -> Ground {
    let article = ArticleId::of(TEXT);
    Ground::Text { evidence: Evidence::one(Cite { article, span: span(TEXT), rule: "test" }) }
}

fn entity(name: &str, kind: EntityKind) -> Entity {
    let mention = Mention { span: span(name), head: span(name), kind: MentionKind::Name };
    Entity {
        id: EntityId::of(ArticleId::of(TEXT), kind.class(), span(name)),
        kind,
        names: Names::same(name),
        aliases: vec![],
        country: None,
        role: None,
        links: vec![],
        mentions: vec![mention],
        confidence: 1.0,
        ground: ground(),
    }
}

fn reading() -> Extraction {
    let (russia, ukraine, kursk) = (
        entity("Rusia", EntityKind::Country),
        entity("Ukraina", EntityKind::Country),
        entity("Kursk", EntityKind::Place),
    );
    let both = [russia.id, ukraine.id];
    let roles = [Role::Source, Role::Target]
        .into_iter()
        .flat_map(|role| both.map(|entity| RoleFiller { role, entity }))
        .collect();
    let event = Event {
        id: EventId::of(ArticleId::of(TEXT), span("bertukar tembak")),
        kind: Plover::Assault,
        mode: None,
        trigger: span("bertukar tembak"),
        other_triggers: vec![],
        label: "bertukar tembak".to_owned(),
        roles,
        when: None,
        place: Some(kursk.id),
        modality: Modality::Actual,
        attributed_to: None,
        quantities: vec![],
        confidence: 0.9,
        ground: ground(),
    };
    Extraction {
        article: Article {
            id: ArticleId::of(TEXT),
            title: None,
            text: TEXT.into(),
            published: None,
            language: Language::Indonesian,
            source: None,
        },
        sentences: vec![span(TEXT)],
        entities: vec![russia, ukraine, kursk],
        events: vec![event],
        relations: vec![],
        notes: vec![],
    }
}

#[test]
fn who_acts_and_is_acted_on_is_tied_once_and_both_ways() {
    let reading = reading();
    let graph = Graph::assemble(&reading);
    let parts: Vec<Part> = graph.edges().map(|edge| edge.part).collect();
    assert_eq!(parts, [Part::Mutual, Part::Mutual, Part::Place]);
    let event = NodeId::Event(reading.events[0].id);
    assert_eq!(graph.degree(event), 3);
    assert_eq!(graph.neighbours(event).len(), 3);
    assert!(graph.edges().all(|edge| edge.claim == Claim::Event(reading.events[0].id)));
}

#[test]
fn an_edge_to_somebody_who_was_deleted_is_left_out() {
    let mut reading = reading();
    reading.entities.pop();
    let graph = Graph::assemble(&reading);
    assert!(graph.edges().all(|edge| edge.part != Part::Place));
    assert_eq!(graph.nodes().count(), 3);
}
