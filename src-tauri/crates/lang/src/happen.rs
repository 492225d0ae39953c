//! What happened, as tables: event words and their frames, the small words that turn them, words of time.
//!
//! The tables of one language are read once into a [`Happen`]. It never sees a text: `extract` asks it word by word.

mod learnt;

use std::collections::BTreeMap;

use model::{Mode, Plover, QuantityKind};

use crate::Voice;
use crate::table::{Phrases, rows};
pub use learnt::{Graded, Learnt};

/// Everything a language knows about happenings.
#[derive(Debug)]
pub struct Happen {
    entries: BTreeMap<Box<str>, Vec<Entry>>,
    faint: BTreeMap<Box<str>, Vec<Entry>>,
    /// Small words around events.
    pub cues: Phrases<Cues>,
    lights: BTreeMap<Box<str>, (Light, Inflected)>,
    /// Words of time.
    pub times: Phrases<Time>,
    weights: BTreeMap<&'static str, Weight>,
    kinds: Learnt,
    arguments: Learnt,
    marks: Learnt,
    stances: Learnt,
    retold: Learnt,
    relations: Graded,
}

/// The tables of a language, as text, and how its verbs are inflected.
#[derive(Clone, Copy, Debug)]
pub struct Tables {
    /// form, part, type, mode, frame, flags
    pub triggers: &'static str,
    /// form, part, type, mode, frame, flags: words that say too little to be event words for the rules
    pub faint: &'static str,
    /// frame, subject, object, to, by
    pub frames: &'static str,
    /// phrase, cues
    pub cues: &'static str,
    /// stem, sort
    pub lights: &'static str,
    /// phrase, value
    pub times: &'static str,
    /// sign, worth, sure
    pub weights: &'static str,
    /// sign, type
    pub kinds: &'static str,
    /// sign, source, target
    pub arguments: &'static str,
    /// mark, worth, sure
    pub marks: &'static str,
    /// sign, modality, voucher
    pub stances: &'static str,
    /// sign, same
    pub retold: &'static str,
    /// type and sign, worth
    pub relations: &'static str,
    /// The forms of a verb's stem.
    pub inflect: fn(&str) -> Vec<Inflected>,
}

/// What a sign adds to the log odds of an event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Weight {
    /// That it is there and of this type.
    pub worth: f32,
    /// That its source and target are right too.
    pub sure: f32,
}

/// A form of a verb.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inflected {
    /// The form, folded.
    pub form: Box<str>,
    /// Its voice; `None` where the sentence must say.
    pub voice: Option<Voice>,
    /// Whether it is the bare stem, which is a verb only in headlines and after its agent.
    pub bare: bool,
}

/// A form of an event word, with the words that must follow.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The words behind the first.
    pub rest: Vec<&'static str>,
    /// How many of them stand right behind the first, before the gap: "pull [out] + troops".
    pub lead: usize,
    /// Up to how many other words may stand in the gap.
    pub gap: usize,
    /// Whether it acts as a verb or as a noun.
    pub part: Part,
    /// Voice of this form; `None` for nouns and where the sentence must say.
    pub voice: Option<Voice>,
    /// Whether this is a bare stem.
    pub bare: bool,
    /// Whether it says what its subject is or has, so that it is one only behind "be" or "have": "critical of", "no intention of".
    pub predicate: bool,
    /// What it means.
    pub sense: Sense,
}

/// What an event word means.
#[derive(Clone, Copy, Debug)]
pub struct Sense {
    /// The first word as the table has it: a verb's stem, else the word itself.
    pub stem: &'static str,
    /// PLOVER type.
    pub kind: Plover,
    /// PLOVER mode.
    pub mode: Option<Mode>,
    /// How its roles attach.
    pub frame: Frame,
    /// What becomes of its complement.
    pub turn: Option<Turn>,
    /// Whether it says too little to stand without an actor.
    pub weak: bool,
    /// Whether it is an event only between two: "berbicara dengan X", against "berbicara di sidang".
    pub two: bool,
    /// Whether it is of its type between states only, else something else that happens: "konflik".
    pub states: bool,
    /// Whether it says so little that only its place makes it an event: right between two actors, "Chad menyebut Mali".
    pub vague: bool,
    /// Whether it is an event only with an object of its own: "mengakui Palestina", against "mengakui bahwa".
    pub object: bool,
    /// Whether it tells only of victims: next to an attack it is the same attack, without one it is no event.
    pub kill: bool,
    /// Whether a person before it suffers it: "his arrest", against "Israel's attack".
    pub patient: bool,
    /// What kind of victims the number beside it counts.
    pub victims: Option<QuantityKind>,
}

