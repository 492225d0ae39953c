//! Names once the trained tagger was heard: cut where it sees somebody's name begin or end, dropped where it sees
//! nothing that acts, added where it is sure of one that the rules step over.
//!
//! It is heard only about names that no table knows and whose kind their own words and neighbours leave open, and only
//! in sentences where capitals mean something.

use std::collections::BTreeSet;

use lang::names::{Evidence, Kind};
use lang::{Shape, Tag};
use model::EntityKind;

use super::is_caplike;
use super::names::Name;
use crate::analysis::{Context, Tagged};
use crate::world;

/// What the rules are at most sure of where the tagger is asked.
const UNSURE: f32 = 0.6;
/// How sure the tagger must be of a name inside a longer one to cut that one.
const CUT: f32 = 0.7;
/// How sure it must be of a name that the rules have not.
const MISSED: f32 = 0.8;
/// What it takes at most for part of a name where it sees none.
const NOTHING: f32 = 0.1;
/// How sure a name's kind is that comes from the tagger alone.
const SURE: f32 = 0.6;

/// What the tagger says of the article; `None` where the rules leave nothing open, or the language has no tagger.
pub(crate) fn evidence(tagged: &Tagged, names: &[Name], context: &Context<'_>) -> Option<Evidence> {
    let sentences = tagged.sentences.iter().map(|sentence| (sentence.first, sentence.end));
    let asked = lang::names::tagger(context.pack.language).is_some() && names.iter().any(unsure);
    asked.then(|| Evidence::of(context.text, &tagged.tokens, sentences, context.pack))
}

/// Whether the rules leave open what a name is.
pub(crate) fn unsure(name: &Name) -> bool {
    plain(name) && (name.guess.is_none() || name.sure <= UNSURE)
}

/// The kind of actor that the tagger means.
pub(crate) fn entity(kind: Kind) -> EntityKind {
    match kind {
        Kind::Person => EntityKind::Person,
        Kind::Organization => EntityKind::Organization,
        Kind::Place => EntityKind::Place,
    }
}

/// The names, in order, after the tagger was heard.
pub(crate) fn heard(
    names: Vec<Name>,
    evidence: &Evidence,
    tagged: &Tagged,
    context: &Context<'_>,
) -> Vec<Name> {
    let hearing = Hearing { evidence, tagged, context, spans: evidence.names() };
    let nothing = hearing.nothing(&names);
    let mut out: Vec<Name> = hearing.missed(&names);
    let mut place: Vec<Option<usize>> = Vec::with_capacity(names.len());
    let linked: BTreeSet<usize> = names
        .iter()
        .enumerate()
        .filter_map(|(at, name)| name.short_for.map(|long| [at, long]))
        .flatten()
        .collect();
    for (at, name) in names.into_iter().enumerate() {
        place.push((!nothing[at]).then_some(out.len()));
        if nothing[at] {
            continue;
        }
        let parts = if linked.contains(&at) { None } else { hearing.cut(&name) };
        out.extend(parts.unwrap_or_else(|| vec![name]));
    }
    let mut order: Vec<usize> = (0..out.len()).collect();
    order.sort_by_key(|&at| (out[at].first, std::cmp::Reverse(out[at].end)));
    let mut seats = vec![0; out.len()];
    for (seat, &at) in order.iter().enumerate() {
        seats[at] = seat;
    }
    order
        .iter()
        .map(|&at| {
            let mut name = out[at].clone();
            name.short_for = name.short_for.and_then(|long| place[long]).map(|long| seats[long]);
            name
        })
        .collect()
}

fn plain(name: &Name) -> bool {
    name.known.is_none() && name.rule == "name.shape"
}

/// A name that the tagger finds: tokens and kind.
type Found = (usize, usize, Kind);

struct Hearing<'a> {
    evidence: &'a Evidence,
    tagged: &'a Tagged,
    context: &'a Context<'a>,
    spans: Vec<Found>,
}

