//! Actor phrases: a mention with its title, or several joined by "dan", and the preposition that governs them.

use lang::happen::Part;
use lang::{Order, Shape, Tag};
use model::{EntityKind, MentionKind};

use super::apposition::{self, Side};
use super::reading::Reading;
use crate::analysis::{Found, Referent};

/// How many common words may stand between a preposition and the name it governs: "di bagian utara Pulau Timor".
const REACH: usize = 5;

/// How far before a name its title may begin, short form in brackets and all.
const TITLE: usize = 9;

/// How many words of a title may stand before a preposition in it.
const INSIDE: usize = 4;

/// How many phrases back two may have been named together.
const TOGETHER: usize = 24;

/// A run of tokens that stands for one or more actors.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    /// Its tokens, end exclusive.
    pub(super) first: usize,
    pub(super) end: usize,
    /// Whom it means, in order.
    pub(super) members: Vec<Member>,
    /// The preposition that governs it.
    pub(super) prep: Option<usize>,
    /// The common noun right before it, whose possessor it is: "kebijakan" in "kebijakan China".
    pub(super) head: Option<usize>,
}

/// One of the actors in a phrase.
#[derive(Clone, Copy, Debug)]
pub(super) struct Member {
    pub(super) referent: Referent,
    /// The country a capital stands for.
    pub(super) acts_as: Option<Referent>,
    pub(super) kind: MentionKind,
}

/// The phrases of the text, in order.
pub(super) fn phrases(reading: &Reading<'_>) -> Vec<Phrase> {
    let mut out: Vec<Phrase> = Vec::new();
    for found in outermost(reading) {
        let sentence = reading.token(found.first).sentence;
        let member = Member { referent: found.referent, acts_as: found.acts_as, kind: found.mention.kind };
        if let Some(last) = out.last_mut().filter(|last| reading.token(last.first).sentence == sentence) {
            let same = last.members.last().is_some_and(|member| member.referent == found.referent);
            // "masa jabatannya, Trump": a pronoun is closed by the comma, a title is not.
            let open = last.members.last().is_some_and(|member| member.kind != MentionKind::Pronoun)
                && found.mention.kind != MentionKind::Pronoun;
            let bracketed = last.end + 1 == found.first && reading.closed(last.end) == Some(found.end);
            if same
                && open
                && (last.end == found.first
                    || bracketed
                    || last.end + 1 == found.first && reading.punct(last.end) && !reading.wall(last.end))
            {
                // "Presiden AS Donald Trump", "Perdana Menteri Kanada, Mark Carney", "Perserikatan Bangsa-Bangsa (PBB)": one
                // actor in two mentions.
                last.end = found.end + usize::from(bracketed);
                if let Some(old) = last.members.last_mut()
                    && member.kind == MentionKind::Name
                {
                    old.kind = MentionKind::Name;
                }
                continue;
            }
            // "Dwi (42) dan Edy (55)": an age or a party between.
            let from = reading.closed(last.end).map_or(last.end, |close| close + 1);
            // "Menteri Pertahanan Rina dan Menteri Luar Negeri Budi": each with a title.
            let listed = joined(reading, from, found.first)
                || joined(reading, from, title(reading, found))
                || modified(reading, from, found);
            if listed && !same && !(last.members.len() == 1 && next_clause(reading, from, found)) {
                last.end = found.end;
                last.members.push(member);
                continue;
            }
            match apposition::side(reading, last, found) {
                Some(Side::Same) => {
                    last.end = found.end;
                    continue;
                }
                Some(Side::Example) => {
                    last.end = found.end;
                    last.members.push(member);
                    continue;
                }
                Some(Side::Named(first)) => {
                    while out.last().is_some_and(|last| last.first >= first) {
                        out.pop();
                    }
                    let (prep, head) = governor(reading, first);
                    out.push(Phrase { first, end: found.end, members: vec![member], prep, head });
                    continue;
                }
                None => {}
            }
        }
        let (prep, head) = governor(reading, title(reading, found));
        // "sejak Israel melancarkan perang": a clause, not a prepositional phrase.
        let prep = prep.filter(|prep| !(reading.cues[*prep].sub && acts(reading, found.end)));
        let members = the_two(reading, &out, found)
            .or_else(|| predicated(reading, out.last(), found))
            .unwrap_or_else(|| vec![member]);
        out.push(Phrase { first: found.first, end: found.end, members, prep, head });
    }
    out
}

