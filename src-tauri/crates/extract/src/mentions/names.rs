//! Proper names: runs of capitalised words, cut by offices, classifiers and what the tables of the world know.
//!
//! "Menteri Luar Negeri Rusia Sergey Lavrov" holds two names, "Rusia" and "Sergey Lavrov"; "Kementerian Luar Negeri AS" is
//! one with another inside. Bodies are read before headlines, so that a headline in title case is read by what the
//! article itself names. Never decides that two names mean the same.

use std::collections::{BTreeMap, BTreeSet};

use lang::{BodyLink, Order, PACKS, Pack, Shape, Tag, Token};
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
/// Longest run of words in an organisation's name.
const LONGEST_BODY: usize = 12;

/// What earlier sentences have taught about names.
#[derive(Debug, Default)]
pub(crate) struct Book {
    /// Folded names met in sentences where capitals mean something, and what they seemed to be.
    pub(super) seen: BTreeMap<String, Option<EntityKind>>,
    /// Folded words that were part of a name.
    pub(super) parts: BTreeSet<String>,
    /// Folded words met in lower case.
    pub(super) small: BTreeSet<String>,
}

/// All names of a text, in order, longer before the shorter inside.
pub(crate) fn names(tagged: &Tagged, context: &Context<'_>) -> (Vec<Name>, Book) {
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
    let sorted = order
        .iter()
        .map(|&old| {
            let mut name = out[old].clone();
            name.short_for = name.short_for.filter(|at| kept(&out[*at])).map(|at| place[at]);
            name
        })
        .collect();
    (sorted, book)
}

