//! One update written out is the update that the trainer makes, and its numbers hang together.

use arbitrary::Unstructured;
use ndarray::array;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sanhao::insight::explain;
use sanhao::{
    Analysis, CheckedExperiment, Experiment, Initial, Loss, Optimizer, Preset, Trainer, UpdateInput,
};

use crate::draw::Numbers;

fn checked(experiment: &Experiment) -> CheckedExperiment {
    CheckedExperiment::try_from(experiment.clone()).unwrap()
}

fn bits(numbers: &[f32]) -> Vec<u32> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_explained_is_what_is_done(
        (experiment, before) in (prop::collection::vec(any::<u8>(), 4096), any::<bool>(), 0..9u64).prop_map(|(bytes, usual, before)| {
            let numbers = if usual { Numbers::Usual } else { Numbers::Allowed };
            (crate::draw::experiment(&mut Unstructured::new(&bytes), numbers).unwrap(), before)
        }),
    ) {
        let mut run = Trainer::new(checked(&experiment));
        run.step(before);
        let update_input = run.update_input();
        prop_assert_eq!(run.update_input(), update_input.clone(), "a look changes nothing");
        let explained = explain::update(&Analysis::new(checked(&experiment)), &update_input).unwrap();
        let ran_away = run.has_diverged();
        let done = run.step(1);
        if ran_away {
            return Ok(());
        }
        match explained {
            None => prop_assert!(run.has_diverged()),
            Some(explained) => {
                prop_assert_eq!(done, 1);
                let after = run.update_input();
                prop_assert_eq!(bits(&explained.parameters), bits(&after.parameters));
                prop_assert_eq!(bits(&explained.first), bits(&after.first));
                prop_assert_eq!(bits(&explained.second), bits(&after.second));
                prop_assert_eq!(bits(&explained.raw), bits(run.evaluate().parameters()));
                if experiment.training.optimizer == Optimizer::Sgd {
                    prop_assert_eq!(bits(&explained.plain), bits(&after.parameters));
                }
            }
        }
    }
}

/// The article's two students, one at a time.
fn one_by_one() -> Experiment {
    let mut experiment = Preset::Weights.experiment();
    experiment.table.students.truncate(2);
    experiment.training.batch_size = Some(1);
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.loss = Loss::Absolute;
    experiment.model.initial = Initial::Constant { weight: 0.1, bias: 0.0 };
    experiment
}

#[test]
fn the_first_update_of_the_article_by_hand() {
    let experiment = one_by_one();
    let mut run = Trainer::new(checked(&experiment));
    let update_input = run.update_input();
    assert_eq!((update_input.updates, &update_input.students[..]), (0, &[0][..]));
    let explained = explain::update(&Analysis::new(checked(&experiment)), &update_input).unwrap().unwrap();
    // 0.1 (90 + 80 + 70) = 24, 61 short of 85; the slope of |y − t| is −1, and that of each weight −1 times its score.
    assert_eq!(explained.features, array![[90.0, 80.0, 70.0]]);
    assert_eq!(explained.targets, array![[85.0]]);
    assert_eq!(explained.layers[0].sums, array![[24.0]]);
    assert_eq!(explained.layers[0].values, array![[24.0]]);
    assert_eq!(explained.losses, [61.0]);
    assert_eq!(explained.loss, 61.0);
    assert_eq!(explained.layers[0].deltas, array![[-1.0]]);
    assert_eq!(explained.slopes, [-90.0, -80.0, -70.0]);
    assert_eq!(explained.gradient, explained.slopes);
    let rate = experiment.training.learning_rate;
    for (after, score) in explained.parameters.iter().zip([90.0, 80.0, 70.0]) {
        assert!((f64::from(*after) - (0.1 + rate * score)).abs() < 1e-7, "{after}");
    }
    // The second student is next.
    run.step(1);
    assert_eq!(run.update_input().students, [1]);
}

#[test]
fn beside_rmsprop_stands_where_plain_descent_would_go() {
    let experiment = Preset::Weights.experiment();
    let update_input = Trainer::new(checked(&experiment)).update_input();
    let explained = explain::update(&Analysis::new(checked(&experiment)), &update_input).unwrap().unwrap();
    // From weights of 0 the gradient of |y − t| is minus the scores: 0.001 × 90, 0.001 × 80, 0.001 × 70.
    for (plain, expected) in explained.plain.iter().zip([0.09, 0.08, 0.07]) {
        assert!((f64::from(*plain) - expected).abs() < 1e-8, "{plain}");
    }
    // RMSProp divides by √(0.9 + 0.1 g²) and goes about 0.001 × √10 whatever the score.
    assert!(explained.parameters.iter().all(|w| (w - 0.00316).abs() < 2e-6), "{:?}", explained.parameters);
}

