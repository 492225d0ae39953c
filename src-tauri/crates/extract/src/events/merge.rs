//! One happening told several times is one event: a later word that fits an earlier event joins it.
//!
//! Careful: two bombings on two days are two events. What is told apart by date, place, number of victims or status stays apart.

use lang::happen::{Part, Sense};
use lang::{Closer, Order};
use model::{EntityKind, Modality, Mode, PartialDate, Plover, Quantity, QuantityKind, Span};

use super::quantity;
use super::reading::Reading;
use super::roles::{Roles, governing_verb, push};
use super::status::Status;
use super::subject::{Subject, subject};
use super::trigger::Trigger;
use crate::analysis::Referent;

/// How many sentences back a description such as "serangan tersebut" may point.
const BACK: u32 = 6;

/// How many events back one may be told again; keeps long texts linear.
const MEMORY: usize = 150;
/// The number of the last sentence that is headline or lead.
const LEAD: u32 = 3;
/// How many sentences apart deaths and the deed may be told.
const DEATHS: u32 = 2;

/// An event word with all that was read of it, and those that tell the same.
#[derive(Clone, Debug)]
pub(super) struct Told {
    pub(super) trigger: usize,
    pub(super) others: Vec<usize>,
    pub(super) roles: Roles,
    pub(super) status: Status,
    pub(super) words: Option<Span>,
    pub(super) date: Option<PartialDate>,
    pub(super) quantities: Vec<Quantity>,
    /// "serangan tersebut", "itu": points back.
    anaphoric: bool,
    /// The event whose victims this word tells: "serangan itu menewaskan".
    part_of: Option<usize>,
}

impl Told {
    pub(super) fn new(
        reading: &Reading<'_>,
        nth: usize,
        roles: Roles,
        status: Status,
        words: Option<Span>,
        date: Option<PartialDate>,
    ) -> Self {
        let trigger = &reading.triggers[nth];
        let part_of = (trigger.part == Part::Verb && trigger.sense.kind == Plover::Assault)
            .then(|| deed(reading, nth))
            .flatten();
        let quantities = quantity::quantities(reading, trigger);
        Self {
            trigger: nth,
            others: Vec::new(),
            roles,
            status,
            words,
            date,
            quantities,
            anaphoric: anaphoric(reading, nth),
            part_of,
        }
    }
}

/// The attack that does the killing: "serangan itu menewaskan", "serangan udara di X, yang menewaskan".
fn deed(reading: &Reading<'_>, nth: usize) -> Option<usize> {
    let trigger = &reading.triggers[nth];
    if let Subject::Event(event) = subject(reading, trigger.first) {
        return Some(event);
    }
    let (start, _) = reading.bounds(trigger.first);
    let before = (start..trigger.first).rev().find(|at| !reading.transparent(*at))?;
    if trigger.sense.victims.is_none() || !reading.cues[before].rel {
        return None;
    }
    (0..nth).rev().take_while(|event| reading.triggers[*event].first >= start).find(|event| {
        let other = &reading.triggers[*event];
        other.sense.kind == Plover::Assault && other.sense.victims.is_none()
    })
}

/// Whether a determiner that points back closes the noun phrase.
fn anaphoric(reading: &Reading<'_>, nth: usize) -> bool {
    let trigger = &reading.triggers[nth];
    let (_, stop) = reading.bounds(trigger.first);
    trigger.part == Part::Noun
        && (trigger.end..stop.min(trigger.end + 4))
            .take_while(|at| {
                !reading.punct(*at) && !reading.verb(*at) && !reading.cues[*at].prep && !reading.cues[*at].rel
            })
            .any(|at| (reading.context.pack.terms)().closers.exact(reading.lower(at)) == Some(&Closer::Back))
}

