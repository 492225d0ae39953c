//! Tokens and what the packs say about them.

use model::Span;

/// One word, clitic, number or punctuation mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Token {
    /// Its bytes. Clitics are tokens of their own: "dukungannya" is "dukungan" + "nya", "Carney's" is "Carney" + "'s".
    pub span: Span,
    /// The words in lower case, curly quotes made straight; for table look-ups only.
    pub lower: Box<str>,
    /// How it is written.
    pub shape: Shape,
    /// Whether its first character is a capital letter.
    pub capital: bool,
    /// Part of speech.
    pub tag: Tag,
    /// Dictionary form: Indonesian verbs by their meN- form or bare root as the pack's tables have it, English by lemma.
    pub lemma: Box<str>,
    /// Voice of a verb, from its affixes (di-, ter-, ke-an) or from its auxiliary (English); `None` for non-verbs.
    pub voice: Option<Voice>,
    /// The form of a verb in its sentence; `None` for non-verbs and where forms do not tell ("menyerang").
    pub form: Option<Form>,
    /// Index of its sentence.
    pub sentence: u32,
}

/// How a token is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// "dukungan"
    Lower,
    /// "Carney", "McDonald", "Al-Jazeera"
    Capital,
    /// "NATO", "AS", "U.S."
    Upper,
    /// Digits, with separators: "47", "1.200", "2025"
    Number,
    /// Anything that is no letter and no digit.
    Punct,
    /// A clitic split from its host: "nya", "lah", "'s".
    Clitic,
    /// Anything else: "F-16", "@nama", "ke-7".
    Mixed,
}

/// Parts of speech, after Universal Dependencies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Common noun.
    Noun,
    /// Proper noun.
    Propn,
    /// Pronoun.
    Pron,
    /// Verb.
    Verb,
    /// Auxiliary and modal: akan, telah, bisa; will, has.
    Aux,
    /// Adjective.
    Adj,
    /// Adverb.
    Adv,
    /// Preposition.
    Adp,
    /// Coordinating conjunction.
    Cconj,
    /// Subordinating conjunction: bahwa, yang, ketika; that, when.
    Sconj,
    /// Determiner: itu, ini, para, tersebut; the, this.
    Det,
    /// Number.
    Num,
    /// Negation and other particles: tidak, bukan, belum; not.
    Part,
    /// Punctuation.
    Punct,
    /// Unknown.
    Other,
}

/// Who is the grammatical subject of a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// The agent: meN-, ber-, bare; "attacked".
    Active,
    /// The patient: di-, ter-, ke-an; "was attacked".
    Passive,
}

/// The forms of a verb that decide which verbs can share a subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// "attacked", "fell", as the verb of a clause.
    Past,
    /// "attacks".
    Present,
    /// "attack" without anything before it that says more: "they attack", "and attack".
    Stem,
    /// Behind a modal: "will attack", "did attack".
    Modal,
    /// Behind "be" or "have": "was attacked", "has attacked", "is attacking".
    Compound,
    /// "to attack".
    Infinitive,
    /// "attacking".
    Ing,
    /// A participle that stands for a clause: "soldiers led by Reis".
    Participle,
}

impl Form {
    /// Whether it is the verb of a clause of its own, with a subject before it.
    #[must_use]
    pub fn finite(self) -> bool {
        matches!(self, Self::Past | Self::Present | Self::Modal | Self::Compound)
    }
}
