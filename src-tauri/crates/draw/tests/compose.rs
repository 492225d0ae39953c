//! What holds of every figure, whatever is drawn.

use draw::scene::{EdgePart, NodeGlyph, Rect};
use draw::{Arrangement, Scene, Sketch, SketchCountry, SketchLink, SketchNode, What, compose};
use model::{EntityKind, Language, Modality, Plover};

/// Knuth's MMIX generator: the same sketches on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }
}

const NAMES: [&str; 9] = [
    "Rusia",
    "Volodymyr Zelenskyy",
    "Kementerian Koordinator Bidang Kemaritiman",
    "NATO",
    "pihak berwenang setempat",
    "Kyiv",
    "Pasal 5",
    "Donald Trump",
    "seorang perempuan berusia 47 tahun",
];
const VERBS: [&str; 5] =
    ["bertemu", "menandatangani perjanjian", "menuduh", "serangan drone", "gencatan senjata"];

/// A news-like graph: about as many events as actors, each tied to one to three of them.
fn sketch(size: usize, seed: u64) -> Sketch {
    let mut dice = Dice(seed);
    let actors = (size / 2).max(1);
    let node = |id: String, what, label: &str| SketchNode {
        id,
        what,
        label: label.to_owned(),
        letters: None,
        country: None,
        when: None,
        uncertain: false,
        at: None,
        pinned: false,
    };
    let mut nodes: Vec<SketchNode> = (0..actors)
        .map(|at| {
            let kind = EntityKind::ALL[dice.below(EntityKind::ALL.len())];
            node(format!("e{at}"), What::Entity(kind), NAMES[dice.below(NAMES.len())])
        })
        .collect();
    let mut links = Vec::new();
    let modalities = [
        Modality::Actual,
        Modality::Actual,
        Modality::Planned,
        Modality::Hypothetical,
        Modality::CalledFor,
        Modality::Negated,
    ];
    for at in 0..size - actors {
        let plover = Plover::ALL[dice.below(Plover::ALL.len())];
        let (modality, alleged) = (modalities[dice.below(modalities.len())], dice.below(4) == 0);
        let id = format!("v{at}");
        nodes.push(node(
            id.clone(),
            What::Event { plover, modality, alleged },
            VERBS[dice.below(VERBS.len())],
        ));
        for (turn, part) in [EdgePart::Source, EdgePart::Target, EdgePart::Place].into_iter().enumerate() {
            if turn > 0 && dice.below(3) == 0 {
                continue;
            }
            // A few hubs take half of the lines.
            let actor = if dice.below(2) == 0 { dice.below(actors.min(5)) } else { dice.below(actors) };
            let actor = format!("e{actor}");
            let (from, to) = if part == EdgePart::Source { (actor, id.clone()) } else { (id.clone(), actor) };
            links.push(SketchLink {
                id: format!("l{}", links.len()),
                claim: id.clone(),
                from,
                to,
                part,
                plover: Some(plover),
                modality,
                alleged,
                uncertain: false,
                mutual: false,
                headless: false,
                knowledge: false,
                label: None,
            });
        }
    }
    let (language, canvas) = (Language::Indonesian, (704.0, 560.0));
    Sketch { language, canvas, arrangement: Arrangement::Stress, nodes, links }
}

fn label_box(node: &NodeGlyph) -> Rect {
    let b = node.label.bounds;
    Rect { x: node.x + b.x, y: node.y + b.y, w: b.w, h: b.h }
}

fn meet(a: Rect, b: Rect) -> bool {
    a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}

fn share_shown(scene: &Scene) -> f64 {
    scene.nodes.iter().filter(|node| node.label.shown).count() as f64 / scene.nodes.len() as f64
}

#[test]
fn no_shown_label_meets_a_label_or_a_node() {
    for (size, seed) in [(5, 1), (12, 2), (24, 3), (40, 4), (58, 5), (58, 6), (90, 7), (130, 8)] {
        let scene = compose(&sketch(size, seed));
        let shown: Vec<&NodeGlyph> = scene.nodes.iter().filter(|node| node.label.shown).collect();
        for (at, a) in shown.iter().enumerate() {
            for b in &shown[at + 1..] {
                assert!(!meet(label_box(a), label_box(b)), "{size}/{seed}: labels of {} and {}", a.id, b.id);
            }
            for b in scene.nodes.iter().filter(|b| b.id != a.id) {
                let r = b.r * 0.9;
                let glyph = Rect { x: b.x - r, y: b.y - r, w: r * 2.0, h: r * 2.0 };
                assert!(!meet(label_box(a), glyph), "{size}/{seed}: label of {} on {}", a.id, b.id);
            }
        }
    }
}

