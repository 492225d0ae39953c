//! Relations that stand between two mentions: a place in a place, a person of a body, two at war.
//!
//! Relations that offices and names state by themselves come from `resolve`; what lies where stands in [`places`], who is listed behind a group in [`rosters`], who stands to
//! whom in [`kin`]. What all of them found is weighed in [`weighed`].

mod kin;
mod last;
mod owned;
mod places;
mod rosters;
mod said;
mod weighed;

use std::collections::BTreeSet;

use lang::{Order, Shape, Tag, Token};
use model::{EntityKind, MentionKind, RelationKind};

use crate::analysis::{Actors, Context, Found, Standing, Tagged};
use crate::membership::{Scan, memberships, rosters};
use last::head_last;
use owned::{owned_offices, wars};
use places::{capitals, come_from, inside, named_after, of_states, regions, seated, with_the_rest};
pub(crate) use weighed::{bonds, weighed};

/// How many names behind a name are looked at for the end of a list.
const LISTED: usize = 12;

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
    let all = Scan { tagged, actors, names: &names, context };
    let outer = Scan { names: &outer, ..all };
    standings.extend(memberships(&outer));
    standings.extend(match context.pack.order {
        Order::HeadFirst => rosters::rosters(&outer),
        Order::HeadLast => rosters(&outer),
    });
    standings.extend(of_states(&all));
    standings.extend(wars(&all));
    standings.extend(capitals(&all));
    standings.extend(seated(&outer));
    standings.extend(inside(&all));
    standings.extend(regions(&outer));
    standings.extend(with_the_rest(&outer));
    standings.extend(named_after(&outer));
    standings.extend(come_from(&outer));
    standings.extend(kin::kin(&outer));
    standings.extend(kin::allies(&outer));
    standings.extend(kin::led(&outer));
    standings.extend(kin::branches(&outer));
    standings.extend(said::said(&outer));
    standings.extend(owned_offices(&all));
    standings.extend(head_last(&outer));
    // "Tiga anggota DPR, Rina Sari, Budi Hartono, dan Ali Bongo": members of the body too.
    if context.pack.order == Order::HeadFirst {
        let through = through_groups(actors, &standings);
        standings.extend(through);
    }
    // "Presiden ke-8 Chad" is of a row; where the text tells that he leads, no more is said.
    let told: BTreeSet<(usize, usize)> =
        standings.iter().filter(|s| s.evidence.1 != NUMBERED).map(|s| (s.subject, s.object)).collect();
    standings.retain(|s| s.evidence.1 != NUMBERED || !told.contains(&(s.subject, s.object)));
    let mut out: Vec<Standing> = Vec::new();
    for standing in standings {
        let same = |s: &&mut Standing| {
            s.kind == standing.kind
                && (s.subject == standing.subject && s.object == standing.object
                    || s.kind.is_symmetric() && s.subject == standing.object && s.object == standing.subject)
        };
        match out.iter_mut().find(same) {
            Some(old) => {
                old.confidence = old.confidence.max(standing.confidence);
                // What the text states counts for more than what follows from names.
                if UNSTATED.contains(&old.evidence.1) {
                    old.evidence = standing.evidence;
                }
            }
            None if standing.subject != standing.object => out.push(standing),
            None => {}
        }
    }
    out
}

