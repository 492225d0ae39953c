//! A drawing of named nodes, straight lines between them: near the least stress, no label on a label or a node, few lines
//! through foreign labels, few crossings. A label stands on one of eight sides of its node. It measures no text.
//!
//! Method: full stress (Zheng, Pawar and Goodman 2018) from several starts, turned to the frame, then threshold accepting
//! (Dueck and Scheuer 1990) over places and sides by one cost; the frame grows until nothing overlaps.

use crate::Link;
use crate::chance::Chance;
use crate::chart::{Chart, Frame, Prices};
use crate::packing;
use crate::progress::{Progress, Watch};

/// A node and the box of its name.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Named {
    /// Of the node's circle, in pixels.
    pub radius: f64,
    /// Of the name, in pixels.
    pub width: f64,
    /// Of the name, in pixels.
    pub height: f64,
}

/// Where a node and its name went, in pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spot {
    /// Centre of the node.
    pub at: (f64, f64),
    /// Left, top, right and bottom of the name.
    pub name: [f64; 4],
}

/// Spots for all nodes, in their order; the drawing has about the proportions `width : height`. `None`: `progress` said
/// stop. Loops and links to nowhere are left out.
pub fn draw_named(
    nodes: &[Named],
    links: &[Link],
    proportions: (f64, f64),
    progress: &mut Progress<'_>,
) -> Option<Vec<Spot>> {
    let mut watch = Watch::new(progress);
    let nodes: Vec<Named> = nodes.iter().map(sound).collect();
    let frame = Frame::of(&nodes, proportions);
    let parts = packing::parts(nodes.len(), links)?;
    let starts = starts(nodes.len());
    let tries = tries(nodes.len());
    let mut best: Option<(f64, Chart)> = None;
    for start in 0..starts {
        let share = |done: u64| done as f64 / (starts + 1) as f64;
        let mut step = watch.stretch(share(start), share(start + 1));
        let at = packing::stressed(&parts, start, proportions, &mut step.stretch(0.0, 0.2))?;
        let mut chart = Chart::new(&nodes, links, &parts, at, frame);
        anneal(&mut chart, tries, (1.0, 0.0), start, &mut step.stretch(0.2, 1.0))?;
        let cost = chart.total();
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, chart));
        }
    }
    let (_, mut chart) = best?;
    let last = starts as f64 / (starts + 1) as f64;
    anneal(&mut chart, tries, (0.3, 0.0), 99, &mut watch.stretch(last, 0.99))?;
    // Every round makes the frame larger, so the boxes come apart at last.
    for round in 0..200 {
        if !chart.overlaps() {
            break;
        }
        chart.grow(1.02);
        anneal(&mut chart, nodes.len() * 40, (0.0, 0.0), 100 + round, &mut watch.stretch(0.99, 0.99))?;
    }
    watch.reached(1.0).then(|| chart.spots())
}

/// Starts of the stress; the cheapest drawing is kept. A move costs more in a larger drawing.
fn starts(count: usize) -> u64 {
    match count {
        0..=100 => 4,
        101..=400 => 2,
        _ => 1,
    }
}

/// Moves tried from each start.
fn tries(count: usize) -> usize {
    count.min(75) * 300
}

/// Tries moves of one node and of its name; `heat`: how much dearer one may be, at first and at last. `None`: cancelled.
fn anneal(chart: &mut Chart, tries: usize, heat: (f64, f64), seed: u64, watch: &mut Watch<'_>) -> Option<()> {
    let n = chart.count();
    if n == 0 {
        return Some(());
    }
    let mut chance = Chance::new(seed ^ 0x5EED);
    let reach = chart.stride();
    for step in 0..tries {
        let gone = step as f64 / tries as f64;
        if step % (n * 50) == 0 {
            chart.set(Prices::at(gone));
            if !watch.reached(gone) {
                return None;
            }
        }
        let slack = (heat.0 + (heat.1 - heat.0) * gone) * chance.unit();
        let i = chance.index(n);
        let stride = reach * if chance.unit() < 0.1 { 2.0 } else { 0.6 - 0.5 * gone };
        let here = chart.at(i);
        let there = if chance.unit() < 0.15 {
            here
        } else {
            (here.0 + chance.bell() * stride, here.1 + chance.bell() * stride)
        };
        chart.offer(i, there, slack);
    }
    chart.set(Prices::at(1.0));
    Some(())
}

/// Sizes that are no numbers, negative or beyond any screen are mended.
fn sound(node: &Named) -> Named {
    let mend = |v: f64, least: f64| if v.is_finite() { v.clamp(least, 1e5) } else { least };
    Named { radius: mend(node.radius, 0.5), width: mend(node.width, 0.0), height: mend(node.height, 0.0) }
}