/// Verb or noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A verb or verb phrase.
    Verb,
    /// An event noun.
    Noun,
}

/// What a verb makes of the event in its complement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// Demanded: "menyerukan gencatan senjata".
    Called,
    /// Planned: "berjanji mengirim bantuan".
    Planned,
    /// Only possible: "menolak pertemuan".
    Possible,
    /// Said not to have happened: "membantah menyerang".
    Denied,
    /// What its subject says: "menuduh Ukraina menyerang".
    Claimed,
}

/// How source and target attach.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Its name in the table.
    pub name: &'static str,
    /// The part of an active verb's subject, or of a noun's possessor.
    pub subject: Slot,
    /// The part of an active verb's direct object, and of what stands behind [`Frame::to`].
    pub object: Slot,
    /// Prepositions of the object's part.
    pub to: &'static [&'static str],
    /// Prepositions of the source.
    pub by: &'static [&'static str],
}

/// The part a phrase plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// Who acts.
    Source,
    /// Who is acted on.
    Target,
    /// One side of two.
    Both,
    /// None.
    None,
}

/// What a small word does; any number at once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "a set of independent marks, named in the table")]
#[expect(missing_docs, reason = "the marks are explained on top of cues.tsv")]
pub struct Cues {
    pub plan: bool,
    pub backshift: bool,
    pub hyp: bool,
    pub call: bool,
    pub neg: bool,
    pub done: bool,
    pub sub: bool,
    pub purpose: bool,
    pub comp: bool,
    pub rel: bool,
    pub agent: bool,
    pub between: bool,
    pub coord: bool,
    pub prep: bool,
    pub say: bool,
    pub quote: bool,
    pub according: bool,
    pub relays: bool,
    pub skip: bool,
    pub colour: bool,
    pub at: bool,
    pub pair: bool,
    pub aim: bool,
    pub stop: bool,
    pub contrast: bool,
    pub either: bool,
    pub ceases: bool,
    pub occurs: bool,
    pub none: bool,
    pub own: bool,
    pub part: bool,
    pub manner: bool,
    pub along: bool,
    pub causes: bool,
    pub over: bool,
    pub known: bool,
    pub reason: bool,
    pub untrue: bool,
}

/// A verb that lends its subject to an event noun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Light {
    /// The subject acts.
    Do,
    /// The subject is acted on.
    Get,
    /// The subject puts an end to it.
    End,
}

/// A word of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// 1 is Monday.
    Weekday(i8),
    /// 1 to 12.
    Month(i8),
    /// Days from publication.
    Day(i32),
    /// Months from publication.
    Months(i32),
    /// Years from publication.
    Years(i32),
    /// Cannot be placed.
    Words,
    /// The month before it is the last one.
    Past,
    /// The month before it is the next one.
    Future,
    /// May open a time.
    Open,
    /// Stands before a year.
    Year,
}

impl Happen {
    /// Reads the tables. A broken line is left out; the conformance test finds it.
    pub fn new(tables: &Tables) -> Self {
        let frames: BTreeMap<&str, Frame> =
            rows(tables.frames).filter_map(|row| frame(&row)).map(|frame| (frame.name, frame)).collect();
        let mut lights = BTreeMap::new();
        for row in rows(tables.lights) {
            let (Some(stem), Some(sort)) = (row.first(), row.get(1).and_then(|sort| light(sort))) else {
                continue;
            };
            for made in (tables.inflect)(stem) {
                lights.entry(made.form.clone()).or_insert((sort, made));
            }
        }
        Self {
            kinds: Learnt::new(tables.kinds),
            arguments: Learnt::new(tables.arguments),
            marks: Learnt::new(tables.marks),
            stances: Learnt::new(tables.stances),
            retold: Learnt::new(tables.retold),
            relations: Graded::new(tables.relations),
            entries: entries(tables.triggers, &frames, tables.inflect),
            faint: entries(tables.faint, &frames, tables.inflect),
            cues: Phrases::new(rows(tables.cues).filter_map(|row| Some((*row.first()?, cues(row.get(1)?))))),
            lights,
            times: Phrases::new(
                rows(tables.times).filter_map(|row| Some((*row.first()?, time(row.get(1)?)?))),
            ),
            weights: rows(tables.weights)
                .filter_map(|row| {
                    let [sign, worth, sure] = row[..] else { return None };
                    Some((sign, Weight { worth: worth.parse().ok()?, sure: sure.parse().ok()? }))
                })
                .collect(),
        }
    }

