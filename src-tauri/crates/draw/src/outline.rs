//! Glyph outlines as SVG path data, and the numbers of such data.

use std::collections::HashMap;
use std::fmt::Write as _;

use kurbo::{BezPath, PathEl};
use rustybuzz::ttf_parser::OutlineBuilder;

use crate::measure::{self, EM, Glyph};

/// The outlines of glyphs at the sizes met so far: each is traced once a file.
#[derive(Default)]
pub(crate) struct Outlines(HashMap<(u16, u16, u64), String>);

impl Outlines {
    /// Appends the outlines of a line whose first glyph stands at (`x`, `y`) on the baseline, in pixels.
    pub(crate) fn line(
        &mut self,
        out: &mut String,
        glyphs: &[Glyph],
        size: f64,
        weight: u16,
        (x, y): (f64, f64),
    ) {
        let scale = size / f64::from(EM);
        for glyph in glyphs {
            let d = self.0.entry((glyph.id, weight, size.to_bits())).or_insert_with(|| {
                let mut pen = Pen { d: String::new(), scale, now: (0, 0), start: (0, 0) };
                measure::trace(glyph.id, weight, &mut pen);
                pen.d
            });
            if d.is_empty() {
                continue;
            }
            out.push('M');
            write_hundredths(out, hundredths(x + f64::from(glyph.x) * scale));
            out.push(' ');
            write_hundredths(out, hundredths(y - f64::from(glyph.y) * scale));
            out.push_str(d);
        }
    }
}

/// Writes an outline as path data, turned the right way up. Steps are relative and whole hundredths of a pixel, taken
/// between rounded points, so that they are short and never drift.
struct Pen {
    d: String,
    scale: f64,
    /// The current point and the first of the contour, in hundredths.
    now: (i64, i64),
    start: (i64, i64),
}

impl Pen {
    fn put(&mut self, letter: char, points: &[(f32, f32)]) {
        let mut last = self.now;
        self.d.push(letter);
        for (i, (x, y)) in points.iter().enumerate() {
            last = (hundredths(f64::from(*x) * self.scale), hundredths(f64::from(-*y) * self.scale));
            for (j, value) in [last.0 - self.now.0, last.1 - self.now.1].into_iter().enumerate() {
                if i + j > 0 && value >= 0 {
                    self.d.push(' ');
                }
                write_hundredths(&mut self.d, value);
            }
        }
        self.now = last;
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('m', &[(x, y)]);
        self.start = self.now;
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.put('l', &[(x, y)]);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.put('q', &[(x1, y1), (x, y)]);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.put('c', &[(x1, y1), (x2, y2), (x, y)]);
    }

    fn close(&mut self) {
        self.d.push('Z');
        self.now = self.start;
    }
}

/// The steps of path data, arcs as curves; none if it is malformed.
pub(crate) fn steps(d: &str, step: impl FnMut(PathEl)) {
    BezPath::from_svg(d).unwrap_or_default().into_iter().for_each(step);
}

fn hundredths(value: f64) -> i64 {
    (value * 100.0).round() as i64
}

/// Appends a number of hundredths without idle zeros: `-.5`, `12.25`, `0`.
fn write_hundredths(out: &mut String, value: i64) {
    if value < 0 {
        out.push('-');
    }
    let (whole, part) = (value.unsigned_abs() / 100, value.unsigned_abs() % 100);
    if whole > 0 || part == 0 {
        let _ = write!(out, "{whole}");
    }
    if part > 0 {
        out.push('.');
        out.push((b'0' + (part / 10) as u8) as char);
        if part % 10 > 0 {
            out.push((b'0' + (part % 10) as u8) as char);
        }
    }
}

/// A number with at most two decimals; what is not finite is 0, so that no file holds it.
pub(crate) fn number(value: f64) -> String {
    let mut out = String::new();
    put_number(&mut out, value);
    out
}

/// Appends such a number.
pub(crate) fn put_number(out: &mut String, value: f64) {
    write_hundredths(out, hundredths(value));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = [1.0, -0.001, 2.346, -10.5, 0.07, -0.5, f64::NAN].map(number);
        assert_eq!(written, ["1", "0", "2.35", "-10.5", ".07", "-.5", "0"]);
    }

    #[test]
    fn a_letter_with_a_hole_is_two_closed_rings() {
        let mut out = String::new();
        Outlines::default().line(&mut out, &measure::glyphs("o", 500).0, 12.0, 500, (3.0, 7.0));
        assert!(out.starts_with("M3 7m"));
        assert_eq!(out.matches('Z').count(), 2);
    }
}
