//! Who holds an office, by the names beside it.

use std::collections::BTreeSet;

use lang::{BodyLink, Scope, Shape, Tag};
use model::{EntityKind, RelationKind};

use super::{Office, Scan};
use crate::mentions::before_age;

/// How many words may join two things that somebody is: "yang juga".
const JOINTS: usize = 3;
/// How many tokens may tell whose kin the holder of an office is.
const KIN: usize = 8;

impl Scan<'_> {
    pub(super) fn person_like(&self, name: usize) -> bool {
        let name = &self.names[name];
        matches!(name.guess, Some(EntityKind::Person) | None) || name.known.is_none() && name.sure <= 0.6
    }

    /// Whether a preposition that opens the sentence stands right before.
    fn governed(&self, first: usize) -> bool {
        first == self.sentence.first + 1 && self.tokens[first - 1].tag == Tag::Adp
    }

    pub(super) fn holder(&self, office: &mut Office) {
        let terms = self.context.pack.words();
        // "Presiden Chad saat itu, Ali Bongo", "Kapolri saat ini, Ali Bongo"
        let tenure = terms.tenures.longest(|i| self.word(office.end + i)).map(|(length, ())| length);
        let tenure = tenure.filter(|_| !office.seats.is_empty() || office.title.scope == Scope::State);
        office.end += tenure.unwrap_or_default();
        if let Some(filled) = self.filled(office) {
            office.holder = Some(filled);
            return;
        }
        // "Presiden Chad ke-7, Ali Bongo"
        let mut at = office.end + usize::from(self.ordinal(&office.title, office.end));
        // "Pemimpin Hamas di Gaza, Ali Bongo"
        if !office.seats.is_empty()
            && self.word(at).is_some_and(|w| terms.at.contains(w))
            && let Some(place) = self.name_at(at + 1)
            && matches!(self.kind(place), Some(EntityKind::Place | EntityKind::Country))
            && self.word(self.names[place].end) == Some(",")
        {
            at = self.names[place].end;
        }
        // "Panglima TNI Jenderal Wirya Saputra"
        at = self.dignified(at);
        // "Letnan Jenderal TNI Agus Subiyanto": the force of a rank.
        if at > office.end
            && let Some(force) = self.name_at(at)
            && self.kind(force) == Some(EntityKind::Organization)
            && self.tokens[at].shape == Shape::Upper
        {
            at = self.names[force].end;
        }
        // "Ketua DPD RI Sultan Ali Bongo": behind a body a title of one word is part of the name.
        if !office.seats.is_empty()
            && let Some((1, title)) = terms.titles.longest(|i| self.word(at + i))
            && title.scope == Scope::State
            && title.relation == Some(RelationKind::Leads)
            && self.tokens[at].shape == Shape::Capital
            && self.name_at(at + 1).is_some_and(|name| self.person_like(name))
        {
            at += 1;
            office.end = at;
        }
        let comma = self.word(at) == Some(",");
        // "Adik Presiden Chad, Rina Sari,": whose kin she is holds the office.
        let kin = office.first.checked_sub(1).and_then(|before| self.word(before));
        if comma && kin.is_some_and(|word| self.context.pack.words().kin.contains(word)) {
            return;
        }
        let mut next = at + usize::from(comma);
        // "Kapolres Madiun, AKBP Kemas Indra, menyatakan", "Perdana Menteri Chad, Yang Mulia Ali Bongo"
        if comma {
            next = self.dignified(next);
        }
        // "Bos Lada Air N Chandran", "Sekretaris Jenderal PKS M. Kholid": a letter of the name.
        if self.tokens.get(next).is_some_and(|t| t.shape == Shape::Upper && t.lower.chars().count() == 1)
            && self.word(next).is_some()
        {
            let dot = usize::from(self.word(next + 1) == Some("."));
            next += if self.name_at(next + 1 + dot).is_some() { 1 + dot } else { 0 };
        }
        // "Ketua Majelis Syura: Rina Sari", in a list of who holds what.
        if self.word(at) == Some(":")
            && !office.seats.is_empty()
            && self.tokens[self.sentence.first..office.first].iter().all(|t| t.shape == Shape::Punct)
            && let Some(name) = self.name_at(at + 1).filter(|name| self.person_like(*name))
        {
            office.holder = Some(name);
            return;
        }
        if !office.back
            && let Some(name) = self.name_at(next)
            && self.person_like(name)
            && (!comma
                || office.seats.is_empty()
                    && (self.apposed(office, name) || tenure.is_some() && self.closes(self.names[name].end))
                || !office.seats.is_empty()
                    && (self.closes(self.names[name].end) || self.leads_on(office, name))
                    // "Menurut anggota DPR, Prabowo harus hadir": who follows is somebody else, unless a comma closes.
                    && (!self.governed(office.first) || self.word(self.names[name].end) == Some(",")))
        {
            office.holder = Some(name);
            return;
        }
        office.holder = self.kin(office).or_else(|| self.apposed_to(office));
    }

    /// Where the honorifics end that begin at a token: "Yang Mulia", "AKBP dr".
    fn dignified(&self, mut at: usize) -> usize {
        let honorifics = &self.context.pack.words().honorifics;
        loop {
            let one = self.word(at).map(|word| word.trim_end_matches('.'));
            let pair = one.zip(self.word(at + 1)).map(|(one, two)| format!("{one} {two}"));
            if pair.is_some_and(|pair| honorifics.contains(&*pair)) {
                at += 2;
            } else if one.is_some_and(|one| honorifics.contains(one) || one.is_empty()) {
                at += 1;
            } else if one == Some("(")
                && self.word(at + 2) == Some(")")
                && self.word(at + 1).is_some_and(|rank| honorifics.contains(rank))
            {
                // "Brigjen (Pol)"
                at += 3;
            } else {
                return at;
            }
        }
    }

    /// "Ketua Umum Partai Hijau sekaligus putra Budi Hartono, Rina Sari": the holder is also somebody's kin.
    fn kin(&self, office: &Office) -> Option<usize> {
        let terms = self.context.pack.words();
        let joint = |at: &usize| self.word(*at).is_some_and(|word| terms.joints.contains(word));
        let noun = office.end + (office.end..office.end + JOINTS).take_while(joint).count();
        if noun == office.end || !self.word(noun).is_some_and(|word| terms.kin.contains(word)) {
            return None;
        }
        let comma = (noun + 1..(noun + KIN).min(self.sentence.end)).find(|at| self.word(*at) == Some(","))?;
        let plain = self.tokens[noun..comma].iter().all(|t| !matches!(t.tag, Tag::Verb | Tag::Aux));
        self.name_at(comma + 1).filter(|name| plain && self.person_like(*name))
    }

    /// "Ana Reis, dosen hukum laut dari Universitas Coimbra", "Ana Reis, yang juga menjabat Menteri Keuangan Chad,": who stands before it.
    fn apposed_to(&self, office: &Office) -> Option<usize> {
        let terms = self.context.pack.words();
        let mut before = office.first.checked_sub(1).filter(|at| *at > self.sentence.first)?;
        let clause = |at: usize| {
            self.word(at).is_some_and(|word| terms.body_links.get(word) == Some(&BodyLink::Clause))
        };
        if self.tokens[before].tag == Tag::Det || terms.openers.exact(&self.tokens[before].lower).is_some() {
            before -= 1;
        } else {
            let said = |at: &usize| {
                *at > self.sentence.first
                    && self.word(*at).is_some_and(|w| terms.joints.contains(w) || terms.copulas.contains(w))
            };
            let words = (0..=before).rev().take_while(said).count();
            if words > 0 && !clause(before + 1 - words) {
                return None;
            }
            before -= words;
        }
        if self.word(before) != Some(",") || before == self.sentence.first {
            return None;
        }
        let before = before_age(self.tokens, self.sentence.first, before);
        let name = self.cover[before - 1].filter(|name| self.names[*name].end == before)?;
        // "Rina Sari, Ketua Partai Hijau Budi Hartono": somebody else's. "Menurut Rina Sari, pejabat Chad menolak": not hers.
        let goes_on = self.tokens.get(office.end).filter(|_| office.end < self.sentence.end);
        let open = goes_on.is_some_and(super::is_caplike);
        let governed = self.governed(self.names[name].first) && goes_on.is_some_and(|t| &*t.lower != ",");
        (self.person_like(name) && !open && !governed).then_some(name)
    }

    /// "Menteri Dalam Negeri, Rina Sari;": an office of state that needs no state beside it, its holder between two marks.
    fn apposed(&self, office: &Office, name: usize) -> bool {
        office.title.scope == Scope::State
            && office.title.relation == Some(RelationKind::HoldsOffice)
            && self.kind(name) == Some(EntityKind::Person)
            && !self.governed(office.first)
            && (matches!(self.word(self.names[name].end), Some("," | ";" | "("))
                || self.speaks(self.names[name].end)
                    && !office.first.checked_sub(1).is_some_and(|at| self.speaks(at)))
    }

    /// Whether a verb of speaking stands here.
    fn speaks(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.context.pack.words().speech.contains(word))
    }

    /// "Posisi Ketua Partai Hijau kini ditempati oleh Rina Sari": who fills the office.
    fn filled(&self, office: &Office) -> Option<usize> {
        let terms = self.context.pack.words();
        let step =
            |at: usize, list: &BTreeSet<&str>| usize::from(self.word(at).is_some_and(|w| list.contains(w)));
        let mut at = office.end + usize::from(self.word(office.end) == Some(","));
        at += step(at, &terms.joints);
        if step(at, &terms.filled) == 0 {
            return None;
        }
        at += 1;
        at += usize::from(self.tokens.get(at).is_some_and(|token| token.tag == Tag::Adp));
        at = self.dignified(at);
        self.name_at(at).filter(|name| self.person_like(*name))
    }

    /// "Gubernur Aceh, Rina Sari dan jajarannya": one office has one holder, and no comma stands before what is joined to him.
    fn leads_on(&self, office: &Office, name: usize) -> bool {
        office.title.relation == Some(RelationKind::Leads)
            && self.kind(name) == Some(EntityKind::Person)
            && self.names[name].end > self.names[name].first + 1
    }

    /// Whether an apposition ends here: a comma, a verb or the end of the sentence follows.
    fn closes(&self, at: usize) -> bool {
        at >= self.sentence.end
            || !matches!(self.tokens[at].tag, Tag::Cconj)
                && (&*self.tokens[at].lower != "(" || self.word(at + 2) == Some(")"))
    }
}
