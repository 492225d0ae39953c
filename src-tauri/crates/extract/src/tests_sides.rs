//! Who did it to whom: appositions, examples, occasions, demands, and what the rest of the text tells.

use model::{Modality, Role};

use crate::{Options, by_rules};

/// Every event as "TYPE trigger: sources > targets", with its status unless it happened.
fn told(text: &str) -> Vec<String> {
    let reading = by_rules(text, &Options::default());
    let name =
        |id| reading.entities.iter().find(|entity| entity.id == id).map_or("?", |entity| &entity.names.id);
    let line = |event: &model::Event| {
        let list = |role| event.fillers(role).map(name).collect::<Vec<_>>().join("+");
        let status = if event.modality == Modality::Actual { "" } else { event.modality.code() };
        let (source, target) = (list(Role::Source), list(Role::Target));
        let line = format!("{} {}: {source} > {target} {status}", event.kind.code(), event.trigger.of(text));
        line.trim_end().to_owned()
    };
    reading.events.iter().map(line).collect()
}

#[track_caller]
fn tells(text: &str, event: &str) {
    includes(&told(text), event);
}

#[track_caller]
pub(crate) fn includes(told: &[String], event: &str) {
    assert!(told.iter().any(|line| line == event), "{event}\nnot in {told:#?}");
}

#[test]
fn a_description_between_commas_leaves_the_subject_to_the_name() {
    tells(
        "Reza Karim, putra mendiang raja Norwegia, menyerukan kepada pasukan keamanan Norwegia untuk mundur.",
        "REQUEST menyerukan: Reza Karim > pasukan keamanan Norwegia",
    );
    tells(
        "Ayah Dewi Lestari, Budi Lestari, mendesak Hasan Basri untuk meminta maaf.",
        "REQUEST mendesak: Budi Lestari > Hasan Basri",
    );
    tells("Perusahaan minyak Norwegia, Equinor, menggugat Peru.", "ACCUSE menggugat: Equinor > Peru");
}

#[test]
fn short_forms_in_brackets_part_nothing() {
    tells(
        "Mahkamah Kehormatan Dewan (MKD) DPR menonaktifkan anggota DPR Rina Sari.",
        "SANCTION menonaktifkan: Mahkamah Kehormatan Dewan > Rina Sari",
    );
    tells(
        "Polisi memanggil eks Sekretaris Jenderal Kementerian Ketenagakerjaan (Sekjen Kemenaker) Budi Santoso.",
        "REQUEST memanggil: Polisi > Budi Santoso",
    );
}

#[test]
fn a_relative_clause_behind_a_comma_is_about_the_person() {
    tells(
        "Andi Saputra dari Partai Nasional, yang ditangkap polisi Peru, menolak tuduhan itu.",
        "COERCE ditangkap: polisi Peru > Andi Saputra",
    );
}

#[test]
fn examples_act_with_their_group() {
    tells(
        "Sejumlah negara seperti Peru, Jepang, dan Korea Selatan mengecam Norwegia.",
        "ACCUSE mengecam: Sejumlah negara+Peru+Jepang+Korea Selatan > Norwegia",
    );
}

#[test]
fn a_title_stands_between_a_visit_and_whose_it_is() {
    tells(
        "Presiden Rusia Vladimir Putin menyambut baik kunjungan Presiden Prabowo Subianto ke Peru.",
        "CONSULT kunjungan: Prabowo Subianto > Peru",
    );
}

#[test]
fn who_speaks_on_an_occasion_takes_part_in_it() {
    tells(
        "\"Peru akan menang,\" kata Rina Sari dalam pertemuan dengan Budi Santoso di Lima.",
        "CONSULT pertemuan: Rina Sari > Budi Santoso",
    );
    tells(
        "Dalam pertemuan dengan Budi Santoso, Rina Sari menolak tuduhan Peru.",
        "CONSULT pertemuan: Rina Sari > Budi Santoso",
    );
}

#[test]
fn who_says_that_somebody_must_act_asks_him() {
    let text = "\"Peru harus menghentikan pembangunan itu,\" kata Rina Sari, Senin.";
    tells(text, "REQUEST harus: Rina Sari > Peru");
    let plain = told("Peru harus menghentikan pembangunan itu.");
    assert!(!plain.iter().any(|line| line.starts_with("REQUEST harus")), "{plain:#?}");
    let suffered = told("\"Peru harus diawasi,\" kata Rina Sari, Senin.");
    assert!(!suffered.iter().any(|line| line.starts_with("REQUEST harus")), "{suffered:#?}");
}

#[test]
fn a_state_arrests_within_its_borders() {
    tells("Rina Sari ditahan di Peru.", "COERCE ditahan: Peru > Rina Sari");
}

#[test]
fn the_same_deed_has_the_same_doer() {
    tells(
        "Partai Nasional memecat Rina Sari dari jabatannya. Menurut juru bicara, Budi Santoso juga dipecat.",
        "COERCE dipecat: Partai Nasional > Budi Santoso",
    );
}

