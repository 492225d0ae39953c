//! Sheet -> pixels, by `tiny-skia`. A shape is parsed once; small shapes and glyphs are painted once for each place between
//! pixels, and pressed from then on.

use std::collections::HashMap;

use kurbo::PathEl;
use rustybuzz::ttf_parser::OutlineBuilder;
use tiny_skia::{
    Color, FillRule, IntRect, LineCap, LineJoin, Mask, Paint, Path, PathBuilder, PixmapMut, PixmapPaint,
    Stroke, StrokeDash, Transform,
};

use crate::canvas::Canvas;
use crate::measure::{self, EM};
use crate::sheet::{Block, Group, HALO, Ink, Line, Painter};

/// Places of a glyph between two pixels, on each axis.
const BETWEEN: f32 = 4.0;

/// Pixels being painted.
pub(crate) struct Raster {
    /// The last one is painted on; under it are those it will be laid on.
    layers: Vec<Layer>,
    /// What each open group does to points, and whether it has a layer of its own.
    groups: Vec<(Transform, Option<f32>)>,
    /// By path data; numbered in the order they were met.
    shapes: HashMap<String, (usize, Option<Path>)>,
    /// Painted glyphs and painted shapes.
    stamps: HashMap<Key, Stamp>,
    marks: HashMap<MarkKey, Stamp>,
}

struct Layer {
    picture: Canvas,
    /// Pixel of the picture below that its first pixel lies on.
    at: (i32, i32),
}

/// Face, glyph, size, place between pixels, halo.
type Key = (u16, u16, u32, u8, u8, bool);

/// Number of a shape, scale of its group on both axes, place between pixels, and the line if it is not filled: width, dash
/// and caps.
type MarkKey = (usize, [u32; 2], [u8; 2], Option<(u64, Vec<u64>, bool)>);

/// A shape that is larger than this, in pixels, is painted where it stands.
const LARGEST_MARK: f32 = 160.0;

/// A painted glyph or shape: how much of each pixel it covers, 0 to 255, relative to the pixel of its origin.
struct Stamp {
    left: i32,
    top: i32,
    wide: usize,
    cover: Vec<u8>,
}

impl Raster {
    /// Without a ground; `scale` is pixels per unit of the sheet. None where memory has no room.
    pub(crate) fn new(width: u32, height: u32, scale: (f32, f32)) -> Option<Self> {
        let picture = Canvas::new(width, height)?;
        Some(Self {
            layers: vec![Layer { picture, at: (0, 0) }],
            groups: vec![(Transform::from_scale(scale.0, scale.1), None)],
            shapes: HashMap::new(),
            stamps: HashMap::new(),
            marks: HashMap::new(),
        })
    }

    /// What was painted.
    pub(crate) fn picture(mut self) -> Canvas {
        self.layers.swap_remove(0).picture
    }

    fn now(&self) -> Transform {
        self.groups.last().map_or_else(Transform::identity, |group| group.0)
    }

    /// The picture that is painted on, and what takes points of the open group to its pixels.
    fn top(&mut self) -> (PixmapMut<'_>, Transform) {
        let now = self.now();
        let layer = self.layers.last_mut().expect("the picture itself is never taken away");
        let transform = now.post_translate(-layer.at.0 as f32, -layer.at.1 as f32);
        (layer.picture.pixels_mut(), transform)
    }
}

