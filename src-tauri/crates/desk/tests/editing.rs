//! Every edit, what it does to the reading, and that it can be taken back.

#[allow(dead_code)]
mod shared;

use desk::Desk;
use desk::wire::{
    CheckMark, ClaimPart, Command, Entity, Event, Fault, Field, GroundBy, Modality, Reason, Role, Rule,
    Snapshot,
};
use shared::{bytes, id, own, range, same};

/// Does a command, looks at the outcome, and sees that undo and redo are exact.
fn done(desk: &mut Desk, command: Command) -> Snapshot {
    let before = desk.show("id", (704.0, 625.0)).unwrap();
    let after = desk.perform(command).unwrap();
    same(&bytes(&desk.undo().unwrap()), &bytes(&before));
    same(&bytes(&desk.redo().unwrap()), &bytes(&after));
    after
}

fn entity<'a>(snapshot: &'a Snapshot, id: &str) -> &'a Entity {
    snapshot.entities.iter().find(|entity| entity.id == id).unwrap()
}

fn event<'a>(snapshot: &'a Snapshot, id: &str) -> &'a Event {
    snapshot.events.iter().find(|event| event.id == id).unwrap()
}

fn fields(snapshot: &Snapshot, id: &str) -> Vec<Field> {
    snapshot.touched.iter().find(|touched| touched.id == id).map(|one| one.fields.clone()).unwrap_or_default()
}

/// The event of this type.
fn of_type(snapshot: &Snapshot, code: &str) -> String {
    snapshot.events.iter().find(|event| event.code == code).unwrap_or_else(|| panic!("no {code}")).id.clone()
}

fn holds(event: &Event, role: Role, entity: &str) -> bool {
    event.roles.iter().any(|filler| filler.role == role && filler.entity == entity)
}

#[test]
fn kind_country_office_and_aliases_of_an_entity_are_the_readers_to_set() {
    let (mut desk, start) = own();
    let party = id(&start, "Partai Harapan Bahari");
    let node = || party.clone();
    done(&mut desk, Command::SetKind { claim: node(), kind: "group".to_owned() });
    done(&mut desk, Command::SetCountry { node: node(), country: Some("IDN".to_owned()) });
    done(&mut desk, Command::SetOffice { node: node(), office: Some("oposisi".to_owned()) });
    let after = done(&mut desk, Command::AddAlias { node: node(), alias: "PHB".to_owned() });
    let one = entity(&after, &party);
    assert_eq!((one.kind.as_str(), one.role.as_deref()), ("group", Some("oposisi")));
    assert_eq!(one.country.as_ref().map(|country| country.name.as_str()), Some("Indonesia"));
    assert!(one.aliases.contains(&"PHB".to_owned()));
    assert_eq!(fields(&after, &party), [Field::Kind, Field::Country, Field::Office, Field::Aliases]);
    let after = done(&mut desk, Command::RemoveAlias { node: node(), alias: "PHB".to_owned() });
    assert!(!entity(&after, &party).aliases.contains(&"PHB".to_owned()));
    assert!(start.touched.is_empty(), "the machine's reading is nobody's edit");
}

#[test]
fn status_voucher_date_and_type_of_an_event_are_the_readers_to_set() {
    let (mut desk, start) = own();
    let met = of_type(&start, "CONSULT");
    let japan = id(&start, "Jepang");
    done(&mut desk, Command::SetModality { event: met.clone(), modality: Modality::Planned });
    done(&mut desk, Command::SetAttribution { event: met.clone(), by: Some(japan.clone()) });
    done(&mut desk, Command::SetDate { event: met.clone(), date: Some("2031-05".to_owned()) });
    let after = done(&mut desk, Command::SetKind { claim: met.clone(), kind: "AGREE".to_owned() });
    let one = event(&after, &met);
    assert_eq!((one.modality, one.attributed_to.as_deref()), (Modality::Planned, Some(japan.as_str())));
    assert_eq!((one.when_date.as_deref(), one.code.as_str()), (Some("2031-05"), "AGREE"));
    let was = event(&start, &met);
    assert_eq!(one.when_words, was.when_words, "the article's words stay");
    assert_eq!(after.scene.nodes.len(), start.scene.nodes.len());
}

