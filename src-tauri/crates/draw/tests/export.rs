//! The files made from a scene, opened again: what they show, what they say, how large they are.

mod likeness;
mod small;

use draw::scene::{Halo, HaloName, Legend, Rect, Stroke};
use draw::{Figure, Provenance, Scene, Theme, TooLarge};
use likeness::opened;
use small::scene;

#[test]
fn the_same_figure_is_the_same_bytes() {
    let figure = Figure { title: Some("Judul".into()), ..Figure::default() };
    assert_eq!(draw::svg(&scene(), &figure), draw::svg(&scene(), &figure));
    assert_eq!(draw::png(&scene(), &figure), draw::png(&scene(), &figure));
}

#[test]
fn words_are_in_the_file_as_text_and_cannot_break_it() {
    let figure = Figure {
        title: Some("Siapa <script>alert(1)</script> & \"apa\" \u{202e}kilabret\u{0}".into()),
        credit: Some("Sumber: 'Koran' <a>".into()),
        description: "Satu & dua\u{ffff}".into(),
        ..Figure::default()
    };
    let file = draw::svg(&scene(), &figure);
    assert!(file.contains(
        "<title>Siapa &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;apa&quot; kilabret</title>"
    ));
    assert!(file.contains("<desc>Satu &amp; dua</desc>"));
    assert!(file.contains("aria-label=\"Negeri &lt;Satu&gt; &amp; &quot;kawan&quot;\""));
    assert!(
        file.contains("aria-label=\"Negeri Dua\"")
            && file.contains("aria-label=\"Sumber: &#39;Koran&#39; &lt;a&gt;\"")
    );
    assert!(
        !file.contains("<script")
            && !file.contains('\u{202e}')
            && !file.contains('\u{0}')
            && !file.contains("NaN")
    );
    assert!(resvg::usvg::Tree::from_str(&file, &resvg::usvg::Options::default()).is_ok());
}

#[test]
fn nothing_is_fetched_and_no_font_is_asked_for() {
    let file = draw::svg(&scene(), &Figure::default());
    assert_eq!(file.matches("http").count(), 1, "the namespace alone");
    assert!(!file.contains("<text") && !file.contains("font") && !file.contains("href"));
}

#[test]
fn a_status_is_kept_in_every_dress() {
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        for legend in [false, true] {
            let file = draw::svg(&scene(), &Figure { theme, legend, ..Figure::default() });
            assert!(file.contains("(mungkin)"));
            assert!(
                file.contains("stroke-dasharray=\".1 4.6\"") && file.contains("stroke-dasharray=\"2 1.5\"")
            );
            assert!(file.contains("opacity=\".7\""));
            assert_eq!(file.contains("aria-label=\"Mungkin\""), legend);
        }
    }
}

#[test]
fn a_hidden_node_takes_its_lines_with_it_and_a_hidden_claim_leaves_its_actors() {
    let without =
        |id: &str| draw::svg(&scene(), &Figure { hidden: [id.to_owned()].into(), ..Figure::default() });
    let gone = without("dua");
    assert!(!gone.contains("Negeri Dua") && gone.matches("data-claim").count() == 1);
    let gone = without("serang");
    assert!(!gone.contains("menyerang") && !gone.contains("data-claim") && gone.contains("Negeri Dua"));
}

#[test]
fn labels_that_give_way_at_fit_are_left_out_unless_no_other_is_there() {
    let mut scene = scene();
    scene.nodes[0].label.shown = false;
    assert!(!draw::svg(&scene, &Figure::default()).contains("Negeri &lt;Satu"));
    scene.nodes.iter_mut().for_each(|node| node.label.shown = false);
    assert!(draw::svg(&scene, &Figure::default()).contains("Negeri &lt;Satu"));
}

#[test]
fn a_png_has_the_asked_width_and_says_its_dots_and_words() {
    let figure = Figure {
        width: Some(1234),
        dpi: 300,
        title: Some("Judul — naïf".into()),
        credit: Some("Koran".into()),
        ..Figure::default()
    };
    let (info, _) = opened(&draw::png(&scene(), &figure).unwrap());
    assert_eq!(info.width, 1234);
    let dots = info.pixel_dims.expect("a pHYs chunk");
    assert_eq!((dots.xppu, dots.yppu, dots.unit), (11811, 11811, png::Unit::Meter));
    let words: Vec<(String, String)> =
        info.utf8_text.iter().map(|chunk| (chunk.keyword.clone(), chunk.get_text().unwrap())).collect();
    assert!(words.contains(&("Title".into(), "Judul — naïf".into())));
    assert!(words.contains(&("Source".into(), "Koran".into())));
    assert!(words.contains(&("Software".into(), "Wartagraf".into())));
}

