//! Text -> Extraction, by pure stages.
//!
//! `detect -> segment (tags) -> mentions -> resolve -> events -> relations -> assemble`. Every stage is a function of what the
//! stages before it found; none reads a file, a clock or a hash table's order, none fails. Words of a language stand in
//! the packs of `lang`, never here.
//!
//! As a library it needs nothing but memory: no file, no clock, no thread; it builds for a browser.
//!
//! ```
//! use extract::model::{EntityId, Role};
//! use extract::{Options, extract};
//!
//! let text = "Menteri Luar Negeri Norwegia Sigrid Halvorsen mengecam Rusia di Oslo pada hari Senin.";
//! let reading = extract(text, &Options { published: "2025-03-05".parse().ok(), ..Options::default() });
//! let name = |id: EntityId| reading.entities.iter().find(|entity| entity.id == id).map(|entity| &*entity.names.en);
//! let event = &reading.events[0];
//! assert_eq!((event.kind.code(), event.trigger.of(text)), ("ACCUSE", "mengecam"));
//! assert_eq!(event.fillers(Role::Source).find_map(name), Some("Sigrid Halvorsen"));
//! assert_eq!(event.fillers(Role::Target).find_map(name), Some("Russia"));
//! assert_eq!(event.ground.cites()[0].span.of(text), text);
//! ```

mod analysis;
mod assemble;
mod detect;
mod events;
mod membership;
mod mentions;
mod published;
mod relations;
mod resolve;
mod segment;
mod world;

/// The nouns that a reading is told in, so that a program needs no other crate.
pub use model;

pub use crate::analysis::{Bond, Contender, Pair, Stance};

use lang::happen::{Graded, Learnt};
use lang::tokenize::tokenize;
use model::{Extraction, Language, PartialDate, Span};

use crate::analysis::{Context, Happening};
use crate::events::Keep;

/// What the reader said about the article; all of it may be left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Read it in this language instead of detecting one.
    pub language: Option<Language>,
    /// The day of publication; else the dateline's.
    pub published: Option<PartialDate>,
    /// Publisher or file.
    pub source: Option<String>,
}

/// The sentences of a text, headlines and datelines among them: disjoint, in text order.
pub fn sentences(text: &str, language: Language) -> Vec<Span> {
    segment::tagged(text, lang::pack(language)).sentences.iter().map(|sentence| sentence.span).collect()
}

/// Reads an article. Never fails: what it is unsure of stands in the notes.
pub fn extract(text: &str, options: &Options) -> Extraction {
    read(text, options, Keep::Worthy, None).0
}

/// The names of the signs that an event's confidence is weighed from.
pub const SIGNS: &[&str] = &events::SIGNS;

/// Weights that a text is read with instead of the language's own.
#[derive(Clone, Copy, Debug)]
pub struct Fitted<'a> {
    /// Of the types of event words.
    pub kinds: &'a Learnt,
    /// Of sources and targets.
    pub arguments: &'a Learnt,
    /// Of modality and voucher.
    pub stances: &'a Learnt,
    /// Of two events that are one.
    pub retold: &'a Learnt,
    /// Of two who stand to one another.
    pub relations: &'a Graded,
}

impl Fitted<'_> {
    /// Nothing learnt.
    pub const NONE: Self = Self {
        kinds: &NOTHING,
        arguments: &NOTHING,
        stances: &NOTHING,
        retold: &NOTHING,
        relations: &NO_CHOICES,
    };
}

static NOTHING: Learnt = Learnt::NONE;
static NO_CHOICES: Graded = Graded::NONE;

/// An event that could be read, worth showing or not, and what speaks for and against it.
#[derive(Clone, Debug)]
pub struct Candidate {
    /// Its first word's span.
    pub trigger: Span,
    /// One number a sign, in the order of [`SIGNS`].
    pub signs: Vec<f32>,
    /// What else speaks for and against it.
    pub marks: Vec<String>,
}

/// Every event that could be read, for fitting the weights; the confidences mean nothing here. Sources, targets and status are read
/// by the weights given, else by the language's own.
pub fn candidates(text: &str, options: &Options, fitted: Option<Fitted<'_>>) -> (Extraction, Vec<Candidate>) {
    let (extraction, rows) = read(text, options, Keep::All, fitted);
    let candidate = |Row { trigger, signs, marks, .. }| Candidate { trigger, signs, marks };
    (extraction, rows.into_iter().map(candidate).collect())
}

/// Every event that could be read, by its trigger, and what may be said of its status, for fitting what [`candidates`] takes. Sources,
/// targets and status are read by the weights given.
pub fn stances(text: &str, options: &Options, fitted: Fitted<'_>) -> (Extraction, Vec<(Span, Stance)>) {
    let (extraction, rows) = read(text, options, Keep::Stances, Some(fitted));
    (extraction, rows.into_iter().map(|row| (row.trigger, row.stance)).collect())
}

/// Every event that could be read, by its words, and the earlier ones that it may tell again, for fitting what [`candidates`] takes.
pub fn pairs(text: &str, options: &Options, fitted: Fitted<'_>) -> Vec<(Vec<Span>, Vec<Pair>)> {
    let rows = read(text, options, Keep::Retold, Some(fitted)).1;
    rows.into_iter().map(|row| (row.words, row.pairs)).collect()
}