#[test]
fn no_name_lies_under_the_buttons_of_the_pane() {
    for (left, up) in [70.0, 80.0, 95.0].into_iter().flat_map(|left| [30.0, 50.0, 90.0].map(|up| (left, up)))
    {
        let mut sketch = sketch(2, 1);
        let (w, h) = sketch.canvas;
        let (beside, far) = ((w - left, h - up), (120.0, 120.0));
        for (node, at) in sketch.nodes.iter_mut().zip([beside, far]) {
            node.at = Some(at);
        }
        let scene = compose(&sketch);
        let buttons = Rect { x: w - 48.0, y: h - 88.0, w: 36.0, h: 76.0 };
        let near = scene.nodes.iter().find(|node| (node.x, node.y) == beside).unwrap();
        assert!(near.label.shown && !meet(label_box(near), buttons), "{left} {up}: {:?}", label_box(near));
    }
}

#[test]
fn most_labels_are_shown_at_fit() {
    for (size, seed, least) in [(12, 2, 0.95), (40, 4, 0.85), (58, 5, 0.85), (58, 6, 0.85), (130, 8, 0.60)] {
        let share = share_shown(&compose(&sketch(size, seed)));
        assert!(share >= least, "{size}/{seed}: {share:.2} of the labels");
    }
}

#[test]
fn no_two_glyphs_overlap() {
    for (size, seed) in [(12, 2), (40, 4), (58, 5), (130, 8)] {
        let scene = compose(&sketch(size, seed));
        for (at, a) in scene.nodes.iter().enumerate() {
            for b in &scene.nodes[at + 1..] {
                let apart = ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt();
                assert!(
                    apart > (a.r + b.r) * 0.85,
                    "{size}/{seed}: {} and {} are {apart:.1} apart",
                    a.id,
                    b.id
                );
            }
        }
    }
}

#[test]
fn a_node_that_has_a_place_keeps_it_to_the_bit() {
    let mut sketch = sketch(30, 9);
    let first = compose(&sketch);
    for node in &mut sketch.nodes[..20] {
        let glyph = first.nodes.iter().find(|glyph| glyph.id == node.id).unwrap();
        node.at = Some((glyph.x, glyph.y));
    }
    let second = compose(&sketch);
    for node in &sketch.nodes[..20] {
        let glyph = second.nodes.iter().find(|glyph| glyph.id == node.id).unwrap();
        assert_eq!(node.at, Some((glyph.x, glyph.y)));
    }
    assert!(second.nodes.iter().all(|node| node.x.is_finite() && node.y.is_finite()));
}

/// The sketch with every node where the scene has it.
fn placed(mut sketch: Sketch, scene: &Scene) -> Sketch {
    for node in &mut sketch.nodes {
        node.at = scene.nodes.iter().find(|glyph| glyph.id == node.id).map(|glyph| (glyph.x, glyph.y));
    }
    sketch
}

#[test]
fn a_figure_composed_again_from_its_places_is_the_same_figure() {
    for (size, seed) in [(12, 2), (40, 4), (58, 5), (90, 7)] {
        let first = compose(&sketch(size, seed));
        assert!(first == compose(&placed(sketch(size, seed), &first)), "{size}/{seed}");
    }
}

#[test]
fn new_nodes_find_their_place_among_placed_ones_and_lie_on_nothing() {
    for (size, seed) in [(12, 2), (40, 4), (58, 5)] {
        let mut before = sketch(size, seed);
        let whole = before.clone();
        // Two events and an actor come later.
        let late = ["v0", "v3", "e5"];
        before.nodes.retain(|node| !late.contains(&node.id.as_str()));
        before.links.retain(|link| !late.contains(&link.from.as_str()) && !late.contains(&link.to.as_str()));
        let first = compose(&before);
        let second = compose(&placed(whole, &first));
        let glyph = |scene: &Scene, id: &str| scene.nodes.iter().find(|glyph| glyph.id == id).cloned();
        for node in &before.nodes {
            let (a, b) = (glyph(&first, &node.id).unwrap(), glyph(&second, &node.id).unwrap());
            assert_eq!((a.x.to_bits(), a.y.to_bits()), (b.x.to_bits(), b.y.to_bits()), "{}", node.id);
        }
        for id in late {
            let new = glyph(&second, id).unwrap();
            for other in second.nodes.iter().filter(|other| other.id != id) {
                let way = (new.x - other.x).hypot(new.y - other.y);
                assert!(way > new.r + other.r, "{size}/{seed}: {id} lies on {}", other.id);
                assert!(!meet(label_box(&new), label_box(other)), "{size}/{seed}: label of {id}");
            }
        }
    }
}

