//! What a log comes to: the fold of its commands, independent of any reading.

use std::collections::{BTreeMap, BTreeSet};

use crate::wire::{CheckMark, ClaimPart, Command, Field, Layout, Modality, Range, Rule};

/// What a log comes to. Keys are ids as on the wire.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Edits {
    pub(crate) description: Description,
    /// Nodes and claims that the reader took out.
    pub(crate) deleted: BTreeSet<String>,
    /// Node to name.
    pub(crate) renamed: BTreeMap<String, String>,
    /// Node to place, since the last [`Command::Arrange`].
    pub(crate) pinned: BTreeMap<String, (f64, f64)>,
    pub(crate) layout: Layout,
    /// Id of the node in the middle of a radial layout.
    pub(crate) focus: Option<String>,
    /// Node or claim to code.
    pub(crate) kinds: BTreeMap<String, String>,
    pub(crate) countries: BTreeMap<String, Option<String>>,
    pub(crate) offices: BTreeMap<String, Option<String>>,
    /// Entity to other names, each there or taken away.
    pub(crate) aliases: BTreeMap<String, BTreeMap<String, bool>>,
    pub(crate) modalities: BTreeMap<String, Modality>,
    pub(crate) attributions: BTreeMap<String, Option<String>>,
    pub(crate) dates: BTreeMap<String, Option<String>>,
    /// Claim to what happens to its parts, in order.
    pub(crate) parts: BTreeMap<String, Vec<PartEdit>>,
    pub(crate) added: Vec<Added>,
    /// Claim to the words that were pointed at.
    pub(crate) cites: BTreeMap<String, Vec<Range>>,
    pub(crate) notes: BTreeMap<String, String>,
    pub(crate) marks: BTreeMap<String, CheckMark>,
    /// Who went into whom, in order.
    pub(crate) merged: Vec<(String, String)>,
    /// Those that the reader took out again: no rule puts them back.
    pub(crate) apart: BTreeSet<String>,
    /// Rules that hold in this article.
    pub(crate) rules: Vec<Rule>,
    /// What the reader said of rules here.
    pub(crate) ruled: Ruled,
}

/// Rules to whether they were made or dropped here, the first time and the last.
pub(crate) type Ruled = BTreeMap<Rule, (bool, bool)>;

/// What the reader said about the article.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Description {
    pub(crate) published: Option<String>,
    pub(crate) language: Option<String>,
    pub(crate) source: Option<String>,
}

/// A change in who plays which part.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PartEdit {
    /// `from` are all the ids that the loser went by at that time.
    Give {
        part: ClaimPart,
        from: BTreeSet<String>,
        to: Option<String>,
    },
    Exchange,
}

/// A thing that the reader added.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Added {
    pub(crate) id: String,
    /// Place of the command in the log.
    pub(crate) edit: u32,
    pub(crate) command: Command,
}

/// A command as it stands in one reading.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fitted {
    /// Place in the log.
    pub(crate) edit: u32,
    /// Id of what it added.
    pub(crate) made: Option<String>,
    pub(crate) command: Command,
}

impl Edits {
    /// The fold of these commands.
    pub(crate) fn of(commands: impl IntoIterator<Item = Fitted>) -> Self {
        let mut edits = Self::default();
        for fitted in commands {
            edits.apply(fitted);
        }
        edits
    }

    /// Where this id has gone by merging; itself if nowhere.
    pub(crate) fn root<'a>(&'a self, id: &'a str) -> &'a str {
        let mut at = id;
        // Merging takes roots only and splitting only takes away, so there is no ring; the bound is for a log made by hand.
        for _ in 0..=self.merged.len() {
            match self.merged.iter().find(|(_, from)| from == at) {
                Some((into, _)) => at = into,
                None => break,
            }
        }
        at
    }

