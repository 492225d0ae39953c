//! Another layout is one change among others: it is told, undone to the pixel, kept, and leaves what was placed by hand.

#[allow(dead_code)]
mod shared;

use std::sync::atomic::Ordering;

use desk::Desk;
use desk::wire::{Command, Fault, Layout, Picture, Shape, Snapshot};
use shared::{bytes, id, own, same};

fn choose(layout: Layout) -> Command {
    Command::SetLayout { layout, focus: None }
}

fn places(snapshot: &Snapshot) -> Vec<(&str, u64, u64)> {
    let nodes = snapshot.scene.nodes.iter();
    let mut all: Vec<_> = nodes.map(|node| (node.id.as_str(), node.x.to_bits(), node.y.to_bits())).collect();
    all.sort_unstable();
    all
}

#[test]
fn every_layout_is_another_figure_and_undo_brings_every_place_back() {
    let (mut desk, start) = own();
    let mut states = vec![bytes(&start)];
    for (name, layout) in Layout::ALL {
        let shown = desk.perform(choose(layout)).unwrap();
        assert_eq!(shown.layout, layout);
        assert_eq!(serde_json::to_value(layout).unwrap(), name);
        assert!(shown.scene.nodes.iter().all(|node| node.label.shown), "{layout:?}: a label is left out");
        if layout != Layout::Stress {
            assert_ne!(places(&shown), places(&start), "{layout:?}");
        }
        states.push(bytes(&shown));
    }
    let end = states.last().cloned().unwrap();
    for state in states.iter().rev().skip(1) {
        same(&bytes(&desk.undo().unwrap()), state);
    }
    same(&bytes(&desk.jump(Layout::ALL.len() as u32).unwrap()), &end);
}

#[test]
fn what_was_placed_by_hand_stays_and_to_arrange_anew_lets_it_go() {
    let (mut desk, start) = own();
    let node = start.scene.nodes[0].id.clone();
    desk.perform(Command::Move { node: node.clone(), x: 61.25, y: 500.5 }).unwrap();
    let place = |shown: &Snapshot| {
        let found = shown.scene.nodes.iter().find(|other| other.id == node).map(|node| (node.x, node.y));
        found.unwrap()
    };
    for (_, layout) in Layout::ALL {
        assert_eq!(place(&desk.perform(choose(layout)).unwrap()), (61.25, 500.5), "{layout:?}");
    }
    desk.perform(choose(Layout::Circular)).unwrap();
    let free = desk.perform(Command::Arrange).unwrap();
    assert_ne!(place(&free), (61.25, 500.5));
    assert_eq!(free.layout, Layout::Circular, "the layout is still the one that was chosen");
}

#[test]
fn a_new_node_joins_without_moving_the_others_in_any_layout() {
    for (_, layout) in Layout::ALL {
        let (mut desk, _) = own();
        let before = desk.perform(choose(layout)).unwrap();
        let add = Command::AddNode { name: "baru".to_owned(), kind: "person".to_owned(), mention: None };
        let after = desk.perform(add).unwrap();
        let added = id(&after, "baru");
        let kept: Vec<_> = places(&after).into_iter().filter(|(node, ..)| *node != added).collect();
        assert_eq!(kept, places(&before), "{layout:?}");
    }
}

#[test]
fn a_radial_layout_has_the_focus_in_the_middle_and_the_history_names_it() {
    let (mut desk, start) = own();
    let entity = &start.entities[1];
    let focus = Some(entity.id.clone());
    let shown = desk.perform(Command::SetLayout { layout: Layout::Radial, focus: focus.clone() }).unwrap();
    assert_eq!(shown.focus, focus);
    let told = shown.history.undo.unwrap();
    assert_eq!((told.command.as_str(), told.value.as_deref()), ("setLayout", Some("radial")));
    assert_eq!(told.subject.as_deref(), Some(entity.name.as_str()));
    let at = |id: &str| {
        let node = shown.scene.nodes.iter().find(|node| node.id == id).unwrap();
        (node.x, node.y)
    };
    let middle = at(&entity.id);
    let far = |id: &str| {
        let (dx, dy) = (at(id).0 - middle.0, at(id).1 - middle.1);
        (dx * dx + dy * dy).sqrt()
    };
    let near: Vec<f64> = shown
        .scene
        .edges
        .iter()
        .filter_map(|edge| {
            let other = if edge.from == entity.id { &edge.to } else { &edge.from };
            (edge.from == entity.id || edge.to == entity.id).then(|| far(other))
        })
        .collect();
    assert!(!near.is_empty() && near.iter().all(|way| (way - near[0]).abs() < 0.6), "{near:?}");
    assert!(!shown.scene.guides.is_empty());
}

