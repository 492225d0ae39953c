//! What speaks for and against a relation between two. Names and numbers are no signs; the table keeps only what several articles have.

use std::collections::{BTreeMap, BTreeSet};

use lang::{Order, Shape, Tag};
use model::{EntityKind, MentionKind};

use super::Near;
use crate::analysis::{Actors, Context, Found, Referent, SentenceKind, Standing, Tagged};

/// How many tokens between two are told as one sign at most.
const WHOLE: usize = 4;
/// How many words on the outer sides of two are told.
const OUTSIDE: usize = 3;

/// Takes a sign by its words.
pub(super) type Say<'a> = dyn FnMut(&[&str]) + 'a;

/// What is asked about the text.
pub(super) struct Signs<'a> {
    tagged: &'a Tagged,
    actors: &'a Actors,
    standings: &'a [Standing],
    context: &'a Context<'a>,
    /// Which tokens are in a name.
    named: Vec<bool>,
    /// For each referent, what the rules say it stands to, and who to it.
    from: Vec<Vec<usize>>,
    to: Vec<Vec<usize>>,
    who: Vec<Who<'a>>,
    /// The state that is told of most.
    main: Option<Referent>,
}

/// What the text tells of somebody.
#[derive(Default)]
struct Who<'a> {
    first: Option<&'a Found>,
    times: usize,
    sentences: BTreeSet<u32>,
    /// The noun that says what it is: "kementerian", "tentara", "bandara".
    head: Option<&'a str>,
    /// The words of the office.
    role: Vec<String>,
}

impl<'a> Signs<'a> {
    pub(super) fn new(
        tagged: &'a Tagged,
        actors: &'a Actors,
        standings: &'a [Standing],
        context: &'a Context<'a>,
    ) -> Self {
        let mut named = vec![false; tagged.tokens.len()];
        let names = actors.mentions.iter().filter(|found| found.mention.kind == MentionKind::Name);
        for found in names {
            named[found.first..found.end].fill(true);
        }
        let mut words: BTreeSet<&str> = BTreeSet::new();
        words.extend(tagged.tokens.iter().zip(&named).filter(|(_, named)| **named).map(|(t, _)| &*t.lower));
        let none = || vec![Vec::new(); actors.referents.len()];
        let (mut from, mut to) = (none(), none());
        for (nth, standing) in standings.iter().enumerate() {
            from[standing.subject].push(nth);
            to[standing.object].push(nth);
        }
        let mut who: Vec<Who<'a>> = Vec::new();
        who.resize_with(actors.referents.len(), Who::default);
        for found in &actors.mentions {
            let one = &mut who[found.referent];
            one.first = one.first.or(Some(found));
            one.times += 1;
            one.sentences.insert(tagged.tokens[found.first].sentence);
            one.head = one.head.or_else(|| head(tagged, found, context));
        }
        for (one, draft) in who.iter_mut().zip(&actors.referents) {
            if let Some(role) = &draft.role {
                let role = if context.pack.order == Order::HeadFirst { &role.id } else { &role.en };
                let own = role.split_whitespace().map(str::to_lowercase);
                one.role = own.filter(|word| !words.contains(&**word)).take(WHOLE).collect();
            }
        }
        let states = (0..who.len()).filter(|at| actors.referents[*at].kind == EntityKind::Country);
        let main = states.max_by(|a, b| who[*a].times.cmp(&who[*b].times).then(b.cmp(a)));
        Self { tagged, actors, standings, context, named, from, to, who, main }
    }

    /// Says every sign of a pair, without the type that it speaks for.
    pub(super) fn say(&self, (subject, object): (Referent, Referent), near: Option<Near>, say: &mut Say<'_>) {
        let kind = |who: Referent| self.actors.referents[who].kind.code();
        let named = |who: Referent| if self.actors.referents[who].named { "named" } else { "unnamed" };
        let (ks, ko) = (kind(subject), kind(object));
        let own = self.own(subject, object);
        let order = near.map_or("apart", |near| self.order(near));
        say(&["pair", ks, ko]);
        say(&["named", named(subject), named(object), ks, ko]);
        say(&["order", order, ks, ko]);
        say(&["own", own, ks, ko]);
        say(&["own", own, order, ks, ko]);
        self.ruled((subject, object), own, say);

        let (a, b) = (&self.who[subject], &self.who[object]);
        let together = few(a.sentences.intersection(&b.sentences).count());
        say(&["together", together, ks, ko]);
        say(&["together", together, own, ks, ko]);
        say(&["times", few(a.times), few(b.times), ks, ko]);
        if ko == EntityKind::Country.code() {
            say(&["main", if self.main == Some(object) { "main" } else { "other" }, own, ks]);
        }
        if let Some(head) = a.head {
            say(&["head", head, ks, ko]);
            say(&["head", head, own, ko]);
            say(&["head", head, order, ko]);
        }
        if let Some(head) = b.head {
            say(&["object", head, ks, ko]);
            say(&["object", head, order, ks]);
        }
        if let (Some(a), Some(b)) = (a.head, b.head) {
            say(&["heads", a, b]);
        }
        for word in &a.role {
            say(&["role", word, ko]);
            say(&["role", word, own, order, ko]);
        }
        if a.role.is_empty() {
            say(&["role", "-", own, ks, ko]);
        }
        if let Some(first) = a.first {
            let (before, behind) = self.around(first);
            for at in before {
                say(&["first left", self.word(at), ks, ko]);
                say(&["first left", self.word(at), own, ko]);
            }
            for at in behind {
                say(&["first right", self.word(at), ks, ko]);
            }
        }
        if let Some(near) = near {
            self.near(near, [ks, ko], own, say);
            self.beside(near, [ks, ko], own, say);
        }
    }

