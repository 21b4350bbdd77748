//! Experiments as JSON text.

use crate::spec::check::CheckedExperiment;
use crate::spec::error::Error;
use crate::spec::experiment::Experiment;
use crate::spec::migrate::migrate;

impl Experiment {
    /// Reads and checks an experiment of any version.
    ///
    /// # Errors
    /// Text that is no experiment, with the path of the first field that does not fit, or a value that breaks a rule.
    pub fn from_json(json: &str) -> Result<CheckedExperiment, Error> {
        let value = serde_json::from_str(json).map_err(|error| Error::malformed("", error))?;
        Self::from_json_value(value)?.try_into()
    }

    /// Reads an experiment of any version from JSON that is parsed already; the experiment is not checked.
    ///
    /// # Errors
    /// The path of the first field that does not fit.
    pub fn from_json_value(mut value: serde_json::Value) -> Result<Self, Error> {
        migrate(&mut value)?;
        serde_path_to_error::deserialize(value).map_err(|error| Error::malformed(error.path(), error.inner()))
    }

    /// The experiment as JSON text.
    pub fn to_json(&self) -> String {
        // Only maps with keys that are no strings and failing writers make this an error; there are none here.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
