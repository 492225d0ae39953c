//! A scene of one claim, for the tests of files.
#![allow(dead_code)] // Each test program uses its own part.

use draw::Scene;
use draw::scene::{
    Anchor, EdgeGlyph, EdgePart, Head, Label, Legend, LegendItem, LegendRow, Line, Mark, NodeGlyph, Rect,
    Stroke,
};

fn stroke(color: &'static str, dash: &[f64]) -> Stroke {
    Stroke { color, width: 1.35, dash: dash.to_vec(), round: !dash.is_empty() }
}

pub(crate) fn node(id: &str, name: &str, (x, y): (f64, f64), event: bool) -> NodeGlyph {
    let mark = Mark {
        d: "M-6.5 0L0 -6.5L6.5 0L0 6.5Z".into(),
        fill: Some(if event { "event-mark" } else { "place-mark" }),
        stroke: event.then(|| stroke("event-edge", &[2.0, 1.5])),
    };
    NodeGlyph {
        id: id.into(),
        event,
        x,
        y,
        r: 12.0,
        marks: vec![mark],
        monogram: None,
        ring: String::new(),
        label: Label {
            lines: vec![Line { text: name.into(), x: 0.0, y: 24.0 }],
            anchor: Anchor::Middle,
            size: 12.0,
            weight: 600,
            color: "ink",
            bounds: Rect { x: -40.0, y: 12.0, w: 80.0, h: 16.0 },
            shown: true,
        },
        opacity: 1.0,
        pinned: false,
    }
}

pub(crate) fn edge(id: &str, from: &str, to: &str) -> EdgeGlyph {
    let head = Mark { d: "M0 0L-7 3L-7 -3Z".into(), fill: Some("conf-mark"), stroke: None };
    EdgeGlyph {
        id: id.into(),
        claim: "serang".into(),
        from: from.into(),
        to: to.into(),
        part: EdgePart::Target,
        curve: [0.0, 0.0, 50.0, 0.0, 80.0, 60.0, 200.0, 100.0],
        stroke: stroke("conf-mark", &[0.1, 4.6]),
        heads: vec![Head { at_end: true, x: 200.0, y: 100.0, angle: 30.0, mark: head }],
        label: None,
        opacity: 0.7,
    }
}

/// One claim: Negeri <Satu> may attack Negeri Dua.
pub(crate) fn scene() -> Scene {
    let item =
        |text: &str| LegendItem { marks: Vec::new(), width: 20.0, text: text.into(), codes: Vec::new() };
    let items: Vec<LegendItem> =
        ["Rencana", "Mungkin", "Diserukan", "Tidak pasti", "Kerja sama: tindakan", "Konflik: ucapan"]
            .map(item)
            .into();
    Scene {
        bounds: Rect { x: -60.0, y: -20.0, w: 320.0, h: 160.0 },
        halos: Vec::new(),
        guides: Vec::new(),
        edges: vec![edge("serang-a", "satu", "serang"), edge("serang-b", "serang", "dua")],
        nodes: vec![
            node("satu", "Negeri <Satu> & \"kawan\"", (0.0, 0.0), false),
            node("dua", "Negeri Dua", (200.0, 100.0), false),
            node("serang", "menyerang (mungkin)", (90.0, 40.0), true),
        ],
        legend: Legend { rows: vec![LegendRow { title: "Status".into(), items }] },
    }
}
