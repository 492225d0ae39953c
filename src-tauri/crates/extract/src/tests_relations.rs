//! Who stands to whom, in sentences of our own.

use crate::{Options, extract};

/// All relations of an Indonesian text by the names of both ends, sorted: "member_of: Rina Sari, Partai Hijau".
fn relations(text: &str) -> Vec<String> {
    let options = Options { language: Some(model::Language::Indonesian), ..Options::default() };
    let reading = extract(text, &options);
    let name = |id| reading.entities.iter().find(|e| e.id == id).map_or("-", |e| &*e.names.id);
    let told = |r: &model::Relation| format!("{}: {}, {}", r.kind.code(), name(r.subject), name(r.object));
    let mut out: Vec<String> = reading.relations.iter().map(told).collect();
    out.sort();
    out
}

/// Whether a text says these, and of that kind nothing else.
fn says(text: &str, kind: &str, expected: &[&str]) {
    let told: Vec<String> = relations(text)
        .iter()
        .filter_map(|r| r.strip_prefix(&format!("{kind}: ")))
        .map(str::to_owned)
        .collect();
    assert_eq!(told, expected, "{text}");
}

#[test]
fn those_listed_behind_a_group_are_its_members() {
    let both = |group: &str| [format!("Budi Hartono, {group}"), format!("Rina Sari, {group}")];
    for (text, group) in [
        ("Kedua tahanan, Rina Sari dan Budi Hartono, dipulangkan dari Lima.", "Kedua tahanan"),
        (
            "Dua tahanan asal Chad, Rina Sari (35) dan Budi Hartono (41), dipulangkan.",
            "Dua tahanan asal Chad",
        ),
        (
            "Polisi menahan dua pelaku, yakni Bupati Puno Rina Sari dan Budi Hartono selaku pengusaha.",
            "dua pelaku",
        ),
        ("Dua tersangka itu adalah Rina Sari berusia 35 tahun dan Budi Hartono.", "Dua tersangka itu"),
    ] {
        says(text, "member_of", &both(group).each_ref().map(|r| &**r));
    }
    // Two are told of, three are named: the names are no list of the two.
    says("Kedua tahanan, Rina Sari, Ola Hansen dan Budi Hartono, dipulangkan dari Lima.", "member_of", &[]);
    says("Menurut kedua pejabat, Peru dan Chad sepakat.", "member_of", &[]);
}

#[test]
fn examples_are_members_where_it_is_told_who_the_group_are() {
    let gulf = "Negara-negara Teluk seperti Qatar dan Oman menyambut rencana itu.";
    says(gulf, "member_of", &["Oman, Negara-negara Teluk", "Qatar, Negara-negara Teluk"]);
    says("Rencana itu disambut berbagai negara, seperti Qatar dan Oman.", "member_of", &[]);
}

#[test]
fn listed_places_are_parts_of_several() {
    let text = "Kedua pulau itu, yakni Pulau Lada dan Pulau Pala, disengketakan Peru dan Chad.";
    says(text, "part_of", &["Lada, Kedua pulau itu", "Pala, Kedua pulau itu"]);
}

#[test]
fn one_holder_of_two_offices() {
    let text = "Gubernur Riau sekaligus Ketua Umum Partai Hijau, Rina Sari, menolak usul itu.";
    says(text, "leads", &["Rina Sari, Partai Hijau", "Rina Sari, Riau"]);
}

#[test]
fn an_office_once_held_is_no_office_now() {
    let text = "Mantan Presiden Chad Ali Bongo menolak usul itu.";
    says(text, "other", &["Ali Bongo, Chad"]);
    says(text, "leads", &[]);
}

#[test]
fn the_fields_of_an_office_are_nobody() {
    let text = "Menteri Pendidikan Tinggi, Sains, dan Teknologi Peru Rina Sari bertemu Menteri Koordinator (Menko) Bidang \
                Perekonomian Chad Budi Hartono.";
    says(text, "holds_office", &["Budi Hartono, Chad", "Rina Sari, Peru"]);
}

