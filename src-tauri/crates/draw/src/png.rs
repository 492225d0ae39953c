//! Sheet -> PNG: painted, then written row by row.

use std::io::Write as _;

use ::png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter, PixelDimensions, Unit};
use tiny_skia::{Pixmap, PremultipliedColorU8};

use crate::figure::{Figure, TooLarge};
use crate::plan::clean;
use crate::raster::Raster;
use crate::scene::Scene;
use crate::sheet::Sheet;

/// The figure as a PNG file, with its title, source, description, provenance and dots per inch written into it.
///
/// # Errors
/// [`TooLarge`] if a side would be longer than [`TooLarge::SIDE`], before anything is painted.
pub fn png(scene: &Scene, figure: &Figure) -> Result<Vec<u8>, TooLarge> {
    let picture = paint(scene, figure)?;
    Ok(encode(&picture, figure).expect("a picture of valid size goes into memory"))
}

/// The figure as pixels: width, height, and four bytes (red, green, blue, alpha, not premultiplied) for each, row by row.
///
/// # Errors
/// As [`png`].
pub fn pixels(scene: &Scene, figure: &Figure) -> Result<(u32, u32, Vec<u8>), TooLarge> {
    let picture = paint(scene, figure)?;
    Ok((picture.width(), picture.height(), rows::<4>(picture.pixels())))
}

fn paint(scene: &Scene, figure: &Figure) -> Result<Pixmap, TooLarge> {
    let sheet = Sheet::of(scene, figure);
    let (w, h) = (sheet.plan.width, sheet.plan.height);
    let (width, height) = sides_of((w, h), figure)?;
    let scale = ((f64::from(width) / w) as f32, (f64::from(height) / h) as f32);
    let mut raster = Raster::new(width, height, scale).ok_or(TooLarge { limit: TooLarge::SIDE })?;
    sheet.paint(&mut raster);
    Ok(raster.picture())
}

/// Width and height of the PNG in pixels, before anything is painted.
///
/// # Errors
/// As [`png`].
pub fn sides(scene: &Scene, figure: &Figure) -> Result<(u32, u32), TooLarge> {
    let plan = Sheet::of(scene, figure).plan;
    sides_of((plan.width, plan.height), figure)
}

/// At least 1.
fn sides_of((width, height): (f64, f64), figure: &Figure) -> Result<(u32, u32), TooLarge> {
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

fn encode(picture: &Pixmap, figure: &Figure) -> Result<Vec<u8>, EncodingError> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, picture.width(), picture.height());
    encoder.set_depth(BitDepth::Eight);
    encoder.set_color(if figure.transparent { ColorType::Rgba } else { ColorType::Rgb });
    encoder.set_compression(Compression::Fastest);
    // Most rows repeat the one above.
    encoder.set_filter(Filter::Up);
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
    let mut writer = encoder.write_header()?;
    let mut stream = writer.stream_writer()?;
    for row in picture.pixels().chunks_exact(picture.width() as usize) {
        let bytes = if figure.transparent { rows::<4>(row) } else { rows::<3>(row) };
        stream.write_all(&bytes)?;
    }
    stream.finish()?;
    writer.finish()?;
    Ok(file)
}

/// The first channels of each pixel, not premultiplied.
fn rows<const CHANNELS: usize>(pixels: &[PremultipliedColorU8]) -> Vec<u8> {
    let mut bytes = vec![0; pixels.len() * CHANNELS];
    for (to, pixel) in bytes.chunks_exact_mut(CHANNELS).zip(pixels) {
        let color = if pixel.is_opaque() {
            [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
        } else {
            let plain = pixel.demultiply();
            [plain.red(), plain.green(), plain.blue(), plain.alpha()]
        };
        to.copy_from_slice(&color[..CHANNELS]);
    }
    bytes
}