impl Hearing<'_> {
    /// How sure the tagger is that these tokens are a name of the kind that it takes them for.
    fn sure(&self, (first, end, _): Found) -> f32 {
        self.evidence.hint(first, end).map_or(0.0, |hint| hint.sure * hint.name)
    }

    fn text(&self, first: usize, end: usize) -> &str {
        self.tagged.tokens[first].span.cover(self.tagged.tokens[end - 1].span).of(self.context.text)
    }

    fn title_case(&self, at: usize) -> bool {
        self.tagged.sentences[self.tagged.tokens[at].sentence as usize].title_case
    }

    /// For each name whether the tagger sees no name there, nor wherever else it is written, nor in the letters that
    /// stand for it: "Anggaran Dasar", "THR". What speaks or is followed by a verb is an actor all the same.
    fn nothing(&self, names: &[Name]) -> Vec<bool> {
        let terms = self.context.pack.words();
        let tokens = &self.tagged.tokens;
        let speech = |at: usize| tokens.get(at).is_some_and(|t| terms.speech.contains(&*t.lower));
        let mut out: Vec<bool> = names
            .iter()
            .map(|name| {
                let acts = speech(name.end)
                    || tokens.get(name.end).is_some_and(|t| t.tag == Tag::Verb)
                    || name.first.checked_sub(1).is_some_and(speech);
                unsure(name)
                    && !acts
                    && !name.titled
                    && !self.title_case(name.first)
                    && name.guess != Some(EntityKind::Person)
                    && self.evidence.hint(name.first, name.end).is_some_and(|hint| hint.name < NOTHING)
            })
            .collect();
        for _ in 0..2 {
            let kept: BTreeSet<&str> = (0..names.len())
                .filter(|&at| !out[at])
                .map(|at| self.text(names[at].first, names[at].end))
                .collect();
            for (at, name) in names.iter().enumerate() {
                out[at] = out[at] && !kept.contains(self.text(name.first, name.end));
            }
            for (at, name) in names.iter().enumerate() {
                if let Some(long) = name.short_for.filter(|long| out[at] != out[*long]) {
                    (out[at], out[long]) = (false, false);
                }
            }
        }
        out
    }

    /// The parts of a name in which the tagger sees somebody's name begin late ("Mbakyu Rina Sari") or another begin
    /// behind the first; what it takes for no name falls away.
    fn cut(&self, name: &Name) -> Option<Vec<Name>> {
        if !plain(name) || name.nested || self.title_case(name.first) {
            return None;
        }
        let part = |(first, end, kind): Found| Name {
            first,
            end,
            guess: Some(entity(kind)),
            sure: SURE,
            titled: false,
            ..name.clone()
        };
        let late = |span: &&Found| span.0 > name.first && span.1 == name.end && span.2 == Kind::Person;
        let person = *self.spans.iter().find(late).filter(|span| self.sure(**span) >= CUT)?;
        let before = self.spans.iter().find(|span| span.0 >= name.first && span.1 == person.0);
        let mut rest = part(person);
        rest.sure = name.sure.max(CUT);
        rest.titled = name.titled;
        Some(before.map(|span| part(*span)).into_iter().chain([rest]).collect())
    }

    /// Names that the rules step over and the tagger is sure of.
    fn missed(&self, names: &[Name]) -> Vec<Name> {
        let tokens = &self.tagged.tokens;
        let written = |&(first, end, _): &Found| {
            is_caplike(&tokens[first])
                && (first..end).all(|at| is_caplike(&tokens[at]) || tokens[at].shape == Shape::Lower)
        };
        self.spans
            .iter()
            .filter(|span| written(span) && !self.title_case(span.0) && self.sure(**span) >= MISSED)
            .filter(|(first, end, _)| names.iter().all(|name| name.end <= *first || *end <= name.first))
            .map(|&(first, end, kind)| {
                Name::new(first, end, Some(entity(kind)), SURE, "name.shape")
                    .with(world::known(self.text(first, end)))
            })
            .collect()
    }
}
