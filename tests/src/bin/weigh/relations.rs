//! The weights by which two are told to stand to one another.
//!
//! There are far more pairs than events, so their signs are kept as numbers, and each type's signs are made of the pair's own only when it is fitted.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;
use std::process::Command;

use model::RelationKind;
use wartagraf_tests::{gold, root, scratch};

use crate::descent::{Race, descend, score};
use crate::kept;

/// The penalty of every weight.
const PENALTY: f64 = 1.5;
/// Weights below this are not written.
const SMALL: f64 = 0.05;
/// How many pairs must have a sign, and how many of them a type, before it counts for that.
const SEEN: usize = 5;
const TYPED: usize = 3;
/// How many relations of a type two kinds must have had for it to compete.
const HAD: usize = 3;
/// In how many parts the articles are cut for the report.
const PARTS: usize = 5;
/// What counts for every type.
const ANY: &str = "any";

const HEADER: &str = "\
# Who stands to whom in annotated articles: numbers and names of signs only.
# Source: annotated for Wartagraf. Licence: MIT. Made by: weigh keep FOLDER LANGUAGE.
# Lines: sign, name (numbered from 0 in order); article, name, how many relations are annotated; two, annotated types, types that the rules
# tell, whether symmetric types may be told of them, signs by number.
";

/// The pairs of annotated articles.
#[derive(Default)]
pub(crate) struct Known {
    names: Vec<String>,
    numbers: BTreeMap<String, usize>,
    articles: Vec<Article>,
}

struct Article {
    name: String,
    /// How many relations are annotated.
    there: usize,
    /// How much it counts.
    count: f64,
    pairs: Vec<Pair>,
}

struct Pair {
    /// The annotated types.
    right: Vec<RelationKind>,
    /// The types that the rules tell.
    ruled: Vec<RelationKind>,
    /// Whether symmetric types are told of them in this order.
    first: bool,
    signs: Vec<usize>,
}

/// Which of a reading's entities are subject and object.
type Ends = [Option<usize>; 2];

/// How many relations an article has, and those whose ends the reading has.
type Annotated = (usize, Vec<(usize, usize, RelationKind)>);

impl Known {
    fn number(&mut self, sign: &str) -> usize {
        if let Some(at) = self.numbers.get(sign) {
            return *at;
        }
        self.names.push(sign.to_owned());
        self.numbers.insert(sign.to_owned(), self.names.len() - 1);
        self.names.len() - 1
    }

    /// Adds the articles of a folder, in the place of older ones of the same name.
    pub(crate) fn add(&mut self, gold: &Path, folder: &Path, language: &str, count: f64) {
        let out = scratch(&format!("relations-{language}"));
        let set = folder.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut found: BTreeMap<String, Vec<(Ends, extract::Bond)>> = BTreeMap::new();
        for path in gold::articles(folder.parent().unwrap_or(folder), &set, language) {
            let text = std::fs::read_to_string(&path).expect("a readable article");
            let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let (reading, bonds) = extract::bonds(&text, &extract::Options::default());
            let who = |span: &model::Span| {
                reading.entities.iter().position(|entity| entity.mentions.iter().any(|m| m.span == *span))
            };
            let bonds = bonds.into_iter().map(|bond| (bond.ends.each_ref().map(who), bond)).collect();
            std::fs::write(out.join(format!("{stem}.json")), formats::annotations(&reading, &stem))
                .expect("a writable folder");
            found.insert(stem, bonds);
        }
        let mut script = Command::new("python3");
        script.arg(root().join("tests/gold/relations.py")).arg(gold.join("score.py"));
        let answer = script.arg(folder).arg(&out).output().expect("python3 runs");
        assert!(answer.status.success(), "{}", String::from_utf8_lossy(&answer.stderr));
        let _ = std::fs::remove_dir_all(&out);
        let mut told: BTreeMap<String, Annotated> = BTreeMap::new();
        let mut name = String::new();
        for line in String::from_utf8_lossy(&answer.stdout).lines() {
            match line.split('\t').collect::<Vec<&str>>()[..] {
                [article, there] => {
                    article.clone_into(&mut name);
                    told.insert(name.clone(), (there.parse().unwrap_or_default(), Vec::new()));
                }
                [subject, object, kind] => {
                    if let (Ok(subject), Ok(object), Some(kind), Some((_, list))) =
                        (subject.parse(), object.parse(), RelationKind::from_code(kind), told.get_mut(&name))
                    {
                        list.push((subject, object, kind));
                    }
                }
                _ => {}
            }
        }
        self.articles.retain(|article| !told.contains_key(&article.name));
        for (name, (there, relations)) in told {
            let mut pairs = Vec::new();
            for (ends, bond) in found.remove(&name).unwrap_or_default() {
                let [Some(subject), Some(object)] = ends else { continue };
                let right = |(from, to, kind): &(usize, usize, RelationKind)| {
                    let turned = (*to, *from) == (subject, object);
                    let holds = if kind.is_symmetric() {
                        bond.first && (turned || (*from, *to) == (subject, object))
                    } else {
                        (*from, *to) == (subject, object)
                    };
                    holds.then_some(*kind)
                };
                let right = relations.iter().filter_map(right).collect();
                let signs: BTreeSet<usize> = bond.signs.iter().map(|sign| self.number(sign)).collect();
                pairs.push(Pair {
                    right,
                    ruled: bond.ruled,
                    first: bond.first,
                    signs: signs.into_iter().collect(),
                });
            }
            self.articles.push(Article { name, there, count, pairs });
        }
    }

