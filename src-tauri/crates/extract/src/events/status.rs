//! Whether it happened, by the words of the text; who says so is read in [`speakers`](super::speakers).

use lang::happen::{Cues, Part, Turn};
use lang::{Order, Tag};
use model::{EntityKind, Modality, Plover};

use super::modal;
use super::reading::Reading;
use super::roles::Roles;
use super::sayer::tells_that;
use super::trigger::Trigger;
use crate::analysis::Referent;

/// How far before its verb a relative clause may open.
const RELATIVE: usize = 20;
/// How many tokens a bracket may hold that is passed over.
const BRACKET: usize = 5;

/// Status of one event.
#[derive(Clone, Copy, Debug)]
pub(super) struct Status {
    pub(super) modality: Modality,
    pub(super) attributed_to: Option<Referent>,
    /// Who speaks of it, be it a deed of their own or not.
    speaker: Option<Referent>,
    /// Whether that is a state or a body, whose own deeds nobody else vouches for: "Israel mengatakan telah menyerang".
    body: bool,
}

impl Status {
    /// Who speaks of it, be it a deed of their own or not.
    pub(super) fn speaker(&self) -> Option<Referent> {
        self.speaker
    }

    /// Decides anew whether whoever speaks vouches for it, once its source is known.
    pub(super) fn vouched(&mut self, trigger: &Trigger, roles: &Roles) {
        let (modality, body) = (self.modality, self.body);
        let own = |speaker: &Referent| {
            body && modality != Modality::Negated && roles.sources.contains(speaker)
                || own_act(trigger, roles, *speaker, modality)
        };
        self.attributed_to = self.speaker.filter(|speaker| !own(speaker));
    }
}

/// What governs a stretch of text: a verb that demands, plans, rejects or accuses.
#[derive(Clone, Copy, Debug)]
struct Scope {
    turn: Turn,
    governor: usize,
}

/// The status of every event word, in the order of the triggers.
pub(super) fn statuses(reading: &Reading<'_>, roles: &[Roles], speakers: &[Option<Referent>]) -> Vec<Status> {
    let scopes = scopes(reading);
    let mut turned: Vec<usize> = Vec::new();
    let mut out = Vec::with_capacity(reading.triggers.len());
    for (nth, trigger) in reading.triggers.iter().enumerate() {
        let scope = scopes[trigger.first].filter(|scope| governs(reading, *scope, trigger, &mut turned));
        let modality = match modality(reading, trigger, scope) {
            // "Two men accused of spying": where nobody is named who says so, it is not said that they did.
            Modality::Actual if scope.is_some_and(|scope| unvouched(reading, scope, roles)) => {
                Modality::Hypothetical
            }
            other => other,
        };
        let voucher = scope
            .filter(|scope| {
                // "menyerukan penyelesaian perang": that there is a war is not his word.
                let there = scope.turn == Turn::Called
                    && modality == Modality::Actual
                    && reading.context.pack.order == Order::HeadFirst;
                matches!(scope.turn, Turn::Called | Turn::Claimed | Turn::Denied) && !there
                    || threatened(reading, Some(*scope))
            })
            .and_then(|scope| roles[scope.governor].sources.first().copied());
        let speaker = voucher.or(speakers[trigger.first]);
        let body = reading.context.pack.order == Order::HeadFirst
            && speaker.is_some_and(|who| {
                let kind = reading.actors.referents[who].kind;
                matches!(kind, EntityKind::Country | EntityKind::Organization | EntityKind::Group)
            });
        let mut status = Status { modality, attributed_to: None, speaker, body };
        status.vouched(trigger, &roles[nth]);
        out.push(status);
    }
    out
}

/// A speech act of the speaker's own needs no voucher: "Carney: kami menyerukan".
fn own_act(trigger: &Trigger, roles: &Roles, speaker: Referent, modality: Modality) -> bool {
    let speech = matches!(
        trigger.sense.kind,
        Plover::Request
            | Plover::Accuse
            | Plover::Reject
            | Plover::Support
            | Plover::Threaten
            | Plover::Agree
    );
    speech && modality == Modality::Actual && roles.sources.contains(&speaker)
}

