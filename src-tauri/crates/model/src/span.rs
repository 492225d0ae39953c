//! A stretch of one text, built only against that text.

use serde::Serialize;
use std::ops::Range;

/// A stretch of one article's text: bytes, end exclusive, on character boundaries, never empty.
///
/// A span is built only against the text it belongs to, so `&text[span.range()]` cannot fail on that text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span of `range` in `text`; `None` if it is empty, outside the text or splits a character.
    pub fn within(text: &str, range: Range<usize>) -> Option<Self> {
        let end = u32::try_from(range.end).ok()?;
        (range.start < range.end && text.get(range.clone()).is_some())
            .then_some(Self { start: range.start as u32, end })
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// First byte.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    #[expect(clippy::len_without_is_empty, reason = "a span is never empty")]
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// The bytes as a range, to slice the text with.
    pub fn range(self) -> Range<usize> {
        self.start()..self.end()
    }

    /// The words themselves.
    ///
    /// # Panics
    /// On a text that the span was not built against.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_never_splits_a_character_and_is_never_empty() {
        let text = "Zelenskyy é";
        assert_eq!(Span::within(text, 0..9).map(|s| s.of(text)), Some("Zelenskyy"));
        assert_eq!(Span::within(text, 10..11), None);
        assert_eq!(Span::within(text, 3..3), None);
        assert_eq!(Span::within(text, 0..99), None);
    }

    #[test]
    fn covering_holds_both() {
        let text = "abcdef";
        let (a, b) = (Span::within(text, 0..2).unwrap(), Span::within(text, 4..5).unwrap());
        assert_eq!(a.cover(b).range(), 0..5);
        assert!(!a.overlaps(b) && a.cover(b).contains(a));
    }
}