    /// The committed pairs of one language.
    pub(crate) fn kept(language: &str) -> Self {
        let mut out = Self::default();
        let mut numbers: Vec<usize> = Vec::new();
        for line in kept::read("relations", language).lines() {
            match line.split('\t').collect::<Vec<&str>>()[..] {
                ["sign", name] => {
                    let number = out.number(name);
                    numbers.push(number);
                }
                ["article", name, there] => out.articles.push(Article {
                    name: name.to_owned(),
                    there: there.parse().unwrap_or_default(),
                    count: 1.0,
                    pairs: Vec::new(),
                }),
                ["two", right, ruled, first, signs] => {
                    let kinds = |cell: &str| cell.split(' ').filter_map(RelationKind::from_code).collect();
                    let known = |at: &str| numbers.get(at.parse::<usize>().ok()?).copied();
                    let pair = Pair {
                        right: kinds(right),
                        ruled: kinds(ruled),
                        first: first == "1",
                        signs: signs.split(' ').filter_map(known).collect(),
                    };
                    out.articles.last_mut().expect("an article before its pairs").pairs.push(pair);
                }
                _ => {}
            }
        }
        out
    }

    /// The pairs as rows of `tests/gold/relations-*.tsv.gz`; signs of few, and pairs of kinds that never stand to one another, are left out.
    pub(crate) fn rows(&self) -> String {
        let had = self.had(&self.articles.iter().collect::<Vec<_>>(), 1);
        let pairs = |article: &'_ Article| -> Vec<usize> {
            let may = |at: &usize| {
                let pair = &article.pairs[*at];
                !pair.ruled.is_empty() || self.kinds(pair).is_some_and(|kinds| had.contains_key(&kinds))
            };
            (0..article.pairs.len()).filter(may).collect()
        };
        let pairs: Vec<Vec<usize>> = self.articles.iter().map(pairs).collect();
        let mut counts = vec![0_usize; self.names.len()];
        for (article, pairs) in self.articles.iter().zip(&pairs) {
            for sign in pairs.iter().flat_map(|at| &article.pairs[*at].signs) {
                counts[*sign] += 1;
            }
        }
        let mut order: Vec<usize> = (0..self.names.len()).filter(|at| counts[*at] >= SEEN).collect();
        order.sort_by_key(|at| (std::cmp::Reverse(counts[*at]), &self.names[*at]));
        let mut place: Vec<Option<usize>> = vec![None; self.names.len()];
        let mut out = HEADER.to_owned();
        for (nth, at) in order.iter().enumerate() {
            place[*at] = Some(nth);
            let _ = writeln!(out, "sign\t{}", self.names[*at]);
        }
        let kinds = |kinds: &[RelationKind]| kinds.iter().map(|k| k.code()).collect::<Vec<_>>().join(" ");
        for (article, pairs) in self.articles.iter().zip(&pairs) {
            let _ = writeln!(out, "article\t{}\t{}", article.name, article.there);
            for pair in pairs.iter().map(|at| &article.pairs[*at]) {
                let mut signs: Vec<usize> = pair.signs.iter().filter_map(|at| place[*at]).collect();
                signs.sort_unstable();
                let signs: Vec<String> = signs.iter().map(ToString::to_string).collect();
                let (right, ruled) = (kinds(&pair.right), kinds(&pair.ruled));
                let _ = writeln!(out, "two\t{right}\t{ruled}\t{}\t{}", u8::from(pair.first), signs.join(" "));
            }
        }
        out
    }

    /// The kinds of a pair, as its sign has them.
    fn kinds(&self, pair: &Pair) -> Option<String> {
        pair.signs.iter().find_map(|at| self.names[*at].strip_prefix("pair|")).map(str::to_owned)
    }

    /// The types that two kinds have had so often.
    fn had(&self, articles: &[&Article], least: usize) -> BTreeMap<String, Vec<RelationKind>> {
        let mut counts: BTreeMap<(String, RelationKind), usize> = BTreeMap::new();
        for pair in articles.iter().flat_map(|article| &article.pairs).filter(|pair| !pair.right.is_empty()) {
            for kind in &pair.right {
                *counts.entry((self.kinds(pair).unwrap_or_default(), *kind)).or_default() += 1;
            }
        }
        let mut out: BTreeMap<String, Vec<RelationKind>> = BTreeMap::new();
        for ((kinds, kind), _) in counts.into_iter().filter(|(_, count)| *count >= least) {
            out.entry(kinds).or_default().push(kind);
        }
        out
    }

    /// The weights that these articles give.
    fn fit(&self, articles: &[&Article]) -> Weights {
        let had = self.had(articles, HAD);
        let mut seen = vec![0_usize; self.names.len()];
        let mut typed: BTreeMap<(RelationKind, usize), usize> = BTreeMap::new();
        let pairs: Vec<(&Pair, &[RelationKind], f64)> = articles
            .iter()
            .flat_map(|article| article.pairs.iter().map(|pair| (pair, article.count)))
            .filter_map(|(pair, count)| Some((pair, &**had.get(&self.kinds(pair)?)?, count)))
            .collect();
        for (pair, kinds, _) in &pairs {
            for sign in &pair.signs {
                seen[*sign] += 1;
                for kind in pair.right.iter().filter(|kind| kinds.contains(kind)) {
                    *typed.entry((*kind, *sign)).or_default() += 1;
                }
            }
        }
        typed.retain(|_, count| *count >= TYPED);
        for (kinds, list) in &had {
            if let Some(sign) = self.numbers.get(&format!("pair|{kinds}")) {
                typed.extend(list.iter().map(|kind| ((*kind, *sign), HAD)));
            }
        }
        let mut columns: Vec<(Option<RelationKind>, usize)> = Vec::new();
        columns.extend((0..seen.len()).filter(|at| seen[*at] >= SEEN).map(|at| (None, at)));
        columns.extend(typed.keys().filter(|(_, at)| seen[*at] >= SEEN).map(|(kind, at)| (Some(*kind), *at)));
        let place: BTreeMap<(Option<RelationKind>, usize), usize> =
            columns.iter().enumerate().map(|(at, column)| (*column, at)).collect();
        let mut out = Weights { had: had.clone(), columns, place, worth: Vec::new() };
        let race = |(pair, kinds, count): &(&Pair, &[RelationKind], f64)| -> Option<Race> {
            let mut runners = vec![(pair.right.is_empty(), Vec::new())];
            runners.extend(open(pair, kinds).map(|kind| (pair.right.contains(&kind), out.signs(pair, kind))));
            runners.iter().any(|(right, _)| *right).then_some(Race { runners, count: *count })
        };
        let races: Vec<Race> = pairs.iter().filter_map(race).collect();
        out.worth = descend(&races, &vec![PENALTY; out.columns.len()]);
        out
    }

    /// The table of weights that all articles give.
    pub(crate) fn fitted(&self) -> String {
        let fit = self.fit(&self.articles.iter().collect::<Vec<_>>());
        let mut lines: Vec<String> = Vec::new();
        for ((kind, sign), weight) in fit.columns.iter().zip(&fit.worth) {
            let sign = &self.names[*sign];
            // Which types compete is told by this sign, whatever it is worth.
            let opens = kind.is_some() && sign.starts_with("pair|");
            let weight = if opens && weight.abs() < 0.001 { 0.001 } else { *weight };
            if opens || weight.abs() >= SMALL {
                lines.push(format!("{}|{sign}\t{weight:.3}\n", kind.map_or(ANY, RelationKind::code)));
            }
        }
        lines.sort();
        lines.concat()
    }

    /// How many relations are right, told and annotated on articles that the weights were not fitted on, by the least probability of what the
    /// rules do not tell and of what they tell; then each type with the thresholds that the reading has.
    pub(crate) fn report(&self, language: &str) {
        let mut names: Vec<&str> = self.articles.iter().map(|article| &*article.name).collect();
        names.sort_unstable();
        let part: BTreeMap<&str, usize> =
            names.into_iter().enumerate().map(|(nth, name)| (name, nth % PARTS)).collect();
        let mut judged: Vec<(&Pair, Vec<(RelationKind, f64)>)> = Vec::new();
        for left in 0..PARTS {
            let others: Vec<&Article> =
                self.articles.iter().filter(|article| part[&*article.name] != left).collect();
            let fit = self.fit(&others);
            for article in self.articles.iter().filter(|article| part[&*article.name] == left) {
                judged.extend(article.pairs.iter().map(|pair| (pair, fit.likely(self, pair))));
            }
        }
        let there: usize = self.articles.iter().map(|article| article.there).sum();
        let reach: usize = judged.iter().map(|(pair, _)| pair.right.len()).sum();
        println!("{language} relations: {there} annotated, {reach} in reach, {} pairs", judged.len());
        let ruled = count(&judged, 2.0, -1.0, None);
        println!("{language} relations by the rules: {} right of {} told", ruled.0, ruled.1);
        for tell in [0.3, 0.4, 0.5, 0.6] {
            for drop in [0.1, 0.2, 0.3] {
                let (right, told) = count(&judged, tell, drop, None);
                let f1 = 2.0 * right as f64 / (told + there) as f64;
                println!(
                    "{language} relations from {tell}, ruled from {drop}: {right} right of {told} told, F1 {f1:.3}"
                );
            }
        }
        for kind in RelationKind::ALL {
            let all = judged.iter().filter(|(pair, _)| pair.right.contains(&kind)).count();
            let (old, new) = (count(&judged, 2.0, -1.0, Some(kind)), count(&judged, 0.5, 0.2, Some(kind)));
            println!(
                "{language} {}: {all} in reach, rules {} of {}, weights {} of {}",
                kind.code(),
                old.0,
                old.1,
                new.0,
                new.1
            );
        }
    }
}

