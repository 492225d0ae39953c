//! What stands between the parts of a clause without belonging to it: brackets ("Komisi Pemberantasan Korupsi (KPK)
//! memanggil") and times ("Silva pada Kamis (2/4/2026) waktu Lisbon mengecam"). Walks step over both.

use super::reading::Reading;
use super::when::Moment;

/// How many tokens a bracket may hold and still be stepped over.
const BRACKET: usize = 14;

/// For every bracket its partner in the same sentence, for all else nothing.
pub(super) fn brackets(reading: &Reading<'_>) -> Vec<Option<usize>> {
    let mut out = vec![None; reading.tagged.tokens.len()];
    for sentence in &reading.tagged.sentences {
        let mut open = None;
        for at in sentence.first..sentence.end {
            match reading.lower(at) {
                "(" | "[" => open = Some(at),
                ")" | "]" => {
                    if let Some(from) = open.take().filter(|from| at - from <= BRACKET) {
                        out[from] = Some(at);
                        out[at] = Some(from);
                    }
                }
                _ => {}
            }
        }
    }
    out
}

/// The tokens that only say when.
pub(super) fn timed(reading: &Reading<'_>, moments: &[Moment]) -> Vec<bool> {
    let mut out = vec![false; reading.tagged.tokens.len()];
    for moment in moments {
        for (at, only) in out.iter_mut().enumerate().take(moment.end).skip(moment.first) {
            *only = reading.phrase_at[at].is_none() && reading.trigger_at[at].is_none();
        }
    }
    out
}
