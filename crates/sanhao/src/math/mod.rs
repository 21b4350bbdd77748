//! The transcendental functions of training, of four numbers at a time: one implementation, compiled into the native and
//! the wasm build alike, so that both give the same bits. (Rust's own `f32::exp` asks the operating system's library,
//! which differs.)
//!
//! They are made of `+`, `−`, `×`, `÷`, comparisons and operations on bits alone: each of these has one right answer in
//! IEEE 754, in WebAssembly and in every processor. A fused multiply-add has another, and not every machine has one. A
//! lane's result depends on that lane only, so that it does not matter which students share a vector.
//!
//! - `exponential`, `logarithm`, `normal`, `wave`: these functions.
//! - `kernels`: the inner loops of training, with the order of every sum; `quad_kernels`: the same for four runs side by
//!   side.
//! - `slices`: slices whose checked bounds cost the inner loops little.
//! - `random`: random choices by a named generator.
//! - `qr`, `svd`, `lanczos`: the QR decomposition, singular values and eigenvalues, in 64 bits.

mod exponential;
pub(crate) mod kernels;
pub(crate) mod lanczos;
mod logarithm;
mod normal;
pub(crate) mod qr;
pub(crate) mod quad_kernels;
pub(crate) mod random;
pub(crate) mod slices;
pub(crate) mod svd;
mod wave;

use wide::{f32x4, f64x2};

pub(crate) use exponential::{exp, exp_of_minus_abs, sigmoid, sigmoid_by, tanh};
pub(crate) use logarithm::{ln, softplus, softplus_by};
pub(crate) use normal::normal;
pub(crate) use wave::{cos, sin};

/// ln 2 in two parts: the upper has 15 bits, so that its product with an exponent is exact.
const LN_2_UPPER: f32 = f32::from_bits(0x3f31_7200);
const LN_2_LOWER: f32 = 1.428_606_8e-6;

/// A number near 1.5 · 2²³ has no bits for a fraction: adding it rounds to an integer, which is in the sum's last bits.
const ROUND: f32 = 12_582_912.0;

/// The square root of one number, correctly rounded.
pub(crate) fn sqrt(x: f64) -> f64 {
    f64x2::splat(x).sqrt().to_array()[0]
}

/// base^exponent for a base from 0 to 1 and an exponent that is not negative, with a relative error below 10⁻¹³.
pub(crate) fn power(base: f64, exponent: f64) -> f64 {
    if exponent == 0.0 {
        1.0
    } else if base == 0.0 {
        0.0
    } else {
        libm::exp(exponent * libm::log(base))
    }
}

/// The number at a part of the way from `low` to `high`, both positive, on a logarithmic scale: exactly these at both ends.
pub(crate) fn geometric(low: f64, high: f64, part: f64) -> f64 {
    let [from, to] = [low, high].map(libm::log);
    match part {
        0.0 => low,
        1.0 => high,
        _ => libm::exp(from + part * (to - from)),
    }
}

/// NaN in the lanes in which x is NaN, zero in the others: `|` restores the NaN that `fast_min` and `fast_max` lose.
#[inline(always)]
fn nan(x: f32x4) -> f32x4 {
    x.simd_ne(x)
}

#[cfg(test)]
mod tests;