/// The types that may be told of a pair.
fn open<'a>(pair: &'a Pair, kinds: &'a [RelationKind]) -> impl Iterator<Item = RelationKind> + 'a {
    kinds.iter().copied().filter(|kind| pair.first || !kind.is_symmetric())
}

/// How many of those told are right, and how many are told.
fn count(
    judged: &[(&Pair, Vec<(RelationKind, f64)>)],
    tell: f64,
    drop: f64,
    only: Option<RelationKind>,
) -> (usize, usize) {
    let mut out = (0, 0);
    for (pair, likely) in judged {
        let chance =
            |kind: RelationKind| likely.iter().find(|(of, _)| *of == kind).map_or(0.0, |(_, chance)| *chance);
        let best = likely.first().filter(|(_, chance)| *chance >= tell);
        let stays = |kind: &RelationKind| {
            drop < 0.0 || chance(*kind) >= drop && best.is_none_or(|(_, best)| *best <= chance(*kind))
        };
        let mut told: Vec<RelationKind> = pair.ruled.iter().copied().filter(stays).collect();
        if told.is_empty() {
            told.extend(best.map(|(kind, _)| *kind));
        }
        let office = |kind: RelationKind| matches!(kind, RelationKind::Leads | RelationKind::HoldsOffice);
        for kind in told.into_iter().filter(|kind| only.is_none_or(|only| only == *kind)) {
            out.1 += 1;
            out.0 +=
                usize::from(pair.right.iter().any(|right| *right == kind || office(*right) && office(kind)));
        }
    }
    out
}