/// Whether the governor turns this event too: the first event word of its complement, and every verb in it; a noun behind
/// another only says what that one is about. What was said stays said: "membantah tuduhan" leaves the accusation standing.
fn governs(reading: &Reading<'_>, scope: Scope, trigger: &Trigger, turned: &mut Vec<usize>) -> bool {
    if scope.turn == Turn::Claimed {
        return true;
    }
    if known(reading, trigger, &reading.triggers[scope.governor]) {
        return false;
    }
    let said = matches!(trigger.sense.kind, Plover::Accuse | Plover::Request | Plover::Threaten);
    if trigger.part == Part::Noun && circumstance(reading, trigger, scope.governor) {
        return false;
    }
    // "dorongan untuk memediasi pertemuan": the meeting is no more there than its mediation.
    let before = trigger.first.checked_sub(1);
    let same = before
        .and_then(|at| reading.trigger_at[at])
        .map(|verb| &reading.triggers[verb])
        .is_some_and(|verb| verb.part == Part::Verb && verb.sense.kind == trigger.sense.kind);
    if trigger.part == Part::Noun
        && (said
            || turned.iter().rev().take(8).any(|governor| *governor == scope.governor)
                && !same
                && !before.is_some_and(|at| reading.cues[at].coord))
    {
        return false;
    }
    turned.push(scope.governor);
    true
}

/// "Kabar bahwa Chad menyerang Mali ternyata bohong", "Reports that Chad attacked Mali were false": the sentence ends by saying that what
/// its subject tells is not so.
fn untrue(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, stop) = reading.bounds(trigger.first);
    let opens = (start..trigger.first).find(|at| reading.cues[*at].comp);
    let told = opens.is_some_and(|at| {
        at > start
            && reading.token(at - 1).tag == Tag::Noun
            && (start..at).all(|before| !reading.verb(before) && !reading.cues[before].say)
    });
    let last = (trigger.end..stop).rev().find(|at| !reading.punct(*at));
    told && last.is_some_and(|at| reading.cues[at].untrue)
}

fn modality(reading: &Reading<'_>, trigger: &Trigger, scope: Option<Scope>) -> Modality {
    let (cues, ended) = modal::cues(reading, trigger);
    if cues.neg || untrue(reading, trigger) {
        return Modality::Negated;
    }
    if cues.call {
        return if performs(reading, trigger) { Modality::Actual } else { Modality::CalledFor };
    }
    if cues.hyp || modal::supposed(reading, trigger) {
        return Modality::Hypothetical;
    }
    let turn = scope.map(|scope| scope.turn);
    let plan = cues.plan || cues.backshift;
    match turn {
        // "menyerukan penghentian serangan": what is to end goes on.
        _ if ended => Modality::Actual,
        // "meminta sosialisasi kebijakan pembebasan": what is asked for is to make it known.
        Some(Turn::Called) if embedded(reading, trigger) => Modality::Actual,
        Some(Turn::Called) => Modality::CalledFor,
        Some(Turn::Possible) => Modality::Hypothetical,
        Some(Turn::Denied) => Modality::Negated,
        // "saya ingin mengucapkan selamat": said, it is done.
        _ if cues.plan && performs(reading, trigger) => Modality::Actual,
        // "memperingatkan bahwa Rusia menyerang": a warning that tells what goes on.
        _ if threatened(reading, scope) && (plan || !warned(reading, scope)) => Modality::Hypothetical,
        _ if (plan || turn == Some(Turn::Planned)) && modal::provided(reading, trigger) => {
            Modality::Hypothetical
        }
        _ if plan => Modality::Planned,
        // "untuk bertemu", "untuk memperkuat kerja sama": what somebody sets out to do.
        None if (matches!(trigger.sense.kind, Plover::Consult | Plover::Aid | Plover::Mobilize)
            || trigger.sense.kind == Plover::Cooperate && reading.context.pack.order == Order::HeadFirst)
            && modal::purposed(reading, trigger) =>
        {
            Modality::Planned
        }
        None if modal::timed_by_plan(reading, trigger)
            || modal::purpose_of_plan(reading, trigger)
            || modal::object_of_plan(reading, trigger) =>
        {
            Modality::Planned
        }
        Some(Turn::Planned) => Modality::Planned,
        Some(Turn::Claimed) | None => Modality::Actual,
    }
}

