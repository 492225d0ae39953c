//! One open article: its text, its log, and what both come to.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use draw::{Arrangement, Scene, Sketch};
use graph::Graph;
use model::{Extraction, Language, PartialDate};

use crate::edited::{Edited, edited};
use crate::edits::{Description, Edits};
use crate::fit::{self, fit};
use crate::log::{Entry, Log};
use crate::sketch::{View, sketch};
use crate::store::Home;
use crate::wire::{Command, Fault, Layout};

/// True: what is being composed is to be left.
pub(crate) type Stop = AtomicBool;

type Places = BTreeMap<String, (f64, f64)>;

/// An article on the shelf.
pub(crate) struct Open {
    pub(crate) text: String,
    /// File or publisher as it came in, under what the reader says later.
    source: Option<String>,
    pub(crate) sample: bool,
    pub(crate) log: Log,
    /// Readings and layouts, one for each time that the log made a new one; the last is in force.
    epochs: Vec<Epoch>,
    /// Where its log is kept; none: nowhere.
    pub(crate) home: Option<Home>,
    /// Why its edits are not safe, if they are not.
    pub(crate) trouble: Option<Fault>,
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
    /// As read and edited, without what was deleted.
    pub(crate) edited: Edited,
    pub(crate) edits: Edits,
    pub(crate) scene: Scene,
    /// Commands about things that the present reading does not have.
    pub(crate) unfit: Vec<Entry>,
}

impl Open {
    /// # Errors
    /// [`Fault::Stopped`].
    pub(crate) fn new(
        text: &str,
        source: Option<&str>,
        sample: bool,
        canvas: (f64, f64),
        stop: &Stop,
    ) -> Result<Self, Fault> {
        let mut open = Self {
            text: text.to_owned(),
            source: source.map(str::to_owned),
            sample,
            log: Log::default(),
            epochs: Vec::new(),
            home: None,
            trouble: None,
        };
        open.catch_up(canvas, stop)?;
        Ok(open)
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The reading in force.
    pub(crate) fn reading(&self) -> &Extraction {
        &self.epoch().reading
    }

    /// Brings the epochs in line with the log: forgets those that were undone, makes those that are missing.
    ///
    /// # Errors
    /// [`Fault::Stopped`]; the epochs made so far stay.
    pub(crate) fn catch_up(&mut self, canvas: (f64, f64), stop: &Stop) -> Result<(), Fault> {
        let done = self.log.done().len();
        self.epochs.retain(|epoch| epoch.since <= done);
        if self.epochs.is_empty() {
            let reading = Arc::new(self.read(&Description::default()));
            let places = compose_places(&reading, &Edits::default(), &Places::new(), canvas, stop)?;
            self.epochs.push(Epoch { since: 0, reading, places });
        }
        let from = self.epoch().since;
        for length in from + 1..=done {
            let before = self.epoch();
            let entries = &self.log.done()[..length];
            let command = &entries[length - 1].command;
            let (reading, places) = match command {
                Command::Describe { .. } => {
                    let description = fit::edits(&before.reading, entries).description;
                    // Nodes that are still there stay where they are.
                    (Arc::new(self.read(&description)), &before.places)
                }
                Command::Arrange | Command::SetLayout { .. } => (Arc::clone(&before.reading), &Places::new()),
                _ if command.adds_node() => (Arc::clone(&before.reading), &before.places),
                _ => continue,
            };
            let edits = fit::edits(&reading, entries);
            let places = compose_places(&reading, &edits, places, canvas, stop)?;
            self.epochs.push(Epoch { since: length, reading, places });
        }
        Ok(())
    }

    /// What the log comes to on the reading in force.
    pub(crate) fn edits(&self) -> Edits {
        fit::edits(self.reading(), self.log.done())
    }

    /// The state under the log as it stands, without what is `hidden` for now.
    pub(crate) fn state(&self, language: Language, canvas: (f64, f64), hidden: &[String]) -> State {
        let epoch = self.epoch();
        let (fitting, unfit) = fit(&epoch.reading, self.log.done());
        let unfit = unfit.into_iter().cloned().collect();
        let edits = Edits::of(fitting);
        let shown = if hidden.is_empty() {
            edited(&epoch.reading, &edits)
        } else {
            let mut fewer = edits.clone();
            fewer.deleted.extend(hidden.iter().cloned());
            edited(&epoch.reading, &fewer)
        };
        let scene = draw::compose(&sketched(&shown.reading, &edits, &epoch.places, language, canvas));
        State { edited: shown, edits, scene, unfit }
    }

    /// Whether a node stands where the reader put it.
    pub(crate) fn placed_by_hand(&self) -> bool {
        let edits = self.edits();
        let reading = edited(self.reading(), &edits).reading;
        let entities = reading.entities.iter().map(|entity| entity.id.to_string());
        let events = reading.events.iter().map(|event| event.id.to_string());
        entities.chain(events).any(|id| edits.pinned.contains_key(&id))
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

/// The scene of a state without any place of before: composed anew, for a sheet that leaves the drawing this much room.
/// Only the proportions of that count; the drawing is as large as in the pane.
pub(crate) fn recomposed(state: &State, language: Language, pane: (f64, f64), room: (f64, f64)) -> Scene {
    let ratio = (room.0 / room.1.max(1.0)).clamp(0.2, 5.0);
    let area = pane.0 * pane.1;
    let canvas = ((area * ratio).sqrt().round(), (area / ratio).sqrt().round());
    draw::compose(&sketched(&state.edited.reading, &state.edits, &Places::new(), language, canvas))
}

/// `id` or `en`.
pub(crate) fn language_of(code: &str) -> Option<Language> {
    [Language::Indonesian, Language::English].into_iter().find(|language| language.code() == code)
}

/// Positions do not depend on the language of the interface beyond the width of labels; they are made with the
/// article's own, so that changing the interface moves nothing.
fn compose_places(
    reading: &Extraction,
    edits: &Edits,
    placed: &Places,
    canvas: (f64, f64),
    stop: &Stop,
) -> Result<Places, Fault> {
    let shown = edited(reading, edits).reading;
    let sketch = sketched(&shown, edits, placed, reading.article.language, canvas);
    let scene = draw::compose_watched(&sketch, &mut |_| !stop.load(Ordering::Relaxed));
    let nodes = scene.ok_or(Fault::Stopped)?.nodes;
    Ok(nodes.into_iter().map(|node| (node.id, (node.x, node.y))).collect())
}

fn sketched(
    reading: &Extraction,
    edits: &Edits,
    placed: &Places,
    language: Language,
    canvas: (f64, f64),
) -> Sketch {
    let (renamed, pinned, arrangement) = (&edits.renamed, &edits.pinned, arrangement(edits));
    let view = View { language, canvas, arrangement, renamed, pinned, placed };
    sketch(reading, &Graph::assemble(reading), &view)
}

/// A focus that went into another node by merging is that one.
fn arrangement(edits: &Edits) -> Arrangement {
    match edits.layout {
        Layout::Stress => Arrangement::Stress,
        Layout::Layered => Arrangement::Layered,
        Layout::Radial => {
            Arrangement::Radial { focus: edits.focus.as_deref().map(|id| edits.root(id).to_owned()) }
        }
        Layout::Circular => Arrangement::Circular,
        Layout::Kind => Arrangement::Kind,
        Layout::Timeline => Arrangement::Timeline,
    }
}
