//! Runs of capitals without a head of their own: people, firms, places that no table has, and acronyms in brackets.
//! What they are is guessed from their words and neighbours; the resolution weighs the guesses.

use lang::{BodyLink, PACKS, Scope, Shape, Tag};
use model::EntityKind;

use super::is_caplike;
use super::names::{Name, is_given};
use super::reader::{Reader, letters, touches_name};
use crate::world::{self, Known};

/// Longest name that letters in brackets spell, in words.
const LONGEST: usize = 10;

impl Reader<'_> {
    /// Any other run of capitals: a person, a firm, a place that no table has. Answers how many tokens it took.
    pub(super) fn plain(&mut self, at: usize, titled: bool, place_expected: bool) -> usize {
        let terms = self.pack().words();
        let folded_first = &*self.tokens[at].lower;
        let initials = self.initialled(at);
        let loud = self.tokens[at].shape == Shape::Upper && !initials;
        // "sekutu Barat Ukraina": the direction belongs to the noun before it, the country is a name of its own.
        if terms.directions.contains(folded_first)
            && at > self.sentence.first
            && self.tokens[at - 1].tag == Tag::Noun
            && self.tokens[at - 1].shape == Shape::Lower
            && self.known_length(at + 1).is_some_and(|(_, known)| known.kind == EntityKind::Country)
        {
            return 1;
        }
        // "sejumlah analis Barat": a direction behind a common noun is nobody's name.
        if terms.directions.contains(folded_first)
            && at > self.sentence.first
            && self.tokens[at - 1].tag == Tag::Noun
            && self.tokens[at - 1].shape == Shape::Lower
            && !self.caplike(at + 1)
        {
            return 1;
        }
        let weak = (self.opens(at) || self.sentence.title_case) && !titled && !place_expected;
        let seen = self.book.seen.contains_key(folded_first)
            || !self.common(at) && self.book.parts.contains(folded_first);
        if weak && !seen && (self.common(at) || self.formed(at)) {
            return 1;
        }
        if self.sentence.title_case && !seen && !self.book.seen.is_empty() {
            return 1;
        }
        // Units and numerals: "92 LU", "Fase I".
        if letters(&self.tokens[at]) == 1 && !self.called(at) && !initials
            || at > self.sentence.first
                && self.tokens[at - 1].shape == Shape::Number
                && self.tokens[at].lower.len() <= 3
        {
            return 1;
        }
        let mut end = at + 1;
        let mut field = false;
        while end < self.sentence.end {
            let token = &self.tokens[end];
            if is_caplike(token) {
                let weak = self.sentence.title_case
                    && !self.book.seen.is_empty()
                    && (self.common(end) || !self.book.parts.contains(&*token.lower));
                let cut = weak
                    || self.stop(end).is_some()
                    || self.honorific(end)
                    || self.known_length(end).is_some_and(|(length, known)| {
                        known.kind == EntityKind::Country && (length > 1 || titled)
                    })
                    || terms.titles.longest(|i| self.word(end + i)).is_some_and(|(length, title)| {
                        (length > 1 || title.relation.is_some()) && self.common(end)
                    })
                    || loud
                        && token.shape != Shape::Upper
                        && end == at + 1
                        && (self.common(end)
                            || titled
                            // "Ketua Komisi DPR Rahma Sari": a body's letters before somebody's name.
                            || (is_given(token) || self.strangers(end))
                                && self
                                    .known_length(at)
                                    .is_some_and(|(_, known)| known.kind == EntityKind::Organization)
                            // "pindaian MRI Arkhan Fikri": letters of their own before a name met before.
                            || letters(&self.tokens[at]) <= 4 && self.book.parts.contains(&*token.lower));
                // "Direktur Reserse Kriminal Umum Polda Jateng": the field of an office, not a person; the body follows.
                let body = titled
                    && (terms
                        .heads
                        .longest(|i| self.word(end + i))
                        .is_some_and(|(_, head)| head.inner && head.kind == EntityKind::Organization)
                        || self
                            .known_length(end)
                            .is_some_and(|(_, k)| k.kind == EntityKind::Organization && !k.doubtful));
                // "Direktur Labuksi KPK": a short form that no given name is; letters may be a body's own ("Ketua MKD DPR").
                let short = end == at + 1
                    && self.tokens[at].shape == Shape::Capital
                    && !is_given(&self.tokens[at])
                    && self.known_length(at).is_none();
                if body && (short || (at..end).any(|i| self.common(i))) {
                    return end - at;
                }
                // "Menteri Imipas Agus Andrianto": letters for an office's field, then its well-known holder.
                let holder = titled
                    && !is_given(&self.tokens[at])
                    && self
                        .known_length(end)
                        .is_some_and(|(length, known)| length > 1 && known.kind == EntityKind::Person);
                if cut || body || holder {
                    field = holder;
                    break;
                }
                end += 1;
            } else {
                let word = &*token.lower;
                // "Abdul Malik al Houthi", "Bank of England", "Boeing 737"
                let person = terms.person_links.contains(word)
                    && self.caplike(end + 1)
                    && !self.common(end + 1)
                    && (self.pack().tag)(word) != Some(Tag::Adp);
                let body = terms.body_links.get(word) == Some(&BodyLink::Name)
                    && self.caplike(end + 1)
                    && self.stop(end + 1).is_none();
                let number = token.shape == Shape::Number
                    && self.tokens[end - 1].shape != Shape::Number
                    && touches_name(token);
                if !(person || body || number) {
                    break;
                }
                end += 1;
            }
        }
        // "Kepala Desa Sukamaju Ahmad Fauzi", "CEO Walmart Doug McMillon": first the body, then its holder.
        let held = titled.then(|| self.body_of_office(at)).flatten();
        if held.is_some()
            && end - at >= 3
            && !is_given(&self.tokens[at])
            && let Some(holder) = (at + 1..end - 1).find(|&i| is_given(&self.tokens[i]) && !self.common(i))
        {
            end = holder;
        }
        let region =
            (titled && end - at >= 2 && !is_given(&self.tokens[at])).then(|| self.region(at)).flatten();
        if let Some(length) = region.filter(|length| at + length < end) {
            end = at + length;
        }
        let words: Vec<usize> = (at..end).filter(|&i| is_caplike(&self.tokens[i])).collect();
        let common = words.iter().filter(|&&i| self.common(i)).count();
        if words.len() == 1
            && common == 1
            && !titled
            && !place_expected
            && !self.book.seen.contains_key(folded_first)
            && (!self.book.parts.contains(folded_first) || self.opens(at) || self.sentence.title_case)
        {
            return 1;
        }
        let span = self.tokens[at].span.cover(self.tokens[end - 1].span);
        let known =
            world::known(span.of(self.context.text)).or_else(|| world::person(span.of(self.context.text)));
        let (mut guess, mut sure) =
            self.guess(at, end, common, words.len(), titled, place_expected, known.as_ref());
        // The initials of somebody are not the body that bears the same letters.
        let known =
            known.filter(|known| guess != Some(EntityKind::Person) || known.kind == EntityKind::Person);
        if let Some(kind) =
            held.filter(|_| known.as_ref().is_none_or(|known| known.doubtful) && self.holder_follows(end))
        {
            (guess, sure) = (Some(kind), 0.8);
        }
        if region.is_some_and(|length| at + length == end) {
            (guess, sure) = (Some(EntityKind::Place), 0.85);
        } else if field && known.is_none() {
            (guess, sure) = (Some(EntityKind::Organization), 0.6);
        }
        let rule = if self.called(at) || self.aged(end) { "name.called" } else { "name.shape" };
        self.out.push(Name { titled, ..Name::new(at, end, guess, sure, rule).with(known) });
        end - at
    }

    /// "M. Kholid", "Gubernur Riau, SF Hariyanto": whether somebody's first names stand here as letters.
    pub(super) fn initialled(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        let dot = token.lower.ends_with('.') && letters(token) == 2;
        let apposed =
            letters(token) <= 2 && at.checked_sub(1).is_some_and(|comma| self.word(comma) == Some(","));
        token.shape == Shape::Upper
            && (dot || apposed)
            && at > self.sentence.first
            && self.known_length(at).is_none()
            && self.caplike(at + 1)
            && self.tokens[at + 1].shape == Shape::Capital
            && !self.common(at + 1)
            && (is_given(&self.tokens[at + 1])
                || self.known_length(at + 1).is_none_or(|(_, known)| known.kind == EntityKind::Person))
    }

    /// Where a run of capitals ends whose first letters stand in brackets behind it, three of them at least: "Police Watch Peru (PWP)".
    pub(super) fn spelled(&self, at: usize) -> Option<usize> {
        let end = (at..self.sentence.end.min(at + LONGEST)).find(|&i| !is_caplike(&self.tokens[i]))?;
        let short = self.tokens.get(end + 1).filter(|token| token.shape == Shape::Upper)?;
        let bracketed = self.word(end) == Some("(") && self.word(end + 2) == Some(")");
        (bracketed && end - at > 2 && self.initials(at, end) == *short.lower).then_some(end)
    }

    /// Whether two capitalised words stand here that mean nothing by themselves, as in a name of several parts.
    fn strangers(&self, at: usize) -> bool {
        (at..at + 2).all(|i| {
            i < self.sentence.end
                && self.tokens[i].shape == Shape::Capital
                && is_caplike(&self.tokens[i])
                && !self.common(i)
                && self.known_length(i).is_none()
        })
    }

    /// What a plain name is, from its words and its neighbours.
    #[expect(clippy::too_many_arguments, reason = "what the caller has counted already")]
    fn guess(
        &self,
        at: usize,
        end: usize,
        common: usize,
        words: usize,
        titled: bool,
        place_expected: bool,
        known: Option<&Known>,
    ) -> (Option<EntityKind>, f32) {
        let terms = self.pack().words();
        // "berinisial MR", "AKBP AR", "NVS (20)": initials of somebody, whatever else bears the letters.
        if self.called(at) || self.aged(end) && words <= 4 || words == 1 && self.book.called(&self.tokens[at])
        {
            return (Some(EntityKind::Person), 0.9);
        }
        if let Some(known) = known.filter(|known| !known.doubtful) {
            return (Some(known.kind), 0.9);
        }
        if (at..end).any(|i| terms.body_words.contains(&*self.tokens[i].lower)) {
            return (Some(EntityKind::Organization), 0.85);
        }
        // "Ketua Umum Partai Hijau, Oesman Sapta Odang (OSO)": behind an office and a comma letters are a holder's.
        let held = titled && at.checked_sub(1).is_some_and(|comma| self.word(comma) == Some(","));
        if words > 2 && !held && self.spelled(at) == Some(end) {
            return (Some(EntityKind::Organization), 0.85);
        }
        if titled && !(words == 1 && self.tokens[at].shape == Shape::Upper) {
            return (Some(EntityKind::Person), 0.9);
        }
        if let Some(kind) = self.head_before(at) {
            return (Some(kind), 0.85);
        }
        if let Some(kind) = self.sort_before(at, end) {
            return (Some(kind), 0.8);
        }
        if self.defines(at, end) && words > 1 {
            return (Some(EntityKind::Organization), 0.8);
        }
        if place_expected {
            return (Some(EntityKind::Place), 0.85);
        }
        let speech = |i: usize| self.word(i).is_some_and(|w| terms.speech.contains(w));
        let before = at.checked_sub(1).filter(|i| *i >= self.sentence.first);
        let speaks = before.is_some_and(speech) || speech(end);
        let loud = words == 1 && self.tokens[at].shape == Shape::Upper;
        let given = is_given(&self.tokens[at]);
        if self.tokens[at].lower.contains('.') && self.tokens[at].shape != Shape::Upper && words == 1 {
            return (Some(EntityKind::Organization), 0.8);
        }
        if given && common < words && !loud {
            return (Some(EntityKind::Person), if words > 1 { 0.9 } else { 0.6 });
        }
        if speaks && !loud && common < words {
            return (Some(EntityKind::Person), 0.75);
        }
        // "warga Sukamaju", not "warga Ahmad"
        let folk = before.is_some_and(|i| {
            terms.heads.exact(&self.tokens[i].lower).is_some_and(|head| head.nation && !head.alone)
        });
        if (folk || before.is_some_and(|i| terms.at.contains(&*self.tokens[i].lower)))
            && common < words
            && words <= 2
            && !loud
        {
            return (Some(EntityKind::Place), 0.6);
        }
        if loud {
            return (Some(EntityKind::Organization), 0.6);
        }
        if known.is_some() {
            return (Some(EntityKind::Place), 0.5);
        }
        // Foreign words that another pack knows are no person: "World Times", "Great Rift Valley".
        let foreign = |i: &usize| {
            self.tokens[*i].shape != Shape::Capital
                || PACKS.into_iter().any(|pack| {
                    pack.language != self.pack().language && (pack.common)(&self.tokens[*i].lower)
                })
        };
        // "Dani M Nursalam": an initial is nobody's word.
        let initial = |i: &usize| words > 1 && letters(&self.tokens[*i]) == 1;
        let strange =
            (at..end).filter(|i| is_caplike(&self.tokens[*i]) && !initial(i)).filter(foreign).count();
        if common * 2 >= words && common > 0 || words > 3 || strange > 0 {
            return (Some(EntityKind::Organization), 0.45);
        }
        (None, 0.5)
    }

    /// For a name right behind an office that is held in a body: what that body would be. "Kepala Desa" names a place.
    fn body_of_office(&self, at: usize) -> Option<EntityKind> {
        let terms = self.pack().words();
        let first = (1..=4).filter_map(|n| at.checked_sub(n)).filter(|f| *f >= self.sentence.first).find(
            |&first| {
                terms.titles.longest(|i| self.word(first + i)).is_some_and(|(length, title)| {
                    first + length == at && title.scope == Scope::Body && title.relation.is_some()
                })
            },
        )?;
        let place = (first..at)
            .any(|i| terms.heads.longest(|n| self.word(i + n)).is_some_and(|(_, head)| head.classifier));
        Some(if place { EntityKind::Place } else { EntityKind::Organization })
    }

    /// For a name right behind an office that is held in a region ("Bupati Lada Utara Rina Sari"): how many words name the region.
    fn region(&self, at: usize) -> Option<usize> {
        let terms = self.pack().words();
        let office =
            (1..=3).filter_map(|n| at.checked_sub(n)).filter(|f| *f >= self.sentence.first).any(|first| {
                terms
                    .titles
                    .longest(|i| self.word(first + i))
                    .is_some_and(|(length, title)| first + length == at && title.region)
            });
        let known =
            self.known_length(at).filter(|(_, known)| known.kind == EntityKind::Place).map_or(1, |k| k.0);
        let directed = self.word(at + known).is_some_and(|w| terms.directions.contains(w));
        office.then_some(known + usize::from(directed))
    }

    /// Whether the name of a person follows, right away or behind a comma: "CEO Walmart, Doug McMillon, mengatakan".
    fn holder_follows(&self, end: usize) -> bool {
        let comma = self.word(end) == Some(",");
        let first = end + usize::from(comma);
        let run = (first..self.sentence.end).take_while(|&i| self.caplike(i) && !self.common(i)).count();
        if comma {
            // "Ketua Relawan Lada, Bahrul, mengecam": one name, if commas set it off.
            let set_off = run == 1 && self.word(first + 1) == Some(",");
            let named = (run >= 2 || set_off)
                && self.known_length(first).is_none_or(|(_, k)| k.kind == EntityKind::Person);
            named && self.tokens.get(first + run).is_none_or(|t| t.tag != Tag::Cconj)
        } else {
            // "Kapolres Bungo AKBP Natalena"
            run >= 2 && is_given(&self.tokens[first]) || first < self.sentence.end && self.honorific(first)
        }
    }

    /// Whether the word before says that a person's name follows: "berinisial MR", "Kompol AR".
    pub(super) fn called(&self, at: usize) -> bool {
        let terms = self.pack().words();
        at > self.sentence.first && {
            let before = &*self.tokens[at - 1].lower;
            // "Direktur Jenderal WHO": there the rank is part of an office.
            let office = || {
                at.checked_sub(2).filter(|first| *first >= self.sentence.first).is_some_and(|first| {
                    terms.titles.longest(|i| self.word(first + i)).is_some_and(|(length, _)| length == 2)
                })
            };
            terms.named.contains(before)
                || terms.honorifics.contains(before) && self.tokens[at].shape == Shape::Upper && !office()
        }
    }

    /// Whether an age in brackets follows: "(27)", "(27 tahun)".
    pub(super) fn aged(&self, end: usize) -> bool {
        let age = |word: &str| word.parse::<u8>().is_ok_and(|years| (5..100).contains(&years));
        self.word(end) == Some("(")
            && self.word(end + 1).is_some_and(age)
            && (self.word(end + 2) == Some(")") || self.word(end + 3) == Some(")"))
    }

    /// "kota Kharkiv", "surat kabar Haaretz", "perusahaan teknologi Huawei": what the noun before says.
    fn head_before(&self, at: usize) -> Option<EntityKind> {
        let terms = self.pack().words();
        let mut last = at.checked_sub(1).filter(|i| *i >= self.sentence.first)?;
        let mut steps = 0;
        while terms.modifiers.contains(&*self.tokens[last].lower) && last > self.sentence.first && steps < 2 {
            last -= 1;
            steps += 1;
        }
        (0..3).filter_map(|n| last.checked_sub(n)).filter(|first| *first >= self.sentence.first).find_map(
            |first| {
                let (length, head) = terms
                    .heads
                    .longest(|i| self.word(first + i).map(|w| (self.pack().singular)(w).unwrap_or(w)))?;
                let fits = first + length > last
                    && (head.classifier
                        || !head.body
                            && matches!(
                                head.kind,
                                EntityKind::Organization
                                    | EntityKind::Facility
                                    | EntityKind::Weapon
                                    | EntityKind::Agreement
                            )
                        || head.groups);
                // "perusahaan roket Lada": what stands first is the noun, the next says of what sort.
                let body = first.checked_sub(1).filter(|i| *i >= self.sentence.first).is_some_and(|noun| {
                    let whole = terms.heads.exact(&self.tokens[noun].lower);
                    whole.is_some_and(|whole| whole.kind == EntityKind::Organization && !whole.body)
                });
                if fits && body && matches!(head.kind, EntityKind::Weapon | EntityKind::Facility) {
                    return Some(EntityKind::Organization);
                }
                fits.then_some(match head.kind {
                    EntityKind::Country => EntityKind::Place,
                    EntityKind::Group => EntityKind::Organization,
                    kind => kind,
                })
            },
        )
    }

    /// "perusahaan analisis asal Peru, Lada,": what a sort of body and its state say of the name that a comma sets off.
    fn sort_before(&self, at: usize, end: usize) -> Option<EntityKind> {
        let terms = self.pack().words();
        let comma = at.checked_sub(1).filter(|comma| self.word(*comma) == Some(","))?;
        let state = self
            .out
            .last()
            .filter(|name| name.end == comma && name.guess == Some(EntityKind::Country))?
            .first;
        let origin = state.checked_sub(1).filter(|i| terms.origins.contains(&*self.tokens[*i].lower));
        let set_off = self.tokens.get(end).is_none_or(|token| token.tag == Tag::Punct);
        let kind = self.head_before(origin.unwrap_or(state))?;
        (set_off && kind == EntityKind::Organization).then_some(kind)
    }

    /// Whether letters in brackets follow that begin with the name's own initial: "Crisis Response Team (CRT)".
    fn defines(&self, at: usize, end: usize) -> bool {
        self.word(end) == Some("(")
            && self.word(end + 2) == Some(")")
            && self.tokens[end + 1].shape == Shape::Upper
            && self.tokens[end + 1].lower.chars().next() == self.tokens[at].lower.chars().next()
    }

    /// The first letters of a name's capitalised words.
    fn initials(&self, first: usize, end: usize) -> String {
        (first..end)
            .filter(|&i| is_caplike(&self.tokens[i]))
            .filter_map(|i| self.tokens[i].lower.chars().next())
            .collect()
    }

    /// "Eko Purnomo alias Eko Patrio": two names of one.
    pub(super) fn aliases(&mut self) {
        let terms = self.pack().words();
        for at in 1..self.out.len() {
            let alias = self.out[at]
                .first
                .checked_sub(1)
                .filter(|link| self.word(*link).is_some_and(|word| terms.aliases.contains(word)));
            let Some(link) = alias.filter(|_| self.out[at].short_for.is_none()) else { continue };
            let before = |name: &Name| name.end == link && !name.nested;
            if let Some(long) = self.out.iter().position(before).filter(|long| *long != at) {
                self.out[at].short_for = Some(long);
                let guess = self.out[long].guess.or(self.out[at].guess);
                self.out[at].guess = guess;
                self.out[long].guess = guess;
            }
        }
    }

    /// "Perserikatan Bangsa-Bangsa (PBB)": the letters in brackets stand for the name before them.
    pub(super) fn acronyms(&mut self) {
        for at in 0..self.out.len() {
            let Name { first, end, .. } = self.out[at];
            // "AW (Abdul Wahid)": initials first.
            if end == first + 1
                && self.tokens[first].shape == Shape::Upper
                && self.word(end) == Some("(")
                && let Some(long) = self.out.iter().position(|name| name.first == end + 1 && !name.nested)
                && self.initials(self.out[long].first, self.out[long].end) == *self.tokens[first].lower
            {
                self.out[at].short_for = Some(long);
                self.out[at].guess = self.out[long].guess;
                self.out[at].sure = self.out[long].sure;
                continue;
            }
            let bracketed = first > self.sentence.first
                && &*self.tokens[first - 1].lower == "("
                && self.word(end) == Some(")");
            if !bracketed || end != first + 1 {
                continue;
            }
            let open = first - 1;
            // "Polda Jawa Tengah (Jateng)" abbreviates only the place.
            if self.out[at].known.as_ref().is_some_and(|known| known.kind == EntityKind::Place) {
                continue;
            }
            // "Suhartono (SH)": somebody's initials.
            let initials = |name: &Name| {
                let letters = &self.tokens[first];
                letters.shape == Shape::Upper
                    && letters.lower.len() <= 3
                    && self.out[at].known.is_none()
                    && matches!(name.guess, Some(EntityKind::Person) | None)
                    && self.tokens[name.first].lower.chars().next() == letters.lower.chars().next()
            };
            if let Some(long) = self.out.iter().position(|name| {
                name.end == open && !name.nested && (name.first + 1 < name.end || initials(name))
            }) {
                self.out[at].short_for = Some(long);
                if self.out[at].known.is_none() {
                    self.out[at].guess = self.out[long].guess;
                    self.out[at].sure = self.out[long].sure;
                }
            }
        }
    }
}
