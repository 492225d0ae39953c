//! `cargo xtask tables` and `cargo xtask train`: the derived tables and the weights of `lang`, made again from the data
//! folder.

use crate::Outcome;
use crate::run::{cargo, shown};

/// Hands over to `train`, which is not part of the shipped app: `what` is "tables" or "weights".
pub(crate) fn write(what: &str, folder: &str) -> Outcome {
    let data = std::path::absolute(folder).map_err(|error| format!("{folder}: {error}."))?;
    if !data.is_dir() {
        return Err(format!("There is no folder {}.", data.display()));
    }
    let mut train = cargo(["run", "--release", "--package", "wartagraf-train", "--", what, "--data"]);
    shown(train.arg(data))
}
