//! The reading's figures on annotated articles, against `floors.tsv`. Only figures leave this test, never a text.

use wartagraf_tests::gold::{self, figure, figures};
use wartagraf_tests::{root, text};

/// One line of `floors.tsv`.
struct Bound {
    set: String,
    language: String,
    figure: String,
    is_floor: bool,
    value: f64,
}

fn bounds() -> Vec<Bound> {
    let table = text("tests/floors.tsv");
    let lines = table.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [set, language, figure, side, value] = cells[..] else {
                panic!("five columns are wanted: {line}")
            };
            assert!(matches!(side, "floor" | "ceiling"), "{line}");
            Bound {
                set: set.to_owned(),
                language: language.to_owned(),
                figure: figure.to_owned(),
                is_floor: side == "floor",
                value: value.parse().unwrap_or_else(|_| panic!("a number is wanted: {line}")),
            }
        })
        .collect()
}

#[test]
fn the_reading_never_falls_below_what_it_has_reached() {
    let Some(gold) = gold::folder() else {
        println!("skipped: the annotated articles are not on this machine");
        return;
    };
    let bounds = bounds();
    let mut sets: Vec<(&str, &str)> = bounds.iter().map(|b| (b.set.as_str(), b.language.as_str())).collect();
    sets.sort_unstable();
    sets.dedup();
    let mut broken = Vec::new();
    for (set, language) in sets {
        let micro = figures(&gold, set, language, false).micro;
        for bound in bounds.iter().filter(|bound| bound.set == set && bound.language == language) {
            let now = figure(&micro, &bound.figure).unwrap_or(f64::NAN);
            let holds = if bound.is_floor { now >= bound.value } else { now <= bound.value };
            println!("{set} {language} {}: {now:.3} (bound {})", bound.figure, bound.value);
            if !holds {
                broken.push(format!("{set} {language} {}: {now:.3}, bound {}", bound.figure, bound.value));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

/// The measures of coreference are our own code: they stand or fall with the test cases of the reference scorer.
#[test]
fn the_measures_of_coreference_give_the_published_figures() {
    let run = std::process::Command::new("python3").arg(root().join("tests/gold/coreference.py")).output();
    let Ok(run) = run else {
        println!("skipped: there is no python3 on this machine");
        return;
    };
    let said = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success(), "{said}{}", String::from_utf8_lossy(&run.stderr));
    assert!(said.contains("102 published figures of 23 test cases agree"), "{said}");
}
