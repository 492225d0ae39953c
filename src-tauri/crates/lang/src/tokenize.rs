//! Cutting a sentence into tokens: words, clitics, numbers, punctuation. Lossless: only white space lies between tokens.
//!
//! Language comes in by the pack alone: which endings are clitics and which abbreviations keep their dot.

use model::Span;

use crate::{Pack, Shape, Tag, Token, know};

/// The tokens of `text[range]`, numbered as belonging to `sentence`. Tags are [`Tag::Other`] until the tagger has run.
pub fn tokenize(text: &str, range: std::ops::Range<usize>, sentence: u32, pack: &Pack) -> Vec<Token> {
    let mut tokens = Vec::new();
    let Some(slice) = text.get(range.clone()) else { return tokens };
    let mut rest = 0;
    while rest < slice.len() {
        let here = &slice[rest..];
        let Some(first) = here.chars().next() else { break };
        if is_space(first) {
            rest += first.len_utf8();
            continue;
        }
        let length = if first.is_alphanumeric() {
            word_length(here, &slice[..rest], pack)
        } else {
            mark_length(here, first)
        };
        push(text, range.start + rest, range.start + rest + length, sentence, pack, &mut tokens);
        rest += length;
    }
    tokens
}

/// White space, no-break spaces, zero-width marks and the byte-order mark: they separate and are never tokens.
pub fn is_space(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}')
        || (c.is_control())
}

/// Lower case with straight quotes and hyphens: what tables are asked with.
pub fn fold(word: &str) -> Box<str> {
    word.chars()
        .flat_map(char::to_lowercase)
        .filter(|c| *c != '\u{307}')
        .map(|c| match c {
            '’' | '‘' | '`' | '´' | 'ʼ' => '\'',
            '‐' | '‑' => '-',
            c => c,
        })
        .collect()
}

/// How a word is written.
pub fn shape(word: &str) -> Shape {
    let mut letters = 0;
    let (mut upper, mut lower, mut digits, mut other) = (0, 0, 0, 0);
    let first = word.chars().next();
    for c in word.chars() {
        if c.is_alphabetic() {
            letters += 1;
            upper += usize::from(c.is_uppercase());
            lower += usize::from(c.is_lowercase());
        } else if c.is_numeric() {
            digits += 1;
        } else if !matches!(c, '.' | ',' | '\'' | '’' | '-' | '‑' | '/' | ':') {
            other += 1;
        }
    }
    if letters == 0 {
        return if digits > 0 { Shape::Number } else { Shape::Punct };
    }
    if digits > 0 || other > 0 {
        return Shape::Mixed;
    }
    if upper == letters && letters > 1 || (upper == 1 && letters == 1 && word.ends_with('.')) {
        Shape::Upper
    } else if upper == letters || first.is_some_and(char::is_uppercase) {
        Shape::Capital
    } else if upper == 0 && lower > 0 || lower + upper == 0 {
        Shape::Lower
    } else {
        Shape::Mixed
    }
}

/// Length in bytes of the run of the same mark ("--", "..."), or of one mark.
fn mark_length(here: &str, first: char) -> usize {
    if matches!(first, '-' | '.' | '…' | '*' | '_' | '=') {
        here.chars().take_while(|c| *c == first).map(char::len_utf8).sum()
    } else {
        first.len_utf8()
    }
}

