//! Four networks of one shape side by side, a quad: forward and backward as in [`network`](crate::model::network), with a
//! vector that holds one number of each run where that has four students of one run. Each run's bits are those of the run
//! alone.

use wide::f32x4;

use crate::data::batches::PackedBatch;
use crate::data::quad_batches::{QuadBatch, QuadBatches};
use crate::math::kernels::LANES;
use crate::math::quad_kernels::{self as kernels, sum_of_fours};
use crate::model::loss::{LossInput, sign};
use crate::model::network::{Layer, Network};
use crate::model::quad_sum_to_one::QuadSumToOne;
use crate::spec::model::{Activation, Output};
use crate::spec::training::Loss;

/// Dense layers of four runs. All have one shape, one output and the constraint or not.
#[derive(Clone, Debug)]
pub(crate) struct QuadNetwork {
    pub layers: Vec<Layer>,
    pub output: Output,
    /// Every parameter, one vector of four runs each, laid out as in [`Network::parameters`].
    parameters: Vec<f32x4>,
    sum_to_one: Option<QuadSumToOne>,
    /// Whether every hidden value is at most 1, so that no sum of the last layer overflows.
    bounded: bool,
}

/// The memory of a pass over one part of a batch.
#[derive(Clone, Debug, Default)]
pub(crate) struct QuadWorkspace {
    layers: Vec<LayerSpace>,
    /// The gradient of the loss by the parameters, laid out as they are.
    pub gradient: Vec<f32x4>,
}

/// One layer's values of a pass, students × units vectors each.
#[derive(Clone, Debug)]
struct LayerSpace {
    sums: Vec<f32x4>,
    values: Vec<f32x4>,
    deltas: Vec<f32x4>,
}

/// The sum of the students' losses over a batch, in each of four runs, or a bound of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuadLoss {
    /// That of the last part, not yet divided by `terms`.
    pub last: f32x4,
    /// That of the parts before, if there are any.
    pub before: Option<[f64; LANES]>,
    /// [`Loss::terms`].
    pub terms: f64,
}

/// The penalties of four runs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Penalties {
    l1: f32x4,
    l2: f32x4,
    /// All bits set in the lanes of the runs that have one: to the others not even a zero is added, which would change −0.
    any: f32x4,
}

impl Penalties {
    /// Each run's l1 and l2; none where all are 0.
    pub(crate) fn new(runs: [[f64; 2]; LANES]) -> Option<Self> {
        let any = runs.map(|run| run != [0.0; 2]);
        any.contains(&true).then(|| Self {
            l1: runs.map(|[l1, _]| l1 as f32).into(),
            l2: runs.map(|[_, l2]| l2 as f32).into(),
            any: f32x4::from(any.map(|any| if any { 1.0 } else { 0.0 })).simd_gt(f32x4::ZERO),
        })
    }
}

impl QuadLoss {
    /// Each run's sum, in 64 bits.
    pub(crate) fn sums(self) -> [f64; LANES] {
        let last = self.last.to_array().map(|sum| f64::from(sum) / self.terms);
        self.before.map_or(last, |before| std::array::from_fn(|run| before[run] + last[run]))
    }

    /// With the sum of one more part.
    pub(super) fn and(earlier: Option<Self>, last: f32x4, terms: f64) -> Self {
        // The sum of parts begins with 0, to which the first part is added.
        Self { last, before: earlier.map(|earlier| earlier.sums().map(|sum| 0.0 + sum)), terms }
    }
}

impl QuadNetwork {
    /// Four networks of one shape at their parameters, with the scales of each one's features.
    pub(crate) fn new(networks: [&Network; LANES], scales: [&[f64]; LANES]) -> Self {
        let [first, ..] = networks;
        let of_runs = |i: usize| f32x4::from(networks.map(|network| network.parameters()[i]));
        let mut quad = Self {
            layers: first.layers.clone(),
            output: first.output,
            parameters: (0..first.parameters().len()).map(of_runs).collect(),
            sum_to_one: first.sums_to_one().then(|| QuadSumToOne::new(first.layers[0].units, scales)),
            bounded: first.layers.iter().filter_map(|layer| layer.activation).all(Activation::is_bounded),
        };
        quad.constrain();
        quad
    }

