//! Graphs that are made up, and what lies on what in their drawings.

#![allow(dead_code, reason = "each test file uses its share")]

use layout::{Area, Block, Body, Extent, Seat, Spring};

/// Seeded numbers.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
}

/// A glyph with its label on one of eight sides.
pub(crate) fn body(dice: &mut Dice) -> Body {
    let event = dice.unit() < 0.5;
    let (r, w, h) = if event {
        (6.5, 50.0 + dice.unit() * 40.0, 14.0)
    } else {
        (11.0 + dice.unit() * 6.0, 40.0 + dice.unit() * 90.0, 16.0)
    };
    let (near, c) = (r + 4.0, r * 0.72 + 2.0);
    let block = |x, y| Block { x, y, w, h };
    let names = vec![
        block(-w / 2.0, near),
        block(near, -h / 2.0),
        block(-near - w, -h / 2.0),
        block(-w / 2.0, -near - h),
        block(c, c),
        block(-c - w, c),
        block(c, -c - h),
        block(-c - w, -c - h),
    ];
    let reach = r + 3.0;
    Body { glyph: Extent { left: reach, top: reach, right: reach, bottom: reach }, names, at: None }
}

pub(crate) fn graph(n: usize, seed: u64) -> (Vec<Body>, Vec<Spring>) {
    let mut dice = Dice(seed);
    let bodies: Vec<Body> = (0..n).map(|_| body(&mut dice)).collect();
    let mut springs = Vec::new();
    for b in 1..n {
        for _ in 0..=usize::from(dice.unit() < 0.3) {
            // Some bodies stay alone.
            if dice.unit() < 0.85 {
                let a = (dice.unit() * dice.unit() * b as f64) as usize;
                springs.push(Spring { a, b, length: 60.0 + dice.unit() * 40.0, weight: 1.0 });
            }
        }
    }
    (bodies, springs)
}

pub(crate) fn window() -> Area {
    Area { width: 704.0, height: 540.0, reserved: vec![Block { x: 572.0, y: 448.0, w: 132.0, h: 92.0 }] }
}

/// Left, top, right and bottom of glyph and label.
pub(crate) fn boxes(body: &Body, seat: &Seat) -> Vec<[f64; 4]> {
    let ((x, y), g) = (seat.at, body.glyph);
    let mut boxes = vec![[x - g.left, y - g.top, x + g.right, y + g.bottom]];
    if let Some(name) = body.names.get(seat.side) {
        boxes.push([x + name.x, y + name.y, x + name.x + name.w, y + name.y + name.h]);
    }
    boxes
}

/// Pairs of bodies of which a box lies on a box of the other.
pub(crate) fn overlaps(bodies: &[Body], seats: &[Seat]) -> usize {
    let all: Vec<Vec<[f64; 4]>> = bodies.iter().zip(seats).map(|(body, seat)| boxes(body, seat)).collect();
    let meet = |a: &[f64; 4], b: &[f64; 4]| a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
    let pairs = all.iter().enumerate().flat_map(|(i, a)| all[i + 1..].iter().map(move |b| (a, b)));
    pairs.filter(|(a, b)| a.iter().any(|p| b.iter().any(|q| meet(p, q)))).count()
}

pub(crate) fn inside(bodies: &[Body], seats: &[Seat], area: &Area) -> bool {
    let all = bodies.iter().zip(seats).flat_map(|(body, seat)| boxes(body, seat));
    all.into_iter()
        .all(|b| b[0] >= -1e-3 && b[1] >= -1e-3 && b[2] <= area.width + 1e-3 && b[3] <= area.height + 1e-3)
}

/// Whether a drawing is the same here, on another thread, and on several at once.
pub(crate) fn same_bits_on_any_thread(drawn: impl Fn() -> Vec<Seat> + Sync) -> bool {
    let bits = || {
        let bits = |seat: Seat| (seat.at.0.to_bits(), seat.at.1.to_bits(), seat.side);
        drawn().into_iter().map(bits).collect::<Vec<_>>()
    };
    let here = bits();
    std::thread::scope(|scope| {
        let all: Vec<_> = (0..3).map(|_| scope.spawn(bits)).collect();
        all.into_iter().all(|one| one.join().expect("no panic") == here)
    })
}
