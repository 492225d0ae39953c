//! What is wrong with a drawing, counted on the scene as it is painted: the curves, not the straight ways between nodes.

use std::path::{Path, PathBuf};

use desk::Desk;
use desk::wire::{Command, Layout, Snapshot};

/// The graph pane of a window of 1280 by 800 pixels.
pub const PANE: (f64, f64) = (704.0, 625.0);

/// The texts of a folder, in order; none where there is no such folder.
pub fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "txt"))
        .collect();
    paths.sort();
    paths
}

/// An article as the window shows it, in a pane of [`PANE`] and in this language.
///
/// # Panics
/// When it cannot be read or is no article.
pub fn opened(path: &Path, language: &str) -> Snapshot {
    on_view(path, language).1
}

fn on_view(path: &Path, language: &str) -> (Desk, Snapshot) {
    let bytes = std::fs::read(path).expect("a readable article");
    let mut desk = Desk::new();
    // Nothing is open yet; this only says how large the pane is and in which language.
    let _ = desk.show(language, PANE);
    let shown = desk.open_bytes("article", &bytes).expect("an article");
    (desk, shown)
}

/// An article as the window shows it in this layout, and the milliseconds of processor time that the layout took; none
/// where the system does not tell.
///
/// # Panics
/// When it cannot be read or is no article.
pub fn laid_out(path: &Path, language: &str, layout: Layout) -> (Snapshot, Option<f64>) {
    let (mut desk, _) = on_view(path, language);
    let before = processor();
    let shown = desk.perform(Command::SetLayout { layout, focus: None }).expect("a layout");
    (shown, processor().zip(before).map(|(after, before)| after - before))
}

/// Milliseconds that this thread has run.
fn processor() -> Option<f64> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse::<f64>().ok().map(|nanoseconds| nanoseconds / 1e6)
}

/// A place in the drawing, in pixels.
type Point = (f64, f64);
/// Left, top, right, bottom.
type Sides = [f64; 4];

/// Steps that a curve is measured in.
const STEPS: u32 = 24;

/// Counts over one scene.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Flaws {
    /// Nodes.
    pub nodes: usize,
    /// Lines.
    pub lines: usize,
    /// Pairs of labels whose boxes meet, shown or not.
    pub label_label: usize,
    /// Labels that meet the circle of a foreign node.
    pub label_node: usize,
    /// Pairs of nodes whose circles meet.
    pub node_node: usize,
    /// Lines that pass the circle of a node that is neither end.
    pub line_node: usize,
    /// Lines that pass the label of a node that is neither end.
    pub line_label: usize,
    /// Lines that pass the label of one of their ends.
    pub line_own_label: usize,
    /// Pairs of lines without a common end that meet.
    pub crossings: usize,
    /// Labels that wait for a closer look.
    pub hidden: usize,
    /// Mean length of a line in pixels, along the curve.
    pub length: f64,
    /// At which the whole drawing fits the pane.
    pub zoom: f64,
}

impl Flaws {
    /// Of a scene in a pane of this size.
    pub fn of(snapshot: &Snapshot, pane: (f64, f64)) -> Self {
        let scene = &snapshot.scene;
        let nodes: Vec<(Point, f64, Sides)> = scene
            .nodes
            .iter()
            .map(|node| {
                let b = node.label.bounds;
                let (x, y) = (node.x + b.x, node.y + b.y);
                ((node.x, node.y), node.r, [x, y, x + b.w, y + b.h])
            })
            .collect();
        let seat = |id: &str| scene.nodes.iter().position(|node| node.id == id);
        let lines: Vec<(Option<usize>, Option<usize>, Vec<Point>)> =
            scene.edges.iter().map(|edge| (seat(&edge.from), seat(&edge.to), along(&edge.curve))).collect();
        let mut flaws = Self {
            nodes: nodes.len(),
            lines: lines.len(),
            hidden: scene.nodes.iter().filter(|node| !node.label.shown).count(),
            zoom: (pane.0 / scene.bounds.w.max(1.0)).min(pane.1 / scene.bounds.h.max(1.0)),
            ..Self::default()
        };
        for (i, (at, r, label)) in nodes.iter().enumerate() {
            for (j, (other, radius, name)) in nodes.iter().enumerate() {
                if i < j {
                    flaws.label_label += usize::from(meet(label, name));
                    flaws.node_node += usize::from(apart(*at, *other) < r + radius);
                }
                flaws.label_node += usize::from(i != j && on_circle(*other, *radius, label));
            }
        }
        for (k, (from, to, points)) in lines.iter().enumerate() {
            for (i, (at, r, label)) in nodes.iter().enumerate() {
                let own = *from == Some(i) || *to == Some(i);
                let through = points.windows(2).any(|pair| in_box(pair[0], pair[1], label));
                flaws.line_label += usize::from(!own && through);
                flaws.line_own_label += usize::from(own && through);
                flaws.line_node +=
                    usize::from(!own && points.windows(2).any(|pair| near(pair[0], pair[1], *at) < *r));
            }
            for (f, t, others) in &lines[k + 1..] {
                let shared = [from, to].iter().any(|end| *end == f || *end == t);
                let cross =
                    || points.windows(2).any(|a| others.windows(2).any(|b| crossing(a[0], a[1], b[0], b[1])));
                flaws.crossings += usize::from(!shared && cross());
            }
        }
        let total: f64 =
            lines.iter().flat_map(|(_, _, points)| points.windows(2)).map(|p| apart(p[0], p[1])).sum();
        flaws.length = total / lines.len().max(1) as f64;
        flaws
    }

