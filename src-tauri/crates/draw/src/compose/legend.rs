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
    let rows: [(&[EntityKind], EntityKind, &[&str], &str); 5] = [
        (&[Person], Person, &["person"], say("Tokoh", "Person")),
        (&[Organization], Organization, &["organization"], say("Organisasi", "Organisation")),
        (&[Group], Group, &["group"], say("Kelompok", "Group")),
        (
            &[Country, Place, Facility],
            Place,
            &["country", "place", "facility"],
            say("Negara, tempat", "Country, place"),
        ),
        (
            &[Agreement, Weapon, Other],
            Other,
            &["agreement", "weapon", "other_actor"],
            say("Lainnya", "Other"),
        ),
    ];
    let mut items: Vec<LegendItem> = rows
        .into_iter()
        .filter(|(kinds, ..)| has(kinds))
        .map(|(_, kind, codes, text)| item(sample(What::Entity(kind), 6.5, 8.0), 16.0, text, codes))
        .collect();
    if sketch.nodes.iter().any(|node| matches!(node.what, What::Event { .. })) {
        let what = What::Event { plover: Plover::Other, modality: Modality::Actual, alleged: false };
        items.push(item(sample(what, 5.8, 8.0), 16.0, say("Peristiwa", "Event"), &["event"]));
    }
    items
}

fn lines(sketch: &Sketch, say: Say<'_>) -> Vec<LegendItem> {
    let quads: BTreeSet<Quad> =
        main_links(sketch).filter_map(|link| link.plover.and_then(Plover::quad)).collect();
    let rows = [
        (
            Quad::MaterialCooperation,
            "coop-mark",
            true,
            "materialCooperation",
            say("Kerja sama: tindakan", "Cooperation: deed"),
        ),
        (
            Quad::VerbalCooperation,
            "coop-mark",
            false,
            "verbalCooperation",
            say("Kerja sama: ucapan", "Cooperation: words"),
        ),
        (
            Quad::MaterialConflict,
            "conf-mark",
            true,
            "materialConflict",
            say("Konflik: tindakan", "Conflict: deed"),
        ),
        (
            Quad::VerbalConflict,
            "conf-mark",
            false,
            "verbalConflict",
            say("Konflik: ucapan", "Conflict: words"),
        ),
    ];
    let mut items: Vec<LegendItem> = rows
        .into_iter()
        .filter(|(quad, ..)| quads.contains(quad))
        .map(|(quad, color, material, code, text)| {
            let conflict = quad == Quad::MaterialConflict || quad == Quad::VerbalConflict;
            arrow(color, material, conflict, text, code)
        })
        .collect();
    let part = |wanted: &[EdgePart]| sketch.links.iter().any(|link| wanted.contains(&link.part));
    if part(&[EdgePart::Relation]) {
        items.push(plain("rel-mark", vec![], say("Hubungan tetap", "Standing relation"), "relation"));
    }
    if part(&[EdgePart::Place, EdgePart::Participant, EdgePart::Attribution]) {
        items.push(plain(
            "minor-mark",
            vec![1.0, 4.5],
            say("Tempat, penutur, peserta", "Place, speaker, participant"),
            "minor",
        ));
    }
    items
}

fn statuses(sketch: &Sketch, say: Say<'_>) -> Vec<LegendItem> {
    let found: BTreeSet<u8> = sketch.nodes.iter().flat_map(status::badges).map(|badge| badge as u8).collect();
    let rows = [
        (Badge::Alleged, Modality::Actual, "attributed", say("Menurut pihak lain", "Said by somebody")),
        (Badge::Planned, Modality::Planned, "planned", say("Rencana", "Planned")),
        (Badge::Hypothetical, Modality::Hypothetical, "hypothetical", say("Mungkin", "Possible")),
        (Badge::CalledFor, Modality::CalledFor, "calledFor", say("Diserukan", "Called for")),
        (Badge::Negated, Modality::Negated, "negated", say("Tidak terjadi", "Did not happen")),
        (Badge::Unsure, Modality::Actual, "unsure", say("Tidak pasti terbaca", "Uncertain reading")),
    ];
    rows.into_iter()
        .filter(|(badge, ..)| found.contains(&(*badge as u8)))
        .map(|(badge, modality, code, text)| {
            let what = What::Event { plover: Plover::Other, modality, alleged: false };
            let mut marks = sample(what, 5.8, 8.0);
            marks.extend(status::marks(badge, 14.0, -4.2));
            item(marks, 20.0, text, &[code])
        })
        .collect()
}

