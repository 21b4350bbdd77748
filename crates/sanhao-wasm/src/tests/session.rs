//! The session as JavaScript calls it.

use js_sys::Reflect;
use sanhao::{Activation, HiddenLayer, Loss, Optimizer, Preset, Table};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

use super::boundary_view::{canvas, view};
use super::{js, rust, session, thrown};
use crate::Session;

#[wasm_bindgen_test]
fn each_case_gives_the_same_bits_as_natively() {
    let runs: serde_json::Value = serde_json::from_str(include_str!("../../../../tests/bits.json")).unwrap();
    let bits = |value: &serde_json::Value| {
        value.as_array().unwrap().iter().map(|bits| bits.as_u64().unwrap() as u32).collect::<Vec<_>>()
    };
    for preset in Preset::ALL {
        let run = &runs[js(&preset).as_string().unwrap()];
        let mut session = session(&preset.experiment());
        let updates = run["updates"].as_u64().unwrap() as u32;
        assert_eq!(session.step(updates), updates);
        session.refresh();
        let of = |numbers: Vec<f32>| numbers.into_iter().map(f32::to_bits).collect::<Vec<_>>();
        assert_eq!(of(session.parameters().to_vec()), bits(&run["parameters"]), "{preset:?}");
        assert_eq!(of(session.predictions().to_vec()), bits(&run["predictions"]), "{preset:?}");
        let loss = session.summary().to_vec()[3];
        assert_eq!(loss.to_bits().to_string(), run["loss"].as_str().unwrap(), "{preset:?}");
    }
}

#[wasm_bindgen_test]
fn each_activation_gives_the_same_bits_as_natively() {
    let runs: serde_json::Value =
        serde_json::from_str(include_str!("../../../../tests/activations.json")).unwrap();
    for run in runs.as_array().unwrap() {
        let size = |key: &str| run[key].as_u64().unwrap() as u32;
        let mut session = Session::new(js(&run["experiment"])).unwrap();
        let grid =
            session.prediction_grid(js(&run["plane"]), size("columns"), size("rows")).unwrap().to_vec();
        // FNV-1a over words
        let hash =
            grid.iter().fold(0, |hash, y| (hash ^ u64::from(y.to_bits())).wrapping_mul(0x100_0000_01b3));
        let name = &run["experiment"]["model"]["hidden"];
        assert_eq!(Some(hash.to_string().as_str()), run["hash"].as_str(), "{name}");
        session.step(size("updates"));
        session.refresh();
        let parameters: Vec<_> = session.parameters().to_vec().into_iter().map(f32::to_bits).collect();
        assert_eq!(serde_json::json!(parameters), run["parameters"], "{name}");
    }
}

#[wasm_bindgen_test]
fn a_session_goes_back_and_forth_in_its_past() {
    let mut session = session(&Preset::Award.experiment());
    session.step(300);
    session.refresh();
    let numbers = |session: &Session| {
        let summary =
            session.summary().to_vec()[..9].iter().map(|number| number.to_bits()).collect::<Vec<_>>();
        (session.parameters().to_vec(), summary)
    };
    let then = numbers(&session);
    session.step(500);
    session.seek(300.0);
    session.refresh();
    assert_eq!(numbers(&session), then);
    assert_eq!(session.summary().to_vec()[10..], [0.0, 800.0]);
    for nowhere in [-1.0, f64::NAN, 1e300] {
        session.seek(nowhere);
    }
    session.refresh();
    assert_eq!(session.summary().to_vec()[1], 800.0, "as near as there is a past");
    assert!(session.best() > 0.0);
}

#[wasm_bindgen_test]
fn a_session_steps_changes_its_rate_and_resets() {
    let mut session = session(&Preset::Weights.experiment());
    let start = session.parameters().to_vec();
    assert_eq!(session.summary().to_vec()[..4], [0.0, 0.0, 0.0, 90.5]);
    assert_eq!(session.step(21), 21);
    session.set_learning_rate(0.01).unwrap();
    session.refresh();
    let summary = session.summary().to_vec();
    assert_eq!(summary[..3], [0.0, 21.0, 10.0]);
    assert_eq!(summary[5], 0.01);
    assert!(
        summary[4].is_nan() && summary[6..9].iter().all(|number| number.is_nan()),
        "nothing held out, no classes"
    );
    assert!(session.classes().to_vec().is_empty() && session.probabilities().to_vec().is_empty());
    assert_eq!(session.predictions().length(), 2);
    let history = session.history().to_vec();
    assert_eq!((history.len(), history[0], history[1]), (11 * 3, 0.0, 90.5));
    assert_eq!(session.trace().to_vec()[..3], start);
    assert_eq!(session.trace().length(), 11 * 3);
    let errors = session.errors().to_vec();
    assert_eq!(errors[0], session.predictions().to_vec()[0] - 85.0);
    session.reset();
    session.refresh();
    assert_eq!(session.parameters().to_vec(), start);
    assert_eq!(session.summary().to_vec()[9], 0.01, "the base of the schedule stays");
}

