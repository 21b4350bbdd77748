//! The criterion of convergence.

use crate::spec::training::Loss;

/// Epochs before the first comparison of best losses.
const FIRST_LOOK: u64 = 2000;

/// From one comparison to the next the best loss must fall by this fraction of itself; otherwise the run has converged.
const LEAST_GAIN: f64 = 1e-3;

/// A loss of this fraction of the first epoch's leaves nothing worth learning; for a loss that squares errors, the square of
/// this fraction …
const SMALL: f64 = 1e-4;

/// … when it stays there for this many epochs.
const SMALL_FOR: u32 = 10;

/// The criterion of convergence, on the mean loss of each epoch. A run has converged when
/// - the loss was at most 1e-4 of the first epoch's in ten epochs running (1e-8 where the loss squares errors, so that these
///   are at most 1e-4 of the first), or
/// - the best loss of all epochs is below the first and fell by less than 0.1 % since half as many epochs, looked at
///   after 2000, 4000, 8000, … epochs. (The window grows with the run: a small learning rate is slow, not done.)
///
/// A run that never got below its first loss has not converged but stands still.
#[derive(Clone, Debug)]
pub(crate) struct Convergence {
    small: f64,
    epochs: u64,
    first: Option<f64>,
    best: f64,
    best_at_half: f64,
    next_look: u64,
    small_for: u32,
    reached: bool,
}

impl Convergence {
    pub(crate) fn new(loss: Loss) -> Self {
        let squares = matches!(loss, Loss::Squared | Loss::Huber { .. });
        Self {
            small: if squares { SMALL * SMALL } else { SMALL },
            epochs: 0,
            first: None,
            best: f64::INFINITY,
            best_at_half: f64::INFINITY,
            next_look: FIRST_LOOK / 2,
            small_for: 0,
            reached: false,
        }
    }

    /// Takes an epoch's mean loss.
    pub(crate) fn observe(&mut self, loss: f64) {
        let first = *self.first.get_or_insert(loss);
        self.epochs += 1;
        self.best = self.best.min(loss);
        self.small_for = if loss <= self.small * first { self.small_for + 1 } else { 0 };
        self.reached |= self.small_for >= SMALL_FOR;
        if self.epochs == self.next_look {
            let gained = self.best_at_half - self.best;
            self.reached |= self.best < first && gained < LEAST_GAIN * self.best_at_half;
            self.best_at_half = self.best;
            self.next_look *= 2;
        }
    }

    /// Whether the criterion has been met; it stays met until the learning rate changes.
    pub(crate) fn reached(&self) -> bool {
        self.reached
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(epochs: u64, loss: impl Fn(u64) -> f64) -> bool {
        let mut convergence = Convergence::new(Loss::Absolute);
        (0..epochs).for_each(|epoch| convergence.observe(loss(epoch)));
        convergence.reached()
    }

    #[test]
    fn a_loss_that_stays_small_or_stops_falling_has_converged() {
        assert!(after(11, |epoch| if epoch == 0 { 85.0 } else { 0.008 }));
        assert!(!after(10, |epoch| if epoch == 0 { 85.0 } else { 0.008 }), "nine epochs are not enough");
        assert!(after(2000, |epoch| if epoch == 0 { 85.0 } else { 3.0 + (epoch % 2) as f64 }));
        assert!(!after(1999, |epoch| if epoch == 0 { 85.0 } else { 3.0 }));
    }

    #[test]
    fn errors_count_where_they_are_squared() {
        let after = |small: f64| {
            let mut convergence = Convergence::new(Loss::Squared);
            (0..11).for_each(|epoch| convergence.observe(if epoch == 0 { 8220.5 } else { small }));
            convergence.reached()
        };
        assert!(!after(0.78), "an error of 0.9 is still falling");
        assert!(after(8e-5));
    }

    #[test]
    fn a_slow_run_and_one_that_never_learned_have_not_converged() {
        assert!(!after(50_000, |epoch| 85.0 - epoch as f64 * 1e-4), "slow");
        assert!(!after(50_000, |_| 0.5), "stuck");
        assert!(!after(50_000, |epoch| 1.0 + epoch as f64), "rising");
    }
}
