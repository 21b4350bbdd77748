//! Runs that somebody else's implementation printed: the numbers of the course's TensorFlow 1 program.

use sanhao::{CheckedExperiment, Constraint, Experiment, Initial, Preset, Trainer};

fn trainer(experiment: Experiment) -> Trainer {
    Trainer::new(CheckedExperiment::try_from(experiment).unwrap())
}

/// Case 1 from weights of 0.1 or 0 each.
fn case_1(weight: f64) -> Experiment {
    let mut experiment = Preset::Weights.experiment();
    experiment.model.initial = Initial::Constant { weight, bias: 0.0 };
    experiment
}

/// Numbers as NumPy prints an array of 32-bit floats: at most 8 digits behind the point.
fn digits(numbers: &[f32]) -> Vec<String> {
    let digits = |number: &f32| format!("{number:.8}").trim_end_matches('0').to_owned();
    numbers.iter().map(digits).collect()
}

#[test]
fn the_first_round_prints_the_digits_of_the_course() {
    let mut run = trainer(case_1(0.1));
    run.step(1);
    assert_eq!(digits(run.evaluate().parameters()), ["0.10316052", "0.10316006", "0.10315938"]);
    run.step(1);
    assert_eq!(digits(run.evaluate().parameters()), ["0.10554425", "0.10563005", "0.1056722"]);
}

#[test]
fn predictions_and_losses_of_the_first_round_are_those_of_the_course() {
    let mut run = trainer(case_1(0.1));
    let of = |run: &mut Trainer, student: usize, total: f32| {
        let prediction = run.evaluate().predictions()[(student, 0)];
        // NumPy prints a single 32-bit float as Rust does: the shortest digits that read back as the same number.
        [prediction, (prediction - total).abs()].map(|number| number.to_string())
    };
    assert_eq!(of(&mut run, 0, 85.0), ["24", "61"]);
    run.step(1);
    assert_eq!(of(&mut run, 1, 96.0), ["28.884804", "67.1152"]);
}

#[test]
fn round_100_from_zero_prints_the_digits_of_the_course() {
    let mut run = trainer(case_1(0.0));
    run.step(200);
    assert_eq!(digits(run.evaluate().parameters()), ["0.20905662", "0.20855491", "0.20812769"]);
}

#[test]
fn two_students_and_a_sum_of_one_find_the_secret_weights() {
    let mut experiment = case_1(0.0);
    experiment.model.weights = Constraint::SumToOne;
    let mut run = trainer(experiment);
    run.step(10_000);
    for (weight, expected) in run.evaluate().parameters().iter().zip([0.60025, 0.29982, 0.09993]) {
        assert!((weight - expected).abs() < 1e-4, "{weight}, not {expected}");
    }
}

#[test]
fn with_a_learning_rate_of_a_tenth_the_weights_that_sum_to_one_never_settle() {
    let mut experiment = case_1(0.0);
    experiment.model.weights = Constraint::SumToOne;
    experiment.training.learning_rate = 0.1;
    let mut run = trainer(experiment);
    run.step(10_000);
    let losses: Vec<f64> = (0..20)
        .map(|_| {
            run.step(2);
            run.evaluate().loss().unwrap()
        })
        .collect();
    let [least, most] = [f64::min, f64::max].map(|pick| losses.iter().copied().reduce(pick).unwrap());
    assert!(most - least > 0.1, "{losses:?}");
}
