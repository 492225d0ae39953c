//! Event words in the text: longest match over the tables, never inside a name.

use lang::happen::{Entry, Part, Sense, Slot};
use lang::{Order, Shape, Tag, Voice};
use model::Plover;

use super::phrase::Phrase;
use super::reading::{Reading, of_speaker};
use crate::analysis::SentenceKind;

/// How many words of an office may stand before one of its words.
const OFFICE: usize = 3;

/// How many words may stand between a word that says little and its actors, the actor's own included.
const NEAR: usize = 3;

/// An event word.
#[derive(Clone, Debug)]
pub(super) struct Trigger {
    /// Its tokens, end exclusive.
    pub(super) first: usize,
    pub(super) end: usize,
    pub(super) part: Part,
    /// Voice of a verb.
    pub(super) voice: Voice,
    pub(super) sense: Sense,
    /// For an entry whose last words stand apart from its first, "mengirim 40 [perawat]": where those are. What is given
    /// fills no role.
    pub(super) apart: Option<(usize, usize)>,
    /// Where the agent begins that stands before a bare passive: "yang [Israel] tolak", "sudah [kami] amankan".
    pub(super) agent: Option<usize>,
}

impl Trigger {
    /// Whether the phrase is what is given, a part of the event word itself: "mengirim 40 perawat ke Chad".
    pub(super) fn gives(&self, phrase: &Phrase) -> bool {
        self.sense.frame.name == "give"
            && self.apart.is_some_and(|(first, end)| phrase.first < end && first < phrase.end)
    }

    /// The number of its sentence.
    pub(super) fn sentence(&self, reading: &Reading<'_>) -> u32 {
        reading.token(self.first).sentence
    }
}

/// All event words of the text, in order.
pub(super) fn triggers(reading: &Reading<'_>) -> Vec<Trigger> {
    let mut out = Vec::new();
    let actors = actors(reading);
    for sentence in
        reading.tagged.sentences.iter().filter(|sentence| sentence.kind != SentenceKind::Furniture)
    {
        let mut at = sentence.first;
        while at < sentence.end {
            let trigger = longest(reading, &actors, at, sentence.end);
            at = trigger.as_ref().map_or(at + 1, |trigger| trigger.end);
            out.extend(trigger);
        }
    }
    out
}

/// Words that may tell an event but say too little for the rules to build on, wherever no event word stands: they hide neither subject
/// nor speaker, tell nothing again and are looked at by what is learnt alone.
pub(super) fn faint(reading: &Reading<'_>) -> Vec<Trigger> {
    let mut taken = vec![false; reading.tagged.tokens.len()];
    for trigger in &reading.triggers {
        taken[trigger.first..trigger.end].fill(true);
        if let Some((first, end)) = trigger.apart {
            taken[first..end].fill(true);
        }
    }
    // "The agreement" may be somebody's description and tell what was agreed; "asylum seekers" tells of no asylum.
    let mut heads = vec![false; reading.tagged.tokens.len()];
    for found in &reading.actors.mentions {
        heads[found.end - 1] = true;
    }
    let mut out: Vec<Trigger> = Vec::new();
    for sentence in
        reading.tagged.sentences.iter().filter(|sentence| sentence.kind != SentenceKind::Furniture)
    {
        for at in sentence.first..sentence.end {
            let covered = out.last().is_some_and(|last| at < last.end);
            let open = open(reading, at) && (!reading.described[at] || heads[at]);
            if !covered && !taken[at] && open {
                out.extend(faintly(reading, &taken, at, sentence.end));
            }
        }
    }
    out
}

/// The longest of the words that say little, where no other event word begins in it.
fn faintly(reading: &Reading<'_>, taken: &[bool], at: usize, stop: usize) -> Option<Trigger> {
    let word = reading.lower(at);
    let says_little = |entry: &&Entry| entry.sense.vague || entry.sense.object || reading.described[at];
    let vague = reading.happen.entries(word).iter().filter(says_little);
    let fits = |entry: &&Entry| (!entry.bare || stands_as_verb(reading, at)) && agrees(reading, at, entry);
    let (end, entry) = reading.happen.faint(word).iter().chain(vague).filter(fits).find_map(|entry| {
        let extent = rest(reading, at + 1, stop, entry).filter(|extent| extent.apart.is_none())?;
        taken[at..extent.end].iter().all(|taken| !taken).then_some((extent.end, entry))
    })?;
    let voice = entry.voice.or(reading.token(at).voice).unwrap_or(Voice::Active);
    let voice = if entry.bare && !reading.headline(at) { Voice::Passive } else { voice };
    let voice = if headline_passive(reading, entry, at, end) { Voice::Passive } else { voice };
    let agent = agent_before(reading, at).filter(|_| entry.bare && !reading.headline(at));
    let sense = Sense { vague: true, two: false, weak: true, ..entry.sense };
    Some(Trigger { first: at, end, part: entry.part, voice, sense, apart: None, agent })
}

