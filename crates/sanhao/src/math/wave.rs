//! Sine and cosine.

use bytemuck::cast;
use wide::{f32x4, i32x4};

use super::ROUND;

/// The range reduction is in 32 bits up to here …
const NEAR: f32 = 6000.0;

/// … and in 64 bits up to here. Larger numbers are at least 128 apart, some twenty periods, and count as 0.
const FAR: f32 = 1_073_741_824.0;

/// sin x, odd in every bit; 0 for |x| > 2³⁰, NaN for ±∞. Largest error: 2.4 ulp, 2 ulp from the correctly rounded value.
#[inline(always)]
pub(crate) fn sin(x: f32x4) -> f32x4 {
    let sign = x & f32x4::splat(-0.0);
    let (quarter, r) = quarters(x ^ sign);
    wave(quarter, r) ^ sign
}

/// cos x; 1 for |x| > 2³⁰, NaN for ±∞. Largest error: 2.4 ulp, 2 ulp from the correctly rounded value.
#[inline(always)]
pub(crate) fn cos(x: f32x4) -> f32x4 {
    let (quarter, r) = quarters(x);
    wave(quarter + 1, r)
}

/// The whole k and the r of at most π/4 in magnitude with x = k π/2 + r (Cody & Waite 1980).
#[inline(always)]
fn quarters(x: f32x4) -> (i32x4, f32x4) {
    // π/2 in parts of 11, 11 and 12 bits, whose products with k < 2¹² are exact, and what is left.
    const PARTS: [f32; 4] = [1.570_312_5, 4.837_513e-4, 7.549_533_6e-8, 2.563_344e-12];
    let rounded = x * std::f32::consts::FRAC_2_PI + ROUND;
    let k = rounded - ROUND;
    let r = PARTS.iter().fold(x, |r, &part| r - k * part);
    let near = (cast::<_, i32x4>(rounded) - ROUND.to_bits() as i32, r);
    if x.abs().simd_gt(f32x4::splat(NEAR)).none() { near } else { put_right(x, near) }
}

/// The same where some lanes are too large for 32 bits: those are reduced one by one, since they are too rare for
/// vector code.
#[cold]
#[inline(never)]
fn put_right(x: f32x4, (quarters, rest): (i32x4, f32x4)) -> (i32x4, f32x4) {
    // π/2 in parts of 22 bits, whose products with k < 2³⁰ are exact, and what is left.
    const PARTS: [f64; 3] = [1.570_796_012_878_418, 3.139_164_164_167_596e-7, 6.223_372_171_896_613e-14];
    const ROUND: f64 = 6_755_399_441_055_744.0;
    let (mut quarters, mut rest) = (quarters.to_array(), rest.to_array());
    for (lane, x) in x.to_array().into_iter().enumerate() {
        if x.abs() > FAR {
            // 0, or NaN for ±∞.
            (quarters[lane], rest[lane]) = (0, 0.0 * x);
        } else if x.abs() > NEAR {
            let x = f64::from(x);
            let k = (x * std::f64::consts::FRAC_2_PI + ROUND) - ROUND;
            quarters[lane] = k as i32;
            rest[lane] = PARTS.iter().fold(x, |r, &part| r - k * part) as f32;
        }
    }
    (quarters.into(), rest.into())
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
