//! The small words that say whether an event happened: negations, auxiliaries of plan and possibility, "agar", "jika".
//!
//! They stand before a verb, over its subject, before the verb it is coordinated with, or, for a noun, with the verb
//! that says it takes place: "pertemuan itu batal digelar".

mod condition;

use lang::happen::{Cues, Light, Part};
use lang::{Order, Tag, Voice};
use model::Plover;

use super::apposition::calls_person;
use super::reading::Reading;
use super::roles::governing_verb;
use super::subject::light_before;
use super::trigger::Trigger;
use condition::breaks_out;
pub(super) use condition::{provided, supposed};

/// How far back a clause's small words are looked for.
const BACK: usize = 16;
/// How far a noun's predicate may stand behind it.
const AHEAD: usize = 18;
/// How many words of a title may stand between a plan and its owner.
const TITLE: usize = 3;
/// How far back the verb may stand that a verb is coordinated with.
const JOINED: usize = 14;

/// What stands around an event word, and whether it is named only as what ends: "menghentikan serangan".
pub(super) fn cues(reading: &Reading<'_>, trigger: &Trigger) -> (Cues, bool) {
    let (start, _) = reading.bounds(trigger.first);
    let noun = trigger.part == Part::Noun;
    let mut out = Cues::default();
    let mut ended = before(reading, trigger.first, start, noun, &mut out);
    if noun {
        match light_before(reading, trigger.first, start) {
            Some(at) if matches!(reading.happen.light(reading.lower(at)), Some((Light::End, _))) => {
                ended = true;
            }
            Some(at) if bears(reading, at, trigger.first) => {
                ended |= before(reading, at, start, false, &mut out);
            }
            _ => {
                if let Some(cause) = caused(reading, trigger.first, start) {
                    before(reading, cause, start, false, &mut out);
                }
            }
        }
        ended |= predicate(reading, trigger, start, &mut out)
            || governing_verb(reading, trigger.first, start).is_some_and(|verb| reading.cues[verb].over);
    }
    // "was not happy with": what is denied is part of the word.
    out.neg &= reading.context.pack.order == Order::HeadFirst || !reading.cues[trigger.first].neg;
    (out, ended)
}

/// "dapat memicu perang": the verb through which the event comes about.
fn caused(reading: &Reading<'_>, noun: usize, start: usize) -> Option<usize> {
    governing_verb(reading, noun, start)
        .filter(|verb| reading.cues[*verb].causes && !(*verb..noun).any(|at| reading.cues[at].prep))
}

/// The cues before a verb or noun, over small words and over its subject to what opens the clause; whether it is to end.
fn before(reading: &Reading<'_>, from: usize, start: usize, noun: bool, out: &mut Cues) -> bool {
    let mut at = from;
    let mut near = true;
    let mut steps = 0;
    while at > start && steps < BACK {
        at -= 1;
        steps += 1;
        let cues = reading.cues[at];
        if near && cues.ceases {
            return true;
        }
        // "dapat dukungan dari Chad": got, not only possible.
        if noun
            && near
            && cues.hyp
            && matches!(reading.happen.light(reading.lower(at)), Some((Light::Get, _)))
        {
            return false;
        }
        if near
            && (reading.transparent(at)
                || modal(cues)
                    && !cues.sub
                    && reading.phrase_at[at].is_none()
                    && reading.trigger_at[at].is_none())
        {
            // "mempertimbangkan usulan Chad": what was said stays said, whatever is thought of it.
            let said = noun && cues.hyp && reading.token(at).tag == Tag::Verb && speech(reading, from);
            if (!cues.sub || cues.hyp || cues.call) && !said {
                merge(out, cues);
            }
            continue;
        }
        if near && !noun && cues.purpose && at > start && turns(reading, at - 1) {
            // "tertarik untuk bertemu", "siap untuk menyerang"
            continue;
        }
        // "agar X terlibat dalam perang": the war is there already.
        if noun
            && near
            && cues.prep
            && (cues.sub || cues.done || cues.purpose && !cues.aim)
            && known(reading, from)
        {
            return false;
        }
        if noun && near && steps <= 2 && (cues.prep && !cues.between || reading.token(at).tag == Tag::Adj) {
            continue;
        }
        if near && !noun && cues.coord && !cues.prep {
            joined(reading, from, at, start, out);
            return false;
        }
        if near && !noun && at > start && over_subject(reading, at, start, out) {
            return false;
        }
        if !noun && cues.none {
            // "tak seorang pun demonstran ditangkap", "no Gulf state has imposed sanctions": nobody did.
            out.neg = true;
            return false;
        }
        if near && cues.rel && cleft(reading, at, start) {
            out.neg = true;
            return false;
        }
        near = false;
        if !noun && carries(reading, at, from) {
            return before(reading, at, start, false, out);
        }
        if cues.sub || cues.comp || cues.rel {
            // "jika perang itu terus meluas": there is a war, whatever becomes of it.
            let there = noun && cues.sub && lasts(reading, from) && !breaks_out(reading, from);
            if (cues.hyp || cues.call || cues.neg && cues.comp) && !there {
                // "agar tidak menyerang", "jika tidak menyerang": that it shall not happen is asked for or supposed.
                out.neg &= !(cues.sub && (cues.hyp || cues.call));
                merge(out, cues);
            }
            // "kekhawatiran bahwa Iran akan menyerang"
            let noun = at.checked_sub(1).filter(|noun| cues.comp && *noun >= start);
            if let Some(cues) = noun.map(|noun| reading.cues[noun])
                && (cues.hyp || cues.call)
                && !(cues.sub || cues.prep || cues.neg)
            {
                merge(out, cues);
            }
            break;
        }
        if reading.comma(at) || reading.wall(at) || reading.verb(at) || reading.trigger_at[at].is_some() {
            break;
        }
    }
    false
}

