//! Every run of a sweep gives the bits of that experiment run alone.

use arbitrary::{Result, Unstructured};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sanhao::{Activation, Axis, CheckedExperiment, Experiment, Optimizer, Preset, Scaling, Sweep, Trainer};

use crate::draw::{self, Numbers};

/// An axis that fits an experiment.
fn axis(u: &mut Unstructured<'_>, numbers: Numbers, experiment: &Experiment) -> Result<Axis> {
    let count = u.int_in_range(1..=6usize)?;
    let mut several = |from: usize, to: usize| -> Result<Vec<usize>> {
        (0..count).map(|_| u.int_in_range(from..=to)).collect()
    };
    Ok(match several(0, 9)?[0] {
        0 => {
            let (low, high) = if numbers == Numbers::Usual { (1e-5, 1e3) } else { (1e-30, 1e6) };
            Axis::LearningRate { low, high, count }
        }
        1 => Axis::Seed { first: several(0, 1000)?[0] as u32, count },
        2 => Axis::BatchSize { sizes: several(1, 9)? },
        3 => Axis::Units { sizes: several(1, 7)? },
        4 => Axis::Depth { sizes: several(0, 3)? },
        5 => {
            let at = several(0, Activation::ALL.len() - 1)?;
            Axis::Activation { activations: at.into_iter().map(|at| Activation::ALL[at]).collect() }
        }
        6 => {
            let all = [
                Optimizer::Sgd,
                Optimizer::MOMENTUM,
                Optimizer::Momentum { momentum: 0.5 },
                Optimizer::ADAM,
                Optimizer::Adam { beta1: 0.5, beta2: 0.9, epsilon: 1e-3 },
                Optimizer::ADAMW,
            ];
            Axis::Optimizer { optimizers: several(0, 5)?.into_iter().map(|at| all[at]).collect() }
        }
        7 => Axis::LearningRates {
            rates: several(1, 99)?.into_iter().map(|tenths| tenths as f64 / 10.0).collect(),
        },
        8 => Axis::L2 { factors: several(0, 3)?.into_iter().map(|factor| factor as f64 / 10.0).collect() },
        _ if experiment.table.students.len() > 4 => {
            Axis::TestFraction { factors: several(0, 2)?.into_iter().map(|part| part as f64 / 4.0).collect() }
        }
        _ => {
            let all = [Scaling::Raw, Scaling::DivideBy100, Scaling::Standard];
            Axis::Scaling { scalings: several(0, 2)?.into_iter().map(|at| all[at]).collect() }
        }
    })
}

fn experiment_and_axes(numbers: Numbers) -> impl Strategy<Value = (Experiment, Vec<Axis>)> {
    prop::collection::vec(any::<u8>(), 4096).prop_map(move |bytes| {
        let (first, second) = bytes.split_at(512);
        let experiment = draw::experiment(&mut Unstructured::new(second), numbers).unwrap();
        let mut u = Unstructured::new(first);
        let axes = (0..u.int_in_range(1..=2).unwrap()).map(|_| axis(&mut u, numbers, &experiment).unwrap());
        let axes = axes.collect();
        (experiment, axes)
    })
}

/// The experiment of one run, made anew from the values that the sweep says it has.
fn alone(experiment: &Experiment, axes: &[Axis], values: &[Vec<f64>], run: usize) -> Experiment {
    let mut own = experiment.clone();
    let mut at = run;
    for (axis, values) in axes.iter().zip(values) {
        let (place, value) = (at % values.len(), values[at % values.len()]);
        at /= values.len();
        let model = &mut own.model;
        match axis {
            Axis::LearningRate { .. } | Axis::LearningRates { .. } => own.training.learning_rate = value,
            Axis::Seed { .. } => own.training.seed = value as u32,
            Axis::BatchSize { .. } => own.training.batch_size = Some(value as usize),
            Axis::Units { .. } | Axis::Depth { .. } => {
                let usual = sanhao::HiddenLayer { units: 4, activation: Activation::Tanh };
                let layer = model.hidden.first().copied().unwrap_or(usual);
                let depth =
                    if let Axis::Depth { .. } = axis { value as usize } else { model.hidden.len().max(1) };
                model.hidden.resize(depth, layer);
                if let Axis::Units { .. } = axis {
                    model.hidden.iter_mut().for_each(|layer| layer.units = value as usize);
                }
                use sanhao::Initial::{HeNormal, Uniform, XavierUniform};
                if depth > 0 && !matches!(model.initial, HeNormal | Uniform { .. } | XavierUniform) {
                    model.initial = XavierUniform;
                }
            }
            Axis::Activation { activations } => {
                model.hidden.iter_mut().for_each(|layer| layer.activation = activations[place]);
            }
            Axis::Optimizer { optimizers } => own.training.optimizer = optimizers[place],
            Axis::L2 { .. } => own.training.l2 = value,
            Axis::Scaling { scalings } => own.scaling = scalings[place],
            Axis::TestFraction { .. } => own.training.test_fraction = value,
            other => panic!("{other:?} is not known to this test"),
        }
    }
    own
}

