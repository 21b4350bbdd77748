//! The S-curve agrees with the trainer: z gives the prediction, and the threshold is the learned one.

use ndarray::{Array2, array};
use sanhao::{CheckedExperiment, Preset, SigmoidCurve, Trainer};

fn scores_of(experiment: &sanhao::Experiment) -> Array2<f64> {
    let table = &experiment.table;
    let shape = (table.students.len(), table.subjects.len());
    Array2::from_shape_fn(shape, |(student, subject)| crate::scores_of(&table.students[student])[subject])
}

#[test]
fn z_gives_the_predictions_and_the_threshold_is_the_learned_one() {
    let experiment = Preset::Award.experiment();
    let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
    trainer.step(500);
    let evaluation = trainer.evaluate();
    let [moral, study, sport, bias] = *evaluation.parameters() else { panic!("one layer of three") };
    let curve = SigmoidCurve::new(scores_of(&experiment).view(), &[moral, study, sport], bias).unwrap();
    assert_eq!(Some(curve.threshold), evaluation.threshold());
    assert_eq!(curve.logits.len(), experiment.table.students.len());
    for (z, prediction) in curve.logits.iter().zip(evaluation.predictions()) {
        // The trainer's sums are of 32-bit numbers near 100, in scaled units.
        assert!((1.0 / (1.0 + (-z).exp()) - f64::from(*prediction)).abs() < 1e-4, "{z}: {prediction}");
    }
}

#[test]
fn totals_are_weighted_means_and_the_band_is_five_either_way() {
    let scores = array![[90.0, 80.0, 70.0], [98.0, 95.0, 87.0]];
    let curve = SigmoidCurve::new(scores.view(), &[1.2, 0.6, 0.2], -190.0).unwrap();
    let close = |a: f64, b: f64| assert!((a - b).abs() < 1e-5, "{a} is not {b}"); // 0.6f32 is not 0.6
    close(curve.steepness, 2.0);
    close(curve.threshold, 95.0);
    close(curve.band[0], 92.5);
    close(curve.band[1], 97.5);
    close(curve.totals[0], 85.0);
    close(curve.totals[1], 96.0);
    close(curve.logits[0], -20.0);
    close(curve.logits[1], 2.0);
}

#[test]
fn weights_that_sum_to_zero_leave_no_total_and_no_threshold() {
    let curve = SigmoidCurve::new(array![[90.0, 80.0]].view(), &[0.0, 0.0], 0.0).unwrap();
    assert_eq!(curve.steepness, 0.0);
    assert!(curve.threshold.is_nan() && curve.totals[0].is_nan());
    assert_eq!(curve.logits, [0.0]);
    assert!(SigmoidCurve::new(Array2::zeros((0, 0)).view(), &[], 0.0).unwrap().totals.is_empty());
}

#[test]
fn weights_of_other_subjects_than_the_scores_are_refused() {
    let scores = array![[90.0, 80.0, 70.0], [98.0, 95.0, 87.0]];
    for (weights, refused) in
        [(&[1.2, 0.6][..], "weights: 2 weights, 3 expected"), (&[0.5; 4], "weights: 4 weights, 3 expected")]
    {
        let error = SigmoidCurve::new(scores.view(), weights, -190.0).unwrap_err();
        assert_eq!(error.to_string(), refused);
    }
}
