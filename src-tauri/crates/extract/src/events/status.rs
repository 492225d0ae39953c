//! Whether it happened, by the words of the text, and who says so.

use lang::happen::{Cues, Part, Turn};
use lang::{Order, Voice};
use model::{Modality, Plover};

use super::reading::Reading;
use super::roles::Roles;
use super::subject::{light_before, subject};
use super::trigger::Trigger;
use crate::analysis::{Referent, Sentence, SentenceKind};

/// How many sentences one quotation may run on without its closing mark.
const LONGEST_QUOTE: u32 = 8;

/// How many words of a title may stand between "kata" and the name.
const TITLE: usize = 8;

/// Status of one event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Status {
    pub(super) modality: Modality,
    pub(super) attributed_to: Option<Referent>,
}

/// What governs a stretch of text: a verb that demands, plans, rejects or accuses.
#[derive(Clone, Copy, Debug)]
struct Scope {
    turn: Turn,
    governor: usize,
}

/// The status of every event word, in the order of the triggers.
pub(super) fn statuses(reading: &Reading<'_>, roles: &[Roles], speakers: &[Option<Referent>]) -> Vec<Status> {
    let scopes = scopes(reading);
    let mut turned: Vec<usize> = Vec::new();
    let mut out = Vec::with_capacity(reading.triggers.len());
    for (nth, trigger) in reading.triggers.iter().enumerate() {
        let scope = scopes[trigger.first].filter(|scope| governs(reading, *scope, trigger, &mut turned));
        let modality = modality(reading, trigger, scope);
        let voucher = scope
            .filter(|scope| matches!(scope.turn, Turn::Called | Turn::Claimed))
            .and_then(|scope| roles[scope.governor].sources.first().copied());
        let attributed_to = voucher
            .or(speakers[trigger.first])
            .filter(|speaker| !own_act(trigger, &roles[nth], *speaker, modality));
        out.push(Status { modality, attributed_to });
    }
    out
}

/// A speech act of the speaker's own needs no voucher: "Carney: kami menyerukan".
fn own_act(trigger: &Trigger, roles: &Roles, speaker: Referent, modality: Modality) -> bool {
    let speech = matches!(
        trigger.sense.kind,
        Plover::Request
            | Plover::Accuse
            | Plover::Reject
            | Plover::Support
            | Plover::Threaten
            | Plover::Agree
    );
    speech && modality == Modality::Actual && roles.sources.contains(&speaker)
}

/// Whether the governor turns this event too: the first event word of its complement, and every verb in it; a noun behind
/// another only says what that one is about. What was said stays said: "membantah tuduhan" leaves the accusation standing.
fn governs(reading: &Reading<'_>, scope: Scope, trigger: &Trigger, turned: &mut Vec<usize>) -> bool {
    if scope.turn == Turn::Claimed {
        return true;
    }
    let said = matches!(trigger.sense.kind, Plover::Accuse | Plover::Request | Plover::Threaten);
    if trigger.part == Part::Noun
        && (said
            || turned.iter().rev().take(8).any(|governor| *governor == scope.governor)
                && !trigger.first.checked_sub(1).is_some_and(|at| reading.cues[at].coord))
    {
        return false;
    }
    turned.push(scope.governor);
    true
}

fn modality(reading: &Reading<'_>, trigger: &Trigger, scope: Option<Scope>) -> Modality {
    let (start, _) = reading.bounds(trigger.first);
    let mut cues = around(reading, trigger.first, start, trigger.part == Part::Noun);
    if trigger.part == Part::Noun
        && let Some(at) = light_before(reading, trigger.first, start)
    {
        merge(&mut cues, around(reading, at, start, false));
    }
    if cues.neg {
        return Modality::Negated;
    }
    if cues.call {
        return Modality::CalledFor;
    }
    if cues.hyp {
        return Modality::Hypothetical;
    }
    let turn = scope.map(|scope| scope.turn);
    match turn {
        Some(Turn::Called) => Modality::CalledFor,
        Some(Turn::Possible) => Modality::Hypothetical,
        _ if cues.plan => Modality::Planned,
        // "untuk bertemu": what somebody sets out to do.
        None if trigger.part == Part::Verb
            && matches!(trigger.sense.kind, Plover::Consult | Plover::Aid | Plover::Mobilize)
            && purposed(reading, trigger.first, start) =>
        {
            Modality::Planned
        }
        Some(Turn::Planned) => Modality::Planned,
        Some(Turn::Claimed) | None => Modality::Actual,
    }
}

