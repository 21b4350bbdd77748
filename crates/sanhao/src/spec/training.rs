//! How the parameters are changed: the loss function, the optimizer, the learning-rate schedule and the batches.

use serde::{Deserialize, Serialize};

use crate::spec::wire::wire;

/// How the parameters are changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Training {
    /// The loss function to minimise.
    pub loss: Loss,
    /// The rule by which a gradient changes a parameter.
    pub optimizer: Optimizer,
    /// η, for the parameters of scaled scores: positive, at most 1e6.
    pub learning_rate: f64,
    /// How η changes over the updates; constant by default.
    #[serde(default)]
    pub schedule: Schedule,
    /// Students in a batch, from 1 to [`Table::MAX_STUDENTS`](crate::Table::MAX_STUDENTS); none = all. The last batch of an
    /// epoch may be smaller and is applied too.
    pub batch_size: Option<usize>,
    /// Whether each epoch takes the students in a new order. False by default.
    #[serde(default)]
    pub shuffle: bool,
    /// Adds l1 · Σ|w| over the weights (not the biases) to the loss function; from 0 to 1000, 0 by default. The weights are
    /// those that are trained: of scaled scores, and under a constraint the free parameters behind them.
    #[serde(default)]
    pub l1: f64,
    /// Adds ½ · l2 · Σw² over the same weights as l1; from 0 to 1000, 0 by default.
    #[serde(default)]
    pub l2: f64,
    /// The fraction of the students with a target that is held out of training to test what was learned, from 0 to below 1;
    /// 0 by default.
    #[serde(default)]
    pub test_fraction: f64,
    /// The seed of every random choice: initial weights, order, held-out students. 1 by default.
    #[serde(default = "first_seed")]
    pub seed: u32,
}

/// Squared error and Adam at a learning rate of 0.1, all students in one batch, no penalties, nothing held out.
///
/// With standard scaling one layer learns scores in some hundred updates so; hidden layers want a smaller learning rate,
/// 0.01 to 0.03.
impl Default for Training {
    fn default() -> Self {
        Self {
            loss: Loss::Squared,
            optimizer: Optimizer::default(),
            learning_rate: 0.1,
            schedule: Schedule::Constant,
            batch_size: None,
            shuffle: false,
            l1: 0.0,
            l2: 0.0,
            test_fraction: 0.0,
            seed: 1,
        }
    }
}

/// The loss function to minimise.
///
/// Over a batch it is the mean of the students' losses; a student's loss is the mean over the outputs (as PyTorch's
/// `reduction="mean"`), for categorical cross-entropy the one term of the student's class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "loss_wire::LossWire")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Loss {
    /// |y − t|; its gradient is sign(y − t), at y = t it is 0 (a subgradient; TensorFlow takes the same one).
    Absolute,
    /// (y − t)².
    #[default]
    Squared,
    /// ½ (y − t)² within `delta` of the target, delta (|y − t| − ½ delta) beyond (Huber 1964; PyTorch's HuberLoss).
    Huber {
        /// Where the parabola becomes a line, in units of the target: positive, at most 1e6.
        delta: f64,
    },
    /// −t ln y − (1 − t) ln(1 − y), from the logits.
    BinaryCrossEntropy,
    /// −ln of the probability given to the student's class, from the logits.
    CategoricalCrossEntropy,
}

/// The rule by which a gradient g changes a parameter w at learning rate η, with its own constants.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "optimizer_wire::OptimizerWire")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Optimizer {
    /// w ← w − η g.
    Sgd,
    /// m ← μ m + g, w ← w − η m (PyTorch's momentum; the first m is g).
    Momentum {
        /// μ, from 0 to below 1.
        momentum: f64,
    },
    /// m ← μ m + g, w ← w − η (g + μ m) (PyTorch's form of Nesterov's).
    Nesterov {
        /// μ, from 0 to below 1.
        momentum: f64,
    },
    /// s ← s + g², w ← w − η g / (√s + ε) (Duchi, Hazan & Singer 2011).
    Adagrad {
        /// ε, positive, at most 1.
        epsilon: f64,
    },
    /// s ← ρ s + (1 − ρ) g², w ← w − η g / √(s + ε): TensorFlow 1, s starts at 1 and ε stands inside the root.
    RmspropTensorflow1 {
        /// ρ, from 0 to below 1.
        decay: f64,
        /// ε, positive, at most 1.
        epsilon: f64,
    },
    /// s ← ρ s + (1 − ρ) g², w ← w − η g / (√s + ε): PyTorch, s starts at 0 and ε stands outside the root.
    RmspropPytorch {
        /// ρ (PyTorch's alpha), from 0 to below 1.
        decay: f64,
        /// ε, positive, at most 1.
        epsilon: f64,
    },
    /// Means m of g and s of g², corrected for their start at 0: w ← w − η m̂ / (√ŝ + ε) (Kingma & Ba 2015).
    Adam {
        /// Decay of m, from 0 to below 1.
        beta1: f64,
        /// Decay of s, from 0 to below 1.
        beta2: f64,
        /// ε, positive, at most 1.
        epsilon: f64,
    },
    /// Adam after w ← w (1 − η λ) on the weights, not on the biases (Loshchilov & Hutter 2019).
    Adamw {
        /// Decay of m, from 0 to below 1.
        beta1: f64,
        /// Decay of s, from 0 to below 1.
        beta2: f64,
        /// ε, positive, at most 1.
        epsilon: f64,
        /// λ, from 0 to 1000.
        weight_decay: f64,
    },
}

