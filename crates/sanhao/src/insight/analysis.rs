//! The prepared input of the analyses: an experiment, its data, and a network at the parameters under study.

use crate::data::batches::PackedBatches;
use crate::data::dataset::{Dataset, Role};
use crate::model::network::Network;
use crate::model::view::ModelView;
use crate::spec::check::{CheckedExperiment, length};
use crate::spec::error::{Error, Quantity};
use crate::spec::model::{Constraint, Initial, Model};

/// A checked experiment with its dataset and a network at the parameters under study. Nothing is trained here.
///
/// Parameters are laid out as [`Evaluation::parameters`](crate::Evaluation::parameters), in raw score units. Under the
/// sum-to-one constraint they are the weights themselves and not the free parameters behind them.
#[derive(Debug)]
pub struct Analysis {
    pub(super) experiment: CheckedExperiment,
    pub(super) dataset: Dataset,
    /// The training students as one batch.
    pub(super) training: PackedBatches,
    /// Without the constraint, at `parameters`.
    network: Network,
    parameters: Vec<f32>,
}

impl Analysis {
    /// Prepares an experiment; all parameters are 0.
    pub fn new(experiment: CheckedExperiment) -> Self {
        let dataset = Dataset::new(&experiment);
        let network = unconstrained(&experiment, &dataset);
        let students = dataset.with_role(Role::Training);
        Self {
            training: PackedBatches::new(&dataset, &students, students.len()),
            parameters: vec![0.0; network.parameters().len()],
            experiment,
            dataset,
            network,
        }
    }

    /// Sets the parameters under study.
    ///
    /// # Errors
    /// A list of another length: `parameters: 3 weights, 4 expected`. Nothing is changed then.
    pub fn set_parameters(&mut self, parameters: &[f32]) -> Result<(), Error> {
        self.check_length("parameters", parameters.len())?;
        self.parameters.copy_from_slice(parameters);
        self.network.set_raw(&self.dataset.scaler, parameters);
        Ok(())
    }

    /// The parameters under study.
    pub fn parameters(&self) -> &[f32] {
        &self.parameters
    }

    /// The model at the parameters under study. Its weights are unconstrained, whatever the experiment says.
    pub fn view(&self) -> ModelView<'_> {
        ModelView { experiment: &self.experiment, dataset: &self.dataset, network: &self.network }
    }

    /// Refuses a list that does not hold one number a parameter; `path` names it in the error.
    pub(super) fn check_length(&self, path: &str, count: usize) -> Result<(), Error> {
        length(&path, count, self.parameters.len(), Quantity::Weights).map_err(|error| *error)
    }

    /// A network of its own without the constraint, for losses at other parameters.
    pub(super) fn unconstrained_network(&self) -> Network {
        unconstrained(&self.experiment, &self.dataset)
    }

    /// A network of its own with the parameters that training changes: under the constraint the free ones.
    pub(super) fn trained_network(&self) -> Network {
        Network::new(&self.experiment.model, &self.dataset, self.experiment.training.seed)
    }

    /// The students of one role, as rows of the table in its order.
    pub(super) fn with_role(&self, role: Role) -> Vec<usize> {
        self.dataset.with_role(role)
    }
}

fn unconstrained(experiment: &CheckedExperiment, dataset: &Dataset) -> Network {
    let model = Model { weights: Constraint::Free, initial: Initial::Zeros, ..experiment.model.clone() };
    Network::new(&model, dataset, experiment.training.seed)
}
