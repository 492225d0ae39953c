//! The committed rows: tables of numbers, packed, since one of them has thirteen megabytes, and in parts, so that no file grows large.

use std::io::{Read as _, Write as _};
use std::path::PathBuf;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use wartagraf_tests::root;

/// How many bytes of rows a part has at least before the next begins; packed they are less than a third.
const PART: usize = 12_000_000;

fn path(name: &str, language: &str, part: usize) -> PathBuf {
    let part = if part == 0 { String::new() } else { format!(".{part}") };
    root().join(format!("tests/gold/{name}-{language}{part}.tsv.gz"))
}

/// The rows of a language; none where none were kept yet.
pub(crate) fn read(name: &str, language: &str) -> String {
    let mut text = String::new();
    let files = (0..).map_while(|part| std::fs::File::open(path(name, language, part)).ok());
    for file in files {
        GzDecoder::new(file).read_to_string(&mut text).expect("packed text");
    }
    text
}

/// Writes the rows of a language: the same rows, the same bytes.
pub(crate) fn write(name: &str, language: &str, rows: &str) {
    let parts = parts(rows);
    for (part, rows) in parts.iter().enumerate() {
        let mut packed = GzEncoder::new(Vec::new(), Compression::best());
        packed.write_all(rows.as_bytes()).expect("memory");
        std::fs::write(path(name, language, part), packed.finish().expect("memory"))
            .expect("a writable table");
    }
    // What fewer rows leave over.
    for path in (parts.len()..).map(|part| path(name, language, part)).take_while(|path| path.exists()) {
        std::fs::remove_file(path).expect("a writable folder");
    }
}

/// The rows in parts of whole lines.
fn parts(rows: &str) -> Vec<&str> {
    let mut out = Vec::new();
    let mut left = rows;
    while let Some(end) = left.get(PART..).and_then(|behind| behind.find('\n')) {
        let (part, rest) = left.split_at(PART + end + 1);
        out.push(part);
        left = rest;
    }
    if !left.is_empty() || out.is_empty() {
        out.push(left);
    }
    out
}
