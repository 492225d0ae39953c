//! Drawings of whole articles, measured as they are painted. Run with `--nocapture` to read the table.

use std::path::PathBuf;

use desk::wire::Layout;
use wartagraf_tests::drawing::{Flaws, PANE, laid_out, opened, texts};
use wartagraf_tests::{root, shared};

/// The articles that ship.
fn own() -> Vec<PathBuf> {
    let mut paths = Vec::new();
    for folder in ["src-tauri/sample", "tests/articles", "ui/src/panels/gallery/articles"] {
        paths.extend(texts(&root().join(folder)));
    }
    assert!(paths.len() >= 8, "{paths:?}");
    paths
}

fn table(title: &str, paths: &[PathBuf]) -> Flaws {
    let mut all = Flaws::default();
    println!("{}", Flaws::heads());
    for path in paths {
        let flaws = Flaws::of(&opened(path, "id"), PANE);
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        println!("{}", flaws.row(&name));
        all = all.with(flaws);
    }
    println!("{}", all.row(title));
    all
}

#[test]
fn on_our_own_articles_nothing_lies_on_a_label_or_a_node() {
    let all = table("all", &own());
    assert_eq!((all.label_label, all.label_node, all.node_node), (0, 0, 0));
    // Of 294 lines 2 pass a foreign node and 32 a foreign label, 29 of them in the sample: not many more.
    assert!(all.line_node * 60 <= all.lines, "{} lines on foreign nodes", all.line_node);
    assert!(all.line_label * 8 <= all.lines, "{} lines on foreign labels", all.line_label);
}

#[test]
fn in_no_layout_of_our_own_articles_anything_lies_on_a_label_or_a_node() {
    println!("{}   ms", Flaws::heads());
    for (name, layout) in Layout::ALL {
        let (mut all, mut time) = (Flaws::default(), 0.0);
        for path in own() {
            let (shown, took) = laid_out(&path, "id", layout);
            all = all.with(Flaws::of(&shown, PANE));
            time += took.unwrap_or(f64::NAN);
        }
        println!("{}{time:>6.0}", all.row(name));
        assert_eq!((all.label_label, all.label_node, all.node_node), (0, 0, 0), "{name}");
        assert_eq!(all.hidden, 0, "{name}: labels are left out");
    }
}

#[test]
fn on_annotated_articles_no_node_lies_on_a_node() {
    let Some(folder) = shared() else {
        println!("skipped: the annotated articles are not on this machine");
        return;
    };
    let all = table("all", &texts(&folder.join("gold/look")));
    assert_eq!(all.node_node, 0);
}

#[test]
fn the_ground_of_a_country_says_which() {
    let look = shared().map(|folder| texts(&folder.join("gold/look"))).unwrap_or_default();
    let mut grounds = 0;
    for path in own().into_iter().chain(look) {
        let scene = opened(&path, "id").scene;
        grounds += scene.halos.len();
        for halo in &scene.halos {
            // A country that stands alone says its name itself.
            let itself =
                |id: &String| scene.nodes.iter().any(|node| node.id == *id && node.monogram.is_some());
            let told = halo.name.is_some() || halo.nodes.len() == 1 && itself(&halo.nodes[0]);
            assert!(told, "{}: {} with {} nodes", path.display(), halo.country, halo.nodes.len());
        }
    }
    println!("{grounds} grounds");
    assert!(grounds > 20, "{grounds}");
}
