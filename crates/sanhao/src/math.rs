//! The transcendental functions of training: one implementation, compiled into the native and the wasm build alike,
//! so that both give the same bits. (Rust's own `f32::exp` asks the operating system's library, which differs.)

pub(crate) use libm::{cosf as cos, expf as exp, logf as ln, sinf as sin, sqrtf as sqrt, tanhf as tanh};

/// 1 / (1 + e^−z), without overflow on either side.
///
/// Saturates as any 32-bit sigmoid does: exactly 1 from z = 17 on.
pub(crate) fn sigmoid(z: f32) -> f32 {
    if z >= 0.0 {
        1.0 / (1.0 + exp(-z))
    } else {
        let e = exp(z);
        e / (1.0 + e)
    }
}

/// ln(1 + e^z), which is −ln σ(−z), without overflow.
pub(crate) fn softplus(z: f32) -> f32 {
    z.max(0.0) + libm::log1pf(exp(-z.abs()))
}

/// The standard normal distribution's cumulative function Φ and density φ at z.
pub(crate) fn normal(z: f32) -> (f32, f32) {
    const INV_SQRT_TAU: f32 = 0.398_942_3;
    let cumulative = 0.5 * libm::erfcf(-z * std::f32::consts::FRAC_1_SQRT_2);
    (cumulative, INV_SQRT_TAU * exp(-0.5 * z * z))
}

/// Each of a scalar function's values for four numbers.
macro_rules! lanes {
    ($($name:ident),*) => {
        pub(crate) mod lanes {
            use wide::f32x4;
            pub(crate) fn normal(x: f32x4) -> (f32x4, f32x4) {
                let both = x.to_array().map(super::normal);
                (f32x4::from(both.map(|b| b.0)), f32x4::from(both.map(|b| b.1)))
            }
            $(#[inline(always)] pub(crate) fn $name(x: f32x4) -> f32x4 { f32x4::from(x.to_array().map(super::$name)) })*
        }
    };
}
lanes!(exp, ln, log1p, sigmoid, softplus, tanh, sin, cos);
pub(crate) use libm::log1pf as log1p;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sigmoid_matches_64_bit_and_saturates_at_exactly_one() {
        for z in [-80.0f32, -5.0, -1.0, 0.0, 0.5, 5.0, 16.0] {
            let wide = 1.0 / (1.0 + (-f64::from(z)).exp());
            assert!((f64::from(sigmoid(z)) / wide - 1.0).abs() < 3e-7, "σ({z})");
        }
        assert_eq!(sigmoid(18.0), 1.0);
        assert_eq!((sigmoid(f32::NEG_INFINITY), sigmoid(f32::INFINITY)), (0.0, 1.0));
    }

    #[test]
    fn softplus_is_minus_the_log_of_the_sigmoid_and_never_overflows() {
        assert!((softplus(1.0) - 1.313_261_7).abs() < 1e-6);
        assert_eq!((softplus(-200.0), softplus(1e4)), (0.0, 1e4));
    }
}