#[test]
fn a_focus_that_is_not_there_or_not_asked_for_is_refused() {
    let (mut desk, start) = own();
    let bad = Command::SetLayout { layout: Layout::Radial, focus: Some("e9999".to_owned()) };
    assert!(matches!(desk.perform(bad), Err(Fault::NotFound { .. })));
    let bad = Command::SetLayout { layout: Layout::Kind, focus: Some(start.entities[0].id.clone()) };
    assert_eq!(desk.perform(bad).unwrap_err(), Fault::BadEdit);
}

#[test]
fn a_layout_comes_back_with_the_article() {
    let folder = std::env::temp_dir().join(format!("wartagraf-layouts-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (mut first, mut second) = (Desk::new(), Desk::new());
    first.keep_in(folder.clone());
    first.open_text(shared::OWN, None).unwrap();
    let shown = first.perform(choose(Layout::Layered)).unwrap();
    second.keep_in(folder.clone());
    same(&bytes(&second.open_text(shared::OWN, None).unwrap()), &bytes(&shown));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn what_is_stopped_leaves_everything_as_it_was_also_if_that_was_said_while_it_waited() {
    let (mut desk, _) = own();
    let before = desk.perform(choose(Layout::Kind)).unwrap();
    let stopper = desk.stopper();
    // Two are asked for, and stopped before either is begun; a third comes after that.
    let (first, second) = (stopper.ask(), stopper.ask());
    stopper.stop();
    let third = stopper.ask();
    for stopped in [first, second] {
        desk.serve(stopped);
        assert_eq!(desk.perform(choose(Layout::Circular)).unwrap_err(), Fault::Stopped);
        let after = desk.show("id", (704.0, 625.0)).unwrap();
        same(&bytes(&after), &bytes(&before));
        assert_eq!(after.history.at, before.history.at);
        for shape in [Shape::Free, Shape::Story] {
            // As it stands, and composed for the sheet.
            let sheet = Picture { shape, ..Picture::default() };
            assert_eq!(desk.picture(&sheet).unwrap_err(), Fault::Stopped);
            assert!(desk.preview(&sheet, 300).is_ok(), "a later one takes its place");
        }
    }
    desk.serve(third);
    assert_eq!(desk.perform(choose(Layout::Circular)).unwrap().layout, Layout::Circular);
}

#[test]
fn what_is_being_composed_ends_when_another_thread_says_so() {
    let (mut desk, _) = own();
    let stopper = desk.stopper();
    desk.serve(stopper.ask());
    // Somebody presses the key again and again until the answer comes.
    let ended = std::sync::atomic::AtomicBool::new(false);
    let answer = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                stopper.stop();
            }
        });
        let mut answer = Ok(());
        for (_, layout) in Layout::ALL.iter().cycle().take(60) {
            answer = answer.and_then(|()| desk.perform(choose(*layout)).map(drop));
        }
        ended.store(true, Ordering::Relaxed);
        answer
    });
    assert_eq!(answer.unwrap_err(), Fault::Stopped);
}

fn place(shown: &Snapshot, id: &str) -> (f64, f64) {
    let node = shown.scene.nodes.iter().find(|node| node.id == id).expect("it is drawn");
    (node.x, node.y)
}

