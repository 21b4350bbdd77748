//! Experiments as JSON text.

use crate::spec::check::CheckedExperiment;
use crate::spec::error::Error;
use crate::spec::experiment::Experiment;

impl Experiment {
    /// Reads and checks an experiment.
    ///
    /// # Errors
    /// Text that is no experiment, with the path of the first field that does not fit, or a value that breaks a rule.
    pub fn from_json(json: &str) -> Result<CheckedExperiment, Error> {
        let mut reader = serde_json::Deserializer::from_str(json);
        let experiment: Self = serde_path_to_error::deserialize(&mut reader)
            .map_err(|error| Error::malformed(error.path(), error.inner()))?;
        reader.end().map_err(|error| Error::malformed("", error))?;
        experiment.try_into()
    }

    /// The experiment as JSON text.
    pub fn to_json(&self) -> String {
        // Only maps with keys that are no strings and failing writers make this an error; there are none here.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
