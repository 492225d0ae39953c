//! Cutting a text into sentences, and telling the article from its furniture.
//!
//! The rule is that of the annotation guidelines: a newline ends a sentence; so do `.?!…` with their closing quotes
//! before a capital or a digit, save after abbreviations and initials. What runs on without end is cut too. Nothing is changed or dropped: every word of the
//! text lies in exactly one sentence.

use lang::tokenize::{fold, is_space, tokenize};
use lang::{Pack, Shape, Tag, Token, know, tagger};
use model::Span;

use crate::analysis::{Sentence, SentenceKind, Tagged};

/// Lines with more words than this are never headlines.
const LONGEST_HEADLINE: usize = 26;
/// Most bytes of a headline that ends in a full stop.
const LONGEST_STATEMENT: usize = 160;
/// A dateline ends within so many tokens: "JAKARTA, KOMPAS.com - ".
const LONGEST_DATELINE: usize = 9;
/// The place in a dateline has at most so many words: "Kuala Lumpur".
const LONGEST_PLACE: usize = 3;
/// A text without full stops is cut where the next word begins behind so many tokens, so that no stage has to look
/// through more; the longest sentence of 1,700 news articles has 116.
const LONGEST_SENTENCE: usize = 400;
/// The same where no word begins: a run of marks.
const LONGEST_RUN: usize = 500;
/// From this share of its content words in capitals on, a line counts as written in title case.
const TITLE_CASE: f32 = 0.75;

/// Sentences and tagged tokens of a text.
pub(crate) fn tagged(text: &str, pack: &Pack) -> Tagged {
    let mut out = Tagged { sentences: Vec::new(), tokens: Vec::new() };
    let mut state = Page::default();
    for (start, end) in lines(text) {
        let line = &text[start..end];
        let folded = fold(line.trim());
        if folded.is_empty() {
            continue;
        }
        if is_rule(&folded) {
            // What follows a rule is a summary that came with the source.
            state.below_rule = state.headline;
        }
        let furniture = state.below_rule || is_furniture(&folded, pack);
        let tokens = tokenize(text, start..end, 0, pack);
        if tokens.is_empty() {
            continue;
        }
        // "Ke Mana Perginya Ikan Norwegia?": a first line that asks or calls may be the headline.
        let calls = !state.headline
            && tokens.last().is_some_and(|t| matches!(&*t.lower, "?" | "!"))
            && is_title_case(&tokens, SentenceKind::Headline, pack);
        // "PM Kanada singgung kemungkinan ini.": a short first line of one sentence above a longer paragraph.
        let stands_above = !state.headline
            && line.trim().len() <= LONGEST_STATEMENT
            && boundaries(text, &tokens, SentenceKind::Body).len() == 1
            && next_line(text, end).is_some_and(|next| next.len() > line.trim().len() * 3 / 2);
        let sentence_like = ends_sentence(&tokens) && !calls && !stands_above;
        let words = tokens.iter().filter(|t| !matches!(t.shape, Shape::Punct | Shape::Clitic)).count();
        let kind = if furniture || words == 0 {
            SentenceKind::Furniture
        } else if !sentence_like && words <= LONGEST_HEADLINE && dateline(&tokens, false).is_none() {
            SentenceKind::Headline
        } else {
            SentenceKind::Body
        };
        state.headline = true;
        let lead = kind == SentenceKind::Body && !state.body;
        state.body |= kind == SentenceKind::Body;
        let bounds = boundaries(text, &tokens, kind);
        let mut from = 0;
        for (nth, end) in bounds.iter().copied().enumerate() {
            let mut parts = vec![(from, end, kind)];
            if nth == 0
                && kind == SentenceKind::Body
                && let Some(at) = dateline(&tokens[..end], lead)
            {
                parts = vec![(from, at, SentenceKind::Furniture), (at, end, kind)];
            }
            for (a, b, kind) in parts {
                close(&mut out, &tokens, a, b, kind, pack);
            }
            from = end;
        }
    }
    out
}

#[derive(Default)]
struct Page {
    headline: bool,
    body: bool,
    below_rule: bool,
}

