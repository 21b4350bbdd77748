//! Sine and cosine.

use bytemuck::cast;
use wide::{f32x4, i32x4};

use super::ROUND;

/// Numbers up to here are led back by [`quarters`].
const NEAR: f32 = 6000.0;

/// sin x, odd in every bit; NaN for ±∞. Largest error for |x| ≤ 6000: 2.4 ulp, 2 ulp from the correctly rounded value;
/// beyond, half an ulp.
#[inline(always)]
pub(crate) fn sin(x: f32x4) -> f32x4 {
    let sign = x & f32x4::splat(-0.0);
    let (quarter, r) = quarters(x ^ sign);
    far(x, wave(quarter, r) ^ sign, libm::sin)
}

/// cos x; NaN for ±∞. Largest error for |x| ≤ 6000: 2.4 ulp, 2 ulp from the correctly rounded value;
/// beyond, half an ulp.
#[inline(always)]
pub(crate) fn cos(x: f32x4) -> f32x4 {
    let (quarter, r) = quarters(x);
    far(x, wave(quarter + 1, r), libm::cos)
}

/// The results, with those of numbers too large for [`quarters`] put right one by one: not worth a vector.
#[inline(always)]
fn far(x: f32x4, near: f32x4, function: fn(f64) -> f64) -> f32x4 {
    if x.abs().simd_le(f32x4::splat(NEAR)).all() { near } else { put_right(x, near, function) }
}

#[cold]
#[inline(never)]
fn put_right(x: f32x4, near: f32x4, function: fn(f64) -> f64) -> f32x4 {
    let (x, near) = (x.to_array(), near.to_array());
    f32x4::new(core::array::from_fn(|i| {
        if x[i].abs() <= NEAR { near[i] } else { function(f64::from(x[i])) as f32 }
    }))
}

/// The whole k and the r of at most π/4 in magnitude with x = k π/2 + r, for |x| ≤ [`NEAR`] (Cody & Waite 1980).
#[inline(always)]
fn quarters(x: f32x4) -> (i32x4, f32x4) {
    // π/2 in parts of 11, 11 and 12 bits, whose products with k < 2¹² are exact, and what is left.
    const PARTS: [f32; 4] = [1.570_312_5, 4.837_513e-4, 7.549_533_6e-8, 2.563_344e-12];
    let rounded = x * core::f32::consts::FRAC_2_PI + ROUND;
    let k = rounded - ROUND;
    let r = PARTS.iter().fold(x, |r, &part| r - k * part);
    (cast::<_, i32x4>(rounded) - ROUND.to_bits() as i32, r)
}

/// sin(quarter · π/2 + r) for |r| ≤ π/4, by the minimax polynomials, to 4e-9 and 1.2e-10, that sollya gives for
/// `fpminimax(sin(x), [|3,5,7|], [|SG...|], [1b-20;0.7855], relative, x)` and
/// `fpminimax(cos(x), [|4,6,8|], [|SG...|], [1b-20;0.7855], relative, 1-0.5*x^2)`.
#[inline(always)]
fn wave(quarter: i32x4, r: f32x4) -> f32x4 {
    let square = r * r;
    let p = -1.951_828_5e-4 * square + 8.332_189e-3;
    let p = p * square - 0.166_666_55;
    let sine = p * (square * r) + r;
    let p = 2.443_256_4e-5 * square - 1.388_731_1e-3;
    let p = p * square + 4.166_664_6e-2;
    let cosine = p * (square * square) + (1.0 - 0.5 * square);
    let even: f32x4 = cast((quarter & 1).simd_eq(i32x4::ZERO));
    let sign: f32x4 = cast((quarter & 2) << 30u32);
    even.bitselect(sine, cosine) ^ sign
}
