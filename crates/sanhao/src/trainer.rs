//! The trainer: a run of an experiment, update by update.

use alloc::vec::Vec;

use wide::f32x4;

use crate::blocks::{Block, Blocks};
use crate::check::CheckedExperiment;
use crate::convergence::Convergence;
use crate::dataset::{Dataset, Role};
use crate::error::Error;
use crate::evaluation::Evaluation;
use crate::experiment::Experiment;
use crate::history::{History, Point};
use crate::loss::{Loss, SigmoidBinary, pointwise, softmax_categorical};
use crate::network::{Layer, Network, Workspace};
use crate::one_layer;
use crate::optimizer::OptimizerState;
use crate::output::Output;
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

/// A gradient or a parameter of this size has diverged.
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
    progress: Progress,
    evaluation: Evaluation,
}

/// How far a run has come.
#[derive(Clone)]
struct Progress {
    updates: u64,
    /// The next batch of this epoch.
    batch: usize,
    epoch: u64,
    /// The sum of this epoch's losses so far.
    epoch_loss: f64,
    /// The mean loss of a batch from which on the run has diverged.
    loss_limit: f64,
    diverged: bool,
    convergence: Convergence,
    history: History,
}

/// A run as it stood after some update: everything that decides how it goes on, bit for bit.
#[derive(Clone)]
pub struct Snapshot {
    /// At the learning rate of then.
    experiment: CheckedExperiment,
    parameters: Vec<f32x4>,
    optimizer: OptimizerState,
    order: Vec<usize>,
    random: Random,
    progress: Progress,
}