/// Adds `tokens[a..b]` as a sentence, tagged.
fn close(out: &mut Tagged, tokens: &[Token], a: usize, b: usize, kind: SentenceKind, pack: &Pack) {
    let Some((head, tail)) = tokens.get(a..b).and_then(|part| Some((part.first()?, part.last()?))) else {
        return;
    };
    let span = head.span.cover(tail.span);
    let number = out.sentences.len() as u32;
    let first = out.tokens.len();
    out.tokens.extend(tokens[a..b].iter().cloned().map(|mut token| {
        token.sentence = number;
        token
    }));
    let end = out.tokens.len();
    let title_case = is_title_case(&out.tokens[first..end], kind, pack);
    tagger::tag(&mut out.tokens[first..end], title_case, pack);
    out.sentences.push(Sentence { span, first, end, kind, title_case });
}

/// Lines by any newline; byte ranges without it.
fn lines(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    let mut start = 0;
    text.split(['\n', '\r', '\u{2028}', '\u{2029}']).map(move |line| {
        let here = start;
        // The separators differ in length; the next line begins where `text` says.
        start = here + line.len() + text[here + line.len()..].chars().next().map_or(0, char::len_utf8);
        (here, here + line.len())
    })
}

/// The next line that is not blank.
fn next_line(text: &str, from: usize) -> Option<&str> {
    text[from..].split(['\n', '\r', '\u{2028}', '\u{2029}']).map(str::trim).find(|line| !line.is_empty())
}

fn is_rule(line: &str) -> bool {
    line.len() >= 3 && line.chars().all(|c| matches!(c, '-' | '_' | '*' | '=' | '–' | '—'))
}

fn is_furniture(line: &str, pack: &Pack) -> bool {
    let bare = line.trim_start_matches(|c: char| !c.is_alphanumeric());
    line.contains("{target=")
        || line.contains("](http")
        || bare.starts_with("http")
        || (pack.terms)().furniture.iter().any(|start| bare.starts_with(start))
}

/// Whether the line ends as sentences do.
fn ends_sentence(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .rev()
        .find(|t| !is_closing(&t.lower))
        .is_some_and(|t| t.lower.ends_with(['.', '?', '!', '…', ':', ';']))
        || tokens.iter().rev().take(3).any(|t| matches!(&*t.lower, "." | "?" | "!" | "…"))
}

fn is_closing(mark: &str) -> bool {
    matches!(mark, "\"" | "”" | "’" | "'" | ")" | "]" | "»" | "\\")
}

/// A headline in which all words but the small ones are capitalised.
fn is_title_case(tokens: &[Token], kind: SentenceKind, pack: &Pack) -> bool {
    let small = |t: &Token| {
        matches!(
            (pack.tag)(&t.lower),
            Some(Tag::Adp | Tag::Cconj | Tag::Sconj | Tag::Det | Tag::Part | Tag::Pron | Tag::Aux | Tag::Adv)
        )
    };
    let words: Vec<&Token> = tokens
        .iter()
        .filter(|t| {
            matches!(t.shape, Shape::Lower | Shape::Capital | Shape::Upper | Shape::Mixed) && !small(t)
        })
        .collect();
    let capital = words.iter().filter(|t| t.shape != Shape::Lower).count();
    kind != SentenceKind::Body && words.len() >= 3 && capital as f32 >= TITLE_CASE * words.len() as f32
}

/// Where the words begin behind "JAKARTA, KOMPAS.com - "; in the lead also behind "Jakarta - " and "Jakarta, Warta Lada -- ".
fn dateline(tokens: &[Token], lead: bool) -> Option<usize> {
    let dash = tokens
        .iter()
        .take(LONGEST_DATELINE)
        .position(|t| matches!(&*t.lower, "-" | "--" | "---" | "–" | "—"))?;
    let head = &tokens[..dash];
    let loud = head
        .first()
        .is_some_and(|t| t.shape == Shape::Upper || t.lower.contains('.') && t.shape != Shape::Number);
    let quiet = head.iter().all(|t| {
        matches!(t.shape, Shape::Upper | Shape::Capital | Shape::Mixed | Shape::Punct | Shape::Number)
            && t.tag != Tag::Verb
    });
    let opens = loud || lead && placed(head);
    (opens && quiet && dash + 1 < tokens.len()).then_some(dash + 1)
}

/// Whether the words before a dash are a place, and at most a publisher behind a comma or in brackets.
fn placed(head: &[Token]) -> bool {
    let end = head.iter().position(|t| t.shape == Shape::Punct).unwrap_or(head.len());
    let name = |length: usize| {
        let words: Vec<String> = head[..length].iter().map(|token| capital(&token.lower)).collect();
        words.join(" ")
    };
    let known = |length: usize| {
        let name = name(length);
        know::place(&name).is_some_and(|place| place.known) || know::countries().capital_of(&name).is_some()
    };
    (1..=end.min(LONGEST_PLACE)).any(known)
}

