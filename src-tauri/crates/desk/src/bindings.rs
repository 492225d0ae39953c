//! TypeScript declarations of the wire, held to `ui/src/bindings/wire.ts` by one test.

use std::fmt::Write as _;

use ts_rs::{Config, TS};

use crate::wire;

/// The whole file.
fn declarations() -> String {
    let config = Config::default();
    let mut out = String::from(
        "// Generated from src-tauri/crates/desk/src/wire.rs and draw/src/scene.rs. Never edited by hand:\n// WARTAGRAF_BLESS=1 cargo test -p wartagraf-desk bindings\n",
    );
    macro_rules! write_all {
        ($($ty:ty),* $(,)?) => {
            $( writeln!(out, "\nexport {}", <$ty>::decl(&config)).expect("a string takes everything"); )*
        };
    }
    write_all!(
        wire::Snapshot,
        wire::Shelved,
        wire::Range,
        wire::Article,
        wire::Entity,
        wire::Point,
        wire::Country,
        wire::Mention,
        wire::MentionKind,
        wire::Event,
        wire::Quad,
        wire::Modality,
        wire::RoleFiller,
        wire::Role,
        wire::Quantity,
        wire::QuantityKind,
        wire::Relation,
        wire::Ground,
        wire::GroundBy,
        wire::Cite,
        wire::Note,
        wire::History,
        wire::Done,
        wire::Command,
        wire::Layout,
        wire::ClaimPart,
        wire::CheckMark,
        wire::Rule,
        wire::Touched,
        wire::Merged,
        wire::Field,
        wire::Suggestion,
        wire::Reason,
        wire::Picture,
        wire::PictureFormat,
        wire::PictureTheme,
        wire::Scope,
        wire::Shape,
        wire::Words,
        wire::Written,
        wire::Fault,
        wire::WriteFailure,
        wire::About,
        wire::Credit,
        wire::Library,
        draw::scene::Scene,
        draw::scene::Rect,
        draw::scene::Mark,
        draw::scene::Stroke,
        draw::scene::Guide,
        draw::scene::Halo,
        draw::scene::HaloName,
        draw::scene::NodeGlyph,
        draw::scene::Monogram,
        draw::scene::Label,
        draw::scene::Line,
        draw::scene::Anchor,
        draw::scene::EdgeGlyph,
        draw::scene::EdgePart,
        draw::scene::Head,
        draw::scene::Legend,
        draw::scene::LegendRow,
        draw::scene::LegendItem,
    );
    out
}

#[test]
fn the_bindings_are_what_the_wire_says() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings/wire.ts");
    if std::env::var_os("WARTAGRAF_BLESS").is_some() {
        std::fs::create_dir_all(concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/bindings"))
            .expect("a writable checkout");
        std::fs::write(path, declarations()).expect("a writable checkout");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default();
    assert_eq!(committed, declarations(), "run with WARTAGRAF_BLESS=1 to write it again");
}