fn main_links(sketch: &Sketch) -> impl Iterator<Item = &crate::sketch::SketchLink> {
    sketch.links.iter().filter(|link| matches!(link.part, EdgePart::Source | EdgePart::Target))
}

fn arrow(color: Token, material: bool, conflict: bool, text: &str, code: &str) -> LegendItem {
    let (width, dash) = if material { (2.25, vec![]) } else { (1.35, vec![5.0, 3.0]) };
    let mut head = head_mark(8.0, 4.0, conflict, color);
    head.d = super::path::moved(&head.d, 1.0, 33.0, 0.0);
    let line = Mark {
        d: "M1 0H26".to_owned(),
        fill: None,
        stroke: Some(Stroke { color, width, dash, round: false }),
    };
    item(vec![line, head], 34.0, text, &[code])
}

fn plain(color: Token, dash: Vec<f64>, text: &str, code: &str) -> LegendItem {
    let line = Mark {
        d: "M1 0H29".to_owned(),
        fill: None,
        stroke: Some(Stroke { color, width: 1.1, dash, round: false }),
    };
    item(vec![line], 30.0, text, &[code])
}

fn item(marks: Vec<Mark>, width: f64, text: &str, codes: &[&str]) -> LegendItem {
    let codes = codes.iter().map(|&code| code.to_owned()).collect();
    LegendItem { marks, width, text: text.to_owned(), codes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sketch::{Arrangement, SketchLink, SketchNode};

    /// One of everything that a legend can have.
    fn everything(language: Language) -> Sketch {
        let node = |id: usize, what, uncertain| SketchNode {
            id: id.to_string(),
            what,
            label: String::new(),
            letters: None,
            country: None,
            when: None,
            uncertain,
            at: None,
            pinned: false,
        };
        let event = |modality, alleged| What::Event { plover: Plover::Other, modality, alleged };
        let kinds = EntityKind::ALL.iter().map(|&kind| (What::Entity(kind), false));
        let modalities = [
            Modality::Actual,
            Modality::Planned,
            Modality::Hypothetical,
            Modality::CalledFor,
            Modality::Negated,
        ]
        .map(|modality| (event(modality, modality == Modality::Actual), false));
        let unsure = (event(Modality::Actual, false), true);
        let nodes = kinds.chain(modalities).chain([unsure]);
        let link = |id: usize, part, plover: Option<Plover>| SketchLink {
            id: id.to_string(),
            claim: id.to_string(),
            from: "0".to_owned(),
            to: "1".to_owned(),
            part,
            plover,
            modality: Modality::Actual,
            alleged: false,
            uncertain: false,
            mutual: false,
            headless: false,
            knowledge: false,
            label: None,
        };
        let events = Plover::ALL.iter().map(|&plover| (EdgePart::Source, Some(plover)));
        let links = events.chain([(EdgePart::Relation, None), (EdgePart::Place, None)]);
        Sketch {
            language,
            canvas: (1.0, 1.0),
            arrangement: Arrangement::default(),
            nodes: nodes.enumerate().map(|(id, (what, uncertain))| node(id, what, uncertain)).collect(),
            links: links.enumerate().map(|(id, (part, plover))| link(id, part, plover)).collect(),
        }
    }

    #[test]
    fn the_help_explains_every_mark_that_there_is() {
        let legends = [Language::Indonesian, Language::English].map(|language| {
            let legend = of(&everything(language));
            assert_eq!(legend.rows.iter().map(|row| row.items.len()).collect::<Vec<_>>(), [6, 6, 6]);
            (language.code().to_owned(), serde_json::to_value(legend).expect("a legend is data"))
        });
        let legends: serde_json::Map<String, serde_json::Value> = legends.into_iter().collect();
        let written = format!("{}\n", serde_json::to_string_pretty(&legends).expect("a legend is data"));
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/panels/help/marks.json");
        if std::env::var_os("WARTAGRAF_BLESS").is_some() {
            std::fs::write(path, &written).expect("a writable checkout");
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(committed, written, "run with WARTAGRAF_BLESS=1 to write it again");
    }
}
