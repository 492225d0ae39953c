//! Drafts to nouns: ids, spans, evidence. Nothing is decided here but what is kept.
//!
//! Kept are entities that have a name, and those without one that take part in an event or a relation.

use std::collections::{BTreeMap, BTreeSet};

use model::{
    Article, ArticleId, Cite, Entity, EntityId, Event, EventId, Evidence, Extraction, Ground, Language,
    MentionKind, Note, Relation, RelationId, RoleFiller, Span, When,
};

use crate::Options;
use crate::analysis::{Actors, Context, Found, Happening, Referent, Standing, Tagged};
use crate::resolve::Doubt;
use crate::segment;

/// At most so many sentences stand as an entity's evidence.
const CITES: usize = 3;

/// The table that names office-holders.
const TABLE_OF_OFFICES: &str = "people";

/// The extraction from what the stages found.
#[expect(clippy::too_many_arguments, reason = "one argument a stage")]
pub(crate) fn assemble(
    tagged: &Tagged,
    actors: Actors,
    happenings: Vec<Happening>,
    standings: Vec<Standing>,
    doubts: Vec<Doubt>,
    mut notes: Vec<Note>,
    language: Language,
    options: &Options,
    context: &Context<'_>,
) -> Extraction {
    let article = ArticleId::of(context.text);
    let kept = kept(&actors, &happenings, &standings);
    let mut told: Vec<Vec<&Found>> = vec![Vec::new(); actors.referents.len()];
    for found in &actors.mentions {
        told[found.referent].push(found);
    }
    let mut entities = Vec::new();
    let mut ids: BTreeMap<Referent, EntityId> = BTreeMap::new();
    let mut taken: BTreeSet<EntityId> = BTreeSet::new();
    for (referent, draft) in actors.referents.into_iter().enumerate() {
        if !kept.contains(&referent) {
            continue;
        }
        let found = &told[referent];
        let mut mentions: Vec<_> = found.iter().map(|f| f.mention).collect();
        mentions.sort_unstable_by_key(|m| m.span);
        mentions.dedup_by_key(|m| m.span);
        let Some(first) = mentions.first() else { continue };
        let id = EntityId::of(article, draft.kind.class(), first.span);
        if !taken.insert(id) {
            continue;
        }
        let mut sentences: BTreeMap<usize, &'static str> = BTreeMap::new();
        for f in found {
            sentences.entry(tagged.tokens[f.first].sentence as usize).or_insert(f.rule);
        }
        let cites = sentences
            .into_iter()
            .take(CITES)
            .map(|(sentence, rule)| Cite { article, span: tagged.sentences[sentence].span, rule })
            .collect();
        let Some(evidence) = Evidence::new(cites) else { continue };
        let mut aliases: BTreeSet<String> = draft.aliases.into_iter().collect();
        aliases.remove(&draft.names.id);
        aliases.remove(&draft.names.en);
        ids.insert(referent, id);
        entities.push(Entity {
            id,
            kind: draft.kind,
            names: draft.names,
            aliases: aliases.into_iter().collect(),
            country: draft.country,
            role: draft.role,
            links: draft.links,
            mentions,
            confidence: draft.confidence,
            ground: Ground::Text { evidence },
        });
    }
    entities.sort_by_key(|e| (e.mentions[0].span.start(), std::cmp::Reverse(e.mentions[0].span.end()), e.id));

    let ground = |sentences: &[(usize, &'static str)]| -> Option<Ground> {
        let cites = sentences
            .iter()
            .filter_map(|(s, rule)| Some(Cite { article, span: tagged.sentences.get(*s)?.span, rule }))
            .collect();
        Evidence::new(cites).map(|evidence| Ground::Text { evidence })
    };
    let mut events: Vec<Event> =
        happenings.into_iter().filter_map(|h| event(article, h, &ids, &ground)).collect();
    events.sort_by_key(|e| (e.trigger, e.id));
    events.dedup_by_key(|e| e.id);
    let mut relations: Vec<(usize, Relation)> = standings
        .into_iter()
        .filter_map(|s| {
            let (subject, object) = (*ids.get(&s.subject)?, *ids.get(&s.object)?);
            let id = RelationId::of(s.kind.code(), subject, object);
            Some((
                s.evidence.0,
                Relation {
                    id,
                    kind: s.kind,
                    subject,
                    object,
                    confidence: s.confidence,
                    ground: ground(&[s.evidence])?,
                },
            ))
        })
        .collect();
    relations.sort_by_key(|(sentence, r)| (*sentence, r.id));
    let mut seen = BTreeSet::new();
    relations.retain(|(_, r)| seen.insert(r.id));

    for doubt in doubts {
        match doubt {
            Doubt::Candidate(referent, country) => {
                if let Some(&entity) = ids.get(&referent) {
                    notes.push(Note::CountryCandidate { entity, country, table: TABLE_OF_OFFICES.into() });
                }
            }
            Doubt::Words(span) => notes.push(Note::Ambiguous { span }),
        }
    }
    if events.is_empty() {
        notes.push(Note::NoEvents);
    }
    Extraction {
        article: Article {
            id: article,
            title: segment::title(tagged),
            text: context.text.into(),
            published: context.published,
            language,
            source: options.source.clone(),
        },
        sentences: tagged.sentences.iter().map(|s| s.span).collect(),
        entities,
        events,
        relations: relations.into_iter().map(|(_, r)| r).collect(),
        notes,
    }
}

fn kept(actors: &Actors, happenings: &[Happening], standings: &[Standing]) -> BTreeSet<Referent> {
    let named = actors.referents.iter().enumerate().filter(|(_, draft)| draft.named).map(|(r, _)| r);
    let acting =
        happenings.iter().flat_map(|h| h.roles.iter().map(|(_, r)| *r).chain(h.place).chain(h.attributed_to));
    let standing = standings.iter().flat_map(|s| [s.subject, s.object]);
    // Told of twice, it is somebody: "warga Palestina ... warga Palestina".
    let mut told: BTreeMap<Referent, usize> = BTreeMap::new();
    for found in actors.mentions.iter().filter(|f| f.mention.kind == MentionKind::Nominal) {
        *told.entry(found.referent).or_insert(0) += 1;
    }
    let repeated = told.into_iter().filter(|(_, times)| *times >= 2).map(|(r, _)| r);
    named.chain(acting).chain(standing).chain(repeated).collect()
}

/// From sentences and rules to the ground of a claim.
type Grounding<'a> = dyn Fn(&[(usize, &'static str)]) -> Option<Ground> + 'a;