/// The folded words of a name.
pub(crate) fn folded(tokens: &[Token]) -> String {
    tokens.iter().map(|t| &*t.lower).collect::<Vec<_>>().join(" ")
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

    fn caplike(&self, at: usize) -> bool {
        at < self.sentence.end && is_caplike(&self.tokens[at])
    }

    /// Whether the word opens the sentence or a quotation, where its capital says nothing.
    fn opens(&self, at: usize) -> bool {
        let before = &self.tokens[self.sentence.first..at];
        before.iter().all(|t| t.shape == Shape::Punct) || before.last().is_some_and(|t| matches!(&*t.lower, "\"" | "“" | "‘" | "(" | ":" | "•"))
    }

    /// Whether it is an ordinary word: in the lexicon, or met in lower case in this text.
    fn common(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape != Shape::Upper && ((self.pack().common)(&token.lower) || self.book.small.contains(&*token.lower))
    }

    /// Whether it may be an ordinary word by its affixes, though no table has it: "Kecaman", "Itulah".
    fn formed(&self, at: usize) -> bool {
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
                if head.inner && !self.sentence.title_case {
                    if let Some(length) = self.body(at, length, head, titled.is_some()) {
                        at += length;
                        continue;
                    }
                }
                place_expected = head.classifier;
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

    fn stop(&self, at: usize) -> Option<usize> {
        let stops = &self.pack().words().stops;
        // "Minggu-Senin"
        let pair = self.word(at).is_some_and(|w| w.contains('-') && w.split('-').all(|part| stops.exact(part).is_some()));
        if pair { Some(1) } else { stops.longest(|i| self.word(at + i)).map(|(length, ())| length) }
    }

    fn honorific(&self, at: usize) -> bool {
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
            } else if self.word(end) == Some(",") && end > at + length && self.lists_on(end) && self.common(end + 1) {
                end += 2;
            } else if terms.body_links.get(self.word(end).unwrap_or_default()) == Some(&BodyLink::List) && self.tokens[end].shape == Shape::Lower && end + 1 < self.sentence.end && self.caplike(end + 1) && self.common(end + 1) && end > at + length {
                end += 2;
            } else if self.word(end) == Some(",") && end > at + length && self.word(end + 1).is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::List)) && self.caplike(end + 2) && self.common(end + 2) && self.tokens[at].capital {
                end += 3;
            } else {
                break;
            }
        }
        end - at
    }

    fn known_length(&self, at: usize) -> Option<(usize, Known)> {
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

    /// A name that begins with its head: "Kementerian Luar Negeri AS", "Badan Meteorologi, Klimatologi, dan Geofisika".
    fn body(&mut self, at: usize, head_length: usize, head: lang::Head, titled: bool) -> Option<usize> {
        let terms = self.pack().words();
        let mut end = at + head_length;
        let mut inner: Vec<(usize, usize, Known)> = Vec::new();
        let listing = head.body && head.kind == EntityKind::Organization;
        while end < self.sentence.end && end - at < LONGEST_BODY {
            let token = &self.tokens[end];
            if is_caplike(token) {
                if self.stop(end).is_some() && !self.common(end) && token.shape != Shape::Upper {
                    break;
                }
                if self.honorific(end) || (end > at + head_length && self.title_cuts(end)) {
                    break;
                }
                if let Some((length, known)) = self.known_length(end) {
                    let state = matches!(known.kind, EntityKind::Country | EntityKind::Organization | EntityKind::Place | EntityKind::Group);
                    if state {
                        inner.push((end, end + length, known.clone()));
                        end += length;
                        let closes = known.kind == EntityKind::Country && (head.body || !self.caplike(end));
                        if closes || (head.body || self.caplike(end) && is_given(&self.tokens[end])) && self.next_is_person(end, titled) {
                            break;
                        }
                        continue;
                    }
                    break;
                }
                if end > at + head_length && (head.body || is_given(token)) && self.next_is_person(end, titled) {
                    break;
                }
                end += 1;
            } else if token.shape == Shape::Number && self.tokens[end - 1].shape != Shape::Punct && head.kind == EntityKind::Agreement {
                end += 1;
            } else if terms.body_links.contains_key(&*token.lower) && self.caplike(end + 1) && end > at && self.tokens[end - 1].shape != Shape::Punct && self.link_holds(at, head_length, end, listing, &inner) {
                end += 1;
            } else if &*token.lower == "," && listing && self.caplike(end + 1) && self.known_length(end + 1).is_none() && self.lists_on(end) {
                end += 1;
            } else {
                break;
            }
        }
        let bare = end == at + head_length;
        if bare && (!head.alone || self.opens(at)) {
            return None;
        }
        if bare && self.common(at) && head_length == 1 {
            return None;
        }
        // A head and a country alone describe: "Pemerintah Iran", "Polisi Jepang", "Parlemen Israel" go to the descriptions.
        if head_length == 1 && head.kind != EntityKind::Agreement && inner.len() == 1 && inner[0].0 == at + 1 && inner[0].1 == end && self.opens(at) && head.alone {
            return None;
        }
        let guess = head.kind;
        let span = self.tokens[at].span.cover(self.tokens[end - 1].span);
        let known = world::known(span.of(self.context.text));
        self.out.push(Name { first: at, end, guess: Some(guess), sure: 0.8, known, nested: false, short_for: None, titled: false, rule: "name.head" });
        let nests = head.body && head.kind != EntityKind::Facility || head.kind == EntityKind::Agreement || head.kind == EntityKind::Other;
        if nests {
            let (start, end) = (at, end);
            let letters = end - 1;
            if letters > start && self.tokens[letters].shape == Shape::Upper && self.tokens[letters].lower.len() <= 6 && inner.iter().all(|(_, last, _)| *last != end) {
                self.out.push(Name { first: letters, end, guess: Some(EntityKind::Organization), sure: 0.6, known: None, nested: true, short_for: None, titled: false, rule: "name.nested" });
            }
            for (first, last, known) in inner.into_iter().filter(|(_, _, known)| head.body || known.kind != EntityKind::Place) {
                self.out.push(Name { first, end: last, guess: Some(known.kind), sure: 0.9, known: Some(known), nested: true, short_for: None, titled: false, rule: "name.nested" });
            }
        }
        Some(end - at)
    }

    /// Whether an office begins here inside a run: "Kementerian Luar Negeri Menteri" does not occur, "Partai X Ketua" might.
    fn title_cuts(&self, at: usize) -> bool {
        self.pack().words().titles.longest(|i| self.word(at + i)).is_some_and(|(length, title)| length > 1 || title.relation.is_some() && !self.common_inside_body(at))
    }

    /// "Presiden" in "Sekretariat Presiden", "Perwakilan" in "Dewan Perwakilan Rakyat".
    fn common_inside_body(&self, at: usize) -> bool {
        self.common(at)
    }

    /// Behind the office of a body its holder follows: "Kepala Badan Intelijen Pusat William Burns".
    fn next_is_person(&self, at: usize, titled: bool) -> bool {
        titled && self.caplike(at) && (is_given(&self.tokens[at]) || !self.common(at) && self.tokens[at].shape == Shape::Capital && self.known_length(at).is_none_or(|(_, k)| k.kind == EntityKind::Person))
    }

    fn link_holds(&self, at: usize, head_length: usize, end: usize, listing: bool, inner: &[(usize, usize, Known)]) -> bool {
        let next = end + 1;
        let terms = self.pack().words();
        let Some(link) = self.word(end).and_then(|link| terms.body_links.get(link)) else { return false };
        let another_head = terms.heads.longest(|i| self.word(next + i)).is_some_and(|(_, head)| head.inner && head.kind == EntityKind::Organization);
        let closed = inner.iter().any(|(_, last, known)| *last == end && known.kind == EntityKind::Country);
        let known_next = self.known_length(next).is_some();
        match link {
            BodyLink::List => listing && !another_head && !closed && !known_next && end > at + head_length && self.common(next),
            BodyLink::Purpose => !closed && !known_next,
            BodyLink::Clause => end == at + head_length && self.tokens[at].shape == Shape::Capital,
            BodyLink::Name => true,
        }
    }

    /// "Meteorologi, Klimatologi, dan Geofisika": a list that "dan" closes soon.
    fn lists_on(&self, comma: usize) -> bool {
        (comma + 2..(comma + 6).min(self.sentence.end)).any(|i| self.pack().words().body_links.contains_key(&*self.tokens[i].lower) && self.caplike(i + 1) && self.known_length(i + 1).is_none())
            && (comma + 1..(comma + 6).min(self.sentence.end)).take_while(|&i| !self.pack().words().body_links.contains_key(&*self.tokens[i].lower)).all(|i| self.caplike(i) || &*self.tokens[i].lower == ",")
    }

    /// Any other run of capitals: a person, a firm, a place that no table has. Answers how many tokens it took.
    fn plain(&mut self, at: usize, titled: bool, place_expected: bool) -> usize {
        let terms = self.pack().words();
        let folded_first = &*self.tokens[at].lower;
        let loud = self.tokens[at].shape == Shape::Upper;
        let weak = (self.opens(at) || self.sentence.title_case) && !titled && !place_expected;
        let seen = self.book.seen.contains_key(folded_first) || !self.common(at) && self.book.parts.contains(folded_first);
        if weak && !seen && (self.common(at) || self.formed(at)) {
            return 1;
        }
        if self.sentence.title_case && !seen && !self.book.seen.is_empty() {
            return 1;
        }
        // Units and numerals: "92 LU", "Fase I".
        if letters(&self.tokens[at]) == 1 || at > self.sentence.first && self.tokens[at - 1].shape == Shape::Number && self.tokens[at].lower.len() <= 3 {
            return 1;
        }
        let mut end = at + 1;
        while end < self.sentence.end {
            let token = &self.tokens[end];
            if is_caplike(token) {
                let weak = self.sentence.title_case && !self.book.seen.is_empty() && (self.common(end) || !self.book.parts.contains(&*token.lower));
                let cut = weak
                    || self.stop(end).is_some()
                    || self.honorific(end)
                    || self.known_length(end).is_some_and(|(length, known)| known.kind == EntityKind::Country && (length > 1 || titled))
                    || terms.titles.longest(|i| self.word(end + i)).is_some_and(|(length, title)| (length > 1 || title.relation.is_some()) && self.common(end))
                    || (loud && token.shape != Shape::Upper && end == at + 1 && (self.common(end) || titled));
                if cut {
                    break;
                }
                end += 1;
            } else if terms.person_links.contains(&*token.lower) && self.caplike(end + 1) && !self.common(end + 1) && (self.pack().tag)(&token.lower) != Some(Tag::Adp) {
                end += 1;
            } else if terms.body_links.get(&*token.lower) == Some(&BodyLink::Name) && self.caplike(end + 1) && self.stop(end + 1).is_none() {
                end += 1;
            } else if token.shape == Shape::Number && self.tokens[end - 1].shape != Shape::Number && touches_name(token) {
                end += 1;
            } else {
                break;
            }
        }
        let words: Vec<usize> = (at..end).filter(|&i| is_caplike(&self.tokens[i])).collect();
        let common = words.iter().filter(|&&i| self.common(i)).count();
        if words.len() == 1 && common == 1 && !titled && !place_expected && !self.book.seen.contains_key(folded_first) {
            return 1;
        }
        let span = self.tokens[at].span.cover(self.tokens[end - 1].span);
        let known = world::known(span.of(self.context.text)).or_else(|| world::person(span.of(self.context.text)));
        let (guess, sure) = self.guess(at, end, common, words.len(), titled, place_expected, known.as_ref());
        self.out.push(Name { first: at, end, guess, sure, known, nested: false, short_for: None, titled, rule: "name.shape" });
        end - at
    }

    /// What a plain name is, from its words and its neighbours.
    #[expect(clippy::too_many_arguments, reason = "what the caller has counted already")]
    fn guess(&self, at: usize, end: usize, common: usize, words: usize, titled: bool, place_expected: bool, known: Option<&Known>) -> (Option<EntityKind>, f32) {
        let terms = self.pack().words();
        if let Some(known) = known.filter(|known| !known.doubtful) {
            return (Some(known.kind), 0.9);
        }
        if (at..end).any(|i| terms.body_words.contains(&*self.tokens[i].lower)) {
            return (Some(EntityKind::Organization), 0.85);
        }
        if titled && !(words == 1 && self.tokens[at].shape == Shape::Upper) {
            return (Some(EntityKind::Person), 0.9);
        }
        if let Some(kind) = self.head_before(at) {
            return (Some(kind), 0.85);
        }
        if self.defines(at, end) && words > 1 {
            return (Some(EntityKind::Organization), 0.8);
        }
        if place_expected {
            return (Some(EntityKind::Place), 0.85);
        }
        let speech = |i: usize| self.word(i).is_some_and(|w| terms.speech.contains(w));
        let before = at.checked_sub(1).filter(|i| *i >= self.sentence.first);
        let speaks = before.is_some_and(speech) || speech(end);
        let loud = words == 1 && self.tokens[at].shape == Shape::Upper;
        let given = is_given(&self.tokens[at]);
        if self.tokens[at].lower.contains('.') && self.tokens[at].shape != Shape::Upper && words == 1 {
            return (Some(EntityKind::Organization), 0.8);
        }
        if given && common < words && !loud {
            return (Some(EntityKind::Person), if words > 1 { 0.9 } else { 0.6 });
        }
        if speaks && !loud && common < words {
            return (Some(EntityKind::Person), 0.75);
        }
        if before.is_some_and(|i| terms.at.contains(&*self.tokens[i].lower)) && common < words && words <= 2 && !loud {
            return (Some(EntityKind::Place), 0.6);
        }
        if loud {
            return (Some(EntityKind::Organization), 0.6);
        }
        if known.is_some() {
            return (Some(EntityKind::Place), 0.5);
        }
        // Foreign words that another pack knows are no person: "World Times", "Great Rift Valley".
        let foreign = |i: &usize| self.tokens[*i].shape != Shape::Capital || PACKS.into_iter().any(|pack| pack.language != self.pack().language && (pack.common)(&self.tokens[*i].lower));
        let strange = (at..end).filter(|i| is_caplike(&self.tokens[*i])).filter(foreign).count();
        if common == words || words > 3 || strange > 0 {
            return (Some(EntityKind::Organization), 0.45);
        }
        (None, 0.5)
    }

    /// "kota Kharkiv", "surat kabar Haaretz", "perusahaan teknologi Huawei": what the noun before says.
    fn head_before(&self, at: usize) -> Option<EntityKind> {
        let terms = self.pack().words();
        let mut last = at.checked_sub(1).filter(|i| *i >= self.sentence.first)?;
        let mut steps = 0;
        while terms.modifiers.contains(&*self.tokens[last].lower) && last > self.sentence.first && steps < 2 {
            last -= 1;
            steps += 1;
        }
        (0..3).filter_map(|n| last.checked_sub(n)).filter(|first| *first >= self.sentence.first).find_map(|first| {
            let (length, head) = terms.heads.longest(|i| self.word(first + i).map(|w| (self.pack().singular)(w).unwrap_or(w)))?;
            let fits = first + length > last && (head.classifier || !head.body && matches!(head.kind, EntityKind::Organization | EntityKind::Facility | EntityKind::Weapon | EntityKind::Agreement) || head.groups);
            fits.then_some(match head.kind {
                EntityKind::Country => EntityKind::Place,
                EntityKind::Group => EntityKind::Organization,
                kind => kind,
            })
        })
    }

    /// Whether letters in brackets follow that begin with the name's own initial: "Crisis Response Team (CRT)".
    fn defines(&self, at: usize, end: usize) -> bool {
        self.word(end) == Some("(") && self.word(end + 2) == Some(")") && self.tokens[end + 1].shape == Shape::Upper && self.tokens[end + 1].lower.chars().next() == self.tokens[at].lower.chars().next()
    }

    /// "Perserikatan Bangsa-Bangsa (PBB)": the letters in brackets stand for the name before them.
    fn acronyms(&mut self) {
        for at in 0..self.out.len() {
            let Name { first, end, .. } = self.out[at];
            let bracketed = first > self.sentence.first && &*self.tokens[first - 1].lower == "(" && self.word(end) == Some(")");
            if !bracketed || end != first + 1 {
                continue;
            }
            let open = first - 1;
            if let Some(long) = self.out.iter().position(|name| name.end == open && !name.nested && name.first + 1 < name.end) {
                self.out[at].short_for = Some(long);
                if self.out[at].known.is_none() {
                    self.out[at].guess = self.out[long].guess;
                    self.out[at].sure = self.out[long].sure;
                }
            }
        }
    }
}

/// Whether a word is a given name of people.
pub(super) fn is_given(token: &Token) -> bool {
    token.shape == Shape::Capital && world::given(&token.lower)
}

/// Letters of a word.
fn letters(token: &Token) -> usize {
    token.lower.chars().count()
}

/// A number that may belong to a name: "Boeing 737", not "1.200".
fn touches_name(token: &Token) -> bool {
    token.lower.len() <= 3
}
