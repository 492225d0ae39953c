//! Bytes of the core to UTF-16 code units of the wire, and sentence numbers.

use model::Span;

use crate::wire::Range;

/// Offsets of one text. Built in one pass; a look-up is a binary search over the characters that are not ASCII.
pub(crate) struct Offsets {
    /// For each character of more than one byte: its end in bytes, and how many bytes more than UTF-16 units lie before it.
    surplus: Vec<(u32, u32)>,
}

impl Offsets {
    pub(crate) fn of(text: &str) -> Self {
        let mut surplus = Vec::new();
        let mut total = 0;
        for (at, c) in text.char_indices().filter(|(_, c)| !c.is_ascii()) {
            total += (c.len_utf8() - c.len_utf16()) as u32;
            surplus.push(((at + c.len_utf8()) as u32, total));
        }
        Self { surplus }
    }

    pub(crate) fn range(&self, span: Span) -> Range {
        Range { start: self.unit(span.start()), end: self.unit(span.end()) }
    }

    /// The stretch of `text`, which must be the one the offsets are of; `None` if it is empty, outside or splits a character.
    pub(crate) fn span(&self, text: &str, range: Range) -> Option<Span> {
        Span::within(text, self.byte(range.start)?..self.byte(range.end)?)
    }

    /// The byte of a unit; a unit in the middle of a character gives a byte in its middle.
    fn byte(&self, unit: u32) -> Option<usize> {
        // Each character ends at a unit of its own, in the order of the bytes.
        let before = self.surplus.partition_point(|(end, surplus)| end - surplus <= unit);
        unit.checked_add(if before == 0 { 0 } else { self.surplus[before - 1].1 }).map(|byte| byte as usize)
    }

    fn unit(&self, byte: usize) -> u32 {
        let before = self.surplus.partition_point(|(end, _)| *end as usize <= byte);
        byte as u32 - if before == 0 { 0 } else { self.surplus[before - 1].1 }
    }
}

/// Index of the sentence that holds the span's start; the one before it if it lies between two.
pub(crate) fn sentence_at(sentences: &[Span], span: Span) -> u32 {
    sentences.partition_point(|sentence| sentence.start() <= span.start()).saturating_sub(1) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_utf_16_units() {
        let text = "“Hai” 🇮🇩 Erdoğan\u{301}!";
        let offsets = Offsets::of(text);
        for (start, c) in text.char_indices() {
            let span = Span::within(text, start..start + c.len_utf8()).unwrap();
            let range = offsets.range(span);
            let units: Vec<u16> = text.encode_utf16().collect();
            let back = String::from_utf16(&units[range.start as usize..range.end as usize]).unwrap();
            assert_eq!(back, c.to_string());
            assert_eq!(offsets.span(text, range), Some(span));
        }
    }
}
