//! Sheet -> SVG, written directly.
//!
//! Words are outlines from the bundled family, so that a file looks the same on every machine and in every program; or
//! text, where the reader wants to edit it. As outlines each is also in the file as text (`aria-label`). The whole is
//! told in `<title>` and `<desc>`. A character that the family lacks is an empty box among outlines, and a glyph of
//! another font, in the room of that box, in text.

use model::Language;

use crate::figure::{Figure, Lettering};
use crate::outline::{Outlines, put_number};
use crate::plan::clean;
use crate::scene::Scene;
use crate::sheet::{Block, Group, HALO, Ink, Line, Of, Painter, Sheet};

/// The family, then what is most like it where it is not installed.
const FAMILY: &str = "Inter, 'Noto Sans', 'Segoe UI', Cantarell, Helvetica, Arial, sans-serif";

/// The figure as an SVG document. The same scene and figure are the same bytes.
pub fn svg(scene: &Scene, figure: &Figure) -> String {
    let sheet = Sheet::of(scene, figure);
    let mut page = Page {
        out: String::with_capacity(1 << 20),
        text: figure.lettering == Lettering::Text,
        outlines: Outlines::default(),
    };
    page.open(&sheet, figure);
    sheet.paint(&mut page);
    page.out.push_str("</svg>\n");
    page.out
}

/// The document being written.
struct Page {
    out: String,
    text: bool,
    outlines: Outlines,
}

impl Page {
    /// Root, and words for those who cannot see it.
    fn open(&mut self, sheet: &Sheet<'_>, figure: &Figure) {
        let (w, h) = (sheet.plan.width, sheet.plan.height);
        let (lang, unnamed) = match figure.language {
            Language::Indonesian => ("id", "Graf peristiwa"),
            Language::English | Language::Other => ("en", "Graph of events"),
        };
        self.out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.number("width", w);
        self.number("height", h);
        self.out.push_str(" viewBox=\"0 0 ");
        put_number(&mut self.out, w);
        self.out.push(' ');
        put_number(&mut self.out, h);
        self.out.push_str("\" role=\"img\"");
        self.attribute("lang", lang);
        if self.text {
            self.attribute("font-family", FAMILY);
            self.attribute("font-feature-settings", "'tnum'");
        }
        self.out.push_str(">\n");
        let title = figure.title.as_deref().map(clean).filter(|title| !title.is_empty());
        self.element("title", title.as_deref().unwrap_or(unnamed));
        let told = clean(&figure.description);
        if !told.is_empty() {
            self.element("desc", &told);
        }
        if let Some(made) = &figure.provenance {
            self.out.push_str("<metadata><provenance xmlns=\"urn:wartagraf:provenance\"");
            self.attribute("article-sha256", &clean(&made.sha256));
            self.attribute("article-title", &clean(&made.title));
            if let Some(day) = &made.read {
                self.attribute("read", &clean(day));
            }
            self.attribute("version", &clean(&made.version));
            self.out.push_str("/></metadata>\n");
        }
    }

    fn element(&mut self, name: &str, text: &str) {
        self.out.extend(["<", name, ">"]);
        escape(&mut self.out, text);
        self.out.extend(["</", name, ">\n"]);
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.extend([" ", name, "=\""]);
        escape(&mut self.out, value);
        self.out.push('"');
    }

    fn number(&mut self, name: &str, value: f64) {
        self.out.extend([" ", name, "=\""]);
        put_number(&mut self.out, value);
        self.out.push('"');
    }

    fn pair(&mut self, a: f64, b: f64) {
        put_number(&mut self.out, a);
        self.out.push(' ');
        put_number(&mut self.out, b);
    }

    fn line(&mut self, line: &Line<'_>) {
        self.attribute("stroke", line.color);
        self.number("stroke-width", line.width);
        self.out.push_str(" stroke-linejoin=\"round\"");
        if line.round {
            self.out.push_str(" stroke-linecap=\"round\"");
        }
        for (at, length) in line.dash.iter().enumerate() {
            self.out.push_str(if at == 0 { " stroke-dasharray=\"" } else { " " });
            put_number(&mut self.out, *length);
        }
        if !line.dash.is_empty() {
            self.out.push('"');
        }
    }

