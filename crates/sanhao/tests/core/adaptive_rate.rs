//! The largest stable learning rate of optimisers that remember squared gradients, tried by the trainer's own update.

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use sanhao::insight::explain;
use sanhao::insight::stability::largest_learning_rate;
use sanhao::{
    Analysis, CheckedExperiment, Constraint, Experiment, Initial, Loss, Optimizer, Preset, Scaling,
    Stability, Student, Target, Timeline, Trainer, UpdateInput,
};

use crate::complete;

/// Full batches of random students: a bowl that is the same everywhere.
fn bowls() -> impl Strategy<Value = Experiment> {
    let student = (prop::collection::vec(1.0..100.0f64, 3), 0.0..2.0f64);
    (prop::collection::vec(student, 2..10), any::<bool>()).prop_map(|(students, bias)| {
        let mut experiment = full_batches(Preset::Weights);
        experiment.table.students = students
            .into_iter()
            .map(|(scores, total)| Student {
                name: String::new(),
                scores: complete(&scores),
                target: Some(Target::Number(total)),
                included: true,
            })
            .collect();
        experiment.model.bias = bias;
        experiment.scaling = Scaling::Standard;
        experiment.training.loss = Loss::Squared;
        experiment
    })
}

/// Bowls, and losses that are curved otherwise in every place: two classes, three, hidden neurons, weights that sum to one.
fn experiments() -> impl Strategy<Value = Experiment> {
    let curved = [Preset::Award, Preset::Honours, Preset::Layers].map(|preset| {
        let mut experiment = full_batches(preset);
        // From 0 some first gradients are rounding alone.
        experiment.model.initial = Initial::XavierUniform;
        experiment
    });
    let mut constrained = full_batches(Preset::Weights);
    constrained.model.weights = Constraint::SumToOne;
    constrained.scaling = Scaling::DivideBy100;
    constrained.training.loss = Loss::Squared;
    prop_oneof![bowls(), prop::sample::select(curved.to_vec()), Just(constrained)]
}

fn full_batches(preset: Preset) -> Experiment {
    let mut experiment = preset.experiment();
    experiment.training.batch_size = None;
    experiment.training.shuffle = false;
    experiment
}

/// Every optimiser that remembers squared gradients.
fn optimizers(decay: impl Strategy<Value = f64> + Clone + 'static) -> impl Strategy<Value = Optimizer> {
    let (beta1, epsilon) = (0.0..0.95f64, 1e-8..1e-3f64);
    let betas = (beta1, decay.clone(), epsilon.clone());
    let weight_decay = prop_oneof![Just(0.0), 0.0..10.0f64, 10.0..100.0f64];
    prop_oneof![
        epsilon.clone().prop_map(|epsilon| Optimizer::Adagrad { epsilon }),
        (decay.clone(), epsilon.clone())
            .prop_map(|(decay, epsilon)| Optimizer::RmspropTensorflow1 { decay, epsilon }),
        (decay, epsilon).prop_map(|(decay, epsilon)| Optimizer::RmspropPytorch { decay, epsilon }),
        betas.clone().prop_map(|(beta1, beta2, epsilon)| Optimizer::Adam { beta1, beta2, epsilon }),
        (betas, weight_decay).prop_map(|((beta1, beta2, epsilon), weight_decay)| Optimizer::Adamw {
            beta1,
            beta2,
            epsilon,
            weight_decay
        }),
    ]
}

fn checked(experiment: &Experiment) -> CheckedExperiment {
    CheckedExperiment::try_from(experiment.clone()).unwrap()
}

fn stability(experiment: &Experiment, shown: &[f32], update_input: &UpdateInput) -> Stability {
    let mut analysis = Analysis::new(checked(experiment));
    analysis.set_parameters(shown).unwrap();
    largest_learning_rate(&analysis, &update_input.second, update_input.updates)
}

fn largest(experiment: &Experiment, shown: &[f32], update_input: &UpdateInput) -> f64 {
    match stability(experiment, shown, update_input) {
        Stability::Bound { largest, .. } => largest,
        other => panic!("{other:?}"),
    }
}

/// The trainer's update from a moment with other numbers, with its memory of squares held where it is.
struct Held {
    analysis: Analysis,
    update_input: UpdateInput,
    /// The squares after each update, and the rule s ← decay · s + gain · g² that is made to give them.
    squares: Vec<f64>,
    decay: f64,
    gain: f64,
}

