//! What every method keeps besides what all drawings keep: layers, rings, circles, rooms, columns of time.

mod made;

use std::collections::VecDeque;

use layout::{Area, Body, Method, Seat, Slot, Spring, arrange_by};
use made::{boxes, graph, inside, overlaps, same_bits_on_any_thread, window};

fn drawn(method: &Method, bodies: &[Body], springs: &[Spring], area: &Area) -> Vec<Seat> {
    arrange_by(method, bodies, springs, area, &mut |_| true).expect("nobody cancels")
}

fn group(n: usize) -> Vec<usize> {
    (0..n).map(|i| [0, 3, 1, 3, 2, 3, 3][i % 7]).collect()
}

fn slots(n: usize) -> Vec<Slot> {
    let slot = |i: usize| match i % 5 {
        0 => Slot::At(i / 5 % 4 * 10),
        1 => Slot::Unknown,
        _ => Slot::Beside,
    };
    (0..n).map(slot).collect()
}

fn all(n: usize) -> Vec<Method> {
    vec![
        Method::Stress,
        Method::Layered,
        Method::Radial { focus: Some(n / 3) },
        Method::Radial { focus: None },
        Method::Circular,
        Method::Grouped { group: group(n) },
        Method::Dated { slot: slots(n) },
    ]
}

/// Steps to a body, for those that have a way to it.
fn hops(n: usize, springs: &[Spring], from: usize) -> Vec<Option<usize>> {
    let mut steps = vec![None; n];
    steps[from] = Some(0);
    let mut queue = VecDeque::from([from]);
    while let Some(i) = queue.pop_front() {
        for s in springs.iter().filter(|s| s.a == i || s.b == i) {
            let j = if s.a == i { s.b } else { s.a };
            if steps[j].is_none() {
                steps[j] = steps[i].map(|k| k + 1);
                queue.push_back(j);
            }
        }
    }
    steps
}

#[test]
fn nothing_lies_on_anything_by_any_method() {
    for (n, seed) in [(1, 1), (2, 1), (5, 2), (14, 3), (33, 4), (60, 5), (110, 6)] {
        let (bodies, springs) = graph(n, seed);
        for method in all(n) {
            let seats = drawn(&method, &bodies, &springs, &window());
            assert_eq!(overlaps(&bodies, &seats), 0, "{n} bodies, {method:?}");
            assert!(seats.iter().all(|seat| seat.at.0.is_finite() && seat.at.1.is_finite()));
        }
    }
}

#[test]
fn a_small_graph_stays_inside_the_area_by_any_method() {
    for n in [3, 8] {
        let (bodies, springs) = graph(n, 9);
        for method in all(n) {
            let seats = drawn(&method, &bodies, &springs, &window());
            assert!(inside(&bodies, &seats, &window()), "{n} bodies, {method:?}");
        }
    }
}

#[test]
fn the_same_bits_on_any_thread_by_any_method() {
    let (bodies, springs) = graph(45, 12);
    for method in all(45) {
        let seats = || drawn(&method, &bodies, &springs, &window());
        assert!(same_bits_on_any_thread(seats), "{method:?}");
    }
}

#[test]
fn a_pin_keeps_its_place_by_any_method_and_nothing_is_laid_on_it() {
    for seed in 1..5 {
        let (mut bodies, springs) = graph(26, seed);
        bodies[4].at = Some((333.25, 120.5));
        bodies[17].at = Some((90.0, 410.125));
        for method in all(26) {
            let seats = drawn(&method, &bodies, &springs, &window());
            assert_eq!(seats[4].at, (333.25, 120.5), "{method:?}");
            assert_eq!(seats[17].at, (90.0, 410.125), "{method:?}");
            assert_eq!(overlaps(&bodies, &seats), 0, "seed {seed}, {method:?}");
        }
    }
}

#[test]
fn rings_are_by_steps_from_the_focus() {
    for (n, seed, focus) in [(20, 1, 0), (45, 2, 7), (80, 3, 30)] {
        let (bodies, springs) = graph(n, seed);
        let seats = drawn(&Method::Radial { focus: Some(focus) }, &bodies, &springs, &window());
        let steps = hops(n, &springs, focus);
        let far =
            |i: usize| libm::hypot(seats[i].at.0 - seats[focus].at.0, seats[i].at.1 - seats[focus].at.1);
        let of_ring = |k: usize| (0..n).filter(|&i| steps[i] == Some(k)).collect::<Vec<_>>();
        let mut last = 0.0;
        let mut rings = 0;
        for ring in (1..).map(of_ring).take_while(|ring| !ring.is_empty()) {
            let radius = far(ring[0]);
            assert!(radius > last + 1.0, "{n} bodies: a ring at {radius} after one at {last}");
            assert!(ring.iter().all(|&i| (far(i) - radius).abs() < 0.5), "{n} bodies: off the ring");
            (last, rings) = (radius, rings + 1);
        }
        assert!(rings > 0, "{n} bodies: the focus stands alone");
    }
}

