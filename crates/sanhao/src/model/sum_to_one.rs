//! The constraint under which the first layer's weights, in raw score units, are positive and sum to one for each neuron.
//!
//! The weights of a neuron are the softmax s of its free parameters v: sᵢ = e^vᵢ / Σⱼ e^vⱼ. The optimizer changes v. A
//! scaled score is a raw score divided by its scale, so that the layer multiplies scaled scores by sᵢ · scaleᵢ.

use wide::f32x4;

use crate::math::{exp, ln};

/// The lower limit of v − max v. A weight of e^−80 changes no prediction, and every weight stays positive.
pub(super) const LEAST_LOGARITHM: f32 = -80.0;

/// The weights of the first layer under the constraint.
#[derive(Clone, Debug)]
pub(crate) struct SumToOne {
    /// The softmax, units × inputs.
    shares: Vec<f32>,
    /// The weights of scaled scores, units × inputs: each share times its feature's scale.
    weights: Vec<f32>,
    /// One a feature.
    scales: Vec<f32>,
}

impl SumToOne {
    /// For a first layer of `units` neurons and one scale a feature; [`SumToOne::apply`] computes the weights.
    pub(crate) fn new(units: usize, scales: &[f64]) -> Self {
        let zeros = || vec![0.0; units * scales.len()];
        Self { shares: zeros(), weights: zeros(), scales: scales.iter().map(|&scale| scale as f32).collect() }
    }

    /// The weights that the layer multiplies scaled scores by, units × inputs.
    #[inline(always)]
    pub(crate) fn weights(&self) -> &[f32] {
        &self.weights
    }

    /// Computes the weights from the free parameters, units × inputs.
    #[inline(never)]
    pub(crate) fn apply(&mut self, parameters: &[f32]) {
        let inputs = self.scales.len();
        let rows = self.shares.chunks_exact_mut(inputs).zip(self.weights.chunks_exact_mut(inputs));
        for (free, (shares, weights)) in parameters.chunks_exact(inputs).zip(rows) {
            let largest = free.iter().copied().fold(f32::NEG_INFINITY, f32::max);
            shares.iter_mut().zip(free).for_each(|(share, v)| {
                *share = exp(f32x4::splat((v - largest).max(LEAST_LOGARITHM))).as_array()[0];
            });
            let sum: f32 = shares.iter().sum();
            for ((weight, share), scale) in weights.iter_mut().zip(shares).zip(&self.scales) {
                *share /= sum;
                *weight = *share * scale;
            }
        }
    }

    /// Turns the gradient by the weights, units × inputs, into the gradient by the free parameters:
    /// ∂L/∂vᵢ = sᵢ (gᵢ − Σⱼ sⱼ gⱼ) with the shares s and the gradient g by the shares.
    pub(crate) fn backward(&self, gradient: &mut [f32]) {
        let inputs = self.scales.len();
        for (gradient, shares) in gradient.chunks_exact_mut(inputs).zip(self.shares.chunks_exact(inputs)) {
            gradient.iter_mut().zip(&self.scales).for_each(|(g, scale)| *g *= scale);
            through_softmax(shares, gradient);
        }
    }

    /// Turns the gradient by one unit's weights into the step of its shares under plain gradient descent, per unit of the
    /// learning rate. A step of the free parameters by −∂L/∂v changes the shares through the Jacobian of the softmax once
    /// more; the Jacobian is symmetric.
    pub(crate) fn descend(&self, unit: usize, gradient: &mut [f32]) {
        let inputs = self.scales.len();
        let shares = &self.shares[unit * inputs..][..inputs];
        gradient.iter_mut().zip(&self.scales).for_each(|(g, scale)| *g = 0.0 - *g * scale);
        through_softmax(shares, gradient);
        through_softmax(shares, gradient);
    }
}

/// Divides one unit's shares by their sum.
pub(crate) fn normalise(shares: &mut [f32]) {
    let sum: f64 = shares.iter().map(|&share| f64::from(share)).sum();
    shares.iter_mut().for_each(|share| *share = (f64::from(*share) / sum) as f32);
}

/// A free parameter that gives a share, if those of its unit sum to one.
pub(crate) fn free_from_share(share: f32) -> f32 {
    ln(f32x4::splat(share)).as_array()[0].max(LEAST_LOGARITHM)
}

/// Multiplies by the Jacobian of the softmax: sᵢ (gᵢ − Σⱼ sⱼ gⱼ).
#[inline(always)]
fn through_softmax(shares: &[f32], gradient: &mut [f32]) {
    let mean: f32 = gradient.iter().zip(shares).map(|(g, share)| g * share).sum();
    gradient.iter_mut().zip(shares).for_each(|(g, share)| *g = share * (*g - mean));
}
