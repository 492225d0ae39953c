//! Sheet -> PNG: painted, then written row by row.

use ::png::{BitDepth, ColorType, Encoder, EncodingError, PixelDimensions, Unit, chunk};
use fdeflate::Compressor;
use tiny_skia::PremultipliedColorU8;

use crate::canvas::Canvas;
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
    Ok((picture.width(), picture.height(), picture.bytes().chunks_exact(4).flat_map(plain::<4>).collect()))
}

fn paint(scene: &Scene, figure: &Figure) -> Result<Canvas, TooLarge> {
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

fn encode(picture: &Canvas, figure: &Figure) -> Result<Vec<u8>, EncodingError> {
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
    let mut writer = encoder.write_header()?;
    let data = if figure.transparent { deflated::<4>(picture)? } else { deflated::<3>(picture)? };
    for part in data.chunks(1 << 20) {
        writer.write_chunk(chunk::IDAT, part)?;
    }
    writer.finish()?;
    Ok(file)
}

/// The rows, each as its difference from the one above (filter "Up": most pixels repeat those above them), deflated.
///
/// The encoder of `png` does the same, but hands each 8 bytes of the result on by themselves, which takes longer than the
/// whole compression.
fn deflated<const CHANNELS: usize>(picture: &Canvas) -> Result<Vec<u8>, EncodingError> {
    const UP: u8 = 2;
    let wide = picture.width() as usize;
    let above_all = vec![0; wide * 4];
    let mut above = above_all.as_slice();
    let mut row = vec![0; 1 + wide * CHANNELS];
    // A figure takes less than a quarter: without this the file would be moved whenever it outgrows its room.
    let mut to = Compressor::new(Vec::with_capacity(picture.bytes().len() / 8))?;
    for pixels in picture.bytes().chunks_exact(wide * 4) {
        row.fill(0);
        row[0] = UP;
        // Four pixels at once, as long as they repeat those above.
        let four = |part: &[u8]| <[u8; 16]>::try_from(part).ok().map(u128::from_ne_bytes);
        let parts = row[1..].chunks_mut(4 * CHANNELS).zip(pixels.chunks(16)).zip(above.chunks(16));
        for ((out, now), before) in parts {
            // Numbers are compared at once, and slices by a call; the last pixels of a row may be fewer.
            if four(now).is_some_and(|now| four(before) == Some(now)) {
                continue;
            }
            let both = now.chunks_exact(4).zip(before.chunks_exact(4));
            for (out, (now, before)) in out.chunks_exact_mut(CHANNELS).zip(both) {
                let (now, before) = (plain::<CHANNELS>(now), plain::<CHANNELS>(before));
                for channel in 0..CHANNELS {
                    out[channel] = now[channel].wrapping_sub(before[channel]);
                }
            }
        }
        to.write_data(&row)?;
        above = pixels;
    }
    Ok(to.finish()?)
}

/// The first channels of a pixel, not premultiplied.
fn plain<const CHANNELS: usize>(pixel: &[u8]) -> [u8; CHANNELS] {
    let mut out = [0; CHANNELS];
    let alpha = pixel[3];
    if alpha == 255 {
        out.copy_from_slice(&pixel[..CHANNELS]);
    } else if let Some(color) = PremultipliedColorU8::from_rgba(pixel[0], pixel[1], pixel[2], alpha) {
        let color = color.demultiply();
        out.copy_from_slice(&[color.red(), color.green(), color.blue(), alpha][..CHANNELS]);
    }
    out
}
