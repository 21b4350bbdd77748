//! Optimizers: the update of a parameter by a gradient. The rules are those of [`Optimizer`]'s variants.

use std::ops::Range;

use bytemuck::cast_slice_mut;
use wide::f32x4;

use crate::math::kernels::LANES;
use crate::math::{power, sqrt};
use crate::spec::training::Optimizer;
use crate::training::update_input::UpdateInput;

/// An optimizer in a run: its rule, its constants and its state for each parameter.
#[derive(Clone, Debug)]
pub(crate) struct OptimizerState {
    optimizer: Optimizer,
    /// The decaying sum or mean of gradients m; empty where the rule has none.
    first: Vec<f32x4>,
    /// The sum or mean of squared gradients s; empty where the rule has none.
    second: Vec<f32x4>,
    /// Which parameters are weights: a weight decay takes these and leaves the biases.
    weights: Vec<Range<usize>>,
    updates: u64,
}

impl OptimizerState {
    /// At the start of a run. `parameters`: the number of vectors of parameters; `weights`: the ranges of the weights, the
    /// other parameters are biases.
    pub(crate) fn new(optimizer: Optimizer, parameters: usize, weights: Vec<Range<usize>>) -> Self {
        let [first, second] = memory_at_start(optimizer, parameters);
        Self { optimizer, first, second, weights, updates: 0 }
    }

    /// At the update of a run that `update_input` describes.
    pub(crate) fn at(optimizer: Optimizer, weights: Vec<Range<usize>>, update_input: &UpdateInput) -> Self {
        let mut state = Self::new(optimizer, update_input.parameters.len().div_ceil(LANES), weights);
        let memories = [(&mut state.first, &update_input.first), (&mut state.second, &update_input.second)];
        for (memory, numbers) in memories {
            let memory = cast_slice_mut::<_, f32>(memory).iter_mut();
            memory.zip(numbers).for_each(|(here, &number)| *here = number);
        }
        state.updates = update_input.updates;
        state
    }

    /// Its state: the mean m of gradients and the sum or mean s of squared gradients; empty for a rule without one.
    pub(crate) fn memory(&self) -> [&[f32x4]; 2] {
        [&self.first, &self.second]
    }

    /// One update of every parameter.
    #[inline(always)]
    pub(crate) fn update(&mut self, parameters: &mut [f32x4], gradient: &[f32x4], learning_rate: f64) {
        self.updates = self.updates.saturating_add(1);
        if self.optimizer == Optimizer::Sgd {
            let rate = f32x4::splat(learning_rate as f32);
            parameters.iter_mut().zip(gradient).for_each(|(w, &g)| *w -= rate * g);
        } else {
            self.update_by_state(parameters, gradient, learning_rate);
        }
    }

    #[inline(never)]
    fn update_by_state(&mut self, parameters: &mut [f32x4], gradient: &[f32x4], learning_rate: f64) {
        let Self { optimizer, first, second, .. } = self;
        let corrections = Corrections::of(*optimizer, self.updates);
        let constants = Constants::of(*optimizer, learning_rate, corrections);
        if let Optimizer::Adamw { .. } = optimizer {
            for range in &self.weights {
                let weights = &mut cast_slice_mut::<_, f32>(parameters)[range.clone()];
                weights.iter_mut().for_each(|w| *w *= constants.keep);
            }
        }
        constants.map(f32x4::splat).apply(*optimizer, parameters, gradient, [first, second]);
    }
}

/// What an optimizer remembers of gradients and of their squares at the start of a run, in so many vectors.
pub(super) fn memory_at_start(optimizer: Optimizer, parameters: usize) -> [Vec<f32x4>; 2] {
    use Optimizer::*;
    let zeros = || vec![f32x4::ZERO; parameters];
    match optimizer {
        Sgd => [vec![], vec![]],
        Momentum { .. } | Nesterov { .. } => [zeros(), vec![]],
        RmspropTensorflow1 { .. } => [vec![], vec![f32x4::ONE; parameters]],
        Adagrad { .. } | RmspropPytorch { .. } => [vec![], zeros()],
        Adam { .. } | Adamw { .. } => [zeros(), zeros()],
    }
}

/// The parts by which Adam's two means, which start at 0, have come near the gradients: 1 − β₁ᵗ and √(1 − β₂ᵗ); 1 for
/// the other rules.
#[derive(Clone, Copy, Debug)]
pub(super) struct Corrections {
    first: f64,
    second_root: f64,
}

impl Corrections {
    /// At the update number `updates`, counted from 1.
    pub(super) fn of(optimizer: Optimizer, updates: u64) -> Self {
        match optimizer {
            Optimizer::Adam { beta1, beta2, .. } | Optimizer::Adamw { beta1, beta2, .. } => {
                let part = |beta| one_minus_power(beta, updates as f64);
                Self { first: part(beta1), second_root: sqrt(part(beta2)) }
            }
            _ => Self { first: 1.0, second_root: 1.0 },
        }
    }
}

