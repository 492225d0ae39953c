//! The nouns of the core to the wire.

use std::collections::BTreeMap;

use model::{Entity, Event, Extraction, Ground, Language, Note, PartialDate, Relation};

use crate::edited::Edited;
use crate::edits::Edits;
use crate::offsets::{Offsets, sentence_at};
use crate::sketch::{entity_name, event_name};
use crate::suggest::Twins;
use crate::wire;

/// Translates one reading.
pub(crate) struct Wiring<'a> {
    reading: &'a Extraction,
    edits: &'a Edits,
    language: Language,
    offsets: Offsets,
}

impl<'a> Wiring<'a> {
    pub(crate) fn new(reading: &'a Extraction, edits: &'a Edits, language: Language) -> Self {
        Self { reading, edits, language, offsets: Offsets::of(&reading.article.text) }
    }

    pub(crate) fn article(&self, sample: bool) -> wire::Article {
        let article = &self.reading.article;
        wire::Article {
            id: article.id.to_string(),
            name: article_name(&self.reading.article),
            title: article.title.map(|span| self.offsets.range(span)),
            text: article.text.to_string(),
            language: article.language.code().to_owned(),
            language_set: self.edits.description.language.is_some(),
            published: article.published.map(|date: PartialDate| date.to_string()),
            published_set: self.edits.description.published.is_some(),
            source: article.source.clone(),
            sample,
        }
    }

    pub(crate) fn sentences(&self) -> Vec<wire::Range> {
        self.reading.sentences.iter().map(|span| self.offsets.range(*span)).collect()
    }

    pub(crate) fn entity(&self, entity: &Entity) -> wire::Entity {
        let id = entity.id.to_string();
        let name = entity_name(entity, &self.edits.renamed, self.language);
        let mut aliases = entity.aliases.clone();
        aliases.retain(|alias| *alias != name);
        wire::Entity {
            kind: entity.kind.code().to_owned(),
            renamed: self.edits.renamed.contains_key(&id),
            name,
            aliases,
            country: entity.country.map(|country| self.country(country)),
            role: entity.role.as_ref().map(|role| role.in_language(self.language).to_owned()),
            point: crate::places::point(entity),
            mentions: entity
                .mentions
                .iter()
                .map(|mention| wire::Mention {
                    range: self.offsets.range(mention.span),
                    kind: match mention.kind {
                        model::MentionKind::Name => wire::MentionKind::Name,
                        model::MentionKind::Nominal => wire::MentionKind::Nominal,
                        model::MentionKind::Pronoun => wire::MentionKind::Pronoun,
                    },
                    sentence: sentence_at(&self.reading.sentences, mention.span),
                })
                .collect(),
            confidence: entity.confidence,
            ground: self.ground(&entity.ground),
            id,
        }
    }

    pub(crate) fn event(&self, event: &Event) -> wire::Event {
        let mut triggers = event.other_triggers.clone();
        triggers.push(event.trigger);
        triggers.sort_unstable();
        let text = &self.reading.article.text;
        wire::Event {
            id: event.id.to_string(),
            code: event.kind.code().to_owned(),
            mode: event.mode.map(|mode| mode.code().to_owned()),
            quad: event.kind.quad().map(quad),
            label: event_name(event, self.reading.article.language, &self.edits.renamed, self.language),
            triggers: triggers.into_iter().map(|span| self.offsets.range(span)).collect(),
            roles: event
                .roles
                .iter()
                .map(|filler| wire::RoleFiller {
                    role: match filler.role {
                        model::Role::Source => wire::Role::Source,
                        model::Role::Target => wire::Role::Target,
                        model::Role::Participant => wire::Role::Participant,
                    },
                    entity: filler.entity.to_string(),
                })
                .collect(),
            when_words: event.when.and_then(|when| when.words).map(|span| span.of(text).to_owned()),
            when_date: event.when.and_then(|when| when.date).map(|date| date.to_string()),
            place: event.place.map(|place| place.to_string()),
            modality: modality(event.modality),
            attributed_to: event.attributed_to.map(|entity| entity.to_string()),
            quantities: quantities(event, text),
            confidence: event.confidence,
            ground: self.ground(&event.ground),
        }
    }

