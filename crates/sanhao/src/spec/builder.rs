//! Builders: an experiment from a table, and the settings that differ from the defaults.

use crate::spec::check::CheckedExperiment;
use crate::spec::error::Error;
use crate::spec::experiment::Experiment;
use crate::spec::migrate::Version;
use crate::spec::model::{Activation, Constraint, HiddenLayer, Initial, Model, Output};
use crate::spec::scaling::Scaling;
use crate::spec::table::Table;
use crate::spec::training::{Loss, Optimizer, Schedule, Training};

/// Builders. Each starts from [`Scaling::Standard`], [`Model::default`] and [`Training::default`]; [`Experiment::check`]
/// checks what was set.
///
/// ```
/// use sanhao::{Activation, Experiment, Optimizer, Preset, Trainer};
///
/// let table = Preset::Award.experiment().table;
/// let experiment = Experiment::binary(table)
///     .hidden([8, 8], Activation::Tanh)
///     .optimizer(Optimizer::Sgd)
///     .learning_rate(0.03)
///     .batch_size(10)
///     .shuffle(true);
/// let mut trainer = Trainer::new(experiment.check()?);
/// trainer.step(1000);
/// assert_eq!(trainer.evaluate().accuracy(), Some(1.0));
/// # Ok::<(), sanhao::Error>(())
/// ```
impl Experiment {
    /// Predicts numbers: a linear output and squared error.
    pub fn regression(table: Table) -> Self {
        Self::predicting(table, Output::Linear, Loss::Squared)
    }

    /// Predicts one of two classes, the second being the "yes": a sigmoid and binary cross-entropy. With more classes
    /// than two, each has a sigmoid of its own.
    pub fn binary(table: Table) -> Self {
        Self::predicting(table, Output::Sigmoid, Loss::BinaryCrossEntropy)
    }

    /// Predicts one of several classes: softmax and categorical cross-entropy.
    pub fn classification(table: Table) -> Self {
        Self::predicting(table, Output::Softmax, Loss::CategoricalCrossEntropy)
    }

    fn predicting(table: Table, output: Output, loss: Loss) -> Self {
        Self {
            version: Version,
            table,
            scaling: Scaling::Standard,
            model: Model { output, ..Model::default() },
            training: Training { loss, ..Training::default() },
        }
    }

    /// Checks the experiment.
    ///
    /// # Errors
    /// The first value that breaks a rule, with its path: the same as `CheckedExperiment::try_from`.
    pub fn check(self) -> Result<CheckedExperiment, Error> {
        self.try_into()
    }

    /// Sets the scaling of the scores.
    pub fn scaling(mut self, scaling: Scaling) -> Self {
        self.scaling = scaling;
        self
    }

    /// Sets the hidden layers, by their numbers of neurons, and where the parameters start: without a hidden layer at 0,
    /// else at [`Initial::XavierUniform`], because neurons of a hidden layer that start with equal weights stay equal.
    pub fn hidden(mut self, units: impl IntoIterator<Item = usize>, activation: Activation) -> Self {
        self.model.hidden = units.into_iter().map(|units| HiddenLayer { units, activation }).collect();
        let start = if self.model.hidden.is_empty() { Initial::Zeros } else { Initial::XavierUniform };
        self.initial(start)
    }

    /// Sets the constraint on the first layer's weights.
    pub fn weights(mut self, constraint: Constraint) -> Self {
        self.model.weights = constraint;
        self
    }

    /// Sets whether every neuron has a bias.
    pub fn bias(mut self, bias: bool) -> Self {
        self.model.bias = bias;
        self
    }

    /// Sets the output function.
    pub fn output(mut self, output: Output) -> Self {
        self.model.output = output;
        self
    }

    /// Sets where the parameters start.
    pub fn initial(mut self, initial: Initial) -> Self {
        self.model.initial = initial;
        self
    }

    /// Sets the loss function to minimise.
    pub fn loss(mut self, loss: Loss) -> Self {
        self.training.loss = loss;
        self
    }

    /// Sets the optimizer.
    pub fn optimizer(mut self, optimizer: Optimizer) -> Self {
        self.training.optimizer = optimizer;
        self
    }

    /// Sets the learning rate.
    pub fn learning_rate(mut self, learning_rate: f64) -> Self {
        self.training.learning_rate = learning_rate;
        self
    }

    /// Sets how the learning rate changes over the updates.
    pub fn schedule(mut self, schedule: Schedule) -> Self {
        self.training.schedule = schedule;
        self
    }

    /// Sets the batch size; by default a batch is all students.
    pub fn batch_size(mut self, students: usize) -> Self {
        self.training.batch_size = Some(students);
        self
    }

    /// Sets whether each epoch takes the students in a new order.
    pub fn shuffle(mut self, shuffle: bool) -> Self {
        self.training.shuffle = shuffle;
        self
    }

    /// Sets the penalty l1 · Σ|w| on the weights.
    pub fn l1(mut self, l1: f64) -> Self {
        self.training.l1 = l1;
        self
    }

    /// Sets the penalty ½ · l2 · Σw² on the weights.
    pub fn l2(mut self, l2: f64) -> Self {
        self.training.l2 = l2;
        self
    }

    /// Sets the fraction of the students with a target that is kept out of training to test it.
    pub fn test_fraction(mut self, fraction: f64) -> Self {
        self.training.test_fraction = fraction;
        self
    }

    /// Sets the seed of every random choice.
    pub fn seed(mut self, seed: u32) -> Self {
        self.training.seed = seed;
        self
    }
}
