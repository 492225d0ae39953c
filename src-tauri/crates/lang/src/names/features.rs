//! What the tagger looks at: the word, its letters and shape, its class, its neighbours, the run of capitals that it
//! stands in, what the tables know, and what the rest of the article seems to say of the same word.
//!
//! A feature is a number: a hash of what it says. Words themselves are not kept.

use std::collections::BTreeMap;

use super::{Classes, LABELS, Marginals};
use crate::{Pack, Shape, Token, know};

/// What other sentences of the article seem to say of a word: shares of person, organisation, place and nothing.
#[derive(Debug, Default)]
pub struct Elsewhere(BTreeMap<Box<str>, ([f32; 4], f32)>);

impl Elsewhere {
    /// Adds what a first look said of the tokens of one sentence.
    pub fn add(&mut self, text: &str, tokens: &[Token], odds: &Marginals) {
        self.change(text, tokens, odds, 1.0);
    }

    /// Takes a sentence away again, so that a word is told only about its other sentences.
    pub fn take(&mut self, text: &str, tokens: &[Token], odds: &Marginals) {
        self.change(text, tokens, odds, -1.0);
    }

    fn change(&mut self, text: &str, tokens: &[Token], odds: &Marginals, by: f32) {
        for (token, row) in tokens.iter().zip(odds).filter(|(token, _)| capital(token)) {
            let entry = match self.0.get_mut(token.span.of(text)) {
                Some(entry) => entry,
                None => self.0.entry(token.span.of(text).into()).or_default(),
            };
            for (sum, share) in entry.0.iter_mut().zip(shares(row)) {
                *sum += share * by;
            }
            entry.1 += by;
        }
    }

    /// A rough word for what the others say: the likeliest thing and how sure, 0 if there are no others.
    fn of(&self, word: &str) -> u64 {
        let Some((sums, count)) = self.0.get(word).filter(|(_, count)| *count > 0.5) else { return 0 };
        let top = (0..4).fold(0, |top, at| if sums[at] > sums[top] { at } else { top });
        let share = sums[top] / count;
        1 + top as u64 * 3 + if share > 0.9 { 2 } else { u64::from(share > 0.6) }
    }
}

/// Shares of person, organisation, place and nothing.
pub(super) fn shares(row: &[f32; LABELS]) -> [f32; 4] {
    let sum = |from: usize| row[from..from + 4].iter().sum::<f32>();
    [sum(1), sum(5), sum(9), row[0]]
}

fn capital(token: &Token) -> bool {
    matches!(token.shape, Shape::Capital | Shape::Upper) || token.shape == Shape::Mixed && token.capital
}

/// What is seen of one token, as numbers.
#[derive(Clone, Copy, Debug, Default)]
struct Sight {
    word: u64,
    form: u64,
    shape: u64,
    classes: [u16; super::classes::GRAINS],
    tag: u64,
    table: u64,
    given: u64,
    role: u64,
    capital: bool,
    /// Whether it is a punctuation mark.
    mark: bool,
    /// Beginnings of one to four letters, then endings.
    affixes: [u64; 8],
    elsewhere: u64,
}

/// What is seen of the tokens of a sentence; the features are made of it, once or twice.
#[derive(Debug)]
pub struct Seen(Vec<Sight>);

impl Seen {
    /// Looks at a sentence.
    pub fn of(text: &str, tokens: &[Token], pack: &Pack, classes: &Classes) -> Self {
        Self(sights(text, tokens, pack, classes))
    }

    /// Adds what other sentences say. Whether they say anything.
    pub fn hear(&mut self, text: &str, tokens: &[Token], elsewhere: &Elsewhere) -> bool {
        for (sight, token) in self.0.iter_mut().zip(tokens).filter(|(sight, _)| sight.capital) {
            sight.elsewhere = elsewhere.of(token.span.of(text));
        }
        self.0.iter().any(|sight| sight.elsewhere > 0)
    }

    /// The features of each token.
    pub fn features(&self) -> Vec<Vec<u32>> {
        (0..self.0.len()).map(|at| token_features(&self.0, at)).collect()
    }
}

