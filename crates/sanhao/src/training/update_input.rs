//! What the next update starts from, for whoever wants to do it once more.

use bytemuck::cast_slice;

use crate::training::trainer::Trainer;

/// Everything that the next update depends on beside the experiment, bit for bit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateInput {
    /// Updates done before.
    pub updates: u64,
    /// η of the next update, after the schedule.
    pub learning_rate: f64,
    /// The mean loss of a batch from which on the run has diverged; infinite before the first update.
    pub loss_limit: f64,
    /// The students that the next update looks at: rows of the table, in the order of its batch.
    pub students: Vec<usize>,
    /// Every parameter as it is trained: for scaled features, under a constraint the free ones; layer by layer, weights
    /// (units × inputs) before biases.
    pub parameters: Vec<f32>,
    /// What the optimiser remembers of gradients, m a parameter: momentum's decaying sum, Adam's decaying mean; empty where
    /// that is nothing.
    pub first: Vec<f32>,
    /// What it remembers of squared gradients, s a parameter: their sum or decaying mean; empty where that is nothing.
    pub second: Vec<f32>,
}

impl Trainer {
    /// What the next update starts from; the run stays as it is.
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
}
