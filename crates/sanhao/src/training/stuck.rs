//! Detection of a stuck run: no parameter moves although the loss is not 0.

use wide::f32x4;

/// Compares the parameters from one observation to the next.
#[derive(Clone, Debug)]
pub(super) struct StuckDetector {
    /// The parameters when they were last seen to change.
    parameters: Vec<f32x4>,
    /// The updates that had been done by then.
    since: u64,
    stuck: bool,
}

impl StuckDetector {
    /// For a run that starts at these parameters.
    pub(super) fn new(parameters: &[f32x4]) -> Self {
        Self { parameters: parameters.to_vec(), since: 0, stuck: false }
    }

    /// Takes the parameters and the last update's gradient. A run is stuck once no parameter has moved for the updates
    /// of an epoch and the gradient is exactly 0.
    pub(super) fn observe(&mut self, parameters: &[f32x4], gradient: &[f32x4], updates: u64, epoch: u64) {
        if self.parameters != parameters || updates < self.since {
            self.parameters.copy_from_slice(parameters);
            self.since = updates;
        }
        self.stuck = updates - self.since >= epoch && gradient.iter().all(|&g| g == f32x4::ZERO);
    }

    /// Whether the run was stuck at the last observation.
    pub(super) fn is_stuck(&self) -> bool {
        self.stuck
    }

    /// The parameters have been replaced.
    pub(super) fn clear(&mut self) {
        self.stuck = false;
    }
}
