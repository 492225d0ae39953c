//! Sheet -> pixels. A shape is parsed once; small shapes and glyphs are covered once for each place between pixels, and
//! pressed from then on. Lines are widened and layers laid on one another by `tiny-skia`.

use std::collections::HashMap;
use std::rc::Rc;

use kurbo::PathEl;
use rustybuzz::ttf_parser::OutlineBuilder;
use tiny_skia::{
    FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, PixmapPaint, Stroke, StrokeDash, Transform,
};

use crate::canvas::Canvas;
use crate::cover::Cover;
use crate::measure::{self, EM};
use crate::sheet::{Block, Group, HALO, Ink, Line, Painter};
use crate::stamp::{Stamp, lay};
use crate::style;

/// Places of a glyph between two pixels, on each axis.
const BETWEEN: i32 = 4;

/// Pixels being painted.
pub(crate) struct Raster {
    /// The last one is painted on; under it are those it will be laid on.
    layers: Vec<Layer>,
    /// What each open group does to points, and whether it has a layer of its own.
    groups: Vec<(Transform, Option<f32>)>,
    /// By path data; numbered in the order they were met.
    shapes: HashMap<String, (usize, Option<Rc<Path>>)>,
    /// Glyphs, and the lines around them, in pixels.
    letters: HashMap<Letter, Option<Path>>,
    /// Of letters, by their place between pixels, and of shapes.
    stamps: HashMap<(Letter, [u8; 2]), Stamp>,
    marks: HashMap<MarkKey, Stamp>,
    cover: Cover,
}

struct Layer {
    picture: Canvas,
    /// Pixel of the picture below that its first pixel lies on.
    at: (i32, i32),
}

/// Face, glyph, size, halo.
type Letter = (u16, u16, u32, bool);

/// Number of a shape, scale of its group on both axes, place between pixels, and the line if it is not filled: width, dash
/// and caps.
type MarkKey = (usize, [u32; 2], [u8; 2], Option<(u64, Vec<u64>, bool)>);

/// A shape that is larger than this, in pixels, is painted where it stands.
const LARGEST_MARK: f32 = 160.0;

impl Raster {
    /// Without a ground; `scale` is pixels per unit of the sheet. None where memory has no room.
    pub(crate) fn new(width: u32, height: u32, scale: (f32, f32)) -> Option<Self> {
        let picture = Canvas::new(width, height)?;
        Some(Self {
            layers: vec![Layer { picture, at: (0, 0) }],
            groups: vec![(Transform::from_scale(scale.0, scale.1), None)],
            shapes: HashMap::new(),
            letters: HashMap::new(),
            stamps: HashMap::new(),
            marks: HashMap::new(),
            cover: Cover::default(),
        })
    }

    /// What was painted.
    pub(crate) fn picture(mut self) -> Canvas {
        self.layers.swap_remove(0).picture
    }

    fn now(&self) -> Transform {
        self.groups.last().map_or_else(Transform::identity, |group| group.0)
    }

    /// What takes points of the open group to pixels of the picture that is painted on.
    fn place(&self) -> Transform {
        let layer = self.layers.last().expect("the picture itself is never taken away");
        self.now().post_translate(-layer.at.0 as f32, -layer.at.1 as f32)
    }

    /// The picture that is painted on.
    fn top(&mut self) -> &mut Canvas {
        &mut self.layers.last_mut().expect("the picture itself is never taken away").picture
    }

    /// Paints a shape where it stands.
    fn lay(&mut self, shape: &Path, color: &str) {
        let place = self.place();
        let layer = self.layers.last_mut().expect("the picture itself is never taken away");
        lay(&mut layer.picture, &mut self.cover, shape, place, style::channels(color));
    }

    /// Paints the line of a shape where it stands.
    fn line(&mut self, shape: &Path, line: &Line<'_>) {
        let now = self.place();
        let scale = (now.sx * now.sx + now.ky * now.ky).sqrt();
        if let Some(shape) = widened(shape, line, scale) {
            self.lay(&shape, line.color);
        }
    }

