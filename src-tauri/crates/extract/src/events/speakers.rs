//! Who vouches for what stands at each token: quotations, "kata X", "X mengatakan bahwa", "menurut X".
//!
//! Sentence by sentence, remembering who spoke last: "ujarnya" and "ia menambahkan" are the last speaker again, and a
//! quotation that names nobody is his too. What nobody is named for is the writer's own word.

mod continued;
mod reach;

use std::ops::Range;

use lang::happen::Part;
use lang::{Order, Tag, Voice};
use model::{EntityKind, MentionKind, Plover};

use super::phrase::Member;
use super::reading::Reading;
use super::sayer::{sayer, tells_that};
use super::subject::subject;
use super::trigger::Trigger;
use crate::analysis::{Referent, Sentence, SentenceKind};
use continued::continued;
use reach::{goes_on, inserted, leaves, turns};

/// How many sentences one quotation may run on without its closing mark.
const LONGEST_QUOTE: u32 = 8;
/// How many words of a title may stand between "kata" and the name.
const TITLE: usize = 8;
/// For how many sentences the last speaker may be meant by "ujarnya".
const MEMORY: u32 = 4;
/// How many tokens may stand before the verb of "hal itu kembali disampaikan".
const OPENING: usize = 8;
/// How far from the verb of a report a citation may stand.
const CITED: usize = 12;
/// From how many tokens on a quotation is a statement and not a word in quotation marks.
const STATEMENT: usize = 6;

/// Who is known to speak so far.
struct Speech {
    /// Who vouches for each token.
    of: Vec<Option<Referent>>,
    /// Who spoke last, and in which sentence.
    last: Option<(Referent, u32)>,
    /// Where the quotation that is running began.
    open: Option<usize>,
    /// A quotation that closed without a name: `"A." "B," kata X` gives both to X.
    waiting: Option<(usize, usize)>,
}

/// Who vouches for what stands at each token.
pub(super) fn speakers(reading: &Reading<'_>) -> Vec<Option<Referent>> {
    let mut speech =
        Speech { of: vec![None; reading.tagged.tokens.len()], last: None, open: None, waiting: None };
    for (number, sentence) in reading.tagged.sentences.iter().enumerate() {
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        said(reading, sentence, number, &mut speech);
        quoted(reading, sentence, number, &mut speech);
    }
    continued(reading, &mut speech.of);
    speech.of
}

