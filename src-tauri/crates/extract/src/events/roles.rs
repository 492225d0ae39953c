//! Who did it and to whom: from an event word and its frame to its fillers.

use lang::happen::{Light, Part, Slot, Turn};
use lang::{Order, Tag, Voice};
use model::{EntityKind, MentionKind, Plover};

use super::phrase::Phrase;
use super::reading::{DEMAND, Reading};
use super::subject::{Subject, light_before, subject, verb_before};
use super::trigger::Trigger;
use crate::analysis::Referent;

/// How far to the right a role may stand.
const REACH: usize = 28;

/// How far before "yang" the verb may stand that sent what the relative clause is about.
const SENT: usize = 12;

/// Which side of an event is not told with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Guessed {
    Source,
    Target,
}

/// The fillers of an event, each list without repetition.
#[derive(Clone, Debug, Default)]
pub(super) struct Roles {
    pub(super) sources: Vec<Referent>,
    pub(super) targets: Vec<Referent>,
    pub(super) others: Vec<Referent>,
    pub(super) place: Option<Referent>,
    /// Sentences of the antecedents are looked up for these.
    pub(super) phrases: Vec<usize>,
    /// Event words that stand where its subject would.
    pub(super) events: Vec<usize>,
    /// Whether a side is only guessed from what is told nearby.
    pub(super) guessed: Option<Guessed>,
    /// How sure the attachment is, 0 to 1.
    pub(super) sure: f32,
    /// How likely source and target are right, by the ranking of arguments, 0 to 1.
    pub(super) odds: f32,
}

impl Roles {
    fn add(&mut self, reading: &Reading<'_>, slot: Slot, nth: usize) {
        let phrase = &reading.phrases[nth];
        for member in &phrase.members {
            let place = reading.kind(member.referent) == EntityKind::Place;
            let who = member.acts_as.filter(|_| place).unwrap_or(member.referent);
            match slot {
                Slot::Source => push(&mut self.sources, who),
                Slot::Target => push(&mut self.targets, who),
                Slot::Both => {
                    push(&mut self.sources, who);
                    push(&mut self.targets, who);
                }
                Slot::None => {}
            }
        }
        if slot != Slot::None {
            self.phrases.push(nth);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.targets.is_empty()
    }
}

pub(super) fn push(list: &mut Vec<Referent>, referent: Referent) {
    if !list.contains(&referent) {
        list.push(referent);
    }
}

/// The roles of an event word.
pub(super) fn roles(reading: &Reading<'_>, trigger: &Trigger, speaker: Option<Referent>) -> Roles {
    if trigger.sense.frame.name == DEMAND {
        return of_demand(reading, trigger, speaker);
    }
    let mut roles = match trigger.part {
        Part::Verb => of_verb(reading, trigger, speaker),
        Part::Noun => of_noun(reading, trigger, speaker),
    };
    // "mengancam akan menyerang Chad": whom the threatened deed would strike.
    let threat = trigger.sense.kind == Plover::Threaten && trigger.sense.turn == Some(Turn::Planned);
    // "menolak memberi bantuan kepada Chad", "berjanji mengirim dokter ke Chad": whom it concerns.
    let promise = matches!(trigger.sense.kind, Plover::Reject | Plover::Agree)
        && matches!(trigger.sense.turn, Some(Turn::Planned | Turn::Possible));
    if roles.targets.is_empty()
        && (matches!(trigger.sense.turn, Some(Turn::Called | Turn::Claimed)) || threat || promise)
        && trigger.voice == Voice::Active
    {
        from_complement(reading, trigger, promise, &mut roles);
    }
    settle(reading, trigger, &mut roles);
    roles
}

/// "Chad harus mundur," kata Silva: who says so asks whoever must act. What nobody says, or must only be suffered, is no demand.
fn of_demand(reading: &Reading<'_>, trigger: &Trigger, speaker: Option<Referent>) -> Roles {
    let mut roles = Roles { sure: 0.7, ..Roles::default() };
    let (start, stop) = reading.bounds(trigger.first);
    let before = trigger.first.checked_sub(1).filter(|at| *at >= start).map(|at| reading.cues[at]);
    let verb = (trigger.end..stop).find(|at| reading.verb(*at));
    let suffers = verb.is_some_and(|verb| {
        let voice = reading.trigger_at[verb].map(|event| reading.triggers[event].voice);
        voice.or(reading.token(verb).voice) == Some(Voice::Passive)
    });
    if suffers || before.is_none_or(|cues| cues.rel || cues.neg) {
        return roles;
    }
    let Some(speaker) = speaker else { return roles };
    if let Subject::Actor(nth) = subject(reading, trigger.first) {
        roles.add(reading, Slot::Target, nth);
        if roles.targets.contains(&speaker) {
            return Roles::default();
        }
        push(&mut roles.sources, speaker);
    }
    roles
}

/// Who is asked or warned, where it is only said in the complement: "menyerukan agar Israel mundur", "menawarkan pertemuan dengan Kim".
fn from_complement(reading: &Reading<'_>, trigger: &Trigger, promise: bool, roles: &mut Roles) {
    let (_, stop) = reading.bounds(trigger.first);
    let verb = (trigger.end..stop).find(|at| !reading.transparent(*at)).filter(|at| reading.verb(*at));
    if promise && verb.is_none() {
        return;
    }
    for at in trigger.end..stop.min(trigger.end + REACH) {
        let cues = reading.cues[at];
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            let place = phrase.prep.is_some_and(|prep| reading.cues[prep].at);
            // "Prabowo meminta agar perjanjian antara Indonesia dan Jepang segera disahkan": his own state is not asked.
            let own = phrase.members.iter().any(|member| {
                roles
                    .sources
                    .iter()
                    .any(|who| *who == member.referent || reading.state_of(*who) == Some(member.referent))
            });
            // What is promised or refused is the object; whom it concerns stands behind a preposition.
            if promise && phrase.prep.is_none() {
                continue;
            }
            if !place && !own {
                roles.add(reading, Slot::Target, nth);
                roles.sure -= 0.15;
                return;
            }
        } else if reading.comma(at) && at > trigger.end
            || reading.lower(at) == "."
            || cues.quote
            || cues.sub && !cues.call && !cues.hyp
        {
            return;
        }
    }
}

