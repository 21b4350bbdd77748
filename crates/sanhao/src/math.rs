//! The transcendental functions of training: one implementation, compiled into the native and the wasm build alike,
//! so that both give the same bits. (Rust's own `f32::exp` asks the operating system's library, which differs.)
//!
//! They are made of `+`, `−`, `×`, `÷`, comparisons and integer operations alone: each of these has one right answer in
//! IEEE 754, in WebAssembly and in every processor. A fused multiply-add would have another and is left out. Nothing
//! branches: a choice is made between two finished numbers, for four students at a time.

use bytemuck::cast;
use wide::{f32x4, i32x4};

/// ln 2 in two parts: the upper has 15 bits, so that its product with an exponent is exact.
const LN_2_UPPER: f32 = f32::from_bits(0x3f31_7200);
const LN_2_LOWER: f32 = 1.428_606_8e-6;

/// e^x. Largest error over every number: 1 ulp.
#[inline(always)]
pub(crate) fn exp(x: f32x4) -> f32x4 {
    // Beyond these every result is infinite or zero; NaN passes both comparisons.
    let x = least(greatest(x, -104.0), 89.0);
    let (k, r) = reduce(x);
    scale(f32x4::ONE + exp_m1_near_zero(r), k)
}

/// ln x; NaN for x < 0, −∞ for ±0. Largest error over every number: 1 ulp.
#[inline(always)]
pub(crate) fn ln(x: f32x4) -> f32x4 {
    const SQRT_HALF: i32 = std::f32::consts::FRAC_1_SQRT_2.to_bits() as i32;
    let subnormal = x.simd_lt(f32x4::splat(f32::MIN_POSITIVE));
    let bits: i32x4 = cast(subnormal.bitselect(x * f32x4::splat(8_388_608.0), x));
    // x = 2^k m with √½ ≤ m < √2
    let k = (bits - i32x4::splat(SQRT_HALF)) >> 23;
    let m: f32x4 = cast(bits - (k << 23));
    let k = f32x4::from_i32x4(k) - (subnormal & f32x4::splat(23.0));
    let y = ln_1p_plus(m - f32x4::ONE, k);
    let infinite = f32x4::splat(f32::INFINITY);
    let y = x.simd_eq(infinite).bitselect(x, y);
    let outside = x.simd_eq(f32x4::ZERO).bitselect(-infinite, f32x4::splat(f32::NAN));
    x.simd_gt(f32x4::ZERO).bitselect(y, outside)
}

/// tanh x, odd in every bit. Largest error over every number: 2 ulp.
///
/// With x = k ½ ln 2 + r and t = tanh r the addition theorem gives (2^k − 1 + (2^k + 1) t) / (2^k + 1 + (2^k − 1) t),
/// which is t itself where k = 0. t is the minimax polynomial, to 1.7e-10 of the result, that sollya gives for
/// `fpminimax(tanh(x), [|3,5,7|], [|SG...|], [1b-20;0.1734], relative, x)`.
#[inline(always)]
pub(crate) fn tanh(x: f32x4) -> f32x4 {
    // From 9.02 on the result is 1.
    let magnitude = least(x.abs(), 10.0);
    let (k, r) = reduce(magnitude + magnitude);
    let r = f32x4::HALF * r;
    let square = r * r;
    let p = polynomial(square, [-0.052_719_817, 0.133_311_52, -0.333_333_22]);
    let t = p * (square * r) + r;
    let power = power_of_two(k);
    let (minus, plus) = (power - f32x4::ONE, power + f32x4::ONE);
    ((minus + plus * t) / (plus + minus * t)) | (x & f32x4::splat(-0.0))
}

/// 1 / (1 + e^−z), without overflow on either side. Largest error over every number: 2 ulp.
///
/// Saturates as any 32-bit sigmoid does: exactly 1 from z = 17.4 on.
#[inline(always)]
pub(crate) fn sigmoid(z: f32x4) -> f32x4 {
    sigmoid_by(z, exp(-z.abs()))
}

/// ln(1 + e^z), which is −ln σ(−z), without overflow.
#[inline(always)]
pub(crate) fn softplus(z: f32x4) -> f32x4 {
    softplus_by(z, exp(-z.abs()))
}

/// σ(z), given e^−|z|.
#[inline(always)]
pub(crate) fn sigmoid_by(z: f32x4, e: f32x4) -> f32x4 {
    z.simd_lt(f32x4::ZERO).bitselect(e, f32x4::ONE) / (f32x4::ONE + e)
}

/// ln(1 + e^z), given e^−|z|.
#[inline(always)]
pub(crate) fn softplus_by(z: f32x4, e: f32x4) -> f32x4 {
    let large = e.simd_gt(f32x4::splat(0.414_213_56));
    let f = large.bitselect(f32x4::HALF * e - f32x4::HALF, e);
    (z.simd_gt(f32x4::ZERO) & z) + ln_1p_plus(f, large & f32x4::ONE)
}

/// The standard normal distribution's cumulative function Φ and density φ at z.
pub(crate) fn normal(z: f32x4) -> (f32x4, f32x4) {
    const INV_SQRT_TAU: f32 = 0.398_942_3;
    let erfc = (-z * f32x4::splat(std::f32::consts::FRAC_1_SQRT_2)).to_array().map(libm::erfcf);
    (f32x4::HALF * f32x4::from(erfc), f32x4::splat(INV_SQRT_TAU) * exp(-f32x4::HALF * z * z))
}

