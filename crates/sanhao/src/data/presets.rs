//! The four cases as experiments that are ready to run.

use serde::{Deserialize, Serialize};

use crate::data::school_tables;
use crate::spec::experiment::Experiment;
use crate::spec::model::Activation;
use crate::spec::scaling::Scaling;
use crate::spec::training::{Loss, Optimizer};

/// One of the four cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[non_exhaustive]
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
        match self {
            Self::Weights => Experiment::regression(school_tables::two_students())
                .scaling(Scaling::Raw)
                .bias(false)
                .loss(Loss::Absolute)
                .optimizer(Optimizer::RMSPROP_TENSORFLOW1)
                .learning_rate(0.001)
                .batch_size(1),
            Self::Award => Experiment::binary(school_tables::award(80, 1)),
            Self::Honours => Experiment::classification(school_tables::honours(90, 7, 1)),
            Self::Layers => Experiment::binary(school_tables::exactly_one(120, 1))
                .hidden([6], Activation::Tanh)
                .learning_rate(0.03)
                .batch_size(10)
                .shuffle(true),
        }
    }
}