impl Held {
    fn new(experiment: &Experiment, update_input: UpdateInput) -> Self {
        let of = |decay: f64| (decay, 1.0 - decay, 1.0);
        let (decay, gain, growth) = match experiment.training.optimizer {
            Optimizer::Adagrad { .. } => (1.0, 1.0, 1.0),
            Optimizer::RmspropTensorflow1 { decay, .. } | Optimizer::RmspropPytorch { decay, .. } => {
                of(decay)
            }
            Optimizer::Adam { beta2, .. } | Optimizer::Adamw { beta2, .. } => {
                // What is held is the mean s / (1 − β₂ᵗ).
                let correction = |updates: u64| 1.0 - beta2.powf(updates as f64);
                let growth = correction(update_input.updates + 1) / correction(update_input.updates);
                (beta2, 1.0 - beta2, growth)
            }
            other => panic!("{other:?}"),
        };
        let squares = update_input.second.iter().map(|&s| f64::from(s) * growth).collect();
        Self { analysis: Analysis::new(checked(experiment)), update_input, squares, decay, gain }
    }

    /// The parameters and the mean of gradients after an update, one list.
    fn update(&mut self, numbers: &[f32], rate: f64) -> Vec<f32> {
        let count = self.update_input.parameters.len();
        let (parameters, first) = numbers.split_at(count);
        self.update_input.parameters.copy_from_slice(parameters);
        self.update_input.first.copy_from_slice(first);
        self.update_input.learning_rate = rate;
        let gradient = explain::update(&self.analysis, &self.update_input).unwrap().unwrap().gradient;
        let before = |(&square, &g): (&f64, &f32)| {
            ((square - self.gain * f64::from(g) * f64::from(g)) / self.decay) as f32
        };
        let second = self.squares.iter().zip(&gradient).map(before).collect();
        let update_input = UpdateInput { second, ..self.update_input.clone() };
        let update = explain::update(&self.analysis, &update_input).unwrap().unwrap();
        for (&held, &s) in self.squares.iter().zip(&update.second) {
            assert!((f64::from(s) - held).abs() <= 1e-2 * held, "held at {held:e}, not {s:e}");
        }
        [update.parameters, update.first].concat()
    }

    /// The matrix that an update multiplies small changes of parameters and mean by, column by column, by differences.
    fn jacobian(&mut self, rate: f64) -> Vec<Vec<f64>> {
        let UpdateInput { parameters, first, .. } = &self.update_input;
        let (count, here) = (parameters.len(), [parameters.clone(), first.clone()].concat());
        let largest = parameters.iter().fold(1.0f32, |size, &x| size.max(x.abs()));
        let mut column = |i: usize| -> Vec<f64> {
            // The mean's part is linear.
            let nudge = if i < count { 0.02 * largest } else { 1.0 };
            let mut moved = |sign: f32| {
                let mut numbers = here.clone();
                numbers[i] += sign * nudge;
                let nudged = f64::from(numbers[i]);
                (nudged, self.update(&numbers, rate))
            };
            let ((from, ahead), (to, behind)) = (moved(1.0), moved(-1.0));
            ahead.iter().zip(&behind).map(|(&a, &b)| f64::from(a - b) / (from - to)).collect()
        };
        (0..here.len()).map(&mut column).collect()
    }

    /// By how much an update multiplies what goes to and fro: how far to the left an eigenvalue z of its Jacobian lies.
    /// What grows without turning, as on a saddle, lies to the right, at most at ρ.
    fn swing(&mut self, rate: f64) -> f64 {
        let mut jacobian = self.jacobian(rate);
        let right = spectral_radius(jacobian.clone()).max(1.0);
        (0..jacobian.len()).for_each(|i| jacobian[i][i] -= right);
        spectral_radius(jacobian) - right
    }
}

/// By squaring: the size of the 2^k-th power is the radius to the 2^k.
fn spectral_radius(mut power: Vec<Vec<f64>>) -> f64 {
    let mut logarithm = 0.0;
    for k in 0..14 {
        let size = power.iter().flatten().fold(1e-300, |size: f64, x| size.max(x.abs()));
        power.iter_mut().flatten().for_each(|x| *x /= size);
        logarithm += size.ln() / f64::from(1 << k);
        power = product(&power, &power);
    }
    logarithm.exp()
}

