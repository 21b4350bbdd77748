//! How each student pulls the weights.

use wide::f32x4;

use crate::data::batches::{PackedBatch, pack};
use crate::math::kernels::LANES;
use crate::training::trainer::Trainer;

impl Trainer {
    /// How each of `count` students from row `first` on pulls the weights now: where its own loss alone would send them.
    ///
    /// - One layer: students × outputs × subjects. A pull is what one update of plain gradient descent on that student's
    ///   loss would add to the weight *as a learner reads it*, in raw score units, per unit of the learning rate. In terms
    ///   of the output's sum z and the scaled score x = (score − shift) / scale it is −∂loss/∂z · x / scale: descent takes
    ///   place among the weights of scaled scores, and a raw weight is a scaled one divided by its scale. With raw scores
    ///   that is −∂loss/∂weight. Under sum-to-one it is led through the softmax both ways, s ∘ (g − s·g) of the shares s
    ///   twice over, so that the pulls of a unit add up to 0.
    /// - Hidden layers: students × outputs, −∂loss/∂z of each output's sum z.
    ///
    /// Penalties are left out. 0 for a student without a target. Rows beyond the table are not there.
    pub fn pulls(&mut self, first: usize, count: usize, pulls: &mut Vec<f32>) {
        pulls.clear();
        let students = self.dataset.students();
        let first = first.min(students);
        let last = first.saturating_add(count).min(students);
        let (inputs, outputs) = (self.dataset.inputs, self.dataset.outputs);
        let (mut features, mut targets) = (vec![f32x4::ZERO; inputs], vec![f32x4::ZERO; outputs]);
        for start in (first..last).step_by(LANES) {
            let rows = [start, start + 1, start + 2, start + 3];
            let rows = &rows[..LANES.min(last - start)];
            pack(&self.dataset.features, rows, inputs, &mut features);
            pack(&self.dataset.targets, rows, outputs, &mut targets);
            let students = rows.len();
            let block = PackedBatch { features: &features, targets: &targets, mask: &[f32x4::ONE], students };
            let loss = self.experiment().training.loss;
            let slopes = self.network.slopes(loss, block, &mut self.workspace);
            for (lane, &row) in rows.iter().enumerate() {
                for (unit, slope) in slopes.iter().enumerate() {
                    let slope = if self.dataset.labelled[row] { slope.as_array()[lane] } else { 0.0 };
                    if self.network.layers.len() > 1 {
                        pulls.push(0.0 - slope);
                        continue;
                    }
                    let from = pulls.len();
                    pulls.extend(features.iter().map(|x| slope * x.as_array()[lane]));
                    self.network.descend_raw(unit, self.dataset.scaler.scales(), &mut pulls[from..]);
                }
            }
        }
    }
}
