//! Who belongs to which body, and who is whose ally: "anggota DPR Rina Sari", "negara-negara ASEAN seperti Laos dan Vietnam", "the G7, which
//! comprises Canada, France and Italy".

use lang::{BodyLink, Order, Shape, Tag};
use model::{EntityKind, MentionKind, RelationKind};

use crate::analysis::{Actors, Context, Found, Standing, Tagged};

/// How many tokens may stand between a body and the words that list its members.
const GAP: usize = 3;
/// How many between a member and the body that a clause names: "Norwegia, yang juga merupakan salah satu anggota NATO,".
const APPOSED: usize = 7;
/// How far before the body a word for members may stand, where the body's sort stands between.
const SORTED: usize = 5;
/// How many a clause about a body may have before its states are listed.
const CLAUSE: usize = 24;
/// How many may tell what a member's seat is for.
const SEAT: usize = 10;
/// How long a description of a member may be before the body.
const DESCRIBED: usize = 4;
/// How many between a group and the words that open its list, and between those listed.
const ROSTER: usize = 12;

/// The memberships that the text states.
pub(crate) fn memberships(scan: &Scan<'_>) -> Vec<Standing> {
    let mut out = Vec::new();
    for (nth, body) in scan.names.iter().enumerate().filter(|(_, body)| !scan.past(body)) {
        let (kind, rule, members) = match scan.kind(body) {
            EntityKind::Organization | EntityKind::Group => {
                let members = if scan.fellows(body) { scan.called(nth) } else { scan.listed(nth) };
                (RelationKind::MemberOf, "relation.member", members)
            }
            // "Norwegia, sekutu Chad,", "sekutu Chad seperti Peru dan Norwegia"
            EntityKind::Country if scan.allies(body) => {
                let mut members = scan.called(nth);
                members.retain(|who| scan.ally(scan.actors.referents[*who].kind));
                (RelationKind::AllyOf, "relation.ally", members)
            }
            _ => continue,
        };
        out.extend(scan.standings(kind, members, body, 0.65, rule));
    }
    out
}

/// The names that the text lists as a group's: "tiga tersangka, yakni Rina Sari, Budi Hartono, dan Ali", "lima perusahaan itu adalah PT Lada dan
/// PT Pala".
pub(crate) fn rosters(scan: &Scan<'_>) -> Vec<Standing> {
    let mut out = Vec::new();
    let groups = scan.actors.mentions.iter().filter(|found| {
        found.mention.kind == MentionKind::Nominal
            && scan.kind(found) == EntityKind::Group
            // Only where they are counted are those listed all of them: "negara-negara seperti Laos dan Vietnam" are examples.
            && scan.tagged.tokens[found.first..found.end].iter().any(|token| token.tag == Tag::Num)
    });
    for group in groups {
        let members = scan.roster(group);
        out.extend(scan.standings(RelationKind::MemberOf, members, group, 0.6, "relation.roster"));
    }
    out
}

/// What relations between mentions are read from.
#[derive(Clone, Copy)]
pub(crate) struct Scan<'a> {
    pub(crate) tagged: &'a Tagged,
    pub(crate) actors: &'a Actors,
    /// Name mentions, in order.
    pub(crate) names: &'a [&'a Found],
    pub(crate) context: &'a Context<'a>,
}

