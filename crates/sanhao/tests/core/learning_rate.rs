//! The largest stable learning rate, tried by the trainer itself on either side of it.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sanhao::insight::stability::largest_learning_rate;
use sanhao::{
    Analysis, CheckedExperiment, Constraint, Experiment, Loss, Optimizer, Output, Preset, Scaling, Stability,
    Student, Target, Trainer,
};

use crate::{complete, scores_of};

pub(crate) fn analysis(experiment: &Experiment, parameters: Option<&[f32]>) -> Analysis {
    let mut analysis = Analysis::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
    if let Some(parameters) = parameters {
        analysis.set_parameters(parameters).unwrap();
    }
    analysis
}

pub(crate) fn bound(experiment: &Experiment, parameters: Option<&[f32]>) -> (f64, bool) {
    match largest_learning_rate(&analysis(experiment, parameters), &[], 0) {
        Stability::Bound { largest, exact, .. } => (largest, exact),
        other => panic!("{other:?}"),
    }
}

pub(crate) fn descent(mut experiment: Experiment) -> Experiment {
    experiment.training.loss = Loss::Squared;
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.batch_size = None;
    experiment.training.shuffle = false;
    experiment
}

#[test]
fn the_two_students_bound_is_the_known_one() {
    // CASES.md: about 4.4e-5 on raw scores, 0.44 on scores ÷ 100.
    let mut experiment = descent(Preset::Weights.experiment());
    let (raw, exact) = bound(&experiment, None);
    assert!(exact && (raw / 4.4e-5 - 1.0).abs() < 0.02, "{raw}");
    experiment.scaling = Scaling::DivideBy100;
    assert!((bound(&experiment, None).0 / raw / 1e4 - 1.0).abs() < 1e-5);
    experiment.scaling = Scaling::Standard;
    assert!(bound(&experiment, None).0 < 0.44, "scores far from 0 beside how they differ");
}

#[test]
fn where_every_prediction_is_exact_nothing_pulls_and_no_rate_swings() {
    let mut experiment = descent(Preset::Weights.experiment());
    experiment.training.learning_rate = 10.0;
    for (target, at_rest) in [(0.0, true), (1.0, false)] {
        for student in &mut experiment.table.students {
            student.target = Some(Target::Number(target));
        }
        // The run starts at weights of 0.
        let stability = largest_learning_rate(&analysis(&experiment, None), &[], 0);
        assert!(matches!(stability, Stability::Bound { at_rest: is, .. } if is == at_rest), "{stability:?}");
        let mut run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
        run.step(100);
        assert_eq!(run.has_diverged(), !at_rest);
    }
    experiment.training.l2 = 0.1;
    let weights = [0.1, 0.1, 0.1];
    let pulled = largest_learning_rate(&analysis(&experiment, Some(&weights)), &[], 0);
    assert!(matches!(pulled, Stability::Bound { at_rest: false, .. }), "a penalty pulls too: {pulled:?}");
}

#[test]
fn what_bounds_no_learning_rate_says_why() {
    assert_eq!(
        largest_learning_rate(&analysis(&Preset::Award.experiment(), None), &[], 0),
        Stability::Adaptive
    );
    // |y − t| is made of planes, also where a student lies on an edge, whatever the optimiser.
    let mut experiment = Preset::Weights.experiment();
    for optimizer in [experiment.training.optimizer, Optimizer::Sgd] {
        experiment.training.optimizer = optimizer;
        for parameters in [[0.0; 3], [0.6, 0.3, 0.1]] {
            let stability = largest_learning_rate(&analysis(&experiment, Some(&parameters)), &[1.0; 3], 1);
            assert_eq!(stability, Stability::NoCurvature);
        }
    }
    let mut experiment = descent(Preset::Weights.experiment());
    experiment.table.students.iter_mut().for_each(|student| student.scores.fill(Some(0.0)));
    assert_eq!(largest_learning_rate(&analysis(&experiment, None), &[], 0), Stability::NoCurvature);
    // A sigmoid far out is flat there, and not everywhere.
    let mut experiment = descent(Preset::Award.experiment());
    (experiment.scaling, experiment.training.loss) = (Scaling::Raw, Loss::Squared);
    let far_out = analysis(&experiment, Some(&[10.0, 10.0, 10.0, 0.0]));
    assert_eq!(largest_learning_rate(&far_out, &[], 0), Stability::Flat);
    let mut experiment = descent(Preset::Layers.experiment());
    experiment.model.hidden =
        vec![sanhao::HiddenLayer { units: 512, activation: sanhao::Activation::Tanh }; 2];
    assert_eq!(largest_learning_rate(&analysis(&experiment, None), &[], 0), Stability::TooLarge);
    experiment.model.hidden.truncate(1);
    experiment.model.hidden[0].units = 6;
    assert!(bound(&experiment, None).0 > 0.0);
}

