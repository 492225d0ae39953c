//! Whose work Wartagraf stands on.

use crate::wire::{About, Credit, Library};

/// Version, credits with their notices, and the libraries that the caller is made of.
pub fn about(libraries: Vec<Library>) -> About {
    let credits = SOURCES
        .iter()
        .map(|&(code, name, licence, notice)| Credit {
            code: code.to_owned(),
            name: name.to_owned(),
            licence: licence.to_owned(),
            notice: notice.to_owned(),
        })
        .collect();
    About { version: env!("CARGO_PKG_VERSION").to_owned(), credits, libraries }
}

type Source = (&'static str, &'static str, &'static str, &'static str);

macro_rules! notice {
    ($file:literal) => {
        include_str!(concat!("../../../../", $file))
    };
}

/// Code, name, licence, notice. What of each is used stands in the locale under its code.
const SOURCES: &[Source] = &[
    ("code", "Wartagraf", "MIT", notice!("LICENSE")),
    ("cldr", "Unicode CLDR", "Unicode-3.0", notice!("LICENSES/unicode-cldr.txt")),
    ("geonames", "GeoNames", "CC BY 4.0", notice!("LICENSES/geonames.txt")),
    ("leaders", "world-leaders", "CC BY-SA 4.0", notice!("LICENSES/world-leaders.txt")),
    ("wikidata", "Wikidata", "CC0 1.0", notice!("LICENSES/wikidata.txt")),
    ("plover", "PLOVER", "CC BY-SA 4.0", notice!("LICENSES/plover.txt")),
    ("cameo", "CAMEO, PETRARCH", "MIT", notice!("LICENSES/cameo-petrarch.txt")),
    ("nlpId", "nlp-id", "MIT", notice!("LICENSES/nlp-id.txt")),
    ("idner", "IDNER-News-2k", "MIT", notice!("LICENSES/idner-news-2k.txt")),
    ("nergrit", "NERGrit", "Apache-2.0", notice!("LICENSES/nergrit.txt")),
    ("ewt", "Universal Dependencies English EWT", "CC BY-SA 4.0", notice!("LICENSES/ud-english-ewt.txt")),
    ("gum", "GUM", "CC BY 4.0", notice!("LICENSES/gum.txt")),
    ("earth", "Natural Earth, world-atlas", "public domain, ISC", notice!("LICENSES/natural-earth.txt")),
    ("inter", "Inter", "OFL-1.1", notice!("LICENSES/Inter-OFL-1.1.txt")),
    (
        "window",
        "d3-geo, d3-scale, topojson-client, TanStack Virtual",
        "ISC, MIT",
        notice!("LICENSES/window-libraries.txt"),
    ),
    #[cfg(feature = "sample")]
    ("sample", "article-id.txt", "©", notice!("LICENSES/sample-article.txt")),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_notice_of_the_repository_is_told() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../LICENSES");
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).expect("a folder of notices") {
            let path = entry.expect("readable").path();
            let is_sample = path.ends_with("sample-article.txt") && cfg!(not(feature = "sample"));
            if path.extension().is_none_or(|end| end != "txt") || is_sample {
                continue;
            }
            seen += 1;
            let text = std::fs::read_to_string(&path).expect("text");
            assert!(SOURCES.iter().any(|source| source.3 == text), "{} is told nowhere", path.display());
        }
        assert_eq!(seen + 1, SOURCES.len(), "each notice once, and the licence of the code");
    }
}