    /// Every parameter, one vector of four runs each.
    #[inline(always)]
    pub(crate) fn parameters(&self) -> &[f32x4] {
        &self.parameters
    }

    /// One run's parameters.
    pub(crate) fn of_run(&self, run: usize) -> impl Iterator<Item = f32> {
        self.parameters.iter().map(move |parameter| parameter.as_array()[run])
    }

    /// Changes the parameters and applies the constraint.
    #[inline(always)]
    pub(crate) fn change(&mut self, change: impl FnOnce(&mut [f32x4])) {
        change(&mut self.parameters);
        self.constrain();
    }

    #[inline(always)]
    fn constrain(&mut self) {
        if let Some(constraint) = &mut self.sum_to_one {
            constraint.apply(&self.parameters[self.layers[0].weights.clone()]);
        }
    }

    /// Replaces one run's parameters.
    pub(crate) fn set_run(&mut self, run: usize, parameters: &[f32]) {
        self.change(|vectors| {
            for (vector, &parameter) in vectors.iter_mut().zip(parameters) {
                vector.as_mut_array()[run] = parameter;
            }
        });
    }

    /// Adds the slopes of l1 · Σ|w| + ½ · l2 · Σw² over the weights' parameters to a gradient.
    pub(crate) fn penalise(&self, penalties: &Penalties, gradient: &mut [f32x4]) {
        let Penalties { l1, l2, any } = *penalties;
        for layer in &self.layers {
            let weights = &self.parameters[layer.weights.clone()];
            for (g, &w) in gradient[layer.weights.clone()].iter_mut().zip(weights) {
                *g = any.bitselect(*g + (l1 * sign(w) + l2 * w), *g);
            }
        }
    }

    /// Makes the memory large enough for this network and these batches.
    pub(crate) fn prepare(&self, space: &mut QuadWorkspace, batches: &QuadBatches) {
        let places = batches.largest_part();
        space.layers.resize_with(self.layers.len(), || LayerSpace {
            sums: vec![],
            values: vec![],
            deltas: vec![],
        });
        for (layer, LayerSpace { sums, values, deltas }) in self.layers.iter().zip(&mut space.layers) {
            for buffer in [sums, values, deltas] {
                buffer.resize(buffer.len().max(layer.units * places), f32x4::ZERO);
            }
        }
        space.gradient.resize(self.parameters.len(), f32x4::ZERO);
    }

    /// Bounds of the sums of the students' losses over a batch; leaves the gradients of their means in the workspace, as
    /// [`Network::backward`].
    pub(crate) fn backward(&self, loss: Loss, batch: QuadBatch<'_>, space: &mut QuadWorkspace) -> QuadLoss {
        let bound = self.over_parts(loss, true, batch, space, |block, space, first| {
            self.backward_part(block, space, first);
        });
        self.backward_constraint(space);
        bound
    }

    /// The sums of the students' losses over a batch.
    pub(crate) fn losses(&self, loss: Loss, batch: QuadBatch<'_>, space: &mut QuadWorkspace) -> QuadLoss {
        self.over_parts(loss, false, batch, space, |_, _, _| {})
    }

    /// Turns the gradient by the weights into that by the free parameters, where a constraint holds.
    #[inline(always)]
    pub(crate) fn backward_constraint(&self, space: &mut QuadWorkspace) {
        if let Some(constraint) = &self.sum_to_one {
            constraint.backward(&mut space.gradient[self.layers[0].weights.clone()]);
        }
    }

    /// The weights that a layer multiplies its inputs with, units × inputs.
    #[inline(always)]
    pub(crate) fn weights(&self, layer: usize) -> &[f32x4] {
        match &self.sum_to_one {
            Some(constraint) if layer == 0 => constraint.weights(),
            _ => &self.parameters[self.layers[layer].weights.clone()],
        }
    }

