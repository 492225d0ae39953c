//! Numbers that belong to an event: the dead, the hurt, money. Only what is written in digits or small number words.

use lang::Shape;
use model::{Quantity, QuantityKind};

use super::reading::Reading;

/// How far from the word of victims the number may stand.
const REACH: usize = 10;

/// The quantity that a word of victims at `from..to` tells, with its number before or behind it in the same sentence.
pub(super) fn victims(reading: &Reading<'_>, from: usize, to: usize, kind: QuantityKind) -> Option<Quantity> {
    let (start, stop) = reading.bounds(from);
    let before = (start.max(from.saturating_sub(REACH))..from).rev();
    let behind = to..stop.min(to + REACH);
    behind.chain(before).find_map(|at| {
        let token = reading.token(at);
        let counted = token.shape == Shape::Number
            && !token.lower.contains('/')
            && at + 1 < stop
            && !reading.punct(at + 1);
        let value = if counted { number(&token.lower)? } else { return None };
        Some(Quantity { span: token.span, kind, value })
    })
}

/// "1.200" is a thousand two hundred, "1,5" one and a half.
fn number(word: &str) -> Option<f64> {
    let plain: String = word.chars().filter(|c| *c != '.').map(|c| if c == ',' { '.' } else { c }).collect();
    plain.parse::<f64>().ok().filter(|value| value.is_finite())
}
