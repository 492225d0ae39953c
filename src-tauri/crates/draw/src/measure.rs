//! How wide words are, in the one bundled family, and which glyphs they are. Never asks the machine for a font.
//!
//! Shaping is `rustybuzz` (kerning, ligatures, marks) and order is `unicode-bidi`, so the boxes that layout reserves are
//! the glyphs that an export paints. A character that the bundled faces lack is [`MISSING_EM`] wide and is painted as
//! an empty box, one for all that joins into one sign.

use std::ops::Range;
use std::sync::OnceLock;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder, Tag};
use rustybuzz::{Direction, Face, Feature, ShapePlan, UnicodeBuffer, script};
use unicode_bidi::BidiInfo;

/// The faces, lightest first; a face is parsed once.
static FILES: [(u16, &[u8]); 4] = [
    (400, include_bytes!("../fonts/Inter-400.ttf")),
    (500, include_bytes!("../fonts/Inter-500.ttf")),
    (600, include_bytes!("../fonts/Inter-600.ttf")),
    (700, include_bytes!("../fonts/Inter-700.ttf")),
];

/// Font units of an em, in every face.
pub(crate) const EM: f32 = 2816.0;

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

/// A shaped glyph of a line; lengths are in font units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// Index in the face; 0 for a character that it lacks.
    pub(crate) id: u16,
    /// Right of the start of the line and above the baseline.
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) advance: i32,
    /// Bytes of the text that it stands for; glyphs that joined share them.
    pub(crate) text: Range<usize>,
}

/// The glyphs of a line in the order they are seen from left to right, and the advance of all, in font units.
pub(crate) fn glyphs(text: &str, weight: u16) -> (Vec<Glyph>, i32) {
    let shaper = shaper(weight);
    let mut line = Vec::with_capacity(text.len());
    let mut pen = 0;
    if text.chars().all(|c| c < '\u{590}' || ('\u{2010}'..='\u{2027}').contains(&c)) {
        run(text, 0..text.len(), false, shaper, &mut line, &mut pen);
        return (line, pen);
    }
    let order = BidiInfo::new(text, None);
    for paragraph in &order.paragraphs {
        let (levels, runs) = order.visual_runs(paragraph, paragraph.range.clone());
        for part in runs {
            let backward = levels[part.start].is_rtl();
            run(text, part, backward, shaper, &mut line, &mut pen);
        }
    }
    (line, pen)
}

/// Shapes a part of the text whose characters run one way.
fn run(
    text: &str,
    part: Range<usize>,
    backward: bool,
    shaper: &Shaper,
    line: &mut Vec<Glyph>,
    pen: &mut i32,
) {
    let words = &text[part.clone()];
    let mut buffer = UnicodeBuffer::new();
    buffer.push_str(words);
    let latin = |c: char| matches!(c, '\0'..='\u{36f}' | '\u{2000}'..='\u{206f}');
    let shaped = if !backward && words.chars().all(latin) {
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(script::LATIN);
        rustybuzz::shape_with_plan(&shaper.face, &shaper.latin, buffer)
    } else {
        buffer.guess_segment_properties();
        buffer.set_direction(if backward { Direction::RightToLeft } else { Direction::LeftToRight });
        rustybuzz::shape(&shaper.face, &features(), buffer)
    };
    let mut starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
    starts.sort_unstable();
    starts.dedup();
    let missing = (MISSING_EM * f64::from(EM)) as i32;
    let mut boxed = None;
    for (info, at) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()) {
        let cluster = info.cluster as usize;
        let advance = if info.glyph_id != 0 {
            at.x_advance
        } else if boxed.replace(cluster) == Some(cluster) || words[..cluster].ends_with('\u{200d}') {
            // What joins into one sign has its box already.
            continue;
        } else {
            missing
        };
        let next = starts.partition_point(|start| *start <= cluster);
        let end = starts.get(next).copied().unwrap_or(words.len());
        line.push(Glyph {
            id: info.glyph_id as u16,
            x: *pen + at.x_offset,
            y: at.y_offset,
            advance,
            text: part.start + cluster..part.start + end,
        });
        *pen += advance;
    }
}

