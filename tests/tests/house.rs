//! The rules of the house: who may import whom, what lies where, what every file says on top.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use wartagraf_tests::{cargo, files, root, text};

/// Who may know whom. A crate that is not here may not be.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("wartagraf-model", &[]),
    ("wartagraf-lang", &["wartagraf-model"]),
    ("wartagraf-extract", &["wartagraf-lang", "wartagraf-model"]),
    ("wartagraf-resolve", &["wartagraf-lang", "wartagraf-model"]),
    ("wartagraf-graph", &["wartagraf-model"]),
    ("wartagraf-layout", &["wartagraf-graph", "wartagraf-model"]),
    ("wartagraf-draw", &["wartagraf-graph", "wartagraf-layout", "wartagraf-model"]),
    ("wartagraf-formats", &["wartagraf-graph", "wartagraf-layout", "wartagraf-model"]),
    (
        "wartagraf-desk",
        &[
            "wartagraf-model",
            "wartagraf-lang",
            "wartagraf-extract",
            "wartagraf-resolve",
            "wartagraf-graph",
            "wartagraf-layout",
            "wartagraf-draw",
            "wartagraf-formats",
        ],
    ),
    ("wartagraf-cli", &["wartagraf-desk"]),
    ("wartagraf", &["wartagraf-desk"]),
    ("wartagraf-train", &["wartagraf-lang", "wartagraf-model"]),
    ("wartagraf-tests", TESTED),
    ("wartagraf-benches", TESTED),
    ("wartagraf-e2e-shell", &[]),
    ("xtask", &[]),
];

/// The tests may know all but the shell.
const TESTED: &[&str] = &[
    "wartagraf-model",
    "wartagraf-lang",
    "wartagraf-extract",
    "wartagraf-resolve",
    "wartagraf-graph",
    "wartagraf-layout",
    "wartagraf-draw",
    "wartagraf-formats",
    "wartagraf-desk",
];

/// Package -> its direct dependencies of every kind.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let metadata = cargo(&["metadata", "--format-version", "1", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&metadata).expect("cargo writes JSON");
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().expect("packages");
    packages
        .iter()
        .map(|package| {
            let wanted = package["dependencies"].as_array().expect("dependencies");
            (name(package), wanted.iter().map(name).collect())
        })
        .collect()
}

#[test]
fn imports_go_one_way() {
    let packages = dependencies();
    let ours: BTreeSet<&String> = packages.keys().collect();
    for (package, wanted) in &packages {
        let Some((_, allowed)) = MAY_KNOW.iter().find(|(name, _)| name == package) else {
            panic!("{package} has no place in the house: say in MAY_KNOW whom it may know");
        };
        for other in wanted.iter().filter(|name| ours.contains(name)) {
            assert!(allowed.contains(&other.as_str()), "{package} may not know {other}");
        }
    }
}

#[test]
fn only_the_shell_knows_tauri() {
    for (package, wanted) in dependencies() {
        let knows = wanted.iter().any(|name| name == "tauri" || name.starts_with("tauri-"));
        assert_eq!(knows, package == "wartagraf", "{package}");
    }
}

#[test]
fn only_graph_knows_petgraph() {
    for (package, wanted) in dependencies() {
        assert!(package == "wartagraf-graph" || !wanted.contains("petgraph"), "{package}");
    }
}

#[test]
fn xtask_builds_in_seconds_because_it_depends_on_nothing() {
    assert_eq!(dependencies()["xtask"], BTreeSet::new());
}

#[test]
fn no_crate_of_the_reading_speaks_to_a_network() {
    const SPEAKERS: [&str; 12] = [
        "reqwest",
        "ureq",
        "hyper",
        "curl",
        "isahc",
        "attohttpc",
        "minreq",
        "rustls",
        "native-tls",
        "openssl",
        "tokio",
        "async-std",
    ];
    let tree = cargo(&["tree", "--package", "wartagraf-cli", "--edges", "normal", "--prefix", "none"]);
    for line in tree.lines() {
        let name = line.split(' ').next().unwrap_or_default();
        assert!(!SPEAKERS.contains(&name), "{name} came in");
    }
}

#[test]
fn the_top_level_is_fixed() {
    const ALLOWED: [&str; 8] =
        ["Cargo.toml", "Cargo.lock", "src-tauri", "ui", "tests", "README.md", "LICENSE", "LICENSES"];
    for path in files() {
        let top = path.iter().next().unwrap_or_default().to_string_lossy().into_owned();
        assert!(
            top.starts_with('.') || ALLOWED.contains(&top.as_str()),
            "{top} has no place at the top level"
        );
    }
}