/// "akan membawa pengurusnya bertemu Chad": whether a verb stands right before the subject of another, which goes with it.
fn carries(reading: &Reading<'_>, verb: usize, second: usize) -> bool {
    reading.context.pack.order == Order::HeadFirst
        && reading.verb(verb)
        && reading.trigger_at[verb].is_none()
        && !reading.cues[verb].say
        && reading.token(verb).voice == Some(Voice::Active)
        && (verb + 1..second).any(|at| reading.phrase_at[at].is_some())
        && (verb + 1..second).all(|at| {
            reading.phrase_at[at].is_some()
                || matches!(reading.token(at).tag, Tag::Noun | Tag::Adj | Tag::Propn)
        })
}

/// "bukan polisi yang menangkap", "it was not the police who arrested": whether what is denied is that these did it.
fn cleft(reading: &Reading<'_>, relative: usize, start: usize) -> bool {
    let Some(before) = relative.checked_sub(1).filter(|before| *before >= start) else { return false };
    let first = reading.phrase_at[before].map_or(before, |nth| reading.phrases[nth].first);
    let opener = first.checked_sub(1).filter(|opener| *opener >= start);
    opener.is_some_and(|opener| reading.cues[opener].neg && reading.trigger_at[opener].is_none())
}

/// Whether the light verb has the noun for its own object: "melakukan penggeledahan", not "menyampaikan perkembangan proses penggeledahan".
fn bears(reading: &Reading<'_>, light: usize, noun: usize) -> bool {
    let nouns = |at: &usize| reading.token(*at).tag == Tag::Noun && reading.trigger_at[*at].is_none();
    (light + 1..noun).filter(nouns).count() <= 1
}

/// Wars, attacks and disasters, which do not wait for anybody to take part in them.
fn known(reading: &Reading<'_>, noun: usize) -> bool {
    reading.trigger_at[noun].is_some_and(|event| {
        matches!(reading.triggers[event].sense.kind, Plover::Assault | Plover::Other | Plover::Protest)
    })
}

/// Demands, charges and threats.
fn speech(reading: &Reading<'_>, noun: usize) -> bool {
    reading.trigger_at[noun].is_some_and(|event| {
        matches!(reading.triggers[event].sense.kind, Plover::Request | Plover::Accuse | Plover::Threaten)
    })
}

/// Wars, protests and disasters: they go on, so that a condition may be about what becomes of them.
fn lasts(reading: &Reading<'_>, noun: usize) -> bool {
    reading.trigger_at[noun].is_some_and(|event| {
        let sense = &reading.triggers[event].sense;
        matches!(sense.kind, Plover::Assault | Plover::Protest)
            || sense.kind == Plover::Other && matches!(sense.frame.name, "hit" | "both")
    })
}

/// "perlunya Israel mundur", "kemungkinan Rusia menyerang": a noun or adverb before the subject of the verb.
fn over_subject(reading: &Reading<'_>, at: usize, start: usize, out: &mut Cues) -> bool {
    let Some(phrase) = reading.phrase_at[at].map(|nth| &reading.phrases[nth]) else { return false };
    // "rencana Presiden Silva menyerang": over the title of whose plan it is.
    let title = |at: &usize| {
        !modal(reading.cues[*at])
            && matches!(reading.token(*at).tag, Tag::Noun | Tag::Propn)
            && calls_person(reading, *at)
    };
    let first = (start..phrase.first).rev().take(TITLE).take_while(title).last().unwrap_or(phrase.first);
    let Some(opener) = first.checked_sub(1).filter(|opener| *opener >= start && phrase.prep.is_none()) else {
        return false;
    };
    let cues = reading.cues[opener];
    let plain = reading.trigger_at[opener].is_none_or(|event| reading.triggers[event].part == Part::Noun);
    if !(plain && (cues.call || cues.hyp || cues.plan) && !cues.neg && !cues.prep) {
        return false;
    }
    merge(out, cues);
    true
}

