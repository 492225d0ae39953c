//! Descriptions where the head stands last: "the Indonesian military", "around 2 million voters", "Thailand's army".
//!
//! The counterpart of `describe` for head-last languages; whether a description refers is for `resolve` to say.

mod reach;
mod tail;

use lang::{Closer, Number, Opener, Shape, Tag, Token};
use model::EntityKind;

use super::{Description, Name, word};
use crate::analysis::{Context, Sentence, Tagged};

/// Words between what opens a description and its head, at most.
const LONGEST: usize = 7;

/// All descriptions of a text, in order.
pub(super) fn descriptions(tagged: &Tagged, names: &[Name], context: &Context<'_>) -> Vec<Description> {
    let mut cover = vec![None; tagged.tokens.len()];
    for (nth, name) in names.iter().enumerate().filter(|(_, name)| !name.nested) {
        cover[name.first..name.end].fill(Some(nth));
    }
    let mut out: Vec<Description> = Vec::new();
    for sentence in &tagged.sentences {
        let scan = Scan { tokens: &tagged.tokens, names, cover: &cover, context, sentence };
        let mut at = sentence.first;
        while at < sentence.end {
            match scan.description(at) {
                Some(found) => {
                    // "families of the dead": who stands behind the head is somebody too.
                    at = found.head_end.max(at + 1);
                    if let Some(owned) = scan.possessed(&found) {
                        at = owned.head_end;
                        out.push(found);
                        out.push(owned);
                    } else {
                        out.push(found);
                    }
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
    /// For every token the outermost name that holds it.
    cover: &'a [Option<usize>],
    context: &'a Context<'a>,
    sentence: &'a Sentence,
}

/// What opened a description.
#[derive(Default)]
struct Opening {
    number: Option<Number>,
    fresh: bool,
    count: Option<String>,
    /// "the", "this"
    definite: bool,
    /// "his", "their"
    owned: bool,
}

impl Scan<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        word(self.tokens, at, self.sentence.end).filter(|_| self.cover[at].is_none())
    }

    fn description(&self, at: usize) -> Option<Description> {
        let terms = self.context.pack.words();
        let mut opening = Opening::default();
        let mut next = at;
        // "accused the army of killing civilians": a verb.
        let gerund = self.word(at).is_some_and(|word| {
            word.ends_with("ing") && !word.contains('-') && !terms.modifiers.contains(word)
        }) && at > self.sentence.first
            && self.tokens[at - 1].tag == Tag::Adp
            && &*self.tokens[at - 1].lower != "by";
        if gerund {
            return None;
        }
        // "said that some protesters": the conjunction opens nothing.
        let joins = matches!(self.word(at), Some("that" | "this"))
            && (terms.openers.longest(|i| self.word(at + 1 + i)).is_some()
                || self.tokens.get(at + 1).is_some_and(|t| t.shape == Shape::Number));
        if joins {
            return None;
        }
        // "over 900", "a number of", "the three", "their"
        while let Some(here) = self.word(next) {
            if let Some((length, &Opener { number, fresh })) = terms.openers.longest(|i| self.word(next + i))
            {
                // "named her a prisoner of conscience": two phrases.
                if opening.owned {
                    return None;
                }
                opening.number =
                    Some(if opening.number == Some(Number::Many) || opening.number == Some(number) {
                        opening.number.unwrap_or(number)
                    } else {
                        number
                    });
                opening.fresh |= fresh;
                opening.definite |= !fresh && number != Number::Many;
                if self.tokens[next].tag == Tag::Num {
                    opening.count = Some(here.to_string());
                }
                next += length;
            } else if self.tokens[next].shape == Shape::Number && !here.contains(['/', ':']) {
                let year = here.len() == 4 && (here.starts_with("19") || here.starts_with("20"));
                if year {
                    return None;
                }
                opening.number = Some(if here == "1" { Number::One } else { Number::Many });
                opening.fresh = true;
                opening.count = Some(here.to_string());
                next += 1;
            } else if matches!(here, "his" | "her" | "its" | "their" | "our" | "my") && next == at {
                opening.owned = true;
                next += 1;
            } else {
                break;
            }
            if next - at > 5 {
                return None;
            }
        }
        self.opened(at, next, opening)
    }

    /// The description that begins at `at` and whose noun with its modifiers begins at `start`.
    fn opened(&self, at: usize, start: usize, opening: Opening) -> Option<Description> {
        let terms = self.context.pack.words();
        let mut next = start;
        let mut complements = Vec::new();
        let mut modifiers = Vec::new();
        let mut head = None;
        while next < self.sentence.end && next - start < LONGEST {
            if let Some(name) = self.cover[next] {
                let listed = complements.len() == 1 && self.joined_demonyms(complements[0], name);
                let stands = self.may_stand_before(name) || opening.definite && self.leads(name);
                if self.names[name].first != next || !complements.is_empty() && !listed || !stands {
                    break;
                }
                let end = self.names[name].end;
                let possessive =
                    self.tokens.get(end).is_some_and(|t| t.shape == Shape::Clitic && &*t.lower == "'s")
                        && end < self.sentence.end;
                complements.push(name);
                next = end + usize::from(possessive);
                head = None;
                // "Chadian and Sudanese soldiers"
                let second = self.cover.get(next + 1).copied().flatten();
                if self.word(next) == Some("and")
                    && next + 1 < self.sentence.end
                    && second.is_some_and(|second| self.joined_demonyms(name, second))
                {
                    next += 1;
                }
                // "the U.S.-led coalition" is not the U.S.'s.
                if self.word(next).is_some_and(|word| word.starts_with('-')) {
                    modifiers.push(self.tokens[next - 1].lower.to_string());
                    complements.pop();
                    next += 1;
                }
                continue;
            }
            let token = &self.tokens[next];
            // "young Muslim men": a capital that names nobody.
            let believers = token.shape == Shape::Capital
                && (terms.stops.exact(&token.lower).is_some() || terms.modifiers.contains(&*token.lower))
                && (self.context.pack.tag)(&token.lower) == Some(Tag::Adj);
            // "Saudi-led", "Franco-German"
            let hyphened = matches!(token.shape, Shape::Mixed | Shape::Capital | Shape::Upper)
                && token.lower.contains('-');
            let small =
                token.shape == Shape::Lower || token.shape == Shape::Capital && self.opens(next) || hyphened;
            if !small && !believers {
                break;
            }
            // "China's foreign ministry spokesman": the office begins; "rebel forces captured": the verb.
            if head.is_some() && terms.titles.longest(|i| self.word(next + i)).is_some()
                || token.tag == Tag::Verb && !token.lower.contains('-')
                // "fined the company two million dollars"
                || head.is_some() && token.tag == Tag::Num
                // "prosecutors last week raided"
                || head.is_some() && (self.context.pack.happen)().times.longest(|i| self.word(next + i)).is_some()
            {
                break;
            }
            if let Some((length, found)) = terms.heads.longest(|i| self.word(next + i)).map(|(n, h)| (n, *h))
            {
                head = Some((next, length, found));
                next += length;
                continue;
            }
            let inside = believers
                || terms.modifiers.contains(&*token.lower)
                || token.tag == Tag::Adj
                || token.tag == Tag::Num && opening.number.is_some()
                || token.tag == Tag::Noun
                || token.lower.contains('-') && (token.tag == Tag::Verb || hyphened);
            if !inside {
                break;
            }
            modifiers.push(token.lower.to_string());
            if token.tag == Tag::Noun && !terms.modifiers.contains(&*token.lower) {
                // "military operation": the last noun counts.
                head = None;
            }
            next += 1;
        }
        // "About 34,000 North Koreans", "a Peruvian"
        let people = || {
            let name = *complements.last().filter(|_| opening.fresh && complements.len() == 1)?;
            let last = self.names[name].end - 1;
            let many = opening.number == Some(Number::Many);
            let alone = self.tokens.get(next).is_none_or(|token| {
                !matches!(token.tag, Tag::Noun | Tag::Adj | Tag::Propn | Tag::Num)
                    && token.shape != Shape::Clitic
                    && !token.lower.starts_with('-')
            });
            let plural = self.tokens[last].lower.ends_with('s');
            let demonym = self.names[name].guess == Some(EntityKind::Country)
                && (lang::know::countries().by_name(self.tokens[last].span.of(self.context.text)).is_none());
            let folk = next == last + 1 && demonym && (many && plural || !many && !plural && alone);
            let head = *terms.heads.exact(if many { "people" } else { "person" }).filter(|_| folk)?;
            Some((last, 1, head))
        };
        // "Thousands marched", "23 were detained", "two of them": people who are only counted.
        let counted = || {
            let last = next.checked_sub(1).filter(|last| *last >= at && complements.is_empty())?;
            let many = opening.number == Some(Number::Many) && opening.fresh && modifiers.is_empty();
            let countable =
                opening.count.is_some() || self.word(last).is_some_and(|word| word.ends_with('s'));
            let acts = matches!(self.tokens.get(next)?.tag, Tag::Verb | Tag::Aux) && next < self.sentence.end;
            let head = *terms.heads.exact("people").filter(|_| many && countable && acts)?;
            Some((last, 1, head))
        };
        let (head_at, length, head) = head.or_else(people).or_else(counted)?;
        let head_end = head_at + length;
        // "the militants responsible": adjectives behind the head are not its own; a noun behind is the real head.
        if (head_end..next).any(|i| {
            self.cover[i].is_some_and(|n| self.names[n].end != head_end) || self.tokens[i].tag == Tag::Noun
        }) || head.capital_only
            || head.skip
        {
            return None;
        }
        // "Yonhap news agency", "the Hamas movement": the name says it all.
        let own = complements.first().is_some_and(|name| {
            matches!(
                self.names[*name].guess,
                Some(EntityKind::Organization | EntityKind::Group | EntityKind::Place)
            ) && self.names[*name].end == head_at
        });
        if own
            && !head.body
            && matches!(head.kind, EntityKind::Organization | EntityKind::Place | EntityKind::Country)
        {
            return None;
        }
        // "said that protesters had fled"
        if self.word(at) == Some("that") && head.number == Number::Many {
            return None;
        }
        // Modifiers that a head swallowed: "security forces officers".
        let number = match (opening.number, head.number) {
            (Some(Number::Many), _) => Number::Many,
            (Some(Number::One), _) => Number::One,
            (_, number) => number,
        };
        let mut found = Description {
            first: at,
            end: head_end,
            head_at,
            head_end,
            lemma: (head_at..head_end).filter_map(|i| self.word(i)).collect::<Vec<_>>().join(" "),
            head,
            number,
            fresh: opening.fresh,
            definite: opening.definite,
            count: opening.count,
            closer: None,
            modifiers,
            complements,
            place: None,
            owner: opening.owned.then_some(at),
        };
        self.tail(&mut found);
        self.spread(&mut found);
        if complements_listed(&found) && found.number != Number::Many {
            return None;
        }
        // "the town of Tamar" is only Tamar.
        if head.classifier
            && found.complements.len() == 1
            && found.end > found.head_end
            && head.kind == EntityKind::Place
        {
            return None;
        }
        if opening.definite
            && found.complements.is_empty()
            && found.place.is_none()
            && found.modifiers.is_empty()
            && !(head.alone && head.body)
        {
            found.closer = Some(Closer::Back);
        }
        let plural =
            head.number == Number::Many && matches!(head.kind, EntityKind::Group | EntityKind::Organization);
        let bound = !found.complements.is_empty() || found.place.is_some() || opening.owned;
        let refers = match head.kind {
            EntityKind::Group | EntityKind::Organization => {
                bound
                    || plural
                    || opening.fresh
                    || opening.definite
                    || head.alone && !found.modifiers.is_empty()
                    || head.alone && opening.number.is_some()
            }
            EntityKind::Person | EntityKind::Other => bound || opening.number.is_some(),
            EntityKind::Country | EntityKind::Place => {
                found.closer == Some(Closer::Back)
                    || opening.number == Some(Number::Many)
                    || opening.definite && head.kind == EntityKind::Country
            }
            _ => bound || opening.number.is_some() || !found.modifiers.is_empty(),
        };
        refers.then_some(found)
    }

    /// Whether a sentence or a quotation begins here.
    fn opens(&self, at: usize) -> bool {
        let mark = |before: usize| matches!(&*self.tokens[before].lower, "\"" | "“" | "‘");
        at == self.sentence.first
            || at.checked_sub(1).is_some_and(|before| before >= self.sentence.first && mark(before))
    }

    /// "Israeli", "Thailand's", "UN", "Hamas": what may say whose.
    fn may_stand_before(&self, name: usize) -> bool {
        matches!(
            self.names[name].guess,
            Some(EntityKind::Country | EntityKind::Place | EntityKind::Organization | EntityKind::Group)
        ) || self.tokens.get(self.names[name].end).is_some_and(|t| &*t.lower == "'s")
            || self.people(name)
    }

    /// "the Reis administration": who leads a body of state, before it.
    fn leads(&self, name: usize) -> bool {
        let Name { end, guess, .. } = &self.names[name];
        let heads = &self.context.pack.words().heads;
        matches!(guess, Some(EntityKind::Person) | None)
            && heads
                .longest(|i| self.word(end + i))
                .is_some_and(|(_, head)| head.body && !head.sited && head.kind == EntityKind::Organization)
    }

    /// "Chadian and Sudanese": two names of peoples that "and" joins before one noun.
    fn joined_demonyms(&self, first: usize, second: usize) -> bool {
        let demonym = |name: usize| {
            let Name { first, end, guess, .. } = &self.names[name];
            let adjective = || {
                lang::know::countries()
                    .by_name(self.tokens[*first].span.cover(self.tokens[end - 1].span).of(self.context.text))
                    .is_none()
            };
            *guess == Some(EntityKind::Country)
                && (adjective() || *end == first + 1 && self.tokens[*first].shape == Shape::Upper)
        };
        let (end, next) = (self.names[first].end, self.names[second].first);
        next == end + 1 && self.word(end) == Some("and") && demonym(first) && demonym(second)
    }

    /// "Sikh activists", "Dulaim leaders": what no table has, before a noun for many.
    fn people(&self, name: usize) -> bool {
        let Name { first, end, known, .. } = &self.names[name];
        let heads = &self.context.pack.words().heads;
        known.is_none()
            && *end == first + 1
            && self.word(*end).is_some_and(|word| {
                heads
                    .exact(word)
                    .is_some_and(|head| head.kind == EntityKind::Group && head.number == Number::Many)
            })
    }
}

/// "Chadian and Sudanese soldiers": whether two peoples stand before the head.
fn complements_listed(found: &Description) -> bool {
    found.complements.len() == 2
}

#[cfg(test)]
mod tests {
    use crate::analysis::Context;

    fn check(text: &str, expect: &str) {
        let context = Context::of(text, &lang::en::PACK, None);
        let tagged = crate::segment::tagged(text, context.pack);
        let names = crate::mentions::names(&tagged, &context);
        let found = super::descriptions(&tagged, &names, &context);
        let got: Vec<&str> = found
            .iter()
            .map(|d| tagged.tokens[d.first].span.cover(tagged.tokens[d.end - 1].span).of(text))
            .collect();
        assert_eq!(got.join(" | "), expect);
    }

    #[test]
    fn descriptions_run_from_what_opens_them_to_their_head() {
        check(
            "The Indonesian military shot at least 25 armed rebels.",
            "The Indonesian military | at least 25 armed rebels",
        );
        check("The governments of South East Asia met.", "The governments of South East Asia");
    }

    #[test]
    fn what_is_no_actor_is_no_description() {
        check("The town of Tamar saw a sharp increase in prices.", "");
        check("The military operation began.", "");
    }
}
