//! Names that begin with their head: "Kementerian Luar Negeri AS", "Jalur Gaza", "Badan Meteorologi, Klimatologi, dan
//! Geofisika". Where such a name ends is the question here; what it is, its head says.

use lang::{BodyLink, Shape};
use model::EntityKind;

use super::is_caplike;
use super::names::{Name, is_given};
use super::reader::Reader;
use crate::world::{self, Known};

/// Longest run of words in an organisation's name.
const LONGEST_BODY: usize = 12;

impl Reader<'_> {
    /// A name that begins with its head: "Kementerian Luar Negeri AS", "Badan Meteorologi, Klimatologi, dan Geofisika".
    pub(super) fn body(
        &mut self,
        at: usize,
        head_length: usize,
        head: lang::Head,
        titled: bool,
    ) -> Option<usize> {
        let terms = self.pack().words();
        let mut end = at + head_length;
        let mut inner: Vec<(usize, usize, Known)> = Vec::new();
        let listing = head.body && head.kind == EntityKind::Organization;
        while end < self.sentence.end && end - at < LONGEST_BODY {
            let token = &self.tokens[end];
            if is_caplike(token) {
                if self.stop(end).is_some() && !self.common(end) && token.shape != Shape::Upper {
                    break;
                }
                // "Bandara I Gusti Ngurah Rai" bears a rank.
                let rank = self.honorific(end) && head.kind != EntityKind::Facility;
                // "Ketua Komisi X DPR Lalu Hadrian": no body goes on with an adverb.
                let adverb = titled
                    && inner.last().is_some_and(|(_, last, _)| *last == end)
                    && token.tag == lang::Tag::Adv
                    && self.caplike(end + 1);
                // "Sekretaris Partai Hijau M. Quispe"
                let initials = titled && end > at + head_length && self.initialled(end);
                if rank || initials || adverb || (end > at + head_length && self.title_cuts(end)) {
                    break;
                }
                if let Some((length, known)) = self.known_length(end) {
                    let state = matches!(
                        known.kind,
                        EntityKind::Country
                            | EntityKind::Organization
                            | EntityKind::Place
                            | EntityKind::Group
                    );
                    // "Anggota DPR Sari Dewi": a town that is a given name, and more of the name behind it.
                    let person = known.kind == EntityKind::Place
                        && length == 1
                        && is_given(token)
                        && self.caplike(end + 1)
                        && !self.common(end + 1);
                    if person {
                        break;
                    }
                    if state {
                        inner.push((end, end + length, known.clone()));
                        end += length;
                        // "anggota DPR Fraksi Partai Golkar Ratih Sanjaya": behind the party its member begins.
                        let member = known.kind == EntityKind::Organization
                            && head.kind == EntityKind::Organization
                            && self.caplike(end)
                            && self.caplike(end + 1)
                            && self.tokens[end].shape == Shape::Capital
                            && !self.common(end)
                            && !self.common(end + 1)
                            && self.known_length(end).is_none();
                        let closes =
                            member || known.kind == EntityKind::Country && (head.body || !self.caplike(end));
                        if closes
                            || (head.body || self.caplike(end) && is_given(&self.tokens[end]))
                                && self.next_is_person(end, titled)
                        {
                            break;
                        }
                        continue;
                    }
                    break;
                }
                if end > at + head_length
                    && (head.body || is_given(token) && head.kind != EntityKind::Facility)
                    && self.next_is_person(end, titled)
                {
                    break;
                }
                end += 1;
            } else {
                let behind_word = self.tokens[end - 1].shape != Shape::Punct;
                // "Pasal 5", "Kementerian Hukum dan HAM", "Badan Meteorologi, Klimatologi, dan Geofisika"
                let number =
                    token.shape == Shape::Number && behind_word && head.kind == EntityKind::Agreement;
                let link = terms.body_links.contains_key(&*token.lower)
                    && self.caplike(end + 1)
                    && behind_word
                    && self.link_holds(at, head_length, end, head.kind == EntityKind::Organization, &inner);
                let comma = &*token.lower == ","
                    && listing
                    && self.caplike(end + 1)
                    && self.known_length(end + 1).is_none()
                    && self.lists_on(end);
                if !(number || link || comma) {
                    break;
                }
                end += 1;
            }
        }
        // "Badan Kerja Sama Antar Parlemen (BKSAP)": all that the letters spell.
        end = end.max(self.spelled(at).unwrap_or(end));
        // "Perang Thailand-Kamboja" at the start of a sentence: the capital is the sentence's.
        if self.opens(at)
            && head.kind == EntityKind::Other
            && inner.first().is_some_and(|(first, _, _)| *first == at + head_length)
        {
            return None;
        }
        let bare = end == at + head_length;
        if bare && (!head.alone || self.opens(at)) {
            return None;
        }
        if bare && self.common(at) && head_length == 1 {
            return None;
        }
        // A head and a country alone describe: "Pemerintah Iran", "Polisi Jepang", "Parlemen Israel" go to the descriptions.
        if head_length == 1
            && head.kind != EntityKind::Agreement
            && inner.len() == 1
            && inner[0].0 == at + 1
            && inner[0].1 == end
            && self.opens(at)
            && head.alone
        {
            return None;
        }
        let guess = head.kind;
        let span = self.tokens[at].span.cover(self.tokens[end - 1].span);
        let mut known = world::known(span.of(self.context.text));
        // "Republik Perancis" is France.
        if let [(first, last, state)] = &inner[..]
            && known.is_none()
            && head.kind == EntityKind::Country
            && state.kind == EntityKind::Country
            && (*first, *last) == (at + head_length, end)
        {
            known = Some(state.clone());
            inner.clear();
        }
        self.out.push(Name::new(at, end, Some(guess), 0.8, "name.head").with(known));
        let nests = head.body && head.kind != EntityKind::Facility
            || head.kind == EntityKind::Agreement
            || head.kind == EntityKind::Other;
        if nests {
            let (start, end) = (at, end);
            let letters = end - 1;
            if letters > start
                && self.tokens[letters].shape == Shape::Upper
                && self.tokens[letters].lower.len() <= 6
                // "Komisi III"
                && !self.tokens[letters].lower.chars().all(|letter| "ivxlc".contains(letter))
                && inner.iter().all(|(_, last, _)| *last != end)
            {
                self.out.push(Name {
                    nested: true,
                    ..Name::new(letters, end, Some(EntityKind::Organization), 0.6, "name.nested")
                });
            }
            for (first, last, known) in
                inner.into_iter().filter(|(_, _, known)| head.body || known.kind != EntityKind::Place)
            {
                self.out.push(Name::inside(first, last, known));
            }
        }
        Some(end - at)
    }

    /// Whether an office begins here inside a run: "Kementerian Luar Negeri Menteri" does not occur, "Partai X Ketua" might.
    fn title_cuts(&self, at: usize) -> bool {
        self.pack().words().titles.longest(|i| self.word(at + i)).is_some_and(|(length, title)| {
            length > 1 || title.relation.is_some() && !self.common_inside_body(at)
        })
    }

    /// "Presiden" in "Sekretariat Presiden", "Perwakilan" in "Dewan Perwakilan Rakyat".
    fn common_inside_body(&self, at: usize) -> bool {
        self.common(at)
    }

    /// Behind the office of a body its holder follows: "Kepala Badan Intelijen Pusat William Burns".
    fn next_is_person(&self, at: usize, titled: bool) -> bool {
        titled
            && self.caplike(at)
            && (is_given(&self.tokens[at])
                || !self.common(at)
                    && self.tokens[at].shape == Shape::Capital
                    && self.known_length(at).is_none_or(|(_, k)| k.kind == EntityKind::Person))
    }

    fn link_holds(
        &self,
        at: usize,
        head_length: usize,
        end: usize,
        listing: bool,
        inner: &[(usize, usize, Known)],
    ) -> bool {
        let next = end + 1;
        let terms = self.pack().words();
        let Some(link) = self.word(end).and_then(|link| terms.body_links.get(link)) else { return false };
        let another_head = terms
            .heads
            .longest(|i| self.word(next + i))
            .is_some_and(|(_, head)| head.inner && head.kind == EntityKind::Organization);
        let closed = inner.iter().any(|(_, last, known)| *last == end && known.kind == EntityKind::Country);
        let known_next = self.known_length(next).is_some();
        match link {
            BodyLink::List => {
                listing
                    && !another_head
                    && !closed
                    && !known_next
                    && end > at + head_length
                    && self.common(next)
            }
            BodyLink::Purpose => !closed && !known_next,
            BodyLink::Clause => end == at + head_length && self.tokens[at].shape == Shape::Capital,
            BodyLink::Name => true,
        }
    }

    /// "Meteorologi, Klimatologi, dan Geofisika": a list that "dan" closes soon.
    pub(super) fn lists_on(&self, comma: usize) -> bool {
        (comma + 2..(comma + 6).min(self.sentence.end)).any(|i| {
            self.pack().words().body_links.contains_key(&*self.tokens[i].lower)
                && self.caplike(i + 1)
                && self.known_length(i + 1).is_none()
        }) && (comma + 1..(comma + 6).min(self.sentence.end))
            .take_while(|&i| !self.pack().words().body_links.contains_key(&*self.tokens[i].lower))
            .all(|i| self.caplike(i) || &*self.tokens[i].lower == ",")
    }
}
