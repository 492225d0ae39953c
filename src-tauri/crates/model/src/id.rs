//! Stable ids: hashes of the article, the kind class and the first mention. Never drawn from a counter or a clock.

use serde::{Serialize, Serializer};
use sha2::{Digest, Sha256};
use std::fmt;

use crate::Span;

/// The first eight bytes of the SHA-256 of what is fed in, each part closed by its length.
fn digest(parts: &[&[u8]]) -> u64 {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update(part);
        hash.update((part.len() as u64).to_le_bytes());
    }
    let sum = hash.finalize();
    sum.iter().take(8).fold(0, |acc, byte| acc << 8 | u64::from(*byte))
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        ///
        /// Written as a letter and sixteen hexadecimal digits, on the wire and in files.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u64);

        impl $name {
            /// The id of what the reader added to this article by the edit at this place of the log.
            pub fn by_reader(article: ArticleId, edit: u32) -> Self {
                Self(digest(&[&article.0.to_le_bytes(), b"reader", $letter.as_bytes(), &edit.to_le_bytes()]))
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!($letter, "{:016x}"), self.0)
            }
        }

        impl std::str::FromStr for $name {
            type Err = ();

            fn from_str(text: &str) -> Result<Self, ()> {
                let digits = text.strip_prefix($letter).filter(|rest| rest.len() == 16).ok_or(())?;
                u64::from_str_radix(digits, 16).map(Self).map_err(|_| ())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}

id!(
    /// An article, by the SHA-256 of its text.
    ArticleId, "a"
);
id!(
    /// An actor, place or thing, by its article, kind class and first mention.
    EntityId, "e"
);
id!(
    /// A happening, by its article and first trigger.
    EventId, "v"
);
id!(
    /// A standing relation, by its article, kind, subject and object.
    RelationId, "r"
);

impl ArticleId {
    /// The id of the article with this text.
    pub fn of(text: &str) -> Self {
        Self(digest(&[text.as_bytes()]))
    }
}

impl EntityId {
    /// `class` is the kind class (see [`crate::EntityKind::class`]), so that a change of mind between, say, organisation
    /// and group keeps the id and the reader's edits with it.
    pub fn of(article: ArticleId, class: &str, first: Span) -> Self {
        Self(digest(&[&article.0.to_le_bytes(), b"entity", class.as_bytes(), &bytes(first)]))
    }
}

impl EventId {
    /// The id of the event with this trigger.
    pub fn of(article: ArticleId, trigger: Span) -> Self {
        Self(digest(&[&article.0.to_le_bytes(), b"event", &bytes(trigger)]))
    }
}

impl RelationId {
    /// The id of this relation between these two.
    pub fn of(kind: &str, subject: EntityId, object: EntityId) -> Self {
        Self(digest(&[b"relation", kind.as_bytes(), &subject.0.to_le_bytes(), &object.0.to_le_bytes()]))
    }
}

fn bytes(span: Span) -> [u8; 8] {
    let mut out = [0; 8];
    out[..4].copy_from_slice(&(span.start() as u32).to_le_bytes());
    out[4..].copy_from_slice(&(span.end() as u32).to_le_bytes());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_stable_and_survive_the_wire() {
        let article = ArticleId::of("Carney tiba di Kyiv.");
        assert_eq!(article, ArticleId::of("Carney tiba di Kyiv."));
        assert_ne!(article, ArticleId::of("Carney tiba di Kiev."));
        assert_eq!(article.to_string().parse(), Ok(article));
        assert!("e12".parse::<EntityId>().is_err());
        assert_ne!(EntityId::by_reader(article, 0), EntityId::by_reader(article, 1));
    }
}
