//! Finding who and what a text speaks of: names, descriptions, pronouns. Who is whom is for `resolve` to say.

mod describe;
mod names;
mod offices;

pub(crate) use describe::{Description, descriptions};
pub(crate) use names::{Name, folded, names};
pub(crate) use offices::{Office, Seat, offices};

use lang::{Shape, Token};

/// Whether a token is written as names are.
pub(crate) fn is_caplike(token: &Token) -> bool {
    match token.shape {
        Shape::Capital | Shape::Upper => true,
        Shape::Mixed => token.lower.chars().any(char::is_alphabetic) && !token.lower.starts_with(['@', '#', '$']) && has_upper(token),
        _ => false,
    }
}

/// "F-16", "KOMPAS.com", "MH370"; not "ke-7", "20an".
fn has_upper(token: &Token) -> bool {
    // The folded form has lost the case; mixed tokens that open with a lower-case prefix are ordinals and the like.
    token.lower.chars().next().is_some_and(char::is_alphanumeric) && !token.lower.starts_with("ke-") && !token.lower.chars().next().is_some_and(|c| c.is_numeric())
}

/// The folded word at `at`, inside `end`.
pub(crate) fn word(tokens: &[Token], at: usize, end: usize) -> Option<&str> {
    (at < end).then(|| tokens.get(at)).flatten().map(|token| &*token.lower)
}
