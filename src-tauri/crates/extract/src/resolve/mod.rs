//! Who is whom: names, offices, descriptions and pronouns come together in referents.
//!
//! The article's own words first; tables only add what they are sure of. Nothing is dropped here: what takes part in
//! nothing and has no name is left out by `assemble`.

mod again;
mod appositions;
mod bare;
mod descriptions;
mod index;
mod kinds;
mod names;
mod offices;
mod origins;
mod owners;
mod pronouns;
mod quoted;
mod salience;

use std::collections::{BTreeMap, BTreeSet};

use lang::names::Evidence;
use lang::{Gender, Order};
use model::{Country, EntityKind, Mention, MentionKind, Names, Span};

use crate::analysis::{Actors, Context, Draft, Found, Referent, SentenceKind, Standing, Tagged};
use crate::mentions::{Description, Name, Office};
use crate::world::Known;
use index::{Index, Ledger};

/// How many tenths of the countries and places named make an article domestic.
const DOMESTIC: usize = 7;
/// The share of all with a known country, in tenths, that makes an article domestic which names hardly a place.
const STAGE: usize = 9;

/// Everything found in the text, by index.
pub(crate) struct Material<'a> {
    pub(crate) tagged: &'a Tagged,
    pub(crate) names: &'a [Name],
    pub(crate) descriptions: &'a [Description],
    pub(crate) offices: &'a [Office],
    /// What the trained tagger says, where a name's own words and neighbours leave its kind open.
    pub(crate) evidence: Option<&'a Evidence>,
    pub(crate) context: &'a Context<'a>,
}

/// A referent in the making.
#[derive(Clone, Debug, Default)]
struct Cluster {
    votes: BTreeMap<EntityKind, f32>,
    kind: Option<EntityKind>,
    known: Option<Known>,
    /// Every way it is written, with the first token of the mention.
    surfaces: Vec<(usize, String)>,
    country: Option<Country>,
    /// A country that a table names outside its dates.
    candidate: Option<Country>,
    role: Option<Names>,
    named: bool,
    /// What the words said of them tell, or a pronoun before.
    gender: Option<Gender>,
    /// Whether it stands for several.
    many: bool,
    confidence: f32,
    /// Head of the description it was first met by.
    lemma: Option<String>,
}

impl Cluster {
    fn kind(&self) -> EntityKind {
        self.kind.unwrap_or(EntityKind::Other)
    }
}

/// The state that the steps of the resolution share.
struct Work<'a> {
    material: &'a Material<'a>,
    clusters: Vec<Cluster>,
    standings: Ledger,
    index: Index,
    /// Cluster of every name, by index of the name.
    of_name: Vec<Referent>,
    /// Cluster of every description that was needed so far.
    of_description: BTreeMap<usize, Referent>,
    /// Descriptions that are part of an office.
    swallowed: BTreeSet<usize>,
    /// The country the article is written from: that of the dateline.
    home: Option<Country>,
    /// The country that nearly all of the article plays in: who is named there without another belongs to it.
    domestic: Option<Country>,
}

/// What the reader of the graph should know about a referent.
pub(crate) enum Doubt {
    /// A table names a country for it, outside the dates it covers.
    Candidate(Referent, Country),
    /// The words could mean several things.
    Words(Span),
}

/// Referents, mentions, and the relations that offices state.
pub(crate) fn resolve(material: &Material<'_>) -> (Actors, Vec<Standing>, Vec<Doubt>) {
    worked(material).finish()
}

/// All steps but the last.
fn worked<'a>(material: &'a Material<'a>) -> Work<'a> {
    let mut work = Work {
        material,
        clusters: Vec::new(),
        standings: Ledger::default(),
        index: Index::of(material),
        of_name: Vec::new(),
        of_description: BTreeMap::new(),
        swallowed: BTreeSet::new(),
        home: None,
        domestic: None,
    };
    work.names();
    work.home = work.dateline_country();
    if material.context.pack.order == Order::HeadLast {
        work.home =
            work.home.or_else(|| work.scene(6)).or_else(|| work.lead()).or_else(|| work.mostly_there());
    }
    work.domestic = work.scene(DOMESTIC).or_else(|| work.stage(STAGE));
    if material.context.pack.order == Order::HeadFirst {
        work.home = work.home.or(work.domestic);
    }
    work.strangers();
    work.namesakes();
    work.swallow();
    work.offices();
    work.origins();
    work.servants();
    work.bare();
    work.locals();
    work.genders();
    work.points_back();
    work.residents();
    work.metonyms();
    work
}

