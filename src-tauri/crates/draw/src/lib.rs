//! Scene -> SVG, PNG, PDF: the one drawing of a graph, and the files made from it.
//!
//! [`Scene`] is what the window draws as it is and what every export draws: positions, shapes, paths, label anchors
//! and a legend, in CSS pixels at zoom 1. This crate never reads a file and never asks the machine for a font: the
//! one family it draws with is bundled.

mod canvas;
mod compose;
mod cover;
mod figure;
pub mod measure;
mod outline;
mod pdf;
mod plan;
mod png;
mod raster;
pub mod scene;
mod sheet;
mod sketch;
mod stamp;
pub mod style;
mod svg;

pub use compose::{compose, compose_watched};
pub use figure::{Figure, Footnote, Lettering, Provenance, Theme, TooLarge};
pub use pdf::pdf;
pub use png::{pixels, png, sides};
pub use scene::Scene;
pub use sheet::room;
pub use sketch::{Arrangement, Sketch, SketchCountry, SketchLink, SketchNode, What};
pub use svg::svg;
