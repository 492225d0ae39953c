//! The command line, read into a task.

use std::ffi::OsString;
use std::path::PathBuf;

use desk::wire::{Picture, PictureFormat, Theme};
use desk::{Language, PartialDate};
use lexopt::prelude::{Long, Short, Value};

use crate::faults::{Problem, Tongue};

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Task {
    Help(&'static str),
    Extract(Extract),
    Render(Render),
    Batch(Batch),
}

/// `warta extract`
#[derive(Debug, Default)]
pub(crate) struct Extract {
    /// Empty: standard input. `-` is standard input too.
    pub(crate) inputs: Vec<PathBuf>,
    pub(crate) annotations: bool,
    pub(crate) output: Option<PathBuf>,
    pub(crate) language: Option<Language>,
    pub(crate) published: Option<PartialDate>,
}

/// `warta render`
#[derive(Debug)]
pub(crate) struct Render {
    pub(crate) input: PathBuf,
    pub(crate) output: PathBuf,
    pub(crate) picture: Picture,
    /// Interface language of names, status words and legend.
    pub(crate) interface: String,
    pub(crate) language: Option<Language>,
    pub(crate) published: Option<PartialDate>,
}

/// `warta batch`
#[derive(Debug)]
pub(crate) struct Batch {
    /// `-`: standard input.
    pub(crate) input: PathBuf,
    /// `-`: standard output.
    pub(crate) output: PathBuf,
    pub(crate) jobs: usize,
    /// Language of what is said on standard error.
    pub(crate) tongue: Tongue,
}

/// More threads than any machine of a reader of news has cores.
const MOST_JOBS: usize = 256;

const HELP: &str = "\
warta: reads news articles into graphs of who did what to whom (Indonesian and English)

warta extract [FILE...|-] [--format annotations|json] [-o OUT] [--language id|en|auto] [--published YYYY-MM-DD]
    Reads articles (UTF-8 text) and writes what they say as JSON, to standard output or to OUT.
    With several files OUT is a folder, and every output carries its input's stem.
warta render FILE|- -o OUT.(svg|png|pdf) [--scale N] [--width PIXELS|--cm CENTIMETRES] [--dpi N] [--theme light|dark] [--background paper|transparent]
             [--interface id|en] [--title TEXT] [--credit TEXT] [--no-legend] [--language id|en|auto] [--published YYYY-MM-DD] [--read YYYY-MM-DD]
    Reads an article and draws its graph. The file says the SHA-256 of the article, its title, the day it was read (if given) and the version.
warta batch [--input ARTICLES.jsonl|-] [--output OUT.jsonl|-] [--jobs N] [--interface id|en]
    Reads many articles: one JSON object a line, {\"id\", \"text\", \"published\"?, \"language\"?}; writes one annotations object
    a line, in the same order, the same bytes at any N (threads; all cores if not given). OUT is written whole or not at all.
    A bad line is told by its number on standard error and skipped. --interface: the language of what is said there.
    Ends with 0: every line was read; 3: written, but lines were skipped; 1: nothing was written; 2: wrong command line.
warta --version
warta --help
";

const VERSION: &str = concat!("warta ", env!("CARGO_PKG_VERSION"), "\n");

pub(crate) fn parse(args: impl Iterator<Item = OsString>) -> Result<Task, Problem> {
    let mut parser = lexopt::Parser::from_args(args);
    match parser.next()? {
        None | Some(Short('h') | Long("help")) => Ok(Task::Help(HELP)),
        Some(Short('V') | Long("version")) => Ok(Task::Help(VERSION)),
        Some(Value(verb)) if verb == "extract" => extract(&mut parser),
        Some(Value(verb)) if verb == "render" => render(&mut parser),
        Some(Value(verb)) if verb == "batch" => batch(&mut parser),
        Some(Value(verb)) if verb == "help" => Ok(Task::Help(HELP)),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn extract(parser: &mut lexopt::Parser) -> Result<Task, Problem> {
    let mut task = Extract::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Task::Help(HELP)),
            Value(path) => task.inputs.push(path.into()),
            Short('o') | Long("output") => task.output = Some(parser.value()?.into()),
            Long("language") => task.language = language(&word(parser)?)?,
            Long("published") => task.published = Some(date("--published", &word(parser)?)?),
            Long("format") => {
                task.annotations = match word(parser)?.as_str() {
                    "annotations" => true,
                    "json" => false,
                    other => {
                        return Err(Problem::Usage(format!(
                            "--format takes annotations or json, not \"{other}\""
                        )));
                    }
                }
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Extract(task))
}

fn render(parser: &mut lexopt::Parser) -> Result<Task, Problem> {
    let (mut input, mut output) = (None, None);
    let mut picture = Picture {
        format: PictureFormat::Svg,
        theme: Theme::Light,
        transparent: false,
        scale: 2.0,
        width: None,
        centimetres: None,
        dpi: 144,
        title: None,
        credit: None,
        legend: true,
        hidden: Vec::new(),
        read: None,
    };
    let (mut interface, mut read_in, mut published) = ("id", None, None);
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Task::Help(HELP)),
            Value(path) if input.is_none() => input = Some(PathBuf::from(path)),
            Short('o') | Long("output") => output = Some(PathBuf::from(parser.value()?)),
            Long("scale") => picture.scale = number(parser, "--scale", 0.25, 8.0)?,
            Long("width") => picture.width = Some(number(parser, "--width", 100.0, 12_000.0)? as u32),
            Long("cm") => picture.centimetres = Some(number(parser, "--cm", 1.0, 424.0)?),
            Long("dpi") => picture.dpi = number(parser, "--dpi", 36.0, 1200.0)? as u32,
            Long("theme") => {
                let light = choice(parser, "--theme", ["light", "dark"])? == 0;
                picture.theme = if light { Theme::Light } else { Theme::Dark };
            }
            Long("background") => {
                picture.transparent = choice(parser, "--background", ["paper", "transparent"])? == 1;
            }
            Long("interface") => interface = ["id", "en"][choice(parser, "--interface", ["id", "en"])?],
            Long("title") => picture.title = Some(word(parser)?),
            Long("credit") => picture.credit = Some(word(parser)?),
            Long("no-legend") => picture.legend = false,
            Long("language") => read_in = language(&word(parser)?)?,
            Long("published") => published = Some(date("--published", &word(parser)?)?),
            Long("read") => picture.read = Some(date("--read", &word(parser)?)?.to_string()),
            other => return Err(other.unexpected().into()),
        }
    }
    if picture.width.is_some() && picture.centimetres.is_some() {
        return Err(Problem::Usage("--width and --cm exclude one another".to_owned()));
    }
    let input = input.ok_or_else(|| Problem::Usage("render needs an article".to_owned()))?;
    let output =
        output.ok_or_else(|| Problem::Usage("render needs -o OUT.svg, OUT.png or OUT.pdf".to_owned()))?;
    picture.format =
        match output.extension().and_then(|end| end.to_str()).map(str::to_ascii_lowercase).as_deref() {
            Some("svg") => PictureFormat::Svg,
            Some("png") => PictureFormat::Png,
            Some("pdf") => PictureFormat::Pdf,
            _ => return Err(Problem::Usage(format!("{} must end in .svg, .png or .pdf", output.display()))),
        };
    let interface = interface.to_owned();
    Ok(Task::Render(Render { input, output, picture, interface, language: read_in, published }))
}

