//! What speaks for and against a candidate: categories, named so that the table of weights can be read. Beside prepositions and the
//! lexicon's stems only the words right before and behind a phrase stand in them, no names; the table keeps words of five events or more.

use std::ops::Range;

use lang::happen::Part;
use lang::{Tag, Voice};
use model::{EntityKind, MentionKind};

use super::history::Case;
use super::{Candidate, Ranking, Side};
use crate::analysis::Referent;
use crate::events::merge::Told;
use crate::events::phrase::Phrase;
use crate::events::reading::Reading;
use crate::events::roles::{Guessed, governing_verb};
use crate::events::subject::{Subject, subject};
use crate::events::trigger::Trigger;

/// Takes a sign: its words.
pub(in crate::events) type Say<'s> = dyn FnMut(&[&str]) + 's;

/// What is asked again and again about a word that tells the event.
pub(super) struct Word {
    /// Which event word of the text.
    pub(super) nth: usize,
    /// The phrases of its sentence.
    pub(super) phrases: Range<usize>,
    form: &'static str,
    /// The subject of a verb.
    subject: Option<Subject>,
    /// For a noun that a verb governs: what sort of verb, and the phrase that is its subject.
    governed: Option<(&'static str, Option<usize>)>,
    /// The first phrase of the sentence that nothing governs.
    opens: Option<usize>,
}

impl Word {
    pub(super) fn new(reading: &Reading<'_>, nth: usize) -> Self {
        let trigger = &reading.triggers[nth];
        let (start, stop) = reading.bounds(trigger.first);
        let at = |token: usize| reading.phrases.partition_point(|phrase| phrase.first < token);
        let phrases = at(start)..at(stop);
        let verb =
            (trigger.part == Part::Noun).then(|| governing_verb(reading, trigger.first, start)).flatten();
        let opens = reading.phrases[phrases.clone()]
            .iter()
            .position(|phrase| phrase.prep.is_none() && phrase.head.is_none())
            .map(|at| phrases.start + at);
        Self {
            nth,
            phrases,
            form: form(trigger),
            subject: (trigger.part == Part::Verb).then(|| subject(reading, trigger.first)),
            governed: verb.map(|verb| (sort_of_verb(reading, verb), subject(reading, verb).phrase())),
            opens,
        }
    }
}

impl Ranking<'_, '_> {
    /// Says every sign of a candidate.
    pub(super) fn signs(
        &self,
        told: &Told,
        words: &[Word],
        side: Side,
        candidate: &Candidate,
        say: &mut Say<'_>,
    ) {
        let word = &words[candidate.word];
        let proposed = Proposed::new(told, side);
        let Some(first) = candidate.who.first() else {
            self.nobody(word, &proposed, say);
            return;
        };
        let ruled = proposed.agrees(&candidate.who);
        self.somebody(word, &proposed, &candidate.who, ruled, say);
        if candidate.word != 0 {
            say(&["retold", ruled]);
        }
        let case = Case {
            event: told.trigger,
            side,
            who: *first,
            opposite: proposed.other,
            inside: if candidate.phrase.is_some() { "in" } else { "out" },
            form: word.form,
            sort: sort(self.reading, *first),
        };
        self.history.signs(self.reading, &case, say);
        match candidate.phrase {
            Some(at) => self.somewhere(word, *first, at, say),
            None => say(&["elsewhere", ruled]),
        }
    }

