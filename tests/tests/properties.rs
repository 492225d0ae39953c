//! What holds of news-like texts in both languages however they are mangled. Seeded: every run tries the same texts.

use std::sync::OnceLock;

use extract::model::Extraction;
use extract::{Options, extract};
use proptest::collection::vec;
use proptest::prelude::{Just, Strategy, any};
use proptest::prop_oneof;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use wartagraf_tests::{laws, text};

/// How many texts each property sees.
const CASES: u32 = 192;

/// As many as `WARTAGRAF_CASES` says, for a long run on other texts than those of every day.
fn long_run() -> Option<u32> {
    std::env::var("WARTAGRAF_CASES").ok()?.parse().ok()
}

/// What mangled pages are made of: marks that open and never close, blanks of all kinds, characters of several bytes,
/// characters that grow or shrink in other cases, glued and cut words.
const SHARDS: &[&str] = &[
    "\"",
    "“",
    "”",
    "'",
    "’s",
    "(",
    ")",
    "[",
    "—",
    "–",
    "-",
    "--",
    "…",
    "...",
    ".",
    "!?",
    ":",
    ";",
    "/",
    "\\",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u{a0}",
    "\u{200b}",
    "\u{200d}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "é",
    "e\u{301}",
    "İstanbul",
    "ß",
    "ẞ",
    "ŉ",
    "ǅ",
    "日本",
    "الخرطوم",
    "🇮🇩",
    "👩‍🚀",
    "Rp1,2 triliun",
    "US$ 3.5 bn",
    "1.000.000",
    "12:30",
    "2025-02-30",
    "31/13/2025",
    "U.S.",
    "Gen. (Purn.)",
    "a.l.",
    "No.",
    "di-",
    "-nya",
    "ke-27",
    "se-",
    "per",
    "pro-",
    "PBB",
    "AS",
    "tidak",
    "bukan",
    "akan",
    "not",
    "will",
    "mengecam",
    "condemned",
    "attacked",
    "diserang oleh",
    "oleh",
    "yang",
    "who",
    "said",
    "kata",
    "Baca juga:",
    "JAKARTA, (Kabar) -",
    "Presiden",
    "President",
    "Senin (3/2)",
    "Monday",
    "dan",
    "and",
    ",",
    ", ,",
    "www.contoh.example/a?b=c",
    "99999999999999999999999999",
    "0",
    "½",
    "XVII",
    "Ke",
    "O'",
];

/// One blow to a text.
#[derive(Clone, Debug)]
enum Blow {
    /// Takes out a stretch.
    Cut(f64, u8),
    /// Puts a shard in.
    Add(f64, &'static str),
    /// Says a stretch again elsewhere.
    Copy(f64, u8, f64),
    /// Writes a stretch in capitals or in small letters.
    Case(f64, u8, bool),
    /// Ends the text.
    End(f64),
    /// Glues the words of a stretch together.
    Glue(f64, u8),
}

fn blow() -> impl Strategy<Value = Blow> {
    let at = || 0.0..1.0_f64;
    let shard = proptest::sample::select(SHARDS);
    prop_oneof![
        1 => (at(), any::<u8>()).prop_map(|(at, length)| Blow::Cut(at, length)),
        6 => (at(), shard).prop_map(|(at, shard)| Blow::Add(at, shard)),
        1 => (at(), any::<u8>(), at()).prop_map(|(from, length, to)| Blow::Copy(from, length, to)),
        1 => (at(), any::<u8>(), any::<bool>()).prop_map(|(at, length, upper)| Blow::Case(at, length, upper)),
        1 => (0.2..1.0_f64).prop_map(Blow::End),
        1 => (at(), any::<u8>()).prop_map(|(at, length)| Blow::Glue(at, length)),
    ]
}

/// Articles of our own, whole and by paragraph.
fn articles() -> &'static [String] {
    static ALL: OnceLock<Vec<String>> = OnceLock::new();
    ALL.get_or_init(|| {
        let whole: Vec<String> =
            ["tests/articles/dam-en.txt", "tests/articles/selat-id.txt", "src-tauri/sample/own-id.txt"]
                .iter()
                .map(text)
                .collect();
        let parts: Vec<String> =
            whole.iter().flat_map(|text| text.split("\n\n")).map(str::to_owned).collect();
        whole.into_iter().chain(parts).filter(|text| !text.trim().is_empty()).collect()
    })
}

