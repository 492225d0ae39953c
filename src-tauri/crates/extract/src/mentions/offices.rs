//! Offices and callings as descriptions of people: "Presiden Rusia tersebut", "Duta Besar Chad untuk PBB".
//!
//! A bare office beside a name ("Presiden Trump") is no mention of its own; with a country or body beside it it is.

use lang::{Closer, Order, Scope, Shape, Tag, Title, Token};
use model::{EntityKind, RelationKind};

use super::{Description, Name, is_caplike, last_offices, word};
use crate::analysis::{Context, Sentence, Tagged};

/// What an office is held in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seat {
    /// A name: its index.
    Name(usize),
    /// A description: its index. "juru bicara pemerintah Iran".
    Description(usize),
}

/// An office in the text.
#[derive(Clone, Debug)]
pub(crate) struct Office {
    pub(crate) first: usize,
    pub(crate) end: usize,
    pub(crate) title: Title,
    /// The office's words, folded, without what it is held in: "menteri luar negeri".
    pub(crate) words: String,
    /// The same without "mantan" before it and its own letters in brackets behind it.
    pub(crate) alone: String,
    /// What it is held in.
    pub(crate) seats: Vec<Seat>,
    /// The name of its holder, standing beside it.
    pub(crate) holder: Option<usize>,
    /// "tersebut", "itu"
    pub(crate) back: bool,
    /// Whether it stands alone with capitals, which points back to its holder: "Kepala Negara meninjau".
    pub(crate) bare: bool,
    /// Behind "adalah": said of the subject, no mention of its own.
    pub(crate) predicate: bool,
    /// "mantan", "calon": not held now.
    pub(crate) former: bool,
    /// "calon": not held yet.
    pub(crate) aspiring: bool,
    /// Whether it is one field of the body that it names: "direktur penyidikan".
    pub(crate) field: bool,
    /// "a prosecutor": somebody who was not told of before.
    pub(crate) fresh: bool,
}

impl Office {
    /// Whether the words say whose it is, or what it is held in.
    fn said(&self) -> bool {
        // "ilmuwan nuklir Iran": a calling is no office; the descriptions have it.
        let calling = matches!(self.title.relation, Some(RelationKind::MemberOf) | None);
        self.holder.is_some()
            || self.back
            || self.bare
            || !self.seats.is_empty() && (!calling || self.predicate)
    }
}

/// All offices of a text, in order.
pub(crate) fn offices(
    tagged: &Tagged,
    names: &[Name],
    descriptions: &[Description],
    context: &Context<'_>,
) -> Vec<Office> {
    if context.pack.order == Order::HeadLast {
        return last_offices::offices(tagged, names, descriptions, context);
    }
    let mut cover = vec![None; tagged.tokens.len()];
    for (nth, name) in names.iter().enumerate().filter(|(_, name)| !name.nested) {
        for slot in &mut cover[name.first..name.end] {
            *slot = Some(nth);
        }
    }
    let mut out = Vec::new();
    for sentence in &tagged.sentences {
        let scan = Scan { tokens: &tagged.tokens, names, descriptions, cover: &cover, context, sentence };
        let mut at = sentence.first;
        let mut found: Vec<Office> = Vec::new();
        while at < sentence.end {
            match scan.office(at) {
                Some(office) => {
                    at = if office.said() { office.end.max(at + 1) } else { at + 1 };
                    if found.last().is_none_or(|last| last.end <= office.first || !last.said()) {
                        found.push(office);
                    }
                }
                None => at += 1,
            }
        }
        scan.share(&mut found);
        out.extend(found.into_iter().filter(Office::said));
    }
    out
}

struct Scan<'a> {
    tokens: &'a [Token],
    names: &'a [Name],
    descriptions: &'a [Description],
    cover: &'a [Option<usize>],
    context: &'a Context<'a>,
    sentence: &'a Sentence,
}

