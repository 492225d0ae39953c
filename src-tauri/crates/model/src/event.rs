//! Happenings: type, parts, time, status. "Alleged" is no modality but who vouches.

use serde::Serialize;

use crate::{EntityId, EventId, Ground, PartialDate, Span};

/// Event types of PLOVER (openeventdata, 2021 edition), and [`Plover::Other`] for what has no place there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "the types are defined by PLOVER; see ARCHITECTURE.md")]
pub enum Plover {
    Agree,
    Consult,
    Support,
    Concede,
    Cooperate,
    Aid,
    Retreat,
    Request,
    Accuse,
    Reject,
    Threaten,
    Protest,
    Sanction,
    Mobilize,
    Coerce,
    Assault,
    Other,
}

/// PLOVER's four quad classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Quad {
    /// Words that bring together.
    VerbalCooperation,
    /// Deeds that bring together.
    MaterialCooperation,
    /// Words against.
    VerbalConflict,
    /// Deeds against.
    MaterialConflict,
}

impl Plover {
    /// Every type, in PLOVER's order.
    pub const ALL: [Self; 17] = [
        Self::Agree,
        Self::Consult,
        Self::Support,
        Self::Concede,
        Self::Cooperate,
        Self::Aid,
        Self::Retreat,
        Self::Request,
        Self::Accuse,
        Self::Reject,
        Self::Threaten,
        Self::Protest,
        Self::Sanction,
        Self::Mobilize,
        Self::Coerce,
        Self::Assault,
        Self::Other,
    ];

    /// PLOVER's own code, for example `CONSULT`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Concede => "CONCEDE",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Retreat => "RETREAT",
            Self::Request => "REQUEST",
            Self::Accuse => "ACCUSE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Sanction => "SANCTION",
            Self::Mobilize => "MOBILIZE",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
            Self::Other => "OTHER",
        }
    }

    /// The type with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|plover| plover.code() == code)
    }

    /// The quad class; `None` for [`Plover::Other`].
    pub fn quad(self) -> Option<Quad> {
        Some(match self {
            Self::Agree | Self::Consult | Self::Support | Self::Concede | Self::Request => {
                Quad::VerbalCooperation
            }
            Self::Cooperate | Self::Aid | Self::Retreat => Quad::MaterialCooperation,
            Self::Accuse | Self::Reject | Self::Threaten => Quad::VerbalConflict,
            Self::Protest | Self::Sanction | Self::Mobilize | Self::Coerce | Self::Assault => {
                Quad::MaterialConflict
            }
            Self::Other => return None,
        })
    }

    /// Whether it binds both sides alike, so that direction says little.
    pub fn is_symmetric(self) -> bool {
        matches!(self, Self::Agree | Self::Consult | Self::Cooperate)
    }
}

macro_rules! modes {
    ($($name:ident $code:literal),* $(,)?) => {
        /// PLOVER's modes, the finer kind within a type.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[expect(missing_docs, reason = "the modes are defined by PLOVER; see ARCHITECTURE.md")]
        pub enum Mode { $(#[serde(rename = $code)] $name),* }

        impl Mode {
            /// Every mode.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// PLOVER's own code, for example `third-party`.
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $code),* }
            }

            /// The mode with this code.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|mode| mode.code() == code)
            }
        }
    };
}

