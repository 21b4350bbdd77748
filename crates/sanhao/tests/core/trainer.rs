//! Runs of the trainer: goals, determinism, scaling, held-out students, divergence.

use ndarray::s;
use sanhao::{
    CheckedExperiment, Constraint, Experiment, Loss, Optimizer, Output, PredictionGrid, Preset, Role,
    Scaling, ScorePlane, Trainer,
};

use crate::{complete, scores_of};

fn trainer(experiment: &Experiment) -> Trainer {
    Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap())
}

fn bits(trainer: &mut Trainer) -> Vec<u32> {
    trainer.evaluate().parameters().iter().map(|p| p.to_bits()).collect()
}

#[test]
fn each_case_trains_to_its_goal() {
    for (preset, updates) in [(Preset::Weights, 10_000), (Preset::Award, 1000), (Preset::Honours, 1000)] {
        let mut run = trainer(&preset.experiment());
        assert_eq!(run.step(updates), updates);
        let evaluation = run.evaluate();
        assert!(evaluation.loss().unwrap() < 0.5);
        assert!(evaluation.accuracy().is_none_or(|accuracy| accuracy == 1.0), "{preset:?}");
    }
    let mut run = trainer(&Preset::Layers.experiment());
    run.step(2000);
    assert!(run.evaluate().accuracy().unwrap() > 0.95);
}

#[test]
fn one_layer_is_not_enough_for_an_exclusive_or() {
    let mut experiment = Preset::Layers.experiment();
    experiment.model.hidden.clear();
    let mut run = trainer(&experiment);
    run.step(2000);
    assert!(run.evaluate().accuracy().unwrap() < 0.8);
}

#[test]
fn the_learned_threshold_is_near_the_schools() {
    let mut run = trainer(&Preset::Award.experiment());
    run.step(2000);
    assert!((run.evaluate().threshold().unwrap() - 95.0).abs() < 0.5);
}

#[test]
fn steps_may_be_taken_at_once_or_one_by_one() {
    for preset in Preset::ALL {
        let experiment = preset.experiment();
        let (mut at_once, mut one_by_one) = (trainer(&experiment), trainer(&experiment));
        at_once.step(500);
        for _ in 0..500 {
            one_by_one.step(1);
            one_by_one.evaluate();
        }
        assert_eq!(bits(&mut at_once), bits(&mut one_by_one));
        assert_eq!(at_once.history(), one_by_one.history());
    }
}

#[test]
fn a_reset_starts_the_same_run_again() {
    let mut run = trainer(&Preset::Layers.experiment());
    run.step(100);
    let first = bits(&mut run);
    run.reset();
    assert_eq!((run.updates(), run.epoch()), (0, 0));
    run.step(100);
    assert_eq!(bits(&mut run), first);
}

#[test]
fn the_last_partial_batch_is_applied() {
    let mut experiment = Preset::Award.experiment();
    experiment.training.batch_size = Some(30); // of 80: 30, 30, 20
    let mut run = trainer(&experiment);
    run.step(2);
    assert_eq!(run.epoch(), 0);
    let before = bits(&mut run);
    run.step(1);
    assert_eq!(run.epoch(), 1);
    assert_ne!(bits(&mut run), before);
    experiment.training.batch_size = Some(1000);
    let mut run = trainer(&experiment);
    run.step(3);
    assert_eq!(run.epoch(), 3, "a batch larger than the class is the class");
}

#[test]
fn a_change_of_the_learning_rate_keeps_everything_else() {
    let mut run = trainer(&Preset::Weights.experiment());
    run.step(10);
    let before = bits(&mut run);
    run.set_learning_rate(0.5).unwrap();
    assert_eq!((bits(&mut run), run.updates()), (before.clone(), 10));
    assert!(run.set_learning_rate(0.0).is_err());
    assert_eq!(run.learning_rate(), 0.5);
    run.reset();
    assert_eq!(run.learning_rate(), 0.5);
}