/// Who is listed behind a group of members of a body is one of them; what is listed of several in a place lies there.
fn through_groups(actors: &Actors, standings: &[Standing]) -> Vec<Standing> {
    let lies = |s: &&Standing| {
        matches!(
            actors.referents[s.subject].kind,
            EntityKind::Organization | EntityKind::Facility | EntityKind::Place
        )
    };
    let member = |s: &&Standing| s.kind == RelationKind::MemberOf;
    let body = |s: &&Standing| actors.referents[s.object].kind == EntityKind::Organization;
    let mut out = Vec::new();
    for listed in standings.iter().filter(|s| matches!(s.evidence.1, "relation.roster" | SORT)) {
        let there = standings
            .iter()
            .filter(|s| s.kind == RelationKind::LocatedIn && s.subject == listed.object)
            .filter(|_| lies(&listed));
        out.extend(there.map(|there| Standing {
            subject: listed.subject,
            evidence: (there.evidence.0, "relation.roster"),
            ..there.clone()
        }));
    }
    for listed in standings.iter().filter(member).filter(|s| s.evidence.1 == "relation.roster") {
        let of = standings.iter().filter(member).filter(body).filter(|s| s.subject == listed.object);
        out.extend(of.map(|of| Standing { subject: listed.subject, ..of.clone() }));
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

/// "Ketua Komisi III DPR" without a name, whose words say it themselves.
pub(crate) const UNNAMED: &str = "office.unnamed";
/// "Presiden ke-7 Chad", who may hold the office still.
pub(crate) const NUMBERED: &str = "office.numbered";
/// "pemerintahannya", whose state is known but not stated.
pub(crate) const OWNED: &str = "description.owned";
/// "berbagai universitas di Peru, termasuk Universitas Lada": several of a sort, told of only by those named.
const SORT: &str = "relation.sort";
/// A town and its country, each named for a reason of its own.
const INSIDE: &str = "relation.inside";

/// What no words of the text state by themselves.
const UNSTATED: [&str; 4] = [UNNAMED, OWNED, INSIDE, SORT];

/// Those that the text states and a reader would draw. On 150 annotated Indonesian articles 4 of 25 without a name were drawn, 1 of 17
/// without the state and 2 of 50 towns in countries; in English more, so there they stay.
fn stated(mut standings: Vec<Standing>, context: &Context<'_>) -> Vec<Standing> {
    if context.pack.order == Order::HeadFirst {
        standings.retain(|standing| !UNSTATED.contains(&standing.evidence.1));
    }
    standings
}

/// Countries go along relations: a hotel in Nairobi is Kenya's, who leads a Kenyan bank too; places and bodies first.
pub(crate) fn spread(actors: &mut Actors, standings: &[Standing]) {
    for people in [false, true] {
        for standing in standings {
            let object = &actors.referents[standing.object];
            let Some(country) = object.country else { continue };
            // Husband and wife, mother and son: mostly of one country.
            let kin = standing.evidence.1 == "relation.kin" && object.kind == EntityKind::Person;
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
                RelationKind::Other => people && kin && kind == EntityKind::Person,
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
    // A name and, where it is letters in brackets, the words before them: "Universitas Coimbra (UC)".
    let whole = |found: &Found| {
        let open =
            (context.pack.order == Order::HeadFirst && bracketed(tagged, found)).then(|| found.first - 1);
        let capital = |at: &usize| matches!(tagged.tokens[*at].shape, Shape::Capital | Shape::Upper);
        let long = open.map_or(0, |open| (0..open).rev().take(LISTED).take_while(capital).count() + 1);
        found.first - long..found.end
    };
    // Bodies that stand in a place of their own: "Universitas Coimbra di Lisbon".
    let sited = |found: &Found| {
        kind(found) == EntityKind::Facility
            || kind(found) == EntityKind::Organization
                && whole(found).any(|at| {
                    let word = |i: usize| (at + i < found.end).then(|| &*tagged.tokens[at + i].lower);
                    terms.heads.longest(word).is_some_and(|(_, head)| {
                        head.sited
                            || context.pack.order == Order::HeadFirst && head.kind == EntityKind::Facility
                    })
                })
    };
    // A body whose own words or the tables say what it is.
    let own = |found: &Found| found.rule == "name.head";
    let firm = |found: &Found| matches!(found.rule, "name.head" | "name.table" | "name.country");
    // "Akademi Militer (Akmil), Magelang", "Badan Anggaran (Banggar) DPR": what stands behind the bracket stands behind the name.
    let closed = context.pack.order == Order::HeadFirst && bracketed(tagged, a);
    let between = if closed { between.get(1..)? } else { between };
    // "kantor Pemerintah Aceh di Meulaboh": the office stands there, not the province.
    let until = actors.mentions.partition_point(|f| f.first < a.first);
    let possessor = context.pack.order == Order::HeadFirst
        && actors.mentions[until.saturating_sub(LISTED)..until].iter().any(|f| {
            f.mention.kind == MentionKind::Nominal
                && f.first < a.first
                && f.end >= a.end
                && f.referent != a.referent
        });
    match between {
        // "Lapas Kerobokan, Kabupaten Badung", "Al-Luweib, Negara Bagian Kordofan Utara"
        [comma, nouns @ ..]
            if &*comma.lower == ","
                && matches!(kind(b), EntityKind::Country | EntityKind::Place)
                && (nouns.is_empty() || district(nouns)) =>
        {
            let acts = context.pack.order == Order::HeadFirst && tagged.goes_on(b.end);
            let lists = listed(tagged, b) || acts;
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
        // "Gedung Lada, Kompleks Parlemen, Lima"
        [comma]
            if &*comma.lower == ","
                && context.pack.order == Order::HeadFirst
                && kind(a) == EntityKind::Facility
                && kind(b) == EntityKind::Facility
                && !listed(tagged, b)
                && !tagged.goes_on(b.end) =>
        {
            standing(RelationKind::LocatedIn, 0.6, "relation.place")
        }
        // "Kadugli di Kordofan Selatan", "Kramatorsk di wilayah Donetsk", "Mumbai, di negara bagian Maharashtra"
        [link, nouns @ ..] | [Token { tag: Tag::Punct, .. }, link, nouns @ ..]
            if &*link.lower == "di"
                && (between.len() == nouns.len() + 1 || &*between[0].lower == "," && !nouns.is_empty())
                && nouns.len() <= 2
                && nouns.iter().all(|noun| terms.place_links.contains(&*noun.lower))
                && kind(a) == EntityKind::Place
                && !possessor
                && matches!(kind(b), EntityKind::Place | EntityKind::Country)
                && a.acts_as.is_none()
                && (country(a).is_none() || country(b).is_none() || country(a) == country(b)) =>
        {
            standing(RelationKind::LocatedIn, 0.65, "relation.place")
        }
        // "Universitas Lada (UL) Lima"
        [] if closed && sited(a) && kind(b) == EntityKind::Place => {
            standing(RelationKind::LocatedIn, 0.6, "relation.place")
        }
        // "Bandara X di Y"
        [link]
            if terms.at.contains(&*link.lower)
                && (context.pack.order == Order::HeadLast || terms.stays.contains(&*link.lower))
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
        // "Badan Anggaran (Banggar) DPR", "Divisi Hubungan Internasional Mabes Polri"
        [] if context.pack.order == Order::HeadFirst
            && kind(a) == EntityKind::Organization
            && matches!(kind(b), EntityKind::Organization | EntityKind::Country)
            && (closed || between.is_empty() && (kind(b) == EntityKind::Country || own(a) && firm(b))) =>
        {
            standing(RelationKind::PartOf, 0.65, "relation.part")
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

/// Whether a name stands alone in brackets, short for the one before.
fn bracketed(tagged: &Tagged, name: &Found) -> bool {
    let is = |at: Option<usize>, mark: &str| {
        at.and_then(|at| tagged.tokens.get(at)).is_some_and(|token| &*token.lower == mark)
    };
    is(name.first.checked_sub(1), "(") && is(Some(name.end), ")")
}

/// Whether a list goes on behind a name, which is no chain of places: "di Cusco, Puno, Tacna, dan Arequipa".
fn listed(tagged: &Tagged, name: &Found) -> bool {
    let sentence = tagged.tokens[name.first].sentence;
    let here = |at: usize| tagged.tokens.get(at).filter(|token| token.sentence == sentence);
    let joins = |at: usize| here(at).is_some_and(|token| token.tag == Tag::Cconj);
    let comma = |at: usize| here(at).is_some_and(|token| &*token.lower == ",");
    let mut end = name.end;
    for _ in 0..LISTED {
        if joins(end) || comma(end) && joins(end + 1) {
            return true;
        }
        if !comma(end) {
            return false;
        }
        let words = (end + 1..).take_while(|&at| {
            here(at).is_some_and(|token| token.shape != Shape::Lower && token.tag != Tag::Punct)
        });
        let next = end + 1 + words.count();
        if next == end + 1 {
            return false;
        }
        end = next;
    }
    false
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
