//! What a reader asks of a picture, and what the article says, to the figure that `draw` makes.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use draw::scene::{EdgeGlyph, EdgePart};
use draw::{Figure, Footnote, Lettering, Provenance, Scene};
use model::{Event, Extraction, Language, Role};

use crate::offsets::sentence_at;
use crate::open::{Open, State};
use crate::store::sha256;
use crate::wire::{Picture, PictureTheme, Scope, Shape, Words};
use crate::wired::{headline, names};

/// Ids that the picture leaves out.
pub(crate) fn left_out(picture: &Picture, reading: &Extraction) -> Vec<String> {
    match picture.scope {
        Scope::All => Vec::new(),
        Scope::View => picture.hidden.clone(),
        Scope::Selection => beside(&picture.selected.iter().map(String::as_str).collect(), reading),
    }
}

/// Everything but the selection: what is chosen, who takes part in a chosen claim, the claims between two that are
/// chosen, and with a single one all that it takes part in.
fn beside(selected: &BTreeSet<&str>, reading: &Extraction) -> Vec<String> {
    let entities: BTreeMap<_, String> =
        reading.entities.iter().map(|entity| (entity.id, entity.id.to_string())).collect();
    let chosen = |id: &model::EntityId| entities.get(id).is_some_and(|id| selected.contains(id.as_str()));
    let least = if selected.len() == 1 { 1 } else { 2 };
    let mut kept: BTreeSet<String> = selected.iter().map(|id| (*id).to_owned()).collect();
    for event in &reading.events {
        let actors: BTreeSet<_> = event.roles.iter().map(|filler| filler.entity).collect();
        let taken = selected.contains(event.id.to_string().as_str());
        if taken || actors.iter().filter(|actor| chosen(actor)).count() >= least {
            kept.insert(event.id.to_string());
            kept.extend(actors.iter().filter(|_| taken || least == 1).map(ToString::to_string));
        }
    }
    for relation in &reading.relations {
        let ends = [relation.subject, relation.object];
        let taken = selected.contains(relation.id.to_string().as_str());
        if taken || ends.iter().filter(|end| chosen(end)).count() >= least {
            kept.insert(relation.id.to_string());
            kept.extend(ends.map(|end| end.to_string()));
        }
    }
    let all = entities
        .into_values()
        .chain(reading.events.iter().map(|event| event.id.to_string()))
        .chain(reading.relations.iter().map(|relation| relation.id.to_string()));
    all.filter(|id| !kept.contains(id)).collect()
}

/// Takes the lines to places, speakers and participants out of a scene, and out of its legend.
pub(crate) fn drop_minor(scene: &mut Scene) {
    let is_minor = |edge: &EdgeGlyph| {
        matches!(edge.part, EdgePart::Place | EdgePart::Attribution | EdgePart::Participant)
    };
    scene.edges.retain(|edge| !is_minor(edge));
    for row in &mut scene.legend.rows {
        row.items.retain(|item| item.codes != ["minor"]);
    }
    scene.legend.rows.retain(|row| !row.items.is_empty());
}

/// The figure of a state whose scene leaves out already what is to be left out.
pub(crate) fn figure(picture: &Picture, open: &Open, state: &State, language: Language) -> Figure {
    Figure {
        theme: match picture.theme {
            PictureTheme::Light => draw::Theme::Light,
            PictureTheme::Dark => draw::Theme::Dark,
            PictureTheme::Print => draw::Theme::Print,
        },
        transparent: picture.transparent,
        title: picture.title.clone(),
        date: picture.date.clone(),
        credit: picture.credit.clone(),
        legend: picture.legend,
        halos: picture.halos,
        notes: if picture.notes { footnotes(&state.edited.reading) } else { Vec::new() },
        hidden: BTreeSet::new(),
        proportions: proportions(picture.shape),
        scale: picture.scale,
        width: picture.width,
        centimetres: picture.centimetres,
        dpi: picture.dpi,
        lettering: match picture.words {
            Words::Outlines => Lettering::Outlines,
            Words::Text => Lettering::Text,
        },
        language,
        description: description(state, picture.halos, language),
        provenance: Some(provenance(picture, open)),
    }
}