#[test]
fn a_pinned_focus_has_its_rings_about_it() {
    let (mut bodies, springs) = graph(30, 4);
    bodies[0].at = Some((640.0, 80.0));
    let seats = drawn(&Method::Radial { focus: Some(0) }, &bodies, &springs, &window());
    let steps = hops(30, &springs, 0);
    let far: Vec<f64> = (0..30)
        .filter(|&i| steps[i] == Some(1))
        .map(|i| libm::hypot(seats[i].at.0 - 640.0, seats[i].at.1 - 80.0))
        .collect();
    assert!(far.len() > 1 && far.iter().all(|radius| (radius - far[0]).abs() < 0.5), "{far:?}");
}

#[test]
fn layers_turn_no_more_lines_round_than_the_order_of_the_input() {
    for seed in 1..9 {
        let (bodies, mut springs) = graph(40, seed);
        // Half of them the other way: the input has plenty of lines against its order, and cycles.
        for (k, spring) in springs.iter_mut().enumerate() {
            if (k * 7 + seed as usize).is_multiple_of(2) {
                std::mem::swap(&mut spring.a, &mut spring.b);
            }
        }
        springs.push(Spring { a: 3, b: 9, length: 70.0, weight: 1.0 });
        springs.push(Spring { a: 9, b: 14, length: 70.0, weight: 1.0 });
        springs.push(Spring { a: 14, b: 3, length: 70.0, weight: 1.0 });
        let seats = drawn(&Method::Layered, &bodies, &springs, &window());
        let back = springs.iter().filter(|s| seats[s.a].at.0 > seats[s.b].at.0).count();
        let given = springs.iter().filter(|s| s.a > s.b).count();
        assert!(back <= given, "seed {seed}: {back} lines run against the direction, {given} in the input");
        assert!(springs.iter().all(|s| (seats[s.a].at.0 - seats[s.b].at.0).abs() > 1.0), "seed {seed}");
    }
}

#[test]
fn what_has_no_cycle_runs_from_left_to_right_throughout() {
    let (bodies, springs) = graph(50, 3);
    // Parents have the lower index.
    let seats = drawn(&Method::Layered, &bodies, &springs, &window());
    assert!(springs.iter().all(|s| seats[s.a].at.0 < seats[s.b].at.0));
}

#[test]
fn a_tree_in_layers_has_hardly_a_crossing() {
    let (bodies, _) = graph(40, 1);
    let springs: Vec<Spring> =
        (1..40).map(|b| Spring { a: (b - 1) / 3, b, length: 70.0, weight: 1.0 }).collect();
    let seats = drawn(&Method::Layered, &bodies, &springs, &window());
    let count = crossings(&springs, &seats);
    assert!(count <= 1, "{count} crossings");
}

#[test]
fn a_ring_whose_bodies_come_in_any_order_has_no_crossing_on_the_circle() {
    let (bodies, _) = graph(24, 1);
    let mix = |i: usize| i * 7 % 24;
    let springs: Vec<Spring> =
        (0..24).map(|i| Spring { a: mix(i), b: mix((i + 1) % 24), length: 70.0, weight: 1.0 }).collect();
    let seats = drawn(&Method::Circular, &bodies, &springs, &window());
    assert_eq!(crossings(&springs, &seats), 0);
    let n = 24.0;
    let middle = seats.iter().fold((0.0, 0.0), |m, s| (m.0 + s.at.0 / n, m.1 + s.at.1 / n));
    let far: Vec<f64> = seats.iter().map(|s| libm::hypot(s.at.0 - middle.0, s.at.1 - middle.1)).collect();
    let mean = far.iter().sum::<f64>() / n;
    assert!(far.iter().all(|far| (far / mean - 1.0).abs() < 0.25), "{far:?}");
}

