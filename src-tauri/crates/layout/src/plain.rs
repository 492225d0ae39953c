//! Any method over bare nodes, and over nodes with names: for graphs that are no articles.

use crate::ordered::bones;
use crate::progress::{Progress, Watch};
use crate::skeleton::{Bones, Skeleton};
use crate::space::Space;
use crate::{Area, Block, Body, Extent, Link, MOST_CONNECTED, Method, Named, Seat, Spot, Spring};
use crate::{arrange_by, draw_named, full_stress};

/// Reach of a bare node, in pixels.
const DOT: f64 = 6.0;
/// Clear room around a name, in pixels.
const CLEAR: f64 = 2.0;

/// Places of `count` bare nodes, in any unit; [`Method::Stress`] is [`full_stress`]. Layers run from top to bottom, links
/// from `a` to `b`. Loops and links to nowhere are left out. `None`: `progress` said stop, or a part is larger than
/// [`MOST_CONNECTED`].
pub fn places_by(
    method: &Method,
    count: usize,
    links: &[Link],
    proportions: (f64, f64),
    progress: &mut Progress<'_>,
) -> Option<Vec<(f64, f64)>> {
    if *method == Method::Stress {
        return full_stress(count, links, proportions, progress);
    }
    let down = *method == Method::Layered;
    let (width, height) = if down { (proportions.1, proportions.0) } else { proportions };
    let glyph = Extent { left: DOT, top: DOT, right: DOT, bottom: DOT };
    let bodies = vec![Body { glyph, names: Vec::new(), at: None }; count];
    let springs = springs(links);
    let net = crate::net::Net::new(count, &springs);
    let space = Space::new(&bodies, &Area { width, height, reserved: Vec::new() });
    let parts = net.parts();
    let mut watch = Watch::new(progress);
    let (mut drawn, mut done): (Vec<Bones>, usize) = (Vec::new(), 0);
    for part in &parts {
        if part.len() > MOST_CONNECTED || !watch.reached(done as f64 / count as f64) {
            return None;
        }
        drawn.push(bones(method, &space, &net, &springs, part));
        done += part.len();
    }
    let at = Skeleton::packed(&space, &parts, &drawn).at;
    Some(if down { at.into_iter().map(|(x, y)| (y, x)).collect() } else { at })
}

/// Spots of named nodes, in pixels; [`Method::Stress`] is [`draw_named`]. Layers run from left to right, links from `a` to
/// `b`. Nothing lies on anything. `None`: `progress` said stop.
pub fn draw_named_by(
    method: &Method,
    nodes: &[Named],
    links: &[Link],
    proportions: (f64, f64),
    progress: &mut Progress<'_>,
) -> Option<Vec<Spot>> {
    if *method == Method::Stress {
        return draw_named(nodes, links, proportions, progress);
    }
    let bodies: Vec<Body> = nodes.iter().map(body).collect();
    let area = Area { width: proportions.0, height: proportions.1, reserved: Vec::new() };
    let seats = arrange_by(method, &bodies, &springs(links), &area, progress)?;
    let spot = |(seat, (body, node)): (&Seat, (&Body, &Named))| {
        let b = body.names[seat.side.min(7)];
        let (x, y) = (seat.at.0 + b.x + CLEAR, seat.at.1 + b.y + CLEAR / 2.0);
        Spot { at: seat.at, name: [x, y, x + node.width, y + node.height] }
    };
    Some(seats.iter().zip(bodies.iter().zip(nodes)).map(spot).collect())
}

fn springs(links: &[Link]) -> Vec<Spring> {
    links.iter().map(|link| Spring { a: link.a, b: link.b, length: 90.0, weight: 1.0 }).collect()
}

/// A circle with a name on one of eight sides.
fn body(node: &Named) -> Body {
    let Named { radius: r, width, height } = *node;
    let (w, h) = (width + CLEAR * 2.0, height + CLEAR);
    // At a corner the box keeps off the circle by its own corner.
    let c = r * 0.7072;
    let block = |x, y| Block { x, y, w, h };
    let names = vec![
        block(-w / 2.0, r),
        block(r, -h / 2.0),
        block(-r - w, -h / 2.0),
        block(-w / 2.0, -r - h),
        block(c, c),
        block(-c - w, c),
        block(c, -c - h),
        block(-c - w, -c - h),
    ];
    let reach = r + CLEAR;
    Body { glyph: Extent { left: reach, top: reach, right: reach, bottom: reach }, names, at: None }
}
