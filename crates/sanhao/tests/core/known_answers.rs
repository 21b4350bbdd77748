//! Regressions trained until they stand still, against the answers of statistics packages:
//! tests/parity/known_answers.py says which, and how the data are made.

use sanhao::{CheckedExperiment, Experiment, Output, Trainer};
use serde::Deserialize;

/// 4 digits, of the largest weight.
const TOLERANCE: f64 = 5e-5;

#[derive(Deserialize)]
struct Known {
    /// Of version 1.
    experiment: serde_json::Value,
    /// outputs × subjects, in raw score units.
    weights: Vec<Vec<f64>>,
    biases: Vec<f64>,
}

fn relative_to_the_first<const N: usize>(rows: &mut [[f64; N]]) {
    let first = rows[0];
    rows.iter_mut().for_each(|row| row.iter_mut().zip(first).for_each(|(number, first)| *number -= first));
}

/// The largest difference as a part of the largest number.
fn distance<const N: usize>(ours: &[[f64; N]], expected: &[[f64; N]]) -> f64 {
    assert_eq!(ours.len(), expected.len());
    let largest = expected.as_flattened().iter().map(|number| number.abs()).fold(0.0, f64::max);
    let pairs = ours.as_flattened().iter().zip(expected.as_flattened());
    pairs.map(|(a, b)| (a - b).abs()).fold(0.0, f64::max) / largest
}

fn check(known: Known) {
    let Known { experiment, weights, biases } = known;
    let experiment = Experiment::from_json_value(experiment).unwrap();
    let softmax = experiment.model.output == Output::Softmax;
    let case =
        format!("{:?}, {:?}, l2 {}", experiment.model.output, experiment.scaling, experiment.training.l2);
    let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment).unwrap());
    trainer.step(10_000);
    let parameters: Vec<f64> = trainer.evaluate().parameters().iter().map(|&w| w.into()).collect();
    let (ours, our_biases) = parameters.split_at(3 * weights.len());
    let mut ours = ours.as_chunks::<3>().0.to_vec();
    let mut weights: Vec<[f64; 3]> = weights.into_iter().map(|row| row.try_into().unwrap()).collect();
    let [mut our_biases, mut biases] = [our_biases, &biases].map(|biases| biases.as_chunks::<1>().0.to_vec());
    if softmax {
        // Only differences of the classes' sums matter; a penalty on the weights decides the weights, not the biases.
        [&mut our_biases, &mut biases].into_iter().for_each(|biases| relative_to_the_first(biases));
        if trainer.experiment().training.l2 == 0.0 {
            [&mut ours, &mut weights].into_iter().for_each(|weights| relative_to_the_first(weights));
        }
    }
    let off = [distance(&ours, &weights), distance(&our_biases, &biases)];
    assert!(
        off.iter().all(|off| *off <= TOLERANCE),
        "{case}: weights, biases off by {off:?}\n{ours:?}\n{weights:?}"
    );
}

#[test]
fn regressions_agree_with_statistics_packages_to_4_digits_in_raw_score_units_under_every_scaling() {
    let answers: Vec<Known> =
        serde_json::from_str(include_str!("../../../../tests/parity/known_answers.json")).unwrap();
    assert_eq!(answers.len(), 18, "3 regressions × 3 scalings × with L2 and without");
    answers.into_iter().for_each(check);
}
