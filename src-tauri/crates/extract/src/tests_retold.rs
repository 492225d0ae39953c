//! What is learnt of events that are told again, and of words that say little: weights of our own, so that only the choice is tested.

use lang::happen::Learnt;
use model::{Event, Ground, Plover, Role};

use crate::{Fitted, Options, candidates, pairs, words};

fn events(text: &str, retold: &str) -> Vec<Event> {
    let retold = Learnt::new(retold);
    candidates(text, &Options::default(), Some(Fitted { retold: &retold, ..Fitted::NONE })).0.events
}

fn of(text: &str, retold: &str, kind: Plover) -> Vec<Event> {
    events(text, retold).into_iter().filter(|event| event.kind == kind).collect()
}

const TEXT: &str = "Chad mengecam Mali. Niger mengunjungi Peru. Chad mencela Mali.";

#[test]
fn two_events_of_one_type_are_one_where_that_is_likely() {
    assert_eq!(of(TEXT, "", Plover::Accuse).len(), 2);
    assert_eq!(of(TEXT, "bias\t-5\t0\n", Plover::Accuse).len(), 2);
    let [one] = &of(TEXT, "bias\t5\t0\n", Plover::Accuse)[..] else { panic!("two events") };
    assert_eq!(one.trigger.of(TEXT), "mengecam");
    assert_eq!(one.other_triggers.iter().map(|span| span.of(TEXT)).collect::<Vec<_>>(), ["mencela"]);
    assert!(matches!(&one.ground, Ground::Text { evidence } if evidence.cites().len() == 2));
}

#[test]
fn another_type_is_another_event_whatever_the_weights_say() {
    assert_eq!(of(TEXT, "bias\t9\t0\n", Plover::Consult).len(), 1);
}

#[test]
fn what_is_told_again_takes_its_sides_from_where_they_are_spelt_out() {
    let text = "Kecaman itu tajam. Chad mencela Mali.";
    let [one] = &of(text, "bias\t9\t0\n", Plover::Accuse)[..] else { panic!("not one event") };
    assert_eq!([Role::Source, Role::Target].map(|role| one.fillers(role).count()), [1, 1]);
}

#[test]
fn every_pair_names_the_earlier_event_and_no_word_of_a_name() {
    let found = pairs(TEXT, &Options::default(), Fitted::NONE);
    let [(_, none), (_, other), (words, again)] = &found[..] else { panic!("{found:?}") };
    assert!(none.is_empty() && other.is_empty());
    assert_eq!(words[0].of(TEXT), "mencela");
    assert_eq!(again[0].earlier.of(TEXT), "mengecam");
    assert!(again[0].signs.iter().any(|sign| sign == "sides|same|same"), "{:?}", again[0].signs);
    assert!(!again[0].signs.iter().any(|sign| sign.contains("chad") || sign.contains("mali")));
}

#[test]
fn a_word_that_says_little_is_seen_and_hides_nobody() {
    let text = "Presiden Chad Ali Bongo menulis bahwa Mali menyerang Niger.";
    let seen: Vec<&str> = words(text, &Options::default()).iter().map(|(span, _)| span.of(text)).collect();
    assert!(seen.contains(&"menulis") && seen.contains(&"menyerang"), "{seen:?}");
    let attack = of(text, "", Plover::Assault);
    let read = crate::by_rules(text, &Options::default());
    assert!(read.events.iter().all(|event| event.trigger.of(text) != "menulis"));
    assert_eq!(attack[0].fillers(Role::Source).count(), 1);
}