fn proportions(shape: Shape) -> Option<(f64, f64)> {
    match shape {
        Shape::Free => None,
        Shape::Story => Some((16.0, 9.0)),
        Shape::Landscape | Shape::Poster => Some((std::f64::consts::SQRT_2, 1.0)),
        Shape::Portrait => Some((1.0, std::f64::consts::SQRT_2)),
        Shape::Square => Some((1.0, 1.0)),
    }
}

/// The sentences that the events rest on, in the order of the text; an event is numbered by its first.
fn footnotes(reading: &Extraction) -> Vec<Footnote> {
    let mut claims: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    for event in &reading.events {
        let first = event.ground.cites().iter().map(|cite| sentence_at(&reading.sentences, cite.span)).min();
        if let Some(sentence) = first {
            claims.entry(sentence).or_default().push(event.id.to_string());
        }
    }
    let quote = |sentence: u32| {
        let span = reading.sentences.get(sentence as usize)?;
        let words: Vec<&str> = span.of(&reading.article.text).split_whitespace().collect();
        Some(format!("“{}”", words.join(" ").trim_matches(['“', '”', '"'])))
    };
    let note = |(sentence, claims)| Some(Footnote { claims, quote: quote(sentence)? });
    claims.into_iter().filter_map(note).collect()
}

fn provenance(picture: &Picture, open: &Open) -> Provenance {
    Provenance {
        sha256: sha256(open.text()),
        title: headline(&open.reading().article),
        read: picture.read.clone(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    }
}

/// The figure in words: what it shows, in one sentence, then every claim with its status and who vouches for it, then who
/// stands on the ground of which country, if grounds are drawn.
fn description(state: &State, halos: bool, language: Language) -> String {
    let reading = &state.edited.reading;
    let (entities, events) = (reading.entities.len(), reading.events.len());
    let name = headline(&reading.article);
    let indonesian = language == Language::Indonesian;
    let mut out = if indonesian {
        format!("Graf berita “{name}”: {entities} aktor dan tempat, {events} peristiwa.")
    } else {
        format!("News graph of “{name}”: {entities} actors and places, {events} events.")
    };
    let names = names(reading, &state.edits, language);
    for event in &reading.events {
        out.push(' ');
        out.push_str(&claim(event, state, &names, indonesian));
        out.push('.');
    }
    for relation in &reading.relations {
        let [subject, verb, object] =
            [relation.subject.to_string(), relation.id.to_string(), relation.object.to_string()]
                .map(|id| names.get(&id).cloned().unwrap_or_default());
        let _ = write!(out, " {subject} {verb} {object}.");
    }
    if halos {
        out.push_str(&grounds(state, &names, language));
    }
    out
}

/// " Latar menurut negara: Jepang (Kenji Moriyama, Jepang)."
fn grounds(state: &State, names: &BTreeMap<String, String>, language: Language) -> String {
    let mut countries: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for halo in &state.scene.halos {
        let who = halo.nodes.iter().filter_map(|id| names.get(id)).map(String::as_str);
        countries.entry(&halo.country).or_default().extend(who);
    }
    let named = |(code, who): (&str, Vec<&str>)| {
        let country = model::Country::new(code).and_then(|country| crate::countries::name(country, language));
        format!("{} ({})", country.unwrap_or(code), who.join(", "))
    };
    let all: Vec<String> = countries.into_iter().map(named).collect();
    let head = if language == Language::Indonesian { "Latar menurut negara" } else { "Grounds by country" };
    if all.is_empty() { String::new() } else { format!(" {head}: {}.", all.join("; ")) }
}

/// "Kanada menyerang (diduga) Ukraina, menurut TASS"
fn claim(event: &Event, state: &State, names: &BTreeMap<String, String>, indonesian: bool) -> String {
    let id = event.id.to_string();
    let joined = |role: Role| {
        let who = event.fillers(role).filter_map(|entity| names.get(&entity.to_string()));
        who.map(String::as_str).collect::<Vec<_>>().join(if indonesian { " dan " } else { " and " })
    };
    // The label carries the status.
    let verb = state.scene.nodes.iter().find(|node| node.id == id).map_or_else(
        || names.get(&id).cloned().unwrap_or_default(),
        |node| node.label.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" "),
    );
    let parts = [joined(Role::Source), verb, joined(Role::Target), joined(Role::Participant)];
    let mut out = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ");
    if let Some(voucher) = event.attributed_to.and_then(|entity| names.get(&entity.to_string())) {
        let _ = write!(out, ", {} {voucher}", if indonesian { "menurut" } else { "according to" });
    }
    out
}
