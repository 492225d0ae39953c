//! First persons in quotations: who says "saya", "I", and which state says "kami", "we".

use lang::{Number, Scope};
use model::EntityKind;

use super::Work;
use super::pronouns::REACH;
use crate::analysis::Referent;

impl Work<'_> {
    /// "saya" in a quotation: who stands beside a verb of speaking outside it, where it closes, else where it opens.
    pub(super) fn me(&self, at: usize) -> Option<Referent> {
        let tagged = self.material.tagged;
        let here = self.sentence_of(at);
        let start = self.paragraph(here);
        let quoted = |i: usize| self.inside_quote(tagged.sentences[start].first, i);
        if !quoted(at) {
            return None;
        }
        let same = |s: &usize| *s < tagged.sentences.len() && self.paragraph(*s) == start;
        let closes = (here..=here + REACH).take_while(same).find(|&s| !quoted(tagged.sentences[s].end));
        let opens = (start..=here).rev().find(|&s| !quoted(tagged.sentences[s].first));
        let terms = self.material.context.pack.words();
        closes.into_iter().chain(opens).find_map(|s| {
            let s = &tagged.sentences[s];
            (s.first..s.end)
                .filter(|&i| terms.speech.contains(&*tagged.tokens[i].lower) && !quoted(i))
                .find_map(|verb| self.beside(verb).or_else(|| self.going_on(verb)))
        })
    }

    /// "katanya", "he said": whom the pronoun beside a verb of speaking means.
    fn going_on(&self, verb: usize) -> Option<Referent> {
        let tokens = &self.material.tagged.tokens;
        let pronouns = &self.material.context.pack.words().pronouns;
        [Some(verb + 1), verb.checked_sub(1)].into_iter().flatten().find_map(|i| {
            let token = tokens.get(i).filter(|token| token.sentence == tokens[verb].sentence)?;
            let pronoun = pronouns.exact(&token.lower)?;
            (pronoun.person == 3 && pronoun.number != Number::Many).then(|| self.topic(i, true)).flatten()
        })
    }

    /// The first sentence of the paragraph that this sentence stands in.
    fn paragraph(&self, sentence: usize) -> usize {
        let sentences = &self.material.tagged.sentences;
        let breaks = |s: usize| {
            let between = sentences[s - 1].span.end()..sentences[s].span.start();
            self.material.context.text.get(between).is_some_and(|gap| gap.contains('\n'))
        };
        (1..=sentence).rev().find(|&s| breaks(s)).unwrap_or(0)
    }

    /// "kami" in a quotation of somebody who speaks for a state.
    pub(super) fn we(&self, at: usize) -> Option<Referent> {
        let sentence = self.sentence_of(at);
        let tagged = self.material.tagged;
        let quoted = tagged.tokens[tagged.sentences[sentence].first..at]
            .iter()
            .any(|t| matches!(&*t.lower, "\"" | "“"));
        let speaker = self.speaker(sentence).filter(|_| quoted)?;
        let state = self
            .standings
            .iter()
            .find(|s| s.subject == speaker && self.clusters[s.object].kind == Some(EntityKind::Country))?;
        let offices = self.material.offices;
        offices
            .iter()
            .any(|o| o.title.scope == Scope::State && o.holder.is_some_and(|h| self.of_name[h] == speaker))
            .then_some(state.object)
    }
}
