//! One update written out: every number between the scores and the new weights.

use bytemuck::{cast_slice, cast_slice_mut};
use ndarray::{Array2, Axis};
use wide::f32x4;

use crate::data::batches::{PackedBatch, PackedBatches};
use crate::data::dataset::{Dataset, Role};
use crate::insight::analysis::Analysis;
use crate::math::kernels::LANES;
use crate::model::loss::LossInput;
use crate::model::network::{Network, Workspace};
use crate::spec::check::length;
use crate::spec::error::{Error, Quantity};
use crate::spec::training::{Loss, Optimizer};
use crate::training::divergence::within_limit;
use crate::training::optimizer::OptimizerState;
use crate::training::update_input::UpdateInput;

/// One update with all intermediate values. Parameters are those that training changes, laid out as
/// [`UpdateInput::parameters`]; students are in the order of the batch.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Explanation {
    /// Each subject's shift: a feature is (score − shift) / scale.
    pub shifts: Vec<f64>,
    /// Each subject's scale.
    pub scales: Vec<f64>,
    /// The input of the first layer, scaled: students × inputs.
    pub features: Array2<f32>,
    /// Students × outputs.
    pub targets: Array2<f32>,
    /// The parameters as the layers use them: under sum-to-one the weights in place of the free parameters.
    pub used: Vec<f32>,
    /// The pass through each layer, the output's last.
    pub layers: Vec<LayerPass>,
    /// Each student's own loss.
    pub losses: Vec<f32>,
    /// The mean of the losses, without penalties: the function whose gradient the batch gives.
    pub loss: f64,
    /// The gradient of the loss by [`Explanation::used`].
    pub slopes: Vec<f32>,
    /// The gradient of the loss by the parameters, without penalties: [`Explanation::slopes`], under sum-to-one passed back
    /// through the softmax.
    pub unpenalised: Vec<f32>,
    /// The same with penalties: the input of the optimiser.
    pub gradient: Vec<f32>,
    /// The parameters after the update, the same bits as the trainer's.
    pub parameters: Vec<f32>,
    /// The parameters after an update of plain gradient descent instead, with the same gradient and learning rate.
    pub plain: Vec<f32>,
    /// The parameters after the update in raw score units; under sum-to-one the weights.
    pub raw: Vec<f32>,
    /// The optimiser's memory of gradients after the update, empty for one without; see [`UpdateInput::first`].
    pub first: Vec<f32>,
    /// The optimiser's memory of squared gradients after the update, empty for one without; see [`UpdateInput::second`].
    pub second: Vec<f32>,
}

/// One layer's forward and backward pass, students × units each.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct LayerPass {
    /// Weighted sums z, biases included.
    pub sums: Array2<f32>,
    /// The activations of the sums; in the last layer the predictions.
    pub values: Array2<f32>,
    /// The gradient of the batch's mean loss by each z.
    pub deltas: Array2<f32>,
}

/// Computes the next update of a run of the experiment and keeps every intermediate value. None where the update
/// exceeds the trainer's limits on losses, gradients and parameters, and the trainer stops.
///
/// # Errors
/// The input of a run of another network or table: `update_input.parameters: 3 weights, 4 expected`.
pub fn update(analysis: &Analysis, input: &UpdateInput) -> Result<Option<Explanation>, Error> {
    check(analysis, input)?;
    let Analysis { experiment, dataset, .. } = analysis;
    let training = &experiment.training;
    let mut network = analysis.trained_network();
    network.change(|parameters| {
        cast_slice_mut(parameters)[..input.parameters.len()].copy_from_slice(&input.parameters)
    });
    let mut used = input.parameters.clone();
    used[network.layers[0].weights.clone()].copy_from_slice(network.weight_slice(0));
    let count = used.len();
    let scalars = |vectors: &[f32x4]| cast_slice::<_, f32>(vectors)[..count].to_vec();

    let Pass { layers, losses, loss_sum, mut workspace } =
        Pass::new(&network, dataset, training.loss, &input.students);
    let slopes = scalars(&workspace.gradient);
    network.backward_constraint(&mut workspace);
    let unpenalised = scalars(&workspace.gradient);
    network.penalise(training.l1 as f32, training.l2 as f32, &mut workspace.gradient);

    let mut plain = network.vectors().to_vec();
    OptimizerState::new(Optimizer::Sgd, plain.len(), vec![]).update(
        &mut plain,
        &workspace.gradient,
        input.learning_rate,
    );
    let mut optimizer = OptimizerState::at(training.optimizer, network.weight_ranges(), input);
    let gradient = &workspace.gradient;
    network.change(|parameters| optimizer.update(parameters, gradient, input.learning_rate));
    // Written so that NaN exceeds the limit.
    let fits = loss_sum <= input.loss_limit * input.students.len() as f64
        && [gradient, network.vectors()].into_iter().all(within_limit);
    if !fits {
        return Ok(None);
    }
    let mut raw = vec![0.0; count];
    network.read_raw(&dataset.scaler, &mut raw);
    let [first, second] =
        optimizer.memory().map(|memory| if memory.is_empty() { vec![] } else { scalars(memory) });
    Ok(Some(Explanation {
        shifts: dataset.scaler.shifts().to_vec(),
        scales: dataset.scaler.scales().to_vec(),
        features: dataset.features.select(Axis(0), &input.students),
        targets: dataset.targets.select(Axis(0), &input.students),
        used,
        layers,
        losses,
        loss: loss_sum / input.students.len() as f64,
        slopes,
        unpenalised,
        gradient: scalars(gradient),
        parameters: network.parameters().to_vec(),
        plain: scalars(&plain),
        raw,
        first,
        second,
    }))
}