#[test]
fn what_is_thanked_for_was_done_by_whoever_is_thanked() {
    tells(
        "Rina Sari berterima kasih kepada Budi Santoso atas dukungannya.",
        "SUPPORT dukungan: Budi Santoso > Rina Sari",
    );
}

#[test]
fn an_office_alone_with_capitals_means_its_holder() {
    tells(
        "Presiden Peru Ana Reis tiba di Lima. Di sana Kepala Negara mengecam Chad.",
        "ACCUSE mengecam: Ana Reis > Chad",
    );
}

#[test]
fn his_side_is_the_body_that_somebody_speaks_for() {
    tells(
        "Ketua Umum PKB Muhaimin Iskandar menyampaikan bahwa pihaknya mengundang Prabowo Subianto.",
        "REQUEST mengundang: Partai Kebangkitan Bangsa > Prabowo Subianto",
    );
}

#[test]
fn plans_reach_over_titles_purposes_and_objects() {
    tells(
        "Hal ini menyusul rencana Presiden Andi Saputra menyerang Chad.",
        "ASSAULT menyerang: Andi Saputra > Chad planned",
    );
    tells("Peru akan memakai dana itu untuk membantu Chad.", "AID membantu: Peru > Chad planned");
}

#[test]
fn a_title_may_hold_a_preposition_and_ends_where_a_clause_begins() {
    tells("Menteri Dalam Negeri Rina Mahira juga mengecam Israel.", "ACCUSE mengecam: Rina Mahira > Israel");
    tells(
        "Hasan menjabat sebagai Plt Gubernur setelah Budi Karim ditangkap polisi Peru dan ditahan.",
        "COERCE ditangkap: polisi Peru > Budi Karim",
    );
    tells(
        "Perjanjian itu diteken Menteri Pertahanan Rina Mahira dan Menteri Luar Negeri Budi Karim di Lima.",
        "AGREE Perjanjian: Rina Mahira+Budi Karim >",
    );
    tells(
        "Pasar Merica dibuka, dan pejabat Peru bertemu Gubernur Aceh, Rina Mahira dan jajaran pemerintahannya.",
        "CONSULT bertemu: pejabat Peru > Rina Mahira",
    );
}

#[test]
fn whose_feeling_it_is_says_it() {
    tells(
        "Rina Mahira mengungkapkan keprihatinannya atas serangan Chad ke Peru.",
        "OTHER mengungkapkan keprihatinan: Rina Mahira >",
    );
}

#[test]
fn an_agent_of_a_passive_acts_though_its_frame_tells_of_victims() {
    tells("Perkara itu telah ditangani Kepolisian Peru.", "OTHER ditangani: Kepolisian Peru >");
    tells(
        "Pasar Merica dibuka oleh Budi Karim dan dihadiri pejabat Peru.",
        "CONSULT dihadiri: pejabat Peru > Pasar Merica",
    );
}

#[test]
fn who_is_meant_by_a_number_suffers_with_it() {
    tells(
        "Tiga orang ditetapkan sebagai tersangka, yaitu Rina Mahira, Budi Karim, dan Hasan Basri.",
        "ACCUSE ditetapkan sebagai tersangka:  > Tiga orang+Rina Mahira+Budi Karim+Hasan Basri",
    );
}

#[test]
fn a_description_behind_a_copula_is_said_of_its_subject() {
    tells(
        "Rina Mahira adalah salah satu pengacara yang ditangkap polisi Peru.",
        "COERCE ditangkap: polisi Peru > Rina Mahira",
    );
    tells(
        "Budi merupakan putra mendiang Rina Mahira, jurnalis ternama Norwegia yang diculik Kartel Lada.",
        "ASSAULT diculik: Kartel Lada > Rina Mahira",
    );
}

#[test]
fn disasters_and_foundings_happen_to_what_they_are_named_with() {
    tells("Krisis kemanusiaan di Sudan memburuk.", "OTHER Krisis kemanusiaan:  > Sudan");
    let told = told("Rina Mahira datang sebelum pemilihan presiden Kolombia.");
    assert!(!told.iter().any(|line| line.contains("pemilihan presiden: Kolombia")), "{told:#?}");
}

#[test]
fn thanks_in_a_quotation_are_the_speakers() {
    tells(
        "\"Jadi terima kasih Presiden Putin,\" kata Rina Mahira.",
        "SUPPORT terima kasih: Rina Mahira > Vladimir Putin",
    );
    tells(
        "Presiden Rina Mahira bertemu Perdana Menteri Singapura, Yang Mulia Lawrence Wong.",
        "CONSULT bertemu: Rina Mahira > Lawrence Wong",
    );
}

#[test]
fn a_bare_office_means_the_one_whose_state_is_never_named() {
    tells(
        "Presiden Rina Mahira bertemu Presiden Brasil Luiz Inacio. Kepala Negara mengecam Israel.",
        "ACCUSE mengecam: Rina Mahira > Israel",
    );
}