fn of_verb(reading: &Reading<'_>, trigger: &Trigger, speaker: Option<Referent>) -> Roles {
    let mut roles = Roles { sure: 0.85, ..Roles::default() };
    let frame = trigger.sense.frame;
    let passive = trigger.voice == Voice::Passive;
    let slot = if passive { frame.object } else { frame.subject };
    if let Some(agent) = trigger.agent {
        return of_bare_passive(reading, trigger, agent, speaker, roles);
    }
    match subject(reading, trigger.first) {
        Subject::Actor(nth) => roles.add(reading, slot, nth),
        Subject::Owned(nth) => {
            roles.add(reading, slot, nth);
            roles.sure -= 0.15;
        }
        Subject::Event(event) => {
            roles.events.push(event);
            roles.sure -= 0.2;
        }
        Subject::Thing
            if !passive
                && slot == Slot::Source
                && trigger.sense.kind == Plover::Assault
                && let Some(nth) = sender(reading, trigger.first) =>
        {
            roles.add(reading, slot, nth);
            roles.sure -= 0.2;
        }
        Subject::Speaker => {
            roles.sure -= 0.15;
            if let Some(speaker) = speaker.filter(|_| slot == Slot::Source) {
                push(&mut roles.sources, speaker);
            }
        }
        Subject::Thing | Subject::Nobody => {
            roles.sure -= 0.15;
            // In a quotation "kami" and "saya" are whoever speaks.
            if let Some(speaker) =
                speaker.filter(|_| first_person(reading, trigger.first) && slot == Slot::Source)
            {
                push(&mut roles.sources, speaker);
            }
        }
    }
    // "menuntut dicopotnya Menteri X": the passive is a noun, and what it strikes stands behind it.
    if passive && reading.clitic(trigger.end) {
        roles = Roles { sure: 0.75, ..Roles::default() };
        to_the_right(reading, trigger, false, &mut roles);
        return roles;
    }
    to_the_right(reading, trigger, passive, &mut roles);
    roles
}

/// "Ketiga pelaku sudah kami amankan", "usul yang Israel tolak": the agent right before the bare stem, whom it struck before
/// the agent, or behind the verb as in "Kami amankan lima orang".
fn of_bare_passive(
    reading: &Reading<'_>,
    trigger: &Trigger,
    agent: usize,
    speaker: Option<Referent>,
    mut roles: Roles,
) -> Roles {
    let frame = trigger.sense.frame;
    if let Some(nth) = reading.phrase_at[agent] {
        roles.add(reading, frame.subject, nth);
    } else if let Some(speaker) =
        speaker.filter(|_| frame.subject == Slot::Source && says_i(reading, trigger.first - 1))
    {
        push(&mut roles.sources, speaker);
    }
    match subject(reading, agent) {
        Subject::Actor(nth) => roles.add(reading, frame.object, nth),
        Subject::Owned(nth) => {
            roles.add(reading, frame.object, nth);
            roles.sure -= 0.15;
        }
        Subject::Event(event) => roles.events.push(event),
        Subject::Thing | Subject::Speaker => {}
        Subject::Nobody => {
            to_the_right(reading, trigger, false, &mut roles);
            return roles;
        }
    }
    to_the_right(reading, trigger, true, &mut roles);
    roles
}

/// "Chad menembakkan roket yang menghantam pasar": the subject of the verb whose object the relative clause is about.
fn sender(reading: &Reading<'_>, verb: usize) -> Option<usize> {
    let (start, _) = reading.bounds(verb);
    let rel = (start..verb).rev().find(|at| !reading.transparent(*at)).filter(|at| reading.cues[*at].rel)?;
    let matrix = (start.max(rel.saturating_sub(SENT))..rel)
        .rev()
        .take_while(|at| reading.phrase_at[*at].is_none() && !reading.cues[*at].rel)
        .find(|at| reading.verb(*at))?;
    let voice = match reading.trigger_at[matrix] {
        Some(event) => Some(reading.triggers[event].voice),
        None => reading.token(matrix).voice,
    };
    (voice != Some(Voice::Passive)).then(|| subject(reading, matrix).phrase()).flatten()
}

