//! English sentences of our own: how far a description reaches and whose it is, whose deed a verb in a nested clause tells, who answers
//! for a deed that somebody speaks of.

use crate::tests_english_sides::tells;

#[test]
fn what_stands_behind_a_noun_may_say_who_is_meant() {
    tells(
        "A delegation of Belgian miners met Ana Reis.",
        "CONSULT A delegation of Belgian miners > Ana Reis",
    );
    tells("The family of Mr Soto thanked Ana Reis.", "SUPPORT The family of Mr Soto > Ana Reis");
    tells("Prosecutors in Lima accused the general of theft.", "ACCUSE Prosecutors in Lima > the general");
    tells("Ana Reis accused the army of theft.", "ACCUSE Ana Reis > the army");
    tells("Police arrested three men in Lima on Monday.", "COERCE Police > three men");
}

#[test]
fn a_happening_behind_a_noun_is_left_to_itself() {
    tells("Survivors of the 2012 massacre thanked Ana Reis.", "SUPPORT Survivors > Ana Reis");
}

#[test]
fn a_noun_before_another_may_own_it() {
    tells("The ministry's lawyers criticised Peru.", "ACCUSE The ministry's lawyers > Peru");
    tells("The pilots' association praised Peru.", "SUPPORT The pilots' association > Peru");
}

#[test]
fn peoples_and_hyphens_stand_before_a_noun() {
    tells(
        "Chadian and Sudanese soldiers killed 20 insurgents.",
        "ASSAULT Chadian and Sudanese soldiers > 20 insurgents",
    );
    tells(
        "A Dutch-Lebanese businessman was extradited by Ghana.",
        "COERCE Ghana > A Dutch-Lebanese businessman",
    );
    tells("The Saudi-led coalition criticised Ana Reis.", "ACCUSE The Saudi-led coalition > Ana Reis");
    tells(
        "The Biden administration announced sanctions on two commanders.",
        "SANCTION The Biden administration > two commanders",
    );
}

#[test]
fn a_verb_in_ing_behind_of_has_an_object_of_its_own() {
    tells("Ana Reis accused the army of killing civilians.", "ASSAULT the army > civilians, by Ana Reis");
}

#[test]
fn a_body_is_not_called_by_a_noun_of_another_sort() {
    let text = "The company, Anka Foods, denied the accusation by the union that it had fired pilots.";
    tells(text, "REJECT Anka Foods > the union");
    tells(text, "ACCUSE the union > Anka Foods");
}

#[test]
fn it_is_the_body_that_a_person_speaks_for() {
    let text = "A spokesman for the army denied that it had attacked the village.";
    tells(text, "ASSAULT the army > the village, by A spokesman for the army");
}

#[test]
fn a_clause_that_says_what_a_noun_is_leaves_the_subject_to_the_noun() {
    tells(
        "His suggestion that pilots had encouraged the strikers was rejected by the union.",
        "REJECT the union > ",
    );
}

#[test]
fn who_is_made_to_do_something_does_it() {
    tells("Peru persuaded Chile to attack the rebels.", "ASSAULT Chile > the rebels");
    tells("Peru promised Chile to attack the rebels.", "ASSAULT Peru > the rebels");
}

#[test]
fn a_participle_of_blame_is_said_of_who_stands_before_its_comma() {
    tells("Police arrested Tom Soto, accused of killing two nurses.", "ACCUSE  > Tom Soto");
}

#[test]
fn who_stands_right_before_a_verb_in_ing_does_it() {
    tells("Ana Reis won the seat, with Tom Soto defeating Rina Lada.", "OTHER Tom Soto > Rina Lada");
    tells("The villages are encircled by rebels fighting the government.", "ASSAULT rebels > the government");
}

#[test]
fn a_comment_behind_what_is_said_is_the_speakers() {
    let text = "Ana Reis said that Chile had attacked Peru, criticising the president of Chile.";
    tells(text, "ACCUSE Ana Reis > the president of Chile");
}

#[test]
fn the_object_of_an_earlier_verb_does_not_act_in_a_later_one() {
    let text =
        "Ana Reis welcomed the verdict, telephoned her counterpart in Lima and promised to visit Chile.";
    tells(text, "AGREE Ana Reis > ");
    let text = "Peru will stop supporting rebels in neighbouring Chad and cooperate with Chile.";
    tells(text, "COOPERATE Peru > Chile");
}

#[test]
fn who_is_rebuffed_said_what_is_rejected() {
    tells(
        "The farmers say the mine would poison the lake, which the firm denies.",
        "REJECT the firm > The farmers",
    );
}

#[test]
fn two_that_agree_agree_with_one_another() {
    tells("Peru and Chile agreed on Saturday to stop fighting.", "AGREE Peru > Chile");
}

#[test]
fn where_somebody_was_arrested_is_not_whom() {
    let text = "Tom Soto has been held since his arrest at the airport by soldiers.";
    tells(text, "COERCE soldiers > Tom Soto");
}

#[test]
fn the_victim_of_a_murder_may_have_a_title() {
    tells("Ana Reis condemned the army's murder of Sheikh Tom Soto.", "ASSAULT the army > Tom Soto");
}