/// Width of a line of text in pixels, kerned, at a font size in pixels and a weight of 400 to 700.
pub fn width(text: &str, size: f64, weight: u16) -> f64 {
    f64::from(glyphs(text, weight).1) * size / f64::from(EM)
}

/// The file of the face that words of a weight are drawn with.
pub(crate) fn face(weight: u16) -> &'static [u8] {
    FILES[index(weight)].1
}

/// Draws one glyph in font units, y up; what the face lacks is an empty box.
pub(crate) fn trace(id: u16, weight: u16, pen: &mut dyn OutlineBuilder) {
    if id != 0 {
        let _ = shaper(weight).face.outline_glyph(GlyphId(id), pen);
        return;
    }
    let (left, right, top, edge) = (0.09 * EM, 0.59 * EM, 0.72 * EM, 0.06 * EM);
    let outer = [(left, 0.0), (right, 0.0), (right, top), (left, top)];
    // The other way round: a hole.
    let (l, r, t) = (left + edge, right - edge, top - edge);
    let inner = [(l, edge), (l, t), (r, t), (r, edge)];
    for ring in [outer, inner] {
        pen.move_to(ring[0].0, ring[0].1);
        ring[1..].iter().for_each(|(x, y)| pen.line_to(*x, *y));
        pen.close();
    }
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
    let space = width(" ", size, weight);
    let mut lines: Vec<String> = Vec::new();
    let mut used = 0.0;
    for word in text.split_whitespace() {
        let wide = width(word, size, weight);
        if let Some(line) = lines.last_mut() {
            // Kerning over a space is less than a pixel: only close to the edge is the whole line measured.
            let sum = used + space + wide;
            let longer = format!("{line} {word}");
            if sum < room - 4.0 || (sum < room + 4.0 && width(&longer, size, weight) <= room) {
                *line = longer;
                used = sum;
                continue;
            }
        }
        lines.push(word.to_owned());
        used = wide;
    }
    lines
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
        assert!(glyphs("漢", 500).0.iter().all(|glyph| glyph.id == 0 && glyph.advance > 0));
    }

    #[test]
    fn what_joins_into_one_sign_is_one_box() {
        // A joiner has no width of its own.
        let boxes = |text| glyphs(text, 500).0.iter().filter(|glyph| glyph.advance > 0).count();
        assert_eq!((boxes("👍"), boxes("👍🏽"), boxes("👩‍👩‍👧")), (1, 1, 1));
    }

    #[test]
    fn an_accent_that_stands_apart_is_set_as_the_letter_that_has_it() {
        assert_eq!(width("e\u{301}", 100.0, 500), width("é", 100.0, 500));
    }

    #[test]
    fn words_between_words_that_run_from_the_right_keep_their_own_direction() {
        let text = "\u{5d0}\u{5d1} ABC \u{5d2}";
        let (line, _) = glyphs(text, 500);
        let seen: Vec<char> =
            line.iter().filter_map(|glyph| text[glyph.text.clone()].chars().next()).collect();
        assert_eq!(seen, ['\u{5d2}', ' ', 'A', 'B', 'C', ' ', '\u{5d1}', '\u{5d0}']);
        assert!(line.windows(2).all(|pair| pair[0].x < pair[1].x));
    }

    #[test]
    fn words_wrap_at_spaces_and_none_is_lost() {
        let text = "Presiden membuka perundingan damai di Jenewa";
        let lines = wrap(text, 12.0, 500, 110.0);
        assert!(lines.len() > 2);
        assert_eq!(lines.join(" "), text);
        assert!(lines.iter().all(|line| width(line, 12.0, 500) <= 110.0));
    }
}
