//! What stands on an exported sheet besides the drawing, and in which colours and proportions.

mod likeness;
mod small;

use draw::scene::Anchor;
use draw::{Figure, Footnote, Lettering, Theme};
use likeness::opened;
use small::scene;

fn note(claims: &[&str], quote: &str) -> Footnote {
    Footnote { claims: claims.iter().map(|id| (*id).to_owned()).collect(), quote: quote.to_owned() }
}

/// Every word that the file says, in order.
fn told(file: &str) -> Vec<String> {
    let tree = resvg::usvg::roxmltree::Document::parse(file).expect("well formed");
    tree.descendants().filter_map(|node| node.attribute("aria-label").map(str::to_owned)).collect()
}

#[test]
fn a_quote_is_a_numbered_footnote_and_its_number_stands_at_its_event() {
    let figure = Figure {
        notes: vec![
            note(&["tidak-ada"], "“Bukan di gambar.”"),
            note(&["serang", "dua"], "“Negeri <Satu> dapat menyerang.”"),
            note(&["serang"], "“Kabar kedua.”"),
        ],
        ..Figure::default()
    };
    let words = told(&draw::svg(&scene(), &figure));
    assert_eq!(words.iter().filter(|word| *word == "1,2").count(), 1, "both numbers at the event: {words:?}");
    assert!(words.contains(&"“Negeri <Satu> dapat menyerang.”".to_owned()));
    assert!(words.contains(&"“Kabar kedua.”".to_owned()));
    assert!(!words.iter().any(|word| word.contains("Bukan di gambar")), "a quote of what is not drawn");
    let hidden = Figure { hidden: ["serang".to_owned()].into(), ..figure };
    assert!(!told(&draw::svg(&scene(), &hidden)).iter().any(|word| word.contains("Kabar")));
}

#[test]
fn the_number_of_a_footnote_stands_clear_of_the_glyph_on_every_side() {
    for (anchor, x) in [(Anchor::Start, 17.0), (Anchor::Middle, 0.0), (Anchor::End, -17.0)] {
        let mut scene = scene();
        let event = scene.nodes.iter_mut().find(|node| node.event).unwrap();
        event.label.anchor = anchor;
        event.label.lines[0].x = x;
        let figure = Figure {
            notes: vec![note(&["serang"], "“x”")],
            legend: false,
            lettering: Lettering::Text,
            ..Figure::default()
        };
        let file = draw::svg(&scene, &figure);
        let tree = resvg::usvg::roxmltree::Document::parse(&file).unwrap();
        let at = |text: &str| {
            let found =
                tree.descendants().find(|node| node.has_tag_name("text") && node.text() == Some(text));
            let value = |name| found.unwrap().attribute(name).unwrap().parse::<f64>().unwrap();
            (value("x"), value("textLength"))
        };
        let ((label, wide), (number, narrow)) = (at("menyerang (mungkin)"), at("1"));
        assert!(number >= label + wide || number + narrow <= label, "{anchor:?}: {number} in {label}+{wide}");
    }
}

#[test]
fn a_long_list_of_quotes_is_in_columns_and_none_is_lost() {
    let quotes: Vec<String> = (0..30).map(|n| format!("“Kutipan {n} tentang rapat di kota lama.”")).collect();
    let notes = quotes.iter().map(|quote| note(&["serang"], quote)).collect();
    let mut wide = scene();
    wide.bounds.w = 1400.0;
    let words = told(&draw::svg(&wide, &Figure { notes, ..Figure::default() }));
    for quote in &quotes {
        assert_eq!(words.iter().filter(|word| *word == quote).count(), 1, "{quote}");
    }
}

#[test]
fn a_date_stands_under_the_title() {
    let figure =
        Figure { title: Some("Judul".into()), date: Some("3 Februari 2031".into()), ..Figure::default() };
    let words = told(&draw::svg(&scene(), &figure));
    assert_eq!(words[..2], ["Judul".to_owned(), "3 Februari 2031".to_owned()]);
}

#[test]
fn print_is_white_and_draws_shapes_by_their_outlines() {
    let figure = Figure { theme: Theme::Print, ..Figure::default() };
    let (_, pixels) = opened(&draw::png(&scene(), &figure).unwrap());
    assert_eq!(pixels[..3], [255, 255, 255]);
    let ink = |theme| {
        let (_, pixels) = opened(&draw::png(&scene(), &Figure { theme, ..Figure::default() }).unwrap());
        pixels.iter().map(|part| u64::from(255 - part)).sum::<u64>()
    };
    assert!(ink(Theme::Print) < ink(Theme::Light), "print saves ink");
    // The square of a place has no outline in light.
    let outlined = |theme| {
        let file = draw::svg(&scene(), &Figure { theme, ..Figure::default() });
        file.matches("stroke=\"#00563D\"").count()
    };
    assert_eq!((outlined(Theme::Print), outlined(Theme::Light)), (2, 0));
}

#[test]
fn a_sheet_has_the_asked_proportions_to_the_pixel() {
    for (ratio, width, height) in
        [((16.0, 9.0), 1920, 1080), ((1.0, 1.0), 2000, 2000), ((1.0, 2.0), 1000, 2000)]
    {
        for notes in [Vec::new(), vec![note(&["serang"], &"“Kata demi kata.” ".repeat(60))]] {
            let figure = Figure {
                proportions: Some(ratio),
                width: Some(width),
                notes,
                title: Some("Judul".into()),
                ..Figure::default()
            };
            assert_eq!(draw::sides(&scene(), &figure), Ok((width, height)));
        }
    }
    for odd in [(0.0, 0.0), (f64::NAN, 1.0), (1.0, -1.0), (f64::INFINITY, 1.0)] {
        let figure = Figure { proportions: Some(odd), ..Figure::default() };
        assert_eq!(draw::sides(&scene(), &figure), draw::sides(&scene(), &Figure::default()));
    }
}

#[test]
fn text_can_be_edited_and_is_held_to_its_width() {
    let figure =
        Figure { lettering: Lettering::Text, title: Some("<b>&\u{202e}".into()), ..Figure::default() };
    let file = draw::svg(&scene(), &figure);
    assert!(file.contains(">menyerang (mungkin)</text>") && file.contains(">&lt;b&gt;&amp;</text>"));
    assert_eq!(file.matches("<text").count(), file.matches("textLength=").count());
    assert!(!file.contains('\u{202e}') && file.matches("http").count() == 1);
    assert!(resvg::usvg::roxmltree::Document::parse(&file).is_ok());
}

#[test]
fn pixels_are_those_of_the_file() {
    let figure = Figure { transparent: true, ..Figure::default() };
    let (info, file) = opened(&draw::png(&scene(), &figure).unwrap());
    let (width, height, pixels) = draw::pixels(&scene(), &figure).unwrap();
    assert_eq!((info.width, info.height), (width, height));
    assert!(file == pixels);
}