/// Whether the verb has a first person for its subject.
fn first_person(reading: &Reading<'_>, verb: usize) -> bool {
    let (start, _) = reading.bounds(verb);
    let before = (start..verb).rev().find(|at| !reading.transparent(*at));
    before.is_some_and(|at| says_i(reading, at))
}

pub(super) fn says_i(reading: &Reading<'_>, at: usize) -> bool {
    let word = reading.tagged.tokens.get(at).map_or("", |token| &*token.lower);
    (reading.context.pack.terms)().pronouns.exact(word).is_some_and(|pronoun| pronoun.person == 1)
}

/// Object, agent and prepositional roles behind the event word.
fn to_the_right(reading: &Reading<'_>, trigger: &Trigger, passive: bool, roles: &mut Roles) {
    let frame = trigger.sense.frame;
    let (_, stop) = reading.bounds(trigger.first);
    let noun = trigger.part == Part::Noun;
    let mut bare_taken = false;
    // What stands behind an event noun belongs to that noun: "menolak pengusiran terhadap X".
    let mut behind_event = false;
    let nominal = !noun && trigger.voice == Voice::Passive && reading.clitic(trigger.end);
    let mut at = trigger.end + usize::from(nominal);
    while at < stop.min(trigger.end + REACH) {
        if let Some(close) = reading.closed(at) {
            at = close + 1;
            continue;
        }
        if let Some(nth) = reading.phrase_at[at] {
            let phrase = &reading.phrases[nth];
            let word =
                phrase.prep.filter(|prep| *prep >= trigger.end).map(|prep| reading.lower(prep).to_owned());
            match word {
                // "menyatakan dukungannya": the clitic is the subject again.
                None if !noun
                    && phrase.members.iter().all(|member| roles.sources.contains(&member.referent)) => {}
                None if bare_taken => {}
                // "mengirim 40 perawat ke Chad": the nurses are part of what is done.
                None if trigger.gives(phrase) => {}
                None if phrase.head.is_some_and(|head| owned_by_event(reading, head, trigger)) => {
                    // "mengecam serangan Israel", "kritik terhadap operasi militer Israel": what is said of the deed is said of the doer.
                    let own = phrase.members.iter().any(|member| roles.sources.contains(&member.referent));
                    if opinion(trigger.sense.kind)
                        && !passive
                        && roles.targets.is_empty()
                        && !own
                        && is_object(reading, phrase, trigger)
                    {
                        roles.add(reading, Slot::Target, nth);
                        roles.sure -= 0.05;
                        bare_taken = true;
                    }
                }
                None if noun => {
                    if near(reading, trigger.end, phrase) {
                        possessor(reading, trigger, nth, roles);
                    }
                    bare_taken = true;
                }
                None if passive => {
                    // "ditangkap polisi": a bare agent stands right behind the verb, where modifiers follow their noun.
                    let close = phrase.first == trigger.end
                        || (trigger.end..phrase.first).all(|at| reading.transparent(at));
                    if close && reading.context.pack.order == Order::HeadFirst {
                        roles.add(reading, frame.subject, nth);
                    }
                    bare_taken = true;
                }
                None if reading.owns_next(phrase) && !suffers_with(trigger, reading, phrase) => {
                    // "renegotiate the country's debt": the debt is no actor.
                    bare_taken = true;
                }
                None => {
                    roles.add(reading, frame.object, nth);
                    if phrase.head.is_some() || reading.owns_next(phrase) {
                        roles.sure -= 0.1;
                    }
                    bare_taken = true;
                }
                Some(word)
                    if !behind_event
                        || phrase
                            .prep
                            .is_some_and(|prep| reading.cues[prep].agent || reading.cues[prep].at) =>
                {
                    by_preposition(reading, trigger, &word, nth, roles);
                }
                Some(_) => {}
            }
            at = phrase.end;
            continue;
        }
        behind_event |=
            !noun && reading.trigger_at[at].is_some_and(|event| reading.triggers[event].part == Part::Noun);
        if ends_clause(reading, at, trigger) {
            if let Some(next) = performer(reading, at, stop, noun) {
                if reading.context.pack.order == Order::HeadLast {
                    performed(reading, trigger, next, roles);
                } else {
                    by_performer(reading, next, roles, frame.subject);
                }
            }
            break;
        }
        at += 1;
    }
}

/// Whether what is done to a thing is done to its owner: "criticised Russia's war", "destroyed Ukraine's power grid".
fn suffers_with(trigger: &Trigger, reading: &Reading<'_>, phrase: &Phrase) -> bool {
    opinion(trigger.sense.kind)
        || trigger.sense.kind == Plover::Assault
            && phrase.members.iter().all(|member| {
                member.kind != MentionKind::Pronoun && reading.kind(member.referent) != EntityKind::Person
            })
}

/// Types that are about what somebody does.
fn opinion(kind: Plover) -> bool {
    matches!(kind, Plover::Accuse | Plover::Reject | Plover::Support | Plover::Request | Plover::Threaten)
}

