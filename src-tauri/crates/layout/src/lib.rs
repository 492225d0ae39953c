//! Where the bodies of a drawing go: boxes that never overlap, few crossings, lines that keep off foreign boxes, the
//! whole area used. It measures no text, knows nothing of actors or events, draws nothing, and has neither clock nor
//! chance of its own: same input, same bits.
//!
//! Full stress by gradient descent per connected part, parts given rooms of the area by need, then a seeded local
//! improvement of places and label sides by one cost; the best of several starts. The other methods ([`Method`]) give each
//! body a place and a rail, and the same improvement moves it along that.
//!
//! ```
//! use layout::{Area, Block, Body, Extent, Spring, arrange};
//! let glyph = Extent { left: 12.0, top: 12.0, right: 12.0, bottom: 12.0 };
//! let below = Block { x: -30.0, y: 14.0, w: 60.0, h: 16.0 };
//! let right = Block { x: 14.0, y: -8.0, w: 60.0, h: 16.0 };
//! let body = Body { glyph, names: vec![below, right], at: None };
//! let spring = Spring { a: 0, b: 1, length: 110.0, weight: 1.0 };
//! let area = Area { width: 704.0, height: 524.0, reserved: Vec::new() };
//! let seats = arrange(&[body.clone(), body], &[spring], &area);
//! assert!(seats.len() == 2 && seats.iter().all(|seat| seat.side < 2));
//! ```

mod board;
mod chance;
mod chart;
mod circular;
mod labelled;
mod lanes;
mod layered;
mod method;
mod net;
mod ordered;
mod packing;
mod plain;
mod plan;
mod progress;
mod radial;
mod rail;
mod refinement;
mod regions;
mod rooms;
mod separation;
mod sgd;
mod skeleton;
mod space;

pub use labelled::{Named, Spot, draw_named};
pub use method::{Method, Slot};
pub use packing::MOST_CONNECTED;
pub use plain::{draw_named_by, places_by};
pub use progress::Progress;

use net::Net;
use progress::Watch;
use space::Space;

/// Reach of a glyph from the body's centre in pixels, padding included; all at least 0.
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
    /// Of the glyph, with what belongs to it.
    pub glyph: Extent,
    /// Where its label may stand, about the centre, padding included, the best liked first; from the ninth on they are
    /// not looked at. None for a body without a label.
    pub names: Vec<Block>,
    /// A fixed place: it comes back bit for bit.
    pub at: Option<(f64, f64)>,
}

/// Where a body and its label went.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Seat {
    /// Centre, in pixels.
    pub at: (f64, f64),
    /// Index into the body's `names`; 0 if it has none.
    pub side: usize,
}

/// A wish that two bodies be near each other. Only [`Method::Layered`] asks which of them is `a`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spring {
    /// Index of one body.
    pub a: usize,
    /// Index of the other.
    pub b: usize,
    /// Wished distance of the centres in pixels.
    pub length: f64,
    /// How much it counts; two that count at least 1 read on through a body between them.
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

/// Seats for all bodies, in their order, by [`Method::Stress`]. Boxes end inside the area if they can; else the area is
/// exceeded evenly on all sides, its proportions kept. Nothing lies on anything, but for fixed bodies among themselves.
/// Never fails and never yields what is no number (a fixed place apart, which is the caller's).
pub fn arrange(bodies: &[Body], springs: &[Spring], area: &Area) -> Vec<Seat> {
    arrange_by(&Method::Stress, bodies, springs, area, &mut |_| true).unwrap_or_default()
}

/// The same by any method. `None`: `progress` said stop.
pub fn arrange_by(
    method: &Method,
    bodies: &[Body],
    springs: &[Spring],
    area: &Area,
    progress: &mut Progress<'_>,
) -> Option<Vec<Seat>> {
    if bodies.is_empty() {
        return Some(Vec::new());
    }
    let net = Net::new(bodies.len(), springs);
    let mut space = Space::new(bodies, area);
    let mut watch = Watch::new(progress);
    let seats = match method {
        Method::Stress => plan::best(&mut space, &net, &mut watch)?,
        method => ordered::seats(method, &mut space, &net, springs, &mut watch)?,
    };
    let given = |(body, seat): (&Body, Seat)| Seat { at: body.at.unwrap_or(seat.at), ..seat };
    Some(bodies.iter().zip(seats).map(given).collect())
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
