//! Pronouns and "-nya": only where one referent is plain.

use lang::{Number, Order, Shape, Tag};
use model::{EntityKind, MentionKind};

use super::Work;
use crate::analysis::{Found, Referent};

/// How many sentences back a pronoun may look.
pub(super) const REACH: usize = 3;

impl Work<'_> {
    /// Descriptions and pronouns in the order of the text, so that each may point back to what stands before it.
    pub(super) fn points_back(&mut self) {
        let material = self.material;
        let tokens = &material.tagged.tokens;
        let terms = material.context.pack.words();
        let mut next = 0;
        let mut named = vec![false; tokens.len()];
        for name in material.names {
            named[name.first..name.end].fill(true);
        }
        let mut owned = vec![false; tokens.len()];
        for d in material.descriptions {
            if let Some(owner) = d.owner {
                owned[owner] = true;
            }
        }
        for at in 0..tokens.len() {
            while next < material.descriptions.len() && material.descriptions[next].first <= at {
                if !self.swallowed.contains(&next) {
                    self.describe(next);
                }
                next += 1;
            }
            if named[at] {
                continue;
            }
            let Some(pronoun) = terms.pronouns.exact(&tokens[at].lower).copied() else { continue };
            if let Some(referent) = self.stands_for(at, pronoun) {
                self.mention(referent, at, at + 1, (at, at + 1), MentionKind::Pronoun, "pronoun");
                let cluster = &mut self.clusters[referent];
                cluster.gender = cluster.gender.or(pronoun.gender);
            }
        }
    }

    /// Whom a pronoun that owns what follows means, or the description that begins there: "its troops", "the mayor's lawyers".
    pub(super) fn meant(&self, at: usize) -> Option<Referent> {
        let terms = self.material.context.pack.words();
        let Some(pronoun) = terms.pronouns.exact(&self.material.tagged.tokens[at].lower).copied() else {
            let described = |f: &&Found| f.first == at && f.mention.kind == MentionKind::Nominal;
            return self.found_in(self.sentence_of(at)).find(described).map(|f| f.referent);
        };
        self.stands_for(at, pronoun)
    }

    fn stands_for(&self, at: usize, pronoun: lang::Pronoun) -> Option<Referent> {
        if self.material.tagged.tokens[at].shape == Shape::Clitic {
            self.owner(at)
        } else if pronoun.person == 1 {
            if pronoun.number == Number::Many { self.we(at) } else { self.me(at) }
        } else if pronoun.land {
            self.topic(at, false).and_then(|person| {
                self.clusters[person].country.and_then(|c| self.country_referent(c)).or(Some(person))
            })
        } else if pronoun.side {
            self.topic(at, false).map(|who| self.spoken_for(who))
        } else if pronoun.number == Number::Many {
            self.several(at, pronoun.object)
        } else if pronoun.gender.is_some() {
            self.salient(at, pronoun)
        } else if pronoun.object {
            self.other_than_subject(at)
        } else if !pronoun.human && self.material.context.pack.order == Order::HeadLast {
            self.body_before(at).filter(|_| !self.idle(at))
        } else {
            self.topic(at, true)
        }
    }

    /// Whom "him" means: "A doctor who treated him" speaks of two; "Ramaphosa called Banda to congratulate him" of Banda.
    pub(super) fn other_than_subject(&self, at: usize) -> Option<Referent> {
        let sentence = self.sentence_of(at);
        let mut here: Vec<&Found> = self
            .found_in(sentence)
            .filter(|f| {
                f.end <= at
                    && f.mention.kind != MentionKind::Pronoun
                    && self.is_person(f.referent)
                    && !self.inside_quote(f.first, at)
                    && !self.oblique(f.first)
            })
            .collect();
        here.sort_by_key(|f| f.first);
        let Some(first) = here.first() else { return self.topic(at, true) };
        let subject = first.referent;
        if !self.same_clause(first.end, at) {
            return Some(subject);
        }
        here.iter().rev().map(|f| f.referent).find(|r| *r != subject).or_else(|| {
            (1..=REACH)
                .filter_map(|back| sentence.checked_sub(back))
                .find_map(|s| self.subject(s, true, true))
                .filter(|r| *r != subject)
        })
    }

    /// Whether no clause begins between two tokens.
    pub(super) fn same_clause(&self, from: usize, to: usize) -> bool {
        let tokens = &self.material.tagged.tokens;
        from <= to
            && tokens[from].sentence == tokens[to].sentence
            && tokens[from..to]
                .iter()
                .all(|t| t.shape != Shape::Punct && !matches!(t.tag, Tag::Sconj | Tag::Cconj))
    }

    pub(super) fn is_person(&self, referent: Referent) -> bool {
        let cluster = &self.clusters[referent];
        cluster.kind == Some(EntityKind::Person)
            || cluster.kind == Some(EntityKind::Other) && !cluster.named && !cluster.many
    }

    /// Whom "ia" means: the first person of the clause so far, else who speaks or acts in the sentences before.
    pub(super) fn topic(&self, at: usize, person: bool) -> Option<Referent> {
        let sentence = self.sentence_of(at);
        let fits = |r: Referent| {
            if person {
                self.is_person(r)
            } else {
                self.is_person(r)
                    || matches!(self.clusters[r].kind, Some(EntityKind::Country | EntityKind::Organization))
            }
        };
        let here = self
            .found_in(sentence)
            .filter(|f| {
                f.end <= at
                    && f.mention.kind != MentionKind::Pronoun
                    && fits(f.referent)
                    && !self.inside_quote(f.first, at)
                    && !self.oblique(f.first)
            })
            .min_by_key(|f| f.first);
        if let Some(here) = here {
            return Some(here.referent);
        }
        let back = || (1..=REACH).filter_map(|back| sentence.checked_sub(back));
        back()
            .find_map(|s| self.subject(s, person, true))
            .or_else(|| back().find_map(|s| self.subject(s, person, false)))
    }

    /// What "it" and "its" mean: the first state or body of the clause so far, else that of the sentence before.
    fn body_before(&self, at: usize) -> Option<Referent> {
        let sentence = self.sentence_of(at);
        let fits = |r: Referent| {
            matches!(self.clusters[r].kind, Some(EntityKind::Country | EntityKind::Organization))
                || self.clusters[r].kind == Some(EntityKind::Group) && !self.clusters[r].many
        };
        let tokens = &self.material.tagged.tokens;
        let free = |end: usize| tokens.get(end).is_none_or(|t| &*t.lower != "'s");
        // "The ministry called in the envoy; the council met and said it would": what stands behind the semicolon first.
        let after = tokens[..at]
            .iter()
            .rposition(|token| &*token.lower == ";" && token.sentence == tokens[at].sentence)
            .unwrap_or(0);
        let first = |s: usize, from: usize| {
            let inside = |f: &&Found| {
                self.found_in(s).any(|o| {
                    // "A spokesman for the army said it": a person is not meant, but whose he is.
                    let person = s == sentence && self.is_person(o.referent);
                    o.first <= f.first && f.end <= o.end && o.end - o.first > f.end - f.first && !person
                })
            };
            self.found_in(s)
                .filter(|f| {
                    f.end <= at
                        && f.first >= from
                        && f.mention.kind != MentionKind::Pronoun
                        && fits(f.referent)
                        && !self.oblique(f.first)
                        && free(f.end)
                })
                .filter(|f| !inside(f))
                .min_by_key(|f| f.first)
                .map(|f| f.referent)
        };
        first(sentence, after)
            .or_else(|| first(sentence, 0))
            .or_else(|| sentence.checked_sub(1).and_then(|before| first(before, 0)))
    }

    /// "It is clear": before "to be" and no verb "it" mostly means a thing or nothing. "It is also encouraging citizens" tells a deed.
    fn idle(&self, at: usize) -> bool {
        let tokens = &self.material.tagged.tokens;
        let near = |i: usize| tokens.get(i).filter(|token| token.sentence == tokens[at].sentence);
        let is = |word: &str| {
            self.material.context.pack.words().copulas.contains(word) || matches!(word, "'s" | "’s")
        };
        let end = self.material.tagged.sentences[self.sentence_of(at)].end;
        let next = (at + 2..end).find(|&i| tokens[i].tag != Tag::Adv).and_then(near);
        near(at + 1).is_some_and(|token| is(&token.lower)) && next.is_none_or(|token| token.tag != Tag::Verb)
    }

    /// Whether a preposition stands before: "dengan Menteri Luar Negeri Spanyol" is not what the sentence is about.
    pub(super) fn oblique(&self, first: usize) -> bool {
        let tokens = &self.material.tagged.tokens;
        let outer = self
            .found_in(self.sentence_of(first))
            .filter(|f| f.first <= first && f.end > first)
            .map(|f| f.first)
            .min()
            .unwrap_or(first);
        outer > 0 && tokens[outer - 1].tag == Tag::Adp
    }

    /// The speaker of a sentence, else the first who fits; strictly, one before its first verb: "Ia menikah. Pernikahan
    /// itu dikaruniai dua anak, yaitu Ani dan Budi. Kini ia tinggal di Medan" goes on about the first.
    pub(super) fn subject(&self, sentence: usize, person: bool, strict: bool) -> Option<Referent> {
        let fits = |r: Referent| {
            if person {
                self.is_person(r)
            } else {
                self.is_person(r)
                    || matches!(self.clusters[r].kind, Some(EntityKind::Country | EntityKind::Organization))
            }
        };
        let tagged = self.material.tagged;
        let (first, end) = (tagged.sentences[sentence].first, tagged.sentences[sentence].end);
        // "Dilansir Warta, Kamis, Silva mengecam": the verb that opens the sentence only says where it is from.
        let opens = (first..end)
            .filter(|_| tagged.tokens[first].tag == Tag::Verb)
            .find(|&i| &*tagged.tokens[i].lower == ",")
            .unwrap_or(first);
        let verb = (opens..end).find(|&i| tagged.tokens[i].tag == Tag::Verb).unwrap_or(end);
        self.speaker(sentence).filter(|r| fits(*r)).or_else(|| {
            self.found_in(sentence)
                .filter(|f| fits(f.referent))
                .filter(|f| !strict || f.first < verb && !self.oblique(f.first))
                .min_by_key(|f| {
                    // "Masih ada saksi lain, kata Hadi. Ia ..." goes on about the named.
                    let unnamed = self.clusters[f.referent].kind == Some(EntityKind::Other);
                    (unnamed, f.first, std::cmp::Reverse(f.end))
                })
                .map(|f| f.referent)
        })
    }

    /// Who stands beside a verb of speaking: "kata Carney", "Carney menyatakan".
    pub(super) fn speaker(&self, sentence: usize) -> Option<Referent> {
        let tagged = self.material.tagged;
        let s = tagged.sentences.get(sentence)?;
        let terms = self.material.context.pack.words();
        (s.first..s.end)
            .filter(|&i| terms.speech.contains(&*tagged.tokens[i].lower))
            .find_map(|verb| self.beside(verb))
    }

    /// The person or body right beside a verb of speaking.
    pub(super) fn beside(&self, verb: usize) -> Option<Referent> {
        let sentence = self.sentence_of(verb);
        let actors = || {
            self.found_in(sentence).filter(|f| {
                self.is_person(f.referent) || self.clusters[f.referent].kind == Some(EntityKind::Organization)
            })
        };
        let after = actors().filter(|f| f.first > verb && f.first <= verb + 2).min_by_key(|f| f.first);
        // The name stands last in "kata Menteri Perikanan Peru Jorge Quispe"; the office names the same person.
        let before = || actors().filter(|f| f.end <= verb && f.end + 3 >= verb).max_by_key(|f| f.end);
        after.or_else(before).map(|f| f.referent)
    }

    /// Whether an opening quote stands between: what is quoted speaks of others.
    pub(super) fn inside_quote(&self, from: usize, to: usize) -> bool {
        self.index.odd_quotes(from, to)
    }

    /// "mereka": the nearest group, at most two sentences back.
    fn several(&self, at: usize, object: bool) -> Option<Referent> {
        let sentence = self.sentence_of(at);
        (sentence.saturating_sub(2)..=sentence)
            .flat_map(|sentence| self.found_in(sentence))
            .filter(|f| {
                f.end <= at && self.clusters[f.referent].many && !(object && self.same_clause(f.end, at))
            })
            .max_by_key(|f| (self.sentence_of(f.first), f.mention.kind == MentionKind::Pronoun, f.first))
            .map(|f| f.referent)
    }

    /// Whether another mention of somebody else holds these tokens: "Rusia" in "Presiden Rusia".
    pub(super) fn nested(&self, first: usize, end: usize) -> bool {
        self.found_in(self.sentence_of(first))
            .any(|f| f.first <= first && end <= f.end && (f.end - f.first) > end - first)
    }
}
