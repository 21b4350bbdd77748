//! What keeps a run that has come to rest from a lower loss: its data, its model, a penalty, or its schedule.

use std::cmp::Ordering;

use ndarray::ArrayView2;

use crate::data::batches::PackedBatches;
use crate::data::dataset::Role;
use crate::insight::objective::{BUDGET, Objective, visits};
use crate::insight::vanishing::Cause;
use crate::math::lanczos::STEPS;
use crate::math::sqrt;
use crate::math::svd::{add, dot, length};
use crate::model::view::ModelView;
use crate::spec::experiment::Experiment;
use crate::spec::model::Constraint;
use crate::spec::training::{Loss, Optimizer, Schedule, Training};
use crate::training::trainer::Trainer;

/// A change that lowers the loss, or explains the errors, by less than this part helps nobody.
const HELPS: f64 = 0.05;

/// A schedule has ended once it has taken the learning rate below this part.
const ENDED: f64 = 0.1;

/// The updates of a copy that goes on at the rate before the schedule.
const TRIAL: u64 = 1000;

/// A penalty is at balance with the loss if the gradient of both promises less than this part of what the loss alone does.
const BALANCE: f64 = 0.1;

/// Errors below this part of all are none.
const RIGHT: f64 = 1e-3;

/// A column that keeps less than this part of its length beside the others says nothing new.
const DEPENDENT: f64 = 1e-6;

/// What holds a run at rest back, if the numbers say it; `now` is its training loss.
pub(super) fn limit(trainer: &Trainer, now: f64) -> Option<Cause> {
    twins(trainer, now)
        .or_else(|| ended_schedule(trainer, now))
        .or_else(|| penalty(trainer, now))
        .or_else(|| shape(trainer.view(), trainer.evaluation().predictions()))
}