impl Work<'_> {
    fn add(&mut self, cluster: Cluster) -> Referent {
        let referent = self.clusters.len();
        self.index.add(referent, &cluster);
        self.clusters.push(cluster);
        referent
    }

    /// Records a mention over tokens `first..end`.
    fn mention(
        &mut self,
        referent: Referent,
        first: usize,
        end: usize,
        head: (usize, usize),
        kind: MentionKind,
        rule: &'static str,
    ) {
        let tokens = &self.material.tagged.tokens;
        let (Some(a), Some(b)) = (tokens.get(first), tokens.get(end - 1)) else { return };
        let span = a.span.cover(b.span);
        let head = tokens[head.0].span.cover(tokens[head.1 - 1].span);
        if self
            .index
            .inside(self.sentence_of(first))
            .any(|f| f.mention.span == span && f.referent == referent)
        {
            return;
        }
        let mention = Mention { span, head, kind };
        let found = Found { mention, first, end, referent, rule, acts_as: None };
        self.index.mention(found, self.sentence_of(first));
    }

    /// The mentions that begin in a sentence, as they were recorded.
    fn found_in(&self, sentence: usize) -> impl DoubleEndedIterator<Item = &Found> {
        self.index.inside(sentence)
    }

    fn sentence_of(&self, token: usize) -> usize {
        self.material.tagged.tokens[token].sentence as usize
    }

    fn text(&self, first: usize, end: usize) -> &str {
        let tokens = &self.material.tagged.tokens;
        tokens[first].span.cover(tokens[end - 1].span).of(self.material.context.text)
    }

    /// The referent of a country, if the text names it.
    fn country_referent(&self, country: Country) -> Option<Referent> {
        let is = |c: &Cluster| c.kind == Some(EntityKind::Country) && c.country == Some(country);
        self.index.lands().iter().copied().find(|r| is(&self.clusters[*r]))
    }

    /// The country of the first place in a dateline.
    fn dateline_country(&self) -> Option<Country> {
        let tagged = self.material.tagged;
        let line = tagged.sentences.iter().take(4).find(|s| s.kind == SentenceKind::Furniture)?;
        self.material
            .names
            .iter()
            .zip(&self.of_name)
            .filter(|(name, _)| name.first >= line.first && name.first < line.end)
            .find_map(|(_, &referent)| {
                self.clusters[referent]
                    .country
                    .filter(|_| self.clusters[referent].kind == Some(EntityKind::Place))
            })
    }

    /// The one country that headline and lead speak of, by its name or a place in it.
    fn lead(&self) -> Option<Country> {
        let tagged = self.material.tagged;
        let end = tagged.sentences.iter().filter(|s| s.kind != SentenceKind::Furniture).nth(1)?.end;
        let mut countries: BTreeSet<Country> = BTreeSet::new();
        for found in self.index.all().iter().filter(|f| f.first < end) {
            let cluster = &self.clusters[found.referent];
            if matches!(cluster.kind, Some(EntityKind::Country | EntityKind::Place)) {
                countries.extend(cluster.country);
            }
        }
        if countries.len() == 1 { countries.pop_first() } else { None }
    }

    /// A capital acts as its country where the country is named in the text; it stays a place.
    fn metonyms(&mut self) {
        let states: Vec<Option<Referent>> = self
            .clusters
            .iter()
            .map(|cluster| {
                let seat = cluster.known.as_ref().is_some_and(|known| known.capital);
                cluster.country.filter(|_| seat).and_then(|country| self.country_referent(country))
            })
            .collect();
        for found in self.index.all_mut() {
            found.acts_as = states[found.referent];
        }
    }

    fn finish(self) -> (Actors, Vec<Standing>, Vec<Doubt>) {
        let mut doubts: Vec<Doubt> = self
            .clusters
            .iter()
            .enumerate()
            .filter_map(|(r, c)| Some(Doubt::Candidate(r, c.candidate.filter(|_| c.country.is_none())?)))
            .collect();
        let unsure = |r: &Referent| {
            self.clusters[*r].known.as_ref().is_some_and(|known| {
                known.doubtful && matches!(known.kind, EntityKind::Place | EntityKind::Country)
            })
        };
        let mut told: BTreeSet<Referent> = BTreeSet::new();
        doubts.extend(
            self.index
                .all()
                .iter()
                .filter(|f| unsure(&f.referent) && told.insert(f.referent))
                .map(|f| Doubt::Words(f.mention.span)),
        );
        let mut mentions = self.index.into_found();
        mentions
            .sort_by_key(|f| (f.mention.span.start(), std::cmp::Reverse(f.mention.span.end()), f.referent));
        mentions.dedup_by_key(|f| (f.mention.span, f.referent));
        let referents = self.clusters.into_iter().map(draft).collect();
        (Actors { referents, mentions }, self.standings.into_inner(), doubts)
    }
}

fn draft(cluster: Cluster) -> Draft {
    let mut surfaces = cluster.surfaces.clone();
    surfaces.sort();
    let mut aliases: Vec<String> = surfaces.iter().map(|(_, s)| s.clone()).collect();
    aliases.sort();
    aliases.dedup();
    let longest = surfaces
        .iter()
        .max_by_key(|(first, s)| (s.chars().count(), std::cmp::Reverse(*first)))
        .map(|(_, s)| s.clone())
        .unwrap_or_default();
    let first = surfaces.first().map(|(_, s)| s.clone()).unwrap_or_default();
    let kind = cluster.kind();
    let names = match (&cluster.known, cluster.named) {
        (Some(known), _) => known.names.clone(),
        (None, true) => Names::same(longest),
        (None, false) => Names::same(first),
    };
    Draft {
        kind,
        names,
        aliases,
        country: cluster.country,
        role: cluster.role,
        links: cluster.known.map(|known| known.links).unwrap_or_default(),
        confidence: cluster.confidence,
        named: cluster.named,
    }
}
