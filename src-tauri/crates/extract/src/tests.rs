//! Whole readings of short texts of our own: who is found, and what stands between them.

use model::{Extraction, MentionKind};

use crate::{Options, by_rules};

fn read(text: &str) -> Extraction {
    by_rules(text, &Options { language: Some(model::Language::Indonesian), ..Options::default() })
}

/// The names of a text with the kinds of their entities: "person:Carney".
fn names(text: &str) -> Vec<String> {
    let reading = read(text);
    let mut out: Vec<(usize, String)> = reading
        .entities
        .iter()
        .flat_map(|e| {
            e.mentions
                .iter()
                .filter(|m| m.kind == MentionKind::Name)
                .map(|m| (m.span.start(), format!("{}:{}", e.kind.code(), m.span.of(text))))
        })
        .collect();
    out.sort();
    out.into_iter().map(|(_, name)| name).collect()
}

fn relations(text: &str) -> Vec<String> {
    let reading = read(text);
    let name = |id| reading.entities.iter().find(|e| e.id == id).map_or("?", |e| e.names.id.as_str());
    let mut out: Vec<String> = reading
        .relations
        .iter()
        .map(|r| format!("{} {} {}", name(r.subject), r.kind.code(), name(r.object)))
        .collect();
    out.sort();
    out
}

/// All mentions of the entity with this Indonesian name.
fn mentions(text: &str, entity: &str) -> Vec<String> {
    read(text)
        .entities
        .iter()
        .filter(|e| e.names.id == entity)
        .flat_map(|e| e.mentions.iter().map(|m| m.span.of(text).to_string()))
        .collect()
}

#[test]
fn offices_and_classifiers_stay_outside_names() {
    assert_eq!(
        names("Kemarin Menteri Luar Negeri Rusia Sergey Lavrov tiba di kota Lviv."),
        ["country:Rusia", "person:Sergey Lavrov", "place:Lviv"]
    );
    assert_eq!(names("Menurut Jenderal Agus Santoso, bantuan tiba."), ["person:Agus Santoso"]);
}

#[test]
fn a_state_nests_in_its_bodies_and_not_in_firms() {
    assert_eq!(
        names("Pernyataan Kementerian Pertahanan Jepang terbit."),
        ["organization:Kementerian Pertahanan Jepang", "country:Jepang"]
    );
    assert_eq!(names("Penerbangan Garuda Indonesia ditunda."), ["organization:Garuda Indonesia"]);
}

#[test]
fn capitals_of_sentence_starts_and_headlines_are_no_names() {
    assert_eq!(names("Seruan itu disampaikan kemarin. Namun Rusia menolak."), ["country:Rusia"]);
    assert_eq!(
        names("Warga Desa Minta Bantuan Pangan Segera Tiba\n\nWarga menunggu bantuan itu sejak Senin."),
        Vec::<String>::new()
    );
}

#[test]
fn hyphens_between_states_part_them_and_other_hyphens_do_not() {
    assert_eq!(names("Perang Thailand-Kamboja meluas."), ["country:Thailand", "country:Kamboja"]);
    assert_eq!(names("Presiden Bashar al-Assad berpidato."), ["person:Bashar al-Assad"]);
    assert_eq!(names("Kelompok pro-Rusia bertahan."), ["country:Rusia"]);
}

#[test]
fn letters_in_brackets_stand_for_the_name_before() {
    assert_eq!(
        mentions("Komite Bantuan Sungai (KBS) tiba. Menurut KBS, air surut.", "Komite Bantuan Sungai"),
        ["Komite Bantuan Sungai", "KBS", "KBS"]
    );
}

#[test]
fn surnames_and_offices_lead_back_to_the_person() {
    let text = "Presiden Ukraina Volodymyr Zelenskyy tiba. Zelenskyy berpidato. Presiden Ukraina tersebut lalu pulang.";
    assert_eq!(
        mentions(text, "Volodymyr Zelenskyy"),
        ["Presiden Ukraina", "Volodymyr Zelenskyy", "Zelenskyy", "Presiden Ukraina tersebut"]
    );
}

#[test]
fn pronouns_mean_the_one_who_spoke() {
    let text =
        "Menteri Pertahanan Inggris Anna Hill tiba di Oslo. Ia bertemu wartawan. \"Kita menang,\" katanya.";
    assert_eq!(mentions(text, "Anna Hill"), ["Menteri Pertahanan Inggris", "Anna Hill", "Ia", "nya"]);
}

#[test]
fn offices_state_relations() {
    assert_eq!(
        relations("Presiden Prancis Emmanuel Macron tiba di Berlin."),
        ["Emmanuel Macron leads Prancis"]
    );
    assert_eq!(
        relations("Juru bicara pemerintah Iran, Laleh Rostami, membantah."),
        ["Laleh Rostami spokesperson_of pemerintah Iran", "pemerintah Iran part_of Iran"]
    );
    assert_eq!(
        relations("Perdana Menteri (PM) Israel Benjamin Netanyahu menolak."),
        ["Benjamin Netanyahu leads Israel"]
    );
    assert_eq!(
        relations("Mantan Presiden Prancis Nicolas Sarkozy tiba."),
        ["Nicolas Sarkozy other Prancis"],
        "once held, no office any more"
    );
}

