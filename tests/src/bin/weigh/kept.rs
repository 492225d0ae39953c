//! The committed rows: tables of numbers, packed, since one of them has thirteen megabytes.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use wartagraf_tests::root;

fn path(name: &str, language: &str) -> PathBuf {
    root().join(format!("tests/gold/{name}-{language}.tsv.gz"))
}

/// The rows of a language; none where none were kept yet.
pub(crate) fn read(name: &str, language: &str) -> String {
    let mut text = String::new();
    if let Ok(file) = std::fs::File::open(path(name, language)) {
        GzDecoder::new(file).read_to_string(&mut text).expect("packed text");
    }
    text
}

/// Writes the rows of a language: the same rows, the same bytes.
pub(crate) fn write(name: &str, language: &str, rows: &str) {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(rows.as_bytes()).expect("memory");
    std::fs::write(path(name, language), packed.finish().expect("memory")).expect("a writable table");
}
