//! Parts of speech: what the pack knows of a word by itself, then how it is written and what stands before it.
//!
//! Never decides what a name is: a capitalised word that could be one is tagged [`Tag::Propn`] and `extract` looks closer.

use crate::{Pack, Shape, Tag, Token};

/// Tags the tokens of one sentence in place. In a sentence written in title case, capitals say nothing.
pub fn tag(tokens: &mut [Token], title_case: bool, pack: &Pack) {
    for at in 0..tokens.len() {
        let opens = at == 0
            || tokens[..at].iter().rev().take_while(|t| t.shape == Shape::Punct).count() > 0
                && opens_quote(&tokens[..at]);
        let token = &tokens[at];
        let known = (pack.tag)(&token.lower);
        let found = match token.shape {
            Shape::Punct => Tag::Punct,
            Shape::Number => Tag::Num,
            Shape::Clitic => known.unwrap_or(Tag::Part),
            Shape::Lower => known.unwrap_or(Tag::Noun),
            Shape::Capital if opens || title_case => match known {
                Some(tag) if (pack.common)(&token.lower) => tag,
                _ => Tag::Propn,
            },
            Shape::Capital => match known {
                Some(tag @ (Tag::Adp | Tag::Cconj | Tag::Sconj | Tag::Pron | Tag::Aux)) => tag,
                _ => Tag::Propn,
            },
            Shape::Mixed if token.lower.chars().next().is_some_and(char::is_numeric) => Tag::Num,
            Shape::Upper | Shape::Mixed => Tag::Propn,
        };
        let token = &mut tokens[at];
        token.tag = found;
        if found == Tag::Verb {
            let (lemma, voice) = (pack.verb)(&token.lower);
            token.lemma = lemma;
            token.voice = Some(voice);
        } else if let Some(one) = (pack.singular)(&token.lower) {
            token.lemma = one.into();
        }
    }
    (pack.refine)(tokens);
}

/// Whether what stands before ends in an opening quote, bracket or colon, behind which a sentence begins anew.
fn opens_quote(before: &[Token]) -> bool {
    before.last().is_some_and(|t| {
        matches!(&*t.lower, "\"" | "“" | "”" | "(" | "[" | ":" | "«" | "'" | "‘" | "-" | "--" | "—" | "–")
    })
}