/// Whether a claim is told in the passive without whoever makes it, where modifiers stand first.
fn unvouched(reading: &Reading<'_>, scope: Scope, roles: &[Roles]) -> bool {
    let governor = &reading.triggers[scope.governor];
    reading.context.pack.order == Order::HeadLast
        && scope.turn == Turn::Claimed
        && governor.part == Part::Verb
        && governor.voice == lang::Voice::Passive
        && roles[scope.governor].sources.is_empty()
}

/// "mengancam akan menyerang": it depends on whoever is threatened, and who threatens vouches for it.
fn threatened(reading: &Reading<'_>, scope: Option<Scope>) -> bool {
    scope.is_some_and(|scope| reading.triggers[scope.governor].sense.kind == Plover::Threaten)
}

/// "kebijakan pembebasan", "pencegahan korupsi": whether an event noun only says which policy, settlement or prevention is meant. What
/// two do together is known by such nouns too: "proses negosiasi".
fn embedded(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, _) = reading.bounds(trigger.first);
    let head = trigger.first.checked_sub(1).filter(|at| *at >= start);
    let plain = |at: usize| {
        reading.token(at).tag == Tag::Noun
            && reading.trigger_at[at].is_none()
            && reading.phrase_at[at].is_none()
            && reading.cues[at] == Cues::default()
    };
    reading.context.pack.order == Order::HeadFirst
        && trigger.part == Part::Noun
        && matches!(
            trigger.sense.kind,
            Plover::Assault | Plover::Other | Plover::Protest | Plover::Concede | Plover::Coerce
        )
        && head.is_some_and(plain)
}

/// Whether what is threatened or warned of stands behind "bahwa".
fn warned(reading: &Reading<'_>, scope: Option<Scope>) -> bool {
    scope.is_some_and(|scope| {
        let verb = reading.triggers[scope.governor].first;
        tells_that(reading, verb, reading.bounds(verb).1)
    })
}

/// Whether a first person wishes to do what is done by saying so.
fn performs(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, _) = reading.bounds(trigger.first);
    let speech =
        matches!(trigger.sense.kind, Plover::Support | Plover::Concede | Plover::Request | Plover::Accuse);
    // "kita harus mengakui hak mereka": who says that of himself and others backs them.
    let wishes = |cues: Cues| cues.plan && cues.skip || cues.call && trigger.sense.kind == Plover::Support;
    let wish = trigger.first.checked_sub(1).filter(|at| *at >= start && wishes(reading.cues[*at]));
    speech
        && trigger.part == Part::Verb
        && wish.is_some_and(|wish| {
            (start.max(wish.saturating_sub(2))..wish).any(|at| {
                let pronoun = (reading.context.pack.terms)().pronouns.exact(reading.lower(at));
                pronoun.is_some_and(|pronoun| pronoun.person == 1)
            })
        })
}

/// "tuntutan terhadap tentara yang menyerang": a relative clause in what is demanded or refused tells of something known.
fn known(reading: &Reading<'_>, trigger: &Trigger, governor: &Trigger) -> bool {
    for at in (governor.end..trigger.first).rev() {
        let cues = reading.cues[at];
        if cues.comp || cues.purpose || cues.sub {
            return false;
        }
        if cues.rel {
            return true;
        }
    }
    false
}

/// "menolak keterlibatan dalam perang": the war is where, when or why, not what is refused.
fn circumstance(reading: &Reading<'_>, trigger: &Trigger, governor: usize) -> bool {
    let governor = &reading.triggers[governor];
    for at in (governor.end..trigger.first).rev() {
        let cues = reading.cues[at];
        if cues.prep {
            let frame = governor.sense.frame.to.contains(&reading.lower(at));
            return !frame && !cues.aim && !cues.comp && (cues.sub || cues.at || cues.done || cues.purpose);
        }
        if reading.verb(at) || reading.punct(at) || reading.trigger_at[at].is_some() {
            return false;
        }
    }
    false
}