impl Scan<'_> {
    pub(crate) fn kind(&self, found: &Found) -> EntityKind {
        self.actors.referents[found.referent].kind
    }

    /// The members' relations to what they belong to.
    fn standings(
        &self,
        kind: RelationKind,
        members: Vec<usize>,
        whole: &Found,
        confidence: f32,
        rule: &'static str,
    ) -> impl Iterator<Item = Standing> {
        let (object, sentence) = (whole.referent, self.tagged.tokens[whole.first].sentence as usize);
        let others = members.into_iter().filter(move |who| *who != object);
        others.map(move |subject| Standing { kind, subject, object, confidence, evidence: (sentence, rule) })
    }

    fn word(&self, at: usize, sentence: u32) -> Option<&str> {
        self.tagged.tokens.get(at).filter(|t| t.sentence == sentence).map(|t| &*t.lower)
    }

    /// "negara bekas Uni Soviet": a body that is spoken of as no more.
    fn past(&self, body: &Found) -> bool {
        let openers = &self.context.pack.words().title_openers;
        self.context.pack.order == Order::HeadFirst
            && body.first.checked_sub(1).is_some_and(|at| {
                let token = &self.tagged.tokens[at];
                token.tag != Tag::Punct && &*token.lower != "wakil" && openers.contains(&*token.lower)
            })
    }

    /// Whether a word for members stands right before the body: "anggota", "politikus", "members of".
    fn fellows(&self, body: &Found) -> bool {
        let terms = self.context.pack.words();
        let sentence = self.tagged.tokens[body.first].sentence;
        (1..=SORTED).filter_map(|n| body.first.checked_sub(n)).any(|first| {
            terms.fellows.longest(|i| self.word(first + i, sentence)).is_some_and(|(length, ())| {
                first + length == body.first || self.sort(first + length, body.first)
            })
        })
    }

    /// "anggota partai oposisi Lada": whether only the sort of body stands between.
    fn sort(&self, first: usize, end: usize) -> bool {
        let terms = self.context.pack.words();
        let words = self.tagged.tokens.get(first..end).unwrap_or_default();
        let plain = |t: &lang::Token| t.shape == Shape::Lower && matches!(t.tag, Tag::Noun | Tag::Adj);
        let head = terms.heads.longest(|i| words.get(i).map(|t| &*t.lower));
        self.context.pack.order == Order::HeadFirst
            && words.len() < SORTED
            && words.iter().all(plain)
            && head
                .is_some_and(|(_, head)| head.groups || head.kind == EntityKind::Organization && !head.body)
    }

    /// "Anggota DPR dari daerah pemilihan Lada Rina Sari": the person named behind what the seat is for.
    fn seated_for(&self, nth: usize) -> Option<usize> {
        let body = self.names[nth];
        let sentence = self.tagged.tokens[body.first].sentence;
        self.word(body.end, sentence).filter(|word| self.context.pack.words().members.contains(word))?;
        let near = |name: &&&Found| {
            name.first <= body.end + SEAT && self.tagged.tokens[name.first].sentence == sentence
        };
        let mut following = self.names[nth + 1..].iter().take_while(near);
        let holder = following.find(|name| self.kind(name) == EntityKind::Person)?;
        let plain = self.tagged.tokens.get(body.end..holder.first)?.iter().all(|t| {
            !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Cconj)
                && !matches!(&*t.lower, "," | "." | "\"" | "“" | "”")
        });
        plain.then_some(holder.referent)
    }

    /// Whom a description means that a word for members opens and the body ends, or a word that points back.
    fn described(&self, body: &Found) -> Option<usize> {
        let near = self.actors.mentions.partition_point(|found| found.first + DESCRIBED < body.first);
        self.actors.mentions[near..]
            .iter()
            .take_while(|found| found.first < body.first)
            .find(|found| {
                found.mention.kind == MentionKind::Nominal
                    && (body.end..=body.end + 1).contains(&found.end)
                    && matches!(self.kind(found), EntityKind::Person | EntityKind::Group)
            })
            .map(|found| found.referent)
    }

    /// Whether such may be an ally: a state, and where modifiers follow their nouns a movement too ("sekutu Iran, Hizbullah,").
    fn ally(&self, kind: EntityKind) -> bool {
        kind == EntityKind::Country
            || self.context.pack.order == Order::HeadFirst
                && matches!(kind, EntityKind::Organization | EntityKind::Group)
    }

    /// Whether a word for allies stands before the state, over one modifier: "sekutu dekat Chad".
    fn allies(&self, body: &Found) -> bool {
        let terms = self.context.pack.words();
        let sentence = self.tagged.tokens[body.first].sentence;
        (1..=3).filter_map(|n| body.first.checked_sub(n)).any(|first| {
            let singular = |i: usize| {
                self.word(first + i, sentence).map(|word| (self.context.pack.singular)(word).unwrap_or(word))
            };
            terms.heads.longest(singular).is_some_and(|(length, head)| {
                let end = first + length;
                let modified = end + 1 == body.first
                    && self.word(end, sentence).is_some_and(|word| {
                        terms.modifiers.contains(word)
                            // "sekutu dekat Rusia", but not "sekutu di Eropa"
                            || self.context.pack.order == Order::HeadFirst
                                && (!terms.at.contains(word) || terms.place_links.contains(word))
                                && self.tagged.tokens[end].tag != Tag::Verb
                    });
                head.ally && (end == body.first || modified)
            })
        })
    }

    /// "Norwegia, yang juga anggota NATO,", "Belarus merupakan sekutu dekat Rusia": of whom a clause with a body says it.
    fn apposed(&self, nth: usize) -> Option<usize> {
        if self.context.pack.order == Order::HeadLast {
            return None;
        }
        let terms = self.context.pack.words();
        let body = self.names[nth];
        let sentence = self.tagged.tokens[body.first].sentence;
        let before = self.subject(nth)?;
        let between = self.tagged.tokens.get(before.end..body.first)?;
        let (first, rest) = between.split_first()?;
        let comma = &*first.lower == ",";
        let opens =
            comma && self.word(body.end, sentence) == Some(",") || terms.copulas.contains(&*first.lower);
        // "dikenal sebagai sekutu Chad"
        let known = |nth: usize| rest.get(nth + 1).is_some_and(|next| terms.copulas.contains(&*next.lower));
        let plain = rest.iter().enumerate().all(|(nth, t)| {
            !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Punct | Tag::Cconj)
                || terms.copulas.contains(&*t.lower)
                || t.tag == Tag::Verb && comma && known(nth)
        });
        let who = matches!(self.kind(before), EntityKind::Person | EntityKind::Country);
        let here = self.tagged.tokens[before.first].sentence == sentence && between.len() <= APPOSED;
        (opens && plain && who && here).then_some(before.referent)
    }

    /// Of whom it may be said: the name before the body, or a pronoun behind it.
    fn subject(&self, nth: usize) -> Option<&Found> {
        let body = self.names[nth];
        let before = nth.checked_sub(1).map(|before| self.names[before]);
        let until = self.actors.mentions.partition_point(|found| found.first < body.first);
        let pronoun = self.actors.mentions[..until]
            .iter()
            .rev()
            .take_while(|found| found.first + APPOSED >= body.first)
            .find(|found| {
                let clitic = self.tagged.tokens[found.first].shape == Shape::Clitic;
                found.mention.kind == MentionKind::Pronoun && !clitic
            })
            .filter(|found| before.is_none_or(|name| name.end <= found.first));
        pronoun.or(before)
    }

    /// "Anggota DPR Rina Sari", "politikus Partai Hijau, Rina Sari,", "Norwegia, anggota NATO,", "negara anggota OPEC, Irak dan Kuwait".
    fn called(&self, nth: usize) -> Vec<usize> {
        let body = self.names[nth];
        let sentence = self.tagged.tokens[body.first].sentence;
        let person = |found: &Found| self.kind(found) == EntityKind::Person;
        if let Some(holder) = self.seated_for(nth) {
            return vec![holder];
        }
        if let Some(member) = self.apposed(nth) {
            return vec![member];
        }
        // "Politikus Partai Hijau itu", "kader Partai Hijau": whom the description means.
        if let Some(meant) = self.described(body) {
            return vec![meant];
        }
        if let Some(next) = self.names.get(nth + 1).filter(|next| next.first == body.end && person(next)) {
            return vec![next.referent];
        }
        let comma = self.word(body.end, sentence) == Some(",");
        if comma && let Some(next) = self.names.get(nth + 1).filter(|next| next.first == body.end + 1) {
            let list = self.list(nth + 1);
            let closed = self.word(next.end, sentence) == Some(",");
            if list.len() > 1 || closed && person(next) {
                return list;
            }
        }
        // The member stands before, set off by a comma and closed by one.
        let before = nth.checked_sub(1).map(|before| self.names[before]).filter(|before| {
            self.word(before.end, sentence) == Some(",")
                && self.tagged.tokens[before.first].sentence == sentence
                && body.first - before.end <= GAP
        });
        match before {
            Some(before)
                if comma && matches!(self.kind(before), EntityKind::Person | EntityKind::Country) =>
            {
                vec![before.referent]
            }
            _ => self.listed(nth),
        }
    }

    /// "BRICS beranggotakan Brasil dan Rusia", "negara-negara ASEAN seperti Laos dan Vietnam", "E3, yaitu Inggris, Perancis, dan Jerman".
    fn listed(&self, nth: usize) -> Vec<usize> {
        let terms = self.context.pack.words();
        let body = self.names[nth];
        let sentence = self.tagged.tokens[body.first].sentence;
        let Some(next) = self.names.get(nth + 1) else { return Vec::new() };
        let found = (body.end..=body.end + GAP).find_map(|at| {
            let (length, ()) = terms.consists.longest(|i| self.word(at + i, sentence))?;
            let small = self.tagged.tokens[body.end..at]
                .iter()
                .all(|t| t.tag != Tag::Verb && !matches!(&*t.lower, "." | "\"" | "“"));
            (small && next.first >= at + length && next.first - at - length <= 1).then_some(())
        });
        if found.is_some() {
            return self.list(nth + 1);
        }
        if let Some(states) = self.states(body, sentence) {
            return states;
        }
        // Examples say what a body's states are only where states are spoken of.
        let states = body.first.checked_sub(1).and_then(|at| self.word(at, sentence)).is_some_and(|word| {
            let word = (self.context.pack.singular)(word).unwrap_or(word);
            terms.heads.exact(word).is_some_and(|head| head.kind == EntityKind::Country)
        });
        let at = body.end + usize::from(self.word(body.end, sentence) == Some(","));
        let examples = terms
            .examples
            .longest(|i| self.word(at + i, sentence))
            .is_some_and(|(length, ())| at + length == next.first);
        if !examples {
            return Vec::new();
        }
        let list = self.list(nth + 1);
        let allied = self.allies(body);
        let all_states = list.iter().all(|who| {
            let kind = self.actors.referents[*who].kind;
            kind == EntityKind::Country || allied && self.ally(kind)
        });
        let told = states || list.len() > 1 || self.fellows(body) || allied;
        if all_states && told { list } else { Vec::new() }
    }

    /// "Uni Eurasia mencakup lima negara, yaitu Rusia, Armenia, dan Belarus": the states that a clause about a body counts up.
    fn states(&self, body: &Found, sentence: u32) -> Option<Vec<usize>> {
        let terms = self.context.pack.words();
        let mut spoken = false;
        for at in body.end..body.end + CLAUSE {
            let word = self.word(at, sentence)?;
            if matches!(word, "." | "\"" | "“" | "”" | ";") || terms.speech.contains(word) {
                return None;
            }
            let one = (self.context.pack.singular)(word).unwrap_or(word);
            spoken |= terms.heads.exact(one).is_some_and(|head| head.kind == EntityKind::Country);
            let opens = terms.examples.longest(|i| self.word(at + i, sentence));
            if let (Some((length, ())), true) = (opens, spoken) {
                let from = self.names.partition_point(|name| name.first < at + length);
                let list = self.list(from);
                let all = list.iter().all(|who| self.actors.referents[*who].kind == EntityKind::Country);
                let here = self.names.get(from).is_some_and(|first| first.first == at + length);
                return (here && all && list.len() > 2).then_some(list);
            }
            // Another name is spoken of then.
            let other = self.names.partition_point(|name| name.first < at);
            if self.names.get(other).is_some_and(|name| {
                name.first == at && self.kind(name) != EntityKind::Country && !self.past(name)
            }) {
                return None;
            }
        }
        None
    }

    /// Who is listed behind a group: two at least, each by name, offices before them and behind them.
    fn roster(&self, group: &Found) -> Vec<usize> {
        let terms = self.context.pack.words();
        let sentence = self.tagged.tokens[group.first].sentence;
        let opens = |at: usize| {
            let phrase = |list: &lang::table::Phrases<()>| {
                list.longest(|i| self.word(at + i, sentence)).map(|(length, ())| length)
            };
            phrase(&terms.examples)
                .or_else(|| phrase(&terms.consists))
                .or_else(|| self.word(at, sentence).filter(|word| terms.copulas.contains(word)).map(|_| 1))
        };
        let stops = |at: usize| {
            self.word(at, sentence).is_none_or(|word| matches!(word, "." | "\"" | "“" | "”" | ";"))
        };
        let Some(first) = (group.end..=group.end + ROSTER)
            .take_while(|at| !stops(*at))
            .find_map(|at| opens(at).map(|length| at + length))
        else {
            return Vec::new();
        };
        let mut out: Vec<usize> = Vec::new();
        let mut kind = None;
        let mut end = first;
        let from = self.names.partition_point(|name| name.first < first);
        let here = |name: &&&Found| self.tagged.tokens[name.first].sentence == sentence;
        for name in self.names[from..].iter().take_while(here) {
            let what = self.kind(name);
            // An office names its body before its holder.
            if what == EntityKind::Organization && kind == Some(EntityKind::Person) {
                continue;
            }
            let between = self.tagged.tokens.get(end..name.first).unwrap_or_default();
            let plain = between.len() <= ROSTER
                && between.iter().all(|t| {
                    !matches!(t.tag, Tag::Verb | Tag::Aux)
                        && !terms.speech.contains(&*t.lower)
                        && !matches!(&*t.lower, "." | "\"" | "“" | "”" | ":")
                });
            let last = between.iter().any(|t| terms.body_links.get(&*t.lower) == Some(&BodyLink::List));
            let joined = last || between.iter().any(|t| matches!(&*t.lower, "," | ";"));
            if !plain || !out.is_empty() && (!joined || kind != Some(what)) {
                break;
            }
            if out.is_empty() {
                // An office may stand before the first, nothing before a firm.
                let bare = between.iter().all(|t| &*t.lower == ":");
                if what != EntityKind::Person && !bare {
                    break;
                }
                kind = Some(what);
            }
            if !out.contains(&name.referent) {
                out.push(name.referent);
            }
            end = name.end;
            if last && out.len() > 1 {
                break;
            }
        }
        if out.len() > 1 { out } else { Vec::new() }
    }

    /// The names that stand in one list from this one on.
    fn list(&self, from: usize) -> Vec<usize> {
        let terms = self.context.pack.words();
        let Some(first) = self.names.get(from) else { return Vec::new() };
        let sentence = self.tagged.tokens[first.first].sentence;
        let kind = self.kind(first);
        let mut out = vec![first.referent];
        let mut end = first.end;
        for next in &self.names[from + 1..] {
            let between = self.tagged.tokens.get(end..next.first).unwrap_or_default();
            let joined = (1..=2).contains(&between.len())
                && between
                    .iter()
                    .all(|t| &*t.lower == "," || terms.body_links.get(&*t.lower) == Some(&BodyLink::List));
            if !joined || self.kind(next) != kind || self.tagged.tokens[next.first].sentence != sentence {
                break;
            }
            if !out.contains(&next.referent) {
                out.push(next.referent);
            }
            end = next.end;
        }
        out
    }
}
