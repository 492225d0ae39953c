//! How much of each pixel a shape covers, as exact areas.
//!
//! Method: each edge adds to the pixels of its rows the area that lies to their right, so that a running sum along a row is
//! the winding there (Levien, font-rs, 2016; the cells are those of FreeType's and AGG's painters). Where it is more than
//! once round it counts as once. Only the columns that an edge has touched are visited, so a long thin line costs what its
//! length costs, whatever box it spans. Plain sums in a fixed order: the same shape is the same cover on every machine.

use tiny_skia::{Path, PathSegment, Point, Transform};

/// Columns and rows of pixels: left and top, and the first beyond on the right and below.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Window {
    pub(crate) left: i32,
    pub(crate) top: i32,
    pub(crate) right: i32,
    pub(crate) bottom: i32,
}

impl Window {
    /// The pixels that a shape touches; none if it has no extent or is beyond any picture.
    pub(crate) fn about(shape: &Path, place: Transform) -> Option<Self> {
        let bounds = shape.bounds().transform(place)?;
        let sides = [bounds.left(), bounds.top(), bounds.right(), bounds.bottom()];
        if !sides.iter().all(|side| side.abs() < 1e6) {
            return None;
        }
        let [left, top, right, bottom] = sides;
        Some(Self {
            left: left.floor() as i32,
            top: top.floor() as i32,
            right: right.ceil() as i32,
            bottom: bottom.ceil() as i32,
        })
    }

    /// What both have in common; none if nothing.
    pub(crate) fn within(self, other: Self) -> Option<Self> {
        let both = Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        };
        (both.left < both.right && both.top < both.bottom).then_some(both)
    }
}

/// A straight edge, from above to below: columns and rows relative to a window, and which way it ran.
#[derive(Clone, Copy)]
struct Edge {
    x0: f32,
    y0: f32,
    x1: f32,
    y1: f32,
    way: f32,
}

/// Room to count in, kept from shape to shape.
#[derive(Default)]
pub(crate) struct Cover {
    edges: Vec<Edge>,
    /// Row by row; all zero between two shapes.
    sums: Vec<f32>,
    /// First and last column that was touched, for each row of a band.
    touched: Vec<(usize, usize)>,
    row: Vec<u8>,
}

/// So many sums at once: a shape that needs more is counted in bands of rows.
const BAND: usize = 1 << 18;
/// Distance in pixels by which a chord may miss its curve.
const CHORD: f32 = 0.04;

impl Cover {
    /// Tells for each row of the window that the shape touches the first column and, from there on, how much of each pixel
    /// is covered, 0 to 255. From above to below.
    pub(crate) fn rows(
        &mut self,
        shape: &Path,
        place: Transform,
        window: Window,
        mut row: impl FnMut(i32, i32, &[u8]),
    ) {
        let wide = (window.right - window.left) as usize;
        self.flatten(shape, place, window);
        // One column on the right takes what is beyond.
        let stride = wide + 2;
        let high = (window.bottom - window.top) as usize;
        let band = (BAND / stride).clamp(1, high.max(1));
        self.sums.resize(self.sums.len().max(stride * band), 0.0);
        for from in (0..high).step_by(band) {
            let rows = band.min(high - from);
            self.touched.clear();
            self.touched.resize(rows, (usize::MAX, 0));
            for at in 0..self.edges.len() {
                self.add(self.edges[at], from, rows, stride);
            }
            for at in 0..rows {
                let (first, last) = self.touched[at];
                if first >= wide {
                    if first < stride {
                        self.sums[at * stride + first..=at * stride + last].fill(0.0);
                    }
                    continue;
                }
                let sums = &mut self.sums[at * stride + first..=at * stride + last];
                let mut winding = 0.0;
                self.row.clear();
                self.row.extend(sums.iter().map(|sum| {
                    winding += sum;
                    (winding.abs().min(1.0) * 255.0 + 0.5) as u8
                }));
                sums.fill(0.0);
                self.row.truncate(wide - first);
                row(window.top + (from + at) as i32, window.left + first as i32, &self.row);
            }
        }
    }

