//! What somebody goes on to say between two sentences of his.

use lang::Order;

use crate::analysis::{Referent, Sentence, SentenceKind};
use crate::events::reading::Reading;

/// "Ia mengatakan bahwa A. B. "C," kata dia.": a sentence between two of somebody's is his as well.
pub(super) fn continued(reading: &Reading<'_>, of: &mut [Option<Referent>]) {
    if reading.context.pack.order != Order::HeadFirst {
        return;
    }
    for around in reading.tagged.sentences.windows(3) {
        let [before, sentence, behind] = around else { continue };
        if let Some(speaker) = whose(of, before)
            && whose(of, behind) == Some(speaker)
            && sentence.kind != SentenceKind::Headline
            && of[sentence.first..sentence.end].iter().all(Option::is_none)
            && !tells(reading, sentence)
            && !names(reading, sentence, speaker)
        {
            of[sentence.first..sentence.end].fill(Some(speaker));
        }
    }
}

/// The one whose words are all that is said in a sentence.
fn whose(of: &[Option<Referent>], sentence: &Sentence) -> Option<Referent> {
    let mut all = of[sentence.first..sentence.end].iter().flatten();
    let first = *all.next()?;
    all.all(|other| *other == first).then_some(first)
}

/// Whether the writer tells how, when or that somebody spoke, or what is known of it.
fn tells(reading: &Reading<'_>, sentence: &Sentence) -> bool {
    (sentence.first..sentence.end).any(|at| {
        let cues = reading.cues[at];
        cues.say || cues.quote || cues.relays || cues.according || cues.known
    })
}

/// "Dalam pertemuan itu ia menyerukan": what the speaker does between two of his sentences the writer saw himself.
fn names(reading: &Reading<'_>, sentence: &Sentence, speaker: Referent) -> bool {
    let phrases = (sentence.first..sentence.end).filter_map(|at| reading.phrase_at[at]);
    phrases.flat_map(|nth| &reading.phrases[nth].members).any(|member| member.referent == speaker)
}
