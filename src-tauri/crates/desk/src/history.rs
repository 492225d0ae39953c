//! The log for the eye: each command with the names of what it is about.

use std::collections::BTreeMap;

use model::{Country, Language};
use serde_json::Value;

use crate::log::{Entry, Log};
use crate::wire::{Command, Done, Fault, History, Rule};

/// What the history panel shows. `names` are those of everything, deleted or not.
pub(crate) fn history(
    log: &Log,
    unfit: &[Entry],
    trouble: Option<Fault>,
    names: &BTreeMap<String, String>,
    language: Language,
) -> History {
    let tell = |entry: &Entry| done(entry, names, language);
    History {
        undo: log.done().last().map(tell),
        redo: log.undone().next().map(tell),
        unfit: unfit.iter().map(tell).collect(),
        steps: log.done().iter().chain(log.undone()).map(tell).collect(),
        at: log.done().len() as u32,
        trouble,
    }
}

fn done(entry: &Entry, names: &BTreeMap<String, String>, language: Language) -> Done {
    let command = &entry.command;
    let name = |id: &String| {
        names.get(id).cloned().or_else(|| entry.anchors.get(id).map(|anchor| anchor.name.clone()))
    };
    let ids = command.ids();
    let mut told = Done {
        command: command.verb().to_owned(),
        subject: ids.first().and_then(name),
        object: ids.get(1).and_then(name),
        value: None,
    };
    match command {
        Command::Rename { name: value, .. }
        | Command::SetKind { kind: value, .. }
        | Command::AddAlias { alias: value, .. }
        | Command::RemoveAlias { alias: value, .. } => told.value = Some(value.clone()),
        Command::SetOffice { office: value, .. }
        | Command::SetDate { date: value, .. }
        | Command::Annotate { text: value, .. }
        | Command::Describe { published: value, .. } => told.value.clone_from(value),
        Command::SetCountry { country, .. } => {
            let code = country.as_deref().and_then(Country::new);
            told.value =
                code.map(|code| crate::countries::name(code, language).unwrap_or(code.code()).to_owned());
        }
        Command::SetLayout { layout, .. } => told.value = code(layout),
        Command::SetModality { modality, .. } => told.value = code(modality),
        Command::SetMark { mark, .. } => told.value = mark.as_ref().and_then(code),
        Command::SetPart { part, .. } => told.value = code(part),
        Command::AddNode { name: value, kind, .. } => {
            told.subject = Some(value.clone());
            told.value = Some(kind.clone());
        }
        Command::AddEvent { kind, .. } => {
            told.subject = entry.made.as_ref().and_then(name);
            told.value = Some(kind.clone());
        }
        Command::AddRelation { kind, .. } => told.value = Some(kind.clone()),
        Command::SetRule { rule, on } => {
            let (sort, subject, object) = match rule {
                Rule::AlwaysMerge { into, from } => ("alwaysMerge", into, Some(from.clone())),
                Rule::NeverActor { name } => ("neverActor", name, None),
            };
            told.command = String::from(if *on { sort } else { "dropRule" });
            (told.subject, told.object) = (Some(subject.clone()), object);
        }
        Command::Inherit { rules } => told.value = Some(rules.len().to_string()),
        Command::Move { .. }
        | Command::Unpin { .. }
        | Command::Delete { .. }
        | Command::Arrange
        | Command::SetAttribution { .. }
        | Command::Exchange { .. }
        | Command::Cite { .. }
        | Command::Merge { .. }
        | Command::Split { .. } => {}
    }
    told
}

/// The wire's word for a value of an enumeration.
fn code(value: &impl serde::Serialize) -> Option<String> {
    match serde_json::to_value(value) {
        Ok(Value::String(code)) => Some(code),
        _ => None,
    }
}
