//! `warta render`: an article in, a picture out.

use std::path::PathBuf;

use desk::wire::{
    Command, Fault, Layout, Picture, PictureFormat, PictureTheme, Scope, Shape, Snapshot, Words,
};
use lexopt::prelude::{Long, Short, Value};

use crate::args::{HELP, Render, Task, choice, date, language, number, word};
use crate::extract::{bytes, shown};
use crate::faults::Problem;

/// The pane of a window of 1280 by 800, so that a picture without a preset is the figure that the window shows.
const CANVAS: (f64, f64) = (704.0, 625.0);

/// The command line after `render`.
pub(crate) fn options(parser: &mut lexopt::Parser) -> Result<Task, Problem> {
    let (mut input, mut output, mut scale, mut dots) = (None, None, None, None);
    let mut picture = Picture::default();
    let (mut interface, mut read_in, mut published, mut only) = ("id", None, None, Vec::new());
    let (mut order, mut focus) = (Layout::Stress, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Task::Help(HELP)),
            Value(path) if input.is_none() => input = Some(PathBuf::from(path)),
            Short('o') | Long("output") => output = Some(PathBuf::from(parser.value()?)),
            Long("scale") => scale = Some(number(parser, "--scale", 0.25, 8.0)?),
            Long("width") => picture.width = Some(number(parser, "--width", 100.0, 12_000.0)? as u32),
            Long("cm") => picture.centimetres = Some(number(parser, "--cm", 1.0, 424.0)?),
            Long("dpi") => dots = Some(number(parser, "--dpi", 36.0, 1200.0)? as u32),
            Long("preset") => picture.shape = choice(parser, "--preset", &PRESETS)?,
            Long("theme") => picture.theme = choice(parser, "--theme", &THEMES)?,
            Long("background") => {
                picture.transparent =
                    choice(parser, "--background", &[("paper", false), ("transparent", true)])?;
            }
            Long("text") => {
                let words = [("outlines", Words::Outlines), ("real", Words::Text)];
                picture.words = choice(parser, "--text", &words)?;
            }
            Long("interface") => interface = choice(parser, "--interface", &[("id", "id"), ("en", "en")])?,
            Long("title") => picture.title = Some(word(parser)?),
            Long("date") => picture.date = Some(word(parser)?),
            Long("credit") => picture.credit = Some(word(parser)?),
            Long("no-legend") => picture.legend = false,
            Long("notes") => picture.notes = true,
            Long("halos") => picture.halos = true,
            Long("layout") => order = choice(parser, "--layout", &Layout::ALL)?,
            Long("focus") => focus = Some(word(parser)?),
            Long("only") => only.push(word(parser)?),
            Long("language") => read_in = language(&word(parser)?)?,
            Long("published") => published = Some(date("--published", &word(parser)?)?),
            Long("read") => picture.read = Some(date("--read", &word(parser)?)?.to_string()),
            other => return Err(other.unexpected().into()),
        }
    }
    let sizes = [scale.is_some(), picture.width.is_some(), picture.centimetres.is_some()];
    match sizes.into_iter().filter(|given| *given).count() {
        0 => preset(&mut picture),
        1 => picture.scale = scale.unwrap_or(picture.scale),
        _ => return Err(Problem::Usage("--scale, --width and --cm exclude one another".to_owned())),
    }
    picture.dpi = dots.unwrap_or(picture.dpi);
    if focus.is_some() && order != Layout::Radial {
        return Err(Problem::Usage("--focus goes with --layout radial".to_owned()));
    }
    let input = input.ok_or_else(|| Problem::Usage("render needs an article".to_owned()))?;
    let output =
        output.ok_or_else(|| Problem::Usage("render needs -o OUT.svg, OUT.png or OUT.pdf".to_owned()))?;
    picture.format =
        match output.extension().and_then(|end| end.to_str()).map(str::to_ascii_lowercase).as_deref() {
            Some("svg") => PictureFormat::Svg,
            Some("png") => PictureFormat::Png,
            Some("pdf") => PictureFormat::Pdf,
            _ => return Err(Problem::Usage(format!("{} must end in .svg, .png or .pdf", output.display()))),
        };
    let interface = interface.to_owned();
    let task = Render { input, output, picture, only, order, focus, interface, language: read_in, published };
    Ok(Task::Render(Box::new(task)))
}

