//! Least-squares solutions, compared with certified numbers, with gradient descent, and with the rule that made the data.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sanhao::insight::least_squares;
use sanhao::{
    Analysis, CheckedExperiment, Constraint, Experiment, HiddenLayer, Loss, Optimizer, Output, Preset,
    Scaling, Solution, Student, Target, Trainer,
};

use crate::complete;

/// A linear model of students with these scores and totals.
fn linear(students: &[(&[f64], f64)]) -> Experiment {
    let mut experiment = Preset::Weights.experiment();
    let subjects = students[0].0.len();
    experiment.table.subjects = (0..subjects).map(|i| format!("subject {i}")).collect();
    let student = |(i, (scores, total)): (usize, &(&[f64], f64))| Student {
        name: format!("student {i}"),
        scores: complete(scores),
        target: Some(Target::Number(*total)),
        included: true,
    };
    experiment.table.students = students.iter().enumerate().map(student).collect();
    experiment
}

fn solve(experiment: &Experiment) -> Option<Solution> {
    least_squares::solve(&Analysis::new(CheckedExperiment::try_from(experiment.clone()).unwrap()))
}

fn close(a: &[f64], b: &[f64], tolerance: f64) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= tolerance * b.abs().max(1.0))
}

#[test]
fn longleys_coefficients_are_the_certified_ones() {
    // NIST, Statistical Reference Datasets, Longley (1967): https://www.itl.nist.gov/div898/strd/lls/data/Longley.shtml
    let rows: [([f64; 6], f64); 16] = [
        ([83.0, 234289.0, 2356.0, 1590.0, 107608.0, 1947.0], 60323.0),
        ([88.5, 259426.0, 2325.0, 1456.0, 108632.0, 1948.0], 61122.0),
        ([88.2, 258054.0, 3682.0, 1616.0, 109773.0, 1949.0], 60171.0),
        ([89.5, 284599.0, 3351.0, 1650.0, 110929.0, 1950.0], 61187.0),
        ([96.2, 328975.0, 2099.0, 3099.0, 112075.0, 1951.0], 63221.0),
        ([98.1, 346999.0, 1932.0, 3594.0, 113270.0, 1952.0], 63639.0),
        ([99.0, 365385.0, 1870.0, 3547.0, 115094.0, 1953.0], 64989.0),
        ([100.0, 363112.0, 3578.0, 3350.0, 116219.0, 1954.0], 63761.0),
        ([101.2, 397469.0, 2904.0, 3048.0, 117388.0, 1955.0], 66019.0),
        ([104.6, 419180.0, 2822.0, 2857.0, 118734.0, 1956.0], 67857.0),
        ([108.4, 442769.0, 2936.0, 2798.0, 120445.0, 1957.0], 68169.0),
        ([110.8, 444546.0, 4681.0, 2637.0, 121950.0, 1958.0], 66513.0),
        ([112.6, 482704.0, 3813.0, 2552.0, 123366.0, 1959.0], 68655.0),
        ([114.2, 502601.0, 3931.0, 2514.0, 125368.0, 1960.0], 69564.0),
        ([115.7, 518173.0, 4806.0, 2572.0, 127852.0, 1961.0], 69331.0),
        ([116.9, 554894.0, 4007.0, 2827.0, 130081.0, 1962.0], 70551.0),
    ];
    let mut experiment = linear(&rows.each_ref().map(|(scores, total)| (scores.as_slice(), *total)));
    experiment.model.bias = true;
    let Solution { parameters, rank, residual, condition, .. } = solve(&experiment).unwrap();
    let certified = [
        15.0618722713733,
        -0.358191792925910e-1,
        -2.02022980381683,
        -1.03322686717359,
        -0.511041056535807e-1,
        1829.15146461355,
        -3482258.63459582,
    ];
    for (ours, certified) in parameters.iter().zip(certified) {
        assert!((ours / certified - 1.0).abs() < 1e-9, "{ours}, not {certified}");
    }
    assert_eq!(rank, 7);
    // Belsley, Kuh & Welsch (1980) print 43,275 for the scaled columns.
    assert!((condition / 43275.0 - 1.0).abs() < 1e-3, "{condition}");
    // Certified: a residual standard deviation of 304.854073561965 over 16 − 7 degrees of freedom.
    assert!((residual / (304.854073561965 * (9.0f64 / 16.0).sqrt()) - 1.0).abs() < 1e-9, "{residual}");
}

const A: (&[f64], f64) = (&[90.0, 80.0, 70.0], 85.0);
const B: (&[f64], f64) = (&[98.0, 95.0, 87.0], 96.0);

