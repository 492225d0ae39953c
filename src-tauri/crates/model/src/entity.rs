//! Actors, places and things, and the mentions that the text makes of them.

use serde::Serialize;

use crate::{Country, EntityId, Ground, Language, Span};

/// What sort of thing an entity is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A single human being, named or not.
    Person,
    /// Government body, party, armed force, firm, media house, court.
    Organization,
    /// A plural set of people or states: "sekutu Eropa", "para pengunjuk rasa", G7.
    Group,
    /// A state, and Palestine, Kosovo, Taiwan.
    Country,
    /// City, region, sea, continent.
    Place,
    /// A building or installation.
    Facility,
    /// Treaty, article, code.
    Agreement,
    /// A weapon system.
    Weapon,
    /// An unnamed single actor, a forum, a day, a war as a name.
    #[serde(rename = "other_actor")]
    Other,
}

impl EntityKind {
    /// Every kind, in the order of menus and legends.
    pub const ALL: [Self; 9] = [
        Self::Person,
        Self::Organization,
        Self::Group,
        Self::Country,
        Self::Place,
        Self::Facility,
        Self::Agreement,
        Self::Weapon,
        Self::Other,
    ];

    /// The coarse class that ids are made of: kinds that a later reading may mistake for each other share one.
    pub fn class(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization | Self::Group | Self::Other => "actor",
            Self::Country | Self::Place | Self::Facility => "place",
            Self::Agreement | Self::Weapon => "thing",
        }
    }

    /// The annotation format's name: `person`, `organization`, `other_actor` ...
    pub fn code(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Group => "group",
            Self::Country => "country",
            Self::Place => "place",
            Self::Facility => "facility",
            Self::Agreement => "agreement",
            Self::Weapon => "weapon",
            Self::Other => "other_actor",
        }
    }

    /// The kind with this name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// How a mention refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MentionKind {
    /// A proper name: "Carney".
    Name,
    /// A description: "Presiden Ukraina tersebut".
    Nominal,
    /// A pronoun or clitic: "ia", "-nya".
    Pronoun,
}

/// One place in the text that refers to an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// The head word inside them.
    pub head: Span,
    /// How it refers.
    pub kind: MentionKind,
}

/// A name in each language of the interface: "Kanada" and "Canada".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Names {
    /// Indonesian.
    pub id: String,
    /// English.
    pub en: String,
}

impl Names {
    /// The same name in every language, as for people.
    pub fn same(name: impl Into<String>) -> Self {
        let name = name.into();
        Self { id: name.clone(), en: name }
    }

    /// The name a reader of `language` expects.
    pub fn in_language(&self, language: Language) -> &str {
        match language {
            Language::Indonesian => &self.id,
            Language::English | Language::Other => &self.en,
        }
    }
}

/// A pointer into somebody else's register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "register", content = "id", rename_all = "lowercase")]
pub enum Link {
    /// Wikidata item, for example `Q212`.
    Wikidata(String),
    /// GeoNames id.
    Geonames(u32),
}

/// A person, organisation, country, place or thing that the article speaks of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Entity {
    /// Stable id.
    pub id: EntityId,
    /// What it is.
    pub kind: EntityKind,
    /// Canonical name in each language.
    pub names: Names,
    /// Other names, sorted, without the canonical ones.
    pub aliases: Vec<String>,
    /// The state it is or belongs to.
    pub country: Option<Country>,
    /// Office or role in each language, in the words of the article where it has the language, else of a table:
    /// "Presiden Ukraina" and "President of Ukraine".
    pub role: Option<Names>,
    /// Outside registers.
    pub links: Vec<Link>,
    /// Every mention, in text order. Never empty for what was read from a text.
    pub mentions: Vec<Mention>,
    /// Calibrated probability that this is a real entity of this kind, 0 to 1.
    pub confidence: f32,
    /// Where it comes from.
    pub ground: Ground,
}

impl Entity {
    /// The mention at the head of the text, if any.
    pub fn first_mention(&self) -> Option<Mention> {
        self.mentions.first().copied()
    }
}
