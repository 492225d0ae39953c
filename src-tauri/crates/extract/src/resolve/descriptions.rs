//! Descriptions: the same people told again, bodies of states, and what "tersebut" points back to.

use std::fmt::Write;

use lang::{BodyLink, Closer, Number, Order, Shape};
use model::{Country, EntityKind, MentionKind, RelationKind};

use super::{Cluster, Work};
use crate::analysis::{Referent, Standing};
use crate::mentions::Description;
use crate::relations::OWNED;

impl Work<'_> {
    /// The referent of a description, made when first asked for.
    pub(super) fn describe(&mut self, nth: usize) -> Referent {
        if let Some(&known) = self.of_description.get(&nth) {
            return known;
        }
        let d = &self.material.descriptions[nth];
        let key = self.description_key(d);
        let lemma = canonical(d);
        let back = d.closer == Some(Closer::Back);
        let head_last = self.material.context.pack.order == Order::HeadLast;
        let owner = d.owner.filter(|_| head_last).and_then(|token| self.meant(token));
        let key = owner.map_or(key.clone(), |owner| format!("{key} @{owner}"));
        let same = if d.owner.is_some() && owner.is_none()
            || d.fresh && d.number == Number::One
            || (d.closer == Some(Closer::Else) && d.complements.is_empty())
        {
            None
        } else {
            self.same_description(&key)
        };
        let same = same.or_else(|| owner.and_then(|owner| self.of_owner(d, owner)));
        // "militer Israel (IDF)", "timnas Italia" beside "Timnas Italia": a name says who.
        let same = same
            .or_else(|| self.bracketed(d))
            .or_else(|| if d.complements.is_empty() { None } else { self.named_so(d) })
            .or_else(|| self.side_of(d))
            .or_else(|| self.told_again(d))
            .or_else(|| self.body_by_name(d))
            .or_else(|| self.apposed(d, &key))
            .or_else(|| self.of_the_name_before(d))
            .or_else(|| self.told_before(d));
        let referent = match same {
            Some(same) => same,
            None if back => match self.points_to(d) {
                Some(old) => old,
                None => self.new_description(d, &key, &lemma),
            },
            None => self.new_description(d, &key, &lemma),
        };
        self.of_description.insert(nth, referent);
        let surface = self.text(d.first, d.end).to_string();
        let head = (d.head_at, d.head_end);
        if !self.clusters[referent].named {
            self.clusters[referent].surfaces.push((d.first, surface));
        }
        self.mention(
            referent,
            d.first,
            d.end,
            head,
            MentionKind::Nominal,
            if back { "description.back" } else { "description" },
        );
        referent
    }

    /// "pihak Direktorat Imigrasi", "pihak Peru": whose side it is.
    fn side_of(&self, d: &Description) -> Option<Referent> {
        let plain = d.head.classifier && d.head.kind == EntityKind::Group && d.modifiers.is_empty();
        match d.complements[..] {
            [one] if plain && d.count.is_none() && d.closer.is_none() => Some(self.of_name[one]),
            _ => None,
        }
    }

    fn new_description(&mut self, d: &Description, key: &str, _lemma: &str) -> Referent {
        let complements: Vec<Referent> = d.complements.iter().map(|n| self.of_name[*n]).collect();
        let owner = d.owner.and_then(|token| {
            if self.material.context.pack.order == Order::HeadLast {
                self.meant(token)
            } else {
                self.owner(token)
            }
        });
        let country = self.description_country(d, &complements, owner);
        let one = d.number == Number::One && d.head.number != Number::One;
        let somebody = self.somebody();
        let kind = match d.head.kind {
            // "seorang perempuan", "satu tentara": a single unnamed actor.
            EntityKind::Person => {
                if d.number == Number::Many {
                    EntityKind::Group
                } else {
                    somebody
                }
            }
            EntityKind::Group if one => somebody,
            // "negara-negara sekutu"
            EntityKind::Country if d.number == Number::Many => EntityKind::Group,
            EntityKind::Country if d.closer.is_none() => EntityKind::Place,
            // "personel militer", "34 pasukan": people, not the body.
            EntityKind::Organization if d.count.is_some() => EntityKind::Group,
            kind => kind,
        };
        let bound = !complements.is_empty() || owner.is_some();
        let referent = self.add(Cluster {
            kind: Some(kind),
            country,
            many: d.number == Number::Many || kind == EntityKind::Group,
            confidence: if bound { 0.7 } else { 0.5 },
            lemma: Some(key.to_string()),
            gender: self.material.context.pack.words().genders.get(&*d.lemma).copied(),
            ..Cluster::default()
        });
        let sentence = self.sentence_of(d.first);
        // "militernya" of a president is his country's; "kantor kepresidenan Seoul" is South Korea's.
        let state = |r: Referent| {
            // "Pemprov Aceh" is of the region; "pemerintah Teheran" of the state.
            let region = self.clusters[r].kind == Some(EntityKind::Place)
                && self.material.context.pack.order == Order::HeadFirst
                && !self.clusters[r].known.as_ref().is_some_and(|known| known.capital);
            if self.clusters[r].kind == Some(EntityKind::Country) || region {
                Some(r)
            } else {
                self.clusters[r]
                    .country
                    .filter(|_| self.clusters[r].kind != Some(EntityKind::Organization))
                    .and_then(|c| self.country_referent(c))
            }
        };
        let whole = complements.first().copied().or(owner).and_then(state);
        let ally = whole.filter(|_| d.head.ally);
        if let Some(whole) = whole
            && d.head.body
            && matches!(kind, EntityKind::Organization | EntityKind::Group)
        {
            // "pemerintahan Trump" is led by him.
            let leader = complements.first().copied().filter(|r| {
                self.material.context.pack.order == Order::HeadFirst
                    && self.clusters[*r].kind == Some(EntityKind::Person)
            });
            // "Kabinet Merah Putih" is nobody's.
            let leader =
                leader.filter(|r| self.clusters[*r].known.is_some() || self.clusters[*r].surfaces.len() > 1);
            if let Some(leader) = leader {
                self.standings.push(Standing {
                    kind: RelationKind::Leads,
                    subject: leader,
                    object: referent,
                    confidence: 0.7,
                    evidence: (sentence, "description.led"),
                });
                return referent;
            }
            let relation = if kind == EntityKind::Organization && !d.head.represents {
                RelationKind::PartOf
            } else {
                RelationKind::Represents
            };
            if kind == EntityKind::Organization || d.head.represents {
                self.standings.push(Standing {
                    kind: relation,
                    subject: referent,
                    object: whole,
                    confidence: 0.7,
                    evidence: (sentence, if complements.is_empty() { OWNED } else { "description.body" }),
                });
            }
        }
        // "his wife", "the mayor's relatives": whose they are.
        let terms = self.material.context.pack.words();
        let last = self.material.context.pack.order == Order::HeadLast;
        let word = d.lemma.rsplit(' ').next().unwrap_or_default();
        let relation = if !last {
            None
        } else if terms.counsels.contains(word) {
            Some(RelationKind::Represents)
        } else {
            terms.kin.contains(word).then_some(RelationKind::Other)
        };
        let whose = complements.first().copied().or(owner).filter(|whose| {
            *whose != referent
                && matches!(self.clusters[*whose].kind, Some(EntityKind::Person | EntityKind::Group))
        });
        if let (Some(relation), Some(whose)) = (relation, whose) {
            self.standings.push(Standing {
                kind: relation,
                subject: referent,
                object: whose,
                confidence: 0.6,
                evidence: (sentence, "description.kin"),
            });
        }
        if let Some(ally) = ally {
            // "Lee, sekutu AS": said of who stands before the comma.
            let subject = self.before_comma(d).unwrap_or(referent);
            self.standings.push(Standing {
                kind: RelationKind::AllyOf,
                subject,
                object: ally,
                confidence: 0.6,
                evidence: (sentence, "description.ally"),
            });
        }
        // "The government in Lima" governs from there; a court sits there.
        let seated = last && d.head.body && !d.head.sited && kind == EntityKind::Organization;
        if let Some(place) = d.place.map(|n| self.of_name[n]).filter(|_| !seated) {
            self.standings.push(Standing {
                kind: RelationKind::LocatedIn,
                subject: referent,
                object: place,
                confidence: 0.6,
                evidence: (sentence, "description.place"),
            });
        }
        referent
    }

    fn description_country(
        &self,
        d: &Description,
        complements: &[Referent],
        owner: Option<Referent>,
    ) -> Option<Country> {
        if d.head.country.is_some() {
            return d.head.country;
        }
        let mut countries = complements.iter().filter_map(|r| self.clusters[*r].country);
        let first = countries.next();
        if let Some(first) = first {
            return countries.all(|c| c == first).then_some(first);
        }
        if !complements.is_empty() {
            return None;
        }
        let place = d.place.and_then(|n| self.clusters[self.of_name[n]].country);
        // "WNI di Iran" belong to their own state, not to where they are; "protesters in Lima" mostly are of there.
        let there = d.head.kind != EntityKind::Group || self.material.context.pack.order == Order::HeadLast;
        if there && place.is_some() {
            return place;
        }
        if let Some(owner) = owner {
            return self.clusters[owner].country;
        }
        let local = d.head.body && d.modifiers.is_empty()
            || d.modifiers.iter().any(|m| self.material.context.pack.words().modifiers_local.contains(&**m));
        if local { self.local_country(d.first) } else { None }
    }

    /// The letters in brackets behind a description.
    fn bracketed(&self, d: &Description) -> Option<Referent> {
        let tokens = &self.material.tagged.tokens;
        let open = tokens.get(d.end).is_some_and(|t| &*t.lower == "(")
            && tokens.get(d.end + 2).is_some_and(|t| &*t.lower == ")");
        let at = self.material.names.partition_point(|n| n.first < d.end + 1);
        let name =
            self.material.names.get(at).filter(|n| open && n.first == d.end + 1 && n.end == d.end + 2)?;
        let referent = self.of_name[at];
        (self.clusters[referent].kind == Some(EntityKind::Organization)
            && d.head.kind == EntityKind::Organization
            && tokens[name.first].shape == Shape::Upper)
            .then_some(referent)
    }

    /// The named referent that is written with the same words.
    fn named_so(&self, d: &Description) -> Option<Referent> {
        // "Three Peruvians" are not Peru.
        let names = &self.material.names;
        if d.complements
            .last()
            .is_some_and(|name| names[*name].end > d.head_at && names[*name].first <= d.head_at)
        {
            return None;
        }
        let words = lang::tokenize::fold(self.text(d.head_at, d.end));
        self.index.written(&words)
    }

    /// "Kedua pelaku", "para tersangka", "pelaku" behind "dua orang pelaku pencurian": the last told with the same head.
    fn told_again(&self, d: &Description) -> Option<Referent> {
        let bare =
            d.complements.is_empty() && d.owner.is_none() && d.modifiers.is_empty() && d.closer.is_none();
        let definite = d.number == Number::Many && d.first < d.head_at
            || d.number == Number::Any && d.head.kind == EntityKind::Person;
        if !bare || !definite || d.fresh || self.material.context.pack.order == Order::HeadLast {
            return None;
        }
        let lemma = canonical(d);
        self.index.headed(&lemma, d.number != Number::Any)
    }

    /// "polisi" where the text names one such body, "Polres Lada": the last named before, else the first named behind.
    fn body_by_name(&self, d: &Description) -> Option<Referent> {
        let bare =
            d.complements.is_empty() && d.owner.is_none() && d.modifiers.is_empty() && d.closer.is_none();
        if !bare || !d.head.alone || d.head.kind != EntityKind::Organization || d.count.is_some() {
            return None;
        }
        self.index.body(&canonical(d), d.first)
    }

    /// The name right before the comma before a description, or before "merupakan".
    fn before_comma(&self, d: &Description) -> Option<Referent> {
        let tokens = &self.material.tagged.tokens;
        let pack = self.material.context.pack;
        let comma = d.first.checked_sub(1).filter(|&i| {
            let copula = pack.order == Order::HeadFirst && pack.words().copulas.contains(&*tokens[i].lower);
            &*tokens[i].lower == "," || copula
        })?;
        let named = |at: usize| {
            self.found_in(self.sentence_of(at))
                .find(|f| f.end == at && f.mention.kind == MentionKind::Name)
                .map(|f| f.referent)
        };
        // "Norwegia, yang selama ini dikenal sebagai sekutu Chad,"
        let clause = |at: &usize| {
            let relative = pack.words().body_links.get(&*tokens[at + 1].lower) == Some(&BodyLink::Clause);
            relative && &*tokens[*at].lower == "," && self.sentence_of(*at) == self.sentence_of(comma)
        };
        let opened = || (1..=CLAUSE).filter_map(|n| comma.checked_sub(n)).find(clause);
        named(comma).or_else(|| opened().and_then(named))
    }

    /// What makes two descriptions the same: head, modifiers, names, number.
    fn description_key(&self, d: &Description) -> String {
        let mut key = canonical(d);
        let mut modifiers = d.modifiers.clone();
        modifiers.sort();
        for modifier in &modifiers {
            key.push(' ');
            key.push_str(modifier);
        }
        for name in d.complements.iter().chain(&d.place) {
            let _ = write!(key, " +{}", self.of_name[*name]);
        }
        if let Some(count) = &d.count {
            let _ = write!(key, " #{count}");
        }
        if d.closer == Some(Closer::Else) {
            key.push_str(" else");
        }
        if d.head.number != d.number {
            key.push_str(match d.number {
                Number::One => " one",
                Number::Many => " many",
                Number::Any => "",
            });
        }
        key
    }

    fn same_description(&self, key: &str) -> Option<Referent> {
        self.index.described(key)
    }

    /// "Kesepakatan tersebut" is the last agreement, "wilayah kantong tersebut" the last place, "negara itu" the last
    /// country.
    fn points_to(&self, d: &Description) -> Option<Referent> {
        let lemma = canonical(d);
        let sentence = self.sentence_of(d.first);
        let before = |reach: usize| {
            (sentence.saturating_sub(reach)..=sentence)
                .flat_map(|sentence| self.found_in(sentence))
                .filter(|f| f.end <= d.first)
        };
        let many = d.number == Number::Many;
        let same_head = before(6)
            .filter(|f| {
                let cluster = &self.clusters[f.referent];
                let described = cluster
                    .lemma
                    .as_deref()
                    .is_some_and(|l| l == lemma || l.starts_with(&format!("{lemma} ")));
                let named = cluster.named && self.material.tagged.tokens[f.first].lower.starts_with(&*lemma);
                (described || named) && cluster.many == many
            })
            .max_by_key(|f| f.first)
            .map(|f| f.referent);
        // "The coalition", "the coast": only a word that may call any body or place means the last one named.
        let terms = self.material.context.pack.words();
        let any = self.material.context.pack.order == Order::HeadFirst
            || matches!(d.head.kind, EntityKind::Country | EntityKind::Agreement)
            || terms.again.contains(lemma.rsplit(' ').next().unwrap_or_default());
        same_head.or_else(|| {
            let kinds: &[EntityKind] = match d.head.kind {
                _ if !any => &[],
                EntityKind::Country if !many => &[EntityKind::Country],
                EntityKind::Place if !many => &[EntityKind::Place],
                EntityKind::Agreement => &[EntityKind::Agreement],
                EntityKind::Organization if !d.head.body => &[EntityKind::Organization],
                EntityKind::Group if !many => &[EntityKind::Group, EntityKind::Organization],
                _ => &[],
            };
            before(2)
                .filter(|f| {
                    self.clusters[f.referent].kind.is_some_and(|k| kinds.contains(&k))
                        && f.mention.kind == MentionKind::Name
                })
                .max_by_key(|f| f.first)
                .map(|f| f.referent)
        })
    }
}

/// How many tokens a clause may have that says what somebody is.
const CLAUSE: usize = 7;

/// The head's word, or the one that means the same with a country beside it.
pub(super) fn canonical(d: &Description) -> String {
    d.head.like.unwrap_or(&d.lemma).to_string()
}
