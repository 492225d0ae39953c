//! Who is source and who is target, weighed: a log-linear ranking of everyone in reach of an event word.
//!
//! The rules ([`super::roles`]) propose, and what they propose is one sign among others; the ranking settles where they
//! reached too far or found nobody. Candidates compete under a softmax, one for source and one for target, and "nobody" is
//! a candidate too (argument identification as in Gildea, Jurafsky 2002; ranked as in Denis, Baldridge 2008). What speaks for
//! them stands in [`signs`] and, for what the rest of the text tells of them, in [`history`].

mod history;
mod signs;

use std::ops::Range;

use lang::Order;
use model::EntityKind;

use super::merge::Told;
use super::phrase::Phrase;
use super::reading::Reading;
use super::roles::{Guessed, befallen, push};
use super::subject::acts_before;
use crate::analysis::{Contender, Referent};
use history::History;
use signs::Word;
pub(super) use signs::{Say, form, neighbour, sort};

/// How many phrases on either side of an event word, within its sentence, may play a part.
const REACH: usize = 9;
/// How many other words for the same event lend their sentences.
const RETOLD: usize = 3;

/// How much likelier another pair must be than the rules' own.
const BETTER: f32 = 1.5;

/// The two sides that are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Source,
    Target,
}

/// Somebody who may play a part, or nobody.
#[derive(Clone, Debug)]
struct Candidate {
    /// Whom it means; empty for nobody.
    who: Vec<Referent>,
    /// The phrase that names them, if one does.
    phrase: Option<usize>,
    /// Which of the event's words they are near to.
    word: usize,
}

/// What the ranking asks about the text.
struct Ranking<'a, 'r> {
    reading: &'a Reading<'r>,
    speakers: &'a [Option<Referent>],
    history: History,
}

/// Settles who is source and target of every event.
pub(super) fn ranked(reading: &Reading<'_>, mut told: Vec<Told>, speakers: &[Option<Referent>]) -> Vec<Told> {
    if !reading.context.arguments.is_empty() {
        let ranking = Ranking::new(reading, &told, speakers);
        for told in &mut told {
            ranking.settle(told);
        }
    }
    told
}

/// For each event all who might be its source or target, with their signs, for fitting the weights; the rules' own are among them.
pub(super) fn contenders(
    reading: &Reading<'_>,
    told: &[Told],
    speakers: &[Option<Referent>],
) -> Vec<Vec<Contender>> {
    let ranking = Ranking::new(reading, told, speakers);
    told.iter().map(|told| ranking.contenders(told)).collect()
}

impl<'a, 'r> Ranking<'a, 'r> {
    fn new(reading: &'a Reading<'r>, told: &[Told], speakers: &'a [Option<Referent>]) -> Self {
        Self { reading, speakers, history: History::new(reading, told) }
    }

    fn contenders(&self, told: &Told) -> Vec<Contender> {
        let words = self.words(told);
        let mentions = &self.reading.actors.mentions;
        let first = |who: &Referent| mentions.iter().find(|found| found.referent == *who);
        let mut out = Vec::new();
        for side in [Side::Source, Side::Target] {
            for candidate in self.candidates(told, &words, side) {
                let mut signs = Vec::new();
                self.signs(told, &words, side, &candidate, &mut |sign| signs.push(sign.join("|")));
                let who = candidate.who.iter().filter_map(first).map(|found| found.mention.span).collect();
                out.push(Contender { target: side == Side::Target, who, signs });
            }
        }
        out
    }

