//! Relations where modifiers stand first: "Spain's National Court", "the Georgian capital, Tbilisi", "the Saudi city of Jizan", "Lucknow in
//! India", "Youngspiration's Baggio Leung", "his father, Ali".

use lang::{BodyLink, Order, Shape, Tag};
use model::{EntityKind, MentionKind, RelationKind};

use crate::analysis::{Found, Standing};
use crate::membership::Scan;

/// How many adjectives may stand between a preposition and a place: "in northern Iraq".
const ADJECTIVES: usize = 2;

/// How many words may say what a state's firm is: "main news agency".
const OUTLET: usize = 5;

/// Those that stand between two outermost names.
pub(super) fn head_last(scan: &Scan<'_>) -> Vec<Standing> {
    if scan.context.pack.order != Order::HeadLast {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (nth, first) in scan.names.iter().enumerate() {
        let Some(second) = scan.names.get(nth + 1) else { break };
        let pair = Pair { scan, first, second };
        if scan.tagged.tokens[second.first].sentence != pair.sentence() {
            continue;
        }
        out.extend(pair.state_body());
        out.extend(pair.capital());
        out.extend(pair.classed());
        out.extend(pair.lies_in());
        out.extend(pair.told_where());
        out.extend(pair.outlet());
        out.extend(pair.of_body());
        out.extend(pair.owned(nth));
    }
    out.extend(own_kin(scan));
    out
}

/// Two names that follow each other in a sentence.
struct Pair<'a> {
    scan: &'a Scan<'a>,
    first: &'a Found,
    second: &'a Found,
}

