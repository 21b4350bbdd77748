//! The variations of an experiment along the axes of a sweep.

use crate::math::geometric;
use crate::spec::axis::Axis;
use crate::spec::check::{Checked, at_least, at_most, between, check_learning_rate};
use crate::spec::error::Quantity;
use crate::spec::experiment::Experiment;
use crate::spec::model::{Activation, HiddenLayer, Initial, Model};
use crate::training::sweep::Sweep;

impl Axis {
    /// Its values as numbers, one a run; of those that are none, their places from 0 on.
    pub fn numbers(&self) -> Vec<f64> {
        let whole = |numbers: &[usize]| numbers.iter().map(|&number| number as f64).collect();
        match self {
            Self::LearningRate { .. } => (0..self.count()).map(|at| self.rate(at)).collect(),
            Self::Seed { first, count } => (0..*count).map(|at| f64::from(*first) + at as f64).collect(),
            Self::BatchSize { sizes } | Self::Units { sizes } | Self::Depth { sizes } => whole(sizes),
            Self::LearningRates { rates: values }
            | Self::L2 { factors: values }
            | Self::TestFraction { factors: values } => values.clone(),
            _ => (0..self.count()).map(|at| at as f64).collect(),
        }
    }

    fn rate(&self, at: usize) -> f64 {
        let Self::LearningRate { low, high, count } = *self else { return f64::NAN };
        geometric(low, high, if count < 2 { 0.0 } else { at as f64 / (count - 1) as f64 })
    }

    /// Checks the ends of its values; the values themselves are checked in each run's experiment.
    pub(super) fn check(&self, path: &str) -> Checked {
        at_least(&path, self.count(), 1, Quantity::Runs)?;
        at_most(&path, self.count(), Sweep::MAX_RUNS, Quantity::Runs)?;
        match *self {
            Self::LearningRate { low, high, .. } => {
                check_learning_rate(&format_args!("{path}.low"), low)?;
                check_learning_rate(&format_args!("{path}.high"), high)
            }
            Self::Seed { first, count } => {
                let most = f64::from(u32::MAX) - f64::from(first) + 1.0;
                between(&format_args!("{path}.count"), count as f64, 1.0, most)
            }
            _ => Ok(()),
        }
    }

    /// Gives an experiment the value at a place, which there is.
    pub(super) fn apply(&self, at: usize, experiment: &mut Experiment) {
        let Experiment { model, training, scaling, .. } = experiment;
        match self {
            Self::LearningRate { .. } => training.learning_rate = self.rate(at),
            Self::LearningRates { rates } => training.learning_rate = rates[at],
            Self::Seed { first, .. } => training.seed = first.saturating_add(at as u32),
            Self::BatchSize { sizes } => training.batch_size = Some(sizes[at]),
            Self::Units { sizes } => {
                let depth = model.hidden.len().max(1);
                set_hidden(model, depth, |layer| layer.units = sizes[at]);
            }
            Self::Depth { sizes } => set_hidden(model, sizes[at].min(Model::MAX_HIDDEN_LAYERS + 1), |_| {}),
            Self::Activation { activations } => {
                model.hidden.iter_mut().for_each(|layer| layer.activation = activations[at]);
            }
            Self::Optimizer { optimizers } => training.optimizer = optimizers[at],
            Self::L2 { factors } => training.l2 = factors[at],
            Self::Scaling { scalings } => *scaling = scalings[at],
            Self::TestFraction { factors } => training.test_fraction = factors[at],
        }
    }
}

/// Makes so many hidden layers like the first one, or like a usual one, and changes each. Neurons that start alike stay
/// alike: where the start is not a random one, it becomes one.
fn set_hidden(model: &mut Model, depth: usize, change: impl Fn(&mut HiddenLayer)) {
    let usual = HiddenLayer { units: 4, activation: Activation::Tanh };
    let first = model.hidden.first().copied().unwrap_or(usual);
    model.hidden.resize(depth, first);
    model.hidden.iter_mut().for_each(change);
    if matches!(model.initial, Initial::Zeros | Initial::Constant { .. } | Initial::Given { .. }) && depth > 0
    {
        model.initial = Initial::XavierUniform;
    }
}
