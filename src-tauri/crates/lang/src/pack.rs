//! What a language pack is: tables and a few functions. `extract` asks packs, it knows no words itself.

use std::collections::{BTreeMap, BTreeSet};

use model::{Country, EntityKind, Language, RelationKind};

use crate::table::Phrases;
use crate::{Tag, Token, Voice};

/// A language, as data and a few functions.
#[derive(Debug)]
pub struct Pack {
    /// Which one.
    pub language: Language,
    /// On which side of a noun its modifiers stand.
    pub order: Order,
    /// Frequent words, for telling languages apart.
    pub markers: fn() -> &'static BTreeSet<&'static str>,
    /// Words of a close relative that is read with this pack under a note: Malay for Indonesian. Empty for most.
    pub relative: fn() -> &'static BTreeSet<&'static str>,
    /// Abbreviations that keep their dot, folded, without it: "st", "dr".
    pub abbreviations: fn() -> &'static BTreeSet<&'static str>,
    /// Where a word falls into host and clitics: byte offsets inside the word, rising. Empty for most words.
    pub clitics: fn(&str) -> Vec<usize>,
    /// The tag of a folded word by itself: closed words, the lexicon, then its affixes. `None` if nothing is known.
    pub tag: fn(&str) -> Option<Tag>,
    /// Whether a folded word is an ordinary word of the language when it stands in lower case.
    pub common: fn(&str) -> bool,
    /// Dictionary form and voice of a folded word tagged as a verb.
    pub verb: fn(&str) -> (Box<str>, Voice),
    /// The plural's or the reduplication's singular: "negara-negara" is "negara"; `None` if it is no plural.
    pub singular: fn(&str) -> Option<&str>,
    /// A last look at the tags of a whole sentence, where words alone say too little: "attack" as noun or verb.
    pub refine: fn(&mut [Token]),
    /// Who and what: the words around names.
    pub terms: fn() -> &'static Terms,
    /// What happened: event words, and the small words around them.
    pub happen: fn() -> &'static crate::happen::Happen,
    /// How numbers and amounts are written.
    pub numbers: fn() -> &'static crate::numbers::Numbers,
}

impl Pack {
    /// The words around names.
    pub fn words(&self) -> &'static Terms {
        (self.terms)()
    }
}

/// Where the modifiers of a noun stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// "pasukan Israel", "Presiden Rusia"
    HeadFirst,
    /// "Israeli forces", "Russian President"
    HeadLast,
}

