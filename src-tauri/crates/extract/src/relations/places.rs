//! What lies where: towns in countries, buildings in towns, capitals, bodies by the country that a description names.

use std::collections::BTreeMap;

use lang::{BodyLink, Closer, Number, Order, Tag, Token};
use model::{EntityKind, MentionKind, RelationKind};

use crate::analysis::{Found, Referent, Standing};
use crate::membership::Scan;

/// How many may describe a body before the state it comes from.
const DESCRIBED: usize = 6;
/// How many tokens may tell of the rest of several places.
const REST: usize = 7;
/// How many tokens may stand between a thing and the place it lies in.
const PLACE_REACH: usize = 5;

/// "perusahaan Swiss, Lada Air,", "rumah mode asal Jepang, Pala": a body whose state a description before it names.
pub(super) fn of_states(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, names, context, .. } = *scan;
    let terms = context.pack.words();
    let kind = |f: &Found| scan.kind(f);
    let mut out = Vec::new();
    for (nth, state) in names.iter().enumerate().filter(|(_, f)| kind(f) == EntityKind::Country) {
        let sentence = tagged.tokens[state.first].sentence;
        let comma =
            |at: usize| tagged.tokens.get(at).is_some_and(|t| &*t.lower == "," && t.sentence == sentence);
        let body = names.get(nth + 1).filter(|f| {
            kind(f) == EntityKind::Organization
                // "kantor berita Iran Tasnim", "kantor berita Iran, Tasnim"
                && f.first == state.end + usize::from(comma(state.end))
                && tagged.tokens[f.first].sentence == sentence
                && tagged.tokens.get(f.end).is_none_or(|t| t.tag != Tag::Cconj)
        });
        let Some(body) = body else { continue };
        let origin =
            state.first.checked_sub(1).is_some_and(|at| terms.origins.contains(&*tagged.tokens[at].lower));
        let noun = state.first - usize::from(origin);
        let described = (1..=4).filter_map(|n| noun.checked_sub(n)).any(|first| {
            let word = |i: usize| (first + i < noun).then(|| &*tagged.tokens[first + i].lower);
            tagged.tokens[first].sentence == sentence
                && terms.heads.longest(word).is_some_and(|(_, head)| {
                    matches!(head.kind, EntityKind::Organization | EntityKind::Group)
                        && !head.body
                        && !head.nation
                })
                && tagged.tokens[first..noun]
                    .iter()
                    .all(|t| matches!(t.tag, Tag::Noun | Tag::Adj | Tag::Propn))
        });
        if described {
            out.push(located(body.referent, state.referent, 0.55, (sentence as usize, "relation.origin")));
        }
    }
    out
}

