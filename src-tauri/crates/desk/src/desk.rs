//! The desk: a shelf of open articles, one of them on view, and everything the reader can do with it.

use std::fmt::Write as _;

use draw::{Figure, Provenance};
use model::{Language, PartialDate};
use sha2::{Digest, Sha256};

use crate::input;
use crate::log::NAME_LIMIT;
use crate::open::{Open, State, language_of};
use crate::wire::{Command, Done, Fault, History, Picture, PictureFormat, Shelved, Snapshot, Theme};
use crate::wired::{Wiring, article_name, names};

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
}

impl Desk {
    /// An empty desk, for an interface in Indonesian and a pane of 704 by 625 pixels until it is told otherwise.
    pub fn new() -> Self {
        Self { canvas: (704.0, 625.0), ..Self::default() }
    }

    /// Reads the sample, here and now, and shows it.
    ///
    /// # Errors
    /// None in practice: the sample is a text.
    pub fn start(&mut self, language: &str, canvas: (f64, f64)) -> Result<Snapshot, Fault> {
        self.dress(language, canvas);
        self.put(FIRST, None, true)
    }

    /// Reads a pasted text; one that is open already is shown again instead.
    ///
    /// # Errors
    /// What [`crate::check_text`] says; the article on view stays.
    pub fn open_text(&mut self, text: &str, name: Option<&str>) -> Result<Snapshot, Fault> {
        input::check_text(text)?;
        self.put(text, name, text == FIRST)
    }