/// "Rina menjadi salah satu korban tewas": whom the description behind a copula is said of.
fn predicated(reading: &Reading<'_>, last: Option<&Phrase>, found: &Found) -> Option<Vec<Member>> {
    let last = last.filter(|last| apposition::person(reading, last) && last.prep.is_none())?;
    let copula = found.first.checked_sub(1).filter(|at| last.end <= *at)?;
    let copulas = &(reading.context.pack.terms)().copulas;
    let said = found.mention.kind == MentionKind::Nominal
        && reading.kind(found.referent) != EntityKind::Organization
        && copulas.contains(reading.lower(copula))
        && !reading.cues[copula].prep
        && reading.token(last.first).sentence == reading.token(found.first).sentence
        && (last.end..copula).all(|at| reading.transparent(at));
    said.then(|| last.members.clone())
}

/// Whether a verb follows, over small words.
fn acts(reading: &Reading<'_>, from: usize) -> bool {
    let (_, stop) = reading.bounds(from.saturating_sub(1));
    (from..stop).find(|at| !reading.transparent(*at)).is_some_and(|at| reading.verb(at))
}

/// Whom "kedua negara" or "kedua pemimpin" means: the last two that were named together, else the last two states.
fn the_two(reading: &Reading<'_>, before: &[Phrase], found: &Found) -> Option<Vec<Member>> {
    let group = found.mention.kind == MentionKind::Nominal
        && matches!(reading.kind(found.referent), EntityKind::Group | EntityKind::Other);
    if !group || !reading.cues[found.first].pair || reading.token(found.first).shape == lang::Shape::Number {
        return None;
    }
    let near = before.iter().rev().take(TOGETHER);
    let head = |i: usize| (found.first + 1 + i < found.end).then(|| reading.lower(found.first + 1 + i));
    let heads = &(reading.context.pack.terms)().heads;
    let head = heads.longest(head).map(|(_, head)| *head);
    let country = |head: &lang::Head| head.kind == EntityKind::Country;
    let states = head.as_ref().is_some_and(country);
    // "pemimpin kedua negara" are the leaders.
    let led = found.first.checked_sub(1).and_then(|at| heads.exact(reading.lower(at)));
    let states_only =
        states && led.is_none_or(|led| !matches!(led.kind, EntityKind::Person | EntityKind::Group));
    let sides =
        states || head.and_then(|head| heads.exact(head.like?).copied()).as_ref().is_some_and(country);
    let alike = |phrase: &&Phrase| match phrase.members[..] {
        [a, b] => {
            let (a, b) = (reading.kind(a.referent), reading.kind(b.referent));
            // "kedua pelaku" are no places, "kedua negara" no cities.
            let fits = match a {
                EntityKind::Country => sides || head.is_none(),
                EntityKind::Person => true,
                EntityKind::Place => head.is_some_and(|head| head.kind == EntityKind::Place),
                _ => false,
            };
            a == b && fits
        }
        _ => false,
    };
    if let Some(pair) = just_named(reading, before, found).filter(|_| !states) {
        return Some(pair);
    }
    if let Some(phrase) = near.clone().find(alike) {
        let of_states: Vec<Member> = phrase
            .members
            .iter()
            .filter_map(|member| Some(Member { referent: reading.state_of(member.referent)?, ..*member }))
            .collect();
        // "pertemuan Presiden Peru dan Presiden Chad membahas kerja sama kedua negara": their states.
        if states_only && of_states.len() == 2 && of_states[0].referent != of_states[1].referent {
            return Some(of_states);
        }
        return Some(phrase.members.clone());
    }
    if states || head.is_none_or(|head| head.kind == EntityKind::Group) {
        last_two_states(reading, near.flat_map(|phrase| &phrase.members))
    } else {
        None
    }
}

