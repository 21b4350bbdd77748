//! What a run is doing, by criteria that are computed anew each time: nothing keeps a status that has stopped holding.
//!
//! The losses so far say whether the loss still falls. Where it does not, the gradients say why (`vanishing`). Two
//! statements look ahead: [`Diagnosis::Minimum`] by the gradient and the curvature of the training objective (Boyd &
//! Vandenberghe, Convex Optimization, 9.5.1), [`Diagnosis::Swinging`] by training a copy on (`ahead`).

use ndarray::Axis;
use serde::Serialize;
use wide::f32x4;

use crate::data::batches::PackedBatches;
use crate::data::dataset::Role;
use crate::insight::ahead::{faster_rate, swing};
use crate::insight::least_absolute::least_mean_error;
use crate::insight::limits;
use crate::insight::objective::{BUDGET, Objective, visits};
use crate::insight::vanishing::{self, Cause};
use crate::math::lanczos::STEPS;
use crate::math::{power, sqrt};
use crate::spec::experiment::Experiment;
use crate::spec::model::{Constraint, Model, Output};
use crate::spec::training::{Loss, Optimizer, Schedule, Training};
use crate::training::loss_windows::Window;
use crate::training::trainer::Trainer;

/// What a run is doing. Where several statements hold, the first in this order is made.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Diagnosis {
    /// The loss, a gradient or a parameter has left the numbers worth computing with; the run stands still.
    Diverged,
    /// Every gradient is exactly 0 although the loss is not, and no parameter moves.
    Stuck {
        /// Why no gradient is left.
        cause: Cause,
    },
    /// The loss returns: over [`SWING_EPOCHS`] epochs at least it neither falls on average nor settles.
    Swinging {
        /// The lowest loss of the swing.
        low: f64,
        /// The highest.
        high: f64,
        /// Whether even the lowest is above the loss at the start.
        worse: bool,
    },
    /// The loss is above the one at the start.
    Worse {
        /// The loss at the start.
        first: f64,
    },
    /// Every training student's class is predicted correctly, and the loss falls as long as the weights grow: it has no
    /// minimum.
    Separable,
    /// The loss hardly changes, and every student has the same prediction, though not the same target.
    SameForAll {
        /// Why the network does not tell students apart.
        cause: Cause,
    },
    /// Ten times as many updates lower the training objective by no more than [`MINIMUM_SHARE`].
    Minimum {
        /// The largest |prediction − target| of a training student, where targets are numbers.
        largest_error: Option<f64>,
        /// What keeps the loss from being lower, apart from the point; none where the numbers do not say.
        cause: Option<Cause>,
    },
    /// The loss falls by less than [`SLOW_SHARE`] in a thousand updates, or does not change although this is no minimum.
    Slow {
        /// The part by which the loss falls in a thousand updates.
        share: f64,
        /// Why it falls no faster; none where the numbers do not say.
        cause: Option<Cause>,
        /// A larger learning rate with which the loss falls more than twice as much, as a copy of the run shows; none where
        /// it does not, or where trying takes too long.
        faster: Option<f64>,
    },
    /// The loss falls, or it is too early to say.
    Learning,
}

/// A loss that falls by less than this part in a thousand updates falls slowly.
pub const SLOW_SHARE: f64 = 0.01;

/// At a minimum, ten times as many updates lower the objective by no more than this part.
pub const MINIMUM_SHARE: f64 = 0.01;

/// The part of the objective that its quadratic model may still promise at a minimum: a tenth of [`MINIMUM_SHARE`], because
/// the model is only one.
const PROMISED_SHARE: f64 = 1e-3;

/// A loss below this part of the first one is negligible; where the loss squares errors, below the square of this part.
const NEGLIGIBLE: f64 = 1e-4;

/// Mean losses that differ by less than this part of themselves differ by rounding.
const ROUNDING: f64 = 1e-6;

/// The epochs without a fall before a run is said to swing or to have settled.
pub const SWING_EPOCHS: u64 = 64;

