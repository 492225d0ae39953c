//! Proper names: runs of capitalised words, cut by offices, classifiers and what the tables of the world know.
//!
//! "Menteri Luar Negeri Rusia Sergey Lavrov" holds two names, "Rusia" and "Sergey Lavrov"; "Kementerian Luar Negeri AS" is
//! one with another inside. Bodies are read before headlines, so that a headline in title case is read by what the
//! article itself names. Never decides that two names mean the same.

use std::collections::{BTreeMap, BTreeSet};

use lang::{BodyLink, Order, Pack, Shape, Tag, Token};
use model::{EntityKind, Names};

use super::{is_caplike, last_names, word};
use crate::analysis::{Context, Sentence, SentenceKind, Tagged};
use crate::world::{self, Known};

/// A name in the text.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// What it looks like from its own words and its neighbours, and how sure that is.
    pub(crate) guess: Option<EntityKind>,
    pub(crate) sure: f32,
    /// What the tables know of it.
    pub(crate) known: Option<Known>,
    /// Whether it lies inside a longer name: "AS" in "Kementerian Luar Negeri AS".
    pub(crate) nested: bool,
    /// For "(PBB)" behind "Perserikatan Bangsa-Bangsa": the name it abbreviates.
    pub(crate) short_for: Option<usize>,
    /// Whether an office or honorific stands right before it.
    pub(crate) titled: bool,
    pub(crate) rule: &'static str,
}

/// Longest name a table is asked for, in tokens.
const LONGEST_KNOWN: usize = 8;

/// What earlier sentences have taught about names.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// Folded names met in sentences where capitals mean something, and what they seemed to be.
    pub(super) seen: BTreeMap<String, Option<EntityKind>>,
    /// Folded words that were part of a name.
    pub(super) parts: BTreeSet<String>,
    /// Folded words met in lower case.
    pub(super) small: BTreeSet<String>,
}

/// All names of a text, in order, longer before the shorter inside.
pub(crate) fn names(tagged: &Tagged, context: &Context<'_>) -> Vec<Name> {
    if context.pack.order == Order::HeadLast {
        return last_names::names(tagged, context);
    }
    let mut book = Book::default();
    for token in tagged.tokens.iter().filter(|t| t.shape == Shape::Lower) {
        if !book.small.contains(&*token.lower) {
            book.small.insert(token.lower.to_string());
        }
    }
    let mut out: Vec<Name> = Vec::new();
    let informative = |s: &Sentence| !s.title_case && s.kind == SentenceKind::Body;
    for pass in [true, false] {
        for sentence in tagged.sentences.iter().filter(|s| informative(s) == pass) {
            let mut reader = Reader { tokens: &tagged.tokens, context, sentence, book: &book, out: Vec::new() };
            reader.read();
            let found = reader.out;
            if pass {
                for name in &found {
                    let folded = folded(&tagged.tokens[name.first..name.end]);
                    for token in &tagged.tokens[name.first..name.end] {
                        if is_caplike(token) {
                            book.parts.insert(token.lower.to_string());
                        }
                    }
                    book.seen.entry(folded).or_insert(name.guess);
                }
            }
            let base = out.len();
            out.extend(found.into_iter().map(|mut name| {
                name.short_for = name.short_for.map(|at| at + base);
                name
            }));
        }
    }
    // A word that is only ever met where sentences begin, that no table knows and nothing speaks for, is no name: "Mohon".
    let opens = |name: &Name| {
        let sentence = &tagged.sentences[tagged.tokens[name.first].sentence as usize];
        let before = &tagged.tokens[sentence.first..name.first];
        before.iter().all(|t| t.shape == Shape::Punct) || before.last().is_some_and(|t| t.shape == Shape::Punct && &*t.lower != "," && &*t.lower != "-")
    };
    let inner: BTreeSet<&str> = out.iter().filter(|name| !opens(name)).flat_map(|name| tagged.tokens[name.first..name.end].iter().map(|t| &*t.lower)).collect();
    let bare = |name: &Name| name.end == name.first + 1 && name.rule == "name.shape" && name.known.is_none() && name.sure <= 0.5 && name.short_for.is_none();
    let kept = |name: &Name| !(bare(name) && opens(name) && !inner.contains(&*tagged.tokens[name.first].lower));
    // Text order; the indices of `short_for` move along.
    let mut order: Vec<usize> = (0..out.len()).filter(|&i| kept(&out[i])).collect();
    order.sort_by_key(|&i| (out[i].first, std::cmp::Reverse(out[i].end)));
    let mut place = vec![0; out.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    order
        .iter()
        .map(|&old| {
            let mut name = out[old].clone();
            name.short_for = name.short_for.filter(|at| kept(&out[*at])).map(|at| place[at]);
            name
        })
        .collect()
}

/// The folded words of a name.
pub(crate) fn folded(tokens: &[Token]) -> String {
    tokens.iter().map(|t| &*t.lower).collect::<Vec<_>>().join(" ")
}

/// Reads the names of one sentence.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) context: &'a Context<'a>,
    pub(super) sentence: &'a Sentence,
    pub(super) book: &'a Book,
    pub(super) out: Vec<Name>,
}

