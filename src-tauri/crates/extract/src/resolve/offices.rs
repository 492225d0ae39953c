//! Offices: whose they are, and what they say of their holder.

use std::collections::{BTreeMap, BTreeSet};

use lang::{Order, Scope, Tag, know};
use model::{EntityKind, Language, MentionKind, Names, RelationKind};

use super::pronouns::REACH;
use super::{Cluster, Work};
use crate::analysis::{Referent, Standing};
use crate::mentions::{Office, Seat};
use crate::relations::{NUMBERED, UNNAMED};

/// How far before "sebagai" the verb stands that says whether an office is held.
const VERB: usize = 6;
/// How far before "menjadi" words like "akan" and "tidak" stand.
const CUE: usize = 3;

/// An office as one thing: its English name and what it is held in.
type Chair = (&'static str, Option<Referent>);

impl Work<'_> {
    /// Marks the descriptions that are part of an office: "pemerintah Iran" stays, "pemimpin Rusia" goes.
    pub(super) fn swallow(&mut self) {
        for (nth, d) in self.material.descriptions.iter().enumerate() {
            let inside = self.index.offices(self.sentence_of(d.first)).iter().any(|office| {
                let o = &self.material.offices[*office];
                let seat = o.seats.contains(&Seat::Description(nth));
                // "pemerintahan Presiden Ali Bongo": the office is part of the description.
                let whole = d.first < o.first && o.holder.is_some_and(|n| d.complements.contains(&n));
                !seat
                    && !whole
                    && o.first < d.end
                    && d.first < o.end
                    && (o.holder.is_some() || o.first <= d.first && d.end <= o.end)
            });
            if inside {
                self.swallowed.insert(nth);
            }
        }
    }

    /// Gives every office its holder: first those with a name beside them, then those without.
    pub(super) fn offices(&mut self) {
        let offices = self.material.offices;
        let mut holders = Holders::default();
        for office in offices {
            let Some(holder) = office.holder else { continue };
            let person = self.of_name[holder];
            self.clusters[person].kind = Some(EntityKind::Person);
            if self.clusters[person].known.as_ref().is_some_and(|known| known.kind != EntityKind::Person) {
                self.clusters[person].known = None;
                self.clusters[person].country = None;
            }
            self.clusters[person].confidence = self.clusters[person].confidence.max(0.9);
            let seat = self.hold(office, person);
            holders.push((office.title.english, seat), office.first, person);
            if office.title.scope == Scope::State && office.title.relation == Some(RelationKind::Leads) {
                holders.heads.insert(office.first, person);
                let unseated = office.seats.is_empty() && !office.former;
                *holders.unseated.entry(person).or_insert(true) &= unseated;
            }
            // "The mayor, Ana Reis, said": with an article and a comma it is a description of its own.
            let set_off = self.material.context.pack.order == Order::HeadLast
                && self.material.tagged.tokens[office.first].tag == Tag::Det
                && self.material.names[holder].first > office.end;
            if (!office.seats.is_empty() || set_off) && !office.predicate {
                self.mention(
                    person,
                    office.first,
                    office.end,
                    (office.first, office.first + 1),
                    MentionKind::Nominal,
                    "office.beside",
                );
            }
        }
        let leaders = self.leaders();
        for office in offices.iter().filter(|office| office.holder.is_none()) {
            let seat = self.seats(office).first().copied();
            if office.predicate {
                self.predicate(office);
                continue;
            }
            let chair = (office.title.english, seat);
            let known = seat.and_then(|_| holders.nearest(&chair, office.first));
            let known =
                known.or_else(|| seat.and_then(|seat| self.sole(office, seat))).filter(|_| !office.fresh);
            let person = known
                .or_else(|| office.back.then(|| holders.back_to(office)).flatten())
                .or_else(|| office.bare.then(|| self.head(&holders, office)).flatten())
                .or_else(|| self.other_words(office))
                .or_else(|| office.back.then(|| leaders.get(office.title.english).copied()).flatten());
            let person = match person {
                Some(person) => person,
                None if seat.is_some() => self.unnamed(office),
                // "The mayor called on residents": somebody, though the text never says who.
                None if office.fresh => self.unnamed(office),
                None if office.back && self.material.context.pack.order == Order::HeadLast => {
                    self.unnamed(office)
                }
                None => continue,
            };
            if known.is_none() && !office.bare {
                self.hold(office, person);
                holders.push(chair, office.first, person);
            }
            self.mention(
                person,
                office.first,
                office.end,
                (office.first, office.first + 1),
                MentionKind::Nominal,
                "office.alone",
            );
        }
    }

    /// Who alone of those named has held an office by the tables at the article's day: "the prime minister" of an article that never says
    /// what office Tony Blair has. Only where modifiers stand first; elsewhere an office alone is somebody's words for another.
    fn leaders(&self) -> BTreeMap<&'static str, Referent> {
        let mut all: BTreeMap<&'static str, Vec<Referent>> = BTreeMap::new();
        if self.material.context.pack.order == Order::HeadFirst {
            return BTreeMap::new();
        }
        let day = self.material.context.published.map(|day| day.to_string());
        for (referent, cluster) in self.clusters.iter().enumerate() {
            if !cluster.named || cluster.kind != Some(EntityKind::Person) {
                continue;
            }
            for (_, surface) in &cluster.surfaces {
                let held = know::offices(surface)
                    .filter(|office| day.as_ref().is_none_or(|day| office.held(day)))
                    .filter_map(|office| office.office);
                for title in held {
                    let holders = all.entry(title).or_default();
                    if !holders.contains(&referent) {
                        holders.push(referent);
                    }
                }
            }
        }
        all.into_iter().filter(|(_, who)| who.len() == 1).map(|(title, who)| (title, who[0])).collect()
    }

    /// What the office is held in, as referents.
    fn seats(&mut self, office: &Office) -> Vec<Referent> {
        let mut out = Vec::new();
        for seat in &office.seats {
            out.push(match *seat {
                Seat::Name(name) => self.of_name[name],
                Seat::Description(description) => self.describe(description),
            });
        }
        out
    }

    /// Writes the office down for its holder: role, country, relation. Answers the first seat.
    fn hold(&mut self, office: &Office, person: Referent) -> Option<Referent> {
        let seats = self.seats(office);
        let seat = seats.first().copied();
        let sentence = self.sentence_of(office.first);
        if let Some(seat) = seat.filter(|seat| *seat != person) {
            let country = self.clusters[seat].country;
            let of = self.clusters[seat].known.as_ref().map_or_else(
                || Names::same(self.clusters[seat].surfaces.first().map_or("", |(_, s)| s)),
                |known| known.names.clone(),
            );
            let title = self.called(office);
            let holder = &mut self.clusters[person];
            if !office.former || holder.country.is_none() {
                holder.country = holder.country.or(country);
            }
            if holder.role.is_none() {
                holder.role = Some(know::office_of(&title, &of, office.former));
            }
            let object = if self.clusters[seat].kind == Some(EntityKind::Person) {
                self.clusters[seat].country.and_then(|c| self.country_referent(c))
            } else {
                Some(seat)
            };
            let object = object.filter(|o| {
                office.title.relation != Some(RelationKind::MemberOf)
                    || self.clusters[*o].kind != Some(EntityKind::Country)
            });
            // "Direktur Penyidikan KPK" leads a part of the body, not the body.
            let part = office.field
                && office.title.relation == Some(RelationKind::Leads)
                && object.is_some_and(|o| self.clusters[o].kind == Some(EntityKind::Organization));
            // The secretary-general heads bodies of several states; a party or a ministry has a leader beside him.
            let second = self.material.context.pack.order == Order::HeadFirst
                && office.title.english == "Secretary-General"
                && object.is_some_and(|o| {
                    self.clusters[o].known.as_ref().is_none_or(|known| known.country.is_some())
                });
            // "Presiden ke-7 Chad": one of a row, the last or not.
            let once = office.former || office.numbered;
            if let (Some(kind), Some(object), true) = (office.title.relation, object, once)
                && !office.aspiring
                && self.material.context.pack.order == Order::HeadFirst
                && self.clusters[person].named
            {
                // "Mantan Presiden Chad": stands to the state, but holds nothing any more; who was of a body is told as of it.
                let member = kind == RelationKind::MemberOf;
                self.standings.push(Standing {
                    kind: if member { kind } else { RelationKind::Other },
                    subject: person,
                    object,
                    confidence: 0.6,
                    evidence: (sentence, if office.former { "office.former" } else { NUMBERED }),
                });
            }
            if let (Some(kind), Some(object), false) = (office.title.relation, object, once) {
                // "Presiden Kolombia" is drawn beside his state, "Ketua Komisi III DPR" says himself where he sits.
                let plain =
                    self.clusters[person].named || self.clusters[object].kind == Some(EntityKind::Country);
                self.standings.push(Standing {
                    kind: if part || second { RelationKind::HoldsOffice } else { kind },
                    subject: person,
                    object,
                    confidence: 0.85,
                    evidence: (sentence, if plain { "office" } else { UNNAMED }),
                });
                // "Anggota Komisi III DPR dari Partai Hijau": of all three.
                let more =
                    seats.iter().skip(1).filter(|_| plain && (kind == RelationKind::MemberOf || office.both));
                for body in more.filter(|body| self.clusters[**body].kind == Some(EntityKind::Organization)) {
                    self.standings.push(Standing {
                        kind,
                        subject: person,
                        object: *body,
                        confidence: 0.7,
                        evidence: (sentence, "office.more"),
                    });
                }
            }
        }
        seat
    }

    /// "Carney adalah perdana menteri Kanada": said of the subject.
    fn predicate(&mut self, office: &Office) {
        let sentence = self.sentence_of(office.first);
        let Some(once) = self.held(office) else { return };
        let office = &Office { former: office.former || once, ..office.clone() };
        // "Indonesia menjadi anggota BRICS" is said of the state, not of who tells it.
        let states = office.title.relation == Some(RelationKind::MemberOf);
        let subject = self
            .found_in(sentence)
            .filter(|f| f.mention.kind == MentionKind::Name && f.end <= office.first)
            .filter(|f| match self.clusters[f.referent].kind {
                Some(EntityKind::Person) => true,
                Some(EntityKind::Country) => states,
                _ => false,
            })
            .max_by_key(|f| f.first)
            // "Rina Sari (RS), Suhartono (SH) selaku ketua": who stands before the bracket, if anybody.
            .filter(|f| {
                let tokens = &self.material.tagged.tokens;
                let open = office.first.checked_sub(4).filter(|at| &*tokens[*at].lower == "(");
                let bracket = open.filter(|_| &*tokens[office.first - 2].lower == ")");
                bracket.is_none_or(|open| f.end == open || f.first == open + 1)
            })
            .map(|f| f.referent);
        let Some(subject) = subject else { return };
        if self.clusters[subject].kind == Some(EntityKind::Person) {
            self.hold(office, subject);
        } else if let Some(body) = self
            .seats(office)
            .first()
            .copied()
            .filter(|body| self.clusters[*body].kind == Some(EntityKind::Organization) && !office.former)
        {
            self.standings.push(Standing {
                kind: RelationKind::MemberOf,
                subject,
                object: body,
                confidence: 0.7,
                evidence: (sentence, "office.member"),
            });
        }
    }

    /// Whether an office is told as held once ("mundur sebagai ketua", "pernah menjadi ketua") or now; `None` if the words before say that
    /// it is not held at all: "ingin menjadi ketua", "tidak lagi menjadi ketua", "dicalonkan sebagai ketua".
    fn held(&self, office: &Office) -> Option<bool> {
        let pack = self.material.context.pack;
        let terms = pack.words();
        let copula = office.first.checked_sub(1)?;
        let tokens = &self.material.tagged.tokens;
        let first = self.material.tagged.sentences[self.sentence_of(copula)].first;
        let before = || (first..copula).rev().take_while(|at| tokens[*at].tag != Tag::Punct).take(VERB);
        let any = |list: &BTreeSet<&str>| before().any(|at| list.contains(&*tokens[at].lower));
        let named = |at: &usize| matches!(tokens[*at].tag, Tag::Propn | Tag::Pron);
        let open = before().take(CUE).take_while(|at| !named(at)).any(|at| {
            let cue = (pack.happen)().cues.longest(|i| tokens.get(at + i).map(|token| &*token.lower));
            cue.is_some_and(|(_, cue)| cue.plan || cue.hyp || cue.call || cue.neg || cue.purpose)
        });
        let denied = pack.order == Order::HeadFirst && (open || any(&terms.aspirants));
        (!denied).then(|| any(&terms.formers))
    }

    /// "Utusan Kamboja", "pemimpin Rusia": in other words the one person who represents or leads that state here.
    fn sole(&self, office: &Office, seat: Referent) -> Option<Referent> {
        let relation =
            office.title.relation.filter(|r| matches!(r, RelationKind::Leads | RelationKind::Represents))?;
        if self.clusters[seat].kind != Some(EntityKind::Country) || office.former {
            return None;
        }
        let mut holders = self.standings.subjects(relation, seat).filter(|who| self.clusters[*who].named);
        let sole = holders.next()?;
        holders.next().is_none().then_some(sole)
    }

    /// Whom "Presiden" or "Kepala Negara" means that stands alone: the head of the state that the text is from, else the last one named.
    fn head(&self, holders: &Holders, office: &Office) -> Option<Referent> {
        let same = holders.titles.get(office.title.english);
        let before = |list: &BTreeMap<usize, Referent>| -> Vec<Referent> {
            list.range(..office.first).rev().map(|(_, person)| *person).collect()
        };
        let of_state = matches!(office.title.english, "head of state" | "head of government");
        let list = same.or(of_state.then_some(&holders.heads)).map(before)?;
        // "Presiden Rina" whose state is never named is the reader's own.
        let own = |who: &&Referent| match self.clusters[**who].country {
            Some(country) => self.home == Some(country),
            None => holders.unseated.get(*who) == Some(&true),
        };
        list.iter().find(own).or(list.first()).copied()
    }

    /// "Politikus Golkar itu", "Bos Nvidia ini": in other words the person whom the sentences before are about. Only where
    /// it may be a subject, and nobody stands before it in its own sentence.
    fn other_words(&self, office: &Office) -> Option<Referent> {
        let tagged = self.material.tagged;
        let sentence = self.sentence_of(office.first);
        let first = tagged.sentences[sentence].first;
        let free = office.first == first
            || !matches!(
                tagged.tokens[office.first - 1].tag,
                Tag::Noun | Tag::Propn | Tag::Adj | Tag::Cconj | Tag::Pron | Tag::Num
            );
        let quoted = self.inside_quote(first, office.first);
        let alone = !self.found_in(sentence).any(|f| {
            f.end <= office.first
                && self.is_person(f.referent)
                && !self.inside_quote(f.first, office.first)
                && !self.oblique(f.first)
        });
        if !office.back || !free || quoted || !alone || self.material.context.pack.order != Order::HeadFirst {
            return None;
        }
        (1..=REACH)
            .filter_map(|back| sentence.checked_sub(back))
            .find_map(|s| self.subject(s, true, true).or_else(|| self.subject(s, true, false)))
            .filter(|&r| self.clusters[r].named && self.clusters[r].kind == Some(EntityKind::Person))
    }

    fn unnamed(&mut self, office: &Office) -> Referent {
        let single = office.title.relation.is_some() && office.title.scope == Scope::State
            || office.title.relation == Some(RelationKind::Leads);
        let surface = self.text(office.first, office.end).to_string();
        self.add(Cluster {
            kind: Some(if single || office.title.relation == Some(RelationKind::SpokespersonOf) {
                EntityKind::Person
            } else {
                self.somebody()
            }),
            surfaces: vec![(office.first, surface)],
            confidence: 0.6,
            lemma: Some(office.words.clone()),
            gender: self.gender_in(&office.words),
            ..Cluster::default()
        })
    }

    /// An office in both languages: in Indonesian by the article's own words, where it is Indonesian.
    pub(super) fn called(&self, office: &Office) -> Names {
        let en = office.title.english.to_owned();
        let own = self.material.context.pack.language == Language::Indonesian;
        // Offices are written with capitals, callings are not: "Menteri Luar Negeri", "pakar hukum".
        let id = match (own, en.starts_with(char::is_uppercase)) {
            (true, true) => know::office_with_capitals(&office.alone),
            (true, false) => office.alone.clone(),
            (false, _) => know::office_in_indonesian(&en).unwrap_or_else(|| en.clone()),
        };
        Names { id, en }
    }
}

