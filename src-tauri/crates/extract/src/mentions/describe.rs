//! Descriptions that may refer: "lima warga Palestina lainnya", "militer Rusia", "pihak berwenang setempat".
//!
//! Head-first languages only ("pasukan Israel"). Whether a description refers, and to whom, is for `resolve` to say;
//! most are dropped when nothing is said of them.

use lang::{Closer, Head, Number, Opener, Order, Scope, Shape, Tag, Token};
use model::{EntityKind, RelationKind};

use super::{Name, last_describe, word};
use crate::analysis::{Context, Sentence, Tagged};

/// A description in the text.
#[derive(Clone, Debug)]
pub(crate) struct Description {
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// Where its head stands: token index and length.
    pub(crate) head_at: usize,
    pub(crate) head_end: usize,
    /// The head's dictionary form: "warga", "pasukan".
    pub(crate) lemma: String,
    pub(crate) head: Head,
    pub(crate) number: Number,
    /// "sejumlah", "17": somebody not met before, unless told again with the same number.
    pub(crate) fresh: bool,
    /// "the", "this": somebody known, where articles stand before their noun.
    pub(crate) definite: bool,
    /// The number as written, for telling the same people again.
    pub(crate) count: Option<String>,
    pub(crate) closer: Option<Closer>,
    /// Words between head and complement: "darat", "keamanan".
    pub(crate) modifiers: Vec<String>,
    /// Names beside the head: "Israel" in "pasukan Israel". Indices of names.
    pub(crate) complements: Vec<usize>,
    /// The name behind a preposition: "Iran" in "WNI di Iran".
    pub(crate) place: Option<usize>,
    /// The token of "-nya" in "militernya".
    pub(crate) owner: Option<usize>,
}

/// Words between a head and what closes the description, at most.
const LONGEST_TAIL: usize = 4;

/// All descriptions of a text, in order.
pub(crate) fn descriptions(tagged: &Tagged, names: &[Name], context: &Context<'_>) -> Vec<Description> {
    if context.pack.order == Order::HeadLast {
        return last_describe::descriptions(tagged, names, context);
    }
    let mut out: Vec<Description> = Vec::new();
    let mut cover = vec![None; tagged.tokens.len()];
    for (nth, name) in names.iter().enumerate().filter(|(_, name)| !name.nested) {
        for slot in &mut cover[name.first..name.end] {
            *slot = Some(nth);
        }
    }
    for sentence in &tagged.sentences {
        let scan = Scan { tokens: &tagged.tokens, names, cover: &cover, context, sentence };
        let mut at = sentence.first;
        while at < sentence.end {
            match scan.description(at) {
                Some(found) => {
                    at = found.end.max(at + 1);
                    out.push(found);
                }
                None => at += 1,
            }
        }
    }
    out
}

struct Scan<'a> {
    tokens: &'a [Token],
    names: &'a [Name],
    /// For every token the outermost name that holds it.
    cover: &'a [Option<usize>],
    context: &'a Context<'a>,
    sentence: &'a Sentence,
}

