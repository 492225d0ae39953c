//! What English words are in their sentence: "attack" as noun or verb, "attacked" as past or passive.
//!
//! A dozen rules over the words right before and behind; no model. Runs after the tagger has asked the lexicon.

use crate::happen::{Part, Slot};
use crate::{Form, Shape, Tag, Token, Voice};

/// How far back an auxiliary may stand: "has been repeatedly and brutally attacked".
const REACH: usize = 4;

/// How far before "of" the verb of a charge may stand.
const CHARGE: usize = 7;

/// Turns the tags of one sentence right, in place, and gives verbs their voice.
pub(super) fn refine(tokens: &mut [Token]) {
    for at in 0..tokens.len() {
        if tokens[at].shape == Shape::Clitic {
            clitic(tokens, at);
            continue;
        }
        if !matches!(tokens[at].tag, Tag::Noun | Tag::Verb | Tag::Adj)
            || !matches!(tokens[at].shape, Shape::Lower | Shape::Capital)
        {
            continue;
        }
        let word = tokens[at].lower.clone();
        if modifies(tokens, at) {
            tokens[at].tag = Tag::Adj;
            tokens[at].voice = None;
            tokens[at].form = None;
            continue;
        }
        if !super::may_be_verb(&word) {
            if tokens[at].tag == Tag::Verb {
                tokens[at].voice = Some(Voice::Active);
                tokens[at].form = Some(form(tokens, at));
            }
            continue;
        }
        let before = before(tokens, at);
        if is_verb(tokens, at, before) {
            tokens[at].tag = Tag::Verb;
            tokens[at].lemma = super::lemma(&word).into();
            tokens[at].voice = Some(voice(tokens, at));
            tokens[at].form = Some(form(tokens, at));
        } else {
            if tokens[at].tag == Tag::Verb {
                tokens[at].tag = if past(&word) { Tag::Adj } else { Tag::Noun };
            }
            tokens[at].voice = None;
        }
    }
}

/// "neighbouring Peru", "leading politicians": a word in "-ing" that only says which.
fn modifies(tokens: &[Token], at: usize) -> bool {
    let word = &*tokens[at].lower;
    word.ends_with("ing")
        && crate::en::PACK.words().modifiers.contains(word)
        && tokens.get(at + 1).is_some_and(|next| {
            matches!(next.tag, Tag::Noun | Tag::Propn | Tag::Adj) && next.shape != Shape::Clitic
        })
        && (at == 0 || !matches!(tokens[at - 1].tag, Tag::Aux | Tag::Pron))
}

/// "'s" is a possessive or "is".
fn clitic(tokens: &mut [Token], at: usize) {
    tokens[at].tag = match &*tokens[at].lower {
        "'s" | "'" | "n't" => Tag::Part,
        _ => Tag::Aux,
    };
}

/// The last word before that is no adverb and no negation.
fn before(tokens: &[Token], at: usize) -> Option<usize> {
    (0..at)
        .rev()
        .take(REACH)
        .find(|&i| !(tokens[i].tag == Tag::Adv || matches!(&*tokens[i].lower, "not" | "n't" | "never")))
}

/// "accused the army of killing civilians"
fn of_charge(tokens: &[Token], at: usize) -> bool {
    let charges = &crate::en::PACK.words().charges;
    let object = tokens.get(at + 1).is_some_and(|next| matches!(next.tag, Tag::Noun | Tag::Adj));
    let charged = || {
        tokens[at.saturating_sub(CHARGE)..at]
            .iter()
            .any(|token| token.tag == Tag::Verb && charges.contains(super::lemma(&token.lower)))
    };
    object && at > 0 && &*tokens[at - 1].lower == "of" && charged()
}

fn past(word: &str) -> bool {
    word.ends_with("ed") || super::irregular_past(word)
}

