//! Figures of whole articles: the SVG as a browser draws it beside our own PNG.

#[path = "../../src-tauri/crates/draw/tests/likeness/mod.rs"]
mod likeness;

use likeness::{drawn_by_chromium, grey, opened, similarity};
use wartagraf_tests::drawing::texts;
use wartagraf_tests::{root, run_warta, scratch};

/// `cargo xtask test --long` runs it: a browser starts for each of the sample and the four articles of the gallery in each
/// of three themes.
#[test]
#[ignore = "starts Chromium fifteen times"]
fn the_svg_of_an_article_drawn_by_chromium_looks_like_its_png() {
    let folder = scratch("alike");
    let mut articles = vec![root().join("src-tauri/sample/article-id.txt")];
    articles.extend(texts(&root().join("ui/src/panels/gallery/articles")));
    assert_eq!(articles.len(), 5);
    for (theme, halos) in [("light", false), ("dark", true), ("print", false)] {
        for article in &articles {
            let file = |name: &str| {
                let mut args =
                    vec!["render", article.to_str().expect("a plain path"), "-o", name, "--theme", theme];
                args.extend(["--scale", "1", "--notes"]);
                args.extend(halos.then_some("--halos"));
                let ended = run_warta(&folder, &args, b"");
                assert!(ended.status.success(), "{}", String::from_utf8_lossy(&ended.stderr));
                std::fs::read(folder.join(name)).expect("a figure")
            };
            let (info, ours) = opened(&file("figure.png"));
            let svg = String::from_utf8(file("figure.svg")).expect("text");
            let Some(theirs) = drawn_by_chromium(&svg, (info.width, info.height)) else { return };
            let alike = similarity(&grey(&ours, 3), &theirs, info.width as usize);
            let name = article.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            println!("{name}, {theme}, {} x {}: {alike:.4}", info.width, info.height);
            assert!(alike >= 0.98, "{name}, {theme}: {alike:.4}");
        }
    }
}
