//! Evidence on articles as they are: every claim is quoted from its text, and the quote shows what is claimed.
//! No text leaves this test: a violation is told by the number of the article and the byte.

use extract::{Options, extract};
use model::{Extraction, Language, Role, Span};
use serde_json::Value;
use wartagraf_tests::shared;

/// Articles spread over the whole file, so that every publisher in it has its turn.
const WANTED: usize = 100;

fn articles() -> Option<Vec<String>> {
    let path = shared()?.join("data/news-id-raw/articles.jsonl");
    let lines = std::fs::read_to_string(path).ok()?;
    let texts: Vec<String> = lines
        .lines()
        .filter_map(|line| serde_json::from_str::<Value>(line).ok())
        .filter_map(|article| article["text"].as_str().map(ToOwned::to_owned))
        .collect();
    let step = (texts.len() / WANTED).max(1);
    Some(texts.into_iter().step_by(step).take(WANTED).collect())
}

/// What is wrong with the quotes of one reading.
fn violations(reading: &Extraction, given: &str) -> Vec<String> {
    let text = &*reading.article.text;
    let mut out = Vec::new();
    if text != given {
        out.push("the text was changed".to_owned());
    }
    let quoted = |what: &str, span: Span, out: &mut Vec<String>| {
        if given.get(span.range()).is_none_or(|quote| quote.trim().is_empty()) {
            out.push(format!("{what} at {}: no quote", span.start()));
        }
    };
    for entity in &reading.entities {
        let cites = entity.ground.cites();
        for cite in cites {
            quoted("an entity", cite.span, &mut out);
        }
        for mention in &entity.mentions {
            quoted("a mention", mention.span, &mut out);
        }
        if !entity.mentions.iter().any(|mention| cites.iter().any(|cite| cite.span.contains(mention.span))) {
            out.push(format!("an entity at {:?}: no quote names it", entity.first_mention().map(|m| m.span)));
        }
    }
    let named_in = |id, cites: &[model::Cite]| {
        reading.entities.iter().filter(|entity| entity.id == id).any(|entity| {
            entity.mentions.iter().any(|mention| cites.iter().any(|cite| cite.span.contains(mention.span)))
        })
    };
    for event in &reading.events {
        let cites = event.ground.cites();
        for cite in cites {
            quoted("an event", cite.span, &mut out);
        }
        let at = event.trigger.start();
        for trigger in std::iter::once(event.trigger).chain(event.other_triggers.iter().copied()) {
            if !cites.iter().any(|cite| cite.span.contains(trigger)) {
                out.push(format!("an event at {at}: no quote holds the trigger at {}", trigger.start()));
            }
        }
        let mut acting = event.fillers(Role::Source).chain(event.fillers(Role::Target)).peekable();
        if acting.peek().is_some() && !acting.any(|id| named_in(id, cites)) {
            out.push(format!("an event at {at}: no quote names anybody in a role"));
        }
    }
    for relation in &reading.relations {
        let cites = relation.ground.cites();
        if cites.is_empty() {
            out.push("a relation without a quote".to_owned());
        }
        for cite in cites {
            quoted("a relation", cite.span, &mut out);
        }
        if !(named_in(relation.subject, cites) || named_in(relation.object, cites)) {
            out.push(format!("a relation at {:?}: no quote names an end", cites.first().map(|c| c.span)));
        }
    }
    out
}

#[test]
fn every_claim_about_a_hundred_articles_is_quoted() {
    let Some(articles) = articles() else {
        println!("skipped: the unlabelled articles are not on this machine");
        return;
    };
    assert_eq!(articles.len(), WANTED);
    let mut broken = Vec::new();
    for (number, text) in articles.iter().enumerate() {
        let reading = extract(text, &Options { language: Some(Language::Indonesian), ..Options::default() });
        broken.extend(violations(&reading, text).into_iter().map(|said| format!("article {number}: {said}")));
    }
    assert!(broken.is_empty(), "{} violations:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn every_claim_about_our_own_sentences_is_quoted() {
    let mut broken = Vec::new();
    for case in wartagraf_tests::phenomena::all() {
        let options = Options { language: Some(case.language), ..Options::default() };
        let reading = extract(&case.text, &options);
        broken.extend(
            violations(&reading, &case.text).into_iter().map(|said| format!("{}: {said}", case.place)),
        );
    }
    assert!(broken.is_empty(), "{} violations:\n{}", broken.len(), broken.join("\n"));
}