    /// What the rules say of the two and of either with others.
    fn ruled(&self, (subject, object): (Referent, Referent), own: &str, say: &mut Say<'_>) {
        let kind = |who: Referent| self.actors.referents[who].kind.code();
        let (ks, ko) = (kind(subject), kind(object));
        let mut silent = true;
        for standing in self.from[subject].iter().map(|nth| &self.standings[*nth]) {
            let of = standing.kind.code();
            if standing.object == object {
                silent = false;
                say(&["ruled", of, ks, ko]);
                say(&["rule", of, standing.evidence.1]);
                say(&["ruled", of, own, ko]);
                continue;
            }
            say(&["has", of, kind(standing.object), ks, ko]);
            say(&["has", of, own, ks, ko]);
            for next in self.from[standing.object].iter().map(|nth| &self.standings[*nth]) {
                if next.object == object {
                    say(&["through", of, next.kind.code(), ks, ko]);
                }
            }
        }
        for standing in self.from[object].iter().map(|nth| &self.standings[*nth]) {
            let turned = standing.object == subject;
            let side = if turned { "turned" } else { "lies" };
            if turned && standing.kind.is_symmetric() {
                silent = false;
                say(&["ruled", standing.kind.code(), ks, ko]);
                say(&["rule", standing.kind.code(), standing.evidence.1]);
            } else {
                say(&[side, standing.kind.code(), ks, ko]);
            }
        }
        // "Presiden Chad" has one holder.
        let others = self.to[object].iter().map(|nth| &self.standings[*nth]);
        let mut seen = BTreeSet::new();
        for standing in others.filter(|standing| standing.subject != subject && kind(standing.subject) == ks)
        {
            if seen.insert(standing.kind.code()) {
                say(&["filled", standing.kind.code(), ks, ko]);
            }
        }
        if silent {
            say(&["ruled", "none", ks, ko]);
            say(&["ruled", "none", own, ks, ko]);
        }
    }

    /// How near two stand where they are nearest, and as what.
    fn near(&self, near: Near, [ks, ko]: [&str; 2], own: &str, say: &mut Say<'_>) {
        let (subject, object) = (&self.actors.mentions[near.subject], &self.actors.mentions[near.object]);
        let order = self.order(near);
        let gap = match near.gap {
            0 => "0",
            1 => "1",
            2 => "2",
            3 | 4 => "4",
            5..=7 => "7",
            _ => "far",
        };
        say(&["gap", gap, order, ks, ko]);
        say(&["gap", gap, order, own, ko]);
        say(&["mentions", form(subject), form(object), ks, ko]);
        say(&["mentions", form(subject), form(object), order, ko]);
        let sentence = self.tagged.tokens[subject.first].sentence as usize;
        if self.tagged.sentences[sentence].kind == SentenceKind::Headline {
            say(&["headline", ks, ko]);
        }
    }

