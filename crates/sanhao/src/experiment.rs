//! The experiment: one value says everything about a run.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::activation::Activation;
use crate::loss::Loss;
use crate::optimizer::Optimizer;
use crate::output::Output;
use crate::scaler::Scaling;
use crate::schedule::Schedule;
use crate::table::Table;

/// Data, model and training: everything that decides a run's numbers, bit for bit.
///
/// ```
/// use sanhao::{Experiment, Preset};
///
/// let experiment = Preset::Weights.experiment();
/// let json = experiment.to_json();
/// assert_eq!(*Experiment::from_json(&json).unwrap(), experiment);
/// ```
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Experiment {
    /// Students, scores and targets.
    pub table: Table,
    /// What is done to the scores before the network sees them.
    pub scaling: Scaling,
    /// The network.
    pub model: Model,
    /// How its parameters are changed.
    pub training: Training,
}

/// A dense network: features → hidden layers → output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Model {
    /// From the features to the output; none for cases 1 to 3.
    pub hidden: Vec<HiddenLayer>,
    /// The constraint on the first layer's weights.
    pub weights: Constraint,
    /// Whether every neuron adds a bias of its own.
    pub bias: bool,
    /// What becomes of the last layer's sums.
    pub output: Output,
    /// Where the parameters start.
    pub initial: Initial,
}

impl Model {
    /// The most hidden layers.
    pub const MOST_HIDDEN_LAYERS: usize = 8;
    /// The most neurons in a hidden layer.
    pub const MOST_UNITS: usize = 512;
    /// The most multiplications, weights × students, for a look at every student: some tenths of a second.
    pub const MOST_MULTIPLICATIONS: usize = 500_000_000;
}

/// A layer of neurons between features and output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HiddenLayer {
    /// The number of neurons.
    pub units: usize,
    /// What each makes of its weighted sum.
    pub activation: Activation,
}

/// A constraint on the first layer's weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Constraint {
    /// None: the weights are the parameters.
    Free,
    /// Each neuron's weights, in raw score units, are the softmax of its parameters: positive, with a sum of one.
    SumToOne,
}

/// Where the parameters start. Where a constraint holds, these are the free parameters under it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Initial {
    /// All 0.
    Zeros,
    /// The same in every layer.
    Constant {
        /// Every weight.
        weight: f64,
        /// Every bias.
        bias: f64,
    },
    /// Each one by itself.
    Given {
        /// One a layer, the output's last.
        layers: Vec<GivenLayer>,
    },
    /// Weights uniform in ±√(6 / (inputs + units)), biases 0 (Glorot & Bengio 2010): for tanh and sigmoid.
    XavierUniform,
    /// Weights normal with variance 2 / inputs, biases 0 (He et al. 2015): for ReLU and its relatives.
    HeNormal,
    /// Weights uniform in ±limit, biases 0.
    Uniform {
        /// The largest weight, positive.
        limit: f64,
    },
}

/// The parameters of one layer as a person gives them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GivenLayer {
    /// units × inputs.
    pub weights: Vec<Vec<f64>>,
    /// One a unit; empty in a model without bias.
    pub biases: Vec<f64>,
}

/// How the parameters are changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Training {
    /// What is made small.
    pub loss: Loss,
    /// What a gradient makes of a parameter.
    pub optimizer: Optimizer,
    /// η: positive and finite.
    pub learning_rate: f64,
    /// How η changes over the updates.
    pub schedule: Schedule,
    /// Students an update looks at; none = all. The last batch of an epoch may be smaller and is applied too.
    pub batch_size: Option<usize>,
    /// Whether each epoch takes the students in a new order.
    pub shuffle: bool,
    /// Adds l1 · Σ|w| over the weights (not the biases) to what is made small.
    pub l1: f64,
    /// Adds ½ · l2 · Σw² over the weights (not the biases) to what is made small.
    pub l2: f64,
    /// The fraction of the students with a target that is kept out of training to test it, from 0 to below 1.
    pub held_out: f64,
    /// Start of every random choice: initial weights, order, held-out students.
    pub seed: u32,
}
