//! Soft grounds behind the nodes of one country, each with the country's name, or its three letters where that has no
//! room. They follow from where the nodes stand and
//! move none.
//!
//! After bubble sets (Collins, Penn and Carpendale 2009), in the plain form of KelpFusion's shortest links (Meulemans et
//! al. 2013): discs about the nodes, joined along a minimum spanning forest whose links pass nobody else.

use std::collections::BTreeMap;

use crate::measure;
use crate::scene::{Anchor, EdgeGlyph, Guide, Halo, HaloName, Label, Line, NodeGlyph, Rect, Stroke};
use crate::sketch::{Sketch, SketchCountry};

use super::controls;
use super::geometry::{Point, bounds_of, crosses, distance, points, shared};

/// Width of the ground about a node and along a link, in pixels.
const WIDTH: f64 = 52.0;
/// Nodes further apart stand on grounds of their own.
const REACH: f64 = 190.0;
const SIZE: f64 = 11.0;
/// Around a name, to what else stands there.
const AIR: f64 = 3.0;
/// The same for three letters that have no other place.
const TIGHT: f64 = 0.0;
/// Nodes of a ground about which its name is tried.
const TRIES: usize = 12;

/// The halos of every country that two nodes or more are of, in the order of codes.
pub(crate) fn of(
    sketch: &Sketch,
    nodes: &[NodeGlyph],
    edges: &[EdgeGlyph],
    guides: &[Guide],
    bounds: Rect,
) -> Vec<Halo> {
    let countries: BTreeMap<&str, &SketchCountry> =
        sketch.nodes.iter().filter_map(|node| Some((node.id.as_str(), node.country.as_ref()?))).collect();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for country in countries.values() {
        *count.entry(&country.code).or_default() += 1;
    }
    let mut held: Vec<Held<'_>> = nodes
        .iter()
        .filter_map(|node| Some(Held { country: *countries.get(node.id.as_str())?, node }))
        .filter(|held| count[held.country.code.as_str()] > 1)
        .collect();
    // By country, and as the nodes are painted in each.
    held.sort_by(|a, b| a.country.code.cmp(&b.country.code));
    let others: Vec<(&NodeGlyph, Option<&str>)> = nodes
        .iter()
        .filter(|node| !node.event)
        .map(|node| (node, countries.get(node.id.as_str()).map(|country| country.code.as_str())))
        .collect();
    let mut room = Room::of(sketch.canvas, nodes, edges, guides, bounds);
    let grounds = grounds(&held, &others);
    // The smallest choose first, since they have the fewest places for a name.
    let mut order: Vec<usize> = (0..grounds.len()).collect();
    order.sort_by_key(|&at| grounds[at].0.len());
    let mut names: Vec<Option<HaloName>> = vec![None; grounds.len()];
    for at in order {
        let (parts, links) = &grounds[at];
        let country = parts[0].country;
        // A country that stands alone says its name itself.
        let told = parts.len() == 1 && country.itself;
        // Three letters have a place where a whole name has none.
        let words: &[(&String, f64)] =
            if told { &[] } else { &[(&country.name, AIR), (&country.code, AIR), (&country.code, TIGHT)] };
        names[at] = words.iter().find_map(|(words, air)| room.name(words, *air, parts, links));
    }
    let halo = |((parts, links), name): ((Vec<Held<'_>>, Vec<Link<'_>>), Option<HaloName>)| Halo {
        country: parts[0].country.code.clone(),
        nodes: parts.iter().map(|part| part.node.id.clone()).collect(),
        links: links.iter().map(|ends| ends.map(|node| node.id.clone())).collect(),
        strokes: vec![stroke("line", WIDTH + 2.0), stroke("sunk", WIDTH)],
        name,
    };
    // A node alone beside which its country finds no room has no ground: a ground says whose it is.
    let says = |((parts, _), name): &((Vec<Held<'_>>, Vec<Link<'_>>), Option<HaloName>)| {
        name.is_some() || parts.len() > 1 || parts[0].country.itself
    };
    grounds.into_iter().zip(names).filter(says).map(halo).collect()
}

/// A node of a country.
#[derive(Clone, Copy)]
struct Held<'a> {
    country: &'a SketchCountry,
    node: &'a NodeGlyph,
}

type Link<'a> = [&'a NodeGlyph; 2];

fn stroke(color: &'static str, width: f64) -> Stroke {
    Stroke { color, width, dash: Vec::new(), round: true }
}

