//! What of a sketch the layout has to know: wishes of nearness, and by what the nodes are put in order.

use std::collections::BTreeSet;

use layout::{Method, Slot, Spring};
use model::EntityKind;

use crate::scene::EdgePart;
use crate::sketch::{Arrangement, Sketch, SketchNode, What};

use super::Wire;

/// Springs in the direction of what happens: who acts, what happens, to whom.
pub(crate) fn springs(sketch: &Sketch, wires: &[Wire]) -> Vec<Spring> {
    wires
        .iter()
        .map(|wire| {
            let part = sketch.links[wire.link].part;
            let (length, weight) = match part {
                EdgePart::Source | EdgePart::Target => (70.0, 1.0),
                EdgePart::Place | EdgePart::Participant => (84.0, 0.5),
                EdgePart::Attribution => (110.0, 0.25),
                EdgePart::Relation => (120.0, 0.5),
            };
            // Who vouches for an event comes before it, though the line runs from the event.
            let (a, b) =
                if part == EdgePart::Attribution { (wire.to, wire.from) } else { (wire.from, wire.to) };
            Spring { a, b, length, weight }
        })
        .collect()
}

/// The method of the sketch's arrangement. Where most nodes stand already, a few new ones join them by stress.
pub(crate) fn method(sketch: &Sketch) -> Method {
    if sketch.nodes.iter().any(|node| node.at.is_some() && !node.pinned) {
        return Method::Stress;
    }
    match &sketch.arrangement {
        Arrangement::Stress => Method::Stress,
        Arrangement::Layered => Method::Layered,
        Arrangement::Radial { .. } => {
            let focus = sketch.focus();
            Method::Radial { focus: sketch.nodes.iter().position(|node| Some(node.id.as_str()) == focus) }
        }
        Arrangement::Circular => Method::Circular,
        Arrangement::Kind => {
            Method::Grouped { group: sketch.nodes.iter().map(|node| region(node.what)).collect() }
        }
        Arrangement::Timeline => Method::Dated { slot: slots(sketch) },
    }
}

/// The region that a node belongs to: people, states and places, organisations, things, events.
pub(crate) fn region(what: What) -> usize {
    use EntityKind::{Agreement, Country, Facility, Group, Organization, Other, Person, Place, Weapon};
    match what {
        What::Entity(Person) => 0,
        What::Entity(Country | Place | Facility) => 1,
        What::Entity(Organization | Group) => 2,
        What::Entity(Agreement | Weapon | Other) => 3,
        What::Event { .. } => 4,
    }
}

/// Dates as they are written sort by time, a month before its days.
fn slots(sketch: &Sketch) -> Vec<Slot> {
    let mut dates: Vec<String> =
        sketch.nodes.iter().filter_map(|node| node.when).map(|when| when.to_string()).collect();
    dates.sort();
    dates.dedup();
    let slot = |what: What, when: Option<String>| match (what, when) {
        (What::Event { .. }, Some(when)) => dates.binary_search(&when).map_or(Slot::Unknown, Slot::At),
        (What::Event { .. }, None) => Slot::Unknown,
        (What::Entity(_), _) => Slot::Beside,
    };
    sketch.nodes.iter().map(|node| slot(node.what, node.when.map(|when| when.to_string()))).collect()
}

/// The zone of every node, where an arrangement has zones: its region, or whether it is in time or in the lane below.
pub(crate) fn zones(sketch: &Sketch) -> Option<Vec<usize>> {
    match sketch.arrangement {
        Arrangement::Kind => Some(sketch.nodes.iter().map(|node| region(node.what)).collect()),
        Arrangement::Timeline => {
            let dated: BTreeSet<&str> =
                sketch.nodes.iter().filter(|node| node.when.is_some()).map(|node| node.id.as_str()).collect();
            let beside: BTreeSet<&str> = sketch
                .links
                .iter()
                .flat_map(|link| [(&link.from, &link.to), (&link.to, &link.from)])
                .filter(|(event, _)| dated.contains(event.as_str()))
                .map(|(_, other)| other.as_str())
                .collect();
            let zone = |node: &SketchNode| {
                let event = matches!(node.what, What::Event { .. });
                let upper = dated.contains(node.id.as_str()) || !event && beside.contains(node.id.as_str());
                usize::from(!upper)
            };
            Some(sketch.nodes.iter().map(zone).collect())
        }
        _ => None,
    }
}