fn by_preposition(reading: &Reading<'_>, trigger: &Trigger, word: &str, nth: usize, roles: &mut Roles) {
    let frame = trigger.sense.frame;
    let phrase = &reading.phrases[nth];
    let placed = place_of(reading, phrase);
    let cues = phrase.prep.map(|prep| reading.cues[prep]).unwrap_or_default();
    // "dievakuasi dari Gaza" says where, "bantuan dari Jepang" whose.
    let speaks_of_agent =
        trigger.part == Part::Noun || cues.agent || cues.between || frame.subject == Slot::Target;
    if reading.owns_next(phrase) && cues.agent {
        // "shot by his comrades": not by him.
    } else if frame.name == "both" && cues.at && reading.context.pack.order == Order::HeadLast {
        // "Russia's war in Ukraine": where it is fought is the other side, if one side was named.
        if !roles.sources.is_empty() && roles.targets.is_empty() {
            roles.add(reading, Slot::Target, nth);
        }
        if roles.place.is_none() {
            roles.place = placed;
        }
    } else if frame.by.contains(&word) && speaks_of_agent {
        if cues.between && matches!(frame.name, "with" | "both" | "join") {
            sides(reading, trigger, nth, roles);
        } else if roles.sources.is_empty() && frame.subject != Slot::Target {
            roles.add(reading, if frame.subject == Slot::None { Slot::Source } else { frame.subject }, nth);
        } else if frame.subject == Slot::Target {
            roles.add(reading, Slot::Source, nth);
        }
    } else if frame.to.contains(&word) {
        let explicit = roles.targets.is_empty() || !placed_word(reading, word);
        if frame.name == "join" {
            roles.add(reading, Slot::Source, nth);
        } else if explicit {
            roles.add(reading, if frame.object == Slot::None { Slot::Target } else { frame.object }, nth);
        }
        if placed.is_some() && placed_word(reading, word) && roles.place.is_none() {
            roles.place = placed;
        }
    } else if cues.at && roles.place.is_none() && placed.is_some() {
        roles.place = placed;
    }
}

/// Whether the preposition is one that stands before places.
fn placed_word(reading: &Reading<'_>, word: &str) -> bool {
    (reading.context.pack.terms)().at.contains(word)
}

fn place_of(reading: &Reading<'_>, phrase: &Phrase) -> Option<Referent> {
    let referent = phrase.members.first()?.referent;
    matches!(reading.kind(referent), EntityKind::Place | EntityKind::Country | EntityKind::Facility)
        .then_some(referent)
}

/// "antara Iran dan AS", "Ukraina-Rusia": the first side and the others.
fn sides(reading: &Reading<'_>, trigger: &Trigger, nth: usize, roles: &mut Roles) {
    let phrase = &reading.phrases[nth];
    match trigger.sense.frame.name {
        "both" => roles.add(reading, Slot::Both, nth),
        "join" => roles.add(reading, Slot::Source, nth),
        _ => {
            roles.phrases.push(nth);
            for (side, member) in phrase.members.iter().enumerate() {
                let place = reading.kind(member.referent) == EntityKind::Place;
                let who = member.acts_as.filter(|_| place).unwrap_or(member.referent);
                if side == 0 && roles.sources.is_empty() {
                    push(&mut roles.sources, who);
                } else {
                    push(&mut roles.targets, who);
                }
            }
        }
    }
}

/// The phrase right behind an event noun.
fn possessor(reading: &Reading<'_>, trigger: &Trigger, nth: usize, roles: &mut Roles) {
    let frame = trigger.sense.frame;
    if matches!(frame.name, "with" | "both" | "join") && reading.phrases[nth].members.len() > 1 {
        sides(reading, trigger, nth, roles);
    } else if trigger.sense.patient && reading.suffers(nth) {
        roles.add(reading, Slot::Target, nth);
    } else if frame.subject == Slot::Both && reading.context.pack.order == Order::HeadLast {
        roles.add(reading, Slot::Source, nth);
    } else {
        roles.add(reading, frame.subject, nth);
    }
}

/// Whether only modifiers stand between the noun and the phrase behind it.
fn near(reading: &Reading<'_>, from: usize, phrase: &Phrase) -> bool {
    // "kunjungan Presiden Silva": the title of whose visit it is.
    let modifier = |at: usize| {
        matches!(reading.token(at).tag, Tag::Adj | Tag::Noun | Tag::Adv | Tag::Det | Tag::Num | Tag::Other)
            || reading.token(at).tag == Tag::Propn && !reading.named[at] && reading.phrase_at[at].is_none()
    };
    // "kerja sama pangan dan energi Peru": two modifiers are still only modifiers.
    let joins = |at: usize| {
        reading.cues[at].coord
            && at > from
            && at + 1 < phrase.first
            && reading.token(at - 1).tag == Tag::Noun
            && reading.token(at + 1).tag == Tag::Noun
    };
    phrase.first <= from + 5
        && (from..phrase.first).all(|at| {
            (modifier(at) || joins(at))
                && reading.trigger_at[at].is_none()
                && !reading.cues[at].prep
                && !reading.cues[at].rel
        })
}

/// Whether the common noun before a phrase is another event word: "menolak serangan Rusia".
fn owned_by_event(reading: &Reading<'_>, head: usize, trigger: &Trigger) -> bool {
    reading.trigger_at[head].is_some_and(|event| reading.triggers[event].first != trigger.first)
}

