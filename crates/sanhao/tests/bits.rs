//! The same experiment gives the same bits natively and in every browser: this test keeps the native ones in a file that
//! the boundary's tests in the browsers compare theirs with.
//!
//! `UPDATE=1 cargo test -p sanhao --test bits` writes them anew.

use sanhao::{CheckedExperiment, Preset, Trainer};

const FILE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/bits.json");

/// Updates after which the numbers are compared.
const UPDATES: u64 = 1000;

#[test]
fn the_bits_of_each_case_are_those_in_the_file() {
    let bits = |numbers: &[f32]| numbers.iter().map(|number| number.to_bits()).collect::<Vec<_>>();
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
    let made = serde_json::to_string(&runs).unwrap() + "\n";
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(FILE, &made).unwrap();
    }
    assert!(
        std::fs::read_to_string(FILE).unwrap() == made,
        "tests/bits.json is not current: run with UPDATE=1"
    );
}