#[test]
fn a_batch_of_many_students_keeps_each_ones_numbers() {
    let mut experiment = Preset::Layers.experiment();
    let few = experiment.table.students.clone();
    experiment.training.batch_size = None;
    // More than the core looks at together, and no multiple of four.
    experiment.table.students = few.iter().cycle().take(301).cloned().collect();
    let run = Trainer::new(checked(&experiment));
    let update_input = run.update_input();
    let explained = explain::update(&Analysis::new(checked(&experiment)), &update_input).unwrap().unwrap();
    let students = update_input.students.len();
    assert!(students > 256, "{students}");
    let hidden = &explained.layers[0];
    assert_eq!(hidden.values.dim(), (students, experiment.model.hidden[0].units));
    assert_eq!(explained.losses.len(), students);
    let mean: f64 = explained.losses.iter().map(|&loss| f64::from(loss)).sum::<f64>() / students as f64;
    assert!((mean - explained.loss).abs() < 1e-5 * mean);
    // The same student's numbers are the same wherever it stands.
    for (place, &student) in update_input.students.iter().enumerate() {
        let twin =
            update_input.students.iter().position(|&other| other % few.len() == student % few.len()).unwrap();
        assert_eq!(explained.losses[place], explained.losses[twin]);
        assert_eq!(hidden.values.row(place), hidden.values.row(twin));
    }
    // A weight's slope is the sum of its students' parts.
    let (inputs, units) = (experiment.table.subjects.len(), experiment.model.hidden[0].units);
    for unit in 0..units {
        for input in 0..inputs {
            let parts = (0..students)
                .map(|s| f64::from(hidden.deltas[(s, unit)]) * f64::from(explained.features[(s, input)]));
            let (sum, size) =
                parts.fold((0.0, 0.0), |(sum, size): (f64, f64), part| (sum + part, size + part.abs()));
            assert!((f64::from(explained.slopes[unit * inputs + input]) - sum).abs() < 1e-6 * size.max(1e-6));
        }
    }
}

#[test]
fn what_is_explained_has_the_trainers_bits_in_batches_of_thousands() {
    let presets = [Preset::Weights, Preset::Award, Preset::Honours, Preset::Layers];
    for (preset, students) in
        presets.into_iter().flat_map(|preset| [257, 1000, 5000].map(|count| (preset, count)))
    {
        let mut experiment = preset.experiment();
        let few = experiment.table.students.clone();
        experiment.table.students = few.iter().cycle().take(students).cloned().collect();
        for (i, student) in experiment.table.students.iter_mut().enumerate() {
            student.included = true;
            let scores = student.scores.iter_mut().flatten();
            scores.for_each(|score| *score = (*score + i as f64 * 0.37) % 100.0);
        }
        experiment.training.batch_size = None;
        experiment.scaling = sanhao::Scaling::Standard;
        let analysis = Analysis::new(checked(&experiment));
        let mut run = Trainer::new(checked(&experiment));
        for update in 0..50 {
            let explained = explain::update(&analysis, &run.update_input()).unwrap().unwrap();
            run.step(1);
            let after = run.update_input().parameters;
            assert_eq!(
                bits(&explained.parameters),
                bits(&after),
                "{preset:?}, {students} students, {update}"
            );
        }
    }
}

#[test]
fn the_last_update_that_can_be_counted_is_explained() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.optimizer = Optimizer::Adam { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    let start = Trainer::new(checked(&experiment)).update_input();
    let last = UpdateInput { updates: u64::MAX, ..start };
    let explained = explain::update(&Analysis::new(checked(&experiment)), &last).unwrap().unwrap();
    assert!(explained.parameters.iter().all(|p| p.is_finite()));
}

#[test]
fn a_moment_of_another_experiment_is_refused() {
    let analysis = Analysis::new(checked(&Preset::Weights.experiment()));
    let good = Trainer::new(checked(&Preset::Weights.experiment())).update_input();
    let refused =
        |update_input: UpdateInput| explain::update(&analysis, &update_input).unwrap_err().to_string();
    let short = UpdateInput { parameters: vec![0.0; 2], ..good.clone() };
    assert!(refused(short).starts_with("update_input.parameters: 2"));
    let unknown = UpdateInput { students: vec![0, 99], ..good.clone() };
    assert!(refused(unknown).starts_with("update_input.students: 1"));
    let nobody = UpdateInput { students: vec![], ..good };
    assert!(refused(nobody).starts_with("update_input.students: 0"));
}