    /// The likeliest pair in which nobody stands on both sides.
    fn settle(&self, told: &mut Told) {
        let words = self.words(told);
        let [(sources, source), (targets, target)] = [Side::Source, Side::Target].map(|side| {
            let candidates = self.candidates(told, &words, side);
            let likely = self.likely(told, &words, side, &candidates);
            (candidates, likely)
        });
        let trigger = &self.reading.triggers[told.trigger];
        let directed = !trigger.sense.kind.is_symmetric();
        // A place is what people talk of or where they meet, not with whom.
        let somewhere = |who: &[Referent], ruled: &[Referent]| {
            trigger.sense.frame.name == "with"
                && self.reading.context.pack.order == Order::HeadFirst
                && who != ruled
                && !who.is_empty()
                && who.iter().all(|who| self.reading.kind(*who) == EntityKind::Place)
        };
        // Where the rules find nobody, nobody may have taken part: "Gempa mengguncang dini hari".
        let found = !told.roles.is_empty();
        let mut best: Option<(f32, usize, usize)> = None;
        // How likely the rules' own pair is.
        let mut ruled = 0.0;
        for (s, p) in source.iter().enumerate() {
            for (t, q) in target.iter().enumerate() {
                let (a, b) = (&sources[s].who, &targets[t].who);
                let both = a.iter().any(|who| b.contains(who)) || found && a.is_empty() && b.is_empty();
                // Who did it to whom may be found anew, not turned round.
                let turned = directed
                    && (a.iter().any(|who| told.roles.targets.contains(who))
                        || b.iter().any(|who| told.roles.sources.contains(who)));
                // "Kami mengecam," kata presiden Chad: nobody speaks for a state against himself.
                let own = directed && self.of_one_side(a, b);
                let place = somewhere(a, &told.roles.sources) || somewhere(b, &told.roles.targets);
                if !both && !turned && !own && !place && best.is_none_or(|(most, ..)| p * q > most) {
                    best = Some((p * q, s, t));
                }
                if *a == told.roles.sources && *b == told.roles.targets {
                    ruled = p * q;
                }
            }
        }
        // Two sides that the rules told apart ("antara Thailand dan Kamboja") stay apart.
        let apart = !directed && !told.roles.sources.is_empty() && !told.roles.targets.is_empty();
        let roles = &mut told.roles;
        roles.odds = ruled;
        let Some((odds, s, t)) =
            best.filter(|(odds, ..)| !apart && *odds >= ruled * if found { BETTER } else { 1.0 })
        else {
            return;
        };
        roles.odds = odds;
        roles.sought = !found;
        let (source, target) = (&sources[s], &targets[t]);
        roles.guessed = match roles.guessed {
            Some(Guessed::Source) if source.who != roles.sources => None,
            Some(Guessed::Target) if target.who != roles.targets => None,
            guessed => guessed,
        };
        roles.phrases.extend(source.phrase.iter().chain(&target.phrase));
        roles.sources.clone_from(&source.who);
        roles.targets.clone_from(&target.who);
        super::roles::settle(self.reading, trigger, roles);
        if told.others.is_empty() {
            told.status.vouched(trigger, &told.roles);
        }
    }

    /// Whether one list names the state and the other a person who belongs to it.
    fn of_one_side(&self, a: &[Referent], b: &[Referent]) -> bool {
        let serves = |who: Referent, state: Referent| {
            self.reading.kind(who) == EntityKind::Person && self.reading.state_of(who) == Some(state)
        };
        a.iter().any(|x| b.iter().any(|y| serves(*x, *y) || serves(*y, *x)))
    }

    /// The probability of each candidate, by a softmax over the sums of its signs' weights; what means the same is counted together.
    fn likely(&self, told: &Told, words: &[Word], side: Side, candidates: &[Candidate]) -> Vec<f32> {
        let arguments = self.reading.context.arguments;
        let mut powers: Vec<f32> = candidates
            .iter()
            .map(|candidate| {
                let mut score = 0.0;
                self.signs(told, words, side, candidate, &mut |sign| {
                    let [source, target] = arguments.worth(sign);
                    score += match side {
                        Side::Source => source,
                        Side::Target => target,
                    };
                });
                score
            })
            .collect();
        let most = powers.iter().copied().fold(f32::MIN, f32::max);
        for power in &mut powers {
            *power = libm::expf(*power - most);
        }
        let all: f32 = powers.iter().sum();
        let alike = |candidate: &Candidate| {
            let same = candidates.iter().zip(&powers).filter(|(other, _)| other.who == candidate.who);
            same.map(|(_, power)| power / all).sum()
        };
        candidates.iter().map(alike).collect()
    }