/// The events of the text, each told once.
pub(super) fn merged(reading: &Reading<'_>, told: Vec<Told>) -> Vec<Told> {
    let mut out: Vec<Told> = Vec::new();
    // Where each event word went, for words that tell the victims of another.
    let mut home: Vec<Option<usize>> = vec![None; reading.triggers.len()];
    let vague = |told: &Told| reading.triggers[told.trigger].sense.vague;
    for new in told {
        let trigger = &reading.triggers[new.trigger];
        // A word that says little tells nothing again, and is told again by none.
        if trigger.sense.vague {
            home[new.trigger] = Some(out.len());
            out.push(new);
            continue;
        }
        let head_last = reading.context.pack.order == Order::HeadLast;
        // "Gunmen killed 40 farmers" is a deed of its own; "40 died" belongs to a deed.
        let kill = trigger.sense.kill && (!head_last || new.roles.sources.is_empty());
        let target =
            new.part_of.and_then(|event| home[event]).or_else(|| hurt_in(reading, &out, &new)).or_else(
                || {
                    if kill {
                        return victims_of(reading, &out, &new);
                    }
                    object_of(reading, &out, &new).filter(|at| !vague(&out[*at])).or_else(|| {
                        out.iter()
                            .enumerate()
                            .rev()
                            .take(MEMORY)
                            .find(|(_, old)| !vague(old) && same(reading, old, &new))
                            .map(|(at, _)| at)
                    })
                },
            );
        let fits = target.filter(|at| {
            let old = &reading.triggers[out[*at].trigger].sense;
            old.kind == trigger.sense.kind || head_last && trigger.sense.kill && deadly(old)
        });
        let waiting = (head_last && fits.is_none() && !trigger.sense.kill && deadly(&trigger.sense))
            .then(|| waiting_deaths(reading, &out, &new))
            .flatten();
        if let Some(at) = waiting {
            // "At least 62 killed in plane crash": the crash is what happened.
            home[new.trigger] = Some(at);
            let deaths = std::mem::replace(&mut out[at], new);
            join(reading, &mut out[at], deaths);
        } else if let Some(at) = fits {
            home[new.trigger] = Some(at);
            join(reading, &mut out[at], new);
        } else if kill && (!head_last || new.roles.is_empty()) && !foretold(reading, new.trigger, DEATHS) {
            // Deaths without a deed are no event of their own.
        } else {
            home[new.trigger] = Some(out.len());
            out.push(new);
        }
    }
    out
}

/// "Fifteen people were also hurt in the attack": the attack or disaster told before in whose course somebody is hurt by nobody.
fn hurt_in(reading: &Reading<'_>, out: &[Told], new: &Told) -> Option<usize> {
    let trigger = &reading.triggers[new.trigger];
    let suffers =
        trigger.part == Part::Verb && trigger.sense.victims.is_some() && new.roles.sources.is_empty();
    if !suffers || reading.context.pack.order == Order::HeadFirst {
        return None;
    }
    let (_, stop) = reading.bounds(trigger.first);
    let here = reading.triggers[new.trigger + 1..].iter().take_while(|other| other.first < stop);
    let known = |noun: &&Trigger| {
        let article = noun.first.checked_sub(1).filter(|at| *at >= trigger.end);
        let openers = &(reading.context.pack.terms)().openers;
        noun.part == Part::Noun
            && deadly(&noun.sense)
            && article.is_some_and(|at| {
                openers.exact(reading.lower(at)).is_some_and(|opener| !opener.fresh)
                    && at > trigger.first
                    && reading.cues[at - 1].prep
            })
            && (trigger.end..noun.first).all(|at| !reading.verb(at) && !reading.wall(at))
    };
    here.clone().find(known)?;
    let sentence = trigger.sentence(reading);
    let from = out.len().saturating_sub(MEMORY);
    out[from..]
        .iter()
        .rposition(|old| {
            let told = &reading.triggers[old.trigger];
            deadly(&told.sense)
                && told.sentence(reading) < sentence
                && told.sentence(reading) + BACK >= sentence
        })
        .map(|at| from + at)
}

/// "menyepakati gencatan senjata": a verb and the event noun it governs are one event when they are of one type.
fn object_of(reading: &Reading<'_>, out: &[Told], new: &Told) -> Option<usize> {
    let trigger = &reading.triggers[new.trigger];
    let (start, _) = reading.bounds(trigger.first);
    let verb = governing_verb(reading, trigger.first, start).filter(|_| trigger.part == Part::Noun)?;
    let from = out.len().saturating_sub(MEMORY);
    let old = from
        + out[from..].iter().rposition(|old| {
            reading.triggers[old.trigger].first == verb
                || old.others.iter().any(|other| reading.triggers[*other].first == verb)
        })?;
    let own = new.roles.sources.is_empty()
        || new.roles.sources.iter().any(|who| out[old].roles.sources.contains(who));
    (own && reading.triggers[out[old].trigger].sense.kind == trigger.sense.kind).then_some(old)
}

