//! The use cases, through the same door that the faces use.

#[allow(dead_code)]
mod shared;

use desk::Desk;
use desk::wire::{Command, Fault, Picture, PictureFormat, Scope, Shape, Snapshot};
use shared::bytes;

const CANVAS: (f64, f64) = (704.0, 625.0);

fn started() -> (Desk, Snapshot) {
    let mut desk = Desk::new();
    let snapshot = desk.start("id", CANVAS).unwrap();
    (desk, snapshot)
}

fn positions(snapshot: &Snapshot) -> Vec<(String, f64, f64)> {
    snapshot.scene.nodes.iter().map(|node| (node.id.clone(), node.x, node.y)).collect()
}

#[test]
fn the_sample_is_read_in_this_run_and_every_claim_has_its_quote() {
    let (_, snapshot) = started();
    assert!(snapshot.article.sample);
    assert!(snapshot.entities.len() > 10 && snapshot.events.len() > 5);
    let units: Vec<u16> = snapshot.article.text.encode_utf16().collect();
    let quote = |range: desk::wire::Range| {
        String::from_utf16(&units[range.start as usize..range.end as usize]).unwrap()
    };
    for entity in &snapshot.entities {
        assert!(!entity.ground.cites.is_empty(), "{} has no evidence", entity.name);
        assert!(!entity.mentions.is_empty(), "{} has no mention", entity.name);
    }
    for event in &snapshot.events {
        let cites = &event.ground.cites;
        let held = |range: desk::wire::Range| {
            cites.iter().any(|cite| cite.range.start <= range.start && range.end <= cite.range.end)
        };
        assert!(
            event.triggers.iter().any(|range| held(*range)),
            "no quote holds the trigger of {}",
            event.label
        );
        assert!(cites.iter().all(|cite| !quote(cite.range).trim().is_empty()));
    }
    for relation in &snapshot.relations {
        assert!(!relation.ground.cites.is_empty(), "{} has no evidence", relation.kind);
    }
    assert_eq!(snapshot.scene.nodes.len(), snapshot.entities.len() + snapshot.events.len());
}

#[test]
fn a_name_that_is_changed_in_the_text_changes_in_the_graph() {
    let (mut desk, first) = started();
    let text = first.article.text.replace("Carney", "Wiratama").replace("Mark", "Raka");
    let second = desk.open_text(&text, None).unwrap();
    assert!(second.entities.iter().any(|entity| entity.name.contains("Wiratama")));
    assert!(!second.entities.iter().any(|entity| entity.name.contains("Carney")));
    assert_eq!(second.shelf.len(), 2);
}

#[test]
fn an_article_that_is_open_already_is_shown_again_not_twice() {
    let (mut desk, first) = started();
    desk.open_text("Presiden Prabowo Subianto bertemu Raja Abdullah di Amman.", None).unwrap();
    let again = desk.open_text(&first.article.text, None).unwrap();
    assert_eq!(again.shelf.len(), 2);
    assert!(again.article.sample);
}

#[test]
fn a_bad_input_leaves_the_desk_as_it_was() {
    let (mut desk, before) = started();
    let node = &before.entities[0].id;
    assert_eq!(desk.open_text("https://example.org/a", None).unwrap_err(), Fault::WebAddress);
    assert_eq!(desk.open_bytes("a.txt", b"Kyiv \xc3\x28").unwrap_err(), Fault::InvalidUtf8 { at: 5 });
    let rename = |name: &str| Command::Rename { node: node.clone(), name: name.to_owned() };
    assert_eq!(desk.perform(rename("  ")).unwrap_err(), Fault::BadName { limit: 200 });
    assert_eq!(desk.perform(rename(&"a".repeat(201))).unwrap_err(), Fault::BadName { limit: 200 });
    let stranger = Command::Delete { claim: "e0000000000000000".to_owned() };
    assert!(matches!(desk.perform(stranger), Err(Fault::NotFound { .. })));
    let date = Command::Describe { published: Some("2025-02-30".to_owned()), language: None, source: None };
    assert!(matches!(desk.perform(date), Err(Fault::BadDate { .. })));
    let after = desk.show("id", CANVAS).unwrap();
    assert_eq!(bytes(&before), bytes(&after));
    assert!(after.history.undo.is_none());
}

