//! What the stages hand to one another. Indices, not references, so that each stage stays a pure function.

use lang::happen::{Graded, Learnt};
use lang::{Pack, Tag, Token};
use model::{
    Country, EntityKind, Link, Mention, Modality, Mode, Names, PartialDate, Plover, Quantity, RelationKind,
    Role, Span,
};

/// A text cut into sentences and tokens, tagged.
#[derive(Clone, Debug)]
pub(crate) struct Tagged {
    /// Sentences in order; headline and dateline are sentences of their own.
    pub(crate) sentences: Vec<Sentence>,
    /// All tokens in order.
    pub(crate) tokens: Vec<Token>,
}

impl Tagged {
    /// Whether a verb or what stands before one follows here in the same sentence: the name before is its subject, as in
    /// "Selain dari Oslo ke Bergen, Peru juga membuka".
    pub(crate) fn goes_on(&self, at: usize) -> bool {
        let before = at.checked_sub(1).and_then(|before| self.tokens.get(before));
        let next = self.tokens.get(at).filter(|next| before.is_some_and(|t| t.sentence == next.sentence));
        next.is_some_and(|next| matches!(next.tag, Tag::Verb | Tag::Adv | Tag::Aux))
    }
}

/// One sentence.
#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub(crate) span: Span,
    /// Its tokens: indices into [`Tagged::tokens`], end exclusive.
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// Whether it is the headline, a "Baca juga" line, a dateline: read with other rules or not at all.
    pub(crate) kind: SentenceKind,
    /// Whether it is written in title case ("Norwegia Kecam Peru di Hari Terakhir"), where capitals say nothing.
    pub(crate) title_case: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SentenceKind {
    Body,
    Headline,
    /// "Baca juga: ...", machine-written summaries after `---`, bylines: no events are read from these.
    Furniture,
}

/// Index into [`Actors::referents`].
pub(crate) type Referent = usize;

/// Everyone and everything the text speaks of, after coreference and linking.
#[derive(Clone, Debug, Default)]
pub(crate) struct Actors {
    pub(crate) referents: Vec<Draft>,
    /// All mentions, sorted by start, then longest first. Mentions of different referents may nest.
    pub(crate) mentions: Vec<Found>,
}

/// An entity in the making.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) kind: EntityKind,
    pub(crate) names: Names,
    pub(crate) aliases: Vec<String>,
    pub(crate) country: Option<Country>,
    pub(crate) role: Option<Names>,
    pub(crate) links: Vec<Link>,
    pub(crate) confidence: f32,
    /// Whether any mention is a name. An unnamed one that takes part in nothing is dropped at the end.
    pub(crate) named: bool,
}

/// A mention and whom it means.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) mention: Mention,
    /// Its tokens: indices into [`Tagged::tokens`], end exclusive.
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) referent: Referent,
    /// Name of the rule that found it.
    pub(crate) rule: &'static str,
    /// For a capital or seat that stands for its government ("Kyiv bekerja sama"): the country it acts as, already a referent.
    pub(crate) acts_as: Option<Referent>,
}

/// An event in the making.
#[derive(Clone, Debug)]
pub(crate) struct Happening {
    pub(crate) kind: Plover,
    pub(crate) mode: Option<Mode>,
    pub(crate) trigger: Span,
    pub(crate) other_triggers: Vec<Span>,
    pub(crate) label: String,
    pub(crate) roles: Vec<(Role, Referent)>,
    pub(crate) when_words: Option<Span>,
    pub(crate) when_date: Option<PartialDate>,
    pub(crate) place: Option<Referent>,
    pub(crate) modality: Modality,
    pub(crate) attributed_to: Option<Referent>,
    pub(crate) quantities: Vec<Quantity>,
    pub(crate) confidence: f32,
    /// What the confidence was weighed from.
    pub(crate) signs: crate::events::Signs,
    /// What else speaks for and against it, where that was asked for.
    pub(crate) marks: Vec<String>,
    /// Who might have been its source or target, where that was asked for.
    pub(crate) contenders: Vec<Contender>,
    /// What might be said of its status, where that was asked for.
    pub(crate) stance: Stance,
    /// Earlier events that it may tell again, where that was asked for.
    pub(crate) pairs: Vec<Pair>,
    /// Sentences that say so (indices), with the rule.
    pub(crate) evidence: Vec<(usize, &'static str)>,
}

/// Somebody who may be source or target of an event, or nobody, for fitting [`lang::happen::Learnt`].
#[derive(Clone, Debug, PartialEq)]
pub struct Contender {
    /// Whether it is for the event's target, else for its source.
    pub target: bool,
    /// Where each of those meant is first mentioned; empty for nobody.
    pub who: Vec<Span>,
    /// What speaks for and against them.
    pub signs: Vec<String>,
}

/// An earlier event of one type with a later one, for fitting [`lang::happen::Learnt`].
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The earlier one's trigger.
    pub earlier: Span,
    /// What speaks for and against their being one.
    pub signs: Vec<String>,
}

/// Two who may stand to one another, for fitting [`lang::happen::Graded`].
#[derive(Clone, Debug, PartialEq)]
pub struct Bond {
    /// Where subject and object are first mentioned.
    pub ends: [Span; 2],
    /// Whether symmetric relations of the two are told here, not of the object with the subject.
    pub first: bool,
    /// What the rules tell of them.
    pub ruled: Vec<RelationKind>,
    /// What speaks for and against a relation.
    pub signs: Vec<String>,
}

/// What may be said of an event's status, for fitting [`lang::happen::Learnt`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stance {
    /// Each modality, with what speaks for and against it.
    pub modalities: Vec<(Modality, Vec<String>)>,
    /// Who may vouch for it, nobody among them.
    pub vouchers: Vec<Contender>,
}

/// A relation in the making.
#[derive(Clone, Debug)]
pub(crate) struct Standing {
    pub(crate) kind: RelationKind,
    pub(crate) subject: Referent,
    pub(crate) object: Referent,
    pub(crate) confidence: f32,
    pub(crate) evidence: (usize, &'static str),
}

/// What every stage may look at beside its input.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    /// The article, byte for byte.
    pub(crate) text: &'a str,
    /// The language it is read in.
    pub(crate) pack: &'static Pack,
    /// The day it was published, if known.
    pub(crate) published: Option<PartialDate>,
    /// What the signs of an event word's type are worth.
    pub(crate) kinds: &'a Learnt,
    /// What the signs of sources and targets are worth.
    pub(crate) arguments: &'a Learnt,
    /// What the signs of modality and voucher are worth.
    pub(crate) stances: &'a Learnt,
    /// What the signs are worth that two events are one.
    pub(crate) retold: &'a Learnt,
    /// What the signs are worth of two who may stand to one another.
    pub(crate) relations: &'a Graded,
}

impl<'a> Context<'a> {
    /// A text in a language, with that language's own weights.
    pub(crate) fn of(text: &'a str, pack: &'static Pack, published: Option<PartialDate>) -> Self {
        let happen = (pack.happen)();
        Self {
            text,
            pack,
            published,
            kinds: happen.kinds(),
            arguments: happen.arguments(),
            stances: happen.stances(),
            retold: happen.retold(),
            relations: happen.relations(),
        }
    }
}
