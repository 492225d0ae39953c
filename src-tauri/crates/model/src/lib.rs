//! The nouns of Wartagraf: text, span, mention, entity, event, relation, evidence, time.
//!
//! Everything else in the workspace speaks in these types. The crate never reads a file or a clock, never
//! changes a text, and knows nothing of languages, graphs or drawings.
//!
//! Units: every offset is a **byte** of the article's text as it was given (UTF-8, nothing normalised).

mod article;
mod country;
mod entity;
mod event;
mod extraction;
mod ground;
mod id;
mod span;
mod time;

pub use article::{Article, Language};
pub use country::Country;
pub use entity::{Entity, EntityKind, Link, Mention, MentionKind, Names};
pub use event::{Event, Modality, Mode, Plover, Quad, Quantity, QuantityKind, Role, RoleFiller, When};
pub use extraction::{Extraction, Note};
pub use ground::{Cite, Evidence, Ground};
pub use id::{ArticleId, EntityId, EventId, RelationId};
pub use relation::{Relation, RelationKind};
pub use span::Span;
pub use time::{NoDate, PartialDate};

mod relation;