fn is_verb(tokens: &[Token], at: usize, before: Option<usize>) -> bool {
    let word = &*tokens[at].lower;
    let next = tokens.get(at + 1);
    let lexical = tokens[at].tag == Tag::Verb;
    let noun_too = !lexical
        || crate::en::happen::happen()
            .entries(word)
            .iter()
            .any(|entry| entry.part == Part::Noun && entry.rest.is_empty());
    let Some(prev) = before.map(|i| &tokens[i]) else {
        // Opening a sentence: "Protests erupted", "Attacking troops"; a base form only commands.
        return word.ends_with("ing") && !noun_too
            || past(word) && next.is_none_or(|n| n.tag != Tag::Noun) && lexical;
    };
    let behind_name = matches!(prev.tag, Tag::Propn | Tag::Noun | Tag::Num) && prev.lower.as_ref() != "'s";
    let object_follows = next.is_some_and(|n| {
        matches!(n.tag, Tag::Det | Tag::Pron | Tag::Propn)
            || matches!(&*n.lower, "that" | "to" | "\"" | "“" | "against" | "on" | "by")
    });
    // "doctors and nurses blocked roads", "polling stations in": who they are, unless an object follows.
    if word.ends_with('s') && !object_follows && crate::en::PACK.words().heads.exact(word).is_some() {
        return false;
    }
    match (&*prev.lower, prev.tag) {
        ("to", _) => {
            !past(word)
                && !word.ends_with("ing")
                && (!word.ends_with('s') || word.ends_with("ss"))
                && (!noun_too || next.is_none_or(|n| !matches!(&*n.lower, "on" | "by" | "of")))
        }
        ("'s" | "my" | "your" | "his" | "her" | "its" | "our" | "their" | "no" | "any" | "such", _)
        | (_, Tag::Det) => false,
        (auxiliary, Tag::Aux) => behind_auxiliary(auxiliary, word),
        (_, Tag::Pron) => true,
        (_, Tag::Adp) => {
            word.ends_with("ing")
                && (!noun_too
                    || of_charge(tokens, at)
                    || next.is_some_and(|n| matches!(n.tag, Tag::Det | Tag::Propn | Tag::Pron | Tag::Num)))
        }
        (_, Tag::Adj) => past(word) && next.is_none_or(|n| n.tag != Tag::Noun),
        (_, Tag::Cconj | Tag::Sconj | Tag::Punct | Tag::Verb) => {
            if past(word) {
                prev.tag != Tag::Verb || next.is_none_or(|n| n.tag != Tag::Noun)
            } else if word.ends_with("ing") {
                !noun_too || object_follows
            } else {
                lexical && !noun_too || object_follows && prev.tag != Tag::Punct && prev.tag != Tag::Verb
            }
        }
        _ if behind_name => {
            if past(word) {
                // "North Korea fired", against "25 armed rebels".
                prev.tag != Tag::Num || next.is_none_or(|n| n.tag != Tag::Noun)
            } else if word.ends_with("ing") {
                !noun_too || object_follows
            } else {
                // "Rebels attack the town", "Israel attacks the town": number must agree.
                // "Ethiopia, Somalia agree", "Kenya and Uganda agree": two make a plural.
                let two = before.is_some_and(|i| {
                    i > 1
                        && matches!(&*tokens[i - 1].lower, "," | "and" | "&")
                        && matches!(tokens[i - 2].tag, Tag::Propn | Tag::Noun)
                });
                let many = two
                    || prev.lower.ends_with('s')
                    || prev.lower.ends_with("men")
                    || matches!(&*prev.lower, "people" | "police" | "children" | "militia" | "military");
                let third = word.ends_with('s') && !word.ends_with("ss");
                let agrees = third != many || prev.tag == Tag::Propn && third;
                prev.tag != Tag::Num
                    && agrees
                    && (lexical && !noun_too
                        || object_follows
                            && !next.is_some_and(|n| matches!(&*n.lower, "on" | "by" | "against" | "to")))
            }
        }
        _ => lexical && !noun_too,
    }
}

/// "was arrested", "has fallen", "will free" are verbs; "was free", "has aid" are not.
fn behind_auxiliary(auxiliary: &str, word: &str) -> bool {
    let base = super::lemma(word) == word;
    match auxiliary {
        "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "'re" | "'m" => {
            past(word) || word.ends_with("ing")
        }
        "has" | "have" | "had" | "having" | "'ve" => past(word),
        "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must" | "did"
        | "does" | "do" | "'ll" => base,
        _ => true,
    }
}