/// 1 − βᵗ, for 0 ≤ β < 1.
fn one_minus_power(beta: f64, t: f64) -> f64 {
    // βᵗ is at most e^−(1 − β)t. From 40 on that is less than the half of 1's last bit, and the difference is 1.
    if (1.0 - beta) * t >= 40.0 { 1.0 } else { 1.0 - power(beta, t) }
}

/// The constants of an update, rounded to 32 bits; 0 for those that a rule does not have.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Constants<T> {
    /// η, for Adam divided by its correction.
    rate: T,
    /// μ, or how much of s stays: ρ, or Adam's β₂.
    decay: T,
    /// How much of g² comes into s.
    gain: T,
    /// How much of g comes into Adam's m.
    first_gain: T,
    epsilon: T,
    second_root: T,
    /// How much of a weight AdamW's decay leaves.
    pub(super) keep: T,
}

impl Constants<f32> {
    #[inline(always)]
    pub(super) fn of(optimizer: Optimizer, rate: f64, corrections: Corrections) -> Self {
        let one = Self { rate: rate as f32, ..Self::default() };
        match optimizer {
            Optimizer::Sgd => one,
            Optimizer::Momentum { momentum } | Optimizer::Nesterov { momentum } => {
                Self { decay: momentum as f32, ..one }
            }
            Optimizer::Adagrad { epsilon } => Self { epsilon: epsilon as f32, ..one },
            Optimizer::RmspropTensorflow1 { decay, epsilon }
            | Optimizer::RmspropPytorch { decay, epsilon } => {
                Self { decay: decay as f32, gain: (1.0 - decay) as f32, epsilon: epsilon as f32, ..one }
            }
            Optimizer::Adam { beta1, beta2, epsilon } | Optimizer::Adamw { beta1, beta2, epsilon, .. } => {
                let weight_decay =
                    if let Optimizer::Adamw { weight_decay, .. } = optimizer { weight_decay } else { 0.0 };
                Self {
                    rate: (rate / corrections.first) as f32,
                    decay: beta2 as f32,
                    gain: (1.0 - beta2) as f32,
                    first_gain: (1.0 - beta1) as f32,
                    epsilon: epsilon as f32,
                    second_root: corrections.second_root as f32,
                    keep: (1.0 - rate * weight_decay) as f32,
                }
            }
        }
    }

    #[inline(always)]
    fn map(self, of: impl Fn(f32) -> f32x4) -> Constants<f32x4> {
        Constants::of_runs([self; 4], |[own, ..]| of(own))
    }
}

impl Constants<f32x4> {
    /// What `of` makes of each constant of four runs.
    #[inline(always)]
    pub(super) fn of_runs(runs: [Constants<f32>; LANES], of: impl Fn([f32; LANES]) -> f32x4) -> Self {
        Self {
            rate: of(runs.map(|run| run.rate)),
            decay: of(runs.map(|run| run.decay)),
            gain: of(runs.map(|run| run.gain)),
            first_gain: of(runs.map(|run| run.first_gain)),
            epsilon: of(runs.map(|run| run.epsilon)),
            second_root: of(runs.map(|run| run.second_root)),
            keep: of(runs.map(|run| run.keep)),
        }
    }

