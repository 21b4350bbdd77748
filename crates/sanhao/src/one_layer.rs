//! A network of one layer: forward, loss and back of a batch in one pass, its sums in registers.

use wide::f32x4;

use crate::blocks::Block;
use crate::kernels::{sum_of_lanes, sums_of_lanes};

/// Room for the parameters of such a layer.
const MOST: usize = 12;

/// One pass over a batch. `back` returns the sum of the students' losses.
pub(crate) struct OneLayer<'a, const INPUTS: usize, const OUTPUTS: usize> {
    /// OUTPUTS × INPUTS.
    pub weights: &'a [f32],
    /// OUTPUTS, or empty.
    pub biases: &'a [f32],
    pub batch: Block<'a>,
    /// For the gradient of the mean loss, laid out as the parameters: weights before biases.
    pub gradient: &'a mut [f32x4],
}

impl<const INPUTS: usize, const OUTPUTS: usize> OneLayer<'_, INPUTS, OUTPUTS> {
    #[inline(always)]
    pub(crate) fn back(self, terms: f32, loss: impl Fn(&[f32x4], &[f32x4], &mut [f32x4]) -> f32x4) -> f64 {
        let Self { weights, biases, batch, gradient } = self;
        let has_biases = !biases.is_empty();
        let weights: [[f32x4; INPUTS]; OUTPUTS] =
            std::array::from_fn(|unit| std::array::from_fn(|i| f32x4::splat(weights[unit * INPUTS + i])));
        let start: [f32x4; OUTPUTS] =
            std::array::from_fn(|unit| f32x4::splat(biases.get(unit).copied().unwrap_or(0.0)));
        let share = f32x4::splat(1.0 / (terms * batch.students as f32));
        let mut sum = f32x4::ZERO;
        let mut products = [[f32x4::ZERO; INPUTS]; OUTPUTS];
        let mut sums = [f32x4::ZERO; OUTPUTS];
        let (features, targets) =
            (batch.features.as_chunks::<INPUTS>().0, batch.targets.as_chunks::<OUTPUTS>().0);
        for (group, (features, targets)) in features.iter().zip(targets).enumerate() {
            let mut logits = start;
            for (z, weights) in logits.iter_mut().zip(&weights) {
                weights.iter().zip(features).for_each(|(&w, &x)| *z += w * x);
            }
            let mut deltas = [f32x4::ZERO; OUTPUTS];
            let present = batch.present(group);
            sum += loss(&logits, targets, &mut deltas) * present;
            for (unit, delta) in deltas.iter().enumerate() {
                let delta = *delta * (share * present);
                products[unit].iter_mut().zip(features).for_each(|(product, &x)| *product += delta * x);
                sums[unit] += delta;
            }
        }
        // In whole vectors: what reads the gradient next reads vectors, and would wait for parts to come together.
        let mut parameters = [f32x4::ZERO; MOST];
        parameters[..OUTPUTS * INPUTS].copy_from_slice(products.as_flattened());
        if has_biases {
            parameters[OUTPUTS * INPUTS..][..OUTPUTS].copy_from_slice(&sums);
        }
        let vectors = (OUTPUTS * (INPUTS + 1)).div_ceil(4);
        for (gradient, &lanes) in gradient.iter_mut().zip(&parameters.as_chunks::<4>().0[..vectors]) {
            *gradient = sums_of_lanes(lanes).into();
        }
        f64::from(sum_of_lanes(sum)) / f64::from(terms)
    }
}