/// Passive behind "be" or "get", and where "by" follows; active behind "have".
fn voice(tokens: &[Token], at: usize) -> Voice {
    if !past(&tokens[at].lower) {
        return Voice::Active;
    }
    for i in (0..at).rev().take(REACH) {
        match &*tokens[i].lower {
            "is" | "are" | "was" | "were" | "be" | "been" | "being" | "am" | "get" | "got" | "gets"
            | "getting" => return Voice::Passive,
            "has" | "have" | "had" | "having" | "'ve" => return Voice::Active,
            "and" | "or" | "," => {}
            _ if matches!(tokens[i].tag, Tag::Adv | Tag::Part) => {}
            // "was arrested and jailed", against "was not consulted, and asked the Forum"
            _ if tokens[i].tag == Tag::Verb
                && !tokens.get(at + 1).is_some_and(|t| matches!(t.tag, Tag::Det | Tag::Pron))
                && tokens.get(i + 1).is_some_and(|t| matches!(&*t.lower, "and" | "or" | ",")) =>
            {
                return tokens[i].voice.unwrap_or(Voice::Active);
            }
            _ => break,
        }
    }
    if tokens.get(at + 1).is_some_and(|t| &*t.lower == "by") {
        return Voice::Passive;
    }
    if reduced(tokens, at) || gapped(tokens, at) || charged(tokens, at) {
        Voice::Passive
    } else {
        Voice::Active
    }
}

/// "A man accused of spying", "three nationals suspected of links", "a bomber thought to have crossed": with nothing between, the verb and
/// what belongs to it say what befell the noun before. Not behind a subject in a relative clause: "whom prosecutors accused of".
fn charged(tokens: &[Token], at: usize) -> bool {
    let Some(next) = tokens.get(at + 1) else { return false };
    let base = super::lemma(&tokens[at].lower);
    let pair = match &*next.lower {
        "of" => matches!(base, "accuse" | "suspect" | "convict" | "acquit" | "clear" | "strip" | "rob"),
        "with" => matches!(base, "charge"),
        "to" => matches!(
            base,
            "sentence"
                | "think"
                | "believe"
                | "allege"
                | "presume"
                | "consider"
                | "rumour"
                | "rumor"
                | "suppose"
        ),
        _ => false,
    };
    let relative = tokens[..at]
        .iter()
        .rev()
        .take(REACH)
        .take_while(|t| t.tag != Tag::Verb && t.tag != Tag::Punct)
        .any(|t| matches!(&*t.lower, "which" | "whom" | "who" | "that"));
    pair && !relative
}

/// "Nine people were killed and more than 40 injured in a fire": the second of two counts shares the first one's "were".
fn gapped(tokens: &[Token], at: usize) -> bool {
    let suffers = |entry: &crate::happen::Entry| {
        let frame = entry.sense.frame;
        entry.part == Part::Verb
            && entry.rest.is_empty()
            && matches!(frame.object, Slot::Target)
            && matches!(frame.subject, Slot::Source)
    };
    let object = tokens.get(at + 1).is_some_and(|t| {
        matches!(t.tag, Tag::Det | Tag::Pron | Tag::Propn | Tag::Noun | Tag::Num | Tag::Adj | Tag::Part)
    });
    if object || !crate::en::happen::happen().entries(&tokens[at].lower).iter().any(suffers) {
        return false;
    }
    let counted = |t: &Token| {
        t.tag == Tag::Num
            || t.shape == Shape::Number
            || crate::en::PACK.words().openers.exact(&t.lower).is_some_and(|o| o.fresh)
            || matches!(&*t.lower, "others" | "more")
    };
    let mut count = false;
    for (i, token) in tokens[..at].iter().enumerate().rev().take(REACH) {
        match token.tag {
            Tag::Cconj if count => {
                let verb = tokens[..i].iter().rev().find(|t| matches!(t.tag, Tag::Verb | Tag::Aux));
                return verb.is_some_and(|t| t.tag == Tag::Verb && t.voice == Some(Voice::Passive));
            }
            Tag::Noun | Tag::Num | Tag::Adj | Tag::Det | Tag::Adv | Tag::Adp | Tag::Other | Tag::Pron => {
                count |= counted(token);
            }
            _ if counted(token) => count = true,
            _ => return false,
        }
    }
    false
}

