//! What a pronoun's holder is said to be: "Ia adalah Ketua Partai Hijau", "Dia kini menjabat Gubernur Riau". Where modifiers follow their nouns.

use lang::{Order, Scope, Shape, Tag};
use model::{EntityKind, MentionKind, RelationKind};

use crate::analysis::{Found, Standing};
use crate::membership::Scan;

/// How many words may stand between a pronoun and the office: "juga kini menjabat sebagai".
const SAID: usize = 5;

/// Who leads or serves what, where the subject is a pronoun.
pub(super) fn said(scan: &Scan<'_>) -> Vec<Standing> {
    let Scan { tagged, actors, names, context } = *scan;
    let terms = context.pack.words();
    let mut out = Vec::new();
    if context.pack.order == Order::HeadLast {
        return out;
    }
    let person = |f: &&Found| {
        f.mention.kind == MentionKind::Pronoun
            && scan.kind(f) == EntityKind::Person
            && tagged.tokens[f.first].shape != Shape::Clitic
    };
    for subject in actors.mentions.iter().filter(person) {
        let sentence = tagged.tokens[subject.first].sentence;
        let word = |at: usize| tagged.tokens.get(at).filter(|t| t.sentence == sentence).map(|t| &*t.lower);
        let copula =
            |at: &usize| word(*at).is_some_and(|w| terms.joints.contains(w) || terms.copulas.contains(w));
        let first = subject.end + (subject.end..subject.end + SAID).take_while(copula).count();
        let Some((length, title)) = terms.titles.longest(|i| word(first + i)).filter(|_| first > subject.end)
        else {
            continue;
        };
        let body = names.get(names.partition_point(|f| f.first < first + length)).filter(|f| {
            // "PM Chad dengan masa jabatan terlama" is no holder of today.
            let ends = tagged.tokens.get(f.end).is_none_or(|t| matches!(t.tag, Tag::Punct | Tag::Cconj));
            ends && f.first == first + length
                && match title.scope {
                    Scope::State => scan.kind(f) == EntityKind::Country,
                    Scope::Body => matches!(
                        scan.kind(f),
                        EntityKind::Organization | EntityKind::Place | EntityKind::Facility
                    ),
                    Scope::None => false,
                }
        });
        let duty = title.relation.filter(|r| matches!(r, RelationKind::Leads | RelationKind::HoldsOffice));
        if let (Some(kind), Some(body)) = (duty, body) {
            out.push(Standing {
                kind,
                subject: subject.referent,
                object: body.referent,
                confidence: 0.65,
                evidence: (sentence as usize, "relation.said"),
            });
        }
    }
    out
}