/// The mention of any sort that covers a token: where it ends.
fn actors(reading: &Reading<'_>) -> Vec<Option<usize>> {
    let mut out = vec![None; reading.tagged.tokens.len()];
    for found in &reading.actors.mentions {
        let end = found.end.min(out.len());
        out.get_mut(found.first..end).unwrap_or_default().fill(Some(end));
    }
    out
}

/// Whether these words stand right between two actors: one ends shortly before them, another begins shortly behind them,
/// with no mark, verb or clause between, and is their object, not the subject of a clause of its own ("Chad menyebut Mali
/// telah setuju"). An event noun behind them says what happened: "mengumumkan kesepakatan dengan Mali".
fn between_actors(reading: &Reading<'_>, actors: &[Option<usize>], first: usize, end: usize) -> bool {
    let (start, stop) = reading.bounds(first);
    let verb = |at: usize| matches!(reading.token(at).tag, Tag::Verb | Tag::Aux);
    let event = |at: usize| {
        let tells = |entry: &Entry| entry.part == Part::Noun && entry.rest.is_empty() && !entry.sense.vague;
        reading.happen.entries(reading.lower(at)).iter().any(tells)
    };
    let open = |at: &usize| {
        let cues = reading.cues[*at];
        let clause = cues.sub || cues.comp || cues.rel || cues.quote;
        actors[*at].is_some() || !(reading.punct(*at) || verb(*at) || clause || event(*at))
    };
    let before = (start..first).rev().take_while(open).take(NEAR).any(|at| actors[at].is_some());
    let behind = (end..stop).take_while(open).take(NEAR).find_map(|at| actors[at]);
    before
        && behind.is_some_and(|behind| {
            let behind = list_end(reading, actors, behind, stop);
            let next = (behind..stop).find(|at| reading.token(*at).tag != Tag::Adv && !reading.cues[*at].neg);
            next.is_none_or(|next| {
                let acts = |entry: &Entry| {
                    entry.part == Part::Verb && !entry.bare && rest(reading, next + 1, stop, entry).is_some()
                };
                let event = reading.happen.entries(reading.lower(next)).iter().any(acts);
                !verb(next) && !event && !reading.cues[next].done && !reading.cues[next].plan
            })
        })
}

/// "menyebut Chad dan Mali telah sepakat": where the list ends whose first actor ends here.
fn list_end(reading: &Reading<'_>, actors: &[Option<usize>], first: usize, stop: usize) -> usize {
    let mut end = first;
    while reading.context.pack.order == Order::HeadFirst
        && end + 1 < stop
        && (reading.comma(end) || reading.cues[end].coord && !reading.cues[end].prep)
        && let Some(next) = actors[end + 1]
    {
        end = next;
    }
    end
}

fn longest(reading: &Reading<'_>, actors: &[Option<usize>], at: usize, stop: usize) -> Option<Trigger> {
    if reading.described[at] || !open(reading, at) {
        return None;
    }
    let fits = |entry: &&Entry| (!entry.bare || stands_as_verb(reading, at)) && agrees(reading, at, entry);
    let opens_complement = |entry: &Entry, end: usize| {
        // "helped bring the case": what is helped is a deed.
        let deed = reading.context.pack.order == Order::HeadLast
            && end < stop
            && reading.token(end).tag == Tag::Verb
            && !reading.named[end];
        entry.sense.object && end < stop && (reading.cues[end].comp || reading.punct(end) || deed)
    };
    let mut found: Option<(Extent, &Entry)> = None;
    for entry in reading.happen.entries(reading.lower(at)).iter().filter(fits) {
        let Some(extent) = rest(reading, at + 1, stop, entry) else { continue };
        let end = extent.end;
        let idle = entry.sense.vague && !between_actors(reading, actors, at, end);
        if idle || opens_complement(entry, end) {
            continue;
        }
        // The longest comes first. In a headline a bare stem before its object is a verb even where a noun is spelt the same: "Jerman Kritik Israel".
        let verb_after_all = |other: &Entry| {
            entry.bare
                && other.part == Part::Noun
                && behind_subject(reading, at)
                && before_object(reading, end, stop)
        };
        let better = found.is_none_or(|(_, other)| verb_after_all(other));
        if better {
            found = Some((extent, entry));
        }
    }
    let (Extent { end, apart }, entry) = found?;
    if split_by_adjective(reading, at, entry) {
        return None;
    }
    let voice = entry.voice.or(reading.token(at).voice).unwrap_or(Voice::Active);
    let voice = if entry.bare && !reading.headline(at) { Voice::Passive } else { voice };
    let voice = if headline_passive(reading, entry, at, end) { Voice::Passive } else { voice };
    let agent = agent_before(reading, at).filter(|_| entry.bare && !reading.headline(at));
    Some(Trigger { first: at, end, part: entry.part, voice, sense: entry.sense, apart, agent })
}