/// The word with a capital, as tables of places have it.
fn capital(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// Ends of sentences among the tokens of a line: token indices, the last is `tokens.len()`.
fn boundaries(text: &str, tokens: &[Token], kind: SentenceKind) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let long = at - out.last().copied().unwrap_or(0);
        if long >= LONGEST_SENTENCE && !touches(text, &tokens[at - 1], &tokens[at]) || long >= LONGEST_RUN {
            out.push(at);
        }
        if is_stop(&tokens[at]) && kind != SentenceKind::Headline {
            let mut next = at + 1;
            // Closing quotes and brackets belong to the sentence; an opening one stands behind a space.
            while next < tokens.len()
                && (is_closing(&tokens[next].lower) || tokens[next].lower.ends_with('.'))
                && touches(text, &tokens[next - 1], &tokens[next])
            {
                next += 1;
            }
            if next < tokens.len()
                && !touches(text, &tokens[next - 1], &tokens[next])
                && opens(&tokens[next..])
            {
                out.push(next);
                at = next;
                continue;
            }
        }
        at += 1;
    }
    out.push(tokens.len());
    out
}

/// "U.S." and "St." hold their own dot and never end a sentence.
fn is_stop(token: &Token) -> bool {
    token.shape == Shape::Punct && matches!(&*token.lower, "." | "?" | "!" | "…" | "..." | ".." | "....")
}

/// Whether the tokens begin as a sentence does: a capital or a digit, behind opening marks.
fn opens(tokens: &[Token]) -> bool {
    tokens
        .iter()
        .find(|t| {
            !matches!(&*t.lower, "\"" | "“" | "‘" | "'" | "(" | "[" | "«" | "-" | "–" | "—" | "*" | "•")
        })
        .is_some_and(|t| matches!(t.shape, Shape::Capital | Shape::Upper | Shape::Number | Shape::Mixed))
}

fn touches(text: &str, a: &Token, b: &Token) -> bool {
    !text[a.span.end()..b.span.start()].chars().any(is_space)
}

/// The headline's span, where the text has one.
pub(crate) fn title(tagged: &Tagged) -> Option<Span> {
    tagged.sentences.first().filter(|s| s.kind == SentenceKind::Headline).map(|s| s.span)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[(SentenceKind, &str)]) {
        let tagged = tagged(text, &lang::id::PACK);
        let got: Vec<_> = tagged.sentences.iter().map(|s| (s.kind, s.span.of(text))).collect();
        assert_eq!(got, expect);
    }

    #[test]
    fn sentences_end_where_the_guidelines_say() {
        use SentenceKind::{Body, Furniture, Headline};
        check(
            "Presiden Tiba di Kyiv\n\nKYIV, WARTA.com -- Ia tiba pukul 10.30. \"Kami datang.\" kata dia. (Foto diambil dr. Budi S. Wijaya.)\nBaca juga: Yang lain\n---\nRingkasan mesin.",
            &[
                (Headline, "Presiden Tiba di Kyiv"),
                (Furniture, "KYIV, WARTA.com --"),
                (Body, "Ia tiba pukul 10.30."),
                (Body, "\"Kami datang.\" kata dia."),
                (Body, "(Foto diambil dr. Budi S. Wijaya.)"),
                (Furniture, "Baca juga: Yang lain"),
                (Furniture, "---"),
                (Furniture, "Ringkasan mesin."),
            ],
        );
    }

    #[test]
    fn a_text_without_full_stops_is_cut_where_words_begin() {
        let text = "Polisi, warga dan tentara (semua) berjalan ke utara ".repeat(300) + &"!".repeat(3000);
        let tagged = tagged(&text, &lang::id::PACK);
        assert!(
            tagged.sentences.iter().all(|s| s.end - s.first <= LONGEST_RUN),
            "no stage gets more at once"
        );
        let whole: Vec<&str> =
            tagged.sentences.iter().flat_map(|s| s.span.of(&text).split_whitespace()).collect();
        assert_eq!(
            whole[..2400],
            text.split_whitespace().collect::<Vec<_>>()[..2400],
            "no word is cut or lost"
        );
    }
}
