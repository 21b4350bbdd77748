//! The network: dense layers over one flat array of parameters.
//!
//! Cases 1 to 3 are networks without a hidden layer; one engine serves all four.

mod initial;

use std::ops::Range;

use bytemuck::{cast_slice, cast_slice_mut};
use wide::f32x4;

use crate::data::batches::PackedBatch;
use crate::data::dataset::Dataset;
use crate::data::scaler::Scaler;
use crate::math::kernels::{self, LANES, Shape};
use crate::math::slices::{part, part_mut, split_mut};
use crate::model::loss::LossInput;
use crate::model::sum_to_one::{self, SumToOne};
use crate::spec::model::{Activation, Constraint, Model, Output};
use crate::spec::training::Loss;

/// One layer: its sizes, the ranges of its parameters and its activation.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Layer {
    /// The number of inputs.
    pub inputs: usize,
    /// The number of neurons, which is the number of outputs.
    pub units: usize,
    /// The range of the weights, units × inputs, among the parameters.
    pub weights: Range<usize>,
    /// The range of the biases, one a unit; empty in a model without bias.
    pub biases: Range<usize>,
    /// `None` for the output layer.
    pub activation: Option<Activation>,
}

impl Layer {
    pub(super) fn shape(&self) -> Shape {
        Shape { inputs: self.inputs, units: self.units }
    }
}

/// Dense layers. The last has an output; the first may have a constraint.
#[derive(Clone, Debug)]
pub(crate) struct Network {
    pub layers: Vec<Layer>,
    pub output: Output,
    /// Every parameter: layer by layer, weights before biases; what fills up the last vector is 0.
    parameters: Vec<f32x4>,
    /// How many parameters there are.
    count: usize,
    sum_to_one: Option<SumToOne>,
}

/// The memory of a forward and a backward pass over one part of a batch.
#[derive(Clone, Debug)]
pub(crate) struct Workspace {
    layers: Vec<LayerSpace>,
    /// The gradient of the loss by the parameters, laid out as they are.
    pub gradient: Vec<f32x4>,
}

/// One layer's values of a pass, groups × units vectors each.
#[derive(Clone, Debug)]
struct LayerSpace {
    /// The weighted sums with the biases.
    sums: Vec<f32x4>,
    /// The activation or the output of the sums.
    values: Vec<f32x4>,
    /// The gradient of the loss by the sums.
    deltas: Vec<f32x4>,
}

impl Workspace {
    /// Whether it is as large as [`Network::workspace`] makes it for a network.
    fn fits(&self, network: &Network) -> bool {
        let units = network.layers.iter().map(|layer| layer.units);
        self.gradient.len() == network.parameters.len()
            && self.layers.len() == network.layers.len()
            && self
                .layers
                .iter()
                .zip(units)
                .all(|(here, units)| here.sums.len() == units * PackedBatch::MAX_STUDENTS / LANES)
    }

    /// What the last block's way back left of each layer, groups × units vectors each: the sums, what the activation
    /// made of them (in the last layer nothing of use), the gradient by the sums.
    pub(crate) fn passes(&self) -> impl Iterator<Item = [&[f32x4]; 3]> {
        self.layers
            .iter()
            .map(|LayerSpace { sums, values, deltas }| [sums, values, deltas].map(Vec::as_slice))
    }

    /// What each layer's activation or output made of the last block, one after the other: groups × units vectors each.
    pub(crate) fn values(&self) -> impl Iterator<Item = &[f32x4]> {
        self.layers.iter().map(|layer| layer.values.as_slice())
    }
}

impl Network {
    /// A network for a dataset's features and outputs, at its initial parameters.
    pub(crate) fn new(model: &Model, dataset: &Dataset, seed: u32) -> Self {
        let layers = layers(model, dataset.inputs(), dataset.outputs());
        let parameters = initial::parameters(&model.initial, &layers, seed);
        let sum_to_one = (model.weights == Constraint::SumToOne)
            .then(|| SumToOne::new(layers[0].units, dataset.scaler.scales()));
        let count = layers.last().map_or(0, |layer| layer.biases.end);
        let mut network = Self { layers, output: model.output, parameters, count, sum_to_one };
        network.constrain();
        network
    }

