//! The ways in which bodies can be put in order, by name.

/// How bodies are put in order. What a method says of places holds for bodies without a fixed one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Method {
    /// Near the least stress: what is near in the graph is near on the sheet.
    #[default]
    Stress,
    /// In layers from left to right, springs from `a` to `b`; few of them against the direction.
    Layered,
    /// On rings about one body, by the steps to it.
    Radial {
        /// Index of the body; none, or one that is not there: the one with the shortest way to all others of its part.
        /// Other parts have middles of their own.
        focus: Option<usize>,
    },
    /// Each part on a circle, in an order with few crossings.
    Circular,
    /// Each group in a room of its own.
    Grouped {
        /// For each body the number of its group; groups stand in the order of their numbers around the one that is tied
        /// to the others most. A body without an entry is of group 0.
        group: Vec<usize>,
    },
    /// Columns of time from left to right, a lane for what has none.
    Dated {
        /// For each body its slot. A body without an entry is [`Slot::Beside`].
        slot: Vec<Slot>,
    },
}

/// Where in time a body stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// In a column; the lower number stands to the left of the higher.
    At(usize),
    /// In time, but nobody knows when: in the lane.
    Unknown,
    /// Not in time: near its neighbours.
    Beside,
}
