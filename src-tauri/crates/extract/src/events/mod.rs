//! What happened: event words, who did what to whom, whether it happened, who says so, when and where.
//!
//! Clause by clause, by tables and a few walks over the tokens; nothing here knows a word of any language, and nothing
//! fails. The order: read every token ([`reading`]), weigh what type its event words have ([`kinds`]), fill the roles of every event word ([`roles`]), hear who speaks ([`speakers`]), weigh its status
//! ([`status`], [`modal`]), place it in time ([`when`]), tell as one what the text tells several times ([`merge`]), then weigh the
//! rules' sources and targets against all others in reach ([`arguments`]), their status against all that may be said ([`stance`]), and the event itself
//! ([`confidence`], [`marks`]).

mod answer;
mod apposition;
mod arguments;
mod between;
mod clause;
mod confidence;
mod counterpart;
mod insertion;
mod kinds;
mod marks;
mod merge;
mod modal;
mod phrase;
mod quantity;
mod reading;
mod retold;
mod roles;
mod sayer;
mod speakers;
mod stance;
mod status;
mod subject;
mod trigger;
mod when;
mod words;

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_status;
#[cfg(test)]
mod tests_turns;

use lang::happen::Part;
use lang::{Order, Tag};
use model::{EntityKind, Modality, Mode, Plover, Role, Span};

use crate::analysis::{Actors, Context, Happening, Referent, Stance, Tagged};
use merge::Told;
use reading::Reading;
use subject::{Subject, subject};
use trigger::Trigger;
use when::Moment;

/// Longest label, in characters.
const LABEL: usize = 28;
/// How many mentions before and behind an event word are looked at for a witness.
const WITNESSES: usize = 300;
/// How far behind a verb that orders the deed may stand.
const LIGHT: usize = 6;
/// How many sentences behind a disaster its dead may be told of.
const TOLL: u32 = 2;
/// How many tokens may stand between an event word and the time that is meant for it.
const TIME_REACH: usize = 16;

pub(crate) use confidence::{SIGNS, Signs};

/// Which candidates become happenings.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// Those that are worth a place in the graph.
    Worthy,
    /// All, for measuring what the signs are worth.
    All,
    /// All, each for itself, with what may be said of its status.
    Stances,
    /// All, each for itself, with the earlier ones that it may tell again.
    Retold,
    /// Every event word for itself, of the type that the lexicon gives it, with the signs of its type.
    Words,
    /// All, with the sources and targets of the rules alone and all who might be them.
    Ruled,
    /// Those of the rules alone in which somebody takes part, and disasters that have a place or are told again, for tests of the rules.
    #[cfg(test)]
    Rules,
}

/// The happenings of a text, in the order of their first words.
pub(crate) fn events(tagged: &Tagged, actors: &Actors, context: &Context<'_>, keep: Keep) -> Vec<Happening> {
    let reading = Reading::new(tagged, actors, context);
    let speakers = speakers::speakers(&reading);
    let told = told(&reading, &speakers);
    if keep == Keep::Words {
        let typed = |told: Told| {
            let mut marks = Vec::new();
            kinds::signs(&reading, told.trigger, &mut |words| marks.push(words.join("|")));
            Some(Happening { marks, ..happening(&reading, told, keep)? })
        };
        return told.into_iter().filter_map(typed).collect();
    }
    let mut told = counterpart::guessed(&reading, merge::merged(&reading, told));
    told.sort_by_key(|told| reading.triggers[told.trigger].first);
    if keep == Keep::Ruled {
        let contenders = arguments::contenders(&reading, &told, &speakers);
        let all = told.into_iter().zip(contenders);
        return all
            .filter_map(|(told, contenders)| {
                Some(Happening { contenders, ..happening(&reading, told, keep)? })
            })
            .collect();
    }
    #[cfg(test)]
    if keep == Keep::Rules {
        let disaster = |told: &Told| {
            let trigger = &reading.triggers[told.trigger];
            trigger.sense.kind == Plover::Other
                && trigger.part == Part::Noun
                && (!told.others.is_empty() || told.roles.place.is_some())
        };
        let ruled =
            |told: &Told| !reading.is_faint(told.trigger) && (!told.roles.is_empty() || disaster(told));
        let told = told.into_iter().filter(ruled);
        return told.filter_map(|told| happening(&reading, told, keep)).collect();
    }
    let told = arguments::ranked(&reading, told, &speakers);
    if keep == Keep::Stances {
        let stances: Vec<_> = told.iter().map(|told| stance::stances(&reading, told, &speakers)).collect();
        let told = stance::settled(&reading, told, &speakers);
        let all = told.into_iter().zip(stances);
        return all
            .filter_map(|(told, stance)| Some(Happening { stance, ..happening(&reading, told, keep)? }))
            .collect();
    }
    let told = stance::settled(&reading, told, &speakers);
    if keep == Keep::Retold {
        let pairs = retold::pairs(&reading, &told);
        let all = told.into_iter().zip(pairs);
        return all
            .filter_map(|(told, pairs)| Some(Happening { pairs, ..happening(&reading, told, keep)? }))
            .collect();
    }
    let told = retold::merged(&reading, told);
    told.into_iter().filter_map(|told| happening(&reading, told, keep)).collect()
}

