//! Actors of Indonesian texts of our own: what they are, which state they belong to, who is meant again.

use model::{Extraction, Language, MentionKind, Note, PartialDate};

use crate::{Options, by_rules};

fn read(text: &str, day: &str) -> Extraction {
    let published = PartialDate::parse(day);
    by_rules(text, &Options { language: Some(Language::Indonesian), published, ..Options::default() })
}

/// Kind and country of the entity that a text names so: "organization IDN".
fn actor(text: &str, name: &str) -> String {
    let reading = read(text, "2025-06-10");
    let found = reading.entities.iter().find(|e| e.mentions.iter().any(|m| m.span.of(text) == name));
    found.map_or_else(
        || "none".into(),
        |e| format!("{} {}", e.kind.code(), e.country.map_or("-".into(), |c| c.code().to_string())),
    )
}

#[test]
fn initials_are_people_where_an_age_or_a_word_says_so() {
    let text = "KENDAL - Polisi menahan warga berinisial MBR di Kendal. Menurut penyidik, MBR mengaku bersalah. \
                Rekannya, WD (31), masih dicari di Semarang.";
    assert_eq!(actor(text, "MBR"), "person IDN");
    assert_eq!(actor(text, "WD"), "person IDN");
}

#[test]
fn a_rank_is_no_party_and_a_sum_is_no_name() {
    let text = "Menurut AKP Sutrisno Wibowo, pelaku menerima Rp5 juta di Bandung.";
    assert_eq!(actor(text, "Sutrisno Wibowo"), "person -");
    assert_eq!(actor(text, "AKP"), "none");
    assert_eq!(actor(text, "Rp5"), "none");
}

#[test]
fn between_an_office_and_its_holder_stands_the_body() {
    let text = "CEO Zentaro, Budi Hartono, mengumumkan hal itu. CEO Zentaro Budi Hartono lalu pergi.";
    assert_eq!(actor(text, "Zentaro"), "organization -");
    assert_eq!(actor(text, "Budi Hartono"), "person -");
}

#[test]
fn bodies_of_an_article_that_plays_in_indonesia_are_indonesian() {
    let text = "SEMARANG - Warga Kendal dan Demak mendatangi Kantor Lurah Mekarwangi di Semarang. \
                Ketua Paguyuban Tani Makmur, Slamet Widodo, memimpin aksi itu di Semarang. \
                Di tempat lain, Rusia menyerang Ukraina.";
    assert_eq!(actor(text, "Slamet Widodo"), "person IDN");
}

#[test]
fn an_article_that_names_bodies_and_no_place_plays_where_they_are() {
    let text = "Majelis hakim MK menolak permohonan Damar Wibisono. KPK menghormati putusan MK. \
                Anggota DPR itu menilai putusan MK sudah tepat.";
    assert_eq!(actor(text, "Damar Wibisono"), "person IDN");
}

#[test]
fn words_behind_a_name_say_whose_citizen_somebody_is() {
    let aged = "Maria Lindahl (68), warga Swedia terpidana mati, dipulangkan dari bandara itu.";
    assert_eq!(actor(aged, "Maria Lindahl"), "person SWE");
    assert_eq!(actor(aged, "warga Swedia"), "person SWE");
    let clause = "Karim Shahab, warga negara Malaysia yang menjadi korban, dimakamkan di Banyuwangi.";
    assert_eq!(actor(clause, "Karim Shahab"), "person MYS");
    let origin = "Karim Shahab (35), aktivis asal Swedia, ditahan di Bangkok.";
    assert_eq!(actor(origin, "Karim Shahab"), "person SWE");
    // Who acts behind a comma is somebody else.
    let other = "Di hadapan Maria Lindahl, warga Swedia berunjuk rasa.";
    assert_eq!(actor(other, "Maria Lindahl"), "person -");
    assert_eq!(actor(other, "warga Swedia"), "group SWE");
}

#[test]
fn kin_of_a_president_do_not_hold_his_office() {
    let unnamed = "Adik Presiden Ghana, Kofi Mensah, tiba di Paris.";
    assert_eq!(relations(unnamed), ["leads: Presiden Ghana, Ghana"]);
    let named = "Ayah Presiden Ghana John Mahama, Errol Mahama, tiba di Paris.";
    assert_eq!(actor(named, "Errol Mahama"), "person GHA");
    assert_eq!(relations(named), ["leads: John Mahama, Ghana", "other: Errol Mahama, John Mahama"]);
}

