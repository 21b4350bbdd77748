//! Per-sample steps: which way each student's own loss alone would move the weights.

use ndarray::ArrayView3;
use wide::f32x4;

use crate::data::batches::{PackedBatch, pack};
use crate::insight::prediction_grid::view;
use crate::math::kernels::LANES;
use crate::model::network::Workspace;
use crate::model::view::ModelView;

/// The step of plain gradient descent that each student's own loss asks for, per unit of the learning rate, without
/// penalties. It keeps its memory from one [`compute`](PerSampleSteps::compute) to the next.
///
/// - One layer: students × outputs × subjects. A step is what one update on that student's loss would add to the weight
///   *in raw score units*. In terms of the output's sum z and the scaled score x = (score − shift) / scale it is
///   −∂loss/∂z · x / scale: descent moves the weights of scaled scores, and a raw weight is a scaled one divided by its
///   scale. With raw scores that is −∂loss/∂weight. Under sum-to-one the gradient g by the weights goes through the softmax
///   with shares s to the free parameters and the step goes back through it, s ∘ (g − s·g) both times, so that the steps of
///   a unit add up to 0.
/// - Hidden layers: students × outputs × 1, −∂loss/∂z of each output's sum z.
///
/// A student without a target, or with a missing score, has the step 0.
#[derive(Debug, Default)]
pub struct PerSampleSteps {
    /// Students, outputs, and subjects or 1.
    shape: [usize; 3],
    values: Vec<f32>,
    features: Vec<f32x4>,
    targets: Vec<f32x4>,
    workspace: Option<Workspace>,
}

impl PerSampleSteps {
    /// Computes the steps of `count` students from row `first` of the table on; rows beyond the table are left out.
    pub fn compute(&mut self, model: ModelView<'_>, first: usize, count: usize) {
        let ModelView { experiment, dataset, network } = model;
        let loss = experiment.training.loss;
        let first = first.min(dataset.students());
        let last = first.saturating_add(count).min(dataset.students());
        let (inputs, outputs) = (dataset.inputs(), dataset.outputs());
        let one_layer = network.layers.len() == 1;
        self.shape = [last - first, outputs, if one_layer { inputs } else { 1 }];
        self.features.resize(inputs, f32x4::ZERO);
        self.targets.resize(outputs, f32x4::ZERO);
        let Self { values, features, targets, workspace, .. } = self;
        let workspace = network.reuse_workspace(workspace);
        values.clear();
        for start in (first..last).step_by(LANES) {
            let rows = [start, start + 1, start + 2, start + 3];
            let rows = &rows[..LANES.min(last - start)];
            pack(dataset.features.view(), rows, features);
            pack(dataset.targets.view(), rows, targets);
            let block = PackedBatch { features, targets, mask: &[f32x4::ONE], students: rows.len() };
            let slopes = network.slopes(loss, block, workspace);
            for (lane, &row) in rows.iter().enumerate() {
                for (unit, slope) in slopes.iter().enumerate() {
                    let slope = if dataset.labelled[row] { slope.as_array()[lane] } else { 0.0 };
                    if !one_layer {
                        values.push(0.0 - slope);
                        continue;
                    }
                    let from = values.len();
                    values.extend(features.iter().map(|x| slope * x.as_array()[lane]));
                    network.descend_raw(unit, dataset.scaler.scales(), &mut values[from..]);
                }
            }
        }
    }

    /// Students × outputs × subjects; with hidden layers students × outputs × 1.
    pub fn values(&self) -> ArrayView3<'_, f32> {
        view(self.shape, &self.values)
    }
}
