//! What a named referent is, and where it belongs.

use model::{EntityKind, MentionKind};

use super::Work;
use crate::analysis::Referent;

impl Work<'_> {
    /// Decides kind and country of a named cluster from its votes and from the tables.
    pub(super) fn settle(&mut self, at: Referent) {
        let cluster = &mut self.clusters[at];
        let best = cluster.votes.iter().max_by(|a, b| a.1.total_cmp(b.1).then(b.0.cmp(a.0))).map(|(kind, _)| *kind);
        let words = cluster.surfaces.iter().map(|(_, s)| s.split_whitespace().count()).max().unwrap_or(0);
        let kind = match (&cluster.known, best) {
            (Some(known), _) if !known.doubtful => known.kind,
            (Some(known), None) => known.kind,
            (_, Some(kind)) => kind,
            // Two or three words that no table has are mostly a person.
            (None, None) if (2..=3).contains(&words) => EntityKind::Person,
            (None, None) => EntityKind::Organization,
        };
        if cluster.known.as_ref().is_some_and(|known| known.kind != kind) {
            cluster.known = None;
        }
        cluster.kind = Some(kind);
        cluster.country = cluster.known.as_ref().and_then(|known| known.country).or(cluster.country);
        cluster.many = kind == EntityKind::Group;
    }

    /// The country of the nearest place or country named at or before a token: what "setempat" means there.
    pub(super) fn local_country(&self, token: usize) -> Option<model::Country> {
        self.found
            .iter()
            .filter(|f| f.mention.kind == MentionKind::Name && matches!(self.clusters[f.referent].kind, Some(EntityKind::Place)))
            .filter(|f| self.sentence_of(f.first) <= self.sentence_of(token) + 1)
            .max_by_key(|f| (self.sentence_of(f.first) <= self.sentence_of(token), f.first))
            .and_then(|f| self.clusters[f.referent].country)
            .or(self.home)
    }
}
