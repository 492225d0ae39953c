//! The methods other than stress: each makes a skeleton, and the finishing is one for all.

use crate::circular::circle;
use crate::layered::{self, Arc};
use crate::net::Net;
use crate::plan::{self, Parted};
use crate::progress::Watch;
use crate::skeleton::{Bones, Skeleton};
use crate::space::{Reach, Space};
use crate::{Method, Seat, Spring, radial, regions, rooms};

/// Seats in the coordinates of `space`, which may have grown. `None`: cancelled.
pub(crate) fn seats(
    method: &Method,
    space: &mut Space,
    net: &Net,
    springs: &[Spring],
    watch: &mut Watch<'_>,
) -> Option<Vec<Seat>> {
    let parted = Parted::of(net);
    let heat = if let Method::Grouped { .. } | Method::Dated { .. } = method { 1.0 } else { 0.3 };
    let skeleton = match method {
        Method::Grouped { group } => {
            let near = stressed(space, &parted, &mut watch.stretch(0.0, 0.3))?;
            space.tension = 0.4;
            regions::grouped(space, net, group, &near)
        }
        Method::Dated { slot } => {
            let near = stressed(space, &parted, &mut watch.stretch(0.0, 0.3))?;
            space.tension = 0.4;
            regions::dated(space, net, slot, &near)
        }
        _ => {
            space.tension = 0.0;
            let bones: Vec<Bones> =
                parted.parts.iter().map(|part| bones(method, space, net, springs, part)).collect();
            let mut skeleton = Skeleton::packed(space, &parted.parts, &bones);
            skeleton.fit(space);
            if let Method::Radial { focus: Some(focus) } = method {
                about_pinned(space, &mut skeleton, *focus);
            }
            skeleton
        }
    };
    plan::follow(space, net, &parted.near, skeleton, heat, &mut watch.stretch(0.3, 1.0))
}

/// Rings about a body that is fixed are drawn about where it stands.
fn about_pinned(space: &mut Space, skeleton: &mut Skeleton, focus: usize) {
    let Some((pin, at)) = space.fixed.get(focus).copied().flatten().zip(skeleton.at.get(focus).copied())
    else {
        return;
    };
    skeleton.shift((pin.0 - at.0, pin.1 - at.1));
    // The area grows about its centre, and so do the rings.
    let centre = space.centre();
    space.shift((pin.0 - centre.0, pin.1 - centre.1));
}

fn stressed(space: &mut Space, parted: &Parted, watch: &mut Watch<'_>) -> Option<Vec<(f64, f64)>> {
    plan::make_room(space);
    let rooms = rooms::divide(space, &parted.parts);
    parted.start(space, &rooms, 0, watch)
}

/// The skeleton of one part, by itself.
pub(crate) fn bones(method: &Method, space: &Space, net: &Net, springs: &[Spring], part: &[usize]) -> Bones {
    let reach: Vec<Reach> = part.iter().map(|&i| space.reach[i]).collect();
    let local = |i: usize| part.binary_search(&i).ok();
    let around = || -> Vec<Vec<usize>> {
        part.iter().map(|&i| net.neighbours(i).filter_map(local).collect()).collect()
    };
    match method {
        Method::Layered => {
            let arc = |s: &Spring| Some(Arc { from: local(s.a)?, to: local(s.b)?, weight: sound(s.weight) });
            let arcs: Vec<Arc> = springs.iter().filter_map(arc).collect();
            layered::columns(&arcs, &reach, space.width / space.height)
        }
        Method::Radial { focus } => {
            let around = around();
            let middle = focus.and_then(local).unwrap_or_else(|| radial::middle(&around));
            radial::rings(&around, &reach, middle)
        }
        _ => circle(&around(), &reach),
    }
}

fn sound(weight: f64) -> f64 {
    if weight.is_finite() { weight.clamp(0.01, 100.0) } else { 1.0 }
}