#[test]
fn every_table_names_its_source_and_licence() {
    for path in files().iter().filter(|path| path.extension().is_some_and(|end| end == "tsv")) {
        let table = text(path);
        let head: String = table
            .lines()
            .take_while(|line| line.starts_with('#'))
            .collect::<Vec<_>>()
            .join("\n")
            .to_lowercase();
        assert!(head.contains("source"), "{}: no source on top", path.display());
        assert!(head.contains("licence"), "{}: no licence on top", path.display());
        assert!(!table.contains('\r'), "{}: line ends are \\n", path.display());
        assert!(table.ends_with('\n'), "{}: the last line has no end", path.display());
    }
}

#[test]
fn no_file_is_over_four_megabytes() {
    for path in files() {
        let size = std::fs::metadata(root().join(&path)).map_or(0, |meta| meta.len());
        assert!(size <= 4 * 1024 * 1024, "{}: {size} bytes", path.display());
    }
}

#[test]
fn every_rust_file_says_what_it_is() {
    for path in files().iter().filter(|path| path.extension().is_some_and(|end| end == "rs")) {
        assert!(text(path).starts_with("//!"), "{}: begins without //!", path.display());
    }
}

#[test]
fn only_the_backend_of_the_ui_knows_tauri() {
    for path in
        files().iter().filter(|path| path.starts_with("ui/src") && !path.starts_with("ui/src/backend"))
    {
        // A test of the same rule has to name what it forbids.
        if path.to_string_lossy().ends_with(".test.ts") {
            continue;
        }
        let Ok(source) = std::fs::read_to_string(root().join(path)) else { continue };
        assert!(!source.contains("@tauri-apps"), "{}", path.display());
        assert!(!source.contains("__TAURI"), "{}", path.display());
    }
}

#[test]
fn the_page_may_call_what_the_shell_answers_and_nothing_else() {
    let quoted = |source: &str| -> BTreeSet<String> {
        source.split('"').skip(1).step_by(2).map(ToOwned::to_owned).collect()
    };
    let between = |source: &str, from: &str, to: &str| -> String {
        let start = source.find(from).unwrap_or_else(|| panic!("{from} is gone")) + from.len();
        source[start..].split(to).next().unwrap_or_default().to_owned()
    };
    let listed = quoted(&between(&text("src-tauri/build.rs"), "const COMMANDS", "];"));
    let handled: BTreeSet<String> = between(&text("src-tauri/src/lib.rs"), "generate_handler![", "]")
        .split(',')
        .filter_map(|path| path.trim().strip_prefix("commands::").map(ToOwned::to_owned))
        .collect();
    assert_eq!(listed, handled, "build.rs and lib.rs");

    let capability: Value = serde_json::from_str(&text("src-tauri/capabilities/main.json")).expect("JSON");
    let given: BTreeSet<String> = capability["permissions"]
        .as_array()
        .expect("permissions")
        .iter()
        .filter_map(|permission| permission.as_str())
        .map(ToOwned::to_owned)
        .collect();
    let wanted: BTreeSet<String> = listed
        .iter()
        .map(|command| format!("allow-{}", command.replace('_', "-")))
        .chain(["core:event:allow-listen".to_owned(), "core:event:allow-unlisten".to_owned()])
        .collect();
    assert_eq!(given, wanted, "capabilities/main.json");
}

#[test]
fn the_security_policy_is_tight() {
    let conf: Value = serde_json::from_str(&text("src-tauri/tauri.conf.json")).expect("JSON");
    let security = &conf["app"]["security"];
    let policy = security["csp"].to_string();
    assert_eq!(security["csp"]["default-src"], "'none'");
    for loose in ["unsafe", "*", "https:", "wasm"] {
        assert!(!policy.contains(loose), "the policy allows {loose}");
    }
    assert_eq!(conf["app"]["withGlobalTauri"], false);
    assert_eq!(security["capabilities"], serde_json::json!(["main"]));
    assert!(conf["app"]["security"].get("dangerousDisableAssetCspModification").is_none());
}

#[test]
fn no_file_tells_of_the_machine_it_was_written_on() {
    // Put together here, so that this file does not hold them.
    let told = [
        ["/wo", "rk/"].concat(),
        ["/tmp/", "team"].concat(),
        ["/ro", "ot/"].concat(),
        ["/home", "/user"].concat(),
    ];
    for path in files() {
        let Ok(source) = std::fs::read_to_string(root().join(&path)) else { continue };
        for word in &told {
            assert!(!source.contains(word.as_str()), "{} names {word}", path.display());
        }
    }
}