/// "He spoke to Reis. The two men met": the two persons of the sentence before, where it names two.
fn just_named(reading: &Reading<'_>, before: &[Phrase], found: &Found) -> Option<Vec<Member>> {
    let here = reading.token(found.first).sentence;
    if reading.context.pack.order != Order::HeadLast || here == 0 {
        return None;
    }
    let mut pair: Vec<Member> = Vec::new();
    let last = before.iter().rev().take_while(|phrase| reading.token(phrase.first).sentence + 1 >= here);
    for phrase in last.filter(|phrase| reading.token(phrase.first).sentence < here) {
        for member in &phrase.members {
            let person = reading.kind(member.referent) == EntityKind::Person;
            if person && pair.iter().all(|known| known.referent != member.referent) {
                pair.insert(0, *member);
            }
        }
    }
    (pair.len() == 2).then_some(pair)
}

fn last_two_states<'m>(reading: &Reading<'_>, near: impl Iterator<Item = &'m Member>) -> Option<Vec<Member>> {
    let mut states: Vec<Member> = Vec::new();
    for member in near {
        if reading.kind(member.referent) == EntityKind::Country
            && states.iter().all(|known| known.referent != member.referent)
        {
            states.insert(0, *member);
            if states.len() == 2 {
                return Some(states);
            }
        }
    }
    None
}

/// Mentions that lie in no other, without descriptions that are events themselves ("kesepakatan dagang ini").
fn outermost<'r>(reading: &'r Reading<'_>) -> Vec<&'r Found> {
    let mut out: Vec<&Found> = Vec::new();
    let mut reach = 0;
    for found in &reading.actors.mentions {
        let Some(draft) = reading.actors.referents.get(found.referent) else { continue };
        let event = matches!(draft.kind, EntityKind::Agreement | EntityKind::Weapon)
            || found.mention.kind == MentionKind::Nominal && opens_with_event(reading, found);
        if found.first >= reach && !event && found.end <= reading.tagged.tokens.len() {
            reach = found.end;
            out.push(found);
        }
    }
    out
}

fn opens_with_event(reading: &Reading<'_>, found: &Found) -> bool {
    reading.trigger_at[found.first].is_some_and(|trigger| reading.triggers[trigger].part == Part::Noun)
}

/// "Rusia dan Ukraina", "Inggris, Jerman, dan Perancis", "Ukraina-Rusia".
fn joined(reading: &Reading<'_>, from: usize, to: usize) -> bool {
    if from >= to || to - from > 2 {
        return false;
    }
    let link = |at: usize| {
        reading.cues[at].coord && !reading.cues[at].prep
            || matches!(reading.lower(at), "-" | "–" | "--" | "/" | "&")
    };
    match to - from {
        1 => link(from) || reading.comma(from) && listed(reading, to),
        _ => {
            (reading.comma(from) || link(from))
                && (link(from + 1) || reading.token(from + 1).tag == Tag::Det && link(from))
        }
    }
}

/// "Men are held in Chad, and Peru has called for talks": behind a comma no list of two, where the second has a verb of its own.
fn next_clause(reading: &Reading<'_>, from: usize, found: &Found) -> bool {
    let (start, _) = reading.bounds(from);
    reading.context.pack.order == Order::HeadLast
        && reading.comma(from)
        && reading.cues[from + 1].coord
        && acts(reading, found.end)
        && (start..from).any(|at| reading.verb(at))
}

/// "The army and the paramilitary Support Forces": an article and modifiers before the second, where those stand before their noun. Not
/// where the second begins a clause of its own: "criticised Peru and the former president left".
fn modified(reading: &Reading<'_>, from: usize, found: &Found) -> bool {
    let to = found.first;
    if reading.context.pack.order == Order::HeadFirst || from >= to || to - from > 4 || to - from < 3 {
        return false;
    }
    let (start, _) = reading.bounds(from);
    let coord = from + usize::from(reading.comma(from));
    let own_clause = acts(reading, found.end) && (start..from).any(|at| reading.verb(at));
    reading.cues[coord].coord
        && !reading.cues[coord].contrast
        && !own_clause
        && (coord + 1..to).all(|at| {
            matches!(reading.token(at).tag, Tag::Det | Tag::Adj | Tag::Num | Tag::Noun)
                && reading.trigger_at[at].is_none()
                && !reading.cues[at].prep
        })
}

