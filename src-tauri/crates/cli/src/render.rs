//! `warta render`: an article in, a picture out.

use desk::wire::Command;

use crate::args::Render;
use crate::extract::{bytes, shown};
use crate::faults::Problem;

/// The pane of a window of 1280 by 800, so that a picture is the figure that the window shows.
const CANVAS: (f64, f64) = (704.0, 625.0);

pub(crate) fn run(task: Render) -> Result<(), Problem> {
    let subject = || shown(&task.input);
    let bytes = bytes(&task.input).map_err(Problem::refused(subject()))?;
    let mut desk = desk::Desk::new();
    let name = task.input.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    // The language of the interface is set before the first figure is made; there is nothing to show yet.
    let _ = desk.show(&task.interface, CANVAS);
    desk.open_bytes(&name, &bytes).map_err(Problem::refused(subject()))?;
    if task.language.is_some() || task.published.is_some() {
        let describe = Command::Describe {
            published: task.published.map(|date| date.to_string()),
            language: task.language.map(|language| language.code().to_owned()),
            source: None,
        };
        desk.perform(describe).map_err(Problem::refused(subject()))?;
        desk.perform(Command::Arrange).map_err(Problem::refused(subject()))?;
    }
    let mut picture = task.picture;
    picture.title = picture.title.or_else(|| Some(desk.name()));
    let bytes = desk.picture(&picture).map_err(Problem::refused("picture"))?;
    desk::write_whole(&task.output, &bytes).map(|_| ()).map_err(Problem::refused("output"))
}
