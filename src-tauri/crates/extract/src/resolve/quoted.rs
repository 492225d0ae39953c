//! First persons in quotations: who says "saya", "I", and which state says "kami", "we".

use lang::Number;
use model::EntityKind;

use super::Work;
use super::pronouns::REACH;
use crate::analysis::Referent;

/// How many sentences of a paragraph are looked at; keeps one that is a whole text linear.
const PARAGRAPH: usize = 24;

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
        let same = |s: &usize| *s < tagged.sentences.len() && (*s == here || !self.breaks(*s));
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
            let one = pronoun.person == 3 && pronoun.number != Number::Many;
            match pronoun.gender {
                _ if !one => None,
                Some(_) => self.salient(i, *pronoun),
                None => self.topic(i, true),
            }
        })
    }

    /// The first sentence of the paragraph that this sentence stands in, or one so far before that no quotation lasts till here.
    fn paragraph(&self, sentence: usize) -> usize {
        let least = sentence.saturating_sub(PARAGRAPH);
        (least + 1..=sentence).rev().find(|&s| self.breaks(s)).unwrap_or(least)
    }

    /// Whether a line ends before a sentence that is not the first.
    fn breaks(&self, sentence: usize) -> bool {
        let sentences = &self.material.tagged.sentences;
        let between = sentences[sentence - 1].span.end()..sentences[sentence].span.start();
        self.material.context.text.get(between).is_some_and(|gap| gap.contains('\n'))
    }

    /// Whom somebody means by "pihaknya": the body he speaks for, the state of a statesman, else himself.
    pub(super) fn spoken_for(&self, who: Referent) -> Referent {
        let objects = self.standings.objects(who);
        let of = |kind| objects.iter().copied().find(|object| self.clusters[*object].kind == Some(kind));
        let state = || of(EntityKind::Country).filter(|_| self.index.statesman(who));
        if self.is_person(who) { of(EntityKind::Organization).or_else(state).unwrap_or(who) } else { who }
    }

    /// "kami" in a quotation of somebody who speaks for a state.
    pub(super) fn we(&self, at: usize) -> Option<Referent> {
        let sentence = self.sentence_of(at);
        let tagged = self.material.tagged;
        let quoted = tagged.tokens[tagged.sentences[sentence].first..at]
            .iter()
            .any(|t| matches!(&*t.lower, "\"" | "“"));
        let speaker = self.speaker(sentence).filter(|_| quoted)?;
        let mut objects = self.standings.objects(speaker).iter().copied();
        let state = objects.find(|object| self.clusters[*object].kind == Some(EntityKind::Country))?;
        self.index.statesman(speaker).then_some(state)
    }
}
