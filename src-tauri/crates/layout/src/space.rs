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
        Self {
            left: self.left * size,
            top: self.top * size,
            right: self.right * size,
            bottom: self.bottom * size,
        }
    }
}

/// All that is known before anything is placed.
pub(crate) struct Space {
    pub(crate) reach: Vec<Reach>,
    pub(crate) fixed: Vec<Option<(f64, f64)>>,
    /// The area; it grows about its centre when the boxes do not fit.
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) blocks: Vec<Block>,
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
        let fixed =
            bodies.iter().map(|body| body.at.filter(|at| at.0.abs() < 1e7 && at.1.abs() < 1e7)).collect();
        let side = |v: f64| if v.is_finite() { v.clamp(1.0, 1e6) } else { 1.0 };
        let blocks = area
            .reserved
            .iter()
            .filter(|b| [b.x, b.y, b.w, b.h].iter().all(|v| v.is_finite()) && b.w > 0.0 && b.h > 0.0)
            .copied()
            .collect();
        let (width, height) = (side(area.width), side(area.height));
        Self { reach, fixed, left: 0.0, top: 0.0, width, height, blocks }
    }

    /// Makes the area larger about its centre, reserved corners with it (they stand on the screen, and the screen will
    /// be zoomed out).
    pub(crate) fn grow(&mut self, by: f64) {
        let (cx, cy) = self.centre();
        self.left = cx + (self.left - cx) * by;
        self.top = cy + (self.top - cy) * by;
        self.width *= by;
        self.height *= by;
        for block in &mut self.blocks {
            block.x = cx + (block.x - cx) * by;
            block.y = cy + (block.y - cy) * by;
            block.w *= by;
            block.h *= by;
        }
    }

    pub(crate) fn centre(&self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    pub(crate) fn any_fixed(&self) -> bool {
        self.fixed.iter().any(Option::is_some)
    }

    /// The nearest centre to `at` at which the whole box of `i` is inside the area.
    pub(crate) fn inside(&self, i: usize, at: (f64, f64)) -> (f64, f64) {
        let reach = &self.reach[i];
        (
            within(at.0, self.left + reach.left, self.left + self.width - reach.right),
            within(at.1, self.top + reach.top, self.top + self.height - reach.bottom),
        )
    }
}

/// `v` within `low..=high`, the middle if there is no room.
fn within(v: f64, low: f64, high: f64) -> f64 {
    if low > high { f64::midpoint(low, high) } else { v.clamp(low, high) }
}
