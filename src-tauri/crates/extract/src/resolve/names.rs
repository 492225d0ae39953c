//! Names that mean the same: the tables' own, acronyms, surnames, names cut short.

use std::collections::{BTreeMap, BTreeSet};

use lang::{Order, Shape, Tag};
use model::{EntityKind, MentionKind, RelationKind};

use super::{Cluster, Work, index};
use crate::analysis::{Referent, Standing};
use crate::mentions::{Name, Seat, entity, folded, is_caplike, unsure};
use crate::world;

impl Work<'_> {
    /// Clusters all names and records their mentions.
    pub(super) fn names(&mut self) {
        let material = self.material;
        let names = material.names;
        let tokens = &material.tagged.tokens;
        let mut by_key: BTreeMap<String, Referent> = BTreeMap::new();
        let mut of: Vec<Option<Referent>> = vec![None; names.len()];
        // Longer names first: a surname met before its full name still joins it.
        let mut order: Vec<usize> = (0..names.len()).collect();
        order.sort_by_key(|&i| (std::cmp::Reverse(words(self, &names[i]).len()), i));
        // Words of people's longer names, with where those names stand.
        let mut parts: BTreeMap<String, Vec<(usize, Referent)>> = BTreeMap::new();
        for &i in &order {
            let name = &names[i];
            let own = words(self, name);
            let key = key(name, &folded(&tokens[name.first..name.end]));
            let joined = by_key.get(&key).copied().or_else(|| self.part_of(name, &own, &parts));
            let referent = joined.unwrap_or_else(|| self.add(Cluster::default()));
            by_key.entry(key).or_insert(referent);
            if own.len() > 1 && person_like(name) {
                for word in &own {
                    parts.entry(word.clone()).or_default().push((name.first, referent));
                    // "al-Rubaie" is also written "Rubaie".
                    if let Some((article, bare)) = word.split_once('-')
                        && material.context.pack.words().name_prefixes.contains(article)
                    {
                        parts.entry(bare.to_owned()).or_default().push((name.first, referent));
                    }
                }
            }
            of[i] = Some(referent);
        }
        // Acronyms defined in brackets: all that bear the letters are the long name.
        let mut moved: BTreeMap<Referent, Referent> = BTreeMap::new();
        let mut coined: BTreeSet<Referent> = BTreeSet::new();
        for (i, name) in names.iter().enumerate() {
            if let (Some(long), Some(short)) = (name.short_for.and_then(|l| of[l]), of[i])
                && long != short
            {
                moved.insert(short, long);
                // "Komite Bantuan Sungai (KBS)": letters made of the name's own words mean nothing else here.
                let long = name.short_for.map(|l| &names[l]);
                let letters: Option<String> = long
                    .filter(|long| long.known.is_none())
                    .map(|long| words(self, long).iter().filter_map(|word| word.chars().next()).collect());
                if letters.is_some_and(|letters| *letters == *tokens[name.first].lower) {
                    coined.insert(short);
                }
            }
        }
        if material.context.pack.order == Order::HeadFirst {
            for (short, long) in self.cut_short(&of) {
                moved.entry(short).or_insert(long);
            }
        }
        let evidence = material.evidence;
        let head_first = material.context.pack.order == Order::HeadFirst;
        let before = of.clone();
        // "Komisi III" is "Komisi III DPR" is "Komisi III DPR RI".
        let meant = |mut referent: Referent| {
            for _ in 0..CHAIN {
                referent = moved.get(&referent).copied().unwrap_or(referent);
            }
            referent
        };
        self.of_name = of.into_iter().map(|r| meant(r.unwrap_or(0))).collect();
        for (i, name) in names.iter().enumerate() {
            let referent = self.of_name[i];
            // "Kelautan" in "Utusan Pemerintah Norwegia untuk Urusan Kelautan" is part of the office.
            let office = name.rule == "name.shape"
                && name.short_for.is_none()
                && self.index.offices(self.sentence_of(name.first)).iter().any(|nth| {
                    let o = &material.offices[*nth];
                    o.first <= name.first
                        && name.end <= o.end
                        && o.holder != Some(i)
                        && !o.seats.contains(&Seat::Name(i))
                });
            if office {
                continue;
            }
            // "UMKM" in "Kementerian UMKM" is nobody that the text speaks of alone.
            let part = name.nested && name.known.is_none();
            if part
                && head_first
                && !names.iter().zip(&self.of_name).any(|(o, r)| !o.nested && *r == referent)
            {
                continue;
            }
            let surface = self.text(name.first, name.end).to_string();
            let cluster = &mut self.clusters[referent];
            cluster.named = true;
            let coined = before[i].is_some_and(|short| coined.contains(&short));
            if let Some(kind) = name.guess.filter(|_| !coined) {
                *cluster.votes.entry(kind).or_insert(0.0) += name.sure;
            }
            if let Some(hint) = evidence.filter(|_| unsure(name)).and_then(|e| e.hint(name.first, name.end)) {
                let kind = entity(hint.kind);
                if hint.sure >= HEARD {
                    *cluster.votes.entry(kind).or_insert(0.0) += TAGGER * hint.sure * hint.name;
                }
            }
            // "IK" once told to be somebody's initials is somebody throughout.
            if name.rule == "name.called" && name.guess == Some(EntityKind::Person) {
                *cluster.votes.entry(EntityKind::Person).or_insert(0.0) += 9.0;
            }
            // "Ketua MKD": behind an office the short form of a body is no person.
            let short = name.end == name.first + 1 && tokens[name.first].shape == Shape::Upper;
            if name.titled && !(short && cluster.votes.contains_key(&EntityKind::Organization)) {
                *cluster.votes.entry(EntityKind::Person).or_insert(0.0) += 0.5;
            }
            let better = name.known.as_ref().filter(|_| !coined).is_some_and(|known| {
                cluster.known.as_ref().is_none_or(|old| old.doubtful && !known.doubtful)
            });
            if better {
                cluster.known.clone_from(&name.known);
            }
            // "Kecamatan Kanigoro": only one state has places of that sort.
            let sort = name
                .first
                .checked_sub(1)
                .filter(|_| name.known.is_none())
                .and_then(|before| material.context.pack.words().heads.exact(&tokens[before].lower));
            if let Some(head) = sort.filter(|head| head.classifier && head.country.is_some()) {
                cluster.country = head.country;
            }
            cluster.surfaces.push((name.first, surface));
            cluster.confidence = cluster.confidence.max(name.sure);
            self.mention(
                referent,
                name.first,
                name.end,
                (name.first, name.end),
                MentionKind::Name,
                name.rule,
            );
        }
        for at in 0..self.clusters.len() {
            self.settle(at);
        }
        self.rivals();
        let statesmen = index::statesmen(material, &self.of_name);
        self.index.named(&self.clusters, material.context.pack, statesmen);
        self.bodies();
    }

    /// "Komisi III" beside "Komisi III DPR", "MKD" beside "MKD DPR": a body named without the body or state it is part of, where only one
    /// such is named. Answers the shorter with the longer.
    fn cut_short(&self, of: &[Option<Referent>]) -> Vec<(Referent, Referent)> {
        let names = self.material.names;
        let tokens = &self.material.tagged.tokens;
        let heads = &self.material.context.pack.words().heads;
        let body = |name: &Name| !name.nested && matches!(name.guess, Some(EntityKind::Organization) | None);
        // By what stands before the last name inside: the longer names.
        let mut longer: BTreeMap<String, BTreeSet<(String, Referent)>> = BTreeMap::new();
        let mut wholes: BTreeMap<(String, Referent), (BTreeSet<Referent>, Referent)> = BTreeMap::new();
        for (i, name) in names.iter().enumerate().filter(|(_, name)| body(name)) {
            let inside = (i + 1..names.len()).take_while(|at| names[*at].first < name.end);
            for at in inside {
                let inner = &names[at];
                if !inner.nested || inner.end != name.end || inner.first == name.first {
                    continue;
                }
                let short = folded(&tokens[name.first..inner.first]);
                let Some(referent) = of[i] else { continue };
                if let Some(whole) = of[at] {
                    let (all, first) =
                        wholes.entry((short.clone(), whole)).or_insert_with(|| (BTreeSet::new(), referent));
                    all.insert(referent);
                    *first = (*first).min(referent);
                }
                longer.entry(short).or_default().insert((folded(&tokens[name.first..name.end]), referent));
            }
            // "Hanura" beside "Partai Hanura"
            let sort = heads.exact(&tokens[name.first].lower).is_some_and(|head| head.groups);
            if let Some(referent) = of[i].filter(|_| sort && name.end - name.first > 1) {
                let short = folded(&tokens[name.first + 1..name.end]);
                longer.entry(short).or_default().insert((folded(&tokens[name.first..name.end]), referent));
            }
        }
        let mut out = Vec::new();
        // "Komisi III DPR" beside "Komisi III DPR RI": one body of one whole.
        for (short, whole) in wholes.values() {
            out.extend(short.iter().filter(|other| *other != whole).map(|other| (*other, *whole)));
        }
        for (i, name) in names.iter().enumerate().filter(|(_, name)| body(name) && name.known.is_none()) {
            let own = folded(&tokens[name.first..name.end]);
            let plain = name.end - name.first > 1
                || tokens[name.first].shape == Shape::Upper
                || name.guess == Some(EntityKind::Organization);
            let Some(long) = longer.get(&own).filter(|_| plain) else { continue };
            let longest = long.iter().max_by_key(|(words, _)| words.len());
            if let (Some((words, referent)), Some(short)) = (longest, of[i])
                && *referent != short
                && long.iter().all(|(other, _)| words.starts_with(&**other))
            {
                out.push((short, *referent));
            }
        }
        out
    }

    /// "Kementerian Pertahanan Rusia" is of Russia, "Dewan Keamanan PBB" part of the UN.
    fn bodies(&mut self) {
        let names = self.material.names;
        let material = self.material;
        let head_first = material.context.pack.order == Order::HeadFirst;
        for (i, name) in names.iter().enumerate().filter(|(_, name)| name.nested) {
            let Some(outer) = names[..i]
                .iter()
                .rposition(|other| !other.nested && other.first <= name.first && name.end <= other.end)
            else {
                continue;
            };
            let (part, whole) = (self.of_name[outer], self.of_name[i]);
            if part == whole {
                continue;
            }
            let country = self.clusters[whole].country;
            let kind = self.clusters[part].kind;
            // What stands in a place is not part of it: "Universitas Lada Lima".
            let place = head_first && self.clusters[whole].kind == Some(EntityKind::Place);
            let named = self.clusters[whole].named;
            let cluster = &mut self.clusters[part];
            if cluster.country.is_none() && kind != Some(EntityKind::Agreement) {
                cluster.country = country;
            }
            let sentence = self.sentence_of(name.first);
            // "Undang-Undang TNI" is about the body, "Pasal 5 Piagam PBB" is in the charter.
            let law = kind == Some(EntityKind::Agreement);
            if (kind == Some(EntityKind::Organization)
                || law && (!head_first || self.clusters[whole].kind == kind))
                && named
                && !place
                && !self.standings.related(part, whole)
            {
                // "Kedutaan Besar Chad" speaks for Chad.
                let tokens = &self.material.tagged.tokens[names[outer].first..name.first];
                let heads = &self.material.context.pack.words().heads;
                let sent = heads
                    .longest(|i| tokens.get(i).map(|token| &*token.lower))
                    .is_some_and(|(_, head)| head.represents);
                self.standings.push(Standing {
                    kind: if sent { RelationKind::Represents } else { RelationKind::PartOf },
                    subject: part,
                    object: whole,
                    confidence: 0.8,
                    evidence: (sentence, "name.nested"),
                });
            }
        }
        // "Lima Institute", "Institut Kelautan Bergen", "Universitas Coimbra, Lisbon"; "St. Petersburg, Rusia".
        for (i, name) in names.iter().enumerate() {
            let referent = self.of_name[i];
            let kind = self.clusters[referent].kind;
            let beside = names
                .get(i + 1)
                .filter(|next| {
                    next.first == name.end + 1
                        && &*material.tagged.tokens[name.end].lower == ","
                        && !(head_first && material.tagged.goes_on(next.end))
                })
                .map(|_| self.of_name[i + 1]);
            let bodily =
                matches!(kind, Some(EntityKind::Organization | EntityKind::Place | EntityKind::Facility));
            if bodily && self.clusters[referent].country.is_none() {
                let own = (name.first..name.end)
                    .filter_map(|at| world::known(self.text(at, at + 1)))
                    .find(|known| {
                        !known.doubtful && matches!(known.kind, EntityKind::Place | EntityKind::Country)
                    })
                    .and_then(|known| known.country);
                let near = beside
                    .filter(|b| self.clusters[*b].kind == Some(EntityKind::Place))
                    .and_then(|b| self.clusters[b].country);
                self.clusters[referent].country =
                    own.filter(|_| name.known.is_none()).or(near.filter(|_| name.known.is_none()));
            }
            if kind == Some(EntityKind::Place)
                && let Some(country) = beside
                    .filter(|b| self.clusters[*b].kind == Some(EntityKind::Country))
                    .and_then(|b| self.clusters[b].country)
                && self.clusters[referent].country != Some(country)
                && !self.clusters[referent].known.as_ref().is_some_and(|known| known.capital)
            {
                self.clusters[referent].country = Some(country);
                self.clusters[referent].known = None;
            }
        }
    }

    /// "Rubio" behind "Marco Rubio" is he, and no town in Venezuela: where no preposition and no "kota" stands before it.
    fn surname(&self, name: &Name, own: &[String], parts: &BTreeMap<String, Vec<(usize, Referent)>>) -> bool {
        let tokens = &self.material.tagged.tokens;
        let town = name.known.as_ref().is_some_and(|known| known.kind == EntityKind::Place && !known.capital);
        let placed = name.first.checked_sub(1).is_some_and(|before| {
            let before = &tokens[before];
            before.sentence == tokens[name.first].sentence
                && (before.tag == Tag::Adp
                    || self
                        .material
                        .context
                        .pack
                        .words()
                        .heads
                        .exact(&before.lower)
                        .is_some_and(|head| head.classifier))
        });
        let [word] = own else { return false };
        let told = |(at, _): &(usize, Referent)| {
            let last = tokens.get(*at..).into_iter().flatten().take_while(|token| is_caplike(token)).last();
            *at < name.first
                && self.sentence_of(name.first) <= self.sentence_of(*at) + BEHIND
                && last.is_some_and(|last| *last.lower == **word)
        };
        town && !placed
            && name.end == name.first + 1
            && parts.get(word).is_some_and(|list| list.iter().any(told))
    }

    /// The longer name of a person that this one is cut from: "Quispe", "Laleh".
    fn part_of(
        &self,
        name: &Name,
        own: &[String],
        parts: &BTreeMap<String, Vec<(usize, Referent)>>,
    ) -> Option<Referent> {
        let surname = self.surname(name, own, parts);
        if !surname
            && (!person_like(name)
                || name
                    .known
                    .as_ref()
                    .is_some_and(|known| !known.doubtful && known.kind != EntityKind::Person))
        {
            return None;
        }
        let tokens = &self.material.tagged.tokens;
        if own.len() == 1 && tokens[name.first].shape == Shape::Upper && own[0].len() <= 3 {
            return None;
        }
        let Some(first) = parts.get(own.first()?) else { return nickname(name, own, parts) };
        if own.iter().any(|word| !parts.contains_key(word)) {
            return None;
        }
        let fits = |referent: Referent| {
            own.iter()
                .all(|word| parts.get(word).is_some_and(|list| list.iter().any(|(_, r)| *r == referent)))
        };
        let before = first.iter().filter(|(at, r)| *at <= name.first && fits(*r)).max_by_key(|(at, _)| *at);
        before.or_else(|| first.iter().filter(|(_, r)| fits(*r)).min_by_key(|(at, _)| *at)).map(|(_, r)| *r)
    }
}