/// sin x.
pub(crate) fn sin(x: f32x4) -> f32x4 {
    x.to_array().map(libm::sinf).into()
}

/// cos x.
pub(crate) fn cos(x: f32x4) -> f32x4 {
    x.to_array().map(libm::cosf).into()
}

/// The whole k and the r of at most ½ ln 2 in magnitude with x = k ln 2 + r, for |x| < 2¹⁵.
#[inline(always)]
fn reduce(x: f32x4) -> (i32x4, f32x4) {
    // A number near 1.5 · 2²³ has no bits left for fractions: adding it rounds, and the sum's last bits are the whole.
    const ROUND: f32 = 12_582_912.0;
    let round = f32x4::splat(ROUND);
    let rounded = x * f32x4::splat(std::f32::consts::LOG2_E) + round;
    let k = rounded - round;
    let r = (x - k * f32x4::splat(LN_2_UPPER)) - k * f32x4::splat(LN_2_LOWER);
    (cast::<_, i32x4>(rounded) - i32x4::splat(ROUND.to_bits() as i32), r)
}

/// e^r − 1 for |r| ≤ ½ ln 2, to 1.4e-8 of the result: the minimax polynomial that sollya gives for
/// `fpminimax(expm1(x), [|2,...,6|], [|SG...|], [-0.3467;0.3467], relative, x)`.
#[inline(always)]
fn exp_m1_near_zero(r: f32x4) -> f32x4 {
    let p = polynomial(r, [1.386_455_6e-3, 8.366_539e-3, 4.166_750_2e-2, 0.166_665_43, 0.499_999_97]);
    p * (r * r) + r
}

/// k ln 2 + ln(1 + f) for √½ − 1 ≤ f ≤ √2 − 1, by the minimax polynomial that sollya gives for
/// `fpminimax(log1p(x), [|3,...,10|], [|SG...|], [-0.2930;0.4143], relative, x-0.5*x^2)`.
#[inline(always)]
fn ln_1p_plus(f: f32x4, k: f32x4) -> f32x4 {
    #[rustfmt::skip]
    let p = polynomial(f, [
        -0.081_148_67, 0.130_323_17, -0.130_887_42, 0.141_504_62,
        -0.166_262_67, 0.200_043_11, -0.250_007_96, 0.333_332_75,
    ]);
    let square = f * f;
    let rest = (p * (f * square) + k * f32x4::splat(LN_2_LOWER)) - f32x4::HALF * square;
    k * f32x4::splat(LN_2_UPPER) + (f + rest)
}

/// The polynomial with these coefficients, the highest power's first (Horner).
#[inline(always)]
fn polynomial<const COUNT: usize>(x: f32x4, coefficients: [f32; COUNT]) -> f32x4 {
    let mut p = f32x4::splat(coefficients[0]);
    for coefficient in &coefficients[1..] {
        p = p * x + f32x4::splat(*coefficient);
    }
    p
}

/// 2^k for −126 ≤ k ≤ 127.
#[inline(always)]
fn power_of_two(k: i32x4) -> f32x4 {
    cast((k + i32x4::splat(127)) << 23)
}

/// x · 2^k for −252 ≤ k ≤ 254, rounded once: into subnormal numbers too.
#[inline(always)]
fn scale(x: f32x4, k: i32x4) -> f32x4 {
    let half = k >> 1;
    x * power_of_two(half) * power_of_two(k - half)
}

/// x, but no more than `limit`; NaN stays.
#[inline(always)]
fn least(x: f32x4, limit: f32) -> f32x4 {
    let limit = f32x4::splat(limit);
    x.simd_gt(limit).bitselect(limit, x)
}

/// x, but no less than `limit`; NaN stays.
#[inline(always)]
fn greatest(x: f32x4, limit: f32) -> f32x4 {
    let limit = f32x4::splat(limit);
    x.simd_lt(limit).bitselect(limit, x)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(function: impl Fn(f32x4) -> f32x4, x: f32) -> f32 {
        function(f32x4::splat(x)).to_array()[0]
    }

    #[test]
    fn sigmoid_matches_64_bit_and_saturates_at_exactly_one() {
        for z in [-80.0f32, -5.0, -1.0, 0.0, 0.5, 5.0, 16.0] {
            let wide = 1.0 / (1.0 + (-f64::from(z)).exp());
            assert!((f64::from(at(sigmoid, z)) / wide - 1.0).abs() < 3e-7, "σ({z})");
        }
        assert_eq!(at(sigmoid, 18.0), 1.0);
        assert_eq!((at(sigmoid, f32::NEG_INFINITY), at(sigmoid, f32::INFINITY)), (0.0, 1.0));
    }

    #[test]
    fn softplus_is_minus_the_log_of_the_sigmoid_and_never_overflows() {
        assert!((at(softplus, 1.0) - 1.313_261_7).abs() < 1e-6);
        assert_eq!((at(softplus, -200.0), at(softplus, 1e4)), (0.0, 1e4));
    }
}
