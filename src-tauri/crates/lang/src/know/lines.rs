//! A large sorted table that is searched in place: nothing but its line starts is kept in memory.

/// A table's lines, sorted by their first column.
#[derive(Debug)]
pub(crate) struct Lines(Vec<&'static str>);

impl Lines {
    /// Of a committed table: comments on top, then lines in byte order.
    pub(crate) fn new(table: &'static str) -> Self {
        Self(table.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect())
    }

    /// The cells of the line with this key.
    pub(crate) fn find(&self, key: &str) -> Option<impl Iterator<Item = &'static str> + use<>> {
        let at = self.0.binary_search_by(|line| first(line).cmp(key)).ok()?;
        Some(self.0[at].split('\t'))
    }

    /// The cells of all lines, in order.
    pub(crate) fn all(&self) -> impl Iterator<Item = Vec<&'static str>> + '_ {
        self.0.iter().map(|line| line.split('\t').collect())
    }
}

fn first(line: &'static str) -> &'static str {
    line.split('\t').next().unwrap_or(line)
}
