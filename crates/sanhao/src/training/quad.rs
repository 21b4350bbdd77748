//! Four runs of one shape side by side, a quad: a vector that would hold four students of one run holds one student in
//! four runs, and nothing waits for a sum over students within a vector. Each run has the bits that it has alone.

use std::sync::Arc;

use wide::f32x4;

use crate::data::dataset::Dataset;
use crate::data::quad_batches::{QuadBatch, QuadBatches};
use crate::math::kernels::LANES;
use crate::math::random::Random;
use crate::model::loss::{SigmoidBinary, linear_absolute, linear_squared, softmax_categorical};
use crate::model::network::Layer;
use crate::model::quad_network::{Penalties, QuadLoss, QuadNetwork, QuadWorkspace};
use crate::model::quad_one_layer as one_layer;
use crate::spec::model::Output;
use crate::spec::training::{Loss, Training};
use crate::training::divergence::{LossLimits, clamp_to_limit, lanes_within_limit};
use crate::training::quad_optimizer::QuadOptimizer;

/// Four runs of one shape.
#[derive(Clone, Debug)]
pub(super) struct Quad {
    loss: Loss,
    penalties: Option<Penalties>,
    network: QuadNetwork,
    optimizer: QuadOptimizer,
    shuffled: Option<[Shuffled; LANES]>,
    batches: Arc<QuadBatches>,
    /// Training students and held-out students in the table's order.
    evaluated: [Arc<QuadBatches>; 2],
    updates: u64,
    /// The next batch of this epoch.
    batch: usize,
    limits: Option<LossLimits>,
    /// All bits set in the lanes of the runs that have diverged.
    stopped: f32x4,
    /// What those runs stand still at.
    diverged: [Option<Diverged>; LANES],
}

/// One run's students in the order of its epoch.
#[derive(Clone, Debug)]
pub(super) struct Shuffled {
    pub dataset: Arc<Dataset>,
    pub order: Vec<usize>,
    pub random: Random,
}

/// Where a run has diverged.
#[derive(Clone, Debug)]
struct Diverged {
    updates: u64,
    parameters: Vec<f32>,
}

/// What a quad begins with.
#[derive(Debug)]
pub(super) struct Start<'a> {
    pub training: [&'a Training; LANES],
    pub network: QuadNetwork,
    /// None where each epoch takes the students in the same order.
    pub shuffled: Option<[Shuffled; LANES]>,
    pub batches: Arc<QuadBatches>,
    pub evaluated: [Arc<QuadBatches>; 2],
}

impl Quad {
    /// Four runs at their start.
    pub(super) fn new(start: Start<'_>) -> Self {
        let Start { training, network, shuffled, batches, evaluated } = start;
        Self {
            loss: training[0].loss,
            penalties: Penalties::new(training.map(|run| [run.l1, run.l2])),
            optimizer: QuadOptimizer::new(
                training,
                network.parameters().len(),
                network.layers.iter().map(|layer| layer.weights.clone()).collect(),
            ),
            network,
            shuffled,
            batches,
            evaluated,
            updates: 0,
            batch: 0,
            limits: None,
            stopped: f32x4::ZERO,
            diverged: [const { None }; LANES],
        }
    }

    /// Updates done by the runs that have not diverged.
    pub(super) fn updates(&self) -> u64 {
        self.updates
    }

    /// The updates of an epoch.
    pub(super) fn batches(&self) -> u64 {
        self.batches.batches() as u64
    }

    /// The update at which a run diverged; none where it did not.
    pub(super) fn diverged(&self, run: usize) -> Option<u64> {
        self.diverged[run].as_ref().map(|diverged| diverged.updates)
    }

    /// One run's parameters.
    pub(super) fn parameters(&self, run: usize) -> impl Iterator<Item = f32> {
        self.network.of_run(run)
    }

    /// Does so many updates, one batch each, as [`Trainer::step`](crate::Trainer::step) does in each run.
    pub(super) fn step(&mut self, updates: u64, space: &mut QuadWorkspace) {
        self.network.prepare(space, &self.batches);
        let end = self.updates + updates;
        let loss = self.loss;
        match (self.network.layers.as_slice(), self.network.output, loss) {
            ([Layer { inputs: 3, units: 1, .. }], Output::Linear, Loss::Absolute) => {
                self.steps(end, space, one_layer::backward::<1, _>(linear_absolute));
            }
            ([Layer { inputs: 3, units: 1, .. }], Output::Linear, Loss::Squared) => {
                self.steps(end, space, one_layer::backward::<1, _>(linear_squared));
            }
            ([Layer { inputs: 3, units: 1, .. }], Output::Sigmoid, Loss::BinaryCrossEntropy) => {
                self.steps(end, space, one_layer::backward::<1, _>(SigmoidBinary));
            }
            ([Layer { inputs: 3, units: 3, .. }], Output::Softmax, Loss::CategoricalCrossEntropy) => {
                self.steps(end, space, one_layer::backward::<3, _>(softmax_categorical));
            }
            _ => self.steps(end, space, |network, batch, space| network.backward(loss, batch, space)),
        }
        // Beside the others a run that has diverged goes on, through numbers that mean nothing.
        for (run, diverged) in self.diverged.iter().enumerate() {
            if let Some(Diverged { parameters, .. }) = diverged {
                self.network.set_run(run, parameters);
            }
        }
    }

