//! What the next update starts from, for a reader who repeats it.

/// Everything that the next update depends on besides the experiment, bit for bit.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct UpdateInput {
    /// Updates done before.
    pub updates: u64,
    /// η of the next update, after the schedule.
    pub learning_rate: f64,
    /// The largest mean loss of a batch; beyond it the run has diverged. Infinite before the first update.
    pub loss_limit: f64,
    /// The students of the next batch, in its order: rows of the table.
    pub students: Vec<usize>,
    /// Every parameter as it is trained: for scaled features, under a constraint the free parameters; layer by layer,
    /// weights (units × inputs) before biases.
    pub parameters: Vec<f32>,
    /// The optimizer's state of gradients, one number m a parameter: momentum's decaying sum or Adam's decaying mean; empty
    /// for an optimizer without one.
    pub first: Vec<f32>,
    /// The optimizer's state of squared gradients, one number s a parameter: their sum or decaying mean; empty for an
    /// optimizer without one.
    pub second: Vec<f32>,
}
