//! A run's past, found again bit for bit.

use arbitrary::Unstructured;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sanhao::insight::diagnosis;
use sanhao::{Cause, CheckedExperiment, Diagnosis, Experiment, History, Optimizer, Preset, Timeline};

use crate::draw::Numbers;

fn timeline(experiment: &Experiment) -> Timeline {
    Timeline::new(CheckedExperiment::try_from(experiment.clone()).unwrap())
}

/// All that decides how a run goes on, as far as it can be seen: bit for bit.
type State = (u64, u64, u64, bool, Vec<u32>, Vec<u32>);

fn state(run: &mut Timeline) -> State {
    let (updates, epoch, rate) =
        (run.trainer().updates(), run.trainer().epoch(), run.trainer().learning_rate().to_bits());
    let diverged = run.trainer().has_diverged();
    let evaluation = run.evaluate();
    let bits = |numbers: Vec<f32>| numbers.into_iter().map(f32::to_bits).collect();
    let predictions = bits(evaluation.predictions().iter().copied().collect());
    (updates, epoch, rate, diverged, bits(evaluation.parameters().to_vec()), predictions)
}

/// What a person does to a run.
#[derive(Clone, Debug)]
enum Act {
    Step(u64),
    LearningRate(f64),
    /// Puts a parameter, of those there are, where it is said.
    Parameter(usize, f64),
    Seek(u64),
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let act = prop_oneof![
        4 => (1..60u64).prop_map(Act::Step),
        1 => (1e-4..0.5).prop_map(Act::LearningRate),
        // Enough for a run to diverge.
        1 => Just(Act::LearningRate(1e6)),
        1 => (any::<usize>(), 0.01..0.99).prop_map(|(i, value)| Act::Parameter(i, value)),
        1 => (0..200u64).prop_map(Act::Seek),
    ];
    prop::collection::vec(act, 1..12)
}

/// Does it, and keeps the state after each update of the run as it now is.
fn act(run: &mut Timeline, act: &Act, states: &mut Vec<State>) {
    let before = run.trainer().updates() as usize;
    match *act {
        Act::Step(updates) => {
            for _ in 0..updates {
                if run.step(1) == 0 {
                    break;
                }
                let now = state(run);
                match states.get(now.0 as usize) {
                    // On the way that it went before.
                    Some(then) => assert_eq!(&now, then),
                    None => states.push(now),
                }
            }
        }
        Act::Seek(updates) => run.seek(updates),
        Act::LearningRate(rate) => run.set_learning_rate(rate).unwrap(),
        Act::Parameter(index, value) => {
            let count = run.evaluate().parameters().len();
            _ = run.set_parameter(index % count, value);
        }
    }
    if matches!(act, Act::LearningRate(_) | Act::Parameter(..)) {
        states.truncate(before);
        states.push(state(run));
    }
    let here = run.trainer().updates() as usize;
    if here + 1 == states.len() {
        // A run may have diverged in an update that was not done.
        states[here] = state(run);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_past_update_is_found_again_whatever_was_done(
        bytes in prop::collection::vec(any::<u8>(), 4096),
        acts in acts(),
        order in prop::collection::vec(any::<prop::sample::Index>(), 12),
    ) {
        let experiment = crate::draw::experiment(&mut Unstructured::new(&bytes), Numbers::Usual).unwrap();
        let mut run = timeline(&experiment);
        let mut states = vec![state(&mut run)];
        for what in &acts {
            act(&mut run, what, &mut states);
        }
        prop_assert_eq!(run.furthest() as usize + 1, states.len());
        let history = run.trainer().history().clone();
        for index in order {
            let expected = index.get(&states);
            run.seek(expected.0);
            prop_assert_eq!(&state(&mut run), expected);
            // From there it goes the same way.
            let next = states.get(expected.0 as usize + 7);
            if let Some(next) = next {
                prop_assert_eq!(run.step(7), 7);
                prop_assert_eq!(&state(&mut run), next);
            }
        }
        prop_assert_eq!(run.trainer().history(), &history, "looking back forgets no loss");
    }
}

#[test]
fn a_long_run_keeps_its_whole_past_in_few_checkpoints() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.optimizer = Optimizer::Adam { beta1: 0.9, beta2: 0.999, epsilon: 1e-8 };
    experiment.training.shuffle = true;
    let mut run = timeline(&experiment);
    let mut states = vec![];
    for _ in 0..100 {
        run.step(1237);
        if states.len() == 40 {
            run.set_learning_rate(1e-4).unwrap();
        }
        states.push(state(&mut run));
    }
    assert_eq!((run.beginning(), run.furthest()), (0, 123_700));
    for then in states.iter().rev().chain(&states) {
        run.seek(then.0);
        assert_eq!(&state(&mut run), then);
    }
    run.seek(0);
    let mut first = timeline(&experiment);
    assert_eq!(state(&mut run), state(&mut first));
}

