//! One open article: its text, its log, and what both come to.

use std::collections::BTreeMap;
use std::sync::Arc;

use draw::Scene;
use graph::Graph;
use model::{Extraction, Language, PartialDate};

use crate::log::{Description, Edits, Log};
use crate::sketch::{View, sketch};
use crate::wire::Command;

type Places = BTreeMap<String, (f64, f64)>;

/// An article on the shelf.
pub(crate) struct Open {
    text: String,
    /// File or publisher as it came in, under what the reader says later.
    source: Option<String>,
    pub(crate) sample: bool,
    pub(crate) log: Log,
    /// Readings and layouts, one for each time that the log made a new one; the last is in force.
    epochs: Vec<Epoch>,
}

/// A reading and where its nodes stand before the reader moves any.
struct Epoch {
    /// Length of the log when it began.
    since: usize,
    reading: Arc<Extraction>,
    places: Places,
}

/// What an article comes to, ready for the wire.
pub(crate) struct State {
    /// As read, without what was deleted.
    pub(crate) reading: Extraction,
    pub(crate) edits: Edits,
    pub(crate) scene: Scene,
    /// Commands about things that the present reading does not have.
    pub(crate) unfit: Vec<Command>,
}

impl Open {
    pub(crate) fn new(text: &str, source: Option<&str>, sample: bool, canvas: (f64, f64)) -> Self {
        let mut open = Self {
            text: text.to_owned(),
            source: source.map(str::to_owned),
            sample,
            log: Log::default(),
            epochs: Vec::new(),
        };
        open.catch_up(canvas);
        open
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The reading in force.
    pub(crate) fn reading(&self) -> &Extraction {
        &self.epoch().reading
    }

    /// Brings the epochs in line with the log: forgets those that were undone, makes those that are missing.
    pub(crate) fn catch_up(&mut self, canvas: (f64, f64)) {
        let done = self.log.done().len();
        self.epochs.retain(|epoch| epoch.since <= done);
        if self.epochs.is_empty() {
            let reading = Arc::new(self.read(&Description::default()));
            let places = compose_places(&reading, &Edits::default(), &Places::new(), canvas);
            self.epochs.push(Epoch { since: 0, reading, places });
        }
        let from = self.epoch().since;
        for length in from + 1..=done {
            let edits = Edits::of(&self.log.done()[..length]);
            let epoch = match &self.log.done()[length - 1] {
                Command::Describe { .. } => {
                    let reading = Arc::new(self.read(&edits.description));
                    // Nodes that are still there stay where they are.
                    let places = compose_places(&reading, &edits, &self.epoch().places, canvas);
                    Epoch { since: length, reading, places }
                }
                Command::Arrange => {
                    let reading = Arc::clone(&self.epoch().reading);
                    let places = compose_places(&reading, &edits, &Places::new(), canvas);
                    Epoch { since: length, reading, places }
                }
                Command::Move { .. }
                | Command::Unpin { .. }
                | Command::Rename { .. }
                | Command::Delete { .. } => continue,
            };
            self.epochs.push(epoch);
        }
    }

    /// The state under the log as it stands, without what is `hidden` for now.
    pub(crate) fn state(&self, language: Language, canvas: (f64, f64), hidden: &[String]) -> State {
        let epoch = self.epoch();
        let edits = Edits::of(self.log.done());
        let known = crate::wired::names(&epoch.reading, &Edits::default(), language);
        let unfit = self
            .log
            .done()
            .iter()
            .filter(|command| command.subject().is_some_and(|subject| !known.contains_key(subject)))
            .cloned()
            .collect();
        let reading = if hidden.is_empty() {
            without(&epoch.reading, &edits)
        } else {
            let mut fewer = edits.clone();
            fewer.deleted.extend(hidden.iter().cloned());
            without(&epoch.reading, &fewer)
        };
        let scene = compose(&reading, &edits, &epoch.places, language, canvas);
        State { reading, edits, scene, unfit }
    }

    fn epoch(&self) -> &Epoch {
        self.epochs.last().expect("`catch_up` leaves at least one")
    }

    fn read(&self, description: &Description) -> Extraction {
        let options = extract::Options {
            language: description.language.as_deref().and_then(language_of),
            published: description.published.as_deref().and_then(PartialDate::parse),
            source: description.source.clone().or_else(|| self.source.clone()),
        };
        extract::extract(&self.text, &options)
    }
}

/// `id` or `en`.
pub(crate) fn language_of(code: &str) -> Option<Language> {
    [Language::Indonesian, Language::English].into_iter().find(|language| language.code() == code)
}

/// The reading without what was deleted and what hangs on it.
fn without(reading: &Extraction, edits: &Edits) -> Extraction {
    if edits.deleted.is_empty() {
        return reading.clone();
    }
    let gone = |id: &dyn std::fmt::Display| edits.deleted.contains(&id.to_string());
    let mut left = reading.clone();
    left.entities.retain(|entity| !gone(&entity.id));
    for event in &mut left.events {
        event.roles.retain(|filler| !gone(&filler.entity));
        event.place = event.place.filter(|place| !gone(place));
        // The voucher stays in the claim even when its node is gone: alleged never becomes asserted.
    }
    left.events.retain(|event| !gone(&event.id));
    left.relations
        .retain(|relation| !gone(&relation.id) && !gone(&relation.subject) && !gone(&relation.object));
    left
}

/// Positions do not depend on the language of the interface beyond the width of labels; they are made with the
/// article's own, so that changing the interface moves nothing.
fn compose_places(reading: &Extraction, edits: &Edits, placed: &Places, canvas: (f64, f64)) -> Places {
    let left = without(reading, edits);
    compose(&left, edits, placed, reading.article.language, canvas)
        .nodes
        .into_iter()
        .map(|node| (node.id, (node.x, node.y)))
        .collect()
}

fn compose(
    reading: &Extraction,
    edits: &Edits,
    placed: &Places,
    language: Language,
    canvas: (f64, f64),
) -> Scene {
    let view = View { language, canvas, renamed: &edits.renamed, pinned: &edits.pinned, placed };
    draw::compose(&sketch(reading, &Graph::assemble(reading), &view))
}