fn mangled() -> impl Strategy<Value = String> {
    let base = (0..articles().len()).prop_map(|at| articles()[at].clone());
    (base, prop_oneof![Just(String::new()), "[ -~À-ž]{0,40}"], vec(blow(), 1..24))
        .prop_map(|(base, noise, blows)| blows.iter().fold(base + &noise, |text, blow| strike(&text, blow)))
}

fn strike(text: &str, blow: &Blow) -> String {
    let chars: Vec<char> = text.chars().collect();
    let place = |share: f64| ((chars.len() as f64 * share) as usize).min(chars.len());
    let stretch = |share: f64, length: u8| {
        let from = place(share);
        from..(from + length as usize).min(chars.len())
    };
    let mut out = chars.clone();
    match blow {
        Blow::Cut(at, length) => drop(out.drain(stretch(*at, *length))),
        Blow::Add(at, shard) => drop(out.splice(place(*at)..place(*at), shard.chars())),
        Blow::Copy(from, length, to) => {
            let copied = chars[stretch(*from, *length)].to_vec();
            out.splice(place(*to)..place(*to), copied);
        }
        Blow::Case(at, length, upper) => {
            let range = stretch(*at, *length);
            let piece: String = chars[range.clone()].iter().collect();
            let piece = if *upper { piece.to_uppercase() } else { piece.to_lowercase() };
            out.splice(range, piece.chars());
        }
        Blow::End(at) => out.truncate(place(*at)),
        Blow::Glue(at, length) => {
            let range = stretch(*at, *length);
            let glued: Vec<char> =
                chars[range.clone()].iter().copied().filter(|c| !c.is_whitespace()).collect();
            out.splice(range, glued);
        }
    }
    out.into_iter().collect()
}

/// Tries a property on the same texts at every run; a broken one is told with its text made as small as it gets.
fn check<S: Strategy>(texts: &S, property: impl Fn(S::Value)) {
    let cases = long_run().unwrap_or(CASES);
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let mut seed = [7; 32];
    // A run of another length begins elsewhere: it is to find what the usual one does not.
    seed[..4].copy_from_slice(&cases.to_le_bytes());
    let seed = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let outcome = TestRunner::new_with_rng(config, seed).run(texts, |text| {
        property(text);
        Ok::<(), TestCaseError>(())
    });
    if let Err(broken) = outcome {
        panic!("{broken}");
    }
}

fn read(text: &str) -> Extraction {
    extract(text, &Options::default())
}

#[test]
fn every_span_and_every_quote_lies_in_a_mangled_text() {
    check(&mangled(), |text| laws::hold(&text, &read(&text)));
}

#[test]
fn a_language_by_force_breaks_no_law() {
    check(&mangled(), |text| laws::extract(text.as_bytes()));
}

#[test]
fn sentences_of_a_mangled_text_are_disjoint_and_in_order() {
    check(&mangled(), |text| laws::segment(text.as_bytes()));
}

#[test]
fn the_output_is_the_same_twice_and_on_any_thread() {
    let json = |text: &str| desk::json(&read(text));
    check(&vec(mangled(), 2..5), |texts| {
        let alone: Vec<String> = texts.iter().map(|text| json(text)).collect();
        // Side by side, each thread in another order.
        std::thread::scope(|scope| {
            let threads: Vec<_> = (0..3)
                .map(|turn| {
                    let texts = &texts;
                    scope.spawn(move || {
                        let order = (0..texts.len()).map(|at| (at + turn) % texts.len());
                        order.map(|at| (at, json(&texts[at]))).collect::<Vec<_>>()
                    })
                })
                .collect();
            for thread in threads {
                for (at, found) in thread.join().expect("a thread ends") {
                    assert_eq!(found, alone[at]);
                }
            }
        });
    });
}

#[test]
fn what_is_quoted_in_annotations_is_the_text_at_its_bytes() {
    check(&mangled(), |text| {
        let line = desk::annotations(&read(&text), "a");
        let read: serde_json::Value = serde_json::from_str(&line).expect("JSON");
        let quoted = |value: &serde_json::Value| {
            let at = |end: &str| value[end].as_u64().expect("an offset") as usize;
            assert_eq!(text.get(at("start")..at("end")), value["text"].as_str());
        };
        let list = |value: &serde_json::Value| value.as_array().cloned().unwrap_or_default();
        for mention in list(&read["entities"]).iter().flat_map(|entity| list(&entity["mentions"])) {
            quoted(&mention);
        }
        for event in list(&read["events"]) {
            quoted(&event["trigger"]);
        }
    });
}
