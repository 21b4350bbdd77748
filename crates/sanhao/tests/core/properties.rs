//! What holds for every experiment, tried on random ones.

use arbitrary::Unstructured;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sanhao::{
    CheckedExperiment, Constraint, Evaluation, Experiment, Initial, Optimizer, Output, Table, Target, Trainer,
};

use crate::draw::Numbers;

fn experiments(numbers: Numbers) -> impl Strategy<Value = Experiment> {
    // More bytes than an experiment takes, so that none is cut short into zeros.
    prop::collection::vec(any::<u8>(), 4096)
        .prop_map(move |bytes| crate::draw::experiment(&mut Unstructured::new(&bytes), numbers).unwrap())
}

fn trainer(experiment: &Experiment) -> Trainer {
    Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap())
}

/// All that tells two runs apart: counters, rate, history, parameters and predictions, bit for bit.
fn state(run: &mut Trainer) -> impl PartialEq + std::fmt::Debug + use<> {
    let counters = (run.updates(), run.epoch(), run.learning_rate().to_bits(), run.has_diverged());
    let history = run.history().clone();
    let evaluation = run.evaluate();
    let bits = |numbers: Vec<f32>| numbers.into_iter().map(f32::to_bits).collect::<Vec<_>>();
    let parameters = bits(evaluation.parameters().to_vec());
    let predictions = bits(evaluation.predictions().iter().copied().collect());
    (counters, history, parameters, predictions, evaluation.loss().map(f64::to_bits))
}

/// Names of classes that the cells of a CSV file do not tell by themselves: numbers, a yes, separators, spaces, a list.
const CLASS_NAMES: [&str; 18] = [
    "0",
    "1",
    "2",
    "10.50",
    "是",
    "否",
    "pass",
    "不及格",
    "?",
    "？",
    " a ",
    "a;b",
    "a,\tb",
    "\"quoted\"",
    "two\nlines",
    "[0,1]",
    "[0",
    "say \"a\"",
];

/// Names of targets, some of which end in a list.
const TARGET_NAMES: [&str; 6] = ["said", "said []", "said [0,1]", "[]", "[said]", "a, \"b\"; [c"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn drawn_experiments_pass_the_check(
        usual in experiments(Numbers::Usual),
        allowed in experiments(Numbers::Allowed),
    ) {
        prop_assert!(CheckedExperiment::try_from(usual).is_ok());
        prop_assert_eq!(CheckedExperiment::try_from(allowed).err(), None);
    }

    #[test]
    fn an_experiment_survives_json(experiment in experiments(Numbers::Allowed)) {
        let restored = Experiment::from_json(&experiment.to_json()).unwrap();
        prop_assert_eq!(&*restored, &experiment);
    }

    #[test]
    fn a_table_survives_csv(
        experiment in experiments(Numbers::Allowed),
        classes in prop::sample::subsequence(&CLASS_NAMES[..], 5).prop_shuffle(),
        target in prop::sample::select(&TARGET_NAMES[..]),
        only_zero_and_one in any::<bool>(),
    ) {
        let mut table = experiment.table.clone();
        table.target = target.to_owned();
        let names: Vec<_> = table.classes.iter().zip(classes).map(|(old, new)| (old.clone(), new.to_owned())).collect();
        for student in &mut table.students {
            // CSV does not say who is left out.
            student.included = true;
            student.target = student.target.take().map(|target| match target {
                Target::Class(old) => Target::Class(names.iter().find(|(other, _)| *other == old).unwrap().1.clone()),
                Target::Number(number) if only_zero_and_one => Target::Number(f64::from(u8::from(number > 0.0))),
                Target::Number(number) => Target::Number(number),
            });
        }
        table.classes = names.into_iter().map(|(_, new)| new).collect();
        let checked = CheckedExperiment::try_from(Experiment { table: table.clone(), ..experiment });
        prop_assert_eq!(checked.err(), None);
        let csv = table.to_csv();
        prop_assert_eq!(Table::from_csv(csv.as_bytes()), Ok(table.clone()), "{}", csv);
        let rows = ::csv::ReaderBuilder::new().has_headers(false).from_reader(csv.as_bytes()).into_records();
        let rows = rows.map(|row| row.unwrap().iter().map(str::to_owned).collect());
        prop_assert_eq!(Table::from_rows(rows), Ok(table), "{}", csv);
    }

    #[test]
    fn steps_may_be_cut_anywhere_and_looked_at_in_between(
        experiment in experiments(Numbers::Usual),
        a in 0..40u64,
        b in 0..40u64,
    ) {
        let (mut cut, mut whole) = (trainer(&experiment), trainer(&experiment));
        cut.step(a);
        cut.evaluate();
        cut.step(b);
        whole.step(a + b);
        prop_assert_eq!(state(&mut cut), state(&mut whole));
    }

    #[test]
    fn what_is_no_number_is_not_reported_as_one(
        experiment in experiments(Numbers::Allowed),
        steps in 0..30u64,
    ) {
        let mut run = trainer(&experiment);
        run.evaluate();
        crate::reported::are_numbers(&run);
        run.step(steps);
        run.evaluate();
        crate::reported::are_numbers(&run);
    }

    #[test]
    fn sum_to_one_weights_are_positive_with_a_sum_of_one(
        mut experiment in experiments(Numbers::Allowed),
        steps in 0..30u64,
    ) {
        experiment.model.weights = Constraint::SumToOne;
        let mut run = trainer(&experiment);
        run.step(steps);
        let inputs = experiment.table.subjects.len();
        let weights = run.layers()[0].weights.clone();
        for unit in run.evaluate().parameters()[weights].chunks_exact(inputs) {
            prop_assert!(unit.iter().all(|&w| w > 0.0), "{:?}", unit);
            let sum: f64 = unit.iter().map(|&w| f64::from(w)).sum();
            prop_assert!((sum - 1.0).abs() <= 4.0 * f64::from(f32::EPSILON), "sum {}", sum);
        }
    }

    #[test]
    fn weights_in_raw_score_units_predict_what_the_scaled_network_predicts(
        mut experiment in experiments(Numbers::Usual),
        steps in 0..30u64,
    ) {
        experiment.model.hidden.clear();
        experiment.model.initial = Initial::XavierUniform;
        let mut run = trainer(&experiment);
        run.step(steps);
        compare_with_raw_weights(run.layers()[0].clone(), &experiment, run.evaluate());
    }

    #[test]
    fn the_order_of_the_students_changes_nothing_beyond_rounding(
        experiment in experiments(Numbers::Usual),
        order in any::<prop::sample::Index>(),
    ) {
        let experiment = insensitive(experiment);
        let students = experiment.table.students.len();
        let mut permuted = experiment.clone();
        permuted.table.students.rotate_left(order.index(students));
        permuted.table.students.reverse();
        let (mut run, mut other) = (trainer(&experiment), trainer(&permuted));
        run.step(3);
        other.step(3);
        let (a, b) = (run.evaluate(), other.evaluate());
        let largest = a.parameters().iter().fold(1.0f32, |m, p| m.max(p.abs()));
        for (a, b) in a.parameters().iter().zip(b.parameters()) {
            prop_assert!((a - b).abs() <= 1e-5 * largest, "{} and {}, largest {}", a, b, largest);
        }
    }
}