    /// The places of a part of a batch for which activations and losses are computed. The others fill up the last four.
    ///
    /// In a bounded network the slopes of those others are finite, and times their mask they are the zeros that are written
    /// here without computing them.
    fn computed_places(&self, block: QuadBatch<'_>) -> usize {
        if self.bounded { block.students } else { block.mask.len() }
    }

    /// Goes forward over each part of a batch and computes its loss, or a bound, and then what is to be done with it.
    #[inline(always)]
    fn over_parts(
        &self,
        loss: Loss,
        bounds: bool,
        batch: QuadBatch<'_>,
        space: &mut QuadWorkspace,
        then: impl Fn(QuadBatch<'_>, &mut QuadWorkspace, bool),
    ) -> QuadLoss {
        let outputs = self.layers[self.layers.len() - 1].units;
        let terms = loss.terms(self.output, outputs);
        let mut sum = None;
        for block in batch.parts(self.layers[0].inputs, outputs) {
            let of_part = self.loss_of_part(loss, bounds, block, batch.students, space);
            then(block, space, sum.is_none());
            sum = Some(QuadLoss::and(sum, of_part, terms));
        }
        sum.unwrap_or(QuadLoss { last: f32x4::ZERO, before: None, terms })
    }

    /// Leaves each layer's sums and values in the workspace, and the gradient by the logits.
    fn loss_of_part(
        &self,
        loss: Loss,
        bounds: bool,
        block: QuadBatch<'_>,
        batch: usize,
        space: &mut QuadWorkspace,
    ) -> f32x4 {
        let QuadBatch { features, targets, mask, .. } = block;
        let (places, computed) = (mask.len(), self.computed_places(block));
        let mut inputs = features;
        for (l, (layer, here)) in self.layers.iter().zip(&mut space.layers).enumerate() {
            let LayerSpace { sums, values, deltas } = here;
            let length = layer.units * places;
            let sums = &mut sums[..length];
            let biases = &self.parameters[layer.biases.clone()];
            kernels::affine(layer.shape(), self.weights(l), biases, inputs, sums);
            let of_students = layer.units * computed;
            let Some(activation) = layer.activation else {
                let mask = &mask[..computed];
                let input = LossInput {
                    output: self.output,
                    outputs: layer.units,
                    batch,
                    logits: sums,
                    targets,
                    mask,
                    bounds,
                };
                deltas[of_students..length].fill(f32x4::ZERO);
                return sum_of_fours(loss.sums(input, &mut deltas[..of_students]));
            };
            let values = &mut values[..length];
            activation.values(&sums[..of_students], &mut values[..of_students]);
            values[of_students..].fill(f32x4::ZERO);
            inputs = values;
        }
        f32x4::ZERO
    }

    fn backward_part(&self, block: QuadBatch<'_>, space: &mut QuadWorkspace, first: bool) {
        let (places, computed) = (block.mask.len(), self.computed_places(block));
        let mut layers = space.layers.as_mut_slice();
        for (l, layer) in self.layers.iter().enumerate().rev() {
            let Some((here, before)) = layers.split_last_mut() else { break };
            let deltas = &here.deltas[..layer.units * places];
            let length = layer.inputs * places;
            let inputs = before.last().map_or(block.features, |below| &below.values[..length]);
            let (weights, biases) =
                space.gradient[layer.weights.start..layer.biases.end].split_at_mut(layer.weights.len());
            kernels::add_gradient(layer.shape(), deltas, inputs, weights, biases, first);
            if let (Some(below), Some(activation)) =
                (before.last_mut(), l.checked_sub(1).and_then(|l| self.layers[l].activation))
            {
                let gradients = &mut below.deltas[..length];
                kernels::transposed(layer.shape(), self.weights(l), deltas, gradients);
                let of_students = layer.inputs * computed;
                let (sums, values) = (&below.sums[..of_students], &below.values[..of_students]);
                activation.backward(sums, values, &mut gradients[..of_students]);
            }
            layers = before;
        }
    }
}

/// The most students of a part, as of a run alone.
const _: () = assert!(PackedBatch::MAX_STUDENTS.is_multiple_of(LANES));