impl Pair<'_> {
    fn sentence(&self) -> u32 {
        self.scan.tagged.tokens[self.first.first].sentence
    }

    fn word(&self, at: usize) -> Option<&str> {
        self.scan.tagged.tokens.get(at).filter(|t| t.sentence == self.sentence()).map(|t| &*t.lower)
    }

    fn adjective(&self, at: usize) -> bool {
        let terms = self.scan.context.pack.words();
        self.scan.tagged.tokens.get(at).is_some_and(|t| {
            t.shape != Shape::Upper && (t.tag == Tag::Adj || terms.directions.contains(&*t.lower))
        })
    }

    fn kinds(&self) -> (EntityKind, EntityKind) {
        (self.scan.kind(self.first), self.scan.kind(self.second))
    }

    /// Behind the first name and what makes it a possessor.
    fn behind(&self) -> usize {
        self.first.end + usize::from(self.word(self.first.end) == Some("'s"))
    }

    /// Whether what lies in a place may lie in this one.
    fn agree(&self, inner: &Found, outer: &Found) -> bool {
        let country = |f: &Found| self.scan.actors.referents[f.referent].country;
        country(inner).is_none() || country(outer).is_none() || country(inner) == country(outer)
    }

    fn standing(
        &self,
        kind: RelationKind,
        subject: &Found,
        object: &Found,
        confidence: f32,
        rule: &'static str,
    ) -> Standing {
        let evidence = (self.sentence() as usize, rule);
        Standing { kind, subject: subject.referent, object: object.referent, confidence, evidence }
    }

    /// "Spain's National Court", "the U.S. Department of Agriculture".
    fn state_body(&self) -> Option<Standing> {
        let terms = self.scan.context.pack.words();
        let (EntityKind::Country, EntityKind::Organization) = self.kinds() else { return None };
        let official = (self.second.first..self.second.end).any(|at| {
            let word = |i: usize| self.word(at + i).filter(|_| at + i < self.second.end);
            word(0).is_some_and(|word| terms.official.contains(word))
                || terms.heads.longest(word).is_some_and(|(_, head)| head.body)
        });
        (official && self.second.first == self.behind() && self.agree(self.second, self.first))
            .then(|| self.standing(RelationKind::PartOf, self.second, self.first, 0.7, "relation.body"))
    }

    /// "the Togolese capital Lomé", "Tbilisi, the capital of Georgia".
    fn capital(&self) -> Option<Standing> {
        let terms = self.scan.context.pack.words();
        let phrase =
            |at: usize| terms.capitals.longest(|i| self.word(at + i)).map(|(length, ())| at + length);
        let comma = |at: usize| at + usize::from(self.word(at) == Some(","));
        let (state, town) = match self.kinds() {
            (EntityKind::Country, EntityKind::Place)
                if phrase(self.behind()).is_some_and(|end| comma(end) == self.second.first) =>
            {
                (self.first, self.second)
            }
            (EntityKind::Place, EntityKind::Country) => {
                let at = comma(self.first.end);
                let at = at + usize::from(self.word(at) == Some("the"));
                let of = phrase(at)
                    .is_some_and(|end| self.word(end) == Some("of") && end + 1 == self.second.first);
                (at > self.first.end && of).then_some((self.second, self.first))?
            }
            _ => return None,
        };
        self.agree(town, state)
            .then(|| self.standing(RelationKind::CapitalOf, town, state, 0.8, "relation.capital"))
    }

    /// "the Saudi city of Jizan", "the West Bank town of Ramallah".
    fn classed(&self) -> Option<Standing> {
        let terms = self.scan.context.pack.words();
        let (EntityKind::Country | EntityKind::Place, EntityKind::Place) = self.kinds() else { return None };
        let mut at = self.behind();
        while self.adjective(at) {
            at += 1;
        }
        let (length, head) = terms.heads.longest(|i| self.word(at + i))?;
        let sort = head.classifier && head.kind == EntityKind::Place || self.word(at) == Some("port");
        let end = at + length;
        let end = end + usize::from(self.word(end) == Some("of"));
        (sort && end == self.second.first && self.agree(self.second, self.first))
            .then(|| self.standing(RelationKind::LocatedIn, self.second, self.first, 0.75, "relation.place"))
    }

    /// "Lucknow in India", "the Qandil mountains in northern Iraq", "Juliaca, in the southern region of Puno".
    fn lies_in(&self) -> Option<Standing> {
        let terms = self.scan.context.pack.words();
        let (inner, EntityKind::Country | EntityKind::Place) = self.kinds() else { return None };
        let sited = || {
            (self.first.first..self.first.end).any(|at| {
                let word = |i: usize| self.word(at + i).filter(|_| at + i < self.first.end);
                terms.heads.longest(word).is_some_and(|(_, head)| head.sited)
            })
        };
        let lies = match inner {
            EntityKind::Place | EntityKind::Facility => true,
            EntityKind::Organization => sited(),
            _ => false,
        };
        if !lies || self.first.acts_as.is_some() {
            return None;
        }
        let mut at = self.first.end;
        // "Sagaing region", "the Amura barracks"
        if inner != EntityKind::Organization
            && self.scan.tagged.tokens.get(at).is_some_and(|t| t.shape == Shape::Lower && t.tag == Tag::Noun)
        {
            at += 1;
        }
        at += usize::from(self.word(at) == Some(","));
        // "the University of Sheffield of the UK"
        let of_state =
            inner == EntityKind::Organization && self.scan.kind(self.second) == EntityKind::Country;
        self.word(at).filter(|word| *word == "in" || of_state && *word == "of")?;
        at += 1;
        at += usize::from(self.word(at) == Some("the"));
        let from = at;
        while at < from + ADJECTIVES && at < self.second.first && self.adjective(at) {
            at += 1;
        }
        if let Some((length, head)) = terms.heads.longest(|i| self.word(at + i))
            && head.classifier
            && self.word(at + length) == Some("of")
        {
            at += length + 1;
        }
        (at == self.second.first && self.agree(self.first, self.second))
            .then(|| self.standing(RelationKind::LocatedIn, self.first, self.second, 0.65, "relation.place"))
    }

    /// "Diyarbakır, the largest city in Turkey's southeast", "Juba, the capital of South Sudan".
    fn told_where(&self) -> Option<Standing> {
        let terms = self.scan.context.pack.words();
        let (EntityKind::Place, EntityKind::Country | EntityKind::Place) = self.kinds() else { return None };
        let token = |at: usize| self.scan.tagged.tokens.get(at).filter(|t| t.sentence == self.sentence());
        self.word(self.first.end).filter(|word| *word == ",")?;
        let mut at = self.first.end + 1;
        token(at).filter(|t| t.tag == Tag::Det)?;
        at += 1;
        while token(at)
            .is_some_and(|t| matches!(t.tag, Tag::Adj | Tag::Num | Tag::Verb) && t.shape != Shape::Upper)
        {
            at += 1;
        }
        let (length, head) = terms.heads.longest(|i| self.word(at + i))?;
        at += length;
        self.word(at).filter(|word| matches!(*word, "in" | "of" | "on"))?;
        at += 1;
        at += usize::from(self.word(at) == Some("the"));
        while at < self.second.first && self.adjective(at) {
            at += 1;
        }
        let place = matches!(head.kind, EntityKind::Place | EntityKind::Country | EntityKind::Facility);
        (place && at == self.second.first && self.agree(self.first, self.second))
            .then(|| self.standing(RelationKind::LocatedIn, self.first, self.second, 0.6, "relation.place"))
    }

    /// "the Danish shipping company Maersk", "North Korea's main news agency KCNA": a body that is no part of the state.
    fn outlet(&self) -> Option<Standing> {
        let terms = self.scan.context.pack.words();
        let (EntityKind::Country, EntityKind::Organization) = self.kinds() else { return None };
        let start = self.behind();
        let nouns = start..self.second.first;
        let plain = !nouns.is_empty()
            && nouns.len() <= OUTLET
            && nouns.clone().all(|at| {
                let token = &self.scan.tagged.tokens[at];
                token.shape == Shape::Lower && matches!(token.tag, Tag::Noun | Tag::Adj)
            });
        let head = nouns.clone().rev().find_map(|at| {
            terms
                .heads
                .longest(|i| self.word(at + i).filter(|_| at + i < self.second.first))
                .filter(|(length, _)| at + length == self.second.first)
        });
        let (_, head) = head.filter(|_| plain)?;
        let body = matches!(head.kind, EntityKind::Organization | EntityKind::Group);
        let kind = if head.body { RelationKind::PartOf } else { RelationKind::Other };
        (body && self.agree(self.second, self.first))
            .then(|| self.standing(kind, self.second, self.first, 0.55, "relation.origin"))
    }

    /// "Abdul Wahhab of the respected Association of Scholars"; with an article at most it stands in `beside`.
    fn of_body(&self) -> Option<Standing> {
        let terms = self.scan.context.pack.words();
        let (EntityKind::Person, EntityKind::Organization) = self.kinds() else { return None };
        self.word(self.first.end).filter(|word| terms.members.contains(word) && *word != "with")?;
        let mut at = self.first.end + 1;
        at += usize::from(self.word(at) == Some("the"));
        while at < self.second.first && self.adjective(at) {
            at += 1;
        }
        (at == self.second.first)
            .then(|| self.standing(RelationKind::MemberOf, self.first, self.second, 0.6, "relation.member"))
    }

    /// "Youngspiration's Baggio Leung", "DAB's Starry Lee and Holden Chow"; "Ospina's brother-in-law, Germán Buelvas".
    fn owned(&self, nth: usize) -> Vec<Standing> {
        let terms = self.scan.context.pack.words();
        let tokens = &self.scan.tagged.tokens;
        let behind = self.behind();
        if behind == self.first.end {
            return Vec::new();
        }
        match self.kinds() {
            (EntityKind::Organization, EntityKind::Person) if behind == self.second.first => {
                let mut out = vec![self.standing(
                    RelationKind::MemberOf,
                    self.second,
                    self.first,
                    0.65,
                    "relation.member",
                )];
                // "and Holden Chow", unless somebody of another body follows.
                let next = self.scan.names.get(nth + 2).filter(|next| {
                    next.first == self.second.end + 1
                        && self.scan.kind(next) == EntityKind::Person
                        && terms.body_links.get(&*tokens[self.second.end].lower) == Some(&BodyLink::List)
                        && self.word(next.end).is_none_or(|word| !matches!(word, "of" | "from" | "'s"))
                });
                out.extend(next.map(|next| {
                    self.standing(RelationKind::MemberOf, next, self.first, 0.6, "relation.member")
                }));
                out
            }
            (EntityKind::Person, EntityKind::Person)
                if self.word(behind).is_some_and(|word| terms.kin.contains(word))
                    && behind + 1 + usize::from(self.word(behind + 1) == Some(",")) == self.second.first =>
            {
                vec![self.standing(RelationKind::Other, self.second, self.first, 0.65, "relation.kin")]
            }
            _ => Vec::new(),
        }
    }
}

