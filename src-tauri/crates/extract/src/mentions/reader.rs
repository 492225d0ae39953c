//! Going through a sentence from capital to capital: what opens here, a name of the tables, an office, a head, or any
//! other name. Offices, honorifics and classifiers are stepped over; they are no part of a name.

use lang::{Pack, Shape, Tag, Token};
use model::{EntityKind, Names};

use super::names::{Book, Name, is_given};
use super::{is_caplike, word};
use crate::analysis::{Context, Sentence, SentenceKind};
use crate::world::{self, Known};

/// Longest name a table is asked for, in tokens.
const LONGEST_KNOWN: usize = 8;

/// Reads the names of one sentence.
pub(super) struct Reader<'a> {
    pub(super) tokens: &'a [Token],
    pub(super) context: &'a Context<'a>,
    pub(super) sentence: &'a Sentence,
    pub(super) book: &'a Book,
    pub(super) out: Vec<Name>,
}

impl Reader<'_> {
    pub(super) fn pack(&self) -> &'static Pack {
        self.context.pack
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        word(self.tokens, at, self.sentence.end)
    }

    pub(super) fn caplike(&self, at: usize) -> bool {
        at < self.sentence.end && is_caplike(&self.tokens[at])
    }

    /// Whether the word opens the sentence or a quotation, where its capital says nothing.
    pub(super) fn opens(&self, at: usize) -> bool {
        let before = &self.tokens[self.sentence.first..at];
        before.iter().all(|t| t.shape == Shape::Punct)
            || before.last().is_some_and(|t| matches!(&*t.lower, "\"" | "“" | "‘" | "(" | ":" | "•"))
    }

    /// Whether it is an ordinary word: in the lexicon, or met in lower case in this text.
    pub(super) fn common(&self, at: usize) -> bool {
        let token = &self.tokens[at];
        token.shape != Shape::Upper
            && ((self.pack().common)(&token.lower)
                || self.book.small.contains(&*token.lower)
                // "Sekutu-sekutu"
                || (self.pack().singular)(&token.lower).is_some_and(self.pack().common))
    }

    /// Whether it may be an ordinary word by its affixes, though no table has it: "Kecaman", "Itulah".
    pub(super) fn formed(&self, at: usize) -> bool {
        self.tokens[at].shape != Shape::Upper && (self.pack().tag)(&self.tokens[at].lower).is_some()
    }

    pub(super) fn read(&mut self) {
        let mut at = self.sentence.first;
        let mut titled = None;
        // "AMBON, WARTA.com -": a dateline opens with its place.
        let dateline = self.sentence.kind == SentenceKind::Furniture
            && self.tokens[at].shape == Shape::Upper
            && self.word(at + 1).is_some_and(|w| matches!(w, "," | "(" | "-" | "--"));
        let mut place_expected = dateline;
        while at < self.sentence.end {
            let token = &self.tokens[at];
            if !is_caplike(token) {
                if token.shape == Shape::Lower {
                    place_expected = false;
                    titled = self.small_title(at);
                } else if token.shape == Shape::Punct && &*token.lower != "," {
                    titled = None;
                }
                at += 1;
                continue;
            }
            if let Some(length) = self.stop(at) {
                at += length;
                titled = None;
                continue;
            }
            // "AKP Momon Suwito": a rank, though a party bears the letters too.
            if token.shape == Shape::Upper
                && self.honorific(at)
                && self.caplike(at + 1)
                && !self.common(at + 1)
            {
                titled = Some(at);
                at += 1;
                continue;
            }
            // "Gubernur Aceh": the office is held over a place.
            let region = titled.is_some_and(|first| self.over_place(first, at));
            if let Some(length) = self.known(at, titled.is_some(), place_expected || region) {
                at += length;
                place_expected = false;
                continue;
            }
            if let Some((length, _)) = self
                .pack()
                .words()
                .titles
                .longest(|i| self.word(at + i))
                .filter(|_| token.shape != Shape::Upper || self.known_title(at))
            {
                titled = Some(at);
                // "Presiden Komisi Eropa": the body has a name of its own.
                let own = (1..length).find(|skip| {
                    self.known_length(at + skip).is_some_and(|(known, body)| {
                        skip + known > length && body.kind == EntityKind::Organization
                    })
                });
                at += own.unwrap_or_else(|| self.title_length(at, length));
                // "Perdana Menteri (PM) Israel"
                let titles = &self.pack().words().titles;
                let short = self.word(at) == Some("(")
                    && self.word(at + 2) == Some(")")
                    && self.word(at + 1).is_some_and(|w| titles.exact(w).is_some());
                // "Menteri Koordinator (Menko) Bidang Hukum dan Imigrasi"
                if short {
                    let open = titled.is_some_and(|first| self.open_title(first, at - first));
                    at += 3;
                    at = if open { self.fields(at, at) } else { at };
                }
                continue;
            }
            let two = usize::from(self.honorific_pair(at));
            if two == 1 || self.pack().words().title_openers.contains(&*token.lower) || self.honorific(at) {
                titled = Some(at);
                at += 1 + two;
                if self.word(at) == Some(".") {
                    at += 1;
                }
                continue;
            }
            if let Some((length, head)) =
                self.pack().words().heads.longest(|i| self.word(at + i)).map(|(n, h)| (n, *h))
                && self.caplike_run(at, length)
            {
                if head.inner
                    && !self.sentence.title_case
                    && let Some(length) = self.body(at, length, head, titled.is_some())
                {
                    at += length;
                    continue;
                }
                place_expected = head.classifier && !self.sentence.title_case;
                at += length;
                continue;
            }
            at += self.plain(at, titled.is_some(), place_expected);
            place_expected = false;
            titled = None;
        }
        self.acronyms();
        self.aliases();
    }

    /// Whether all words of a phrase that begins with a capital go on with capitals ("Kementerian Luar Negeri"); a head
    /// that opens a sentence may go on small ("Pemerintah negara itu").
    fn caplike_run(&self, at: usize, length: usize) -> bool {
        (at..at + length).all(|i| self.caplike(i)) || self.opens(at)
    }

    pub(super) fn known_length(&self, at: usize) -> Option<(usize, Known)> {
        let limit = LONGEST_KNOWN.min(self.sentence.end - at);
        let mut longest = 0;
        while longest < limit {
            let token = &self.tokens[at + longest];
            let goes_on = if longest == 0 {
                is_caplike(token)
            } else {
                is_caplike(token)
                    || token.shape == Shape::Lower
                    || token.shape == Shape::Number
                    || matches!(&*token.lower, "." | "-" | "&" | ",")
            };
            if !goes_on {
                break;
            }
            longest += 1;
        }
        for length in (1..=longest).rev() {
            let last = &self.tokens[at + length - 1];
            if length > 1 && !is_caplike(last) && last.shape != Shape::Number {
                continue;
            }
            let span = self.tokens[at].span.cover(last.span);
            if let Some(known) = world::known(span.of(self.context.text)) {
                return Some((length, known));
            }
        }
        None
    }

    /// A name the tables know. Takes it, with what is nested, and says how many tokens it took.
    fn known(&mut self, at: usize, titled: bool, place_expected: bool) -> Option<usize> {
        let (length, known) = self.known_length(at)?;
        let single = length == 1;
        let end = at + length;
        // "MA (45)" are somebody's initials here, though a court bears the letters too.
        if single
            && (self.called(at) || self.aged(end) || self.book.called(&self.tokens[at]))
            && known.kind != EntityKind::Country
        {
            return None;
        }
        // "Presiden Republik Perancis": the word belongs to the state, not to a party.
        let state = self.pack().words().heads.exact(&self.tokens[at].lower);
        if single
            && known.kind == EntityKind::Organization
            && state.is_some_and(|head| head.kind == EntityKind::Country)
            && self.caplike(end)
            && self.known_length(end).is_some_and(|(_, next)| next.kind == EntityKind::Country)
        {
            return None;
        }
        // "Kementerian Kesehatan" is a table's own only where no other state follows: "Kementerian Kesehatan Gaza".
        let body = self
            .pack()
            .words()
            .heads
            .longest(|i| self.word(at + i))
            .is_some_and(|(_, head)| head.inner && head.body);
        if body && !self.sentence.title_case && self.caplike(end) && self.known_length(end).is_some() {
            return None;
        }
        // "Partai Buruh Norwegia" is not the party of that name that the table has from elsewhere.
        let foreign = |country: Option<model::Country>| {
            let next = self.known_length(end).filter(|(_, next)| next.kind == EntityKind::Country);
            country.is_some_and(|own| next.is_some_and(|(_, next)| next.country.is_some_and(|c| c != own)))
        };
        if known.kind == EntityKind::Organization
            && !single
            && !self.sentence.title_case
            && self.caplike(end)
            && foreign(known.country)
        {
            return None;
        }
        // "Demokrat" and "Antara" are also words; a headline in title case and the first word of a sentence do not tell.
        if known.kind == EntityKind::Organization
            && single
            && (self.sentence.title_case || self.opens(at))
            && self.common(at)
            && !self.book.seen.contains_key(&*self.tokens[at].lower)
        {
            return None;
        }
        if known.kind == EntityKind::Place
            && known.capital
            && single
            && (self.sentence.title_case || self.opens(at))
            && self.common(at)
            && !place_expected
        {
            // "Lima Bulan Usai Putus"
            return None;
        }
        if known.kind == EntityKind::Place && !known.capital && !place_expected && single {
            let seen = self.book.seen.get(&*self.tokens[at].lower).copied().flatten();
            let local = self.preposition_before(at);
            // "Serang" is a town and "attack"; "Batu" a town and "stone".
            if (self.sentence.title_case || self.opens(at))
                && self.common(at)
                && seen != Some(EntityKind::Place)
            {
                return None;
            }
            if known.doubtful && !local && seen != Some(EntityKind::Place) {
                return None;
            }
            // "Jalan Gatot Subroto", "Ali Larijani": the word goes on as somebody's name.
            if self.goes_on(end) && !local && !titled && !self.resident(at, end) {
                return None;
            }
        }
        if single
            && titled
            && matches!(known.kind, EntityKind::Place)
            && (known.doubtful || self.goes_on(end))
            && !place_expected
            && is_given(&self.tokens[at])
        {
            return None;
        }
        // "Indonesia Police Watch (IPW)": the letters in brackets spell one name.
        if single && self.spelled(at).is_some_and(|whole| whole > end) {
            return None;
        }
        // "Gaza Humanitarian Foundation" is one name, whatever stands before it.
        let run = (end..self.sentence.end).take_while(|&i| self.caplike(i));
        if single
            && known.kind != EntityKind::Person
            && run.into_iter().any(|i| self.pack().words().body_words.contains(&*self.tokens[i].lower))
            && self.goes_on(end)
        {
            return None;
        }
        // "Israel Katz", "India Today", "Jakarta Post": unless a noun or office stands before, more capitals make one name.
        if single
            && matches!(known.kind, EntityKind::Country | EntityKind::Place | EntityKind::Organization)
            && self.goes_on(end)
            && !titled
            && !self.noun_before(at)
            && !self.posted(at)
            && !self.sentence.title_case
        {
            return None;
        }
        // "Gaza Utara", "Ukraina Timur": a part of it.
        if matches!(known.kind, EntityKind::Place | EntityKind::Country)
            && !self.sentence.title_case
            && self.caplike(end)
            && self.word(end).is_some_and(|w| self.pack().words().directions.contains(w))
        {
            let whole = Known {
                kind: EntityKind::Place,
                country: known.country,
                names: Names::same(self.tokens[at].span.cover(self.tokens[end].span).of(self.context.text)),
                links: Vec::new(),
                capital: false,
                doubtful: false,
            };
            self.out.push(Name::new(at, end + 1, Some(EntityKind::Place), 0.85, "name.part").with(whole));
            return Some(length + 1);
        }
        let organization = known.kind == EntityKind::Organization;
        self.out.push(Name::of_table(at, end, known, titled));
        // "PBB" in "Dewan Keamanan PBB"
        if organization && body && length > 1 {
            let inner = (1..length).find_map(|skip| {
                self.known_length(at + skip)
                    .filter(|(n, _)| skip + n == length)
                    .map(|(n, inner)| (at + skip, n, inner))
            });
            if let Some((first, n, inner)) = inner
                .filter(|(_, _, inner)| matches!(inner.kind, EntityKind::Country | EntityKind::Organization))
            {
                self.out.push(Name::inside(first, first + n, inner));
            }
        }
        Some(length)
    }

    /// "warga Papua Rudi Hartono": behind a place that is nobody's given name, a given name and more of it.
    fn resident(&self, at: usize, end: usize) -> bool {
        self.noun_before(at)
            && !is_given(&self.tokens[at])
            && self.goes_on(end)
            && is_given(&self.tokens[end])
            && self.caplike(end + 1)
            && !self.common(end + 1)
    }

    /// Whether an unknown capitalised word follows, as in "Israel Katz".
    fn goes_on(&self, at: usize) -> bool {
        self.caplike(at)
            && self.stop(at).is_none()
            && !self.common(at)
            && self.known_length(at).is_none_or(|(_, known)| known.kind != EntityKind::Country)
            && !self.honorific(at)
            && self.pack().words().titles.longest(|i| self.word(at + i)).is_none()
    }

    /// "Duta Besar Inggris untuk Indonesia Dominic Jermey": the state behind a state's office is where it is held.
    fn posted(&self, at: usize) -> bool {
        let Some(link) = at.checked_sub(1).filter(|link| *link > self.sentence.first) else { return false };
        let terms = self.pack().words();
        let sender =
            self.out.last().filter(|name| name.end == link && name.guess == Some(EntityKind::Country));
        terms.office_links.contains(&*self.tokens[link].lower)
            && sender.is_some_and(|sender| {
                (1..=3).filter_map(|n| sender.first.checked_sub(n)).any(|first| {
                    terms.titles.longest(|i| self.word(first + i)).is_some_and(|(n, title)| {
                        first + n == sender.first && title.relation == Some(model::RelationKind::Represents)
                    })
                })
            })
    }

    fn preposition_before(&self, at: usize) -> bool {
        at > self.sentence.first && self.pack().words().at.contains(&*self.tokens[at - 1].lower)
    }

    fn noun_before(&self, at: usize) -> bool {
        at > self.sentence.first && {
            let before = &self.tokens[at - 1];
            let heads = &self.pack().words().heads;
            // "kepala staf angkatan laut Peru Jorge Quispe"
            let body = (2..=3).filter_map(|n| at.checked_sub(n)).filter(|f| *f >= self.sentence.first).any(
                |first| {
                    heads.longest(|i| self.word(first + i)).is_some_and(|(n, _)| n > 1 && first + n == at)
                },
            );
            // "Ketua Mahkamah Kehormatan Dewan (MKD) DPR Rina Sari"
            let bracket = &*before.lower == ")"
                && at >= self.sentence.first + 3
                && is_caplike(&self.tokens[at - 2])
                && &*self.tokens[at - 3].lower == "(";
            body || bracket
                || before.tag == Tag::Noun
                || (is_caplike(before)
                    && before.tag == Tag::Propn
                    && self.out.last().is_none_or(|name| name.end < at))
                || self
                    .out
                    .last()
                    .is_some_and(|name| name.end == at && name.guess == Some(EntityKind::Organization))
        }
    }
}

/// Letters of a word.
pub(super) fn letters(token: &Token) -> usize {
    token.lower.chars().count()
}

/// A number that may belong to a name: "Boeing 737", not "1.200".
pub(super) fn touches_name(token: &Token) -> bool {
    token.lower.len() <= 3
}
