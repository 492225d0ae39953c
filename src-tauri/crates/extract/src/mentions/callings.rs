//! What stands before a name and is none: titles and their fields, ranks and forms of address, words that name no actor.

use lang::{BodyLink, Shape};

use super::names::is_given;
use super::reader::Reader;
use super::{is_ordinal, title_ending};

/// How far the last of an office's fields is looked for behind a comma.
const FIELDS: usize = 14;

impl Reader<'_> {
    /// "presiden" in lower case right before a name says that a person follows.
    pub(super) fn small_title(&self, at: usize) -> Option<usize> {
        title_ending(self.pack().words(), self.sentence.first, at, |at| self.word(at))
    }

    pub(super) fn stop(&self, at: usize) -> Option<usize> {
        let stops = &self.pack().words().stops;
        // "Minggu-Senin"
        let pair = self
            .word(at)
            .is_some_and(|w| w.contains('-') && w.split('-').all(|part| stops.exact(part).is_some()));
        // "Rp5"
        let sum = self.word(at).is_some_and(|w| {
            let unit = w.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
            unit.len() < w.len() && stops.exact(unit).is_some()
        });
        if pair || sum || is_ordinal(&self.tokens[at], self.pack()) {
            return Some(1);
        }
        // "Arab" is a tongue, "Arab Saudi" a state.
        stops
            .longest(|i| self.word(at + i))
            .map(|(length, ())| length)
            .filter(|length| self.known_length(at).is_none_or(|(known, _)| known <= *length))
    }

    pub(super) fn honorific(&self, at: usize) -> bool {
        let honorifics = &self.pack().words().honorifics;
        let bracketed = self.word(at + 1) == Some("(")
            && self.word(at + 3) == Some(")")
            && self.word(at + 2).is_some_and(|rank| honorifics.contains(rank));
        honorifics.contains(self.tokens[at].lower.trim_end_matches('.'))
            && (self.caplike(at + 1) || self.word(at + 1) == Some(".") || bracketed)
    }

    /// "Yang Mulia Lawrence Wong": an honorific of two words before a name.
    pub(super) fn honorific_pair(&self, at: usize) -> bool {
        self.caplike(at + 1)
            && self.caplike(at + 2)
            && self.word(at + 1).is_some_and(|next| {
                self.pack().words().honorifics.contains(&*format!("{} {next}", self.tokens[at].lower))
            })
    }

    /// Whether the office before this token is one over a part of a state.
    pub(super) fn over_place(&self, first: usize, at: usize) -> bool {
        let title = self.pack().words().titles.longest(|i| self.word(first + i));
        title.is_some_and(|(length, title)| title.region && first + length == at)
    }

    /// "PM", "CEO": offices in capitals.
    pub(super) fn known_title(&self, at: usize) -> bool {
        self.pack().words().titles.exact(&self.tokens[at].lower).is_some()
    }

    /// An office with the words of its portfolio: "Menteri Koordinator Bidang Politik dan Keamanan".
    pub(super) fn title_length(&self, at: usize, length: usize) -> usize {
        let end = at + length;
        if self.open_title(at, length) { self.fields(end, end) - at } else { length }
    }

    /// Whether more words may follow an office, by itself or as it begins: "menteri" in "menteri pendidikan".
    pub(super) fn open_title(&self, at: usize, length: usize) -> bool {
        let titles = &self.pack().words().titles;
        (1..=length).any(|words| {
            let phrase = titles.longest(|i| (i < words).then(|| self.word(at + i)).flatten());
            phrase.is_some_and(|(_, title)| title.open)
        })
    }

    /// Where the fields of an office end that begin at a token or go on there.
    pub(super) fn fields(&self, from: usize, mut end: usize) -> usize {
        let terms = self.pack().words();
        while end < self.sentence.end {
            let more = self.caplike(end)
                && self.common(end)
                && self.known_length(end).is_none()
                && terms.heads.longest(|i| self.word(end + i)).is_none_or(|(_, head)| !head.inner)
                && !self.honorific(end)
                && !is_given(&self.tokens[end]);
            // "Menteri Agraria dan Tata Ruang": a rare word for a field, with another.
            let rare = end == from
                && self.caplike(end)
                && self.tokens[end].shape == Shape::Capital
                && self.known_length(end).is_none()
                && !is_given(&self.tokens[end])
                && self.word(end + 1).is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::List))
                && self.caplike(end + 2)
                && self.common(end + 2)
                && terms.titles.longest(|i| self.word(end + 2 + i)).is_none()
                && !self.honorific(end + 2);
            if more || rare {
                end += 1;
                continue;
            }
            let comma = self.word(end) == Some(",");
            // "Hukum, Hak Asasi Manusia, Imigrasi, dan Pemasyarakatan"
            if comma
                && end > from
                && let Some(last) = self.last_field(end)
            {
                end = last + 1;
                continue;
            }
            // "Pendidikan Tinggi, Sains, dan Teknologi": commas and "dan" go on while capitalised fields follow.
            let list =
                |at: usize| self.word(at).is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::List));
            let field = end + usize::from(comma) + usize::from(list(end + usize::from(comma)));
            let goes_on = end > from
                && field > end
                && self.caplike(field)
                && self.common(field)
                && (list(field - 1) || self.lists_on(end));
            if !goes_on {
                break;
            }
            end = field + 1;
        }
        end
    }

    /// Where the last of several fields begins that a comma opens and "dan" closes; each opens with an ordinary word, none is somebody.
    pub(super) fn last_field(&self, comma: usize) -> Option<usize> {
        let terms = self.pack().words();
        let list =
            |at: usize| self.word(at).is_some_and(|w| terms.body_links.get(w) == Some(&BodyLink::List));
        let mut opens = true;
        for at in comma + 1..(comma + FIELDS).min(self.sentence.end) {
            let ends = list(at);
            let field = at + usize::from(ends);
            if !ends && self.word(at) == Some(",") {
                opens = true;
                continue;
            }
            let named = !self.caplike(field)
                || is_given(&self.tokens[field])
                || self.known_length(field).is_some()
                || self.honorific(field)
                || terms.titles.longest(|i| self.word(field + i)).is_some();
            // "HAM": letters that name no actor.
            let word = self.common(field) || self.formed(field) || self.stop(field).is_some();
            if named || (opens || ends) && !word {
                return None;
            }
            if ends {
                return Some(field);
            }
            opens = false;
        }
        None
    }
}