/// "gudang beras di sebelah utara Cusco", "Pulau Timor, khususnya Dili dan Baucau".
pub(super) fn seated(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, actors, names, context } = *scan;
    let terms = context.pack.words();
    let kind = |f: &Found| scan.kind(f);
    let mut out = Vec::new();
    for thing in &actors.mentions {
        let from = names.partition_point(|f| f.first < thing.end);
        let Some(place) = names.get(from).filter(|f| {
            matches!(kind(f), EntityKind::Place | EntityKind::Country) && f.first - thing.end <= PLACE_REACH
        }) else {
            continue;
        };
        let between = &tagged.tokens[thing.end..place.first];
        // "Penjara Lada, yang terletak di Cusco"
        let between = match between {
            [comma, rest @ ..] if &*comma.lower == "," && rest.iter().any(|t| t.tag == Tag::Verb) => rest,
            all => all,
        };
        let sentence = tagged.tokens[thing.first].sentence;
        if between.is_empty() || tagged.tokens[place.first].sentence != sentence {
            continue;
        }
        let linked = between.iter().all(|t| {
            terms.place_links.contains(&*t.lower)
                || terms.at.contains(&*t.lower)
                || terms.directions.contains(&*t.lower)
        }) && between.iter().any(|t| terms.at.contains(&*t.lower));
        // "dari Bandara Lima menuju Cusco": what is on its way lies nowhere.
        let moves = |t: &Token| terms.at.contains(&*t.lower) && !terms.stays.contains(&*t.lower);
        let linked = linked && (context.pack.order == Order::HeadLast || !between.iter().any(moves));
        // "pejabat dari Rusia" come from there.
        let linked = linked
            && !(kind(thing) == EntityKind::Group
                && between.iter().any(|t| terms.members.contains(&*t.lower)));
        // "Lada Air yang berlokasi di Cusco"
        let told = between.iter().any(|t| t.tag == Tag::Verb);
        // "berbagai universitas di Peru"
        let several = thing.mention.kind == MentionKind::Nominal
            && context.pack.order == Order::HeadFirst
            && terms
                .openers
                .longest(|i| tagged.tokens.get(thing.first + i).map(|t| &*t.lower))
                .is_some_and(|(_, opener)| opener.number == Number::Many);
        let lies = match kind(thing) {
            EntityKind::Facility => true,
            EntityKind::Organization => told || several,
            _ => false,
        };
        let evidence = (sentence as usize, "relation.place");
        let sort = several && !told && kind(thing) == EntityKind::Organization;
        if linked && lies {
            let evidence = if sort { (evidence.0, super::SORT) } else { evidence };
            out.push(located(thing.referent, place.referent, 0.6, evidence));
        }
        // "bagian utara Pulau Timor, khususnya Dili dan Baucau"
        let names_parts = between.iter().all(|t| &*t.lower == "," || terms.including.contains(&*t.lower))
            && between.iter().any(|t| terms.including.contains(&*t.lower));
        if names_parts && kind(thing) == EntityKind::Place && thing.mention.kind == MentionKind::Name {
            let mut part = from;
            while let Some(place) = names
                .get(part)
                .filter(|f| kind(f) == EntityKind::Place && tagged.tokens[f.first].sentence == sentence)
            {
                out.push(located(place.referent, thing.referent, 0.6, evidence));
                let joined = tagged.tokens.get(place.end).is_some_and(|t| {
                    &*t.lower == "," || terms.body_links.get(&*t.lower) == Some(&BodyLink::List)
                });
                part += 1;
                if !joined || names.get(part).is_none_or(|next| next.first > place.end + 2) {
                    break;
                }
            }
        }
    }
    out
}

/// A town whose country stands in the same sentence lies in it; a capital only where the words say so.
pub(super) fn inside(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, actors, names, .. } = *scan;
    let draft = |f: &Found| &actors.referents[f.referent];
    let mut out: Vec<Standing> = Vec::new();
    for (nth, town) in names.iter().enumerate().filter(|(_, f)| {
        draft(f).kind == EntityKind::Place
            && draft(f).country.is_some()
            && f.acts_as.is_none()
            && f.rule == "name.place"
    }) {
        if out.iter().any(|s| s.subject == town.referent) {
            continue;
        }
        let sentence = tagged.tokens[town.first].sentence;
        let same = |f: &&&Found| tagged.tokens[f.first].sentence == sentence;
        let state = names[..nth]
            .iter()
            .rev()
            .take_while(same)
            .chain(names[nth + 1..].iter().take_while(same))
            .find(|f| draft(f).kind == EntityKind::Country && draft(f).country == draft(town).country);
        if let Some(state) = state {
            out.push(located(town.referent, state.referent, 0.5, (sentence as usize, super::INSIDE)));
        }
    }
    out
}