    fn nobody(&self, word: &Word, proposed: &Proposed<'_>, say: &mut Say<'_>) {
        let trigger = &self.reading.triggers[word.nth];
        let (form, frame, kind) = (word.form, trigger.sense.frame.name, trigger.sense.kind.code());
        let &Proposed { guess, sure, .. } = proposed;
        say(&["nobody"]);
        say(&["nobody", form]);
        say(&["nobody", kind]);
        say(&["nobody", frame, form]);
        say(&["nobody", guess]);
        say(&["nobody", guess, kind]);
        say(&["nobody", guess, form, sure]);
        say(&["nobody", guess, frame]);
        say(&["nobody", "other", if proposed.other.is_empty() { "none" } else { "some" }]);
        say(&["nobody", "stem", trigger.sense.stem]);
        let phrases = &self.reading.phrases[word.phrases.clone()];
        let before = phrases.iter().filter(|phrase| phrase.end <= trigger.first).count();
        let behind = phrases.iter().filter(|phrase| phrase.first >= trigger.end).count();
        say(&["nobody", "before", few(before), form]);
        say(&["nobody", "behind", few(behind), form]);
        if let Some(subject) = word.subject {
            let what = match subject {
                Subject::Actor(_) => "actor",
                Subject::Owned(_) => "owned",
                Subject::Event(_) => "event",
                Subject::Thing => "thing",
                Subject::Speaker | Subject::Nobody => "nobody",
            };
            say(&["nobody", "subject", what, form]);
        }
    }

    /// Who they are, and what the rules say of them.
    fn somebody(
        &self,
        word: &Word,
        proposed: &Proposed<'_>,
        who: &[Referent],
        ruled: &str,
        say: &mut Say<'_>,
    ) {
        let reading = self.reading;
        let trigger = &reading.triggers[word.nth];
        let (form, frame, kind) = (word.form, trigger.sense.frame.name, trigger.sense.kind.code());
        let &Proposed { other, guess, sure, .. } = proposed;
        let direction = if trigger.sense.kind.is_symmetric() { "symmetric" } else { "directed" };
        let first = who[0];
        let sort = sort(reading, first);
        say(&["ruled", ruled, guess]);
        say(&["ruled", ruled, guess, kind]);
        say(&["ruled", ruled, guess, form, sure]);
        say(&["ruled", ruled, guess, frame]);
        say(&["ruled", ruled, sort]);
        if who.iter().any(|who| other.contains(who)) {
            say(&["opposite", direction]);
            say(&["opposite", guess, form]);
        }
        let kin = |who: &Referent| {
            other.iter().any(|opposite| {
                reading.state_of(*who) == Some(*opposite) || reading.state_of(*opposite) == Some(*who)
            })
        };
        if who.iter().any(kin) {
            say(&["kin", sort]);
        }
        say(&["sort", sort]);
        say(&["sort", sort, kind]);
        say(&["named", if reading.actors.referents[first].named { "yes" } else { "no" }, kind]);
        say(&["many", few(who.len()), direction]);
        if reading.kind(first) == EntityKind::Place && reading.state_of(first).is_some() {
            say(&["place of a state", kind]);
        }
        if self.speakers[trigger.first].is_some_and(|speaker| who.contains(&speaker)) {
            say(&["speaker", form]);
            say(&["speaker", kind]);
        }
    }