#[test]
fn twice_the_scale_is_twice_the_pixels() {
    let side = |scale| opened(&draw::png(&scene(), &Figure { scale, ..Figure::default() }).unwrap()).0.size();
    let (one, two) = (side(1.0), side(2.0));
    assert_eq!((one.0 * 2, one.1 * 2), two);
    assert_eq!(side(f64::NAN), one);
}

#[test]
fn a_transparent_picture_has_no_ground_and_another_has_the_canvas() {
    let transparent = Figure { transparent: true, ..Figure::default() };
    let (info, pixels) = opened(&draw::png(&scene(), &transparent).unwrap());
    assert_eq!(info.color_type, png::ColorType::Rgba);
    assert_eq!(pixels[3], 0);
    assert!(pixels.chunks(4).any(|pixel| pixel[3] == 255));
    let (_, pixels) =
        opened(&draw::png(&scene(), &Figure { theme: Theme::Dark, ..Figure::default() }).unwrap());
    assert_eq!(pixels[..3], [0x12, 0x16, 0x1b]);
}

#[test]
fn a_picture_that_is_too_large_is_a_typed_error() {
    let figure = Figure { width: Some(12_001), ..Figure::default() };
    assert_eq!(draw::png(&scene(), &figure), Err(TooLarge { limit: 12_000 }));
    let mut tall = scene();
    tall.bounds.h = 5000.0;
    assert_eq!(
        draw::png(&tall, &Figure { scale: 8.0, ..Figure::default() }),
        Err(TooLarge { limit: 12_000 })
    );
}

#[test]
fn halos_are_painted_first_where_they_are_asked_for_and_not_for_who_is_left_out() {
    let mut scene = scene();
    let stroke = |width| Stroke { color: "sunk", width, dash: Vec::new(), round: true };
    let label = scene.nodes[0].label.clone();
    scene.halos = vec![Halo {
        country: "IDN".into(),
        nodes: vec!["satu".into(), "dua".into()],
        links: vec![["satu".into(), "dua".into()]],
        strokes: vec![stroke(52.0)],
        name: Some(HaloName { of: "satu".into(), label }),
    }];
    let bare = Scene { halos: Vec::new(), ..scene.clone() };
    assert_eq!(draw::svg(&scene, &Figure::default()), draw::svg(&bare, &Figure::default()), "not asked for");
    let asked = Figure { halos: true, ..Figure::default() };
    let svg = draw::svg(&scene, &asked);
    let (both, one) = ("M0 0h.01M200 100h.01M0 0L200 100", "M200 100h.01");
    let ground = svg.find(both).expect("the ground of both");
    assert!(
        ground < svg.find("data-claim").expect("a line") && ground < svg.find("data-node").expect("a node")
    );
    let left = Figure { hidden: ["satu".to_owned()].into(), ..asked.clone() };
    let svg = draw::svg(&scene, &left);
    assert!(svg.contains(one) && !svg.contains(both));
    // The same to PNG and PDF as to SVG: something is painted that was not.
    assert_ne!(draw::png(&scene, &asked), draw::png(&bare, &asked));
    assert_ne!(draw::pdf(&scene, &asked), draw::pdf(&bare, &asked));
}

#[test]
fn an_empty_scene_is_still_a_picture() {
    let empty = Scene {
        bounds: Rect::default(),
        halos: Vec::new(),
        guides: Vec::new(),
        edges: Vec::new(),
        nodes: Vec::new(),
        legend: Legend::default(),
    };
    assert!(draw::png(&empty, &Figure::default()).is_ok());
    assert!(reopened(&draw::pdf(&empty, &Figure::default())).2);
}

fn made() -> Provenance {
    Provenance {
        sha256: "ab".repeat(32),
        title: "Rapat <darurat> & \"damai\"\u{202e}\u{0}".into(),
        read: Some("2031-02-03".into()),
        version: "9.8.7".into(),
    }
}

#[test]
fn a_figure_says_what_it_was_made_from() {
    let figure = Figure { provenance: Some(made()), ..Figure::default() };
    let file = draw::svg(&scene(), &figure);
    let tree = resvg::usvg::roxmltree::Document::parse(&file).expect("well formed");
    let told = tree.descendants().find(|node| node.has_tag_name("provenance")).expect("a provenance");
    let said = |name| told.attribute(name).expect("an attribute");
    assert_eq!(said("article-sha256"), "ab".repeat(32));
    assert_eq!(said("article-title"), "Rapat <darurat> & \"damai\"");
    assert_eq!((said("read"), said("version")), ("2031-02-03", "9.8.7"));
    let (info, _) = opened(&draw::png(&scene(), &figure).unwrap());
    let word = |name: &str| {
        let chunk = info.utf8_text.iter().find(|chunk| chunk.keyword == name);
        chunk.map(|chunk| chunk.get_text().unwrap())
    };
    assert_eq!(word("Article SHA-256"), Some("ab".repeat(32)));
    assert_eq!(word("Article title").as_deref(), Some("Rapat <darurat> & \"damai\""));
    assert_eq!(word("Date read").as_deref(), Some("2031-02-03"));
    assert_eq!(word("Software").as_deref(), Some("Wartagraf 9.8.7"));
}

