//! What is learnt of the types of event words: weights of our own, so that only the choice is tested.

use lang::happen::Learnt;
use model::Plover;

use crate::{Fitted, Options, candidates, words};

const TEXT: &str = "Chad menyerang Mali pada Senin.";

fn kind(text: &str, kinds: &str) -> Option<Plover> {
    let kinds = Learnt::new(kinds);
    let fitted = Fitted { kinds: &kinds, ..Fitted::NONE };
    candidates(text, &Options::default(), Some(fitted)).0.events.first().map(|event| event.kind)
}

#[test]
fn the_lexicon_decides_where_nothing_was_learnt() {
    assert_eq!(kind(TEXT, ""), Some(Plover::Assault));
}

#[test]
fn a_type_that_the_word_has_had_may_be_likelier() {
    assert_eq!(kind(TEXT, "ACCUSE|stem|serang\t1.5\nASSAULT|ruled|ASSAULT\t1.0\n"), Some(Plover::Accuse));
    assert_eq!(kind(TEXT, "ACCUSE|stem|serang\t1.5\nASSAULT|ruled|ASSAULT\t2.0\n"), Some(Plover::Assault));
}

#[test]
fn a_type_that_the_word_never_had_does_not_compete() {
    assert_eq!(kind(TEXT, "PROTEST\t9.0\nACCUSE|stem|kecam\t1.5\n"), Some(Plover::Assault));
}

#[test]
fn every_event_word_has_signs_that_name_its_stem_and_type() {
    let found = words("Chad menyerang Mali. Niger mengecam serangan itu.", &Options::default());
    let said = |sign: &str| found.iter().filter(|(_, signs)| signs.iter().any(|own| own == sign)).count();
    assert_eq!(found.len(), 3);
    assert_eq!(said("stem|serang"), 1);
    assert_eq!(said("stem|kecam"), 1);
    assert_eq!(said("ruled|ASSAULT"), 2);
    assert_eq!(said("ruled|ACCUSE"), 1);
}
