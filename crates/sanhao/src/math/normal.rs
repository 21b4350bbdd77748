//! The normal distribution.

use bytemuck::cast;
use wide::{f32x4, u32x4};

use super::exponential::exp_of_sum;
use super::nan;

/// The standard normal distribution's cumulative function Φ and density φ at z.
///
/// Φ(−a) = φ(a) R(a) for a ≥ 0 with Mills' ratio R, here t P(t) with t = 1 / (1 + 0.3 a). P is the minimax polynomial, to
/// 3.8e-9 of the result, that sollya gives at `prec=120` for
/// `a=(1/x-1)/0.3; fpminimax(sqrt(pi/2)*exp(a^2/2)*erfc(a/sqrt(2))/x, 9, [|SG...|], [0.186;1], relative)`.
#[inline(always)]
pub(crate) fn normal(z: f32x4) -> (f32x4, f32x4) {
    const INV_SQRT_TAU: f32 = 0.398_942_3;
    // From here on both are zero at −a and 0 and 1 at a.
    let a = z.abs().fast_min(f32x4::splat(14.5));
    // a² is wanted to more bits than one number has: the upper half of a's bits has an exact square.
    let upper: f32x4 = cast(cast::<_, u32x4>(a) & u32x4::splat(0xffff_f000));
    let density = INV_SQRT_TAU * exp_of_sum(-0.5 * (upper * upper), -0.5 * ((a - upper) * (a + upper)));
    let t = 1.0 / (0.3 * a + 1.0);
    let p = -0.051_639_397 * t + 0.281_546_53;
    let p = p * t - 0.571_408;
    let p = p * t + 0.479_931_06;
    let p = p * t - 0.198_460_01;
    let p = p * t + 0.240_715_89;
    let p = p * t + 0.196_594_58;
    let p = p * t + 0.276_299_2;
    let p = p * t + 0.299_724_3;
    let p = p * t + 0.300_009_94;
    let density = density | nan(z);
    let tail = density * (t * p);
    (z.simd_gt(f32x4::ZERO).bitselect(1.0 - tail, tail), density)
}
