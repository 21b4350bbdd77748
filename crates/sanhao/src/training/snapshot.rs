//! A run at one update, kept in order to go back to it.

use wide::f32x4;

use crate::math::random::Random;
use crate::training::optimizer::OptimizerState;
use crate::training::progress::Progress;

/// Everything that decides how a run goes on after some update, bit for bit.
#[derive(Debug)]
pub(super) struct Snapshot {
    pub(super) learning_rate: f64,
    pub(super) parameters: Vec<f32x4>,
    pub(super) optimizer: OptimizerState,
    /// The order of the training students; empty in a run without shuffling.
    pub(super) order: Vec<usize>,
    pub(super) random: Random,
    pub(super) progress: Progress,
}

impl Snapshot {
    /// The updates that had been done.
    pub(super) fn updates(&self) -> u64 {
        self.progress.updates
    }

    /// Its memory in bytes, roughly.
    pub(super) fn bytes(&self) -> usize {
        let vectors = self.parameters.len() + self.optimizer.memory().map(<[_]>::len).iter().sum::<usize>();
        size_of_val(self) + vectors * size_of::<f32x4>() + size_of_val(self.order.as_slice())
    }
}
