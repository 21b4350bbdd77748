//! The constraint of [`sum_to_one`](crate::model::sum_to_one) for four runs side by side: the same formulas in the same order,
//! a vector holding one number in each run.

use wide::f32x4;

use crate::math::exp;
use crate::math::kernels::LANES;
use crate::model::sum_to_one::LEAST_LOGARITHM;

/// The first layer's weights under the constraint, in each of four runs.
#[derive(Clone, Debug)]
pub(crate) struct QuadSumToOne {
    /// The softmax, units × inputs.
    shares: Vec<f32x4>,
    /// The weights of scaled scores, units × inputs.
    weights: Vec<f32x4>,
    /// One a feature.
    scales: Vec<f32x4>,
}

impl QuadSumToOne {
    /// For a first layer of `units` neurons and each run's scales of the features.
    pub(crate) fn new(units: usize, scales: [&[f64]; LANES]) -> Self {
        let of_feature = |i: usize| f32x4::from(scales.map(|scales| scales[i] as f32));
        let zeros = || vec![f32x4::ZERO; units * scales[0].len()];
        Self { shares: zeros(), weights: zeros(), scales: (0..scales[0].len()).map(of_feature).collect() }
    }

    /// The weights that the layer multiplies scaled scores by, units × inputs.
    #[inline(always)]
    pub(crate) fn weights(&self) -> &[f32x4] {
        &self.weights
    }

    /// Computes the weights from the free parameters, units × inputs.
    pub(crate) fn apply(&mut self, parameters: &[f32x4]) {
        let inputs = self.scales.len();
        let rows = self.shares.chunks_exact_mut(inputs).zip(self.weights.chunks_exact_mut(inputs));
        for (free, (shares, weights)) in parameters.chunks_exact(inputs).zip(rows) {
            let largest = free.iter().fold(f32x4::splat(f32::NEG_INFINITY), |m, &v| m.fast_max(v));
            shares.iter_mut().zip(free).for_each(|(share, &v)| {
                *share = exp((v - largest).fast_max(f32x4::splat(LEAST_LOGARITHM)));
            });
            let sum = sum(shares.iter().copied());
            for ((weight, share), &scale) in weights.iter_mut().zip(shares).zip(&self.scales) {
                *share /= sum;
                *weight = *share * scale;
            }
        }
    }

    /// Turns the gradient by the weights, units × inputs, into the gradient by the free parameters.
    pub(crate) fn backward(&self, gradient: &mut [f32x4]) {
        let inputs = self.scales.len();
        for (gradient, shares) in gradient.chunks_exact_mut(inputs).zip(self.shares.chunks_exact(inputs)) {
            gradient.iter_mut().zip(&self.scales).for_each(|(g, &scale)| *g *= scale);
            let mean = sum(gradient.iter().zip(shares).map(|(&g, &share)| g * share));
            gradient.iter_mut().zip(shares).for_each(|(g, &share)| *g = share * (*g - mean));
        }
    }
}

/// From −0 on, as the standard library sums numbers.
fn sum(numbers: impl Iterator<Item = f32x4>) -> f32x4 {
    numbers.fold(f32x4::splat(-0.0), |sum, number| sum + number)
}
