//! The axes of a sweep: the settings in which the runs of one experiment differ.

use serde::{Deserialize, Serialize};

use crate::spec::model::Activation;
use crate::spec::scaling::Scaling;
use crate::spec::training::Optimizer;
use crate::spec::wire::wire;

/// One setting and the values that it takes, one a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "axis_wire::AxisWire")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Axis {
    /// η, evenly spaced on a logarithmic scale.
    LearningRate {
        /// The first run's.
        low: f64,
        /// The last run's.
        high: f64,
        /// How many there are.
        count: usize,
    },
    /// η, in values of one's own.
    LearningRates {
        /// One a run.
        rates: Vec<f64>,
    },
    /// The seed: another start, another order, other students held out.
    Seed {
        /// The first run's; each run's is one more than the last one's.
        first: u32,
        /// How many there are.
        count: usize,
    },
    /// Students in a batch.
    BatchSize {
        /// One a run.
        sizes: Vec<usize>,
    },
    /// The neurons of every hidden layer.
    Units {
        /// One number a run.
        sizes: Vec<usize>,
    },
    /// How many hidden layers there are, each like the experiment's first.
    Depth {
        /// One number a run.
        sizes: Vec<usize>,
    },
    /// The activation of every hidden layer.
    Activation {
        /// One a run.
        activations: Vec<Activation>,
    },
    /// The optimizer, with its constants.
    Optimizer {
        /// One a run.
        optimizers: Vec<Optimizer>,
    },
    /// The factor of the penalty ½ · l2 · Σw².
    L2 {
        /// One a run.
        factors: Vec<f64>,
    },
    /// The scaling of the scores.
    Scaling {
        /// One a run.
        scalings: Vec<Scaling>,
    },
    /// The fraction of the students that is held out.
    TestFraction {
        /// One a run.
        factors: Vec<f64>,
    },
}

impl Axis {
    /// The number of values.
    pub fn count(&self) -> usize {
        match self {
            Self::LearningRate { count, .. } | Self::Seed { count, .. } => *count,
            Self::BatchSize { sizes } | Self::Units { sizes } | Self::Depth { sizes } => sizes.len(),
            Self::Activation { activations } => activations.len(),
            Self::Optimizer { optimizers } => optimizers.len(),
            Self::LearningRates { rates: values }
            | Self::L2 { factors: values }
            | Self::TestFraction { factors: values } => values.len(),
            Self::Scaling { scalings } => scalings.len(),
        }
    }
}

mod axis_wire {
    use super::{Activation, Optimizer, Scaling};

    super::wire! {
        AxisWire for Axis {
            low: f64, high: f64, rates: Vec<f64>, first: u32, count: usize, sizes: Vec<usize>, activations: Vec<Activation>,
            optimizers: Vec<Optimizer>, factors: Vec<f64>, scalings: Vec<Scaling>,
        }
        LearningRate { low, high, count }
        LearningRates { rates }
        Seed { first, count }
        BatchSize { sizes }
        Units { sizes }
        Depth { sizes }
        Activation { activations }
        Optimizer { optimizers }
        L2 { factors }
        Scaling { scalings }
        TestFraction { factors }
    }
}