/// "His father Ali", "her husband, Tom": who is whose, by a pronoun.
fn own_kin(scan: &Scan<'_>) -> Vec<Standing> {
    let terms = scan.context.pack.words();
    let mut out = Vec::new();
    let owners = scan.actors.mentions.iter().filter(|f| {
        f.mention.kind == MentionKind::Pronoun && f.end == f.first + 1 && scan.kind(f) == EntityKind::Person
    });
    for owner in owners {
        let sentence = scan.tagged.tokens[owner.first].sentence;
        let word =
            |at: usize| scan.tagged.tokens.get(at).filter(|t| t.sentence == sentence).map(|t| &*t.lower);
        if !word(owner.end).is_some_and(|word| terms.kin.contains(word)) {
            continue;
        }
        let at = owner.end + 1 + usize::from(word(owner.end + 1) == Some(","));
        let nth = scan.names.partition_point(|f| f.first < at);
        let who = scan.names.get(nth).filter(|f| f.first == at && scan.kind(f) == EntityKind::Person);
        out.extend(who.filter(|who| who.referent != owner.referent).map(|who| Standing {
            kind: RelationKind::Other,
            subject: who.referent,
            object: owner.referent,
            confidence: 0.65,
            evidence: (sentence as usize, "relation.kin"),
        }));
    }
    out
}