/// Length in bytes of the word that `here` begins with.
fn word_length(here: &str, before: &str, pack: &Pack) -> usize {
    let mut end = 0;
    let mut chars = here.char_indices().peekable();
    let mut previous = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, c)| *c);
        let inside = c.is_alphanumeric()
            || is_joining(c)
            || next.is_some_and(|next| match c {
                // "KOMPAS.com", "U.S.", "1.200", "24/7/2025", "20:15", "1,5"
                '.' => {
                    next.is_alphanumeric()
                        && (previous.is_numeric() == next.is_numeric())
                        && !(previous.is_lowercase() && next.is_uppercase())
                }
                ',' | ':' | '/' => previous.is_numeric() && next.is_numeric(),
                // "Ma'ruf", "Carney's", "Asia-Pasifik"
                '\'' | '’' | '‘' | '`' | 'ʼ' => previous.is_alphabetic() && next.is_alphabetic(),
                '-' | '‐' | '‑' | '@' | '_' | '&' => previous.is_alphanumeric() && next.is_alphanumeric(),
                _ => false,
            });
        if !inside {
            // An abbreviation keeps its dot: "St.", "U.S.", the initial in "John F. Kennedy".
            if c == '.' && keeps_dot(&here[..end], before, &here[at + 1..], pack) {
                end = at + 1;
            }
            break;
        }
        end = at + c.len_utf8();
        previous = c;
    }
    end.max(here.chars().next().map_or(1, char::len_utf8))
}

fn is_joining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn keeps_dot(word: &str, before: &str, after: &str, pack: &Pack) -> bool {
    let mut chars = word.chars();
    let single = matches!((chars.next(), chars.next()), (Some(c), None) if c.is_uppercase());
    if single {
        // An initial, unless the sentence ends here.
        let _ = before;
        return after.trim_start_matches(is_space).chars().next().is_some_and(char::is_uppercase);
    }
    let dotted = word.contains('.')
        && word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic));
    dotted || (pack.abbreviations)().contains(&&*fold(word))
}

fn push(text: &str, start: usize, end: usize, sentence: u32, pack: &Pack, tokens: &mut Vec<Token>) {
    let word = &text[start..end];
    let mut cuts: Vec<usize> = Vec::new();
    let mut pairs = false;
    if !matches!(shape(word), Shape::Number | Shape::Punct) {
        cuts = pair(word);
        pairs = !cuts.is_empty();
        if !pairs {
            cuts = (pack.clitics)(word);
        }
    }
    let mut from = 0;
    for (nth, cut) in cuts.into_iter().chain([word.len()]).enumerate() {
        let part = &word[from..cut];
        let Some(span) = Span::within(text, start + from..start + cut) else { continue };
        let clitic = nth > 0 && !pairs && part != "-";
        let article =
            part.split_once('-').is_some_and(|(first, _)| (pack.terms)().name_prefixes.contains(first));
        let form = if clitic {
            Shape::Clitic
        } else if article {
            Shape::Capital
        } else {
            shape(part)
        };
        let lower = fold(part);
        let capital = article || part.chars().next().is_some_and(char::is_uppercase);
        tokens.push(Token {
            span,
            lemma: lower.clone(),
            lower,
            shape: form,
            capital,
            tag: Tag::Other,
            voice: None,
            form: None,
            sentence,
        });
        from = cut;
    }
}

/// Where a hyphenated word falls apart: "Thailand-Kamboja", "Israel-Hamas", "pro-Rusia". Names with a hyphen of their own
/// ("Asia-Pasifik", "al-Assad") do not.
fn pair(word: &str) -> Vec<usize> {
    let parts: Vec<&str> = word.split('-').collect();
    if parts.len() < 2 || parts.len() > 4 || parts.iter().any(|part| part.is_empty()) {
        return Vec::new();
    }
    let state = |part: &str| know::countries().by_name(part).is_some();
    let known = |part: &str| {
        state(part)
            || know::countries().capital_of(part).is_some()
            || know::organization(part).is_some()
            || know::place(part).is_some_and(|place| place.known)
    };
    let capital = |part: &str| part.chars().next().is_some_and(char::is_uppercase);
    let whole = know::place(word).is_some() || know::organization(word).is_some();
    let pro = parts.len() == 2 && !capital(parts[0]) && state(parts[1]);
    if whole || !(pro || parts.iter().all(|part| capital(part) && known(part))) {
        return Vec::new();
    }
    word.match_indices('-').flat_map(|(at, _)| [at, at + 1]).collect()
}
