//! Relations that stand between two mentions: a place in a place, a person of a body, two at war.
//!
//! Relations that offices and names state by themselves come from `resolve`.

use lang::{BodyLink, Order, Tag, Token};
use model::{EntityKind, MentionKind, RelationKind};

use crate::analysis::{Actors, Context, Found, Standing, Tagged};
use crate::membership::{memberships, rosters};

/// How many tokens may stand between a thing and the place it lies in.
const PLACE_REACH: usize = 5;

/// The relations of the text, those found by `resolve` first, each told once.
pub(crate) fn relations(
    tagged: &Tagged,
    actors: &Actors,
    mut standings: Vec<Standing>,
    context: &Context<'_>,
) -> Vec<Standing> {
    let names: Vec<&Found> = actors.mentions.iter().filter(|f| f.mention.kind == MentionKind::Name).collect();
    // What stands inside another name stands beside nothing.
    let outer = outermost(&names);
    for pair in outer.windows(2) {
        let [a, b] = pair else { continue };
        if tagged.tokens[a.first].sentence == tagged.tokens[b.first].sentence {
            standings.extend(beside(tagged, actors, a, b, context));
        }
    }
    standings.extend(memberships(tagged, actors, &outer, context));
    standings.extend(rosters(tagged, actors, &outer, context));
    standings.extend(of_states(tagged, actors, &names, context));
    standings.extend(wars(tagged, actors, &names, context));
    standings.extend(capitals(tagged, actors, &names, context));
    standings.extend(seated(tagged, actors, &outer, context));
    standings.extend(inside(tagged, actors, &names));
    standings.extend(kin(tagged, actors, &outer, context));
    standings.extend(owned_offices(tagged, actors, &names, context));
    let mut out: Vec<Standing> = Vec::new();
    for standing in standings {
        let same = |s: &&mut Standing| {
            s.kind == standing.kind
                && (s.subject == standing.subject && s.object == standing.object
                    || s.kind.is_symmetric() && s.subject == standing.object && s.object == standing.subject)
        };
        match out.iter_mut().find(same) {
            Some(old) => old.confidence = old.confidence.max(standing.confidence),
            None if standing.subject != standing.object => out.push(standing),
            None => {}
        }
    }
    out
}

/// The names that stand in no other, in order.
fn outermost<'f>(names: &[&'f Found]) -> Vec<&'f Found> {
    let mut out: Vec<&Found> = Vec::with_capacity(names.len());
    for name in names {
        match out.last_mut() {
            Some(last) if name.first < last.end && name.end <= last.end => {}
            Some(last) if last.first >= name.first && last.end <= name.end => *last = name,
            _ => out.push(name),
        }
    }
    out
}

/// Countries go along relations: a hotel in Nairobi is Kenya's, who leads a Kenyan bank too; places and bodies first.
pub(crate) fn spread(actors: &mut Actors, standings: &[Standing]) {
    for people in [false, true] {
        for standing in standings {
            let Some(country) = actors.referents[standing.object].country else { continue };
            let subject = &mut actors.referents[standing.subject];
            let kind = subject.kind;
            let along = match standing.kind {
                RelationKind::LocatedIn | RelationKind::PartOf => {
                    matches!(kind, EntityKind::Place | EntityKind::Facility | EntityKind::Organization)
                }
                RelationKind::Leads
                | RelationKind::HoldsOffice
                | RelationKind::MemberOf
                | RelationKind::Represents
                | RelationKind::SpokespersonOf => people && kind == EntityKind::Person,
                _ => false,
            };
            if along && subject.country.is_none() {
                subject.country = Some(country);
            }
        }
    }
}

