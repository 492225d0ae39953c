//! Benches only: `cargo xtask bench`.