/// "akan mengepung dan menyerang": the second verb has the first one's auxiliary; a negation goes on over "atau" only.
fn joined(reading: &Reading<'_>, verb: usize, coord: usize, start: usize, out: &mut Cues) {
    let Some(first) = verb_joined(reading, coord, start) else { return };
    // "would petition the court and complained": a form of its own has no share in the auxiliary.
    if based(reading, first) == Some(true) && based(reading, verb) == Some(false) {
        return;
    }
    let mut cues = Cues::default();
    before(reading, first, start, false, &mut cues);
    cues.neg &= reading.cues[coord].either;
    if !out.done {
        merge(out, cues);
    }
}

/// Whether an event verb has its base form, in a language whose auxiliaries ask for one.
fn based(reading: &Reading<'_>, at: usize) -> Option<bool> {
    let event = reading.trigger_at[at].filter(|_| reading.context.pack.order == Order::HeadLast)?;
    Some(reading.triggers[event].sense.stem == reading.lower(at))
}

/// Whether a plan, a possibility, a demand or a denial stands here, small word or not.
fn turns(reading: &Reading<'_>, at: usize) -> bool {
    modal(reading.cues[at]) && !reading.cues[at].sub && reading.trigger_at[at].is_none()
}

/// What is said of an event noun behind it: "pertemuan itu akan digelar", "tarif yang rencananya diberlakukan". Answers whether
/// it is to end, "agar perang itu berakhir".
fn predicate(reading: &Reading<'_>, trigger: &Trigger, start: usize, out: &mut Cues) -> bool {
    let (_, stop) = reading.bounds(trigger.first);
    let mut found = Cues::default();
    let mut at = trigger.end;
    let mut open = false;
    let mut relative = false;
    let end = stop.min(trigger.end + AHEAD);
    while at < end {
        let cues = reading.cues[at];
        if let Some(nth) = reading.phrase_at[at] {
            // "serangan itu akan Israel lanjutkan": not read.
            if open {
                return false;
            }
            at = reading.phrases[nth].end;
            continue;
        }
        if cues.rel && !open && !relative {
            relative = true;
        } else if cues.occurs {
            if relative || is_subject(reading, trigger, start) {
                merge(out, found);
                merge(out, cues);
            }
            return false;
        } else if cues.over && !relative && lasts(reading, trigger.first) {
            return true;
        } else if modal(cues) && !cues.sub && reading.trigger_at[at].is_none() {
            merge(&mut found, cues);
            open = true;
        } else if reading.verb(at) {
            // "kunjungan itu akan membahas": what is to be talked about is to take place.
            if open
                && trigger.sense.kind == Plover::Consult
                && !relative
                && found.plan
                && is_subject(reading, trigger, start)
            {
                out.plan = true;
            }
            return false;
        } else if reading.comma(at) || reading.wall(at) && !bracket(reading, at) || cues.sub || cues.comp {
            break;
        } else if reading.trigger_at[at].is_some() && !cues.prep {
            return false;
        }
        at += 1;
    }
    // "pertemuan itu direncanakan pada": the plan is the predicate.
    if open && found.plan && !found.neg && (relative || is_subject(reading, trigger, start)) {
        out.plan = true;
    }
    false
}

fn bracket(reading: &Reading<'_>, at: usize) -> bool {
    matches!(reading.lower(at), "(" | ")")
}

/// Whether an event noun stands where a subject does: no preposition and no verb governs it.
fn is_subject(reading: &Reading<'_>, trigger: &Trigger, start: usize) -> bool {
    let governed = (start.max(trigger.first.saturating_sub(3))..trigger.first)
        .rev()
        .take_while(|at| !reading.punct(*at) && !reading.verb(*at))
        .any(|at| reading.cues[at].prep);
    !governed && governing_verb(reading, trigger.first, start).is_none()
}

/// "untuk bertemu", "untuk melakukan negosiasi": whether a purpose clause opens right before.
pub(super) fn purposed(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, _) = reading.bounds(trigger.first);
    let verb = match trigger.part {
        Part::Verb => trigger.first,
        Part::Noun => match light_before(reading, trigger.first, start) {
            Some(verb) => verb,
            None => return false,
        },
    };
    sets_out(reading, verb, start)
}

