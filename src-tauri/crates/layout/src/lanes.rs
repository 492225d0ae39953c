//! Many boxes or segments against one, sixteen side by side: plain loops over fixed-width lanes that a compiler turns
//! into vector code, summed in a fixed order, so that the bits do not depend on the machine. It chooses no prices.

#![expect(
    clippy::needless_range_loop,
    reason = "one index through several arrays is what becomes vector code"
)]

/// Numbers side by side.
const WIDE: usize = 16;
/// Numbers that are computed side by side.
pub(crate) type Lanes = [f32; WIDE];

/// Half sides of a box that meets nothing, and the place of a segment that meets nothing.
const NOWHERE: f32 = 1e9;

/// A box by its centre and half its sides.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) w: f32,
    pub(crate) h: f32,
}

impl Cell {
    pub(crate) const NONE: Self = Self { x: 0.0, y: 0.0, w: -NOWHERE, h: -NOWHERE };

    /// The same box about another origin.
    pub(crate) fn moved(self, (x, y): (f32, f32)) -> Self {
        Self { x: self.x + x, y: self.y + y, ..self }
    }
}

/// Numbers of a list, `count` of them, the rest of the last lanes filled up with `rest`.
pub(crate) fn lanes(count: usize, rest: f32) -> Vec<Lanes> {
    vec![[rest; WIDE]; count.div_ceil(WIDE)]
}

/// The number at an index of such a list.
pub(crate) fn get(list: &[Lanes], i: usize) -> f32 {
    list[i / WIDE][i % WIDE]
}

/// Writes the number at an index of such a list.
pub(crate) fn set(list: &mut [Lanes], i: usize, value: f32) {
    list[i / WIDE][i % WIDE] = value;
}

/// All together, in a fixed order.
fn sum(lanes: &Lanes) -> f32 {
    let mut four = [0.0f32; 4];
    for chunk in lanes.chunks_exact(4) {
        for l in 0..4 {
            four[l] += chunk[l];
        }
    }
    (four[0] + four[2]) + (four[1] + four[3])
}

/// Without the care for what is no number that `f32::min` takes.
fn least(a: f32, b: f32) -> f32 {
    if a < b { a } else { b }
}

/// Sum of the squares of `|(x, y) - place| * near - 1` over all places whose `near` is above 0.
pub(crate) fn strain(near: &[Lanes], xs: &[Lanes], ys: &[Lanes], (x, y): (f32, f32), scale: f32) -> f32 {
    let mut total = [0.0; WIDE];
    for (near, (xs, ys)) in near.iter().zip(xs.iter().zip(ys)) {
        for l in 0..WIDE {
            let (dx, dy) = (x - xs[l], y - ys[l]);
            let off = (dx * dx + dy * dy).sqrt() * near[l] * scale - 1.0;
            total[l] += if near[l] > 0.0 { off * off } else { 0.0 };
        }
    }
    sum(&total)
}

/// Boxes side by side.
#[derive(Clone, Copy)]
struct CellLanes {
    x: Lanes,
    y: Lanes,
    w: Lanes,
    h: Lanes,
}

/// Boxes.
#[derive(Clone)]
pub(crate) struct Cells(Vec<CellLanes>);

impl Cells {
    /// That many boxes that meet nothing yet.
    pub(crate) fn new(count: usize) -> Self {
        let Cell { x, y, w, h } = Cell::NONE;
        let none = CellLanes { x: [x; WIDE], y: [y; WIDE], w: [w; WIDE], h: [h; WIDE] };
        Self(vec![none; count.div_ceil(WIDE)])
    }

    /// Those of both lists that meet `room`, in their order.
    pub(crate) fn near(room: Cell, lists: [&Self; 2], out: &mut Self) {
        let none = Self::new(1);
        out.0.clear();
        let mut count = 0;
        for it in lists.iter().flat_map(|list| &list.0) {
            let mut way = [0.0; WIDE];
            for l in 0..WIDE {
                let x = it.w[l] + room.w - (it.x[l] - room.x).abs();
                let y = it.h[l] + room.h - (it.y[l] - room.y).abs();
                way[l] = least(x, y);
            }
            for l in (0..WIDE).filter(|&l| way[l] > 0.0) {
                if count % WIDE == 0 {
                    out.0.extend_from_slice(&none.0);
                }
                out.set(count, Cell { x: it.x[l], y: it.y[l], w: it.w[l], h: it.h[l] });
                count += 1;
            }
        }
    }

    pub(crate) fn get(&self, i: usize) -> Cell {
        let (it, l) = (&self.0[i / WIDE], i % WIDE);
        Cell { x: it.x[l], y: it.y[l], w: it.w[l], h: it.h[l] }
    }