    pub(crate) fn relation(&self, relation: &Relation) -> wire::Relation {
        wire::Relation {
            id: relation.id.to_string(),
            kind: relation.kind.code().to_owned(),
            subject: relation.subject.to_string(),
            object: relation.object.to_string(),
            confidence: relation.confidence,
            ground: self.ground(&relation.ground),
        }
    }

    pub(crate) fn suggestion(&self, twins: Twins) -> Option<wire::Suggestion> {
        let quote = |id| {
            let entity = self.reading.entities.iter().find(|entity| entity.id == id)?;
            crate::suggest::naming(entity, self.reading).map(|span| self.offsets.range(span))
        };
        Some(wire::Suggestion {
            into: twins.into.to_string(),
            from: twins.from.to_string(),
            reason: twins.reason,
            quotes: (quote(twins.into)?, quote(twins.from)?),
        })
    }

    pub(crate) fn note(&self, note: &Note) -> wire::Note {
        match note {
            Note::UnknownLanguage => wire::Note::UnknownLanguage,
            Note::Malay => wire::Note::Malay,
            Note::MixedLanguages => wire::Note::MixedLanguages,
            Note::ShortText => wire::Note::ShortText,
            Note::NoEvents => wire::Note::NoEvents,
            Note::UndatedWords { span } => wire::Note::UndatedWords { range: self.offsets.range(*span) },
            Note::Ambiguous { span } => wire::Note::Ambiguous { range: self.offsets.range(*span) },
            Note::CountryCandidate { entity, country, table } => wire::Note::CountryCandidate {
                entity: entity.to_string(),
                country: self.country(*country),
                table: table.clone(),
            },
        }
    }

    fn country(&self, country: model::Country) -> wire::Country {
        let name = crate::countries::name(country, self.language).unwrap_or(country.code());
        wire::Country { code: country.to_string(), name: name.to_owned() }
    }

    fn ground(&self, ground: &Ground) -> wire::Ground {
        let (by, table) = match ground {
            Ground::Text { .. } => (wire::GroundBy::Text, None),
            Ground::Reader { .. } => (wire::GroundBy::Reader, None),
            Ground::Import { file, .. } => (wire::GroundBy::Import, Some(file.clone())),
            Ground::Knowledge { table, .. } => (wire::GroundBy::Knowledge, Some(table.clone())),
        };
        let cites = ground
            .cites()
            .iter()
            .map(|cite| wire::Cite {
                range: self.offsets.range(cite.span),
                sentence: sentence_at(&self.reading.sentences, cite.span),
                rule: cite.rule.to_owned(),
            })
            .collect();
        wire::Ground { by, cites, table }
    }
}

/// Ids to names, of everything that was read or added, deleted or not.
pub(crate) fn names(reading: &Extraction, edits: &Edits, language: Language) -> BTreeMap<String, String> {
    let entities = reading
        .entities
        .iter()
        .map(|entity| (entity.id.to_string(), entity_name(entity, &edits.renamed, language)));
    let events = reading.events.iter().map(|event| {
        (event.id.to_string(), event_name(event, reading.article.language, &edits.renamed, language))
    });
    let relations = reading.relations.iter().map(|relation| {
        (relation.id.to_string(), crate::words::relation(relation.kind, language).to_owned())
    });
    let added = edits.added.iter().map(|added| {
        let own = match &added.command {
            wire::Command::AddNode { name, .. } => name.trim().to_owned(),
            wire::Command::AddEvent { label: Some(label), .. } => label.trim().to_owned(),
            wire::Command::AddEvent { kind, .. } => model::Plover::from_code(kind)
                .map(|kind| crate::words::plover(kind, language).to_owned())
                .unwrap_or_default(),
            wire::Command::AddRelation { kind, .. } => model::RelationKind::from_code(kind)
                .map(|kind| crate::words::relation(kind, language).to_owned())
                .unwrap_or_default(),
            _ => String::new(),
        };
        (added.id.clone(), edits.renamed.get(&added.id).cloned().unwrap_or(own))
    });
    entities.chain(events).chain(relations).chain(added).collect()
}

