//! Metrics, loss surfaces and neuron responses of an experiment at given parameters.

use ndarray::{Array2, array, s};
use sanhao::insight::surface::{self, loss_at};
use sanhao::insight::{metrics, neurons};
use sanhao::{
    Activation, Analysis, CheckedExperiment, Constraint, Experiment, Metrics, Output, ParameterPlane,
    PredictionGrid, Preset, Scaling, ScorePlane, SplitMetrics, Student, Target, Trainer,
};

fn analysis(experiment: &Experiment, parameters: &[f32]) -> Analysis {
    let mut analysis = Analysis::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
    analysis.set_parameters(parameters).unwrap();
    analysis
}

fn metrics_of(experiment: &Experiment, parameters: &[f32]) -> SplitMetrics {
    metrics::of(analysis(experiment, parameters).view())
}

/// A run of an experiment, and an analysis at its parameters.
fn trained(experiment: &Experiment, updates: u64) -> (Trainer, Analysis) {
    let mut run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
    run.step(updates);
    let analysis = analysis(experiment, run.evaluate().parameters());
    (run, analysis)
}

/// One subject with weight 1: the prediction is the score, or the probability σ(score).
fn one_subject(students: &[(f64, Target)], classes: &[&str]) -> Experiment {
    let mut experiment = Preset::Weights.experiment();
    experiment.table.subjects.truncate(1);
    experiment.table.classes = classes.iter().map(|&class| class.to_owned()).collect();
    if !classes.is_empty() {
        experiment.model.output = Output::Sigmoid;
    }
    let student = |(score, target): &(f64, Target)| Student {
        name: String::new(),
        scores: vec![Some(*score)],
        target: Some(target.clone()),
        included: true,
    };
    experiment.table.students = students.iter().map(student).collect();
    experiment
}

fn close(a: Option<f64>, b: f64, tolerance: f64) -> bool {
    a.is_some_and(|a| (a - b).abs() <= tolerance)
}

#[test]
fn the_metrics_of_numbers_are_scikit_learns() {
    // scikit-learn 1.9.1: r2_score, mean_absolute_error, mean_squared_error ** 0.5, max_error of these.
    let pairs = [(2.5, 3.0), (0.0, -0.5), (2.0, 2.0), (8.0, 7.0), (4.25, 6.5)];
    let students: Vec<_> = pairs.iter().map(|&(p, t)| (p, Target::Number(t))).collect();
    let SplitMetrics { training, held_out } = metrics_of(&one_subject(&students, &[]), &[1.0]);
    assert_eq!(held_out, None);
    let Some(Metrics::Numbers {
        students,
        loss,
        mean_absolute_error,
        root_mean_square_error,
        largest_error,
        r2,
    }) = training
    else {
        panic!("{training:?}")
    };
    assert_eq!((students, largest_error), (5, Some(2.25)));
    assert!(close(mean_absolute_error, 0.85, 1e-12), "{mean_absolute_error:?}");
    assert!(close(loss, 0.85, 1e-6), "the loss is |y − t|: {loss:?}");
    assert!(close(root_mean_square_error, 1.145_643_923_738_96, 1e-12), "{root_mean_square_error:?}");
    assert!(close(r2, 0.834_697_732_997_481_1, 1e-12), "{r2:?}");
}

#[test]
fn targets_that_do_not_vary_have_no_r2() {
    let students = [(1.0, Target::Number(90.1)), (2.0, Target::Number(90.1)), (5.0, Target::Number(90.1))];
    let training = metrics_of(&one_subject(&students, &[]), &[1.0]).training;
    assert!(matches!(training, Some(Metrics::Numbers { r2: None, .. })), "{training:?}");
}

