//! Scene -> SVG: the figure as a sheet with title, legend and source line. It decides no place, shape or colour of the
//! drawing, and reads nothing but its arguments.
//!
//! Words are drawn as outlines from the bundled family, so that a file looks the same on every machine and in every
//! program; each is also in the file as text (`aria-label`), and the whole as `<title>` and `<desc>`. A character that
//! the family lacks is an empty box.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use model::Language;

use crate::figure::Figure;
use crate::measure::{self, number};
use crate::scene::{Anchor, EdgeGlyph, Label, LegendItem, LegendRow, Mark, NodeGlyph, Scene, Stroke};
use crate::style;

/// White space around everything, in pixels.
const MARGIN: f64 = 24.0;
/// A figure narrower than this still has room for its title.
const NARROWEST: f64 = 360.0;
/// Halo around a label, in pixels.
pub(crate) const HALO: f64 = 3.5;

/// Appends to the document; a string takes everything.
macro_rules! put {
    ($page:expr, $($what:tt)*) => {{ let _ = write!($page.out, $($what)*); }};
}
/// The figure as an SVG document. The same scene and figure are the same bytes.
pub fn svg(scene: &Scene, figure: &Figure) -> String {
    sheet(scene, figure, None).out
}

/// The sheet without its words, and the words: for files that keep words as text.
pub(crate) fn parted(scene: &Scene, figure: &Figure) -> (String, Vec<Word>) {
    let page = sheet(scene, figure, Some(Vec::new()));
    (page.out, page.kept.unwrap_or_default())
}

fn sheet(scene: &Scene, figure: &Figure, kept: Option<Vec<Word>>) -> Page {
    let plan = Plan::of(scene, figure);
    let mut page = Page { out: String::new(), dark: figure.dark, kept };
    page.open(&plan, figure);
    page.heading(&plan);
    page.drawing(scene, figure, &plan);
    page.caption(&plan, figure);
    page.out.push_str("</svg>\n");
    page
}

/// A line of words at its place on the sheet: left end of the baseline, in pixels.
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) size: f64,
    pub(crate) weight: u16,
    pub(crate) x: f64,
    pub(crate) y: f64,
    pub(crate) color: &'static str,
    /// Whether the words stand on a halo in the canvas colour.
    pub(crate) halo: bool,
}

/// Width and height of the sheet in pixels: whole numbers.
pub(crate) fn size(scene: &Scene, figure: &Figure) -> (f64, f64) {
    let plan = Plan::of(scene, figure);
    (plan.width, plan.height)
}

/// Where the parts of the sheet stand.
struct Plan<'a> {
    width: f64,
    height: f64,
    /// What is added to every coordinate of the scene.
    shift: (f64, f64),
    title: Vec<String>,
    /// The legend, with its rule, starts here.
    legend_top: f64,
    legend: Vec<PlacedItem<'a>>,
    credit: Vec<String>,
    credit_top: f64,
}

/// A word of the legend at its place; the drawing stands left of it.
struct PlacedItem<'a> {
    item: Option<&'a LegendItem>,
    words: String,
    /// Left edge of drawing and words.
    x: f64,
    /// Middle of the line.
    y: f64,
}

const TITLE: f64 = 20.0;
const TITLE_LINE: f64 = 26.0;
const CAPTION: f64 = 11.0;
const CAPTION_LINE: f64 = 18.0;
const CREDIT: f64 = 10.5;
const CREDIT_LINE: f64 = 15.0;