    /// Heads of the columns of [`Self::row`].
    pub fn heads() -> String {
        format!(
            "{:<28}{:>6}{:>6}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>7}{:>8}{:>6}",
            "",
            "nodes",
            "lines",
            "lab-lab",
            "lab-nod",
            "nod-nod",
            "lin-nod",
            "lin-lab",
            "own-lab",
            "cross",
            "hidden",
            "length",
            "zoom"
        )
    }

    /// One line of a table.
    pub fn row(&self, name: &str) -> String {
        format!(
            "{:<28}{:>6}{:>6}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>8}{:>7}{:>8.1}{:>6.2}",
            name.chars().take(27).collect::<String>(),
            self.nodes,
            self.lines,
            self.label_label,
            self.label_node,
            self.node_node,
            self.line_node,
            self.line_label,
            self.line_own_label,
            self.crossings,
            self.hidden,
            self.length,
            self.zoom
        )
    }

    /// All counts together; length weighted by the lines, the zoom that of the worst.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        let lines = self.lines + other.lines;
        let weighed = self.length * self.lines as f64 + other.length * other.lines as f64;
        Self {
            nodes: self.nodes + other.nodes,
            lines,
            label_label: self.label_label + other.label_label,
            label_node: self.label_node + other.label_node,
            node_node: self.node_node + other.node_node,
            line_node: self.line_node + other.line_node,
            line_label: self.line_label + other.line_label,
            line_own_label: self.line_own_label + other.line_own_label,
            crossings: self.crossings + other.crossings,
            hidden: self.hidden + other.hidden,
            length: weighed / lines.max(1) as f64,
            zoom: if self.nodes == 0 { other.zoom } else { self.zoom.min(other.zoom) },
        }
    }
}

/// A cubic curve as points.
fn along(curve: &[f64; 8]) -> Vec<Point> {
    let value = |t: f64, axis: usize| {
        let u = 1.0 - t;
        let share = [u * u * u, 3.0 * u * u * t, 3.0 * u * t * t, t * t * t];
        share.iter().enumerate().map(|(k, share)| share * curve[k * 2 + axis]).sum()
    };
    (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS)).map(|t| (value(t, 0), value(t, 1))).collect()
}

fn apart(p: Point, q: Point) -> f64 {
    libm::hypot(p.0 - q.0, p.1 - q.1)
}

fn meet(a: &Sides, b: &Sides) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

fn on_circle(at: Point, r: f64, b: &Sides) -> bool {
    apart(at, (at.0.clamp(b[0], b[2]), at.1.clamp(b[1], b[3]))) < r
}

/// Distance of a place from a segment.
fn near(p: Point, q: Point, at: Point) -> f64 {
    let (dx, dy) = (q.0 - p.0, q.1 - p.1);
    let square = (dx * dx + dy * dy).max(1e-12);
    let t = (((at.0 - p.0) * dx + (at.1 - p.1) * dy) / square).clamp(0.0, 1.0);
    apart((p.0 + dx * t, p.1 + dy * t), at)
}

/// Whether the segment passes the box (Liang and Barsky 1984).
fn in_box(p: Point, q: Point, b: &Sides) -> bool {
    let (mut enter, mut leave) = (0.0_f64, 1.0_f64);
    for (from, step, low, high) in [(p.0, q.0 - p.0, b[0], b[2]), (p.1, q.1 - p.1, b[1], b[3])] {
        if step.abs() < 1e-12 {
            if from <= low || from >= high {
                return false;
            }
            continue;
        }
        let (a, b) = ((low - from) / step, (high - from) / step);
        enter = enter.max(a.min(b));
        leave = leave.min(a.max(b));
    }
    enter < leave
}

/// Whether the open segments `p q` and `r s` cross.
fn crossing(p: Point, q: Point, r: Point, s: Point) -> bool {
    let side = |a: Point, b: Point, c: Point| (b.0 - a.0) * (c.1 - a.1) - (b.1 - a.1) * (c.0 - a.0);
    side(p, q, r) * side(p, q, s) < 0.0 && side(r, s, p) * side(r, s, q) < 0.0
}