/// The nodes and links of each ground, by Kruskal's algorithm: the shortest links first.
fn grounds<'a>(
    held: &[Held<'a>],
    others: &[(&NodeGlyph, Option<&str>)],
) -> Vec<(Vec<Held<'a>>, Vec<Link<'a>>)> {
    let code = |at: usize| held[at].country.code.as_str();
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for a in 0..held.len() {
        for b in (a + 1..held.len()).take_while(|b| code(*b) == code(a)) {
            let way = distance(middle(held[a].node), middle(held[b].node));
            if way <= REACH {
                pairs.push((way, a, b));
            }
        }
    }
    pairs.sort_by(|one, other| one.0.total_cmp(&other.0).then((one.1, one.2).cmp(&(other.1, other.2))));
    let mut ground: Vec<usize> = (0..held.len()).collect();
    let mut links: Vec<(usize, Link<'a>)> = Vec::new();
    for (_, a, b) in pairs {
        let link = [held[a].node, held[b].node];
        let (kept, gone) = (ground[a].min(ground[b]), ground[a].max(ground[b]));
        let strange = |(node, other): &(&NodeGlyph, Option<&str>)| {
            *other != Some(code(a)) && aside(link, middle(node)) < WIDTH / 2.0 + node.r
        };
        let meets = |(end, other): &(usize, Link<'a>)| code(*end) != code(a) && gap(link, *other) < WIDTH;
        if kept == gone || others.iter().any(strange) || links.iter().any(meets) {
            continue;
        }
        ground.iter_mut().filter(|at| **at == gone).for_each(|at| *at = kept);
        links.push((a, link));
    }
    let each = (0..held.len()).filter(|&at| ground[at] == at);
    each.map(|first| {
        let parts = held.iter().zip(&ground).filter(|(_, at)| **at == first).map(|(part, _)| *part);
        let links = links.iter().filter(|(end, _)| ground[*end] == first).map(|(_, link)| *link);
        (parts.collect(), links.collect())
    })
    .collect()
}

fn middle(node: &NodeGlyph) -> Point {
    (node.x, node.y)
}

/// How far a point is from the straight way between two nodes.
fn aside([from, to]: Link<'_>, (x, y): Point) -> f64 {
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let (px, py) = (x - from.x, y - from.y);
    let share = ((px * dx + py * dy) / (dx * dx + dy * dy).max(1e-9)).clamp(0.0, 1.0);
    libm::hypot(px - dx * share, py - dy * share)
}

/// How near two straight ways come to each other.
fn gap(one: Link<'_>, other: Link<'_>) -> f64 {
    let side = |[a, b]: Link<'_>, p: &NodeGlyph| (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
    let parted = |link, ends: Link<'_>| side(link, ends[0]) * side(link, ends[1]) < 0.0;
    if parted(one, other) && parted(other, one) {
        return 0.0;
    }
    let ends =
        other.map(|end| aside(one, middle(end))).into_iter().chain(one.map(|end| aside(other, middle(end))));
    ends.fold(f64::MAX, f64::min)
}

/// What names have to keep clear of.
struct Room<'a> {
    nodes: &'a [NodeGlyph],
    /// Glyphs, labels and the names so far: never to be met.
    taken: Vec<Rect>,
    /// Lines, and the box of each: better not passed.
    lines: Vec<(Rect, Vec<Point>)>,
    bounds: Rect,
}

impl<'a> Room<'a> {
    fn of(
        canvas: (f64, f64),
        nodes: &'a [NodeGlyph],
        edges: &[EdgeGlyph],
        guides: &[Guide],
        bounds: Rect,
    ) -> Self {
        let boxes = nodes.iter().flat_map(|node| {
            // With the badges.
            let reach = node.r + 5.0;
            let glyph = Rect { x: node.x - reach, y: node.y - reach, w: reach * 2.0, h: reach * 2.0 };
            let b = node.label.bounds;
            [glyph, Rect { x: node.x + b.x, y: node.y + b.y, w: b.w, h: b.h }]
        });
        let words = guides.iter().filter_map(|guide| guide.label.as_ref()).map(|label| label.bounds);
        let line = |edge: &EdgeGlyph| {
            let [a, b, c, d] = [0, 2, 4, 6].map(|at| (edge.curve[at], edge.curve[at + 1]));
            let points = points(&[a, b, c, d], 16);
            (bounds_of(points.iter().map(|p| Rect { x: p.0, y: p.1, w: 0.01, h: 0.01 })), points)
        };
        let taken = boxes.chain(words).chain([controls(canvas)]).collect();
        Self { nodes, taken, lines: edges.iter().map(line).collect(), bounds }
    }

    /// The name of a ground, where it meets nothing and passes the fewest lines; none where there is no room.
    fn name(&mut self, words: &str, air: f64, parts: &[Held<'_>], links: &[Link<'_>]) -> Option<HaloName> {
        let width = measure::width(words, SIZE, 600);
        let box_at = |(x, y): Point| Rect { x: x - width / 2.0, y: y - SIZE + 2.0, w: width, h: SIZE + 3.0 };
        let spots = spots(width, parts, links);
        let near = self.near(grown(bounds_of(spots.iter().map(|spot| box_at(spot.2))), WIDTH), parts);
        let mut best: Option<(f64, &NodeGlyph, Point)> = None;
        for (liking, node, at) in spots {
            let b = box_at(at);
            let dearer = |cost: f64| best.is_some_and(|best| cost >= best.0 - 1e-9);
            let met = |other: &Rect| shared(grown(b, air), *other) > 0.0;
            if dearer(liking) || !self.holds(b) || near.taken.iter().any(met) {
                continue;
            }
            let cost = liking + near.price(b);
            if !dearer(cost) {
                best = Some((cost, node, at));
            }
        }
        let (_, node, at) = best?;
        self.taken.push(box_at(at));
        let (x, y) = (at.0 - node.x, at.1 - node.y);
        let b = box_at((x, y));
        let label = Label {
            lines: vec![Line { text: words.to_owned(), x, y }],
            anchor: Anchor::Middle,
            size: SIZE,
            weight: 600,
            color: "ink-3",
            bounds: b,
            shown: true,
        };
        Some(HaloName { of: node.id.clone(), label })
    }

    fn holds(&self, b: Rect) -> bool {
        let all = self.bounds;
        b.x >= all.x && b.y >= all.y && b.x + b.w <= all.x + all.w && b.y + b.h <= all.y + all.h
    }

    fn near(&self, region: Rect, parts: &[Held<'_>]) -> Near<'_> {
        let strange = |node: &&NodeGlyph| !node.event && !parts.iter().any(|part| part.node.id == node.id);
        let inside = |p: Point| shared(region, Rect { x: p.0, y: p.1, w: 0.01, h: 0.01 }) > 0.0;
        let strangers = self.nodes.iter().filter(strange).map(middle).filter(|p| inside(*p)).collect();
        let taken = self.taken.iter().copied().filter(|other| shared(region, *other) > 0.0).collect();
        let lines = self.lines.iter().filter(|(reach, _)| shared(region, *reach) > 0.0).collect();
        Near { taken, lines, strangers }
    }
}

/// What of a room is near a ground.
struct Near<'a> {
    taken: Vec<Rect>,
    lines: Vec<&'a (Rect, Vec<Point>)>,
    /// Middles of nodes that are none of the ground's.
    strangers: Vec<Point>,
}

impl Near<'_> {
    /// For lines that pass and for strangers that are near.
    fn price(&self, b: Rect) -> f64 {
        let through = |(reach, line): &&&(Rect, Vec<Point>)| {
            shared(*reach, b) > 0.0 && line.windows(2).any(|pair| crosses(pair[0], pair[1], b))
        };
        let lines = self.lines.iter().filter(through).count() as f64;
        let here = (b.x + b.w / 2.0, b.y + b.h / 2.0);
        let near = |other: &&Point| distance(**other, here) < WIDTH * 0.75;
        lines * 2.0 + self.strangers.iter().filter(near).count() as f64 * 3.0
    }
}

fn grown(b: Rect, by: f64) -> Rect {
    Rect { x: b.x - by, y: b.y - by, w: b.w + by * 2.0, h: b.h + by * 2.0 }
}

/// Where a name of this width may stand, each with what it costs by itself and the node that it keeps to: on the links,
/// then at the rims of the discs and a little further out.
fn spots<'a>(width: f64, parts: &[Held<'a>], links: &[Link<'a>]) -> Vec<(f64, &'a NodeGlyph, Point)> {
    let between = |[from, to]: &Link<'a>| {
        (0.0, *from, (f64::midpoint(from.x, to.x), f64::midpoint(from.y, to.y) + 3.0))
    };
    let mut spots: Vec<(f64, &NodeGlyph, Point)> = links.iter().take(TRIES).map(between).collect();
    let mut own: Vec<&NodeGlyph> = parts.iter().map(|part| part.node).collect();
    own.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let half = WIDTH / 2.0;
    for node in own.into_iter().take(TRIES) {
        for (reach, far) in
            [(half - 3.0, 0.5), (half + 8.0, 2.0), (half + 20.0, 3.5), (WIDTH, 5.0), (WIDTH * 1.4, 9.0)]
        {
            for turn in 0..16 {
                let (sin, cos) = libm::sincos(f64::from(turn) * std::f64::consts::TAU / 16.0);
                // Beside the node it begins there, over and under it stands about the middle.
                let x = node.x + cos * (reach + width / 2.0 * libm::fabs(cos));
                spots.push((far + (1.0 + sin) * 0.5, node, (x, node.y + sin * reach + 3.0)));
            }
        }
    }
    spots
}
