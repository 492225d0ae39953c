//! Node glyphs: shape by kind, icon or letters inside, status in the diamond and beside it.

use model::{EntityKind, Modality};

use crate::scene::{Label, Mark, Monogram, NodeGlyph, Stroke, Token};
use crate::sketch::{SketchNode, What};

use super::geometry::Point;
use super::path::{circle, moved, polygon, rounded_square};
use super::{Figured, status};

/// An event is a bead on a sentence, not an actor.
const EVENT_RADIUS: f64 = 6.5;

/// Radius of a shape, in four steps by degree.
pub(crate) fn radius(what: What, degree: usize) -> f64 {
    match what {
        What::Event { .. } => EVENT_RADIUS,
        What::Entity(kind) => {
            let quiet = !matches!(
                kind,
                EntityKind::Person | EntityKind::Country | EntityKind::Organization | EntityKind::Group
            );
            match degree {
                12.. => 17.0,
                7..12 => 15.5,
                4..7 => 13.5,
                _ if quiet => 11.0,
                _ => 12.0,
            }
        }
    }
}

/// How far lines stay away from the centre.
pub(crate) fn reach(what: What, radius: f64) -> f64 {
    radius
        * match what {
            What::Event { .. } => 1.12,
            What::Entity(EntityKind::Organization | EntityKind::Group) => 1.06,
            What::Entity(_) => 1.0,
        }
}

/// The glyph at its place.
pub(crate) fn node(node: &SketchNode, figure: &Figured, (x, y): Point, label: &Label) -> NodeGlyph {
    let r = figure.radius;
    let mut marks = vec![Mark {
        d: shape(node.what, r),
        fill: Some("canvas"),
        stroke: Some(Stroke { color: "canvas", width: 4.0, dash: vec![], round: false }),
    }];
    let mut monogram = None;
    match node.what {
        What::Event { modality, .. } => diamond(modality, r, &mut marks),
        What::Entity(kind) => {
            let tokens = tokens(kind);
            marks.push(Mark {
                d: shape(node.what, r),
                fill: Some(tokens.mark),
                stroke: tokens.edge.map(|color| Stroke { color, width: 1.2, dash: vec![], round: false }),
            });
            match &node.letters {
                Some(letters) => {
                    let size = libm::round(r * 0.76 * 10.0) / 10.0;
                    monogram = Some(Monogram { text: letters.clone(), size, color: tokens.icon });
                }
                None => marks.push(icon(kind, r, tokens.icon)),
            }
        }
    }
    for (at, badge) in figure.badges.iter().enumerate() {
        marks.extend(status::marks(*badge, r * 0.95 + 9.0 * at as f64, -r * 0.95));
    }
    if node.pinned {
        marks.extend(pin(r));
    }
    NodeGlyph {
        id: node.id.clone(),
        event: figure.event,
        x,
        y,
        r,
        marks,
        monogram,
        ring: shape(node.what, r + 5.0),
        label: label.clone(),
        opacity: if node.uncertain { 0.8 } else { 1.0 },
        pinned: node.pinned,
    }
}

/// A glyph for the legend: no ring, no badge of its own.
pub(crate) fn sample(what: What, r: f64, x: f64) -> Vec<Mark> {
    let mut marks = Vec::new();
    match what {
        What::Event { modality, .. } => diamond(modality, r, &mut marks),
        What::Entity(kind) => {
            let tokens = tokens(kind);
            let stroke = tokens.edge.map(|color| Stroke { color, width: 1.2, dash: vec![], round: false });
            marks.push(Mark { d: shape(what, r), fill: Some(tokens.mark), stroke });
            marks.push(icon(kind, r, tokens.icon));
        }
    }
    for mark in &mut marks {
        mark.d = moved(&mark.d, 1.0, x, 0.0);
    }
    marks
}

struct Tokens {
    mark: Token,
    icon: Token,
    edge: Option<Token>,
}

fn tokens(kind: EntityKind) -> Tokens {
    match kind {
        EntityKind::Person => Tokens { mark: "person-mark", icon: "person-icon", edge: None },
        EntityKind::Organization | EntityKind::Group => {
            Tokens { mark: "group-mark", icon: "group-icon", edge: Some("group-edge") }
        }
        EntityKind::Country | EntityKind::Place | EntityKind::Facility => {
            Tokens { mark: "place-mark", icon: "place-icon", edge: None }
        }
        EntityKind::Agreement | EntityKind::Weapon | EntityKind::Other => {
            Tokens { mark: "other-mark", icon: "other-icon", edge: None }
        }
    }
}

fn shape(what: What, r: f64) -> String {
    match what {
        What::Event { .. } => polygon(4, r * 1.18, 1.2),
        What::Entity(EntityKind::Person) => circle(r),
        What::Entity(EntityKind::Organization | EntityKind::Group) => polygon(6, r * 1.1, 2.2),
        What::Entity(EntityKind::Country | EntityKind::Place | EntityKind::Facility) => {
            rounded_square(r * 0.93, 4.5)
        }
        What::Entity(EntityKind::Agreement | EntityKind::Weapon | EntityKind::Other) => {
            polygon(3, r * 1.28, 2.6)
        }
    }
}

