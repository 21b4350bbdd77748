//! The same experiment gives the same bits natively and in every browser: this test keeps the native ones in a file that
//! the boundary's tests in the browsers compare theirs with.
//!
//! `UPDATE=1 cargo test -p sanhao --test core bits` adds the runs that the files do not have yet, those of a new
//! activation. A run that a file has is never overwritten: where its bits differ, the test fails.

use sanhao::{
    Activation, CheckedExperiment, Experiment, GivenLayer, HiddenLayer, Initial, Loss, Output,
    PredictionGrid, Preset, ScorePlane, Trainer, migrate,
};

/// Updates after which the numbers are compared.
const UPDATES: u64 = 1000;

fn bits(numbers: &[f32]) -> Vec<u32> {
    numbers.iter().map(|number| number.to_bits()).collect()
}

#[test]
fn the_bits_of_each_case_are_those_in_the_file() {
    let runs: serde_json::Map<String, serde_json::Value> = Preset::ALL
        .into_iter()
        .map(|preset| {
            let mut trainer = Trainer::new(CheckedExperiment::try_from(preset.experiment()).unwrap());
            trainer.step(UPDATES);
            let evaluation = trainer.evaluate();
            let predictions: Vec<f32> = evaluation.predictions().iter().copied().collect();
            let run = serde_json::json!({
                "updates": UPDATES,
                "loss": evaluation.loss().unwrap().to_bits().to_string(),
                "parameters": bits(evaluation.parameters()),
                "predictions": bits(&predictions),
            });
            (serde_json::to_value(preset).unwrap().as_str().unwrap().to_owned(), run)
        })
        .collect();
    keep("bits.json", &runs.into());
}

/// A network that is one activation: what it makes of x + y / 100, trained afterwards.
fn one_neuron(activation: Activation) -> Experiment {
    let mut experiment = Preset::Layers.experiment();
    experiment.table.students.truncate(12);
    let mut weights = vec![0.0; experiment.table.subjects.len()];
    weights[..2].copy_from_slice(&[1.0, 0.01]);
    experiment.model.hidden = vec![HiddenLayer { units: 1, activation }];
    experiment.model.output = Output::Linear;
    experiment.model.initial = Initial::Given {
        layers: vec![
            GivenLayer { weights: vec![weights], biases: vec![0.0] },
            GivenLayer { weights: vec![vec![1.0]], biases: vec![0.0] },
        ],
    };
    experiment.training.loss = Loss::Squared;
    experiment
}

#[test]
fn the_bits_of_each_activation_are_those_in_the_file() {
    // With scores scaled by some tens, sums from about −130 to 130: into saturation on both sides, and subnormal numbers.
    let (columns, rows) = (512, 64);
    let (range, held) = ([-2500.0, 2500.0], vec![0.0; Preset::Layers.experiment().table.subjects.len()]);
    let runs: Vec<_> = Activation::ALL
        .into_iter()
        .map(|activation| {
            let experiment = one_neuron(activation);
            let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
            let plane = ScorePlane { x: 0, y: 1, x_range: range, y_range: range, held: held.clone() };
            let mut grid = PredictionGrid::default();
            grid.fill(trainer.view(), &plane, columns, rows);
            // FNV-1a over words
            let hash = grid
                .values()
                .iter()
                .fold(0, |hash, y| (hash ^ u64::from(y.to_bits())).wrapping_mul(0x100_0000_01b3));
            trainer.step(UPDATES);
            serde_json::json!({
                "experiment": experiment,
                "plane": { "x": 0, "y": 1, "xRange": range, "yRange": range, "held": held },
                "columns": columns,
                "rows": rows,
                "hash": hash.to_string(),
                "updates": UPDATES,
                "parameters": bits(trainer.evaluate().parameters()),
            })
        })
        .collect();
    keep("activations.json", &runs.into());
}

/// Compares with a file in tests/. With `UPDATE`, appends the runs that are not in the file yet.
fn keep(file: &str, made: &serde_json::Value) {
    let path = format!("{}/../../tests/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut kept: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    if std::env::var_os("UPDATE").is_some()
        && let (Some(kept), Some(made)) = (kept.as_array_mut(), made.as_array())
        && kept.len() < made.len()
    {
        kept.extend_from_slice(&made[kept.len()..]);
        std::fs::write(&path, serde_json::json!(kept).to_string() + "\n").unwrap();
    }
    // The experiments of the first eight runs in activations.json are of version 1.
    for run in kept.as_array_mut().into_iter().flatten() {
        migrate(&mut run["experiment"]).unwrap();
    }
    let runs = |value: &serde_json::Value| value.as_array().map(Vec::len);
    assert_eq!(runs(&kept), runs(made), "tests/{file} lacks a run: UPDATE=1 adds it");
    assert!(kept == *made, "the bits of a run differ from those in tests/{file}");
}