impl<'a> Plan<'a> {
    fn of(scene: &'a Scene, figure: &Figure) -> Self {
        let bounds = scene.bounds;
        let inner = bounds.w.max(NARROWEST).ceil();
        let title = figure
            .title
            .as_deref()
            .map(|title| measure::wrap(&clean(title), TITLE, 600, inner))
            .unwrap_or_default();
        let mut y = MARGIN;
        if !title.is_empty() {
            // The short bar, the lines, and air.
            y += 6.0 + title.len() as f64 * TITLE_LINE + 12.0;
        }
        let shift = (MARGIN + (inner - bounds.w) / 2.0 - bounds.x, y - bounds.y);
        y += bounds.h.ceil();

        let legend_top = y + 16.0;
        let legend =
            if figure.legend { legend(&scene.legend.rows, inner, legend_top + 6.0) } else { Vec::new() };
        if let Some(last) = legend.last() {
            y = last.y + CAPTION_LINE / 2.0;
        }
        let credit_top = y + if legend.is_empty() { 12.0 } else { 4.0 };
        let room = inner - measure::width(made_with(figure.language), CREDIT, 400) - 24.0;
        let credit = figure
            .credit
            .as_deref()
            .map(|credit| measure::wrap(&clean(credit), CREDIT, 400, room))
            .unwrap_or_default();
        if !credit.is_empty() {
            y = credit_top + credit.len() as f64 * CREDIT_LINE;
        }
        let bottom = if legend.is_empty() && credit.is_empty() { MARGIN } else { 16.0 };
        Self {
            width: inner + MARGIN * 2.0,
            height: (y + bottom).ceil(),
            shift,
            title,
            legend_top,
            legend,
            credit,
            credit_top,
        }
    }
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

fn made_with(language: Language) -> &'static str {
    match language {
        Language::Indonesian => "Dibuat dengan Wartagraf",
        Language::English | Language::Other => "Made with Wartagraf",
    }
}

/// The document being written.
struct Page {
    out: String,
    dark: bool,
    /// Where words go that are not to be outlines.
    kept: Option<Vec<Word>>,
}

