//! How far a body may leave the place that a method gave it.

use crate::Block;

/// The places that a body may take.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Rail {
    /// All of the area.
    Free,
    /// A vertical line.
    Column(f64),
    /// A circle.
    Ring { centre: (f64, f64), radius: f64 },
    /// A rectangle for the glyph.
    Within(Block),
}

impl Rail {
    /// The same about another origin, `by` times as large.
    pub(crate) fn moved(self, by: f64, (dx, dy): (f64, f64)) -> Self {
        match self {
            Self::Free => Self::Free,
            Self::Column(x) => Self::Column(x * by + dx),
            Self::Ring { centre: (x, y), radius } => {
                Self::Ring { centre: (x * by + dx, y * by + dy), radius: radius * by }
            }
            Self::Within(b) => {
                Self::Within(Block { x: b.x * by + dx, y: b.y * by + dy, w: b.w * by, h: b.h * by })
            }
        }
    }

    /// The nearest place on it to `at`, for a glyph that reaches so far (left, top, right, bottom).
    pub(crate) fn nearest(self, at: (f64, f64), reach: [f64; 4]) -> (f64, f64) {
        match self {
            Self::Free => at,
            Self::Column(x) => (x, at.1),
            Self::Ring { centre, radius } => {
                let (dx, dy) = (at.0 - centre.0, at.1 - centre.1);
                let length = libm::hypot(dx, dy);
                if length < 1e-9 {
                    (centre.0 + radius, centre.1)
                } else {
                    (centre.0 + dx / length * radius, centre.1 + dy / length * radius)
                }
            }
            Self::Within(b) => {
                let [left, top, right, bottom] = reach;
                (kept(at.0, b.x + left, b.x + b.w - right), kept(at.1, b.y + top, b.y + b.h - bottom))
            }
        }
    }
}

/// `v` within `low..=high`, the middle if there is no room.
fn kept(v: f64, low: f64, high: f64) -> f64 {
    if low > high { f64::midpoint(low, high) } else { v.clamp(low, high) }
}
