//! The check of an experiment. Training relies on every rule that is checked here.

mod table;

use std::fmt::Display;
use std::ops::Deref;
use std::sync::Arc;

pub(crate) use self::table::{check_score, check_score_at, check_table, names};
use crate::spec::error::{Error, Quantity, Rule, written};
use crate::spec::experiment::Experiment;
use crate::spec::model::{GivenLayer, Initial, Model, Output};
use crate::spec::table::Table;
use crate::spec::training::{Loss, Optimizer, Schedule, Training};

/// An experiment that has passed its check. Only a checked experiment can be trained. A clone shares the table.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedExperiment(Arc<Experiment>);

impl CheckedExperiment {
    /// For new settings that pass [`check_settings`]. In place, without a copy of the table, where there is no other clone.
    pub(crate) fn settings_mut(&mut self) -> &mut Experiment {
        Arc::make_mut(&mut self.0)
    }
}

impl Deref for CheckedExperiment {
    type Target = Experiment;

    fn deref(&self) -> &Experiment {
        &self.0
    }
}

impl TryFrom<Experiment> for CheckedExperiment {
    type Error = Error;

    /// # Errors
    /// The first value that breaks a rule, with its path.
    fn try_from(experiment: Experiment) -> Result<Self, Error> {
        check(&experiment).map_err(|error| *error)?;
        Ok(Self(Arc::new(experiment)))
    }
}

/// The first broken rule, boxed so that the `Ok` path stays one word wide.
pub(crate) type Checked = Result<(), Box<Error>>;

fn check(experiment: &Experiment) -> Checked {
    check_table(&experiment.table)?;
    check_settings(experiment)
}

/// Checks what is not the table, beside a table that has been checked.
pub(crate) fn check_settings(experiment: &Experiment) -> Checked {
    check_model(&experiment.model, &experiment.table)?;
    check_training(&experiment.training)?;
    check_loss(experiment)
}

fn check_model(model: &Model, table: &Table) -> Checked {
    at_most(&"model.hidden", model.hidden.len(), Model::MAX_HIDDEN_LAYERS, Quantity::Layers)?;
    for (i, layer) in model.hidden.iter().enumerate() {
        between(&format_args!("model.hidden[{i}].units"), layer.units as f64, 1.0, Model::MAX_UNITS as f64)?;
    }
    at_most(
        &"model.hidden",
        multiplications(model, table),
        Model::MAX_MULTIPLICATIONS,
        Quantity::Multiplications,
    )?;
    if model.output == Output::Softmax && table.classes.is_empty() {
        return Err(broken(&"model.output", &"softmax", Rule::ClassesForSoftmax));
    }
    match &model.initial {
        Initial::Zeros | Initial::XavierUniform | Initial::HeNormal => Ok(()),
        Initial::Constant { weight, bias } => {
            parameter(&"model.initial.weight", *weight)?;
            parameter(&"model.initial.bias", *bias)
        }
        Initial::Uniform { limit } => {
            positive(&"model.initial.limit", *limit)?;
            parameter(&"model.initial.limit", *limit)
        }
        Initial::Given { layers } => check_given(layers, model, table),
    }
}

/// The multiplications of one evaluation of every student: the weights times the students.
pub(crate) fn multiplications(model: &Model, table: &Table) -> usize {
    let units = model.hidden.iter().map(|layer| layer.units).chain([model.output.units(table.classes.len())]);
    let mut inputs = table.subjects.len();
    let weights: usize = units.map(|units| units * std::mem::replace(&mut inputs, units)).sum();
    // On a 32-bit machine the product of the largest net and the largest table does not fit.
    weights.saturating_mul(table.students.len())
}

fn check_given(layers: &[GivenLayer], model: &Model, table: &Table) -> Checked {
    let mut inputs = table.subjects.len();
    let units = model.hidden.iter().map(|layer| layer.units).chain([model.output.units(table.classes.len())]);
    length(&"model.initial.layers", layers.len(), units.clone().count(), Quantity::Layers)?;
    for (l, (layer, units)) in layers.iter().zip(units).enumerate() {
        let path = format_args!("model.initial.layers[{l}]");
        length(&format_args!("{path}.weights"), layer.weights.len(), units, Quantity::Weights)?;
        for (i, row) in layer.weights.iter().enumerate() {
            length(&format_args!("{path}.weights[{i}]"), row.len(), inputs, Quantity::Weights)?;
            for (j, &weight) in row.iter().enumerate() {
                parameter(&format_args!("{path}.weights[{i}][{j}]"), weight)?;
            }
        }
        length(
            &format_args!("{path}.biases"),
            layer.biases.len(),
            if model.bias { units } else { 0 },
            Quantity::Biases,
        )?;
        for (i, &bias) in layer.biases.iter().enumerate() {
            parameter(&format_args!("{path}.biases[{i}]"), bias)?;
        }
        inputs = units;
    }
    Ok(())
}

fn check_training(training: &Training) -> Checked {
    check_learning_rate(&LEARNING_RATE, training.learning_rate)?;
    check_optimizer(&training.optimizer)?;
    check_schedule(&training.schedule)?;
    if let Some(size) = training.batch_size {
        between(&"training.batch_size", size as f64, 1.0, Table::MAX_STUDENTS as f64)?;
    }
    between(&"training.l1", training.l1, 0.0, LARGEST_PENALTY)?;
    between(&"training.l2", training.l2, 0.0, LARGEST_PENALTY)?;
    between(&"training.test_fraction", training.test_fraction, 0.0, BELOW_ONE)
}