/// Every event word with all that was read of it.
fn told(reading: &Reading<'_>, speakers: &[Option<Referent>]) -> Vec<Told> {
    let roles: Vec<_> = reading
        .triggers
        .iter()
        .map(|trigger| roles::roles(reading, trigger, speakers[trigger.first]))
        .collect();
    let roles = answer::answered(reading, roles);
    let statuses = status::statuses(reading, &roles, speakers);
    let mut out: Vec<Told> = Vec::with_capacity(roles.len());
    let mut dead: Vec<(usize, Vec<Referent>)> = Vec::new();
    for (nth, (roles, mut status)) in roles.into_iter().zip(statuses).enumerate() {
        let trigger = &reading.triggers[nth];
        if !reading.is_faint(nth) {
            if wanders(reading, trigger, &roles)
                || lends(reading, trigger, &roles)
                || commissions(reading, trigger)
            {
                continue;
            }
            if let Some(disaster) = toll(reading, trigger, &roles) {
                dead.push((disaster, roles.targets));
                continue;
            }
        }
        let moment = moment(reading, trigger, &reading.moments);
        let date = moment.and_then(|moment| moment.date(reading.today, status.modality));
        // "KTT pada Januari mendatang": what has a day to come is still to come.
        if status.modality == Modality::Actual
            && date.zip(reading.today).is_some_and(|(date, today)| date.is_after(today))
            && !moment.is_some_and(|moment| begun(reading, trigger, moment))
        {
            status.modality = Modality::Planned;
        }
        out.push(Told::new(reading, nth, roles, status, moment.map(|moment| moment.words), date));
    }
    // Whom a disaster killed, it happened to.
    for (disaster, victims) in dead {
        if let Some(told) = out.iter_mut().find(|told| told.trigger == disaster) {
            let new = victims.into_iter().filter(|who| !told.roles.sources.contains(who));
            for who in new {
                if !told.roles.targets.contains(&who) {
                    told.roles.targets.push(who);
                }
            }
        }
    }
    out
}

/// "Millions of pilgrims arrive in Mecca": a visit is paid by somebody who has a name, stands for a state or speaks for one.
fn wanders(reading: &Reading<'_>, trigger: &Trigger, roles: &roles::Roles) -> bool {
    let visits = trigger.sense.kind == Plover::Consult && trigger.sense.frame.name == "go";
    let pays = |who: &Referent| {
        let draft = &reading.actors.referents[*who];
        draft.named
            || draft.role.is_some()
            || matches!(draft.kind, EntityKind::Organization | EntityKind::Country)
    };
    reading.context.pack.order == Order::HeadLast
        && visits
        && trigger.part == Part::Verb
        && !roles.sources.iter().any(pays)
}

/// "An attack was launched": the verb only says that what its subject names took place.
fn lends(reading: &Reading<'_>, trigger: &Trigger, roles: &roles::Roles) -> bool {
    reading.context.pack.order == Order::HeadLast
        && trigger.part == Part::Verb
        && trigger.voice == lang::Voice::Passive
        && trigger.sense.kind == Plover::Other
        && !roles.events.is_empty()
        && reading.happen.light(reading.lower(trigger.first)).is_some()
}

/// "The minister ordered an inquiry": who orders a deed does it, and asks nobody.
fn commissions(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, stop) = reading.bounds(trigger.first);
    let asks = trigger.part == Part::Verb
        && trigger.voice == lang::Voice::Active
        && trigger.sense.turn == Some(lang::happen::Turn::Called)
        && reading
            .happen
            .light(reading.lower(trigger.first))
            .is_some_and(|(light, _)| light == lang::happen::Light::Do);
    if reading.context.pack.order == Order::HeadFirst || !asks {
        return false;
    }
    (trigger.end..stop.min(trigger.end + LIGHT)).filter_map(|at| reading.trigger_at[at]).any(|event| {
        let noun = &reading.triggers[event];
        noun.part == Part::Noun
            && noun.sense.kind != Plover::Request
            && noun.first >= trigger.end
            && roles::governing_verb(reading, noun.first, start) == Some(trigger.first)
    })
}

