//! Offices where the state stands first: "Malaysia's Prime Minister, Najib Razak", "US Secretary of State John Kerry",
//! "Jeff Rathke, the State Department spokesperson".
//!
//! The counterpart of `offices` for head-last languages.

use lang::{BodyLink, Scope, Shape, Tag, Token};
use model::EntityKind;

use super::{Description, Name, Office, Seat, holds_offices, word};
use crate::analysis::{Context, Sentence, Tagged};

/// How many words may say what an office is for.
const FIELD: usize = 5;

/// All offices of a text, in order.
pub(super) fn offices(
    tagged: &Tagged,
    names: &[Name],
    descriptions: &[Description],
    context: &Context<'_>,
) -> Vec<Office> {
    let mut cover = vec![None; tagged.tokens.len()];
    for (nth, name) in names.iter().enumerate().filter(|(_, name)| !name.nested) {
        cover[name.first..name.end].fill(Some(nth));
    }
    let mut out = Vec::new();
    for sentence in &tagged.sentences {
        let scan = Scan { tokens: &tagged.tokens, names, descriptions, cover: &cover, context, sentence };
        let mut at = sentence.first;
        while at < sentence.end {
            match scan.office(at) {
                Some(office) => {
                    at = office.end.max(at + 1);
                    out.push(office);
                }
                None => at += 1,
            }
        }
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

    /// The name that ends right before, over "'s".
    fn name_before(&self, at: usize) -> Option<usize> {
        let mut last = at.checked_sub(1).filter(|i| *i >= self.sentence.first)?;
        if &*self.tokens[last].lower == "'s" {
            last = last.checked_sub(1).filter(|i| *i >= self.sentence.first)?;
        }
        self.cover[last].filter(|n| self.names[*n].end == last + 1)
    }

    fn body(&self, name: usize) -> bool {
        self.names[name].guess.is_some_and(holds_offices)
    }

    fn person_like(&self, name: usize) -> bool {
        let name = &self.names[name];
        matches!(name.guess, Some(EntityKind::Person) | None) || name.known.is_none() && name.sure <= 0.6
    }

    fn office(&self, at: usize) -> Option<Office> {
        let terms = self.context.pack.words();
        let (length, title) = terms.titles.longest(|i| self.word(at + i)).map(|(n, t)| (n, *t))?;
        let words = (at..at + length).filter_map(|i| self.word(i)).collect::<Vec<_>>().join(" ");
        let mut office = Office {
            first: at,
            end: at + length,
            title,
            alone: words.clone(),
            words,
            seats: Vec::new(),
            holder: None,
            back: false,
            bare: false,
            predicate: false,
            former: false,
            aspiring: false,
            numbered: false,
            both: false,
            field: false,
            fresh: false,
        };
        // To the left: "former", the state, "the".
        while office.first > self.sentence.first
            && self
                .word(office.first - 1)
                .is_some_and(|w| terms.title_openers.contains(w) || terms.modifiers.contains(w))
        {
            office.former |= self.word(office.first - 1) == Some("former");
            office.first -= 1;
        }
        self.field_before(&mut office);
        if let Some(name) = self.name_before(office.first).filter(|name| self.body(*name)) {
            office.seats.push(Seat::Name(name));
            office.first = self.names[name].first;
            while office.first > self.sentence.first
                && self.word(office.first - 1).is_some_and(|w| terms.title_openers.contains(w))
            {
                office.former |= self.word(office.first - 1) == Some("former");
                office.first -= 1;
            }
        }
        let possessor = office.first.checked_sub(1).filter(|at| self.word(*at) == Some("'s"));
        if office.seats.is_empty()
            && let Some(description) = self.own().find(|nth| {
                let d = &self.descriptions[*nth];
                let body = matches!(d.head.kind, EntityKind::Organization | EntityKind::Group);
                d.end == office.first && body
                    || Some(d.end) == possessor && (body || d.head.kind == EntityKind::Country)
            })
        {
            // "China's foreign ministry spokesman", "the union's president"
            office.seats.push(Seat::Description(description));
            office.first = self.descriptions[description].first;
        }
        let (mut definite, mut fresh) = (false, false);
        if office.first > self.sentence.first
            && self.word(office.first - 1).is_some_and(|w| matches!(w, "the" | "this" | "that" | "a" | "an"))
        {
            definite = matches!(self.word(office.first - 1), Some("the" | "this" | "that"));
            fresh = matches!(self.word(office.first - 1), Some("a" | "an"));
            office.first -= 1;
        }
        self.seat_behind(&mut office);
        office.predicate = office.first > self.sentence.first
            && terms.copulas.contains(&*self.tokens[office.first - 1].lower);
        self.holder(&mut office);
        office.back = definite
            && office.seats.is_empty()
            && office.holder.is_none()
            && title.scope != Scope::None
            && length + usize::from(definite) == office.end - office.first;
        office.fresh = fresh && office.seats.is_empty() && office.holder.is_none() && self.somebody(&office);
        (office.holder.is_some() || !office.seats.is_empty() || office.back || office.fresh).then_some(office)
    }

    /// Whether an office with "a" means a person: not what somebody is ("is a teacher", "as a lawyer"), nor whose name stands before the comma,
    /// nor what only modifies a noun ("a director role").
    fn somebody(&self, office: &Office) -> bool {
        let before =
            office.first.checked_sub(1).filter(|at| *at >= self.sentence.first).map(|at| &self.tokens[at]);
        let said = before.is_some_and(|token| {
            matches!(&*token.lower, "as" | "," | "like" | "become" | "became" | "of" | "named" | "being")
                || token.shape == Shape::Punct
        });
        let next = self.tokens.get(office.end).filter(|_| office.end < self.sentence.end);
        let modifies = next.is_some_and(|token| {
            matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Adj) || token.shape == Shape::Clitic
        });
        !office.predicate && !said && !modifies && self.cover.get(office.end).is_none_or(Option::is_none)
    }

    /// "sports minister", "the industry and trade secretary": what an open office is for stands before it.
    fn field_before(&self, office: &mut Office) {
        let links = &self.context.pack.words().body_links;
        let joins = |at: usize| self.word(at).is_some_and(|w| links.get(w) == Some(&BodyLink::List));
        let field = |at: usize| {
            let noun = self.word(at).is_some() && matches!(self.tokens[at].tag, Tag::Noun | Tag::Adj);
            noun && self.tokens[at].shape != Shape::Punct
        };
        let mut first = office.first;
        while office.title.open && first > self.sentence.first && office.first - first < FIELD {
            let before = first - 1;
            if field(before) {
                first = before;
            } else if first < office.first
                && joins(before)
                && before > self.sentence.first
                && field(before - 1)
            {
                first = before - 1;
            } else {
                break;
            }
        }
        if first < office.first && self.begins(first) {
            let words = (first..office.end).filter_map(|at| self.word(at));
            office.words = words.collect::<Vec<_>>().join(" ");
            office.first = first;
        }
    }

    /// Whether what begins here is not the end of something else: behind an article, an owner, a name or nothing.
    fn begins(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before >= self.sentence.first) else {
            return true;
        };
        self.cover[before].is_some()
            || matches!(&*self.tokens[before].lower, "'s" | "\"" | "“")
            || self.tokens[before].tag == Tag::Det
            || self.tokens[before].tag == Tag::Adp
            || self.tokens[before].tag == Tag::Cconj
            || self.tokens[before].shape == Shape::Punct
            || self.context.pack.words().title_openers.contains(&*self.tokens[before].lower)
    }

    /// "of Ukraine", "for the Indonesian military", "to the UN"
    fn seat_behind(&self, office: &mut Office) {
        let terms = self.context.pack.words();
        if self.word(office.end).is_none_or(|w| !terms.office_links.contains(w)) {
            return;
        }
        let link = office.end + 1;
        if let Some(description) = self.description_at(link).filter(|d| {
            matches!(self.descriptions[*d].head.kind, EntityKind::Organization | EntityKind::Group)
        }) {
            let end = self.descriptions[description].end;
            // "leader of the militant Lebanese group Hezbollah": the name says which.
            let named = self.name_at(end).filter(|name| {
                matches!(self.names[*name].guess, Some(EntityKind::Organization | EntityKind::Group))
            });
            if office.seats.is_empty() {
                office.seats.push(named.map_or(Seat::Description(description), Seat::Name));
            }
            office.end = named.map_or(end, |name| self.names[name].end);
            return;
        }
        let end = self.portfolio(office.end);
        if end > office.end {
            office.end = end;
            return;
        }
        let mut next = link + usize::from(self.word(link) == Some("the"));
        // "head of the Peruvian Red Cross": whose body it is stands before its name.
        if let Some(state) =
            self.name_at(next).filter(|name| self.names[*name].guess == Some(EntityKind::Country))
            && let Some(body) = self.name_at(self.names[state].end)
            && matches!(self.names[body].guess, Some(EntityKind::Organization | EntityKind::Facility))
        {
            next = self.names[body].first;
        }
        if let Some(name) = self.name_at(next).filter(|name| self.body(*name)) {
            office.seats.push(Seat::Name(name));
            office.end = self.names[name].end;
            self.sort_of(office);
        }
    }

    /// "for human rights", "for Refugees", "for climate change and energy" behind an office, before its holder or a comma: where it ends.
    fn portfolio(&self, at: usize) -> usize {
        let terms = self.context.pack.words();
        if self.word(at) != Some("for") {
            return at;
        }
        let field = |i: usize| {
            self.word(i).is_some_and(|word| {
                let joins = terms.body_links.get(word) == Some(&BodyLink::List);
                joins || matches!(self.tokens[i].tag, Tag::Noun | Tag::Adj)
            })
        };
        let end = at + 1 + (at + 1..at + 1 + FIELD).take_while(|i| field(*i)).count();
        let closed =
            self.word(end) == Some(",") || self.name_at(end).is_some_and(|name| self.person_like(name));
        if end > at + 1 && closed { end } else { at }
    }

    /// "president of the Lombardy region", "secretary general of CEI (Italian Episcopal Conference)": what still belongs to the seat.
    fn sort_of(&self, office: &mut Office) {
        let terms = self.context.pack.words();
        if let Some((length, head)) = terms.heads.longest(|i| self.word(office.end + i))
            && head.classifier
        {
            office.end += length;
        } else if self.word(office.end) == Some("(")
            && let Some(name) = self.name_at(office.end + 1)
            && self.word(self.names[name].end) == Some(")")
        {
            office.end = self.names[name].end + 1;
        }
    }

    /// The descriptions of the sentence.
    fn own(&self) -> std::ops::Range<usize> {
        let from = |token: usize| self.descriptions.partition_point(|d| d.first < token);
        from(self.sentence.first)..from(self.sentence.end)
    }

    fn description_at(&self, at: usize) -> Option<usize> {
        let first = self.descriptions.partition_point(|d| d.first < at);
        self.descriptions.get(first).filter(|d| d.first == at).map(|_| first)
    }

    fn holder(&self, office: &mut Office) {
        let terms = self.context.pack.words();
        let mut at = office.end;
        let comma = self.word(at) == Some(",");
        at += usize::from(comma);
        while self.word(at).is_some_and(|w| terms.honorifics.contains(w.trim_end_matches('.')) || w == ".") {
            at += 1;
        }
        // "Jeff Rathke, the State Department spokesperson"
        if office.first > self.sentence.first + 1
            && &*self.tokens[office.first - 1].lower == ","
            && let Some(name) =
                self.cover[office.first - 2].filter(|n| self.names[*n].end == office.first - 1)
            && self.person_like(name)
            && !office.predicate
        {
            office.holder = Some(name);
            return;
        }
        if let Some(name) = self.name_at(at)
            && self.person_like(name)
            && (!comma
                || !office.seats.is_empty() && self.word(self.names[name].end).is_none_or(|w| w != "and")
                // "the prime minister, Jorge Clark, warned": closed by a comma it is no list.
                || office.title.scope != Scope::None
                    && self.word(office.first) == Some("the")
                    && self.word(self.names[name].end).is_none_or(|w| matches!(w, "," | ".")))
            && self.tokens.get(self.names[name].end).is_none_or(|t| &*t.lower != "'s" || !comma)
        {
            office.holder = Some(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::analysis::Context;

    fn check(text: &str, expect: &[(&str, Option<&str>)]) {
        let context = Context::of(text, &lang::en::PACK, None);
        let tagged = crate::segment::tagged(text, context.pack);
        let names = crate::mentions::names(&tagged, &context);
        let descriptions = crate::mentions::descriptions(&tagged, &names, &context);
        let span =
            |first: usize, end: usize| tagged.tokens[first].span.cover(tagged.tokens[end - 1].span).of(text);
        let got: Vec<_> = super::offices(&tagged, &names, &descriptions, &context)
            .iter()
            .map(|o| (span(o.first, o.end), o.holder.map(|n| span(names[n].first, names[n].end))))
            .collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn an_office_finds_its_holder_on_either_side() {
        check(
            "Malaysia's Prime Minister, Najib Razak, spoke.",
            &[("Malaysia's Prime Minister", Some("Najib Razak"))],
        );
        check(
            "Fuad Basya, spokesman for the Indonesian military, spoke.",
            &[("spokesman for the Indonesian military", Some("Fuad Basya"))],
        );
        check("Thailand's foreign minister spoke.", &[("Thailand's foreign minister", None)]);
    }
}