/// Each optimizer with the constants that its paper or its framework proposes.
impl Optimizer {
    /// μ = 0.9.
    pub const MOMENTUM: Self = Self::Momentum { momentum: 0.9 };
    /// μ = 0.9.
    pub const NESTEROV: Self = Self::Nesterov { momentum: 0.9 };
    /// ε = 1e-10, as in PyTorch.
    pub const ADAGRAD: Self = Self::Adagrad { epsilon: 1e-10 };
    /// ρ = 0.9, ε = 1e-10, as in TensorFlow 1.
    pub const RMSPROP_TENSORFLOW1: Self = Self::RmspropTensorflow1 { decay: 0.9, epsilon: 1e-10 };
    /// ρ = 0.99, ε = 1e-8, as in PyTorch.
    pub const RMSPROP_PYTORCH: Self = Self::RmspropPytorch { decay: 0.99, epsilon: 1e-8 };
    /// β₁ = 0.9, β₂ = 0.999, ε = 1e-8.
    pub const ADAM: Self = Self::Adam { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    /// β₁ = 0.9, β₂ = 0.999, ε = 1e-8, λ = 0.01, as in PyTorch.
    pub const ADAMW: Self = Self::Adamw { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay: 0.01 };
}

/// [`Optimizer::ADAM`].
impl Default for Optimizer {
    fn default() -> Self {
        Self::ADAM
    }
}

/// A factor on the learning rate, by the number of updates done.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", try_from = "schedule_wire::ScheduleWire")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
pub enum Schedule {
    /// 1 throughout.
    #[default]
    Constant,
    /// `factor` once more after every `every` updates: factor^⌊t / every⌋.
    Step {
        /// Updates between two changes, at least 1.
        every: u32,
        /// From 0 to 1.
        factor: f64,
    },
    /// factor^(t / every): the same, without steps.
    Exponential {
        /// Updates over which the rate falls by `factor`, at least 1.
        every: u32,
        /// From 0 to 1.
        factor: f64,
    },
    /// ½ (1 + cos(π t / steps)), 0 from `steps` on (Loshchilov & Hutter 2017, without restarts).
    Cosine {
        /// Updates until the rate is 0, at least 1.
        steps: u32,
    },
    /// (t + 1) / steps, 1 from there on.
    WarmUp {
        /// Updates until the full rate, at least 1.
        steps: u32,
    },
}

/// The default seed.
fn first_seed() -> u32 {
    1
}

mod loss_wire {
    super::wire! {
        LossWire for Loss { delta: f64 }
        Absolute {}
        Squared {}
        Huber { delta }
        BinaryCrossEntropy {}
        CategoricalCrossEntropy {}
    }
}

mod optimizer_wire {
    super::wire! {
        OptimizerWire for Optimizer {
            momentum: f64, decay: f64, beta1: f64, beta2: f64, epsilon: f64, weight_decay: f64,
        }
        Sgd {}
        Momentum { momentum }
        Nesterov { momentum }
        Adagrad { epsilon }
        RmspropTensorflow1 { decay, epsilon }
        RmspropPytorch { decay, epsilon }
        Adam { beta1, beta2, epsilon }
        Adamw { beta1, beta2, epsilon, weight_decay }
    }
}

mod schedule_wire {
    super::wire! {
        ScheduleWire for Schedule { every: u32, factor: f64, steps: u32 }
        Constant {}
        Step { every, factor }
        Exponential { every, factor }
        Cosine { steps }
        WarmUp { steps }
    }
}
