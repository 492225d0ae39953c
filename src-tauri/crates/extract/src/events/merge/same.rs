//! Whether two event words tell the same happening: type, sides, day, victims and status fit.

use lang::Order;
use lang::happen::Part;
use model::{EntityKind, Modality, Mode, PartialDate, Plover, Quantity, QuantityKind};

use super::{BACK, DEATHS, Told};
use crate::analysis::Referent;
use crate::events::reading::Reading;
use crate::events::roles::Roles;

/// Whether the later word tells of the earlier event.
pub(super) fn same(reading: &Reading<'_>, old: &Told, new: &Told) -> bool {
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
pub(super) fn victims_differ(reading: &Reading<'_>, old: &Told, new: &Told) -> bool {
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
pub(super) fn akin(reading: &Reading<'_>, a: Referent, b: Referent) -> bool {
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

pub(super) fn modalities_fit(a: Modality, b: Modality) -> bool {
    a == b
}
