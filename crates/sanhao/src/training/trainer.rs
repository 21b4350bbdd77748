//! The trainer: a run of an experiment, update by update.

use bytemuck::cast_slice;
use ndarray::{Array2, ArrayView2};

use crate::data::batches::{PackedBatch, PackedBatches};
use crate::data::dataset::{Dataset, Role};
use crate::math::random::{Purpose, Random};
use crate::model::evaluation::Evaluation;
use crate::model::loss::{SigmoidBinary, linear_absolute, linear_squared, softmax_categorical};
use crate::model::network::{Layer, Network, Workspace};
use crate::model::one_layer;
use crate::model::view::ModelView;
use crate::spec::check::{CheckedExperiment, LEARNING_RATE, check_learning_rate};
use crate::spec::error::Error;
use crate::spec::experiment::Experiment;
use crate::spec::model::Output;
use crate::spec::training::{Loss, Schedule, Training};
use crate::training::divergence::{clamp_to_limit, loss_limit, within_limit};
use crate::training::history::{History, Point};
use crate::training::loss_windows::{LossWindows, Window};
use crate::training::optimizer::OptimizerState;
use crate::training::parameters::{check_parameters, with_parameter};
use crate::training::progress::Progress;
use crate::training::snapshot::Snapshot;
use crate::training::stuck::StuckDetector;
use crate::training::update_input::UpdateInput;

/// A run of an experiment.
#[derive(Clone, Debug)]
pub struct Trainer {
    experiment: CheckedExperiment,
    /// η before the schedule: the experiment's, or the one set since.
    learning_rate: f64,
    dataset: Dataset,
    network: Network,
    workspace: Workspace,
    optimizer: OptimizerState,
    /// Training students in the order of this epoch.
    order: Vec<usize>,
    /// The same students packed for the kernels, batch by batch.
    batches: PackedBatches,
    random: Random,
    progress: Progress,
    history: History,
    evaluation: Evaluation,
    stuck: StuckDetector,
}

impl Trainer {
    /// A run at its start. All of its memory is allocated here.
    pub fn new(experiment: CheckedExperiment) -> Self {
        let Experiment { model, training, .. } = &*experiment;
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
            progress: Progress::new(),
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
            ([Layer { inputs: 3, units: 1, .. }], Output::Linear, Loss::Absolute) => {
                self.steps(end, one_layer::backward::<1, _>(linear_absolute));
            }
            ([Layer { inputs: 3, units: 1, .. }], Output::Linear, Loss::Squared) => {
                self.steps(end, one_layer::backward::<1, _>(linear_squared));
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

    /// Updates until `end`. Each backward pass is compiled into a function of its own.
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
        check_learning_rate(&LEARNING_RATE, learning_rate).map_err(|error| *error)?;
        self.learning_rate = learning_rate;
        self.progress.losses = LossWindows::new();
        Ok(())
    }

    /// A copy that goes on at a constant learning rate; none where the rate is refused.
    pub(crate) fn at_constant_rate(&self, rate: f64) -> Option<Self> {
        let mut experiment = (*self.experiment).clone();
        experiment.training.schedule = Schedule::Constant;
        let mut copy = self.clone();
        copy.experiment = CheckedExperiment::try_from(experiment).ok()?;
        copy.set_learning_rate(rate).ok()?;
        Some(copy)
    }

    /// Replaces every parameter; training goes on from there. Parameters have the layout and units of
    /// [`Evaluation::parameters`].
    ///
    /// Under sum-to-one the first layer's weights must be positive and are scaled to a sum of one a unit. The optimizer's
    /// state stays. A run that has diverged runs again.
    ///
    /// # Errors
    /// A list of another length, a number beyond ±1e6, a weight under sum-to-one that is not positive:
    /// `parameters[2]: 0 is not a positive finite number`. Nothing is changed then.
    pub fn set_parameters(&mut self, parameters: &[f32]) -> Result<(), Error> {
        self.check_parameters(parameters)?;
        self.replace_parameters(parameters);
        Ok(())
    }

    /// Replaces one parameter, as [`Trainer::set_parameters`] does all. A weight under sum-to-one takes the difference from
    /// the unit's other weights, in proportion.
    ///
    /// # Errors
    /// An index that is too large; a number beyond ±1e6; a weight under sum-to-one outside 0.0001 to 0.9999. Nothing is
    /// changed then.
    pub fn set_parameter(&mut self, index: usize, value: f64) -> Result<(), Error> {
        let parameters = self.with_parameter(index, value)?;
        self.replace_parameters(&parameters);
        Ok(())
    }

    pub(super) fn check_parameters(&self, parameters: &[f32]) -> Result<(), Error> {
        check_parameters(&self.network, parameters).map_err(|error| *error)
    }

    /// Every parameter in raw score units, one of them replaced.
    pub(super) fn with_parameter(&self, index: usize, value: f64) -> Result<Vec<f32>, Error> {
        with_parameter(&self.network, &self.dataset.scaler, index, value)
    }

    /// Replaces every parameter by parameters that have been checked.
    pub(super) fn replace_parameters(&mut self, parameters: &[f32]) {
        self.network.set_raw(&self.dataset.scaler, parameters);
        self.stuck.clear();
        self.progress.diverged = false;
        self.progress.losses = LossWindows::new();
        // Between two epochs the last point of the history describes the present parameters.
        if self.progress.batch == 0 && self.history.take_back(self.progress.epoch) {
            self.record();
        }
    }

    /// The experiment as it was given. [`Trainer::base_learning_rate`] may have changed since.
    pub fn experiment(&self) -> &CheckedExperiment {
        &self.experiment
    }

    /// The model as it stands, for reading only.
    pub fn view(&self) -> ModelView<'_> {
        ModelView { experiment: &self.experiment, dataset: &self.dataset, network: &self.network }
    }