#[test]
fn what_a_purpose_is_done_to_is_not_asked() {
    let told = told("Peru mengajukan permintaan untuk memulangkan warga negara Norwegia yang ditahan.");
    assert!(!told.iter().any(|line| line.starts_with("REQUEST") && line.contains("> warga")), "{told:#?}");
}

#[test]
fn a_direction_behind_a_noun_names_nobody() {
    tells("Sejumlah analis Barat mengkritik Iran.", "ACCUSE mengkritik: Sejumlah analis Barat > Iran");
}

#[test]
fn places_are_neither_talked_with_nor_believed() {
    let told = told("Pejabat Peru bicara Nusantara dan kereta cepat.");
    assert!(!told.iter().any(|line| line.contains("> Nusantara")), "{told:#?}");
    let reading =
        by_rules("Jalur Surabaya membuktikan bahwa kritik Rina Mahira sudah tepat.", &Options::default());
    assert!(reading.events.iter().all(|event| event.attributed_to.is_none()), "{:?}", reading.events);
}

#[test]
fn an_adverb_of_manner_stands_between_subject_and_verb() {
    tells(
        "Budi Lestari bercerita bahwa Rina Mahira telah secara pribadi mengecam Israel.",
        "ACCUSE mengecam: Rina Mahira > Israel",
    );
}

#[test]
fn what_somebody_becomes_does_not_act() {
    tells(
        "Rina Mahira menjadi ketua umum Partai Golkar menggantikan Budi Lestari.",
        "OTHER menggantikan: Rina Mahira > Budi Lestari",
    );
}

#[test]
fn whose_manner_it_is_acts_in_it() {
    let told = told("KPK mengkritik cara Kejaksaan Agung dalam menangkap Rina Mahira.");
    assert!(told.contains(&"COERCE menangkap: Kejaksaan Agung > Rina Mahira".to_owned()), "{told:#?}");
}

#[test]
fn the_agent_in_a_relative_clause_does_not_act_behind_it() {
    tells(
        "Kelompok bersenjata yang didukung Iran mengancam Amerika Serikat.",
        "THREATEN mengancam: Kelompok bersenjata > Amerika Serikat",
    );
}

#[test]
fn who_makes_a_statement_condemns_in_it() {
    tells("Rina Mahira membuat pernyataan yang mengecam Israel.", "ACCUSE mengecam: Rina Mahira > Israel");
}

#[test]
fn those_who_are_meant_by_a_description_act() {
    let told = told("Organisasi pendukung Presiden Rina Mahira, yakni Barisan Relawan, mengecam Israel.");
    assert!(told.iter().any(|line| line.ends_with("Barisan Relawan > Israel")), "{told:#?}");
    let told = self::told("Warga, khususnya di Riau, yang mendukung Rina Mahira mengecam Israel.");
    assert!(!told.iter().any(|line| line.starts_with("SUPPORT mendukung: Riau")), "{told:#?}");
}

#[test]
fn who_sends_troops_by_name_sends_them_himself() {
    let told = told("Presiden Peru Rina Mahira mengerahkan pasukan ke Lima.");
    assert!(told.iter().any(|line| line.starts_with("MOBILIZE mengerahkan: Rina Mahira >")), "{told:#?}");
}

#[test]
fn a_city_that_stands_for_a_government_acts_as_its_state() {
    tells("Israel menolak usul itu. Rusia mengecam Tel Aviv.", "ACCUSE mengecam: Rusia > Israel");
}

#[test]
fn a_body_acts_and_not_the_state_behind_its_name() {
    tells("Kelompok Hizbullah Lebanon mengecam Israel.", "ACCUSE mengecam: Kelompok Hizbullah > Israel");
}

#[test]
fn the_publisher_in_a_dateline_takes_part_in_nothing() {
    for dateline in ["Jakarta, CNN Indonesia --", "Jakarta -", "Kuala Lumpur, Antara -"] {
        let told = told(&format!("{dateline} Rusia mengecam Israel dan menyerang Ukraina."));
        assert_eq!(
            told,
            ["ACCUSE mengecam: Rusia > Israel", "ASSAULT menyerang: Rusia > Ukraina"],
            "{dateline}"
        );
    }
}

#[test]
fn an_exhortation_names_nobody() {
    let reading = by_rules("\"Mari bertindak,\" kata Rina Mahira.", &Options::default());
    assert!(reading.entities.iter().all(|entity| entity.names.id != "Mari"), "{:?}", reading.entities);
}

#[test]
fn a_conflict_is_a_war_between_states_only() {
    tells("Konflik antara Israel dan Iran meluas.", "ASSAULT Konflik: Israel+Iran > Israel+Iran");
    let told = told("Konflik antara Rina Mahira dan Budi Lestari meluas.");
    assert!(!told.iter().any(|line| line.starts_with("ASSAULT")), "{told:#?}");
}

#[test]
fn who_supports_a_group_does_not_threaten_in_its_place() {
    let told = told("Kelompok yang didukung Iran mengancam Amerika Serikat.");
    assert!(!told.iter().any(|line| line.starts_with("THREATEN mengancam: Iran")), "{told:#?}");
}
