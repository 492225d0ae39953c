//! The English tables of happenings.

use std::sync::OnceLock;

use crate::happen::{Happen, Tables};

/// The tables, as text.
pub(crate) const TABLES: Tables = Tables {
    triggers: include_str!("triggers.tsv"),
    faint: include_str!("faint.tsv"),
    frames: include_str!("frames.tsv"),
    cues: include_str!("cues.tsv"),
    lights: include_str!("lights.tsv"),
    times: include_str!("times.tsv"),
    weights: include_str!("weights.tsv"),
    kinds: include_str!("kinds.tsv"),
    arguments: include_str!("arguments.tsv"),
    marks: include_str!("marks.tsv"),
    stances: include_str!("stances.tsv"),
    retold: include_str!("retold.tsv"),
    relations: include_str!("relations.tsv"),
    inflect: super::verbs::inflect,
};

/// The tables, read.
pub(crate) fn happen() -> &'static Happen {
    static READ: OnceLock<Happen> = OnceLock::new();
    READ.get_or_init(|| Happen::new(&TABLES))
}