#[test]
fn a_moved_node_is_pinned_where_it_was_put_and_no_other_moves() {
    let (mut desk, before) = started();
    let node = before.scene.nodes[0].id.clone();
    let after = desk.perform(Command::Move { node: node.clone(), x: 12.0, y: 34.0 }).unwrap();
    for ((id, x, y), (old, old_x, old_y)) in positions(&after).iter().zip(positions(&before)) {
        assert_eq!(*id, old);
        let expected = if *id == node { (12.0, 34.0) } else { (old_x, old_y) };
        assert_eq!((*x, *y), expected);
    }
    assert!(after.scene.nodes.iter().find(|glyph| glyph.id == node).unwrap().pinned);
    assert_eq!(bytes(&desk.undo().unwrap()), bytes(&before));
    assert_eq!(bytes(&desk.redo().unwrap()), bytes(&after));
}

#[test]
fn nothing_moves_when_the_interface_or_the_pane_changes_or_a_node_is_deleted() {
    let (mut desk, before) = started();
    let english = desk.show("en", (1200.0, 900.0)).unwrap();
    assert_eq!(positions(&before), positions(&english));
    let gone = before.entities.last().unwrap().id.clone();
    let after = desk.perform(Command::Delete { claim: gone.clone() }).unwrap();
    let left: Vec<_> = positions(&before).into_iter().filter(|(id, _, _)| *id != gone).collect();
    assert_eq!(positions(&after), left);
}

#[test]
fn a_deleted_entity_takes_its_edges_along_but_alleged_stays_alleged() {
    let (mut desk, before) = started();
    let Some(alleged) = before.events.iter().find(|event| event.attributed_to.is_some()) else {
        panic!("the sample has an alleged event");
    };
    let after = desk.perform(Command::Delete { claim: alleged.attributed_to.clone().unwrap() }).unwrap();
    let still = after.events.iter().find(|event| event.id == alleged.id).unwrap();
    assert_eq!(still.attributed_to, alleged.attributed_to);
    assert!(after.scene.edges.iter().all(|edge| Some(&edge.from) != alleged.attributed_to.as_ref()));
}

#[test]
fn an_edit_that_no_longer_fits_is_listed_not_dropped() {
    let (mut desk, before) = started();
    let event = before.events[0].id.clone();
    desk.perform(Command::Rename { node: event.clone(), name: "nama lain".to_owned() }).unwrap();
    let english = Command::Describe { published: None, language: Some("en".to_owned()), source: None };
    let after = desk.perform(english).unwrap();
    if after.events.iter().all(|other| other.id != event) {
        assert_eq!(after.history.unfit.len(), 1);
    }
    let back = desk.undo().unwrap();
    assert!(back.history.unfit.is_empty());
    assert!(back.events.iter().any(|other| other.label == "nama lain"));
}

#[test]
fn a_picture_is_the_same_bytes_every_time_and_carries_its_title() {
    let (desk, snapshot) = started();
    let mut picture = Picture {
        format: PictureFormat::Svg,
        title: Some("Siapa <melakukan> \"apa\" & kepada siapa".to_owned()),
        credit: Some("Sumber: artikel contoh".to_owned()),
        ..Picture::default()
    };
    let svg = desk.picture(&picture).unwrap();
    assert_eq!(svg, desk.picture(&picture).unwrap());
    let text = String::from_utf8(svg).unwrap();
    assert!(text.contains("Siapa &lt;melakukan&gt;") && !text.contains("<melakukan>"));
    assert!(
        snapshot.entities.iter().take(3).all(|entity| text.contains(entity.name.split(' ').next().unwrap()))
    );
    picture.format = PictureFormat::Png;
    assert!(desk.picture(&picture).unwrap().starts_with(b"\x89PNG\r\n\x1a\n"));
    picture.format = PictureFormat::Pdf;
    assert!(desk.picture(&picture).unwrap().starts_with(b"%PDF-"));
    picture.format = PictureFormat::Png;
    picture.width = Some(40_000);
    assert!(matches!(desk.picture(&picture), Err(Fault::PictureTooLarge { .. })));
}

