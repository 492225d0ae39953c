//! Scene -> SVG, PNG, PDF: the one drawing of a graph, and the files made from it.
//!
//! [`Scene`] is what the window draws as it is and what every export draws: positions, shapes, paths, label anchors
//! and a legend, in CSS pixels at zoom 1. This crate never reads a file and never asks the machine for a font: the
//! one family it draws with is bundled.

mod compose;
mod figure;
pub mod measure;
mod pdf;
mod png;
pub mod scene;
mod sketch;
pub mod style;
mod svg;

pub use compose::compose;
pub use figure::{Figure, Provenance, TooLarge};
pub use pdf::pdf;
pub use png::png;
pub use scene::Scene;
pub use sketch::{Sketch, SketchLink, SketchNode, What};
pub use svg::svg;
