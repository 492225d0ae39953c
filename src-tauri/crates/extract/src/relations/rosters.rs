//! Who is listed behind a group: "tiga tersangka, yakni Rina Sari, Budi Hartono, dan Ali Bongo", "Mereka adalah Menteri Perdagangan, Rina Sari;
//! dan Bupati Puno, Budi Hartono", "sejumlah pulau seperti Pulau Lada dan Pulau Pala". Where modifiers follow their nouns.

use lang::{BodyLink, Shape, Tag, Token};
use model::{EntityKind, MentionKind, RelationKind};

use super::SORT;
use crate::analysis::{Found, Standing};
use crate::membership::Scan;

/// Those listed belong to the group.
const ROSTER: &str = "relation.roster";
/// How many tokens may stand between a group and what opens its list.
const REACH: usize = 20;
/// How many may tell of a group before a comma.
const MODIFIED: usize = 8;
/// How many an office may have before its holder.
const OFFICE: usize = 16;
/// How many may tell of somebody before the list goes on.
const TAIL: usize = 30;

/// The members that the text lists as a group's, and the places that it lists as parts of several.
pub(super) fn rosters(scan: &Scan<'_>) -> Vec<Standing> {
    let groups: Vec<&Found> = scan.actors.mentions.iter().filter(|found| several(scan, found)).collect();
    let mut out = Vec::new();
    for (nth, group) in groups.iter().enumerate() {
        // The list belongs to the group that was told of last, unless one is listed itself.
        let next = groups[nth + 1..].iter().find(|next| next.first >= group.end);
        let limit = next.map_or(usize::MAX, |next| next.first);
        let Some((members, rule)) = listed(scan, group, limit) else { continue };
        let sentence = scan.tagged.tokens[group.first].sentence as usize;
        let places = scan.kind(group) == EntityKind::Place;
        let others = members.into_iter().filter(|who| *who != group.referent);
        out.extend(others.map(|subject| Standing {
            kind: if places { RelationKind::PartOf } else { RelationKind::MemberOf },
            subject,
            object: group.referent,
            confidence: 0.6,
            evidence: (sentence, rule),
        }));
    }
    out
}

/// Whether a mention stands for several: a group, or bodies or places that are counted or told in the plural.
fn several(scan: &Scan<'_>, found: &Found) -> bool {
    let terms = scan.context.pack.words();
    let words = &scan.tagged.tokens[found.first..found.end];
    match scan.kind(found) {
        EntityKind::Group => {
            // "tiga orang sebagai tersangka, yakni": what they are said to be is no other group.
            let said = found.first.checked_sub(1).is_some_and(|at| {
                terms.copulas.contains(&*scan.tagged.tokens[at].lower)
                    && scan.tagged.tokens[at].sentence == scan.tagged.tokens[found.first].sentence
            });
            !said
                && found.mention.kind != MentionKind::Name
                && words.first().is_some_and(|token| token.shape != Shape::Clitic)
        }
        EntityKind::Organization | EntityKind::Place => {
            let counted = terms
                .openers
                .longest(|i| words.get(i).map(|token| &*token.lower))
                .is_some_and(|(_, opener)| opener.number == lang::Number::Many);
            let plural = words.iter().any(|token| (scan.context.pack.singular)(&token.lower).is_some());
            found.mention.kind == MentionKind::Nominal
                && (counted || plural || words.first().is_some_and(|token| token.shape == Shape::Number))
        }
        _ => false,
    }
}

/// Who is listed behind a group and before a token, and by which rule.
fn listed(scan: &Scan<'_>, group: &Found, limit: usize) -> Option<(Vec<usize>, &'static str)> {
    let list = List::of(scan, group)?;
    // "Kedua tahanan asal Chad, Rina Sari dan Budi Hartono, dipulangkan": as many as are counted.
    if let Some(count) = list.count().filter(|_| !list.governed(group.first))
        && let Some(comma) = list.comma()
    {
        let members = list.members(comma + 1);
        if members.len() == count && count > 1 {
            return Some((members, ROSTER));
        }
    }
    for at in group.end..(group.end + REACH).min(limit).min(list.end) {
        if matches!(list.word(at), Some("\"" | "“" | "”")) {
            return None;
        }
        let Some((length, opener)) = list.opener(at) else { continue };
        let members = list.members(at + length);
        // One alone is the group under another name; examples are members where it is told who the group are.
        let (told, rule) = match opener {
            Opener::All | Opener::Copula => (members.len() > 1, ROSTER),
            Opener::Some if list.count().is_some() || list.proper() => (true, ROSTER),
            Opener::Some => (list.of_a_sort(at + length), SORT),
        };
        if told && !members.is_empty() {
            return Some((members, rule));
        }
    }
    None
}

