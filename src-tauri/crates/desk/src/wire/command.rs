//! What the reader can change, as it crosses the wire and stands in the log.

use serde::{Deserialize, Serialize};
#[cfg(test)]
use ts_rs::TS;

use super::{Modality, Range};

/// A change that the reader makes. Each is kept in the log and can be undone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(tag = "command", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Command {
    /// Puts a node somewhere and pins it there.
    Move {
        /// Entity or event id.
        node: String,
        /// Scene coordinates.
        x: f64,
        /// Scene coordinates.
        y: f64,
    },
    /// Lets the layout place a node again.
    Unpin {
        /// Entity or event id.
        node: String,
    },
    /// Gives an entity or event another name.
    Rename {
        /// Entity or event id.
        node: String,
        /// At most 200 characters, not blank.
        name: String,
    },
    /// Takes an entity, event or relation out of the graph, with what hangs on it.
    Delete {
        /// Entity, event or relation id.
        claim: String,
    },
    /// Says when, where and in which language the article was published; it is read again.
    Describe {
        /// `YYYY[-MM[-DD]]`, or none for not known.
        published: Option<String>,
        /// `id`, `en`, or none to let the text say.
        language: Option<String>,
        /// Publisher, or none.
        source: Option<String>,
    },
    /// Composes the whole figure anew, forgetting pins.
    Arrange,
    /// Composes the whole figure anew in another order. What was placed by hand stays where it is.
    SetLayout {
        /// Which order.
        layout: Layout,
        /// Id of the node in the middle, for `radial`; none: the one with the most lines.
        focus: Option<String>,
    },
    /// Says what sort of thing it is.
    SetKind {
        /// Entity, event or relation id.
        claim: String,
        /// Code of an entity's kind, a PLOVER type or a relation, as on the wire.
        kind: String,
    },
    /// Says which state an entity is or belongs to.
    SetCountry {
        /// Entity id.
        node: String,
        /// ISO 3166-1 alpha-3, or none.
        country: Option<String>,
    },
    /// Says which office an entity holds.
    SetOffice {
        /// Entity id.
        node: String,
        /// At most 200 characters, or none.
        office: Option<String>,
    },
    /// Gives an entity one more name.
    AddAlias {
        /// Entity id.
        node: String,
        /// At most 200 characters, not blank.
        alias: String,
    },
    /// Takes one of an entity's other names away.
    RemoveAlias {
        /// Entity id.
        node: String,
        /// As it is written.
        alias: String,
    },
    /// Says whether an event happened.
    SetModality {
        /// Event id.
        event: String,
        /// Its status.
        modality: Modality,
    },
    /// Says who vouches for an event.
    SetAttribution {
        /// Event id.
        event: String,
        /// Entity id, or none for the writer.
        by: Option<String>,
    },
    /// Says when an event happened.
    SetDate {
        /// Event id.
        event: String,
        /// `YYYY[-MM[-DD]]`, or none for not known.
        date: Option<String>,
    },
    /// Gives a part in a claim to somebody, takes it from somebody, or both: a missing edge, a wrong one, a moved one.
    SetPart {
        /// Event or relation id.
        claim: String,
        /// Which part.
        part: ClaimPart,
        /// Entity id of who loses it, or none.
        from: Option<String>,
        /// Entity id of who gets it, or none; the ends of a relation are never empty.
        to: Option<String>,
    },
    /// Turns a claim around: source and target, subject and object.
    Exchange {
        /// Event or relation id.
        claim: String,
    },
    /// A node that was missing.
    AddNode {
        /// At most 200 characters, not blank.
        name: String,
        /// Code of an entity's kind.
        kind: String,
        /// Where the text names it, or none.
        mention: Option<Range>,
    },
    /// An event that was missing.
    AddEvent {
        /// PLOVER code.
        kind: String,
        /// A plain verb, or none for that of the type.
        label: Option<String>,
        /// The words that tell it.
        trigger: Range,
        /// Entity ids of those who act.
        sources: Vec<String>,
        /// Entity ids of those who are acted on.
        targets: Vec<String>,
        /// Whether it happened.
        modality: Modality,
    },
    /// A standing relation that was missing.
    AddRelation {
        /// Its kind.
        kind: String,
        /// Entity id.
        subject: String,
        /// Entity id.
        object: String,
        /// The words that say so, or none.
        quote: Option<Range>,
    },
    /// Points at words of the text as evidence.
    Cite {
        /// Event or relation id.
        claim: String,
        /// The words; their whole sentence is quoted.
        quote: Range,
    },
    /// Writes something beside a node or claim.
    Annotate {
        /// Entity, event or relation id.
        thing: String,
        /// At most 2,000 characters, or none to take the note away.
        text: Option<String>,
    },
    /// Says whether the reader has checked a node or claim.
    SetMark {
        /// Entity, event or relation id.
        thing: String,
        /// Which mark, or none.
        mark: Option<CheckMark>,
    },
    /// Makes one node of two.
    Merge {
        /// Id of the node that stays.
        into: String,
        /// Id of the node that goes into it.
        from: String,
    },
    /// Takes a node out of the one it was merged into.
    Split {
        /// Id of the node that stays.
        node: String,
        /// Id of the node that comes out.
        part: String,
    },
    /// Makes a rule for this and later articles, or drops one.
    SetRule {
        /// The rule.
        rule: Rule,
        /// Whether it holds.
        on: bool,
    },
    /// The rules of earlier articles, as they stood when this one was first opened. Given by the core, not by the window.
    Inherit {
        /// In the order they were made.
        rules: Vec<Rule>,
    },
}