/// What the sentence itself says of its speaker.
fn said(reading: &Reading<'_>, sentence: &Sentence, number: u32, speech: &mut Speech) {
    let (first, stop) = (sentence.first, sentence.end);
    if let Some((speaker, from)) = colon_speaker(reading, sentence) {
        fill(&mut speech.of, from..stop, speaker);
    }
    let relayed = relayed(reading, sentence, number, speech);
    if let Some(speaker) = relayed {
        if let Some(before) =
            number.checked_sub(1).and_then(|before| reading.tagged.sentences.get(before as usize))
        {
            fill(&mut speech.of, before.first..before.end, speaker);
        }
        speech.last = Some((speaker, number));
    }
    for at in first..stop {
        let cues = reading.cues[at];
        // "undangan itu disampaikan oleh Ana": the one who hands it on vouches only where he opens or is inserted.
        let handed = cues.relays && at > first && !reading.comma(at - 1);
        // "according to" is one word in two.
        let again =
            at > first && reading.context.pack.order == Order::HeadLast && reading.cues[at - 1].according;
        if cues.according
            && !(handed && reading.context.pack.order == Order::HeadFirst)
            && !again
            && relayed.is_none()
            && (!cues.quote || at == first)
            && let Some(speaker) = right_behind(reading, at + 1, stop, number, speech)
        {
            fill(&mut speech.of, clause_of(reading, at, first)..stop, speaker);
            speech.last = Some((speaker, number));
        }
        // "mengakui Palestina" is a deed; "mengumumkan", which commits, still says.
        let deed = reading.trigger_at[at].is_some_and(|event| {
            let event = &reading.triggers[event];
            event.sense.kind != Plover::Agree && !turns_clause(reading, event)
        });
        let says = cues.say && !deed
            || tells_that(reading, at, stop)
            || cues.quote && headline_verb(reading, at, sentence);
        if says
            && reading.phrase_at[at].is_none()
            && opens_complement(reading, at, stop)
            && let Some(speaker) = sayer(reading, at)
                .and_then(|member| who(reading, member, number, speech))
                .filter(|speaker| cues.say || cues.quote || speaks(reading, *speaker))
        {
            let speaker = cited(reading, at, first..stop, number, speech).unwrap_or(speaker);
            let end = (at + 1..stop)
                .find(|end| leaves(reading, *end) || goes_on(reading, at, *end, stop))
                .unwrap_or(stop);
            for slot in &mut speech.of[at + 1..end] {
                *slot = Some(speaker);
            }
            speech.last = Some((speaker, number));
        }
        // "It was reported by Reuters that", "was said by doctors to be"
        if cues.say
            && reading.context.pack.order == Order::HeadLast
            && reading.token(at).voice == Some(Voice::Passive)
            && at + 1 < stop
            && reading.cues[at + 1].agent
            && let Some(speaker) = right_behind(reading, at + 2, stop, number, speech)
        {
            fill(&mut speech.of, at + 2..stop, speaker);
            speech.last = Some((speaker, number));
        }
        if cues.say
            && let Some((comma, speaker)) = closing_speaker(reading, at, first, stop)
        {
            let speaker = cited(reading, at, first..stop, number, speech).unwrap_or(speaker);
            let from = (first..comma).rev().find(|at| reading.lower(*at) == ";").unwrap_or(first);
            fill(&mut speech.of, from..comma, speaker);
            speech.last = Some((speaker, number));
        }
        // "Lanjutnya, Chad menyerang": the last speaker goes on.
        if cues.quote
            && at == first
            && reading.clitic(at + 1)
            && at + 2 < stop
            && reading.comma(at + 2)
            && let Some(speaker) = recent(speech, number, MEMORY)
        {
            fill(&mut speech.of, at + 3..stop, speaker);
            speech.last = Some((speaker, number));
        }
        if cues.quote
            && at > first
            && (reading.comma(at - 1) || reading.wall(at - 1))
            && turns(reading, at, stop)
            && let Some(speaker) = right_behind(reading, at + 1, stop, number, speech)
        {
            // "Pemerintah Aceh, kata Mualem, berkomitmen": what goes on behind him is his word too.
            let inserted = inserted(reading, at, stop);
            fill(&mut speech.of, first..if inserted { stop } else { at }, speaker);
            speech.last = Some((speaker, number));
        }
    }
}

/// "Reuters, mengutip polisi Nigeria, melaporkan", "Reuters reported, citing police, that": who vouches is whom the one who reports cites
/// between commas beside the verb.
fn cited(
    reading: &Reading<'_>,
    verb: usize,
    sentence: Range<usize>,
    number: u32,
    speech: &Speech,
) -> Option<Referent> {
    let near = sentence.start.max(verb.saturating_sub(CITED))..sentence.end.min(verb + CITED);
    let cites = |at: &usize| {
        let cues = reading.cues[*at];
        cues.according && !cues.prep && *at > sentence.start && reading.comma(at - 1)
    };
    let at = near.clone().find(cites)?;
    // In front of the verb the citation ends before it, behind the verb it stands right there.
    let beside = if at < verb { reading.comma(verb - 1) } else { at == verb + 2 };
    beside.then(|| right_behind(reading, at + 1, sentence.end, number, speech)).flatten()
}

