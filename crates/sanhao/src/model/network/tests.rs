//! Backpropagation against finite differences of a second implementation: one student at a time, in 64 bits, straight
//! from the formulas.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use crate::data::batches::PackedBatches;
use crate::data::dataset::{Dataset, Role};
use crate::data::presets::Preset;
use crate::math::random::{Purpose, Random};
use crate::model::network::Network;
use crate::spec::check::CheckedExperiment;
use crate::spec::experiment::Experiment;
use crate::spec::model::{Activation, Constraint, HiddenLayer, Output};
use crate::spec::scaling::Scaling;
use crate::spec::training::Loss;

const LOSSES: [Loss; 5] = [
    Loss::Absolute,
    Loss::Squared,
    Loss::Huber { delta: 0.3 },
    Loss::BinaryCrossEntropy,
    Loss::CategoricalCrossEntropy,
];

/// Each loss with each output and constraint; the property test adds the activations.
fn combinations() -> Vec<(Loss, Output, Constraint)> {
    let mut all = vec![];
    for loss in LOSSES {
        for output in [Output::Linear, Output::Sigmoid, Output::Softmax] {
            let cross_entropy = matches!(loss, Loss::BinaryCrossEntropy | Loss::CategoricalCrossEntropy);
            if cross_entropy && output == Output::Linear {
                continue; // refused by the check
            }
            for constraint in [Constraint::Free, Constraint::SumToOne] {
                all.push((loss, output, constraint));
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_gradient_is_the_finite_difference_for_every_activation_loss_and_constraint(
        layers in prop::collection::vec(1..5usize, 0..3),
        two_classes: bool,
        bias: bool,
        seed: u32,
    ) {
        for activation in Activation::ALL {
            for (loss, output, weights) in combinations() {
                if loss == Loss::CategoricalCrossEntropy && output == Output::Sigmoid && !two_classes {
                    continue; // refused by the check
                }
                let preset = if two_classes { Preset::Award } else { Preset::Honours };
                let mut experiment = preset.experiment();
                experiment.table.students.truncate(9);
                // Scores of about one point, so that the second implementation needs no tricks against overflow.
                let scores = experiment.table.students.iter_mut().flat_map(|student| &mut student.scores);
                scores.flatten().for_each(|score| *score = (*score - 85.0) / 10.0);
                experiment.scaling = Scaling::Raw;
                experiment.model.hidden = layers.iter().map(|&units| HiddenLayer { units, activation }).collect();
                experiment.model.weights = weights;
                experiment.model.bias = bias;
                experiment.model.output = output;
                experiment.training.loss = loss;
                experiment.training.seed = seed;
                compare(experiment);
            }
        }
    }
}

#[test]
fn the_gradient_of_a_regression_is_the_finite_difference() {
    for loss in [Loss::Absolute, Loss::Squared, Loss::Huber { delta: 2.0 }] {
        for weights in [Constraint::Free, Constraint::SumToOne] {
            let mut experiment = Preset::Weights.experiment();
            experiment.model.weights = weights;
            experiment.training.loss = loss;
            compare(experiment);
        }
    }
}

/// An experiment's data and network.
struct Model {
    experiment: CheckedExperiment,
    dataset: Dataset,
    network: Network,
}

fn compare(experiment: Experiment) {
    let experiment = CheckedExperiment::try_from(experiment).unwrap();
    let dataset = Dataset::new(&experiment);
    let mut network = Network::new(&experiment.model, &dataset, experiment.training.seed);
    // Random biases too: with biases of 0 a dead ReLU leaves the next one exactly on its corner.
    let mut random = Random::new(experiment.training.seed, Purpose::Weights);
    network.change(|parameters| {
        let parameters: &mut [f32] = bytemuck::cast_slice_mut(parameters);
        parameters.iter_mut().for_each(|p| *p = (1.8 * random.unit() - 0.9) as f32);
    });
    let students = dataset.with_role(Role::Training);
    let batches = PackedBatches::new(&dataset, &students, students.len());
    let mut workspace = network.workspace();
    let sum = network.backward(experiment.training.loss, batches.batch(0), &mut workspace);
    let parameters: Vec<f64> = network.parameters().iter().map(|&p| f64::from(p)).collect();
    let model = Model { experiment, dataset, network };
    let value = mean_loss(&model, &students, &parameters);
    let mean = sum / students.len() as f64;
    // 32-bit rounding through a few layers; softmax weights on raw scores reach 100 times the size of the others.
    let tolerance = 2e-4 * value.abs().max(1.0);
    assert!((mean - value).abs() < tolerance, "loss {mean}, not {value}: {:?}", model.experiment.model);
    const H: f64 = 1e-6;
    let gradient: &[f32] = bytemuck::cast_slice(&workspace.gradient);
    for (i, &gradient) in gradient.iter().take(parameters.len()).enumerate() {
        let at = |h: f64| {
            let mut moved = parameters.clone();
            moved[i] += h;
            mean_loss(&model, &students, &moved)
        };
        let difference = (at(H) - at(-H)) / (2.0 * H);
        assert!(
            (f64::from(gradient) - difference).abs() < tolerance + 2e-4 * difference.abs(),
            "parameter {i}: {gradient}, not {difference}: {:?} {:?}",
            model.experiment.model,
            model.experiment.training.loss,
        );
    }
}

fn mean_loss(model: &Model, students: &[usize], parameters: &[f64]) -> f64 {
    students.iter().map(|&student| student_loss(model, student, parameters)).sum::<f64>()
        / students.len() as f64
}

fn student_loss(model: &Model, student: usize, parameters: &[f64]) -> f64 {
    let Model { experiment, dataset, network } = model;
    let scaler = &dataset.scaler;
    let scores = experiment.table.students[student].complete_scores().expect("no score is missing");
    let mut values: Vec<f64> =
        scores.iter().enumerate().map(|(i, &score)| f64::from(scaler.scaled_from_raw(i, score))).collect();
    for (l, layer) in network.layers.iter().enumerate() {
        let weights = &parameters[layer.weights.clone()];
        let biases = &parameters[layer.biases.clone()];
        let sums: Vec<f64> = (0..layer.units)
            .map(|unit| {
                let mut row = weights[unit * layer.inputs..][..layer.inputs].to_vec();
                if l == 0 && experiment.model.weights == Constraint::SumToOne {
                    let sum: f64 = row.iter().map(|v| v.exp()).sum();
                    row = row.iter().zip(scaler.scales()).map(|(v, scale)| v.exp() / sum * scale).collect();
                }
                let weighted: f64 = row.iter().zip(&values).map(|(w, x)| w * x).sum();
                weighted + biases.get(unit).unwrap_or(&0.0)
            })
            .collect();
        values = match layer.activation {
            Some(activation) => sums.iter().map(|&z| activated(activation, z)).collect(),
            None => sums,
        };
    }
    let targets: Vec<f64> = dataset.targets.row(student).iter().map(|&t| f64::from(t)).collect();
    loss_of(experiment.training.loss, experiment.model.output, &values, &targets)
}

fn activated(activation: Activation, z: f64) -> f64 {
    match activation {
        Activation::Identity => z,
        Activation::Sigmoid => 1.0 / (1.0 + (-z).exp()),
        Activation::Tanh => z.tanh(),
        Activation::Relu => z.max(0.0),
        Activation::LeakyRelu => z.max(0.01 * z),
        Activation::Softplus => z.exp().ln_1p(),
        Activation::Gelu => 0.5 * z * (1.0 + libm::erf(z / 2f64.sqrt())),
        Activation::Sine => z.sin(),
    }
}

fn loss_of(loss: Loss, output: Output, sums: &[f64], targets: &[f64]) -> f64 {
    let total: f64 = sums.iter().map(|z| z.exp()).sum();
    let predictions: Vec<f64> = sums
        .iter()
        .map(|&z| match output {
            Output::Linear => z,
            Output::Sigmoid => activated(Activation::Sigmoid, z),
            Output::Softmax => z.exp() / total,
        })
        .collect();
    let one = |(&y, &t): (&f64, &f64)| match loss {
        Loss::Absolute => (y - t).abs(),
        Loss::Squared => (y - t).powi(2),
        Loss::Huber { delta } if (y - t).abs() <= delta => 0.5 * (y - t).powi(2),
        Loss::Huber { delta } => delta * ((y - t).abs() - 0.5 * delta),
        Loss::CategoricalCrossEntropy if predictions.len() > 1 => -t * y.ln() * predictions.len() as f64,
        Loss::BinaryCrossEntropy | Loss::CategoricalCrossEntropy => -t * y.ln() - (1.0 - t) * (1.0 - y).ln(),
    };
    predictions.iter().zip(targets).map(one).sum::<f64>() / predictions.len() as f64
}
