//! Where the bodies of a drawing go: boxes that never overlap, few crossings, lines that keep off foreign boxes, the
//! whole area used. It measures no text, knows nothing of actors or events, draws nothing, and has neither clock nor
//! chance of its own: same input, same bits.
//!
//! Stress majorisation per connected part, parts given rooms of the area by need, overlap removal by growing boxes,
//! then a seeded local improvement; the best of several starts by one cost.
//!
//! ```
//! use layout::{Area, Body, Extent, Spring, arrange};
//! let extent = Extent { left: 30.0, top: 14.0, right: 30.0, bottom: 30.0 };
//! let body = Body { radius: 12.0, extent, at: None };
//! let spring = Spring { a: 0, b: 1, length: 110.0, weight: 1.0 };
//! let area = Area { width: 704.0, height: 524.0, reserved: Vec::new() };
//! let places = arrange(&[body.clone(), body], &[spring], &area);
//! assert_eq!(places.len(), 2);
//! ```

mod board;
mod chance;
mod chart;
mod labelled;
mod net;
mod packing;
mod plan;
mod progress;
mod refinement;
mod rooms;
mod separation;
mod sgd;
mod space;
mod stress;

pub use labelled::{Named, Spot, draw_named};
pub use packing::MOST_CONNECTED;
pub use progress::Progress;

use net::Net;
use progress::Watch;
use space::Space;

/// Reach of a glyph and its label from the body's centre in pixels, padding included; all at least 0.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// To the left of the centre.
    pub left: f64,
    /// Above the centre.
    pub top: f64,
    /// To the right of the centre.
    pub right: f64,
    /// Below the centre.
    pub bottom: f64,
}

/// Something to be placed.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// Of the glyph, in pixels.
    pub radius: f64,
    /// Of glyph and label.
    pub extent: Extent,
    /// A fixed place: it comes back bit for bit.
    pub at: Option<(f64, f64)>,
}

/// A wish that two bodies be near each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spring {
    /// Index of one body.
    pub a: usize,
    /// Index of the other.
    pub b: usize,
    /// Wished distance of the centres in pixels.
    pub length: f64,
    /// How much it counts; 1 is plain.
    pub weight: f64,
}

/// A plain edge: two bodies one step apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Link {
    /// Index of one body.
    pub a: usize,
    /// Index of the other.
    pub b: usize,
}

/// A rectangle, by its top left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Block {
    /// Left edge.
    pub x: f64,
    /// Top edge.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// Where to draw: `0,0` is the top left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// Corners to keep free.
    pub reserved: Vec<Block>,
}

/// Places for all bodies, in their order. Boxes end inside the area if they can; else the area is exceeded evenly on all
/// sides, its proportions kept. Never fails and never yields what is no number (a fixed place apart, which is the
/// caller's).
pub fn arrange(bodies: &[Body], springs: &[Spring], area: &Area) -> Vec<(f64, f64)> {
    if bodies.is_empty() {
        return Vec::new();
    }
    let net = Net::new(bodies.len(), springs);
    let mut space = Space::new(bodies, area);
    let at = plan::best(&mut space, &net);
    bodies.iter().zip(at).map(|(body, place)| body.at.unwrap_or(place)).collect()
}

/// Places of `count` points near the least full stress (all pairs, each by `1 / distance^2`, distance in steps), one step
/// being about 1; parts are packed into about the proportions `width : height`. Loops and links to nowhere are left out.
/// `None`: `progress` said stop, or a part is larger than [`MOST_CONNECTED`].
pub fn full_stress(
    count: usize,
    links: &[Link],
    proportions: (f64, f64),
    progress: &mut Progress<'_>,
) -> Option<Vec<(f64, f64)>> {
    let parts = packing::parts(count, links)?;
    packing::stressed(&parts, 1, proportions, &mut Watch::new(progress))
}