impl Scan<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        word(self.tokens, at, self.sentence.end).filter(|_| self.cover[at].is_none())
    }

    fn name_at(&self, at: usize) -> Option<usize> {
        (at < self.sentence.end).then(|| self.cover[at]).flatten().filter(|n| self.names[*n].first == at)
    }

    fn kind(&self, name: usize) -> Option<EntityKind> {
        self.names[name].guess
    }

    fn office(&self, at: usize) -> Option<Office> {
        let terms = self.context.pack.words();
        let mut start = at;
        let (mut former, mut aspiring) = (false, false);
        while self.word(start).is_some_and(|w| terms.title_openers.contains(w))
            && terms.titles.longest(|i| self.word(start + i)).is_none()
        {
            former |=
                self.word(start).is_some_and(|w| terms.formers.contains(w) || terms.aspirants.contains(w));
            aspiring |= self.word(start).is_some_and(|w| terms.aspirants.contains(w));
            start += 1;
        }
        let (length, title) = terms.titles.longest(|i| self.word(start + i)).map(|(n, t)| (n, *t))?;
        let mut end = start + length;
        let open = (1..=length).any(|words| {
            let phrase = terms.titles.longest(|i| (i < words).then(|| self.word(start + i)).flatten());
            phrase.is_some_and(|(_, title)| title.open)
        });
        if open {
            end = self.portfolio(start, end);
        }
        // "presiden baru Korea Selatan", "komandan senior Hamas"
        if end < self.sentence.end
            && self.tokens[end].tag == Tag::Adj
            && self.tokens[end].shape == Shape::Lower
            && (self.name_at(end + 1).is_some() || self.description_at(end + 1).is_some())
        {
            end += 1;
        }
        let alone = (start..end).filter_map(|i| self.word(i)).collect::<Vec<_>>().join(" ");
        // "Perdana Menteri (PM) Israel": the office's own letters.
        let short = self.word(end) == Some("(")
            && self.word(end + 2) == Some(")")
            && self.word(end + 1).is_some_and(|w| terms.titles.exact(w).is_some());
        if short {
            end += 3;
            // "Menteri Koordinator (Menko) Bidang Hukum"
            end = if open { self.portfolio(start, end) } else { end };
        }
        let words = (at..end).filter_map(|i| self.word(i)).collect::<Vec<_>>().join(" ");
        let mut office = Office {
            first: at,
            end,
            title,
            words,
            alone,
            seats: Vec::new(),
            holder: None,
            back: false,
            bare: false,
            predicate: false,
            former,
            aspiring,
            fresh: false,
            field: title.open && end > start + length && is_caplike(&self.tokens[start + length]),
        };
        // "para menteri", "dua pejabat" are groups.
        if self.many_before(at) {
            return None;
        }
        self.seat(&mut office);
        if let Some((n, Closer::Back)) =
            terms.closers.longest(|i| self.word(office.end + i)).map(|(n, c)| (n, *c))
        {
            office.end += n;
            office.back = true;
        }
        office.predicate = at > self.sentence.first && terms.copulas.contains(&*self.tokens[at - 1].lower);
        self.holder(&mut office);
        office.bare = self.bare(&office);
        // "seorang pejabat senior Gedung Putih" is a description.
        let fresh = at > self.sentence.first
            && terms.openers.exact(&self.tokens[at - 1].lower).is_some_and(|o| o.fresh);
        if fresh && office.holder.is_none() {
            return None;
        }
        // "Pemimpin Asia-Pasifik" are many.
        let region = matches!(office.seats[..], [Seat::Name(n)] if self.kind(n) == Some(EntityKind::Place) && self.names[n].known.as_ref().is_some_and(|known| known.country.is_none()));
        (!region || office.holder.is_some()).then_some(office)
    }

    /// "Menteri Kelautan sekaligus Ketua Umum Partai Hijau, Rina Sari": one holder of both.
    fn share(&self, offices: &mut [Office]) {
        for nth in 1..offices.len() {
            if offices[nth].holder.is_none() && self.joined(&offices[nth - 1], &offices[nth]) {
                offices[nth].holder = offices[nth - 1].holder;
            }
        }
        for nth in (1..offices.len()).rev() {
            if offices[nth - 1].holder.is_none() && self.joined(&offices[nth - 1], &offices[nth]) {
                offices[nth - 1].holder = offices[nth].holder;
            }
        }
    }

    /// Whether only "sekaligus", "yang juga" or a slash stand between two offices.
    fn joined(&self, one: &Office, other: &Office) -> bool {
        let joints = &self.context.pack.words().joints;
        let between = one.end..other.first;
        (1..=3).contains(&between.len())
            && between.into_iter().all(|at| self.word(at).is_some_and(|word| joints.contains(word)))
    }

    /// "Kepala Negara meninjau", "kata Presiden.": an office of state with capitals, and nothing of whose it is.
    fn bare(&self, office: &Office) -> bool {
        let capitals = (office.first..office.end).all(|at| self.tokens[at].shape != Shape::Lower);
        let next = self.tokens.get(office.end).filter(|_| office.end < self.sentence.end);
        let ends = next
            .is_none_or(|next| !matches!(next.tag, Tag::Noun | Tag::Propn | Tag::Num) && &*next.lower != "(");
        let verb = next.is_some_and(|next| matches!(next.tag, Tag::Verb | Tag::Adv | Tag::Aux));
        // A sentence begins with a capital anyway.
        let opens = office.first == self.sentence.first && office.end == office.first + 1;
        office.holder.is_none()
            && office.seats.is_empty()
            && !office.back
            && !office.former
            && !office.predicate
            && !self.sentence.title_case
            && office.title.scope == Scope::State
            && office.title.relation == Some(RelationKind::Leads)
            && capitals
            && ends
            && (!opens || verb)
    }

    /// The words of a portfolio: "menteri" + "perdagangan", "profesor" + "perdagangan internasional".
    fn portfolio(&self, start: usize, mut end: usize) -> usize {
        let terms = self.context.pack.words();
        let capital = is_caplike(&self.tokens[start]);
        let from = end;
        while let Some(next) = self.word(end) {
            let token = &self.tokens[end];
            let fits = if is_caplike(token) {
                capital
            } else {
                token.shape == Shape::Lower && matches!(token.tag, Tag::Noun | Tag::Adj)
            };
            let head = terms.heads.longest(|i| self.word(end + i)).is_some_and(|(_, head)| head.body);
            if fits
                && !head
                && !terms.honorifics.contains(next)
                && end - from < 10
                && self.description_at(end).is_none()
            {
                end += 1;
            } else if terms.body_links.get(next) == Some(&lang::BodyLink::List)
                && end > from
                && self.word(end + 1).is_some()
                && capital
                && is_caplike(&self.tokens[end + 1])
            {
                end += 2;
            } else if next == "," && capital && end > from && self.more_fields(end + 1) {
                // "Pendidikan Tinggi, Sains, dan Teknologi"
                end += 1 + usize::from(
                    self.word(end + 1)
                        .is_some_and(|w| terms.body_links.get(w) == Some(&lang::BodyLink::List)),
                );
            } else {
                break;
            }
        }
        end
    }

    /// Whether a list of fields goes on and closes: "Sains, dan Teknologi"; no name stands in it.
    fn more_fields(&self, from: usize) -> bool {
        let terms = self.context.pack.words();
        let link =
            |at: usize| self.word(at).is_some_and(|w| terms.body_links.get(w) == Some(&lang::BodyLink::List));
        let close = (from..(from + 8).min(self.sentence.end)).find(|at| link(*at));
        close.is_some_and(|close| {
            (from..=close + 1).all(|at| {
                self.word(at).is_some()
                    && (link(at) || is_caplike(&self.tokens[at]) || &*self.tokens[at].lower == ",")
            }) && terms.titles.longest(|i| self.word(close + 1 + i)).is_none()
        })
    }

    fn many_before(&self, at: usize) -> bool {
        let terms = self.context.pack.words();
        at > self.sentence.first && {
            let before = &*self.tokens[at - 1].lower;
            terms.openers.exact(before).is_some_and(|o| o.number == lang::Number::Many)
                || self.tokens[at - 1].shape == Shape::Number
        }
    }

    fn description_at(&self, at: usize) -> Option<usize> {
        let first = self.descriptions.partition_point(|d| d.first < at);
        self.descriptions.get(first).filter(|d| d.first == at).map(|_| first)
    }

    /// What the office is held in, right behind it or behind "di", "untuk".
    fn seat(&self, office: &mut Office) {
        let terms = self.context.pack.words();
        if let Some(name) = self.name_at(office.end) {
            // "utusan khusus Trump untuk Ukraina"
            let purpose = self
                .word(self.names[name].end)
                .is_some_and(|w| terms.body_links.get(w) == Some(&lang::BodyLink::Purpose))
                && self.name_at(self.names[name].end + 1).is_some();
            let possessor = self.kind(name) == Some(EntityKind::Person)
                && purpose
                && office.title.relation == Some(RelationKind::Represents);
            if possessor
                || matches!(
                    self.kind(name),
                    Some(
                        EntityKind::Country
                            | EntityKind::Organization
                            | EntityKind::Place
                            | EntityKind::Group
                            | EntityKind::Facility
                    )
                )
            {
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
        // "Ketua MKD DPR Nazaruddin", "Kepala Puspen TNI": the body of the body.
        while let Some(whole) = self.name_at(office.end).filter(|_| !office.seats.is_empty())
            && matches!(self.kind(whole), Some(EntityKind::Organization | EntityKind::Country))
            && !self.person_like(whole)
        {
            office.seats.push(Seat::Name(whole));
            office.end = self.names[whole].end;
        }
        for _ in 0..2 {
            self.seat_behind(office);
        }
        if !office.seats.is_empty()
            && self
                .word(office.end)
                .is_some_and(|w| terms.body_links.get(w) == Some(&lang::BodyLink::Purpose))
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
        }
    }

    fn person_like(&self, name: usize) -> bool {
        let name = &self.names[name];
        matches!(name.guess, Some(EntityKind::Person) | None) || name.known.is_none() && name.sure <= 0.6
    }

    /// Whether a preposition that opens the sentence stands right before.
    fn governed(&self, first: usize) -> bool {
        first == self.sentence.first + 1 && self.tokens[first - 1].tag == Tag::Adp
    }

    fn holder(&self, office: &mut Office) {
        let terms = self.context.pack.words();
        // "Presiden Chad saat itu, Ali Bongo"
        if !office.seats.is_empty()
            && let Some((length, ())) = terms.tenures.longest(|i| self.word(office.end + i))
        {
            office.end += length;
        }
        let mut at = office.end;
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
        while self.word(at).is_some_and(|w| terms.honorifics.contains(w.trim_end_matches('.')) || w == ".") {
            at += 1;
        }
        // "Letnan Jenderal TNI Agus Subiyanto": the force of a rank.
        if at > office.end
            && let Some(force) = self.name_at(at)
            && self.kind(force) == Some(EntityKind::Organization)
            && self.tokens[at].shape == Shape::Upper
        {
            at = self.names[force].end;
        }
        let comma = self.word(at) == Some(",");
        let mut next = at + usize::from(comma);
        // "Kapolres Madiun, AKBP Kemas Indra, menyatakan"
        while comma
            && self.word(next).is_some_and(|w| terms.honorifics.contains(w.trim_end_matches('.')) || w == ".")
        {
            next += 1;
        }
        // "Perdana Menteri Chad, Yang Mulia Ali Bongo"
        if let (Some(one), Some(two)) = (self.word(next), self.word(next + 1))
            && terms.honorifics.contains(&*format!("{one} {two}"))
        {
            next += 2;
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
                || office.seats.is_empty() && self.apposed(office, name)
                || !office.seats.is_empty()
                    && (self.closes(self.names[name].end) || self.leads_on(office, name))
                    // "Menurut anggota DPR, Prabowo harus hadir": who follows is somebody else, unless a comma closes.
                    && (!self.governed(office.first) || self.word(self.names[name].end) == Some(",")))
        {
            office.holder = Some(name);
            return;
        }
        // "Ana Reis, dosen hukum laut dari Universitas Coimbra"
        if office.first > self.sentence.first + 1 {
            let mut before = office.first - 1;
            if self.tokens[before].tag == Tag::Det
                || terms.openers.exact(&self.tokens[before].lower).is_some()
            {
                before = before.saturating_sub(1);
            }
            if &*self.tokens[before].lower == ","
                && before > self.sentence.first
                && let Some(name) = self.cover[before - 1]
                && self.names[name].end == before
                && self.person_like(name)
            {
                office.holder = Some(name);
            }
        }
    }

    /// "Menteri Dalam Negeri, Rina Sari;": an office of state that needs no state beside it, its holder between two marks.
    fn apposed(&self, office: &Office, name: usize) -> bool {
        office.title.scope == Scope::State
            && office.title.relation == Some(RelationKind::HoldsOffice)
            && self.kind(name) == Some(EntityKind::Person)
            && !self.governed(office.first)
            && matches!(self.word(self.names[name].end), Some("," | ";" | "("))
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
