//! The part of the wire that is about pictures: how one is to be made.

use serde::{Deserialize, Serialize};

#[cfg(test)]
use ts_rs::TS;

/// How a picture is to be made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Picture {
    /// File type.
    pub format: PictureFormat,
    /// Colours.
    pub theme: PictureTheme,
    /// Without a ground, for laying on a page.
    pub transparent: bool,
    /// What is drawn.
    pub scope: Scope,
    /// Ids of nodes and claims that the reader has filtered away: left out of the view.
    pub hidden: Vec<String>,
    /// Whether the view has lines to places, speakers and participants.
    pub minor: bool,
    /// Ids of nodes and claims that the reader has selected.
    pub selected: Vec<String>,
    /// Proportions of the sheet.
    pub shape: Shape,
    /// Pixels per unit, 0.25 to 8; PNG only. Ignored when `width` is set.
    pub scale: f64,
    /// Exact width in pixels, or none; PNG only.
    pub width: Option<u32>,
    /// Exact width on paper in centimetres (at `dpi` in a PNG), or none; PNG and PDF. Ignored when `width` is set.
    pub centimetres: Option<f64>,
    /// Dots per inch, written into the file; PNG only.
    pub dpi: u32,
    /// What words are; SVG only.
    pub words: Words,
    /// Headline over the figure, or none.
    pub title: Option<String>,
    /// Date line under the headline, as it is to be read, or none.
    pub date: Option<String>,
    /// Source line under the figure, or none.
    pub credit: Option<String>,
    /// Whether the legend is drawn. Status marks are always drawn.
    pub legend: bool,
    /// Whether the countries of nodes are drawn as grounds behind them.
    pub halos: bool,
    /// Whether the quotes are drawn as numbered footnotes.
    pub notes: bool,
    /// The day of reading, `YYYY-MM-DD`, written into the file with the article's hash and title, or none.
    pub read: Option<String>,
}

/// What of the graph is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "lowercase")]
pub enum Scope {
    /// The whole graph.
    All,
    /// What filters and focus leave.
    View,
    /// What is selected, with what ties it; all of it when nothing is.
    Selection,
}

/// Proportions of the sheet, width to height.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// As the drawing has it.
    Free,
    /// 16 to 9, for screens.
    Story,
    /// A4 or another of its series, lying.
    Landscape,
    /// A4 or another of its series, standing.
    Portrait,
    /// 1 to 1.
    Square,
    /// A1, lying.
    Poster,
}

/// What words are in an SVG file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "lowercase")]
pub enum Words {
    /// Shapes: the same everywhere.
    Outlines,
    /// Text that can be edited.
    Text,
}

/// Colours of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "lowercase")]
pub enum PictureTheme {
    /// Dark on near-white.
    Light,
    /// Light on blue-black.
    Dark,
    /// On white, with little ink, for greyscale too.
    Print,
}

/// File type of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "lowercase")]
pub enum PictureFormat {
    /// Scalable Vector Graphics.
    Svg,
    /// Portable Network Graphics.
    Png,
    /// Portable Document Format, one page.
    Pdf,
}

impl Default for Picture {
    /// A PNG of the whole graph at twice its size, light, with its legend.
    fn default() -> Self {
        Self {
            format: PictureFormat::Png,
            theme: PictureTheme::Light,
            transparent: false,
            scope: Scope::All,
            hidden: Vec::new(),
            minor: true,
            selected: Vec::new(),
            shape: Shape::Free,
            scale: 2.0,
            width: None,
            centimetres: None,
            dpi: 144,
            words: Words::Outlines,
            title: None,
            date: None,
            credit: None,
            legend: true,
            halos: false,
            notes: false,
            read: None,
        }
    }
}

/// A picture before it is written.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// Width of the file's picture in pixels; of a PDF or SVG at 96 an inch.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// An SVG: the bytes of the file. Else a PNG of the same sheet, no wider than asked.
    pub bytes: Vec<u8>,
}
