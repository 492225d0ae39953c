//! `warta` as its users meet it: what it writes, and what it says to bad input. Never a panic, never half a file.

use std::fs;
use std::path::Path;
use std::process::Output;

use serde_json::Value;
use wartagraf_tests::{root, run_warta, scratch, warta};

const ARTICLE: &str = "Menteri Perikanan Norwegia Sigrid Halvorsen bertemu dengan Perdana Menteri Portugal Duarte \
                       Figueira di Lisbon pada Selasa. Norwegia mengecam Rusia.\n";

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// It ends with a code for people, one sentence, no panic, and leaves nothing in the folder but what was there.
fn refuses(folder: &Path, args: &[&str], input: &[u8], code: i32, words: &str) {
    let list = |folder: &Path| {
        let mut names: Vec<_> =
            fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    let before = list(folder);
    let output = run_warta(folder, args, input);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(code), "{args:?}: {said}");
    assert!(said.contains(words), "{args:?} says: {said}");
    assert!(!said.contains("panicked"), "{args:?}: {said}");
    assert!(output.stdout.is_empty(), "{args:?} writes to standard output although it refuses");
    assert_eq!(list(folder), before, "{args:?} leaves something behind");
}

#[test]
fn the_sample_becomes_json_and_annotations() {
    let folder = scratch("sample");
    let sample = root().join("src-tauri/sample/article-id.txt").display().to_string();
    for format in ["json", "annotations"] {
        let output = run_warta(&folder, &["extract", &sample, "--format", format], b"");
        assert!(output.status.success(), "{}", said(&output));
        let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert!(read["entities"].as_array().is_some_and(|list| list.len() > 10), "{format}");
        assert!(read["events"].as_array().is_some_and(|list| list.len() > 5), "{format}");
    }
}

#[test]
fn the_same_text_gives_the_same_bytes() {
    let folder = scratch("same");
    let read = || run_warta(&folder, &["extract", "-"], ARTICLE.as_bytes()).stdout;
    let first = read();
    assert!(!first.is_empty());
    assert_eq!(first, read());
}

#[test]
fn an_annotated_quote_is_the_text_at_its_bytes() {
    let folder = scratch("bytes");
    let text = format!("\u{feff}{}", ARTICLE.replace('\n', "\r\n"));
    let output = run_warta(&folder, &["extract", "--format", "annotations"], text.as_bytes());
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let mut seen = 0;
    for mention in read["entities"]
        .as_array()
        .expect("entities")
        .iter()
        .filter_map(|entity| entity["mentions"].as_array())
        .flatten()
    {
        let at = |end: &str| mention[end].as_u64().expect("an offset") as usize;
        assert_eq!(text.get(at("start")..at("end")), mention["text"].as_str());
        seen += 1;
    }
    assert!(seen > 4, "{seen} mentions");
}

#[test]
fn several_files_become_several_files() {
    let folder = scratch("several");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    fs::write(folder.join("b.txt"), ARTICLE).expect("writable");
    let output = run_warta(&folder, &["extract", "a.txt", "b.txt", "-o", "out"], b"");
    assert!(output.status.success(), "{}", said(&output));
    assert!(folder.join("out/a.json").is_file() && folder.join("out/b.json").is_file());
}

#[test]
fn two_inputs_of_one_stem_are_refused_before_anything_is_written() {
    let folder = scratch("clash");
    for sub in ["x", "y"] {
        fs::create_dir(folder.join(sub)).expect("writable");
        fs::write(folder.join(sub).join("a.txt"), ARTICLE).expect("writable");
    }
    refuses(&folder, &["extract", "x/a.txt", "y/a.txt", "-o", "out"], b"", 2, "a");
}

#[test]
fn bad_text_gets_a_sentence() {
    let folder = scratch("bad");
    refuses(&folder, &["extract", "-"], b"", 1, "no text");
    refuses(&folder, &["extract", "-"], b" \n\t\r\n", 1, "no text");
    refuses(&folder, &["extract", "-"], b"Carney tiba \xff di Kyiv", 1, "byte 12");
    refuses(&folder, &["extract", "-"], b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 1, "not text");
    refuses(&folder, &["extract", "-"], b"https://example.org/berita", 1, "web address");
    let long = "kata ".repeat(1_100_000);
    refuses(&folder, &["extract", "-"], long.as_bytes(), 1, "limit");
}

