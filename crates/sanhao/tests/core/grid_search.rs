//! Exhaustive search over a grid of weights.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sanhao::insight::grid_search::candidates;
use sanhao::{Analysis, CheckedExperiment, Constraint, Experiment, GridSearch, Loss, Preset, Target};

use crate::complete;

fn analysis(experiment: &Experiment) -> Analysis {
    Analysis::new(CheckedExperiment::try_from(experiment.clone()).unwrap())
}

fn search(experiment: &Experiment, resolution: u32) -> GridSearch {
    GridSearch::new(&analysis(experiment), resolution).unwrap().unwrap()
}

#[test]
fn the_known_numbers_of_candidates_are_tried_and_the_rule_is_found() {
    // CASES.md: steps of 0.01 make 101³ candidates in the cube, 5151 where the weights sum to one.
    let mut experiment = Preset::Weights.experiment();
    let mut cube = search(&experiment, 100);
    assert_eq!(cube.total(), 1_030_301.0);
    assert!(cube.best().is_none());
    assert_eq!(cube.step(1000), 1000);
    assert_eq!(cube.step(u64::MAX), 1_029_301);
    assert_eq!((cube.step(1), cube.tried()), (0, 1_030_301.0));
    let (weights, loss) = cube.best().unwrap();
    assert_eq!(
        (weights.as_slice(), loss < 1e-5),
        (&[0.6, 0.3, 0.1][..], true),
        "the only perfect ones on the grid"
    );
    experiment.model.weights = Constraint::SumToOne;
    let mut triangle = search(&experiment, 100);
    assert_eq!((triangle.step(u64::MAX), triangle.total()), (5151, 5151.0));
    assert_eq!(triangle.best().unwrap().0, [0.6, 0.3, 0.1]);
}

#[test]
fn counts_grow_with_the_subjects_as_they_should() {
    let cube: Vec<f64> = (1..=8).map(|subjects| candidates(subjects, 100, false).unwrap()).collect();
    assert_eq!(cube, (1..=8).map(|subjects| 101u64.pow(subjects) as f64).collect::<Vec<_>>());
    // C(102, 2), C(103, 3), C(104, 4), …
    let triangle: Vec<f64> = (1..=8).map(|subjects| candidates(subjects, 100, true).unwrap()).collect();
    assert_eq!(
        triangle,
        [1.0, 101.0, 5151.0, 176_851.0, 4_598_126.0, 96_560_646.0, 1_705_904_746.0, 26_075_972_546.0]
    );
}

#[test]
fn candidates_of_more_weights_than_a_table_has_subjects_are_refused_and_not_counted() {
    let refused = |weights, resolution| candidates(weights, resolution, true).unwrap_err().to_string();
    assert_eq!(refused(u32::MAX, 100), "weights: 4294967295 is not a number from 1 to 32");
    assert_eq!(refused(0, 100), "weights: 0 is not a number from 1 to 32");
    assert_eq!(refused(3, 0), "resolution: 0 is not a number from 1 to 1000");
    // C(1031, 31), by Python's math.comb.
    let most = candidates(32, 1000, true).unwrap();
    assert!((most / 1.9868333626123678e+59 - 1.0).abs() < 1e-12, "{most}");
}

#[test]
fn a_model_with_other_parameters_than_weights_is_not_searched() {
    let refuses = |experiment: &Experiment| GridSearch::new(&analysis(experiment), 10).unwrap().is_none();
    assert!(refuses(&Preset::Award.experiment()) && refuses(&Preset::Layers.experiment()));
    let mut experiment = Preset::Weights.experiment();
    experiment.model.bias = true;
    assert!(refuses(&experiment));
    experiment.model.bias = false;
    for resolution in [0, 1001] {
        let error = GridSearch::new(&analysis(&experiment), resolution).err().unwrap().to_string();
        assert_eq!(error, format!("resolution: {resolution} is not a number from 1 to 1000"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_candidate_is_left_out_and_none_is_better(
        scores in prop::collection::vec(prop::collection::vec(0.0..100.0f64, 4), 1..7),
        totals in prop::collection::vec(0.0..100.0f64, 7),
        subjects in 1..=4usize,
        resolution in 1..=6u32,
        sum in any::<bool>(),
        squared in any::<bool>(),
    ) {
        let mut experiment = Preset::Weights.experiment();
        let student = experiment.table.students[0].clone();
        experiment.table.subjects = (0..subjects).map(|i| i.to_string()).collect();
        experiment.table.students = scores
            .iter()
            .zip(&totals)
            .map(|(scores, &total)| {
                let target = Some(Target::Number(total));
                sanhao::Student { scores: complete(&scores[..subjects]), target, ..student.clone() }
            })
            .collect();
        experiment.model.weights = if sum { Constraint::SumToOne } else { Constraint::Free };
        experiment.training.loss = if squared { Loss::Squared } else { Loss::Absolute };
        let mut search = search(&experiment, resolution);
        // The same by recursion, in 64 bits.
        fn all(left: usize, resolution: u32, chosen: &mut Vec<f64>, found: &mut Vec<Vec<f64>>) {
            if left == 0 {
                found.push(chosen.clone());
                return;
            }
            for steps in 0..=resolution {
                chosen.push(f64::from(steps) / f64::from(resolution));
                all(left - 1, resolution, chosen, found);
                chosen.pop();
            }
        }
        let mut grid = vec![];
        all(subjects, resolution, &mut vec![], &mut grid);
        grid.retain(|weights| !sum || (weights.iter().sum::<f64>() - 1.0).abs() < 1e-9);
        prop_assert_eq!(search.step(u64::MAX), grid.len() as u64);
        prop_assert_eq!(search.total(), grid.len() as f64);
        let loss = |weights: &[f64]| {
            let errors = scores.iter().zip(&totals).map(|(scores, total)| {
                let error = scores.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>() - total;
                if squared { error * error } else { error.abs() }
            });
            errors.sum::<f64>() / scores.len() as f64
        };
        let least = grid.iter().map(|weights| loss(weights)).fold(f64::INFINITY, f64::min);
        let (weights, best) = search.best().unwrap();
        prop_assert!((best - least).abs() <= 1e-4 * least.max(1.0), "{best}, not {least}");
        prop_assert!((loss(&weights) - least).abs() <= 1e-4 * least.max(1.0));
    }
}