#[test]
fn what_is_met_beside_another_state_is_not_taken_home() {
    let text = "JAKARTA - Hujan turun di Bandung, Bogor, Depok, Bekasi, dan Tangerang. \
                Sementara itu di Rusia, pesawat Ostrava Airlines mendarat.";
    assert_ne!(actor(text, "Ostrava Airlines"), "organization IDN");
}

#[test]
fn a_table_of_offices_answers_inside_its_dates_only() {
    let country = |text: &str, day: &str| {
        let reading = read(text, day);
        let person = reading.entities.iter().find(|e| e.kind.code() == "person").unwrap();
        let noted = reading.notes.iter().any(|n| matches!(n, Note::CountryCandidate { .. }));
        (person.country.map(|c| c.code().to_string()), noted)
    };
    let text = "Yingluck Shinawatra berpidato kemarin.";
    assert_eq!(country(text, "2012-05-01"), (Some("THA".into()), false));
    assert_eq!(country(text, "2025-05-01"), (None, true));
}

#[test]
fn an_office_without_its_state_follows_the_table_before_the_dateline() {
    let text = "JAKARTA - Perdana Menteri Anthony Albanese tiba kemarin.";
    assert_eq!(actor(text, "Anthony Albanese"), "person AUS");
}

#[test]
fn the_republic_of_a_state_is_that_state() {
    assert_eq!(
        actor("Presiden Republik Perancis berkunjung ke Jakarta.", "Republik Perancis"),
        "country FRA"
    );
}

#[test]
fn georgia_is_a_state_of_america_where_only_america_is_spoken_of() {
    let text = "Badai melanda negara bagian Georgia, Amerika Serikat. Warga Georgia mengungsi ke Florida.";
    assert_eq!(actor(text, "Georgia"), "place USA");
    assert_eq!(
        actor("Demonstran berkumpul di Tbilisi. Parlemen Georgia bersidang.", "Georgia"),
        "country GEO"
    );
}

#[test]
fn what_is_listed_with_places_is_a_place() {
    let text = "Korban berasal dari Sukawening, Mekarwangi, dan Tangerang.";
    assert_eq!(actor(text, "Mekarwangi").split(' ').next(), Some("place"));
}

#[test]
fn ia_goes_on_about_who_acts_not_about_who_is_listed() {
    let text = "Sulaiman Effendi lahir di Medan. Pernikahannya dikaruniai dua anak, yaitu Rina Effendi dan Tono \
                Effendi. Ia kini tinggal di Jakarta.";
    let reading = read(text, "2025-06-10");
    let person = reading.entities.iter().find(|e| e.names.id == "Sulaiman Effendi").unwrap();
    assert!(person.mentions.iter().any(|m| m.kind == MentionKind::Pronoun && m.span.of(text) == "Ia"));
}

#[test]
fn kin_and_founders_are_told() {
    let text = "Rina Sari, istri Andi Pratama, hadir kemarin.";
    let reading = read(text, "2025-06-10");
    assert_eq!(reading.relations.iter().filter(|r| r.kind.code() == "other").count(), 1);
}

/// The relations of a text: "kind: subject, object" by their Indonesian names, in order.
fn relations(text: &str) -> Vec<String> {
    let reading = read(text, "2025-06-10");
    let name = |id| reading.entities.iter().find(|e| e.id == id).map_or("-", |e| &*e.names.id);
    let told = |r: &model::Relation| format!("{}: {}, {}", r.kind.code(), name(r.subject), name(r.object));
    let mut out: Vec<String> = reading.relations.iter().map(told).collect();
    out.sort();
    out
}

#[test]
fn letters_in_brackets_spell_one_name() {
    let text = "Ketua Norwegia Fisheries Watch (NFW), Ola Hansen, berbicara di Oslo.";
    assert_eq!(actor(text, "Norwegia Fisheries Watch"), "organization NOR");
    assert_eq!(actor("Menteri Norwegia Ola Hansen (NGO) berbicara.", "Norwegia"), "country NOR");
}

