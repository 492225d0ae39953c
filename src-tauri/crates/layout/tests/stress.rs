//! What full stress and the drawing of names keep, whatever the graph.

use layout::{Link, Named, Spot, draw_named, full_stress};

const SHEET: (f64, f64) = (1100.0, 760.0);

/// A ring with chords, a tail, and bodies without a link behind it.
fn links(count: usize) -> Vec<Link> {
    let ring = (0..count).map(|a| Link { a, b: (a + 1) % count });
    ring.chain((0..count).step_by(3).map(|a| Link { a, b: a / 2 })).collect()
}

fn named(count: usize) -> Vec<Named> {
    (0..count)
        .map(|i| Named { radius: 8.0 + (i % 5) as f64, width: 40.0 + (i * 37 % 90) as f64, height: 15.0 })
        .collect()
}

fn stress(at: &[(f64, f64)], wished: impl Fn(usize, usize) -> f64) -> f64 {
    let mut sum = 0.0;
    for i in 0..at.len() {
        for j in i + 1..at.len() {
            let off = libm::hypot(at[i].0 - at[j].0, at[i].1 - at[j].1) / wished(i, j) - 1.0;
            sum += off * off;
        }
    }
    sum / (at.len() * (at.len() - 1) / 2) as f64
}

fn meet(a: [f64; 4], b: [f64; 4]) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn on(node: &Named, spot: &Spot, name: [f64; 4]) -> bool {
    let (x, y) = spot.at;
    libm::hypot(x - x.clamp(name[0], name[2]), y - y.clamp(name[1], name[3])) < node.radius
}

#[test]
fn a_path_is_drawn_nearly_straight_with_steps_of_one() {
    let path: Vec<Link> = (1..30).map(|b| Link { a: b - 1, b }).collect();
    let at = full_stress(30, &path, SHEET, &mut |_| true).expect("nobody cancels");
    let left = stress(&at, |i, j| i.abs_diff(j) as f64);
    assert!(left < 0.002, "stress {left}");
}

#[test]
fn odd_and_even_counts_loops_twice_the_same_link_and_links_to_nowhere_give_numbers() {
    for count in 0..12 {
        let mut given = links(count.max(1));
        given.extend([Link { a: 0, b: 0 }, Link { a: 0, b: 1 }, Link { a: 1, b: 0 }, Link { a: 3, b: 999 }]);
        let at = full_stress(count, &given, SHEET, &mut |_| true).expect("nobody cancels");
        assert_eq!(at.len(), count);
        assert!(at.iter().all(|p| p.0.is_finite() && p.1.is_finite()), "{count}: {at:?}");
    }
}

#[test]
fn bodies_without_links_and_parts_stand_apart() {
    let given = [Link { a: 0, b: 1 }, Link { a: 2, b: 3 }];
    let at = full_stress(7, &given, SHEET, &mut |_| true).expect("nobody cancels");
    for i in 0..7 {
        for j in i + 1..7 {
            assert!(libm::hypot(at[i].0 - at[j].0, at[i].1 - at[j].1) > 0.5, "{i} and {j}: {at:?}");
        }
    }
}

#[test]
fn no_name_lies_on_a_name_or_a_foreign_node() {
    for count in [1, 2, 3, 10, 40] {
        let nodes = named(count);
        let spots = draw_named(&nodes, &links(count), SHEET, &mut |_| true).expect("nobody cancels");
        for i in 0..count {
            for j in (0..count).filter(|&j| j != i) {
                assert!(!meet(spots[i].name, spots[j].name), "{count}: names {i} and {j}");
                assert!(!on(&nodes[j], &spots[j], spots[i].name), "{count}: name {i} on node {j}");
            }
        }
    }
}

#[test]
fn names_without_any_link_and_sizes_that_are_no_numbers_are_drawn_too() {
    let mut nodes = named(9);
    nodes[0] = Named { radius: f64::NAN, width: f64::INFINITY, height: -3.0 };
    let spots = draw_named(&nodes, &[], (0.0, f64::NAN), &mut |_| true).expect("nobody cancels");
    assert!(spots.iter().all(|s| s.at.0.is_finite() && s.name.iter().all(|v| v.is_finite())));
}

#[test]
fn the_same_graph_gives_the_same_bits() {
    let bits = || {
        let spots = draw_named(&named(25), &links(25), SHEET, &mut |_| true).expect("nobody cancels");
        spots.iter().map(|s| (s.at.0.to_bits(), s.at.1.to_bits(), s.name[0].to_bits())).collect::<Vec<_>>()
    };
    assert_eq!(bits(), bits());
}

#[test]
fn progress_never_falls_ends_at_one_and_a_no_stops_the_work() {
    let mut told = Vec::new();
    let all = draw_named(&named(20), &links(20), SHEET, &mut |share| {
        told.push(share);
        true
    });
    assert!(all.is_some());
    assert!(told.windows(2).all(|pair| pair[0] <= pair[1]), "{told:?}");
    assert_eq!(told.last(), Some(&1.0));
    for last in [1, 5, told.len() / 2] {
        let mut count = 0;
        let stopped = draw_named(&named(20), &links(20), SHEET, &mut |_| {
            count += 1;
            count < last
        });
        assert!(stopped.is_none());
        assert_eq!(count, last, "it went on after the no");
    }
}