/// "ibu kota Iran, Teheran", "Teheran, ibu kota Iran".
pub(super) fn capitals(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, names, context, .. } = *scan;
    let terms = context.pack.words();
    let kind = |f: &Found| scan.kind(f);
    let comma = |at: usize| tagged.tokens.get(at).is_some_and(|t| &*t.lower == ",");
    let mut out = Vec::new();
    for at in 0..tagged.tokens.len() {
        let Some((length, ())) = terms.capitals.longest(|i| tagged.tokens.get(at + i).map(|t| &*t.lower))
        else {
            continue;
        };
        let next = names.partition_point(|f| f.first < at + length);
        // "ibu kota Nairobi": of the state whose government it stands for.
        if let Some(town) = names.get(next).filter(|f| f.first == at + length)
            && let Some(state) = town.acts_as.filter(|_| kind(town) == EntityKind::Place)
        {
            out.push(Standing {
                kind: RelationKind::CapitalOf,
                subject: town.referent,
                object: state,
                confidence: 0.8,
                evidence: (tagged.tokens[at].sentence as usize, "relation.capital"),
            });
            continue;
        }
        let Some(state) =
            names.get(next).filter(|f| f.first == at + length && kind(f) == EntityKind::Country)
        else {
            continue;
        };
        let after = names
            .get(next + 1)
            .filter(|f| f.first == state.end || comma(state.end) && f.first == state.end + 1);
        let before = next.checked_sub(1).map(|i| &names[i]).filter(|f| f.end + 1 == at && comma(f.end));
        let Some(town) = after.into_iter().chain(before).find(|f| kind(f) == EntityKind::Place) else {
            continue;
        };
        let evidence = (tagged.tokens[at].sentence as usize, "relation.capital");
        out.push(Standing {
            kind: RelationKind::CapitalOf,
            subject: town.referent,
            object: state.referent,
            confidence: 0.85,
            evidence,
        });
    }
    out
}

/// "Akademi Militer Magelang", "Bandara Lima": what stands in the place that its name ends with, where the text names that place.
pub(super) fn named_after(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, names, context, .. } = *scan;
    let terms = context.pack.words();
    let mut out = Vec::new();
    if context.pack.order == Order::HeadLast {
        return out;
    }
    let words = |first: usize, end: usize| {
        tagged.tokens[first..end].iter().map(|t| &*t.lower).collect::<Vec<_>>().join(" ")
    };
    let places: BTreeMap<String, Referent> = names
        .iter()
        .filter(|f| scan.kind(f) == EntityKind::Place)
        .map(|f| (words(f.first, f.end), f.referent))
        .collect();
    for thing in names.iter().filter(|f| f.end - f.first > 1) {
        let head = terms
            .heads
            .longest(|i| (thing.first + i < thing.end).then(|| &*tagged.tokens[thing.first + i].lower));
        let stands = head.is_some_and(|(_, head)| head.sited || head.kind == EntityKind::Facility)
            && matches!(scan.kind(thing), EntityKind::Facility | EntityKind::Organization);
        let length = head.map_or(1, |(length, _)| length);
        let place = (thing.first + length..thing.end)
            .filter(|_| stands)
            .find_map(|first| places.get(&words(first, thing.end)));
        if let Some(place) = place {
            let sentence = tagged.tokens[thing.first].sentence as usize;
            out.push(located(thing.referent, *place, 0.6, (sentence, "relation.after")));
        }
    }
    out
}

/// "Lada Air, sebuah maskapai murah asal Peru,": a body whose state a description behind it names.
pub(super) fn come_from(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, names, context, .. } = *scan;
    let terms = context.pack.words();
    let mut out = Vec::new();
    if context.pack.order == Order::HeadLast {
        return out;
    }
    for pair in names.windows(2) {
        let [body, state] = pair else { continue };
        let between = tagged.tokens.get(body.end..state.first).unwrap_or_default();
        let told = match between {
            [comma, nouns @ .., origin] if &*comma.lower == "," && terms.origins.contains(&*origin.lower) => {
                !nouns.is_empty()
                    && nouns.len() <= DESCRIBED
                    && nouns.iter().all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Punct | Tag::Sconj))
            }
            _ => false,
        };
        let here = tagged.tokens[body.first].sentence == tagged.tokens[state.first].sentence;
        if told
            && here
            && scan.kind(body) == EntityKind::Organization
            && scan.kind(state) == EntityKind::Country
        {
            let sentence = tagged.tokens[body.first].sentence as usize;
            out.push(located(body.referent, state.referent, 0.6, (sentence, "relation.origin")));
        }
    }
    out
}