/// "Anchorage, Alaska", "Lima, Peru", "Universitas Coimbra, Lisbon", "Quispe dari Lima Institute".
fn beside(tagged: &Tagged, actors: &Actors, a: &Found, b: &Found, context: &Context<'_>) -> Option<Standing> {
    let kind = |f: &Found| actors.referents[f.referent].kind;
    let country = |f: &Found| actors.referents[f.referent].country;
    let between = tagged.tokens.get(a.end..b.first)?;
    let sentence = tagged.tokens[a.first].sentence as usize;
    let standing = |relation, confidence, rule| {
        Some(Standing {
            kind: relation,
            subject: a.referent,
            object: b.referent,
            confidence,
            evidence: (sentence, rule),
        })
    };
    let terms = context.pack.words();
    // The nouns before a place: other than those before what lies there ("Pulau Lada, Pulau Pala" are two), and nothing goes on behind it.
    let district = |nouns: &[Token]| {
        let place = terms
            .heads
            .longest(|i| nouns.get(i).map(|noun| &*noun.lower))
            .is_some_and(|(length, head)| length == nouns.len() && head.kind == EntityKind::Place);
        let before = a.first.checked_sub(nouns.len()).and_then(|first| tagged.tokens.get(first..a.first));
        let same = before.is_some_and(|own| own.iter().zip(nouns).all(|(a, b)| a.lower == b.lower));
        place && !same && tagged.tokens.get(b.end).is_none_or(|next| next.tag == Tag::Punct)
    };
    // Bodies that stand in a place of their own: "Universitas Coimbra di Lisbon".
    let sited = |found: &Found| {
        kind(found) == EntityKind::Facility
            || kind(found) == EntityKind::Organization
                && (found.first..found.end).any(|at| {
                    let word = |i: usize| (at + i < found.end).then(|| &*tagged.tokens[at + i].lower);
                    terms.heads.longest(word).is_some_and(|(_, head)| head.sited)
                })
    };
    match between {
        // "Lapas Kerobokan, Kabupaten Badung", "Al-Luweib, Negara Bagian Kordofan Utara"
        [comma, nouns @ ..]
            if &*comma.lower == ","
                && matches!(kind(b), EntityKind::Country | EntityKind::Place)
                && (nouns.is_empty() || district(nouns)) =>
        {
            // A list of places is no chain: "di Cusco, Puno, dan Arequipa".
            let lists = tagged.tokens.get(b.end).is_some_and(|t| t.tag == Tag::Cconj)
                || tagged.tokens.get(b.end).is_some_and(|t| &*t.lower == ",")
                    && tagged.tokens.get(b.end + 1).is_some_and(|t| t.tag == Tag::Cconj);
            let agree = country(a).is_none()
                || country(a) == country(b)
                || kind(b) == EntityKind::Place && country(b).is_none();
            match kind(a) {
                EntityKind::Place if agree && !lists => {
                    standing(RelationKind::LocatedIn, 0.8, "relation.place")
                }
                EntityKind::Facility if !lists => standing(RelationKind::LocatedIn, 0.7, "relation.place"),
                EntityKind::Organization if agree && !lists && kind(b) == EntityKind::Place => {
                    standing(RelationKind::LocatedIn, 0.6, "relation.place")
                }
                _ => None,
            }
        }
        // "Bandara X di Y"
        [link]
            if terms.at.contains(&*link.lower)
                && sited(a)
                && matches!(kind(b), EntityKind::Place | EntityKind::Country) =>
        {
            standing(RelationKind::LocatedIn, 0.65, "relation.place")
        }
        [link] | [link, Token { tag: Tag::Det, .. }]
            if terms.members.contains(&*link.lower)
                && kind(a) == EntityKind::Person
                && kind(b) == EntityKind::Organization =>
        {
            standing(RelationKind::MemberOf, 0.65, "relation.member")
        }
        // "dosen dari Universitas Coimbra, Ana Reis, menilai"
        [] | [Token { tag: Tag::Punct, .. }]
            if kind(a) == EntityKind::Organization
                && kind(b) == EntityKind::Person
                && between.iter().all(|t| &*t.lower == ",")
                && called_from(tagged, a, context) =>
        {
            Some(Standing {
                kind: RelationKind::MemberOf,
                subject: b.referent,
                object: a.referent,
                confidence: 0.6,
                evidence: (sentence, "relation.member"),
            })
        }
        // "Alvin Yeung (Civic Party)"
        [open]
            if &*open.lower == "("
                && tagged.tokens.get(b.end).is_some_and(|t| &*t.lower == ")")
                && kind(a) == EntityKind::Person
                && kind(b) == EntityKind::Organization =>
        {
            standing(RelationKind::MemberOf, 0.65, "relation.member")
        }
        _ => None,
    }
}

/// Whether a calling and "dari" stand before a body: "pengamat politik dari".
fn called_from(tagged: &Tagged, body: &Found, context: &Context<'_>) -> bool {
    let terms = context.pack.words();
    let sentence = tagged.tokens[body.first].sentence;
    let Some(link) =
        body.first.checked_sub(1).filter(|at| terms.members.contains(&*tagged.tokens[*at].lower))
    else {
        return false;
    };
    (1..=4).filter_map(|n| link.checked_sub(n)).any(|first| {
        let word = |i: usize| {
            tagged
                .tokens
                .get(first + i)
                .filter(|t| t.sentence == sentence && first + i < link)
                .map(|t| &*t.lower)
        };
        terms.titles.longest(word).is_some_and(|(_, title)| title.relation.is_none())
            && tagged.tokens[first..link].iter().all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Punct))
    })
}