/// The words around names, by what they do. Phrases are folded.
#[derive(Debug)]
pub struct Terms {
    /// "presiden", "menteri luar negeri", "juru bicara": offices and callings that stand before a name.
    pub titles: Phrases<Title>,
    /// "mantan", "wakil": words that may open a title.
    pub title_openers: BTreeSet<&'static str>,
    /// "jenderal", "dr", "bapak": said with a name, never part of it and never a description of their own.
    pub honorifics: BTreeSet<&'static str>,
    /// "berinisial", "bernama": a person's name or initials follow.
    pub named: BTreeSet<&'static str>,
    /// "pasukan", "warga", "perjanjian", "kota": nouns that can stand for an entity.
    pub heads: Phrases<Head>,
    /// "ia", "mereka", "nya".
    pub pronouns: Phrases<Pronoun>,
    /// "mrs", "spokesman", "mother": words that tell of a person whether it is a woman or a man.
    pub genders: BTreeMap<&'static str, Gender>,
    /// "sejumlah", "seorang", "para", "dua": words that open a description.
    pub openers: Phrases<Opener>,
    /// "tersebut", "itu", "lainnya": words that close a description.
    pub closers: Phrases<Closer>,
    /// Adjectives and nouns that may stand inside a description: "setempat", "bersenjata".
    pub modifiers: BTreeSet<&'static str>,
    /// Those of them that say "of this place": "setempat".
    pub modifiers_local: BTreeSet<&'static str>,
    /// Capitalised words that name no actor: months, days, feasts, tongues.
    pub stops: Phrases<()>,
    /// Words that may stand in lower case inside a person's name: "bin", "al".
    pub person_links: BTreeSet<&'static str>,
    /// Words that only organisations have in their names: "university", "tbk".
    pub body_words: BTreeSet<&'static str>,
    /// Articles that a hyphen ties to a name: "al" in "al-Assad".
    pub name_prefixes: BTreeSet<&'static str>,
    /// Words that may stand in lower case inside an organisation's name: "dan", "untuk", "of".
    pub body_links: BTreeMap<&'static str, BodyLink>,
    /// Verbs whose subject speaks: "kata", "ujar", "menegaskan".
    pub speech: BTreeSet<&'static str>,
    /// Prepositions before places: "di", "ke", "dari".
    pub at: BTreeSet<&'static str>,
    /// Those of them that say where a thing is, not where it goes: "di".
    pub stays: BTreeSet<&'static str>,
    /// "adalah", "merupakan": what follows is said of the subject and refers to nobody by itself.
    pub copulas: BTreeSet<&'static str>,
    /// "berusia": an age follows.
    pub ages: BTreeSet<&'static str>,
    /// "di", "untuk" between an office and its body: "Duta Besar Chad untuk PBB".
    pub office_links: BTreeSet<&'static str>,
    /// Words that say two are at war when both are named: "perang", "invasi".
    pub war: BTreeSet<&'static str>,
    /// "ke", "melawan", "dengan": between the two sides of a war.
    pub against: BTreeSet<&'static str>,
    /// "dari": between a person and their body.
    pub members: BTreeSet<&'static str>,
    /// Who belongs to the body behind it: "anggota", "member of".
    pub fellows: Phrases<()>,
    /// Between a body and the list of its members: "terdiri dari".
    pub consists: Phrases<()>,
    /// Before examples: "seperti", "namely".
    pub examples: Phrases<()>,
    /// Those of them before which more may be meant than are told: "seperti".
    pub samples: BTreeSet<&'static str>,
    /// "alias": another name of the same follows.
    pub aliases: BTreeSet<&'static str>,
    /// "sekaligus": between two offices of one holder.
    pub joints: BTreeSet<&'static str>,
    /// "sayap militer", "anak perusahaan": part of the body behind it; the body's whole where so marked ("induk").
    pub branches: Phrases<bool>,
    /// Those title openers that say an office is held no more: "mantan".
    pub formers: BTreeSet<&'static str>,
    /// Those that say it is not held yet: "calon".
    pub aspirants: BTreeSet<&'static str>,
    /// "dipimpin": between a body and who leads it.
    pub led: BTreeSet<&'static str>,
    /// "atas", "karena": before what somebody is thanked, praised or blamed for.
    pub reasons: BTreeSet<&'static str>,
    /// "maaf": what somebody is sorry for is their own.
    pub regrets: BTreeSet<&'static str>,
    /// "saat itu", "nonaktif": between an office and its holder.
    pub tenures: Phrases<()>,
    /// "dijabat", "ditempati": between an office and who fills it.
    pub filled: BTreeSet<&'static str>,
    /// "utara", "selatan": part of a place's name when capitalised behind it.
    pub directions: BTreeSet<&'static str>,
    /// "sebelah", "pusat": may stand between a thing and the place it lies in.
    pub place_links: BTreeSet<&'static str>,
    /// "khususnya", "termasuk": parts of a place follow.
    pub including: BTreeSet<&'static str>,
    /// "asal", "kelahiran": between somebody and where they are from.
    pub origins: BTreeSet<&'static str>,
    /// "istri", "pendiri", "pendahulu": who stands to another as they say.
    pub kin: BTreeSet<&'static str>,
    /// "man", "suspect", "prisoners": nouns that with an article mostly mean somebody told of before.
    pub again: BTreeSet<&'static str>,
    /// "lawyer", "attorneys": who speak for whose they are.
    pub counsels: BTreeSet<&'static str>,
    /// Verbs that name somebody and then, behind "of", what of him: "accuse", "warn".
    pub charges: BTreeSet<&'static str>,
    /// Verbs whose object does what an infinitive behind it says: "persuade", "force".
    pub controls: BTreeSet<&'static str>,
    /// "agency", "commission": in the names of bodies of a state where its name stands before.
    pub official: BTreeSet<&'static str>,
    /// "ibu kota"
    pub capitals: Phrases<()>,
    /// Words of furniture lines, as the beginning of a folded line: "baca juga".
    pub furniture: Vec<&'static str>,
}

