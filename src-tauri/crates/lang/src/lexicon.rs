//! The tables of a pack, read once into what [`crate::Pack`] asks for. Shared by all languages: same columns everywhere.

use std::collections::{BTreeMap, BTreeSet};

use model::{Country, EntityKind, RelationKind};

use crate::table::{Phrases, rows};
use crate::{BodyLink, Closer, Gender, Head, Number, Opener, Pronoun, Scope, Tag, Terms, Title};

/// The lists of `around.tsv`.
#[derive(Debug)]
pub(crate) struct Around(BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>);

impl Around {
    /// Of the table's text.
    pub(crate) fn read(table: &'static str) -> Self {
        let mut lists: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>> = BTreeMap::new();
        for row in rows(table) {
            if let [phrase, list, data, ..] = row[..] {
                lists.entry(list).or_default().insert(phrase, data);
            }
        }
        Self(lists)
    }

    /// The phrases of one list.
    pub(crate) fn set(&self, list: &str) -> BTreeSet<&'static str> {
        self.0.get(list).map(|phrases| phrases.keys().copied().collect()).unwrap_or_default()
    }

    fn phrases<T>(&self, list: &str, value: fn(&'static str) -> T) -> Phrases<T> {
        Phrases::new(self.0.get(list).into_iter().flatten().map(|(phrase, data)| (*phrase, value(data))))
    }
}

/// The terms of a language from its three tables.
pub(crate) fn terms(titles: &'static str, heads: &'static str, around: &Around) -> Terms {
    Terms {
        titles: Phrases::new(rows(titles).filter_map(|row| Some((*row.first()?, title(&row)?)))),
        title_openers: around.set("title_opener"),
        honorifics: around.set("honorific"),
        named: around.set("named"),
        heads: Phrases::new(rows(heads).filter_map(|row| Some((*row.first()?, head(&row)?)))),
        pronouns: around.phrases("pronoun", pronoun),
        genders: around
            .0
            .get("gender")
            .into_iter()
            .flatten()
            .filter_map(|(word, data)| Some((*word, Gender::of(data)?)))
            .collect(),
        openers: around
            .phrases("opener", |data| Opener { number: number(data), fresh: data.contains("fresh") }),
        closers: around.phrases("closer", |data| if data == "else" { Closer::Else } else { Closer::Back }),
        modifiers: around.set("modifier"),
        modifiers_local: around.set("modifier_local"),
        stops: around.phrases("stop", |_| ()),
        person_links: around.set("person_link"),
        body_words: around.set("body_word"),
        name_prefixes: around.set("name_prefix"),
        body_links: around
            .0
            .get("body_link")
            .into_iter()
            .flatten()
            .map(|(word, data)| (*word, body_link(data)))
            .collect(),
        speech: around.set("speech"),
        at: around.set("at"),
        copulas: around.set("copula"),
        ages: around.set("age"),
        office_links: around.set("office_link"),
        war: around.set("war"),
        against: around.set("against"),
        members: around.set("member"),
        fellows: around.phrases("fellow", |_| ()),
        consists: around.phrases("consists", |_| ()),
        examples: around.phrases("example", |_| ()),
        samples: around.set("sample"),
        aliases: around.set("alias"),
        joints: around.set("joint"),
        branches: around.phrases("branch", |data| data == "whole"),
        filled: around.set("filled"),
        stays: around.set("stay"),
        formers: around.set("former"),
        aspirants: around.set("aspirant"),
        led: around.set("led"),
        reasons: around.set("reason"),
        regrets: around.set("regret"),
        tenures: around.phrases("tenure", |_| ()),
        directions: around.set("direction"),
        place_links: around.set("place_link"),
        including: around.set("including"),
        origins: around.set("origin"),
        kin: around.set("kin"),
        again: around.set("again"),
        counsels: around.set("counsel"),
        charges: around.set("charge"),
        controls: around.set("control"),
        official: around.set("official"),
        capitals: around.phrases("capital", |_| ()),
        furniture: around.set("furniture").into_iter().collect(),
    }
}

