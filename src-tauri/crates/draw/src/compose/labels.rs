//! Label text: what is written, broken into lines and measured.

use model::{EntityKind, Language, Plover, Quad};

use crate::measure;
use crate::scene::{Anchor, Label, Line, Rect, Token};
use crate::sketch::{SketchNode, What};

use super::status;

/// A measured label, not yet placed.
pub(crate) struct Text {
    pub(crate) lines: Vec<String>,
    pub(crate) size: f64,
    pub(crate) weight: u16,
    pub(crate) color: Token,
    pub(crate) width: f64,
    pub(crate) height: f64,
}

/// Where a label stands, in the order of liking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Below,
    Right,
    Left,
    Above,
    BelowRight,
    BelowLeft,
    AboveRight,
    AboveLeft,
}

impl Side {
    pub(crate) const ALL: [Self; 8] = [
        Self::Below,
        Self::Right,
        Self::Left,
        Self::Above,
        Self::BelowRight,
        Self::BelowLeft,
        Self::AboveRight,
        Self::AboveLeft,
    ];
}

/// The label of a node.
pub(crate) fn text(node: &SketchNode, degree: usize, language: Language) -> Text {
    let (size, weight, color, most) = match node.what {
        What::Event { plover, .. } => (11.0, 500, event_ink(plover), 92.0),
        What::Entity(
            EntityKind::Person | EntityKind::Country | EntityKind::Organization | EntityKind::Group,
        ) => (if degree > 12 { 13.0 } else { 12.0 }, 600, "ink", 118.0),
        What::Entity(_) => (12.0, 500, "ink-2", 112.0),
    };
    let status = match node.what {
        What::Event { plover, modality, alleged } => status::word(plover, modality, alleged, language),
        What::Entity(_) => None,
    };
    let lines = broken(&clean(&node.label), status, size, weight, most);
    let width = lines.iter().map(|line| measure::width(line, size, weight)).fold(0.0, f64::max);
    Text { height: lines.len() as f64 * (size + 2.0), width, lines, size, weight, color }
}

/// The label on this side of a glyph with this radius; `badges` is how many stand at its upper right.
pub(crate) fn placed(text: &Text, side: Side, radius: f64, event: bool, badges: usize, shown: bool) -> Label {
    let (x, top, anchor) = stand(text, side, radius, event, badges);
    let line = text.size + 2.0;
    let lines = text
        .lines
        .iter()
        .enumerate()
        .map(|(at, words)| Line { text: words.clone(), x, y: top + line * at as f64 + text.size - 1.0 })
        .collect();
    Label {
        lines,
        anchor,
        size: text.size,
        weight: text.weight,
        color: text.color,
        bounds: bounds(text, side, radius, event, badges),
        shown,
    }
}

/// The box of the label on this side, about the glyph's centre.
pub(crate) fn bounds(text: &Text, side: Side, radius: f64, event: bool, badges: usize) -> Rect {
    let (x, top, anchor) = stand(text, side, radius, event, badges);
    let left = match anchor {
        Anchor::Start => x,
        Anchor::Middle => x - text.width / 2.0,
        Anchor::End => x - text.width,
    };
    Rect { x: left, y: top, w: text.width, h: text.height }
}

/// Where the lines are anchored, and their top.
fn stand(text: &Text, side: Side, radius: f64, event: bool, badges: usize) -> (f64, f64, Anchor) {
    let gap = radius + if event { 3.5 } else { 5.0 };
    // At a corner the box keeps off the shape by its own corner; its line has air above and below the letters.
    let corner = radius * 0.72 + if event { 2.0 } else { 3.0 };
    let badge_room = match badges {
        0 => 0.0,
        1 => 4.0,
        more => 4.0 + 9.0 * (more - 1) as f64,
    };
    let badge_top = if badges > 0 { 4.0 } else { 0.0 };
    let middle = -text.height / 2.0;
    let above = -text.height - corner + 2.0;
    match side {
        Side::Below => (0.0, gap, Anchor::Middle),
        Side::Above => (0.0, -gap - text.height - badge_top, Anchor::Middle),
        Side::Right => (gap + badge_room, middle, Anchor::Start),
        Side::Left => (-gap, middle, Anchor::End),
        Side::BelowRight => (corner, corner - 2.0, Anchor::Start),
        Side::BelowLeft => (-corner, corner - 2.0, Anchor::End),
        // Over the badges, or beside them where there are none.
        Side::AboveRight if badges > 0 => (0.0, -gap - text.height - badge_top, Anchor::Start),
        Side::AboveRight => (corner, above, Anchor::Start),
        Side::AboveLeft => (-corner, above, Anchor::End),
    }
}