/// Fitted weights.
struct Weights {
    had: BTreeMap<String, Vec<RelationKind>>,
    /// For which type, or any, which sign counts.
    columns: Vec<(Option<RelationKind>, usize)>,
    place: BTreeMap<(Option<RelationKind>, usize), usize>,
    worth: Vec<f64>,
}

impl Weights {
    fn signs(&self, pair: &Pair, kind: RelationKind) -> Vec<(usize, f64)> {
        let found = |of: Option<RelationKind>| {
            pair.signs.iter().filter_map(move |sign| Some((*self.place.get(&(of, *sign))?, 1.0)))
        };
        found(None).chain(found(Some(kind))).collect()
    }

    /// The probability of each type, the likeliest first; who leads a body holds an office in it.
    fn likely(&self, known: &Known, pair: &Pair) -> Vec<(RelationKind, f64)> {
        let Some(kinds) = known.kinds(pair).and_then(|kinds| self.had.get(&kinds)) else {
            return Vec::new();
        };
        let power = |kind| (kind, libm::exp(score(&self.worth, &self.signs(pair, kind))));
        let powers: Vec<(RelationKind, f64)> = open(pair, kinds).map(power).collect();
        let all: f64 = 1.0 + powers.iter().map(|(_, power)| power).sum::<f64>();
        let office = |kind: RelationKind| matches!(kind, RelationKind::Leads | RelationKind::HoldsOffice);
        let offices: f64 = powers.iter().filter(|(kind, _)| office(*kind)).map(|(_, power)| power).sum();
        let chance = |(kind, power): &(RelationKind, f64)| {
            (*kind, if office(*kind) { offices } else { *power } / all, *power)
        };
        let mut out: Vec<(RelationKind, f64, f64)> = powers.iter().map(chance).collect();
        out.sort_by(|a, b| b.1.total_cmp(&a.1).then(b.2.total_cmp(&a.2)));
        out.into_iter().map(|(kind, chance, _)| (kind, chance)).collect()
    }
}
