//! The limits beyond which a run has diverged.
//!
//! They lie far within the 32-bit numbers, and the limits of the check on learning rates lie far within these, so that the
//! parameters of a diverged run are still finite.

use wide::f32x4;

use crate::math::kernels::LANES;
use crate::model::quad_network::QuadLoss;

/// A loss that has grown to this many times its first value (or 1, if that was smaller) has diverged.
const LOSS_LIMIT: f64 = 1e12;

/// A gradient component or a parameter of this size has diverged.
const NUMBER_LIMIT: f32 = 1e15;

/// The largest mean loss of a batch in a run whose first batch had the mean loss `first`.
pub(super) fn loss_limit(first: f64) -> f64 {
    LOSS_LIMIT * first.max(1.0)
}

/// Whether every number is within the limit.
pub(crate) fn within_limit(numbers: &[f32x4]) -> bool {
    // Written so that NaN is not within it.
    numbers.iter().all(|number| number.abs().simd_le(f32x4::splat(NUMBER_LIMIT)).all())
}

/// All bits set in the lanes in which every number is within the limit.
#[inline(always)]
pub(super) fn lanes_within_limit(numbers: &[f32x4]) -> f32x4 {
    let all = f32x4::ZERO.simd_eq(f32x4::ZERO);
    numbers.iter().fold(all, |within, number| within & number.abs().simd_le(f32x4::splat(NUMBER_LIMIT)))
}

/// The largest losses of a batch in four runs side by side.
#[derive(Clone, Debug)]
pub(super) struct LossLimits {
    /// [`loss_limit`] of each run.
    means: [f64; LANES],
    /// Sizes of batches, and for each the largest sums of losses in 32 bits.
    sums: [(usize, f32x4); 2],
}

impl LossLimits {
    /// For runs whose first batch, of so many students, had the losses `first`.
    pub(super) fn new(first: &QuadLoss, students: usize) -> Self {
        let means = first.sums().map(|sum| loss_limit(sum / students as f64));
        let largest = |students: usize| {
            f32x4::from(means.map(|mean| largest_within(mean * students as f64, first.terms)))
        };
        Self { means, sums: [(students, largest(students)); 2] }
    }

    /// All bits set in the lanes of the runs whose loss over a batch of so many students is within the limit.
    #[inline(always)]
    pub(super) fn within(&mut self, loss: &QuadLoss, students: usize) -> f32x4 {
        if loss.before.is_some() {
            return self.within_in_64_bits(loss, students);
        }
        if self.sums[0].0 != students {
            // An epoch has batches of one size and perhaps a smaller one at its end.
            self.sums.swap(0, 1);
            if self.sums[0].0 != students {
                let sums = self.means.map(|mean| largest_within(mean * students as f64, loss.terms));
                self.sums[0] = (students, sums.into());
            }
        }
        loss.last.simd_le(self.sums[0].1)
    }

    #[inline(never)]
    fn within_in_64_bits(&self, loss: &QuadLoss, students: usize) -> f32x4 {
        let sums = loss.sums();
        let within = |run: usize| sums[run] <= self.means[run] * students as f64;
        f32x4::from(std::array::from_fn(|run| f32::from_bits(if within(run) { u32::MAX } else { 0 })))
    }
}

/// The largest number of 32 bits that, divided by `terms` in 64 bits, is at most `limit`.
fn largest_within(limit: f64, terms: f64) -> f32 {
    if limit == f64::INFINITY {
        return f32::INFINITY;
    }
    let within = |sum: f32| f64::from(sum) / terms <= limit;
    let mut sum = ((limit * terms) as f32).min(f32::MAX);
    while !within(sum) {
        sum = sum.next_down();
    }
    while sum < f32::MAX && within(sum.next_up()) {
        sum = sum.next_up();
    }
    sum
}

/// Clamps the last parameters of a diverged run to the limit.
#[cold]
pub(super) fn clamp_to_limit(numbers: &mut [f32x4]) {
    let limit = f32x4::splat(NUMBER_LIMIT);
    numbers.iter_mut().for_each(|number| *number = number.max(-limit).min(limit));
}
