//! English sentences of our own: which verb a subject belongs to, whose object a relative clause is about, where somebody's words end.

use model::{EntityId, Event, Extraction, Language, Role};

use crate::tests_sides::includes;
use crate::{Options, by_rules};

/// "COERCE police > Ana Reis, by Tom Soto", in the order of the text.
fn told(text: &str) -> Vec<String> {
    let reading: Extraction =
        by_rules(text, &Options { language: Some(Language::English), ..Options::default() });
    let name = |id: EntityId| {
        reading.entities.iter().find(|e| e.id == id).map_or_else(String::new, |e| e.names.en.clone())
    };
    let side = |event: &Event, role| event.fillers(role).map(name).collect::<Vec<_>>().join(" + ");
    let line = |event: &Event| {
        let by = event.attributed_to.map_or(String::new(), |id| format!(", by {}", name(id)));
        format!("{} {} > {}{by}", event.kind.code(), side(event, Role::Source), side(event, Role::Target))
    };
    reading.events.iter().map(line).collect()
}

#[track_caller]
pub(crate) fn tells(text: &str, event: &str) {
    includes(&told(text), event);
}

#[test]
fn what_a_relative_clause_is_about_may_be_its_object() {
    let text = "Chile, which Peru accuses of supplying the rebels, closed its embassy.";
    tells(text, "ACCUSE Peru > Chile");
    tells(text, "AID Chile > the rebels, by Peru");
    tells("Peru criticised Ana Reis, on whom Chile imposed sanctions.", "SANCTION Chile > Ana Reis");
}

#[test]
fn who_stands_beside_the_verb_between_commas_is_not_its_subject() {
    tells("Leaders of Chad, joined by Ana Reis, praised Peru.", "SUPPORT Leaders of Chad > Peru");
    tells("Lada Water's treasurer, Ana Reis, described the delays as indefensible.", "ACCUSE Ana Reis > ");
}

#[test]
fn a_description_with_a_participle_leaves_the_subject_to_the_name() {
    let text = "Al-Shabab, an Islamist group fighting the government of Somalia, killed four soldiers.";
    tells(text, "ASSAULT Al-Shabaab > four soldiers");
}

#[test]
fn whose_office_it_is_and_who_was_to_meet_is_not_done_to() {
    assert_eq!(told("The former mayor of Izmir has been arrested."), Vec::<String>::new());
    assert_eq!(
        told("Talks between Cyprus and Malta were cancelled.")
            .iter()
            .filter(|e| e.starts_with("REJECT"))
            .count(),
        0
    );
}

#[test]
fn verbs_of_one_form_share_their_subject() {
    tells("Ana Reis said that Peru would send doctors, and thanked Chile.", "SUPPORT Ana Reis > Chile");
    tells(
        "Ana Reis was not consulted, and asked the government to wait.",
        "REQUEST Ana Reis > the government",
    );
}

#[test]
fn an_article_and_a_year_end_what_a_preposition_governs() {
    tells("In 2016 a court in Lima sentenced Tom Soto.", "SANCTION a court in Lima > Tom Soto");
}

#[test]
fn a_time_between_subject_and_verb_belongs_to_neither() {
    tells("Prosecutors last week charged Tom Soto.", "ACCUSE Prosecutors > Tom Soto");
    tells(
        "The army and the paramilitary Support Forces on Monday evening attacked Peru.",
        "ASSAULT The army + Support Forces > Peru",
    );
}

#[test]
fn a_part_of_a_group_and_its_origin_lead_to_the_group() {
    tells("Eleven of the rebels were arrested in Chile.", "COERCE Chile > the rebels");
    tells("Two men of Chilean origin were arrested in Peru.", "COERCE Peru > Two men of Chilean origin");
}

#[test]
fn a_comma_before_the_second_of_two_with_a_verb_opens_a_clause() {
    let text = "Lawyers say that nine men are held in Chad, and Peru has called for talks with Chad.";
    tells(text, "REQUEST Peru > Chad");
}

#[test]
fn the_writer_goes_on_in_a_relative_clause_and_before_a_semicolon() {
    tells("Ana Reis said that food had reached Chad, whose government thanked Peru.", "SUPPORT  > Peru");
    let text = "Peru expelled two envoys; Chile was considering sanctions on Chad, diplomats said.";
    tells(text, "SANCTION Peru > two envoys");
    tells(text, "SANCTION  > Chad, by diplomats");
}

