//! Scene -> PDF: one page, the lines and marks of the SVG sheet, and its words as text in embedded faces.
//!
//! The words of labels stand on top of all marks, each on its halo; the halo is an outline, so that no word is in the
//! file twice for those who select, search or listen.

use krilla::Document;
use krilla::color::rgb;
use krilla::geom::{PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::tiny_skia::PathSegment;
use resvg::usvg::{self, Node, Options, Paint, Tree};

use crate::figure::Figure;
use crate::measure;
use crate::scene::Scene;
use crate::style;
use crate::svg::{HALO, Word, clean, parted, size};

/// Points in a pixel of CSS.
const POINTS: f64 = 0.75;
/// Readers open no longer page, in points.
const LONGEST: f64 = 14_400.0;

/// The figure as a PDF file of one page with its title, description, source and provenance (as keywords). The same scene and figure
/// are the same bytes. A page is as wide as `centimetres` says, and the sheet at 96 pixels an inch without it.
pub fn pdf(scene: &Scene, figure: &Figure) -> Vec<u8> {
    let (width, height) = size(scene, figure);
    let paper = figure.centimetres.filter(|wide| wide.is_finite() && *wide > 0.0);
    let scale = paper.map_or(POINTS, |wide| wide / 2.54 * 72.0 / width).min(LONGEST / width.max(height));
    let (drawing, words) = parted(scene, figure);
    let tree = Tree::from_str(&drawing, &Options::default()).expect("what this crate writes is well formed");

    let mut document = Document::new();
    document.set_metadata(metadata(figure));
    let settings = PageSettings::from_wh((width * scale) as f32, (height * scale) as f32);
    let mut page = document.start_page_with(settings.expect("a sheet has two sides"));
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(scale as f32, scale as f32));
    group(&mut surface, tree.root());
    let faces = Faces::new();
    let canvas = style::color("canvas", figure.dark);
    for word in &words {
        write(&mut surface, &faces, word, canvas);
    }
    surface.pop();
    surface.finish();
    page.finish();
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

/// One line of words: halo, then text.
fn write(surface: &mut Surface<'_>, faces: &Faces, word: &Word, canvas: &str) {
    let glyphs: Vec<KrillaGlyph> = measure::glyphs(&word.text, word.weight)
        .into_iter()
        .map(|glyph| {
            let (right, up) = glyph.offset;
            let id = GlyphId::new(u32::from(glyph.id));
            KrillaGlyph::new(id, glyph.advance, right, up, 0.0, glyph.text, None)
        })
        .collect();
    if glyphs.is_empty() {
        return;
    }
    let (at, size) = (Point::from_xy(word.x as f32, word.y as f32), word.size as f32);
    let font = faces.of(word.weight);
    if word.halo {
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: hex(canvas).into(),
            width: HALO as f32,
            line_join: LineJoin::Round,
            ..Stroke::default()
        }));
        surface.draw_glyphs(at, &glyphs, font.clone(), &word.text, size, true);
    }
    surface.set_stroke(None);
    surface.set_fill(Some(Fill { paint: hex(word.color).into(), ..Fill::default() }));
    surface.draw_glyphs(at, &glyphs, font, &word.text, size, false);
}

/// `#RRGGBB` of the style table; anything else is black.
fn hex(color: &str) -> rgb::Color {
    let value = u32::from_str_radix(color.trim_start_matches('#'), 16).unwrap_or(0);
    let [_, red, green, blue] = value.to_be_bytes();
    rgb::Color::new(red, green, blue)
}

fn group(surface: &mut Surface<'_>, of: &usvg::Group) {
    let faded = of.opacity().get() < 1.0;
    if faded {
        surface.push_opacity(part(of.opacity().get()));
    }
    for node in of.children() {
        match node {
            Node::Group(inner) => group(surface, inner),
            Node::Path(path) => shape(surface, path),
            // The sheet holds neither pictures nor text elements.
            Node::Image(_) | Node::Text(_) => {}
        }
    }
    if faded {
        surface.pop();
    }
}

fn shape(surface: &mut Surface<'_>, path: &usvg::Path) {
    let mut pen = PathBuilder::new();
    for step in path.data().segments() {
        match step {
            PathSegment::MoveTo(p) => pen.move_to(p.x, p.y),
            PathSegment::LineTo(p) => pen.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => pen.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => pen.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => pen.close(),
        }
    }
    let Some(line) = pen.finish() else { return };
    let ink = |paint: &Paint| match paint {
        Paint::Color(color) => rgb::Color::new(color.red, color.green, color.blue),
        // The sheet holds plain colours only.
        _ => rgb::Color::black(),
    };
    surface.set_fill(path.fill().map(|fill| Fill {
        paint: ink(fill.paint()).into(),
        opacity: part(fill.opacity().get()),
        rule: FillRule::NonZero,
    }));
    surface.set_stroke(path.stroke().map(|stroke| Stroke {
        paint: ink(stroke.paint()).into(),
        width: stroke.width().get(),
        line_cap: if stroke.linecap() == usvg::LineCap::Round { LineCap::Round } else { LineCap::Butt },
        line_join: if stroke.linejoin() == usvg::LineJoin::Round { LineJoin::Round } else { LineJoin::Miter },
        dash:
            stroke.dasharray().map(|array| StrokeDash { array: array.to_vec(), offset: stroke.dashoffset() }),
        opacity: part(stroke.opacity().get()),
        ..Stroke::default()
    }));
    let t = path.abs_transform();
    surface.push_transform(&Transform::from_row(t.sx, t.ky, t.kx, t.sy, t.tx, t.ty));
    if path.fill().is_some() || path.stroke().is_some() {
        surface.draw_path(&line);
    }
    surface.pop();
}

fn part(value: f32) -> NormalizedF32 {
    NormalizedF32::new(value).unwrap_or(NormalizedF32::ONE)
}