#[test]
fn places_lie_in_places_and_lists_are_no_chains() {
    assert_eq!(relations("Mereka bertemu di Baku, Azerbaijan, kemarin."), ["Baku located_in Azerbaijan"]);
    assert_eq!(relations("Mereka singgah di Oslo, Roma, dan Paris."), Vec::<String>::new());
}

#[test]
fn wars_are_between_two_and_trade_wars_are_none() {
    assert_eq!(relations("Perang antara Rusia dan Ukraina berlanjut."), ["Rusia at_war_with Ukraina"]);
    assert_eq!(relations("Perang dagang Jepang dan China berlanjut."), Vec::<String>::new());
}

#[test]
fn a_table_out_of_its_dates_only_proposes() {
    let reading = read("Donald Trump tiba pada 3/5/2031.");
    let person = reading.entities.iter().find(|e| e.names.id == "Donald Trump");
    assert_eq!(person.map(|p| (p.country, p.role.clone())), Some((None, None)));
    assert!(reading.notes.iter().any(|note| matches!(note, model::Note::CountryCandidate { .. })));
}

#[test]
fn readings_are_whole_whatever_the_text() {
    let long = "Presiden Rusia Vladimir Putin dan ".repeat(400);
    let texts = [
        "",
        " ",
        "\u{feff}Judul\r\n\r\nJAKARTA, WARTA.com - Isi\u{a0}berita. \"Kutipan tak ditutup",
        "😀 Presiden 👩‍👩‍👧 Rusia-nya… ”",
        "((((\"\"\"\"",
        "-nya nya lah kah pun",
        "A",
        "AS.",
        "ke-7 al-",
        "---",
        "\\\n\\\n---\nnull",
        &long,
    ];
    for text in texts {
        let reading = by_rules(text, &Options::default());
        assert_eq!(reading, by_rules(text, &Options::default()));
        for entity in &reading.entities {
            assert!(!entity.mentions.is_empty());
            assert!(
                entity.mentions.iter().all(|m| text.get(m.span.range()).is_some() && m.span.contains(m.head))
            );
            assert!(entity.ground.cites().iter().all(|cite| text.get(cite.span.range()).is_some()));
            assert!((0.0..=1.0).contains(&entity.confidence));
        }
        assert!(reading.sentences.windows(2).all(|pair| pair[0].end() <= pair[1].start()));
    }
}

#[test]
fn a_name_loses_its_clitic_and_a_direction_before_a_state_is_no_name() {
    let text = "Ukraina bekerja sama dengan sekutu-sekutu Eropanya. Sekelompok sekutu Barat Ukraina bertemu Jepang di Kenya.";
    let names: Vec<String> = read(text).entities.iter().map(|e| e.names.id.clone()).collect();
    assert!(names.iter().any(|name| name == "Eropa"), "{names:?}");
    assert!(names.iter().any(|name| name == "Kenya"), "{names:?}");
    assert!(!names.iter().any(|name| name == "Eropanya" || name == "Barat Ukraina"), "{names:?}");
}

#[test]
fn a_first_line_above_a_longer_paragraph_is_the_headline_even_with_a_full_stop() {
    let text = "PM Jepang singgung kemungkinan latihan bersama.\nPerdana Menteri Jepang, Kenji Moriyama, menyatakan dukungannya bagi latihan bersama dengan Indonesia pada hari Senin di Jakarta.";
    assert_eq!(
        read(text).article.title.map(|t| t.of(text)),
        Some("PM Jepang singgung kemungkinan latihan bersama.")
    );
    let plain = "Hujan turun di Bogor. Sungai meluap.\nWarga mengungsi ke balai desa sejak Minggu malam karena air terus naik.";
    assert_eq!(read(plain).article.title, None);
}

#[test]
fn a_town_that_is_a_given_name_is_not_the_town_of_a_body() {
    assert_eq!(
        names("Anggota DPR Sari Dewi tiba di Lima."),
        ["organization:DPR", "person:Sari Dewi", "place:Lima"]
    );
    assert_eq!(names("Anggota DPRD Lampung Sari Dewi tiba.")[..1], ["organization:DPRD Lampung"]);
}

#[test]
fn a_party_of_another_state_is_named_with_it() {
    let found = names("Menurut warga, Partai Buruh Norwegia menang dalam pemilu.");
    assert_eq!(found, ["organization:Partai Buruh Norwegia"]);
}

#[test]
fn behind_the_place_of_somebody_his_name_begins() {
    let found = names("Polisi menyebut warga Papua Rudi Hartono tewas.");
    assert_eq!(found, ["place:Papua", "person:Rudi Hartono"]);
}