fn sights(text: &str, tokens: &[Token], pack: &Pack, classes: &Classes) -> Vec<Sight> {
    let terms = pack.words();
    let mut out: Vec<Sight> = tokens
        .iter()
        .map(|token| {
            let word = token.span.of(text);
            let given = match know::given_name(word) {
                0 => 0,
                1..100 => 1,
                _ => 2,
            };
            let surname = token.capital && know::offices_by_surname(word).next().is_some();
            let set = |at: u32, yes: bool| u64::from(yes) << at;
            Sight {
                word: hash(&token.lower),
                form: form(word),
                shape: token.shape as u64 + 1,
                classes: classes.of(word, &token.lower),
                tag: (pack.tag)(&token.lower).map_or(1, |tag| tag as u64 + 2) * 2
                    + u64::from((pack.common)(&token.lower)),
                table: 0,
                given: given + 3 * u64::from(surname) + 1,
                role: set(0, terms.speech.contains(&*token.lower))
                    | set(1, terms.at.contains(&*token.lower))
                    | set(2, terms.honorifics.contains(token.lower.trim_end_matches('.')))
                    | set(3, terms.body_words.contains(&*token.lower))
                    | set(4, terms.body_links.contains_key(&*token.lower))
                    | set(5, terms.person_links.contains(&*token.lower))
                    | set(6, terms.directions.contains(&*token.lower)),
                capital: capital(token),
                affixes: affixes(&token.lower),
                mark: token.shape == Shape::Punct,
                elsewhere: 0,
            }
        })
        .collect();
    let word = |at: usize| tokens.get(at).map(|token| &*token.lower);
    for at in 0..tokens.len() {
        // Offices and heads: bits 8 and on of the role, at each of their words.
        if let Some((length, title)) = terms.titles.longest(|i| word(at + i)) {
            let code = 1 + title.scope as u64;
            for sight in out.iter_mut().skip(at).take(length) {
                sight.role |= code << 8;
            }
        }
        if let Some((length, head)) = terms.heads.longest(|i| word(at + i)) {
            let code = 1 + head.kind as u64 + 16 * u64::from(head.inner);
            for sight in out.iter_mut().skip(at).take(length) {
                sight.role |= code << 12;
            }
        }
        if terms.stops.longest(|i| word(at + i)).is_some() {
            out[at].role |= 1 << 20;
        }
    }
    tables(text, tokens, &mut out);
    out
}

/// Marks the longest names of the tables: what, and whether the token begins, continues or ends it.
fn tables(text: &str, tokens: &[Token], out: &mut [Sight]) {
    let mut at = 0;
    while at < tokens.len() {
        let most = if out[at].capital { 6.min(tokens.len() - at) } else { 0 };
        let found = (1..=most).rev().filter(|n| out[at + n - 1].capital).find_map(|length| {
            let span = tokens[at].span.cover(tokens[at + length - 1].span).of(text);
            Some((length, table(span, length)?))
        });
        let Some((length, what)) = found else {
            at += 1;
            continue;
        };
        for (nth, sight) in out[at..at + length].iter_mut().enumerate() {
            let part = u64::from(nth > 0) + 2 * u64::from(nth + 1 < length);
            sight.table = what * 4 + part + 1;
        }
        at += length;
    }
}

fn table(name: &str, words: usize) -> Option<u64> {
    let countries = know::countries();
    if countries.by_name(name).is_some() {
        return Some(1);
    }
    if countries.by_demonym(name).is_some() {
        return Some(2);
    }
    if countries.capital_of(name).is_some() {
        return Some(3);
    }
    if let Some(body) = know::organization(name) {
        return Some(if body.media { 4 } else { 5 });
    }
    if let Some(place) = know::place(name) {
        return Some(6 + u64::from(place.known) + 2 * u64::from(place.ambiguous()));
    }
    (words > 1 && know::offices(name).next().is_some()).then_some(10)
}

/// The features of one token.
fn token_features(sights: &[Sight], at: usize) -> Vec<u32> {
    let mut out = Vec::with_capacity(128);
    let none = Sight::default();
    let near = |by: isize| at.checked_add_signed(by).and_then(|i| sights.get(i)).unwrap_or(&none);
    let here = near(0);
    let mut put = |template: u64, parts: &[u64]| out.push(key(template, parts));
    put(1, &[]);
    for by in -2..=2_isize {
        let (sight, place) = (near(by), (by + 2) as u64);
        put(10 + place, &[sight.word]);
        put(20 + place, &[sight.shape, sight.tag]);
        put(30 + place, &[sight.tag]);
        for (grain, class) in sight.classes.iter().enumerate() {
            put(40 + place + 10 * grain as u64, &[u64::from(*class)]);
        }
        put(70 + place, &[sight.table]);
        put(80 + place, &[sight.role]);
        put(90 + place, &[sight.given, sight.shape]);
    }
    let (before, after) = (near(-1), near(1));
    put(100, &[before.word, here.word]);
    put(101, &[here.word, after.word]);
    put(102, &[before.shape, here.shape, after.shape]);
    put(103, &[before.tag, here.shape]);
    put(104, &[here.shape, after.tag]);
    put(105, &[before.tag, here.tag, after.tag, here.shape]);
    put(106, &[here.form]);
    put(107, &[before.form, here.form]);
    put(108, &[here.form, after.form]);
    put(109, &[u64::from(before.classes[1]), u64::from(here.classes[1])]);
    put(110, &[u64::from(here.classes[1]), u64::from(after.classes[1])]);
    put(111, &[before.table, here.table]);
    put(112, &[here.table, after.table]);
    put(113, &[here.table, here.shape, here.given, here.tag]);
    put(114, &[before.role, here.shape, here.given]);
    put(115, &[before.role, here.table]);
    put(116, &[here.given, after.given, here.shape, after.shape]);
    put(117, &[before.given, here.given, before.shape, here.shape]);
    put(118, &[near(-2).word, before.word, here.shape]);
    put(119, &[here.shape, after.word, near(2).word]);
    put(120, &[before.word, here.shape]);
    put(121, &[here.shape, after.word]);
    put(122, &[u64::from(before.classes[0]), here.shape, u64::from(after.classes[0])]);
    put(123, &[u64::from(before.classes[2]), here.shape]);
    put(124, &[u64::from(after.classes[2]), here.shape]);
    let first = sights[..at].iter().all(|sight| sight.mark);
    put(125, &[u64::from(first), here.shape, here.tag]);
    for (nth, affix) in here.affixes.iter().enumerate().filter(|(_, affix)| **affix > 0) {
        put(130 + nth as u64, &[*affix]);
    }
    // Beginnings and endings of three letters of the neighbours.
    for (template, affix) in
        [(140, before.affixes[2]), (141, before.affixes[6]), (142, after.affixes[2]), (143, after.affixes[6])]
    {
        put(template, &[affix]);
    }
    if here.elsewhere > 0 {
        put(190, &[here.elsewhere]);
        put(191, &[here.elsewhere, here.shape, here.tag]);
        put(192, &[before.elsewhere, here.elsewhere]);
        put(193, &[here.elsewhere, after.elsewhere]);
    }
    if here.capital {
        run(sights, at, &mut put);
    }
    out
}

