//! Screenshots of the window, taken from the display: WebKit's own hang without a graphics card.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use crate::driver::Window;
use crate::journey::sample_shown;
use crate::page::Page;
use crate::{Outcome, Run};

/// Sizes that must look composed.
const SIZES: [(u32, u32); 2] = [(1280, 800), (1920, 1080)];

/// The pictures of the repository: both sizes, both themes, in Indonesian; one selected, one in English.
pub(crate) async fn shoot(run: &Run) -> Outcome {
    for (width, height) in SIZES {
        let home = run.program.with_file_name("screens-home");
        let window = Window::open_sized(&run.program, (width, height), &home, &run.out).await?;
        let page = &window.page;
        let pictures = async {
            sample_shown(page).await?;
            let inside = page.number("innerWidth * 10000 + innerHeight").await? as u32;
            if inside != width * 10_000 + height {
                return Err(format!("the window is {} x {}", inside / 10_000, inside % 10_000));
            }
            tokio::time::sleep(Duration::from_millis(600)).await;
            for theme in ["light", "dark"] {
                face(page, theme, "id").await?;
                shot(&run.out.join(format!("window-{theme}-{width}x{height}.png")), width, height)?;
            }
            face(page, "light", "id").await
        };
        let outcome = pictures.await;
        window.close().await?;
        outcome?;
    }
    Ok(())
}

/// Every theme in every language, at both sizes, into `out`: for the eye.
pub(crate) async fn all_faces(page: &Page, out: &Path) -> Outcome {
    for (width, height) in SIZES {
        page.resize(width, height).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        for theme in ["light", "dark"] {
            for language in ["id", "en"] {
                face(page, theme, language).await?;
                shot(&out.join(format!("{theme}-{language}-{width}x{height}.png")), width, height)?;
            }
        }
    }
    page.resize(SIZES[0].0, SIZES[0].1).await
}

/// Presses the two switches until the window wears this face.
pub(crate) async fn face(page: &Page, theme: &str, language: &str) -> Outcome {
    let language_button = format!("[data-language={language}]");
    for (button, worn, wanted) in [
        ("[data-action=theme]", "document.documentElement.dataset.theme", theme),
        (language_button.as_str(), "document.documentElement.lang", language),
    ] {
        if page.text(worn).await? != wanted {
            page.click(button).await?;
            page.until(&format!("the window wears {wanted}"), &format!("{worn} === {wanted:?}")).await?;
        }
    }
    // The pointer goes off the buttons, so that no tooltip is in the picture; then the transitions end.
    page.rest().await?;
    tokio::time::sleep(Duration::from_millis(450)).await;
    Ok(())
}

/// Writes what is on the display's upper left corner, this large.
pub(crate) fn shot(file: &Path, width: u32, height: u32) -> Outcome {
    let crop = format!("{width}x{height}+0+0");
    let status =
        Command::new("import").args(["-window", "root", "-crop", &crop, "+repage"]).arg(file).status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("`import` ended with {status}")),
        Err(error) => Err(format!("`import` cannot be started: {error}")),
    }
}