#[test]
fn differences_find_the_curvature_of_a_logistic_regression() {
    // ∇² = (1/n) Σ p (1 − p) x xᵀ; McCullagh & Nelder, Generalized Linear Models, 4.4.
    for preset in [Preset::Award, Preset::Honours] {
        let mut experiment = descent(preset.experiment());
        experiment.training.loss =
            if preset == Preset::Award { Loss::BinaryCrossEntropy } else { Loss::CategoricalCrossEntropy };
        experiment.scaling = Scaling::Standard;
        experiment.model.weights = Constraint::Free;
        experiment.model.bias = true;
        let mut run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
        run.step(50);
        let parameters = run.evaluate().parameters().to_vec();
        let (largest, exact) = bound(&experiment, Some(&parameters));
        assert!(!exact);
        let hessian = hessian(&experiment, &parameters);
        let expected = 2.0 / largest_eigenvalue(&hessian);
        assert!((largest / expected - 1.0).abs() < 0.01, "{preset:?}: {largest}, not {expected}");
    }
}

/// The Hessian over scaled features: softmax of the outputs, or of one output and 0.
fn hessian(experiment: &Experiment, raw: &[f32]) -> Vec<Vec<f64>> {
    let subjects = experiment.table.subjects.len();
    let students = experiment.table.students.iter().filter(|s| s.target.is_some());
    let students: Vec<Vec<f64>> = students.map(scores_of).collect();
    let n = students.len() as f64;
    let outputs = raw.len() / (subjects + 1);
    let mean = |of: &dyn Fn(&[f64]) -> f64| students.iter().map(|s| of(s)).sum::<f64>() / n;
    let scale: Vec<(f64, f64)> = (0..subjects)
        .map(|i| {
            let centre = mean(&|s| s[i]);
            (centre, mean(&|s| (s[i] - centre).powi(2)).sqrt())
        })
        .collect();
    let size = raw.len();
    let mut hessian = vec![vec![0.0; size]; size];
    for scores in &students {
        let mut sums: Vec<f64> = (0..outputs)
            .map(|k| {
                let weights = &raw[k * subjects..][..subjects];
                let sum: f64 = weights.iter().zip(scores).map(|(&w, x)| f64::from(w) * x).sum();
                sum + f64::from(raw[outputs * subjects + k])
            })
            .collect();
        if outputs == 1 {
            sums.push(0.0);
        }
        let all: f64 = sums.iter().map(|z| z.exp()).sum();
        let p: Vec<f64> = sums.iter().map(|z| z.exp() / all).collect();
        let x = |i: usize| if i == subjects { 1.0 } else { (scores[i] - scale[i].0) / scale[i].1 };
        let place =
            |k: usize, i: usize| if i == subjects { outputs * subjects + k } else { k * subjects + i };
        for (k, l) in (0..outputs).flat_map(|k| (0..outputs).map(move |l| (k, l))) {
            let curvature = p[k] * (f64::from(u8::from(k == l)) - p[l]) / n;
            for (i, j) in (0..=subjects).flat_map(|i| (0..=subjects).map(move |j| (i, j))) {
                hessian[place(k, i)][place(l, j)] += curvature * x(i) * x(j);
            }
        }
    }
    hessian
}

