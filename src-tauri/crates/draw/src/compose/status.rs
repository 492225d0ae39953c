//! Status: badges, words and dashes. Never dropped, in window or export.

use model::{Language, Modality, Plover, Quad};

use crate::scene::{Mark, Stroke};
use crate::sketch::{SketchNode, What};

use super::path;

/// A round mark at the upper right of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Badge {
    Planned,
    Hypothetical,
    CalledFor,
    Negated,
    Unsure,
    /// Last, so that two statuses read "possible, says X".
    Alleged,
}

/// The badges of a node, in order.
pub(crate) fn badges(node: &SketchNode) -> Vec<Badge> {
    let What::Event { modality, alleged, .. } = node.what else { return Vec::new() };
    let mut badges: Vec<Badge> = match modality {
        Modality::Actual => None,
        Modality::Planned => Some(Badge::Planned),
        Modality::Hypothetical => Some(Badge::Hypothetical),
        Modality::CalledFor => Some(Badge::CalledFor),
        Modality::Negated => Some(Badge::Negated),
    }
    .into_iter()
    .collect();
    if node.uncertain {
        badges.push(Badge::Unsure);
    }
    if alleged {
        badges.push(Badge::Alleged);
    }
    badges
}

/// The word in brackets behind a label.
pub(crate) fn word(
    plover: Plover,
    modality: Modality,
    alleged: bool,
    language: Language,
) -> Option<&'static str> {
    let indonesian = language == Language::Indonesian;
    let pick = |id, en| Some(if indonesian { id } else { en });
    match modality {
        Modality::Planned => pick("(rencana)", "(planned)"),
        Modality::Hypothetical => pick("(mungkin)", "(possible)"),
        Modality::CalledFor => pick("(diserukan)", "(called for)"),
        Modality::Negated => pick("(tidak)", "(not)"),
        Modality::Actual if alleged && is_conflict(plover) => pick("(diduga)", "(alleged)"),
        Modality::Actual => None,
    }
}

pub(crate) fn is_conflict(plover: Plover) -> bool {
    matches!(plover.quad(), Some(Quad::VerbalConflict | Quad::MaterialConflict))
}

/// What a badge says, around its centre: a ring and a sign, all as paths, so that no font is needed.
pub(crate) fn marks(badge: Badge, x: f64, y: f64) -> [Mark; 2] {
    let ink = "event-edge";
    let ring = Mark {
        d: path::circle_at(x, y, 4.7),
        fill: Some("canvas"),
        stroke: Some(Stroke { color: ink, width: 1.0, dash: vec![], round: false }),
    };
    let line = |d: &str, width: f64| Mark {
        d: path::moved(d, 1.0, x, y),
        fill: None,
        stroke: Some(Stroke { color: ink, width, dash: vec![], round: true }),
    };
    let sign = match badge {
        Badge::Planned => line("M0 -2.6V0L1.8 1.2", 1.2),
        Badge::Hypothetical => line("M-1.5 -1.2C-1.5 -3 1.5 -3 1.5 -1.2C1.5 0 0 0 0 1M0 2.7V2.72", 1.2),
        Badge::CalledFor => line("M0 -2.7V.8M0 2.6V2.62", 1.4),
        Badge::Negated => line("M-2 0H2", 1.4),
        Badge::Unsure => line("M-2.4 .6C-1.4 -1.4 -.6 -1 0 0C.6 1 1.4 1.4 2.4 -.6", 1.2),
        Badge::Alleged => Mark {
            d: path::moved(
                "M-1.9 -1.7h1.5v1.5c0 1 -.5 1.7 -1.4 2l-.3 -.5c.4 -.2 .6 -.5 .6 -.9h-.4ZM.5 -1.7h1.5v1.5c0 1 -.5 1.7 -1.4 2l-.3 -.5c.4 -.2 .6 -.5 .6 -.9h-.4Z",
                1.0,
                x,
                y,
            ),
            fill: Some(ink),
            stroke: None,
        },
    };
    [ring, sign]
}
