//! The graph of actors, countries and events: the only room that knows petgraph.
//!
//! Events are nodes; role edges tie them to actors, so that every edge leads to the sentence that says so. The graph
//! holds ids and parts, not the nouns themselves: those stay in [`model::Extraction`]. It never draws and never reads.
//!
//! ```
//! # use model::*;
//! # let extraction = Extraction { article: Article { id: ArticleId::of(""), title: None, text: "".into(), published: None,
//! #   language: Language::Other, source: None }, sentences: vec![], entities: vec![], events: vec![], relations: vec![], notes: vec![] };
//! let graph = graph::Graph::assemble(&extraction);
//! assert_eq!(graph.nodes().count(), extraction.entities.len() + extraction.events.len());
//! ```

use std::collections::{BTreeMap, BTreeSet};

use model::{EntityId, EventId, Extraction, RelationId, Role};
use petgraph::Direction;
use petgraph::stable_graph::{NodeIndex, StableDiGraph};
use petgraph::visit::{EdgeRef as _, IntoEdgeReferences as _};

/// A node: an actor, place or thing, or an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NodeId {
    /// An entity.
    Entity(EntityId),
    /// An event.
    Event(EventId),
}

/// What an edge is part of, and what a click on it selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Claim {
    /// A happening.
    Event(EventId),
    /// A standing relation.
    Relation(RelationId),
}

/// What an edge stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// Source to event.
    Source,
    /// Event to target.
    Target,
    /// Somebody who acts and is acted on at once, as in "bertukar tembak".
    Mutual,
    /// Event to a further participant.
    Participant,
    /// Event to its place.
    Place,
    /// Event to who vouches for it.
    Attribution,
    /// Subject to object of a standing relation.
    Relation,
}

/// An edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Edge {
    /// Tail.
    pub from: NodeId,
    /// Head.
    pub to: NodeId,
    /// What it belongs to.
    pub claim: Claim,
    /// What it stands for.
    pub part: Part,
}

/// A graph of one or more readings.
#[derive(Clone, Debug, Default)]
pub struct Graph {
    inner: StableDiGraph<NodeId, (Claim, Part)>,
    at: BTreeMap<NodeId, NodeIndex>,
}

impl Graph {
    /// The graph of a reading. Roles, places and vouchers that the reading does not list as entities are left out.
    pub fn assemble(extraction: &Extraction) -> Self {
        let mut graph = Self::default();
        for entity in &extraction.entities {
            graph.add(NodeId::Entity(entity.id));
        }
        for event in &extraction.events {
            graph.add(NodeId::Event(event.id));
            graph.tie(event);
        }
        for relation in &extraction.relations {
            graph.link(Edge {
                from: NodeId::Entity(relation.subject),
                to: NodeId::Entity(relation.object),
                claim: Claim::Relation(relation.id),
                part: Part::Relation,
            });
        }
        graph
    }

    /// Nodes: entities in the order of the reading, then events with their own.
    pub fn nodes(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.inner.node_weights().copied()
    }

    /// Edges in the order of the reading.
    pub fn edges(&self) -> impl Iterator<Item = Edge> + '_ {
        self.inner.edge_references().map(|edge| {
            let (claim, part) = *edge.weight();
            Edge { from: self.inner[edge.source()], to: self.inner[edge.target()], claim, part }
        })
    }

    /// Number of edges at a node, both ways.
    pub fn degree(&self, node: NodeId) -> usize {
        self.at.get(&node).map_or(0, |index| {
            self.inner.edges_directed(*index, Direction::Outgoing).count()
                + self.inner.edges_directed(*index, Direction::Incoming).count()
        })
    }

    /// The nodes one edge away, either way, sorted.
    pub fn neighbours(&self, node: NodeId) -> BTreeSet<NodeId> {
        let Some(index) = self.at.get(&node) else { return BTreeSet::new() };
        self.inner.neighbors_undirected(*index).map(|other| self.inner[other]).collect()
    }

    fn add(&mut self, node: NodeId) {
        if !self.at.contains_key(&node) {
            self.at.insert(node, self.inner.add_node(node));
        }
    }

    /// The edges of an event: each entity gets one, by its strongest part.
    fn tie(&mut self, event: &model::Event) {
        let node = NodeId::Event(event.id);
        let claim = Claim::Event(event.id);
        let targets: BTreeSet<EntityId> = event.fillers(Role::Target).collect();
        let sources: BTreeSet<EntityId> = event.fillers(Role::Source).collect();
        let mut tied = BTreeSet::new();
        let roles = event.roles.iter().map(|filler| {
            let part = match filler.role {
                _ if sources.contains(&filler.entity) && targets.contains(&filler.entity) => Part::Mutual,
                Role::Source => Part::Source,
                Role::Target => Part::Target,
                Role::Participant => Part::Participant,
            };
            (filler.entity, part)
        });
        let place = event.place.map(|place| (place, Part::Place));
        let voucher = event.attributed_to.map(|entity| (entity, Part::Attribution));
        for (entity, part) in roles.chain(place).chain(voucher) {
            if tied.insert(entity) {
                let entity = NodeId::Entity(entity);
                let (from, to) = if part == Part::Source { (entity, node) } else { (node, entity) };
                self.link(Edge { from, to, claim, part });
            }
        }
    }

    fn link(&mut self, edge: Edge) {
        if let (Some(from), Some(to)) = (self.at.get(&edge.from), self.at.get(&edge.to))
            && from != to
        {
            self.inner.add_edge(*from, *to, (edge.claim, edge.part));
        }
    }
}