    /// The event words that begin with this word, longest first. A word written twice is its plural: "serangan-serangan".
    pub fn entries(&self, word: &str) -> &[Entry] {
        let found = self.entries.get(word).or_else(|| self.entries.get(once(word)?));
        found.map_or(&[], Vec::as_slice)
    }

    /// The words that begin with this one and may tell an event, but say too little for the rules to build on; longest first.
    pub fn faint(&self, word: &str) -> &[Entry] {
        self.faint.get(word).map_or(&[], Vec::as_slice)
    }

    /// Whether this is a form of a light verb.
    pub fn light(&self, word: &str) -> Option<(Light, &Inflected)> {
        self.lights.get(word).map(|(light, form)| (*light, form))
    }

    /// What each sign of an event is worth, by its name.
    pub fn weights(&self) -> &BTreeMap<&'static str, Weight> {
        &self.weights
    }

    /// What speaks for each type of an event word.
    pub fn kinds(&self) -> &Learnt {
        &self.kinds
    }

    /// What the signs of a candidate for a part of an event are worth.
    pub fn arguments(&self) -> &Learnt {
        &self.arguments
    }

    /// What the marks of an event add to its log odds: that it is there and of its type, that its source and target are right too.
    pub fn marks(&self) -> &Learnt {
        &self.marks
    }

    /// What speaks for each modality and for each who may vouch for an event.
    pub fn stances(&self) -> &Learnt {
        &self.stances
    }

    /// What speaks for two events being one.
    pub fn retold(&self) -> &Learnt {
        &self.retold
    }

    /// What speaks for two standing to one another, and for each type of relation.
    pub fn relations(&self) -> &Graded {
        &self.relations
    }

    /// Every entry with its first word, for tests of the tables.
    pub fn all(&self) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().flat_map(|(first, list)| list.iter().map(move |entry| (&**first, entry)))
    }
}

/// The entries of a table by their first word.
fn entries(
    table: &'static str,
    frames: &BTreeMap<&str, Frame>,
    inflect: fn(&str) -> Vec<Inflected>,
) -> BTreeMap<Box<str>, Vec<Entry>> {
    let mut out: BTreeMap<Box<str>, Vec<Entry>> = BTreeMap::new();
    for row in rows(table) {
        for (form, entry) in made(&row, frames, inflect) {
            out.entry(form).or_default().push(entry);
        }
    }
    for list in out.values_mut() {
        // The longest first; at equal length the noun, since bare stems are verbs only in headlines.
        list.sort_by_key(|entry| (std::cmp::Reverse(entry.rest.len()), entry.bare));
    }
    out
}

/// The word that is written twice here.
fn once(word: &str) -> Option<&str> {
    word.split_once('-').filter(|(one, other)| one == other).map(|(one, _)| one)
}