#[test]
fn a_picture_leaves_out_what_is_filtered_away_and_its_legend_too() {
    let (desk, snapshot) = started();
    let mut picture = Picture { format: PictureFormat::Svg, ..Picture::default() };
    let words = |picture: &Picture| String::from_utf8(desk.picture(picture).unwrap()).unwrap();
    assert!(words(&picture).contains("Tokoh"));
    let people = snapshot.entities.iter().filter(|entity| entity.kind == "person");
    picture.scope = Scope::View;
    picture.hidden = people.map(|entity| entity.id.clone()).collect();
    let fewer = words(&picture);
    assert!(!fewer.contains("Tokoh") && !fewer.contains("Lavrov"));
    assert!(fewer.contains("Ukraina"));
}

#[test]
fn a_picture_of_the_view_can_do_without_the_lines_beside_who_did_it_to_whom() {
    let (desk, _) = started();
    let mut picture = Picture { format: PictureFormat::Svg, minor: false, ..Picture::default() };
    let words = |picture: &Picture| String::from_utf8(desk.picture(picture).unwrap()).unwrap();
    let whole = words(&picture);
    assert!(whole.contains("Tempat, penutur, peserta"), "the whole graph has them all the same");
    picture.scope = Scope::View;
    let fewer = words(&picture);
    assert!(!fewer.contains("Tempat, penutur, peserta") && fewer.contains("Tokoh"));
    assert!(fewer.len() < whole.len());
}

#[test]
fn a_sheet_is_filled_by_a_drawing_of_its_proportions_until_the_reader_places_a_node() {
    let (mut desk, opened) = started();
    let picture = |shape| Picture { shape, legend: false, format: PictureFormat::Svg, ..Picture::default() };
    let wide = |desk: &Desk, shape| {
        let svg = String::from_utf8(desk.picture(&picture(shape)).unwrap()).unwrap();
        let places: Vec<(f64, f64)> = svg
            .split("data-node=")
            .skip(1)
            .filter_map(|node| {
                let place = node.split_once("translate(")?.1.split_once(')')?.0;
                let (x, y) = place.split_once(' ')?;
                Some((x.parse().ok()?, y.parse().ok()?))
            })
            .collect();
        assert!(places.len() > 5);
        let span = |values: Vec<f64>| {
            values.iter().copied().fold(f64::MIN, f64::max) - values.iter().copied().fold(f64::MAX, f64::min)
        };
        span(places.iter().map(|p| p.0).collect()) / span(places.iter().map(|p| p.1).collect())
    };
    let (story, portrait) = (wide(&desk, Shape::Story), wide(&desk, Shape::Portrait));
    assert!(story > portrait * 1.5, "{story:.2} and {portrait:.2}");
    let node = &opened.scene.nodes[0];
    desk.perform(Command::Move { node: node.id.clone(), x: node.x + 3.0, y: node.y }).unwrap();
    let (story, portrait) = (wide(&desk, Shape::Story), wide(&desk, Shape::Portrait));
    assert!((story - portrait).abs() < 0.01, "{story:.2} and {portrait:.2}: kept where they stand");
}