/// The largest table there may be: the errors of the least squares are at right angles to every column (Golub & Van Loan,
/// Matrix Computations, 4th ed., 5.3.1).
#[test]
fn of_fifteen_thousand_students_the_errors_are_orthogonal_to_every_subject() {
    let mut state = 1u64;
    let mut score = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        60.0 + (state >> 40) as f64 / f64::from(1 << 24) * 40.0
    };
    let rows: Vec<(Vec<f64>, f64)> =
        (0..15_000).map(|_| ((0..32).map(|_| score()).collect(), score())).collect();
    let mut experiment =
        linear(&rows.iter().map(|(scores, total)| (scores.as_slice(), *total)).collect::<Vec<_>>());
    experiment.model.bias = true;
    let solution = solve(&experiment).unwrap();
    assert_eq!((solution.equations, solution.rank), (15_000, 33));
    let (weights, bias) = solution.parameters.split_at(32);
    let mut along = [0.0; 33];
    for (scores, total) in &rows {
        let error = total - bias[0] - scores.iter().zip(weights).map(|(x, w)| x * w).sum::<f64>();
        along.iter_mut().zip(scores.iter().chain(&[1.0])).for_each(|(along, x)| *along += error * x);
    }
    // Roundings of 15,000 products near 10 × 80.
    assert!(along.iter().all(|along| along.abs() < 1e-6), "{along:?}");
}

#[test]
fn two_students_leave_a_line_of_perfect_weights() {
    let Solution { equations, rank, parameters, directions, residual, .. } = solve(&linear(&[A, B])).unwrap();
    assert_eq!((equations, rank, directions.nrows()), (2, 2, 1));
    assert!(residual < 1e-12);
    // CASES.md: (0.6, 0.3, 0.1) + t (310, −970, 710).
    let t = directions[(0, 0)] / 310.0;
    assert!(close(&directions.row(0).to_vec(), &[310.0 * t, -970.0 * t, 710.0 * t], 1e-12));
    let away: Vec<f64> =
        parameters.iter().zip([0.6, 0.3, 0.1]).map(|(w, school)| (w - school) / 310.0).collect();
    assert!(close(&away, &[away[0], -970.0 / 310.0 * away[0], 710.0 / 310.0 * away[0]], 1e-12));
    // The nearest to 0 is at right angles to the line.
    assert!(parameters.iter().zip(directions.row(0)).map(|(w, d)| w * d).sum::<f64>().abs() < 1e-12);
}

#[test]
fn a_third_student_or_the_sum_of_one_leaves_a_single_point() {
    let third = solve(&linear(&[A, B, (&[60.0, 90.0, 100.0], 73.0)])).unwrap();
    let mut with_sum = linear(&[A, B]);
    with_sum.model.weights = Constraint::SumToOne;
    for solution in [third, solve(&with_sum).unwrap()] {
        assert_eq!((solution.rank, solution.directions.nrows()), (3, 0));
        assert!(close(&solution.parameters, &[0.6, 0.3, 0.1], 1e-12), "{solution:?}");
        assert!(close(&solution.nearest, &[0.6, 0.3, 0.1], 1e-12));
    }
}

#[test]
fn descent_from_zero_finds_the_smallest_of_the_perfect_weights() {
    // Each step adds a sum of the students' scores, so that descent never leaves what they span.
    let mut experiment = linear(&[A, B]);
    experiment.scaling = Scaling::DivideBy100;
    experiment.training.loss = Loss::Squared;
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.batch_size = None;
    experiment.training.learning_rate = 0.4;
    let checked = CheckedExperiment::try_from(experiment.clone()).unwrap();
    let mut run = Trainer::new(checked.clone());
    run.step(200_000);
    let found: Vec<f64> = run.evaluate().parameters().iter().map(|&w| f64::from(w)).collect();
    let solution = solve(&experiment).unwrap();
    assert!(close(&found, &solution.parameters, 1e-3), "{found:?}, not {:?}", solution.parameters);
    // From elsewhere it finds the nearest there.
    let start = [1.0, 0.0, -1.0f32];
    run.reset();
    run.set_parameters(&start).unwrap();
    run.step(200_000);
    let found: Vec<f64> = run.evaluate().parameters().iter().map(|&w| f64::from(w)).collect();
    let mut analysis = Analysis::new(checked);
    analysis.set_parameters(&start).unwrap();
    let nearest = least_squares::solve(&analysis).unwrap().nearest;
    assert!(close(&found, &nearest, 1e-3), "{found:?}, not {nearest:?}");
}