    /// The shape as edges.
    fn flatten(&mut self, shape: &Path, place: Transform, window: Window) {
        self.edges.clear();
        let place = place.post_translate(-window.left as f32, -window.top as f32);
        let wide = (window.right - window.left) as f32;
        let map = |mut point: Point| {
            place.map_point(&mut point);
            point
        };
        let (mut start, mut now) = (Point::zero(), Point::zero());
        for segment in shape.segments() {
            match segment {
                PathSegment::MoveTo(to) => {
                    self.line(now, start, wide);
                    (start, now) = (map(to), map(to));
                }
                PathSegment::LineTo(to) => now = self.line(now, map(to), wide),
                PathSegment::QuadTo(by, to) => {
                    let (by, to) = (map(by), map(to));
                    let far = length(now.x - 2.0 * by.x + to.x, now.y - 2.0 * by.y + to.y) / 4.0;
                    let from = now;
                    let steps = steps(far);
                    for step in 1..=steps {
                        let t = step as f32 / steps as f32;
                        let (a, b, c) = ((1.0 - t) * (1.0 - t), 2.0 * t * (1.0 - t), t * t);
                        let at = Point {
                            x: a * from.x + b * by.x + c * to.x,
                            y: a * from.y + b * by.y + c * to.y,
                        };
                        now = self.line(now, if step == steps { to } else { at }, wide);
                    }
                }
                PathSegment::CubicTo(one, two, to) => {
                    let (one, two, to) = (map(one), map(two), map(to));
                    let far = length(now.x - 2.0 * one.x + two.x, now.y - 2.0 * one.y + two.y)
                        .max(length(one.x - 2.0 * two.x + to.x, one.y - 2.0 * two.y + to.y))
                        * 0.75;
                    let from = now;
                    let steps = steps(far);
                    for step in 1..=steps {
                        let t = step as f32 / steps as f32;
                        let u = 1.0 - t;
                        let parts = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
                        let sum = |a: f32, b: f32, c: f32, d: f32| {
                            parts[0] * a + parts[1] * b + parts[2] * c + parts[3] * d
                        };
                        let at =
                            Point { x: sum(from.x, one.x, two.x, to.x), y: sum(from.y, one.y, two.y, to.y) };
                        now = self.line(now, if step == steps { to } else { at }, wide);
                    }
                }
                PathSegment::Close => now = self.line(now, start, wide),
            }
        }
        self.line(now, start, wide);
    }

    /// Keeps a straight edge, cut where it leaves the columns; what is beside them is moved to their border, where it
    /// covers the same. Answers where it ends.
    fn line(&mut self, from: Point, to: Point, wide: f32) -> Point {
        if from.y == to.y {
            return to;
        }
        let way = if from.y < to.y { 1.0 } else { -1.0 };
        let (a, b) = if from.y < to.y { (from, to) } else { (to, from) };
        let mut last = a;
        let mut put = |to: Point| {
            let (x0, x1) = (last.x.clamp(0.0, wide), to.x.clamp(0.0, wide));
            self.edges.push(Edge { x0, y0: last.y, x1, y1: to.y, way });
            last = to;
        };
        let slope = (b.y - a.y) / (b.x - a.x);
        let borders = if a.x < b.x { [0.0, wide] } else { [wide, 0.0] };
        for border in borders {
            if (a.x < border) != (b.x < border) {
                let y = (a.y + (border - a.x) * slope).clamp(a.y, b.y);
                put(Point { x: border, y });
            }
        }
        put(b);
        to
    }