/// "A storm threw a crane over, killing 107": what a disaster does to people is no attack of its own. Answers the disaster's event word.
fn toll(reading: &Reading<'_>, trigger: &Trigger, roles: &roles::Roles) -> Option<usize> {
    let harm = |trigger: &Trigger| trigger.sense.kind == Plover::Assault && trigger.sense.kill;
    // "The plane crashed, killing nine": what crashed is nobody.
    let thing = |who: &Referent| {
        matches!(
            reading.kind(*who),
            EntityKind::Facility | EntityKind::Weapon | EntityKind::Place | EntityKind::Other
        )
    };
    if reading.context.pack.order != Order::HeadLast || !harm(trigger) || !roles.sources.iter().all(thing) {
        return None;
    }
    let sentence = trigger.sentence(reading);
    let plain = reading.plain();
    let from = plain.partition_point(|other| other.sentence(reading) + TOLL < sentence);
    let end = plain.partition_point(|other| other.sentence(reading) <= sentence);
    let near = &plain[from..end];
    // "A storm hit Peru" is no attack either.
    let strikes = |other: &Trigger| {
        let by_nobody =
            other.part == Part::Verb && matches!(subject(reading, other.first), Subject::Event(_));
        other.sense.kind == Plover::Assault && !harm(other) && !by_nobody
    };
    if near.iter().any(strikes) {
        return None;
    }
    let disaster = |other: &Trigger| other.sense.kind == Plover::Other && other.sense.frame.name == "hit";
    near.iter().rposition(disaster).map(|nth| from + nth)
}

/// The time nearest to an event word in its sentence, not across what somebody says.
fn moment(reading: &Reading<'_>, trigger: &Trigger, moments: &[Moment]) -> Option<Moment> {
    let (start, stop) = reading.bounds(trigger.first);
    let from = moments.partition_point(|moment| moment.first < start);
    let distance = |moment: &&Moment| {
        if moment.end <= trigger.first {
            trigger.first - moment.end
        } else {
            moment.first.saturating_sub(trigger.end)
        }
    };
    let between = |moment: &Moment| {
        if moment.end <= trigger.first { moment.end..trigger.first } else { trigger.end..moment.first }
    };
    moments[from..]
        .iter()
        .take_while(|moment| moment.first < stop)
        .filter(|moment| moment.first == start || distance(moment) <= TIME_REACH)
        .filter(|moment| !of_another(reading, trigger, moment))
        .filter(|moment| {
            // "pada Sabtu mengancam akan menyerang": the day of the threat.
            let governs = |at: usize| {
                reading.cues[at].say
                    || reading.trigger_at[at]
                        .is_some_and(|event| reading.triggers[event].sense.turn.is_some())
            };
            between(moment).all(|at| {
                !reading.cues[at].quote
                    && !reading.cues[at].comp
                    && (moment.first > trigger.first || !governs(at))
                    && !matches!(reading.lower(at), "\"" | "“" | "”")
            })
        })
        // Its own clause's time first, then the nearest.
        .min_by_key(|moment| {
            (between(moment).any(|at| reading.cues[at].sub && !reading.cues[at].prep), distance(moment))
        })
        .copied()
}

/// Whether a day to come says nothing of when it happens: "berlaku hingga Maret mendatang" tells how long it lasts, and "mendukung
/// KTT pada Maret mendatang" is said today.
fn begun(reading: &Reading<'_>, trigger: &Trigger, moment: Moment) -> bool {
    let lasts = [Some(moment.first), moment.first.checked_sub(1)].into_iter().flatten().any(|at| {
        let cues = reading.cues[at];
        cues.sub && cues.prep && !cues.done
    });
    let said = matches!(
        trigger.sense.kind,
        Plover::Support | Plover::Request | Plover::Accuse | Plover::Reject | Plover::Threaten
    );
    reading.context.pack.order == Order::HeadFirst && (lasts || said)
}

/// Whether the time belongs to something else that stands between it and the event word: the noun of "menuduh X melanggar
/// kesepakatan tahun 2010", what is told behind "sejak" or "setelah".
fn of_another(reading: &Reading<'_>, trigger: &Trigger, moment: &Moment) -> bool {
    if moment.first < trigger.end {
        return false;
    }
    let noun = moment.first > trigger.end || trigger.part == Part::Verb;
    // A year without a preposition says which one is meant.
    let attribute = moment.is_year()
        && !reading.cues[moment.first].prep
        && reading.token(moment.first - 1).tag == Tag::Noun;
    noun && attribute || (trigger.end..moment.first).any(|at| reading.cues[at].sub && reading.cues[at].done)
}

