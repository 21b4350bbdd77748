//! The experiment: one value says everything about a run.

use serde::{Deserialize, Serialize};

use crate::spec::model::Model;
use crate::spec::scaling::Scaling;
use crate::spec::table::Table;
use crate::spec::training::Training;

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
