//! What every arrangement keeps, whatever the graph: properties over seeded random graphs and awkward inputs.

use layout::{Area, Block, Body, Extent, Spring, arrange};

struct Dice(u64);

impl Dice {
    fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }
}

fn body(dice: &mut Dice) -> Body {
    let event = dice.unit() < 0.5;
    let (radius, w, h) = if event {
        (6.5, 50.0 + dice.unit() * 40.0, 14.0)
    } else {
        (11.0 + dice.unit() * 6.0, 40.0 + dice.unit() * 90.0, 16.0)
    };
    let half = f64::max(w / 2.0, radius) + 3.0;
    Body {
        radius,
        extent: Extent { left: half, top: radius + 3.0, right: half, bottom: radius + 5.0 + h },
        at: None,
    }
}

fn graph(n: usize, seed: u64) -> (Vec<Body>, Vec<Spring>) {
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

fn window() -> Area {
    Area { width: 704.0, height: 540.0, reserved: vec![Block { x: 572.0, y: 448.0, w: 132.0, h: 92.0 }] }
}

fn overlaps(bodies: &[Body], at: &[(f64, f64)]) -> usize {
    let mut count = 0;
    for i in 0..at.len() {
        for j in i + 1..at.len() {
            let (a, b, p, q) = (bodies[i].extent, bodies[j].extent, at[i], at[j]);
            let apart = p.0 + a.right <= q.0 - b.left
                || q.0 + b.right <= p.0 - a.left
                || p.1 + a.bottom <= q.1 - b.top
                || q.1 + b.bottom <= p.1 - a.top;
            count += usize::from(!apart);
        }
    }
    count
}

fn inside(bodies: &[Body], at: &[(f64, f64)], area: &Area) -> bool {
    bodies.iter().zip(at).all(|(body, p)| {
        let e = body.extent;
        p.0 - e.left >= -1e-6
            && p.1 - e.top >= -1e-6
            && p.0 + e.right <= area.width + 1e-6
            && p.1 + e.bottom <= area.height + 1e-6
    })
}

#[test]
fn no_boxes_overlap_from_5_to_130_bodies() {
    for (n, seed) in
        [(5, 1), (5, 2), (12, 3), (20, 4), (33, 5), (45, 6), (60, 7), (60, 8), (90, 9), (130, 10)]
    {
        let (bodies, springs) = graph(n, seed);
        let at = arrange(&bodies, &springs, &window());
        assert_eq!(overlaps(&bodies, &at), 0, "{n} bodies, seed {seed}");
        assert!(at.iter().all(|p| p.0.is_finite() && p.1.is_finite()));
    }
}

#[test]
fn what_fits_stays_inside_the_area_and_off_reserved_corners() {
    for (n, seed) in [(3, 1), (10, 2), (25, 3), (40, 4), (50, 5)] {
        let (bodies, springs) = graph(n, seed);
        let area = window();
        let at = arrange(&bodies, &springs, &area);
        assert!(inside(&bodies, &at, &area), "{n} bodies, seed {seed}");
        let block = area.reserved[0];
        for (body, p) in bodies.iter().zip(&at) {
            assert!(
                p.0 + body.extent.right <= block.x + 1e-6 || p.1 + body.extent.bottom <= block.y + 1e-6,
                "{n} bodies, seed {seed}: one stands in the corner"
            );
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bits() {
    for n in [7, 40, 100] {
        let (bodies, springs) = graph(n, n as u64);
        let bits =
            |at: Vec<(f64, f64)>| at.iter().map(|p| (p.0.to_bits(), p.1.to_bits())).collect::<Vec<_>>();
        let area = window();
        assert_eq!(bits(arrange(&bodies, &springs, &area)), bits(arrange(&bodies, &springs, &area)));
    }
}

#[test]
fn fixed_bodies_do_not_move_by_a_bit_and_new_ones_join_near_their_neighbours() {
    let (mut bodies, mut springs) = graph(40, 3);
    let area = window();
    let before = arrange(&bodies, &springs, &area);
    for (body, p) in bodies.iter_mut().zip(&before) {
        body.at = Some(*p);
    }
    let mut dice = Dice(8);
    bodies.push(body(&mut dice));
    bodies.push(body(&mut dice));
    springs.push(Spring { a: 40, b: 0, length: 70.0, weight: 1.0 });
    springs.push(Spring { a: 41, b: 40, length: 70.0, weight: 1.0 });
    let after = arrange(&bodies, &springs, &area);
    for (p, q) in before.iter().zip(&after) {
        assert_eq!((p.0.to_bits(), p.1.to_bits()), (q.0.to_bits(), q.1.to_bits()));
    }
    assert_eq!(overlaps(&bodies, &after), 0);
    let way = libm::hypot(after[40].0 - after[0].0, after[40].1 - after[0].1);
    assert!(way < 350.0, "the new body stands {way} px from its neighbour");
}

#[test]
fn fixed_bodies_on_each_other_and_off_the_area_come_back_as_they_were() {
    let (mut bodies, springs) = graph(12, 5);
    bodies[0].at = Some((50.0, 50.0));
    bodies[1].at = Some((50.0, 50.0));
    bodies[2].at = Some((-4000.0, 9000.5));
    bodies[3].at = Some((f64::MAX, 0.25));
    let at = arrange(&bodies, &springs, &window());
    assert_eq!(at[0], (50.0, 50.0));
    assert_eq!(at[1], (50.0, 50.0));
    assert_eq!(at[2], (-4000.0, 9000.5));
    assert_eq!(at[3], (f64::MAX, 0.25));
    let (mut rest, mut places) = (bodies, at);
    rest.drain(1..4);
    places.drain(1..4);
    assert_eq!(overlaps(&rest, &places), 0);
}

#[test]
fn nothing_one_body_and_bodies_without_springs_are_arranged() {
    let area = window();
    assert!(arrange(&[], &[], &area).is_empty());
    let (bodies, _) = graph(30, 2);
    let one = arrange(&bodies[..1], &[], &area);
    assert!(inside(&bodies[..1], &one, &area));
    let at = arrange(&bodies, &[], &area);
    assert_eq!(overlaps(&bodies, &at), 0);
    assert!(inside(&bodies, &at, &area));
}

#[test]
fn coincident_bodies_come_apart() {
    let same =
        Body { radius: 10.0, extent: Extent { left: 20.0, top: 12.0, right: 20.0, bottom: 30.0 }, at: None };
    let bodies = vec![same; 24];
    // A star: all ends are alike to the distances.
    let springs: Vec<Spring> = (1..24).map(|b| Spring { a: 0, b, length: 60.0, weight: 1.0 }).collect();
    let at = arrange(&bodies, &springs, &window());
    assert_eq!(overlaps(&bodies, &at), 0);
}

#[test]
fn numbers_that_are_none_do_no_harm() {
    let (mut bodies, mut springs) = graph(9, 6);
    bodies[1].radius = f64::NAN;
    bodies[2].extent.left = f64::INFINITY;
    bodies[3].extent.top = -5.0;
    bodies[4].at = Some((f64::NAN, 1.0));
    springs.push(Spring { a: 3, b: 3, length: 10.0, weight: 1.0 });
    springs.push(Spring { a: 3, b: 900, length: 10.0, weight: 1.0 });
    springs.push(Spring { a: 0, b: 5, length: f64::NAN, weight: f64::NAN });
    for (width, height) in [(704.0, 540.0), (0.0, 0.0), (f64::NAN, f64::INFINITY), (-3.0, 10.0)] {
        let at = arrange(&bodies, &springs, &Area { width, height, reserved: Vec::new() });
        assert!(at.iter().enumerate().all(|(i, p)| i == 4 || (p.0.is_finite() && p.1.is_finite())));
    }
}

#[test]
fn what_cannot_fit_exceeds_the_area_evenly() {
    let (bodies, springs) = graph(60, 11);
    let area = Area { width: 300.0, height: 240.0, reserved: Vec::new() };
    let at = arrange(&bodies, &springs, &area);
    assert_eq!(overlaps(&bodies, &at), 0);
    let low = at.iter().fold((f64::MAX, f64::MAX), |m, p| (m.0.min(p.0), m.1.min(p.1)));
    let high = at.iter().fold((f64::MIN, f64::MIN), |m, p| (m.0.max(p.0), m.1.max(p.1)));
    let ratio = (high.0 - low.0) / (high.1 - low.1);
    assert!((0.8..2.0).contains(&ratio), "proportions {ratio}");
    assert!(
        (f64::midpoint(low.0, high.0) - 150.0).abs() < 120.0
            && (f64::midpoint(low.1, high.1) - 120.0).abs() < 120.0
    );
}
