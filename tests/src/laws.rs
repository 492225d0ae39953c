//! What holds of every text, however broken: the laws that the fuzz targets and the property tests check.
//!
//! Each law panics when it is broken, and that is how a fuzzer and a test hear of it.

use std::ops::Range;

use extract::model::{Extraction, Ground, Language, Note, Span};
use extract::{Options, extract as read_article, sentences};

/// Detected, and each language by force.
const LANGUAGES: [Option<Language>; 4] =
    [None, Some(Language::Indonesian), Some(Language::English), Some(Language::Other)];

/// Fuzz target: bytes from outside are an article or a typed error, as a file and as a line of a batch.
pub fn read(data: &[u8]) {
    use desk::wire::Fault;
    match desk::text_of(data) {
        Ok(text) => assert_eq!(text.as_bytes(), data, "a text is never changed"),
        Err(Fault::InvalidUtf8 { at }) => {
            let at = at as usize;
            assert!(at < data.len(), "the bad byte lies inside");
            assert!(std::str::from_utf8(&data[..at]).is_ok(), "what comes before the bad byte is good");
            assert!(std::str::from_utf8(&data[..=at]).is_err() || at + 1 < data.len());
        }
        Err(Fault::EmptyText | Fault::NotText | Fault::TooLarge { .. } | Fault::WebAddress) => {}
        Err(other) => panic!("{other:?} is no answer to bytes"),
    }
    let (mut out, mut lines, mut skipped) = (Vec::new(), 0, 0);
    let input = std::io::Cursor::new(data.to_vec());
    let tally = desk::batch(input, &mut out, 1, &mut |passed: &desk::Passed<'_>| {
        lines += 1;
        assert_eq!(passed.line, lines, "lines pass in order");
        skipped += u64::from(passed.skipped.is_some());
        assert_ne!(passed.skipped, Some(&desk::BadLine::Broken), "the reading broke down");
    });
    let tally = tally.expect("memory is read and written without failure");
    assert_eq!(tally.skipped, skipped);
    let written = out.split_inclusive(|byte| *byte == b'\n').count() as u64;
    assert_eq!(written, tally.articles, "one line an article");
    assert!(out.is_empty() || out.ends_with(b"\n"));
}

/// Fuzz target: sentences are spans in order that do not touch each other.
pub fn segment(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for language in [Language::Indonesian, Language::English] {
        in_order(&text, &sentences(&text, language));
    }
}

/// Fuzz target: the whole reading.
pub fn extract(data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for language in LANGUAGES {
        let options = Options { language, ..Options::default() };
        let reading = read_article(&text, &options);
        hold(&text, &reading);
        assert_eq!(reading, read_article(&text, &options), "the same text gives the same reading");
    }
}

fn in_order(text: &str, spans: &[Span]) {
    for span in spans {
        inside(text, *span);
    }
    assert!(
        spans.windows(2).all(|pair| pair[0].end() <= pair[1].start()),
        "sentences are disjoint, in order"
    );
}

fn inside(text: &str, span: Span) {
    let Range { start, end } = span.range();
    assert!(start < end, "a span is never empty");
    assert!(text.get(start..end).is_some(), "{start}..{end} is no piece of the text");
}

fn share(confidence: f32) {
    assert!((0.0..=1.0).contains(&confidence), "{confidence} is no probability");
}

/// Every quote lies in the text; `within` lies in one of them.
fn grounded(text: &str, ground: &Ground, within: Option<Span>) {
    let cites = ground.cites();
    assert!(!cites.is_empty(), "what was read has a quote");
    for cite in cites {
        inside(text, cite.span);
        assert!(!cite.rule.is_empty(), "a quote names its rule");
    }
    if let Some(within) = within {
        assert!(cites.iter().any(|cite| cite.span.contains(within)), "a quote holds the trigger");
    }
}

/// What holds of every reading of this text.
///
/// # Panics
/// Where it does not.
pub fn hold(text: &str, reading: &Extraction) {
    assert_eq!(&*reading.article.text, text, "the text is never changed");
    in_order(text, &reading.sentences);
    if let Some(title) = reading.article.title {
        inside(text, title);
    }
    let known = |id| reading.entities.iter().any(|entity| entity.id == id);
    for (at, entity) in reading.entities.iter().enumerate() {
        assert!(!entity.mentions.is_empty(), "an entity is mentioned");
        for mention in &entity.mentions {
            inside(text, mention.span);
            assert!(mention.span.contains(mention.head), "a head lies in its mention");
        }
        assert!(entity.mentions.is_sorted_by_key(|mention| mention.span.start()), "mentions in text order");
        assert!(reading.entities[..at].iter().all(|other| other.id != entity.id), "an id is one entity's");
        share(entity.confidence);
        grounded(text, &entity.ground, None);
    }
    for event in &reading.events {
        inside(text, event.trigger);
        event.other_triggers.iter().for_each(|span| inside(text, *span));
        event.quantities.iter().for_each(|quantity| inside(text, quantity.span));
        event.when.and_then(|when| when.words).into_iter().for_each(|span| inside(text, span));
        assert!(event.roles.iter().all(|role| known(role.entity)), "a role is filled by an entity");
        assert!(event.place.into_iter().chain(event.attributed_to).all(known), "so are place and speaker");
        share(event.confidence);
        grounded(text, &event.ground, Some(event.trigger));
    }
    for relation in &reading.relations {
        assert!(known(relation.subject) && known(relation.object), "a relation is between entities");
        share(relation.confidence);
        grounded(text, &relation.ground, None);
    }
    for note in &reading.notes {
        match note {
            Note::UndatedWords { span } | Note::Ambiguous { span } => inside(text, *span),
            Note::CountryCandidate { entity, .. } => assert!(known(*entity)),
            _ => {}
        }
    }
}
