//! Whether it happened and who says so, by the cast of [`tests`](super::tests).

use super::tests::check;

#[test]
fn a_second_verb_has_the_auxiliary_of_the_first() {
    check(
        "Israel akan mengepung Kyiv dan menyerang Iran.",
        &["COERCE mengepung: Israel > Ukraina planned", "ASSAULT menyerang: Israel > Iran planned"],
    );
}

#[test]
fn a_second_verb_of_a_purpose_is_set_out_to_as_well() {
    check(
        "Carney terbang ke Kyiv untuk bertemu dengan Zelenskyy dan mengunjungi Iran.",
        &[
            "CONSULT terbang: Carney > Ukraina @Kyiv",
            "CONSULT bertemu: Carney > Zelenskyy planned",
            "CONSULT mengunjungi: Carney > Iran planned",
        ],
    );
}

#[test]
fn a_clause_of_time_goes_with_the_plan_it_times() {
    check(
        "Sebelum mengunjungi Iran, Carney akan bertemu Putin.",
        &["CONSULT mengunjungi: Carney > Iran planned", "CONSULT bertemu: Carney > Putin planned"],
    );
    check(
        "Sebelum mengunjungi Iran, Carney bertemu Putin.",
        &["CONSULT mengunjungi: Carney > Iran", "CONSULT bertemu: Carney > Putin"],
    );
}

#[test]
fn what_has_a_day_to_come_is_planned() {
    check(
        "Carney bertemu Putin pada 3 Januari 2031.",
        &["CONSULT bertemu: Carney > Putin 2031-01-03 planned"],
    );
}

#[test]
fn a_noun_before_the_subject_turns_the_verb() {
    check("Kemungkinan Rusia menyerang Ukraina.", &["ASSAULT menyerang: Rusia > Ukraina hypothetical"]);
}

#[test]
fn what_is_said_of_an_event_noun_behind_it_counts() {
    check("Pertemuan Carney dengan Putin akan digelar.", &["CONSULT Pertemuan: Carney > Putin planned"]);
    check("Pertemuan Carney dengan Putin batal digelar.", &["CONSULT Pertemuan: Carney > Putin negated"]);
    check("Serangan Rusia ke Ukraina akan memicu krisis.", &["ASSAULT Serangan: Rusia > Ukraina @Ukraina"]);
}

#[test]
fn what_is_to_end_goes_on() {
    check("Israel akan berhenti menyerang Iran.", &["ASSAULT menyerang: Israel > Iran"]);
}

#[test]
fn a_whole_conditional_clause_is_hypothetical() {
    check(
        "Jika Rusia menarik pasukan dan menyerang Iran, maka Israel mengecam Rusia.",
        &[
            "RETREAT menarik pasukan: Rusia >  hypothetical",
            "ASSAULT menyerang: Rusia > Iran hypothetical",
            "ACCUSE mengecam: Israel > Rusia",
        ],
    );
}

#[test]
fn who_is_cited_vouches_not_who_cites() {
    for text in [
        "Putin melaporkan, mengutip Zelenskyy, bahwa Israel menyerang Iran.",
        "Putin, mengutip Zelenskyy, melaporkan bahwa Israel menyerang Iran.",
    ] {
        check(text, &["ASSAULT menyerang: Israel > Iran by Zelenskyy"]);
    }
}

#[test]
fn the_last_speaker_goes_on() {
    check(
        "\"Rusia menyerang Ukraina tanpa alasan apa pun tadi malam,\" kata Zelenskyy. \"Rusia juga menyerang Iran pada malam yang sama,\" imbuhnya.",
        &[
            "ASSAULT menyerang: Rusia > Ukraina 2025-08-25 by Zelenskyy",
            "ASSAULT menyerang: Rusia > Iran by Zelenskyy",
        ],
    );
}

#[test]
fn a_quotation_without_a_name_waits_for_the_next() {
    check(
        "\"Rusia menyerang Ukraina tanpa alasan apa pun.\" \"Dunia harus melihat semuanya sekarang juga,\" kata Zelenskyy.",
        &["ASSAULT menyerang: Rusia > Ukraina by Zelenskyy"],
    );
}

#[test]
fn what_is_said_ends_where_somebody_else_comes_in() {
    check(
        "Zelenskyy mengatakan Rusia menyerang Kursk, sementara Israel menyerang Iran.",
        &["ASSAULT menyerang: Rusia > Kursk @Kursk by Zelenskyy", "ASSAULT menyerang: Israel > Iran"],
    );
}

