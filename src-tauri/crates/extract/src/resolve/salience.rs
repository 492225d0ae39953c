//! "He", "she", "his", "her": who is in the mind of the reader there, and is no woman or no man.
//!
//! Every person mentioned so far has a weight that grows with each mention and halves with each sentence: more for the subject,
//! for what stands in no other phrase and behind no preposition (Lappin, Leass: An Algorithm for Pronominal Anaphora Resolution,
//! Computational Linguistics 20, 1994; their weights), and for whom the whole text speaks of. Words say who is a woman or a man: "Mrs", "spokesman", a given name.

use lang::{Gender, Pronoun, Shape, Tag, know};
use model::{EntityKind, MentionKind};

use super::Work;
use super::pronouns::REACH;
use crate::analysis::{Found, Referent};

/// Any mention of its sentence.
const RECENT: f32 = 100.0;
/// Its subject.
const SUBJECT: f32 = 80.0;
/// What stands in no longer phrase.
const OUTER: f32 = 80.0;
/// Behind a verb, and behind a preposition.
const OBJECT: (f32, f32) = (50.0, 40.0);
/// For every e times that the whole text names somebody.
const FAME: f32 = 60.0;
/// Known to be of the pronoun's gender, not only not known to be of the other.
const AGREES: f32 = 60.0;

impl Work<'_> {
    /// What words say of the gender of everyone named.
    pub(super) fn genders(&mut self) {
        let material = self.material;
        let terms = material.context.pack.words();
        if terms.genders.is_empty() {
            return;
        }
        let tokens = &material.tagged.tokens;
        let mut given: Vec<(Referent, Gender)> = Vec::new();
        for (name, &referent) in material.names.iter().zip(&self.of_name) {
            if self.clusters[referent].kind != Some(EntityKind::Person) {
                continue;
            }
            // "Mrs. Clinton", "Mrs Clinton"
            let before = name.first.checked_sub(1).map(|at| (at, &*tokens[at].lower));
            let title = match before {
                Some((at, ".")) => at.checked_sub(1).map(|at| &*tokens[at].lower),
                Some((_, word)) => Some(word),
                None => None,
            };
            let told = title.and_then(|word| terms.genders.get(word.trim_end_matches('.')).copied());
            if let Some(told) = told {
                self.clusters[referent].gender.get_or_insert(told);
            }
            // A surname alone may be somebody's given name.
            let whole = name.end > name.first + 1;
            given.extend(
                know::gender(self.text(name.first, name.first + 1)).filter(|_| whole).map(|g| (referent, g)),
            );
        }
        for office in material.offices {
            if let Some(holder) = office.holder
                && let Some(told) = self.gender_in(&office.words)
            {
                self.clusters[self.of_name[holder]].gender.get_or_insert(told);
            }
        }
        for (referent, gender) in given {
            self.clusters[referent].gender.get_or_insert(gender);
        }
    }

    /// What the last word of an office says: "spokeswoman", "first lady".
    pub(super) fn gender_in(&self, words: &str) -> Option<Gender> {
        let last = words.rsplit([' ', '-']).next()?;
        self.material.context.pack.words().genders.get(last).copied()
    }

    /// The person whom a pronoun means that is said of women or of men alone.
    pub(super) fn salient(&self, at: usize, pronoun: Pronoun) -> Option<Referent> {
        self.weightiest(at, |f, near| self.may_be(f, at, pronoun, near))
    }

    /// Who has the most weight before a token, of those who fit; also asked is whether they stand in its sentence.
    pub(super) fn weightiest(&self, at: usize, fits: impl Fn(&Found, bool) -> bool) -> Option<Referent> {
        let here = self.sentence_of(at);
        let mut weights: Vec<(Referent, f32, usize)> = Vec::new();
        let mut fade = 2.0;
        for back in 0..=REACH {
            fade /= 2.0;
            let Some(sentence) = here.checked_sub(back) else { break };
            let subject = self.first_actor(sentence);
            let speaker = self.speaker(sentence);
            let mut own: Vec<(Referent, f32, usize)> = Vec::new();
            for f in self.found_in(sentence).filter(|f| f.end <= at && fits(f, back == 0)) {
                let acts = subject == Some(f.first) || speaker == Some(f.referent);
                let place = if self.oblique(f.first) { OBJECT.1 } else { OBJECT.0 };
                let outer = if self.nested(f.first, f.end) { 0.0 } else { OUTER };
                let weight = RECENT + outer + if acts { SUBJECT } else { place };
                match own.iter_mut().find(|(referent, ..)| *referent == f.referent) {
                    Some((_, most, last)) => (*most, *last) = (most.max(weight), (*last).max(f.first)),
                    None => own.push((f.referent, weight, f.first)),
                }
            }
            for (referent, weight, last) in own {
                match weights.iter_mut().find(|(other, ..)| *other == referent) {
                    Some((_, sum, _)) => *sum += weight * fade,
                    None => weights.push((referent, weight * fade, last)),
                }
            }
        }
        for (referent, weight, _) in &mut weights {
            let cluster = &self.clusters[*referent];
            if cluster.gender.is_some() {
                *weight += AGREES;
            }
            if cluster.named {
                *weight += FAME * libm::logf(cluster.surfaces.len().max(1) as f32);
            }
        }
        weights
            .into_iter()
            .max_by(|a, b| a.1.total_cmp(&b.1).then(a.2.cmp(&b.2)))
            .map(|(referent, ..)| referent)
    }

    /// Whether the pronoun may mean this mention's referent.
    fn may_be(&self, f: &Found, at: usize, pronoun: Pronoun, near: bool) -> bool {
        let cluster = &self.clusters[f.referent];
        self.is_person(f.referent)
            && cluster.gender.is_none_or(|gender| pronoun.gender == Some(gender))
            && !(near && f.mention.kind != MentionKind::Pronoun && self.inside_quote(f.first, at))
            && !(pronoun.object && near && self.same_clause(f.end, at) && !self.oblique(f.first))
    }

    /// Where the first person or body before a sentence's first verb begins, its subject.
    fn first_actor(&self, sentence: usize) -> Option<usize> {
        let tagged = self.material.tagged;
        let s = &tagged.sentences[sentence];
        let verb =
            (s.first..s.end).find(|&i| matches!(tagged.tokens[i].tag, Tag::Verb | Tag::Aux)).unwrap_or(s.end);
        let owner = |end: usize| tagged.tokens.get(end).is_some_and(|t| t.shape == Shape::Clitic);
        self.found_in(sentence)
            .filter(|f| f.first < verb && !self.oblique(f.first) && !owner(f.end))
            .map(|f| f.first)
            .min()
    }
}
