//! What happened, sentence by sentence. The actors are made by hand from a short list of words, so that only this stage is tested.

use model::{Country, EntityKind, Mention, MentionKind, Names, PartialDate, Role};

use super::{Keep, events};
use crate::analysis::{Actors, Context, Draft, Found, Happening, Tagged};
use crate::segment;

use EntityKind::{Country as State, Facility, Group, Organization, Person, Place};

/// Surface, name, kind, country, what a capital acts as.
const CAST: &[(&str, &str, EntityKind, &str, &str)] = &[
    ("presiden rusia", "Putin", Person, "RUS", ""),
    ("putin", "Putin", Person, "RUS", ""),
    ("zelenskyy", "Zelenskyy", Person, "UKR", ""),
    ("carney", "Carney", Person, "CAN", ""),
    ("lavrov", "Lavrov", Person, "RUS", ""),
    ("ia", "Carney", Person, "CAN", ""),
    ("rusia", "Rusia", State, "RUS", ""),
    ("ukraina", "Ukraina", State, "UKR", ""),
    ("kanada", "Kanada", State, "CAN", ""),
    ("israel", "Israel", State, "ISR", ""),
    ("iran", "Iran", State, "IRN", ""),
    ("jepang", "Jepang", State, "JPN", ""),
    ("amerika serikat", "AS", State, "USA", ""),
    ("kyiv", "Kyiv", Place, "UKR", "Ukraina"),
    ("moskwa", "Moskwa", Place, "RUS", "Rusia"),
    ("kursk", "Kursk", Place, "RUS", ""),
    ("tokyo", "Tokyo", Place, "JPN", "Jepang"),
    ("polisi", "polisi", Organization, "", ""),
    ("pasukan israel", "pasukan Israel", Organization, "ISR", ""),
    ("pembangkit listrik", "pembangkit listrik", Facility, "RUS", ""),
    ("dua warga sipil", "dua warga sipil", Group, "UKR", ""),
    ("seorang aktivis", "seorang aktivis", Person, "", ""),
    ("uni eropa", "Uni Eropa", Organization, "", ""),
];

fn actors(tagged: &Tagged) -> Actors {
    let mut actors = Actors::default();
    let mut names: Vec<&str> = Vec::new();
    for (_, name, kind, country, _) in CAST {
        if !names.contains(name) {
            names.push(name);
            actors.referents.push(Draft {
                kind: *kind,
                names: Names::same(*name),
                aliases: Vec::new(),
                country: Country::new(country),
                role: None,
                links: Vec::new(),
                confidence: 0.9,
                named: true,
            });
        }
    }
    let referent = |name: &str| names.iter().position(|known| *known == name);
    for first in 0..tagged.tokens.len() {
        for (surface, name, _, _, acts_as) in CAST {
            let words: Vec<&str> = surface.split(' ').collect();
            let end = first + words.len();
            if end > tagged.tokens.len()
                || !tagged.tokens[first..end].iter().map(|token| &*token.lower).eq(words)
            {
                continue;
            }
            let span = tagged.tokens[first].span.cover(tagged.tokens[end - 1].span);
            let kind = if *surface == "ia" {
                MentionKind::Pronoun
            } else if span.len() == name.len() {
                MentionKind::Name
            } else {
                MentionKind::Nominal
            };
            let (Some(referent), acts_as) = (referent(name), referent(acts_as)) else { continue };
            actors.mentions.push(Found {
                mention: Mention { span, head: span, kind },
                first,
                end,
                referent,
                rule: "test",
                acts_as,
            });
        }
    }
    actors
        .mentions
        .sort_by_key(|found| (found.mention.span.start(), std::cmp::Reverse(found.mention.span.end())));
    actors
}

pub(super) fn told(text: &str) -> Vec<String> {
    let pack = lang::pack(model::Language::Indonesian);
    let tagged = segment::tagged(text, pack);
    let actors = actors(&tagged);
    let mut context = Context::of(text, pack, PartialDate::parse("2025-08-26"));
    let nothing = lang::happen::Learnt::NONE;
    context.kinds = &nothing;
    events(&tagged, &actors, &context, Keep::Rules).iter().map(|event| line(event, &actors, text)).collect()
}

