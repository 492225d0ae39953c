//! Who stands to whom, weighed: a log-linear choice among the types of a relation and none (`relations.tsv`).
//!
//! Every two who are told of near each other compete, every one of a state that is told of with that state, and whatever the rules
//! found; what the rules say is one sign among others (maximum entropy over words, kinds and mentions, Kambhatla 2004). A sign counts for
//! one type and, as "any", for a relation of any type (augmented features, Daumé 2007). Only types compete that two of their kinds have had.

mod signs;

use std::collections::{BTreeMap, BTreeSet};

use model::{Country, EntityKind, RelationKind};

use crate::analysis::{Actors, Bond, Context, Found, Referent, Standing, Tagged};
use signs::Signs;

/// How many tokens may stand between two who are near each other.
const REACH: usize = 14;
/// How many mentions behind one are looked at; keeps long texts linear.
const CROWD: usize = 24;
/// From which probability on a relation is told that the rules do not tell.
const TELL: f32 = 0.5;
/// Below which probability one is not told that the rules tell.
const DROP: f32 = 0.1;
/// What the weights alone tell.
const RULE: &str = "relation.weighed";
/// The sign of every relation, whatever its type.
const ANY: &str = "any";

/// Two mentions that stand nearest, the subject's first; by their place among all.
#[derive(Clone, Copy, Debug)]
struct Near {
    subject: usize,
    object: usize,
    gap: usize,
}

/// Who may stand to whom: subject and object, and where they are nearest, if anywhere.
type Pairs = BTreeMap<(Referent, Referent), Option<Near>>;

/// The relations of the text, those of the rules and those that the weights find likely.
pub(crate) fn weighed(
    tagged: &Tagged,
    actors: &Actors,
    standings: Vec<Standing>,
    context: &Context<'_>,
) -> Vec<Standing> {
    let learnt = context.relations;
    if learnt.is_empty() {
        return super::stated(standings, context);
    }
    let pairs = pairs(tagged, actors, &standings);
    let signs = Signs::new(tagged, actors, &standings, context);
    let kinds = learnt.choices().iter().map(|name| RelationKind::from_code(name));
    let kinds: Vec<Option<RelationKind>> = kinds.collect();
    let any = learnt.choices().iter().position(|name| **name == *ANY);
    let kind = |who: Referent| actors.referents[who].kind.code();
    let mut likely: BTreeMap<(Referent, Referent), Vec<(RelationKind, f32)>> = BTreeMap::new();
    let mut scores = vec![0.0; kinds.len()];
    let mut seen: Vec<usize> = Vec::new();
    for (&(subject, object), near) in &pairs {
        let Some(row) = learnt.row(&["pair", kind(subject), kind(object)]) else { continue };
        let had = learnt.weights(row).iter().filter_map(|(at, _)| Some((*at, kinds[*at]?)));
        let types: Vec<(usize, RelationKind)> =
            had.filter(|(_, of)| subject < object || !of.is_symmetric()).collect();
        if types.is_empty() {
            continue;
        }
        scores.fill(0.0);
        seen.clear();
        signs.say((subject, object), *near, &mut |sign| {
            if let Some(row) = learnt.row(sign).filter(|row| !seen.contains(row)) {
                seen.push(row);
                for (at, weight) in learnt.weights(row) {
                    scores[*at] += weight;
                }
            }
        });
        let any = any.map_or(0.0, |at| scores[at]);
        let scored: Vec<(RelationKind, f32)> =
            types.iter().map(|(at, of)| (*of, scores[*at] + any)).collect();
        likely.insert((subject, object), chances(&scored));
    }
    settled(tagged, actors, standings, context, &pairs, &likely)
}

/// The probability of each type, the likeliest first; who leads a body holds an office in it.
fn chances(scored: &[(RelationKind, f32)]) -> Vec<(RelationKind, f32)> {
    let most = scored.iter().fold(0.0_f32, |most, (_, score)| most.max(*score));
    let power = |score: f32| libm::expf(score - most);
    let all: f32 = power(0.0) + scored.iter().map(|(_, score)| power(*score)).sum::<f32>();
    let office = |of: RelationKind| matches!(of, RelationKind::Leads | RelationKind::HoldsOffice);
    let offices: f32 = scored.iter().filter(|(of, _)| office(*of)).map(|(_, score)| power(*score)).sum();
    let chance = |(of, score): &(RelationKind, f32)| {
        (*of, if office(*of) { offices } else { power(*score) } / all, *score)
    };
    let mut out: Vec<(RelationKind, f32, f32)> = scored.iter().map(chance).collect();
    out.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.2.total_cmp(&a.2)));
    out.into_iter().map(|(of, chance, _)| (of, chance)).collect()
}