fn batch(parser: &mut lexopt::Parser) -> Result<Task, Problem> {
    let mut task = Batch {
        input: "-".into(),
        output: "-".into(),
        jobs: std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(MOST_JOBS),
        tongue: Tongue::default(),
    };
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Task::Help(HELP)),
            Short('i') | Long("input") => task.input = parser.value()?.into(),
            Short('o') | Long("output") => task.output = parser.value()?.into(),
            Short('j') | Long("jobs") => {
                let given = word(parser)?;
                let jobs = given.parse().ok().filter(|jobs| (1..=MOST_JOBS).contains(jobs));
                task.jobs = jobs.ok_or_else(|| {
                    Problem::Usage(format!("--jobs takes a number from 1 to {MOST_JOBS}, not \"{given}\""))
                })?;
            }
            Long("interface") => {
                task.tongue =
                    [Tongue::Indonesian, Tongue::English][choice(parser, "--interface", ["id", "en"])?];
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Batch(task))
}

/// Which of the words was given.
fn choice(parser: &mut lexopt::Parser, option: &str, words: [&str; 2]) -> Result<usize, Problem> {
    let given = word(parser)?;
    words.iter().position(|word| *word == given).ok_or_else(|| {
        Problem::Usage(format!("{option} takes {} or {}, not \"{given}\"", words[0], words[1]))
    })
}

fn number(parser: &mut lexopt::Parser, option: &str, least: f64, most: f64) -> Result<f64, Problem> {
    let given = word(parser)?;
    given.parse().ok().filter(|value| (least..=most).contains(value)).ok_or_else(|| {
        Problem::Usage(format!("{option} takes a number from {least} to {most}, not \"{given}\""))
    })
}

fn word(parser: &mut lexopt::Parser) -> Result<String, Problem> {
    parser.value()?.into_string().map_err(|_| Problem::Usage("an option's value is not UTF-8".to_owned()))
}

fn language(word: &str) -> Result<Option<Language>, Problem> {
    match word {
        "id" => Ok(Some(Language::Indonesian)),
        "en" => Ok(Some(Language::English)),
        "auto" => Ok(None),
        other => Err(Problem::Usage(format!("--language takes id, en or auto, not \"{other}\""))),
    }
}

fn date(option: &str, word: &str) -> Result<PartialDate, Problem> {
    PartialDate::parse(word).ok_or_else(|| Problem::Refused {
        subject: option.to_owned(),
        fault: desk::wire::Fault::BadDate { text: word.to_owned() },
        tongue: Tongue::default(),
    })
}

impl From<lexopt::Error> for Problem {
    fn from(error: lexopt::Error) -> Self {
        Self::Usage(error.to_string())
    }
}
