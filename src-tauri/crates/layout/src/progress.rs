//! How far the work is, told as it goes, and the caller's word whether it shall go on.

/// Told the share of the work that is done (`0.0..=1.0`, never falling); `false` stops the work.
pub type Progress<'a> = dyn FnMut(f64) -> bool + 'a;

/// A stretch of the whole work, so that a step knows nothing of those before and after it.
pub(crate) struct Watch<'a> {
    tell: &'a mut Progress<'a>,
    from: f64,
    to: f64,
}

impl<'a> Watch<'a> {
    pub(crate) fn new(tell: &'a mut Progress<'a>) -> Self {
        Self { tell, from: 0.0, to: 1.0 }
    }

    /// For a step that is the stretch between two shares of this one.
    pub(crate) fn stretch(&mut self, from: f64, to: f64) -> Watch<'_> {
        let at = |share: f64| self.from + (self.to - self.from) * share;
        let (from, to) = (at(from), at(to));
        Watch { tell: &mut *self.tell, from, to }
    }

    /// Whether to go on after this share of the present stretch.
    pub(crate) fn reached(&mut self, share: f64) -> bool {
        (self.tell)(self.from + (self.to - self.from) * share)
    }
}
