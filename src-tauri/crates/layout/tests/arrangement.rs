//! What every arrangement keeps, whatever the graph: properties over seeded random graphs and awkward inputs.

mod made;

use layout::{Area, Body, Seat, Spring, arrange};
use made::{Dice, body, boxes, graph, inside, overlaps, same_bits_on_any_thread, window};

fn apart(a: &Seat, b: &Seat) -> f64 {
    libm::hypot(a.at.0 - b.at.0, a.at.1 - b.at.1)
}

#[test]
fn no_boxes_overlap_from_5_to_130_bodies() {
    for (n, seed) in
        [(5, 1), (5, 2), (12, 3), (20, 4), (33, 5), (45, 6), (60, 7), (60, 8), (90, 9), (130, 10)]
    {
        let (bodies, springs) = graph(n, seed);
        let at = arrange(&bodies, &springs, &window());
        assert_eq!(overlaps(&bodies, &at), 0, "{n} bodies, seed {seed}");
        assert!(at.iter().all(|seat| seat.at.0.is_finite() && seat.at.1.is_finite()));
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
        for b in bodies.iter().zip(&at).flat_map(|(body, seat)| boxes(body, seat)) {
            assert!(
                b[2] <= block.x + 1e-3 || b[3] <= block.y + 1e-3,
                "{n} bodies, seed {seed}: one stands in the corner"
            );
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bits() {
    for n in [7, 40, 100] {
        let (bodies, springs) = graph(n, n as u64);
        let seats = || arrange(&bodies, &springs, &window());
        assert!(same_bits_on_any_thread(seats), "{n} bodies");
    }
}

#[test]
fn fixed_bodies_do_not_move_by_a_bit_and_new_ones_join_near_their_neighbours() {
    let (mut bodies, mut springs) = graph(40, 3);
    let area = window();
    let before = arrange(&bodies, &springs, &area);
    for (body, p) in bodies.iter_mut().zip(&before) {
        body.at = Some(p.at);
    }
    let mut dice = Dice(8);
    bodies.push(body(&mut dice));
    bodies.push(body(&mut dice));
    springs.push(Spring { a: 40, b: 0, length: 70.0, weight: 1.0 });
    springs.push(Spring { a: 41, b: 40, length: 70.0, weight: 1.0 });
    let after = arrange(&bodies, &springs, &area);
    for (p, q) in before.iter().zip(&after) {
        assert_eq!((p.at.0.to_bits(), p.at.1.to_bits()), (q.at.0.to_bits(), q.at.1.to_bits()));
    }
    assert_eq!(overlaps(&bodies, &after), 0);
    let way = apart(&after[40], &after[0]);
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
    assert_eq!(at[0].at, (50.0, 50.0));
    assert_eq!(at[1].at, (50.0, 50.0));
    assert_eq!(at[2].at, (-4000.0, 9000.5));
    assert_eq!(at[3].at, (f64::MAX, 0.25));
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
    let same = body(&mut Dice(1));
    let bodies = vec![same; 24];
    // A star: all ends are alike to the distances.
    let springs: Vec<Spring> = (1..24).map(|b| Spring { a: 0, b, length: 60.0, weight: 1.0 }).collect();
    let at = arrange(&bodies, &springs, &window());
    assert_eq!(overlaps(&bodies, &at), 0);
}

#[test]
fn numbers_that_are_none_do_no_harm() {
    let (mut bodies, mut springs) = graph(9, 6);
    bodies[1].glyph.bottom = f64::NAN;
    bodies[2].glyph.left = f64::INFINITY;
    bodies[3].glyph.top = -5.0;
    bodies[5].names[0].w = f64::NAN;
    bodies[6].names[1].x = f64::INFINITY;
    bodies[7].names.clear();
    bodies[4].at = Some((f64::NAN, 1.0));
    springs.push(Spring { a: 3, b: 3, length: 10.0, weight: 1.0 });
    springs.push(Spring { a: 3, b: 900, length: 10.0, weight: 1.0 });
    springs.push(Spring { a: 0, b: 5, length: f64::NAN, weight: f64::NAN });
    for (width, height) in [(704.0, 540.0), (0.0, 0.0), (f64::NAN, f64::INFINITY), (-3.0, 10.0)] {
        let at = arrange(&bodies, &springs, &Area { width, height, reserved: Vec::new() });
        assert!(at.iter().enumerate().all(|(i, s)| i == 4 || (s.at.0.is_finite() && s.at.1.is_finite())));
    }
}

#[test]
fn what_cannot_fit_exceeds_the_area_evenly() {
    let (bodies, springs) = graph(60, 11);
    let area = Area { width: 300.0, height: 240.0, reserved: Vec::new() };
    let at = arrange(&bodies, &springs, &area);
    assert_eq!(overlaps(&bodies, &at), 0);
    let low = at.iter().fold((f64::MAX, f64::MAX), |m, s| (m.0.min(s.at.0), m.1.min(s.at.1)));
    let high = at.iter().fold((f64::MIN, f64::MIN), |m, s| (m.0.max(s.at.0), m.1.max(s.at.1)));
    let ratio = (high.0 - low.0) / (high.1 - low.1);
    assert!((0.8..2.0).contains(&ratio), "proportions {ratio}");
    assert!(
        (f64::midpoint(low.0, high.0) - 150.0).abs() < 120.0
            && (f64::midpoint(low.1, high.1) - 120.0).abs() < 120.0
    );
}

#[test]
fn parts_without_a_link_between_them_do_not_mix() {
    // Three rings: no body of one stands inside the box around the glyphs of another more than now and then.
    let mut dice = Dice(4);
    let bodies: Vec<Body> = (0..18).map(|_| body(&mut dice)).collect();
    let springs: Vec<Spring> =
        (0..18).map(|i| Spring { a: i, b: i / 6 * 6 + (i + 1) % 6, length: 70.0, weight: 1.0 }).collect();
    let seats = arrange(&bodies, &springs, &window());
    let mut within = 0;
    for ring in 0..3 {
        let own = &seats[ring * 6..ring * 6 + 6];
        let low = own.iter().fold((f64::MAX, f64::MAX), |m, s| (m.0.min(s.at.0), m.1.min(s.at.1)));
        let high = own.iter().fold((f64::MIN, f64::MIN), |m, s| (m.0.max(s.at.0), m.1.max(s.at.1)));
        let others = seats.iter().enumerate().filter(|(i, _)| i / 6 != ring);
        within += others
            .filter(|(_, s)| s.at.0 > low.0 && s.at.0 < high.0 && s.at.1 > low.1 && s.at.1 < high.1)
            .count();
    }
    assert!(within <= 3, "{within} bodies stand in a foreign ring");
}

#[test]
fn a_pin_that_stands_already_is_kept_and_nothing_is_laid_on_it() {
    for seed in 1..12 {
        let (mut bodies, springs) = graph(24, seed);
        let mut dice = Dice(seed + 100);
        let pins: Vec<(usize, (f64, f64))> =
            (0..4).map(|k| (k * 5, (100.0 + 160.0 * k as f64, 80.0 + dice.unit() * 300.0))).collect();
        for (i, at) in &pins {
            bodies[*i].at = Some(*at);
        }
        let seats = arrange(&bodies, &springs, &window());
        for (i, at) in &pins {
            assert_eq!(seats[*i].at, *at, "seed {seed}");
        }
        assert_eq!(overlaps(&bodies, &seats), 0, "seed {seed}");
    }
}

#[test]
fn few_lines_pass_what_is_not_theirs() {
    // A tree can be drawn without any crossing; how near the drawing comes is what the improvement is for.
    let mut dice = Dice(21);
    let bodies: Vec<Body> = (0..30).map(|_| body(&mut dice)).collect();
    let springs: Vec<Spring> =
        (1..30).map(|b| Spring { a: (b - 1) / 3, b, length: 70.0, weight: 1.0 }).collect();
    let seats = arrange(&bodies, &springs, &window());
    let side =
        |p: (f64, f64), q: (f64, f64), r: (f64, f64)| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    let mut crossings = 0;
    for (k, s) in springs.iter().enumerate() {
        for t in &springs[k + 1..] {
            let (p, q, u, v) = (seats[s.a].at, seats[s.b].at, seats[t.a].at, seats[t.b].at);
            let tied = [t.a, t.b].iter().any(|end| *end == s.a || *end == s.b);
            let cross = side(p, q, u) * side(p, q, v) < 0.0 && side(u, v, p) * side(u, v, q) < 0.0;
            crossings += usize::from(!tied && cross);
        }
    }
    assert!(crossings <= 2, "{crossings} crossings in a tree of 30");
}