impl Scan<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        word(self.tokens, at, self.sentence.end).filter(|_| self.cover[at].is_none())
    }

    /// The singular of the word, for look-ups.
    fn lemma(&self, at: usize) -> Option<&str> {
        let word = self.word(at)?;
        Some((self.context.pack.singular)(word).unwrap_or(word))
    }

    fn description(&self, at: usize) -> Option<Description> {
        let terms = self.context.pack.words();
        self.word(at)?;
        let mut head_at = at;
        let mut number = Number::Any;
        let mut fresh = false;
        let mut count = None;
        let mut opened = false;
        // "lebih dari 40", "para", "seorang", "dua"
        while let Some(here) = self.word(head_at) {
            if let Some((length, &Opener { number: n, fresh: f })) =
                terms.openers.longest(|i| self.word(head_at + i))
            {
                number = if opened && number == Number::Many { number } else { n };
                fresh |= f;
                opened = true;
                if self.tokens[head_at].tag == Tag::Num {
                    add(&mut count, here);
                }
                head_at += length;
            } else if self.tokens[head_at].shape == Shape::Number && !here.contains(['/', ':']) {
                number = if here == "1" { Number::One } else { Number::Many };
                fresh = true;
                opened = true;
                add(&mut count, here);
                head_at += 1;
            } else {
                break;
            }
            if head_at - at > 5 {
                return None;
            }
        }
        let (mut length, mut head) =
            terms.heads.longest(|i| self.lemma(head_at + i)).map(|(n, h)| (n, *h))?;
        // "194 orang WNI": a counter before the head proper.
        if head.counter
            && opened
            && let Some((n, h)) = terms
                .heads
                .longest(|i| self.lemma(head_at + length + i))
                .map(|(n, h)| (n, *h))
                .filter(|(_, h)| h.kind == head.kind || h.kind == EntityKind::Person)
        {
            head_at += length;
            (length, head) = (n, h);
        }
        if head.modifies && !opened && self.modifies(head_at) {
            return None;
        }
        let head_end = head_at + length;
        let plural = (head_at..head_end)
            .any(|i| self.word(i).is_some_and(|w| (self.context.pack.singular)(w).is_some()));
        if plural {
            number = Number::Many;
        }
        if head.capital_only || head.skip {
            return None;
        }
        if number == Number::Any {
            number = head.number;
        }
        let mut found = Description {
            first: at,
            end: head_end,
            head_at,
            head_end,
            lemma: (head_at..head_end).filter_map(|i| self.lemma(i)).collect::<Vec<_>>().join(" "),
            head,
            number,
            fresh,
            definite: false,
            count,
            closer: None,
            modifiers: Vec::new(),
            complements: Vec::new(),
            place: None,
            owner: None,
        };
        self.led_by(&mut found);
        self.tail(&mut found);
        self.refers(&found, opened, plural).then_some(found)
    }

    /// Whether a noun stands before that the head only modifies: "operasi militer Israel"; an office does not count.
    fn modifies(&self, head_at: usize) -> bool {
        let terms = self.context.pack.words();
        let Some(before) = head_at.checked_sub(1).filter(|i| *i >= self.sentence.first) else { return false };
        let office = (0..3).filter_map(|n| before.checked_sub(n)).any(|first| {
            terms.titles.longest(|i| self.word(first + i)).is_some_and(|(n, _)| first + n == head_at)
        });
        self.tokens[before].tag == Tag::Noun && self.tokens[before].shape == Shape::Lower && !office
    }

    /// "pemerintahan Presiden Chad Ali Bongo": whose it is stands behind his office.
    fn led_by(&self, found: &mut Description) {
        let terms = self.context.pack.words();
        if !found.head.body || found.head.alone || found.number != Number::One {
            return;
        }
        let named = |at: usize| {
            self.cover
                .get(at)
                .copied()
                .flatten()
                .filter(|n| self.names[*n].first == at && at < self.sentence.end)
        };
        let guess = |name: usize| self.names[name].guess;
        let Some((length, title)) = terms.titles.longest(|i| self.word(found.end + i)) else { return };
        let mut at = found.end + length;
        // "Presiden Amerika Serikat (AS)"
        if let Some(state) = named(at).filter(|n| guess(*n) == Some(EntityKind::Country)) {
            at = self.names[state].end;
            let short = self.word(at) == Some("(") && self.word(at + 2) == Some(")");
            at += if short { 3 } else { 0 };
        }
        let leads = title.scope == Scope::State && title.relation == Some(RelationKind::Leads);
        if let Some(leader) = named(at).filter(|n| leads && guess(*n) == Some(EntityKind::Person)) {
            found.complements.push(leader);
            found.end = self.names[leader].end;
        }
    }

    /// Modifiers, names, "-nya" and closers behind the head.
    fn tail(&self, found: &mut Description) {
        let terms = self.context.pack.words();
        let pool = found.modifiers.len();
        while found.end < self.sentence.end && found.end - found.head_end < LONGEST_TAIL * 2 {
            let at = found.end;
            if let Some(name) = self.cover[at] {
                if !found.complements.is_empty()
                    || self.names[name].first != at
                    || !self.may_complement(found, name)
                {
                    break;
                }
                self.complement(found, name);
                continue;
            }
            let token = &self.tokens[at];
            if token.shape == Shape::Clitic && terms.pronouns.exact(&token.lower).is_some() {
                found.owner = Some(at);
                found.end += 1;
                continue;
            }
            if &*token.lower == "("
                && !found.complements.is_empty()
                && self.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Upper)
                && self.word(at + 2) == Some(")")
                && self.cover[at + 1].is_none()
            {
                found.end += 3;
                continue;
            }
            if let Some((length, closer)) = terms.closers.longest(|i| self.word(at + i)).map(|(n, c)| (n, *c))
            {
                found.closer = Some(closer);
                found.end += length;
                if closer == Closer::Back {
                    break;
                }
                continue;
            }
            if terms.ages.contains(&*token.lower)
                && matches!(found.head.kind, EntityKind::Person)
                && self.tokens.get(at + 1).is_some_and(|t| t.tag == Tag::Num)
            {
                found.end = (at + 3).min(self.sentence.end);
                continue;
            }
            // "kedua tim baru boleh pulang": an adverb, not a modifier.
            let adverb = self.tokens.get(at + 1).is_some_and(|t| t.tag == Tag::Aux);
            // "lima tersangka terkait kasus suap": a preposition, against "pihak terkait".
            let governs = token.tag == Tag::Adp
                && self
                    .tokens
                    .get(at + 1)
                    .is_some_and(|t| matches!(t.tag, Tag::Noun | Tag::Propn | Tag::Num));
            if token.shape != Shape::Punct
                && !adverb
                && !governs
                && found.owner.is_none()
                && found.complements.is_empty()
                && found.modifiers.len() < pool + LONGEST_TAIL
                && terms.modifiers.contains(&*token.lower)
            {
                found.modifiers.push(token.lower.to_string());
                found.end += 1;
                continue;
            }
            break;
        }
        self.origin(found);
        // "WNI di Iran", "pembangkit listrik tenaga nuklir di Kursk", "sejumlah kota di Israel"
        let local = matches!(found.head.kind, EntityKind::Facility)
            || found.head.nation && found.head.alone
            || found.head.kind == EntityKind::Place && found.number == Number::Many;
        if local
            && found.closer.is_none()
            // "kereta dari Lima" is not there.
            && self.word(found.end).is_some_and(|w| terms.stays.contains(w))
            && let Some(name) = self.cover.get(found.end + 1).copied().flatten()
            && found.end + 1 < self.sentence.end
            && matches!(self.names[name].guess, Some(EntityKind::Country | EntityKind::Place))
        {
            found.place = Some(name);
            found.end = self.names[name].end;
        }
    }

    /// "Dua narapidana asal Inggris", "pejabat militer dari Prancis": whose people they are.
    fn origin(&self, found: &mut Description) {
        let terms = self.context.pack.words();
        let people =
            matches!(found.head.kind, EntityKind::Group | EntityKind::Person) && !found.head.classifier;
        if !people || !found.complements.is_empty() || found.owner.is_some() || found.closer.is_some() {
            return;
        }
        let from =
            self.word(found.end).is_some_and(|w| terms.origins.contains(w) || terms.members.contains(w));
        let next = found.end + 1;
        if from
            && next < self.sentence.end
            && let Some(name) = self.cover[next].filter(|n| self.names[*n].first == next)
            && matches!(
                self.names[name].guess,
                Some(EntityKind::Country | EntityKind::Place | EntityKind::Organization | EntityKind::Group)
            )
        {
            found.complements.push(name);
            found.end = self.names[name].end;
        }
    }

    fn may_complement(&self, found: &Description, name: usize) -> bool {
        let name = &self.names[name];
        match name.guess {
            Some(EntityKind::Country | EntityKind::Place | EntityKind::Organization | EntityKind::Group) => {
                true
            }
            // "pemerintahan Trump", "delegasi Trump"; not "warga Ahmad".
            Some(EntityKind::Person) => {
                found.head.owned || found.head.body && !found.head.alone && found.number != Number::Any
            }
            None => found.head.owned,
            _ => false,
        }
    }

    /// Takes a name and, for groups, those listed with it: "para pemimpin Peru, Chad, dan Norwegia".
    fn complement(&self, found: &mut Description, name: usize) {
        let terms = self.context.pack.words();
        found.complements.push(name);
        found.end = self.names[name].end;
        let lists = matches!(found.head.kind, EntityKind::Group)
            && found.number == Number::Many
            && !found.head.nation
            || found.lemma.contains(' ') && found.head.body && found.number == Number::Many;
        let country = |n: usize| self.names[n].guess == Some(EntityKind::Country);
        if !lists || !country(name) {
            return;
        }
        let mut at = found.end;
        let mut pending = Vec::new();
        loop {
            let comma = self.word(at) == Some(",");
            let mut next = at + usize::from(comma);
            let joined =
                self.word(next).is_some_and(|w| terms.body_links.get(w) == Some(&lang::BodyLink::List));
            next += usize::from(joined);
            if !(comma || joined) {
                break;
            }
            let Some(other) = self
                .cover
                .get(next)
                .copied()
                .flatten()
                .filter(|n| self.names[*n].first == next && country(*n) && next < self.sentence.end)
            else {
                break;
            };
            pending.push(other);
            at = self.names[other].end;
            if joined {
                found.complements.append(&mut pending);
                found.end = at;
                break;
            }
        }
    }

    /// Whether it is specific enough to stand for somebody.
    fn refers(&self, found: &Description, opened: bool, plural: bool) -> bool {
        // "partai CDU", "kelompok Hamas": the name says it all.
        let own = found.complements.first().is_some_and(|n| {
            matches!(self.names[*n].guess, Some(EntityKind::Organization | EntityKind::Group))
        });
        if own
            && (!found.head.body && found.number != Number::Many
                || found.head.kind == EntityKind::Organization && found.head.like.is_none())
        {
            return false;
        }
        let bound = !found.complements.is_empty()
            || found.closer.is_some()
            || found.owner.is_some()
            || found.place.is_some();
        match found.head.kind {
            EntityKind::Country | EntityKind::Place if found.head.classifier => {
                // "negara tersebut", "negara-negara Eropa", "wilayah kantong tersebut"; "kota Kyiv" is only Kyiv.
                if found.complements.len() == 1
                    && found.number != Number::Many
                    && found.closer != Some(Closer::Back)
                {
                    return false;
                }
                found.closer.is_some()
                    || opened
                        && found.number == Number::Many
                        && (found.count.is_none() || !found.modifiers.is_empty())
                    || plural
            }
            EntityKind::Group | EntityKind::Organization => {
                bound
                    || opened
                    || plural && found.end > found.head_end
                    || found.head.alone
                    || !found.modifiers.is_empty()
                    || found.lemma.contains(' ')
            }
            EntityKind::Person | EntityKind::Other => opened || found.closer.is_some() || found.head.alone,
            EntityKind::Weapon => true,
            EntityKind::Facility | EntityKind::Agreement | EntityKind::Place | EntityKind::Country => {
                bound || opened || plural || !found.modifiers.is_empty() || found.lemma.contains(' ')
            }
        }
    }
}

/// One more word of a number: "dua puluh", "56 persen".
fn add(count: &mut Option<String>, word: &str) {
    match count {
        Some(count) => {
            count.push(' ');
            count.push_str(word);
        }
        None => *count = Some(word.to_string()),
    }
}
