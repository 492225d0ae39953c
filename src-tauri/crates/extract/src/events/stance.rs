//! Whether it happened and who vouches for it, weighed: what the rules say ([`super::status`]) is one sign among others.
//!
//! Log-linear choices fitted on annotated events (`stances.tsv`), as for sources and targets ([`super::arguments`]): among the five
//! modalities, and among nobody and those who may have said it. The signs are categories and words of closed classes; no other word of
//! an article stands in them.

use lang::Tag;
use model::Modality;

use super::arguments::{Say, form, sort};
use super::merge::Told;
use super::reading::Reading;
use crate::analysis::{Contender, Referent, SentenceKind, Stance};

/// How far before an event word small words are seen, and how near the nearest are.
const FAR: usize = 10;
const NEAR: usize = 3;
/// How far behind it.
const BEHIND: usize = 3;
/// How many sentences back somebody may have begun to speak.
const BACK: u32 = 3;

/// How likely it must be that an event is not plainly actual, or that somebody vouches for it, to be told so. A claim told as fact is
/// worse than a fact told as a claim; half of the F1 that is reached is where F1 is highest (Lipton, Elkan, Naryanaswamy 2014).
const LIKELY: f32 = 0.25;

/// How likely what the rules say must be at least to stay where the signs speak for a plain fact.
const UNLIKELY: f32 = 0.10;
/// How much likelier another modality or voucher must be than the rules' own.
const CLEAR: f32 = 2.0;

const MODALITIES: [(Modality, &str); 5] = [
    (Modality::Actual, "actual"),
    (Modality::Planned, "planned"),
    (Modality::Hypothetical, "hypothetical"),
    (Modality::CalledFor, "called for"),
    (Modality::Negated, "negated"),
];

/// Settles modality and voucher of every event.
pub(super) fn settled(
    reading: &Reading<'_>,
    mut told: Vec<Told>,
    speakers: &[Option<Referent>],
) -> Vec<Told> {
    let stances = reading.context.stances;
    if stances.is_empty() {
        return told;
    }
    for told in &mut told {
        let seen = Seen::new(reading, told, speakers);
        let scores = MODALITIES.map(|(_, name)| {
            let mut score = 0.0;
            seen.modality(name, &mut |sign| score += stances.worth(sign)[0]);
            score
        });
        let vouchers = seen.vouchers();
        let sums = vouchers.iter().map(|who| {
            let mut score = 0.0;
            seen.voucher(*who, &mut |sign| score += stances.worth(sign)[1]);
            score
        });
        let sums: Vec<f32> = sums.collect();
        let ruled = MODALITIES.iter().position(|(modality, _)| *modality == told.status.modality);
        let ruled_voucher = vouchers.iter().position(|who| *who == told.status.attributed_to);
        let modality = MODALITIES[chosen(&scores, ruled.unwrap_or(0))].0;
        let voucher = vouchers[chosen(&sums, ruled_voucher.unwrap_or(0))];
        told.status.modality = modality;
        told.status.attributed_to = voucher;
    }
    told
}

/// The likeliest but the first ("actual", nobody), where it is likely enough; else the first. What the rules say stays unless it is unlikely.
fn chosen(scores: &[f32], ruled: usize) -> usize {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let all: f32 = scores.iter().map(|score| libm::expf(score - most)).sum();
    let likely = |at: usize| libm::expf(scores[at] - most) / all;
    let best = (1..scores.len()).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a)));
    match best {
        Some(best) if likely(best) >= LIKELY => {
            if ruled > 0 && likely(best) < likely(ruled) * CLEAR {
                ruled
            } else {
                best
            }
        }
        _ if ruled > 0 && likely(ruled) >= UNLIKELY => ruled,
        _ => 0,
    }
}