fn body_link(data: &str) -> BodyLink {
    match data {
        "list" => BodyLink::List,
        "purpose" => BodyLink::Purpose,
        "clause" => BodyLink::Clause,
        _ => BodyLink::Name,
    }
}

fn title(row: &[&'static str]) -> Option<Title> {
    let [_, relation, scope, open, english, ..] = row[..] else { return None };
    Some(Title {
        relation: match relation {
            "leads" => Some(RelationKind::Leads),
            "holds_office" => Some(RelationKind::HoldsOffice),
            "spokesperson_of" => Some(RelationKind::SpokespersonOf),
            "represents" => Some(RelationKind::Represents),
            "member_of" => Some(RelationKind::MemberOf),
            "other" => Some(RelationKind::Other),
            _ => None,
        },
        scope: match scope {
            "state" => Scope::State,
            "body" | "region" => Scope::Body,
            _ => Scope::None,
        },
        region: scope == "region",
        open: open == "+",
        english,
    })
}

fn head(row: &[&'static str]) -> Option<Head> {
    let [_, code, count, flags, ..] = row[..] else { return None };
    let has = |flag: &str| flags.split(' ').any(|f| f == flag);
    Some(Head {
        kind: EntityKind::ALL
            .into_iter()
            .find(|kind| kind.code() == code || *kind == EntityKind::Other && code == "other")?,
        number: number(count),
        inner: has("inner"),
        capital_only: has("cap"),
        classifier: has("classifier"),
        body: has("body"),
        nation: has("nation"),
        alone: has("alone"),
        skip: has("skip"),
        modifies: has("modifies"),
        counter: has("counter"),
        groups: has("groups"),
        country: flags.split(' ').find_map(|flag| flag.strip_prefix("of:")).and_then(Country::new),
        ally: has("ally"),
        represents: has("represents"),
        owned: has("owned"),
        sited: has("sited"),
        like: flags.split(' ').find_map(|flag| flag.strip_prefix("like:")),
    })
}

fn pronoun(data: &'static str) -> Pronoun {
    let mut cells = data.split(' ');
    Pronoun {
        person: if cells.next() == Some("1") { 1 } else { 3 },
        number: number(cells.next().unwrap_or("any")),
        human: data.ends_with("human"),
        gender: data.split(' ').find_map(Gender::of),
        side: data.ends_with("side"),
        land: data.ends_with("land"),
        object: data.split(' ').any(|mark| mark == "object"),
    }
}

fn number(data: &str) -> Number {
    match data.split(' ').next() {
        Some("one") => Number::One,
        Some("many") => Number::Many,
        _ => Number::Any,
    }
}

/// The tag a table writes as its name in Universal Dependencies, in any case.
pub(crate) fn tag(name: &str) -> Option<Tag> {
    Some(match name.to_ascii_uppercase().as_str() {
        "NOUN" => Tag::Noun,
        "PROPN" => Tag::Propn,
        "PRON" => Tag::Pron,
        "VERB" => Tag::Verb,
        "AUX" => Tag::Aux,
        "ADJ" => Tag::Adj,
        "ADV" => Tag::Adv,
        "ADP" => Tag::Adp,
        "CCONJ" => Tag::Cconj,
        "SCONJ" => Tag::Sconj,
        "DET" => Tag::Det,
        "NUM" => Tag::Num,
        "PART" => Tag::Part,
        "PUNCT" => Tag::Punct,
        _ => return None,
    })
}

/// Words and their tags, from `closed.tsv` and `words.tsv`.
pub(crate) fn tags(tables: &[&'static str]) -> BTreeMap<&'static str, Tag> {
    let mut out = BTreeMap::new();
    for table in tables {
        for row in rows(table) {
            if let (Some(word), Some(found)) = (row.first(), row.get(1).and_then(|name| tag(name))) {
                out.entry(*word).or_insert(found);
            }
        }
    }
    out
}
