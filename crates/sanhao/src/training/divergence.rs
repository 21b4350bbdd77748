//! The limits beyond which a run has diverged.
//!
//! They lie far within the 32-bit numbers, and the limits of the check on learning rates lie far within these, so that the
//! parameters of a diverged run are still finite.

use wide::f32x4;

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

/// Clamps the last parameters of a diverged run to the limit.
#[cold]
pub(super) fn clamp_to_limit(numbers: &mut [f32x4]) {
    let limit = f32x4::splat(NUMBER_LIMIT);
    numbers.iter_mut().for_each(|number| *number = number.max(-limit).min(limit));
}
