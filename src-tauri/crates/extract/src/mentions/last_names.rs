//! Proper names where modifiers stand first: "US State Department", "Malaysia's Prime Minister, Najib Razak".
//!
//! A run of capitals is cut at offices, honorifics and demonyms; its last word, or the one before "of", says what it is.
//! The counterpart of `names` for head-last languages; the same promises hold.

mod kinds;

use std::collections::BTreeMap;

use lang::{BodyLink, Head, Pack, Shape, Tag, Token};
use model::EntityKind;

use super::names::{Book, Name, folded, is_given};
use super::{is_caplike, word};
use crate::analysis::{Context, Sentence, SentenceKind, Tagged};
use crate::world::{self, Known};

/// How sure a place is that is one by what stands around it.
const LISTED: f32 = 0.55;
/// Longest name, in tokens.
const LONGEST: usize = 10;

/// All names of a text, in order, longer before the shorter inside.
pub(super) fn names(tagged: &Tagged, context: &Context<'_>) -> Vec<Name> {
    let mut book = Book::default();
    for token in tagged.tokens.iter().filter(|t| t.shape == Shape::Lower) {
        book.small.insert(token.lower.to_string());
    }
    let mut out: Vec<Name> = Vec::new();
    let informative = |s: &Sentence| !s.title_case && s.kind != SentenceKind::Furniture;
    for pass in [true, false] {
        for sentence in tagged.sentences.iter().filter(|s| informative(s) == pass) {
            let mut reader =
                Reader { tokens: &tagged.tokens, context, sentence, book: &book, out: Vec::new() };
            reader.read();
            let found = reader.out;
            for name in found.iter().filter(|_| pass) {
                for token in &tagged.tokens[name.first..name.end] {
                    book.parts.insert(token.lower.to_string());
                }
                book.seen.entry(folded(&tagged.tokens[name.first..name.end])).or_insert(name.guess);
            }
            out.extend(found);
        }
    }
    out.sort_by_key(|name| (name.first, std::cmp::Reverse(name.end)));
    acronyms(&tagged.tokens, &mut out);
    out
}

struct Reader<'a> {
    tokens: &'a [Token],
    context: &'a Context<'a>,
    sentence: &'a Sentence,
    book: &'a Book,
    out: Vec<Name>,
}

