//! How wide words are, in the one bundled family, and their outlines. Never asks the machine for a font.
//!
//! Shaping is `rustybuzz` (kerning, ligatures, marks), so the boxes that layout reserves are the glyphs that an export
//! paints. A character that the bundled faces lack is [`MISSING_EM`] wide here and is painted as an empty box.

use std::fmt::Write as _;
use std::ops::Range;
use std::sync::OnceLock;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder, Tag};
use rustybuzz::{Direction, Face, Feature, ShapePlan, UnicodeBuffer, script};

/// The faces, lightest first; a face is parsed once.
static FILES: [(u16, &[u8]); 4] = [
    (400, include_bytes!("../fonts/Inter-400.ttf")),
    (500, include_bytes!("../fonts/Inter-500.ttf")),
    (600, include_bytes!("../fonts/Inter-600.ttf")),
    (700, include_bytes!("../fonts/Inter-700.ttf")),
];

/// Font units of an em, in every face.
const EM: f32 = 2816.0;

/// Advance of a character that the faces lack, in em: about a capital, so that a foreign name keeps its room.
pub const MISSING_EM: f64 = 0.68;

/// A face and how it shapes Latin text from left to right: planning takes longer than shaping a label.
struct Shaper {
    face: Face<'static>,
    latin: ShapePlan,
}

/// Tabular figures throughout, as the style sheet asks of the window.
fn features() -> [Feature; 1] {
    [Feature::new(Tag::from_bytes(b"tnum"), 1, ..)]
}

/// The nearest bundled face to a weight.
fn index(weight: u16) -> usize {
    match weight {
        0..=449 => 0,
        450..=549 => 1,
        550..=649 => 2,
        _ => 3,
    }
}

fn shaper(weight: u16) -> &'static Shaper {
    static SHAPERS: [OnceLock<Shaper>; 4] = [const { OnceLock::new() }; 4];
    let at = index(weight);
    SHAPERS[at].get_or_init(|| {
        let face = Face::from_slice(FILES[at].1, 0).expect("a bundled font is well formed");
        let latin = ShapePlan::new(&face, Direction::LeftToRight, Some(script::LATIN), None, &features());
        Shaper { face, latin }
    })
}

/// A shaped glyph, in font units; `None` where the face has nothing to draw.
struct Placed {
    glyph: Option<GlyphId>,
    x: i32,
    y: i32,
    advance: i32,
    /// Byte of the text that the glyph begins at; glyphs of one cluster share it.
    cluster: usize,
}

/// Shapes one line: the glyphs and the advance, in font units.
fn shape(text: &str, shaper: &Shaper) -> (Vec<Placed>, i32) {
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(text);
    let shaped = if text.chars().all(|c| matches!(c, '\0'..='\u{36f}' | '\u{2000}'..='\u{206f}')) {
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        rustybuzz::shape_with_plan(&shaper.face, &shaper.latin, buffer)
    } else {
        buffer.guess_segment_properties();
        rustybuzz::shape(&shaper.face, &features(), buffer)
    };
    let missing = (MISSING_EM * f64::from(EM)) as i32;
    let mut pen = 0;
    let mut placed = Vec::with_capacity(shaped.len());
    for (info, at) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let known = info.glyph_id != 0;
        let glyph = known.then_some(GlyphId(info.glyph_id as u16));
        let advance = if known { at.x_advance } else { missing };
        placed.push(Placed {
            glyph,
            x: pen + at.x_offset,
            y: at.y_offset,
            advance,
            cluster: info.cluster as usize,
        });
        pen += advance;
    }
    (placed, pen)
}

/// Width of a line of text in pixels, kerned, at a font size in pixels and a weight of 400 to 700.
pub fn width(text: &str, size: f64, weight: u16) -> f64 {
    f64::from(shape(text, shaper(weight)).1) * size / f64::from(EM)
}

/// A glyph of a line and the text that it stands for, for files that keep words as text. Lengths are in em.
pub(crate) struct Glyph {
    /// Index in the face; 0 is its sign for a character that it lacks.
    pub(crate) id: u16,
    /// Bytes of the text.
    pub(crate) text: Range<usize>,
    pub(crate) advance: f32,
    /// Right of and above the pen.
    pub(crate) offset: (f32, f32),
}

/// The glyphs of a line from left to right.
pub(crate) fn glyphs(text: &str, weight: u16) -> Vec<Glyph> {
    let (placed, _) = shape(text, shaper(weight));
    let mut starts: Vec<usize> = placed.iter().map(|glyph| glyph.cluster).collect();
    starts.sort_unstable();
    let mut pen = 0;
    let glyph = |at: &Placed| {
        let next = starts.partition_point(|start| *start <= at.cluster);
        let end = starts.get(next).copied().unwrap_or(text.len());
        let right = at.x - pen;
        pen += at.advance;
        Glyph {
            id: at.glyph.map_or(0, |glyph| glyph.0),
            text: at.cluster..end,
            advance: at.advance as f32 / EM,
            offset: (right as f32 / EM, at.y as f32 / EM),
        }
    };
    placed.iter().map(glyph).collect()
}

/// The file of the face that words of a weight are drawn with.
pub(crate) fn face(weight: u16) -> &'static [u8] {
    FILES[index(weight)].1
}

/// Distance between two baselines at a font size, in pixels: the steps of the style table (10/14, 11/14, 12/16, 13/20,
/// 16/22, 22/26), and a quarter more than the size elsewhere.
pub fn line_height(size: f64) -> f64 {
    for (of, is) in [(10.0, 14.0), (11.0, 14.0), (12.0, 16.0), (13.0, 16.0), (16.0, 22.0), (22.0, 26.0)] {
        if size == of {
            return is;
        }
    }
    (size * 1.25).round()
}

