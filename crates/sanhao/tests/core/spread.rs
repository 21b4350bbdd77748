//! What is read of a sweep's runs together is what the runs have alone.

use sanhao::insight::spread::{self, Spread};
use sanhao::{Axis, Experiment, Optimizer, Preset, ScorePlane, Sweep, Trainer, class_of};

const UPDATES: u64 = 300;

fn swept(experiment: &Experiment, axes: &[Axis]) -> Sweep {
    let mut sweep = Sweep::new(experiment.clone().check().unwrap(), axes, UPDATES).unwrap();
    sweep.step(u64::MAX);
    sweep
}

/// Each run of a sweep over seeds, by itself.
fn trained_alone(experiment: &Experiment, seeds: u32) -> Vec<Trainer> {
    let alone = |seed| {
        let mut own = experiment.clone();
        own.training.seed = seed;
        let mut trainer = Trainer::new(own.check().unwrap());
        trainer.step(UPDATES);
        trainer.evaluate();
        trainer
    };
    (1..=seeds).map(alone).collect()
}

#[test]
fn a_group_spreads_as_a_sweep_of_its_runs_alone() {
    let mut experiment = Preset::Layers.experiment();
    experiment.training.test_fraction = 0.25;
    let seeds = Axis::Seed { first: 1, count: 6 };
    let sizes = vec![2, 5, 3];
    let both = swept(&experiment, &[Axis::Units { sizes: sizes.clone() }, seeds.clone()]);
    for held_out in [false, true] {
        let together = spread::of_losses(&both, held_out);
        assert_eq!(together.len(), both.points().len() * sizes.len());
        for (group, &units) in sizes.iter().enumerate() {
            experiment.model.hidden.iter_mut().for_each(|layer| layer.units = units);
            let alone = spread::of_losses(&swept(&experiment, std::slice::from_ref(&seeds)), held_out);
            let of_group: Vec<Spread> = together.iter().skip(group).step_by(sizes.len()).copied().collect();
            assert_eq!(of_group, alone, "{units} units");
            assert!(alone.iter().all(|spread| spread.largest.is_finite()));
        }
    }
}

#[test]
fn accuracies_and_agreement_are_those_of_the_runs() {
    let mut experiment = Preset::Layers.experiment();
    experiment.training.test_fraction = 0.25;
    let mut sweep = swept(&experiment, &[Axis::Seed { first: 1, count: 6 }]);
    let runs = trained_alone(&experiment, 6);
    let of = |accuracy: fn(&Trainer) -> Option<f64>| runs.iter().map(|run| accuracy(run).unwrap()).collect();
    let expected: [Vec<f64>; 2] =
        [of(|run| run.evaluation().accuracy()), of(|run| run.evaluation().held_out_accuracy())];
    assert_eq!([false, true].map(|held_out| spread::accuracies(&mut sweep, held_out)), expected);
    assert!(expected[1].windows(2).any(|pair| pair[0] != pair[1]), "the seeds hold out other students");

    let plane = ScorePlane { x: 0, y: 1, x_range: [0.0, 100.0], y_range: [0.0, 100.0], held: vec![0.0; 2] };
    let points = [3, 5];
    let shares = spread::agreement(&mut sweep, 1, &plane, points);
    let [columns, rows] = points;
    let mut torn = 0;
    for (at, &share) in shares.iter().enumerate() {
        let x = 100.0 * (at % columns) as f64 / (columns - 1) as f64;
        let y = 100.0 - 100.0 * (at / columns) as f64 / (rows - 1) as f64;
        let scores = ndarray::arr2(&[[x, y]]);
        let yes = runs.iter().filter(|run| {
            let predictions = run.view().predict(scores.view()).unwrap();
            class_of(predictions.iter().copied()) == 1
        });
        let yes = yes.count();
        torn += usize::from((1..6).contains(&yes));
        assert_eq!(share, yes as f32 / 6.0, "at {x}, {y}");
    }
    assert_eq!(shares.len(), columns * rows);
    assert!(torn > 0, "the runs differ somewhere: {shares:?}");
    let unfit = ScorePlane { x: 2, ..plane };
    assert_eq!(spread::agreement(&mut sweep, 1, &unfit, points), [0.0f32; 0]);
}

#[test]
fn runs_that_have_diverged_are_infinitely_far_and_have_no_vote() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.optimizer = Optimizer::Sgd;
    let plane = ScorePlane { x: 0, y: 1, x_range: [0.0, 100.0], y_range: [0.0, 100.0], held: vec![0.0; 3] };
    experiment.training.loss = sanhao::Loss::Squared;
    let rates = |low, high| {
        let mut sweep = swept(&experiment, &[Axis::LearningRate { low, high, count: 4 }]);
        let last = spread::of_losses(&sweep, false).last().copied().unwrap();
        assert_eq!(
            spread::of_losses(&sweep, true).last().unwrap().least,
            f64::INFINITY,
            "nobody is held out"
        );
        (sweep.diverged(), last, spread::agreement(&mut sweep, 1, &plane, [2, 2]))
    };
    let (diverged, last, shares) = rates(1e-5, 10.0);
    let stable = diverged.iter().filter(|at| at.is_none()).count();
    assert!((1..4).contains(&stable), "{diverged:?}");
    assert!(last.least.is_finite() && last.largest == f64::INFINITY);
    assert!(shares.iter().all(|share| (0.0..=1.0).contains(share)) && shares.len() == 4);
    let (diverged, last, shares) = rates(1.0, 10.0);
    assert!(diverged.iter().all(Option::is_some));
    assert!(last.least == f64::INFINITY && shares.is_empty());
}