#[test]
fn a_headline_needs_no_source_where_the_text_names_it() {
    check(
        "Rusia Serang Ukraina\n\nZelenskyy mengatakan Rusia menyerang Ukraina.",
        &["ASSAULT Serang: Rusia > Ukraina by Zelenskyy"],
    );
}

#[test]
fn the_day_of_a_threat_is_not_the_day_of_the_deed() {
    check(
        "Putin pada Sabtu mengancam akan menyerang Ukraina.",
        &[
            "THREATEN mengancam: Putin > Ukraina 2025-08-23",
            "ASSAULT menyerang: Putin > Ukraina hypothetical by Putin",
        ],
    );
}

#[test]
fn a_bracket_between_speaker_and_verb_is_passed_over() {
    check(
        "Pasukan Israel (IDF) mengatakan Iran menyerang Kyiv.",
        &["ASSAULT menyerang: Iran > Ukraina @Kyiv by pasukan Israel"],
    );
}

#[test]
fn the_lead_needs_no_source_where_the_text_names_it() {
    check(
        "Rusia menyerang Ukraina. Zelenskyy mengatakan Rusia menyerang Ukraina.",
        &["ASSAULT menyerang: Rusia > Ukraina by Zelenskyy"],
    );
}

#[test]
fn what_is_denied_did_not_happen_by_the_word_of_who_denies_it() {
    check(
        "Israel membantah menyerang Iran.",
        &["REJECT membantah: Israel > Iran", "ASSAULT menyerang: Israel > Iran negated by Israel"],
    );
}

#[test]
fn who_hands_on_what_was_said_vouches_for_the_sentence_before() {
    check(
        "Rusia menyerang Ukraina. Hal itu disampaikan Zelenskyy usai bertemu dengan Carney.",
        &["ASSAULT menyerang: Rusia > Ukraina by Zelenskyy", "CONSULT bertemu:  > Carney"],
    );
    check(
        "Rusia menyerang Ukraina. Pernyataan tersebut Zelenskyy sampaikan usai bertemu dengan Carney.",
        &["ASSAULT menyerang: Rusia > Ukraina by Zelenskyy", "CONSULT bertemu: Zelenskyy > Carney"],
    );
}

#[test]
fn a_speaker_between_commas_vouches_for_what_goes_on_behind_him() {
    check(
        "Rusia, kata Zelenskyy, menyerang Iran tadi malam.",
        &["ASSAULT menyerang: Rusia > Iran 2025-08-25 by Zelenskyy"],
    );
}

#[test]
fn according_to_him_is_whoever_spoke_last() {
    check(
        "\"Rusia menyerang Ukraina tanpa alasan apa pun,\" kata Zelenskyy. Menurutnya, Israel menyerang Iran.",
        &["ASSAULT menyerang: Rusia > Ukraina by Zelenskyy", "ASSAULT menyerang: Israel > Iran by Zelenskyy"],
    );
}

#[test]
fn a_plan_under_a_condition_is_hypothetical() {
    check(
        "Rusia akan menyerang Ukraina jika Israel menyerang Iran.",
        &["ASSAULT menyerang: Rusia > Ukraina hypothetical", "ASSAULT menyerang: Israel > Iran hypothetical"],
    );
    check("Rusia akan menyerang Ukraina.", &["ASSAULT menyerang: Rusia > Ukraina planned"]);
}

#[test]
fn what_is_feared_or_foreseen_is_hypothetical() {
    check(
        "Muncul kekhawatiran bahwa Rusia akan menyerang Ukraina.",
        &["ASSAULT menyerang: Rusia > Ukraina hypothetical"],
    );
    check(
        "Carney memprediksi bahwa Rusia akan menyerang Ukraina.",
        &["ASSAULT menyerang: Rusia > Ukraina hypothetical by Carney"],
    );
}

#[test]
fn a_bracket_in_what_is_asked_for_ends_nothing() {
    check(
        "Israel meminta pasukan Ukraina (AU) menyerang Iran.",
        &["REQUEST meminta: Israel > Ukraina", "ASSAULT menyerang: Ukraina > Iran called_for by Israel"],
    );
}

