//! Who stands to whom as a noun says: kin, founders, allies, and branches of a body: "istrinya, Rina Sari", "putra Presiden Chad, Ali Bongo",
//! "Brigade Lada, sayap militer Hamas".

use lang::{BodyLink, Shape, Tag, Token};
use model::{EntityKind, MentionKind, RelationKind};

use crate::analysis::{Found, Referent, Standing};
use crate::membership::Scan;

/// How many words may join two things that somebody is: "yang juga".
const JOINTS: usize = 3;
/// How many words an office may have between whose kin somebody is and the name.
const OFFICE: usize = 14;
/// How many tokens may stand between the kin and the name of whose they are, and how many names of an office's seats.
const NEAR: usize = 6;
const SEATS: usize = 2;
/// How many words of an office may stand before the name of who leads.
const LED: usize = 6;

/// "sekutu utamanya, Chad,": the state that the clitic means has an ally.
pub(super) fn allies(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, context, .. } = *scan;
    let terms = context.pack.words();
    let mut out = Vec::new();
    for (at, token) in tagged.tokens.iter().enumerate() {
        let head = (context.pack.singular)(&token.lower).unwrap_or(&token.lower);
        if !terms.heads.exact(head).is_some_and(|head| head.ally) {
            continue;
        }
        let modified = tagged.tokens.get(at + 1).is_some_and(|next| next.shape == Shape::Lower);
        let owned = owned(scan, at + 1 + usize::from(modified), &[EntityKind::Country]);
        if let Some((whose, ally)) = owned.filter(|(whose, ally)| *whose != ally.referent) {
            out.push(Standing {
                kind: RelationKind::AllyOf,
                subject: ally.referent,
                object: whose,
                confidence: 0.6,
                evidence: (token.sentence as usize, "relation.ally"),
            });
        }
    }
    out
}

/// "kelompok Lada yang dipimpin Ali Bongo", "delegasi Chad pimpinan Menteri Kelautan Rina Sari": who leads the body told of before.
pub(super) fn led(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, actors, names, context } = *scan;
    let terms = context.pack.words();
    let mut out = Vec::new();
    for (at, token) in tagged.tokens.iter().enumerate().filter(|(_, t)| terms.led.contains(&*t.lower)) {
        let here = |f: &Found| tagged.tokens[f.first].sentence == token.sentence;
        let Some(who) = names.get(names.partition_point(|f| f.first <= at)).filter(|f| here(f)) else {
            continue;
        };
        let office = &tagged.tokens[at + 1..who.first];
        let plain = office.len() <= LED
            && office.iter().all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Punct | Tag::Sconj));
        let until = actors.mentions.partition_point(|f| f.first < at);
        let body = actors.mentions[..until].iter().rev().take(LED).find(|f| {
            let between = tagged.tokens.get(f.end..at).unwrap_or_default();
            here(f)
                && f.mention.kind != MentionKind::Pronoun
                && matches!(scan.kind(f), EntityKind::Organization | EntityKind::Group)
                && between.len() <= LED
                && match between {
                    // "Kartel Lada, kelompok narkoba yang dipimpin"
                    [comma, sort @ .., clause] if &*comma.lower == "," && !sort.is_empty() => {
                        let head = terms.heads.longest(|i| sort.get(i).map(|t| &*t.lower));
                        f.mention.kind == MentionKind::Name
                            && terms.body_links.get(&*clause.lower) == Some(&BodyLink::Clause)
                            && head.is_some_and(|(_, head)| {
                                matches!(head.kind, EntityKind::Organization | EntityKind::Group)
                            })
                            && sort.iter().all(|t| matches!(t.tag, Tag::Noun | Tag::Adj))
                    }
                    // "Kementerian Kelautan di bawah kepemimpinan"
                    [Token { tag: Tag::Adp, .. }, Token { tag: Tag::Noun, .. }] => true,
                    all => all.iter().all(|t| terms.joints.contains(&*t.lower) || &*t.lower == ","),
                }
        });
        let person = scan.kind(who) == EntityKind::Person && plain;
        if let Some(body) = body.filter(|body| person && body.referent != who.referent) {
            out.push(Standing {
                kind: RelationKind::Leads,
                subject: who.referent,
                object: body.referent,
                confidence: 0.65,
                evidence: (token.sentence as usize, "relation.led"),
            });
        }
    }
    out
}

/// "istrinya, Rina Sari": whom a clitic means, and who of these kinds is named behind it.
fn owned<'a>(scan: &Scan<'a>, clitic: usize, kinds: &[EntityKind]) -> Option<(Referent, &'a Found)> {
    let Scan { tagged, actors, names, .. } = *scan;
    let nth = actors.mentions.partition_point(|f| f.first < clitic);
    let owner = actors.mentions[nth..]
        .iter()
        .take_while(|f| f.first == clitic)
        .find(|f| f.mention.kind == MentionKind::Pronoun && f.end == clitic + 1)?;
    let comma = tagged.tokens.get(clitic + 1).is_some_and(|t| &*t.lower == ",");
    let from = clitic + 1 + usize::from(comma);
    let who = names.get(names.partition_point(|f| f.first < from)).filter(|f| f.first == from)?;
    // "Jokowi dan istrinya, Iriana": whose she is stands right before.
    let coordinated =
        (1..=3).filter_map(|n| clitic.checked_sub(n)).find(|at| tagged.tokens[*at].tag == Tag::Cconj);
    let beside = coordinated.and_then(|and| {
        names.iter().rev().find(|f| f.end <= and).filter(|f| f.end == and && kinds.contains(&scan.kind(f)))
    });
    let owner = beside.copied().unwrap_or(owner);
    let both = [owner.referent, who.referent];
    let same = tagged.tokens[who.first].sentence == tagged.tokens[clitic].sentence;
    (same && both.iter().all(|r| kinds.contains(&actors.referents[*r].kind)))
        .then_some((owner.referent, *who))
}

