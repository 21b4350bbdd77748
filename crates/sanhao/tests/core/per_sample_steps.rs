//! The steps that single students' losses ask for.

use sanhao::{
    CheckedExperiment, Constraint, Experiment, Optimizer, Output, PerSampleSteps, Preset, Scaling, Trainer,
};

fn trainer(experiment: &Experiment) -> Trainer {
    Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap())
}

/// The steps of `count` students from row `first` on, end to end.
fn steps_of(run: &Trainer, first: usize, count: usize) -> Vec<f32> {
    let mut steps = PerSampleSteps::default();
    steps.compute(run.view(), first, count);
    steps.values().iter().copied().collect()
}

/// Equal up to a part of the largest, and what rounding leaves of it.
fn assert_close(a: &[f32], b: &[f32], tolerance: f32, rounding: f32) {
    let largest = b.iter().fold(0.0f32, |m, b| m.max(b.abs()));
    assert!(a.len() == b.len() && largest > 0.0, "{a:?} {b:?}");
    assert!(a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance * largest + rounding), "{a:?} {b:?}");
}

#[test]
fn on_raw_scores_a_step_is_the_negative_gradient_of_the_students_own_loss() {
    const H: f32 = 1.0 / 8192.0;
    for preset in [Preset::Weights, Preset::Award, Preset::Honours] {
        let mut experiment = preset.experiment();
        experiment.scaling = Scaling::Raw;
        let outputs = if preset == Preset::Honours { 3 } else { 1 };
        let weights = 3 * outputs;
        let start: Vec<f32> =
            (0..trainer(&experiment).evaluate().parameters().len()).map(|i| 0.002 * (i % 4) as f32).collect();
        let mut run = trainer(&experiment);
        run.set_parameters(&start).unwrap();
        for row in [0, 1] {
            let mut alone = experiment.clone();
            for (i, student) in alone.table.students.iter_mut().enumerate() {
                student.included = i == row;
            }
            let mut alone = trainer(&alone);
            let mut loss = |i: usize, h: f32| {
                let mut moved = start.clone();
                moved[i] += h;
                alone.set_parameters(&moved).unwrap();
                alone.evaluate().loss().unwrap()
            };
            let slopes: Vec<f32> =
                (0..weights).map(|i| (-(loss(i, H) - loss(i, -H)) / (2.0 * f64::from(H))) as f32).collect();
            // A loss near 1 in 32 bits, over 2h: 5e-4 of slopes of some 40.
            assert_close(&steps_of(&run, row, 1), &slopes, 1e-3, 0.0);
        }
    }
}

#[test]
fn one_update_of_plain_descent_on_a_student_is_its_step() {
    for preset in [Preset::Weights, Preset::Award, Preset::Honours] {
        for scaling in [Scaling::Raw, Scaling::DivideBy100, Scaling::Standard] {
            for (weights, rate) in [(Constraint::Free, 1e-3), (Constraint::SumToOne, 1e-4)] {
                let mut experiment = preset.experiment();
                experiment.scaling = scaling;
                experiment.model.weights = weights;
                experiment.training.optimizer = Optimizer::Sgd;
                experiment.training.learning_rate = rate;
                experiment.training.batch_size = Some(1);
                let mut run = trainer(&experiment);
                if preset == Preset::Award {
                    // Far from the threshold a sigmoid's slope is 0.
                    run.set_parameter(3, -95.0).unwrap();
                }
                let before = run.evaluate().parameters().to_vec();
                let steps = steps_of(&run, 0, 1);
                run.step(1);
                let moved = |(after, before): (&f32, &f32)| (after - before) / rate as f32;
                let expected: Vec<f32> =
                    run.evaluate().parameters().iter().zip(&before).map(moved).take(steps.len()).collect();
                // The softmax is curved; 32 bits resolve 3e-8 of a share of a third.
                assert_close(&steps, &expected, 1e-2, 6e-8 / rate as f32);
                if weights == Constraint::SumToOne {
                    let sums: Vec<f32> = steps.chunks_exact(3).map(|unit| unit.iter().sum()).collect();
                    assert!(sums.iter().all(|sum| sum.abs() < 1e-4), "the sum stays one: {sums:?}");
                }
            }
        }
    }
}

#[test]
fn with_hidden_layers_a_step_is_of_the_outputs_weighted_sum() {
    let mut run = trainer(&Preset::Layers.experiment());
    run.step(100);
    let steps = steps_of(&run, 3, 7);
    assert_eq!(steps.len(), 7);
    let table = run.experiment().table.clone();
    let predictions = run.evaluate().predictions().to_owned();
    for (i, step) in steps.iter().enumerate() {
        let yes = table.students[3 + i].target == Some(sanhao::Target::Class("是".to_owned()));
        // The slope of binary cross-entropy behind a sigmoid is y − t.
        let expected = f32::from(u8::from(yes)) - predictions[(3 + i, 0)];
        assert!((step - expected).abs() < 1e-6, "{step}, not {expected}");
    }
}

#[test]
fn a_student_without_a_target_has_the_step_zero_and_rows_beyond_the_table_have_none() {
    let run = trainer(&Preset::Honours.experiment());
    let of = steps_of(&run, 0, usize::MAX);
    assert_eq!(of.len(), 90 * 9);
    let unlabelled = &of[6 * 9..7 * 9];
    assert!(unlabelled.iter().all(|step| step.to_bits() == 0), "{unlabelled:?}");
    assert!(of[..6 * 9].iter().any(|&step| step != 0.0));
    assert_eq!(steps_of(&run, 4, 3), of[4 * 9..7 * 9], "whichever students are asked for with them");
    assert!(steps_of(&run, 90, 1).is_empty() && steps_of(&run, usize::MAX, usize::MAX).is_empty());
}

#[test]
fn errors_are_prediction_minus_target() {
    let mut experiment = Preset::Weights.experiment();
    experiment.table.students.extend(experiment.table.students.clone());
    experiment.table.students[2].target = None;
    experiment.table.students[3].included = false;
    let mut run = trainer(&experiment);
    run.step(7);
    let evaluation = run.evaluate();
    let expected = |row: usize, target: f32| evaluation.predictions()[(row, 0)] - target;
    assert_eq!(evaluation.errors()[..2], [expected(0, 85.0), expected(1, 96.0)]);
    assert!(evaluation.errors()[2].is_nan(), "no target");
    assert_eq!(evaluation.errors()[3], evaluation.errors()[1], "left out, and wrong all the same");
    assert_eq!(trainer(&Preset::Award.experiment()).evaluate().errors(), [0.0; 0]);
    experiment.model.output = Output::Sigmoid;
    assert_eq!(trainer(&experiment).evaluate().errors()[0], 0.5 - 85.0);
}
