//! Which events tell the same happening, weighed: a log-linear yes or no for two events of one type (`retold.tsv`).
//!
//! The rules ([`super::merge`]) join what is plainly one. What is left is compared pair by pair, with sides and status as they were
//! weighed, and an event joins the earlier one whose words it fits best on average (mention-pair model with average link, as in
//! Soon, Ng, Lim 2001; event coreference as in Chen, Ji 2009).

use std::collections::BTreeSet;

use lang::happen::Part;
use model::{EntityKind, QuantityKind};

use super::arguments::{Say, form};
use super::merge::{Told, voucher};
use super::reading::Reading;
use super::roles::push;
use super::stance::modality;
use super::trigger::Trigger;
use super::words::small;
use crate::analysis::{Pair, Referent, SentenceKind};

/// How many events back one may be told again; keeps long texts linear.
const MEMORY: usize = 60;
/// From which probability on two are one.
const EVEN: f32 = 0.5;
/// How many words on either side say what an event is about.
const NEAR: usize = 6;

/// The events of the text in order, each told once.
pub(super) fn merged(reading: &Reading<'_>, told: Vec<Told>) -> Vec<Told> {
    let learnt = reading.context.retold;
    if learnt.is_empty() {
        return told;
    }
    let crowd = crowd(reading, &told);
    let mut out: Vec<Vec<Told>> = Vec::new();
    for new in told {
        let likely = |group: &Vec<Told>| {
            let sum: f32 = group
                .iter()
                .map(|old| {
                    let mut score = 0.0;
                    signs(reading, old, &new, &crowd, &mut |sign| score += learnt.worth(sign)[0]);
                    1.0 / (1.0 + libm::expf(-score))
                })
                .sum();
            sum / group.len() as f32
        };
        let kind = kind(reading, &new);
        let from = out.len().saturating_sub(MEMORY);
        let mut best: Option<(f32, usize)> = None;
        for (at, group) in out.iter().enumerate().skip(from).rev() {
            if self::kind(reading, &group[0]) != kind {
                continue;
            }
            let likely = likely(group);
            if likely >= EVEN && best.is_none_or(|(most, _)| likely > most) {
                best = Some((likely, at));
            }
        }
        match best {
            Some((_, at)) => out[at].push(new),
            None => out.push(vec![new]),
        }
    }
    out.into_iter().filter_map(|group| one(reading, group)).collect()
}

/// Every two events of one type, with what speaks for their being one; for each the earlier ones.
pub(super) fn pairs(reading: &Reading<'_>, told: &[Told]) -> Vec<Vec<Pair>> {
    let crowd = crowd(reading, told);
    let before = |(at, new): (usize, &Told)| {
        let earlier = &told[at.saturating_sub(MEMORY)..at];
        let pair = |old: &Told| {
            let mut list = Vec::new();
            signs(reading, old, new, &crowd, &mut |sign| list.push(sign.join("|")));
            let token = |at: usize| reading.token(at).span;
            let trigger = &reading.triggers[old.trigger];
            Pair { earlier: token(trigger.first).cover(token(trigger.end - 1)), signs: list }
        };
        earlier.iter().filter(|old| kind(reading, old) == kind(reading, new)).map(pair).collect()
    };
    told.iter().enumerate().map(before).collect()
}