#[test]
fn predictions_do_not_depend_on_the_units_of_the_weights() {
    for scaling in [Scaling::Raw, Scaling::DivideBy100, Scaling::Standard] {
        for constraint in [Constraint::Free, Constraint::SumToOne] {
            let mut experiment = Preset::Award.experiment();
            experiment.scaling = scaling;
            experiment.model.weights = constraint;
            let mut run = trainer(&experiment);
            run.step(50);
            let evaluation = run.evaluate();
            let (weights, bias) = evaluation.parameters().split_at(3);
            if constraint == Constraint::SumToOne {
                // 4 units in the last place of 1, and the division by the scale.
                assert!((weights.iter().sum::<f32>() - 1.0).abs() < 1e-6, "{scaling:?}");
            }
            for (student, p) in experiment.table.students.iter().zip(evaluation.predictions().column(0)) {
                let sum: f64 = scores_of(student).iter().zip(weights).map(|(x, &w)| x * f64::from(w)).sum();
                let expected = 1.0 / (1.0 + (-(sum + f64::from(bias[0]))).exp());
                // Logits near 100 in 32 bits carry an error of 1e-5 each way.
                assert!((f64::from(*p) - expected).abs() < 1e-4, "{scaling:?} {constraint:?}");
            }
        }
    }
}

#[test]
fn held_out_and_unlabelled_students_are_predicted_and_not_learned_from() {
    let mut experiment = Preset::Honours.experiment();
    experiment.training.test_fraction = 0.25;
    experiment.table.students[0].included = false;
    let mut run = trainer(&experiment);
    let count = |run: &Trainer, role| run.roles().iter().filter(|&&r| r == role).count();
    let labelled = experiment.table.students.iter().filter(|s| s.included && s.target.is_some()).count();
    assert_eq!(count(&run, Role::HeldOut), labelled / 4);
    assert_eq!(count(&run, Role::LeftOut), 1);
    run.step(1000);
    let last = *run.history().points().last().unwrap();
    let evaluation = run.evaluate();
    assert!(evaluation.accuracy().unwrap() == 1.0 && evaluation.held_out_accuracy().unwrap() > 0.9);
    assert_eq!(evaluation.held_out_loss(), last.held_out);
    assert_eq!(evaluation.loss(), Some(last.training));
    let learned = evaluation.parameters().to_vec();
    // Other scores of a student who takes no part change nothing that is learned.
    let outside = run.roles().iter().position(|&role| role == Role::HeldOut).unwrap();
    experiment.table.students[outside].scores = vec![Some(0.0); 3];
    let mut other = trainer(&experiment);
    other.step(1000);
    assert_eq!(other.evaluate().parameters(), learned);
}

#[test]
fn squared_loss_on_raw_scores_is_stable_below_two_over_the_largest_eigenvalue() {
    // CASES: 2/λmax is 4.4e-5 for the two students, 0.44 for hundredths.
    for (scaling, limit) in [(Scaling::Raw, 4.4e-5), (Scaling::DivideBy100, 0.44)] {
        for (factor, expected) in [(0.95, false), (1.05, true)] {
            let mut experiment = Preset::Weights.experiment();
            experiment.scaling = scaling;
            experiment.training.loss = Loss::Squared;
            experiment.training.optimizer = Optimizer::Sgd;
            experiment.training.batch_size = None;
            experiment.training.learning_rate = factor * limit;
            let mut run = trainer(&experiment);
            run.step(1000);
            assert_eq!(run.has_diverged(), expected, "{scaling:?} × {factor}");
        }
    }
}

#[test]
fn a_diverged_run_stands_still_with_finite_numbers_until_reset() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.loss = Loss::Squared;
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.batch_size = None;
    experiment.training.learning_rate = 0.03;
    let mut run = trainer(&experiment);
    assert!(run.step(1000) <= 3, "blows up in three steps");
    assert_eq!((run.has_diverged(), run.step(10)), (true, 0));
    let evaluation = run.evaluate();
    assert!(evaluation.parameters().iter().all(|p| p.is_finite()));
    assert!(evaluation.loss().is_some());
    run.set_learning_rate(1e-5).unwrap();
    run.reset();
    run.step(1000);
    assert!(!run.has_diverged());
}

