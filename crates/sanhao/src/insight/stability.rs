//! The largest learning rate with which gradient descent does not run away.
//!
//! Near a point the loss is a quadratic bowl with Hessian H, and plain descent multiplies the distance w from its bottom by
//! I − ηH. Steps that are too long go to and fro, w, −w, w, …: along the steepest direction, of curvature λ, they grow beyond
//! η = 2/λ (Goodfellow, Bengio & Courville, Deep Learning, 4.3.1). For a squared loss of a linear model the bowl is the same
//! everywhere and the bound exact.
//!
//! The other optimisers reach their edge in the same way. At it the gradients go to and fro as well, and of such a gradient g
//! a step is η (c P⁻¹g + κ w): momentum passes on the share c, P is what the optimiser divides by, κ is the decay of the weights
//! (D picks them out of the parameters). The bound on η is therefore
//!
//! > 2 / λ, λ the largest eigenvalue of c P^−½ H P^−½ + κ D.
//!
//! While what it divides by stays as it is, steps below shrink and those above grow (for Adam: Cohen et al. 2022, Adaptive
//! Gradient Methods at the Edge of Stability, where it reads λ(P⁻¹H) = (2 + 2β₁) / ((1 − β₁) η)). But P moves with the gradients:
//! beyond the bound they grow, and so does P, and the steps become shorter. Such a run swings and does not run away, unless
//! decay alone makes it: |1 − ηκ| > 1 beyond η = 2/κ. Nor need plain descent run away where the bowl is another at another point:
//! its swings may take it to a flatter one (Cohen et al. 2021, Gradient Descent on Neural Networks Typically Occurs at the Edge
//! of Stability).

use bytemuck::{cast_slice, cast_slice_mut};
use serde::Serialize;

use crate::data::dataset::Role;
use crate::insight::analysis::Study;
use crate::math::lanczos::{STEPS, largest_eigenvalue};
use crate::math::svd::{Svd, length};
use crate::math::{power, sqrt};
use crate::model::network::{Network, Workspace};
use crate::spec::model::{Constraint, Model, Output};
use crate::spec::training::{Loss, Optimizer};

/// What can be said of the learning rate.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Stability {
    /// It must stay below `largest`.
    Bound {
        /// The bound on η.
        largest: f64,
        /// Whether it is the same at every point; else it is that of the present one.
        exact: bool,
        /// From which η on every run diverges; none where it may find a flatter place or forget its gradients, however large η is.
        diverges: Option<f64>,
    },
    /// There is no curvature here that a step could overshoot: the loss is made of planes, or flat.
    NoCurvature,
    /// The optimiser divides every gradient by what it remembers of earlier ones, and remembers nothing yet.
    Adaptive,
    /// The network is too large to be asked.
    TooLarge,
}

/// Students × parameters that the way by differences may look at, over all its steps: some milliseconds.
const BUDGET: usize = 20_000_000;

/// How far the parameters go to and fro for a difference of gradients, in the largest change of a sum.
const NUDGE: f64 = 0.05;

impl Study {
    /// The largest stable learning rate of the whole training set as one batch, at the parameters shown. `squares`: what the
    /// optimiser remembers of squared gradients, one number a parameter, after so many updates (see
    /// [`UpdateInput::second`](crate::UpdateInput::second)); of no matter where it remembers none.
    pub fn stability(&mut self, squares: &[f32], updates: u64) -> Stability {
        let training = &self.experiment.training;
        let Model { hidden, output, weights, .. } = &self.experiment.model;
        let linear = hidden.is_empty() && *output == Output::Linear && *weights == Constraint::Free;
        // Planes, with edges that differences would take for a curvature.
        let planes = linear && training.loss == Loss::Absolute && training.l2 == 0.0;
        let rule = Rule::of(training.optimizer, updates);
        let exact = planes || linear && rule.divisor.is_none() && training.loss == Loss::Squared;
        let curvature = if planes {
            rule.decay
        } else if rule.divisor.is_some() && (updates == 0 || squares.len() != self.shown().len()) {
            return Stability::Adaptive;
        } else if exact {
            rule.share * self.curvature_of_squares()
        } else if self.training.students() * self.shown().len() * 2 * STEPS > BUDGET {
            return Stability::TooLarge;
        } else {
            self.curvature_by_differences(&rule, squares)
        };
        let bound = |curvature: f64| Some(2.0 / curvature).filter(|bound| bound.is_finite() && *bound > 0.0);
        let Some(largest) = bound(curvature) else { return Stability::NoCurvature };
        let diverges = if exact { Some(largest) } else { bound(rule.decay) };
        Stability::Bound { largest, exact, diverges }
    }

    /// The largest eigenvalue of the Hessian (2/(n m)) XᵀX + l2 I of n students' mean squared loss over m outputs.
    fn curvature_of_squares(&self) -> f64 {
        let inputs = self.dataset.inputs;
        let bias = self.experiment.model.bias;
        let students = self.training_features();
        let scale = sqrt(2.0 / (students.len() * self.dataset.outputs) as f64);
        let l2 = sqrt(self.experiment.training.l2);
        // The penalty is a row of its own for each weight.
        let column = |column: usize| {
            let scores = students.iter().map(|x| scale * x.get(column).map_or(1.0, |&x| f64::from(x)));
            scores.chain((0..inputs).map(|row| if row == column { l2 } else { 0.0 })).collect()
        };
        let svd = Svd::of((0..inputs + usize::from(bias)).map(column).collect());
        let largest = svd.values().into_iter().fold(0.0, f64::max);
        largest * largest
    }

