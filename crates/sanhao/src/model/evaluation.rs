//! Predictions for every student of a table with the present parameters, their losses and accuracies.

use ndarray::{Array2, ArrayView1, ArrayView2};

use crate::data::batches::{PackedBatch, PackedBatches, unpack};
use crate::data::dataset::{Dataset, Role};
use crate::model::network::{Layer, Network, Workspace};
use crate::model::output::{class_of, probability_of};
use crate::spec::model::Output;
use crate::spec::training::Loss;

/// Predictions, losses and accuracies over a whole table.
#[derive(Clone, Debug)]
pub struct Evaluation {
    /// Training students, held-out students, the others who can be predicted; losses and accuracies are those of one group.
    groups: [Group; 3],
    loss: Option<f64>,
    held_out_loss: Option<f64>,
    predictions: Array2<f32>,
    errors: Vec<f32>,
    classes: Vec<u8>,
    probabilities: Vec<f32>,
    accuracy: Option<f64>,
    held_out_accuracy: Option<f64>,
    layers: Vec<Layer>,
    parameters: Vec<f32>,
    threshold: Option<f64>,
}

/// Students that are evaluated together.
#[derive(Clone, Debug)]
struct Group {
    students: Vec<usize>,
    blocks: PackedBatches,
}

impl Evaluation {
    pub(crate) fn new(dataset: &Dataset, layers: &[Layer], output: Output, classes: usize) -> Self {
        let group = |roles: &[Role]| {
            let students: Vec<usize> =
                (0..dataset.students()).filter(|&i| roles.contains(&dataset.roles[i])).collect();
            let blocks = PackedBatches::new(dataset, &students, students.len().max(1));
            Group { students, blocks }
        };
        Self {
            groups: [
                group(&[Role::Training]),
                group(&[Role::HeldOut]),
                group(&[Role::Unlabelled, Role::LeftOut]),
            ],
            loss: None,
            held_out_loss: None,
            // The rows of students in no group stay NaN.
            predictions: Array2::from_elem((dataset.students(), dataset.outputs()), f32::NAN),
            errors: vec![f32::NAN; if classes > 0 { 0 } else { dataset.students() }],
            classes: vec![0; if classes > 0 { dataset.students() } else { 0 }],
            probabilities: vec![
                0.0;
                if classes > 0 && output != Output::Linear { dataset.students() } else { 0 }
            ],
            accuracy: None,
            held_out_accuracy: None,
            layers: layers.to_vec(),
            parameters: vec![0.0; layers.last().map_or(0, |layer| layer.biases.end)],
            threshold: None,
        }
    }

    /// Mean loss over the training students, without the penalties l1 and l2, in units of the loss (score points for the
    /// absolute loss). `None` if it is not finite.
    pub fn loss(&self) -> Option<f64> {
        self.loss
    }

    /// Mean loss over the held-out students. `None` without any, or if it is not finite.
    pub fn held_out_loss(&self) -> Option<f64> {
        self.held_out_loss
    }