fn purposed(reading: &Reading<'_>, verb: usize, start: usize) -> bool {
    let before = (start..verb).rev().find(|at| !reading.transparent(*at));
    before.is_some_and(|at| {
        reading.cues[at].purpose
            && !reading.cues[at].agent
            && reading.cues[at].call | reading.cues[at].plan | reading.cues[at].aim
    })
}

/// The cues right before a verb or noun, over small words and over its subject to what opens the clause.
fn around(reading: &Reading<'_>, from: usize, start: usize, noun: bool) -> Cues {
    let mut out = Cues::default();
    let mut at = from;
    let mut near = true;
    let mut steps = 0;
    while at > start && steps < 16 {
        at -= 1;
        steps += 1;
        let cues = reading.cues[at];
        let modal = cues.neg || cues.plan || cues.hyp || cues.call;
        if near
            && (reading.transparent(at)
                || modal && !cues.sub && reading.phrase_at[at].is_none() && reading.trigger_at[at].is_none())
        {
            if !cues.sub || cues.hyp || cues.call {
                merge(&mut out, cues);
            }
            continue;
        }
        if noun
            && near
            && steps <= 2
            && (cues.prep && !cues.between || reading.token(at).tag == lang::Tag::Adj)
        {
            continue;
        }
        near = false;
        if cues.sub || cues.comp || cues.rel {
            if cues.hyp || cues.call {
                merge(&mut out, cues);
            }
            break;
        }
        if reading.comma(at) || reading.wall(at) || reading.verb(at) || reading.trigger_at[at].is_some() {
            break;
        }
    }
    out
}

fn merge(into: &mut Cues, more: Cues) {
    into.neg |= more.neg;
    into.plan |= more.plan;
    into.hyp |= more.hyp;
    into.call |= more.call;
    into.done |= more.done;
}

/// For each token, the event word whose complement it stands in; the innermost wins.
fn scopes(reading: &Reading<'_>) -> Vec<Option<Scope>> {
    let mut out: Vec<Option<Scope>> = vec![None; reading.tagged.tokens.len()];
    for (governor, trigger) in reading.triggers.iter().enumerate() {
        let Some(turn) = trigger.sense.turn else { continue };
        let (_, stop) = reading.bounds(trigger.first);
        // A passive turns nothing but what follows its own subject: "didesak untuk mundur".
        let end = (trigger.end..stop).find(|at| leaves(reading, *at, turn, trigger)).unwrap_or(stop);
        out[trigger.end..end].fill(Some(Scope { turn, governor }));
    }
    out
}

fn leaves(reading: &Reading<'_>, at: usize, turn: Turn, trigger: &Trigger) -> bool {
    let cues = reading.cues[at];
    if reading.wall(at) {
        return true;
    }
    if turn == Turn::Claimed {
        return false;
    }
    if reading.comma(at) || cues.sub && !(cues.call || cues.hyp) {
        return true;
    }
    let plain = matches!(turn, Turn::Possible);
    // "membantah tuduhan itu dan mengancam": the second verb has the first one's subject, not its complement.
    if plain && cues.coord && at + 1 < reading.cues.len() && reading.verb(at + 1) {
        return true;
    }
    // "menolak usulan yang ...": a relative clause tells of something known.
    if cues.rel && plain {
        return true;
    }
    // "mengusulkan pembentukan badan dan menandatangani": what is asked for is a noun, so the second verb is the subject's own.
    if turn == Turn::Called && cues.coord && at + 1 < reading.cues.len() && reading.verb(at + 1) {
        let clause = (trigger.first..at).any(|inner| {
            let cues = reading.cues[inner];
            cues.call && cues.sub || cues.purpose || cues.comp || inner > trigger.first && reading.verb(inner)
        });
        if !clause {
            return true;
        }
    }
    // "meminta X mundur dan menyerang Y": the second verb may be the subject's own; it is when its voice has a prefix and a comma or "serta" is missing, so only a coordinator right before a saying verb leaves.
    cues.coord && at + 1 < reading.cues.len() && reading.cues[at + 1].say && at > trigger.end
}

