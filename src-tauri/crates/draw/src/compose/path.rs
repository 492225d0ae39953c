//! Path data: small shapes written out, and icons scaled.

use std::fmt::Write as _;

/// Two decimals, without a trailing zero.
pub(crate) fn number(value: f64) -> String {
    let rounded = libm::round(value * 100.0) / 100.0;
    // Negative zero has no place in a file.
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

pub(crate) fn circle(r: f64) -> String {
    let (r, d) = (number(r), number(r * 2.0));
    format!("M-{r} 0a{r} {r} 0 1 0 {d} 0a{r} {r} 0 1 0 -{d} 0Z")
}

pub(crate) fn circle_at(x: f64, y: f64, r: f64) -> String {
    moved(&circle(r), 1.0, x, y)
}

/// A regular polygon whose first corner points up, its corners softened by `soft` pixels.
pub(crate) fn polygon(corners: u32, r: f64, soft: f64) -> String {
    use std::f64::consts::{FRAC_PI_2, TAU};
    let points: Vec<(f64, f64)> = (0..corners)
        .map(|corner| {
            let angle = f64::from(corner) * TAU / f64::from(corners) - FRAC_PI_2;
            (r * libm::cos(angle), r * libm::sin(angle))
        })
        .collect();
    let mut d = String::new();
    for (at, p) in points.iter().enumerate() {
        let n = points.len();
        let step = |to: (f64, f64)| {
            let length = libm::hypot(to.0 - p.0, to.1 - p.1).max(1e-9);
            (p.0 + (to.0 - p.0) / length * soft, p.1 + (to.1 - p.1) / length * soft)
        };
        let (before, after) = (step(points[(at + n - 1) % n]), step(points[(at + 1) % n]));
        let verb = if at == 0 { 'M' } else { 'L' };
        let _ = write!(
            d,
            "{verb}{} {}Q{} {} {} {}",
            number(before.0),
            number(before.1),
            number(p.0),
            number(p.1),
            number(after.0),
            number(after.1)
        );
    }
    d.push('Z');
    d
}

/// A square with rounded corners, `half` from centre to side.
pub(crate) fn rounded_square(half: f64, corner: f64) -> String {
    let (k, q, inner) = (number(half), number(corner), number(half - corner));
    format!(
        "M-{inner} -{k}H{inner}q{q} 0 {q} {q}V{inner}q0 {q} -{q} {q}H-{inner}q-{q} 0 -{q} -{q}V-{inner}q0 -{q} {q} -{q}Z"
    )
}

/// The path scaled by `k`, then moved. Knows M L H V C Q A Z and their relative forms.
pub(crate) fn moved(d: &str, k: f64, dx: f64, dy: f64) -> String {
    let mut out = String::new();
    let mut verb = 'M';
    let mut slot = 0;
    let mut rest = d;
    while let Some(c) = rest.chars().next() {
        if c.is_ascii_alphabetic() {
            verb = c;
            slot = 0;
            out.push(c);
            rest = &rest[1..];
        } else if c == ' ' || c == ',' {
            rest = &rest[1..];
        } else {
            let end = number_end(rest);
            let value: f64 = rest[..end].parse().unwrap_or(0.0);
            rest = &rest[end..];
            if slot > 0 {
                out.push(' ');
            }
            out.push_str(&number(placed(verb, slot, value, k, dx, dy)));
            slot += 1;
        }
    }
    out
}

/// Where the number at the head of the text ends.
fn number_end(text: &str) -> usize {
    let mut dot = false;
    for (at, c) in text.char_indices() {
        match c {
            '-' if at == 0 => {}
            '.' if !dot => dot = true,
            '0'..='9' => {}
            _ => return at.max(1),
        }
    }
    text.len()
}

fn placed(verb: char, slot: usize, value: f64, k: f64, dx: f64, dy: f64) -> f64 {
    match (verb, slot) {
        // Arc: radii scale, angle and flags stay, the end point moves.
        ('A' | 'a', slot) if matches!(slot % 7, 2..=4) => value,
        ('A' | 'a', slot) if slot % 7 < 2 => value * k,
        ('A', slot) => value * k + if slot % 7 == 5 { dx } else { dy },
        ('H', _) => value * k + dx,
        ('V', _) => value * k + dy,
        (verb, slot) if verb.is_ascii_uppercase() => value * k + if slot % 2 == 0 { dx } else { dy },
        _ => value * k,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moved_path_keeps_arc_flags_and_relative_steps() {
        assert_eq!(moved("M1 2a3 3 0 1 0 6 0Z", 2.0, 10.0, 20.0), "M12 24a6 6 0 1 0 12 0Z");
        assert_eq!(moved("M0-4.3H2V.5l-1-1", 1.0, 0.0, 1.0), "M0 -3.3H2V1.5l-1 -1");
    }
}
