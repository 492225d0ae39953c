//! Whose a noun with "-nya" is: who reports in it, who is named beside it, who acts in its clause.

use lang::{Shape, Tag};
use model::{EntityKind, MentionKind};

use super::Work;
use crate::analysis::{Found, Referent};

/// How many words of a title may stand before the name of a subject or speaker.
const TITLE: usize = 8;

/// How many words a noun with its modifiers may have before "-nya".
const HOST: usize = 3;

impl Work<'_> {
    /// Whom "-nya" means. Behind a noun, its first modifier or a passive verb: the one it is joined to, the speaker in whose
    /// report it stands, the subject of the clause, else the topic; behind a preposition: somebody else than who acts. Nobody
    /// behind an adverb or an active verb, where it is as often a thing.
    pub(super) fn owner(&self, clitic: usize) -> Option<Referent> {
        let tokens = &self.material.tagged.tokens;
        let host = clitic.checked_sub(1).map(|i| &tokens[i])?;
        let terms = self.material.context.pack.words();
        if terms.speech.contains(&*host.lower) {
            return self.topic(clitic, true);
        }
        match host.tag {
            Tag::Noun | Tag::Propn => {}
            // "kepadanya", "dengannya": somebody else than who acts.
            Tag::Adp => return self.other_than_subject(clitic),
            // "meningkatnya jumlah korban", "masuknya bantuan": what follows does it.
            _ if self.noun_at(clitic, clitic + 1) => return None,
            // "yang dipimpinnya": who acts.
            Tag::Verb if host.lower.starts_with("di") => {}
            // "album pertamanya", "masa mudanya": the noun's.
            Tag::Adj | Tag::Num if self.noun_at(clitic, clitic.saturating_sub(2)) => {}
            _ => return None,
        }
        let sentence = self.sentence_of(clitic);
        let s = &self.material.tagged.sentences[sentence];
        let fits = |r: Referent| {
            self.is_person(r)
                || matches!(self.clusters[r].kind, Some(EntityKind::Country | EntityKind::Organization))
        };
        let mut here: Vec<_> = self
            .found_in(sentence)
            .filter(|f| {
                // "Ia memulihkan statusnya": a pronoun acts too, another "-nya" does not.
                let apart = f.mention.kind != MentionKind::Pronoun || tokens[f.first].shape != Shape::Clitic;
                apart && fits(f.referent) && !self.nested(f.first, f.end)
            })
            .collect();
        here.sort_by_key(|f| f.first);
        let before = &here[..here.partition_point(|f| f.first < clitic)];
        // "Seorang ayah di Chad menembak putrinya": where it was owns nothing.
        let there = |f: &&&Found| {
            self.oblique(f.first) && self.clusters[f.referent].kind == Some(EntityKind::Country)
        };
        let plain = || before.iter().filter(|f| f.end < clitic).find(|f| !there(f)).map(|f| f.referent);
        if let Some(before) = self
            .joined_to(clitic, s.first, before)
            .or_else(|| self.credited(clitic, s.first, before))
            .or_else(|| self.reporter(clitic, s.first, before))
            .or_else(|| self.of_clause(clitic, s.first, before))
            .or_else(plain)
        {
            return Some(before);
        }
        // "Dalam kunjungannya ke Kyiv, Carney menyatakan": the subject follows the comma.
        let comma = (clitic..s.end).find(|&i| &*tokens[i].lower == ",");
        let opening = tokens[s.first].tag == Tag::Adp || tokens[s.first].tag == Tag::Sconj;
        if let Some(comma) = comma
            && opening
            && let Some(after) = here.iter().find(|f| f.first > comma && f.first <= comma + 2)
        {
            return Some(after.referent);
        }
        // "Israel menyerang Suriah. Serangannya menewaskan empat tentara": without a person a state.
        let state = |r: &Referent| self.clusters[*r].kind == Some(EntityKind::Country);
        self.topic(clitic, true).or_else(|| self.topic(clitic, false).filter(state))
    }

    /// "Silva dan istrinya", "Silva (Lula) serta jajarannya": the one who is named before the conjunction.
    fn joined_to(&self, clitic: usize, start: usize, before: &[&Found]) -> Option<Referent> {
        let tokens = &self.material.tagged.tokens;
        let coord = self.before_host(clitic, start).filter(|at| tokens[*at].tag == Tag::Cconj)?;
        let end = if &*tokens[coord - 1].lower == ")" { coord - 1 } else { coord };
        before.iter().rev().find(|f| f.end == end).map(|f| f.referent)
    }

    /// The token before the noun with its modifiers that a "-nya" is written onto.
    fn before_host(&self, clitic: usize, start: usize) -> Option<usize> {
        let tokens = &self.material.tagged.tokens;
        let modifier = |at: &usize| matches!(tokens[*at].tag, Tag::Noun | Tag::Adj | Tag::Num);
        let host = (start..clitic).rev().take(HOST).take_while(modifier).last()?;
        host.checked_sub(1).filter(|at| *at > start)
    }

    /// "berterima kasih kepada Silva atas dukungannya", "mengkritik Silva karena ucapannya": who is thanked or blamed for it.
    fn credited(&self, clitic: usize, start: usize, before: &[&Found]) -> Option<Referent> {
        let tokens = &self.material.tagged.tokens;
        let terms = self.material.context.pack.words();
        let reason =
            self.before_host(clitic, start).filter(|at| terms.reasons.contains(&*tokens[*at].lower))?;
        let who = before.iter().rev().find(|f| f.end == reason)?;
        // "meminta maaf kepada Silva atas ucapannya": what one is sorry for is one's own.
        let sorry = (start..who.first).any(|at| terms.regrets.contains(&*tokens[at].lower));
        (!sorry).then_some(who.referent)
    }

    /// "..., kata juru bicara Lada, Rina Sari, dalam keterangannya": who speaks behind what is quoted.
    fn reporter(&self, clitic: usize, start: usize, before: &[&Found]) -> Option<Referent> {
        let tokens = &self.material.tagged.tokens;
        let speech = &self.material.context.pack.words().speech;
        let verb = (start..clitic)
            .rev()
            .find(|at| tokens[*at].tag == Tag::Verb || speech.contains(&*tokens[*at].lower))?;
        let behind = verb > start && tokens[verb - 1].shape == Shape::Punct;
        if !behind || !speech.contains(&*tokens[verb].lower) {
            return None;
        }
        let near = || before.iter().filter(|f| f.first > verb && f.first <= verb + TITLE && f.end < clitic);
        near().find(|f| self.is_person(f.referent)).or_else(|| near().next()).map(|f| f.referent)
    }

    /// "Chad menuduh Peru, meskipun Peru membantah keterlibatannya": the subject of the nearest clause that has one.
    fn of_clause(&self, clitic: usize, start: usize, before: &[&Found]) -> Option<Referent> {
        let tokens = &self.material.tagged.tokens;
        let speech = &self.material.context.pack.words().speech;
        let verb = |at: usize| tokens[at].tag == Tag::Verb;
        let acts = |f: &Found| {
            let small = |at: &usize| !matches!(tokens[*at].tag, Tag::Adv | Tag::Aux | Tag::Part | Tag::Det);
            (f.end..clitic).find(small).is_some_and(verb)
        };
        let opens = |at: usize| {
            tokens[at].tag == Tag::Sconj
                || &*tokens[at].lower == "," && (start..at).any(verb)
                || speech.contains(&*tokens[at].lower)
        };
        let in_clause = |at: usize| {
            let first = before.iter().find(|f| f.first > at && f.first <= at + TITLE && f.end < clitic)?;
            // "bahwa Silva kehilangan haknya"
            let told = tokens[at].tag == Tag::Sconj && first.first == at + 1;
            Some(first).filter(|f| (told || acts(f)) && !self.oblique(f.first))
        };
        (start..clitic).rev().filter(|at| opens(*at)).find_map(in_clause).map(|f| f.referent)
    }

    /// Whether a noun or name of the same sentence stands there.
    fn noun_at(&self, near: usize, at: usize) -> bool {
        let tokens = &self.material.tagged.tokens;
        tokens.get(at).is_some_and(|token| {
            token.sentence == tokens[near].sentence && matches!(token.tag, Tag::Noun | Tag::Propn)
        })
    }
}
