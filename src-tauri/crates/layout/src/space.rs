//! The boxes and the area they live in, free of numbers that are none. It holds no positions of free bodies.

use crate::board::SIDES;
use crate::lanes::Cell;
use crate::rail::Rail;
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

    /// Around this and a box as well.
    fn with(self, cell: Cell) -> Self {
        let [x, y, w, h] = [cell.x, cell.y, cell.w, cell.h].map(f64::from);
        Self {
            left: self.left.max(w - x),
            top: self.top.max(h - y),
            right: self.right.max(x + w),
            bottom: self.bottom.max(y + h),
        }
    }
}

/// All that is known before anything is placed.
pub(crate) struct Space {
    /// Of glyph and label together: on the best liked side, until the sides are settled.
    pub(crate) reach: Vec<Reach>,
    /// About the centres.
    pub(crate) glyphs: Vec<Cell>,
    /// About the centres, at most [`SIDES`] each.
    pub(crate) names: Vec<Vec<Cell>>,
    /// Half the sides of the box about the centre that holds the glyph and the label on any side.
    pub(crate) spans: Vec<(f32, f32)>,
    pub(crate) fixed: Vec<Option<(f64, f64)>>,
    /// The area; it grows about its centre when the boxes do not fit.
    pub(crate) left: f64,
    pub(crate) top: f64,
    pub(crate) width: f64,
    pub(crate) height: f64,
    pub(crate) blocks: Vec<Block>,
    /// The room of the area that each body's part was given; empty while none are given out.
    pub(crate) homes: Vec<Block>,
    /// Where each body may stand; empty: anywhere.
    pub(crate) rails: Vec<Rail>,
    /// How much stress counts, 1 where it is what the drawing is made by.
    pub(crate) tension: f32,
}