fn product(a: &[Vec<f64>], b: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let n = a.len();
    (0..n).map(|j| (0..n).map(|i| (0..n).map(|k| a[k][i] * b[j][k]).sum()).collect()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, rng_seed: RngSeed::Fixed(1), failure_persistence: None, ..ProptestConfig::default() })]

    /// The eigenvalue of the trainer's own update that leaves the unit circle at −1 does so at the bound, early and
    /// late in a run, where what the optimiser remembers of squares is held. The Jacobian knows no formula of the bound.
    #[test]
    fn the_update_with_its_memory_held_shrinks_below_the_bound_and_grows_above(
        experiment in experiments(),
        optimizer in optimizers(0.5..0.9999f64),
        updates in prop_oneof![1..10u64, 10..500u64],
    ) {
        let mut experiment = experiment;
        experiment.training.optimizer = optimizer;
        experiment.training.learning_rate = 0.01;
        let mut run = Trainer::new(checked(&experiment));
        run.step(updates);
        let shown = run.evaluate().parameters().to_vec();
        // Where a gradient was all but 0, 32 bits cannot hold its square beside that of a nudge.
        prop_assume!(run.update_input().second.iter().all(|&s| s > 1e-6));
        let largest = largest(&experiment, &shown, &run.update_input());
        prop_assert_eq!(stability(&experiment, &shown, &UpdateInput::default()), Stability::Adaptive);
        let mut held = Held::new(&experiment, run.update_input());
        let (below, above) = (held.swing(0.97 * largest), held.swing(1.03 * largest));
        prop_assert!(below < 1.0 && above > 1.0, "{below} below and {above} above {largest}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, rng_seed: RngSeed::Fixed(2), failure_persistence: None, ..ProptestConfig::default() })]

    /// Nothing is held: late in a run with a long memory the squares of small steps change it little. A nudge by hand
    /// dies down below the bound and grows above it.
    #[test]
    fn a_run_with_a_long_memory_dies_down_below_the_bound_and_swings_up_above(
        experiment in bowls(),
        optimizer in optimizers(Just(0.9999)),
    ) {
        let mut experiment = experiment;
        experiment.training.optimizer = optimizer;
        experiment.training.learning_rate = 0.005;
        let mut run = Timeline::new(checked(&experiment));
        run.step(10_000);
        let (update_input, shown) = (run.trainer().update_input(), run.evaluate().parameters().to_vec());
        let largest = largest(&experiment, &shown, &update_input);
        let mut turns = |rate: f64| {
            run.seek(10_000);
            let nudged: Vec<f32> = (0..).zip(&shown).map(|(i, w)| w + 1e-5 * f32::from(1 + i as u8)).collect();
            run.set_parameters(&nudged).unwrap();
            run.set_learning_rate(rate).unwrap();
            let mut path = vec![run.trainer().update_input().parameters];
            path.extend((0..80).map(|_| {
                run.step(1);
                run.trainer().update_input().parameters
            }));
            // How sharply it turns at most, beside its first turn.
            let turn = |at: &[Vec<f32>]| -> f64 {
                let square = |i| f64::from(at[0][i] - 2.0 * at[1][i] + at[2][i]).powi(2);
                (0..at[0].len()).map(square).sum::<f64>().sqrt()
            };
            path.windows(3).map(turn).fold(0.0, f64::max) / turn(&path[..3])
        };
        let (below, above) = (turns(0.9 * largest), turns(1.1 * largest));
        prop_assert!(below < 1.5 && above > 1.5, "turns grow {below} times below and {above} above {largest}");
    }
}

/// A run of AdamW from weights that decay has something to take of.
fn decayed(mut experiment: Experiment, weight_decay: f64, rate: f64) -> Trainer {
    experiment.training.optimizer =
        Optimizer::Adamw { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weight_decay };
    experiment.training.learning_rate = rate;
    experiment.model.initial = Initial::Constant { weight: 0.1, bias: 0.0 };
    Trainer::new(checked(&experiment))
}

#[test]
fn beyond_its_bound_adamw_swings_and_runs_away_only_where_decay_alone_does() {
    let experiment = full_batches(Preset::Award);
    let mut run = decayed(experiment.clone(), 0.1, 0.01);
    run.step(100);
    let (update_input, shown) = (run.update_input(), run.evaluate().parameters().to_vec());
    let stability = stability(run.experiment(), &shown, &update_input);
    let Stability::Bound { largest, exact: false, diverges: Some(20.0), .. } = stability else {
        panic!("{stability:?}")
    };
    assert!(largest < 15.0, "{largest}");
    for (rate, diverges) in [(1.01 * largest, false), (19.6, false), (20.4, true)] {
        run = decayed(experiment.clone(), 0.1, 0.01);
        run.step(100);
        run.set_learning_rate(rate).unwrap();
        run.step(20_000);
        assert_eq!(run.has_diverged(), diverges, "{rate}");
    }
}

#[test]
fn a_loss_of_planes_has_the_bound_of_decay() {
    let mut experiment = full_batches(Preset::Weights);
    experiment.training.loss = Loss::Absolute;
    let analysis = Analysis::new(decayed(experiment.clone(), 20.0, 0.1).experiment().clone());
    let bound = Stability::Bound { largest: 0.1, exact: true, diverges: Some(0.1), at_rest: false };
    assert_eq!(largest_learning_rate(&analysis, &[], 0), bound);
    for (rate, diverges) in [(0.098, false), (0.102, true)] {
        let mut run = decayed(experiment.clone(), 20.0, rate);
        run.step(20_000);
        assert_eq!(run.has_diverged(), diverges, "{rate}");
    }
}
