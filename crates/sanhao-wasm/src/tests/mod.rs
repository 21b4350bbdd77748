//! The boundary in real browsers: `wasm-pack test --headless --chrome crates/sanhao-wasm`, and the same with `--firefox`.

mod boundary_view;
mod crossing;
mod lab;
mod memory;
mod parity;
mod session;
mod sweep;

use js_sys::{Error as JsError, Reflect};
use sanhao::Experiment;
use serde::Serialize;
use wasm_bindgen::{JsCast, JsValue};

use crate::Session;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn js(value: &impl Serialize) -> JsValue {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).unwrap()
}

fn rust<T: serde::de::DeserializeOwned>(value: JsValue) -> T {
    serde_wasm_bindgen::from_value(value).unwrap()
}

fn session(experiment: &Experiment) -> Session {
    Session::new(js(experiment)).unwrap()
}

/// The message and the details of a thrown error.
fn thrown<T>(result: Result<T, JsValue>) -> (String, JsValue) {
    let error: JsError = result.err().unwrap().dyn_into().expect("a JavaScript Error");
    let details = Reflect::get(&error, &"details".into()).unwrap();
    (error.message().into(), details)
}
