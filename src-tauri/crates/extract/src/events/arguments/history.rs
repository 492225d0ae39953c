//! What the rest of the text tells of somebody: how much it is about them, where it last spoke of them, what they did elsewhere,
//! to whom, and what was done to them.

use std::cmp::Reverse;

use super::Side;
use super::signs::Say;
use crate::analysis::{Referent, SentenceKind};
use crate::events::merge::Told;
use crate::events::reading::Reading;

/// How many sentences around an event lend those they mention.
const AROUND: u32 = 3;
/// How many of those mentioned most are in reach of every event.
const TOPICS: usize = 5;
/// How many events on either side are looked at; keeps long texts linear.
const MEMORY: usize = 60;

/// The mentions and dealings of a text, as the rules read them.
pub(super) struct History {
    people: Vec<Person>,
    /// Those mentioned most and more than once, the most first.
    topics: Vec<Referent>,
    /// Whom each sentence of the article mentions.
    sentences: Vec<Vec<Referent>>,
    dealings: Vec<Dealing>,
    /// Where the dealing of an event word stands among them.
    places: Vec<Option<usize>>,
}

/// What the text has of a referent.
#[derive(Clone, Debug, Default)]
struct Person {
    mentions: usize,
    /// The place by mentions.
    rank: usize,
    /// Those that mention them, in order.
    sentences: Vec<u32>,
    /// In how many events they are source, and target.
    does: usize,
    suffers: usize,
}

/// An event as the rules read it.
#[derive(Debug)]
struct Dealing {
    trigger: usize,
    sentence: u32,
    sources: Vec<Referent>,
    targets: Vec<Referent>,
}

/// Somebody who may play a part in an event.
pub(super) struct Case<'c> {
    /// The event's word.
    pub(super) event: usize,
    pub(super) side: Side,
    pub(super) who: Referent,
    /// Whom the rules chose for the other side.
    pub(super) opposite: &'c [Referent],
    /// Whether a phrase beside the event's words names them.
    pub(super) inside: &'static str,
    pub(super) form: &'static str,
    pub(super) sort: &'static str,
}

impl History {
    pub(super) fn new(reading: &Reading<'_>, told: &[Told]) -> Self {
        let mut people = vec![Person::default(); reading.actors.referents.len()];
        let mut sentences = vec![Vec::new(); reading.tagged.sentences.len()];
        for found in &reading.actors.mentions {
            let person = &mut people[found.referent];
            let sentence = reading.token(found.first).sentence;
            person.mentions += 1;
            person.sentences.push(sentence);
            // "JAKARTA, WARTA.com -": who writes, and where, takes no part by being near.
            if reading.tagged.sentences[sentence as usize].kind != SentenceKind::Furniture {
                sentences[sentence as usize].push(found.referent);
            }
        }
        let mut order: Vec<Referent> = (0..people.len()).collect();
        order.sort_by_key(|who| (Reverse(people[*who].mentions), *who));
        for (place, who) in order.iter().enumerate() {
            people[*who].rank = place;
        }
        let topics = order.into_iter().take(TOPICS).filter(|who| people[*who].mentions > 1).collect();
        let mut places = vec![None; reading.triggers.len()];
        let mut dealings = Vec::with_capacity(told.len());
        for told in told {
            places[told.trigger] = Some(dealings.len());
            if reading.is_faint(told.trigger) {
                continue;
            }
            let (sources, targets) = (told.roles.sources.clone(), told.roles.targets.clone());
            for who in &sources {
                people[*who].does += 1;
            }
            for who in &targets {
                people[*who].suffers += 1;
            }
            let sentence = reading.triggers[told.trigger].sentence(reading);
            dealings.push(Dealing { trigger: told.trigger, sentence, sources, targets });
        }
        Self { people, topics, sentences, dealings, places }
    }

    /// How often somebody is mentioned.
    pub(super) fn mentions(&self, who: Referent) -> usize {
        self.people[who].mentions
    }

    /// Whom the sentences around one mention, and those the text is about; in the order of the referents.
    pub(super) fn around(&self, sentence: u32) -> Vec<Referent> {
        let last = (sentence + AROUND + 1).min(self.sentences.len() as u32);
        let near = &self.sentences[sentence.saturating_sub(AROUND) as usize..last as usize];
        let mut out: Vec<Referent> = near.iter().flatten().chain(&self.topics).copied().collect();
        out.sort_unstable();
        out.dedup();
        out
    }

