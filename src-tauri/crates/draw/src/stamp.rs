//! Covers laid on pixels: of a shape as it is counted, or kept as a stamp that is pressed time and again.

use tiny_skia::{Path, Transform};

use crate::canvas::Canvas;
use crate::cover::{Cover, Window};

/// How much of each pixel a glyph or shape covers, 0 to 255, relative to the pixel of its origin.
pub(crate) struct Stamp {
    /// Its first pixel.
    at: (i32, i32),
    wide: usize,
    cover: Vec<u8>,
}

/// Lays a colour on the pixels of a picture as far as a shape covers them.
pub(crate) fn lay(on: &mut Canvas, by: &mut Cover, shape: &Path, place: Transform, color: [u8; 3]) {
    let all = Window { left: 0, top: 0, right: on.width() as i32, bottom: on.height() as i32 };
    let Some(window) = Window::about(shape, place).and_then(|window| window.within(all)) else { return };
    let ink = Inked::of(color);
    let wide = on.width() as usize;
    let data = on.bytes_mut();
    by.rows(shape, place, window, |y, x, cover| {
        let start = (y as usize * wide + x as usize) * 4;
        ink.row(&mut data[start..start + cover.len() * 4], cover);
    });
}

impl Stamp {
    /// What a shape covers.
    pub(crate) fn covering(by: &mut Cover, shape: Option<&Path>, place: Transform) -> Self {
        let window = shape.and_then(|shape| Some((shape, Window::about(shape, place)?)));
        let Some((shape, window)) = window else {
            return Self { at: (0, 0), wide: 0, cover: Vec::new() };
        };
        let wide = (window.right - window.left) as usize;
        let mut cover = vec![0; wide * (window.bottom - window.top) as usize];
        by.rows(shape, place, window, |y, x, row| {
            let start = (y - window.top) as usize * wide + (x - window.left) as usize;
            cover[start..start + row.len()].copy_from_slice(row);
        });
        Self { at: (window.left, window.top), wide, cover }
    }

    /// Lays the colour on an opaque or transparent picture as far as the glyph or shape, its origin in that pixel, covers it.
    pub(crate) fn press(&self, on: &mut Canvas, origin: (i32, i32), color: [u8; 3]) {
        let (left, top) = (origin.0 + self.at.0, origin.1 + self.at.1);
        let (wide, high) = (on.width() as i32, on.height() as i32);
        // Columns of the stamp that lie within the picture.
        let from = (-left).clamp(0, self.wide as i32) as usize;
        let to = (wide - left).clamp(0, self.wide as i32) as usize;
        if self.wide == 0 || from >= to {
            return;
        }
        let ink = Inked::of(color);
        let data = on.bytes_mut();
        for (row, cover) in (top..).zip(self.cover.chunks_exact(self.wide)) {
            if row < 0 || row >= high {
                continue;
            }
            let start = (row as usize * wide as usize + (left + from as i32) as usize) * 4;
            ink.row(&mut data[start..start + (to - from) * 4], &cover[from..to]);
        }
    }
}

/// Pixels that are blended at once: with so many, and no choice between them, the compiler takes the processor's vectors.
const EIGHT: usize = 8;

/// The four channels of a colour, for each of as many pixels as are blended at once.
struct Inked {
    /// Once as they are stored, once to be reckoned with.
    whole: [u8; EIGHT * 4],
    wide: [u16; EIGHT * 4],
}

impl Inked {
    fn of(color: [u8; 3]) -> Self {
        let mut whole = [255; EIGHT * 4];
        for pixel in whole.chunks_exact_mut(4) {
            pixel[..3].copy_from_slice(&color);
        }
        Self { whole, wide: whole.map(u16::from) }
    }

    /// Lays the colour on pixels as far as each is covered.
    fn row(&self, pixels: &mut [u8], cover: &[u8]) {
        let mut pixels = pixels.chunks_exact_mut(EIGHT * 4);
        let mut covers = cover.chunks_exact(EIGHT);
        for (pixels, cover) in (&mut pixels).zip(&mut covers) {
            // Most are covered not at all or wholly, and a number is compared at once.
            match <[u8; EIGHT]>::try_from(cover).map(u64::from_ne_bytes) {
                Ok(0) => {}
                Ok(u64::MAX) => pixels.copy_from_slice(&self.whole),
                _ => self.blend(pixels, cover),
            }
        }
        self.blend(pixels.into_remainder(), covers.remainder());
    }

    /// At most [`EIGHT`] pixels.
    fn blend(&self, pixels: &mut [u8], cover: &[u8]) {
        let mut parts = [0_u16; EIGHT * 4];
        for (parts, cover) in parts.chunks_exact_mut(4).zip(cover) {
            parts.fill(u16::from(*cover));
        }
        for ((under, over), part) in pixels.iter_mut().zip(self.wide).zip(parts) {
            // Rounded division by 255: nothing covered leaves what is there, all covered leaves the colour.
            let sum = over * part + u16::from(*under) * (255 - part) + 128;
            *under = ((sum + (sum >> 8)) >> 8) as u8;
        }
    }
}
