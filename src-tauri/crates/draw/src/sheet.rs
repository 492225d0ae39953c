//! Scene -> the painted things of a sheet, in order, for whoever paints them: SVG, PNG or PDF. It decides no place,
//! shape or colour of the drawing, and reads nothing but its arguments.

use std::collections::BTreeMap;

use crate::figure::{Figure, Theme};
use crate::measure::{self, Glyph};
use crate::plan::{self, MARGIN, Plan, clean};
use crate::scene::{Anchor, EdgeGlyph, Halo, Label, Mark, NodeGlyph, Rect, Scene, Stroke};
use crate::style;

/// Width and height, in pixels, of what the sheet leaves to the drawing: a scene composed for these proportions fills it.
pub fn room(scene: &Scene, figure: &Figure) -> (f64, f64) {
    Sheet::of(scene, figure).plan.room
}

/// Halo around a label, in pixels.
pub(crate) const HALO: f64 = 3.5;
/// Size of the number of a footnote.
const NUMBER: f64 = 8.0;

/// Paints one thing after another. Lengths are in pixels of the sheet, colours `#RRGGBB`.
pub(crate) trait Painter {
    /// Everything until the matching [`Painter::end`] is moved, turned and faded as one.
    fn begin(&mut self, group: &Group<'_>);
    fn end(&mut self);
    /// SVG path data.
    fn path(&mut self, d: &str, ink: &Ink<'_>);
    /// A cubic Bezier curve.
    fn curve(&mut self, curve: &[f64; 8], line: &Line<'_>);
    fn words(&mut self, block: &Block);
}

/// What things have in common.
pub(crate) struct Group<'a> {
    pub(crate) of: Of<'a>,
    /// Moved by.
    pub(crate) at: (f64, f64),
    /// Turned by, in degrees clockwise.
    pub(crate) turn: f64,
    /// Faded to, if under 1; and the box that holds it all, before it is moved.
    pub(crate) opacity: f64,
    pub(crate) reach: Rect,
}

/// What a group draws.
#[derive(Clone, Copy)]
pub(crate) enum Of<'a> {
    Part,
    Node(&'a str),
    Claim(&'a str),
}

/// How a shape is painted.
#[derive(Default)]
pub(crate) struct Ink<'a> {
    pub(crate) fill: Option<&'static str>,
    pub(crate) line: Option<Line<'a>>,
}

/// How a line is painted; joins are round.
pub(crate) struct Line<'a> {
    pub(crate) color: &'static str,
    pub(crate) width: f64,
    pub(crate) dash: &'a [f64],
    pub(crate) round: bool,
}

/// Lines of words that say one thing.
pub(crate) struct Block {
    pub(crate) lines: Vec<Words>,
    pub(crate) size: f64,
    pub(crate) weight: u16,
    pub(crate) color: &'static str,
    /// Colour of the halo that the words stand on.
    pub(crate) halo: Option<&'static str>,
    /// All of it as one line, for those who listen; empty for what another thing says already.
    pub(crate) told: String,
}

/// A line of words: left end of the baseline.
pub(crate) struct Words {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<Glyph>,
    pub(crate) width: f64,
    pub(crate) x: f64,
    pub(crate) y: f64,
}

/// A scene as it is to be painted.
pub(crate) struct Sheet<'a> {
    scene: &'a Scene,
    figure: &'a Figure,
    pub(crate) plan: Plan<'a>,
    /// Numbers of footnotes by event.
    numbers: BTreeMap<&'a str, String>,
}

impl<'a> Sheet<'a> {
    pub(crate) fn of(scene: &'a Scene, figure: &'a Figure) -> Self {
        let drawn = |id: &String| {
            !figure.hidden.contains(id) && scene.nodes.iter().any(|node| node.event && node.id == *id)
        };
        let (mut notes, mut numbers) = (Vec::new(), BTreeMap::<&str, String>::new());
        for note in &figure.notes {
            let claims: Vec<&String> = note.claims.iter().filter(|id| drawn(id)).collect();
            if claims.is_empty() {
                continue;
            }
            notes.push(note.quote.as_str());
            for claim in claims {
                let numbered = numbers.entry(claim).or_default();
                let comma = if numbered.is_empty() { "" } else { "," };
                *numbered = format!("{numbered}{comma}{}", notes.len());
            }
        }
        Self { scene, figure, plan: Plan::of(scene, figure, &notes), numbers }
    }