/// "Hal itu disampaikan X seusai pertemuan": who vouches for the sentence before. This one tells when and where he spoke, which
/// the writer knows himself.
fn relayed(reading: &Reading<'_>, sentence: &Sentence, number: u32, speech: &Speech) -> Option<Referent> {
    let (first, stop) = (sentence.first, sentence.end);
    let verb = (first + 1..stop.min(first + OPENING)).find(|at| reading.cues[*at].relays)?;
    let pointed = (first..verb).any(|at| reading.token(at).tag == Tag::Det);
    let clause = (first..verb).any(|at| reading.punct(at) || reading.cues[at].sub || reading.cues[at].prep);
    if !pointed || clause || reading.phrase_at[first].is_some() {
        return None;
    }
    // "Hal itu ia sampaikan": the agent of a bare passive stands before it.
    if let Some(nth) = reading.phrase_at[verb - 1] {
        return who(reading, reading.phrases[nth].members.first()?, number, speech);
    }
    let next = (verb + 1..stop).find(|at| !reading.cues[*at].relays)?;
    if reading.cues[next].prep && !reading.cues[next].agent {
        return None;
    }
    right_behind(reading, next, stop, number, speech)
}

/// "the war, which began when, according to Yerevan, shells fell": an insertion behind what opens a clause speaks of that clause only.
fn clause_of(reading: &Reading<'_>, according: usize, first: usize) -> usize {
    let comma = according.checked_sub(1).filter(|at| *at >= first && reading.comma(*at));
    let opener = comma.unwrap_or(according).checked_sub(1).filter(|at| *at >= first);
    let opens = |at: &usize| reading.cues[*at].rel || reading.cues[*at].sub && !reading.cues[*at].contrast;
    opener.filter(opens).unwrap_or(first)
}

/// "Menlu Iran: Kami Siap Berunding", "Al-Zaman: American forces ...": who stands before the colon that opens a sentence.
fn colon_speaker(reading: &Reading<'_>, sentence: &Sentence) -> Option<(Referent, usize)> {
    let colon =
        (sentence.first..sentence.end.min(sentence.first + TITLE)).find(|at| reading.lower(*at) == ":")?;
    let phrase = &reading.phrases[reading.phrase_at[colon.checked_sub(1)?]?];
    let member = phrase.members.first().filter(|_| phrase.first == sentence.first)?;
    // Below the headline a place before a colon only says where.
    let speaks = matches!(reading.kind(member.referent), EntityKind::Person | EntityKind::Organization);
    (speaks || sentence.kind == SentenceKind::Headline)
        .then(|| (member.acts_as.unwrap_or(member.referent), colon + 1))
}

/// "Trump Sebut Iran Langgar Kesepakatan": a headline's verb of speaking has lost its prefix.
fn headline_verb(reading: &Reading<'_>, at: usize, sentence: &Sentence) -> bool {
    sentence.kind == SentenceKind::Headline && at > sentence.first && reading.phrase_at[at - 1].is_some()
}

/// "Russia attacked Kyiv, Ukraine said.", "..., officials in Lima said on Monday.", "..., Ana Reis told reporters.": who speaks behind the
/// last comma, and where that stands.
fn closing_speaker(
    reading: &Reading<'_>,
    say: usize,
    start: usize,
    stop: usize,
) -> Option<(usize, Referent)> {
    if reading.context.pack.order != Order::HeadLast || say == start || !closes(reading, say, stop) {
        return None;
    }
    let right_before = reading.phrase_at[say - 1].filter(|nth| reading.phrases[*nth].prep.is_none());
    let nth = right_before.or_else(|| subject(reading, say).phrase())?;
    let phrase = &reading.phrases[nth];
    let comma =
        (start..phrase.first).rev().take(8).find(|at| reading.comma(*at)).filter(|comma| *comma > start)?;
    let plain = (comma + 1..phrase.first).all(|at| !reading.verb(at)) && phrase.first < say;
    let member = phrase.members.first().filter(|_| plain)?;
    Some((comma, member.acts_as.unwrap_or(member.referent)))
}