    /// Adds an edge to the sums of the rows of a band.
    fn add(&mut self, edge: Edge, from: usize, rows: usize, stride: usize) {
        let Edge { x0, y0, x1, y1, way } = edge;
        let (top, bottom) = (y0.max(from as f32), y1.min((from + rows) as f32));
        if top >= bottom {
            return;
        }
        let slope = (x1 - x0) / (y1 - y0);
        let (least, most) = (x0.min(x1), x0.max(x1));
        let mut x = (x0 + (top - y0) * slope).clamp(least, most);
        let mut y = top;
        for at in top as i32 as usize..rows + from {
            if y >= bottom {
                break;
            }
            let end = bottom.min((at + 1) as f32);
            let next = (x + (end - y) * slope).clamp(least, most);
            let high = (end - y) * way;
            let (left, right) = (x.min(next), x.max(next));
            let (first, last) = (left as i32 as usize, above(right));
            let line = (at - from) * stride;
            let touched = &mut self.touched[at - from];
            touched.0 = touched.0.min(first);
            touched.1 = touched.1.max(last.max(first + 1));
            let sums = &mut self.sums[line + first..=line + last.max(first + 1)];
            if last <= first + 1 {
                // Within one column.
                let part = high * ((x + next) * 0.5 - first as f32);
                sums[0] += high - part;
                sums[1] += part;
            } else {
                // Of the height, what passes each column; the area to the right of it, summed up.
                let each = 1.0 / (right - left);
                let (begin, rest) = (left - first as f32, right - (last - 1) as f32);
                let (entry, exit) = (0.5 * each * (1.0 - begin) * (1.0 - begin), 0.5 * each * rest * rest);
                sums[0] += high * entry;
                let columns = last - first;
                if columns == 2 {
                    sums[1] += high * (1.0 - entry - exit);
                } else {
                    let second = each * (1.5 - begin);
                    sums[1] += high * (second - entry);
                    for sum in &mut sums[2..columns - 1] {
                        *sum += high * each;
                    }
                    let before = second + (columns - 3) as f32 * each;
                    sums[columns - 1] += high * (1.0 - before - exit);
                }
                sums[columns] += high * exit;
            }
            (x, y) = (next, end);
        }
    }
}

/// The least whole number that is not less; of what is not negative.
fn above(value: f32) -> usize {
    // On the plainest machines of a kind, rounding is a call.
    let whole = value as i32;
    (whole + i32::from((whole as f32) < value)) as usize
}

/// Chords that follow a curve whose middle is so far from its chord: the distance falls with their square.
fn steps(far: f32) -> usize {
    if far.is_finite() { (far / CHORD).sqrt().ceil().clamp(1.0, 500.0) as usize } else { 1 }
}