/// Whether every ring is a circle about this node.
fn ringed(shown: &Snapshot, id: &str) -> bool {
    let (x, y) = place(shown, id);
    let about = |d: &str| {
        // A whole circle begins at its left; arcs: "Mx yAr r 0 large sweep x y".
        let numbers: Vec<f64> = d
            .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
            .filter_map(|number| number.parse().ok())
            .collect();
        if d.ends_with('Z') {
            return (numbers[0] + numbers[2] - x).hypot(numbers[1] - y) < 0.2;
        }
        let arcs = numbers.chunks_exact(9);
        arcs.len() > 0
            && arcs.remainder().is_empty()
            && numbers.chunks_exact(9).all(|arc| {
                let mut ends = [(arc[0], arc[1]), (arc[7], arc[8])].into_iter();
                ends.all(|end| ((end.0 - x).hypot(end.1 - y) - arc[2]).abs() < 0.2)
            })
    };
    let mut rings = shown.scene.guides.iter().filter(|guide| !guide.mark.d.is_empty()).peekable();
    rings.peek().is_some() && rings.all(|ring| about(&ring.mark.d))
}

#[test]
fn rings_stay_about_the_node_that_they_were_made_about() {
    let (mut desk, _) = own();
    let mut shown = desk.perform(choose(Layout::Radial)).unwrap();
    let all: Vec<String> = shown.scene.nodes.iter().map(|node| node.id.clone()).collect();
    let middle = all.iter().find(|id| ringed(&shown, id)).expect("the rings are about a node").clone();
    let lines = |shown: &Snapshot, id: &str| {
        shown.scene.edges.iter().filter(|edge| edge.from == id || edge.to == id).count()
    };
    // Lines of the middle go until another has more of them.
    let others = |shown: &Snapshot| {
        let nodes = shown.scene.nodes.iter().filter(|node| node.id != middle);
        nodes.map(|node| lines(shown, &node.id)).max().unwrap()
    };
    while lines(&shown, &middle) >= others(&shown) {
        let ends = |edge: &&draw::scene::EdgeGlyph| edge.from == middle || edge.to == middle;
        let claim = shown.scene.edges.iter().find(ends).unwrap().claim.clone();
        shown = desk.perform(Command::Delete { claim }).unwrap();
    }
    assert!(lines(&shown, &middle) > 0, "else there are no rings");
    assert!(ringed(&shown, &middle));
    let shown = desk.perform(Command::Delete { claim: middle }).unwrap();
    assert!(shown.scene.guides.is_empty(), "without the middle there are no rings");
}

#[test]
fn the_focus_that_is_told_is_there() {
    let (mut desk, start) = own();
    let (raka, kenji) = (id(&start, "Raka Wiratama"), id(&start, "Kenji Moriyama"));
    let about = Command::SetLayout { layout: Layout::Radial, focus: Some(kenji.clone()) };
    assert_eq!(desk.perform(about).unwrap().focus.as_deref(), Some(kenji.as_str()));
    let one = desk.perform(Command::Merge { into: raka.clone(), from: kenji.clone() }).unwrap();
    assert_eq!(one.focus.as_deref(), Some(raka.as_str()));
    assert!(one.scene.guides.is_empty(), "they were about another place");
    let anew = desk.perform(Command::Arrange).unwrap();
    assert!(ringed(&anew, &raka));
    assert_eq!(desk.perform(Command::Delete { claim: raka }).unwrap().focus, None);
}

#[test]
fn who_is_let_go_after_a_layout_gets_a_place_of_it() {
    for (_, layout) in Layout::ALL {
        let (mut desk, start) = own();
        let node = start.scene.nodes[0].id.clone();
        desk.perform(Command::Move { node: node.clone(), x: 61.25, y: 500.5 }).unwrap();
        let pinned = desk.perform(choose(layout)).unwrap();
        let free = desk.perform(Command::Unpin { node: node.clone() }).unwrap();
        assert_ne!(place(&free, &node), (61.25, 500.5), "{layout:?}");
        let moved = |shown: &Snapshot| {
            let all = places(shown).into_iter().filter(|(id, ..)| *id != node);
            all.map(|(id, x, y)| (id.to_owned(), x, y)).collect::<Vec<_>>()
        };
        assert_eq!(moved(&free), moved(&pinned), "{layout:?}: another moves");
        // A node that comes later does not change what it comes back to.
        desk.undo().unwrap();
        let add = Command::AddNode { name: "baru".to_owned(), kind: "person".to_owned(), mention: None };
        desk.perform(add).unwrap();
        let later = desk.perform(Command::Unpin { node: node.clone() }).unwrap();
        assert_eq!(place(&later, &node), place(&free, &node), "{layout:?}");
    }
}

