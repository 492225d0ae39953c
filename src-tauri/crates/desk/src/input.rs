//! What comes in from outside: bytes and pasted text, checked before anything is read.

use crate::wire::Fault;

/// Largest article, in bytes: a long magazine piece is a hundredth of it.
pub const TEXT_LIMIT: usize = 5 * 1024 * 1024;

/// The text in these bytes.
///
/// # Errors
/// [`Fault::TooLarge`], [`Fault::NotText`] for binary data, [`Fault::InvalidUtf8`] with the first bad byte, and what
/// [`check_text`] says.
pub fn text_of(bytes: &[u8]) -> Result<&str, Fault> {
    if bytes.len() > TEXT_LIMIT {
        return Err(too_large(bytes.len()));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => check_text(text).map(|()| text),
        // A NUL byte, or bad bytes all over the beginning, is no text in any 8-bit encoding either.
        Err(_) if looks_binary(bytes) => Err(Fault::NotText),
        Err(error) => Err(Fault::InvalidUtf8 { at: error.valid_up_to() as u32 }),
    }
}

/// Whether a text can be read as an article.
///
/// # Errors
/// [`Fault::EmptyText`], [`Fault::TooLarge`], [`Fault::NotText`], [`Fault::WebAddress`] for a lone address.
pub fn check_text(text: &str) -> Result<(), Fault> {
    let trimmed = text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    if text.len() > TEXT_LIMIT {
        return Err(too_large(text.len()));
    }
    if trimmed.is_empty() {
        return Err(Fault::EmptyText);
    }
    if looks_binary(text.as_bytes()) {
        return Err(Fault::NotText);
    }
    if is_address(trimmed) {
        return Err(Fault::WebAddress);
    }
    Ok(())
}

fn too_large(size: usize) -> Fault {
    Fault::TooLarge { limit: TEXT_LIMIT as u32, size: size as f64 }
}

/// Control characters that no text has, in the first 8 KB.
fn looks_binary(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(8192)];
    let control = head.iter().filter(|b| matches!(b, 1..=8 | 14..=26 | 28..=31)).count();
    head.contains(&0) || head.starts_with(b"%PDF-") || control * 50 > head.len()
}

fn is_address(text: &str) -> bool {
    let lower = text.to_lowercase();
    !text.contains(char::is_whitespace)
        && (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_article_is_a_typed_error() {
        for text in ["", " \n\t ", "\u{feff}\r\n"] {
            assert_eq!(text_of(text.as_bytes()), Err(Fault::EmptyText));
        }
    }

    #[test]
    fn the_first_bad_byte_is_named() {
        assert_eq!(text_of(b"Carney tiba \xff di Kyiv"), Err(Fault::InvalidUtf8 { at: 12 }));
    }

    #[test]
    fn binary_is_not_text() {
        assert_eq!(text_of(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), Err(Fault::NotText));
        assert_eq!(text_of(b"%PDF-1.7 what follows looks like text"), Err(Fault::NotText));
    }

    #[test]
    fn more_than_the_limit_is_named_with_its_size() {
        let long = "a ".repeat(TEXT_LIMIT / 2 + 1);
        assert_eq!(text_of(long.as_bytes()), Err(Fault::TooLarge { limit: 5_242_880, size: 5_242_882.0 }));
    }

    #[test]
    fn a_pasted_address_is_never_fetched() {
        assert_eq!(check_text(" https://example.org/berita?id=1 \n"), Err(Fault::WebAddress));
        assert_eq!(check_text("Lihat https://example.org untuk rincian."), Ok(()));
    }
}