fn length(x: f32, y: f32) -> f32 {
    (x * x + y * y).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use tiny_skia::{FillRule, LineCap, LineJoin, Mask, PathBuilder, Stroke, StrokeDash};

    const WIDE: i32 = 90;
    const HIGH: i32 = 70;
    const PAGE: Window = Window { left: 0, top: 0, right: WIDE, bottom: HIGH };

    fn covered(cover: &mut Cover, shape: &Path, place: Transform, window: Window) -> Vec<u8> {
        let mut all = vec![0; (WIDE * HIGH) as usize];
        cover.rows(shape, place, window, |y, x, row| {
            let start = (y * WIDE + x) as usize;
            all[start..start + row.len()].copy_from_slice(row);
        });
        all
    }

    /// Of [`shapes`], those that lie on themselves: round caps wider than the gaps, and a star in one stroke.
    const OVERLAPPING_DASHES: usize = 5;
    const STAR: usize = 8;

    fn shapes() -> Vec<Path> {
        let mut shapes = Vec::new();
        let mut ring = PathBuilder::from_circle(40.0, 33.0, 25.3).unwrap();
        shapes.push(ring.clone());
        ring = ring.stroke(&Stroke { width: 3.7, ..Stroke::default() }, 1.0).unwrap();
        shapes.push(ring);
        let mut curve = PathBuilder::new();
        curve.move_to(5.0, 60.0);
        curve.cubic_to(80.0, 90.0, -20.0, -30.0, 84.0, 8.0);
        let curve = curve.finish().unwrap();
        for (width, line_cap) in [(1.35, LineCap::Butt), (9.0, LineCap::Round), (0.4, LineCap::Square)] {
            let pen = Stroke { width, line_cap, line_join: LineJoin::Round, ..Stroke::default() };
            shapes.push(curve.stroke(&pen, 1.0).unwrap());
            let dash = StrokeDash::new(vec![5.0, 3.0], 0.0).unwrap();
            shapes.push(curve.dash(&dash, 1.0).unwrap().stroke(&pen, 1.0).unwrap());
        }
        let mut star = PathBuilder::new();
        for at in 0..5 {
            let turn = std::f64::consts::TAU * 2.0 * f64::from(at) / 5.0;
            let point = (44.0 + 30.0 * libm::sin(turn) as f32, 35.0 - 30.0 * libm::cos(turn) as f32);
            if at == 0 { star.move_to(point.0, point.1) } else { star.line_to(point.0, point.1) }
        }
        shapes.push(star.finish().unwrap());
        shapes
    }

    /// Shares of pixels by 256 samples each, by the painter of another library.
    fn sampled(shape: &Path, place: Transform) -> Vec<u8> {
        const FINE: usize = 16;
        let wide = WIDE as usize * FINE;
        let mut mask = Mask::new(wide as u32, HIGH as u32 * FINE as u32).unwrap();
        mask.fill_path(shape, FillRule::Winding, false, place.post_scale(FINE as f32, FINE as f32));
        let sample = |x: usize, y: usize, at: usize| {
            u32::from(mask.data()[(y * FINE + at / FINE) * wide + x * FINE + at % FINE] > 0)
        };
        (0..(WIDE * HIGH) as usize)
            .map(|at| (at % WIDE as usize, at / WIDE as usize))
            .map(|(x, y)| ((0..FINE * FINE).map(|at| sample(x, y, at)).sum::<u32>() * 255 / 256) as u8)
            .collect()
    }

    #[test]
    fn a_shape_covers_what_another_painter_says() {
        let mut cover = Cover::default();
        for (at, shape) in shapes().iter().enumerate() {
            for place in [Transform::identity(), Transform::from_rotate_at(31.0, 45.0, 35.0)] {
                let ours = covered(&mut cover, shape, place, PAGE);
                let theirs = sampled(shape, place);
                let apart: Vec<u8> = ours.iter().zip(&theirs).map(|(a, b)| a.abs_diff(*b)).collect();
                // Where two parts of a shape share the edge of a pixel, both are counted; else only the samples differ.
                let overlap = [OVERLAPPING_DASHES, STAR].contains(&at);
                assert!(
                    apart.iter().max() <= Some(&if overlap { 96 } else { 12 }),
                    "shape {at}: {:?}",
                    apart.iter().max()
                );
                assert!(apart.iter().filter(|apart| **apart > 12).count() <= 120, "shape {at}");
            }
        }
    }

    #[test]
    fn a_window_shows_what_the_whole_has_there() {
        let mut cover = Cover::default();
        let window = Window { left: 31, top: 17, right: 52, bottom: 48 };
        for (at, shape) in shapes().iter().enumerate() {
            let whole = covered(&mut cover, shape, Transform::identity(), PAGE);
            let part = covered(&mut cover, shape, Transform::identity(), window);
            for y in 0..HIGH {
                for x in 0..WIDE {
                    let pixel = (y * WIDE + x) as usize;
                    let inside =
                        (window.left..window.right).contains(&x) && (window.top..window.bottom).contains(&y);
                    let wanted = if inside { whole[pixel] } else { 0 };
                    assert!(part[pixel].abs_diff(wanted) <= 1, "shape {at} at {x}, {y}");
                }
            }
            assert!(cover.sums.iter().all(|sum| *sum == 0.0));
        }
    }

    #[test]
    fn half_a_pixel_is_half_covered() {
        let mut square = PathBuilder::new();
        square.move_to(2.5, 3.0);
        for (x, y) in [(4.0, 3.0), (4.0, 5.25), (2.5, 5.25)] {
            square.line_to(x, y);
        }
        square.close();
        let all = covered(&mut Cover::default(), &square.finish().unwrap(), Transform::identity(), PAGE);
        let at = |x: i32, y: i32| all[(y * WIDE + x) as usize];
        assert_eq!([at(1, 3), at(2, 3), at(3, 3), at(4, 3)], [0, 128, 255, 0]);
        assert_eq!([at(2, 5), at(3, 5), at(3, 6)], [32, 64, 0]);
    }

    #[test]
    fn a_shape_without_an_end_is_left_out() {
        let mut far = PathBuilder::new();
        far.move_to(0.0, 0.0);
        far.line_to(3e8, 5.0);
        far.line_to(0.0, 9.0);
        assert_eq!(Window::about(&far.finish().unwrap(), Transform::identity()), None);
    }
}