    /// (n_students, n_outputs), in the table's order. A student with a missing score, or of whom a sum overflows 32
    /// bits, has no prediction: NaN in every output.
    pub fn predictions(&self) -> ArrayView2<'_, f32> {
        self.predictions.view()
    }

    /// Prediction − target of each student, in score points and in the table's order; NaN where either is missing. Empty
    /// for a table with classes.
    pub fn errors(&self) -> &[f32] {
        &self.errors
    }

    /// The predicted class of each student, an index into the table's classes, in the table's order; 0 without a
    /// prediction. Empty for a table with numbers.
    pub fn classes(&self) -> &[u8] {
        &self.classes
    }

    /// The probability of each student's predicted class, in the table's order; NaN without a prediction. Empty where
    /// the outputs are no probabilities.
    pub fn probabilities(&self) -> &[f32] {
        &self.probabilities
    }

    /// The fraction of the training students whose class is predicted correctly, from 0 to 1. `None` for a table with
    /// numbers.
    pub fn accuracy(&self) -> Option<f64> {
        self.accuracy
    }

    /// The fraction of the held-out students whose class is predicted correctly. `None` without any.
    pub fn held_out_accuracy(&self) -> Option<f64> {
        self.held_out_accuracy
    }

    /// The parameters in raw score units: layer by layer the weights, units × inputs, then the biases. Only the first
    /// layer's depend on the unit; under a constraint they are the weights and not the free parameters.
    pub fn parameters(&self) -> &[f32] {
        &self.parameters
    }

    /// The weights of one layer, (units, inputs), as in [`Evaluation::parameters`]; layers are counted from 0.
    ///
    /// # Panics
    /// Where there is no such layer.
    #[allow(clippy::expect_used, reason = "the range has units × inputs parameters")]
    pub fn weights(&self, layer: usize) -> ArrayView2<'_, f32> {
        let Layer { units, inputs, weights, .. } = &self.layers[layer];
        ArrayView2::from_shape((*units, *inputs), &self.parameters[weights.clone()]).expect("units × inputs")
    }

    /// The biases of one layer, one a unit, as in [`Evaluation::parameters`]; empty in a model without bias.
    ///
    /// # Panics
    /// Where there is no such layer.
    pub fn biases(&self, layer: usize) -> ArrayView1<'_, f32> {
        ArrayView1::from(&self.parameters[self.layers[layer].biases.clone()])
    }

    /// The learned threshold in score points: the weighted mean of scores, Σ w x / Σ w, at which the prediction is ½.
    /// With a sigmoid it is −b / Σ w. `None` unless the model is one layer with one output for two classes, and where Σ w
    /// is 0.
    pub fn threshold(&self) -> Option<f64> {
        self.threshold
    }

    /// Mean losses of the training and of the held-out students.
    pub(crate) fn losses(&self, loss: Loss, network: &Network, space: &mut Workspace) -> [Option<f64>; 2] {
        [&self.groups[0], &self.groups[1]].map(|group| group.mean_loss(loss, network, space))
    }

    pub(crate) fn evaluate(
        &mut self,
        loss: Loss,
        network: &Network,
        dataset: &Dataset,
        space: &mut Workspace,
    ) {
        [self.loss, self.held_out_loss] = self.losses(loss, network, space);
        let outputs = dataset.outputs();
        let rows = self.predictions.as_slice_mut().unwrap_or_default();
        for group in &self.groups {
            group.predict(network, space, outputs, rows);
        }
        for (i, row) in rows.chunks_exact_mut(outputs).enumerate() {
            reject_infinite(row);
            if let Some(error) = self.errors.get_mut(i) {
                *error = if dataset.labelled[i] { row[0] - dataset.targets[(i, 0)] } else { f32::NAN };
            }
            if let Some(class) = self.classes.get_mut(i) {
                *class = class_of(row.iter().copied()) as u8;
                if let Some(probability) = self.probabilities.get_mut(i) {
                    *probability = probability_of((*class).into(), row.iter().copied());
                }
            }
        }
        if !self.classes.is_empty() {
            [self.accuracy, self.held_out_accuracy] =
                [&self.groups[0], &self.groups[1]].map(|group| group.accuracy(dataset, self));
        }
        network.read_raw(&dataset.scaler, &mut self.parameters);
        self.threshold = self.learned_threshold(network);
    }

    fn learned_threshold(&self, network: &Network) -> Option<f64> {
        let [layer] = network.layers.as_slice() else { return None };
        if layer.units != 1 || self.classes.is_empty() {
            return None;
        }
        let sum: f64 = self.parameters[layer.weights.clone()].iter().map(|&w| f64::from(w)).sum();
        let bias = self.parameters[layer.biases.clone()].first().map_or(0.0, |&b| f64::from(b));
        finite((network.output.logit_of_half() - bias) / sum)
    }
}

impl Group {
    fn mean_loss(&self, loss: Loss, network: &Network, space: &mut Workspace) -> Option<f64> {
        let students = self.students.len();
        let sum: f64 = self.blocks.parts().map(|block| network.loss(loss, block, students, space)).sum();
        // No student: 0 / 0 is not finite either.
        finite(sum / students as f64)
    }

    /// Writes each student's predictions into its row, `outputs` of them.
    #[inline(never)] // there are three groups, and one copy of it is enough
    fn predict(&self, network: &Network, space: &mut Workspace, outputs: usize, rows: &mut [f32]) {
        for (block, students) in self.blocks.parts().zip(self.students.chunks(PackedBatch::MAX_STUDENTS)) {
            let predicted = network.forward(block.features, block.groups(), space);
            unpack(predicted, outputs, students, rows);
        }
    }

    #[inline(never)] // as `predict`
    fn accuracy(&self, dataset: &Dataset, of: &Evaluation) -> Option<f64> {
        let right = |&&i: &&usize| {
            class_of(dataset.targets.row(i).iter().copied()) == usize::from(of.classes[i])
                && of.predictions[(i, 0)].is_finite()
        };
        finite(self.students.iter().filter(right).count() as f64 / self.students.len() as f64)
    }
}

/// A student of whom one output is not finite has no prediction: NaN in every output.
pub(crate) fn reject_infinite(predictions: &mut [f32]) {
    if !predictions.iter().all(|p| p.is_finite()) {
        predictions.fill(f32::NAN);
    }
}

fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}