/// Whether the event word before a phrase is what the verb is about: its object, or behind one of the frame's prepositions.
fn is_object(reading: &Reading<'_>, phrase: &Phrase, trigger: &Trigger) -> bool {
    let Some(event) =
        phrase.head.and_then(|head| reading.trigger_at[head]).map(|event| reading.triggers[event].first)
    else {
        return false;
    };
    let preps = (trigger.end..event).filter(|at| reading.cues[*at].prep).map(|at| reading.lower(at));
    preps.into_iter().all(|word| trigger.sense.frame.to.contains(&word))
}

fn ends_clause(reading: &Reading<'_>, at: usize, trigger: &Trigger) -> bool {
    let cues = reading.cues[at];
    if cues.rel || cues.comp || cues.stop || reading.wall(at) && reading.lower(at) != "(" {
        return true;
    }
    if reading.comma(at) {
        return true;
    }
    if let Some(event) = reading.trigger_at[at] {
        return reading.triggers[event].part == Part::Verb && reading.triggers[event].first != trigger.first;
    }
    cues.sub && !cues.prep || reading.verb(at)
}

/// "serangan yang dilakukan tentara Chad": the light verb in the relative clause of an event noun.
fn performer(reading: &Reading<'_>, rel: usize, stop: usize, noun: bool) -> Option<(usize, Light, Voice)> {
    if !noun {
        return None;
    }
    let at = if reading.cues[rel].rel { rel + 1 } else { rel };
    let at = (at..stop.min(at + 3)).find(|at| !reading.transparent(*at))?;
    let (light, form) = reading.happen.light(reading.lower(at))?;
    Some((at, light, form.voice.or(reading.token(at).voice)?))
}

fn by_performer(
    reading: &Reading<'_>,
    (at, light, voice): (usize, Light, Voice),
    roles: &mut Roles,
    slot: Slot,
) {
    if voice != Voice::Passive || light != Light::Do || !roles.sources.is_empty() {
        return;
    }
    let (_, stop) = reading.bounds(at);
    for next in at + 1..stop.min(at + 6) {
        if let Some(nth) = reading.phrase_at[next] {
            let phrase = &reading.phrases[nth];
            if phrase.prep.is_none_or(|prep| reading.cues[prep].agent) {
                roles.add(reading, if slot == Slot::Both { Slot::Both } else { Slot::Source }, nth);
            }
            return;
        }
        // "Tuntutan itu disampaikan usai Fadli menyebut": another clause.
        if reading.verb(next) || reading.comma(next) || reading.wall(next) || reading.cues[next].sub {
            return;
        }
    }
}

/// "Sanctions were imposed on Peru by Chile", "talks were held between Peru and Chile": all that stands behind the light verb of an event
/// noun belongs to the noun.
fn performed(
    reading: &Reading<'_>,
    trigger: &Trigger,
    (at, light, voice): (usize, Light, Voice),
    roles: &mut Roles,
) {
    if voice != Voice::Passive || light != Light::Do {
        return;
    }
    let (_, stop) = reading.bounds(at);
    let mut next = at + 1;
    while next < stop.min(at + REACH) {
        if let Some(nth) = reading.phrase_at[next] {
            let phrase = &reading.phrases[nth];
            let word = phrase.prep.filter(|prep| *prep > at).map(|prep| reading.lower(prep).to_owned());
            let Some(word) = word else { return };
            by_preposition(reading, trigger, &word, nth, roles);
            next = phrase.end;
            continue;
        }
        if reading.verb(next)
            || reading.comma(next)
            || reading.wall(next)
            || reading.cues[next].sub && !reading.cues[next].prep
        {
            return;
        }
        next += 1;
    }
}

fn of_noun(reading: &Reading<'_>, trigger: &Trigger, speaker: Option<Referent>) -> Roles {
    let mut roles = Roles { sure: 0.75, ..Roles::default() };
    let (start, _) = reading.bounds(trigger.first);
    if reading.context.pack.order == Order::HeadLast {
        before(reading, trigger, start, &mut roles);
    }
    if let Some((thanked, thanks)) = thanked_for(reading, trigger) {
        roles.add(reading, Slot::Source, thanked);
        if let Some(nth) = subject(reading, thanks).phrase() {
            roles.add(reading, Slot::Target, nth);
        }
        return roles;
    }
    to_the_right(reading, trigger, false, &mut roles);
    // "pertemuan saya dengan Presiden", in a quotation.
    if let Some(speaker) = speaker.filter(|_| {
        roles.sources.is_empty()
            && trigger.sense.frame.subject == Slot::Source
            && says_i(reading, trigger.end)
    }) {
        push(&mut roles.sources, speaker);
    }
    if let Some(at) = light_before(reading, trigger.first, start) {
        lend(reading, trigger, at, &mut roles);
        // "Kami menyampaikan terima kasih": in a quotation whoever speaks.
        if let Some(speaker) = speaker.filter(|_| {
            roles.sources.is_empty()
                && trigger.sense.frame.subject == Slot::Source
                && first_person(reading, at)
                && reading.happen.light(reading.lower(at)).is_some_and(|(light, _)| light == Light::Do)
        }) {
            push(&mut roles.sources, speaker);
        }
    } else if let Some(verb) = governing_verb(reading, trigger.first, start)
        && matches!(trigger.sense.frame.name, "with" | "join")
        && roles.sources.len() + roles.targets.len() == 1
        && reading.trigger_at[verb].is_some()
    {
        // "Chad menyerukan gencatan senjata dengan Sudan": the caller is the other side.
        if let Some(nth) = subject(reading, verb).phrase() {
            let slot = if trigger.sense.frame.name == "with" && !roles.sources.is_empty() {
                Slot::Target
            } else {
                Slot::Source
            };
            roles.add(reading, slot, nth);
            roles.sure -= 0.15;
        }
    } else if trigger.sense.frame.name == "with" && roles.sources.is_empty() && !roles.targets.is_empty() {
        // "Prabowo berbicara seusai pertemuan dengan Putin": who met is who acts.
        let free = |nth: &usize| {
            reading.phrases[*nth].members.iter().all(|member| !roles.targets.contains(&member.referent))
        };
        if let Some(nth) = occasion(reading, trigger.first)
            .or_else(|| opening(reading, trigger))
            .or_else(|| doer(reading, trigger.first))
            .or_else(|| main_subject(reading, trigger.first))
            .filter(free)
        {
            roles.add(reading, Slot::Source, nth);
            roles.sure -= 0.1;
        }
    } else if roles.sources.is_empty()
        && trigger.sense.frame.subject == Slot::Source
        && !matches!(trigger.sense.kind, Plover::Assault | Plover::Coerce | Plover::Sanction)
        && let Some(nth) = occasion(reading, trigger.first)
    {
        roles.add(reading, Slot::Source, nth);
        roles.sure -= 0.15;
    }
    roles
}