#[test]
fn the_metrics_of_two_classes_are_scikit_learns() {
    // scikit-learn 1.9.1: roc_auc_score, confusion_matrix, precision_score and recall_score with average=None of these.
    let scores = [-2.0, -1.0, -0.5, 0.5, 0.5, 0.5, 1.0, 2.0, -0.5, 3.0];
    let yes = [false, false, true, false, true, true, true, true, false, false];
    let class = |yes: bool| Target::Class(if yes { "yes" } else { "no" }.to_owned());
    let students: Vec<_> = scores.iter().zip(yes).map(|(&score, yes)| (score, class(yes))).collect();
    let experiment = one_subject(&students, &["no", "yes"]);
    let training = metrics_of(&experiment, &[1.0]).training;
    let Some(Metrics::Classes { students, accuracy, confusion, precision, recall, auc, .. }) = training
    else {
        panic!("{training:?}")
    };
    assert_eq!((students, confusion), (10, array![[3, 2], [1, 4]]));
    assert!(close(accuracy, 0.7, 1e-12) && close(auc, 0.7, 1e-12), "{accuracy:?} {auc:?}");
    let expected = [[0.75, 2.0 / 3.0], [0.6, 0.8]];
    for (ours, expected) in [precision, recall].iter().zip(expected) {
        assert!(ours.iter().zip(expected).all(|(&ours, expected)| close(ours, expected, 1e-12)), "{ours:?}");
    }
    // Two outputs of a softmax are ranked by the second: logits −z/2 and z/2 give the same probabilities.
    let mut softmax = experiment;
    softmax.model.output = Output::Softmax;
    let training = metrics_of(&softmax, &[-0.5, 0.5]).training;
    assert!(matches!(training, Some(Metrics::Classes { auc: Some(other), .. }) if close(auc, other, 1e-12)));
}

#[test]
fn saturated_probabilities_are_ranked_by_what_is_before_them() {
    let mut experiment = Preset::Award.experiment();
    let classes = experiment.table.classes.clone();
    let student = |score: f64, class: usize| Student {
        name: String::new(),
        scores: [score, 0.0, 0.0].map(Some).to_vec(),
        target: Some(Target::Class(classes[class].clone())),
        included: true,
    };
    // With a weight of 1 the scores are the weighted sums; from 17 on their sigmoid is 1 in 32 bits.
    experiment.table.students = vec![student(20.0, 0), student(25.0, 0), student(40.0, 1), student(45.0, 1)];
    experiment.scaling = Scaling::Raw;
    for (output, rows) in [
        (Output::Sigmoid, vec![vec![1.0, 0.0, 0.0]]),
        (Output::Softmax, vec![vec![0.0; 3], vec![1.0, 0.0, 0.0]]),
    ] {
        experiment.model.output = output;
        experiment.model.bias = false;
        experiment.model.weights = Constraint::Free;
        experiment.model.initial =
            sanhao::Initial::Given { layers: vec![sanhao::GivenLayer { weights: rows, biases: vec![] }] };
        let run = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
        let training = metrics::of(run.view()).training;
        assert!(
            matches!(training, Some(Metrics::Classes { auc: Some(1.0), .. })),
            "{output:?}: {training:?}"
        );
    }
}

#[test]
fn one_class_alone_has_no_auc_and_a_class_nobody_is_in_no_recall() {
    let students = [(1.0, Target::Class("no".to_owned())), (-2.0, Target::Class("no".to_owned()))];
    let training = metrics_of(&one_subject(&students, &["no", "yes"]), &[1.0]).training;
    let Some(Metrics::Classes { precision, recall, auc, .. }) = training else { panic!("{training:?}") };
    assert_eq!((auc, recall), (None, vec![Some(0.5), None]));
    assert_eq!(precision, [Some(1.0), Some(0.0)]);
}

#[test]
fn metrics_agree_with_the_run_for_training_and_held_out_students_apart() {
    for preset in [Preset::Award, Preset::Honours, Preset::Layers] {
        let mut experiment = preset.experiment();
        experiment.training.test_fraction = 0.3;
        let (mut run, analysis) = trained(&experiment, 60);
        let SplitMetrics { training, held_out } = metrics::of(analysis.view());
        let evaluation = run.evaluate();
        let expected = [
            (evaluation.loss(), evaluation.accuracy()),
            (evaluation.held_out_loss(), evaluation.held_out_accuracy()),
        ];
        for (metrics, (loss, accuracy)) in [training, held_out].into_iter().zip(expected) {
            let Some(Metrics::Classes { students, loss: own, accuracy: ours, confusion, .. }) = metrics
            else {
                panic!("{metrics:?}")
            };
            assert_eq!(ours, accuracy, "{preset:?}");
            assert!(close(own, loss.unwrap(), 1e-4), "{own:?} {loss:?}");
            assert_eq!(confusion.sum(), students);
        }
    }
}