/// Icons in a box of ten units around the centre; even-odd holes are cut by drawing direction.
fn icon(kind: EntityKind, r: f64, color: Token) -> Mark {
    let (d, scale, drop) = match kind {
        EntityKind::Person => (
            "M0 -4.3a2.15 2.15 0 1 1 0 4.3a2.15 2.15 0 1 1 0 -4.3ZM-4.2 4.7c0 -2.7 1.8 -4 4.2 -4s4.2 1.3 4.2 4Z",
            r / 8.3,
            0.0,
        ),
        EntityKind::Organization => (
            "M-4.6 -1.6L0 -4.6L4.6 -1.6V-.7H-4.6ZM-3.7 0h1.5v3h-1.5ZM-.75 0h1.5v3H-.75ZM2.2 0h1.5v3H2.2ZM-4.6 3.6h9.2v1.2h-9.2Z",
            r / 10.0,
            0.0,
        ),
        EntityKind::Group => (
            "M-2.1 -3.2a1.6 1.6 0 1 1 0 3.2a1.6 1.6 0 1 1 0 -3.2ZM2.4 -2.6a1.4 1.4 0 1 1 0 2.8a1.4 1.4 0 1 1 0 -2.8ZM-5 3.8c0 -2.1 1.2 -3.1 2.9 -3.1s2.9 1 2.9 3.1ZM1.7 3.8c0 -1.2 -.3 -2.1 -.9 -2.7c.5 -.3 1 -.4 1.6 -.4c1.6 0 2.6 1 2.6 3.1Z",
            r / 9.4,
            0.0,
        ),
        EntityKind::Country | EntityKind::Place => (
            "M0 5C-2.6 1.9 -3.4 .5 -3.4 -1.2a3.4 3.4 0 0 1 6.8 0C3.4 .5 2.6 1.9 0 5ZM0 -2.7a1.5 1.5 0 1 0 0 3a1.5 1.5 0 1 0 0 -3Z",
            r / 8.3,
            -0.2,
        ),
        EntityKind::Facility => ("M-4.6 4.6V-.4L-1.8 -2.6V-.4L1 -2.6V-.4L1.8 -1V-4.6H4.4V4.6Z", r / 9.0, 0.0),
        EntityKind::Weapon => (
            "M-3.4 3.4L1.6 -1.6L.8 -2.4L3.6 -3.6L2.4 -.8L1.6 -1.6M-3.4 3.4L-1.4 3.2L-3.2 1.4Z",
            r / 9.5,
            r * 0.12,
        ),
        EntityKind::Agreement | EntityKind::Other => {
            ("M-2.2 -1.1h4.4v.9h-4.4ZM-2.2 .6h4.4v.9h-4.4ZM-2.2 2.3h2.8v.9h-2.8Z", r / 9.5, r * 0.06)
        }
    };
    if kind == EntityKind::Weapon {
        let stroke = Stroke { color, width: 1.3, dash: vec![], round: true };
        return Mark { d: moved(d, scale, 0.0, drop), fill: None, stroke: Some(stroke) };
    }
    Mark { d: moved(d, scale, 0.0, drop), fill: Some(color), stroke: None }
}

/// The event's diamond: filled, half, hollow, cored or struck, always with its dark outline.
fn diamond(modality: Modality, r: f64, marks: &mut Vec<Mark>) {
    let outline = |dash| Some(Stroke { color: "event-edge", width: 1.3, dash, round: false });
    let d = polygon(4, r * 1.18, 1.2);
    let fill = matches!(modality, Modality::Actual | Modality::Negated);
    let dash = if modality == Modality::Hypothetical { vec![1.8, 1.5] } else { vec![] };
    marks.push(Mark { d, fill: Some(if fill { "event-mark" } else { "canvas" }), stroke: outline(dash) });
    match modality {
        Modality::Planned => {
            let d = moved("M0 -1.05L-1.05 0L0 1.05Z", r, 0.0, 0.0);
            marks.push(Mark { d, fill: Some("event-mark"), stroke: None });
        }
        Modality::CalledFor => {
            marks.push(Mark { d: polygon(4, r * 0.43, 0.4), fill: Some("event-edge"), stroke: None });
        }
        Modality::Negated => {
            let stroke = Stroke { color: "event-edge", width: 1.5, dash: vec![], round: true };
            marks.push(Mark { d: moved("M-1 1L1 -1", r, 0.0, 0.0), fill: None, stroke: Some(stroke) });
        }
        Modality::Actual | Modality::Hypothetical => {}
    }
}

/// A small pin at the lower left.
fn pin(r: f64) -> [Mark; 2] {
    let (x, y) = (-r * 0.85, r * 0.85);
    [
        Mark {
            d: super::path::circle_at(x, y, 4.2),
            fill: Some("canvas"),
            stroke: Some(Stroke { color: "ink-2", width: 0.9, dash: vec![], round: false }),
        },
        Mark {
            d: moved("M0 2.4V.6M-1.5 .6H1.5L.9 -.3V-2H-.9V-.3Z", 1.0, x, y),
            fill: None,
            stroke: Some(Stroke { color: "ink-2", width: 0.9, dash: vec![], round: true }),
        },
    ]
}
