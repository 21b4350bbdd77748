//! The boundary between Sanhao's training core and JavaScript: it translates and forwards, and knows no mathematics.
//!
//! Structured values cross field by field; the numbers of a frame are read in place, through views into this module's memory;
//! pixels go straight into a canvas. Every error arrives as a JavaScript `Error` with the core's sentence as its message
//! and, in `details`, the core's [`sanhao::Error`].

// The standard library's panics would bring their messages along: a tenth of the module.
#![cfg_attr(all(target_arch = "wasm32", not(test)), no_std)]
// No panic is reachable from the page.
#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

#[macro_use]
extern crate alloc;

mod boundary_view;
mod convert;
#[cfg(all(target_arch = "wasm32", not(test)))]
mod runtime;
mod session;
mod shapes;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

pub use session::Session;

use alloc::string::String;

use sanhao::{Preset, Table};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use convert::{ToJs as _, from_js, thrown};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../types.d.ts");

#[wasm_bindgen(typescript_custom_section)]
const FRAME_TYPES: &str = include_str!("../session.d.ts");

/// The experiment of one of the four cases.
#[wasm_bindgen(js_name = presetExperiment, unchecked_return_type = "Experiment")]
pub fn preset_experiment(
    #[wasm_bindgen(unchecked_param_type = "Preset")] preset: JsValue,
) -> Result<JsValue, JsValue> {
    Ok(from_js::<Preset>(&preset)?.experiment().write())
}

/// Reads a table from the bytes of a CSV file.
#[wasm_bindgen(js_name = tableFromCsv, unchecked_return_type = "Table")]
pub fn table_from_csv(bytes: &[u8]) -> Result<JsValue, JsValue> {
    Ok(Table::from_csv(bytes).map_err(thrown)?.write())
}

/// Writes a table as CSV text.
#[wasm_bindgen(js_name = csvFromTable)]
pub fn csv_from_table(
    #[wasm_bindgen(unchecked_param_type = "Table")] table: JsValue,
) -> Result<String, JsValue> {
    Ok(from_js::<Table>(&table)?.to_csv())
}
