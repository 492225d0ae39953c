//! What a method makes before anything is finished: a place for every body, and the rail that it may use. The drawings
//! of several parts are put side by side.

use crate::packing::shelves;
use crate::rail::Rail;
use crate::space::{Reach, Space};

/// Places about any origin, in pixels.
pub(crate) struct Skeleton {
    pub(crate) at: Vec<(f64, f64)>,
    pub(crate) rails: Vec<Rail>,
}

/// The skeleton of one connected part, in the order of its bodies.
pub(crate) struct Bones {
    pub(crate) at: Vec<(f64, f64)>,
    pub(crate) rails: Vec<Rail>,
}

/// Clear room between parts, in pixels.
const AIR: f64 = 18.0;

impl Skeleton {
    /// Packs the parts into about the proportions of the space. Nothing of one part lies on another.
    pub(crate) fn packed(space: &Space, parts: &[Vec<usize>], bones: &[Bones]) -> Self {
        let boxes: Vec<[f64; 4]> =
            parts.iter().zip(bones).map(|(part, bones)| around(&space.reach, part, &bones.at)).collect();
        let sizes: Vec<(f64, f64)> = boxes.iter().map(|b| (b[2] - b[0] + AIR, b[3] - b[1] + AIR)).collect();
        let corners = shelves(&sizes, space.width / space.height);
        let count = space.reach.len();
        let (mut at, mut rails) = (vec![(0.0, 0.0); count], vec![Rail::Free; count]);
        for (((part, bones), b), corner) in parts.iter().zip(bones).zip(&boxes).zip(corners) {
            let by = (corner.0 - b[0], corner.1 - b[1]);
            for ((&i, p), rail) in part.iter().zip(&bones.at).zip(&bones.rails) {
                at[i] = (p.0 + by.0, p.1 + by.1);
                // What stands alone may stand anywhere.
                rails[i] = if part.len() == 1 { Rail::Free } else { rail.moved(1.0, by) };
            }
        }
        Self { at, rails }
    }

    /// In the middle of the area, which grows where that is too small; a small drawing grows a little instead.
    pub(crate) fn fit(&mut self, space: &mut Space) {
        let all: Vec<usize> = (0..self.at.len()).collect();
        let b = around(&space.reach, &all, &self.at);
        let (w, h) = (b[2] - b[0], b[3] - b[1]);
        let need = (w / space.width).max(h / space.height);
        if need > 1.0 {
            space.grow(need);
        }
        let by = (1.0 / need.max(1e-6)).clamp(1.0, MOST);
        let (middle, centre) = ((f64::midpoint(b[0], b[2]), f64::midpoint(b[1], b[3])), space.centre());
        let shift = (centre.0 - middle.0 * by, centre.1 - middle.1 * by);
        for (p, rail) in self.at.iter_mut().zip(&mut self.rails) {
            *p = (p.0 * by + shift.0, p.1 * by + shift.1);
            *rail = rail.moved(by, shift);
        }
    }

    pub(crate) fn shift(&mut self, by: (f64, f64)) {
        for (p, rail) in self.at.iter_mut().zip(&mut self.rails) {
            *p = (p.0 + by.0, p.1 + by.1);
            *rail = rail.moved(1.0, by);
        }
    }
}

/// A small drawing is made at most so many times larger to fill the area.
const MOST: f64 = 1.25;

/// Left, top, right and bottom of glyphs and labels.
fn around(reach: &[Reach], bodies: &[usize], at: &[(f64, f64)]) -> [f64; 4] {
    let mut b = [f64::MAX, f64::MAX, f64::MIN, f64::MIN];
    for (&i, p) in bodies.iter().zip(at) {
        let r = &reach[i];
        b[0] = b[0].min(p.0 - r.left);
        b[1] = b[1].min(p.1 - r.top);
        b[2] = b[2].max(p.0 + r.right);
        b[3] = b[3].max(p.1 + r.bottom);
    }
    if bodies.is_empty() { [0.0; 4] } else { b }
}