impl Raster {
    /// Paints a shape, or its line, by a stamp at the nearest place between pixels. The open group turns nothing.
    fn press(&mut self, number: usize, shape: &Path, color: &str, line: Option<&Line<'_>>) {
        let (_, now) = self.top();
        let (x, y) = ((now.tx * BETWEEN).round() / BETWEEN, (now.ty * BETWEEN).round() / BETWEEN);
        if !(x.abs() < 1e6 && y.abs() < 1e6) {
            return;
        }
        let between = |value: f32| ((value - value.floor()) * BETWEEN) as u8;
        let drawn = line.map(|line| {
            (line.width.to_bits(), line.dash.iter().map(|length| length.to_bits()).collect(), line.round)
        });
        let key = (number, [now.sx.to_bits(), now.sy.to_bits()], [between(x), between(y)], drawn);
        let stamp = self.marks.entry(key).or_insert_with(|| {
            let place = Transform::from_row(now.sx, 0.0, 0.0, now.sy, x - x.floor(), y - y.floor());
            let shape = match line.map(pen) {
                None => Some(shape.clone()),
                Some(pen) => match &pen.dash {
                    None => shape.stroke(&pen, now.sx),
                    Some(dash) => shape.dash(dash, now.sx).and_then(|dashed| dashed.stroke(&pen, now.sx)),
                },
            };
            Stamp::covering(shape.and_then(|shape| shape.transform(place)))
        });
        let layer = self.layers.last_mut().expect("the picture itself is never taken away");
        let ink = rgb(color).to_color_u8();
        let at = (x.floor() as i32 + stamp.left, y.floor() as i32 + stamp.top);
        stamp.press(&mut layer.picture, at, [ink.red(), ink.green(), ink.blue()]);
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
            self.shapes.insert(d.to_owned(), (self.shapes.len(), parsed(d)));
        }
        let Some((number, Some(shape))) = self.shapes.get(d) else { return };
        let (number, shape) = (*number, shape.clone());
        let now = self.now();
        let large = shape.bounds().width().max(shape.bounds().height()) * now.sx > LARGEST_MARK;
        if now.kx != 0.0 || now.ky != 0.0 || large {
            let (mut picture, transform) = self.top();
            if let Some(fill) = ink.fill {
                picture.fill_path(&shape, &plain(fill), FillRule::Winding, transform, None);
            }
            if let Some(line) = &ink.line {
                picture.stroke_path(&shape, &plain(line.color), &pen(line), transform, None);
            }
            return;
        }
        if let Some(color) = ink.fill {
            self.press(number, &shape, color, None);
        }
        if let Some(line) = &ink.line {
            self.press(number, &shape, line.color, Some(line));
        }
    }

    fn curve(&mut self, curve: &[f64; 8], line: &Line<'_>) {
        let [x0, y0, x1, y1, x2, y2, x3, y3] = curve.map(|value| value as f32);
        let mut path = PathBuilder::new();
        path.move_to(x0, y0);
        path.cubic_to(x1, y1, x2, y2, x3, y3);
        if let Some(path) = path.finish() {
            let (mut picture, transform) = self.top();
            picture.stroke_path(&path, &plain(line.color), &pen(line), transform, None);
        }
    }

    fn words(&mut self, block: &Block) {
        let (_, now) = self.top();
        let size = block.size as f32 * now.sx;
        let layers = [block.halo.map(|color| (color, true)), Some((block.color, false))];
        for (color, halo) in layers.into_iter().flatten() {
            let ink = rgb(color).to_color_u8();
            for words in &block.lines {
                let start = (words.x as f32 * now.sx + now.tx, words.y as f32 * now.sy + now.ty);
                for glyph in &words.glyphs {
                    let x = start.0 + glyph.x as f32 * size / EM;
                    let y = start.1 - glyph.y as f32 * size / EM;
                    // The nearest place between pixels.
                    let (x, y) = ((x * BETWEEN).round() / BETWEEN, (y * BETWEEN).round() / BETWEEN);
                    if !(x.abs() < 1e6 && y.abs() < 1e6) {
                        continue;
                    }
                    let between = |value: f32| ((value - value.floor()) * BETWEEN) as u8;
                    let key = (block.weight, glyph.id, size.to_bits(), between(x), between(y), halo);
                    let stamp = self.stamps.entry(key).or_insert_with(|| Stamp::of(&key, now.sx));
                    let layer = self.layers.last_mut().expect("the picture itself is never taken away");
                    let at = (x.floor() as i32 + stamp.left, y.floor() as i32 + stamp.top);
                    stamp.press(&mut layer.picture, at, [ink.red(), ink.green(), ink.blue()]);
                }
            }
        }
    }
}

impl Stamp {
    fn of(&(weight, id, size, x, y, halo): &Key, scale: f32) -> Self {
        let mut tracer = Tracer(PathBuilder::new());
        measure::trace(id, weight, &mut tracer);
        let unit = f32::from_bits(size) / EM;
        let place =
            Transform::from_row(unit, 0.0, 0.0, -unit, f32::from(x) / BETWEEN, f32::from(y) / BETWEEN);
        let mut shape = tracer.0.finish().and_then(|path| path.transform(place));
        if halo {
            let pen = Stroke { width: HALO as f32 * scale, line_join: LineJoin::Round, ..Stroke::default() };
            shape = shape.and_then(|path| path.stroke(&pen, 1.0));
        }
        Self::covering(shape)
    }

