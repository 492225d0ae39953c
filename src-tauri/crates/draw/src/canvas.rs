//! Memory to paint on.

use tiny_skia::{IntSize, PixmapMut, PixmapRef};

/// Pixels, four bytes each (red, green, blue, alpha, premultiplied), row by row.
///
/// A picture for print has tens of megabytes, and is painted here and there. In pages of the usual 4 KiB a tenth of the time
/// goes into handing them out and finding them; so a large one asks for large pages, where the system knows such.
pub(crate) struct Canvas {
    bytes: Bytes,
    size: IntSize,
}

enum Bytes {
    Few(Vec<u8>),
    #[cfg(target_os = "linux")]
    Many(memmap2::MmapMut),
}

/// From so many bytes on, large pages (of 2 MiB on most machines) are asked for.
#[cfg(target_os = "linux")]
const MANY: usize = 8 << 20;

impl Canvas {
    /// Of nothing but transparent pixels. None if a side is 0 or the whole is more than can be addressed.
    pub(crate) fn new(width: u32, height: u32) -> Option<Self> {
        let size = IntSize::from_wh(width, height)?;
        let length = (width as usize).checked_mul(height as usize)?.checked_mul(4)?;
        let canvas = Self { bytes: Bytes::of(length), size };
        PixmapRef::from_bytes(canvas.bytes(), width, height)?;
        Some(canvas)
    }

    pub(crate) fn width(&self) -> u32 {
        self.size.width()
    }

    pub(crate) fn height(&self) -> u32 {
        self.size.height()
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        match &self.bytes {
            Bytes::Few(bytes) => bytes,
            #[cfg(target_os = "linux")]
            Bytes::Many(bytes) => bytes,
        }
    }

    pub(crate) fn bytes_mut(&mut self) -> &mut [u8] {
        match &mut self.bytes {
            Bytes::Few(bytes) => bytes,
            #[cfg(target_os = "linux")]
            Bytes::Many(bytes) => bytes,
        }
    }

    pub(crate) fn pixels(&self) -> PixmapRef<'_> {
        let (width, height) = (self.width(), self.height());
        PixmapRef::from_bytes(self.bytes(), width, height).expect("`new` has tried it")
    }

    pub(crate) fn pixels_mut(&mut self) -> PixmapMut<'_> {
        let (width, height) = (self.width(), self.height());
        PixmapMut::from_bytes(self.bytes_mut(), width, height).expect("`new` has tried it")
    }
}

impl Bytes {
    /// All zero.
    fn of(length: usize) -> Self {
        #[cfg(target_os = "linux")]
        if length >= MANY
            && let Ok(map) = memmap2::MmapMut::map_anon(length)
        {
            // A system without large pages says so, and hands out small ones.
            let _ = map.advise(memmap2::Advice::HugePage);
            return Self::Many(map);
        }
        Self::Few(vec![0; length])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_canvas_is_transparent_whatever_its_size() {
        for (width, height) in [(1, 1), (3, 700), (2048, 1024), (4099, 513)] {
            let mut canvas = Canvas::new(width, height).unwrap();
            assert_eq!(canvas.bytes().len(), (width * height * 4) as usize);
            assert!(canvas.bytes().iter().all(|byte| *byte == 0));
            canvas.bytes_mut()[(width * height * 4 - 1) as usize] = 255;
            assert_eq!(
                canvas.pixels().pixel(width - 1, height - 1).map(tiny_skia::PremultipliedColorU8::alpha),
                Some(255)
            );
            assert_eq!(canvas.pixels_mut().width(), width);
        }
        assert!(Canvas::new(0, 7).is_none());
        assert!(Canvas::new(u32::MAX, u32::MAX).is_none());
    }
}
