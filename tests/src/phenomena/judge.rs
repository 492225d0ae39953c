//! A reading held against what is expected of it.

use std::fmt::Write as _;

use extract::{Options, extract};
use model::{Entity, EntityId, Event, Extraction, MentionKind, Modality, Role, Span};

use super::{Case, Expected, Filler, Wanted};

/// How one text was read.
#[derive(Debug, Default)]
pub struct Verdict {
    /// Expected and found.
    pub right: usize,
    /// Found and not expected, each as a line.
    pub wrong: Vec<String>,
    /// Expected and not found, each as a line.
    pub missed: Vec<String>,
}

impl Verdict {
    /// Whether all is as expected.
    pub fn is_clean(&self) -> bool {
        self.wrong.is_empty() && self.missed.is_empty()
    }
}

/// Reads the text and compares.
pub fn judge(case: &Case) -> Verdict {
    let reading = read(case);
    let mut verdict = Verdict::default();
    events(case, &reading, &mut verdict);
    for expected in &case.expected {
        match expected {
            Expected::Entity { kind, name, country } => {
                let named: Vec<&Entity> =
                    reading.entities.iter().filter(|entity| is(entity, name, &reading)).collect();
                let fits = |entity: &&&Entity| {
                    entity.kind == *kind && (country.is_none() || entity.country == *country)
                };
                if named.iter().find(fits).is_some() {
                    verdict.right += 1;
                } else {
                    verdict.missed.push(format!("{} {name}", kind.code()));
                    verdict.wrong.extend(
                        named
                            .first()
                            .map(|other| format!("{} {name} = {:?}", other.kind.code(), other.country)),
                    );
                }
            }
            Expected::Same { word, nth, name } => same(&reading, word, *nth, name, &mut verdict),
            Expected::NoName(name) => {
                let folded = fold(name);
                let called = |entity: &Entity| {
                    entity.mentions.iter().any(|mention| {
                        mention.kind == MentionKind::Name
                            && fold(mention.span.of(&reading.article.text)) == folded
                    })
                };
                if reading.entities.iter().any(called) {
                    verdict.wrong.push(format!("a name: {name}"));
                } else {
                    verdict.right += 1;
                }
            }
            Expected::Event(_) | Expected::NoEvent | Expected::Never(_) => {}
        }
    }
    verdict
}

/// The events of a trap that are told as plain fact and must not be.
pub fn traps(case: &Case) -> Vec<String> {
    let reading = read(case);
    let never = |event: &Event| {
        case.expected.iter().any(|expected| match expected {
            Expected::Never(kind) => kind.is_none_or(|kind| kind == event.kind),
            _ => false,
        })
    };
    let told = reading
        .events
        .iter()
        .filter(|event| never(event) && event.modality == Modality::Actual && event.attributed_to.is_none());
    told.map(|event| format!("{}: {} in {}", case.place, shown(event, &reading), case.text)).collect()
}

fn read(case: &Case) -> Extraction {
    extract(&case.text, &Options { language: Some(case.language), ..Options::default() })
}

fn events(case: &Case, reading: &Extraction, verdict: &mut Verdict) {
    let wanted = |optional: bool| {
        case.expected.iter().filter_map(move |expected| match expected {
            Expected::Event(event) if event.optional == optional => Some(event),
            _ => None,
        })
    };
    let mut left: Vec<&Event> = reading.events.iter().collect();
    for event in wanted(false) {
        match left.iter().position(|found| fits(event, found, reading)) {
            Some(at) => {
                left.remove(at);
                verdict.right += 1;
            }
            None => verdict.missed.push(said(event)),
        }
    }
    for event in wanted(true) {
        if let Some(at) = left.iter().position(|found| event.kinds.contains(&found.kind)) {
            left.remove(at);
        }
    }
    verdict.wrong.extend(left.into_iter().map(|event| shown(event, reading)));
}

fn fits(wanted: &Wanted, found: &Event, reading: &Extraction) -> bool {
    let sources: Vec<EntityId> = found.fillers(Role::Source).collect();
    let targets: Vec<EntityId> = found.fillers(Role::Target).collect();
    let roles = if found.kind.is_symmetric() {
        let both: Vec<Filler> = wanted.sources.iter().chain(&wanted.targets).cloned().collect();
        let all: Vec<EntityId> = sources.into_iter().chain(targets).collect();
        filled(&both, &all, reading)
    } else {
        filled(&wanted.sources, &sources, reading) && filled(&wanted.targets, &targets, reading)
    };
    let vouched = match (&wanted.by, found.attributed_to) {
        (None, None) => true,
        (Some(by), None) => by.optional,
        (Some(by), Some(id)) => named(id, &by.name, reading),
        (None, Some(_)) => false,
    };
    let placed = match (&wanted.at, found.place) {
        (None, _) => true,
        (Some(at), Some(id)) => named(id, at, reading),
        (Some(_), None) => false,
    };
    roles && wanted.kinds.contains(&found.kind) && wanted.modality == found.modality && vouched && placed
}

