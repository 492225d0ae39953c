//! What the program is made of, as cargo told the build script.

use desk::wire::Library;

/// Name, version, licence.
const LIBRARIES: &[(&str, &str, &str)] = include!(concat!(env!("OUT_DIR"), "/libraries.rs"));

/// Every library that is compiled in, in the order of names.
pub(crate) fn all() -> Vec<Library> {
    LIBRARIES
        .iter()
        .map(|&(name, version, licence)| Library {
            name: name.to_owned(),
            version: version.to_owned(),
            licence: licence.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_compiled_in_is_told_with_its_version_and_licence() {
        let lock = include_str!("../../Cargo.lock");
        let all = all();
        for name in ["tauri", "serde", "krilla", "tiny-skia"] {
            let library = all.iter().find(|library| library.name == name).expect(name);
            let locked = format!("name = \"{name}\"\nversion = \"{}\"", library.version);
            assert!(lock.contains(&locked), "{library:?}");
            assert!(!library.licence.is_empty(), "{library:?}");
        }
        // Neither ours nor what only builds or tests.
        assert!(all.iter().all(|library| !library.name.starts_with("wartagraf")));
        assert!(all.iter().all(|library| library.name != "tauri-build" && library.name != "serde_derive"));
    }
}
