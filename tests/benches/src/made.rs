//! A made-up news graph of any size: events with two to four parts, and actors who are met the more often the more often
//! they have been met already (Barabasi and Albert 1999). The same size is the same graph.

use draw::scene::{EdgePart, Legend, Rect};
use draw::{Scene, Sketch, SketchLink, SketchNode, What};
use layout::Link;
use model::{EntityKind, Language, Modality, Plover};

const FIRST: [&str; 12] = [
    "Kementerian",
    "Presiden",
    "Dewan",
    "Komisi",
    "Gubernur",
    "Partai",
    "Kota",
    "Pasukan",
    "Serikat",
    "Badan",
    "Menteri",
    "Aliansi",
];
const SECOND: [&str; 14] = [
    "Perdagangan",
    "Teluk Utara",
    "Keamanan",
    "Arganta",
    "Pelabuhan",
    "Selat Barat",
    "Energi",
    "Borusia",
    "Perikanan",
    "Lembah Sungai",
    "Pertanian",
    "Meranti",
    "Kesehatan",
    "Nusa Kecil",
];
const VERBS: [&str; 8] = [
    "mengecam",
    "bertemu",
    "menandatangani",
    "menyerang",
    "membantu",
    "menolak usulan",
    "menuduh",
    "mengirim pasukan",
];
const KINDS: [Plover; 8] = [
    Plover::Accuse,
    Plover::Consult,
    Plover::Agree,
    Plover::Assault,
    Plover::Aid,
    Plover::Reject,
    Plover::Accuse,
    Plover::Mobilize,
];
const ACTORS: [EntityKind; 6] = [
    EntityKind::Organization,
    EntityKind::Person,
    EntityKind::Country,
    EntityKind::Group,
    EntityKind::Place,
    EntityKind::Facility,
];

/// Nodes with their places, in pixels, and lines between them.
pub struct Made {
    /// Node after node.
    pub sketch: Sketch,
    /// From and to, as indices of nodes, line after line.
    pub ends: Vec<(usize, usize)>,
}

impl Made {
    /// Of this many nodes, about half of them events. A line is 110 pixels long on the average.
    ///
    /// # Panics
    /// With fewer than 8 nodes.
    pub fn of(count: usize) -> Self {
        let events = count / 2;
        let actors = count - events;
        let mut chance = Chance(7);
        let mut met: Vec<usize> = (0..actors).collect();
        let mut ends = Vec::new();
        let mut parts = Vec::new();
        for event in 0..events {
            let mut taken: Vec<usize> = Vec::new();
            for part in [EdgePart::Source, EdgePart::Target, EdgePart::Place, EdgePart::Participant]
                .into_iter()
                .take(2 + chance.below(3))
            {
                let actor = met[chance.below(met.len())];
                if taken.contains(&actor) {
                    continue;
                }
                taken.push(actor);
                met.push(actor);
                let (event, source) = (actors + event, part == EdgePart::Source);
                ends.push(if source { (actor, event) } else { (event, actor) });
                parts.push(part);
            }
        }
        let label = |at: usize| {
            if at < actors {
                format!("{} {} {at}", FIRST[at % FIRST.len()], SECOND[at % SECOND.len()])
            } else {
                VERBS[at % 8].to_owned()
            }
        };
        let places = placed(count, &ends);
        let node = |at: usize| SketchNode {
            id: format!("n{at}"),
            what: if at < actors {
                What::Entity(ACTORS[at % ACTORS.len()])
            } else {
                What::Event {
                    plover: KINDS[at % 8],
                    modality: Modality::Actual,
                    alleged: at.is_multiple_of(5),
                }
            },
            label: label(at),
            letters: None,
            country: None,
            uncertain: false,
            at: Some(places[at]),
            pinned: false,
            when: None,
        };
        let link = |at: usize| {
            let event = ends[at].0.max(ends[at].1);
            SketchLink {
                id: format!("l{at}"),
                claim: format!("n{event}"),
                from: format!("n{}", ends[at].0),
                to: format!("n{}", ends[at].1),
                part: parts[at],
                plover: Some(KINDS[event % 8]),
                modality: Modality::Actual,
                alleged: false,
                uncertain: false,
                mutual: false,
                headless: false,
                knowledge: false,
                label: None,
            }
        };
        let sketch = Sketch {
            language: Language::Indonesian,
            canvas: (1280.0, 720.0),
            arrangement: draw::Arrangement::default(),
            nodes: (0..count).map(node).collect(),
            links: (0..ends.len()).map(link).collect(),
        };
        Self { sketch, ends }
    }

    /// The drawing, every node with its name. Each line is composed by itself: sides and bends that are chosen together
    /// are not what is measured here.
    ///
    /// # Panics
    /// Never: a sketch of two nodes has two glyphs.
    pub fn scene(&self) -> Scene {
        let alone = |nodes: &[usize], links: Vec<SketchLink>| {
            let nodes = nodes.iter().map(|at| self.sketch.nodes[*at].clone()).collect();
            let Sketch { language, canvas, .. } = self.sketch;
            draw::compose(&Sketch {
                language,
                canvas,
                arrangement: draw::Arrangement::default(),
                nodes,
                links,
            })
        };
        let mut glyphs = Vec::new();
        for at in 0..self.sketch.nodes.len() {
            glyphs.extend(alone(&[at], Vec::new()).nodes);
        }
        let mut edges = Vec::new();
        for ((from, to), link) in self.ends.iter().zip(&self.sketch.links) {
            edges.extend(alone(&[*from, *to], vec![link.clone()]).edges);
        }
        let (mut low, mut high) = ((f64::MAX, f64::MAX), (f64::MIN, f64::MIN));
        for glyph in &mut glyphs {
            glyph.label.shown = true;
            let b = glyph.label.bounds;
            low = (low.0.min(glyph.x + b.x.min(-24.0)), low.1.min(glyph.y - 24.0));
            high = (high.0.max(glyph.x + (b.x + b.w).max(24.0)), high.1.max(glyph.y + (b.y + b.h).max(24.0)));
        }
        let bounds = Rect { x: low.0, y: low.1, w: high.0 - low.0, h: high.1 - low.1 };
        Scene {
            bounds,
            edges,
            nodes: glyphs,
            guides: Vec::new(),
            halos: Vec::new(),
            legend: Legend::default(),
        }
    }
}

/// Places by stress, scaled so that a line is 110 pixels long on the average.
fn placed(count: usize, ends: &[(usize, usize)]) -> Vec<(f64, f64)> {
    let links: Vec<Link> = ends.iter().map(|(a, b)| Link { a: *a, b: *b }).collect();
    let places = layout::full_stress(count, &links, (16.0, 9.0), &mut |_| true).expect("a small graph");
    let length = |(a, b): &(usize, usize)| {
        let (dx, dy) = (places[*a].0 - places[*b].0, places[*a].1 - places[*b].1);
        (dx * dx + dy * dy).sqrt()
    };
    let scale = 110.0 * ends.len() as f64 / ends.iter().map(length).sum::<f64>();
    // Whole hundredths: every program reads the same numbers.
    let short = |value: f64| (value * scale * 100.0).round() / 100.0;
    places.iter().map(|(x, y)| (short(*x), short(*y))).collect()
}

/// Numbers that look random (Steele, Lea and Flood 2014: SplitMix64).
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % most as u64) as usize
    }
}
