//! Two nodes into one: by the reader's hand or by a rule. Never changes what it is given to read: splitting is leaving out.

use std::collections::{BTreeMap, BTreeSet};

use model::{Entity, EntityId, Event, EventId, Evidence, Extraction, Ground, Note};

use crate::edits::Edits;
use crate::wire::Rule;

/// Who goes into whom, and who is no actor.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    pub(crate) pairs: Vec<Pair>,
    pub(crate) never: BTreeSet<EntityId>,
}

/// One merge. Both ends are nodes of one sort.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pair {
    pub(crate) into: Node,
    pub(crate) from: Node,
    pub(crate) by_rule: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Node {
    Entity(EntityId),
    Event(EventId),
}

impl Node {
    fn parse(id: &str) -> Option<Self> {
        let event = || id.parse().map(Self::Event);
        id.parse().map(Self::Entity).or_else(|()| event()).ok()
    }

    pub(crate) fn name(self) -> String {
        match self {
            Self::Entity(id) => id.to_string(),
            Self::Event(id) => id.to_string(),
        }
    }
}

/// What the reader's merges and rules come to on this reading. The reader's own word goes before a rule.
pub(crate) fn joined(reading: &Extraction, edits: &Edits) -> Joined {
    let by_hand = edits.merged.iter().filter_map(|(into, from)| {
        Some(Pair { into: Node::parse(into)?, from: Node::parse(from)?, by_rule: false })
    });
    let mut joined = Joined { pairs: by_hand.collect(), never: BTreeSet::new() };
    for rule in &edits.rules {
        match rule {
            Rule::AlwaysMerge { into, from } => {
                let (Some(into), Some(from)) = (called(reading, edits, into), called(reading, edits, from))
                else {
                    continue;
                };
                let roots = (joined.root(Node::Entity(into)), joined.root(Node::Entity(from)));
                let apart =
                    edits.apart.contains(&from.to_string()) || edits.apart.contains(&into.to_string());
                if roots.0 != roots.1 && !apart {
                    joined.pairs.push(Pair { into: roots.0, from: roots.1, by_rule: true });
                }
            }
            Rule::NeverActor { name } => {
                let named = reading.entities.iter().filter(|entity| goes_by(entity, edits, name));
                joined.never.extend(named.map(|entity| entity.id));
            }
        }
    }
    joined
}

impl Joined {
    /// What has gone into this node, directly or by way of another, in order.
    pub(crate) fn parts<'a>(&'a self, whole: &'a str) -> impl Iterator<Item = &'a Pair> {
        self.pairs.iter().filter(move |pair| self.root(pair.into).name() == whole)
    }

    /// What this node has gone into by now, by its id; itself if nothing.
    pub(crate) fn whole(&self, id: &str) -> Option<String> {
        Some(self.root(Node::parse(id)?).name())
    }

    fn root(&self, node: Node) -> Node {
        let mut at = node;
        for _ in 0..=self.pairs.len() {
            match self.pairs.iter().find(|pair| pair.from == at) {
                Some(pair) => at = pair.into,
                None => break,
            }
        }
        at
    }
}

/// The only entity that goes by this name: where two do, the name does not say which is meant.
fn called(reading: &Extraction, edits: &Edits, name: &str) -> Option<EntityId> {
    let mut named = reading.entities.iter().filter(|entity| goes_by(entity, edits, name));
    let first = named.next()?;
    named.next().is_none().then_some(first.id)
}

fn goes_by(entity: &Entity, edits: &Edits, name: &str) -> bool {
    let name = name.trim().to_lowercase();
    let renamed = edits.renamed.get(&entity.id.to_string());
    let names = [&entity.names.id, &entity.names.en];
    names.into_iter().chain(&entity.aliases).chain(renamed).any(|other| other.to_lowercase() == name)
}

/// Carries the merges out, in order.
pub(crate) fn merge(out: &mut Extraction, pairs: &[Pair]) {
    if pairs.is_empty() {
        return;
    }
    let mut moved: BTreeMap<EntityId, EntityId> = BTreeMap::new();
    for pair in pairs {
        match (pair.into, pair.from) {
            (Node::Entity(into), Node::Entity(from)) => {
                let Some(part) = take(&mut out.entities, |entity| entity.id == from) else { continue };
                let Some(whole) = out.entities.iter_mut().find(|entity| entity.id == into) else {
                    // What it would go into is not there: it stays by itself.
                    out.entities.push(part);
                    continue;
                };
                join_entities(whole, part);
                moved.values_mut().filter(|at| **at == from).for_each(|at| *at = into);
                moved.insert(from, into);
            }
            (Node::Event(into), Node::Event(from)) => {
                let Some(part) = take(&mut out.events, |event| event.id == from) else { continue };
                match out.events.iter_mut().find(|event| event.id == into) {
                    Some(whole) => join_events(whole, part),
                    None => out.events.push(part),
                }
            }
            _ => {}
        }
    }
    follow(out, &moved);
}

