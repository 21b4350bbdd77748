//! Loss functions, each beside its gradient.

use std::slice::{from_mut, from_ref};

use wide::f32x4;

use crate::math::kernels::sum_of_lanes;
use crate::math::slices::{part, part_mut};
use crate::math::{exp, exp_of_minus_abs, ln, sigmoid, sigmoid_by, softplus_by};
use crate::model::output::softmax;
use crate::spec::model::Output;
use crate::spec::training::Loss;

/// The input of a loss function: some students of a batch.
#[derive(Clone, Copy)]
pub(crate) struct LossInput<'a> {
    pub output: Output,
    pub outputs: usize,
    /// The number of students in the batch: the gradient is that of the batch's mean loss.
    pub batch: usize,
    /// The last layer's sums, groups × outputs.
    pub logits: &'a [f32x4],
    /// Groups × outputs.
    pub targets: &'a [f32x4],
    /// 1 in the lanes of each group that hold a student, 0 in the others.
    pub mask: &'a [f32x4],
    /// Whether bounds of the losses will do.
    pub bounds: bool,
}

impl Loss {
    /// Writes the gradient of the batch's mean loss by these logits; returns the *sum* of its students' losses.
    pub(crate) fn backward(self, input: LossInput<'_>, gradient: &mut [f32x4]) -> f64 {
        let [sum] = self.sums(input, gradient);
        f64::from(sum_of_lanes(sum)) / self.terms(input.output, input.outputs)
    }

    /// Writes the same gradient; returns the sums of the groups' losses, not yet divided by [`Loss::terms`], in `SUMS`
    /// parts: one group after the other is added to one part after the other.
    // Not inlined: every loss on every output is a lot of code.
    #[inline(never)]
    pub(crate) fn sums<const SUMS: usize>(
        self,
        input: LossInput<'_>,
        gradient: &mut [f32x4],
    ) -> [f32x4; SUMS] {
        let share = 1.0 / (self.terms(input.output, input.outputs) as f32 * input.batch as f32);
        match (self, input.output) {
            (Self::CategoricalCrossEntropy, Output::Softmax) => {
                input.each(gradient, share, softmax_categorical)
            }
            (Self::BinaryCrossEntropy, Output::Softmax) => input.each(gradient, share, softmax_binary),
            // Of one sigmoid the two are the same; of several the categorical one is refused.
            (Self::BinaryCrossEntropy | Self::CategoricalCrossEntropy, _) if input.outputs == 1 => {
                input.each(gradient, share, SigmoidBinary)
            }
            (Self::BinaryCrossEntropy | Self::CategoricalCrossEntropy, _) => {
                input.each(gradient, share, sigmoid_binary)
            }
            (Self::Absolute | Self::Squared | Self::Huber { .. }, output) => {
                input.each(gradient, share, pointwise(output, |d| self.of_residual(d)))
            }
        }
    }

    /// The number of terms of which a student's loss is the mean.
    pub(crate) fn terms(self, output: Output, outputs: usize) -> f64 {
        match (self, output) {
            (Self::CategoricalCrossEntropy, Output::Softmax) => 1.0,
            _ => outputs as f64,
        }
    }

    /// Value and derivative of a pointwise loss at the residual d = y − t.
    #[inline(always)]
    pub(crate) fn of_residual(self, d: f32x4) -> (f32x4, f32x4) {
        match self {
            Self::Absolute => (d.abs(), sign(d)),
            Self::Huber { delta } => {
                let delta = f32x4::splat(delta as f32);
                let far = d.abs().simd_gt(delta);
                let clipped = far.bitselect(delta, d.abs());
                (clipped * (d.abs() - f32x4::HALF * clipped), far.bitselect(delta * sign(d), d))
            }
            _ => (d * d, d + d),
        }
    }
}

/// The loss of a group of students, in two halves: the next update waits for the slopes, nothing waits for the value.
pub(crate) trait GroupLoss {
    /// What [`GroupLoss::value`] needs from [`GroupLoss::slopes`].
    type Rest: Copy;

