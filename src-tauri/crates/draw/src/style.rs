//! The one style table: every value of the window's style sheet and of an exported figure. It never decides what is drawn.
//!
//! `ui/src/theme/tokens.css` is written from here (a test holds the file to the table), and [`color`] answers the same
//! hex to an export. Kinds and quad classes are of the Okabe-Ito palette, which stays apart under protanopia,
//! deuteranopia and tritanopia and in greyscale. `-mark` is for shapes and strokes (3:1 on the canvas), `-ink` for
//! words (4.5:1).

/// A value that is the same in light and dark: the name without `--`, and what stands after the colon.
#[cfg(test)]
type Fixed = (&'static str, &'static str);

/// A value with a light and a dark face.
type Themed = (&'static str, &'static str, &'static str);

use crate::figure::Theme;

/// Type, space, frame, strokes, motion; each group under its heading.
#[cfg(test)]
const FIXED: &[(&str, &[Fixed])] = &[
    (
        "type: one family (Inter, SIL OFL 1.1), tabular figures everywhere",
        &[
            (
                "font",
                r#""Inter", "Inter Variable", "Noto Sans", "Segoe UI", "Cantarell", "Helvetica Neue", sans-serif"#,
            ),
            ("t-micro", "10px"),
            ("lh-micro", "14px"),
            ("t-label", "11px"),
            ("lh-label", "14px"),
            ("t-small", "12px"),
            ("lh-small", "16px"),
            ("t-body", "13px"),
            ("lh-body", "20px"),
            ("t-read", "14px"),
            ("lh-read", "23px"),
            ("t-title", "16px"),
            ("lh-title", "22px"),
            ("t-figure", "22px"),
            ("lh-figure", "26px"),
            ("w-text", "400"),
            ("w-medium", "500"),
            ("w-strong", "600"),
        ],
    ),
    (
        "space: a 4 px grid",
        &[
            ("s1", "4px"),
            ("s2", "8px"),
            ("s3", "12px"),
            ("s4", "16px"),
            ("s5", "20px"),
            ("s6", "24px"),
            ("s8", "32px"),
        ],
    ),
    (
        "radii",
        &[
            ("r-tag", "3px"),
            ("r-control", "6px"),
            ("r-card", "8px"),
            ("r-dialog", "12px"),
            ("r-pill", "999px"),
        ],
    ),
    (
        "frame",
        &[
            ("bar", "44px"),
            ("pane-bar", "40px"),
            ("article", "clamp(280px, 22.2vw, 344px)"),
            ("inspector", "clamp(292px, 22.8vw, 352px)"),
            ("timeline", "clamp(112px, 15vh, 136px)"),
        ],
    ),
    (
        "strokes of the drawing",
        &[
            ("e-material", "2.25px"),
            ("e-verbal", "1.35px"),
            ("e-relation", ".9px"),
            ("e-minor", ".9px"),
            ("dash-verbal", "5 3"),
            ("dash-alleged", "8 3 1.5 3"),
            ("dash-unreal", ".1 4.6"),
            ("dash-minor", "1 4.5"),
            ("halo", "3.5px"),
            ("node-ring", "2px"),
            ("event-outline", "1.3px"),
            ("focus", "2px"),
        ],
    ),
    (
        "motion",
        &[("fast", "120ms"), ("calm", "200ms"), ("slow", "250ms"), ("ease", "cubic-bezier(.2, .7, .2, 1)")],
    ),
];

/// Colours that a figure may use, by group: name, light, dark.
const COLORS: &[&[Themed]] = &[
    &[
        ("bg", "#F4F4F1", "#0E1115"),
        ("panel", "#FFFFFF", "#161A20"),
        ("canvas", "#FDFDFC", "#12161B"),
        ("raised", "#FFFFFF", "#1C2129"),
        ("pressed", "#FFFFFF", "#3A434F"),
        ("sunk", "#F0F0EC", "#1E232B"),
        ("hover", "#ECECE7", "#262C35"),
        ("line", "#E3E3DD", "#2A303A"),
        ("line-strong", "#8A8D93", "#717A88"),
        ("ink", "#1B1F26", "#E9ECF0"),
        ("ink-2", "#4A515C", "#B6BDC8"),
        ("ink-3", "#646B76", "#949CA9"),
        ("ink-inv", "#FFFFFF", "#0E1115"),
        ("accent", "#0B5E94", "#6DB7E8"),
        ("accent-ink", "#0B5E94", "#7FC1EE"),
        ("accent-wash", "#E6F0F7", "#17303F"),
        ("on-accent", "#FFFFFF", "#0A1720"),
    ],
    &[
        ("person-mark", "#0072B2", "#3D97D3"),
        ("person-ink", "#00629A", "#7CBFEC"),
        ("person-wash", "#E3F0F8", "#16303F"),
        ("person-icon", "#FFFFFF", "#04131D"),
        ("group-mark", "#CC79A7", "#D48DB5"),
        ("group-ink", "#9A3F71", "#E5A9C9"),
        ("group-wash", "#F8EAF2", "#35222E"),
        ("group-icon", "#3A1029", "#2C0C1F"),
        ("group-edge", "#A9588A", "#E5A9C9"),
        ("place-mark", "#009E73", "#1AA87E"),
        ("place-ink", "#00704F", "#5CCBA6"),
        ("place-wash", "#E1F3ED", "#12322A"),
        ("place-icon", "#03211A", "#04150F"),
        ("event-mark", "#E69F00", "#E9A820"),
        ("event-ink", "#7E5600", "#F0C25F"),
        ("event-wash", "#FBF0D9", "#37290F"),
        ("event-edge", "#3D2C05", "#FFE2A0"),
        ("other-mark", "#6B7280", "#8C95A4"),
        ("other-ink", "#505763", "#B4BBC7"),
        ("other-wash", "#ECEDEF", "#262C35"),
        ("other-icon", "#FFFFFF", "#12161B"),
    ],
    &[
        ("coop-mark", "#0072B2", "#4AA3DF"),
        ("coop-ink", "#005F95", "#82C2EE"),
        ("conf-mark", "#D55E00", "#EE7733"),
        ("conf-ink", "#A84700", "#FF9F68"),
        ("none-mark", "#7B828D", "#8A93A1"),
        ("none-ink", "#565D68", "#AEB6C2"),
        ("rel-mark", "#8B919A", "#6B7483"),
        ("minor-mark", "#8B919A", "#6B7483"),
    ],
    &[("mark", "#FFE7A8", "#5A4713")],
];

/// What the print theme has in another colour than light: white ground, black words, pale shapes that their inks
/// outline, conflict much darker than cooperation.
const PRINT: &[(&str, &str)] = &[
    ("canvas", "#FFFFFF"),
    ("line", "#B4B4B4"),
    ("ink", "#000000"),
    ("ink-2", "#262626"),
    ("ink-3", "#4A4A4A"),
    ("person-mark", "#EDF5FA"),
    ("person-ink", "#005A8C"),
    ("person-icon", "#005A8C"),
    ("group-mark", "#FBF3F8"),
    ("group-edge", "#7D2F5A"),
    ("group-icon", "#7D2F5A"),
    ("place-mark", "#EDF8F4"),
    ("place-ink", "#00563D"),
    ("place-icon", "#003B2A"),
    ("event-mark", "#EBB038"),
    ("event-edge", "#000000"),
    ("other-mark", "#F3F4F5"),
    ("other-ink", "#3E444D"),
    ("other-icon", "#3E444D"),
    ("coop-mark", "#3F8FC8"),
    ("coop-ink", "#1C679B"),
    ("conf-mark", "#8A2C00"),
    ("conf-ink", "#7A2600"),
    ("none-mark", "#6A707A"),
    ("none-ink", "#3E444D"),
];

/// The ink that outlines a shape of this fill in print, where the drawing itself has no outline.
pub(crate) fn print_outline(fill: &str) -> Option<&'static str> {
    let token = match fill {
        "person-mark" => "person-ink",
        "place-mark" => "place-ink",
        "other-mark" => "other-ink",
        _ => return None,
    };
    Some(color(token, Theme::Print))
}