/// What people die of: an attack or a disaster.
fn deadly(sense: &Sense) -> bool {
    sense.kind == Plover::Assault || sense.kind == Plover::Other && sense.frame.name == "hit"
}

/// The same; where verbs of dying come before their cause, only attacks count.
fn deadly_here(reading: &Reading<'_>, sense: &Sense) -> bool {
    sense.kind == Plover::Assault || reading.context.pack.order == Order::HeadLast && deadly(sense)
}

/// Deaths told before their cause in the same sentence or the one before, with no doer of their own.
fn waiting_deaths(reading: &Reading<'_>, out: &[Told], new: &Told) -> Option<usize> {
    let sentence = reading.token(reading.triggers[new.trigger].first).sentence;
    out.iter().rposition(|old| {
        let trigger = &reading.triggers[old.trigger];
        trigger.sense.kill
            && old.others.is_empty()
            && old.roles.sources.is_empty()
            && reading.token(trigger.first).sentence == sentence
            && modalities_fit(old.status.modality, new.status.modality)
    })
}

/// The attack that a word of victims belongs to: in its own sentence, else the last one told of not long before.
fn victims_of(reading: &Reading<'_>, out: &[Told], new: &Told) -> Option<usize> {
    let sentence = reading.token(reading.triggers[new.trigger].first).sentence;
    let attack = |reach: u32| {
        let from = out.len().saturating_sub(MEMORY);
        out[from..]
            .iter()
            .rposition(|old| {
                let trigger = &reading.triggers[old.trigger];
                let last = old
                    .others
                    .iter()
                    .map(|other| reading.token(reading.triggers[*other].first).sentence)
                    .max()
                    .unwrap_or_default();
                deadly_here(reading, &trigger.sense)
                    && sentence - reading.token(trigger.first).sentence.max(last).min(sentence) <= reach
            })
            .map(|at| from + at)
    };
    let later = foretold(reading, new.trigger, 0);
    attack(0).or_else(|| attack(DEATHS).filter(|at| !later && !victims_differ(reading, &out[*at], new)))
}

/// Deaths told before the deed, as headlines do: an attack is named in the same or the next sentences.
fn foretold(reading: &Reading<'_>, nth: usize, reach: u32) -> bool {
    let sentence = reading.token(reading.triggers[nth].first).sentence;
    reading.triggers[nth + 1..]
        .iter()
        .take_while(|other| reading.token(other.first).sentence - sentence <= reach)
        .any(|other| other.sense.kind == Plover::Assault && !other.sense.kill)
}

/// Whether the later word tells of the earlier event.
fn same(reading: &Reading<'_>, old: &Told, new: &Told) -> bool {
    let (a, b) = (&reading.triggers[old.trigger], &reading.triggers[new.trigger]);
    if a.sense.kind != b.sense.kind || !dates_fit(old.date, new.date) {
        return false;
    }
    let distance = reading.token(b.first).sentence - reading.token(a.first).sentence;
    let last = old.others.last().map_or(distance, |other| {
        reading.token(b.first).sentence - reading.token(reading.triggers[*other].first).sentence
    });
    let headline = reading.headline(a.first);
    if new.anaphoric && new.roles.is_empty() {
        return last <= BACK && b.part == Part::Noun;
    }
    if !modalities_fit(old.status.modality, new.status.modality) {
        return false;
    }
    let bare = new.roles.is_empty();
    let word =
        std::iter::once(&old.trigger).chain(&old.others).any(|other| kindred(reading, *other, new.trigger));
    if bare {
        return b.part == Part::Noun && (word || last <= 1) && last <= BACK;
    }
    // An invasion is not the fighting that follows it.
    if (a.sense.frame.name == "both") != (b.sense.frame.name == "both")
        && !word
        && !new.anaphoric
        && !headline
    {
        return false;
    }
    // Deaths that were told first wait for their deed.
    if a.sense.kill
        && a.sense.kind == Plover::Assault
        && distance <= DEATHS
        && old.roles.sources.is_empty()
        && !victims_differ(reading, old, new)
    {
        return true;
    }
    let headline = headline && distance <= 4;
    let near = |a: &[Referent], b: &[Referent]| overlap(reading, a, b, headline);
    let (sources, targets) =
        (near(&old.roles.sources, &new.roles.sources), near(&old.roles.targets, &new.roles.targets));
    if a.sense.kind.is_symmetric() || a.sense.frame.name == "both" {
        let all = |roles: &Roles| roles.sources.iter().chain(&roles.targets).copied().collect::<Vec<_>>();
        let (a, b) = (all(&old.roles), all(&new.roles));
        return within(reading, &a, &b) && (word || headline || new.anaphoric || a.len().min(b.len()) >= 2);
    }
    if sources == Overlap::Apart
        || targets == Overlap::Apart
        || sources != Overlap::Shared && targets != Overlap::Shared
    {
        return false;
    }
    let both = sources == Overlap::Shared && targets == Overlap::Shared;
    // "was convicted, found guilty and sentenced": one judgment.
    let judged = [a, b].iter().all(|trigger| trigger.sense.mode == Some(Mode::Convict));
    if judged && targets == Overlap::Shared && reading.context.pack.order == Order::HeadLast {
        return true;
    }
    match a.sense.kind {
        // What people say, they say often; only the same word or the headline's is the same act.
        Plover::Request | Plover::Accuse | Plover::Reject | Plover::Support | Plover::Threaten => {
            headline || new.anaphoric || word && (both || last == 0 || b.part == Part::Noun)
        }
        Plover::Coerce | Plover::Aid => headline || new.anaphoric || word,
        Plover::Assault if victims_differ(reading, old, new) && !new.anaphoric => false,
        Plover::Other => word,
        _ => both || word || headline || new.anaphoric,
    }
}

