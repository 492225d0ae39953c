//! Everything that the fuzzers kept, replayed by the ordinary compiler: `tests/fuzz/corpus`.

use std::fs;

use wartagraf_tests::{laws, root};

fn replay(target: &str, law: fn(&[u8])) {
    let folder = root().join("tests/fuzz/corpus").join(target);
    let mut paths: Vec<_> =
        fs::read_dir(&folder).expect("a corpus").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "{target} has no corpus");
    for path in paths {
        let data = fs::read(&path).expect("a readable file");
        // With the file's name, which a panic inside does not tell.
        let broken = std::panic::catch_unwind(|| law(&data)).is_err();
        assert!(!broken, "{}", path.display());
    }
}

#[test]
fn bytes_from_outside_are_an_article_or_a_typed_error() {
    replay("read", laws::read);
}

#[test]
fn sentences_are_pieces_of_the_text() {
    replay("segment", laws::segment);
}

#[test]
fn the_reading_of_any_text_keeps_the_laws() {
    replay("extract", laws::extract);
}