/// For each token, the event word whose complement it stands in; the innermost wins.
fn scopes(reading: &Reading<'_>) -> Vec<Option<Scope>> {
    let mut out: Vec<Option<Scope>> = vec![None; reading.tagged.tokens.len()];
    for (governor, trigger) in reading.plain().iter().enumerate() {
        let Some(turn) = trigger.sense.turn else { continue };
        let (_, stop) = reading.bounds(trigger.first);
        // A passive turns nothing but what follows its own subject: "didesak untuk mundur".
        let end = (trigger.end..stop).find(|at| leaves(reading, *at, turn, trigger)).unwrap_or(stop);
        out[trigger.end..end].fill(Some(Scope { turn, governor }));
    }
    out
}

/// "Iran, yang dituduh Israel menyerang, membantah": whether the clause of the governor is a relative one behind a comma.
fn inserted(reading: &Reading<'_>, governor: &Trigger) -> bool {
    let (start, _) = reading.bounds(governor.first);
    let opener =
        (start..governor.first).rev().take(RELATIVE).find(|at| reading.cues[*at].rel || reading.comma(*at));
    opener.is_some_and(|at| reading.cues[at].rel && at > start && reading.comma(at - 1))
}

/// "meminta Kementerian Energi (ESDM) menertibkan": a short bracket ends nothing.
fn bracketed(reading: &Reading<'_>, at: usize) -> bool {
    let open = |open: usize| reading.closed(open).is_some_and(|close| close - open <= BRACKET && at <= close);
    (at.saturating_sub(BRACKET)..=at).any(open)
}

/// "mengusulkan pembentukan badan, serta penghapusan tarif": whether one more noun follows the comma.
fn lists(reading: &Reading<'_>, comma: usize) -> bool {
    let (_, stop) = reading.bounds(comma);
    let next = comma + 2;
    reading.context.pack.order == Order::HeadFirst
        && next < stop
        && reading.cues[comma + 1].coord
        && !reading.cues[comma + 1].prep
        && reading.trigger_at[next]
            .map_or(reading.token(next).tag == Tag::Noun, |event| reading.triggers[event].part == Part::Noun)
}

fn leaves(reading: &Reading<'_>, at: usize, turn: Turn, trigger: &Trigger) -> bool {
    let cues = reading.cues[at];
    if bracketed(reading, at) {
        return false;
    }
    if reading.wall(at) {
        return true;
    }
    if turn == Turn::Claimed {
        return reading.comma(at)
            && (reading.cues.get(at + 1).is_some_and(|cues| cues.contrast) || inserted(reading, trigger));
    }
    if reading.comma(at) && !(turn == Turn::Called && lists(reading, at))
        || cues.sub && !(cues.call || cues.hyp)
    {
        return true;
    }
    let plain = matches!(turn, Turn::Possible | Turn::Denied);
    // "usulan ini mendapat penolakan": the verb tells what became of the demand, unless it is the demand itself, "seruan mundur".
    if trigger.part == Part::Noun && at > trigger.end && reading.verb(at) {
        let opened = (trigger.end..at).any(|inner| {
            let cues = reading.cues[inner];
            cues.comp || cues.purpose || cues.call || cues.rel
        });
        if !opened {
            return true;
        }
    }
    // "membantah laporan tersebut lalu mengancam": the second verb has the first one's subject, not its complement.
    if plain && cues.coord && at + 1 < reading.cues.len() && reading.verb(at + 1) {
        return true;
    }
    // "menolak usulan yang ...": a relative clause tells of something known.
    if cues.rel && plain {
        return true;
    }
    // "mengusulkan pembentukan badan dan menandatangani": what is asked for is a noun, so the second verb is the subject's own.
    if turn == Turn::Called && cues.coord && at + 1 < reading.cues.len() && reading.verb(at + 1) {
        let clause = (trigger.first..at).any(|inner| {
            let cues = reading.cues[inner];
            cues.call && cues.sub || cues.purpose || cues.comp || inner > trigger.first && reading.verb(inner)
        });
        if !clause {
            return true;
        }
    }
    // "meminta X mundur dan menyerang Y": the second verb may be the subject's own; it is when its voice has a prefix and a comma or "serta" is missing, so only a coordinator right before a saying verb leaves.
    cues.coord && at + 1 < reading.cues.len() && reading.cues[at + 1].say && at > trigger.end
}
