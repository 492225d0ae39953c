//! Where the parts of an exported sheet stand: title, date, drawing, legend, footnotes, source line.

use model::Language;

use crate::figure::Figure;
use crate::measure;
use crate::scene::{LegendItem, LegendRow, Scene};

/// White space around everything, in pixels.
pub(crate) const MARGIN: f64 = 24.0;
/// A figure narrower than this still has room for its title.
const NARROWEST: f64 = 360.0;
/// No sheet is wider: proportions beyond it are met by air.
const WIDEST: f64 = 16_000.0;

pub(crate) const TITLE: f64 = 20.0;
pub(crate) const TITLE_LINE: f64 = 26.0;
pub(crate) const DATE: f64 = 12.0;
pub(crate) const CAPTION: f64 = 11.0;
const CAPTION_LINE: f64 = 18.0;
pub(crate) const NOTE: f64 = 10.5;
pub(crate) const NOTE_LINE: f64 = 14.0;
/// A column of footnotes is at least this wide, with the gutter.
const NOTE_COLUMN: f64 = 320.0;
pub(crate) const NOTE_INDENT: f64 = 20.0;
const GUTTER: f64 = 24.0;
pub(crate) const CREDIT: f64 = 10.5;
pub(crate) const CREDIT_LINE: f64 = 15.0;

/// The sheet, in pixels.
pub(crate) struct Plan<'a> {
    pub(crate) width: f64,
    pub(crate) height: f64,
    /// What is added to every coordinate of the scene.
    pub(crate) shift: (f64, f64),
    /// Width and height of what title, legend, footnotes and source line leave to the drawing.
    pub(crate) room: (f64, f64),
    pub(crate) title: Vec<String>,
    /// Date line and its baseline.
    pub(crate) date: Option<(String, f64)>,
    /// The legend, with its rule, starts here.
    pub(crate) legend_top: f64,
    pub(crate) legend: Vec<PlacedItem<'a>>,
    pub(crate) notes: Vec<PlacedNote>,
    /// The rule over the footnotes.
    pub(crate) notes_top: f64,
    pub(crate) credit: Vec<String>,
    pub(crate) credit_top: f64,
}

/// A word of the legend at its place; the drawing stands left of it.
pub(crate) struct PlacedItem<'a> {
    pub(crate) item: Option<&'a LegendItem>,
    pub(crate) words: String,
    /// Left edge of drawing and words.
    pub(crate) x: f64,
    /// Middle of the line.
    pub(crate) y: f64,
}

/// A footnote at its place.
pub(crate) struct PlacedNote {
    pub(crate) number: usize,
    pub(crate) lines: Vec<String>,
    pub(crate) x: f64,
    /// Baseline of the first line.
    pub(crate) y: f64,
}

impl<'a> Plan<'a> {
    /// The sheet of a scene; `notes` are the quotes of what is drawn, which their places number from 1.
    pub(crate) fn of(scene: &'a Scene, figure: &Figure, notes: &[&str]) -> Self {
        let least = scene.bounds.w.max(NARROWEST).ceil();
        let mut plan = Self::at(scene, figure, notes, least);
        let wanted = figure.proportions.map(|(w, h)| w / h).filter(|ratio| ratio.is_finite() && *ratio > 0.0);
        let Some(ratio) = wanted.map(|ratio| ratio.clamp(0.1, 10.0)) else { return plan };
        if plan.width < ratio * plan.height {
            // Too high: the narrowest sheet that is wide enough. Legend and footnotes take fewer lines on it.
            let (mut low, mut high) = (least, (ratio * plan.height).min(WIDEST));
            for _ in 0..10 {
                let middle = f64::midpoint(low, high);
                let trial = Self::at(scene, figure, notes, middle);
                if trial.width < ratio * trial.height { low = middle } else { high = middle }
            }
            plan = Self::at(scene, figure, notes, high.ceil());
        }
        plan.heighten(plan.width / ratio - plan.height);
        plan
    }

    /// Puts the air of a sheet that must be higher around the drawing.
    fn heighten(&mut self, air: f64) {
        if air <= 0.0 {
            return;
        }
        self.height += air;
        self.shift.1 += air / 2.0;
        self.room.1 += air;
        self.legend_top += air;
        self.legend.iter_mut().for_each(|item| item.y += air);
        self.notes_top += air;
        self.notes.iter_mut().for_each(|note| note.y += air);
        self.credit_top += air;
    }