    /// Reads the bytes of a file.
    ///
    /// # Errors
    /// What [`crate::text_of`] says; the article on view stays.
    pub fn open_bytes(&mut self, name: &str, bytes: &[u8]) -> Result<Snapshot, Fault> {
        let text = input::text_of(bytes)?;
        self.put(text, Some(name), text == FIRST)
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
    /// [`Fault::NotFound`], [`Fault::BadName`], [`Fault::BadDate`]; nothing has changed then.
    pub fn perform(&mut self, command: Command) -> Result<Snapshot, Fault> {
        self.check(&command)?;
        let canvas = self.canvas;
        let open = self.open_mut()?;
        open.log.push(command);
        open.catch_up(canvas);
        self.snapshot()
    }

    /// Takes the last change back; with none, nothing happens.
    ///
    /// # Errors
    /// [`Fault::NotFound`] while no article is open.
    pub fn undo(&mut self) -> Result<Snapshot, Fault> {
        let canvas = self.canvas;
        let open = self.open_mut()?;
        open.log.undo();
        open.catch_up(canvas);
        self.snapshot()
    }

    /// Does the last undone change again.
    ///
    /// # Errors
    /// [`Fault::NotFound`] while no article is open.
    pub fn redo(&mut self) -> Result<Snapshot, Fault> {
        let canvas = self.canvas;
        let open = self.open_mut()?;
        open.log.redo();
        open.catch_up(canvas);
        self.snapshot()
    }

    /// Changes the interface's language or the pane. No node moves.
    ///
    /// # Errors
    /// [`Fault::NotFound`] while no article is open.
    pub fn show(&mut self, language: &str, canvas: (f64, f64)) -> Result<Snapshot, Fault> {
        self.dress(language, canvas);
        self.snapshot()
    }

    /// The bytes of a picture of the article on view, as it stands.
    ///
    /// # Errors
    /// [`Fault::PictureTooLarge`], [`Fault::BadDate`], [`Fault::NotFound`] while no article is open.
    pub fn picture(&self, picture: &Picture) -> Result<Vec<u8>, Fault> {
        let open = self.open()?;
        if let Some(text) = picture.read.as_ref().filter(|text| PartialDate::parse(text).is_none()) {
            return Err(Fault::BadDate { text: text.clone() });
        }
        let state = open.state(self.language(), self.canvas, &picture.hidden);
        let figure = Figure {
            provenance: Some(provenance(picture, open)),
            ..figure(picture, &state, self.language())
        };
        match picture.format {
            PictureFormat::Svg => Ok(draw::svg(&state.scene, &figure).into_bytes()),
            PictureFormat::Pdf => Ok(draw::pdf(&state.scene, &figure)),
            PictureFormat::Png => draw::png(&state.scene, &figure)
                .map_err(|draw::TooLarge { limit }| Fault::PictureTooLarge { limit }),
        }
    }

    /// Headline or first words of the article on view; empty while there is none.
    pub fn name(&self) -> String {
        self.open().map(|open| article_name(&open.reading().article)).unwrap_or_default()
    }

    fn language(&self) -> Language {
        self.language.unwrap_or(Language::Indonesian)
    }

    fn dress(&mut self, language: &str, (width, height): (f64, f64)) {
        self.language = language_of(language).or(self.language);
        // A pane that is being folded away reports nothing useful.
        if width.is_finite() && height.is_finite() && width >= 200.0 && height >= 150.0 {
            self.canvas = (width.min(8000.0), height.min(8000.0));
        }
    }

    fn put(&mut self, text: &str, source: Option<&str>, sample: bool) -> Result<Snapshot, Fault> {
        if let Some(at) = self.shelf.iter().position(|open| open.text() == text) {
            self.current = at;
        } else {
            self.shelf.push(Open::new(text, source, sample, self.canvas));
            self.current = self.shelf.len() - 1;
        }
        self.snapshot()
    }

    fn open(&self) -> Result<&Open, Fault> {
        self.shelf.get(self.current).ok_or_else(|| Fault::NotFound { id: String::new() })
    }

    fn open_mut(&mut self) -> Result<&mut Open, Fault> {
        self.shelf.get_mut(self.current).ok_or_else(|| Fault::NotFound { id: String::new() })
    }

    /// Whether the command makes sense on what is on view.
    fn check(&self, command: &Command) -> Result<(), Fault> {
        let open = self.open()?;
        if let Some(subject) = command.subject() {
            let known = names(open.reading(), &crate::log::Edits::of(open.log.done()), self.language());
            if !known.contains_key(subject) {
                return Err(Fault::NotFound { id: subject.to_owned() });
            }
        }
        match command {
            Command::Rename { name, .. } if name.trim().is_empty() || name.chars().count() > NAME_LIMIT => {
                Err(Fault::BadName { limit: NAME_LIMIT as u32 })
            }
            Command::Move { node, x, y } if !x.is_finite() || !y.is_finite() => {
                Err(Fault::NotFound { id: node.clone() })
            }
            Command::Describe { published: Some(text), .. } if PartialDate::parse(text).is_none() => {
                Err(Fault::BadDate { text: text.clone() })
            }
            Command::Describe { source: Some(text), .. } if text.chars().count() > NAME_LIMIT => {
                Err(Fault::BadName { limit: NAME_LIMIT as u32 })
            }
            _ => Ok(()),
        }
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
        let wiring = Wiring::new(&state.reading, &state.edits, language);
        let names = names(open.reading(), &state.edits, language);
        let done = |command: &Command| Done {
            command: command.verb().to_owned(),
            subject: command.subject().and_then(|subject| names.get(subject).cloned()),
        };
        Ok(Snapshot {
            revision,
            shelf,
            article: wiring.article(open.sample),
            sentences: wiring.sentences(),
            entities: state.reading.entities.iter().map(|entity| wiring.entity(entity)).collect(),
            events: state.reading.events.iter().map(|event| wiring.event(event)).collect(),
            relations: state.reading.relations.iter().map(|relation| wiring.relation(relation)).collect(),
            notes: state.reading.notes.iter().map(|note| wiring.note(note)).collect(),
            history: History {
                undo: open.log.last_done().map(done),
                redo: open.log.last_undone().map(done),
                unfit: state.unfit.iter().map(done).collect(),
            },
            scene: state.scene,
        })
    }
}

fn figure(picture: &Picture, state: &State, language: Language) -> Figure {
    Figure {
        dark: picture.theme == Theme::Dark,
        transparent: picture.transparent,
        title: picture.title.clone(),
        credit: picture.credit.clone(),
        legend: picture.legend,
        hidden: picture.hidden.iter().cloned().collect(),
        scale: picture.scale,
        width: picture.width,
        centimetres: picture.centimetres,
        dpi: picture.dpi,
        language,
        description: description(state, language),
        provenance: None,
    }
}

fn provenance(picture: &Picture, open: &Open) -> Provenance {
    let mut sha256 = String::with_capacity(64);
    for byte in Sha256::digest(open.text()) {
        let _ = write!(sha256, "{byte:02x}");
    }
    Provenance {
        sha256,
        title: article_name(&open.reading().article),
        read: picture.read.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// Alternative text: what the figure shows, in one sentence.
fn description(state: &State, language: Language) -> String {
    let (entities, events) = (state.reading.entities.len(), state.reading.events.len());
    let name = article_name(&state.reading.article);
    if language == Language::Indonesian {
        format!("Graf berita “{name}”: {entities} aktor dan tempat, {events} peristiwa.")
    } else {
        format!("News graph of “{name}”: {entities} actors and places, {events} events.")
    }
}