/// An office or calling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// What it makes of its holder; `None` for callings that tie a person to nothing.
    pub relation: Option<RelationKind>,
    /// What it is held in.
    pub scope: Scope,
    /// Whether what it is held in is a region, whose name stands right behind it: "bupati".
    pub region: bool,
    /// Whether more words of the office may follow: "menteri" + "perdagangan".
    pub open: bool,
    /// The office in English: "President".
    pub english: &'static str,
}

/// What an office is held in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Of a country: without one beside it, the text's own.
    State,
    /// Of an organisation, place or country.
    Body,
    /// Of nothing.
    None,
}

/// A noun that can stand for an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// What it stands for.
    pub kind: EntityKind,
    /// One or many.
    pub number: Number,
    /// Whether a capitalised name begins with it: "Kementerian Luar Negeri", "Jalur Gaza", against "kota Kyiv".
    pub inner: bool,
    /// Whether it stands for something only as part of a capitalised name.
    pub capital_only: bool,
    /// Whether it adds nothing to the name beside it: "kota Kyiv" is Kyiv.
    pub classifier: bool,
    /// Whether it is a body of the state whose name stands beside it: "militer Rusia" is part of Russia.
    pub body: bool,
    /// Whether it is the people of the country beside it: "warga Palestina".
    pub nation: bool,
    /// Whether it may stand without a modifier: "polisi", against "kelompok".
    pub alone: bool,
    /// Whether names only begin behind it: "KTT APEC".
    pub skip: bool,
    /// Whether it mostly modifies another noun: "operasi militer".
    pub modifies: bool,
    /// Whether it only counts what follows: "194 orang WNI".
    pub counter: bool,
    /// Whether a name beside it is a group's own: "kelompok Hamas".
    pub groups: bool,
    /// The state it always belongs to, whatever stands beside it: "WNI".
    pub country: Option<Country>,
    /// Whether it is allied with the state beside it: "sekutu".
    pub ally: bool,
    /// Whether its people speak for the state beside it: "delegasi".
    pub represents: bool,
    /// Whether a person beside it is whose they are: "keluarga Rina", not "warga Rina".
    pub owned: bool,
    /// Whether such a body stands in a place of its own: "universitas", "kedutaan besar".
    pub sited: bool,
    /// A head that means the same with a country beside it: "pasukan Israel" is "militer Israel".
    pub like: Option<&'static str>,
}

/// One or many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// A single thing.
    One,
    /// Several.
    Many,
    /// Not said.
    Any,
}

/// Whether a person is a woman or a man, as far as words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gender {
    /// "she", "Mrs", "Angela".
    Female,
    /// "he", "Mr", "Vladimir".
    Male,
}

impl Gender {
    /// From a table's letter: "f" or "m".
    pub(crate) fn of(code: &str) -> Option<Self> {
        match code {
            "f" => Some(Self::Female),
            "m" => Some(Self::Male),
            _ => None,
        }
    }
}

/// A pronoun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pronoun {
    /// Grammatical person: 1 or 3.
    pub person: u8,
    /// One or many.
    pub number: Number,
    /// Whether it can only be a person.
    pub human: bool,
    /// "he", "she": whom alone it can mean.
    pub gender: Option<Gender>,
    /// Whether it is never a subject, so that its clause's subject is somebody else: "him".
    pub object: bool,
    /// For "pihaknya": stands for the body or the state that the one it points to speaks for, else for him.
    pub side: bool,
    /// For "negaranya": stands for the country of the one it points to.
    pub land: bool,
}

/// A small word inside an organisation's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BodyLink {
    /// Joins the fields of a body: "Kementerian Hukum dan Hak Asasi Manusia".
    List,
    /// Says what it is for: "Dana PBB untuk Anak-anak".
    Purpose,
    /// Part of a foreign name: "Bank of England".
    Name,
    /// Opens the clause that names a coalition: "Koalisi yang Bersedia".
    Clause,
}

/// A word that opens a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Opener {
    /// One or many.
    pub number: Number,
    /// Whether it brings somebody new: "seorang", "sejumlah".
    pub fresh: bool,
}

/// A word that closes a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closer {
    /// Points back: "tersebut".
    Back,
    /// Somebody else: "lainnya".
    Else,
}