#[test]
fn an_envoy_stands_beside_the_state_he_is_sent_to() {
    let text = "Duta Besar Norwegia untuk Chad Ola Hansen bertemu para nelayan.";
    assert_eq!(actor(text, "Ola Hansen"), "person NOR");
    assert_eq!(actor(text, "Chad"), "country TCD");
}

#[test]
fn those_counted_and_listed_belong_to_the_group() {
    let text =
        "Polisi menahan tiga tersangka, yakni Rudi Hartono, anggota DPR Rina Lestari, dan Budi Santoso.";
    let members: Vec<String> = relations(text).into_iter().filter(|r| r.ends_with("tersangka")).collect();
    let group = "tiga tersangka";
    let expected =
        ["Budi Santoso", "Rina Lestari", "Rudi Hartono"].map(|who| format!("member_of: {who}, {group}"));
    assert_eq!(members, expected);
    // Examples are not all of them, and one alone is the group under another name.
    let examples = "Polisi menahan para pedagang seperti Rudi Hartono dan Sari Dewi.";
    assert!(relations(examples).iter().all(|r| !r.starts_with("member_of")));
    let alone = "Polisi menahan dua tersangka, yakni Rudi Hartono.";
    assert!(relations(alone).iter().all(|r| !r.starts_with("member_of")));
}

#[test]
fn who_runs_a_field_of_a_body_holds_an_office_there() {
    let office =
        |text: &str| relations(text).into_iter().find(|r| r.contains("Rudi Hartono")).unwrap_or_default();
    assert!(office("Direktur Penyidikan KPK Rudi Hartono berbicara.").starts_with("holds_office"));
    assert!(office("Ketua KPK Rudi Hartono berbicara.").starts_with("leads"));
}

#[test]
fn a_thing_lies_in_the_district_named_behind_it() {
    let lies = |text: &str| relations(text).iter().filter(|r| r.starts_with("located_in")).count();
    assert!(lies("Mereka bertemu di Gudang Lada Timur, Kabupaten Malang, Kamis.") > 0);
    assert_eq!(lies("Mereka pergi ke Pulau Lada, Pulau Pala, dan Pulau Cengkih."), 0);
}

#[test]
fn members_are_told_by_their_seat_by_a_description_and_by_a_clause() {
    let told = |text: &str, what: &str| {
        let all = relations(text);
        assert!(all.iter().any(|r| r == what), "{what}: {all:?}");
    };
    told(
        "Anggota DPR dari daerah pemilihan Jawa Barat Rina Lestari menolak usul itu.",
        "member_of: Rina Lestari, Dewan Perwakilan Rakyat",
    );
    told(
        "Dosen dari Universitas Lada, Rina Lestari, menolak usul itu.",
        "member_of: Rina Lestari, Universitas Lada",
    );
    told("Warga melihat anggota Hamas di Gaza.", "member_of: anggota Hamas, Hamas");
    let clause = "NATO merupakan aliansi yang mencakup banyak negara, yaitu Norwegia, Kanada, dan Polandia.";
    told(clause, "member_of: Norwegia, NATO");
    let other = "NATO menolak usul negara lain, kata Rina, yaitu Norwegia, Kanada, dan Polandia.";
    assert!(relations(other).iter().all(|r| !r.starts_with("member_of: Norwegia")));
}

#[test]
fn bodies_lie_where_the_words_say_so() {
    let lies =
        |text: &str| relations(text).into_iter().filter(|r| r.starts_with("located_in")).collect::<Vec<_>>();
    assert_eq!(lies("Ia dirawat di Institut Lada di Lima.").len(), 1);
    assert_eq!(lies("Mereka mendatangi PT Lada yang berlokasi di Bandung.").len(), 1);
    assert_eq!(lies("Perusahaan asal Norwegia, PT Lada, membantah.").len(), 1);
    // Who acts somewhere does not lie there.
    assert!(lies("Polisi menggeledah PT Lada di Bandung.").is_empty());
}

