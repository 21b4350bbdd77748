//! The model: a dense network, its constraint and the values that its parameters start from.

use serde::{Deserialize, Serialize};

use crate::spec::table::yes;
use crate::spec::wire::wire;

/// A dense network: features → hidden layers → output.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Model {
    /// From the features to the output; none for cases 1 to 3.
    #[serde(default)]
    pub hidden: Vec<HiddenLayer>,
    /// The constraint on the first layer's weights; free by default.
    #[serde(default)]
    pub weights: Constraint,
    /// Whether every neuron adds a bias of its own. True by default.
    #[serde(default = "yes")]
    pub bias: bool,
    /// The output function, which turns the last layer's sums into predictions.
    pub output: Output,
    /// Where the parameters start; all 0 by default.
    #[serde(default)]
    pub initial: Initial,
}

/// One layer with a bias and a linear output, all parameters 0: linear regression.
impl Default for Model {
    fn default() -> Self {
        Self {
            hidden: vec![],
            weights: Constraint::Free,
            bias: true,
            output: Output::Linear,
            initial: Initial::Zeros,
        }
    }
}

impl Model {
    /// The most hidden layers.
    pub const MAX_HIDDEN_LAYERS: usize = 8;
    /// The most neurons in a hidden layer.
    pub const MAX_UNITS: usize = 512;
    /// The most multiplications, weights × students, of one evaluation of every student: some tenths of a second.
    pub const MAX_MULTIPLICATIONS: usize = 500_000_000;
}

/// A layer of neurons between features and output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HiddenLayer {
    /// The number of neurons.
    pub units: usize,
    /// The activation function of every neuron in the layer.
    pub activation: Activation,
}

/// The activation function of a hidden layer, applied to the weighted sum z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Activation {
    /// z itself: the layer stays linear.
    Identity,
    /// 1 / (1 + e^−z): (−∞, ∞) → (0, 1), slope ¼ at zero.
    Sigmoid,
    /// tanh z: (−∞, ∞) → (−1, 1), odd, slope 1 at zero.
    Tanh,
    /// max(z, 0); slope 0 at the corner, as in PyTorch and TensorFlow.
    Relu,
    /// z for z > 0, else z / 100.
    LeakyRelu,
    /// ln(1 + e^z): a ReLU without the corner.
    Softplus,
    /// z · Φ(z) with the normal distribution's Φ (Hendrycks & Gimpel 2016): the exact form, not the one by tanh.
    Gelu,
    /// sin z: periodic, for functions that rise and fall.
    Sine,
}

impl Activation {
    /// All activations.
    pub const ALL: [Self; 8] = [
        Self::Identity,
        Self::Sigmoid,
        Self::Tanh,
        Self::Relu,
        Self::LeakyRelu,
        Self::Softplus,
        Self::Gelu,
        Self::Sine,
    ];
}

/// A constraint on the first layer's weights.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Constraint {
    /// None: the weights are the parameters.
    #[default]
    Free,
    /// Each neuron's weights, in raw score units, are the softmax of its parameters: positive, with a sum of one. Penalties
    /// and weight decay act on those parameters.
    SumToOne,
}

/// The output function, which turns the last layer's sums into predictions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Output {
    /// The sum itself is the prediction.
    #[default]
    Linear,
    /// Each sum becomes a probability of its own. One output for two classes, else one a class.
    Sigmoid,
    /// The sums, one a class, become probabilities with a sum of one.
    Softmax,
}

impl Output {
    /// The number of outputs for a table with this many classes (0: its targets are numbers).
    pub fn units(self, classes: usize) -> usize {
        match (self, classes) {
            (_, 0) | (Self::Linear | Self::Sigmoid, 2) => 1,
            _ => classes,
        }
    }
}

/// Where the parameters start. Where a constraint holds, these are the free parameters under it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "initial_wire::InitialWire")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Initial {
    /// All 0.
    #[default]
    Zeros,
    /// The same in every layer.
    Constant {
        /// Every weight.
        weight: f64,
        /// Every bias.
        bias: f64,
    },
    /// Each parameter given individually.
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

mod initial_wire {
    super::wire! {
        InitialWire for Initial { weight: f64, bias: f64, layers: Vec<super::GivenLayer>, limit: f64 }
        Zeros {}
        Constant { weight, bias }
        Given { layers }
        XavierUniform {}
        HeNormal {}
        Uniform { limit }
    }
}
