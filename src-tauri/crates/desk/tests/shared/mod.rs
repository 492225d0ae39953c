//! What several of these tests begin with.

use desk::Desk;
use desk::wire::{Range, Snapshot};

/// An article of our own: two people, two countries, a party, a promise, a denial.
pub(crate) const OWN: &str = include_str!("../../../../sample/own-id.txt");

/// A desk with [`OWN`] on view.
pub(crate) fn own() -> (Desk, Snapshot) {
    let mut desk = Desk::new();
    let snapshot = desk.open_text(OWN, None).unwrap();
    (desk, snapshot)
}

/// Everything but the running number and the history.
pub(crate) fn bytes(snapshot: &Snapshot) -> String {
    let mut value = serde_json::to_value(snapshot).unwrap();
    value["revision"] = 0.into();
    value["history"] = serde_json::Value::Null;
    value.to_string()
}

/// Fails with the first difference, not with two pages of figures.
#[track_caller]
pub(crate) fn same(a: &str, b: &str) {
    if a != b {
        let at = a.bytes().zip(b.bytes()).position(|(a, b)| a != b).unwrap_or(a.len().min(b.len()));
        let near = |text: &str| text.chars().skip(at.saturating_sub(150)).take(300).collect::<String>();
        panic!("differs at {at}:\n{}\n{}", near(a), near(b));
    }
}

/// The id of the entity with this name.
pub(crate) fn id(snapshot: &Snapshot, name: &str) -> String {
    let found = snapshot.entities.iter().find(|entity| entity.name == name);
    found.unwrap_or_else(|| panic!("nobody is called {name}")).id.clone()
}

/// Where these words stand first, in UTF-16 units.
pub(crate) fn range(snapshot: &Snapshot, words: &str) -> Range {
    let text = &snapshot.article.text;
    let start = text[..text.find(words).unwrap()].encode_utf16().count() as u32;
    Range { start, end: start + words.encode_utf16().count() as u32 }
}

/// A folder of this test's own, empty.
pub(crate) fn folder(name: &str) -> std::path::PathBuf {
    let folder = std::env::temp_dir().join(format!("wartagraf-{name}-{}", std::process::id()));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A linear congruential generator (Knuth, MMIX): the same commands on every machine.
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    /// A number below `below`.
    pub(crate) fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % below
    }

    /// One of these.
    pub(crate) fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.roll(of.len())]
    }
}