/// Two attacks with two numbers of dead, or on two sets of victims, are two attacks.
fn victims_differ(reading: &Reading<'_>, old: &Told, new: &Told) -> bool {
    let differ = |a: &Quantity, b: &Quantity| a.kind == b.kind && (a.value - b.value).abs() > 0.5;
    let hit = |quantity: &&Quantity| matches!(quantity.kind, QuantityKind::Dead | QuantityKind::Injured);
    let numbers = old
        .quantities
        .iter()
        .find(hit)
        .zip(new.quantities.iter().find(hit))
        .is_some_and(|(a, b)| differ(a, b));
    let victims = |told: &Told| {
        told.roles
            .targets
            .iter()
            .copied()
            .filter(|who| matches!(reading.kind(*who), EntityKind::Group | EntityKind::Person))
            .collect::<Vec<_>>()
    };
    let (a, b) = (victims(old), victims(new));
    numbers || !a.is_empty() && !b.is_empty() && !a.iter().any(|who| b.contains(who))
}

/// Whether two event words have a root in common: "bertemu" and "pertemuan", "kunjungan" and "berkunjung". A shared run of
/// letters decides, so that no language's affixes need to be known.
fn kindred(reading: &Reading<'_>, a: usize, b: usize) -> bool {
    // Two verbs share their affixes too: "ditangkap" is not "ditahan".
    let verbs = [a, b].iter().all(|nth| reading.triggers[*nth].part == Part::Verb);
    let word = |nth: usize| {
        let trigger = &reading.triggers[nth];
        if verbs { trigger.sense.stem.as_bytes() } else { reading.lower(trigger.first).as_bytes() }
    };
    let (a, b) = (word(a), word(b));
    if a == b {
        return true;
    }
    let mut best = 0;
    for from in 0..a.len() {
        for other in 0..b.len() {
            best = best.max(a[from..].iter().zip(&b[other..]).take_while(|(x, y)| x == y).count());
        }
    }
    best >= 4 && best * 20 >= a.len().min(b.len()) * 11
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Overlap {
    Shared,
    Unknown,
    Apart,
}

fn overlap(reading: &Reading<'_>, a: &[Referent], b: &[Referent], loose: bool) -> Overlap {
    if a.is_empty() || b.is_empty() {
        return Overlap::Unknown;
    }
    let same = |one: Referent, other: Referent| one == other || loose && akin(reading, one, other);
    if a.iter().any(|one| b.iter().any(|other| same(*one, *other))) {
        Overlap::Shared
    } else {
        Overlap::Apart
    }
}

/// Whether all of the smaller set are, or belong to, somebody in the larger.
fn within(reading: &Reading<'_>, a: &[Referent], b: &[Referent]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    !few.is_empty() && few.iter().all(|one| many.iter().any(|other| akin(reading, *one, *other)))
}

/// The same actor, or an actor and his state.
fn akin(reading: &Reading<'_>, a: Referent, b: Referent) -> bool {
    a == b || reading.state_of(a) == Some(b) || reading.state_of(b) == Some(a)
}

fn dates_fit(a: Option<PartialDate>, b: Option<PartialDate>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => {
            let (a, b) = (a.to_string(), b.to_string());
            a.starts_with(&b) || b.starts_with(&a)
        }
        _ => true,
    }
}

