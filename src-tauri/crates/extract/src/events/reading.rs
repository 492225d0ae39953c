//! What the stage knows about every token before it reads roles: cues, event words, actors. Built once, then only asked.

use std::collections::BTreeMap;

use lang::happen::{Cues, Happen, Part, Sense};
use lang::{Order, Shape, Tag, Token};
use model::{Country, EntityKind, MentionKind, PartialDate};

use super::between;
use super::kinds;
use super::phrase::{self, Phrase};
use super::trigger::{self, Trigger};
use super::when::{self, Moment};
use crate::analysis::{Actors, Context, Referent, SentenceKind, Tagged};

/// The frames of words that make what somebody says a demand of their subject or a reproach to it: "harus", "has failed to".
const OF_SPEAKER: [&str; 2] = ["demand", "blame"];

/// Whether the speaker is the source of what a word tells, and its subject the target.
pub(super) fn of_speaker(sense: &Sense) -> bool {
    OF_SPEAKER.contains(&sense.frame.name)
}

/// A text as the events stage sees it.
pub(super) struct Reading<'a> {
    pub(super) tagged: &'a Tagged,
    pub(super) actors: &'a Actors,
    pub(super) context: &'a Context<'a>,
    pub(super) happen: &'static Happen,
    /// What each token does as a small word.
    pub(super) cues: Vec<Cues>,
    /// Tokens inside a proper name or pronoun.
    pub(super) named: Vec<bool>,
    /// Tokens inside a description, where modifiers stand before their head: "asylum seekers" is no asylum.
    pub(super) described: Vec<bool>,
    /// Event words in text order, and behind them, in text order too, words that only may be ones ([`trigger::faint`]).
    pub(super) triggers: Vec<Trigger>,
    /// How many of them are event words.
    plain: usize,
    /// For each event word, how many of its stem and type the text has.
    pub(super) often: Vec<usize>,
    /// The event word that covers a token.
    pub(super) trigger_at: Vec<Option<usize>>,
    /// Actor phrases in text order.
    pub(super) phrases: Vec<Phrase>,
    /// The phrase that covers a token.
    pub(super) phrase_at: Vec<Option<usize>>,
    /// The day of publication, or the month that the text lets one guess.
    pub(super) today: Option<PartialDate>,
    /// The other end of a bracket.
    pub(super) brackets: Vec<Option<usize>>,
    /// Tokens that only say when.
    pub(super) timed: Vec<bool>,
    /// The times of the text, in order.
    pub(super) moments: Vec<Moment>,
    states: BTreeMap<Country, Referent>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(tagged: &'a Tagged, actors: &'a Actors, context: &'a Context<'a>) -> Self {
        let count = tagged.tokens.len();
        let mut states = BTreeMap::new();
        for (at, draft) in actors.referents.iter().enumerate() {
            if let (EntityKind::Country, Some(country)) = (draft.kind, draft.country) {
                states.entry(country).or_insert(at);
            }
        }
        let mut named = vec![false; count];
        for found in actors.mentions.iter().filter(|found| found.mention.kind != MentionKind::Nominal) {
            named.get_mut(found.first..found.end.min(count)).unwrap_or_default().fill(true);
        }
        let mut described = vec![false; count];
        if context.pack.order == Order::HeadLast {
            for found in actors.mentions.iter().filter(|found| found.mention.kind == MentionKind::Nominal) {
                described.get_mut(found.first..found.end.min(count)).unwrap_or_default().fill(true);
            }
        }
        let mut reading = Self {
            tagged,
            actors,
            context,
            happen: (context.pack.happen)(),
            cues: Vec::new(),
            named,
            described,
            triggers: Vec::new(),
            plain: 0,
            often: Vec::new(),
            trigger_at: vec![None; count],
            phrases: Vec::new(),
            phrase_at: vec![None; count],
            today: None,
            brackets: Vec::new(),
            timed: vec![false; count],
            moments: Vec::new(),
            states,
        };
        reading.today = when::anchor(&reading);
        reading.brackets = between::brackets(&reading);
        reading.cues = reading.read_cues();
        reading.triggers = trigger::triggers(&reading);
        for (nth, trigger) in reading.triggers.iter().enumerate() {
            // "Chad harus mundur": what demands stands before the verb and hides none.
            if !of_speaker(&trigger.sense) {
                reading.trigger_at[trigger.first..trigger.end].fill(Some(nth));
            }
        }
        reading.phrases = phrase::phrases(&reading);
        for (nth, phrase) in reading.phrases.iter().enumerate() {
            reading.phrase_at[phrase.first..phrase.end].fill(Some(nth));
        }
        reading.moments = when::moments(&reading);
        reading.timed = between::timed(&reading, &reading.moments);
        reading.plain = reading.triggers.len();
        let faint = trigger::faint(&reading);
        reading.triggers.extend(faint);
        let kinds = kinds::kinds(&reading);
        for (trigger, kind) in reading.triggers.iter_mut().zip(kinds) {
            if trigger.sense.kind != kind {
                (trigger.sense.kind, trigger.sense.mode) = (kind, None);
            }
        }
        let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
        let key = |trigger: &Trigger| (trigger.sense.stem, trigger.sense.kind.code());
        for trigger in &reading.triggers {
            *counts.entry(key(trigger)).or_default() += 1;
        }
        reading.often = reading.triggers.iter().map(|trigger| counts[&key(trigger)]).collect();
        reading
    }

    /// The event words that rules look at, in text order.
    pub(super) fn plain(&self) -> &[Trigger] {
        &self.triggers[..self.plain]
    }

    /// Whether a word only may tell an event.
    pub(super) fn is_faint(&self, nth: usize) -> bool {
        nth >= self.plain
    }

    /// Longest phrases first; a phrase marks all its tokens.
    fn read_cues(&self) -> Vec<Cues> {
        let mut out = vec![Cues::default(); self.tagged.tokens.len()];
        for sentence in &self.tagged.sentences {
            let mut at = sentence.first;
            while at < sentence.end {
                let word = |i: usize| (at + i < sentence.end).then(|| &*self.tagged.tokens[at + i].lower);
                match self.happen.cues.longest(word).filter(|_| !self.named[at]) {
                    Some((length, cues)) => {
                        out[at..at + length].fill(*cues);
                        at += length;
                        // "secara pribadi menyampaikan": the manner stands between subject and verb.
                        if cues.manner && at < sentence.end && !self.named[at] && !self.punct(at) {
                            out[at].skip = true;
                            at += 1;
                        }
                    }
                    None => at += 1,
                }
            }
        }
        out
    }

    pub(super) fn token(&self, at: usize) -> &Token {
        &self.tagged.tokens[at]
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        &self.tagged.tokens[at].lower
    }

    /// The first token of the sentence that `at` stands in, and one past its last.
    pub(super) fn bounds(&self, at: usize) -> (usize, usize) {
        let sentence = &self.tagged.sentences[self.token(at).sentence as usize];
        (sentence.first, sentence.end)
    }

    pub(super) fn headline(&self, at: usize) -> bool {
        self.tagged.sentences[self.token(at).sentence as usize].kind == SentenceKind::Headline
    }

    /// A word that may stand between a subject and its verb: auxiliaries, negations, adverbs.
    pub(super) fn transparent(&self, at: usize) -> bool {
        let cues = self.cues[at];
        if self.trigger_at[at].is_some() || self.phrase_at[at].is_some() {
            return false;
        }
        (cues.skip
            || cues.neg
            || cues.plan
            || cues.backshift
            || cues.done
            || (cues.hyp || cues.call) && !cues.sub && !cues.prep)
            && !cues.say
            || matches!(self.token(at).tag, Tag::Aux | Tag::Adv | Tag::Part | Tag::Det)
                && !cues.prep
                && !cues.sub
                && !cues.coord
                && !cues.rel
    }

    /// Whether a full verb stands here.
    pub(super) fn verb(&self, at: usize) -> bool {
        if let Some(trigger) = self.trigger_at[at] {
            return self.triggers[trigger].part == Part::Verb && self.triggers[trigger].first == at;
        }
        let cues = self.cues[at];
        self.phrase_at[at].is_none()
            && !self.named[at]
            && (cues.say
                || self.token(at).tag == Tag::Verb
                    && !(cues.prep || cues.sub || cues.comp || cues.quote || self.transparent(at)))
    }

    /// Whether a pronoun is written onto the word before: "kata[nya]", "dicopot[nya]".
    pub(super) fn clitic(&self, at: usize) -> bool {
        let Some(token) = self.tagged.tokens.get(at) else { return false };
        let before = at.checked_sub(1).map(|before| self.token(before));
        token.tag == Tag::Pron
            && before
                .is_some_and(|before| before.span.end() == token.span.start() && before.shape != Shape::Punct)
    }

    /// Where the bracket that closes at this token opens.
    pub(super) fn opened(&self, at: usize) -> Option<usize> {
        self.brackets[at].filter(|open| *open < at)
    }

    /// Where the bracket that opens at this token closes.
    pub(super) fn closed(&self, at: usize) -> Option<usize> {
        self.brackets.get(at).copied().flatten().filter(|close| *close > at)
    }

    /// Where a walk back goes on that does not look at this token: before what stands in brackets, before a time.
    pub(super) fn passed(&self, at: usize) -> Option<usize> {
        self.opened(at).or_else(|| self.timed[at].then_some(at))
    }

    pub(super) fn punct(&self, at: usize) -> bool {
        self.token(at).shape == Shape::Punct
    }

    pub(super) fn comma(&self, at: usize) -> bool {
        self.lower(at) == ","
    }

    /// A quotation mark around one or two words: hailed the "historic" deal.
    fn scare(&self, at: usize) -> bool {
        let mark = |at: usize| matches!(self.lower(at), "\"" | "“" | "”");
        if self.context.pack.order == Order::HeadFirst || !mark(at) {
            return false;
        }
        let (start, stop) = self.bounds(at);
        let plain = |at: usize| !self.punct(at) && !self.cues[at].say && !self.cues[at].quote;
        let opens = (start..at).filter(|before| mark(*before)).count() % 2 == 0;
        let near = |gap: usize| {
            if opens {
                at + gap < stop && mark(at + gap) && (at + 1..at + gap).all(plain)
            } else {
                at >= start + gap && mark(at - gap) && (at - gap + 1..at).all(plain)
            }
        };
        near(2) || near(3)
    }

    /// Marks that no clause reaches across.
    pub(super) fn wall(&self, at: usize) -> bool {
        if self.token(at).shape != Shape::Punct || self.scare(at) {
            return false;
        }
        matches!(
            self.lower(at),
            "\"" | "“"
                | "”"
                | ";"
                | ":"
                | "."
                | "?"
                | "!"
                | "…"
                | "("
                | ")"
                | "["
                | "]"
                | "--"
                | "—"
                | "–"
                | "«"
                | "»"
        )
    }

    /// Whether a phrase only says whose the noun behind it is: "Russia's" war, "his" comrades. Never where nouns stand before their owner.
    pub(super) fn owns_next(&self, phrase: &Phrase) -> bool {
        let (_, stop) = self.bounds(phrase.first);
        if self.context.pack.order == Order::HeadFirst || phrase.end >= stop {
            return false;
        }
        let next = self.token(phrase.end);
        let pronoun = phrase.end == phrase.first + 1
            && phrase.members.iter().all(|member| member.kind == MentionKind::Pronoun);
        next.shape == Shape::Clitic && next.tag == Tag::Part
            || pronoun && matches!(next.tag, Tag::Noun | Tag::Adj | Tag::Num | Tag::Propn)
    }

    /// Whether a phrase before an event noun names people who suffer it rather than a state or body that does it: "his arrest".
    pub(super) fn suffers(&self, phrase: usize) -> bool {
        self.phrases[phrase].members.iter().all(|member| {
            matches!(self.kind(member.referent), EntityKind::Person | EntityKind::Group | EntityKind::Other)
        })
    }

    pub(super) fn kind(&self, referent: Referent) -> EntityKind {
        self.actors.referents[referent].kind
    }

    /// The state that a thing, a body or a people belongs to, where the text names it.
    pub(super) fn state_of(&self, referent: Referent) -> Option<Referent> {
        let draft = self.actors.referents.get(referent)?;
        self.states.get(&draft.country?).copied().filter(|state| *state != referent)
    }
}