/// Who vouches for what stands at each token: quotations, "kata X", "X mengatakan bahwa", "menurut X".
pub(super) fn speakers(reading: &Reading<'_>) -> Vec<Option<Referent>> {
    let mut out: Vec<Option<Referent>> = vec![None; reading.tagged.tokens.len()];
    for sentence in &reading.tagged.sentences {
        if let Some((speaker, from)) = headline_speaker(reading, sentence) {
            fill(&mut out, from..sentence.end, speaker);
        }
        for at in sentence.first..sentence.end {
            let cues = reading.cues[at];
            if cues.according
                && let Some(speaker) = right_behind(reading, at + 1, sentence.end)
            {
                fill(&mut out, sentence.first..sentence.end, speaker);
            }
            if cues.say && reading.phrase_at[at].is_none() && opens_complement(reading, at, sentence.end) {
                let found = subject(reading, at)
                    .phrase()
                    .and_then(|nth| reading.phrases[nth].members.first().copied());
                if let Some(member) = found {
                    let stop = (at + 1..sentence.end)
                        .find(|stop| reading.wall(*stop) && reading.lower(*stop) == ";")
                        .unwrap_or(sentence.end);
                    let who = member.acts_as.unwrap_or(member.referent);
                    for slot in &mut out[at + 1..stop] {
                        *slot = Some(who);
                    }
                }
            }
            if cues.say
                && let Some((comma, speaker)) = closing_speaker(reading, at, sentence.first, sentence.end)
            {
                fill(&mut out, sentence.first..comma, speaker);
            }
            if cues.quote
                && at > sentence.first
                && (reading.comma(at - 1) || reading.wall(at - 1))
                && let Some(speaker) = right_behind(reading, at + 1, sentence.end)
            {
                fill(&mut out, sentence.first..at, speaker);
            }
        }
    }
    quotations(reading, &mut out);
    out
}

/// "Menlu Iran: Kami Siap Berunding": in a headline, who stands before the colon.
fn headline_speaker(reading: &Reading<'_>, sentence: &Sentence) -> Option<(Referent, usize)> {
    if sentence.kind != SentenceKind::Headline {
        return None;
    }
    let colon =
        (sentence.first..sentence.end.min(sentence.first + TITLE)).find(|at| reading.lower(*at) == ":")?;
    let nth = reading.phrase_at[colon.checked_sub(1)?]?;
    let phrase = &reading.phrases[nth];
    (phrase.first == sentence.first)
        .then(|| phrase.members.first().map(|member| (member.acts_as.unwrap_or(member.referent), colon + 1)))
        .flatten()
}

/// "Russia attacked Kyiv, Ukraine said.": who speaks behind the last comma, and where that stands.
fn closing_speaker(
    reading: &Reading<'_>,
    say: usize,
    start: usize,
    stop: usize,
) -> Option<(usize, Referent)> {
    let ends = say + 1 >= stop || reading.wall(say + 1) || reading.comma(say + 1);
    if reading.context.pack.order != Order::HeadLast || !ends {
        return None;
    }
    let comma = (start..say).rev().take(8).find(|at| reading.comma(*at))?;
    let phrase = &reading.phrases[reading.phrase_at[say - 1]?];
    let member = phrase.members.first().filter(|_| phrase.first > comma && comma > start)?;
    Some((comma, member.acts_as.unwrap_or(member.referent)))
}