    pub(crate) fn set(&mut self, i: usize, cell: Cell) {
        let (it, l) = (&mut self.0[i / WIDE], i % WIDE);
        (it.x[l], it.y[l], it.w[l], it.h[l]) = (cell.x, cell.y, cell.w, cell.h);
    }

    /// Half for every box that `cell` meets, and a tenth for every pixel of the way out of it.
    pub(crate) fn on(&self, cell: Cell) -> f32 {
        let mut total = [0.0; WIDE];
        for it in &self.0 {
            for l in 0..WIDE {
                let x = it.w[l] + cell.w - (it.x[l] - cell.x).abs();
                let y = it.h[l] + cell.h - (it.y[l] - cell.y).abs();
                let way = least(x, y);
                total[l] += if way > 0.0 { 0.5 + 0.1 * way } else { 0.0 };
            }
        }
        sum(&total)
    }

    /// For every box that the segment passes 0.5 to 1, most through its middle.
    pub(crate) fn passed(&self, p: (f32, f32), q: (f32, f32)) -> f32 {
        let mut total = [0.0; WIDE];
        for it in &self.0 {
            for l in 0..WIDE {
                let cell = Cell { x: it.x[l], y: it.y[l], w: it.w[l], h: it.h[l] };
                total[l] += passes(p, q, cell);
            }
        }
        sum(&total)
    }
}

/// Where the segment passes the box (by the axes of both: the box's sides and the segment's normal) 0.5 to 1, most
/// through its middle; else 0.
#[expect(clippy::inline_always, reason = "a call would keep the loops around it from becoming vector code")]
#[inline(always)]
pub(crate) fn passes(p: (f32, f32), q: (f32, f32), cell: Cell) -> f32 {
    let (dx, dy) = (q.0 - p.0, q.1 - p.1);
    let (across, down) = (dx.abs(), dy.abs());
    let (rx, ry) = (cell.x - (p.0 + q.0) * 0.5, cell.y - (p.1 + q.1) * 0.5);
    let x = 0.5 * across + cell.w - rx.abs();
    let y = 0.5 * down + cell.h - ry.abs();
    let room = across * cell.h + down * cell.w;
    let left = room - (dx * ry - dy * rx).abs();
    if least(least(x, y), left) > 0.0 { 0.5 + 0.5 * (left / room) } else { 0.0 }
}

/// Straight lines side by side, by their ends.
#[derive(Clone, Copy)]
struct SegmentLanes {
    ax: Lanes,
    ay: Lanes,
    bx: Lanes,
    by: Lanes,
}

/// Straight lines.
#[derive(Clone)]
pub(crate) struct Segments(Vec<SegmentLanes>);

impl Segments {
    /// That many segments that meet nothing yet.
    pub(crate) fn new(count: usize) -> Self {
        let far = [NOWHERE; WIDE];
        Self(vec![SegmentLanes { ax: far, ay: far, bx: far, by: far }; count.div_ceil(WIDE)])
    }

    pub(crate) fn set(&mut self, k: usize, a: (f32, f32), b: (f32, f32)) {
        let (it, l) = (&mut self.0[k / WIDE], k % WIDE);
        (it.ax[l], it.ay[l], it.bx[l], it.by[l]) = (a.0, a.1, b.0, b.1);
    }

    /// Takes a segment out until it is set again.
    pub(crate) fn lift(&mut self, k: usize) {
        self.set(k, (NOWHERE, NOWHERE), (NOWHERE, NOWHERE));
    }

    /// How many cross the open segment `p q`. A common end is no crossing: its side comes out as exactly 0.
    pub(crate) fn crossing(&self, p: (f32, f32), q: (f32, f32)) -> f32 {
        let (dx, dy) = (q.0 - p.0, q.1 - p.1);
        let mut total = [0.0; WIDE];
        for it in &self.0 {
            for l in 0..WIDE {
                let a = dx * (it.ay[l] - p.1) - dy * (it.ax[l] - p.0);
                let b = dx * (it.by[l] - p.1) - dy * (it.bx[l] - p.0);
                let (ex, ey) = (it.bx[l] - it.ax[l], it.by[l] - it.ay[l]);
                let c = ex * (p.1 - it.ay[l]) - ey * (p.0 - it.ax[l]);
                let d = ex * (q.1 - it.ay[l]) - ey * (q.0 - it.ax[l]);
                let apart = least(-(a * b), -(c * d));
                total[l] += if apart > 0.0 { 1.0 } else { 0.0 };
            }
        }
        sum(&total)
    }

    /// For every segment that passes the box 0.5 to 1, most through its middle.
    pub(crate) fn through(&self, cell: Cell) -> f32 {
        let mut total = [0.0; WIDE];
        for it in &self.0 {
            for l in 0..WIDE {
                total[l] += passes((it.ax[l], it.ay[l]), (it.bx[l], it.by[l]), cell);
            }
        }
        sum(&total)
    }
}
