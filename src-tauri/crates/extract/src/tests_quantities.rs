//! The numbers of an event, in texts of our own.

use model::QuantityKind::{self, Count, Dead, Injured, Money};

use super::{Options, by_rules};

/// Every number of every event: what it counts, its words, its value.
fn numbers(text: &str) -> Vec<(QuantityKind, String, f64)> {
    let reading = by_rules(text, &Options::default());
    let events = reading.events.iter().flat_map(|event| &event.quantities);
    events.map(|quantity| (quantity.kind, quantity.span.of(text).to_owned(), quantity.value)).collect()
}

fn has(text: &str, kind: QuantityKind, words: &str, value: f64) {
    let found = numbers(text);
    assert!(found.contains(&(kind, words.to_owned(), value)), "{text}\n{found:?}");
}

fn none(text: &str, kind: QuantityKind) {
    let found = numbers(text);
    assert!(found.iter().all(|(other, ..)| *other != kind), "{text}\n{found:?}");
}

#[test]
fn the_dead_and_the_hurt_are_counted_in_figures_and_words() {
    has("Serangan Rusia di Kharkiv menewaskan sedikitnya 12 orang pada Selasa.", Dead, "12 orang", 12.0);
    has("Serangan Rusia menewaskan dua puluh lima warga sipil Ukraina.", Dead, "dua puluh lima warga", 25.0);
    has("Sebanyak 1.200 warga Turki tewas dalam serangan Israel.", Dead, "1.200 warga", 1200.0);
    has("Rusia menyerang Kyiv dan melukai 30 warga.", Injured, "30 warga", 30.0);
    has("Russia attacked Kharkiv and killed at least 1,200 people.", Dead, "1,200 people", 1200.0);
    has("Sebanyak 30 rudal Rusia menewaskan 12 warga Ukraina.", Dead, "12 warga", 12.0);
    has("Sebanyak 12 warga Ukraina tewas di 3 desa dalam serangan Rusia.", Dead, "12 warga", 12.0);
    has("Lebih dari 200 warga Ukraina tewas dalam serangan Rusia.", Dead, "200 warga", 200.0);
    has("More than 200 Ukrainians were killed in a Russian attack.", Dead, "200 Ukrainians", 200.0);
}

#[test]
fn a_date_or_a_share_counts_nobody() {
    none("Tentara Israel tewas dalam serangan pada 12 Juni di Gaza.", Dead);
    none("Serangan Rusia menewaskan warga Ukraina selama 12 jam.", Dead);
    none("Israel menewaskan Ismail Haniyeh di Teheran pada 31 Juli 2024 saat ia berkunjung.", Dead);
    none("Serangan Rusia menewaskan warga sipil di tiga kota Ukraina.", Dead);
    none("Dua serangan Rusia menewaskan warga Ukraina.", Dead);
    none("Jepang bertemu Korea Selatan membahas investasi senilai Rp 2 triliun.", Money);
}

#[test]
fn money_is_read_in_its_currency() {
    has("Jepang memberi bantuan senilai US$ 1,5 miliar kepada Ukraina.", Money, "US$ 1,5 miliar", 1.5e9);
    has("Rusia mendenda Google Rp 500 juta.", Money, "Rp 500 juta", 5e8);
    has("Rusia mendenda Google Rp500 juta.", Money, "Rp500 juta", 5e8);
    has("Kanada menyumbang 2 juta dolar AS kepada Filipina.", Money, "2 juta dolar AS", 2e6);
    has("Japan donated $3.5 billion to Ukraine.", Money, "$3.5 billion", 3.5e9);
    has("Japan donated $3.5bn to Ukraine.", Money, "$3.5bn", 3.5e9);
    none("Russia attacked the port and won 3 battles.", Money);
    has("Germany pledged 20 million euros in aid to Lebanon.", Money, "20 million euros", 2e7);
}

#[test]
fn what_was_taken_or_sent_is_counted() {
    has("Polisi Filipina menangkap 12 orang pada Selasa.", Count, "12 orang", 12.0);
    has("Sebanyak tiga nelayan Indonesia ditahan Malaysia.", Count, "tiga nelayan", 3.0);
    has("Police in Manila arrested 12 protesters.", Count, "12 protesters", 12.0);
    has("Police in Manila arrested at least 12 protesters.", Count, "12 protesters", 12.0);
    has(
        "Dua ratus lima puluh nelayan Indonesia ditangkap Malaysia.",
        Count,
        "Dua ratus lima puluh nelayan",
        250.0,
    );
    none("Polisi Filipina menangkap Rodrigo Duterte pada 11 Maret 2025.", Count);
}