/// The largest learning rate: with it one update of numbers within the trainer's limits still fits into 32 bits.
const LARGEST_LEARNING_RATE: f64 = 1e6;
/// The largest l1 and l2.
const LARGEST_PENALTY: f64 = 1e3;
/// The largest decay, momentum or fraction; distinct from 1 in 32 bits.
const BELOW_ONE: f64 = 0.9999;
/// The smallest learning rate, delta and ε: a 32-bit number with room below it, for a schedule's factor among others.
const LEAST: f64 = 1e-30;
/// The largest initial parameter.
const LARGEST_PARAMETER: f64 = 1e6;

/// The path of an experiment's learning rate.
pub(crate) const LEARNING_RATE: &str = "training.learning_rate";

pub(crate) fn check_learning_rate(path: &dyn Display, rate: f64) -> Checked {
    positive(path, rate)?;
    in_32_bits(path, rate, LARGEST_LEARNING_RATE)
}

/// Checks that a positive number is not rounded to 0 in 32 bits.
fn in_32_bits(path: &dyn Display, value: f64, largest: f64) -> Checked {
    between(path, value, if value < LEAST { LEAST } else { 0.0 }, largest)
}

fn check_optimizer(optimizer: &Optimizer) -> Checked {
    let below_one =
        |name: &str, value| between(&format_args!("training.optimizer.{name}"), value, 0.0, BELOW_ONE);
    let epsilon = |value| between(&"training.optimizer.epsilon", value, LEAST, 1.0);
    match *optimizer {
        Optimizer::Sgd => Ok(()),
        Optimizer::Momentum { momentum } | Optimizer::Nesterov { momentum } => {
            below_one("momentum", momentum)
        }
        Optimizer::Adagrad { epsilon: value } => epsilon(value),
        Optimizer::RmspropTensorflow1 { decay, epsilon: value }
        | Optimizer::RmspropPytorch { decay, epsilon: value } => {
            below_one("decay", decay)?;
            epsilon(value)
        }
        Optimizer::Adam { beta1, beta2, epsilon: value }
        | Optimizer::Adamw { beta1, beta2, epsilon: value, .. } => {
            below_one("beta1", beta1)?;
            below_one("beta2", beta2)?;
            epsilon(value)?;
            match *optimizer {
                Optimizer::Adamw { weight_decay, .. } => {
                    between(&"training.optimizer.weight_decay", weight_decay, 0.0, LARGEST_PENALTY)
                }
                _ => Ok(()),
            }
        }
    }
}

fn check_schedule(schedule: &Schedule) -> Checked {
    let count = |name: &str, value: u32| {
        between(&format_args!("training.schedule.{name}"), f64::from(value), 1.0, f64::from(u32::MAX))
    };
    match *schedule {
        Schedule::Constant => Ok(()),
        Schedule::Step { every, factor } | Schedule::Exponential { every, factor } => {
            count("every", every)?;
            between(&"training.schedule.factor", factor, 0.0, 1.0)
        }
        Schedule::Cosine { steps } | Schedule::WarmUp { steps } => count("steps", steps),
    }
}

fn check_loss(experiment: &Experiment) -> Checked {
    let name = match experiment.training.loss {
        Loss::Absolute | Loss::Squared => return Ok(()),
        Loss::Huber { delta } => {
            positive(&"training.loss.delta", delta)?;
            return in_32_bits(&"training.loss.delta", delta, Table::LARGEST_SCORE);
        }
        Loss::BinaryCrossEntropy => "binary_cross_entropy",
        Loss::CategoricalCrossEntropy => "categorical_cross_entropy",
    };
    match experiment.model.output {
        _ if experiment.table.classes.is_empty() => {
            Err(broken(&"training.loss", &name, Rule::ClassesForLoss))
        }
        Output::Linear => Err(broken(&"training.loss", &name, Rule::ProbabilitiesForLoss)),
        // The loss gives the sigmoid of a wrong class no gradient.
        Output::Sigmoid
            if experiment.training.loss == Loss::CategoricalCrossEntropy
                && experiment.table.classes.len() > 2 =>
        {
            Err(broken(&"training.loss", &name, Rule::SoftmaxForLoss))
        }
        Output::Sigmoid | Output::Softmax => Ok(()),
    }
}

#[inline(never)]
pub(crate) fn at_least(path: &dyn Display, count: usize, low: usize, what: Quantity) -> Checked {
    if count >= low { Ok(()) } else { Err(broken(path, &count, Rule::AtLeast { low, what })) }
}

#[inline(never)]
pub(crate) fn at_most(path: &dyn Display, count: usize, high: usize, what: Quantity) -> Checked {
    if count <= high { Ok(()) } else { Err(broken(path, &count, Rule::AtMost { high, what })) }
}

#[inline(never)]
pub(crate) fn length(path: &dyn Display, count: usize, expected: usize, what: Quantity) -> Checked {
    if count == expected { Ok(()) } else { Err(broken(path, &count, Rule::Length { expected, what })) }
}

#[inline(never)]
pub(crate) fn between(path: &dyn Display, value: f64, low: f64, high: f64) -> Checked {
    if (low..=high).contains(&value) {
        Ok(())
    } else {
        Err(broken(path, &written(value), Rule::Between { low, high }))
    }
}

pub(crate) fn parameter(path: &dyn Display, value: f64) -> Checked {
    between(path, value, -LARGEST_PARAMETER, LARGEST_PARAMETER)
}

#[inline(never)]
pub(crate) fn positive(path: &dyn Display, value: f64) -> Checked {
    if value > 0.0 && value.is_finite() { Ok(()) } else { Err(broken(path, &written(value), Rule::Positive)) }
}

/// The path is formatted only here, so that a check that passes allocates nothing.
#[cold]
#[inline(never)]
fn broken(path: &dyn Display, value: &dyn Display, rule: Rule) -> Box<Error> {
    Box::new(Error::field(path.to_string(), value, rule))
}