/// Height of capitals above the baseline at a font size, in pixels.
pub fn cap_height(size: f64) -> f64 {
    size * 0.727
}

/// How far letters reach above the baseline at a font size, in pixels (accents on capitals aside).
pub fn ascent(size: f64) -> f64 {
    size * 0.756
}

/// How far letters reach below the baseline at a font size, in pixels.
pub fn descent(size: f64) -> f64 {
    size * 0.205
}

/// Breaks a text into lines no wider than `room` pixels, at spaces; a single longer word keeps a line of its own.
pub fn wrap(text: &str, size: f64, weight: u16, room: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if width(&longer, size, weight) <= room {
                *line = longer;
                continue;
            }
        }
        lines.push(word.to_owned());
    }
    lines
}

/// The outlines of a line of text as SVG path data, its origin at (`x`, `y`) on the baseline, in pixels.
pub fn outline(text: &str, size: f64, weight: u16, x: f64, y: f64) -> String {
    let shaper = shaper(weight);
    let scale = size / f64::from(EM);
    let mut pen = Pen { d: String::new(), scale, x, y, now: (0, 0) };
    for placed in shape(text, shaper).0 {
        pen.x = x + f64::from(placed.x) * scale;
        pen.y = y - f64::from(placed.y) * scale;
        match placed.glyph {
            Some(glyph) => drop(shaper.face.outline_glyph(glyph, &mut pen)),
            None => pen.empty_box(),
        }
    }
    pen.d
}

/// Writes glyph outlines as path data, turned the right way up. Steps are relative and whole hundredths of a pixel,
/// taken between rounded points, so that they are short and never drift.
struct Pen {
    d: String,
    scale: f64,
    x: f64,
    y: f64,
    /// The current point in hundredths.
    now: (i64, i64),
}

impl Pen {
    fn place(&self, (x, y): (f32, f32)) -> (i64, i64) {
        (hundredths(self.x + f64::from(x) * self.scale), hundredths(self.y - f64::from(y) * self.scale))
    }

    fn put(&mut self, letter: char, points: &[(f32, f32)]) {
        let origin = if letter.is_ascii_uppercase() { (0, 0) } else { self.now };
        let mut last = self.now;
        self.d.push(letter);
        for (i, point) in points.iter().enumerate() {
            last = self.place(*point);
            for (j, value) in [last.0 - origin.0, last.1 - origin.1].into_iter().enumerate() {
                if i + j > 0 && value >= 0 {
                    self.d.push(' ');
                }
                write_hundredths(&mut self.d, value);
            }
        }
        self.now = last;
    }

    /// The sign of a character that the faces lack.
    fn empty_box(&mut self) {
        let em = EM;
        let (l, r, t, edge) = (0.09 * em, 0.59 * em, 0.72 * em, 0.06 * em);
        let outer = [(l, 0.0), (r, 0.0), (r, t), (l, t)];
        let inner = [(l + edge, edge), (l + edge, t - edge), (r - edge, t - edge), (r - edge, edge)];
        for ring in [outer, inner] {
            self.put('M', &ring[..1]);
            ring[1..].iter().for_each(|point| self.put('l', &[*point]));
            self.d.push('Z');
        }
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.put('M', &[(x, y)]);
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
    }
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
    let written = match (whole, part) {
        (whole, 0) => write!(out, "{whole}"),
        (0, part) if part % 10 == 0 => write!(out, ".{}", part / 10),
        (0, part) => write!(out, ".{part:02}"),
        (whole, part) if part % 10 == 0 => write!(out, "{whole}.{}", part / 10),
        (whole, part) => write!(out, "{whole}.{part:02}"),
    };
    debug_assert!(written.is_ok(), "a string takes everything");
}

/// A number with at most two decimals; what is not finite is 0, so that no file holds it.
pub(crate) fn number(value: f64) -> String {
    let mut out = String::new();
    write_hundredths(&mut out, hundredths(value));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_face_has_the_same_em() {
        assert!(FILES.iter().all(|(weight, _)| shaper(*weight).face.units_per_em() == 2816));
    }

    #[test]
    fn kerning_is_counted() {
        assert!(width("AV", 100.0, 500) < width("A", 100.0, 500) + width("V", 100.0, 500));
    }

    #[test]
    fn heavier_and_larger_is_wider() {
        assert!(width("Kementerian", 12.0, 600) > width("Kementerian", 12.0, 400));
        assert!((width("Kementerian", 24.0, 600) / width("Kementerian", 12.0, 600) - 2.0).abs() < 1e-9);
    }

    #[test]
    fn a_character_the_faces_lack_still_takes_room_and_is_drawn() {
        assert!(width("漢字", 10.0, 500) > 10.0);
        assert!(outline("漢", 10.0, 500, 0.0, 0.0).starts_with('M'));
    }

    #[test]
    fn words_wrap_at_spaces_and_none_is_lost() {
        let text = "Presiden membuka perundingan damai di Jenewa";
        let lines = wrap(text, 12.0, 500, 110.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| width(line, 12.0, 500) <= 110.0));
    }

    #[test]
    fn numbers_are_short() {
        let written = [1.0, -0.001, 2.346, -10.5, 0.07, -0.5, f64::NAN].map(number);
        assert_eq!(written, ["1", "0", "2.35", "-10.5", ".07", "-.5", "0"]);
    }
}