/// Refuses the input of a run of another network or table.
fn check(analysis: &Analysis, input: &UpdateInput) -> Result<(), Error> {
    analysis.check_length("update_input.parameters", input.parameters.len())?;
    let students = &input.students;
    let roles = &analysis.dataset.roles;
    let known = |&&student: &&usize| roles.get(student).is_some_and(|role| *role != Role::Incomplete);
    let known = students.iter().filter(known).count();
    // A batch has one student at least.
    length(&"update_input.students", known, students.len().max(1), Quantity::Students).map_err(|error| *error)
}

/// The forward and backward pass of a batch through the whole network.
struct Pass {
    layers: Vec<LayerPass>,
    losses: Vec<f32>,
    loss_sum: f64,
    /// Its gradient is that of the mean loss by the parameters as the layers use them.
    workspace: Workspace,
}

impl Pass {
    fn new(network: &Network, dataset: &Dataset, loss: Loss, students: &[usize]) -> Self {
        let mut pass = Self {
            layers: network
                .layers
                .iter()
                .map(|layer| LayerPass::zeros(students.len(), layer.units))
                .collect(),
            losses: vec![],
            loss_sum: 0.0,
            workspace: network.workspace(),
        };
        let blocks = PackedBatches::new(dataset, students, students.len());
        let batch = blocks.batch(0);
        let Self { layers, losses, loss_sum, workspace } = &mut pass;
        let mut first = 0;
        for block in batch.parts(dataset.inputs(), dataset.outputs()) {
            *loss_sum += network.backward_part(loss, block, batch.students, workspace, first == 0);
            let passes = network.layers.iter().zip(workspace.passes()).zip(&mut *layers);
            for ((layer, [sums, values, deltas]), to) in passes {
                copy_rows(sums, block.students, first, &mut to.sums);
                copy_rows(deltas, block.students, first, &mut to.deltas);
                if layer.activation.is_some() {
                    copy_rows(values, block.students, first, &mut to.values);
                    continue;
                }
                let logits = &sums[..block.groups() * layer.units];
                let mut predictions = logits.to_vec();
                network.output.values(layer.units, logits, &mut predictions);
                copy_rows(&predictions, block.students, first, &mut to.values);
                push_losses(network, loss, block, logits, losses);
            }
            first += block.students;
        }
        pass
    }
}

impl LayerPass {
    fn zeros(students: usize, units: usize) -> Self {
        let zeros = || Array2::zeros((students, units));
        Self { sums: zeros(), values: zeros(), deltas: zeros() }
    }
}

/// Each student's own loss, from its logits.
fn push_losses(
    network: &Network,
    loss: Loss,
    block: PackedBatch<'_>,
    logits: &[f32x4],
    losses: &mut Vec<f32>,
) {
    let (output, outputs) = (network.output, block.targets.len() / block.groups());
    let mut slopes = vec![f32x4::ZERO; outputs];
    for student in 0..block.students {
        let (group, lane) = (student / LANES, student % LANES);
        let alone = [f32x4::from(std::array::from_fn(|i| f32::from(u8::from(i == lane))))];
        let range = group * outputs..(group + 1) * outputs;
        let (logits, targets) = (&logits[range.clone()], &block.targets[range]);
        let input = LossInput { output, outputs, batch: 1, logits, targets, mask: &alone, bounds: false };
        losses.push(loss.backward(input, &mut slopes) as f32);
    }
}

/// Copies groups × units vectors of four students each into the rows of a matrix from row `first` on, one row a student.
fn copy_rows(vectors: &[f32x4], students: usize, first: usize, to: &mut Array2<f32>) {
    let units = to.ncols();
    for student in 0..students {
        let group = &vectors[student / LANES * units..][..units];
        let row = to.row_mut(first + student);
        row.into_iter().zip(group).for_each(|(to, vector)| *to = vector.as_array()[student % LANES]);
    }
}