    /// Halo and fill are two elements, for readers without `paint-order`.
    fn outlined(&mut self, block: &Block) {
        let mut d = String::new();
        for words in &block.lines {
            self.outlines.line(&mut d, &words.glyphs, block.size, block.weight, (words.x, words.y));
        }
        let grouped = block.halo.is_some();
        self.out.push_str(if grouped { "<g" } else { "<path" });
        if !block.told.is_empty() {
            self.out.push_str(" role=\"img\"");
            self.attribute("aria-label", &block.told);
        }
        if let Some(halo) = block.halo {
            self.out.extend(["><path d=\"", &d, "\" fill=\"none\""]);
            self.line(&Line { color: halo, width: HALO, dash: &[], round: false });
            self.out.push_str("/><path");
        }
        self.out.extend([" d=\"", &d, "\""]);
        self.attribute("fill", block.color);
        self.out.push_str(if grouped { "/></g>\n" } else { "/>\n" });
    }

    fn texts(&mut self, block: &Block) {
        for words in block.lines.iter().filter(|words| !words.text.trim().is_empty()) {
            let put = |page: &mut Self, halo: Option<&'static str>| {
                page.out.push_str("<text");
                page.number("x", words.x);
                page.number("y", words.y);
                page.number("font-size", block.size);
                page.number("font-weight", f64::from(block.weight));
                // Another font than Inter is set to the same width: nothing runs into its neighbour.
                page.number("textLength", words.width);
                page.out.push_str(" lengthAdjust=\"spacingAndGlyphs\"");
                if let Some(color) = halo {
                    page.out.push_str(" fill=\"none\" aria-hidden=\"true\"");
                    page.line(&Line { color, width: HALO, dash: &[], round: false });
                } else {
                    page.attribute("fill", block.color);
                }
                page.out.push('>');
                escape(&mut page.out, &words.text);
                page.out.push_str("</text>\n");
            };
            if block.halo.is_some() {
                put(self, block.halo);
            }
            put(self, None);
        }
    }
}

impl Painter for Page {
    fn begin(&mut self, group: &Group<'_>) {
        self.out.push_str("<g");
        match group.of {
            Of::Part => {}
            Of::Node(id) => self.attribute("data-node", &clean(id)),
            Of::Claim(id) => self.attribute("data-claim", &clean(id)),
        }
        let moved = group.at != (0.0, 0.0);
        if moved || group.turn != 0.0 {
            self.out.push_str(" transform=\"translate(");
            self.pair(group.at.0, group.at.1);
            if group.turn != 0.0 {
                self.out.push_str(") rotate(");
                put_number(&mut self.out, group.turn);
            }
            self.out.push_str(")\"");
        }
        if group.opacity < 1.0 {
            self.number("opacity", group.opacity.max(0.0));
        }
        self.out.push('>');
    }

    fn end(&mut self) {
        self.out.push_str("</g>\n");
    }

    fn path(&mut self, d: &str, ink: &Ink<'_>) {
        self.out.push_str("<path");
        self.attribute("d", d);
        self.attribute("fill", ink.fill.unwrap_or("none"));
        if let Some(line) = &ink.line {
            self.line(line);
        }
        self.out.push_str("/>");
    }

    fn curve(&mut self, curve: &[f64; 8], line: &Line<'_>) {
        self.out.push_str("<path d=\"M");
        self.pair(curve[0], curve[1]);
        for (at, point) in curve[2..].chunks_exact(2).enumerate() {
            self.out.push(if at == 0 { 'C' } else { ' ' });
            self.pair(point[0], point[1]);
        }
        self.out.push_str("\" fill=\"none\"");
        self.line(line);
        self.out.push_str("/>");
    }

    fn words(&mut self, block: &Block) {
        if self.text { self.texts(block) } else { self.outlined(block) }
    }
}

/// Text that may stand between tags and in an attribute.
fn escape(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}
