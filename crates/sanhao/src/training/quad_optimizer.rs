//! The optimizer of four runs side by side: one rule, each run with constants and a learning rate of its own.

use std::ops::Range;

use wide::f32x4;

use crate::math::kernels::LANES;
use crate::spec::training::{Optimizer, Schedule, Training};
use crate::training::optimizer::{Constants, Corrections, memory_at_start};

/// The state of one rule in four runs.
#[derive(Clone, Debug)]
pub(super) struct QuadOptimizer {
    optimizers: [Optimizer; LANES],
    learning_rates: [f64; LANES],
    schedule: Schedule,
    /// As [`OptimizerState`](crate::training::optimizer::OptimizerState) has them, one vector of four runs a parameter.
    memory: [Vec<f32x4>; 2],
    weights: Vec<Range<usize>>,
    /// The constants where they are the same in every update.
    constants: Option<Constants<f32x4>>,
}

impl QuadOptimizer {
    /// At the start of four runs whose optimizers are of one kind, with one schedule. `parameters`: how many each has.
    pub(super) fn new(training: [&Training; LANES], parameters: usize, weights: Vec<Range<usize>>) -> Self {
        let optimizers = training.map(|run| run.optimizer);
        let mut state = Self {
            optimizers,
            learning_rates: training.map(|run| run.learning_rate),
            schedule: training[0].schedule,
            memory: memory_at_start(optimizers[0], parameters),
            weights,
            constants: None,
        };
        let corrected = matches!(optimizers[0], Optimizer::Adam { .. } | Optimizer::Adamw { .. });
        if !corrected && state.schedule == Schedule::Constant {
            state.constants = Some(state.constants_at(0));
        }
        state
    }

    /// One update of every parameter in each run, after `updates` updates.
    #[inline(always)]
    pub(super) fn update(&mut self, parameters: &mut [f32x4], gradient: &[f32x4], updates: u64) {
        let constants = self.constants.unwrap_or_else(|| self.constants_at(updates));
        let [first, second] = &mut self.memory;
        if let Optimizer::Adamw { .. } = self.optimizers[0] {
            for range in &self.weights {
                parameters[range.clone()].iter_mut().for_each(|w| *w *= constants.keep);
            }
        }
        constants.apply(self.optimizers[0], parameters, gradient, [first, second]);
    }

    #[inline(never)]
    fn constants_at(&self, updates: u64) -> Constants<f32x4> {
        let [first, ..] = self.optimizers;
        let factor = self.schedule.factor(updates);
        let corrections = Corrections::of(first, updates + 1);
        let of_run = |run: usize| {
            let optimizer = self.optimizers[run];
            let corrections =
                if optimizer == first { corrections } else { Corrections::of(optimizer, updates + 1) };
            Constants::of(optimizer, self.learning_rates[run] * factor, corrections)
        };
        Constants::of_runs(std::array::from_fn(of_run), f32x4::from)
    }
}
