//! One open article: its text, its log, and what both come to.

use std::collections::BTreeMap;
use std::sync::Arc;

use draw::{Arrangement, Scene, Sketch};
use graph::Graph;
use model::{Extraction, Language, PartialDate};

use crate::edited::{Edited, edited};
use crate::edits::{Description, Edits};
use crate::fit::{self, fit};
use crate::log::{Entry, Log, Pane};
use crate::sketch::{View, sketch};
use crate::stop::Ticket;
use crate::store::Home;
use crate::wire::{Fault, Layout};

type Places = BTreeMap<String, (f64, f64)>;

/// An article on the shelf.
pub(crate) struct Open {
    pub(crate) text: String,
    /// File or publisher as it came in, under what the reader says later.
    source: Option<String>,
    pub(crate) sample: bool,
    pub(crate) log: Log,
    /// The reading before the reader says anything of the article.
    first: Arc<Extraction>,
    /// Readings and layouts, one for each time that the log made a new one; the last is in force. Those from before the
    /// last composing anew may not be made yet.
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
    description: Description,
    reading: Arc<Extraction>,
    stand: Stand,
}

/// How the nodes stand.
#[derive(Clone, Default)]
struct Stand {
    /// Of every node of the reading but those that were deleted: also of who is pinned, has gone into another or is ruled
    /// out, for when that ends.
    places: Places,
    /// Id of the node that a radial layout was made about.
    focus: Option<String>,
}

/// What an article comes to, ready for the wire.
pub(crate) struct State {
    /// As read and edited, without what was deleted.
    pub(crate) edited: Edited,
    pub(crate) edits: Edits,
    pub(crate) scene: Scene,
    /// Id of the node that the reader put in the middle, if it is there.
    pub(crate) focus: Option<String>,
    /// Id of the node that a radial layout was made about.
    middle: Option<String>,
    /// Commands about things that the present reading does not have.
    pub(crate) unfit: Vec<Entry>,
}

impl Open {
    /// The article as read; [`Open::catch_up`] composes it.
    pub(crate) fn new(text: &str, source: Option<&str>, sample: bool) -> Self {
        Self {
            text: text.to_owned(),
            source: source.map(str::to_owned),
            sample,
            log: Log::default(),
            first: Arc::new(read(text, source, &Description::default())),
            epochs: Vec::new(),
            home: None,
            trouble: None,
        }
    }

    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The reading in force.
    pub(crate) fn reading(&self) -> &Extraction {
        self.epochs.last().map_or(&self.first, |epoch| &epoch.reading)
    }

    /// Brings the epochs in line with the log: forgets those that were undone, makes those that are missing, from the last
    /// composing anew on. `canvas` is for what the log knows no pane of.
    ///
    /// # Errors
    /// [`Fault::Stopped`]; the epochs are as they were.
    pub(crate) fn catch_up(&mut self, canvas: (f64, f64), ticket: &Ticket) -> Result<(), Fault> {
        let entries = self.log.done();
        let kept = self.epochs.iter().take_while(|epoch| epoch.since <= entries.len()).count();
        let missing = self.epochs[..kept].last().map_or(0, |epoch| epoch.since + 1);
        let anew = entries.iter().rposition(|entry| entry.command.places_anew()).map_or(0, |at| at + 1);
        let mut made: Vec<Epoch> = Vec::new();
        for length in missing.max(anew)..=entries.len() {
            let entries = &entries[..length];
            let before = made.last().or(self.epochs[..kept].last());
            // Of the article as read, or of the command that composes.
            let (anew, pane) = match entries.last() {
                None => (true, self.log.pane),
                Some(entry) if entry.command.composes() => (entry.command.places_anew(), entry.pane),
                Some(_) => continue,
            };
            let description = fit::edits(&self.first, entries).description;
            let reading = match before {
                Some(before) if before.description == description => Arc::clone(&before.reading),
                _ if description == Description::default() => Arc::clone(&self.first),
                _ => Arc::new(read(&self.text, self.source.as_deref(), &description)),
            };
            let edits = fit::edits(&reading, entries);
            // Nodes that are still there stay where they are.
            let before = before.filter(|_| !anew).map(|before| &before.stand);
            let pane = pane.and_then(checked).unwrap_or(canvas);
            let stand = compose_places(&reading, &edits, before, pane, ticket)?;
            made.push(Epoch { since: length, description, reading, stand });
        }
        self.epochs.truncate(kept);
        self.epochs.extend(made);
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
        let scene = draw::compose(&sketched(&shown.reading, &edits, &epoch.stand, language, canvas));
        let focus = chosen(&edits, &shown);
        State { edited: shown, edits, scene, focus, middle: epoch.stand.focus.clone(), unfit }
    }

    fn epoch(&self) -> &Epoch {
        self.epochs.last().expect("`catch_up` leaves at least one")
    }
}

fn read(text: &str, source: Option<&str>, description: &Description) -> Extraction {
    let options = extract::Options {
        language: description.language.as_deref().and_then(language_of),
        published: description.published.as_deref().and_then(PartialDate::parse),
        source: description.source.clone().or_else(|| source.map(str::to_owned)),
    };
    extract::extract(text, &options)
}