#[test]
fn what_is_claimed_in_a_relative_clause_ends_with_it() {
    check(
        "Israel, yang menuduh Iran menyerang Ukraina, menyerang Rusia.",
        &[
            "ACCUSE menuduh: Israel > Iran",
            "ASSAULT menyerang: Iran > Ukraina by Israel",
            "ASSAULT menyerang: Israel > Rusia",
        ],
    );
}

#[test]
fn a_verb_with_that_behind_it_tells_what_its_subject_says() {
    check(
        "Zelenskyy menolak anggapan bahwa Rusia menyerang Iran.",
        &["REJECT menolak: Zelenskyy > ", "ASSAULT menyerang: Rusia > Iran hypothetical by Zelenskyy"],
    );
}

#[test]
fn a_person_between_commas_or_with_a_clause_behind_him_speaks() {
    check(
        "Wakil Menteri Perdagangan, Carney, mengatakan Rusia menyerang Iran.",
        &["ASSAULT menyerang: Rusia > Iran by Carney"],
    );
    check(
        "Carney yang membacakan laporan dalam persidangan mengatakan bahwa Rusia menyerang Iran.",
        &["OTHER membacakan: Carney > ", "ASSAULT menyerang: Rusia > Iran by Carney"],
    );
}

#[test]
fn who_hands_on_an_invitation_does_not_vouch_for_the_sentence() {
    check(
        "Rusia menyerang Iran saat laporan itu disampaikan oleh Carney.",
        &["ASSAULT menyerang: Rusia > Iran"],
    );
}

#[test]
fn what_the_writer_tells_too_needs_no_word_of_who_did_it() {
    check(
        "Carney bertemu Putin di Kyiv. Carney mengatakan pertemuan dengan Putin itu berjalan lancar.",
        &["CONSULT bertemu: Carney > Putin @Kyiv"],
    );
}

#[test]
fn a_day_up_to_which_it_lasts_is_not_the_day_of_the_deed() {
    check("Israel mengepung Iran hingga 3 Januari 2031.", &["COERCE mengepung: Israel > Iran 2031-01-03"]);
}

#[test]
fn what_is_said_of_a_day_to_come_is_said_today() {
    check(
        "Carney mendukung Ukraina pada 3 Januari 2031.",
        &["SUPPORT mendukung: Carney > Ukraina 2031-01-03"],
    );
}

#[test]
fn a_noun_behind_a_comma_is_asked_for_as_well() {
    check(
        "Carney mengusulkan gencatan senjata, serta pertemuan dengan Putin.",
        &["REQUEST mengusulkan: Carney > Putin", "CONSULT pertemuan: Carney > Putin called_for by Carney"],
    );
}

#[test]
fn working_together_is_what_one_sets_out_to() {
    check(
        "Carney terbang ke Kyiv untuk memperkuat kemitraan dengan Iran.",
        &["CONSULT terbang: Carney > Ukraina @Kyiv", "COOPERATE memperkuat kemitraan: Carney > Iran planned"],
    );
    check("Carney akan memperbesar bantuan ke Ukraina.", &["AID bantuan:  > Ukraina @Ukraina planned"]);
}

#[test]
fn a_clause_of_time_behind_a_small_word_goes_with_the_plan_too() {
    check(
        "Sementara sebelum mengunjungi Iran, Carney akan bertemu Putin.",
        &["CONSULT mengunjungi: Carney > Iran planned", "CONSULT bertemu: Carney > Putin planned"],
    );
}

#[test]
fn a_warning_may_tell_what_goes_on() {
    check(
        "Zelenskyy memperingatkan bahwa Rusia menyerang Iran.",
        &["THREATEN memperingatkan: Zelenskyy > Rusia", "ASSAULT menyerang: Rusia > Iran by Zelenskyy"],
    );
    check(
        "Zelenskyy memperingatkan bahwa Rusia akan menyerang Iran.",
        &[
            "THREATEN memperingatkan: Zelenskyy > Rusia",
            "ASSAULT menyerang: Rusia > Iran hypothetical by Zelenskyy",
        ],
    );
}

#[test]
fn a_war_whose_settlement_is_asked_for_is_there() {
    check(
        "Carney menyerukan penyelesaian perang antara Rusia dan Ukraina.",
        &["REQUEST menyerukan: Carney > Rusia+Ukraina", "ASSAULT perang: Rusia+Ukraina > Rusia+Ukraina"],
    );
}