#[test]
fn who_comes_back_after_a_layout_has_one_place_whatever_the_language_and_the_pane() {
    let (mut desk, start) = own();
    let (raka, kenji) = (id(&start, "Raka Wiratama"), id(&start, "Kenji Moriyama"));
    let party = desk::wire::Rule::NeverActor { name: "Partai Harapan Bahari".to_owned() };
    desk.perform(Command::Merge { into: raka.clone(), from: kenji.clone() }).unwrap();
    desk.perform(Command::SetRule { rule: party.clone(), on: true }).unwrap();
    let before = desk.perform(choose(Layout::Circular)).unwrap();
    desk.perform(Command::Split { node: raka, part: kenji.clone() }).unwrap();
    let back = desk.perform(Command::SetRule { rule: party, on: false }).unwrap();
    assert_eq!(back.scene.nodes.len(), before.scene.nodes.len() + 2);
    let there = places(&back);
    assert!(places(&before).iter().all(|one| there.contains(one)), "nobody else moves");
    let english = desk.show("en", (1900.0, 500.0)).unwrap();
    assert_eq!(places(&english), places(&back));
}

#[test]
fn what_is_done_again_or_opened_again_stands_as_it_stood_whatever_the_pane_is_by_then() {
    let (narrow, wide) = ((420.0, 900.0), (1600.0, 500.0));
    let folder = shared::folder("layouts-panes");
    let mut desk = Desk::new();
    desk.keep_in(folder.clone());
    desk.start("id", narrow).unwrap();
    let start = desk.open_text(shared::OWN, None).unwrap();
    let node = start.scene.nodes[0].id.clone();
    let moved = desk.perform(Command::Move { node, x: 61.25, y: 500.5 }).unwrap();
    let reopened = || {
        let mut other = Desk::new();
        other.keep_in(folder.clone());
        other.start("id", wide).unwrap();
        other.open_text(shared::OWN, None).unwrap()
    };
    assert_eq!(places(&reopened()), places(&moved));
    let add = Command::AddNode { name: "baru".to_owned(), kind: "person".to_owned(), mention: None };
    for command in [choose(Layout::Kind), add, Command::Arrange] {
        desk.show("id", narrow).unwrap();
        let shown = desk.perform(command).unwrap();
        desk.undo().unwrap();
        desk.show("id", wide).unwrap();
        assert_eq!(places(&desk.redo().unwrap()), places(&shown));
        assert_eq!(places(&reopened()), places(&shown));
    }
    // It is for the pane of its own time, not for the first.
    let first = desk.perform(Command::Arrange).unwrap();
    desk.show("id", narrow).unwrap();
    assert_ne!(places(&desk.perform(Command::Arrange).unwrap()), places(&first));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn undo_is_exact_too_after_the_article_was_opened_again() {
    let folder = shared::folder("layouts-undone");
    let (mut first, mut second) = (Desk::new(), Desk::new());
    first.keep_in(folder.clone());
    let mut states = vec![bytes(&first.open_text(shared::OWN, None).unwrap())];
    let english = Command::Describe { published: None, language: Some("en".to_owned()), source: None };
    let add =
        |name: &str| Command::AddNode { name: name.to_owned(), kind: "person".to_owned(), mention: None };
    for command in [
        add("satu"),
        choose(Layout::Layered),
        add("dua"),
        english,
        choose(Layout::Radial),
        Command::Arrange,
        add("tiga"),
    ] {
        states.push(bytes(&first.perform(command).unwrap()));
    }
    second.keep_in(folder.clone());
    same(&bytes(&second.open_text(shared::OWN, None).unwrap()), states.last().unwrap());
    for state in states.iter().rev().skip(1) {
        same(&bytes(&second.undo().unwrap()), state);
    }
    for state in &states[1..] {
        same(&bytes(&second.redo().unwrap()), state);
    }
    same(&bytes(&second.jump(2).unwrap()), &states[2]);
    std::fs::remove_dir_all(folder).unwrap();
}
