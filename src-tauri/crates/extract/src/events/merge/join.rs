//! What one event has of two words that tell it: sides, day, numbers, and who vouches.

use lang::Order;
use model::{Modality, PartialDate, Plover};

use super::same::akin;
use super::{LEAD, Told};
use crate::analysis::Referent;
use crate::events::reading::Reading;
use crate::events::roles::push;

/// Who vouches for what is told twice. Headline and lead say briefly what the text says with its source, and a word that
/// only points back says nothing new; else the writer's own word makes a source needless.
pub(in crate::events) fn voucher(reading: &Reading<'_>, old: &Told, new: &Told) -> Option<Referent> {
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

pub(super) fn join(reading: &Reading<'_>, old: &mut Told, new: Told) {
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
