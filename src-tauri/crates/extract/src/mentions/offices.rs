//! Offices and callings as descriptions of people: "Presiden Rusia tersebut", "Duta Besar Chad untuk PBB".
//!
//! A bare office beside a name ("Presiden Trump") is no mention of its own; with a country or body beside it it is.

mod holder;
mod seat;

use lang::{Closer, Order, Scope, Shape, Tag, Title, Token};
use model::{EntityKind, RelationKind};

use super::{Description, Name, is_caplike, is_ordinal, last_offices, word};
use crate::analysis::{Context, Sentence, Tagged};

/// How many words the fields of an office may have.
const FIELDS: usize = 16;

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
    /// "presiden ke-7": one of a row, of which the text does not say whether he is the last.
    pub(crate) numbered: bool,
    /// "CEO Lada dan Pala": held in both of the first two.
    pub(crate) both: bool,
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

    /// Where letters in brackets end that begin at a token: "(LH)", "(Sekjen Kemenaker)".
    fn letters(&self, at: usize) -> Option<usize> {
        let is = |at: usize, mark: &str| at < self.sentence.end && &*self.tokens[at].lower == mark;
        let close = (at + 2..at + 5).find(|at| is(*at, ")")).filter(|_| is(at, "("))?;
        self.tokens[at + 1..close].iter().all(is_caplike).then_some(close + 1)
    }

    /// "ke-7" behind the office of one who leads.
    fn ordinal(&self, title: &Title, at: usize) -> bool {
        title.relation == Some(RelationKind::Leads)
            && at < self.sentence.end
            && is_ordinal(&self.tokens[at], self.context.pack)
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
        } else if open
            && let Some(letters) = self.letters(end)
            && self.name_at(letters).is_some_and(|name| self.person_like(name))
        {
            // "Menteri Lingkungan Hidup (LH) Rina Sari": those of its field.
            end = letters;
        }
        let words = (at..end).filter_map(|i| self.word(i)).collect::<Vec<_>>().join(" ");
        // "Presiden ke-7 RI"
        let numbered = self.ordinal(&title, end);
        end += usize::from(numbered);
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
            numbered,
            both: false,
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
        office.numbered |= !office.seats.is_empty() && self.ordinal(&title, office.end);
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
                && end - from < FIELDS
                && self.description_at(end).is_none_or(|nth| end > from && self.noun_of_field(nth))
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

    /// "Pembinaan Tenaga Kerja": a description with capitals, and nobody's, is one more word of a field.
    fn noun_of_field(&self, description: usize) -> bool {
        let nouns = &self.descriptions[description];
        nouns.complements.is_empty()
            && nouns.owner.is_none()
            && nouns.closer.is_none()
            && nouns.place.is_none()
            && self.tokens[nouns.first..nouns.end].iter().all(is_caplike)
    }

    /// Whether a list of fields goes on and closes: "Sains, dan Teknologi"; no name stands in it.
    fn more_fields(&self, from: usize) -> bool {
        let terms = self.context.pack.words();
        let link =
            |at: usize| self.word(at).is_some_and(|w| terms.body_links.get(w) == Some(&lang::BodyLink::List));
        let close = (from..(from + FIELDS).min(self.sentence.end)).find(|at| link(*at));
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
}