/// The scene of a state without any place of before: composed anew, for a sheet that leaves the drawing this much room.
/// Only the proportions of that count; the drawing is as large as in the pane.
///
/// # Errors
/// [`Fault::Stopped`].
pub(crate) fn recomposed(
    state: &State,
    language: Language,
    pane: (f64, f64),
    room: (f64, f64),
    ticket: &Ticket,
) -> Result<Scene, Fault> {
    let ratio = (room.0 / room.1.max(1.0)).clamp(0.2, 5.0);
    let area = pane.0 * pane.1;
    let canvas = ((area * ratio).sqrt().round(), (area / ratio).sqrt().round());
    let stand = Stand { places: Places::new(), focus: state.middle.clone() };
    composed(&sketched(&state.edited.reading, &state.edits, &stand, language, canvas), ticket)
}

fn composed(sketch: &Sketch, ticket: &Ticket) -> Result<Scene, Fault> {
    draw::compose_watched(sketch, &mut |_| !ticket.stopped()).ok_or(Fault::Stopped)
}

/// A pane in whole pixels that something can be composed for; none: it is being folded away, or there is none like it.
pub(crate) fn checked((width, height): Pane) -> Option<Pane> {
    let sensible = width.is_finite() && height.is_finite() && width >= 200.0 && height >= 150.0;
    sensible.then(|| (width.min(8000.0).round(), height.min(8000.0).round()))
}

/// How the nodes stand among those of `before`, which stay; without it, by the layout. Positions do not depend on the
/// language of the interface beyond the width of labels; they are made with the article's own, so that changing the
/// interface moves nothing.
fn compose_places(
    reading: &Extraction,
    edits: &Edits,
    before: Option<&Stand>,
    canvas: (f64, f64),
    ticket: &Ticket,
) -> Result<Stand, Fault> {
    let language = reading.article.language;
    let composed = |sketch: &Sketch| {
        let nodes = composed(sketch, ticket)?.nodes;
        Ok(nodes.into_iter().map(|node| (node.id, (node.x, node.y))).collect::<Places>())
    };
    let shown = edited(reading, edits);
    let mut stand =
        before.cloned().unwrap_or_else(|| Stand { places: Places::new(), focus: chosen(edits, &shown) });
    let sketch = sketched(&shown.reading, edits, &stand, language, canvas);
    stand.focus = stand.focus.or_else(|| sketch.focus().map(str::to_owned));
    let mut places = composed(&sketch)?;
    places.retain(|id, _| !edits.pinned.contains_key(id));
    stand.places.extend(places);
    // The others join those: what has a place already keeps it.
    let whole = Edits { pinned: Places::new(), merged: Vec::new(), rules: Vec::new(), ..edits.clone() };
    let sketch = sketched(&edited(reading, &whole).reading, &whole, &stand, language, canvas);
    let standing = sketch.nodes.iter().map(|node| Some((node.id.clone(), node.at?))).collect();
    stand.places = match standing {
        Some(places) => places,
        None => composed(&sketch)?,
    };
    Ok(stand)
}

/// The node that the reader put in the middle, or what it has gone into; none where that is not there.
fn chosen(edits: &Edits, shown: &Edited) -> Option<String> {
    let id = shown.joined.whole(edits.focus.as_deref()?)?;
    let entities = shown.reading.entities.iter().map(|entity| entity.id.to_string());
    let events = shown.reading.events.iter().map(|event| event.id.to_string());
    entities.chain(events).find(|other| *other == id)
}

fn sketched(
    reading: &Extraction,
    edits: &Edits,
    stand: &Stand,
    language: Language,
    canvas: (f64, f64),
) -> Sketch {
    let (renamed, pinned, placed) = (&edits.renamed, &edits.pinned, &stand.places);
    let arrangement = match edits.layout {
        Layout::Stress => Arrangement::Stress,
        Layout::Layered => Arrangement::Layered,
        Layout::Radial => Arrangement::Radial { focus: stand.focus.clone() },
        Layout::Circular => Arrangement::Circular,
        Layout::Kind => Arrangement::Kind,
        Layout::Timeline => Arrangement::Timeline,
    };
    let view = View { language, canvas, arrangement, renamed, pinned, placed };
    sketch(reading, &Graph::assemble(reading), &view)
}

/// `id` or `en`.
pub(crate) fn language_of(code: &str) -> Option<Language> {
    [Language::Indonesian, Language::English].into_iter().find(|language| language.code() == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::wire::Command;

    #[test]
    fn what_a_later_layout_supersedes_is_not_composed_until_the_reader_goes_back_there() {
        let mut open = Open::new("Menteri Sari bertemu Gubernur Budi di Bandung.", None, false);
        for layout in [Layout::Layered, Layout::Radial, Layout::Circular] {
            let command = Command::SetLayout { layout, focus: None };
            open.log.push(Entry { command, made: None, words: None, anchors: BTreeMap::new(), pane: None });
        }
        let since = |open: &Open| open.epochs.iter().map(|epoch| epoch.since).collect::<Vec<_>>();
        let go = Ticket::default();
        let stopper = crate::stop::Stopper::default();
        let stopped = stopper.ask();
        stopper.stop();
        open.catch_up((704.0, 625.0), &go).unwrap();
        assert_eq!(since(&open), [3]);
        open.log.go(1);
        assert_eq!(open.catch_up((704.0, 625.0), &stopped), Err(Fault::Stopped));
        assert_eq!(since(&open), [3], "what was there is not lost");
        open.catch_up((704.0, 625.0), &go).unwrap();
        assert_eq!(since(&open), [1]);
        open.log.go(0);
        open.catch_up((704.0, 625.0), &go).unwrap();
        assert_eq!(since(&open), [0]);
    }
}
