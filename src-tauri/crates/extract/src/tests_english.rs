//! English texts of our own, where what says whose stands first: relations, states, kinds, who acts and who vouches.

use model::{EntityId, Extraction, Language, Role};

use crate::{Options, by_rules};

fn read(text: &str) -> Extraction {
    by_rules(text, &Options { language: Some(Language::English), ..Options::default() })
}

fn name(reading: &Extraction, id: EntityId) -> String {
    reading.entities.iter().find(|e| e.id == id).map_or_else(String::new, |e| e.names.en.clone())
}

/// "part_of National Court > Spain", sorted.
fn relations(text: &str) -> Vec<String> {
    let reading = read(text);
    let line = |r: &model::Relation| {
        format!("{} {} > {}", r.kind.code(), name(&reading, r.subject), name(&reading, r.object))
    };
    let mut out: Vec<String> = reading.relations.iter().map(line).collect();
    out.sort();
    out
}

/// Kind and country of the entity that a text names or calls so: "organization ESP".
fn actor(text: &str, surface: &str) -> String {
    let reading = read(text);
    let found = reading.entities.iter().find(|e| e.mentions.iter().any(|m| m.span.of(text) == surface));
    found.map_or_else(
        || "none".into(),
        |e| format!("{} {}", e.kind.code(), e.country.map_or("-".into(), |c| c.code().to_string())),
    )
}

/// "COERCE police > Ana Reis, by Tom Soto".
fn events(text: &str) -> Vec<String> {
    let reading = read(text);
    let side = |event: &model::Event, role| {
        event.fillers(role).map(|id| name(&reading, id)).collect::<Vec<_>>().join(" + ")
    };
    let line = |event: &model::Event| {
        let by = event.attributed_to.map_or(String::new(), |id| format!(", by {}", name(&reading, id)));
        format!("{} {} > {}{by}", event.kind.code(), side(event, Role::Source), side(event, Role::Target))
    };
    reading.events.iter().map(line).collect()
}

#[test]
fn a_state_before_a_body_is_its_own() {
    let text = "Spain's National Court ruled on Friday. The Danish company Lada Water praised Peru.";
    assert_eq!(actor(text, "National Court"), "organization ESP");
    assert_eq!(actor(text, "Lada Water"), "organization DNK");
    assert_eq!(relations(text), ["other Lada Water > Denmark", "part_of National Court > Spain"]);
}

#[test]
fn what_somebody_is_called_says_which_state_is_his() {
    let text = "Swedish captain Ana Holm met Tom Soto, a Peruvian lawyer.";
    assert_eq!(actor(text, "Ana Holm"), "person SWE");
    assert_eq!(actor(text, "Tom Soto"), "person PER");
}

#[test]
fn places_lie_where_the_words_before_or_behind_say() {
    assert!(
        relations("Leaders met in the Georgian capital, Tbilisi.")
            .contains(&"capital_of Tbilisi > Georgia".into())
    );
    assert!(
        relations("Rockets hit the Saudi city of Jizan.").contains(&"located_in Jizan > Saudi Arabia".into())
    );
    assert!(
        relations("The quake was felt in Lucknow in India.").contains(&"located_in Lucknow > India".into())
    );
}

#[test]
fn members_stand_behind_their_body_and_kin_behind_whose_they_are() {
    let text = "The Green Party's Ana Holm and Tom Soto spoke.";
    assert_eq!(relations(text), ["member_of Ana Holm > Green Party", "member_of Tom Soto > Green Party"]);
    assert_eq!(relations("Ana Holm's husband, Tom Soto, spoke."), ["other Tom Soto > Ana Holm"]);
    // Whose wife she is, is told though nobody names her.
    let text = "Tom Soto said that gunmen had kidnapped his wife.";
    assert_eq!(relations(text), ["other his wife > Tom Soto"]);
    assert_eq!(relations("Ana Holm's lawyers sued Peru."), ["represents Ana Holm's lawyers > Ana Holm"]);
}

#[test]
fn an_office_set_off_by_commas_finds_its_holder_and_its_body() {
    let text = "The president of the Lombardy region, Ana Holm, spoke.";
    assert_eq!(relations(text), ["leads Ana Holm > Lombardy"]);
    let text = "The leader of the militant Lebanese group Hezbollah, Tom Soto, spoke.";
    assert!(relations(text).contains(&"leads Tom Soto > Hezbollah".into()));
    assert_eq!(actor("The mayor, Ana Holm, accused Peru.", "The mayor"), "person -");
    assert_eq!(events("The mayor, Ana Holm, accused Peru of theft."), ["ACCUSE Ana Holm > Peru"]);
    // Closed by no comma, who follows is somebody else.
    assert_eq!(relations("After meeting the president, Ana Holm spoke."), Vec::<String>::new());
}