    /// Writes the gradient of each student's loss by the logits, not yet divided by the number of loss terms. `logits`,
    /// `targets` and `gradient`: one vector an output.
    fn slopes(&self, logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]) -> Self::Rest;

    /// Each student's loss, not yet divided by the number of loss terms.
    fn value(rest: Self::Rest) -> f32x4;

    /// No less than the value, NaN where that is NaN: what is quick to compute and tells a run that goes well from one that
    /// may have diverged.
    #[inline(always)]
    fn bound(rest: Self::Rest) -> f32x4 {
        Self::value(rest)
    }
}

/// A loss that computes its value together with the slopes.
impl<F: Fn(&[f32x4], &[f32x4], &mut [f32x4]) -> f32x4> GroupLoss for F {
    type Rest = f32x4;

    #[inline(always)]
    fn slopes(&self, logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]) -> f32x4 {
        self(logits, targets, gradient)
    }

    #[inline(always)]
    fn value(rest: f32x4) -> f32x4 {
        rest
    }
}

impl LossInput<'_> {
    /// Sums a loss over the groups; its gradient is multiplied by `share`.
    #[inline(always)]
    fn each<L: GroupLoss, const SUMS: usize>(
        self,
        gradient: &mut [f32x4],
        share: f32,
        loss: L,
    ) -> [f32x4; SUMS] {
        let Self { outputs, logits, targets, mask, bounds, .. } = self;
        let share = f32x4::splat(share);
        let mut sums = [f32x4::ZERO; SUMS];
        for (group, &mask) in mask.iter().enumerate() {
            let from = group * outputs;
            let (logits, targets) = (part(logits, from..from + outputs), part(targets, from..from + outputs));
            let gradient = part_mut(gradient, from..from + outputs);
            let rest = loss.slopes(logits, targets, gradient);
            let value = if bounds { L::bound(rest) } else { L::value(rest) };
            sums[group % SUMS] += value * mask;
            gradient.iter_mut().for_each(|g| *g *= share * mask);
        }
        sums
    }
}

/// −1, 0 or 1.
#[inline(always)]
pub(super) fn sign(d: f32x4) -> f32x4 {
    (d.simd_gt(f32x4::ZERO) & f32x4::ONE) - (d.simd_lt(f32x4::ZERO) & f32x4::ONE)
}

/// A loss that depends on the residual d = y − t alone, given as (value, derivative), with the chain rule through the
/// output.
#[inline(always)]
fn pointwise(
    output: Output,
    loss: impl Fn(f32x4) -> (f32x4, f32x4),
) -> impl Fn(&[f32x4], &[f32x4], &mut [f32x4]) -> f32x4 {
    move |logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]| {
        let mut sum = f32x4::ZERO;
        if output == Output::Softmax {
            softmax(logits, gradient);
            let mut mean = f32x4::ZERO;
            for (&y, &t) in gradient.iter().zip(targets) {
                let (value, slope) = loss(y - t);
                sum += value;
                mean += slope * y;
            }
            gradient.iter_mut().zip(targets).for_each(|(y, &t)| *y *= loss(*y - t).1 - mean);
        } else {
            for ((g, &z), &t) in gradient.iter_mut().zip(logits).zip(targets) {
                let y = if output == Output::Sigmoid { sigmoid(z) } else { z };
                let (value, slope) = loss(y - t);
                sum += value;
                *g = if output == Output::Sigmoid { slope * (y * (f32x4::ONE - y)) } else { slope };
            }
        }
        sum
    }
}

/// |y − t| of linear outputs. A loss known when compiling spares the inner loop of small networks to ask for it.
#[inline(always)]
pub(crate) fn linear_absolute(logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]) -> f32x4 {
    pointwise(Output::Linear, |d| Loss::Absolute.of_residual(d))(logits, targets, gradient)
}

