//! The drawing as data: a display list that the window, SVG and PNG share.
//!
//! Units: CSS pixels at zoom 1, x to the right, y down. Colours are names of the style table (`"person-mark"`), which
//! the window resolves through `tokens.css` and the export through the same table, so one scene serves every theme.

use serde::Serialize;

use crate::compose::path::number;

/// A whole figure, without title or source line: those belong to an export.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Scene {
    /// The box that holds every glyph and label.
    pub bounds: Rect,
    /// Faint lines that say how the figure is put in order; drawn under everything.
    pub guides: Vec<Guide>,
    /// Grounds behind the nodes of one country, for whoever asks for them; drawn under the guides.
    pub halos: Vec<Halo>,
    /// Drawn next, in this order.
    pub edges: Vec<EdgeGlyph>,
    /// Drawn on top, in this order: actors by importance, then events.
    pub nodes: Vec<NodeGlyph>,
    /// What is in the picture, and nothing else.
    pub legend: Legend,
}

/// A ring, a region or the edge of a column, with what it is called.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Guide {
    /// The line, in scene coordinates.
    pub mark: Mark,
    /// The words, relative to (0, 0) of the scene, or none.
    pub label: Option<Label>,
}

/// The ground of some nodes of one country. Its shape follows from where they stand: each a dot, each link a straight line
/// from centre to centre, painted as one path by each stroke in turn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Halo {
    /// ISO 3166-1 alpha-3.
    pub country: String,
    /// Ids of the nodes.
    pub nodes: Vec<String>,
    /// Ids of the two nodes of each link.
    pub links: Vec<[String; 2]>,
    /// With round caps.
    pub strokes: Vec<Stroke>,
    /// What it is called, or none where a node says it or there is no room.
    pub name: Option<HaloName>,
}

impl Halo {
    /// The path of those of its nodes that have a place; empty without any.
    pub fn path(&self, place: impl Fn(&str) -> Option<(f64, f64)>) -> String {
        let at = |(x, y): (f64, f64)| format!("{} {}", number(x), number(y));
        // A dot is a line of hardly any length, which every program gives its round caps.
        let dots = self.nodes.iter().filter_map(|id| place(id)).map(|p| format!("M{}h.01", at(p)));
        let line = |[from, to]: &[String; 2]| Some(format!("M{}L{}", at(place(from)?), at(place(to)?)));
        dots.chain(self.links.iter().filter_map(line)).collect()
    }
}

/// The name of a country beside a node of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct HaloName {
    /// Id of the node.
    pub of: String,
    /// The words, relative to the node's centre.
    pub label: Label,
}

/// An axis-parallel box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Rect {
    /// Left.
    pub x: f64,
    /// Top.
    pub y: f64,
    /// Width.
    pub w: f64,
    /// Height.
    pub h: f64,
}

/// A name of the style table, for example `person-mark` or `ink-2`. In the window: `var(--person-mark)`.
pub type Token = &'static str;

/// One painted path, in coordinates local to its glyph.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Mark {
    /// SVG path data.
    pub d: String,
    /// Fill colour; none if absent.
    #[cfg_attr(feature = "ts", ts(type = "string | null"))]
    pub fill: Option<Token>,
    /// Outline; none if absent.
    pub stroke: Option<Stroke>,
}

/// How a line is drawn.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Stroke {
    /// Colour.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub color: Token,
    /// Width in pixels.
    pub width: f64,
    /// Dash lengths; empty for a solid line.
    pub dash: Vec<f64>,
    /// Round caps (for dots) instead of butt caps. Joins are always round.
    pub round: bool,
}

/// An actor, place, thing or event.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct NodeGlyph {
    /// Entity or event id.
    pub id: String,
    /// Whether it is an event (a diamond).
    pub event: bool,
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius of the shape; edges end 2 px outside it.
    pub r: f64,
    /// The shape with its icon, monogram outlines, status fill and badges, painted in order around (0, 0).
    pub marks: Vec<Mark>,
    /// Letters inside the shape (ISO code), drawn as text centred on (0, 0), or none.
    pub monogram: Option<Monogram>,
    /// Path of the shape 5 px out, for the selection ring, around (0, 0).
    pub ring: String,
    /// The label, laid out.
    pub label: Label,
    /// 0.8 when the reading is uncertain, else 1.
    pub opacity: f64,
    /// Whether the reader placed it.
    pub pinned: bool,
}

