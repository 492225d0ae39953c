//! Proper names: runs of capitalised words, cut by offices, classifiers and what the tables of the world know.
//!
//! "Menteri Luar Negeri Rusia Sergey Lavrov" holds two names, "Rusia" and "Sergey Lavrov"; "Kementerian Luar Negeri AS" is
//! one with another inside. Bodies are read before headlines, so that a headline in title case is read by what the
//! article itself names. Never decides that two names mean the same.

use std::collections::{BTreeMap, BTreeSet};

use lang::{Order, Shape, Tag, Token};
use model::EntityKind;

use super::reader::Reader;
use super::{is_caplike, last_names};
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

impl Name {
    /// A name that stands alone, of which no table knows.
    pub(super) fn new(
        first: usize,
        end: usize,
        guess: Option<EntityKind>,
        sure: f32,
        rule: &'static str,
    ) -> Self {
        Self { first, end, guess, sure, known: None, nested: false, short_for: None, titled: false, rule }
    }

    /// What a table knows, by itself.
    pub(super) fn of_table(first: usize, end: usize, known: Known, titled: bool) -> Self {
        let rule = match known.kind {
            EntityKind::Country => "name.country",
            EntityKind::Place => "name.place",
            EntityKind::Person => "name.person",
            _ => "name.table",
        };
        let sure = if known.doubtful { 0.7 } else { 0.95 };
        Self { titled, ..Self::new(first, end, Some(known.kind), sure, rule).with(known) }
    }

    /// What a table knows, inside of a longer name.
    pub(super) fn inside(first: usize, end: usize, known: Known) -> Self {
        Self { nested: true, ..Self::new(first, end, Some(known.kind), 0.9, "name.nested").with(known) }
    }

    /// The same, with what a table knows of it.
    pub(super) fn with(self, known: impl Into<Option<Known>>) -> Self {
        Self { known: known.into(), ..self }
    }
}

/// What earlier sentences have taught about names.
#[derive(Debug, Default)]
pub(super) struct Book {
    /// Folded names met in sentences where capitals mean something, and what they seemed to be.
    pub(super) seen: BTreeMap<String, Option<EntityKind>>,
    /// Folded words that were part of a name.
    pub(super) parts: BTreeSet<String>,
    /// Folded words met in lower case.
    pub(super) small: BTreeSet<String>,
    /// Folded single words that the text has told to be somebody's name: "berinisial RT", "RT (31)".
    called: BTreeSet<String>,
}

impl Book {
    /// Whether the text has told that this word is somebody's name.
    pub(super) fn called(&self, token: &Token) -> bool {
        self.called.contains(&*token.lower)
    }
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
            let mut reader =
                Reader { tokens: &tagged.tokens, context, sentence, book: &book, out: Vec::new() };
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
                    if name.rule == "name.called" && name.end == name.first + 1 {
                        book.called.insert(folded.clone());
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
        before.iter().all(|t| t.shape == Shape::Punct)
            || before.last().is_some_and(|t| t.shape == Shape::Punct && &*t.lower != "," && &*t.lower != "-")
    };
    let inner: BTreeSet<&str> = out
        .iter()
        .filter(|name| !opens(name))
        .flat_map(|name| tagged.tokens[name.first..name.end].iter().map(|t| &*t.lower))
        .collect();
    let bare = |name: &Name| {
        name.end == name.first + 1
            && name.rule == "name.shape"
            && name.known.is_none()
            && name.sure <= 0.5
            && name.short_for.is_none()
    };
    let kept =
        |name: &Name| !(bare(name) && opens(name) && !inner.contains(&*tagged.tokens[name.first].lower));
    let kept_names: BTreeSet<usize> = (0..out.len()).filter(|&i| kept(&out[i])).collect();
    let kept = |at: usize| kept_names.contains(&at);
    lists(&mut out, tagged);
    // Text order; the indices of `short_for` move along.
    let mut order: Vec<usize> = (0..out.len()).filter(|&i| kept(i)).collect();
    order.sort_by_key(|&i| (out[i].first, std::cmp::Reverse(out[i].end)));
    let mut place = vec![0; out.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    order
        .iter()
        .map(|&old| {
            let mut name = out[old].clone();
            name.short_for = name.short_for.filter(|at| kept(*at)).map(|at| place[at]);
            name
        })
        .collect()
}

/// "dari Tirtayasa, Pamarayan, dan Tangerang": what is listed with a place of the tables is a place too.
fn lists(names: &mut [Name], tagged: &Tagged) {
    let mut order: Vec<usize> = (0..names.len()).filter(|&i| !names[i].nested).collect();
    order.sort_by_key(|&i| names[i].first);
    let place =
        |name: &Name| name.guess == Some(EntityKind::Place) && (name.known.is_some() || name.sure >= 0.6);
    let open = |name: &Name| {
        name.known.is_none()
            && name.guess.is_none()
            && name.rule == "name.shape"
            && name.end - name.first <= 2
    };
    let mut chained = false;
    for pair in order.windows(2).rev() {
        let &[a, b] = pair else { continue };
        let between = tagged.tokens.get(names[a].end..names[b].first).unwrap_or_default();
        let here = tagged.tokens[names[a].first].sentence == tagged.tokens[names[b].first].sentence;
        chained = here
            && match between {
                [and] => and.tag == Tag::Cconj || &*and.lower == "," && chained,
                [comma, and] => &*comma.lower == "," && and.tag == Tag::Cconj,
                _ => false,
            };
        if !chained {
            continue;
        }
        for (known, other) in [(a, b), (b, a)] {
            if (place(&names[known]) || names[known].rule == "name.listed") && open(&names[other]) {
                names[other].guess = Some(EntityKind::Place);
                names[other].sure = 0.6;
                names[other].rule = "name.listed";
            }
        }
    }
}

/// The folded words of a name.
pub(crate) fn folded(tokens: &[Token]) -> String {
    tokens.iter().map(|t| &*t.lower).collect::<Vec<_>>().join(" ")
}

/// Whether a word is a given name of people.
pub(super) fn is_given(token: &Token) -> bool {
    token.shape == Shape::Capital && world::given(&token.lower)
}
