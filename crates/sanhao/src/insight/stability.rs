//! The largest learning rate at which training is stable.
//!
//! Near a point the loss is approximately quadratic with the Hessian H, and plain gradient descent multiplies the
//! distance w from its minimum by I − ηH. Steps that are too long oscillate, w, −w, w, …: along the direction of the
//! largest curvature λ they grow for η > 2/λ (Goodfellow, Bengio & Courville, Deep Learning, 4.3.1). For a squared loss
//! of a linear model the Hessian is the same everywhere and the bound is exact.
//!
//! The absolute loss of a linear model is made of planes: all its curvature is that of the L2 penalty, l2 D. Across the
//! edges between them the slope only ever rises, which adds to each step over the minimum: with plain descent and no bias,
//! two runs whose weights differ by d differ after a step by |1 − η l2| |d| at least, where η l2 > 1. Below the bound the
//! weights stay near the minimum, but do not settle: they go on stepping over the edges.
//!
//! Between the edges of any other model the absolute loss is curved, but no bound follows from that: its gradient does not
//! shrink towards an edge, so that a step at every learning rate goes over it. There is none for such a run, unless the
//! weight decay gives one. A probability of a class never reaches its target of 0 or 1: its loss has no edge.
//!
//! The other optimisers reach their edge of stability in the same way. There the gradients oscillate as well, and for
//! such a gradient g a step is η (c P⁻¹g + κ w): momentum passes on the share c, P is the preconditioner (what the
//! optimiser divides by), κ is the weight decay, and D selects the weights among the parameters. The bound on η is
//! therefore
//!
//! > 2 / λ, λ the largest eigenvalue of c P^−½ H P^−½ + κ D.
//!
//! While the preconditioner stays the same, shorter steps shrink and longer ones grow (for Adam: Cohen et al. 2022,
//! Adaptive Gradient Methods at the Edge of Stability, where it reads λ(P⁻¹H) = (2 + 2β₁) / ((1 − β₁) η)). But P
//! follows the gradients: beyond the bound they grow, P grows with them, and the steps become shorter. Such a run
//! oscillates and does not diverge, unless weight decay alone makes it: |1 − ηκ| > 1 for η > 2/κ. Plain gradient
//! descent need not diverge either where the Hessian differs from point to point: its oscillation may take it to a
//! flatter place (Cohen et al. 2021, Gradient Descent on Neural Networks Typically Occurs at the Edge of Stability).

use ndarray::Array2;
use serde::Serialize;

use crate::data::dataset::Role;
use crate::insight::analysis::Analysis;
use crate::insight::objective::{BUDGET, Objective, visits};
use crate::math::lanczos::{STEPS, largest_eigenvalue};
use crate::math::svd::Svd;
use crate::math::{power, sqrt};
use crate::model::network::Network;
use crate::spec::model::{Constraint, Model, Output};
use crate::spec::training::{Loss, Optimizer};

/// The bound on the learning rate, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Stability {
    /// Training is stable below `largest`: it settles or, over the edges of an absolute loss, stays near the minimum.
    Bound {
        /// The bound on η, as it is after the schedule.
        largest: f64,
        /// Whether the bound is the same at every point; otherwise it is that of the present point.
        exact: bool,
        /// The η above which every run diverges; none where a run may find a flatter place or forget its gradients, however
        /// large η is.
        diverges: Option<f64>,
        /// Whether nothing pulls at this point: the gradient of the whole training set is exactly 0, and no weight decay
        /// is set. In one batch and without momentum a run stays here, however large η is.
        at_rest: bool,
    },
    /// There is no curvature anywhere that a step could overshoot: the loss is piecewise linear and has no L2 penalty, or it
    /// is the same everywhere.
    NoCurvature,
    /// The absolute loss of a model that is not linear: a run steps over its edges at every learning rate.
    Edges,
    /// No upward curvature is found at this point; elsewhere there may be some.
    Flat,
    /// The optimiser divides every gradient by its memory of earlier ones, and that memory is still empty.
    Adaptive,
    /// The network is too large for this computation.
    TooLarge,
}

