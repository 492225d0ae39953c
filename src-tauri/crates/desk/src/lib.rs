//! The use cases that both faces call: articles, the command log, wire types, errors.
//!
//! No window and no terminal here, and no files but through what a caller hands in.

#[cfg(test)]
mod bindings;
pub mod wire;
