//! Sheet -> PDF: one page, its words as text in embedded faces.
//!
//! The halo of a label is outlines, so that no word is in the file twice for those who select, search or listen. An
//! outline or a shape is in the file once, however often it is drawn. The page is one tagged figure whose alternative text
//! is the description.

use std::collections::HashMap;
use std::fmt::Write as _;

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::graphic::Graphic;
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::text::{Font, GlyphId, KrillaGlyph};
use kurbo::PathEl;
use rustybuzz::ttf_parser::OutlineBuilder;

use crate::figure::Figure;
use crate::measure::{self, EM};
use crate::plan::clean;
use crate::scene::Scene;
use crate::sheet::{Block, Group, HALO, Ink, Line, Painter, Sheet, Words};
use crate::style;

/// Points in a pixel of CSS.
const POINTS: f64 = 0.75;
/// Readers open no longer page, in points.
const LONGEST: f64 = 14_400.0;

/// The figure as a PDF file of one page with its title, description, source and provenance (as keywords). The same scene and figure
/// are the same bytes. A page is as wide as `centimetres` says, and the sheet at 96 pixels an inch without it.
pub fn pdf(scene: &Scene, figure: &Figure) -> Vec<u8> {
    let sheet = Sheet::of(scene, figure);
    let (width, height) = (sheet.plan.width, sheet.plan.height);
    let paper = figure.centimetres.filter(|wide| wide.is_finite() && *wide > 0.0);
    let scale = paper.map_or(POINTS, |wide| wide / 2.54 * 72.0 / width).min(LONGEST / width.max(height));

    let mut document = Document::new();
    document.set_metadata(metadata(figure));
    let settings = PageSettings::from_wh((width * scale) as f32, (height * scale) as f32);
    let mut page = document.start_page_with(settings.expect("a sheet has two sides"));
    let mut surface = page.surface();
    let told = clean(&figure.description);
    let mut told_of = TagGroup::new(Tag::Figure(Some(told).filter(|told| !told.is_empty())));
    told_of.push(surface.start_tagged(ContentTag::Other));
    surface.push_transform(&Transform::from_scale(scale as f32, scale as f32));
    let mut paper = Paper {
        surface,
        faces: Faces::new(),
        shapes: HashMap::new(),
        halos: HashMap::new(),
        open: Vec::new(),
    };
    sheet.paint(&mut paper);
    paper.surface.pop();
    paper.surface.end_tagged();
    // The surface lends the page until it is gone.
    drop(paper);
    page.finish();
    let mut tags = TagTree::new();
    tags.push(told_of);
    document.set_tag_tree(tags);
    document.finish().expect("bundled faces and finite numbers go into memory")
}

fn metadata(figure: &Figure) -> Metadata {
    let mut out = Metadata::new().creator("Wartagraf".to_owned()).language(figure.language.code().to_owned());
    if let Some(title) = &figure.title {
        out = out.title(clean(title));
    }
    let told = clean(&figure.description);
    if !told.is_empty() {
        out = out.description(told);
    }
    let mut facts = Vec::new();
    if let Some(credit) = &figure.credit {
        facts.push(clean(credit));
    }
    if let Some(made) = &figure.provenance {
        out = out.producer(clean(&format!("Wartagraf {}", made.version)));
        facts.push(format!("article-sha256={}", clean(&made.sha256)));
        facts.push(format!("article-title={}", clean(&made.title)));
        facts.extend(made.read.iter().map(|day| format!("read={}", clean(day))));
    }
    out.keywords(facts)
}

/// The bundled faces, each parsed once a file.
struct Faces([(u16, Font); 4]);

impl Faces {
    fn new() -> Self {
        Self([400, 500, 600, 700].map(|weight| {
            let font = Font::new(measure::face(weight).to_vec().into(), 0);
            (weight, font.expect("a bundled font is well formed"))
        }))
    }

    fn of(&self, weight: u16) -> Font {
        let found =
            self.0.iter().find(|(of, _)| measure::face(*of).as_ptr() == measure::face(weight).as_ptr());
        found.unwrap_or(&self.0[0]).1.clone()
    }
}

/// The page being painted.
struct Paper<'a> {
    surface: Surface<'a>,
    faces: Faces,
    /// By what is painted how.
    shapes: HashMap<String, Option<Graphic>>,
    /// By face, glyph, size and colour.
    halos: HashMap<(u16, u16, u64, &'static str), Option<Graphic>>,
    /// For each open group, how much is to be taken back.
    open: Vec<u8>,
}