/// How the figure is put in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum Layout {
    /// What is near in the graph is near in the figure.
    #[default]
    Stress,
    /// Who acts on whom, from left to right.
    Layered,
    /// Rings about a node.
    Radial,
    /// A circle.
    Circular,
    /// People, states, organisations and events in regions of their own.
    Kind,
    /// Events by date.
    Timeline,
}

impl Layout {
    /// Every layout with its name, the same on the wire and on the command line.
    pub const ALL: [(&str, Self); 6] = [
        ("stress", Self::Stress),
        ("layered", Self::Layered),
        ("radial", Self::Radial),
        ("circular", Self::Circular),
        ("kind", Self::Kind),
        ("timeline", Self::Timeline),
    ];
}

/// A part in a claim that the reader can give to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum ClaimPart {
    /// Who acts in an event.
    Source,
    /// Who is acted on in an event.
    Target,
    /// Anything else in an event.
    Participant,
    /// Where an event was.
    Place,
    /// Who, in a relation.
    Subject,
    /// Of what, in a relation.
    Object,
}

/// The reader's word on the machine's reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum CheckMark {
    /// It is right. Drawn as certain.
    Checked,
    /// It may be wrong. Drawn as uncertain.
    Doubtful,
}

/// What the reader wants done in every article.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(tag = "rule", rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Rule {
    /// Two names are always one node.
    AlwaysMerge {
        /// The name that stays.
        into: String,
        /// The other name.
        from: String,
    },
    /// A name is never an actor.
    NeverActor {
        /// The name.
        name: String,
    },
}

impl Command {
    /// The name in the log, as on the wire.
    pub(crate) fn verb(&self) -> &'static str {
        match self {
            Self::Move { .. } => "move",
            Self::Unpin { .. } => "unpin",
            Self::Rename { .. } => "rename",
            Self::Delete { .. } => "delete",
            Self::Describe { .. } => "describe",
            Self::Arrange => "arrange",
            Self::SetLayout { .. } => "setLayout",
            Self::SetKind { .. } => "setKind",
            Self::SetCountry { .. } => "setCountry",
            Self::SetOffice { .. } => "setOffice",
            Self::AddAlias { .. } => "addAlias",
            Self::RemoveAlias { .. } => "removeAlias",
            Self::SetModality { .. } => "setModality",
            Self::SetAttribution { .. } => "setAttribution",
            Self::SetDate { .. } => "setDate",
            Self::SetPart { .. } => "setPart",
            Self::Exchange { .. } => "exchange",
            Self::AddNode { .. } => "addNode",
            Self::AddEvent { .. } => "addEvent",
            Self::AddRelation { .. } => "addRelation",
            Self::Cite { .. } => "cite",
            Self::Annotate { .. } => "annotate",
            Self::SetMark { .. } => "setMark",
            Self::Merge { .. } => "merge",
            Self::Split { .. } => "split",
            Self::SetRule { .. } => "setRule",
            Self::Inherit { .. } => "inherit",
        }
    }

    /// Every id in it, what it is about first.
    pub(crate) fn ids(&self) -> Vec<String> {
        self.clone().ids_mut().into_iter().map(std::mem::take).collect()
    }

    /// The same, to be changed where a new reading has the thing under another id.
    pub(crate) fn ids_mut(&mut self) -> Vec<&mut String> {
        match self {
            Self::Move { node, .. }
            | Self::Unpin { node }
            | Self::Rename { node, .. }
            | Self::SetCountry { node, .. }
            | Self::SetOffice { node, .. }
            | Self::AddAlias { node, .. }
            | Self::RemoveAlias { node, .. } => vec![node],
            Self::Delete { claim }
            | Self::SetKind { claim, .. }
            | Self::Exchange { claim }
            | Self::Cite { claim, .. } => vec![claim],
            Self::SetModality { event, .. } | Self::SetDate { event, .. } => vec![event],
            Self::Annotate { thing, .. } | Self::SetMark { thing, .. } => vec![thing],
            Self::SetAttribution { event, by } => std::iter::once(event).chain(by).collect(),
            Self::SetPart { claim, from, to, .. } => std::iter::once(claim).chain(from).chain(to).collect(),
            Self::AddEvent { sources, targets, .. } => sources.iter_mut().chain(targets).collect(),
            Self::AddRelation { subject, object, .. } => vec![subject, object],
            Self::Merge { into, from } => vec![into, from],
            Self::Split { node, part } => vec![node, part],
            Self::SetLayout { focus, .. } => focus.iter_mut().collect(),
            Self::Describe { .. }
            | Self::Arrange
            | Self::AddNode { .. }
            | Self::SetRule { .. }
            | Self::Inherit { .. } => Vec::new(),
        }
    }

    /// The words of the text in it.
    pub(crate) fn range_mut(&mut self) -> Option<&mut Range> {
        match self {
            Self::AddNode { mention, .. } => mention.as_mut(),
            Self::AddEvent { trigger, .. } => Some(trigger),
            Self::AddRelation { quote, .. } => quote.as_mut(),
            Self::Cite { quote, .. } => Some(quote),
            _ => None,
        }
    }

    /// Whether every node that the reader has not placed finds its place anew.
    pub(crate) fn places_anew(&self) -> bool {
        matches!(self, Self::Arrange | Self::SetLayout { .. })
    }

    /// Whether nodes have to find a place after it: all of them, or those that it brings.
    pub(crate) fn composes(&self) -> bool {
        self.places_anew()
            || matches!(self, Self::AddNode { .. } | Self::AddEvent { .. } | Self::Describe { .. })
    }
}
