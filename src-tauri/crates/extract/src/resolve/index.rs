//! What the steps look up while they work, kept as they go, so that none of them walks the whole text for one word of it.
//!
//! Each question has the answer that a walk over all mentions or all referents gives; a text four times as long is read in
//! four times the time. A sentence is bounded by `segment`, so what looks through one sentence is bounded too.

use std::collections::{BTreeMap, BTreeSet};

use lang::tokenize::fold;
use lang::{Order, Pack, Scope};
use model::{EntityKind, MentionKind, RelationKind};

use super::{Cluster, Material};
use crate::analysis::{Found, Referent, Standing, Tagged};

/// The first and the last recorded of the mentions that begin at a token.
type Ends = (Referent, Referent);

/// Looked up by the steps of the resolution.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// Mentions as they were recorded.
    found: Vec<Found>,
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
    /// Bodies, buildings and treaties by the words that alone stand for them, "court" of "Supreme Court", and by first token.
    tails: BTreeMap<String, BTreeMap<usize, Referent>>,
    /// Holders of an office of state.
    statesmen: BTreeSet<Referent>,
    /// How many mentions were looked at.
    #[cfg(test)]
    pub(super) looked: std::cell::Cell<usize>,
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

    /// Records a mention that begins in this sentence.
    pub(super) fn mention(&mut self, found: Found, sentence: usize) {
        self.tell(found.referent, found.first);
        self.sentences[sentence].push(self.found.len());
        self.found.push(found);
    }

    fn tell(&mut self, referent: Referent, first: usize) {
        for like in self.likes.get(&referent).into_iter().flatten() {
            let at = self.bodies.entry(like).or_default();
            at.entry(first).or_insert((referent, referent)).1 = referent;
        }
    }

    /// Learns what the named are, once that is settled.
    pub(super) fn named(&mut self, clusters: &[Cluster], pack: &Pack, statesmen: BTreeSet<Referent>) {
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
            if matches!(
                cluster.kind,
                Some(EntityKind::Organization | EntityKind::Facility | EntityKind::Agreement)
            ) {
                for (first, surface) in &cluster.surfaces {
                    for word in tails(surface, pack) {
                        self.tails.entry(word).or_default().insert(*first, referent);
                    }
                }
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
        for nth in 0..self.found.len() {
            let Found { mention, first, referent, .. } = self.found[nth];
            self.tell(referent, first);
            if mention.kind == MentionKind::Name && clusters[referent].kind == Some(EntityKind::Place) {
                self.spots.push((first, nth));
            }
        }
        self.spots.sort_by_key(|(first, _)| *first);
    }

    /// All mentions, as they were recorded: to be asked for once, not for every word.
    pub(super) fn all(&self) -> &[Found] {
        self.look(self.found.len());
        &self.found
    }

    /// The same, to be changed.
    pub(super) fn all_mut(&mut self) -> &mut [Found] {
        self.look(self.found.len());
        &mut self.found
    }

    /// The mentions themselves.
    pub(super) fn into_found(self) -> Vec<Found> {
        self.found
    }

    /// Mentions that begin in a sentence, as they were recorded.
    pub(super) fn inside(&self, sentence: usize) -> impl DoubleEndedIterator<Item = &Found> {
        let list: &[usize] = self.sentences.get(sentence).map_or(&[], |list| list);
        self.look(list.len());
        list.iter().map(|nth| &self.found[*nth])
    }

    #[cfg(test)]
    fn look(&self, count: usize) {
        self.looked.set(self.looked.get() + count);
    }

    #[cfg(not(test))]
    #[expect(clippy::unused_self, reason = "counts in tests")]
    fn look(&self, _count: usize) {}

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

    /// What is named last before a token in words of which this one alone may stand for it.
    pub(super) fn tail(&self, word: &str, before: usize) -> Option<Referent> {
        self.tails.get(word)?.range(..before).next_back().map(|(_, referent)| *referent)
    }

    /// Names of what were places before offices were read, that begin before a token; the last first.
    pub(super) fn spots_before(&self, token: usize) -> impl Iterator<Item = &Found> {
        let end = self.spots.partition_point(|(first, _)| *first < token);
        self.spots[..end].iter().rev().map(|(_, nth)| &self.found[*nth]).inspect(|_| self.look(1))
    }

    /// Whether somebody is named with an office of state.
    pub(super) fn statesman(&self, referent: Referent) -> bool {
        self.statesmen.contains(&referent)
    }
}

