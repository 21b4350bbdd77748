//! How far a run has come.

use crate::training::divergence::loss_limit;
use crate::training::loss_windows::LossWindows;

/// The counters of a run and the signals of how it stands.
#[derive(Clone, Debug)]
pub(super) struct Progress {
    /// Updates done.
    pub(super) updates: u64,
    /// The next batch of this epoch.
    pub(super) batch: usize,
    /// Epochs done.
    pub(super) epoch: u64,
    /// The sum of this epoch's losses so far, each with the penalties.
    pub(super) epoch_objective: f64,
    /// The largest mean loss of a batch; beyond it the run has diverged.
    pub(super) loss_limit: f64,
    pub(super) diverged: bool,
    /// The epochs' mean losses with penalties since the start or the last change by hand.
    pub(super) losses: LossWindows,
}

impl Progress {
    /// At the start of a run.
    pub(super) fn new() -> Self {
        Self {
            updates: 0,
            batch: 0,
            epoch: 0,
            epoch_objective: 0.0,
            loss_limit: loss_limit(0.0),
            diverged: false,
            losses: LossWindows::new(),
        }
    }
}