/// What may open a list.
enum Opener {
    /// "yakni", "terdiri dari"
    All,
    /// "seperti", "termasuk"
    Some,
    /// "adalah"
    Copula,
}

/// The sentence a list stands in.
struct List<'a> {
    scan: &'a Scan<'a>,
    group: &'a Found,
    first: usize,
    end: usize,
}

/// One of those listed.
struct Item {
    who: usize,
    kind: EntityKind,
    /// Where the name ends.
    end: usize,
}

impl<'a> List<'a> {
    fn of(scan: &'a Scan<'a>, group: &'a Found) -> Option<Self> {
        let sentence = scan.tagged.sentences.get(scan.tagged.tokens[group.first].sentence as usize)?;
        Some(Self { scan, group, first: sentence.first, end: sentence.end })
    }

    fn token(&self, at: usize) -> Option<&'a Token> {
        (self.first..self.end).contains(&at).then(|| &self.scan.tagged.tokens[at])
    }

    fn word(&self, at: usize) -> Option<&'a str> {
        self.token(at).map(|token| &*token.lower)
    }

    /// Whether a preposition rules the group: "menurut kedua pejabat, Peru dan Chad sepakat".
    fn governed(&self, first: usize) -> bool {
        first.checked_sub(1).and_then(|at| self.token(at)).is_some_and(|token| token.tag == Tag::Adp)
    }

    /// How many the group is said to be.
    fn count(&self) -> Option<usize> {
        let numbers = (self.scan.context.pack.numbers)();
        (self.group.first..self.group.end).find_map(|at| {
            let word = self.word(at)?;
            // "kedua", "ketiga": all of so many.
            let bare = word.strip_prefix("ke");
            let value = |word: &str| {
                numbers.number(|i| (i == 0).then_some(word)).map(|(_, value)| value).filter(|v| *v < 30.0)
            };
            value(word).or_else(|| bare.and_then(value)).map(|value| value as usize)
        })
    }

    /// Whether it has a name of its own: "negara-negara Teluk", "perusahaan Chad".
    fn proper(&self) -> bool {
        (self.group.first + 1..self.group.end).any(|at| {
            self.token(at).is_some_and(|token| matches!(token.shape, Shape::Capital | Shape::Upper))
        })
    }

    /// "berbagai universitas, termasuk Universitas Lada": whether what is listed bears the group's own noun.
    fn of_a_sort(&self, from: usize) -> bool {
        let words = &self.scan.tagged.tokens[self.group.first..self.group.end];
        let heads = &self.scan.context.pack.words().heads;
        let first = self.word(from);
        words.iter().any(|token| {
            let noun = (self.scan.context.pack.singular)(&token.lower).unwrap_or(&token.lower);
            first == Some(noun) && heads.exact(noun).is_some_and(|head| head.inner)
        })
    }

    /// The comma that closes what is told of the group.
    fn comma(&self) -> Option<usize> {
        let plain = |token: &Token| !matches!(token.tag, Tag::Verb | Tag::Aux | Tag::Punct | Tag::Sconj);
        (self.group.end..=self.group.end + MODIFIED)
            .take_while(|at| *at == self.group.end || self.token(at - 1).is_some_and(plain))
            .find(|at| self.word(*at) == Some(","))
    }

    fn opener(&self, at: usize) -> Option<(usize, Opener)> {
        let terms = self.scan.context.pack.words();
        let phrase = terms.consists.longest(|i| self.word(at + i));
        if let Some((length, ())) = phrase.or_else(|| terms.examples.longest(|i| self.word(at + i))) {
            let some = terms.samples.contains(self.word(at)?);
            return Some((length, if some { Opener::Some } else { Opener::All }));
        }
        self.word(at).filter(|word| terms.copulas.contains(word)).map(|_| (1, Opener::Copula))
    }

    /// Who is listed from a token on.
    fn members(&self, from: usize) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        let mut kind = None;
        let mut at = from;
        if matches!(self.word(at), Some("," | ":")) {
            at += 1;
        }
        let mut last = false;
        while let Some(item) = self.item(at, kind) {
            kind = Some(item.kind);
            if !out.contains(&item.who) {
                out.push(item.who);
            }
            let Some((next, linked)) = self.next(item.end, item.kind, last) else { break };
            last = linked;
            at = next;
        }
        out
    }

    /// Some of a group that are counted themselves: "14 warga sipil", "satu tentara".
    fn counted(&self, from: usize) -> Option<Item> {
        let mentions = &self.scan.actors.mentions;
        let nth = mentions.partition_point(|found| found.first < from);
        let found =
            mentions[nth..].iter().find(|found| found.first >= from).filter(|found| found.first == from)?;
        let number = self.token(from)?.shape == Shape::Number || self.token(from)?.tag == Tag::Num;
        let people = matches!(self.scan.kind(found), EntityKind::Group | EntityKind::Other);
        (number && people && found.mention.kind == MentionKind::Nominal && self.alike(EntityKind::Group))
            .then_some(Item { who: found.referent, kind: EntityKind::Group, end: found.end })
    }

    /// The name that begins at a token, an office or a sort before it; of that kind, where one is asked for.
    fn item(&self, from: usize, kind: Option<EntityKind>) -> Option<Item> {
        if kind.is_none_or(|kind| kind == EntityKind::Group)
            && let Some(item) = self.counted(from)
        {
            return Some(item);
        }
        let terms = self.scan.context.pack.words();
        let names = self.scan.names;
        let mut nth = names.partition_point(|name| name.first < from);
        let office = terms.titles.longest(|i| self.word(from + i)).is_some()
            || self.word(from).is_some_and(|word| terms.title_openers.contains(word));
        let capital = self.token(from).is_some_and(|token| token.shape != Shape::Lower);
        let titled = office || capital && names.get(nth).is_none_or(|name| name.first > from);
        while let Some(name) = names.get(nth).filter(|name| name.first < self.end) {
            let what = self.scan.kind(name);
            let before = &self.scan.tagged.tokens[from..name.first];
            if before.len() > OFFICE || !before.iter().all(|token| plain(self.scan, token)) {
                return None;
            }
            let fits = match what {
                EntityKind::Person => {
                    before.is_empty()
                        || titled
                        || before.iter().all(|t| {
                            terms.honorifics.contains(t.lower.trim_end_matches('.')) || &*t.lower == "."
                        })
                }
                // The noun before says what sort it is: "Pulau Lada", "maskapai Lada Air".
                EntityKind::Organization | EntityKind::Country | EntityKind::Place => {
                    !office
                        && before.len() <= 2
                        && before.iter().all(|token| matches!(token.tag, Tag::Noun | Tag::Propn))
                }
                _ => false,
            };
            if fits && kind.is_none_or(|kind| kind == what) && self.alike(what) {
                return Some(Item { who: name.referent, kind: what, end: name.end });
            }
            // An office names its body before its holder.
            if !titled || kind.is_some_and(|kind| kind != EntityKind::Person) {
                return None;
            }
            nth += 1;
        }
        None
    }

    /// Whether such may belong to the group: places to places, the rest to what is no place.
    fn alike(&self, kind: EntityKind) -> bool {
        (self.scan.kind(self.group) == EntityKind::Place) == (kind == EntityKind::Place)
    }

    /// Where the list goes on behind a name, and whether by "dan"; what is told of the one named stands between.
    fn next(&self, from: usize, kind: EntityKind, last: bool) -> Option<(usize, bool)> {
        let terms = self.scan.context.pack.words();
        let link =
            |at: usize| self.word(at).is_some_and(|word| terms.body_links.get(word) == Some(&BodyLink::List));
        let mut depth = 0_usize;
        let mut clause = false;
        for at in from..(from + TAIL).min(self.end) {
            let token = self.token(at)?;
            match &*token.lower {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                "\"" | "“" | "”" | ":" if depth == 0 => return None,
                _ => {}
            }
            if depth > 0 {
                continue;
            }
            let comma = matches!(&*token.lower, "," | ";");
            if comma || token.tag == Tag::Cconj {
                let mut next = at + 1;
                let mut linked = link(at);
                while self.token(next).is_some_and(|t| t.tag == Tag::Cconj || &*t.lower == ",") {
                    linked |= link(next);
                    next += 1;
                }
                if (!last || linked) && self.item(next, Some(kind)).is_some() {
                    return Some((next, linked && !(comma && last)));
                }
                clause &= !comma;
                if last && comma {
                    return None;
                }
                continue;
            }
            clause |= terms.body_links.get(&*token.lower) == Some(&BodyLink::Clause);
            let told = clause || terms.ages.contains(&*token.lower);
            if matches!(token.tag, Tag::Verb | Tag::Aux) && !told || terms.speech.contains(&*token.lower) {
                return None;
            }
        }
        None
    }
}

/// Whether a word may stand in an office or a sort before a name.
fn plain(scan: &Scan<'_>, token: &Token) -> bool {
    let terms = scan.context.pack.words();
    !matches!(token.tag, Tag::Verb | Tag::Aux | Tag::Pron | Tag::Sconj)
        && !terms.speech.contains(&*token.lower)
        && !terms.at.contains(&*token.lower)
        && !matches!(&*token.lower, "\"" | "“" | "”" | ":")
}