/// Whether nothing is said behind this word of speaking: the sentence or the clause ends, or goes on to say when, where and to whom.
fn closes(reading: &Reading<'_>, say: usize, stop: usize) -> bool {
    let mut at = say + 1;
    // "told reporters"
    if at < stop
        && !reading.cues[say].quote
        && let Some(nth) = reading.phrase_at[at]
    {
        at = reading.phrases[nth].end;
    }
    let ends = |at: usize| at >= stop || reading.wall(at) || reading.comma(at);
    if ends(at) {
        return true;
    }
    let adjunct = reading.cues[at].prep || reading.timed[at];
    let end = (at..stop).find(|at| ends(*at)).unwrap_or(stop);
    adjunct
        && (at..end)
            .all(|at| !reading.verb(at) && !reading.cues[at].comp && reading.token(at).tag != Tag::Aux)
}

/// "menegaskan tidak akan menyerang", "menilai Chad harus mundur": an event word whose last words already belong to what is said.
fn turns_clause(reading: &Reading<'_>, event: &Trigger) -> bool {
    let last = event.apart.map_or(event.end - 1, |(_, end)| end - 1);
    let cues = reading.cues[last];
    reading.context.pack.order == Order::HeadFirst
        && last > event.first
        && (cues.neg || cues.plan || cues.call || cues.hyp)
        && !cues.sub
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

/// Whom a phrase in the speaker's place means. A pronoun there is whoever spoke last; a treaty says nothing.
fn who(reading: &Reading<'_>, member: &Member, number: u32, speech: &Speech) -> Option<Referent> {
    let referent = member.acts_as.unwrap_or(member.referent);
    if member.kind == MentionKind::Pronoun
        && let Some(last) = recent(speech, number, MEMORY)
        && reading.kind(last) == reading.kind(referent)
    {
        return Some(last);
    }
    (!matches!(reading.kind(referent), EntityKind::Agreement | EntityKind::Weapon)).then_some(referent)
}

fn recent(speech: &Speech, number: u32, reach: u32) -> Option<Referent> {
    speech.last.filter(|(_, when)| number - when <= reach).map(|(speaker, _)| speaker)
}

/// The actor right behind a word of speaking.
fn right_behind(
    reading: &Reading<'_>,
    from: usize,
    stop: usize,
    number: u32,
    speech: &Speech,
) -> Option<Referent> {
    // "menurutnya": whoever spoke last, where nothing else is known of him.
    if from < stop && reading.clitic(from) && reading.phrase_at[from].is_none() {
        return recent(speech, number, MEMORY);
    }
    let at = (from..stop.min(from + TITLE)).find(|at| reading.phrase_at[*at].is_some())?;
    if (from..at).any(|at| reading.verb(at) || reading.comma(at) || reading.wall(at)) {
        return None;
    }
    who(reading, reading.phrases[reading.phrase_at[at]?].members.first()?, number, speech)
}

fn fill(out: &mut [Option<Referent>], range: std::ops::Range<usize>, speaker: Referent) {
    for slot in &mut out[range] {
        slot.get_or_insert(speaker);
    }
}

/// Quotations, which may run over several sentences: whoever is named behind them or before them vouches, else the last speaker.
fn quoted(reading: &Reading<'_>, sentence: &Sentence, number: u32, speech: &mut Speech) {
    for at in sentence.first..sentence.end {
        let mark = reading.lower(at);
        if let Some(start) = speech.open
            && number - reading.token(start).sentence > LONGEST_QUOTE
        {
            speech.open = None;
        }
        // A new paragraph of a quotation opens it once more.
        let opens = speech.open.is_none() && matches!(mark, "“" | "«" | "\"");
        let closes = speech.open.is_some() && matches!(mark, "”" | "»" | "\"");
        if opens {
            speech.open = Some(at);
        } else if closes && let Some(start) = speech.open.take() {
            close(reading, start, at, number, speech);
        }
    }
}

fn close(reading: &Reading<'_>, start: usize, end: usize, number: u32, speech: &mut Speech) {
    let named =
        after_quote(reading, end, number, speech).or_else(|| before_quote(reading, start, number, speech));
    // Short quotations are words, not statements.
    let long = end - start > STATEMENT;
    let heir = named.or_else(|| {
        let reach = match behind(reading, end) {
            // "..., imbuhnya": somebody named before goes on.
            Behind::Again => MEMORY,
            Behind::Nothing => 1,
            // "kata laporan tersebut": somebody else, whom nobody knows.
            Behind::Other => return None,
        };
        recent(speech, number, reach).filter(|_| long)
    });
    let Some(speaker) = heir else {
        speech.waiting = long.then_some((start, end));
        return;
    };
    if named.is_some() {
        speech.last = Some((speaker, number));
        if let Some((from, to)) = speech.waiting.take()
            && reading.token(start).sentence - reading.token(to).sentence <= 1
        {
            fill(&mut speech.of, from..to, speaker);
        }
    }
    speech.waiting = None;
    let state = reading.state_of(speaker);
    for slot in &mut speech.of[start..end] {
        // "Indonesia sudah menyampaikan bahwa ...", says its president: he vouches.
        if slot.is_none() || *slot == state {
            *slot = Some(speaker);
        }
    }
}

/// What a word of speaking behind a quotation points to.
enum Behind {
    /// No such word.
    Nothing,
    /// "imbuhnya", "lanjut dia": the last speaker.
    Again,
    /// Somebody who is no actor of the text.
    Other,
}

fn behind(reading: &Reading<'_>, close: usize) -> Behind {
    let (_, stop) = reading.bounds(close);
    let Some(at) = (close + 1..stop.min(close + 4)).find(|at| reading.cues[*at].quote) else {
        return Behind::Nothing;
    };
    let pronoun = |at: usize| (reading.context.pack.terms)().pronouns.exact(reading.lower(at)).is_some();
    if at + 1 >= stop || reading.punct(at + 1) || pronoun(at + 1) || at > 0 && pronoun(at - 1) {
        Behind::Again
    } else {
        Behind::Other
    }
}

/// `"...," kata X`
fn after_quote(reading: &Reading<'_>, close: usize, number: u32, speech: &Speech) -> Option<Referent> {
    let (_, stop) = reading.bounds(close);
    // `"...", X told reporters`: whoever hears it stands behind.
    let last = reading.context.pack.order == Order::HeadLast;
    let word = |at: &usize| reading.cues[*at].quote || last && reading.cues[*at].say;
    let at = (close + 1..stop.min(close + 4)).find(word)?;
    // `"...", X said`
    let before = || reading.phrase_at[at.checked_sub(1)?].filter(|nth| reading.phrases[*nth].first > close);
    let member = || who(reading, reading.phrases[before()?].members.first()?, number, speech);
    if last && let Some(speaker) = member() {
        return Some(speaker);
    }
    right_behind(reading, at + 1, stop, number, speech).filter(|_| reading.cues[at].quote).or_else(member)
}

/// `X mengatakan, "..."`
fn before_quote(reading: &Reading<'_>, open: usize, number: u32, speech: &Speech) -> Option<Referent> {
    let (start, _) = reading.bounds(open);
    let at = (start.max(open.saturating_sub(6))..open).rev().find(|at| reading.verb(*at))?;
    who(reading, sayer(reading, at)?, number, speech)
}

/// Whether this is somebody who may tell anything: "jalur Lima--Cusco membuktikan bahwa" is nobody's word.
fn speaks(reading: &Reading<'_>, who: Referent) -> bool {
    matches!(
        reading.kind(who),
        EntityKind::Person
            | EntityKind::Organization
            | EntityKind::Country
            | EntityKind::Group
            | EntityKind::Other
    )
}
