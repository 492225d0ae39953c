//! Another layout is one change among others: it is told, undone to the pixel, kept, and leaves what was placed by hand.

#[allow(dead_code)]
mod shared;

use std::sync::atomic::Ordering;

use desk::Desk;
use desk::wire::{Command, Fault, Layout, Snapshot};
use shared::{bytes, id, own, same};

const ALL: [Layout; 6] =
    [Layout::Stress, Layout::Layered, Layout::Radial, Layout::Circular, Layout::Kind, Layout::Timeline];

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
    for layout in ALL {
        let shown = desk.perform(choose(layout)).unwrap();
        assert_eq!(shown.layout, layout);
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
    same(&bytes(&desk.jump(ALL.len() as u32).unwrap()), &end);
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
    for layout in ALL {
        assert_eq!(place(&desk.perform(choose(layout)).unwrap()), (61.25, 500.5), "{layout:?}");
    }
    desk.perform(choose(Layout::Circular)).unwrap();
    let free = desk.perform(Command::Arrange).unwrap();
    assert_ne!(place(&free), (61.25, 500.5));
    assert_eq!(free.layout, Layout::Circular, "the layout is still the one that was chosen");
}

#[test]
fn a_new_node_joins_without_moving_the_others_in_any_layout() {
    for layout in ALL {
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
fn what_is_stopped_leaves_everything_as_it_was() {
    let (mut desk, _) = own();
    let before = desk.perform(choose(Layout::Kind)).unwrap();
    let stop = desk.stopper();
    // Somebody presses the key again and again until the answer comes.
    let ended = std::sync::atomic::AtomicBool::new(false);
    let answer = std::thread::scope(|scope| {
        scope.spawn(|| {
            while !ended.load(Ordering::Relaxed) {
                stop.store(true, Ordering::Relaxed);
            }
        });
        let answer = desk.perform(choose(Layout::Circular));
        ended.store(true, Ordering::Relaxed);
        answer
    });
    assert_eq!(answer.unwrap_err(), Fault::Stopped);
    let after = desk.show("id", (704.0, 625.0)).unwrap();
    same(&bytes(&after), &bytes(&before));
    assert_eq!(after.history.at, before.history.at);
    assert_eq!(desk.perform(choose(Layout::Circular)).unwrap().layout, Layout::Circular);
}
