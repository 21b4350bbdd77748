//! A run as it stood, to be gone back to.

use wide::f32x4;

use crate::math::random::Random;
use crate::training::optimizer::OptimizerState;
use crate::training::trainer::{Progress, Trainer};

/// A run as it stood after some update: everything that decides how it goes on, bit for bit.
pub(crate) struct Snapshot {
    learning_rate: f64,
    parameters: Vec<f32x4>,
    optimizer: OptimizerState,
    /// Empty where it never changes.
    order: Vec<usize>,
    random: Random,
    progress: Progress,
}

impl Snapshot {
    /// Updates done by then.
    pub(crate) fn updates(&self) -> u64 {
        self.progress.updates
    }

    /// The memory that it takes, roughly.
    pub(crate) fn bytes(&self) -> usize {
        let vectors = self.parameters.len() + self.optimizer.memory().map(<[_]>::len).iter().sum::<usize>();
        size_of_val(self) + vectors * size_of::<f32x4>() + size_of_val(self.order.as_slice())
    }
}

impl Trainer {
    /// The run as it stands.
    pub(crate) fn snapshot(&self) -> Snapshot {
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

    /// Puts the run where it stood at one of its own snapshots. The history of losses stays, and so does what was
    /// [`evaluated`](Trainer::evaluate) until it is evaluated again.
    pub(crate) fn restore(&mut self, snapshot: &Snapshot) {
        self.learning_rate = snapshot.learning_rate;
        self.network.change(|parameters| parameters.copy_from_slice(&snapshot.parameters));
        self.optimizer.clone_from(&snapshot.optimizer);
        if !snapshot.order.is_empty() {
            self.order.copy_from_slice(&snapshot.order);
            self.batches.fill(&self.dataset, &self.order);
        }
        self.random.clone_from(&snapshot.random);
        self.progress.clone_from(&snapshot.progress);
        self.stuck.end();
    }
}