/// "perusahaan Swiss, Lada Air,", "rumah mode asal Jepang, Pala": a body whose state a description before it names.
fn of_states(tagged: &Tagged, actors: &Actors, names: &[&Found], context: &Context<'_>) -> Vec<Standing> {
    let terms = context.pack.words();
    let kind = |f: &Found| actors.referents[f.referent].kind;
    let mut out = Vec::new();
    for (nth, state) in names.iter().enumerate().filter(|(_, f)| kind(f) == EntityKind::Country) {
        let sentence = tagged.tokens[state.first].sentence;
        let comma =
            |at: usize| tagged.tokens.get(at).is_some_and(|t| &*t.lower == "," && t.sentence == sentence);
        let body = names.get(nth + 1).filter(|f| {
            kind(f) == EntityKind::Organization
                && comma(state.end)
                && f.first == state.end + 1
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
            out.push(Standing {
                kind: RelationKind::LocatedIn,
                subject: body.referent,
                object: state.referent,
                confidence: 0.55,
                evidence: (sentence as usize, "relation.origin"),
            });
        }
    }
    out
}

/// "Its president, Emeka Orji", "his spokesman Ali Bongo": the office of whom the pronoun means.
fn owned_offices(tagged: &Tagged, actors: &Actors, names: &[&Found], context: &Context<'_>) -> Vec<Standing> {
    let terms = context.pack.words();
    let mut out = Vec::new();
    if context.pack.order == Order::HeadFirst {
        return out;
    }
    for owner in actors.mentions.iter().filter(|f| f.mention.kind == MentionKind::Pronoun) {
        let body = matches!(
            actors.referents[owner.referent].kind,
            EntityKind::Country | EntityKind::Organization | EntityKind::Group
        );
        let sentence = tagged.tokens[owner.first].sentence;
        let word = |at: usize| tagged.tokens.get(at).filter(|t| t.sentence == sentence).map(|t| &*t.lower);
        let Some((length, title)) = terms.titles.longest(|i| word(owner.end + i)) else { continue };
        let Some(relation) = title.relation.filter(|_| body) else { continue };
        let mut at = owner.end + length;
        at += usize::from(word(at) == Some(","));
        let nth = names.partition_point(|f| f.first < at);
        let holder = names
            .get(nth)
            .filter(|f| f.first == at && actors.referents[f.referent].kind == EntityKind::Person);
        if let Some(holder) = holder {
            out.push(Standing {
                kind: relation,
                subject: holder.referent,
                object: owner.referent,
                confidence: 0.65,
                evidence: (sentence as usize, "relation.office"),
            });
        }
    }
    out
}

/// "perang Thailand-Kamboja", "perang antara Rusia dan Ukraina", "invasi Rusia ke Ukraina".
fn wars(tagged: &Tagged, actors: &Actors, names: &[&Found], context: &Context<'_>) -> Vec<Standing> {
    let terms = context.pack.words();
    let side = |f: &Found| {
        matches!(
            actors.referents[f.referent].kind,
            EntityKind::Country | EntityKind::Organization | EntityKind::Group
        )
    };
    let mut out = Vec::new();
    for (at, token) in tagged.tokens.iter().enumerate() {
        if !terms.war.contains(&*token.lower) {
            continue;
        }
        let first = names.partition_point(|f| f.first <= at);
        let [a, b, ..] = names[first..] else { continue };
        // "perang dagang AS-China" is none: only prepositions may stand between.
        let near = tagged.tokens[at + 1..a.first].iter().all(|t| t.tag == Tag::Adp)
            && b.first >= a.end
            && b.first - a.end <= 2;
        let joined = tagged.tokens.get(a.end..b.first).is_some_and(|between| {
            matches!(between, [t] if matches!(&*t.lower, "-" | "–" | "—") || terms.body_links.get(&*t.lower) == Some(&BodyLink::List) || terms.against.contains(&*t.lower))
        });
        let here = tagged.tokens[b.first].sentence == token.sentence;
        if near && joined && here && side(a) && side(b) && a.referent != b.referent {
            out.push(Standing {
                kind: RelationKind::AtWarWith,
                subject: a.referent,
                object: b.referent,
                confidence: 0.65,
                evidence: (token.sentence as usize, "relation.war"),
            });
        }
    }
    out
}

/// "gudang beras di sebelah utara Cusco", "petani Peru di Puno", "Pulau Timor, khususnya Dili dan Baucau".
fn seated(tagged: &Tagged, actors: &Actors, names: &[&Found], context: &Context<'_>) -> Vec<Standing> {
    let terms = context.pack.words();
    let kind = |f: &Found| actors.referents[f.referent].kind;
    let mut out = Vec::new();
    for thing in &actors.mentions {
        let from = names.partition_point(|f| f.first < thing.end);
        let Some(place) = names.get(from).filter(|f| {
            matches!(kind(f), EntityKind::Place | EntityKind::Country) && f.first - thing.end <= PLACE_REACH
        }) else {
            continue;
        };
        let between = &tagged.tokens[thing.end..place.first];
        let sentence = tagged.tokens[thing.first].sentence;
        if between.is_empty() || tagged.tokens[place.first].sentence != sentence {
            continue;
        }
        let linked = between.iter().all(|t| {
            terms.place_links.contains(&*t.lower)
                || terms.at.contains(&*t.lower)
                || terms.directions.contains(&*t.lower)
        }) && between.iter().any(|t| terms.at.contains(&*t.lower));
        // "pejabat dari Rusia" come from there.
        let linked = linked
            && !(kind(thing) == EntityKind::Group
                && between.iter().any(|t| terms.members.contains(&*t.lower)));
        // "Lada Air yang berlokasi di Cusco"
        let told = between.iter().any(|t| t.tag == Tag::Verb);
        let lies = match kind(thing) {
            EntityKind::Facility => true,
            EntityKind::Organization => told,
            EntityKind::Group => thing.mention.kind == MentionKind::Nominal,
            _ => false,
        };
        let evidence = (sentence as usize, "relation.place");
        if linked && lies {
            out.push(Standing {
                kind: RelationKind::LocatedIn,
                subject: thing.referent,
                object: place.referent,
                confidence: 0.6,
                evidence,
            });
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
                out.push(Standing {
                    kind: RelationKind::LocatedIn,
                    subject: place.referent,
                    object: thing.referent,
                    confidence: 0.6,
                    evidence,
                });
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
fn inside(tagged: &Tagged, actors: &Actors, names: &[&Found]) -> Vec<Standing> {
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
            out.push(Standing {
                kind: RelationKind::LocatedIn,
                subject: town.referent,
                object: state.referent,
                confidence: 0.5,
                evidence: (sentence as usize, "relation.inside"),
            });
        }
    }
    out
}

/// "putra Presiden Joko Widodo, Kaesang Pangarep", "Iriana, istri Joko Widodo", "Bill Gates adalah pendiri Microsoft".
fn kin(tagged: &Tagged, actors: &Actors, names: &[&Found], context: &Context<'_>) -> Vec<Standing> {
    let terms = context.pack.words();
    let kind = |f: &Found| actors.referents[f.referent].kind;
    let word = |at: usize| tagged.tokens.get(at).map(|t| &*t.lower);
    let mut out = Vec::new();
    for (at, token) in tagged.tokens.iter().enumerate() {
        if !terms.kin.contains(&*token.lower) {
            continue;
        }
        let next = names.partition_point(|f| f.first <= at);
        let here = |f: &&&Found| tagged.tokens[f.first].sentence == token.sentence;
        // Offices and ranks may stand between: "putra Presiden", "istri mendiang".
        let Some(whose) = names.get(next).filter(here).filter(|f| {
            f.first - at <= 4
                && matches!(kind(f), EntityKind::Person | EntityKind::Organization)
                && tagged.tokens[at + 1..f.first]
                    .iter()
                    .all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Punct))
        }) else {
            continue;
        };
        let after = names
            .get(next + 1)
            .filter(here)
            .filter(|f| word(whose.end) == Some(",") && f.first == whose.end + 1);
        let before = next.checked_sub(1).map(|i| &names[i]).filter(here).filter(|f| {
            f.end < at
                && word(f.end).is_some_and(|w| w == "," || terms.copulas.contains(w))
                && at - f.end <= 3
        });
        let Some(who) = before.or(after).filter(|f| kind(f) == EntityKind::Person) else { continue };
        if who.referent != whose.referent {
            out.push(Standing {
                kind: RelationKind::Other,
                subject: who.referent,
                object: whose.referent,
                confidence: 0.65,
                evidence: (token.sentence as usize, "relation.kin"),
            });
        }
    }
    out
}

/// "ibu kota Iran, Teheran", "Teheran, ibu kota Iran".
fn capitals(tagged: &Tagged, actors: &Actors, names: &[&Found], context: &Context<'_>) -> Vec<Standing> {
    let terms = context.pack.words();
    let kind = |f: &Found| actors.referents[f.referent].kind;
    let comma = |at: usize| tagged.tokens.get(at).is_some_and(|t| &*t.lower == ",");
    let mut out = Vec::new();
    for at in 0..tagged.tokens.len() {
        let Some((length, ())) = terms.capitals.longest(|i| tagged.tokens.get(at + i).map(|t| &*t.lower))
        else {
            continue;
        };
        let next = names.partition_point(|f| f.first < at + length);
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