/// Who holds which office, by where it is told.
#[derive(Debug, Default)]
struct Holders {
    chairs: BTreeMap<Chair, BTreeMap<usize, (Referent, Referent)>>,
    /// The same by the office's name alone.
    titles: BTreeMap<&'static str, BTreeMap<usize, Referent>>,
    /// Heads of states and governments.
    heads: BTreeMap<usize, Referent>,
    /// Whether these are never named with the state they lead.
    unseated: BTreeMap<Referent, bool>,
}

impl Holders {
    fn push(&mut self, chair: Chair, at: usize, person: Referent) {
        self.titles.entry(chair.0).or_default().insert(at, person);
        self.chairs.entry(chair).or_default().entry(at).or_insert((person, person)).1 = person;
    }

    /// The last before, else the first.
    fn nearest(&self, chair: &Chair, at: usize) -> Option<Referent> {
        let list = self.chairs.get(chair)?;
        let before = list.range(..=at).next_back().map(|(_, (_, last))| *last);
        before.or_else(|| list.iter().next().map(|(_, (first, _))| *first))
    }

    /// "presiden tersebut": the last one of that office.
    fn back_to(&self, office: &Office) -> Option<Referent> {
        self.titles.get(office.title.english)?.range(..office.first).next_back().map(|(_, person)| *person)
    }
}