    /// Where their phrase stands, seen from the event word.
    fn somewhere(&self, word: &Word, first: Referent, at: usize, say: &mut Say<'_>) {
        let reading = self.reading;
        let trigger = &reading.triggers[word.nth];
        let (form, frame, kind) = (word.form, trigger.sense.frame.name, trigger.sense.kind.code());
        let phrase = &reading.phrases[at];
        let left = phrase.end <= trigger.first;
        let hand = if left { "left" } else { "right" };
        let prep = phrase.prep.map_or("-", |prep| reading.lower(prep));
        let state = if phrase.prep.is_some() { "governed" } else { "bare" };
        say(&["place", form, hand, prep]);
        say(&["frame", frame, form, hand, prep]);
        say(&["type", kind, form, hand, prep]);
        say(&["stem", trigger.sense.stem, hand, prep]);
        say(&["sort", sort(reading, first), hand, prep]);
        let gap = if left { phrase.end..trigger.first } else { trigger.end..phrase.first };
        let between = |other: &&Phrase| other.first >= gap.start && other.end <= gap.end;
        let phrases = &reading.phrases[word.phrases.clone()];
        let nearer = phrases.iter().filter(between).count();
        let bare = phrases.iter().filter(between).filter(|other| other.prep.is_none()).count();
        say(&["nearer", few(nearer), form, hand]);
        say(&["nearer bare", few(bare), form, hand, state]);
        let distance = match gap.len() {
            0 => "0",
            1 => "1",
            2..=3 => "2",
            4..=6 => "4",
            7..=12 => "7",
            _ => "13",
        };
        say(&["distance", distance, form, hand, state]);
        self.across(gap, form, hand, say);
        self.beside(phrase, word, hand, state, say);
        let often = match self.history.mentions(first) {
            0 | 1 => "1",
            2 | 3 => "2",
            4..=7 => "4",
            _ => "8",
        };
        say(&["often", often]);
        if let Some((verb, subject)) = word.governed {
            let subject = if subject == Some(at) { "yes" } else { "no" };
            say(&["subject of its verb", subject, verb]);
            say(&["subject of its verb", subject, kind]);
        }
        if let Some(head) = phrase.head {
            let owner = match reading.trigger_at[head] {
                Some(event) if event == word.nth => "itself",
                Some(_) => "event",
                None => "thing",
            };
            say(&["owner of", owner, form, hand]);
            say(&["owner of", owner, kind]);
        } else {
            say(&["owner of", "nothing", form, hand]);
        }
        if word.subject.and_then(Subject::phrase) == Some(at) {
            say(&["subject", form]);
            say(&["subject", form, kind]);
        }
        if word.opens == Some(at) {
            say(&["opens the sentence", form]);
        }
        let mention = phrase.members.first().map_or("-", |member| match member.kind {
            MentionKind::Name => "name",
            MentionKind::Nominal => "description",
            MentionKind::Pronoun => "pronoun",
        });
        say(&["mention", mention, form, hand]);
        if reading.owns_next(phrase) {
            say(&["owns next", form, hand]);
        }
    }

    /// What lies between the phrase and the event word.
    fn across(&self, gap: Range<usize>, form: &str, hand: &str, say: &mut Say<'_>) {
        let reading = self.reading;
        let count = |is: &dyn Fn(usize) -> bool| gap.clone().filter(|at| is(*at)).count();
        let begins =
            |at: usize| reading.trigger_at[at].is_some_and(|event| reading.triggers[event].first == at);
        say(&["verbs", few(count(&|at| reading.verb(at))), form, hand]);
        say(&["events", few(count(&begins)), form, hand]);
        say(&["commas", few(count(&|at| reading.comma(at))), form, hand]);
        let marks: [(&dyn Fn(usize) -> bool, &str); 6] = [
            (&|at| reading.cues[at].rel, "rel"),
            (&|at| reading.cues[at].comp, "comp"),
            (&|at| reading.cues[at].sub && !reading.cues[at].prep, "sub"),
            (&|at| reading.cues[at].say, "say"),
            (&|at| reading.cues[at].coord, "coord"),
            (&|at| reading.wall(at), "wall"),
        ];
        for (is, what) in marks {
            if gap.clone().any(is) {
                say(&["across", what, form, hand]);
            }
        }
    }

    /// What stands right before the phrase and its preposition, and behind it.
    fn beside(&self, phrase: &Phrase, word: &Word, hand: &str, state: &str, say: &mut Say<'_>) {
        let reading = self.reading;
        let (start, stop) = reading.bounds(phrase.first);
        let opens = phrase.prep.unwrap_or(phrase.first);
        let before = if opens == start { "start" } else { neighbour(reading, opens - 1, word.nth) };
        let behind = (phrase.end..stop).find(|at| !reading.transparent(*at));
        let behind = behind.map_or("end", |at| neighbour(reading, at, word.nth));
        say(&["before", before, word.form, hand, state]);
        say(&["behind", behind, word.form, hand, state]);
        say(&["around", before, behind, word.form, hand, state]);
        let kind = reading.triggers[word.nth].sense.kind.code();
        let near = [
            ("word before", opens.checked_sub(1).filter(|at| *at >= start)),
            ("word behind", Some(phrase.end)),
        ];
        for (place, at) in near {
            if let Some(near) =
                at.filter(|at| *at < stop).and_then(|at| super::super::words::word(reading, at))
            {
                say(&[place, near, word.form, hand]);
                say(&[place, near, kind]);
            }
        }
    }
}

/// What the rules propose for one side.
struct Proposed<'a> {
    own: &'a [Referent],
    other: &'a [Referent],
    /// Whether they propose somebody, and whether that is only guessed from what is told nearby.
    guess: &'static str,
    sure: &'static str,
}

