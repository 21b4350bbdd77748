//! Losses: how far predictions are from targets, value and gradient together.

use serde::{Deserialize, Serialize};

use crate::math::{exp, ln, softplus};
use crate::output::Output;

/// What is made small.
///
/// Over a batch it is the mean of the students' losses; a student's loss is the mean over the outputs (as PyTorch's
/// `reduction="mean"`), for categorical cross-entropy the one term of the student's class.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Loss {
    /// |y − t|; its gradient is sign(y − t), at y = t it is 0 (a subgradient; TensorFlow takes the same one).
    Absolute,
    /// (y − t)².
    Squared,
    /// ½ (y − t)² within `delta` of the target, delta (|y − t| − ½ delta) beyond (Huber 1964; PyTorch's HuberLoss).
    Huber {
        /// Where the parabola becomes a line, in units of the target.
        delta: f64,
    },
    /// −t ln y − (1 − t) ln(1 − y), from the logits.
    BinaryCrossEntropy,
    /// −ln of the probability given to the student's class, from the logits.
    CategoricalCrossEntropy,
}

/// What a loss is taken of: values of a block of students, outputs × students each.
#[derive(Clone, Copy)]
pub(crate) struct Judged<'a> {
    pub output: Output,
    pub students: usize,
    /// The number of students in the batch that the block is of: the gradient is that of the batch's mean loss.
    pub batch: usize,
    /// The last layer's sums.
    pub logits: &'a [f32],
    /// What the output makes of them.
    pub predictions: &'a [f32],
    /// Numbers, or 1 for the student's class and 0 for the others.
    pub targets: &'a [f32],
}

impl Loss {
    /// Writes the gradient of the batch's mean loss by the block's logits; returns the *sum* of its students' losses.
    pub(crate) fn back(self, judged: Judged<'_>, gradient: &mut [f32]) -> f64 {
        let outputs = judged.logits.len() / judged.students;
        match (self, judged.output) {
            (Self::CategoricalCrossEntropy, Output::Softmax) => softmax_categorical(judged, gradient),
            (Self::BinaryCrossEntropy, Output::Softmax) => softmax_binary(judged, gradient),
            (Self::CategoricalCrossEntropy, _) if outputs > 1 => sigmoid_categorical(judged, gradient),
            (Self::BinaryCrossEntropy | Self::CategoricalCrossEntropy, _) => sigmoid_binary(judged, gradient),
            (Self::Absolute, _) => {
                pointwise(judged, gradient, |d| (d.abs(), if d == 0.0 { 0.0 } else { d.signum() }))
            }
            (Self::Squared, _) => pointwise(judged, gradient, |d| (d * d, 2.0 * d)),
            (Self::Huber { delta }, _) => {
                let delta = delta as f32;
                pointwise(judged, gradient, |d| {
                    let clipped = d.clamp(-delta, delta);
                    (clipped.abs() * (d.abs() - 0.5 * clipped.abs()), clipped)
                })
            }
        }
    }
}

/// A loss of the residual d = y − t alone, as the pair (value, slope), led back through the output.
fn pointwise(judged: Judged<'_>, gradient: &mut [f32], loss: impl Fn(f32) -> (f32, f32)) -> f64 {
    let outputs = (judged.logits.len() / judged.students) as f32;
    let share = 1.0 / (outputs * judged.batch as f32);
    let mut sum = 0.0;
    for ((g, y), t) in gradient.iter_mut().zip(judged.predictions).zip(judged.targets) {
        let (value, slope) = loss(y - t);
        sum += f64::from(value);
        *g = slope * share;
    }
    match judged.output {
        Output::Linear => {}
        Output::Sigmoid => {
            gradient.iter_mut().zip(judged.predictions).for_each(|(g, y)| *g *= y * (1.0 - y));
        }
        Output::Softmax => {
            for student in 0..judged.students {
                let at = (student..gradient.len()).step_by(judged.students);
                let mean: f32 = at.clone().map(|i| gradient[i] * judged.predictions[i]).sum();
                at.for_each(|i| gradient[i] = judged.predictions[i] * (gradient[i] - mean));
            }
        }
    }
    sum / f64::from(outputs)
}

/// −ln σ(z) for t = 1, −ln σ(−z) for t = 0; slope σ(z) − t.
fn sigmoid_binary(judged: Judged<'_>, gradient: &mut [f32]) -> f64 {
    let outputs = (judged.logits.len() / judged.students) as f32;
    let share = 1.0 / (outputs * judged.batch as f32);
    let mut sum = 0.0;
    for (i, g) in gradient.iter_mut().enumerate() {
        let (z, y, t) = (judged.logits[i], judged.predictions[i], judged.targets[i]);
        sum += f64::from(softplus(if t > 0.5 { -z } else { z }));
        *g = (y - t) * share;
    }
    sum / f64::from(outputs)
}

/// −ln σ(z) of the student's class among independent sigmoids; the others are not looked at.
fn sigmoid_categorical(judged: Judged<'_>, gradient: &mut [f32]) -> f64 {
    let share = 1.0 / judged.batch as f32;
    let mut sum = 0.0;
    for (i, g) in gradient.iter_mut().enumerate() {
        *g = 0.0;
        if judged.targets[i] > 0.5 {
            sum += f64::from(softplus(-judged.logits[i]));
            *g = (judged.predictions[i] - 1.0) * share;
        }
    }
    sum
}