    /// The words that tell the event, its own first.
    fn words(&self, told: &Told) -> Vec<Word> {
        let words = std::iter::once(told.trigger).chain(told.others.iter().copied().take(RETOLD));
        words.map(|nth| Word::new(self.reading, nth)).collect()
    }

    /// Everyone in reach of an event: nobody, whom the rules chose for this side, the phrases of its sentences, its speaker, whom
    /// the sentences around mention and those the text is about.
    fn candidates(&self, told: &Told, words: &[Word], side: Side) -> Vec<Candidate> {
        let roles = &told.roles;
        let chosen = match side {
            Side::Source => &roles.sources,
            Side::Target => &roles.targets,
        };
        let mut out = vec![Candidate { who: Vec::new(), phrase: None, word: 0 }];
        let mut own = chosen.is_empty();
        let mut seen: Vec<usize> = Vec::new();
        let mut barred: Vec<Referent> = Vec::new();
        for (word, event) in words.iter().enumerate() {
            for at in event.near(self.reading) {
                let phrase = &self.reading.phrases[at];
                let who = meant(self.reading, phrase);
                if who.is_empty() || seen.contains(&at) || self.reading.triggers[event.nth].gives(phrase) {
                    continue;
                }
                seen.push(at);
                // "Kelompok yang didukung Iran mengancam": Iran supports, and threatens nobody.
                let verb = self.reading.triggers[event.nth].first;
                if side == Side::Source && acts_before(self.reading, phrase, verb) {
                    barred.extend(who);
                    continue;
                }
                // "demanded that Reis be released" does not ask her.
                if side == Side::Target && befallen(self.reading, &self.reading.triggers[event.nth], phrase) {
                    barred.extend(who);
                    continue;
                }
                if !own && roles.phrases.contains(&at) && who.iter().any(|who| chosen.contains(who)) {
                    own = true;
                    out.push(Candidate { who: chosen.clone(), phrase: Some(at), word });
                } else {
                    out.push(Candidate { who, phrase: Some(at), word });
                }
            }
        }
        if !own {
            out.push(Candidate { who: chosen.clone(), phrase: None, word: 0 });
        }
        let speaker = self.speakers[self.reading.triggers[told.trigger].first];
        if let Some(speaker) = speaker.filter(|speaker| !out.iter().any(|other| other.who.contains(speaker)))
        {
            out.push(Candidate { who: vec![speaker], phrase: None, word: 0 });
        }
        for who in self.history.around(self.reading.triggers[told.trigger].sentence(self.reading)) {
            if !barred.contains(&who) && !out.iter().any(|other| other.who.contains(&who)) {
                out.push(Candidate { who: vec![who], phrase: None, word: 0 });
            }
        }
        out
    }
}

impl Word {
    /// The phrases of its sentence that are in reach.
    fn near(&self, reading: &Reading<'_>) -> Range<usize> {
        let here = reading.phrases.partition_point(|phrase| phrase.first < reading.triggers[self.nth].first);
        self.phrases.start.max(here.saturating_sub(REACH))..self.phrases.end.min(here + REACH)
    }
}

/// Whom a phrase means: for a capital that acts, its state.
fn meant(reading: &Reading<'_>, phrase: &Phrase) -> Vec<Referent> {
    let mut out = Vec::new();
    for member in &phrase.members {
        let place = reading.kind(member.referent) == EntityKind::Place;
        push(&mut out, member.acts_as.filter(|_| place).unwrap_or(member.referent));
    }
    out
}
