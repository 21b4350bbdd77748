//! One update written out: every number between the scores and the new weights.

use bytemuck::{cast_slice, cast_slice_mut};
use wide::f32x4;

use crate::data::batches::{PackedBatch, PackedBatches};
use crate::insight::analysis::Study;
use crate::math::kernels::LANES;
use crate::model::loss::LossInput;
use crate::model::network::Network;
use crate::spec::check::length;
use crate::spec::error::{Error, Quantity};
use crate::training::divergence::within_limit;
use crate::training::optimizer::OptimizerState;
use crate::training::update_input::UpdateInput;

/// An update and all that leads to it. Parameters are those that are trained, laid out as [`UpdateInput::parameters`]; students
/// stand in the order of the batch.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// What is taken off each subject's score, and what the rest is divided by.
    pub shifts: Vec<f64>,
    /// See [`Explanation::shifts`].
    pub scales: Vec<f64>,
    /// What the first layer sees of each student: students × inputs, scaled.
    pub features: Vec<f32>,
    /// Students × outputs.
    pub targets: Vec<f32>,
    /// The parameters as the layers use them: where weights sum to one, not the free ones but the weights.
    pub used: Vec<f32>,
    /// The pass through each layer, the output's last.
    pub layers: Vec<LayerPass>,
    /// Each student's own loss.
    pub losses: Vec<f32>,
    /// Their mean, without penalties: what the batch's gradient is the slope of.
    pub loss: f64,
    /// The slope of the loss by each of [`Explanation::used`].
    pub slopes: Vec<f32>,
    /// The gradient by each parameter, without penalties: [`Explanation::slopes`], through the softmax where weights sum to
    /// one.
    pub unpenalised: Vec<f32>,
    /// The same, penalties included: what the optimiser is given.
    pub gradient: Vec<f32>,
    /// The parameters after the update, the same bits as the trainer's.
    pub parameters: Vec<f32>,
    /// The same as a learner reads them: for raw scores, the weights where they sum to one.
    pub raw: Vec<f32>,
    /// What the optimiser remembers of gradients after it; empty where that is nothing. See [`UpdateInput::first`].
    pub first: Vec<f32>,
    /// What the optimiser remembers of squared gradients after it; empty where that is nothing. See [`UpdateInput::second`].
    pub second: Vec<f32>,
}

/// What a layer makes of the students and what comes back to it, students × units each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LayerPass {
    /// Weighted sums z, biases included.
    pub sums: Vec<f32>,
    /// What the activation, in the last layer the output, makes of them.
    pub values: Vec<f32>,
    /// The slope of the batch's mean loss by each z.
    pub deltas: Vec<f32>,
}