/// Students with equal scores and different targets, where no model of whatever shape has a much lower loss.
fn twins(trainer: &Trainer, now: f64) -> Option<Cause> {
    let loss = trainer.experiment().training.loss;
    let ModelView { dataset, network, .. } = trainer.view();
    let mut students = dataset.with_role(Role::Training);
    let features = |student: usize| dataset.features.row(student);
    let order = |a: &usize, b: &usize| {
        let pairs = features(*a).into_iter().zip(features(*b));
        pairs.map(|(a, b)| a.total_cmp(b)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
    };
    students.sort_by(order);
    let (mut floor, mut count) = (0.0, 0);
    for alike in students.chunk_by(|a, b| order(a, b).is_eq()) {
        let targets =
            |output| alike.iter().map(move |&student| f64::from(dataset.targets[(student, output)]));
        if (0..dataset.outputs())
            .all(|output| targets(output).all(|target| targets(output).next() == Some(target)))
        {
            continue;
        }
        count += alike.len();
        floor += (0..dataset.outputs())
            .map(|output| least_loss(loss, dataset.outputs(), &targets(output).collect::<Vec<_>>()))
            .sum::<Option<f64>>()?;
    }
    let floor = floor / (students.len() as f64 * loss.terms(network.output, dataset.outputs()));
    (count > 0 && now - floor <= HELPS * now).then_some(Cause::Twins { students: count })
}

/// The least sum of losses of one of `outputs` that is the same for all these targets; none where there is no closed form.
fn least_loss(loss: Loss, outputs: usize, targets: &[f64]) -> Option<f64> {
    let mean = targets.iter().sum::<f64>() / targets.len() as f64;
    let entropy = |target: f64, p: f64| if target > 0.0 { -target * libm::log(p) } else { 0.0 };
    let of: &dyn Fn(f64) -> f64 = match loss {
        Loss::Absolute => {
            let mut sorted = targets.to_vec();
            sorted.sort_by(f64::total_cmp);
            let median = sorted[sorted.len() / 2];
            return Some(targets.iter().map(|target| (target - median).abs()).sum());
        }
        Loss::Squared => &|target| (target - mean) * (target - mean),
        Loss::Huber { .. } => return None,
        Loss::CategoricalCrossEntropy if outputs > 1 => &|target| entropy(target, mean),
        // Of a single sigmoid the two cross-entropies are the same.
        Loss::BinaryCrossEntropy | Loss::CategoricalCrossEntropy => {
            &|target| entropy(target, mean) + entropy(1.0 - target, 1.0 - mean)
        }
    };
    Some(targets.iter().copied().map(of).sum())
}

/// A schedule that has taken the rate away while there was something to learn: a copy goes on at the rate before it.
fn ended_schedule(trainer: &Trainer, now: f64) -> Option<Cause> {
    let Experiment { training, .. } = &**trainer.experiment();
    let ended = training.schedule.factor(trainer.updates()) < ENDED;
    let batch = training.batch_size.unwrap_or(usize::MAX).min(trainer.view().roles().len());
    let updates = TRIAL.min(BUDGET / visits([batch, trainer.view().parameters(), 4]).max(1));
    if !ended || matches!(training.schedule, Schedule::WarmUp { .. }) || updates < TRIAL / 10 {
        return None;
    }
    let mut copy = trainer.at_constant_rate(trainer.base_learning_rate())?;
    copy.step(updates);
    (!copy.has_diverged() && copy.training_loss() < (1.0 - HELPS) * now).then_some(Cause::Ended)
}

/// A penalty or a weight decay that is at balance with the loss, which would fall without it.
fn penalty(trainer: &Trainer, now: f64) -> Option<Cause> {
    let Experiment { training, .. } = &**trainer.experiment();
    let decays = matches!(training.optimizer, Optimizer::Adamw { weight_decay, .. } if weight_decay > 0.0);
    let dataset = trainer.view().dataset;
    let order = dataset.with_role(Role::Training);
    if training.l1 == 0.0 && training.l2 == 0.0 && !decays
        || training.loss == Loss::Absolute
        || visits([order.len(), trainer.view().parameters(), 4 * STEPS]) > BUDGET
    {
        return None;
    }
    let students = PackedBatches::new(dataset, &order, order.len());
    let fall = |training: &Training| {
        Objective::new(trainer.view().network.clone(), &students, training).promised_fall()
    };
    let without = fall(&Training { l1: 0.0, l2: 0.0, ..training.clone() });
    // Neither the corners of l1 nor a decay apart from the gradient is in the objective's curvature.
    let balanced = training.l1 > 0.0 || decays || fall(training) <= BALANCE * without;
    (balanced && without >= HELPS * now).then_some(Cause::Held)
}

/// What a model of one layer lacks: the students' errors, as far as it has terms for them, taken away, follow a bias,
/// weights that need not sum to one, or products of scores.
fn shape(view: ModelView<'_>, predictions: ArrayView2<'_, f32>) -> Option<Cause> {
    let Experiment { model, .. } = &**view.experiment;
    let dataset = view.dataset;
    let students = dataset.with_role(Role::Training);
    let inputs = dataset.inputs();
    let pairs = inputs * (inputs + 1) / 2;
    let triples = inputs * inputs.saturating_sub(1) * inputs.saturating_sub(2) / 6;
    let fits = |products: usize| {
        let columns = 1 + inputs + products;
        visits([students.len(), columns, columns.min(students.len())]) <= BUDGET
    };
    if !model.hidden.is_empty() || !fits(pairs) {
        return None;
    }
    let errors = (0..dataset.outputs()).map(|output| {
        let error = |&student: &usize| {
            f64::from(dataset.targets[(student, output)]) - f64::from(predictions[(student, output)])
        };
        students.iter().map(error).collect()
    });
    let mut basis = Basis { directions: vec![], errors: errors.collect() };
    let all = basis.squares();
    let one = vec![1.0; students.len()];
    let scores: Vec<Vec<f64>> = (0..inputs)
        .map(|input| students.iter().map(|&s| f64::from(dataset.features[(s, input)])).collect())
        .collect();
    let linear: Vec<Vec<f64>> = scores.iter().cloned().map(standardized).collect();
    if model.bias {
        basis.explain(std::slice::from_ref(&one));
    }
    if model.weights == Constraint::SumToOne {
        if basis.explains(&scores, all) {
            return Some(Cause::SumToOne);
        }
    } else {
        basis.explain(&scores);
    }
    if !model.bias && basis.explains(std::slice::from_ref(&one), all) {
        return Some(Cause::NoBias);
    }
    let mut products = vec![];
    for i in 0..inputs {
        for j in i..inputs {
            products.push(product(&linear[i], &linear[j]));
            // Three different subjects, if there is time: of eight students whose award is the parity of three subjects no
            // pair says anything.
            products.extend(
                (j + 1..inputs)
                    .filter(|_| j > i && fits(pairs + triples))
                    .map(|k| product(&product(&linear[i], &linear[j]), &linear[k])),
            );
        }
    }
    // Of classes no error may be left by chance either: a bent boundary separates few students.
    let bent = basis.explains(&products, all)
        || !view.experiment.table.classes.is_empty() && basis.squares() <= RIGHT * all;
    bent.then_some(Cause::Straight)
}

/// Orthonormal directions, one number a student, and what is left of the errors beside them, a vector an output.
struct Basis {
    directions: Vec<Vec<f64>>,
    errors: Vec<Vec<f64>>,
}

impl Basis {
    fn squares(&self) -> f64 {
        self.errors.iter().map(|errors| dot(errors, errors)).sum()
    }

    /// Adds columns by Gram and Schmidt's method, twice (Golub & Van Loan, 5.2.7), and takes from the errors what they
    /// explain. Returns how many were no combination of the others.
    fn explain(&mut self, columns: &[Vec<f64>]) -> usize {
        let before = self.directions.len();
        for column in columns {
            let mut direction = column.clone();
            for _ in 0..2 {
                for other in &self.directions {
                    let along = dot(other, &direction);
                    add(&mut direction, -along, other);
                }
            }
            let rest = length(&direction);
            if rest <= DEPENDENT * length(column) {
                continue;
            }
            direction.iter_mut().for_each(|x| *x /= rest);
            for errors in &mut self.errors {
                let along = dot(&direction, &*errors);
                add(errors, -along, &direction);
            }
            self.directions.push(direction);
        }
        self.directions.len() - before
    }

    /// Whether columns explain more of the errors than random ones would, by [`HELPS`] of `all`: k of d dimensions hold k/d
    /// of a random vector's square, with a deviation below √(2k)/d.
    fn explains(&mut self, columns: &[Vec<f64>], all: f64) -> bool {
        let before = self.squares();
        let dimensions = (self.errors[0].len() - self.directions.len()) as f64;
        let added = self.explain(columns) as f64;
        let chance = (added + 2.0 * sqrt(2.0 * added)) / dimensions;
        added > 0.0 && before - self.squares() > HELPS * all + chance * before
    }
}

fn product(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(a, b)| a * b).collect()
}

/// Of mean 0 and deviation 1; all 0 where the numbers are equal.
fn standardized(mut values: Vec<f64>) -> Vec<f64> {
    let count = values.len() as f64;
    let mean = values.iter().sum::<f64>() / count;
    values.iter_mut().for_each(|value| *value -= mean);
    let deviation = sqrt(dot(&values, &values) / count);
    if deviation > 1e-9 * mean.abs().max(1e-9) {
        values.iter_mut().for_each(|value| *value /= deviation);
    }
    values
}