#[test]
fn people_without_a_name_are_told_with_whose_they_are() {
    let first = |text: &str| {
        let reading = read(text, "2025-06-10");
        let event = reading.events.iter().find(|e| e.trigger.of(text) == "mengecam").expect("an event");
        let who = event.roles.iter().find(|p| p.role == model::Role::Source).expect("a source");
        let entity = reading.entities.iter().find(|e| e.id == who.entity).expect("its entity");
        format!("{} {:?}", entity.names.id, entity.country.map(|c| c.code().to_string()))
    };
    for (text, who) in [
        ("Keluarga Rina Lestari mengecam Trump.", "Keluarga Rina Lestari None"),
        ("Para kader PSI mengecam Trump.", "Para kader PSI Some(\"IDN\")"),
        ("Dua narapidana asal Inggris mengecam Trump.", "Dua narapidana asal Inggris Some(\"GBR\")"),
        ("Pejabat militer dari Prancis mengecam Trump.", "Pejabat militer dari Prancis Some(\"FRA\")"),
        ("Sebanyak 56 persen warga Kanada mengecam Trump.", "56 persen warga Kanada Some(\"CAN\")"),
        // Whom a citizen is named by is no citizens' owner.
        ("Seorang warga Rina Lestari mengecam Trump.", "Rina Lestari None"),
    ] {
        assert_eq!(first(text), who, "{text}");
    }
}

#[test]
fn an_office_ends_where_its_known_holder_begins() {
    let text = "Hal itu disampaikan Menteri Imipas Agus Andrianto di Cilacap.";
    assert_eq!(actor(text, "Agus Andrianto").split(' ').next(), Some("person"));
    // A longer name of somebody known stays whole.
    let text = "Hal itu disampaikan Menteri Muhammad Tito Karnavian di Cilacap.";
    assert_eq!(actor(text, "Muhammad Tito Karnavian").split(' ').next(), Some("person"));
}

#[test]
fn what_nobody_stated_is_no_relation() {
    let none = |text: &str| assert!(relations(text).is_empty(), "{:?}", relations(text));
    none("Presiden Lula dan pemerintahannya menolak usul Kanada.");
    none("Polisi mendatangi Surabaya, dan Indonesia mengecam Rusia.");
    none("Tambang emas di Yahukimo, Pegunungan Bintang, Nabire, dan Waropen ditutup warga.");
}

#[test]
fn the_tagger_cuts_a_name_finds_one_and_sees_nothing_in_another() {
    let text = "Teradu Mbakyu Rina Maharani hadir di Semarang. Zentaro menolak hal itu, kata Rina Maharani.";
    assert_eq!(actor(text, "Mbakyu Rina Maharani"), "none");
    assert!(actor(text, "Rina Maharani").starts_with("person"));
    assert_ne!(actor(text, "Zentaro"), "none");
    let text = "Perusahaan itu membayar iuran melalui Tabungan Hari Tua kepada pekerja di Semarang. \
                Budi Hartono mengatakan hal itu kepada Zentaro.";
    assert_eq!(actor(text, "Tabungan Hari Tua"), "none");
    // What acts is an actor, whatever the tagger says.
    let text = "Perusahaan itu membayar iuran melalui Tabungan Hari Tua kepada pekerja di Semarang. \
                Budi Hartono mengatakan bahwa Tabungan Hari Tua menolak hal itu.";
    assert_ne!(actor(text, "Tabungan Hari Tua"), "none");
}

#[test]
fn the_last_word_of_somebody_s_name_is_no_town_behind_it() {
    let read = |text: &str| {
        let reading = read(text, "2025-06-10");
        let names = reading.entities.iter().map(|entity| (entity.names.en.clone(), entity.kind));
        names.collect::<Vec<_>>()
    };
    let behind = "Menteri Luar Negeri Peru, Marco Rubio, mengecam Chad. Namun, Rubio juga memuji Niger.";
    assert!(!read(behind).iter().any(|(name, _)| name == "Rubio"), "{:?}", read(behind));
    let town = "Menteri Luar Negeri Peru, Marco Rubio, mengecam Chad. Ia lalu tiba di Rubio pada Senin.";
    let found = read(town);
    assert!(found.contains(&("Rubio".into(), model::EntityKind::Place)), "{found:?}");
}
