//! Plain names of PLOVER's types and of relations, for the figure. The window has its own in `ui/src/locale`.

use model::{Language, Plover, RelationKind};

/// A plain verb, lower case: "bertemu", "met".
pub(crate) fn plover(kind: Plover, language: Language) -> &'static str {
    let (id, en) = match kind {
        Plover::Agree => ("bersepakat", "agreed"),
        Plover::Consult => ("bertemu", "met"),
        Plover::Support => ("mendukung", "supported"),
        Plover::Concede => ("mengalah", "conceded"),
        Plover::Cooperate => ("bekerja sama", "cooperated"),
        Plover::Aid => ("membantu", "gave aid"),
        Plover::Retreat => ("menarik diri", "withdrew"),
        Plover::Request => ("meminta", "asked"),
        Plover::Accuse => ("menuduh", "accused"),
        Plover::Reject => ("menolak", "refused"),
        Plover::Threaten => ("mengancam", "threatened"),
        Plover::Protest => ("memprotes", "protested"),
        Plover::Sanction => ("menjatuhkan sanksi", "sanctioned"),
        Plover::Mobilize => ("mengerahkan kekuatan", "mobilised"),
        Plover::Coerce => ("memaksa", "coerced"),
        Plover::Assault => ("menyerang", "attacked"),
        Plover::Other => ("peristiwa lain", "other event"),
    };
    if language == Language::Indonesian { id } else { en }
}

/// How a standing relation is named on its line.
pub(crate) fn relation(kind: RelationKind, language: Language) -> &'static str {
    let (id, en) = match kind {
        RelationKind::Leads => ("memimpin", "leads"),
        RelationKind::HoldsOffice => ("menjabat di", "holds office in"),
        RelationKind::MemberOf => ("anggota", "member of"),
        RelationKind::LocatedIn => ("terletak di", "located in"),
        RelationKind::PartOf => ("bagian dari", "part of"),
        RelationKind::Represents => ("mewakili", "represents"),
        RelationKind::SpokespersonOf => ("juru bicara", "speaks for"),
        RelationKind::CapitalOf => ("ibu kota", "capital of"),
        RelationKind::AllyOf => ("sekutu", "ally of"),
        RelationKind::AtWarWith => ("berperang dengan", "at war with"),
        RelationKind::Other => ("terkait", "related to"),
    };
    if language == Language::Indonesian { id } else { en }
}