/// The run of capitals around a token: its ends, its length, what stands around it.
fn run(sights: &[Sight], at: usize, put: &mut impl FnMut(u64, &[u64])) {
    let from = (0..at).rev().take_while(|&i| sights[i].capital).last().unwrap_or(at);
    let end = (at + 1..sights.len()).take_while(|&i| sights[i].capital).last().unwrap_or(at) + 1;
    let none = Sight::default();
    let before = from.checked_sub(1).map_or(&none, |i| &sights[i]);
    let before2 = from.checked_sub(2).map_or(&none, |i| &sights[i]);
    let after = sights.get(end).unwrap_or(&none);
    let (first, last) = (&sights[from], &sights[end - 1]);
    let place = [(at - from).min(3) as u64, (end - 1 - at).min(3) as u64];
    let length = (end - from).min(5) as u64;
    put(200, &place);
    put(201, &[length, place[0], first.given, last.given]);
    put(202, &[before.word, place[0]]);
    put(203, &[after.word, place[1]]);
    put(204, &[first.word, place[0]]);
    put(205, &[last.word, place[1]]);
    put(206, &[before.role, place[0], length]);
    put(207, &[after.role, place[1], length]);
    put(208, &[u64::from(before.classes[1]), place[0]]);
    put(209, &[u64::from(after.classes[1]), place[1]]);
    put(210, &[before.tag, after.tag, length]);
    put(211, &[first.role, place[0]]);
    put(212, &[last.role, place[1]]);
    put(213, &[before2.word, before.word]);
    put(214, &[first.table, last.table, length]);
    put(215, &[first.shape, last.shape, length, first.tag, last.tag]);
    put(216, &[u64::from(first.classes[2]), place[0]]);
    put(217, &[u64::from(last.classes[2]), place[1]]);
    put(218, &[u64::from(before.classes[2]), u64::from(after.classes[2])]);
}

/// Hashes of the beginnings and endings of one to four letters, 0 where the word is shorter.
fn affixes(word: &str) -> [u64; 8] {
    let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).chain([word.len()]).collect();
    let mut out = [0; 8];
    for length in 1..=4.min(ends.len() - 1) {
        out[length - 1] = hash(&word[..ends[length]]);
        out[length + 3] = hash(&word[ends[ends.len() - 1 - length]..]);
    }
    out
}

/// How a word is written, runs of the same sort taken together: "McDonald" is "XxXx", "F-16" is "X-d".
fn form(word: &str) -> u64 {
    let mut last = ' ';
    let mut out = 0xcbf2_9ce4_8422_2325_u64;
    for c in word.chars() {
        let sort = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => 'd',
            c => c,
        };
        if sort != last {
            out = (out ^ u64::from(sort)).wrapping_mul(0x100_0000_01b3);
        }
        last = sort;
    }
    out
}

/// FNV-1a.
fn hash(word: &str) -> u64 {
    word.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3))
}

/// One number for a template and what fills it.
fn key(template: u64, parts: &[u64]) -> u32 {
    let mut out = template.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    for part in parts {
        out = (out ^ part).wrapping_mul(0xff51_afd7_ed55_8ccd);
        out ^= out >> 32;
    }
    out = (out ^ (out >> 29)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    (out >> 32) as u32
}
