//! The four cases as experiments that are ready to run.

use serde::{Deserialize, Serialize};

use crate::data::school_tables;
use crate::spec::experiment::Experiment;
use crate::spec::model::{Activation, Constraint, HiddenLayer, Initial, Model, Output};
use crate::spec::scaling::Scaling;
use crate::spec::training::{Loss, Optimizer, Schedule, Training};

/// One of the four cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub enum Preset {
    /// Case 1: scores and totals are known, the weights are wanted. The article's own run.
    Weights,
    /// Case 2: scores and yes or no are known; neither weights nor total nor threshold.
    Award,
    /// Case 3: three classes, some students without one.
    Honours,
    /// Case 4: an exclusive or, for which one layer is not enough.
    Layers,
}

impl Preset {
    /// The four cases in their order.
    pub const ALL: [Self; 4] = [Self::Weights, Self::Award, Self::Honours, Self::Layers];

    /// The experiment.
    pub fn experiment(self) -> Experiment {
        let linear = Model {
            hidden: vec![],
            weights: Constraint::Free,
            bias: true,
            output: Output::Linear,
            initial: Initial::Zeros,
        };
        let training = Training {
            loss: Loss::BinaryCrossEntropy,
            optimizer: Optimizer::Adam { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
            learning_rate: 0.1,
            schedule: Schedule::Constant,
            batch_size: None,
            shuffle: false,
            l1: 0.0,
            l2: 0.0,
            held_out: 0.0,
            seed: 1,
        };
        let scaling = Scaling::Standard;
        match self {
            Self::Weights => Experiment {
                table: school_tables::two_students(),
                scaling: Scaling::Raw,
                model: Model { bias: false, ..linear },
                training: Training {
                    loss: Loss::Absolute,
                    optimizer: Optimizer::RmspropTensorflow1 { decay: 0.9, epsilon: 1e-10 },
                    learning_rate: 0.001,
                    batch_size: Some(1),
                    ..training
                },
            },
            Self::Award => Experiment {
                table: school_tables::award(80, 1),
                scaling,
                model: Model { output: Output::Sigmoid, ..linear },
                training,
            },
            Self::Honours => Experiment {
                table: school_tables::honours(90, 7, 1),
                scaling,
                model: Model { output: Output::Softmax, ..linear },
                training: Training { loss: Loss::CategoricalCrossEntropy, ..training },
            },
            Self::Layers => Experiment {
                table: school_tables::exactly_one(120, 1),
                scaling,
                model: Model {
                    hidden: vec![HiddenLayer { units: 6, activation: Activation::Tanh }],
                    output: Output::Sigmoid,
                    initial: Initial::XavierUniform,
                    ..linear
                },
                training: Training { learning_rate: 0.03, batch_size: Some(10), shuffle: true, ..training },
            },
        }
    }
}