#[test]
fn what_the_speaker_does_besides_speaking_is_told_by_the_writer() {
    tells("Ana Reis said Peru would leave the talks and arrested Tom Soto.", "COERCE Ana Reis > Tom Soto");
}

#[test]
fn a_source_inside_a_relative_clause_vouches_for_that_clause() {
    let text = "Tom Soto was arrested by Peru, which, according to Ana Reis, accused Chile of theft.";
    tells(text, "COERCE Peru > Tom Soto");
    tells(text, "ACCUSE Peru > Chile, by Ana Reis");
}

#[test]
fn in_order_to_orders_nothing() {
    assert_eq!(
        told("Peru met Chile in order to thank Ana Reis.")
            .iter()
            .filter(|e| e.starts_with("REQUEST"))
            .count(),
        0
    );
}

#[test]
fn what_befalls_somebody_is_told_of_him_without_an_auxiliary() {
    tells("Police released two men accused of spying for Chile.", "CONCEDE Police > two men");
    let text = "Peru arrested a bomber thought to have crossed from Chile.";
    assert!(told(text).iter().all(|event| !event.contains("by a bomber")), "{:?}", told(text));
    let text = "Nine people were killed and more than 40 injured in an attack by rebels on Peru.";
    assert!(told(text).iter().all(|event| !event.starts_with("ASSAULT more than 40")), "{:?}", told(text));
}

#[test]
fn two_passives_share_an_agent() {
    tells("Tom Soto was arrested and tortured by soldiers in Chile.", "COERCE soldiers > Tom Soto");
}

#[test]
fn how_many_is_no_place() {
    tells("Rebels fired about forty rounds at the soldiers.", "ASSAULT Rebels > the soldiers");
}

#[test]
fn who_is_blamed_for_a_deed_did_it() {
    tells("Ana Reis criticised Peru for the deportations.", "COERCE Peru > ");
}

#[test]
fn what_befalls_somebody_is_not_asked_of_him() {
    let text = "Peru demanded that Tom Soto be released.";
    assert!(!told(text).contains(&"REQUEST Peru > Tom Soto".into()), "{:?}", told(text));
}

#[test]
fn who_is_named_between_commas_is_asked() {
    let text = "President Ana Reis ordered the interior minister, Tom Soto, to resign.";
    tells(text, "REQUEST Ana Reis > Tom Soto");
    tells(text, "RETREAT Tom Soto > ");
}

#[test]
fn a_headline_leaves_the_auxiliary_out_before_a_preposition_too() {
    let text = "Ana Reis sentenced to nine years\n\nA court in Peru sentenced Ana Reis on Monday.";
    assert!(told(text).iter().all(|event| !event.starts_with("SANCTION Ana Reis")), "{:?}", told(text));
}

#[test]
fn a_judgment_told_in_three_verbs_is_one() {
    let text =
        "A court convicted Tom Soto of theft. Soto was found guilty on Monday and sentenced to nine years.";
    let judged = told(text).iter().filter(|event| event.starts_with("SANCTION")).count();
    assert_eq!(judged, 1, "{:?}", told(text));
}

#[test]
fn who_was_hurt_in_an_attack_makes_no_second_one() {
    let text = "Rebels attacked a market in Peru on Monday. Fifteen people were also hurt in the attack.";
    let attacks = told(text).iter().filter(|event| event.starts_with("ASSAULT")).count();
    assert_eq!(attacks, 1, "{:?}", told(text));
}

#[test]
fn the_two_men_are_those_of_the_sentence_before() {
    let text =
        "Tom Soto met Ana Reis and Carl Holm. Soto praised Juan Vega of Peru. The two men discussed the war.";
    let reading = told(text);
    assert!(reading.iter().any(|e| e.starts_with("CONSULT Tom Soto + Juan Vega")), "{reading:?}");
}

