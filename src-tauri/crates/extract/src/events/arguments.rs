//! Who is source and who is target, weighed: a log-linear ranking of everyone in reach of an event word.
//!
//! The rules ([`super::roles`]) propose, and what they propose is one sign among others; the ranking settles where they
//! reached too far or found nobody. Candidates compete under a softmax, one for source and one for target, and "nobody" is
//! a candidate too (argument identification as in Gildea, Jurafsky 2002; ranked as in Denis, Baldridge 2008). Signs are
//! categories, named so that the table of weights can be read; no word of an article stands in them, only prepositions.

use lang::happen::Part;
use lang::{Tag, Voice};
use model::{EntityKind, MentionKind};

use super::merge::Told;
use super::phrase::Phrase;
use super::reading::Reading;
use super::roles::{Guessed, governing_verb, push};
use super::subject::{Subject, subject};
use super::trigger::Trigger;
use crate::analysis::{Contender, Referent};

/// How many phrases on either side of an event word, within its sentence, may play a part.
const REACH: usize = 9;
/// How many other words for the same event lend their sentences.
const RETOLD: usize = 3;

/// How much likelier another pair must be than the rules' own.
const BETTER: f32 = 2.5;

/// Somebody who may play a part, or nobody.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// Whom it means; empty for nobody.
    pub(super) who: Vec<Referent>,
    /// The phrase that names them, if one does.
    pub(super) phrase: Option<usize>,
    /// The event word that they are near to.
    pub(super) trigger: usize,
}

/// The two sides that are ranked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Source,
    Target,
}

/// Settles who is source and target of every event.
pub(super) fn ranked(reading: &Reading<'_>, mut told: Vec<Told>, speakers: &[Option<Referent>]) -> Vec<Told> {
    if !reading.context.arguments.is_empty() {
        for told in told.iter_mut().filter(|told| !told.roles.is_empty()) {
            settle(reading, told, speakers);
        }
    }
    told
}

/// All who might be its source or target, with their signs, for fitting the weights; the rules' own are among them.
pub(super) fn contenders(
    reading: &Reading<'_>,
    told: &Told,
    speakers: &[Option<Referent>],
) -> Vec<Contender> {
    if told.roles.is_empty() {
        return Vec::new();
    }
    let mut out = Vec::new();
    for side in [Side::Source, Side::Target] {
        for candidate in candidates(reading, told, side, speakers) {
            let mut words = Vec::new();
            signs(reading, told, side, speakers, &candidate, &mut |sign| words.push(sign.join("|")));
            let first = |who: &Referent| reading.actors.mentions.iter().find(|found| found.referent == *who);
            let who = candidate.who.iter().filter_map(first).map(|found| found.mention.span).collect();
            out.push(Contender { target: side == Side::Target, who, signs: words });
        }
    }
    out
}

/// The likeliest pair in which nobody stands on both sides.
fn settle(reading: &Reading<'_>, told: &mut Told, speakers: &[Option<Referent>]) {
    let [(sources, source), (targets, target)] = [Side::Source, Side::Target].map(|side| {
        let candidates = candidates(reading, told, side, speakers);
        let likely = likely(reading, told, side, speakers, &candidates);
        (candidates, likely)
    });
    let mut best: Option<(f32, usize, usize)> = None;
    let directed = !reading.triggers[told.trigger].sense.kind.is_symmetric();
    // How likely the rules' own pair is.
    let mut ruled = 0.0;
    for (s, p) in source.iter().enumerate() {
        for (t, q) in target.iter().enumerate() {
            let (a, b) = (&sources[s].who, &targets[t].who);
            let both = a.iter().any(|who| b.contains(who)) || a.is_empty() && b.is_empty();
            // Who did it to whom may be found anew, not turned round.
            let turned = directed
                && (a.iter().any(|who| told.roles.targets.contains(who))
                    || b.iter().any(|who| told.roles.sources.contains(who)));
            if !both && !turned && best.is_none_or(|(most, ..)| p * q > most) {
                best = Some((p * q, s, t));
            }
            if *a == told.roles.sources && *b == told.roles.targets {
                ruled = p * q;
            }
        }
    }
    let Some((odds, s, t)) = best else { return };
    // Two sides that the rules told apart ("antara Thailand dan Kamboja") stay apart.
    let apart = !directed && !told.roles.sources.is_empty() && !told.roles.targets.is_empty();
    let roles = &mut told.roles;
    if apart || odds < ruled * BETTER {
        roles.odds = ruled;
        return;
    }
    roles.odds = odds;
    let (source, target) = (&sources[s], &targets[t]);
    if source.who == roles.sources && target.who == roles.targets {
        return;
    }
    roles.guessed = match roles.guessed {
        Some(Guessed::Source) if source.who != roles.sources => None,
        Some(Guessed::Target) if target.who != roles.targets => None,
        guessed => guessed,
    };
    roles.phrases.extend(source.phrase.iter().chain(&target.phrase));
    roles.sources.clone_from(&source.who);
    roles.targets.clone_from(&target.who);
    super::roles::settle(reading, &reading.triggers[told.trigger], roles);
}

