//! What can be asked of an experiment and of parameters that a learner is shown: nothing is trained.

use crate::data::batches::PackedBatches;
use crate::data::dataset::{Dataset, Role};
use crate::model::evaluation::Evaluation;
use crate::model::network::{Network, Workspace};
use crate::spec::check::{CheckedExperiment, length};
use crate::spec::error::{Error, Quantity};
use crate::spec::model::{Constraint, Initial, Model};

/// An experiment and the parameters that are shown of it, looked at from many sides.
///
/// Parameters are those that a learner reads, laid out as
/// [`Evaluation::parameters`](crate::Evaluation::parameters) and in raw score units: the weights themselves, also under a
/// constraint.
pub struct Study {
    pub(crate) experiment: CheckedExperiment,
    pub(crate) dataset: Dataset,
    /// Without the constraint: what it is given are the weights.
    pub(crate) network: Network,
    pub(crate) workspace: Workspace,
    /// The training students as one batch.
    pub(crate) training: PackedBatches,
    pub(crate) evaluation: Evaluation,
    shown: Vec<f32>,
}

impl Study {
    /// A study of an experiment with all parameters 0.
    pub fn new(experiment: CheckedExperiment) -> Self {
        let dataset = Dataset::new(&experiment);
        let model = Model { weights: Constraint::Free, initial: Initial::Zeros, ..experiment.model.clone() };
        let network = Network::new(&model, &dataset, experiment.training.seed);
        let students = dataset.with_role(Role::Training);
        let classes = experiment.table.classes.len();
        Self {
            training: PackedBatches::new(&dataset, &students, students.len()),
            workspace: network.workspace(),
            evaluation: Evaluation::new(&dataset, &network.layers, model.output, classes),
            shown: vec![0.0; network.parameters().len()],
            experiment,
            dataset,
            network,
        }
    }

    /// Says which parameters are shown.
    ///
    /// # Errors
    /// A list of another length: `parameters: 3 weights, 4 expected`.
    pub fn show(&mut self, parameters: &[f32]) -> Result<(), Error> {
        self.check_length("parameters", parameters.len())?;
        self.shown.copy_from_slice(parameters);
        Ok(())
    }

    pub(crate) fn check_length(&self, path: &str, count: usize) -> Result<(), Error> {
        length(&path, count, self.shown.len(), Quantity::Weights).map_err(|error| *error)
    }

    /// The parameters shown.
    pub(crate) fn shown(&self) -> &[f32] {
        &self.shown
    }

    /// Another network, of the parameters that are trained: under a constraint the free ones.
    pub(crate) fn trained_network(&self) -> Network {
        Network::new(&self.experiment.model, &self.dataset, self.experiment.training.seed)
    }

    /// Puts the network where it is shown.
    pub(crate) fn take_shown(&mut self) {
        self.network.set_raw(&self.dataset.scaler, &self.shown);
    }

    /// Students of a role, in the table's order.
    pub(crate) fn with_role(&self, role: Role) -> Vec<usize> {
        self.dataset.with_role(role)
    }
}
