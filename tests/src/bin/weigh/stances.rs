//! The weights by which modality and voucher of an event are chosen.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use model::Modality;

use crate::Folds;
use crate::choices::{self, Contender, Event};
use crate::names::{joined, numbered};
use crate::verdicts::{Verdict, verdicts};

/// The penalty of every weight.
const PENALTY: f64 = 4.0;
/// In how many parts the articles are cut for the report.
const PARTS: usize = 5;

const HEADER: &str = "\
# What might be said of the status of events of annotated articles: numbers and names of signs only.
# Source: annotated for Wartagraf. Licence: MIT. Made by: weigh keep FOLDER LANGUAGE.
# Lines: sign, name (numbered from 0 in order); event, language, article; modality, the right one, signs by number; voucher (nobody
# first), right, signs by number.
";

/// The events of a folder of annotated articles whose type is read rightly, their sides ranked by weights fitted without the article.
pub(crate) fn events(
    gold: &Path,
    folder: &Path,
    language: &str,
    count: f64,
    [kinds, arguments]: [&Folds<'_>; 2],
) -> Vec<Event> {
    let mut found = BTreeMap::new();
    let read = |stem: &str, text: &str| {
        let fitted = extract::Fitted {
            kinds: kinds.without(stem),
            arguments: arguments.without(stem),
            ..extract::Fitted::NONE
        };
        let (reading, stances) = extract::stances(text, &extract::Options::default(), fitted);
        for (trigger, stance) in stances {
            let who = |span: &model::Span| {
                reading.entities.iter().position(|entity| entity.mentions.iter().any(|m| m.span == *span))
            };
            let vouchers: Vec<(Vec<Option<usize>>, Vec<String>)> = stance
                .vouchers
                .into_iter()
                .map(|one| (one.who.iter().map(who).collect(), one.signs))
                .collect();
            found.insert((stem.to_owned(), trigger.start()), (stance.modalities, vouchers));
        }
        reading
    };
    let verdicts = verdicts(gold, folder, language, read);
    let mut out = Vec::new();
    for Verdict { article, start, truth, .. } in verdicts {
        let (Some(truth), Some((modalities, vouchers))) = (truth, found.remove(&(article.clone(), start)))
        else {
            continue;
        };
        let modalities = modalities
            .into_iter()
            .map(|(modality, signs)| Contender { right: code(modality) == truth.modality, signs });
        let vouchers = vouchers.into_iter().map(|(who, signs)| Contender {
            right: if who.is_empty() {
                truth.voucher.nobody
            } else {
                who.iter().flatten().any(|who| truth.voucher.who.contains(who))
            },
            signs,
        });
        out.push(Event { article, sides: [modalities.collect(), vouchers.collect()], count });
    }
    out
}

fn code(modality: Modality) -> &'static str {
    match modality {
        Modality::Actual => "actual",
        Modality::Planned => "planned",
        Modality::Hypothetical => "hypothetical",
        Modality::CalledFor => "called_for",
        Modality::Negated => "negated",
    }
}

/// The events as rows of `tests/gold/stances-*.tsv.gz`. The modalities have the same signs, each with its own name before them: they are
/// written once.
pub(crate) fn rows(language: &str, events: &[Event]) -> String {
    let cut = |event: &Event| -> Vec<String> {
        let first = event.sides[0].first();
        first.map_or_else(Vec::new, |one| one.signs.iter().map(|sign| tail(sign).to_owned()).collect())
    };
    let shared: Vec<Vec<String>> = events.iter().map(cut).collect();
    let vouchers = events.iter().flat_map(|event| &event.sides[1]).flat_map(|one| &one.signs);
    let (names, numbers) = numbered(shared.iter().flatten().chain(vouchers).map(String::as_str));
    let mut out = format!("{HEADER}{names}");
    for (event, shared) in events.iter().zip(&shared) {
        let right = event.sides[0].iter().find(|one| one.right).and_then(|one| one.signs.first());
        let right = right.map_or("", |name| name.as_str());
        let _ = writeln!(out, "event\t{language}\t{}", event.article);
        let _ = writeln!(out, "modality\t{right}\t{}", joined(shared, &numbers));
        for one in &event.sides[1] {
            let _ = writeln!(out, "voucher\t{}\t{}", u8::from(one.right), joined(&one.signs, &numbers));
        }
    }
    out
}

/// F1 of what is not actual and of vouchers on articles that the weights were not fitted on, by how likely they must be.
pub(crate) fn report(language: &str, events: &[Event]) {
    for (side, name) in ["not actual", "vouched for"].into_iter().enumerate() {
        let likely = choices::left_out(events, side, PENALTY, PARTS);
        let mut line = format!("{language} {name}:");
        for least in [0.5, 0.4, 0.35, 0.3, 0.25, 0.2, 0.15] {
            let (mut told, mut right, mut all) = (0, 0, 0);
            for (event, likely) in events.iter().zip(&likely) {
                // The first is "actual", or nobody.
                all += usize::from(!event.sides[side].first().is_some_and(|one| one.right));
                let best = (1..likely.len()).max_by(|a, b| likely[*a].total_cmp(&likely[*b]));
                if let Some(best) = best.filter(|best| likely[*best] >= least) {
                    told += 1;
                    right += usize::from(event.sides[side][best].right);
                }
            }
            let _ = write!(
                line,
                " {least}: {right}/{told}/{all} {:.3};",
                2.0 * right as f64 / (told + all) as f64
            );
        }
        println!("{line}");
    }
}

/// A sign without the modality that it speaks for; empty for that alone.
fn tail(sign: &str) -> &str {
    sign.split_once('|').map_or("", |(_, tail)| tail)
}

/// The committed events of one language.
pub(crate) fn kept(language: &str) -> Vec<Event> {
    choices::kept("stances", language, |event, choice, right, signs| {
        if choice == "voucher" {
            event.sides[1].push(Contender { right: right == "1", signs });
            return;
        }
        let named = |name: &str, sign: &String| {
            if sign.is_empty() { name.to_owned() } else { format!("{name}|{sign}") }
        };
        let one = |name: &&str| Contender {
            right: *name == right,
            signs: signs.iter().map(|sign| named(name, sign)).collect(),
        };
        event.sides[0] = MODALITIES.iter().map(one).collect();
    })
}

/// The modalities as the signs name them.
const MODALITIES: [&str; 5] = ["actual", "planned", "hypothetical", "called for", "negated"];

/// The table of weights that these events give.
pub(crate) fn fitted(events: &[&Event]) -> String {
    choices::fitted(events, PENALTY)
}
