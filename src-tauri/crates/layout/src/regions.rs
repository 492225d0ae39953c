//! Rooms that the method gives out: one for each group, or columns of time over a lane.

use std::collections::BTreeMap;

use crate::net::Net;
use crate::rail::Rail;
use crate::skeleton::Skeleton;
use crate::space::Space;
use crate::{Block, Slot, rooms};

/// Clear room between two rooms, in pixels, and above the boxes of a room, for what it is called.
const GAP: f64 = 14.0;
const HEAD: f64 = 24.0;
/// Room that lines need beside the boxes themselves.
const AIR: f64 = 2.4;

/// A room for each group: the one that is tied to the others most in the middle, the others left and right of it, by need.
/// `near` are places by stress, from which the places within the rooms start.
pub(crate) fn grouped(space: &mut Space, net: &Net, group: &[usize], near: &[(f64, f64)]) -> Skeleton {
    let of = |i: usize| group.get(i).copied().unwrap_or(0);
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for i in 0..net.count {
        members.entry(of(i)).or_default().push(i);
    }
    let members: Vec<Vec<usize>> = members.into_values().collect();
    let need: Vec<f64> = members.iter().map(|bodies| boxes(space, bodies) * AIR + 2_400.0).collect();
    make_room(space, need.iter().sum());
    let ties = |bodies: &Vec<usize>| {
        let foreign = |&i: &usize| net.neighbours(i).filter(|&j| of(j) != of(i)).count();
        bodies.iter().map(foreign).sum::<usize>()
    };
    let hub = (0..members.len()).max_by_key(|&k| (ties(&members[k]), usize::MAX - k)).unwrap_or(0);
    let blocks = divided(space, &need, hub);
    let mut skeleton = Skeleton { at: vec![(0.0, 0.0); net.count], rails: vec![Rail::Free; net.count] };
    for (bodies, block) in members.iter().zip(blocks) {
        let inner = Block {
            x: block.x + GAP / 2.0,
            y: block.y + GAP / 2.0 + HEAD,
            w: (block.w - GAP).max(1.0),
            h: (block.h - GAP - HEAD).max(1.0),
        };
        let local: Vec<(f64, f64)> = bodies.iter().map(|&i| near[i]).collect();
        rooms::spread(space, bodies, &local, inner, &mut skeleton.at);
        for &i in bodies {
            skeleton.rails[i] = Rail::Within(inner);
        }
    }
    skeleton
}

/// One room for each need: the hub a column in the middle, the others stacked on both sides of it.
fn divided(space: &Space, need: &[f64], hub: usize) -> Vec<Block> {
    let whole = Block { x: space.left, y: space.top, w: space.width, h: space.height };
    let total: f64 = need.iter().sum::<f64>().max(1e-9);
    let mut stacks: [Vec<usize>; 2] = [Vec::new(), Vec::new()];
    let load = |stack: &[usize]| stack.iter().map(|&k| need[k]).sum::<f64>();
    for k in (0..need.len()).filter(|&k| k != hub) {
        let side = usize::from(load(&stacks[0]) > load(&stacks[1]));
        stacks[side].push(k);
    }
    let mut blocks = vec![whole; need.len()];
    let mut x = whole.x;
    for column in [stacks[0].as_slice(), &[hub], stacks[1].as_slice()] {
        let width = whole.w * load(column) / total;
        let mut y = whole.y;
        for &k in column {
            let height = whole.h * need[k] / load(column).max(1e-9);
            blocks[k] = Block { x, y, w: width, h: height };
            y += height;
        }
        x += width;
    }
    blocks
}

