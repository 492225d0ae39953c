//! Files opened by other programs than ours: the painter of another library and, where they are installed, poppler's and
//! Chromium. `WARTAGRAF_READERS=1` is for where they must be: then none is passed over.

mod likeness;
mod small;

use std::process::Command;

use draw::{Figure, Theme};
use likeness::{drawn_by_chromium, grey, opened, passed_over, similarity};
use small::scene;

#[test]
fn the_png_looks_like_the_svg_painted_by_another_library() {
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        let figure = Figure { theme, scale: 2.0, title: Some("Siapa — apa".into()), ..Figure::default() };
        let (info, ours) = opened(&draw::png(&scene(), &figure).unwrap());
        let file = draw::svg(&scene(), &figure);
        let tree = resvg::usvg::Tree::from_str(&file, &resvg::usvg::Options::default()).unwrap();
        let mut theirs = resvg::tiny_skia::Pixmap::new(info.width, info.height).unwrap();
        resvg::render(&tree, resvg::tiny_skia::Transform::from_scale(2.0, 2.0), &mut theirs.as_mut());
        let alike = similarity(&grey(&ours, 3), &grey(theirs.data(), 4), info.width as usize);
        assert!(alike >= 0.98, "{theme:?}: {alike:.4}");
    }
}

#[test]
fn two_pictures_that_differ_are_not_alike() {
    let of = |theme| {
        let (info, pixels) = opened(&draw::png(&scene(), &Figure { theme, ..Figure::default() }).unwrap());
        (info.width as usize, grey(&pixels, 3))
    };
    let ((width, light), (_, dark)) = (of(Theme::Light), of(Theme::Dark));
    assert!(similarity(&light, &dark, width) < 0.5);
}

/// What a program of poppler says about a PDF; none where it is not installed.
fn poppler(program: &str, file: &[u8], args: &[&str]) -> Option<String> {
    let path = std::env::temp_dir().join(format!("wartagraf-{program}-{}.pdf", std::process::id()));
    std::fs::write(&path, file).unwrap();
    let told = Command::new(program).arg(&path).args(args).output().ok();
    std::fs::remove_file(&path).unwrap();
    let Some(told) = told else {
        passed_over(program);
        return None;
    };
    assert!(told.status.success(), "{}", String::from_utf8_lossy(&told.stderr));
    Some(String::from_utf8_lossy(&told.stdout).into_owned())
}

#[test]
fn poppler_reads_the_words_of_a_pdf_and_finds_every_face_embedded() {
    let figure = Figure {
        title: Some("Kesepakatan — naïf".into()),
        description: "Satu klaim: <Satu> menyerang Dua.".into(),
        ..Figure::default()
    };
    let file = draw::pdf(&scene(), &figure);
    let Some(words) = poppler("pdftotext", &file, &["-"]) else { return };
    for told in ["Kesepakatan — naïf", "menyerang (mungkin)", "Negeri Dua"] {
        assert!(words.contains(told), "{told} in {words}");
    }
    let faces = poppler("pdffonts", &file, &[]).expect("it comes with the other");
    let rows: Vec<&str> = faces.lines().skip(2).collect();
    assert!(!rows.is_empty());
    for row in rows {
        // Columns from the right: object, generation, unicode, subset, embedded.
        let columns: Vec<&str> = row.split_whitespace().rev().collect();
        assert_eq!(columns[2..5], ["yes", "yes", "yes"], "{row}");
    }
    let about = poppler("pdfinfo", &file, &["-struct"]).unwrap_or_default();
    assert!(about.contains("Figure"), "{about}");
    let page = poppler("pdfinfo", &file, &[]).unwrap_or_default();
    assert!(page.lines().any(|line| line.starts_with("Pages:") && line.ends_with(" 1")), "{page}");
    let document = lopdf::Document::load_mem(&file).unwrap();
    let told = document.objects.values().filter_map(|object| object.as_dict().ok()?.get(b"Alt").ok());
    assert_eq!(told.count(), 1, "the figure has an alternative text");
}

