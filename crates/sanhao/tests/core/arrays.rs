//! ndarray at the edges: tables from arrays, predictions for new students, parameters as views.

use ndarray::{Array2, array};
use sanhao::{CheckedExperiment, Preset, Table, Target, Trainer};

use crate::scores_of;

#[test]
fn a_table_from_arrays_holds_their_numbers() {
    let scores = array![[90.0, 80.0, 70.0], [98.0, 95.0, 87.0]];
    let table = Table::from_arrays(scores.view(), array![85.0, 96.0].view()).unwrap();
    assert_eq!(table.subjects, ["1", "2", "3"]);
    assert!(table.classes.is_empty());
    for (student, (row, target)) in table.students.iter().zip(scores.rows().into_iter().zip([85.0, 96.0])) {
        assert_eq!(scores_of(student), row.to_vec());
        assert_eq!(student.target, Some(Target::Number(target)));
    }
    // A transposed view is read by its indices, not in the order of its memory.
    let transposed = Table::from_arrays(scores.t(), array![1.0, 2.0, 3.0].view()).unwrap();
    assert_eq!(scores_of(&transposed.students[2]), [70.0, 87.0]);
}

#[test]
fn a_score_of_nan_is_a_missing_one() {
    let scores = array![[90.0, 80.0], [f64::NAN, 95.0]];
    let table = Table::from_arrays(scores.view(), array![85.0, 96.0].view()).unwrap();
    assert_eq!(table.students[1].scores, [None, Some(95.0)]);
    let refused = Table::from_arrays(scores.view(), array![85.0, f64::NAN].view()).unwrap_err().to_string();
    assert_eq!(refused, "table.students[1].target: NaN is not a finite number");
}

#[test]
fn arrays_that_are_no_table_are_refused_with_location_and_value() {
    let refused = |scores: Array2<f64>, targets: &[f64]| {
        Table::from_arrays(scores.view(), targets.into()).unwrap_err().to_string()
    };
    assert_eq!(refused(array![[90.0]], &[1.0, 2.0]), "targets: 2 students, 1 expected");
    assert_eq!(
        refused(array![[90.0, 1.0], [80.0, f64::INFINITY]], &[1.0, 2.0]),
        "table.students[1].scores[1]: inf is not a finite number"
    );
    assert_eq!(
        refused(array![[90.0], [80.0]], &[1.0, 2e6]),
        "table.students[1].target: 2000000 is not a number from -1000000 to 1000000"
    );
    assert_eq!(refused(Array2::zeros((1, 0)), &[1.0]), "table.subjects: 0 subjects, at least 1 needed");
    assert_eq!(
        refused(Array2::zeros((0, 1)), &[]),
        "table.students: 0 students with a target to learn from, at least 1 needed"
    );
}

#[test]
fn new_students_are_predicted_with_the_bits_of_the_evaluation() {
    for preset in Preset::ALL {
        let experiment = preset.experiment();
        let students = &experiment.table.students;
        let subjects = experiment.table.subjects.len();
        let scores = Array2::from_shape_fn((students.len(), subjects), |(i, j)| scores_of(&students[i])[j]);
        let mut run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
        run.step(100);
        let bits = |predictions: Array2<f32>| predictions.mapv(f32::to_bits);
        let expected = bits(run.evaluate().predictions().to_owned());
        assert_eq!(bits(run.predict(scores.view()).unwrap()), expected, "{preset:?}");
        // Also in an order of its own: a student's prediction does not depend on those beside it.
        let reversed = scores.slice(ndarray::s![..;-1, ..]);
        let backwards = bits(run.predict(reversed).unwrap());
        assert_eq!(backwards.slice(ndarray::s![..;-1, ..]), expected, "{preset:?}");
        assert_eq!(run.predict(Array2::zeros((0, subjects)).view()).unwrap().nrows(), 0);
    }
}

#[test]
fn a_score_that_is_none_is_refused_and_a_sum_beyond_the_numbers_gives_no_prediction() {
    let mut experiment = Preset::Weights.experiment();
    let mut run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
    let refused = |run: &Trainer, scores: Array2<f64>| run.predict(scores.view()).unwrap_err().to_string();
    assert_eq!(refused(&run, array![[1.0, 2.0]]), "scores: 2 subjects, 3 expected");
    assert_eq!(
        refused(&run, array![[1.0; 3], [1.0, f64::NAN, 1.0]]),
        "scores[1][1]: NaN is not a finite number"
    );
    // Two layers of weights of a million: a score of a million leaves the 32-bit numbers.
    experiment.model.hidden =
        vec![sanhao::HiddenLayer { units: 4, activation: sanhao::Activation::Identity }; 8];
    experiment.model.initial = sanhao::Initial::Constant { weight: 1e6, bias: 0.0 };
    run = Trainer::new(CheckedExperiment::try_from(experiment).unwrap());
    let predictions = run.predict(array![[1e6, 1e6, 1e6], [0.0, 0.0, 0.0]].view()).unwrap();
    assert!(predictions[(0, 0)].is_nan());
    assert_eq!(predictions[(1, 0)], 0.0);
}

#[test]
fn the_views_of_a_layer_are_the_parameters() {
    let mut run = Trainer::new(CheckedExperiment::try_from(Preset::Layers.experiment()).unwrap());
    run.step(10);
    run.evaluate();
    let mut parameters: Vec<f32> = vec![];
    for (l, layer) in run.layers().iter().enumerate() {
        let (weights, biases) = (run.evaluation().weights(l), run.evaluation().biases(l));
        assert_eq!((weights.dim(), biases.len()), ((layer.units, layer.inputs), layer.units));
        parameters.extend(weights.iter().chain(biases));
    }
    assert_eq!(parameters, run.evaluation().parameters());
}
