//! A run that can return to any past update, bit for bit, in fixed memory however long it runs.
//!
//! There is a checkpoint at every `stride`-th update; the updates between two checkpoints are trained again. When there
//! are too many checkpoints every second one is removed and the stride doubles, as in
//! [`history`](crate::training::history). Changes that a person made during the run are kept as events, and are made
//! again at the same update.

use crate::model::evaluation::Evaluation;
use crate::spec::check::CheckedExperiment;
use crate::spec::error::Error;
use crate::training::snapshot::Snapshot;
use crate::training::trainer::Trainer;

/// Updates between two checkpoints at first.
const FIRST_STRIDE: u64 = 16;

/// The memory for checkpoints, in bytes. The largest network with the largest memory of gradients takes 21 MB each.
const MEMORY: usize = 64 << 20;

/// The most checkpoints, however little memory each takes.
const CHECKPOINTS: usize = 1024;

/// The memory for events, in 32-bit numbers.
const EVENT_NUMBERS: usize = 1 << 19;

/// A run whose past can be reached again: [`Timeline::step`] trains on, [`Timeline::seek`] goes back to an earlier
/// update, by training again from the checkpoint before it.
#[derive(Debug)]
pub struct Timeline {
    trainer: Trainer,
    /// In the order of their updates; never empty. The first is the earliest update that can be reached.
    checkpoints: Vec<Checkpoint>,
    most: usize,
    stride: u64,
    /// What a person changed, in the order of the updates.
    events: Vec<Event>,
    /// The number of events that the run has passed.
    seen: usize,
    furthest: u64,
}

#[derive(Debug)]
struct Checkpoint {
    run: Snapshot,
    /// The number of events before it.
    events: usize,
}

#[derive(Debug)]
struct Event {
    updates: u64,
    what: Change,
}

#[derive(Debug)]
enum Change {
    LearningRate(f64),
    /// In raw score units.
    Parameters(Vec<f32>),
    /// An update was tried and diverged. It may have shuffled the order of an epoch before.
    Diverged,
}

impl Change {
    /// Whether a second change at the same update replaces the first.
    fn replaced_by(&self, second: &Self) -> bool {
        matches!(
            (self, second),
            (Self::LearningRate(_), Self::LearningRate(_)) | (Self::Parameters(_), Self::Parameters(_))
        )
    }

    /// Its size in 32-bit numbers, roughly.
    fn numbers(&self) -> usize {
        match self {
            Self::Parameters(parameters) => 8 + parameters.len(),
            Self::LearningRate(_) | Self::Diverged => 8,
        }
    }
}

impl Timeline {
    /// A run at its start.
    pub fn new(experiment: CheckedExperiment) -> Self {
        let trainer = Trainer::new(experiment);
        let run = trainer.snapshot();
        Self {
            most: (MEMORY / run.bytes()).clamp(2, CHECKPOINTS),
            checkpoints: vec![Checkpoint { run, events: 0 }],
            stride: FIRST_STRIDE,
            events: vec![],
            seen: 0,
            furthest: 0,
            trainer,
        }
    }

    /// The run where it stands, for reading only.
    pub fn trainer(&self) -> &Trainer {
        &self.trainer
    }

    /// [`Trainer::evaluate`]: predictions and losses of every student with the present parameters.
    pub fn evaluate(&mut self) -> &Evaluation {
        self.trainer.evaluate()
    }

    /// Does up to `updates` updates and returns how many were done: fewer only when the run diverges. From a past update it
    /// repeats the run, with the changes that a person made.
    pub fn step(&mut self, updates: u64) -> u64 {
        let start = self.trainer.updates();
        let end = start.saturating_add(updates);
        self.replay(end.min(self.furthest));
        while self.trainer.updates() < end && !self.trainer.has_diverged() {
            let here = self.trainer.updates();
            let next = (here / self.stride + 1) * self.stride;
            self.trainer.step(next.min(end) - here);
            self.furthest = self.trainer.updates();
            if self.trainer.has_diverged() {
                self.note(Change::Diverged);
            } else if self.furthest == next {
                self.set_checkpoint();
            }
        }
        self.trainer.updates() - start
    }

    /// Returns to the run as it was after `updates` updates, or to the nearest update that can be reached: the same
    /// bits, and the learning rate of that update.
    pub fn seek(&mut self, updates: u64) {
        let target = updates.clamp(self.beginning(), self.furthest);
        let after = self.checkpoints.partition_point(|checkpoint| checkpoint.run.updates() <= target);
        let Checkpoint { run, events } = &self.checkpoints[after.saturating_sub(1)];
        let here = self.trainer.updates();
        if target < here || here < run.updates() {
            self.trainer.restore(run);
            self.seen = *events;
        }
        self.replay(target);
    }

    /// The earliest update that can be reached: 0 unless there were more events than are kept.
    pub fn beginning(&self) -> u64 {
        self.checkpoints[0].run.updates()
    }

    /// The last update that was done.
    pub fn furthest(&self) -> u64 {
        self.furthest
    }

    /// The update with the lowest mean training loss of the history's points.
    pub fn best(&self) -> u64 {
        let points = self.trainer.history().points().iter();
        let best = points.min_by(|a, b| a.training.total_cmp(&b.training)).map_or(0, |point| point.epoch);
        (best * self.trainer.batches()).clamp(self.beginning(), self.furthest)
    }

    /// Starts again from the initial parameters, at the present learning rate. The past is removed.
    pub fn reset(&mut self) {
        self.trainer.reset();
        self.checkpoints.clear();
        self.checkpoints.push(Checkpoint { run: self.trainer.snapshot(), events: 0 });
        self.stride = FIRST_STRIDE;
        self.events.clear();
        self.seen = 0;
        self.furthest = 0;
    }