fn take<T>(list: &mut Vec<T>, is: impl Fn(&T) -> bool) -> Option<T> {
    list.iter().position(is).map(|at| list.remove(at))
}

/// Sends every reference to where its node has gone.
fn follow(out: &mut Extraction, moved: &BTreeMap<EntityId, EntityId>) {
    let go = |id: &mut EntityId| {
        if let Some(into) = moved.get(id) {
            *id = *into;
        }
    };
    for event in &mut out.events {
        event.roles.iter_mut().for_each(|filler| go(&mut filler.entity));
        let mut seen = BTreeSet::new();
        event.roles.retain(|filler| seen.insert(*filler));
        event.place.iter_mut().for_each(go);
        event.attributed_to.iter_mut().for_each(go);
    }
    for relation in &mut out.relations {
        go(&mut relation.subject);
        go(&mut relation.object);
    }
    // Nobody stands to themselves, and what is said twice of one pair is said once.
    out.relations.retain(|relation| relation.subject != relation.object);
    let all = std::mem::take(&mut out.relations);
    for relation in all {
        let same = out.relations.iter_mut().find(|other| {
            (other.kind, other.subject, other.object) == (relation.kind, relation.subject, relation.object)
        });
        match same {
            Some(other) => {
                join_grounds(&mut other.ground, &relation.ground);
                other.confidence = other.confidence.max(relation.confidence);
            }
            None => out.relations.push(relation),
        }
    }
    for note in &mut out.notes {
        if let Note::CountryCandidate { entity, .. } = note {
            go(entity);
        }
    }
}

fn join_entities(whole: &mut Entity, part: Entity) {
    whole.aliases.extend(part.aliases);
    whole.aliases.extend([part.names.id, part.names.en]);
    let Entity { names, aliases, .. } = whole;
    aliases.retain(|alias| *alias != names.id && *alias != names.en);
    aliases.sort_unstable();
    aliases.dedup();
    whole.country = whole.country.or(part.country);
    if whole.role.is_none() {
        whole.role = part.role;
    }
    for link in part.links {
        if !whole.links.contains(&link) {
            whole.links.push(link);
        }
    }
    whole.mentions.extend(part.mentions);
    whole.mentions.sort_unstable();
    whole.mentions.dedup_by_key(|mention| mention.span);
    whole.confidence = whole.confidence.max(part.confidence);
    join_grounds(&mut whole.ground, &part.ground);
}

/// The status is that of the event that stays; where it names nobody who vouches, the other's voucher stays with the claim.
fn join_events(whole: &mut Event, part: Event) {
    whole.other_triggers.push(part.trigger);
    whole.other_triggers.extend(part.other_triggers);
    let trigger = whole.trigger;
    whole.other_triggers.retain(|other| *other != trigger);
    whole.other_triggers.sort_unstable();
    whole.other_triggers.dedup();
    for filler in part.roles {
        if !whole.roles.contains(&filler) {
            whole.roles.push(filler);
        }
    }
    whole.roles.sort_by_key(|filler| filler.role);
    whole.when = whole.when.or(part.when);
    whole.place = whole.place.or(part.place);
    whole.attributed_to = whole.attributed_to.or(part.attributed_to);
    whole.quantities.extend(part.quantities);
    whole.confidence = whole.confidence.max(part.confidence);
    join_grounds(&mut whole.ground, &part.ground);
}

/// Quotes of both. What is read from the text at least once counts as read from the text.
fn join_grounds(whole: &mut Ground, part: &Ground) {
    let all = || Evidence::new(whole.cites().iter().chain(part.cites()).cloned().collect());
    let joined = match (&*whole, part) {
        (Ground::Text { .. }, _) | (_, Ground::Text { .. }) => {
            all().map(|evidence| Ground::Text { evidence })
        }
        (Ground::Reader { edit, .. }, _) => {
            let cites = all().map(|evidence| evidence.cites().to_vec()).unwrap_or_default();
            Some(Ground::Reader { edit: *edit, cites })
        }
        (_, Ground::Reader { .. }) => Some(part.clone()),
        _ => None,
    };
    if let Some(joined) = joined {
        *whole = joined;
    }
}
