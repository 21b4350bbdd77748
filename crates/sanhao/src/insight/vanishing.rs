//! Why a run's gradient vanishes.

use bytemuck::cast_slice;
use serde::Serialize;
use wide::f32x4;

use crate::data::batches::PackedBatches;
use crate::data::dataset::Role;
use crate::insight::objective::{BUDGET, visits};
use crate::math::kernels::LANES;
use crate::math::sqrt;
use crate::model::view::ModelView;
use crate::training::trainer::Trainer;

/// Why the loss falls no further.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Cause {
    /// Hidden neurons have the slope 0 for every training student: a ReLU below 0, a tanh or sigmoid too far out.
    Flat {
        /// How many have.
        neurons: usize,
        /// Of how many hidden neurons.
        of: usize,
    },
    /// The output has the slope 0 for most students, and for most of those whose prediction is wrong: their weighted sums are
    /// too large.
    Saturated {
        /// For how many students it has.
        students: usize,
        /// Of how many training students.
        of: usize,
    },
    /// The students pull, but their pulls cancel.
    Cancelling,
    /// All weights of a layer are 0 in a network that no student pulls: an error does not pass them on its way back.
    ZeroWeights,
    /// Students with the same scores have different targets: no model can be right about all of them, and none has a much
    /// lower loss.
    Twins {
        /// How many training students.
        students: usize,
    },
    /// The schedule has taken the learning rate to less than a tenth; at the rate before it the loss would fall.
    Ended,
    /// A penalty or a weight decay holds the weights back; without it the loss would fall.
    Held,
    /// The weights are held to a sum of one, and the students' errors ask for another sum.
    SumToOne,
    /// The model has no bias, and the students' errors ask for one.
    NoBias,
    /// Without a hidden layer the outputs follow a plane, and the students' errors follow products of scores.
    Straight,
}

/// What a pass of a single student costs, in visits of a parameter: forward and back, in vectors of four.
const PASS_OF_ONE: usize = 8;

/// A prediction this close to its targets is right.
const RIGHT: f32 = 1e-3;

/// Why the gradient is small, if the numbers say it. The evaluation must be that of the present parameters.
pub(super) fn cause(trainer: &Trainer) -> Option<Cause> {
    let loss = trainer.experiment().training.loss;
    let ModelView { dataset, network, .. } = trainer.view();
    let order = dataset.with_role(Role::Training);
    let students = PackedBatches::new(dataset, &order, order.len());
    let (inputs, outputs) = (network.layers[0].inputs, network.outputs());
    let mut workspace = network.workspace();
    let mut sloping: Vec<Vec<bool>> = network.layers.iter().map(|layer| vec![false; layer.units]).collect();
    // Of each student, whether the output has the slope 0.
    let mut saturated = vec![];
    let batch = students.batch(0);
    for block in batch.parts(inputs, outputs) {
        network.backward_part(loss, block, batch.students, &mut workspace, true);
        for ((layer, sloping), [sums, values, deltas]) in
            network.layers.iter().zip(&mut sloping).zip(workspace.passes())
        {
            let length = block.groups() * layer.units;
            let (sums, values, deltas) = (&sums[..length], &values[..length], &deltas[..length]);
            match layer.activation {
                Some(activation) => {
                    let mut slopes = vec![f32x4::ONE; length];
                    activation.backward(sums, values, &mut slopes);
                    for slopes in students_of(&slopes, layer.units, block.students) {
                        sloping.iter_mut().zip(slopes).for_each(|(any, slope)| *any |= slope != 0.0);
                    }
                }
                None => {
                    let deltas = students_of(deltas, layer.units, block.students);
                    saturated.extend(deltas.map(|deltas| deltas.iter().all(|&d| d == 0.0)));
                }
            }
        }
    }
    let hidden = &sloping[..sloping.len() - 1];
    let of: usize = hidden.iter().map(Vec::len).sum();
    let flat: usize = hidden.iter().flatten().filter(|any| !**any).count();
    let through = hidden.iter().all(|layer| layer.iter().any(|&any| any));
    let wrong = order.iter().zip(&saturated).filter(|&(&student, _)| is_wrong(trainer, student));
    if !through || 2 * flat > of {
        Some(Cause::Flat { neurons: flat, of })
    } else if is_most(saturated.iter().copied()) && is_most(wrong.map(|(_, saturated)| *saturated)) {
        let students = saturated.iter().filter(|&&saturated| saturated).count();
        Some(Cause::Saturated { students, of: batch.students })
    } else {
        let [sum, sizes] = pulls(trainer, &order)?;
        let blocked =
            || (0..network.layers.len()).any(|layer| network.weight_slice(layer).iter().all(|&w| w == 0.0));
        if sizes == 0.0 {
            (!hidden.is_empty() && blocked()).then_some(Cause::ZeroWeights)
        } else {
            // To a thousandth.
            (sum <= 1e-3 * sizes).then_some(Cause::Cancelling)
        }
    }
}

/// Whether more than half are true.
fn is_most(flags: impl Iterator<Item = bool>) -> bool {
    let [count, all] = flags.fold([0, 0], |[count, all], flag| [count + usize::from(flag), all + 1]);
    2 * count > all
}

/// Whether a student's prediction misses a target. A right one may have the slope 0 too: σ(z) − 1 is 0 from z = 17.4 on.
fn is_wrong(trainer: &Trainer, student: usize) -> bool {
    let predictions = trainer.evaluation().predictions();
    let targets = &trainer.view().dataset.targets;
    let pairs = predictions.row(student).into_iter().zip(targets.row(student));
    pairs.into_iter().any(|(prediction, target)| (prediction - target).abs() > RIGHT)
}

/// The length of the sum of the training students' gradients, and the sum of their lengths. None where looking takes too long.
fn pulls(trainer: &Trainer, order: &[usize]) -> Option<[f64; 2]> {
    let loss = trainer.experiment().training.loss;
    let ModelView { dataset, network, .. } = trainer.view();
    if visits([order.len(), network.parameters().len(), PASS_OF_ONE]) > BUDGET {
        return None;
    }
    let each = PackedBatches::new(dataset, order, 1);
    let mut workspace = network.workspace();
    let count = network.parameters().len();
    let (mut sum, mut sizes) = (vec![0.0; count], 0.0);
    for index in 0..each.batches() {
        network.backward(loss, each.batch(index), &mut workspace);
        let gradient = &cast_slice::<_, f32>(&workspace.gradient)[..count];
        let squares: f64 = gradient.iter().map(|&g| f64::from(g) * f64::from(g)).sum();
        sizes += sqrt(squares);
        sum.iter_mut().zip(gradient).for_each(|(sum, &g)| *sum += f64::from(g));
    }
    Some([sqrt(sum.iter().map(|s: &f64| s * s).sum()), sizes])
}

/// Each student's numbers of a layer, `units` of them, out of groups × units vectors.
fn students_of(vectors: &[f32x4], units: usize, students: usize) -> impl Iterator<Item = Vec<f32>> {
    (0..students).map(move |student| {
        let group = &vectors[student / LANES * units..][..units];
        group.iter().map(|vector| vector.as_array()[student % LANES]).collect()
    })
}
