//! What turns an event and what does not: conditions, causes, words of time, and who goes on speaking. By the cast of
//! [`tests`](super::tests).

use super::tests::{check, told};

#[test]
fn what_somebody_may_do_is_only_possible() {
    check("Israel boleh mengunjungi Iran.", &["CONSULT mengunjungi: Israel > Iran hypothetical"]);
}

#[test]
fn what_may_be_caused_is_only_possible() {
    check(
        "Kebijakan itu dapat memicu perang antara Rusia dan Ukraina.",
        &["ASSAULT perang: Rusia+Ukraina > Rusia+Ukraina hypothetical"],
    );
    check(
        "Kebijakan itu memicu perang antara Rusia dan Ukraina.",
        &["ASSAULT perang: Rusia+Ukraina > Rusia+Ukraina"],
    );
}

#[test]
fn a_war_that_may_go_on_is_there() {
    check(
        "Jika perang Rusia dan Ukraina terus meluas, harga minyak akan naik.",
        &["ASSAULT perang: Rusia+Ukraina > Rusia+Ukraina"],
    );
    check(
        "Jika perang Rusia dan Ukraina pecah, harga minyak akan naik.",
        &["ASSAULT perang: Rusia+Ukraina > Rusia+Ukraina hypothetical"],
    );
}

#[test]
fn what_stands_beside_a_plan_is_planned_only_where_it_goes_with_it() {
    check(
        "Putin menyatakan akan menyerang Iran, namun membantah tuduhan Israel.",
        &[
            "ASSAULT menyerang: Putin > Iran planned by Putin",
            "REJECT membantah: Putin > Israel",
            "ACCUSE tuduhan: Israel > Putin",
        ],
    );
}

#[test]
fn a_small_adverb_leaves_the_plan() {
    check("Carney akan terlebih dahulu mengunjungi Iran.", &["CONSULT mengunjungi: Carney > Iran planned"]);
}

#[test]
fn whom_somebody_will_take_along_will_go() {
    check("Lavrov akan membawa Carney bertemu Putin.", &["CONSULT bertemu: Carney > Putin planned"]);
}

#[test]
fn a_list_behind_a_word_of_speaking_opens_what_is_said() {
    check(
        "Carney menyebut Rusia dan Iran telah menyerang Israel.",
        &["ASSAULT menyerang: Rusia+Iran > Israel by Carney"],
    );
}

#[test]
fn what_somebody_insists_on_not_doing_is_said_by_him() {
    check(
        "Putin menegaskan tidak pernah menyerang Iran.",
        &["REJECT menegaskan tidak: Putin > Iran", "ASSAULT menyerang: Putin > Iran negated by Putin"],
    );
}

#[test]
fn the_last_speaker_goes_on() {
    check(
        "Carney mengatakan Rusia menyerang Ukraina. Lanjutnya, Israel menyerang Iran.",
        &["ASSAULT menyerang: Rusia > Ukraina by Carney", "ASSAULT menyerang: Israel > Iran by Carney"],
    );
}

#[test]
fn a_sentence_between_two_of_his_is_his() {
    check(
        "Zelenskyy mengatakan Rusia menyerang Ukraina. Awalnya, Iran menyerang Israel. \"Mereka ingin perang \
         dan tidak ingin damai,\" kata Zelenskyy.",
        &["ASSAULT menyerang: Rusia > Ukraina by Zelenskyy", "ASSAULT menyerang: Iran > Israel by Zelenskyy"],
    );
    check(
        "Zelenskyy mengatakan Rusia menyerang Ukraina. Diketahui, Iran menyerang Israel. \"Mereka ingin perang \
         dan tidak ingin damai,\" kata Zelenskyy.",
        &["ASSAULT menyerang: Rusia > Ukraina by Zelenskyy", "ASSAULT menyerang: Iran > Israel"],
    );
}

#[test]
fn what_the_writer_knows_needs_no_witness() {
    check(
        "Carney bertemu Putin di Tokyo. Lavrov mengatakan Carney bertemu Putin.",
        &["CONSULT bertemu: Carney > Putin @Tokyo"],
    );
    check(
        "Carney akan bertemu Putin di Tokyo. Lavrov mengatakan Carney akan bertemu Putin.",
        &["CONSULT bertemu: Carney > Putin @Tokyo planned by Lavrov"],
    );
}

#[test]
fn what_somebody_got_he_has() {
    check("Zelenskyy dapat dukungan dari Kanada.", &["SUPPORT dukungan: Kanada > Zelenskyy"]);
}

#[test]
fn what_is_weighed_was_said() {
    check(
        "Israel mempertimbangkan permintaan Kanada kepada Israel.",
        &["REQUEST permintaan: Kanada > Israel"],
    );
}

#[test]
fn what_shall_not_happen_is_asked_for() {
    check(
        "Carney meminta Rusia agar tidak menyerang Ukraina.",
        &["REQUEST meminta: Carney > Rusia", "ASSAULT menyerang: Rusia > Ukraina called_for by Carney"],
    );
}

#[test]
fn who_owes_recognition_gives_it() {
    check(
        "\"Kita harus mengakui kedaulatan Ukraina,\" kata Carney.",
        &["SUPPORT mengakui: Carney > Ukraina"],
    );
}

#[test]
fn one_demand_in_two_words_is_one() {
    check(
        "Carney menilai Rusia harus menghentikan perang.",
        &["REQUEST menilai: Carney > Rusia", "RETREAT menghentikan perang: Rusia >  called_for by Carney"],
    );
}

#[test]
fn a_verdict_is_the_speakers_about_the_subject() {
    check("\"Rusia tidak konsisten,\" kata Carney.", &["ACCUSE tidak konsisten: Carney > Rusia"]);
    check("Carney mengatakan Ukraina sangat membantu.", &["SUPPORT sangat membantu: Carney > Ukraina"]);
}

#[test]
fn what_people_say_denies_as_what_they_write() {
    check(
        "\"Rusia enggak akan menyerang Ukraina,\" kata Carney.",
        &["ASSAULT menyerang: Rusia > Ukraina negated by Carney"],
    );
}

#[test]
fn more_small_words_of_plan_and_possibility() {
    check("Carney bermaksud menemui Putin.", &["CONSULT menemui: Carney > Putin planned"]);
    check("Nanti Carney menemui Putin.", &["CONSULT menemui: Carney > Putin planned"]);
    check("Carney bisa saja menemui Putin.", &["CONSULT menemui: Carney > Putin hypothetical"]);
    check("Carney tidak kunjung menemui Putin.", &["CONSULT menemui: Carney > Putin negated"]);
}

#[test]
fn a_meeting_that_somebody_is_to_mediate_is_to_come_too() {
    let told =
        told("Setelah dorongan Carney untuk memediasi pertemuan puncak Ukraina-Rusia, harapan meredup.");
    let meeting = "CONSULT pertemuan puncak: Ukraina > Rusia called_for by Carney";
    assert!(told.iter().any(|line| line == meeting), "{told:#?}");
}
