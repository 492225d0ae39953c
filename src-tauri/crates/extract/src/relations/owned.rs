//! Offices behind their owner, and who is at war with whom.

use lang::{BodyLink, Order, Scope, Tag};
use model::{EntityKind, MentionKind, RelationKind};

use crate::analysis::{Found, Standing};
use crate::membership::Scan;

/// "Its president, Emeka Orji", "his spokesman Ali Bongo": the office of whom the pronoun means.
pub(super) fn owned_offices(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, actors, names, context } = *scan;
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
        // "his prime minister": of the state that he serves.
        let served = actors.referents[owner.referent].country.filter(|_| {
            actors.referents[owner.referent].kind == EntityKind::Person && title.scope == Scope::State
        });
        let state = served.and_then(|country| {
            names.iter().map(|f| f.referent).find(|r| {
                actors.referents[*r].kind == EntityKind::Country
                    && actors.referents[*r].country == Some(country)
            })
        });
        let Some(whole) = state.or(body.then_some(owner.referent)) else { continue };
        let Some(relation) = title.relation else { continue };
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
                object: whole,
                confidence: 0.65,
                evidence: (sentence as usize, "relation.office"),
            });
        }
    }
    out
}

/// "perang Thailand-Kamboja", "perang antara Rusia dan Ukraina", "invasi Rusia ke Ukraina".
pub(super) fn wars(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, actors, names, context } = *scan;
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