/// The same with a full batch and nothing in it that jumps, so that rounding stays rounding: held-out students are
/// drawn by their places, an l1 jumps at 0, and a small ε makes an update of a gradient that is nothing but rounding.
fn insensitive(mut experiment: Experiment) -> Experiment {
    let training = &mut experiment.training;
    (training.batch_size, training.test_fraction, training.l1) = (None, 0.0, 0.0);
    training.learning_rate = training.learning_rate.min(1e-3);
    match &mut training.optimizer {
        Optimizer::Adagrad { epsilon }
        | Optimizer::RmspropPytorch { epsilon, .. }
        | Optimizer::Adam { epsilon, .. }
        | Optimizer::Adamw { epsilon, .. } => *epsilon = 1.0,
        _ => {}
    }
    experiment
}

/// Predicts in 64 bits from raw scores and the weights in raw score units.
fn compare_with_raw_weights(layer: sanhao::Layer, experiment: &Experiment, evaluation: &Evaluation) {
    let rows = evaluation.predictions();
    for (student, predictions) in experiment.table.students.iter().zip(rows.rows()) {
        let Some(scores) = student.complete_scores() else {
            assert!(predictions.iter().all(|p| p.is_nan()), "{predictions} with a missing score");
            continue;
        };
        let weights = evaluation.parameters()[layer.weights.clone()].chunks_exact(layer.inputs);
        let mut size = 1.0f64;
        let sums: Vec<f64> = weights
            .enumerate()
            .map(|(unit, weights)| {
                let terms = weights.iter().zip(&scores).map(|(&w, x)| f64::from(w) * x);
                let bias = evaluation.parameters()[layer.biases.clone()].get(unit).map_or(0.0, |&b| b.into());
                size = size.max(terms.clone().map(f64::abs).sum::<f64>() + f64::abs(bias));
                terms.sum::<f64>() + bias
            })
            .collect();
        // The largest sum is subtracted, so that no exponential overflows.
        let largest = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let total: f64 = sums.iter().map(|z| (z - largest).exp()).sum();
        for (z, &p) in sums.iter().zip(predictions) {
            let expected = match experiment.model.output {
                Output::Linear => *z,
                Output::Sigmoid => 1.0 / (1.0 + (-z).exp()),
                Output::Softmax => (z - largest).exp() / total,
                other => panic!("{other:?} has no formula in this test"),
            };
            // Each term is rounded a few times to 24 bits, scaled and unscaled.
            assert!(
                (f64::from(p) - expected).abs() <= 1e-6 * size,
                "{p}, not {expected}, of terms of {size} ({:?})",
                experiment.scaling
            );
        }
    }
}