/// Whether an event word may begin here.
fn open(reading: &Reading<'_>, at: usize) -> bool {
    !(reading.named[at] || in_office(reading, at) || month(reading, at) || purpose(reading, at))
}

/// "in March": a month that is spelt as an event word.
fn month(reading: &Reading<'_>, at: usize) -> bool {
    let (first, _) = reading.bounds(at);
    reading.context.pack.order == Order::HeadLast
        && at > first
        && reading.token(at).shape == Shape::Capital
        && (reading.context.pack.terms)().stops.exact(reading.lower(at)).is_some()
}

/// "in order to enlarge": a noun inside a small phrase.
fn purpose(reading: &Reading<'_>, at: usize) -> bool {
    reading.context.pack.order == Order::HeadLast
        && reading.cues[at].purpose
        && reading.token(at).tag == Tag::Noun
}

/// A later word of an office: "juru bicara" speaks of nobody's talks.
fn in_office(reading: &Reading<'_>, at: usize) -> bool {
    let titles = &reading.context.pack.words().titles;
    let (start, _) = reading.bounds(at);
    (1..=OFFICE).filter_map(|back| at.checked_sub(back)).take_while(|first| *first >= start).any(|first| {
        titles
            .longest(|i| {
                (first + i <= at + OFFICE)
                    .then(|| reading.tagged.tokens.get(first + i))
                    .flatten()
                    .map(|t| &*t.lower)
            })
            .is_some_and(|(length, _)| first + length > at)
    })
}

/// "Asylum seekers rescued off Aceh", "Rapper freed from prison": headlines leave the auxiliary out, where a form serves
/// past and passive and no object follows a verb that wants one.
fn headline_passive(reading: &Reading<'_>, entry: &Entry, at: usize, end: usize) -> bool {
    let (start, stop) = reading.bounds(at);
    let frame = entry.sense.frame;
    reading.context.pack.order == Order::HeadLast
        && reading.headline(at)
        && entry.part == Part::Verb
        && entry.voice.is_none()
        && at > start
        && frame.subject == Slot::Source
        && frame.object == Slot::Target
        && (entry.rest.is_empty()
            && (end >= stop || reading.punct(end) || reading.cues[end].prep || reading.cues[end].sub)
            || condemned(reading, entry, at, end))
}

/// "Journalist sentenced to", "Mayor charged with": a step of force or of the law that also takes a plain object, and only
/// prepositions behind it.
fn condemned(reading: &Reading<'_>, entry: &Entry, at: usize, end: usize) -> bool {
    let plain = |other: &Entry| {
        other.part == Part::Verb && other.rest.is_empty() && other.sense.kind == entry.sense.kind
    };
    matches!(entry.sense.kind, Plover::Coerce | Plover::Sanction | Plover::Assault)
        && end > at + 1
        && (at + 1..end).all(|word| reading.cues[word].prep)
        && reading.happen.entries(reading.lower(at)).iter().any(plain)
}

/// Where one spelling serves noun and verb ("attack"), the tagger has decided. Auxiliaries may demand ("must"), and a
/// predicate stands behind its copula ("was highly critical of").
fn agrees(reading: &Reading<'_>, at: usize, entry: &Entry) -> bool {
    if entry.predicate {
        return behind_copula(reading, at);
    }
    reading.context.pack.order == Order::HeadFirst
        || (entry.part == Part::Verb) == (reading.token(at).tag == Tag::Verb)
        || entry.part == Part::Verb && of_speaker(&entry.sense) && reading.token(at).tag == Tag::Aux
        || reading.token(at).tag == Tag::Propn
}

/// "was deeply critical of", "has no intention of", "remains opposed to": right behind what links it to its subject, over adverbs.
fn behind_copula(reading: &Reading<'_>, at: usize) -> bool {
    let (start, _) = reading.bounds(at);
    let small = |before: &usize| {
        matches!(reading.token(*before).tag, Tag::Adv | Tag::Part) || reading.cues[*before].skip
    };
    let before = (start..at).rev().find(|before| !small(before));
    before.is_some_and(|before| {
        reading.token(before).tag == Tag::Aux
            || (reading.context.pack.terms)().copulas.contains(reading.lower(before))
                && !reading.cues[before].prep
    })
}

/// How far an event word goes.
#[derive(Clone, Copy)]
struct Extent {
    end: usize,
    apart: Option<(usize, usize)>,
}