#[test]
fn no_learning_rate_and_no_optimizer_leaves_the_finite_numbers() {
    for optimizer in [
        Optimizer::Sgd,
        Optimizer::Momentum { momentum: 0.9999 },
        Optimizer::Nesterov { momentum: 0.9999 },
        Optimizer::Adagrad { epsilon: 1e-30 },
        Optimizer::RmspropTensorflow1 { decay: 0.0, epsilon: 1e-30 },
        Optimizer::RmspropPytorch { decay: 0.9999, epsilon: 1e-30 },
        Optimizer::Adam { beta1: 0.9999, beta2: 0.0, epsilon: 1e-30 },
        Optimizer::Adamw { beta1: 0.0, beta2: 0.9999, epsilon: 1e-30, weight_decay: 1000.0 },
    ] {
        for preset in Preset::ALL {
            let mut experiment = preset.experiment();
            experiment.training.optimizer = optimizer;
            experiment.training.learning_rate = 1e6;
            experiment.table.students[0].scores[0] = Some(1e6);
            experiment.scaling = Scaling::Raw;
            if preset == Preset::Weights {
                experiment.training.loss = Loss::Squared;
            }
            let mut run = trainer(&experiment);
            run.step(2000);
            assert!(run.evaluate().parameters().iter().all(|p| p.is_finite()), "{optimizer:?} {preset:?}");
            assert!(run.history().points().iter().all(|point| point.training.is_finite()));
        }
    }
}

#[test]
fn a_mean_of_gradients_that_outlives_their_squares_leaves_finite_weights() {
    // The second student says nothing of the first weight: with beta2 = 0 its s is 0 then, and m / ε overflows.
    let mut experiment = Preset::Weights.experiment();
    experiment.table.students[0].scores = complete(&[1e6, 0.0, 0.0]);
    experiment.table.students[1].scores = complete(&[0.0, 1e6, 0.0]);
    experiment.training.loss = Loss::Squared;
    experiment.training.optimizer = Optimizer::Adam { beta1: 0.9, beta2: 0.0, epsilon: 1e-30 };
    experiment.training.learning_rate = 1e3;
    let mut run = trainer(&experiment);
    run.step(10);
    assert!(run.has_diverged());
    assert!(run.evaluate().parameters().iter().all(|p| p.is_finite()));
}

#[test]
fn without_a_bias_the_sigmoid_saturates_and_nothing_is_learned() {
    let mut experiment = Preset::Award.experiment();
    experiment.scaling = Scaling::Raw;
    experiment.model.bias = false;
    experiment.model.weights = Constraint::SumToOne;
    experiment.training.loss = Loss::Absolute;
    let mut run = trainer(&experiment);
    let before = bits(&mut run);
    run.step(100);
    assert_eq!(bits(&mut run), before, "σ of a total of 60 and more is exactly 1 in 32 bits");
    let diagnosis = sanhao::insight::diagnosis::of(&run);
    let students = run.roles().len();
    let cause = sanhao::Cause::Saturated { students, of: students };
    assert_eq!(diagnosis, sanhao::Diagnosis::Stuck { cause }, "standing still is no minimum");
}

#[test]
fn a_single_student_and_a_class_of_one_kind_train() {
    let mut experiment = Preset::Weights.experiment();
    experiment.table.students.truncate(1);
    let mut run = trainer(&experiment);
    run.step(2000);
    assert!(run.evaluate().loss().unwrap() < 0.5);
    let mut experiment = Preset::Award.experiment();
    let yes = experiment.table.students[0].target.clone();
    experiment.table.students.iter_mut().for_each(|student| student.target.clone_from(&yes));
    let mut run = trainer(&experiment);
    run.step(100);
    assert_eq!(run.evaluate().accuracy(), Some(1.0));
}