impl Reader<'_> {
    fn pack(&self) -> &'static Pack {
        self.context.pack
    }

    fn word(&self, at: usize) -> Option<&str> {
        word(self.tokens, at, self.sentence.end)
    }

    /// Written as a name; "pro-Beijing" and "anti-American" only look so.
    fn caplike(&self, at: usize) -> bool {
        let articled = |token: &Token| {
            token.shape == Shape::Mixed
                && ["al-", "el-", "as-", "ar-", "an-", "ash-", "ul-"]
                    .iter()
                    .any(|start| token.lower.starts_with(start))
                && token.lower.len() > 4
        };
        at < self.sentence.end && (is_caplike(&self.tokens[at]) || articled(&self.tokens[at])) && {
            let token = &self.tokens[at];
            !self.compound_adjective(at)
                && (token.shape != Shape::Mixed
                    || !["pro-", "anti-", "pan-", "non-", "mid-", "ex-", "post-", "pre-", "then-", "co-"]
                        .iter()
                        .any(|start| token.lower.starts_with(start)))
        }
    }

    /// "French-Italian", "US-led", "Russian-backed": a country in an adjective, no name of its own ("Guinea-Bissau" is).
    fn compound_adjective(&self, at: usize) -> bool {
        let written = self.tokens[at].span.of(self.context.text);
        let Some((first, rest)) = written.split_once('-') else { return false };
        let country = |part: &str| world::known(part).is_some_and(|known| known.kind == EntityKind::Country);
        (country(first) || matches!(first, "Franco" | "Anglo" | "Sino" | "Russo" | "Indo" | "Euro"))
            && (rest.chars().next().is_some_and(char::is_lowercase) || country(rest))
            && world::known(written).is_none()
    }

    fn opens(&self, at: usize) -> bool {
        let before = &self.tokens[self.sentence.first..at];
        before.iter().all(|t| t.shape == Shape::Punct)
            || before.last().is_some_and(|t| matches!(&*t.lower, "\"" | "“" | "‘" | ":" | "•"))
    }

    fn common(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape != Shape::Upper
            && ((self.pack().common)(&token.lower)
                || self.book.small.contains(&*token.lower)
                || self.pack().words().heads.exact(&token.lower).is_some())
    }

    /// A closed word ("The", "In", "He") that only begins a sentence with a capital.
    fn small_word(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape == Shape::Capital
            && matches!(
                (self.pack().tag)(&token.lower),
                Some(
                    Tag::Det
                        | Tag::Adp
                        | Tag::Sconj
                        | Tag::Cconj
                        | Tag::Pron
                        | Tag::Aux
                        | Tag::Adv
                        | Tag::Part
                        | Tag::Num
                )
            )
    }

    fn stop(&self, at: usize) -> Option<usize> {
        // "Sept. 11"
        let word = |i: usize| {
            self.word(at + i).map(|w| if i == 0 && w.len() > 2 { w.trim_end_matches('.') } else { w })
        };
        self.pack().words().stops.longest(word).map(|(length, ())| length)
    }

    fn honorific(&self, at: usize) -> Option<usize> {
        let honorifics = &self.pack().words().honorifics;
        let one = self.word(at)?;
        let bare = one.trim_end_matches('.');
        let two = self.word(at + 1).map(|second| format!("{bare} {second}"));
        if two.is_some_and(|two| honorifics.contains(&*two)) {
            return Some(2);
        }
        (honorifics.contains(bare) && (self.caplike(at + 1) || self.word(at + 1) == Some("."))).then_some(1)
    }

    /// An office in the run: "Foreign Minister", "Secretary of State".
    fn title(&self, at: usize) -> Option<usize> {
        let (length, title) = self.pack().words().titles.longest(|i| self.word(at + i))?;
        let loud = self.tokens[at].shape == Shape::Upper
            && self.pack().words().titles.exact(&self.tokens[at].lower).is_none();
        let holds = title.relation.is_some() || title.scope == lang::Scope::None;
        (holds && !loud && (at..at + length).all(|i| self.caplike(i) || self.tokens[i].shape == Shape::Lower))
            .then_some(length)
    }

    fn known(&self, at: usize, limit: usize) -> Option<(usize, Known)> {
        let longest = (limit - at).min(8);
        (1..=longest).rev().find_map(|length| {
            let last = &self.tokens[at + length - 1];
            if length > 1 && !is_caplike(last) && last.shape != Shape::Number {
                return None;
            }
            let span = self.tokens[at].span.cover(last.span);
            world::known(span.of(self.context.text)).map(|known| (length, known))
        })
    }

    fn head(&self, at: usize, end: usize) -> Option<Head> {
        // The longest phrase of heads that ends the run.
        (at..end).find_map(|first| {
            let (length, head) = self
                .pack()
                .words()
                .heads
                .longest(|i| (first + i < end).then(|| self.word(first + i)).flatten())?;
            (first + length == end).then_some(*head)
        })
    }

    fn read(&mut self) {
        let mut at = self.sentence.first;
        let mut titled = false;
        while at < self.sentence.end {
            if !self.caplike(at) {
                let token = &self.tokens[at];
                if token.shape == Shape::Lower {
                    titled = self.small_title(at);
                } else if token.shape == Shape::Punct && &*token.lower != "," {
                    titled = false;
                }
                at += 1;
                continue;
            }
            if let Some(length) = self.stop(at).filter(|_| !self.known_compound(at)) {
                at += length;
                titled = false;
                continue;
            }
            if let Some(known) = self.half_of_a_land(at) {
                at = self.push_known(at, at + 1, known, false);
                titled = false;
                continue;
            }
            if let Some(length) = self.honorific(at) {
                at += length;
                if self.word(at) == Some(".") {
                    at += 1;
                }
                titled = true;
                continue;
            }
            if let Some(length) = self.title(at) {
                at += length;
                titled = true;
                continue;
            }
            if let Some(known) = self.shared_noun(at) {
                self.out.push(Name {
                    first: at,
                    end: at + 1,
                    guess: Some(known.kind),
                    sure: 0.9,
                    known: Some(known),
                    nested: false,
                    short_for: None,
                    titled: false,
                    rule: "name.shared",
                });
                at += 2;
                continue;
            }
            let opener = self.pack().words().title_openers.contains(&*self.tokens[at].lower)
                && self.title(at + 1).is_some();
            let compound =
                self.known(at, (at + 6).min(self.sentence.end)).is_some_and(|(length, _)| length > 1);
            if (self.small_word(at) || opener)
                && !compound
                && !self.book.seen.contains_key(&*self.tokens[at].lower)
            {
                at += 1;
                continue;
            }
            let end = self.run(at);
            at = self.segment(at, end, titled);
            titled = false;
        }
    }

    /// "Islamic State", "Christian Aid": whole names that begin with a word that alone names nobody.
    fn known_compound(&self, at: usize) -> bool {
        self.known(at, (at + 6).min(self.sentence.end)).is_some_and(|(length, _)| length > 1)
    }

    /// "the North" where the article has spoken of one land that begins so: North Korea.
    fn half_of_a_land(&self, at: usize) -> Option<Known> {
        let token = &self.tokens[at];
        let article = at > self.sentence.first && self.tokens[at - 1].tag == Tag::Det;
        if !article
            || token.shape != Shape::Capital
            || !self.pack().words().directions.contains(&*token.lower)
            || self.caplike(at + 1)
        {
            return None;
        }
        let start = format!("{} ", token.lower);
        let mut lands: Vec<Known> = Vec::new();
        for (name, _) in self
            .book
            .seen
            .range(start.clone()..)
            .take_while(|(name, _)| name.starts_with(&start))
            .filter(|(_, guess)| **guess == Some(EntityKind::Country))
        {
            let written: Vec<String> = name.split(' ').map(capitalised).collect();
            if let Some(known) = world::known(&written.join(" "))
                && !lands.iter().any(|land| land.country == known.country)
            {
                lands.push(known);
            }
        }
        if lands.len() == 1 { lands.pop() } else { None }
    }

    /// "North" in "North and South Korea".
    fn shared_noun(&self, at: usize) -> Option<Known> {
        let joined =
            self.word(at + 1).is_some_and(|w| self.pack().words().body_links.get(w) == Some(&BodyLink::List));
        if !joined || !self.caplike(at + 2) || !self.caplike(at + 3) {
            return None;
        }
        let text = self.context.text;
        let country = |surface: &str| world::known(surface).filter(|known| known.kind == EntityKind::Country);
        country(self.tokens[at + 2].span.cover(self.tokens[at + 3].span).of(text))?;
        country(&format!("{} {}", self.tokens[at].span.of(text), self.tokens[at + 3].span.of(text)))
    }

    /// "president" in lower case right before a name says that a person follows.
    fn small_title(&self, at: usize) -> bool {
        let terms = self.pack().words();
        let title = (1..=4)
            .filter_map(|n| at.checked_sub(n - 1))
            .filter(|first| *first >= self.sentence.first)
            .any(|first| {
                terms
                    .titles
                    .longest(|i| self.word(first + i))
                    .is_some_and(|(length, _)| first + length == at + 1)
            });
        title || terms.honorifics.contains(&*self.tokens[at].lower)
    }

    /// Where the run of capitals that begins here ends.
    fn run(&self, at: usize) -> usize {
        let terms = self.pack().words();
        // "Gulf of Aden", "Doctors Without Borders": what the tables have whole.
        let whole = self.known(at, (at + 8).min(self.sentence.end)).map_or(1, |(length, _)| length);
        let mut end = at + whole;
        while end < self.sentence.end && end - at < LONGEST {
            let token = &self.tokens[end];
            let cap = |i: usize| self.caplike(i) && self.stop(i).is_none();
            if cap(end) {
                if self.title(end).is_some() && self.stop(end).is_none() && !self.inside_body(end) {
                    break;
                }
                end += 1;
            } else if token.shape == Shape::Clitic
                && &*token.lower == "'s"
                && cap(end + 1)
                // "Civic Party's Jeremy Tam" are two.
                && !is_given(&self.tokens[end + 1])
                && self.common(end - 1)
                && self.known(end - 1, end).is_none()
                && !self.book.seen.contains_key(&*self.tokens[end - 1].lower)
                && self.title(end + 1).is_none()
            {
                // "People's Party", against "Malaysia's Navy"
                end += 2;
            } else if terms.person_links.contains(&*token.lower)
                && cap(end + 1)
                && !matches!((self.pack().tag)(&token.lower), Some(Tag::Adp))
            {
                end += 1;
            } else if &*token.lower == "of"
                && self.tokens[end - 1].shape != Shape::Upper
                && self.heads_name(at, end)
            {
                let next = end + 1 + usize::from(self.word(end + 1) == Some("the"));
                if !cap(next) {
                    break;
                }
                end = next;
            } else if terms.body_links.get(&*token.lower) == Some(&BodyLink::Name)
                && &*token.lower != "of"
                && cap(end + 1 + usize::from(self.word(end + 1) == Some("the")))
                && self.serves(at, end)
            {
                // "United Party for Development", "Committee on Foreign Affairs", "Council for the Welfare of Immigrants"
                end += 2 + usize::from(self.word(end + 1) == Some("the"));
            } else if terms.body_links.get(&*token.lower) == Some(&BodyLink::List)
                && cap(end + 1)
                && self.lists(at, end)
                || token.shape == Shape::Number
                    && token.lower.len() <= 4
                    && self.tokens[end - 1].shape != Shape::Upper
                    && !token.lower.starts_with(['1', '2'])
            {
                end += 1;
            } else {
                break;
            }
        }
        end
    }

    /// "Secretary" in "Home Secretary's Office" does not occur; "Representatives" in "House of Representatives" does.
    fn inside_body(&self, at: usize) -> bool {
        at > self.sentence.first && self.word(at - 1) == Some("of")
    }

    /// Whether a capitalised noun that heads names stands before "of": "Ministry of", "University of", "Republic of".
    fn heads_name(&self, at: usize, of: usize) -> bool {
        let noun = self.common(of - 1) && !is_given(&self.tokens[of - 1]) && !is_given(&self.tokens[at]);
        let holds = self.head(at, of).is_some_and(|head| {
            matches!(
                head.kind,
                EntityKind::Organization
                    | EntityKind::Agreement
                    | EntityKind::Country
                    | EntityKind::Facility
                    | EntityKind::Place
            )
        });
        // "Joint Chiefs of Staff", "National Association of Resident Doctors": two common words in capitals inside a sentence.
        let capitals = of >= at + 2
            && !self.opens(at)
            && (at..of).all(|i| self.common(i) && self.known(i, of).is_none())
            && self.tokens[of + 1..self.sentence.end].first().is_some_and(|t| &*t.lower != "the");
        noun && (holds
            || capitals
            || matches!(
                &*self.tokens[of - 1].lower,
                "republic"
                    | "house"
                    | "front"
                    | "bank"
                    | "university"
                    | "ministry"
                    | "department"
                    | "office"
                    | "institute"
                    | "battle"
                    | "board"
                    | "center"
                    | "centre"
                    | "chamber"
                    | "federation"
                    | "league"
                    | "society"
                    | "order"
                    | "army"
                    | "party"
                    | "community"
                    | "kingdom"
                    | "emirate"
                    | "war"
                    | "treaty"
                    | "union"
                    | "court"
                    | "gulf"
                    | "strait"
                    | "sea"
                    | "bay"
                    | "cape"
                    | "isle"
                    | "state"
                    | "church"
                    | "organization"
                    | "conference"
                    | "congress"
                    | "school"
                    | "museum"
                    | "college"
            ))
    }

    /// Whether a body's name may go on behind "for" or "on": its head stands before, and no place of the world behind.
    fn serves(&self, at: usize, link: usize) -> bool {
        let body = link > at + 1
            && self.head(at, link).is_some_and(|head| head.kind == EntityKind::Organization && !head.body);
        let next = link + 1 + usize::from(self.word(link + 1) == Some("the"));
        body && self.common(next) && self.known(next, (next + 1).min(self.sentence.end)).is_none()
    }

    /// "Ministry of Law and Human Rights", "Centers for Disease Control and Prevention": both sides are common words of one body.
    fn lists(&self, at: usize, link: usize) -> bool {
        let of = (at..link).any(|i| matches!(&*self.tokens[i].lower, "of" | "for"));
        of && self.common(link - 1)
            && self.common(link + 1)
            && self.known(link + 1, (link + 2).min(self.sentence.end)).is_none()
    }

    /// Names in `at..end`; answers where to read on.
    fn segment(&mut self, at: usize, end: usize, titled: bool) -> usize {
        // "Pan-democrat Gary Fan", "Activist Wong": an unknown first word of the sentence before a given name.
        if self.opens(at)
            && end > at + 1
            && !is_given(&self.tokens[at])
            && is_given(&self.tokens[at + 1])
            && self.known(at, end).is_none_or(|(_, known)| known.kind != EntityKind::Person)
            && (self.common(at) || self.tokens[at].lower.contains('-'))
        {
            return at + 1;
        }
        if self.sentence.title_case
            && self.known(at, end).is_none()
            && !self.book.parts.contains(&*self.tokens[at].lower)
            && !self.book.seen.is_empty()
        {
            return at + 1;
        }
        if let Some((length, known)) = self.known(at, end) {
            let whole = at + length == end;
            let demonym = length == 1
                && known.kind == EntityKind::Country
                && lang::know::countries().by_name(self.tokens[at].span.of(self.context.text)).is_none();
            let acronym = self.tokens[at].shape == Shape::Upper;
            // "Chad Walker" is nobody's body.
            let rest_head = (!whole)
                .then(|| self.head(at + length, end))
                .flatten()
                .filter(|head| demonym || length > 1 || head.kind != EntityKind::Person);
            let official =
                end > at && self.word(end - 1).is_some_and(|w| self.pack().words().official.contains(w));
            let body = official
                || self.head(at, end).is_some_and(|head| head.body && head.kind == EntityKind::Organization);
            if whole
                && length > 1
                && body
                && known.kind == EntityKind::Organization
                && let Some((inner, state)) = (1..length)
                    .rev()
                    .find_map(|n| self.known(at, at + n))
                    .filter(|(_, state)| state.kind == EntityKind::Country)
            {
                self.out.push(Name {
                    first: at,
                    end: at + inner,
                    guess: Some(EntityKind::Country),
                    sure: 0.9,
                    known: Some(state),
                    nested: true,
                    short_for: None,
                    titled: false,
                    rule: "name.nested",
                });
            }
            if whole || known.kind == EntityKind::Person {
                return self.push_known(at, at + length, known, titled);
            }
            if known.kind == EntityKind::Country {
                if let Some(head) = rest_head {
                    // "Indonesian Navy", "US State Department"; not "Korean War".
                    let body = official || head.body && head.kind == EntityKind::Organization;
                    let next = self.push(at, end, Some(Self::kind_of(&head)), 0.85, "name.head");
                    if body {
                        self.out.push(Name {
                            first: at,
                            end: at + length,
                            guess: Some(EntityKind::Country),
                            sure: 0.9,
                            known: Some(known),
                            nested: true,
                            short_for: None,
                            titled: false,
                            rule: "name.nested",
                        });
                    }
                    return next;
                }
                if demonym
                    || acronym
                    || length > 1 && !self.common(at + length)
                    || is_given(&self.tokens[at + length]) && length > 1
                {
                    return self.push_known(at, at + length, known, titled);
                }
            } else if matches!(known.kind, EntityKind::Organization | EntityKind::Group)
                && (acronym || length > 1)
                || known.capital && is_given(&self.tokens[at + length])
                // "In Baghdad Kadhim Talal Husain was killed"
                || known.kind == EntityKind::Place
                    && at == self.sentence.first + 1
                    && self.tokens[at - 1].tag == Tag::Adp
                    && end >= at + length + 2
                    && (at + length..end).all(|i| !self.common(i))
            {
                return self.push_known(at, at + length, known, titled);
            }
        }
        // A demonym inside the run begins a name of its own: "Former Malaysian", "South Korean".
        let cut = (at + 1..end).find(|&i| {
            self.known(i, end).is_some_and(|(length, known)| {
                known.kind == EntityKind::Country
                    && (length > 1
                        || self.common(i - 1)
                            && lang::know::countries()
                                .by_demonym(self.tokens[i].span.of(self.context.text))
                                .is_some())
            }) && self.common(i - 1)
                && self.word(i - 1) != Some("of")
                && self.word(i - 1) != Some("the")
                && self.opens(at)
        });
        if let Some(cut) = cut {
            return cut;
        }
        self.plain(at, end, titled)
    }

    fn kind_of(head: &Head) -> EntityKind {
        match head.kind {
            EntityKind::Country => EntityKind::Place,
            EntityKind::Person | EntityKind::Group => EntityKind::Organization,
            kind => kind,
        }
    }

    fn push_known(&mut self, at: usize, end: usize, known: Known, titled: bool) -> usize {
        let single = end == at + 1;
        // "Nice" and "Reading" open sentences as words.
        if single
            && known.kind == EntityKind::Place
            && !known.capital
            && (known.doubtful && !self.place_before(at) || self.opens(at) && self.common(at))
        {
            return self.plain(at, end, titled);
        }
        let rule = match known.kind {
            EntityKind::Country => "name.country",
            EntityKind::Place => "name.place",
            EntityKind::Person => "name.person",
            _ => "name.table",
        };
        let sure = if known.doubtful { 0.7 } else { 0.95 };
        self.out.push(Name {
            first: at,
            end,
            guess: Some(known.kind),
            sure,
            known: Some(known),
            nested: false,
            short_for: None,
            titled,
            rule,
        });
        end
    }

    fn place_before(&self, at: usize) -> bool {
        at > self.sentence.first && self.pack().words().at.contains(&*self.tokens[at - 1].lower)
    }

    fn push(
        &mut self,
        at: usize,
        end: usize,
        guess: Option<EntityKind>,
        sure: f32,
        rule: &'static str,
    ) -> usize {
        let known = world::known(self.tokens[at].span.cover(self.tokens[end - 1].span).of(self.context.text));
        self.out.push(Name {
            first: at,
            end,
            guess,
            sure,
            known,
            nested: false,
            short_for: None,
            titled: false,
            rule,
        });
        end
    }

    /// Any other run: a person, a firm, a place that no table has.
    fn plain(&mut self, at: usize, end: usize, titled: bool) -> usize {
        let terms = self.pack().words();
        let seen = self.book.seen.contains_key(&*self.tokens[at].lower)
            || !self.common(at) && self.book.parts.contains(&*self.tokens[at].lower);
        let words = (at..end).filter(|&i| is_caplike(&self.tokens[i])).count();
        let common = (at..end).filter(|&i| is_caplike(&self.tokens[i]) && self.common(i)).count();
        if words == 1
            && !titled
            && !seen
            && (common == 1 || self.opens(at) && (self.pack().tag)(&self.tokens[at].lower).is_some())
        {
            return end;
        }
        // "Foolhardy provocation": an unknown word that opens a sentence before a noun.
        if words == 1
            && !titled
            && !seen
            && self.opens(at)
            && self.tokens[at].shape == Shape::Capital
            && self.tokens.get(end).is_some_and(|t| t.shape == Shape::Lower && t.tag == Tag::Noun)
            && self.head_behind(end).is_none()
        {
            return end;
        }
        if self.tokens[at].lower.chars().count() == 1 && words == 1 {
            return end;
        }
        // "Turnout was high": an unknown word that opens a sentence before "to be" is mostly a noun.
        if words == 1
            && !titled
            && !seen
            && !given(self, at)
            && self.opens(at)
            && self.tokens[at].shape == Shape::Capital
            && known_nowhere(self, at)
            && self.tokens.get(end).is_some_and(|t| t.tag == Tag::Aux)
        {
            return end;
        }
        // "Monday morning Police": what opens the sentence and is common goes, unless a head closes the run.
        let of = (at + 1..end).find(|&i| self.word(i) == Some("of"));
        let head = self.head(at, end).filter(|_| words > 1).or_else(|| of.and_then(|of| self.head(at, of)));
        // "Chad Walker", against "Civil Guard"
        let head = head.filter(|head| head.kind != EntityKind::Person || self.common(at));
        let upper = words == 1 && self.tokens[at].shape == Shape::Upper;
        let given = is_given(&self.tokens[at]);
        let speech = |i: usize| self.word(i).is_some_and(|w| terms.speech.contains(w));
        let (guess, sure) = if let Some(head) = self.begins(at).filter(|_| words > 1) {
            (Some(head.kind), 0.8)
        } else if self.classified(at) {
            (Some(EntityKind::Place), 0.85)
        } else if titled && !upper && (head.is_none() || common < words) {
            (Some(EntityKind::Person), 0.9)
        } else if let Some(head) = head {
            (Some(Self::kind_of(&head)), 0.8)
        } else if let Some(kind) = self.class_before(at).filter(|_| !titled) {
            (Some(kind), 0.85)
        } else if (at..end).any(|i| {
            self.tokens[i].shape == Shape::Mixed && self.tokens[i].lower.chars().any(|c| c.is_ascii_digit())
        }) {
            // "Airbus A320", "MH370": things with numbers are no people.
            (Some(EntityKind::Other), 0.6)
        } else if self.tokens[at].lower.contains('.') && !upper && words == 1 {
            (Some(EntityKind::Organization), 0.8)
        } else if given && common < words && !upper {
            (Some(EntityKind::Person), if words > 1 { 0.9 } else { 0.6 })
        } else if upper && self.opens(at) && self.dateline(end) {
            (Some(EntityKind::Place), 0.7)
        } else if upper {
            (Some(EntityKind::Organization), 0.6)
        } else if let Some(kind) = self.head_behind(end) {
            (Some(kind), 0.8)
        } else if (speech(end) || at > self.sentence.first && speech(at - 1)) && common < words {
            (Some(EntityKind::Person), 0.7)
        } else if self.place_before(at) && common < words && words <= 2 {
            (Some(EntityKind::Place), LISTED)
        } else if common == words || words > 3 || of.is_some() {
            (Some(EntityKind::Organization), 0.45)
        } else if let Some(kind) = self.class_between_commas(at, end) {
            (Some(kind), 0.7)
        } else if words == 1 && common < words && self.among_places(at) {
            (Some(EntityKind::Place), LISTED)
        } else if let Some(kind) = self.articled(at, end) {
            (Some(kind), 0.55)
        } else {
            (None, 0.5)
        };
        let known = world::known(self.tokens[at].span.cover(self.tokens[end - 1].span).of(self.context.text));
        self.out.push(Name {
            first: at,
            end,
            guess,
            sure,
            known,
            nested: false,
            short_for: None,
            titled,
            rule: "name.shape",
        });
        end
    }
}

