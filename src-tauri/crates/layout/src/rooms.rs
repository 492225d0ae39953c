//! A room of the area for each connected part, by the need of its boxes (squarified treemap, Bruls, Huizing and van Wijk
//! 2000), and the part's drawing stretched into it. Boxes may still overlap afterwards.

use crate::Block;
use crate::space::Space;

/// Rooms in the order of `parts`.
pub(crate) fn divide(space: &Space, parts: &[Vec<usize>]) -> Vec<Block> {
    let whole = Block { x: space.left, y: space.top, w: space.width, h: space.height };
    let mut needs: Vec<(usize, f64)> = parts
        .iter()
        .enumerate()
        .map(|(k, part)| {
            let boxes: f64 = part.iter().map(|&i| space.reach[i].width() * space.reach[i].height()).sum();
            (k, boxes * air(part.len()))
        })
        .collect();
    needs.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let total: f64 = needs.iter().map(|need| need.1).sum();
    let unit = space.width * space.height / total.max(1e-9);
    let mut rooms = vec![whole; parts.len()];
    let mut rest = whole;
    let mut first = 0;
    while first < needs.len() {
        let side = rest.w.min(rest.h).max(1e-6);
        let mut last = first + 1;
        while last < needs.len()
            && worst(&needs[first..=last], unit, side) <= worst(&needs[first..last], unit, side)
        {
            last += 1;
        }
        let strip: f64 = needs[first..last].iter().map(|need| need.1 * unit).sum();
        let thick = strip / side;
        let mut along = 0.0;
        for (k, need) in &needs[first..last] {
            let length = need * unit / thick.max(1e-9);
            rooms[*k] = if rest.w >= rest.h {
                Block { x: rest.x, y: rest.y + along, w: thick, h: length }
            } else {
                Block { x: rest.x + along, y: rest.y, w: length, h: thick }
            };
            along += length;
        }
        if rest.w >= rest.h {
            rest.x += thick;
            rest.w -= thick;
        } else {
            rest.y += thick;
            rest.h -= thick;
        }
        first = last;
    }
    rooms
}

/// Lines need air too: the more, the more of them. Those who are only named stand close together at the edge.
fn air(bodies: usize) -> f64 {
    match bodies {
        0 | 1 => 1.0,
        2 | 3 => 1.6,
        _ => 2.6,
    }
}

/// The worst side ratio of a strip.
fn worst(needs: &[(usize, f64)], unit: f64, side: f64) -> f64 {
    let sum: f64 = needs.iter().map(|need| need.1 * unit).sum();
    let square = side * side;
    needs.iter().fold(1.0, |worst: f64, need| {
        let own = (need.1 * unit).max(1e-9);
        worst.max(square * own / (sum * sum)).max(sum * sum / (square * own))
    })
}

/// Turns the part's long axis along the room's, stretches it to fill and writes the places.
pub(crate) fn furnish(
    space: &Space,
    part: &[usize],
    local: &[(f64, f64)],
    room: Block,
    at: &mut [(f64, f64)],
) {
    spread(space, part, &turn(local, room.w >= room.h), room, at);
}

/// Stretches the part's drawing as it is to fill the room and writes the places.
pub(crate) fn spread(
    space: &Space,
    part: &[usize],
    turned: &[(f64, f64)],
    room: Block,
    at: &mut [(f64, f64)],
) {
    let low = turned.iter().fold((f64::MAX, f64::MAX), |m, p| (m.0.min(p.0), m.1.min(p.1)));
    let high = turned.iter().fold((f64::MIN, f64::MIN), |m, p| (m.0.max(p.0), m.1.max(p.1)));
    let n = part.len() as f64;
    let inset = part.iter().map(|&i| &space.reach[i]).fold([0.0; 4], |s, r| {
        [s[0] + r.left / n, s[1] + r.top / n, s[2] + r.right / n, s[3] + r.bottom / n]
    });
    let (natural_w, natural_h) = (high.0 - low.0, high.1 - low.1);
    let mut kx = (room.w - inset[0] - inset[2]).max(1.0) / natural_w.max(1e-6);
    let mut ky = (room.h - inset[1] - inset[3]).max(1.0) / natural_h.max(1e-6);
    // Never wildly out of shape, never much longer lines than wished.
    kx = kx.min(1.5).min(ky * 1.8);
    ky = ky.min(1.5).min(kx * 1.8);
    let mid = (f64::midpoint(low.0, high.0), f64::midpoint(low.1, high.1));
    let centre = (
        room.x + f64::midpoint(inset[0], room.w - inset[2]),
        room.y + f64::midpoint(inset[1], room.h - inset[3]),
    );
    let boxes: f64 = part.iter().map(|&i| space.reach[i].width() * space.reach[i].height()).sum();
    let full = boxes / (room.w * room.h).max(1.0);
    // The fuller the room, the more evenly it must be filled: places go from drawn to ranked, axis by axis.
    let even = ((full - 0.25) * 2.0).clamp(0.0, 0.6);
    let widths: Vec<f64> = part.iter().map(|&i| space.reach[i].width()).collect();
    let heights: Vec<f64> = part.iter().map(|&i| space.reach[i].height()).collect();
    let ranked_x = ranked(&turned.iter().map(|p| p.0).collect::<Vec<_>>(), &heights);
    let ranked_y = ranked(&turned.iter().map(|p| p.1).collect::<Vec<_>>(), &widths);
    for (k, (&i, p)) in part.iter().zip(turned).enumerate() {
        let x = (p.0 - mid.0) * (1.0 - even) + ranked_x[k] * natural_w * even;
        let y = (p.1 - mid.1) * (1.0 - even) + ranked_y[k] * natural_h * even;
        at[i] = (centre.0 + x * kx, centre.1 + y * ky);
    }
}

/// Each value's place in the order of all, from -0.5 to 0.5, by weight.
fn ranked(values: &[f64], weights: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]).then(a.cmp(&b)));
    let total: f64 = weights.iter().sum::<f64>().max(1e-9);
    let mut before = 0.0;
    let mut out = vec![0.0; values.len()];
    for k in order {
        out[k] = (before + weights[k] / 2.0) / total - 0.5;
        before += weights[k];
    }
    out
}

/// The same drawing with its principal axis along x (or y).
fn turn(local: &[(f64, f64)], wide: bool) -> Vec<(f64, f64)> {
    let n = local.len().max(1) as f64;
    let mean = local.iter().fold((0.0, 0.0), |m, p| (m.0 + p.0 / n, m.1 + p.1 / n));
    let (mut xx, mut xy, mut yy) = (0.0, 0.0, 0.0);
    for p in local {
        let (x, y) = (p.0 - mean.0, p.1 - mean.1);
        xx += x * x;
        xy += x * y;
        yy += y * y;
    }
    let angle = 0.5 * libm::atan2(2.0 * xy, xx - yy);
    let (sin, cos) = (libm::sin(angle), libm::cos(angle));
    local
        .iter()
        .map(|p| {
            let (x, y) = (p.0 - mean.0, p.1 - mean.1);
            let (u, v) = (x * cos + y * sin, y * cos - x * sin);
            if wide { (u, v) } else { (v, u) }
        })
        .collect()
}
