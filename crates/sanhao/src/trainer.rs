//! The trainer: a run of an experiment, update by update.

use crate::blocks::Blocks;
use crate::check::CheckedExperiment;
use crate::convergence::Convergence;
use crate::dataset::{Dataset, Role};
use crate::error::Error;
use crate::evaluation::Evaluation;
use crate::experiment::Experiment;
use crate::history::{History, Point};
use crate::network::{Layer, Network, Workspace};
use crate::optimizer::OptimizerState;
use crate::random::{Purpose, Random};

/// How a run is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Still learning, or not started.
    Running,
    /// The loss has stopped falling (see [`Trainer::status`]).
    Converged,
    /// The loss, a gradient or a parameter has left the numbers worth computing with; the run stands still.
    Diverged,
}

/// A loss that has grown to this many times its first value (or 1, if that was smaller) has diverged.
const LOSS_LIMIT: f64 = 1e12;

/// A gradient or a parameter of this size has diverged. Below it one update cannot leave the 32-bit numbers.
const NUMBER_LIMIT: f32 = 1e15;

/// A run of an experiment.
pub struct Trainer {
    experiment: CheckedExperiment,
    pub(crate) dataset: Dataset,
    pub(crate) network: Network,
    pub(crate) workspace: Workspace,
    optimizer: OptimizerState,
    /// Training students in the order of this epoch, as batches.
    order: Vec<usize>,
    batches: Blocks,
    random: Random,
    updates: u64,
    batch: usize,
    epoch: u64,
    epoch_loss: f64,
    first_loss: Option<f64>,
    diverged: bool,
    convergence: Convergence,
    history: History,
    evaluation: Evaluation,
}

impl Trainer {
    /// A run at its start. All of its memory is allocated here.
    pub fn new(experiment: CheckedExperiment) -> Self {
        let Experiment { model, training, .. } = &*experiment;
        let dataset = Dataset::new(&experiment);
        let network =
            Network::new(model, dataset.inputs, dataset.outputs, dataset.scaler.scales(), training.seed);
        let order = dataset.with_role(Role::Training);
        let batch_size = training.batch_size.unwrap_or(order.len()).min(order.len());
        let mut trainer = Self {
            batches: Blocks::new(&dataset, &order, batch_size),
            workspace: network.workspace(),
            optimizer: OptimizerState::new(
                training.optimizer,
                network.parameters().len(),
                network.weight_ranges(),
            ),
            random: Random::new(training.seed, Purpose::Order),
            evaluation: Evaluation::new(
                &dataset,
                &network.layers,
                model.output,
                experiment.table.classes.len(),
            ),
            experiment,
            dataset,
            network,
            order,
            updates: 0,
            batch: 0,
            epoch: 0,
            epoch_loss: 0.0,
            first_loss: None,
            diverged: false,
            convergence: Convergence::new(),
            history: History::new(),
        };
        trainer.record();
        trainer
    }

    /// Does up to `updates` updates, one batch each, and returns how many were done: fewer only when it diverges.
    /// Allocates nothing.
    pub fn step(&mut self, updates: u64) -> u64 {
        let start = self.updates;
        while self.updates - start < updates && !self.diverged {
            self.update();
        }
        self.updates - start
    }

    /// Starts again from the initial parameters, at the present learning rate.
    pub fn reset(&mut self) {
        *self = Self::new(self.experiment.clone());
    }

    /// Changes the learning rate and nothing else.
    ///
    /// # Errors
    /// As the check of an experiment: `training.learning_rate: -1 is not a positive finite number`.
    pub fn set_learning_rate(&mut self, learning_rate: f64) -> Result<(), Error> {
        self.experiment.set_learning_rate(learning_rate)?;
        self.convergence = Convergence::new();
        Ok(())
    }

    /// The experiment, at the present learning rate.
    pub fn experiment(&self) -> &CheckedExperiment {
        &self.experiment
    }

    /// How the run is doing. It is
    /// - diverged once the loss exceeds 1e12 times its first value, or a gradient or parameter 1e15, or any of them is
    ///   not a number: the run stands still at the last parameters within these limits, or just beyond;
    /// - converged once [`Convergence`](crate::convergence)'s criterion holds; it may go on all the same.
    pub fn status(&self) -> Status {
        match (self.diverged, self.convergence.reached()) {
            (true, _) => Status::Diverged,
            (false, true) => Status::Converged,
            (false, false) => Status::Running,
        }
    }

    /// Updates done.
    pub fn updates(&self) -> u64 {
        self.updates
    }

    /// Epochs done: how often every training student has been looked at.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }

    /// The learning rate of the next update: the experiment's times the schedule's factor.
    pub fn learning_rate(&self) -> f64 {
        let training = &self.experiment.training;
        training.learning_rate * training.schedule.factor(self.updates)
    }

    /// The losses after each epoch, thinned out as they grow many.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The network's layers, the output's last.
    pub fn layers(&self) -> &[Layer] {
        &self.network.layers
    }

    /// Each student's part in the run, in the table's order.
    pub fn roles(&self) -> &[Role] {
        &self.dataset.roles
    }

    /// Predicts and judges every student with the present parameters.
    pub fn evaluate(&mut self) -> &Evaluation {
        let loss = self.experiment.training.loss;
        self.evaluation.evaluate(loss, &self.network, &self.dataset, &mut self.workspace);
        &self.evaluation
    }

    /// What [`Trainer::evaluate`] last found.
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    fn update(&mut self) {
        let training = &self.experiment.training;
        if self.batch == 0 && training.shuffle {
            self.random.shuffle(&mut self.order);
            self.batches.fill(&self.dataset, &self.order);
        }
        let batch = self.batches.batch(self.batch);
        let students: usize = batch.clone().map(|block| block.students).sum();
        let loss = self.network.back(training.loss, batch, &mut self.workspace);
        let mean = loss / students as f64;
        let first = *self.first_loss.get_or_insert(mean.max(1.0));
        self.network.penalise(training.l1 as f32, training.l2 as f32, &mut self.workspace.gradient);
        let gradient = &self.workspace.gradient;
        // Written so that NaN counts as too large.
        if !(mean <= LOSS_LIMIT * first && within_limit(gradient)) {
            self.diverged = true;
            return;
        }
        let rate = training.learning_rate * training.schedule.factor(self.updates);
        let optimizer = &mut self.optimizer;
        self.network.change(|parameters| optimizer.update(parameters, gradient, rate));
        self.diverged = !within_limit(self.network.parameters());
        self.updates += 1;
        self.batch += 1;
        self.epoch_loss += loss;
        if self.batch == self.batches.batches() {
            self.end_epoch();
        }
    }

    fn end_epoch(&mut self) {
        self.batch = 0;
        self.epoch += 1;
        self.convergence.see(std::mem::take(&mut self.epoch_loss) / self.order.len() as f64);
        if self.history.wants(self.epoch) {
            self.record();
        }
    }

    fn record(&mut self) {
        let loss = self.experiment.training.loss;
        let [training, held_out] = self.evaluation.losses(loss, &self.network, &mut self.workspace);
        if let Some(training) = training {
            self.history.push(Point { epoch: self.epoch, training, held_out });
        }
    }
}

fn within_limit(numbers: &[f32]) -> bool {
    numbers.iter().all(|number| number.abs() <= NUMBER_LIMIT)
}