/// "di Puno, Cusco, dan beberapa kabupaten lain di Peru": those listed before the rest of them lie there too.
pub(super) fn with_the_rest(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, names, context, .. } = *scan;
    let terms = context.pack.words();
    let mut out = Vec::new();
    if context.pack.order == Order::HeadLast {
        return out;
    }
    let place = |f: &Found| matches!(scan.kind(f), EntityKind::Place | EntityKind::Country);
    for (nth, whole) in names.iter().enumerate().filter(|(_, f)| place(f)) {
        let sentence = tagged.tokens[whole.first].sentence;
        let word = |at: usize| tagged.tokens.get(at).filter(|t| t.sentence == sentence).map(|t| &*t.lower);
        let list = |at: usize| word(at).is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::List));
        let Some(rest) = whole.first.checked_sub(REST) else { continue };
        // "dan beberapa kabupaten lain di", "dan kota lainnya di"
        let and = (rest..whole.first).find(|at| {
            let counted = terms.openers.longest(|i| word(at + 1 + i)).map_or(0, |(length, _)| length);
            let noun = at + 1 + counted;
            let sort = terms
                .heads
                .longest(|i| word(noun + i).map(|word| (context.pack.singular)(word).unwrap_or(word)));
            list(*at)
                && sort.is_some_and(|(length, head)| {
                    head.kind == EntityKind::Place
                        && terms.closers.longest(|i| word(noun + length + i)).is_some_and(|(more, closer)| {
                            *closer == Closer::Else
                                && noun + length + more + 1 == whole.first
                                && word(whole.first - 1) == Some("di")
                        })
                })
        });
        let Some(mut end) = and else { continue };
        end -= usize::from(end > 0 && word(end - 1) == Some(","));
        for part in names[..nth].iter().rev() {
            if part.end != end || scan.kind(part) != EntityKind::Place {
                break;
            }
            out.push(located(part.referent, whole.referent, 0.6, (sentence as usize, "relation.rest")));
            let Some(comma) = part.first.checked_sub(1).filter(|at| word(*at) == Some(",")) else { break };
            end = comma;
        }
    }
    out
}

/// "Thailand dan Kamboja adalah tujuan wisata di Asia Tenggara": states told of in their region, the nearest before it with those listed.
pub(super) fn regions(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, actors, names, context } = *scan;
    let terms = context.pack.words();
    let mut out = Vec::new();
    if context.pack.order == Order::HeadLast {
        return out;
    }
    for (nth, region) in names.iter().enumerate() {
        let draft = &actors.referents[region.referent];
        let sentence = tagged.tokens[region.first].sentence;
        let word = |at: usize| tagged.tokens.get(at).filter(|t| t.sentence == sentence).map(|t| &*t.lower);
        let mut before = region.first;
        while before > 0 && word(before - 1).is_some_and(|w| terms.place_links.contains(w)) {
            before -= 1;
        }
        let inside = draft.kind == EntityKind::Place
            && draft.country.is_none()
            && before > 0
            && word(before - 1) == Some("di");
        if !inside {
            continue;
        }
        let lies = |f: &Found| {
            scan.kind(f) == EntityKind::Country
                && actors.referents[f.referent]
                    .country
                    .is_some_and(|c| lang::know::in_region(&draft.names.en, c.code()))
        };
        let mut listed = None;
        for state in names[..nth].iter().rev().take_while(|f| tagged.tokens[f.first].sentence == sentence) {
            let joined = listed.is_none_or(|next: usize| {
                tagged
                    .tokens
                    .get(state.end..next)
                    .unwrap_or_default()
                    .iter()
                    .all(|t| &*t.lower == "," || terms.body_links.get(&*t.lower) == Some(&BodyLink::List))
            });
            if lies(state) && joined {
                listed = Some(state.first);
                out.push(located(
                    state.referent,
                    region.referent,
                    0.6,
                    (sentence as usize, "relation.region"),
                ));
            } else if listed.is_some() {
                break;
            }
        }
    }
    out
}

fn located(
    subject: Referent,
    object: Referent,
    confidence: f32,
    evidence: (usize, &'static str),
) -> Standing {
    Standing { kind: RelationKind::LocatedIn, subject, object, confidence, evidence }
}