    pub(super) fn signs(&self, reading: &Reading<'_>, case: &Case<'_>, say: &mut Say<'_>) {
        let &Case { inside, form, sort, .. } = case;
        let trigger = &reading.triggers[case.event];
        let kind = trigger.sense.kind.code();
        let here = trigger.sentence(reading);
        let person = &self.people[case.who];
        let rank = match person.rank {
            0 => "1",
            1 => "2",
            2 => "3",
            3 | 4 => "5",
            5..=9 => "10",
            _ => "more",
        };
        say(&["rank", rank, inside]);
        say(&["rank", rank, inside, kind]);
        let gap = gap(&person.sentences, here);
        say(&["sentences", gap, form]);
        say(&["sentences", gap, kind]);
        say(&["sentences", gap, sort, inside]);
        let opens = if person.sentences.first().is_some_and(|at| *at <= 1) { "yes" } else { "no" };
        say(&["opening", opens, inside, kind]);
        self.dealt(reading, case, here, kind, say);
        let (own, struck) = self.places[case.event].map_or((false, false), |at| {
            let own = self.dealings.get(at).filter(|dealing| dealing.trigger == case.event);
            own.map_or((false, false), |dealing| {
                (dealing.sources.contains(&case.who), dealing.targets.contains(&case.who))
            })
        });
        let share = match (person.does - usize::from(own), person.suffers - usize::from(struck)) {
            (0, 0) => "none",
            (_, 0) => "does",
            (0, _) => "suffers",
            (does, suffers) if does > suffers => "more does",
            _ => "more suffers",
        };
        say(&["share", share, inside]);
        say(&["share", share, kind]);
    }

    /// What they did in the events told nearby and what was done to them, and whether they deal with whom the rules see on the other side.
    fn dealt(&self, reading: &Reading<'_>, case: &Case<'_>, here: u32, kind: &str, say: &mut Say<'_>) {
        let own = &reading.triggers[case.event];
        let at = self.places[case.event].unwrap_or(0);
        let mut seen: Vec<(&str, &str, &str)> = Vec::new();
        let mut deals: Vec<(&str, &str)> = Vec::new();
        let near = at.saturating_sub(MEMORY)..self.dealings.len().min(at + MEMORY);
        for dealing in self.dealings[near].iter().filter(|dealing| dealing.trigger != case.event) {
            let (does, suffers) = (dealing.sources.contains(&case.who), dealing.targets.contains(&case.who));
            if !does && !suffers {
                continue;
            }
            let their = &reading.triggers[dealing.trigger];
            let alike = if their.sense.stem == own.sense.stem {
                "stem"
            } else if their.sense.kind == own.sense.kind {
                "kind"
            } else {
                "else"
            };
            let far = match dealing.sentence.abs_diff(here) {
                0 => "here",
                1 | 2 => "near",
                3..=6 => "around",
                _ => "far",
            };
            for (_, what) in [(does, "does"), (suffers, "suffers")].into_iter().filter(|(is, _)| *is) {
                if !seen.contains(&(what, alike, far)) {
                    seen.push((what, alike, far));
                    say(&[what, alike, far, case.inside]);
                    say(&[what, alike, far, kind]);
                }
            }
            let (so, back) = match case.side {
                Side::Source => (does, suffers),
                Side::Target => (suffers, does),
            };
            let (with, against) = match case.side {
                Side::Source => (&dealing.targets, &dealing.sources),
                Side::Target => (&dealing.sources, &dealing.targets),
            };
            for (is, others, way) in [(so, with, "so"), (back, against, "back")] {
                let met = is && others.iter().any(|who| case.opposite.contains(who));
                if met && !deals.contains(&(way, alike)) {
                    deals.push((way, alike));
                    say(&["deals", way, alike, case.inside]);
                    say(&["deals", way, kind]);
                }
            }
        }
        if deals.is_empty() && !case.opposite.is_empty() {
            say(&["deals", "never", case.inside]);
        }
    }
}

/// How many sentences away somebody is mentioned nearest, the earlier first: behind the event's without a sign, before it with one.
fn gap(sentences: &[u32], here: u32) -> &'static str {
    let behind = sentences.partition_point(|at| *at < here);
    let before = behind.checked_sub(1).map(|at| here - sentences[at]);
    let behind = sentences.get(behind).map(|at| at - here);
    match (before, behind) {
        (_, Some(0)) => "0",
        (Some(before), behind) if behind.is_none_or(|behind| before <= behind) => match before {
            1 => "-1",
            2 => "-2",
            3 => "-3",
            _ => "far",
        },
        (_, Some(1)) => "1",
        (_, Some(2)) => "2",
        (_, Some(3)) => "3",
        _ => "far",
    }
}