/// "Rina berterima kasih kepada Chad atas dukungannya": whose deed it is, and the verb that thanks for it.
fn thanked_for(reading: &Reading<'_>, trigger: &Trigger) -> Option<(usize, usize)> {
    let (start, _) = reading.bounds(trigger.first);
    let prep = trigger.first.checked_sub(1).filter(|at| *at > start && reading.cues[*at].prep)?;
    if !reading.clitic(trigger.end) || trigger.sense.frame.subject != Slot::Source {
        return None;
    }
    let nth = reading.phrase_at[prep - 1]?;
    let thanked = &reading.phrases[nth];
    let to = thanked.prep?;
    let thanks = (start..to).rev().find(|at| reading.verb(*at))?;
    let opinion = |event: usize| {
        opinion(reading.triggers[event].sense.kind)
            && reading.triggers[event].sense.frame.to.contains(&reading.lower(to))
            && !reading.triggers[event].sense.frame.by.contains(&reading.lower(prep))
    };
    let tells = (thanks..to).filter_map(|at| reading.trigger_at[at]).any(opinion);
    tells.then_some((nth, thanks))
}

/// "Dalam wawancara dengan Kompas, Rina menyatakan": the subject behind the comma, where the event noun opens its clause.
fn opening(reading: &Reading<'_>, trigger: &Trigger) -> Option<usize> {
    let (start, stop) = reading.bounds(trigger.first);
    let opens = (start..trigger.first)
        .rev()
        .find(|at| !matches!(reading.token(*at).tag, Tag::Noun | Tag::Det | Tag::Num | Tag::Adj))?;
    let first = opens == start || reading.cues[opens - 1].sub || reading.comma(opens - 1);
    if !reading.cues[opens].prep || !first {
        return None;
    }
    let comma =
        (trigger.end..stop).take_while(|at| !reading.verb(*at)).filter(|at| reading.comma(*at)).last()?;
    let nth = (comma + 1..stop.min(comma + 4)).find_map(|at| reading.phrase_at[at])?;
    (reading.phrases[nth].prep.is_none() && reading.phrases[nth].head.is_none()).then_some(nth)
}

/// "kata Rina dalam konferensi pers", "disampaikan Rina saat peresmian jembatan": who speaks on the occasion that an event noun names.
fn occasion(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let (start, _) = reading.bounds(noun);
    let prep = (start.max(noun.saturating_sub(4))..noun)
        .rev()
        .take_while(|at| reading.cues[*at].prep || matches!(reading.token(*at).tag, Tag::Noun | Tag::Det))
        .filter(|at| reading.cues[*at].prep)
        .last()?;
    // "dalam pernyataan pers seusai pertemuan": one occasion after another.
    let open = |at: &usize| {
        !reading.comma(*at)
            && !reading.timed[*at]
            && (reading.phrase_at[*at].is_some()
                || !reading.cues[*at].prep && reading.token(*at).tag != Tag::Noun)
    };
    let end = (start.max(prep.saturating_sub(8))..prep).rev().find(open)?;
    let end = reading.opened(end).unwrap_or(end + 1).checked_sub(1)?;
    let nth = reading.phrase_at[end]?;
    let phrase = &reading.phrases[nth];
    let (start, _) = reading.bounds(phrase.first);
    let before = (start..phrase.first).rev().take(6).find(|at| {
        reading.cues[*at].quote || reading.cues[*at].relays || reading.verb(*at) || reading.punct(*at)
    })?;
    (reading.cues[before].quote || reading.cues[before].relays).then_some(nth)
}