    /// The sheet with this much room between its margins.
    fn at(scene: &'a Scene, figure: &Figure, notes: &[&str], inner: f64) -> Self {
        let bounds = scene.bounds;
        let title = lines(figure.title.as_deref(), TITLE, 600, inner);
        let mut y = MARGIN;
        if !title.is_empty() {
            // The short bar and the lines.
            y += 6.0 + title.len() as f64 * TITLE_LINE;
        }
        let date = lines(figure.date.as_deref(), DATE, 400, inner).into_iter().next().map(|line| {
            y += 16.0;
            (line, y - 4.0)
        });
        if y > MARGIN {
            y += 12.0;
        }
        let shift = (MARGIN + (inner - bounds.w) / 2.0 - bounds.x, y - bounds.y);
        y += bounds.h.ceil();

        let legend_top = y + 16.0;
        let legend =
            if figure.legend { legend(&scene.legend.rows, inner, legend_top + 6.0) } else { Vec::new() };
        if let Some(last) = legend.last() {
            y = last.y + CAPTION_LINE / 2.0;
        }
        let notes_top = y + 10.0;
        let (notes, bottom) = footnotes(notes, inner, notes_top + 8.0);
        if !notes.is_empty() {
            y = bottom;
        }
        let bare = legend.is_empty() && notes.is_empty();
        let credit_top = y + if bare { 12.0 } else { 4.0 };
        let room = inner - measure::width(made_with(figure.language), CREDIT, 400) - 24.0;
        let credit = lines(figure.credit.as_deref(), CREDIT, 400, room);
        if !credit.is_empty() {
            y = credit_top + credit.len() as f64 * CREDIT_LINE;
        }
        let bottom = if bare && credit.is_empty() { MARGIN } else { 16.0 };
        Self {
            width: inner + MARGIN * 2.0,
            height: (y + bottom).ceil(),
            shift,
            room: (inner, bounds.h.ceil()),
            title,
            date,
            legend_top,
            legend,
            notes,
            notes_top,
            credit,
            credit_top,
        }
    }
}

fn lines(text: Option<&str>, size: f64, weight: u16, room: f64) -> Vec<String> {
    text.map(|text| measure::wrap(&clean(text), size, weight, room)).unwrap_or_default()
}

/// Rows of small drawings and words, broken to the width; the row's name stands in a column of its own.
fn legend(rows: &[LegendRow], inner: f64, top: f64) -> Vec<PlacedItem<'_>> {
    let name = |row: &LegendRow| measure::width(&row.title, CAPTION, 400);
    let column = rows.iter().map(name).fold(0.0, f64::max) + 12.0;
    let mut placed = Vec::new();
    let mut y = top + CAPTION_LINE / 2.0;
    for row in rows.iter().filter(|row| !row.items.is_empty()) {
        placed.push(PlacedItem { item: None, words: clean(&row.title), x: MARGIN, y });
        let mut x = column;
        for item in &row.items {
            let words = clean(&item.text);
            let wide = item.width + 5.0 + measure::width(&words, CAPTION, 400);
            if x + wide > inner && x > column {
                x = column;
                y += CAPTION_LINE;
            }
            placed.push(PlacedItem { item: Some(item), words, x: MARGIN + x, y });
            x += wide + 13.0;
        }
        y += CAPTION_LINE;
    }
    placed
}

/// Footnotes in columns of about the same height, read down and then across; and where the longest column ends.
fn footnotes(notes: &[&str], inner: f64, top: f64) -> (Vec<PlacedNote>, f64) {
    let columns = ((inner + GUTTER) / NOTE_COLUMN).floor().clamp(1.0, notes.len().max(1) as f64);
    let wide = (inner - GUTTER * (columns - 1.0)) / columns;
    let broken: Vec<Vec<String>> =
        notes.iter().map(|note| measure::wrap(&clean(note), NOTE, 400, wide - NOTE_INDENT)).collect();
    let height = |lines: &[String]| lines.len().max(1) as f64 * NOTE_LINE + 3.0;
    let share = broken.iter().map(|lines| height(lines)).sum::<f64>() / columns;
    let (mut placed, mut column, mut y, mut bottom) = (Vec::new(), 0.0, top, top);
    for (at, lines) in broken.into_iter().enumerate() {
        let high = height(&lines);
        // A note stands in the column that holds its middle.
        if y - top + high / 2.0 > share && column + 1.0 < columns {
            column += 1.0;
            y = top;
        }
        placed.push(PlacedNote {
            number: at + 1,
            lines,
            x: MARGIN + column * (wide + GUTTER),
            y: y + NOTE_LINE - 3.5,
        });
        y += high;
        bottom = f64::max(bottom, y);
    }
    (placed, bottom)
}

pub(crate) fn made_with(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "Dibuat dengan Wartagraf",
        Language::English | Language::Other => "Made with Wartagraf",
    }
}

/// Text without what could turn the reading direction, break the file or hide words: control characters other than
/// white space (which becomes a space), direction overrides, and code points that XML forbids.
pub(crate) fn clean(text: &str) -> String {
    let unwanted = |c: &char| {
        c.is_control()
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}')
    };
    text.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !unwanted(c)).collect()
}