/// The largest stable learning rate of the whole training set as one batch, at the parameters under study.
///
/// `squares` is what the optimiser remembers of squared gradients after `updates` updates, one number a parameter (see
/// [`UpdateInput::second`](crate::UpdateInput::second)); it is ignored for an optimiser that remembers none.
pub fn largest_learning_rate(analysis: &Analysis, squares: &[f32], updates: u64) -> Stability {
    let training = &analysis.experiment.training;
    let Model { hidden, output, weights, .. } = &analysis.experiment.model;
    let parameters = analysis.parameters().len();
    let linear = hidden.is_empty() && *output == Output::Linear && *weights == Constraint::Free;
    let probabilities = *output != Output::Linear && !analysis.experiment.table.classes.is_empty();
    // Finite differences across an edge would find a curvature that is not there.
    let edges = training.loss == Loss::Absolute && !probabilities;
    let step = EdgeStep::of(training.optimizer, updates);
    let plain = step.preconditioner.is_none();
    let (curvature, exact) = if edges && (training.l2 == 0.0 || !linear) {
        (step.decay, true)
    } else if !plain && (updates == 0 || squares.len() != parameters) {
        return Stability::Adaptive;
    } else if edges {
        (curvature_of_penalty(analysis, &step, squares), plain)
    } else if plain && linear && training.loss == Loss::Squared {
        (step.share * curvature_of_squares(analysis), true)
    } else if visits([analysis.training.students(), parameters, 2 * STEPS]) > BUDGET {
        return Stability::TooLarge;
    } else {
        (curvature_by_differences(analysis, &step, squares), false)
    };
    let bound = |curvature: f64| Some(2.0 / curvature).filter(|bound| bound.is_finite() && *bound > 0.0);
    let Some(largest) = bound(curvature) else {
        return match exact {
            true if edges && !linear => Stability::Edges,
            true => Stability::NoCurvature,
            false => Stability::Flat,
        };
    };
    let diverges = if exact { Some(largest) } else { bound(step.decay) };
    Stability::Bound { largest, exact, diverges, at_rest: step.decay == 0.0 && gradient_is_zero(analysis) }
}

/// The largest eigenvalue of the Hessian (2/(n m)) XᵀX + l2 D of n students' mean squared loss over m outputs; D selects the
/// weights. Of the Hessian itself, which is as small for 20,000 students as for two: the largest eigenvalue of a sum of
/// squares loses no digits by it.
fn curvature_of_squares(analysis: &Analysis) -> f64 {
    let Analysis { experiment, dataset, .. } = analysis;
    let inputs = dataset.inputs();
    let size = inputs + usize::from(experiment.model.bias);
    let students = analysis.with_role(Role::Training);
    let scale = 2.0 / (students.len() * dataset.outputs()) as f64;
    let mut hessian = Array2::<f64>::zeros((size, size));
    for student in students {
        // The bias is the weight of a feature that is 1.
        let feature = |i: usize| dataset.features.get((student, i)).map_or(1.0, |&x| f64::from(x));
        let features: Vec<f64> = (0..size).map(feature).collect();
        hessian.indexed_iter_mut().for_each(|((i, j), sum)| *sum += scale * features[i] * features[j]);
    }
    hessian.diag_mut().iter_mut().take(inputs).for_each(|curvature| *curvature += experiment.training.l2);
    // The singular values of a matrix without a negative eigenvalue are its eigenvalues.
    Svd::of(&hessian).values().into_iter().fold(0.0, f64::max)
}

/// The largest eigenvalue of c P^−½ l2 D P^−½ + κ D, a diagonal matrix: the curvature of the L2 penalty alone.
fn curvature_of_penalty(analysis: &Analysis, step: &EdgeStep, squares: &[f32]) -> f64 {
    let weights = analysis.trained_network().weight_ranges().into_iter().flatten();
    let divisor = |weight: usize| match &step.preconditioner {
        Some(preconditioner) => preconditioner(f64::from(squares[weight])),
        None => 1.0,
    };
    let l2 = analysis.experiment.training.l2;
    weights.map(|weight| step.share * l2 / divisor(weight) + step.decay).fold(0.0, f64::max)
}

/// The network at the parameters under study.
fn network_here(analysis: &Analysis) -> Network {
    let mut network = analysis.trained_network();
    network.set_raw(&analysis.dataset.scaler, analysis.parameters());
    network
}