#[test]
fn source_and_target_are_exchanged_and_parts_move_from_one_to_another() {
    let (mut desk, start) = own();
    let (refused, party) = (of_type(&start, "REJECT"), id(&start, "Partai Harapan Bahari"));
    let japan = id(&start, "Jepang");
    assert!(holds(event(&start, &refused), Role::Source, &party));
    let after = done(&mut desk, Command::Exchange { claim: refused.clone() });
    assert!(holds(event(&after, &refused), Role::Target, &party));
    let moved = Command::SetPart {
        claim: refused.clone(),
        part: ClaimPart::Target,
        from: Some(party.clone()),
        to: Some(japan.clone()),
    };
    let after = done(&mut desk, moved);
    assert!(holds(event(&after, &refused), Role::Target, &japan));
    assert!(!holds(event(&after, &refused), Role::Target, &party));
    let gone =
        Command::SetPart { claim: refused.clone(), part: ClaimPart::Target, from: Some(japan), to: None };
    let after = done(&mut desk, gone);
    assert!(event(&after, &refused).roles.iter().all(|filler| filler.role != Role::Target));
    assert_eq!(fields(&after, &refused), [Field::Parts]);
}

#[test]
fn a_missing_node_event_and_relation_are_drawn_with_their_sentence() {
    let (mut desk, start) = own();
    let words = range(&start, "nelayan setempat");
    let add = Command::AddNode {
        name: "Nelayan Natuna".to_owned(),
        kind: "group".to_owned(),
        mention: Some(words),
    };
    let after = done(&mut desk, add);
    let fishers = id(&after, "Nelayan Natuna");
    assert_eq!(entity(&after, &fishers).mentions.len(), 1);
    assert_eq!(entity(&after, &fishers).ground.by, GroundBy::Reader);
    for node in &start.scene.nodes {
        let now = after.scene.nodes.iter().find(|other| other.id == node.id).unwrap();
        assert_eq!((now.x, now.y), (node.x, node.y), "what is placed does not move");
    }
    let new = after.scene.nodes.iter().find(|node| node.id == fishers).unwrap();
    for other in after.scene.nodes.iter().filter(|other| other.id != fishers) {
        let way = (new.x - other.x).hypot(new.y - other.y);
        assert!(way > new.r + other.r, "the new node lies on {}", other.id);
        let (a, b) = (new.label.bounds, other.label.bounds);
        let (dx, dy) = (other.x + b.x - new.x - a.x, other.y + b.y - new.y - a.y);
        assert!(dx >= a.w || -dx >= b.w || dy >= a.h || -dy >= b.h, "its label lies on that of {}", other.id);
    }
    let japan = id(&after, "Jepang");
    let trigger = range(&start, "mengabaikan");
    let add = Command::AddEvent {
        kind: "REJECT".to_owned(),
        label: Some("mengabaikan".to_owned()),
        trigger,
        sources: vec![japan.clone()],
        targets: vec![fishers.clone()],
        modality: Modality::Actual,
    };
    let after = done(&mut desk, add);
    let made = after.events.iter().find(|event| event.ground.by == GroundBy::Reader).unwrap();
    assert!(holds(made, Role::Source, &japan) && holds(made, Role::Target, &fishers));
    assert_eq!(made.ground.cites.len(), 1);
    let sentence = made.ground.cites[0].range;
    assert!(sentence.start < trigger.start && trigger.end < sentence.end, "the whole sentence is quoted");
    assert_eq!(after.scene.edges.iter().filter(|edge| edge.claim == made.id).count(), 2);
    let add = Command::AddRelation {
        kind: "member_of".to_owned(),
        subject: fishers.clone(),
        object: japan,
        quote: None,
    };
    let after = done(&mut desk, add);
    let relation = after.relations.iter().find(|relation| relation.subject == fishers).unwrap();
    assert!(relation.ground.by == GroundBy::Reader && relation.ground.cites.is_empty());
    let pointed = Command::Cite { claim: relation.id.clone(), quote: words };
    let claim = relation.id.clone();
    let after = done(&mut desk, pointed);
    let relation = after.relations.iter().find(|relation| relation.id == claim).unwrap();
    assert_eq!(relation.ground.cites.len(), 1);
    let after = done(&mut desk, Command::Delete { claim: fishers });
    assert!(after.relations.iter().all(|relation| relation.id != claim), "edges go with their node");
}