#[test]
fn bad_files_get_a_sentence() {
    let folder = scratch("files");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    refuses(&folder, &["extract", "tidak-ada.txt"], b"", 1, "cannot be read");
    refuses(&folder, &["extract", "."], b"", 1, "cannot be read");
    refuses(&folder, &["extract", "a.txt", "-o", "tidak/ada/keluar.json"], b"", 1, "cannot be written");
    refuses(&folder, &["render", "a.txt", "-o", "tidak/ada/keluar.svg"], b"", 1, "cannot be written");
}

#[test]
fn a_wrong_command_line_is_told_from_a_wrong_input() {
    let folder = scratch("usage");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    for args in [
        &["baca", "a.txt"][..],
        &["extract", "--format", "xml", "a.txt"],
        &["extract", "--language", "fr", "a.txt"],
        &["render", "a.txt"],
        &["render", "a.txt", "-o", "keluar.jpg"],
        &["render", "a.txt", "-o", "keluar.png", "--scale", "900"],
    ] {
        refuses(&folder, args, b"", 2, "--help");
    }
    let date = run_warta(&folder, &["extract", "--published", "2025-02-30", "a.txt"], b"");
    assert!(!date.status.success() && said(&date).contains("2025-02-30"), "{}", said(&date));
}

#[test]
fn a_language_without_a_pack_is_read_as_far_as_it_goes() {
    let folder = scratch("foreign");
    let text = "Die Außenminister trafen sich am Montag in Berlin und sprachen lange über den Vertrag mit Norwegen.\n";
    let output = run_warta(&folder, &["extract", "-"], text.as_bytes());
    assert!(output.status.success(), "{}", said(&output));
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert!(
        read.to_string().contains("nknownLanguage") || read.to_string().contains("unknown_language"),
        "{read}"
    );
}

#[test]
fn a_picture_is_written_whole() {
    let folder = scratch("picture");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    for name in ["a.svg", "a.png"] {
        let output = run_warta(&folder, &["render", "a.txt", "-o", name], b"");
        assert!(output.status.success(), "{}", said(&output));
        let bytes = fs::read(folder.join(name)).expect("a picture");
        let whole = if name.ends_with("svg") {
            bytes.trim_ascii_end().ends_with(b"</svg>")
        } else {
            bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.ends_with(b"IEND\xaeB`\x82")
        };
        assert!(whole, "{name}");
    }
}

/// `name` is a whole file of its kind.
fn is_whole(name: &str, bytes: &[u8]) -> bool {
    match name.rsplit_once('.') {
        Some((_, "svg")) => bytes.starts_with(b"<svg") && bytes.trim_ascii_end().ends_with(b"</svg>"),
        Some((_, "pdf")) => bytes.starts_with(b"%PDF-") && bytes.trim_ascii_end().ends_with(b"%%EOF"),
        _ => bytes.starts_with(b"\x89PNG\r\n\x1a\n") && bytes.ends_with(b"IEND\xaeB`\x82"),
    }
}