    /// The optimizer's rule, after a weight decay. `memory`: m and s, as long as the parameters where the rule has them.
    #[inline(always)]
    pub(super) fn apply(
        &self,
        optimizer: Optimizer,
        parameters: &mut [f32x4],
        gradient: &[f32x4],
        [first, second]: [&mut [f32x4]; 2],
    ) {
        let Self { rate, decay, gain, first_gain, epsilon, second_root, .. } = *self;
        let pairs = parameters.iter_mut().zip(gradient);
        match optimizer {
            Optimizer::Sgd => pairs.for_each(|(w, &g)| *w -= rate * g),
            Optimizer::Momentum { .. } => {
                for ((w, &g), m) in pairs.zip(first) {
                    *m = decay * *m + g;
                    *w -= rate * *m;
                }
            }
            Optimizer::Nesterov { .. } => {
                for ((w, &g), m) in pairs.zip(first) {
                    *m = decay * *m + g;
                    *w -= rate * (g + decay * *m);
                }
            }
            Optimizer::Adagrad { .. } => {
                for ((w, &g), s) in pairs.zip(second) {
                    *s += g * g;
                    *w -= rate * g / (s.sqrt() + epsilon);
                }
            }
            Optimizer::RmspropTensorflow1 { .. } => {
                for ((w, &g), s) in pairs.zip(second) {
                    *s = decay * *s + gain * (g * g);
                    *w -= rate * g / (*s + epsilon).sqrt();
                }
            }
            Optimizer::RmspropPytorch { .. } => {
                for ((w, &g), s) in pairs.zip(second) {
                    *s = decay * *s + gain * (g * g);
                    *w -= rate * g / (s.sqrt() + epsilon);
                }
            }
            Optimizer::Adam { .. } | Optimizer::Adamw { .. } => {
                for ((w, &g), (m, s)) in pairs.zip(first.iter_mut().zip(second)) {
                    *m += first_gain * (g - *m);
                    *s = decay * *s + gain * (g * g);
                    *w -= rate * *m / (s.sqrt() / second_root + epsilon);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three updates of w = 1 by the gradients 0.5, −0.2, 0.4 at learning rate 0.1: a weight, then a bias.
    fn run(optimizer: Optimizer) -> [f32; 2] {
        let mut state = OptimizerState::new(optimizer, 1, std::iter::once(0..1).collect());
        let mut w = [f32x4::ONE];
        for g in [0.5, -0.2, 0.4] {
            state.update(&mut w, &[f32x4::splat(g)], 0.1);
        }
        let [weight, bias, ..] = w[0].to_array();
        [weight, bias]
    }

    #[test]
    fn a_power_that_is_not_computed_would_change_nothing() {
        for beta in [0.0, 0.5, 0.9, 0.99, 0.999, 0.999_999] {
            let first = (40.0 / (1.0_f64 - beta)).ceil();
            for t in [first - 1.0, first, first + 1.0, 2.0 * first] {
                let expected = 1.0 - power(beta, t);
                assert_eq!(one_minus_power(beta, t).to_bits(), expected.to_bits(), "{beta}, {t}");
            }
        }
    }

    #[test]
    fn three_updates_match_a_calculation_in_64_bits() {
        // An ε as it is used, and one that is seen in the sum.
        for epsilon in [1e-8, 0.05] {
            compare_three_updates(epsilon);
        }
    }

    fn compare_three_updates(epsilon: f64) {
        // Each right side is the rule of the doc comment, by hand in 64 bits; 32-bit rounding stays under 3e-7.
        let beta = (0.9f64, 0.999f64);
        let gradients = [0.5f64, -0.2, 0.4];
        let adam = |decay: f64| {
            let (mut w, mut m, mut s) = (1.0, 0.0, 0.0);
            for (t, g) in (1..).zip(gradients) {
                w *= 1.0 - 0.1 * decay;
                m = beta.0 * m + (1.0 - beta.0) * g;
                s = beta.1 * s + (1.0 - beta.1) * g * g;
                let (m, s): (f64, f64) = (m / (1.0 - beta.0.powi(t)), s / (1.0 - beta.1.powi(t)));
                w -= 0.1 * m / (s.sqrt() + epsilon);
            }
            w
        };
        let root = |start: f64, decay: f64, gain: f64, inside: f64, outside: f64| {
            let (mut w, mut s) = (1.0f64, start);
            for g in gradients {
                s = decay * s + gain * (g * g);
                w -= 0.1 * g / ((s + inside).sqrt() + outside);
            }
            w
        };
        let (beta1, beta2) = beta;
        for (optimizer, expected) in [
            (Optimizer::Sgd, 1.0 - 0.1 * 0.7),
            (Optimizer::Momentum { momentum: 0.9 }, 1.0 - 0.1 * (0.5 + 0.25 + 0.625)),
            (Optimizer::Nesterov { momentum: 0.9 }, 1.0 - 0.1 * (0.95 + 0.025 + 0.9625)),
            (Optimizer::Adagrad { epsilon }, root(0.0, 1.0, 1.0, 0.0, epsilon)),
            (Optimizer::RmspropTensorflow1 { decay: 0.9, epsilon }, root(1.0, 0.9, 0.1, epsilon, 0.0)),
            (Optimizer::RmspropPytorch { decay: 0.99, epsilon }, root(0.0, 0.99, 0.01, 0.0, epsilon)),
            (Optimizer::Adam { beta1, beta2, epsilon }, adam(0.0)),
            (Optimizer::Adamw { beta1, beta2, epsilon, weight_decay: 0.01 }, adam(0.01)),
        ] {
            let [w, bias] = run(optimizer);
            assert!((f64::from(w) - expected).abs() < 3e-7, "{optimizer:?}: {w}, not {expected}");
            let undecayed = if let Optimizer::Adamw { .. } = optimizer { adam(0.0) } else { expected };
            assert!((f64::from(bias) - undecayed).abs() < 3e-7, "{optimizer:?}, a bias: {bias}");
        }
    }
}
