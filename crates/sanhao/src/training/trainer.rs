//! The trainer: a run of an experiment, update by update.

use wide::f32x4;

use crate::data::batches::{PackedBatch, PackedBatches};
use crate::data::dataset::{Dataset, Role};
use crate::math::random::{Purpose, Random};
use crate::model::evaluation::Evaluation;
use crate::model::loss::{SigmoidBinary, pointwise, softmax_categorical};
use crate::model::network::{Layer, Network, Workspace};
use crate::model::one_layer;
use crate::spec::check::{CheckedExperiment, check_learning_rate};
use crate::spec::error::Error;
use crate::spec::experiment::Experiment;
use crate::spec::model::Output;
use crate::spec::training::Loss;
use crate::training::convergence::Convergence;
use crate::training::history::{History, Point};
use crate::training::optimizer::OptimizerState;
use crate::training::stuck::StuckDetector;

/// How a run is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Still learning, or not started.
    Running,
    /// The loss has stopped falling (see [`Trainer::status`]).
    Converged,
    /// The loss, a gradient or a parameter has left the numbers worth computing with; the run stands still.
    Diverged,
    /// Every gradient is exactly 0 although the loss is not, and no parameter moves.
    Stuck,
}

/// A loss that has grown to this many times its first value (or 1, if that was smaller) has diverged.
const LOSS_LIMIT: f64 = 1e12;

/// A gradient or a parameter of this size has diverged.
const NUMBER_LIMIT: f32 = 1e15;

/// A run of an experiment.
pub struct Trainer {
    pub(super) experiment: CheckedExperiment,
    /// η, at first the experiment's.
    pub(super) learning_rate: f64,
    pub(crate) dataset: Dataset,
    pub(crate) network: Network,
    pub(crate) workspace: Workspace,
    pub(super) optimizer: OptimizerState,
    /// Training students in the order of this epoch, as batches.
    pub(super) order: Vec<usize>,
    pub(super) batches: PackedBatches,
    pub(super) random: Random,
    pub(super) progress: Progress,
    pub(crate) history: History,
    pub(super) evaluation: Evaluation,
    pub(super) stuck: StuckDetector,
}

/// How far a run has come.
#[derive(Clone)]
pub(super) struct Progress {
    pub(super) updates: u64,
    /// The next batch of this epoch.
    pub(super) batch: usize,
    pub(super) epoch: u64,
    /// The sum of this epoch's losses so far.
    pub(super) epoch_loss: f64,
    /// The mean loss of a batch from which on the run has diverged.
    pub(super) loss_limit: f64,
    pub(super) diverged: bool,
    pub(super) convergence: Convergence,
}

impl Trainer {
    /// A run at its start. All of its memory is allocated here.
    pub fn new(experiment: CheckedExperiment) -> Self {
        let Experiment { model, training, .. } = &*experiment;
        let convergence = Convergence::new(training.loss);
        let dataset = Dataset::new(&experiment);
        let network = Network::new(model, &dataset, training.seed);
        let order = dataset.with_role(Role::Training);
        let batch_size = training.batch_size.unwrap_or(order.len()).min(order.len());
        let mut trainer = Self {
            batches: PackedBatches::new(&dataset, &order, batch_size),
            workspace: network.workspace(),
            optimizer: OptimizerState::new(
                training.optimizer,
                network.vectors().len(),
                network.weight_ranges(),
            ),
            random: Random::new(training.seed, Purpose::Order),
            learning_rate: training.learning_rate,
            history: History::new(network.parameters().len()),
            stuck: StuckDetector::new(network.vectors()),
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
            progress: Progress {
                updates: 0,
                batch: 0,
                epoch: 0,
                epoch_loss: 0.0,
                loss_limit: LOSS_LIMIT,
                diverged: false,
                convergence,
            },
        };
        trainer.record();
        trainer
    }

    /// Does up to `updates` updates, one batch each, and returns how many were done: fewer only when it diverges.
    /// Allocates nothing.
    pub fn step(&mut self, updates: u64) -> u64 {
        let start = self.progress.updates;
        let end = start.saturating_add(updates);
        let loss = self.experiment.training.loss;
        match (self.network.layers.as_slice(), self.network.output, loss) {
            ([Layer { inputs: 3, units: 1, .. }], Output::Linear, _) => {
                let loss = pointwise(Output::Linear, |d| loss.of_residual(d));
                self.steps(end, one_layer::backward::<1, _>(loss));
            }
            ([Layer { inputs: 3, units: 1, .. }], Output::Sigmoid, Loss::BinaryCrossEntropy) => {
                self.steps(end, one_layer::backward::<1, _>(SigmoidBinary));
            }
            ([Layer { inputs: 3, units: 3, .. }], Output::Softmax, Loss::CategoricalCrossEntropy) => {
                self.steps(end, one_layer::backward::<3, _>(softmax_categorical));
            }
            _ => self.steps(end, |network, batch, space| network.backward(loss, batch, space)),
        }
        self.progress.updates - start
    }