/// "ASSAULT menyerang: Rusia > Ukraina @Kyiv 2025-08-24 planned by Lavrov"
#[expect(clippy::format_push_string, reason = "a test's own line")]
fn line(event: &Happening, actors: &Actors, text: &str) -> String {
    let name = |referent: usize| actors.referents[referent].names.id.clone();
    let list = |role: Role| {
        event
            .roles
            .iter()
            .filter(|(r, _)| *r == role)
            .map(|(_, who)| name(*who))
            .collect::<Vec<_>>()
            .join("+")
    };
    let mut out = format!(
        "{} {}: {} > {}",
        event.kind.code(),
        event.trigger.of(text),
        list(Role::Source),
        list(Role::Target)
    );
    if let Some(place) = event.place {
        out += &format!(" @{}", name(place));
    }
    if let Some(date) = event.when_date {
        out += &format!(" {date}");
    }
    if event.modality != model::Modality::Actual {
        out += &format!(" {}", event.modality.code());
    }
    if let Some(speaker) = event.attributed_to {
        out += &format!(" by {}", name(speaker));
    }
    out
}

#[track_caller]
pub(super) fn check(text: &str, expect: &[&str]) {
    assert_eq!(told(text), expect, "\n{text}");
}

#[test]
fn an_active_verb_takes_its_subject_and_object() {
    check("Rusia menyerang Ukraina.", &["ASSAULT menyerang: Rusia > Ukraina"]);
    check("Uni Eropa kembali mengecam Rusia.", &["ACCUSE mengecam: Uni Eropa > Rusia"]);
}

#[test]
fn a_passive_turns_the_roles() {
    check("Ukraina diserang oleh Rusia.", &["ASSAULT diserang: Rusia > Ukraina"]);
    check("Seorang aktivis ditangkap polisi.", &["COERCE ditangkap: polisi > seorang aktivis"]);
    check("Ukraina telah diserang Rusia.", &["ASSAULT diserang: Rusia > Ukraina"]);
}

#[test]
fn an_event_noun_takes_its_possessor_and_prepositions() {
    check("Serangan Israel ke Iran terus berlanjut.", &["ASSAULT Serangan: Israel > Iran @Iran"]);
    check("Dunia menyoroti kunjungan Carney ke Tokyo.", &["CONSULT kunjungan: Carney > Jepang @Tokyo"]);
}

#[test]
fn a_light_verb_lends_its_subject() {
    check("Israel melancarkan serangan terhadap Iran.", &["ASSAULT serangan: Israel > Iran"]);
    check("Rusia menuai kecaman dari Uni Eropa.", &["ACCUSE kecaman: Uni Eropa > Rusia"]);
}

#[test]
fn an_accusation_keeps_the_deed_apart_from_the_charge() {
    check(
        "Rusia menuduh Ukraina menyerang pembangkit listrik.",
        &[
            "ACCUSE menuduh: Rusia > Ukraina",
            "ASSAULT menyerang: Ukraina > pembangkit listrik+Rusia by Rusia",
        ],
    );
}

#[test]
fn what_is_not_said_to_have_happened_is_marked() {
    check("Rusia tidak menyerang Ukraina.", &["ASSAULT menyerang: Rusia > Ukraina negated"]);
    check("Carney akan bertemu Zelenskyy.", &["CONSULT bertemu: Carney > Zelenskyy planned"]);
    check("Rusia mungkin menyerang Ukraina.", &["ASSAULT menyerang: Rusia > Ukraina hypothetical"]);
    check(
        "Carney mendesak Rusia menarik pasukan dari Ukraina.",
        &[
            "REQUEST mendesak: Carney > Rusia",
            "RETREAT menarik pasukan: Rusia > Ukraina @Ukraina called_for by Carney",
        ],
    );
}

#[test]
fn a_capital_acts_for_its_country() {
    check("Kyiv bekerja sama dengan Kanada.", &["COOPERATE bekerja sama: Ukraina > Kanada"]);
}

#[test]
fn two_sides_are_told_as_two() {
    check(
        "Ukraina dan Rusia terus bertukar tembak.",
        &["ASSAULT bertukar tembak: Ukraina+Rusia > Ukraina+Rusia"],
    );
    check("Perundingan antara Iran dan Israel gagal.", &["CONSULT Perundingan: Iran > Israel"]);
}

#[test]
fn a_relative_clause_resumes_its_head() {
    check(
        "Zelenskyy, yang bertemu Carney, mengecam Rusia.",
        &["CONSULT bertemu: Zelenskyy > Carney", "ACCUSE mengecam: Zelenskyy > Rusia"],
    );
}

