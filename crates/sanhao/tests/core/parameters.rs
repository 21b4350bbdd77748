//! Parameters set by hand, and what is kept of them.

use ndarray::array;
use sanhao::{CheckedExperiment, Constraint, Experiment, History, Loss, Optimizer, Preset, Scaling, Trainer};

fn trainer(experiment: &Experiment) -> Trainer {
    Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap())
}

/// Every case under every scaling, free and with a sum of one.
fn experiments() -> impl Iterator<Item = Experiment> {
    Preset::ALL.into_iter().flat_map(|preset| {
        [Scaling::Raw, Scaling::DivideBy100, Scaling::Standard].into_iter().flat_map(move |scaling| {
            [Constraint::Free, Constraint::SumToOne].map(|weights| {
                let mut experiment = preset.experiment();
                experiment.scaling = scaling;
                experiment.model.weights = weights;
                experiment
            })
        })
    })
}

fn close(a: &[f32], b: &[f32], tolerance: f32) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance * b.abs().max(1.0))
}

#[test]
fn what_is_read_can_be_set() {
    for experiment in experiments() {
        let mut run = trainer(&experiment);
        run.step(50);
        let read = run.evaluate().parameters().to_vec();
        let predictions: Vec<f32> = run.evaluate().predictions().iter().copied().collect();
        let mut other = trainer(&experiment);
        other.set_parameters(&read).unwrap();
        let evaluation = other.evaluate();
        let again: Vec<f32> = evaluation.predictions().iter().copied().collect();
        // Raw weights of 0.01 to 1 times scores near 100, rounded to 24 bits and taken back.
        assert!(close(evaluation.parameters(), &read, 1e-5), "{read:?} {:?}", evaluation.parameters());
        assert!(close(&again, &predictions, 1e-4), "{experiment:?}");
    }
}

#[test]
fn one_parameter_is_set_and_the_others_stay() {
    for experiment in experiments() {
        let mut run = trainer(&experiment);
        run.step(50);
        let before = run.evaluate().parameters().to_vec();
        let last = before.len() - 1;
        run.set_parameter(last, 0.25).unwrap();
        let mut expected = before.clone();
        expected[last] = 0.25;
        let held = experiment.model.weights == Constraint::SumToOne && experiment.model.hidden.is_empty();
        if held && !experiment.model.bias {
            let others: f32 = before[..last].iter().sum();
            expected[..last].iter_mut().for_each(|share| *share *= 0.75 / others);
        }
        assert!(close(run.evaluate().parameters(), &expected, 1e-5), "{experiment:?}");
    }
}

#[test]
fn a_share_takes_from_the_others_in_proportion() {
    let mut experiment = Preset::Award.experiment();
    experiment.model.weights = Constraint::SumToOne;
    let mut run = trainer(&experiment);
    run.set_parameters(&[6.0, 3.0, 1.0, -95.0]).unwrap();
    assert!(close(run.evaluate().parameters(), &[0.6, 0.3, 0.1, -95.0], 1e-5), "brought to a sum of one");
    run.set_parameter(0, 0.2).unwrap();
    assert!(close(run.evaluate().parameters(), &[0.2, 0.6, 0.2, -95.0], 1e-5));
    run.set_parameter(0, 0.9999).unwrap();
    run.set_parameter(0, 0.5).unwrap();
    assert!(close(run.evaluate().parameters(), &[0.5, 0.375, 0.125, -95.0], 1e-5), "and back");
}

#[test]
fn training_goes_on_from_parameters_that_were_set() {
    let mut run = trainer(&Preset::Weights.experiment());
    run.set_parameters(&[0.6, 0.3, 0.1]).unwrap();
    assert!(run.evaluate().loss().unwrap() < 1e-4);
    assert!(run.history().points()[0].training < 1e-4, "the start is where the weights are now");
    assert_eq!(run.history().trace(), array![[0.6, 0.3, 0.1]]);
    run.step(3);
    run.set_parameter(1, 0.5).unwrap();
    assert_eq!((run.updates(), run.history().points().len()), (3, 2), "in the middle of an epoch");
    run.step(1);
    let loss = run.evaluate().loss().unwrap();
    assert!(loss > 10.0, "{loss}");
}

#[test]
fn what_cannot_be_a_parameter_is_refused_and_changes_nothing() {
    let mut experiment = Preset::Award.experiment();
    experiment.model.weights = Constraint::SumToOne;
    let mut run = trainer(&experiment);
    let before = run.evaluate().parameters().to_vec();
    let mut all = |parameters: &[f32]| run.set_parameters(parameters).unwrap_err().to_string();
    assert_eq!(all(&[0.5, 0.5, 0.5]), "parameters: 3 weights, 4 expected");
    assert_eq!(all(&[0.5, 0.5, 0.0, 1.0]), "parameters[2]: 0 is not a positive finite number");
    assert_eq!(all(&[0.5, f32::NAN, 0.5, 1.0]), "parameters[1]: NaN is not a positive finite number");
    assert_eq!(all(&[0.5, 0.5, 0.5, 2e6]), "parameters[3]: 2000000 is not a number from -1000000 to 1000000");
    let mut one = |index, value| run.set_parameter(index, value).unwrap_err().to_string();
    assert_eq!(one(0, 1.0), "parameters[0]: 1 is not a number from 0.0001 to 0.9999");
    assert_eq!(one(3, f64::INFINITY), "parameters[3]: inf is not a number from -1000000 to 1000000");
    assert_eq!(one(4, 0.5), "index: 4 is not a number from 0 to 3");
    assert_eq!(run.evaluate().parameters(), before);
    experiment.table.subjects.truncate(1);
    experiment.table.students.iter_mut().for_each(|student| student.scores.truncate(1));
    let mut run = trainer(&experiment);
    assert!(run.set_parameter(0, 0.5).is_err(), "one weight alone is the whole sum");
    assert!(run.set_parameter(0, 1.0).is_ok());
}

#[test]
fn a_run_that_has_diverged_runs_again() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.loss = Loss::Squared;
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.learning_rate = 1.0;
    let mut run = trainer(&experiment);
    run.step(100);
    assert!(run.has_diverged());
    run.set_parameters(&[0.5, 0.5, 0.5]).unwrap();
    run.set_learning_rate(1e-5).unwrap();
    assert_eq!((run.has_diverged(), run.step(1000)), (false, 1000));
    assert!(run.evaluate().loss().unwrap() < 10.0);
}

#[test]
fn the_trace_keeps_the_parameters_of_every_point_of_the_history() {
    let mut run = trainer(&Preset::Award.experiment());
    let mut expected = run.evaluate().parameters().to_vec();
    for _ in 0..5 {
        run.step(1);
        expected.extend(run.evaluate().parameters());
    }
    assert_eq!(run.history().trace().as_slice(), Some(&*expected));
    run.step(5000);
    assert_eq!(run.history().trace().dim(), (run.history().points().len(), 4));
    let mut experiment = Preset::Layers.experiment();
    experiment.model.hidden[0].units = 16;
    assert_eq!(trainer(&experiment).history().trace().len(), 0, "65 parameters");
    assert_eq!(History::MAX_TRACED_PARAMETERS, 64);
}
