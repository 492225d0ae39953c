//! The desk: a shelf of open articles, one of them on view, and everything the reader can do with it.

use std::path::{Path, PathBuf};

use draw::{Figure, Scene};
use model::{Language, PartialDate};

use crate::edited::edited;
use crate::fit;
use crate::history::history;
use crate::input;
use crate::log::Entry;
use crate::offsets::Offsets;
use crate::open::{Open, checked, language_of, recomposed};
use crate::rules::Rules;
use crate::stop::{Stopper, Ticket};
use crate::store::Home;
use crate::suggest::suggest;
use crate::wire::{Command, Fault, Picture, PictureFormat, Preview, Scope, Shelved, Snapshot};
use crate::wired::{Wiring, article_name, headline, names, touched};

/// The article that the app opens with. Its licence is not the code's: see LICENSES.
#[cfg(feature = "sample")]
const FIRST: &str = include_str!("../../../sample/article-id.txt");
/// A few lines of our own, for builds without the sample.
#[cfg(not(feature = "sample"))]
const FIRST: &str = include_str!("../../../sample/own-id.txt");

/// The state behind one window or one run of the command line.
#[derive(Default)]
pub struct Desk {
    shelf: Vec<Open>,
    /// Index into `shelf`; meaningless while it is empty.
    current: usize,
    language: Option<Language>,
    /// Size of the pane that figures are composed for, in pixels.
    canvas: (f64, f64),
    revision: u32,
    /// The app's own folder, where logs and rules are kept; none: nothing is.
    folder: Option<PathBuf>,
    rules: Rules,
    stopper: Stopper,
    /// What it does now.
    ticket: Ticket,
}

impl Desk {
    /// An empty desk, for an interface in Indonesian and a pane of 704 by 625 pixels until it is told otherwise.
    pub fn new() -> Self {
        Self { canvas: (704.0, 625.0), ..Self::default() }
    }

    /// From now on every edit is on disk before it is answered: beside the article's file, or in this folder, which is
    /// the app's own. Logs that are there are taken up again when their article is opened.
    pub fn keep_in(&mut self, folder: PathBuf) {
        self.rules = Rules::load(&folder);
        self.folder = Some(folder);
    }

    /// Ends what was asked of this desk by a ticket: it is answered by [`Fault::Stopped`], and everything is as it was.
    pub fn stopper(&self) -> Stopper {
        self.stopper.clone()
    }

    /// What is done from now on is what this ticket asked for. Without any nothing can be stopped.
    pub fn serve(&mut self, ticket: Ticket) {
        self.ticket = ticket;
    }

    /// Reads the sample, here and now, and shows it.
    ///
    /// # Errors
    /// None in practice: the sample is a text.
    pub fn start(&mut self, language: &str, canvas: (f64, f64)) -> Result<Snapshot, Fault> {
        self.dress(language, canvas);
        self.put(FIRST, None, None)
    }

