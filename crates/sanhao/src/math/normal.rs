//! The normal distribution.

use bytemuck::cast;
use wide::{f32x4, u32x4};

use super::exponential::exp_of_sum;
use super::nan;

/// The standard normal distribution's cumulative function Φ and density φ at z.
///
/// Largest error of Φ: 3 ulp for z > 0, 4 for −1 ≤ z ≤ 0, 7 in the tail down to where it is subnormal; of φ: 3 ulp.
///
/// Φ(−a) = e^(−a²/2) P(a) / Q(a) for a ≥ 0. P / Q comes to within 1.2e-8 of the rest of Φ, which is Mills' ratio over √τ:
/// the rational function of these degrees with the least relative error on [0, 14.5] (by Lawson's iteration), Q rounded,
/// then P fitted to it by sollya: at `prec=160` with Q in `q`
/// `fpminimax(exp(x^2/2)*erfc(x/sqrt(2))/2*q, 4, [|SG...|], [0;14.5], relative)`.
#[inline(always)]
pub(crate) fn normal(z: f32x4) -> (f32x4, f32x4) {
    const INV_SQRT_TAU: f32 = 0.398_942_3;
    // From here on φ and the smaller part of Φ are zero.
    let a = z.abs().fast_min(f32x4::splat(14.5));
    // a² is wanted to more bits than one number has: the upper half of a's bits has an exact square.
    let upper: f32x4 = cast(cast::<_, u32x4>(a) & u32x4::splat(0xffff_f000));
    let e = exp_of_sum(-0.5 * (upper * upper), -0.5 * ((a - upper) * (a + upper))) | nan(z);
    let p = 4.116_046_7e-3 * a + 4.063_154_8e-2;
    let p = p * a + 0.183_230_25;
    let p = p * a + 0.438_288_63;
    let p = p * a + 0.5;
    let q = 1.031_728e-2 * a + 0.101_854_62;
    let q = q * a + 0.469_457_75;
    let q = q * a + 1.202_483_3;
    let q = q * a + 1.674_462_2;
    let q = q * a + 1.0;
    let tail = e * (p / q);
    (z.simd_gt(f32x4::ZERO).bitselect(1.0 - tail, tail), INV_SQRT_TAU * e)
}
