//! The training objective around a point: its gradient and its curvature.

use bytemuck::{cast_slice, cast_slice_mut};

use crate::data::batches::PackedBatches;
use crate::math::lanczos::{inverse_form, largest_eigenvalue};
use crate::math::sqrt;
use crate::math::svd::length;
use crate::model::network::{Network, Workspace};
use crate::spec::training::Training;

/// How far the parameters are moved each way for a difference of gradients, as the largest change of a weighted sum.
const NUDGE: f64 = 0.05;

/// The largest number of students × parameters that one look may visit, over all its steps: some milliseconds.
pub(super) const BUDGET: u64 = 20_000_000;

/// A product of counts, in 64 bits: in a browser `usize` has 32.
pub(super) fn visits<const N: usize>(counts: [usize; N]) -> u64 {
    counts.into_iter().fold(1, |product, count| product.saturating_mul(count as u64))
}

/// Curvatures below this part of the largest are flat.
const FLAT: f64 = 1e-5;

/// Downward curvatures below this part of the largest upward one are errors of the finite differences.
const DOWNHILL: f64 = 1e-3;

/// The mean loss of all training students with its penalties, as a function of the parameters that training changes, around
/// those of a network.
pub(super) struct Objective<'a> {
    network: Network,
    workspace: Workspace,
    students: &'a PackedBatches,
    training: &'a Training,
    /// The network's parameters.
    here: Vec<f32>,
    nudge: f64,
}

impl<'a> Objective<'a> {
    /// Around the network's parameters; `students` are the training students in one batch.
    pub(super) fn new(network: Network, students: &'a PackedBatches, training: &'a Training) -> Self {
        let inputs = network.layers[0].inputs;
        let lengths = students.batch(0).features.chunks_exact(inputs).flat_map(|group| {
            let square =
                |lane: usize| group.iter().map(|x| f64::from(x.as_array()[lane]).powi(2)).sum::<f64>();
            [square(0), square(1), square(2), square(3)]
        });
        Self {
            nudge: NUDGE / sqrt(1.0 + lengths.fold(0.0, f64::max)),
            workspace: network.workspace(),
            here: network.parameters().to_vec(),
            network,
            students,
            training,
        }
    }

    /// The gradient at the point.
    pub(super) fn gradient(&mut self) -> Vec<f64> {
        self.gradient_at(&vec![0.0; self.here.len()], 0.0, self.training.l1)
    }

    /// The Hessian times a direction d, by (∇(θ + εd) − ∇(θ − εd)) / 2ε for the change of parameters that 32 bits can
    /// represent.
    pub(super) fn hessian_times(&mut self, direction: &[f64]) -> Vec<f64> {
        let size = length(direction);
        if size == 0.0 {
            return vec![0.0; direction.len()];
        }
        let step = self.nudge / size;
        let ahead = self.gradient_at(direction, step, 0.0);
        let behind = self.gradient_at(direction, -step, 0.0);
        ahead.iter().zip(&behind).map(|(a, b)| (a - b) / (2.0 * step)).collect()
    }

    /// How far the minimum of the quadratic model at the point is below, ½ gᵀH⁻¹g over the directions that curve up.
    /// Infinite where a number is not finite.
    pub(super) fn promised_fall(&mut self) -> f64 {
        let gradient = self.gradient();
        let fall = inverse_form(&gradient, FLAT, |direction| self.hessian_times(direction)) / 2.0;
        if fall.is_nan() { f64::INFINITY } else { fall }
    }

    /// Whether the objective curves down in some direction, more than a finite difference errs.
    pub(super) fn curves_down(&mut self) -> bool {
        let mut largest = |sign: f64| {
            largest_eigenvalue(self.here.len(), |direction| {
                self.hessian_times(direction).into_iter().map(|x| sign * x).collect()
            })
        };
        largest(-1.0) > DOWNHILL * largest(1.0)
    }

    fn gradient_at(&mut self, direction: &[f64], step: f64, l1: f64) -> Vec<f64> {
        let Self { network, workspace, students, training, here, .. } = self;
        network.change(|parameters| {
            let parameters = cast_slice_mut::<_, f32>(parameters);
            for ((p, &at), d) in parameters.iter_mut().zip(&*here).zip(direction) {
                *p = (f64::from(at) + step * d) as f32;
            }
        });
        network.backward(training.loss, students.batch(0), workspace);
        network.penalise(l1 as f32, training.l2 as f32, &mut workspace.gradient);
        cast_slice::<_, f32>(&workspace.gradient)[..here.len()].iter().map(|&g| f64::from(g)).collect()
    }
}