/// The curve as points.
fn along(curve: &[f64; 8]) -> Vec<(f64, f64)> {
    let value = |t: f64, axis: usize| {
        let u = 1.0 - t;
        let share = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
        (0..4).map(|k| share[k] * curve[k * 2 + axis]).sum::<f64>()
    };
    (0..=24).map(|step| f64::from(step) / 24.0).map(|t| (value(t, 0), value(t, 1))).collect()
}

#[test]
fn lines_of_one_pair_stand_apart_whichever_way_they_lead() {
    let mut sketch = sketch(6, 3);
    let model = sketch.links[0].clone();
    sketch.links.clear();
    for (k, (from, to)) in [("e0", "e1"), ("e1", "e0"), ("e0", "e1"), ("e1", "e0")].into_iter().enumerate() {
        sketch.links.push(SketchLink {
            id: format!("l{k}"),
            from: from.into(),
            to: to.into(),
            part: EdgePart::Relation,
            ..model.clone()
        });
    }
    let scene = compose(&sketch);
    let middles: Vec<(f64, f64)> = scene.edges.iter().map(|edge| along(&edge.curve)[12]).collect();
    assert_eq!(middles.len(), 4);
    for (i, p) in middles.iter().enumerate() {
        for q in &middles[i + 1..] {
            let way = (p.0 - q.0).hypot(p.1 - q.1);
            assert!(way > 7.0, "two lines are {way} px apart: {middles:?}");
        }
    }
}

#[test]
fn a_line_bends_away_from_a_node_and_a_label_that_stand_in_its_way() {
    // Two actors with a third between them, all placed: only the line can give way.
    let mut sketch = sketch(6, 3);
    let link = SketchLink {
        from: "e0".into(),
        to: "e1".into(),
        part: EdgePart::Relation,
        ..sketch.links[0].clone()
    };
    sketch.links = vec![link];
    sketch.nodes.retain(|node| ["e0", "e1", "e2"].contains(&node.id.as_str()));
    for (node, at) in sketch.nodes.iter_mut().zip([(120.0, 300.0), (560.0, 300.0), (340.0, 296.0)]) {
        node.at = Some(at);
    }
    let scene = compose(&sketch);
    let between = scene.nodes.iter().find(|node| node.id == "e2").unwrap();
    let b = label_box(between);
    for (x, y) in along(&scene.edges[0].curve) {
        assert!((x - between.x).hypot(y - between.y) > between.r, "it passes the node at {x}, {y}");
        assert!(x < b.x || x > b.x + b.w || y < b.y || y > b.y + b.h, "it passes the label at {x}, {y}");
    }
}

#[test]
fn nearly_no_line_passes_a_foreign_node() {
    let (mut lines, mut through) = (0, 0);
    for (size, seed) in [(12, 2), (24, 3), (40, 4), (58, 5), (58, 6)] {
        let scene = compose(&sketch(size, seed));
        for edge in &scene.edges {
            let points = along(&edge.curve);
            let foreign = scene.nodes.iter().filter(|node| node.id != edge.from && node.id != edge.to);
            let on = |node: &NodeGlyph| points.iter().any(|p| (p.0 - node.x).hypot(p.1 - node.y) < node.r);
            through += foreign.filter(|node| on(node)).count();
            lines += 1;
        }
    }
    assert!(through * 50 <= lines, "{through} of {lines} lines");
}

#[test]
fn the_same_sketch_gives_the_same_scene() {
    assert_eq!(compose(&sketch(58, 5)), compose(&sketch(58, 5)));
}

#[test]
fn every_status_has_its_mark_and_its_word() {
    let mut sketch = sketch(2, 1);
    for (modality, word) in [
        (Modality::Planned, "(rencana)"),
        (Modality::Hypothetical, "(mungkin)"),
        (Modality::CalledFor, "(diserukan)"),
        (Modality::Negated, "(tidak)"),
    ] {
        let event = |modality, alleged| What::Event { plover: Plover::Assault, modality, alleged };
        sketch.nodes[1].what = event(Modality::Actual, false);
        let plain = compose(&sketch);
        sketch.nodes[1].what = event(modality, false);
        let marked = compose(&sketch);
        sketch.nodes[1].what = event(modality, true);
        let alleged = compose(&sketch);
        let glyph = |scene: &Scene| scene.nodes.iter().find(|node| node.event).unwrap().clone();
        let words: Vec<String> = glyph(&marked).label.lines.into_iter().map(|line| line.text).collect();
        assert!(words.join(" ").contains(word), "{words:?}");
        assert!(glyph(&marked).marks.len() > glyph(&plain).marks.len());
        assert!(glyph(&alleged).marks.len() > glyph(&marked).marks.len());
        assert_eq!(marked.legend.rows.iter().filter(|row| row.title == "Status").count(), 1);
        assert!(plain.legend.rows.iter().all(|row| row.title != "Status"));
    }
}