/// The probability of each candidate, by a softmax over the sums of its signs' weights; what means the same is counted together.
fn likely(
    reading: &Reading<'_>,
    told: &Told,
    side: Side,
    speakers: &[Option<Referent>],
    candidates: &[Candidate],
) -> Vec<f32> {
    let mut scores = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let mut score = 0.0;
        signs(reading, told, side, speakers, candidate, &mut |words| {
            let worth = reading.context.arguments.worth(words);
            score += match side {
                Side::Source => worth.source,
                Side::Target => worth.target,
            };
        });
        scores.push(score);
    }
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in &mut scores {
        *score = libm::expf(*score - most);
        sum += *score;
    }
    let alone: Vec<f32> = scores.iter().map(|score| score / sum).collect();
    let whole = |candidate: &Candidate| {
        candidates
            .iter()
            .zip(&alone)
            .filter(|(other, _)| other.who == candidate.who)
            .map(|(_, part)| part)
            .sum()
    };
    candidates.iter().map(whole).collect()
}

/// Everyone in reach of an event: nobody, whom the rules chose for this side, the phrases of its sentences, its speaker.
pub(super) fn candidates(
    reading: &Reading<'_>,
    told: &Told,
    side: Side,
    speakers: &[Option<Referent>],
) -> Vec<Candidate> {
    let roles = &told.roles;
    let chosen = match side {
        Side::Source => &roles.sources,
        Side::Target => &roles.targets,
    };
    let mut out = vec![Candidate { who: Vec::new(), phrase: None, trigger: told.trigger }];
    let mut own = chosen.is_empty();
    let mut seen: Vec<usize> = Vec::new();
    for nth in std::iter::once(told.trigger).chain(told.others.iter().copied().take(RETOLD)) {
        let trigger = &reading.triggers[nth];
        let (start, stop) = reading.bounds(trigger.first);
        let here = reading.phrases.partition_point(|phrase| phrase.first < trigger.first);
        let from =
            reading.phrases.partition_point(|phrase| phrase.first < start).max(here.saturating_sub(REACH));
        let to = reading.phrases.partition_point(|phrase| phrase.first < stop).min(here + REACH);
        for at in from..to {
            let who = meant(reading, &reading.phrases[at]);
            if who.is_empty() || seen.contains(&at) {
                continue;
            }
            seen.push(at);
            if !own && roles.phrases.contains(&at) && who.iter().any(|who| chosen.contains(who)) {
                own = true;
                out.push(Candidate { who: chosen.clone(), phrase: Some(at), trigger: nth });
            } else {
                out.push(Candidate { who, phrase: Some(at), trigger: nth });
            }
        }
    }
    if !own {
        out.push(Candidate { who: chosen.clone(), phrase: None, trigger: told.trigger });
    }
    let speaker = speakers[reading.triggers[told.trigger].first];
    if let Some(speaker) = speaker.filter(|speaker| !out.iter().any(|other| other.who.contains(speaker))) {
        out.push(Candidate { who: vec![speaker], phrase: None, trigger: told.trigger });
    }
    out
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

/// What speaks for and against a candidate: each sign is a list of words, given to `say`.
pub(super) fn signs(
    reading: &Reading<'_>,
    told: &Told,
    side: Side,
    speakers: &[Option<Referent>],
    candidate: &Candidate,
    say: &mut dyn FnMut(&[&str]),
) {
    let nth = candidate.trigger;
    let trigger = &reading.triggers[nth];
    let speaker = speakers[trigger.first];
    let roles = &told.roles;
    let form = form(trigger);
    let frame = trigger.sense.frame.name;
    let kind = trigger.sense.kind.code();
    let (own, other) = match side {
        Side::Source => (&roles.sources, &roles.targets),
        Side::Target => (&roles.targets, &roles.sources),
    };
    let by_others = matches!(
        (side, roles.guessed),
        (Side::Source, Some(Guessed::Source)) | (Side::Target, Some(Guessed::Target))
    );
    let guess = if own.is_empty() {
        "none"
    } else if by_others {
        "guess"
    } else {
        "some"
    };
    let sure = match roles.sure {
        sure if sure < 0.55 => "low",
        sure if sure < 0.7 => "mid",
        sure if sure < 0.8 => "good",
        _ => "high",
    };
    let stem = trigger.sense.stem;
    if candidate.who.is_empty() {
        say(&["nobody"]);
        say(&["nobody", form]);
        say(&["nobody", kind]);
        say(&["nobody", frame, form]);
        say(&["nobody", guess]);
        say(&["nobody", guess, kind]);
        say(&["nobody", guess, form, sure]);
        say(&["nobody", guess, frame]);
        say(&["nobody", "other", if other.is_empty() { "none" } else { "some" }]);
        say(&["nobody", "stem", stem]);
        let (start, stop) = reading.bounds(trigger.first);
        let before = reading.phrases.iter().filter(|p| p.first >= start && p.end <= trigger.first).count();
        let behind = reading.phrases.iter().filter(|p| p.first >= trigger.end && p.end <= stop).count();
        say(&["nobody", "before", few(before), form]);
        say(&["nobody", "behind", few(behind), form]);
        if trigger.part == Part::Verb {
            let what = match subject(reading, trigger.first) {
                Subject::Actor(_) => "actor",
                Subject::Owned(_) => "owned",
                Subject::Event(_) => "event",
                Subject::Thing => "thing",
                Subject::Nobody => "nobody",
            };
            say(&["nobody", "subject", what, form]);
        }
        return;
    }
    let first = candidate.who[0];
    let sort = sort(reading, first);
    let same = candidate.who == *own;
    let share = !same && candidate.who.iter().any(|who| own.contains(who));
    let ruled = if same {
        "same"
    } else if share {
        "share"
    } else {
        "not"
    };
    say(&["ruled", ruled, guess]);
    say(&["ruled", ruled, guess, kind]);
    say(&["ruled", ruled, guess, form, sure]);
    say(&["ruled", ruled, guess, frame]);
    say(&["ruled", ruled, sort]);
    if candidate.who.iter().any(|who| other.contains(who)) {
        say(&["opposite", if trigger.sense.kind.is_symmetric() { "symmetric" } else { "directed" }]);
        say(&["opposite", guess, form]);
    }
    let kin = |who: &Referent| {
        other.iter().any(|opposite| {
            reading.state_of(*who) == Some(*opposite) || reading.state_of(*opposite) == Some(*who)
        })
    };
    if candidate.who.iter().any(kin) {
        say(&["kin", sort]);
    }
    say(&["sort", sort]);
    say(&["sort", sort, kind]);
    say(&["named", if reading.actors.referents[first].named { "yes" } else { "no" }, kind]);
    say(&[
        "many",
        few(candidate.who.len()),
        if trigger.sense.kind.is_symmetric() { "symmetric" } else { "directed" },
    ]);
    if reading.kind(first) == EntityKind::Place && reading.state_of(first).is_some() {
        say(&["place of a state", kind]);
    }
    if speaker.is_some_and(|speaker| candidate.who.contains(&speaker)) {
        say(&["speaker", form]);
        say(&["speaker", kind]);
    }
    if nth != told.trigger {
        say(&["retold", ruled]);
    }
    let Some(at) = candidate.phrase else {
        say(&["elsewhere", ruled]);
        return;
    };
    let phrase = &reading.phrases[at];
    let left = phrase.end <= trigger.first;
    let hand = if left { "left" } else { "right" };
    let prep = phrase.prep.map_or("-", |prep| reading.lower(prep));
    let governed = phrase.prep.is_some();
    say(&["place", form, hand, prep]);
    say(&["frame", frame, form, hand, prep]);
    say(&["type", kind, form, hand, prep]);
    say(&["stem", stem, hand, if governed { prep } else { "-" }]);
    say(&["sort", sort, hand, prep]);
    let between = |other: &&Phrase| {
        if left {
            other.first >= phrase.end && other.end <= trigger.first
        } else {
            other.first >= trigger.end && other.end <= phrase.first
        }
    };
    let nearer = reading.phrases.iter().filter(between).count();
    let bare = reading.phrases.iter().filter(between).filter(|other| other.prep.is_none()).count();
    say(&["nearer", few(nearer), form, hand]);
    say(&["nearer bare", few(bare), form, hand, if governed { "governed" } else { "bare" }]);
    let gap = if left { phrase.end..trigger.first } else { trigger.end..phrase.first };
    let distance = match gap.len() {
        0 => "0",
        1 => "1",
        2..=3 => "2",
        4..=6 => "4",
        7..=12 => "7",
        _ => "13",
    };
    say(&["distance", distance, form, hand, if governed { "governed" } else { "bare" }]);
    let mut verbs = 0;
    let mut events = 0;
    let (mut commas, mut rel, mut comp, mut sub, mut said, mut wall, mut coord) =
        (0, false, false, false, false, false, false);
    for token in gap {
        let cues = reading.cues[token];
        verbs += usize::from(reading.verb(token));
        events += usize::from(
            reading.trigger_at[token].is_some_and(|event| reading.triggers[event].first == token),
        );
        commas += usize::from(reading.comma(token));
        rel |= cues.rel;
        comp |= cues.comp;
        sub |= cues.sub && !cues.prep;
        said |= cues.say;
        coord |= cues.coord;
        wall |= reading.wall(token);
    }
    say(&["verbs", few(verbs), form, hand]);
    say(&["events", few(events), form, hand]);
    say(&["commas", few(commas), form, hand]);
    for (is, what) in
        [(rel, "rel"), (comp, "comp"), (sub, "sub"), (said, "say"), (coord, "coord"), (wall, "wall")]
    {
        if is {
            say(&["across", what, form, hand]);
        }
    }
    let (start, stop) = reading.bounds(phrase.first);
    let opens = phrase.prep.unwrap_or(phrase.first);
    let before = if opens == start { "start" } else { beside(reading, opens - 1, nth) };
    let behind = (phrase.end..stop).find(|at| !reading.transparent(*at));
    let behind = behind.map_or("end", |at| beside(reading, at, nth));
    let state = if governed { "governed" } else { "bare" };
    say(&["before", before, form, hand, state]);
    say(&["behind", behind, form, hand, state]);
    say(&["around", before, behind, form, hand, state]);
    let told_often = reading.actors.mentions.iter().filter(|found| found.referent == first).count();
    let often = match told_often {
        0 | 1 => "1",
        2 | 3 => "2",
        4..=7 => "4",
        _ => "8",
    };
    say(&["often", often]);
    if trigger.part == Part::Noun
        && let Some(verb) = governing_verb(reading, trigger.first, start)
    {
        let subject = subject(reading, verb).phrase() == Some(at);
        let what = match reading.trigger_at[verb] {
            Some(event) => reading.triggers[event].sense.kind.code(),
            None if reading.cues[verb].say => "say",
            None if reading.happen.light(reading.lower(verb)).is_some() => "light",
            None => "verb",
        };
        say(&["subject of its verb", if subject { "yes" } else { "no" }, what]);
        say(&["subject of its verb", if subject { "yes" } else { "no" }, kind]);
    }
    if let Some(head) = phrase.head {
        let owner = match reading.trigger_at[head] {
            Some(event) if event == nth => "itself",
            Some(_) => "event",
            None => "thing",
        };
        say(&["owner of", owner, form, hand]);
        say(&["owner of", owner, kind]);
    } else {
        say(&["owner of", "nothing", form, hand]);
    }
    if trigger.part == Part::Verb && subject(reading, trigger.first).phrase() == Some(at) {
        say(&["subject", form]);
        say(&["subject", form, kind]);
    }
    let opens = reading
        .phrases
        .iter()
        .position(|other| other.first >= start && other.prep.is_none() && other.head.is_none());
    if opens == Some(at) {
        say(&["opens the sentence", form]);
    }
    let kinds = phrase.members.first().map_or("-", |member| match member.kind {
        MentionKind::Name => "name",
        MentionKind::Nominal => "description",
        MentionKind::Pronoun => "pronoun",
    });
    say(&["mention", kinds, form, hand]);
    if reading.owns_next(phrase) {
        say(&["owns next", form, hand]);
    }
}

/// What stands beside a phrase.
fn beside(reading: &Reading<'_>, at: usize, nth: usize) -> &'static str {
    let cues = reading.cues[at];
    match reading.trigger_at[at] {
        Some(event) if event == nth => return "itself",
        Some(event) if reading.triggers[event].part == Part::Noun => return "event noun",
        Some(_) => return "event verb",
        None => {}
    }
    if reading.phrase_at[at].is_some() {
        "actor"
    } else if reading.comma(at) {
        "comma"
    } else if reading.punct(at) {
        "mark"
    } else if cues.say {
        "say"
    } else if cues.rel {
        "rel"
    } else if cues.comp {
        "comp"
    } else if cues.coord {
        "coord"
    } else if cues.prep {
        "prep"
    } else if cues.sub {
        "sub"
    } else if reading.verb(at) {
        "verb"
    } else {
        match reading.token(at).tag {
            Tag::Noun | Tag::Propn => "noun",
            Tag::Adj => "adjective",
            Tag::Num => "number",
            _ => "word",
        }
    }
}

fn form(trigger: &Trigger) -> &'static str {
    match (trigger.part, trigger.voice) {
        (Part::Noun, _) => "noun",
        (Part::Verb, Voice::Passive) => "passive",
        (Part::Verb, Voice::Active) => "active",
    }
}

fn sort(reading: &Reading<'_>, who: Referent) -> &'static str {
    let draft = &reading.actors.referents[who];
    match draft.kind {
        EntityKind::Person if draft.role.is_some() => "official",
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Country => "country",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Facility => "facility",
        EntityKind::Agreement => "agreement",
        EntityKind::Weapon => "weapon",
        EntityKind::Other => "other",
    }
}

fn few(count: usize) -> &'static str {
    match count {
        0 => "0",
        1 => "1",
        2 => "2",
        _ => "3",
    }
}