/// All that may be said of an event's status, with the signs, for fitting the weights.
pub(super) fn stances(reading: &Reading<'_>, told: &Told, speakers: &[Option<Referent>]) -> Stance {
    let seen = Seen::new(reading, told, speakers);
    let modalities = MODALITIES.iter().map(|(modality, name)| {
        let mut signs = Vec::new();
        seen.modality(name, &mut |sign| signs.push(sign.join("|")));
        (*modality, signs)
    });
    let mentions = &reading.actors.mentions;
    let vouchers = seen.vouchers().into_iter().map(|who| {
        let mut signs = Vec::new();
        seen.voucher(who, &mut |sign| signs.push(sign.join("|")));
        let first = who.and_then(|who| mentions.iter().find(|found| found.referent == who));
        Contender { target: false, who: first.map(|found| found.mention.span).into_iter().collect(), signs }
    });
    Stance { modalities: modalities.collect(), vouchers: vouchers.collect() }
}

/// The name of a modality in signs.
pub(super) fn modality(of: Modality) -> &'static str {
    MODALITIES.iter().find(|(modality, _)| *modality == of).map_or("actual", |(_, name)| name)
}

/// What opened last before a word of a sentence: a clause, or what somebody says.
pub(super) fn clause(reading: &Reading<'_>, start: usize, word: usize) -> &'static str {
    let opens = (start..word).rev().find_map(|at| {
        let cues = reading.cues[at];
        if cues.rel {
            Some("rel")
        } else if cues.comp {
            Some("comp")
        } else if cues.sub && !cues.prep {
            Some("sub")
        } else if cues.quote {
            Some("quote")
        } else {
            cues.say.then_some("say")
        }
    });
    opens.unwrap_or("main")
}

/// What is seen of an event once for all choices.
struct Seen<'a, 'r> {
    reading: &'a Reading<'r>,
    told: &'a Told,
    /// Who speaks where its word stands.
    here: Option<Referent>,
    /// Who spoke last before its sentence.
    before: Option<Referent>,
    /// Small words around it: where, and the word.
    words: Vec<(&'static str, &'a str)>,
    /// The event word that it depends on.
    above: Option<usize>,
    clause: &'static str,
    day: &'static str,
    place: &'static str,
}

impl<'a, 'r> Seen<'a, 'r> {
    fn new(reading: &'a Reading<'r>, told: &'a Told, speakers: &[Option<Referent>]) -> Self {
        let trigger = &reading.triggers[told.trigger];
        let (start, stop) = reading.bounds(trigger.first);
        let sentence = trigger.sentence(reading);
        let mut words = Vec::new();
        let mut above = None;
        for (steps, at) in (start..trigger.first).rev().take(FAR).enumerate() {
            if let Some(event) = reading.trigger_at[at]
                && above.is_none()
            {
                above = Some(event);
            }
            if small(reading, at) {
                words.push((if steps < NEAR { "near" } else { "far" }, reading.lower(at)));
            }
        }
        for at in (trigger.end..stop).take(BEHIND) {
            if small(reading, at) {
                words.push(("behind", reading.lower(at)));
            }
        }
        let day = match (told.date, reading.today) {
            (Some(date), Some(today)) if date.is_after(today) => "to come",
            (Some(date), Some(today)) if today.is_after(date) => "past",
            (Some(_), _) => "today",
            _ => "none",
        };
        let place = match reading.tagged.sentences[sentence as usize].kind {
            SentenceKind::Headline => "headline",
            _ if sentence <= 4 => "early",
            _ => "late",
        };
        let before = (0..start)
            .rev()
            .take_while(|at| reading.token(*at).sentence + BACK >= sentence)
            .find_map(|at| speakers[at]);
        Self {
            reading,
            told,
            here: speakers[trigger.first],
            before,
            words,
            above,
            clause: clause(reading, start, trigger.first),
            day,
            place,
        }
    }

    /// Nobody, and all who may have said it.
    fn vouchers(&self) -> Vec<Option<Referent>> {
        let mut out = vec![None];
        let status = &self.told.status;
        for who in [status.attributed_to, status.speaker(), self.here, self.before] {
            if who.is_some() && !out.contains(&who) {
                out.push(who);
            }
        }
        out
    }

    fn modality(&self, name: &str, say: &mut Say<'_>) {
        let trigger = &self.reading.triggers[self.told.trigger];
        let (kind, stem, form) = (trigger.sense.kind.code(), trigger.sense.stem, form(trigger));
        let ruled = modality(self.told.status.modality);
        let said = if self.told.status.attributed_to.is_some() { "said" } else { "told" };
        say(&[name]);
        say(&[name, "ruled", ruled]);
        say(&[name, "ruled", ruled, kind]);
        say(&[name, "ruled", ruled, form]);
        say(&[name, "ruled", ruled, self.clause]);
        say(&[name, "ruled", ruled, said]);
        say(&[name, "kind", kind, form]);
        say(&[name, "stem", stem]);
        say(&[name, "clause", self.clause]);
        say(&[name, "said", said, kind]);
        say(&[name, "day", self.day]);
        say(&[name, "day", self.day, ruled]);
        say(&[name, "at", self.place]);
        for (place, word) in &self.words {
            say(&[name, place, word]);
            if *place != "far" {
                say(&[name, place, word, form]);
            }
        }
        if let Some(above) = self.above {
            let above = &self.reading.triggers[above].sense;
            say(&[name, "under", above.kind.code()]);
            say(&[name, "under", above.kind.code(), form]);
            say(&[name, "under stem", above.stem]);
        }
        let source = self.told.roles.sources.first().map_or("nobody", |who| sort(self.reading, *who));
        say(&[name, "source", source]);
    }

    fn voucher(&self, who: Option<Referent>, say: &mut Say<'_>) {
        let reading = self.reading;
        let trigger = &reading.triggers[self.told.trigger];
        let (kind, stem, form) = (trigger.sense.kind.code(), trigger.sense.stem, form(trigger));
        let status = &self.told.status;
        let ruled = match (status.attributed_to, who) {
            (ruled, who) if ruled == who => "same",
            (None, _) => "nobody",
            (Some(_), _) => "other",
        };
        let name = if who.is_some() { "who" } else { "nobody" };
        let modality = modality(status.modality);
        let speaks = match (self.here, self.before) {
            (Some(_), _) => "here",
            (None, Some(_)) => "before",
            _ => "none",
        };
        say(&[name]);
        say(&[name, "ruled", ruled]);
        say(&[name, "ruled", ruled, kind]);
        say(&[name, "ruled", ruled, form]);
        say(&[name, "ruled", ruled, modality]);
        say(&[name, "ruled", ruled, self.clause]);
        say(&[name, "ruled", ruled, "stem", stem]);
        say(&[name, "speaks", speaks]);
        say(&[name, "speaks", speaks, kind]);
        say(&[name, "speaks", speaks, modality]);
        say(&[name, "at", self.place]);
        say(&[name, "stem", stem]);
        say(&[name, "kind", kind, form]);
        say(&[name, "modality", modality, kind]);
        for (place, word) in &self.words {
            say(&[name, place, word]);
        }
        if let Some(above) = self.above {
            let above = &reading.triggers[above].sense;
            say(&[name, "under", above.kind.code()]);
            say(&[name, "under stem", above.stem]);
        }
        let Some(who) = who else { return };
        let part = if self.told.roles.sources.contains(&who) {
            "source"
        } else if self.told.roles.targets.contains(&who) {
            "target"
        } else {
            "none"
        };
        let whence = if self.here == Some(who) {
            "here"
        } else if status.speaker() == Some(who) {
            "voucher"
        } else {
            "before"
        };
        say(&["part", part]);
        say(&["part", part, kind]);
        say(&["part", part, modality]);
        say(&["part", part, kind, form]);
        say(&["whence", whence]);
        say(&["whence", whence, part]);
        say(&["whence", whence, self.clause]);
        say(&["sort", sort(reading, who)]);
        say(&["sort", sort(reading, who), part]);
    }
}

/// A word of a closed class, or one that the pack knows as a small word around events.
fn small(reading: &Reading<'_>, at: usize) -> bool {
    let closed = matches!(
        reading.token(at).tag,
        Tag::Adp | Tag::Aux | Tag::Sconj | Tag::Cconj | Tag::Part | Tag::Det | Tag::Adv
    );
    !reading.named[at] && !reading.punct(at) && (closed || reading.cues[at] != lang::happen::Cues::default())
}
