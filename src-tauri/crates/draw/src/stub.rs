//! Stand-in by the lead until the real composing lands; delete.
use crate::Scene;
use std::collections::BTreeSet;
/// Stub.
pub struct Figure { pub dark: bool, pub transparent: bool, pub title: Option<String>, pub credit: Option<String>, pub legend: bool, pub hidden: BTreeSet<String>, pub scale: f64, pub width: Option<u32>, pub dpi: u32, pub language: model::Language, pub description: String }
/// Stub.
pub struct TooLarge { pub limit: u32 }
/// Stub.
pub fn svg(_: &Scene, _: &Figure) -> String { String::new() }
/// Stub.
pub fn png(_: &Scene, _: &Figure) -> Result<Vec<u8>, TooLarge> { Ok(Vec::new()) }