/// Whether the gradient of the whole training set is exactly 0 in the 32 bits of training.
fn gradient_is_zero(analysis: &Analysis) -> bool {
    let Analysis { training, experiment, .. } = analysis;
    let gradient = Objective::new(network_here(analysis), training, &experiment.training).gradient();
    gradient.into_iter().all(|slope| slope == 0.0)
}

/// The largest eigenvalue of c P^−½ H P^−½ + κ D at the parameters under study, by differences of gradients.
fn curvature_by_differences(analysis: &Analysis, step: &EdgeStep, squares: &[f32]) -> f64 {
    let network = network_here(analysis);
    // The diagonals of P^−½ and κ D.
    let count = network.parameters().len();
    let scales: Vec<f64> = match &step.preconditioner {
        Some(preconditioner) => squares.iter().map(|&s| 1.0 / sqrt(preconditioner(f64::from(s)))).collect(),
        None => vec![1.0; count],
    };
    let mut decays = vec![0.0; count];
    network.weight_ranges().into_iter().for_each(|weights| decays[weights].fill(step.decay));
    let mut objective = Objective::new(network, &analysis.training, &analysis.experiment.training);
    largest_eigenvalue(count, |direction| {
        let curved = times(&scales, &objective.hessian_times(&times(&scales, direction)));
        let decayed = times(&decays, direction);
        curved.iter().zip(decayed).map(|(c, d)| step.share * c + d).collect()
    })
}

/// An optimiser's step at the edge of stability, where gradients oscillate, g, −g, g, …: η (c P⁻¹g + κ w).
struct EdgeStep {
    /// c. A running mean or sum m of oscillating gradients oscillates too: m = μ (−m) + g gives g / (1 + μ).
    share: f64,
    /// The diagonal of P, as a function of the remembered square s of a parameter; none where P = I.
    preconditioner: Option<Box<dyn Fn(f64) -> f64>>,
    /// κ, for the weights.
    decay: f64,
}

impl EdgeStep {
    /// The step of the next update, after `updates` updates.
    fn of(optimizer: Optimizer, updates: u64) -> Self {
        let plain = |share| Self { share, preconditioner: None, decay: 0.0 };
        let divided = |preconditioner| Self { share: 1.0, preconditioner: Some(preconditioner), decay: 0.0 };
        match optimizer {
            Optimizer::Sgd => plain(1.0),
            // The step is m (Polyak 1964).
            Optimizer::Momentum { momentum } => plain(1.0 / (1.0 + momentum)),
            // The step is g + μ m.
            Optimizer::Nesterov { momentum } => plain((1.0 + 2.0 * momentum) / (1.0 + momentum)),
            Optimizer::Adagrad { epsilon } | Optimizer::RmspropPytorch { epsilon, .. } => {
                divided(Box::new(move |s| sqrt(s) + epsilon))
            }
            Optimizer::RmspropTensorflow1 { epsilon, .. } => divided(Box::new(move |s| sqrt(s + epsilon))),
            Optimizer::Adam { beta1, beta2, epsilon } => Self::adam([beta1, beta2, epsilon], 0.0, updates),
            Optimizer::Adamw { beta1, beta2, epsilon, weight_decay } => {
                Self::adam([beta1, beta2, epsilon], weight_decay, updates)
            }
        }
    }

    /// P = (1 − β₁ᵗ) (√(s / (1 − β₂ᵗ)) + ε) by Cohen et al., which divides the mean m = β₁ (−m) + (1 − β₁) g. The mean of
    /// squares is the remembered one; the bias correction of m is that of the next update.
    fn adam([beta1, beta2, epsilon]: [f64; 3], decay: f64, updates: u64) -> Self {
        let first = 1.0 - power(beta1, updates as f64 + 1.0);
        let second = 1.0 - power(beta2, updates as f64);
        let preconditioner = move |s| first * (sqrt(s / second) + epsilon);
        Self { share: (1.0 - beta1) / (1.0 + beta1), preconditioner: Some(Box::new(preconditioner)), decay }
    }
}

/// A diagonal matrix times a vector.
fn times(diagonal: &[f64], vector: &[f64]) -> Vec<f64> {
    diagonal.iter().zip(vector).map(|(a, b)| a * b).collect()
}
