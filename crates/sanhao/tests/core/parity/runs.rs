//! Runs of PyTorch and NumPy that a run of ours must follow; tests/parity/generate.py says what is in them and how a
//! distance is taken. Shared by the native test and the one in the browsers.

use std::collections::BTreeMap;

use sanhao::{Experiment, Initial, Optimizer, Preset};
use serde::Deserialize;

/// What a difference of 32-bit arithmetic may be, as a part of the largest number beside it.
const TOLERANCE: f64 = 1e-5;

#[derive(Deserialize)]
struct Torch {
    checkpoints: Vec<usize>,
    fixtures: Vec<Fixture>,
}

#[derive(Deserialize)]
struct Fixture {
    /// Of version 1, and without the training that each run brings.
    experiment: serde_json::Value,
    runs: Vec<Run>,
}

#[derive(Deserialize)]
struct Run {
    training: serde_json::Value,
    weights: Vec<Vec<f64>>,
    distances: Vec<f64>,
    projections: Vec<f64>,
    projection_distances: Vec<f64>,
}

/// The largest distances from the 64-bit run under one optimiser.
#[derive(Default)]
pub struct Distances {
    pub runs: usize,
    pub ours: f64,
    pub torch: f64,
}

/// Follows every run of PyTorch's, update by update, and returns the distances by optimiser. `start` begins a run and gives
/// what does so many updates and returns the parameters.
///
/// # Panics
/// Where a parameter is farther off than TOLERANCE and than 4 times PyTorch's 32-bit run.
pub fn follow<R: FnMut(u32) -> Vec<f32>>(start: impl Fn(&Experiment) -> R) -> BTreeMap<String, Distances> {
    let torch: Torch = serde_json::from_str(include_str!("../../../../../tests/parity/torch.json")).unwrap();
    let mut table = BTreeMap::<String, Distances>::new();
    for fixture in torch.fixtures {
        for run in fixture.runs {
            let mut experiment = fixture.experiment.clone();
            experiment["training"] = run.training.clone();
            let experiment = Experiment::from_json_value(experiment).unwrap();
            let of = table.entry(name(&experiment.training.optimizer)).or_default();
            of.runs += 1;
            run.follow(&torch.checkpoints, &experiment, start(&experiment), of);
        }
    }
    table
}

impl Run {
    fn follow(
        &self,
        checkpoints: &[usize],
        experiment: &Experiment,
        mut step: impl FnMut(u32) -> Vec<f32>,
        worst: &mut Distances,
    ) {
        let lengths = lengths(experiment);
        let mut checkpoints = checkpoints.iter().zip(&self.weights).zip(&self.distances).peekable();
        for (done, (expected, of_torch)) in
            self.projections.iter().zip(&self.projection_distances).enumerate()
        {
            let update = done + 1;
            let parameters: Vec<f64> = step(1).into_iter().map(f64::from).collect();
            let size: f64 = parameters.iter().map(|w| w.abs()).sum();
            let off = (projection(&parameters) - expected).abs() / size;
            let model = (&experiment.model.hidden, experiment.model.output);
            let at = || format!("{:?} {model:?} after update {update}", experiment.training);
            assert!(off <= TOLERANCE.max(4.0 * of_torch), "{}: {off:e}, PyTorch {of_torch:e}", at());
            if let Some(((_, expected), of_torch)) = checkpoints.next_if(|((at, _), _)| **at == update) {
                let off = distance(&lengths, &parameters, expected);
                assert!(off <= TOLERANCE.max(4.0 * of_torch), "{}: {off:e}, PyTorch {of_torch:e}", at());
                worst.ours = worst.ours.max(off);
                worst.torch = worst.torch.max(*of_torch);
            }
        }
        assert!(checkpoints.next().is_none(), "every checkpoint was compared");
    }
}

/// How many parameters the layers have.
fn lengths(experiment: &Experiment) -> Vec<usize> {
    let Initial::Given { layers } = &experiment.model.initial else {
        panic!("a fixture gives its parameters")
    };
    layers
        .iter()
        .map(|layer| layer.weights.iter().map(Vec::len).sum::<usize>() + layer.biases.len())
        .collect()
}

fn distance(lengths: &[usize], ours: &[f64], expected: &[f64]) -> f64 {
    assert_eq!([ours.len(), expected.len()], [lengths.iter().sum::<usize>(); 2]);
    let mut from = 0;
    let of_layers = lengths.iter().map(|length| {
        let [ours, expected] = [ours, expected].map(|all| &all[from..from + length]);
        from += length;
        let off = ours.iter().zip(expected).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        off / expected.iter().map(|b| b.abs()).fold(0.0, f64::max)
    });
    of_layers.fold(0.0, f64::max)
}

fn projection(parameters: &[f64]) -> f64 {
    parameters.iter().enumerate().map(|(i, w)| if i % 3 == 0 { *w } else { -w }).sum()
}

fn name(optimizer: &Optimizer) -> String {
    serde_json::to_value(optimizer).unwrap()["kind"].as_str().unwrap().to_owned()
}

/// Follows the course's run of case 1 to round 5000, against NumPy's 32-bit weights, and returns the largest difference.
pub fn follow_the_course<R: FnMut(u32) -> Vec<f32>>(start: impl Fn(&Experiment) -> R) -> f32 {
    #[derive(Deserialize)]
    struct Course {
        rounds: BTreeMap<u32, Vec<f32>>,
    }
    let course: Course =
        serde_json::from_str(include_str!("../../../../../tests/parity/course.json")).unwrap();
    let mut experiment = Preset::Weights.experiment();
    experiment.model.initial = Initial::Constant { weight: 0.1, bias: 0.0 };
    let mut step = start(&experiment);
    let mut done = 0;
    let mut worst = 0f32;
    for (round, expected) in course.rounds {
        let weights = step(2 * (round - done));
        done = round;
        assert_eq!(weights.len(), expected.len());
        worst = weights.iter().zip(&expected).map(|(a, b)| (a - b).abs()).fold(worst, f32::max);
    }
    assert_eq!(done, 5000);
    worst
}