#[test]
fn groups_keep_to_rooms_of_their_own() {
    let (bodies, springs) = graph(42, 6);
    let group = group(42);
    let seats = drawn(&Method::Grouped { group: group.clone() }, &bodies, &springs, &window());
    let room = |g: usize| {
        let own = (0..42).filter(|&i| group[i] == g).map(|i| seats[i].at);
        own.fold([f64::MAX, f64::MAX, f64::MIN, f64::MIN], |b, p| {
            [b[0].min(p.0), b[1].min(p.1), b[2].max(p.0), b[3].max(p.1)]
        })
    };
    for a in 0..4 {
        for b in a + 1..4 {
            let (p, q) = (room(a), room(b));
            let apart = p[2] < q[0] || q[2] < p[0] || p[3] < q[1] || q[3] < p[1];
            assert!(apart, "groups {a} and {b} mix: {p:?} {q:?}");
        }
    }
}

#[test]
fn columns_of_time_are_in_order_and_the_lane_is_below() {
    for seed in 1..5 {
        let (bodies, springs) = graph(50, seed);
        let slot = slots(50);
        let seats = drawn(&Method::Dated { slot: slot.clone() }, &bodies, &springs, &window());
        let dated: Vec<(usize, (f64, f64))> = (0..50)
            .filter_map(|i| if let Slot::At(k) = slot[i] { Some((k, seats[i].at)) } else { None })
            .collect();
        for (k, p) in &dated {
            for (l, q) in &dated {
                assert!(k >= l || p.0 < q.0, "seed {seed}: {k} at {} and {l} at {}", p.0, q.0);
            }
        }
        let lowest = dated.iter().fold(f64::MIN, |low, (_, p)| low.max(p.1));
        let lane = (0..50).filter(|&i| slot[i] == Slot::Unknown).map(|i| seats[i].at.1);
        assert!(lane.fold(f64::MAX, f64::min) > lowest, "seed {seed}: the lane is not below");
    }
}

#[test]
fn nothing_is_drawn_when_the_work_is_called_off() {
    let (bodies, springs) = graph(40, 2);
    for method in all(40) {
        let mut asked = 0;
        let mut last = 0.0;
        let answer = arrange_by(&method, &bodies, &springs, &window(), &mut |share| {
            assert!((last..=1.0).contains(&share), "{method:?}: {share} after {last}");
            last = share;
            asked += 1;
            asked < 4
        });
        assert!(answer.is_none() && asked == 4, "{method:?}");
    }
}

#[test]
fn awkward_graphs_are_drawn_by_any_method() {
    let (bodies, _) = graph(9, 6);
    let spring = |a, b| Spring { a, b, length: f64::NAN, weight: f64::INFINITY };
    let springs = [spring(0, 1), spring(1, 0), spring(0, 1), spring(2, 2), spring(3, 900), spring(4, 5)];
    for method in all(9) {
        for (width, height) in [(704.0, 540.0), (0.0, 0.0), (f64::NAN, f64::INFINITY)] {
            let area = Area { width, height, reserved: Vec::new() };
            let seats = drawn(&method, &bodies, &springs, &area);
            assert!(seats.iter().all(|s| s.at.0.is_finite() && s.at.1.is_finite()), "{method:?}");
            assert_eq!(overlaps(&bodies, &seats), 0, "{method:?}");
        }
        assert!(drawn(&method, &[], &[], &window()).is_empty());
    }
    let short = Method::Grouped { group: vec![1] };
    assert_eq!(overlaps(&bodies, &drawn(&short, &bodies, &springs, &window())), 0);
    let none = Method::Radial { focus: Some(77) };
    assert_eq!(boxes(&bodies[0], &drawn(&none, &bodies, &springs, &window())[0]).len(), 2);
}

fn crossings(springs: &[Spring], seats: &[Seat]) -> usize {
    let side =
        |p: (f64, f64), q: (f64, f64), r: (f64, f64)| (q.0 - p.0) * (r.1 - p.1) - (q.1 - p.1) * (r.0 - p.0);
    let mut count = 0;
    for (k, s) in springs.iter().enumerate() {
        for t in &springs[k + 1..] {
            let (p, q, u, v) = (seats[s.a].at, seats[s.b].at, seats[t.a].at, seats[t.b].at);
            let tied = [t.a, t.b].iter().any(|end| *end == s.a || *end == s.b);
            let cross = side(p, q, u) * side(p, q, v) < 0.0 && side(u, v, p) * side(u, v, q) < 0.0;
            count += usize::from(!tied && cross);
        }
    }
    count
}
