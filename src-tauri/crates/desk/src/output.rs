//! Files that are written whole or not at all.

use std::ffi::OsString;
use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::wire::{Fault, WriteFailure, Written};

/// Writes the bytes beside `path` under a passing name, then gives them their name in one step.
///
/// # Errors
/// [`Fault::Unwritable`] with the reason; what stood at `path` before is untouched and nothing else is left behind.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<Written, Fault> {
    let mut file = Whole::create(path)?;
    file.write_all(bytes).map_err(|error| file.fault(&error))?;
    file.finish()
}

/// A file that is written piece by piece under a passing name, and gets its own at the end. Dropped before that, it was
/// never there; what a run that was ended could not drop is taken away when the file is next written.
#[derive(Debug)]
pub struct Whole {
    path: PathBuf,
    /// None: `path` is a pipe or a device, which is written to and never replaced.
    passing: Option<PathBuf>,
    file: BufWriter<File>,
    bytes: u64,
}

impl Whole {
    /// Begins it.
    ///
    /// # Errors
    /// [`Fault::Unwritable`] with the reason.
    pub fn create(path: &Path) -> Result<Self, Fault> {
        let failed = |reason| Fault::Unwritable { path: path.display().to_string(), reason };
        let there = std::fs::metadata(path).ok();
        if there.as_ref().is_some_and(std::fs::Metadata::is_dir) {
            return Err(failed(WriteFailure::IsFolder));
        }
        let passing = if there.is_none_or(|there| there.is_file()) {
            Some(passing_name(path).ok_or_else(|| failed(WriteFailure::IsFolder))?)
        } else {
            None
        };
        let file = match &passing {
            Some(passing) => begun(path, passing),
            None => File::options().write(true).open(path),
        };
        let file = BufWriter::new(file.map_err(|error| failed(reason_of(error.kind())))?);
        Ok(Self { path: path.to_owned(), passing, file, bytes: 0 })
    }

    /// Gives it its name.
    ///
    /// # Errors
    /// [`Fault::Unwritable`] with the reason; what stood there before is untouched.
    pub fn finish(mut self) -> Result<Written, Fault> {
        let mut ended = self.file.flush();
        if let Some(passing) = &self.passing {
            ended = ended
                .and_then(|()| self.file.get_ref().sync_all())
                .and_then(|()| std::fs::rename(passing, &self.path));
        }
        ended.map_err(|error| self.fault(&error))?;
        // It has its name: nothing is left to take away.
        self.passing = None;
        Ok(Written { path: self.path.display().to_string(), bytes: self.bytes as u32 })
    }

    /// What a failure to write to it is called.
    pub fn fault(&self, error: &io::Error) -> Fault {
        Fault::Unwritable { path: self.path.display().to_string(), reason: reason_of(error.kind()) }
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.file.write(bytes)?;
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        if let Some(passing) = &self.passing {
            let _ = std::fs::remove_file(passing);
        }
    }
}

/// The passing file, locked for as long as it is written to; those that nobody writes to any more are gone.
fn begun(path: &Path, passing: &Path) -> io::Result<File> {
    sweep(path, passing);
    loop {
        let file = File::create(passing)?;
        // Where the file system knows no locks, nothing is swept either.
        let _ = file.lock();
        // Between the two it may have been taken for one that was left behind.
        if passing.exists() {
            return Ok(file);
        }
    }
}

/// Takes away what runs that were ended while they wrote to `path` have left beside it: passing files without a lock.
fn sweep(path: &Path, ours: &Path) {
    let Some(beside) = path.with_file_name(".").read_dir().ok() else { return };
    // What only bears such a name, a pipe or a link, is nobody's to open.
    let files = beside.flatten().filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    for other in files.map(|entry| entry.path()).filter(|other| other != ours) {
        if is_passing(path, &other)
            && let Ok(file) = File::open(&other)
            && file.try_lock().is_ok()
        {
            let _ = std::fs::remove_file(&other);
        }
    }
}

/// The process id keeps two windows from writing under the same passing name.
fn passing_name(path: &Path) -> Option<PathBuf> {
    let mut name = OsString::from(".");
    name.push(path.file_name()?);
    name.push(format!(".{}.tmp", std::process::id()));
    Some(path.with_file_name(name))
}

/// Whether `other` is a passing name of `path`, of whichever process.
fn is_passing(path: &Path, other: &Path) -> bool {
    let (Some(name), Some(other)) = (path.file_name(), other.file_name()) else { return false };
    let (name, other) = (name.as_encoded_bytes(), other.as_encoded_bytes());
    let process = || other.strip_prefix(b".")?.strip_prefix(name)?.strip_prefix(b".")?.strip_suffix(b".tmp");
    process().is_some_and(|process| !process.is_empty() && process.iter().all(u8::is_ascii_digit))
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

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_never_replaced() {
        use std::os::unix::fs::FileTypeExt as _;
        let null = Path::new("/dev/null");
        assert_eq!(write_whole(null, b"x").map(|w| w.bytes), Ok(1));
        assert!(std::fs::metadata(null).unwrap().file_type().is_char_device());
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_full_disk_is_told_as_one() {
        let path = "/dev/full".to_owned();
        let full = Fault::Unwritable { path: path.clone(), reason: WriteFailure::DiskFull };
        // More than the buffer holds, and less: the failure comes while writing, and at the end.
        assert_eq!(write_whole(Path::new(&path), &vec![0; 100_000]).err(), Some(full.clone()));
        assert_eq!(write_whole(Path::new(&path), b"x").err(), Some(full));
    }

    #[test]
    fn what_an_ended_run_left_is_swept_up_and_what_another_writes_is_not() {
        let folder = std::env::temp_dir().join(format!("wartagraf-sweep-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let there = |name: &str| folder.join(name).exists();
        for name in [".a.svg.1.tmp", ".a.svg.2.tmp", ".b.svg.1.tmp", ".a.svg..tmp", ".a.svg.draft.tmp"] {
            std::fs::write(folder.join(name), "<svg").unwrap();
        }
        let written_to = File::open(folder.join(".a.svg.2.tmp")).unwrap();
        written_to.lock().unwrap();
        write_whole(&folder.join("a.svg"), b"<svg/>").unwrap();
        assert!(there("a.svg") && !there(".a.svg.1.tmp"));
        assert!(there(".a.svg.2.tmp"), "somebody writes to it");
        assert!(there(".b.svg.1.tmp") && there(".a.svg..tmp") && there(".a.svg.draft.tmp"));
        std::fs::remove_dir_all(&folder).unwrap();
    }

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
        let mut half = Whole::create(&folder.join("b.svg")).unwrap();
        half.write_all(b"<svg").unwrap();
        drop(half);
        // Nothing but the one file is left.
        assert_eq!(std::fs::read_dir(&folder).unwrap().count(), 1);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
