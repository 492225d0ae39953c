//! English texts of our own: whom a description with an article means that the text has told of in other words.

use model::Language;

use crate::{Options, by_rules};

/// How whoever is called so first is called in the text, in order.
#[track_caller]
fn called(text: &str, first: &str) -> Vec<String> {
    let reading = by_rules(text, &Options { language: Some(Language::English), ..Options::default() });
    let of = |m: &model::Mention| m.span.of(text).to_string();
    let found = reading.entities.iter().find(|e| e.mentions.iter().any(|m| of(m) == first));
    found.map(|e| e.mentions.iter().map(of).collect()).unwrap_or_default()
}

#[test]
fn the_man_is_the_person_in_the_mind_of_the_reader() {
    let text =
        "Tom Soto was arrested in Lima. The suspect denied the charges. Police questioned the man for hours.";
    assert_eq!(called(text, "Tom Soto"), ["Tom Soto", "The suspect", "the man"]);
    // Not a woman, not who holds an office, not whom a relative clause tells of.
    let text = "Police arrested Mrs Ana Reis. The man who called them praised her.";
    assert!(!called(text, "Ana Reis").contains(&"The man".into()));
    let text = "President Ana Reis of Peru met Tom Soto. Police had arrested the suspect in May.";
    assert_eq!(called(text, "Tom Soto"), ["Tom Soto", "the suspect"]);
}

#[test]
fn the_body_is_the_one_whose_name_ends_so() {
    let text = "The High Court of Peru convicted Tom Soto. Lawyers criticised the court on Monday.";
    assert!(called(text, "High Court of Peru").contains(&"the court".into()));
    let text = "The Peruvian foreign ministry summoned the envoy of Chile. The ministry condemned Chile.";
    assert_eq!(called(text, "The ministry"), ["The Peruvian foreign ministry", "The ministry"]);
}

#[test]
fn what_somebody_has_is_his_state_and_his_body() {
    let text = "Ana Reis, spokeswoman for the Lada Water Company, said her company had arrested two men.";
    assert!(called(text, "Lada Water Company").contains(&"her company".into()));
    let text =
        "The Chilean government sent doctors. Chilean minister Ana Reis said her government had helped Peru.";
    assert!(called(text, "The Chilean government").contains(&"her government".into()));
}

#[test]
fn counted_people_of_a_state_are_not_the_state() {
    let text = "Two Peruvians were arrested in Chile. A Peruvian was released. Peru criticised Chile.";
    assert_eq!(called(text, "Two Peruvians"), ["Two Peruvians"]);
    assert_eq!(called(text, "A Peruvian"), ["A Peruvian"]);
    assert_eq!(called(text, "Peru"), ["Peruvians", "Peruvian", "Peru"]);
}

#[test]
fn an_office_alone_is_held_by_who_is_known_for_it() {
    let text = "Tony Blair criticised Tom Soto. But the prime minister praised Ana Reis on Monday.";
    assert_eq!(called(text, "Tony Blair"), ["Tony Blair", "the prime minister"]);
}

#[test]
fn an_office_may_be_for_anything() {
    let text = "Peru's sports and youth minister, Ana Reis, met Tom Soto.";
    assert_eq!(called(text, "Ana Reis"), ["Peru's sports and youth minister", "Ana Reis"]);
}

#[test]
fn a_place_in_capitals_opens_a_report() {
    assert_eq!(called("ISTANBUL Turkish police arrested Tom Soto.", "Turkish police"), ["Turkish police"]);
    assert_eq!(
        called("LIMA, Peru An aid convoy reached Chile. Peru thanked Chile.", "Peru"),
        ["Peru", "Peru"]
    );
}

#[test]
fn a_town_stands_behind_its_sort() {
    let text = "A court in the northern city of Trujillo fined Tom Soto.";
    assert_eq!(called(text, "A court in the northern city of Trujillo").len(), 1);
}

#[test]
fn who_has_no_country_belongs_where_the_text_mostly_is() {
    let text = "President Ana Reis met doctors from Chile. Peru has three hospitals. Lima and Cusco sent nurses to Peru.";
    let reading = by_rules(text, &Options { language: Some(Language::English), ..Options::default() });
    let reis = reading.entities.iter().find(|e| e.names.en == "Ana Reis");
    assert_eq!(reis.and_then(|e| e.country).map(|country| country.code().to_string()), Some("PER".into()));
}

#[test]
fn a_government_is_not_located_where_it_sits() {
    let located = |text: &str| {
        let reading = by_rules(text, &Options { language: Some(Language::English), ..Options::default() });
        reading.relations.iter().filter(|r| r.kind == model::RelationKind::LocatedIn).count()
    };
    assert_eq!(located("The government in Lima arrested Tom Soto."), 0);
    assert_eq!(located("A court in Lima fined Tom Soto."), 1);
}

#[test]
fn an_article_before_a_surname_may_be_left_out() {
    let text = "Mowaffak al-Rubaie met Ana Reis of Peru. Rubaie thanked Peru.";
    assert_eq!(called(text, "Rubaie"), ["Mowaffak al-Rubaie", "Rubaie"]);
}
