//! The other side, where a sentence names only one: "Beijing membantah tuduhan itu" after "Trump menuduh China" is aimed at
//! Trump. A guess from the dealings told nearby, so such an event is never sure enough to be drawn as fact.

use model::{EntityKind, Mode, Plover};

use super::merge::Told;
use super::reading::Reading;
use super::roles::{Guessed, Roles};
use crate::analysis::Referent;

/// How many sentences away the dealings may be told.
const NEAR: u32 = 6;
/// How many events on either side are looked at; keeps long texts linear.
const MEMORY: usize = 40;

/// An event told in the text, as the others ask for it.
struct Known {
    sentence: u32,
    kind: Plover,
    /// Whether it is a step of police or prosecutors.
    law: bool,
    /// The word of the lexicon that tells it.
    stem: &'static str,
    roles: Roles,
}

/// Fills the empty side of deeds that always have two.
pub(super) fn guessed(reading: &Reading<'_>, mut told: Vec<Told>) -> Vec<Told> {
    let known: Vec<Known> = told
        .iter()
        .map(|told| {
            let trigger = &reading.triggers[told.trigger];
            Known {
                sentence: trigger.sentence(reading),
                kind: trigger.sense.kind,
                law: law(trigger.sense.kind, trigger.sense.mode),
                stem: trigger.sense.stem,
                roles: if reading.is_faint(told.trigger) { Roles::default() } else { told.roles.clone() },
            }
        })
        .collect();
    for nth in 0..told.len() {
        let Known { kind, law, stem, roles, .. } = &known[nth];
        let found = match (roles.sources.is_empty(), roles.targets.is_empty()) {
            (false, true) if aims(*kind) && !*law => {
                nearest(&known, nth, |other| against(reading, other, &roles.sources))
            }
            (true, false) if strikes(*kind) || *law => {
                nearest(&known, nth, |other| striker(reading, other, &roles.targets))
                    .or_else(|| nearest(&known, nth, |other| same_deed(other, *kind, stem, &roles.targets)))
                    .or_else(|| {
                        law.then(|| nearest(&known, nth, |other| officer(reading, other, &roles.targets)))
                            .flatten()
                    })
            }
            // "WNI itu akan dievakuasi": by whoever evacuates others.
            (true, false) if matches!(kind, Plover::Aid | Plover::Mobilize | Plover::Concede) => {
                nearest(&known, nth, |other| same_deed(other, *kind, stem, &roles.targets))
            }
            _ => None,
        };
        let Some(found) = found else { continue };
        let roles = &mut told[nth].roles;
        if roles.sources.is_empty() {
            roles.sources = found;
            roles.guessed = Some(Guessed::Source);
        } else {
            roles.targets = found;
            roles.guessed = Some(Guessed::Target);
        }
    }
    told
}

/// Types that are always done to somebody.
fn aims(kind: Plover) -> bool {
    matches!(
        kind,
        Plover::Accuse
            | Plover::Reject
            | Plover::Request
            | Plover::Threaten
            | Plover::Sanction
            | Plover::Support
    )
}

/// Types that are always done by somebody.
fn strikes(kind: Plover) -> bool {
    matches!(kind, Plover::Coerce | Plover::Sanction)
}

/// The first answer among the events told before and behind, nearest first, the earlier before the later.
fn nearest(
    known: &[Known],
    nth: usize,
    answer: impl Fn(&Known) -> Option<Vec<Referent>>,
) -> Option<Vec<Referent>> {
    let here = known[nth].sentence;
    let mut order: Vec<usize> =
        (nth.saturating_sub(MEMORY)..known.len().min(nth + MEMORY)).filter(|other| *other != nth).collect();
    order.sort_by_key(|other| (known[*other].sentence.abs_diff(here), *other > nth));
    order
        .into_iter()
        .filter(|other| known[*other].sentence.abs_diff(here) <= NEAR)
        .find_map(|other| answer(&known[other]))
}

/// Whom these sources deal with in another event, as doer or as done to.
fn against(
    reading: &Reading<'_>,
    Known { kind, roles, .. }: &Known,
    sources: &[Referent],
) -> Option<Vec<Referent>> {
    if *kind == Plover::Other || roles.sources.is_empty() || roles.targets.is_empty() {
        return None;
    }
    let mine =
        |list: &[Referent]| list.iter().any(|who| sources.iter().any(|source| akin(reading, *who, *source)));
    let (doer, struck) = (mine(&roles.sources), mine(&roles.targets));
    let other = match (doer, struck) {
        (true, false) => &roles.targets,
        (false, true) => &roles.sources,
        _ => return None,
    };
    let able: Vec<Referent> = other.iter().copied().filter(|who| acts(reading, *who)).take(2).collect();
    (!able.is_empty()).then_some(able)
}

/// Who strikes these targets in another act of force or pressure.
fn striker(
    reading: &Reading<'_>,
    Known { kind, roles, .. }: &Known,
    targets: &[Referent],
) -> Option<Vec<Referent>> {
    let force = matches!(kind, Plover::Coerce | Plover::Sanction | Plover::Assault);
    let same = roles.targets.iter().any(|who| targets.iter().any(|target| akin(reading, *who, *target)));
    (force && same && !roles.sources.is_empty()).then(|| roles.sources.iter().copied().take(2).collect())
}

/// Steps of police and prosecutors: arrests, searches, charges.
fn law(kind: Plover, mode: Option<Mode>) -> bool {
    kind == Plover::Coerce && matches!(mode, Some(Mode::Arrest | Mode::Seize))
        || kind == Plover::Accuse && mode == Some(Mode::Investigate)
}

/// Which body takes such steps elsewhere in the text: "Polisi menangkap A. B kini ditahan."
fn officer(
    reading: &Reading<'_>,
    Known { law, roles, .. }: &Known,
    targets: &[Referent],
) -> Option<Vec<Referent>> {
    let body = roles
        .sources
        .iter()
        .copied()
        .find(|who| reading.kind(*who) == EntityKind::Organization && !targets.contains(who))?;
    law.then(|| vec![body])
}

/// Who does the same elsewhere: "Majelis menonaktifkan Rina. Budi dinonaktifkan selama tiga bulan."
fn same_deed(other: &Known, kind: Plover, stem: &str, targets: &[Referent]) -> Option<Vec<Referent>> {
    let same = other.kind == kind && other.stem == stem && !other.roles.sources.is_empty();
    let apart = !other.roles.sources.iter().any(|who| targets.contains(who));
    (same && apart).then(|| other.roles.sources.iter().copied().take(2).collect())
}

/// Somebody known by name who can be spoken to or dealt with.
fn acts(reading: &Reading<'_>, who: Referent) -> bool {
    reading.actors.referents[who].named
        && matches!(reading.kind(who), EntityKind::Country | EntityKind::Person | EntityKind::Organization)
}

/// The same actor, an actor and his state, or two of one state.
fn akin(reading: &Reading<'_>, a: Referent, b: Referent) -> bool {
    let (of_a, of_b) = (reading.state_of(a), reading.state_of(b));
    a == b || of_a == Some(b) || of_b == Some(a) || of_a.is_some() && of_a == of_b
}