    /// What the reader has set about each thing.
    pub(crate) fn fields(&self) -> BTreeMap<&str, BTreeSet<Field>> {
        let mut fields: BTreeMap<&str, BTreeSet<Field>> = BTreeMap::new();
        let mut set = |id, field| {
            fields.entry(id).or_default().insert(field);
        };
        self.added.iter().for_each(|added| set(added.id.as_str(), Field::Added));
        self.renamed.keys().for_each(|id| set(id, Field::Name));
        self.kinds.keys().for_each(|id| set(id, Field::Kind));
        self.countries.keys().for_each(|id| set(id, Field::Country));
        self.offices.keys().for_each(|id| set(id, Field::Office));
        self.aliases.keys().for_each(|id| set(id, Field::Aliases));
        self.modalities.keys().for_each(|id| set(id, Field::Modality));
        self.attributions.keys().for_each(|id| set(id, Field::Attribution));
        self.dates.keys().for_each(|id| set(id, Field::Date));
        self.parts.keys().for_each(|id| set(id, Field::Parts));
        self.cites.keys().for_each(|id| set(id, Field::Quotes));
        fields
    }

    fn apply(&mut self, Fitted { edit, made, command }: Fitted) {
        match command {
            Command::Move { node, x, y } => {
                self.pinned.insert(node, (x, y));
            }
            Command::Unpin { node } => {
                self.pinned.remove(&node);
            }
            Command::Rename { node, name } => {
                self.renamed.insert(node, name.trim().to_owned());
            }
            Command::Delete { claim } => {
                self.deleted.insert(claim);
            }
            Command::Describe { published, language, source } => {
                self.description = Description { published, language, source };
            }
            Command::Arrange => self.pinned.clear(),
            Command::SetLayout { layout, focus } => (self.layout, self.focus) = (layout, focus),
            Command::SetKind { claim, kind } => {
                self.kinds.insert(claim, kind);
            }
            Command::SetCountry { node, country } => {
                self.countries.insert(node, country);
            }
            Command::SetOffice { node, office } => {
                self.offices.insert(node, filled(office));
            }
            Command::AddAlias { node, alias } => {
                self.aliases.entry(node).or_default().insert(alias.trim().to_owned(), true);
            }
            Command::RemoveAlias { node, alias } => {
                self.aliases.entry(node).or_default().insert(alias, false);
            }
            Command::SetModality { event, modality } => {
                self.modalities.insert(event, modality);
            }
            Command::SetAttribution { event, by } => {
                self.attributions.insert(event, by);
            }
            Command::SetDate { event, date } => {
                self.dates.insert(event, date);
            }
            Command::SetPart { claim, part, from, to } => {
                let from = from.map(|id| self.family(&id)).unwrap_or_default();
                self.parts.entry(claim).or_default().push(PartEdit::Give { part, from, to });
            }
            Command::Exchange { claim } => self.parts.entry(claim).or_default().push(PartEdit::Exchange),
            Command::AddNode { .. } | Command::AddEvent { .. } | Command::AddRelation { .. } => {
                self.added.extend(made.map(|id| Added { id, edit, command }));
            }
            Command::Cite { claim, quote } => self.cites.entry(claim).or_default().push(quote),
            Command::Annotate { thing, text } => match filled(text) {
                Some(text) => drop(self.notes.insert(thing, text)),
                None => drop(self.notes.remove(&thing)),
            },
            Command::SetMark { thing, mark } => match mark {
                Some(mark) => drop(self.marks.insert(thing, mark)),
                None => drop(self.marks.remove(&thing)),
            },
            Command::Merge { into, from } => {
                self.apart.remove(&from);
                self.merged.push((into, from));
            }
            Command::Split { part, .. } => {
                self.merged.retain(|(_, from)| *from != part);
                self.apart.insert(part);
            }
            Command::SetRule { rule, on } => {
                self.rules.retain(|other| *other != rule);
                if on {
                    self.rules.push(rule.clone());
                }
                self.ruled.entry(rule).and_modify(|(_, last)| *last = on).or_insert((on, on));
            }
            Command::Inherit { rules } => {
                for rule in rules {
                    if !self.rules.contains(&rule) {
                        self.rules.push(rule);
                    }
                }
            }
        }
    }

    /// An id and all that have gone into it.
    fn family(&self, id: &str) -> BTreeSet<String> {
        let mut family = BTreeSet::from([id.to_owned()]);
        let within = self.merged.iter().map(|(_, from)| from).filter(|from| self.root(from) == id);
        family.extend(within.cloned());
        family
    }
}

/// A text that is more than blanks.
fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