    /// The mean losses of each run's training students and of its held-out students, as
    /// [`Evaluation::losses`](crate::Evaluation) has them; NaN for what is not finite.
    pub(super) fn losses(&self, space: &mut QuadWorkspace) -> [[f64; LANES]; 2] {
        self.evaluated.each_ref().map(|students| {
            if students.batches() == 0 {
                return [f64::NAN; LANES];
            }
            self.network.prepare(space, students);
            let sums = self.network.losses(self.loss, students.batch(0), space).sums();
            sums.map(|sum| sum / students.students() as f64)
                .map(|mean| if mean.is_finite() { mean } else { f64::NAN })
        })
    }

    /// Each backward pass is compiled into a function of its own.
    #[inline(never)]
    fn steps(
        &mut self,
        end: u64,
        space: &mut QuadWorkspace,
        backward: impl Fn(&QuadNetwork, QuadBatch<'_>, &mut QuadWorkspace) -> QuadLoss,
    ) {
        while self.updates < end {
            if self.stopped.all() {
                self.updates = end;
                return;
            }
            if self.batch == 0 {
                self.shuffle();
            }
            let bound = backward(&self.network, self.batches.batch(self.batch), space);
            self.update(&bound, space);
        }
    }

    /// The update by the gradient of a batch whose losses are at most `bound`.
    // Not inlined: it is the same after every backward pass.
    #[inline(never)]
    fn update(&mut self, bound: &QuadLoss, space: &mut QuadWorkspace) {
        let within_loss = self.within_limits(bound, space);
        let gradient = &mut space.gradient;
        if let Some(penalties) = &self.penalties {
            self.network.penalise(penalties, gradient);
        }
        let within = (within_loss & lanes_within_limit(gradient)) | self.stopped;
        if !within.all() {
            self.stop(within, self.updates);
        }
        let Self { network, optimizer, updates, .. } = self;
        network.change(|parameters| optimizer.update(parameters, gradient, *updates));
        let within = lanes_within_limit(self.network.parameters()) | self.stopped;
        if !within.all() {
            self.network.change(clamp_to_limit);
            self.stop(within, self.updates + 1);
        }
        self.updates += 1;
        self.batch += 1;
        if self.batch == self.batches.batches() {
            self.batch = 0;
        }
    }

    /// All bits set in the lanes of the runs that have diverged before, and of those whose loss over the batch is within its
    /// limit. The losses themselves are computed only where their bounds do not say it.
    #[inline(always)]
    fn within_limits(&mut self, bound: &QuadLoss, space: &mut QuadWorkspace) -> f32x4 {
        let Self { network, loss, batches, batch, limits, stopped, .. } = self;
        let batch = batches.batch(*batch);
        let mut losses = || network.losses(*loss, batch, space);
        let limits = limits.get_or_insert_with(|| LossLimits::new(&losses(), batch.students));
        let within = limits.within(bound, batch.students) | *stopped;
        if within.all() { within } else { limits.within(&losses(), batch.students) | *stopped }
    }

    /// Keeps the runs that are not within the limits as they stand.
    #[cold]
    #[inline(never)]
    fn stop(&mut self, within: f32x4, updates: u64) {
        for (run, within) in within.to_array().into_iter().enumerate() {
            if within.to_bits() == 0 {
                let parameters = self.network.of_run(run).collect();
                self.diverged[run] = Some(Diverged { updates, parameters });
            }
        }
        self.stopped |= !within;
    }

    #[inline(never)]
    fn shuffle(&mut self) {
        if let Some(runs) = &mut self.shuffled {
            for Shuffled { order, random, .. } in runs.iter_mut() {
                random.shuffle(order);
            }
            let orders = runs.each_ref().map(|run| (&*run.dataset, run.order.as_slice()));
            Arc::make_mut(&mut self.batches).fill(orders);
        }
    }
}