/// Columns in the order of the slots; who acts near what he does; at the bottom a lane for what has no time.
pub(crate) fn dated(space: &mut Space, net: &Net, slot: &[Slot], near: &[(f64, f64)]) -> Skeleton {
    let of = |i: usize| slot.get(i).copied().unwrap_or(Slot::Beside);
    let mut ranks: Vec<usize> =
        (0..net.count).filter_map(|i| if let Slot::At(k) = of(i) { Some(k) } else { None }).collect();
    ranks.sort_unstable();
    ranks.dedup();
    // Where a body without time belongs: among the columns if it is tied to any of them, by their mean.
    let mut column: Vec<Option<f64>> = (0..net.count)
        .map(|i| match of(i) {
            Slot::At(k) => ranks.binary_search(&k).ok().map(|k| k as f64),
            _ => None,
        })
        .collect();
    let known = column.clone();
    for i in (0..net.count).filter(|&i| of(i) == Slot::Beside) {
        let tied: Vec<f64> = net.neighbours(i).filter_map(|j| known[j]).collect();
        column[i] = (!tied.is_empty()).then(|| tied.iter().sum::<f64>() / tied.len() as f64);
    }
    let lane: Vec<usize> = (0..net.count).filter(|&i| column[i].is_none()).collect();
    let mut need = vec![0.0; ranks.len()];
    for (i, k) in column.iter().enumerate() {
        if let Some(k) = k {
            need[libm::round(*k) as usize] += boxes(space, &[i]) * AIR;
        }
    }
    // A column is not narrower than a name with its margin.
    let upper: f64 = need.iter().sum();
    let lower = boxes(space, &lane) * AIR;
    make_room(space, upper + lower);
    let whole = Block { x: space.left, y: space.top, w: space.width, h: space.height };
    let share = if lane.is_empty() { 0.0 } else { (lower / (upper + lower).max(1e-9)).max(0.1) };
    let split = whole.y + whole.h * (1.0 - if ranks.is_empty() { 1.0 } else { share });
    let least = whole.w / ranks.len().max(1) as f64 * 0.4;
    let widths: Vec<f64> = need.iter().map(|need| (whole.w * need / upper.max(1e-9)).max(least)).collect();
    let by = whole.w / widths.iter().sum::<f64>().max(1e-9);
    let mut left = vec![whole.x];
    for width in &widths {
        left.push(left.last().copied().unwrap_or(whole.x) + width * by);
    }
    let time =
        Block { x: whole.x, y: whole.y + HEAD, w: whole.w, h: (split - whole.y - HEAD - GAP * 1.5).max(1.0) };
    let below =
        Block { x: whole.x, y: split + HEAD, w: whole.w, h: (whole.y + whole.h - split - HEAD).max(1.0) };
    let mut skeleton = Skeleton { at: near.to_vec(), rails: vec![Rail::Free; net.count] };
    let upper: Vec<usize> = (0..net.count).filter(|&i| column[i].is_some()).collect();
    let places = |bodies: &[usize]| bodies.iter().map(|&i| near[i]).collect::<Vec<_>>();
    rooms::spread(space, &upper, &places(&upper), time, &mut skeleton.at);
    rooms::spread(space, &lane, &places(&lane), below, &mut skeleton.at);
    for &i in &lane {
        skeleton.rails[i] = Rail::Within(below);
    }
    for &i in &upper {
        let k = column[i].unwrap_or(0.0);
        let low = libm::floor(k) as usize;
        let part = k - low as f64;
        let centre = |k: usize| f64::midpoint(left[k], left[(k + 1).min(left.len() - 1)]);
        let x = centre(low) * (1.0 - part) + centre((low + 1).min(ranks.len() - 1)) * part;
        // The stress says on which side of the middle of its column it starts.
        let aside = (skeleton.at[i].0 - (time.x + time.w / 2.0)) / time.w * (left[low + 1] - left[low]) * 0.8;
        skeleton.at[i].0 = x + aside;
        skeleton.rails[i] = if matches!(of(i), Slot::At(_)) {
            let w = left[low + 1] - left[low];
            Rail::Within(Block { x: left[low] + GAP / 2.0, w: (w - GAP).max(1.0), ..time })
        } else {
            Rail::Within(time)
        };
        skeleton.at[i] = skeleton.rails[i].nearest(skeleton.at[i], [0.0; 4]);
    }
    skeleton
}

fn boxes(space: &Space, bodies: &[usize]) -> f64 {
    bodies.iter().map(|&i| space.reach[i].width() * space.reach[i].height()).sum()
}

/// The area grows where it is smaller than what is needed.
fn make_room(space: &mut Space, need: f64) {
    let ratio = need / (space.width * space.height).max(1.0);
    if ratio > 1.0 {
        space.grow(ratio.sqrt());
    }
}