#[test]
fn odd_names_are_one_quiet_line() {
    for name in [
        "",
        " ",
        "\u{202e}terbalik",
        "a\nb\tc",
        "👩‍👩‍👧 keluarga",
        &"panjang ".repeat(1000),
        &"x".repeat(10_000),
        "<b>&\"'",
    ] {
        let mut sketch = sketch(4, 3);
        sketch.nodes[0].label = name.to_owned();
        let scene = compose(&sketch);
        let glyph = scene.nodes.iter().find(|node| node.id == "e0").unwrap();
        assert!(
            glyph.label.bounds.w < 200.0,
            "{} is {} wide",
            &name[..name.len().min(20)],
            glyph.label.bounds.w
        );
        assert!(glyph.label.lines.iter().all(|line| !line.text.contains(['\n', '\u{202e}'])));
    }
}

#[test]
fn nothing_to_draw_is_an_empty_scene() {
    let empty = Sketch {
        language: Language::English,
        canvas: (700.0, 500.0),
        arrangement: Arrangement::Stress,
        nodes: vec![],
        links: vec![],
    };
    let scene = compose(&empty);
    assert!(scene.nodes.is_empty() && scene.edges.is_empty() && scene.legend.rows.is_empty());
}

#[test]
fn rings_stay_round_about_a_focus_that_the_reader_has_placed() {
    for (size, seed) in [(24, 3), (40, 4), (58, 5), (58, 6)] {
        let mut sketch = sketch(size, seed);
        sketch.arrangement = Arrangement::Radial { focus: Some("e0".to_owned()) };
        // Others stand on one another, so that not every label has a place, however wide the rest stands.
        let heap = (0..9).map(|k| (600.0 + f64::from(k), 80.0));
        for (node, at) in sketch.nodes.iter_mut().zip(std::iter::once((60.0, 480.0)).chain(heap)) {
            (node.at, node.pinned) = (Some(at), true);
        }
        let scene = compose(&sketch);
        let ends = |edge: &draw::scene::EdgeGlyph| [edge.from.clone(), edge.to.clone()];
        let near: Vec<String> =
            scene.edges.iter().map(ends).filter(|ends| ends.contains(&"e0".to_owned())).flatten().collect();
        let far: Vec<f64> = scene
            .nodes
            .iter()
            .filter(|node| !node.pinned && near.contains(&node.id))
            .map(|node| (node.x - 60.0).hypot(node.y - 480.0))
            .collect();
        assert!(scene.nodes.iter().any(|node| !node.label.shown), "{size}/{seed}");
        assert!(far.len() > 1, "{size}/{seed}: hardly anybody is one step away");
        assert!(far.iter().all(|way| (way - far[0]).abs() < 0.5), "{size}/{seed}: {far:?}");
    }
}

/// Every other actor is of one of three countries, and a fourth has a single node.
fn with_countries(size: usize, seed: u64) -> Sketch {
    let mut sketch = sketch(size, seed);
    let mut dice = Dice(seed);
    for (at, node) in sketch.nodes.iter_mut().filter(|node| matches!(node.what, What::Entity(_))).enumerate()
    {
        let code = if at == 0 { "KEN" } else { ["IDN", "JPN", "UKR"][dice.below(3)] };
        let itself = node.what == What::Entity(EntityKind::Country);
        node.country = (at % 2 == 0).then(|| SketchCountry { code: code.into(), name: code.into(), itself });
    }
    sketch
}

fn at(scene: &Scene, id: &str) -> (f64, f64) {
    let node = scene.nodes.iter().find(|node| node.id == id).expect("it is drawn");
    (node.x, node.y)
}