impl Study {
    /// Does the next update of a run of this experiment and keeps every number on the way; none where that update leads out
    /// of the numbers worth computing with, and the trainer stops.
    ///
    /// # Errors
    /// The update input of another network or table: `update_input.parameters: 3 weights, 4 expected`.
    pub fn explain(&mut self, update_input: &UpdateInput) -> Result<Option<Explanation>, Error> {
        self.check_length("update_input.parameters", update_input.parameters.len())?;
        let students = &update_input.students;
        let known = students.iter().filter(|&&student| student < self.dataset.students()).count();
        // A batch has one student at least.
        length(&"update_input.students", known, students.len().max(1), Quantity::Students)
            .map_err(|error| *error)?;
        let training = &self.experiment.training;
        let mut network = self.trained_network();
        network.change(|parameters| {
            cast_slice_mut(parameters)[..update_input.parameters.len()]
                .copy_from_slice(&update_input.parameters)
        });
        let mut used = update_input.parameters.clone();
        used[network.layers[0].weights.clone()].copy_from_slice(network.weight_slice(0));
        let count = used.len();
        let own = |vectors: &[f32x4]| cast_slice::<_, f32>(vectors)[..count].to_vec();

        let blocks = PackedBatches::new(&self.dataset, students, students.len());
        let batch = blocks.batch(0);
        let mut space = network.workspace();
        let (mut layers, mut losses) = (vec![LayerPass::default(); network.layers.len()], vec![]);
        let mut sum = 0.0;
        for (part, block) in batch.parts(self.dataset.inputs, self.dataset.outputs).enumerate() {
            sum += network.backward_part(training.loss, block, batch.students, &mut space, part == 0);
            let passes = network.layers.iter().zip(space.passes()).zip(&mut layers);
            for ((layer, [sums, values, deltas]), pass) in passes {
                by_student(sums, layer.units, block.students, &mut pass.sums);
                by_student(deltas, layer.units, block.students, &mut pass.deltas);
                if layer.activation.is_some() {
                    by_student(values, layer.units, block.students, &mut pass.values);
                    continue;
                }
                let logits = &sums[..block.groups() * layer.units];
                let mut predictions = logits.to_vec();
                network.output.values(layer.units, logits, &mut predictions);
                by_student(&predictions, layer.units, block.students, &mut pass.values);
                self.push_losses(&network, block, logits, &mut losses);
            }
        }
        let slopes = own(&space.gradient);
        network.backward_constraint(&mut space);
        let unpenalised = own(&space.gradient);
        network.penalise(training.l1 as f32, training.l2 as f32, &mut space.gradient);

        let mut optimizer = OptimizerState::at(training.optimizer, network.weight_ranges(), update_input);
        let gradient = &space.gradient;
        network.change(|parameters| optimizer.update(parameters, gradient, update_input.learning_rate));
        // Written so that NaN counts as too large.
        let fits = sum <= update_input.loss_limit * students.len() as f64
            && [gradient, network.vectors()].into_iter().all(within_limit);
        if !fits {
            return Ok(None);
        }
        let mut raw = vec![0.0; count];
        network.read_raw(&self.dataset.scaler, &mut raw);
        let of_students = |rows: &[f32], width: usize| {
            students.iter().flat_map(|&student| &rows[student * width..][..width]).copied().collect()
        };
        let [first, second] =
            optimizer.memory().map(|memory| if memory.is_empty() { vec![] } else { own(memory) });
        Ok(Some(Explanation {
            shifts: self.dataset.scaler.shifts().to_vec(),
            scales: self.dataset.scaler.scales().to_vec(),
            features: of_students(&self.dataset.features, self.dataset.inputs),
            targets: of_students(&self.dataset.targets, self.dataset.outputs),
            used,
            layers,
            losses,
            loss: sum / students.len() as f64,
            slopes,
            unpenalised,
            gradient: own(gradient),
            parameters: network.parameters().to_vec(),
            raw,
            first,
            second,
        }))
    }

    /// Each student's own loss, by its logits.
    fn push_losses(
        &self,
        network: &Network,
        block: PackedBatch<'_>,
        logits: &[f32x4],
        losses: &mut Vec<f32>,
    ) {
        let (output, outputs) = (network.output, self.dataset.outputs);
        let mut slopes = vec![f32x4::ZERO; outputs];
        for student in 0..block.students {
            let (group, lane) = (student / LANES, student % LANES);
            let alone = [f32x4::from(std::array::from_fn(|i| f32::from(u8::from(i == lane))))];
            let (from, to) = (group * outputs, (group + 1) * outputs);
            let (logits, targets) = (&logits[from..to], &block.targets[from..to]);
            let input = LossInput { output, outputs, batch: 1, logits, targets, mask: &alone };
            losses.push(self.experiment.training.loss.backward(input, &mut slopes) as f32);
        }
    }
}

/// Groups × width vectors of four students each become one row a student.
fn by_student(vectors: &[f32x4], width: usize, students: usize, rows: &mut Vec<f32>) {
    for student in 0..students {
        let group = &vectors[student / LANES * width..][..width];
        rows.extend(group.iter().map(|vector| vector.as_array()[student % LANES]));
    }
}