fn event(
    article: ArticleId,
    h: Happening,
    ids: &BTreeMap<Referent, EntityId>,
    ground: &Grounding<'_>,
) -> Option<Event> {
    let ground = ground(&h.evidence)?;
    let mut roles: Vec<RoleFiller> = Vec::new();
    for (role, referent) in &h.roles {
        if let Some(&entity) = ids.get(referent)
            && !roles.iter().any(|r| r.role == *role && r.entity == entity)
        {
            roles.push(RoleFiller { role: *role, entity });
        }
    }
    roles.sort_by_key(|r| r.role);
    let mut other_triggers: Vec<Span> = h.other_triggers;
    other_triggers.sort_unstable();
    other_triggers.dedup();
    let when = (h.when_words.is_some() || h.when_date.is_some())
        .then_some(When { words: h.when_words, date: h.when_date });
    Some(Event {
        id: EventId::of(article, h.trigger),
        kind: h.kind,
        mode: h.mode,
        trigger: h.trigger,
        other_triggers,
        label: h.label,
        roles,
        when,
        place: h.place.and_then(|r| ids.get(&r).copied()),
        modality: h.modality,
        attributed_to: h.attributed_to.and_then(|r| ids.get(&r).copied()),
        quantities: h.quantities,
        confidence: h.confidence,
        ground,
    })
}