    /// [`ModelView::predict`]: predictions for new students with the present parameters.
    ///
    /// # Errors
    /// As there.
    pub fn predict(&self, scores: ArrayView2<'_, f64>) -> Result<Array2<f32>, Error> {
        self.view().predict(scores)
    }

    /// Whether the run has diverged: the loss has exceeded 1e12 times its first value, or a gradient or a parameter
    /// 1e15, or one of them was not a number. It stands still at its last parameters, clamped to these limits. How any
    /// other run stands is said by [`diagnosis`](crate::insight::diagnosis).
    pub fn has_diverged(&self) -> bool {
        self.progress.diverged
    }

    /// The third and the fourth quarter of the epochs' objectives, mean losses with penalties, since the start or the
    /// last change by hand.
    pub(crate) fn last_quarters(&self) -> Option<[Window; 2]> {
        self.progress.losses.last_quarters()
    }

    /// Whether nobody has changed the learning rate or the parameters since the start.
    pub(crate) fn is_observed_from_the_start(&self) -> bool {
        self.progress.losses.epochs() == self.progress.epoch
    }

    /// Whether, from one evaluation to another at least an epoch later, no parameter has moved, and the last gradient was
    /// exactly 0.
    pub(crate) fn stands_still(&self) -> bool {
        self.stuck.is_stuck()
    }

    /// The mean loss of the training students at the present parameters; NaN where it is not finite.
    pub(crate) fn training_loss(&mut self) -> f64 {
        let loss = self.experiment.training.loss;
        self.evaluation.losses(loss, &self.network, &mut self.workspace)[0].unwrap_or(f64::NAN)
    }

    /// The penalties l1 and l2 at the present parameters.
    pub(crate) fn penalty(&self) -> f64 {
        let Training { l1, l2, .. } = self.experiment.training;
        self.network.penalty(l1, l2)
    }

    /// Updates done.
    pub fn updates(&self) -> u64 {
        self.progress.updates
    }

    /// Epochs done: complete passes over the training students.
    pub fn epoch(&self) -> u64 {
        self.progress.epoch
    }

    /// The number of updates in an epoch.
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