/// Compares every run of a sweep with that run alone, at every point where losses are kept and at the end. `budgets`: how
/// the sweep is cut into steps, over and over.
fn compare(experiment: &Experiment, axes: &[Axis], updates: u64, budgets: &[u64]) {
    let Ok(checked) = CheckedExperiment::try_from(experiment.clone()) else { return };
    let mut sweep = match Sweep::new(checked, axes, updates) {
        Ok(sweep) => sweep,
        Err(error) => {
            // What the sweep refuses is refused in one of its runs too: only given weights have a shape.
            let values: Vec<_> = axes.iter().map(Axis::numbers).collect();
            let runs = values.iter().map(Vec::len).product::<usize>();
            let refused = |run| CheckedExperiment::try_from(alone(experiment, axes, &values, run)).is_err();
            assert!((0..runs).any(refused), "{error}");
            return;
        }
    };
    for &budget in budgets.iter().cycle() {
        if sweep.is_finished() {
            break;
        }
        sweep.step(budget);
    }
    let values = sweep.values().to_vec();
    let runs = sweep.runs();
    let diverged = sweep.diverged();
    for (run, &diverged) in diverged.iter().enumerate() {
        let own = alone(experiment, axes, &values, run);
        let mut trainer = Trainer::new(CheckedExperiment::try_from(own.clone()).unwrap());
        for (at, &point) in sweep.points().iter().enumerate() {
            trainer.step(point - trainer.updates().min(point));
            let evaluation = trainer.evaluate();
            let bits = |loss: Option<f64>| loss.unwrap_or(f64::NAN).to_bits();
            let here = format!("run {run} after {point} updates of {axes:?}: {own:?}");
            assert_eq!(sweep.losses()[at * runs + run].to_bits(), bits(evaluation.loss()), "{here}");
            let held_out = sweep.held_out_losses()[at * runs + run];
            assert_eq!(held_out.to_bits(), bits(evaluation.held_out_loss()), "held out, {here}");
        }
        assert_eq!(diverged, trainer.has_diverged().then(|| trainer.updates()), "{own:?}");
        let bits = |numbers: &[f32]| numbers.iter().map(|n| n.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&sweep.parameters(run)), bits(trainer.evaluation().parameters()), "{own:?}");
        assert_eq!(sweep.model(run).map(|model| Experiment::clone(model.experiment())), Some(own));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_run_beside_others_has_the_bits_that_it_has_alone(
        (experiment, axes) in experiment_and_axes(Numbers::Usual),
        updates in 0..60u64,
        budgets in prop::collection::vec(1..200u64, 3),
    ) {
        compare(&experiment, &axes, updates, &budgets);
    }

    #[test]
    fn so_it_has_at_the_limits_of_what_is_allowed(
        (experiment, axes) in experiment_and_axes(Numbers::Allowed),
        updates in 0..40u64,
    ) {
        compare(&experiment, &axes, updates, &[u64::MAX]);
    }
}

#[test]
fn presets_have_their_bits_over_hundreds_of_updates() {
    for preset in Preset::ALL {
        let rates = Axis::LearningRate { low: 1e-4, high: 10.0, count: 9 };
        let seeds = Axis::Seed { first: 1, count: 5 };
        for axes in [vec![rates.clone()], vec![seeds.clone()], vec![rates, seeds]] {
            compare(&preset.experiment(), &axes, 700, &[1000]);
        }
    }
}

#[test]
fn a_cross_entropy_diverges_where_it_does_alone() {
    let mut experiment = Preset::Award.experiment();
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.scaling = Scaling::Raw;
    for student in &mut experiment.table.students {
        student.scores.iter_mut().flatten().for_each(|score| *score *= 1e4);
    }
    let rates = Axis::LearningRate { low: 1.0, high: 1e6, count: 12 };
    let mut sweep =
        Sweep::new(experiment.clone().check().unwrap(), std::slice::from_ref(&rates), 200).unwrap();
    sweep.step(u64::MAX);
    let diverged = sweep.diverged();
    assert!(diverged.iter().any(Option::is_some) && diverged.iter().any(Option::is_none), "{diverged:?}");
    compare(&experiment, &[rates], 200, &[u64::MAX]);
}

