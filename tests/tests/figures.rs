//! Figures of real articles: legible at fit, without a hand. Nothing of a text leaves this test but shares and counts.

use std::path::PathBuf;

use wartagraf_tests::drawing::{PANE, opened, texts};
use wartagraf_tests::{root, shared};

/// The articles that ship, and the annotated ones that may be read, where they are at hand.
fn articles() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = ["src-tauri/sample/article-id.txt", "src-tauri/sample/own-id.txt"]
        .into_iter()
        .chain(["tests/articles/selat-id.txt", "tests/articles/dam-en.txt"])
        .map(|path| root().join(path))
        .collect();
    match shared() {
        Some(folder) => paths.extend(texts(&folder.join("gold/look"))),
        None => println!("skipped in part: the annotated articles are not on this machine"),
    }
    paths
}

#[test]
fn at_fit_enough_nodes_are_labelled() {
    for path in articles() {
        for language in ["id", "en"] {
            let scene = opened(&path, language).scene;
            let count = scene.nodes.len();
            let share =
                scene.nodes.iter().filter(|node| node.label.shown).count() as f64 / count.max(1) as f64;
            let least = match count {
                1..=60 => 0.85,
                61..=130 => 0.60,
                _ => 0.0,
            };
            let zoom = (PANE.0 / scene.bounds.w).min(PANE.1 / scene.bounds.h);
            let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            println!("{name} {language}: {count} nodes, {:.0}% labelled, fits at {zoom:.2}", share * 100.0);
            assert!(share >= least, "{name} {language}: {share:.2} of {count}");
            // Up to 60 nodes, labels of 11 pixels stay above 9 on the screen; up to 130, a glance still tells them apart.
            let smallest = if count <= 60 { 0.85 } else { 0.6 };
            assert!(count > 130 || zoom >= smallest, "{name} {language}: fits at {zoom:.2}");
        }
    }
}

#[test]
fn every_line_leads_to_a_claim_and_every_claim_to_a_sentence() {
    for path in articles() {
        let snapshot = opened(&path, "id");
        for edge in &snapshot.scene.edges {
            let event =
                snapshot.events.iter().find(|event| event.id == edge.claim).map(|event| &event.ground);
            let relation = snapshot
                .relations
                .iter()
                .find(|relation| relation.id == edge.claim)
                .map(|relation| &relation.ground);
            let ground = event.or(relation).expect("a line belongs to an event or a relation");
            assert!(!ground.cites.is_empty(), "{} has no sentence", edge.claim);
        }
        let units: Vec<u16> = snapshot.article.text.encode_utf16().collect();
        for event in &snapshot.events {
            let holds = |range: &desk::wire::Range| {
                event
                    .ground
                    .cites
                    .iter()
                    .any(|cite| cite.range.start <= range.start && range.end <= cite.range.end)
            };
            assert!(event.triggers.iter().any(holds), "no quote holds a trigger");
            // Somebody who takes part is in the quotes, whenever somebody takes part.
            let mut fillers = event.roles.iter().flat_map(|role| {
                snapshot
                    .entities
                    .iter()
                    .filter(|entity| entity.id == role.entity)
                    .flat_map(|entity| entity.mentions.iter())
            });
            assert!(
                event.roles.is_empty() || fillers.any(|mention| holds(&mention.range)),
                "no quote of \"{}\" holds a role filler",
                String::from_utf16_lossy(
                    &units[event.triggers[0].start as usize..event.triggers[0].end as usize]
                )
            );
        }
    }
}