    /// Reads a pasted text; one that is open already is shown again instead.
    ///
    /// # Errors
    /// What [`crate::check_text`] says; the article on view stays.
    pub fn open_text(&mut self, text: &str, name: Option<&str>) -> Result<Snapshot, Fault> {
        input::check_text(text)?;
        self.put(text, name, None)
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// What [`crate::text_of`] says; the article on view stays.
    pub fn open_bytes(&mut self, name: &str, bytes: &[u8]) -> Result<Snapshot, Fault> {
        let text = input::text_of(bytes)?;
        self.put(text, Some(name), None)
    }

    /// Reads the bytes of the file at `path`; its edits are kept beside it.
    ///
    /// # Errors
    /// What [`crate::text_of`] says; the article on view stays.
    pub fn open_file(&mut self, path: &Path, bytes: &[u8]) -> Result<Snapshot, Fault> {
        let text = input::text_of(bytes)?;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
        self.put(text, name.as_deref(), Some(path))
    }

    /// Shows another open article.
    ///
    /// # Errors
    /// [`Fault::NotFound`].
    pub fn choose(&mut self, article: &str) -> Result<Snapshot, Fault> {
        let found = self.shelf.iter().position(|open| open.reading().article.id.to_string() == article);
        self.current = found.ok_or_else(|| Fault::NotFound { id: article.to_owned() })?;
        self.snapshot()
    }

    /// Does what the reader asks, and keeps it in the log.
    ///
    /// # Errors
    /// [`Fault::NotFound`], [`Fault::BadName`], [`Fault::BadDate`], [`Fault::BadEdit`], [`Fault::BadQuote`], [`Fault::Stopped`];
    /// nothing has changed then.
    pub fn perform(&mut self, command: Command) -> Result<Snapshot, Fault> {
        let language = self.language();
        let open = self.open()?;
        let edits = open.edits();
        crate::check::check(&command, &edited(open.reading(), &edits))?;
        if let Command::SetRule { rule, on } = &command
            && self.rules.all().contains(rule) == *on
        {
            return Err(Fault::BadEdit);
        }
        let mut entry = entry(open, command, &names(open.reading(), &edits, language));
        entry.pane = entry.command.composes().then_some(self.canvas);
        self.change(|open| open.log.push(entry))
    }

    /// Takes the last change back; with none, nothing happens.
    ///
    /// # Errors
    /// [`Fault::NotFound`] while no article is open.
    pub fn undo(&mut self) -> Result<Snapshot, Fault> {
        self.change(|open| open.log.go(open.log.done().len().saturating_sub(1)))
    }

    /// Does the last undone change again.
    ///
    /// # Errors
    /// [`Fault::NotFound`] while no article is open.
    pub fn redo(&mut self) -> Result<Snapshot, Fault> {
        self.change(|open| open.log.go(open.log.done().len() + 1))
    }

    /// Goes to the point of the history at which the first `at` changes are done.
    ///
    /// # Errors
    /// [`Fault::NotFound`] while no article is open.
    pub fn jump(&mut self, at: u32) -> Result<Snapshot, Fault> {
        self.change(|open| open.log.go(at as usize))
    }

    /// Changes the interface's language or the pane. No node moves.
    ///
    /// # Errors
    /// [`Fault::NotFound`] while no article is open.
    pub fn show(&mut self, language: &str, canvas: (f64, f64)) -> Result<Snapshot, Fault> {
        self.dress(language, canvas);
        self.snapshot()
    }

    /// The bytes of a picture of the article on view, as it stands; for a sheet of given proportions it is composed for
    /// those, unless the reader has placed a node by hand.
    ///
    /// # Errors
    /// [`Fault::PictureTooLarge`], [`Fault::BadDate`], [`Fault::Stopped`], [`Fault::NotFound`] while no article is open.
    pub fn picture(&self, picture: &Picture) -> Result<Vec<u8>, Fault> {
        self.unless_stopped(picture, |scene, figure| match picture.format {
            PictureFormat::Svg => Ok(draw::svg(scene, figure).into_bytes()),
            PictureFormat::Pdf => Ok(draw::pdf(scene, figure)),
            PictureFormat::Png => draw::png(scene, figure).map_err(too_large),
        })
    }

    /// The picture as it will be, no wider than `widest` pixels. Not to be stopped: a later one takes its place.
    ///
    /// # Errors
    /// As [`Desk::picture`].
    pub fn preview(&self, picture: &Picture, widest: u32) -> Result<Preview, Fault> {
        let (scene, mut figure) = self.figure(picture, &Ticket::default())?;
        if picture.format != PictureFormat::Png {
            (figure.scale, figure.width, figure.dpi) = (1.0, None, 96);
        }
        let sized = if picture.format == PictureFormat::Png || figure.centimetres.is_none() {
            draw::sides(&scene, &figure).map_err(too_large)
        } else {
            // A page may be larger than any picture.
            Ok(draw::sides(&scene, &figure).unwrap_or((draw::TooLarge::SIDE, draw::TooLarge::SIDE)))
        };
        let (width, height) = sized?;
        let bytes = if picture.format == PictureFormat::Svg {
            draw::svg(&scene, &figure).into_bytes()
        } else {
            figure.width = Some(widest.clamp(100, 4000).min(if picture.format == PictureFormat::Png {
                width
            } else {
                4000
            }));
            draw::png(&scene, &figure).map_err(too_large)?
        };
        Ok(Preview { width, height, bytes })
    }

    /// The pixels of the picture: width, height, and red, green, blue and alpha of each.
    ///
    /// # Errors
    /// As [`Desk::picture`].
    pub fn pixels(&self, picture: &Picture) -> Result<(u32, u32, Vec<u8>), Fault> {
        self.unless_stopped(picture, |scene, figure| draw::pixels(scene, figure).map_err(too_large))
    }

    /// What is made of a picture's figure. Composing it ends when the reader says so; a file that is being made by then is
    /// thrown away.
    fn unless_stopped<T>(
        &self,
        picture: &Picture,
        make: impl FnOnce(&Scene, &Figure) -> Result<T, Fault>,
    ) -> Result<T, Fault> {
        let (scene, figure) = self.figure(picture, &self.ticket)?;
        let made = make(&scene, &figure)?;
        if self.ticket.stopped() { Err(Fault::Stopped) } else { Ok(made) }
    }

    fn figure(&self, picture: &Picture, ticket: &Ticket) -> Result<(Scene, Figure), Fault> {
        let open = self.open()?;
        if let Some(text) = picture.read.as_ref().filter(|text| PartialDate::parse(text).is_none()) {
            return Err(Fault::BadDate { text: text.clone() });
        }
        let hidden = crate::picture::left_out(picture, open.reading());
        let mut state = open.state(self.language(), self.canvas, &hidden);
        let figure = crate::picture::figure(picture, open, &state, self.language());
        // What the reader placed stays where it is: then the sheet has air at two sides instead.
        if figure.proportions.is_some() && !state.scene.nodes.iter().any(|node| node.pinned) {
            let room = draw::room(&state.scene, &figure);
            state.scene = recomposed(&state, self.language(), self.canvas, room, ticket)?;
        }
        if picture.scope == Scope::View && !picture.minor {
            crate::picture::drop_minor(&mut state.scene);
        }
        Ok((state.scene, figure))
    }

    /// Headline or first words of the article on view; empty while there is none.
    pub fn name(&self) -> String {
        self.open().map(|open| article_name(&open.reading().article)).unwrap_or_default()
    }

    /// Its headline, whole; [`Self::name`] without one.
    pub fn headline(&self) -> String {
        self.open().map(|open| headline(&open.reading().article)).unwrap_or_default()
    }

    fn language(&self) -> Language {
        self.language.unwrap_or(Language::Indonesian)
    }

    fn dress(&mut self, language: &str, canvas: (f64, f64)) {
        self.language = language_of(language).or(self.language);
        self.canvas = checked(canvas).unwrap_or(self.canvas);
    }

    fn put(&mut self, text: &str, source: Option<&str>, path: Option<&Path>) -> Result<Snapshot, Fault> {
        if let Some(at) = self.shelf.iter().position(|open| open.text() == text) {
            self.current = at;
        } else {
            let mut open = Open::new(text, source, text == FIRST);
            if let Some(folder) = &self.folder {
                let loaded = Home::of(text, path, folder).load();
                (open.log, open.home, open.trouble) = (loaded.log, loaded.home, loaded.trouble);
            }
            if open.log.is_empty() {
                open.log = self.rules.inherited(open.reading());
            }
            open.log.pane.get_or_insert(self.canvas);
            // What was saved of a damaged log is in memory alone: it is not given up half-way.
            let never = Ticket::default();
            open.catch_up(self.canvas, if open.trouble.is_some() { &never } else { &self.ticket })?;
            self.shelf.push(open);
            self.current = self.shelf.len() - 1;
        }
        self.snapshot()
    }

    /// Changes the log of the article on view, and has it on disk before anything is answered.
    fn change(&mut self, how: impl FnOnce(&mut Open)) -> Result<Snapshot, Fault> {
        let canvas = self.canvas;
        let open = self.shelf.get_mut(self.current).ok_or_else(|| Fault::NotFound { id: String::new() })?;
        let before = open.edits().ruled;
        let log = open.log.clone();
        how(open);
        if let Err(stopped) = open.catch_up(canvas, &self.ticket) {
            open.log = log;
            return Err(stopped);
        }
        let mut trouble = None;
        if let Some(home) = &mut open.home {
            trouble = home.save(&open.text, &open.log).err();
        }
        let after = open.edits().ruled;
        trouble = trouble.or_else(|| self.rules.follow(&before, &after, self.folder.as_deref()).err());
        // A log without a home stays as unsafe as it was found.
        if open.home.is_some() || trouble.is_some() {
            open.trouble = trouble;
        }
        self.snapshot()
    }

    fn open(&self) -> Result<&Open, Fault> {
        self.shelf.get(self.current).ok_or_else(|| Fault::NotFound { id: String::new() })
    }

    fn snapshot(&mut self) -> Result<Snapshot, Fault> {
        self.revision += 1;
        let (language, revision) = (self.language(), self.revision);
        let shelf = self
            .shelf
            .iter()
            .map(|open| Shelved {
                id: open.reading().article.id.to_string(),
                name: article_name(&open.reading().article),
            })
            .collect();
        let open = self.open()?;
        let state = open.state(language, self.canvas, &[]);
        let reading = &state.edited.reading;
        let wiring = Wiring::new(reading, &state.edits, language);
        let names = names(open.reading(), &state.edits, language);
        let twins = suggest(reading, &state.edits);
        Ok(Snapshot {
            revision,
            shelf,
            article: wiring.article(open.sample),
            sentences: wiring.sentences(),
            entities: reading.entities.iter().map(|entity| wiring.entity(entity)).collect(),
            events: reading.events.iter().map(|event| wiring.event(event)).collect(),
            relations: reading.relations.iter().map(|relation| wiring.relation(relation)).collect(),
            notes: reading.notes.iter().map(|note| wiring.note(note)).collect(),
            touched: touched(&state.edited, &state.edits, &names),
            suggestions: twins.into_iter().filter_map(|twins| wiring.suggestion(twins)).collect(),
            rules: self.rules.all().to_vec(),
            history: history(&open.log, &state.unfit, open.trouble.clone(), &names, language),
            layout: state.edits.layout,
            focus: state.focus,
            scene: state.scene,
        })
    }
}

/// The command as it is kept: with the id of what it makes and the places of what it is about.
fn entry(open: &Open, mut command: Command, names: &std::collections::BTreeMap<String, String>) -> Entry {
    let reading = open.reading();
    let (article, edit) = (reading.article.id, open.log.done().len() as u32);
    let made = match &command {
        Command::AddNode { .. } => Some(model::EntityId::by_reader(article, edit).to_string()),
        Command::AddEvent { .. } => Some(model::EventId::by_reader(article, edit).to_string()),
        Command::AddRelation { .. } => Some(model::RelationId::by_reader(article, edit).to_string()),
        _ => None,
    };
    let text = &reading.article.text;
    let range = command.range_mut().copied();
    let words =
        range.and_then(|range| Offsets::of(text).span(text, range)).map(|span| span.of(text).to_owned());
    Entry { anchors: fit::anchors(reading, &command, names), command, made, words, pane: None }
}

fn too_large(error: draw::TooLarge) -> Fault {
    Fault::PictureTooLarge { limit: error.limit }
}