impl Reader<'_> {
    pub(super) fn pack(&self) -> &'static Pack {
        self.context.pack
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        word(self.tokens, at, self.sentence.end)
    }

    pub(super) fn caplike(&self, at: usize) -> bool {
        at < self.sentence.end && is_caplike(&self.tokens[at])
    }

    /// Whether the word opens the sentence or a quotation, where its capital says nothing.
    pub(super) fn opens(&self, at: usize) -> bool {
        let before = &self.tokens[self.sentence.first..at];
        before.iter().all(|t| t.shape == Shape::Punct) || before.last().is_some_and(|t| matches!(&*t.lower, "\"" | "“" | "‘" | "(" | ":" | "•"))
    }

    /// Whether it is an ordinary word: in the lexicon, or met in lower case in this text.
    pub(super) fn common(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape != Shape::Upper && ((self.pack().common)(&token.lower) || self.book.small.contains(&*token.lower))
    }

    /// Whether it may be an ordinary word by its affixes, though no table has it: "Kecaman", "Itulah".
    pub(super) fn formed(&self, at: usize) -> bool {
        self.tokens[at].shape != Shape::Upper && (self.pack().tag)(&self.tokens[at].lower).is_some()
    }

    fn read(&mut self) {
        let mut at = self.sentence.first;
        let mut titled = None;
        // "AMBON, WARTA.com -": a dateline opens with its place.
        let dateline = self.sentence.kind == SentenceKind::Furniture && self.tokens[at].shape == Shape::Upper && self.word(at + 1).is_some_and(|w| matches!(w, "," | "(" | "-" | "--"));
        let mut place_expected = dateline;
        while at < self.sentence.end {
            let token = &self.tokens[at];
            if !is_caplike(token) {
                if token.shape == Shape::Lower {
                    place_expected = false;
                    titled = self.small_title(at);
                } else if token.shape == Shape::Punct && &*token.lower != "," {
                    titled = None;
                }
                at += 1;
                continue;
            }
            if let Some(length) = self.stop(at) {
                at += length;
                titled = None;
                continue;
            }
            if let Some(length) = self.known(at, titled.is_some(), place_expected) {
                at += length;
                place_expected = false;
                continue;
            }
            if let Some((length, _)) = self.pack().words().titles.longest(|i| self.word(at + i)).filter(|_| token.shape != Shape::Upper || self.known_title(at)) {
                titled = Some(at);
                at += self.title_length(at, length);
                continue;
            }
            if self.pack().words().title_openers.contains(&*token.lower) || self.honorific(at) {
                titled = Some(at);
                at += 1;
                if self.word(at) == Some(".") {
                    at += 1;
                }
                continue;
            }
            if let Some((length, head)) = self.pack().words().heads.longest(|i| self.word(at + i)).map(|(n, h)| (n, *h))
                && self.caplike_run(at, length)
            {
                if head.inner
                    && !self.sentence.title_case
                    && let Some(length) = self.body(at, length, head, titled.is_some())
                {
                    at += length;
                    continue;
                }
                place_expected = head.classifier && !self.sentence.title_case;
                at += length;
                continue;
            }
            at += self.plain(at, titled.is_some(), place_expected);
            place_expected = false;
            titled = None;
        }
        self.acronyms();
    }

    /// Whether all words of a phrase that begins with a capital go on with capitals ("Kementerian Luar Negeri"); a head
    /// that opens a sentence may go on small ("Pemerintah negara itu").
    fn caplike_run(&self, at: usize, length: usize) -> bool {
        (at..at + length).all(|i| self.caplike(i)) || self.opens(at)
    }

    /// "presiden" in lower case right before a name says that a person follows.
    fn small_title(&self, at: usize) -> Option<usize> {
        let terms = self.pack().words();
        (1..=4).rev().filter_map(|n| at.checked_sub(n - 1)).filter(|first| *first >= self.sentence.first).find(|first| {
            terms.titles.longest(|i| self.word(first + i)).is_some_and(|(length, _)| first + length == at + 1)
        })
    }

    pub(super) fn stop(&self, at: usize) -> Option<usize> {
        let stops = &self.pack().words().stops;
        // "Minggu-Senin"
        let pair = self.word(at).is_some_and(|w| w.contains('-') && w.split('-').all(|part| stops.exact(part).is_some()));
        if pair { Some(1) } else { stops.longest(|i| self.word(at + i)).map(|(length, ())| length) }
    }

    pub(super) fn honorific(&self, at: usize) -> bool {
        self.pack().words().honorifics.contains(self.tokens[at].lower.trim_end_matches('.')) && (self.caplike(at + 1) || self.word(at + 1) == Some("."))
    }

    /// "PM", "CEO": offices in capitals.
    fn known_title(&self, at: usize) -> bool {
        self.pack().words().titles.exact(&self.tokens[at].lower).is_some()
    }

    /// An office with the words of its portfolio: "Menteri Koordinator Bidang Politik dan Keamanan".
    fn title_length(&self, at: usize, length: usize) -> usize {
        let terms = self.pack().words();
        let open = terms.titles.longest(|i| self.word(at + i)).is_some_and(|(_, title)| title.open);
        let mut end = at + length;
        while open && end < self.sentence.end {
            let more = self.caplike(end)
                && self.common(end)
                && self.known_length(end).is_none()
                && terms.heads.longest(|i| self.word(end + i)).is_none_or(|(_, head)| !head.inner)
                && !self.honorific(end)
                && !is_given(&self.tokens[end]);
            if more {
                end += 1;
                continue;
            }
            // "Pendidikan Tinggi, Sains, dan Teknologi": commas and "dan" go on while capitalised fields follow.
            let comma = self.word(end) == Some(",");
            let list = |at: usize| self.word(at).is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::List));
            let field = end + usize::from(comma) + usize::from(list(end + usize::from(comma)));
            let goes_on = end > at + length && field > end && self.caplike(field) && self.common(field) && (list(field - 1) || self.lists_on(end));
            if !goes_on {
                break;
            }
            end = field + 1;
        }
        end - at
    }

    pub(super) fn known_length(&self, at: usize) -> Option<(usize, Known)> {
        let limit = LONGEST_KNOWN.min(self.sentence.end - at);
        let mut longest = 0;
        while longest < limit {
            let token = &self.tokens[at + longest];
            let goes_on = if longest == 0 { is_caplike(token) } else { is_caplike(token) || token.shape == Shape::Lower || token.shape == Shape::Number || matches!(&*token.lower, "." | "-" | "&" | ",") };
            if !goes_on {
                break;
            }
            longest += 1;
        }
        for length in (1..=longest).rev() {
            let last = &self.tokens[at + length - 1];
            if length > 1 && !is_caplike(last) && last.shape != Shape::Number {
                continue;
            }
            let span = self.tokens[at].span.cover(last.span);
            if let Some(known) = world::known(span.of(self.context.text)) {
                return Some((length, known));
            }
        }
        None
    }

    /// A name the tables know. Takes it, with what is nested, and says how many tokens it took.
    fn known(&mut self, at: usize, titled: bool, place_expected: bool) -> Option<usize> {
        let (length, known) = self.known_length(at)?;
        let single = length == 1;
        let end = at + length;
        // "Kementerian Kesehatan" is a table's own only where no other state follows: "Kementerian Kesehatan Gaza".
        let body = self.pack().words().heads.longest(|i| self.word(at + i)).is_some_and(|(_, head)| head.inner && head.body);
        if body && !self.sentence.title_case && self.caplike(end) && self.known_length(end).is_some() {
            return None;
        }
        // "Demokrat" and "Antara" are also words; a headline in title case and the first word of a sentence do not tell.
        if known.kind == EntityKind::Organization && single && (self.sentence.title_case || self.opens(at)) && self.common(at) && !self.book.seen.contains_key(&*self.tokens[at].lower) {
            return None;
        }
        if known.kind == EntityKind::Place && known.capital && single && (self.sentence.title_case || self.opens(at)) && self.common(at) && !place_expected {
            // "Lima Bulan Usai Putus"
            return None;
        }
        if known.kind == EntityKind::Place && !known.capital && !place_expected && single {
            let seen = self.book.seen.get(&*self.tokens[at].lower).copied().flatten();
            let local = self.preposition_before(at);
            // "Serang" is a town and "attack"; "Batu" a town and "stone".
            if (self.sentence.title_case || self.opens(at)) && self.common(at) && seen != Some(EntityKind::Place) {
                return None;
            }
            if known.doubtful && !local && seen != Some(EntityKind::Place) {
                return None;
            }
            // "Jalan Gatot Subroto", "Ali Larijani": the word goes on as somebody's name.
            if self.goes_on(end) && !local && !titled {
                return None;
            }
        }
        if single && titled && matches!(known.kind, EntityKind::Place) && (known.doubtful || self.goes_on(end)) && !place_expected && is_given(&self.tokens[at]) {
            return None;
        }
        // "Israel Katz", "India Today", "Jakarta Post": unless a noun or office stands before, more capitals make one name.
        if single && matches!(known.kind, EntityKind::Country | EntityKind::Place | EntityKind::Organization) && self.goes_on(end) && !titled && !self.noun_before(at) && !self.sentence.title_case {
            return None;
        }
        // "Gaza Utara", "Ukraina Timur": a part of it.
        if matches!(known.kind, EntityKind::Place | EntityKind::Country) && !self.sentence.title_case && self.caplike(end) && self.word(end).is_some_and(|w| self.pack().words().directions.contains(w)) {
            let whole = Known { kind: EntityKind::Place, country: known.country, names: Names::same(self.tokens[at].span.cover(self.tokens[end].span).of(self.context.text)), links: Vec::new(), capital: false, doubtful: false };
            self.out.push(Name { first: at, end: end + 1, guess: Some(EntityKind::Place), sure: 0.85, known: Some(whole), nested: false, short_for: None, titled: false, rule: "name.part" });
            return Some(length + 1);
        }
        let rule = match known.kind {
            EntityKind::Country => "name.country",
            EntityKind::Place => "name.place",
            EntityKind::Person => "name.person",
            _ => "name.table",
        };
        let sure = if known.doubtful { 0.7 } else { 0.95 };
        let organization = known.kind == EntityKind::Organization;
        self.out.push(Name { first: at, end, guess: Some(known.kind), sure, known: Some(known), nested: false, short_for: None, titled, rule });
        // "PBB" in "Dewan Keamanan PBB"
        if organization && body && length > 1 {
            let inner = (1..length).find_map(|skip| self.known_length(at + skip).filter(|(n, _)| skip + n == length).map(|(n, inner)| (at + skip, n, inner)));
            if let Some((first, n, inner)) = inner.filter(|(_, _, inner)| matches!(inner.kind, EntityKind::Country | EntityKind::Organization)) {
                self.out.push(Name { first, end: first + n, guess: Some(inner.kind), sure: 0.9, known: Some(inner), nested: true, short_for: None, titled: false, rule: "name.nested" });
            }
        }
        Some(length)
    }

    /// Whether an unknown capitalised word follows, as in "Israel Katz".
    fn goes_on(&self, at: usize) -> bool {
        self.caplike(at)
            && self.stop(at).is_none()
            && !self.common(at)
            && self.known_length(at).is_none_or(|(_, known)| known.kind != EntityKind::Country)
            && !self.honorific(at)
            && self.pack().words().titles.longest(|i| self.word(at + i)).is_none()
    }

    fn preposition_before(&self, at: usize) -> bool {
        at > self.sentence.first && self.pack().words().at.contains(&*self.tokens[at - 1].lower)
    }

    fn noun_before(&self, at: usize) -> bool {
        at > self.sentence.first && {
            let before = &self.tokens[at - 1];
            before.tag == Tag::Noun || (is_caplike(before) && before.tag == Tag::Propn && self.out.last().is_none_or(|name| name.end < at)) || self.out.last().is_some_and(|name| name.end == at && name.guess == Some(EntityKind::Organization))
        }
    }
}

/// Whether a word is a given name of people.
pub(super) fn is_given(token: &Token) -> bool {
    token.shape == Shape::Capital && world::given(&token.lower)
}

/// Letters of a word.
pub(super) fn letters(token: &Token) -> usize {
    token.lower.chars().count()
}

/// A number that may belong to a name: "Boeing 737", not "1.200".
pub(super) fn touches_name(token: &Token) -> bool {
    token.lower.len() <= 3
}