/// The page as poppler paints it, `dots` pixels an inch; none where it is not installed.
fn painted_by_poppler(file: &[u8], dots: u32) -> Option<(png::Info<'static>, Vec<u8>)> {
    let stem = std::env::temp_dir().join(format!("wartagraf-pdftoppm-{}", std::process::id()));
    let (page, picture) = (stem.with_extension("pdf"), stem.with_extension("png"));
    std::fs::write(&page, file).unwrap();
    let args = ["-png".to_owned(), "-singlefile".to_owned(), "-r".to_owned(), dots.to_string()];
    let ended = Command::new("pdftoppm").args(args).arg(&page).arg(&stem).status().ok();
    std::fs::remove_file(&page).unwrap();
    let Some(ended) = ended else {
        passed_over("pdftoppm");
        return None;
    };
    assert!(ended.success());
    let found = opened(&std::fs::read(&picture).unwrap());
    std::fs::remove_file(&picture).unwrap();
    Some(found)
}

#[test]
fn the_pdf_painted_by_poppler_looks_like_the_png() {
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        let figure = Figure { theme, scale: 2.0, title: Some("Siapa — apa".into()), ..Figure::default() };
        let (info, ours) = opened(&draw::png(&scene(), &figure).unwrap());
        let Some((theirs, pixels)) = painted_by_poppler(&draw::pdf(&scene(), &figure), 192) else { return };
        assert_eq!((info.width, info.height), (theirs.width, theirs.height));
        let alike = similarity(&grey(&ours, 3), &grey(&pixels, 3), info.width as usize);
        assert!(alike >= 0.96, "{theme:?}: {alike:.4}");
    }
}

/// `cargo xtask test` runs it: the quick round starts no browser.
#[test]
#[ignore = "starts Chromium"]
fn the_svg_drawn_by_chromium_looks_like_the_png() {
    let mut wide = scene();
    wide.bounds.w = 640.0;
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        let figure = Figure { theme, title: Some("Siapa — apa".into()), ..Figure::default() };
        let (info, ours) = opened(&draw::png(&wide, &figure).unwrap());
        let file = draw::svg(&wide, &figure);
        let Some(theirs) = drawn_by_chromium(&file, (info.width, info.height)) else { return };
        let alike = similarity(&grey(&ours, 3), &theirs, info.width as usize);
        println!("{theme:?}: {alike:.4}");
        assert!(alike >= 0.98, "{theme:?}: {alike:.4}");
    }
}

/// A second in release, many in debug: `cargo xtask test --long` runs it.
#[test]
#[ignore = "12,000 pixels a side take long in debug"]
fn a_poster_of_twelve_thousand_pixels_is_the_small_picture_in_large() {
    let figure = Figure { width: Some(12_000), proportions: Some((1.0, 1.0)), ..Figure::default() };
    let (info, large) = opened(&draw::png(&scene(), &figure).unwrap());
    assert_eq!((info.width, info.height), (12_000, 12_000));
    let (info, small) = opened(&draw::png(&scene(), &Figure { width: Some(600), ..figure.clone() }).unwrap());
    let wide = info.width as usize;
    // Each small pixel is the mean of twenty by twenty large ones.
    let mean = |at: usize, channel: usize| {
        let (x, y) = (at % wide * 20, at / wide * 20);
        let sum: u64 = (0..20)
            .flat_map(|dy| (0..20).map(move |dx| ((y + dy) * 12_000 + x + dx) * 3 + channel))
            .map(|at| u64::from(large[at]))
            .sum();
        sum as f64 / 400.0
    };
    let averaged: Vec<u8> = (0..small.len()).map(|at| mean(at / 3, at % 3).round() as u8).collect();
    let alike = similarity(&grey(&averaged, 3), &grey(&small, 3), wide);
    assert!(alike >= 0.95, "{alike:.4}");
}
