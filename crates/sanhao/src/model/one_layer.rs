//! Networks of one layer with three subjects, as in cases 1 to 3: forward pass, loss and backward pass of a batch in
//! one pass, with the loss compiled into the loop and every sum in a register.
//!
//! An update of such a network takes some ten nanoseconds. Passed on from layer to layer through memory, as
//! [`Network::backward`] does for all others, it takes two to three times the instructions.

use wide::f32x4;

use crate::data::batches::PackedBatch;
use crate::math::kernels::{LANES, sum_of_lanes, sums_of_lanes};
use crate::math::slices::{part, split};
use crate::model::loss::GroupLoss;
use crate::model::network::{Network, Workspace};

const INPUTS: usize = 3;

/// The groups of a part of a batch.
const PART: usize = PackedBatch::MAX_STUDENTS / LANES;

/// Room for the parameters, by whole vectors.
const MAX_PARAMETERS: usize = 12;

/// The same as [`Network::backward`] for a network of one layer of `OUTPUTS` units and a loss of one term.
#[inline(always)]
pub(crate) fn backward<const OUTPUTS: usize, L: GroupLoss>(
    loss: L,
) -> impl Fn(&Network, PackedBatch<'_>, &mut Workspace) -> f64 {
    move |network, batch, space| {
        let (weights, biases) = (network.weight_slice(0), part(network.parameters(), OUTPUTS * INPUTS..));
        let weights: [[f32x4; INPUTS]; OUTPUTS] =
            std::array::from_fn(|unit| std::array::from_fn(|i| f32x4::splat(weights[unit * INPUTS + i])));
        let start: [f32x4; OUTPUTS] =
            std::array::from_fn(|unit| f32x4::splat(biases.get(unit).copied().unwrap_or(0.0)));
        let share = f32x4::splat(1.0 / batch.students as f32);
        let mut total = 0.0;
        let (mut features, _) = batch.features.as_chunks::<INPUTS>();
        let (mut targets, _) = batch.targets.as_chunks::<OUTPUTS>();
        let mut mask = batch.mask;
        let mut is_first = true;
        // In the parts of the general way, whose sums are added up in the same order.
        loop {
            let (here, later) = split(mask, mask.len().min(PART));
            let mut sum = f32x4::ZERO;
            let mut products = [[f32x4::ZERO; INPUTS]; OUTPUTS];
            let mut sums = [f32x4::ZERO; OUTPUTS];
            let mut before = None;
            for ((features, targets), &mask) in features.iter().zip(targets).zip(here) {
                let mut logits = start;
                for (z, weights) in logits.iter_mut().zip(&weights) {
                    weights.iter().zip(features).for_each(|(&w, &x)| *z += w * x);
                }
                let mut deltas = [f32x4::ZERO; OUTPUTS];
                let rest = loss.slopes(&logits, targets, &mut deltas);
                for (unit, delta) in deltas.iter().enumerate() {
                    let delta = *delta * (share * mask);
                    products[unit].iter_mut().zip(features).for_each(|(product, &x)| *product += delta * x);
                    sums[unit] += delta;
                }
                // The update waits for the slopes: a group's loss, for which nothing waits, comes after the next one's.
                if let Some((rest, mask)) = before.replace((rest, mask)) {
                    sum += L::value(rest) * mask;
                }
            }
            if let Some((rest, mask)) = before {
                sum += L::value(rest) * mask;
            }
            // In whole vectors: what reads the gradient next reads vectors, and would wait for parts to come together.
            let mut parameters = [f32x4::ZERO; MAX_PARAMETERS];
            parameters[..OUTPUTS * INPUTS].copy_from_slice(products.as_flattened());
            if !biases.is_empty() {
                parameters[OUTPUTS * INPUTS..][..OUTPUTS].copy_from_slice(&sums);
            }
            let vectors = (OUTPUTS * (INPUTS + 1)).div_ceil(4);
            for (gradient, &lanes) in space.gradient.iter_mut().zip(&parameters.as_chunks::<4>().0[..vectors])
            {
                let of_part = sums_of_lanes(lanes);
                *gradient = if is_first { of_part } else { *gradient + of_part };
            }
            total += f64::from(sum_of_lanes(sum));
            if later.is_empty() {
                break;
            }
            (features, targets, mask) = (part(features, PART..), part(targets, PART..), later);
            is_first = false;
        }
        network.backward_constraint(space);
        total
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::batches::PackedBatches;
    use crate::data::dataset::{Dataset, Role};
    use crate::data::presets::Preset;
    use crate::math::random::{Purpose, Random};
    use crate::model::loss::{SigmoidBinary, linear_absolute, linear_squared, softmax_categorical};
    use crate::spec::experiment::Experiment;
    use crate::spec::scaling::Scaling;
    use crate::spec::training::Loss;

    /// One pass gives the bits of the way from layer to layer, with biases and without, for every size of a last group and
    /// for several parts.
    fn compare(
        mut experiment: Experiment,
        backward: impl Fn(&Network, PackedBatch<'_>, &mut Workspace) -> f64,
    ) {
        experiment.scaling = Scaling::DivideBy100;
        let few = experiment.table.students.clone();
        for (bias, students) in [(true, 1000), (true, 257), (true, 20), (true, 19), (false, 18), (false, 1)] {
            experiment.model.bias = bias;
            experiment.table.students = few.iter().cycle().take(students).cloned().collect();
            let dataset = Dataset::new(&experiment);
            let mut network = Network::new(&experiment.model, &dataset, 0);
            let mut random = Random::new(1, Purpose::Weights);
            network.change(|parameters| {
                let parameters: &mut [f32] = bytemuck::cast_slice_mut(parameters);
                parameters.iter_mut().for_each(|p| *p = random.unit() as f32);
            });
            let students = dataset.with_role(Role::Training);
            let batches = PackedBatches::new(&dataset, &students, students.len());
            let [mut once, mut general] = [network.workspace(), network.workspace()];
            let loss = backward(&network, batches.batch(0), &mut once);
            let expected = network.backward(experiment.training.loss, batches.batch(0), &mut general);
            assert_eq!(loss.to_bits(), expected.to_bits(), "{:?}", experiment.training.loss);
            let (gradient, expected) = (&once.gradient, &general.gradient);
            assert!(gradient.iter().any(|g| g.to_array() != [0.0; 4]), "{:?}", experiment.training.loss);
            assert!(
                gradient.iter().zip(expected).all(|(a, b)| a.to_array() == b.to_array()),
                "{experiment:?}"
            );
        }
    }

    #[test]
    fn one_pass_gives_the_bits_of_the_general_way() {
        let mut experiment = Preset::Weights.experiment();
        assert_eq!(experiment.training.loss, Loss::Absolute);
        compare(experiment.clone(), backward::<1, _>(linear_absolute));
        experiment.training.loss = Loss::Squared;
        compare(experiment, backward::<1, _>(linear_squared));
        compare(Preset::Award.experiment(), backward::<1, _>(SigmoidBinary));
        compare(Preset::Honours.experiment(), backward::<3, _>(softmax_categorical));
    }
}
