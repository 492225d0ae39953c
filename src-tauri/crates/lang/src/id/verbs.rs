//! Indonesian verbs: from a stem to its forms and from a form to its stem and voice. No word list of its own.
//!
//! "serang" gives "menyerang" (active), "diserang" (passive) and bare "serang", which is a
//! headline's active ("Israel Serang Gaza") or a relative clause's passive ("yang Israel serang"). Forms in ter- are not
//! made: most mean something else ("terbakar" is no arson), so the tables list those that are meant.

use crate::Voice;
use crate::happen::Inflected;

const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// Stems in which "per" belongs to the root: "periksa" gives "memeriksa", against "peringatkan", "memperingatkan".
const ROOTS_IN_PER: [&str; 6] = ["periksa", "perintah", "perkosa", "perang", "peras", "perik"];

/// The forms of a transitive stem. Where spelling wavers ("mengkritik", "mengritik") both are given.
pub fn inflect(stem: &str) -> Vec<Inflected> {
    let mut forms: Vec<Inflected> = active(stem)
        .into_iter()
        .map(|form| Inflected { form: form.into(), voice: Some(Voice::Active), bare: false })
        .collect();
    forms.push(Inflected { form: format!("di{stem}").into(), voice: Some(Voice::Passive), bare: false });
    forms.push(Inflected { form: stem.into(), voice: None, bare: true });
    forms
}

/// The meN- forms.
fn active(stem: &str) -> Vec<String> {
    let Some(first) = stem.chars().next() else { return Vec::new() };
    let rest = &stem[first.len_utf8()..];
    if stem.starts_with("per") && !ROOTS_IN_PER.iter().any(|root| stem.starts_with(root)) {
        return vec![format!("mem{stem}")];
    }
    if stem.chars().filter(|c| VOWELS.contains(c)).count() == 1 {
        // "bom" is "mengebom", in careless spelling "membom".
        return vec![format!("menge{stem}"), format!("{}{stem}", nasal(first))];
    }
    let cluster = rest.chars().next().is_some_and(|c| !VOWELS.contains(&c))
        && !["ng", "ny", "kh", "sy"].iter().any(|pair| stem.starts_with(pair));
    match first {
        'p' if !cluster => vec![format!("mem{rest}"), format!("mem{stem}")],
        't' if !cluster => vec![format!("men{rest}"), format!("men{stem}")],
        'k' if !stem.starts_with("kh") => vec![format!("meng{rest}"), format!("meng{stem}")],
        's' if !cluster && !stem.starts_with("sy") => vec![format!("meny{rest}"), format!("men{stem}")],
        _ => vec![format!("{}{stem}", nasal(first))],
    }
}

/// The shape of meN- before a sound.
fn nasal(first: char) -> &'static str {
    match first {
        'b' | 'f' | 'v' | 'p' => "mem",
        'c' | 'd' | 'j' | 't' | 'z' | 's' => "men",
        'l' | 'm' | 'n' | 'r' | 'w' | 'y' => "me",
        _ => "meng",
    }
}

/// The likeliest stem of a verb form and who its subject is; `known` says whether a stem is in the lexicon and decides between candidates.
pub fn analyse(form: &str, known: impl Fn(&str) -> bool) -> (String, Voice) {
    for prefix in ["di", "ter"] {
        if let Some(stem) = form.strip_prefix(prefix).filter(|stem| stem.len() > 2) {
            // "terus", "dini": no prefix unless the rest is a stem or the word is long.
            if known(stem) || stem.len() > 4 {
                return (stem.to_owned(), Voice::Passive);
            }
        }
    }
    let candidates = stems(form);
    let best = candidates.iter().find(|stem| known(stem)).or(candidates.first());
    (best.cloned().unwrap_or_else(|| form.to_owned()), Voice::Active)
}

/// What a meN- form can come from, likeliest first.
fn stems(form: &str) -> Vec<String> {
    let Some(rest) = form.strip_prefix("me") else { return Vec::new() };
    let mut out = Vec::new();
    if let Some(stem) = rest.strip_prefix("nge") {
        out.push(stem.to_owned());
    }
    if let Some(stem) = rest.strip_prefix("ny") {
        out.push(format!("s{stem}"));
    } else if let Some(stem) = rest.strip_prefix("ng") {
        out.push(stem.to_owned());
        out.push(format!("k{stem}"));
    } else if let Some(stem) = rest.strip_prefix('m').or_else(|| rest.strip_prefix('n')) {
        if stem.starts_with(VOWELS) {
            out.push(format!("{}{stem}", if rest.starts_with('m') { 'p' } else { 't' }));
        } else {
            out.push(stem.to_owned());
        }
    }
    out.push(rest.to_owned());
    out.retain(|stem| stem.len() > 2);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(stem: &str, form: &str, voice: Option<Voice>) {
        assert!(
            inflect(stem).iter().any(|made| &*made.form == form && made.voice == voice),
            "{stem} should give {form}: {:?}",
            inflect(stem)
        );
    }

    #[test]
    fn the_nasal_follows_the_first_sound() {
        for (stem, form) in [
            ("serang", "menyerang"),
            ("tembak", "menembak"),
            ("kecam", "mengecam"),
            ("puji", "memuji"),
            ("bantu", "membantu"),
            ("dukung", "mendukung"),
            ("akui", "mengakui"),
            ("larang", "melarang"),
            ("kritik", "mengkritik"),
            ("protes", "memprotes"),
            ("bom", "mengebom"),
            ("peringatkan", "memperingatkan"),
            ("perintahkan", "memerintahkan"),
            ("veto", "memveto"),
            ("hentikan", "menghentikan"),
            ("janjikan", "menjanjikan"),
        ] {
            check(stem, form, Some(Voice::Active));
        }
    }

    #[test]
    fn the_prefix_turns_the_voice() {
        check("tangkap", "ditangkap", Some(Voice::Passive));
        check("serang", "serang", None);
    }

    #[test]
    fn a_form_is_taken_back_to_its_stem() {
        let lexicon = ["serang", "kecam", "tolak", "akui", "bom"];
        for (form, stem, voice) in [
            ("menyerang", "serang", Voice::Active),
            ("diserang", "serang", Voice::Passive),
            ("mengecam", "kecam", Voice::Active),
            ("menolak", "tolak", Voice::Active),
            ("mengakui", "akui", Voice::Active),
            ("mengebom", "bom", Voice::Active),
            ("tiba", "tiba", Voice::Active),
        ] {
            assert_eq!(analyse(form, |word| lexicon.contains(&word)), (stem.to_owned(), voice), "{form}");
        }
    }

    #[test]
    fn odd_words_do_not_break_it() {
        for word in ["", "me", "di", "ter", "x", "é", "ngéyél", "mé"] {
            let _ = (inflect(word), analyse(word, |_| false));
        }
    }
}