/// Values of the window alone: shadows, the veil behind a dialog, what dimming leaves.
#[cfg(test)]
const WINDOW: &[Themed] = &[
    ("shadow-1", "0 1px 2px rgba(20,24,32,.06)", "0 1px 2px rgba(0,0,0,.4)"),
    (
        "shadow-2",
        "0 1px 2px rgba(20,24,32,.06), 0 6px 18px rgba(20,24,32,.08)",
        "0 1px 2px rgba(0,0,0,.4), 0 8px 22px rgba(0,0,0,.42)",
    ),
    (
        "shadow-3",
        "0 2px 6px rgba(20,24,32,.10), 0 24px 64px rgba(20,24,32,.22)",
        "0 2px 6px rgba(0,0,0,.5), 0 28px 72px rgba(0,0,0,.62)",
    ),
    ("veil", "rgba(32,36,44,.42)", "rgba(4,6,9,.62)"),
    ("dim", ".16", ".2"),
];

/// Hex of a colour of the table, for example `#0072B2`.
///
/// A name that is not in the table is a bug: it fails in a debug build and is ink in a release.
pub fn color(token: &str, theme: Theme) -> &'static str {
    if theme == Theme::Print
        && let Some((_, hex)) = PRINT.iter().find(|(name, _)| *name == token)
    {
        return hex;
    }
    let dark = theme == Theme::Dark;
    let found = COLORS.iter().copied().flatten().find(|(name, ..)| *name == token);
    debug_assert!(found.is_some(), "no colour is named {token}");
    found.map_or(
        if dark { "#E9ECF0" } else { "#1B1F26" },
        |(_, light, night)| if dark { night } else { light },
    )
}