#[test]
fn who_orders_a_deed_does_it_and_asks_nobody() {
    let text = "President Ana Reis ordered air strikes on rebels in Chad.";
    tells(text, "ASSAULT Ana Reis > rebels, by Ana Reis");
    assert!(told(text).iter().all(|event| !event.starts_with("REQUEST")), "{:?}", told(text));
    tells("President Ana Reis ordered the army to attack rebels in Chad.", "REQUEST Ana Reis > the army");
}

#[test]
fn somebody_with_an_office_is_somebody() {
    tells("A prosecutor charged two men with murder.", "ACCUSE A prosecutor > two men");
    tells("Gunmen killed a bishop and a mayor.", "ASSAULT Gunmen > a bishop + a mayor");
    let text =
        "Ana Reis works as a prosecutor. Ana Reis is a prosecutor. Police arrested Ana Reis, a prosecutor.";
    tells(text, "COERCE Police > Ana Reis");
}

#[test]
fn what_is_helped_is_no_aid_where_it_is_a_deed() {
    let deed = told("Peru helped build a dam.");
    assert!(deed.iter().all(|event| !event.starts_with("AID")), "{deed:?}");
    tells("Peru helped Chile.", "AID Peru > Chile");
    tells("Peru vowed to attack the rebels.", "THREATEN Peru > the rebels");
}

#[test]
fn a_compound_with_a_verb_modifies() {
    tells("Police fired tear gas at stone-throwing youths.", "COERCE Police > stone-throwing youths");
}

#[test]
fn a_disaster_strikes_a_place_and_people() {
    let text = "Stampede at stadium in Peru\n\nAt least 41 people were killed in a stampede outside a stadium in Lima, Peru.";
    let reading = told(text);
    assert!(
        reading.iter().any(|e| e.starts_with("OTHER") && e.contains("At least 41 people")),
        "{reading:?}"
    );
}

#[test]
fn an_age_before_a_relative_clause_is_passed_over() {
    tells("Tom Soto, 41, who works for a newspaper in Lima, was arrested in October.", "COERCE  > Tom Soto");
    tells("Tom Soto, 52, a lawyer from Lima, accused Chile of theft.", "ACCUSE Tom Soto > Chile");
}

#[test]
fn what_somebody_is_accused_of_is_not_told_as_fact() {
    let text = "Police released two men accused of attacking Peru.";
    let reading = by_rules(text, &Options { language: Some(Language::English), ..Options::default() });
    let attack = reading.events.iter().find(|event| event.kind == model::Plover::Assault);
    assert!(attack.is_none_or(|event| event.modality == model::Modality::Hypothetical), "{attack:?}");
    let text = "Police released two men. The men attacked Peru.";
    let reading = by_rules(text, &Options { language: Some(Language::English), ..Options::default() });
    assert!(reading.events.iter().any(|event| event.modality == model::Modality::Actual));
}

#[test]
fn a_predicate_says_what_its_subject_thinks() {
    tells("Peru was highly critical of Chile.", "ACCUSE Peru > Chile");
    tells("Ana Reis is not happy with Chile.", "ACCUSE Ana Reis > Chile");
    tells("Peru has no intention of leaving Chile.", "REJECT Peru > ");
    let told = told("A critical of Peru, grateful Chile.");
    assert!(!told.iter().any(|event| event.starts_with("ACCUSE")), "{told:?}");
}

#[test]
fn what_somebody_says_of_another_is_a_reproach_or_a_demand() {
    tells("Ana Reis said that Peru had failed to protect the town.", "ACCUSE Ana Reis > Peru");
    tells("Ana Reis said Peru was responsible for the attack.", "ACCUSE Ana Reis > Peru");
    tells("\"Peru must free the doctors,\" said Ana Reis.", "REQUEST Ana Reis > Peru");
    // Nobody says so.
    let silent = told("Peru had failed to protect the town.");
    assert!(!silent.iter().any(|event| event.starts_with("ACCUSE")), "{silent:?}");
}

#[test]
fn whom_something_angers_is_angry() {
    tells("Peru was angered by Chile.", "ACCUSE Peru > Chile");
}

#[test]
fn whoever_wants_another_to_act_asks_him() {
    tells("Ana Reis wants Peru to release the doctors.", "REQUEST Ana Reis > Peru");
    let own = told("Ana Reis wants to visit Peru.");
    assert!(!own.iter().any(|event| event.starts_with("REQUEST")), "{own:?}");
}
