//! Nodes that may be one, with the reason. Only proposes: what is merged is for the reader to say.

use std::collections::{BTreeMap, BTreeSet};

use model::{Entity, EntityId, Extraction, MentionKind, Span};

use crate::edits::Edits;
use crate::wire::Reason;

/// At most so many are worth a reader's time.
const MOST: usize = 20;

/// Two nodes that may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Twins {
    pub(crate) into: EntityId,
    pub(crate) from: EntityId,
    pub(crate) reason: Reason,
}

/// Pairs by the weight of their reason, then by text order. Those that the reader has taken apart do not come again.
pub(crate) fn suggest(reading: &Extraction, edits: &Edits) -> Vec<Twins> {
    let people: Vec<Person<'_>> = reading
        .entities
        .iter()
        .filter(|entity| !edits.apart.contains(&entity.id.to_string()))
        .map(|entity| Person::of(entity, reading, edits))
        .collect();
    let mut found: BTreeMap<(usize, usize), Reason> = BTreeMap::new();
    let mut groups: BTreeMap<(&str, String), Vec<usize>> = BTreeMap::new();
    for (at, person) in people.iter().enumerate() {
        for key in person.keys() {
            groups.entry((family(person.entity), key)).or_default().push(at);
        }
    }
    for group in groups.values() {
        for (i, a) in group.iter().enumerate() {
            for b in &group[i + 1..] {
                let reason = people[*a].like(&people[*b]);
                let slot = (*a, *b);
                if let Some(reason) = reason {
                    found.entry(slot).and_modify(|old| *old = reason.min(*old)).or_insert(reason);
                }
            }
        }
    }
    let mut twins: Vec<(Reason, (usize, usize))> =
        found.into_iter().map(|(pair, reason)| (reason, pair)).collect();
    twins.sort_unstable();
    twins.truncate(MOST);
    let twin = |(reason, (a, b)): (Reason, (usize, usize))| {
        // The better known stays: the one with more mentions, then the one named first.
        let (a, b) = (people[a].entity, people[b].entity);
        let (into, from) = if b.mentions.len() > a.mentions.len() { (b, a) } else { (a, b) };
        Twins { into: into.id, from: from.id, reason }
    };
    twins.into_iter().map(twin).collect()
}

/// The sentence that names an entity: that of its first name, else of its first mention, else the first words.
pub(crate) fn naming(entity: &Entity, reading: &Extraction) -> Option<Span> {
    let names = entity.mentions.iter().find(|mention| mention.kind == MentionKind::Name);
    let span = names.or(entity.mentions.first())?.span;
    Some(reading.sentences.iter().copied().find(|sentence| sentence.overlaps(span)).unwrap_or(span))
}

/// An entity with its names, made ready to be compared.
struct Person<'a> {
    entity: &'a Entity,
    /// Lower case, in words.
    names: Vec<Vec<String>>,
    /// As they are written, of capitals only: "PBB".
    acronyms: BTreeSet<String>,
}

impl<'a> Person<'a> {
    fn of(entity: &'a Entity, reading: &Extraction, edits: &Edits) -> Self {
        let text = &reading.article.text;
        let named = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
        let mut all: BTreeSet<&str> = named.map(|mention| mention.span.of(text)).collect();
        all.extend([entity.names.id.as_str(), entity.names.en.as_str()]);
        all.extend(entity.aliases.iter().map(String::as_str));
        all.extend(edits.renamed.get(&entity.id.to_string()).map(String::as_str));
        let words = |name: &&str| -> Vec<String> {
            name.split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(str::to_lowercase)
                .collect()
        };
        let is_acronym =
            |name: &&&str| (2..=6).contains(&name.len()) && name.bytes().all(|b| b.is_ascii_uppercase());
        Self {
            entity,
            names: all.iter().map(words).filter(|words| !words.is_empty()).collect(),
            acronyms: all.iter().filter(is_acronym).map(ToString::to_string).collect(),
        }
    }