/// Letters drawn inside a shape.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Monogram {
    /// For example `UA`.
    pub text: String,
    /// Font size in pixels, weight 700.
    pub size: f64,
    /// Colour.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub color: Token,
}

/// One or two lines of text at a fixed place relative to the glyph's centre.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Label {
    /// The lines, top to bottom.
    pub lines: Vec<Line>,
    /// Which end of each line stands at its x.
    pub anchor: Anchor,
    /// Font size in pixels.
    pub size: f64,
    /// Font weight: 500 or 600.
    pub weight: u16,
    /// Colour.
    #[cfg_attr(feature = "ts", ts(type = "string"))]
    pub color: Token,
    /// The box the text takes, relative to the glyph's centre.
    pub bounds: Rect,
    /// Whether it is shown at fit; a hidden label appears from twice the zoom and on hover.
    pub shown: bool,
}

/// One line of a label.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Line {
    /// The words.
    pub text: String,
    /// Where the anchor stands, relative to the glyph's centre.
    pub x: f64,
    /// The baseline, relative to the glyph's centre.
    pub y: f64,
}

/// `text-anchor`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum Anchor {
    /// Text runs to the right of x.
    Start,
    /// Centred on x.
    Middle,
    /// Text runs to the left of x.
    End,
}

/// A line between two glyphs: half a claim (source to event, event to target), a place, a voucher, or a relation.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct EdgeGlyph {
    /// Unique within the scene.
    pub id: String,
    /// The event or relation that it belongs to: what a click selects.
    pub claim: String,
    /// Node id.
    pub from: String,
    /// Node id.
    pub to: String,
    /// What the line stands for.
    pub part: EdgePart,
    /// A cubic Bezier curve: x0 y0, control 1, control 2, x1 y1, in scene coordinates, already cut at both glyphs.
    pub curve: [f64; 8],
    /// The line.
    pub stroke: Stroke,
    /// Arrow heads, each painted at its point and turned to its angle.
    pub heads: Vec<Head>,
    /// Name of a relation, shown when an end is selected; relative to (0, 0) of the scene.
    pub label: Option<Label>,
    /// 0.7 when the reading is uncertain, else 1.
    pub opacity: f64,
}

/// What a line stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum EdgePart {
    /// Source to event.
    Source,
    /// Event to target.
    Target,
    /// Event and a further participant.
    Participant,
    /// Event and its place.
    Place,
    /// Event and who vouches for it.
    Attribution,
    /// A standing relation.
    Relation,
}

/// An arrow head; its tip is at the origin and it points along +x.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Head {
    /// At the end (true) or the start (false) of the curve.
    pub at_end: bool,
    /// Tip.
    pub x: f64,
    /// Tip.
    pub y: f64,
    /// Degrees, clockwise.
    pub angle: f64,
    /// The shape.
    pub mark: Mark,
}

/// A caption of what is in the picture.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct Legend {
    /// Rows: nodes, lines, status. Rows with nothing in the picture are left out.
    pub rows: Vec<LegendRow>,
}

/// One row of the legend.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LegendRow {
    /// "Simpul", "Garis", "Status".
    pub title: String,
    /// The entries.
    pub items: Vec<LegendItem>,
}

/// A small drawing and its words.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub struct LegendItem {
    /// Painted in a box of `width` x 16, origin at its left middle.
    pub marks: Vec<Mark>,
    /// Width of the drawing in pixels.
    pub width: f64,
    /// The words.
    pub text: String,
    /// What it stands for, by the codes of the wire: kinds of entity (`person`), a quad class (`materialConflict`), a
    /// status (`planned`, `attributed`, `unsure`), or `event`, `relation`, `minor`.
    pub codes: Vec<String>,
}