/// −ln p of the student's class; slope p − t.
fn softmax_categorical(judged: Judged<'_>, gradient: &mut [f32]) -> f64 {
    let share = 1.0 / judged.batch as f32;
    let mut sum = 0.0;
    for student in 0..judged.students {
        let at = (student..gradient.len()).step_by(judged.students);
        let total = ln_sum_exp(at.clone().map(|i| judged.logits[i]));
        for i in at {
            if judged.targets[i] > 0.5 {
                sum += f64::from((total - judged.logits[i]).max(0.0));
            }
            gradient[i] = (judged.predictions[i] - judged.targets[i]) * share;
        }
    }
    sum
}

/// Over a softmax's probabilities: −ln p for the student's class, −ln(1 − p) for every other.
///
/// 1 − p of class k is the share of the other classes, so ln(1 − p) is a difference of two ln Σ e^z and its slope the
/// difference of two softmaxes, over all classes and over the others: nothing is divided by 1 − p.
fn softmax_binary(judged: Judged<'_>, gradient: &mut [f32]) -> f64 {
    let outputs = judged.logits.len() / judged.students;
    let share = 1.0 / (outputs * judged.batch) as f32;
    let mut sum = 0.0;
    for student in 0..judged.students {
        let at = (student..gradient.len()).step_by(judged.students);
        let logit = |i: usize| judged.logits[i];
        let total = ln_sum_exp(at.clone().map(logit));
        at.clone().for_each(|i| gradient[i] = 0.0);
        for k in at.clone() {
            let wanted = judged.targets[k] > 0.5;
            let others = ln_sum_exp(at.clone().filter(|&i| i != k).map(logit));
            sum += f64::from((total - if wanted { logit(k) } else { others }).max(0.0));
            for i in at.clone() {
                let goal = match (wanted, i == k) {
                    (true, true) => 1.0,
                    (true, false) | (false, true) => 0.0,
                    (false, false) => exp(logit(i) - others),
                };
                gradient[i] += (judged.predictions[i] - goal) * share;
            }
        }
    }
    sum / outputs as f64
}

/// ln Σ e^z, the largest z taken out so that nothing overflows.
fn ln_sum_exp(logits: impl Iterator<Item = f32> + Clone) -> f32 {
    let largest = logits.clone().fold(f32::NEG_INFINITY, f32::max);
    largest + ln(logits.map(|z| exp(z - largest)).sum())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The loss of one student, with the logits' gradient left in `gradient`.
    fn one(loss: Loss, output: Output, logits: &[f32], targets: &[f32], gradient: &mut [f32]) -> f64 {
        let mut predictions = logits.to_vec();
        output.values(logits, 1, &mut predictions);
        loss.back(
            Judged { output, students: 1, batch: 1, logits, predictions: &predictions, targets },
            gradient,
        )
    }

    #[test]
    fn values_agree_with_the_formulas() {
        let mut gradient = [0.0; 3];
        let mut of = |loss, output, logits: &[f32], targets: &[f32]| {
            one(loss, output, logits, targets, &mut gradient[..logits.len()])
        };
        let close = |a: f64, b: f64| (a - b).abs() < 1e-6 * b.abs().max(1.0);
        assert_eq!(of(Loss::Absolute, Output::Linear, &[24.0], &[85.0]), 61.0);
        assert_eq!(of(Loss::Squared, Output::Linear, &[3.0], &[5.0]), 4.0);
        assert_eq!(of(Loss::Huber { delta: 1.0 }, Output::Linear, &[3.0], &[5.0]), 1.5);
        assert_eq!(of(Loss::Huber { delta: 1.0 }, Output::Linear, &[4.5], &[5.0]), 0.125);
        let (ln2, ln3) = (std::f64::consts::LN_2, 3f64.ln());
        assert!(close(of(Loss::BinaryCrossEntropy, Output::Sigmoid, &[0.0], &[1.0]), ln2));
        assert!(close(of(Loss::CategoricalCrossEntropy, Output::Sigmoid, &[0.0], &[0.0]), ln2));
        assert!(close(of(Loss::CategoricalCrossEntropy, Output::Sigmoid, &[0.0, 5.0], &[1.0, 0.0]), ln2));
        assert!(close(of(Loss::CategoricalCrossEntropy, Output::Softmax, &[1.0; 3], &[0.0, 1.0, 0.0]), ln3));
        // p = 1/3 each: −(ln ⅓ + 2 ln ⅔) / 3
        let binary = (ln3 + 2.0 * 1.5f64.ln()) / 3.0;
        assert!(close(of(Loss::BinaryCrossEntropy, Output::Softmax, &[1.0; 3], &[0.0, 1.0, 0.0]), binary));
    }

    #[test]
    fn cross_entropies_stay_finite_however_wrong_a_prediction_is() {
        let mut gradient = [0.0; 3];
        for (loss, output, logits, targets) in [
            (Loss::BinaryCrossEntropy, Output::Sigmoid, vec![-1e4], vec![1.0]),
            (Loss::CategoricalCrossEntropy, Output::Sigmoid, vec![-1e4, 0.0], vec![1.0, 0.0]),
            (Loss::CategoricalCrossEntropy, Output::Softmax, vec![-1e4, 1e4, 0.0], vec![1.0, 0.0, 0.0]),
            (Loss::BinaryCrossEntropy, Output::Softmax, vec![-1e4, 1e4, 0.0], vec![1.0, 0.0, 0.0]),
        ] {
            let gradient = &mut gradient[..logits.len()];
            let value = one(loss, output, &logits, &targets, gradient);
            assert!(value.is_finite() && value > 1e3, "{loss:?} on {output:?}: {value}");
            assert!(gradient.iter().all(|g| g.is_finite()) && gradient.iter().any(|g| g.abs() > 0.1));
        }
    }
}
