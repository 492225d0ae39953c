//! How much two pictures are alike, and a file as Chromium draws it: for tests of figures, here and in `tests`.
#![allow(dead_code)] // Each test program uses its own part.

use std::process::Command;

/// Mean structural similarity of two grey pictures (Wang et al. 2004) over windows of 8 by 8 pixels.
pub(crate) fn similarity(one: &[f64], other: &[f64], width: usize) -> f64 {
    const C1: f64 = 6.5025;
    const C2: f64 = 58.5225;
    let height = one.len() / width;
    let (mut sum, mut windows) = (0.0, 0.0);
    for top in (0..height.saturating_sub(7)).step_by(4) {
        for left in (0..width.saturating_sub(7)).step_by(4) {
            let cells = || (0..8).flat_map(|y| (0..8).map(move |x| (top + y) * width + left + x));
            let mean = |of: &[f64]| cells().map(|at| of[at]).sum::<f64>() / 64.0;
            let (a, b) = (mean(one), mean(other));
            let spread = |x: &[f64], mx: f64, y: &[f64], my: f64| {
                cells().map(|at| (x[at] - mx) * (y[at] - my)).sum::<f64>() / 63.0
            };
            let (va, vb, both) =
                (spread(one, a, one, a), spread(other, b, other, b), spread(one, a, other, b));
            sum += (2.0 * a * b + C1) * (2.0 * both + C2) / ((a * a + b * b + C1) * (va + vb + C2));
            windows += 1.0;
        }
    }
    sum / windows
}

pub(crate) fn grey(pixels: &[u8], channels: usize) -> Vec<f64> {
    pixels
        .chunks_exact(channels)
        .map(|c| 0.299 * f64::from(c[0]) + 0.587 * f64::from(c[1]) + 0.114 * f64::from(c[2]))
        .collect()
}

/// A decoded PNG: its header, and its bytes of the first row.
pub(crate) fn opened(file: &[u8]) -> (png::Info<'static>, Vec<u8>) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(file)).read_info().expect("a PNG file");
    let mut pixels = vec![0; reader.output_buffer_size().expect("a small picture")];
    reader.next_frame(&mut pixels).expect("whole");
    reader.finish().expect("an end");
    (reader.info().clone(), pixels)
}

/// Says that a program is missing, which fails where it may not be.
pub(crate) fn passed_over(program: &str) {
    assert!(
        std::env::var_os("WARTAGRAF_READERS").is_none(),
        "{program} must be here (Debian: poppler-utils, chromium)"
    );
    println!("skipped: {program} is not on this machine (Debian: poppler-utils, chromium)");
}

/// The grey pixels of an SVG file as Chromium draws it, as large as this; none where it is not installed.
pub(crate) fn drawn_by_chromium(file: &str, (width, height): (u32, u32)) -> Option<Vec<f64>> {
    let program = std::env::var("CHROMIUM").unwrap_or_else(|_| "chromium".to_owned());
    let folder = std::env::temp_dir().join(format!("wartagraf-chromium-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let (page, shot) = (folder.join("page.html"), folder.join("shot.png"));
    std::fs::write(folder.join("figure.svg"), file).unwrap();
    // A side of a sheet may be a broken number of pixels; the PNG has a whole one.
    let html = format!(
        "<!doctype html><body style=\"margin:0\"><img src=\"figure.svg\" \
         style=\"display:block;width:{width}px;height:{height}px\">"
    );
    std::fs::write(&page, html).unwrap();
    let ended = Command::new(&program)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--hide-scrollbars",
            "--force-device-scale-factor=1",
        ])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .arg(format!("--window-size={width},{height}"))
        .arg(format!("--screenshot={}", shot.display()))
        .arg(format!("file://{}", page.display()))
        .output();
    let Ok(ended) = ended else {
        passed_over(&program);
        return None;
    };
    assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
    let (theirs, pixels) = opened(&std::fs::read(&shot).unwrap());
    let _ = std::fs::remove_dir_all(&folder);
    assert_eq!((width, height), (theirs.width, theirs.height));
    Some(grey(&pixels, if theirs.color_type == png::ColorType::Rgba { 4 } else { 3 }))
}