/// By squaring, which leaves the strongest eigenvector in every column.
fn largest_eigenvalue(matrix: &[Vec<f64>]) -> f64 {
    let size = matrix.len();
    let mut power = matrix.to_vec();
    for _ in 0..40 {
        let largest = power.iter().flatten().fold(0.0, |m: f64, x| m.max(x.abs()));
        let scaled: Vec<Vec<f64>> =
            power.iter().map(|row| row.iter().map(|x| x / largest).collect()).collect();
        power = (0..size)
            .map(|i| (0..size).map(|j| (0..size).map(|k| scaled[i][k] * scaled[k][j]).sum()).collect())
            .collect();
    }
    let column = (0..size).max_by(|&a, &b| power[a][a].total_cmp(&power[b][b])).unwrap();
    let v: Vec<f64> = power.iter().map(|row| row[column]).collect();
    let square: f64 = v.iter().map(|x| x * x).sum();
    let image = |i: usize| (0..size).map(|j| matrix[i][j] * v[j]).sum::<f64>();
    (0..size).map(|i| v[i] * image(i)).sum::<f64>() / square
}

#[test]
fn differences_agree_with_the_exact_bound_and_see_the_penalty() {
    // A Huber loss whose parabola is wider than any error is half the squared loss.
    for l2 in [0.0, 3.0] {
        let mut squared = descent(Preset::Weights.experiment());
        squared.scaling = Scaling::DivideBy100;
        squared.training.l2 = l2;
        let mut huber = squared.clone();
        huber.training.loss = Loss::Huber { delta: 1000.0 };
        huber.training.l2 = l2 / 2.0;
        let (exact, differences) = (bound(&squared, None), bound(&huber, None));
        assert!(exact.1 && !differences.1);
        assert!((differences.0 / exact.0 / 2.0 - 1.0).abs() < 2e-3, "{differences:?}, twice {exact:?}");
    }
}

fn problems() -> impl Strategy<Value = Experiment> {
    let student = (prop::collection::vec(0.0..100.0f64, 4), 0.0..100.0f64);
    let optimizer = prop_oneof![
        Just(Optimizer::Sgd),
        (0.1..0.95f64).prop_map(|momentum| Optimizer::Momentum { momentum }),
        (0.1..0.95f64).prop_map(|momentum| Optimizer::Nesterov { momentum }),
    ];
    let scaling = prop_oneof![Just(Scaling::Raw), Just(Scaling::DivideBy100), Just(Scaling::Standard)];
    (
        prop::collection::vec(student, 2..10),
        1..=4usize,
        any::<bool>(),
        scaling,
        optimizer,
        prop_oneof![Just(0.0), 0.0..0.5f64],
    )
        .prop_map(|(students, subjects, bias, scaling, optimizer, l2)| {
            let mut experiment = descent(Preset::Weights.experiment());
            experiment.table.subjects = (0..subjects).map(|i| format!("subject {i}")).collect();
            experiment.table.students = students
                .into_iter()
                .map(|(scores, total)| Student {
                    name: String::new(),
                    scores: complete(&scores[..subjects]),
                    target: Some(Target::Number(total)),
                    included: true,
                })
                .collect();
            experiment.model.bias = bias;
            experiment.model.output = Output::Linear;
            experiment.scaling = scaling;
            experiment.training.optimizer = optimizer;
            experiment.training.l2 = l2;
            experiment
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn just_below_the_bound_descent_settles_and_just_above_it_runs_away(experiment in problems()) {
        let (largest, exact) = bound(&experiment, None);
        prop_assert!(exact);
        let run = |rate: f64| {
            let mut experiment = experiment.clone();
            experiment.training.learning_rate = rate;
            let mut run = Trainer::new(CheckedExperiment::try_from(experiment).unwrap());
            let first = run.evaluate().loss().unwrap();
            run.step(100_000);
            (run.has_diverged(), run.evaluate().loss().unwrap(), first)
        };
        let (diverged, loss, first) = run(0.98 * largest);
        prop_assert!(!diverged && loss <= first, "below: {diverged}, {loss} from {first}");
        let (diverged, ..) = run(1.02 * largest);
        prop_assert!(diverged);
    }
    #[test]
    fn an_absolute_loss_stays_below_the_bound_of_its_penalty_and_runs_away_above_it(
        problem in problems(),
        l2 in 0.01..0.5f64,
    ) {
        let mut experiment = problem;
        experiment.training.loss = Loss::Absolute;
        experiment.training.l2 = l2;
        let (largest, exact) = bound(&experiment, None);
        prop_assert!(exact);
        for (part, expected) in [(0.98, false), (1.02, true)] {
            experiment.training.learning_rate = part * largest;
            let mut run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
            run.step(100_000);
            prop_assert_eq!(run.has_diverged(), expected, "at {} of {}", part, largest);
        }
    }
}
