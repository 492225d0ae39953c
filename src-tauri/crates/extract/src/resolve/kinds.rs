//! What a named referent is, and where it belongs.

use std::collections::BTreeMap;

use lang::{Order, Shape, know};
use model::{EntityKind, MentionKind, Names, PartialDate};

use super::{Cluster, Work};
use crate::analysis::Referent;
use crate::world::{self, Served};

impl Work<'_> {
    /// Decides kind and country of a named cluster from its votes and from the tables.
    pub(super) fn settle(&mut self, at: Referent) {
        let head_last = self.material.context.pack.order == Order::HeadLast;
        let cluster = &mut self.clusters[at];
        let best =
            cluster.votes.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0))).map(|(kind, _)| *kind);
        let words = cluster.surfaces.iter().map(|(_, s)| s.split_whitespace().count()).max().unwrap_or(0);
        let kind = match (&cluster.known, best) {
            (Some(known), _) if !known.doubtful => known.kind,
            (Some(known), None) => known.kind,
            (_, Some(kind)) => kind,
            // Up to three words that no table has are mostly a person; but people are introduced by more than one.
            (None, None) if words <= 3 && (words > 1 || head_last) => EntityKind::Person,
            (None, None) => EntityKind::Organization,
        };
        if cluster.known.as_ref().is_some_and(|known| known.kind != kind) {
            cluster.known = None;
        }
        cluster.kind = Some(kind);
        cluster.many = kind == EntityKind::Group;
        if kind == EntityKind::Person {
            cluster.country = None;
            return;
        }
        cluster.country = cluster.known.as_ref().and_then(|known| known.country).or(cluster.country);
        // "Polres Blitar", "PT Maju Jaya": some heads are one state's own words.
        if cluster.country.is_none() && cluster.known.is_none() {
            let terms = self.material.context.pack.words();
            let folded: Vec<_> = cluster.surfaces.iter().map(|(_, s)| lang::tokenize::fold(s)).collect();
            cluster.country = folded.iter().find_map(|surface| {
                let words: Vec<&str> = surface.split(' ').collect();
                terms.heads.longest(|i| words.get(i).copied()).and_then(|(_, head)| head.country)
            });
        }
    }

    /// What a single human being without a name is: annotators of Indonesian articles take "seorang perempuan" for an unnamed
    /// actor, those of English ones mostly for a person.
    pub(super) fn somebody(&self) -> EntityKind {
        match self.material.context.pack.order {
            Order::HeadFirst => EntityKind::Other,
            Order::HeadLast => EntityKind::Person,
        }
    }

    /// "Georgia" is a state of its own or one of the United States, as what else the article names says; told in a note
    /// where both are in play.
    pub(super) fn rivals(&mut self) {
        let terms = self.material.context.pack.words();
        let tokens = &self.material.tagged.tokens;
        for at in 0..self.clusters.len() {
            let cluster = &self.clusters[at];
            let Some(own) = cluster.country.filter(|_| cluster.kind == Some(EntityKind::Country)) else {
                continue;
            };
            // "Republik Demokratik Kongo" anywhere in the text settles "Kongo".
            let mut rivals = cluster.surfaces.iter().map(|(_, surface)| world::rival(surface, own));
            let Some(Some(rival)) = rivals.next() else { continue };
            if rivals.any(|other| other.is_none()) {
                continue;
            }
            // "negara bagian Georgia"
            let told = cluster.surfaces.iter().any(|(first, _)| {
                (1..=2).filter_map(|n| first.checked_sub(n).map(|from| (n, from))).any(|(n, from)| {
                    terms
                        .heads
                        .longest(|i| tokens.get(from + i).filter(|_| i < n).map(|t| &*t.lower))
                        .is_some_and(|(length, head)| {
                            length == n && head.classifier && head.kind == EntityKind::Place
                        })
                })
            });
            let state = rival.kind == EntityKind::Country;
            let named = |country: Option<model::Country>, towns: bool| {
                self.clusters.iter().enumerate().any(|(other, c)| {
                    let seat = c.known.as_ref().is_some_and(|known| known.capital);
                    other != at
                        && c.country == country
                        && (c.kind == Some(EntityKind::Place) && !(towns && seat)
                            || c.kind == Some(EntityKind::Country) && !towns)
                })
            };
            // That the United States are spoken of says little about "Parlemen Georgia"; "Atlanta" says more.
            let (mine, theirs) = (named(Some(own), false), named(rival.country, !state));
            if told && !state || theirs && !mine {
                let cluster = &mut self.clusters[at];
                cluster.kind = Some(rival.kind);
                cluster.country = rival.country;
                cluster.known = Some(rival);
            }
            if (theirs && !told || state && !mine && !theirs)
                && let Some(known) = &mut self.clusters[at].known
            {
                known.doubtful = true;
            }
        }
    }

    /// "Partai Demokrat" of an article that speaks of the United States and not of Indonesia is theirs.
    pub(super) fn namesakes(&mut self) {
        for at in 0..self.clusters.len() {
            let cluster = &self.clusters[at];
            let Some(known) = cluster.known.as_ref().filter(|known| known.kind == EntityKind::Organization)
            else {
                continue;
            };
            let named =
                |country: Option<model::Country>| country.is_some_and(|c| self.country_referent(c).is_some());
            if known.country.is_none()
                || named(known.country)
                || known.country == self.home && self.domestic == self.home
            {
                continue;
            }
            let other = cluster
                .surfaces
                .iter()
                .flat_map(|(_, surface)| world::namesakes(surface))
                .find(|other| named(other.country));
            if let Some(other) = other {
                let cluster = &mut self.clusters[at];
                cluster.country = other.country;
                cluster.known = Some(other);
            }
        }
    }

    /// People whom the text gives no country take the one they served at the article's day, by the table of offices;
    /// outside the table's dates it is only a candidate.
    pub(super) fn servants(&mut self) {
        let day = self.day();
        for cluster in
            self.clusters.iter_mut().filter(|c| c.kind == Some(EntityKind::Person) && c.country.is_none())
        {
            let Some(known) = &cluster.known else { continue };
            match world::served(&known.names.en, day.as_deref()) {
                Some(Served::Then(country, office)) => {
                    cluster.country = Some(country);
                    if cluster.role.is_none() {
                        cluster.role = office.map(|office| Names {
                            id: know::office_in_indonesian(office).unwrap_or_else(|| office.to_owned()),
                            en: office.to_owned(),
                        });
                    }
                }
                Some(Served::Once(country)) => cluster.candidate = Some(country),
                None => {}
            }
        }
        // Outside the table's dates the article has to name the state itself.
        for at in 0..self.clusters.len() {
            if let Some(candidate) = self.clusters[at].candidate
                && self.clusters[at].country.is_none()
                && self.country_referent(candidate).is_some()
            {
                self.clusters[at].country = Some(candidate);
            }
        }
    }

    /// The country that the text names most, if one stands out.
    pub(super) fn dominant_country(&self) -> Option<model::Country> {
        let mut counts: Vec<(usize, Option<model::Country>)> = self
            .clusters
            .iter()
            .filter(|c| c.kind == Some(EntityKind::Country))
            .map(|c| (c.surfaces.len(), c.country))
            .collect();
        counts.sort_by_key(|(count, country)| (std::cmp::Reverse(*count), *country));
        match counts[..] {
            [(first, country)] if first >= 2 => country,
            [(first, country), (second, _), ..] if first >= 2 * second => country,
            _ => None,
        }
    }

    /// Where an article plays: the country that most of its countries and places belong to, if that is well over half of
    /// them; `share` in tenths.
    pub(super) fn scene(&self, share: usize) -> Option<model::Country> {
        most_of(&self.spoken_of(places), share)
    }

    /// Where an article plays that names hardly a place: the country that nearly all belong to whose country is known, its bodies
    /// and officials among them ("KPK", "DPR").
    pub(super) fn stage(&self, share: usize) -> Option<model::Country> {
        most_of(&self.spoken_of(|_| true), share)
    }

    /// The country that is spoken of half as often again as any other.
    pub(super) fn mostly_there(&self) -> Option<model::Country> {
        let counts = self.spoken_of(places);
        let (country, most) = counts.iter().max_by_key(|(_, count)| **count)?;
        let apart = counts.iter().all(|(other, count)| other == country || count * 3 <= most * 2);
        (*most >= 4 && apart).then_some(*country)
    }

    /// How often each country is named, itself or by those that belong to it and count.
    fn spoken_of(&self, counts: impl Fn(&Cluster) -> bool) -> BTreeMap<model::Country, usize> {
        let mut out: BTreeMap<model::Country, usize> = BTreeMap::new();
        for cluster in self.clusters.iter().filter(|cluster| counts(cluster)) {
            if let Some(country) = cluster.country {
                *out.entry(country).or_default() += cluster.surfaces.len();
            }
        }
        out
    }

    /// Whether no other country is spoken of more: a dateline alone does not make a local story.
    fn mostly(&self, home: model::Country) -> bool {
        let counts = self.spoken_of(places);
        let own = counts.get(&home).copied().unwrap_or(0);
        counts.values().all(|count| *count <= own)
    }

    /// Who is named without a country where the whole article plays in one belongs there.
    pub(super) fn locals(&mut self) {
        let head_last = self.material.context.pack.order == Order::HeadLast;
        let home = if head_last { self.home.filter(|home| self.mostly(*home)) } else { self.domestic };
        let Some(home) = home else { return };
        for at in 0..self.clusters.len() {
            let cluster = &self.clusters[at];
            // "Waitangi Day", "Google Science Fair"
            let occasion = head_last && cluster.kind == Some(EntityKind::Other);
            let local = cluster.named
                && cluster.known.is_none()
                && cluster.country.is_none()
                && (occasion
                    || matches!(
                        cluster.kind,
                        Some(
                            EntityKind::Person
                                | EntityKind::Organization
                                | EntityKind::Group
                                | EntityKind::Place
                                | EntityKind::Facility
                        )
                    ));
            let first = cluster.surfaces.iter().map(|(first, _)| *first).min();
            if local && (head_last || first.is_some_and(|first| !self.abroad(first, home))) {
                self.clusters[at].country = Some(home);
            }
        }
    }

    /// Whether another state or a place in one is named in the sentence of this token or the one before: what is met there
    /// need not be at home.
    fn abroad(&self, token: usize, home: model::Country) -> bool {
        let sentence = self.sentence_of(token);
        let near = sentence.saturating_sub(1)..=sentence;
        near.flat_map(|sentence| self.found_in(sentence)).any(|f| {
            let cluster = &self.clusters[f.referent];
            f.mention.kind == MentionKind::Name
                && matches!(cluster.kind, Some(EntityKind::Country | EntityKind::Place))
                && cluster.country.is_some_and(|country| country != home)
        })
    }

    /// Unnamed people and bodies of an article that plays in one country are that country's: "polisi", "tiga korban".
    pub(super) fn residents(&mut self) {
        let home = match self.material.context.pack.order {
            Order::HeadFirst => self.domestic,
            Order::HeadLast => self.home.filter(|home| self.mostly(*home)),
        };
        let Some(home) = home else { return };
        let mut firsts = vec![usize::MAX; self.clusters.len()];
        for found in self.index.all() {
            firsts[found.referent] = firsts[found.referent].min(found.first);
        }
        for (at, first) in firsts.into_iter().enumerate() {
            let cluster = &self.clusters[at];
            let open = !cluster.named
                && cluster.country.is_none()
                && matches!(
                    cluster.kind,
                    Some(
                        EntityKind::Person
                            | EntityKind::Organization
                            | EntityKind::Group
                            | EntityKind::Other
                            | EntityKind::Facility
                    )
                );
            if open && first != usize::MAX && !self.abroad(first, home) {
                self.clusters[at].country = Some(home);
            }
        }
    }

    /// "Kementerian Pertahanan" is Indonesia's by the table, but not in an article from elsewhere that never names it.
    pub(super) fn strangers(&mut self) {
        let terms = self.material.context.pack.words();
        let stage = self.home.or_else(|| self.dominant_country());
        for at in 0..self.clusters.len() {
            let cluster = &self.clusters[at];
            let (Some(known), Some(home)) = (&cluster.known, stage) else { continue };
            let Some((_, surface)) = cluster.surfaces.first() else { continue };
            let folded = lang::tokenize::fold(surface);
            let words: Vec<&str> = folded.split(' ').collect();
            let body = terms
                .heads
                .longest(|i| words.get(i).copied())
                .is_some_and(|(_, head)| head.inner && head.body);
            let foreign = known
                .country
                .is_some_and(|country| country != home && self.country_referent(country).is_none());
            if body && foreign && known.kind == EntityKind::Organization {
                let cluster = &mut self.clusters[at];
                cluster.known = None;
                cluster.country = Some(home);
            }
        }
    }

    /// The article's day: as the reader said, else the latest day that the text writes out in figures.
    fn day(&self) -> Option<String> {
        self.material.context.published.map(|date| date.to_string()).or_else(|| {
            let written = |word: &str| -> Option<String> {
                let mut parts = word.split('/').map(|part| part.parse::<u16>().ok());
                let (day, month, year) = (parts.next()??, parts.next()??, parts.next()??);
                PartialDate::parse(&format!("{year:04}-{month:02}-{day:02}")).map(|date| date.to_string())
            };
            self.material
                .tagged
                .tokens
                .iter()
                .filter(|t| t.shape == Shape::Number)
                .filter_map(|t| written(&t.lower))
                .max()
        })
    }

    /// The country of the nearest place or country named at or before a token: what "setempat" means there.
    pub(super) fn local_country(&self, token: usize) -> Option<model::Country> {
        let sentences = &self.material.tagged.sentences;
        let here = self.sentence_of(token);
        let last = |sentence: usize| {
            let end = sentences.get(sentence).map_or(usize::MAX, |sentence| sentence.end);
            let mut spots = self.index.spots_before(end);
            spots.find(|f| self.clusters[f.referent].kind == Some(EntityKind::Place))
        };
        last(here).or_else(|| last(here + 1)).and_then(|f| self.clusters[f.referent].country).or(self.home)
    }
}

fn places(cluster: &Cluster) -> bool {
    matches!(cluster.kind, Some(EntityKind::Country | EntityKind::Place))
}

/// The country with at least three of the counts and at least this share of them, in tenths.
fn most_of(counts: &BTreeMap<model::Country, usize>, share: usize) -> Option<model::Country> {
    let all: usize = counts.values().sum();
    counts.iter().find(|(_, count)| **count >= 3 && **count * 10 >= all * share).map(|(country, _)| *country)
}
