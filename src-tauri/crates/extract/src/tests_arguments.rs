//! Sources and targets weighed against all in reach.

use lang::happen::Learnt;
use model::{Event, Extraction, Role};

use crate::{Fitted, Options, candidates, contenders};

const TEXT: &str = "Norwegia mengecam Rusia dalam sidang PBB pada hari Senin.";

fn names(reading: &Extraction, event: &Event, role: Role) -> Vec<String> {
    let name =
        |id| reading.entities.iter().find(|entity| entity.id == id).map(|entity| entity.names.en.clone());
    event.fillers(role).filter_map(name).collect()
}

/// Source and target of the first event under these weights.
fn sides(text: &str, weights: &str) -> (Vec<String>, Vec<String>) {
    let (reading, _) = candidates(
        text,
        &Options::default(),
        Some(Fitted { arguments: &Learnt::new(weights), ..Fitted::NONE }),
    );
    let event = reading.events.iter().find(|event| event.kind.code() == "ACCUSE").expect("an accusation");
    (names(&reading, event, Role::Source), names(&reading, event, Role::Target))
}

#[test]
fn without_weights_the_rules_have_the_last_word() {
    assert_eq!(sides(TEXT, ""), (vec!["Norway".into()], vec!["Russia".into()]));
}

#[test]
fn somebody_likelier_takes_the_place() {
    let (source, target) = sides(TEXT, "sort|organization\t9\t0\nruled|same|some\t0\t9\n");
    assert_eq!((source, target), (vec!["United Nations".into()], vec!["Russia".into()]));
}

#[test]
fn a_little_likelier_is_not_enough() {
    let (source, _) = sides(TEXT, "sort|organization\t0.3\t0\nruled|same|some\t0\t9\n");
    assert_eq!(source, ["Norway"]);
}

#[test]
fn what_the_rules_say_is_never_turned_round() {
    let (source, target) = sides(TEXT, "opposite|directed\t9\t9\n");
    assert!(
        !source.contains(&"Russia".into()) && !target.contains(&"Norway".into()),
        "{source:?} {target:?}"
    );
}

#[test]
fn nobody_is_put_against_the_state_he_serves() {
    let text = "Norwegia mengecam serangan itu, kata Menteri Luar Negeri Norwegia Sigrid Halvorsen.";
    let (_, target) = sides(text, "sort|official\t0\t9\nruled|same|some\t9\t0\n");
    assert!(!target.contains(&"Sigrid Halvorsen".into()), "{target:?}");
}

#[test]
fn who_turns_out_to_speak_for_himself_vouches_for_nothing() {
    let text = "Menteri Luar Negeri Norwegia Sigrid Halvorsen mengatakan Peru mengecam Rusia.";
    let voucher = |weights: &str| {
        let (reading, _) = candidates(
            text,
            &Options::default(),
            Some(Fitted { arguments: &Learnt::new(weights), ..Fitted::NONE }),
        );
        let event = reading.events.iter().find(|event| event.kind.code() == "ACCUSE").expect("an accusation");
        (names(&reading, event, Role::Source), event.attributed_to.is_some())
    };
    assert_eq!(voucher(""), (vec!["Peru".into()], true));
    let speaker = "speaker|active\t9\t0\nruled|same|some\t0\t9\n";
    assert_eq!(voucher(speaker), (vec!["Sigrid Halvorsen".into()], false));
}

#[test]
fn a_broken_line_weighs_nothing() {
    assert_eq!(sides(TEXT, "sort|organization\tnine\t0\n#x\n\n"), sides(TEXT, ""));
}

#[test]
fn the_rules_own_and_nobody_are_among_those_who_contend() {
    let (reading, events) = contenders(TEXT, &Options::default(), &Learnt::NONE);
    let (_, list) = &events[0];
    for target in [false, true] {
        let own = list.iter().filter(|one| one.target == target);
        assert_eq!(own.clone().filter(|one| one.who.is_empty()).count(), 1, "nobody once");
        assert_eq!(
            own.clone().filter(|one| one.signs.iter().any(|sign| sign == "ruled|same|some")).count(),
            1
        );
        assert!(own.clone().flat_map(|one| &one.who).all(|span| !span.of(&reading.article.text).is_empty()));
    }
    assert!(list.iter().all(|one| !one.signs.is_empty()));
}

#[test]
fn whom_the_sentences_around_name_are_in_reach_with_what_they_did_there() {
    let text = "Norwegia mengecam Rusia. Peru meminta bantuan pada hari Senin.";
    let (reading, events) = contenders(text, &Options::default(), &Learnt::NONE);
    let (_, list) = events.iter().find(|(trigger, _)| trigger.of(text) == "meminta").expect("the request");
    let signs = |name: &str, target: bool| {
        let meant = |span: &model::Span| span.of(&reading.article.text) == name;
        list.iter().find(|one| one.target == target && one.who.iter().any(meant)).map(|one| &one.signs)
    };
    let source = signs("Norwegia", false).expect("the state of the sentence before");
    assert!(source.iter().any(|sign| sign.starts_with("does|")), "{source:?}");
    assert!(signs("Rusia", true).expect("whom it condemned").iter().any(|sign| sign.starts_with("suffers|")));
}