impl Page {
    fn color(&self, token: &str) -> &'static str {
        style::color(token, self.dark)
    }

    /// Root, words for those who cannot see it, ground.
    fn open(&mut self, plan: &Plan<'_>, figure: &Figure) {
        let (w, h) = (number(plan.width), number(plan.height));
        let (lang, unnamed) = match figure.language {
            Language::Indonesian => ("id", "Graf peristiwa"),
            Language::English | Language::Other => ("en", "Graph of events"),
        };
        let title = figure.title.as_deref().map(clean).filter(|title| !title.is_empty());
        put!(
            self,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\" role=\"img\" lang=\"{lang}\">\n\
             <title>{}</title>\n",
            escape(title.as_deref().unwrap_or(unnamed))
        );
        let told = clean(&figure.description);
        if !told.is_empty() {
            put!(self, "<desc>{}</desc>\n", escape(&told));
        }
        if let Some(made) = &figure.provenance {
            put!(
                self,
                "<metadata><provenance xmlns=\"urn:wartagraf:provenance\" article-sha256=\"{}\" article-title=\"{}\"",
                escape(&clean(&made.sha256)),
                escape(&clean(&made.title))
            );
            if let Some(day) = &made.read {
                put!(self, " read=\"{}\"", escape(&clean(day)));
            }
            put!(self, " version=\"{}\"/></metadata>\n", escape(&clean(&made.version)));
        }
        if !figure.transparent {
            put!(self, "<rect width=\"{w}\" height=\"{h}\" fill=\"{}\"/>\n", self.color("canvas"));
        }
    }

    fn heading(&mut self, plan: &Plan<'_>) {
        if plan.title.is_empty() {
            return;
        }
        put!(self, "<rect x=\"24\" y=\"22\" width=\"30\" height=\"4\" fill=\"{}\"/>\n", self.color("ink"));
        for (at, line) in plan.title.iter().enumerate() {
            self.words(
                line,
                Type { size: TITLE, weight: 600, token: "ink" },
                MARGIN,
                50.0 + at as f64 * TITLE_LINE,
            );
        }
    }

    fn drawing(&mut self, scene: &Scene, figure: &Figure, plan: &Plan<'_>) {
        let hidden = &figure.hidden;
        let edges: Vec<&EdgeGlyph> = scene.edges.iter().filter(|edge| edge_stands(edge, hidden)).collect();
        let nodes: Vec<&NodeGlyph> = scene.nodes.iter().filter(|node| !hidden.contains(&node.id)).collect();
        put!(self, "<g transform=\"translate({} {})\">\n", number(plan.shift.0), number(plan.shift.1));
        for edge in &edges {
            self.edge(edge);
        }
        for node in &nodes {
            self.node(node);
        }
        // Where no label is shown at fit, all are: a figure without names says nothing.
        let none = nodes.iter().all(|node| !node.label.shown);
        for node in nodes.iter().filter(|node| none || node.label.shown) {
            self.label(&node.label, (node.x, node.y), plan.shift);
        }
        for edge in &edges {
            if let Some(label) = edge.label.as_ref().filter(|label| label.shown) {
                self.label(label, (0.0, 0.0), plan.shift);
            }
        }
        self.out.push_str("</g>\n");
    }

    fn edge(&mut self, edge: &EdgeGlyph) {
        put!(self, "<g data-claim=\"{}\"{}>", escape(&clean(&edge.claim)), opacity(edge.opacity));
        let [x0, y0, x1, y1, x2, y2, x3, y3] = edge.curve.map(number);
        let line = self.stroke(&edge.stroke);
        put!(self, "<path d=\"M{x0} {y0}C{x1} {y1} {x2} {y2} {x3} {y3}\" fill=\"none\"{line}/>");
        for head in &edge.heads {
            let (x, y, angle) = (number(head.x), number(head.y), number(head.angle));
            put!(self, "<g transform=\"translate({x} {y}) rotate({angle})\">");
            self.mark(&head.mark);
            self.out.push_str("</g>");
        }
        self.out.push_str("</g>\n");
    }

    fn node(&mut self, node: &NodeGlyph) {
        let (x, y) = (number(node.x), number(node.y));
        let id = escape(&clean(&node.id));
        put!(self, "<g data-node=\"{id}\" transform=\"translate({x} {y})\"{}>", opacity(node.opacity));
        for mark in &node.marks {
            self.mark(mark);
        }
        if let Some(letters) = &node.monogram {
            let left = -measure::width(&letters.text, letters.size, 700) / 2.0;
            let d = measure::outline(
                &letters.text,
                letters.size,
                700,
                left,
                measure::cap_height(letters.size) / 2.0,
            );
            put!(self, "<path d=\"{d}\" fill=\"{}\"/>", self.color(letters.color));
        }
        self.out.push_str("</g>\n");
    }

    fn mark(&mut self, mark: &Mark) {
        let fill = mark.fill.map_or("none", |token| self.color(token));
        let line = mark.stroke.as_ref().map(|stroke| self.stroke(stroke)).unwrap_or_default();
        put!(self, "<path d=\"{}\" fill=\"{fill}\"{line}/>", escape(&mark.d));
    }

    /// Halo and fill as two elements, for readers without `paint-order`. Words never fade: an uncertain reading shows
    /// in its shape and line.
    fn label(&mut self, label: &Label, (x, y): (f64, f64), shift: (f64, f64)) {
        let told = clean(&label.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "));
        let mut d = String::new();
        for line in &label.lines {
            let words = clean(&line.text);
            let wide = measure::width(&words, label.size, label.weight);
            let left = match label.anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => -wide / 2.0,
                Anchor::End => -wide,
            };
            let (left, base) = (line.x + left, line.y);
            if let Some(kept) = &mut self.kept {
                kept.push(Word {
                    text: words,
                    size: label.size,
                    weight: label.weight,
                    x: shift.0 + x + left,
                    y: shift.1 + y + base,
                    color: style::color(label.color, self.dark),
                    halo: true,
                });
            } else {
                d.push_str(&measure::outline(&words, label.size, label.weight, left, base));
            }
        }
        if self.kept.is_some() {
            return;
        }
        let place = if x == 0.0 && y == 0.0 {
            String::new()
        } else {
            format!(" transform=\"translate({} {})\"", number(x), number(y))
        };
        put!(
            self,
            "<g role=\"img\" aria-label=\"{}\"{place}><path d=\"{d}\" fill=\"none\" stroke=\"{}\" stroke-width=\"{}\" \
             stroke-linejoin=\"round\"/><path d=\"{d}\" fill=\"{}\"/></g>\n",
            escape(&told),
            self.color("canvas"),
            number(HALO),
            self.color(label.color)
        );
    }

    /// Legend and source line.
    fn caption(&mut self, plan: &Plan<'_>, figure: &Figure) {
        if !plan.legend.is_empty() {
            let (y, right, line) = (number(plan.legend_top), number(plan.width - MARGIN), self.color("line"));
            put!(self, "<path d=\"M24 {y}H{right}\" fill=\"none\" stroke=\"{line}\"/>\n");
        }
        for placed in &plan.legend {
            let base = placed.y + measure::cap_height(CAPTION) / 2.0;
            let Some(item) = placed.item else {
                self.words(
                    &placed.words,
                    Type { size: CAPTION, weight: 400, token: "ink-3" },
                    placed.x,
                    base,
                );
                continue;
            };
            put!(self, "<g transform=\"translate({} {})\">", number(placed.x), number(placed.y));
            for mark in &item.marks {
                self.mark(mark);
            }
            self.out.push_str("</g>\n");
            let after = placed.x + item.width + 5.0;
            self.words(&placed.words, Type { size: CAPTION, weight: 400, token: "ink-2" }, after, base);
        }
        if plan.credit.is_empty() {
            return;
        }
        let small = Type { size: CREDIT, weight: 400, token: "ink-3" };
        let base = plan.credit_top + 11.0;
        for (at, line) in plan.credit.iter().enumerate() {
            self.words(line, small, MARGIN, base + at as f64 * CREDIT_LINE);
        }
        let made = made_with(figure.language);
        self.words(made, small, plan.width - MARGIN - measure::width(made, CREDIT, 400), base);
    }

    /// One line of words, without a halo.
    fn words(&mut self, words: &str, face: Type, x: f64, y: f64) {
        if let Some(kept) = &mut self.kept {
            let color = style::color(face.token, self.dark);
            kept.push(Word {
                text: words.to_owned(),
                size: face.size,
                weight: face.weight,
                x,
                y,
                color,
                halo: false,
            });
            return;
        }
        let d = measure::outline(words, face.size, face.weight, x, y);
        let (told, fill) = (escape(words), self.color(face.token));
        put!(self, "<path role=\"img\" aria-label=\"{told}\" d=\"{d}\" fill=\"{fill}\"/>\n");
    }

    fn stroke(&self, stroke: &Stroke) -> String {
        let mut out = format!(
            " stroke=\"{}\" stroke-width=\"{}\" stroke-linejoin=\"round\"",
            self.color(stroke.color),
            number(stroke.width)
        );
        if stroke.round {
            out.push_str(" stroke-linecap=\"round\"");
        }
        if !stroke.dash.is_empty() {
            let dash: Vec<String> = stroke.dash.iter().map(|length| number(*length)).collect();
            let _ = write!(out, " stroke-dasharray=\"{}\"", dash.join(" "));
        }
        out
    }
}

/// How words look.
#[derive(Clone, Copy)]
struct Type {
    size: f64,
    weight: u16,
    token: &'static str,
}

fn edge_stands(edge: &EdgeGlyph, hidden: &BTreeSet<String>) -> bool {
    ![&edge.id, &edge.claim, &edge.from, &edge.to].into_iter().any(|id| hidden.contains(id))
}

fn opacity(value: f64) -> String {
    if value >= 1.0 { String::new() } else { format!(" opacity=\"{}\"", number(value.max(0.0))) }
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

/// Text that may stand between tags and in an attribute.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}