#[test]
fn a_picture_says_which_text_it_was_made_from_and_when_that_was_read() {
    let mut desk = Desk::new();
    let article = "Menteri Sari & \"Budi\" <bertemu> di Bandung.";
    desk.open_text(article, None).unwrap();
    let mut picture =
        Picture { format: PictureFormat::Svg, read: Some("2031-02-03".to_owned()), ..Picture::default() };
    let file = String::from_utf8(desk.picture(&picture).unwrap()).unwrap();
    // printf %s "$article" | sha256sum
    assert!(
        file.contains("article-sha256=\"56783741e3dffc0aaa90c0a158d73df9adc51bb3784f65d0dcc5ecc4c34144aa\"")
    );
    assert!(file.contains(" read=\"2031-02-03\"") && !file.contains("<bertemu>"));
    picture.read = Some("kemarin".to_owned());
    assert_eq!(desk.picture(&picture), Err(Fault::BadDate { text: "kemarin".to_owned() }));
}

/// Where the place of this name lies, in whole degrees.
fn degrees(shown: &desk::wire::Snapshot, name: &str) -> Option<(i32, i32)> {
    let point = shown.entities.iter().find(|entity| entity.name == name).unwrap().point?;
    Some((point.latitude.round() as i32, point.longitude.round() as i32))
}

#[test]
fn places_tell_where_they_lie_and_nobody_else_does() {
    let mut desk = Desk::new();
    let text =
        "Menteri Ratna Wulandari bertemu Duta Besar Jepang di Bandung. Kapal itu tiba di Laut China Selatan.";
    let shown = desk.open_text(text, None).unwrap();
    assert_eq!(degrees(&shown, "Bandung"), Some((-7, 108)));
    assert_eq!(degrees(&shown, "Laut China Selatan"), Some((13, 114)));
    assert!(shown.entities.iter().all(|entity| entity.kind == "place" || entity.point.is_none()));
}

#[test]
fn a_namesake_in_another_country_is_not_the_place_that_the_tables_know() {
    let mut desk = Desk::new();
    desk.open_text("Menteri Ratna Wulandari bertemu warga.", None).unwrap();
    let add =
        |name: &str| Command::AddNode { kind: "place".to_owned(), name: name.to_owned(), mention: None };
    let shown = desk.perform(add("Surabaya")).unwrap();
    assert_eq!(degrees(&shown, "Surabaya"), Some((-7, 113)));
    let id = shown.entities.iter().find(|entity| entity.name == "Surabaya").unwrap().id.clone();
    let shown = desk.perform(Command::SetCountry { node: id, country: Some("SUR".to_owned()) }).unwrap();
    assert_eq!(degrees(&shown, "Surabaya"), None);
    // An ordinary word of the language says little by itself.
    assert_eq!(degrees(&desk.perform(add("Batu")).unwrap(), "Batu"), None);
}

#[test]
fn offices_are_told_in_the_language_of_the_window_whatever_the_article_is_written_in() {
    let mut desk = Desk::new();
    let indonesian =
        "Perdana Menteri Kanada, Mark Carney, bertemu mantan Menteri Keuangan Jepang Kenji Moriyama.";
    desk.open_text(indonesian, None).unwrap();
    let mut office = |language: &str, name: &str| {
        let shown = desk.show(language, CANVAS).unwrap();
        shown.entities.iter().find(|entity| entity.name == name).unwrap().role.clone().unwrap()
    };
    assert_eq!(office("id", "Mark Carney"), "Perdana Menteri Kanada");
    assert_eq!(office("en", "Mark Carney"), "Prime Minister of Canada");
    assert_eq!(office("id", "Kenji Moriyama"), "mantan Menteri Keuangan Jepang");
    assert_eq!(office("en", "Kenji Moriyama"), "former Minister of Finance of Japan");
    let english =
        "Canadian Prime Minister Mark Carney met Japanese Foreign Minister Kenji Moriyama in Ottawa.";
    desk.open_text(english, None).unwrap();
    let shown = desk.show("id", CANVAS).unwrap();
    let role = |name: &str| shown.entities.iter().find(|entity| entity.name == name).unwrap().role.clone();
    assert_eq!(role("Mark Carney").as_deref(), Some("Perdana Menteri Kanada"));
    assert_eq!(role("Kenji Moriyama").as_deref(), Some("Menteri Luar Negeri Jepang"));
}
