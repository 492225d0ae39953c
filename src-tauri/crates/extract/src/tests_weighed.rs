//! What is learnt of relations: weights of our own, so that only the choice is tested.

use lang::happen::Graded;
use model::Language;

use crate::{Fitted, Options, bonds, candidates};

const TEXT: &str = "Chad dan Mali berunding di Lima.";

fn options() -> Options {
    Options { language: Some(Language::Indonesian), ..Options::default() }
}

/// The relations of a text as these weights tell them: "ally_of: Chad, Mali".
fn told(text: &str, weights: &str) -> Vec<String> {
    let relations = Graded::new(weights);
    let fitted = Fitted { relations: &relations, ..Fitted::NONE };
    let reading = candidates(text, &options(), Some(fitted)).0;
    let name = |id| reading.entities.iter().find(|e| e.id == id).map_or("-", |e| &*e.names.id);
    let told = |r: &model::Relation| format!("{}: {}, {}", r.kind.code(), name(r.subject), name(r.object));
    reading.relations.iter().map(told).collect()
}

#[test]
fn two_near_each_other_stand_in_the_likeliest_relation_that_their_kinds_have_had() {
    let weights = "ally_of|pair|country|country\t1.5\nat_war_with|pair|country|country\t0.5\n";
    assert_eq!(told(TEXT, weights), ["ally_of: Chad, Mali"]);
    let other = "part_of|together|1|country|country\t9\nally_of|pair|country|organization\t9\n";
    assert_eq!(told(TEXT, other), [""; 0]);
}

#[test]
fn what_is_less_likely_than_even_is_not_told() {
    assert_eq!(told(TEXT, "ally_of|pair|country|country\t-0.2\n"), [""; 0]);
    assert_eq!(
        told(TEXT, "ally_of|pair|country|country\t-0.2\nany|whole|dan|first|country|country\t0.4\n").len(),
        1
    );
}

#[test]
fn what_the_rules_tell_stays_unless_it_is_unlikely() {
    let text = "Presiden Chad Rina Sari tiba.";
    assert_eq!(told(text, ""), ["leads: Rina Sari, Chad"]);
    assert_eq!(told(text, "leads|pair|person|country\t-1\n"), ["leads: Rina Sari, Chad"]);
    assert_eq!(told(text, "leads|pair|person|country\t-3\n"), [""; 0]);
    // Kinds that were never annotated so say nothing.
    assert_eq!(told(text, "leads|pair|person|place\t-2\n"), ["leads: Rina Sari, Chad"]);
}

#[test]
fn whose_state_the_text_tells_of_may_stand_to_it_from_afar() {
    let text = "Peru berdamai dengan Chad pada Senin. Ribuan warga menonton di Lima.";
    let found = bonds(text, &options()).1;
    let said = |sign: &str| found.iter().filter(|bond| bond.signs.iter().any(|own| own == sign)).count();
    assert_eq!(said("own|own|apart|place|country"), 1, "{found:?}");
}

#[test]
fn signs_name_neither_names_nor_numbers() {
    let found = bonds("Presiden Chad Rina Sari (61) dan 40 tentara Mali tiba di Lima.", &options()).1;
    let signs: Vec<&str> = found.iter().flat_map(|bond| &bond.signs).map(String::as_str).collect();
    assert!(!signs.is_empty());
    for word in signs.iter().flat_map(|sign| sign.split(['|', ' '])) {
        assert!(!["chad", "rina", "sari", "mali", "lima", "61", "40"].contains(&word), "{word}");
    }
}