/// What the rules told unless it is unlikely, and what is likely where they told nothing.
fn settled(
    tagged: &Tagged,
    actors: &Actors,
    standings: Vec<Standing>,
    context: &Context<'_>,
    pairs: &Pairs,
    likely: &BTreeMap<(Referent, Referent), Vec<(RelationKind, f32)>>,
) -> Vec<Standing> {
    let stays = |standing: &Standing| {
        let ends = (standing.subject, standing.object);
        let turned = standing.kind.is_symmetric() && ends.0 > ends.1;
        let Some(list) = likely.get(&if turned { (ends.1, ends.0) } else { ends }) else { return true };
        let own = list.iter().find(|(of, _)| *of == standing.kind).map_or(0.0, |(_, chance)| *chance);
        // Another type is the likeliest by far.
        let other = list.first().is_some_and(|(_, chance)| *chance >= TELL && *chance > own);
        own >= DROP && !other
    };
    let mut out = super::stated(standings, context);
    out.retain(stays);
    // Two stand in one relation, whoever is its subject: nobody leads whom he is led by.
    let ends = |a: Referent, b: Referent| (a.min(b), a.max(b));
    let told: BTreeSet<(Referent, Referent)> = out.iter().map(|s| ends(s.subject, s.object)).collect();
    let first = first(actors);
    let mut found: BTreeMap<(Referent, Referent), Standing> = BTreeMap::new();
    for (&(subject, object), list) in likely {
        let Some(&(kind, confidence)) = list.first().filter(|(_, chance)| *chance >= TELL) else { continue };
        let ends = ends(subject, object);
        let likelier = found.get(&ends).is_none_or(|old| old.confidence < confidence);
        if told.contains(&ends) || !likelier {
            continue;
        }
        let near = pairs[&(subject, object)].map(|near| near.subject);
        let Some(at) = near.or_else(|| first.get(&subject).copied()) else { continue };
        let evidence = (tagged.tokens[actors.mentions[at].first].sentence as usize, RULE);
        found.insert(ends, Standing { kind, subject, object, confidence, evidence });
    }
    out.extend(found.into_values());
    out
}

/// Where each is first mentioned, by its place among all mentions.
fn first(actors: &Actors) -> BTreeMap<Referent, usize> {
    let mut out = BTreeMap::new();
    for (at, found) in actors.mentions.iter().enumerate() {
        out.entry(found.referent).or_insert(at);
    }
    out
}

/// Everyone who may stand to somebody and what speaks for it, for fitting the weights; and all of them as if they were told, so that
/// nobody among them is left out of the reading.
pub(crate) fn bonds(
    tagged: &Tagged,
    actors: &Actors,
    standings: &[Standing],
    context: &Context<'_>,
) -> (Vec<Standing>, Vec<Bond>) {
    let signs = Signs::new(tagged, actors, standings, context);
    let stated = super::stated(standings.to_vec(), context);
    let first = first(actors);
    let span = |who: Referent| first.get(&who).map(|at| actors.mentions[*at].mention.span);
    let mut out = (Vec::new(), Vec::new());
    for ((subject, object), near) in pairs(tagged, actors, standings) {
        let (Some(from), Some(to)) = (span(subject), span(object)) else { continue };
        let mut list = Vec::new();
        signs.say((subject, object), near, &mut |sign| list.push(sign.join("|")));
        let ruled = stated.iter().filter(|s| {
            (s.subject, s.object) == (subject, object)
                || s.kind.is_symmetric() && subject < object && (s.object, s.subject) == (subject, object)
        });
        let ruled = ruled.filter(|s| subject < object || !s.kind.is_symmetric()).map(|s| s.kind).collect();
        out.1.push(Bond { ends: [from, to], first: subject < object, ruled, signs: list });
        let evidence = (tagged.tokens[actors.mentions[0].first].sentence as usize, RULE);
        let kind = RelationKind::Other;
        out.0.push(Standing { kind, subject, object, confidence: 0.0, evidence });
    }
    out
}

/// All who may stand to one another.
fn pairs(tagged: &Tagged, actors: &Actors, standings: &[Standing]) -> Pairs {
    let mut out = Pairs::new();
    let sentence = |found: &Found| tagged.tokens[found.first].sentence;
    for (at, one) in actors.mentions.iter().enumerate() {
        let others = actors.mentions.iter().enumerate().skip(at + 1).take(CROWD);
        for (to, other) in others
            .take_while(|(_, other)| other.first <= one.end + REACH && sentence(other) == sentence(one))
            .filter(|(_, other)| other.referent != one.referent)
        {
            let gap = other.first.saturating_sub(one.end);
            for (subject, object) in [(at, to), (to, at)] {
                let ends = (actors.mentions[subject].referent, actors.mentions[object].referent);
                let near: &mut Option<Near> = out.entry(ends).or_default();
                if near.is_none_or(|near| gap < near.gap) {
                    *near = Some(Near { subject, object, gap });
                }
            }
        }
    }
    for standing in standings {
        let (a, b) = (standing.subject, standing.object);
        let turned = standing.kind.is_symmetric() && a > b;
        out.entry(if turned { (b, a) } else { (a, b) }).or_default();
    }
    // The states that the text tells of.
    let mut states: BTreeMap<Country, Referent> = BTreeMap::new();
    for found in &actors.mentions {
        let draft = &actors.referents[found.referent];
        if let Some(country) = draft.country.filter(|_| draft.kind == EntityKind::Country) {
            states.entry(country).or_insert(found.referent);
        }
    }
    for found in &actors.mentions {
        let draft = &actors.referents[found.referent];
        let state = draft.country.filter(|_| draft.kind != EntityKind::Country);
        if let Some(state) = state.and_then(|country| states.get(&country)) {
            out.entry((found.referent, *state)).or_default();
        }
    }
    out
}