    fn training_features(&self) -> Vec<Vec<f32>> {
        let Self { dataset, .. } = self;
        let of = |student: usize| dataset.features[student * dataset.inputs..][..dataset.inputs].to_vec();
        self.with_role(Role::Training).into_iter().map(of).collect()
    }

    /// The largest eigenvalue of c P^−½ H P^−½ + κ D at the parameters shown, by differences of gradients.
    fn curvature_by_differences(&mut self, rule: &Rule, squares: &[f32]) -> f64 {
        let students = self.training_features();
        let lengths = students
            .iter()
            .map(|features| 1.0 + features.iter().map(|&x| f64::from(x) * f64::from(x)).sum::<f64>());
        let nudge = NUDGE / sqrt(lengths.fold(1.0, f64::max));
        let mut network = self.trained_network();
        network.set_raw(&self.dataset.scaler, self.shown());
        let mut space = network.workspace();
        let here = network.parameters().to_vec();
        // The diagonals of P^−½ and κ D.
        let stretches: Vec<f64> = match &rule.divisor {
            Some(divisor) => squares.iter().map(|&s| 1.0 / sqrt(divisor(f64::from(s)))).collect(),
            None => vec![1.0; here.len()],
        };
        let mut decays = vec![0.0; here.len()];
        network.weight_ranges().into_iter().for_each(|weights| decays[weights].fill(rule.decay));
        largest_eigenvalue(here.len(), |direction| {
            let step = times(&stretches, direction);
            let size = length(&step) / nudge;
            let step: Vec<f64> = step.iter().map(|d| d / size).collect();
            let curved = times(&stretches, &self.hessian_times(&mut network, &mut space, &here, &step));
            let decayed = times(&decays, direction);
            curved.iter().zip(decayed).map(|(c, d)| rule.share * size * c + d).collect()
        })
    }

    /// The Hessian times a direction: (∇(θ + d) − ∇(θ − d)) / 2, along the step that 32 bits really make.
    fn hessian_times(
        &self,
        network: &mut Network,
        space: &mut Workspace,
        here: &[f32],
        direction: &[f64],
    ) -> Vec<f64> {
        let mut gradient_at = |sign: f64| -> Vec<f32> {
            network.change(|parameters| {
                let parameters = cast_slice_mut::<_, f32>(parameters);
                for ((p, &at), d) in parameters.iter_mut().zip(here).zip(direction) {
                    *p = (f64::from(at) + sign * d) as f32;
                }
            });
            network.backward(self.experiment.training.loss, self.training.batch(0), space);
            network.penalise(0.0, self.experiment.training.l2 as f32, &mut space.gradient);
            cast_slice::<_, f32>(&space.gradient)[..here.len()].to_vec()
        };
        let (ahead, behind) = (gradient_at(1.0), gradient_at(-1.0));
        ahead.iter().zip(&behind).map(|(&a, &b)| (f64::from(a) - f64::from(b)) / 2.0).collect()
    }
}

/// An optimiser at its edge, where gradients go to and fro, g, −g, g, …: its step is η (c P⁻¹g + κ w).
struct Rule {
    /// c. A mean or sum m of such gradients goes to and fro with them: m = μ (−m) + g gives g / (1 + μ).
    share: f64,
    /// The diagonal of P, by the square s that is remembered for a parameter; none where it divides by nothing.
    divisor: Option<Box<dyn Fn(f64) -> f64>>,
    /// κ, on the weights.
    decay: f64,
}

impl Rule {
    /// The rule of the next update, after so many.
    fn of(optimizer: Optimizer, updates: u64) -> Self {
        let plain = |share| Self { share, divisor: None, decay: 0.0 };
        let divided = |divisor| Self { share: 1.0, divisor: Some(divisor), decay: 0.0 };
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

    /// P = (1 − β₁ᵗ) (√(s / (1 − β₂ᵗ)) + ε) by Cohen et al.: what the mean m = β₁ (−m) + (1 − β₁) g is divided by. The mean of
    /// squares is the one that is remembered, m's correction that of the next update.
    fn adam([beta1, beta2, epsilon]: [f64; 3], decay: f64, updates: u64) -> Self {
        let first = 1.0 - power(beta1, updates as f64 + 1.0);
        let second = 1.0 - power(beta2, updates as f64);
        let divisor = move |s| first * (sqrt(s / second) + epsilon);
        Self { share: (1.0 - beta1) / (1.0 + beta1), divisor: Some(Box::new(divisor)), decay }
    }
}

/// A diagonal matrix times a vector.
fn times(diagonal: &[f64], vector: &[f64]) -> Vec<f64> {
    diagonal.iter().zip(vector).map(|(a, b)| a * b).collect()
}