    /// Those with a key in common are compared, no others.
    fn keys(&self) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        for words in &self.names {
            keys.extend(words.iter().filter(|word| word.chars().count() > 2).cloned());
            keys.extend(words.first().map(|word| start(word)));
            keys.insert(initials(words));
        }
        keys.extend(self.acronyms.iter().map(|acronym| acronym.to_lowercase()));
        keys.extend(self.office());
        keys
    }

    fn office(&self) -> Option<String> {
        let role = self.entity.role.as_ref()?;
        Some(format!(
            "{} {}",
            role.en.to_lowercase(),
            self.entity.country.map(|c| c.to_string()).unwrap_or_default()
        ))
    }

    fn like(&self, other: &Self) -> Option<Reason> {
        let pairs = || self.names.iter().flat_map(|a| other.names.iter().map(move |b| (a, b)));
        if pairs().any(|(a, b)| a == b) {
            return Some(Reason::SameName);
        }
        let stands_for = |a: &Self, b: &Self| {
            let mut long = b.names.iter().filter(|words| words.len() > 1);
            long.any(|words| a.acronyms.contains(&initials(words).to_uppercase()))
        };
        if stands_for(self, other) || stands_for(other, self) {
            return Some(Reason::Initials);
        }
        // A sea or a square is named after a place without being it.
        let place = family(self.entity) == "place";
        if !place
            && self.entity.kind == other.entity.kind
            && pairs().any(|(a, b)| is_part(a, b) || is_part(b, a))
        {
            return Some(Reason::PartOfName);
        }
        if pairs().any(|(a, b)| is_near(a, b)) {
            return Some(Reason::Spelling);
        }
        let (office, theirs) = (self.office(), other.office());
        (office.is_some() && office == theirs && self.entity.kind == other.entity.kind)
            .then_some(Reason::SameOffice)
    }
}

/// Kinds that a reading mistakes for each other: whether an unknown name is a person's or a body's is often unclear.
fn family(entity: &Entity) -> &'static str {
    match entity.kind.class() {
        "person" => "actor",
        class => class,
    }
}

fn start(word: &str) -> String {
    word.chars().take(2).collect()
}

fn initials(words: &[String]) -> String {
    words.iter().filter_map(|word| word.chars().next()).collect()
}

/// Whether one name ends or begins with the other: "Carney" and "Mark Carney". One short word says too little.
fn is_part(short: &[String], long: &[String]) -> bool {
    short.len() < long.len()
        && short.iter().any(|word| word.chars().count() > 3)
        && (long.starts_with(short) || long.ends_with(short))
}

/// Whether the names are as many words and differ by a letter (two in long ones), not in their first.
fn is_near(a: &[String], b: &[String]) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.join(" ").chars().collect(), b.join(" ").chars().collect());
    let least = a.len().min(b.len());
    let allowed = match least {
        0..=5 => return false,
        6..=11 => 1,
        _ => 2,
    };
    // A figure is never a slip of the pen.
    a.first() == b.first() && !a.iter().chain(&b).any(char::is_ascii_digit) && distance(&a, &b) <= allowed
}

/// Edits of one letter from one word to the other (Levenshtein 1966).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let next = (corner + usize::from(x != y)).min(row[j] + 1).min(row[j + 1] + 1);
            corner = row[j + 1];
            row[j + 1] = next;
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Options;

    fn reasons(text: &str) -> Vec<(String, String, Reason)> {
        let reading = extract::extract(text, &Options::default());
        let name = |id| reading.entities.iter().find(|entity| entity.id == id).unwrap().names.id.clone();
        suggest(&reading, &Edits::default())
            .into_iter()
            .map(|twins| (name(twins.into), name(twins.from), twins.reason))
            .collect()
    }

    #[test]
    fn a_slip_of_the_pen_in_a_name_is_proposed_with_its_reason() {
        let found = reasons(
            "Menteri Sosial Ratna Wulandari bertemu Bupati Hasanudin di Garut. Kemudian Hasanuddin meninjau pasar. \
             Hasanuddin pulang pada malam hari.",
        );
        assert!(found.iter().any(|(_, _, reason)| *reason == Reason::Spelling), "{found:?}");
    }

    #[test]
    fn names_that_have_nothing_in_common_are_not() {
        assert_eq!(reasons("Presiden Prabowo Subianto bertemu Menteri Luar Negeri Sugiono di Jakarta."), []);
    }

    #[test]
    fn distances_are_those_of_levenshtein() {
        let of = |a: &str, b: &str| distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>());
        assert_eq!((of("kitten", "sitting"), of("", "ab"), of("sama", "sama")), (3, 2, 0));
    }
}
