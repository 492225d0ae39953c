//! Whether a command makes sense on what is on view. What passes here can be folded without a second thought.

use model::{Country, EntityKind, Extraction, PartialDate, Plover, RelationKind};

use crate::edited::Edited;
use crate::offsets::Offsets;
use crate::wire::{ClaimPart, Command, Fault, Layout, Range, Rule};

/// Longest name, in characters.
pub(crate) const NAME_LIMIT: usize = 200;
/// Longest note, in characters.
const NOTE_LIMIT: usize = 2_000;

/// What an id names.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Entity,
    Event,
    Relation,
}

/// Says whether `command` can be done on the reading as the reader has it.
pub(crate) fn check(command: &Command, shown: &Edited) -> Result<(), Fault> {
    let here = Here(&shown.reading);
    match command {
        Command::Move { node, x, y } => {
            here.node(node)?;
            fits(x.is_finite() && y.is_finite())
        }
        Command::Unpin { node } => here.node(node).map(drop),
        Command::Rename { node, name } => here.node(node).and_then(|_| named(name)),
        Command::Delete { claim } => here.sort(claim).map(drop),
        Command::Describe { published, language, source } => {
            dated(published.as_ref())?;
            source.as_deref().map_or(Ok(()), short)?;
            fits(language.as_deref().is_none_or(|code| crate::open::language_of(code).is_some()))
        }
        Command::Arrange => Ok(()),
        Command::SetLayout { layout, focus } => {
            fits(focus.is_none() || *layout == Layout::Radial)?;
            focus.as_deref().map_or(Ok(()), |focus| here.node(focus).map(drop))
        }
        Command::SetKind { claim, kind } => {
            let known = match here.sort(claim)? {
                Sort::Entity => EntityKind::from_code(kind).is_some(),
                Sort::Event => Plover::from_code(kind).is_some(),
                Sort::Relation => RelationKind::from_code(kind).is_some(),
            };
            fits(known)
        }
        Command::SetCountry { node, country } => {
            here.is(node, Sort::Entity)?;
            fits(country.as_deref().is_none_or(|code| {
                Country::new(code).is_some_and(|country| crate::countries::iso2(country).is_some())
            }))
        }
        Command::SetOffice { node, office } => {
            here.is(node, Sort::Entity)?;
            office.as_deref().map_or(Ok(()), short)
        }
        Command::AddAlias { node, alias } => here.is(node, Sort::Entity).and_then(|()| named(alias)),
        Command::RemoveAlias { node, alias } => {
            here.is(node, Sort::Entity)?;
            let mut entities = shown.reading.entities.iter();
            fits(entities.any(|entity| entity.id.to_string() == *node && entity.aliases.contains(alias)))
        }
        Command::SetModality { event, .. } => here.is(event, Sort::Event),
        Command::SetAttribution { event, by } => {
            here.is(event, Sort::Event)?;
            by.as_deref().map_or(Ok(()), |by| here.is(by, Sort::Entity))
        }
        Command::SetDate { event, date } => here.is(event, Sort::Event).and_then(|()| dated(date.as_ref())),
        Command::SetPart { claim, part, from, to } => here.part(claim, *part, from.as_deref(), to.as_deref()),
        Command::Exchange { claim } => {
            let sort = here.sort(claim)?;
            fits(sort != Sort::Entity)
        }
        Command::AddNode { name, kind, mention } => {
            named(name)?;
            fits(EntityKind::from_code(kind).is_some())?;
            mention.map_or(Ok(()), |range| here.quote(range))
        }
        Command::AddEvent { kind, label, trigger, sources, targets, .. } => {
            fits(Plover::from_code(kind).is_some())?;
            label.as_deref().map_or(Ok(()), short)?;
            here.quote(*trigger)?;
            sources.iter().chain(targets).try_for_each(|id| here.is(id, Sort::Entity))?;
            // An event that nobody takes part in is a node without an edge: nothing to say about anybody.
            fits(!sources.is_empty() || !targets.is_empty())
        }
        Command::AddRelation { kind, subject, object, quote } => {
            fits(RelationKind::from_code(kind).is_some() && subject != object)?;
            here.is(subject, Sort::Entity)?;
            here.is(object, Sort::Entity)?;
            quote.map_or(Ok(()), |range| here.quote(range))
        }
        Command::Cite { claim, quote } => {
            let sort = here.sort(claim)?;
            fits(sort != Sort::Entity)?;
            here.quote(*quote)
        }
        Command::Annotate { thing, text } => {
            here.sort(thing)?;
            let long = text.as_ref().is_some_and(|text| text.chars().count() > NOTE_LIMIT);
            if long { Err(Fault::BadName { limit: NOTE_LIMIT as u32 }) } else { Ok(()) }
        }
        Command::SetMark { thing, .. } => here.sort(thing).map(drop),
        Command::Merge { into, from } => {
            let (into_sort, from_sort) = (here.node(into)?, here.node(from)?);
            fits(into_sort == from_sort && into != from)
        }
        Command::Split { node, part } => {
            here.node(node)?;
            fits(shown.joined.parts(node).any(|pair| pair.from.name() == *part))
        }
        Command::SetRule { rule, .. } => match rule {
            Rule::AlwaysMerge { into, from } => {
                named(into)?;
                named(from)?;
                fits(into.trim().to_lowercase() != from.trim().to_lowercase())
            }
            Rule::NeverActor { name } => named(name),
        },
        Command::Inherit { .. } => fits(false),
    }
}