/// Where the event word ends: behind its rest, or before the gap where other words stand in it.
fn rest(reading: &Reading<'_>, from: usize, stop: usize, entry: &Entry) -> Option<Extent> {
    if entry.rest.is_empty() {
        return Some(Extent { end: from, apart: None });
    }
    let (lead, rest) = entry.rest.split_at(entry.lead);
    let here = |words: &[&str], start: usize| {
        words.iter().enumerate().all(|(i, word)| start + i < stop && reading.lower(start + i) == *word)
    };
    if !here(lead, from) {
        return None;
    }
    let from = from + lead.len();
    // "called the bombing "utterly unacceptable"": marks of quotation are no words.
    let mark =
        |at: usize| reading.context.pack.order == Order::HeadLast && matches!(reading.lower(at), "\"" | "“");
    let marks = (from..stop.min(from + entry.gap + 1)).filter(|at| mark(*at)).count();
    for skipped in 0..=entry.gap + marks {
        // "wants Iran to withdraw", against "wants to withdraw": the object stands in the gap.
        let objectless = skipped == 0 && entry.gap > 0 && entry.sense.object;
        if here(rest, from + skipped) && !objectless {
            // What stands between is the object's: "menetapkan X sebagai tersangka" is found at its verb.
            let words = (from + skipped, from + skipped + rest.len());
            return Some(if skipped == 0 {
                Extent { end: words.1, apart: None }
            } else {
                Extent { end: from, apart: Some(words) }
            });
        }
        // Only plain words may stand between. "fired about forty rounds": how many is no place.
        let about = |at: usize| {
            at + 1 < stop
                && (reading.token(at + 1).shape == Shape::Number || reading.token(at + 1).tag == Tag::Num)
        };
        if from + skipped >= stop
            || reading.punct(from + skipped) && !mark(from + skipped)
            || reading.cues[from + skipped].prep && !about(from + skipped)
            || reading.cues[from + skipped].rel
        {
            return None;
        }
    }
    None
}

/// A bare stem is a verb in a headline behind its subject, and in a relative clause behind its agent ("yang kami tolak").
fn stands_as_verb(reading: &Reading<'_>, at: usize) -> bool {
    let (first, _) = reading.bounds(at);
    if at == first {
        return false;
    }
    if reading.headline(at) {
        let verb_before =
            reading.happen.entries(reading.lower(at - 1)).iter().any(|entry| entry.part == Part::Verb);
        return !verb_before && !reading.cues[at - 1].prep && reading.token(at).shape != Shape::Lower
            || reading.named[at - 1];
    }
    agent_before(reading, at).is_some()
}

/// The agent of a bare passive: a personal pronoun ("kami", "ia"), or in a relative clause a name.
fn agent_before(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let (first, _) = reading.bounds(at);
    if at == first || reading.context.pack.order == Order::HeadLast {
        return None;
    }
    let mut back = at - 1;
    while back > first && reading.named[back] {
        back -= 1;
    }
    if back < at - 1 && reading.cues[back].rel {
        return Some(back + 1);
    }
    // The auxiliary stands before the agent: "sudah kami tangkap", "yang kami tangkap"; "kami dukung" may be anything.
    let before = at.checked_sub(2).filter(|before| *before >= first)?;
    let cues = reading.cues[before];
    let opens =
        cues.rel || cues.plan || cues.done || cues.neg || cues.skip || reading.token(before).tag == Tag::Aux;
    let pronoun = (reading.context.pack.terms)().pronouns.exact(reading.lower(at - 1)).is_some();
    (opens && pronoun && !reading.clitic(at - 1)).then_some(at - 1)
}

/// In a headline: a name right before, or small words after one.
fn behind_subject(reading: &Reading<'_>, at: usize) -> bool {
    let (first, _) = reading.bounds(at);
    let before = (first..at).rev().find(|back| !reading.cues[*back].skip);
    reading.headline(at) && before.is_some_and(|back| reading.named[back])
}

/// An object behind at most one adverb: "Kritik Keras Israel".
fn before_object(reading: &Reading<'_>, end: usize, stop: usize) -> bool {
    let object = |at: usize| at < stop && reading.named[at];
    object(end)
        || end < stop && matches!(reading.token(end).tag, Tag::Adj | Tag::Adv) && object(end + 1)
        || end < stop && !reading.punct(end) && !reading.cues[end].prep && reading.token(end).tag == Tag::Noun
}

/// An event noun that only colours another noun ("korban perang", "kapal perang", "menteri pertahanan") is no event; the
/// tables list the compounds that are.
fn split_by_adjective(reading: &Reading<'_>, at: usize, entry: &Entry) -> bool {
    let (first, _) = reading.bounds(at);
    entry.part == Part::Noun && at > first && reading.cues[at - 1].colour
}