    /// Paints a shape, or its line, by a stamp at the nearest place between pixels. The open group turns nothing.
    fn press(&mut self, number: usize, shape: &Path, color: &str, line: Option<&Line<'_>>) {
        let now = self.place();
        let Some((at, [x, y])) = between((now.tx, now.ty)) else { return };
        let drawn = line.map(|line| {
            (line.width.to_bits(), line.dash.iter().map(|length| length.to_bits()).collect(), line.round)
        });
        let key = (number, [now.sx.to_bits(), now.sy.to_bits()], [x, y], drawn);
        let stamp = self.marks.entry(key).or_insert_with(|| {
            let place = Transform::from_row(now.sx, 0.0, 0.0, now.sy, part(x), part(y));
            match line {
                None => Stamp::covering(&mut self.cover, Some(shape), place),
                Some(line) => Stamp::covering(&mut self.cover, widened(shape, line, now.sx).as_ref(), place),
            }
        });
        let layer = self.layers.last_mut().expect("the picture itself is never taken away");
        stamp.press(&mut layer.picture, at, style::channels(color));
    }
}

impl Painter for Raster {
    fn begin(&mut self, group: &Group<'_>) {
        let mut now = self.now().pre_translate(group.at.0 as f32, group.at.1 as f32);
        if group.turn != 0.0 {
            now = now.pre_concat(Transform::from_rotate(group.turn as f32));
        }
        let mut fade = None;
        if group.opacity < 1.0 {
            let box_ = group.reach;
            let corner = |x: f64, y: f64| {
                let mut point = tiny_skia::Point::from_xy(x as f32, y as f32);
                now.map_point(&mut point);
                point
            };
            let (a, b) = (corner(box_.x, box_.y), corner(box_.x + box_.w, box_.y + box_.h));
            let below = self.layers.last().expect("the picture itself is never taken away");
            let (w, h) = (below.picture.width() as f32, below.picture.height() as f32);
            // What lies outside the picture needs no layer.
            let within = |value: f32, at: i32, most: f32| value.clamp(at as f32, at as f32 + most);
            let (left, top) = (within(a.x.floor(), below.at.0, w), within(a.y.floor(), below.at.1, h));
            let (right, bottom) = (within(b.x.ceil(), below.at.0, w), within(b.y.ceil(), below.at.1, h));
            if let Some(picture) = Canvas::new((right - left) as u32, (bottom - top) as u32) {
                self.layers.push(Layer { picture, at: (left as i32, top as i32) });
                fade = Some(group.opacity.max(0.0) as f32);
            }
        }
        self.groups.push((now, fade));
    }

    fn end(&mut self) {
        if let Some((_, Some(opacity))) = self.groups.pop()
            && let Some(layer) = self.layers.pop()
            && let Some(below) = self.layers.last_mut()
        {
            let (x, y) = (layer.at.0 - below.at.0, layer.at.1 - below.at.1);
            let paint = PixmapPaint { opacity, ..PixmapPaint::default() };
            let (mut below, above) = (below.picture.pixels_mut(), layer.picture.pixels());
            below.draw_pixmap(x, y, above, &paint, Transform::identity(), None);
        }
    }

    fn path(&mut self, d: &str, ink: &Ink<'_>) {
        if !self.shapes.contains_key(d) {
            self.shapes.insert(d.to_owned(), (self.shapes.len(), parsed(d).map(Rc::new)));
        }
        let Some((number, Some(shape))) = self.shapes.get(d) else { return };
        let (number, shape) = (*number, Rc::clone(shape));
        let now = self.place();
        let turned = now.kx != 0.0 || now.ky != 0.0;
        let large = shape.bounds().width().max(shape.bounds().height()) * now.sx > LARGEST_MARK;
        if let Some(color) = ink.fill {
            if turned {
                self.lay(&shape, color);
            } else if large {
                // The painter of the library knows the pixels that are covered whole from those at the edge.
                let mut picture = self.top().pixels_mut();
                picture.fill_path(&shape, &plain(color), FillRule::Winding, now, None);
            } else {
                self.press(number, &shape, color, None);
            }
        }
        if let Some(line) = &ink.line {
            if turned || large {
                self.line(&shape, line);
            } else {
                self.press(number, &shape, line.color, Some(line));
            }
        }
    }