    /// [`Trainer::set_learning_rate`]; removes everything after this update.
    ///
    /// # Errors
    /// As there; nothing is changed then.
    pub fn set_learning_rate(&mut self, learning_rate: f64) -> Result<(), Error> {
        self.trainer.set_learning_rate(learning_rate)?;
        self.change(Change::LearningRate(learning_rate));
        Ok(())
    }

    /// [`Trainer::set_parameters`]; removes everything after this update.
    ///
    /// # Errors
    /// As there; nothing is changed then.
    pub fn set_parameters(&mut self, parameters: &[f32]) -> Result<(), Error> {
        self.trainer.check_parameters(parameters)?;
        self.put(parameters.to_vec());
        Ok(())
    }

    /// [`Trainer::set_parameter`]; removes everything after this update.
    ///
    /// # Errors
    /// As there; nothing is changed then.
    pub fn set_parameter(&mut self, index: usize, value: f64) -> Result<(), Error> {
        let parameters = self.trainer.with_parameter(index, value)?;
        self.put(parameters);
        Ok(())
    }

    fn put(&mut self, parameters: Vec<f32>) {
        // First, because between two epochs the last point of the history is computed again.
        self.forget_later();
        self.trainer.replace_parameters(&parameters);
        self.change(Change::Parameters(parameters));
    }

    /// Records a change that a person has just made.
    fn change(&mut self, what: Change) {
        self.forget_later();
        self.note(what);
    }

    /// Removes everything after the present update.
    fn forget_later(&mut self) {
        let here = self.trainer.updates();
        if here < self.furthest {
            self.furthest = here;
            self.checkpoints.retain(|checkpoint| checkpoint.run.updates() <= here);
            self.trainer.forget_later_losses();
        }
        self.events.truncate(self.seen);
    }

    fn note(&mut self, what: Change) {
        let updates = self.trainer.updates();
        match self.events.last_mut() {
            // A drag sets several values at the same update; the last one counts.
            Some(last) if last.updates == updates && last.what.replaced_by(&what) => last.what = what,
            _ => self.events.push(Event { updates, what }),
        }
        self.seen = self.events.len();
        self.forget_earliest_events();
    }

    /// Removes the earliest events where there are too many: the reachable past then begins later.
    fn forget_earliest_events(&mut self) {
        let numbers: usize = self.events.iter().map(|event| event.what.numbers()).sum();
        if numbers <= EVENT_NUMBERS {
            return;
        }
        let half = self.events.len() / 2;
        self.checkpoints.retain(|checkpoint| checkpoint.events >= half);
        if self.checkpoints.is_empty() {
            self.checkpoints.push(Checkpoint { run: self.trainer.snapshot(), events: self.seen });
        }
        let gone = self.checkpoints[0].events;
        self.events.drain(..gone);
        self.checkpoints.iter_mut().for_each(|checkpoint| checkpoint.events -= gone);
        self.seen -= gone;
    }

    fn set_checkpoint(&mut self) {
        // Room first: the memory is never exceeded.
        if self.checkpoints.len() >= self.most {
            self.stride *= 2;
            let (stride, beginning) = (self.stride, self.beginning());
            self.checkpoints.retain(|Checkpoint { run, .. }| {
                run.updates().is_multiple_of(stride) || run.updates() == beginning
            });
        }
        if self.trainer.updates().is_multiple_of(self.stride) {
            self.checkpoints.push(Checkpoint { run: self.trainer.snapshot(), events: self.seen });
        }
    }

    /// Repeats the run until `end` updates are done, including the events at that update.
    fn replay(&mut self, end: u64) {
        loop {
            let here = self.trainer.updates();
            let event = self.events.get(self.seen);
            match event {
                Some(event) if event.updates == here => {
                    match &event.what {
                        // It has passed its check before.
                        Change::LearningRate(rate) => _ = self.trainer.set_learning_rate(*rate),
                        Change::Parameters(parameters) => self.trainer.replace_parameters(parameters),
                        Change::Diverged => _ = self.trainer.step(1),
                    }
                    self.seen += 1;
                }
                _ if here >= end => return,
                _ => {
                    let next = event.map_or(end, |event| event.updates.min(end));
                    if self.trainer.step(next - here) == 0 {
                        return;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::presets::Preset;
    use crate::spec::model::{Activation, HiddenLayer};
    use crate::spec::training::Optimizer;

    #[test]
    fn the_checkpoints_of_the_largest_network_stay_within_their_memory_and_give_the_same_bits() {
        let mut experiment = Preset::Award.experiment();
        experiment.table.students.truncate(4);
        experiment.model.hidden = vec![HiddenLayer { units: 512, activation: Activation::Relu }; 8];
        experiment.training.optimizer = Optimizer::Adam { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
        let mut run = Timeline::new(CheckedExperiment::try_from(experiment).expect("within the limits"));
        let parameters = |run: &Timeline| run.trainer.update_input().parameters;
        let mut at_40 = vec![];
        for updates in 1..=130 {
            run.step(1);
            let bytes: usize = run.checkpoints.iter().map(|checkpoint| checkpoint.run.bytes()).sum();
            assert!(bytes <= MEMORY && run.checkpoints.len() > 1 || updates < 16, "{bytes} at {updates}");
            if updates == 40 {
                at_40 = parameters(&run);
            }
        }
        run.seek(40);
        assert!(at_40 == parameters(&run));
    }
}
