//! The contract files that feed the interface's fake backend: whole, honest answers of the core.

use serde_json::Value;
use wartagraf_tests::{files, text};

fn contracts() -> Vec<(String, Value)> {
    let paths = files();
    let kept = paths
        .iter()
        .filter(|path| path.starts_with("tests/contract") && path.extension().is_some_and(|e| e == "json"))
        // Runs of edits, each step with its snapshot; the desk's own tests hold them.
        .filter(|path| !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("edits")));
    kept.map(|path| {
        let value =
            serde_json::from_str(&text(path)).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path.display().to_string(), value)
    })
    .collect()
}

fn list<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    value[name].as_array().map_or(&[], Vec::as_slice)
}

/// The words in a range of UTF-16 units; none when the range cuts a character or leaves the text.
fn words(units: &[u16], range: &Value) -> Option<String> {
    let (start, end) = (range["start"].as_u64()? as usize, range["end"].as_u64()? as usize);
    String::from_utf16(units.get(start..end)?).ok()
}

#[test]
fn every_claim_of_the_text_has_its_quote() {
    for (file, snapshot) in contracts() {
        let units: Vec<u16> = snapshot["article"]["text"].as_str().expect("a text").encode_utf16().collect();
        for kind in ["entities", "events", "relations"] {
            for claim in list(&snapshot, kind) {
                let ground = &claim["ground"];
                if ground["by"] != "text" {
                    continue;
                }
                let cites = list(ground, "cites");
                assert!(!cites.is_empty(), "{file}: {} has no quote", claim["id"]);
                for cite in cites {
                    let quote =
                        words(&units, &cite["range"]).expect("a range of whole characters inside the text");
                    assert!(!quote.trim().is_empty(), "{file}: {} quotes nothing", claim["id"]);
                }
            }
        }
    }
}

#[test]
fn the_quote_of_an_event_holds_a_trigger() {
    for (file, snapshot) in contracts() {
        for event in list(&snapshot, "events").iter().filter(|event| event["ground"]["by"] == "text") {
            let within = |inner: &Value, outer: &Value| {
                inner["start"].as_u64() >= outer["start"].as_u64()
                    && inner["end"].as_u64() <= outer["end"].as_u64()
            };
            let cites = list(&event["ground"], "cites");
            let held = list(event, "triggers")
                .iter()
                .any(|trigger| cites.iter().any(|cite| within(trigger, &cite["range"])));
            assert!(held, "{file}: {}", event["id"]);
        }
    }
}

#[test]
fn every_id_that_is_named_is_there() {
    for (file, snapshot) in contracts() {
        let ids: Vec<&str> =
            list(&snapshot, "entities").iter().filter_map(|entity| entity["id"].as_str()).collect();
        for event in list(&snapshot, "events") {
            for filler in list(event, "roles") {
                assert!(ids.contains(&filler["entity"].as_str().unwrap_or_default()), "{file}: {filler}");
            }
        }
        for relation in list(&snapshot, "relations") {
            for end in ["subject", "object"] {
                assert!(ids.contains(&relation[end].as_str().unwrap_or_default()), "{file}: {relation}");
            }
        }
    }
}

#[test]
fn no_shown_label_lies_on_another() {
    for (file, snapshot) in contracts() {
        let nodes = list(&snapshot["scene"], "nodes");
        let number = |value: &Value| value.as_f64().unwrap_or(f64::NAN);
        let shown: Vec<(&Value, [f64; 4])> = nodes
            .iter()
            .filter(|node| node["label"]["shown"] == true)
            .map(|node| {
                // The box is told from the middle of the node.
                let [x, y, w, h] = ["x", "y", "w", "h"].map(|side| number(&node["label"]["bounds"][side]));
                (node, [number(&node["x"]) + x, number(&node["y"]) + y, w, h])
            })
            .collect();
        for (index, (node, [x, y, w, h])) in shown.iter().enumerate() {
            for (other, [x2, y2, w2, h2]) in &shown[index + 1..] {
                let apart = x + w <= *x2 || x2 + w2 <= *x || y + h <= *y2 || y2 + h2 <= *y;
                assert!(apart, "{file}: {} and {}", node["label"]["lines"], other["label"]["lines"]);
            }
        }
        // PRODUCT: at fit, 85 of 100 nodes carry their label up to 60 nodes.
        assert!(
            nodes.len() > 60 || shown.len() * 100 >= nodes.len() * 85,
            "{file}: {} of {}",
            shown.len(),
            nodes.len()
        );
    }
}