#[test]
fn without_predictions_there_are_no_numbers() {
    let students = [(1e6, Target::Number(1.0)), (0.0, Target::Number(2.0))];
    let training = metrics_of(&one_subject(&students, &[]), &[f32::MAX]).training;
    let Some(Metrics::Numbers { loss, mean_absolute_error, largest_error, r2, .. }) = training else {
        panic!()
    };
    assert_eq!([loss, mean_absolute_error, largest_error, r2], [None; 4]);
}

/// A plane through the run's parameters that moves two of them.
fn plane(parameters: &[f32], [i, j]: [usize; 2], reach: f64) -> ParameterPlane {
    let along = |at: usize| (0..parameters.len()).map(|k| f64::from(u8::from(k == at))).collect();
    ParameterPlane {
        origin: parameters.iter().map(|&p| f64::from(p)).collect(),
        x: along(i),
        y: along(j),
        x_range: [-reach, reach],
        y_range: [-reach, 2.0 * reach],
    }
}

#[test]
fn a_surface_holds_the_loss_at_every_point() {
    for preset in Preset::ALL {
        for scaling in [Scaling::Raw, Scaling::Standard] {
            let mut experiment = preset.experiment();
            experiment.scaling = scaling;
            let (mut run, analysis) = trained(&experiment, 100);
            let parameters = run.evaluate().parameters().to_vec();
            let plane = plane(&parameters, [0, 2], 0.01);
            let losses = surface::losses(&analysis, &plane, 5, 4).unwrap();
            assert_eq!(losses.dim(), (4, 5));
            for (i, &loss) in losses.iter().enumerate() {
                let mut moved = parameters.clone();
                moved[0] += (-0.01 + 0.005 * (i % 5) as f64) as f32;
                moved[2] += (0.02 - 0.01 * (i / 5) as f64) as f32;
                let expected = loss_at(&analysis, &moved).unwrap();
                let tolerance = 1e-3 * expected.max(0.01);
                assert!(
                    (f64::from(loss) - expected).abs() < tolerance,
                    "{preset:?}, {i}: {loss}, not {expected}"
                );
            }
            let here = run.evaluate().loss().unwrap();
            assert!(close(loss_at(&analysis, &parameters).ok(), here, 1e-3 * here.max(0.01)), "{preset:?}");
        }
    }
}

#[test]
fn the_triangle_of_weights_that_sum_to_one_has_its_least_loss_at_the_schools() {
    let mut experiment = Preset::Weights.experiment();
    experiment.model.weights = Constraint::SumToOne;
    let analysis = analysis(&experiment, &[0.2, 0.3, 0.5]);
    assert!(loss_at(&analysis, &[0.6, 0.3, 0.1]).unwrap() < 1e-4);
    // w₃ = 1 − w₁ − w₂.
    let plane = ParameterPlane {
        origin: vec![0.0, 0.0, 1.0],
        x: vec![1.0, 0.0, -1.0],
        y: vec![0.0, 1.0, -1.0],
        x_range: [0.0, 1.0],
        y_range: [0.0, 1.0],
    };
    let losses = surface::losses(&analysis, &plane, 11, 11).unwrap();
    let ((row, column), _) = losses.indexed_iter().min_by(|(_, a), (_, b)| a.total_cmp(b)).unwrap();
    // Column 6 of the row for 0.3, the top row being that for 1.
    assert_eq!((column, row), (6, 7));
}

#[test]
fn a_surface_that_costs_too_much_is_interpolated() {
    let mut experiment = Preset::Layers.experiment();
    let students = experiment.table.students.clone();
    experiment.table.students = students.into_iter().cycle().take(6000).collect();
    let (mut run, analysis) = trained(&experiment, 0);
    let plane = plane(run.evaluate().parameters(), [0, 1], 0.5);
    let [few, many] = [8, 64].map(|side| surface::losses(&analysis, &plane, side, side).unwrap());
    assert_eq!(many.dim(), (64, 64));
    let corners = |losses: &Array2<f32>| {
        let last = losses.nrows() - 1;
        [(0, 0), (0, last), (last, 0)].map(|corner| losses[corner])
    };
    assert_eq!(corners(&few), corners(&many));
}

