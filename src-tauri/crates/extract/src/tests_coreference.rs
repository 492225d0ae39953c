//! Who is meant again, in texts of our own.

use model::Language;

use crate::{Options, by_rules};

/// How the entity with this Indonesian name is called in a text, in order.
fn mentions(language: Language, text: &str, entity: &str) -> Vec<String> {
    let reading = by_rules(text, &Options { language: Some(language), ..Options::default() });
    let found = reading.entities.iter().filter(|e| e.names.id == entity);
    found.flat_map(|e| e.mentions.iter().map(|m| m.span.of(text).to_string())).collect()
}

fn indonesian(text: &str, entity: &str) -> Vec<String> {
    mentions(Language::Indonesian, text, entity)
}

#[test]
fn who_says_i_in_a_quotation_stands_beside_the_verb_of_speaking() {
    let text = "\"Saya belum tahu,\" ujar Hendra Gunawan di Medan.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Saya", "Hendra Gunawan"]);
    let text = "Hendra Gunawan tiba di Medan. \"Rapat selesai dan saya pulang,\" katanya.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "saya", "nya"]);
    let text = "Karen Ostrova spoke in Tallinn. \"The vote was fair. I accept it,\" she said.";
    assert_eq!(mentions(Language::English, text, "Karen Ostrova"), ["Karen Ostrova", "I", "she"]);
}

#[test]
fn a_quotation_runs_over_sentences_to_where_it_closes() {
    let text = "Ratna Dewi menunggu di Kotabumi. \"Harga turun. Saya akan kembali. Itu pasti,\" kata Hendra Gunawan.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Saya", "Hendra Gunawan"]);
    assert_eq!(indonesian(text, "Ratna Dewi"), ["Ratna Dewi"]);
}

#[test]
fn i_without_a_speaker_or_a_quotation_is_nobody() {
    let text = "Buku itu dibuka dengan kalimat \"Saya datang dari utara\". Hendra Gunawan pulang ke Medan.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan"]);
    let text = "Saya bertemu Hendra Gunawan di Medan. \"Sudah selesai,\" kata Hendra Gunawan.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "Hendra Gunawan"]);
}

#[test]
fn a_calling_with_a_demonstrative_is_the_person_spoken_of() {
    let text = "Hendra Gunawan tiba di Medan. Politikus Golkar itu bertemu warga.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "Politikus Golkar itu"]);
}

#[test]
fn a_calling_is_not_who_stands_before_it_in_its_sentence_or_who_quotes_it() {
    let text = "Hendra Gunawan tiba di Medan. Ratna Dewi menyambut politikus Golkar itu.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan"]);
    assert_eq!(indonesian(text, "Ratna Dewi"), ["Ratna Dewi"]);
    let text = "Hendra Gunawan tiba di Medan. \"Politikus Golkar itu belum datang,\" katanya.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "nya"]);
}

#[test]
fn nya_behind_a_preposition_is_not_who_acts() {
    let text = "Ratna Dewi menulis surat. Hendra Gunawan berterima kasih kepadanya.";
    assert_eq!(indonesian(text, "Ratna Dewi"), ["Ratna Dewi", "nya"]);
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan"]);
}

#[test]
fn nya_behind_a_passive_verb_acts_and_before_a_noun_is_nobody() {
    let text = "Hendra Gunawan tiba di Medan. Partai yang dipimpinnya menang.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "nya"]);
    let text = "Hendra Gunawan tiba di Medan. Meningkatnya harga beras dibahas.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan"]);
}

#[test]
fn nya_is_a_state_where_no_person_is_spoken_of() {
    let text = "Norwegia menggugat Peru. Gugatannya dibaca di Oslo.";
    assert_eq!(indonesian(text, "Norwegia"), ["Norwegia", "nya"]);
}

#[test]
fn she_is_no_man_and_he_no_woman() {
    let english = |text: &str, entity: &str| mentions(Language::English, text, entity);
    let text = "Maria Ostrova met Peter Halvorsen in Oslo. She praised him. He thanked her.";
    assert_eq!(english(text, "Maria Ostrova"), ["Maria Ostrova", "She", "her"]);
    assert_eq!(english(text, "Peter Halvorsen"), ["Peter Halvorsen", "him", "He"]);
    let text = "Mrs. Tarn met Mr. Okvist in Oslo. He said that she would resign.";
    assert!(english(text, "Tarn").contains(&"she".into()), "{:?}", english(text, "Tarn"));
    assert!(english(text, "Okvist").contains(&"He".into()), "{:?}", english(text, "Okvist"));
}

#[test]
fn who_was_he_stays_he_until_somebody_else_acts() {
    let text =
        "Karel Ostrova spoke in Tallinn. He praised Mikkel Tarn. He then left for Oslo. His son stayed.";
    let found = mentions(Language::English, text, "Karel Ostrova");
    assert_eq!(found, ["Karel Ostrova", "He", "He", "His"]);
}

#[test]
fn it_is_a_state_or_body_only_where_it_does_something() {
    let english = |text: &str| mentions(Language::English, text, "Norwegia");
    assert_eq!(english("Norway closed the border. It expelled two diplomats."), ["Norway", "It"]);
    assert_eq!(english("Norway closed the border. It is also expelling diplomats."), ["Norway", "It"]);
    assert_eq!(english("Norway closed the border. It is clear why."), ["Norway"]);
}

#[test]
fn nya_belongs_to_who_is_named_beside_it_or_acts_in_its_clause() {
    // Who reports behind a quotation, not who is quoted.
    let text = "\"Ratna Dewi sudah pulang,\" kata Hendra Gunawan dalam keterangannya.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "nya"]);
    // Who stands before "dan".
    let text = "Ratna Dewi menyambut Hendra Gunawan dan istrinya di Medan.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "nya"]);
    // The subject of the nearest clause.
    let text = "Peru menuduh Norwegia, meskipun Norwegia membantah keterlibatannya.";
    assert_eq!(indonesian(text, "Norwegia"), ["Norwegia", "Norwegia", "nya"]);
    // Who is thanked for it; what one is sorry for is one's own.
    let text = "Ratna Dewi berterima kasih kepada Hendra Gunawan atas dukungannya.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "nya"]);
    let text = "Ratna Dewi meminta maaf kepada Hendra Gunawan atas ucapannya.";
    assert_eq!(indonesian(text, "Ratna Dewi"), ["Ratna Dewi", "nya"]);
}

#[test]
fn where_a_sentence_is_from_is_not_who_it_is_about() {
    let text = "Ratna Dewi menulis surat. Dilansir Antara, Kamis, Hendra Gunawan menjawab Ratna Dewi. Ia tiba di Medan.";
    assert_eq!(indonesian(text, "Hendra Gunawan"), ["Hendra Gunawan", "Ia"]);
}