/// The form of a verb whose voice is known, by what stands before it and by its ending.
fn form(tokens: &[Token], at: usize) -> Form {
    let word = &*tokens[at].lower;
    let nearest = before(tokens, at);
    // "to have attacked", "having been attacked": the first auxiliary decides.
    let auxiliary = |i: &usize| tokens[*i].tag == Tag::Aux && &*tokens[*i].lower != "having";
    let first = nearest.map(|mut i| {
        while auxiliary(&i)
            && let Some(further) =
                before(tokens, i).filter(|j| tokens[*j].tag == Tag::Aux || &*tokens[*j].lower == "to")
        {
            i = further;
        }
        (&*tokens[i].lower, tokens[i].tag)
    });
    match first {
        Some(("to", _)) => Form::Infinitive,
        Some(("having" | "being", _)) => Form::Ing,
        Some((
            "will" | "would" | "can" | "could" | "may" | "might" | "shall" | "should" | "must" | "did"
            | "does" | "do" | "'ll",
            _,
        )) if nearest.is_none_or(|i| !matches!(&*tokens[i].lower, "be" | "been" | "have")) => Form::Modal,
        Some((_, Tag::Aux)) => Form::Compound,
        _ if word.ends_with("ing") => Form::Ing,
        _ if past(word) && tokens[at].voice == Some(Voice::Passive) => Form::Participle,
        _ if past(word) => Form::Past,
        _ if super::lemma(word) == word => Form::Stem,
        _ => Form::Present,
    }
}

/// "The boat rescued on Friday was turned round": no object, and the clause's own verb still to come.
fn reduced(tokens: &[Token], at: usize) -> bool {
    let adjunct = tokens.get(at + 1).is_some_and(|t| {
        matches!(
            &*t.lower,
            "in" | "on"
                | "at"
                | "during"
                | "near"
                | "from"
                | "under"
                | "last"
                | "earlier"
                | "yesterday"
                | "after"
        )
    });
    let noun = at > 0 && matches!(tokens[at - 1].tag, Tag::Noun | Tag::Propn);
    if !adjunct || !noun {
        return false;
    }
    for token in &tokens[at + 1..] {
        if token.tag == Tag::Punct
            || matches!(token.tag, Tag::Cconj | Tag::Sconj)
            || matches!(&*token.lower, "who" | "which" | "that")
        {
            return false;
        }
        if token.tag == Tag::Aux || token.tag == Tag::Verb && past(&token.lower) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sentence: &str, word: &str, tag: Tag, expect: Option<Voice>) {
        let mut tokens = crate::tokenize::tokenize(sentence, 0..sentence.len(), 0, &crate::en::PACK);
        crate::tagger::tag(&mut tokens, false, &crate::en::PACK);
        let token = tokens.iter().find(|t| &*t.lower == word).unwrap();
        assert_eq!((token.tag, token.voice), (tag, expect), "{sentence}");
    }

    #[test]
    fn the_sentence_decides_between_noun_and_verb() {
        check("The rebels attack the town.", "attack", Tag::Verb, Some(Voice::Active));
        check("The attack on the town failed.", "attack", Tag::Noun, None);
        check("They plan to attack the town.", "attack", Tag::Verb, Some(Voice::Active));
        check("Israel's attack failed.", "attack", Tag::Noun, None);
    }

    #[test]
    fn what_somebody_is_accused_of_is_a_verb() {
        check("They accused the army of killing civilians.", "killing", Tag::Verb, Some(Voice::Active));
        check("The killing of civilians stopped.", "killing", Tag::Noun, None);
        check("They fled to neighbouring Peru.", "neighbouring", Tag::Adj, None);
        check("They gathered to protest against the law.", "protest", Tag::Verb, Some(Voice::Active));
    }

    #[test]
    fn be_makes_a_passive_and_have_an_active() {
        check("The boat rescued on Friday was turned round.", "rescued", Tag::Verb, Some(Voice::Passive));
        check("The town was attacked by rebels.", "attacked", Tag::Verb, Some(Voice::Passive));
        check("Rebels have repeatedly attacked the town.", "attacked", Tag::Verb, Some(Voice::Active));
        check("North Korea attacked the town.", "attacked", Tag::Verb, Some(Voice::Active));
    }
}
