//! Whose work Wartagraf stands on.

use crate::wire::{About, Credit};

/// Version and credits. The full notices are in LICENSES.
pub fn about() -> About {
    let credits = [
        ("Unicode CLDR", "Unicode-3.0", "names of countries in Indonesian and English"),
        ("GeoNames", "CC BY 4.0", "cities and their countries"),
        ("world-leaders, Wikidata", "CC BY-SA 4.0, CC0 1.0", "leaders and their terms of office"),
        ("PLOVER (openeventdata)", "CC BY-SA 4.0", "event types, modes and quad classes"),
        ("CAMEO and PETRARCH dictionaries (openeventdata)", "MIT", "English event verbs"),
        ("nlp-id (kumparan)", "MIT", "Indonesian words and their parts of speech"),
        ("Universal Dependencies English EWT", "CC BY-SA 4.0", "English words and their parts of speech"),
        ("GUM corpus", "CC BY 4.0", "English words and their parts of speech"),
        ("Natural Earth, world-atlas", "public domain, ISC", "shapes of countries, by de facto control"),
        ("Svelte, Tauri", "MIT, MIT or Apache-2.0", "the window"),
        ("d3-geo, d3-scale, topojson-client, TanStack Virtual", "ISC, MIT", "map, timeline and table"),
        ("Inter", "SIL Open Font License 1.1", "the typeface"),
    ];
    About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        credits: credits
            .into_iter()
            .map(|(name, licence, what)| Credit {
                name: name.to_owned(),
                licence: licence.to_owned(),
                what: what.to_owned(),
            })
            .collect(),
    }
}
