//! e^x and the functions that are computed from it.

use bytemuck::cast;
use wide::{f32x4, i32x4};

use super::{LN_2_LOWER, LN_2_UPPER, ROUND, nan};

/// What stands for 2⁰ in a number's exponent.
const EXPONENT_OF_ONE: i32 = 127;

/// e^x for x ≤ 0. Largest error over every such number: 1.01 ulp.
#[inline(always)]
pub(crate) fn exp(x: f32x4) -> f32x4 {
    // −0 adds nothing to any number, not even to −0, and costs nothing.
    exp_of_sum(x, f32x4::splat(-0.0)) | nan(x)
}

/// e^−|x|.
#[inline(always)]
pub(crate) fn exp_of_minus_abs(x: f32x4) -> f32x4 {
    exp(x | f32x4::splat(-0.0))
}

/// e^(x + rest) for x ≤ 0, with a rest too small for x to hold it: |rest| ≤ 0.05. The result for NaN is unspecified.
#[inline(always)]
pub(super) fn exp_of_sum(x: f32x4, rest: f32x4) -> f32x4 {
    // The lowest 2^k are out of range: the result is made 2⁶⁴ times too large, then divided, which rounds once.
    const AHEAD: i32 = 64;
    const BACK: f32 = f32::from_bits(((EXPONENT_OF_ONE - AHEAD) as u32) << 23);
    // Below −104 every result is zero.
    let (exponent, r) = reduce(x.fast_max(f32x4::splat(-104.0)), 1.0, AHEAD);
    let mantissa = exp_m1_near_zero(r + rest) + 1.0;
    cast::<i32x4, f32x4>(cast::<_, i32x4>(mantissa) + exponent) * BACK
}

/// tanh x, odd in every bit. Largest error over every number: 2.48 ulp, 2 ulp from the correctly rounded value.
///
/// With x = k ½ ln 2 + r and t = tanh r the addition theorem gives (2^k − 1 + (2^k + 1) t) / (2^k + 1 + (2^k − 1) t),
/// which is t itself where k = 0. t is the minimax polynomial, to 1.7e-10 of the result, that sollya gives for
/// `fpminimax(tanh(x), [|3,5,7|], [|SG...|], [1b-20;0.1734], relative, x)`.
#[inline(always)]
pub(crate) fn tanh(x: f32x4) -> f32x4 {
    let sign = x & f32x4::splat(-0.0);
    // From 9.02 on the result is 1.
    let (exponent, r) = reduce((x ^ sign).fast_min(f32x4::splat(10.0)), 0.5, EXPONENT_OF_ONE - 1);
    let square = r * r;
    let p = -0.052_719_817 * square + 0.133_311_52;
    let p = p * square - 0.333_333_22;
    let t = p * (square * r) + r;
    let power: f32x4 = cast(exponent + (1 << 23));
    let (minus, plus) = (power - 1.0, power + 1.0);
    ((minus + plus * t) / (plus + minus * t)) | sign | nan(x)
}

/// 1 / (1 + e^−z), without overflow on either side. Largest error over every number: 2.40 ulp, 2 ulp from the correctly
/// rounded value.
///
/// Saturates as any 32-bit sigmoid does: exactly 1 from z = 17.4 on.
#[inline(always)]
pub(crate) fn sigmoid(z: f32x4) -> f32x4 {
    sigmoid_by(exp_of_minus_abs(z), z)
}

/// The same from e = e^−|z|.
#[inline(always)]
pub(crate) fn sigmoid_by(e: f32x4, z: f32x4) -> f32x4 {
    z.simd_lt(f32x4::ZERO).bitselect(e, f32x4::ONE) / (e + 1.0)
}

/// x = k ln 2 + r for a whole k and |r| ≤ ½ ln 2, where |x| < 2¹⁵; or the same for a `part` of ln 2, a power of two.
/// Returns k + `ahead`, shifted to where a number has its exponent, and r. `ahead` is even: of two k that are equally near the
/// even one is taken.
#[inline(always)]
fn reduce(x: f32x4, part: f32, ahead: i32) -> (i32x4, f32x4) {
    let round = ROUND + ahead as f32;
    let rounded = x * (std::f32::consts::LOG2_E / part) + round;
    let k = rounded - round;
    let r = (x - k * (LN_2_UPPER * part)) - k * (LN_2_LOWER * part);
    (cast::<_, i32x4>(rounded) << 23u32, r)
}

/// e^r − 1 for |r| ≤ ½ ln 2, to 1.4e-8 of the result: the minimax polynomial that sollya gives for
/// `fpminimax(expm1(x), [|2,...,6|], [|SG...|], [-0.3467;0.3467], relative, x)`.
#[inline(always)]
fn exp_m1_near_zero(r: f32x4) -> f32x4 {
    // The first two pairs are independent of each other, which shortens the dependency chain.
    let square = r * r;
    let low = 4.166_750_2e-2 * r + 0.166_665_43;
    let p = (1.386_455_6e-3 * r + 8.366_539e-3) * square + low;
    let p = p * r + 0.499_999_97;
    p * square + r
}