/// All that must be there are, and nobody else.
fn filled(wanted: &[Filler], found: &[EntityId], reading: &Extraction) -> bool {
    let there = |filler: &Filler| found.iter().any(|id| named(*id, &filler.name, reading));
    let expected = |id: &EntityId| wanted.iter().any(|filler| named(*id, &filler.name, reading));
    wanted.iter().all(|filler| filler.optional || there(filler)) && found.iter().all(expected)
}

fn named(id: EntityId, name: &str, reading: &Extraction) -> bool {
    reading.entities.iter().any(|entity| entity.id == id && is(entity, name, reading))
}

/// Whether the entity goes by this name. A description (in lower case) need not have the same words around its core.
fn is(entity: &Entity, name: &str, reading: &Extraction) -> bool {
    name.split('|').any(|name| is_called(entity, name.trim(), reading))
}

fn is_called(entity: &Entity, name: &str, reading: &Extraction) -> bool {
    let wanted = fold(name);
    let described = name.chars().next().is_some_and(char::is_lowercase);
    let names = [&entity.names.id, &entity.names.en].into_iter().chain(&entity.aliases);
    names.into_iter().any(|known| fold(known) == wanted)
        || entity.mentions.iter().any(|mention| {
            let said = fold(mention.span.of(&reading.article.text));
            said == wanted
                || described
                    && mention.kind == MentionKind::Nominal
                    && (within(&said, &wanted) || within(&wanted, &said))
        })
}

fn within(part: &str, whole: &str) -> bool {
    format!(" {whole} ").contains(&format!(" {part} "))
}

fn fold(name: &str) -> String {
    let plain: String = name
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .flat_map(char::to_lowercase)
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn same(reading: &Extraction, word: &str, nth: usize, name: &str, verdict: &mut Verdict) {
    let text = &*reading.article.text;
    let core = word.trim_start_matches('-');
    let ends = |at: usize, len: usize| !text[at + len..].starts_with(char::is_alphanumeric);
    let begins = |at: usize| word.starts_with('-') || !text[..at].ends_with(char::is_alphanumeric);
    let place = text
        .match_indices(core)
        .filter(|(at, found)| begins(*at) && ends(*at, found.len()))
        .nth(nth.saturating_sub(1))
        .and_then(|(at, found)| Span::within(text, at..at + found.len()));
    let Some(place) = place else { panic!("{word} does not stand in: {text}") };
    // The word itself, not a longer description that it is part of.
    let meant = reading.entities.iter().find(|entity| {
        entity.mentions.iter().any(|mention| place.contains(mention.span) || mention.span == place)
    });
    match meant {
        Some(entity) if is(entity, name, reading) => verdict.right += 1,
        other => {
            verdict.missed.push(format!("\"{word}\" = {name}"));
            verdict.wrong.extend(other.map(|entity| format!("\"{word}\" = {}", entity.names.id)));
        }
    }
}

fn said(wanted: &Wanted) -> String {
    let list = |fillers: &[Filler]| {
        fillers.iter().map(|filler| filler.name.as_str()).collect::<Vec<_>>().join(" + ")
    };
    let kinds: Vec<&str> = wanted.kinds.iter().map(|kind| kind.code()).collect();
    let mut out = format!("{} {} -> {}", kinds.join("|"), list(&wanted.sources), list(&wanted.targets));
    if wanted.modality != Modality::Actual {
        let _ = write!(out, ", {}", wanted.modality.code());
    }
    if let Some(by) = &wanted.by {
        let _ = write!(out, ", by {}", by.name);
    }
    if let Some(name) = &wanted.at {
        let _ = write!(out, ", at {name}");
    }
    out
}

fn shown(event: &Event, reading: &Extraction) -> String {
    let name = |id: EntityId| {
        reading.entities.iter().find(|entity| entity.id == id).map_or("?", |entity| entity.names.id.as_str())
    };
    let list = |role| event.fillers(role).map(name).collect::<Vec<_>>().join(" + ");
    let mut out = format!("{} {} -> {}", event.kind.code(), list(Role::Source), list(Role::Target));
    if event.modality != Modality::Actual {
        let _ = write!(out, ", {}", event.modality.code());
    }
    if let Some(id) = event.attributed_to {
        let _ = write!(out, ", by {}", name(id));
    }
    if let Some(place) = event.place {
        let _ = write!(out, ", at {}", name(place));
    }
    let _ = write!(out, "  [{}]", event.trigger.of(&reading.article.text));
    out
}