#[test]
fn a_missing_subject_is_the_last_verb_s() {
    check(
        "Carney bertemu Zelenskyy dan mengecam Rusia.",
        &["CONSULT bertemu: Carney > Zelenskyy", "ACCUSE mengecam: Carney > Rusia"],
    );
}

#[test]
fn the_speaker_vouches_for_what_is_said() {
    check(
        "Lavrov mengatakan bahwa Ukraina menyerang Kursk.",
        &["ASSAULT menyerang: Ukraina > Kursk+Rusia @Kursk by Lavrov"],
    );
    check(
        "\"Ukraina menyerang Rusia lagi kemarin malam,\" kata Lavrov.",
        &["ASSAULT menyerang: Ukraina > Rusia 2025-08-25 by Lavrov"],
    );
    check(
        "Menurut Zelenskyy, Rusia menyerang Kyiv.",
        &["ASSAULT menyerang: Rusia > Ukraina @Kyiv by Zelenskyy"],
    );
}

#[test]
fn times_are_reckoned_from_the_day_of_publication() {
    // The year says which agreement, the other day when something else was.
    check("Ukraina menuduh Rusia melanggar janji tahun 2010.", &["ACCUSE menuduh: Ukraina > Rusia"]);
    check(
        "Ukraina mengecam Rusia setelah rapat itu pada hari Minggu.",
        &["ACCUSE mengecam: Ukraina > Rusia"],
    );
    check("Pada hari Minggu, Rusia menyerang Ukraina.", &["ASSAULT menyerang: Rusia > Ukraina 2025-08-24"]);
    check(
        "Rusia menyerang Ukraina pada Senin (25/8/2025).",
        &["ASSAULT menyerang: Rusia > Ukraina 2025-08-25"],
    );
    check("Rusia menyerang Ukraina pada 2014.", &["ASSAULT menyerang: Rusia > Ukraina 2014"]);
    check("Rusia menyerang Ukraina pada Juni lalu.", &["ASSAULT menyerang: Rusia > Ukraina 2025-06"]);
}

#[test]
fn the_same_happening_is_told_once() {
    check(
        "Israel melancarkan serangan terhadap Iran. Serangan tersebut memicu kemarahan.",
        &["ASSAULT serangan: Israel > Iran"],
    );
}

#[test]
fn nobody_and_nothing_is_no_event() {
    check("Menteri itu mengatakan tidak berkomentar.", &[]);
    check("", &[]);
    check("Serangan.", &[]);
}

#[test]
fn a_word_of_an_office_is_no_event() {
    assert!(told("Rusia dan juru bicara Ukraina hadir.").iter().all(|event| !event.contains("bicara")));
}

#[test]
fn who_is_asked_may_stand_in_the_complement() {
    check(
        "Carney menawarkan pertemuan dengan Putin.",
        &["REQUEST menawarkan: Carney > Putin", "CONSULT pertemuan: Carney > Putin called_for by Carney"],
    );
    check(
        "Uni Eropa menyerukan agar Rusia menarik pasukan dari Ukraina.",
        &[
            "REQUEST menyerukan agar: Uni Eropa > Rusia",
            "RETREAT menarik pasukan: Rusia > Ukraina @Ukraina called_for by Uni Eropa",
        ],
    );
}

#[test]
fn what_is_said_of_a_deed_is_said_of_its_doer() {
    check(
        "Uni Eropa mengecam serangan Rusia ke Ukraina.",
        &["ACCUSE mengecam: Uni Eropa > Rusia", "ASSAULT serangan: Rusia > Ukraina @Ukraina"],
    );
}

#[test]
fn a_refusal_leaves_what_it_refuses_only_possible() {
    check(
        "Rusia menolak pertemuan dengan Ukraina.",
        &["REJECT menolak: Rusia > Ukraina", "CONSULT pertemuan: Rusia > Ukraina hypothetical"],
    );
}

#[test]
fn a_purpose_is_planned_and_keeps_its_subject() {
    check(
        "Carney terbang ke Tokyo untuk bertemu Putin.",
        &["CONSULT terbang: Carney > Jepang @Tokyo", "CONSULT bertemu: Carney > Putin planned"],
    );
}

#[test]
fn a_condition_makes_it_hypothetical() {
    check(
        "Iran akan menyerang Israel jika Israel menyerang Iran.",
        &["ASSAULT menyerang: Iran > Israel hypothetical", "ASSAULT menyerang: Israel > Iran hypothetical"],
    );
}