fn modalities_fit(a: Modality, b: Modality) -> bool {
    a == b
}

/// Who vouches for what is told twice. Headline and lead say briefly what the text says with its source, and a word that
/// only points back says nothing new; else the writer's own word makes a source needless.
fn voucher(reading: &Reading<'_>, old: &Told, new: &Told) -> Option<Referent> {
    let (before, now) = (old.status.attributed_to, new.status.attributed_to);
    let brief = |nth: usize| reading.token(reading.triggers[nth].first).sentence <= LEAD;
    let points_back = new.anaphoric || new.roles.is_empty();
    // What the writer tells of people's dealings in his own words he knows; whoever tells it again adds nothing. What is only planned,
    // demanded or denied has a witness, and who kills whom is said by one of two.
    let public = matches!(
        reading.triggers[old.trigger].sense.kind,
        Plover::Agree
            | Plover::Consult
            | Plover::Support
            | Plover::Concede
            | Plover::Cooperate
            | Plover::Request
            | Plover::Reject
            | Plover::Sanction
            | Plover::Coerce
            | Plover::Other
    );
    let told = before.is_none() && old.status.modality == Modality::Actual;
    if told && public && reading.context.pack.order == Order::HeadFirst {
        return None;
    }
    before.or(now).filter(|_| now.is_some() || points_back || brief(new.trigger))
}

fn join(reading: &Reading<'_>, old: &mut Told, new: Told) {
    let kill = reading.triggers[new.trigger].sense.kill;
    let told_by_all = old.status.attributed_to.is_some() && new.status.attributed_to.is_some();
    old.status.attributed_to = voucher(reading, old, &new);
    if kill && old.roles.sources.is_empty() {
        old.roles.sources.clone_from(&new.roles.sources);
    }
    // What strikes a place strikes people there.
    let strikes = |nth: usize| {
        let sense = &reading.triggers[nth].sense;
        sense.kind == Plover::Other && sense.frame.name == "hit"
    };
    let disaster =
        reading.context.pack.order == Order::HeadLast && strikes(old.trigger) && strikes(new.trigger);
    let anaphora = new.roles.is_empty();
    if !anaphora {
        // An event read from a headline or a bare noun takes its roles from where they are spelt out.
        for source in &new.roles.sources {
            if (old.roles.sources.is_empty() || !kill)
                && !old.roles.targets.contains(source)
                && old.roles.sources.len() < 4
                && (old.roles.sources.is_empty()
                    || old.roles.sources.iter().any(|known| akin(reading, *known, *source)))
            {
                push(&mut old.roles.sources, *source);
            }
        }
        for target in &new.roles.targets {
            if !old.roles.sources.contains(target)
                && old.roles.targets.len() < 5
                && (kill
                    || disaster
                    || old.roles.targets.is_empty()
                    || old.roles.targets.iter().any(|known| akin(reading, *known, *target)))
            {
                push(&mut old.roles.targets, *target);
            }
        }
    }
    old.roles.sure = old.roles.sure.max(new.roles.sure);
    old.roles.place = old.roles.place.or(new.roles.place);
    old.roles.phrases.extend(new.roles.phrases);
    let finer =
        |date: PartialDate| new.date.is_some_and(|other| other.to_string().len() > date.to_string().len());
    if old.date.is_none_or(finer) {
        old.date = new.date.or(old.date);
        old.words = new.words.or(old.words);
    }
    for quantity in new.quantities {
        if !old.quantities.iter().any(|known| known.kind == quantity.kind) {
            old.quantities.push(quantity);
        }
    }
    old.others.push(new.trigger);
    // "Peru menahan lima orang": what the writer tells too needs not the word of whoever did it.
    let own = |who: &Referent| old.roles.sources.contains(who);
    if reading.context.pack.order == Order::HeadFirst
        && !told_by_all
        && old.status.modality == Modality::Actual
        && old.status.attributed_to.as_ref().is_some_and(own)
    {
        old.status.attributed_to = None;
    }
}