#[test]
fn a_body_behind_the_letters_of_another_is_its_whole() {
    let text = "Ketua Badan Anggaran (Banggar) DPR Rina Sari menolak usul itu.";
    assert!(
        relations(text).iter().any(|r| r.starts_with("part_of: Badan Anggaran, ")),
        "{:?}",
        relations(text)
    );
}

#[test]
fn a_committee_cut_short_is_the_same() {
    let text = "Ketua Komisi XII DPR RI Rina Sari menolak usul itu. Anggota Komisi XII Budi Hartono setuju.";
    let told = relations(text);
    let committee = |r: &&String| r.contains("Rina Sari") || r.contains("Budi Hartono");
    let of: Vec<&str> = told.iter().filter(committee).filter_map(|r| r.split(", ").nth(1)).collect();
    assert!(of.len() >= 2 && of.iter().all(|body| body == &of[0]), "{told:?}");
}

#[test]
fn allies_are_told_in_several_ways() {
    says("Belarus, sekutu dekat Rusia, menolak usul itu.", "ally_of", &["Belarus, Rusia"]);
    says("Korea Utara merupakan sekutu utama China.", "ally_of", &["Korea Utara, Tiongkok"]);
    let owned = relations("Chad dan sekutunya, Norwegia, menolak usul itu.");
    assert!(owned.contains(&"ally_of: Norwegia, Chad".to_owned()), "{owned:?}");
    says("Peru mengecam sekutu di Chad.", "ally_of", &[]);
}

#[test]
fn members_are_told_by_apposition() {
    says("Turkiye, anggota NATO, menolak usul itu.", "member_of", &["Turki, NATO"]);
    says("Peru, yang juga anggota BRICS, menolak usul itu.", "member_of", &["Peru, BRICS"]);
    says("Tiga negara bekas Uni Soviet, yaitu Rusia, Belarus, dan Armenia, hadir.", "member_of", &[]);
}

#[test]
fn kin_of_whom_a_clitic_means() {
    let text = "Presiden Chad Ali Bongo tiba di Lima. Ia ditemani istrinya, Rina Sari.";
    says(text, "other", &["Rina Sari, Ali Bongo"]);
}

#[test]
fn two_names_of_one_person() {
    let text = "Penyanyi Eko Purnomo alias Rudi Pala tiba di Lima. Rudi Pala bernyanyi.";
    let reading =
        extract(text, &Options { language: Some(model::Language::Indonesian), ..Options::default() });
    let people: Vec<&str> = reading
        .entities
        .iter()
        .filter(|e| e.kind == model::EntityKind::Person)
        .map(|e| &*e.names.id)
        .collect();
    assert_eq!(people.len(), 1, "{people:?}");
}

#[test]
fn a_leader_stands_behind_the_place_of_his_body() {
    let text = "Pemimpin Hamas di Gaza, Yahya Sinwar, menolak usul itu.";
    says(text, "leads", &["Yahya Sinwar, Hamas"]);
}

#[test]
fn who_leads_a_group() {
    let text = "Kelompok Lada yang dipimpin Ali Bongo menyerang Lima.";
    assert!(relations(text).iter().any(|r| r.starts_with("leads: Ali Bongo")), "{:?}", relations(text));
}

#[test]
fn where_bodies_and_states_lie() {
    says(
        "Thailand dan Laos adalah tujuan wisata di Asia Tenggara.",
        "located_in",
        &["Laos, Asia Tenggara", "Thailand, Asia Tenggara"],
    );
    says("Peru menyerang Chad di Asia Tenggara.", "located_in", &[]);
    says("Lada Air, sebuah maskapai murah asal Peru, berhenti terbang.", "located_in", &["Lada Air, Peru"]);
    says(
        "Banjir melanda ibu kota Nairobi. Pemerintah Kenya mengirim bantuan.",
        "capital_of",
        &["Nairobi, Kenya"],
    );
}

#[test]
fn a_state_that_goes_on_acting_is_not_where_the_place_before_it_lies() {
    let told =
        relations("Selain membuka penerbangan dari Oslo ke Bali, Rusia juga membuka konsulat di Bali.");
    assert!(!told.iter().any(|line| line == "located_in: Bali, Rusia"), "{told:#?}");
    says("Ana Reis tiba di Bergen, Norwegia.", "located_in", &["Bergen, Norwegia"]);
}