impl<'a> Proposed<'a> {
    fn new(told: &'a Told, side: Side) -> Self {
        let roles = &told.roles;
        let (own, other, guessed) = match side {
            Side::Source => (&roles.sources, &roles.targets, Guessed::Source),
            Side::Target => (&roles.targets, &roles.sources, Guessed::Target),
        };
        let guess = if own.is_empty() {
            "none"
        } else if roles.guessed == Some(guessed) {
            "guess"
        } else {
            "some"
        };
        let sure = match roles.sure {
            sure if sure < 0.55 => "low",
            sure if sure < 0.7 => "mid",
            sure if sure < 0.8 => "good",
            _ => "high",
        };
        Self { own, other, guess, sure }
    }

    fn agrees(&self, who: &[Referent]) -> &'static str {
        if who == self.own {
            "same"
        } else if who.iter().any(|who| self.own.contains(who)) {
            "share"
        } else {
            "not"
        }
    }
}

fn sort_of_verb(reading: &Reading<'_>, at: usize) -> &'static str {
    match reading.trigger_at[at] {
        Some(event) => reading.triggers[event].sense.kind.code(),
        None if reading.cues[at].say => "say",
        None if reading.happen.light(reading.lower(at)).is_some() => "light",
        None => "verb",
    }
}

/// What stands beside a phrase.
pub(in crate::events) fn neighbour(reading: &Reading<'_>, at: usize, nth: usize) -> &'static str {
    let cues = reading.cues[at];
    match reading.trigger_at[at] {
        Some(event) if event == nth => return "itself",
        Some(event) if reading.triggers[event].part == Part::Noun => return "event noun",
        Some(_) => return "event verb",
        None => {}
    }
    if reading.phrase_at[at].is_some() {
        "actor"
    } else if reading.comma(at) {
        "comma"
    } else if reading.punct(at) {
        "mark"
    } else if cues.say {
        "say"
    } else if cues.rel {
        "rel"
    } else if cues.comp {
        "comp"
    } else if cues.coord {
        "coord"
    } else if cues.prep {
        "prep"
    } else if cues.sub {
        "sub"
    } else if reading.verb(at) {
        "verb"
    } else {
        match reading.token(at).tag {
            Tag::Noun | Tag::Propn => "noun",
            Tag::Adj => "adjective",
            Tag::Num => "number",
            _ => "word",
        }
    }
}

pub(in crate::events) fn form(trigger: &Trigger) -> &'static str {
    match (trigger.part, trigger.voice) {
        (Part::Noun, _) => "noun",
        (Part::Verb, Voice::Passive) => "passive",
        (Part::Verb, Voice::Active) => "active",
    }
}

pub(in crate::events) fn sort(reading: &Reading<'_>, who: Referent) -> &'static str {
    let draft = &reading.actors.referents[who];
    match draft.kind {
        EntityKind::Person if draft.role.is_some() => "official",
        EntityKind::Person => "person",
        EntityKind::Organization => "organization",
        EntityKind::Country => "country",
        EntityKind::Place => "place",
        EntityKind::Group => "group",
        EntityKind::Facility => "facility",
        EntityKind::Agreement => "agreement",
        EntityKind::Weapon => "weapon",
        EntityKind::Other => "other",
    }
}

fn few(count: usize) -> &'static str {
    match count {
        0 => "0",
        1 => "1",
        2 => "2",
        _ => "3",
    }
}
