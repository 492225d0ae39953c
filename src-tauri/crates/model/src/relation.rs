//! Standing relations between two entities.

use serde::Serialize;

use crate::{EntityId, Ground, RelationId};

/// What holds between two entities beyond a single happening.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// Head of a state, government, party or unit.
    Leads,
    /// Minister and the like, to the country or body.
    HoldsOffice,
    /// Member of a group or organisation.
    MemberOf,
    /// Lies in.
    LocatedIn,
    /// Body of a state; part of a whole.
    PartOf,
    /// Envoy, ambassador.
    Represents,
    /// Speaks for.
    SpokespersonOf,
    /// Seat of government of.
    CapitalOf,
    /// Allied with (symmetric).
    AllyOf,
    /// At war with (symmetric).
    AtWarWith,
    /// Family, founder, predecessor, outlet of a state.
    Other,
}

impl RelationKind {
    /// Every kind, in the order of menus.
    pub const ALL: [Self; 11] = [
        Self::Leads,
        Self::HoldsOffice,
        Self::MemberOf,
        Self::LocatedIn,
        Self::PartOf,
        Self::Represents,
        Self::SpokespersonOf,
        Self::CapitalOf,
        Self::AllyOf,
        Self::AtWarWith,
        Self::Other,
    ];

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The annotation format's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Leads => "leads",
            Self::HoldsOffice => "holds_office",
            Self::MemberOf => "member_of",
            Self::LocatedIn => "located_in",
            Self::PartOf => "part_of",
            Self::Represents => "represents",
            Self::SpokespersonOf => "spokesperson_of",
            Self::CapitalOf => "capital_of",
            Self::AllyOf => "ally_of",
            Self::AtWarWith => "at_war_with",
            Self::Other => "other",
        }
    }

    /// Whether subject and object may be exchanged.
    pub fn is_symmetric(self) -> bool {
        matches!(self, Self::AllyOf | Self::AtWarWith)
    }
}

/// A standing relation: an office, a membership, a place in a place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Relation {
    /// Stable id.
    pub id: RelationId,
    /// What it says.
    pub kind: RelationKind,
    /// Who.
    pub subject: EntityId,
    /// Of what.
    pub object: EntityId,
    /// Calibrated probability that it is right, 0 to 1.
    pub confidence: f32,
    /// Where it comes from.
    pub ground: Ground,
}