#[test]
fn halos_hold_the_nodes_of_every_country_once_and_move_nothing() {
    for (size, seed) in [(12, 1), (40, 2), (90, 3)] {
        let sketch = with_countries(size, seed);
        let scene = compose(&sketch);
        for code in ["IDN", "JPN", "UKR"] {
            let of = |node: &&SketchNode| node.country.as_ref().is_some_and(|country| country.code == code);
            let mut all: Vec<&str> = sketch.nodes.iter().filter(of).map(|node| node.id.as_str()).collect();
            let own: Vec<_> = scene.halos.iter().filter(|halo| halo.country == code).collect();
            let mut held: Vec<&str> = own.iter().flat_map(|halo| &halo.nodes).map(String::as_str).collect();
            if all.len() < 2 {
                all.clear();
            }
            all.sort_unstable();
            held.sort_unstable();
            assert_eq!(held, all, "{size}/{seed}");
            // Each in one piece: as many links as it takes, and each between two of its own.
            for halo in own {
                assert_eq!(halo.links.len() + 1, halo.nodes.len());
                assert!(halo.links.iter().flatten().all(|end| halo.nodes.contains(end)));
            }
        }
        assert!(scene.halos.iter().all(|halo| halo.country != "KEN"), "one node is no group");
        let mut plain = sketch.clone();
        plain.nodes.iter_mut().for_each(|node| node.country = None);
        assert_eq!(compose(&plain), Scene { halos: Vec::new(), ..scene });
    }
}

#[test]
fn no_halo_links_across_a_stranger_or_another_halo() {
    let mut links = 0;
    for (size, seed) in [(40, 4), (90, 5), (140, 6)] {
        let scene = compose(&with_countries(size, seed));
        let ends = |link: &[String; 2]| [at(&scene, &link[0]), at(&scene, &link[1])];
        // A hundred points of the way.
        let way = |[a, b]: [(f64, f64); 2]| {
            (0..=100).map(move |step| {
                let share = f64::from(step) / 100.0;
                (a.0 + (b.0 - a.0) * share, a.1 + (b.1 - a.1) * share)
            })
        };
        for halo in &scene.halos {
            let half = halo.strokes[1].width / 2.0;
            let same = |id: &String| {
                scene.halos.iter().any(|other| other.country == halo.country && other.nodes.contains(id))
            };
            for link in &halo.links {
                links += 1;
                for node in scene.nodes.iter().filter(|node| !node.event && !same(&node.id)) {
                    let near =
                        way(ends(link)).any(|p| (p.0 - node.x).hypot(p.1 - node.y) < half + node.r - 1.0);
                    assert!(!near, "{size}/{seed}: {link:?} passes {}", node.id);
                }
                for other in scene.halos.iter().filter(|other| other.country != halo.country) {
                    for across in &other.links {
                        let near = |p: (f64, f64)| {
                            way(ends(across)).any(|q| (p.0 - q.0).hypot(p.1 - q.1) < half * 2.0 - 3.0)
                        };
                        assert!(!way(ends(link)).any(near), "{size}/{seed}: {link:?} meets {across:?}");
                    }
                }
            }
        }
    }
    assert!(links > 10, "{links}");
}

#[test]
fn the_name_of_a_country_lies_on_no_label_and_no_glyph() {
    let (mut named, mut all) = (0, 0);
    for (size, seed) in [(12, 7), (40, 8), (90, 9)] {
        let scene = compose(&with_countries(size, seed));
        let moved = |b: Rect, (x, y): (f64, f64)| Rect { x: b.x + x, y: b.y + y, ..b };
        let names: Vec<Rect> = scene
            .halos
            .iter()
            .filter_map(|halo| halo.name.as_ref())
            .map(|name| moved(name.label.bounds, at(&scene, &name.of)))
            .collect();
        let others: Vec<Rect> = scene
            .nodes
            .iter()
            .flat_map(|node| {
                let glyph = Rect { x: node.x - node.r, y: node.y - node.r, w: node.r * 2.0, h: node.r * 2.0 };
                [glyph, moved(node.label.bounds, (node.x, node.y))]
            })
            .collect();
        let meet =
            |a: &Rect, b: &Rect| a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
        for (at, name) in names.iter().enumerate() {
            assert!(!others.iter().chain(&names[..at]).any(|other| meet(name, other)), "{size}/{seed}");
        }
        named += names.len();
        all += scene.halos.len();
    }
    assert!(named * 10 > all * 8, "{named} of {all} have a name");
}

#[test]
fn the_words_over_a_timeline_without_dates_lie_on_nothing() {
    for (size, seed) in [(12, 1), (40, 2), (58, 3)] {
        let mut sketch = sketch(size, seed);
        sketch.arrangement = Arrangement::Timeline;
        let scene = compose(&sketch);
        let words: Vec<Rect> =
            scene.guides.iter().filter_map(|guide| guide.label.as_ref()).map(|label| label.bounds).collect();
        assert_eq!(words.len(), 1, "there is one lane");
        let lowest = words[0].y + words[0].h;
        let free = |node: &NodeGlyph| node.y - node.r >= lowest && node.y + node.label.bounds.y >= lowest;
        assert!(scene.nodes.iter().all(free), "{size}/{seed}");
    }
}