/// Says what a run is doing. The evaluation must be that of the present parameters ([`Trainer::evaluate`]).
pub fn of(trainer: &Trainer) -> Diagnosis {
    if trainer.has_diverged() {
        return Diagnosis::Diverged;
    }
    let (Some(now), Some(start)) = (trainer.evaluation().loss(), trainer.history().points().first()) else {
        return Diagnosis::Learning;
    };
    if trainer.updates() == 0 {
        return Diagnosis::Learning;
    }
    if trainer.stands_still() && now > 0.0 {
        return Diagnosis::Stuck { cause: cause_of_standstill(trainer, now) };
    }
    let first = start.training;
    let Some([before, last]) = trainer.last_quarters() else {
        // Before the run was last changed, another learning rate may have led here.
        let unchanged = trainer.is_observed_from_the_start();
        return if unchanged && now > 2.0 * first { Diagnosis::Worse { first } } else { Diagnosis::Learning };
    };
    let separable = separable(trainer);
    let negligible = negligible_loss(trainer, first);
    if last.high.max(now) <= negligible {
        return if separable { Diagnosis::Separable } else { minimum(trainer, None) };
    }
    let [least, share, most] = fall_in_a_thousand_updates(trainer, before, last);
    // Half of the epochs are in the two quarters.
    let epochs = before.epochs + last.epochs;
    let early = 2 * epochs < SWING_EPOCHS;
    if least <= 0.0
        && !early
        && let Some([low, high]) = swing(trainer, epochs, last.range() / before.range())
        && high > negligible
    {
        return Diagnosis::Swinging { low, high, worse: low > first };
    }
    if least <= 0.0 && last.low > first && now > first {
        return Diagnosis::Worse { first };
    }
    if early || most >= SLOW_SHARE || warms_up(trainer) {
        return Diagnosis::Learning;
    }
    if separable {
        return Diagnosis::Separable;
    }
    let cause = cause(trainer, now);
    match cause {
        Some(cause) if same_for_all(trainer) => Diagnosis::SameForAll { cause },
        _ if is_minimum(trainer, now + trainer.penalty()) => {
            // At every minimum the students' pulls cancel.
            minimum(trainer, cause.filter(|&cause| cause != Cause::Cancelling))
        }
        _ => Diagnosis::Slow {
            share: share.max(0.0),
            cause,
            faster: faster_rate(trainer, now.min(last.low), SLOW_SHARE / 10.0),
        },
    }
}

/// Why the loss falls no further: neurons without a slope and weights of 0 first, then what limits the run, then pulls that
/// cancel, as they do wherever a run comes to rest.
fn cause(trainer: &Trainer, now: f64) -> Option<Cause> {
    match vanishing::cause(trainer) {
        cause @ Some(Cause::Flat { .. } | Cause::Saturated { .. } | Cause::ZeroWeights) => cause,
        cause => limits::limit(trainer, now).or(cause),
    }
}

/// Why no gradient is left.
fn cause_of_standstill(trainer: &Trainer, now: f64) -> Cause {
    let cause = cause(trainer, now);
    cause.filter(|cause| !matches!(cause, Cause::Straight)).unwrap_or(Cause::Cancelling)
}

/// Whether a warm-up still holds the learning rate down: it is too early to call the run slow.
fn warms_up(trainer: &Trainer) -> bool {
    matches!(trainer.experiment().training.schedule, Schedule::WarmUp { .. })
        && trainer.learning_rate() < trainer.base_learning_rate()
}

fn minimum(trainer: &Trainer, cause: Option<Cause>) -> Diagnosis {
    let errors = trainer.evaluation().errors().iter().zip(trainer.roles());
    let training = errors.filter(|(_, role)| **role == Role::Training);
    let largest = training.map(|(error, _)| f64::from(error.abs())).reduce(f64::max);
    Diagnosis::Minimum { largest_error: largest, cause }
}

/// The part by which the loss falls in a thousand updates, from the third to the fourth quarter of its epochs, between the
/// least and the most that it may be: the means of two quarters differ by chance too.
fn fall_in_a_thousand_updates(trainer: &Trainer, before: Window, last: Window) -> [f64; 3] {
    let fall = before.mean() - last.mean();
    let chance = 2.0 * (last.high - last.low) / sqrt(last.epochs as f64) + ROUNDING * before.mean();
    let thousands = last.epochs as f64 * trainer.batches() as f64 / 1000.0;
    [fall - chance, fall, fall + chance].map(|fall| {
        let left = 1.0 - fall / before.mean();
        // How fast a loss rises is not asked.
        if left >= 1.0 { 1.0 - left } else { 1.0 - power(left.max(0.0), 1.0 / thousands) }
    })
}

/// The loss below which a run is right: a small part of the larger of the loss at its start and that of a network whose
/// outputs are all 0.
fn negligible_loss(trainer: &Trainer, first: f64) -> f64 {
    let squares = matches!(trainer.experiment().training.loss, Loss::Squared | Loss::Huber { .. });
    let share = if squares { NEGLIGIBLE * NEGLIGIBLE } else { NEGLIGIBLE };
    share * first.max(loss_of_zeros(trainer))
}