    /// What stands around and between two mentions.
    fn beside(&self, near: Near, [ks, ko]: [&str; 2], own: &str, say: &mut Say<'_>) {
        let (subject, object) = (&self.actors.mentions[near.subject], &self.actors.mentions[near.object]);
        let order = self.order(near);
        for (side, found) in [("in subject", subject), ("in object", object)] {
            if found.mention.kind == MentionKind::Nominal {
                for at in found.first..found.end {
                    let word = self.word(at);
                    say(&[side, word, ks, ko]);
                    say(&[side, word, order, ko]);
                }
            }
        }
        let (left, right) = if near.subject < near.object { (subject, object) } else { (object, subject) };
        let between = left.end.min(right.first)..right.first;
        if between.len() <= WHOLE && !matches!(order, "inside" | "around") {
            let words: Vec<&str> = between.clone().map(|at| self.word(at)).collect();
            let words = words.join(" ");
            say(&["whole", &words, order, ks, ko]);
            say(&["whole", &words, order, own]);
        }
        if let Some(last) = between.clone().last() {
            say(&["next", self.word(between.start), order, ks, ko]);
            say(&["last", self.word(last), order, ks, ko]);
        }
        let mut events: BTreeSet<&str> = BTreeSet::new();
        let mut words: BTreeSet<&str> = BTreeSet::new();
        for at in between.clone() {
            words.insert(self.word(at));
            let token = &self.tagged.tokens[at];
            if token.tag == Tag::Verb
                && let Some(entry) = (self.context.pack.happen)().entries(&token.lower).first()
            {
                events.insert(entry.sense.kind.code());
            }
        }
        for word in words {
            say(&["between", word, order, ks, ko]);
            say(&["between", word, ks, ko]);
        }
        for event in events {
            say(&["event", event, order, ks, ko]);
        }
        let range = near.subject.min(near.object) + 1..near.subject.max(near.object);
        let mut crowd: BTreeMap<&str, usize> = BTreeMap::new();
        for found in &self.actors.mentions[range] {
            if found.first >= left.end
                && found.referent != subject.referent
                && found.referent != object.referent
            {
                *crowd.entry(self.actors.referents[found.referent].kind.code()).or_default() += 1;
            }
        }
        say(&["crowd", few(crowd.values().sum()), order, ks, ko]);
        for kind in crowd.into_keys() {
            say(&["amid", kind, order, ks, ko]);
        }
        for (distance, at) in self.around(left).0.rev().enumerate() {
            if distance == 0 {
                say(&["before", self.word(at), order, ks, ko]);
            }
            say(&["left", self.word(at), order, ks, ko]);
        }
        for (distance, at) in self.around(right).1.enumerate() {
            if distance == 0 {
                say(&["behind", self.word(at), order, ks, ko]);
            }
            say(&["right", self.word(at), order, ks, ko]);
        }
    }

    /// The tokens right before and behind a mention, within its sentence.
    fn around(&self, found: &Found) -> (std::ops::Range<usize>, std::ops::Range<usize>) {
        let sentence = &self.tagged.sentences[self.tagged.tokens[found.first].sentence as usize];
        let before = sentence.first.max(found.first.saturating_sub(OUTSIDE))..found.first;
        (before, found.end..sentence.end.min(found.end + OUTSIDE))
    }

    /// A word that names nobody and counts nothing.
    fn word(&self, at: usize) -> &str {
        let token = &self.tagged.tokens[at];
        match token.tag {
            _ if self.named[at] => "NAME",
            Tag::Num => "NUMBER",
            _ if token.shape == Shape::Number => "NUMBER",
            Tag::Propn => "NAME",
            _ => &token.lower,
        }
    }

    /// Which of two mentions comes first, or which is within the other.
    fn order(&self, near: Near) -> &'static str {
        let (subject, object) = (&self.actors.mentions[near.subject], &self.actors.mentions[near.object]);
        match () {
            () if object.first <= subject.first && subject.end <= object.end => "inside",
            () if subject.first <= object.first && object.end <= subject.end => "around",
            () if near.subject < near.object => "first",
            () => "second",
        }
    }

    /// Whether two are of one state, or the object is that state.
    fn own(&self, subject: Referent, object: Referent) -> &'static str {
        let (a, b) = (&self.actors.referents[subject], &self.actors.referents[object]);
        match (a.country, b.country) {
            (Some(one), Some(other)) if one == other && b.kind == EntityKind::Country => "own",
            (Some(one), Some(other)) if one == other => "shared",
            (Some(_), Some(_)) => "other",
            (None, Some(_)) => "open",
            (Some(_), None) => "given",
            (None, None) => "unknown",
        }
    }
}

/// The noun of a name or of a description that says what is meant.
fn head<'a>(tagged: &'a Tagged, found: &Found, context: &Context<'_>) -> Option<&'a str> {
    let tokens = &tagged.tokens[found.first..found.end];
    let heads = &context.pack.words().heads;
    let known = |at: &usize| heads.longest(|i| tokens.get(at + i).map(|token| &*token.lower)).is_some();
    let noun = |at: &usize| tokens[*at].tag == Tag::Noun;
    let name = found.mention.kind == MentionKind::Name;
    let mut all = 0..tokens.len();
    let at = match (found.mention.kind, context.pack.order) {
        (MentionKind::Pronoun, _) => None,
        (_, Order::HeadFirst) => all.find(|at| known(at) || !name && noun(at)),
        (_, Order::HeadLast) => all.rev().find(|at| known(at) || !name && noun(at)),
    };
    at.map(|at| &*tokens[at].lower)
}

fn form(found: &Found) -> &'static str {
    match found.mention.kind {
        MentionKind::Name => "name",
        MentionKind::Nominal => "nominal",
        MentionKind::Pronoun => "pronoun",
    }
}

fn few(count: usize) -> &'static str {
    match count {
        0 => "0",
        1 => "1",
        2 => "2",
        3 | 4 => "4",
        _ => "more",
    }
}