#[test]
fn notes_and_marks_stand_beside_a_claim_and_a_doubtful_one_is_drawn_faint() {
    let (mut desk, start) = own();
    let met = of_type(&start, "CONSULT");
    let note = |text: Option<&str>| Command::Annotate { thing: met.clone(), text: text.map(str::to_owned) };
    let mark = |mark| Command::SetMark { thing: met.clone(), mark };
    let after = done(&mut desk, note(Some("tanyakan ke kedutaan")));
    assert_eq!(after.touched[0].note.as_deref(), Some("tanyakan ke kedutaan"));
    let after = done(&mut desk, mark(Some(CheckMark::Doubtful)));
    assert!(event(&after, &met).confidence < 0.5);
    let after = done(&mut desk, mark(Some(CheckMark::Checked)));
    assert!(event(&after, &met).confidence > 0.99);
    done(&mut desk, mark(None));
    let after = done(&mut desk, note(None));
    same(&bytes(&after), &bytes(&start));
}

#[test]
fn two_nodes_become_one_with_the_names_mentions_and_edges_of_both_and_are_split_exactly() {
    let (mut desk, start) = own();
    let (raka, kenji) = (id(&start, "Raka Wiratama"), id(&start, "Kenji Moriyama"));
    let before = (entity(&start, &raka).mentions.len(), entity(&start, &kenji).mentions.len());
    let after = done(&mut desk, Command::Merge { into: raka.clone(), from: kenji.clone() });
    let one = entity(&after, &raka);
    assert_eq!(one.mentions.len(), before.0 + before.1);
    assert!(one.aliases.contains(&"Kenji Moriyama".to_owned()));
    assert!(after.entities.iter().all(|entity| entity.id != kenji));
    assert!(after.events.iter().all(|event| event.roles.iter().all(|filler| filler.entity != kenji)));
    let merged = &after.touched.iter().find(|touched| touched.id == raka).unwrap().merged;
    assert_eq!((merged[0].name.as_str(), merged[0].by_rule), ("Kenji Moriyama", false));
    let after = done(&mut desk, Command::Split { node: raka, part: kenji });
    same(&bytes(&after), &bytes(&start));
}

#[test]
fn an_edit_of_a_part_comes_back_with_it_and_a_merge_of_a_merge_is_one_node() {
    let (mut desk, start) = own();
    let (raka, kenji) = (id(&start, "Raka Wiratama"), id(&start, "Kenji Moriyama"));
    let party = id(&start, "Partai Harapan Bahari");
    let renamed = desk.perform(Command::Rename { node: kenji.clone(), name: "Moriyama".to_owned() }).unwrap();
    desk.perform(Command::Merge { into: kenji.clone(), from: raka.clone() }).unwrap();
    let all = desk.perform(Command::Merge { into: party.clone(), from: kenji.clone() }).unwrap();
    assert_eq!(all.entities.len(), start.entities.len() - 2);
    let inside = &all.touched.iter().find(|touched| touched.id == party).unwrap().merged;
    assert_eq!(inside.len(), 2);
    desk.perform(Command::Split { node: party.clone(), part: raka }).unwrap();
    let apart = desk.perform(Command::Split { node: party, part: kenji }).unwrap();
    same(&bytes(&apart), &bytes(&renamed));
}

