//! What a reader asks of an exported figure. Pure data: it holds no drawing.

use std::collections::BTreeSet;

use model::Language;

/// A figure to make from a scene.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Colours.
    pub theme: Theme,
    /// Without a ground, for laying on a page. Halos and rings keep the canvas colour: they part lines from words.
    pub transparent: bool,
    /// Headline over the drawing.
    pub title: Option<String>,
    /// Line with the date, under the headline.
    pub date: Option<String>,
    /// Source line under the drawing.
    pub credit: Option<String>,
    /// Whether the legend is drawn. Status marks are always drawn.
    pub legend: bool,
    /// Whether the countries of nodes are drawn as grounds behind them.
    pub halos: bool,
    /// Quotes as evidence, under the legend; their numbers stand at the labels of their events.
    pub notes: Vec<Footnote>,
    /// Ids of nodes and claims that are left out, each with its lines.
    pub hidden: BTreeSet<String>,
    /// Width to height of the sheet; as the drawing has it if absent or no size.
    pub proportions: Option<(f64, f64)>,
    /// Pixels per unit, 0.25 to 8; PNG only. Ignored when `width` is set.
    pub scale: f64,
    /// Exact width in pixels; PNG only.
    pub width: Option<u32>,
    /// Exact width on paper in centimetres, at `dpi` (96 if that is 0) in a PNG; PNG and PDF. Ignored when `width` is set.
    pub centimetres: Option<f64>,
    /// Dots per inch, written into the file; PNG only. 0 writes none.
    pub dpi: u32,
    /// What words are; SVG only.
    pub lettering: Lettering,
    /// Language of the words that the sheet itself adds.
    pub language: Language,
    /// The drawing in words, for those who cannot see it.
    pub description: String,
    /// What the figure was made from, written into the file and not drawn.
    pub provenance: Option<Provenance>,
}

/// Colours of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on a near-white ground.
    Light,
    /// Light on blue-black.
    Dark,
    /// On white, shapes drawn by their outlines to save ink; quad classes differ in lightness, so that greyscale keeps them.
    Print,
}

/// What words are in an SVG file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lettering {
    /// Outlines: the same on every machine and in every program.
    Outlines,
    /// Text that can be edited, in Inter where the reader's machine has it, held to the width it has in Inter.
    Text,
}

/// A quote and the claims that rest on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// Ids of events.
    pub claims: Vec<String>,
    /// The words, with their quotation marks.
    pub quote: String,
}

/// What a figure was made from, so that a file found years later can be held against its article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provenance {
    /// SHA-256 of the article's text as UTF-8, 64 hexadecimal digits.
    pub sha256: String,
    /// Headline of the article.
    pub title: String,
    /// The day it was read, `YYYY-MM-DD`; none where the caller told no date.
    pub read: Option<String>,
    /// Version of the program that read and drew it.
    pub version: String,
}

impl Default for Figure {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            transparent: false,
            title: None,
            date: None,
            credit: None,
            legend: true,
            halos: false,
            notes: Vec::new(),
            hidden: BTreeSet::new(),
            proportions: None,
            scale: 1.0,
            width: None,
            centimetres: None,
            dpi: 96,
            lettering: Lettering::Outlines,
            language: Language::Indonesian,
            description: String::new(),
            provenance: None,
        }
    }
}

/// The picture would be larger than [`TooLarge::SIDE`] pixels on a side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLarge {
    /// Pixels allowed on a side.
    pub limit: u32,
}

impl TooLarge {
    /// Pixels allowed on a side: 40 inches at 300 dots per inch.
    pub const SIDE: u32 = 12_000;
}

impl std::fmt::Display for TooLarge {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "a picture has at most {} pixels on a side", self.limit)
    }
}

impl std::error::Error for TooLarge {}
