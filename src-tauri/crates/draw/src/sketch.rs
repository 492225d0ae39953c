//! What to draw, before anything is measured.

use std::collections::BTreeMap;

use model::{EntityKind, Language, Modality, PartialDate, Plover};

use crate::scene::EdgePart;

/// A graph to compose into a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Sketch {
    /// Language of the legend and the status words.
    pub language: Language,
    /// Width and height of the pane, in pixels.
    pub canvas: (f64, f64),
    /// How nodes without a place are put in order.
    pub arrangement: Arrangement,
    /// Actors, places, things and events.
    pub nodes: Vec<SketchNode>,
    /// Lines.
    pub links: Vec<SketchLink>,
}

impl Sketch {
    /// Id of the node that a radial figure is about: the one named, if it is there; where none is named, the one with the
    /// most lines, the first of those.
    pub fn focus(&self) -> Option<&str> {
        let Arrangement::Radial { focus } = &self.arrangement else { return None };
        let node = match focus {
            Some(id) => self.nodes.iter().find(|node| node.id == *id),
            None => self.busiest(),
        };
        node.map(|node| node.id.as_str())
    }

    fn busiest(&self) -> Option<&SketchNode> {
        let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
        for end in self.links.iter().flat_map(|link| [&link.from, &link.to]) {
            *lines.entry(end).or_default() += 1;
        }
        let count = |node: &SketchNode| lines.get(node.id.as_str()).copied().unwrap_or_default();
        self.nodes.iter().rev().max_by_key(|node| count(node))
    }
}

/// How a figure is put in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Arrangement {
    /// What is near in the graph is near in the figure.
    #[default]
    Stress,
    /// Who acts on whom, from left to right.
    Layered,
    /// Rings about a node, by the steps to it.
    Radial {
        /// Its id; none: the node with the most lines.
        focus: Option<String>,
    },
    /// A circle.
    Circular,
    /// People, states, organisations and events in regions of their own.
    Kind,
    /// Events by date from left to right, a lane for those without.
    Timeline,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// An actor, place or thing.
    Entity(EntityKind),
    /// A happening.
    Event {
        /// Type.
        plover: Plover,
        /// Status.
        modality: Modality,
        /// Whether somebody other than the writer vouches for it.
        alleged: bool,
    },
}

/// A node.
#[derive(Clone, Debug, PartialEq)]
pub struct SketchNode {
    /// Unique.
    pub id: String,
    /// What it is.
    pub what: What,
    /// Its name.
    pub label: String,
    /// ISO letters.
    pub letters: Option<String>,
    /// The country that it is of, or is.
    pub country: Option<SketchCountry>,
    /// When an event was, if that is known.
    pub when: Option<PartialDate>,
    /// Read with a confidence under 0.5.
    pub uncertain: bool,
    /// Already placed: must not move.
    pub at: Option<(f64, f64)>,
    /// Placed by the reader.
    pub pinned: bool,
}

/// The country of a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SketchCountry {
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Its name, for this reader.
    pub name: String,
    /// Whether the node is the country.
    pub itself: bool,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct SketchLink {
    /// Unique.
    pub id: String,
    /// Event or relation id.
    pub claim: String,
    /// Node id.
    pub from: String,
    /// Node id.
    pub to: String,
    /// What it stands for.
    pub part: EdgePart,
    /// Type of the event; none for relations.
    pub plover: Option<Plover>,
    /// Status.
    pub modality: Modality,
    /// Whether somebody vouches for it.
    pub alleged: bool,
    /// Read with a confidence under 0.5.
    pub uncertain: bool,
    /// Heads at both ends.
    pub mutual: bool,
    /// No heads.
    pub headless: bool,
    /// From a table of knowledge.
    pub knowledge: bool,
    /// Name of a relation.
    pub label: Option<String>,
}