#[test]
fn two_tellings_of_one_event_become_one_and_what_is_alleged_stays_alleged() {
    let mut desk = Desk::new();
    let text = "Menteri Sari memuji Gubernur Budi di Bandung. Menurut Wali Kota Tono, Sari mengunjungi Budi.";
    let start = desk.open_text(text, None).unwrap();
    let [first, second, ..] = start.events.as_slice() else { panic!("both are read: {:?}", start.events) };
    assert!(first.attributed_to.is_none() && second.attributed_to.is_some());
    let (into, from) = (first.id.clone(), second.id.clone());
    let after = desk.perform(Command::Merge { into: into.clone(), from: from.clone() }).unwrap();
    let one = event(&after, &into);
    assert_eq!(one.ground.cites.len(), 2);
    assert_eq!(one.attributed_to, second.attributed_to);
    same(&bytes(&desk.perform(Command::Split { node: into, part: from }).unwrap()), &bytes(&start));
}

#[test]
fn what_makes_no_sense_is_refused_and_nothing_has_changed() {
    let (mut desk, start) = own();
    let (met, japan) = (of_type(&start, "CONSULT"), id(&start, "Jepang"));
    let outside = desk::wire::Range { start: 0, end: 1_000_000 };
    let refused = [
        Command::SetKind { claim: japan.clone(), kind: "CONSULT".to_owned() },
        Command::SetKind { claim: met.clone(), kind: "country".to_owned() },
        Command::SetCountry { node: japan.clone(), country: Some("QQQ".to_owned()) },
        Command::SetCountry { node: met.clone(), country: None },
        Command::SetModality { event: japan.clone(), modality: Modality::Negated },
        Command::SetPart {
            claim: met.clone(),
            part: ClaimPart::Subject,
            from: None,
            to: Some(japan.clone()),
        },
        Command::SetPart { claim: met.clone(), part: ClaimPart::Source, from: None, to: None },
        Command::Exchange { claim: japan.clone() },
        Command::RemoveAlias { node: japan.clone(), alias: "tidak ada".to_owned() },
        Command::Merge { into: japan.clone(), from: japan.clone() },
        Command::Merge { into: japan.clone(), from: met.clone() },
        Command::Split { node: japan.clone(), part: met.clone() },
        Command::Inherit { rules: Vec::new() },
    ];
    for command in refused {
        assert_eq!(desk.perform(command.clone()).unwrap_err(), Fault::BadEdit, "{command:?}");
    }
    let cite = Command::Cite { claim: met.clone(), quote: outside };
    assert_eq!(desk.perform(cite).unwrap_err(), Fault::BadQuote);
    let long = Command::Annotate { thing: met, text: Some("a".repeat(2001)) };
    assert_eq!(desk.perform(long).unwrap_err(), Fault::BadName { limit: 2000 });
    let after = desk.show("id", (704.0, 625.0)).unwrap();
    same(&bytes(&after), &bytes(&start));
    assert!(after.history.steps.is_empty());
}

#[test]
fn the_history_names_every_step_and_any_point_of_it_can_be_gone_to() {
    let (mut desk, start) = own();
    let (raka, kenji) = (id(&start, "Raka Wiratama"), id(&start, "Kenji Moriyama"));
    desk.perform(Command::Rename { node: raka.clone(), name: "Raka W.".to_owned() }).unwrap();
    let second = desk.perform(Command::Merge { into: raka.clone(), from: kenji }).unwrap();
    let last = desk.perform(Command::SetMark { thing: raka, mark: Some(CheckMark::Checked) }).unwrap();
    let steps: Vec<_> = last.history.steps.iter().map(|step| step.command.as_str()).collect();
    assert_eq!((steps, last.history.at), (vec!["rename", "merge", "setMark"], 3));
    assert_eq!(last.history.steps[1].object.as_deref(), Some("Kenji Moriyama"));
    assert_eq!(last.history.steps[2].value.as_deref(), Some("checked"));
    let first = desk.jump(0).unwrap();
    same(&bytes(&first), &bytes(&start));
    assert_eq!((first.history.at, first.history.steps.len()), (0, 3));
    same(&bytes(&desk.jump(2).unwrap()), &bytes(&second));
    same(&bytes(&desk.jump(99).unwrap()), &bytes(&last));
}