    fn curve(&mut self, curve: &[f64; 8], line: &Line<'_>) {
        let [x0, y0, x1, y1, x2, y2, x3, y3] = curve.map(|value| value as f32);
        let mut path = PathBuilder::new();
        path.move_to(x0, y0);
        path.cubic_to(x1, y1, x2, y2, x3, y3);
        if let Some(path) = path.finish() {
            self.line(&path, line);
        }
    }

    fn words(&mut self, block: &Block) {
        let now = self.place();
        let size = block.size as f32 * now.sx;
        let layers = [block.halo.map(|color| (color, true)), Some((block.color, false))];
        for (color, halo) in layers.into_iter().flatten() {
            let color = style::channels(color);
            for words in &block.lines {
                let start = (words.x as f32 * now.sx + now.tx, words.y as f32 * now.sy + now.ty);
                for glyph in &words.glyphs {
                    let x = start.0 + glyph.x as f32 * size / EM;
                    let y = start.1 - glyph.y as f32 * size / EM;
                    let Some((at, [x, y])) = between((x, y)) else { continue };
                    let letter = (block.weight, glyph.id, size.to_bits(), halo);
                    let stamp = self.stamps.entry((letter, [x, y])).or_insert_with(|| {
                        let shape =
                            self.letters.entry(letter).or_insert_with(|| outlined(&letter, now.sx)).as_ref();
                        let place = Transform::from_translate(part(x), part(y));
                        Stamp::covering(&mut self.cover, shape, place)
                    });
                    let layer = self.layers.last_mut().expect("the picture itself is never taken away");
                    stamp.press(&mut layer.picture, at, color);
                }
            }
        }
    }
}

/// The pixel that a place lies in, once it is moved to the nearest place between pixels, and which of those that is on each
/// axis. None far beyond any picture.
fn between((x, y): (f32, f32)) -> Option<((i32, i32), [u8; 2])> {
    if !(x.abs() < 1e6 && y.abs() < 1e6) {
        return None;
    }
    // Rounded by hand: on the plainest machines of a kind, rounding is a call.
    let step = |value: f32| {
        let place = value * BETWEEN as f32 + 0.5;
        let whole = place as i32;
        whole - i32::from(place < whole as f32)
    };
    let (x, y) = (step(x), step(y));
    let part = |step: i32| step.rem_euclid(BETWEEN) as u8;
    Some(((x.div_euclid(BETWEEN), y.div_euclid(BETWEEN)), [part(x), part(y)]))
}

/// How far a place between pixels is from the pixel's corner.
fn part(step: u8) -> f32 {
    f32::from(step) / BETWEEN as f32
}

/// A glyph, or the line around it, in pixels.
fn outlined(&(weight, id, size, halo): &Letter, scale: f32) -> Option<Path> {
    let mut tracer = Tracer(PathBuilder::new());
    measure::trace(id, weight, &mut tracer);
    let unit = f32::from_bits(size) / EM;
    let shape = tracer.0.finish()?.transform(Transform::from_scale(unit, -unit))?;
    if !halo {
        return Some(shape);
    }
    shape.stroke(&Stroke { width: HALO as f32 * scale, line_join: LineJoin::Round, ..Stroke::default() }, 1.0)
}

/// The line of a shape as a shape; `scale` is pixels per unit.
fn widened(shape: &Path, line: &Line<'_>, scale: f32) -> Option<Path> {
    let pen = Stroke {
        width: line.width as f32,
        line_cap: if line.round { LineCap::Round } else { LineCap::Butt },
        line_join: LineJoin::Round,
        ..Stroke::default()
    };
    match StrokeDash::new(line.dash.iter().map(|length| *length as f32).collect(), 0.0) {
        None => shape.stroke(&pen, scale),
        Some(dash) => shape.dash(&dash, scale)?.stroke(&pen, scale),
    }
}

/// Takes an outline as a path, in font units.
struct Tracer(PathBuilder);

impl OutlineBuilder for Tracer {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.0.close();
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

fn plain(color: &str) -> Paint<'static> {
    let [red, green, blue] = style::channels(color);
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}
