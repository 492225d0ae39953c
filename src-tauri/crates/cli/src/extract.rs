//! `warta extract`: articles in, JSON out.

use std::collections::BTreeSet;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};

use desk::wire::{Fault, WriteFailure};

use crate::args::Extract;
use crate::faults::{Problem, Tongue};

pub(crate) fn run(task: &Extract) -> Result<(), Problem> {
    let stdin = [PathBuf::from("-")];
    let inputs: &[PathBuf] = if task.inputs.is_empty() { &stdin } else { &task.inputs };
    if let [input] = inputs {
        let answer = answer(input, task)?;
        return match &task.output {
            Some(output) if output.is_dir() => write(&output.join(file_name(input)), &answer),
            Some(output) => write(output, &answer),
            None => print(&answer),
        };
    }
    let Some(folder) = &task.output else {
        return Err(Problem::Usage("several files need -o FOLDER".to_owned()));
    };
    let outputs = outputs(inputs, folder)?;
    std::fs::create_dir_all(folder).map_err(|_| unwritable(folder, WriteFailure::Denied))?;
    for (input, output) in inputs.iter().zip(&outputs) {
        write(output, &answer(input, task)?)?;
    }
    Ok(())
}

/// One output for each input; a clash is an error before anything is read or written.
fn outputs(inputs: &[PathBuf], folder: &Path) -> Result<Vec<PathBuf>, Problem> {
    let outputs: Vec<PathBuf> = inputs.iter().map(|input| folder.join(file_name(input))).collect();
    let mut seen = BTreeSet::new();
    match outputs.iter().find(|output| !seen.insert(*output)) {
        Some(clash) => {
            Err(Problem::Usage(format!("two inputs would both be written to {}", clash.display())))
        }
        None if folder.is_file() => Err(unwritable(folder, WriteFailure::NoFolder)),
        None => Ok(outputs),
    }
}

fn file_name(input: &Path) -> String {
    format!("{}.json", stem(input))
}

fn stem(input: &Path) -> String {
    if input.as_os_str() == "-" {
        return "stdin".to_owned();
    }
    input.file_stem().map_or_else(|| "article".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

fn answer(input: &Path, task: &Extract) -> Result<String, Problem> {
    let bytes = bytes(input).map_err(Problem::refused(shown(input)))?;
    let text = desk::text_of(&bytes).map_err(Problem::refused(shown(input)))?;
    let options = desk::Options { language: task.language, published: task.published, source: None };
    let extraction = desk::extract(text, &options);
    Ok(if task.annotations { desk::annotations(&extraction, &stem(input)) } else { desk::json(&extraction) })
}

/// How an input is called in a sentence.
pub(crate) fn shown(input: &Path) -> String {
    if input.as_os_str() == "-" { "standard input".to_owned() } else { input.display().to_string() }
}

/// At most one byte over the limit, so that an endless input ends.
pub(crate) fn bytes(input: &Path) -> Result<Vec<u8>, Fault> {
    let unreadable = |_| Fault::Unreadable { path: input.display().to_string() };
    let most = desk::TEXT_LIMIT as u64 + 1;
    let mut bytes = Vec::new();
    if input.as_os_str() == "-" {
        std::io::stdin().take(most).read_to_end(&mut bytes).map_err(unreadable)?;
    } else {
        let file = std::fs::File::open(input).map_err(unreadable)?;
        // The real size is told where it is known, so that the sentence names it.
        if let Ok(meta) = file.metadata()
            && meta.len() > desk::TEXT_LIMIT as u64
        {
            return Err(Fault::TooLarge { limit: desk::TEXT_LIMIT as u32, size: meta.len() as f64 });
        }
        file.take(most).read_to_end(&mut bytes).map_err(unreadable)?;
    }
    Ok(bytes)
}

fn write(path: &Path, text: &str) -> Result<(), Problem> {
    desk::write_whole(path, text.as_bytes()).map(|_| ()).map_err(Problem::refused("output"))
}

fn unwritable(path: &Path, reason: WriteFailure) -> Problem {
    Problem::Refused {
        subject: "output".to_owned(),
        fault: Fault::Unwritable { path: path.display().to_string(), reason },
        tongue: Tongue::default(),
    }
}

/// A reader that closes early (`| head`) is no failure.
fn print(text: &str) -> Result<(), Problem> {
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(unwritable(Path::new("standard output"), WriteFailure::Failed))
        }
        _ => Ok(()),
    }
}