/// "menyatakan dukungan": a saying verb that lends itself to an event noun is that event; else what follows is what was said.
fn opens_complement(reading: &Reading<'_>, at: usize, stop: usize) -> bool {
    if reading.token(at).voice == Some(Voice::Passive) {
        return false;
    }
    let next = (at + 1..stop).find(|next| !reading.cues[*next].skip);
    let lends = reading.happen.light(reading.lower(at)).is_some();
    let event = |next: usize| {
        reading.trigger_at[next]
            .map(|trigger| &reading.triggers[trigger])
            .filter(|trigger| trigger.part == Part::Noun)
    };
    // "menyatakan serangan itu menewaskan": the noun is the subject of what is said.
    let clause = |from: usize| {
        (from..stop)
            .take_while(|at| !reading.punct(*at) && !reading.cues[*at].prep && !reading.cues[*at].rel)
            .any(|at| reading.verb(at))
    };
    next.is_some_and(|next| !lends || event(next).is_none_or(|noun| clause(noun.end)))
}

/// The actor right behind a word of speaking.
fn right_behind(reading: &Reading<'_>, from: usize, stop: usize) -> Option<Referent> {
    let at = (from..stop.min(from + TITLE)).find(|at| reading.phrase_at[*at].is_some())?;
    if (from..at).any(|at| reading.verb(at) || reading.comma(at) || reading.wall(at)) {
        return None;
    }
    let member = reading.phrases[reading.phrase_at[at]?].members.first()?;
    Some(member.acts_as.unwrap_or(member.referent))
}

fn fill(out: &mut [Option<Referent>], range: std::ops::Range<usize>, speaker: Referent) {
    for slot in &mut out[range] {
        slot.get_or_insert(speaker);
    }
}

/// Quotations that run over several sentences are vouched for by whoever is named at their end, or by the last speaker.
fn quotations(reading: &Reading<'_>, out: &mut [Option<Referent>]) {
    let mut open: Option<usize> = None;
    let mut last: Option<(Referent, u32)> = None;
    for at in 0..reading.tagged.tokens.len() {
        let mark = reading.lower(at);
        let sentence = reading.token(at).sentence;
        if let Some(start) = open
            && sentence - reading.token(start).sentence > LONGEST_QUOTE
        {
            open = None;
        }
        let opens = mark == "“" || mark == "«" || mark == "\"" && open.is_none();
        let closes = open.is_some() && (mark == "”" || mark == "»" || mark == "\"");
        if opens {
            open = Some(at);
        } else if closes && let Some(start) = open.take() {
            let named = after_quote(reading, at).or_else(|| before_quote(reading, start));
            if let Some(speaker) = named {
                last = Some((speaker, sentence));
            }
            // Short quotations are words, not statements.
            let long = at - start > 6;
            // "..., imbuhnya": somebody named before goes on.
            let goes_on = if said_behind(reading, at) { 3 } else { 1 };
            let heir = named.or_else(|| {
                last.filter(|(_, when)| long && sentence - when <= goes_on).map(|(speaker, _)| speaker)
            });
            if let Some(speaker) = heir {
                fill(out, start..at, speaker);
            }
        }
    }
}

fn said_behind(reading: &Reading<'_>, close: usize) -> bool {
    let (_, stop) = reading.bounds(close);
    (close + 1..stop.min(close + 4)).any(|at| reading.cues[at].quote)
}

/// `"...," kata X`
fn after_quote(reading: &Reading<'_>, close: usize) -> Option<Referent> {
    let (_, stop) = reading.bounds(close);
    let at = (close + 1..stop.min(close + 4)).find(|at| reading.cues[*at].quote)?;
    // `"...", X said`
    let before = || reading.phrase_at[at.checked_sub(1)?].filter(|nth| reading.phrases[*nth].first > close);
    let member =
        || reading.phrases[before()?].members.first().map(|member| member.acts_as.unwrap_or(member.referent));
    right_behind(reading, at + 1, stop).or_else(member)
}

/// `X mengatakan, "..."`
fn before_quote(reading: &Reading<'_>, open: usize) -> Option<Referent> {
    let (start, _) = reading.bounds(open);
    let at = (start.max(open.saturating_sub(6))..open).rev().find(|at| reading.verb(*at))?;
    let member = *reading.phrases[subject(reading, at).phrase()?].members.first()?;
    Some(member.acts_as.unwrap_or(member.referent))
}