fn kind(reading: &Reading<'_>, told: &Told) -> &'static str {
    reading.triggers[told.trigger].sense.kind.code()
}

/// The type of every event, to count those that stand between two.
fn crowd(reading: &Reading<'_>, told: &[Told]) -> Vec<(usize, &'static str)> {
    told.iter().map(|told| (reading.triggers[told.trigger].first, kind(reading, told))).collect()
}

/// One event of several: the sides are those that are likeliest right, the rest is the first one's, filled from the others.
fn one(reading: &Reading<'_>, group: Vec<Told>) -> Option<Told> {
    let mut group = group.into_iter();
    let mut out = group.next()?;
    for new in group {
        out.status.attributed_to = voucher(reading, &out, &new);
        let empty = |told: &Told| told.roles.is_empty();
        if empty(&out) || !empty(&new) && new.roles.odds > out.roles.odds {
            let place = out.roles.place;
            out.roles = new.roles;
            out.roles.place = place.or(out.roles.place);
        } else {
            for who in new.roles.others {
                push(&mut out.roles.others, who);
            }
            out.roles.place = out.roles.place.or(new.roles.place);
            out.roles.phrases.extend(new.roles.phrases);
        }
        out.others.push(new.trigger);
        out.others.extend(new.others);
        out.date = out.date.or(new.date);
        out.words = out.words.or(new.words);
        for quantity in new.quantities {
            if !out.quantities.iter().any(|known| known.kind == quantity.kind) {
                out.quantities.push(quantity);
            }
        }
    }
    out.others.sort_by_key(|nth| reading.triggers[*nth].first);
    Some(out)
}

/// Says every sign that two events are one.
fn signs(reading: &Reading<'_>, old: &Told, new: &Told, crowd: &[(usize, &'static str)], say: &mut Say<'_>) {
    let (a, b) = (&reading.triggers[old.trigger], &reading.triggers[new.trigger]);
    let kind = b.sense.kind.code();
    let stem = if a.sense.stem == b.sense.stem { "same" } else { "other" };
    let (form_a, form_b) = (form(a), form(b));
    say(&["bias"]);
    say(&["kind", kind]);
    say(&["forms", form_a, form_b]);
    say(&["stem", stem, kind]);
    say(&["stem", stem, form_b]);
    let (first, last) = if a.sense.stem <= b.sense.stem {
        (a.sense.stem, b.sense.stem)
    } else {
        (b.sense.stem, a.sense.stem)
    };
    say(&["stems", first, last]);
    say(&["later", b.sense.stem]);

    let (here, there) = (b.sentence(reading), a.sentence(reading));
    let distance = match here.abs_diff(there) {
        0 => "0",
        1 => "1",
        2 => "2",
        3..=5 => "5",
        6..=10 => "10",
        _ => "far",
    };
    let place = |trigger: &Trigger| {
        let sentence = trigger.sentence(reading) as usize;
        match reading.tagged.sentences[sentence].kind {
            SentenceKind::Headline => "headline",
            _ if sentence <= 3 => "lead",
            _ => "body",
        }
    };
    let (where_a, where_b) = (place(a), place(b));
    say(&["distance", distance, stem]);
    say(&["distance", distance, form_b]);
    say(&["distance", distance, kind]);
    say(&["places", where_a, where_b, stem]);
    say(&["places", where_a, where_b, kind]);
    let inside = |at: &usize| a.first < *at && *at < b.first;
    let between = match crowd.iter().filter(|(at, other)| inside(at) && *other == kind).count() {
        0 => "0",
        1 => "1",
        2 | 3 => "3",
        _ => "more",
    };
    say(&["between", between, stem]);

    let (sources, targets) = (
        shared(reading, &old.roles.sources, &new.roles.sources),
        shared(reading, &old.roles.targets, &new.roles.targets),
    );
    say(&["sides", sources, targets]);
    say(&["sides", sources, targets, kind]);
    say(&["sides", sources, targets, stem]);
    let all = |told: &Told| -> Vec<Referent> {
        told.roles.sources.iter().chain(&told.roles.targets).copied().collect()
    };
    let all = shared(reading, &all(old), &all(new));
    say(&["all", all, kind]);
    say(&["all", all, stem, distance]);
    say(&["sides", sources, targets, stem, distance]);
    say(&["sides", sources, targets, "stem", b.sense.stem]);
    say(&["places", where_a, where_b, sources, targets]);
    say(&["between", between, all, stem]);
    let crossed = shared(reading, &old.roles.sources, &new.roles.targets);
    say(&["crossed", crossed, kind]);

    let (before, now) = (modality(old.status.modality), modality(new.status.modality));
    let status = if before == now { "same" } else { "other" };
    say(&["status", before, now]);
    say(&["status", status, kind]);
    say(&["status", status, sources, targets, stem]);
    let vouched = match (old.status.attributed_to, new.status.attributed_to) {
        (None, None) => "none",
        (Some(a), Some(b)) if a == b => "same",
        (Some(_), Some(_)) => "others",
        (Some(_), None) => "first",
        (None, Some(_)) => "second",
    };
    say(&["vouched", vouched]);
    say(&["vouched", vouched, kind]);
    let date = match (old.date, new.date) {
        (Some(a), Some(b)) if a == b => "same",
        (Some(a), Some(b)) => {
            let (a, b) = (a.to_string(), b.to_string());
            if a.starts_with(&b) || b.starts_with(&a) { "within" } else { "other" }
        }
        (None, None) => "none",
        _ => "one",
    };
    say(&["date", date]);
    say(&["date", date, stem]);
    let place = match (old.roles.place, new.roles.place) {
        (Some(a), Some(b)) if a == b => "same",
        (Some(_), Some(_)) => "other",
        (None, None) => "none",
        _ => "one",
    };
    say(&["place", place, kind]);
    let number = |told: &Told| {
        let counted = |kind: QuantityKind| matches!(kind, QuantityKind::Dead | QuantityKind::Injured);
        told.quantities.iter().find(|quantity| counted(quantity.kind)).map(|quantity| quantity.value)
    };
    match (number(old), number(new)) {
        (Some(a), Some(b)) if (a - b).abs() < 0.5 => say(&["number", "same"]),
        (Some(_), Some(_)) => say(&["number", "other"]),
        _ => {}
    }
    if b.part == Part::Noun {
        let pointing = if new.points_back() { "back" } else { "plain" };
        say(&["points", pointing, stem]);
        say(&["points", pointing, distance]);
        let (start, _) = reading.bounds(b.first);
        if let Some(word) = b.first.checked_sub(1).filter(|at| *at >= start).and_then(|at| small(reading, at))
        {
            say(&["before", word]);
        }
    }
    if reading.is_faint(old.trigger) || reading.is_faint(new.trigger) {
        say(&["faint", kind]);
        say(&["faint", stem]);
    }
    let words = match about(reading, a).intersection(&about(reading, b)).count() {
        0 => "0",
        1 => "1",
        2 => "2",
        _ => "more",
    };
    say(&["words", words, stem]);
    say(&["words", words, kind]);
    say(&["words", words, distance]);
    say(&["words", words, sources, targets, stem]);
}