#[test]
fn a_headline_drops_prefixes() {
    check(
        "Israel Serang Iran, Rusia Kecam Israel",
        &["ASSAULT Serang: Israel > Iran", "ACCUSE Kecam: Rusia > Israel"],
    );
}

#[test]
fn both_means_the_two_who_were_named() {
    check(
        "Carney bertemu Putin di Tokyo. Kedua pemimpin sepakat.",
        &["CONSULT bertemu: Carney > Putin @Tokyo"],
    );
}

#[test]
fn deaths_belong_to_the_attack_that_caused_them() {
    check(
        "Dua warga sipil tewas akibat serangan Rusia di Kyiv.",
        &["ASSAULT tewas: Rusia > dua warga sipil+Ukraina @Kyiv"],
    );
    check("Dua warga sipil tewas dalam kecelakaan di Tokyo.", &["OTHER kecelakaan:  >  @Tokyo"]);
}

#[test]
fn two_modifiers_keep_a_noun_s_possessor_and_a_noun_behind_and_is_a_head_of_its_own() {
    check(
        "Kerja sama pangan dan energi Jepang dengan Kanada membaik.",
        &["COOPERATE Kerja sama: Jepang > Kanada"],
    );
    check(
        "Israel mundur, dan tanah yang direbut Rusia luas.",
        &["RETREAT mundur: Israel > ", "ASSAULT direbut: Rusia > "],
    );
}

#[test]
fn brackets_and_times_stand_between_without_meaning() {
    check(
        "Carney pada Senin (25/8/2025) waktu setempat mengecam Rusia.",
        &["ACCUSE mengecam: Carney > Rusia 2025-08-25"],
    );
    check("Uni Eropa (UE) dua kali menuduh Rusia.", &["ACCUSE menuduh: Uni Eropa > Rusia"]);
}

#[test]
fn a_bare_stem_behind_its_agent_is_a_passive() {
    check("Seorang aktivis sudah kami tangkap.", &["COERCE tangkap:  > seorang aktivis"]);
    check("Rusia yang Ukraina kecam tetap diam.", &["ACCUSE kecam: Ukraina > Rusia"]);
}

#[test]
fn a_passive_made_a_noun_keeps_what_it_strikes() {
    check(
        "Rusia menuntut ditangkapnya Zelenskyy.",
        &["REQUEST menuntut: Rusia > Zelenskyy", "COERCE ditangkap:  > Zelenskyy called_for by Rusia"],
    );
}

#[test]
fn the_other_side_is_guessed_from_the_dealings_nearby() {
    check(
        "Rusia mengecam Ukraina. Ukraina membantah.",
        &["ACCUSE mengecam: Rusia > Ukraina", "REJECT membantah: Ukraina > Rusia"],
    );
}

#[test]
fn a_word_that_says_little_is_an_event_right_between_two() {
    check("Iran menyoroti Israel.", &["ACCUSE menyoroti: Iran > Israel"]);
    for text in [
        "Iran menyoroti banyak hal.",
        "Iran menyoroti, kata Israel, banyak hal.",
        "Iran menyoroti bahwa Israel besar.",
        "Iran menyoroti Israel telah pergi.",
    ] {
        check(text, &[]);
    }
    // What stands behind it says what happened.
    let events = told("Iran mengumumkan kerja sama dengan Israel.");
    assert!(events.len() == 1 && events[0].starts_with("COOPERATE kerja sama"), "{events:?}");
}

#[test]
fn a_word_that_says_little_tells_nothing_again() {
    check(
        "Iran mengecam Israel. Iran menyoroti Israel.",
        &["ACCUSE mengecam: Iran > Israel", "ACCUSE menyoroti: Iran > Israel"],
    );
}

#[test]
fn an_event_noun_written_twice_is_its_plural() {
    check("Serangan-serangan Israel terhadap Iran.", &["ASSAULT Serangan-serangan: Israel > Iran"]);
}

#[test]
fn any_text_is_read_without_a_panic() {
    for text in [
        "\u{feff}",
        "\"\"\"",
        "yang yang yang",
        "oleh",
        "menyerang",
        "Rusia menyerang",
        "menyerang Rusia",
        ", , , dan",
        "“",
        "tidak akan",
        "Rusia dan",
        "– – –",
        "pada 2014",
        "(25/7/2025",
    ] {
        let _ = told(text);
    }
}
