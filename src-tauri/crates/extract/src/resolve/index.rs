//! What the steps look up while they work, kept as they go, so that none of them walks the whole text for one word of it.
//!
//! Each question has the answer that a walk over all mentions or all referents gives; a text four times as long is read in
//! four times the time. A sentence is bounded by `segment`, so what looks through one sentence is bounded too.

use std::collections::{BTreeMap, BTreeSet};

use lang::tokenize::fold;
use lang::{Pack, Scope};
use model::{EntityKind, MentionKind, RelationKind};

use super::{Cluster, Material};
use crate::analysis::{Found, Referent, Standing, Tagged};

/// The first and the last recorded of the mentions that begin at a token.
type Ends = (Referent, Referent);

/// Looked up by the steps of the resolution.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Mentions by the sentence that they begin in, as they were recorded.
    sentences: Vec<Vec<usize>>,
    /// How many quotation marks stand before each token.
    quotes: Vec<u32>,
    /// Offices by the sentence that they begin in.
    offices: Vec<Vec<usize>>,
    /// Whatever was taken for a state at some time, in order.
    lands: Vec<Referent>,
    /// The last that was first met by this description.
    lemmas: BTreeMap<String, Referent>,
    /// The last whose description begins with these words, and the last of those that are several.
    heads: BTreeMap<String, (Referent, Option<Referent>)>,
    /// The first that is named in these words, folded.
    written: BTreeMap<String, Referent>,
    /// Names of what may be places, by their first token: indices of mentions.
    spots: Vec<(usize, usize)>,
    /// What the bodies named in the text are like: "polisi" of "Polres Lada".
    likes: BTreeMap<Referent, BTreeSet<&'static str>>,
    /// Where such bodies are told of, by first token.
    bodies: BTreeMap<&'static str, BTreeMap<usize, Ends>>,
    /// Holders of an office of state.
    statesmen: BTreeSet<Referent>,
}

impl Index {
    pub(super) fn of(material: &Material<'_>) -> Self {
        let tagged = material.tagged;
        let mut offices = vec![Vec::new(); tagged.sentences.len()];
        for (nth, office) in material.offices.iter().enumerate() {
            offices[tagged.tokens[office.first].sentence as usize].push(nth);
        }
        Self {
            sentences: vec![Vec::new(); tagged.sentences.len()],
            quotes: quotes(tagged),
            offices,
            ..Self::default()
        }
    }

    /// Learns of a referent that is added.
    pub(super) fn add(&mut self, referent: Referent, cluster: &Cluster) {
        if cluster.kind == Some(EntityKind::Country) {
            self.lands.push(referent);
        }
        let Some(lemma) = &cluster.lemma else { return };
        self.lemmas.insert(lemma.clone(), referent);
        let ends = lemma.match_indices(' ').map(|(at, _)| at).chain([lemma.len()]);
        for end in ends {
            let head = self.heads.entry(lemma[..end].to_string()).or_insert((referent, None));
            head.0 = referent;
            if cluster.many {
                head.1 = Some(referent);
            }
        }
    }

    /// Learns of mention `nth`.
    pub(super) fn mention(&mut self, nth: usize, found: &Found, sentence: usize) {
        self.sentences[sentence].push(nth);
        self.tell(found);
    }

    fn tell(&mut self, found: &Found) {
        for like in self.likes.get(&found.referent).into_iter().flatten() {
            let at = self.bodies.entry(like).or_default();
            at.entry(found.first).or_insert((found.referent, found.referent)).1 = found.referent;
        }
    }

    /// Learns what the named are, once that is settled.
    pub(super) fn named(
        &mut self,
        clusters: &[Cluster],
        found: &[Found],
        pack: &Pack,
        statesmen: BTreeSet<Referent>,
    ) {
        let heads = &pack.words().heads;
        self.statesmen = statesmen;
        self.lands.clear();
        for (referent, cluster) in clusters.iter().enumerate() {
            if cluster.kind == Some(EntityKind::Country) {
                self.lands.push(referent);
            }
            if !cluster.named {
                continue;
            }
            let surfaces: BTreeSet<&str> = cluster.surfaces.iter().map(|(_, surface)| &**surface).collect();
            for surface in surfaces {
                let folded = fold(surface);
                let first = folded.split(' ').next().unwrap_or_default();
                if cluster.kind == Some(EntityKind::Organization)
                    && let Some(like) = heads.exact(first).and_then(|head| head.like)
                {
                    self.likes.entry(referent).or_default().insert(like);
                }
                if folded.len() == surface.len() {
                    self.written.entry(folded.into()).or_insert(referent);
                }
            }
        }
        for (nth, f) in found.iter().enumerate() {
            self.tell(f);
            if f.mention.kind == MentionKind::Name && clusters[f.referent].kind == Some(EntityKind::Place) {
                self.spots.push((f.first, nth));
            }
        }
        self.spots.sort_by_key(|(first, _)| *first);
    }