/// The mean loss of outputs that are all 0; of probabilities, 1 as a loss of that order.
fn loss_of_zeros(trainer: &Trainer) -> f64 {
    let Experiment { model, training, .. } = &**trainer.experiment();
    if model.output != Output::Linear {
        return 1.0;
    }
    let dataset = trainer.view().dataset;
    let targets = dataset.targets.select(Axis(0), &dataset.with_role(Role::Training));
    let loss = |&target: &f32| f64::from(training.loss.of_residual(f32x4::splat(target)).0.as_array()[0]);
    targets.iter().map(loss).sum::<f64>() / targets.len() as f64
}

/// Whether larger weights always lower the loss: every training student's class is predicted correctly, and nothing
/// holds the output layer's weights back. Multiplying them then takes the cross-entropy to 0.
fn separable(trainer: &Trainer) -> bool {
    let Training { loss, optimizer, l1, l2, .. } = &trainer.experiment().training;
    let Model { hidden, output, weights, .. } = &trainer.experiment().model;
    let entropy = matches!(loss, Loss::BinaryCrossEntropy | Loss::CategoricalCrossEntropy);
    let free = *weights == Constraint::Free || !hidden.is_empty();
    let decays = matches!(optimizer, Optimizer::Adamw { weight_decay, .. } if *weight_decay > 0.0);
    entropy
        && free
        && *output != Output::Linear
        && [*l1, *l2] == [0.0, 0.0]
        && !decays
        && match output {
            Output::Sigmoid => all_sides_right(trainer),
            _ => trainer.evaluation().accuracy() == Some(1.0),
        }
}

/// Whether every sigmoid of every training student is on its target's side of ½. Of several sigmoids the largest may be the
/// right one although others are on the wrong side.
fn all_sides_right(trainer: &Trainer) -> bool {
    let dataset = trainer.view().dataset;
    let predictions = trainer.evaluation().predictions();
    dataset.with_role(Role::Training).into_iter().all(|student| {
        let pairs = predictions.row(student).into_iter().zip(dataset.targets.row(student));
        pairs.into_iter().all(|(&prediction, &target)| (prediction > 0.5) == (target > 0.5))
    })
}

/// Whether all training students have the same outputs, but not the same targets.
fn same_for_all(trainer: &Trainer) -> bool {
    let dataset = trainer.view().dataset;
    let students = dataset.with_role(Role::Training);
    let predictions = trainer.evaluation().predictions();
    let range = |of: &dyn Fn(usize) -> f32| {
        let values = students.iter().map(|&student| of(student));
        values.clone().fold(f32::NEG_INFINITY, f32::max) - values.fold(f32::INFINITY, f32::min)
    };
    (0..dataset.outputs()).all(|output| {
        let targets = range(&|student| dataset.targets[(student, output)]);
        let predicted = range(&|student| predictions[(student, output)]);
        targets > 0.0 && predicted <= 1e-3 * targets
    })
}

/// Whether the quadratic model of the objective at this point has its minimum at most [`PROMISED_SHARE`] below, and no
/// direction curves down. Of the absolute loss, which has corners, a linear model's least value is computed; no for other
/// models with it, or where looking takes too long.
fn is_minimum(trainer: &Trainer, objective_now: f64) -> bool {
    let Experiment { model, training, .. } = &**trainer.experiment();
    let dataset = trainer.view().dataset;
    let order = dataset.with_role(Role::Training);
    if training.loss == Loss::Absolute {
        return model.hidden.is_empty()
            && (model.output, model.weights) == (Output::Linear, Constraint::Free)
            && dataset.outputs() == 1
            && [training.l1, training.l2] == [0.0, 0.0]
            && least_mean_error(trainer.view())
                .is_some_and(|least| objective_now - least <= MINIMUM_SHARE / 2.0 * objective_now);
    }
    if visits([order.len(), trainer.view().parameters(), 4 * STEPS]) > BUDGET {
        return false;
    }
    let students = PackedBatches::new(dataset, &order, order.len());
    let mut objective = Objective::new(trainer.view().network.clone(), &students, training);
    // One layer's loss is convex where it is the one made for the output.
    let convex = model.hidden.is_empty()
        && model.weights == Constraint::Free
        && is_convex_by_logits(model.output, training.loss);
    objective.promised_fall() <= PROMISED_SHARE * objective_now && (convex || !objective.curves_down())
}

/// Whether a loss is convex in the weighted sums before an output.
fn is_convex_by_logits(output: Output, loss: Loss) -> bool {
    match output {
        Output::Linear => true,
        Output::Sigmoid => loss == Loss::BinaryCrossEntropy,
        Output::Softmax => loss == Loss::CategoricalCrossEntropy,
    }
}