    /// Memory for blocks of up to [`PackedBatch::MAX_STUDENTS`] students.
    pub(crate) fn workspace(&self) -> Workspace {
        let space = |layer: &Layer| {
            let buffer = || vec![f32x4::ZERO; layer.units * PackedBatch::MAX_STUDENTS / LANES];
            LayerSpace { sums: buffer(), values: buffer(), deltas: buffer() }
        };
        Workspace {
            layers: self.layers.iter().map(space).collect(),
            gradient: vec![f32x4::ZERO; self.parameters.len()],
        }
    }

    /// The kept memory where it fits this network; otherwise new memory in its place.
    pub(crate) fn reuse_workspace<'a>(&self, kept: &'a mut Option<Workspace>) -> &'a mut Workspace {
        if !kept.as_ref().is_some_and(|workspace| workspace.fits(self)) {
            *kept = None;
        }
        kept.get_or_insert_with(|| self.workspace())
    }

    /// Every parameter: layer by layer, weights before biases.
    #[inline(always)]
    pub(crate) fn parameters(&self) -> &[f32] {
        &cast_slice(&self.parameters)[..self.count]
    }

    /// The same as vectors.
    pub(crate) fn vectors(&self) -> &[f32x4] {
        &self.parameters
    }

    /// Where the weights stand among the parameters.
    pub(crate) fn weight_ranges(&self) -> Vec<Range<usize>> {
        self.layers.iter().map(|layer| layer.weights.clone()).collect()
    }

    /// Adds the slopes of l1 · Σ|w| + ½ · l2 · Σw² over the weights' parameters to a gradient.
    pub(crate) fn penalise(&self, l1: f32, l2: f32, gradient: &mut [f32x4]) {
        let gradient = cast_slice_mut::<_, f32>(gradient);
        for layer in &self.layers {
            let weights = &self.parameters()[layer.weights.clone()];
            for (g, &w) in gradient[layer.weights.clone()].iter_mut().zip(weights) {
                *g += l1 * if w == 0.0 { 0.0 } else { w.signum() } + l2 * w;
            }
        }
    }

    /// The penalties l1 Σ|w| + l2/2 Σw² over the weights of all layers.
    #[inline(never)]
    pub(crate) fn penalty(&self, l1: f64, l2: f64) -> f64 {
        let weights = self.layers.iter().flat_map(|layer| &self.parameters()[layer.weights.clone()]);
        weights.map(|&w| f64::from(w)).map(|w| l1 * w.abs() + l2 / 2.0 * w * w).sum()
    }

    /// Changes the parameters and applies the constraint.
    #[inline(always)]
    pub(crate) fn change(&mut self, change: impl FnOnce(&mut [f32x4])) {
        change(&mut self.parameters);
        self.constrain();
    }

    /// Replaces every parameter by those that training changes, and applies the constraint.
    pub(crate) fn set_parameters(&mut self, numbers: impl Iterator<Item = f32>) {
        let parameters = cast_slice_mut::<_, f32>(&mut self.parameters)[..self.count].iter_mut();
        parameters.zip(numbers).for_each(|(parameter, number)| *parameter = number);
        self.constrain();
    }

    /// Whether the first layer's weights are held to a sum of one.
    pub(crate) fn sums_to_one(&self) -> bool {
        self.sum_to_one.is_some()
    }

    /// Writes every parameter in raw score units: layer by layer the weights, units × inputs, then the biases. Only
    /// the first layer's depend on the unit; under a constraint they are the weights and not the free parameters.
    pub(crate) fn read_raw(&self, scaler: &Scaler, raw: &mut [f32]) {
        raw.copy_from_slice(self.parameters());
        let first = &self.layers[0];
        let (weights, biases) = raw[..first.biases.end].split_at_mut(first.weights.end);
        weights.copy_from_slice(self.weight_slice(0));
        let mut biases = biases.iter_mut();
        for row in weights.chunks_exact_mut(first.inputs) {
            scaler.raw_from_scaled(row, biases.next());
        }
    }

    /// Takes every parameter as [`Network::read_raw`] writes them. Under the constraint the first layer's weights are
    /// positive and are brought to a sum of one.
    pub(crate) fn set_raw(&mut self, scaler: &Scaler, raw: &[f32]) {
        let parameters = &mut cast_slice_mut::<_, f32>(&mut self.parameters)[..self.count];
        parameters.copy_from_slice(raw);
        let first = &self.layers[0];
        let (weights, biases) = parameters[..first.biases.end].split_at_mut(first.weights.end);
        let mut biases = biases.iter_mut();
        for row in weights.chunks_exact_mut(first.inputs) {
            if self.sum_to_one.is_some() {
                sum_to_one::normalise(row);
            }
            if let Some(b) = biases.next() {
                *b = (f64::from(*b) + scaler.shifted(row)) as f32;
            }
            for (w, &scale) in row.iter_mut().zip(scaler.scales()) {
                *w = match self.sum_to_one {
                    Some(_) => sum_to_one::free_from_share(*w),
                    None => (f64::from(*w) * scale) as f32,
                };
            }
        }
        self.constrain();
    }

    /// The weighted sums of the outputs for a block's features, groups × outputs.
    pub(crate) fn sums<'a>(
        &self,
        features: &[f32x4],
        groups: usize,
        space: &'a mut Workspace,
    ) -> &'a [f32x4] {
        self.logits(features, groups, space);
        &space.layers[self.layers.len() - 1].sums[..self.outputs() * groups]
    }

    /// The gradient of each student's own loss by its logits, groups × outputs.
    pub(crate) fn slopes<'a>(
        &self,
        loss: Loss,
        block: PackedBatch<'_>,
        space: &'a mut Workspace,
    ) -> &'a [f32x4] {
        self.loss(loss, block, 1, space);
        &space.layers[self.layers.len() - 1].deltas[..self.outputs() * block.groups()]
    }

    /// Turns a gradient by one unit's weights in a network of one layer, over scaled features, into the step that plain
    /// descent takes among its raw weights, per unit of the learning rate.
    pub(crate) fn descend_raw(&self, unit: usize, scales: &[f64], gradient: &mut [f32]) {
        match &self.sum_to_one {
            Some(constraint) => constraint.descend(unit, gradient),
            None => gradient.iter_mut().zip(scales).for_each(|(g, &scale)| *g = 0.0 - *g / scale as f32),
        }
    }

    /// The predictions for a block's features, groups × outputs.
    pub(crate) fn forward<'a>(
        &self,
        features: &[f32x4],
        groups: usize,
        space: &'a mut Workspace,
    ) -> &'a [f32x4] {
        self.logits(features, groups, space);
        let outputs = self.outputs();
        let last = self.layers.len() - 1;
        let LayerSpace { sums, values, .. } = &mut space.layers[last];
        let predictions = &mut values[..outputs * groups];
        self.output.values(outputs, &sums[..outputs * groups], predictions);
        predictions
    }

    pub(crate) fn outputs(&self) -> usize {
        self.layers[self.layers.len() - 1].units
    }

    /// Leaves each layer's sums in the workspace, and the hidden layers' values.
    fn logits(&self, features: &[f32x4], groups: usize, space: &mut Workspace) {
        let mut inputs = features;
        for (l, (layer, here)) in self.layers.iter().zip(&mut space.layers).enumerate() {
            let sums = part_mut(&mut here.sums, ..layer.units * groups);
            kernels::affine(layer.shape(), self.weight_slice(l), self.slice(&layer.biases), inputs, sums);
            if let Some(activation) = layer.activation {
                let values = part_mut(&mut here.values, ..layer.units * groups);
                activation.values(sums, values);
                inputs = values;
            }
        }
    }

    /// The sum of the students' losses over a batch; leaves the gradient of their mean in the workspace.
    #[inline(always)] // into the loop over updates, for small networks
    pub(crate) fn backward(&self, loss: Loss, batch: PackedBatch<'_>, space: &mut Workspace) -> f64 {
        let mut sum = 0.0;
        for (part, block) in batch.parts(self.layers[0].inputs, self.outputs()).enumerate() {
            sum += self.backward_part(loss, block, batch.students, space, part == 0);
        }
        self.backward_constraint(space);
        sum
    }

    /// Turns the gradient by the weights into that by the free parameters, where a constraint holds.
    #[inline(always)]
    pub(crate) fn backward_constraint(&self, space: &mut Workspace) {
        if let Some(constraint) = &self.sum_to_one {
            constraint.backward(&mut cast_slice_mut(&mut space.gradient)[self.layers[0].weights.clone()]);
        }
    }

    /// A block's part in the gradient by what the layers multiply with, added to that of the batch's blocks before it.
    pub(crate) fn backward_part(
        &self,
        loss: Loss,
        block: PackedBatch<'_>,
        batch: usize,
        space: &mut Workspace,
        first: bool,
    ) -> f64 {
        let sum = self.loss(loss, block, batch, space);
        let groups = block.groups();
        let gradient = cast_slice_mut::<_, f32>(&mut space.gradient);
        let mut layers = space.layers.as_mut_slice();
        for (l, layer) in self.layers.iter().enumerate().rev() {
            let Some((here, before)) = layers.split_last_mut() else { break };
            let deltas = part(&here.deltas, ..layer.units * groups);
            let inputs =
                before.last().map_or(block.features, |below| part(&below.values, ..layer.inputs * groups));
            let (weights, biases) =
                split_mut(part_mut(gradient, layer.weights.start..layer.biases.end), layer.weights.len());
            kernels::add_gradient(layer.shape(), deltas, inputs, weights, biases, first);
            if let (Some(below), Some(activation)) =
                (before.last_mut(), l.checked_sub(1).and_then(|l| self.layers[l].activation))
            {
                let length = layer.inputs * groups;
                let gradients = part_mut(&mut below.deltas, ..length);
                kernels::transposed(layer.shape(), self.weight_slice(l), deltas, gradients);
                activation.backward(part(&below.sums, ..length), part(&below.values, ..length), gradients);
            }
            layers = before;
        }
        sum
    }

    /// The sum of the students' losses over a block of a batch of `batch` students; leaves the gradient by the logits in
    /// the workspace.
    pub(crate) fn loss(
        &self,
        loss: Loss,
        block: PackedBatch<'_>,
        batch: usize,
        space: &mut Workspace,
    ) -> f64 {
        let groups = block.groups();
        self.logits(block.features, groups, space);
        let outputs = self.outputs();
        let last = self.layers.len() - 1;
        let LayerSpace { sums, deltas, .. } = &mut space.layers[last];
        let logits = part(sums, ..outputs * groups);
        let PackedBatch { targets, mask, .. } = block;
        let input = LossInput { output: self.output, outputs, batch, logits, targets, mask, bounds: false };
        loss.backward(input, part_mut(deltas, ..outputs * groups))
    }

    /// The weights that a layer multiplies its inputs with, units × inputs: under the constraint, not the parameters.
    #[inline(always)]
    pub(crate) fn weight_slice(&self, layer: usize) -> &[f32] {
        match &self.sum_to_one {
            Some(constraint) if layer == 0 => constraint.weights(),
            _ => self.slice(&self.layers[layer].weights),
        }
    }

    fn slice(&self, range: &Range<usize>) -> &[f32] {
        part(self.parameters(), range.clone())
    }

    #[inline(always)]
    fn constrain(&mut self) {
        if let Some(constraint) = &mut self.sum_to_one {
            constraint.apply(&cast_slice(&self.parameters)[self.layers[0].weights.clone()]);
        }
    }
}

fn layers(model: &Model, inputs: usize, outputs: usize) -> Vec<Layer> {
    let hidden = model.hidden.iter().map(|layer| (layer.units, Some(layer.activation)));
    let mut inputs = inputs;
    let mut start = 0;
    hidden
        .chain([(outputs, None)])
        .map(|(units, activation)| {
            let weights = start..start + units * inputs;
            let biases = weights.end..weights.end + if model.bias { units } else { 0 };
            start = biases.end;
            Layer { inputs: std::mem::replace(&mut inputs, units), units, weights, biases, activation }
        })
        .collect()
}

#[cfg(test)]
mod tests;
