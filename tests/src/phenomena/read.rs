//! The Markdown of the cases.

use model::{Country, EntityKind, Language, Modality, Plover};

use super::{Case, Expected, Filler, Wanted};

/// The cases of one file: `## phenomenon`, `> text`, `- expectation`; everything else is prose.
pub(super) fn cases(markdown: &str, file: &str, language: Language) -> Vec<Case> {
    let mut out: Vec<Case> = Vec::new();
    let mut phenomenon = String::new();
    let mut open = false;
    for (number, line) in markdown.lines().enumerate() {
        let place = format!("{file}:{}", number + 1);
        if let Some(title) = line.strip_prefix("## ") {
            title.trim().clone_into(&mut phenomenon);
            open = false;
        } else if let Some(quoted) = line.strip_prefix('>') {
            let quoted = quoted.trim();
            match out.last_mut().filter(|_| open) {
                Some(case) => case.text = format!("{}\n{quoted}", case.text),
                None => out.push(Case {
                    language,
                    phenomenon: phenomenon.clone(),
                    place,
                    text: quoted.to_owned(),
                    expected: Vec::new(),
                }),
            }
            open = true;
        } else if let Some(said) = line.strip_prefix("- ") {
            let case = out.last_mut().unwrap_or_else(|| panic!("{place}: no text above"));
            case.expected.push(expected(said).unwrap_or_else(|| panic!("{place}: not understood: {said}")));
            open = false;
        } else {
            open = false;
        }
    }
    out
}

fn expected(line: &str) -> Option<Expected> {
    let line = line.trim();
    if line == "no event" {
        return Some(Expected::NoEvent);
    }
    if let Some(name) = line.strip_prefix("no name ") {
        return Some(Expected::NoName(name.trim().to_owned()));
    }
    if let Some(kind) = line.strip_prefix("never") {
        let kind = kind.trim();
        return Some(Expected::Never(if kind.is_empty() { None } else { Some(Plover::from_code(kind)?) }));
    }
    if let Some(rest) = line.strip_prefix('"') {
        let (word, rest) = rest.split_once('"')?;
        let (nth, name) = rest.split_once('=')?;
        let nth = nth.trim();
        let nth = if nth.is_empty() { 1 } else { nth.parse().ok()? };
        return Some(Expected::Same { word: word.to_owned(), nth, name: name.trim().to_owned() });
    }
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    if let Some(kind) = EntityKind::ALL.into_iter().find(|kind| kind.code() == first) {
        let (name, country) = match rest.split_once('=') {
            Some((name, code)) => (name, Some(Country::new(code.trim())?)),
            None => (rest, None),
        };
        return Some(Expected::Entity { kind, name: name.trim().to_owned(), country });
    }
    wanted(line).map(Expected::Event)
}

fn wanted(line: &str) -> Option<Wanted> {
    let (line, optional) = line.strip_prefix("maybe ").map_or((line, false), |rest| (rest, true));
    let mut parts = line.split(", ");
    let act = parts.next()?;
    let (kind, act) = act.split_once(' ').unwrap_or((act, ""));
    let (sources, targets) = act.split_once("<->").or_else(|| act.split_once("->")).unwrap_or((act, ""));
    let mut wanted = Wanted {
        kinds: kind.split('|').map(Plover::from_code).collect::<Option<_>>()?,
        sources: fillers(sources),
        targets: fillers(targets),
        modality: Modality::Actual,
        by: None,
        at: None,
        optional,
    };
    for part in parts {
        if let Some(name) = part.strip_prefix("by ") {
            wanted.by = Some(Filler { name: name.trim().to_owned(), optional: false });
        } else if let Some(name) = part.strip_prefix("(by ").and_then(|name| name.strip_suffix(')')) {
            wanted.by = Some(Filler { name: name.trim().to_owned(), optional: true });
        } else if let Some(name) = part.strip_prefix("at ") {
            wanted.at = Some(name.trim().to_owned());
        } else {
            wanted.modality = match part.trim() {
                "planned" => Modality::Planned,
                "hypothetical" => Modality::Hypothetical,
                "called for" => Modality::CalledFor,
                "negated" => Modality::Negated,
                _ => return None,
            };
        }
    }
    Some(wanted)
}

fn fillers(list: &str) -> Vec<Filler> {
    let names = list.split(" + ").map(str::trim).filter(|name| !name.is_empty());
    names
        .map(|name| match name.strip_prefix('(').and_then(|name| name.strip_suffix(')')) {
            Some(inner) => Filler { name: inner.to_owned(), optional: true },
            None => Filler { name: name.to_owned(), optional: false },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_type_parts_and_status() {
        let Some(Expected::Event(event)) =
            expected("maybe ASSAULT Chad + (milisi) -> Niger, planned, by Radio Sahel")
        else {
            panic!("an event");
        };
        assert_eq!(event.kinds, [Plover::Assault]);
        assert!(event.optional && event.modality == Modality::Planned);
        assert!(event.by.is_some_and(|by| by.name == "Radio Sahel" && !by.optional));
        assert!(event.sources[1].optional && !event.sources[0].optional);
        assert_eq!(event.targets[0].name, "Niger");
    }

    #[test]
    fn what_is_no_line_is_not_taken_for_one() {
        assert_eq!(expected("ASSAULT A -> B, soon"), None);
        assert_eq!(expected("ATTACK A -> B"), None);
    }

    #[test]
    fn quotations_of_several_lines_are_one_text() {
        let read = cases("## Headlines\n\n> A\n>\n> B.\n\n- no event\n", "f", Language::English);
        assert_eq!(read.len(), 1);
        assert_eq!(read[0].text, "A\n\nB.");
    }
}