/// Who acts in the clause that an event noun is said of: the agent of its passive ("disampaikan oleh Carney dalam percakapan
/// dengan Prabowo"), else its subject, not the object of its verb.
fn doer(reading: &Reading<'_>, noun: usize) -> Option<usize> {
    let (start, _) = reading.bounds(noun);
    let here = reading.phrases.partition_point(|phrase| phrase.first < noun);
    for nth in (0..here).rev().take_while(|nth| reading.phrases[*nth].first >= start) {
        let phrase = &reading.phrases[nth];
        if (phrase.end..noun).any(|at| reading.cues[at].comp || reading.cues[at].say) {
            return None;
        }
        if phrase.prep.is_some_and(|prep| reading.cues[prep].agent) {
            return Some(nth);
        }
        if phrase.prep.is_none()
            && phrase.head.is_none()
            && phrase
                .members
                .iter()
                .all(|member| member.kind != MentionKind::Pronoun || !reading.clitic(phrase.first))
            && verb_before(reading, phrase, start).is_none()
        {
            return Some(nth);
        }
    }
    None
}

/// The first actor of the sentence that no preposition governs.
fn main_subject(reading: &Reading<'_>, at: usize) -> Option<usize> {
    let (start, stop) = reading.bounds(at);
    let from = reading.phrases.partition_point(|phrase| phrase.first < start);
    let phrase = reading.phrases[from..]
        .iter()
        .take_while(|phrase| phrase.first < stop)
        .position(|phrase| phrase.prep.is_none() && phrase.head.is_none())?;
    Some(from + phrase)
}

/// English possessors: "Israel's attack", "Israeli strikes".
fn before(reading: &Reading<'_>, trigger: &Trigger, start: usize, roles: &mut Roles) {
    for at in (start.max(trigger.first.saturating_sub(4))..trigger.first).rev() {
        if let Some(nth) = reading.phrase_at[at] {
            if reading.phrases[nth].end <= trigger.first {
                // "Sharon's murder of Ahmed Yassin": whom it struck stands behind.
                let names_victim = trigger.sense.patient
                    && reading.phrase_at.get(trigger.end + 1).copied().flatten().is_some_and(|victim| {
                        let prep = reading.phrases[victim].prep;
                        prep == Some(trigger.end)
                            && trigger.sense.frame.to.contains(&reading.lower(trigger.end))
                    });
                if names_victim {
                    roles.add(reading, Slot::Source, nth);
                } else {
                    possessor(reading, trigger, nth, roles);
                }
            }
            return;
        }
        if !matches!(reading.token(at).tag, Tag::Adj | Tag::Noun | Tag::Part | Tag::Num | Tag::Propn)
            && reading.lower(at) != "'s"
        {
            return;
        }
    }
}

/// A light verb lends its subject: "melancarkan serangan", "menuai kecaman", "menghentikan serangan".
fn lend(reading: &Reading<'_>, trigger: &Trigger, at: usize, roles: &mut Roles) {
    let Some((light, form)) = reading.happen.light(reading.lower(at)) else { return };
    let voice = form.voice.or(reading.token(at).voice).unwrap_or(Voice::Active);
    if voice == Voice::Passive && !form.bare {
        return;
    }
    let Some(nth) = subject(reading, at).phrase() else { return };
    let frame = trigger.sense.frame;
    let slot = match light {
        Light::Do | Light::End if frame.name == "hit" || frame.name == "get" => Slot::Source,
        Light::Do | Light::End if frame.name == "with" && !roles.sources.is_empty() => Slot::Target,
        Light::Do | Light::End => frame.subject,
        Light::Get => Slot::Target,
    };
    if slot == Slot::Source && !roles.sources.is_empty() && frame.name != "join" {
        return;
    }
    let mut lent = Roles::default();
    lent.add(reading, slot, nth);
    // The doer comes first.
    for referent in roles.sources.drain(..) {
        push(&mut lent.sources, referent);
    }
    roles.sources = lent.sources;
    for referent in lent.targets {
        push(&mut roles.targets, referent);
    }
    roles.phrases.push(nth);
    roles.sure += 0.1;
}

/// The verb that an event noun is the object of.
pub(super) fn governing_verb(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
    for at in (start.max(noun.saturating_sub(5))..noun).rev() {
        if let Some(event) = reading.trigger_at[at] {
            let event = &reading.triggers[event];
            return (event.part == Part::Verb).then_some(event.first);
        }
        if reading.verb(at) {
            return Some(at);
        }
        if reading.punct(at)
            || reading.phrase_at[at].is_some_and(|nth| !reading.owns_next(&reading.phrases[nth]))
            || reading.cues[at].rel
            || reading.cues[at].sub
        {
            return None;
        }
    }
    None
}

