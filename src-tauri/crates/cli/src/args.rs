//! The command line, read into a task.

use std::ffi::OsString;
use std::path::PathBuf;

use desk::layout::Method;
use desk::wire::{Layout as Order, Picture};
use desk::{Language, PartialDate};
use lexopt::prelude::{Long, Short, Value};

use crate::faults::{Problem, Tongue, quoted};
use crate::render::options;

/// What is asked for.
#[derive(Debug)]
pub(crate) enum Task {
    Help(&'static str),
    Extract(Extract),
    Render(Box<Render>),
    Layout(Layout),
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
    /// Names or ids of what alone is drawn; all of it if empty.
    pub(crate) only: Vec<String>,
    pub(crate) order: Order,
    /// Name or id of what stands in the middle of a radial layout.
    pub(crate) focus: Option<String>,
    /// Interface language of names, status words and legend.
    pub(crate) interface: String,
    pub(crate) language: Option<Language>,
    pub(crate) published: Option<PartialDate>,
}

/// `warta layout`
#[derive(Debug)]
pub(crate) struct Layout {
    pub(crate) input: PathBuf,
    pub(crate) output: PathBuf,
    /// A drawing of nodes with names, not bare places.
    pub(crate) drawing: bool,
    pub(crate) method: Method,
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

pub(crate) const HELP: &str = "\
warta: reads news articles into graphs of who did what to whom (Indonesian and English)

warta extract [FILE...|-] [--format annotations|json] [-o OUT] [--language id|en|auto] [--published YYYY-MM-DD]
    Reads articles (UTF-8 text) and writes what they say as JSON, to standard output or to OUT.
    With several files OUT is a folder, and every output carries its input's stem.
warta render FILE|- -o OUT.(svg|png|pdf) [OPTION...]
    Reads an article and draws its graph. The file says the SHA-256 of the article, its title, the day it was read (if given) and the version.
    It is written whole or not at all. What is alleged, planned or denied is marked as such in every picture.
    Size    --scale N (0.25 to 8; 2 if not given) | --width PIXELS (100 to 12000) | --cm CENTIMETRES; --dpi N (36 to 1200)
            --preset story|a4-landscape|a4-portrait|square|poster: proportions, and a size where none is given
            (story 1920x1080; A4 at 300 dpi; square 2000x2000; poster A1 at 300 dpi)
    Looks   --theme light|dark|print (print: white, little ink, holds in greyscale) --background paper|transparent
            --text outlines|real: words of an SVG as shapes, the same everywhere, or as text to be edited
            --halos: a ground behind the nodes of one country, with its name; nothing else moves
    Words   --title TEXT --date TEXT --credit TEXT --no-legend --notes (numbered quotes as evidence) --interface id|en
    Order   --layout stress|layered|radial|circular|kind|timeline: what is near, who acts on whom, rings about --focus NAME
            (who has most lines if not given), a circle, a region for each kind, events by date
    Scope   --only NAME: this actor or event alone, with what ties it; may be given again for several
    Reading --language id|en|auto --published YYYY-MM-DD --read YYYY-MM-DD
warta batch [--input ARTICLES.jsonl|-] [--output OUT.jsonl|-] [--jobs N] [--interface id|en]
    Reads many articles: one JSON object a line, {\"id\", \"text\", \"published\"?, \"language\"?}; writes one annotations object
    a line, in the same order, the same bytes at any N (threads; all cores if not given). OUT is written whole or not at all.
    A bad line is told by its number on standard error and skipped. --interface: the language of what is said there.
    Ends with 0: every line was read; 3: written, but lines were skipped; 1: nothing was written; 2: wrong command line.
warta layout EDGES.el|- -o POSITIONS.txt [--algorithm auto|stress|layered|radial|circular] [--threads N]
    Reads edges (two node numbers from 0 a line) and writes a line \"x y\" for each node, the same bytes at any N. auto and stress:
    full stress; layered: layers from top to bottom, few edges upwards; radial: rings about the most central node; circular: few crossings.
warta layout GRAPH.json|- --drawing OUT.json [--algorithm ...] [--threads N]
    Reads {\"nodes\": [{\"r\", \"lw\", \"lh\"}], \"edges\": [[a, b]]} and writes where nodes and their names stand, none on another.
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
        Some(Value(verb)) if verb == "render" => options(&mut parser),
        Some(Value(verb)) if verb == "batch" => batch(&mut parser),
        Some(Value(verb)) if verb == "layout" => layout(&mut parser),
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

fn layout(parser: &mut lexopt::Parser) -> Result<Task, Problem> {
    let (mut input, mut positions, mut picture) = (None, None, None);
    let mut method = Method::Stress;
    while let Some(arg) = parser.next()? {
        match arg {
            Short('h') | Long("help") => return Ok(Task::Help(HELP)),
            Value(path) if input.is_none() => input = Some(PathBuf::from(path)),
            Short('o') | Long("output") => positions = Some(PathBuf::from(parser.value()?)),
            Long("drawing") => picture = Some(PathBuf::from(parser.value()?)),
            Long("algorithm") => {
                let methods = [
                    ("auto", Method::Stress),
                    ("stress", Method::Stress),
                    ("layered", Method::Layered),
                    ("radial", Method::Radial { focus: None }),
                    ("circular", Method::Circular),
                ];
                method = choice(parser, "--algorithm", &methods)?;
            }
            // One thread is enough for what a layout is made for: the answer cannot depend on their number.
            Long("threads") => {
                number(parser, "--threads", 1.0, MOST_JOBS as f64)?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    let input = input.ok_or_else(|| Problem::Usage("layout needs a graph".to_owned()))?;
    let (output, drawing) = match (positions, picture) {
        (Some(path), None) => (path, false),
        (None, Some(path)) => (path, true),
        _ => {
            let text = "layout needs either -o POSITIONS.txt or --drawing OUT.json";
            return Err(Problem::Usage(text.to_owned()));
        }
    };
    Ok(Task::Layout(Layout { input, output, drawing, method }))
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
                let tongues = [("id", Tongue::Indonesian), ("en", Tongue::English)];
                task.tongue = choice(parser, "--interface", &tongues)?;
            }
            other => return Err(other.unexpected().into()),
        }
    }
    Ok(Task::Batch(task))
}

/// What the given word stands for.
pub(crate) fn choice<T: Clone>(
    parser: &mut lexopt::Parser,
    option: &str,
    words: &[(&str, T)],
) -> Result<T, Problem> {
    let given = word(parser)?;
    words.iter().find(|(word, _)| *word == given).map(|(_, means)| means.clone()).ok_or_else(|| {
        let all: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        Problem::Usage(format!("{option} takes {}, not {}", all.join(" or "), quoted(&given)))
    })
}

pub(crate) fn number(
    parser: &mut lexopt::Parser,
    option: &str,
    least: f64,
    most: f64,
) -> Result<f64, Problem> {
    let given = word(parser)?;
    given.parse().ok().filter(|value| (least..=most).contains(value)).ok_or_else(|| {
        Problem::Usage(format!("{option} takes a number from {least} to {most}, not {}", quoted(&given)))
    })
}

pub(crate) fn word(parser: &mut lexopt::Parser) -> Result<String, Problem> {
    parser.value()?.into_string().map_err(|_| Problem::Usage("an option's value is not UTF-8".to_owned()))
}

pub(crate) fn language(word: &str) -> Result<Option<Language>, Problem> {
    match word {
        "id" => Ok(Some(Language::Indonesian)),
        "en" => Ok(Some(Language::English)),
        "auto" => Ok(None),
        other => Err(Problem::Usage(format!("--language takes id, en or auto, not \"{other}\""))),
    }
}

pub(crate) fn date(option: &str, word: &str) -> Result<PartialDate, Problem> {
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