/// (y − t)² of linear outputs.
#[inline(always)]
pub(crate) fn linear_squared(logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]) -> f32x4 {
    pointwise(Output::Linear, |d| Loss::Squared.of_residual(d))(logits, targets, gradient)
}

/// −ln σ(z) for t = 1, −ln σ(−z) for t = 0; slope σ(z) − t.
#[inline(always)]
fn sigmoid_binary(logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]) -> f32x4 {
    let mut sum = f32x4::ZERO;
    for ((g, z), t) in gradient.iter_mut().zip(logits).zip(targets) {
        sum += SigmoidBinary::value(SigmoidBinary.slopes(from_ref(z), from_ref(t), from_mut(g)));
    }
    sum
}

/// The binary cross-entropy of a single sigmoid output.
pub(crate) struct SigmoidBinary;

impl GroupLoss for SigmoidBinary {
    /// ∓z, and e^−|z|.
    type Rest = [f32x4; 2];

    #[inline(always)]
    fn slopes(&self, logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]) -> [f32x4; 2] {
        let (z, t) = (logits[0], targets[0]);
        let e = exp_of_minus_abs(z);
        gradient[0] = sigmoid_by(e, z) - t;
        [z ^ (t.simd_gt(f32x4::HALF) & f32x4::splat(-0.0)), e]
    }

    #[inline(always)]
    fn value([z, e]: [f32x4; 2]) -> f32x4 {
        softplus_by(e, z)
    }

    /// −ln σ(∓z) ≤ |z| + ln 2.
    #[inline(always)]
    fn bound([z, _]: [f32x4; 2]) -> f32x4 {
        z.abs() + 1.0
    }
}

/// −ln p of the student's class; slope p − t.
#[inline(always)]
pub(crate) fn softmax_categorical(logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]) -> f32x4 {
    let [sum, largest] = softmax(logits, gradient);
    let mut own = f32x4::ZERO;
    for ((g, &z), &t) in gradient.iter_mut().zip(logits).zip(targets) {
        own += t.simd_gt(f32x4::HALF) & (largest - z);
        *g -= t;
    }
    ln(sum) + own
}

/// Over a softmax's probabilities: −ln p for the student's class, −ln(1 − p) for every other.
///
/// 1 − p of class k is the share of the other classes, so ln(1 − p) is a difference of two ln Σ e^z and its slope the
/// difference of two softmaxes, over all classes and over the others: nothing is divided by 1 − p. Logits are subtracted
/// from each other before a logarithm is added, which a logit of a million would round away.
fn softmax_binary(logits: &[f32x4], targets: &[f32x4], gradient: &mut [f32x4]) -> f32x4 {
    let [sum, largest] = softmax(logits, gradient);
    let ln_sum = ln(sum);
    for (g, &t) in gradient.iter_mut().zip(targets) {
        *g = *g * f32x4::splat(logits.len() as f32) - t;
    }
    let mut loss = f32x4::ZERO;
    for (k, (&z, &t)) in logits.iter().zip(targets).enumerate() {
        let others = || logits.iter().enumerate().filter(move |&(i, _)| i != k);
        let next = others().fold(f32x4::splat(f32::NEG_INFINITY), |m, (_, &z)| z.simd_gt(m).bitselect(z, m));
        let ln_others = ln(others().fold(f32x4::ZERO, |sum, (_, &z)| sum + exp(z - next)));
        let own = t.simd_gt(f32x4::HALF);
        let value = own.bitselect((largest - z) + ln_sum, (largest - next) + (ln_sum - ln_others));
        // Rounding may take it below 0; what is no number stays so.
        loss += value.simd_lt(f32x4::ZERO).bitselect(f32x4::ZERO, value);
        for (i, &z) in others() {
            gradient[i] -= own.bitselect(f32x4::ZERO, exp((z - next) - ln_others));
        }
    }
    loss
}

#[cfg(test)]
mod tests;