/// Red, green and blue of `#RRGGBB`; anything else is black.
pub(crate) fn channels(color: &str) -> [u8; 3] {
    let value = u32::from_str_radix(color.trim_start_matches('#'), 16).unwrap_or(0);
    let [_, red, green, blue] = value.to_be_bytes();
    [red, green, blue]
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;

    /// The style sheet that the window loads.
    fn sheet() -> String {
        let mut out = String::from(
            "/* Written from src-tauri/crates/draw/src/style.rs, which an export reads too. Never edited by hand:\n   \
             WARTAGRAF_BLESS=1 cargo test -p wartagraf-draw tokens */\n:root {\n",
        );
        for (heading, values) in FIXED {
            writeln!(out, "  /* {heading} */").unwrap();
            for (name, value) in *values {
                writeln!(out, "  --{name}: {value};").unwrap();
            }
        }
        out.push_str("}\n");
        for dark in [false, true] {
            let (selector, scheme) = if dark {
                ("[data-theme=\"dark\"]", "dark")
            } else {
                (":root, [data-theme=\"light\"]", "light")
            };
            writeln!(out, "\n{selector} {{\n  color-scheme: {scheme};").unwrap();
            for (name, light, night) in COLORS.iter().copied().flatten().chain(WINDOW) {
                writeln!(out, "  --{name}: {};", if dark { night } else { light }).unwrap();
            }
            out.push_str("}\n");
        }
        out
    }

    #[test]
    fn tokens_css_is_what_the_table_says() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/theme/tokens.css");
        if std::env::var_os("WARTAGRAF_BLESS").is_some() {
            std::fs::write(path, sheet()).expect("a writable checkout");
        }
        let committed = std::fs::read_to_string(path).unwrap_or_default();
        assert_eq!(committed, sheet(), "run with WARTAGRAF_BLESS=1 to write it again");
    }

    #[test]
    fn no_name_stands_twice() {
        let fixed = FIXED.iter().flat_map(|(_, values)| values.iter().map(|(name, _)| *name));
        let themed = COLORS.iter().copied().flatten().chain(WINDOW).map(|(name, ..)| *name);
        let mut names: Vec<&str> = fixed.chain(themed).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }

    /// Relative luminance as WCAG 2.2 defines it.
    fn luminance(hex: &str) -> f64 {
        let part = |at: usize| {
            let value = f64::from(u8::from_str_radix(&hex[at..at + 2], 16).unwrap()) / 255.0;
            if value <= 0.04045 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    const THEMES: [Theme; 3] = [Theme::Light, Theme::Dark, Theme::Print];

    fn contrast(one: &str, other: &str, theme: Theme) -> f64 {
        let (a, b) = (luminance(color(one, theme)), luminance(color(other, theme)));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_ink_can_be_read_on_every_ground_it_stands_on() {
        let inks = ["ink", "ink-2", "ink-3", "accent-ink"].into_iter().chain(
            COLORS
                .iter()
                .copied()
                .flatten()
                .map(|(name, ..)| *name)
                .filter(|name| name.ends_with("-ink") && *name != "accent-ink"),
        );
        for ink in inks {
            for theme in THEMES {
                for ground in ["canvas", "panel", "sunk"] {
                    let got = contrast(ink, ground, theme);
                    assert!(got >= 4.5, "{ink} on {ground}, {theme:?}: {got:.2}");
                }
            }
        }
        for theme in THEMES {
            assert!(contrast("on-accent", "accent", theme) >= 4.5);
        }
    }

    #[test]
    fn every_mark_stands_out_from_the_canvas() {
        for (name, ..) in COLORS.iter().copied().flatten().filter(|(name, ..)| name.ends_with("-mark")) {
            for theme in THEMES {
                let drawn_by = match (*name, theme) {
                    // Amber on white is 2.2: the outline draws the diamond.
                    ("event-mark", _) => "event-edge",
                    ("group-mark", Theme::Print) => "group-edge",
                    ("person-mark", Theme::Print) => "person-ink",
                    ("place-mark", Theme::Print) => "place-ink",
                    ("other-mark", Theme::Print) => "other-ink",
                    (name, _) => name,
                };
                let got = contrast(drawn_by, "canvas", theme);
                assert!(got >= 2.995, "{name} on canvas, {theme:?}: {got:.2}");
            }
        }
    }

    #[test]
    fn icons_can_be_told_from_their_shapes() {
        for kind in ["person", "group", "place", "other"] {
            for theme in THEMES {
                let got = contrast(&format!("{kind}-icon"), &format!("{kind}-mark"), theme);
                assert!(got >= 4.5, "{kind}, {theme:?}: {got:.2}");
            }
        }
    }

    #[test]
    fn print_is_white_and_keeps_cooperation_and_conflict_apart_without_colour() {
        assert_eq!(luminance(color("canvas", Theme::Print)), 1.0);
        assert!(contrast("coop-mark", "conf-mark", Theme::Print) > 2.0);
        assert!(contrast("event-mark", "canvas", Theme::Print) > 1.7, "filled is told from hollow");
        for (name, _) in PRINT {
            assert!(COLORS.iter().copied().flatten().any(|(known, ..)| known == name), "{name}");
        }
    }
}