    /// What a shape covers, in pixels around the origin.
    fn covering(shape: Option<Path>) -> Self {
        let none = Self { left: 0, top: 0, wide: 0, cover: Vec::new() };
        let Some(shape) = shape else { return none };
        let Some(bounds) = shape.bounds().round_out() else { return none };
        let Some(bounds) =
            IntRect::from_ltrb(bounds.left() - 1, bounds.top() - 1, bounds.right() + 1, bounds.bottom() + 1)
        else {
            return none;
        };
        let Some(mut mask) = Mask::new(bounds.width(), bounds.height()) else { return none };
        let shift = Transform::from_translate(-bounds.left() as f32, -bounds.top() as f32);
        mask.fill_path(&shape, FillRule::Winding, true, shift);
        Self { left: bounds.left(), top: bounds.top(), wide: bounds.width() as usize, cover: mask.take() }
    }

    /// Lays the colour on an opaque or transparent picture as far as the glyph covers it.
    fn press(&self, on: &mut Canvas, (left, top): (i32, i32), color: [u8; 3]) {
        let (wide, high) = (on.width() as i32, on.height() as i32);
        // Columns of the stamp that lie within the picture.
        let from = (-left).clamp(0, self.wide as i32) as usize;
        let to = (wide - left).clamp(0, self.wide as i32) as usize;
        if self.wide == 0 || from >= to {
            return;
        }
        let mut ink = [255; EIGHT * 4];
        for pixel in ink.chunks_exact_mut(4) {
            pixel[..3].copy_from_slice(&color.map(u16::from));
        }
        let data = on.bytes_mut();
        for (row, cover) in (top..).zip(self.cover.chunks_exact(self.wide)) {
            if row < 0 || row >= high {
                continue;
            }
            let start = (row as usize * wide as usize + (left + from as i32) as usize) * 4;
            let pixels = &mut data[start..start + (to - from) * 4];
            let mut pixels = pixels.chunks_exact_mut(EIGHT * 4);
            let mut covers = cover[from..to].chunks_exact(EIGHT);
            for (pixels, cover) in (&mut pixels).zip(&mut covers) {
                if cover.iter().any(|part| *part > 0) {
                    blend(pixels, cover, &ink);
                }
            }
            blend(pixels.into_remainder(), covers.remainder(), &ink);
        }
    }
}

/// Pixels that are blended at once: with so many, and no choice between them, the compiler takes the processor's vectors.
const EIGHT: usize = 8;

/// Lays the colour on at most [`EIGHT`] pixels as far as each is covered; `ink` is its four channels for each.
fn blend(pixels: &mut [u8], cover: &[u8], ink: &[u16; EIGHT * 4]) {
    let mut parts = [0_u16; EIGHT * 4];
    for (parts, cover) in parts.chunks_exact_mut(4).zip(cover) {
        parts.fill(u16::from(*cover));
    }
    for ((under, over), part) in pixels.iter_mut().zip(ink).zip(parts) {
        // Rounded division by 255: nothing covered leaves what is there, all covered leaves the colour.
        let sum = over * part + u16::from(*under) * (255 - part) + 128;
        *under = ((sum + (sum >> 8)) >> 8) as u8;
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
    let mut paint = Paint::default();
    paint.set_color(rgb(color));
    paint
}

fn pen(line: &Line<'_>) -> Stroke {
    Stroke {
        width: line.width as f32,
        line_cap: if line.round { LineCap::Round } else { LineCap::Butt },
        line_join: LineJoin::Round,
        dash: StrokeDash::new(line.dash.iter().map(|length| *length as f32).collect(), 0.0),
        ..Stroke::default()
    }
}

/// `#RRGGBB` of the style table.
fn rgb(color: &str) -> Color {
    let [red, green, blue] = crate::style::channels(color);
    Color::from_rgba8(red, green, blue, 255)
}
