//! The history of a run's losses, in fixed memory however long it runs.

use alloc::vec::Vec;

/// The losses after one epoch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// Epochs done; 0 is the start.
    pub epoch: u64,
    /// Mean loss over the training students.
    pub training: f64,
    /// Mean loss over the held-out students, if there are any.
    pub held_out: Option<f64>,
}

/// The losses after every `stride`-th epoch. When [`History::MOST`] points are full, every second one goes and the
/// stride doubles: what is kept depends on the number of epochs alone, not on how they were run.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    points: Vec<Point>,
    /// A power of two.
    stride: u64,
}

impl History {
    /// The most points kept.
    pub const MOST: usize = 1024;

    pub(crate) fn new() -> Self {
        Self { points: Vec::with_capacity(Self::MOST), stride: 1 }
    }

    /// Whether the losses after this epoch are to be kept; asked first, because they cost a pass over all students.
    pub(crate) fn wants(&self, epoch: u64) -> bool {
        epoch & (self.stride - 1) == 0
    }

    /// Keeps a point that [`History::wants`].
    pub(crate) fn push(&mut self, point: Point) {
        if self.points.len() == Self::MOST {
            self.stride *= 2;
            let stride = self.stride;
            self.points.retain(|kept| kept.epoch.is_multiple_of(stride));
        }
        if self.wants(point.epoch) {
            self.points.push(point);
        }
    }

    /// The points kept, oldest first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_million_epochs_stay_within_the_limit_evenly_spaced_from_the_start() {
        let mut history = History::new();
        for epoch in 0..1_000_000 {
            if history.wants(epoch) {
                history.push(Point { epoch, training: 0.0, held_out: None });
            }
        }
        let epochs: Vec<u64> = history.points().iter().map(|point| point.epoch).collect();
        assert!((History::MOST / 2..=History::MOST).contains(&epochs.len()));
        assert!(epochs.iter().enumerate().all(|(i, &epoch)| epoch == i as u64 * history.stride));
        assert!(1_000_000 - epochs[epochs.len() - 1] <= history.stride);
    }
}