#[test]
fn what_came_after_is_gone_once_something_is_changed_in_the_past() {
    let mut run = timeline(&Preset::Award.experiment());
    run.step(500);
    run.seek(200);
    assert_eq!((run.trainer().updates(), run.furthest()), (200, 500));
    run.set_learning_rate(0.02).unwrap();
    assert_eq!(run.furthest(), 200);
    assert!(run.trainer().history().points().iter().all(|point| point.epoch <= run.trainer().epoch()));
    run.step(100);
    assert_eq!((run.trainer().updates(), run.trainer().learning_rate()), (300, 0.02));
    run.reset();
    assert_eq!((run.trainer().updates(), run.furthest(), run.trainer().learning_rate()), (0, 0, 0.02));
    run.seek(100);
    assert_eq!(run.trainer().updates(), 0, "there is no future to go to");
}

#[test]
fn a_diverged_run_is_left_for_its_best_update() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.loss = sanhao::Loss::Squared;
    experiment.training.learning_rate = 1e-5;
    let mut run = timeline(&experiment);
    run.step(60);
    let lowest = run.trainer().history().points().last().unwrap().training;
    run.set_learning_rate(1.0).unwrap();
    run.step(1000);
    assert!(run.trainer().has_diverged());
    let (end, best) = (run.trainer().updates(), run.best());
    assert_eq!(best, 60);
    run.seek(best);
    assert!(!run.trainer().has_diverged());
    assert_eq!(run.evaluate().loss(), Some(lowest));
    run.seek(end);
    assert!(run.trainer().has_diverged());
}

#[test]
fn however_much_a_person_does_memory_stays_and_the_nearer_past_with_it() {
    let mut run = timeline(&Preset::Weights.experiment());
    let mut states = vec![];
    for i in 0..70_000 {
        run.step(1);
        run.set_learning_rate(1e-3 + f64::from(i) * 1e-9).unwrap();
        if i % 1000 == 0 {
            states.push(state(&mut run));
        }
    }
    assert!(run.beginning() > 0, "half a million numbers are kept");
    for then in &states {
        run.seek(then.0);
        assert_eq!(run.trainer().updates(), then.0.max(run.beginning()));
        if then.0 >= run.beginning() {
            assert_eq!(&state(&mut run), then);
        }
    }
    assert!(run.trainer().history().points().len() <= History::MAX_POINTS);
}

#[test]
fn a_saturated_sigmoid_is_stuck() {
    // CASES.md, case 2 without a bias: the weights sum to one, so that every total is at least 60 and σ is exactly 1.
    let mut experiment = Preset::Award.experiment();
    experiment.scaling = sanhao::Scaling::Raw;
    experiment.model.bias = false;
    experiment.model.weights = sanhao::Constraint::SumToOne;
    experiment.model.initial = sanhao::Initial::Zeros;
    experiment.training.loss = sanhao::Loss::Absolute;
    let mut run = timeline(&experiment);
    run.evaluate();
    assert_eq!(diagnosis::of(run.trainer()), Diagnosis::Learning, "nothing has been tried");
    run.step(1000);
    run.evaluate();
    assert!(matches!(diagnosis::of(run.trainer()), Diagnosis::Stuck { cause: Cause::Saturated { .. } }));
    // A run that learns is not, nor one whose loss is 0.
    for preset in Preset::ALL {
        let mut run = timeline(&preset.experiment());
        for _ in 0..20 {
            run.step(50);
            run.evaluate();
            assert!(!matches!(diagnosis::of(run.trainer()), Diagnosis::Stuck { .. }), "{preset:?}");
        }
    }
}