/// "putra Presiden Joko Widodo, Kaesang Pangarep", "Iriana, istri Joko Widodo", "Bill Gates adalah pendiri Microsoft".
pub(super) fn kin(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, names, context, .. } = *scan;
    let terms = context.pack.words();
    let kind = |f: &Found| scan.kind(f);
    let word = |at: usize| tagged.tokens.get(at).map(|t| &*t.lower);
    let mut out = Vec::new();
    for (at, token) in tagged.tokens.iter().enumerate() {
        if !terms.kin.contains(&*token.lower) {
            continue;
        }
        let next = names.partition_point(|f| f.first <= at);
        let here = |f: &&&Found| tagged.tokens[f.first].sentence == token.sentence;
        // "istrinya, Rina Sari": whose she is the clitic says.
        if let Some((whose, after)) = owned(scan, at + 1, &[EntityKind::Person])
            && whose != after.referent
        {
            out.push(Standing {
                kind: RelationKind::Other,
                subject: after.referent,
                object: whose,
                confidence: 0.6,
                evidence: (token.sentence as usize, "relation.kin"),
            });
            continue;
        }
        // Offices and ranks may stand between: "putra Presiden", "putra Presiden Chad", "istri mendiang".
        let whose = names[next..].iter().take_while(here).take(SEATS).position(|f| {
            f.first - at <= NEAR
                && matches!(kind(f), EntityKind::Person | EntityKind::Organization)
                && tagged.tokens[at + 1..f.first]
                    .iter()
                    .all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux | Tag::Punct))
        });
        let Some(whose) = whose else { continue };
        let before = next.checked_sub(1).map(|i| &names[i]).filter(here);
        let next = next + whose;
        let whose = names[next];
        let after = names
            .get(next + 1)
            .filter(here)
            .filter(|f| word(whose.end) == Some(",") && f.first == whose.end + 1);
        let before = before.filter(|f| {
            f.end < at
                && word(f.end).is_some_and(|w| w == "," || terms.copulas.contains(w))
                && at - f.end <= 3
        });
        // "Putra bungsu Budi Hartono yang juga Ketua Umum Partai Hijau Ali Hartono"
        let joint = |at: &usize| word(*at).is_some_and(|w| terms.joints.contains(w));
        let office = whose.end + (whose.end..whose.end + JOINTS).take_while(joint).count();
        let titled = office > whose.end && terms.titles.longest(|i| word(office + i)).is_some();
        let holder = names[next + 1..].iter().take_while(|f| here(f)).find(|f| kind(f) == EntityKind::Person);
        let holder = holder.filter(|f| {
            let plain = |t: &Token| !matches!(t.tag, Tag::Verb | Tag::Aux) && &*t.lower != ",";
            titled && f.first - office <= OFFICE && tagged.tokens[office..f.first].iter().all(plain)
        });
        let Some(who) = before.or(after).or(holder).filter(|f| kind(f) == EntityKind::Person) else {
            continue;
        };
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

/// "Brigade Lada, sayap militer Hamas,", "anak perusahaan Lada Air, Pala Air,", "Lada Air, induk Pala Air,": which is part of which.
pub(super) fn branches(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, names, context, .. } = *scan;
    let terms = context.pack.words();
    let body = |f: &&&Found| matches!(scan.kind(f), EntityKind::Organization | EntityKind::Group);
    let mut out = Vec::new();
    for at in 0..tagged.tokens.len() {
        let word = |i: usize| tagged.tokens.get(i).map(|t| &*t.lower);
        let Some((length, whole)) = terms.branches.longest(|i| word(at + i)) else { continue };
        let linked = word(at + length).is_some_and(|w| terms.members.contains(w) || w == "milik");
        let from = at + length + usize::from(linked);
        let nth = names.partition_point(|f| f.first < from);
        let Some(other) = names.get(nth).filter(|f| f.first == from).filter(body) else { continue };
        let comma = |i: usize| word(i) == Some(",");
        let after = names.get(nth + 1).filter(|f| comma(other.end) && f.first == other.end + 1);
        // "Pala Air, sebuah anak perusahaan", "Pala Air merupakan anak perusahaan"
        let before = nth.checked_sub(1).map(|i| &names[i]).filter(|f| {
            let between = tagged.tokens.get(f.end..at).unwrap_or_default();
            between.len() <= 3
                && between.first().is_some_and(|t| &*t.lower == "," || terms.copulas.contains(&*t.lower))
                && between.iter().skip(1).all(|t| t.tag != Tag::Verb && t.shape == Shape::Lower)
        });
        let sentence = tagged.tokens[at].sentence;
        let here = |f: &&&Found| tagged.tokens[f.first].sentence == sentence;
        let Some(one) = before.filter(here).filter(body).or(after.filter(here).filter(body)) else {
            continue;
        };
        let (part, whole) = if *whole { (other, one) } else { (one, other) };
        out.push(Standing {
            kind: RelationKind::PartOf,
            subject: part.referent,
            object: whole.referent,
            confidence: 0.65,
            evidence: (sentence as usize, "relation.branch"),
        });
    }
    out
}
