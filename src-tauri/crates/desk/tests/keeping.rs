//! The log on disk, and laws that hold for any sequence of commands.

#[allow(dead_code)]
mod shared;

use std::collections::BTreeSet;
use std::path::Path;

use desk::Desk;
use desk::wire::{CheckMark, ClaimPart, Command, Fault, Layout, Modality, Range, Rule, Snapshot};
use shared::{Dice, OWN, bytes, folder, id, own, same};

/// A command that may or may not make sense on what is on view.
fn random(dice: &mut Dice, step: usize, shown: &Snapshot, start: &Snapshot) -> Command {
    let entities: Vec<String> = shown.entities.iter().map(|entity| entity.id.clone()).collect();
    let events: Vec<String> = shown.events.iter().map(|event| event.id.clone()).collect();
    let relations: Vec<String> = shown.relations.iter().map(|relation| relation.id.clone()).collect();
    // Things that were there once, so that some of what is asked for is gone.
    let mut things: Vec<String> = start.scene.nodes.iter().map(|node| node.id.clone()).collect();
    things.extend(entities.iter().chain(&events).chain(&relations).cloned());
    let thing = dice.one(&things).clone();
    let node = if entities.is_empty() { thing.clone() } else { dice.one(&entities).clone() };
    let other = if entities.is_empty() { thing.clone() } else { dice.one(&entities).clone() };
    let event = if events.is_empty() { thing.clone() } else { dice.one(&events).clone() };
    let at = dice.roll(OWN.len()) as u32;
    let quote = Range { start: at, end: at + 1 + dice.roll(40) as u32 };
    let code =
        |dice: &mut Dice| (*dice.one(&["person", "group", "country", "CONSULT", "AID", "leads"])).to_owned();
    let modality = *dice.one(&[Modality::Actual, Modality::Planned, Modality::Negated]);
    match dice.roll(28) {
        0..=3 => Command::Move { node, x: dice.roll(700) as f64 + 0.1, y: dice.roll(500) as f64 / 3.0 },
        4 => Command::Rename { node: thing, name: format!("nama {step}") },
        5 => Command::Unpin { node },
        6 => Command::Delete { claim: thing },
        7 if step.is_multiple_of(5) => {
            let language = *dice.one(&[None, Some("id"), Some("en")]);
            let published = Some(format!("20{:02}-01-02", dice.roll(26)));
            Command::Describe { published, language: language.map(str::to_owned), source: None }
        }
        8 if step.is_multiple_of(5) => Command::Arrange,
        9 if step.is_multiple_of(4) => {
            let layout = *dice.one(&[Layout::Stress, Layout::Layered, Layout::Radial, Layout::Kind]);
            let focus = (layout == Layout::Radial).then_some(thing);
            Command::SetLayout { layout, focus }
        }
        7..=9 => Command::SetKind { claim: thing, kind: code(dice) },
        10 => Command::SetCountry { node, country: Some("JPN".to_owned()) },
        11 => Command::SetOffice { node, office: Some(format!("jabatan {step}")) },
        12 => Command::AddAlias { node, alias: format!("alias {}", dice.roll(9)) },
        13 => Command::RemoveAlias { node, alias: format!("alias {}", dice.roll(9)) },
        14 => Command::SetModality { event, modality },
        15 => Command::SetAttribution { event, by: Some(node) },
        16 => Command::SetDate { event, date: Some("2031".to_owned()) },
        17 | 18 => {
            let part =
                *dice.one(&[ClaimPart::Source, ClaimPart::Target, ClaimPart::Place, ClaimPart::Subject]);
            Command::SetPart { claim: thing, part, from: Some(node), to: Some(other) }
        }
        19 => Command::Exchange { claim: thing },
        20 => {
            Command::AddNode { name: format!("baru {step}"), kind: "person".to_owned(), mention: Some(quote) }
        }
        21 => Command::AddEvent {
            kind: "AID".to_owned(),
            label: None,
            trigger: quote,
            sources: vec![node],
            targets: vec![other],
            modality,
        },
        22 => Command::AddRelation { kind: "leads".to_owned(), subject: node, object: other, quote: None },
        23 => Command::Cite { claim: thing, quote },
        24 => Command::Annotate { thing, text: Some(format!("catatan {step}")) },
        25 => Command::SetMark { thing, mark: Some(CheckMark::Doubtful) },
        26 => Command::Merge { into: node, from: other },
        _ => {
            let names: Vec<String> = shown.entities.iter().map(|entity| entity.name.clone()).collect();
            let name = names.first().cloned().unwrap_or_else(|| "siapa".to_owned());
            Command::SetRule { rule: Rule::NeverActor { name }, on: dice.roll(2) == 0 }
        }
    }
}