/// What the reader has said about each thing that is on view.
pub(crate) fn touched(shown: &Edited, edits: &Edits, names: &BTreeMap<String, String>) -> Vec<wire::Touched> {
    let reading = &shown.reading;
    let entities = reading.entities.iter().map(|entity| entity.id.to_string());
    let events = reading.events.iter().map(|event| event.id.to_string());
    let relations = reading.relations.iter().map(|relation| relation.id.to_string());
    let here: std::collections::BTreeSet<String> = entities.chain(events).chain(relations).collect();
    let fields = edits.fields();
    let touched = here.into_iter().map(|id| wire::Touched {
        fields: fields.get(id.as_str()).into_iter().flatten().copied().collect(),
        note: edits.notes.get(&id).cloned(),
        mark: edits.marks.get(&id).copied(),
        merged: shown
            .joined
            .parts(&id)
            .map(|pair| {
                let part = pair.from.name();
                let name = names.get(&part).cloned().unwrap_or_default();
                wire::Merged { id: part, name, by_rule: pair.by_rule }
            })
            .collect(),
        id,
    });
    touched
        .filter(|one| {
            !one.fields.is_empty() || one.note.is_some() || one.mark.is_some() || !one.merged.is_empty()
        })
        .collect()
}

/// What an article is called in lists: its headline or first line, shortened.
pub(crate) fn article_name(article: &model::Article) -> String {
    const MOST: usize = 60;
    shortened(&first_line(article), MOST)
}

/// What a figure of it is called: the headline, whole unless it is none; without one what [`article_name`] says.
pub(crate) fn headline(article: &model::Article) -> String {
    const MOST: usize = 200;
    if article.title.is_none() { article_name(article) } else { shortened(&first_line(article), MOST) }
}

fn first_line(article: &model::Article) -> String {
    let line = article.title.map_or_else(
        || article.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or_default(),
        |span| span.of(&article.text),
    );
    let line: String = line.split_whitespace().collect::<Vec<_>>().join(" ");
    line.trim_start_matches('\u{feff}').to_owned()
}

/// Cut between words where one is near.
fn shortened(line: &str, most: usize) -> String {
    if line.chars().count() <= most {
        return line.to_owned();
    }
    let cut: String = line.chars().take(most).collect();
    let whole = cut.rfind(' ').filter(|at| *at > most / 2).map_or(cut.as_str(), |at| &cut[..at]);
    format!("{}…", whole.trim_end_matches([',', ';', ':', ' ']))
}

fn quad(quad: model::Quad) -> wire::Quad {
    match quad {
        model::Quad::VerbalCooperation => wire::Quad::VerbalCooperation,
        model::Quad::MaterialCooperation => wire::Quad::MaterialCooperation,
        model::Quad::VerbalConflict => wire::Quad::VerbalConflict,
        model::Quad::MaterialConflict => wire::Quad::MaterialConflict,
    }
}

fn quantities(event: &Event, text: &str) -> Vec<wire::Quantity> {
    let mut sorted: Vec<_> = event.quantities.iter().collect();
    sorted.sort_by_key(|quantity| quantity.span.start());
    let kind = |kind| match kind {
        model::QuantityKind::Dead => wire::QuantityKind::Dead,
        model::QuantityKind::Injured => wire::QuantityKind::Injured,
        model::QuantityKind::Money => wire::QuantityKind::Money,
        model::QuantityKind::Count => wire::QuantityKind::Count,
    };
    let told = |quantity: &model::Quantity| wire::Quantity {
        kind: kind(quantity.kind),
        words: quantity.span.of(text).to_owned(),
    };
    sorted.into_iter().map(told).collect()
}

fn modality(modality: model::Modality) -> wire::Modality {
    match modality {
        model::Modality::Actual => wire::Modality::Actual,
        model::Modality::Planned => wire::Modality::Planned,
        model::Modality::Hypothetical => wire::Modality::Hypothetical,
        model::Modality::CalledFor => wire::Modality::CalledFor,
        model::Modality::Negated => wire::Modality::Negated,
    }
}
