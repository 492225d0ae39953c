//! Who stands to whom, in sentences of our own.

use crate::{Options, by_rules};

/// All relations of an Indonesian text by the names of both ends, sorted: "member_of: Rina Sari, Partai Hijau".
fn relations(text: &str) -> Vec<String> {
    let options = Options { language: Some(model::Language::Indonesian), ..Options::default() };
    let reading = by_rules(text, &options);
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
        relations(text).iter().any(|r| r.starts_with("part_of: Badan Anggaran")),
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
        by_rules(text, &Options { language: Some(model::Language::Indonesian), ..Options::default() });
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

#[test]
fn an_office_of_a_body_whose_sort_is_told() {
    says("Bos perusahaan roket SpaceX, Ali Bongo, menolak usul itu.", "leads", &["Ali Bongo, SpaceX"]);
    says("Bos perusahaan roket Zentrax, Ali Bongo, menolak usul itu.", "leads", &["Ali Bongo, Zentrax"]);
}

#[test]
fn a_field_of_an_office_may_be_a_place_or_a_people() {
    let of = |office: &str, kind: &str, told: &[&str]| {
        says(&format!("{office}, Rina Sari, menolak usul itu."), kind, told);
    };
    let ministry = ["Rina Sari, Kementerian Luar Negeri Peru"];
    of("Direktur Asia Timur Kementerian Luar Negeri Peru", "holds_office", &ministry);
    of("Sekretaris untuk Asia dan Afrika Kementerian Luar Negeri Peru", "holds_office", &ministry);
    of("Direktur Perlindungan WNI Kemlu", "leads", &[]);
    of("Ketua Partai Hijau Peru", "leads", &["Rina Sari, Partai Hijau Peru"]);
}

#[test]
fn fields_of_several_words_are_nobody() {
    let text = "Menteri Koordinator Bidang Hukum, Hak Asasi Manusia, Imigrasi, dan Pemasyarakatan Chad Rina Sari tiba.";
    says(text, "holds_office", &["Rina Sari, Chad"]);
    // A list of people is none of fields.
    let people = relations("Menteri Kehutanan Chad, Rina Sari, dan Ali Bongo tiba.");
    assert!(!people.iter().any(|r| r.contains("Ali Bongo, Chad")), "{people:?}");
}

#[test]
fn letters_are_part_of_a_name() {
    says("Ketua Umum Partai Hijau M. Quispe menolak.", "leads", &["M. Quispe, Partai Hijau"]);
    says("Gubernur Riau, SF Hariyanto, menolak.", "leads", &["SF Hariyanto, Riau"]);
    says("Perdana Menteri Chad Datuk Seri Ali Bongo menolak.", "leads", &["Ali Bongo, Chad"]);
}

#[test]
fn one_of_a_row_may_hold_the_office_or_not() {
    says("Presiden ke-7 Chad Ali Bongo tiba.", "leads", &[]);
    says("Presiden ke-7 Chad Ali Bongo tiba.", "other", &["Ali Bongo, Chad"]);
    says(
        "Presiden Chad ke-7, Ali Bongo, tiba. Presiden Chad Ali Bongo lalu pulang.",
        "leads",
        &["Ali Bongo, Chad"],
    );
}

#[test]
fn an_office_told_in_a_clause_or_not() {
    says("Ali Bongo, yang juga pemimpin Partai Hijau, menolak.", "leads", &["Ali Bongo, Partai Hijau"]);
    says("\"Benar,\" kata Ali, yang juga menjabat Menteri Keuangan Chad.", "holds_office", &["Ali, Chad"]);
    says("Ali Bongo, yang akan menjadi ketua Partai Hijau, menolak.", "leads", &[]);
    says("Menurut Ali Bongo, pejabat Partai Hijau menolak.", "holds_office", &[]);
    let two = "Acara itu dihadiri Ketua Partai Hijau Ali Bongo, Ketua Partai Merah Sultan Budi Hartono, dan Rina Sari.";
    says(two, "leads", &["Ali Bongo, Partai Hijau", "Budi Hartono, Partai Merah"]);
}

#[test]
fn a_holder_who_is_somebodys_kin() {
    let text = "Ketua Umum Partai Hijau sekaligus putra bungsu Budi Hartono, Ali Hartono, hadir.";
    says(text, "leads", &["Ali Hartono, Partai Hijau"]);
    says(text, "other", &["Ali Hartono, Budi Hartono"]);
}

#[test]
fn a_government_is_led_by_whose_office_it_names() {
    let text = "Pemerintahan Presiden Chad Ali Bongo melarang ekspor beras. Ali Bongo menolak usul itu.";
    let told = relations(text);
    assert!(told.iter().any(|r| r.starts_with("leads: Ali Bongo, Pemerintahan Presiden")), "{told:?}");
}

#[test]
fn places_listed_before_the_rest_of_them() {
    let text = "Banjir melanda Cusco, Puno, dan beberapa kota lain di Peru.";
    says(text, "located_in", &["Cusco, Peru", "Puno, Peru"]);
    says("Banjir melanda Cusco, Puno, dan Arequipa.", "located_in", &[]);
}

#[test]
fn buildings_lie_in_precincts_and_towns_in_provinces() {
    let text = "Sidang digelar di Gedung Lada, Kompleks Parlemen, Lima.";
    says(text, "located_in", &["Gedung Lada, Kompleks Parlemen", "Kompleks Parlemen, Lima"]);
    let town = relations("Kereta itu berhenti di dekat Mumbai, di negara bagian Maharashtra.");
    assert!(town.contains(&"located_in: Mumbai, Maharashtra".to_owned()), "{town:?}");
}

#[test]
fn a_state_and_a_sort_tell_of_a_body() {
    says("Data itu dirilis perusahaan analisis asal Peru, Lada.", "located_in", &["Lada, Peru"]);
    says("Kantor berita Iran Tasnim melaporkan ledakan.", "located_in", &["Tasnim, Iran"]);
    says("Hakim menghukum perusahaan Peru, Rina Sari menolak.", "located_in", &[]);
}

#[test]
fn bodies_listed_of_a_sort_lie_where_these_lie() {
    let text = "Kerja sama dengan berbagai universitas di Peru, termasuk Universitas Lada dan Universitas Pala, diperluas.";
    let told = relations(text);
    for name in ["Universitas Lada", "Universitas Pala"] {
        assert!(told.contains(&format!("located_in: {name}, Peru")), "{told:?}");
    }
}

#[test]
fn an_ally_told_in_a_clause() {
    let text = "Norwegia, yang selama ini dikenal sebagai sekutu Chad, menolak usul itu.";
    says(text, "ally_of", &["Norwegia, Chad"]);
}

#[test]
fn what_a_pronoun_is_said_to_be() {
    let said = |what: &str, kind: &str, told: &[&str]| {
        says(&format!("Ali Bongo menolak usul itu. Ia {what}."), kind, told);
    };
    said("merupakan anggota kelompok oposisi Hamas", "member_of", &["Ali Bongo, Hamas"]);
    said("adalah ketua Partai Hijau", "leads", &["Ali Bongo, Partai Hijau"]);
    said("kini menjabat sebagai Gubernur Riau", "leads", &["Ali Bongo, Riau"]);
    said("mundur sebagai ketua Partai Hijau", "leads", &[]);
    let wife = relations("Ali Bongo dan istrinya, anggota DPR, menolak.");
    assert!(!wife.iter().any(|r| r.starts_with("member_of: Ali Bongo")), "{wife:?}");
}

#[test]
fn who_leads_a_body_told_of_behind_its_name() {
    let text = "Kartel Lada, kelompok narkoba yang dipimpin oleh Ali Bongo, menyerang.";
    assert!(relations(text).iter().any(|r| r.starts_with("leads: Ali Bongo")), "{:?}", relations(text));
}

#[test]
fn who_does_not_hold_an_office_leads_nothing() {
    for held in ["menjadi", "terpilih sebagai", "telah menjadi", "dilantik sebagai"] {
        says(&format!("Ali Bongo {held} ketua Partai Hijau."), "leads", &["Ali Bongo, Partai Hijau"]);
    }
    for not in [
        "akan menjadi",
        "tidak lagi menjadi",
        "ingin menjadi",
        "dicalonkan sebagai",
        "mundur sebagai",
        "pernah menjadi",
    ] {
        says(&format!("Ali Bongo {not} ketua Partai Hijau."), "leads", &[]);
    }
    says("Ali Bongo mundur sebagai ketua Partai Hijau.", "other", &["Ali Bongo, Partai Hijau"]);
}

#[test]
fn letters_of_a_field_stand_between_an_office_and_its_holder() {
    let text = "LIMA - Menteri Lingkungan Hidup (LH) Rina Sari menolak. Peru memprotes.";
    says(text, "holds_office", &["Rina Sari, Peru"]);
    let secretary = "Sekretaris Jenderal Kementerian Kelautan (Sekjen Kemenlaut) Rina Sari menolak.";
    says(secretary, "holds_office", &["Rina Sari, Kementerian Kelautan"]);
}

#[test]
fn a_short_form_before_a_body_is_a_field() {
    says(
        "Direktur Labuksi KPK, Rina Sari, menolak.",
        "holds_office",
        &["Rina Sari, Komisi Pemberantasan Korupsi"],
    );
    says("Ketua PSSI Erick Thohir menolak.", "leads", &["Erick Thohir, PSSI"]);
}

#[test]
fn offices_of_places_told_with_their_sort() {
    says("Sekda Kabupaten Banggai Rina Sari menolak.", "holds_office", &["Rina Sari, Banggai"]);
}

#[test]
fn who_holds_an_office_now() {
    says("Presiden Chad saat ini, Ali Bongo, menolak.", "leads", &["Ali Bongo, Chad"]);
    says("Posisi Ketua Partai Hijau kini ditempati oleh Rina Sari.", "leads", &["Rina Sari, Partai Hijau"]);
    says("Jabatan Ketua Partai Hijau diisi Rina Sari.", "leads", &["Rina Sari, Partai Hijau"]);
}

#[test]
fn one_holder_of_two_bodies() {
    says("CEO Tesla dan SpaceX, Elon Musk, menolak.", "leads", &["Elon Musk, SpaceX", "Elon Musk, Tesla"]);
    let two = relations("CEO Tesla dan SpaceX menolak. Elon Musk setuju.");
    assert!(!two.iter().any(|r| r.starts_with("leads: Elon Musk")), "{two:?}");
}

#[test]
fn a_body_under_somebodys_leadership() {
    let text = "Kementerian Pertanian di bawah kepemimpinan Rina Sari bekerja keras.";
    assert!(
        relations(text).iter().any(|r| r.starts_with("leads: Rina Sari, Kementerian Pertanian")),
        "{:?}",
        relations(text)
    );
}

#[test]
fn a_rank_with_brackets_is_nobody() {
    says("Kapolda Riau Irjen (Pol) Budi Hartono menolak.", "leads", &["Budi Hartono, Riau"]);
}

#[test]
fn what_is_on_its_way_lies_nowhere() {
    says("Peti itu dibawa dari Bandara Lada menuju Cusco.", "located_in", &[]);
    says("Peti itu tiba di Bandara Lada di Cusco.", "located_in", &["Bandara Lada, Cusco"]);
    let office = relations("Kantor Pemerintah Aceh di Meulaboh terbakar.");
    assert!(!office.contains(&"located_in: Aceh, Meulaboh".to_owned()), "{office:?}");
    says("Pejabat itu tiba di Akademi Lada (Aklad) Magelang.", "located_in", &["Akademi Lada, Magelang"]);
}

#[test]
fn secretaries_general_lead_bodies_of_several_states() {
    says("Sekretaris Jenderal PBB Rina Sari menolak.", "leads", &["Rina Sari, Perserikatan Bangsa-Bangsa"]);
    says("Sekretaris Jenderal Partai Hijau Rina Sari menolak.", "leads", &[]);
    says("Sekjen Golkar Rina Sari menolak.", "holds_office", &["Rina Sari, Partai Golongan Karya"]);
}

#[test]
fn kin_whose_office_stands_before_the_name() {
    let text = "Putra bungsu Budi Hartono yang juga Ketua Umum Partai Hijau Ali Hartono hadir.";
    says(text, "other", &["Ali Hartono, Budi Hartono"]);
    says(text, "leads", &["Ali Hartono, Partai Hijau"]);
}
