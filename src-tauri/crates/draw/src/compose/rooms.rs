//! Where an arrangement has zones: the room that each zone has for its labels.

use crate::scene::Rect;
use crate::sketch::Sketch;

use super::geometry::bounds_of;
use super::order;

/// Room for a label beside the outermost glyphs, and for the name of a zone above it, in pixels.
const BREADTH: f64 = 90.0;
pub(crate) const HEAD: f64 = 19.0;

/// For each node the room that its label should not leave; none where the figure has no zones. It is that of the zone's
/// glyphs with a label's breadth around, up to halfway to the others.
pub(crate) fn of(sketch: &Sketch, glyphs: &[Rect]) -> Vec<Rect> {
    let Some(zones) = order::zones(sketch) else { return Vec::new() };
    let count = zones.iter().copied().max().map_or(0, |most| most + 1);
    let held: Vec<Option<Rect>> = (0..count)
        .map(|zone| {
            let own = zones.iter().zip(glyphs).filter(|(z, _)| **z == zone).map(|(_, glyph)| *glyph);
            own.reduce(|a, b| bounds_of([a, b].into_iter()))
        })
        .collect();
    let wide: Vec<Rect> = (0..count).map(|zone| room(zone, &held)).collect();
    zones.iter().map(|zone| wide[*zone]).collect()
}

fn room(zone: usize, held: &[Option<Rect>]) -> Rect {
    let Some(own) = held[zone] else { return Rect::default() };
    let (mut left, mut top) = (own.x - BREADTH, own.y - BREADTH);
    let (mut right, mut bottom) = (own.x + own.w + BREADTH, own.y + own.h + BREADTH);
    for other in held.iter().enumerate().filter(|(z, _)| *z != zone).filter_map(|(_, other)| *other) {
        let ways = [
            own.x - other.x - other.w,
            other.x - own.x - own.w,
            own.y - other.y - other.h,
            other.y - own.y - own.h,
        ];
        let most = ways.iter().copied().fold(f64::MIN, f64::max);
        // Between two that stand one above the other is the name of the lower.
        let high = (most - HEAD).max(0.0) / 2.0;
        // Zones that mix, as the reader may have moved them, bound nothing.
        match ways.iter().position(|way| *way >= most && most > 0.0) {
            Some(0) => left = left.max(own.x - most / 2.0),
            Some(1) => right = right.min(own.x + own.w + most / 2.0),
            Some(2) => top = top.max(own.y - high),
            Some(_) => bottom = bottom.min(own.y + own.h + high),
            None => {}
        }
    }
    Rect { x: left, y: top, w: right - left, h: bottom - top }
}