fn given(reader: &Reader<'_>, at: usize) -> bool {
    is_given(&reader.tokens[at])
}

fn known_nowhere(reader: &Reader<'_>, at: usize) -> bool {
    reader.known(at, at + 1).is_none()
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// "Korean Central News Agency (KCNA)": the letters in brackets stand for the name before them.
fn acronyms(tokens: &[Token], names: &mut [Name]) {
    let mut ends: BTreeMap<usize, usize> = BTreeMap::new();
    for (at, name) in names.iter().enumerate().filter(|(_, name)| !name.nested && name.first + 1 < name.end) {
        ends.entry(name.end).or_insert(at);
    }
    for at in 0..names.len() {
        let Name { first, end, nested, .. } = names[at];
        let bracketed = first > 0
            && matches!(&*tokens[first - 1].lower, "(" | "[")
            && tokens.get(end).is_some_and(|t| matches!(&*t.lower, ")" | "]" | ","));
        if !bracketed || end != first + 1 || nested {
            continue;
        }
        if let Some(&long) = first.checked_sub(1).and_then(|open| ends.get(&open)) {
            names[at].short_for = Some(long);
            if names[at].known.is_none() {
                names[at].guess = names[long].guess;
                names[at].sure = names[long].sure;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Context;

    fn check(text: &str, expect: &str) {
        let context = Context::of(text, &lang::en::PACK, None);
        let tagged = crate::segment::tagged(text, context.pack);
        let got: Vec<&str> = names(&tagged, &context)
            .iter()
            .map(|name| tagged.tokens[name.first].span.cover(tagged.tokens[name.end - 1].span).of(text))
            .collect();
        assert_eq!(got.join(" | "), expect);
    }

    #[test]
    fn offices_and_demonyms_stand_outside_of_names() {
        check(
            "French President Nicolas Sarkozy met Malaysia's Prime Minister, Najib Razak.",
            "French | Nicolas Sarkozy | Malaysia | Najib Razak",
        );
        check("The former president met Mr. Straw in London on Friday.", "Straw | London");
    }

    #[test]
    fn a_body_of_a_state_holds_the_state() {
        check(
            "The US State Department warned the Indonesian Navy.",
            "US State Department | US | Indonesian Navy | Indonesian",
        );
    }

    #[test]
    fn people_and_links_stay_inside_a_name() {
        check(
            "The Korean People's Army (KPA) and the Bank of England said so.",
            "Korean People's Army | KPA | Bank of England",
        );
    }

    #[test]
    fn two_states_may_share_their_noun() {
        check("Soldiers of North and South Korea fought.", "North | South Korea");
    }
}
