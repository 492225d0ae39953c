//! Scene -> PNG: the SVG of the same figure, painted. It asks the machine for no font: words are outlines by then.

use ::png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit};
use resvg::tiny_skia::{Pixmap, PremultipliedColorU8, Transform};
use resvg::usvg::{Options, Tree};

use crate::figure::{Figure, TooLarge};
use crate::scene::Scene;
use crate::svg::{clean, size, svg};

/// The figure as a PNG file, with its title, source, description and dots per inch written into it.
///
/// # Errors
/// [`TooLarge`] if a side would be longer than [`TooLarge::SIDE`], before anything is painted.
pub fn png(scene: &Scene, figure: &Figure) -> Result<Vec<u8>, TooLarge> {
    let (width, height) = pixels(size(scene, figure), figure)?;
    let picture = paint(&svg(scene, figure), width, height);
    Ok(encode(&picture, figure).expect("a picture of valid size goes into memory"))
}

/// Width and height in pixels, at least 1.
fn pixels((width, height): (f64, f64), figure: &Figure) -> Result<(u32, u32), TooLarge> {
    let scale = if figure.scale.is_finite() { figure.scale.clamp(0.25, 8.0) } else { 1.0 };
    let dots = f64::from(if figure.dpi == 0 { 96 } else { figure.dpi });
    let paper = figure.centimetres.filter(|wide| wide.is_finite()).map(|wide| (wide / 2.54 * dots).round());
    let wide = figure.width.map(f64::from).or(paper).unwrap_or((width * scale).round()).max(1.0);
    let high = (height * wide / width).round().max(1.0);
    let limit = TooLarge::SIDE;
    if wide.max(high) > f64::from(limit) {
        return Err(TooLarge { limit });
    }
    Ok((wide as u32, high as u32))
}

fn paint(document: &str, width: u32, height: u32) -> Pixmap {
    let tree = Tree::from_str(document, &Options::default()).expect("what this crate writes is well formed");
    let mut picture = Pixmap::new(width, height).expect("sides were checked");
    let (x, y) = (width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, Transform::from_scale(x, y), &mut picture.as_mut());
    picture
}

fn encode(picture: &Pixmap, figure: &Figure) -> Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(if figure.transparent { ColorType::Rgba } else { ColorType::Rgb });
    if figure.dpi > 0 {
        // Dots per metre.
        let dots = (f64::from(figure.dpi) / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(PixelDimensions { xppu: dots, yppu: dots, unit: Unit::Meter }));
    }
    let made = figure.provenance.as_ref();
    let software = made.map_or("Wartagraf".to_owned(), |made| format!("Wartagraf {}", made.version));
    let words = [
        ("Title", figure.title.as_deref()),
        ("Source", figure.credit.as_deref()),
        ("Description", Some(figure.description.as_str())),
        ("Software", Some(software.as_str())),
        ("Article SHA-256", made.map(|made| made.sha256.as_str())),
        ("Article title", made.map(|made| made.title.as_str())),
        ("Date read", made.and_then(|made| made.read.as_deref())),
    ];
    for (name, text) in words {
        let text = text.map(clean).unwrap_or_default();
        if !text.is_empty() {
            encoder.add_itxt_chunk(name.to_owned(), text)?;
        }
    }
    let pixels = picture.pixels().iter().map(PremultipliedColorU8::demultiply);
    let bytes: Vec<u8> = if figure.transparent {
        pixels.flat_map(|c| [c.red(), c.green(), c.blue(), c.alpha()]).collect()
    } else {
        pixels.flat_map(|c| [c.red(), c.green(), c.blue()]).collect()
    };
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&bytes)?;
    writer.finish()?;
    Ok(file)
}