    /// Updates until `end`, with the way back through the network compiled in: a function of its own for each.
    #[inline(never)]
    fn steps(&mut self, end: u64, backward: impl Fn(&Network, PackedBatch<'_>, &mut Workspace) -> f64) {
        while self.progress.updates < end && !self.progress.diverged {
            self.update(&backward);
        }
    }

    /// Starts again from the initial parameters, at the present learning rate.
    pub fn reset(&mut self) {
        let learning_rate = self.learning_rate;
        *self = Self::new(self.experiment.clone());
        self.learning_rate = learning_rate;
    }

    /// Changes the learning rate and nothing else.
    ///
    /// # Errors
    /// As the check of an experiment: `training.learning_rate: -1 is not a positive finite number`.
    pub fn set_learning_rate(&mut self, learning_rate: f64) -> Result<(), Error> {
        check_learning_rate(learning_rate).map_err(|error| *error)?;
        self.learning_rate = learning_rate;
        self.progress.convergence = Convergence::new(self.experiment.training.loss);
        Ok(())
    }

    /// Goes on from parameters as a learner reads them, which have been checked.
    pub(crate) fn go_on_from(&mut self, parameters: &[f32]) {
        self.network.set_raw(&self.dataset.scaler, parameters);
        self.stuck.end();
        self.progress.diverged = false;
        self.progress.convergence = Convergence::new(self.experiment.training.loss);
        // Between two epochs the last point of the history is the present one.
        if self.progress.batch == 0 && self.history.take_back(self.progress.epoch) {
            self.record();
        }
    }

    /// The experiment as it was given; [`Trainer::base_learning_rate`] may have become another since.
    pub fn experiment(&self) -> &CheckedExperiment {
        &self.experiment
    }

    /// How the run is doing. It is
    /// - diverged once the loss exceeds 1e12 times its first value, or a gradient or parameter 1e15, or any of them is
    ///   not a number: the run stands still at the last parameters, cut to these limits;
    /// - converged once [`Convergence`](crate::training::convergence)'s criterion holds; it may go on all the same;
    /// - stuck where, from one evaluation to another at least an epoch later, no parameter has moved, the last gradient
    ///   was exactly 0 and the loss was not.
    pub fn status(&self) -> Status {
        if self.progress.diverged {
            Status::Diverged
        } else if self.progress.convergence.reached() {
            Status::Converged
        } else if self.stuck.reached() && self.evaluation.loss().is_some_and(|loss| loss > 0.0) {
            Status::Stuck
        } else {
            Status::Running
        }
    }

    /// Whether the run has diverged.
    pub(crate) fn diverged(&self) -> bool {
        self.progress.diverged
    }

    /// Updates done.
    pub fn updates(&self) -> u64 {
        self.progress.updates
    }

    /// Epochs done: how often every training student has been looked at.
    pub fn epoch(&self) -> u64 {
        self.progress.epoch
    }

    /// The updates of an epoch.
    pub(crate) fn batches(&self) -> u64 {
        self.batches.batches() as u64
    }

    /// The learning rate of the next update: the base times the schedule's factor.
    pub fn learning_rate(&self) -> f64 {
        self.learning_rate * self.experiment.training.schedule.factor(self.progress.updates)
    }

    /// The learning rate before the schedule: the experiment's, or the one set since.
    pub fn base_learning_rate(&self) -> f64 {
        self.learning_rate
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
        let Self { stuck, network, workspace, progress, batches, .. } = self;
        stuck.see(network.vectors(), &workspace.gradient, progress.updates, batches.batches() as u64);
        &self.evaluation
    }

    /// What [`Trainer::evaluate`] last found.
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    #[inline(always)]
    fn update(&mut self, backward: impl Fn(&Network, PackedBatch<'_>, &mut Workspace) -> f64) {
        let training = &self.experiment.training;
        if self.progress.batch == 0 && training.shuffle {
            self.random.shuffle(&mut self.order);
            self.batches.fill(&self.dataset, &self.order);
        }
        let batch = self.batches.batch(self.progress.batch);
        let students = batch.students as f64;
        let loss = backward(&self.network, batch, &mut self.workspace);
        if self.progress.updates == 0 {
            self.progress.loss_limit = LOSS_LIMIT * (loss / students).max(1.0);
        }
        if training.l1 != 0.0 || training.l2 != 0.0 {
            self.network.penalise(training.l1 as f32, training.l2 as f32, &mut self.workspace.gradient);
        }
        let gradient = &self.workspace.gradient;
        // Written so that NaN counts as too large.
        if !(loss <= self.progress.loss_limit * students && within_limit(gradient)) {
            self.progress.diverged = true;
            return;
        }
        let rate = self.learning_rate * training.schedule.factor(self.progress.updates);
        let optimizer = &mut self.optimizer;
        self.network.change(|parameters| optimizer.update(parameters, gradient, rate));
        if !within_limit(self.network.vectors()) {
            self.progress.diverged = true;
            self.network.change(cut_to_limit);
        }
        self.progress.updates += 1;
        self.progress.batch += 1;
        self.progress.epoch_loss += loss;
        if self.progress.batch == self.batches.batches() {
            self.end_epoch();
        }
    }

    fn end_epoch(&mut self) {
        self.progress.batch = 0;
        self.progress.epoch += 1;
        self.progress
            .convergence
            .see(std::mem::take(&mut self.progress.epoch_loss) / self.order.len() as f64);
        if self.history.wants(self.progress.epoch) {
            self.record();
        }
    }

    fn record(&mut self) {
        let loss = self.experiment.training.loss;
        let [training, held_out] = self.evaluation.losses(loss, &self.network, &mut self.workspace);
        if let Some(training) = training {
            let point = Point { epoch: self.progress.epoch, training, held_out };
            let trace = self.history.push(point);
            if !trace.is_empty() {
                self.network.read_raw(&self.dataset.scaler, trace);
            }
        }
    }
}

/// The last parameters of a run that has diverged are numbers all the same.
#[cold]
fn cut_to_limit(numbers: &mut [f32x4]) {
    let limit = f32x4::splat(NUMBER_LIMIT);
    numbers.iter_mut().for_each(|number| *number = number.max(-limit).min(limit));
}

/// Whether every number is one worth computing with.
pub(crate) fn within_limit(numbers: &[f32x4]) -> bool {
    // Written so that NaN is not within it.
    numbers.iter().all(|number| number.abs().simd_le(f32x4::splat(NUMBER_LIMIT)).all())
}