    /// Mentions that begin in a sentence, as they were recorded.
    pub(super) fn inside(&self, sentence: usize) -> &[usize] {
        self.sentences.get(sentence).map_or(&[], |list| list)
    }

    /// Offices that begin in a sentence.
    pub(super) fn offices(&self, sentence: usize) -> &[usize] {
        &self.offices[sentence]
    }

    /// Whether an odd number of quotation marks stands among tokens `from..to`.
    pub(super) fn odd_quotes(&self, from: usize, to: usize) -> bool {
        (self.quotes[to] - self.quotes[from]) % 2 == 1
    }

    /// Whatever was taken for a state at some time.
    pub(super) fn lands(&self) -> &[Referent] {
        &self.lands
    }

    /// The last that was first met by this description.
    pub(super) fn described(&self, key: &str) -> Option<Referent> {
        self.lemmas.get(key).copied()
    }

    /// The last whose description begins with these words; of those that are several where so asked.
    pub(super) fn headed(&self, lemma: &str, many: bool) -> Option<Referent> {
        let (last, several) = self.heads.get(lemma)?;
        if many { *several } else { Some(*last) }
    }

    /// The first that is named in these folded words.
    pub(super) fn written(&self, folded: &str) -> Option<Referent> {
        self.written.get(folded).copied()
    }

    /// The body like this that was told of last before a token, else first behind it.
    pub(super) fn body(&self, like: &str, before: usize) -> Option<Referent> {
        let told = self.bodies.get(like)?;
        let last = told.range(..before).next_back().map(|(_, ends)| ends.1);
        last.or_else(|| told.iter().next().map(|(_, ends)| ends.0))
    }

    /// Names of what were places before offices were read, that begin before a token; the last first.
    pub(super) fn spots_before(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let end = self.spots.partition_point(|(first, _)| *first < token);
        self.spots[..end].iter().rev().map(|(_, nth)| *nth)
    }

    /// Whether somebody is named with an office of state.
    pub(super) fn statesman(&self, referent: Referent) -> bool {
        self.statesmen.contains(&referent)
    }
}

/// Holders of the offices of state.
pub(super) fn statesmen(material: &Material<'_>, of_name: &[Referent]) -> BTreeSet<Referent> {
    let state = material.offices.iter().filter(|office| office.title.scope == Scope::State);
    state.filter_map(|office| office.holder.map(|holder| of_name[holder])).collect()
}

fn quotes(tagged: &Tagged) -> Vec<u32> {
    let mut count = 0;
    let marks = tagged.tokens.iter().map(|token| {
        count += u32::from(matches!(&*token.lower, "\"" | "“" | "”"));
        count
    });
    std::iter::once(0).chain(marks).collect()
}

/// The relations found so far, and who stands in which.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    all: Vec<Standing>,
    pairs: BTreeSet<(Referent, Referent)>,
    /// To whom each subject is related, each once, in order.
    objects: BTreeMap<Referent, Vec<Referent>>,
    /// Who is related so to each object.
    subjects: BTreeMap<(RelationKind, Referent), BTreeSet<Referent>>,
}

impl Ledger {
    pub(super) fn push(&mut self, standing: Standing) {
        let (subject, object) = (standing.subject, standing.object);
        if self.pairs.insert((subject, object)) {
            self.objects.entry(subject).or_default().push(object);
        }
        self.subjects.entry((standing.kind, object)).or_default().insert(subject);
        self.all.push(standing);
    }

    /// Whether the two are related in any way.
    pub(super) fn related(&self, subject: Referent, object: Referent) -> bool {
        self.pairs.contains(&(subject, object))
    }

    /// To whom somebody is related, each once, in order.
    pub(super) fn objects(&self, subject: Referent) -> &[Referent] {
        self.objects.get(&subject).map_or(&[], |list| list)
    }

    /// Who is related so to somebody, in order of the referents.
    pub(super) fn subjects(
        &self,
        kind: RelationKind,
        object: Referent,
    ) -> impl Iterator<Item = Referent> + '_ {
        self.subjects.get(&(kind, object)).into_iter().flatten().copied()
    }

    pub(super) fn into_inner(self) -> Vec<Standing> {
        self.all
    }
}
