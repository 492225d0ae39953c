//! What crosses to the interface: camelCase, string ids, no u64, offsets in **UTF-16 code units**.
//!
//! Every call of the interface answers with a whole [`Snapshot`]. `ui/src/bindings/` is generated from this file by
//! the test `the_bindings_are_what_the_wire_says`.

mod command;
mod editing;

use draw::Scene;
use serde::{Deserialize, Serialize};

#[cfg(test)]
use ts_rs::TS;

pub use crate::wire_picture::{Picture, PictureFormat, PictureTheme, Preview, Scope, Shape, Words};
pub use command::{CheckMark, ClaimPart, Command, Layout, Rule};
pub use editing::{Done, Field, History, Merged, Reason, Suggestion, Touched};

/// Everything the window shows.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Snapshot {
    /// Grows by one with every change.
    pub revision: u32,
    /// Every open article, in the order of opening.
    pub shelf: Vec<Shelved>,
    /// The article on view.
    pub article: Article,
    /// Sentences, in order.
    pub sentences: Vec<Range>,
    /// Actors, places and things, in the order of first mention; deleted ones are left out.
    pub entities: Vec<Entity>,
    /// Happenings, in the order of their triggers.
    pub events: Vec<Event>,
    /// Standing relations.
    pub relations: Vec<Relation>,
    /// What the reading was unsure of.
    pub notes: Vec<Note>,
    /// How the drawing is put in order.
    pub layout: Layout,
    /// Id of the node that the reader put in the middle of a radial layout, or of what it has gone into; none where that is
    /// not there any more.
    pub focus: Option<String>,
    /// The drawing.
    pub scene: Scene,
    /// What the reader has said about nodes and claims, in the order of their ids.
    pub touched: Vec<Touched>,
    /// Nodes that may be one, the surest first.
    pub suggestions: Vec<Suggestion>,
    /// The rules that hold for every article opened from now on.
    pub rules: Vec<Rule>,
    /// What can be undone and redone.
    pub history: History,
}

/// An article that is open.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Shelved {
    /// Article id.
    pub id: String,
    /// Headline or first words.
    pub name: String,
}

/// A stretch of the article's text: UTF-16 code units, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
pub struct Range {
    /// First unit.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// The text and what is known about it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Article {
    /// Id.
    pub id: String,
    /// Headline or first words, at most about 60 characters.
    pub name: String,
    /// The headline inside the text.
    pub title: Option<Range>,
    /// The text.
    pub text: String,
    /// `id`, `en` or `und`.
    pub language: String,
    /// Whether the reader chose the language.
    pub language_set: bool,
    /// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    pub published: Option<String>,
    /// Whether the reader set the date (else the dateline says it).
    pub published_set: bool,
    /// Publisher or file.
    pub source: Option<String>,
    /// Whether it is the sample that ships with the app.
    pub sample: bool,
}

/// An actor, place or thing.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Entity {
    /// Id.
    pub id: String,
    /// `person`, `organization`, `group`, `country`, `place`, `facility`, `agreement`, `weapon`, `other_actor`.
    pub kind: String,
    /// Name in the interface's language, or as the reader renamed it.
    pub name: String,
    /// Whether the reader renamed it.
    pub renamed: bool,
    /// Other names.
    pub aliases: Vec<String>,
    /// The state it is or belongs to.
    pub country: Option<Country>,
    /// Office or role.
    pub role: Option<String>,
    /// Where it lies, of a place that the tables know.
    pub point: Option<Point>,
    /// Every mention in text order.
    pub mentions: Vec<Mention>,
    /// 0 to 1.
    pub confidence: f32,
    /// Where it comes from.
    pub ground: Ground,
}

/// A point on the globe, in degrees, to a hundredth. Of a region or a sea it is near the middle.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Point {
    /// North is positive.
    pub latitude: f32,
    /// East is positive.
    pub longitude: f32,
}

/// A country for the eye.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Country {
    /// ISO 3166-1 alpha-3.
    pub code: String,
    /// Name in the interface's language.
    pub name: String,
}

/// One mention.
#[derive(Clone, Copy, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Mention {
    /// Where.
    pub range: Range,
    /// How it refers.
    pub kind: MentionKind,
    /// Index of its sentence.
    pub sentence: u32,
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum MentionKind {
    /// A proper name.
    Name,
    /// A description.
    Nominal,
    /// A pronoun.
    Pronoun,
}

/// A happening.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Event {
    /// Id.
    pub id: String,
    /// PLOVER code, `CONSULT`.
    pub code: String,
    /// PLOVER mode, `visit`.
    pub mode: Option<String>,
    /// Quad class; none for OTHER.
    pub quad: Option<Quad>,
    /// A plain verb: the article's words, or the reader's.
    pub label: String,
    /// The trigger and its repetitions, in text order.
    pub triggers: Vec<Range>,
    /// Who plays which part.
    pub roles: Vec<RoleFiller>,
    /// The article's words for the time, as they stand in the text.
    pub when_words: Option<String>,
    /// What they come to: `YYYY[-MM[-DD]]`.
    pub when_date: Option<String>,
    /// Entity id.
    pub place: Option<String>,
    /// Whether it happened.
    pub modality: Modality,
    /// Entity id of who vouches for it.
    pub attributed_to: Option<String>,
    /// Numbers that belong to it, in text order.
    pub quantities: Vec<Quantity>,
    /// 0 to 1; solid from 0.5.
    pub confidence: f32,
    /// Where it comes from.
    pub ground: Ground,
}

/// A number in the text that belongs to an event.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Quantity {
    /// What is counted.
    pub kind: QuantityKind,
    /// The article's words, with what they count or the currency.
    pub words: String,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum QuantityKind {
    /// People killed.
    Dead,
    /// People hurt.
    Injured,
    /// Money.
    Money,
    /// How many were taken, sent or hit.
    Count,
}

