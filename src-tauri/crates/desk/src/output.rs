//! Files that are written whole or not at all.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use crate::wire::{Fault, WriteFailure, Written};

/// Writes the bytes beside `path` under a passing name, then gives them their name in one step.
///
/// # Errors
/// [`Fault::Unwritable`] with the reason; what stood at `path` before is untouched and nothing else is left behind.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<Written, Fault> {
    let failed = |reason| Fault::Unwritable { path: path.display().to_string(), reason };
    if path.is_dir() {
        return Err(failed(WriteFailure::IsFolder));
    }
    let passing = passing_name(path).ok_or_else(|| failed(WriteFailure::IsFolder))?;
    let written = std::fs::File::create(&passing).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    if let Err(error) = written.and_then(|()| std::fs::rename(&passing, path)) {
        // The passing file may never have come to be; either way it must be gone.
        let _ = std::fs::remove_file(&passing);
        return Err(failed(reason_of(error.kind())));
    }
    Ok(Written { path: path.display().to_string(), bytes: bytes.len() as u32 })
}

/// The process id keeps two windows from writing under the same passing name.
fn passing_name(path: &Path) -> Option<PathBuf> {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name()?);
    name.push(format!(".{}.tmp", std::process::id()));
    Some(path.with_file_name(name))
}

fn reason_of(kind: ErrorKind) -> WriteFailure {
    match kind {
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => WriteFailure::Denied,
        ErrorKind::NotFound | ErrorKind::NotADirectory => WriteFailure::NoFolder,
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => WriteFailure::DiskFull,
        ErrorKind::IsADirectory => WriteFailure::IsFolder,
        _ => WriteFailure::Failed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_whole_or_not_there() {
        let folder = std::env::temp_dir().join(format!("wartagraf-output-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let path = folder.join("a.svg");
        assert_eq!(write_whole(&path, b"<svg/>").map(|w| w.bytes), Ok(6));
        assert_eq!(std::fs::read(&path).unwrap(), b"<svg/>");
        let nowhere = folder.join("none/a.svg");
        assert!(matches!(
            write_whole(&nowhere, b"x"),
            Err(Fault::Unwritable { reason: WriteFailure::NoFolder, .. })
        ));
        assert!(matches!(
            write_whole(&folder, b"x"),
            Err(Fault::Unwritable { reason: WriteFailure::IsFolder, .. })
        ));
        // Nothing but the one file is left.
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