fn fits(sense: bool) -> Result<(), Fault> {
    if sense { Ok(()) } else { Err(Fault::BadEdit) }
}

fn named(name: &str) -> Result<(), Fault> {
    if name.trim().is_empty() { Err(Fault::BadName { limit: NAME_LIMIT as u32 }) } else { short(name) }
}

fn short(name: &str) -> Result<(), Fault> {
    if name.chars().count() > NAME_LIMIT { Err(Fault::BadName { limit: NAME_LIMIT as u32 }) } else { Ok(()) }
}

fn dated(date: Option<&String>) -> Result<(), Fault> {
    match date {
        Some(text) if PartialDate::parse(text).is_none() => Err(Fault::BadDate { text: text.clone() }),
        _ => Ok(()),
    }
}

/// The reading on view.
struct Here<'a>(&'a Extraction);

impl Here<'_> {
    fn sort(&self, id: &str) -> Result<Sort, Fault> {
        let Self(reading) = self;
        if reading.entities.iter().any(|entity| entity.id.to_string() == id) {
            Ok(Sort::Entity)
        } else if reading.events.iter().any(|event| event.id.to_string() == id) {
            Ok(Sort::Event)
        } else if reading.relations.iter().any(|relation| relation.id.to_string() == id) {
            Ok(Sort::Relation)
        } else {
            Err(Fault::NotFound { id: id.to_owned() })
        }
    }

    fn is(&self, id: &str, wanted: Sort) -> Result<(), Fault> {
        let sort = self.sort(id)?;
        fits(sort == wanted)
    }

    fn node(&self, id: &str) -> Result<Sort, Fault> {
        let sort = self.sort(id)?;
        fits(sort != Sort::Relation).map(|()| sort)
    }

    fn quote(&self, range: Range) -> Result<(), Fault> {
        let text = &self.0.article.text;
        let words = Offsets::of(text).span(text, range).map(|span| span.of(text).trim());
        if words.is_some_and(|words| !words.is_empty()) { Ok(()) } else { Err(Fault::BadQuote) }
    }

    fn part(&self, claim: &str, part: ClaimPart, from: Option<&str>, to: Option<&str>) -> Result<(), Fault> {
        let sort = self.sort(claim)?;
        to.map_or(Ok(()), |to| self.is(to, Sort::Entity))?;
        match part {
            ClaimPart::Source | ClaimPart::Target | ClaimPart::Participant => {
                fits(sort == Sort::Event && from.or(to).is_some() && from != to)
            }
            ClaimPart::Place => fits(sort == Sort::Event),
            ClaimPart::Subject | ClaimPart::Object => {
                fits(sort == Sort::Relation)?;
                let relation = self.0.relations.iter().find(|relation| relation.id.to_string() == claim);
                let other = relation.map(|relation| match part {
                    ClaimPart::Subject => relation.object,
                    _ => relation.subject,
                });
                fits(to.is_some_and(|to| other.is_some_and(|other| other.to_string() != to)))
            }
        }
    }
}