#[test]
fn hostile_names_become_whole_files() {
    let folder = scratch("hostile");
    let long = "Kementerian".to_owned() + &"panjang".repeat(1_430);
    let article = format!(
        "Menteri {long} bertemu dengan Perdana Menteri Portugal Duarte Figueira di Lisbon pada Selasa.\n\n\
         Presiden <script>alert(\"1\")</script> & 'Kawan' mengecam Rusia. \u{202e}Norwegia\u{2066}\u{7} mengecam Jepang.\n"
    );
    fs::write(folder.join("a.txt"), article).expect("writable");
    for name in ["a.svg", "a.png", "a.pdf"] {
        let args = ["render", "a.txt", "-o", name, "--notes", "--title", "<b>&\"'\u{202e}\u{1}"];
        let output = run_warta(&folder, &args, b"");
        assert!(output.status.success(), "{name}: {}", said(&output));
        let bytes = fs::read(folder.join(name)).expect("a picture");
        assert!(is_whole(name, &bytes), "{name}");
        if name == "a.svg" {
            let file = String::from_utf8(bytes).expect("UTF-8");
            assert!(!file.contains("<script") && !file.contains("<b>"));
            assert!(!file.contains(['\u{202e}', '\u{2066}', '\u{7}', '\u{1}']));
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_and_a_closed_folder_leave_no_file() {
    let folder = scratch("full");
    let article = folder.join("a.txt");
    fs::write(&article, ARTICLE).expect("writable");
    for name in ["a.svg", "a.png", "a.pdf"] {
        fs::write(folder.join(name), "yang lama").expect("writable");
        // As on a full disk: no file may grow over two blocks, and whoever tries is told so instead of ended.
        let script = "trap '' XFSZ; ulimit -f 2; exec \"$0\" \"$@\"";
        let output = std::process::Command::new("sh")
            .args(["-c", script])
            .arg(warta())
            .args(["render", "a.txt", "-o", name])
            .current_dir(&folder)
            .output()
            .expect("a shell");
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{name}: {said}");
        assert!(said.contains("no space is left") || said.contains("penyimpanan habis"), "{name}: {said}");
        assert_eq!(fs::read(folder.join(name)).expect("it stays"), b"yang lama");
        refuses(&folder, &["render", "a.txt", "-o", &format!("/sys/{name}")], b"", 1, "cannot be written");
    }
    let left: Vec<_> =
        fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left.len(), 4, "{left:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_run_that_is_ended_while_it_writes_leaves_the_old_file_and_the_next_one_sweeps_up() {
    use std::os::unix::process::ExitStatusExt as _;
    const BLOCK: usize = 512;
    const SIGXFSZ: i32 = 25;

    let folder = scratch("ended");
    fs::write(folder.join("a.txt"), ARTICLE).expect("writable");
    let picture = folder.join("a.png");
    let rendered = ["render", "a.txt", "-o", "a.png"];
    let names = || {
        let all = fs::read_dir(&folder).expect("a folder").flatten().map(|entry| entry.file_name());
        all.collect::<std::collections::BTreeSet<_>>()
    };
    assert!(run_warta(&folder, &rendered, b"").status.success());
    let new = fs::read(&picture).expect("a picture");
    let alone = names();

    fs::write(&picture, "yang lama").expect("writable");
    let all = new.len() / BLOCK;
    for blocks in [0, 1, all / 2, all] {
        // The system ends it, and without a word, with the byte that goes beyond so many blocks.
        let mut child = std::process::Command::new("sh")
            .args(["-c", "ulimit -c 0; ulimit -f \"$0\"; exec \"$@\""])
            .arg(blocks.to_string())
            .arg(warta())
            .args(rendered)
            .current_dir(&folder)
            .spawn()
            .expect("a shell");
        let passing = folder.join(format!(".a.png.{}.tmp", child.id()));
        assert_eq!(child.wait().expect("it ends").signal(), Some(SIGXFSZ), "at {blocks} of {all} blocks");
        let begun = fs::read(&passing).expect("it had begun to write");
        assert!(begun == new[..blocks * BLOCK], "{} bytes of {blocks} blocks", begun.len());
        assert_eq!(fs::read(&picture).expect("it stays"), b"yang lama");
    }

    assert!(run_warta(&folder, &rendered, b"").status.success());
    assert_eq!(fs::read(&picture).expect("a picture"), new);
    assert_eq!(names(), alone, "what ended runs have left is swept up");
}

#[test]
fn grounds_by_country_are_drawn_and_told_where_asked_for_and_move_nothing() {
    let folder = scratch("halos");
    let article = root().join("src-tauri/sample/own-id.txt").display().to_string();
    let drawn = |args: &[&str]| {
        let output =
            run_warta(&folder, &[&["render", &article, "-o", "a.svg", "--text", "real"], args].concat(), b"");
        assert!(output.status.success(), "{}", said(&output));
        fs::read_to_string(folder.join("a.svg")).expect("a picture")
    };
    let (plain, grounded) = (drawn(&[]), drawn(&["--halos"]));
    let told = "Latar menurut negara: Indonesia (";
    assert!(grounded.contains(told) && grounded.contains("; Jepang ("));
    assert!(!plain.contains(told));
    // Who is drawn with and without stands at the same place.
    let nodes = |file: &str| {
        let all = file.split("<g ").filter(|group| group.contains("data-node"));
        all.map(|group| group.split('>').next().unwrap_or_default().to_owned()).collect::<Vec<_>>()
    };
    assert!(nodes(&plain).len() > 10);
    assert_eq!(nodes(&plain), nodes(&grounded));
}

#[test]
fn a_figure_bears_the_whole_headline() {
    const HEADLINE: &str = "Menteri Perikanan Meranti dan Gubernur Pelabuhan Utara Bertemu untuk Membahas Izin Kapal \
                            Asing di Selat Barat";
    let folder = scratch("headline");
    let text = format!(
        "{HEADLINE}\n\nMenteri Perikanan Meranti bertemu Gubernur Pelabuhan Utara pada hari Senin.\n"
    );
    fs::write(folder.join("a.txt"), text).expect("a writable folder");
    let output = run_warta(&folder, &["render", "a.txt", "-o", "a.svg"], b"");
    assert!(output.status.success(), "{}", said(&output));
    let file = fs::read_to_string(folder.join("a.svg")).expect("a picture");
    assert!(file.contains(&format!("<title>{HEADLINE}</title>")));
    assert!(file.contains(&format!("article-title=\"{HEADLINE}\"")));
}

#[test]
fn a_story_is_composed_for_its_wide_sheet() {
    let folder = scratch("story");
    let article = root().join("tests/articles/selat-id.txt").display().to_string();
    let spread = |args: &[&str]| {
        let output =
            run_warta(&folder, &[&["render", &article, "-o", "a.svg", "--no-legend"], args].concat(), b"");
        assert!(output.status.success(), "{}", said(&output));
        let file = fs::read_to_string(folder.join("a.svg")).expect("a picture");
        let places = file.split("translate(").skip(1).filter_map(|rest| {
            let (x, y) = rest.split_once(')')?.0.split_once([' ', ','])?;
            Some((x.trim().parse::<f64>().ok()?, y.trim().parse::<f64>().ok()?))
        });
        let [mut low, mut high] = [(f64::MAX, f64::MAX), (f64::MIN, f64::MIN)];
        for (x, y) in places {
            low = (low.0.min(x), low.1.min(y));
            high = (high.0.max(x), high.1.max(y));
        }
        (high.0 - low.0) / (high.1 - low.1)
    };
    let (plain, story, portrait) =
        (spread(&[]), spread(&["--preset", "story"]), spread(&["--preset", "a4-portrait"]));
    assert!(story > plain * 1.3, "as the window has it {plain:.2}, story {story:.2}");
    assert!(portrait < plain, "as the window has it {plain:.2}, portrait {portrait:.2}");
}

/// A ring with chords and, apart from it, a pair.
fn edges() -> String {
    let ring = (0..14).map(|a| format!("{a} {}\n", (a + 1) % 14));
    let chords = (0..14).step_by(4).map(|a| format!("{a}\t{}\n", (a + 6) % 14));
    ring.chain(chords).chain(["\n15 16\n".to_owned()]).collect()
}

#[test]
fn edges_become_a_place_a_node_the_same_at_any_number_of_threads() {
    let folder = scratch("layout");
    fs::write(folder.join("a.el"), edges()).expect("writable");
    let run = |args: &[&str], input: &[u8]| {
        let output = run_warta(&folder, &[&["layout"], args, &["-o", "places.txt"]].concat(), input);
        assert!(output.status.success(), "{args:?}: {}", said(&output));
        fs::read_to_string(folder.join("places.txt")).expect("places")
    };
    let text = run(&["a.el"], b"");
    let places: Vec<(f64, f64)> = text
        .lines()
        .map(|line| line.split_once(' ').expect("two numbers"))
        .map(|(x, y)| (x.parse().expect("a number"), y.parse().expect("a number")))
        .collect();
    // Node 14 has no edge and a place all the same.
    assert_eq!(places.len(), 17);
    for (i, p) in places.iter().enumerate() {
        assert!(places[i + 1..].iter().all(|q| libm::hypot(p.0 - q.0, p.1 - q.1) > 0.1), "node {i}");
    }
    for threads in ["1", "4"] {
        assert_eq!(text, run(&["a.el", "--threads", threads], b""), "{threads} threads");
    }
    assert_eq!(text, run(&["-", "--algorithm", "stress"], edges().as_bytes()));
    for method in ["layered", "radial", "circular"] {
        let other = run(&["a.el", "--algorithm", method], b"");
        assert_eq!(other.lines().count(), 17, "{method}");
        assert_ne!(other, text, "{method}");
        assert_eq!(other, run(&["a.el", "--algorithm", method, "--threads", "3"], b""), "{method}");
    }
}

#[test]
fn a_graph_with_names_becomes_a_drawing_in_which_nothing_lies_on_anything() {
    let folder = scratch("drawing");
    let nodes: Vec<Value> =
        (0..24).map(|i| serde_json::json!({"r": 7 + i % 4, "lw": 40 + i * 31 % 80, "lh": 15})).collect();
    let edges: Vec<[usize; 2]> = (1..22).map(|i| [i, i / 2]).chain([[3, 17], [22, 23]]).collect();
    fs::write(folder.join("a.json"), serde_json::json!({"nodes": nodes, "edges": edges}).to_string())
        .expect("writable");
    let run = |args: &[&str]| {
        let output =
            run_warta(&folder, &[&["layout", "a.json", "--drawing", "out.json"], args].concat(), b"");
        assert!(output.status.success(), "{}", said(&output));
        fs::read(folder.join("out.json")).expect("a drawing")
    };
    assert_eq!(run(&[]), run(&["--threads", "3"]));
    for method in ["auto", "layered", "radial", "circular"] {
        nothing_meets(&run(&["--algorithm", method]), method);
    }
}

fn nothing_meets(drawing: &[u8], method: &str) {
    let drawn: Value = serde_json::from_slice(drawing).expect("JSON");
    let number = |value: &Value, name: &str| value[name].as_f64().expect("a number");
    let circles: Vec<[f64; 3]> = drawn["nodes"]
        .as_array()
        .expect("nodes")
        .iter()
        .map(|node| ["x", "y", "r"].map(|name| number(node, name)))
        .collect();
    let labels: Vec<[f64; 4]> = drawn["labels"]
        .as_array()
        .expect("labels")
        .iter()
        .map(|label| ["x0", "y0", "x1", "y1"].map(|name| number(label, name)))
        .collect();
    assert_eq!((circles.len(), labels.len()), (24, 24));
    for (i, a) in labels.iter().enumerate() {
        for (j, b) in labels.iter().enumerate().filter(|(j, _)| *j != i) {
            assert!(
                a[2] <= b[0] || b[2] <= a[0] || a[3] <= b[1] || b[3] <= a[1],
                "{method}: labels {i} and {j}"
            );
            let [x, y, r] = circles[j];
            let way = libm::hypot(x - x.clamp(a[0], a[2]), y - y.clamp(a[1], a[3]));
            assert!(way >= r, "{method}: label {i} on node {j}");
        }
    }
}

#[test]
fn a_graph_that_is_none_gets_a_sentence_and_no_file() {
    let folder = scratch("no-graph");
    let bad: [(&str, &str); 4] =
        [("", "no edge"), ("0 1\n1 x\n", "line 2"), ("0 1 2\n", "line 1"), ("0 99999999999\n", "line 1")];
    for (text, words) in bad {
        refuses(&folder, &["layout", "-", "-o", "out.txt"], text.as_bytes(), 1, words);
    }
    let bad: [(&str, &str); 4] = [
        ("{", "JSON"),
        ("{}", "nodes"),
        (r#"{"nodes": [{"r": 5, "lw": -1, "lh": 2}], "edges": []}"#, "lw"),
        (r#"{"nodes": [{"r": 5, "lw": 9, "lh": 2}], "edges": [[0, 1]]}"#, "edge 0"),
    ];
    for (text, words) in bad {
        refuses(&folder, &["layout", "-", "--drawing", "out.json"], text.as_bytes(), 1, words);
    }
    refuses(&folder, &["layout", "gone.el", "-o", "out.txt"], b"", 1, "cannot be read");
    refuses(&folder, &["layout", "-"], b"0 1\n", 2, "--help");
    let bad = ["layout", "-", "-o", "out.txt", "--algorithm", "spring"];
    refuses(&folder, &bad, b"0 1\n", 2, "auto or stress or layered or radial or circular");
    let bad = ["render", "-", "-o", "out.svg", "--layout", "spring"];
    refuses(&folder, &bad, b"Kota.", 2, "stress or layered or radial or circular or kind or timeline");
    let bad = ["render", "-", "-o", "out.svg", "--focus", "Kota"];
    refuses(&folder, &bad, b"Kota.", 2, "--layout radial");
}

#[test]
fn an_article_is_drawn_in_every_layout() {
    let folder = scratch("layouts");
    let article = root().join("src-tauri/sample/own-id.txt");
    let article = article.to_str().expect("a path of letters");
    let mut drawn = std::collections::BTreeSet::new();
    for layout in ["stress", "layered", "radial", "circular", "kind", "timeline"] {
        let args = ["render", article, "-o", "out.svg", "--layout", layout];
        let output = run_warta(&folder, &args, b"");
        assert!(output.status.success(), "{layout}: {}", said(&output));
        assert!(drawn.insert(fs::read(folder.join("out.svg")).expect("a picture")), "{layout}");
    }
}
