//! The experiment: one value says everything about a run.

use serde::{Deserialize, Serialize};

use crate::spec::migrate::Version;
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
    /// The version of this form: 2. An experiment without one is of version 1, and is migrated when it is read.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub version: Version,
    /// Students, scores and targets.
    pub table: Table,
    /// How the scores are scaled before the network sees them; raw by default.
    #[serde(default)]
    pub scaling: Scaling,
    /// The network.
    pub model: Model,
    /// How its parameters are changed.
    pub training: Training,
}
