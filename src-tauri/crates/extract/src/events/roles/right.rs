//! Object, agent and prepositional roles behind an event word.

use lang::happen::{Part, Slot};
use lang::{Order, Tag, Voice};
use model::{EntityKind, MentionKind, Plover};

use super::asked::befallen;
use super::performed::{by_performer, performed, performer};
use super::{REACH, Roles, push};
use crate::analysis::Referent;
use crate::events::phrase::{Member, Phrase};
use crate::events::reading::Reading;
use crate::events::trigger::Trigger;

/// Object, agent and prepositional roles behind the event word.
pub(super) fn to_the_right(reading: &Reading<'_>, trigger: &Trigger, passive: bool, roles: &mut Roles) {
    let frame = trigger.sense.frame;
    let (_, stop) = reading.bounds(trigger.first);
    let noun = trigger.part == Part::Noun;
    let mut bare_taken = false;
    // What stands behind an event noun belongs to that noun: "menolak pengusiran terhadap X".
    let mut behind_event = false;
    // "ditangani polisi": a passive that the lexicon has as written, whose frame tells of the victim.
    let suffered = !noun
        && frame.subject == Slot::Target
        && reading.token(trigger.first).voice == Some(Voice::Passive)
        && reading.context.pack.order == Order::HeadFirst;
    let nominal = !noun && trigger.voice == Voice::Passive && reading.clitic(trigger.end);
    let mut at = trigger.end + usize::from(nominal);
    // "mengungkapkan keprihatinannya": whose feeling it is says it.
    if !noun && trigger.voice == Voice::Active && trigger.end > trigger.first + 1 && reading.clitic(at) {
        if let Some(nth) = reading.phrase_at[at].filter(|_| roles.sources.is_empty()) {
            roles.add(reading, frame.subject, nth);
        }
        at += 1;
    }
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
                None if befallen(reading, trigger, phrase) => bare_taken = true,
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
                // "ditetapkan sebagai tersangka, yaitu Rina dan Sari": a word of the verb itself, and who was meant.
                None if word_of_verb(reading, trigger, phrase) => {
                    let object = if passive { frame.object } else { Slot::None };
                    roles.add_named(reading, object, nth);
                }
                None if passive || suffered => {
                    // "ditangkap polisi": a bare agent stands right behind the verb, where modifiers follow their noun.
                    // "dibawa ke Lima": the preposition is a word of the verb.
                    let bare = passive || phrase.prep.is_none();
                    let close = bare && (trigger.end..phrase.first).all(|at| reading.transparent(at));
                    if close && reading.context.pack.order == Order::HeadFirst {
                        // "ditangani polisi": who suffers the deed stood before.
                        let agent = if frame.subject == Slot::Target { Slot::Source } else { frame.subject };
                        roles.add(reading, agent, nth);
                    }
                    bare_taken = true;
                }
                None if reading.owns_next(phrase) && !suffers_with(trigger, reading, phrase) => {
                    // "renegotiate the country's debt": the debt is no actor.
                    bare_taken = true;
                }
                // "Turut hadir dalam acara itu Menteri Rina": the subject of who only goes stands behind the verb.
                None if inverted(reading, trigger, roles) => {
                    roles.add(reading, frame.subject, nth);
                    bare_taken = true;
                }
                // "bicara Nusantara dan kereta cepat": a place is what they talk of, not with.
                None if frame.name == "with" && topic(reading, phrase) => bare_taken = true,
                None => {
                    roles.add(reading, frame.object, nth);
                    if phrase.head.is_some() || reading.owns_next(phrase) {
                        roles.sure -= 0.1;
                    }
                    bare_taken = true;
                }
                // "denied the accusation by the union", "condemned the killing of Reis by rebels": what is said of the deed is said of
                // the doer.
                Some(_)
                    if behind_event
                        && opinion(trigger.sense.kind)
                        && !passive
                        && roles.targets.is_empty()
                        && reading.context.pack.order == Order::HeadLast
                        && phrase.prep.is_some_and(|prep| reading.cues[prep].agent) =>
                {
                    roles.add(reading, Slot::Target, nth);
                    roles.sure -= 0.05;
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
            if let Some(next) = performer(reading, at, stop).filter(|_| noun) {
                if reading.context.pack.order == Order::HeadLast {
                    performed(reading, trigger, next, roles);
                } else {
                    by_performer(reading, trigger, next, roles);
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
        || trigger.sense.kind == Plover::Agree
        || trigger.sense.kind == Plover::Assault
            && phrase.members.iter().all(|member| {
                member.kind != MentionKind::Pronoun && reading.kind(member.referent) != EntityKind::Person
            })
}

/// Types that are about what somebody does.
pub(in crate::events) fn opinion(kind: Plover) -> bool {
    matches!(kind, Plover::Accuse | Plover::Reject | Plover::Support | Plover::Request | Plover::Threaten)
}

pub(super) fn by_preposition(
    reading: &Reading<'_>,
    trigger: &Trigger,
    word: &str,
    nth: usize,
    roles: &mut Roles,
) {
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
        // "krisis kemanusiaan di Sudan": a disaster strikes the land it comes over.
        if reading.context.pack.order == Order::HeadFirst
            && trigger.part == Part::Noun
            && trigger.sense.kind == Plover::Other
            && frame.subject == Slot::Target
            && roles.targets.is_empty()
            && placed.is_some_and(|place| reading.kind(place) == EntityKind::Country)
        {
            roles.add(reading, Slot::Target, nth);
        }
        roles.place = placed;
    }
}

/// Whether the preposition is one that stands before places.
pub(super) fn placed_word(reading: &Reading<'_>, word: &str) -> bool {
    (reading.context.pack.terms)().at.contains(word)
}

pub(super) fn place_of(reading: &Reading<'_>, phrase: &Phrase) -> Option<Referent> {
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
pub(super) fn possessor(reading: &Reading<'_>, trigger: &Trigger, nth: usize, roles: &mut Roles) {
    let frame = trigger.sense.frame;
    if matches!(frame.name, "with" | "both" | "join") && reading.phrases[nth].members.len() > 1 {
        sides(reading, trigger, nth, roles);
    } else if trigger.sense.patient && reading.suffers(nth) {
        roles.add(reading, Slot::Target, nth);
    } else if frame.subject == Slot::Both && reading.context.pack.order == Order::HeadLast {
        roles.add(reading, Slot::Source, nth);
    } else if held(reading, trigger, nth) {
        roles.place = roles.place.or_else(|| place_of(reading, &reading.phrases[nth]));
    } else {
        roles.add(reading, frame.subject, nth);
    }
}

/// "kerusuhan Lima", "pemilihan presiden Peru": where it took place, which did not do it.
fn held(reading: &Reading<'_>, trigger: &Trigger, nth: usize) -> bool {
    let lies = |kind: EntityKind| match trigger.sense.kind {
        Plover::Protest => kind == EntityKind::Place,
        Plover::Other => {
            trigger.sense.frame.name == "self" && matches!(kind, EntityKind::Place | EntityKind::Country)
        }
        _ => false,
    };
    reading.context.pack.order == Order::HeadFirst
        && trigger.part == Part::Noun
        && reading.phrases[nth].members.iter().all(|member| lies(reading.kind(member.referent)))
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

/// Whether a phrase means only places that stand for no state.
fn topic(reading: &Reading<'_>, phrase: &Phrase) -> bool {
    let place =
        |member: &Member| reading.kind(member.referent) == EntityKind::Place && member.acts_as.is_none();
    reading.context.pack.order == Order::HeadFirst && phrase.members.iter().all(place)
}

/// Whether a verb of motion opens its sentence, so that its subject can only follow.
fn inverted(reading: &Reading<'_>, trigger: &Trigger, roles: &Roles) -> bool {
    let (start, _) = reading.bounds(trigger.first);
    reading.context.pack.order == Order::HeadFirst
        && trigger.part == Part::Verb
        && matches!(trigger.sense.frame.name, "go" | "self" | "with")
        && roles.sources.is_empty()
        && !reading.headline(trigger.first)
        && (start..trigger.first).all(|at| reading.transparent(at))
}

/// Whether a phrase opens with a word of the event word itself, which names nobody: "sebagai [tersangka]".
fn word_of_verb(reading: &Reading<'_>, trigger: &Trigger, phrase: &Phrase) -> bool {
    reading.context.pack.order == Order::HeadFirst && phrase.first < trigger.end
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