impl Painter for Paper<'_> {
    fn begin(&mut self, group: &Group<'_>) {
        let turn = group.turn.to_radians();
        let (sin, cos) = (libm::sin(turn) as f32, libm::cos(turn) as f32);
        let (x, y) = (group.at.0 as f32, group.at.1 as f32);
        let mut pushed = 0;
        if (x, y) != (0.0, 0.0) || group.turn != 0.0 {
            self.surface.push_transform(&Transform::from_row(cos, sin, -sin, cos, x, y));
            pushed += 1;
        }
        if group.opacity < 1.0 {
            self.surface.push_opacity(NormalizedF32::new(group.opacity as f32).unwrap_or(NormalizedF32::ONE));
            pushed += 1;
        }
        self.open.push(pushed);
    }

    fn end(&mut self) {
        for _ in 0..self.open.pop().unwrap_or(0) {
            self.surface.pop();
        }
    }

    fn path(&mut self, d: &str, ink: &Ink<'_>) {
        let mut key = d.to_owned();
        key.extend(["|", ink.fill.unwrap_or_default()]);
        if let Some(line) = &ink.line {
            // Writing to a string does not fail.
            let _ = write!(key, "|{}{}{:?}{}", line.color, line.width, line.dash, line.round);
        }
        if !self.shapes.contains_key(&key) {
            let pens = (ink.fill.map(full), ink.line.as_ref().map(pen));
            let shape = parsed(d).map(|shape| self.graphic(&shape, pens));
            self.shapes.insert(key.clone(), shape);
        }
        if let Some(Some(shape)) = self.shapes.get(&key) {
            self.surface.draw_graphic(shape.clone());
        }
    }

    fn curve(&mut self, curve: &[f64; 8], line: &Line<'_>) {
        let [x0, y0, x1, y1, x2, y2, x3, y3] = curve.map(|value| value as f32);
        let mut path = PathBuilder::new();
        path.move_to(x0, y0);
        path.cubic_to(x1, y1, x2, y2, x3, y3);
        self.surface.set_fill(None);
        self.surface.set_stroke(Some(pen(line)));
        if let Some(path) = path.finish() {
            self.surface.draw_path(&path);
        }
    }

    fn words(&mut self, block: &Block) {
        let font = self.faces.of(block.weight);
        let size = block.size as f32;
        let lines: Vec<(Point, Vec<KrillaGlyph>, &str)> = block
            .lines
            .iter()
            .filter(|words| !words.glyphs.is_empty())
            .map(|words| {
                let mut at = 0;
                let glyphs = words.glyphs.iter().map(|glyph| {
                    let (right, up) = ((glyph.x - at) as f32 / EM, glyph.y as f32 / EM);
                    at += glyph.advance;
                    let id = GlyphId::new(u32::from(glyph.id));
                    KrillaGlyph::new(id, glyph.advance as f32 / EM, right, up, 0.0, glyph.text.clone(), None)
                });
                (Point::from_xy(words.x as f32, words.y as f32), glyphs.collect(), words.text.as_str())
            })
            .collect();
        if let Some(color) = block.halo {
            for words in &block.lines {
                self.halo(words, block, color);
            }
        }
        self.surface.set_stroke(None);
        self.surface.set_fill(Some(full(block.color)));
        for (at, glyphs, text) in &lines {
            self.surface.draw_glyphs(*at, glyphs, font.clone(), text, size, false);
        }
    }
}

impl Paper<'_> {
    /// A shape that is in the file once.
    fn graphic(&mut self, shape: &Path, (fill, line): (Option<Fill>, Option<Stroke>)) -> Graphic {
        let mut builder = self.surface.stream_builder();
        let mut surface = builder.surface();
        surface.set_fill(fill);
        surface.set_stroke(line);
        surface.draw_path(shape);
        surface.finish();
        Graphic::new(builder.finish(), false)
    }

    fn halo(&mut self, words: &Words, block: &Block, color: &'static str) {
        let unit = block.size as f32 / EM;
        for glyph in &words.glyphs {
            let key = (block.weight, glyph.id, block.size.to_bits(), color);
            if !self.halos.contains_key(&key) {
                let mut tracer = Tracer { path: PathBuilder::new(), unit };
                measure::trace(glyph.id, block.weight, &mut tracer);
                let line = Line { color, width: HALO, dash: &[], round: false };
                let outline = tracer.path.finish();
                let halo = outline.map(|outline| self.graphic(&outline, (None, Some(pen(&line)))));
                self.halos.insert(key, halo);
            }
            if let Some(Some(halo)) = self.halos.get(&key) {
                let (x, y) = (words.x as f32 + glyph.x as f32 * unit, words.y as f32 - glyph.y as f32 * unit);
                self.surface.push_transform(&Transform::from_translate(x, y));
                self.surface.draw_graphic(halo.clone());
                self.surface.pop();
            }
        }
    }
}

/// Takes an outline as a path in pixels, turned the right way up.
struct Tracer {
    path: PathBuilder,
    unit: f32,
}

impl OutlineBuilder for Tracer {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(x * self.unit, -y * self.unit);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(x * self.unit, -y * self.unit);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let u = self.unit;
        self.path.quad_to(x1 * u, -y1 * u, x * u, -y * u);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let u = self.unit;
        self.path.cubic_to(x1 * u, -y1 * u, x2 * u, -y2 * u, x * u, -y * u);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

fn hex(color: &str) -> rgb::Color {
    let [red, green, blue] = style::channels(color);
    rgb::Color::new(red, green, blue)
}

fn full(color: &'static str) -> Fill {
    Fill { paint: hex(color).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn pen(line: &Line<'_>) -> Stroke {
    let dash = StrokeDash { array: line.dash.iter().map(|length| *length as f32).collect(), offset: 0.0 };
    Stroke {
        paint: hex(line.color).into(),
        width: line.width as f32,
        line_cap: if line.round { LineCap::Round } else { LineCap::Butt },
        line_join: LineJoin::Round,
        dash: Some(dash).filter(|dash| !dash.array.is_empty()),
        ..Stroke::default()
    }
}

fn parsed(d: &str) -> Option<Path> {
    let mut pen = PathBuilder::new();
    crate::outline::steps(d, |step| match step {
        PathEl::MoveTo(p) => pen.move_to(p.x as f32, p.y as f32),
        PathEl::LineTo(p) => pen.line_to(p.x as f32, p.y as f32),
        PathEl::QuadTo(a, p) => pen.quad_to(a.x as f32, a.y as f32, p.x as f32, p.y as f32),
        PathEl::CurveTo(a, b, p) => {
            let [ax, ay, bx, by, x, y] = [a.x, a.y, b.x, b.y, p.x, p.y].map(|value| value as f32);
            pen.cubic_to(ax, ay, bx, by, x, y);
        }
        PathEl::ClosePath => pen.close(),
    });
    pen.finish()
}
