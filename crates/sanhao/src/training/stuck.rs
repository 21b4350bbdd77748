//! When a run is stuck: nothing moves although there is something left to learn.

use wide::f32x4;

/// The parameters that were last seen to be others than before, and after how many updates that was.
pub(crate) struct StuckDetector {
    parameters: Vec<f32x4>,
    since: u64,
    reached: bool,
}

impl StuckDetector {
    /// Of a run that starts at these parameters.
    pub(crate) fn new(parameters: &[f32x4]) -> Self {
        Self { parameters: parameters.to_vec(), since: 0, reached: false }
    }

    /// Takes note of the parameters and of the last update's gradient. They are still once no parameter has moved for an
    /// epoch's updates and the gradient is exactly 0.
    pub(crate) fn see(&mut self, parameters: &[f32x4], gradient: &[f32x4], updates: u64, epoch: u64) {
        if self.parameters != parameters || updates < self.since {
            self.parameters.copy_from_slice(parameters);
            self.since = updates;
        }
        self.reached = updates - self.since >= epoch && gradient.iter().all(|&g| g == f32x4::ZERO);
    }

    /// Whether they were still when they were last seen.
    pub(crate) fn reached(&self) -> bool {
        self.reached
    }

    /// The parameters have been put elsewhere.
    pub(crate) fn end(&mut self) {
        self.reached = false;
    }
}