#[test]
fn the_prediction_grid_agrees_with_a_students_prediction() {
    for preset in Preset::ALL {
        let experiment = preset.experiment();
        let mut run = trainer(&experiment);
        run.step(50);
        let scores = scores_of(&experiment.table.students[0]);
        let plane = ScorePlane {
            x: 0,
            y: 1,
            // The first student stands at a quarter of the way from the left and three quarters from the top.
            x_range: [scores[0] - 1.0, scores[0] + 3.0],
            y_range: [scores[1] - 1.0, scores[1] + 3.0],
            held: scores,
        };
        let mut grid = PredictionGrid::default();
        grid.fill(run.view(), &plane, 101, 101);
        let values = grid.values();
        for (p, expected) in values.slice(s![75, 25, ..]).iter().zip(run.evaluate().predictions().row(0)) {
            assert!((p - expected).abs() < 1e-4 * expected.abs().max(1.0), "{preset:?}: {p}, not {expected}");
        }
        grid.fill(run.view(), &ScorePlane { x: 9, ..plane }, 101, 101);
        assert!(grid.is_empty(), "an unknown subject");
    }
}

#[test]
fn ten_thousand_students_and_every_class_an_output_of_its_own() {
    let mut experiment = Preset::Honours.experiment();
    let class = experiment.table.students.clone();
    experiment.table.students = class.into_iter().cycle().take(10_000).collect();
    experiment.model.output = Output::Sigmoid;
    experiment.training.loss = Loss::BinaryCrossEntropy;
    let mut run = trainer(&experiment);
    run.step(200);
    assert!(run.evaluate().accuracy().unwrap() > 0.9);
    assert_eq!(run.evaluate().predictions().dim(), (10_000, 3));
}

#[test]
fn a_batch_of_several_blocks_has_the_gradient_of_the_whole() {
    // Every student ten times over is the same mean loss, so the same run but for the rounding of longer sums.
    let mut experiment = Preset::Honours.experiment();
    experiment.training.optimizer = Optimizer::Sgd;
    let mut few = trainer(&experiment);
    let class = experiment.table.students.clone();
    let count = class.len() * 10;
    experiment.table.students = class.into_iter().cycle().take(count).collect();
    let mut many = trainer(&experiment);
    few.step(20);
    many.step(20);
    for (a, b) in few.evaluate().parameters().iter().zip(many.evaluate().parameters()) {
        assert!((a - b).abs() < 1e-4 * a.abs().max(1.0), "{a} and {b}");
    }
}

#[test]
fn the_predicted_class_has_the_largest_probability() {
    for (preset, classes) in [(Preset::Award, 2), (Preset::Honours, 3)] {
        let mut run = trainer(&preset.experiment());
        run.step(20);
        let evaluation = run.evaluate();
        assert_eq!(evaluation.probabilities().len(), evaluation.classes().len());
        assert!(
            evaluation.probabilities().iter().all(|&p| p >= 1.0 / classes as f32 && p <= 1.0),
            "{preset:?}"
        );
    }
    let mut experiment = Preset::Award.experiment();
    experiment.model.output = Output::Linear;
    experiment.training.loss = Loss::Squared;
    assert!(trainer(&experiment).evaluate().probabilities().is_empty(), "a linear output gives none");
}

#[test]
fn the_held_out_count_is_that_of_the_decimal_fraction() {
    for (students, fraction, count) in [
        (100, 0.29, 29),
        (100, 0.57, 57),
        (200, 0.29, 58),
        (10, 0.25, 2),
        (3, 0.3, 0),
        (3, 0.9, 2),
        (1, 0.9999, 0),
    ] {
        let mut experiment = Preset::Weights.experiment();
        let few = experiment.table.students.clone();
        experiment.table.students = few.iter().cycle().take(students).cloned().collect();
        experiment.training.test_fraction = fraction;
        let run = Trainer::new(CheckedExperiment::try_from(experiment).unwrap());
        let held_out = run.roles().iter().filter(|&&role| role == Role::HeldOut).count();
        assert_eq!(held_out, count, "{students} · {fraction}");
    }
}
