//! Rules of the reader that hold for every article opened from now on.

use std::collections::BTreeMap;
use std::path::Path;

use model::Extraction;

use crate::edits::{Edits, Ruled};
use crate::log::{Entry, Log};
use crate::merging;
use crate::store;
use crate::wire::{Command, Fault, Rule};

/// The rules in force, in an order of their own: by whichever way of undoing they came, they are the same.
#[derive(Debug, Default)]
pub(crate) struct Rules(Vec<Rule>);

impl Rules {
    /// Those that are kept in this folder.
    pub(crate) fn load(folder: &Path) -> Self {
        let mut rules = store::load_rules(folder);
        rules.sort_unstable();
        Self(rules)
    }

    pub(crate) fn all(&self) -> &[Rule] {
        &self.0
    }

    /// The log that a new article begins with: one entry with the rules, so that it can be undone, or none where no
    /// rule has anything to do.
    pub(crate) fn inherited(&self, reading: &Extraction) -> Log {
        let edits = Edits { rules: self.0.clone(), ..Edits::default() };
        let joined = merging::joined(reading, &edits);
        if joined.pairs.is_empty() && joined.never.is_empty() {
            return Log::default();
        }
        let command = Command::Inherit { rules: self.0.clone() };
        Log::of(vec![Entry { command, made: None, words: None, anchors: BTreeMap::new(), pane: None }], 1)
    }

    /// Takes over what an article's log says of rules now, where it said something else before.
    ///
    /// # Errors
    /// [`Fault::Unwritable`]; the rules hold for this run all the same.
    pub(crate) fn follow(
        &mut self,
        before: &Ruled,
        after: &Ruled,
        folder: Option<&Path>,
    ) -> Result<(), Fault> {
        if before == after {
            return Ok(());
        }
        for (rule, (first, _)) in before {
            if !after.contains_key(rule) {
                // Only a rule that holds can be dropped and only another be made: before the first word it was the other way.
                self.set(rule, !first);
            }
        }
        for (rule, (_, last)) in after {
            if before.get(rule).is_none_or(|(_, was)| was != last) {
                self.set(rule, *last);
            }
        }
        folder.map_or(Ok(()), |folder| store::save_rules(folder, &self.0))
    }

    fn set(&mut self, rule: &Rule, on: bool) {
        self.0.retain(|other| other != rule);
        if on {
            self.0.push(rule.clone());
            self.0.sort_unstable();
        }
    }
}
