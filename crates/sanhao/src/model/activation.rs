//! Activation functions of the hidden layers, each beside its derivative.

use wide::f32x4;

use crate::math::{cos, normal, sigmoid, sin, softplus, tanh};
use crate::spec::model::Activation;

/// Slope of the leaky ReLU below zero: PyTorch's default.
const LEAK: f32x4 = f32x4::splat(0.01);

impl Activation {
    /// Whether every value is from −1 to 1.
    pub(crate) fn is_bounded(self) -> bool {
        matches!(self, Self::Sigmoid | Self::Tanh | Self::Sine)
    }

    /// Writes f(z) for every weighted sum z; both slices have the same length.
    // Inlined into each layer's passes: a call costs a small network 5 % in a browser.
    #[inline(always)]
    pub(crate) fn values(self, sums: &[f32x4], values: &mut [f32x4]) {
        match self {
            Self::Identity => values.copy_from_slice(sums),
            Self::Sigmoid => each(sums, values, sigmoid),
            Self::Tanh => each(sums, values, tanh),
            Self::Relu => each(sums, values, |z| z.simd_gt(f32x4::ZERO) & z),
            Self::LeakyRelu => each(sums, values, |z| z.simd_gt(f32x4::ZERO).bitselect(z, z * LEAK)),
            Self::Softplus => each(sums, values, softplus),
            Self::Gelu => each(sums, values, |z| z * normal(z).0),
            Self::Sine => each(sums, values, sin),
        }
    }

    /// Turns gradients by the values into gradients by the weighted sums: multiplies each by f′(z), computed from z or from
    /// the value a = f(z), whichever is cheaper.
    #[inline(always)] // as `values`
    pub(crate) fn backward(self, sums: &[f32x4], values: &[f32x4], gradients: &mut [f32x4]) {
        match self {
            Self::Identity => {}
            Self::Sigmoid => each_backward(values, gradients, |a, g| g * (a * (f32x4::ONE - a))),
            Self::Tanh => each_backward(values, gradients, |a, g| g * (f32x4::ONE - a * a)),
            Self::Relu => each_backward(sums, gradients, |z, g| z.simd_gt(f32x4::ZERO) & g),
            Self::LeakyRelu => {
                each_backward(sums, gradients, |z, g| z.simd_gt(f32x4::ZERO).bitselect(g, g * LEAK))
            }
            Self::Softplus => each_backward(sums, gradients, |z, g| g * sigmoid(z)),
            Self::Gelu => each_backward(sums, gradients, |z, g| {
                let (cumulative, density) = normal(z);
                g * (cumulative + z * density)
            }),
            Self::Sine => each_backward(sums, gradients, |z, g| g * cos(z)),
        }
    }
}

#[inline(always)]
fn each(from: &[f32x4], to: &mut [f32x4], value: impl Fn(f32x4) -> f32x4) {
    to.iter_mut().zip(from).for_each(|(to, &from)| *to = value(from));
}

#[inline(always)]
fn each_backward(from: &[f32x4], gradients: &mut [f32x4], backward: impl Fn(f32x4, f32x4) -> f32x4) {
    gradients.iter_mut().zip(from).for_each(|(g, &from)| *g = backward(from, *g));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(activation: Activation, z: f32) -> f32 {
        let mut value = [f32x4::ZERO];
        activation.values(&[f32x4::splat(z)], &mut value);
        value[0].to_array()[0]
    }

    fn slope(activation: Activation, z: f32) -> f32 {
        let mut gradient = [f32x4::ONE];
        activation.backward(&[f32x4::splat(z)], &[f32x4::splat(value(activation, z))], &mut gradient);
        gradient[0].to_array()[0]
    }

    #[test]
    fn each_slope_is_the_finite_difference_of_its_value() {
        const H: f32 = 1e-2;
        for activation in Activation::ALL {
            for z in [-3.0f32, -0.7, 0.3, 1.9, 4.0] {
                let rise = f64::from(value(activation, z + H)) - f64::from(value(activation, z - H));
                let difference = rise / (2.0 * f64::from(H));
                // h² f‴/6 stays under 5e-5 for all of these; the rest is 32-bit rounding over 2h.
                assert!((f64::from(slope(activation, z)) - difference).abs() < 1e-4, "{activation:?} at {z}");
            }
        }
    }

    #[test]
    fn known_values() {
        assert_eq!(value(Activation::Relu, -2.0), 0.0);
        assert_eq!(value(Activation::LeakyRelu, -2.0), -0.02);
        // PyTorch 1.13: torch.nn.functional.gelu(torch.tensor(1.)) and softplus(1.)
        assert!((value(Activation::Gelu, 1.0) - 0.841_344_7).abs() < 1e-6);
        assert!((value(Activation::Softplus, 1.0) - 1.313_261_6).abs() < 1e-6);
        assert!((value(Activation::Sine, 1.0) - 0.841_471).abs() < 1e-6);
    }
}