/// What the other stages see; `None` for what is not worth telling.
fn happening(reading: &Reading<'_>, told: Told, keep: Keep) -> Option<Happening> {
    let trigger = &reading.triggers[told.trigger];
    let signs = confidence::signs(reading, &told);
    let mut marks = Vec::new();
    if keep == Keep::All {
        marks::marks(reading, &told, &mut |words| marks.push(words.join("|")));
    }
    let confidence = match keep {
        Keep::Worthy => confidence::weighed(reading, &told, &signs)?,
        #[cfg(test)]
        Keep::Rules if confidence::hopeless(reading, &told, true) => return None,
        _ if confidence::hopeless(reading, &told, false) => return None,
        _ => 0.5,
    };
    let mut fillers: Vec<(Role, Referent)> = Vec::new();
    fillers.extend(told.roles.sources.iter().map(|who| (Role::Source, *who)));
    fillers.extend(told.roles.targets.iter().map(|who| (Role::Target, *who)));
    fillers.extend(told.roles.others.iter().map(|who| (Role::Participant, *who)));
    let (kind, mode) = coded(reading, trigger, &told);
    let rule = rule(trigger);
    let mut evidence: Vec<(usize, &'static str)> =
        vec![(reading.token(trigger.first).sentence as usize, rule)];
    for other in &told.others {
        let other = &reading.triggers[*other];
        evidence.push((reading.token(other.first).sentence as usize, self::rule(other)));
    }
    evidence.extend(witness(reading, trigger, &fillers, &evidence));
    evidence.sort_unstable_by_key(|(sentence, _)| *sentence);
    evidence.dedup_by_key(|(sentence, _)| *sentence);
    Some(Happening {
        kind,
        mode,
        trigger: span(reading, trigger),
        other_triggers: told.others.iter().map(|other| span(reading, &reading.triggers[*other])).collect(),
        label: label(reading, trigger),
        roles: fillers,
        when_words: told.words,
        when_date: told.date,
        place: told.roles.place,
        modality: told.status.modality,
        attributed_to: told.status.attributed_to,
        quantities: told.quantities,
        confidence,
        signs,
        marks,
        contenders: Vec::new(),
        stance: Stance::default(),
        pairs: Vec::new(),
        evidence,
    })
}

/// Type and mode. A conflict with no state in it is no war. An investigation that suspects nobody is no accusation (PLOVER: ACCUSE needs somebody accused).
fn coded(reading: &Reading<'_>, trigger: &Trigger, told: &Told) -> (Plover, Option<Mode>) {
    let sense = &trigger.sense;
    let roles = &told.roles;
    let mut sides: Vec<Referent> = roles.sources.iter().chain(&roles.targets).copied().collect();
    sides.sort_unstable();
    sides.dedup();
    let state = |who: &Referent| reading.kind(*who) == EntityKind::Country;
    if sense.states && (sides.len() < 2 || !sides.iter().any(state)) {
        return (Plover::Other, None);
    }
    if sense.kind == Plover::Accuse && sense.mode == Some(Mode::Investigate) && told.roles.targets.is_empty()
    {
        (Plover::Other, None)
    } else {
        (sense.kind, sense.mode)
    }
}

/// Where no quoted sentence names anybody who plays a part (a subject left out, a capital for its country): the nearest one that does.
fn witness(
    reading: &Reading<'_>,
    trigger: &Trigger,
    fillers: &[(Role, Referent)],
    evidence: &[(usize, &'static str)],
) -> Option<(usize, &'static str)> {
    let here = trigger.sentence(reading) as usize;
    let mut nearest: Option<usize> = None;
    let near = reading.actors.mentions.partition_point(|found| found.first < trigger.first);
    for found in reading.actors.mentions.iter().take(near + WITNESSES).skip(near.saturating_sub(WITNESSES)) {
        let plays = fillers.iter().any(|(_, who)| *who == found.referent);
        let Some(token) = reading.tagged.tokens.get(found.first).filter(|_| plays) else { continue };
        let sentence = token.sentence as usize;
        if evidence.iter().any(|(quoted, _)| *quoted == sentence) {
            return None;
        }
        if nearest.is_none_or(|best| sentence.abs_diff(here) < best.abs_diff(here)) {
            nearest = Some(sentence);
        }
    }
    nearest.map(|sentence| (sentence, "event.antecedent"))
}

fn span(reading: &Reading<'_>, trigger: &Trigger) -> Span {
    reading.token(trigger.first).span.cover(reading.token(trigger.end - 1).span)
}

fn rule(trigger: &Trigger) -> &'static str {
    match (trigger.part, trigger.voice) {
        (Part::Noun, _) => "event.noun",
        (Part::Verb, lang::Voice::Active) => "event.verb.active",
        (Part::Verb, lang::Voice::Passive) => "event.verb.passive",
    }
}

/// The article's own words in small letters, cut at a word where they are long.
fn label(reading: &Reading<'_>, trigger: &Trigger) -> String {
    let mut words = span(reading, trigger).of(reading.context.text).to_lowercase();
    // An event noun or a verb with its light object says more with one modifier: "serangan drone".
    while words.chars().count() > LABEL {
        match words.rfind(' ') {
            Some(cut) => words.truncate(cut),
            None => break,
        }
    }
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