impl Space {
    pub(crate) fn new(bodies: &[Body], area: &Area) -> Self {
        let sound = |v: f64, least: f64| if v.is_finite() { v.clamp(least, 1e5) } else { least };
        let glyphs: Vec<Cell> = bodies
            .iter()
            .map(|body| {
                let e = body.glyph;
                let [left, top, right, bottom] = [e.left, e.top, e.right, e.bottom].map(|v| sound(v, 0.5));
                cell(-left, -top, left + right, top + bottom)
            })
            .collect();
        let names: Vec<Vec<Cell>> = bodies
            .iter()
            .map(|body| {
                let sound = |b: &&Block| [b.x, b.y].iter().all(|v| v.abs() < 1e5) && b.w >= 0.0 && b.h >= 0.0;
                let names = body.names.iter().filter(sound).take(SIDES);
                names.map(|b| cell(b.x, b.y, b.w.min(1e5), b.h.min(1e5))).collect()
            })
            .collect();
        let reach = reaches(&glyphs, &names, |_| 0);
        let spans = glyphs
            .iter()
            .zip(&names)
            .map(|(glyph, names)| {
                let wider = |m: (f32, f32), c: &Cell| (m.0.max(c.x.abs() + c.w), m.1.max(c.y.abs() + c.h));
                names.iter().fold(wider((0.0, 0.0), glyph), wider)
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
        Self {
            reach,
            glyphs,
            names,
            spans,
            fixed,
            left: 0.0,
            top: 0.0,
            width,
            height,
            blocks,
            homes: Vec::new(),
            rails: Vec::new(),
            tension: 1.0,
        }
    }

    /// Makes the area larger about its centre, reserved corners with it (they stand on the screen, and the screen will
    /// be zoomed out).
    pub(crate) fn grow(&mut self, by: f64) {
        let (cx, cy) = self.centre();
        self.left = cx + (self.left - cx) * by;
        self.top = cy + (self.top - cy) * by;
        self.width *= by;
        self.height *= by;
        for block in self.blocks.iter_mut().chain(&mut self.homes) {
            block.x = cx + (block.x - cx) * by;
            block.y = cy + (block.y - cy) * by;
            block.w *= by;
            block.h *= by;
        }
        for rail in &mut self.rails {
            *rail = rail.moved(by, (cx - cx * by, cy - cy * by));
        }
    }

    /// Takes the area elsewhere. What was reserved stays: it stands where the pane is.
    pub(crate) fn shift(&mut self, by: (f64, f64)) {
        (self.left, self.top) = (self.left + by.0, self.top + by.1);
    }

    pub(crate) fn centre(&self) -> (f64, f64) {
        (self.left + self.width / 2.0, self.top + self.height / 2.0)
    }

    pub(crate) fn any_fixed(&self) -> bool {
        self.fixed.iter().any(Option::is_some)
    }

    /// Boxes are glyph and label on these sides from now on.
    pub(crate) fn settle_sides(&mut self, side: &[usize]) {
        self.reach = reaches(&self.glyphs, &self.names, |i| side[i]);
    }

    /// Makes the area hold the fixed bodies too, up to twice its sides: they may stand in a figure that had to exceed it.
    pub(crate) fn hold_fixed(&mut self) {
        let (mut by, (cx, cy)) = (1.0f64, self.centre());
        for (fixed, reach) in self.fixed.iter().zip(&self.reach) {
            let Some((x, y)) = fixed else { continue };
            let wide = (x + reach.right - cx).max(cx - x + reach.left) * 2.0 / self.width;
            let high = (y + reach.bottom - cy).max(cy - y + reach.top) * 2.0 / self.height;
            let out = wide.max(high);
            by = by.max(if out < 2.0 { out } else { 1.0 });
        }
        self.grow(by);
    }

    /// The nearest centre to `at` at which the box of glyph and label of `i` is inside the area.
    pub(crate) fn kept(&self, i: usize, at: (f64, f64)) -> (f64, f64) {
        let reach = &self.reach[i];
        (
            within(at.0, self.left + reach.left, self.left + self.width - reach.right),
            within(at.1, self.top + reach.top, self.top + self.height - reach.bottom),
        )
    }

    /// The nearest centre to `at` at which the glyph of `i` is inside the area, or on its rail.
    pub(crate) fn inside(&self, i: usize, at: (f32, f32)) -> (f32, f32) {
        let g = &self.glyphs[i];
        match self.rails.get(i) {
            None | Some(Rail::Free) => {}
            Some(rail) => {
                let reach = [g.w - g.x, g.h - g.y, g.w + g.x, g.h + g.y].map(f64::from);
                let there = rail.nearest((f64::from(at.0), f64::from(at.1)), reach);
                return (there.0 as f32, there.1 as f32);
            }
        }
        let (left, right) = (self.left as f32, (self.left + self.width) as f32);
        let (top, bottom) = (self.top as f32, (self.top + self.height) as f32);
        (within(at.0, left + g.w - g.x, right - g.w - g.x), within(at.1, top + g.h - g.y, bottom - g.h - g.y))
    }

    /// How far a label reaches out of the rectangle that its body must not leave, in pixels.
    pub(crate) fn spill(&self, i: usize, cell: Cell) -> f32 {
        let Some(Rail::Within(b)) = self.rails.get(i) else { return 0.0 };
        let (x, y, w, h) = (b.x as f32, b.y as f32, b.w as f32, b.h as f32);
        let across = (x - cell.x + cell.w).max(cell.x + cell.w - x - w).max(0.0);
        let down = (y - cell.y + cell.h).max(cell.y + cell.h - y - h).max(0.0);
        across + down
    }

    /// How far a place is outside the body's room, in pixels.
    pub(crate) fn astray(&self, i: usize, (x, y): (f32, f32)) -> f32 {
        let Some(home) = self.homes.get(i) else { return 0.0 };
        let out = |v: f32, low: f64, side: f64| (low as f32 - v).max(v - (low + side) as f32).max(0.0);
        out(x, home.x, home.w) + out(y, home.y, home.h)
    }

    /// 0 for a box inside the area and off the reserved corners, else as for a box on a box.
    pub(crate) fn unfit(&self, cell: Cell) -> f32 {
        let price = |way: f32| if way > 0.0 { 0.5 + 0.1 * way } else { 0.0 };
        let (left, right) = (self.left as f32, (self.left + self.width) as f32);
        let (top, bottom) = (self.top as f32, (self.top + self.height) as f32);
        let x = (left - cell.x + cell.w).max(cell.x + cell.w - right);
        let y = (top - cell.y + cell.h).max(cell.y + cell.h - bottom);
        let mut unfit = price(x) + price(y);
        for block in &self.blocks {
            let (w, h) = (block.w as f32 * 0.5, block.h as f32 * 0.5);
            let ox = w + cell.w - (block.x as f32 + w - cell.x).abs();
            let oy = h + cell.h - (block.y as f32 + h - cell.y).abs();
            unfit += price(ox.min(oy));
        }
        unfit
    }
}

/// Around glyph and label.
fn reaches(glyphs: &[Cell], names: &[Vec<Cell>], side: impl Fn(usize) -> usize) -> Vec<Reach> {
    let nothing = Reach { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
    let around = |(i, glyph): (usize, &Cell)| {
        let reach = nothing.with(*glyph);
        names[i].get(side(i)).map_or(reach, |name| reach.with(*name))
    };
    glyphs.iter().enumerate().map(around).collect()
}

/// From the top left corner and the sides, a breath larger than it is: rounding makes no boxes meet.
fn cell(x: f64, y: f64, w: f64, h: f64) -> Cell {
    const BREATH: f64 = 0.01;
    Cell {
        x: (x + w / 2.0) as f32,
        y: (y + h / 2.0) as f32,
        w: (w / 2.0 + BREATH) as f32,
        h: (h / 2.0 + BREATH) as f32,
    }
}

/// `v` within `low..=high`, the middle if there is no room.
fn within<T>(v: T, low: T, high: T) -> T
where
    T: PartialOrd + Copy + std::ops::Add<Output = T> + std::ops::Div<Output = T> + From<f32>,
{
    if low > high {
        (low + high) / T::from(2.0)
    } else if v < low {
        low
    } else if v > high {
        high
    } else {
        v
    }
}
