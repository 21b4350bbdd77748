//! Networks of one layer with three subjects in four runs side by side: the short path of
//! [`one_layer`](crate::model::one_layer), every sum in a register.
//!
//! The students that fill up a batch are left out: beside finite biases they add zeros, which change no sum.

use wide::f32x4;

use crate::data::batches::PackedBatch;
use crate::data::quad_batches::QuadBatch;
use crate::math::kernels::LANES;
use crate::math::quad_kernels::{add, sum_of_fours};
use crate::model::loss::GroupLoss;
use crate::model::quad_network::{QuadLoss, QuadNetwork, QuadWorkspace};

const INPUTS: usize = 3;

/// The same as [`QuadNetwork::backward`] for networks of one layer of `OUTPUTS` units and a loss of one term; returns bounds of
/// the losses.
#[inline(always)]
pub(crate) fn backward<const OUTPUTS: usize, L: GroupLoss>(
    loss: L,
) -> impl Fn(&QuadNetwork, QuadBatch<'_>, &mut QuadWorkspace) -> QuadLoss {
    move |network, batch, space| {
        let parameters = network.parameters();
        let (rows, _) = network.weights(0).as_chunks::<INPUTS>();
        let weights: [[f32x4; INPUTS]; OUTPUTS] = std::array::from_fn(|unit| rows[unit]);
        let biases = &parameters[OUTPUTS * INPUTS..];
        let start: [f32x4; OUTPUTS] =
            std::array::from_fn(|unit| biases.get(unit).copied().unwrap_or(f32x4::ZERO));
        let share = f32x4::splat(1.0 / batch.students as f32);
        let (features, _) = batch.features.as_chunks::<INPUTS>();
        let (targets, _) = batch.targets.as_chunks::<OUTPUTS>();
        let mut total = None;
        for from in (0..batch.students).step_by(PackedBatch::MAX_STUDENTS) {
            let to = batch.students.min(from + PackedBatch::MAX_STUDENTS);
            let students = || features[from..to].iter().zip(&targets[from..to]);
            let mut bounds = [f32x4::ZERO; LANES];
            let mut products = [[[f32x4::ZERO; LANES]; INPUTS]; OUTPUTS];
            let mut sums = [[f32x4::ZERO; LANES]; OUTPUTS];
            // The first of each four students, then the second of each four, and so on.
            for four in 0..LANES {
                let mut bound = f32x4::ZERO;
                let mut product = [[f32x4::ZERO; INPUTS]; OUTPUTS];
                let mut sum = [f32x4::ZERO; OUTPUTS];
                for (features, targets) in students().skip(four).step_by(LANES) {
                    let mut logits = start;
                    for (z, weights) in logits.iter_mut().zip(&weights) {
                        weights.iter().zip(features).for_each(|(&w, &x)| *z += w * x);
                    }
                    let mut deltas = [f32x4::ZERO; OUTPUTS];
                    let rest = loss.slopes(&logits, targets, &mut deltas);
                    for (unit, delta) in deltas.iter().enumerate() {
                        let delta = *delta * share;
                        product[unit]
                            .iter_mut()
                            .zip(features)
                            .for_each(|(product, &x)| *product += delta * x);
                        sum[unit] += delta;
                    }
                    bound += L::bound(rest);
                }
                bounds[four] = bound;
                for unit in 0..OUTPUTS {
                    sums[unit][four] = sum[unit];
                    (0..INPUTS).for_each(|i| products[unit][i][four] = product[unit][i]);
                }
            }
            let is_first = total.is_none();
            let (weights, biases) = space.gradient.split_at_mut(OUTPUTS * INPUTS);
            for (gradient, &products) in weights.iter_mut().zip(products.as_flattened()) {
                add(gradient, sum_of_fours(products), is_first);
            }
            for (gradient, &sums) in biases.iter_mut().zip(&sums) {
                add(gradient, sum_of_fours(sums), is_first);
            }
            total = Some(QuadLoss::and(total, sum_of_fours(bounds), 1.0));
        }
        network.backward_constraint(space);
        total.unwrap_or(QuadLoss { last: f32x4::ZERO, before: None, terms: 1.0 })
    }
}