#[wasm_bindgen_test]
fn parameters_are_set_by_hand_and_pulled_by_students() {
    let mut session = session(&Preset::Weights.experiment());
    session.set_parameters(&[0.6, 0.3, 0.2]).unwrap();
    session.set_parameter(2, 0.1).unwrap();
    session.refresh();
    assert_eq!(session.parameters().to_vec(), [0.6, 0.3, 0.1]);
    assert!(session.summary().to_vec()[3] < 1e-4);
    let (message, details) = thrown(session.set_parameter(3, 0.1));
    assert_eq!(message, "index: 3 is not a number from 0 to 2");
    assert!(details.is_object());
    assert!(thrown(session.set_parameters(&[0.6, f32::NAN, 0.2])).0.starts_with("parameters[1]: NaN"));
    session.set_parameter(0, 0.0).unwrap();
    assert_eq!(session.per_sample_steps(0, 2).to_vec(), [90.0, 80.0, 70.0, 98.0, 95.0, 87.0]);
    assert_eq!(session.per_sample_steps(2, 9).length(), 0);
}

#[wasm_bindgen_test]
fn layers_roles_and_classes_describe_the_run() {
    let mut experiment = Preset::Honours.experiment();
    experiment.model.hidden = vec![HiddenLayer { units: 4, activation: Activation::Tanh }];
    experiment.table.students[1].included = false;
    experiment.training.test_fraction = 0.2;
    let session = session(&experiment);
    let shapes = js_sys::JSON::stringify(&session.layers().unwrap()).unwrap();
    assert_eq!(
        String::from(shapes),
        r#"[{"inputs":3,"units":4,"bias":true},{"inputs":4,"units":3,"bias":true}]"#
    );
    let roles: Vec<String> = rust(session.roles().unwrap());
    assert_eq!((roles.len(), &*roles[1]), (90, "left_out"));
    for role in ["training", "held_out", "unlabelled"] {
        assert!(roles.iter().any(|other| other == role), "{role}");
    }
    assert_eq!((session.classes().length(), session.probabilities().length()), (90, 90));
    assert_eq!(session.parameters().length(), 3 * 4 + 4 + 4 * 3 + 3);
}

#[wasm_bindgen_test]
fn views_taken_after_memory_has_grown_are_right() {
    let mut small = session(&Preset::Weights.experiment());
    small.step(7);
    small.refresh();
    let before = small.parameters();
    let (length, kept) = (before.length(), before.to_vec());
    // 20,000 students and a wide net: several megabytes that the module's memory does not have yet.
    let mut experiment = Preset::Layers.experiment();
    experiment.model.hidden = vec![HiddenLayer { units: 64, activation: Activation::Relu }; 2];
    experiment.training.batch_size = None;
    let class = experiment.table.students.clone();
    experiment.table.students = class.into_iter().cycle().take(Table::MAX_STUDENTS).collect();
    let pages = || wasm_bindgen::memory().unchecked_into::<js_sys::WebAssembly::Memory>().buffer();
    let old = pages();
    let large = session(&experiment);
    assert_ne!(old, pages(), "memory has grown");
    assert_eq!((before.length(), length), (0, 3), "the old view is detached, not wrong");
    assert_eq!(small.parameters().to_vec(), kept);
    assert_eq!(large.predictions().length(), 20_000);
}

#[wasm_bindgen_test]
fn a_diverged_session_stands_still_and_recovers() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.loss = Loss::Squared;
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.learning_rate = 1.0;
    let mut session = session(&experiment);
    assert!(session.step(1000) < 10);
    session.refresh();
    assert_eq!(session.summary().to_vec()[0], 1.0);
    let kind = |session: &Session| Reflect::get(&session.diagnosis().unwrap(), &"kind".into()).unwrap();
    assert_eq!(kind(&session), "diverged");
    assert!(session.parameters().to_vec().iter().all(|weight| weight.is_finite()));
    assert!(session.paint_boundary(&canvas(10, 10), view(5.0)).is_ok());
    session.set_learning_rate(1e-5).unwrap();
    session.reset();
    assert_eq!(session.step(1000), 1000);
    session.refresh();
    assert_eq!(session.summary().to_vec()[0], 0.0);
    assert_ne!(kind(&session), "diverged");
}