/// "akan memakai dana itu untuk membayar utang": whether it is the purpose of what is planned.
pub(super) fn purpose_of_plan(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, _) = reading.bounds(trigger.first);
    let opener = (start..trigger.first).rev().find(|at| !reading.transparent(*at));
    let Some(opener) = opener.filter(|at| trigger.part == Part::Verb && reading.cues[*at].purpose) else {
        return false;
    };
    // "akan menyiapkan kapal untuk menyerang": to prepare is to plan.
    let prepares = (start.max(opener.saturating_sub(JOINED))..opener)
        .rev()
        .take_while(|at| !reading.punct(*at) && !reading.verb(*at) && !reading.cues[*at].sub)
        .any(|at| reading.cues[at].plan && reading.token(at).tag == Tag::Verb);
    prepares || verb_joined(reading, opener, start).is_some_and(|verb| planned(reading, verb, start))
}

/// "akan menjadi tuan rumah KTT", "akan menghadiri pertemuan", "akan menambah bantuan": whether a meeting or what is given or
/// done together is the object of a verb that is planned.
pub(super) fn object_of_plan(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, _) = reading.bounds(trigger.first);
    trigger.part == Part::Noun
        && (trigger.sense.kind == Plover::Consult
            || matches!(trigger.sense.kind, Plover::Cooperate | Plover::Aid)
                && reading.context.pack.order == Order::HeadFirst)
        && governing_verb(reading, trigger.first, start).is_some_and(|verb| {
            !(verb..trigger.first).any(|at| reading.cues[at].prep) && planned(reading, verb, start)
        })
}

/// Whether small words before a verb say that it is to come.
fn planned(reading: &Reading<'_>, verb: usize, start: usize) -> bool {
    let mut cues = Cues::default();
    before(reading, verb, start, false, &mut cues);
    cues.plan && !cues.neg && !cues.done
}

/// Whether a purpose clause opens right before a verb, or before the verb it is coordinated with: "untuk bertemu X dan menghadiri Y".
fn sets_out(reading: &Reading<'_>, verb: usize, start: usize) -> bool {
    let Some(before) = (start..verb).rev().find(|at| !reading.transparent(*at)) else { return false };
    let cues = reading.cues[before];
    if cues.purpose && !cues.agent && cues.call | cues.plan | cues.aim {
        return true;
    }
    let joined = cues.coord && !cues.prep;
    joined && verb_joined(reading, before, start).is_some_and(|first| sets_out(reading, first, start))
}

/// The verb that the one behind the conjunction is coordinated with.
fn verb_joined(reading: &Reading<'_>, coord: usize, start: usize) -> Option<usize> {
    (start.max(coord.saturating_sub(JOINED))..coord)
        .rev()
        .take_while(|&at| {
            let cues = reading.cues[at];
            !(reading.wall(at) || cues.sub || cues.comp || cues.rel)
        })
        .find(|at| reading.verb(*at))
}

/// "Sebelum bertolak ke Rusia, ia akan mengunjungi", "akan bertemu usai menghadiri": whether the verb of a clause of time without a
/// subject of its own goes with a plan.
pub(super) fn timed_by_plan(reading: &Reading<'_>, trigger: &Trigger) -> bool {
    let (start, stop) = reading.bounds(trigger.first);
    let opener = (start..trigger.first).rev().find(|at| !reading.transparent(*at));
    let Some(opener) = opener.filter(|at| {
        let cues = reading.cues[*at];
        trigger.part == Part::Verb && cues.along && !modal(cues)
    }) else {
        return false;
    };
    let planned = |verb: usize| planned(reading, verb, start);
    // "Sementara sebelum bertolak, ia akan"
    let small = |at: usize| reading.comma(at) || reading.cues[at].contrast || reading.cues[at].skip;
    let leads = reading.context.pack.order == Order::HeadFirst && (start..opener).all(small);
    if opener == start || leads || reading.cues[opener - 1].comp || reading.wall(opener - 1) {
        // The main clause behind the comma.
        let comma = (trigger.end..stop).take(AHEAD).find(|at| reading.comma(*at) || reading.wall(*at));
        let verb = comma.filter(|at| reading.comma(*at)).and_then(|comma| {
            (comma + 1..stop)
                .take(AHEAD)
                .take_while(|at| !reading.wall(*at) && !reading.cues[*at].say)
                .find(|at| reading.verb(*at))
        });
        return verb.is_some_and(planned);
    }
    let end = if reading.comma(opener - 1) { opener - 1 } else { opener };
    let verb = (start..end)
        .rev()
        .take(AHEAD)
        .take_while(|&at| {
            let cues = reading.cues[at];
            !(reading.wall(at) || reading.comma(at) || cues.comp || cues.rel || cues.sub && !cues.purpose)
        })
        .find(|at| reading.verb(*at));
    verb.is_some_and(planned)
}

fn modal(cues: Cues) -> bool {
    cues.neg || cues.plan || cues.backshift || cues.hyp || cues.call
}

fn merge(into: &mut Cues, more: Cues) {
    into.neg |= more.neg;
    into.plan |= more.plan;
    into.hyp |= more.hyp;
    into.call |= more.call;
    into.done |= more.done;
    into.backshift |= more.backshift;
}