#[test]
fn a_bare_office_is_somebody() {
    assert_eq!(events("The mayor thanked Ana Holm."), ["SUPPORT The mayor > Ana Holm"]);
}

#[test]
fn an_article_or_an_apposition_says_that_a_name_is_no_person() {
    let text = "The Zatarists praised Peru. Zenamo, the main opposition party, praised Chile. The Toronto Zephyr praised Spain.";
    assert_eq!(actor(text, "Zatarists"), "group -");
    assert_eq!(actor(text, "Zenamo"), "organization -");
    assert_eq!(actor(text, "Toronto Zephyr"), "organization -");
    // A surname that is also a calling stays a person's.
    assert_eq!(actor("Chad Walker praised Peru.", "Chad Walker"), "person -");
}

#[test]
fn a_name_with_of_and_a_body_s_noun_is_one() {
    let text = "The University of Sheffield praised the Ministry of the Interior.";
    assert_eq!(actor(text, "University of Sheffield").split(' ').next(), Some("organization"));
    assert_eq!(actor(text, "Ministry of the Interior").split(' ').next(), Some("organization"));
}

#[test]
fn a_dateline_names_a_place_and_a_list_goes_on_with_places() {
    assert_eq!(actor("ZAMBO, Mozambique - Rebels killed nine people.", "ZAMBO"), "place MOZ");
    let text = "Clashes broke out in Mosul, Zaluk and Tarkun.";
    assert_eq!(actor(text, "Zaluk"), "place -");
    assert_eq!(actor(text, "Tarkun"), "place -");
}

#[test]
fn who_speaks_behind_the_last_comma_vouches() {
    let by =
        |text: &str| events(text).first().and_then(|event| Some(event.split_once(", by ")?.1.to_owned()));
    assert_eq!(
        by("Police arrested nine men, officials in Lima said on Monday.").as_deref(),
        Some("officials in Lima")
    );
    assert_eq!(by("Police arrested nine men, Ana Holm told reporters.").as_deref(), Some("Ana Holm"));
    assert_eq!(by("It was reported by Reuters that police arrested nine men.").as_deref(), Some("Reuters"));
    assert_eq!(by("The mayor, Ana Holm, said police arrested nine men.").as_deref(), Some("Ana Holm"));
    assert_eq!(
        by("The mayor, Ana Holm, told reporters that police arrested nine men.").as_deref(),
        Some("Ana Holm")
    );
}

#[test]
fn what_stands_behind_the_light_verb_belongs_to_the_event_noun() {
    assert_eq!(events("Sanctions were imposed on Peru by Chile."), ["SANCTION Chile > Peru"]);
    assert_eq!(events("An attack was launched on Peru by rebels."), ["ASSAULT rebels > Peru"]);
    assert_eq!(events("Talks were held between Peru and Chile."), ["CONSULT Peru > Chile"]);
}

#[test]
fn a_murder_has_a_murderer_before_it_and_a_victim_behind() {
    assert_eq!(events("Ana Holm's murder of Tom Soto shocked many."), ["ASSAULT Ana Holm > Tom Soto"]);
}

#[test]
fn a_day_before_the_subject_governs_nothing() {
    assert_eq!(events("On Wednesday guerrillas had kidnapped Ana Holm."), ["ASSAULT guerrillas > Ana Holm"]);
}

#[test]
fn the_dead_of_a_disaster_are_its_targets() {
    let text = "The government said that a storm hit Peru on Monday, killing nine people.";
    assert_eq!(events(text), ["OTHER  > nine people, by The government"]);
}

#[test]
fn people_who_are_only_counted_act() {
    assert_eq!(events("Thousands protested against Peru."), ["PROTEST Thousands > Peru"]);
}

#[test]
fn travellers_without_a_name_pay_no_visit() {
    assert_eq!(events("Millions of pilgrims arrived in Peru."), Vec::<String>::new());
    assert_eq!(events("Ana Holm arrived in Peru."), ["CONSULT Ana Holm > Peru"]);
}

#[test]
fn marks_of_quotation_do_not_part_an_idiom() {
    assert_eq!(events("Ana Holm called the plan \"utterly unacceptable\"."), ["ACCUSE Ana Holm > "]);
}