#[test]
fn lists_of_another_length_are_refused() {
    let mut analysis = analysis(&Preset::Weights.experiment(), &[0.0; 3]);
    let refused = analysis.set_parameters(&[0.0; 4]).unwrap_err();
    assert_eq!(refused.to_string(), "parameters: 4 weights, 3 expected");
    assert!(loss_at(&analysis, &[0.0]).is_err());
    let mut plane = plane(&[0.0; 3], [0, 1], 1.0);
    plane.y.pop();
    let refused = surface::losses(&analysis, &plane, 4, 4).unwrap_err();
    assert_eq!(refused.to_string(), "y: 2 weights, 3 expected");
    assert_eq!(loss_at(&analysis, &[f32::NAN; 3]).ok(), Some(f64::INFINITY));
}

#[test]
fn the_last_neurons_are_the_outputs_of_the_prediction_grid() {
    for preset in Preset::ALL {
        let experiment = preset.experiment();
        let (run, analysis) = trained(&experiment, 40);
        let subjects = experiment.table.subjects.len();
        let held = vec![80.0; subjects];
        let plane = ScorePlane { x: 0, y: 1, x_range: [60.0, 100.0], y_range: [50.0, 90.0], held };
        let mut grid = PredictionGrid::default();
        grid.fill(run.view(), &plane, 7, 5);
        let responses = neurons::responses(analysis.view(), &plane, 7, 5);
        let hidden: usize = experiment.model.hidden.iter().map(|layer| layer.units).sum();
        assert_eq!(responses.dim(), (hidden + grid.outputs(), 5, 7), "{preset:?}");
        for ((output, row, column), value) in responses.slice(s![hidden.., .., ..]).indexed_iter() {
            let expected = grid.values()[(row, column, output)];
            assert!(
                (value - expected).abs() < 1e-4 * expected.abs().max(1.0),
                "{preset:?}: {value}, {expected}"
            );
        }
        let range = responses
            .slice(s![..hidden, .., ..])
            .iter()
            .fold([f32::MAX, f32::MIN], |[a, b], &v| [a.min(v), b.max(v)]);
        assert!(
            hidden == 0 || (range[0] >= -1.0 && range[1] <= 1.0 && range[0] < range[1]),
            "tanh: {range:?}"
        );
    }
    let analysis = analysis(&Preset::Weights.experiment(), &[0.0; 3]);
    let plane = ScorePlane { x: 3, y: 1, x_range: [0.0, 1.0], y_range: [0.0, 1.0], held: vec![0.0; 3] };
    assert!(neurons::responses(analysis.view(), &plane, 4, 4).is_empty(), "an unknown subject");
}

#[test]
fn a_curve_is_the_function_with_its_slopes() {
    let [values, slopes] = neurons::activation_curve(Activation::Sigmoid, [-5.0, 5.0], 3);
    // σ(±5) and σ′(±5) = σ (1 − σ)
    let expected = [0.006_692_851, 0.5, 0.993_307_2];
    assert!(values.iter().zip(expected).all(|(a, b): (&f32, f32)| (a - b).abs() < 1e-7), "{values:?}");
    let expected = [0.006_648_057, 0.25, 0.006_648_057];
    assert!(slopes.iter().zip(expected).all(|(a, b): (&f32, f32)| (a - b).abs() < 1e-7), "{slopes:?}");
    assert_eq!(
        neurons::activation_curve(Activation::Relu, [-1.0, 1.0], 5),
        [vec![0.0, 0.0, 0.0, 0.5, 1.0], vec![0.0, 0.0, 0.0, 1.0, 1.0]]
    );
    let too_many = PredictionGrid::MAX_POINTS + 1;
    let curve = neurons::activation_curve(Activation::Relu, [-1.0, 1.0], too_many);
    assert!(curve.iter().all(Vec::is_empty));
}
