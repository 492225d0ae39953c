//! The boxes and the area they live in, free of numbers that are none. It holds no positions of free bodies.

use crate::{Area, Block, Body};

/// Reach from the centre: left, top, right, bottom.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reach {
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) right: f64,
    pub(crate) bottom: f64,
}

impl Reach {
    pub(crate) fn width(&self) -> f64 {
        self.left + self.right
    }

    pub(crate) fn height(&self) -> f64 {
        self.top + self.bottom
    }

    pub(crate) fn times(&self, size: f64) -> Self {
        Self { left: self.left * size, top: self.top * size, right: self.right * size, bottom: self.bottom * size }
    }
}

/// All that is known before anything is placed.
pub(crate) struct Space {
    pub(crate) reach: Vec<Reach>,
    pub(crate) fixed: Vec<Option<(f64, f64)>>,
    /// The area, grown by `grown` about its centre when the boxes do not fit.
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) blocks: Vec<Block>,
    asked: (f64, f64),
    grown: f64,
}

impl Space {
    pub(crate) fn new(bodies: &[Body], area: &Area) -> Self {
        let sound = |v: f64| if v.is_finite() { v.clamp(0.0, 1e5) } else { 0.0 };
        let reach = bodies
            .iter()
            .map(|body| {
                let radius = sound(body.radius).max(0.5);
                Reach {
                    left: sound(body.extent.left).max(radius),
                    top: sound(body.extent.top).max(radius),
                    right: sound(body.extent.right).max(radius),
                    bottom: sound(body.extent.bottom).max(radius),
                }
            })
            .collect();
        let fixed = bodies
            .iter()
            .map(|body| body.at.filter(|at| at.0.abs() < 1e7 && at.1.abs() < 1e7))
            .collect();
        let side = |v: f64| if v.is_finite() { v.clamp(1.0, 1e6) } else { 1.0 };
        let blocks = area
            .reserved
            .iter()
            .filter(|b| [b.x, b.y, b.w, b.h].iter().all(|v| v.is_finite()) && b.w > 0.0 && b.h > 0.0)
            .copied()
            .collect();
        let (width, height) = (side(area.width), side(area.height));
        Self { reach, fixed, width, height, blocks, asked: (width, height), grown: 1.0 }
    }

    /// Makes the area larger, reserved corners with it (they stand on the screen, and the screen will be zoomed out).
    pub(crate) fn grow(&mut self, by: f64) {
        self.grown *= by;
        self.width *= by;
        self.height *= by;
        for block in &mut self.blocks {
            block.x *= by;
            block.y *= by;
            block.w *= by;
            block.h *= by;
        }
    }

    /// What lies left of and above the asked area when it was exceeded.
    pub(crate) fn shift(&self) -> (f64, f64) {
        ((self.width - self.asked.0) / 2.0, (self.height - self.asked.1) / 2.0)
    }

    /// The nearest centre to `at` at which the whole box of `i` is inside the area.
    pub(crate) fn inside(&self, i: usize, at: (f64, f64)) -> (f64, f64) {
        let reach = &self.reach[i];
        (within(at.0, reach.left, self.width - reach.right), within(at.1, reach.top, self.height - reach.bottom))
    }
}

/// `v` within `low..=high`, the middle if there is no room.
fn within(v: f64, low: f64, high: f64) -> f64 {
    if low > high { f64::midpoint(low, high) } else { v.clamp(low, high) }
}