/// How many sentences behind a person's full name the last word of it still means them, and not the town that is called like that.
const BEHIND: usize = 12;

/// "Rahma" where one "Rahmadiansyah Putra" is named before: a given name cut short.
fn nickname(
    name: &Name,
    own: &[String],
    parts: &BTreeMap<String, Vec<(usize, Referent)>>,
) -> Option<Referent> {
    let [short] = own else { return None };
    let long = short.chars().count() >= NICKNAME && name.known.is_none();
    let mut bearers = parts
        .range(short.clone()..)
        .take_while(|(word, _)| long && word.starts_with(&**short))
        .flat_map(|(_, list)| list)
        .filter(|(at, _)| *at < name.first);
    let (_, one) = *bearers.next()?;
    bearers.all(|(_, other)| *other == one).then_some(one)
}

/// How often a short name may stand for one that is itself short for another.
const CHAIN: usize = 3;

/// How sure the tagger must be of a kind to be heard.
const HEARD: f32 = 0.6;
/// How much the tagger's word counts beside the rules' own sureness.
const TAGGER: f32 = 0.9;

/// Fewest letters of a given name that is cut short.
const NICKNAME: usize = 4;

/// The folded capitalised words of a name; "Van Kempen" and "Frank van Kempen" share what stands beside the article.
fn words(work: &Work<'_>, name: &Name) -> Vec<String> {
    let links = &work.material.context.pack.words().person_links;
    let tokens = &work.material.tagged.tokens[name.first..name.end];
    let all = |linked: bool| {
        tokens
            .iter()
            .filter(|t| is_caplike(t) && (linked || !links.contains(&*t.lower)))
            .map(|t| t.lower.to_string())
            .collect::<Vec<_>>()
    };
    let bare = all(false);
    if bare.is_empty() { all(true) } else { bare }
}

fn person_like(name: &Name) -> bool {
    matches!(name.guess, Some(EntityKind::Person) | None)
        || name.known.is_none() && name.sure <= 0.6 && matches!(name.rule, "name.shape")
}

/// What two names share when the tables or the letters alone say that they are the same.
fn key(name: &Name, folded: &str) -> String {
    match &name.known {
        Some(known) => format!("{} {}", known.kind.class(), known.names.en.to_lowercase()),
        None => format!("= {folded}"),
    }
}
