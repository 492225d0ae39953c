//! The use cases that both faces call: articles, the command log, wire types, errors.
//!
//! No window and no terminal here; the only file it ever touches is the one a face asks it to write whole.
//!
//! ```
//! let mut desk = desk::Desk::new();
//! let shown = desk.open_text("Presiden Prabowo Subianto bertemu Menteri Luar Negeri Sugiono di Jakarta.", None).unwrap();
//! assert_eq!(shown.article.language, "id");
//! ```

mod about;
mod batch;
#[cfg(test)]
mod bindings;
mod countries;
mod desk;
mod input;
mod log;
mod offsets;
mod open;
mod output;
mod sketch;
pub mod wire;
mod wired;
mod words;

pub use about::about;
pub use batch::{BadLine, LINE_LIMIT, Passed, Stopped, Tally, batch};
pub use desk::Desk;
pub use input::{TEXT_LIMIT, check_text, text_of};
pub use output::{Whole, write_whole};

pub use extract::{Options, extract};
pub use formats::{annotations, json};
pub use model::{Extraction, Language, PartialDate};
