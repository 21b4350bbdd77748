//! Activation functions of the hidden layers, each with its slope beside it.

use serde::{Deserialize, Serialize};

use crate::math::{cos, normal, sigmoid, sin, softplus, tanh};

/// What a hidden neuron makes of its weighted sum z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Activation {
    /// z itself: a layer without power of its own.
    Identity,
    /// 1 / (1 + e^−z): (−∞, ∞) → (0, 1), slope ¼ at zero.
    Sigmoid,
    /// tanh z: (−∞, ∞) → (−1, 1), odd, slope 1 at zero.
    Tanh,
    /// max(z, 0); slope 0 at the corner, as in PyTorch and TensorFlow.
    Relu,
    /// z for z > 0, else z / 100.
    LeakyRelu,
    /// ln(1 + e^z): a ReLU without the corner.
    Softplus,
    /// z · Φ(z) with the normal distribution's Φ (Hendrycks & Gimpel 2016): the exact form, not the one by tanh.
    Gelu,
    /// sin z: a wave, for curves that turn back.
    Sine,
}

/// Value and slope of one activation. The slope is given the weighted sum z and the value a = f(z), whichever is cheaper.
type Pair = (fn(f32) -> f32, fn(f32, f32) -> f32);

/// Slope of the leaky ReLU below zero: PyTorch's default.
const LEAK: f32 = 0.01;

impl Activation {
    /// Every activation there is.
    pub const ALL: [Self; 8] = [
        Self::Identity,
        Self::Sigmoid,
        Self::Tanh,
        Self::Relu,
        Self::LeakyRelu,
        Self::Softplus,
        Self::Gelu,
        Self::Sine,
    ];

    fn pair(self) -> Pair {
        match self {
            Self::Identity => (|z| z, |_z, _a| 1.0),
            Self::Sigmoid => (sigmoid, |_z, a| a * (1.0 - a)),
            Self::Tanh => (tanh, |_z, a| 1.0 - a * a),
            Self::Relu => (|z| z.max(0.0), |z, _a| if z > 0.0 { 1.0 } else { 0.0 }),
            Self::LeakyRelu => {
                (|z| if z > 0.0 { z } else { LEAK * z }, |z, _a| if z > 0.0 { 1.0 } else { LEAK })
            }
            Self::Softplus => (softplus, |z, _a| sigmoid(z)),
            Self::Gelu => (
                |z| z * normal(z).0,
                |z, _a| {
                    let (cumulative, density) = normal(z);
                    cumulative + z * density
                },
            ),
            Self::Sine => (sin, |z, _a| cos(z)),
        }
    }

    /// Writes f(z) for every weighted sum z; both slices have the same length.
    pub(crate) fn values(self, sums: &[f32], values: &mut [f32]) {
        let (value, _) = self.pair();
        for (a, &z) in values.iter_mut().zip(sums) {
            *a = value(z);
        }
    }

    /// Turns gradients by the values into gradients by the weighted sums: multiplies each by f′(z).
    pub(crate) fn back(self, sums: &[f32], values: &[f32], gradients: &mut [f32]) {
        let (_, slope) = self.pair();
        for ((g, &z), &a) in gradients.iter_mut().zip(sums).zip(values) {
            *g *= slope(z, a);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slope_is_the_finite_difference_of_its_value() {
        const H: f32 = 1e-2;
        for activation in Activation::ALL {
            let (value, slope) = activation.pair();
            for z in [-3.0f32, -0.7, 0.3, 1.9, 4.0] {
                let difference = (f64::from(value(z + H)) - f64::from(value(z - H))) / (2.0 * f64::from(H));
                // h² f‴/6 stays under 5e-5 for all of these; the rest is 32-bit rounding over 2h.
                assert!((f64::from(slope(z, value(z))) - difference).abs() < 1e-4, "{activation:?} at {z}");
            }
        }
    }

    #[test]
    fn known_values() {
        let at = |activation: Activation, z: f32| activation.pair().0(z);
        assert_eq!(at(Activation::Relu, -2.0), 0.0);
        assert_eq!(at(Activation::LeakyRelu, -2.0), -0.02);
        // PyTorch 1.13: torch.nn.functional.gelu(torch.tensor(1.)) and softplus(1.)
        assert!((at(Activation::Gelu, 1.0) - 0.841_344_7).abs() < 1e-6);
        assert!((at(Activation::Softplus, 1.0) - 1.313_261_6).abs() < 1e-6);
        assert!((at(Activation::Sine, 1.0) - 0.841_471).abs() < 1e-6);
    }
}