modes! {
    Visit "visit", ThirdParty "third-party", Multilateral "multilateral", Phone "phone",
    Withdraw "withdraw", Release "release", Disarm "disarm", Ceasefire "ceasefire", Access "access", Resign "resign", Return "return",
    Assist "assist", Change "change", Yield "yield", Meet "meet",
    Disapprove "disapprove", Investigate "investigate", Allege "allege",
    Restrict "restrict", Ban "ban", Arrest "arrest", Relations "relations", Expel "expel", Territory "territory", Violence "violence", Rights "rights",
    Demo "demo", Riot "riot", Strike "strike", Hunger "hunger", Boycott "boycott", Obstruct "obstruct",
    Convict "convict", Discontinue "discontinue",
    Troops "troops", Weapons "weapons", Police "police", Militia "militia",
    Seize "seize", Censor "censor", Curfew "curfew", MartialLaw "martial-law", Deport "deport", Withhold "withhold", Misinformation "misinformation", Cyber "cyber",
    Abduct "abduct", Beat "beat", Torture "torture", Execute "execute", Sexual "sexual", Assassinate "assassinate", Primitive "primitive",
    Firearms "firearms", Explosives "explosives", SuicideAttack "suicide-attack", HeavyWeapons "heavy-weapons", Aerial "aerial", Drone "drone",
    Destroy "destroy", Massacre "massacre", Cleansing "cleansing", CrowdControl "crowd-control", Unconventional "unconventional",
}

/// Whether it happened, by the words of the text. "Alleged" is not here: see [`Event::attributed_to`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// Told as having happened or happening.
    Actual,
    /// Scheduled, intended, expected.
    Planned,
    /// Possible, conditional, considered.
    Hypothetical,
    /// Only demanded.
    CalledFor,
    /// Said not to have happened.
    Negated,
}

impl Modality {
    /// The annotation format's name.
    pub fn code(self) -> &'static str {
        match self {
            Self::Actual => "actual",
            Self::Planned => "planned",
            Self::Hypothetical => "hypothetical",
            Self::CalledFor => "called_for",
            Self::Negated => "negated",
        }
    }
}

/// The part an entity plays in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Who acts.
    Source,
    /// Who or what is acted on.
    Target,
    /// Anything else on the edge: instrument, mediator.
    Participant,
}

/// One entity in one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct RoleFiller {
    /// The part.
    pub role: Role,
    /// Who plays it.
    pub entity: EntityId,
}

/// When it happened: the article's words and what they come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct When {
    /// "pada hari Minggu".
    pub words: Option<Span>,
    /// What the words come to, given the article's date.
    pub date: Option<PartialDate>,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum QuantityKind {
    /// People killed.
    Dead,
    /// People hurt.
    Injured,
    /// Money, in the currency of the words.
    Money,
    /// Anything else.
    Count,
}

/// A number in the text that belongs to an event.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Quantity {
    /// The words.
    pub span: Span,
    /// What is counted.
    pub kind: QuantityKind,
    /// How many.
    pub value: f64,
}

/// One happening: told once or many times, it is one event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Event {
    /// Stable id.
    pub id: EventId,
    /// PLOVER type.
    pub kind: Plover,
    /// PLOVER mode.
    pub mode: Option<Mode>,
    /// The most informative mention: a verb or an event noun.
    pub trigger: Span,
    /// Other mentions of the same happening, in text order.
    pub other_triggers: Vec<Span>,
    /// A plain verb phrase in the article's language, lower case, at most about 30 characters: "menandatangani".
    pub label: String,
    /// Who plays which part; sources first, in text order.
    pub roles: Vec<RoleFiller>,
    /// When.
    pub when: Option<When>,
    /// Where.
    pub place: Option<EntityId>,
    /// Whether it happened.
    pub modality: Modality,
    /// Who, other than the writer, vouches for it.
    pub attributed_to: Option<EntityId>,
    /// Numbers that belong to it.
    pub quantities: Vec<Quantity>,
    /// Calibrated probability that type, source and target are right, 0 to 1. Drawn solid from 0.5.
    pub confidence: f32,
    /// The sentences that say so.
    pub ground: Ground,
}

impl Event {
    /// The entities in this role, in text order.
    pub fn fillers(&self, role: Role) -> impl Iterator<Item = EntityId> + '_ {
        self.roles.iter().filter(move |filler| filler.role == role).map(|filler| filler.entity)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back() {
        assert!(Plover::ALL.into_iter().all(|plover| Plover::from_code(plover.code()) == Some(plover)));
        assert!(Mode::ALL.iter().all(|mode| Mode::from_code(mode.code()) == Some(*mode)));
    }
}
