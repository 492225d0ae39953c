//! Offices that stand alone: "Presiden menolak", whoever holds it in this article.

use lang::{Order, Scope, Tag};
use model::{EntityKind, MentionKind, RelationKind};

use super::Work;
use crate::analysis::{Referent, Standing};
use crate::mentions::Office;
impl Work<'_> {
    /// "Menteri Luar Negeri Sugiono": an office of state without its state is that of the dateline, else of the country
    /// the text names most.
    pub(super) fn bare(&mut self) {
        for office in self.material.offices {
            let Some(holder) =
                office.holder.filter(|_| office.seats.is_empty() && office.title.scope == Scope::State)
            else {
                continue;
            };
            let person = self.of_name[holder];
            if self.clusters[person].role.is_none() {
                self.clusters[person].role = Some(self.called(office));
            }
            let leads = office.title.relation == Some(RelationKind::Leads);
            let sibling = if leads { None } else { self.sibling_country(office) };
            let led = |country: model::Country| {
                self.index.lands().iter().any(|land| {
                    self.clusters[*land].country == Some(country)
                        && self.clusters[*land].kind == Some(EntityKind::Country)
                        && self.standings.subjects(RelationKind::Leads, *land).any(|who| who != person)
                })
            };
            let country = self.clusters[person]
                .country
                .or(self.clusters[person].candidate)
                .or(sibling)
                .or_else(|| self.fronted(office))
                .or(self.home.filter(|home| !leads || !led(*home)))
                .or_else(|| self.acting_state(office));
            let Some(country) = country else { continue };
            let stated = self.clusters[person].country.is_some();
            self.clusters[person].country = Some(country);
            // "Menteri Dalam Negeri Rina Sari" where the text names "Kementerian Dalam Negeri".
            if let Some(own) = self.own_body(office).filter(|_| !office.former)
                && let Some(kind) = office.title.relation
            {
                let sentence = self.sentence_of(office.first);
                self.standings.push(Standing {
                    kind,
                    subject: person,
                    object: own,
                    confidence: 0.6,
                    evidence: (sentence, "office.own"),
                });
                continue;
            }
            if let (Some(object), Some(kind)) = (self.country_referent(country), office.title.relation)
                && !office.former
                && !office.numbered
                && !self.standings.related(person, object)
            {
                let sentence = self.sentence_of(office.first);
                self.standings.push(Standing {
                    kind,
                    subject: person,
                    object,
                    confidence: if stated { 0.7 } else { 0.5 },
                    evidence: (sentence, "office.bare"),
                });
            }
        }
    }

    /// "In Santiago, President Larraín welcomed": the seat of a government that opens the sentence.
    pub(super) fn fronted(&self, office: &Office) -> Option<model::Country> {
        let sentence = self.sentence_of(office.first);
        let opening = self.material.tagged.sentences[sentence].first;
        let last = self.material.context.pack.order == Order::HeadLast;
        let place = self.found_in(sentence).find(|f| {
            f.first == opening + 1 && f.end <= office.first && f.mention.kind == MentionKind::Name
        })?;
        let governed = self.material.tagged.tokens[opening].tag == Tag::Adp;
        let cluster = &self.clusters[place.referent];
        let seat = cluster.known.as_ref().is_some_and(|known| known.capital);
        cluster.country.filter(|_| last && governed && seat)
    }

    /// The body whose name the office's own makes up: "Kementerian Dalam Negeri" of the "Menteri Dalam Negeri", "Kemendag" of the "Mendag",
    /// "Polri" of the "Kapolri".
    pub(super) fn own_body(&self, office: &Office) -> Option<Referent> {
        if self.material.context.pack.order != Order::HeadFirst {
            return None;
        }
        let words = &office.alone;
        let long = words.strip_prefix("menteri ").map(|field| format!("kementerian {field}"));
        let short =
            words.strip_prefix("men").filter(|_| !words.contains(' ')).map(|field| format!("kemen{field}"));
        let chief = words.strip_prefix("ka").filter(|_| !words.contains(' ')).map(str::to_owned);
        [long, short, chief]
            .into_iter()
            .flatten()
            .find_map(|name| self.index.written(&name))
            .filter(|body| self.clusters[*body].kind == Some(EntityKind::Organization))
    }

    /// "Serbia rejected the plan. Prime Minister Kostunica said": where modifiers stand first, the state that acts in the
    /// sentence or in the one before.
    pub(super) fn acting_state(&self, office: &Office) -> Option<model::Country> {
        if self.material.context.pack.order != Order::HeadLast {
            return None;
        }
        let sentence = self.sentence_of(office.first);
        let first = |s: usize| {
            self.found_in(s)
                .filter(|f| f.end <= office.first)
                .filter(|f| self.clusters[f.referent].kind == Some(EntityKind::Country))
                // "Iran's support threatens security," said the minister: not Iran's.
                .filter(|f| {
                    self.material.tagged.tokens[f.end].shape != lang::Shape::Clitic
                        && !self.in_quotation(f.first)
                })
                .min_by_key(|f| f.first)
                .and_then(|f| self.clusters[f.referent].country)
        };
        first(sentence).or_else(|| sentence.checked_sub(1).and_then(first))
    }

    /// Whether an odd number of quotation marks stands before in its sentence.
    pub(super) fn in_quotation(&self, at: usize) -> bool {
        let first = self.material.tagged.sentences[self.sentence_of(at)].first;
        self.material.tagged.tokens[first..at]
            .iter()
            .filter(|t| matches!(&*t.lower, "\"" | "“" | "”"))
            .count()
            % 2
            == 1
    }

    /// "Bersama Silva, Menteri Perikanan Ana Reis": a colleague named just before serves the same state.
    pub(super) fn sibling_country(&self, office: &Office) -> Option<model::Country> {
        let sentence = self.sentence_of(office.first);
        self.found_in(sentence)
            .filter(|f| f.end <= office.first)
            .filter(|f| {
                self.clusters[f.referent].kind == Some(EntityKind::Person)
                    && self.clusters[f.referent].role.is_some()
            })
            .max_by_key(|f| f.first)
            .and_then(|f| self.clusters[f.referent].country)
    }
}