/// Does up to `steps` random commands; answers how many were done.
fn shake(desk: &mut Desk, start: &Snapshot, steps: usize, seed: u64) -> usize {
    let mut dice = Dice(seed);
    let mut shown = start.clone();
    let mut done = 0;
    for step in 0..steps {
        let splits: Vec<(String, String)> = shown
            .touched
            .iter()
            .flat_map(|one| one.merged.iter().map(|part| (one.id.clone(), part.id.clone())))
            .collect();
        let command = if !splits.is_empty() && dice.roll(12) == 0 {
            let (node, part) = dice.one(&splits).clone();
            Command::Split { node, part }
        } else {
            random(&mut dice, step, &shown, start)
        };
        match desk.perform(command) {
            Ok(after) => {
                shown = after;
                done += 1;
            }
            Err(
                Fault::NotFound { .. }
                | Fault::BadEdit
                | Fault::BadQuote
                | Fault::BadName { .. }
                | Fault::BadDate { .. },
            ) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
    done
}

#[test]
fn a_thousand_random_commands_undone_leave_the_bytes_of_the_start_and_redone_those_of_the_end() {
    let (mut desk, start) = own();
    let done = shake(&mut desk, &start, 1000, 20_261_123);
    assert!(done > 500, "{done}");
    let end = desk.show("id", (704.0, 625.0)).unwrap();
    assert_eq!(end.history.at as usize, done);
    let verbs: BTreeSet<&str> = end.history.steps.iter().map(|step| step.command.as_str()).collect();
    assert!(verbs.len() > 20, "{verbs:?}");
    let mut left = done;
    while left > 0 {
        // In strides at first, as the history panel does, then one at a time.
        let now = if left > 200 { desk.jump(left as u32 - 20).unwrap() } else { desk.undo().unwrap() };
        left -= if left > 200 { 20 } else { 1 };
        assert_eq!(now.history.at as usize, left);
    }
    let first = desk.show("id", (704.0, 625.0)).unwrap();
    same(&bytes(&first), &bytes(&start));
    same(&bytes(&desk.jump(done as u32).unwrap()), &bytes(&end));
}

#[test]
fn a_merge_of_any_two_nodes_split_again_is_as_if_it_had_never_been() {
    let (mut desk, start) = own();
    shake(&mut desk, &start, 60, 7);
    let mut shown = desk.show("id", (704.0, 625.0)).unwrap();
    let nodes: Vec<(String, bool)> =
        shown.scene.nodes.iter().map(|node| (node.id.clone(), node.event)).collect();
    let mut merges = 0;
    for (into, event) in &nodes {
        for (from, _) in nodes.iter().filter(|(from, other)| from != into && other == event) {
            let before = bytes(&shown);
            if desk.perform(Command::Merge { into: into.clone(), from: from.clone() }).is_ok() {
                shown = desk.perform(Command::Split { node: into.clone(), part: from.clone() }).unwrap();
                // A pair that was taken apart is not proposed again: that is all that is left of it.
                same(&without_proposals(&bytes(&shown)), &without_proposals(&before));
                merges += 1;
            }
        }
    }
    assert!(merges > 20, "{merges}");
}

fn without_proposals(bytes: &str) -> String {
    let mut value: serde_json::Value = serde_json::from_str(bytes).unwrap();
    value["suggestions"] = serde_json::Value::Null;
    value.to_string()
}

/// A desk that keeps its logs in this folder, with a file opened.
fn kept(folder: &Path, file: &Path) -> (Desk, Snapshot) {
    let mut desk = Desk::new();
    desk.keep_in(folder.join("app"));
    let snapshot = desk.open_file(file, OWN.as_bytes()).unwrap();
    (desk, snapshot)
}

#[test]
fn every_edit_is_on_disk_at_once_and_there_again_when_the_article_is_opened() {
    let folder = folder("kept");
    let file = folder.join("berita.txt");
    let (mut desk, start) = kept(&folder, &file);
    let log = folder.join("berita.txt.wartagraf.jsonl");
    assert!(!log.exists(), "reading leaves nothing behind");
    shake(&mut desk, &start, 80, 3);
    let end = desk.undo().unwrap();
    assert!(end.history.trouble.is_none());
    // Nothing was closed or said goodbye to: another run takes it up from what is there.
    let (mut again, taken) = kept(&folder, &file);
    same(&bytes(&taken), &bytes(&end));
    assert_eq!((taken.history.at, taken.history.steps.len()), (end.history.at, end.history.steps.len()));
    assert_eq!(bytes(&again.redo().unwrap()), bytes(&desk.redo().unwrap()));
    assert_eq!(bytes(&again.jump(0).unwrap()), bytes(&desk.jump(0).unwrap()));
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().filter(|one| one.as_ref().unwrap().path().is_file()).count(),
        1
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn edits_of_a_pasted_text_and_rules_are_kept_in_the_apps_own_folder() {
    let folder = folder("pasted");
    let run = || {
        let mut desk = Desk::new();
        desk.keep_in(folder.clone());
        let snapshot = desk.open_text(OWN, None).unwrap();
        (desk, snapshot)
    };
    let (mut desk, start) = run();
    let sea = id(&start, "Jakarta");
    desk.perform(Command::Rename { node: sea, name: "Ibu kota".to_owned() }).unwrap();
    let rule = Rule::NeverActor { name: "Jepang".to_owned() };
    let end = desk.perform(Command::SetRule { rule: rule.clone(), on: true }).unwrap();
    let (mut again, taken) = run();
    same(&bytes(&taken), &bytes(&end));
    assert_eq!(taken.rules, [rule]);
    let later = again.open_text("Perdana Menteri Jepang tiba di Bandung.", None).unwrap();
    assert!(later.entities.iter().all(|entity| entity.name != "Jepang"));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_log_cut_at_any_byte_loads_as_its_whole_lines_and_is_kept_aside() {
    let folder = folder("cut");
    let file = folder.join("berita.txt");
    let log = folder.join("berita.txt.wartagraf.jsonl");
    let (mut desk, start) = kept(&folder, &file);
    let names = ["Jepang", "Jakarta", "Partai Harapan Bahari"];
    let mut states = vec![bytes(&start)];
    for name in names {
        let command = Command::Rename { node: id(&start, name), name: format!("{name} é") };
        states.push(bytes(&desk.perform(command).unwrap()));
    }
    let whole = std::fs::read(&log).unwrap();
    // Every byte of the last two lines and some of those before.
    for cut in
        (0..whole.len()).filter(|cut| cut % 17 == 0 || *cut + 2 > whole.len() || whole[cut - 1] == b'\n')
    {
        std::fs::write(&log, &whole[..cut]).unwrap();
        let (_, taken) = kept(&folder, &file);
        let lines = whole[..cut].split(|byte| *byte == b'\n').count() - 1;
        same(&bytes(&taken), &states[lines.saturating_sub(1)]);
        let Some(Fault::DamagedEdits { path, kept }) = taken.history.trouble else {
            panic!("cut at {cut}: nothing is said")
        };
        assert_eq!(kept as usize, lines.saturating_sub(1));
        assert_eq!(std::fs::read(&path).unwrap(), &whole[..cut], "what was there is kept byte for byte");
        std::fs::remove_file(path).unwrap();
    }
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_damaged_log_is_never_written_over_and_editing_goes_on() {
    let folder = folder("damaged");
    let file = folder.join("berita.txt");
    let log = folder.join("berita.txt.wartagraf.jsonl");
    std::fs::write(&log, b"\xff\xfe not a log").unwrap();
    let (mut desk, start) = kept(&folder, &file);
    assert!(matches!(start.history.trouble, Some(Fault::DamagedEdits { kept: 0, .. })));
    let end =
        desk.perform(Command::Rename { node: id(&start, "Jepang"), name: "Nippon".to_owned() }).unwrap();
    assert_eq!(end.history.trouble, None);
    assert_eq!(
        std::fs::read(folder.join("berita.txt.wartagraf.jsonl.damaged-1")).unwrap(),
        b"\xff\xfe not a log"
    );
    let (_, taken) = kept(&folder, &file);
    same(&bytes(&taken), &bytes(&end));
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn an_edit_that_cannot_be_saved_is_done_and_the_reader_is_told() {
    let folder = folder("unsaved");
    let file = folder.join("berita.txt");
    let (mut desk, start) = kept(&folder, &file);
    // A folder in the place of the log cannot be replaced by a file.
    std::fs::create_dir(folder.join("berita.txt.wartagraf.jsonl")).unwrap();
    let end =
        desk.perform(Command::Rename { node: id(&start, "Jepang"), name: "Nippon".to_owned() }).unwrap();
    assert!(end.entities.iter().any(|entity| entity.name == "Nippon"));
    assert!(matches!(end.history.trouble, Some(Fault::Unwritable { .. })));
    std::fs::remove_dir(folder.join("berita.txt.wartagraf.jsonl")).unwrap();
    assert_eq!(desk.undo().unwrap().history.trouble, None, "saved again as soon as it can be");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn edits_find_their_things_again_in_a_text_that_has_been_corrected() {
    let folder = folder("corrected");
    let file = folder.join("berita.txt");
    let (mut desk, start) = kept(&folder, &file);
    desk.perform(Command::Rename { node: id(&start, "Kenji Moriyama"), name: "Moriyama".to_owned() })
        .unwrap();
    desk.perform(Command::Delete { claim: id(&start, "Partai Harapan Bahari") }).unwrap();
    let corrected = OWN
        .replace("Cerita karangan untuk contoh.", "Cerita karangan.")
        .replace("Partai Harapan", "Partai Harap");
    let mut again = Desk::new();
    again.keep_in(folder.join("app"));
    let taken = again.open_file(&file, corrected.as_bytes()).unwrap();
    assert!(taken.entities.iter().any(|entity| entity.name == "Moriyama"));
    let unfit: Vec<_> =
        taken.history.unfit.iter().map(|step| step.subject.as_deref().unwrap_or_default()).collect();
    assert_eq!(unfit, ["Partai Harapan Bahari"]);
    std::fs::remove_dir_all(&folder).unwrap();
}
