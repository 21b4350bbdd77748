//! A model and its data, for reading only.

use crate::data::dataset::{Dataset, Role};
use crate::model::network::{Layer, Network};
use crate::spec::check::CheckedExperiment;

/// An experiment, its dataset and a network at some parameters, for reading only. A run hands it out as it stands; every
/// function that explains a model takes it.
#[derive(Clone, Copy, Debug)]
pub struct ModelView<'a> {
    pub(crate) experiment: &'a CheckedExperiment,
    pub(crate) dataset: &'a Dataset,
    pub(crate) network: &'a Network,
}

impl<'a> ModelView<'a> {
    /// The experiment.
    pub fn experiment(&self) -> &'a CheckedExperiment {
        self.experiment
    }

    /// The network's layers, the output's last.
    pub fn layers(&self) -> &'a [Layer] {
        &self.network.layers
    }

    /// The number of parameters.
    pub fn parameters(&self) -> usize {
        self.network.parameters().len()
    }

    /// Each student's role, in the table's order.
    pub fn roles(&self) -> &'a [Role] {
        &self.dataset.roles
    }
}