/// Quad class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum Quad {
    /// Words that bring together.
    VerbalCooperation,
    /// Deeds that bring together.
    MaterialCooperation,
    /// Words against.
    VerbalConflict,
    /// Deeds against.
    MaterialConflict,
}

/// Whether it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum Modality {
    /// Told as fact.
    Actual,
    /// Scheduled or intended.
    Planned,
    /// Possible or conditional.
    Hypothetical,
    /// Demanded.
    CalledFor,
    /// Said not to have happened.
    Negated,
}

/// One entity in one part.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct RoleFiller {
    /// The part.
    pub role: Role,
    /// Entity id.
    pub entity: String,
}

/// A part in an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum Role {
    /// Who acts.
    Source,
    /// Who or what is acted on.
    Target,
    /// Anything else.
    Participant,
}

/// A standing relation.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Relation {
    /// Id.
    pub id: String,
    /// `leads`, `holds_office`, `member_of`, `located_in`, `part_of`, `represents`, `spokesperson_of`, `capital_of`, `ally_of`, `at_war_with`, `other`.
    pub kind: String,
    /// Entity id.
    pub subject: String,
    /// Entity id.
    pub object: String,
    /// 0 to 1.
    pub confidence: f32,
    /// Where it comes from.
    pub ground: Ground,
}

/// Where a claim comes from.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Ground {
    /// By whom.
    pub by: GroundBy,
    /// The sentences that say so, in text order.
    pub cites: Vec<Cite>,
    /// Table or file, where it is not the text.
    pub table: Option<String>,
}

/// By whom a claim is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum GroundBy {
    /// Read from the text.
    Text,
    /// The reader.
    Reader,
    /// A file.
    Import,
    /// A table.
    Knowledge,
}

/// A quote.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Cite {
    /// The sentence or sentences.
    pub range: Range,
    /// Index of the first sentence, from 0.
    pub sentence: u32,
    /// Name of the rule that read it.
    pub rule: String,
}

/// Something to know about the reading.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(tag = "note", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Note {
    /// No pack for this language.
    UnknownLanguage,
    /// Malay.
    Malay,
    /// More than one language.
    MixedLanguages,
    /// Too short to be sure.
    ShortText,
    /// Time words without a date to count from.
    UndatedWords {
        /// Where.
        range: Range,
    },
    /// A table's candidate.
    CountryCandidate {
        /// Entity id.
        entity: String,
        /// The candidate.
        country: Country,
        /// The table.
        table: String,
    },
    /// Several meanings.
    Ambiguous {
        /// Where.
        range: Range,
    },
    /// Nothing happened.
    NoEvents,
}

/// A picture that was written.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Written {
    /// Where.
    pub path: String,
    /// Size of the file in bytes.
    pub bytes: u32,
}

/// What went wrong. The interface writes the sentence.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(tag = "code", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Fault {
    /// Nothing but blanks.
    EmptyText,
    /// Bytes that are no text: a picture, a PDF, a program.
    NotText,
    /// Not UTF-8.
    InvalidUtf8 {
        /// Index of the first bad byte, from 0.
        at: u32,
    },
    /// Over the limit.
    TooLarge {
        /// Bytes allowed.
        limit: u32,
        /// Bytes given.
        size: f64,
    },
    /// A pasted web address. Nothing is ever fetched.
    WebAddress,
    /// A file cannot be read.
    Unreadable {
        /// Which.
        path: String,
    },
    /// A file cannot be written; nothing was left behind.
    Unwritable {
        /// Which.
        path: String,
        /// Why.
        reason: WriteFailure,
    },
    /// The date does not exist or is written in another way.
    BadDate {
        /// What was given.
        text: String,
    },
    /// A name that is blank or too long.
    BadName {
        /// Characters allowed.
        limit: u32,
    },
    /// The thing is not, or no longer, there.
    NotFound {
        /// Its id.
        id: String,
    },
    /// The change makes no sense on what it is about: a kind that does not exist, a part that nobody holds.
    BadEdit,
    /// No words of the article are meant.
    BadQuote,
    /// The reader ended the composing of the figure.
    Stopped,
    /// The file with the reader's edits is damaged. It was kept under another name.
    DamagedEdits {
        /// Where it is now.
        path: String,
        /// How many edits could be read.
        kept: u32,
    },
    /// The picture would be too large to draw.
    PictureTooLarge {
        /// Pixels allowed on a side.
        limit: u32,
    },
}

/// Why a file could not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub enum WriteFailure {
    /// No permission.
    Denied,
    /// The folder is not there.
    NoFolder,
    /// No space left.
    DiskFull,
    /// The path is a folder.
    IsFolder,
    /// Anything else.
    Failed,
}

/// What the app is and whose work it stands on.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct About {
    /// Version of the app.
    pub version: String,
    /// Code, data, fonts and methods, with their licences.
    pub credits: Vec<Credit>,
    /// Libraries in the program, in the order of names.
    pub libraries: Vec<Library>,
}

/// A library in the program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Library {
    /// For example `serde`.
    pub name: String,
    /// For example `1.0.228`.
    pub version: String,
    /// SPDX expression, as its author gives it; empty where none is given.
    pub licence: String,
}

/// One source.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(TS))]
#[serde(rename_all = "camelCase")]
pub struct Credit {
    /// Code of the locale that says what of it is used, for example `geonames`.
    pub code: String,
    /// For example `GeoNames`.
    pub name: String,
    /// For example `CC BY 4.0`.
    pub licence: String,
    /// The notice in full, as it lies in LICENSES.
    pub notice: String,
}
