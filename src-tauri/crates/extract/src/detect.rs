//! Which language a text is in, by the share of its words that are frequent in a language.
//!
//! Never asks for names: a page of Indonesian names in an English text stays English.

use lang::{PACKS, Pack, Shape, Token};
use model::{Language, Note};

/// What a text was found to be written in.
pub(crate) struct Detected {
    pub(crate) language: Language,
    pub(crate) notes: Vec<Note>,
}

/// Shares below this say that no pack fits.
const LEAST_SHARE: f32 = 0.12;
/// Texts with fewer words than this are guessed at.
const FEW_WORDS: usize = 12;

/// The language of a text, from its words as any pack cuts them.
pub(crate) fn detect(tokens: &[Token]) -> Detected {
    let words: Vec<&str> = tokens
        .iter()
        .filter(|t| matches!(t.shape, Shape::Lower | Shape::Capital | Shape::Clitic))
        .map(|t| &*t.lower)
        .collect();
    let share = |pack: &Pack| {
        let frequent = (pack.markers)();
        words.iter().filter(|word| frequent.contains(*word)).count() as f32 / words.len().max(1) as f32
    };
    let mut shares: Vec<(f32, &'static Pack)> = PACKS.into_iter().map(|pack| (share(pack), pack)).collect();
    // Stable: on a tie the registry's order decides.
    shares.sort_by(|a, b| b.0.total_cmp(&a.0));
    let mut notes = Vec::new();
    if words.len() < FEW_WORDS {
        notes.push(Note::ShortText);
    }
    let Some(&(best, pack)) = shares.first() else { return Detected { language: Language::Other, notes } };
    if best < LEAST_SHARE && !(words.len() < FEW_WORDS && best > 0.0) {
        // A headline alone may hold no frequent word; the packs' lexicons decide then.
        let known = |pack: &Pack| {
            words.iter().filter(|word| (pack.common)(word)).count() as f32 / words.len().max(1) as f32
        };
        if let Some(pack) = PACKS.into_iter().find(|pack| known(pack) >= 0.5) {
            return Detected { language: pack.language, notes };
        }
        notes.push(Note::UnknownLanguage);
        return Detected { language: Language::Other, notes };
    }
    let relative = (pack.relative)();
    let related = words.iter().filter(|word| relative.contains(*word)).count();
    if related >= 3 || related as f32 >= 0.03 * words.len() as f32 && related >= 2 {
        notes.push(Note::Malay);
    }
    if shares.get(1).is_some_and(|(second, _)| *second >= LEAST_SHARE) {
        notes.push(Note::MixedLanguages);
    }
    Detected { language: pack.language, notes }
}