#[test]
fn students_who_tell_nothing_new_add_no_rank() {
    let alike = solve(&linear(&[A, A, A])).unwrap();
    assert_eq!((alike.equations, alike.rank, alike.directions.nrows()), (3, 1, 2));
    let one = solve(&linear(&[A])).unwrap();
    assert!(close(&alike.parameters, &one.parameters, 1e-12));
    // CASES.md, claim 9: the nearest to 0 is along A's own scores.
    let share = 85.0 / (90.0f64.powi(2) + 80.0f64.powi(2) + 70.0f64.powi(2));
    assert!(close(&one.parameters, &[90.0 * share, 80.0 * share, 70.0 * share], 1e-12));
    // Two subjects with the same scores share their weight.
    let twins: [(&[f64], f64); 3] =
        [(&[90.0, 90.0, 70.0], 85.0), (&[98.0, 98.0, 87.0], 96.0), (&[60.0, 60.0, 71.0], 65.0)];
    let twins = solve(&linear(&twins)).unwrap();
    assert_eq!(twins.directions.nrows(), 1);
    assert!((twins.parameters[0] - twins.parameters[1]).abs() < 1e-12);
    assert!(close(
        &twins.directions.row(0).iter().map(|d| d.abs()).collect::<Vec<_>>(),
        &[0.5f64.sqrt(), 0.5f64.sqrt(), 0.0],
        1e-9
    ));
    // Eight subjects, seven of which follow from the first.
    let multiples: Vec<Vec<f64>> =
        (0..10).map(|i| (1..=8).map(|k| f64::from(60 + i) * f64::from(k) / 8.0).collect()).collect();
    let students: Vec<(&[f64], f64)> =
        multiples.iter().map(|scores| (scores.as_slice(), scores[0] * 3.0)).collect();
    let dependent = solve(&linear(&students)).unwrap();
    assert_eq!((dependent.rank, dependent.directions.nrows()), (1, 7));
    assert!(dependent.residual < 1e-9);
    // No score and no total at all.
    let nothing = solve(&linear(&[(&[0.0, 0.0], 0.0)])).unwrap();
    assert_eq!((nothing.rank, nothing.directions.nrows(), nothing.residual), (0, 2, 0.0));
    assert!(nothing.condition.is_finite());
    // Students who contradict each other are met half way.
    let torn = solve(&linear(&[(&[1.0], 2.0), (&[1.0], 4.0)])).unwrap();
    assert!(close(&torn.parameters, &[3.0], 1e-12) && close(&[torn.residual], &[1.0], 1e-12));
}

#[test]
fn a_secret_rule_of_zeros_is_found() {
    let students: [(&[f64], f64); 3] =
        [(&[90.0, 80.0, 70.0], 0.0), (&[98.0, 95.0, 87.0], 0.0), (&[60.0, 90.0, 100.0], 0.0)];
    let solution = solve(&linear(&students)).unwrap();
    assert!(close(&solution.parameters, &[0.0; 3], 1e-12) && solution.rank == 3);
}

#[test]
fn what_has_no_closed_form_has_no_solution() {
    assert_eq!(solve(&Preset::Award.experiment()), None);
    let mut experiment = linear(&[A, B]);
    experiment.model.output = Output::Sigmoid;
    assert_eq!(solve(&experiment), None);
    let mut experiment = linear(&[A, B]);
    experiment.model.hidden = vec![HiddenLayer { units: 2, activation: sanhao::Activation::Identity }];
    assert_eq!(solve(&experiment), None);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_rule_made_is_solved_whatever_it_leaves_open(
        scores in prop::collection::vec(prop::collection::vec(60.0..100.0f64, 8), 1..12),
        rule in prop::collection::vec(-1.0..1.0f64, 9),
        subjects in 1..=8usize,
        bias in any::<bool>(),
        sum in any::<bool>(),
    ) {
        let mut weights = rule[..subjects].to_vec();
        if sum {
            let total: f64 = weights.iter().sum();
            weights.iter_mut().for_each(|w| *w += (1.0 - total) / subjects as f64);
        }
        let intercept = if bias { rule[8] } else { 0.0 };
        let total = |scores: &[f64]| intercept + scores.iter().zip(&weights).map(|(x, w)| x * w).sum::<f64>();
        let students: Vec<(&[f64], f64)> = scores.iter().map(|s| (&s[..subjects], total(&s[..subjects]))).collect();
        let mut experiment = linear(&students);
        experiment.model.bias = bias;
        experiment.model.weights = if sum { Constraint::SumToOne } else { Constraint::Free };
        let solution = solve(&experiment).unwrap();
        let unknowns = subjects + usize::from(bias);
        prop_assert_eq!(solution.rank + solution.directions.nrows(), unknowns);
        prop_assert_eq!(solution.rank, unknowns.min(scores.len() + usize::from(sum)));
        prop_assert!(solution.residual < 1e-9, "{:?}", solution);
        // Along each direction no prediction changes.
        for direction in solution.directions.rows() {
            for (scores, _) in &students {
                let change: f64 = scores.iter().chain(&[1.0]).zip(direction).map(|(x, d)| x * d).sum();
                prop_assert!(change.abs() < 1e-9);
            }
        }
        if sum {
            prop_assert!((solution.parameters[..subjects].iter().sum::<f64>() - 1.0).abs() < 1e-9);
        }
    }
}