#[test]
fn edits_outlive_a_reading_in_another_language_or_are_listed_by_name() {
    let (mut desk, start) = own();
    let met = of_type(&start, "CONSULT");
    let japan = id(&start, "Jepang");
    desk.perform(Command::Rename { node: japan, name: "Negeri Sakura".to_owned() }).unwrap();
    desk.perform(Command::Rename { node: met.clone(), name: "berunding".to_owned() }).unwrap();
    let english = Command::Describe { published: None, language: Some("en".to_owned()), source: None };
    let after = desk.perform(english).unwrap();
    assert!(after.entities.iter().any(|entity| entity.name == "Negeri Sakura"), "{:?}", after.history.unfit);
    assert!(after.events.iter().all(|event| event.id != met), "an English pack reads no Indonesian verb");
    assert_eq!(after.history.unfit.len(), 1);
    assert_eq!(after.history.unfit[0].value.as_deref(), Some("berunding"));
    assert!(after.history.unfit[0].subject.as_deref().is_some_and(|name| !name.is_empty()));
    let back = desk.undo().unwrap();
    assert!(back.history.unfit.is_empty() && back.events.iter().any(|event| event.label == "berunding"));
}

#[test]
fn a_rule_holds_here_and_in_later_articles_until_it_is_undone_or_dropped() {
    let (mut desk, start) = own();
    let never = Rule::NeverActor { name: "Jakarta".to_owned() };
    let always = Rule::AlwaysMerge { into: "Raka Wiratama".to_owned(), from: "Kenji Moriyama".to_owned() };
    let sea = id(&start, "Jakarta");
    let after = done(&mut desk, Command::SetRule { rule: never.clone(), on: true });
    assert!(after.entities.iter().all(|entity| entity.id != sea));
    let after = done(&mut desk, Command::SetRule { rule: always.clone(), on: true });
    assert_eq!(after.rules, [always.clone(), never.clone()]);
    let raka = id(&after, "Raka Wiratama");
    let merged = &after.touched.iter().find(|touched| touched.id == raka).unwrap().merged;
    assert!(merged[0].by_rule);
    let kenji = merged[0].id.clone();
    let text = "Menteri Raka Wiratama menemui Kenji Moriyama di Tokyo. Keduanya tinggal di Jakarta.";
    let later = desk.open_text(text, None).unwrap();
    assert!(later.entities.iter().all(|entity| entity.name != "Jakarta" && entity.name != "Kenji Moriyama"));
    assert_eq!(later.history.undo.as_ref().map(|step| step.command.as_str()), Some("inherit"));
    let without = desk.undo().unwrap();
    assert!(without.entities.iter().any(|entity| entity.name == "Kenji Moriyama"));
    assert_eq!(without.rules.len(), 2, "what one article takes back holds in the others");
    desk.choose(&start.article.id).unwrap();
    // The reader's own word goes before the rule.
    let apart = desk.perform(Command::Split { node: raka, part: kenji.clone() }).unwrap();
    assert!(apart.entities.iter().any(|entity| entity.id == kenji));
    let dropped = desk.perform(Command::SetRule { rule: never, on: false }).unwrap();
    assert_eq!(dropped.rules, [always]);
    assert!(dropped.entities.iter().any(|entity| entity.id == sea));
    let none = desk.jump(0).unwrap();
    assert!(none.rules.is_empty(), "undone, they are rules no more");
    assert_eq!(none.entities.len(), start.entities.len());
}

#[test]
fn nodes_that_may_be_one_are_proposed_with_a_reason_and_a_sentence_of_each() {
    let mut desk = Desk::new();
    let text = "Bupati Hasanudin bertemu warga di Garut. Kemudian Hasanuddin meninjau pasar. Hasanuddin pulang malam itu.";
    let start = desk.open_text(text, None).unwrap();
    let found =
        start.suggestions.iter().find(|one| one.reason == Reason::Spelling).expect("a slip of the pen");
    assert_ne!(found.quotes.0, found.quotes.1);
    let merge = Command::Merge { into: found.into.clone(), from: found.from.clone() };
    let split = Command::Split { node: found.into.clone(), part: found.from.clone() };
    assert!(desk.perform(merge).unwrap().suggestions.is_empty());
    assert!(
        desk.perform(split).unwrap().suggestions.is_empty(),
        "what was taken apart is not proposed again"
    );
}