    /// The losses after each epoch; every second point is removed as they grow many.
    pub fn history(&self) -> &History {
        &self.history
    }

    /// The network's layers, the output's last.
    pub fn layers(&self) -> &[Layer] {
        &self.network.layers
    }

    /// Each student's role, in the table's order.
    pub fn roles(&self) -> &[Role] {
        &self.dataset.roles
    }

    /// Predicts every student with the present parameters and computes losses and accuracies. Allocates nothing.
    pub fn evaluate(&mut self) -> &Evaluation {
        let loss = self.experiment.training.loss;
        self.evaluation.evaluate(loss, &self.network, &self.dataset, &mut self.workspace);
        let Self { stuck, network, workspace, progress, batches, .. } = self;
        stuck.observe(network.vectors(), &workspace.gradient, progress.updates, batches.batches() as u64);
        &self.evaluation
    }

    /// The result of the last [`Trainer::evaluate`].
    pub fn evaluation(&self) -> &Evaluation {
        &self.evaluation
    }

    /// What the next update starts from.
    pub fn update_input(&self) -> UpdateInput {
        let Self { experiment, order, progress, network, .. } = self;
        let mut order = order.clone();
        if progress.batch == 0 && experiment.training.shuffle {
            self.random.clone().shuffle(&mut order);
        }
        let size = experiment.training.batch_size.unwrap_or(order.len()).min(order.len());
        let count = network.parameters().len();
        let [first, second] = self.optimizer.memory();
        let own = |memory: &[_]| cast_slice::<_, f32>(memory).iter().copied().take(count).collect();
        UpdateInput {
            updates: progress.updates,
            learning_rate: self.learning_rate(),
            loss_limit: if progress.updates == 0 { f64::INFINITY } else { progress.loss_limit },
            students: order.into_iter().skip(progress.batch * size).take(size).collect(),
            parameters: network.parameters().to_vec(),
            first: own(first),
            second: own(second),
        }
    }

    /// The run as it stands.
    pub(super) fn snapshot(&self) -> Snapshot {
        let order = if self.experiment.training.shuffle { self.order.clone() } else { vec![] };
        Snapshot {
            learning_rate: self.learning_rate,
            parameters: self.network.vectors().to_vec(),
            optimizer: self.optimizer.clone(),
            order,
            random: self.random.clone(),
            progress: self.progress.clone(),
        }
    }

    /// Returns to one of this run's own snapshots. The history of losses stays, and so does the last evaluation until the
    /// next one.
    pub(super) fn restore(&mut self, snapshot: &Snapshot) {
        self.learning_rate = snapshot.learning_rate;
        self.network.change(|parameters| parameters.copy_from_slice(&snapshot.parameters));
        self.optimizer.clone_from(&snapshot.optimizer);
        if !snapshot.order.is_empty() {
            self.order.copy_from_slice(&snapshot.order);
            self.batches.fill(&self.dataset, &self.order);
        }
        self.random.clone_from(&snapshot.random);
        self.progress.clone_from(&snapshot.progress);
        self.stuck.clear();
    }

    /// Forgets the losses after the present epoch.
    pub(super) fn forget_later_losses(&mut self) {
        self.history.forget_after(self.progress.epoch);
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
            self.progress.loss_limit = loss_limit(loss / students);
        }
        let mut objective = loss;
        if training.l1 != 0.0 || training.l2 != 0.0 {
            self.network.penalise(training.l1 as f32, training.l2 as f32, &mut self.workspace.gradient);
            objective += students * self.network.penalty(training.l1, training.l2);
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
            self.network.change(clamp_to_limit);
        }
        self.progress.updates += 1;
        self.progress.batch += 1;
        self.progress.epoch_objective += objective;
        if self.progress.batch == self.batches.batches() {
            self.end_epoch();
        }
    }

    fn end_epoch(&mut self) {
        self.progress.batch = 0;
        self.progress.epoch += 1;
        let objective = std::mem::take(&mut self.progress.epoch_objective) / self.order.len() as f64;
        self.progress.losses.observe(objective);
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
