//! The use cases that both faces call: articles, the command log, wire types, errors.
//!
//! No window and no terminal here. The only files it ever touches are those a face asks it to write whole, and the logs
//! of edits, in the places a face has given it.
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
mod check;
mod countries;
mod desk;
mod edited;
mod edits;
mod fit;
mod history;
mod input;
mod log;
mod merging;
mod offsets;
mod open;
mod output;
mod picture;
mod places;
mod rules;
mod sketch;
mod stop;
mod store;
mod suggest;
pub mod wire;
mod wire_picture;
mod wired;
mod words;

pub use about::about;
pub use batch::{BadLine, LINE_LIMIT, Passed, Stopped, Tally, batch};
pub use countries::countries;
pub use desk::Desk;
pub use input::{TEXT_LIMIT, check_text, text_of};
pub use output::{Whole, write_whole};
pub use stop::{Stopper, Ticket};

pub use extract::{Options, extract};
pub use formats::{annotations, json};
pub use layout;
pub use model::{Extraction, Language, PartialDate};
