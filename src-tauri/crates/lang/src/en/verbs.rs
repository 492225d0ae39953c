//! English verbs: from a base form to its forms. Irregular ones come from a table, the rest from spelling.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::Voice;
use crate::happen::Inflected;
use crate::table::rows;

/// The forms of a base form. Past participles that are also the past ("attacked") have no voice of their own: the
/// sentence decides.
pub fn inflect(base: &str) -> Vec<Inflected> {
    let form = |form: String, voice| Inflected { form: form.into(), voice, bare: false };
    let mut out = vec![
        form(base.into(), Some(Voice::Active)),
        form(third(base), Some(Voice::Active)),
        form(ing(base), Some(Voice::Active)),
    ];
    match irregulars().get(base) {
        Some((past, participle)) if past == participle => out.push(form((*past).into(), None)),
        Some((past, participle)) => {
            out.push(form((*past).into(), Some(Voice::Active)));
            out.push(form((*participle).into(), None));
        }
        None => out.push(form(ed(base), None)),
    }
    // "cancelled", "canceled": both are written.
    let two = |stem: &&str| stem.ends_with(['a', 'e']) && !stem.ends_with("ea") && !stem.ends_with("ee");
    if let Some(stem) = base.strip_suffix('l').filter(|stem| !one_syllable(base) && two(stem)) {
        let known = |out: &[Inflected], form: &str| out.iter().any(|made| &*made.form == form);
        for (tail, voice) in
            [("ling", Some(Voice::Active)), ("lling", Some(Voice::Active)), ("led", None), ("lled", None)]
        {
            let other = format!("{stem}{tail}");
            if !STRESSED_L.contains(&base) && !known(&out, &other) {
                out.push(form(other, voice));
            }
        }
    }
    // "hit", "put": one spelling for all; the sentence decides.
    if irregulars().get(base).is_some_and(|(past, _)| *past == base) {
        out.remove(0);
    }
    out
}

/// Past and participle of every irregular verb, by base form.
pub(crate) fn irregulars() -> &'static BTreeMap<&'static str, (&'static str, &'static str)> {
    static TABLE: OnceLock<BTreeMap<&'static str, (&'static str, &'static str)>> = OnceLock::new();
    TABLE.get_or_init(|| {
        rows(include_str!("irregular.tsv"))
            .filter_map(|row| {
                let [base, past, participle] = row[..] else { return None };
                Some((base, (past, participle)))
            })
            .collect()
    })
}

fn vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u')
}

fn third(base: &str) -> String {
    if ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| base.ends_with(end)) {
        format!("{base}es")
    } else if let Some(stem) = consonant_y(base) {
        format!("{stem}ies")
    } else {
        format!("{base}s")
    }
}

fn ing(base: &str) -> String {
    if let Some(stem) = base.strip_suffix("ie") {
        format!("{stem}ying")
    } else if base.ends_with('e') && !base.ends_with("ee") && !base.ends_with("oe") && base.len() > 2 {
        format!("{}ing", &base[..base.len() - 1])
    } else {
        format!("{}ing", doubled(base))
    }
}

fn ed(base: &str) -> String {
    if base.ends_with('e') {
        format!("{base}d")
    } else if let Some(stem) = consonant_y(base) {
        format!("{stem}ied")
    } else {
        format!("{}ed", doubled(base))
    }
}

fn consonant_y(base: &str) -> Option<&str> {
    let stem = base.strip_suffix('y')?;
    stem.chars().next_back().is_some_and(|c| !vowel(c)).then_some(stem)
}

/// Verbs in "l" that are stressed on their end, so that all double it.
const STRESSED_L: [&str; 8] = ["appal", "compel", "dispel", "expel", "impel", "propel", "rebel", "repel"];

fn one_syllable(base: &str) -> bool {
    base.chars().filter(|c| vowel(*c)).count() == 1
}

/// "ban" doubles its last consonant, "visit" and "attack" do not: one syllable, or one of a few with stress at the end.
fn doubled(base: &str) -> String {
    let mut tail = base.chars().rev();
    let (Some(last), Some(middle), first) = (tail.next(), tail.next(), tail.next()) else {
        return base.into();
    };
    let shape = !vowel(last)
        && !matches!(last, 'w' | 'x' | 'y' | 'h')
        && vowel(middle)
        && first.is_none_or(|c| !vowel(c) || base.ends_with("quit"));
    let one = one_syllable(base);
    let stressed = [
        "abet",
        "abhor",
        "acquit",
        "admit",
        "allot",
        "annul",
        "commit",
        "compel",
        "concur",
        "control",
        "confer",
        "debar",
        "defer",
        "deter",
        "dispel",
        "equip",
        "expel",
        "impel",
        "incur",
        "overrun",
        "omit",
        "kidnap",
        "occur",
        "patrol",
        "permit",
        "prefer",
        "propel",
        "recur",
        "remit",
        "repel",
        "rebel",
        "refer",
        "regret",
        "submit",
        "transfer",
        "cancel",
        "shovel",
        "rebut",
        "rebuff",
        "appal",
        "eavesdrop",
        "enrol",
        "sidestep",
        "wiretap",
    ];
    if shape && (one || stressed.contains(&base)) { format!("{base}{last}") } else { base.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_spelt_right() {
        for (base, expect) in [
            ("attack", "attack attacks attacking attacked"),
            ("ban", "ban bans banning banned"),
            ("seize", "seize seizes seizing seized"),
            ("deny", "deny denies denying denied"),
            ("visit", "visit visits visiting visited"),
            ("expel", "expel expels expelling expelled"),
            ("shoot", "shoot shoots shooting shot"),
            ("withdraw", "withdraw withdraws withdrawing withdrew withdrawn"),
            ("flee", "flee flees fleeing fled"),
            ("hit", "hits hitting hit"),
            ("cancel", "cancel cancels cancelling cancelled canceling canceled"),
            ("label", "label labels labeling labeled labelling labelled"),
        ] {
            let got: Vec<String> = inflect(base).into_iter().map(|made| made.form.into()).collect();
            assert_eq!(got.join(" "), expect);
        }
    }
}