/// Whether two lists have somebody in common, or somebody and his state.
fn shared(reading: &Reading<'_>, a: &[Referent], b: &[Referent]) -> &'static str {
    let state = |who: Referent| reading.state_of(who);
    match (a.is_empty(), b.is_empty()) {
        (true, true) => "nobody",
        (true, false) => "second",
        (false, true) => "first",
        _ if a.iter().any(|who| b.contains(who)) => {
            if a.len() == b.len() && a.iter().all(|who| b.contains(who)) { "same" } else { "some" }
        }
        _ if a.iter().any(|x| b.iter().any(|y| state(*x) == Some(*y) || state(*y) == Some(*x))) => "state",
        _ if a.iter().any(|x| b.iter().any(|y| state(*x).is_some() && state(*x) == state(*y))) => "fellows",
        _ if a.iter().chain(b).any(|who| reading.kind(*who) == EntityKind::Group) => "groups",
        _ => "others",
    }
}

/// The words near an event word that say what it is about, names too.
fn about<'r>(reading: &'r Reading<'_>, trigger: &Trigger) -> BTreeSet<&'r str> {
    let (start, stop) = reading.bounds(trigger.first);
    let near = start.max(trigger.first.saturating_sub(NEAR))..stop.min(trigger.end + NEAR);
    let tells = |at: &usize| {
        !reading.punct(*at)
            && (*at < trigger.first || *at >= trigger.end)
            && (reading.named[*at] || small(reading, *at).is_none())
    };
    near.filter(tells).map(|at| reading.lower(at)).collect()
}
