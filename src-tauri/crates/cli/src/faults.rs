//! What can go wrong, as sentences for a terminal.

use std::fmt;

use desk::wire::{Fault, WriteFailure};

/// The language that a person at the terminal reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tongue {
    Indonesian,
    #[default]
    English,
}

/// A failure and, where it belongs to one, the input.
#[derive(Debug)]
pub(crate) enum Problem {
    /// The command line is off.
    Usage(String),
    /// A use case refused; with the input or output it is about.
    Refused { subject: String, fault: Fault, tongue: Tongue },
    /// A graph that cannot be laid out; a sentence without its full stop.
    Graph { subject: String, what: String },
}

impl Problem {
    pub(crate) fn refused(subject: impl Into<String>) -> impl FnOnce(Fault) -> Self {
        let subject = subject.into();
        move |fault| Self::Refused { subject, fault, tongue: Tongue::default() }
    }

    /// 2 for a wrong command line, 1 for a wrong input or output.
    pub(crate) fn exit(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Refused { .. } | Self::Graph { .. } => 1,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(text) => write!(f, "{text} (see warta --help)"),
            Self::Graph { subject, what } => write!(f, "{subject}: {what}"),
            Self::Refused { subject, fault, tongue } => {
                write!(f, "{subject}: ")?;
                sentence(fault, *tongue, f)
            }
        }
    }
}

/// A few words of what was given. It may hold control characters, or be very long: neither belongs on a terminal.
pub(crate) fn quoted(text: &str) -> String {
    const MOST: usize = 40;
    let short: String = text.chars().take(MOST).collect();
    format!("\"{}{}\"", short.escape_debug(), if short.len() < text.len() { "..." } else { "" })
}

pub(crate) fn sentence(fault: &Fault, tongue: Tongue, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match tongue {
        Tongue::Indonesian => indonesian(fault, f),
        Tongue::English => english(fault, f),
    }
}

fn english(fault: &Fault, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match fault {
        Fault::EmptyText => write!(f, "there is no text in it; give an article"),
        Fault::NotText => {
            write!(f, "this is not text (a picture, a PDF or a program?); save the article as plain text")
        }
        Fault::InvalidUtf8 { at } => write!(f, "byte {at} (from 0) is not UTF-8; save the file as UTF-8"),
        Fault::TooLarge { limit, size } => {
            write!(
                f,
                "{size} bytes is over the limit of {limit} ({} MB); give one article at a time",
                limit / 1024 / 1024
            )
        }
        Fault::WebAddress => {
            write!(f, "this is a web address, and Wartagraf never fetches pages; give the article's text")
        }
        Fault::Unreadable { .. } => write!(f, "it cannot be read; check the name and the permissions"),
        Fault::Unwritable { path, reason } => {
            let why = match reason {
                WriteFailure::Denied => "permission denied",
                WriteFailure::NoFolder => "the folder does not exist",
                WriteFailure::DiskFull => "no space is left",
                WriteFailure::IsFolder => "it is a folder",
                WriteFailure::Failed => "the system refused",
            };
            write!(f, "{path} cannot be written: {why}; nothing was left behind")
        }
        Fault::BadDate { text } => {
            write!(f, "{} is no date; write YYYY-MM-DD, YYYY-MM or YYYY", quoted(text))
        }
        Fault::BadName { limit } => write!(f, "a name needs 1 to {limit} characters"),
        Fault::NotFound { id } => write!(f, "there is no {} here", quoted(id)),
        Fault::BadEdit => write!(f, "that change makes no sense here; nothing has changed"),
        Fault::BadQuote => write!(f, "those words are not in this article; point at a sentence in the text"),
        Fault::Stopped => write!(f, "it was stopped before it was done"),
        Fault::DamagedEdits { path, kept } => {
            write!(f, "the file of edits is damaged: {kept} could be read, the old file is kept at {path}")
        }
        Fault::PictureTooLarge { limit } => {
            write!(f, "the picture would be over {limit} pixels on a side; choose a smaller scale")
        }
    }
}

fn indonesian(fault: &Fault, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match fault {
        Fault::EmptyText => write!(f, "tidak ada teks di dalamnya; berikan sebuah artikel"),
        Fault::NotText => {
            write!(f, "ini bukan teks (gambar, PDF, atau program?); simpan artikel sebagai teks biasa")
        }
        Fault::InvalidUtf8 { at } => {
            write!(f, "bita {at} (dihitung dari 0) bukan UTF-8; simpan berkas sebagai UTF-8")
        }
        Fault::TooLarge { limit, size } => {
            write!(
                f,
                "{size} bita melebihi batas {limit} ({} MB); berikan satu artikel setiap kali",
                limit / 1024 / 1024
            )
        }
        Fault::WebAddress => {
            write!(f, "ini alamat web, dan Wartagraf tidak pernah mengambil halaman; berikan teks artikelnya")
        }
        Fault::Unreadable { .. } => write!(f, "tidak dapat dibaca; periksa nama dan izinnya"),
        Fault::Unwritable { path, reason } => {
            let why = match reason {
                WriteFailure::Denied => "izin ditolak",
                WriteFailure::NoFolder => "foldernya tidak ada",
                WriteFailure::DiskFull => "ruang penyimpanan habis",
                WriteFailure::IsFolder => "ini sebuah folder",
                WriteFailure::Failed => "sistem menolak",
            };
            write!(f, "{path} tidak dapat ditulis: {why}; tidak ada yang tertinggal")
        }
        Fault::BadDate { text } => {
            write!(f, "{} bukan tanggal; tulis YYYY-MM-DD, YYYY-MM, atau YYYY", quoted(text))
        }
        Fault::BadName { limit } => write!(f, "nama terdiri atas 1 sampai {limit} karakter"),
        Fault::NotFound { id } => write!(f, "{} tidak ada di sini", quoted(id)),
        Fault::BadEdit => write!(f, "perubahan itu tidak berlaku di sini; tidak ada yang berubah"),
        Fault::BadQuote => {
            write!(f, "kata-kata itu tidak ada di artikel ini; tunjuk kalimat di dalam teks")
        }
        Fault::DamagedEdits { path, kept } => {
            write!(f, "berkas suntingan rusak: {kept} terbaca, berkas lama disimpan di {path}")
        }
        Fault::Stopped => write!(f, "dihentikan sebelum selesai"),
        Fault::PictureTooLarge { limit } => {
            write!(f, "gambar akan melebihi {limit} piksel pada satu sisi; pilih skala yang lebih kecil")
        }
    }
}