/// Whether a list goes on behind this item: a coordinator comes before any verb.
fn listed(reading: &Reading<'_>, from: usize) -> bool {
    let (_, stop) = reading.bounds(from);
    let mut names = 0;
    for at in from..stop.min(from + 14) {
        let cues = reading.cues[at];
        if cues.coord && !cues.prep {
            let next = if at + 1 < stop && reading.token(at + 1).tag == Tag::Det { at + 2 } else { at + 1 };
            return names > 0
                && next < stop
                && (reading.named[next] || reading.token(next).tag == Tag::Propn);
        }
        if reading.wall(at)
            || cues.rel
            || cues.prep
            || cues.sub
            || reading.trigger_at[at].is_some()
            || reading.token(at).tag == Tag::Verb && !reading.named[at]
        {
            return false;
        }
        names += usize::from(!reading.punct(at));
    }
    false
}

/// Where the title before a person's name begins, which is part of the phrase: "Menteri Kebudayaan Fadli Zon".
fn title(reading: &Reading<'_>, found: &Found) -> usize {
    if reading.kind(found.referent) != EntityKind::Person || found.mention.kind != MentionKind::Name {
        return found.first;
    }
    let (start, _) = reading.bounds(found.first);
    let titles = &(reading.context.pack.terms)().titles;
    let titled = |at: usize| {
        titles.longest(|i| (at + i < found.first).then(|| reading.lower(at + i))).map(|(length, _)| length)
    };
    let mut first = found.first;
    let mut at = found.first;
    while at > start.max(found.first.saturating_sub(TITLE)) {
        at -= 1;
        // "Menteri Luar Negeri (Menlu) Sari": the short form of the title.
        if let Some(open) = reading.opened(at) {
            at = open;
            continue;
        }
        let cues = reading.cues[at];
        let apart = cues.prep || cues.coord || reading.trigger_at[at].is_some();
        // "Menteri Dalam Negeri": a preposition inside the title.
        let inside = apart
            && (start.max(at.saturating_sub(INSIDE))..at)
                .any(|from| titled(from).is_some_and(|length| from + length > at));
        let clause = cues.sub || cues.rel || cues.comp;
        if reading.punct(at) || reading.named[at] || (apart || clause) && !inside {
            break;
        }
        if titled(at).is_some() {
            first = at;
        }
    }
    first
}

/// The preposition before a phrase and the common noun right before it.
fn governor(reading: &Reading<'_>, first: usize) -> (Option<usize>, Option<usize>) {
    let (start, _) = reading.bounds(first);
    let last = reading.context.pack.order == Order::HeadLast;
    let mut head = None;
    // Where modifiers stand before their noun, an article opens all that a preposition governs: "in 2016 a tribunal ruled".
    let mut opened = last && reading.token(first).tag == Tag::Det;
    for at in (start.max(first.saturating_sub(REACH))..first).rev() {
        let token = reading.token(at);
        let cues = reading.cues[at];
        if last && !cues.prep && (opened || token.shape == Shape::Number && token.lower.len() == 4) {
            return (None, head);
        }
        opened = last && token.tag == Tag::Det;
        // "On Wednesday guerrillas had kidnapped": the preposition governs the day.
        let named = (reading.context.pack.terms)().stops.exact(reading.lower(at)).is_some();
        if named && token.shape == Shape::Capital && reading.context.pack.order == Order::HeadLast {
            return (None, head);
        }
        if reading.trigger_at[at].is_some() {
            let noun =
                reading.trigger_at[at].is_some_and(|trigger| reading.triggers[trigger].part == Part::Noun);
            return (None, if noun { Some(at) } else { head });
        }
        if cues.prep {
            return (Some(at), head);
        }
        if cues.rel
            || cues.sub
            || cues.coord
            || cues.comp
            || cues.say
            || cues.quote
            || cues.skip
            || cues.neg
            || cues.plan
            || reading.punct(at)
            || reading.named[at]
        {
            return (None, head);
        }
        // "In a statement Russia said": a noun before a name does not lead on to the preposition.
        if reading.context.pack.order == Order::HeadLast && matches!(token.tag, Tag::Noun | Tag::Verb) {
            return (None, None);
        }
        match token.tag {
            Tag::Noun | Tag::Adj | Tag::Propn => {
                if head.is_none() && token.tag == Tag::Noun {
                    head = Some(at);
                }
            }
            Tag::Det | Tag::Num | Tag::Other | Tag::Adp => {}
            _ => return (None, head),
        }
    }
    (None, head)
}