#[test]
fn a_width_on_paper_is_that_many_pixels_at_its_dots_per_inch() {
    let wide = |centimetres, dpi| {
        let figure = Figure { centimetres: Some(centimetres), dpi, ..Figure::default() };
        draw::png(&scene(), &figure).map(|file| opened(&file).0.width)
    };
    assert_eq!(wide(12.7, 300), Ok(1500));
    assert_eq!(wide(2.54, 72), Ok(72));
    assert_eq!(wide(200.0, 600), Err(TooLarge { limit: 12_000 }));
    assert_eq!(wide(f64::NAN, 96), wide(f64::INFINITY, 96), "no width is the width at the scale");
}

#[test]
fn a_name_of_ten_thousand_characters_is_in_a_file_that_parses() {
    let mut scene = scene();
    scene.nodes[0].label.lines[0].text = "<\u{7}\u{2067}\"'&".repeat(10_000 / 6);
    let file = draw::svg(&scene, &Figure { provenance: Some(made()), ..Figure::default() });
    assert!(resvg::usvg::Tree::from_str(&file, &resvg::usvg::Options::default()).is_ok());
    assert!(!file.contains('\u{2067}') && !file.contains('\u{7}'));
    assert!(draw::png(&scene, &Figure::default()).is_ok());
}

/// A PDF read by another's reader: its words, its page's width in points, and whether every face is embedded.
fn reopened(file: &[u8]) -> (String, f32, bool) {
    let document = lopdf::Document::load_mem(file).expect("a PDF file");
    let pages = document.get_pages();
    assert_eq!(pages.len(), 1);
    let page = document.get_dictionary(pages[&1]).expect("a page");
    let sides = page.get(b"MediaBox").and_then(lopdf::Object::as_array).expect("a page has a size");
    let mut faces =
        document.objects.values().filter_map(|object| object.as_dict().ok()).filter(|dictionary| {
            dictionary
                .get(b"Type")
                .and_then(lopdf::Object::as_name)
                .is_ok_and(|name| name == b"FontDescriptor")
        });
    let embedded = faces.all(|face| face.has(b"FontFile2") || face.has(b"FontFile3"));
    let words = pdf_extract::extract_text_from_mem(file).expect("text");
    (words, sides[2].as_float().expect("a number"), embedded)
}

#[test]
fn a_pdf_has_one_page_whose_words_and_statuses_are_text_in_embedded_faces() {
    for theme in [Theme::Light, Theme::Dark, Theme::Print] {
        let figure = Figure { theme, title: Some("Kesepakatan — naïf".into()), ..Figure::default() };
        let file = draw::pdf(&scene(), &figure);
        assert_eq!(file, draw::pdf(&scene(), &figure));
        let (words, _, embedded) = reopened(&file);
        for told in ["Kesepakatan — naïf", "Negeri <Satu> & \"kawan\"", "menyerang (mungkin)", "Diserukan"]
        {
            assert_eq!(words.matches(told).count(), 1, "{told} in {words}");
        }
        assert!(embedded);
    }
}

#[test]
fn a_page_is_as_wide_as_asked_and_no_longer_than_readers_open() {
    let wide = |centimetres| reopened(&draw::pdf(&scene(), &Figure { centimetres, ..Figure::default() })).1;
    assert!((wide(Some(25.4)) - 720.0).abs() < 0.1);
    assert!((wide(None) - 408.0 * 0.75).abs() < 0.1);
    assert!(wide(Some(1e9)) <= 14_400.5);
    assert!((wide(Some(f64::NAN)) - wide(Some(-3.0))).abs() < 0.1);
}

#[test]
fn a_pdf_of_hostile_names_is_whole_and_without_what_turns_or_hides_words() {
    let mut scene = scene();
    scene.nodes[0].label.lines[0].text = "x\u{202e}\u{0}\u{7}(\\)\u{5e9}\u{5dc}漢👍🏽e\u{301}".repeat(600);
    scene.nodes[1].label.lines[0].text = "\u{2067}\u{7}".into();
    let figure =
        Figure { title: Some("a\u{202e}(b) \\ <c>".into()), provenance: Some(made()), ..Figure::default() };
    let (words, ..) = reopened(&draw::pdf(&scene, &figure));
    assert!(words.contains("a(b) \\ <c>") && words.contains("menyerang (mungkin)"));
    assert!(!words.contains('\u{202e}') && !words.contains('\u{7}'));
}

#[test]
fn a_transparent_pdf_has_no_ground() {
    let size = |transparent| draw::pdf(&scene(), &Figure { transparent, ..Figure::default() });
    assert_ne!(size(true), size(false));
}
