//! What is said of a run is so: checked by running on.

use arbitrary::Unstructured;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, RngSeed, TestRunner};
use sanhao::insight::diagnosis::{self, MINIMUM_SHARE, SLOW_SHARE};
use sanhao::{CheckedExperiment, Diagnosis, Experiment, Loss, Output, Preset, Role, Target, Trainer};

use crate::draw::{self, Numbers};

/// Experiments of every kind, most of them with up to 24 students, some with more than the presets have.
fn experiments() -> impl Strategy<Value = (Experiment, u64)> {
    let bytes = prop::collection::vec(any::<u8>(), 4096);
    let students =
        prop_oneof![12 => Just(0usize), 3 => 25..300usize, 2 => 300..700usize, 1 => Just(5000usize)];
    (bytes, students, 100..3000u64, any::<u32>()).prop_map(|(bytes, students, updates, seed)| {
        let mut experiment = draw::experiment(&mut Unstructured::new(&bytes), Numbers::Usual).unwrap();
        let mut random = seed;
        while experiment.table.students.len() < students {
            let bytes: Vec<u8> = (0..256)
                .map(|_| {
                    random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (random >> 24) as u8
                })
                .collect();
            let table = &experiment.table;
            let student = draw::student(&mut Unstructured::new(&bytes), Numbers::Usual, table).unwrap();
            experiment.table.students.push(student);
        }
        let updates = if students >= 5000 {
            updates / 20
        } else if students >= 300 {
            updates / 4
        } else {
            updates
        };
        (experiment, updates)
    })
}

/// The training objective: the mean loss with the penalties.
fn objective(run: &mut Trainer) -> f64 {
    let loss = run.evaluate().loss().unwrap_or(f64::NAN);
    let parameters = run.update_input().parameters;
    let training = &run.experiment().training;
    let penalty = |&w: &f32| training.l1 * f64::from(w).abs() + training.l2 * f64::from(w).powi(2) / 2.0;
    loss + run.layers().iter().flat_map(|layer| &parameters[layer.weights.clone()]).map(penalty).sum::<f64>()
}

/// How often each thing was said, and how often running on showed that it was not so.
#[derive(Debug, Default)]
struct Tally {
    said: usize,
    wrong: Vec<String>,
}

/// Whether all training students have the same predictions, to a hundredth of what their targets span.
fn tells_nobody_apart(run: &Trainer) -> bool {
    let predictions = run.evaluation().predictions();
    let is_training = |i: &usize| run.roles()[*i] == Role::Training;
    let training: Vec<usize> = (0..run.roles().len()).filter(is_training).collect();
    let target = |&i: &usize| match run.experiment().table.students[i].target {
        Some(Target::Number(target)) => Some(target),
        _ => None,
    };
    let targets = training.iter().filter_map(target).collect();
    let ends = |values: Vec<f64>| {
        values.into_iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[a, b], x| [a.min(x), b.max(x)])
    };
    let [low, high] = ends(targets);
    let span = if high > low { high - low } else { 1.0 };
    predictions.columns().into_iter().all(|column| {
        let [low, high] = ends(training.iter().map(|&i| f64::from(column[i])).collect());
        high - low <= 0.01 * span
    })
}

/// Whether running on bears a diagnosis out; why not, if not.
fn contradiction(run: &mut Trainer, said: Diagnosis) -> Option<String> {
    let (updates, before) = (run.updates(), objective(run));
    let loss = run.evaluation().loss().unwrap_or(f64::NAN);
    let experiment = run.experiment().clone();
    let after = |run: &mut Trainer, more: u64| {
        run.step(more);
        objective(run)
    };
    let holds = match said {
        Diagnosis::Minimum { .. } => {
            let nothing = 1e-4 * run.history().points()[0].training;
            after(run, 10 * updates) >= (1.0 - MINIMUM_SHARE) * before || before < nothing
        }
        Diagnosis::Swinging { low, high, .. } => {
            // As long again, and then looked at over as many updates as there are in two epochs, or 256.
            run.step(updates);
            let losses: Vec<f64> = (0..256)
                .map(|_| {
                    run.step(1);
                    run.evaluate().loss().unwrap_or(f64::NAN)
                })
                .collect();
            let span = high - low;
            let lowest = losses.iter().copied().fold(f64::INFINITY, f64::min);
            let highest = losses.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            lowest > low - span && highest < high + span && highest > low - 0.5 * span
        }
        Diagnosis::Separable => {
            let later = after(run, 10 * updates);
            later < before || run.evaluation().accuracy() == Some(1.0)
        }
        Diagnosis::Stuck { .. } => after(run, updates) == before,
        Diagnosis::SameForAll { .. } => tells_nobody_apart(run),
        // The part by which it fell while as many updates were done as it was judged by.
        Diagnosis::Slow { .. } => after(run, (updates / 4).min(1000)) >= (1.0 - 5.0 * SLOW_SHARE) * before,
        Diagnosis::Worse { first } => loss > first,
        Diagnosis::Diverged => run.step(1) == 0,
        Diagnosis::Learning => true,
        other => panic!("{other:?} has no check"),
    };
    let Experiment { scaling, model, training, table, .. } = &*experiment;
    (!holds).then(|| {
        let students = table.students.len();
        let now = objective(run);
        format!("{said:?} after {updates}: {before} became {now} ({students} students, {scaling:?}, {model:?}, {training:?})")
    })
}

#[test]
fn what_is_said_of_a_random_run_is_borne_out_by_running_on() {
    let config =
        Config { rng_seed: RngSeed::Fixed(3), rng_algorithm: RngAlgorithm::ChaCha, ..Config::default() };
    let mut runner = TestRunner::new(config);
    let mut tallies: std::collections::BTreeMap<String, Tally> = Default::default();
    let cases: usize = std::env::var("CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(600);
    for _ in 0..cases {
        let (experiment, updates) = experiments().new_tree(&mut runner).unwrap().current();
        let mut run = Trainer::new(CheckedExperiment::try_from(experiment).unwrap());
        run.step(updates / 2);
        run.evaluate();
        run.step(updates - updates / 2);
        run.evaluate();
        let said = diagnosis::of(&run);
        let kind = format!("{said:?}").split([' ', '{']).next().unwrap_or_default().to_owned();
        let tally = tallies.entry(kind).or_default();
        tally.said += 1;
        tally.wrong.extend(contradiction(&mut run, said));
    }
    for (kind, Tally { said, wrong }) in &tallies {
        println!("{kind}: {said} times, {} not borne out: {wrong:#?}", wrong.len());
    }
    let said: usize = tallies.values().map(|tally| tally.said).sum();
    let wrong: Vec<&String> = tallies.values().flat_map(|tally| &tally.wrong).collect();
    assert!(200 * wrong.len() <= said, "{} of {said}: {wrong:#?}", wrong.len());
}

#[test]
fn several_sigmoids_with_the_right_class_ahead_need_not_be_separable() {
    let mut experiment = Preset::Honours.experiment();
    experiment.model.output = Output::Sigmoid;
    experiment.training.loss = Loss::BinaryCrossEntropy;
    let mut run = Trainer::new(CheckedExperiment::try_from(experiment).unwrap());
    run.step(8000);
    let evaluation = run.evaluate();
    // No line parts the students of the middle class from the two others: their sigmoid stays below ½ for some.
    assert_eq!(evaluation.accuracy(), Some(1.0));
    assert!(evaluation.loss().unwrap() > 0.1);
    assert_ne!(diagnosis::of(&run), Diagnosis::Separable);
}