#[test]
fn batches_of_several_parts_have_their_bits() {
    for preset in [Preset::Weights, Preset::Award, Preset::Layers] {
        let mut experiment = preset.experiment();
        let few = experiment.table.students.clone();
        experiment.table.students = few.iter().cycle().take(700).cloned().collect();
        experiment.training.batch_size = None;
        compare(&experiment, &[Axis::LearningRate { low: 1e-3, high: 1e5, count: 5 }], 20, &[7]);
    }
}

#[test]
fn a_large_network_trains_by_itself_and_has_its_bits() {
    let mut experiment = Preset::Layers.experiment();
    experiment.model.hidden = vec![sanhao::HiddenLayer { units: 260, activation: Activation::Relu }; 2];
    compare(&experiment, &[Axis::Seed { first: 7, count: 2 }], 20, &[3]);
}

#[test]
fn what_does_not_fit_is_refused_with_the_number_that_fits() {
    let refused = |experiment: &Experiment, axes: &[Axis]| {
        Sweep::new(experiment.clone().check().unwrap(), axes, 10).unwrap_err().to_string()
    };
    let mut experiment = Preset::Weights.experiment();
    let seeds = |count| Axis::Seed { first: 1, count };
    assert_eq!(refused(&experiment, &[]), "axes: 0 settings that differ, at least 1 needed");
    assert_eq!(
        refused(&experiment, &[seeds(1025)]),
        "axes[0]: 1025 runs of this size at once, at most 1024 allowed"
    );
    assert_eq!(
        refused(&experiment, &[seeds(33), seeds(32)]),
        "axes: 1056 runs of this size at once, at most 1024 allowed"
    );
    assert_eq!(
        refused(&experiment, &[Axis::Seed { first: u32::MAX, count: 2 }]),
        "axes[0].count: 2 is not a number from 1 to 1",
        "there is no seed after the largest"
    );
    assert_eq!(
        refused(&experiment, &[Axis::LearningRate { low: 0.0, high: 1.0, count: 5 }]),
        "axes[0].low: 0 is not a positive finite number"
    );
    let few = experiment.table.students.clone();
    experiment.table.students = few.iter().cycle().take(20_000).cloned().collect();
    assert_eq!(
        refused(&experiment, &[seeds(1024)]),
        "axes: 1024 runs of this size at once, at most 167 allowed"
    );
    let checked = experiment.check().unwrap();
    assert!(Sweep::new(checked, &[seeds(167)], 10).is_ok(), "and so many fit");
}

#[test]
fn runs_that_have_all_diverged_cost_nothing() {
    let mut experiment = Preset::Award.experiment();
    experiment.training.loss = sanhao::Loss::Squared;
    experiment.model.output = sanhao::Output::Linear;
    experiment.training.optimizer = Optimizer::Sgd;
    let axis = Axis::LearningRate { low: 10.0, high: 1e3, count: 16 };
    let mut sweep = Sweep::new(experiment.check().unwrap(), &[axis], 1_000_000_000).unwrap();
    let done = sweep.step(u64::MAX);
    assert!(sweep.is_finished() && sweep.diverged().iter().all(Option::is_some));
    assert!(done < 16 * 100, "{done} updates");
}

#[test]
fn runs_that_have_all_diverged_come_to_the_last_update_there_can_be() {
    let mut experiment = Preset::Award.experiment();
    experiment.training.loss = sanhao::Loss::Squared;
    experiment.model.output = sanhao::Output::Linear;
    experiment.training.optimizer = Optimizer::Sgd;
    let axis = Axis::LearningRate { low: 10.0, high: 1e3, count: 4 };
    let mut sweep = Sweep::new(experiment.check().unwrap(), &[axis], u64::MAX).unwrap();
    sweep.step(1_000_000);
    assert!(sweep.is_finished() && sweep.points().is_sorted(), "{:?}", sweep.points());
}

#[test]
fn runs_are_laid_out_at_their_first_turn() {
    let axis = Axis::Seed { first: 1, count: 12 };
    let experiment = Preset::Layers.experiment().check().unwrap();
    let mut sweep = Sweep::new(experiment, &[axis], 10).unwrap();
    let mut begun = vec![];
    for budget in [0, 1, u64::MAX] {
        sweep.step(budget);
        begun.push((0..12).filter(|&run| !sweep.parameters(run).is_empty()).count());
    }
    assert_eq!(begun, [0, 4, 12]);
}