/// The words of a longer name that alone may stand for it: its last, what stands before "of", and what bodies are called ("police" of
/// "Lima Police Department").
fn tails(surface: &str, pack: &Pack) -> BTreeSet<String> {
    let folded = fold(surface);
    let words: Vec<&str> = folded.split(' ').collect();
    if pack.order != Order::HeadLast || words.len() < 2 {
        return BTreeSet::new();
    }
    let links = &pack.words().body_links;
    let body = |word: &&&str| pack.words().heads.exact(word).is_some_and(|head| head.body && head.alone);
    let linked = words.windows(2).filter(|pair| links.contains_key(pair[1])).map(|pair| pair[0]);
    let last = words.iter().filter(body).copied().chain(words.last().copied());
    last.chain(linked.take(1)).map(str::to_owned).collect()
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

#[cfg(test)]
mod tests {
    use super::super::worked;
    use super::*;
    use crate::analysis::Context;
    use crate::{mentions, segment};

    /// A letter and a name's ending make a name of their own for every number.
    fn name(nth: usize, ending: &str) -> String {
        let letters = [nth / 400, nth / 20 % 20, nth % 20].map(|n| char::from(b'a' + n as u8));
        format!("Bu{}{ending}", letters.iter().collect::<String>())
    }

    /// How many mentions the resolution looked at, and how many there are in the end.
    fn looked(text: &str, pack: &'static Pack) -> (usize, usize) {
        let context = Context::of(text, pack, None);
        let tagged = segment::tagged(text, pack);
        let names = mentions::names(&tagged, &context);
        let descriptions = mentions::descriptions(&tagged, &names, &context);
        let offices = mentions::offices(&tagged, &names, &descriptions, &context);
        let material = Material {
            tagged: &tagged,
            names: &names,
            descriptions: &descriptions,
            offices: &offices,
            evidence: None,
            context: &context,
        };
        let index = worked(&material).index;
        (index.looked.get(), index.all().len())
    }

    /// Four times the text in one paragraph: four times the looking, not sixteen times.
    fn grows_like_its_text(pack: &'static Pack, sentence: impl Fn(usize) -> String) {
        let text = |count: usize| (0..count).map(&sentence).collect::<Vec<_>>().join(" ");
        let (few, short) = looked(&text(60), pack);
        let (many, long) = looked(&text(240), pack);
        assert!(long > 3 * short && short > 150, "{short} and {long} mentions");
        assert!(many * 10 < few * 45, "{few} looked at for {short} mentions, {many} for {long}");
    }

    #[test]
    fn a_paragraph_of_a_whole_newspaper_is_looked_through_once() {
        grows_like_its_text(&lang::id::PACK, |nth| {
            format!(
                "Menteri Luar Negeri Peru {} bertemu warga setempat di Lima. Ia dan rombongannya mengecam serangan \
                 tersebut. \"Saya menolak,\" kata dia. Polisi di kota itu menangkap para tersangka. Presiden tersebut \
                 memuji mereka.",
                name(nth, "ran")
            )
        });
        grows_like_its_text(&lang::en::PACK, |nth| {
            format!(
                "Foreign Minister {} of Peru met local residents in Lima. He and his aides condemned its attack. \"I \
                 refuse,\" he said. The city's police arrested the suspects. The president praised them.",
                name(nth, "ran")
            )
        });
    }
}