const PRESETS: [(&str, Shape); 5] = [
    ("story", Shape::Story),
    ("a4-landscape", Shape::Landscape),
    ("a4-portrait", Shape::Portrait),
    ("square", Shape::Square),
    ("poster", Shape::Poster),
];

const THEMES: [(&str, PictureTheme); 3] =
    [("light", PictureTheme::Light), ("dark", PictureTheme::Dark), ("print", PictureTheme::Print)];

/// The size that a preset means where none is given.
fn preset(picture: &mut Picture) {
    let (pixels, paper) = match picture.shape {
        Shape::Free => return,
        Shape::Story => (Some(1920), None),
        Shape::Square => (Some(2000), None),
        Shape::Landscape => (None, Some(29.7)),
        Shape::Portrait => (None, Some(21.0)),
        Shape::Poster => (None, Some(84.1)),
    };
    (picture.width, picture.centimetres) = (pixels, paper);
    if paper.is_some() {
        picture.dpi = 300;
    }
}

pub(crate) fn run(task: Render) -> Result<(), Problem> {
    let subject = || shown(&task.input);
    let bytes = bytes(&task.input).map_err(Problem::refused(subject()))?;
    let mut desk = desk::Desk::new();
    let name = task.input.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    // The language of the interface is set before the first figure is made; there is nothing to show yet.
    let _ = desk.show(&task.interface, CANVAS);
    let mut shown = desk.open_bytes(&name, &bytes).map_err(Problem::refused(subject()))?;
    if task.language.is_some() || task.published.is_some() {
        let describe = Command::Describe {
            published: task.published.map(|date| date.to_string()),
            language: task.language.map(|language| language.code().to_owned()),
            source: None,
        };
        desk.perform(describe).map_err(Problem::refused(subject()))?;
        shown = desk.perform(Command::Arrange).map_err(Problem::refused(subject()))?;
    }
    if task.order != Layout::Stress {
        let found = task.focus.as_ref().map(|name| found(name, &shown)).transpose();
        let focus = found.map_err(Problem::refused("--focus"))?.and_then(|ids| ids.into_iter().next());
        let order = Command::SetLayout { layout: task.order, focus };
        shown = desk.perform(order).map_err(Problem::refused(subject()))?;
    }
    let mut picture = task.picture;
    picture.title = picture.title.or_else(|| Some(desk.headline()));
    if !task.only.is_empty() {
        picture.scope = Scope::Selection;
        for wanted in &task.only {
            picture.selected.extend(found(wanted, &shown).map_err(Problem::refused("--only"))?);
        }
    }
    let bytes = desk.picture(&picture).map_err(Problem::refused("picture"))?;
    desk::write_whole(&task.output, &bytes).map(|_| ()).map_err(Problem::refused("output"))
}

/// The ids of what has this id, name or alias, whatever its case.
fn found(wanted: &str, shown: &Snapshot) -> Result<Vec<String>, Fault> {
    let same = |name: &String| name.to_lowercase() == wanted.trim().to_lowercase();
    let entities = shown
        .entities
        .iter()
        .filter(|entity| entity.id == wanted || same(&entity.name) || entity.aliases.iter().any(same));
    let events = shown.events.iter().filter(|event| event.id == wanted || same(&event.label));
    let ids: Vec<String> =
        entities.map(|entity| entity.id.clone()).chain(events.map(|event| event.id.clone())).collect();
    if ids.is_empty() { Err(Fault::NotFound { id: wanted.to_owned() }) } else { Ok(ids) }
}