    /// Paints everything.
    pub(crate) fn paint(&self, on: &mut impl Painter) {
        let plan = &self.plan;
        if !self.figure.transparent {
            self.bar(on, (0.0, 0.0, plan.width, plan.height), "canvas");
        }
        self.heading(on);
        self.drawing(on);
        self.caption(on);
    }

    fn color(&self, token: &str) -> &'static str {
        style::color(token, self.figure.theme)
    }

    fn heading(&self, on: &mut impl Painter) {
        if !self.plan.title.is_empty() {
            self.bar(on, (MARGIN, MARGIN - 2.0, 30.0, 4.0), "ink");
        }
        for (at, line) in self.plan.title.iter().enumerate() {
            self.line(on, line, (plan::TITLE, 600, "ink"), (MARGIN, 50.0 + at as f64 * plan::TITLE_LINE));
        }
        if let Some((line, base)) = &self.plan.date {
            self.line(on, line, (plan::DATE, 400, "ink-2"), (MARGIN, *base));
        }
    }

    fn drawing(&self, on: &mut impl Painter) {
        let hidden = &self.figure.hidden;
        let stands = |edge: &&EdgeGlyph| {
            ![&edge.id, &edge.claim, &edge.from, &edge.to].into_iter().any(|id| hidden.contains(id))
        };
        let edges: Vec<&EdgeGlyph> = self.scene.edges.iter().filter(stands).collect();
        let nodes: Vec<&NodeGlyph> =
            self.scene.nodes.iter().filter(|node| !hidden.contains(&node.id)).collect();
        let shift = self.plan.shift;
        on.begin(&Group { of: Of::Part, at: shift, turn: 0.0, opacity: 1.0, reach: Rect::default() });
        if self.figure.halos {
            self.scene.halos.iter().for_each(|halo| self.halo(on, halo, &nodes));
        }
        for guide in &self.scene.guides {
            self.mark(on, &guide.mark);
        }
        for edge in &edges {
            self.edge(on, edge);
        }
        for node in &nodes {
            self.node(on, node);
        }
        on.end();
        for label in self.scene.guides.iter().filter_map(|guide| guide.label.as_ref()) {
            self.label(on, label, shift);
        }
        if self.figure.halos {
            for name in self.scene.halos.iter().filter_map(|halo| halo.name.as_ref()) {
                if let Some(node) = nodes.iter().find(|node| node.id == name.of) {
                    self.label(on, &name.label, (shift.0 + node.x, shift.1 + node.y));
                }
            }
        }
        // Where no label is shown at fit, all are: a figure without names says nothing.
        let none = nodes.iter().all(|node| !node.label.shown);
        for node in nodes {
            let at = (shift.0 + node.x, shift.1 + node.y);
            let label = (none || node.label.shown).then_some(&node.label);
            if let Some(label) = label {
                self.label(on, label, at);
            }
            if let Some(number) = self.numbers.get(node.id.as_str()) {
                self.number(on, number, label, node.r, at);
            }
        }
        for label in edges.iter().filter_map(|edge| edge.label.as_ref()).filter(|label| label.shown) {
            self.label(on, label, shift);
        }
    }

    /// The ground of those of its nodes that are drawn.
    fn halo(&self, on: &mut impl Painter, halo: &Halo, nodes: &[&NodeGlyph]) {
        let d = halo.path(|id| nodes.iter().find(|node| node.id == id).map(|node| (node.x, node.y)));
        for stroke in halo.strokes.iter().filter(|_| !d.is_empty()) {
            self.mark(on, &Mark { d: d.clone(), fill: None, stroke: Some(stroke.clone()) });
        }
    }

    fn edge(&self, on: &mut impl Painter, edge: &EdgeGlyph) {
        let xs = || edge.curve.iter().step_by(2).copied();
        let ys = || edge.curve.iter().skip(1).step_by(2).copied();
        let least = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::INFINITY, f64::min) - 14.0;
        let most = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::NEG_INFINITY, f64::max) + 14.0;
        let (x, y) = (least(&mut xs()), least(&mut ys()));
        let reach = Rect { x, y, w: most(&mut xs()) - x, h: most(&mut ys()) - y };
        let of = Of::Claim(&edge.claim);
        on.begin(&Group { of, at: (0.0, 0.0), turn: 0.0, opacity: edge.opacity, reach });
        on.curve(&edge.curve, &self.stroke(&edge.stroke));
        for head in &edge.heads {
            on.begin(&Group { of: Of::Part, at: (head.x, head.y), turn: head.angle, opacity: 1.0, reach });
            self.mark(on, &head.mark);
            on.end();
        }
        on.end();
    }

    fn node(&self, on: &mut impl Painter, node: &NodeGlyph) {
        // Badges stand at the upper right.
        let far = node.r * 2.0 + 24.0;
        let reach = Rect { x: -far, y: -far, w: far * 2.0, h: far * 2.0 };
        let of = Of::Node(&node.id);
        on.begin(&Group { of, at: (node.x, node.y), turn: 0.0, opacity: node.opacity, reach });
        node.marks.iter().for_each(|mark| self.mark(on, mark));
        if let Some(letters) = &node.monogram {
            let mut words = set(&clean(&letters.text), letters.size, 700, (0.0, 0.0));
            (words.x, words.y) = (-words.width / 2.0, measure::cap_height(letters.size) / 2.0);
            on.words(&Block {
                lines: vec![words],
                size: letters.size,
                weight: 700,
                color: self.color(letters.color),
                halo: None,
                told: String::new(),
            });
        }
        on.end();
    }

    fn mark(&self, on: &mut impl Painter, mark: &Mark) {
        let outline = match (self.figure.theme, mark.fill, &mark.stroke) {
            (Theme::Print, Some(fill), None) => {
                style::print_outline(fill).map(|color| Line { color, width: 1.3, dash: &[], round: false })
            }
            (.., stroke) => stroke.as_ref().map(|stroke| self.stroke(stroke)),
        };
        on.path(&mark.d, &Ink { fill: mark.fill.map(|token| self.color(token)), line: outline });
    }

    fn stroke<'s>(&self, stroke: &'s Stroke) -> Line<'s> {
        Line { color: self.color(stroke.color), width: stroke.width, dash: &stroke.dash, round: stroke.round }
    }

    /// Words never fade: an uncertain reading shows in its shape and line.
    fn label(&self, on: &mut impl Painter, label: &Label, (x, y): (f64, f64)) {
        let told = clean(&label.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "));
        let lines = label.lines.iter().map(|line| {
            let mut words = set(&clean(&line.text), label.size, label.weight, (x + line.x, y + line.y));
            words.x -= match label.anchor {
                Anchor::Start => 0.0,
                Anchor::Middle => words.width / 2.0,
                Anchor::End => words.width,
            };
            words
        });
        on.words(&Block {
            lines: lines.collect(),
            size: label.size,
            weight: label.weight,
            color: self.color(label.color),
            halo: Some(self.color("canvas")),
            told,
        });
    }

    /// The number of a footnote, raised, at the outer end of the label; without a label, at the upper left of the glyph.
    fn number(&self, on: &mut impl Painter, number: &str, label: Option<&Label>, r: f64, (x, y): (f64, f64)) {
        let mut words = set(number, NUMBER, 600, (x, y));
        let place = label.and_then(|label| {
            let line = if label.anchor == Anchor::End { label.lines.first() } else { label.lines.last() }?;
            let wide = measure::width(&clean(&line.text), label.size, label.weight);
            let right = match label.anchor {
                Anchor::Start => line.x + wide + 1.5,
                Anchor::Middle => line.x + wide / 2.0 + 1.5,
                Anchor::End => line.x - wide - 1.5 - words.width,
            };
            Some((right, line.y - 4.0))
        });
        let (right, down) = place.unwrap_or((-r - 2.0 - words.width, -r));
        words.x += right;
        words.y += down;
        on.words(&Block {
            lines: vec![words],
            size: NUMBER,
            weight: 600,
            color: self.color("ink-2"),
            halo: Some(self.color("canvas")),
            told: number.to_owned(),
        });
    }

    /// Legend, footnotes and source line.
    fn caption(&self, on: &mut impl Painter) {
        let plan = &self.plan;
        if !plan.legend.is_empty() {
            self.rule(on, plan.legend_top);
        }
        for placed in &plan.legend {
            let base = placed.y + measure::cap_height(plan::CAPTION) / 2.0;
            let Some(item) = placed.item else {
                self.line(on, &placed.words, (plan::CAPTION, 400, "ink-3"), (placed.x, base));
                continue;
            };
            let at = (placed.x, placed.y);
            on.begin(&Group { of: Of::Part, at, turn: 0.0, opacity: 1.0, reach: Rect::default() });
            item.marks.iter().for_each(|mark| self.mark(on, mark));
            on.end();
            let after = (placed.x + item.width + 5.0, base);
            self.line(on, &placed.words, (plan::CAPTION, 400, "ink-2"), after);
        }
        if !plan.notes.is_empty() {
            self.rule(on, plan.notes_top);
        }
        for note in &plan.notes {
            self.line(on, &note.number.to_string(), (plan::NOTE, 600, "ink-2"), (note.x, note.y));
            for (at, line) in note.lines.iter().enumerate() {
                let place = (note.x + plan::NOTE_INDENT, note.y + at as f64 * plan::NOTE_LINE);
                self.line(on, line, (plan::NOTE, 400, "ink-2"), place);
            }
        }
        if plan.credit.is_empty() {
            return;
        }
        let small = (plan::CREDIT, 400, "ink-3");
        let base = plan.credit_top + 11.0;
        for (at, line) in plan.credit.iter().enumerate() {
            self.line(on, line, small, (MARGIN, base + at as f64 * plan::CREDIT_LINE));
        }
        let made = plan::made_with(self.figure.language);
        let left = plan.width - MARGIN - measure::width(made, plan::CREDIT, 400);
        self.line(on, made, small, (left, base));
    }

    /// A hairline over the width of the sheet.
    fn rule(&self, on: &mut impl Painter, y: f64) {
        self.bar(on, (MARGIN, y - 0.5, self.plan.width - MARGIN * 2.0, 1.0), "line");
    }

    /// A filled box: left, top, width, height.
    fn bar(&self, on: &mut impl Painter, (x, y, w, h): (f64, f64, f64, f64), token: &str) {
        let [x, y, w, h, back] = [x, y, w, h, -w].map(crate::outline::number);
        on.path(&format!("M{x} {y}h{w}v{h}h{back}Z"), &Ink { fill: Some(self.color(token)), line: None });
    }

    /// One line of words, without a halo.
    fn line(
        &self,
        on: &mut impl Painter,
        words: &str,
        (size, weight, token): (f64, u16, &str),
        at: (f64, f64),
    ) {
        let told = words.to_owned();
        let lines = vec![set(words, size, weight, at)];
        on.words(&Block { lines, size, weight, color: self.color(token), halo: None, told });
    }
}

fn set(text: &str, size: f64, weight: u16, (x, y): (f64, f64)) -> Words {
    let (glyphs, advance) = measure::glyphs(text, weight);
    let width = f64::from(advance) * size / f64::from(measure::EM);
    Words { text: text.to_owned(), glyphs, width, x, y }
}
