//! The history of a run's losses, in fixed memory however long it runs.

use ndarray::ArrayView2;

/// The losses after one epoch.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Point {
    /// Epochs done; 0 is the start.
    pub epoch: u64,
    /// Mean loss over the training students, without penalties, in units of the loss.
    pub training: f64,
    /// Mean loss over the held-out students, if there are any.
    pub held_out: Option<f64>,
}

/// The losses after every `stride`-th epoch. When [`History::MAX_POINTS`] points are full, every second one goes and the
/// stride doubles: what is kept depends on the number of epochs alone, not on how they were run.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    points: Vec<Point>,
    /// A row of `width` parameters a point.
    trace: Vec<f32>,
    width: usize,
    /// A power of two.
    stride: u64,
}

impl History {
    /// The most points kept.
    pub const MAX_POINTS: usize = 1024;

    /// The most parameters of a network whose trace is kept.
    pub const MAX_TRACED_PARAMETERS: usize = 64;

    /// For a network of so many parameters.
    pub(crate) fn new(parameters: usize) -> Self {
        let width = if parameters > Self::MAX_TRACED_PARAMETERS { 0 } else { parameters };
        let trace = Vec::with_capacity(width * Self::MAX_POINTS);
        Self { points: Vec::with_capacity(Self::MAX_POINTS), trace, width, stride: 1 }
    }

    /// Whether the losses after this epoch are to be kept. Asked before they are computed, because that takes a pass
    /// over all students. While a run is replayed they are there already.
    pub(crate) fn wants(&self, epoch: u64) -> bool {
        self.keeps(epoch) && self.points.last().is_none_or(|last| last.epoch < epoch)
    }

    fn keeps(&self, epoch: u64) -> bool {
        epoch & (self.stride - 1) == 0
    }

    /// Removes the points after an epoch.
    pub(crate) fn forget_after(&mut self, epoch: u64) {
        self.points.truncate(self.points.partition_point(|point| point.epoch <= epoch));
        self.trace.truncate(self.points.len() * self.width);
    }

    /// Adds a point that [`History::wants`] and returns the row for its parameters, which is empty where no trace is kept.
    pub(crate) fn push(&mut self, point: Point) -> &mut [f32] {
        if self.points.len() == Self::MAX_POINTS {
            self.stride *= 2;
            self.thin_out();
        }
        let from = self.trace.len();
        if self.keeps(point.epoch) {
            self.points.push(point);
            self.trace.resize(from + self.width, 0.0);
        }
        &mut self.trace[from..]
    }

    fn thin_out(&mut self) {
        let mut kept = 0;
        for i in 0..self.points.len() {
            if self.keeps(self.points[i].epoch) {
                self.points[kept] = self.points[i];
                self.trace.copy_within(i * self.width..(i + 1) * self.width, kept * self.width);
                kept += 1;
            }
        }
        self.points.truncate(kept);
        self.trace.truncate(kept * self.width);
    }

    /// Removes the last point if it is that of this epoch, which is about to be added again; returns whether it was.
    pub(crate) fn take_back(&mut self, epoch: u64) -> bool {
        let last = self.points.pop_if(|point| point.epoch == epoch).is_some();
        self.trace.truncate(self.points.len() * self.width);
        last
    }

    /// The points kept, oldest first.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// Points × parameters: the parameters at each of the [`points`](History::points), in raw score units. No columns for
    /// networks of more than [`History::MAX_TRACED_PARAMETERS`] parameters.
    #[allow(clippy::expect_used, reason = "every point has its row")]
    pub fn trace(&self) -> ArrayView2<'_, f32> {
        ArrayView2::from_shape((self.points.len(), self.width), &self.trace).expect("one row a point")
    }
}

#[cfg(test)]
mod tests {
    use ndarray::array;

    use super::*;

    #[test]
    fn a_million_epochs_stay_within_the_limit_evenly_spaced_from_the_start() {
        let mut history = History::new(2);
        for epoch in 0..1_000_000 {
            if history.wants(epoch) {
                let row = history.push(Point { epoch, training: 0.0, held_out: None });
                if let [a, b] = row {
                    (*a, *b) = (epoch as f32, -(epoch as f32));
                }
            }
        }
        let epochs: Vec<u64> = history.points().iter().map(|point| point.epoch).collect();
        assert!((History::MAX_POINTS / 2..=History::MAX_POINTS).contains(&epochs.len()));
        assert!(epochs.iter().enumerate().all(|(i, &epoch)| epoch == i as u64 * history.stride));
        assert!(1_000_000 - epochs[epochs.len() - 1] <= history.stride);
        let traced: Vec<f32> = epochs.iter().flat_map(|&epoch| [epoch as f32, -(epoch as f32)]).collect();
        assert_eq!(history.trace().as_slice(), Some(&*traced), "the parameters of a point stay with it");
    }

    #[test]
    fn the_last_point_can_be_kept_anew() {
        let mut history = History::new(1);
        let point = |epoch, training| Point { epoch, training, held_out: None };
        history.push(point(0, 3.0)).fill(7.0);
        history.push(point(1, 2.0)).fill(8.0);
        assert!(!history.take_back(0) && history.take_back(1));
        history.push(point(1, 1.0)).fill(9.0);
        assert_eq!(
            (history.points(), history.trace()),
            (&[point(0, 3.0), point(1, 1.0)][..], array![[7.0], [9.0]].view())
        );
        let wide = &mut History::new(History::MAX_TRACED_PARAMETERS + 1);
        assert!(wide.push(point(0, 3.0)).is_empty() && wide.trace().is_empty());
    }
}