/// An article with everyone in it, and all who may stand to one another there. For fitting the weights of relations.
pub fn bonds(text: &str, options: &Options) -> (Extraction, Vec<Bond>) {
    let mut bonds = Vec::new();
    let (extraction, _) = read_with(text, options, Keep::Words, Some(Fitted::NONE), Some(&mut bonds));
    (extraction, bonds)
}

/// Every event word and the signs of its type. For fitting what [`contenders`] takes.
pub fn words(text: &str, options: &Options) -> Vec<(Span, Vec<String>)> {
    let rows = read(text, options, Keep::Words, Some(Fitted::NONE)).1;
    rows.into_iter().map(|row| (row.trigger, row.marks)).collect()
}

/// Every event as the rules read it with these types, and who might be its source and target, each event by its trigger. For fitting
/// what [`candidates`] takes.
pub fn contenders(
    text: &str,
    options: &Options,
    kinds: &Learnt,
) -> (Extraction, Vec<(Span, Vec<Contender>)>) {
    let (extraction, rows) = read(text, options, Keep::Ruled, Some(Fitted { kinds, ..Fitted::NONE }));
    (extraction, rows.into_iter().map(|row| (row.trigger, row.contenders)).collect())
}

/// An article as the rules alone read it, for tests of the rules; what was learnt is tested on annotated articles.
#[cfg(test)]
pub(crate) fn by_rules(text: &str, options: &Options) -> Extraction {
    read(text, options, Keep::Rules, Some(Fitted::NONE)).0
}

/// What was seen of an event before it was weighed.
struct Row {
    trigger: Span,
    /// All its words, the trigger first.
    words: Vec<Span>,
    signs: Vec<f32>,
    marks: Vec<String>,
    contenders: Vec<Contender>,
    stance: Stance,
    pairs: Vec<Pair>,
}

fn read(text: &str, options: &Options, keep: Keep, fitted: Option<Fitted<'_>>) -> (Extraction, Vec<Row>) {
    read_with(text, options, keep, fitted, None)
}

/// Reads an article; where bonds are asked for they take the place of its relations.
fn read_with(
    text: &str,
    options: &Options,
    keep: Keep,
    fitted: Option<Fitted<'_>>,
    bonds: Option<&mut Vec<Bond>>,
) -> (Extraction, Vec<Row>) {
    let mut notes = Vec::new();
    let language = options.language.unwrap_or_else(|| {
        let found = detect::detect(&tokenize(text, 0..text.len(), 0, lang::PACKS[0]));
        notes.extend(found.notes);
        found.language
    });
    let pack = lang::pack(language);
    let published = options.published.or_else(|| published::published(text, pack));
    let mut context = Context::of(text, pack, published);
    if let Some(Fitted { kinds, arguments, stances, retold, relations }) = fitted {
        (context.kinds, context.arguments) = (kinds, arguments);
        (context.stances, context.retold) = (stances, retold);
        context.relations = relations;
    }
    let tagged = segment::tagged(text, context.pack);
    let names = mentions::names(&tagged, &context);
    let evidence = mentions::evidence(&tagged, &names, &context);
    let names = match &evidence {
        Some(evidence) => mentions::heard(names, evidence, &tagged, &context),
        None => names,
    };
    let descriptions = mentions::descriptions(&tagged, &names, &context);
    let offices = mentions::offices(&tagged, &names, &descriptions, &context);
    let (mut actors, standings, doubts) = resolve::resolve(&resolve::Material {
        tagged: &tagged,
        names: &names,
        descriptions: &descriptions,
        offices: &offices,
        evidence: evidence.as_ref(),
        context: &context,
    });
    let standings = relations::relations(&tagged, &actors, standings, &context);
    relations::spread(&mut actors, &standings);
    let standings = match bonds {
        None => relations::weighed(&tagged, &actors, standings, &context),
        Some(bonds) => {
            let (standings, found) = relations::bonds(&tagged, &actors, &standings, &context);
            *bonds = found;
            standings
        }
    };
    let happenings = events::events(&tagged, &actors, &context, keep);
    let row = |found: &Happening| Row {
        trigger: found.trigger,
        words: std::iter::once(found.trigger).chain(found.other_triggers.iter().copied()).collect(),
        signs: found.signs.to_vec(),
        marks: found.marks.clone(),
        contenders: found.contenders.clone(),
        stance: found.stance.clone(),
        pairs: found.pairs.clone(),
    };
    let rows = if keep == Keep::Worthy { Vec::new() } else { happenings.iter().map(row).collect() };
    let extraction = assemble::assemble(
        &tagged, actors, happenings, standings, doubts, notes, language, options, &context,
    );
    (extraction, rows)
}

#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_actors;
#[cfg(test)]
mod tests_arguments;
#[cfg(test)]
mod tests_coreference;
#[cfg(test)]
mod tests_english;
#[cfg(test)]
mod tests_english_actors;
#[cfg(test)]
mod tests_english_again;
#[cfg(test)]
mod tests_english_sides;
#[cfg(test)]
mod tests_kinds;
#[cfg(test)]
mod tests_quantities;
#[cfg(test)]
mod tests_relations;
#[cfg(test)]
mod tests_retold;
#[cfg(test)]
mod tests_sides;
#[cfg(test)]
mod tests_stance;
#[cfg(test)]
mod tests_weighed;
