//! The core in real browsers against implementations that nobody here wrote, update by update, through the boundary.

#[path = "../../../sanhao/tests/core/parity/runs.rs"]
mod runs;

use crate::Session;
use sanhao::Experiment;
use serde::Serialize;
use wasm_bindgen_test::{console_log, wasm_bindgen_test};

fn start(experiment: &Experiment) -> impl FnMut(u32) -> Vec<f32> + use<> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    let mut session = Session::new(experiment.serialize(&serializer).unwrap()).unwrap();
    move |updates| {
        assert_eq!(session.step(updates), updates);
        session.refresh();
        session.parameters().to_vec()
    }
}

#[wasm_bindgen_test]
fn every_optimiser_follows_pytorch_on_every_architecture_and_loss() {
    let table = runs::follow(start);
    for (optimizer, of) in &table {
        console_log!("{optimizer}: ours {:.1e}, PyTorch in 32 bits {:.1e}", of.ours, of.torch);
        assert_eq!(of.runs, 25, "5 architectures × 5 losses");
    }
    assert_eq!(table.len(), 8);
}

#[wasm_bindgen_test]
fn the_courses_run_has_numpys_bits_to_round_5000() {
    assert_eq!(runs::follow_the_course(start), 0.0);
}