impl Trainer {
    /// A run at its start. All of its memory is allocated here.
    pub fn new(experiment: CheckedExperiment) -> Self {
        let Experiment { model, training, .. } = &*experiment;
        let dataset = Dataset::new(&experiment);
        let network =
            Network::new(model, dataset.inputs, dataset.outputs, dataset.scaler.scales(), training.seed);
        let order = dataset.with_role(Role::Training);
        let history = History::new(network.parameters().len());
        let batch_size = training.batch_size.unwrap_or(order.len()).min(order.len());
        let mut trainer = Self {
            batches: Blocks::new(&dataset, &order, batch_size),
            workspace: network.workspace(),
            optimizer: OptimizerState::new(
                training.optimizer,
                network.vectors().len(),
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
            progress: Progress {
                updates: 0,
                batch: 0,
                epoch: 0,
                epoch_loss: 0.0,
                loss_limit: LOSS_LIMIT,
                diverged: false,
                convergence: Convergence::new(),
                history,
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
                self.steps(end, one_layer::back::<1, _>(loss));
            }
            ([Layer { inputs: 3, units: 1, .. }], Output::Sigmoid, Loss::BinaryCrossEntropy) => {
                self.steps(end, one_layer::back::<1, _>(SigmoidBinary));
            }
            ([Layer { inputs: 3, units: 3, .. }], Output::Softmax, Loss::CategoricalCrossEntropy) => {
                self.steps(end, one_layer::back::<3, _>(softmax_categorical));
            }
            _ => self.steps(end, |network, batch, space| network.back(loss, batch, space)),
        }
        self.progress.updates - start
    }

    /// Updates until `end`, with the way back through the network compiled in: a function of its own for each.
    #[inline(never)]
    fn steps(&mut self, end: u64, back: impl Fn(&Network, Block<'_>, &mut Workspace) -> f64) {
        while self.progress.updates < end && !self.progress.diverged {
            self.update(&back);
        }
    }

    /// Starts again from the initial parameters, at the present learning rate.
    pub fn reset(&mut self) {
        *self = Self::new(self.experiment.clone());
    }

    /// The run as it stands.
    pub fn snapshot(&self) -> Snapshot {
        Snapshot {
            experiment: self.experiment.clone(),
            parameters: self.network.vectors().to_vec(),
            optimizer: self.optimizer.clone(),
            order: self.order.clone(),
            random: self.random.clone(),
            progress: self.progress.clone(),
        }
    }

    /// Goes back, or forward, to where this run stood at a snapshot, learning rate included. What was
    /// [`evaluated`](Trainer::evaluate) stays until it is evaluated again.
    ///
    /// A snapshot is of one experiment; one of a run of another changes nothing and gives false.
    pub fn restore(&mut self, snapshot: &Snapshot) -> bool {
        let fits = self.experiment.is_like(&snapshot.experiment);
        if fits {
            self.experiment.clone_from(&snapshot.experiment);
            self.network.change(|parameters| parameters.copy_from_slice(&snapshot.parameters));
            self.optimizer.clone_from(&snapshot.optimizer);
            self.order.clone_from(&snapshot.order);
            self.batches.fill(&self.dataset, &self.order);
            self.random.clone_from(&snapshot.random);
            self.progress.clone_from(&snapshot.progress);
        }
        fits
    }

    /// Changes the learning rate and nothing else.
    ///
    /// # Errors
    /// As the check of an experiment: `training.learning_rate: -1 is not a positive finite number`.
    pub fn set_learning_rate(&mut self, learning_rate: f64) -> Result<(), Error> {
        self.experiment.set_learning_rate(learning_rate)?;
        self.progress.convergence = Convergence::new();
        Ok(())
    }

    /// Goes on from parameters as a learner reads them, which have been checked.
    pub(crate) fn go_on_from(&mut self, parameters: &[f32]) {
        self.network.set_raw(&self.dataset.scaler, parameters);
        self.progress.diverged = false;
        self.progress.convergence = Convergence::new();
        // Between two epochs the last point of the history is the present one.
        if self.progress.batch == 0 && self.progress.history.take_back(self.progress.epoch) {
            self.record();
        }
    }

    /// The experiment, at the present learning rate.
    pub fn experiment(&self) -> &CheckedExperiment {
        &self.experiment
    }

    /// How the run is doing. It is
    /// - diverged once the loss exceeds 1e12 times its first value, or a gradient or parameter 1e15, or any of them is
    ///   not a number: the run stands still at the last parameters, cut to these limits;
    /// - converged once [`Convergence`](crate::convergence)'s criterion holds; it may go on all the same.
    pub fn status(&self) -> Status {
        match (self.progress.diverged, self.progress.convergence.reached()) {
            (true, _) => Status::Diverged,
            (false, true) => Status::Converged,
            (false, false) => Status::Running,
        }
    }

    /// Updates done.
    pub fn updates(&self) -> u64 {
        self.progress.updates
    }

    /// Epochs done: how often every training student has been looked at.
    pub fn epoch(&self) -> u64 {
        self.progress.epoch
    }

    /// The learning rate of the next update: the experiment's times the schedule's factor.
    pub fn learning_rate(&self) -> f64 {
        let training = &self.experiment.training;
        training.learning_rate * training.schedule.factor(self.progress.updates)
    }

    /// The losses after each epoch, thinned out as they grow many.
    pub fn history(&self) -> &History {
        &self.progress.history
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

    #[inline(always)]
    fn update(&mut self, back: impl Fn(&Network, Block<'_>, &mut Workspace) -> f64) {
        let training = &self.experiment.training;
        if self.progress.batch == 0 && training.shuffle {
            self.random.shuffle(&mut self.order);
            self.batches.fill(&self.dataset, &self.order);
        }
        let batch = self.batches.batch(self.progress.batch);
        let students = batch.students as f64;
        let loss = back(&self.network, batch, &mut self.workspace);
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
        let rate = training.learning_rate * training.schedule.factor(self.progress.updates);
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
            .see(core::mem::take(&mut self.progress.epoch_loss) / self.order.len() as f64);
        if self.progress.history.wants(self.progress.epoch) {
            self.record();
        }
    }

    fn record(&mut self) {
        let loss = self.experiment.training.loss;
        let [training, held_out] = self.evaluation.losses(loss, &self.network, &mut self.workspace);
        if let Some(training) = training {
            let point = Point { epoch: self.progress.epoch, training, held_out };
            let trace = self.progress.history.push(point);
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

fn within_limit(numbers: &[f32x4]) -> bool {
    // Written so that NaN is not within it.
    numbers.iter().all(|number| number.abs().simd_le(f32x4::splat(NUMBER_LIMIT)).all())
}
