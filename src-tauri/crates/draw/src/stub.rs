//! Stand-in by the lead until the real composing lands; delete.
use crate::{Scene, Sketch, scene::*};
use std::collections::BTreeSet;
/// Stub.
pub struct Figure { pub dark: bool, pub transparent: bool, pub title: Option<String>, pub credit: Option<String>, pub legend: bool, pub hidden: BTreeSet<String>, pub scale: f64, pub width: Option<u32>, pub dpi: u32, pub language: model::Language, pub description: String }
/// Stub.
pub struct TooLarge { pub limit: u32 }
/// Stub.
pub fn svg(_: &Scene, _: &Figure) -> String { String::new() }
/// Stub.
pub fn png(_: &Scene, _: &Figure) -> Result<Vec<u8>, TooLarge> { Ok(Vec::new()) }
/// Stub.
pub fn compose(sketch: &Sketch) -> Scene {
    let nodes = sketch.nodes.iter().enumerate().map(|(i, n)| NodeGlyph { id: n.id.clone(), event: false, x: n.at.map_or((i % 8) as f64 * 90.0, |p| p.0), y: n.at.map_or((i / 8) as f64 * 60.0, |p| p.1), r: 10.0, marks: vec![], monogram: None, ring: String::new(), label: Label { lines: vec![], anchor: Anchor::Start, size: 12.0, weight: 500, color: "ink", bounds: Rect::default(), shown: true }, opacity: 1.0, pinned: n.pinned }).collect();
    Scene { bounds: Rect::default(), edges: vec![], nodes, legend: Legend::default() }
}
