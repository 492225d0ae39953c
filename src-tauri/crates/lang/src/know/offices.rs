//! What offices are called in the interface's languages.

use std::sync::OnceLock;

use model::Names;

use super::lines::Lines;

/// An office with what it is held in: "Perdana Menteri Kanada", "Prime Minister of Canada".
pub fn office_of(office: &Names, seat: &Names, former: bool) -> Names {
    let was = if former { ("mantan ", "former ") } else { ("", "") };
    Names {
        id: format!("{}{} {}", was.0, office.id, seat.id),
        en: format!("{}{} of {}", was.1, office.en, seat.en),
    }
}

/// An Indonesian office as it is written: "Menteri Pendidikan dan Kebudayaan".
pub fn office_with_capitals(words: &str) -> String {
    let capital = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(char::to_uppercase);
        first.into_iter().flatten().chain(letters).collect::<String>()
    };
    let small = |word: &str| matches!(word, "dan" | "untuk" | "bidang" | "di" | "atas");
    let all = words.split(' ').map(|word| if small(word) { word.to_owned() } else { capital(word) });
    all.collect::<Vec<_>>().join(" ")
}

/// The Indonesian name of an office that tables give in English: "Minister of Foreign Affairs" is "Menteri Luar Negeri",
/// "Secretary-General of NATO" is "Sekretaris Jenderal NATO". `None` where the office itself is not known.
pub fn office_in_indonesian(english: &str) -> Option<String> {
    if let Some(whole) = known(english) {
        return Some(whole.to_owned());
    }
    // The longest office first: "Minister of Defence of Japan".
    let cut = english.rmatch_indices(" of ").map(|(at, _)| at).find(|at| known(&english[..*at]).is_some())?;
    let office = known(&english[..cut])?;
    let seat = english[cut + " of ".len()..].trim_start_matches("the ");
    let body = super::organization(seat).map(|body| body.id);
    let state = super::countries().by_name(seat).map(|state| state.id);
    Some(format!("{office} {}", state.or(body).unwrap_or(seat)))
}

fn known(english: &str) -> Option<&'static str> {
    static TABLE: OnceLock<Lines> = OnceLock::new();
    TABLE.get_or_init(|| Lines::new(include_str!("offices.tsv"))).find(english)?.nth(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offices_have_a_name_in_both_languages() {
        let of = |english: &str| office_in_indonesian(english).unwrap_or_default();
        assert_eq!(of("Minister of Foreign Affairs"), "Menteri Luar Negeri");
        assert_eq!(of("Minister of Defence of Japan"), "Menteri Pertahanan Jepang");
        assert_eq!(of("President of the World Bank"), "Presiden Bank Dunia");
        assert_eq!(office_in_indonesian("Keeper of the Seal"), None);
    }

    #[test]
    fn the_offices_of_most_holders_have_one() {
        let (mut all, mut named) = (0, 0);
        for line in include_str!("people.tsv").lines().filter(|line| !line.starts_with('#')) {
            let office = line.split('\t').nth(2).unwrap_or("");
            if !office.is_empty() {
                all += 1;
                named += usize::from(office_in_indonesian(office).is_some());
            }
        }
        assert!(named * 10 >= all * 8, "{named} of {all}");
    }
}