fn event_ink(plover: Plover) -> Token {
    match plover.quad() {
        Some(Quad::VerbalCooperation | Quad::MaterialCooperation) => "coop-ink",
        Some(Quad::VerbalConflict | Quad::MaterialConflict) => "conf-ink",
        None => "none-ink",
    }
}

/// Longest label that is measured, in characters: three times what two lines hold.
const LONGEST: usize = 160;

/// One line of white space; nothing that would turn or break the line, and no more than can ever be shown.
fn clean(text: &str) -> String {
    let visible =
        |c: char| !c.is_control() && !matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let spaced: String = text
        .chars()
        .take(LONGEST * 4)
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| visible(*c))
        .collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect()
}

/// At most two lines of about `most` pixels, a third only for a status word, which never folds.
fn broken(text: &str, status: Option<&str>, size: f64, weight: u16, most: f64) -> Vec<String> {
    let width = |words: &str| measure::width(words, size, weight);
    let whole = status.map_or_else(|| text.to_owned(), |status| format!("{text} {status}"));
    if width(&whole) <= most {
        return vec![whole];
    }
    if let Some(status) = status {
        if width(text) <= most * 1.1 {
            return vec![text.to_owned(), status.to_owned()];
        }
        let mut lines = two_lines(text, most, &width);
        match lines.last_mut() {
            Some(last) if lines_fit(last, status, most, &width) => {
                last.push(' ');
                last.push_str(status);
            }
            _ => lines.push(status.to_owned()),
        }
        return lines;
    }
    two_lines(text, most, &width)
}

fn lines_fit(last: &str, status: &str, most: f64, width: &dyn Fn(&str) -> f64) -> bool {
    width(&format!("{last} {status}")) <= most
}

/// The break that makes the longer line shortest; what is still too long ends in an ellipsis.
fn two_lines(text: &str, most: f64, width: &dyn Fn(&str) -> f64) -> Vec<String> {
    let longest = most * 1.25;
    let halves = text.match_indices(' ').map(|(at, _)| (&text[..at], &text[at + 1..])).min_by(|a, b| {
        let longer = |halves: &(&str, &str)| width(halves.0).max(width(halves.1));
        longer(a).total_cmp(&longer(b))
    });
    match halves {
        None => vec![shortened(text, longest, width)],
        Some((first, second)) if width(first).max(width(second)) <= longest => {
            vec![first.to_owned(), second.to_owned()]
        }
        Some(_) => {
            // Three lines' worth: fill the first line, shorten the second.
            let mut first = String::new();
            let mut rest = text;
            while let Some((word, tail)) = rest.split_once(' ') {
                let longer = if first.is_empty() { word.to_owned() } else { format!("{first} {word}") };
                if !first.is_empty() && width(&longer) > most {
                    break;
                }
                first = longer;
                rest = tail;
            }
            vec![shortened(&first, longest, width), shortened(rest, longest, width)]
        }
    }
}

/// Cut to `most` pixels with an ellipsis, between words where one is near.
fn shortened(text: &str, most: f64, width: &dyn Fn(&str) -> f64) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let mut cut = text;
    while let Some((at, _)) = cut.char_indices().next_back() {
        cut = &cut[..at];
        if width(cut) + width("…") <= most {
            break;
        }
    }
    if let Some(at) = cut.rfind(' ').filter(|at| *at * 3 > cut.len() * 2) {
        cut = &cut[..at];
    }
    format!("{}…", cut.trim_end())
}
