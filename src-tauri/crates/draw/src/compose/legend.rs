//! The legend: what is in the picture, and nothing else.

use std::collections::BTreeSet;

use model::{EntityKind, Language, Modality, Plover, Quad};

use crate::scene::{EdgePart, Legend, LegendItem, LegendRow, Mark, Stroke, Token};
use crate::sketch::{Sketch, What};

use super::edges::head_mark;
use super::glyphs::sample;
use super::status::{self, Badge};

/// The legend of a sketch, in its language.
pub(crate) fn of(sketch: &Sketch) -> Legend {
    let say =
        |id: &'static str, en: &'static str| if sketch.language == Language::Indonesian { id } else { en };
    let rows = [
        (say("Simpul", "Nodes"), nodes(sketch, &say)),
        (say("Garis", "Lines"), lines(sketch, &say)),
        (say("Status", "Status"), statuses(sketch, &say)),
    ];
    let rows = rows.into_iter().filter(|(_, items)| !items.is_empty());
    Legend { rows: rows.map(|(title, items)| LegendRow { title: title.to_owned(), items }).collect() }
}

type Say<'a> = &'a dyn Fn(&'static str, &'static str) -> &'static str;

fn nodes(sketch: &Sketch, say: Say<'_>) -> Vec<LegendItem> {
    let kinds: BTreeSet<EntityKind> = sketch
        .nodes
        .iter()
        .filter_map(|node| match node.what {
            What::Entity(kind) => Some(kind),
            What::Event { .. } => None,
        })
        .collect();
    let has = |wanted: &[EntityKind]| wanted.iter().any(|kind| kinds.contains(kind));
    use EntityKind::{Agreement, Country, Facility, Group, Organization, Other, Person, Place, Weapon};
    let rows: [(&[EntityKind], EntityKind, &str); 5] = [
        (&[Person], Person, say("Tokoh", "Person")),
        (&[Organization], Organization, say("Organisasi", "Organisation")),
        (&[Group], Group, say("Kelompok", "Group")),
        (&[Country, Place, Facility], Place, say("Negara, tempat", "Country, place")),
        (&[Agreement, Weapon, Other], Other, say("Lainnya", "Other")),
    ];
    let mut items: Vec<LegendItem> = rows
        .into_iter()
        .filter(|(kinds, _, _)| has(kinds))
        .map(|(_, kind, text)| LegendItem {
            marks: sample(What::Entity(kind), 6.5, 8.0),
            width: 16.0,
            text: text.to_owned(),
        })
        .collect();
    if sketch.nodes.iter().any(|node| matches!(node.what, What::Event { .. })) {
        let what = What::Event { plover: Plover::Other, modality: Modality::Actual, alleged: false };
        items.push(LegendItem {
            marks: sample(what, 5.8, 8.0),
            width: 16.0,
            text: say("Peristiwa", "Event").to_owned(),
        });
    }
    items
}

fn lines(sketch: &Sketch, say: Say<'_>) -> Vec<LegendItem> {
    let quads: BTreeSet<Quad> =
        main_links(sketch).filter_map(|link| link.plover.and_then(Plover::quad)).collect();
    let rows = [
        (Quad::MaterialCooperation, "coop-mark", true, say("Kerja sama: tindakan", "Cooperation: deed")),
        (Quad::VerbalCooperation, "coop-mark", false, say("Kerja sama: ucapan", "Cooperation: words")),
        (Quad::MaterialConflict, "conf-mark", true, say("Konflik: tindakan", "Conflict: deed")),
        (Quad::VerbalConflict, "conf-mark", false, say("Konflik: ucapan", "Conflict: words")),
    ];
    let mut items: Vec<LegendItem> = rows
        .into_iter()
        .filter(|(quad, ..)| quads.contains(quad))
        .map(|(quad, color, material, text)| {
            arrow(color, material, quad == Quad::MaterialConflict || quad == Quad::VerbalConflict, text)
        })
        .collect();
    let part = |wanted: &[EdgePart]| sketch.links.iter().any(|link| wanted.contains(&link.part));
    if part(&[EdgePart::Relation]) {
        items.push(plain("rel-mark", vec![], say("Hubungan tetap", "Standing relation")));
    }
    if part(&[EdgePart::Place, EdgePart::Participant, EdgePart::Attribution]) {
        items.push(plain(
            "minor-mark",
            vec![1.0, 4.5],
            say("Tempat, penutur, peserta", "Place, speaker, participant"),
        ));
    }
    items
}

fn statuses(sketch: &Sketch, say: Say<'_>) -> Vec<LegendItem> {
    let found: BTreeSet<u8> = sketch.nodes.iter().flat_map(status::badges).map(|badge| badge as u8).collect();
    let rows = [
        (Badge::Alleged, Modality::Actual, say("Menurut pihak lain", "Said by somebody")),
        (Badge::Planned, Modality::Planned, say("Rencana", "Planned")),
        (Badge::Hypothetical, Modality::Hypothetical, say("Mungkin", "Possible")),
        (Badge::CalledFor, Modality::CalledFor, say("Diserukan", "Called for")),
        (Badge::Negated, Modality::Negated, say("Tidak terjadi", "Did not happen")),
        (Badge::Unsure, Modality::Actual, say("Tidak pasti terbaca", "Uncertain reading")),
    ];
    rows.into_iter()
        .filter(|(badge, ..)| found.contains(&(*badge as u8)))
        .map(|(badge, modality, text)| {
            let what = What::Event { plover: Plover::Other, modality, alleged: false };
            let mut marks = sample(what, 5.8, 8.0);
            marks.extend(status::marks(badge, 14.0, -4.2));
            LegendItem { marks, width: 20.0, text: text.to_owned() }
        })
        .collect()
}

fn main_links(sketch: &Sketch) -> impl Iterator<Item = &crate::sketch::SketchLink> {
    sketch.links.iter().filter(|link| matches!(link.part, EdgePart::Source | EdgePart::Target))
}

fn arrow(color: Token, material: bool, conflict: bool, text: &str) -> LegendItem {
    let (width, dash) = if material { (2.25, vec![]) } else { (1.35, vec![5.0, 3.0]) };
    let mut head = head_mark(8.0, 4.0, conflict, color);
    head.d = super::path::moved(&head.d, 1.0, 33.0, 0.0);
    let line = Mark {
        d: "M1 0H26".to_owned(),
        fill: None,
        stroke: Some(Stroke { color, width, dash, round: false }),
    };
    LegendItem { marks: vec![line, head], width: 34.0, text: text.to_owned() }
}

fn plain(color: Token, dash: Vec<f64>, text: &str) -> LegendItem {
    let line = Mark {
        d: "M1 0H29".to_owned(),
        fill: None,
        stroke: Some(Stroke { color, width: 1.1, dash, round: false }),
    };
    LegendItem { marks: vec![line], width: 30.0, text: text.to_owned() }
}
