//! The natural logarithm and the functions that are computed from it.

use bytemuck::cast;
use wide::{f32x4, i32x4};

use super::{LN_2_LOWER, LN_2_UPPER, exp_of_minus_abs};

/// ln x; NaN for x < 0, −∞ for ±0. Largest error over every number: 0.89 ulp.
#[inline(always)]
pub(crate) fn ln(x: f32x4) -> f32x4 {
    const SQRT_HALF: i32 = std::f32::consts::FRAC_1_SQRT_2.to_bits() as i32;
    let subnormal = x.simd_lt(f32x4::splat(f32::MIN_POSITIVE));
    let bits: i32x4 = cast(subnormal.bitselect(x * 8_388_608.0, x));
    // x = 2^k m with √½ ≤ m < √2
    let k = (bits - SQRT_HALF) >> 23u32;
    let m: f32x4 = cast(bits - (k << 23u32));
    let k = k.round_float() - (subnormal & f32x4::splat(23.0));
    let y = ln_1p_plus(m - 1.0, k * LN_2_UPPER, k * LN_2_LOWER);
    let y = x.simd_eq(f32x4::splat(f32::INFINITY)).bitselect(x, y);
    let outside = x.simd_eq(f32x4::ZERO).bitselect(f32x4::splat(f32::NEG_INFINITY), f32x4::splat(f32::NAN));
    x.simd_gt(f32x4::ZERO).bitselect(y, outside)
}

/// 2⁻³⁰: the square of a smaller number is less than a quarter of that number's last bit.
const TINY: f32 = f32::from_bits(97 << 23);

/// ln(1 + e^z), which is −ln σ(−z), without overflow. Largest error: 2 ulp.
#[inline(always)]
pub(crate) fn softplus(z: f32x4) -> f32x4 {
    softplus_by(exp_of_minus_abs(z), z)
}

/// The same from e = e^−|z|.
#[inline(always)]
pub(crate) fn softplus_by(e: f32x4, z: f32x4) -> f32x4 {
    if e.simd_lt(f32x4::splat(TINY)).any() { softplus_of_tiny(e, z) } else { softplus_of_usual(e, z) }
}

/// The same where some e are tiny: ln(1 + e) is then e itself, in every bit. Subnormal ones cost a processor a hundred times
/// as much in each product.
#[cold]
#[inline(never)]
fn softplus_of_tiny(e: f32x4, z: f32x4) -> f32x4 {
    let usual = e & e.simd_ge(f32x4::splat(TINY));
    softplus_of_usual(usual, z) + (e ^ usual)
}

/// The same without any products spared.
#[inline(always)]
fn softplus_of_usual(e: f32x4, z: f32x4) -> f32x4 {
    // z for z > 0, and ln(1 + e) with e ≤ 1 added to it; for e above √2 − 1 as ln 2 + ln(1 + (e − 1) / 2).
    let large = e.simd_gt(f32x4::splat(std::f32::consts::SQRT_2 - 1.0));
    let f = large.bitselect(0.5 * e - 0.5, e);
    let ln_2 = |part: f32| large & f32x4::splat(part);
    z.fast_max(f32x4::ZERO) + ln_1p_plus(f, ln_2(LN_2_UPPER), ln_2(LN_2_LOWER))
}

/// upper + lower + ln(1 + f) for √½ − 1 ≤ f ≤ √2 − 1, the logarithm to 9.2e-9 of itself: by the minimax polynomial that
/// sollya gives for `fpminimax(log1p(x), [|3,...,10|], [|SG...|], [-0.2930;0.4143], relative, x-0.5*x^2)`.
#[inline(always)]
fn ln_1p_plus(f: f32x4, upper: f32x4, lower: f32x4) -> f32x4 {
    let p = -0.081_148_67 * f + 0.130_323_17;
    let p = p * f - 0.130_887_42;
    let p = p * f + 0.141_504_62;
    let p = p * f - 0.166_262_67;
    let p = p * f + 0.200_043_11;
    let p = p * f - 0.250_007_96;
    let p = p * f + 0.333_332_75;
    let square = f * f;
    let rest = (p * (f * square) + lower) - 0.5 * square;
    upper + (f + rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tiny_number_is_the_logarithm_of_one_more_in_every_bit() {
        // Every number below the limit.
        for bits in (0..TINY.to_bits()).step_by(4) {
            let e: f32x4 = [0, 1, 2, 3].map(|i| f32::from_bits(bits + i)).into();
            let computed = ln_1p_plus(e, f32x4::ZERO, f32x4::ZERO);
            assert_eq!(computed.to_array().map(f32::to_bits), e.to_array().map(f32::to_bits));
        }
    }
}
