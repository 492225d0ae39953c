//! What an office is held in.

use lang::{BodyLink, Scope, Shape, Tag};
use model::{EntityKind, RelationKind};

use super::{Office, Scan, Seat};
use crate::mentions::{holds_offices, is_caplike};

/// How many tokens a field may have before the office's body.
const FIELD: usize = 8;
/// How many words may say of what sort a body is.
const SORT: usize = 4;

impl Scan<'_> {
    /// What the office is held in, right behind it or behind "di", "untuk".
    pub(super) fn seat(&self, office: &mut Office) {
        let terms = self.context.pack.words();
        if let Some(body) = self.behind_field(office).or_else(|| self.described(office)) {
            office.seats.push(Seat::Name(body));
            office.end = self.names[body].end;
            self.bracket(office);
        } else if let Some(name) = self.name_at(office.end) {
            // "utusan khusus Trump untuk Ukraina"
            let purpose = self
                .word(self.names[name].end)
                .is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::Purpose))
                && self.name_at(self.names[name].end + 1).is_some();
            let possessor = self.kind(name) == Some(EntityKind::Person)
                && purpose
                && office.title.relation == Some(RelationKind::Represents);
            if possessor || self.kind(name).is_some_and(holds_offices) {
                office.seats.push(Seat::Name(name));
                office.end = self.names[name].end;
                self.bracket(office);
            }
        } else if let Some(description) = self.description_at(office.end)
            && matches!(
                self.descriptions[description].head.kind,
                EntityKind::Organization | EntityKind::Group
            )
            && office.title.scope == Scope::Body
        {
            office.seats.push(Seat::Description(description));
            office.end = self.descriptions[description].end;
        }
        // "Sekretaris Daerah Kabupaten Lada"
        let sort = terms.heads.longest(|i| self.word(office.end + i)).filter(|(_, head)| {
            head.classifier && head.kind == EntityKind::Place && office.title.scope == Scope::Body
        });
        if office.seats.is_empty()
            && let Some((length, _)) = sort
            && let Some(place) = self.name_at(office.end + length)
            && self.kind(place) == Some(EntityKind::Place)
        {
            office.seats.push(Seat::Name(place));
            office.end = self.names[place].end;
        }
        // "CEO Lada dan Pala, Ali Bongo": one holder of two bodies.
        if let [Seat::Name(_)] = office.seats[..]
            && let Some(other) = self.second(office)
        {
            office.seats.push(Seat::Name(other));
            office.end = self.names[other].end;
            office.both = true;
        }
        // "Ketua MKD DPR Nazaruddin", "Kepala Puspen TNI": the body of the body.
        while let Some(whole) = self.name_at(office.end).filter(|_| !office.seats.is_empty())
            && matches!(self.kind(whole), Some(EntityKind::Organization | EntityKind::Country))
            && !self.person_like(whole)
        {
            office.seats.push(Seat::Name(whole));
            office.end = self.names[whole].end;
            self.bracket(office);
        }
        for _ in 0..2 {
            self.seat_behind(office);
        }
        if !office.seats.is_empty()
            && self.word(office.end).is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::Purpose))
            && self.name_at(office.end + 1).is_none()
        {
            // "Utusan Pemerintah Norwegia untuk Urusan Kelautan"
            let mut end = office.end + 1;
            while end < self.sentence.end && is_caplike(&self.tokens[end]) {
                end += 1;
            }
            if end > office.end + 1 {
                office.end = end;
            }
        }
    }

    /// "Direktur Asia Timur Kementerian Luar Negeri", "Sekretaris untuk Asia dan Pasifik Kementerian Luar Negeri": the body behind a field
    /// that a place or a people name.
    fn behind_field(&self, office: &mut Office) -> Option<usize> {
        let terms = self.context.pack.words();
        let duty = matches!(office.title.relation, Some(RelationKind::Leads | RelationKind::HoldsOffice));
        if !duty || !office.title.open || office.title.scope != Scope::Body {
            return None;
        }
        let field = |name: usize| {
            matches!(self.kind(name), Some(EntityKind::Country | EntityKind::Place | EntityKind::Group))
        };
        let link = |at: usize, link: BodyLink| {
            self.word(at).is_some_and(|word| terms.body_links.get(word) == Some(&link))
        };
        let purpose = link(office.end, BodyLink::Purpose);
        let first = office.end + usize::from(purpose);
        let mut at = first;
        while at < first + FIELD {
            // "Direktur Perlindungan WNI Kemenlu"
            if let Some(people) = self.description_at(at).map(|nth| &self.descriptions[nth])
                && people.head.nation
                && at == first
            {
                let body = people.complements.last().filter(|name| {
                    self.kind(**name) == Some(EntityKind::Organization)
                        && self.names[**name].end == people.end
                });
                if let Some(body) = body {
                    office.field = true;
                    return Some(*body);
                }
                at = self.behind_letters(people.end);
                continue;
            }
            match self.name_at(at) {
                Some(name) if field(name) && (purpose || at == first) => {
                    at = self.behind_letters(self.names[name].end);
                }
                Some(name) => {
                    let firm = self.names[name].known.is_some() || self.names[name].rule == "name.head";
                    let body = at > first && firm && self.kind(name) == Some(EntityKind::Organization);
                    office.field |= body;
                    return body.then_some(name);
                }
                None if purpose && at < self.sentence.end => {
                    if !is_caplike(&self.tokens[at]) && !link(at, BodyLink::List) {
                        return None;
                    }
                    at += 1;
                }
                None => return None,
            }
        }
        None
    }

    /// The other body of one office: joined by "dan", and its holder's name behind it.
    fn second(&self, office: &Office) -> Option<usize> {
        let terms = self.context.pack.words();
        let body = |name: usize| self.kind(name) == Some(EntityKind::Organization);
        let joined = self.word(office.end).is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::List));
        let leads = office.title.relation == Some(RelationKind::Leads) && office.title.scope == Scope::Body;
        let one = matches!(office.seats[..], [Seat::Name(name)] if body(name));
        let other = self.name_at(office.end + 1).filter(|name| joined && leads && one && body(*name))?;
        let end = self.names[other].end;
        let comma = self.word(end) == Some(",");
        let holder = self.name_at(end + usize::from(comma)).filter(|name| self.person_like(*name))?;
        let closed = !comma || matches!(self.word(self.names[holder].end), Some("," | "("));
        closed.then_some(other)
    }

    /// Where it goes on behind letters in brackets: "Warga Negara Indonesia (WNI) Kementerian Luar Negeri".
    fn behind_letters(&self, at: usize) -> usize {
        let short = self.word(at) == Some("(") && self.word(at + 2) == Some(")");
        at + if short { 3 } else { 0 }
    }

    /// "bos perusahaan roket Lada": the body whose sort stands before its name.
    fn described(&self, office: &Office) -> Option<usize> {
        let terms = self.context.pack.words();
        if office.title.scope != Scope::Body || self.description_at(office.end).is_some() {
            return None;
        }
        let (length, head) = terms.heads.longest(|i| self.word(office.end + i))?;
        let sort = head.kind == EntityKind::Organization && !head.body || head.groups;
        let behind = (office.end + length..).take(SORT).find(|at| self.name_at(*at).is_some())?;
        let plain = self.tokens[office.end..behind]
            .iter()
            .all(|token| token.shape == Shape::Lower && matches!(token.tag, Tag::Noun | Tag::Adj));
        self.name_at(behind)
            .filter(|name| sort && plain && self.kind(*name) == Some(EntityKind::Organization))
    }

    /// "Duta Besar Chad untuk PBB", "profesor di Universitas Coimbra": the body behind a linking word.
    fn seat_behind(&self, office: &mut Office) {
        if let Some(name) = self.linked(office.end)
            && (office.seats.is_empty() && office.title.scope == Scope::Body
                || office.title.relation == Some(RelationKind::Represents)
                || matches!(self.kind(name), Some(EntityKind::Organization)))
            && !matches!(self.kind(name), Some(EntityKind::Person))
        {
            office.seats.push(Seat::Name(name));
            office.end = self.names[name].end;
            self.bracket(office);
        }
    }

    /// The name behind a linking word.
    fn linked(&self, at: usize) -> Option<usize> {
        let terms = self.context.pack.words();
        self.word(at).filter(|w| terms.office_links.contains(w)).and_then(|_| self.name_at(at + 1))
    }

    /// Takes "(PBB)" along.
    fn bracket(&self, office: &mut Office) {
        if self.word(office.end) == Some("(")
            && let Some(name) = self.name_at(office.end + 1)
            && self.names[name].short_for.is_some()
            && self.word(self.names[name].end) == Some(")")
        {
            office.end = self.names[name].end + 1;
        } else if let Some(letters) = self.letters(office.end)
            && self.name_at(letters).is_some_and(|name| self.person_like(name))
        {
            // "Sekretaris Jenderal Kementerian Kelautan (Sekjen KKP) Rina Sari"
            office.end = letters;
        }
    }
}