fn made(
    row: &[&'static str],
    frames: &BTreeMap<&str, Frame>,
    inflect: fn(&str) -> Vec<Inflected>,
) -> Vec<(Box<str>, Entry)> {
    let read = || {
        let [form, part, kind, mode, frame, flags] = *row else { return None };
        let has = |flag: &str| flags.split(' ').any(|f| f == flag);
        let turn = [
            ("call", Turn::Called),
            ("plan", Turn::Planned),
            ("hyp", Turn::Possible),
            ("deny", Turn::Denied),
            ("claim", Turn::Claimed),
        ];
        let sense = Sense {
            stem: form.split_once(' ').map_or(form, |(first, _)| first),
            kind: Plover::from_code(kind)?,
            mode: Mode::from_code(mode),
            frame: *frames.get(frame)?,
            turn: turn.into_iter().find(|(flag, _)| has(flag)).map(|(_, turn)| turn),
            weak: has("weak"),
            two: has("two") || has("vague"),
            states: has("states"),
            vague: has("vague"),
            object: has("object"),
            kill: has("kill"),
            patient: has("patient"),
            victims: if has("dead") {
                Some(QuantityKind::Dead)
            } else {
                has("hurt").then_some(QuantityKind::Injured)
            },
        };
        let (first, rest) = form.split_once(' ').map_or((form, ""), |(first, rest)| (first, rest));
        let mut rest: Vec<&'static str> = rest.split(' ').filter(|word| !word.is_empty()).collect();
        let lead = rest.iter().position(|word| matches!(*word, "+" | "++"));
        let gap = lead.map_or(0, |lead| if rest.remove(lead) == "++" { 8 } else { 3 });
        Some((first, part, rest, (lead.unwrap_or(0), gap), sense))
    };
    let Some((first, part, rest, (lead, gap), sense)) = read() else { return Vec::new() };
    let entry = |part, voice, bare| Entry {
        rest: rest.clone(),
        lead,
        gap,
        part,
        voice,
        bare,
        predicate: false,
        sense,
    };
    match part {
        "verb" => inflect(first)
            .into_iter()
            .map(|made| (made.form, entry(Part::Verb, made.voice, made.bare)))
            .collect(),
        "word" => vec![(first.into(), entry(Part::Verb, Some(Voice::Active), false))],
        "predicate" => {
            vec![(first.into(), Entry { predicate: true, ..entry(Part::Verb, Some(Voice::Active), false) })]
        }
        "headline" => vec![(first.into(), entry(Part::Verb, Some(Voice::Active), true))],
        "noun" => vec![(first.into(), entry(Part::Noun, None, false))],
        _ => Vec::new(),
    }
}

fn frame(row: &[&'static str]) -> Option<Frame> {
    let [name, subject, object, to, by] = *row else { return None };
    let part = |cell: &str| match cell {
        "source" => Slot::Source,
        "target" => Slot::Target,
        "both" => Slot::Both,
        _ => Slot::None,
    };
    // Frames are a dozen and read once for the life of the program.
    let words = |cell: &'static str| -> &'static [&'static str] {
        Vec::leak(cell.split(' ').filter(|word| *word != "-").collect())
    };
    Some(Frame { name, subject: part(subject), object: part(object), to: words(to), by: words(by) })
}

fn light(cell: &str) -> Option<Light> {
    Some(match cell {
        "do" => Light::Do,
        "get" => Light::Get,
        "end" => Light::End,
        _ => return None,
    })
}

fn cues(cell: &str) -> Cues {
    let has = |cue: &str| cell.split(' ').any(|c| c == cue);
    Cues {
        plan: has("plan"),
        backshift: has("backshift"),
        hyp: has("hyp"),
        call: has("call"),
        neg: has("neg"),
        done: has("done"),
        sub: has("sub"),
        purpose: has("purpose"),
        comp: has("comp"),
        rel: has("rel"),
        agent: has("agent"),
        between: has("between"),
        coord: has("coord"),
        prep: has("prep"),
        say: has("say"),
        quote: has("quote"),
        according: has("according"),
        relays: has("relays"),
        skip: has("skip"),
        colour: has("colour"),
        at: has("at"),
        pair: has("pair"),
        aim: has("aim"),
        stop: has("stop"),
        contrast: has("contrast"),
        either: has("either"),
        ceases: has("ceases"),
        occurs: has("occurs"),
        none: has("none"),
        own: has("own"),
        part: has("part"),
        manner: has("manner"),
        along: has("along"),
        causes: has("causes"),
        over: has("over"),
        known: has("known"),
        reason: has("reason"),
        untrue: has("untrue"),
    }
}

fn time(cell: &str) -> Option<Time> {
    let (word, number) = cell.split_once(' ').unwrap_or((cell, "0"));
    let number: i32 = number.parse().ok()?;
    let small = || i8::try_from(number).ok();
    Some(match word {
        "weekday" => Time::Weekday(small()?),
        "month" => Time::Month(small()?),
        "day" => Time::Day(number),
        "months" => Time::Months(number),
        "years" => Time::Years(number),
        "words" => Time::Words,
        "past" => Time::Past,
        "future" => Time::Future,
        "open" => Time::Open,
        "year" => Time::Year,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indonesian() -> &'static Happen {
        (crate::pack(model::Language::Indonesian).happen)()
    }

    #[test]
    fn the_tables_are_sorted_unique_and_whole() {
        for (name, text, columns) in [
            ("triggers", include_str!("id/triggers.tsv"), 6),
            ("faint", include_str!("id/faint.tsv"), 6),
            ("frames", include_str!("id/frames.tsv"), 5),
            ("cues", include_str!("id/cues.tsv"), 2),
            ("lights", include_str!("id/lights.tsv"), 2),
            ("times", include_str!("id/times.tsv"), 2),
        ] {
            let keys: Vec<Vec<&str>> = rows(text)
                .map(|row| if columns == 6 { row[..2].to_vec() } else { row[..1].to_vec() })
                .collect();
            assert!(keys.windows(2).all(|pair| pair[0] < pair[1]), "{name} is out of order");
            assert!(rows(text).all(|row| row.len() == columns), "{name} has a broken line");
        }
    }

    #[test]
    fn every_trigger_is_read_and_analyses_to_itself() {
        let frames: Vec<&str> = rows(include_str!("id/frames.tsv")).map(|row| row[0]).collect();
        for row in rows(include_str!("id/triggers.tsv")) {
            assert!(
                Plover::from_code(row[2]).is_some()
                    && (row[3] == "-" || Mode::from_code(row[3]).is_some())
                    && frames.contains(&row[4]),
                "{row:?}"
            );
            let first = row[0].split(' ').next().unwrap_or_default();
            let kind = Plover::from_code(row[2]);
            assert!(
                indonesian().entries(first).iter().any(|entry| Some(entry.sense.kind) == kind),
                "{row:?}"
            );
        }
    }

    #[test]
    fn every_faint_word_is_found_by_a_form_and_is_no_event_word() {
        for (language, table) in [
            (model::Language::Indonesian, include_str!("id/faint.tsv")),
            (model::Language::English, include_str!("en/faint.tsv")),
        ] {
            let happen = (crate::pack(language).happen)();
            let stems: Vec<(&str, Part)> =
                happen.faint.values().flatten().map(|entry| (entry.sense.stem, entry.part)).collect();
            for row in rows(table) {
                let part = if row[1] == "noun" { Part::Noun } else { Part::Verb };
                let first = row[0].split(' ').next().unwrap_or_default();
                assert!(stems.contains(&(first, part)), "{row:?}");
            }
            let plain = |entry: &Entry| entry.rest.is_empty() && !entry.sense.vague;
            for (word, list) in &happen.faint {
                let both = happen.entries(word).iter().find(|other| {
                    plain(other)
                        && list.iter().any(|entry| {
                            plain(entry) && entry.part == other.part && entry.sense.stem == other.sense.stem
                        })
                });
                assert!(both.is_none(), "{word} stands in both tables");
            }
        }
    }

    #[test]
    fn a_gap_may_open_behind_a_particle() {
        let english = (crate::pack(model::Language::English).happen)();
        let entry = |first: &str, rest: &[&str]| {
            english
                .entries(first)
                .iter()
                .find(|entry| entry.rest == rest)
                .map(|entry| (entry.lead, entry.gap))
        };
        assert_eq!(entry("pulled", &["out", "troops"]), Some((1, 3)));
        assert_eq!(entry("signed", &["treaty"]), Some((0, 3)));
        assert_eq!(entry("step", &["down"]), Some((0, 0)));
        for happen in [english, indonesian()] {
            assert!(happen.all().all(|(_, entry)| entry.rest.iter().all(|word| !word.starts_with('+'))));
        }
    }

    #[test]
    fn a_word_written_twice_is_its_plural() {
        let first = |word: &str| indonesian().entries(word).first().map(|entry| entry.sense.stem);
        assert_eq!(first("serangan-serangan"), Some("serangan"));
        assert_eq!(first("serangan-ancaman"), None);
    }

    #[test]
    fn forms_carry_their_voice() {
        let voices = |form: &str| {
            indonesian()
                .entries(form)
                .iter()
                .filter(|entry| entry.rest.is_empty())
                .map(|entry| entry.voice)
                .collect::<Vec<_>>()
        };
        assert_eq!(voices("menyerang"), [Some(Voice::Active)]);
        assert_eq!(voices("diserang"), [Some(Voice::Passive)]);
        assert_eq!(voices("serangan"), [None]);
    }
}