/// What the frame cannot say: who stands behind a thing, what is no actor, where it was.
pub(super) fn settle(reading: &Reading<'_>, trigger: &Trigger, roles: &mut Roles) {
    // Nobody acts on himself, save the two sides of a battle.
    if trigger.sense.frame.subject != Slot::Both {
        let sources = roles.sources.clone();
        roles.targets.retain(|referent| !sources.contains(referent));
    }
    if roles.place.is_none() {
        roles.place = stated_place(reading, trigger);
    }
    // "Menteri Pertahanan Chad mengancam akan menyerang": what a state does is not its minister's own deed.
    let abroad = |who: Referent| {
        let mut states = roles.sources.iter().filter_map(|source| reading.state_of(*source));
        let own = reading.state_of(who).unwrap_or(who);
        reading.kind(own) == EntityKind::Country && states.all(|state| state != own)
    };
    let sanction = trigger.sense.kind == Plover::Sanction && roles.targets.iter().any(|who| abroad(*who));
    // "Gubernur memperkuat koordinasi dengan para bupati" is no dealing of states.
    let foreign = trigger.sense.kind == Plover::Cooperate
        && states_apart(reading, roles.sources.iter().chain(&roles.targets).copied());
    if sanction || foreign || matches!(trigger.sense.kind, Plover::Assault | Plover::Mobilize) {
        let both = trigger.sense.kind == Plover::Cooperate;
        for (nth, side) in [&mut roles.sources, &mut roles.targets].into_iter().enumerate() {
            if nth == 1 && !both {
                break;
            }
            for who in std::mem::take(side) {
                let office =
                    reading.kind(who) == EntityKind::Person && reading.actors.referents[who].role.is_some();
                let acts =
                    office && (trigger.sense.kind != Plover::Assault || trigger.voice == Voice::Active);
                push(side, reading.state_of(who).filter(|_| acts).unwrap_or(who));
            }
        }
    }
    // "menyerukan penghentian kekerasan di Sudan": whom it concerns.
    if trigger.sense.kind == Plover::Request
        && trigger.voice == Voice::Active
        && roles.targets.is_empty()
        && let Some(place) = roles.place.filter(|place| abroad_of(reading, &roles.sources, *place))
    {
        roles.targets.push(place);
        roles.sure -= 0.2;
    }
    // "ditahan di Chad", "menjalani hukuman di Chad": states arrest and punish within their borders.
    let suffered = trigger.voice == Voice::Passive || trigger.sense.frame.name == "hit";
    if matches!(trigger.sense.kind, Plover::Coerce | Plover::Sanction)
        && suffered
        && roles.sources.is_empty()
        && let Some(place) = roles
            .place
            .filter(|place| reading.kind(*place) == EntityKind::Country && !roles.targets.contains(place))
        && !roles.targets.is_empty()
    {
        roles.sources.push(place);
        roles.sure -= 0.15;
    }
    if trigger.sense.kind == Plover::Assault && roles.targets.is_empty() && !roles.sources.is_empty() {
        // "serangan Israel di Gaza": whose land is struck.
        let struck = roles.place.and_then(|place| reading.state_of(place));
        if let Some(state) = struck.filter(|state| {
            !roles.sources.iter().any(|who| who == state || reading.state_of(*who) == Some(*state))
        }) {
            roles.targets.push(state);
            roles.sure -= 0.1;
        }
    }
    if matches!(trigger.sense.kind, Plover::Assault | Plover::Coerce) {
        for target in roles.targets.clone() {
            let thing = matches!(
                reading.kind(target),
                EntityKind::Facility | EntityKind::Weapon | EntityKind::Group | EntityKind::Place
            );
            let unnamed =
                reading.kind(target) == EntityKind::Person && !reading.actors.referents[target].named;
            if (thing || unnamed)
                && trigger.sense.kind == Plover::Assault
                && let Some(state) = reading.state_of(target).filter(|state| {
                    !roles.sources.contains(state)
                        && !roles.sources.iter().any(|source| reading.state_of(*source) == Some(*state))
                })
            {
                push(&mut roles.targets, state);
            }
        }
    }
    roles.others.retain(|referent| !roles.sources.contains(referent) && !roles.targets.contains(referent));
    if roles.place.is_none() && matches!(trigger.sense.kind, Plover::Assault) {
        // "menyerang Kyiv": struck where it lies, whoever the target is.
        roles.place = roles
            .phrases
            .iter()
            .flat_map(|nth| &reading.phrases[*nth].members)
            .map(|member| member.referent)
            .find(|who| reading.kind(*who) == EntityKind::Place && !roles.sources.contains(who));
    }
    if roles
        .phrases
        .iter()
        .any(|nth| reading.phrases[*nth].members.iter().any(|member| member.kind == MentionKind::Pronoun))
    {
        roles.sure -= 0.05;
    }
}

/// Whether these belong to two states at least.
fn states_apart(reading: &Reading<'_>, sides: impl Iterator<Item = Referent>) -> bool {
    let mut states = sides.filter_map(|who| {
        let country = reading.kind(who) == EntityKind::Country;
        if country { Some(who) } else { reading.state_of(who) }
    });
    let first = states.next();
    first.is_some_and(|first| states.any(|state| state != first))
}

/// Whether the place is a state that none of these belongs to.
fn abroad_of(reading: &Reading<'_>, sources: &[Referent], place: Referent) -> bool {
    reading.kind(place) == EntityKind::Country
        && !sources.is_empty()
        && sources.iter().all(|source| *source != place && reading.state_of(*source) != Some(place))
}

/// A place phrase before the event word in the same clause: "Di Gaza, pasukan Israel menembak".
fn stated_place(reading: &Reading<'_>, trigger: &Trigger) -> Option<Referent> {
    let (start, _) = reading.bounds(trigger.first);
    let here = reading.phrases.partition_point(|phrase| phrase.first < trigger.first);
    reading.phrases[..here]
        .iter()
        .rev()
        .take_while(|phrase| phrase.first >= start)
        .take(3)
        .find(|phrase| phrase.prep.is_some_and(|prep| reading.cues[prep].at))
        .and_then(|phrase| place_of(reading, phrase))
}
